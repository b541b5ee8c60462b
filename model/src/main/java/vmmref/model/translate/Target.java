package vmmref.model.translate;

import io.vavr.control.Option;
import vmmref.model.machine.Effects;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.tlb.Translation;
import vmmref.spec.Walks;

/// What a reference reaches before anything is checked.
public sealed interface Target {
    /// It is not translated.
    record Physical(PhysicalAddress address) implements Target { }

    /// One translation matches.
    ///
    /// @param register the valid protection-key register that holds its key, if there is one
    /// @param walked   what the walk that found it inserts and purges; nothing where it was held
    record Page(Translation translation, Option<ProtectionKeyRegister> register, Effects walked) implements Target { }

    /// No translation matches, and a walk found none.
    ///
    /// @param because why not
    record Missed(Walks because) implements Target { }

    /// No translation matches, and the page table is not walked.
    enum Nothing implements Target { NOTHING }

    /// Several translations match.
    enum Several implements Target { SEVERAL }
}
