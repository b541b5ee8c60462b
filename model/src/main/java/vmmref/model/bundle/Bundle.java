package vmmref.model.bundle;

import static vmmref.spec.Bundles.BUNDLE_FIELDS;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.apache.commons.lang3.Validate;
import vmmref.model.word.Bits;
import vmmref.spec.Bundles;
import vmmref.spec.Clause;

/// A bundle: 128 bits, always little-endian in memory.
///
/// @param low  bits 63:0
/// @param high bits 127:64
public record Bundle(long low, long high) {
    private static final int TEMPLATE_WIDTH = 5;
    private static final long SLOT = Bits.ones(Slot.WIDTH);

    /// The four fields of a bundle: a template code and three slots of 41 bits.
    public record Fields(int code, Slot slot0, Slot slot1, Slot slot2) {
        public Fields {
            if (code < 0 || code >= Template.CODES) throw new IllegalArgumentException("a template code has 5 bits, not " + code);
            if ((slot0.l() | slot1.l() | slot2.l()) != 0) throw new IllegalArgumentException("a slot of a bundle has no L slot beside it");
        }

        public Clause because() {
            return BUNDLE_FIELDS;
        }
    }

    /// {@return the bundle with these fields}
    public static Bundle of(Fields fields) {
        return new Bundle(
            fields.code() | fields.slot0().bits() << TEMPLATE_WIDTH | fields.slot1().bits() << 46,
            fields.slot1().bits() >>> 18 | fields.slot2().bits() << 23);
    }

    /// {@return the bundle that 32 hexadecimal digits denote, bytes in memory order}
    public static Bundle ofHex(String digits) {
        Validate.isTrue(digits.matches("[0-9a-fA-F]{32}"), "a bundle is 32 hexadecimal digits, not \"%s\"", digits);
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(digits)).order(ByteOrder.LITTLE_ENDIAN);
        return new Bundle(bytes.getLong(), bytes.getLong());
    }

    /// {@return the bundle cut into template and slots: SDM volume 3, figure 4-1}
    @Bundles.Rule(BUNDLE_FIELDS)
    public Fields fields() {
        return new Fields(
            (int) (low & Bits.ones(TEMPLATE_WIDTH)),
            Slot.of(low >>> TEMPLATE_WIDTH & SLOT),
            Slot.of((low >>> 46 | high << 18) & SLOT),
            Slot.of(high >>> 23));
    }

    /// {@return 32 lower-case hexadecimal digits, bytes in memory order}
    public String hex() {
        return HexFormat.of().formatHex(ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(low).putLong(high).array());
    }
}
