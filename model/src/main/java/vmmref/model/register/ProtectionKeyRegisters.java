package vmmref.model.register;

import io.vavr.collection.Array;
import io.vavr.control.Option;

/// The protection-key registers of a processor.
public final class ProtectionKeyRegisters {
    private static final int INVALID = -1;

    private final Array<ProtectionKeyRegister> all;
    private final int[] keys;

    private ProtectionKeyRegisters(Array<ProtectionKeyRegister> all) {
        this.all  = all;
        this.keys = all.map(register -> register.valid() ? register.key() : INVALID).toJavaStream().mapToInt(Integer::intValue).toArray();
    }

    /// {@return registers in the order of their numbers}
    public static ProtectionKeyRegisters of(Iterable<ProtectionKeyRegister> all) {
        return new ProtectionKeyRegisters(Array.ofAll(all));
    }

    /// {@return registers that are all 0}
    public static ProtectionKeyRegisters zero(int number) {
        return of(Array.fill(number, ProtectionKeyRegister.ZERO));
    }

    public int number() {
        return keys.length;
    }

    public ProtectionKeyRegister get(int number) {
        return all.get(number);
    }

    public ProtectionKeyRegisters with(int number, ProtectionKeyRegister register) {
        return of(all.update(number, register));
    }

    /// {@return the valid register that holds a key, the first of them}
    public Option<ProtectionKeyRegister> holding(int key) {
        for (int number = 0; number < keys.length; number++) {
            if (keys[number] == key) return Option.some(all.get(number));
        }
        return Option.none();
    }

    @Override public boolean equals(Object other) {
        return other instanceof ProtectionKeyRegisters registers && all.equals(registers.all);
    }

    @Override public int hashCode() {
        return all.hashCode();
    }

    @Override public String toString() {
        return all.mkString("[", ", ", "]");
    }
}
