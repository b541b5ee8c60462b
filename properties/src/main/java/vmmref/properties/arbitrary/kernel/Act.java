package vmmref.properties.arbitrary.kernel;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.properties.arbitrary.BundleText;
import vmmref.properties.arbitrary.Sized;

/// What a kernel or a process does: some instructions, each in a bundle of its own. In their texts `@label` is the distance to a label of the same program, and `&label` its address.
///
/// @param name  in a word or two
/// @param texts of its instructions
public record Act(String name, Seq<String> texts) implements Sized {
    static Act of(String name, String... texts) {
        return new Act(name, Vector.of(texts));
    }

    @Override
    public int instructions() {
        return texts.map(BundleText::instructions).sum().intValue();
    }
}
