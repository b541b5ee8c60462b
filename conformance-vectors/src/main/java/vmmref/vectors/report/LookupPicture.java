/// The way of a reference as a drawing: how its address is split, what it meets, and how the physical address is put together.
package vmmref.vectors.report;

import static vmmref.vectors.report.LookupStrokes.at;
import static vmmref.vectors.report.LookupStrokes.cell;
import static vmmref.vectors.report.LookupStrokes.hexadecimal;
import static vmmref.vectors.report.LookupStrokes.line;
import static vmmref.vectors.report.LookupStrokes.pierced;
import static vmmref.vectors.report.LookupStrokes.plain;
import static vmmref.vectors.report.LookupStrokes.ruled;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import org.apache.commons.lang3.StringUtils;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegionRegister;
import vmmref.model.translate.Reference;

/// Where no physical address is reached, the drawing ends with what comes instead.
///
/// @param met       the entries that match
/// @param reached   the physical address that is reached, if one is
/// @param end       what comes of the reference, in few words
/// @param attribute of the memory that is reached; empty if none is
record LookupPicture(Addressing machine, Reference reference, Seq<LookupEntries.Row> met, Option<PhysicalAddress> reached, String end, String attribute) {

    private static final int WIDTH  = 69;
    private static final int REGION = 10;
    private static final int LEAST_OFFSET = 15;
    private static final int REGION_STEM  = 5;
    private static final int PAGE_STEM    = 34;
    private static final int BIT      = 5;
    private static final int BIT_STEM = 2;
    private static final int LEAST_PAGE = 12;

    /// {@return the drawing of a reference that is translated}
    String translated() {
        return split() + selected() + found() + reached.map(this::composed).getOrElse(this::otherwise);
    }

    private String split() {
        return line("", "┌" + ruled("63:61", REGION) + "┬" + ruled("60:" + size().log2(), page()) + "┬" + ruled(size().log2() - 1 + ":0", offset()) + "┐")
            + line("va", "│" + cell("region " + address().region(), REGION) + "│" + cell(pageText(), page()) + "│" + cell(offsetText(), offset()) + "│")
            + line("", "└" + pierced(REGION, REGION_STEM - 1) + "┴" + pierced(page(), PAGE_STEM - REGION - 2) + "┴"
                + (reached.isDefined() ? pierced(offset(), offset() / 2) : plain(offset())) + "┘");
    }

    private String selected() {
        return beside(List.of(Tuple.of(REGION_STEM, "▼"), Tuple.of(PAGE_STEM, "│")))
            + beside(List.of(Tuple.of(0, "rr%d: rid %s, prefers %s".formatted(address().region(), LookupWords.identifier(register().identifier()), register().preferredSize())), Tuple.of(PAGE_STEM, "│")))
            + beside(List.of(Tuple.of(REGION_STEM, "▼"), Tuple.of(PAGE_STEM, "▼")));
    }

    private String found() {
        return beside(List.of(Tuple.of(0, "┌" + plain(both()) + "┐")))
            + foundTexts().map(text -> beside(List.of(Tuple.of(0, "│" + cell(StringUtils.abbreviate(text, "…", both() - 2), both()) + "│")))).mkString()
            + beside(List.of(Tuple.of(0, "└" + pierced(both(), PAGE_STEM - 1) + "┘")));
    }

    private String composed(PhysicalAddress address) {
        return at(List.of(Tuple.of(PAGE_STEM, "▼"), Tuple.of(offsetStem(), "▼")))
            + line("", "┌" + ruled("62:" + size().log2(), both()) + "┬" + ruled(size().log2() - 1 + ":0", offset()) + "┐")
            + line("pa", "│" + cell("frame " + hexadecimal(address.bits() >>> size().log2(), 63 - size().log2()), both()) + "│" + cell(offsetText(), offset()) + "│")
            + line("", "└" + plain(both()) + "┴" + plain(offset()) + "┘");
    }

    private String otherwise() {
        return at(List.of(Tuple.of(PAGE_STEM, "▼"))) + at(List.of(Tuple.of(PAGE_STEM, end)));
    }

    /// Some texts, beside the offset on its way down.
    private String beside(Seq<Tuple2<Integer, String>> texts) {
        return at(texts.appendAll(reached.toList().map(address -> Tuple.of(offsetStem(), "│"))));
    }

    /// {@return the drawing of a reference that is not translated, and the reason}
    String physical(String reason) {
        int rest = WIDTH - BIT - 1;
        return line("", "┌" + ruled("63", BIT) + "┬" + ruled("62:0", rest) + "┐")
            + line("va", "│" + cell(address().bits() < 0 ? "1" : "0", BIT) + "│" + cell(hexadecimal(address().bits() & Long.MAX_VALUE, 63), rest) + "│")
            + line("", "└" + pierced(BIT, BIT_STEM - 1) + "┴" + pierced(rest, PAGE_STEM - BIT - 2) + "┘")
            + at(List.of(Tuple.of(BIT_STEM, "▼"), Tuple.of(PAGE_STEM, "▼   " + reason)))
            + at(List.of(Tuple.of(BIT_STEM, attribute), Tuple.of(PAGE_STEM, reached.map(address -> "pa " + address).getOrElse(end))));
    }

    private VirtualAddress address() {
        return reference.address();
    }

    private RegionRegister register() {
        return machine.regions().of(address());
    }

    /// The size of the page that was found; otherwise that which the region prefers, or the least.
    private PageSize size() {
        return Option.when(met.size() == 1, () -> met.head().translation().size())
            .getOrElse(() -> new PageSize(Math.clamp(register().preferredSize().log2(), LEAST_PAGE, VirtualAddress.OFFSET_WIDTH - 1)));
    }

    private String pageText() {
        return "page " + hexadecimal(address().offset() >>> size().log2(), VirtualAddress.OFFSET_WIDTH - size().log2()) + (met.size() == 1 ? "" : " (if it has %s)".formatted(size()));
    }

    private String offsetText() {
        return "offset " + hexadecimal(address().bits() & size().mask(), size().log2());
    }

    private Seq<String> foundTexts() {
        return switch (met.size()) {
            case 0  -> List.of("nothing in the %s matches".formatted(LookupWords.title(reference.type().stream())));
            case 1  -> met.head().told();
            default -> List.of(met.map(LookupEntries.Row::name).mkString(", ") + " match");
        };
    }

    private int offset() {
        return Math.max(LEAST_OFFSET, offsetText().length() + 2);
    }

    private int page() {
        return both() - REGION - 1;
    }

    /// The width of region and page together.
    private int both() {
        return WIDTH - offset() - 1;
    }

    private int offsetStem() {
        return both() + 2 + offset() / 2;
    }
}
