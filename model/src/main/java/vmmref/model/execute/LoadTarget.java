package vmmref.model.execute;

import static vmmref.spec.Memories.BASE_TARGET_ILLEGAL;
import static vmmref.spec.Memories.FILL_LOADED;
import static vmmref.spec.Memories.FLOAT_LOADED;
import static vmmref.spec.Memories.PAIR_LOADED;
import static vmmref.spec.Memories.PAIR_PARITY_ILLEGAL;
import static vmmref.spec.Memories.VALUE_LOADED;
import static vmmref.spec.Memories.WIDE_LOADED;

import io.vavr.control.Option;
import vmmref.model.alat.Alat;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.real.FloatFormat;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.register.Renaming;
import vmmref.model.word.Bits;
import vmmref.model.word.Image;
import vmmref.spec.Clause;
import vmmref.spec.Memories;

/// What a load writes, and from how many bytes.
sealed interface LoadTarget {
    /// {@return the number of bytes that the address is a multiple of}
    int size();

    /// {@return the number of bytes that are read}
    default int bytes() {
        return size();
    }

    /// {@return nothing, or why it may not be written}
    Option<Executed> illegal(Execution execution, Base base);

    /// {@return under which register the table of advanced loads keeps it}
    Alat.Tag tag(Execution execution);

    /// {@return the clause that a load follows}
    Memories because();

    /// {@return what it is after a load from an address}
    Effects loaded(Execution execution, PhysicalAddress at);

    /// {@return what it is after a load that found nothing: NaT or 0}
    Effects unloaded(Execution execution, boolean nat, Clause because);

    /// {@return what changes where a check load leaves it as it is}
    default Effects kept(Execution execution) {
        return Effects.NONE;
    }

    /// {@return the target of loads of a mnemonic}
    static LoadTarget of(String mnemonic) {
        String name = mnemonic.split("\\.")[0];
        return switch (name) {
            case "ld1"   -> new General(1);
            case "ld2"   -> new General(2);
            case "ld4"   -> new General(4);
            case "ld8"   -> mnemonic.equals("ld8.fill") ? new Filled() : new General(8);
            case "ld16"  -> new Wide();
            case "ldfs"  -> new Floating(FloatFormat.SINGLE);
            case "ldfd"  -> new Floating(FloatFormat.DOUBLE);
            case "ldf8"  -> new Floating(FloatFormat.INTEGER);
            case "ldfe"  -> new Floating(FloatFormat.EXTENDED);
            case "ldf"   -> new Floating(FloatFormat.SPILLED);
            case "ldfps" -> new Pair(FloatFormat.SINGLE);
            case "ldfpd" -> new Pair(FloatFormat.DOUBLE);
            case "ldfp8" -> new Pair(FloatFormat.INTEGER);
            default      -> throw new IllegalArgumentException("no load is called " + mnemonic);
        };
    }

    /// A general register.
    sealed interface OfGeneral extends LoadTarget {
        @Override default Option<Executed> illegal(Execution execution, Base base) {
            return LoadTarget.illegalGeneral(execution, base);
        }

        @Override default Alat.Tag tag(Execution execution) {
            return Advanced.general(execution.machine(), execution.operands().r1());
        }

        @Override default Effects unloaded(Execution execution, boolean nat, Clause because) {
            return Effects.of(new Place.General(execution.operands().r1()), new GeneralValue(0, nat), because);
        }
    }

    /// A load does not write one register twice.
    @Memories.Rule(BASE_TARGET_ILLEGAL)
    static Option<Executed> illegalGeneral(Execution execution, Base base) {
        Operands operands = execution.operands();
        Option<Executed> illegal = Checks.target(execution.machine(), operands.r1());
        return base == Base.KEPT ? illegal
            : Checks.first(illegal, base.illegal(execution), Checks.unless(operands.r1() == operands.r3(), Interruption.ILLEGAL_OPERATION, BASE_TARGET_ILLEGAL));
    }

    /// The general register r1, from 1 to 8 bytes.
    record General(int size) implements OfGeneral {
        @Override public Memories because() {
            return VALUE_LOADED;
        }

        @Override @Memories.Rule(VALUE_LOADED)
        public Effects loaded(Execution execution, PhysicalAddress at) {
            return Effects.of(new Place.General(execution.operands().r1()), GeneralValue.of(Data.read(execution.machine(), at, size)), VALUE_LOADED);
        }
    }

    /// The general register r1 and its NaT bit.
    record Filled() implements OfGeneral {
        @Override public int size() {
            return Long.BYTES;
        }

        @Override public Memories because() {
            return FILL_LOADED;
        }

        @Override @Memories.Rule(FILL_LOADED)
        public Effects loaded(Execution execution, PhysicalAddress at) {
            boolean nat = Bits.bit(execution.machine().application(RegisterNumber.UNAT), Stores.natBit(execution.r3()));
            return Effects.of(new Place.General(execution.operands().r1()), new GeneralValue(Data.read(execution.machine(), at, size()), nat), FILL_LOADED);
        }
    }

    /// The general register r1 and the application register CSD.
    record Wide() implements OfGeneral {
        @Override public int size() {
            return 2 * Long.BYTES;
        }

        @Override public Memories because() {
            return WIDE_LOADED;
        }

        @Override @Memories.Rule(WIDE_LOADED)
        public Effects loaded(Execution execution, PhysicalAddress at) {
            Machine machine = execution.machine();
            return Effects.of(new Place.General(execution.operands().r1()), GeneralValue.of(Data.read(machine, at, Long.BYTES)), WIDE_LOADED)
                .then(new Place.Application(RegisterNumber.CSD), Data.read(machine, Data.after(at), Long.BYTES), WIDE_LOADED);
        }
    }

    /// The floating-point register f1.
    record Floating(FloatFormat format) implements LoadTarget {
        @Override public int size() {
            return format.alignment();
        }

        @Override public int bytes() {
            return format.bytes();
        }

        @Override public Option<Executed> illegal(Execution execution, Base base) {
            int f1 = execution.operands().f1();
            return Checks.first(base.illegal(execution), Checks.floatingTarget(f1), Checks.floatingEnabled(execution.machine(), f1));
        }

        @Override public Alat.Tag tag(Execution execution) {
            return Advanced.floating(execution.machine(), execution.operands().f1());
        }

        @Override public Memories because() {
            return FLOAT_LOADED;
        }

        @Override @Memories.Rule(FLOAT_LOADED)
        public Effects loaded(Execution execution, PhysicalAddress at) {
            Machine machine = execution.machine();
            return Floats.written(machine, execution.operands().f1(), format.value(Data.image(machine, at, bytes())), FLOAT_LOADED);
        }

        @Override public Effects unloaded(Execution execution, boolean nat, Clause because) {
            return Floats.written(execution.machine(), execution.operands().f1(), nothing(format, nat), because);
        }

        @Override public Effects kept(Execution execution) {
            return Floats.modified(execution.machine(), execution.operands().f1());
        }
    }

    /// The floating-point registers f1 and f2, from one value after another.
    record Pair(FloatFormat format) implements LoadTarget {
        @Override public int size() {
            return 2 * format.bytes();
        }

        @Override @Memories.Rule(PAIR_PARITY_ILLEGAL)
        public Option<Executed> illegal(Execution execution, Base base) {
            int f1 = execution.operands().f1();
            int f2 = execution.operands().f2();
            Cfm cfm = execution.machine().cfm();
            return Checks.first(base.illegal(execution), Checks.floatingTarget(f1), Checks.floatingTarget(f2),
                Checks.unless(((Renaming.floating(f1, cfm) ^ Renaming.floating(f2, cfm)) & 1) == 0, Interruption.ILLEGAL_OPERATION, PAIR_PARITY_ILLEGAL),
                Checks.floatingEnabled(execution.machine(), f1), Checks.floatingEnabled(execution.machine(), f2));
        }

        @Override public Alat.Tag tag(Execution execution) {
            return Advanced.floating(execution.machine(), execution.operands().f1());
        }

        @Override public Memories because() {
            return PAIR_LOADED;
        }

        @Override @Memories.Rule(PAIR_LOADED)
        public Effects loaded(Execution execution, PhysicalAddress at) {
            return written(execution, value(execution, at), value(execution, new PhysicalAddress(at.bits() + format.bytes())), PAIR_LOADED);
        }

        private FloatingValue value(Execution execution, PhysicalAddress at) {
            return format.value(Data.image(execution.machine(), at, format.bytes()));
        }

        @Override public Effects unloaded(Execution execution, boolean nat, Clause because) {
            return written(execution, nothing(format, nat), nothing(format, nat), because);
        }

        @Override public Effects kept(Execution execution) {
            Effects first = Floats.modified(execution.machine(), execution.operands().f1());
            return first.then(Floats.modified(execution.machine().with(first), execution.operands().f2()));
        }

        private static Effects written(Execution execution, FloatingValue one, FloatingValue other, Clause because) {
            Effects first = Floats.written(execution.machine(), execution.operands().f1(), one, because);
            return first.then(Floats.written(execution.machine().with(first), execution.operands().f2(), other, because));
        }
    }

    private static FloatingValue nothing(FloatFormat format, boolean nat) {
        return nat ? FloatingValue.NATVAL : format.value(new Image(0, 0));
    }
}
