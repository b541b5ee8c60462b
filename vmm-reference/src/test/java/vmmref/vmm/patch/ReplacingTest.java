package vmmref.vmm.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Identification;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.Pta;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Tlb;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Recognized;
import vmmref.vmm.recognize.Recognizer;

/// A guest with 61 bits of an offset in a region, pages of 4 KB, and region n with the identifier 0x11 (n + 1).
class ReplacingTest {
    private static final Profile PROFILE = Profile.named("maximal").get();
    private static final Seq<String> PARK = Vector.of("M setf.sig f32=r2", "M setf.sig f33=r4", "M setf.sig f34=r5 ;;", "I mov r2=pr ;;");
    private static final Seq<String> RETURN = Vector.of("I mov pr=r2,0xc0 ;;", "M getf.sig r2=f32", "M getf.sig r4=f33", "M getf.sig r5=f34 ;;");
    private static final Seq<String> CHECKED = Vector.of("I tnat.z p0,p6=r3 ;;", "M (p6) break.m 0x1f0000", "I extr r4=r3,60,1 ;;", "A adds r4=1,r4 ;;", "A cmp.ltu p6,p0=1,r4 ;;", "M (p6) break.m 0x1f0000 ;;");
    private static final Seq<String> NUMBERED = Vector.of("I tnat.z p0,p6=r3 ;;", "M (p6) break.m 0x1f0000", "I extr.u r4=r3,0,8 ;;");

    private static Addressing addressing(long pta) {
        RegionRegisters regions = RegionRegisters.of(Vector.range(0, 8).map(number -> new RegionRegister((number + 1) * 0x1100 | 12 << 2)));
        return new Addressing(new Psr(0), false, false, new Dcr(0), regions, ProtectionKeyRegisters.zero(16), Tlb.EMPTY).withPta(new Pta(pta));
    }

    private static Constants constants(Addressing addressing) {
        return new Constants(Vector.range(0, 8).map(number -> 0x10L + number), addressing, PROFILE);
    }

    private static Recognized.Hit hit(String text) {
        Bundle bundle = ((AssembledBundle.Done) Assembler.architected().bundle("MII", Vector.of(text, "nop.i 0", "nop.i 0"))).bundle();
        return (Recognized.Hit) Recognizer.reference(PROFILE).sensitive(false).scan(new Code(new VirtualAddress(0), Vector.of(bundle)), Own.NOTHING).head();
    }

    private static Option<Replacement> replaced(String text, Constants constants) {
        return new Replacing(constants, true).of(hit(text));
    }

    private static void same(Seq<String> expected, String text, Addressing addressing) {
        Replacement replacement = replaced(text, constants(addressing)).get();
        Seq<String> code = PARK.appendAll(expected).appendAll(RETURN);
        assertEquals(code.map(Lines::line), replacement.lines());
        assertEquals(code.lastIndexWhere(line -> line.contains("=r4,r5 ;;") || line.contains("=0,r5 ;;")), replacement.result());
        assertEquals(Vector.of(2, 4, 5), replacement.victims());
        assertTrue(replacement.breaks());
    }

    @Test
    void thash() {
        same(CHECKED.appendAll(Vector.of("I extr.u r4=r3,12,12 ;;", "I dep.z r4=r4,3,12", "X movl r5=0x48000 ;;", "A or r4=r4,r5 ;;", "I extr.u r5=r3,61,3 ;;", "I dep.z r5=r5,61,3 ;;", "A or r26=r4,r5 ;;")), "thash r26=r3", addressing(0xe000000000048000L | 15 << 2));
        same(CHECKED.appendAll(Vector.of("I extr.u r4=r3,12,49 ;;", "I dep.z r4=r4,3,58", "X movl r5=0x0 ;;", "A or r4=r4,r5 ;;", "I extr.u r5=r3,61,3 ;;", "I dep.z r5=r5,61,3 ;;", "A or r26=r4,r5 ;;")), "thash r26=r3", addressing(61 << 2));
    }

    private static Seq<String> chosen(UnaryOperator<String> constant) {
        return Vector.of("I extr.u r4=r3,61,3 ;;", "A cmp.eq p6,p0=1,r4", "X movl r5=" + constant.apply("11") + " ;;").appendAll(Vector.rangeClosed(1, 7).flatMap(number -> {
            String move = "X (p%d) movl r5=%s ;;".formatted(6 + (number + 1) % 2, constant.apply("%x".formatted(0x11 * (number + 1))));
            return number == 7 ? Vector.of(move) : Vector.of("A cmp.eq p%d,p0=%d,r4".formatted(6 + number % 2, number + 1), move);
        })).append("I extr.u r4=r3,12,49 ;;");
    }

    @Test
    void thashOfALongTable() {
        Seq<String> expected = CHECKED.appendAll(chosen(identifier -> "0x" + identifier)).appendAll(Vector.of("A xor r4=r4,r5 ;;", "I dep.z r4=r4,5,15", "X movl r5=0x2000000000300000 ;;", "A or r26=r4,r5 ;;"));
        same(expected, "thash r26=r3", addressing(0x2000000000300000L | 20 << 2 | 1 << 8));
    }

    @Test
    void ttag() {
        same(CHECKED.appendAll(chosen(identifier -> "0x%x".formatted(Long.parseLong(identifier, 16) << 39))).append("A xor r26=r4,r5 ;;"), "ttag r26=r3", addressing(0xe000000000048000L | 15 << 2));
    }

    @Test
    void cpuid() {
        String vendor = "0x%x";
        Seq<Long> words = Vector.range(0, 5).map(Identification.of(PROFILE)::register);
        Replacement replacement = replaced("mov r26=cpuid[r3]", constants(addressing(0))).get();
        assertEquals(PARK.appendAll(NUMBERED).appendAll(Vector.of("A cmp.ltu p6,p0=4,r4 ;;", "M (p6) break.m 0x1f0000 ;;")).map(Lines::line), replacement.lines().take(9));
        assertTrue(words.distinct().forAll(word -> replacement.lines().exists(line -> line.slot().equals(Lines.line("X movl r5=" + vendor.formatted(word)).slot()) || Vector.of(6, 7).exists(predicate -> line.slot().equals(Lines.line("X (p%d) movl r5=".formatted(predicate) + vendor.formatted(word)).slot())))));
        assertTrue(replacement.isFaulty());
        assertEquals(Source.IDENTIFICATION, replacement.source());
    }

    @Test
    void pmd() {
        Addressing monitored = new Place.Indirect(IndirectRegisters.File.PMD, 6).with(addressing(0), 0x66L);
        same(NUMBERED.appendAll(Vector.of("A cmp.eq p6,p0=6,r4", "X movl r5=0x0 ;;", "X (p6) movl r5=0x66 ;;", "A adds r26=0,r5 ;;")), "mov r26=pmd[r3]", monitored);
        Constants more = new Constants(Vector.fill(8, 0L), monitored, new Profile("more", PROFILE.parameters().put(Profile.MORE_MONITORS, "true")));
        assertTrue(replaced("mov r26=pmd[r3]", more).isEmpty());
        assertTrue(replaced("mov r26=cpuid[r3]", more).isDefined());
    }

    @Test
    void theConstantThatIsMetMostOftenIsTakenWithoutATest() {
        assertEquals(Vector.of("A cmp.eq p6,p0=0,left", "X movl right=0x2 ;;", "A cmp.eq p7,p0=3,left", "X (p6) movl right=0x1 ;;", "X (p7) movl right=0x5 ;;"), Choosing.of(Vector.of(1L, 2L, 2L, 5L)));
    }

    @Test
    void regionsOfOneSize() {
        Addressing other = new Place.Region(7).with(addressing(15 << 2), new RegionRegister(13 << 2));
        assertTrue(replaced("thash r26=r3", constants(other)).isEmpty() && replaced("ttag r26=r3", constants(other)).isEmpty());
        assertTrue(replaced("thash r26=r3", constants(addressing(14 << 2))).isEmpty());
        assertTrue(replaced("thash r26=r3", constants(addressing(62L << 2))).isEmpty());
    }

    @Test
    void withoutRegistersToPark() {
        Constants constants = constants(addressing(15 << 2));
        assertTrue(Vector.of("thash r26=r3", "ttag r26=r3", "mov r26=cpuid[r3]", "mov r26=pmd[r3]", "fc r3").forAll(text -> new Replacing(constants, false).of(hit(text)).isEmpty()));
        Replacement moved = new Replacing(constants, false).of(hit("mov.m r26=ar.k3")).get();
        assertEquals(Vector.of(Lines.line("X movl r26=0x13")), moved.lines());
        assertFalse(moved.breaks() || moved.isFaulty());
        assertEquals(Source.KERNEL, moved.source());
    }

    @Test
    void sources() {
        assertEquals(Vector.of(Option.some(Source.KERNEL), Option.some(Source.KERNEL), Option.none(), Option.none(), Option.some(Source.TABLE), Option.none(), Option.some(Source.TABLE), Option.some(Source.MONITOR), Option.none()),
            Vector.<Place<?>>of(new Place.Application(0), new Place.Application(7), new Place.Application(8), new Place.Application(16), new Place.Control(8), new Place.Control(2), new Place.Region(3), new Place.Indirect(IndirectRegisters.File.PMD, 4), new Place.Indirect(IndirectRegisters.File.PMC, 4)).map(Source::of));
    }
}
