/// Examines an adapter in one respect after the other.
package vmmref.vectors.doctor;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Pack;
import vmmref.vectors.run.Limits;
import vmmref.vectors.run.ShellWords;

/// Without a hello nothing more can be asked, and the examination ends there.
public final class Doctor {

    private final double seconds;
    private final Consumer<Diagnosis> told;
    private final ArrayList<Diagnosis> diagnoses = new ArrayList<>();

    private Doctor(double seconds, Consumer<Diagnosis> told) {
        this.seconds = seconds;
        this.told    = told;
    }

    /// Examines a command, and tells each diagnosis as it is made. Each speed is measured for so many seconds.
    /// @return all of them
    /// @throws vmmref.vectors.run.UsageMistake if the command is no command line
    public static Seq<Diagnosis> examine(String command, Pack pack, Limits limits, double seconds, Consumer<Diagnosis> told) {
        Doctor doctor = new Doctor(seconds, told);
        Seq<String> words = ShellWords.of(command);
        try (Patient patient = new Patient(words, pack, limits)) {
            doctor.examine(Program.of(words), patient);
        }
        return List.ofAll(doctor.diagnoses);
    }

    private void examine(Program program, Patient patient) {
        Diagnosis runnable = program.examined();
        tell(runnable);
        if (runnable.isWrong()) return;
        Greeting greeting = Greeting.of(patient);
        greeting.diagnoses().forEach(this::tell);
        boolean asked = greeting.hello().isDefined() && !greeting.diagnoses().exists(Diagnosis::isWrong);
        if (asked) answers(patient, greeting.hello().get());
        if (greeting.hello().isDefined()) new Leaving(patient).examined().forEach(this::tell);
        tell(patient.notes().output());
        tell(patient.notes().stderr());
    }

    private void answers(Patient patient, Hello hello) {
        Questions questions = Questions.of(patient, hello);
        Answering answering = new Answering(questions);
        Seq<Diagnosis> easy = hello.kinds().filter(Kinds.all().map(Kind::name)::contains).map(answering::easy);
        easy.forEach(this::tell);
        if (questions.vectors().isEmpty() || easy.exists(Diagnosis::isWrong)) return;
        new Learning(questions).examined().forEach(this::tell);
        List.<Supplier<Diagnosis>>of(answering::flush, answering::order, answering::unknownFields, answering::unknownRequests, new Pace(questions, seconds)::examined)
            .forEach(next -> tell(next.get()));
    }

    private void tell(Diagnosis diagnosis) {
        diagnoses.add(diagnosis);
        told.accept(diagnosis);
    }
}
