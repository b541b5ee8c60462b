/// `vmmref vectors`: the pack itself.
package vmmref.vectors.cli;

import picocli.CommandLine.Command;

@Command(
    name = "vectors",
    header = "List, show, fill, verify, compare or export the vectors.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {VectorsList.class, VectorsShow.class, VectorsFill.class, VectorsVerify.class, VectorsDiff.class, VectorsExport.class},
    footer = {"", "Example:", "  vmmref vectors list -k 'codec/gas-*'"})
final class VectorsGroup extends Group { }
