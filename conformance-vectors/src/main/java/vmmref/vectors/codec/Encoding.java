package vmmref.vectors.codec;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.spec.Bundles;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Outcome;

/// What a request to encode a bundle gives, place by place.
final class Encoding {
    private Encoding() { }

    static Expectation of(Request request) {
        return switch (Assembler.architected().bundle(request.template(), request.slots())) {
            case AssembledBundle.Refused refused ->
                new Expectation(Outcome.REFUSED, LinkedHashMap.empty(), Option.of(refused.because().name()), LinkedHashMap.empty());
            case AssembledBundle.Done done ->
                new Expectation(Outcome.DONE, LinkedHashMap.of("bundle", done.bundle().hex()), Option.of(done.because().name()), clauses(done));
        };
    }

    private static Map<String, String> clauses(AssembledBundle.Done done) {
        return LinkedHashMap.ofEntries(done.instructions().zipWithIndex().flatMap(each ->
                Clauses.of("bundle.slot" + each._2, each._1, each._1.form().clause())))
            .put("bundle", Bundles.BUNDLE_FIELDS.name());
    }
}
