/// The doctor: what is the matter is found, said in plain words, and never mistaken for something else.
package vmmref.vectors.doctor;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.vectors.cli.SmallPack;
import vmmref.vectors.cli.StartingPack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@Timeout(30)
class DoctorTest {

    private static final String HOLD   = "held=\"$held $seq\"";
    private static final String ANSWER_HELD = "for seq in $held; do " + Ailing.ANSWER + "; done; held=";

    @TempDir static Path shared;
    @TempDir Path folder;
    static Path pack;
    Ailing sound;

    @BeforeAll
    static void fill() {
        pack = SmallPack.in(shared);
    }

    @BeforeEach
    void sound() {
        sound = Ailing.sound(folder, pack);
    }

    private static void only(Seq<Diagnosis> diagnoses, String respect, Diagnosis.State state, String seen, String remedy) {
        assertEquals(List.of(respect), diagnoses.filter(diagnosis -> diagnosis.state() != Diagnosis.State.OK).map(Diagnosis::respect), diagnoses::toString);
        is(diagnoses, respect, state, seen, remedy);
    }

    private static void is(Seq<Diagnosis> diagnoses, String respect, Diagnosis.State state, String seen, String remedy) {
        Diagnosis diagnosis = diagnoses.find(each -> each.respect().equals(respect)).getOrElseThrow(() -> new AssertionError(diagnoses.toString()));
        assertEquals(state, diagnosis.state(), diagnosis::toString);
        assertTrue(diagnosis.seen().contains(seen), diagnosis::toString);
        assertTrue(diagnosis.remedy().getOrElse("").contains(remedy), diagnosis::toString);
    }

    private static void wrong(Seq<Diagnosis> diagnoses, String respect, String seen, String remedy) {
        only(diagnoses, respect, Diagnosis.State.WRONG, seen, remedy);
    }

    private static void warning(Seq<Diagnosis> diagnoses, String respect, String seen, String remedy) {
        only(diagnoses, respect, Diagnosis.State.WARNING, seen, remedy);
    }

    private static void ok(Seq<Diagnosis> diagnoses, String respect, String seen) {
        assertEquals(List.empty(), diagnoses.filter(diagnosis -> diagnosis.state() != Diagnosis.State.OK), diagnoses::toString);
        is(diagnoses, respect, Diagnosis.State.OK, seen, "");
    }

    @Test @DisplayName("with a sound adapter nothing is the matter, in any respect")
    void soundOne() throws IOException {
        Seq<Diagnosis> diagnoses = sound.examined();
        assertEquals(List.of("program", "hello", "kinds", "profile", "places", "window", "answers codec", "flush", "order", "unknown fields", "unknown requests", "speed",
            "bye", "end of input", "processes", "output", "stderr"), diagnoses.map(Diagnosis::respect));
        ok(diagnoses, "hello", "\"ailing\" 1 in sh speaks protocol 1, and said so after");
        ok(diagnoses, "answers codec", "codec/reserved/0001 passes");
        ok(diagnoses, "order", "3 cases at once are answered in their order");
        ok(diagnoses, "speed", "tier smoke: about 1 s, tier core: about 1 s");
    }

    // The program.

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', value = {
        "no-such-program x        ~ no-such-program is on no folder of PATH           ~ install it, or write its path",
        "pom.xml                  ~ pom.xml is on no folder of PATH                   ~ write ./pom.xml",
        "./no/such/program        ~ ./no/such/program is not there                    ~ compile it, or write another path; this one begins in /",
        "./src                    ~ ./src is a folder                                 ~ name the program in it",
        "./pom.xml                ~ ./pom.xml is not executable                       ~ chmod +x ./pom.xml, or name the interpreter before it",
        "sh no/such/adapter.sh    ~ no/such/adapter.sh is not there                   ~ write another path"})
    void program(String command, String seen, String remedy) {
        wrong(sound.examined(command), "program", seen, remedy);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '~', value = {
        "#!/no/such/interpreter   ~ asks in its first line for /no/such/interpreter, which is not there          ~ correct that line",
        "#!/usr/bin/env no-such   ~ asks in its first line for no-such, which is on no folder of PATH            ~ install it",
        "#!/bin/sh\\r             ~ ends as lines of Windows do                                                   ~ line ends of Unix"})
    void shebang(String first, String seen, String remedy) throws IOException {
        Path script = Files.writeString(folder.resolve("adapter"), first.replace("\\r", "\r") + "\n");
        assertTrue(script.toFile().setExecutable(true));
        wrong(sound.examined(script.toString()), "program", seen, remedy);
    }

    // The hello.

    @Test @DisplayName("one that never speaks")
    void mute() throws IOException {
        is(sound.greeting(":").examined(), "hello", Diagnosis.State.WRONG, "nothing more came within 1,0", "answer hello at once, and flush standard output after each line");
    }

    @Test @DisplayName("one whose hello sits in a buffer until its input ends")
    void bufferedHello() throws IOException {
        is(sound.greeting("out='yes'").ending(sound.hello()).examined(), "hello", Diagnosis.State.WRONG, "it came only when the input ended", "fflush(stdout)");
    }

    @Test @DisplayName("one that ends before it speaks is quoted")
    void dead() throws IOException {
        is(sound.starting("echo 'no licence' >&2; exit 9").examined(), "hello", Diagnosis.State.WRONG, "it exited with code 9; on standard error it said: no licence", "start it in a terminal");
    }

    @Test @DisplayName("one that welcomes its user is otherwise sound")
    void chatty() throws IOException {
        wrong(sound.starting("echo Welcome!").examined(), "output", "2 lines on standard output cannot be used; line 1 of its output: $ is no JSON object; it wrote: Welcome!",
            "everything else to standard error");
    }

    @Test @DisplayName("all that is wrong with a hello is told at once")
    void brokenHello() throws IOException {
        Seq<Diagnosis> diagnoses = sound.greeting("echo '{\"proto\":2,\"impl\":{\"name\":\"x\",\"version\":\"1\"},\"kinds\":\"codec\"}'").examined().filter(each -> each.respect().equals("hello"));
        assertEquals(List.of("$.proto", "$.impl.lang", "$.kinds", "$.profile", "$.level").sorted(), diagnoses.map(each -> each.seen().split(" ")[0]).sorted());
        assertTrue(diagnoses.forAll(Diagnosis::isWrong));
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '~', value = {
        "[\"codec\"]               ~ [\"codec\",\"codex\"]          ~ kinds   ~ WARNING ~ no vectors are of kind codex          ~ remove it; did you mean codec?",
        "[\"codec\"]               ~ [\"codex\"]                    ~ kinds   ~ WRONG   ~ no vectors are of kind codex          ~ remove it; did you mean codec?",
        "\"msr\":true              ~ \"mrs\":true,\"msr\":true      ~ profile ~ WARNING ~ nothing is known of mrs               ~ write one of",
        ",\"msr\":true             ~ ''                             ~ profile ~ WARNING ~ nothing is said of msr                ~ skipped as inexpressible",
        "\"brl\":true              ~ \"brl\":\"yes\"                ~ profile ~ WRONG   ~ brl is true or false, not yes         ~ say what your machine has",
        "\"window\"                ~ \"observes\":[],\"window\"     ~ places  ~ WRONG   ~ nothing can be compared               ~ announce some of slot0",
        "\"window\"                ~ \"observes\":[\"slot9\"],\"window\" ~ places ~ WRONG ~ no vector has slot9                 ~ announce some of slot0",
        "\"window\":8,             ~ ''                             ~ window  ~ WARNING ~ 1: the runner waits for each answer   ~ announce \"window\":64"})
    void announced(String text, String other, String respect, Diagnosis.State state, String seen, String remedy) throws IOException {
        is(sound.saying(text, other).examined(), respect, state, seen, remedy);
    }

    @Test @DisplayName("a place that no vector has")
    void unknownPlace() throws IOException {
        warning(sound.saying("\"window\"", "\"observes\":[\"template\",\"tmplate\"],\"window\"").examined(), "places", "no vector has tmplate", "remove it; write one of slot0, slot1, slot2, template");
    }

    // The answers.

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "\\\"outcome\\\":\\\"done\\\",\\\"delta\\\":{}                       ~ WARNING ~ codec/reserved/0001 is answered otherwise than expected ~ vmmref check --id codec/reserved/0001",
        "\\\"outcome\\\":\\\"error\\\",\\\"detail\\\":\\\"oops\\\"           ~ WARNING ~ the implementation says: oops                          ~ look at its standard error",
        "\\\"outcome\\\":\\\"ok\\\"                                          ~ WRONG   ~ $.outcome is \"ok\"                                    ~ is \"done\"",
        "\\\"outcome\\\":\\\"done\\\",\\\"delta\\\":{\\\"slot0\\\":1}        ~ WRONG   ~ $.delta.slot0 is 1                                     ~ values of places are strings",
        "\\\"outcome\\\":\\\"unsupported\\\",\\\"why\\\":\\\"later\\\"       ~ WARNING ~ the first 3 cases are all unsupported                  ~ do not announce the kind"})
    void easyCase(String fields, Diagnosis.State state, String seen, String remedy) throws IOException {
        only(sound.running("echo \"{\\\"seq\\\":$seq," + fields + "}\"").examined(), "answers codec", state, seen, remedy);
    }

    @Test @DisplayName("an answer that never comes, and one that sits in a buffer")
    void silent() throws IOException {
        wrong(sound.running(":").examined(), "answers codec", "codec/reserved/0001 was not answered", "answer every run request, and flush");
        wrong(sound.running(HOLD).ending(ANSWER_HELD).examined(), "answers codec", "came only when the input ended", "flush standard output");
    }

    @Test @DisplayName("a crash on the first case")
    void crash() throws IOException {
        wrong(sound.running("echo 'assertion failed' >&2; exit 3").examined(), "answers codec", "at codec/reserved/0001 it exited with code 3; on standard error it said: assertion failed",
            "answer with the outcome error");
    }

    @Test @DisplayName("a batching adapter is sound, in whatever order it answers")
    void batching() throws IOException {
        Seq<Diagnosis> diagnoses = sound.running("held=\"$seq $held\"").flushing(ANSWER_HELD).examined();
        ok(diagnoses, "flush", "cases are held, and answered on flush");
        ok(diagnoses, "order", "3 cases at once are answered in another order, which is allowed");
    }

    @Test @DisplayName("one that loses cases when there are several")
    void loses() throws IOException {
        is(sound.running("held=$seq").flushing(ANSWER_HELD).examined(), "order", Diagnosis.State.WRONG, "of 3 cases at once, 1 were answered; then nothing more came", "announce a smaller window");
    }

    @Test @DisplayName("answers given twice")
    void twice() throws IOException {
        is(sound.running(Ailing.ANSWER + "; " + Ailing.ANSWER).examined(), "output", Diagnosis.State.WRONG, "$.seq is", "answer each request once");
    }

    @Test @DisplayName("debugging lines between answers do not hide what is sound")
    void debugging() throws IOException {
        wrong(sound.running("echo \"case $seq\"; " + Ailing.ANSWER).examined(), "output", "it wrote: case 1", "everything else to standard error");
    }

    @Test @DisplayName("one that drowns its answers ends the examination, not the doctor")
    void floods() throws IOException {
        assertTrue(sound.running("yes").examined().exists(Diagnosis::isWrong));
        assertTrue(sound.running("yes | tr -d '\\n'").examined().exists(Diagnosis::isWrong));
        assertTrue(sound.running("yes '{\"seq\":99999,\"outcome\":\"malformed\"}'").examined().exists(Diagnosis::isWrong));
        assertTrue(sound.running("head -c 300 /dev/urandom; echo").examined().exists(Diagnosis::isWrong));
    }

    @Test @DisplayName("fields and requests that it does not know")
    void unknown() throws IOException {
        wrong(sound.running("case $line in *later*) exit 1 ;; *) " + Ailing.ANSWER + " ;; esac").examined(), "unknown fields", "keep it from answering", "pass over the others");
        warning(sound.asked("exit 1").examined(), "unknown requests", "keep it from answering the next one", "ignore a cmd");
        warning(sound.asked("echo '{\"error\":\"what?\"}'").examined(), "unknown requests", "are answered", "ignore a cmd");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "echo '{\"ok\":true}'                           ~ OK      ~ kernel-flat@1 is set up, and is as good as a whole start state       ~ ",
        "echo '{\"ok\":false,\"why\":\"no MMU\"}'   ~ WARNING ~ kernel-flat@1 cannot be set up: no MMU                               ~ set it up",
        "echo '{\"ok\":1}'                              ~ WRONG   ~ $.ok is 1                                                            ~ ",
        ":                                                ~ WRONG   ~ kernel-flat@1 was not answered: nothing more came                    ~ check with --flat",
        "exit 2                                           ~ WRONG   ~ kernel-flat@1 was not answered: it exited with code 2                ~ check with --flat"})
    @DisplayName("a start state is learnt, or not")
    void bases(String onBase, Diagnosis.State state, String seen, String remedy) throws IOException {
        Ailing adapter = Ailing.sound(folder, StartingPack.in(folder)).asked("case $line in *'\"cmd\":\"base\"'*) " + onBase + " ;; esac");
        is(adapter.examined(), "bases", state, seen, remedy == null ? "" : remedy);
    }

    @Test @DisplayName("a base that is acknowledged and not used")
    void forgottenBase() throws IOException {
        Ailing adapter = Ailing.sound(folder, StartingPack.in(folder)).asked("echo '{\"ok\":true}'").running("case $line in *kernel-flat*) "
            + Ailing.ANSWER.replace("malformed", "abort") + " ;; *) " + Ailing.ANSWER + " ;; esac");
        is(adapter.examined(), "bases", Diagnosis.State.WRONG, "codec/start/0002 is answered otherwise when it starts from kernel-flat@1", "start each case anew");
    }

    @Test @DisplayName("what it says on standard error is shown")
    void stderr() throws IOException {
        ok(sound.starting("echo 'model 3 loaded' >&2").examined(), "stderr", "model 3 loaded");
    }

    // The end.

    @Test @DisplayName("one that ignores bye, and one that goes on when nobody is there")
    void stays() throws IOException {
        warning(sound.leaving(":").examined(), "bye", "it goes on for more than 300 ms", "exit at bye");
        is(sound.leaving(":").ending("sleep 20").examined(), "end of input", Diagnosis.State.WRONG, "would stay if the runner were killed", "exit when standard input ends");
    }

    @Test @DisplayName("one that exits with another code")
    void code() throws IOException {
        warning(sound.leaving("exit 4").examined(), "bye", "it exits with code 4", "exit with code 0");
    }

    @Test @DisplayName("one that leaves a process is told which, and the process is ended")
    void leaves() throws IOException {
        Seq<Diagnosis> diagnoses = sound.starting("sleep 987 >/dev/null 2>&1 &").examined();
        wrong(diagnoses, "processes", "it leaves ", "end what you start");
        assertEquals(0, ProcessHandle.allProcesses().filter(process -> process.info().commandLine().orElse("").endsWith("sleep 987")).count());
    }
}
