package vmmref.vectors.recognize;

import io.vavr.collection.Seq;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Recognizer;
import vmmref.vmm.recognize.Scan;

/// What is looked for in code.
sealed interface Sought {
    /// The sensitive instructions.
    ///
    /// @param exact whether those, too, that matter only to a guest that may see no difference at all
    record Sensitive(boolean exact) implements Sought {
        @Override public Seq<BlockPattern> blocks(Recognizer recognizer) {
            return recognizer.catalogue().blocks(exact);
        }

        @Override public Scan scan(Recognizer recognizer) {
            return recognizer.sensitive(exact);
        }
    }

    /// Blocks of one instruction or of several.
    record Blocks(Seq<BlockPattern> all) implements Sought {
        @Override public Seq<BlockPattern> blocks(Recognizer recognizer) {
            return all;
        }

        @Override public Scan scan(Recognizer recognizer) {
            return recognizer.compiled().apply(all);
        }
    }

    Seq<BlockPattern> blocks(Recognizer recognizer);

    Scan scan(Recognizer recognizer);
}
