package vmmref.model.delivery;

import static vmmref.spec.Interruptions.ADDRESS_COLLECTED;
import static vmmref.spec.Interruptions.CAUSE_COLLECTED;
import static vmmref.spec.Interruptions.COLLECTION_DISABLED;
import static vmmref.spec.Interruptions.FRAME_INVALIDATED;
import static vmmref.spec.Interruptions.IMMEDIATE_COLLECTED;
import static vmmref.spec.Interruptions.INSERTION_COLLECTED;
import static vmmref.spec.Interruptions.LAST_COLLECTED;
import static vmmref.spec.Interruptions.NESTED_SILENT;
import static vmmref.spec.Interruptions.RESTART_COLLECTED;
import static vmmref.spec.Interruptions.STATUS_COLLECTED;
import static vmmref.spec.Interruptions.STATUS_ENTERED;
import static vmmref.spec.Interruptions.TRAPS_TOLD;
import static vmmref.spec.Interruptions.VECTOR_ENTERED;
import static vmmref.spec.Stacks.FRAME_TOLD;
import static vmmref.spec.Stacks.LOADING_ENDED;
import static vmmref.spec.Walks.ENTRY_REGION_COLLECTED;
import static vmmref.spec.Walks.HASH_COLLECTED;

import io.vavr.collection.Map;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.Isr;
import vmmref.model.register.Itir;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.translate.Choice;
import vmmref.model.translate.PageTable;
import vmmref.model.word.Bits;
import vmmref.spec.Interruptions;
import vmmref.spec.Stacks;
import vmmref.spec.Walks;

/// How interruptions are delivered.
///
/// @param profile   of the implementation
/// @param handlings  what is collected of each interruption, and where the machine goes on
public record Delivery(Profile profile, Map<Interruption, Handling> handlings) implements Delivering {
    /// What PSR keeps: up, mfl, mfh, pk, dt, rt, mc and it.
    private static final long KEPT = 1L << 2 | 1L << 4 | 1L << 5 | 1L << 15 | 1L << 17 | 1L << 27 | 1L << 35 | 1L << 36;
    /// PSR.be and PSR.pp, which come from bits 1 and 0 of DCR.
    private static final int BE = 1;
    private static final int PP = 21;
    private static final int RI = 41;
    /// The part of IVA that counts.
    private static final long BASE = ~0x7fffL;

    private static final Map<Interruption, Handling> ARCHITECTED = Handling.architected();

    /// {@return the rules as the architecture states them}
    public static Delivery architected(Profile profile) {
        return new Delivery(profile, ARCHITECTED);
    }

    @Override public Effects of(Machine machine, Cause cause, Choice choice) {
        Handling handling = handlings.get(cause.kind()).get();
        return collected(machine, cause, handling, choice).then(entered(machine, handling));
    }

    @Override public Delivery on(Profile other) {
        return new Delivery(other, handlings);
    }

    /// {@return what is written about the interruption}
    @Interruptions.Rule({COLLECTION_DISABLED, NESTED_SILENT})
    private Effects collected(Machine machine, Cause cause, Handling handling, Choice choice) {
        if (handling.isSilent()) return Effects.NONE;
        Effects told = told(machine, cause, handling, choice);
        return machine.psr().ic() ? state(machine, cause).then(reported(machine, cause, handling)).then(told) : told;
    }

    /// {@return what says where and how the machine goes on afterwards}
    private Effects state(Machine machine, Cause cause) {
        return status(machine).then(restart(machine, cause)).then(last(machine)).then(frame());
    }

    @Interruptions.Rule(STATUS_COLLECTED)
    static Effects status(Machine machine) {
        return Effects.of(new Place.Control(RegisterNumber.IPSR), machine.psr().bits() | (long) machine.position().slot() << RI, STATUS_COLLECTED);
    }

    @Interruptions.Rule(RESTART_COLLECTED)
    Effects restart(Machine machine, Cause cause) {
        VirtualAddress bundle = machine.position().bundle();
        boolean unimplemented = cause.kind() == Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS || cause.kind() == Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP;
        return Effects.of(new Place.Control(RegisterNumber.IIP), unimplemented ? implemented(machine.psr(), bundle) : bundle.bits(), RESTART_COLLECTED);
    }

    /// {@return what the implemented bits of an address say}
    private long implemented(Psr psr, VirtualAddress bundle) {
        boolean virtual = psr.vm() && profile.has(Profile.VIRTUAL_MACHINE_SWITCH);
        return psr.it() ? bundle.implemented(profile.dimensions().virtualBits() - (virtual ? 1 : 0)).bits() : bundle.bits() & (Bits.ones(profile.dimensions().physicalBits()) | Long.MIN_VALUE);
    }

    @Interruptions.Rule(LAST_COLLECTED)
    static Effects last(Machine machine) {
        return Effects.of(new Place.Control(RegisterNumber.IIPA), machine.last().bits(), LAST_COLLECTED);
    }

    @Interruptions.Rule(FRAME_INVALIDATED)
    static Effects frame() {
        return Effects.of(new Place.Control(RegisterNumber.IFS), 0L, FRAME_INVALIDATED);
    }

    private Effects reported(Machine machine, Cause cause, Handling handling) {
        return Effects.all(handling.collected().toVector().map(register -> switch (register) {
            case IFA  -> address(cause);
            case ITIR -> cause.kind() == Interruption.VHPT_TRANSLATION ? entryInsertion(machine, entry(machine, cause)) : insertion(machine, cause);
            case IHA  -> hash(entry(machine, cause));
            case IIM  -> immediate(cause);
        }));
    }

    @Interruptions.Rule(ADDRESS_COLLECTED)
    static Effects address(Cause cause) {
        return Effects.of(new Place.Control(RegisterNumber.IFA), cause.address().get().bits(), ADDRESS_COLLECTED);
    }

    @Interruptions.Rule(INSERTION_COLLECTED)
    static Effects insertion(Machine machine, Cause cause) {
        RegionRegister region = machine.addressing().regions().of(cause.address().get());
        return Effects.of(new Place.Control(RegisterNumber.ITIR), Itir.of(region.preferredSize(), region.identifier()).bits(), INSERTION_COLLECTED);
    }

    /// {@return where the page table has the entry of the address that is reported}
    private VirtualAddress entry(Machine machine, Cause cause) {
        return PageTable.of(profile, machine.addressing(), cause.address().get()).entry();
    }

    @Walks.Rule(ENTRY_REGION_COLLECTED)
    static Effects entryInsertion(Machine machine, VirtualAddress entry) {
        RegionRegister region = machine.addressing().regions().of(entry);
        return Effects.of(new Place.Control(RegisterNumber.ITIR), Itir.of(region.preferredSize(), region.identifier()).bits(), ENTRY_REGION_COLLECTED);
    }

    @Walks.Rule(HASH_COLLECTED)
    static Effects hash(VirtualAddress entry) {
        return Effects.of(new Place.Control(RegisterNumber.IHA), entry.bits(), HASH_COLLECTED);
    }

    @Interruptions.Rule(IMMEDIATE_COLLECTED)
    static Effects immediate(Cause cause) {
        return Effects.of(new Place.Control(RegisterNumber.IIM), cause.immediate(), IMMEDIATE_COLLECTED);
    }

    @Interruptions.Rule(CAUSE_COLLECTED)
    Effects told(Machine machine, Cause cause, Handling handling, Choice choice) {
        return Effects.of(new Place.Control(RegisterNumber.ISR), incomplete(machine, Telling.of(machine.addressing(), cause, handling, choice)).withCode(others(cause)).bits(), CAUSE_COLLECTED);
    }

    /// {@return that the frame was being loaded}
    @Stacks.Rule(FRAME_TOLD)
    static Isr incomplete(Machine machine, Isr isr) {
        return machine.stack().isLoading() ? isr.withIr() : isr;
    }

    /// {@return the codes of the traps that are not delivered}
    @Interruptions.Rule(TRAPS_TOLD)
    int others(Cause cause) {
        return cause.others().map(trap -> handlings.get(trap).get().code()).fold(0, (one, other) -> one | other);
    }

    private static Effects entered(Machine machine, Handling handling) {
        return entered(machine).then(settled(machine)).then(unloading(machine)).then(at(machine, handling));
    }

    private static Effects entered(Machine machine) {
        return Effects.of(Place.Status.PSR, handling(machine.psr(), machine.control(RegisterNumber.DCR)), STATUS_ENTERED);
    }

    /// {@return PSR at a vector}
    @Interruptions.Rule(STATUS_ENTERED)
    public static Psr handling(Psr before, long dcr) {
        return new Psr(before.bits() & KEPT).with(BE, Bits.bit(dcr, 1)).with(PP, Bits.bit(dcr, 0));
    }

    private static Effects settled(Machine machine) {
        return machine.addressing().inFlight() ? Effects.of(Place.InFlight.IN_FLIGHT, false, STATUS_ENTERED) : Effects.NONE;
    }

    /// {@return that the frame is loaded no more}
    @Stacks.Rule(LOADING_ENDED)
    static Effects unloading(Machine machine) {
        return machine.stack().isLoading() ? Effects.of(Place.Stack.STACK, machine.stack().withLoading(false), LOADING_ENDED) : Effects.NONE;
    }

    @Interruptions.Rule(VECTOR_ENTERED)
    static Effects at(Machine machine, Handling handling) {
        return Effects.of(Place.Next.NEXT, Position.at((machine.control(RegisterNumber.IVA) & BASE) + handling.vector()), VECTOR_ENTERED);
    }
}
