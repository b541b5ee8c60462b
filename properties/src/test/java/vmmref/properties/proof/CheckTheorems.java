package vmmref.properties.proof;

import static vmmref.spec.Protections.KEY_DISABLED;
import static vmmref.spec.Protections.PROBE_LEVEL;
import static vmmref.spec.Protections.RIGHTS_DENIED;
import static vmmref.spec.Translations.ABSENT_FIELDS_IGNORED;
import static vmmref.spec.Translations.FIELD_RESERVED;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.protect.Access;
import vmmref.model.protect.AccessRights;
import vmmref.model.protect.KeyCheck;
import vmmref.model.translate.Instruction;

/// What is checked before a reference or an instruction is done.
final class CheckTheorems {
    private static final Class<?> CONDITIONS = Types.named("vmmref.model.translate.Conditions");
    private static final Class<?> SIGHT      = Types.named("vmmref.model.translate.Sight");

    private CheckTheorems() { }

    static Seq<Theorem> all() {
        return Vector.of(
            Theorem.of("which-accesses-a-page-permits", AccessRights.class, "permit", RIGHTS_DENIED).by("rights-denied").given(AccessRights.architected()).with("ar").with("pl").with("level").with("access")
                .where("(and (bvult ar #x00000008) (bvult pl #x00000004) (bvult level #x00000004))")
                .claims("(= result (rights-permit ((_ extract 2 0) ar) ((_ extract 1 0) pl) ((_ extract 1 0) level) %s))".formatted(ACCESS)),
            Theorem.of("which-accesses-a-key-register-disables", KeyCheck.class, "architected", KEY_DISABLED).by("key-disabled").with("register").with("access")
                .where("(= ((_ extract 0 0) register.bits) #b1)")
                .claims("(= result (key-disabled true ((_ extract 31 8) register.bits) register.bits %s))".formatted(ACCESS)),
            Theorem.of("the-level-of-a-probe", CONDITIONS, "probeLevel", PROBE_LEVEL).by("probe-level").with("requested").with("current")
                .where("(and (bvult requested #x00000004) (bvult current #x00000004))")
                .claims("(= result ((_ zero_extend 30) (probe-level ((_ zero_extend 32) requested) ((_ extract 1 0) current))))"),
            reserved("insertions-into-the-cache", Instruction.InsertCache.class, "(insertion-field-reserved operation.r2.bits operation.itir.bits)"),
            reserved("insertions-into-a-register", Instruction.InsertRegister.class, "(insertion-field-reserved operation.r2.bits operation.itir.bits)"),
            reserved("moves-to-a-region-register", Instruction.MoveRegion.class, "(region-register-field-reserved operation.r2.bits)"),
            reserved("moves-to-a-key-register", Instruction.MoveKey.class, "(key-register-field-reserved operation.r2.bits)"),
            reserved("purges", Instruction.Purge.class, "false"));
    }

    /// The three bits of an access by the ordinal of the constant.
    static final String ACCESS = "(ite (= access #x00000000) read (ite (= access #x00000001) write (ite (= access #x00000002) read-write execute)))";

    private static Theorem reserved(String name, Class<?> operation, String claim) {
        Map<String, Inputs> parts = Vector.of("rules", "machine", "choice", "target", "entry").toLinkedMap(part -> part, part -> Inputs.of((Object) null));
        return Theorem.of("reserved-fields-of-" + name, CONDITIONS, "fieldReserved", FIELD_RESERVED, ABSENT_FIELDS_IGNORED).by("field-reserved")
            .with("sight", Inputs.made(SIGHT, "sight", parts.put("operation", Inputs.of(operation, "operation")))).claims("(= result %s)".formatted(claim));
    }
}
