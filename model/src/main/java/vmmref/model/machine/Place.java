package vmmref.model.machine;

import io.vavr.control.Option;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;

/// A part of a machine that holds a value of a type.
public sealed interface Place<T> {
    /// {@return the machine with another value here}
    Machine with(Machine machine, T value);

    /// {@return the value here}
    T of(Machine machine);

    /// A region register.
    record Region(int number) implements Place<RegionRegister> {
        @Override public Machine with(Machine machine, RegionRegister value) {
            return machine.withRegions(machine.regions().with(number, value));
        }

        @Override public RegionRegister of(Machine machine) {
            return machine.regions().get(number);
        }
    }

    /// A protection-key register.
    record Key(int number) implements Place<ProtectionKeyRegister> {
        @Override public Machine with(Machine machine, ProtectionKeyRegister value) {
            return machine.withKeys(machine.keys().with(number, value));
        }

        @Override public ProtectionKeyRegister of(Machine machine) {
            return machine.keys().get(number);
        }
    }

    /// A translation register, which may be empty.
    record Pinned(Stream stream, int slot) implements Place<Option<Translation>> {
        @Override public Machine with(Machine machine, Option<Translation> value) {
            return machine.withTlb(machine.tlb().withRegister(stream, slot, value));
        }

        @Override public Option<Translation> of(Machine machine) {
            return machine.tlb().register(stream, slot);
        }
    }

    /// Whether a translation cache holds a translation.
    record Cached(Stream stream, Translation translation) implements Place<Boolean> {
        @Override public Machine with(Machine machine, Boolean value) {
            return machine.withTlb(machine.tlb().withCached(stream, translation, value));
        }

        @Override public Boolean of(Machine machine) {
            return machine.tlb().isCached(stream, translation);
        }
    }
}
