package vmmref.vmm.monitor;

import static vmmref.spec.Guests.NUMBERS_DISTINCT;
import static vmmref.spec.Guests.NUMBERS_RECYCLED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.memory.PageSize;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Instruction;
import vmmref.vmm.memory.Context;
import vmmref.vmm.memory.HostTable;
import vmmref.vmm.memory.Numbering;
import vmmref.vmm.memory.Owner;
import vmmref.vmm.memory.Window;
import vmmref.vmm.patch.Stubs;

/// Which regions of the host a guest has.
final class Regions {
    /// Present, accessed, cached, of level 0 only.
    private static final Pte STUB = new Pte(0).with(0, 0, 1).with(5, 5, 1).with(6, 6, 1).with(8, 7, 3).with(11, 9, 1);
    private static final Pte TABLE = new Pte(0).with(0, 0, 1).with(5, 5, 1).with(6, 6, 1).with(11, 9, 2);

    private Regions() { }

    /// {@return the answer after the region registers stand for those that a guest believes in}
    static Answer entered(Answer answer, Context context, RegionRegisters believed) {
        Seq<Owner.Region> owners = Vector.range(0, RegionRegisters.NUMBER).map(region -> answer.rules().owning().owner(answer, context, believed, region));
        Answer given = given(answer, owners);
        return owners.foldLeft(given, (each, owner) -> entered(each, owner.region(), Tables.region(given.monitor().regions().of(owner), context.isUniform())));
    }

    static Owner.Region owner(Answer answer, Context context, RegionRegisters believed, int region) {
        return new Owner.Region(answer.monitor().running(), context, region, believed.get(region).identifier());
    }

    /// {@return the answer after owners have identifiers}
    private static Answer given(Answer answer, Seq<Owner.Region> owners) {
        Numbering<Owner.Region> before = answer.monitor().regions();
        Answer clean = before.suffices(owners) ? answer : answer.because(NUMBERS_RECYCLED).flushed();
        return clean.because(NUMBERS_DISTINCT).with(clean.monitor().withRegions(before.with(owners)));
    }

    private static Answer entered(Answer answer, int region, RegionRegister real) {
        RegionRegister before = answer.machine().addressing().regions().get(region);
        if (before.equals(real)) return answer;
        Answer moved = answer.then(move(region, real));
        return region == answer.rules().window().base().region() && before.identifier() != real.identifier() ? pinned(moved) : moved;
    }

    /// {@return the answer after the host's table is translated in the region in which it lies, whatever that has become}
    static Answer pinned(Answer answer) {
        HostTable table = answer.monitor().table();
        Window window = answer.rules().window();
        PageSize size = answer.rules().host().translator().dimensions().insertable().toVector().map(PageSize::new).filter(each -> each.log2() >= table.sizeLog2()).minBy(PageSize::log2).get();
        Pte entry = new Pte(TABLE.bits() | table.frames().bits() & ~size.mask());
        return stubbed(answer.then(new Instruction.InsertRegister(Stream.DATA, GeneralValue.of(0), GeneralValue.of(entry.bits()), window.table(), Itir.of(size, Keys.MONITOR))));
    }

    /// {@return the answer after the room for stubs is translated, which guests execute and the monitor alone writes}
    private static Answer stubbed(Answer answer) {
        Stubs stubs = answer.monitor().copies().stubs();
        return stubs.isEmpty() ? answer : stubbed(stubbed(answer, stubs, false), stubs, true);
    }

    private static Answer stubbed(Answer answer, Stubs stubs, boolean ed) {
        Pte entry = new Pte(STUB.with(52, 52, ed ? 1 : 0).bits() | stubs.first().bits());
        return answer.then(new Instruction.InsertRegister(Stream.INSTRUCTION, GeneralValue.of(ed ? 1 : 0), GeneralValue.of(entry.bits()), stubs.at(ed), Itir.of(new PageSize(stubs.sizeLog2()), Keys.MONITOR)));
    }

    static Instruction.MoveRegion move(int region, RegionRegister value) {
        return new Instruction.MoveRegion(GeneralValue.of((long) region << VirtualAddress.OFFSET_WIDTH), GeneralValue.of(value.bits()));
    }
}
