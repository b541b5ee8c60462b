package vmmref.vectors.xlate;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pta;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Stimulus;

/// A reference to a page that nothing translates but an entry of a page table: the page with the number 1 of region 1, whose region identifier is 101. In the short format the table has 2^20 bytes at 2000000004000000, in the long one 2^24 bytes at
/// E000000010000000; a translation register of 16 KB maps the beginning of either to 40000, and the entry is at 40008 or 42000.
///
/// @param isLong  whether entries have the long format
/// @param machine before
/// @param words   of the entry
/// @param at      where the entry lies in memory
/// @param operation the reference
public record Walk(boolean isLong, Addressing machine, Seq<Long> words, long at, Operation operation) {
    public static final Seq<Boolean> FORMATS = Vector.of(false, true);
    public static final int TABLE_SLOT = 7;
    static final int TABLE_KEY = 0x77;
    static final long SHORT = 0x4000051L;
    static final long LONG = 0xe000000010000161L;
    static final VirtualAddress SHORT_TABLE = new VirtualAddress(0x2000000004000000L);
    static final VirtualAddress LONG_TABLE = new VirtualAddress(0xe000000010000000L);
    public static final long FRAME = 0x40000;
    public static final long TAG = 0x0000808000000001L;
    /// Present, write back, accessed, dirty, level 3, read, write and execute.
    public static final long SOUND = 0x7e1;

    private static final int LONG_RID = 0x107;

    /// {@return the walk for a sound page, in a table that can be read}
    public static Walk of(boolean isLong, ReferenceType type) {
        Scene scene = Scene.of(type).unmapped();
        RegionRegister walked = new RegionRegister(scene.machine().regions().get(Scene.PAGE.region()).bits() | 1);
        Addressing machine = scene.machine().withRegions(scene.machine().regions().with(Scene.PAGE.region(), walked)).withPta(new Pta(isLong ? LONG : SHORT))
            .withKeys(scene.machine().keys().with(4, new ProtectionKeyRegister((long) Scene.RID << 8 | 1)).with(5, new ProtectionKeyRegister((long) TABLE_KEY << 8 | 1)));
        return new Walk(isLong, machine, words(isLong, Scene.ENTRY), isLong ? 0x42000 : 0x40008, scene.operation()).inTable(FRAME | SOUND);
    }

    public static Walk of(boolean isLong, Stream stream) {
        return of(isLong, stream == Stream.DATA ? ReferenceType.LOAD : ReferenceType.FETCH);
    }

    public static Seq<Long> words(boolean isLong, Pte entry) {
        return isLong ? Vector.of(entry.bits(), (long) Scene.KEY << 8 | Scene.SIZE.log2() << 2, TAG) : Vector.of(entry.bits());
    }

    /// {@return the translation that maps the table}
    public Translation table(long entry) {
        return Translation.of(isLong ? LONG_TABLE : SHORT_TABLE, isLong ? LONG_RID : Scene.RID, Scene.SIZE, TABLE_KEY, new Pte(entry));
    }

    /// {@return the same with another entry for the page of the table}
    public Walk inTable(long entry) {
        return with(Tlb.EMPTY.withRegister(Stream.DATA, TABLE_SLOT, Option.some(table(entry))));
    }

    public Walk with(Tlb tlb) {
        return new Walk(isLong, machine.withTlb(tlb), words, at, operation);
    }

    public Walk with(UnaryOperator<Addressing> change) {
        return new Walk(isLong, change.apply(machine), words, at, operation);
    }

    public Walk with(Seq<Long> other) {
        return new Walk(isLong, machine, other, at, operation);
    }

    public Walk with(Operation other) {
        return new Walk(isLong, machine, words, at, other);
    }

    /// {@return the same with another page-table entry}
    public Walk with(Pte entry) {
        return with(words.update(0, entry.bits()));
    }

    public Walk psr(int bit, boolean value) {
        return with(changed -> changed.withPsr(changed.psr().with(bit, value)));
    }

    public Walk level(int level) {
        return with(changed -> changed.withPsr(changed.psr().withCpl(level)));
    }

    /// {@return the same, but that the table is not walked}
    public Walk resting() {
        return with(changed -> changed.withPta(new Pta(changed.pta().bits() & -2)));
    }

    public Story story() {
        Memory memory = words.zipWithIndex().foldLeft(Memory.ZERO, (all, word) -> all.with(new PhysicalAddress(at + 8L * word._2), 8, word._1));
        return new Story(machine, memory, Vector.of(operation));
    }

    Stimulus stimulus() {
        return Cases.stimulus(story());
    }

    public String format() {
        return isLong ? "long" : "short";
    }

    public Map<String, String> needs() {
        return isLong ? LinkedHashMap.of(Profile.VHPT_HASH, "=xor") : Cases.ANYWHERE;
    }

    public String name() {
        return Op.name(operation);
    }

    boolean isFetch() {
        return ((Reference) operation).type() == ReferenceType.FETCH;
    }

    /// {@return a draft that asks what comes of it}
    Draft draft(String topic, String title) {
        return Cases.draft(topic, title + ", " + format() + " format", Vector.of("VhptWalker"), needs(), story());
    }
}
