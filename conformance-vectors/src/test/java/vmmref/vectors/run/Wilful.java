/// A third party's implementation in Java, which answers some cases, and throws or says nothing at others.
package vmmref.vectors.run;

import io.vavr.collection.HashMap;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Outcome;

public final class Wilful implements Implementation {

    @Override
    public Hello hello() {
        Hello any = Examples.hello(Examples.ITANIUM2);
        return new Hello(any.proto(), new Hello.Impl("wilful", "1", "Java", any.impl().issues()), any.kinds(), any.profile(), any.level(), any.observes(), 1, 2000);
    }

    @Override
    public Answer answer(Case given) {
        String bundle = given.in().path("decode").asString("");
        if (bundle.equals(Examples.reservedBundle(2))) throw new IllegalStateException("no such unit");
        if (bundle.equals(Examples.reservedBundle(3))) return null;
        if (bundle.equals(Examples.reservedBundle(4))) return answer(given);
        return new Answer.Observed(Outcome.MALFORMED, HashMap.empty());
    }
}
