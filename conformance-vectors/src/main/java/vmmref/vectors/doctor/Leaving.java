/// The end: does it come when it should, and does everything end?
package vmmref.vectors.doctor;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/// Each end has a start of its own.
record Leaving(Patient patient) {

    /// {@return what comes of bye, of the end of input without bye, and what is left behind}
    Seq<Diagnosis> examined() {
        int limit = patient.limits().bye();
        Sitting polite = patient.ready();
        polite.say("{\"cmd\":\"bye\"}");
        Option<Integer> bye = polite.exit(limit);
        Seq<String> left = polite.left();
        patient.close();

        Sitting abrupt = patient.ready();
        abrupt.endInput();
        Option<Integer> end = abrupt.exit(limit);
        Seq<String> stayed = left.orElse(abrupt.left());
        patient.close();
        return List.of(bye(bye, limit), end(end, limit), processes(bye.orElse(end).isDefined(), stayed));
    }

    private static Diagnosis bye(Option<Integer> exit, int limit) {
        if (exit.isEmpty()) return Diagnosis.warning("bye", "it goes on for more than %,d ms".formatted(limit), "exit at bye; its input ends then as well");
        return exit.get() == 0 ? Diagnosis.ok("bye", "it exits with code 0") : Diagnosis.warning("bye", "it exits with code " + exit.get(), "exit with code 0");
    }

    private static Diagnosis end(Option<Integer> exit, int limit) {
        if (exit.isEmpty())
            return Diagnosis.wrong("end of input", "it goes on for more than %,d ms, and would stay if the runner were killed".formatted(limit), "exit when standard input ends");
        return exit.get() == 0 ? Diagnosis.ok("end of input", "it exits with code 0") : Diagnosis.warning("end of input", "it exits with code " + exit.get(), "exit with code 0");
    }

    private static Diagnosis processes(boolean ended, Seq<String> left) {
        if (!ended) return Diagnosis.warning("processes", "it was ended by force, so what it would leave is not known", "exit at bye or at the end of input");
        return left.isEmpty() ? Diagnosis.ok("processes", "nothing that it started is left")
            : Diagnosis.wrong("processes", "it leaves " + left.mkString(", "), "end what you start, or start it with exec");
    }
}
