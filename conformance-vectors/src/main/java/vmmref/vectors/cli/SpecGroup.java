/// `vmmref spec`: the specification itself.
package vmmref.vectors.cli;

import picocli.CommandLine.Command;

@Command(
    name = "spec",
    header = "List the clauses of the specification, or show one.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {SpecList.class, SpecShow.class},
    footer = {"", "Example:", "  vmmref spec show TEMPLATE_RESERVED"})
final class SpecGroup extends Group { }
