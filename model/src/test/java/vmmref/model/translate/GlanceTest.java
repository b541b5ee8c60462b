package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.translate.Example.MACHINE;
import static vmmref.model.translate.Example.at;
import static vmmref.model.translate.Example.load;
import static vmmref.model.translate.Example.rules;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import vmmref.model.memory.Memory;
import vmmref.model.register.GeneralValue;

class GlanceTest {
    private static Seq<String> met(Operation operation, Seq<Integer> bits) {
        return rules("itanium2").glances(MACHINE.withPsr(bits.foldLeft(MACHINE.psr(), (psr, bit) -> psr.with(bit, true))), Memory.ZERO, operation, Choice.USUAL)
            .filter(Glance::met).map(glance -> glance.clause().name() + " " + glance.leads());
    }

    @Test
    void everyConditionThatIsMetIsSeen() {
        assertEquals(Vector.empty(), met(load(Example.HERE), Vector.empty()));
        assertEquals(Vector.of("KEY_MISSING data-key-miss", "ADDRESS_MISALIGNED unaligned-data-reference"), met(load(Example.HERE + 1), Vector.of(Example.PK, Example.AC)));
        assertEquals(Vector.of("COLLECTION_ENABLED illegal-operation"),
            met(new Instruction.InsertCache(vmmref.model.tlb.Stream.DATA, GeneralValue.of(0), at(0), vmmref.model.register.Itir.of(Example.SIZE, 0)), Vector.empty()));
    }

    @Test
    void theColumnIsThatOfTheOperation() {
        assertEquals(Vector.of("MISS_ALTERNATE negative answer"), met(Reference.query(ReferenceType.TAK, at(0)), Vector.empty()));
        assertEquals(Vector.of("MISS_ALTERNATE alternate-data-tlb"), met(Reference.query(ReferenceType.LFETCH_FAULT, at(0)), Vector.empty()));
        assertEquals(Vector.of("MISS_ALTERNATE dropped"), met(Reference.query(ReferenceType.LFETCH_FAULT, at(0)), Vector.of(Example.ED)));
        assertEquals(20, rules("itanium2").glances(MACHINE, Memory.ZERO, load(0), Choice.USUAL).size());
        assertEquals("unspecified", rules("itanium2").glances(MACHINE, Memory.ZERO, load(0), Choice.USUAL).get(2).leads());
    }
}
