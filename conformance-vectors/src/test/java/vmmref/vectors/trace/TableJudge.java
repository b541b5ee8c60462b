package vmmref.vectors.trace;

import io.vavr.Lazy;
import java.nio.file.Path;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.vectors.format.Pack;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.TableMutant;

/// Judges mutants of tables by the core vectors about the part of the rules that the table gives.
final class TableJudge {
    private static final Vmm REFERENCE = Vmm.reference(Profile.named("maximal").get());

    private final Lazy<DecoderJudge> decoders;
    private final Lazy<KindJudge> translators;
    private final Lazy<KindJudge> partitioners;
    private final Lazy<KindJudge> recognizers;
    private final Lazy<KindJudge> builders;

    TableJudge(Path pack) {
        decoders     = Lazy.of(() -> new DecoderJudge(Pack.open(pack), REFERENCE.machine().decode()));
        translators  = Lazy.of(() -> new KindJudge(Pack.open(pack), "xlate"));
        partitioners = Lazy.of(() -> new KindJudge(Pack.open(pack), "partition"));
        recognizers  = Lazy.of(() -> new KindJudge(Pack.open(pack), "recognize"));
        builders     = Lazy.of(() -> new KindJudge(Pack.open(pack), "build"));
    }

    /// {@return whether some vector catches a mutant; one whose tables contradict each other is caught when they are read}
    boolean catches(TableMutant mutant) {
        Vmm vmm;
        try {
            vmm = mutant.rules().apply(REFERENCE);
        } catch (IllegalArgumentException | IndexOutOfBoundsException contradiction) {
            return true;
        }
        if (!vmm.recognizer().catalogue().equals(REFERENCE.recognizer().catalogue())) return recognizers.get().catches(mutant);
        if (!vmm.builder().equals(REFERENCE.builder()))                               return builders.get().catches(mutant);
        Semantics wrong = vmm.machine();
        if (!wrong.partitioner().equals(REFERENCE.machine().partitioner())) return partitioners.get().catches(mutant);
        if (!wrong.translator().equals(REFERENCE.machine().translator()))   return translators.get().catches(mutant);
        return decoders.get().catches(wrong.decode());
    }
}
