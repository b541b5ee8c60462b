package vmmref.model.partition;

import io.vavr.control.Option;

/// A part of a complex that holds a value of a type.
public sealed interface Place<T> {
    /// {@return the complex with another value here}
    Complex with(Complex complex, T value);

    /// {@return the value here}
    T of(Complex complex);

    /// The status register.
    record Register() implements Place<Statuses> {
        @Override public Complex with(Complex complex, Statuses value) { return complex.with(value); }
        @Override public Statuses of(Complex complex)                  { return complex.register(); }
    }

    record PhaseOf(Cell cell) implements Place<Phase> {
        @Override public Complex with(Complex complex, Phase value) { return complex.with(cell, complex.at(cell).withPhase(value)); }
        @Override public Phase of(Complex complex)                  { return complex.at(cell).phase(); }
    }

    record Assigned(Cell cell) implements Place<Option<Partition>> {
        @Override public Complex with(Complex complex, Option<Partition> value) { return complex.with(cell, complex.at(cell).withAssigned(value)); }
        @Override public Option<Partition> of(Complex complex)                  { return complex.at(cell).assigned(); }
    }

    record ExecutingOn(Cell cell) implements Place<Executing> {
        @Override public Complex with(Complex complex, Executing value) { return complex.with(cell, complex.at(cell).withExecuting(value)); }
        @Override public Executing of(Complex complex)                  { return complex.at(cell).executing(); }
    }

    record ChangeOf(Cell cell) implements Place<Option<Change>> {
        @Override public Complex with(Complex complex, Option<Change> value) { return complex.with(cell, complex.at(cell).withChange(value)); }
        @Override public Option<Change> of(Complex complex)                  { return complex.at(cell).change(); }
    }

    record ReportPath(Cell cell) implements Place<Path> {
        @Override public Complex with(Complex complex, Path value) { return complex.with(cell, complex.at(cell).withReport(value)); }
        @Override public Path of(Complex complex)                  { return complex.at(cell).report(); }
    }

    /// Whether no report of a cell arrived since it started.
    record Fresh(Cell cell) implements Place<Boolean> {
        @Override public Complex with(Complex complex, Boolean value) { return complex.with(cell, complex.at(cell).withFresh(value)); }
        @Override public Boolean of(Complex complex)                  { return complex.at(cell).fresh(); }
    }

    record StatusPath(Partition partition) implements Place<Path> {
        @Override public Complex with(Complex complex, Path value) { return complex.with(partition, complex.of(partition).withStatus(value)); }
        @Override public Path of(Complex complex)                  { return complex.of(partition).status(); }
    }

    record Route(Partition partition) implements Place<CellSet> {
        @Override public Complex with(Complex complex, CellSet value) { return complex.with(partition, complex.of(partition).withRoute(value)); }
        @Override public CellSet of(Complex complex)                  { return complex.of(partition).route(); }
    }

    record Asked(Partition partition) implements Place<PartitionSet> {
        @Override public Complex with(Complex complex, PartitionSet value) { return complex.with(partition, complex.of(partition).withAsked(value)); }
        @Override public PartitionSet of(Complex complex)                  { return complex.of(partition).asked(); }
    }

    record Consented(Partition partition) implements Place<PartitionSet> {
        @Override public Complex with(Complex complex, PartitionSet value) { return complex.with(partition, complex.of(partition).withConsented(value)); }
        @Override public PartitionSet of(Complex complex)                  { return complex.of(partition).consented(); }
    }

    record Enabled(Partition partition) implements Place<PartitionSet> {
        @Override public Complex with(Complex complex, PartitionSet value) { return complex.with(partition, complex.of(partition).withEnabled(value)); }
        @Override public PartitionSet of(Complex complex)                  { return complex.of(partition).enabled(); }
    }

    record FirewallOf(Partition partition) implements Place<Firewall> {
        @Override public Complex with(Complex complex, Firewall value) { return complex.with(partition, complex.of(partition).withFirewall(value)); }
        @Override public Firewall of(Complex complex)                  { return complex.of(partition).firewall(); }
    }

    record SharingOf(Partition partition) implements Place<Sharing> {
        @Override public Complex with(Complex complex, Sharing value) { return complex.with(partition, complex.of(partition).withSharing(value)); }
        @Override public Sharing of(Complex complex)                  { return complex.of(partition).sharing(); }
    }

    record InterruptsOf(Partition partition) implements Place<InterruptList> {
        @Override public Complex with(Complex complex, InterruptList value) { return complex.with(partition, complex.of(partition).withInterrupt(value)); }
        @Override public InterruptList of(Complex complex)                  { return complex.of(partition).interrupt(); }
    }

    record General(Partition partition) implements Place<Word> {
        @Override public Complex with(Complex complex, Word value) { return complex.with(partition, complex.of(partition).withGeneral(value)); }
        @Override public Word of(Complex complex)                  { return complex.of(partition).general(); }
    }

    /// The configuration of a fabric component.
    record Configuration(Partition partition) implements Place<Word> {
        @Override public Complex with(Complex complex, Word value) { return complex.with(partition, complex.of(partition).withConfiguration(value)); }
        @Override public Word of(Complex complex)                  { return complex.of(partition).configuration(); }
    }
}
