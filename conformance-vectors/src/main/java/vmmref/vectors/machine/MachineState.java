/// The start of a machine, read and written.
package vmmref.vectors.machine;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.Cfm;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.xlate.Bytes;
import vmmref.vectors.xlate.HeldTranslations;
import vmmref.vectors.xlate.Requirements;
import vmmref.vectors.xlate.State;

/// Each register is a field, named as the manual names it: `ip`, `slot` (0 to 2; bits 42:41 of `psr` are 0), `r33` and its NaT bit `r33.nat`, `f6` as sign, exponent and significand, `p6`, `b0`, `ar.lc`, `cr.iva`, `psr`, `cfm`, `rr3`, `pkr2`, `dbr1`. `mem` is memory, see [Bytes]; `itr`, `dtr`, `itc` and
/// `dtc` are translations, see [HeldTranslations]; `alat.r33` is what an advanced load remembers; `in-service` is the set of external interrupts in service, the bit of vector 255 first; `loading` is 1 while what the frame lacks is loaded before the next instruction; `last` is the bundle of the last instruction that was done while PSR.ic was 1. What is not named is 0. Names of general registers mean what they mean in the frame and bank of this very state; see [Parts].
public final class MachineState {
    /// Fields that hold objects: memory, and translations.
    static final Seq<String> OBJECTS = Vector.of(Bytes.NAME, "itr", "dtr", "itc", "dtc");

    private static final Pattern KEY = Pattern.compile("pkr([0-9]{1,3})");
    private static final int KEYS = 16;
    private static final long SLOT_BITS = 3L << 41;

    private MachineState() { }

    /// Reads a start state, of a machine with at least as many protection-key registers as it names.
    /// @throws FieldMistake if a name is unknown or a value malformed, or memory holds no bundle where the machine executes next without translation
    public static Machine read(Fields fields) {
        return startable(whole(fields), fields);
    }

    /// Reads the start state of a case, as [#read(Fields)] does; what it differs in from a base that was read before is all that is read.
    /// @throws FieldMistake where that does
    public static Machine read(Case given) {
        return BasedState.read(given.stimulus());
    }

    /// {@return the case of a kind that asks what a machine does next, if a start state can say the machine}
    public static Option<Case> asking(String kind, Machine machine) {
        if (machine.position().code().isDefined()) return Option.none();
        ObjectNode state = json(machine);
        try {
            read(new Fields("$.pre", state));
        } catch (FieldMistake unsaid) {
            return Option.none();
        }
        return Option.some(new Case(kind, Requirements.of(machine.addressing(), LinkedHashMap.empty()), Stimulus.of(Json.object()).from(state)));
    }

    /// {@return the machine that some fields describe, if it can start}
    static Machine startable(Machine machine, Fields fields) {
        if (!machine.psr().it() && fetched(machine).isEmpty())
            throw fields.mistake(Bytes.NAME, "holds no bundle where the machine executes next, at " + machine.position().bundle(), "write its 16 bytes there, not all of them 0");
        return machine;
    }

    /// Reads a state that need not be able to start.
    static Machine whole(Fields fields) {
        Seq<Part> parts = parts(fields);
        Machine empty = Machine.of(new Addressing(new Psr(0), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(RegionRegisters.NUMBER, new RegionRegister(0))),
            ProtectionKeyRegisters.zero(keys(fields)), HeldTranslations.read(fields)));
        return framed(with(empty, parts, fields), fields).withMemory(fields.optional(Bytes.NAME).map(Bytes::read).getOrElse(empty.memory()));
    }

    /// {@return the parts that fields name, in the order in which they are read}
    static Seq<Part> parts(Fields fields) {
        return Vector.ofAll(fields.json().propertyNames()).reject(OBJECTS::contains).map(name -> Parts.ORDER.get(name).getOrElseThrow(() ->
            fields.mistake(name, "is no place of a machine that can be set", "name it as the manual does: ip, slot, r33, r33.nat, f6, p6, b0, ar.lc, cr.iva, psr, cfm, rr3, mem")))
            .sorted().map(Parts.LIST::get);
    }

    /// {@return a machine with what fields say of some parts}
    static Machine with(Machine machine, Seq<Part> parts, Fields fields) {
        return parts.foldLeft(machine, (each, part) -> with(each, part, fields));
    }

    /// {@return the same machine, if there are so many stacked registers}
    private static Machine framed(Machine machine, Fields fields) {
        try {
            return machine.framed(machine.cfm(), machine.stack());
        } catch (IllegalArgumentException impossible) {
            throw fields.mistake(Parts.CFM.name(), "is \"" + machine.cfm() + "\": " + impossible.getMessage(), "let " + Parts.BSP + " be closer to ar.bspstore, or sof be " + (machine.stack().isIncomplete() ? "larger" : "smaller"));
        }
    }

    /// {@return the bytes at IP as an untranslated fetch finds them, unless they are 0}
    private static Option<String> fetched(Machine machine) {
        long at = machine.position().bundle().bits() & Long.MAX_VALUE;
        PhysicalAddress low  = new PhysicalAddress(at);
        PhysicalAddress high = new PhysicalAddress(at + 8);
        return Option.when((machine.memory().read(low, 8) | machine.memory().read(high, 8)) != 0, () -> Bytes.text(machine.memory(), low) + Bytes.text(machine.memory(), high));
    }

    /// {@return the bundle at IP in hexadecimal, if memory holds it there without translation}
    public static Option<String> bundle(Machine machine) {
        return fetched(machine);
    }

    private static int keys(Fields fields) {
        return Vector.ofAll(fields.json().propertyNames()).exists(MachineState::namesMoreKeys) ? 256 : KEYS;
    }

    private static boolean isFrame(long bits) {
        return bits >>> Cfm.WIDTH == 0 && new Cfm(bits).isSound();
    }

    /// {@return whether a name is that of a protection-key register that few machines have}
    static boolean namesMoreKeys(String name) {
        Matcher matcher = KEY.matcher(name);
        return matcher.matches() && Integer.parseInt(matcher.group(1)) >= KEYS;
    }

    private static Machine with(Machine machine, Part part, Fields fields) {
        String text = fields.matching(part.name(), part.notation().pattern(), part.notation().form());
        if (part == Parts.CFM && !isFrame(Part.word(text))) throw fields.mistake(part.name(), "is \"" + text + "\", whose fields do not fit each other", "let sof be at most 96, sol and 8 sor at most sof, and each rename base less than what rotates");
        if (part == Parts.PSR && (Part.word(text) & SLOT_BITS) != 0) throw fields.mistake(part.name(), "has bits 42:41 set", "say the slot in the field slot");
        if (!Parts.exists(machine, part.name())) throw fields.mistake(part.name(), "is no register of this state", "r32 and above are followed by the dirty registers below.N, as many as lie between ar.bspstore and ar.bsp");
        try {
            Machine changed = part.with().apply(machine, text);
            if (part == Parts.BSP_PART && !part.of().apply(changed).equals(text)) throw fields.mistake(part.name(), "is \"" + text + "\", to which no number of dirty registers leads", "write an address to which at most 96 registers and their NaT collections lead from ar.bspstore");
            return changed;
        } catch (IllegalArgumentException impossible) {
            throw fields.mistake(part.name(), "is \"" + text + "\": " + impossible.getMessage(), "write a value that it can have");
        }
    }

    /// {@return a machine that has another value at a place that is named; hexadecimal digits may be fewer than it has. Where names then mean other registers, the registers of all names keep their values}
    public static Machine with(Machine machine, String name, String text) {
        Part part = Parts.ALL.get(name).getOrElseThrow(() -> new IllegalArgumentException("no place is called " + name));
        boolean digits = part.notation() == Notation.WORD || part.notation() == Notation.ADDRESS || part.notation() == Notation.MARKER;
        String value = digits ? "0".repeat(part.notation().zero().length() - text.length()) + text : text;
        return part == Parts.PSR || part == Parts.CFM ? whole(new Fields("$", json(machine).put(name, value))) : part.with().apply(machine, value);
    }

    /// {@return the same on a machine with so many protection-key registers}
    public static Machine with(Machine machine, int keyRegisters) {
        return machine.withAddressing(State.with(machine.addressing(), keyRegisters));
    }

    /// {@return the whole state}
    public static ObjectNode json(Machine machine) {
        ObjectNode json = Json.object();
        Parts.ALL.values().filter(part -> written(machine, part)).forEach(part -> json.put(part.name(), part.of().apply(machine)));
        HeldTranslations.put(json, machine.addressing().tlb());
        ObjectNode bytes = Bytes.differing(machine.memory(), Memory.ZERO);
        if (!bytes.isEmpty()) json.set(Bytes.NAME, bytes);
        return json;
    }

    /// BSP follows from BSPSTORE where no register is dirty.
    private static boolean written(Machine machine, Part part) {
        return Parts.exists(machine, part.name()) && !part.isZero(machine) && (part != Parts.BSP_PART || machine.stack().dirty() != 0);
    }

    /// {@return what differs from a base, whose machine and whose state are given}
    public static ObjectNode differing(Machine machine, Machine base, ObjectNode state) {
        ObjectNode whole = HeldTranslations.put(Json.object(), machine.addressing().tlb());
        ObjectNode differing = Json.object();
        Parts.unlike(machine, base).forEach(part -> {
            String value = written(machine, part) || part == Parts.BSP_PART && state.has(Parts.BSP) ? part.of().apply(machine) : part.notation().zero();
            String other = state.has(part.name()) ? state.get(part.name()).stringValue() : part.notation().zero();
            if (!value.equals(other)) differing.put(part.name(), value);
        });
        OBJECTS.remove(Bytes.NAME).forEach(name -> putEntries(differing, name, object(whole, name), object(state, name)));
        ObjectNode bytes = Bytes.differing(machine.memory(), base.memory());
        if (!bytes.isEmpty()) differing.set(Bytes.NAME, bytes);
        return differing;
    }

    private static void putEntries(ObjectNode json, String name, ObjectNode whole, ObjectNode base) {
        ObjectNode entries = Json.object();
        whole.properties().stream().filter(entry -> !entry.getValue().equals(base.get(entry.getKey()))).forEach(entry -> entries.set(entry.getKey(), entry.getValue()));
        base.propertyNames().stream().filter(entry -> !whole.has(entry)).forEach(entries::putNull);
        if (!entries.isEmpty()) json.set(name, entries);
    }

    private static ObjectNode object(ObjectNode json, String name) {
        return json.get(name) instanceof ObjectNode object ? object : Json.object();
    }
}
