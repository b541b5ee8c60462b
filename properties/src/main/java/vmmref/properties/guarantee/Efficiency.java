package vmmref.properties.guarantee;

/// How many instructions of guests were done, and by whom.
///
/// @param unmodified by the hardware, where the guest has them
/// @param carried    by the hardware, in stubs that stand for their bundles
/// @param emulated   by the monitor
public record Efficiency(int unmodified, int carried, int emulated) {
    /// What campaigns call these figures.
    public static final String UNMODIFIED = "instructions unmodified";
    public static final String CARRIED = "instructions in stubs";
    public static final String EMULATED = "instructions by the monitor";

    static final Efficiency NOTHING = new Efficiency(0, 0, 0);
    private static final int HUNDRED = 100;

    /// {@return the same after one more instruction}
    Efficiency and(Doer doer) {
        return switch (doer) {
            case HARDWARE       -> new Efficiency(unmodified + 1, carried, emulated);
            case STUB           -> new Efficiency(unmodified, carried + 1, emulated);
            case BREAK, MONITOR -> new Efficiency(unmodified, carried, emulated + 1);
        };
    }

    /// Adds the instructions to the figures of a campaign.
    void counted() {
        Outcomes.add(UNMODIFIED, unmodified);
        Outcomes.add(CARRIED, carried);
        Outcomes.add(EMULATED, emulated);
    }

    int all() {
        return unmodified + carried + emulated;
    }

    /// Promises that in more than a share of the cases more than a share of the instructions ran unmodified, both in percent.
    Efficiency above(int percent, double least) {
        Outcomes.label("more than %d %% unmodified".formatted(percent)).collect((long) HUNDRED * unmodified > (long) percent * all()).coverage(checker -> checker.check(true).percentage(share -> share > least));
        return this;
    }
}
