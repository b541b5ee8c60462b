package vmmref.properties.arbitrary;

import vmmref.model.register.FloatingValue;

/// A numerator and a denominator.
///
/// @param limit   which limit their exponents are at
/// @param outside whether they are beyond it
/// @param f2      the numerator
/// @param f3      the denominator
public record RealQuotient(Limit limit, boolean outside, FloatingValue f2, FloatingValue f3) {
    /// What software looks at before it refines an approximation.
    public enum Limit { NONE, LEAST_DENOMINATOR, GREATEST_DENOMINATOR, LEAST_NUMERATOR, LEAST_DIFFERENCE, GREATEST_DIFFERENCE }
}
