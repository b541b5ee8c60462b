/// Something that happens to guests.
package vmmref.vectors.vmm;

import io.vavr.Tuple;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.event.Event;
import vmmref.model.external.ExternalInterrupts;
import vmmref.model.translate.Reference;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.gpmap.GuestOp;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;

/// JSON: an object with one member. `step` is how many turns the guest makes that runs: instructions, or deliveries of what interrupts it. `switch` is the number of the guest that runs from then on. `remap` puts something else
/// behind pages of a `guest`, or nothing, where `map` says `none`. `touch` is a reference of the
/// guest that runs, which asks where it would end and changes nothing. `transfer` is a store of eight bytes by a device, to where a guest has memory. `relate` compares where two touches ended, by the numbers of the events, or says of one whether that is memory of the guest that made it. `raise` and `tick` are as in kind `intr`, for the guest that runs.
public sealed interface Happening {
    Pattern WORD = Pattern.compile("[0-9a-f]{16}");
    Pattern COUNT = Pattern.compile("none(?: x([1-9][0-9]{0,7}))?");
    String BEHIND = "ram#3, ram#3 x16, mmio#1, mmio#1.2, mmio#1 x16, none or none x3";
    int MOST = 64;
    int WORD_BYTES = 8;
    int HEXADECIMAL = 16;

    record Stepped(int turns) implements Happening { }

    record Switched(int to) implements Happening { }

    /// @param emptied pages behind which nothing is then
    record Remapped(int guest, Seq<GuestMap.Run> runs, Seq<Emptied> emptied) implements Happening {
        NamedMap of(NamedMap before) {
            NamedMap without = emptied.foldLeft(before, (map, pages) -> map.without(pages.first, pages.number));
            return runs.foldLeft(without, NamedMap::with);
        }
    }

    /// Pages that follow each other.
    record Emptied(long first, int number) { }

    record Touched(Reference reference) implements Happening { }

    record Related(int one, Option<Integer> other) implements Happening { }

    /// @param at a multiple of 8, at the guest's addresses; where the guest has no frame nothing comes of it
    record Transferred(int guest, GuestPhysicalAddress at, long word) implements Happening { }

    record Outside(Event event) implements Happening { }

    /// @throws vmmref.vectors.format.FieldMistake if it cannot happen
    ///
    /// @param guests how many there are
    /// @param before the events that happened before
    static Happening read(Fields fields, int guests, Seq<Happening> before) {
        Seq<String> names = Vector.ofAll(fields.json().propertyNames());
        if (names.size() != 1) throw fields.mistake("step", names.isEmpty() ? "is missing" : "is not all that happens", "let one thing happen in each event: step, switch, remap, touch, relate, transfer, raise or tick");
        return switch (names.head()) {
            case "step"   -> new Stepped(between(fields, "step", 1, MOST));
            case "switch" -> new Switched(between(fields, "switch", 0, guests - 1));
            case "remap"  -> remapped(fields.child("remap"), guests);
            case "touch"  -> touched(fields.child("touch"));
            case "relate" -> related(fields, before);
            case "transfer" -> transferred(fields.child("transfer"), guests);
            case "raise"  -> raised(fields);
            case "tick"   -> new Outside(new Event.Tick(Long.parseUnsignedLong(fields.matching("tick", WORD, "16 lower-case hex digits"), 16)));
            default       -> throw fields.mistake(names.head(), "is nothing that happens", "write step, switch, remap, touch, relate, transfer, raise or tick");
        };
    }

    private static int between(Fields fields, String name, int least, int most) {
        int number = fields.integer(name);
        if (number < least || number > most) throw fields.mistake(name, "is " + number, "write a number from " + least + " to " + most);
        return number;
    }

    private static Remapped remapped(Fields fields, int guests) {
        Fields map = fields.child(NamedMap.NAME);
        Seq<String> pages = Vector.ofAll(map.json().propertyNames());
        Seq<String> emptied = pages.filter(page -> COUNT.matcher(map.text(page)).matches());
        if (pages.isEmpty()) throw fields.mistake(NamedMap.NAME, "is empty", "name at least one page");
        Seq<GuestMap.Run> runs = pages.removeAll(emptied).map(page -> NamedMap.run(map, page, BEHIND));
        Seq<Emptied> taken = emptied.map(page -> emptied(map, page));
        NamedMap.apart(map, runs.map(run -> Tuple.of(run.first(), run.number())).appendAll(taken.map(each -> Tuple.of(each.first, (long) each.number))));
        return new Remapped(between(fields, "guest", 0, guests - 1), runs, taken);
    }

    private static Emptied emptied(Fields map, String page) {
        String text = map.text(page);
        return new Emptied(NamedMap.first(map, page), text.equals("none") ? 1 : Integer.parseInt(text.substring("none x".length())));
    }

    private static Touched touched(Fields fields) {
        Reference reference = GuestOp.read(fields);
        if (reference.type().isOfStack()) throw fields.mistake("op", "is " + fields.text("op"), "touch with a fetch, load, store or semaphore");
        return new Touched(reference);
    }

    private static Related related(Fields fields, Seq<Happening> before) {
        Fields touches = fields.child("relate");
        Option<Integer> other = Option.when(touches.has("other"), () -> touch(touches, "other", before));
        return new Related(touch(touches, "one", before), other);
    }

    private static int touch(Fields fields, String name, Seq<Happening> before) {
        int number = fields.integer(name);
        if (number < 0 || number >= before.size() || !(before.get(number) instanceof Touched)) throw fields.mistake(name, "is " + number + ", which is no touch", "write the number of an earlier event that is one, counted from 0");
        return number;
    }

    private static Transferred transferred(Fields fields, int guests) {
        long at = Long.parseUnsignedLong(fields.matching("at", WORD, "16 lower-case hex digits"), HEXADECIMAL);
        if (at < 0 || at % WORD_BYTES != 0) throw fields.mistake("at", "is " + Bits.hexadecimal(at), "write a physical address of the guest, a multiple of 8");
        String bytes = fields.matching("bytes", WORD, "8 bytes in the order of addresses, 16 lower-case hex digits");
        return new Transferred(between(fields, "guest", 0, guests - 1), new GuestPhysicalAddress(at), Long.reverseBytes(Long.parseUnsignedLong(bytes, HEXADECIMAL)));
    }

    private static Outside raised(Fields fields) {
        int vector = fields.integer("raise");
        if (!ExternalInterrupts.exists(vector)) throw fields.mistake("raise", "is " + vector + ", which no external interrupt has", "write 0, 2, or 16 to 255");
        return new Outside(new Event.Raise(vector));
    }

    /// {@return the object that [#read] reads}
    static ObjectNode json(Happening happening) {
        ObjectNode json = Json.object();
        switch (happening) {
            case Stepped(int turns)   -> json.put("step", turns);
            case Switched(int to)     -> json.put("switch", to);
            case Remapped remapped    -> json.set("remap", json(remapped));
            case Touched(var reference) -> json.set("touch", GuestOp.json(reference));
            case Related(int one, var other) -> {
                ObjectNode touches = json.putObject("relate").put("one", one);
                other.forEach(number -> touches.put("other", number));
            }
            case Transferred(int guest, var at, long word) -> json.putObject("transfer").put("guest", guest).put("at", Bits.hexadecimal(at.bits())).put("bytes", Bits.hexadecimal(Long.reverseBytes(word)));
            case Outside(Event.Raise(int vector)) -> json.put("raise", vector);
            case Outside(Event.Tick(long ticks))  -> json.put("tick", Bits.hexadecimal(ticks));
            case Outside(Event other)             -> throw new IllegalArgumentException("nothing else happens from outside: " + other);
        }
        return json;
    }

    private static ObjectNode json(Remapped remapped) {
        ObjectNode json = Json.object().put("guest", remapped.guest);
        ObjectNode map = json.putObject(NamedMap.NAME);
        remapped.emptied.forEach(pages -> map.put(Bits.hexadecimal(pages.first * GuestMap.PAGE), pages.number == 1 ? "none" : "none x" + pages.number));
        remapped.runs.forEach(run -> map.put(Bits.hexadecimal(run.first() * GuestMap.PAGE), NamedMap.behind(run)));
        return json;
    }
}
