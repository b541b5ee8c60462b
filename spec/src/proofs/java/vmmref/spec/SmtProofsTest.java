package vmmref.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.z3.Context;
import com.microsoft.z3.Native;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The files of `spec/smt`, solved by Z3: theorems hold, examples exist, and a definition that was altered in one place is noticed.
class SmtProofsTest {
    private static final String PATIENCE = "(set-option :timeout 120000)\n";

    /// A definition with another sense.
    private record Alteration(String file, String from, String to) { }

    private static Seq<Alteration> alterations() {
        return Vector.of(
            new Alteration("short-entry-addressed.smt2", "(bvand (bvshl page #x0000000000000003) (table-mask pta))", "(bvand (bvshl page #x0000000000000004) (table-mask pta))"),
            new Alteration("short-entry-addressed.smt2", "(bvand (table-base pta) (bvnot (table-mask pta))) (bvand", "(table-base pta) (bvand"),
            new Alteration("long-entry-addressed.smt2", "(bvand (bvshl index #x0000000000000005) (hashed-mask pta))", "(bvshl index #x0000000000000005)"),
            new Alteration("long-entry-addressed.smt2", "(bvshl index #x0000000000000005)", "(bvshl index #x0000000000000003)"),
            new Alteration("rotation.smt2", "(bvsub (bvadd base size) #x00000001)", "(bvadd base #x00000001)"),
            new Alteration("rotation.smt2", "(bvurem (bvsub (bvadd base size) #x00000001) size)", "(bvurem (bvsub (bvadd base size) #x00000001) #x00000060)"),
            new Alteration("register-placed.smt2", "(bvadd (bvsub #x0000003e (store-slot address)) registers)", "(bvadd (bvsub #x0000003f (store-slot address)) registers)"),
            new Alteration("register-placed.smt2", "(bvudiv (bvadd (store-slot address) registers) #x0000003f)", "(bvudiv (bvadd (store-slot address) registers) #x00000040)"),
            new Alteration("tag-identifying.smt2", "(bvadd page ((_ zero_extend 40) rid))", "page"),
            new Alteration("tag-identifying.smt2", "(bvxor page ((_ zero_extend 40) rid))", "page"),
            new Alteration("offset-kept.smt2", "(bvand ppn (bvnot (offset-bits ps)))", "ppn"),
            new Alteration("offset-kept.smt2", "(bvor (bvand va (offset-bits ps))", "(bvor (bvand va #x0000000000000fff)"),
            new Alteration("offset-kept.smt2", "#x0003fffffffff000", "#x000ffffffffff000"),
            new Alteration("field-reserved.smt2", "#x000c000000000002", "#x0004000000000002"),
            new Alteration("field-reserved.smt2", "(any-set itir #x0000000000000003)", "false"),
            new Alteration("field-reserved.smt2", "(and (present pte)\n           (or", "(and true\n           (or"),
            new Alteration("field-reserved.smt2", "#xffffffff00000002", "#xfffffffe00000002"),
            new Alteration("field-reserved.smt2", "#xffffffff000000f0", "#xffffffff000000e0"),
            new Alteration("rights-denied.smt2", "(and (= ar (_ bv5 3)) (= cpl #b00))", "(and (= ar (_ bv5 3)) (bvule cpl pl))"),
            new Alteration("rights-denied.smt2", "(or (bvult cpl pl) (= cpl #b00))", "(bvult cpl pl)"),
            new Alteration("rights-denied.smt2", "(distinct cpl #b00)", "true"),
            new Alteration("rights-denied.smt2", "(row RWX  RW   RW   RW)", "(row RWX  RW   RW   RWX)"),
            new Alteration("rights-denied.smt2", "(=> (distinct (bvand access write)   #b000) (may-write ar pl cpl))", "true"),
            new Alteration("probe-level.smt2", "(ite (less-privileged cpl (level-asked operand))", "(ite (less-privileged (level-asked operand) cpl)"),
            new Alteration("probe-level.smt2", "((_ extract 1 0) operand)", "((_ extract 2 1) operand)"),
            new Alteration("key-disabled.smt2", "((_ extract 2 2) pkr) ((_ extract 1 1) pkr)", "((_ extract 1 1) pkr) ((_ extract 2 2) pkr)"),
            new Alteration("key-disabled.smt2", "(= ((_ extract 0 0) pkr) #b1)", "true"),
            new Alteration("key-disabled.smt2", "(= ((_ extract 31 8) pkr) key)", "(= ((_ extract 30 8) pkr) ((_ extract 22 0) key))"),
            new Alteration("key-disabled.smt2", "(and pk (holds-key", "(and true (holds-key"),
            new Alteration("address-unimplemented.smt2", "(ite vm (bvsub implemented (_ bv1 6)) implemented)", "implemented"),
            new Alteration("address-unimplemented.smt2", "(bits-between n (_ bv61 6))", "(bits-between n (_ bv60 6))"),
            new Alteration("address-unimplemented.smt2", "(copies-of-bit va (bvsub n (_ bv1 6)))", "(copies-of-bit va n)"),
            new Alteration("address-unimplemented.smt2", "(bits-between implemented (_ bv63 6))", "(bvshl (bvnot #x0000000000000000) ((_ zero_extend 58) implemented))"),
            new Alteration("address-misaligned.smt2", "(or semaphore ac)", "ac"),
            new Alteration("address-misaligned.smt2", "(bvand address (bvsub size #x0000000000000001))", "(bvand address size)"),
            new Alteration("bundle-fields.smt2", "((_ extract 86 46) (concat high low))", "((_ extract 87 47) (concat high low))"),
            new Alteration("bundle-fields.smt2", "((_ extract 45 5) low)", "((_ extract 40 0) low)"),
            new Alteration("bundle-fields.smt2", "(concat ((_ extract 17 0) slot1) slot0 template)", "(concat ((_ extract 17 0) slot2) slot0 template)"),
            new Alteration("template-assigned.smt2", "(= code #b01011) (template-row unit-m stops ", "(= code #b01011) (template-row unit-m goes-on "),
            new Alteration("template-assigned.smt2", "(= code #b01110) (template-row unit-m goes-on unit-m", "(= code #b01110) (template-row unit-m goes-on unit-f"),
            new Alteration("template-assigned.smt2", "(= code #b11000) (template-row", "(= code #b11010) (template-row"),
            new Alteration("template-assigned.smt2", "(and (= unit unit-a) (or (= slot unit-m) (= slot unit-i)))", "(and (= unit unit-a) (= slot unit-m))"),
            new Alteration("immediate-signed.smt2", "(concat ((_ extract 36 36) slot) ((_ extract 26 22) slot) ((_ extract 35 27) slot) ((_ extract 19 13) slot))", "(concat ((_ extract 36 36) slot) ((_ extract 35 27) slot) ((_ extract 26 22) slot) ((_ extract 19 13) slot))"),
            new Alteration("immediate-signed.smt2", "((_ sign_extend 50) (concat", "((_ zero_extend 50) (concat"),
            new Alteration("immediate-signed.smt2", "(signed-within value #x0000000000002000)", "(signed-within value #x0000000000004000)"),
            new Alteration("immediate-signed.smt2", "((_ sign_extend 55) (concat ((_ extract 36 36) slot) ((_ extract 27 27) slot) ((_ extract 12 6) slot)))", "((_ sign_extend 55) (concat ((_ extract 36 36) slot) ((_ extract 27 27) slot) ((_ extract 19 13) slot)))"),
            new Alteration("immediate-unsigned.smt2", "(concat ((_ extract 26 20) slot) ((_ extract 34 33) slot))", "(concat ((_ extract 34 33) slot) ((_ extract 26 20) slot))"),
            new Alteration("immediate-unsigned.smt2", "(concat ((_ extract 36 36) slot) ((_ extract 32 31) slot) ((_ extract 26 6) slot))", "(concat ((_ extract 36 36) slot) ((_ extract 31 30) slot) ((_ extract 26 6) slot))"),
            new Alteration("immediate-unsigned.smt2", "((_ extract 21 21) slot) ((_ extract 26 22) slot) ((_ extract 35 27) slot)", "((_ extract 35 35) slot) ((_ extract 26 22) slot) ((_ extract 34 26) slot)"),
            new Alteration("immediate-unsigned.smt2", "(bvult value #x0000000001000000)", "(bvult value #x0000000002000000)"),
            new Alteration("immediate-scaled.smt2", "((_ extract 31 24) slot) ((_ extract 12 6) slot) #b0)", "((_ extract 31 24) slot) ((_ extract 12 6) slot) #b1)"),
            new Alteration("immediate-scaled.smt2", "((_ sign_extend 20) (concat", "((_ zero_extend 20) (concat"),
            new Alteration("immediate-scaled.smt2", "(bvult value #x0000000000000080)", "(bvule value #x0000000000000080)"),
            new Alteration("count-biased.smt2", "(bvadd ((_ zero_extend 58) ((_ extract 32 27) slot)) #x0000000000000001)", "((_ zero_extend 58) ((_ extract 32 27) slot))"),
            new Alteration("count-biased.smt2", "(bvule value #x0000000000000010)", "(bvult value #x0000000000000010)"),
            new Alteration("position-complemented.smt2", "(bvsub #x000000000000001f ((_ zero_extend 59)", "(bvsub #x000000000000003f ((_ zero_extend 59)"),
            new Alteration("position-complemented.smt2", "((_ zero_extend 58) ((_ extract 19 14) slot)))", "((_ zero_extend 58) ((_ extract 25 20) slot)))"),
            new Alteration("value-listed.smt2", "(ite (= (count16-field slot) #b01) #x0000000000000007", "(ite (= (count16-field slot) #b01) #x0000000000000008"),
            new Alteration("value-listed.smt2", "(ite (= ((_ extract 15 15) slot) #b1) (bvneg (inc3-magnitude slot)) (inc3-magnitude slot))", "(ite (= ((_ extract 15 15) slot) #b0) (bvneg (inc3-magnitude slot)) (inc3-magnitude slot))"),
            new Alteration("target-relative.smt2", "(concat ((_ extract 36 36) slot) ((_ extract 40 2) l) ((_ extract 32 13) slot) #b0000)", "(concat ((_ extract 36 36) slot) ((_ extract 38 0) l) ((_ extract 32 13) slot) #b0000)"),
            new Alteration("target-relative.smt2", "((_ sign_extend 51) (concat ((_ extract 34 33) slot) ((_ extract 12 6) slot) #b0000))", "((_ sign_extend 51) (concat ((_ extract 33 32) slot) ((_ extract 12 6) slot) #b0000))"),
            new Alteration("target-relative.smt2", "(bvadd bundle value)", "(bvadd bundle (bvshl value #x0000000000000001))"),
            new Alteration("register-number.smt2", "((_ zero_extend 62) ((_ extract 21 20) slot))", "((_ zero_extend 57) ((_ extract 26 20) slot))"),
            new Alteration("register-number.smt2", "((_ zero_extend 57) ((_ extract 33 27) slot))", "((_ zero_extend 57) ((_ extract 26 20) slot))"),
            new Alteration("register-number.smt2", "((_ zero_extend 61) ((_ extract 8 6) slot))", "((_ sign_extend 61) ((_ extract 8 6) slot))"),
            new Alteration("translation-matched.smt2", "(concat #b000 ((_ extract 60 0) va))", "(concat #b00 ((_ extract 61 0) va))"),
            new Alteration("translation-matched.smt2", "(and (= rid asked-rid)\n       (= (first-of-block page ps)", "(and true\n       (= (first-of-block page ps)"),
            new Alteration("translation-matched.smt2", "(bvule (first-of-block va range) (last-of-block page ps)))", "(bvule (first-of-block va range) (first-of-block page ps)))"),
            new Alteration("translation-matched.smt2", "(bvshl #xffffffffffffffff ((_ zero_extend 58) size))", "(bvshl #xfffffffffffffffe ((_ zero_extend 58) size))"),
            new Alteration("page-size.smt2", "(bvsub (page-bytes ps) #x0000000000000001)", "(page-bytes ps)"),
            new Alteration("page-size.smt2", "(bvand va #x1fffffffffffffff)", "(bvand va #x0fffffffffffffff)"),
            new Alteration("page-size.smt2", "((_ extract 63 61) va)", "((_ extract 62 60) va)"),
            new Alteration("register-fields.smt2", "(concat (_ bv0 14) ((_ extract 49 12) pte) (_ bv0 12))", "(concat (_ bv0 12) ((_ extract 51 12) pte) (_ bv0 12))"),
            new Alteration("register-fields.smt2", "((_ extract 33 32) psr)", "((_ extract 34 33) psr)"),
            new Alteration("register-fields.smt2", "((_ extract 11 9) pte)", "((_ extract 10 8) pte)"),
            new Alteration("register-fields.smt2", "((_ extract 1 1) pkr)", "((_ extract 2 2) pkr)"));
    }

    private static Seq<SmtFile> files() {
        return SmtFile.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void theoremsHoldAndExamplesExist(SmtFile file) {
        assertEquals(file.queries().map(query -> query.name() + ": " + query.expected()), answers(file.text()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void anAlteredDefinitionIsNoticed(Alteration alteration) {
        SmtFile file = files().filter(each -> each.name().equals(alteration.file())).head();
        assertEquals(1, StringUtils.countMatches(file.text(), alteration.from()), "how often the definition stands in the file");
        Seq<String> theorems = file.queries().filter(SmtFile.Query::theorem).map(SmtFile.Query::name);
        Seq<String> answers = answers(file.text().replace(alteration.from(), alteration.to()));
        assertTrue(theorems.exists(name -> answers.contains(name + ": sat")), answers.toString());
    }

    @Test
    void everyFileIsAltered() {
        assertEquals(files().map(SmtFile::name), alterations().map(Alteration::file).distinct().sorted());
    }

    /// {@return what Z3 says to each query: its name, and `sat`, `unsat` or `unknown`}
    private static Seq<String> answers(String text) {
        try (Context context = new Context()) {
            String said = Native.evalSmtlib2String(context.nCtx(), PATIENCE + text);
            assertFalse(said.contains("error"), said);
            return Vector.ofAll(said.lines()).grouped(2).map(pair -> pair.head().replaceFirst(": .*", ": ") + pair.last()).toVector();
        }
    }
}
