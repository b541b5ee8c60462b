package vmmref.model.dependency;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;

/// Pairs of predicates of which at most one is 1, because a compare wrote both and nothing has written either since.
record Exclusions(List<Pair> pairs) {
    static final Exclusions NONE = new Exclusions(List.empty());

    record Pair(int one, int other) {
        boolean isOf(int first, int second) {
            return one == first && other == second || one == second && other == first;
        }
    }

    /// {@return whether two instructions with these predicates never both do something}
    boolean exclude(int one, int other) {
        return pairs.exists(pair -> pair.isOf(one, other));
    }

    /// {@return what is known after a group}
    Exclusions after(Group group) {
        return group.entries().foldLeft(this, Exclusions::after);
    }

    private Exclusions after(Group.Entry entry) {
        Access access = entry.access();
        Seq<Integer> written = access.changes().filter(each -> each.kind() == Resource.Kind.PREDICATE).map(Resource::number);
        boolean rotates = access.changes(Resource.FRAME);
        List<Pair> left = written.isEmpty() && !rotates ? pairs
            : pairs.reject(pair -> written.contains(pair.one()) || written.contains(pair.other()) || rotates && (pair.one() >= 16 || pair.other() >= 16));
        return new Exclusions(entry.nature().exclusive() && entry.writesUnder() == 0 ? left.prepend(pair(entry.instruction())) : left);
    }

    private static Pair pair(Instruction compare) {
        return new Pair(value(compare, "p1"), value(compare, "p2"));
    }

    private static int value(Instruction compare, String name) {
        return (int) compare.operands().find(each -> each.operand().name().equals(name)).map(Operand.Value::value).get().longValue();
    }
}
