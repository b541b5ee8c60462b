/// `vmmref adapter`: what the author of an adapter needs.
package vmmref.vectors.cli;

import picocli.CommandLine.Command;

@Command(
    name = "adapter",
    header = "Begin an adapter in your language, examine one, or be one for a simulator that runs images.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {AdapterNew.class, AdapterDoctor.class, AdapterBareMetal.class},
    footer = {"", "Examples:", "  vmmref adapter new c mine", "  vmmref adapter doctor -i mine/adapter"})
final class AdapterGroup extends Group { }
