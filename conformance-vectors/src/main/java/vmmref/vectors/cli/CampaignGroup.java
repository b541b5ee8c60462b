/// `vmmref campaign`: the laws of the specification, on generated cases.
package vmmref.vectors.cli;

import picocli.CommandLine.Command;

@Command(
    name = "campaign",
    header = "Search for cases in which an implementation breaks a law of the specification.",
    description = "%nA campaign executes laws on generated cases until its budget is spent. It keeps what it finds in a folder of its own, and goes on where it was after an interruption.%n",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {CampaignRun.class, CampaignResume.class, CampaignStatus.class, CampaignReplay.class, CampaignPromote.class, CampaignReportCommand.class},
    footer = {"", "Examples:", "  vmmref campaign run                            a minute on the built-in reference",
        "  vmmref campaign run -i ./myemu --time 1h       an hour on another implementation",
        "  vmmref campaign status                         what the last campaign found"})
final class CampaignGroup extends Group { }
