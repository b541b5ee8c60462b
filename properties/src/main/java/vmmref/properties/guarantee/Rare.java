package vmmref.properties.guarantee;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Some of what a property promises to see is so rare that it always takes all its cases.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Rare { }
