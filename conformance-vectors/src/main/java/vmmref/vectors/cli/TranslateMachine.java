/// Options that say on which machine a reference is made.
package vmmref.vectors.cli;

import io.vavr.Function1;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import io.vavr.control.Validation;
import java.util.ArrayList;
import java.util.function.UnaryOperator;
import picocli.CommandLine;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Dimensions;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.tlb.Stream;

/// A mixin. Registers are set before translations, and those with numbers before those without.
final class TranslateMachine {

    @CommandLine.Option(names = "--dtr", paramLabel = "ENTRY", description = "A data translation register: its number (default: the first that is free) and fields,"
        + " as in '2 va=0x4000 pa=0x1234000'. Others, and what they are if left out: ps=14 ar=3 pl=3 key=0 p=1 a=1 d=1 ma=wb ed=0; rid is that of the region of va."
        + " May be repeated, like --dtc, --itr, --itc, --rr and --pkr.")
    private java.util.List<String> dtrs = new ArrayList<>();

    @CommandLine.Option(names = "--itr", paramLabel = "ENTRY", description = "An instruction translation register, written like that.")
    private java.util.List<String> itrs = new ArrayList<>();

    @CommandLine.Option(names = "--dtc", paramLabel = "ENTRY", description = "An entry of the data translation cache: such fields, without a number.")
    private java.util.List<String> dtcs = new ArrayList<>();

    @CommandLine.Option(names = "--itc", paramLabel = "ENTRY", description = "An entry of the instruction translation cache.")
    private java.util.List<String> itcs = new ArrayList<>();

    @CommandLine.Option(names = "--rr", paramLabel = "REGISTER", description = "A region register, as in '1 rid=0x101 ps=14 ve=0', which it is if left out.")
    private java.util.List<String> regions = new ArrayList<>();

    @CommandLine.Option(names = "--pkr", paramLabel = "REGISTER", description = "A protection-key register, as in '3 key=0x55 v=1 wd=0 rd=0 xd=0'.")
    private java.util.List<String> keys = new ArrayList<>();

    @CommandLine.Option(names = "--psr", paramLabel = "BITS", description = "Bits of PSR that differ from cpl=0 ac=0 ic=1 pk=0 dt=1 it=1 da=0 ed=0 ia=0 vm=0, or the whole word.")
    private String psr;

    @CommandLine.Option(names = "--dcr", paramLabel = "BITS", description = "Bits of DCR that defer faults of speculative loads, as in 'dm=1 dp=1 dk=1 dx=1 dr=1 da=1', or the whole word.")
    private String dcr;

    @CommandLine.Option(names = "--code-ed", description = "The page of the code has the bit ed.")
    private boolean codeEd;

    @CommandLine.Option(names = "--in-flight", description = "A change of PSR.ic has not been serialised yet.")
    private boolean inFlight;

    @CommandLine.Option(names = "--pta", paramLabel = "FIELDS", description = "Where the page table lies, as in 've=1 vf=0 size=15 base=0x4000000', or the whole word; it is walked for regions with ve=1 in --rr.")
    private String pta;

    @CommandLine.Option(names = "--mem", paramLabel = "WORD", description = "A word of physical memory, as in 'at=0x40008 word=0x12347e1', such as one of an entry of the page table; all others are 0. May be repeated.")
    private java.util.List<String> words = new ArrayList<>();

    /// A change of a machine that is being set up.
    private interface Change {
        TranslateSetup of(TranslateSetup setup);
    }

    /// {@return a machine with what the options say, or everything that is wrong with them}
    Validation<Seq<String>, TranslateSetup> on(Addressing start, Memory memory, Profile profile) {
        Seq<Validation<Seq<String>, Change>> registers = status(profile).toList().appendAll(deferral()).appendAll(table())
            .appendAll(each("--mem", words, TranslateGrammar.word(profile), TranslateMachine::word))
            .appendAll(each("--rr", regions, TranslateGrammar.region(profile), TranslateMachine::region))
            .appendAll(each("--pkr", keys, TranslateGrammar.key(profile), TranslateMachine::key));
        Seq<Validation<Seq<String>, Change>> translations = List.of(Stream.values()).flatMap(stream -> translations(profile, stream));
        return Validation.sequence(registers.appendAll(translations))
            .map(changes -> changes.foldLeft(TranslateSetup.of(switched(start), memory), (setup, change) -> change.of(setup)))
            .flatMap(setup -> setup.mistakes().isEmpty() ? Validation.valid(setup) : Validation.invalid(setup.mistakes()));
    }

    private Addressing switched(Addressing start) {
        Addressing coded = codeEd ? start.withCodeEd(true) : start;
        return inFlight ? coded.withInFlight(true) : coded;
    }

    private static Seq<Validation<Seq<String>, Change>> each(String option, java.util.List<String> texts, TranslateGrammar grammar, Function1<TranslateFields, Change> change) {
        return List.ofAll(texts).map(text -> TranslateFields.read(option, text, grammar).map(change));
    }

    private Option<Validation<Seq<String>, Change>> status(Profile profile) {
        return bits("--psr", psr, TranslateGrammar.status(profile),
            fields -> machine -> machine.withPsr(TranslateRegisters.status(fields, machine.psr())), word -> machine -> machine.withPsr(new Psr(word)));
    }

    private Option<Validation<Seq<String>, Change>> deferral() {
        return bits("--dcr", dcr, TranslateGrammar.deferral(),
            fields -> machine -> machine.withDcr(TranslateRegisters.deferral(fields, machine.dcr())), word -> machine -> machine.withDcr(new Dcr(word)));
    }

    private Option<Validation<Seq<String>, Change>> table() {
        return bits("--pta", pta, TranslateGrammar.table(), fields -> machine -> machine.withPta(TranslateRegisters.table(fields, machine.pta())), word -> machine -> machine.withPta(new Pta(word)));
    }

    /// A register is given by some of its bits, or as a whole.
    private static Option<Validation<Seq<String>, Change>> bits(String option, String given, TranslateGrammar grammar,
                                                                Function1<TranslateFields, UnaryOperator<Addressing>> some, Function1<Long, UnaryOperator<Addressing>> whole) {
        return Option.of(given).map(text -> text.contains("=") ? TranslateFields.read(option, text, grammar).map(some) : word(option, text).map(whole))
            .map(read -> read.map(change -> setup -> setup.with(change.apply(setup.machine()))));
    }

    private static Validation<Seq<String>, Long> word(String option, String text) {
        return TranslateNumber.hexadecimal(text.strip(), Long.SIZE).mapError(problem -> List.of("%s '%s' %s, or bits by name".formatted(option, text, problem)));
    }

    private static Change word(TranslateFields fields) {
        return setup -> setup.stored(new PhysicalAddress(fields.or("at", 0)), fields.or("word", 0));
    }

    private static Change region(TranslateFields fields) {
        int number = fields.number().get();
        return setup -> setup.with(new Place.Region(number), "rr" + number, TranslateRegisters.region(fields, setup.machine().regions().get(number)));
    }

    private static Change key(TranslateFields fields) {
        int number = fields.number().get();
        return setup -> setup.with(new Place.Key(number), "pkr" + number, TranslateRegisters.key(fields));
    }

    private Seq<Validation<Seq<String>, Change>> translations(Profile profile, Stream stream) {
        boolean code = stream == Stream.INSTRUCTION;
        Dimensions dimensions = profile.dimensions();
        Seq<String> pinned = List.ofAll(code ? itrs : dtrs).sortBy(text -> text.strip().matches("(?s)[0-9].*") ? 0 : 1);
        return each(code ? "--itr" : "--dtr", pinned.asJava(), TranslateGrammar.pinned(profile, stream), fields -> setup ->
                setup.pinned(stream, fields.number(), code ? dimensions.itrs() : dimensions.dtrs(), TranslateRegisters.translation(fields, setup.machine())))
            .appendAll(each(code ? "--itc" : "--dtc", code ? itcs : dtcs, TranslateGrammar.translation(profile, "", 0), fields -> setup ->
                setup.cached(stream, TranslateRegisters.translation(fields, setup.machine()))));
    }
}
