package vmmref.model.partition;

/// What the controller of a partition holds, and its fabric component.
///
/// @param status        the path on which the status register comes
/// @param route         the route enable mask
/// @param asked         partitions about a link with which it was asked
/// @param consented     partitions to a link with which it consented
/// @param enabled       partitions with which its link is enabled
/// @param firewall      the register FIREWALL
/// @param sharing       the register SHARING
/// @param interrupt     the register INTERRUPT
/// @param general       the register GENERAL
/// @param configuration of the fabric component
public record Controller(Path status, CellSet route, PartitionSet asked, PartitionSet consented, PartitionSet enabled, Firewall firewall, Sharing sharing, InterruptList interrupt, Word general,
                         Word configuration) {
    static final Controller EMPTY = new Controller(Path.QUIET, CellSet.NONE, PartitionSet.NONE, PartitionSet.NONE, PartitionSet.NONE, new Firewall(0), new Sharing(0), new InterruptList(0), Word.ZERO,
        Word.ZERO);

    Controller withStatus(Path changed) {
        return new Controller(changed, route, asked, consented, enabled, firewall, sharing, interrupt, general, configuration);
    }

    Controller withRoute(CellSet changed) {
        return new Controller(status, changed, asked, consented, enabled, firewall, sharing, interrupt, general, configuration);
    }

    Controller withAsked(PartitionSet changed) {
        return new Controller(status, route, changed, consented, enabled, firewall, sharing, interrupt, general, configuration);
    }

    Controller withConsented(PartitionSet changed) {
        return new Controller(status, route, asked, changed, enabled, firewall, sharing, interrupt, general, configuration);
    }

    Controller withEnabled(PartitionSet changed) {
        return new Controller(status, route, asked, consented, changed, firewall, sharing, interrupt, general, configuration);
    }

    Controller withFirewall(Firewall changed) {
        return new Controller(status, route, asked, consented, enabled, changed, sharing, interrupt, general, configuration);
    }

    Controller withSharing(Sharing changed) {
        return new Controller(status, route, asked, consented, enabled, firewall, changed, interrupt, general, configuration);
    }

    Controller withInterrupt(InterruptList changed) {
        return new Controller(status, route, asked, consented, enabled, firewall, sharing, changed, general, configuration);
    }

    Controller withGeneral(Word changed) {
        return new Controller(status, route, asked, consented, enabled, firewall, sharing, interrupt, changed, configuration);
    }

    Controller withConfiguration(Word changed) {
        return new Controller(status, route, asked, consented, enabled, firewall, sharing, interrupt, general, changed);
    }
}
