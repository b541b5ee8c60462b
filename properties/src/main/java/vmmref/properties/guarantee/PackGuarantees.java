package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Builds.BUNDLES_PACKED;
import static vmmref.spec.Builds.GROUP_BROKEN;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Instruction;
import vmmref.properties.arbitrary.Instructions;
import vmmref.properties.arbitrary.Programs;
import vmmref.spec.Builds;
import vmmref.vmm.build.Line;
import vmmref.vmm.build.Packed;

/// What holds of instructions that are cut into bundles.
class PackGuarantees {

    @Guarantee
    @Label("bundles hold the same instruction groups, and nothing stands where it may not")
    @Builds.Checks(BUNDLES_PACKED)
    void groupsAreKept(Subject subject, @ForAll("programs") Seq<Line> lines) {
        Seq<Stood> all = Stood.in(subject, packed(subject, lines));
        assertEquals(Stood.groups(Stood.of(lines)), Stood.groups(all));
        for (int number = 0; number < all.size(); number++) {
            Stood each = all.get(number);
            assertTrue(each.stop() || !each.isOneOf(Programs.LAST), "no stop follows " + each);
            assertTrue(number == 0 || all.get(number - 1).stop() || !each.isOneOf(Programs.FIRST), "no stop precedes " + each);
            assertTrue(each.number() == 2 || !each.isOneOf(Programs.SLOT_2), "not in slot 2: " + each);
        }
        Outcomes.label("stops").collect(Math.min(3, lines.count(Line::stop))).coverage(checker -> Vector.of(0, 1, 2, 3).forEach(count -> checker.check(count).count(cases -> cases > 0)));
    }

    private static Seq<Bundle> packed(Subject subject, Seq<Line> lines) {
        return assertInstanceOf(Packed.Done.class, observed(subject.builder().pack(lines))).bundles();
    }

    @Guarantee
    @Costs(16)
    @Label("no fewer bundles would hold the instructions")
    @Builds.Checks(BUNDLES_PACKED)
    void noFewerBundlesWouldDo(Subject subject, @ForAll("programs") Seq<Line> lines) {
        int needed = Fewest.bundles(lines);
        assertEquals(needed, packed(subject, lines).size());
        Outcomes.label("bundles").collect(Math.min(4, needed)).coverage(checker -> Vector.rangeClosed(0, 4).forEach(count -> checker.check(count).count(cases -> cases > 0)));
    }

    @Guarantee
    @Label("what must end or begin its group is refused elsewhere")
    @Builds.Checks(GROUP_BROKEN)
    void brokenGroupsAreRefused(Subject subject, @ForAll("programs") Seq<Line> lines, @ForAll("bound") Instruction bound, @ForAll @IntRange(max = 8) int where) {
        int number = Math.min(where, lines.size());
        boolean last = Programs.LAST.contains(bound.form().syntax().mnemonic());
        Seq<Line> before = lines.take(number).append(new Line(Unit.M, Instructions.forms().find(form -> form.syntax().mnemonic().equals("srlz.d")).get().key(), last));
        Seq<Line> broken = before.append(new Line(bound.form().unit(), bound.encode(), !last)).appendAll(lines.drop(number));
        assertEquals(GROUP_BROKEN, assertInstanceOf(Packed.Refused.class, observed(subject.builder().pack(broken))).because());
        Outcomes.label("bound").collect(bound.form().syntax().mnemonic())
            .coverage(checker -> Programs.LAST.appendAll(Programs.FIRST).forEach(each -> checker.check(each).count(count -> count > 0)));
    }

    @Provide
    Arbitrary<Seq<Line>> programs() {
        return Programs.lines(8, form -> true);
    }

    @Provide
    Arbitrary<Instruction> bound() {
        return Instructions.instructions(form -> Programs.LAST.appendAll(Programs.FIRST).contains(form.syntax().mnemonic()));
    }
}
