package vmmref.vectors.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Instruction;
import vmmref.model.memory.VirtualAddress;
import vmmref.vmm.build.GroupPlaces;
import vmmref.vmm.build.Line;

/// Whether two answers come to the same though they are not equal.
final class Alike {
    private static final Pattern BUNDLES = Pattern.compile("([0-9a-f]{32}( [0-9a-f]{32})*)?");

    private Alike() { }

    /// An instruction where it stands.
    private record Stood(Line line, int slot) {
        boolean fills() {
            return line.slot().equals(Slot.of(line.unit() == Unit.B ? 0x4000000000L : 0x8000000L));
        }
    }

    /// {@return whether the second are at most as many bundles as the first, with the same instruction groups, and with everything where it may stand}
    static boolean bundles(String expected, String got) {
        Option<Seq<Bundle>> wanted = read(expected);
        Option<Seq<Bundle>> given = read(got);
        return wanted.isDefined() && given.isDefined() && holdTheSame(wanted.get(), given.get());
    }

    private static boolean holdTheSame(Seq<Bundle> wanted, Seq<Bundle> given) {
        Option<Seq<Stood>> first = stood(wanted);
        Option<Seq<Stood>> second = stood(given);
        return given.size() <= wanted.size() && first.isDefined() && second.isDefined()
            && groups(first.get()).equals(groups(second.get())) && isPlaced(second.get());
    }

    /// {@return whether both stubs, at an address, hold the same and end at the same address}
    static boolean stubs(VirtualAddress at, String expected, String got) {
        Option<Seq<Bundle>> wanted = read(expected).filter(bundles -> !bundles.isEmpty());
        Option<Seq<Bundle>> given = read(got).filter(bundles -> !bundles.isEmpty());
        return wanted.isDefined() && given.isDefined() && holdTheSame(wanted.get().init(), given.get().init())
            && target(wanted.get().last()).map(distance -> distance + 16L * wanted.get().size()).equals(target(given.get().last()).map(distance -> distance + 16L * given.get().size()))
            && target(given.get().last()).isDefined();
    }

    /// {@return whether both bundles branch over the same distance and do nothing else, and, if that counts, by branches of the same reach}
    static boolean branches(String expected, String got, boolean reach) {
        Option<Bundle> wanted = read(expected).flatMap(Seq::headOption);
        Option<Bundle> given = read(got).filter(bundles -> bundles.size() == 1).flatMap(Seq::headOption);
        return wanted.flatMap(Alike::target).isDefined() && wanted.flatMap(Alike::target).equals(given.flatMap(Alike::target))
            && (!reach || wanted.exists(bundle -> isLong(bundle)) == given.exists(bundle -> isLong(bundle)));
    }

    private static boolean isLong(Bundle bundle) {
        return Lines.DECODE.bundle(bundle) instanceof DecodedBundle.Long;
    }

    /// {@return how far a bundle branches that does nothing else}
    static Option<Long> target(Bundle bundle) {
        Seq<Stood> busy = stood(Vector.of(bundle)).getOrElse(Vector.empty()).dropWhile(Stood::fills);
        return Option.when(!busy.isEmpty(), busy::head).flatMap(first -> branch(first.line()));
    }

    private static Option<Long> branch(Line line) {
        return Lines.DECODE.table().decode(line.unit(), line.slot()) instanceof Decoded.Assigned assigned && isUnconditional(assigned.instruction())
            ? Option.of(assigned.instruction().operands().head().value()) : Option.none();
    }

    private static boolean isUnconditional(Instruction instruction) {
        String text = instruction.form().syntax().text();
        return (text.startsWith("br.cond") || text.startsWith("brl.cond")) && text.contains("target") && instruction.qualifyingPredicate() == 0;
    }

    private static Option<Seq<Bundle>> read(String text) {
        return Option.when(BUNDLES.matcher(text).matches(), () -> text.isEmpty() ? Vector.empty() : Vector.of(text.split(" ")).map(Bundle::ofHex));
    }

    /// {@return the instructions of bundles; none if a template is reserved}
    private static Option<Seq<Stood>> stood(Seq<Bundle> bundles) {
        return Option.sequence(bundles.map(bundle -> switch (Lines.DECODE.bundle(bundle)) {
            case DecodedBundle.Reserved reserved -> Option.<Seq<Stood>>none();
            case DecodedBundle.Three three       -> Option.of(stood(three.template(), three.slots()));
            case DecodedBundle.Long both         -> Option.of(stood(both.template(), both.slots()));
        })).map(all -> all.flatMap(each -> each).toVector());
    }

    private static Seq<Stood> stood(Template template, Seq<Decoded> slots) {
        int last = slots.size() - 1;
        return slots.zipWithIndex((slot, number) -> new Stood(new Line(unit(template, slot, number), slot.encode(), template.stops().get(number == last ? 2 : number)), number == last ? 2 : number));
    }

    private static Unit unit(Template template, Decoded slot, int number) {
        return slot instanceof Decoded.Assigned assigned ? assigned.instruction().form().unit() : template.instructionUnits().get(number);
    }

    /// The same bits are another instruction in a slot of another unit; whether a stop follows is told by the groups.
    private static Seq<Seq<Line>> groups(Seq<Stood> all) {
        return all.foldLeft(Vector.<Seq<Line>>of(Vector.empty()), (groups, each) -> {
            Vector<Seq<Line>> more = each.fills() ? groups : groups.update(groups.size() - 1, group -> group.append(each.line().withStop(false)));
            return each.line().stop() ? more.append(Vector.empty()) : more;
        });
    }

    private static boolean isPlaced(Seq<Stood> all) {
        return all.zipWithIndex().forAll(each -> switch (GroupPlaces.architected().of(each._1.line())) {
            case ANYWHERE -> true;
            case FIRST    -> each._2 == 0 || all.get(each._2 - 1).line().stop();
            case LAST     -> each._1.line().stop();
            case SLOT_2   -> each._1.slot() == 2;
        });
    }
}
