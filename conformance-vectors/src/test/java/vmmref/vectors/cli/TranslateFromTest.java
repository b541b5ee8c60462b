/// `vmmref translate --from`: on the machine of a vector.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.cli.Translating.says;
import static vmmref.vectors.cli.Translating.translate;

@ExtendWith(Translating.class)
class TranslateFromTest {

    @TempDir static Path shared;
    static String pack;

    @BeforeAll
    static void fill() {
        pack = TranslatePack.in(shared).toString();
    }

    private static Typed from(String id, String... words) {
        return translate(List.of(words).prependAll(List.of("--pack", pack, "--from", id)).toJavaArray(String[]::new));
    }

    @Test @DisplayName("the machine of a vector, and its own instructions one after another")
    void vector() {
        Typed load = from("xlate/few/0001");
        assertEquals(0, load.exit(), load::all);
        says("  it goes to 0000000001234008, wb   by TRANSLATION_MATCHED, OFFSET_KEPT\n", load);
        Typed insertion = from("xlate/few/0002");
        says("itr.d 5, 2000000000004000, 4K, key 000055   level 0, itanium2\n", insertion);
        says("  it changes                                       decided by\n"
            + "  - dtc        000101 2000000000004000..7fff 16K   OVERLAP_PURGED\n"
            + "  + dtr5       000101 2000000000004000..4fff 4K    REGISTER_INSERTED\n", insertion);
        says("\n\nld8 [2000000000004008]   level 0, itanium2\n", insertion);
        says("  it goes to 0000000005678008, wb   by TRANSLATION_MATCHED, OFFSET_KEPT\n", insertion);
    }

    @Test @DisplayName("the instructions of a vector end where one does not succeed")
    void unreached() {
        Typed typed = from("xlate/few/0003");
        says("ptc.l 2000000000004000, 16K   level 0, itanium2\n", typed);
        says("  overlaps      rid   addresses                size\n  dtr0       000101   2000000000004000..7fff   16K\n", typed);
        says("  it ends in a machine check   by REGISTER_OVERLAPPED\n", typed);
        assertTrue(typed.out().endsWith("\nld8 [2000000000004008] is not reached\n"), typed::all);
    }

    @Test @DisplayName("moves show the registers before and afterwards")
    void moves() {
        Typed typed = from("xlate/few/0004");
        says("mov rr[1]=0000000000020138   level 0, itanium2\n", typed);
        says("  - rr1        0000000000010138   rid 000101, prefers 16K   REGION_WRITTEN\n  + rr1        0000000000020138   rid 000201, prefers 16K   REGION_WRITTEN\n", typed);
        says("  - pkr2       0000000000005501   key 000055, v 1, wd 0, rd 0, xd 0   KEY_UNIQUE\n  + pkr2       0000000000005500   key 000055, v 0, wd 0, rd 0, xd 0   KEY_UNIQUE\n", typed);
        says("  + pkr3       0000000000005501   key 000055, v 1, wd 0, rd 0, xd 0   KEY_WRITTEN\n", typed);
    }

    @Test @DisplayName("other questions can be asked on the machine of a vector, and more can be set up on it")
    void more() {
        Typed typed = from("xlate/few/0001", "ld8 [0x2000000000008000]", "--dtr", "va=0x2000000000008000 pa=0x4000", "--psr", "cpl=3");
        says("│ dtr1: rid 000101, 2000000000008000..bfff, 16K", typed);
        says("  it goes to 0000000000004000, wb   by TRANSLATION_MATCHED, OFFSET_KEPT\n", typed);
        says("  it goes to 0000000000004000, wb", from("xlate/few/0001", "ld8 [0x2000000000004000]", "--dtr", "0 va=0x2000000000004000 pa=0x4000"));
    }

    @Test @DisplayName("a vector is asked of the profile that it needs")
    void needs() {
        says("ld8 [2000000000004008]   level 0, maximal\n", from("xlate/few/0005"));
        Typed typed = from("xlate/few/0005", "--profile", "itanium2");
        assertEquals(2, typed.exit());
        assertEquals("vmmref: --profile itanium2: xlate/few/0005 needs pkr >=20; leave --profile out\n", typed.err());
    }

    @Test @DisplayName("only vectors about translation have a machine to start from")
    void codec(@TempDir Path folder) {
        Typed typed = translate("--from", "codec/thash/0001", "--pack", SmallPack.in(folder).toString());
        assertEquals(2, typed.exit());
        assertEquals("vmmref: --from codec/thash/0001: it is of kind codec; name a vector of kind xlate, such as xlate/manual/0001\n", typed.err());
    }

    @Test @DisplayName("an id that does not exist is a mistake, and likely ones are named")
    void unknown() {
        assertTrue(from("xlate/few/9999").err().contains("there is no vector xlate/few/9999"));
        assertEquals(2, from("xlate/few/9999").exit());
    }
}
