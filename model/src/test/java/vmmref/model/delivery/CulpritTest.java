package vmmref.model.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Instruction;
import vmmref.model.register.Psr;
import vmmref.model.translate.ReferenceType;

class CulpritTest {
    /// Mnemonics, typed as patterns from the manual's list of instructions that refer to memory, the first that fits.
    private static final Map<String, ReferenceType> REFERRING = LinkedHashMap.<String, ReferenceType>empty()
        .put("ld\\d+\\.sa?|ldf.?.?\\.sa?", ReferenceType.SPECULATIVE_LOAD)
        .put("ld\\d+(\\.(a|bias|acq|fill|c\\.clr|c\\.nc|c\\.clr\\.acq))?|ldf.?.?(\\.(a|c\\.clr|c\\.nc|fill))?", ReferenceType.LOAD)
        .put("st\\d+(\\.(rel|spill))?|stf.?.?(\\.spill)?", ReferenceType.STORE)
        .put("xchg\\d|cmpxchg\\d\\.(acq|rel)|cmp8xchg16\\.(acq|rel)", ReferenceType.EXCHANGE)
        .put("fetchadd[48]\\.(acq|rel)", ReferenceType.FETCHADD)
        .put("lfetch\\.fault(\\.excl)?", ReferenceType.LFETCH_FAULT)
        .put("lfetch(\\.excl)?", ReferenceType.LFETCH)
        .put("alloc|flushrs", ReferenceType.STACK_STORE).put("loadrs", ReferenceType.STACK_LOAD)
        .put("fc(\\.i)?", ReferenceType.FC).put("tpa", ReferenceType.TPA).put("tak", ReferenceType.TAK)
        .put("probe\\.r", ReferenceType.PROBE_R).put("probe\\.w", ReferenceType.PROBE_W)
        .put("probe\\.r\\.fault", ReferenceType.PROBE_R_FAULT).put("probe\\.w\\.fault", ReferenceType.PROBE_W_FAULT).put("probe\\.rw\\.fault", ReferenceType.PROBE_RW_FAULT);

    @Test
    void theReferenceOfEachForm() {
        for (Form form : Forms.architected()) {
            String mnemonic = form.syntax().mnemonic();
            assertEquals(REFERRING.find(each -> mnemonic.matches(each._1)).map(each -> each._2), Culprit.reference(form), mnemonic);
        }
        for (ReferenceType type : Vector.of(ReferenceType.values()).remove(ReferenceType.FETCH)) assertTrue(Forms.architected().exists(form -> Culprit.reference(form).contains(type)), type.name());
        assertEquals(Option.none(), Culprit.reference(instruction(Unit.M, "mov.m r8=ar.bsp").form()));
    }

    private static Instruction instruction(Unit unit, String text) {
        return assertInstanceOf(Assembled.Done.class, Assembler.architected().assemble(unit, text), text).instruction();
    }

    /// PSR.dfl and PSR.dfh, an instruction, and the halves that are disabled.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "c0000 | setf.sig f2=r9     | 1", "c0000 | setf.sig f31=r9    | 1", "c0000 | setf.sig f32=r9    | 2", "c0000 | setf.sig f127=r9   | 2",
        "40000 | setf.sig f127=r9   | 0", "80000 | setf.sig f2=r9     | 0", "c0000 | stf8 [r9]=f1       | 0", "c0000 | stf8 [r32]=f0      | 0",
        "c0000 | ldfps f31,f32=[r9] | 3", "40000 | ldfps f31,f32=[r9] | 1", "80000 | ldfps f31,f32=[r9] | 2", "0     | ldfps f31,f32=[r9] | 0"})
    void halves(String psr, String text, int expected) {
        assertEquals(expected, Culprit.halves(new Psr(Long.parseLong(psr, 16)), instruction(Unit.M, text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"M | chk.a.nc r8,.+0x40 | 0", "M | chk.a.clr r8,.+0x40 | 0", "M | chk.s.m r8,.+0x40 | 1", "I | chk.s.i r8,.+0x40 | 1", "M | chk.a.nc f8,.+0x40 | 2", "M | chk.a.clr f8,.+0x40 | 2", "M | chk.s f8,.+0x40 | 3"})
    void checks(Unit unit, String text, int expected) {
        assertEquals(expected, Culprit.speculation(instruction(unit, text)));
    }
}
