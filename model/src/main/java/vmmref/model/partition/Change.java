package vmmref.model.partition;

/// A change of routing that a cell is about to make.
///
/// @param partition to which the cell goes, or which it leaves
/// @param next      which of the steps is next, from 0
public record Change(Kind kind, Partition partition, int next) {

    /// What it comes to.
    public enum Kind { JOIN, MOVE, LEAVE }

    /// A part of a change that is an event of its own.
    public enum Step { DETERMINE, REMOVE, ADD, CLOSE }

    Change following() {
        return new Change(kind, partition, next + 1);
    }
}
