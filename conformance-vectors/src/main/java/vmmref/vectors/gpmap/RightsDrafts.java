/// Every cell of the table of access rights at the two levels of a guest; keys, and the bits of entries.
package vmmref.vectors.gpmap;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

final class RightsDrafts {
    private static final int PK = 15;
    private static final int DA = 38;
    private static final int IA = 45;

    private RightsDrafts() { }

    static Seq<Draft> all() {
        return rights().appendAll(keys()).appendAll(placed()).appendAll(entries());
    }

    private static Seq<Draft> rights() {
        return Cases.TYPES.flatMap(type -> Vector.range(0, 8).flatMap(ar -> Vector.range(0, 4).flatMap(pl -> Cases.LEVELS.map(level ->
            Cases.draft("rights", "%s at level %d of a page with ar %d, pl %d".formatted(name(type), level, ar, pl), "AccessRights", page(type, ar, pl, level), page(type, ar, pl, 3 - level)).unlessFull(isTelling(type) && pl % 3 == 0 || (ar + pl + level + type.ordinal()) % 8 == 0)))));
    }

    /// {@return whether all references of a kind are for tier core}
    static boolean isTelling(ReferenceType type) {
        return type == ReferenceType.FETCH || type == ReferenceType.LOAD || type == ReferenceType.STORE;
    }

    private static Referring page(ReferenceType type, int ar, int pl, int level) {
        return Cases.sound(type, level).entry(Scene.ENTRY.with(11, 9, ar).with(8, 7, pl));
    }

    /// Every combination of v, wd, rd and xd, at either level.
    private static Seq<Draft> keys() {
        return Cases.TYPES.flatMap(type -> Vector.range(0, 16).flatMap(bits -> Cases.LEVELS.filter(level -> level == 0 || bits % 2 == 1).map(level ->
                Cases.draft("keys", "%s at level %d with the bits xd, rd, wd, v of its key %4s".formatted(name(type), level, Integer.toBinaryString(16 + bits).substring(1)), "KeyCheck", key(type, level, bits), key(type, level, bits == 1
                    ? 0 : 1)).unlessFull(isTelling(type) && bits % 2 == 1 || bits < 2)))
            .append(Cases.draft("keys", name(type) + " while keys are not enforced", "KeyCheck", key(type, 0, 15).psr(PK, false), key(type, 0, 15))));
    }

    private static Referring key(ReferenceType type, int level, int bits) {
        return Cases.sound(type, level).psr(PK, true).with(machine -> machine.withKeys(machine.keys().with(3, new ProtectionKeyRegister((long) Scene.KEY << 8 | bits))));
    }

    /// The key stands in one register alone, or in one that holds all of it but one bit.
    private static Seq<Draft> placed() {
        return Vector.range(0, 16).flatMap(number -> {
            Referring alone = holding(number, (long) Scene.KEY << 8 | 1);
            Referring other = holding(number, ((long) Scene.KEY << 8 | 1) ^ 0x100L << number);
            return Vector.of(Cases.draft("keys", "the key stands in register %d".formatted(number), "KeyCheck", alone, other), Cases.draft("keys", "register %d holds the key but for bit %d".formatted(number, number), "KeyCheck", other, alone)).map(draft -> draft.unlessFull(number % 4 == 3));
        });
    }

    private static Referring holding(int number, long register) {
        return Cases.sound(ReferenceType.LOAD).psr(PK, true).with(machine -> machine.withKeys(machine.keys().with(3, ProtectionKeyRegister.ZERO).with(number, new ProtectionKeyRegister(register))));
    }

    /// Present, accessed and dirty bit, memory attribute and exception deferral, for each reference at either level; and what disables their faults for one instruction.
    private static Seq<Draft> entries() {
        Seq<Pte> entries = Vector.of(Scene.ENTRY.with(0, 0, 0), Scene.ENTRY.with(5, 5, 0), Scene.ENTRY.with(6, 6, 0), Scene.ENTRY.with(6, 5, 0), Scene.ENTRY.with(4, 2, 4), Scene.ENTRY.with(4, 2, 5), Scene.ENTRY.with(4, 2, 6),
            Scene.ENTRY.with(4, 2, 7), Scene.ENTRY.with(52, 52, 1), Scene.ENTRY.with(0, 0, 0).with(4, 2, 1));
        return Cases.TYPES.flatMap(type -> Cases.LEVELS.flatMap(level -> entries.zipWithIndex().flatMap(each -> {
            Pte entry = each._1;
            Referring page = Cases.sound(type, level).entry(entry);
            Draft plain = Cases.draft("entries", "%s at level %d of a page with the entry %s".formatted(name(type), level, entry), "GuestEntry", page, Cases.sound(type, level));
            boolean faults = entry.p() && (entry.bits() & 0x60) != 0x60;
            return faults && level == 0 ? Vector.of(plain,
                Cases.draft("entries", "%s of a page with the entry %s, PSR.da 1".formatted(name(type), entry), "GuestEntry", page.psr(DA, true), page),
                Cases.draft("entries", "%s of a page with the entry %s, PSR.ia 1".formatted(name(type), entry), "GuestEntry", page.psr(IA, true), page)) : Vector.of(plain.unlessFull(level == 0 && isTelling(type) || (each._2 + type.ordinal()) % 4 == 0));
        })));
    }

    static String name(ReferenceType type) {
        return GuestOp.name(Cases.sound(type).references().head());
    }
}
