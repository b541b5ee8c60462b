package vmmref.model.instruction;

import static vmmref.spec.Bundles.LONG_INSTRUCTION_SLOTS;

import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.profile.Profile;
import vmmref.spec.Bundles;
import vmmref.spec.Table;

/// Decoding: which instructions a bundle encodes. Total and lossless.
///
/// @param templates the table of template codes
/// @param table     the rows that the implementation has
public record Decode(Templates templates, DecodeTable table) {

    /// {@return decoding as the architecture defines it for an implementation with a profile}
    public static Decode architected(Profile profile) {
        return new Decode(Templates.architected(), DecodeTable.of(
            Forms.architected().<Row>map(form -> form).appendAll(Unassigned.all(Table.named("unassigned"))), profile));
    }

    @Bundles.Rule(LONG_INSTRUCTION_SLOTS)
    public DecodedBundle bundle(Bundle bundle) {
        Bundle.Fields fields = bundle.fields();
        return switch (templates.meaning(fields.code())) {
            case Templates.Meaning.Reserved reserved -> new DecodedBundle.Reserved(bundle);
            case Templates.Meaning.Assigned(Template template) -> template.isLong() ? both(template, fields) : three(template, fields);
        };
    }

    private DecodedBundle both(Template template, Bundle.Fields fields) {
        return new DecodedBundle.Long(template,
            table.decode(template.unit0(), fields.slot0()),
            table.decode(Unit.X, new Slot(fields.slot2().bits(), fields.slot1().bits())));
    }

    private DecodedBundle three(Template template, Bundle.Fields fields) {
        return new DecodedBundle.Three(template,
            table.decode(template.unit0(), fields.slot0()),
            table.decode(template.unit1(), fields.slot1()),
            table.decode(template.unit2(), fields.slot2()));
    }
}
