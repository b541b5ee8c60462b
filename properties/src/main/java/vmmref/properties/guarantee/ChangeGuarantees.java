package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Dependences.CHANGES_LISTED;
import static vmmref.spec.Dependences.RESOURCE_TOUCHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.dependency.Access;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Status;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Dependences;

/// What instructions change at most.
class ChangeGuarantees {

    @Guarantee
    @Label("an instruction changes nothing but memory that it stores to and what the table of resources says that it changes")
    @Dependences.Checks({CHANGES_LISTED, RESOURCE_TOUCHED})
    void changesAreListed(Subject subject, @ForAll("starts") Started start, @ForAll("instructions") Instruction instruction) {
        Single single = Single.of(instruction);
        Machine before = single.in(start.machine());
        Access access = observed(subject.dependencies().access(instruction), RESOURCE_TOUCHED);
        Seq<String> listed = observed(access.changes().map(Object::toString), CHANGES_LISTED);
        Executed executed = observed(single.on(subject, start.machine()));
        Seq<Write<?>> writes = executed instanceof Executed.Done done ? done.effects().writes() : Vector.empty();
        for (Write<?> write : writes) {
            Seq<String> changed = changed(write, before, instruction.form().syntax().mnemonic());
            assertTrue(listed.containsAll(changed), () -> instruction.form() + " changes " + changed.removeAll(listed) + ", and the table lists " + listed);
        }
        Outcomes.label("outcome").collect(executed instanceof Executed.Done ? writes.size() > 1 ? "changes something" : "changes nothing" : "is not done").coverage(checker ->
            Vector.of("changes something", "changes nothing", "is not done").forEach(each -> checker.check(each).percentage(share -> share > 5)));
    }

    /// {@return what a write changes, as the table calls it; nothing for what is no resource}
    private static Seq<String> changed(Write<?> write, Machine before, String mnemonic) {
        String place = write.place().toString();
        return switch (write.place()) {
            case Place.Next next             -> Vector.empty();
            case Place.Last last             -> Vector.empty();
            case Place.Bytes bytes           -> stores(mnemonic) ? Vector.empty() : Vector.of(place);
            case Place.Advanced advanced     -> remembers(mnemonic) ? Vector.empty() : Vector.of(place);
            case Place.AdvancedAll alat      -> remembers(mnemonic) ? Vector.empty() : Vector.of(place);
            case Place.InFlight flight       -> mnemonic.startsWith("srlz") ? Vector.empty() : Vector.of("psr.ic");
            case Place.Status status         -> bits(((Psr) write.value()).bits() ^ before.psr().bits()).map(BIT_NAMES::get);
            case Place.Predicates predicates -> bits((Long) write.value() ^ before.predicates()).map(bit -> "p" + bit);
            case Place.Stack stack           -> Vector.of("rse");
            case Place.InService service     -> Vector.of("in-service");
            case Place.Indirect register     -> Vector.of(place.replaceAll("\\d", ""));
            case Place.Region region         -> Vector.of("rr");
            case Place.Key key               -> Vector.of("pkr");
            case Place.Pinned pinned         -> Vector.of(place.substring(0, 3));
            case Place.Cached cached         -> Vector.of(place.substring(0, 3));
            case Place.General general       -> Vector.of(place);
            case Place.Floating floating     -> Vector.of(place);
            case Place.Predicate predicate   -> Vector.of(place);
            case Place.Branch branch         -> Vector.of(place);
            case Place.Application register  -> register.number() == RegisterNumber.FPSR ? bits((Long) write.value() ^ before.application(RegisterNumber.FPSR)).map(FPSR_PARTS::get).distinct() : Vector.of(place);
            case Place.Control register      -> Vector.of(place);
            case Place.Frame frame           -> Vector.of(place);
            case Place.Stacked stacked       -> Vector.of("rse");
        };
    }

    private static final Seq<String> BIT_NAMES = Vector.range(0, 64).map(bit -> "psr." + switch (bit) {
        case 1 -> "be"; case 2 -> "up"; case 3 -> "ac"; case 4 -> "mfl"; case 5 -> "mfh"; case 13 -> "ic"; case 14 -> "i"; case 15 -> "pk"; case 17 -> "dt"; case 18 -> "dfl"; case 19 -> "dfh";
        case 20 -> "sp"; case 21 -> "pp"; case 22 -> "di"; case 23 -> "si"; case 24 -> "db"; case 25 -> "lp"; case 26 -> "tb"; case 27 -> "rt"; case 32, 33 -> "cpl"; case 34 -> "is"; case 35 -> "mc";
        case 36 -> "it"; case 37 -> "id"; case 38 -> "da"; case 39 -> "dd"; case 40 -> "ss"; case 41 -> "ri"; case 43 -> "ed"; case 44 -> "bn"; case 45 -> "ia"; case 46 -> "vm";
        default -> String.valueOf(bit);
    });

    /// Of each bit of FPSR the part that it is of.
    private static final Seq<String> FPSR_PARTS = Vector.range(0, 64).map(bit -> bit < 6 ? "fpsr.traps" : "fpsr.s%d.%s".formatted((bit - 6) / 13, (bit - 6) % 13 < 7 ? "controls" : "flags"));

    private static Seq<Integer> bits(long word) {
        return Vector.range(0, 64).filter(bit -> (word >>> bit & 1) != 0);
    }

    private static boolean stores(String mnemonic) {
        return mnemonic.matches("(st|xchg|cmpxchg|cmp8xchg|fetchadd|alloc|flushrs).*");
    }

    private static boolean remembers(String mnemonic) {
        return stores(mnemonic) || mnemonic.matches("ld.*|chk\\.a.*|invala.*");
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Instruction> instructions() {
        return Instructions.instructions(form -> form.status() == Status.EXECUTES);
    }
}
