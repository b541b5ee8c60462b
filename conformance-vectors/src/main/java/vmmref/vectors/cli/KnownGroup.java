/// `vmmref known`: known-failures files.
package vmmref.vectors.cli;

import picocli.CommandLine.Command;

@Command(
    name = "known",
    header = "Write a known-failures file.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = KnownWrite.class,
    footer = {"", "Example:", "  vmmref known write out > known.toml"})
final class KnownGroup extends Group { }
