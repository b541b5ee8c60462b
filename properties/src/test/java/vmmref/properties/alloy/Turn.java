package vmmref.properties.alloy;

/// A state, the event that comes next, and what is said to come of it.
///
/// @param state   before it
/// @param event   with its arguments
/// @param outcome besides the state after it
public record Turn(Facts state, Facts event, Facts outcome) {

    String text() {
        return event.text() + "; outcome: " + outcome.text() + "\nin " + state.text();
    }
}
