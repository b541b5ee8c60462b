package vmmref.properties.guarantee;

import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.Locale;
import vmmref.model.interruption.Interruption;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.monitor.Monitor;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copy;

/// What guests have met with in a life, and by whom their instructions were done.
///
/// @param labels     of it: exits, interruptions that their own machines have delivered, instructions that did not run unmodified, what became of pages and of copies of them
/// @param efficiency how many instructions were done by whom
record Met(Set<String> labels, Efficiency efficiency) {
    static final String EXIT = "exit ";
    static final String TOLD = "told ";
    static final String PAGE = "page ";
    static final Met NOTHING = new Met(HashSet.empty(), Efficiency.NOTHING);
    private static final Seq<String> EXITS = Vector.of(Interruption.values()).map(kind -> EXIT + kind.text());
    private static final Seq<String> TELLINGS = Vector.of(Interruption.values()).map(kind -> TOLD + kind.text());

    /// {@return the same after the hardware has called the monitor}
    ///
    /// @param taken the interruption by which it has, with the traps that it tells besides; none if it has not
    Met called(Seq<Interruption> taken) {
        return taken.foldLeft(this, (met, kind) -> met.with(EXITS.get(kind.ordinal())));
    }

    /// {@return the same after a guest's own machine has delivered an interruption}
    Met told(Seq<Interruption> taken) {
        return taken.foldLeft(this, (met, kind) -> met.with(TELLINGS.get(kind.ordinal())));
    }

    /// {@return the same after an instruction was done}
    Met done(Doer doer) {
        return new Met(labels, efficiency.and(doer));
    }

    /// {@return the same after it is known which instruction has not run unmodified}
    Met named(String instruction, Doer doer) {
        return with(doer.label() + instruction);
    }

    /// {@return the same after an answer}
    Met answered(Monitor before, Monitor after) {
        Met moved = before.pages().states() == after.pages().states() ? this : moves(before.pages().states(), after.pages().states()).foldLeft(this, Met::with);
        return before.copies().made() == after.copies().made() ? moved : copies(before.copies().made(), after.copies().made(), before.copies().number()).foldLeft(moved, Met::with);
    }

    private Met with(String label) {
        return labels.contains(label) ? this : new Met(labels.add(label), efficiency);
    }

    private static Seq<String> moves(Map<Long, PageState> before, Map<Long, PageState> after) {
        return after.toVector().filter(each -> before.getOrElse(each._1, PageState.UNSEEN) != each._2).map(each -> PAGE + (before.getOrElse(each._1, PageState.UNSEEN) + " to " + each._2).toLowerCase(Locale.ROOT));
    }

    private static Seq<String> copies(Map<Alias, Copy> before, Map<Alias, Copy> after, int number) {
        Seq<Alias> gone = before.keySet().toVector().reject(after::containsKey);
        Seq<Alias> made = after.keySet().toVector().reject(before::containsKey);
        Seq<String> replaced = gone.map(alias -> PAGE + (made.isEmpty() || before.size() < number ? "copy gone" : "copy replaced"));
        return replaced.appendAll(made.map(one -> PAGE + (after.keySet().exists(other -> !other.equals(one) && other.frame() == one.frame()) ? "copied twice" : "copied")));
    }
}
