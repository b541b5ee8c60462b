/// What is said of searches.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vmmref.properties.campaign.Closing;
import vmmref.vectors.campaign.Retrial;
import vmmref.vectors.campaign.Search;
import vmmref.vectors.campaign.Search.Find;
import vmmref.vectors.run.Exit;
import vmmref.vmm.zoo.Zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class SearchesTest {

    private static final String NAMED = Zoo.named("DropsNat").get().law();

    private static final List<Search> FOUR = List.of(
        search("DropsNat", Option.some(find(NAMED, 9_000, 3, Either.right(2)))),
        search("ForgetsInnerStops", Option.some(find("OneGuarantees.holds", 1_500, -1, Either.left("its law asks nothing that a vector can ask")))),
        search("TrustsUsers", Option.some(find("OneGuarantees.holds", 60_001, 7, Either.right(1)))),
        search("TellsStubs", Option.none()));

    /// @param size instructions of guests; -1 if there is no guest
    private static Find find(String law, long millis, int size, Either<String, Integer> failing) {
        Option<Integer> instructions = Option.when(size >= 0, size);
        return new Find(Campaigned.finding(law, "symptom", "text"), millis, instructions, instructions.map(all -> 8 * all), new Retrial(failing.isRight(), !failing.contains(0), failing, failing.isRight() ? 14 : 0));
    }

    private static Search search(String member, Option<Find> find) {
        Closing closing = new Closing("the time is over", Campaigned.CONFIG, Campaigned.ledger(), List.empty(), List.empty(), List.empty(), find.map(Find::finding).toList());
        return new Search(Zoo.named(member).get(), closing, find);
    }

    @Test @DisplayName("a table tells each find, by instructions where there are guests, and the sentences tell the finds that were in time")
    void table() {
        assertEquals("""
            member              law                                            after     cases   size                   again   vectors
            DropsNat            ArithmeticGuarantees.nats              named   9.0 s     8,000   3 instructions of 24   yes     2 of 14            found
            ForgetsInnerStops   OneGuarantees.holds                            1.5 s     8,000   6 values of 6          NO      - nothing to ask   found
            TrustsUsers         OneGuarantees.holds                            60.0 s    8,000   7 instructions of 56   yes     1 of 14            FOUND LATE
            TellsStubs          PatchedPageGuarantees.alike had 0 cases                  8,000                                                     NOT FOUND
            2 of 4 wrong machines were found within 60.0 s; at least 95 % are to be.
            1 by the law that they name. Median time: 1.5 s. Median size: 3 instructions, of 1 case with guests or programs.
            1 of 2 fail again as stored cases, 1 as vectors; the reference is right there.
            """.replaceAll(" +", " "), new Searches(FOUR, 95).text(new Ink(false)).replaceAll(" +", " "));
    }

    @Test @DisplayName("what the reference fails, too, is no find")
    void wrongLaw() {
        Search search = search("DropsNat", Option.some(find(NAMED, 9_000, 3, Either.right(0))));
        assertFalse(search.isFound());
        assertEquals("DropsNat is NOT TOLD FROM THE REFERENCE by ArithmeticGuarantees.nats, as named, after 9.0 s", Searches.line(search));
    }

    @Test @DisplayName("the threshold is a share of all")
    void exit() {
        assertEquals(Exit.CONFORMS, new Searches(FOUR, 50).exit());
        assertEquals(Exit.WRONG, new Searches(FOUR, 51).exit());
        assertEquals(Exit.CONFORMS, new Searches(FOUR.take(1), 100).exit());
    }

    @Test @DisplayName("json tells sizes only where there are some, and why there are no vectors")
    void json() {
        JsonNode json = new Searches(FOUR, 95).json();
        assertEquals(1, json.get("exit").asInt());
        assertEquals(1_500, json.get("median_millis").asInt());
        assertEquals(3, json.get("median_instructions").asInt());
        JsonNode one = json.get("searches").get(0);
        assertEquals(List.of(3, 24, 2, 14), List.of("instructions", "original_instructions", "failing", "asked").map(name -> one.get(name).asInt()));
        JsonNode other = json.get("searches").get(1);
        assertFalse(other.has("instructions") || other.has("failing"));
        assertEquals("its law asks nothing that a vector can ask", other.get("no_vectors").asString());
        assertEquals(0, json.get("searches").get(3).get("named_cases").asInt());
    }
}
