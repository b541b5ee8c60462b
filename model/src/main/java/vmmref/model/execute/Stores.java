package vmmref.model.execute;

import static vmmref.spec.Memories.FLOAT_STORED;
import static vmmref.spec.Memories.SPILL_STORED;
import static vmmref.spec.Memories.VALUE_STORED;
import static vmmref.spec.Memories.WIDE_STORED;

import io.vavr.Function1;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Syntax;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.real.FloatFormat;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.RegisterNumber;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.model.word.Bits;
import vmmref.spec.Encodings;
import vmmref.spec.Memories;

/// Stores of general and of floating-point registers.
final class Stores {
    private static final Map<String, Integer> SIZES = HashMap.of("st1", 1, "st2", 2, "st4", 4, "st8", 8);
    private static final Map<String, FloatFormat> FORMATS = HashMap.of("stfs", FloatFormat.SINGLE, "stfd", FloatFormat.DOUBLE, "stf8", FloatFormat.INTEGER,
        "stfe", FloatFormat.EXTENDED, "stf", FloatFormat.SPILLED);

    private Stores() { }

    static Option<Meaning> of(Form form) {
        boolean stores = form.clause() == Encodings.STORE_FORM || form.clause() == Encodings.FLOAT_MEMORY_FORM && form.syntax().mnemonic().startsWith("st");
        return Option.when(stores, () -> meaning(form.syntax()));
    }

    private static Meaning meaning(Syntax syntax) {
        Base base = Base.of(syntax);
        String name = syntax.mnemonic().split("\\.")[0];
        if (FORMATS.containsKey(name)) return floating(FORMATS.get(name).get(), base);
        if (name.equals("st16")) return execution -> storedWide(execution, base);
        if (syntax.mnemonic().equals("st8.spill")) return execution -> spilled(execution, base);
        int size = SIZES.get(name).get();
        return execution -> stored(execution, base, size);
    }

    private static Meaning floating(FloatFormat format, Base base) {
        return execution -> stored(execution, base, format);
    }

    /// {@return the number of the bit of UNAT that belongs to an address}
    static int natBit(GeneralValue address) {
        return (int) Bits.field(address.bits(), 8, 3);
    }

    @Memories.Rule(VALUE_STORED)
    static Executed stored(Execution execution, Base base, int size) {
        return base.illegal(execution).getOrElse(() -> reached(execution, size, execution.r2().nat(), to ->
            done(execution, base, to.address(), size, Data.written(execution.machine(), to.address(), size, execution.r2().bits(), VALUE_STORED), VALUE_STORED)));
    }

    @Memories.Rule(SPILL_STORED)
    static Executed spilled(Execution execution, Base base) {
        return base.illegal(execution).getOrElse(() -> reached(execution, Long.BYTES, false, to -> {
            long bit = 1L << natBit(execution.r3());
            long nats = execution.machine().application(RegisterNumber.UNAT);
            Effects value = Data.written(execution.machine(), to.address(), Long.BYTES, execution.r2().bits(), SPILL_STORED)
                .then(new Place.Application(RegisterNumber.UNAT), execution.r2().nat() ? nats | bit : nats & ~bit, SPILL_STORED);
            return done(execution, base, to.address(), Long.BYTES, value, SPILL_STORED);
        }));
    }

    @Memories.Rule(WIDE_STORED)
    static Executed storedWide(Execution execution, Base base) {
        return base.illegal(execution).getOrElse(() -> reached(execution, 2 * Long.BYTES, execution.r2().nat(), to ->
            Accesses.whole(execution, to, done(execution, base, to.address(), 2 * Long.BYTES, pair(execution, to.address(), WIDE_STORED), WIDE_STORED))));
    }

    /// {@return the effects of putting r2 and CSD into eight bytes each}
    static Effects pair(Execution execution, PhysicalAddress at, Memories because) {
        Machine machine = execution.machine();
        return Data.written(machine, at, Long.BYTES, execution.r2().bits(), because)
            .then(Data.written(machine, Data.after(at), Long.BYTES, machine.application(RegisterNumber.CSD), because));
    }

    @Memories.Rule(FLOAT_STORED)
    static Executed stored(Execution execution, Base base, FloatFormat format) {
        boolean nat = format != FloatFormat.SPILLED && execution.f2().isNatVal();
        return Checks.first(base.illegal(execution), Checks.floatingEnabled(execution.machine(), execution.operands().f2()))
            .getOrElse(() -> reached(execution, format.alignment(), nat, to ->
                done(execution, base, to.address(), format.bytes(),
                    Data.written(execution.machine(), to.address(), format.bytes(), format.image(execution.f2()), FLOAT_STORED), FLOAT_STORED)));
    }

    private static Executed reached(Execution execution, int size, boolean nat, Function1<Translated.To, Executed> then) {
        return Accesses.reached(execution, Accesses.reference(ReferenceType.STORE, execution.r3(), size, nat), then);
    }

    private static Executed done(Execution execution, Base base, PhysicalAddress at, int bytes, Effects value, Memories because) {
        return new Executed.Done(value.then(Advanced.lost(execution.machine(), at, bytes)).then(base.updated(execution)), because);
    }
}
