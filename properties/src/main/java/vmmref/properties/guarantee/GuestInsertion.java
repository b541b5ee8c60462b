package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Target;
import vmmref.spec.Guests;
import vmmref.vmm.memory.Context;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;
import vmmref.vmm.memory.Owner;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Privileged;

/// What a guest inserted by an instruction that the monitor answered.
///
/// @param before the machine that called the monitor
record GuestInsertion(Hosting before, Answer answer) {
    private static final int WORD = 8;

    /// {@return whether a guest is at an instruction that inserts}
    static boolean isNext(Hosting hosting) {
        Machine believed = hosting.believed();
        return fetched(hosting, believed).flatMap(hosting.monitor().map()::host).exists(at -> {
            Bundle bundle = new Bundle(hosting.machine().memory().read(at, WORD), hosting.machine().memory().read(new PhysicalAddress(at.bits() + WORD), WORD));
            return hosting.rules().guest().decode().apply(bundle) instanceof DecodedBundle.Three three && three.slots().get(believed.position().slot()) instanceof Decoded.Assigned(var instruction, var residue, var because)
                && instruction.form().syntax().mnemonic().matches("it[cr]\\..*");
        });
    }

    private static Option<GuestPhysicalAddress> fetched(Hosting hosting, Machine believed) {
        VirtualAddress bundle = believed.position().bundle();
        return switch (hosting.rules().guest().translator().target(believed.addressing(), Memory.ZERO, Reference.fetch(bundle), Choice.USUAL)) {
            case Target.Physical(var at) -> Option.some(GuestPhysicalAddress.of(at));
            case Target.Page page        -> Option.some(GuestPhysicalAddress.of(page.translation().physical(bundle)));
            default                      -> Option.none();
        };
    }

    /// Asserts that a piece of what was inserted stands in cache and table, if there is a frame for it and the guest will find it there.
    ///
    /// @return whether there was such a one
    boolean isFilled() {
        if (answer.ended().isDefined() || answer.decided().contains(Guests.NUMBERS_RECYCLED)) return false;
        return Vector.of(Stream.values()).count(stream -> inserted(stream).filter(this::isNeeded).map(translation -> filled(stream)).nonEmpty()) > 0;
    }

    private Stream filled(Stream stream) {
        assertTrue(answer.done().exists(operation -> operation instanceof Privileged.Translating(Instruction.InsertCache insertion) && insertion.stream() == stream && insertion.ifa().equals(address())), () -> "no cache has what was inserted at " + address());
        int rid = answer.monitor().regions().of(owner());
        assertTrue(answer.monitor().table().held().get(rid).exists(pages -> pages.contains(address().offset() / GuestMap.PAGE)), () -> "the table has no entry for what was inserted at " + address());
        return Observed.observed(stream, Guests.ENTRY_FILLED);
    }

    private Seq<Translation> inserted(Stream stream) {
        return after().addressing().tlb().entries(stream).all().toVector().removeAll(before.monitor().processor().belief().addressing().tlb().entries(stream).all()).map(Entry::translation);
    }

    private Machine after() {
        return answer.monitor().processor().belief();
    }

    private VirtualAddress address() {
        return new VirtualAddress(after().control(RegisterNumber.IFA));
    }

    private Context context() {
        return Context.of(new Psr(after().control(RegisterNumber.IPSR)));
    }

    private Owner.Region owner() {
        RegionRegisters regions = after().addressing().regions();
        return new Owner.Region(answer.monitor().running(), context(), address().region(), regions.of(address()).identifier());
    }

    private boolean isNeeded(Translation translation) {
        boolean translates = context().it() && context().dt() && context().rt();
        boolean known = before.monitor().regions().given().containsKey(owner());
        return translates && known && (!translation.entry().p() || answer.monitor().map().host(GuestPhysicalAddress.of(translation.physical(address()))).isDefined());
    }
}
