package vmmref.vmm.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static vmmref.spec.Builds.BUNDLES_PACKED;
import static vmmref.spec.Builds.GROUP_BROKEN;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.bundle.Unit;

/// Instructions become bundles.
class PackingTest {
    private static final Packing PACKING = new Packing(GroupPlaces.architected());


    private static String packed(String program) {
        return assertInstanceOf(Packed.Done.class, PACKING.pack(Program.lines(program))).bundles().map(Program::text).mkString(" / ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "add r1=r2,r3                                                > MII add r1=r2,r3 | nop.i 0x0 | nop.i 0x0",
        "add r1=r2,r3 ;;                                             > MII; add r1=r2,r3 | nop.i 0x0 | nop.i 0x0",
        "add r1=r2,r3 ;; | add r4=r1,r1                              > MI;I add r1=r2,r3 | nop.i 0x0 | add r4=r1,r1",
        "add r1=r2,r3 ;; | add r4=r1,r1 ;; | add r5=r4,r4            > MII; add r1=r2,r3 | nop.i 0x0 | nop.i 0x0 / MI;I add r4=r1,r1 | nop.i 0x0 | add r5=r4,r4",
        "add r1=r2,r3 | add r4=r2,r2 ;; | add r5=r4,r4               > MI;I add r1=r2,r3 | add r4=r2,r2 | add r5=r4,r4",
        "mov b0=r1 | ld8 r2=[r3]                                     > MII nop.m 0x0 | mov b0=r1 | nop.i 0x0 / MII ld8 r2=[r3] | nop.i 0x0 | nop.i 0x0",
        "ld8 r2=[r3] | mov b0=r1 | br.ret.sptk.few b0 ;;             > MIB; ld8 r2=[r3] | mov b0=r1 | br.ret.sptk.few b0",
        "mov b0=r1 ;; | br.ret.sptk.few b0 ;;                        > MII; nop.m 0x0 | mov b0=r1 | nop.i 0x0 / MIB; nop.m 0x0 | nop.i 0x0 | br.ret.sptk.few b0",
        "add r1=r2,r3 | movl r4=0x5 ;;                               > MLX; add r1=r2,r3 | movl r4=0x5",
        "fma.s0 f6=f7,f1,f8 | cover ;;                               > MFB; nop.m 0x0 | fma.s0 f6=f7,f1,f8 | cover",
        "br.cond.sptk.few b1 | br.cloop.sptk.few .+0x0 | br.cond.sptk.few b2 > MBB nop.m 0x0 | br.cond.sptk.few b1 | br.cloop.sptk.few .+0x0 / MIB nop.m 0x0 | nop.i 0x0 | br.cond.sptk.few b2",
        "alloc r32=ar.pfs,0,0,0,0 | ld8 r2=[r3] | ld8 r4=[r5]        > MII alloc r32=ar.pfs,0,0,0 | nop.i 0x0 | nop.i 0x0 / MMI ld8 r2=[r3] | ld8 r4=[r5] | nop.i 0x0",
        "add r1=r2,r3 ;; | flushrs | mov b0=r3                       > M;MI add r1=r2,r3 | flushrs | mov b0=r3"})
    void theFewestBundlesHoldThem(String program, String bundles) {
        assertEquals(bundles.strip(), packed(program));
    }

    /// The GNU assembler refuses it otherwise: nothing stands between it and the stop.
    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "itc.d r2 ;;               > M;MI itc.d r2 | nop.m 0x0 | nop.i 0x0",
        "ld8 r3=[r4] | itc.d r2 ;; > MII ld8 r3=[r4] | nop.i 0x0 | nop.i 0x0 / M;MI itc.d r2 | nop.m 0x0 | nop.i 0x0",
        "itc.d r2 ;; | srlz.d ;;   > M;MI; itc.d r2 | srlz.d | nop.i 0x0",
        "cover ;; | rfi ;;         > MIB; nop.m 0x0 | nop.i 0x0 | cover / MIB; nop.m 0x0 | nop.i 0x0 | rfi",
        "vmsw.0 ;;                 > MIB; nop.m 0x0 | nop.i 0x0 | vmsw.0"})
    void theLastOfAGroupStandsRightBeforeTheStop(String program, String bundles) {
        assertEquals(bundles.strip(), packed(program));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', value = {
        "itc.d r2 | srlz.d ;;                           > the instruction 0, 02170004000, must be the last of its group",
        "srlz.d ;; | cover                              > the instruction 1, 00010000000, must be the last of its group",
        "add r1=r2,r3 | alloc r32=ar.pfs,0,0,0,0 ;;     > the instruction 1, 02c00000800, must be the first of its group",
        "add r1=r2,r3 | loadrs ;;                       > the instruction 1, 00050000000, must be the first of its group"})
    void aGroupThatIsBrokenIsRefused(String program, String why) {
        assertEquals(new Packed.Refused(why.strip(), GROUP_BROKEN), PACKING.pack(Program.lines(program)));
    }

    @Test
    void nothingIsPackedIntoNothing() {
        assertEquals(new Packed.Done(Vector.empty(), BUNDLES_PACKED), PACKING.pack(Vector.empty()));
    }

    @Test
    void aThousandInstructionsAreNoTrouble() {
        Seq<Line> lines = Vector.range(0, 250).flatMap(each -> Program.lines("ld8 r2=[r3] ;; | add r4=r2,r2 | mov b0=r4 ;; | fma.s0 f6=f7,f1,f8"));
        assertTimeout(Duration.ofSeconds(5), () -> assertEquals(500, ((Packed.Done) PACKING.pack(lines)).bundles().size()));
    }

    @Test
    void aLineIsOfAnInstruction() {
        Line line = Program.lines("add r1=r2,r3 ;;").head();
        assertEquals(Unit.A, line.unit());
        assertEquals(GroupPlace.ANYWHERE, GroupPlaces.architected().of(line));
        assertEquals(GroupPlace.SLOT_2, GroupPlaces.architected().of(Program.lines("br.wtop.sptk.few .+0x10").head()));
        assertEquals(GroupPlace.ANYWHERE, GroupPlaces.architected().of(Program.lines("cover ;;").head().withSlot(vmmref.model.bundle.Slot.of(0x10000001L))));
    }
}
