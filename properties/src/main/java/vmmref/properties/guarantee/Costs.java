package vmmref.properties.guarantee;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How many ordinary cases one case of a guarantee costs, roughly: campaigns execute so many fewer.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Costs {
    /// A power of two up to 64.
    int value();
}
