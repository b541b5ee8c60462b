/// One page at several addresses: executed by one, read and stored to by others, and executed by all.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class AliasDrafts {
    private static final Seq<String> SENSITIVE = Vector.of("mov.m r17=ar.k3", "thash r17=r20", "probe.w r17=r20,0", "mov r17=cpuid[r20]", "adds r17=0x5,r20");
    private static final String VALUES = "ar.k3=5a0 r20=3 cr.pta=e00000001000003d";
    /// What happens to the page: calls of it by its own address, by others, loads and stores by either.
    private static final Seq<String> ACTS = Vector.of("call own", "call 0", "call 1", "call 2", "load own", "load 0", "load 2", "store own", "store 1");

    private AliasDrafts() { }

    static Seq<Draft> all() {
        return sequences().appendAll(longer()).appendAll(many()).appendAll(mapped());
    }

    /// Each two acts, and the first one again.
    private static Seq<Draft> sequences() {
        return ACTS.flatMap(one -> ACTS.reject(one::equals).zipWithIndex().flatMap(two -> SENSITIVE.zipWithIndex().filter(text -> (text._2 + two._2 + ACTS.indexOf(one)) % 3 == 0).map(text -> sequence("-", text._1, Vector.of(one, two._1, one))
            .draft("alias", "%s, %s, %s a page with %s".formatted(one, two._1, one, text._1), Scene.FLAG, sequence("-", text._2 < 3 ? SENSITIVE.get((text._2 + 3) % SENSITIVE.size()) : SENSITIVE.get(text._2 - 3), Vector.of(one, two._1, one))).unlessFull(two._2 == 2 && text._2 == 0))));
    }

    private static Seq<Draft> longer() {
        return Vector.of("call own, call 0, store own, call own, call 0", "call 0, load own, call own, store 1, call 0", "call 0, call 1, store 0, call 1, load 0, call 0", "store 1, call own, store 0, call own, load 1", "call 0, call 1, call own, call 0, call 1, call own")
            .flatMap(words -> Vector.of("-", "psr~3", "psr-17 psr-27", "psr+15 pkr0=1").flatMap(way -> SENSITIVE.take(3).map(text -> longer(way, text, words).draft("alias-longer", "%s a page with %s%s".formatted(words, text, Changes.with(way)), Scene.FLAG,
                longer(way.equals("-") ? "psr~3" : "-", text, words)).unlessFull(way.equals("-") && text.startsWith("thash")))));
    }

    private static Plot longer(String way, String text, String words) {
        return sequence(way, text, Vector.of(words.split(", ")));
    }

    private static Plot sequence(String way, String text, Seq<String> acts) {
        Plot plot = Scene.routine(way, text, "br.ret.sptk.few b0").with(VALUES).with(aims());
        Seq<String> code = acts.zipWithIndex().flatMap(act -> Vector.of(text(act._1, act._2), "adds r%d=0x0,r17".formatted(24 + act._2)));
        return acts.foldLeft(Scene.code(plot, code.toJavaArray(String[]::new)), (each, act) -> act.startsWith("call") ? each.bundles(3).bundles(1) : each.bundles(1).bundles(1));
    }

    /// Addresses: those of calls in b3 to b6, those of loads and stores in r11 to r14.
    private static String aims() {
        return "b3=%s b4=%s b5=%s r11=%s r12=%s r13=%s".formatted(Scene.ALIASES.get(0), Scene.ALIASES.get(1), Scene.ALIASES.get(2), Scene.ALIASES.get(0), Scene.ALIASES.get(1), Scene.ALIASES.get(2));
    }

    private static String text(String act, int number) {
        String which = act.substring(act.indexOf(' ') + 1);
        int index = which.equals("own") ? 3 : Integer.parseInt(which);
        return switch (act.substring(0, act.indexOf(' '))) {
            case "call" -> "br.call.sptk.few b0=b%d".formatted(3 + index);
            case "load" -> "ld8 r%d=[r%d]".formatted(8 + number % 3, 11 + index);
            default     -> "st1 [r%d]=r0".formatted(11 + index);
        };
    }

    /// More addresses than there may be copies, one after another, twice.
    private static Seq<Draft> many() {
        return Vector.of(2, 4, 5, 6).flatMap(number -> Vector.of("-", "psr~3").flatMap(way -> SENSITIVE.map(text -> many(way, text, number).draft("alias-many", "a page with %s is executed at %d addresses, and at the first one again%s".formatted(text, number, Changes.with(way)), Scene.FLAG,
            many(way, text, number == 2 ? 4 : 2)).unlessFull(text.startsWith("mov.m") && way.equals("-")))));
    }

    private static Plot many(String way, String text, int number) {
        Plot plot = Scene.routine(way, text, "br.ret.sptk.few b0").with(VALUES).with(Vector.range(0, number).map(alias -> "b%d=%s".formatted(alias + 1, Scene.ALIASES.get(alias))).mkString(" "));
        Seq<String> code = Vector.range(0, number).append(0).zipWithIndex().flatMap(alias -> Vector.of("br.call.sptk.few b0=b%d".formatted(alias._1 + 1), "adds r%d=%d,r17".formatted(24 + alias._2, alias._2)));
        return Vector.rangeClosed(0, number).foldLeft(Scene.code(plot, code.toJavaArray(String[]::new)), (each, alias) -> each.bundles(4));
    }

    /// Two pages of the map lead to one frame.
    private static Seq<Draft> mapped() {
        return SENSITIVE.flatMap(text -> Vector.of("-", "psr-17 psr-27 psr-36", "psr~3").flatMap(way -> Vector.of("br.call.sptk.few b0=b7", "ld8 r18=[r26]", "st1 [r26]=r0").map(access -> mapped(way, text, access)
            .draft("alias-mapped", "a page with %s is executed, then %s by another page of the map, and executed again%s".formatted(text, access, Changes.with(way)), Scene.FLAG, mapped(way.equals("-") ? "psr~3" : "-", text, access)).unlessFull(way.equals("-") && text.startsWith("probe")))));
    }

    private static Plot mapped(String way, String text, String access) {
        Plot plot = Scene.routine(way, text, "br.ret.sptk.few b0").with(VALUES).with("b7=a000 r26=a000").mapping(0, map -> map.with(10, 9, 1));
        return Scene.code(plot, "br.call.sptk.few b0=b6", access, "br.call.sptk.few b0=b6").bundles(3).bundles(access.startsWith("br") ? 3 : 1).bundles(3);
    }
}
