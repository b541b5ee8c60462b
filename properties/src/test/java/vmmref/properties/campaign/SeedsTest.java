package vmmref.properties.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.HashSet;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The seed of a case never changes: stored cases, and campaigns that go on, would be others. The values come from another program.
class SeedsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0000000000000000 | ''                                   | 0             | 48218226ff3cd4bf",
        "0000000000000000 | A.b                                  | 0             | 30c87642cdf42e0d",
        "0000000000000000 | A.b                                  | 1             | 05040c141fd31614",
        "0000000000000000 | A.b                                  | 1099511627776 | 19c0334ee559ba40",
        "0000000000000000 | A.\u00e4                             | 1             | 87168b4809c0e0c4",
        "0000000000000007 | A.b                                  | 0             | b4fdadca65a2d317",
        "0000000000000007 | A.b                                  | 1             | c9cf98a9442da4d9",
        "0000000000000007 | TranslationGuarantees.nothingMatches | 0             | 7e21910d2e6ba21c",
        "ffffffffffffffff | A.b                                  | 0             | 88436990371a3bb3",
        "ffffffffffffffff | A.b                                  | 1             | deabe212b38af040",
        "ffffffffffffffff | TranslationGuarantees.nothingMatches | 0             | 8d346ba621d4f4c6",
        "123456789abcdef0 | A.b                                  | 1099511627776 | b429f2ac55a70940",
        "123456789abcdef0 | A.\u00e4                             | 1             | 8ccd05ef70d0dce0"})
    void aCaseHasItsSeed(String campaign, String law, long number, String seed) {
        assertEquals(seed, "%016x".formatted(Seeds.of(Long.parseUnsignedLong(campaign, 16), law, number)));
    }

    @Test
    void seedsDiffer() {
        assertEquals(4000, HashSet.ofAll(Vector.of(0L, 1L).flatMap(campaign -> Vector.of("A.b", "A.c").flatMap(law -> Vector.range(0, 1000).map(number -> Seeds.of(campaign, law, number))))).size());
    }
}
