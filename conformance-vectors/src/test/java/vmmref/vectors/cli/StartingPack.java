/// A pack for tests in which a vector starts from a base.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
import vmmref.vectors.codec.CodecKind;
import vmmref.vectors.fill.Fill;
import vmmref.vectors.fill.Packs;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Base;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Stimulus;
import vmmref.vectors.format.Tier;
import vmmref.vectors.run.Examples;
import vmmref.vmm.Vmm;

public final class StartingPack {

    /// The codec, with a reserved template that starts anywhere, and another one that starts from a base.
    private record Starting(Kind codec) implements Kind {
        private static final Base FLAT = new Base("kernel-flat@1", Json.object().put("psr", "00"));

        @Override public String name()                                                      { return codec.name(); }
        @Override public Expectation expectation(Vmm reference, Case given)                  { return codec.expectation(reference, given); }
        @Override public Answer answer(Vmm subject, Case given)                              { return codec.answer(subject, given); }
        @Override public boolean same(Case given, String place, String expected, String got) { return codec.same(given, place, expected, got); }
        @Override public Seq<Base> bases()                                                   { return List.of(FLAT); }

        @Override public Seq<Draft> drafts() {
            Stimulus anywhere = Stimulus.of(Examples.decode(Examples.reservedBundle(1)));
            return List.of(anywhere, Stimulus.of(Examples.decode(Examples.reservedBundle(2))).from(FLAT, Json.object()))
                .map(stimulus -> new Draft("start", Tier.SMOKE, Level.MUST, "a reserved template", List.empty(), Needs.none(), stimulus, Option.none(), "model", Option.none()));
        }
    }

    private StartingPack() { }

    /// {@return the pack, filled below a folder}
    public static Path in(Path folder) {
        Path pack = Packs.empty(folder);
        Fill.into(pack, List.of(new Starting(new CodecKind())));
        return pack;
    }
}
