package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Dependences.ACCUMULATION_EXEMPT;
import static vmmref.spec.Dependences.CHECK_LOAD_EXEMPT;
import static vmmref.spec.Dependences.EXCLUSIVE_PREDICATES_EXEMPT;
import static vmmref.spec.Dependences.GROUP_BOUNDED;
import static vmmref.spec.Dependences.GROUP_SIMULTANEOUS;
import static vmmref.spec.Dependences.MOVE_TO_BRANCH_EXEMPT;
import static vmmref.spec.Dependences.NEW_FRAME_EXEMPT;
import static vmmref.spec.Dependences.PARALLEL_COMPARES_EXEMPT;
import static vmmref.spec.Dependences.PREDICATE_TO_BRANCH_EXEMPT;
import static vmmref.spec.Dependences.READ_AFTER_WRITE;
import static vmmref.spec.Dependences.RESOURCE_TOUCHED;
import static vmmref.spec.Dependences.TAKEN_BRANCH_EXEMPT;
import static vmmref.spec.Dependences.WRITE_AFTER_READ;
import static vmmref.spec.Dependences.WRITE_AFTER_WRITE;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.dependency.Dependency;
import vmmref.model.dependency.Group;
import vmmref.model.execute.StackEngine;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.translate.Choice;
import vmmref.properties.arbitrary.Flaw;
import vmmref.properties.arbitrary.FlawedProgram;
import vmmref.properties.arbitrary.ShortProgram;
import vmmref.properties.arbitrary.ShortPrograms;
import vmmref.properties.arbitrary.Started;
import vmmref.spec.Dependences;

/// What holds of dependencies within instruction groups.
class DependencyGuarantees {
    /// Branches that go elsewhere whenever their predicate is 1.
    private static final String LEAVING = "br\\.(cond|call|ret|ia)|brl\\.(cond|call)|rfi";

    @Guarantee
    @Costs(8)
    @Label("two instructions that follow each other are of different groups if a stop stands between them, or the first always goes elsewhere")
    @Dependences.Checks(GROUP_BOUNDED)
    void groupsEndAtStops(Subject subject, @ForAll("programs") ShortProgram program) {
        Seq<DecodedBundle> bundles = program.bundles().map(subject::decode);
        Seq<Group> groups = subject.dependencies().groups(bundles);
        groups.forEach(group -> observed(group, group.because()));
        Seq<Integer> sizes = sizes(bundles);
        assertEquals(sizes, groups.map(group -> group.entries().size()).toVector());
        Outcomes.label("groups").collect(Math.min(sizes.size() / 4, 4)).coverage(checker -> Vector.rangeClosed(0, 4).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    /// {@return how many instructions stand between one end and the next}
    private static Seq<Integer> sizes(Seq<DecodedBundle> bundles) {
        Seq<Integer> sizes = Vector.empty();
        int size = 0;
        for (DecodedBundle bundle : bundles) {
            Seq<Boolean> stops = switch (bundle) {
                case DecodedBundle.Three three       -> three.template().stops();
                case DecodedBundle.Long both         -> both.template().stops().removeAt(1);
                case DecodedBundle.Reserved reserved -> Vector.empty();
            };
            for (int slot = 0; slot < stops.size(); slot++) {
                size++;
                Instruction instruction = instruction(bundle.slots().get(slot));
                if (!stops.get(slot) && (instruction.qualifyingPredicate() != 0 || !instruction.form().syntax().mnemonic().matches(LEAVING))) continue;
                sizes = sizes.append(size);
                size = 0;
            }
        }
        return size == 0 ? sizes : sizes.append(size);
    }

    private static Instruction instruction(Decoded slot) {
        return ((Decoded.Assigned) slot).instruction();
    }

    @Guarantee
    @Label("the instructions in the table read and change what the manual says that they do")
    @Dependences.Checks(RESOURCE_TOUCHED)
    void touchedLikeTheManual(Subject subject, @ForAll("touched") Touched touched) {
        assertEquals(touched.expected(), observed(touched.found(subject), RESOURCE_TOUCHED), touched::instruction);
        Outcomes.label("touches").collect(touched.expected().endsWith("|") ? "adds nothing" : "adds").coverage(checker -> Vector.of("adds nothing", "adds").forEach(each -> checker.check(each).percentage(share -> share > 4)));
    }

    @Guarantee
    @Costs(8)
    @Label("the dependencies of the groups in the table are those that the manual gives, for the reasons that it gives")
    @Dependences.Checks({RESOURCE_TOUCHED, READ_AFTER_WRITE, WRITE_AFTER_WRITE, WRITE_AFTER_READ, PREDICATE_TO_BRANCH_EXEMPT, MOVE_TO_BRANCH_EXEMPT, CHECK_LOAD_EXEMPT, NEW_FRAME_EXEMPT,
        TAKEN_BRANCH_EXEMPT, PARALLEL_COMPARES_EXEMPT, ACCUMULATION_EXEMPT, EXCLUSIVE_PREDICATES_EXEMPT})
    void judgedLikeTheManual(Subject subject, @ForAll("judged") Judged group, @ForAll @IntRange(max = 2) int tens) {
        Judged renamed = group.renamed(tens);
        Seq<DecodedBundle> bundles = renamed.bundles(subject);
        subject.dependencies().groups(bundles).flatMap(Group::entries).map(Group.Entry::access).forEach(access -> observed(access, access.because()));
        subject.dependencies().in(bundles).forEach(each -> observed(each, each.because()));
        assertEquals(renamed.expected(), renamed.found(subject), renamed::toString);
        Outcomes.label("because").collect(group.expected().contains("EXEMPT") ? "exempt" : group.expected().isEmpty() ? "independent" : "violated")
            .coverage(checker -> Vector.of("exempt", "independent", "violated").forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    @Guarantee
    @Label("a program in which one rule is broken once has exactly that violation")
    @Dependences.Checks({READ_AFTER_WRITE, WRITE_AFTER_WRITE})
    @Costs(4)
    void oneIsBroken(Subject subject, @ForAll("flawed") FlawedProgram program) {
        FlawedProgram.Placed placed = program.placed();
        Seq<Dependency> violations = subject.dependencies().violations(placed.bundles().map(subject::decode));
        violations.forEach(each -> observed(each, each.because()));
        assertEquals(Vector.of(program.flaw().kind() + " " + program.flaw().resource() + " " + placed.earlier() + " " + placed.later()),
            violations.map(each -> each.kind() + " " + each.resource() + " " + each.earlier() + " " + each.later()).toVector());
        Outcomes.label("flaws").collect(program.flaw()).coverage(checker -> Vector.of(Flaw.values()).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Guarantee
    @Label("a group that violates nothing does the same on the registers from before it as one instruction after another")
    @Dependences.Checks(GROUP_SIMULTANEOUS)
    @Costs(32)
    void groupsAreSimultaneous(Subject subject, @ForAll("programs") ShortProgram program) {
        Seq<DecodedBundle> bundles = program.bundles().map(subject::decode);
        assertEquals(Vector.empty(), subject.dependencies().violations(bundles).toVector());
        Machine machine = program.machine();
        Simultaneous group = Simultaneous.of(machine);
        int steps = 0;
        for (; steps < ShortProgram.MOST_STEPS; steps++) {
            DecodedBundle bundle = bundles.get((int) (machine.position().bundle().bits() - Started.CODE >>> 4));
            int slot = machine.position().slot();
            Machine seen = group.seen(instruction(bundle.slots().get(slot)));
            Executed alone = whole(subject, machine);
            Executed together = whole(subject, seen);
            if (!(alone instanceof Executed.Done done)) {
                assertEquals(alone, together);
                break;
            }
            if (!(together instanceof Executed.Done other)) throw new AssertionError("done alone, together " + together);
            machine = machine.with(done.effects());
            group = group.after(other.effects());
            assertEquals(rememberingNothing(machine), rememberingNothing(group.now()));
            boolean left = machine.position().slot() == 0 && machine.position().code().isEmpty() && slot < bundle.slots().size() - 1;
            if (left || stops(bundle, slot) || moved(seen, machine)) {
                machine = loaded(subject, machine);
                group   = Simultaneous.of(machine);
            }
        }
        observed(machine, GROUP_SIMULTANEOUS);
        Outcomes.label("steps").collect(steps == 0 ? "none" : steps < 20 ? "few" : "many").coverage(checker -> Vector.of("few", "many").forEach(each -> checker.check(each).percentage(share -> share > 10)));
    }

    /// {@return what comes of an instruction, with whatever the register stack engine stores and loads for it first}
    private static Executed whole(Subject subject, Machine machine) {
        Executed whole = subject.step(machine, Choice.USUAL);
        while (whole instanceof Executed.Done(var before, var because, _) && StackEngine.isReference(before)) {
            Executed next = subject.step(machine.with(before), Choice.USUAL);
            whole = next instanceof Executed.Done done ? done.with(before.then(done.effects())) : next;
        }
        return whole;
    }

    /// {@return a machine whose frame is loaded, as far as it can be: that is done before a group, and not by each of its instructions}
    private static Machine loaded(Subject subject, Machine machine) {
        Machine loaded = machine;
        while (loaded.stack().isLoading() && subject.step(loaded, Choice.USUAL) instanceof Executed.Done done) loaded = loaded.with(done.effects());
        return loaded;
    }

    /// {@return a machine without the bundle of its last instruction, which no instruction reads, and which depends on PSR.ic at once}
    private static Machine rememberingNothing(Machine machine) {
        return machine.withLast(new VirtualAddress(0));
    }

    /// {@return whether the next instruction is not the one that follows}
    private static boolean moved(Machine before, Machine after) {
        long distance = after.position().bundle().bits() - before.position().bundle().bits();
        return distance != 0 && distance != 16;
    }

    private static boolean stops(DecodedBundle bundle, int slot) {
        return switch (bundle) {
            case DecodedBundle.Three three       -> three.template().stops().get(slot);
            case DecodedBundle.Long both         -> both.template().stops().get(2 * slot);
            case DecodedBundle.Reserved reserved -> true;
        };
    }

    @Provide
    Arbitrary<Touched> touched() {
        return Arbitraries.of(Touched.ALL.asJava());
    }

    @Provide
    Arbitrary<Judged> judged() {
        return Arbitraries.of(Judged.ALL.asJava());
    }

    @Provide
    Arbitrary<ShortProgram> programs() {
        return ShortPrograms.programs();
    }

    @Provide
    Arbitrary<FlawedProgram> flawed() {
        return ShortPrograms.flawed();
    }
}
