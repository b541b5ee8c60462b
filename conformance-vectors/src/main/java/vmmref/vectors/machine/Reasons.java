/// Clauses that decide something and write nothing themselves, each beside the place on which it tells.
package vmmref.vectors.machine;

import static vmmref.spec.Interruptions.ACCESS_TOLD;
import static vmmref.spec.Interruptions.CAUSE_COLLECTED;
import static vmmref.spec.Interruptions.CODE_TOLD;
import static vmmref.spec.Interruptions.COLLECTION_DISABLED;
import static vmmref.spec.Interruptions.DEFERRAL_TOLD;
import static vmmref.spec.Interruptions.DISABLED_HALVES_TOLD;
import static vmmref.spec.Interruptions.FETCH_TOLD;
import static vmmref.spec.Interruptions.INTERRUPTS_ENABLED;
import static vmmref.spec.Interruptions.INTERRUPT_ACKNOWLEDGED;
import static vmmref.spec.Interruptions.INTERRUPT_MASKED;
import static vmmref.spec.Interruptions.INTERRUPT_PRIORITY;
import static vmmref.spec.Interruptions.INTERRUPT_SERVED;
import static vmmref.spec.Interruptions.INTERRUPT_SPURIOUS;
import static vmmref.spec.Interruptions.NESTED_SILENT;
import static vmmref.spec.Interruptions.NESTING_TOLD;
import static vmmref.spec.Interruptions.QUERY_TOLD;
import static vmmref.spec.Interruptions.SLOT_FETCHED_AGAIN;
import static vmmref.spec.Interruptions.SLOT_TOLD;
import static vmmref.spec.Interruptions.SPECULATION_KIND_TOLD;
import static vmmref.spec.Interruptions.SPECULATION_TOLD;
import static vmmref.spec.Interruptions.STATUS_COLLECTED;
import static vmmref.spec.Interruptions.STEP_TRAPPED;
import static vmmref.spec.Interruptions.TIMER_EXPIRED;
import static vmmref.spec.Interruptions.TIME_PASSED;
import static vmmref.spec.Interruptions.TRAPS_ORDERED;
import static vmmref.spec.Interruptions.TRAPS_TOLD;
import static vmmref.spec.Interruptions.TRAP_SLOT_TOLD;
import static vmmref.spec.Reals.FAULT_TOLD;
import static vmmref.spec.Reals.TRAP_TOLD;
import static vmmref.spec.Stacks.FRAME_TOLD;
import static vmmref.spec.Stacks.STORE_TOLD;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.external.ExternalInterrupts;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.register.InterruptSet;
import vmmref.model.register.Isr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.step.Step;
import vmmref.model.step.Turn;
import vmmref.model.translate.Choice;
import vmmref.model.word.Bits;
import vmmref.spec.Clause;
import vmmref.vectors.format.Expectation;

/// A field of ISR is a part of it, such as `cr.isr.ei`; what decided where the machine goes on is a part of `ip`, or of `slot` where IP stays.
///
/// @param parts   part of a place -> clause
/// @param unwatched whether the last instruction was not watched, so that the next slot is fetched again
public record Reasons(Map<String, Clause> parts, boolean unwatched) {
    public static final String IP = "ip";
    /// The part of `ip` that says that a fault comes before the trap of a single step.
    public static final String STEPPED = "ip.step";
    /// The part of RNAT that says which bits of it are of no register.
    static final String REMAINING = "ar.rnat.rest";

    public static final Reasons NONE = new Reasons(LinkedHashMap.empty(), false);

    private static final String GOES = "goes.";
    private static final String ISR = "cr.isr.";
    private static final Place.Control TELLING = new Place.Control(RegisterNumber.ISR);

    /// {@return those that are about places of which something is expected, by the names of parts, and those that are about places which keep what they hold}
    public Map<String, String> of(Set<String> places) {
        Option<String> goes = Vector.of(IP, "slot").find(places::contains);
        return LinkedHashMap.ofEntries(parts.toVector().flatMap(part -> named(part._1, places, goes).map(name -> Tuple.of(name, part._2.name()))));
    }

    private static Option<String> named(String part, Set<String> places, Option<String> goes) {
        if (part.startsWith(GOES)) return goes.map(place -> place + part.substring(GOES.length() - 1));
        return Option.when(part.endsWith(Expectation.KEPT) || places.contains(part.substring(0, part.lastIndexOf('.'))), part);
    }

    private Reasons with(String part, Clause clause) {
        return new Reasons(parts.put(part, clause), unwatched);
    }

    private Reasons with(boolean holds, String part, Clause clause) {
        return holds ? with(part, clause) : this;
    }

    /// {@return the same and what decided in an event}
    public Reasons happened(Effects effects) {
        return effects.writes().filter(write -> write.because() == TIMER_EXPIRED).foldLeft(this, (all, write) -> all.with(write.place() + ".time", TIME_PASSED));
    }

    /// {@return the same and what decided in a turn}
    public Reasons turned(Machine before, Turn.Turned turned, Step step, Choice choice) {
        Executed.Done done = (Executed.Done) turned.executed();
        Reasons all = stacked(before, turned, done, step, choice);
        return new Reasons(all.parts, turned.taken().isEmpty() && (before.psr().ia() || before.psr().id()) && done.effects().next().exists(next -> next.slot() != 0 && next.bundle().equals(before.position().bundle())));
    }

    private Reasons stacked(Machine before, Turn.Turned turned, Executed.Done done, Step step, Choice choice) {
        Reasons plain = turned.taken().isEmpty() ? waiting(before, done.effects()) : delivered(before, turned.taken(), done);
        return StackReasons.of(before, turned, step.ready(before, choice)).foldLeft(plain, (all, part) -> all.with(part._1, part._2));
    }

    private Reasons waiting(Machine before, Effects effects) {
        InterruptSet pending = ExternalInterrupts.pending(before);
        boolean acknowledged = wrote(effects, INTERRUPT_ACKNOWLEDGED);
        boolean several = Vector.range(0, 4).map(number -> Long.bitCount(pending.word(number))).sum().intValue() > 1;
        if (pending.isEmpty() || acknowledged) return with(acknowledged && several, "in-service.first", INTERRUPT_PRIORITY);
        return with(GOES + "interrupt", wrote(effects, INTERRUPT_SPURIOUS) ? hindrance(before) : hindrance(before, before.psr().i()));
    }

    private static Clause hindrance(Machine before, boolean enabled) {
        return enabled ? hindrance(before) : INTERRUPTS_ENABLED;
    }

    /// {@return the clause that keeps pending interrupts away}
    private static Clause hindrance(Machine before) {
        return ExternalInterrupts.unmasked(new Place.Control(RegisterNumber.TPR).with(before, 0L)).isDefined() ? INTERRUPT_MASKED
            : ExternalInterrupts.unmasked(before.withInService(InterruptSet.NONE)).isDefined() ? INTERRUPT_SERVED : INTERRUPT_MASKED;
    }

    private Reasons delivered(Machine before, Seq<Interruption> taken, Executed.Done done) {
        boolean traps = taken.head().isTrap();
        boolean silent = !wrote(done.effects(), CAUSE_COLLECTED);
        Option<Long> isr = done.effects().writes().filter(write -> write.place().equals(TELLING)).lastOption().map(write -> (Long) write.value());
        Reasons why = with(!traps, GOES + "raised", done.because())
            .with(traps && taken.size() > 1, GOES + "first", TRAPS_ORDERED)
            .with(!traps && before.psr().ss() && taken.head() != Interruption.EXTERNAL_INTERRUPT, STEPPED, STEP_TRAPPED)
            .with(silent, TELLING + Expectation.KEPT, NESTED_SILENT)
            .with(!silent && !wrote(done.effects(), STATUS_COLLECTED), "cr.iip" + Expectation.KEPT, COLLECTION_DISABLED)
            .with(unwatched && isr.exists(word -> Bits.bit(word, 32)), GOES + "fetched", SLOT_FETCHED_AGAIN);
        return isr.map(word -> why.telling(word, taken)).getOrElse(why);
    }

    private Reasons telling(long isr, Seq<Interruption> taken) {
        Reasons others = new Reasons(parts.filterKeys(part -> !part.startsWith(ISR)), unwatched);
        Reasons fields = Vector.of(Isr.Field.values()).foldLeft(others, (all, field) -> all.with((isr & field.mask()) != 0, ISR + field.text(), telling(field, taken.head())));
        return taken.filter(Interruption::isTrap).map(Trap::of).foldLeft(fields, (all, trap) -> all.with(ISR + trap.text(), trap.clause()));
    }

    /// {@return the clause that says what a field tells of an interruption}
    private static Clause telling(Isr.Field field, Interruption kind) {
        return switch (field) {
            case CODE -> kind == Interruption.FLOATING_POINT_TRAP ? TRAP_TOLD : kind.isTrap() ? TRAPS_TOLD : code(kind);
            case EI   -> kind.isTrap() ? TRAP_SLOT_TOLD : SLOT_TOLD;
            case X    -> FETCH_TOLD;
            case W, R -> ACCESS_TOLD;
            case NA   -> QUERY_TOLD;
            case SP   -> SPECULATION_TOLD;
            case RS   -> STORE_TOLD;
            case IR   -> FRAME_TOLD;
            case NI   -> NESTING_TOLD;
            case ED   -> DEFERRAL_TOLD;
        };
    }

    private static Clause code(Interruption kind) {
        return switch (kind) {
            case DISABLED_FP_REGISTER  -> DISABLED_HALVES_TOLD;
            case SPECULATIVE_OPERATION -> SPECULATION_KIND_TOLD;
            case FLOATING_POINT_FAULT  -> FAULT_TOLD;
            default                    -> CODE_TOLD;
        };
    }

    private static boolean wrote(Effects effects, Clause clause) {
        return effects.writes().<Clause>map(Write::because).contains(clause);
    }
}
