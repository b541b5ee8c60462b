package vmmref.properties.guarantee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static vmmref.properties.guarantee.Observed.observed;
import static vmmref.spec.Walks.HASH_NAT;
import static vmmref.spec.Walks.HASH_TOLD;
import static vmmref.spec.Walks.INDEX_HASHED;
import static vmmref.spec.Walks.LONG_ENTRY_ADDRESSED;
import static vmmref.spec.Walks.SHORT_ENTRY_ADDRESSED;
import static vmmref.spec.Walks.TAG_HASHED;
import static vmmref.spec.Walks.TAG_IDENTIFYING;
import static vmmref.spec.Walks.TAG_TOLD;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import vmmref.model.bundle.Unit;
import vmmref.model.machine.Machine;
import vmmref.model.profile.Profile;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Pta;
import vmmref.model.register.RegionRegister;
import vmmref.properties.arbitrary.Started;
import vmmref.properties.arbitrary.Starts;
import vmmref.spec.Walks;

/// What holds of the places of entries in page tables, and of their tags, as `thash` and `ttag` tell them.
class HashGuarantees {
    private static final Profile NARROW = Profile.named("minimal").get();

    private static GeneralValue asked(Subject subject, Machine machine, String name, GeneralValue address) {
        return Took.of(subject, Prepared.with(Took.at(machine, Unit.M, name + " r8=r9"), 9, address)).took().after().general(8);
    }

    @Guarantee
    @Label("thash tells where the table has the entry, by division; ttag tells the tag in either format; neither asks for a level or whether the table is walked")
    @Walks.Checks({SHORT_ENTRY_ADDRESSED, LONG_ENTRY_ADDRESSED, HASH_TOLD, TAG_TOLD})
    void told(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled table, @ForAll boolean walked) {
        Machine walking = table.machine(start.machine());
        Machine resting = walking.withAddressing(walking.addressing().withPta(new Pta(table.pta() - 1)).withRegions(walking.addressing().regions().with(table.region(), new RegionRegister(table.rid() * 256L + table.size() * 4))));
        Machine machine = walked ? walking : resting;
        assertEquals(GeneralValue.of(table.entry()), observed(asked(subject, machine, "thash", GeneralValue.of(table.address())), table.isLong() ? LONG_ENTRY_ADDRESSED : SHORT_ENTRY_ADDRESSED));
        assertEquals(GeneralValue.of(table.tag()), asked(subject, machine, "ttag", GeneralValue.of(table.address())));
        Outcomes.label("format").collect(table.isLong(), walked, start.psr().cpl() == 0).coverage(Combinations.above(1, Combinations.EITHER, Combinations.EITHER, Combinations.EITHER));
    }

    @Guarantee
    @Rare
    @Label("each bit of the place of an entry in a large table says whether the bits of page number and region identifier differ")
    @Walks.Checks(INDEX_HASHED)
    void indices(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled any, @ForAll @IntRange(max = 24) int bit) {
        Tabled table = new Tabled(true, any.size(), 30, any.start(), any.region(), any.rid(), any.page(), any.within());
        long entry = asked(subject, table.machine(start.machine()), "thash", GeneralValue.of(table.address())).bits();
        boolean differs = (table.number() >> bit & 1) != (table.rid() >> bit & 1);
        assertEquals(differs, (observed(entry, INDEX_HASHED) >> 5 + bit & 1) == 1);
        Outcomes.label("bit").collect(bit < 18, differs).coverage(Combinations.above(0.5, Combinations.EITHER, Combinations.EITHER));
    }

    @Guarantee
    @Label("each bit of a tag says whether the bit of the page number and that of the region identifier, 39 lower, differ; bit 63 is 0")
    @Walks.Checks(TAG_HASHED)
    void tags(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled table, @ForAll @IntRange(max = 63) int bit) {
        long tag = asked(subject, table.machine(start.machine()), "ttag", GeneralValue.of(table.address())).bits();
        boolean ofPage = bit < 49 && (table.number() >> bit & 1) == 1;
        boolean ofRegion = bit >= 39 && bit < 63 && (table.rid() >> bit - 39 & 1) == 1;
        assertEquals(ofPage != ofRegion, (observed(tag, TAG_HASHED) >>> bit & 1) == 1);
        Outcomes.label("of").collect(ofPage, ofRegion).coverage(checker -> {
            checker.check(true, false).percentage(share -> share > 5);
            checker.check(false, true).percentage(share -> share > 2);
        });
    }

    @Guarantee
    @Label("what is no thing, or no address of the implementation, has no entry and no tag")
    @Walks.Checks(HASH_NAT)
    void ofNoAddress(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled table, @ForAll boolean nat, @ForAll @IntRange(min = 51, max = 60) int bit, @ForAll boolean tag) {
        GeneralValue operand = nat ? new GeneralValue(table.address(), true) : GeneralValue.of(table.address() ^ 1L << bit);
        GeneralValue told = asked(subject.on(NARROW), table.machine(start.machine()), tag ? "ttag" : "thash", operand);
        assertEquals(new GeneralValue(0, true), told);
        Outcomes.label("of").collect(nat, tag).coverage(Combinations.above(10, Combinations.EITHER, Combinations.EITHER));
    }

    /// Other pages and regions whose entries or tags are the same: those whose numbers differ where the table does not look.
    private static Tuple2<Tabled, Tabled> alike(Tabled any, int page, int rid) {
        Tabled one = new Tabled(true, any.size(), 15, any.start(), any.region(), any.rid(), any.page(), any.within());
        return Tuple.of(one, new Tabled(true, any.size(), 15, any.start(), any.region(), Math.max(1, any.rid() ^ rid), any.page() ^ page, any.within()));
    }

    @Guarantee
    @Costs(2)
    @Label("pages or regions that differ have another entry in the smallest table or another tag")
    @Walks.Checks(TAG_IDENTIFYING)
    void identified(Subject subject, @ForAll("starts") Started start, @ForAll("tables") Tabled any, @ForAll @IntRange(max = 0xffff) int page, @ForAll @IntRange(max = 0x3ffff) int rid, @ForAll boolean same) {
        Tuple2<Tabled, Tabled> pair = alike(any, same ? page & 0x3ff : page, same ? page & 0x3ff : rid);
        Discard.unless(pair._1.number() != pair._2.number() || pair._1.rid() != pair._2.rid(), "they are the same");
        Vector<GeneralValue> entries = Vector.of(pair._1, pair._2).map(table -> asked(subject, table.machine(start.machine()), "thash", GeneralValue.of(table.address())));
        Vector<GeneralValue> tags = Vector.of(pair._1, pair._2).map(table -> asked(subject, table.machine(start.machine()), "ttag", GeneralValue.of(table.address())));
        assertNotEquals(Tuple.of(entries.get(0), tags.get(0)), Tuple.of(entries.get(1), tags.get(1)));
        Outcomes.label("same entry").collect(entries.get(0).equals(entries.get(1))).coverage(Combinations.above(5, Combinations.EITHER));
    }

    @Provide
    Arbitrary<Started> starts() {
        return Starts.starts();
    }

    @Provide
    Arbitrary<Tabled> tables() {
        return Tabled.any();
    }
}
