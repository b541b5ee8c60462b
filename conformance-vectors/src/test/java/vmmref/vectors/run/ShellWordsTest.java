/// Command lines are split as a shell splits them.
package vmmref.vectors.run;

import io.vavr.collection.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ShellWordsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "myemu --adapter        ~ myemu|--adapter",
        "  a   b\tc ~ a|b|c",
        "python3 'my adapter.py' ~ python3|my adapter.py",
        "a \"b c\"'d e'f          ~ a|b cd ef",
        "a \"x\\\"y\\\\z\\n\"       ~ a|x\"y\\z\\n",
        "a 'x\\y'                ~ a|x\\y",
        "a b\\ c                 ~ a|b c",
        "a '' b                  ~ a||b",
        "a '|' b                 ~ a|PIPE|b",
        "sh -c \"x | y\"         ~ sh|-c|x PIPE y",
        "a --x='1 2'             ~ a|--x=1 2"})
    void split(String command, String words) {
        assertEquals(List.of(words.split("\\|", -1)).map(word -> word.replace("PIPE", "|")), ShellWords.of(command));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "a 'b      ~ the single quote at column 3 of the command is not closed",
        "abc \"d   ~ the double quote at column 5 of the command is not closed",
        "a b\\     ~ ends in a backslash",
        "a | b     ~ no shell runs the command, so \"|\" means nothing in it",
        "a && b    ~ no shell runs the command",
        "a > out  ~ no shell runs the command"})
    void refused(String command, String message) {
        String said = assertThrows(UsageMistake.class, () -> ShellWords.of(command)).getMessage();
        assertTrue(said.contains(message), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t"})
    @DisplayName("a command has at least one word")
    void empty(String command) {
        assertTrue(assertThrows(UsageMistake.class, () -> ShellWords.of(command)).getMessage().startsWith("the command is empty"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with space", "it's", "\"", "", "a\\b", "*", "$HOME"})
    @DisplayName("a quoted word is read back")
    void quoted(String word) {
        assertEquals(List.of(word), ShellWords.of(ShellWords.quote(word)));
    }

    @Test
    @DisplayName("a word that needs no quotes gets none")
    void unquoted() {
        assertEquals("codec/gas-decode/0001", ShellWords.quote("codec/gas-decode/0001"));
    }
}
