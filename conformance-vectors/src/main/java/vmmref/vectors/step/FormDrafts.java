/// Of each form that has a meaning: an instruction with nothing in its way, and what differs from it. Where many forms of a family differ for the same reason and the same clause decides, a few of them stand in tier core for all.
package vmmref.vectors.step;

import io.vavr.Function1;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.execute.Meanings;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.step.Step;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vectors.machine.Course;
import vmmref.vectors.machine.MachineBase;

final class FormDrafts {
    private static final Reference REFERENCE = new Reference();
    private static final Function1<Needs, Option<Step>> STEPS = Function1.<Needs, Option<Step>>of(needs -> REFERENCE.meeting(needs).map(vmm -> Step.of(vmm.machine()))).memoized();

    private static final Seq<Form> FORMS = Forms.architected();
    /// How many twists are looked at of a form of a large family.
    private static final Map<String, Integer> LARGE = HashMap.of("load", 11, "float-memory", 8, "store", 14, "prefetch", 10, "semaphore", 15, "compare", 10, "parallel", 9);
    private static final int STRIDE = 7;
    private static final Seq<String> ARITHMETIC = Vector.of("float-multiply", "float-compare", "float-miscellaneous", "float-status");

    /// How many drafts of one family, one reason and one deciding clause stand in tier core.
    private static final int CORE = 8;

    private FormDrafts() { }

    static Seq<Draft> all() {
        return Alike.spread(FORMS.filter(form -> Meanings.of(form).isDefined()).flatMap(FormDrafts::of), CORE);
    }

    /// Of each form the first draft is like no other.
    private static Seq<Alike> of(Form form) {
        Setting plain = TableTwists.plain(Setting.of(MachineBase.FLAT, Standard.of(form)));
        Option<Expectation> usual = expectation(plain);
        Option<Stimulus> near = usual.map(expectation -> plain.stimulus());
        Seq<Twist> twists = some(form, ValueTwists.of(plain).appendAll(TableTwists.of(plain)).appendAll(CommonTwists.of(plain)));
        Seq<Alike> all = usual.map(expectation -> new Alike(draft(topic(form), plain, plain.text() + ", with nothing in its way", List.empty(), Option.none()), form)).toVector()
            .appendAll(twists.reject(twist -> near.contains(twist.setting().stimulus())).flatMap(twist -> expectation(twist.setting()).filter(expectation -> matters(twist, expectation, usual)).map(expectation ->
                new Alike(draft(topic(form), twist.setting(), "%s: %s".formatted(twist.setting().text(), twist.said()), List.of(twist.flag()), near).unlessFull(!isArithmetic(form)),
                    Tuple.of(topic(form), twist.flag(), deciding(expectation))))));
        return usual.isDefined() || all.isEmpty() ? all : all.update(0, first -> new Alike(first.draft(), form));
    }

    /// {@return whether the vectors that were typed say in tier core what can befall an instruction of a form}
    private static boolean isArithmetic(Form form) {
        return ARITHMETIC.contains(topic(form)) && !form.syntax().mnemonic().startsWith("fmerge");
    }

    /// {@return the clauses that decide, one of each alternative}
    private static Seq<Option<String>> deciding(Expectation expectation) {
        return expectation.alternatives().map(Expectation::because);
    }

    /// Of the forms of a large family each has some of the twists, another form others.
    private static Seq<Twist> some(Form form, Seq<Twist> twists) {
        int most = LARGE.get(topic(form)).getOrElse(Integer.MAX_VALUE);
        int start = FORMS.indexOf(form) * STRIDE;
        return twists.size() <= most ? twists : twists.zipWithIndex().filter(twist -> Math.floorMod(twist._2 * STRIDE + start, twists.size()) < most).map(twist -> twist._1);
    }

    /// Something else is expected of it than usually.
    private static boolean matters(Twist twist, Expectation expectation, Option<Expectation> usual) {
        return twist.always() || usual.isEmpty() || !differing(expectation, usual.get()).isEmpty();
    }

    private static Seq<String> differing(Expectation expectation, Expectation usual) {
        return Vector.of(expectation.verdict().equals(usual.verdict()) ? "" : "verdict", expectation.because().equals(usual.because()) ? "" : "because").reject(String::isEmpty);
    }

    /// {@return what the reference expects, if it says anything}
    static Option<Expectation> expectation(Setting setting) {
        return STEPS.apply(setting.required()).map(step -> new Course(setting.start(), Option.none(), 1).with(step.rules().profile().dimensions().pkrs()).expectation(step))
            .filter(expectation -> expectation.alternatives().forAll(each -> each.outcome() != Outcome.UNSPECIFIED));
    }

    static Draft draft(String topic, Setting setting, String title, Seq<String> flags, Option<Stimulus> near) {
        return new Draft(topic, Tier.CORE, Level.MUST, title, flags, setting.required(), setting.stimulus(), Option.none(), "model", near);
    }

    private static String topic(Form form) {
        return form.clause().name().replaceAll("_FORM$", "").toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
