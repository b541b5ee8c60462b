package vmmref.properties.arbitrary;

import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Column;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;

/// Generators of scenes: sound ones, and any.
public final class Scenes {
    /// An implementation on which every condition can be met: all that is optional, and nothing wider than it must be.
    public static final Profile NARROW = Profile.announced("narrow", HashMap.of("va", "51", "pa", "44", "rid", "18", "key", "18", "itr", "8", "dtr", "12", "pkr", "16")
        .merge(HashMap.of("insertable", Pages.SIZES.mkString(" "), "purgeable", Pages.SIZES.append(32).mkString(" ")))
        .merge(HashMap.of(Profile.VIRTUAL_MACHINE_SWITCH, "true", Profile.EXPORTED_FETCHADD, "true")));

    private static final int KEY_REGISTERS = 16;
    /// Bits of PSR that no rule of translation reads while the breakpoint registers hold 0: be, up, mfl, mfh, i, dfl, dfh, sp, pp, di, si, db, lp, tb, rt, is, mc, id, dd, ss, ri, bn.
    private static final long UNREAD = 1L << 1 | 1L << 2 | 3L << 4 | 1L << 14 | 0x7fcL << 16 | 1L << 27 | 3L << 34 | 1L << 37 | 0xfL << 39 | 1L << 44;
    /// ac, ic, cpl, da, ia.
    private static final long EVEN = 1L << 3 | 1L << 13 | 3L << 32 | 1L << 38 | 1L << 45;
    /// pk.
    private static final long QUARTER = 1L << 15;
    /// dt, it.
    private static final long MOSTLY = 1L << 17 | 1L << 36;
    /// ed, vm.
    private static final long SELDOM = 1L << 43 | 1L << 46;

    private Scenes() { }

    /// {@return the address without the bits that only wider implementations than [#NARROW] have}
    public static VirtualAddress narrowed(VirtualAddress address) {
        return new VirtualAddress(address.bits() & (7L << 61 | (1L << 49) - 1));
    }

    /// {@return the translation of a page at such an address}
    public static Translation narrowed(Translation page) {
        return Translation.of(narrowed(page.page()), page.rid(), page.size(), page.key(), page.entry());
    }

    /// {@return region registers that all hold an identifier}
    public static RegionRegisters regions(int identifier) {
        return RegionRegisters.of(Vector.fill(RegionRegisters.NUMBER, new RegionRegister((long) identifier << 8 | 14 << 2)));
    }

    /// {@return scenes that meet no condition, on any implementation: those of [Scene#sound()] alike, 16 of references and 12 of instructions}
    ///
    /// References go to the lowest 2^49 bytes of all regions alike, aligned to 8 bytes, in a page of 16, 64 or 256 KiB or 16 MiB, alike, which is in translation register 2 and permits
    /// everything. The region registers all hold identifier 0x101. Operands have 2, 4 or 8 bytes, never 1; levels are 0 to 3 alike, of `tpa` and `tak` 0, and probes ask at any. Frames lie
    /// below 2^44 and have the bits of 0x1234000 set. Instructions are always the same twelve, at level 0. DCR is anything, and so are the bits of PSR that no rule reads. Shrinks to a fetch
    /// from address 0.
    public static Arbitrary<Scene> sound() {
        return Combinators.combine(Arbitraries.of(Scene.sound().asJava()), Pages.words(), Pages.words(), Pages.words(), Arbitraries.of(14, 16, 18, 24), Arbitraries.of(2, 4, 8))
            .as((scene, address, entry, psr, page, size) -> scene.operation() instanceof Reference reference
                ? moved(noisy(scene, psr), reference.type(), address, entry, page, size)
                : noisy(scene, psr));
    }

    /// {@return those of [#sound()] of one type of reference}
    public static Arbitrary<Scene> sound(ReferenceType type) {
        return Combinators.combine(Pages.words(), Pages.words(), Pages.words(), Arbitraries.of(14, 16, 18, 24), Arbitraries.of(2, 4, 8))
            .as((address, entry, psr, page, size) -> moved(noisy(Scene.of(type), psr), type, address, entry, page, size));
    }

    private static Scene noisy(Scene scene, long noise) {
        return scene.with(scene.machine().withDcr(new Dcr(noise))).with(new Psr(scene.machine().psr().bits() | noise & UNREAD));
    }

    /// Somewhere else, where every implementation has addresses and frames; at another level unless the operation is privileged.
    private static Scene moved(Scene scene, ReferenceType type, long word, long noise, int page, int size) {
        VirtualAddress address = narrowed(new VirtualAddress(word & -8));
        Pte entry = new Pte(Scene.ENTRY.bits() | noise & (0xfffL << 52 | (1L << 44) - (1L << 12)));
        Translation translation = Translation.of(address, Scene.RID, new PageSize(page), Scene.KEY, entry);
        boolean privileged = type.column() == Column.TPA || type.column() == Column.TAK;
        Addressing machine = scene.machine().withRegions(regions(Scene.RID)).withTlb(Tlb.EMPTY.withRegister(type.stream(), Scene.SLOT, Option.some(translation)));
        return new Scene(machine.withPsr(machine.psr().withCpl(privileged ? 0 : (int) noise & 3)), Operations.of(type, address, size, (int) noise >> 2 & 3));
    }

    /// {@return any machine and a reference, of any type, that mostly reaches a page, whatever comes of it}
    ///
    /// The machine is one of [#machines()] with [Pages#crowds(Arbitrary)] of [Pages#entries()], the reference one of [Operations#references()]. Where something is held for the reference's
    /// stream, five of six are moved into one of these pages, in the first region that has its identifier, as [Crowd#aimed] says. No operand is NaT. Shrinks to a fetch from address 0 on the
    /// smallest of the machines, which holds nothing.
    public static Arbitrary<Scene> any() {
        return Combinators.combine(Pages.crowds(Pages.entries()), machines(), Operations.references(), Pages.words())
            .as((crowd, machine, reference, word) -> new Scene(machine.withRegions(crowd.regions()).withTlb(Held.tlb(crowd.held())),
                reference.at(crowd.of(reference.type().stream()).aimed(reference.address(), word))));
    }

    /// {@return machines without translations, whose regions have the identifiers 0x100 to 0x107, with [#keyRegisters()]}
    ///
    /// Of PSR, 64 bits, each bit that no rule reads is set in half of the cases, and so are ac, ic, da, ia and both of cpl; pk is in a quarter, dt and it in three quarters, ed and vm in an
    /// eighth; reserved bits are 0. DCR is any 64 bits, and says the rest: a change of ic is in flight where its bits 1:0 are 0, and the code's page has ed where its bit 2 is 0. Shrinks to a
    /// machine that is 0 everywhere but in these two, which are then on.
    public static Arbitrary<Addressing> machines() {
        return Combinators.combine(Pages.words(), Pages.words(), Pages.words(), Pages.words(), keyRegisters()).as((first, second, third, bits, keys) ->
            new Addressing(new Psr(first & (UNREAD | EVEN) | (first | second) & MOSTLY | first & second & QUARTER | first & second & third & SELDOM),
                (bits & 3) == 0, (bits & 4) == 0, new Dcr(bits), Scene.MACHINE.regions(), keys, Tlb.EMPTY));
    }

    /// {@return status registers, 64 bits, one as often as another, but that vm is 0: any reserved bit may be set; they shrink to 0}
    public static Arbitrary<Psr> statusRegisters() {
        return Pages.words().map(word -> new Psr(word & ~(1L << 46)));
    }

    /// {@return sixteen registers, each with one of [Pages#keys()], in which no key is valid twice, and so four at most are valid}
    ///
    /// Of nine registers seven are drawn valid, and four of these disable something: wd, rd, xd or all three. One whose key is valid in a register before it is made invalid, and keeps its other
    /// bits. Reserved bits are 0. Shrinks to zeros.
    public static Arbitrary<ProtectionKeyRegisters> keyRegisters() {
        return Combinators.combine(Pages.keys(), Arbitraries.of(0, 1, 1, 1, 3, 5, 9, 14, 15)).as((key, bits) -> new ProtectionKeyRegister((long) key << 8 | bits))
            .list().ofSize(KEY_REGISTERS).map(registers -> ProtectionKeyRegisters.of(unique(Vector.ofAll(registers))));
    }

    private static Seq<ProtectionKeyRegister> unique(Seq<ProtectionKeyRegister> registers) {
        return registers.foldLeft(Vector.empty(), (before, register) ->
            before.append(before.exists(other -> other.valid() && other.key() == register.key()) ? register.invalid() : register));
    }
}
