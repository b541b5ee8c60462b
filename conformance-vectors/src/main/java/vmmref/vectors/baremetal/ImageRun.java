package vmmref.vectors.baremetal;

import io.vavr.collection.Vector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import vmmref.model.event.Event;
import vmmref.model.event.Events;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Turn;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.Choice;

/// A run of an image on a machine of the model, instruction for instruction from its entry.
final class ImageRun {
    private static final int WORD = 8;
    private static final Event TICK = new Event.Tick(1);

    private final Turn turn;

    ImageRun(Semantics rules) {
        this.turn = Turn.of(rules);
    }

    /// {@return the log that is in memory when the image has finished, when nothing is specified any more, or after so many turns}
    byte[] log(Image image, long most) {
        long done = image.symbols().get("done").get() | image.site().fetched();
        Machine machine = loaded(image);
        boolean running = true;
        for (long count = 0; running && count < most; count++) {
            running = turn.next(machine, Choice.USUAL).executed() instanceof Executed.Done(var effects, var because, _) && (machine = ticked(machine.with(effects))).position().bundle().bits() != done;
        }
        return dump(machine.memory(), Site.LOG, (int) (image.logEnd() - Site.LOG));
    }

    private static Machine ticked(Machine machine) {
        return machine.with(Events.of(machine, TICK));
    }

    private Machine loaded(Image image) {
        Addressing addressing = new Addressing(new Psr(0), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(RegionRegisters.NUMBER, new RegionRegister(14 << 2))),
            ProtectionKeyRegisters.zero(turn.rules().translator().dimensions().pkrs()), Tlb.EMPTY);
        return Machine.of(addressing).withPosition(Position.at(image.entry())).withMemory(held(image));
    }

    private static Memory held(Image image) {
        ByteBuffer bytes = ByteBuffer.wrap(image.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        Memory filled = Memory.ZERO;
        for (int at = 0; at < bytes.limit(); at += WORD) filled = filled.with(new PhysicalAddress(Site.CODE + at), WORD, bytes.getLong(at));
        return filled;
    }

    /// {@return bytes of memory from an address on}
    static byte[] dump(Memory memory, long from, int size) {
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < size; at += WORD) bytes.putLong(at, memory.read(new PhysicalAddress(from + at), WORD));
        return bytes.array();
    }
}
