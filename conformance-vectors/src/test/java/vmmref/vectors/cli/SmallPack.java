/// A small pack of codec vectors for tests.
package vmmref.vectors.cli;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;
import vmmref.vectors.codec.CodecKind;
import vmmref.vectors.fill.Fill;
import vmmref.vectors.fill.Packs;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Expectation;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Kind;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Tier;
import vmmref.vectors.run.Examples;
import vmmref.vmm.Vmm;

/// In smoke two reserved templates, `thash` with an unused bit set, and a vector that needs `vmsw`; in core two reserved templates more.
public final class SmallPack {

    /// The codec, with a few drafts of its own.
    private record Few(Kind codec) implements Kind {
        @Override public String name()                                                     { return codec.name(); }
        @Override public Expectation expectation(Vmm reference, Case given)                 { return codec.expectation(reference, given); }
        @Override public Answer answer(Vmm subject, Case given)                             { return codec.answer(subject, given); }
        @Override public boolean same(Case given, String place, String expected, String got) { return codec.same(given, place, expected, got); }

        @Override public Seq<Draft> drafts() {
            return List.of(
                draft(Tier.SMOKE, "reserved", Needs.none(), Examples.reservedBundle(1)),
                draft(Tier.SMOKE, "reserved", Needs.none(), Examples.reservedBundle(2)),
                draft(Tier.CORE,  "reserved", Needs.none(), Examples.reservedBundle(3)),
                draft(Tier.CORE,  "reserved", Needs.none(), Examples.reservedBundle(4)),
                draft(Tier.SMOKE, "thash",    Needs.none(), "014080401a0400000002000000000400"),
                draft(Tier.SMOKE, "needy",    new Needs(HashMap.of("vmsw", "true")), Examples.THASH));
        }

        private static Draft draft(Tier tier, String topic, Needs needs, String bundle) {
            ObjectNode in = Json.object().put("decode", bundle);
            return new Draft(topic, tier, Level.MUST, "decodes " + bundle, List.empty(), needs, in, Option.none(), "model", Option.none());
        }
    }

    private SmallPack() { }

    /// {@return the pack, filled below a folder}
    public static Path in(Path folder) {
        Path pack = Packs.empty(folder);
        Fill.into(pack, List.of(new Few(new CodecKind())));
        return pack;
    }
}
