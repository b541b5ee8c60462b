/// A place where the model does not say what an independent source says.
package vmmref.vectors.fill;

import vmmref.vectors.format.Level;

/// `place` is a place of the vector, or `outcome`; `model` is `-` when the model says nothing of the place.
public record Disagreement(String id, String title, Level level, String source, String place, String typed, String model) {

    /// {@return whether the architecture permits anything here, so that neither is wrong}
    public boolean tolerated() {
        return level == Level.UNSPECIFIED;
    }

    /// {@return the disagreement as one line}
    public String text() {
        return "%s %s: %s says %s, the model says %s (%s)".formatted(id, place, source, typed, model, title);
    }
}
