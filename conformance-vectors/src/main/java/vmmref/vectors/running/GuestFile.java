package vmmref.vectors.running;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;
import vmmref.model.machine.Machine;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.profile.Profile;
import vmmref.vectors.elf.Elf;
import vmmref.vectors.elf.Segment;
import vmmref.vectors.run.UsageMistake;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Guest;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitoring;

/// An executable that a guest runs.
public record GuestFile(Path file, Elf elf) {
    private static final long MEGABYTE = 1 << 20;
    private static final long LEAST    = 16 * MEGABYTE;
    /// The largest page that the memory of a guest is aligned to.
    private static final long LARGEST  = 256 * MEGABYTE;

    /// {@return the machine on which a guest believes to start}
    public Machine start(Monitoring rules) {
        return Loading.machine(file, elf, rules.guest().profile());
    }

    /// {@return guests whose memory lies one behind the other in that of the host}
    ///
    /// @param megabytes of memory that each guest has; if it is not said, 16, or for a larger image the power of two that holds it
    /// @throws UsageMistake if there is not so much memory, or an image does not fit; the message names the file
    public static Seq<Guest> guests(Monitoring rules, Seq<GuestFile> files, Option<Long> megabytes) {
        Profile host = rules.host().profile();
        return files.foldLeft(Tuple.of(Vector.<Guest>empty(), LEAST), (placed, file) -> file.placed(rules, placed, file.bytes(megabytes, host))).apply((all, end) -> all);
    }

    private Tuple2<Vector<Guest>, Long> placed(Monitoring rules, Tuple2<Vector<Guest>, Long> before, long bytes) {
        Profile host = rules.host().profile();
        long align = Math.min(LARGEST, Long.highestOneBit(bytes));
        long first = before._2 + align - 1 & -align;
        if (first + bytes > own(host)) throw new UsageMistake("%s: there is no room for %,d MB from 0x%x on, since the monitor keeps what is from 0x%x on for itself; run fewer guests, give each less by --memory, or link the image at a lower address"
            .formatted(file, bytes / MEGABYTE, first, own(host)));
        GuestMap map = GuestMap.EMPTY.with(new GuestMap.Run(0, bytes / GuestMap.PAGE, new Backing.Frames(new PhysicalAddress(first))));
        return Tuple.of(before._1.append(Guest.of(start(rules), map)), first + bytes);
    }

    private long bytes(Option<Long> megabytes, Profile host) {
        Option<Segment> last = elf.segments().maxBy((one, other) -> Long.compareUnsigned(one.end(), other.end()));
        long end = last.map(Segment::end).getOrElse(0L);
        if (Long.compareUnsigned(end, own(host)) > 0) throw new UsageMistake("%s: %s goes beyond 0x%x, where the frames begin that the monitor of %s keeps for itself; link it at a lower address".formatted(file, last.get(), own(host), host.name()));
        long bytes = megabytes.map(many -> many * MEGABYTE).getOrElse(() -> Long.highestOneBit(Math.max(LEAST, end) - 1) << 1);
        if (end > bytes) throw new UsageMistake("%s: %s is beyond the %,d MB of memory that the guest has; give it more by --memory, or link it at a lower address".formatted(file, last.get(), bytes / MEGABYTE));
        return bytes;
    }

    /// {@return where the frames begin that the monitor keeps for itself}
    private static long own(Profile host) {
        return Hosting.frames(host.dimensions()).bits();
    }
}
