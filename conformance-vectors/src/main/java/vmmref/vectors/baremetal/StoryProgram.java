package vmmref.vectors.baremetal;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.register.GeneralValue;

/// The instructions of a case of kind `xlate` as code: r8 receives what they read or answer, r14 counts those that are done. A break ends it.
///
/// @param lines     the code, as [Listing] reads it
/// @param operands  the general registers that hold operands
/// @param target    of a fetch, which is a branch to b6 or, if it comes first, the return to the case
/// @param insertion IFA and ITIR of the first insertion
record StoryProgram(Seq<String> lines, Map<Integer, GeneralValue> operands, Option<Long> target, Option<Inserted> insertion) {
    static final int RESULT = 8;
    static final int COUNT = 14;
    static final int TARGET = 6;
    /// What stores and exchanges write.
    static final long WRITTEN = 0x5a5b5c5d5e5f5051L;
    /// The break that ends a program, and bundles to which fetches lead.
    static final String END = "break.m %s ;;".formatted(Startup.hex(Plant.BREAK));

    private static final Seq<Integer> FREE = Vector.of(2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 15, 1);
    private static final StoryProgram NOTHING = new StoryProgram(Vector.empty(), LinkedHashMap.empty(), Option.none(), Option.none());

    /// The control registers that an insertion reads.
    record Inserted(long ifa, long itir) { }

    /// {@return the code of the list `do`, if there are registers enough}
    static Option<StoryProgram> of(Seq<ObjectNode> instructions) {
        StoryProgram program = instructions.zipWithIndex().foldLeft(NOTHING, (all, each) -> all.and(each._1, each._2));
        return Option.when(program.operands.size() <= FREE.size(), () -> program.target.isDefined() ? program : program.with(END));
    }

    /// {@return whether a fetch is all that it does}
    boolean isFetch() {
        return target.isDefined() && lines.size() == 1;
    }

    private StoryProgram and(ObjectNode instruction, int index) {
        String name = instruction.get("op").stringValue();
        if (name.equals("fetch")) return new StoryProgram(lines.append("br.cond.sptk.few b" + TARGET), operands, Option.some(word(instruction.get("ip"))), insertion);
        StoryProgram addressed = (instruction.has("ifa") ? inserting(word(instruction.get("ifa")), word(instruction.get("itir"))) : this).holding(instruction, "r3");
        StoryProgram prepared = addressed.holding(instruction, "r2");
        StoryProgram whole = isWriting(name) ? prepared.with(new GeneralValue(WRITTEN, isNat(instruction, "r2"))) : prepared;
        int level = instruction.has("r2") ? (int) word(instruction.get("r2")) & 3 : 0;
        StoryProgram done = whole.with(text(name, "r" + addressed.last(), "r" + whole.last(), level) + " ;;");
        return (isChange(name) ? done.with("srlz.d ;;").with("srlz.i ;;") : done).with("mov r" + COUNT + "=" + (index + 1) + " ;;");
    }

    private StoryProgram with(String line) {
        return new StoryProgram(lines.append(line), operands, target, insertion);
    }

    /// The first insertion finds its control registers as the case begins.
    private StoryProgram inserting(long ifa, long itir) {
        if (insertion.isEmpty()) return new StoryProgram(lines, operands, target, Option.some(new Inserted(ifa, itir)));
        StoryProgram first = with(GeneralValue.of(ifa));
        StoryProgram both = first.with(GeneralValue.of(itir));
        return both.with("mov cr.ifa=r" + first.last()).with("mov cr.itir=r" + both.last() + " ;;");
    }

    private StoryProgram holding(ObjectNode instruction, String name) {
        return instruction.has(name) ? with(new GeneralValue(word(instruction.get(name)), isNat(instruction, name))) : this;
    }

    private static boolean isNat(ObjectNode instruction, String name) {
        return instruction.has("nat") && instruction.get("nat").stringValue().contains(name);
    }

    private StoryProgram with(GeneralValue operand) {
        int register = operands.size() < FREE.size() ? FREE.get(operands.size()) : -operands.size();
        return new StoryProgram(lines, operands.put(register, operand), target, insertion);
    }

    private int last() {
        return operands.lastOption().map(each -> each._1).getOrElse(0);
    }

    private static long word(JsonNode text) {
        return Long.parseUnsignedLong(text.stringValue(), 16);
    }

    private static boolean isWriting(String name) {
        return name.startsWith("st") || name.startsWith("xchg") || name.startsWith("cmpxchg");
    }

    private static boolean isChange(String name) {
        return name.startsWith("it") || name.startsWith("pt") || name.startsWith("mov");
    }

    /// {@return the instruction as an assembler writes it}
    private static String text(String name, String r3, String r2, int level) {
        return switch (name) {
            case "lfetch", "lfetch.fault"                            -> name + " [" + r3 + "]";
            case "fc", "ptc.e"                                       -> name + " " + r3;
            case "tpa", "tak"                                        -> name + " r8=" + r3;
            case "probe.r", "probe.w"                                -> name + " r8=" + r3 + "," + r2;
            case "probe.r.fault", "probe.w.fault", "probe.rw.fault"  -> name + " " + r3 + ",0x" + level;
            case "ptc.l", "ptc.g", "ptc.ga", "ptr.i", "ptr.d"        -> name + " " + r3 + "," + r2;
            case "mov.rr"                                            -> "mov rr[" + r3 + "]=" + r2;
            case "mov.pkr"                                           -> "mov pkr[" + r3 + "]=" + r2;
            case "itc.i", "itc.d"                                    -> name + " " + r2;
            case "itr.i"                                             -> "itr.i itr[" + r3 + "]=" + r2;
            case "itr.d"                                             -> "itr.d dtr[" + r3 + "]=" + r2;
            default                                                  -> memory(name, r3, r2);
        };
    }

    private static String memory(String name, String r3, String r2) {
        if (name.startsWith("ld"))       return name + " r8=[" + r3 + "]";
        if (name.startsWith("st"))       return name + " [" + r3 + "]=" + r2;
        if (name.startsWith("xchg"))     return name + " r8=[" + r3 + "]," + r2;
        if (name.startsWith("cmpxchg"))  return name + ".acq r8=[" + r3 + "]," + r2 + ",ar.ccv";
        if (name.startsWith("fetchadd")) return name + ".acq r8=[" + r3 + "],1";
        throw new IllegalArgumentException("no instruction of this kind is called " + name);
    }
}
