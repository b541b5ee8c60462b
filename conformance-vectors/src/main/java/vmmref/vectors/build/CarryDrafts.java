package vmmref.vectors.build;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Needs;
import vmmref.vmm.build.BranchPatch;

/// Victims in every slot, replaced by nothing, one or several; stubs near and far; and bundles that cannot move.
final class CarryDrafts {
    private static final long AT = 0x4000;
    private static final long NEAR = 0x100000;
    private static final long FAR = 0x2000000000000000L;

    private record Before(String template, String instructions, int slot) {
        String told() {
            return "slot %d of {%s %s}".formatted(slot, template, instructions);
        }
    }

    private static final Seq<Before> MOVABLE = Vector.of(
        new Before("MII;",  "thash r8=r32 | add r10=r11,r12 | mov.i ar.lc=r8", 0),
        new Before("MII",   "(p6) thash r8=r32 | add r10=r11,r12 | mov.i ar.lc=r8", 0),
        new Before("MI;I;", "ld8 r8=[r9] | mov.i r10=ar.lc | add r11=r10,r10", 1),
        new Before("M;MI",  "itc.d r2 | (p7) thash r8=r32 | mov.i ar.lc=r9", 1),
        new Before("MMI;",  "ld8 r8=[r9] | mov r10=cpuid[r11] | add r12=r13,r14", 1),
        new Before("MFI;",  "(p8) ttag r8=r32 | fma.s0 f6=f7,f8,f9 | nop.i 0x7", 0),
        new Before("MMF",   "ld8 r8=[r9] | tak r10=r11 | fma.s0 f6=f7,f8,f9", 1),
        new Before("MIB;",  "ld8 r8=[r9] | add r10=r11,r12 | cover", 2),
        new Before("MBB;",  "thash r8=r32 | br.cond.sptk.few b1 | br.ret.sptk.few b0", 0),
        new Before("BBB;",  "br.cond.sptk.few b1 | nop.b 0x3 | bsw.0", 2),
        new Before("MLX;",  "thash r8=r32 | movl r4=0x123456789abcdef", 0),
        new Before("MLX",   "ld8 r8=[r9] | (p9) movl r4=0x123456789abcdef", 1));

    private static final Seq<Before> HEEDLESS = Vector.of(
        new Before("MII;", "(p6) cmp.eq.unc p8,p9=r8,r9 | nop.i 0x7 | nop.i 0x7", 0),
        new Before("MII;", "nop.m 0x7 | (p6) tbit.z.unc p8,p9=r8,0x5 | nop.i 0x7", 1),
        new Before("MFI;", "nop.m 0x7 | (p6) fcmp.eq.unc.s0 p8,p9=f8,f9 | nop.i 0x7", 1),
        new Before("MFI;", "nop.m 0x7 | (p6) frcpa.s0 f6,p8=f7,f8 | nop.i 0x7", 1),
        new Before("MFI;", "nop.m 0x7 | (p6) frsqrta.s0 f6,p8=f7 | nop.i 0x7", 1),
        new Before("MIB;", "nop.m 0x7 | nop.i 0x7 | (p6) br.wtop.sptk.few .+0x10", 2),
        new Before("MIB;", "nop.m 0x7 | nop.i 0x7 | (p6) br.wexit.sptk.few .+0x10", 2));

    private static final Seq<String> INSTEAD = Vector.of("", "add r8=r9,r10", "movl r8=0x55 ;; | add r8=r8,r32", "mov b7=r8 | ld8 r8=[r9] ;;");

    private CarryDrafts() { }

    static Seq<Draft> all() {
        return MOVABLE.flatMap(before -> INSTEAD.flatMap(instead -> Vector.of(draft(before, instead, NEAR, Needs.none()), draft(before, instead, FAR, Cases.longBranches(true)))))
            .appendAll(MOVABLE.map(before -> Cases.near(refused("a stub out of reach: " + before.told(), new Request.Carry(patch(before, "add r8=r9,r10", FAR)), Cases.longBranches(false)), request(before, "add r8=r9,r10"))))
            .appendAll(MOVABLE.map(before -> Cases.near(refused("a stub over the bundle: " + before.told(), new Request.Carry(patch(before, "add r8=r9,r10", AT)), Needs.none()), request(before, "add r8=r9,r10"))))
            .appendAll(MOVABLE.map(before -> Cases.near(refused("a stub over the bundle to which it returns: " + before.told(), new Request.Carry(patch(before, "", AT + 0x10)), Needs.none()), behind(before))))
            .appendAll(MOVABLE.map(before -> Cases.model("carry", "a stub right behind the bundle to which it returns: " + before.told(), "AddressDependent", Needs.none(), behind(before))))
            .appendAll(MOVABLE.map(before -> Cases.near(refused("a stub within a bundle: " + before.told(), new Request.Carry(patch(before, "add r8=r9,r10", NEAR + 8)), Needs.none()), request(before, "add r8=r9,r10"))))
            .appendAll(MOVABLE.filter(before -> before.instructions().startsWith("thash") || before.instructions().startsWith("ld8 r8=[r9] | mov r10=cpuid"))
                .map(before -> Cases.near(refused("a cover without its stop in place of " + before.told(), new Request.Carry(patch(before, "cover", NEAR)), Needs.none()), request(before, "add r8=r9,r10"))))
            .appendAll(bound())
            .appendAll(HEEDLESS.flatMap(CarryDrafts::victim))
            .appendAll(predicates());
    }

    private static Request behind(Before before) {
        return new Request.Carry(patch(before, "", AT + 0x20));
    }

    /// What does something though its predicate is 0 is no victim, unless that is p0.
    private static Seq<Draft> victim(Before before) {
        Before always = new Before(before.template(), before.instructions().replace("(p6) ", ""), before.slot());
        return Vector.of(
            Cases.near(Cases.model("carry", "refuses a victim that does something in any case: " + before.told(), "LostPredicate", Needs.none(), request(before, "add r8=r9,r10")), request(always, "add r8=r9,r10")),
            Cases.model("carry", "replaces a victim without a predicate: " + always.told(), "LostPredicate", Needs.none(), request(always, "add r8=r9,r10")));
    }

    /// In place of a victim under p6.
    private static Seq<Draft> predicates() {
        Before free = new Before("MII;", "(p6) thash r8=r32 | nop.i 0x7 | nop.i 0x7", 0);
        return Vector.of("cmp.lt.unc p8,p9=r8,r9", "fclass.m.unc p8,p9=f8,0x3", "frcpa.s0 f6,p8=f7,f8", "frsqrta.s0 f6,p8=f7", "fprcpa.s0 f6,p8=f7,f8", "fprsqrta.s0 f6,p8=f7")
                .map(heedless -> Cases.near(refused("what does something in any case in place of one under p6: " + heedless, request(free, heedless), Needs.none()), request(free, "mov b7=r8")))
            .appendAll(Vector.of("cmp.lt p6,p9=r8,r9", "cmp.lt p9,p6=r8,r9", "tbit.z p6,p9=r8,0x5", "mov pr=r8,-2", "mov pr.rot=0x10000").flatMap(setting -> Vector.of(
                Cases.near(refused("to change p6 before another one that needs it: " + setting, request(free, setting + " ;; | mov b7=r8"), Needs.none()), request(free, "mov b7=r8 | " + setting)),
                Cases.model("carry", "changes p6 when nothing needs it any more: " + setting, "LostPredicate", Needs.none(), request(free, "mov b7=r8 | " + setting)))))
            .append(Cases.model("carry", "changes other predicates than p6", "LostPredicate", Needs.none(), request(free, "cmp.lt p8,p9=r8,r9 ;; | mov b7=r8")))
            .append(Cases.model("carry", "replaces an instruction under p6", "LostPredicate", Needs.none(), request(free, "mov b7=r8")));
    }

    private static BranchPatch patch(Before before, String instead, long stub) {
        return new BranchPatch(Cases.bundle(before.template(), before.instructions()), new VirtualAddress(AT), before.slot(), Cases.lines(instead), new VirtualAddress(stub));
    }

    private static Request request(Before before, String instead) {
        return new Request.Carry(patch(before, instead, NEAR));
    }

    private static Draft draft(Before before, String instead, long stub, Needs needs) {
        return Cases.model("carry", "replaces %s by {%s} in a stub %s".formatted(before.told(), instead, stub == NEAR ? "nearby" : "far away"), "AddressDependent", needs,
            new Request.Carry(patch(before, instead, stub)));
    }

    private static Draft refused(String what, Request request, Needs needs) {
        return Cases.model("carry", "refuses " + what, "AddressDependent", needs, request);
    }

    private static Seq<Draft> bound() {
        Before free = new Before("MIB;", "(p6) thash r8=r32 | nop.i 0x7 | nop.b 0x7", 0);
        return Vector.of(bound("MIB;", "br.cond.sptk.few .+0x10"), bound("MIB;", "br.cloop.sptk.few .-0x20"), bound("MIB;", "br.call.sptk.few b0=.+0x40"), bound("MIB;", "br.call.sptk.few b0=b6"), bound("MIB;", "epc"), 
                bound("MIB;", "brp.sptk .+0x10,.+0x20"), bound("MII;", "mov r9=ip"), bound("MII;", "mov b0=r9"), bound("MII;", "chk.s.i r9,.+0x30"), bound("MMI;", "chk.a.nc r9,.+0x30"), bound("MMI;", "chk.s.m r9,.+0x30"))
            .appendAll(Vector.of(bound("MLX;", "brl.cond.sptk.few .+0x10"), bound("MLX;", "brl.call.sptk.few b0=.+0x10")).map(draft -> Cases.needing(draft, Cases.longBranches(true))))
            .appendAll(Vector.of(bound("MIB;", "vmsw.0"), bound("MIB;", "vmsw.1")).map(draft -> Cases.needing(draft, new Needs(LinkedHashMap.of("vmsw", "true")))))
            .appendAll(Vector.of("MIB;", "MII;", "MMI;", "MLX;").map(template -> Cases.model("carry", "moves the nops of " + template, "AddressDependent", Needs.none(), request(beside(template), "add r8=r9,r10"))))
            .append(Cases.model("carry", "replaces an instruction under p6 by one without", "LostPredicate", Needs.none(), request(free, "mov b7=r8 ;;")))
            .append(Cases.near(refused("an instruction without a predicate in place of one under p6", request(free, "cover ;;"), Needs.none()), request(free, "mov b7=r8 ;;")))
            .append(Cases.near(refused("an instruction under p7 in place of one under p6", request(free, "(p7) mov b7=r8 ;;"), Needs.none()), request(free, "mov b7=r8 ;;")))
            .append(Cases.model("carry", "an instruction under p6 in place of one under p6", "LostPredicate", Needs.none(), request(free, "(p6) mov b7=r8 ;;")))
            .append(Cases.near(refused("a slot that there is not", new Request.Carry(new BranchPatch(Cases.bundle("MIB;", free.instructions()), new VirtualAddress(AT), 3, Cases.lines("mov b7=r8 ;;"), new VirtualAddress(NEAR))), Needs.none()), request(free, "mov b7=r8 ;;")))
            .append(Cases.near(refused("a reserved template", reserved(free), Needs.none()), request(free, "mov b7=r8 ;;")));
    }

    private static Request reserved(Before free) {
        Bundle bundle = Cases.bundle("MIB;", free.instructions());
        return new Request.Carry(new BranchPatch(new Bundle(bundle.low() & ~0x1fL | 0x1e, bundle.high()), new VirtualAddress(AT), 0, Cases.lines("mov b7=r8 ;;"), new VirtualAddress(NEAR)));
    }

    private static Draft bound(String template, String instruction) {
        Seq<String> others = others(template);
        int place = template.startsWith("MM") ? 0 : others.size() - 1;
        Before before = new Before(template, "thash r8=r32 | " + others.update(place, instruction).mkString(" | "), 0);
        return Cases.near(refused("to move " + instruction, request(before, "add r8=r9,r10"), Needs.none()), request(beside(template), "add r8=r9,r10"));
    }

    /// {@return a bundle whose other instructions can move}
    private static Before beside(String template) {
        return new Before(template, "thash r8=r32 | " + others(template).mkString(" | "), 0);
    }

    private static Seq<String> others(String template) {
        return template.startsWith("MLX") ? Vector.of("nop.x 0x7") : Vector.of(template.replace(";", "").split("")).tail().map(unit -> "nop." + unit.toLowerCase(java.util.Locale.ROOT) + " 0x7");
    }
}
