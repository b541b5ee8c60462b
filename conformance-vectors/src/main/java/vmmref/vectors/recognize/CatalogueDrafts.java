package vmmref.vectors.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Slot;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Format;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Draft;
import vmmref.vmm.recognize.Catalogue;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Limit;

/// Each sensitive instruction: in every slot in which it may stand, at the ends of its limit, with all unused bits set, under the last predicate, and as the other sort of guest has it.
final class CatalogueDrafts {
    private static final Slot SLOT = Slot.of(Bits.ones(Slot.WIDTH));
    private static final int LAST_PREDICATE = 63;

    private CatalogueDrafts() { }

    static Seq<Draft> all() {
        return Cases.ENTRIES.flatMap(entry -> slots(entry).appendAll(values(entry)).appendAll(unused(entry)).appendAll(predicated(entry)).append(others(entry)));
    }

    /// {@return what is asked where an instruction is sensitive}
    static Sought sought(Catalogue.Entry entry) {
        return entry.exact() ? Cases.EXACT : Cases.ALWAYS;
    }

    /// {@return the bits of an instruction of an entry, of the least value that its limit admits}
    static Slot bits(Catalogue.Entry entry) {
        return bits(entry, limits(entry).map(Limit::least).headOption().getOrElse(0L));
    }

    /// {@return the same, of some value of the limited field}
    static Slot bits(Catalogue.Entry entry, long limited) {
        Slot bits = Cases.encoded(Cases.form(entry));
        return limits(entry).foldLeft(bits, (slot, limit) -> slot.xor(slot.and(limit.operand().mask())).or(limit.operand().holding(limited).get()));
    }

    /// {@return the limits of an entry, at most one}
    static Seq<Limit> limits(Catalogue.Entry entry) {
        return entry.block().members().flatMap(member -> member.patterns()).flatMap(InstructionPattern::limits);
    }

    static Site site(Catalogue.Entry entry) {
        return Site.of(Cases.form(entry).unit()).head();
    }

    /// {@return how an instruction of an entry is called, with its limit if it has one}
    static String name(Catalogue.Entry entry) {
        return entry.block().name() + limits(entry).map(limit -> " with " + limit.operand().name() + " " + (limit.least() == limit.most() ? limit.least() : limit.least() + " to " + limit.most())).mkString();
    }

    private static Seq<Draft> slots(Catalogue.Entry entry) {
        return Site.of(Cases.form(entry).unit()).map(site -> Cases.model("slot", name(entry) + " in " + site, Vector.of("SensitiveInstruction"), Cases.in(site.bundle(bits(entry)), sought(entry))));
    }

    private static Seq<Draft> values(Catalogue.Entry entry) {
        return limits(entry).flatMap(limit -> Vector.rangeClosed(limit.least() + 1, limit.most())
            .map(value -> Cases.model("limit", entry.block().name() + " with " + limit.operand().name() + " " + value, Vector.of("SensitiveInstruction", "FieldLimit"), Cases.in(site(entry).bundle(bits(entry, value)), sought(entry)))));
    }

    private static Seq<Draft> unused(Catalogue.Entry entry) {
        Form form = Cases.form(entry);
        Slot unused = SLOT.xor(form.keyMask().or(form.fieldMask()).or(form.zeroMask()));
        return unused.isZero() ? Vector.empty() : Vector.of(Cases.model("unused-bits", name(entry) + " with all unused bits set", Vector.of("SensitiveInstruction", "UnusedBits"),
            Cases.in(site(entry).bundle(bits(entry).or(unused)), sought(entry))));
    }

    private static Seq<Draft> predicated(Catalogue.Entry entry) {
        return Cases.form(entry).format().field(Format.QUALIFYING_PREDICATE).toVector().map(field -> Cases.model("predicate", name(entry) + " under p" + LAST_PREDICATE,
            Vector.of("SensitiveInstruction", "PredicateField"), Cases.in(site(entry).bundle(bits(entry).or(field.holding(LAST_PREDICATE))), sought(entry))));
    }

    private static Draft others(Catalogue.Entry entry) {
        String title = entry.exact() ? name(entry) + " is left to a guest that may see a difference" : name(entry) + " in a guest that may see no difference";
        return Cases.near("guest", title, Vector.of("SensitiveInstruction"), Cases.in(site(entry).bundle(bits(entry)), entry.exact() ? Cases.ALWAYS : Cases.EXACT), plain(entry));
    }

    /// {@return the first case of an entry}
    static ObjectNode plain(Catalogue.Entry entry) {
        return Cases.in(site(entry).bundle(bits(entry)), sought(entry));
    }
}
