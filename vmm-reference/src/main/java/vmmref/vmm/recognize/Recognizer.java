package vmmref.vmm.recognize;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import vmmref.model.profile.Profile;

/// How a monitor finds instructions, as a value.
///
/// @param catalogue the sensitive instructions
/// @param compiled  how blocks are looked for
/// @param guest     the scan for what is sensitive in any guest
/// @param exact     the scan for what is sensitive in a guest that may see no difference at all
public record Recognizer(Catalogue catalogue, Function1<Seq<BlockPattern>, Scan> compiled, Scan guest, Scan exact) {

    /// {@return the recognizer that looks for the instructions of a catalogue}
    public static Recognizer of(Catalogue catalogue, Function1<Seq<BlockPattern>, Scan> compiled) {
        return new Recognizer(catalogue, compiled, compiled.apply(catalogue.blocks(false)), compiled.apply(catalogue.blocks(true)));
    }

    /// {@return the recognizer of the reference monitor on an implementation with a profile}
    public static Recognizer reference(Profile profile) {
        return of(Catalogue.of(profile), Dispatch::new);
    }

    /// {@return the scan for sensitive instructions}
    public Scan sensitive(boolean strict) {
        return strict ? exact : guest;
    }

    /// {@return what comes of looking for each block at each place where an instruction could stand, found or not, in the order of [Scan]: what a scan is short for}
    public static Seq<Recognized> everywhere(Seq<BlockPattern> blocks, Code code, Own own) {
        return code.places().flatMap(place -> blocks.map(block -> new Look(code, own, block, place).recognized()));
    }

    public Recognizer withCatalogue(Catalogue changed) {
        return of(changed, compiled);
    }

    public Recognizer withCompiled(Function1<Seq<BlockPattern>, Scan> changed) {
        return of(catalogue, changed);
    }
}
