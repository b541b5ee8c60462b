package vmmref.vectors.trace;

import io.vavr.Lazy;
import java.nio.file.Path;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.format.Pack;
import vmmref.vmm.zoo.TableMutant;

/// Judges mutants of tables by the core vectors about the part of the rules that the table gives.
final class TableJudge {
    private static final Semantics ARCHITECTED = Semantics.architected(Profile.named("maximal").get());

    private final Lazy<DecoderJudge> decoders;
    private final Lazy<KindJudge> translators;
    private final Lazy<KindJudge> partitioners;

    TableJudge(Path pack) {
        decoders     = Lazy.of(() -> new DecoderJudge(Pack.open(pack), ARCHITECTED.decode()));
        translators  = Lazy.of(() -> new KindJudge(Pack.open(pack), "xlate"));
        partitioners = Lazy.of(() -> new KindJudge(Pack.open(pack), "partition"));
    }

    /// {@return whether some vector catches a mutant; one whose tables contradict each other is caught when they are read}
    boolean catches(TableMutant mutant) {
        Semantics wrong;
        try {
            wrong = mutant.rules().apply(ARCHITECTED);
        } catch (IllegalArgumentException | IndexOutOfBoundsException contradiction) {
            return true;
        }
        if (!wrong.partitioner().equals(ARCHITECTED.partitioner())) return partitioners.get().catches(mutant);
        if (!wrong.translator().equals(ARCHITECTED.translator()))   return translators.get().catches(mutant);
        return decoders.get().catches(wrong.decode());
    }
}
