package vmmref.vectors.running;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.PrintWriter;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.spec.Clause;
import vmmref.vectors.elf.Symbols;
import vmmref.vectors.format.Json;
import vmmref.vectors.report.Ink;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Exit;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Privileged;

/// Prints a line for each instruction of a guest, and below one that calls the monitor the exit, the clauses that decided the answer, what becomes of pages, copies and the scratch set, what the guest believes then, and the operations of the answer.
public final class GuestTrace implements GuestWatcher {
    private final PrintWriter out;
    private final Ink ink;
    private final boolean json;
    private final Turn turn;
    private final Vector<Trace> traces;

    private GuestTrace(PrintWriter out, Ink ink, boolean json, Turn turn, Vector<Trace> traces) {
        this.out    = out;
        this.ink    = ink;
        this.json   = json;
        this.turn   = turn;
        this.traces = traces;
    }

    /// {@return lines for a person, below a heading}
    public static GuestTrace text(PrintWriter out, Turn turn, Seq<Symbols> guests, Ink ink) {
        out.print("   ");
        Trace.text(out, Symbols.NONE, ink);
        return new GuestTrace(out, ink, false, turn, guests.zipWithIndex().map(guest -> Trace.guest(out, guest._1, ink, false, guest._2)).toVector());
    }

    /// {@return an object on each line}
    public static GuestTrace json(PrintWriter out, Turn turn, Seq<Symbols> guests) {
        return new GuestTrace(out, new Ink(false), true, turn, guests.zipWithIndex().map(guest -> Trace.guest(out, guest._1, new Ink(false), true, guest._2)).toVector());
    }

    @Override
    public void turns(long number, Hosting before) {
        Machine machine = before.machine();
        trace(before).saw(number, machine, () -> turn.step().fetched(machine, Choice.USUAL).isDefined() ? new Standing(turn.step()).text(machine) : "not fetched", own(turn.next(machine, Choice.USUAL), before.monitor().map()));
    }

    private Trace trace(Hosting hosting) {
        return traces.get(hosting.monitor().running());
    }

    /// {@return the same at the addresses of the guest's memory}
    private static Turn.Turned own(Turn.Turned turned, GuestMap map) {
        return turned.executed() instanceof Executed.Done done ? new Turn.Turned(done.with(Effects.of(done.effects().writes().<Write<?>>map(write -> own(write, map)))), turned.taken()) : turned;
    }

    private static Write<?> own(Write<?> write, GuestMap map) {
        return write.place() instanceof Place.Bytes(var at, int size) ? map.behind(at).headOption().<Write<?>>map(own -> new Write<>(new Place.Bytes(own, size), (Long) write.value(), write.because())).getOrElse(write) : write;
    }

    @Override
    public void answered(Hosting before, Exit exit, Answer answer) {
        Seq<String> beliefs = BeliefText.changed(before.believed(), new Hosting(answer.rules(), answer.monitor(), answer.machine()).believed());
        Seq<String> pages = PageText.changed(before.monitor(), answer);
        if (json) {
            exited(before, exit, answer, beliefs, pages, answer.done().map(operation -> OperationText.of(operation) + goes(answer, operation)));
        } else {
            Trace trace = trace(before);
            trace.below("exit", ink.notable(told(exit)), reported(exit).mkString(" "));
            if (!answer.decided().isEmpty()) trace.below("decided", ink.quiet(decided(answer).mkString(" ")), "");
            pages.forEach(page -> trace.below("page", page, ""));
            beliefs.forEach(belief -> trace.below("guest", belief, ""));
            OperationText.runs(answer.done()).forEach(operation -> trace.below("monitor", ink.quiet(operation.equals("rfi") ? operation + goes(answer, Privileged.Returning.RFI) : operation), ""));
        }
    }

    private static String goes(Answer answer, Privileged operation) {
        return operation instanceof Privileged.Returning ? " -> " + Trace.address(answer.machine().position()) : "";
    }

    private static Seq<String> decided(Answer answer) {
        return answer.decided().distinct().map(Clause::name);
    }

    private void exited(Hosting before, Exit exit, Answer answer, Seq<String> beliefs, Seq<String> pages, Seq<String> operations) {
        ObjectNode object = Json.object().put("guest", before.monitor().running()).put("at", before.machine().position().toString()).put("exit", exit.kind().text());
        object.set("reported", Json.texts(reported(exit)));
        object.set("because", Json.texts(decided(answer)));
        object.set("pages", Json.texts(pages));
        object.set("guest-changes", Json.texts(beliefs));
        object.set("operations", Json.texts(operations));
        out.println(Json.line(object.put("retires", answer.retires())));
    }

    private static String told(Exit exit) {
        return exit.cause().others().prepend(exit.kind()).map(Interruption::text).mkString(", ");
    }

    private static Seq<String> reported(Exit exit) {
        return Vector.ofAll(exit.cause().address().map(at -> "cr.ifa=" + at)).appendAll(Option.when(exit.kind() == Interruption.BREAK_INSTRUCTION, () -> "cr.iim=%x".formatted(exit.cause().immediate()))).append("cr.isr=" + exit.isr());
    }

    @Override
    public void switched(int from, Answer answer) {
        int to = answer.monitor().running();
        if (json) {
            ObjectNode object = Json.object().put("guest", from).put("switched-to", to);
            object.set("operations", Json.texts(answer.done().map(OperationText::of)));
            out.println(Json.line(object));
        } else {
            traces.get(from).below("switch", ink.notable("guest " + to), "%,d operations".formatted(answer.done().size()));
        }
    }
}
