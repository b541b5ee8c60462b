package vmmref.vectors.trace;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;

/// Judges decoders by the core vectors of kind `codec`: a decoder is caught by the first bundle that it reads otherwise than the architected one, text, clause or treatment.
final class DecoderJudge {
    private final Bundle[] bundles;
    private final String[] readings;

    DecoderJudge(Pack pack, Function1<Bundle, DecodedBundle> architected) {
        Seq<Bundle> decoded = KindJudge.vectors(pack, Tier.CORE, "codec")
            .filter(vector -> vector.in().has("decode"))
            .map(vector -> Bundle.ofHex(vector.in().get("decode").asString()))
            .toVector();
        bundles = decoded.toJavaArray(Bundle[]::new);
        readings = decoded.map(bundle -> reading(architected.apply(bundle))).toJavaArray(String[]::new);
    }

    boolean catches(Function1<Bundle, DecodedBundle> decode) {
        for (int index = 0; index < bundles.length; index++) {
            if (!reading(decode.apply(bundles[index])).equals(readings[index])) return true;
        }
        return false;
    }

    private static String reading(DecodedBundle bundle) {
        String template = switch (bundle) {
            case DecodedBundle.Three three -> three.template().notation();
            case DecodedBundle.Long both -> both.template().notation();
            case DecodedBundle.Reserved reserved -> "reserved";
        };
        return template + bundle.slots().map(DecoderJudge::reading).mkString("|", "|", "");
    }

    private static String reading(Decoded slot) {
        return slot.because() + switch (slot) {
            case Decoded.Assigned(var instruction, var residue, var because) ->
                Assembly.text(instruction) + instruction.operands().map(operand -> operand.because().name()).mkString(" ");
            case Decoded.Unassigned(var bits, var treatment, var because) -> treatment.name();
            case Decoded.Unmodelled unmodelled -> "";
        };
    }
}
