/// `vmmref adapter`: what the author of an adapter needs.
package vmmref.vectors.cli;

import picocli.CommandLine.Command;

@Command(
    name = "adapter",
    header = "Begin an adapter in your language, or examine one.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {AdapterNew.class, AdapterDoctor.class},
    footer = {"", "Examples:", "  vmmref adapter new c mine", "  vmmref adapter doctor -i mine/adapter"})
final class AdapterGroup extends Group { }
