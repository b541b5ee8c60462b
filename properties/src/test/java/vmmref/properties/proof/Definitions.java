package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.lang3.Validate;
import vmmref.spec.Clause;

/// What the files of `spec/smt` define, without what they prove of it themselves.
final class Definitions {
    private Definitions() { }

    static String of(String file) {
        return commands(text(file)).filter(command -> command.startsWith("(define-fun")).mkString("\n");
    }

    private static String text(String file) {
        try (InputStream in = Clause.class.getResourceAsStream("smt/" + file + ".smt2")) {
            Validate.isTrue(in != null, "there is no file spec/smt/%s.smt2", file);
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException("spec/smt/" + file + ".smt2 cannot be read", broken);
        }
    }

    /// {@return what is in parentheses, one after another}
    private static Seq<String> commands(String text) {
        String code = text.replaceAll("(?m);.*$", "");
        Seq<String> commands = Vector.empty();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < code.length(); at++) {
            if (code.charAt(at) == '(' && depth++ == 0) start = at;
            if (code.charAt(at) == ')' && --depth == 0) commands = commands.append(code.substring(start, at + 1));
        }
        return commands;
    }
}
