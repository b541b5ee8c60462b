package vmmref.vmm.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.protect.Access;

class PageStateTest {
    @ParameterizedTest
    @CsvSource({"UNSEEN, ''", "DATA, READ WRITE READ_WRITE", "CODE, READ EXECUTE", "PATCHED, EXECUTE"})
    void permits(PageState state, String accesses) {
        assertEquals(accesses, Vector.of(Access.values()).filter(state::permits).mkString(" "));
    }

    @ParameterizedTest
    @CsvSource({"UNSEEN, UNSEEN DATA CODE PATCHED", "DATA, DATA", "CODE, CODE", "PATCHED, CODE PATCHED"})
    void isWithin(PageState state, String others) {
        assertEquals(others, Vector.of(PageState.values()).filter(state::isWithin).mkString(" "));
    }

    @ParameterizedTest
    @CsvSource({"UNSEEN, READ, false, TO_DATA", "UNSEEN, WRITE, false, TO_DATA", "UNSEEN, READ_WRITE, false, TO_DATA", "UNSEEN, EXECUTE, false, TO_CODE", "DATA, READ, true, NONE", "DATA, EXECUTE, false, TO_CODE", "CODE, READ, true, NONE",
        "CODE, WRITE, false, TO_DATA", "CODE, WRITE, true, EMULATED", "CODE, READ_WRITE, true, EMULATED", "CODE, READ_WRITE, false, TO_DATA", "CODE, EXECUTE, true, NONE", "PATCHED, READ, false, EMULATED", "PATCHED, READ, true, EMULATED",
        "PATCHED, WRITE, false, TO_DATA", "PATCHED, WRITE, true, EMULATED", "PATCHED, EXECUTE, false, NONE"})
    void moves(PageState state, Access access, boolean own, Transition made) {
        assertEquals(made, Transition.of(state, access, own));
    }

    @ParameterizedTest
    @CsvSource({"NOTHING, UNSEEN, READ WRITE READ_WRITE EXECUTE", "KEYS, CODE, READ EXECUTE", "RIGHTS, DATA, READ WRITE READ_WRITE", "KEYS, UNSEEN, ''", "PRESENT, CODE, EXECUTE", "PRESENT, DATA, READ WRITE READ_WRITE", "PRESENT, PATCHED, EXECUTE", "PRESENT, UNSEEN, ''"})
    void opens(Catching catching, PageState state, String accesses) {
        assertEquals(accesses, Vector.of(Access.values()).filter(access -> catching.opens(state, access)).mkString(" "));
    }

    @Test
    void theAccessesAreThese() {
        assertEquals("READ WRITE READ_WRITE EXECUTE", Vector.of(Access.values()).mkString(" "));
    }
}
