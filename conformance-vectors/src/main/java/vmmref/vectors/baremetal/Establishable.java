package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.register.ApplicationRegister;
import vmmref.model.register.ControlRegister;
import vmmref.model.register.RegisterNumber;

/// Which states instructions can make, and which ones the harness can look at.
final class Establishable {
    private static final Seq<ApplicationRegister> APPLICATIONS = ApplicationRegister.architected();
    private static final Seq<ControlRegister> CONTROLS = ControlRegister.architected();
    private static final Seq<Integer> WRITTEN = Block.APPLICATIONS.map(Establishable::application).append(RegisterNumber.UNAT);

    private Establishable() { }

    private static int application(String name) {
        return Vector.range(0, Machine.FILE).find(number -> new Place.Application(number).toString().equals("ar." + name)).get();
    }

    /// {@return why instructions cannot make a state}
    static Option<String> obstacle(Machine start) {
        if (start.general().get(30).nat() || start.general().get(31).nat()) return Option.some("r30 or r31 of bank 0 has its NaT bit set");
        if (!reachable(start)) return Option.some("memory where the harness is, or that a simulator has none of");
        if (Interrupts.exists(start, vector -> vector < Interrupts.FIRST)) return Option.some("an external interrupt that the interval timer cannot raise");
        return Vector.range(0, Machine.FILE).filter(number -> number != RegisterNumber.BSP && number != RegisterNumber.BSPSTORE && number != RegisterNumber.ITC).find(number -> !isWritten(number, start.application(number)))
            .map(number -> new Place.Application(number) + " holds what no move writes")
            .orElse(() -> Vector.range(0, Machine.FILE).find(number -> !isControl(number, start.control(number))).map(number -> new Place.Control(number) + " holds what no move writes"))
            .orElse(() -> Moved.FILES.flatMap(file -> Vector.range(0, Block.BREAKPOINT_NUMBER).map(number -> new Place.Indirect(file, number))).find(place -> place.of(start) != 0 && !Moved.keeps(place, place.of(start)))
                .map(place -> place + " holds what no move writes"));
    }

    private static boolean isWritten(int number, long value) {
        ApplicationRegister register = APPLICATIONS.get(number);
        return value == 0 || WRITTEN.contains(number) && !register.layout().isReserved(value) && register.layout().kept(value) == value;
    }

    /// {@return whether moves write what the registers hold that say where a return leads}
    static boolean returns(Machine start) {
        return Vector.of(RegisterNumber.IPSR, RegisterNumber.IFS).forAll(number -> {
            ControlRegister register = CONTROLS.get(number);
            long value = start.control(number);
            return !register.layout().isReserved(value) && register.layout().kept(value) == value && (value & register.reservedWithout()) == 0;
        });
    }

    private static boolean isControl(int number, long value) {
        ControlRegister register = CONTROLS.get(number);
        boolean external = number >= RegisterNumber.IRR && number < RegisterNumber.ITV;
        boolean returning = number == RegisterNumber.IPSR || number == RegisterNumber.IFS;
        return value == 0 || external || returning || register.isWritable() && !register.layout().isReserved(value) && register.layout().kept(value) == value;
    }

    /// {@return why the harness cannot look at the end of a case}
    static Option<String> strange(Arrived arrived) {
        if (arrived.machine().general().get(31).nat()) return Option.some("r31 of bank 0 has its NaT bit set afterwards");
        return Option.when(!reachable(arrived.machine()), () -> "memory where the harness is, or that a simulator has none of");
    }

    private static boolean reachable(Machine machine) {
        return machine.memory().written().map(PhysicalAddress::bits).forAll(Site::isFree);
    }
}
