package vmmref.vectors.running;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Dcr;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitored;
import vmmref.vmm.monitor.Monitoring;

/// A guest at level 0 that executes one instruction in a loop of two bundles, with everything translated to itself.
record Loop(String instruction) {
    /// How many instructions of a round are others.
    static final int OTHERS = 5;
    private static final long CODE = 0x4000;
    private static final long END = CODE + 0x20;
    private static final long DATA = 0x8000;
    /// The number of a performance-monitor data register that is assigned.
    private static final long COUNTER = 4;
    private static final int PAGES = 64;
    /// A table of 32 KB that is not walked, in the short format.
    private static final Pta TABLE = new Pta(0x18000 | 15 << 2);
    /// ic, dt, rt, it, bn
    private static final Psr TRANSLATED = new Psr(1L << 13 | 1L << 17 | 1L << 27 | 1L << 36 | 1L << 44);
    private static final Translation SELF = Translation.of(new VirtualAddress(0), 1, new PageSize(18), 0, new Pte(0x661));

    /// What so many rounds cost.
    ///
    /// @param instructions that the hardware has done
    /// @param first        the operations of the answer by which the page of the code is executed first
    /// @param end          the machine and the monitor then
    record Cost(long exits, long operations, long instructions, long first, Hosting end) {
        private Cost with(Answer answer, Hosting after) {
            return new Cost(exits + 1, operations + answer.done().size(), instructions, exits == 0 ? answer.done().size() : first, after);
        }

        private Cost with(Hosting after) {
            return new Cost(exits, operations, after.isExit() ? instructions : instructions + 1, first, after);
        }
    }

    Cost cost(Monitoring rules, int rounds) {
        Monitored monitored = Monitored.of(rules);
        Cost cost = new Cost(0, 0, 0, 0, Hosting.of(rules, Vector.of(Guest.of(machine(rounds), GuestMap.EMPTY.with(new GuestMap.Run(0, PAGES, new Backing.Frames(new PhysicalAddress(1 << 24))))))));
        while (cost.end.machine().position().bundle().bits() != END) {
            Monitored.Moment moment = monitored.next(cost.end, Choice.USUAL);
            moment.ended().forEach(because -> { throw new IllegalStateException(instruction + " ends for " + because); });
            cost = moment.answer().isDefined() ? cost.with(moment.answer().get(), moment.after()) : cost.with(moment.after());
        }
        return cost;
    }

    private Machine machine(int rounds) {
        Tlb tlb = Vector.of(Stream.values()).foldLeft(Tlb.EMPTY, (all, stream) -> all.withRegister(stream, 0, Option.some(SELF)));
        RegionRegisters regions = RegionRegisters.of(Vector.range(0, RegionRegisters.NUMBER).map(number -> new RegionRegister((number + 1L) << 8 | 12 << 2)));
        Machine start = Machine.of(new Addressing(TRANSLATED, false, false, new Dcr(0), regions, ProtectionKeyRegisters.zero(16), tlb).withPta(TABLE)).withPosition(Position.at(CODE)).withLast(new VirtualAddress(CODE)).withMemory(memory());
        return new Place.General(6).with(new Place.General(8).with(new Place.Application(RegisterNumber.LC).with(start, rounds - 1L), GeneralValue.of(DATA)), GeneralValue.of(COUNTER));
    }

    private Memory memory() {
        Seq<Bundle> bundles = Vector.of(first(), bundle("MIB;", "nop.m 0", "nop.i 0", "br.cloop.sptk.few .-0x10"));
        return bundles.zipWithIndex().foldLeft(Memory.ZERO, (memory, each) -> memory.with(new PhysicalAddress(CODE + 16L * each._2), 8, each._1.low()).with(new PhysicalAddress(CODE + 16L * each._2 + 8), 8, each._1.high()));
    }

    private Bundle first() {
        if (instruction.contains("[r6]")) return bundle("M;MI;", "nop.m 0", instruction, "nop.i 0");
        return instruction.matches("cover|epc") ? bundle("MIB;", "nop.m 0", "nop.i 0", instruction) : bundle("M;MI;", instruction, "nop.m 0", "nop.i 0");
    }

    private static Bundle bundle(String template, String... texts) {
        return ((AssembledBundle.Done) Assembler.architected().bundle(template, Vector.of(texts))).bundle();
    }
}
