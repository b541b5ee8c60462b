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
            new Alteration("address-misaligned.smt2", "(bvand address (bvsub size #x0000000000000001))", "(bvand address size)"));
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
