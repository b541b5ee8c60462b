package vmmref.properties.arbitrary;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The page about the generators: text that people write, and in its sections of level three tables that are measured.
///
/// @param text Markdown
record GeneratorsPage(String text) {
    private static final int CASES = 20_000;
    private static final long SEED = 2026;
    private static final Pattern HEADING = Pattern.compile("### `(.*)`");
    private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    /// {@return the names that its sections have}
    Seq<String> names() {
        return Vector.ofAll(text.lines().toList()).map(HEADING::matcher).filter(Matcher::matches).map(heading -> heading.group(1));
    }

    /// {@return the Java that it quotes}
    Seq<String> examples() {
        return Vector.ofAll(EXAMPLE.matcher(text).results().toList()).map(example -> example.group(1));
    }

    /// {@return the tables as they are measured now, by the names of their sections}
    static Map<String, String> measured() {
        return LinkedHashMap.<String, String>ofEntries(Catalogue.all().map(each -> Tuple.of(each.name(), each.measured(CASES, SEED).map(Measured::table).mkString("\n"))))
            .put("Defect", DefectTable.text());
    }

    /// {@return the page with other tables}
    GeneratorsPage with(Map<String, String> tables) {
        return new GeneratorsPage(Vector.of(text.split("(?m)(?=^##)")).map(section ->
            tables.find(each -> section.startsWith("### `" + each._1 + "`\n")).map(each -> prose(section) + "\n\n" + each._2 + "\n").getOrElse(section)).mkString().stripTrailing() + "\n");
    }

    private static String prose(String section) {
        return section.replaceFirst("(?s)\n\\|.*", "").stripTrailing();
    }
}
