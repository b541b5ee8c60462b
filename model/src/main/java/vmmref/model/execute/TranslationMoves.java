package vmmref.model.execute;

import io.vavr.Function1;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Itir;
import vmmref.model.register.RegisterNumber;
import vmmref.model.tlb.Stream;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Instruction.PurgeType;

/// Instructions that change what translation reads: the rules of translation say what comes of them.
final class TranslationMoves {
    private static final Map<String, Meaning> MEANINGS = HashMap.<String, Meaning>of(
        "mov rr[r3]=r2",     by(execution -> new Instruction.MoveRegion(execution.r3(), execution.r2())),
        "mov pkr[r3]=r2",    by(execution -> new Instruction.MoveKey(execution.r3(), execution.r2())),
        "itc.d r2",          by(execution -> cached(execution, Stream.DATA)),
        "itc.i r2",          by(execution -> cached(execution, Stream.INSTRUCTION)),
        "itr.d dtr[r3]=r2",  by(execution -> pinned(execution, Stream.DATA)),
        "itr.i itr[r3]=r2",  by(execution -> pinned(execution, Stream.INSTRUCTION)))
        .put("ptc.l r3,r2",  purging(PurgeType.PTC_L))
        .put("ptc.g r3,r2",  purging(PurgeType.PTC_G))
        .put("ptc.ga r3,r2", purging(PurgeType.PTC_GA))
        .put("ptr.d r3,r2",  purging(PurgeType.PTR_D))
        .put("ptr.i r3,r2",  purging(PurgeType.PTR_I))
        .put("ptc.e r3",     by(execution -> new Instruction.PurgeAll(execution.r3())));

    private TranslationMoves() { }

    static Option<Meaning> of(Form form) {
        return MEANINGS.get(form.syntax().plain());
    }

    private static Meaning by(Function1<Execution, Instruction> instruction) {
        return execution -> execution.translator().execute(execution.machine().addressing(), instruction.apply(execution), execution.choice());
    }

    private static Meaning purging(PurgeType type) {
        return by(execution -> new Instruction.Purge(type, execution.r3(), execution.r2()));
    }

    private static Instruction cached(Execution execution, Stream stream) {
        return new Instruction.InsertCache(stream, execution.r2(), ifa(execution), itir(execution));
    }

    private static Instruction pinned(Execution execution, Stream stream) {
        return new Instruction.InsertRegister(stream, execution.r3(), execution.r2(), ifa(execution), itir(execution));
    }

    private static VirtualAddress ifa(Execution execution) {
        return new VirtualAddress(execution.machine().control(RegisterNumber.IFA));
    }

    private static Itir itir(Execution execution) {
        return new Itir(execution.machine().control(RegisterNumber.ITIR));
    }
}
