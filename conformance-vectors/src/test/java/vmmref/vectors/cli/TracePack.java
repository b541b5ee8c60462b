/// A small pack of vectors about partition hardware for tests.
package vmmref.vectors.cli;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.nio.file.Path;
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
import vmmref.vectors.partition.PartitionKind;
import vmmref.vmm.Vmm;

/// In smoke, numbered from 1: a boot as far as the join; and a packet that waits for eight cells.
final class TracePack {

    /// Traces, with a few drafts of its own.
    private record Few(Kind partition) implements Kind {
        @Override public String name()                                                      { return partition.name(); }
        @Override public Expectation expectation(Vmm reference, Case given)                  { return partition.expectation(reference, given); }
        @Override public Answer answer(Vmm subject, Case given)                              { return partition.answer(subject, given); }
        @Override public boolean same(Case given, String place, String expected, String got) { return partition.same(given, place, expected, got); }
        @Override public Seq<Base> bases()                                                   { return partition.bases(); }

        @Override public Seq<Draft> drafts() {
            return List.of(
                draft("a cell starts and reads", Needs.none(), "{\"ev\":\"start\",\"cell\":0},{\"ev\":\"post\",\"cell\":0,\"partition\":0},{\"ev\":\"read\",\"by\":\"0.0\",\"partition\":0,\"register\":\"interrupt\"},"
                    + "{\"ev\":\"tick\"},{\"ev\":\"tick\"},{\"ev\":\"proceed\",\"cell\":0}"),
                draft("the last of eight cells starts", new Needs(HashMap.of("cells", ">=8")), "{\"ev\":\"start\",\"cell\":7}"));
        }

        private Draft draft(String title, Needs needs, String events) {
            Stimulus stimulus = Stimulus.of(Json.fields("{\"do\":[" + events + "]}").json()).from(bases().head(), Json.object());
            return new Draft("few", Tier.SMOKE, Level.MUST, title, List.empty(), needs, stimulus, Option.none(), "model", Option.none());
        }
    }

    private TracePack() { }

    /// {@return the pack, filled below a folder}
    static Path in(Path folder) {
        Path pack = Packs.empty(folder);
        Fill.into(pack, List.of(new Few(new PartitionKind())));
        return pack;
    }
}
