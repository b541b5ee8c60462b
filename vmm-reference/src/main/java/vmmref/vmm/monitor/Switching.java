package vmmref.vmm.monitor;

import static vmmref.spec.Guests.PROCESSOR_SWITCHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.alat.Alat;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.register.GeneralRegisters;
import vmmref.model.register.IndirectRegisters;
import vmmref.model.register.RegisterNumber;
import vmmref.spec.Guests;

/// How another virtual processor goes on: all registers that the machine holds while it runs come back, and of what advanced loads remembered nothing is left.
final class Switching {
    private static final int BANKED = 16;
    private static final int STATIC = 32;
    private static final int FILE = 128;
    private static final int BREAKPOINTS = 16;
    private static final int MONITORED = 256;

    private Switching() { }

    /// {@return the answer by which another virtual processor goes on}
    ///
    /// @param answer just after the monitor was called
    /// @param to     its number
    @Guests.Rule(PROCESSOR_SWITCHED)
    static Answer to(Answer answer, int to) {
        Answer parked = answer.believing(Answering.believed(answer));
        Answer entered = parked.with(parked.monitor().withRunning(to));
        Machine belief = entered.monitor().processor().belief();
        return Resuming.of(restored(entered.because(PROCESSOR_SWITCHED), entered.rules().levels().real(belief)), belief);
    }

    private static Answer restored(Answer answer, Machine belief) {
        Answer framed = all(answer, belief, Vector.of(Place.Frame.CFM, Place.Stack.STACK));
        Answer banks = banked(banked(framed, belief, true), belief, false);
        return all(banks, belief, places()).then(Place.AdvancedAll.ALAT, Alat.EMPTY, PROCESSOR_SWITCHED);
    }

    /// {@return the answer after the registers of a bank came back}
    private static Answer banked(Answer answer, Machine belief, boolean bank) {
        Seq<Place<?>> registers = Vector.range(BANKED, STATIC).map(Place.General::new);
        return Banks.in(answer, bank, given -> all(given, belief.withPsr(belief.psr().with(Banks.BN, bank)), registers));
    }

    /// {@return the places that do not depend on the frame or the bank, and floating-point registers}
    private static Seq<Place<?>> places() {
        return Vector.<Place<?>>empty()
            .appendAll(Vector.range(1, BANKED).map(Place.General::new))
            .appendAll(Vector.range(0, GeneralRegisters.STACKED_NUMBER).map(Place.Stacked::new))
            .appendAll(Vector.range(2, FILE).map(Place.Floating::new))
            .append(Place.Predicates.PREDICATES)
            .appendAll(Vector.range(0, Machine.BRANCHES).map(Place.Branch::new))
            .appendAll(Vector.range(0, Machine.FILE).filter(number -> number < RegisterNumber.BSP || number > RegisterNumber.RNAT).map(Place.Application::new))
            .appendAll(Vector.range(0, Machine.FILE).reject(VirtualProcessor::isKept).map(Place.Control::new))
            .append(Place.InService.IN_SERVICE)
            .appendAll(indirect(IndirectRegisters.File.IBR, BREAKPOINTS)).appendAll(indirect(IndirectRegisters.File.DBR, BREAKPOINTS))
            .appendAll(indirect(IndirectRegisters.File.PMC, MONITORED)).appendAll(indirect(IndirectRegisters.File.PMD, MONITORED));
    }

    private static Seq<Place<?>> indirect(IndirectRegisters.File file, int number) {
        return Vector.range(0, number).map(each -> new Place.Indirect(file, each));
    }

    private static Answer all(Answer answer, Machine belief, Seq<Place<?>> places) {
        return places.filter(place -> answer.rules().restoring().isRestored(place) && answer.rules().scratching().isReturned(answer.monitor(), belief, place)).foldLeft(answer, (given, place) -> restored(given, belief, place));
    }

    private static <T> Answer restored(Answer answer, Machine belief, Place<T> place) {
        return place instanceof Place.Indirect register ? answer.then(register, Breakpoints.real(register, register.of(belief)), PROCESSOR_SWITCHED) : answer.then(place, place.of(belief), PROCESSOR_SWITCHED);
    }
}
