package vmmref.model.execute;

import static vmmref.spec.Memories.LINE_FLUSHED;
import static vmmref.spec.Memories.PREFETCH_EFFECTLESS;
import static vmmref.spec.Memories.PROBE_PASSED;
import static vmmref.spec.Memories.QUERY_ANSWERED;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Syntax;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.machine.Place;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Translated;
import vmmref.spec.Encodings;
import vmmref.spec.Memories;

/// References that leave memory as it is: prefetches, flushes, and questions about translations.
final class Queries {
    private static final Map<String, Meaning> MEANINGS = HashMap.<String, Meaning>of(
        "probe.r r1=r3,r2",      execution -> probed(execution, ReferenceType.PROBE_R, execution.r2()),
        "probe.w r1=r3,r2",      execution -> probed(execution, ReferenceType.PROBE_W, execution.r2()),
        "probe.r r1=r3,imm2",    execution -> probed(execution, ReferenceType.PROBE_R, GeneralValue.of(execution.operands().immediate())),
        "probe.w r1=r3,imm2",    execution -> probed(execution, ReferenceType.PROBE_W, GeneralValue.of(execution.operands().immediate())),
        "probe.r.fault r3,imm2",  execution -> passed(execution, ReferenceType.PROBE_R_FAULT),
        "probe.w.fault r3,imm2",  execution -> passed(execution, ReferenceType.PROBE_W_FAULT),
        "probe.rw.fault r3,imm2", execution -> passed(execution, ReferenceType.PROBE_RW_FAULT),
        "tpa r1=r3",             execution -> asked(execution, Accesses.reference(ReferenceType.TPA, execution.r3(), 1, false)),
        "tak r1=r3",             execution -> asked(execution, Accesses.reference(ReferenceType.TAK, execution.r3(), 1, false)),
        "fc r3",                 Queries::flushed).put("fc.i r3", Queries::flushed);

    private Queries() { }

    static Option<Meaning> of(Form form) {
        return form.clause() == Encodings.PREFETCH_FORM ? Option.some(prefetch(form.syntax())) : MEANINGS.get(form.syntax().plain());
    }

    private static Meaning prefetch(Syntax syntax) {
        Base base = Base.of(syntax);
        ReferenceType type = syntax.mnemonic().contains("fault") ? ReferenceType.LFETCH_FAULT : ReferenceType.LFETCH;
        return execution -> prefetched(execution, type, base);
    }

    private static Executed probed(Execution execution, ReferenceType type, GeneralValue level) {
        return asked(execution, probe(execution, type, level));
    }

    /// {@return the reference of a probe at the level in bits 1:0 of an operand}
    private static Reference probe(Execution execution, ReferenceType type, GeneralValue level) {
        GeneralValue r3 = execution.r3();
        return new Reference(type, new VirtualAddress(r3.bits()), 1, (int) level.bits() & 3, r3.nat() || level.nat());
    }

    @Memories.Rule(QUERY_ANSWERED)
    static Executed asked(Execution execution, Reference reference) {
        int r1 = execution.operands().r1();
        return Checks.target(execution.machine(), r1).getOrElse(() -> Accesses.translated(execution, reference, translated ->
            new Executed.Done(Effects.of(new Place.General(r1), GeneralValue.of(((Translated.Answered) translated).value()), QUERY_ANSWERED), QUERY_ANSWERED)));
    }

    @Memories.Rule(PROBE_PASSED)
    static Executed passed(Execution execution, ReferenceType type) {
        return Accesses.translated(execution, probe(execution, type, GeneralValue.of(execution.operands().immediate())), translated -> new Executed.Done(Effects.NONE, PROBE_PASSED));
    }

    @Memories.Rule(PREFETCH_EFFECTLESS)
    static Executed prefetched(Execution execution, ReferenceType type, Base base) {
        return base.illegal(execution).getOrElse(() -> Accesses.translated(execution, Accesses.reference(type, execution.r3(), 1, false),
            translated -> new Executed.Done(base.updated(execution), PREFETCH_EFFECTLESS)));
    }

    @Memories.Rule(LINE_FLUSHED)
    static Executed flushed(Execution execution) {
        return Accesses.translated(execution, Accesses.reference(ReferenceType.FC, execution.r3(), 1, false), translated -> new Executed.Done(Effects.NONE, LINE_FLUSHED));
    }
}
