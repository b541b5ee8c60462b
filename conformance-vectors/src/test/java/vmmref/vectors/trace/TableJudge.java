package vmmref.vectors.trace;

import io.vavr.Lazy;
import java.nio.file.Path;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.properties.guarantee.Judged;
import vmmref.properties.guarantee.Subject;
import vmmref.properties.guarantee.Touched;
import vmmref.vectors.format.Pack;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.TableMutant;

/// Judges mutants of tables by the core vectors about the part of the rules that the table gives; those of what instructions touch, of which no vector tells, by what was typed from the manual.
public final class TableJudge {
    private static final Vmm REFERENCE = Vmm.reference(Profile.named("maximal").get());

    private final Lazy<DecoderJudge> decoders;
    private final Lazy<KindJudge> translators;
    private final Lazy<KindJudge> partitioners;
    private final Lazy<KindJudge> recognizers;
    private final Lazy<KindJudge> builders;
    private final Lazy<KindJudge> steps;
    private final Lazy<KindJudge> interruptions;
    private final Lazy<MonitorJudge> caught;
    private final Lazy<MonitorJudge> scratched;

    public TableJudge(Path pack) {
        decoders      = Lazy.of(() -> new DecoderJudge(Pack.open(pack), REFERENCE.machine().decode()));
        translators   = Lazy.of(() -> new KindJudge(Pack.open(pack), "xlate"));
        partitioners  = Lazy.of(() -> new KindJudge(Pack.open(pack), "partition"));
        recognizers   = Lazy.of(() -> new KindJudge(Pack.open(pack), "recognize"));
        builders      = Lazy.of(() -> new KindJudge(Pack.open(pack), "build"));
        steps         = Lazy.of(() -> new KindJudge(Pack.open(pack), "step"));
        interruptions = Lazy.of(() -> new KindJudge(Pack.open(pack), "intr"));
        caught        = Lazy.of(() -> new MonitorJudge(Pack.open(pack), "keys"));
        scratched     = Lazy.of(() -> new MonitorJudge(Pack.open(pack), "scratch"));
    }

    /// {@return whether some vector catches a mutant; one whose tables contradict each other is caught when they are read}
    public boolean catches(TableMutant mutant) {
        Vmm vmm;
        try {
            vmm = mutant.rules().apply(REFERENCE);
        } catch (IllegalArgumentException | IndexOutOfBoundsException contradiction) {
            return true;
        }
        if (!vmm.recognizer().catalogue().equals(REFERENCE.recognizer().catalogue())) return recognizers.get().catches(mutant);
        if (!vmm.monitoring().watch().equals(REFERENCE.monitoring().watch()))             return caught.get().catches(mutant);
        if (!vmm.monitoring().scratching().equals(REFERENCE.monitoring().scratching())) return scratched.get().catches(mutant);
        if (!vmm.builder().equals(REFERENCE.builder()))                               return builders.get().catches(mutant);
        Semantics wrong = vmm.machine();
        if (!wrong.partitioner().equals(REFERENCE.machine().partitioner())) return partitioners.get().catches(mutant);
        if (!wrong.translator().equals(REFERENCE.machine().translator()))   return translators.get().catches(mutant);
        if (!wrong.delivery().equals(REFERENCE.machine().delivery()))       return interruptions.get().catches(mutant);
        if (!wrong.meanings().equals(REFERENCE.machine().meanings()))       return steps.get().catches(mutant);
        if (!wrong.dependencies().equals(REFERENCE.machine().dependencies())) return isFoundWrong(Subject.of(vmm));
        return decoders.get().catches(wrong.decode());
    }

    private static boolean isFoundWrong(Subject subject) {
        return Touched.ALL.exists(each -> !each.found(subject).equals(each.expected())) || Judged.ALL.exists(each -> !each.found(subject).equals(each.expected()));
    }
}
