/// Memory that is taken from guests, given to them and moved, while they use it; and devices.
package vmmref.vectors.vmm;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.translate.ReferenceType;
import vmmref.vectors.format.Draft;

final class RemapDrafts {
    private static final String FLAG = "Ballooning";
    /// How the guest gets at its page 8, the address 8010.
    private static final Seq<String> WAYS = Vector.of("-", "psr-17", "psr-17 psr-27 psr-36", "psr~3");

    /// No memory where the registers of the device are.
    private static final String EMPTY = Vector.range(0, 16).map(word -> "mem.%x=0".formatted(0x8000 + 8 * word)).mkString(" ");

    private RemapDrafts() { }

    static Seq<Draft> all() {
        return remapped().appendAll(taken()).appendAll(shared()).appendAll(large()).appendAll(devices());
    }

    private static Plot used(String way, String text) {
        return Plot.of(GuestBase.VIRTUAL).with("r36=8010 r37=8018").with(way).code("st8 [r36]=r34", text, "ld8 r41=[r36]").bundles(1);
    }

    /// A page that was used gets another frame, one that the guest has elsewhere, a device, or its own again.
    private static Seq<Draft> remapped() {
        return WAYS.flatMap(way -> {
            Plot plain = used(way, "ld8 r40=[r36]").bundles(2).load("8010");
            return Vector.of(plain.draft("remap", "a page is used, and nothing changes" + Changes.with(way), FLAG),
                used(way, "ld8 r40=[r36]").remap(0, 8, 200, 1).bundles(2).load("8010").draft("remap", "a page that was used gets another frame" + Changes.with(way), FLAG, plain),
                used(way, "ld8 r40=[r36]").remap(0, 8, 12, 1).bundles(2).load("8010").load("c010").relate(3, 4).draft("remap", "a page that was used gets a frame that another page has" + Changes.with(way), FLAG, plain),
                used(way, "st8 [r37]=r35").remap(0, 8, 200, 1).bundles(1).remap(0, 8, 8, 1).step(1).load("8010").load("8018").draft("remap", "a page that was used gets another frame, and its own again" + Changes.with(way), FLAG, plain),
                used(way, "ld8 r40=[r36]").remapDevice(0, 8, 1, 1).bundles(2).load("8010").draft("remap", "a page that was used becomes a device" + Changes.with(way), FLAG, plain),
                used(way, "ld8 r40=[r36]").remap(0, 9, 200, 1).bundles(2).load("8010").load("9010").draft("remap", "the page beside one that was used gets another frame" + Changes.with(way), FLAG, plain),
                used(way, "ld8 r40=[r36]").remap(0, 4, 200, 1).load("8010").touch(ReferenceType.FETCH, "4000").draft("remap", "the page of the code gets another frame" + Changes.with(way), FLAG, plain));
        });
    }

    private static Seq<Draft> taken() {
        return WAYS.flatMap(way -> {
            Plot plain = used(way, "ld8 r40=[r36]").bundles(2).load("8010");
            return Vector.of(used(way, "ld8 r40=[r36]").balloon(0, 8, 1).load("8010").load("9010").owned(2).draft("balloon", "a page that was used is taken" + Changes.with(way), FLAG, plain),
                used(way, "ld8 r40=[r36]").balloon(0, 8, 1).bundles(1).draft("balloon", "a page that was used is taken, and used again" + Changes.with(way), FLAG, plain),
                used(way, "st8 [r37]=r35").balloon(0, 8, 1).bundles(1).draft("balloon", "a page that was used is taken, and stored to" + Changes.with(way), FLAG, plain),
                used(way, "ld8 r40=[r36]").balloon(0, 9, 23).bundles(2).load("8010").load("9010").draft("balloon", "the pages behind one that was used are taken" + Changes.with(way), FLAG, plain),
                used(way, "ld8 r40=[r36]").balloon(0, 8, 1).remap(0, 8, 201, 1).bundles(2).load("8010").draft("balloon", "a page that was used is taken, and gets another frame" + Changes.with(way), FLAG, plain),
                used(way, "ld8 r40=[r36]").balloon(0, 4, 1).load("8010").bundles(1).draft("balloon", "the page of the code is taken" + Changes.with(way), FLAG, plain),
                used(way, "ptc.e r0").balloon(0, 8, 1).bundles(1).load("8010").draft("balloon", "a page that was used is taken, and everything purged" + Changes.with(way), FLAG, plain));
        });
    }

    /// A frame goes from one guest to the other, with what it holds.
    private static Seq<Draft> shared() {
        Plot two = Plot.of(GuestBase.TWO).with("r36=8010").with(1, "r36=8010").code("st8 [r36]=r34", "ld8 r40=[r36]").code(1, "ld8 r40=[r36]").bundles(1);
        return Vector.of(
            two.balloon(0, 8, 1).remap(1, 8, 8, 1).switching(1).bundles(1).load("8010").owned(5).draft("remap", "a frame goes from one guest to the other", FLAG, two.switching(1).bundles(1).load("8010").owned(3)),
            two.switching(1).bundles(1).load("8010").owned(3).draft("remap", "no frame goes from one guest to the other", FLAG),
            two.balloon(0, 8, 1).remap(1, 8, 8, 1).load("8010").switching(1).load("8010").draft("remap", "a frame goes from one guest to the other, and the first one asks for it", FLAG),
            two.remap(1, 8, 8, 1).load("8010").switching(1).load("8010").relate(2, 4).bundles(1).draft("remap", "a frame gets shared", FLAG, two.load("8010").switching(1).load("8010").relate(1, 3).bundles(1)),
            two.load("8010").switching(1).load("8010").relate(1, 3).bundles(1).draft("remap", "no frame gets shared", FLAG),
            two.remap(1, 8, 8, 1).switching(1).balloon(0, 8, 1).bundles(1).switching(0).load("8010").draft("remap", "a frame gets shared, and is taken from the guest that does not run", FLAG),
            two.remap(1, 8, 300, 1).switching(1).bundles(1).load("8010").remap(1, 8, 72, 1).load("8010").relate(4, 6).draft("remap", "the memory of the guest that does not run moves", FLAG));
    }

    /// Parts of a large page that was used move.
    private static Seq<Draft> large() {
        return Vector.of(14, 16, 20).flatMap(size -> {
            Plot warm = PurgeDrafts.warm(size, true);
            long first = 0x100;
            long pages = 1L << size - 12;
            return Vector.of(first, first + pages / 2, first + pages - 1, first + pages).flatMap(page -> Vector.of(
                touching(warm.remap(0, page, 0x500, 1), size).draft("remap-piece", "page %d of a page of 2^%d that was used gets another frame".formatted(page - first, size), FLAG, touching(warm, size)),
                touching(warm.balloon(0, page, 1), size).draft("remap-piece", "page %d of a page of 2^%d that was used is taken".formatted(page - first, size), FLAG, touching(warm, size))))
                .append(touching(warm, size).draft("remap-piece", "a page of 2^%d that was used, and nothing moves".formatted(size), FLAG))
                .append(touching(warm.remap(0, first, 0x601, (int) pages), size).draft("remap-piece", "all of a page of 2^%d that was used moves to frames one off".formatted(size), FLAG, touching(warm, size)));
        });
    }

    private static Plot touching(Plot plot, int size) {
        return Vector.of(0L, (1L << size) / 2, (1L << size) - 0x1000).foldLeft(plot, (each, offset) -> each.load("%016x".formatted(0x2000000000100010L + offset)));
    }

    /// Registers of devices are read and written, whatever the guest believes of translation.
    private static Seq<Draft> devices() {
        Seq<String> texts = Vector.of("ld1 r40=[r36]", "ld2 r40=[r36]", "ld4 r40=[r36]", "ld8 r40=[r36]", "st1 [r36]=r34", "st2 [r36]=r34", "st4 [r36]=r34", "st8 [r36]=r34", "xchg8 r40=[r36],r34", "cmpxchg8.acq r40=[r36],r34,ar.ccv",
            "fetchadd8.acq r40=[r36],1", "ld8 r40=[r36],8", "st8 [r36]=r34,8", "ld8.s r40=[r36]", "ld8.acq r40=[r36]", "st8.rel [r36]=r34", "ldf8 f6=[r36]", "stf8 [r36]=f7", "lfetch [r36]");
        return WAYS.flatMap(way -> texts.flatMap(text -> {
            Plot plain = Plot.of(GuestBase.VIRTUAL).with("r36=8010 ar.ccv=4444").with(way).code("st8 [r36]=r35", text).bundles(2);
            return Vector.of(device(way, text).draft("device", "%s of a register%s".formatted(text, Changes.with(way)), "Device", plain).unlessFull(way.length() < 7 && text.length() % 4 != 0 || text.length() % 5 == 0),
                plain.draft("device", "%s of memory%s".formatted(text, Changes.with(way)), "Device", device(way, text)).unlessFull(way.equals("-") && text.length() % 3 == 0));
        })).appendAll(Vector.of("0", "1", "7").map(number -> Plot.of(GuestBase.TWO).mapping(0, map -> map.withDevice(10, 1, 2)).mapping(1, map -> map.withDevice(10, Integer.parseInt(number), 2)).with("r36=a010").with(1,
            "r36=a010").code("st8 [r36]=r34").code(1, "ld8 r40=[r36]").bundles(1).switching(1).bundles(1).load("a010")
            .draft("device", "the first guest writes a register of device 1, the second reads one of device " + number, "Device")));
    }

    private static Plot device(String way, String text) {
        return Plot.of(GuestBase.VIRTUAL).mapping(0, map -> map.withDevice(8, 1, 1).withDevice(9, 2, 2)).with("r36=8010 ar.ccv=4444 " + EMPTY).with(way).code("st8 [r36]=r35", text).bundles(2);
    }
}
