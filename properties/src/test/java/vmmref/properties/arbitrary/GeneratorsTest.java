package vmmref.properties.arbitrary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Generators keep what their comments promise, on another seed than that of the page.
class GeneratorsTest {
    private static final int CASES = 4000;
    private static final int CASES_OF_FORMS = 40_000;
    private static final long SEED = 7;
    private static final int SHRUNK = 6;

    /// Typed from the comments of the generators: the generator, the question, and shares in percent.
    private static final String PROMISES = """
        Instructions.words() | word | 0 2.5, all ones 2.5, the sign bit alone 2.5, all but the sign bit 2.5, another bit alone 20, all but another bit 10, another word 60
        Instructions.words() | where that other bit is | 6:0 33.3, 20:7 33.3, 62:21 33.3
        Instructions.slots() | word | 0 8.6, all ones 6.8, another bit alone 16.4, all but another bit 8.2, another word 60
        Instructions.longSlots() | X slot | 0 8.6, all ones 6.8, another bit alone 16.4, all but another bit 8.2, another word 60
        Instructions.longSlots() | L slot | 0 8.6, all ones 6.8, another bit alone 16.4, all but another bit 8.2, another word 60
        Instructions.bundles() | template code | 00 22, 1f 14, 01 1.9, 02 1.9, 04 1.9, 08 1.9, 10 1.9, 1e 1.9
        Instructions.instructions(form -> form.unit() == Unit.X) | unit | A never, I never, M never, F never, B never, X 100
        Pages.numbers(8) | number | 0 12.5, 1 12.5, 2 12.5, 3 12.5, 4 12.5, 5 12.5, 6 12.5, 7 12.5
        Pages.words() | word | 0 never, all ones never, another word 100
        Pages.identifiers() | region identifier | 0 33.3, 101 33.3, ffffff 33.3
        Pages.keys() | key | 0 25, 55 25, 56 25, ffffff 25
        Pages.sizes() | page size | 4K 21.7, 8K 21.7, 16K 21.7, 64K 5, 256K 5, 1M 5, 4M 5, 16M 5, 64M 5, 256M 5
        Pages.addresses() | region | 0 12.5, 1 12.5, 2 12.5, 3 12.5, 4 12.5, 5 12.5, 6 12.5, 7 12.5
        Pages.addresses() | offset in the region | first 32 KiB 30, 256 MiB ± 16 KiB 30, last 32 KiB 30, elsewhere 10
        Pages.boundaryAddresses() | region | 0 12.5, 1 12.5, 2 12.5, 3 12.5, 4 12.5, 5 12.5, 6 12.5, 7 12.5
        Pages.boundaryAddresses() | seen from the edges of 51 implemented bits | last below 1.5, first beyond 1.5, last beyond 1.5, first above 1.5
        Pages.permissiveEntries() | ar | 3 100
        Pages.permissiveEntries() | pl | 3 100
        Pages.entries() | bits | p a d 70, p d 10, p a 10, none 10, p never
        Pages.entries() | memory attribute | 0 60, 1 never, 2 never, 3 never, 4 10, 5 10, 6 10, 7 10
        Pages.entries() | ar | 0 3.1, 1 3.1, 2 3.1, 3 40.6, 4 3.1, 5 3.1, 6 3.1, 7 40.6
        Pages.entries() | pl | 0 6.2, 1 6.2, 2 6.2, 3 81.2
        Pages.presentEntries() | bits | p a d 70, p d 10, p a 10, p 10, none never
        Pages.presentEntries() | memory attribute | 0 70, 4 10, 5 10, 6 10, 7 never
        Pages.translations(Pages.entries()) | region identifier | 0 33.3, 101 33.3, ffffff 33.3
        Pages.held(Pages.entries()) | stream | INSTRUCTION 50, DATA 50
        Pages.held(Pages.entries()) | held in | register 0 4.2, register 7 4.2, the cache 66.7
        Pages.crowds() | entries | 0 12.5, 1 12.5, 2 12.5, 3 12.5, 4 12.5, 5 12.5, 6 12.5, 7 12.5
        Pages.crowds() | held in | registers 0 to 7 33.3, registers 8 to 15 never, the cache 66.7
        Pages.cachedCrowds() | held in | registers 0 to 7 never, registers 8 to 15 never, the cache 100
        Pages.multitudes() | entries | 1 25, 10 37.5, 50 25, 300 12.5
        Pages.multitudes() | held in | registers 0 to 7 never, registers 8 to 15 5, the cache 95
        Pages.multitudes() | page size | 4K 10, 8K 10, 16K 10, 64K 10, 256K 10, 1M 10, 4M 10, 16M 10, 64M 10, 256M 10
        Operations.references() | type | FETCH 6.2, LOAD 6.2, SPECULATIVE_LOAD 6.2, STORE 6.2, EXCHANGE 6.2, FETCHADD 6.2, LFETCH 6.2, FC 6.2, PROBE_R 6.2, PROBE_RW_FAULT 6.2, TPA 6.2, TAK 6.2
        Operations.references() | bytes | 2 7.8, 4 7.8, 8 7.8, 16 6.2
        Operations.references() | level asked for | 0 7.8, 1 7.8, 2 7.8, 3 7.8
        Operations.references() | address | aligned to 16 66.7
        Operations.instructions() | column of the order | ITC 28.6, ITR 14.3, PURGE 35.7, PTC_E 7.1, RR 7.1, PKR 7.1
        Operations.histories() | instructions | 1 10, 2 10, 3 10, 4 10, 5 10, 6 10, 7 10, 8 10, 9 10, 10 10
        Operations.insertions() | column of the order | ITC 66.7, ITR 33.3
        Operations.insertions() | stream | INSTRUCTION 50, DATA 50
        Operations.purges() | type | PTC_L 20, PTC_G 20, PTC_GA 20, PTR_I 20, PTR_D 20
        Operations.purges() | size | 4K 17.3, 8K 17.3, 16K 17.3, 64K 4, 256M 4, 4G 20
        Operations.purges(PTC_L) | size | 4K 17.3, 8K 17.3, 16K 17.3, 64K 4, 256M 4, 4G 20
        Operations.moves() | key register written | none 50, valid 25, not valid 25
        Malformed.instructions() | what `Scenes.NARROW` finds wrong | nothing 50, INDEX_ABSENT 2.5, PAGE_SIZE_UNSUPPORTED 2.5, FIELD_RESERVED 2.5
        Malformed.instructions() | what `Scenes.NARROW` finds wrong | ATTRIBUTE_RESERVED 2.5, FIELD_UNIMPLEMENTED 2.5, OPERAND_UNIMPLEMENTED 2.5
        Scenes.sound() | column of the order | ITC 7.1, ITR 7.1, PURGE 17.9, PTC_E 3.6, RR 3.6, PKR 3.6
        Scenes.sound() | column of the order | FETCH 3.6, DATA 17.9, LFETCH 3.6, LFETCH_FAULT 3.6, FC 3.6, PROBE 7.1, PROBE_FAULT 10.7, TPA 3.6, TAK 3.6
        Scenes.sound() | page size | 16K 25, 64K 25, 256K 25, 16M 25
        Scenes.sound() | outcome on the reference | faults never, is unspecified never, machine check never
        Scenes.sound(LOAD) | privilege level | 0 25, 1 25, 2 25, 3 25
        Scenes.sound(LOAD) | bytes | 1 never, 2 33.3, 4 33.3, 8 33.3
        Scenes.sound(LOAD) | outcome on the reference | goes on 100
        Scenes.any() | column of the order | FETCH 6.2, DATA 31.2, LFETCH 6.2, LFETCH_FAULT 6.2, FC 6.2, PROBE 12.5, PROBE_FAULT 18.7, TPA 6.2, TAK 6.2
        Scenes.any() | privilege level | 0 25, 1 25, 2 25, 3 25
        Scenes.machines() | set in PSR | ac 50, ic 50, pk 25, dt 75, it 75, da 50, ed 12.5, ia 50, vm 12.5
        Scenes.machines() | besides | change of ic in flight 25, ed of the code's page 50
        Scenes.statusRegisters() | set in PSR | ac 50, ic 50, pk 50, dt 50, it 50, da 50, ed 50, ia 50, vm never
        Scenes.keyRegisters() | of the valid, disabling | nothing 42.8, wd 14.3, rd 14.3, xd 14.3, wd rd xd 14.3
        Defects.combinations(DEFECTS, 5) | defects | 1 20
        """;

    private static final Map<String, Seq<Measured>> MEASURED = LinkedHashMap.ofEntries(Vector.ofAll(PROMISES.lines().toList()).map(line -> line.split(" \\| ")[0]).distinct()
        .map(name -> Tuple.of(name, Catalogue.named(name).measured(CASES, SEED))));

    static java.util.List<String> promises() {
        return PROMISES.lines().toList();
    }

    @ParameterizedTest
    @MethodSource("promises")
    void whatIsPromisedComesUpInHalfItsShareAtLeast(String line) {
        String[] parts = line.split(" \\| ");
        Measured measured = MEASURED.get(parts[0]).get().find(each -> each.classifier().question().equals(parts[1])).get();
        for (String promise : parts[2].split(", ")) {
            String answer   = promise.substring(0, promise.lastIndexOf(' '));
            String promised = promise.substring(answer.length() + 1);
            double share = measured.share(answer);
            if (promised.equals("never")) assertEquals(0, share, promise);
            else assertTrue(share >= Double.parseDouble(promised) / 2, promise + ", and " + share + " came up");
        }
    }

    @Test
    void everyFormIsAsLikelyAsAnyOther() {
        Measured forms = Catalogue.named("Instructions.instructions()").measured(CASES_OF_FORMS, SEED).last();
        assertEquals(Instructions.forms().size(), forms.counts().size());
        forms.counts().forEach((form, count) -> assertTrue(count * forms.counts().size() >= CASES_OF_FORMS / 2, form + ": " + count));
    }

    static java.util.List<Described<?>> generators() {
        return Catalogue.all().asJava();
    }

    @ParameterizedTest
    @MethodSource("generators")
    void shrinkingEndsAtTheSmallestValue(Described<?> generator) {
        assertEquals(Vector.empty(), generator.otherEnds(SHRUNK));
    }
}
