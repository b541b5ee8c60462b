/// Guests and what happens to them, under a monitor that takes registers in some way, as cases are made of it.
package vmmref.vectors.scratch;

import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.Locale;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.vmm.Plot;

record Story(Plot plot, Taking taking) {
    static final String FLAG = "ScratchRegisters";
    /// Each register of the set holds this while a guest is inside.
    static final String JUNK = "1:0abcd:5eed5eed5eed5eed";
    static final String NATVAL = "0:1fffe:0000000000000000";
    static final Taking FAULTS = Taking.ALL.leaving(JUNK).seeing(LinkedHashSet.of(Taking.Sign.PRIVILEGED), Taking.ALL.exits());

    Stimulus stimulus() {
        return in(plot.stimulus(), taking);
    }

    private static Stimulus in(Stimulus plain, Taking taking) {
        return new Stimulus(plain.base(), plain.pre(), taking.in(plain.in()), plain.ask());
    }

    Draft draft(String topic, String title) {
        return plot.draft(topic, title, FLAG).with(stimulus());
    }

    Draft draft(String topic, String title, Story near) {
        return draft(topic, title).nearTo(near.stimulus());
    }

    /// {@return a draft of kind `vmm` that was typed, under a monitor that takes registers}
    ///
    /// @param words `set=f32..f127`, `leaves=VALUE`, `entries=privileged`, `exits=decrease`; `-` for a monitor that takes f32 to f127 and sees all that the chapter names
    static Draft typed(String words, Draft draft) {
        Taking taking = words.equals("-") ? Taking.ALL : Vector.of(words.split(" ")).foldLeft(Taking.ALL, Story::said);
        return draft.with(in(draft.stimulus(), taking));
    }

    private static Taking said(Taking taking, String word) {
        String value = word.substring(word.indexOf('=') + 1);
        return switch (word.substring(0, word.indexOf('='))) {
            case "set"     -> taking.of(Integer.parseInt(value.substring(1, value.indexOf('.'))), Integer.parseInt(value.substring(value.lastIndexOf('f') + 1)));
            case "leaves"  -> taking.leaving(value);
            case "entries" -> taking.seeing(signs(value), taking.exits());
            case "exits"   -> taking.seeing(taking.entries(), signs(value));
            default        -> throw new IllegalStateException("nothing is called " + word);
        };
    }

    private static Set<Taking.Sign> signs(String names) {
        return LinkedHashSet.of(names.split(",")).map(name -> Taking.Sign.valueOf(name.toUpperCase(Locale.ROOT)));
    }
}
