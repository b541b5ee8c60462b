package vmmref.vmm.recognize;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.bundle.Slot;

/// The instructions of a block that were recognised, and so the values of their fields.
///
/// @param latest the last one first; wildcards bind nothing
public record Bindings(List<Bound> latest) {
    static final Bindings NOTHING = new Bindings(List.empty());

    /// What stands in a slot, and the pattern that it matches.
    public record Bound(InstructionPattern pattern, Slot slot) { }

    /// {@return these and one more; none if a name would have two values}
    Option<Bindings> with(InstructionPattern pattern, Slot slot) {
        Bindings all = new Bindings(latest.prepend(new Bound(pattern, slot)));
        return Option.when(pattern.variables().forAll(variable -> !variable.shared() || all.agree(variable, slot)), all);
    }

    private boolean agree(Variable variable, Slot slot) {
        return latest.forAll(bound -> bound.pattern().variables().forAll(other -> !other.name().equals(variable.name()) || other.of(bound.slot()) == variable.of(slot)));
    }

    /// {@return the instructions in the order of the block}
    public Seq<Bound> bound() {
        return latest.reverse();
    }

    /// {@return the values by name}
    public Map<String, Long> values() {
        return LinkedHashMap.ofEntries(bound().flatMap(each -> each.pattern().variables().map(variable -> Tuple.of(variable.name(), variable.of(each.slot())))));
    }
}
