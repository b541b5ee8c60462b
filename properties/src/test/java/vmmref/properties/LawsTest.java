package vmmref.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.lang.reflect.Method;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vmmref.model.bundle.Bundle;
import vmmref.model.profile.Profile;
import vmmref.properties.guarantee.Guarantee;
import vmmref.properties.guarantee.Sample;
import vmmref.properties.guarantee.Subject;
import vmmref.properties.guarantee.Subjects;
import vmmref.spec.Chapters;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.spec.Formal;
import vmmref.spec.Tie;
import vmmref.spec.Ties;
import vmmref.vmm.Vmm;
import vmmref.vmm.build.Packed;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

/// Clauses and properties are tied: laws exist, checks are observed, the zoo is caught.
@Tag("sampled")
class LawsTest {
    @Test
    void everyLawNamesAPropertyThatChecksItsClause() {
        Seq<String> broken = Clauses.all()
            .filter(clause -> clause.sentence().formal() instanceof Formal.Law(String law)
                && !Laws.method(law).exists(method -> Ties.of(Tie.Kind.CHECKS, method).contains(clause)))
            .map(clause -> clause.name() + ": " + clause.sentence().formal());
        assertEquals(Vector.empty(), broken);
        assertTrue(Chapters.sentences().count(each -> each.formal() instanceof Formal.Law) > 50);
    }

    @Test
    void everyClauseIsCheckedByAProperty() {
        Seq<Clause> checked = guarantees().flatMap(method -> Ties.of(Tie.Kind.CHECKS, method));
        assertEquals(Vector.empty(), Clauses.all().removeAll(checked));
    }

    /// A property whose return type is neither void nor boolean passes whatever it returns.
    @Test
    void propertiesReturnNothingAndCheckSomething() {
        assertTrue(guarantees().size() > 20);
        for (Method method : guarantees()) {
            assertEquals(void.class, method.getReturnType(), method.toString());
            assertTrue(!Ties.of(Tie.Kind.CHECKS, method).isEmpty(), method + " checks no clause");
        }
        Seq<Method> plain = Laws.guaranteeClasses().flatMap(type -> Vector.of(type.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Property.class) && !method.isAnnotationPresent(Guarantee.class));
        assertEquals(Vector.empty(), plain, "a property that is no @Guarantee is not observed");
    }

    private static Seq<Method> guarantees() {
        return Laws.guaranteeClasses().flatMap(type -> Vector.of(type.getDeclaredMethods())).filter(method -> method.isAnnotationPresent(Guarantee.class));
    }

    @Test
    void aClauseThatNeverDecidesFailsTheProperty() {
        assertEquals(Option.none(), Laws.failure(ObservedExample.class, "observing"));
        String failure = Laws.failure(ObservedExample.class, "notObserving").getOrElse("nothing failed");
        assertTrue(failure.contains("never observed deciding: HINT_RESERVED"), failure);
    }

    /// The same bits are another instruction in a slot of another unit: MII becomes MMI.
    @Test
    void anInstructionInASlotOfAnotherUnitFailsTheLawOfPacking() {
        Vmm right = Vmm.reference(Profile.named("maximal").get());
        Vmm wrong = right.withBuilder(right.builder().withPack(lines -> right.builder().pack(lines) instanceof Packed.Done(var bundles, var because)
            ? new Packed.Done(bundles.map(bundle -> (bundle.low() & 0x1e) == 0 ? new Bundle(bundle.low() | 8, bundle.high()) : bundle), because) : right.builder().pack(lines)));
        Method law = Laws.method("PackGuarantees.groupsAreKept").get();
        Subjects.judging(Subject.of(wrong), () -> assertTrue(Laws.failure(law.getDeclaringClass(), law.getName()).isDefined()));
    }

    /// The laws of the monitor catch two dozen members each.
    private static final int MOST = 4;

    static java.util.List<Member> members() {
        Seq<Member> some = Sample.of(Zoo.members(), MOST, Member::law);
        assertEquals(Zoo.members().map(Member::law).toSet(), some.map(Member::law).toSet());
        return some.asJava();
    }

    /// That laws hold for the reference is what they themselves say when they are tested.
    @ParameterizedTest
    @MethodSource("members")
    void theLawOfAMemberOfTheZooCatchesIt(Member member) {
        Method law = Laws.method(member.law()).get();
        Subjects.judging(Subject.of(member.vmm(Profile.named("maximal").get())), () ->
            assertTrue(Laws.failure(law.getDeclaringClass(), law.getName()).isDefined(), member.name() + " passes " + member.law()));
        assertTrue(Ties.of(Tie.Kind.CHECKS, law).containsAll(member.told()), member.name());
    }
}
