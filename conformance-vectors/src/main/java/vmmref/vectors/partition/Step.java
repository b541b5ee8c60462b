package vmmref.vectors.partition;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Change;
import vmmref.model.partition.Complex;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware.Gate;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.Reaction;
import vmmref.model.partition.Reply;
import vmmref.spec.Clause;
import vmmref.spec.Partitions;

/// One event of a trace, and what came of it.
///
/// @param number from 1
/// @param before the complex that it met
/// @param sights what can be observed afterwards
/// @param changed those of which something else was observed before
public record Step(Partitioner rules, int number, Event event, Complex before, Reaction reaction, Seq<Sight> sights, Seq<Sight> changed) {

    /// {@return the first step}
    static Step first(Partitioner rules, Event event, Complex before) {
        return of(rules, 1, event, before, Sight.all(rules, before));
    }

    /// {@return the step after this one}
    Step next(Event following) {
        return of(rules, number + 1, following, after(), sights);
    }

    private static Step of(Partitioner rules, int number, Event event, Complex before, Seq<Sight> known) {
        Reaction reaction = rules.react(before, event);
        if (reaction.effects().isEmpty()) return new Step(rules, number, event, before, reaction, known, Vector.empty());
        Seq<Sight> sights = Sight.all(rules, reaction.complex());
        return new Step(rules, number, event, before, reaction, sights, known.zip(sights).filter(pair -> !pair._1.equals(pair._2)).map(pair -> pair._2));
    }

    Complex after() {
        return reaction.complex();
    }

    private String name() {
        return "e" + number;
    }

    /// {@return the event in words}
    public String told() {
        return Words.text(event);
    }

    /// {@return the reply as the place of the event holds it}
    public String reply() {
        return switch (reaction.reply()) {
            case Reply.Done done               -> "done";
            case Reply.Refused refused         -> "refused";
            case Reply.Silent silent           -> "silent";
            case Reply.Failed failed           -> "failed";
            case Reply.Value value             -> "value";
            case Reply.Interrupted interrupted -> "interrupt";
            case Reply.Taken(var status)       -> Steps.text(status);
        };
    }

    /// {@return what the reply carries}
    public Option<String> carried() {
        return switch (reaction.reply()) {
            case Reply.Value(var word)         -> Option.some(Names.text(word));
            case Reply.Interrupted(var vector) -> Option.some("%02x".formatted(vector.number()));
            default                            -> Option.none();
        };
    }

    public Clause because() {
        return reaction.because();
    }

    /// {@return what changed that can be observed: place to value}
    public Map<String, String> changes() {
        return LinkedHashMap.ofEntries(changed.map(sight -> Tuple.of(sight.place(), sight.value())));
    }

    /// {@return which clause says so}
    public Map<String, Clause> reasons() {
        return LinkedHashMap.ofEntries(changed.map(sight -> Tuple.of(sight.place(), sight.because(after(), reaction.effects()).getOrElse(reaction.because()))));
    }

    /// {@return places and values: the reply, what it carries, and what changed}
    Map<String, String> places() {
        Map<String, String> reply = LinkedHashMap.of(name(), reply());
        Map<String, String> carrying = carried().map(value -> reply.put(name() + ".value", value)).getOrElse(reply);
        return changes().foldLeft(carrying, (all, change) -> all.put(name() + "." + change._1, change._2));
    }

    /// {@return the clauses that decided, by places and by parts of the reply that have no value: paths, and the status that was asked}
    Map<String, String> by() {
        Map<String, String> said = LinkedHashMap.of(name(), saying().name());
        Map<String, String> reply = carried().isDefined() ? said.put(name() + ".value", because().name()) : said;
        Map<String, String> decided = reaction.effects().filter(effect -> Sight.isHidden(effect.place()))
            .foldLeft(reply, (all, effect) -> all.put(name() + "." + Sight.owner(effect.place()), effect.because().name()));
        Map<String, String> asked = asked().foldLeft(decided, (all, part) -> all.put(name() + "." + part._1, part._2.name()));
        return reasons().foldLeft(asked, (all, reason) -> all.put(name() + "." + reason._1, reason._2.name()));
    }

    /// {@return the clause that decided what the reply says: of a packet that was taken, which status it has}
    private Clause saying() {
        return reaction.reply() instanceof Reply.Taken ? Partitions.PACKET_STAMPED : because();
    }

    /// {@return what decided about a status before it decided about the event}
    private Map<String, Clause> asked() {
        Map<String, Clause> none = LinkedHashMap.empty();
        return switch (event) {
            case Event.Read read         -> gated(none, read);
            case Event.Write write       -> gated(none, write);
            case Event.Answer answer     -> gated(none, answer);
            case Event.Proceed(var cell) -> mask(cell).map(partition -> seen(none, partition)).getOrElse(none);
            case Event.Packet packet     -> because() == Partitions.FABRIC_UNSECURE ? none.put("stamp", Partitions.PACKET_STAMPED) : none;
            default                      -> none;
        };
    }

    private Option<Partition> mask(Cell cell) {
        if (because() == Partitions.ROUTE_ADDED)   return before.at(cell).change().map(Change::partition);
        if (because() == Partitions.ROUTE_REMOVED) return before.routing(cell);
        if (because() != Partitions.ROUTE_CLOSED)  return Option.none();
        return before.at(cell).change().flatMap(change -> Steps.next(rules.itinerary(), change).contains(Change.Step.ADD) ? Option.some(change.partition()) : before.routing(cell));
    }

    private Map<String, Clause> gated(Map<String, Clause> others, Event.Asking asking) {
        boolean early = because() == Partitions.ACCESS_IDLE || because() == Partitions.ACCESS_FOREIGN || because() == Partitions.REGISTER_HARDWIRED;
        if (early) return others;
        return seen(rules.hardware().gate() == Gate.PARTITION ? others.put("status", Partitions.STATUS_OF_PARTITION) : others, asking.partition());
    }

    private Map<String, Clause> seen(Map<String, Clause> others, Partition partition) {
        return before.of(partition).status().isUnderWay() ? others.put("seen", Partitions.TRANSFER_SEEN) : others;
    }
}
