package vmmref.model.multiprocessor;

import static vmmref.spec.Interruptions.PURGE_SHARED;

import io.vavr.control.Option;
import vmmref.model.alat.Alat;
import vmmref.model.execute.Ready;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.step.Turn;
import vmmref.model.step.Turn.Turned;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.spec.Executions;
import vmmref.spec.Interruptions;

/// A turn of one of several processors.
///
/// @param turn turns of each
public record SharedTurn(Turn turn) {
    /// What a turn leads to.
    ///
    /// @param turned what comes of it
    /// @param all    the processors after it
    public record After(Turned turned, Multiprocessor all) { }

    /// {@return what a processor does next}
    public After next(Multiprocessor all, int number, Choice choice) {
        Machine acting = all.processors().get(number);
        Turned turned = turn.next(acting, choice);
        if (!(turned.executed() instanceof Executed.Done done)) return new After(turned, all);
        Multiprocessor after = all.with(number, done.effects());
        return done.because() == Executions.INSTRUCTION_NULLIFIED || !turned.isInstruction() ? new After(turned, after)
            : new After(turned, purge(acting, choice).map(purge -> purged(after, number, acting, purge)).getOrElse(after));
    }

    /// {@return the purge that all processors make, if the next instruction is one}
    private Option<Instruction.Purge> purge(Machine acting, Choice choice) {
        return turn.step().ready(acting, choice).filter(ready -> ready.instruction().exists(each -> each.form().syntax().mnemonic().startsWith("ptc.g"))).map(ready -> purge(acting, ready));
    }

    private static Instruction.Purge purge(Machine acting, Ready ready) {
        boolean advanced = ready.instruction().get().form().syntax().mnemonic().equals("ptc.ga");
        return new Instruction.Purge(advanced ? Instruction.PurgeType.PTC_GA : Instruction.PurgeType.PTC_G, acting.general(ready.operands().r3()), acting.general(ready.operands().r2()));
    }

    /// {@return all of them after the others have purged what the acting one did, in its region}
    @Interruptions.Rule(PURGE_SHARED)
    Multiprocessor purged(Multiprocessor all, int number, Machine acting, Instruction.Purge purge) {
        int rid = acting.addressing().regions().of(purge.address()).identifier();
        return new Multiprocessor(all.processors().zipWithIndex((processor, other) -> other == number ? processor : purged(processor, rid, purge)));
    }

    private Machine purged(Machine processor, int rid, Instruction.Purge purge) {
        Machine purged = processor.with(turn.rules().translator().purgedByOther(processor.addressing(), rid, purge));
        return purge.type() == Instruction.PurgeType.PTC_GA ? purged.withAlat(Alat.EMPTY) : purged;
    }
}
