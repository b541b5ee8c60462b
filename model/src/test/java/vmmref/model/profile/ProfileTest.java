package vmmref.model.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {
    private static final Set<Integer> SIZES = TreeSet.of(12, 13, 14, 16, 18, 20, 22, 24, 26, 28);

    private static Dimensions least() {
        return new Dimensions(51, 44, 18, 18, 8, 8, 1, 16, 8, 8, SIZES, SIZES.add(32));
    }

    private static Dimensions most() {
        return new Dimensions(61, 63, 24, 24, 256, 256, 9999, 256, 16, 16, SIZES.add(60), SIZES.add(60));
    }

    /// One parameter of an implementation replaced.
    private static Profile itanium2(String parameter, String value) {
        return Profile.announced("mine", LinkedHashMap.of(parameter, value));
    }

    @ParameterizedTest
    @CsvSource({
        "merced,    false, false, false, true,  false, false, 51, 44, 18, 21,  8,  48,   64, 16,  8,  8, 12 13 14 16 18 20 22 24 26 28,       12 13 14 16 18 20 22 24 26 28 32",
        "itanium2,  true,  false,  false, true,  false, false, 61, 50, 24, 24, 64,  64,  128, 16,  8,  8, 12 13 14 16 18 20 22 24 26 28 30 32, 12 13 14 16 18 20 22 24 26 28 30 32",
        "montecito, true,  true,  true,  true,  false, false, 61, 50, 24, 24, 64,  64,  128, 16,  8,  8, 12 13 14 16 18 20 22 24 26 28 30 32, 12 13 14 16 18 20 22 24 26 28 30 32",
        "minimal,   false, false, false, false, false, false, 51, 44, 18, 18,  8,   8,    2, 16,  8,  8, 12 13 14 16 18 20 22 24 26 28,       12 13 14 16 18 20 22 24 26 28 32",
        "maximal,   true,  true,  true,  true,  true,  true,  61, 63, 24, 24, 64, 128, 1024, 32, 16, 16, 12 13 14 16 18 20 22 24 26 28 30 32, 12 13 14 16 18 20 22 24 26 28 30 32"})
    void namedProfiles(String name, boolean brl, boolean ld16, boolean vmsw, boolean msr, boolean fetchadd, boolean clz, int va, int pa, int rid, int key, int itr, int dtr, int tc, int pkr, int ibr, int dbr, String insertable, String purgeable) {
        Profile profile = Profile.named(name).get();
        assertEquals(brl, profile.has(Profile.LONG_BRANCH));
        assertEquals(ld16, profile.has(Profile.WIDE_ATOMICS));
        assertEquals(vmsw, profile.has(Profile.VIRTUAL_MACHINE_SWITCH));
        assertEquals(msr, profile.has(Profile.MODEL_SPECIFIC_REGISTERS));
        assertEquals(fetchadd, profile.has(Profile.EXPORTED_FETCHADD));
        assertEquals(clz, profile.has(Profile.COUNT_LEADING_ZEROS));
        assertEquals(new Dimensions(va, pa, rid, key, itr, dtr, tc, pkr, ibr, dbr, sizes(insertable), sizes(purgeable)), profile.dimensions());
        assertEquals(insertable, profile.value("insertable"));
        assertEquals(purgeable, profile.value("purgeable"));
    }

    private static Set<Integer> sizes(String text) {
        return TreeSet.ofAll(Vector.of(text.split(" ")).map(Integer::valueOf));
    }

    @Test
    void profilesAreFoundByName() {
        assertEquals(Option.none(), Profile.named("itanium3"));
        assertEquals(5, Profile.all().size());
        assertEquals(Option.some(Profile.all().get(3)), Profile.named("minimal"));
    }

    @Test
    void whatIsNotAnnouncedIsLikeItanium2() {
        Profile mine = itanium2("dtr", "128");
        assertEquals("mine", mine.name());
        assertEquals(new Dimensions(61, 50, 24, 24, 64, 128, 128, 16, 8, 8, SIZES.addAll(HashSet.of(30, 32)), SIZES.addAll(HashSet.of(30, 32))), mine.dimensions());
        assertTrue(mine.has("brl") && !mine.has("ld16") && !mine.has("vmsw"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "va         | 49            | va is 50 to 61, not 49",
        "va         | 62            | va is 50 to 61, not 62",
        "pa         | 43            | pa is 44 to 63, not 43",
        "pa         | 64            | pa is 44 to 63, not 64",
        "rid        | 17            | rid is 18 to 24, not 17",
        "rid        | 25            | rid is 18 to 24, not 25",
        "key        | 23            | key is 24 to 24, not 23",
        "key        | 25            | key is 24 to 24, not 25",
        "itr        | 7             | itr is 8 to 256, not 7",
        "itr        | 257           | itr is 8 to 256, not 257",
        "dtr        | 7             | dtr is 8 to 256, not 7",
        "dtr        | 257           | dtr is 8 to 256, not 257",
        "tc         | 0             | tc is 1 to 9999, not 0",
        "tc         | 10000         | profile mine: tc is a number, not 10000",
        "pkr        | 15            | pkr is 16 to 256, not 15",
        "pkr        | 257           | pkr is 16 to 256, not 257",
        "ibr        | 6             | ibr is 8 to 16, not 6",
        "ibr        | 18            | ibr is 8 to 16, not 18",
        "dbr        | 7             | dbr is 8 to 16, not 7",
        "dbr        | 17            | dbr is 8 to 16, not 17",
        "ibr        | 9             | breakpoint registers come in pairs: ibr and dbr are even, not 9 and 8",
        "dbr        | 15            | breakpoint registers come in pairs: ibr and dbr are even, not 8 and 15",
        "pkr        | many          | profile mine: pkr is a number, not many",
        "pkr        | -16           | profile mine: pkr is a number, not -16",
        "pkr        | 9999          | pkr is 16 to 256, not 9999",
        "pkr        | 99999999999   | profile mine: pkr is a number, not 99999999999",
        "insertable | 14 16         | insertable lists 12, the size that every implementation has, not only 14 16",
        "insertable | 11 12         | insertable lists logarithms from 12 to 60, not 11 12",
        "insertable | 12 61         | insertable lists logarithms from 12 to 60, not 12 61",
        "insertable | 12 15         | purgeable (12 13 14 16 18 20 22 24 26 28 30 32) lists whatever insertable does (12 15)",
        "insertable | 4K            | page sizes are numbers separated by spaces, not 4K",
        "insertable | 12  13        | page sizes are numbers separated by spaces, not 12  13",
        "purgeable  | 12            | purgeable (12) lists whatever insertable does (12 13 14 16 18 20 22 24 26 28 30 32)",
        "purgeable  | ''            | page sizes are numbers separated by spaces, not "})
    void parametersThatNoImplementationHasAreRejected(String parameter, String value, String message) {
        String told = assertThrows(IllegalArgumentException.class, () -> itanium2(parameter, value).dimensions()).getMessage();
        assertEquals(message == null ? "" : message.strip(), told.strip());
    }

    @Test
    void theExtremesAreImplementations() {
        assertEquals(51, least().virtualBits());
        assertEquals(61, most().virtualBits());
        assertEquals(44, least().physicalBits());
        assertEquals(63, most().physicalBits());
        assertEquals(18, least().ridBits());
        assertEquals(18, least().keyBits());
        assertEquals(8, least().itrs());
        assertEquals(8, least().dtrs());
        assertEquals(1, least().tcs());
        assertEquals(9999, most().tcs());
        assertEquals(16, least().pkrs());
        assertEquals(256, most().pkrs());
        assertEquals(8, least().ibrs());
        assertEquals(16, most().dbrs());
        assertTrue(most().insertable().contains(60));
        assertEquals(new Dimensions(51, 44, 18, 24, 8, 8, 1, 16, 8, 8, HashSet.of(12), HashSet.of(12, 0, 63)).purgeable(), HashSet.of(0, 12, 63));
    }

    @Test
    void dimensionsAreParameters() {
        assertEquals(Vector.of(Tuple.of("va", "51"), Tuple.of("pa", "44"), Tuple.of("rid", "18"), Tuple.of("key", "18"), Tuple.of("itr", "8"), Tuple.of("dtr", "8"), Tuple.of("tc", "1"), Tuple.of("pkr", "16"), Tuple.of("ibr", "8"), Tuple.of("dbr", "8"),
                Tuple.of("insertable", "12 13 14 16 18 20 22 24 26 28"), Tuple.of("purgeable", "12 13 14 16 18 20 22 24 26 28 32")), least().parameters());
        assertEquals(least(), new Profile("again", LinkedHashMap.ofEntries(least().parameters())).dimensions());
    }

    @Test
    void whatAProfileDoesNotSayIsNotGuessed() {
        Profile empty = new Profile("empty", LinkedHashMap.empty());
        assertEquals("profile empty says nothing of va", assertThrows(IllegalArgumentException.class, empty::dimensions).getMessage());
        assertEquals("profile empty says nothing of brl", assertThrows(IllegalArgumentException.class, () -> empty.has("brl")).getMessage());
        assertEquals("profile mine: brl is true or false, not yes", assertThrows(IllegalArgumentException.class, () -> itanium2("brl", "yes").has("brl")).getMessage());
    }
}
