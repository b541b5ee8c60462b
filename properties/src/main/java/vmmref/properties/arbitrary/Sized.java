package vmmref.properties.arbitrary;

/// What is made of instructions.
public interface Sized {
    /// {@return how many instructions a case has beyond what every case of its kind has; those that do nothing and only fill a bundle are not counted}
    int instructions();
}
