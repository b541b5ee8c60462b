package vmmref.vectors.trace;

import io.vavr.collection.Seq;
import java.nio.file.Path;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decode;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Tier;
import vmmref.vmm.zoo.TableMutant;

/// Judges decoders by the core vectors of kind `codec`: a decoder is caught by the first bundle that it reads otherwise than the architected one, text, clause or treatment.
final class TableJudge {
    private final Bundle[] bundles;
    private final String[] readings;

    TableJudge(Path pack) {
        Decode architected = Decode.architected(Profile.named("maximal").get());
        Seq<Bundle> decoded = Pack.open(pack).vectors(Tier.CORE)
            .filter(vector -> vector.in().has("decode"))
            .map(vector -> Bundle.ofHex(vector.in().get("decode").asString()))
            .toVector();
        bundles = decoded.toJavaArray(Bundle[]::new);
        readings = decoded.map(bundle -> reading(architected.bundle(bundle))).toJavaArray(String[]::new);
    }

    /// {@return whether some vector catches a mutant; one whose tables contradict each other is caught when they are read}
    boolean catches(TableMutant mutant) {
        Decode decode;
        try {
            decode = mutant.decode().apply();
        } catch (IllegalArgumentException | IndexOutOfBoundsException contradiction) {
            return true;
        }
        for (int index = 0; index < bundles.length; index++) {
            if (!reading(decode.bundle(bundles[index])).equals(readings[index])) return true;
        }
        return false;
    }

    private static String reading(DecodedBundle bundle) {
        String template = switch (bundle) {
            case DecodedBundle.Three three -> three.template().notation();
            case DecodedBundle.Long both -> both.template().notation();
            case DecodedBundle.Reserved reserved -> "reserved";
        };
        return template + bundle.slots().map(TableJudge::reading).mkString("|", "|", "");
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
