/// A machine that is interrupted, as cases are made of it.
package vmmref.vectors.intr;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.event.Event;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Position;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Itir;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.MachineState;
import vmmref.vectors.machine.Single;
import vmmref.vectors.machine.Turns;
import vmmref.vectors.xlate.Requirements;

/// @param base   what the machine is written against
/// @param needs  of an implementation, beside those of the machine
/// @param events in the order in which they happen
public record Scene(MachineBase base, Machine machine, Map<String, String> needs, Seq<Turns.Timed> events, int turns) {
    private static final int HEXADECIMAL = 16;
    private static final int BN = 44;

    /// {@return one turn of a base, nothing of which was executed yet}
    public static Scene of(MachineBase base) {
        return new Scene(base, base.machine(), LinkedHashMap.empty(), Vector.empty(), 1);
    }

    /// {@return the same with an instruction in a slot of the bundle that is executed next, which ends with a stop, if it can stand there}
    Option<Scene> executing(int slot, String text) {
        Instruction instruction = Single.instruction(text);
        return Single.of(instruction, slot).map(single -> executing(single, instruction));
    }

    /// {@return the same with a bundle of another template, such as `MIB`}
    Option<Scene> executing(String template, int slot, String text) {
        Instruction instruction = Single.instruction(text);
        return Single.of(template, instruction, slot).map(single -> executing(single, instruction));
    }

    private Scene executing(Single single, Instruction instruction) {
        Scene with = placed(single.in(machine));
        return instruction.form().need().map(need -> with.needing(need.parameter(), String.valueOf(need.present()))).getOrElse(with);
    }

    /// {@return the same with an instruction elsewhere in memory, in a slot of a bundle}
    Scene holding(long at, int slot, String text) {
        return placed(MachineBase.holding(machine, at, Single.of(Single.instruction(text), slot).get().bundle()));
    }

    public Scene placed(Machine other) {
        return new Scene(base, other, needs, events, turns);
    }

    Scene needing(String parameter, String condition) {
        return new Scene(base, machine, needs.put(parameter, condition), events, turns);
    }

    Scene turning(int number) {
        return new Scene(base, machine, needs, events, number);
    }

    Scene happening(int after, Event event) {
        return new Scene(base, machine, needs, events.append(new Turns.Timed(after, event)), turns);
    }

    /// {@return the same after some changes with blanks between them: `r35=8011` and any other place, `psr+3`, `psr-13` and `psr~2` (bits of PSR and the level), `dtr0.pte=7e1`, `itr0.itir=5540`, `mem.8010=…`, `needs.pa=<62`; `-` for none}
    public Scene with(String changes) {
        return changes.equals("-") ? this : List.of(changes.split(" ")).foldLeft(this, Scene::changed);
    }

    private Scene changed(String text) {
        if (text.startsWith("psr") && text.charAt(3) != '=') return status(text.charAt(3), Integer.parseInt(text.substring(4)));
        String name  = text.substring(0, text.indexOf('='));
        String value = text.substring(text.indexOf('=') + 1);
        if (name.startsWith("needs.")) return needing(name.substring(6), value);
        if (name.startsWith("mem."))   return placed(new Place.Bytes(new PhysicalAddress(Long.parseLong(name.substring(4), HEXADECIMAL)), 8).with(machine, Long.reverseBytes(Long.parseUnsignedLong(value, HEXADECIMAL))));
        if (name.equals("ip"))         return placed(machine.withPosition(new Position(new VirtualAddress(Long.parseUnsignedLong(value, HEXADECIMAL)), machine.position().slot(), Option.none())));
        if (name.equals("in-service")) return placed(serving(value));
        return placed(name.matches("[id]tr0\\..*") ? translated(name, Long.parseUnsignedLong(value, HEXADECIMAL)) : MachineState.with(machine, name, value));
    }

    /// Vectors with commas between them.
    private Machine serving(String vectors) {
        return Place.InService.IN_SERVICE.with(machine, Vector.of(vectors.split(",")).map(Integer::valueOf).foldLeft(machine.inService(), (set, vector) -> set.with(vector)));
    }

    private Scene status(char sort, int number) {
        if (sort == '~') return placed(machine.withPsr(machine.psr().withCpl(number)));
        return placed(number == BN ? MachineState.with(machine, "psr", machine.psr().with(number, sort == '+').toString()) : machine.withPsr(machine.psr().with(number, sort == '+')));
    }

    private Machine translated(String name, long value) {
        Stream stream = name.startsWith("i") ? Stream.INSTRUCTION : Stream.DATA;
        Translation held = machine.addressing().tlb().register(stream, 0).get();
        Translation other = name.endsWith("pte") ? Translation.of(held.page(), held.rid(), held.size(), held.key(), new Pte(value))
            : Translation.of(held.page(), held.rid(), new Itir(value).size(), new Itir(value).key(), held.entry());
        return machine.withTlb(machine.addressing().tlb().withRegister(stream, 0, Option.some(other)));
    }

    Stimulus stimulus() {
        ObjectNode in = Json.object();
        if (turns != 1) in.put("turns", turns);
        if (!events.isEmpty()) {
            ArrayNode all = in.putArray("events");
            events.forEach(timed -> all.add(Happening.json(timed)));
        }
        return base.stimulus(machine, in);
    }

    Needs required() {
        return Requirements.of(machine.addressing(), needs);
    }

    Turns asked() {
        return new Turns(machine, events, turns);
    }

    Draft draft(String topic, String title, Seq<String> flags, Option<Scene> near) {
        return new Draft(topic, Tier.CORE, Level.MUST, title, flags, required(), stimulus(), Option.none(), "model", near.map(Scene::stimulus));
    }
}
