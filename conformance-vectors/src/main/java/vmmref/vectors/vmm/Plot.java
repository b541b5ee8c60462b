/// Guests and what happens to them, as cases are made of it.
package vmmref.vectors.vmm;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;
import vmmref.model.bundle.Bundle;
import vmmref.model.event.Event;
import vmmref.model.instruction.AssembledBundle;
import vmmref.model.instruction.Assembler;
import vmmref.model.instruction.Instruction;
import vmmref.model.machine.Machine;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vectors.gpmap.Cases;
import vmmref.vectors.gpmap.NamedMap;
import vmmref.vectors.intr.Scene;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.Single;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.memory.GuestPhysicalAddress;

/// @param needs of an implementation, beside those of the guests
public record Plot(GuestBase base, Seq<Start> guests, Map<String, String> needs, Seq<Happening> events) {
    private static final int BUNDLE = 16;
    private static final int SLOTS = 3;
    private static final int HEXADECIMAL = 16;

    public static Plot of(GuestBase base) {
        return new Plot(base, base.guests(), LinkedHashMap.empty(), Vector.empty());
    }

    private Plot guest(int number, UnaryOperator<Machine> change) {
        return new Plot(base, guests.update(number, guests.get(number).with(change.apply(guests.get(number).bare()))), needs, events);
    }

    /// {@return the same after changes of a guest, as [Scene#with(String)] has them; what needs these name the host has}
    public Plot with(int guest, String changes) {
        Scene scene = Scene.of(MachineBase.VECTORED).placed(guests.get(guest).bare()).with(changes);
        return new Plot(base, guests.update(guest, guests.get(guest).with(scene.machine())), needs.merge(scene.needs(), (old, young) -> young), events);
    }

    /// {@return the same after changes of the first guest}
    public Plot with(String changes) {
        return with(0, changes);
    }

    /// {@return the same with an instruction in a slot of the bundle that a guest executes next, if it can stand there; where the guest has no memory it does not}
    public Option<Plot> executing(int slot, String text) {
        Instruction instruction = Single.instruction(text);
        return Single.of(instruction, slot).map(single -> instruction.form().need().map(need -> needing(need.parameter(), String.valueOf(need.present()))).getOrElse(this).guest(0, machine -> held(single.in(machine))));
    }

    private Machine held(Machine machine) {
        Memory memory = machine.memory();
        return machine.withMemory(memory.written().reject(guests.head().map()::isMemory).foldLeft(memory, (kept, at) -> kept.with(at, Long.BYTES, 0)));
    }

    /// {@return the same with instructions of a guest, each in a bundle of its own}
    public Plot code(int guest, String... lines) {
        return guest(guest, machine -> Vector.of(lines).zipWithIndex().foldLeft(machine, (each, line) -> MachineBase.holding(each, MachineBase.CODE + (long) BUNDLE * line._2, bundle(line._1))));
    }

    public Plot code(String... lines) {
        return code(0, lines);
    }

    /// {@return the same with an instruction elsewhere in a guest's memory}
    public Plot holding(int guest, long at, String text) {
        return guest(guest, machine -> MachineBase.holding(machine, at, bundle(text)));
    }

    /// {@return a bundle with an instruction in the first slot in which it can stand, a branch in the last one}
    private static Bundle bundle(String text) {
        Instruction instruction = Single.instruction(text);
        Seq<Integer> slots = Vector.range(0, SLOTS);
        return (text.startsWith("br.") ? slots.reverse() : slots).flatMap(slot -> Single.of(instruction, slot)).head().bundle();
    }

    /// {@return the same with a bundle of a template elsewhere in a guest's memory}
    ///
    /// @param at    the guest's own physical address
    /// @param slots its instructions, as [Assembler#bundle] reads them
    public Plot bundle(int guest, long at, String template, Seq<String> slots) {
        return switch (Assembler.architected().bundle(template, slots)) {
            case AssembledBundle.Done done       -> guest(guest, machine -> MachineBase.holding(machine, at, done.bundle()));
            case AssembledBundle.Refused refused -> throw new IllegalArgumentException(refused.why());
        };
    }

    /// {@return the same where a guest has a translation of a page of 4 KB in one of its registers for data and instructions}
    ///
    /// @param number of the register
    public Plot pinned(int guest, int number, long page, long entry) {
        VirtualAddress at = new VirtualAddress(page);
        return guest(guest, machine -> {
            Translation translation = Translation.of(at, machine.addressing().regions().of(at).identifier(), new PageSize(GuestMap.PAGE_LOG2), 0, new Pte(entry));
            return machine.withTlb(Vector.of(Stream.values()).foldLeft(machine.addressing().tlb(), (tlb, stream) -> tlb.withRegister(stream, number, Option.some(translation))));
        });
    }

    public Plot needing(String parameter, String condition) {
        return new Plot(base, guests, needs.put(parameter, condition), events);
    }

    public Plot then(Happening event) {
        return new Plot(base, guests, needs, events.append(event));
    }

    /// {@return the same after turns}
    public Plot step(int turns) {
        return then(new Happening.Stepped(turns));
    }

    /// {@return the same after all slots of some bundles were executed}
    public Plot bundles(int number) {
        return step(SLOTS * number);
    }

    public Plot switching(int to) {
        return then(new Happening.Switched(to));
    }

    public Plot raise(int vector) {
        return then(new Happening.Outside(new Event.Raise(vector)));
    }

    public Plot tick(long ticks) {
        return then(new Happening.Outside(new Event.Tick(ticks)));
    }

    public Plot touch(ReferenceType type, String address) {
        VirtualAddress at = new VirtualAddress(Long.parseUnsignedLong(address, HEXADECIMAL));
        return then(new Happening.Touched(type == ReferenceType.FETCH ? Reference.fetch(at) : Reference.data(type, at, at.bits() % 8 == 0 ? 8 : 1)));
    }

    public Plot load(String address) {
        return touch(ReferenceType.LOAD, address);
    }

    public Plot relate(int one, int other) {
        return then(new Happening.Related(one, Option.some(other)));
    }

    public Plot owned(int one) {
        return then(new Happening.Related(one, Option.none()));
    }

    /// {@return the same after frames have come behind pages of a guest}
    public Plot remap(int guest, long page, int frame, int count) {
        return then(new Happening.Remapped(guest, NamedMap.EMPTY.with(page, frame, count).map().runs(), Vector.empty()));
    }

    /// {@return the same after a device has come behind pages of a guest}
    public Plot remapDevice(int guest, long page, int device, int count) {
        return then(new Happening.Remapped(guest, NamedMap.EMPTY.withDevice(page, device, count).map().runs(), Vector.empty()));
    }

    /// {@return the same after pages were taken from a guest}
    public Plot balloon(int guest, long page, int count) {
        return then(new Happening.Remapped(guest, Vector.<GuestMap.Run>empty(), Vector.of(new Happening.Emptied(page, count))));
    }

    /// {@return the same after a device has stored to the memory of a guest}
    public Plot transfer(int guest, long at, long word) {
        return then(new Happening.Transferred(guest, new GuestPhysicalAddress(at), word));
    }

    public Plot mapping(int guest, UnaryOperator<NamedMap> change) {
        return new Plot(base, guests.update(guest, guests.get(guest).with(change.apply(guests.get(guest).map()))), needs, events);
    }

    public Stimulus stimulus() {
        return base.stimulus(guests, life().in());
    }

    public Life life() {
        return new Life(guests, events);
    }

    public Needs required() {
        return guests.foldLeft(new Needs(needs), (all, guest) -> Cases.needs(guest.bare().addressing(), Vector.empty(), LinkedHashMap.ofEntries(all.conditions())));
    }

    public Draft draft(String topic, String title, String flag) {
        return new Draft(topic, Tier.CORE, Level.MUST, title, Vector.of(flag), required(), stimulus(), Option.none(), "model", Option.none());
    }

    public Draft draft(String topic, String title, String flag, Plot near) {
        return draft(topic, title, flag).nearTo(near.stimulus());
    }
}
