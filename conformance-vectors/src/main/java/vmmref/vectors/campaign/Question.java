/// Something that a law asks of its subject, as a vector.
package vmmref.vectors.campaign;

import io.vavr.collection.List;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.machine.Addressing;
import vmmref.model.translate.Operation;
import vmmref.vectors.codec.CodecKind;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Kinds;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Vector;
import vmmref.vectors.xlate.Story;
import vmmref.vmm.Vmm;

/// Its name is of no pack.
record Question(Case given) {

    /// The source of vectors that campaigns made.
    static final String SOURCE = "campaign";

    private static final String UNHASHED = "sha256:" + "0".repeat(64);
    private static final String ID = "%s/asked/0001";

    static Question decode(Bundle bundle) {
        return new Question(CodecKind.decoding(bundle));
    }

    static Question of(Addressing machine, Operation operation) {
        return new Question(new Story(machine, List.of(operation)).given());
    }

    /// {@return why no implementation can be asked it, if none can: laws also ask what no instruction does}
    Option<String> obstacle() {
        return kind().unreadable(given).map(FieldMistake::getMessage);
    }

    /// {@return the same, asked only of implementations that meet some needs}
    Question needing(Needs needs) {
        return new Question(new Case(given.kind(), needs, given.stimulus()));
    }

    Kind kind() {
        return Kinds.named(given.kind()).get();
    }

    /// {@return the vector whose expectation a reference gives}
    Vector vector(Vmm reference) {
        Expectation expected = kind().expectation(reference, given);
        return new Vector(ID.formatted(given.kind()), UNHASHED, given.kind(), Level.MUST, "asked by a law", List.empty(),
            expected.clauses(), given.needs(), Option.none(), given.stimulus(), expected, "rest", SOURCE, "0");
    }
}
