package vmmref.vmm.monitor;

import static vmmref.spec.FirstAccesses.DOMAIN_KEYED;
import static vmmref.spec.Guests.KEYS_CACHED;
import static vmmref.spec.Guests.NUMBERS_DISTINCT;
import static vmmref.spec.Guests.NUMBERS_RECYCLED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import vmmref.model.machine.Machine;
import vmmref.model.protect.Access;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.translate.Instruction;
import vmmref.spec.FirstAccesses;
import vmmref.spec.Guests;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.memory.Numbering;
import vmmref.vmm.memory.Owner;

/// Which protection keys of the host stand for those of a guest. Its protection-key registers are a cache of those that the guest believes to have; the first one is the monitor's. Where all are in use they give their places in turn, so that an instruction comes to have all keys that it needs.
final class Keys {
    /// The key of the monitor, which every reference may use: what it opens is closed by rights.
    static final int MONITOR = 0;

    private static final long KEY = 0xffffffL << 8;
    private static final int VALID = 1;
    private static final ProtectionKeyRegister OPEN = new ProtectionKeyRegister(VALID);

    private Keys() { }

    /// What stands for a key.
    record Given(Answer answer, int key) { }

    /// {@return the key that stands for one of the guest that runs}
    ///
    /// @param key   of the guest; none for what is checked by none
    /// @param state of the page, if keys tell it
    static Given given(Answer answer, Option<Integer> key, Option<PageState> state) {
        if (key.isEmpty() && state.isEmpty()) return new Given(answer, MONITOR);
        Owner.Key owner = new Owner.Key(answer.monitor().running(), key, state);
        Numbering<Owner.Key> before = answer.monitor().keys();
        Answer clean = before.suffices(Vector.of(owner)) ? answer : without(answer.because(NUMBERS_RECYCLED).flushed(), register -> true);
        Numbering<Owner.Key> after = before.with(Vector.of(owner));
        return new Given(clean.because(NUMBERS_DISTINCT).with(clean.monitor().withKeys(after)), after.of(owner));
    }

    /// {@return the answer after a register of the machine has the key that stands for one of the guest, if a register that it believes in has that}
    @Guests.Rule(KEYS_CACHED)
    static Answer loaded(Answer answer, Machine believed, Option<Integer> key, Option<PageState> state) {
        Option<ProtectionKeyRegister> register = register(believed, key, state);
        if (register.isEmpty()) return answer;
        Given given = given(answer, key, state);
        ProtectionKeyRegister real = new ProtectionKeyRegister(register.get().bits() & ~KEY | (long) given.key() << 8);
        ProtectionKeyRegisters held = given.answer().machine().addressing().keys();
        if (held.holding(given.key()).contains(real)) return given.answer();
        int place = Vector.range(1, held.number()).find(number -> !held.get(number).valid()).getOrElse(() -> answer.rules().watch().evicting().applyAsInt(given.answer().monitor().opened(), held.number()));
        return (state.isDefined() ? given.answer().because(KEYS_CACHED, DOMAIN_KEYED) : given.answer().because(KEYS_CACHED)).with(given.answer().monitor().withOpened(place)).then(move(place, real));
    }

    /// {@return what a register permits that stands for one of the guest: no more than that permits, and than the state of the page does}
    @FirstAccesses.Rule(DOMAIN_KEYED)
    static Option<ProtectionKeyRegister> register(Machine believed, Option<Integer> key, Option<PageState> state) {
        Option<ProtectionKeyRegister> own = key.isDefined() && believed.psr().pk() ? believed.addressing().keys().holding(key.get()) : Option.when(state.isDefined(), OPEN);
        return own.map(register -> state.map(each -> new ProtectionKeyRegister(register.bits() | denied(each))).getOrElse(register));
    }

    private static long denied(PageState state) {
        return (state.permits(Access.WRITE) ? 0 : 1 << 1) | (state.permits(Access.READ) ? 0 : 1 << 2) | (state.permits(Access.EXECUTE) ? 0 : 1 << 3);
    }

    /// {@return the answer after no register of the machine stands for what a guest does not believe any more about whether keys are checked}
    static Answer toggled(Answer answer, Psr before, Psr after) {
        return answer.rules().watch().isKeyed() && before.pk() != after.pk() ? without(answer, register -> true) : answer;
    }

    /// {@return the answer after no register of the machine has the key that stands for one of a virtual processor}
    static Answer forgotten(Answer answer, int key) {
        Seq<Integer> real = answer.monitor().keys().of(owner -> owner.processor() == answer.monitor().running() && owner.key().contains(key));
        return without(answer, register -> real.contains(register.key()));
    }

    private static Answer without(Answer answer, Predicate<ProtectionKeyRegister> gone) {
        ProtectionKeyRegisters held = answer.machine().addressing().keys();
        return Vector.range(1, held.number()).filter(number -> held.get(number).valid() && gone.test(held.get(number)))
            .foldLeft(answer, (given, number) -> given.then(move(number, ProtectionKeyRegister.ZERO)));
    }

    /// {@return the register of the monitor, by which the walker may read the host's table while keys are checked}
    static ProtectionKeyRegister monitor() {
        return new ProtectionKeyRegister((long) MONITOR << 8 | VALID);
    }

    static Instruction.MoveKey move(int number, ProtectionKeyRegister value) {
        return new Instruction.MoveKey(GeneralValue.of(number), GeneralValue.of(value.bits()));
    }
}
