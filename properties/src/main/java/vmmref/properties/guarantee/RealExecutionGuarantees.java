package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Integers.PREDICATES_EQUAL;
import static vmmref.spec.Interruptions.DISABLED_HALVES_TOLD;
import static vmmref.spec.Reals.ANSWER_MISSING;
import static vmmref.spec.Reals.APPROXIMATION_NULLIFIED;
import static vmmref.spec.Reals.CONTROLS_SET;
import static vmmref.spec.Reals.FAULT_TOLD;
import static vmmref.spec.Reals.FLAGS_ACCUMULATED;
import static vmmref.spec.Reals.FLAGS_CHECKED;
import static vmmref.spec.Reals.FLAGS_CLEARED;
import static vmmref.spec.Reals.PRECISION_CHOSEN;
import static vmmref.spec.Reals.REAL_RESULT_ALONE;
import static vmmref.spec.Reals.TRAP_TOLD;
import static vmmref.spec.RegisterFiles.FLOATING_DISABLED;
import static vmmref.spec.RegisterFiles.FLOATING_TARGET_ILLEGAL;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.real.MultiplyAdd;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.RegisterNumber;
import vmmref.properties.arbitrary.RealCase;
import vmmref.properties.arbitrary.RealCases;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Integers;
import vmmref.spec.Interruptions;
import vmmref.spec.Reals;
import vmmref.spec.RegisterFiles;

/// What holds of floating-point instructions on a machine: f9, f10 and f11 are sources, and the target is f8 or f40.
class RealExecutionGuarantees {
    /// The numbers of four registers, as many of which are named as an instruction has.
    record Four(int first, int second, int third, int fourth) {
        private Seq<Integer> all() {
            return Vector.of(first, second, third, fourth);
        }
    }

    private static final Machine MACHINE = new Started(1, Starts.PLAIN, Cfm.of(8, 0, 0), 0).machine();

    private static Machine machine(long status, FloatingValue f9, FloatingValue f10, FloatingValue f11) {
        Machine sources = new Place.Floating(11).with(new Place.Floating(10).with(new Place.Floating(9).with(MACHINE, f9), f10), f11);
        return new Place.Application(RegisterNumber.FPSR).with(sources, status);
    }

    private static String text(RealCase drawn, MultiplyAdd operation, int target) {
        String name = switch (operation) {
            case PLUS     -> "fma";
            case MINUS    -> "fms";
            case NEGATIVE -> "fnma";
        };
        String completer = switch (drawn.completer()) {
            case NONE, PARALLEL -> "";
            case SINGLE         -> ".s";
            case DOUBLE         -> ".d";
        };
        return "%s%s.s%d f%d=f9,f10,%s".formatted(name, completer, drawn.field(), target, drawn.alone() ? "f0" : "f11");
    }

    @Guarantee
    @Costs(2)
    @Label("a product and a sum on a machine is what exact arithmetic says; it changes the target, the flags of its field and the bit that remembers the target; a fault changes nothing; a trap is delivered with its code")
    @Reals.Checks({PRECISION_CHOSEN, FLAGS_ACCUMULATED, FAULT_TOLD, TRAP_TOLD, REAL_RESULT_ALONE})
    void sums(Subject subject, @ForAll("cases") RealCase drawn, @ForAll MultiplyAdd operation, @ForAll boolean high) {
        int target = high ? 40 : 8;
        Single single = Single.of(Unit.F, text(drawn, operation, target));
        Machine before = single.in(machine(drawn.status(), drawn.f3(), drawn.f4(), drawn.f2()));
        RealAnswer<FloatingValue> expected = RealSums.expected(operation, drawn);
        Took took = Took.of(subject, before);
        if (expected.value().isEmpty()) {
            Executed.Raised raised = assertInstanceOf(Executed.Raised.class, observed(observed(single.on(subject, before), FAULT_TOLD)));
            assertEquals(new Fault(Interruption.FLOATING_POINT_FAULT, Option.none(), expected.fault()), raised.fault(), drawn::toString);
            assertEquals(expected.fault(), took.took(Interruption.FLOATING_POINT_FAULT).isr() & 0xffff);
            assertEquals(drawn.status(), took.after().application(RegisterNumber.FPSR));
        } else {
            Machine valued = new Place.Floating(target).with(before, expected.value().get());
            Machine flagged = new Place.Application(RegisterNumber.FPSR).with(valued, drawn.status() | (long) expected.flags() << 13 + 13 * drawn.field());
            Machine after = before.with(((Executed.Done) observed(observed(single.on(subject, before), REAL_RESULT_ALONE))).effects());
            assertEquals(flagged.withPsr(before.psr().with(high ? 5 : 4, true)), after.withPosition(before.position()).withLast(before.last()), drawn::toString);
            took.took(expected.trap() == 0 ? new Interruption[0] : new Interruption[] {Interruption.FLOATING_POINT_TRAP});
            if (expected.trap() != 0) assertEquals(expected.trap() << 7 | 1, observed(took, TRAP_TOLD).isr() & 0xffff, drawn::toString);
        }
        Outcomes.label("comes").collect(expected.value().isEmpty() ? "fault" : expected.trap() != 0 ? "trap" : "neither").coverage(checker ->
            Vector.of("fault", "trap", "neither").forEach(each -> checker.check(each).percentage(share -> share > 2)));
    }

    @Guarantee
    @Label("questions of what is not a thing have no answer, and approximations that are not made say so")
    @Reals.Checks({ANSWER_MISSING, APPROXIMATION_NULLIFIED})
    void predicates(Subject subject, @ForAll("values") FloatingValue value, @ForAll boolean first, @ForAll @IntRange(max = 0xff) int classes) {
        Machine machine = both(machine(0x3f | 3L << 8, first ? FloatingValue.NATVAL : value, first ? value : FloatingValue.NATVAL, FloatingValue.NATVAL), true);
        assertEquals("00", pair(subject, machine, "fcmp.unord.s0 p6,p7=f9,f10"));
        assertEquals("00", pair(subject, machine, "fclass.m p6,p7=f11,0x%x".formatted(classes)));
        assertEquals("10", pair(subject, machine, "fclass.m p6,p7=f11,0x%x".formatted(classes | 0x100)));
        for (String text : Vector.of("(p9) frcpa.s0 f8,p6=f9,f10", "(p9) fprcpa.s0 f8,p6=f9,f10", "(p9) frsqrta.s0 f8,p6=f9", "(p9) fprsqrta.s0 f8,p6=f9")) {
            assertEquals("01", pair(subject, machine, text), text);
            assertEquals(machine.floating(8), machine.with(done(subject, machine, text).effects()).floating(8), text);
        }
    }

    private static Machine both(Machine machine, boolean value) {
        return new Place.Predicate(9).with(new Place.Predicate(7).with(new Place.Predicate(6).with(machine, value), value), false);
    }

    private static String pair(Subject subject, Machine machine, String text) {
        Machine after = machine.with(done(subject, machine, text).effects());
        return (after.predicate(6) ? "1" : "0") + (after.predicate(7) ? "1" : "0");
    }

    private static Executed.Done done(Subject subject, Machine machine, String text) {
        return assertInstanceOf(Executed.Done.class, observed(Single.of(Unit.F, text).on(subject, machine)), text);
    }

    @Guarantee
    @Label("controls and flags are set, cleared and checked field by field; what is reserved faults, and a check that finds something goes to its target")
    @Reals.Checks({CONTROLS_SET, FLAGS_CLEARED, FLAGS_CHECKED})
    void controls(Subject subject, @ForAll("statuses") long status, @ForAll @IntRange(max = 3) int field, @ForAll @IntRange(max = 127) int and, @ForAll @IntRange(max = 127) int or) {
        Machine machine = machine(status, FloatingValue.ONE, FloatingValue.ONE, FloatingValue.ONE);
        int controls = (int) (status >>> 6 & 0x7f) & and | or;
        int shift = 6 + 13 * field;
        Executed set = observed(Single.of(Unit.F, "fsetc.s%d %d,%d".formatted(field, and, or)).on(subject, machine));
        if ((controls >>> 2 & 3) == 1 || field == 0 && controls > 63) assertEquals(new Executed.Raised(new Fault(Interruption.RESERVED_REGISTER_FIELD, Option.none()), CONTROLS_SET), set);
        else assertEquals(status & ~(0x7fL << shift) | (long) controls << shift, machine.with(((Executed.Done) set).effects()).application(RegisterNumber.FPSR));
        assertEquals(status & ~(0x3fL << shift + 7), machine.with(done(subject, machine, "fclrf.s" + field).effects()).application(RegisterNumber.FPSR));
        Single check = Single.of(Unit.F, "fchkf.s%d .+0x40".formatted(field));
        long flags = status >>> shift + 7 & 0x3f;
        boolean news = (flags & ~(status & 0x3f)) != 0 || (flags & ~(status >>> 13 & 0x3f)) != 0;
        Machine checked = check.in(machine).with(((Executed.Done) observed(check.on(subject, machine))).effects());
        Position next = news ? Position.at(Started.CODE + 0x40) : Position.at(Started.CODE + 0x10);
        assertEquals(check.in(machine).withPosition(next), checked.withLast(machine.last()), () -> "FPSR " + Long.toHexString(status));
        Outcomes.label("news").collect(news).coverage(Combinations.each(Combinations.EITHER));
    }

    /// Instructions that remember exceptions, each with its field.
    private static final Seq<String> REMEMBERING = Vector.of("fma.s%d f8=f9,f10,f11", "fms.s.s%d f8=f9,f10,f11", "fnma.d.s%d f8=f9,f10,f11", "fmin.s%d f8=f9,f10", "famax.s%d f8=f9,f10", "fcvt.fx.s%d f8=f9", "fcvt.fxu.trunc.s%d f8=f9",
        "fcmp.lt.s%d p6,p7=f9,f10", "fcmp.unord.s%d p6,p7=f9,f10", "frcpa.s%d f8,p6=f9,f10", "frsqrta.s%d f8,p6=f9", "fpma.s%d f8=f9,f10,f11", "fpmax.s%d f8=f9,f10", "fpcmp.nle.s%d f8=f9,f10", "fpcvt.fx.s%d f8=f9",
        "fprcpa.s%d f8,p6=f9,f10", "fprsqrta.s%d f8,p6=f9");

    @Guarantee
    @Label("what is remembered makes no difference, and stays beside what is raised")
    @Reals.Checks({FLAGS_ACCUMULATED, REAL_RESULT_ALONE})
    void remembering(Subject subject, @ForAll("cases") RealCase drawn, @ForAll("texts") String text) {
        Place<Long> fpsr = new Place.Application(RegisterNumber.FPSR);
        String named = text.formatted(drawn.field());
        long flags = 0x3fL << 13 + 13 * drawn.field();
        Machine remembering = machine(drawn.status() | 0x3f, drawn.f3(), drawn.f4(), drawn.f2());
        Machine forgetting = fpsr.with(remembering, fpsr.of(remembering) & ~flags);
        Machine after = Took.of(subject, forgetting, Unit.F, named).after();
        Took took = Took.of(subject, remembering, Unit.F, named);
        assertEquals(fpsr.with(after, fpsr.of(after) | fpsr.of(remembering)), took.after(), () -> named + " " + drawn);
        Outcomes.label("raised").collect(text, (fpsr.of(after) & flags) != 0).coverage(checker -> REMEMBERING.forEach(each -> checker.check(each, true).count(count -> count > 0)));
    }

    /// Instructions with a number for each floating-point register that they name, the target first if there is one; and the same of a pair of predicates.
    private static final Seq<String> NAMING = Vector.of("fma.s0 f%d=f%d,f%d,f%d", "xma.l f%d=f%d,f%d,f%d", "fmin.s0 f%d=f%d,f%d", "fpma.s0 f%d=f%d,f%d,f%d", "fcvt.xf f%d=f%d",
        "frcpa.s0 f%d,p6=f%d,f%d", "frsqrta.s0 f%d,p6=f%d", "fcmp.eq.s0 p6,%s=f%d,f%d", "fcmp.eq.unc.s0 p6,%s=f%d,f%d", "fclass.m p6,%s=f%d,0x1ff", "fclass.m.unc p6,%s=f%d,0x1ff");

    @Guarantee
    @Label("predicates that are one, targets that cannot be written, and registers that are disabled fault in this order, and the halves are told; while the qualifying predicate is 0 only what is unconditional looks at any of it")
    @RegisterFiles.Checks({FLOATING_DISABLED, FLOATING_TARGET_ILLEGAL})
    @Interruptions.Checks(DISABLED_HALVES_TOLD)
    @Integers.Checks(PREDICATES_EQUAL)
    void disabled(Subject subject, @ForAll("naming") String naming, @ForAll("numbers") Four numbers, @ForAll @IntRange(max = 3) int disabled, @ForAll boolean same, @ForAll @IntRange(max = 3) int qualifier) {
        boolean qualified = qualifier > 0;
        boolean asks = naming.startsWith("fc") && !naming.startsWith("fcvt");
        Seq<Integer> named = numbers.all().take(naming.split("f%d").length - (naming.endsWith("%d") ? 0 : 1));
        Object[] arguments = (asks ? Vector.<Object>of(same ? "p6" : "p7").appendAll(named) : Vector.<Object>ofAll(named)).toJavaArray();
        Machine machine = machine(0x3f | 3L << 8, FloatingValue.ONE, FloatingValue.ONE, FloatingValue.ONE);
        Machine held = new Place.Predicate(9).with(machine.withPsr(machine.psr().with(18, (disabled & 1) != 0).with(19, (disabled & 2) != 0)), qualified);
        String text = "(p9) " + naming.formatted(arguments);
        Took took = Took.of(subject, Single.of(Unit.F, text).in(held));
        boolean low = (disabled & 1) != 0 && named.exists(number -> number > 1 && number < 32);
        boolean high = (disabled & 2) != 0 && named.exists(number -> number > 31);
        String expected = !qualified && !naming.contains("unc") ? "nothing" : asks && same || !asks && named.head() < 2 ? "illegal" : qualified && (low || high) ? "disabled" : "nothing";
        switch (expected) {
            case "illegal"  -> observed(took.took(Interruption.ILLEGAL_OPERATION), asks ? PREDICATES_EQUAL : FLOATING_TARGET_ILLEGAL);
            case "disabled" -> assertEquals((low ? 1 : 0) + (high ? 2 : 0), observed(observed(took.took(Interruption.DISABLED_FP_REGISTER), FLOATING_DISABLED), DISABLED_HALVES_TOLD).isr() & 0xffff, text);
            default         -> took.took();
        }
        Outcomes.label("comes").collect(naming, expected).coverage(checker -> NAMING.forEach(each -> {
            Vector.of("nothing", "disabled").forEach(what -> checker.check(each, what).count(count -> count > 0));
            checker.check(each, "illegal").count(count -> count > 0);
        }));
        Outcomes.label("halves").collect(asks, low, high).coverage(Combinations.each(Combinations.EITHER, Combinations.EITHER, Combinations.EITHER));
        Outcomes.label("only").collect(named.size(), only(named, disabled)).coverage(checker -> Vector.range(1, 5).forEach(size -> Vector.range(0, size).forEach(each -> checker.check(size, each).count(count -> count > 0))));
    }

    /// {@return the place of the only register that is disabled, or -1}
    private static int only(Seq<Integer> named, int disabled) {
        Seq<Integer> places = named.zipWithIndex().filter(each -> each._1 > 1 && (disabled & (each._1 < 32 ? 1 : 2)) != 0).map(each -> each._2);
        return places.size() == 1 ? places.head() : -1;
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(REMEMBERING.asJava());
    }

    @Provide
    Arbitrary<String> naming() {
        return Arbitraries.of(NAMING.asJava());
    }

    /// Four numbers of registers, at the ends of the halves.
    @Provide
    Arbitrary<Four> numbers() {
        Arbitrary<Integer> number = Arbitraries.of(0, 1, 2, 9, 31, 32, 40, 127);
        return Combinators.combine(number, number, number, number).as(Four::new);
    }

    @Provide
    Arbitrary<Long> statuses() {
        return RealCases.statuses();
    }

    @Provide
    Arbitrary<FloatingValue> values() {
        return RealCases.values();
    }

    @Provide
    Arbitrary<RealCase> cases() {
        return RealCases.cases();
    }
}
