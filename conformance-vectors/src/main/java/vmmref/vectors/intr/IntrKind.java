/// A machine that is interrupted.
package vmmref.vectors.intr;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.model.register.Isr;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.LastRead;
import vmmref.vectors.machine.CourseKind;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.MachineState;
import vmmref.vectors.machine.Reasons;
import vmmref.vectors.machine.Turns;

/// `pre` is a [MachineState] whose memory holds the bundle at `ip`; `in.turns` says how many turns the machine makes, one unless it is said, and `in.events` what happens between them, see [Happening]. The outcome is `done`, `abort` (a machine check) or `unspecified`: what interrupts the machine is delivered, so that it ends no case.
public final class IntrKind extends CourseKind {
    static final String NAME = "intr";

    private static final String TURNS = "turns";
    private static final String EVENTS = "events";
    private static final String ISR = "cr.isr";
    private static final int MOST = 64;

    /// What the manual leaves undefined in a case.
    private final LastRead<Set<String>> open = new LastRead<>(IntrKind::open);

    public IntrKind() {
        super(IntrKind::read);
    }

    @Override public String name() {
        return NAME;
    }

    static Turns read(Case given) {
        Fields in = new Fields("$.in", given.in());
        int turns = in.atLeastOne(TURNS, 1);
        if (turns > MOST) throw in.mistake(TURNS, "is " + turns, "write at most " + MOST);
        return new Turns(MachineState.read(given), in.has(EVENTS) ? in.children(EVENTS).map(event -> Happening.read(event, turns)) : Vector.empty(), turns);
    }

    /// {@return the case that asks what comes of a turn, if a start state can say the machine}
    public static Option<Case> asking(Machine machine) {
        return MachineState.asking(NAME, machine);
    }

    /// What the manual leaves undefined may change, too.
    @Override public boolean free(Case given, String place) {
        return super.free(given, place) || place.startsWith("cr.i") && open.of(given).contains(place);
    }

    private static Set<String> open(Case given) {
        return Drafts.step(given.needs()).map(step -> read(given).with(step.rules().profile().dimensions().pkrs()).open(step)).getOrElse(HashSet.empty());
    }

    @Override public Seq<String> parts(Case given, String place, String expected, String got) {
        if (place.equals(Reasons.IP)) return Vector.of(Reasons.STEPPED);
        if (!place.equals(ISR) || expected.length() != got.length()) return Vector.empty();
        long different = Long.parseUnsignedLong(expected, 16) ^ Long.parseUnsignedLong(got, 16);
        return Vector.of(Isr.Field.values()).filter(field -> (field.mask() & different) != 0).map(field -> ISR + "." + field.text());
    }

    @Override public Seq<Draft> drafts() {
        return Drafts.all();
    }

    @Override public Seq<Base> bases() {
        return Vector.of(MachineBase.VECTORED.base(), MachineBase.VECTORED_VIRTUAL.base());
    }
}
