package vmmref.model.translate;

import vmmref.model.machine.Addressing;
import vmmref.model.register.Pte;

/// What a condition looks at.
///
/// @param rules     those that decide
/// @param machine   before the operation
/// @param operation what is checked
/// @param choice    the freedoms that are taken
/// @param target    what it reaches
/// @param entry     the page-table entry of the page that is reached; one that raises no condition where there is no page
record Sight(Translator rules, Addressing machine, Operation operation, Choice choice, Target target, Pte entry) {
    private static final Pte INNOCENT = new Pte(0x661);

    Sight(Translator rules, Addressing machine, Operation operation, Choice choice, Target target) {
        this(rules, machine, operation, choice, target, target instanceof Target.Page(var translation, var register, var walked) ? translation.entry() : INNOCENT);
    }

    /// {@return the operation, which is a reference}
    Reference reference() {
        return (Reference) operation;
    }

    /// {@return the privilege level at which the page is asked}
    int level() {
        return reference().type().isOfStack() ? reference().level() : reference().type().isProbe() ? Conditions.probeLevel(reference().level(), machine.psr().cpl()) : machine.psr().cpl();
    }
}
