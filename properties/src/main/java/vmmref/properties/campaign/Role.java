package vmmref.properties.campaign;

/// What was found out about an argument of a failing case: the case was tried with other values of it.
///
/// @param parameter its name
/// @param tried     how many other values were tried
/// @param failing   how many of them fail, too
public record Role(String parameter, int tried, int failing) { }
