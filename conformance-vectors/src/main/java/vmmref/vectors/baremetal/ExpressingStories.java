package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Machine;
import vmmref.model.step.Turn;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.run.Agreement;
import vmmref.vectors.xlate.Story;

/// Whether an image can execute cases of kind `xlate`: each as a program that goes on until anything interrupts it, at the latest the break that ends it.
final class ExpressingStories {
    static final String KIND = "xlate";

    private static final Conduct CONDUCT = Conduct.stepped(1, Option.none(), false, false);

    private final Turn turn;

    ExpressingStories(Turn turn) {
        this.turn = turn;
    }

    /// A case as a program.
    private record Programmed(Story story, Landings landings, Machine start) {
        Preparation preparation(Site site) {
            return Preparation.of(start, start, site, CONDUCT, Option.none());
        }

        Expressed expressed(Preparation preparation, Arrived arrived, int unseen) {
            return new Expressed(preparation, arrived, unseen, end -> new StorySighting(story, landings, preparation, end).answer());
        }
    }

    /// {@return how an image executes a case, or why none can}
    Either<String, Expressed> of(Case given, Expectation expected) {
        return programmed(given).flatMap(programmed -> Establishable.obstacle(programmed.start).<Either<String, Expressed>>map(Either::left).getOrElse(() -> attempts(given, expected, programmed)));
    }

    /// {@return a case as an image executes it that was expressible before}
    /// @throws IllegalArgumentException if it is not
    Expressed again(Case given, Site site) {
        return programmed(given).flatMap(programmed -> arrived(programmed.preparation(site)).map(arrived -> programmed.expressed(programmed.preparation(site), arrived, 0)))
            .getOrElseThrow(why -> new IllegalArgumentException(why));
    }

    private Either<String, Programmed> programmed(Case given) {
        Story story = Story.read(given.start(), given.in()).with(turn.rules().translator().dimensions().pkrs());
        Landings landings = Landings.of(story);
        return StoryProgram.of(Vector.ofAll(given.in().get("do")).map(ObjectNode.class::cast)).toEither("more operands than registers")
            .flatMap(program -> StoryStart.of(story, program, landings)).map(start -> new Programmed(story, landings, start));
    }

    private Either<String, Arrived> arrived(Preparation preparation) {
        return new Rehearsal(turn, preparation).arrived();
    }

    private Either<String, Expressed> attempts(Case given, Expectation expected, Programmed programmed) {
        Seq<Either<String, Expressed>> attempts = Site.ALL.iterator().map(site -> attempt(given, expected, programmed, programmed.preparation(site))).toStream();
        return attempts.find(Either::isRight).getOrElse(attempts::head);
    }

    private Either<String, Expressed> attempt(Case given, Expectation expected, Programmed programmed, Preparation preparation) {
        return arrived(preparation).flatMap(arrived -> strange(arrived).<Either<String, Expressed>>map(Either::left).getOrElse(() -> {
            Expressed expressed = programmed.expressed(preparation, arrived, 0);
            return switch (expressed.answer().apply(arrived)) {
                case Answer.Observed observed      -> judged(programmed, expressed, Agreement.of(given, Kinds.named(KIND).get(), expected, observed));
                case Answer.Failed(String why)      -> Either.left("is interrupted as a case never is");
                case Answer.Unsupported(String why) -> Either.left(why);
            };
        }));
    }

    /// The break that ends a program is no call of a simulator, whatever IIM holds.
    private static Option<String> strange(Arrived arrived) {
        return arrived.vector() == StorySighting.BREAK ? Option.none() : Establishable.strange(arrived);
    }

    private static Either<String, Expressed> judged(Programmed programmed, Expressed expressed, Agreement agreement) {
        if (agreement.blind()) return Either.left("nothing of it can be observed");
        return agreement.isExpected() ? Either.right(programmed.expressed(expressed.preparation(), expressed.arrived(), agreement.unseen())) : Either.left(reason(agreement.differing().head()));
    }

    private static String reason(String place) {
        return place.equals("pa") ? "memory where the harness is, or that a simulator has none of" : "the harness shows in " + place.replaceAll("[0-9]+$", "N");
    }
}
