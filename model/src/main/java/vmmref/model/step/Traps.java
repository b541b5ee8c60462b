package vmmref.model.step;

import static vmmref.spec.Executions.SLOT_FOLLOWED;
import static vmmref.spec.Interruptions.BRANCH_TRAPPED;
import static vmmref.spec.Interruptions.LEVEL_TRAPPED;
import static vmmref.spec.Interruptions.POSITION_RESTORED;
import static vmmref.spec.Interruptions.STEP_TRAPPED;
import static vmmref.spec.Interruptions.TARGET_TRAPPED;
import static vmmref.spec.Interruptions.TRAPS_ORDERED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.execute.StackEngine;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.register.Psr;
import vmmref.model.translate.Translator;
import vmmref.spec.Interruptions;

/// The traps that are due after an instruction.
public final class Traps {
    /// PSR.lp, PSR.tb and PSR.ss.
    private static final long ENABLED = 1L << 25 | 1L << 26 | 1L << 40;

    private static final Seq<Interruption> NONE = Vector.empty();

    private Traps() { }

    /// {@return them, the highest first}
    ///
    /// @param machine before the instruction
    /// @param done    what the instruction did, with where the machine goes on; a reference of the register stack engine has no trap
    public static Seq<Interruption> due(Translator rules, Machine machine, Executed.Done done) {
        Effects effects = done.effects();
        boolean floating = !done.trap().isNone();
        if (StackEngine.isReference(effects)) return NONE;
        boolean watched = (machine.psr().bits() & ENABLED) != 0;
        Position next = effects.next().get();
        if (!watched && !floating && rules.implementsFetch(machine.addressing(), next.bundle()) && !returns(effects)) return NONE;
        Machine after = machine.with(effects);
        boolean unimplemented = isTargetTrapped(rules, after);
        boolean returned = returns(effects);
        return ordered(unimplemented, floating, !returned && isLevelTrapped(machine.psr(), after.psr()), !returned && isBranchTrapped(machine.psr(), effects), !returned && isStepTrapped(machine.psr()));
    }

    /// {@return whether the effects are those of a return from an interruption, which has no trap but one}
    private static boolean returns(Effects effects) {
        return effects.last().because() == POSITION_RESTORED;
    }

    @Interruptions.Rule(TRAPS_ORDERED)
    static Seq<Interruption> ordered(boolean unimplemented, boolean floating, boolean lowered, boolean branched, boolean stepped) {
        Seq<Interruption> first = unimplemented ? Vector.of(Interruption.UNIMPLEMENTED_INSTRUCTION_ADDRESS_TRAP) : Vector.empty();
        Seq<Interruption> computed = floating ? first.append(Interruption.FLOATING_POINT_TRAP) : first;
        Seq<Interruption> second = lowered ? computed.append(Interruption.LOWER_PRIVILEGE_TRANSFER) : computed;
        Seq<Interruption> third = branched ? second.append(Interruption.TAKEN_BRANCH) : second;
        return stepped ? third.append(Interruption.SINGLE_STEP) : third;
    }

    /// {@return whether the address to go on at is not implemented, and the implementation looks at once}
    @Interruptions.Rule(TARGET_TRAPPED)
    static boolean isTargetTrapped(Translator rules, Machine after) {
        return !rules.implementsFetch(after.addressing(), after.position().bundle()) && rules.profile().trapsUnimplementedFetch();
    }

    @Interruptions.Rule(LEVEL_TRAPPED)
    static boolean isLevelTrapped(Psr before, Psr after) {
        return before.lp() && after.cpl() > before.cpl();
    }

    @Interruptions.Rule(BRANCH_TRAPPED)
    static boolean isBranchTrapped(Psr before, Effects effects) {
        return before.tb() && effects.last().because() != SLOT_FOLLOWED;
    }

    @Interruptions.Rule(STEP_TRAPPED)
    static boolean isStepTrapped(Psr before) {
        return before.ss();
    }
}
