package vmmref.vmm.zoo;

import static vmmref.vmm.zoo.ZooTest.differs;
import static vmmref.vmm.zoo.ZooTest.machine;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.RegisterStack;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.vmm.Vmm;

/// The machines whose register stack, or whose frames, are wrong.
class EngineZooTest {
    private static final String LAST = "br.*|rfi";

    /// For each machine of the register stack what it does wrongly, and beside it what it does rightly: stores before a collection, a frame of 96 registers, a loop in a frame of which 8 rotate, and a return.
    @Test
    void registerStacksAreWrongInOneThing() {
        differs("DropsNatAtCollection", stacked("flushrs", 0, 1, 0xc1f0), stacked("flushrs", 0, 1, 0xc1e8), EngineZooTest::stepped);
        differs("ResizesBeforeStores", stacked("alloc r8=ar.pfs,96,0,0,0", 0, 1, 0xc000), stacked("alloc r8=ar.pfs,95,0,0,0", 0, 1, 0xc000), EngineZooTest::stepped);
        differs("WrapsRotationAtFloating", stacked("br.ctop.sptk.few .+0x20", 1 << 14 | 8, 0, 0xc000), stacked("br.ctop.sptk.few .+0x20", 1 << 14 | 1 << 18 | 8, 0, 0xc000), EngineZooTest::stepped);
        differs("FillsWithOldStatus", new Place.Control(RegisterNumber.IFS).with(stacked("rfi", 0, 0, 0xc008), Long.MIN_VALUE | 1), stacked("rfi", 0, 0, 0xc008), EngineZooTest::stepped);
    }

    private static Executed stepped(Vmm vmm, Machine machine) {
        return Step.of(vmm.machine()).next(machine, Choice.USUAL);
    }

    /// {@return a machine that executes an instruction next, in a frame, with as many dirty registers, none of which is a thing, which go to an address}
    private static Machine stacked(String text, long frame, int dirty, long bspstore) {
        Seq<String> texts = text.matches(LAST) ? Vector.of("nop.m 0", "nop.f 0", text) : Vector.of(text, "nop.i 0", "nop.i 0");
        Bundle bundle = ((AssembledBundle.Done) Assembler.architected().bundle(text.matches(LAST) ? "MFB;" : "MII", texts)).bundle();
        Machine machine = Machine.of(machine(ZooTest.RID, 0x7e1).machine().withPsr(new Psr(0))).withPosition(new Position(new VirtualAddress(0x4000), text.matches(LAST) ? 2 : 0, Option.none()))
            .framed(new Cfm(frame), new RegisterStack(5, dirty, new VirtualAddress(bspstore), 0));
        return new Place.Application(RegisterNumber.LC).with(new Place.Stacked(4).with(machine, new GeneralValue(7, true)), 3L)
            .withMemory(machine.memory().with(new PhysicalAddress(0x4000), 8, bundle.low()).with(new PhysicalAddress(0x4008), 8, bundle.high()));
    }
}
