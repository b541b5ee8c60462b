package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.model.translate.Example.MACHINE;
import static vmmref.model.translate.Example.load;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.interruption.Interruption;
import vmmref.model.register.Dcr;
import vmmref.spec.Clause;
import vmmref.spec.Table;

class FaultOrderTest {
    private static final String NONE = "\t-".repeat(15);

    /// A table of rows; `cells` of each name columns that are looked at, and the letter there.
    private static FaultOrder order(String... rows) {
        return FaultOrder.of(Table.parse("fault-order", String.join("\n", rows)));
    }

    /// {@return a row that only data references look at}
    private static String data(String clause, String letter, String fault, String deferral, String precludes) {
        return clause + "\t" + fault + "\t-\t" + deferral + "\t" + precludes + "\t-".repeat(7) + "\t" + letter + "\t-".repeat(7);
    }

    private static String rejected(String... rows) {
        return assertThrows(IllegalArgumentException.class, () -> order(rows)).getMessage();
    }

    @Test
    void theArchitectedOrderHasAColumnForEachKindOfOperation() {
        assertEquals(Vector.of("PRIVILEGED_OPERATION", "NAT_CONSUMED", "OPERATION_VIRTUALIZED"), names(FaultOrder.architected().clauses(Column.PTC_E)));
        assertEquals(Vector.of("MATCHES_SEVERAL", "WALK_OVERLAPPED", "MISS_ALTERNATE", "ENTRY_UNTRANSLATED", "ENTRY_UNREADABLE", "TAG_MISMATCHED", "ENTRY_REFUSED", "PAGE_ABSENT", "NAT_PAGE_CONSUMED", "KEY_MISSING", "KEY_DISABLED", "RIGHTS_DENIED", "ACCESS_BIT_CLEAR", "BREAKPOINT_HIT"),
            names(FaultOrder.architected().clauses(Column.FETCH)));
        assertEquals(Vector.of("NAT_CONSUMED", "ADDRESS_UNIMPLEMENTED", "MATCHES_SEVERAL", "WALK_OVERLAPPED", "MISS_NESTED", "MISS_ALTERNATE", "ENTRY_UNTRANSLATED", "ENTRY_UNREADABLE", "TAG_MISMATCHED", "ENTRY_REFUSED", "PAGE_ABSENT", "NAT_PAGE_CONSUMED", "KEY_MISSING", "KEY_DISABLED",
            "RIGHTS_DENIED", "DIRTY_BIT_CLEAR", "ACCESS_BIT_CLEAR", "BREAKPOINT_HIT", "ADDRESS_MISALIGNED", "ATTRIBUTE_UNSUPPORTED"), names(FaultOrder.architected().clauses(Column.DATA)));
    }

    private static Seq<String> names(Seq<Clause> clauses) {
        return clauses.map(Clause::name);
    }

    @Test
    void columnsAreReadFromTheirCells() {
        for (Column column : Column.values()) {
            String row = "RIGHTS_DENIED\tdata-access-rights\tinstruction-access-rights\tdr\t-" + "\t-".repeat(column.ordinal()) + "\tF" + "\t-".repeat(14 - column.ordinal());
            for (Column other : Column.values()) {
                assertEquals(column == other ? Vector.of("RIGHTS_DENIED") : Vector.empty(), names(order(row).clauses(other)));
            }
        }
    }

    @Test
    void aRowSaysWhatMeetingItsConditionLeadsTo() {
        Check check = first(data("MISS_ALTERNATE", "F", "dirty-bit", "dk", "yes"));
        assertEquals(new Check(Condition.MISS_ALTERNATE, Consequence.F, Option.some(Interruption.DIRTY_BIT), Deferral.DK, true), check);
        assertEquals("MISS_ALTERNATE", check.clause().name());
        assertEquals(new Check(Condition.MISS_ALTERNATE, Consequence.A, Option.none(), Deferral.NEVER, false), first(data("MISS_ALTERNATE", "A", "dirty-bit", "-", "-")));
        assertEquals(new Check(Condition.MISS_ALTERNATE, Consequence.U, Option.none(), Deferral.CODE, false), first(data("MISS_ALTERNATE", "U", "-", "code", "-")));
        assertEquals(Option.none(), order(data("MISS_ALTERNATE", "-", "-", "-", "-")).first(Column.DATA, met()));
        assertEquals(Option.none(), order(data("PAGE_ABSENT", "F", "page-not-present", "-", "-")).first(Column.DATA, met()));
        assertEquals(Option.none(), order(data("MISS_ALTERNATE", "F", "dirty-bit", "-", "-")).first(Column.LFETCH, met()));
    }

    private static Check first(String row) {
        return order(row).first(Column.DATA, met()).get();
    }

    /// What a load meets that finds nothing, of a register that is not a thing.
    private static Met met() {
        return Conditions.met(new Sight(Example.rules("maximal"), MACHINE, load(0).withNat(), Choice.USUAL, Target.Nothing.NOTHING));
    }

    @Test
    void theFirstRowThatIsMetDecides() {
        String nat = data("NAT_CONSUMED", "F", "register-nat-consumption", "-", "-");
        String miss = data("MISS_ALTERNATE", "F", "alternate-data-tlb", "-", "-");
        String absent = data("PAGE_ABSENT", "F", "page-not-present", "-", "-");
        assertEquals("NAT_CONSUMED", order(absent, nat, miss).first(Column.DATA, met()).get().clause().name());
        assertEquals("MISS_ALTERNATE", order(absent, miss, nat).first(Column.DATA, met()).get().clause().name());
        assertEquals(Vector.of("MISS_ALTERNATE", "NAT_CONSUMED"), order(absent, miss, nat).all(Column.DATA, met()).map(check -> check.clause().name()));
        assertEquals(Vector.empty(), order(absent).all(Column.DATA, met()));
    }

    @Test
    void aConditionThatIsMetPrecludesThoseBelow() {
        String nat = data("NAT_CONSUMED", "F", "register-nat-consumption", "-", "yes");
        String miss = data("MISS_ALTERNATE", "F", "alternate-data-tlb", "-", "yes");
        String absent = data("PAGE_ABSENT", "F", "page-not-present", "-", "yes");
        String several = data("MATCHES_SEVERAL", "U", "-", "-", "-");
        assertEquals(Vector.of("NAT_CONSUMED"), order(absent, several, nat, miss).all(Column.DATA, met()).map(check -> check.clause().name()));
        assertEquals(Vector.of("MISS_ALTERNATE"), order(miss, nat).all(Column.DATA, met()).map(check -> check.clause().name()));
    }

    @Test
    void deferralsNameABitOfDcrOrNone() {
        assertEquals(Deferral.NEVER, Deferral.named("-"));
        assertEquals(Deferral.ALWAYS, Deferral.named("always"));
        assertEquals(Deferral.CODE, Deferral.named("code"));
        assertEquals(Vector.of(Option.none(), Option.none(), Option.none(), Option.some(Dcr.Bit.DM), Option.some(Dcr.Bit.DP), Option.some(Dcr.Bit.DK), Option.some(Dcr.Bit.DX),
            Option.some(Dcr.Bit.DR), Option.some(Dcr.Bit.DA), Option.some(Dcr.Bit.DD)), Vector.of(Deferral.values()).map(Deferral::bit));
        assertEquals(Vector.of(Deferral.values()).tail(), Vector.of("always", "code", "dm", "dp", "dk", "dx", "dr", "da", "dd").map(Deferral::named));
    }

    @Test
    void brokenTablesAreRejectedWithTheirLine() {
        assertEquals("fault-order.tsv line 1 names NOTHING, which is no condition", rejected(data("NOTHING", "F", "dirty-bit", "-", "-")));
        assertEquals("fault-order.tsv line 2 names NOTHING, which is no condition", rejected(data("MISS_ALTERNATE", "F", "dirty-bit", "-", "-"), data("NOTHING", "A", "-", "-", "-")));
        assertEquals("fault-order.tsv line 1 names no fault for DATA", rejected(data("MISS_ALTERNATE", "F", "-", "-", "-")));
        assertEquals("no interruption is called nothing", rejected(data("MISS_ALTERNATE", "F", "nothing", "-", "-")));
        assertTrue(rejected(data("MISS_ALTERNATE", "X", "dirty-bit", "-", "-")).contains("X"));
        assertTrue(rejected(data("MISS_ALTERNATE", "F", "dirty-bit", "sometimes", "-")).contains("SOMETIMES"));
        assertEquals("fault-order.tsv line 1 has 19 cells; column 19 is missing", rejected("MISS_ALTERNATE\t-\t-\t-\t-" + "\t-".repeat(14)));
        assertEquals("fault-order.tsv line 1 names no fault for FETCH", rejected("MISS_ALTERNATE\tdirty-bit\t-\t-\t-" + "\t-".repeat(6) + "\tF" + "\t-".repeat(8)));
        assertEquals("fault-order.tsv line 1: precludes is yes or -, not perhaps", rejected(data("MISS_ALTERNATE", "F", "dirty-bit", "-", "perhaps")));
        assertEquals("the order of faults names a clause twice", rejected(data("MISS_ALTERNATE", "F", "dirty-bit", "-", "-"), data("MISS_ALTERNATE", "F", "dirty-bit", "-", "-")));
        assertEquals(Vector.empty(), order("NOTHING\t-\t-\t-\t-" + NONE).clauses(Column.DATA));
    }

    @Test
    void everyConditionHasItsClause() {
        for (Condition condition : Condition.values()) {
            assertEquals(condition.name(), condition.clause().name());
            assertEquals(condition, Condition.named("somewhere", condition.name()));
        }
    }
}
