package vmmref.model.translate;

import io.vavr.control.Option;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.tlb.Translation;

/// What a reference reaches before anything is checked.
public sealed interface Target {
    /// It is not translated.
    record Physical(PhysicalAddress address) implements Target { }

    /// One translation matches.
    ///
    /// @param register the valid protection-key register that holds its key, if there is one
    record Page(Translation translation, Option<ProtectionKeyRegister> register) implements Target { }

    /// No translation matches, or there is nothing to look for.
    enum Nothing implements Target { NOTHING }

    /// Several translations match.
    enum Several implements Target { SEVERAL }
}
