/// What kinds on lives of guests have in common.
package vmmref.vectors.vmm;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.spec.Clause;
import vmmref.spec.Interruptions;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.LastRead;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Promoted;
import vmmref.vectors.gpmap.Bare;
import vmmref.vectors.gpmap.Hosted;
import vmmref.vectors.machine.Differences;
import vmmref.vectors.partition.PartitionKind;
import vmmref.vectors.xlate.Told;
import vmmref.vectors.xlate.Ways;
import vmmref.vmm.Vmm;
import vmmref.vmm.monitor.Monitoring;

public abstract class LifeKind implements Kind {
    private static final Reference REFERENCE = new Reference();
    private static final String VALID = "8000000000000000";
    private static final String IFS = "cr.ifs";

    private final LastRead<Life> lives = new LastRead<>(given -> Life.read(given.start(), given.in()));
    private volatile Option<LastRead<Set<String>>> opened = Option.none();
    private volatile Option<Turn> turn = Option.none();

    /// {@return what is told of a case beside what guests see}
    protected Watcher watcher(Vmm reference, Case given) {
        return Watcher.NONE;
    }

    /// {@return what tells the same of a monitor}
    protected Listener listener(Case given) {
        return Listener.NONE;
    }

    /// {@return the monitor of a case}
    protected Monitoring monitoring(Monitoring plain, Case given) {
        return plain;
    }

    @Override public Seq<String> parameters() {
        return Kind.super.parameters().removeAll(PartitionKind.PARAMETERS);
    }

    @Override public Option<FieldMistake> unreadable(Case given) {
        return lives.mistake(given);
    }

    @Override public Expectation expectation(Vmm reference, Case given) {
        Life life = life(reference, given);
        Seq<Expectation> ways = Ways.expectation(choice -> seen(unexplained(reference, given, choice)), choice -> told(bare(reference, given, choice, true), life)).alternatives();
        return Expectation.any(ways.map(LifeKind::masked));
    }

    /// {@return whether something is said of a life, whatever freedoms are taken}
    protected boolean isSaid(Vmm reference, Case given) {
        return expectation(reference, given).alternatives().forAll(way -> way.outcome() != Outcome.UNSPECIFIED);
    }

    /// {@return whether something is said of a case by a machine that takes no freedom}
    protected boolean isUsuallySaid(Vmm reference, Case given) {
        return seen(unexplained(reference, given, Choice.USUAL)).outcome() != Outcome.UNSPECIFIED;
    }

    /// {@return cases that were typed, and of those that are generated those of which something is said, each once}
    protected Seq<Draft> drafts(Seq<Draft> typed, Seq<Draft> model) {
        Seq<Draft> known = typed.appendAll(Promoted.drafts(name(), bases())).distinctBy(draft -> draft.given(name()));
        Set<Case> cases = known.map(draft -> draft.given(name())).toSet();
        Seq<Draft> others = model.distinctBy(draft -> draft.given(name())).reject(draft -> cases.contains(draft.given(name()))).filter(this::isSaid);
        return vmmref.vectors.gpmap.Drafts.near(known.appendAll(others));
    }

    /// {@return whether something is said of a case; one that cannot be read is for whoever fills the pack to refuse}
    private boolean isSaid(Draft draft) {
        return unreadable(draft.given(name())).isDefined() || REFERENCE.meeting(draft.needs()).exists(vmm -> isSaid(vmm, draft.given(name())));
    }

    @Override public Answer answer(Vmm subject, Case given) {
        Expectation answer = hosted(subject, given);
        return new Answer.Observed(answer.outcome(), answer.fault(), answer.post(), answer.choice());
    }

    /// All ways of a long life take long: the one that the reference takes stands for them.
    @Override public Set<Expectation> alternatives(Vmm reference, Case given) {
        return HashSet.of(hosted(reference, given).explained(Option.none(), HashMap.empty()));
    }

    private Expectation hosted(Vmm subject, Case given) {
        Life life = life(subject, given);
        Hosted plain = Hosted.by(subject);
        Either<Told, Life.Lived<HostedSide>> lived = life.lived(HostedSide.of(new Hosted(monitoring(plain.rules(), given), plain.turn()), life.guests(), listener(given)));
        return lived.fold(Told::expectation, each -> Told.places(Interruptions.VECTOR_ENTERED, each.places(), LinkedHashMap.empty()).expectation());
    }

    private Life life(Vmm vmm, Case given) {
        return lives.of(given).with(vmm.machine().translator().dimensions().pkrs());
    }

    /// {@return a life of which nobody asks by which clauses it came to what it did}
    private Either<Told, Life.Lived<BareSide>> unexplained(Vmm reference, Case given, Choice choice) {
        return bare(reference, given, choice, false);
    }

    private Either<Told, Life.Lived<BareSide>> bare(Vmm reference, Case given, Choice choice, boolean explained) {
        Life life = life(reference, given);
        Bare bare = Bare.on(reference.machine().profile());
        if (!turn.exists(known -> known.rules() == bare.rules())) turn = Option.some(Turn.of(bare.rules()));
        return life.lived(BareSide.of(bare, turn.get(), choice, life.guests(), watcher(reference, given), explained));
    }

    private static Told seen(Either<Told, Life.Lived<BareSide>> lived) {
        return lived.fold(ended -> ended, each -> new Told(Outcome.DONE, each.side().because(), LinkedHashMap.empty(), each.places().removeAll(open(each)), LinkedHashMap.empty()));
    }

    private static Told told(Either<Told, Life.Lived<BareSide>> lived, Life life) {
        Told seen = seen(lived);
        return lived.fold(ended -> seen, each -> seen.with(by(each.side(), life, seen.places())));
    }

    private static Map<String, String> by(BareSide side, Life life, Map<String, String> places) {
        Map<String, String> noted = side.noted().filterKeys(part -> places.containsKey(part) || part.indexOf('.') > 0 && places.containsKey(part.substring(0, part.indexOf('.')))).mapValues(Clause::name);
        Map<String, String> watched = side.watcher().by().filterKeys(part -> places.keySet().exists(place -> part.equals(place) || part.startsWith(place + "."))).mapValues(Clause::name);
        return life.guests().zipWithIndex().foldLeft(noted.merge(watched), (all, guest) -> all.merge(by(side.guests().get(guest._2), guest._1, Life.prefix(guest._2), places)));
    }

    private static Map<String, String> by(Known known, Start start, String prefix, Map<String, String> places) {
        Map<vmmref.vectors.machine.Spot, String> different = Differences.between(start.bare().withMemory(known.machine().memory()), known.machine());
        Map<String, String> written = Differences.named(known.by().filterKeys(different::containsKey).mapValues(Clause::name), known.machine());
        Set<String> own = places.keySet().filter(place -> place.startsWith(prefix)).map(place -> place.substring(prefix.length()));
        Option<String> goes = Vector.of("ip", "slot").find(own::contains);
        Map<String, String> parts = LinkedHashMap.ofEntries(known.parts().toVector().flatMap(part -> (part._1.startsWith("goes.") ? goes
            .map(place -> place + part._1.substring(4)) : Option.some(part._1).filter(name -> own.contains(name.substring(0, name.indexOf('.'))))).map(name -> Tuple.of(name, part._2.name()))));
        return written.filterKeys(own::contains).merge(known.reasons().of(own)).merge(parts).mapKeys(name -> prefix + name);
    }

    /// Of IFS no more is asked than that it is not valid where a delivery wrote it.
    private static Expectation masked(Expectation way) {
        Map<String, String> mask = way.post().keySet().filter(place -> place.endsWith("." + IFS) && way.by().get(place).contains(Interruptions.FRAME_INVALIDATED.name())).foldLeft(way.mask(), (all, place) -> all.put(place, VALID));
        return new Expectation(way.outcome(), way.fault(), way.post(), mask, way.because(), way.by(), way.choice(), way.others());
    }

    private static Set<String> open(Life.Lived<BareSide> lived) {
        return lived.side().guests().zipWithIndex().foldLeft(HashSet.empty(), (all, guest) -> all.addAll(guest._1.undefined().names().map(name -> Life.prefix(guest._2) + name)));
    }

    private Set<String> open(Case given) {
        return REFERENCE.meeting(given.needs()).map(vmm -> unexplained(vmm, given, Choice.USUAL).map(LifeKind::open).getOrElse(HashSet.empty())).getOrElse(HashSet.empty());
    }

    /// What the manual leaves undefined may change, too.
    @Override public boolean free(Case given, String place) {
        String own = place.matches("g[01]\\..*") ? place.substring(3) : place;
        return Kind.super.free(given, own) || own.startsWith("cr.i") && opened().of(given).contains(place);
    }

    private LastRead<Set<String>> opened() {
        if (opened.isEmpty()) opened = Option.some(new LastRead<>(this::open));
        return opened.get();
    }

    @Override public boolean same(Case given, String place, String expected, String got) {
        return expected.equals(got);
    }

    @Override public Seq<String> unlike(String place, String value) {
        if (value.equals("done")) return Vector.of("undone");
        if (value.equals("yes") || value.equals("no")) return Vector.of("yes", "no").remove(value);
        if (value.contains("+")) return Vector.of("elsewhere");
        if (value.startsWith("fault ")) return Vector.of(Interruption.values()).map(kind -> "fault " + kind.text()).remove(value);
        if (place.startsWith("e")) return Vector.of("absent", "same", "distinct", "inside", "outside").remove(value);
        return value.equals("0") ? Vector.of("1") : value.equals("1") ? Vector.of("0") : value.indexOf(':') >= 0 ? Vector.of((value.charAt(0) == '0' ? "1" : "0") + value.substring(1)) : Vector.empty();
    }

    @Override public boolean isDecidedTogether() {
        return true;
    }

    @Override public Seq<Base> bases() {
        return GuestBase.all().map(GuestBase::base);
    }
}
