package vmmref.model.instruction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Unit;
import vmmref.spec.Encodings;

class AssemblerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "I | mov r8=r10                       | adds r8=0,r10",
        "I | mov r8=-5                        | addl r8=-5,r0",
        "I | mov r8=0x10                      | addl r8=16,r0",
        "I | shl r8=r9,4                      | dep.z r8=r9,4,60",
        "I | shr r8=r9,61                     | extr r8=r9,61,3",
        "I | shr.u r8=r9,0                    | extr.u r8=r9,0,64",
        "I | shl r8=r9,r10                    | shl r8=r9,r10",
        "F | fadd.s0 f8=f9,f11                | fma.s0 f8=f9,f1,f11",
        "F | fsub.d.s1 f8=f9,f11              | fms.d.s1 f8=f9,f1,f11",
        "F | fmpy.s0 f8=f9,f10                | fma.s0 f8=f9,f10,f0",
        "F | fnmpy.s0 f8=f9,f10               | fnma.s0 f8=f9,f10,f0",
        "F | fpmpy.s0 f8=f9,f10               | fpma.s0 f8=f9,f10,f0",
        "F | fpnmpy.s0 f8=f9,f10              | fpnma.s0 f8=f9,f10,f0",
        "F | fnorm.s0 f8=f9                   | fma.s0 f8=f9,f1,f0",
        "F | xmpy.lu f8=f9,f10                | xma.l f8=f9,f10,f0",
        "F | xmpy.hu f8=f9,f10                | xma.hu f8=f9,f10,f0",
        "F | fabs f8=f9                       | fmerge.s f8=f0,f9",
        "F | fneg f8=f9                       | fmerge.ns f8=f9,f9",
        "F | fnegabs f8=f9                    | fmerge.ns f8=f0,f9",
        "F | mov f8=f9                        | fmerge.s f8=f9,f9",
        "F | fpabs f8=f9                      | fpmerge.s f8=f0,f9",
        "F | fpneg f8=f9                      | fpmerge.ns f8=f9,f9",
        "F | fpnegabs f8=f9                   | fpmerge.ns f8=f0,f9",
        "F | fcvt.xuf.d.s1 f8=f9              | fma.d.s1 f8=f9,f1,f0",
        "F | xma.lu f8=f9,f10,f11             | xma.l f8=f9,f10,f11",
        "F | fcmp.gt.s0 p6,p7=f8,f9           | fcmp.lt.s0 p6,p7=f9,f8",
        "F | fcmp.gt.unc.s1 p6,p7=f8,f9       | fcmp.lt.unc.s1 p6,p7=f9,f8",
        "F | fcmp.ge.s0 p6,p7=f8,f9           | fcmp.le.s0 p6,p7=f9,f8",
        "F | fcmp.neq.s0 p6,p7=f8,f9          | fcmp.eq.s0 p7,p6=f8,f9",
        "F | fcmp.nlt.s0 p6,p7=f8,f9          | fcmp.lt.s0 p7,p6=f8,f9",
        "F | fcmp.nle.s0 p6,p7=f8,f9          | fcmp.le.s0 p7,p6=f8,f9",
        "F | fcmp.ngt.s0 p6,p7=f8,f9          | fcmp.lt.s0 p7,p6=f9,f8",
        "F | fcmp.nge.s0 p6,p7=f8,f9          | fcmp.le.s0 p7,p6=f9,f8",
        "F | fcmp.ord.s0 p6,p7=f8,f9          | fcmp.unord.s0 p7,p6=f8,f9",
        "F | fclass.nm p6,p7=f8,@nat          | fclass.m p7,p6=f8,0x100",
        "F | fclass.nm.unc p6,p7=f8,0x3       | fclass.m.unc p7,p6=f8,0x3",
        "F | fpcmp.gt.s0 f8=f9,f10            | fpcmp.lt.s0 f8=f10,f9",
        "F | fpcmp.ge.s0 f8=f9,f10            | fpcmp.le.s0 f8=f10,f9",
        "F | fpcmp.ngt.s0 f8=f9,f10           | fpcmp.nlt.s0 f8=f10,f9",
        "F | fpcmp.nge.s0 f8=f9,f10           | fpcmp.nle.s0 f8=f10,f9",
        "B | br.few .+0x40                    | br.cond.sptk.few .+0x40",
        "B | br.many.clr b6                   | br.cond.sptk.many.clr b6",
        "X | brl.few .-0x40                   | brl.cond.sptk.few .-0x40",
        "I | mov.sptk b6=r9,.                 | mov.sptk b6=r9,.+0x0",
        "I | mov b6=r9,.+0x0                  | mov b6=r9",
        "I | mov b6=r9,.-0x10                 | mov b6=r9,.-0x10",
        "B | brp.sptk .,.+0x20                | brp.sptk .+0x0,.+0x20",
        "M | alloc r35=ar.pfs,3,4,2,0         | alloc r35=ar.pfs,9,7,0",
        "M | hint.m @pause                    | hint.m 0x0",
        "F | fclass.m p6,p7=f8,@nat           | fclass.m p6,p7=f8,0x100",
        "I | mov pr=r9,-1                     | mov pr=r9,0xfffffffffffffffe",
        "I | mov pr=r9,0x1fffe                | mov pr=r9,0xfffffffffffffffe",
        "I | mov pr=r9,0x2                    | mov pr=r9,0x2",
        "M | ( p6) add r1=r2,r3               | -",
        "M | (p6)   ld8.fill.nta   r8 = [r9]  | (p6) ld8.fill.nta r8=[r9]",
        "M | (p6)add r1=r2,r3                 | (p6) add r1=r2,r3",
        "M | mov r8=cr5                       | mov r8=cr5",
        "M | mov.m ar18=r9                    | mov.m ar.bspstore=r9",
        "I | nop.i 0                          | nop.i 0x0"}, ignoreLeadingAndTrailingWhitespace = true)
    void otherSpellings(String unit, String text, String canonical) {
        Assembled assembled = Assembler.architected().assemble(Unit.valueOf(unit), text);
        if (canonical.equals("-")) assertInstanceOf(Assembled.Refused.class, assembled);
        else assertEquals(canonical, Assembly.text(assertInstanceOf(Assembled.Done.class, assembled, assembled.toString()).instruction()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "M | adds r8=8192,r10                 | OPERAND_OUT_OF_RANGE",
        "M | addl r8=1,r4                     | OPERAND_OUT_OF_RANGE",
        "M | (p64) add r1=r2,r3               | OPERAND_OUT_OF_RANGE",
        "B | (p3) cover                       | OPERAND_OUT_OF_RANGE",
        "M | mov.m ar.nosuch=r1               | OPERAND_OUT_OF_RANGE",
        "I | mov.i ar128=r1                   | OPERAND_OUT_OF_RANGE",
        "B | br.few .+0x41                    | OPERAND_OUT_OF_RANGE",
        "M | fetchadd8.acq r8=[r9],2          | OPERAND_OUT_OF_RANGE",
        "M | dep r8=r9,r10,2,6                | UNIT_MISMATCH",
        "I | ld8 r8=[r9]                      | UNIT_MISMATCH",
        "X | nop.i 0                          | UNIT_MISMATCH",
        "I | adds r8=-0xffffffffffffffff,r9   | OPERAND_OUT_OF_RANGE",
        "M | break.m -0xffffffffffffffff      | OPERAND_OUT_OF_RANGE",
        "X | movl r8=99999999999999999999     | OPERAND_OUT_OF_RANGE",
        "B | br.few .-0xfffffffffffffff0      | OPERAND_OUT_OF_RANGE",
        "I | mov pr=r9,0x12345678901234567    | OPERAND_OUT_OF_RANGE",
        "I | shl r8=r9,99999999999999999999   | MNEMONIC_UNKNOWN",
        "M | alloc r35=ar.pfs,99999999999,4,2,0 | MNEMONIC_UNKNOWN",
        "M | adds r8=1+2,r9                   | MNEMONIC_UNKNOWN",
        "M | st8 [r9]=r10,@pause              | MNEMONIC_UNKNOWN",
        "M | frobnicate r1=r2                 | MNEMONIC_UNKNOWN",
        "M | add r1=r2                        | MNEMONIC_UNKNOWN",
        "M | ld8 r8                           | MNEMONIC_UNKNOWN",
        "M | mov.m ar=r1                      | MNEMONIC_UNKNOWN"})
    void refusals(String unit, String text, String clause) {
        Assembled.Refused refused = assertInstanceOf(Assembled.Refused.class, Assembler.architected().assemble(Unit.valueOf(unit), text));
        assertEquals(Encodings.valueOf(clause), refused.because());
        assertEquals(true, refused.why().contains(text.strip()), refused.why());
    }

    @Test
    void classesOfFloatingPointNumbersHaveNames() {
        assertClasses("@qnan", "0x80");
        assertClasses("@pos|@nat", "0x101");
        assertClasses("@zero", "0x7");
        assertClasses("@zero|@pos", "0x5");
        assertClasses("@norm|@nat", "0x113");
        assertClasses("@snan|@neg|@unorm", "0x4a");
        assertClasses("@qnan|@inf", "0xa3");
        assertInstanceOf(Assembled.Refused.class, Assembler.architected().assemble(Unit.F, "fclass.m p6,p7=f8,@qnan|@nosuch"));
    }

    /// As GNU as encodes what is written without a sign.
    private static void assertClasses(String names, String mask) {
        assertEquals("fclass.m p6,p7=f8," + mask, Assembly.text(assertInstanceOf(Assembled.Done.class, Assembler.architected().assemble(Unit.F, "fclass.m p6,p7=f8," + names), names).instruction()));
    }

    @Test
    void bundlesAreAssembledByTheirTemplate() {
        Assembler assembler = Assembler.architected();
        AssembledBundle.Done done = assertInstanceOf(AssembledBundle.Done.class,
            assembler.bundle("MII;", Vector.of("thash r8=r32", "nop.i 0x0", "nop.i 0x0")));
        assertEquals("014000401a0400000002000000000400", done.bundle().hex());
        assertEquals(Encodings.TRANSLATION_FORM, done.because());
        assertEquals(Encodings.NOP_FORM, assembler.bundle("MLX", Vector.of("nop.m 0", "nop.x 0")).because());
        assertEquals(Encodings.SHIFT_FORM, assembler.bundle("MII", Vector.of("nop.m 0", "shl r8=r9,r10", "nop.i 0")).because());
        assertEquals(Encodings.SHIFT_FORM, assembler.assemble(Unit.I, "shl r8=r9,r10").because());
        assertEquals("04000000010000000000000000000400",
            assertInstanceOf(AssembledBundle.Done.class, assembler.bundle("MLX", Vector.of("nop.m 0", "nop.x 0"))).bundle().hex());
        assertEquals(Encodings.UNIT_MISMATCH, assembler.bundle("MII;", Vector.of("nop.m 0", "ld8 r8=[r9]", "nop.i 0")).because());
        assertEquals("no template is \"IMI\" with 3 instructions", assertInstanceOf(AssembledBundle.Refused.class,
            assembler.bundle("IMI", Vector.of("nop.i 0", "nop.m 0", "nop.i 0"))).why());
        assertEquals(Encodings.TEMPLATE_UNKNOWN, assembler.bundle("MLX", Vector.of("nop.m 0", "nop.x 0", "nop.x 0")).because());
    }

    @Test
    void theEmptyTextIsRefused() {
        assertEquals(new Assembled.Refused("\"\" is not an instruction", Encodings.MNEMONIC_UNKNOWN), Assembler.architected().assemble(Unit.M, ""));
        assertEquals(new Assembled.Refused("no form is written \"(p3)\"", Encodings.MNEMONIC_UNKNOWN), Assembler.architected().assemble(Unit.M, "(p3)"));
    }
}
