/// From what entries and exits are seen, at each level, once and twice.
package vmmref.vectors.scratch;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Tier;
import vmmref.vectors.vmm.Changes;
import vmmref.vectors.vmm.Plot;

final class PassageDrafts {
    private static final Seq<Set<Taking.Sign>> ENTRIES = Vector.of(LinkedHashSet.of(Taking.Sign.PRIVILEGED), LinkedHashSet.of(Taking.Sign.EXECUTION), LinkedHashSet.of(Taking.Sign.PRIVILEGED, Taking.Sign.EXECUTION));
    private static final Seq<Set<Taking.Sign>> EXITS = Vector.of(LinkedHashSet.of(Taking.Sign.PRIVILEGED), LinkedHashSet.of(Taking.Sign.DECREASE), LinkedHashSet.of(Taking.Sign.PRIVILEGED, Taking.Sign.DECREASE));
    private static final Seq<String> PRIVILEGED = Vector.of("mov r33=cr.tpr", "mov r33=psr", "ssm 0x2000", "mov r33=rr[r34]", "itc.d r34", "ptc.e r34", "bsw.1", "mov cr.tpr=r0", "mov.m ar.k3=r34", "mov.m r33=ar.k3", "nop.m 0x0", "break.m 0x7", "sum 0x20", "rum 0x10", "mov psr.um=r0", "tpa r33=r36", "mov pkr[r34]=r0", "rsm 0x80000");

    private PassageDrafts() { }

    static Seq<Draft> all() {
        return seen().appendAll(twice()).appendAll(executed()).appendAll(status());
    }

    private static String words(Taking taking) {
        return "%s enters and %s leaves".formatted(taking.entries().map(Taking.Sign::text).mkString(" or "), taking.exits().map(Taking.Sign::text).mkString(" or "));
    }

    /// Each instruction at each level, and what sees it.
    private static Seq<Draft> seen() {
        return Vector.of("-", "psr~3").flatMap(level -> PRIVILEGED.flatMap(text -> ENTRIES.flatMap(entries -> {
            Taking taking = Taking.ALL.leaving(Story.JUNK).seeing(entries, EXITS.last());
            Story story = new Story(Codes.of(level).code(text, "setf.sig f40=r34").step(1).step(2).step(1), taking);
            Story near  = new Story(Codes.of(level).code(text.equals("nop.m 0x0") ? Codes.ENTRY : "nop.m 0x0", "setf.sig f40=r34").step(1).step(2).step(1), taking);
            return Vector.of(story.draft("entry", "%s, then setf, where %s%s".formatted(text, words(taking), Changes.with(level)), near).unlessFull(level.equals("-") && entries.size() == 1 && text.startsWith("mov r33")));
        })));
    }

    private static final Seq<String> SEQUENCES = Vector.of("E", "EE", "EUE", "UE", "UEU", "EX", "EUX", "EEX", "EXU", "EUXU", "UEUXU", "EEUX", "UEEUX", "EUXUU");

    /// Sequences of entries, exits and uses; where there is no entry nothing is done in its place.
    private static Seq<Draft> twice() {
        return SEQUENCES.flatMap(kinds -> EXITS.flatMap(exits -> Codes.EXITS.filter(exit -> kinds.contains("X") || exit.equals("rfi") && exits.size() == 2).flatMap(exit -> Vector.of(
            passing(kinds, exit, exits, Story.JUNK).draft("passages", title(kinds, exit, exits, Story.JUNK), passing(kinds.replace("E", "N"), exit, exits, Story.JUNK)).unlessFull(exits.size() == 2),
            passing(kinds, exit, exits, Story.NATVAL).draft("passages", title(kinds, exit, exits, Story.NATVAL), passing(kinds, exit, exits, Story.JUNK)).in(Tier.FULL),
            passing(kinds.replace("E", "N"), exit, exits, Story.JUNK).draft("passages", title(kinds.replace("E", "N"), exit, exits, Story.JUNK)).unlessFull(exits.size() == 2 && kinds.length() > 2)))));
    }

    private static Story passing(String kinds, String exit, Set<Taking.Sign> exits, String junk) {
        return new Story(of(kinds, exit), Taking.ALL.leaving(junk).seeing(ENTRIES.head(), exits));
    }

    private static String title(String kinds, String exit, Set<Taking.Sign> exits, String junk) {
        return "%s, where %s, with %s and %s left".formatted(named(kinds, exit), words(passing(kinds, exit, exits, junk).taking()), exit, junk);
    }

    private static String named(String kinds, String exit) {
        return Vector.ofAll(kinds.toCharArray()).map(kind -> switch (kind) {
            case 'E' -> "entry";
            case 'X' -> "leaving";
            case 'U' -> "use";
            default  -> "nothing";
        }).mkString(", ");
    }

    private static Plot of(String kinds, String exit) {
        Seq<String> code = Vector.ofAll(kinds.toCharArray()).zipWithIndex().map(kind -> switch ((char) kind._1) {
            case 'E' -> Codes.ENTRY;
            case 'X' -> exit;
            case 'U' -> "fmerge.s f%d=f34,f35".formatted(40 + kind._2);
            default  -> Codes.NOTHING;
        });
        return Codes.of("-", code.toJavaArray(String[]::new));
    }

    /// Pages that are executed first at level 0, at level 3, or were executed at the other level before.
    private static Seq<Draft> executed() {
        return ENTRIES.drop(1).flatMap(entries -> EXITS.flatMap(exits -> Vector.of("psr-13", "psr~3").flatMap(level -> Vector.of("nop.m 0x0", "setf.sig f33=r34", "fmerge.s f33=f34,f35", "ldf8 f33=[r36]").flatMap(use -> Vector.of(0x5000, 0x4100).map(next -> {
            Taking taking = Taking.ALL.leaving(Story.JUNK).seeing(entries, exits);
            Plot plot = Codes.of(level, use).with("b6=%x".formatted(next)).with(level.equals("psr~3") ? "-" : "ar.pfs=c000000000000020").code(use, "br.ret.sptk.few b6").holding(0, next, use.replace("f33", "f41")).bundles(1).bundles(1);
            return new Story(plot, taking).draft("execution", "%s, and the same at %x of level 3, where %s%s".formatted(use, next, words(taking), Changes.with(level)), new Story(plot.bundles(1), taking)).unlessFull(exits.size() == 2 && entries.size() == 1 && use.startsWith("setf"));
        })))));
    }

    /// What the guest says of PSR while the set is away.
    private static Seq<Draft> status() {
        return Vector.of(Codes.ENTRY, Codes.NOTHING).flatMap(entry -> Vector.of("32-127", "6-39", "2-31").flatMap(set -> Vector.of("ssm 0x80000", "ssm 0x40000", "ssm 0xc0000", "rsm 0x80000", "sum 0x20", "rum 0x20", "sum 0x10", "rum 0x30", "mov psr.um=r34", "mov psr.l=r35").map(text -> {
            Story story = new Story(Codes.of("psr+5 r34=3e r35=c2020", entry, text, "srlz.d").code(entry, text, "srlz.d", "mov r40=psr", "mov r41=psr.um", "setf.sig f33=r34").bundles(1).bundles(1).step(1), UseDrafts.taking(set));
            return story.draft("status", "%s after %s while %s are taken".formatted(text, entry.equals(Codes.ENTRY) ? "an entry" : "nothing", set), new Story(Codes.of("psr+5 r34=3e r35=c2020", entry, "nop.m 0x0", "srlz.d").code(entry, "nop.m 0x0", "srlz.d", "mov r40=psr", "mov r41=psr.um", "setf.sig f33=r34").bundles(1).bundles(1).step(1), UseDrafts.taking(set))).unlessFull(set.startsWith("32") && text.contains("um"));
        }).append(new Story(Codes.of("psr+5 r34=3e r35=c2020", entry, "nop.m 0x0", "srlz.d").code(entry, "nop.m 0x0", "srlz.d", "mov r40=psr", "mov r41=psr.um", "setf.sig f33=r34").bundles(1).bundles(1).step(1), UseDrafts.taking(set)).draft("status", "nothing after %s while %s are taken".formatted(entry.equals(Codes.ENTRY) ? "an entry" : "nothing", set)).unlessFull(set.startsWith("32")))));
    }
}
