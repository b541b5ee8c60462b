package vmmref.vectors.baremetal;

import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import vmmref.vectors.elf.ElfWriter;
import vmmref.vectors.format.Json;

/// Cases as a program: the code of the harness, its variables, and the case table.
///
/// @param site    where it lies
/// @param number  by which its log is known
/// @param records the cases
/// @param entries where their entries of the log lie
record Image(Site site, long number, Seq<CaseRecord> records, Seq<Long> entries) {
    private static final java.util.Map<Site, Listing.Placed> CODE = new ConcurrentHashMap<>();
    /// What is before the digits of a digest.
    private static final int PREFIX = "sha256:".length();
    private static final int DIGITS = 16;

    /// {@return the image of cases, numbered by what it holds}
    static Image of(Site site, Seq<CaseRecord> records) {
        Vector<Long> entries = records.foldLeft(Vector.of(Site.LOG + LogLayout.HEAD), (all, record) -> all.append(all.last() + record.entrySize()));
        if (entries.last() > Site.MEMORY) throw new IllegalArgumentException(records.size() + " cases are more than the log of one image holds");
        byte[] anonymous = code(site, 0, records.size(), 0).array();
        byte[] table = table(records, entries.init());
        if (Site.TABLE + table.length > Site.UPPER) throw new IllegalArgumentException(records.size() + " cases are more than the table of one image holds");
        return new Image(site, number(anonymous, table), records, entries.init());
    }

    /// {@return the first address behind the log}
    long logEnd() {
        return records.isEmpty() ? Site.LOG + LogLayout.HEAD : entries.last() + records.last().entrySize();
    }

    private static long number(byte[] code, byte[] table) {
        byte[] all = Arrays.copyOf(code, code.length + table.length);
        System.arraycopy(table, 0, all, code.length, table.length);
        return Long.parseUnsignedLong(Json.sha256(all).substring(PREFIX, PREFIX + DIGITS), 16);
    }

    private static Listing.Placed code(Site site) {
        return CODE.computeIfAbsent(site, where -> Listing.of(Handler.vectors(where) + "\n.at " + Long.toHexString(Site.START - Site.CODE) + "\n"
            + String.join("\n", Startup.text(where), Establishing.text(), Handler.text(where), Observing.text(where))).at(where.iva()));
    }

    /// {@return names of addresses of code, without bit 63}
    Map<String, Long> symbols() {
        return code(site).labels().mapValues(address -> address & Long.MAX_VALUE);
    }

    long entry() {
        return symbols().get("start").get();
    }

    /// {@return what is in memory from the start of the code on}
    byte[] bytes() {
        byte[] table = table(records, entries);
        ByteBuffer bytes = code(site, number, records.size(), table.length);
        return bytes.put((int) Site.CODE_SIZE, table).array();
    }

    /// {@return the image as an executable}
    byte[] executable() {
        return ElfWriter.executable(entry(), Site.CODE, bytes(), Site.LOG, logEnd() - Site.LOG, symbols());
    }

    private static ByteBuffer code(Site site, long number, int cases, int table) {
        ByteBuffer bytes = ByteBuffer.allocate((int) Site.CODE_SIZE + table).order(ByteOrder.LITTLE_ENDIAN);
        code(site).bundles().forEach((address, bundle) -> bytes.putLong((int) ((address & Long.MAX_VALUE) - Site.CODE), bundle.low()).putLong((int) ((address & Long.MAX_VALUE) - Site.CODE) + 8, bundle.high()));
        int variables = (int) (Site.VARIABLES - Site.CODE);
        return bytes.putLong(variables + Variables.NEXT, Site.TABLE).putLong(variables + Variables.LEFT, cases).putLong(variables + Variables.NUMBER, number).putLong(variables + Variables.CASES, cases);
    }

    private static byte[] table(Seq<CaseRecord> records, Seq<Long> entries) {
        Vector<byte[]> all = Vector.empty();
        long at = Site.TABLE;
        for (int number = 0; number < records.size(); number++) {
            byte[] record = records.get(number).bytes(at, entries.get(number));
            all = all.append(record);
            at += record.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) (at - Site.TABLE));
        all.forEach(bytes::put);
        return bytes.array();
    }
}
