package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.partition.Event;
import vmmref.model.partition.InterruptVector;
import vmmref.model.partition.Page;
import vmmref.model.partition.Partition;
import vmmref.model.partition.Processor;
import vmmref.model.partition.Software;

/// What partitions reach of each other at some time, asked for.
record Probes(Estate estate) {
    /// The edges of windows and of groups of vectors.
    private static final Seq<Page> PAGES = Vector.of(0, 1, 2, 3, 0xffffff).map(Page::new);
    private static final Seq<InterruptVector> VECTORS = Vector.of(0x1f, 0x20, 0x3f, 0x40).map(InterruptVector::new);

    /// {@return what comes of it, for each partition whose cell runs other software, of each other one}
    Seq<Happened> all() {
        return estate.division().settled().map(estate.division()::processor).filter(processor -> estate.software(processor) == Software.OTHER)
            .flatMap(processor -> estate.division().hardware().everyPartition().reject(partition -> partition.number() < estate.tenants().size() && estate.division().processor(partition).equals(processor)).flatMap(partition -> events(processor, partition)))
            .map(event -> new Happened(estate.complex(), event, estate.subject().react(estate.division().hardware(), estate.complex(), event)));
    }

    private Seq<Event> events(Processor processor, Partition partition) {
        Seq<Event> reaches = PAGES.map(page -> new Event.Reach(processor, partition, page));
        Seq<Event> interrupts = VECTORS.map(vector -> new Event.Interrupt(processor, partition, vector));
        return reaches.appendAll(interrupts).appendAll(estate.division().cells(partition).map(cell -> new Event.Data(processor, cell)));
    }
}
