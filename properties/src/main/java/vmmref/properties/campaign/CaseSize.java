package vmmref.properties.campaign;

import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import vmmref.properties.arbitrary.Sized;

/// How large the case of a finding is, by the instructions of its guests and programs.
public final class CaseSize {
    private CaseSize() { }

    /// {@return how many instructions the case of a finding has beyond its set-up; nothing if it has neither guests nor programs, or its law takes other arguments by now}
    public static Option<Integer> of(Finding finding) {
        return of(finding, Finding::arguments);
    }

    /// {@return how many it had when it was found}
    public static Option<Integer> originally(Finding finding) {
        return of(finding, Finding::found);
    }

    private static Option<Integer> of(Finding finding, Function<Finding, JsonNode> written) {
        try {
            return Law.named(finding.law()).flatMap(law -> of(Findings.arguments(law, written.apply(finding))));
        } catch (NotationMistake other) {
            return Option.none();
        }
    }

    static Option<Integer> of(List<Object> arguments) {
        Seq<Sized> all = Vector.ofAll(arguments).flatMap(CaseSize::sized);
        return Option.when(!all.isEmpty(), () -> all.map(Sized::instructions).sum().intValue());
    }

    /// {@return the outermost that are made of instructions, in a value and its parts}
    private static Seq<Sized> sized(Object value) {
        return switch (value) {
            case Sized sized          -> Vector.of(sized);
            case Tuple2<?, ?> pair    -> sized(pair._1).appendAll(sized(pair._2));
            case Iterable<?> elements -> Vector.ofAll(elements).flatMap(CaseSize::sized);
            case Record parts         -> Vector.of(parts.getClass().getRecordComponents()).flatMap(part -> sized(Reflection.invoke(part.getAccessor(), parts)));
            default                   -> Vector.empty();
        };
    }
}
