package vmmref.vectors.codec;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.instruction.Assembled;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Form;
import vmmref.spec.Table;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Source;
import vmmref.vectors.format.Tier;

/// Samples that GNU as assembled, in both directions. Each is one instruction among nops; the first one of a clause is smoke.
final class GasDrafts {
    private static final String SOURCE = "gas-2.40";
    private static final int SMOKE_OF_A_CLAUSE = 1;

    private GasDrafts() { }

    /// A sample as it was assembled.
    private record Sample(String text, int position, Bundle bundle) {
        static Sample of(Table.Row row) {
            return new Sample(row.cell(0), Integer.parseInt(row.cell(1)), Bundle.ofHex(row.cell(2)));
        }

        Template template() {
            return ((Templates.Meaning.Assigned) Templates.architected().meaning(bundle.fields().code())).template();
        }

        Seq<String> slots() {
            return template().instructionUnits().zipWithIndex((unit, slot) ->
                slot == position ? text : "nop." + unit.name().toLowerCase(Locale.ROOT) + " 0x0");
        }

        Form form() {
            return switch (Assembler.architected().assemble(template().instructionUnits().get(position), text)) {
                case Assembled.Done(var instruction) -> instruction.form();
                case Assembled.Refused refused -> throw new IllegalStateException("the sample of " + SOURCE + " is refused: " + refused.why());
            };
        }
    }

    static Seq<Draft> all() {
        return Source.named(GasDrafts.class, SOURCE).rows().map(Sample::of).groupBy(sample -> sample.form().clause()).values()
            .flatMap(ofClause -> ofClause.zipWithIndex().flatMap(each -> drafts(each._1, each._2 < SMOKE_OF_A_CLAUSE ? Tier.SMOKE : Tier.CORE)))
            .toVector();
    }

    private static Seq<Draft> drafts(Sample sample, Tier tier) {
        Form form = sample.form();
        Map<String, String> places = LinkedHashMap.ofEntries(sample.slots().zipWithIndex((text, slot) -> Tuple.of("slot" + slot, text)));
        return Vector.of(
            new Draft("gas-decode", tier, Level.MUST, "decodes " + sample.text(), Cases.flags(form), Cases.needs(form.need()), Cases.decode(sample.bundle()),
                Option.of(Expectation.typed(Outcome.DONE, places.put("template", sample.template().notation()))), SOURCE, Option.none()),
            new Draft("gas-encode", tier, Level.MUST, "encodes " + sample.text(), Cases.flags(form), Cases.needs(form.need()),
                new Request(sample.template().notation(), sample.slots()).json(),
                Option.of(Expectation.typed(Outcome.DONE, LinkedHashMap.of("bundle", sample.bundle().hex()))), SOURCE, Option.none()));
    }
}
