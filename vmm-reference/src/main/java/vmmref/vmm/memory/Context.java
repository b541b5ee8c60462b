package vmmref.vmm.memory;

import vmmref.model.register.Psr;

/// What real translations of a guest depend on besides its own: for each context there are other ones, so that what a page permits is composed for one level, and what an address means for one setting.
///
/// @param level 0 or 3, the privilege level that the guest believes to be at
/// @param it    whether the guest believes that its fetches are translated
/// @param dt    whether it believes so of its data
/// @param rt    whether it believes so of its register stack
public record Context(int level, boolean it, boolean dt, boolean rt) {
    public Context {
        if (level != 0 && level != 3) throw new IllegalArgumentException("guests have the levels 0 and 3, not " + level);
    }

    /// {@return the context of a guest}
    ///
    /// @param psr as the guest believes it to be
    public static Context of(Psr psr) {
        return new Context(psr.cpl() == 0 ? 0 : 3, psr.it(), psr.dt(), psr.rt());
    }

    /// {@return the privilege level at which it runs on the host, 1 or 3: level 0 is the monitor's}
    public int real() {
        return level == 0 ? 1 : 3;
    }

    /// {@return whether an address means the same to fetches, data and the register stack}
    public boolean isUniform() {
        return it == dt && dt == rt;
    }

    /// {@return whether an address does not mean the same to data and to the register stack, which have one translation look-aside buffer}
    public boolean isSplit() {
        return dt != rt;
    }
}
