package vmmref.properties.proof;

import static vmmref.spec.Bundles.BUNDLE_FIELDS;
import static vmmref.spec.Bundles.BUNDLE_LOSSLESS;
import static vmmref.spec.Bundles.INTEGER_UNIT_EITHER;
import static vmmref.spec.Bundles.TEMPLATE_ASSIGNED;
import static vmmref.spec.Bundles.TEMPLATE_RESERVED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;

/// Bundles and templates.
final class BundleTheorems {
    private static final String FIELDS   = "bundle-fields";
    private static final String TEMPLATE = "template-assigned";

    private BundleTheorems() { }

    static Seq<Theorem> all() {
        return Vector.of(
            Theorem.of("fields-of-a-bundle", Bundle.class, "fields", BUNDLE_FIELDS).by(FIELDS).with("bundle")
                .claims("""
                    (and (= ((_ extract 4 0) result.code) (bundle-template bundle.low bundle.high)) (bvult result.code #x00000020)
                         (= result.slot0.bits ((_ zero_extend 23) (bundle-slot0 bundle.low bundle.high))) (= result.slot0.l #x0000000000000000)
                         (= result.slot1.bits ((_ zero_extend 23) (bundle-slot1 bundle.low bundle.high))) (= result.slot1.l #x0000000000000000)
                         (= result.slot2.bits ((_ zero_extend 23) (bundle-slot2 bundle.low bundle.high))) (= result.slot2.l #x0000000000000000))"""),
            Theorem.of("a-bundle-of-fields", Bundle.class, "of", BUNDLE_FIELDS).by(FIELDS).with("fields")
                .claims("""
                    (let ((code ((_ extract 4 0) fields.code)) (slot0 (as-slot fields.slot0.bits)) (slot1 (as-slot fields.slot1.bits)) (slot2 (as-slot fields.slot2.bits)))
                      (and (= result.low (bundle-low code slot0 slot1 slot2)) (= result.high (bundle-high code slot0 slot1 slot2))))"""),
            Theorem.of("a-bundle-is-its-fields", Lemmas.class, "aBundleIsItsFields", BUNDLE_FIELDS, BUNDLE_LOSSLESS).with("bundle").claims("result"),
            Theorem.of("fields-come-back", Lemmas.class, "fieldsComeBack", BUNDLE_FIELDS).with("fields").claims("result"),
            Theorem.of("what-a-template-code-means", Templates.class, "meaning", TEMPLATE_ASSIGNED, TEMPLATE_RESERVED).by(TEMPLATE).given(Templates.architected()).with("code")
                .throwing("(not (bvult code #x00000020))")
                .claims("""
                    (let ((low ((_ extract 4 0) code)))
                      (and (= result.is-Assigned (template-is-assigned low)) (= result.is-Reserved (not result.is-Assigned))
                           (=> result.is-Reserved (= result.Reserved.code code))
                           (=> result.is-Assigned (and (= result.Assigned.template.code code)
                             (= result.Assigned.template.unit0 ((_ zero_extend 29) (template-unit low #b00))) (= result.Assigned.template.stops.0 (template-stop low #b00))
                             (= result.Assigned.template.unit1 ((_ zero_extend 29) (template-unit low #b01))) (= result.Assigned.template.stops.1 (template-stop low #b01))
                             (= result.Assigned.template.unit2 ((_ zero_extend 29) (template-unit low #b10))) (= result.Assigned.template.stops.2 (template-stop low #b10))))))"""),
            Theorem.of("which-slots-a-unit-fits", Unit.class, "fits", INTEGER_UNIT_EITHER).by(TEMPLATE).with("unit").with("slot")
                .claims("(= result (unit-fits ((_ extract 2 0) unit) ((_ extract 2 0) slot)))"));
    }
}
