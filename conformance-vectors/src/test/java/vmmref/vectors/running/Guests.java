/// Programs as guests, and as the same programs on the machine that a guest believes to have.
package vmmref.vectors.running;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.nio.file.Path;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.Memory;
import vmmref.model.profile.Profile;
import vmmref.model.register.RegionRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.model.semantics.Semantics;
import vmmref.model.tlb.Stream;
import vmmref.model.word.Bits;
import vmmref.vectors.elf.ElfFile;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitoring;

/// What two machines that ought to be alike show to a guest, and how they differ.
final class Guests {
    static final Monitoring RULES = Monitoring.of(Semantics.architected(Profile.named("itanium2").get()));
    static final long MOST = 1_000_000;

    private static final Path FOLDER = Path.of("programs");
    private static final int REGISTERS = 128;
    private static final int WORD = 8;

    private Guests() { }

    static GuestFile file(String name) {
        Path file = FOLDER.resolve(name).resolve(name + ".hex");
        return new GuestFile(file, ElfFile.read(file));
    }

    static Hosting hosting(Seq<String> names) {
        return hosting(RULES, names);
    }

    private static Hosting hosting(Monitoring rules, Seq<String> names) {
        return Hosting.of(rules, GuestFile.guests(rules, names.map(Guests::file), Option.none()));
    }

    /// {@return the machine on which a program starts if there is no monitor; its level 0 is shown as 1 in RSC.pl}
    static Machine bare(String name) {
        return new Place.Application(RegisterNumber.RSC).with(file(name).start(RULES), 1L << 2);
    }

    static GuestsRan run(Seq<String> names, long slice, GuestWatcher watcher) {
        return run(RULES, names, slice, watcher);
    }

    static GuestsRan run(Monitoring rules, Seq<String> names, long slice, GuestWatcher watcher) {
        return new GuestRunning(rules, MOST, slice).run(hosting(rules, names), names.map(Guests::bare), watcher);
    }

    /// {@return what differs of IP, general registers and predicates}
    static Seq<String> stepped(Machine bare, Machine guest) {
        return differences("ip", bare.position().bundle() + "." + bare.position().slot(), guest.position().bundle() + "." + guest.position().slot())
            .appendAll(bare.general().equals(guest.general()) ? Vector.empty() : Vector.range(0, REGISTERS).flatMap(number -> differences("r" + number, bare.general(number), guest.general(number))))
            .appendAll(differences("pr", bare.predicates(), guest.predicates()));
    }

    /// {@return what differs of all that a guest can see; of translations those in registers}
    static Seq<String> differing(Machine bare, Machine guest) {
        return stepped(bare, guest)
            .appendAll(differences("psr", bare.psr(), guest.psr())).appendAll(differences("cfm", bare.cfm(), guest.cfm())).appendAll(differences("stack", bare.stack(), guest.stack()))
            .appendAll(differences("all general registers", bare.general(), guest.general())).appendAll(differences("floating", bare.floating(), guest.floating()))
            .appendAll(Vector.range(0, Machine.BRANCHES).map(Place.Branch::new).flatMap(place -> differences(place, bare, guest)))
            .appendAll(Vector.range(0, Machine.FILE).map(Place.Application::new).flatMap(place -> differences(place, bare, guest)))
            .appendAll(Vector.range(0, Machine.FILE).map(Place.Control::new).flatMap(place -> differences(place, bare, guest)))
            .appendAll(Vector.range(0, RegionRegisters.NUMBER).flatMap(number -> differences("rr" + number, bare.addressing().regions().get(number), guest.addressing().regions().get(number))))
            .appendAll(differences("pkr", bare.addressing().keys(), guest.addressing().keys()))
            .appendAll(Vector.of(Stream.values()).flatMap(stream -> Vector.range(0, 8).flatMap(slot -> differences("tr" + slot, bare.addressing().tlb().register(stream, slot), guest.addressing().tlb().register(stream, slot)))))
            .appendAll(differences("indirect", bare.indirect(), guest.indirect())).appendAll(differences("in service", bare.inService(), guest.inService()))
            .appendAll(differing(bare.memory(), guest.memory()));
    }

    private static Seq<String> differing(Memory bare, Memory guest) {
        return bare.written().toSet().addAll(guest.written()).toVector()
            .flatMap(at -> differences("memory " + at, Bits.hexadecimal(bare.read(at, WORD)), Bits.hexadecimal(guest.read(at, WORD))));
    }

    private static Seq<String> differences(Place<Long> place, Machine bare, Machine guest) {
        return differences(place.toString(), Bits.hexadecimal(place.of(bare)), Bits.hexadecimal(place.of(guest)));
    }

    private static Seq<String> differences(String what, Object bare, Object guest) {
        return Option.when(!bare.equals(guest), () -> "%s: %s, and under the monitor %s".formatted(what, bare, guest)).toVector();
    }
}
