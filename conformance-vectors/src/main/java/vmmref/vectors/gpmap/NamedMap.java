/// What is behind each page of a guest's memory, by names.
package vmmref.vectors.gpmap;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vmm.memory.Backing;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;

/// `"0000000000004000":"ram#3"` puts frame 3 behind the page at 4000, `"ram#3 x16"` frames 3 to 18 behind it and the pages that follow, `"mmio#1"` the first page of the registers of a device, `"mmio#1.2"` the third; what no page
/// is named for leads nowhere. There are devices 0 to 14, with 16 pages of registers each. Frames whose numbers follow each other do so in the memory of the host, where frame 0 is aligned to every page size.
public record NamedMap(GuestMap map) {
    public static final String NAME = "map";
    public static final NamedMap EMPTY = new NamedMap(GuestMap.EMPTY);

    /// Where frame 0 lies on the host.
    static final long FRAMES = 0x10_0000_0000L;
    private static final int NUMBER = 1 << 24;
    /// How many devices there are, and how many pages each has: no two of the pages get the same mark by [Emulated].
    private static final int DEVICES = 15;
    public static final int DEVICE_PAGES = 16;
    private static final Pattern PAGE = Pattern.compile("[0-7][0-9a-f]{12}000");
    private static final Pattern BEHIND = Pattern.compile("(?:ram#(0|[1-9][0-9]{0,7})|mmio#(0|[1-9][0-9]?)(?:\\.([1-9][0-9]?))?)(?: x([1-9][0-9]{0,7}))?");
    private static final Pattern PLACE = Pattern.compile("(ram|mmio)#([0-9]+)\\+([0-9a-f]+)");
    private static final String FORM = "ram#3, ram#3 x16, mmio#1, mmio#1.2 or mmio#1 x16";

    /// Reads a map.
    /// @throws vmmref.vectors.format.FieldMistake if a page or what is behind it is malformed, or two runs of pages overlap
    public static NamedMap read(Fields fields) {
        Seq<GuestMap.Run> runs = Vector.ofAll(fields.json().propertyNames()).map(page -> run(fields, page, FORM));
        apart(fields, runs.map(run -> Tuple.of(run.first(), run.number())));
        return runs.foldLeft(EMPTY, NamedMap::with);
    }

    /// @param runs first page and number of pages
    /// @throws vmmref.vectors.format.FieldMistake if two runs of pages overlap
    public static void apart(Fields fields, Seq<Tuple2<Long, Long>> runs) {
        Seq<Tuple2<Long, Long>> ascending = runs.sortBy(Tuple2::_1);
        ascending.zip(ascending.drop(1)).find(pair -> pair._1._1 + pair._1._2 > pair._2._1).forEach(pair -> {
            throw fields.mistake(Bits.hexadecimal(pair._2._1 * GuestMap.PAGE), "is written twice", "let no two runs of pages overlap");
        });
    }

    /// Reads pages that follow each other, and what is behind them.
    /// @param form what may be written there
    /// @throws vmmref.vectors.format.FieldMistake if one is malformed
    public static GuestMap.Run run(Fields fields, String page, String form) {
        long first = first(fields, page);
        String text = fields.matching(page, BEHIND, form);
        Matcher behind = BEHIND.matcher(text);
        if (!behind.matches()) throw new IllegalStateException(text);
        int number = Integer.parseInt(Option.of(behind.group(1)).getOrElse(() -> behind.group(2)));
        int after  = Option.of(behind.group(3)).map(Integer::parseInt).getOrElse(0);
        int count  = Option.of(behind.group(4)).map(Integer::parseInt).getOrElse(1);
        boolean frames = behind.group(1) != null;
        if (frames && number + count > NUMBER || first + count > 1L << 63 - GuestMap.PAGE_LOG2) throw fields.mistake(page, "is \"" + text + "\", which is too much", "name frames below " + NUMBER + ", and pages below 8000000000000000");
        if (!frames && (number >= DEVICES || after + count > DEVICE_PAGES)) throw fields.mistake(page, "is \"" + text + "\", which is more than devices have", "name devices 0 to " + (DEVICES - 1) + ", and of each no page beyond .15");
        return new GuestMap.Run(first, count, frames ? new Backing.Frames(new PhysicalAddress(FRAMES + (long) number * GuestMap.PAGE)) : new Backing.Device(number, after));
    }

    /// {@return the number of the page at an address}
    /// @throws vmmref.vectors.format.FieldMistake if no page is there
    public static long first(Fields fields, String page) {
        if (!PAGE.matcher(page).matches()) throw fields.mistake(page, "is no address of a page", "write 16 lower-case hex digits, below 8000000000000000 and a multiple of 1000");
        return Long.parseLong(page, 16) / GuestMap.PAGE;
    }

    /// {@return the same with something else behind some pages}
    public NamedMap with(GuestMap.Run run) {
        return new NamedMap(map.with(run));
    }

    /// {@return the same with frames behind pages that follow each other}
    public NamedMap with(long page, int frame, int count) {
        return with(new GuestMap.Run(page, count, new Backing.Frames(new PhysicalAddress(FRAMES + (long) frame * GuestMap.PAGE))));
    }

    /// {@return the same with a device behind pages that follow each other}
    public NamedMap withDevice(long page, int device, int count) {
        return with(new GuestMap.Run(page, count, new Backing.Device(device, 0)));
    }

    public NamedMap without(long page, int count) {
        return new NamedMap(map.without(page, count));
    }

    /// {@return the object that [#read] reads}
    public ObjectNode json() {
        ObjectNode json = Json.object();
        map.runs().forEach(run -> json.put(Bits.hexadecimal(run.first() * GuestMap.PAGE), behind(run)));
        return json;
    }

    /// {@return what stands in a map for pages that follow each other}
    public static String behind(GuestMap.Run run) {
        String first = switch (run.backing()) {
            case Backing.Frames(var at)                -> "ram#" + (at.bits() - FRAMES) / GuestMap.PAGE;
            case Backing.Device(int number, long page) -> "mmio#" + number + (page == 0 ? "" : "." + page);
        };
        return run.number() == 1 ? first : first + " x" + run.number();
    }

    /// {@return the name of what is behind an address of the guest, such as `ram#3+0123`; none where nothing is}
    public Option<String> name(PhysicalAddress ofGuest) {
        GuestPhysicalAddress at = GuestPhysicalAddress.of(ofGuest);
        return map.at(at).map(backing -> backing instanceof Backing.Device device ? nameOfDevice(device.number(), device.register(ofGuest.bits() % GuestMap.PAGE).bits()) : nameOfHost(map.host(at).get()));
    }

    /// {@return the name of an address of the host}
    public static String nameOfHost(PhysicalAddress host) {
        return host.bits() < FRAMES || host.bits() - FRAMES >= (long) NUMBER * GuestMap.PAGE ? "elsewhere" : named("ram", (host.bits() - FRAMES) / GuestMap.PAGE, host.bits() % GuestMap.PAGE);
    }

    /// {@return the number of the frame in which a place is that has a name; none for others}
    public static Option<Integer> frame(String place) {
        Matcher name = PLACE.matcher(place);
        return Option.when(name.matches() && name.group(1).equals("ram"), () -> Integer.parseInt(name.group(2)));
    }

    /// {@return where a frame begins on the host}
    public static PhysicalAddress host(int frame) {
        return new PhysicalAddress(FRAMES + (long) frame * GuestMap.PAGE);
    }

    private static String named(String sort, long number, long at) {
        return "%s#%d+%04x".formatted(sort, number, at);
    }

    /// {@return the name of a register of a device, such as `mmio#1+0010`}
    public static String nameOfDevice(int number, long register) {
        return named("mmio", number, register);
    }

    /// {@return whether a device is behind an address of the guest}
    public boolean isDevice(PhysicalAddress ofGuest) {
        return map.at(GuestPhysicalAddress.of(ofGuest)).exists(backing -> backing instanceof Backing.Device);
    }

    /// {@return whether a frame is behind an address of the guest}
    public boolean isMemory(PhysicalAddress ofGuest) {
        return map.host(GuestPhysicalAddress.of(ofGuest)).isDefined();
    }

    /// {@return the memory of the host that holds what a guest has in its own}
    public Memory onHost(Memory ofGuest, Memory others) {
        return ofGuest.written().filter(this::isMemory).foldLeft(others, (memory, at) -> memory.with(map.host(GuestPhysicalAddress.of(at)).get(), 8, ofGuest.read(at, 8)));
    }

    /// {@return whether a frame lies at an address of the host}
    public static boolean isFrame(PhysicalAddress host) {
        return host.bits() >= FRAMES && host.bits() - FRAMES < (long) NUMBER * GuestMap.PAGE;
    }

    /// {@return whether what has a name is behind some page}
    public boolean names(String place) {
        Matcher name = PLACE.matcher(place);
        if (!name.matches()) return false;
        long number = Long.parseLong(name.group(2));
        long page   = Long.parseLong(name.group(3), 16) / GuestMap.PAGE;
        return map.runs().exists(run -> switch (run.backing()) {
            case Backing.Frames(var first)             -> name.group(1).equals("ram") && isWithin(number - (first.bits() - FRAMES) / GuestMap.PAGE, run);
            case Backing.Device(int device, long from) -> name.group(1).equals("mmio") && number == device && isWithin(page - from, run);
        });
    }

    private static boolean isWithin(long page, GuestMap.Run run) {
        return page >= 0 && page < run.number();
    }
}
