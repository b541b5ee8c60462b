package vmmref.vectors.baremetal;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Translated;
import vmmref.model.translate.Translator;
import vmmref.vectors.machine.MachineBase;

/// A bundle with branches or breaks that takes the place of one at which a case is over.
///
/// @param at     where it lies in physical memory
/// @param bundle with branches to the entries of the harness, one for each slot, or with breaks
record Plant(PhysicalAddress at, Bundle bundle) {
    private static final long REACH = 1L << 24;
    private static final int SLOTS = 3;
    private static final int WORD = 8;
    /// What the breaks tell.
    static final long BREAK = 0x7e57;
    private static final Bundle BREAKS = assembled("MII;", Vector.of("break.m %s", "break.i %s", "break.i %s").map(text -> text.formatted(Startup.hex(BREAK))));

    /// {@return the bundle for a position of a machine; none if it cannot be fetched there, or does not reach the harness}
    static Option<Plant> of(Machine machine, Position position, Site site, Translator translator) {
        Vector<Long> distances = Vector.range(0, SLOTS).map(slot -> (Site.leaving(slot) | site.fetched()) - position.bundle().bits());
        if (distances.exists(distance -> Math.abs(distance) >= REACH)) return Option.none();
        return fetched(machine, position, translator).map(at -> new Plant(at, branches(distances)).within(machine, position.slot()));
    }

    /// {@return breaks for a position of a machine; none if they cannot be fetched there}
    static Option<Plant> breaks(Machine machine, Position position, Translator translator) {
        return fetched(machine, position, translator).map(at -> new Plant(at, BREAKS));
    }

    private static Option<PhysicalAddress> fetched(Machine machine, Position position, Translator translator) {
        return translator.translate(machine.addressing(), Reference.fetch(position.bundle()), Choice.USUAL) instanceof Translated.To to ? Option.some(new PhysicalAddress(to.address().bits() & Long.MAX_VALUE)) : Option.none();
    }

    /// {@return the same, or the bundle of the case with a branch in one slot, if others of the bundle were executed before and a branch may stand there}
    private Plant within(Machine machine, int slot) {
        Bundle.Fields fields = new Bundle(machine.memory().read(at, WORD), machine.memory().read(new PhysicalAddress(at.bits() + WORD), WORD)).fields();
        boolean branches = Templates.architected().meaning(fields.code()) instanceof Templates.Meaning.Assigned(Template template) && !template.isLong() && template.instructionUnits().get(slot) == Unit.B;
        if (slot == 0 || !branches) return this;
        Bundle.Fields planted = bundle.fields();
        return new Plant(at, Bundle.of(new Bundle.Fields(fields.code(), fields.slot0(), slot == 1 ? planted.slot1() : fields.slot1(), slot == 2 ? planted.slot2() : fields.slot2())));
    }

    private static Bundle branches(Vector<Long> distances) {
        return assembled("BBB;", distances.map(distance -> "br.cond.sptk.few ." + (distance < 0 ? "-" : "+") + Startup.hex(Math.abs(distance))));
    }

    private static Bundle assembled(String template, Vector<String> slots) {
        return switch (Assembler.architected().bundle(template, slots)) {
            case AssembledBundle.Done done       -> done.bundle();
            case AssembledBundle.Refused refused -> throw new IllegalStateException(refused.why());
        };
    }

    /// {@return a machine with it in memory}
    Machine in(Machine machine) {
        return MachineBase.holding(machine, at.bits(), bundle);
    }
}
