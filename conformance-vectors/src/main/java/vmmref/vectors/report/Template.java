/// A template below `src/main/jte`, and what it shows.
package vmmref.vectors.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// @param name of the template
/// @param page what it makes a page of
record Template(String name, Object page) {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(null, ContentType.Html, Template.class.getClassLoader(), "vmmref.vectors.report.page");

    /// Writes the page into a file; `remedy` is what to do where that cannot be done, as an imperative.
    void write(Path file, String remedy) {
        WholeFile.write(file, remedy, out -> {
            try {
                ENGINE.render(name, page, new WriterOutput(out));
            } catch (UncheckedIOException cannot) {
                throw cannot.getCause();
            }
        });
    }
}
