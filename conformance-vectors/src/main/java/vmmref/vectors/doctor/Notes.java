/// What was noticed beside the answers, over all sittings.
package vmmref.vectors.doctor;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.StringUtils;
import vmmref.vectors.run.Breach;

/// Kept for the end, when it can be said once.
final class Notes {

    private static final int SHOWN = 120;

    private final List<Breach> noise = new ArrayList<>();
    private final StringBuilder said = new StringBuilder();

    void noise(Breach breach) {
        noise.add(breach);
    }

    int count() {
        return noise.size();
    }

    /// Leaves out what came after the first so many.
    void forget(int first) {
        noise.subList(first, noise.size()).clear();
    }

    void said(String onStandardError) {
        said.append(onStandardError);
    }

    Diagnosis output() {
        return noise.isEmpty()
            ? Diagnosis.ok("output", "every line on standard output is an answer")
            : Diagnosis.wrong("output", "%,d %s on standard output cannot be used; %s".formatted(noise.size(), noise.size() == 1 ? "line" : "lines", noise.getFirst().seen()), noise.getFirst().remedy());
    }

    Diagnosis stderr() {
        String text = StringUtils.abbreviate(said.toString().strip().lines().findFirst().orElse(""), SHOWN);
        return Diagnosis.ok("stderr", text.isEmpty() ? "silent; what it says there is attached to the case in flight" : "it says, among others: %s; that is attached to the case in flight".formatted(text));
    }
}
