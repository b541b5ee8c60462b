/// A guest that gets at one page in several ways, as cases are made of it.
package vmmref.vectors.keys;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.vectors.vmm.GuestBase;
import vmmref.vectors.vmm.Plot;

/// The page of the guest at 9000, frame 9, holds a routine that returns at once; sensitive ones hold an instruction besides that is never executed. It is translated to itself, and by another entry, which has the key 55, at 2000000000100000.
final class Scene {
    /// The address of another translation of the page.
    static final String ALIAS = "2000000000100000";
    static final String FLAG = "FirstAccess";
    /// How the guest believes to be.
    static final Seq<String> WAYS = Vector.of("-", "psr-17", "psr-17 psr-27 psr-36", "psr~3");
    /// What an access to the page is.
    static final Seq<String> ACCESSES = Vector.of("read", "write", "swap", "execute");
    static final Seq<Use> STATES = Vector.of(Use.values());

    private static final int RID = 0x102;
    private static final int KEY = 0x55;
    private static final int FIRST_KEY = 0x61;
    private static final long PAGE = 0x1000;
    private static final long FRAMES = 0x10000;
    /// Present, write back, accessed, dirty, level 3, read, write and execute.
    private static final long SOUND = 0x7e1;
    private static final int HELD = 5;
    private static final long ROUTINE = 0x9000;
    private static final long HIDDEN = 0x9040;
    private static final String AT = "r14=9100 r15=9108 b6=9000";

    private Scene() { }

    /// {@return a guest that does nothing yet}
    static Plot plain(String way) {
        return Plot.of(GuestBase.VIRTUAL).with(AT).with(way).holding(0, ROUTINE, "br.ret.sptk.few b0");
    }

    static Plot sensitive(String way) {
        return plain(way).holding(0, HIDDEN, "(p6) thash r17=r20");
    }

    static Plot of(boolean sensitive, String way) {
        return sensitive ? sensitive(way) : plain(way);
    }

    /// {@return an instruction that makes an access to the page}
    static String text(String access) {
        return switch (access) {
            case "read"  -> "ld8 r18=[r14]";
            case "write" -> "st8 [r14]=r20";
            case "swap"  -> "xchg8 r19=[r15],r21";
            default      -> "br.call.sptk.few b0=b6";
        };
    }

    /// {@return the same after the guest has made accesses, each an event; a routine is executed in an event of its own}
    static Plot accessing(Plot plot, Seq<String> accesses) {
        return accesses.foldLeft(plot.code(accesses.map(Scene::text).toJavaArray(String[]::new)), (each, access) -> access.equals("execute") ? each.bundles(1).bundles(1) : each.bundles(1));
    }

    /// {@return accesses by which the page comes into a state}
    static Seq<String> towards(Use state) {
        return switch (state) {
            case UNSEEN        -> Vector.empty();
            case DATA          -> Vector.of("read");
            case CODE, PATCHED -> Vector.of("execute");
        };
    }

    /// {@return a guest whose page comes into a state by accesses of its own, which then executes instructions}
    static Plot in(Use state, String way, String... then) {
        Seq<String> code = towards(state).map(Scene::text).appendAll(Vector.of(then));
        Plot plot = of(state == Use.PATCHED, way).code(code.toJavaArray(String[]::new));
        return towards(state).foldLeft(plot, (each, access) -> access.equals("execute") ? each.bundles(2) : each.bundles(1));
    }

    /// {@return what is said of a page in a state in a title}
    static String words(Use state) {
        return switch (state) {
            case UNSEEN  -> "a page that nobody has used";
            case DATA    -> "a page of data";
            case CODE    -> "a page of code";
            case PATCHED -> "a page of code in which something is patched";
        };
    }

    /// {@return the same with another translation of the page, or of a page of the same size, for data and instructions}
    static Plot held(Plot plot, long entry) {
        Translation page = Translation.of(new VirtualAddress(Long.parseUnsignedLong(ALIAS, 16)), RID, new PageSize(12), KEY, new Pte(entry));
        Tlb tlb = Vector.of(Stream.values()).foldLeft(plot.guests().head().bare().addressing().tlb(), (each, stream) -> each.withRegister(stream, HELD, Option.some(page)));
        return new Plot(plot.base(), plot.guests().map(guest -> guest.with(guest.bare().withTlb(tlb))), plot.needs(), plot.events());
    }

    /// {@return the same with pages from 2000000000100000 on, for data, each of a key of its own, and their frames from 16 on}
    static Plot paged(Plot plot, int pages) {
        Tlb tlb = Vector.range(0, pages).foldLeft(plot.guests().head().bare().addressing().tlb(), (each, page) -> each.withCached(Stream.DATA, page(page), true));
        return new Plot(plot.base(), plot.guests().map(guest -> guest.with(guest.bare().withTlb(tlb))), plot.needs(), plot.events());
    }

    private static Translation page(int number) {
        return Translation.of(new VirtualAddress(Long.parseUnsignedLong(ALIAS, 16) + number * PAGE), RID, new PageSize(12), FIRST_KEY + number, new Pte(FRAMES + number * PAGE | SOUND));
    }
}
