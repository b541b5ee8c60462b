package vmmref.model.dependency;

import static vmmref.spec.Dependences.ACCUMULATION_EXEMPT;
import static vmmref.spec.Dependences.CHECK_LOAD_EXEMPT;
import static vmmref.spec.Dependences.EXCLUSIVE_PREDICATES_EXEMPT;
import static vmmref.spec.Dependences.MOVE_TO_BRANCH_EXEMPT;
import static vmmref.spec.Dependences.NEW_FRAME_EXEMPT;
import static vmmref.spec.Dependences.PARALLEL_COMPARES_EXEMPT;
import static vmmref.spec.Dependences.PREDICATE_TO_BRANCH_EXEMPT;
import static vmmref.spec.Dependences.READ_AFTER_WRITE;
import static vmmref.spec.Dependences.TAKEN_BRANCH_EXEMPT;
import static vmmref.spec.Dependences.WRITE_AFTER_READ;
import static vmmref.spec.Dependences.WRITE_AFTER_WRITE;

import io.vavr.Function0;
import io.vavr.collection.Array;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.dependency.Dependency.Kind;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Instruction;
import vmmref.spec.Clause;
import vmmref.spec.Dependences;
import vmmref.spec.Table;

/// The dependencies within the instruction groups of code, permitted or not.
public final class Dependencies {
    private static final Resource LAST_PREDICATE = Resource.predicate(63);
    private static final Dependencies ARCHITECTED = new Dependencies(Touches::architected);

    /// What instructions touch; the table of the architecture is read when it is asked for.
    private final Function0<Touches> touches;

    private Dependencies(Function0<Touches> touches) {
        this.touches = touches;
    }

    public static Dependencies architected() {
        return ARCHITECTED;
    }

    /// {@return the dependencies if instructions touch what a table lists}
    public static Dependencies of(Table resources) {
        Touches listed = Touches.of(resources, Forms.architected());
        return new Dependencies(() -> listed);
    }

    /// {@return the groups of code that is entered at its beginning}
    public Seq<Group> groups(Seq<DecodedBundle> bundles) {
        return Group.of(touches.apply(), bundles);
    }

    /// {@return every dependency in code that is entered at its beginning only, in the order of the later instructions}
    public Seq<Dependency> in(Seq<DecodedBundle> bundles) {
        return groups(bundles).foldLeft(new Found(List.empty(), Exclusions.NONE), Found::and).dependencies().reverse().toArray();
    }

    /// {@return those that nothing exempts}
    public Seq<Dependency> violations(Seq<DecodedBundle> bundles) {
        return in(bundles).filter(Dependency::isViolation);
    }

    /// {@return what an instruction does to resources}
    public Access access(Instruction instruction) {
        return touches.apply().access(instruction);
    }

    /// What was found, the last first, and what is known of predicates.
    private record Found(List<Dependency> dependencies, Exclusions exclusions) {
        Found and(Group group) {
            return new Found(group.entries().zipWithIndex().foldLeft(dependencies, (found, later) ->
                group.entries().take(later._2).foldLeft(found, (each, earlier) -> between(earlier, later._1, exclusions).foldLeft(each, List::prepend))), exclusions.after(group));
        }
    }

    private static Seq<Dependency> between(Group.Entry earlier, Group.Entry later, Exclusions exclusions) {
        Access first = earlier.access();
        Access second = later.access();
        if (first.writes().isEmpty() && first.adds().isEmpty() && !later.nature().loop()) return Array.empty();
        return second.reads().filter(first::changes).map(each -> new Dependency(Kind.READ_AFTER_WRITE, each, earlier.at(), later.at(), read(earlier, later, each, exclusions)))
            .appendAll(second.changes().filter(first::changes).map(each -> new Dependency(Kind.WRITE_AFTER_WRITE, each, earlier.at(), later.at(), written(earlier, later, each, exclusions))))
            .appendAll(last(earlier, later).map(because -> new Dependency(Kind.WRITE_AFTER_READ, LAST_PREDICATE, earlier.at(), later.at(), because)));
    }

    /// The order of the exemptions matters to nobody but those who ask why.
    @Dependences.Rule({READ_AFTER_WRITE, PREDICATE_TO_BRANCH_EXEMPT, MOVE_TO_BRANCH_EXEMPT, CHECK_LOAD_EXEMPT, NEW_FRAME_EXEMPT})
    static Clause read(Group.Entry earlier, Group.Entry later, Resource resource, Exclusions exclusions) {
        Nature first = earlier.nature();
        Nature second = later.nature();
        if (resource.kind() == Resource.Kind.PREDICATE && second.branch() && !first.late()) return PREDICATE_TO_BRANCH_EXEMPT;
        if (first.moves() && (resource.kind() == Resource.Kind.BRANCH && second.indirect() || resource.kind() == Resource.Kind.APPLICATION && second.returns())) return MOVE_TO_BRANCH_EXEMPT;
        if (first.checks() && isLoaded(earlier, resource)) return CHECK_LOAD_EXEMPT;
        if (first.allocates() && resource.equals(Resource.FRAME)) return NEW_FRAME_EXEMPT;
        return apart(earlier, later.instruction().qualifyingPredicate(), exclusions).getOrElse(READ_AFTER_WRITE);
    }

    @Dependences.Rule({WRITE_AFTER_WRITE, ACCUMULATION_EXEMPT, PARALLEL_COMPARES_EXEMPT})
    static Clause written(Group.Entry earlier, Group.Entry later, Resource resource, Exclusions exclusions) {
        if (earlier.access().adds().contains(resource) && later.access().adds().contains(resource)) return ACCUMULATION_EXEMPT;
        if (resource.kind() == Resource.Kind.PREDICATE && parallel(earlier, resource).isDefined() && parallel(earlier, resource).equals(parallel(later, resource))) return PARALLEL_COMPARES_EXEMPT;
        return apart(earlier, later.writesUnder(), exclusions).getOrElse(WRITE_AFTER_WRITE);
    }

    /// {@return why two instructions never both do something, if so}
    @Dependences.Rule({EXCLUSIVE_PREDICATES_EXEMPT, TAKEN_BRANCH_EXEMPT})
    static Option<Clause> apart(Group.Entry earlier, int predicate, Exclusions exclusions) {
        return exclusions.exclude(earlier.writesUnder(), predicate) ? Option.some(EXCLUSIVE_PREDICATES_EXEMPT)
            : Option.when(earlier.nature().departs(), TAKEN_BRANCH_EXEMPT);
    }

    @Dependences.Rule(WRITE_AFTER_READ)
    static Option<Clause> last(Group.Entry earlier, Group.Entry later) {
        return Option.when(later.nature().loop() && later.access().changes(LAST_PREDICATE) && earlier.nature().branch() && earlier.access().reads().contains(LAST_PREDICATE), WRITE_AFTER_READ);
    }

    /// {@return whether a load writes a register because of what it loads, and not with the next address}
    private static boolean isLoaded(Group.Entry load, Resource resource) {
        return load.instruction().operands().exists(each -> Resource.isRegister(each.operand().kind()) && each.operand().name().matches("r1|f1|f2")
            && Resource.of(each.operand().kind(), (int) each.value()).equals(resource));
    }

    private static Option<Nature.Parallel> parallel(Group.Entry compare, Resource predicate) {
        return compare.instruction().operands().find(each -> each.operand().name().matches("p[12]") && each.value() == predicate.number())
            .flatMap(each -> each.operand().name().equals("p1") ? compare.nature().first() : compare.nature().second());
    }
}
