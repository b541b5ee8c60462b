/// `vmmref zoo`: deliberately wrong machines.
package vmmref.vectors.cli;

import picocli.CommandLine.Command;

@Command(
    name = "zoo",
    header = "List the deliberately wrong machines, or see whether vectors and campaigns catch them.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {ZooList.class, ZooRun.class, ZooSearch.class},
    footer = {"", "Example:", "  vmmref zoo run"})
final class ZooGroup extends Group { }
