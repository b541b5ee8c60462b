package vmmref.vmm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vmmref.model.protect.Access;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;

/// The pictures of the chapters on first accesses and on scratch registers are what the code does.
class StateDiagramsTest {
    private static final Path CHAPTERS = Path.of("..", "spec", "chapters");
    private static final Pattern FENCE = Pattern.compile("(?s)```mermaid\n(.*?)```");
    private static final Seq<Access> ACCESSES = Vector.of(Access.READ, Access.WRITE, Access.EXECUTE);

    /// {@return the picture with an arrow for each pair of states between which something leads, labelled with all that does}
    private static String drawn(String first, Seq<Tuple2<String, String>> steps) {
        return steps.map(Tuple2::_1).distinct().map(arrow -> "    " + arrow + ": " + steps.filter(step -> step._1.equals(arrow)).map(Tuple2::_2).mkString(", ")).prepend("    [*] --> " + first).prepend("stateDiagram-v2").mkString("", "\n", "\n");
    }

    private static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Seq<Tuple2<String, String>> steps(PageState state, Access access, boolean own) {
        String name = text(access) + (own ? " by itself" : "");
        Tuple2<String, String> stays = Tuple.of(text(state) + " --> " + text(state), name + " (emulated)");
        return switch (Transition.of(state, access, own)) {
            case NONE     -> Vector.of(Tuple.of(text(state) + " --> " + text(state), name));
            case TO_DATA  -> Vector.of(Tuple.of(text(state) + " --> data", name));
            case TO_CODE  -> Vector.of(Tuple.of(text(state) + " --> code", name + " if nothing is found"), Tuple.of(text(state) + " --> patched", name + " if something is found"));
            case EMULATED -> Vector.of(stays);
        };
    }

    private static Seq<Tuple2<String, String>> steps(PageState state) {
        return ACCESSES.flatMap(access -> steps(state, access, false).appendAll(Transition.of(state, access, true) == Transition.of(state, access, false) || state == PageState.UNSEEN ? Vector.empty() : steps(state, access, true)));
    }

    private static Seq<Tuple2<String, String>> steps(Presence presence) {
        return Vector.of(Passage.ENTRY, Passage.EXIT).map(passage -> {
            Presence.Move move = presence.on(passage);
            return Tuple.of(text(presence) + " --> " + text(move.next()), text(passage) + (move.action() == Presence.Action.NOTHING ? "" : " / " + text(move.action())));
        });
    }

    private static void assertDrawn(String chapter, String drawn) throws IOException {
        Path file = CHAPTERS.resolve(chapter);
        String text = Files.readString(file);
        if (Boolean.getBoolean("vmmref.write")) Files.writeString(file, FENCE.matcher(text).replaceFirst(Matcher.quoteReplacement("```mermaid\n" + drawn + "```")));
        assertEquals(drawn, FENCE.matcher(Files.readString(file)).results().findFirst().orElseThrow().group(1), "write it with mvn -B verify -Dvmmref.write=true");
    }

    @Test
    void pagesMoveAsDrawn() throws IOException {
        assertDrawn("19-first-accesses.md", drawn("unseen", Vector.of(PageState.values()).flatMap(StateDiagramsTest::steps)));
    }

    @Test
    void setsMoveAsDrawn() throws IOException {
        assertDrawn("20-scratch-registers.md", drawn("outside", Vector.of(Presence.values()).flatMap(StateDiagramsTest::steps)));
    }
}
