/// Guests that execute instructions, each in a bundle of its own, from 4000 on.
package vmmref.vectors.scratch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.vectors.vmm.GuestBase;
import vmmref.vectors.vmm.Plot;

final class Codes {
    /// A privileged instruction that changes nothing but a register.
    static final String ENTRY = "mov r33=cr.tpr";
    static final String NOTHING = "nop.m 0x0";
    /// To level 3, to where RFI and B6 say.
    static final Seq<String> EXITS = Vector.of("rfi", "br.ret.sptk.few b6");

    private static final String START = "psr-13 cr.ipsr=1308022000 cr.ifs=0 ar.pfs=c000000000000020 r36=8010 f100=0:1003e:0000000000000100 f120=1:0ffff:8000000000000000 f127=0:1003e:0000000000000127";
    private static final int BUNDLE = 16;
    private static final int CODE = 0x4000;

    private Codes() { }

    /// {@return a guest of which all bundles are executed, each by an event; those that leave go on at the next one}
    static Plot of(String changes, String... code) {
        return stepped(Plot.of(GuestBase.VIRTUAL).with(start(code)).with(changes).code(code), code.length);
    }

    static Plot stepped(Plot plot, int bundles) {
        return Vector.range(0, bundles).foldLeft(plot, (each, number) -> each.bundles(1));
    }

    /// {@return what a guest has so that it goes on behind the first instruction that leaves}
    static String start(String... code) {
        int next = CODE + BUNDLE * (Vector.of(code).indexWhere(EXITS::contains) + 1);
        return "%s cr.iip=%x b6=%x".formatted(START, next, next);
    }
}
