/// A machine that goes on for a while.
package vmmref.vectors.machine;

import io.vavr.collection.Set;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.xlate.Told;
import vmmref.vectors.xlate.Ways;

public interface Going {
    /// {@return the same on a machine with so many protection-key registers}
    Going with(int keyRegisters);

    /// {@return what is told of it when an implementation takes some freedoms}
    Told told(Step step, Choice choice);

    /// {@return the same without the clauses that decided}
    Told seen(Step step, Choice choice);

    /// {@return the places that may change without being expected, whichever freedom an implementation takes}
    Set<String> open(Step step);

    /// {@return what comes of it, with an alternative for each way that freedoms lead to}
    default Expectation expectation(Step step) {
        return Ways.expectation(choice -> seen(step, choice), choice -> told(step, choice));
    }

    /// {@return what comes of it when an implementation takes some freedoms, without the clauses that decided}
    default Expectation under(Step step, Choice choice) {
        return seen(step, choice).expectation();
    }
}
