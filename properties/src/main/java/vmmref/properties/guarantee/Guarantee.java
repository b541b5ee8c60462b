package vmmref.properties.guarantee;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.AfterFailureMode;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.statistics.StatisticsReport;

/// A property of the specification: a thousand cases from a fixed seed, or a quarter of them (see [Sample]), each clause that it checks observed deciding at least one.
/// The generators mix boundaries in themselves; jqwik's own edge cases would crowd out rare forms.
@Tag("sampled")
@Property(tries = 1000, seed = "2026", afterFailure = AfterFailureMode.SAMPLE_FIRST, edgeCases = EdgeCasesMode.NONE)
@StatisticsReport(onFailureOnly = true)
@AddLifecycleHook(ObservedHook.class)
@AddLifecycleHook(SubjectHook.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Guarantee { }
