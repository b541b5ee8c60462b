/// `vmmref vectors`: the pack itself.
package vmmref.vectors.cli;

import picocli.CommandLine.Command;

@Command(
    name = "vectors",
    header = "List, show, fill or verify the vectors.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {VectorsList.class, VectorsShow.class, VectorsFill.class, VectorsVerify.class},
    footer = {"", "Example:", "  vmmref vectors list -k 'codec/gas-*'"})
final class VectorsGroup extends Group { }
