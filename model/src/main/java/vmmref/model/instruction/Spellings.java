package vmmref.model.instruction;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Other spellings of instructions that assemblers accept and disassemblers print: pseudo-operations, optional parts, named constants.
/// Each is rewritten to the canonical spelling before the instruction is looked up.
final class Spellings {
    private record Spelling(Pattern pattern, Function<MatchResult, String> canonical) {
        String rewrite(String text) {
            return pattern.matcher(text).replaceAll(canonical);
        }
    }

    private static final Map<String, Integer> CLASSES = HashMap.ofEntries(
        Tuple.of("@nat", 0x100), Tuple.of("@qnan", 0x80), Tuple.of("@snan", 0x40),
        Tuple.of("@pos", 0x01), Tuple.of("@neg", 0x02), Tuple.of("@zero", 0x04),
        Tuple.of("@unorm", 0x08), Tuple.of("@norm", 0x10), Tuple.of("@inf", 0x20));

    private static final int SIGNS   = 0x03;
    private static final int NUMBERS = 0x3c;

    private static final Seq<Spelling> ALL = Vector.of(
        // moves and shifts that are other instructions with a constant operand
        simple("mov (r\\d+)=(r\\d+)", "adds $1=0,$2"),
        simple("mov (r\\d+)=(-?(?:0x[0-9a-f]+|\\d+))$", "addl $1=$2,r0"),
        counted("shl (r\\d+=r\\d+),(\\d{1,2})", "dep.z"),
        counted("shr (r\\d+=r\\d+),(\\d{1,2})", "extr"),
        counted("shr\\.u (r\\d+=r\\d+),(\\d{1,2})", "extr.u"),
        // multiply-add with a constant register
        simple("fadd(\\S*) (f\\d+=f\\d+),(f\\d+)", "fma$1 $2,f1,$3"),
        simple("fsub(\\S*) (f\\d+=f\\d+),(f\\d+)", "fms$1 $2,f1,$3"),
        simple("fmpy(\\S*) (f\\d+=f\\d+),(f\\d+)", "fma$1 $2,$3,f0"),
        simple("fnmpy(\\S*) (f\\d+=f\\d+),(f\\d+)", "fnma$1 $2,$3,f0"),
        simple("fpmpy(\\S*) (f\\d+=f\\d+),(f\\d+)", "fpma$1 $2,$3,f0"),
        simple("fpnmpy(\\S*) (f\\d+=f\\d+),(f\\d+)", "fpnma$1 $2,$3,f0"),
        simple("fnorm(\\S*) (f\\d+=f\\d+)", "fma$1 $2,f1,f0"),
        simple("xmpy\\.(lu|l) (f\\d+=f\\d+),(f\\d+)", "xma.l $2,$3,f0"),
        simple("xmpy\\.(hu|h) (f\\d+=f\\d+),(f\\d+)", "xma.$1 $2,$3,f0"),
        simple("(fabs) (f\\d+)=(f\\d+)", "fmerge.s $2=f0,$3"),
        simple("(fneg) (f\\d+)=(f\\d+)", "fmerge.ns $2=$3,$3"),
        simple("(fnegabs) (f\\d+)=(f\\d+)", "fmerge.ns $2=f0,$3"),
        simple("(mov) (f\\d+)=(f\\d+)", "fmerge.s $2=$3,$3"),
        simple("(fpabs) (f\\d+)=(f\\d+)", "fpmerge.s $2=f0,$3"),
        simple("(fpneg) (f\\d+)=(f\\d+)", "fpmerge.ns $2=$3,$3"),
        simple("(fpnegabs) (f\\d+)=(f\\d+)", "fpmerge.ns $2=f0,$3"),
        simple("fcvt\\.xuf(\\S*) (f\\d+=f\\d+)", "fma$1 $2,f1,f0"),
        simple("xma\\.lu (\\S+)", "xma.l $1"),
        // relations that are another one of the sources, or of the targets, the other way round
        simple("fcmp\\.gt(\\S*) (\\S+)=(f\\d+),(f\\d+)", "fcmp.lt$1 $2=$4,$3"),
        simple("fcmp\\.ge(\\S*) (\\S+)=(f\\d+),(f\\d+)", "fcmp.le$1 $2=$4,$3"),
        simple("fcmp\\.n(eq|lt|le)(\\S*) (p\\d+),(p\\d+)=(\\S+)", "fcmp.$1$2 $4,$3=$5"),
        simple("fcmp\\.ord(\\S*) (p\\d+),(p\\d+)=(\\S+)", "fcmp.unord$1 $3,$2=$4"),
        simple("fcmp\\.ngt(\\S*) (p\\d+),(p\\d+)=(f\\d+),(f\\d+)", "fcmp.lt$1 $3,$2=$5,$4"),
        simple("fcmp\\.nge(\\S*) (p\\d+),(p\\d+)=(f\\d+),(f\\d+)", "fcmp.le$1 $3,$2=$5,$4"),
        simple("fclass\\.nm(\\S*) (p\\d+),(p\\d+)=(\\S+)", "fclass.m$1 $3,$2=$4"),
        simple("fpcmp\\.(n?)gt(\\S*) (\\S+)=(f\\d+),(f\\d+)", "fpcmp.$1lt$2 $3=$5,$4"),
        simple("fpcmp\\.(n?)ge(\\S*) (\\S+)=(f\\d+),(f\\d+)", "fpcmp.$1le$2 $3=$5,$4"),
        // branches without condition
        simple("(brl?)\\.(few|many)(\\S*) ", "$1.cond.sptk.$2$3 "),
        // parts that may be left out or written otherwise
        new Spelling(Pattern.compile("([ ,=])\\.(?=,|$)"), match -> match.group(1) + ".+0x0"),
        new Spelling(Pattern.compile("^(alloc r\\d+=ar\\.pfs),(\\d{1,3}),(\\d{1,3}),(\\d{1,3}),(\\d{1,3})$"), Spellings::frame),
        new Spelling(Pattern.compile("^(hint\\.[mifbx]) @pause$"), match -> match.group(1) + " 0x0"),
        new Spelling(Pattern.compile("^(fclass\\S* \\S+,)(@[a-z@|]+)$"), match -> match.group(1) + floatingClass(match.group(2))),
        new Spelling(Pattern.compile("^(mov pr=r\\d+,)(-?(?:0x[0-9a-f]+|\\d+))$"), match -> match.group(1) + Assembler.number(match.group(2)).map(Spellings::mask17).getOrElse(match.group(2))));

    private Spellings() { }

    /// {@return the canonical spelling of a text without predicate, or the text itself}
    static String canonical(String text) {
        return ALL.foldLeft(text, (rewritten, spelling) -> spelling.rewrite(rewritten));
    }

    private static Spelling simple(String pattern, String canonical) {
        return new Spelling(Pattern.compile("(?<![a-z.])" + pattern), match -> expanded(canonical, match));
    }

    private static String expanded(String canonical, MatchResult match) {
        String text = canonical;
        for (int group = 1; group <= match.groupCount(); group++) text = text.replace("$" + group, match.group(group));
        return text;
    }

    /// A shift by a constant is a deposit or extract of the bits that remain.
    private static Spelling counted(String pattern, String mnemonic) {
        return new Spelling(Pattern.compile("^" + pattern + "$"), match -> {
            long count = Long.parseLong(match.group(2));
            return mnemonic + " " + match.group(1) + "," + count + "," + (64 - count);
        });
    }

    /// A frame is written as inputs, locals, outputs and rotating registers; it is encoded as all of them, inputs and locals, and rotating ones.
    private static String frame(MatchResult match) {
        int inputsAndLocals = Integer.parseInt(match.group(2)) + Integer.parseInt(match.group(3));
        return match.group(1) + "," + (inputsAndLocals + Integer.parseInt(match.group(4))) + "," + inputsAndLocals + "," + match.group(5);
    }

    private static String floatingClass(String names) {
        return Option.sequence(Vector.of(names.split("\\|")).map(CLASSES::get))
            .map(classes -> "0x" + Integer.toHexString(signed(classes.reduce((one, other) -> one | other))))
            .getOrElse(names);
    }

    /// Classes of numbers that are named without a sign are of both signs.
    private static int signed(int classes) {
        return (classes & NUMBERS) != 0 && (classes & SIGNS) == 0 ? classes | SIGNS : classes;
    }

    /// The mask has 17 bits, of which bit 0 is always 0; it may be written without its sign, and with bit 0.
    private static String mask17(long number) {
        long value = number & ~1L;
        return "0x" + Long.toHexString(value >>> 17 == 0 ? value << 47 >> 47 : value);
    }
}
