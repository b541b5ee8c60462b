package vmmref.vectors.running;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.Cfm;
import vmmref.model.register.FloatingRegisters;
import vmmref.model.register.FloatingValue;
import vmmref.model.register.GeneralValue;
import vmmref.model.word.Bits;
import vmmref.spec.Sentence;
import vmmref.vectors.elf.Symbols;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.Ink;

/// Why a program stopped, and the state in which it left the machine: what is not 0.
public record RanPage(Ran ran, Symbols symbols) {
    private static final int ACROSS     = 4;
    private static final int STATIC     = 32;
    private static final int PREDICATES = 64;
    private static final int ITEM       = 13;

    private record Item(String name, String value) {
        Item(Place<?> place, String value) {
            this(place.toString(), value);
        }
    }

    /// {@return the page for a person}
    public String text(Ink ink) {
        return ending(ink)
            + item("ip", machine().position().toString() + symbol())
            + item("psr", machine().psr().toString())
            + item("cfm", machine().cfm() + "   " + frame(machine().cfm()))
            + grid("general", general()) + grid("floating", floating())
            + item("predicates", predicates().mkString(" "))
            + grid("branch", branches()) + grid("application", application()) + grid("control", control())
            + item("memory", counted("group", ran.changedWords()) + " of eight bytes unlike the image");
    }

    /// {@return the same as an object}
    public ObjectNode json() {
        ObjectNode page = Json.object().put("ending", ran.ending().kind().text()).put("words", ran.ending().words()).put("at", ran.ending().at().toString())
            .put("instruction", ran.ending().instruction());
        ran.ending().fault().forEach(fault -> {
            page.put("fault", fault.kind().text());
            fault.at().forEach(at -> page.put("address", at.toString()));
        });
        ran.ending().because().forEach(because -> page.put("because", because.name()));
        page.put("instructions", ran.instructions()).put("ip", machine().position().toString()).put("psr", machine().psr().toString()).put("cfm", machine().cfm().toString());
        page.set("general", object(general()));
        page.set("floating", object(floating()));
        page.set("predicates", Json.texts(predicates()));
        page.set("branch", object(branches()));
        page.set("application", object(application()));
        page.set("control", object(control()));
        return page.put("changed-words", ran.changedWords());
    }

    private String ending(Ink ink) {
        Ending ending = ran.ending();
        String kind = ending.kind().text().replace('-', ' ');
        return "%s   %s at %s%s, after %s: %s\n%s\n".formatted(ending.isPassed() ? ink.good(kind) : ink.bad(kind), ending.instruction(), ending.at(),
            symbols.near(ending.at().bundle().bits()).map(name -> " " + name).getOrElse(""), counted("instruction", ran.instructions()), ending.words(),
            ending.because().map(because -> ink.quiet("  %s: %s".formatted(because.name(), Sentence.plain(because.sentence().text()))) + "\n").getOrElse(""));
    }

    static String counted(String what, long number) {
        return "%,d %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    private String symbol() {
        return symbols.near(machine().position().bundle().bits()).map(name -> "   " + name).getOrElse("");
    }

    private Machine machine() {
        return ran.end();
    }

    private static String frame(Cfm cfm) {
        return "sof %d, sol %d, sor %d, rrb.gr %d, rrb.fr %d, rrb.pr %d".formatted(cfm.sof(), cfm.sol(), cfm.sor(), cfm.rrbGr(), cfm.rrbFr(), cfm.rrbPr());
    }

    private Seq<Item> general() {
        return Vector.range(1, STATIC + machine().cfm().sof()).map(number -> Tuple.of(number, machine().general(number)))
            .filter(each -> !each._2.equals(GeneralValue.of(0))).map(each -> new Item(new Place.General(each._1), each._2.toString()));
    }

    private Seq<Item> floating() {
        return Vector.range(2, FloatingRegisters.NUMBER).map(number -> Tuple.of(number, machine().floating(number)))
            .filter(each -> !each._2.equals(FloatingValue.ZERO)).map(each -> new Item(new Place.Floating(each._1), each._2.toString()));
    }

    private Seq<String> predicates() {
        return Vector.range(0, PREDICATES).filter(machine()::predicate).map(number -> "p" + number);
    }

    private Seq<Item> branches() {
        return words(Machine.BRANCHES, Place.Branch::new);
    }

    private Seq<Item> application() {
        return words(Machine.FILE, Place.Application::new);
    }

    private Seq<Item> control() {
        return words(Machine.FILE, Place.Control::new);
    }

    /// A file of registers by number.
    private interface Numbered {
        Place<Long> register(int number);
    }

    private Seq<Item> words(int size, Numbered file) {
        return Vector.range(0, size).map(file::register).filter(place -> place.of(machine()) != 0)
            .map(place -> new Item(place, Bits.hexadecimal(place.of(machine()))));
    }

    private static ObjectNode object(Seq<Item> items) {
        return Json.strings(LinkedHashMap.ofEntries(items.map(item -> Tuple.of(item.name(), item.value()))));
    }

    static String item(String name, String value) {
        return ("%-" + ITEM + "s%s").formatted(name, value).stripTrailing() + "\n";
    }

    private static String grid(String name, Seq<Item> items) {
        int names  = width(items.map(Item::name));
        int values = width(items.map(Item::value));
        Seq<String> cells = items.map(item -> ("%-" + names + "s %-" + values + "s").formatted(item.name(), item.value()));
        return cells.grouped(ACROSS).zipWithIndex().map(row -> item(row._2 == 0 ? name : "", row._1.mkString("   "))).mkString();
    }

    private static int width(Seq<String> texts) {
        return texts.map(String::length).max().getOrElse(1);
    }
}
