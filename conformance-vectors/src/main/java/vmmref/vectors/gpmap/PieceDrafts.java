/// Pages of all sizes over frames that lie in all manners: the first, the last and middle bytes, alone and after a reference to a neighbour.
package vmmref.vectors.gpmap;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

final class PieceDrafts {
    private static final Seq<Integer> SIZES = Vector.of(12, 13, 14, 16, 18, 20, 22, 24, 26, 28);
    private static final Seq<ReferenceType> TYPES = Vector.of(ReferenceType.LOAD, ReferenceType.FETCH, ReferenceType.STORE);
    /// The page of the guest, and its number in the guest's memory.
    private static final long PAGE = 0x2000000030000000L;
    private static final long GUEST = 0x50000;
    private static final int FRAME = 0x20000;
    private static final int BYTES = 1 << 12;
    /// The sizes of which most is for tier core.
    private static final int SMALL = 13;
    private static final int MIDDLE = 16;

    /// How the frames behind a page lie.
    ///
    /// @param where the pages that are interesting there, counted from the first one of the page; the map has nothing before and behind unless it says so
    private record Layout(String said, NamedMap map, Seq<Long> where) { }

    private PieceDrafts() { }

    static Seq<Draft> all() {
        return SIZES.flatMap(size -> layouts(1L << size - 12).zipWithIndex().flatMap(layout -> of(size, layout._1, layout._2)));
    }

    private static Seq<Layout> layouts(long pages) {
        int count = (int) pages;
        NamedMap whole = NamedMap.EMPTY.with(GUEST, FRAME, count);
        Seq<Layout> any = Vector.of(
            new Layout("in frames that follow each other", whole, Vector.of(0L, pages / 2, pages - 1).distinct()),
            new Layout("in frames that begin one frame off", NamedMap.EMPTY.with(GUEST, FRAME + 1, count), Vector.of(0L, pages / 2, pages - 1).distinct()),
            new Layout("in the middle of frames that follow each other", NamedMap.EMPTY.with(GUEST - 1, FRAME - 1, count + 2), Vector.of(0L, pages - 1).distinct()));
        return pages == 1 ? any : any.appendAll(Vector.of(
            new Layout("of which the first page has no frame", whole.without(GUEST, 1), Vector.of(0L, 1L, pages - 1).distinct()),
            new Layout("of which the last page has no frame", whole.without(GUEST + pages - 1, 1), Vector.of(0L, pages - 2, pages - 1).distinct()),
            new Layout("of which a page in the middle has no frame", whole.without(GUEST + pages / 2, 1), Vector.of(pages / 2 - 1, pages / 2, Math.min(pages / 2 + 1, pages - 1)).distinct()),
            new Layout("of which the halves are exchanged", NamedMap.EMPTY.with(GUEST, FRAME + count / 2, count / 2).with(GUEST + pages / 2, FRAME, count / 2), Vector.of(0L, pages / 2 - 1, pages / 2, pages - 1).distinct()),
            new Layout("of which a page in the middle lies elsewhere", whole.with(GUEST + pages / 2, 7, 1), Vector.of(pages / 2 - 1, pages / 2, Math.min(pages / 2 + 1, pages - 1)).distinct()),
            new Layout("of which a page in the middle is a device", whole.withDevice(GUEST + pages / 2, 2, 1), Vector.of(pages / 2 - 1, pages / 2).distinct()),
            new Layout("whose second half begins one frame later", NamedMap.EMPTY.with(GUEST, FRAME, count / 2).with(GUEST + pages / 2, FRAME + count / 2 + 1, count / 2), Vector.of(pages / 2 - 1, pages / 2, pages - 1).distinct())));
    }

    /// Each of the pages alone, and after a reference to each other one, which may have brought more than its own page; the kinds of references take turns.
    private static Seq<Draft> of(int size, Layout layout, int number) {
        Referring page = Cases.mapped(new VirtualAddress(PAGE), new PageSize(size), Scene.ENTRY.with(49, 12, GUEST), layout.map);
        Seq<Referring> singles = layout.where.zipWithIndex().map(where -> page.asking(Cases.reference(TYPES.get((number + where._2) % TYPES.size()), PAGE + where._1 * BYTES + (where._2 % 2 == 0 ? 0 : BYTES - 16))));
        Seq<Draft> alone = singles.zipWithIndex().map(single -> draft(size, layout, "%s of page %d".formatted(GuestOp.name(single._1.references().head()), layout.where.get(single._2)), single._1, Option.some(singles.get((single._2 + 1) % singles.size()))));
        Seq<Draft> after = layout.where.flatMap(first -> layout.where.filter(other -> !other.equals(first)).map(other -> {
            ReferenceType type = TYPES.get((int) (number + first + other) % 2);
            return draft(size, layout, "%s of page %d after one of page %d".formatted(RightsDrafts.name(type), other, first), page.asking(Cases.reference(type, PAGE + first * BYTES + 0x10), Cases.reference(type, PAGE + other * BYTES + 0x20)),
                Option.some(page.asking(Cases.reference(type, PAGE + other * BYTES + 0x10), Cases.reference(type, PAGE + first * BYTES + 0x20))));
        }));
        return alone.appendAll(after).zipWithIndex((draft, index) -> draft.unlessFull(size == SMALL || size == MIDDLE && index % 3 == 0 || (size + number + index) % 12 == 0));
    }

    private static Draft draft(int size, Layout layout, String asked, Referring referring, Option<Referring> near) {
        Draft draft = Cases.draft("pieces", "a page of %s %s: %s".formatted(new PageSize(size), layout.said, asked), "GuestPieces", referring);
        return near.map(other -> draft.nearTo(other.stimulus())).getOrElse(draft);
    }
}
