package vmmref.properties.arbitrary.kernel;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Pattern;
import vmmref.properties.arbitrary.BundleText;

/// Lines of code of which two share a bundle wherever they may, so that a guest does less that is nothing.
final class Pairs {
    /// What has to be the last of its group, or takes effect with a stop only.
    private static final Pattern LAST = Pattern.compile("(it[cr]|pt[cr]|[rs]sm|mov (cr|rr|pkr|psr|dbr)).*");
    private static final Pattern REFERENCE = Pattern.compile("[@&]\\w+");
    private static final Function1<String, Boolean> SHARED = Function1.of((String pair) -> BundleText.isBundle(REFERENCE.matcher(pair).replaceAll("0x10"))).memoized();

    private Pairs() { }

    /// {@return the same lines with pairs of them}
    static Seq<String> of(Seq<String> lines) {
        return lines.foldLeft(Vector.<String>empty(), (paired, line) -> fits(paired, line) ? paired.dropRight(1).append(paired.last() + BundleText.STOP + line) : paired.append(line));
    }

    private static boolean fits(Seq<String> paired, String line) {
        return !paired.isEmpty() && !paired.last().endsWith(":") && !paired.last().contains(BundleText.STOP) && !line.endsWith(":") && !LAST.matcher(line).matches() && SHARED.apply(paired.last() + BundleText.STOP + line);
    }
}
