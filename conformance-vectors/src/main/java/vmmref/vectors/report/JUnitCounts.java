/// The numbers that stand at the head of a suite.
package vmmref.vectors.report;

import java.io.IOException;
import java.util.Locale;
import vmmref.vectors.run.Verdict;

/// Waived is skipped here: it is neither right nor news.
record JUnitCounts(int tests, int failures, int errors, int skipped, double seconds) {

    static final JUnitCounts NONE = new JUnitCounts(0, 0, 0, 0, 0);

    /// {@return the counts of one case}
    static JUnitCounts of(Verdict verdict, double seconds) {
        return switch (verdict) {
            case PASS                                        -> new JUnitCounts(1, 0, 0, 0, seconds);
            case FAIL                                        -> new JUnitCounts(1, 1, 0, 0, seconds);
            case ERROR, CRASH, TIMEOUT                       -> new JUnitCounts(1, 0, 1, 0, seconds);
            case UNSUPPORTED, INEXPRESSIBLE, WAIVED, REVOKED -> new JUnitCounts(1, 0, 0, 1, seconds);
        };
    }

    JUnitCounts plus(JUnitCounts more) {
        return new JUnitCounts(tests + more.tests, failures + more.failures, errors + more.errors, skipped + more.skipped, seconds + more.seconds);
    }

    /// Writes them as attributes.
    void write(Xml xml) throws IOException {
        xml.attribute("tests", tests).attribute("failures", failures).attribute("errors", errors).attribute("skipped", skipped).attribute("time", time(seconds));
    }

    /// {@return seconds as an attribute has them}
    static String time(double seconds) {
        return String.format(Locale.ROOT, "%.6f", seconds);
    }
}
