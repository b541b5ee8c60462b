package vmmref.properties.proof;

import static vmmref.spec.References.ADDRESS_MISALIGNED;
import static vmmref.spec.References.ADDRESS_UNIMPLEMENTED;
import static vmmref.spec.Translations.OFFSET_KEPT;
import static vmmref.spec.Translations.REGION_COMPARED;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Reference;

/// Addresses, pages and what translates them.
final class PageTheorems {
    private static final String PAGE = "page-size";

    private PageTheorems() { }

    static Seq<Theorem> all() {
        return Vector.of(
            Theorem.of("a-page-size-has-six-bits", Lemmas.class, "size").with("log2").throwing("(not (bvult log2 #x00000040))").claims("(= result log2)"),
            Theorem.of("offset-bits-of-a-page", PageSize.class, "mask").by(PAGE).with("size").claims("(= result (page-mask ((_ extract 5 0) size.log2)))"),
            Theorem.of("bytes-of-a-page", PageSize.class, "bytes").by(PAGE).with("size").claims("(= result (page-bytes ((_ extract 5 0) size.log2)))"),
            Theorem.of("region-of-an-address", VirtualAddress.class, "region").by(PAGE).with("address").claims("(= result ((_ zero_extend 29) (region-of address.bits)))"),
            Theorem.of("offset-in-the-region", VirtualAddress.class, "offset").by(PAGE).with("address").claims("(= result (region-offset address.bits))"),
            Theorem.of("page-of-an-address", VirtualAddress.class, "page").by(PAGE).with("address").with("size").claims("(= result.bits (page-of address.bits ((_ extract 5 0) size.log2)))"),
            Theorem.of("page-of-a-translation", Lemmas.class, "base").by(PAGE).with("address").with("rid").with("size").with("key").with("entry")
                .throwing("(or (bvult size.log2 #x0000000c) (bvult #x0000003c size.log2) (not (bvult rid #x01000000)) (not (bvult key #x01000000)) (and (= ((_ extract 0 0) entry.bits) #b1) (bvule #b001 ((_ extract 4 2) entry.bits)) (bvule ((_ extract 4 2) entry.bits) #b011)))")
                .claims("(= result (page-of address.bits ((_ extract 5 0) size.log2)))"),
            Theorem.of("which-addresses-a-translation-covers", Translation.class, "covers", TRANSLATION_MATCHED, REGION_COMPARED).by("translation-matched").with("translation").with("rid").with("address")
                .where("(bvult rid #x01000000)")
                .claims("(= result (page-covers translation.pageBits ((_ extract 23 0) translation.rid) ((_ extract 5 0) translation.sizeLog2) ((_ extract 23 0) rid) address.bits))"),
            Theorem.of("which-ranges-a-translation-overlaps", Translation.class, "overlaps", TRANSLATION_MATCHED, REGION_COMPARED).by("translation-matched").with("translation").with("rid").with("address").with("range")
                .where("(and (bvult rid #x01000000) (bvule #x0000000c range.log2) (bvule range.log2 #x0000003c))")
                .claims("(= result (pages-overlap translation.pageBits ((_ extract 23 0) translation.rid) ((_ extract 5 0) translation.sizeLog2) ((_ extract 23 0) rid) address.bits ((_ extract 5 0) range.log2)))"),
            Theorem.of("where-an-address-lies", Translation.class, "physical", OFFSET_KEPT).by("offset-kept").with("translation").with("address")
                .claims("(= result.bits (physical-address (ppn-in-place translation.entryBits) address.bits ((_ extract 5 0) translation.sizeLog2)))"),
            Theorem.of("tags-that-are-equal-are-found", Types.named("vmmref.model.tlb.Bucket"), "equal").with("tags").with("tag").where("(bvult tag #x0000000000000100)")
                .claims(eachTag("(=> (= ((_ extract %2$d %1$d) tags) ((_ extract 7 0) tag)) (= ((_ extract %2$d %2$d) result) #b1))") + " (= (bvand result #x7f7f7f7f7f7f7f7f) #x0000000000000000))"),
            Theorem.of("the-lowest-tag-found-is-equal", Types.named("vmmref.model.tlb.Bucket"), "equal").with("tags").with("tag").where("(bvult tag #x0000000000000100)")
                .claims(eachTag("(=> (= (bvand result (bvneg result)) (bvshl #x0000000000000001 (_ bv%2$d 64))) (= ((_ extract %2$d %1$d) tags) ((_ extract 7 0) tag)))") + ")"),
            Theorem.of("implemented-virtual-addresses", VirtualAddress.class, "isImplemented", ADDRESS_UNIMPLEMENTED).by("address-unimplemented").with("address").with("bits")
                .where("(and (bvule #x00000033 bits) (bvule bits #x0000003d))")
                .claims("(= result (not (virtual-address-unimplemented address.bits ((_ extract 5 0) bits) false)))"),
            Theorem.of("implemented-virtual-addresses-of-a-virtual-machine", VirtualAddress.class, "isImplemented", ADDRESS_UNIMPLEMENTED).by("address-unimplemented").with("address").with("bits")
                .where("(and (bvule #x00000032 bits) (bvule bits #x0000003c))")
                .claims("(= result (not (virtual-address-unimplemented address.bits ((_ extract 5 0) (bvadd bits #x00000001)) true)))"),
            Theorem.of("implemented-physical-addresses", PhysicalAddress.class, "isImplemented", ADDRESS_UNIMPLEMENTED).by("address-unimplemented").with("address").with("bits")
                .where("(and (bvule #x0000002c bits) (bvule bits #x0000003f))")
                .claims("(= result (not (physical-address-unimplemented address.bits ((_ extract 5 0) bits))))"),
            Theorem.of("a-physical-address-has-63-bits", Lemmas.class, "physical").with("bits").throwing("(= ((_ extract 63 63) bits) #b1)").claims("(= result bits)"),
            Theorem.of("misaligned-references", Reference.class, "isMisaligned", ADDRESS_MISALIGNED).by("address-misaligned").with("reference")
                .claims("(= result (misaligned reference.address.bits ((_ zero_extend 32) reference.size)))"));
    }

    private static String eachTag(String claim) {
        return "(and " + Vector.range(0, 8).map(number -> claim.formatted(8 * number, 8 * number + 7)).mkString(" ");
    }
}
