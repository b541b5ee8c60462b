package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.partition.Cell;
import vmmref.model.partition.Event;
import vmmref.model.partition.Hardware;
import vmmref.model.partition.InterruptVector;
import vmmref.model.partition.Page;
import vmmref.model.partition.Partition;
import vmmref.model.partition.PartitionSet;
import vmmref.model.partition.Phase;
import vmmref.model.partition.Processor;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Word;

/// How a complex is divided: each of the first partitions has a cell that runs, of whose firmware it has what it permits to others; other cells are on the way to any partition.
///
/// @param hardware with at least two cells and two partitions
/// @param first    the cell of partition 0; those of the other partitions follow it, and cell 0 follows the last one
/// @param grants   what each partition permits, as many as there are partitions with a cell that runs
/// @param others   the other cells, in the order in which they follow
/// @param dead     a line of a path that dies when software begins
public record Division(Hardware hardware, int first, Seq<Grant> grants, Seq<Comer> others, Option<Event.Stick> dead) {
    /// Window and vectors: pages 1 and 2, and vectors 0x20 to 0x3f; 0x55 notifies.
    private static final long WINDOW  = 0x0000_0002_0000_0100L;
    private static final long VECTORS = 0x0000_0000_000c_5500L;
    private static final long PORT    = 0xffff_ffffL;

    /// What a partition permits to others.
    ///
    /// @param to         to whom: those with whose link it consents
    /// @param window     whether they may reach its pages 1 and 2, and send data packets
    /// @param interrupts whether they may interrupt it by vectors 0x20 to 0x3f
    public record Grant(PartitionSet to, boolean window, boolean interrupts) { }

    /// A cell on its way.
    ///
    /// @param partition to which the profile assigns it
    /// @param phase     to which it has come
    public record Comer(Partition partition, Phase phase) { }

    /// {@return the cell of a partition that runs}
    public Cell cell(Partition partition) {
        return following(partition.number());
    }

    private Cell following(int number) {
        return new Cell((first + number) % hardware.cells());
    }

    /// {@return its processor on which a monitor runs}
    public Processor processor(Partition partition) {
        return Staged.processor(cell(partition));
    }

    /// {@return the partitions that have a cell that runs}
    public Seq<Partition> settled() {
        return hardware.everyPartition().take(grants.size());
    }

    /// {@return the cells that the profile assigns to a partition}
    public Seq<Cell> cells(Partition partition) {
        return hardware.everyCell().filter(cell -> assigned(cell).contains(partition));
    }

    private Option<Partition> assigned(Cell cell) {
        int number = (cell.number() - first + hardware.cells()) % hardware.cells();
        return number < grants.size() ? Option.some(new Partition(number)) : Option.when(others.get(number - grants.size()).phase() != Phase.RESET, () -> others.get(number - grants.size()).partition());
    }

    /// {@return whether two partitions have consented to a link}
    public boolean isLinked(Partition one, Partition other) {
        return consents(one, other) && consents(other, one);
    }

    private boolean consents(Partition one, Partition other) {
        return !one.equals(other) && grant(one).exists(grant -> grant.to().has(other)) && grant(other).isDefined();
    }

    private Option<Grant> grant(Partition partition) {
        return Option.when(partition.number() < grants.size(), () -> grants.get(partition.number()));
    }

    /// {@return whether a partition may reach a page of another one}
    public boolean permits(Partition from, Partition to, Page page) {
        return isLinked(from, to) && grants.get(to.number()).window() && (page.number() == 1 || page.number() == 2);
    }

    /// {@return whether a partition may send data packets to another one}
    public boolean permits(Partition from, Partition to) {
        return isLinked(from, to) && grants.get(to.number()).window();
    }

    /// {@return whether a partition may interrupt another one}
    public boolean permits(Partition from, Partition to, InterruptVector vector) {
        return isLinked(from, to) && grants.get(to.number()).interrupts() && vector.number() >= 0x20 && vector.number() < 0x40;
    }

    /// {@return the events by which it comes about, while nothing but firmware runs}
    public Seq<Event> boot() {
        Seq<Event> up = settled().flatMap(partition -> at(cell(partition), partition, Phase.RENDEZVOUS).appendAll(permissions(partition)));
        Seq<Event> joined = settled().flatMap(partition -> Vector.of(Staged.joining(cell(partition), partition)).appendAll(quiet()));
        Seq<Event> coming = others.zipWithIndex().flatMap(comer -> at(following(grants.size() + comer._2), comer._1.partition(), before(comer._1.phase())));
        return up.appendAll(links()).appendAll(joined).appendAll(coming);
    }

    private static Phase before(Phase phase) {
        return phase == Phase.RUNNING ? Phase.JOINED : phase;
    }

    /// {@return the events by which other software begins}
    public Seq<Event> begin() {
        Seq<Cell> running = settled().map(this::cell).appendAll(others.zipWithIndex().filter(comer -> comer._1.phase() == Phase.RUNNING).map(comer -> following(grants.size() + comer._2)));
        return running.<Event>map(Event.HandOff::new).appendAll(quiet()).appendAll(dead);
    }

    private Seq<Event> at(Cell cell, Partition partition, Phase phase) {
        return Vector.of(Phase.values()).take(phase.ordinal()).flatMap(from -> Vector.of(Staged.onward(from, cell, partition)).appendAll(quiet()));
    }

    private Seq<Event> permissions(Partition partition) {
        Grant grant = grants.get(partition.number());
        return Vector.of(write(partition, RegisterClass.SHARING, grant.window(), WINDOW | grant.to().mask()), write(partition, RegisterClass.FIREWALL, grant.window(), PORT), write(partition, RegisterClass.INTERRUPT, grant.interrupts(), VECTORS | grant.to().mask()));
    }

    private Event write(Partition partition, RegisterClass register, boolean permits, long word) {
        return new Event.Write(processor(partition), partition, register, permits ? new Word(word) : Word.ZERO);
    }

    private Seq<Event> links() {
        return settled().flatMap(one -> settled().filter(other -> one.compareTo(other) < 0 && (consents(one, other) || consents(other, one))).flatMap(other ->
            Vector.<Event>of(new Event.Request(one, other)).appendAll(Option.when(consents(one, other), () -> answer(one, other))).appendAll(Option.when(consents(other, one), () -> answer(other, one)))));
    }

    private Event answer(Partition partition, Partition other) {
        return new Event.Answer(processor(partition), partition, other, true);
    }

    /// {@return as many ticks as a report and what the state machine tells of it take}
    private Seq<Event> quiet() {
        int bits = 2 * hardware.processors();
        return Vector.fill(2 + hardware.reports().latency() + bits / hardware.reports().lines() + hardware.statuses().latency() + bits * hardware.cells() / hardware.statuses().lines(), Event.Tick::new);
    }
}
