package vmmref.model.dependency;

import static vmmref.spec.Dependences.GROUP_BOUNDED;

import io.vavr.collection.Array;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.model.bundle.Template;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Instruction;
import vmmref.spec.Clause;
import vmmref.spec.Dependences;

/// Instructions between which there is no stop; what encodes none is left out.
public record Group(Seq<Entry> entries, Clause because) {
    /// An instruction of a group.
    ///
    /// @param at          where it stands
    /// @param instruction what it is
    /// @param access      what it does to resources
    /// @param nature      what exemptions ask about it
    public record Entry(Dependency.Spot at, Instruction instruction, Access access, Nature nature) {
        static Entry of(Touches touches, Dependency.Spot at, Instruction instruction) {
            return new Entry(at, instruction, touches.access(instruction), touches.nature(instruction));
        }

        /// {@return the predicate under which it writes}
        int writesUnder() {
            return nature.unconditional() ? 0 : instruction.qualifyingPredicate();
        }

        /// {@return whether nothing that follows it is ever executed after it}
        boolean leaves() {
            return nature.leaves() && instruction.qualifyingPredicate() == 0;
        }
    }

    /// @param touches what instructions touch
    /// @param done    the groups that have ended, the last first
    /// @param begun   the entries of the one that has not, the last first
    private record Cut(Touches touches, List<Group> done, List<Entry> begun) {
        Cut and(Dependency.Spot at, Decoded slot, boolean stop) {
            List<Entry> entries = slot instanceof Decoded.Assigned assigned ? begun.prepend(Entry.of(touches, at, assigned.instruction())) : begun;
            boolean left = slot instanceof Decoded.Assigned && entries.head().leaves();
            return stop || left ? new Cut(touches, done.prepend(group(entries)), List.empty()) : new Cut(touches, done, entries);
        }

        Seq<Group> groups() {
            return (begun.isEmpty() ? done : done.prepend(group(begun))).reverse().toArray();
        }

        private static Group group(List<Entry> entries) {
            return new Group(entries.reverse().toArray(), GROUP_BOUNDED);
        }
    }

    /// {@return the groups of code that is entered at its beginning}
    @Dependences.Rule(GROUP_BOUNDED)
    static Seq<Group> of(Touches touches, Seq<DecodedBundle> bundles) {
        return bundles.zipWithIndex().foldLeft(new Cut(touches, List.empty(), List.empty()), (cut, bundle) -> {
            Seq<Boolean> stops = stops(bundle._1);
            return bundle._1.slots().zipWithIndex().foldLeft(cut, (each, slot) -> each.and(new Dependency.Spot(bundle._2, slot._2), slot._1, stops.get(slot._2)));
        }).groups();
    }

    private static Seq<Boolean> stops(DecodedBundle bundle) {
        return switch (bundle) {
            case DecodedBundle.Three three       -> three.template().stops();
            case DecodedBundle.Long longer       -> stops(longer.template());
            case DecodedBundle.Reserved reserved -> Array.empty();
        };
    }

    private static Seq<Boolean> stops(Template template) {
        return Array.of(template.stops().get(0), template.stops().get(2));
    }
}
