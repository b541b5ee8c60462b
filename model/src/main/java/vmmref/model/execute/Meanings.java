package vmmref.model.execute;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.register.ApplicationRegister;
import vmmref.model.register.ControlRegister;

/// What each form means, group by group.
public final class Meanings {
    private static final Seq<Function1<Form, Option<Meaning>>> GROUPS = Vector.of(Nothings::of, Branches::of, Calls::of, Loops::of, Returns::of, Promotions::of,
        Sums::of, Comparisons::of, Fields::of, Parallels::of,
        Loads::of, Stores::of, Semaphores::of, Advanced::of, Queries::of, Transfers::of,
        Calculations::of, Approximations::of, FloatingQuestions::of, FloatingControls::of,
        RegisterMoves::of, new ApplicationMoves(ApplicationRegister.architected())::of, new ControlMoves(ControlRegister.architected())::of, StatusMoves::of, IndirectMoves::of, TranslationMoves::of, TableMoves::of, Frames::of, Stacking::of, Fences::of);

    private Meanings() { }

    /// {@return the meaning of a form; nothing if the model knows its encoding only}
    public static Option<Meaning> of(Form form) {
        return of(GROUPS, form);
    }

    /// {@return what each form means if there are other registers}
    public static Function1<Form, Option<Meaning>> with(Seq<ApplicationRegister> application, Seq<ControlRegister> control) {
        Seq<Function1<Form, Option<Meaning>>> groups = GROUPS.prepend(new ControlMoves(control)::of).prepend(new ApplicationMoves(application)::of);
        return form -> of(groups, form);
    }

    private static Option<Meaning> of(Seq<Function1<Form, Option<Meaning>>> groups, Form form) {
        return groups.iterator().map(group -> group.apply(form)).find(Option::isDefined).flatMap(meaning -> meaning);
    }
}
