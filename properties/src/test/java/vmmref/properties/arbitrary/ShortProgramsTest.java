package vmmref.properties.arbitrary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;
import vmmref.model.execute.Meanings;
import vmmref.model.register.Cfm;

/// Short programs are made of everything that has a meaning and leaves them in peace.
class ShortProgramsTest {
    private static final int PROGRAMS = 2500;

    @Test
    void everyFormComesUp() {
        java.util.Set<String> seen = new java.util.HashSet<>();
        JqwikSession.run(() -> {
            RandomGenerator<ShortProgram> generator = ShortPrograms.programs().generator(PROGRAMS, false);
            Random random = new Random(2026);
            for (int left = PROGRAMS; left > 0; left--) generator.next(random).value().forms().forEach(seen::add);
        });
        Set<String> promised = HashSet.ofAll(ShortPrograms.forms().map(form -> form.syntax().plain()));
        assertEquals(Vector.empty(), promised.removeAll(seen).toVector().sorted());
        assertEquals(Vector.of("nop.m imm21"), HashSet.ofAll(seen).removeAll(promised).add("nop.m imm21").toVector());
    }

    @Test
    void mostFormsWithAMeaningArePromised() {
        int meaningful = Instructions.forms().count(form -> Meanings.of(form).isDefined());
        assertTrue(ShortPrograms.forms().size() > meaningful * 9 / 10, ShortPrograms.forms().size() + " of " + meaningful);
    }

    @Test
    void theSameNumbersMakeTheSameProgram() {
        ShortProgram program = new ShortProgram(new Started(1, Starts.PLAIN, Cfm.EMPTY, 0), 2, 12);
        assertEquals(program.machine(), program.machine());
        assertEquals(program.bundles(), program.bundles());
    }
}
