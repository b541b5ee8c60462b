/// In which form a command prints its data.
package vmmref.vectors.cli;

import picocli.CommandLine.Option;

/// A mixin of every command that has data.
final class Format {

    enum Form { PRETTY, JSON }

    @Option(names = "--format", paramLabel = "FORM", defaultValue = "pretty", description = "pretty or json (default: ${DEFAULT-VALUE}).")
    private Form form;

    boolean json() {
        return form == Form.JSON;
    }
}
