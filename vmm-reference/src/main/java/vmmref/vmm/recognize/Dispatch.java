package vmmref.vmm.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.lang3.ArrayUtils;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.word.Bits;

/// Blocks that are looked for all at once: one look into a table for each slot, by its unit and its bits 40:27, says which of them may begin there.
public final class Dispatch implements Scan {
    private static final int LOW = 27;
    private static final int SIZE = 1 << Slot.WIDTH - LOW;
    private static final BlockPattern[] NONE = {};
    private static final BlockPattern[][] NOWHERE = new BlockPattern[SIZE][];

    static {
        Arrays.fill(NOWHERE, NONE);
    }

    private final BlockPattern[][][] byUnit = new BlockPattern[Unit.values().length][][];

    /// @param blocks that are looked for
    public Dispatch(Seq<BlockPattern> blocks) {
        Arrays.fill(byUnit, NOWHERE);
        for (BlockPattern block : blocks) {
            for (InstructionPattern pattern : block.members().head().patterns()) {
                for (Unit unit : Unit.values()) if (pattern.unit().fits(unit)) byUnit[unit.ordinal()] = with(byUnit[unit.ordinal()], block, pattern);
            }
        }
    }

    private static BlockPattern[][] with(BlockPattern[][] before, BlockPattern block, InstructionPattern pattern) {
        BlockPattern[][] table = before == NOWHERE ? before.clone() : before;
        long free = ~pattern.mask().bits() >>> LOW & SIZE - 1;
        long bits = 0;
        BlockPattern[] held = NONE;
        BlockPattern[] more = {block};
        do {
            int index = (int) (pattern.value().bits() >>> LOW | bits);
            if (table[index] != held) {
                held = table[index];
                more = ArrayUtils.contains(held, block) ? held : ArrayUtils.add(held, block);
            }
            table[index] = more;
            bits = bits - free & free;
        } while (bits != 0);
        return table;
    }

    @Override public Seq<Recognized> scan(Code code, Own own) {
        List<Recognized> found = new ArrayList<>();
        int number = 0;
        for (Bundle bundle : code.bundles()) {
            if (Templates.architected().meaning((int) bundle.low() & Template.CODES - 1) instanceof Templates.Meaning.Assigned(Template template)) {
                long last = bundle.high() >>> 23;
                look(found, code, own, template.unit0(), bundle.low() >>> 5 & Bits.ones(Slot.WIDTH), number, 0);
                if (template.isLong()) {
                    look(found, code, own, Unit.X, last, number, 1);
                } else {
                    look(found, code, own, template.unit1(), (bundle.low() >>> 46 | bundle.high() << 18) & Bits.ones(Slot.WIDTH), number, 1);
                    look(found, code, own, template.unit2(), last, number, 2);
                }
            }
            number++;
        }
        return Vector.ofAll(found);
    }

    private void look(List<Recognized> found, Code code, Own own, Unit unit, long bits, int bundle, int slot) {
        for (BlockPattern block : byUnit[unit.ordinal()][(int) (bits >>> LOW)]) {
            Recognized there = new Look(code, own, block, new Place(bundle, slot)).recognized();
            if (!(there instanceof Recognized.Not)) found.add(there);
        }
    }
}
