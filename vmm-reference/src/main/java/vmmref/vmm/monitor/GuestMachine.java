package vmmref.vmm.monitor;

import static vmmref.spec.Guests.GUEST_ADDRESSES;
import static vmmref.spec.Guests.GUEST_FETCH_FAULTS;
import static vmmref.spec.Guests.GUEST_LEVEL_SHOWN;
import static vmmref.spec.Guests.GUEST_PHYSICAL_SPECULATED;

import io.vavr.Function1;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import vmmref.model.execute.Execution;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Place;
import vmmref.model.machine.Write;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.profile.Profile;
import vmmref.model.protect.Rights;
import vmmref.model.register.Pfs;
import vmmref.model.register.Psr;
import vmmref.model.register.RegisterNumber;
import vmmref.model.semantics.Semantics;
import vmmref.spec.Clause;
import vmmref.spec.Guests;

/// The machine that a guest believes to have: that of the host, but for what the hardware shows to every program and the monitor cannot hide.
public final class GuestMachine {
    private static final String ADDRESSES = "va";
    private static final String PHYSICAL = "pa";
    /// How level 0 of a guest is shown: the level at which it runs.
    private static final int SHOWN = 1;
    private static final int USER = 3;
    private static final int PPL = 62;
    private static final int PL = 2;

    private GuestMachine() { }

    /// {@return the rules of the machine of a guest on a host}
    public static Semantics on(Profile host) {
        Semantics plain = Semantics.architected(profile(host));
        return plain.withMeanings(form -> plain.meanings().apply(form).map(meaning -> shown(form, meaning)))
            .withEngine(plain.engine().withLevel(GuestMachine::level))
            .withTranslator(plain.translator().withRights(hidden(plain.translator().rights())).withPhysical(address -> speculated(plain.translator().physical().apply(address))));
    }

    /// {@return the same that shows level 0 as it is; it has no level but 0 and 3}
    static Semantics exactly(Profile host) {
        Semantics plain = Semantics.architected(profile(host));
        return plain.withMeanings(form -> plain.meanings().apply(form).map(meaning -> levelled(form, meaning))).withEngine(plain.engine().withLevel(level -> level == 0 ? 0 : USER));
    }

    private static Meaning levelled(Form form, Meaning right) {
        String mnemonic = form.syntax().mnemonic();
        return mnemonic.startsWith("br.ret") || mnemonic.equals("rfi") || mnemonic.equals("epc") ? changed(right, write -> resumed(write, write.because())) : right;
    }

    /// {@return the implementation that a guest believes to have: half of each region is the monitor's, and what it takes for physical has virtual addresses of the host}
    @Guests.Rule(GUEST_ADDRESSES)
    static Profile profile(Profile host) {
        int virtual = host.number(ADDRESSES) - 1;
        int physical = Math.min(host.number(PHYSICAL), virtual);
        return new Profile(host.name() + ", as a guest sees it", host.parameters().put(ADDRESSES, String.valueOf(virtual)).put(PHYSICAL, String.valueOf(physical)).put(faulting()));
    }

    /// {@return that going on where there are no addresses is a fault of the fetch: of a trap the hardware would not tell in which slot it was}
    @Guests.Rule(GUEST_FETCH_FAULTS)
    static Tuple2<String, String> faulting() {
        return Tuple.of(Profile.UNIMPLEMENTED_FETCH, "fault");
    }

    @Guests.Rule(GUEST_LEVEL_SHOWN)
    static Meaning shown(Form form, Meaning right) {
        return switch (form.syntax().mnemonic().split("\\.")[0]) {
            case "br", "brl" -> form.syntax().mnemonic().contains("ret") ? same(right, execution -> right.of(execution.on(returning(execution.machine())))) : changed(right, GuestMachine::called);
            case "mov"       -> form.syntax().plain().contains("ar3=") ? changed(right, GuestMachine::clamped) : right;
            case "rfi", "epc" -> changed(right, write -> resumed(write, GUEST_LEVEL_SHOWN));
            default          -> right;
        };
    }

    /// {@return the level that one stands for which is only shown}
    private static int level(int shown) {
        return shown == SHOWN ? 0 : shown;
    }

    /// {@return the machine in whose PFS is the level at which it goes on}
    private static Machine returning(Machine machine) {
        long pfs = machine.application(RegisterNumber.PFS);
        return new Place.Application(RegisterNumber.PFS).with(machine, pfs & ~(3L << PPL) | (new Pfs(pfs).ppl() > SHOWN ? 3L << PPL : 0));
    }

    private static Write<?> resumed(Write<?> write, Clause because) {
        return write.place() == Place.Status.PSR && ((Psr) write.value()).cpl() != 0 ? new Write<>(Place.Status.PSR, ((Psr) write.value()).withCpl(USER), because) : write;
    }

    private static Write<?> called(Write<?> write) {
        return write.place().equals(new Place.Application(RegisterNumber.PFS)) && new Pfs((Long) write.value()).ppl() == 0
            ? new Write<>(new Place.Application(RegisterNumber.PFS), (Long) write.value() | (long) SHOWN << PPL, GUEST_LEVEL_SHOWN) : write;
    }

    private static Write<?> clamped(Write<?> write) {
        return write.place().equals(new Place.Application(RegisterNumber.RSC)) && ((Long) write.value() >>> PL & 3) == 0
            ? new Write<>(new Place.Application(RegisterNumber.RSC), (Long) write.value() | (long) SHOWN << PL, GUEST_LEVEL_SHOWN) : write;
    }

    private static Meaning changed(Meaning right, Function1<Write<?>, Write<?>> change) {
        return same(right, execution -> right.of(execution) instanceof Executed.Done(Effects effects, var because, _)
            ? new Executed.Done(Effects.of(effects.writes().<Write<?>>map(change)), because) : right.of(execution));
    }

    private static Meaning same(Meaning right, Function1<Execution, Executed> meaning) {
        return right.ignoresPredicate() ? new Meaning.Unpredicated(meaning::apply) : meaning::apply;
    }

    /// {@return the memory attribute of an address that the guest does not have translated: it is translated all the same, and no translation has limited speculation}
    @Guests.Rule(GUEST_PHYSICAL_SPECULATED)
    static MemoryAttribute speculated(MemoryAttribute plain) {
        return plain == MemoryAttribute.WBL ? MemoryAttribute.WB : plain;
    }

    /// {@return what pages permit where a level that is only shown is asked for}
    private static Rights hidden(Rights right) {
        return (ar, pl, level, access) -> right.permit(ar, pl, level(level), access);
    }
}
