/// What the kinds have in common in which a machine makes turns, and what interrupts it is delivered.
package vmmref.vectors.intr;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.register.Isr;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Fields;
import vmmref.vectors.machine.CourseKind;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.MachineState;
import vmmref.vectors.machine.Reasons;
import vmmref.vectors.machine.Turns;

/// `pre` is a [MachineState] whose memory holds the bundle at `ip`; `in.turns` says how many turns the machine makes, one unless it is said, and `in.events` what happens between them, see [Happening]. The outcome is `done`, `abort` (a machine check) or `unspecified`: what interrupts the machine is delivered, so that it ends no case.
abstract class TurnsKind extends CourseKind {
    private static final String TURNS = "turns";
    private static final String EVENTS = "events";
    private static final String ISR = "cr.isr";
    private static final int MOST = 64;

    TurnsKind() {
        super(TurnsKind::read);
    }

    static Turns read(Case given) {
        Fields in = new Fields("$.in", given.in());
        int turns = in.atLeastOne(TURNS, 1);
        if (turns > MOST) throw in.mistake(TURNS, "is " + turns, "write at most " + MOST);
        return new Turns(MachineState.read(given), in.has(EVENTS) ? in.children(EVENTS).map(event -> Happening.read(event, turns)) : Vector.empty(), turns);
    }

    @Override protected boolean mayBeOpen(String place) {
        return super.mayBeOpen(place) || place.startsWith("cr.i") || place.startsWith("below.") || place.equals("ar.bspstore");
    }

    @Override public Seq<String> parts(Case given, String place, String expected, String got) {
        if (place.equals(Reasons.IP)) return Vector.of(Reasons.STEPPED, Reasons.IP + ".translated", Reasons.IP + ".level");
        if (!place.equals(ISR) || expected.length() != got.length()) return Vector.empty();
        long different = Long.parseUnsignedLong(expected, 16) ^ Long.parseUnsignedLong(got, 16);
        return Vector.of(Isr.Field.values()).filter(field -> (field.mask() & different) != 0).map(field -> ISR + "." + field.text());
    }

    @Override public Seq<Base> bases() {
        return Vector.of(MachineBase.VECTORED.base(), MachineBase.VECTORED_VIRTUAL.base());
    }
}
