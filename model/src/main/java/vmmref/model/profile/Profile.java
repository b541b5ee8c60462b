package vmmref.model.profile;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.apache.commons.lang3.Validate;
import org.apache.commons.lang3.math.NumberUtils;

/// What implementations may differ in: the parameters of one of them.
///
/// @param name       what people call it
/// @param parameters name to value; a parameter that says whether something exists is `true` or `false`; the others are those of [Dimensions], [Identification] and [vmmref.model.partition.Hardware]
public record Profile(String name, Map<String, String> parameters) {
    /// Long branches, `brl`: CPUID[4].lb.
    public static final String LONG_BRANCH = "brl";
    /// Loads, stores and semaphores of 16 bytes, `ld16`, `st16` and `cmp8xchg16`: CPUID[4].ao.
    public static final String WIDE_ATOMICS = "ld16";
    /// Virtual-machine switch, `vmsw`.
    public static final String VIRTUAL_MACHINE_SWITCH = "vmsw";
    /// Moves to and from model-specific registers, `mov msr[]`, which the manual's tables do not list.
    public static final String MODEL_SPECIFIC_REGISTERS = "msr";
    /// What came after 2010 where nothing was before: `clz`, `mpy4`, `mpyshl4` and `mov r1=dahr[r3]`.
    public static final String COUNT_LEADING_ZEROS = "clz";

    /// Exported `fetchadd`, on memory with the attribute UCE.
    public static final String EXPORTED_FETCHADD = "fetchadd";

    /// Whether going on at an address that is not implemented is a `trap` of the instruction that goes there, or a `fault` of the fetch.
    public static final String UNIMPLEMENTED_FETCH = "unimplemented-fetch";

    /// How entries of a page table in the long format are found: `xor`, as the first Itanium does it, or in some `other` way.
    public static final String VHPT_HASH = "vhpt-hash";

    /// The slot that ISR.ei tells of a trap of an instruction of two slots: 1 or 2.
    public static final String LONG_TRAP_SLOT = "long-trap-slot";

    /// Whether bits 63:47 of the operand of `mov psr.l` are `ignored` or `reserved`.
    public static final String UPPER_STATUS = "psr-l-upper";

    /// Whether there are performance monitor registers besides PMC0 to PMC7 and PMD4 to PMD7, of which nothing is said.
    public static final String MORE_MONITORS = "more-monitors";

    /// How many stacked registers there are: at least 96, a multiple of 16.
    public static final String STACKED = "stacked";

    private static final String ARCHITECTED_SIZES = "12 13 14 16 18 20 22 24 26 28";
    private static final String EVERYTHING = "status:r route:rw link:rw firewall:rw sharing:rw interrupt:rw general:rw";
    private static final String READING    = "status:r route:r link:r firewall:r sharing:r interrupt:- general:rw";
    private static final String NOTHING    = "status:r route:- link:- firewall:- sharing:- interrupt:- general:r";

    private static final Seq<Profile> NAMED = Vector.of(
        //                       brl    ld16   vmsw   msr    clz    fetchadd unimplemented-fetch, long-trap-slot, psr-l-upper, more-monitors
        named("merced",    flags(false, false, false, true,  false, false, "trap",  2, "ignored", true),  new Dimensions(51, 44, 18, 21,  8,  48,   64, 16,  8,  8, sizes(ARCHITECTED_SIZES), sizes(ARCHITECTED_SIZES + " 32")),
            identity("GenuineIntel", "0000000007000804"),
            complex(2, 4, 2,  1, 0,  1, 0, "previous", "processor", READING, "error",   "replace")),
        named("itanium2",  flags(true,  false, false, true,  false, false, "trap",  2, "ignored", true),  new Dimensions(61, 50, 24, 24, 64,  64,  128, 16,  8,  8, sizes(ARCHITECTED_SIZES + " 30 32"), sizes(ARCHITECTED_SIZES + " 30 32")),
            identity("GenuineIntel", "000000001f010504"),
            complex(4, 2, 3,  4, 0,  8, 1, "previous", "partition", READING, "ones",    "reject")),
        named("montecito", flags(true,  true,  true,  true,  false, false, "trap",  2, "ignored", true),  new Dimensions(61, 50, 24, 24, 64,  64,  128, 16,  8,  8, sizes(ARCHITECTED_SIZES + " 30 32"), sizes(ARCHITECTED_SIZES + " 30 32")),
            identity("GenuineIntel", "0000000020000704"),
            complex(4, 4, 4,  1, 0,  8, 0, "unsecure", "partition", READING, "nothing", "replace")),
        named("minimal",   flags(false, false, false, false, false, false, "fault", 1, "reserved", false), new Dimensions(51, 44, 18, 18,  8,   8,    2, 16,  8,  8, sizes(ARCHITECTED_SIZES), sizes(ARCHITECTED_SIZES + " 32")),
            identity("vmmref", "0000000000000004"),
            complex(3, 1, 2, 64, 0, 64, 0, "previous", "processor", NOTHING, "ones",    "reject")),
        named("maximal",   flags(true,  true,  true,  true,  true,  true,  "fault", 2, "ignored", false), new Dimensions(61, 63, 24, 24, 64, 128, 1024, 32, 16, 16, sizes(ARCHITECTED_SIZES + " 30 32"), sizes(ARCHITECTED_SIZES + " 30 32")),
            identity("vmmref reference", "00000000ff030204"),
            complex(8, 4, 8,  2, 3, 16, 4, "unsecure", "partition", NOTHING, "error",   "replace")));

    private static Map<String, String> flags(boolean longBranch, boolean wideAtomics, boolean virtualMachineSwitch, boolean modelSpecificRegisters, boolean countLeadingZeros, boolean exportedFetchadd, String unimplementedFetch, int longTrapSlot,
                                             String upperStatus, boolean moreMonitors) {
        return LinkedHashMap.<String, String>empty()
            .put(LONG_BRANCH, String.valueOf(longBranch))
            .put(WIDE_ATOMICS, String.valueOf(wideAtomics))
            .put(VIRTUAL_MACHINE_SWITCH, String.valueOf(virtualMachineSwitch))
            .put(MODEL_SPECIFIC_REGISTERS, String.valueOf(modelSpecificRegisters))
            .put(COUNT_LEADING_ZEROS, String.valueOf(countLeadingZeros))
            .put(EXPORTED_FETCHADD, String.valueOf(exportedFetchadd))
            .put(UNIMPLEMENTED_FETCH, unimplementedFetch)
            .put(LONG_TRAP_SLOT, String.valueOf(longTrapSlot))
            .put(VHPT_HASH, "xor")
            .put(STACKED, "96")
            .put(UPPER_STATUS, upperStatus)
            .put(MORE_MONITORS, String.valueOf(moreMonitors));
    }

    private static Map<String, String> identity(String vendor, String version) {
        return LinkedHashMap.of(Identification.VENDOR, vendor, Identification.VERSION, version);
    }

    /// {@return the parameters of the partition hardware}
    private static Map<String, String> complex(int cells, int processors, int partitions, int reportLines, int reportLatency, int statusLines, int statusLatency, String inTransfer, String gate,
                                               String openUnsecure, String refusal, String badInterrupt) {
        return LinkedHashMap.<String, String>empty()
            .put("cells", String.valueOf(cells)).put("processors", String.valueOf(processors)).put("partitions", String.valueOf(partitions))
            .put("report-lines", String.valueOf(reportLines)).put("report-latency", String.valueOf(reportLatency))
            .put("status-lines", String.valueOf(statusLines)).put("status-latency", String.valueOf(statusLatency))
            .put("in-transfer", inTransfer).put("gate", gate).put("open-secure", EVERYTHING).put("open-unsecure", openUnsecure).put("refusal", refusal).put("bad-interrupt", badInterrupt);
    }

    private static Profile named(String name, Map<String, String> flags, Dimensions dimensions, Map<String, String> identity, Map<String, String> complex) {
        return new Profile(name, complex.foldLeft(identity.foldLeft(dimensions.parameters().foldLeft(flags, Map::put), Map::put), Map::put));
    }

    private static Set<Integer> sizes(String text) {
        return Dimensions.sizes(text);
    }

    /// {@return the named profiles; the first expectations of every vector are those of `itanium2`}
    public static Seq<Profile> all() {
        return NAMED;
    }

    public static Option<Profile> named(String name) {
        return NAMED.find(profile -> profile.name().equals(name));
    }

    /// {@return the profile that an implementation announces; parameters it does not mention are those of `itanium2`}
    public static Profile announced(String name, Map<String, String> parameters) {
        return new Profile(name, parameters.merge(NAMED.get(1).parameters()));
    }

    /// {@return how wide and how many things are}
    public Dimensions dimensions() {
        return Dimensions.of(this);
    }

    /// {@return the value of a parameter}
    public String value(String parameter) {
        return parameters.get(parameter).getOrElseThrow(() -> new IllegalArgumentException("profile " + name + " says nothing of " + parameter));
    }

    /// {@return the value of a parameter that is a number of at most four digits}
    public int number(String parameter) {
        String value = value(parameter);
        Validate.isTrue(value.length() <= 4 && NumberUtils.isDigits(value), "profile %s: %s is a number, not %s", name, parameter, value);
        return Integer.parseInt(value);
    }

    /// {@return the value of a parameter that is one of some words}
    public String word(String parameter, String... words) {
        String value = value(parameter);
        Validate.isTrue(Vector.of(words).contains(value), "profile %s: %s is %s, not %s", name, parameter, String.join(" or ", words), value);
        return value;
    }

    /// {@return whether going on at an address that is not implemented is a trap of the instruction that goes there}
    public boolean trapsUnimplementedFetch() {
        return word(UNIMPLEMENTED_FETCH, "trap", "fault").equals("trap");
    }

    /// {@return the slot that ISR.ei tells of a trap of an instruction of two slots}
    public int longTrapSlot() {
        return Integer.parseInt(word(LONG_TRAP_SLOT, "1", "2"));
    }

    /// {@return how many stacked registers there are, at least 96 and a multiple of 16}
    public int stacked() {
        int stacked = number(STACKED);
        Validate.isTrue(stacked >= 96 && stacked % 16 == 0, "profile %s: %s is a multiple of 16, 96 at least, not %d", name, STACKED, stacked);
        return stacked;
    }

    /// {@return whether `mov psr.l` refuses what stands in reserved bits of the upper half}
    public boolean reservesUpperStatus() {
        return word(UPPER_STATUS, "ignored", "reserved").equals("reserved");
    }

    /// {@return whether the implementation has what a parameter names}
    public boolean has(String parameter) {
        return word(parameter, "true", "false").equals("true");
    }
}
