package vmmref.properties.partition;

import vmmref.properties.alloy.Facts;

/// A state, and the event that comes next.
///
/// @param state   before it
/// @param event   with its arguments
/// @param refused whether it may not happen
record Moment(Facts state, Facts event, boolean refused) {

    /// {@return what happens, such as `Start refused`}
    String happening() {
        return event.of("Now.event").mkString() + (refused ? " refused" : " performed");
    }

    String text() {
        return happening() + ": " + event.text() + "\nin " + state.text();
    }
}
