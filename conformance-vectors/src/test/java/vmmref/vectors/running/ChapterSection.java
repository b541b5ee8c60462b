package vmmref.vectors.running;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What stands below a heading of the chapter on patched pages, and is written by a test.
record ChapterSection(String heading) {
    private static final Path CHAPTER = Path.of("..", "spec", "chapters", "21-patched-pages.md");

    /// Asserts that these lines stand there; `-Dvmmref.write=true` writes them.
    void assertHolds(Seq<String> lines) throws IOException {
        String today = lines.mkString("\n", "\n", "\n");
        if (Boolean.getBoolean("vmmref.write")) Files.writeString(CHAPTER, found().replaceFirst(Matcher.quoteReplacement(today)));
        Matcher found = found();
        assertTrue(found.find(), heading);
        assertEquals(today, found.group(), "write it with mvn -B verify -Dvmmref.write=true");
    }

    private Matcher found() throws IOException {
        return Pattern.compile("(?s)(?<=\n## " + Pattern.quote(heading) + "\n).*?(?=\n## |\\z)").matcher(Files.readString(CHAPTER));
    }
}
