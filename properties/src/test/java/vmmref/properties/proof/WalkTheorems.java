package vmmref.properties.proof;

import static vmmref.spec.Walks.INDEX_HASHED;
import static vmmref.spec.Walks.LONG_ENTRY_ADDRESSED;
import static vmmref.spec.Walks.SHORT_ENTRY_ADDRESSED;
import static vmmref.spec.Walks.TAG_HASHED;
import static vmmref.spec.Walks.TAG_IDENTIFYING;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.translate.Hashing;
import vmmref.model.translate.PageTable;

/// Where entries of page tables lie, and which page they are of.
final class WalkTheorems {
    private static final String IDENTIFIER = "(bvult rid #x01000000)";
    private static final String PAGES = "(and (page-number-possible page) (page-number-possible another) (bvult rid #x01000000) (bvult ridOfAnother #x01000000))";

    private WalkTheorems() { }

    static Seq<Theorem> all() {
        return Vector.of(
            Theorem.of("entry-in-the-short-format", PageTable.class, "shortEntry", SHORT_ENTRY_ADDRESSED).by("short-entry-addressed").with("pta").with("region").with("page")
                .where("(and (table-size-possible pta.bits) (bvult region #x00000008))").claims("(= result.bits (short-entry pta.bits ((_ extract 2 0) region) page))"),
            Theorem.of("entry-in-the-long-format", PageTable.class, "longEntry", LONG_ENTRY_ADDRESSED).by("long-entry-addressed").with("pta").with("index")
                .where("(hashed-size-possible pta.bits)").claims("(= result.bits (long-entry pta.bits index))"),
            Theorem.of("index-of-a-page", Hashing.class, "xorIndex", INDEX_HASHED).by("tag-identifying").with("page").with("rid").where(IDENTIFIER).claims("(= result (index-of page ((_ extract 23 0) rid)))"),
            Theorem.of("tag-of-a-page", Hashing.class, "xorTag", TAG_HASHED).by("tag-identifying").with("page").with("rid").where(IDENTIFIER).claims("(= result (tag-of page ((_ extract 23 0) rid)))"),
            Theorem.of("index-of-any-other-function", Hashing.class, "otherIndex").by("tag-identifying").with("page").with("rid").where(IDENTIFIER).claims("(= result (other-index-of page ((_ extract 23 0) rid)))"),
            Theorem.of("entry-and-tag-identify-a-page", Lemmas.class, "entryAndTagIdentify", TAG_IDENTIFYING).by("tag-identifying").with("size").with("page").with("rid").with("another").with("ridOfAnother")
                .where("(and (bvule #x0000000f size) (bvule size #x0000003d) " + PAGES + ")").claims("result"),
            Theorem.of("so-do-entry-and-tag-of-any-other-function", Lemmas.class, "otherEntryAndTagIdentify", TAG_IDENTIFYING).by("tag-identifying").with("size").with("page").with("rid").with("another").with("ridOfAnother")
                .where("(and (bvule #x0000000f size) (bvule size #x0000003d) " + PAGES + ")").claims("result"));
    }
}
