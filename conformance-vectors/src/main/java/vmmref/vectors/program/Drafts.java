/// Every case of the kind: programs that were written, each from several starts, and sequences of instructions that were drawn.
package vmmref.vectors.program;

import io.vavr.Function1;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.step.Step;
import vmmref.model.word.Bits;
import vmmref.spec.Table;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Outcome;
import vmmref.vectors.format.Promoted;
import vmmref.vectors.format.Source;
import vmmref.vectors.format.Tier;
import vmmref.vectors.machine.Course;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.MachineState;
import vmmref.vectors.xlate.Requirements;

final class Drafts {
    private static final int MOST = 1000;
    private static final int SMOKE = 2;
    private static final int HEXADECIMAL = 16;
    private static final Reference REFERENCE = new Reference();
    private static final Function1<Needs, Option<Step>> STEPS = Function1.<Needs, Option<Step>>of(needs -> REFERENCE.meeting(needs).map(vmm -> Step.of(vmm.machine()))).memoized();

    private Drafts() { }

    static Seq<Draft> all() {
        Seq<Draft> written = Source.named(Drafts.class, "programs").rows().zipWithIndex().flatMap(row -> written(row._1, row._2 < SMOKE));
        Seq<Draft> promoted = Promoted.drafts(RunKind.NAME, Vector.of(MachineBase.FLAT.base(), MachineBase.VIRTUAL.base()));
        return promoted.appendAll(written).appendAll(Drawn.all()).distinctBy(draft -> draft.given(RunKind.NAME));
    }

    private static Seq<Draft> written(Table.Row row, boolean smoke) {
        MachineBase base = row.cell(2).equals("flat") ? MachineBase.FLAT : MachineBase.VIRTUAL;
        Program program = Program.of(Program.lines(row.cell(4)));
        return Vector.of(row.cell(3).split(" / ")).zipWithIndex().flatMap(start -> draft("programs", smoke && start._2 == 0 ? Tier.SMOKE : Tier.CORE, "%s: %s".formatted(row.cell(0), start._1.strip()), row.cell(1), base,
            program.in(started(base.machine(), start._1.strip())), program.end()));
    }

    private static Machine started(Machine machine, String changes) {
        return Vector.of(changes.split(" ")).foldLeft(machine, (each, change) -> {
            String name  = change.substring(0, change.indexOf('='));
            String value = change.substring(change.indexOf('=') + 1);
            return name.startsWith("mem.") ? new Place.Bytes(new PhysicalAddress(Long.parseLong(name.substring(4), HEXADECIMAL)), 8).with(each, Long.reverseBytes(Long.parseUnsignedLong(value, HEXADECIMAL)))
                : MachineState.with(each, name, value);
        });
    }

    /// A program of which the model does not say what comes of it is none for now.
    static Option<Draft> draft(String topic, Tier tier, String title, String flag, MachineBase base, Machine start, long end) {
        Needs needs = Requirements.of(start.addressing(), io.vavr.collection.LinkedHashMap.empty());
        ObjectNode in = Json.object();
        in.putObject("until").put("ip", Bits.hexadecimal(end));
        in.put("max", MOST);
        return Option.when(said(needs, start, end), () -> new Draft(topic, tier, Level.MUST, title, List.of(flag), needs, base.stimulus(start, in), Option.none(), "model", Option.none()));
    }

    private static boolean said(Needs needs, Machine start, long end) {
        return STEPS.apply(needs).map(step -> new Course(start, Option.some(new VirtualAddress(end)), MOST).with(step.rules().profile().dimensions().pkrs()).expectation(step))
            .map(Expectation::alternatives).exists(each -> each.forAll(one -> one.outcome() != Outcome.UNSPECIFIED && one.outcome() != Outcome.DONE));
    }
}
