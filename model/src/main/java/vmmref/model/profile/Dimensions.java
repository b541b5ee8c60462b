package vmmref.model.profile;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import org.apache.commons.lang3.Validate;

/// How wide and how many things are in an implementation.
///
/// @param virtualBits  implemented bits of the offset in a region, 50 to 61, which is 51 or more but for a machine that a guest believes in: parameter `va`
/// @param physicalBits implemented bits of a physical address, 44 to 63: `pa`
/// @param ridBits      implemented bits of a region identifier, 18 to 24: `rid`
/// @param keyBits      implemented bits of a key, as many as those of a region identifier to 24: `key`
/// @param itrs         instruction translation registers, 8 to 256: `itr`
/// @param dtrs         data translation registers, 8 to 256: `dtr`
/// @param tcs          translations that the cache of each stream holds, 1 to 9999: `tc`
/// @param pkrs         protection-key registers, 16 to 256: `pkr`
/// @param ibrs         instruction breakpoint registers, 8 to 16, two for each address: `ibr`
/// @param dbrs         data breakpoint registers, 8 to 16: `dbr`
/// @param insertable   logarithms of the page sizes that can be inserted, 12 to 60: `insertable`, numbers separated by spaces
/// @param purgeable    logarithms of the page sizes that can be purged, the insertable ones among them: `purgeable`
public record Dimensions(int virtualBits, int physicalBits, int ridBits, int keyBits, int itrs, int dtrs, int tcs, int pkrs, int ibrs, int dbrs, Set<Integer> insertable, Set<Integer> purgeable) {
    public Dimensions {
        within("va", virtualBits, 50, 61);
        within("pa", physicalBits, 44, 63);
        within("rid", ridBits, 18, 24);
        within("key", keyBits, ridBits, 24);
        within("itr", itrs, 8, 256);
        within("dtr", dtrs, 8, 256);
        within("tc", tcs, 1, 9999);
        within("pkr", pkrs, 16, 256);
        within("ibr", ibrs, 8, 16);
        within("dbr", dbrs, 8, 16);
        Validate.isTrue(ibrs % 2 == 0 && dbrs % 2 == 0, "breakpoint registers come in pairs: ibr and dbr are even, not %d and %d", ibrs, dbrs);
        Validate.isTrue(insertable.contains(12), "insertable lists 12, the size that every implementation has, not only %s", text(insertable));
        Validate.isTrue(insertable.forAll(size -> size >= 12 && size <= 60), "insertable lists logarithms from 12 to 60, not %s", text(insertable));
        Validate.isTrue(purgeable.containsAll(insertable), "purgeable (%s) lists whatever insertable does (%s)", text(purgeable), text(insertable));
    }

    private static boolean within(String parameter, int value, int least, int most) {
        Validate.inclusiveBetween(least, most, value, "%s is %d to %d, not %d", parameter, least, most, value);
        return true;
    }

    /// {@return the dimensions that a profile's parameters give}
    static Dimensions of(Profile profile) {
        return new Dimensions(profile.number("va"), profile.number("pa"), profile.number("rid"), profile.number("key"), profile.number("itr"), profile.number("dtr"), profile.number("tc"),
            profile.number("pkr"), profile.number("ibr"), profile.number("dbr"), sizes(profile.value("insertable")), sizes(profile.value("purgeable")));
    }

    static Set<Integer> sizes(String text) {
        Validate.isTrue(text.matches("\\d{1,2}( \\d{1,2})*"), "page sizes are numbers separated by spaces, not %s", text);
        return TreeSet.ofAll(Vector.of(text.split(" ")).map(Integer::valueOf));
    }

    /// {@return name and value of each parameter}
    Seq<Tuple2<String, String>> parameters() {
        return Vector.of(Tuple.of("va", virtualBits), Tuple.of("pa", physicalBits), Tuple.of("rid", ridBits), Tuple.of("key", keyBits),
                Tuple.of("itr", itrs), Tuple.of("dtr", dtrs), Tuple.of("tc", tcs), Tuple.of("pkr", pkrs), Tuple.of("ibr", ibrs), Tuple.of("dbr", dbrs)).map(each -> each.map2(String::valueOf))
            .append(Tuple.of("insertable", text(insertable))).append(Tuple.of("purgeable", text(purgeable)));
    }

    private static String text(Set<Integer> sizes) {
        return sizes.mkString(" ");
    }
}
