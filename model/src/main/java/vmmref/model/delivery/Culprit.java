package vmmref.model.delivery;

import static vmmref.spec.Interruptions.DISABLED_HALVES_TOLD;
import static vmmref.spec.Interruptions.SPECULATION_KIND_TOLD;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.execute.Ready;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.OperandKind;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Machine;
import vmmref.model.register.Psr;
import vmmref.model.translate.ReferenceType;
import vmmref.model.word.Bits;
import vmmref.spec.Interruptions;

/// The instruction that faults, and what its fault tells of it.
final class Culprit {
    private static final Map<String, ReferenceType> QUERIES = HashMap.<String, ReferenceType>of(
        "fc", ReferenceType.FC, "fc.i", ReferenceType.FC, "tpa", ReferenceType.TPA, "tak", ReferenceType.TAK,
        "probe.r", ReferenceType.PROBE_R, "probe.w", ReferenceType.PROBE_W,
        "probe.r.fault", ReferenceType.PROBE_R_FAULT, "probe.w.fault", ReferenceType.PROBE_W_FAULT, "probe.rw.fault", ReferenceType.PROBE_RW_FAULT);

    /// What a check of flags tells.
    private static final int FLAGS = 4;

    private Culprit() { }

    /// {@return what there is to tell of a fault}
    ///
    /// @param machine before the instruction, whose bundle was fetched
    /// @param ready   the instruction; none where the slot has none
    static Cause of(Machine machine, Fault fault, Option<Ready> ready) {
        Option<Instruction> instruction = ready.flatMap(Ready::instruction);
        return new Cause(fault.kind(), Vector.empty(), machine.position().slot(), instruction.flatMap(each -> reference(each.form())), fault.at(),
            fault.code() | instruction.map(each -> code(machine.psr(), fault.kind(), each)).getOrElse(0), immediate(ready, instruction));
    }

    /// {@return the reference that the instructions of a form make}
    static Option<ReferenceType> reference(Form form) {
        Seq<String> parts = Vector.of(form.syntax().mnemonic().split("\\."));
        String name = parts.head();
        if (name.startsWith("ld")) return Option.some(parts.contains("s") || parts.contains("sa") ? ReferenceType.SPECULATIVE_LOAD : ReferenceType.LOAD);
        if (name.startsWith("st")) return Option.some(ReferenceType.STORE);
        if (name.contains("xchg")) return Option.some(ReferenceType.EXCHANGE);
        if (name.startsWith("fetchadd")) return Option.some(ReferenceType.FETCHADD);
        if (name.equals("alloc") || name.equals("flushrs")) return Option.some(ReferenceType.STACK_STORE);
        if (name.equals("loadrs")) return Option.some(ReferenceType.STACK_LOAD);
        if (name.equals("lfetch")) return Option.some(parts.contains("fault") ? ReferenceType.LFETCH_FAULT : ReferenceType.LFETCH);
        return QUERIES.get(form.syntax().mnemonic());
    }

    private static int code(Psr psr, Interruption kind, Instruction instruction) {
        return switch (kind) {
            case DISABLED_FP_REGISTER  -> halves(psr, instruction);
            case SPECULATIVE_OPERATION -> speculation(instruction);
            default                    -> 0;
        };
    }

    /// {@return 1 if a disabled register is one of f2 to f31, 2 if one is of f32 to f127, 3 for both}
    @Interruptions.Rule(DISABLED_HALVES_TOLD)
    static int halves(Psr psr, Instruction instruction) {
        boolean low  = psr.dfl() && instruction.operands().exists(each -> each.operand().kind() == OperandKind.FLOATING && each.value() >= 2 && each.value() < 32);
        boolean high = psr.dfh() && instruction.operands().exists(each -> each.operand().kind() == OperandKind.FLOATING && each.value() >= 32);
        return (low ? 1 : 0) | (high ? 2 : 0);
    }

    /// {@return 0 for `chk.a` and 1 for `chk.s` of a general register, 2 and 3 for those of a floating-point register, 4 for `fchkf`}
    @Interruptions.Rule(SPECULATION_KIND_TOLD)
    static int speculation(Instruction instruction) {
        if (instruction.form().syntax().mnemonic().equals("fchkf")) return FLAGS;
        boolean floating = instruction.operands().exists(each -> each.operand().kind() == OperandKind.FLOATING);
        return (instruction.form().syntax().mnemonic().startsWith("chk.s") ? 1 : 0) | (floating ? 2 : 0);
    }

    /// {@return what IIM tells: the immediate of a break, which `break.b` does not have, or the distance of a check in bundles}
    private static long immediate(Option<Ready> ready, Option<Instruction> instruction) {
        String mnemonic = instruction.map(each -> each.form().syntax().mnemonic()).getOrElse("");
        if (mnemonic.startsWith("chk") || mnemonic.equals("fchkf")) return Bits.field(ready.get().operands().target(), 24, 4);
        return mnemonic.startsWith("break") && !mnemonic.equals("break.b") ? Bits.field(ready.get().operands().immediate(), 20, 0) : 0;
    }
}
