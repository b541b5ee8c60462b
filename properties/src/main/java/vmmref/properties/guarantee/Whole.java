package vmmref.properties.guarantee;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A test that is no part of the sample that `mvn verify` takes: `mvn verify -Dvmmref.whole=true -Dgroups=sampled`, which `.ci/run` runs, does it.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("sampled")
@EnabledIfSystemProperty(named = "vmmref.whole", matches = "true", disabledReason = "it takes long: -Dvmmref.whole=true runs it")
public @interface Whole { }
