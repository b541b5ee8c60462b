package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.BiFunction;
import java.util.function.IntBinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import vmmref.model.interruption.Interruption;
import vmmref.model.register.Psr;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.keys.Transition;
import vmmref.vmm.scratch.Passage;
import vmmref.vmm.scratch.Presence;
import vmmref.vmm.scratch.ScratchSet;

/// A wrong monitor is the right one with one function replaced: that one, and no other.
class ReplacementsTest {
    @Test
    void ofFirstAccesses() {
        Watch watch = Fixture.rules("maximal").watch();
        Watch.Moving moving = (state, access, own) -> Transition.NONE;
        assertEquals(new Watch(watch.catching(), moving, watch.scanning(), watch.reusing(), watch.examined(), watch.evicting()), watch.withMoving(moving));
        BiFunction<Pages, Predicate<Long>, Pages> reusing = (pages, frames) -> pages;
        assertEquals(new Watch(watch.catching(), watch.moving(), watch.scanning(), reusing, watch.examined(), watch.evicting()), watch.withReusing(reusing));
        Predicate<Interruption> examined = fault -> false;
        assertEquals(new Watch(watch.catching(), watch.moving(), watch.scanning(), watch.reusing(), examined, watch.evicting()), watch.withExamined(examined));
        IntBinaryOperator evicting = (last, number) -> last;
        assertEquals(new Watch(watch.catching(), watch.moving(), watch.scanning(), watch.reusing(), watch.examined(), evicting), watch.withEvicting(evicting));
    }

    @Test
    void ofScratchRegisters() {
        Scratching rules = Fixture.rules("maximal").scratching();
        BiFunction<Presence, Passage, Presence.Move> moving = (presence, passage) -> presence.on(Passage.NONE);
        assertEquals(new Scratching(rules.set(), rules.detectors(), moving, rules.entering(), rules.using(), rules.disabling()), rules.withMoving(moving));
        Scratching.Entering entering = (answer, saving, using) -> answer;
        assertEquals(new Scratching(rules.set(), rules.detectors(), rules.moving(), entering, rules.using(), rules.disabling()), rules.withEntering(entering));
        UnaryOperator<Answer> using = answer -> answer.because();
        assertEquals(new Scratching(rules.set(), rules.detectors(), rules.moving(), rules.entering(), using, rules.disabling()), rules.withUsing(using));
        BiFunction<ScratchSet, Psr, Psr> disabling = (set, psr) -> psr;
        assertEquals(new Scratching(rules.set(), rules.detectors(), rules.moving(), rules.entering(), rules.using(), disabling), rules.withDisabling(disabling));
    }
}
