package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.register.Cfm;

/// The generators of programs, and what the page says of them.
final class ProgramCatalogue {
    private static final ShortProgram SMALLEST = new ShortProgram(new Started(0, Starts.PLAIN, Cfm.EMPTY, 0), 0, 1);

    private ProgramCatalogue() { }

    static Seq<Described<?>> all() {
        return Vector.of(
            Described.of("ShortPrograms.programs()", ShortPrograms.programs(), SMALLEST,
                Classifier.by("groups", Vector.rangeClosed(1, 12), ShortProgram::groups),
                having("a branch", "brl?\\.c(ond|all).*"), having("a loop", "br\\.([cw](top|exit)|cloop).*"), having("a call", "br\\.ret.*"), having("a reference", ".*\\[r3].*"),
                having("a floating-point register", ".*\\bf[1-4]\\b.*")),
            Described.of("ShortPrograms.flawed()", ShortPrograms.flawed(), new FlawedProgram(SMALLEST, Flaw.GENERAL_READ),
                Classifier.by("flaw", Vector.of(Flaw.values()), FlawedProgram::flaw)));
    }

    private static Classifier<ShortProgram> having(String what, String pattern) {
        return Classifier.whether("has " + what, program -> program.forms().exists(form -> form.matches(pattern)));
    }
}
