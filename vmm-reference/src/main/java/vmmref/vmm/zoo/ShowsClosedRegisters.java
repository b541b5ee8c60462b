package vmmref.vmm.zoo;

import io.vavr.collection.Vector;
import vmmref.model.partition.Controller;
import vmmref.model.partition.Partitioner;
import vmmref.model.partition.RegisterClass;
import vmmref.model.partition.Reply;
import vmmref.model.partition.Word;
import vmmref.spec.Partitions;

/// Answers a read of a closed register INTERRUPT with what it holds.
final class ShowsClosedRegisters {
    static final Member MEMBER = Member.partitioning("ShowsClosedRegisters", "a closed register can be read",
        Vector.of(Partitions.ACCESS_CLOSED), "AccessGuarantees.theTableDecides", ShowsClosedRegisters::wrong);

    private ShowsClosedRegisters() { }

    private static Partitioner wrong(Partitioner right) {
        return right.withShown((hardware, complex, read) -> read.register() == RegisterClass.INTERRUPT ? shown(complex.of(read.partition())) : right.shown().of(hardware, complex, read));
    }

    private static Reply shown(Controller controller) {
        return new Reply.Value(new Word(controller.interrupt().bits()));
    }
}
