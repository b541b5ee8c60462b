/// What can befall an instruction of any form: its predicate, its registers, what is disabled, its level.
package vmmref.vectors.step;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.instruction.Forms;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.MachineState;

final class CommonTwists {
    private static final int BEYOND = 32 + MachineBase.SOF;
    private static final int DFL = 18;
    private static final int DFH = 19;
    private static final int BN = 44;
    private static final int IC = 13;

    private CommonTwists() { }

    static Seq<Twist> of(Setting plain) {
        return nullified(plain).appendAll(nats(plain)).appendAll(targets(plain)).appendAll(floating(plain)).appendAll(levels(plain)).appendAll(names(plain)).appendAll(slots(plain)).appendAll(together(plain));
    }

    private static Seq<Twist> nullified(Setting plain) {
        return plain.predicated(9, false).map(setting -> Twist.always("its predicate is 0", "Nullified", setting)).toVector()
            .appendAll(illegal(plain).flatMap(setting -> setting.predicated(9, false)).map(setting -> Twist.always("its predicate is 0, and so it may not fault", "Nullified", setting)));
    }

    private static Option<Setting> illegal(Setting plain) {
        return plain.has("r1") ? plain.operand("r1", 0) : plain.has("f1") ? plain.operand("f1", 0) : Option.none();
    }

    private static Seq<Twist> nats(Setting plain) {
        return Vector.of("r2", "r3", "r1").filter(plain::has).map(source -> Twist.of("r%d is not a thing".formatted(plain.number(source)), "NatPropagation", plain.nat(source)))
            .appendAll(Vector.of("f2", "f3", "f4").filter(plain::has).map(source -> Twist.of("f%d is not a thing".formatted(plain.number(source)), "NatPropagation", plain.floating(source, FloatingValue.NATVAL))));
    }

    private static Seq<Twist> targets(Setting plain) {
        return targets(plain, "r1", Vector.of(0), "it may not write r0").appendAll(targets(plain, "r1", Vector.of(BEYOND), "the frame ends with r63"))
            .appendAll(sampled(plain, 4) ? targets(plain, "r1", Vector.of(BEYOND - 1), "the last register of the frame") : Vector.empty())
            .appendAll(targets(plain, "f1", Vector.of(0, 1), "it may not write this register")).appendAll(targets(plain, "p1", Vector.of(0), "p0 stays 1"))
            .appendAll(plain.has("p1") ? targets(plain, "p2", Vector.of(plain.number("p1")), "both targets are one predicate") : Vector.empty());
    }

    private static Seq<Twist> targets(Setting plain, String operand, Seq<Integer> numbers, String said) {
        return plain.has(operand) ? numbers.flatMap(number -> plain.operand(operand, number)).map(setting -> Twist.of(said, "IllegalTarget", setting)) : Vector.empty();
    }

    private static Seq<Twist> floating(Setting plain) {
        Seq<String> operands = Vector.of("f1", "f2", "f3", "f4").filter(plain::has);
        if (operands.isEmpty()) return Vector.empty();
        Seq<Setting> high = operands.flatMap(operand -> plain.operand(operand, 40 + plain.number(operand)));
        return Vector.of(Twist.of("the low registers are disabled", "DisabledRegister", plain.status(DFL, true))).appendAll(high.map(setting -> Twist.of("a high register, and they are disabled", "DisabledRegister", setting.status(DFH, true))))
            .appendAll(high.headOption().map(setting -> Twist.of("a high register while the low ones are disabled", "DisabledRegister", operands.size() == 1 ? setting.status(DFL, true) : setting)));
    }

    private static Seq<Twist> levels(Setting plain) {
        return Vector.of(3, 1).map(level -> Twist.of("at level " + level, "Privilege", plain.level(level))).append(Twist.of("while PSR.ic is 0", "Privilege", plain.status(IC, false)))
            .appendAll(plain.has("r3") ? Vector.of(Twist.of("at level 3, and r%d is not a thing".formatted(plain.number("r3")), "FaultOrder", plain.level(3).nat("r3"))) : Vector.empty());
    }

    /// Rotation and banks, of some forms.
    private static Seq<Twist> names(Setting plain) {
        boolean names = Vector.of("r1", "r2", "r3", "f1", "f2", "p1").exists(plain::has);
        Setting high = high(plain, "f1", "f2", "f3", "f4");
        Setting rotated = high.with(MachineState.with(high.machine(), "cfm", Cfm.of(MachineBase.SOF, 16, 2).rotated(13, 91, 40).toString()));
        Option<Setting> banked = plain.has("r1") ? plain.operand("r1", 17).map(setting -> setting.status(BN, true)) : Option.none();
        return (names && sampled(plain, 3) ? Vector.of(Twist.always("rotated registers", "RotatingRegister", rotated)) : Vector.<Twist>empty())
            .appendAll(sampled(plain, 5) ? banked.map(setting -> Twist.always("r17 of bank 1", "RotatingRegister", setting)) : Option.none());
    }

    private static Setting high(Setting plain, String... operands) {
        return Vector.of(operands).filter(plain::has).foldLeft(plain, (setting, operand) -> setting.operand(operand, 32L + setting.number(operand)).getOrElse(setting));
    }

    private static Seq<Twist> slots(Setting plain) {
        return sampled(plain, 3) ? plain.slot(plain.single().slot() == 0 ? 1 : 0).map(setting -> Twist.of("in slot " + setting.single().slot(), "SlotNumber", setting)).toVector() : Vector.empty();
    }

    /// A source that is the target, too.
    private static Seq<Twist> together(Setting plain) {
        return plain.has("r1") && plain.has("r3") && sampled(plain, 2) ? plain.operand("r1", plain.number("r3")).map(setting -> Twist.always("the target is a source", "SharedRegisters", setting)).toVector() : Vector.empty();
    }

    static boolean sampled(Setting plain, int of) {
        return Forms.architected().indexOf(plain.form()) % of == 0;
    }
}
