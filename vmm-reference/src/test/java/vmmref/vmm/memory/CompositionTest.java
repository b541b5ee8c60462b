package vmmref.vmm.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.protect.AccessRights;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;

class CompositionTest {
    private static final Composition COMPOSITION = Composition.of(AccessRights.architected(), Profile.named("itanium2").get().dimensions());
    private static final HashSet<Stream> BOTH = HashSet.of(Stream.values());
    private static final Context KERNEL = new Context(0, true, true, true);
    private static final Context USER = new Context(3, true, true, true);
    private static final GuestMap MAP = GuestMap.EMPTY.with(new GuestMap.Run(0, 8, new Backing.Frames(new PhysicalAddress(0x900000))));

    private static Pte entry(int ar, int pl) {
        return new Pte(1).with(11, 9, ar).with(8, 7, pl);
    }

    /// What the guest's page permits at a level of the guest, and what stands for it.
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, 1", "1, 0, 0, 1, 1", "2, 0, 0, 2, 1", "3, 0, 0, 3, 1", "0, 3, 3, 0, 3", "3, 3, 3, 3, 3", "3, 0, 3, 0, 0", "5, 3, 0, 3, 1", "5, 3, 3, 1, 3", "4, 3, 3, 0, 3", "6, 3, 0, 2, 1", "7, 3, 3, 7, 3"})
    void rightsAreThoseOfOneLevel(int ar, int pl, int level, int realAr, int realPl) {
        assertEquals(entry(realAr, realPl), COMPOSITION.permitting().permitted(level == 0 ? KERNEL : USER, entry(ar, pl), BOTH));
    }

    @Test
    void thePageIsCutToWhatLiesTogether() {
        VirtualAddress page = new VirtualAddress(0x6000000000000000L);
        Translation guest = Translation.of(page, 5, new PageSize(16), 0x77, new Pte(0x4000 | 0x7e1 | 1L << 52));
        Translation real = Translation.of(page, 0x123, new PageSize(14), 0x77, new Pte(0x904000 | 0x661 | 1L << 52 | 1L << 7 | 0x40));
        Option<Translation> composed = COMPOSITION.of(MAP, KERNEL, 0x123, 0x99, Translation.of(page, 5, new PageSize(14), 0x77, guest.entry()), new VirtualAddress(0x6000000000001234L), BOTH);
        assertEquals(real.physical(new VirtualAddress(0x6000000000001234L)), composed.get().physical(new VirtualAddress(0x6000000000001234L)));
        assertEquals(0x123, composed.get().rid());
        assertEquals(0x99, composed.get().key());
        assertEquals(new PageSize(14), composed.get().size());
        assertEquals(Option.none(), COMPOSITION.of(MAP, KERNEL, 0x123, 0x99, guest, new VirtualAddress(0x600000000000c234L), BOTH));
    }

    @Test
    void whatIsNotPresentShowsNoFrame() {
        VirtualAddress page = new VirtualAddress(0x6000000000000000L);
        Translation guest = Translation.of(page, 5, new PageSize(14), 0x77, new Pte(0x123457e0L));
        assertEquals(Vector.of(0L), Vector.ofAll(COMPOSITION.of(MAP, USER, 9, 0x99, guest, page, BOTH)).map(Translation::entryBits));
    }
}
