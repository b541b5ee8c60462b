package vmmref.vectors.baremetal;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.vmm.build.GroupPlaces;
import vmmref.vmm.build.Line;
import vmmref.vmm.build.Packed;
import vmmref.vmm.build.Packing;

/// Code as text: on each line an instruction as the GNU assembler writes it, with ` ;;` where its group ends; a label, `name:`; or `.at OFFSET`, hexadecimal. `@name` is the address of a label, or the distance to it in a branch.
final class Listing {
    private static final int BUNDLE = 16;
    private static final Pattern REFERENCE = Pattern.compile("@([a-z0-9_]+)");
    private static final Seq<Unit> UNITS = Vector.of(Unit.M, Unit.I, Unit.F, Unit.B, Unit.X);
    private static final Packing PACKING = new Packing(GroupPlaces.architected());
    private static final java.util.Map<String, Line> LINES = new ConcurrentHashMap<>();
    private static final java.util.Map<Seq<String>, Seq<Bundle>> PACKED = new ConcurrentHashMap<>();

    private final Seq<Block> blocks;

    /// What is packed by itself: control comes to its start only, and leaves it at its end.
    ///
    /// @param at     where it stands, if that is fixed
    /// @param labels of its start
    /// @param texts  its instructions
    private record Block(Option<Integer> at, Seq<String> labels, Seq<String> texts) {
        private Block with(String text) {
            return new Block(at, labels, texts.append(text));
        }

        private Block named(String label) {
            return new Block(at, labels.append(label), texts);
        }
    }

    /// Code in its place.
    ///
    /// @param labels  name -> address
    /// @param bundles address -> bundle
    record Placed(Map<String, Long> labels, Map<Long, Bundle> bundles) {
        long end() {
            return bundles.keySet().max().get() + BUNDLE;
        }
    }

    private Listing(Seq<Block> blocks) {
        this.blocks = blocks;
    }

    static Listing of(String text) {
        return new Listing(Vector.ofAll(text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()).foldLeft(Vector.<Block>empty(), Listing::and));
    }

    private static Vector<Block> and(Vector<Block> blocks, String line) {
        if (line.startsWith(".at "))                 return blocks.append(new Block(Option.some(Integer.parseInt(line.substring(4), 16)), Vector.empty(), Vector.empty()));
        boolean open = !blocks.isEmpty() && !isBranch(blocks.last().texts.lastOption().getOrElse(""));
        Block last = open ? blocks.last() : new Block(Option.none(), Vector.empty(), Vector.empty());
        Vector<Block> before = open ? blocks.init() : blocks;
        if (!line.endsWith(":"))                     return before.append(last.with(line));
        String label = line.substring(0, line.length() - 1);
        return last.texts.isEmpty() ? before.append(last.named(label)) : before.append(last).append(new Block(Option.none(), Vector.of(label), Vector.empty()));
    }

    private static boolean isBranch(String line) {
        return line.contains("br.") && line.contains("@");
    }

    /// {@return the code where it begins at an address}
    Placed at(long base) {
        Map<String, Long> labels = LinkedHashMap.empty();
        long at = base;
        Vector<Long> starts = Vector.empty();
        Vector<Seq<Bundle>> drafts = Vector.empty();
        for (Block block : blocks) {
            long start = block.at.map(offset -> base + offset).getOrElse(at);
            if (start < at) throw new IllegalStateException("the code before offset %x reaches beyond it, to %x".formatted(start - base, at - base));
            labels = block.labels.foldLeft(labels, (all, label) -> all.put(label, start));
            starts = starts.append(start);
            drafts = drafts.append(packed(block.texts.map(text -> REFERENCE.matcher(text).find() ? drafted(text) : text)));
            at = start + (long) BUNDLE * drafts.last().size();
        }
        Map<String, Long> known = labels;
        Map<Long, Bundle> bundles = LinkedHashMap.empty();
        for (int number = 0; number < blocks.size(); number++) {
            long start = starts.get(number);
            Seq<Bundle> whole = refers(blocks.get(number)) ? packed(blocks.get(number), start, drafts.get(number).size(), known) : drafts.get(number);
            for (int index = 0; index < whole.size(); index++) bundles = bundles.put(start + (long) BUNDLE * index, whole.get(index));
        }
        return new Placed(known, bundles);
    }

    private static boolean refers(Block block) {
        return block.texts.exists(text -> REFERENCE.matcher(text).find());
    }

    /// {@return the text with anything for its references}
    private static String drafted(String text) {
        return REFERENCE.matcher(text).replaceAll(isBranch(text) ? ".+0x0" : "0x0");
    }

    /// {@return the bundles of a block, so many; a branch stands in the last one}
    private static Seq<Bundle> packed(Block block, long start, int size, Map<String, Long> labels) {
        long from = start + (long) BUNDLE * (size - 1);
        return packed(block.texts.map(text -> REFERENCE.matcher(text).replaceAll(match -> {
            long target = labels.get(match.group(1)).getOrElseThrow(() -> new IllegalStateException("there is no label " + match.group(1)));
            return isBranch(text) ? target < from ? ".-" + Startup.hex(from - target) : ".+" + Startup.hex(target - from) : Startup.hex(target);
        })));
    }

    private static Seq<Bundle> packed(Seq<String> texts) {
        return PACKED.computeIfAbsent(texts, Listing::unpacked);
    }

    private static Seq<Bundle> unpacked(Seq<String> texts) {
        return switch (PACKING.pack(texts.map(text -> LINES.computeIfAbsent(text, Listing::line)))) {
            case Packed.Done done       -> done.bundles();
            case Packed.Refused refused -> throw new IllegalStateException(texts.mkString("\n") + ": " + refused.why());
        };
    }

    private static Line line(String text) {
        boolean stop = text.endsWith(";;");
        String plain = (stop ? text.substring(0, text.length() - 2) : text).strip();
        Instruction instruction = UNITS.flatMap(unit -> Assembler.architected().assemble(unit, plain) instanceof Assembled.Done done ? Option.some(done.instruction()) : Option.<Instruction>none())
            .headOption().getOrElseThrow(() -> new IllegalStateException("nothing is written \"" + plain + "\""));
        return new Line(instruction.form().unit(), instruction.encode(), stop || instruction.form().unit() == Unit.B);
    }
}
