/// The guest's own keys: what they deny it is told of, and what they permit the states of pages may still deny.
package vmmref.vectors.keys;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.vmm.Plot;

final class KeyDrafts {
    private static final Seq<String> REGISTERS = Vector.of("0", "5501", "5503", "5505", "5509", "5507", "550f", "5500", "5601");
    private static final Seq<String> TEXTS = Vector.of("ld8 r18=[r24]", "st8 [r24]=r20", "xchg8 r19=[r24],r21", "br.call.sptk.few b0=b7");
    /// The sixteen registers of a guest are all in use.
    private static final String FULL = Vector.range(1, 15).map(number -> "pkr%d=%x01".formatted(number, 0x60 + number)).mkString(" ");

    private KeyDrafts() { }

    static Seq<Draft> all() {
        return checked().appendAll(full()).appendAll(moved()).appendAll(shared()).appendAll(toggled()).appendAll(evicted());
    }

    private static Plot keyed(Use state, String register, String changes, String... then) {
        return Scene.held(Scene.in(state, "-", then).with("r24=2000000000100100 b7=%s psr+15 pkr0=1 pkr15=%s".formatted(Scene.ALIAS, register)).with(changes), 0x97e1);
    }

    private static int steps(String text) {
        return text.startsWith("br") ? 4 : 1;
    }

    /// Each register for the key of the page, in each state.
    private static Seq<Draft> checked() {
        return REGISTERS.flatMap(register -> Scene.STATES.flatMap(state -> TEXTS.map(text -> keyed(state, register, "-", text).step(steps(text))
            .draft("keys", "%s of %s while its key has the register %s".formatted(text, Scene.words(state), register), "FirstAccess", keyed(state, register.equals("5501") ? "0" : "5501", "-", text).step(steps(text))).unlessFull(state == Use.CODE && (text.startsWith("st8") || text.startsWith("br")) && !register.equals("5601")))));
    }

    private static Seq<Draft> full() {
        return Vector.of("5501", "5503").flatMap(register -> Scene.STATES.flatMap(state -> TEXTS.map(text -> {
            Plot plot = keyed(state, register, FULL, text, "ld8 r22=[r14]", text).step(steps(text)).bundles(1).step(steps(text));
            return plot.draft("keys-full", "%s of %s, its own address, and the same again, while all registers are used and that of the key is %s".formatted(text, Scene.words(state), register), "FirstAccess",
                keyed(state, register.equals("5501") ? "5503" : "5501", FULL, text, "ld8 r22=[r14]", text).step(steps(text)).bundles(1).step(steps(text))).in(Tier.FULL);
        })));
    }

    /// A register is written between two accesses.
    private static Seq<Draft> moved() {
        return Vector.of("5501", "5503", "5509", "0").flatMap(before -> Vector.of("5501", "5503", "5505", "0").flatMap(after -> Vector.of("ld8 r18=[r24]", "st8 [r24]=r20").map(text -> moving(before, after, text)
            .draft("keys-moved", "mov pkr puts %s in the place of %s after the page %s, then %s".formatted(after, before, before.equals("5501") ? "was read" : "was executed", text), "FirstAccess", moving(before, after.equals("5501") ? "0" : "5501", text)).in(Tier.FULL))));
    }

    private static Plot moving(String before, String after, String text) {
        String changes = "r26=f r27=" + after;
        return (before.equals("5501") ? keyed(Use.UNSEEN, before, changes, "ld8 r22=[r24]", "mov pkr[r26]=r27", "srlz.d", text).bundles(3) : keyed(Use.CODE, before, changes, "mov pkr[r26]=r27", "srlz.d", text).bundles(2)).step(1);
    }

    /// Two pages with one key are used as data and as code.
    private static Seq<Draft> shared() {
        return Vector.of("1", "3", "5", "9").flatMap(register -> Scene.ACCESSES.flatMap(one -> Scene.ACCESSES.map(two -> sharing(register, one, two)
            .draft("keys-shared", "%s a page, and %s another one of the same key, whose register is %s".formatted(one, two, register), "FirstAccess", sharing(register.equals("1") ? "3" : "1", one, two)).unlessFull(register.equals("1") && one.equals("read")))));
    }

    private static Plot sharing(String register, String one, String two) {
        Plot plot = Scene.plain("psr+15 pkr3=" + register).holding(0, 0xa000, "br.ret.sptk.few b0").with("r24=a100 r25=a108 b7=a000").code(Scene.text(one), Scene.text(two).replace("r14", "r24").replace("r15", "r25").replace("b6", "b7"));
        return plot.step(one.equals("execute") ? 6 : 3).step(two.equals("execute") ? 6 : 3);
    }

    /// Keys come to be checked, and are not checked any more.
    private static Seq<Draft> toggled() {
        return Scene.STATES.flatMap(state -> TEXTS.flatMap(text -> Vector.of("ssm 0x8000", "rsm 0x8000").map(change -> toggling(state, change, text)
            .draft("keys-toggled", "%s of %s before and after %s".formatted(text, Scene.words(state), change), "FirstAccess", toggling(state == Use.UNSEEN ? Use.DATA : Use.UNSEEN, change, text)).in(Tier.FULL))));
    }

    private static Plot toggling(Use state, String change, String text) {
        return keyed(state, "5503", change.startsWith("ssm") ? "psr-15" : "psr+15", text, change, "srlz.d", text).step(steps(text)).bundles(2).step(steps(text));
    }

    /// Pages of so many keys that not each has a register of the machine, which are all used again.
    private static Seq<Draft> evicted() {
        return Vector.of(3, 8, 12, 13, 14, 15).flatMap(pages -> Vector.of("ld8 r18=[r14],r15", "st8 [r14]=r20", "xchg8 r18=[r14],r20", "ld8.s r18=[r14],r15").map(text -> evicting(pages, text)
            .draft("keys-evicted", "%s of %d pages of different keys, twice".formatted(text, pages), "FirstAccess", evicting(pages == 3 ? 8 : 3, text)).unlessFull(pages > 12)));
    }

    private static Plot evicting(int pages, String text) {
        Seq<String> round = Vector.range(0, pages).flatMap(page -> text.contains(",r15") ? Vector.of(text) : Vector.of(text, "add r14=r14,r15"));
        Seq<String> code = round.append("add r14=r24,r0").appendAll(round);
        String registers = Vector.rangeClosed(1, pages).map(number -> "pkr%d=%x01".formatted(number, 0x60 + number)).mkString(" ");
        Plot plot = Scene.paged(Scene.plain("psr+15 pkr0=1 r14=%s r15=1000 r24=%s %s".formatted(Scene.ALIAS, Scene.ALIAS, registers)).code(code.toJavaArray(String[]::new)), pages);
        return Vector.range(0, code.size()).foldLeft(plot, (each, bundle) -> each.bundles(1));
    }
}
