/// What becomes of the floating-point registers of guests of which some are the monitor's for a while.
package vmmref.vectors.scratch;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.vmm.LifeKind;
import vmmref.vectors.vmm.Listener;
import vmmref.vectors.vmm.ManualDrafts;
import vmmref.vectors.vmm.Watcher;
import vmmref.vmm.Vmm;
import vmmref.vmm.monitor.Hosting;
import vmmref.vmm.monitor.Monitoring;

/// `pre` and `in` are those of kind `vmm`, `in` with a [Taking]. Places besides: `gN.presence`, whether guest N is `inside` or `outside` in the end.
public final class ScratchKind extends LifeKind {
    static final String NAME = "scratch";

    @Override public String name() {
        return NAME;
    }

    @Override public Option<FieldMistake> unreadable(Case given) {
        return super.unreadable(given).orElse(() -> {
            try {
                Taking.read(given.stimulus().in());
                return Option.none();
            } catch (FieldMistake mistake) {
                return Option.some(mistake);
            }
        });
    }

    @Override protected Watcher watcher(Vmm reference, Case given) {
        return Passages.of(Taking.read(given.stimulus().in()), given.stimulus().start("guests").get().size());
    }

    @Override protected Listener listener(Case given) {
        return PRESENCES;
    }

    @Override protected Monitoring monitoring(Monitoring plain, Case given) {
        return Scratch.by(plain, Taking.read(given.stimulus().in()));
    }

    private static final Listener PRESENCES = new Listener() {
        @Override public Map<String, String> places(Hosting end) {
            return end.monitor().processors().zipWithIndex().foldLeft(LinkedHashMap.empty(), (all, processor) -> all.put(Passages.presence(processor._2), processor._1.presence().name().toLowerCase(Locale.ROOT)));
        }
    };

    @Override public Seq<String> unlike(String place, String value) {
        return place.endsWith(".presence") ? Vector.of("inside", "outside").remove(value) : super.unlike(place, value);
    }

    @Override protected boolean isSaid(Vmm reference, Case given) {
        return isUsuallySaid(reference, given);
    }

    @Override public Seq<Draft> drafts() {
        return drafts(ManualDrafts.all(ScratchKind.class, (row, draft) -> Story.typed(row.cell(8), draft)), Drafts.all());
    }
}
