package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.IndirectRegisters.File;
import vmmref.model.semantics.Semantics;
import vmmref.model.step.Step;
import vmmref.model.translate.Choice;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.Single;

/// What moves to breakpoint registers keep.
final class Moved {
    /// The files of registers.
    static final Seq<File> FILES = Vector.of(File.IBR, File.DBR);

    private static final Step STEP = Step.of(Semantics.architected(Profile.named("itanium2").get()));
    private static final int NUMBER = 3;
    private static final int VALUE  = 2;

    private Moved() { }

    /// {@return whether a register holds a value after it was moved there}
    static boolean keeps(Place.Indirect place, long value) {
        return kept(place, value).contains(value);
    }

    /// {@return what a register holds after a value was moved there, if that is done}
    static Option<Long> kept(Place.Indirect place, long value) {
        String file = place.file().name().toLowerCase(Locale.ROOT);
        Machine given = new Place.General(VALUE).with(new Place.General(NUMBER).with(MachineBase.FLAT.machine(), GeneralValue.of(place.number())), GeneralValue.of(value));
        return STEP.next(Single.of("mov %s[r%d]=r%d".formatted(file, NUMBER, VALUE)).in(given), Choice.USUAL) instanceof Executed.Done(var effects, var because, _) ? Option.some(place.of(given.with(effects))) : Option.none();
    }

    /// {@return a machine whose breakpoint registers hold what moves keep of what they hold}
    static Machine kept(Machine machine) {
        return FILES.flatMap(file -> Vector.range(0, Block.BREAKPOINT_NUMBER).map(number -> new Place.Indirect(file, number))).filter(place -> place.of(machine) != 0)
            .foldLeft(machine, (each, place) -> kept(place, place.of(each)).map(value -> place.with(each, value)).getOrElse(each));
    }
}
