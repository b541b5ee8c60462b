/// What the doctor says in one respect.
package vmmref.vectors.doctor;

import io.vavr.control.Option;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.format.Json;

/// `respect` is what was looked at, `seen` what was found, `remedy` an imperative for what is not right.
public record Diagnosis(String respect, State state, String seen, Option<String> remedy) {

    /// How good or bad it is. A warning costs time or vectors; what is wrong costs verdicts.
    public enum State {
        OK, WARNING, WRONG;

        /// {@return the word in reports}
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Diagnosis ok(String respect, String seen) {
        return new Diagnosis(respect, State.OK, seen, Option.none());
    }

    static Diagnosis warning(String respect, String seen, String remedy) {
        return new Diagnosis(respect, State.WARNING, seen, Option.some(remedy));
    }

    static Diagnosis wrong(String respect, String seen, String remedy) {
        return new Diagnosis(respect, State.WRONG, seen, Option.some(remedy));
    }

    boolean isWrong() {
        return state == State.WRONG;
    }

    /// {@return the diagnosis as an object}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("respect", respect).put("state", state.word()).put("seen", seen);
        remedy.forEach(what -> json.put("remedy", what));
        return json;
    }
}
