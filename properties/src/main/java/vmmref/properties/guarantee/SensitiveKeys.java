package vmmref.properties.guarantee;

import static io.vavr.control.Option.none;
import static io.vavr.control.Option.some;
import static vmmref.vmm.recognize.Action.EMULATE;
import static vmmref.vmm.recognize.Action.PATCH_BRANCH;
import static vmmref.vmm.recognize.Action.PATCH_TRAP;
import static vmmref.vmm.recognize.Action.PROTECT;

import io.vavr.control.Option;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.vmm.recognize.Action;

/// The sensitive instructions by the numbers of the opcode tables of SDM volume 3, sections 4.4 and 4.5, and not by their names.
final class SensitiveKeys {
    private SensitiveKeys() { }

    /// {@return what is done about an encoded instruction}
    ///
    /// @param unit of its slot
    static Option<Action> action(Unit unit, Slot slot) {
        long op = slot.bits() >>> 37;
        long x3 = slot.bits() >>> 33 & 7;
        int x6 = (int) (slot.bits() >>> 27) & 0x3f;
        int register = (int) (slot.bits() >>> 20) & 0x7f;
        if (unit == Unit.M && op == 1 && x3 == 0) return ofSystem(x6, register);
        if (unit == Unit.M && op == 0 && x3 == 0) return ofMask(x6, register);
        if (unit == Unit.B && op == 0) return ofBranch(x6);
        return none();
    }

    private static Option<Action> ofSystem(int x6, int register) {
        return switch (x6) {
            case 0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x10, 0x11, 0x12, 0x13, 0x14, 0x16,
                 0x1e, 0x1f, 0x24, 0x25, 0x2c, 0x2d, 0x2e, 0x2f, 0x34 -> some(EMULATE);
            case 0x15, 0x17, 0x1a, 0x1b                               -> some(PATCH_BRANCH);
            case 0x18, 0x19, 0x30, 0x31, 0x32, 0x33, 0x38, 0x39       -> some(PATCH_TRAP);
            case 0x22                                                 -> register < 8 ? some(PATCH_BRANCH) : Option.when(isCounter(register), EMULATE);
            case 0x2a                                                 -> Option.when(register < 8 || isCounter(register), EMULATE);
            default                                                   -> none();
        };
    }

    private static Option<Action> ofMask(int x6, int register) {
        return switch (x6 & 0xf) {
            case 6, 7 -> some(EMULATE);
            case 8    -> Option.when(x6 >>> 4 == 2 && (register < 8 || isCounter(register)), EMULATE);
            default   -> none();
        };
    }

    private static Option<Action> ofBranch(int x6) {
        return switch (x6) {
            case 0x02                         -> some(PATCH_TRAP);
            case 0x10                         -> some(PROTECT);
            case 0x08, 0x0c, 0x0d, 0x18, 0x19 -> some(EMULATE);
            default                           -> none();
        };
    }

    /// {@return whether an encoded instruction is sensitive only for a guest that may see no difference at all}
    static boolean isExact(Unit unit, Slot slot) {
        long op = slot.bits() >>> 37;
        long x3 = slot.bits() >>> 33 & 7;
        int x6 = (int) (slot.bits() >>> 27) & 0x3f;
        int register = (int) (slot.bits() >>> 20) & 0x7f;
        return switch (unit) {
            case M -> switch ((int) op) {
                case 0       -> x3 == 0 && ((x6 & 0xf) == 4 || (x6 & 0xf) == 5 || x6 == 0x28 && isOfLevel(register));
                case 1       -> x3 == 6 || x3 == 0 && (x6 == 0x21 || x6 == 0x29 || x6 == 0x22 && register == 16 || x6 == 0x2a && isOfLevel(register));
                case 4       -> isSpeculative(slot) && (slot.bits() >>> 27 & 1) == 0;
                case 5, 6, 7 -> isSpeculative(slot);
                default      -> false;
            };
            case I -> op == 0 && x3 == 0 && (x6 == 0x32 || x6 == 0x2a || x6 == 0x0a) && register == 64;
            case B -> op == 0 && x6 == 0x21 && (slot.bits() >>> 6 & 7) == 4;
            default -> false;
        };
    }

    /// ar.itc and ar.ruc.
    private static boolean isCounter(int register) {
        return register == 44 || register == 45;
    }

    /// ar.rsc, ar.eflag and ar.cflg: what a write does depends on the privilege level.
    private static boolean isOfLevel(int register) {
        return register == 16 || register == 24 || register == 27;
    }

    /// Bits 3:2 of the x6 of a load say how speculative it is: 1 is `.s`, 3 is `.sa`; with bits 5:4 clear.
    private static boolean isSpeculative(Slot slot) {
        long x6 = slot.bits() >>> 30 & 0x3f;
        return x6 >>> 4 == 0 && (x6 >>> 2 & 1) == 1;
    }
}
