/// A command that only has commands below it.
package vmmref.vectors.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Typed alone, it says so.
abstract class Group implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name one of its commands: " + String.join(", ", spec.subcommands().keySet()));
    }
}
