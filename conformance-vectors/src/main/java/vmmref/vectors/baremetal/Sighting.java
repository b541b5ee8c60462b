package vmmref.vectors.baremetal;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Map;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.delivery.Handling;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.Isr;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.word.Words;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.machine.Differences;

/// What the harness saw of a case, as the answer of an adapter.
///
/// @param kind        of the case
/// @param preparation how it was started
/// @param arrived     where it ended
record Sighting(String kind, Preparation preparation, Arrived arrived) {
    private static final Map<Interruption, Handling> HANDLINGS = Handling.architected();
    private static final int SINGLE_STEP = HANDLINGS.get(Interruption.SINGLE_STEP).get().vector();
    private static final int NESTED = HANDLINGS.get(Interruption.DATA_NESTED_TLB).get().vector();
    /// Vectors of traps, with which a single-step trap of the harness may be told.
    private static final Seq<Integer> TRAPS = Vector.of(Interruption.TAKEN_BRANCH, Interruption.LOWER_PRIVILEGE_TRANSFER).map(trap -> HANDLINGS.get(trap).get().vector());
    private static final long STEP_CODE = 8;
    private static final int SS = 40;
    private static final int IC = 13;
    private static final int RI = 41;
    private static final long SLOT = 3L << RI;
    private static final long BASE = ~0x7fffL;
    private static final int IHA = 25;
    /// What an interruption writes, if not all of it.
    private static final Seq<Integer> COLLECTED = Vector.of(RegisterNumber.IPSR, RegisterNumber.ISR, RegisterNumber.IIP, RegisterNumber.IIPA, RegisterNumber.IFS, RegisterNumber.IFA, RegisterNumber.ITIR, RegisterNumber.IIM, IHA);
    /// What instructions of the harness may change that are executed while PSR.ic is 1.
    private static final Seq<String> LIVE = Vector.of("cr.iipa", "cr.ifa", "cr.itir", "cr.iha");
    /// What entering a case sets, whatever it begins with.
    private static final Seq<Integer> ENTERING = Vector.of(RegisterNumber.IPSR, RegisterNumber.IIP, RegisterNumber.IFS, RegisterNumber.IIPA);
    /// The bits of ITIR that can be read.
    private static final long ITIR = 0xfffffffcL;

    /// {@return the answer; one that says what went wrong if the harness was entered as the architecture never enters it}
    Answer answer() {
        if (arrived.isLeaving()) return observed(Outcome.DONE, LinkedHashMap.empty(), left(), hidden());
        boolean own = own();
        if (kind.matches("intr|rse")) return own ? observed(Outcome.DONE, LinkedHashMap.empty(), interrupted(), lost()) : observed(Outcome.DONE, LinkedHashMap.empty(), delivered(), kept());
        if (own) return observed(isThere() ? Outcome.EXIT : Outcome.DONE, LinkedHashMap.empty(), interrupted(), lost());
        return fault().<Answer>map(fault -> observed(Outcome.FAULT, described(fault), interrupted(), fault.exists(Handling.Register.IFA) && !collecting() ? lost().add("fault.address") : lost()))
            .getOrElse(() -> new Answer.Failed("the vector at offset %04x was entered with ISR %016x, which no interruption of a case does".formatted(arrived.vector(), control(RegisterNumber.ISR))));
    }

    /// {@return whether the harness interrupted the case}
    private boolean own() {
        return preparation.conduct().stepping() && arrived.vector() == SINGLE_STEP || preparation.conduct().breaking() && arrived.vector() == StorySighting.BREAK && (!told() || control(RegisterNumber.IIM) == Plant.BREAK);
    }

    private boolean collecting() {
        return preparation.wished().psr().ic() || preparation.conduct().collecting() || preparation.conduct().breaking() && told();
    }

    /// {@return whether a delivery that was not that of Data Nested TLB wrote registers though the case began while PSR.ic was 0}
    private boolean collected() {
        return !preparation.wished().addressing().inFlight() && arrived.vector() != NESTED && told();
    }

    /// {@return whether ISR tells that PSR.ic was 1}
    private boolean told() {
        return (control(RegisterNumber.ISR) & Isr.Field.NI.mask()) == 0;
    }

    private boolean isThere() {
        return preparation.conduct().until().contains(control(RegisterNumber.IIP)) && (control(RegisterNumber.IPSR) & SLOT) == 0;
    }

    private long control(int number) {
        return arrived.machine().control(number);
    }

    private Answer observed(Outcome outcome, Map<String, String> fault, Machine after, Set<String> unseen) {
        Machine known = readable(untouched(after)).withInService(preparation.wished().inService());
        return new Answer.Observed(outcome, fault, Differences.places(preparation.start(), kernel(known)).filterKeys(place -> !unseen.contains(place)), LinkedHashMap.empty(), unseen);
    }

    /// {@return the machine with the bits of ITIR that can be read, unless those are as they were}
    private Machine readable(Machine machine) {
        long itir = machine.control(RegisterNumber.ITIR);
        long before = preparation.start().control(RegisterNumber.ITIR);
        return new Place.Control(RegisterNumber.ITIR).with(machine, same(RegisterNumber.ITIR, itir, before) ? before : itir & ITIR);
    }

    /// {@return the machine with the performance monitors of the case and its breakpoint registers from the ninth on, which are not logged}
    private Machine untouched(Machine machine) {
        IndirectRegisters wished = preparation.wished().indirect();
        IndirectRegisters held   = machine.indirect();
        return machine.withAddressing(machine.addressing().withIndirect(new IndirectRegisters(untouched(held.ibr(), wished.ibr()), untouched(held.dbr(), wished.dbr()), wished.pmc(), wished.pmd())));
    }

    private static Words untouched(Words held, Words wished) {
        return Vector.range(Block.BREAKPOINT_NUMBER, held.length()).foldLeft(held, (each, number) -> each.with(number, wished.get(number)));
    }

    /// {@return the machine with what it had in the kernel registers of the harness}
    private Machine kernel(Machine machine) {
        return Vector.range(preparation.site().kept(), preparation.site().kept() + 3).foldLeft(machine, (each, number) -> new Place.Application(number).with(each, preparation.wished().application(number)));
    }

    private Set<String> kept() {
        Set<String> always = preparation.isFlying() ? LinkedHashSet.of("in-service", "cr.iipa") : LinkedHashSet.of("in-service");
        return (preparation.isFlying() && !preparation.wished().psr().ic() ? always.addAll(LIVE) : always).addAll(Vector.range(preparation.site().kept(), preparation.site().kept() + 3).map(number -> "ar.k" + number));
    }

    /// {@return what the way to the harness hides where a branch leads there}
    private Set<String> hidden() {
        Set<String> registers = new Psr(arrived.psr()).ic() ? kept().addAll(LIVE) : kept();
        return preparation.conduct().beyond() ? registers.addAll(Vector.of("ip", "slot")) : registers;
    }

    /// {@return what an interruption of the harness itself hides}
    private Set<String> lost() {
        Set<String> registers = kept().addAll(COLLECTED.map(number -> new Place.Control(number).toString()));
        return collecting() ? registers : registers.addAll(Vector.of("psr", "ip", "slot"));
    }

    /// {@return the machine of the case before an interruption that the case does not know of}
    private Machine interrupted() {
        Machine wished = preparation.wished();
        Machine same = settled(arrived.machine());
        Machine hidden = COLLECTED.foldLeft(same, (each, number) -> new Place.Control(number).with(each, wished.control(number)));
        if (!collecting()) return hidden.withPsr(wished.psr()).withPosition(wished.position());
        long ipsr = control(RegisterNumber.IPSR);
        return hidden.withPsr(own(new Psr(ipsr & ~SLOT))).withPosition(new Position(new VirtualAddress(control(RegisterNumber.IIP)), (int) (ipsr >>> RI & 3), Option.none()));
    }

    /// {@return the machine of the case where a branch led to the harness}
    private Machine left() {
        Position planted = preparation.conduct().planted().get();
        Machine same = settled(arrived.machine());
        Machine collected = preparation.wished().psr().ic() ? ENTERING.foldLeft(same, (each, number) -> new Place.Control(number).with(each, control(number))) : same;
        return collected.withPsr(new Psr(arrived.psr())).withPosition(new Position(planted.bundle(), arrived.vector() - Arrived.LEFT, Option.none()));
    }

    /// {@return PSR without the bits that the harness set}
    private Psr own(Psr psr) {
        Psr stepped = preparation.conduct().stepping() ? psr.with(SS, false) : psr;
        return preparation.conduct().collecting() ? stepped.with(IC, false) : stepped;
    }

    /// {@return the machine of the case at its own vector}
    private Machine delivered() {
        Machine wished = preparation.wished();
        Machine same = settled(arrived.machine()).withPsr(new Psr(arrived.psr())).withPosition(Position.at((wished.control(RegisterNumber.IVA) & BASE) + arrived.vector()));
        Machine first = collecting() || collected() ? ENTERING.foldLeft(same, (each, number) -> new Place.Control(number).with(each, control(number))) : same;
        if (!preparation.conduct().stepping()) return first;
        long isr = first.control(RegisterNumber.ISR);
        Machine told = TRAPS.contains(arrived.vector()) ? new Place.Control(RegisterNumber.ISR).with(first, isr & ~STEP_CODE) : first;
        return collecting() ? new Place.Control(RegisterNumber.IPSR).with(told, told.control(RegisterNumber.IPSR) & ~(1L << SS)) : told;
    }

    /// {@return the machine with the control registers and keys of the case where they are as the harness set them}
    private Machine settled(Machine machine) {
        Machine wished = preparation.wished();
        Machine set = preparation.set();
        Machine controls = Vector.range(0, Machine.FILE).filter(number -> same(number, machine.control(number), set.control(number)))
            .foldLeft(machine, (each, number) -> new Place.Control(number).with(each, wished.control(number)));
        int last = preparation.site().kept() + 3;
        Machine moved = controls.application(last) == set.application(last) ? new Place.Application(last).with(controls, wished.application(last)) : controls;
        Machine branching = Vector.range(0, Machine.BRANCHES).filter(number -> moved.branches().get(number) == set.branches().get(number)).foldLeft(moved, (each, number) -> new Place.Branch(number).with(each, wished.branches().get(number)));
        return Vector.range(0, machine.addressing().keys().number()).filter(number -> key(machine, number).equals(key(set, number)))
            .foldLeft(branching.withMemory(memory(branching.memory())), (each, number) -> new Place.Key(number).with(each, key(wished, number)));
    }

    /// {@return memory with what the case had where the harness put a branch}
    private Memory memory(Memory after) {
        Memory set = preparation.machine().memory();
        Memory wished = preparation.wished().memory();
        return set == wished ? after : set.written().filter(at -> set.read(at, Block.WORD) != wished.read(at, Block.WORD) && after.read(at, Block.WORD) == set.read(at, Block.WORD))
            .foldLeft(after, (memory, at) -> memory.with(at, Block.WORD, wished.read(at, Block.WORD)));
    }

    private static boolean same(int number, long one, long other) {
        return number == RegisterNumber.ITIR ? (one & ITIR) == (other & ITIR) : one == other;
    }

    private static ProtectionKeyRegister key(Machine machine, int number) {
        return machine.addressing().keys().get(number);
    }

    private record Fault(Interruption kind, Handling handling) {
        boolean exists(Handling.Register register) {
            return handling.collected().contains(register);
        }
    }

    private Map<String, String> described(Fault fault) {
        Map<String, String> kind = LinkedHashMap.of("kind", fault.kind.text());
        return fault.exists(Handling.Register.IFA) && collecting() ? kind.put("address", new VirtualAddress(control(RegisterNumber.IFA)).toString()) : kind;
    }

    /// {@return the fault that the vector and ISR tell}
    private Option<Fault> fault() {
        return SeenFault.of(arrived.vector(), control(RegisterNumber.ISR), false).map(kind -> new Fault(kind, HANDLINGS.get(kind).get()));
    }
}
