/// What is judged, as a user names it.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.vectors.report.Repro;
import vmmref.vectors.run.Implementations;
import vmmref.vectors.run.ShellWords;

/// `implementation` is what `-i` names, where there is one to ask again; `repro` is the line that asks it.
record Subject(Option<String> implementation, String name, Repro repro) {

    /// {@return an implementation that was asked}
    static Subject of(String implementation, PackFolder folder) {
        return of(implementation, List.empty(), folder);
    }

    /// {@return an implementation that can be asked}
    static Subject of(String implementation, Processes processes, PackFolder folder) {
        return of(implementation, processes.words(), folder);
    }

    private static Subject of(String implementation, Seq<String> options, PackFolder folder) {
        boolean builtIn = implementation.equals(Implementations.BUILT_IN);
        Seq<String> named = builtIn ? List.empty() : List.of("-i", implementation);
        return new Subject(Option.some(implementation), builtIn ? "the built-in reference" : implementation,
            new Repro(words().append("check").appendAll(named).appendAll(options).appendAll(folder.words())));
    }

    /// {@return the command line of vmmref, as the user types it}
    static String command() {
        return words().map(ShellWords::quote).mkString(" ");
    }

    /// {@return the words of it}
    static Seq<String> words() {
        return Home.detected().command();
    }
}
