package vmmref.spec;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.lang3.Validate;

/// A file of `spec/smt`: definitions, then queries, each of which says by `echo` what it is called and which answer it expects.
///
/// @param name     of the file
/// @param text     all of it
/// @param commands of the text, in its order
record SmtFile(String name, String text, Seq<Expression> commands) {
    private static final Pattern TOKEN = Pattern.compile("\\s+|;[^\\n]*|(?<token>[()]|\"[^\"]*\"|[^\\s()\";|]+)");
    private static final Pattern SHAPE = Pattern.compile("set-logic( (define-fun|declare-const|assert))+( push echo( assert)+ check-sat pop)+");
    private static final Pattern EXPECTATION = Pattern.compile("\"([a-z0-9-]+): (sat|unsat) expected\"");

    /// An atom, or a list in parentheses.
    sealed interface Expression {
        record Atom(String text) implements Expression { }
        record Nested(Seq<Expression> parts) implements Expression { }

        default Seq<Expression> parts() {
            return switch (this) {
                case Atom atom                     -> Vector.empty();
                case Nested(Seq<Expression> parts) -> parts;
            };
        }

        default Seq<String> atoms() {
            return switch (this) {
                case Atom(String text)             -> Vector.of(text);
                case Nested(Seq<Expression> parts) -> parts.flatMap(Expression::atoms);
            };
        }
    }

    /// What a query expects: `unsat` makes it a theorem, `sat` an example.
    record Query(String name, String expected) {
        boolean theorem() {
            return expected.equals("unsat");
        }
    }

    static Seq<SmtFile> all() {
        try (Stream<Path> files = Files.list(Path.of("smt"))) {
            Seq<SmtFile> read = Vector.empty();
            for (Path file : Vector.ofAll(files.sorted())) read = read.append(of(file.getFileName().toString(), Files.readString(file)));
            return read;
        } catch (IOException broken) {
            throw new IllegalStateException("the folder spec/smt cannot be read", broken);
        }
    }

    static SmtFile of(String name, String text) {
        Seq<Expression> commands = expressions(name, tokens(name, text));
        String heads = commands.map(command -> command.parts().headOption().map(head -> head.atoms().mkString()).getOrElse("()")).mkString(" ");
        Validate.isTrue(SHAPE.matcher(heads).matches(), "%s is not a logic, definitions, and queries (push echo assert check-sat pop), but %s", name, heads);
        return new SmtFile(name, text, commands);
    }

    Seq<Query> queries() {
        return commands.filter(command -> command.parts().head().equals(new Expression.Atom("echo"))).map(command -> query(command.atoms().last()));
    }

    /// {@return the names that the file defines or declares}
    Seq<String> defined() {
        return commands.filter(command -> command.atoms().head().matches("define-fun|declare-const")).map(command -> command.atoms().get(1));
    }

    private Query query(String echo) {
        Matcher matcher = EXPECTATION.matcher(echo);
        Validate.isTrue(matcher.matches(), "%s says %s where NAME: sat expected or NAME: unsat expected should stand", name, echo);
        return new Query(matcher.group(1), matcher.group(2));
    }

    private static Seq<String> tokens(String name, String text) {
        Seq<String> tokens = Vector.empty();
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            Validate.isTrue(matcher.find(at) && matcher.start() == at, "%s has no meaning at character %d", name, at);
            if (matcher.group("token") != null) tokens = tokens.append(matcher.group("token"));
            at = matcher.end();
        }
        return tokens;
    }

    private static Seq<Expression> expressions(String name, Seq<String> tokens) {
        Seq<Seq<Expression>> open = Vector.of(Vector.empty());
        for (String token : tokens) {
            open = switch (token) {
                case "(" -> open.append(Vector.empty());
                case ")" -> {
                    Validate.isTrue(open.size() > 1, "%s closes more parentheses than it opens", name);
                    Expression closed = new Expression.Nested(open.last());
                    yield open.init().update(open.size() - 2, outer -> outer.append(closed));
                }
                default  -> open.update(open.size() - 1, inner -> inner.append(new Expression.Atom(token)));
            };
        }
        Validate.isTrue(open.size() == 1, "%s leaves %d parentheses open", name, open.size() - 1);
        return open.head();
    }
}
