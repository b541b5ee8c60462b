package vmmref.vectors.running;

import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.bundle.Bundle;
import vmmref.model.machine.Code;
import vmmref.model.machine.Position;
import vmmref.model.memory.PhysicalAddress;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.monitor.Answer;
import vmmref.vmm.monitor.Monitor;
import vmmref.vmm.patch.Alias;
import vmmref.vmm.patch.Copies;
import vmmref.vmm.patch.Copy;
import vmmref.vmm.recognize.Place;
import vmmref.vmm.scratch.Presence;
import vmmref.vmm.scratch.ScratchSet;

/// What becomes of states of pages, of copies and of the scratch set, as a trace has it: `0000000001140000: data -> patched`, `copy of 0000000001140000 for 200000`, `branch at 200000 to e800000040000000 for mov.m r14=ar3`, `break at 200010.0 for probe.r r15=r3,0x0`, `copy for 200000 is gone`, `f32 to f127 saved`.
final class PageText {
    private static final int BUNDLE = 16;
    private static final int WORD = 8;
    private static final int SLOTS = 3;

    private PageText() { }

    static Seq<String> changed(Monitor before, Answer answer) {
        return sets(before, answer).appendAll(states(before, answer.monitor())).appendAll(copies(before.copies(), answer));
    }

    private static Seq<String> states(Monitor before, Monitor after) {
        Map<Long, PageState> now = after.pages().states();
        return now.keySet().addAll(before.pages().states().keySet()).toVector().sorted().filter(frame -> before.pages().state(frame) != after.pages().state(frame))
            .map(frame -> "%s: %s -> %s".formatted(address(frame), text(before.pages().state(frame)), text(after.pages().state(frame))));
    }

    private static PhysicalAddress address(long frame) {
        return new PhysicalAddress(frame << GuestMap.PAGE_LOG2);
    }

    private static Seq<String> copies(Copies before, Answer answer) {
        Copies after = answer.monitor().copies();
        Seq<String> gone = before.made().keySet().diff(after.made().keySet()).toVector().map(alias -> "copy for %x is gone".formatted(alias.page().bits()));
        return gone.appendAll(after.made().reject((alias, copy) -> before.of(alias).exists(old -> isSame(old, copy))).toVector().flatMap(made -> copied(answer, made)));
    }

    /// {@return whether nothing differs but what leads there}
    private static boolean isSame(Copy one, Copy other) {
        return one.number() == other.number() && one.breaks().equals(other.breaks()) && one.detours().equals(other.detours());
    }

    private static Seq<String> copied(Answer answer, Tuple2<Alias, Copy> made) {
        Alias alias = made._1;
        Seq<String> branches = made._2.detours().toVector().sortBy(Tuple2::_1).map(each -> "branch at %x to %x for %s".formatted(at(alias, each._1), each._2.at().bits(), instructions(answer, alias, each._1)));
        Seq<String> breaks = made._2.breaks().toVector().sortBy(place -> place.bundle() * SLOTS + place.slot()).map(place -> "break at %x.%d for %s".formatted(at(alias, place.bundle()), place.slot(), instruction(answer, alias, place)));
        return branches.appendAll(breaks).prepend("copy of %s for %x".formatted(address(alias.frame()), alias.page().bits()));
    }

    private static long at(Alias alias, int bundle) {
        return alias.page().bits() + (long) bundle * BUNDLE;
    }

    /// {@return what a bundle of the guest holds, but for what does nothing}
    private static String instructions(Answer answer, Alias alias, int bundle) {
        return Vector.range(0, SLOTS).map(slot -> instruction(answer, alias, new Place(bundle, slot))).reject(text -> text.startsWith("nop")).mkString("; ");
    }

    private static String instruction(Answer answer, Alias alias, Place place) {
        PhysicalAddress original = new PhysicalAddress(address(alias.frame()).bits() + (long) place.bundle() * BUNDLE);
        Bundle bundle = new Bundle(answer.machine().memory().read(original, WORD), answer.machine().memory().read(new PhysicalAddress(original.bits() + WORD), WORD));
        return new Standing(answer.rules().step()).text(answer.machine().withPosition(Position.at(at(alias, place.bundle())).withCode(new Code(bundle, Option.none())).withSlot(place.slot())));
    }

    private static Seq<String> sets(Monitor before, Answer answer) {
        Presence now = answer.monitor().processor().presence();
        if (before.running() != answer.monitor().running() || before.processor().presence() == now) return Vector.empty();
        ScratchSet set = answer.rules().scratching().set();
        return set.isEmpty() ? Vector.empty() : Vector.of("f%d to f%d %s".formatted(set.registers().head(), set.registers().last(), now == Presence.INSIDE ? "saved" : "back"));
    }

    private static String text(PageState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
