package vmmref.model.translate;

import static vmmref.spec.Walks.INDEX_HASHED;
import static vmmref.spec.Walks.TAG_HASHED;

import vmmref.model.profile.Profile;
import vmmref.spec.Walks;

/// How an implementation finds entries of a page table in the long format: any two functions of which index and tag together identify page and region.
public interface Hashing {
    /// {@return which entry of the table a page has, of which the bits that number an entry of the table count}
    ///
    /// @param page the number of the page in its region, in pages of the preferred size
    /// @param rid  the region identifier, 24 bits
    long index(long page, int rid);

    /// {@return the tag of a page, bit 63 of which is 0}
    ///
    /// @param page the number of the page in its region, in pages of the preferred size
    /// @param rid  the region identifier, 24 bits
    long tag(long page, int rid);

    /// Functions that are described.
    enum Known implements Hashing {
        /// Those of the first Itanium.
        XOR {
            @Override public long index(long page, int rid) {
                return xorIndex(page, rid);
            }
        },
        /// Those that stand for any others.
        OTHER {
            @Override public long index(long page, int rid) {
                return otherIndex(page, rid);
            }
        };

        @Override public long tag(long page, int rid) {
            return xorTag(page, rid);
        }
    }

    /// Where the bits of a region identifier go in a tag.
    int IDENTIFIER = 39;

    @Walks.Rule(INDEX_HASHED)
    static long xorIndex(long page, int rid) {
        return page ^ rid;
    }

    @Walks.Rule(TAG_HASHED)
    static long xorTag(long page, int rid) {
        return page ^ (long) rid << IDENTIFIER;
    }

    static long otherIndex(long page, int rid) {
        return page + rid;
    }

    /// {@return the functions of an implementation}
    static Hashing of(Profile profile) {
        return profile.word(Profile.VHPT_HASH, "xor", "other").equals("xor") ? Known.XOR : Known.OTHER;
    }
}
