package vmmref.properties.arbitrary.kernel;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.Pte;

/// A guest as a person reads it: what differs from one to the other, as assembly and page tables.
record Reading(GuestKernel guest) {
    private static final int KEY = 56;
    private static final int ENTRIES = 512;
    private static final int WORD = 8;

    /// {@return the lines}
    Seq<String> lines() {
        String slice = guest.slice() == 0 ? "no timer" : "%d instructions a slice".formatted(guest.slice());
        Seq<String> kernel = Vector.of("kernel: %s, %s, seed %x".formatted(table(), guest.keyed() ? "protection keys, " + slice : slice, guest.seed())).appendAll(code(guest.main()));
        Memory memory = guest.memory();
        return guest.processes().zipWithIndex().foldLeft(kernel, (lines, process) -> lines.append("process %d:".formatted(process._2)).appendAll(entries(memory, process._2)).appendAll(code(new ProcessCode(process._1).own())));
    }

    private String table() {
        return switch (guest.format()) {
            case NONE  -> "no page table is walked";
            case SHORT -> "a linear page table at %x of region 1".formatted(Layout.LINEAR);
            case LONG  -> "a hashed page table at %x".formatted(Layout.HASHED);
        };
    }

    /// {@return the instructions, each with the address of its bundle}
    private static Seq<String> code(Listing listing) {
        return listing.lines().reject(line -> line.endsWith(":")).zipWithIndex((line, number) -> "  %016x  %s".formatted(listing.at() + 16L * number, line));
    }

    /// {@return the entries of pages, each with what it permits; those that are 0 are left out}
    private static Seq<String> entries(Memory memory, int process) {
        return Vector.range(0, ENTRIES).map(page -> memory.read(new PhysicalAddress(Layout.table(process) + (long) page * WORD), WORD)).zipWithIndex().filter(each -> each._1 != 0)
            .map(each -> entry(Layout.REGION + (long) each._2 * Layout.PAGE, new Pte(each._1)));
    }

    private static String entry(long page, Pte entry) {
        long key = entry.bits() >>> KEY & 7;
        return "  %016x -> %06x, 4K, ar %d, pl %d, ma %d%s%s%s%s".formatted(page, entry.frame(), entry.ar(), entry.pl(), entry.ma(), entry.p() ? "" : ", not present", entry.a() ? "" : ", not accessed", entry.d() ? "" : ", not dirty", key == 0 ? "" : ", key " + key);
    }
}
