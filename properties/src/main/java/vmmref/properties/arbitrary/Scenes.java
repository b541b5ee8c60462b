package vmmref.properties.arbitrary;

import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import vmmref.model.machine.Machine;
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
    /// Bits of PSR that no rule of translation reads: be, up, mfl, mfh, i, dfl, dfh, sp, pp, di, si, db, lp, tb, rt, is, mc, id, dd, ss, ri, bn.
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

    /// {@return the sound scenes, with other addresses, page sizes, frames, operand sizes, privilege levels and bits that do not matter}
    public static Arbitrary<Scene> sound() {
        return Combinators.combine(Arbitraries.of(Scene.sound().asJava()), Pages.words(), Pages.words(), Pages.words(), Arbitraries.of(14, 16, 18, 24), Arbitraries.of(2, 4, 8))
            .as((scene, address, entry, psr, page, size) -> scene.operation() instanceof Reference reference
                ? moved(noisy(scene, psr), reference.type(), address, entry, page, size)
                : noisy(scene, psr));
    }

    /// {@return the sound scenes of one kind of reference}
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
        Machine machine = scene.machine().withRegions(regions(Scene.RID)).withTlb(Tlb.EMPTY.withRegister(type.stream(), Scene.SLOT, Option.some(translation)));
        return new Scene(machine.withPsr(machine.psr().withCpl(privileged ? 0 : (int) noise & 3)), Operations.of(type, address, size, (int) noise >> 2 & 3));
    }

    /// {@return any machine and a reference, of any type, that mostly reaches a page}
    public static Arbitrary<Scene> any() {
        return Combinators.combine(Pages.crowds(Pages.entries()), machines(), Operations.references(), Pages.words())
            .as((crowd, machine, reference, word) -> new Scene(machine.withRegions(crowd.regions()).withTlb(Held.tlb(crowd.held())),
                reference.at(crowd.of(reference.type().stream()).aimed(reference.address(), word))));
    }

    private static Arbitrary<Machine> machines() {
        return Combinators.combine(Pages.words(), Pages.words(), Pages.words(), Pages.words(), keyRegisters()).as((first, second, third, bits, keys) ->
            new Machine(new Psr(first & (UNREAD | EVEN) | (first | second) & MOSTLY | first & second & QUARTER | first & second & third & SELDOM),
                (bits & 3) == 0, (bits & 4) == 0, new Dcr(bits), Scene.MACHINE.regions(), keys, Tlb.EMPTY));
    }

    /// {@return sixteen registers, in which no key is valid twice}
    public static Arbitrary<ProtectionKeyRegisters> keyRegisters() {
        return Combinators.combine(Pages.keys(), Arbitraries.of(0, 1, 1, 1, 3, 5, 9, 14, 15)).as((key, bits) -> new ProtectionKeyRegister((long) key << 8 | bits))
            .list().ofSize(KEY_REGISTERS).map(registers -> ProtectionKeyRegisters.of(unique(Vector.ofAll(registers))));
    }

    private static Seq<ProtectionKeyRegister> unique(Seq<ProtectionKeyRegister> registers) {
        return registers.foldLeft(Vector.empty(), (before, register) ->
            before.append(before.exists(other -> other.valid() && other.key() == register.key()) ? register.invalid() : register));
    }
}
