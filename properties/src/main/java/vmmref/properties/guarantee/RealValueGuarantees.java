package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Reals.VALUE_CLASSIFIED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import vmmref.model.real.ValueClass;
import vmmref.model.register.FloatingValue;
import vmmref.properties.arbitrary.RealCases;
import vmmref.spec.Reals;

/// What holds of the classes of floating-point values.
class RealValueGuarantees {
    private static final Map<RealKind, ValueClass> CLASSES = HashMap.<RealKind, ValueClass>of(RealKind.NATVAL, ValueClass.NATVAL, RealKind.UNSUPPORTED, ValueClass.UNSUPPORTED, RealKind.INFINITE, ValueClass.INFINITY,
            RealKind.SIGNALLING, ValueClass.SIGNALLING_NAN, RealKind.QUIET, ValueClass.QUIET_NAN, RealKind.ZERO, ValueClass.ZERO, RealKind.DENORMAL, ValueClass.DENORMAL)
        .put(RealKind.PSEUDO_DENORMAL, ValueClass.PSEUDO_DENORMAL).put(RealKind.PSEUDO_ZERO, ValueClass.PSEUDO_ZERO).put(RealKind.UNNORMAL, ValueClass.UNNORMAL).put(RealKind.NORMAL, ValueClass.NORMAL);

    @Guarantee
    @Label("the class of a value is what its digits say")
    @Reals.Checks(VALUE_CLASSIFIED)
    void classes(@ForAll("values") FloatingValue value) {
        RealKind kind = RealKind.of(value);
        assertEquals(CLASSES.get(kind).get(), observed(ValueClass.of(value), VALUE_CLASSIFIED), value::toString);
        Outcomes.label("kind").collect(kind).coverage(checker -> Vector.of(RealKind.values()).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Provide
    Arbitrary<FloatingValue> values() {
        return RealCases.values();
    }
}
