/// A small pack of vectors about translation for tests.
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
import vmmref.vectors.xlate.XlateKind;
import vmmref.vmm.Vmm;

/// In smoke, numbered from 1: a load; an insertion over an entry of the cache, and a load; a purge of a register that ends in a machine check, and a load;
/// moves to a region and a protection-key register; and a load on a machine with more protection-key registers than most have.
public final class TranslatePack {

    private static final String PAGE = "{\"va\":\"2000000000004000\",\"rid\":\"000101\",\"itir\":\"0000000000005538\",\"pte\":\"00000000012347e1\"}";
    private static final String LOAD = "{\"op\":\"ld8\",\"r3\":\"2000000000004008\"}";

    /// Translation, with a few drafts of its own.
    private record Few(Kind xlate) implements Kind {
        @Override public String name()                                                      { return xlate.name(); }
        @Override public Expectation expectation(Vmm reference, Case given)                  { return xlate.expectation(reference, given); }
        @Override public Answer answer(Vmm subject, Case given)                              { return xlate.answer(subject, given); }
        @Override public boolean same(Case given, String place, String expected, String got) { return xlate.same(given, place, expected, got); }
        @Override public Seq<Base> bases()                                                   { return xlate.bases(); }

        @Override public Seq<Draft> drafts() {
            return List.of(
                draft("a load through a register", Needs.none(), "{\"dtr\":{\"0\":" + PAGE + "}}", LOAD),
                draft("an insertion over an entry of the cache", Needs.none(), "{\"psr\":\"0000001008020000\",\"dtc\":{\"a\":" + PAGE + "}}",
                    "{\"op\":\"itr.d\",\"r3\":\"0000000000000005\",\"r2\":\"00000000056787e1\",\"ifa\":\"2000000000004000\",\"itir\":\"0000000000005530\"}", LOAD),
                draft("a purge of a register", Needs.none(), "{\"dtr\":{\"0\":" + PAGE + "}}", "{\"op\":\"ptc.l\",\"r3\":\"2000000000004000\",\"r2\":\"0000000000000038\"}", LOAD),
                draft("moves to two registers", Needs.none(), "{\"pkr\":{\"2\":\"0000000000005501\"}}", "{\"op\":\"mov.rr\",\"r3\":\"2000000000000000\",\"r2\":\"0000000000020138\"}",
                    "{\"op\":\"mov.pkr\",\"r3\":\"0000000000000003\",\"r2\":\"0000000000005501\"}"),
                draft("a load beside many registers", new Needs(HashMap.of("pkr", ">=20")), "{\"pkr\":{\"19\":\"0000000000005501\"},\"dtr\":{\"0\":" + PAGE + "}}", LOAD));
        }

        private Draft draft(String title, Needs needs, String pre, String... operations) {
            Stimulus stimulus = Stimulus.of(Json.fields("{\"do\":[" + String.join(",", operations) + "]}").json()).from(bases().head(), Json.fields(pre).json());
            return new Draft("few", Tier.SMOKE, Level.MUST, title, List.empty(), needs, stimulus, Option.none(), "model", Option.none());
        }
    }

    private TranslatePack() { }

    /// {@return the pack, filled below a folder}
    public static Path in(Path folder) {
        Path pack = Packs.empty(folder);
        Fill.into(pack, List.of(new Few(new XlateKind())));
        return pack;
    }
}
