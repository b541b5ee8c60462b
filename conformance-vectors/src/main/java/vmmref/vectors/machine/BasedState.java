/// The start state of a stimulus, read: what differs from its base, on the machine that the base is.
package vmmref.vectors.machine;

import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Machine;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.xlate.Bytes;
import vmmref.vectors.xlate.HeldTranslations;

/// Most stimuli differ from their base in a few places. The whole state is read where one takes something away, or changes what the names of registers mean.
final class BasedState {
    private static final String PATH = "$.pre";
    private static final int MOST = 4;
    private static final Set<String> NAMING = HashSet.of(Parts.CFM.name(), Parts.BSPSTORE_PART.name(), Parts.BSP);
    private static final Set<String> TRANSLATIONS = HashSet.ofAll(MachineState.OBJECTS).remove(Bytes.NAME);

    /// The bases that were read last, newest first.
    private static volatile List<Known> known = List.empty();

    private record Known(Base base, Machine machine) { }

    private BasedState() { }

    /// @throws vmmref.vectors.format.FieldMistake where [MachineState#read(Fields)] does
    static Machine read(Stimulus stimulus) {
        return stimulus.base().filter(_ -> keepsNames(stimulus.pre())).flatMap(base -> changed(machine(base), stimulus))
            .getOrElse(() -> MachineState.read(new Fields(PATH, stimulus.start())));
    }

    private static boolean keepsNames(ObjectNode changes) {
        return changes.properties().stream().noneMatch(change -> change.getValue().isNull() || NAMING.contains(change.getKey()) || MachineState.namesMoreKeys(change.getKey()));
    }

    /// {@return the machine of a base after some changes, unless they lead to the other bank of registers}
    private static Option<Machine> changed(Machine base, Stimulus stimulus) {
        Fields changes = new Fields(PATH, stimulus.pre());
        Machine machine = MachineState.with(base, MachineState.parts(changes), changes);
        if (machine.psr().bn() != base.psr().bn()) return Option.none();
        Machine translating = TRANSLATIONS.exists(changes::has) ? machine.withTlb(HeldTranslations.read(objects(stimulus, TRANSLATIONS))) : machine;
        Machine whole = changes.has(Bytes.NAME) ? translating.withMemory(Bytes.read(objects(stimulus, HashSet.of(Bytes.NAME)).child(Bytes.NAME))) : translating;
        return Option.some(MachineState.startable(whole, changes));
    }

    private static Fields objects(Stimulus stimulus, Set<String> names) {
        ObjectNode objects = Json.object();
        names.forEach(name -> stimulus.start(name).forEach((JsonNode value) -> objects.set(name, value)));
        return new Fields(PATH, objects);
    }

    /// {@return the machine that a base is}
    private static Machine machine(Base base) {
        return known.find(each -> each.base == base).map(Known::machine).getOrElse(() -> {
            Machine machine = MachineState.whole(new Fields(PATH, base.state()));
            known = known.prepend(new Known(base, machine)).take(MOST);
            return machine;
        });
    }
}
