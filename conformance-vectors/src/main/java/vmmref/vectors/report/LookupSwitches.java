/// The bits of a machine that switch what is looked at.
package vmmref.vectors.report;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Addressing;
import vmmref.model.register.Dcr;
import vmmref.model.register.Psr;
import vmmref.vectors.format.Json;

record LookupSwitches(Addressing machine) {

    private Seq<Tuple2<String, Boolean>> status() {
        Psr psr = machine.psr();
        return List.of(Tuple.of("ac", psr.ac()), Tuple.of("ic", psr.ic()), Tuple.of("pk", psr.pk()), Tuple.of("dt", psr.dt()), Tuple.of("it", psr.it()),
            Tuple.of("da", psr.da()), Tuple.of("ed", psr.ed()), Tuple.of("ia", psr.ia()), Tuple.of("vm", psr.vm()));
    }

    private Seq<Tuple2<String, Boolean>> deferral() {
        return List.of(Dcr.Bit.values()).map(bit -> Tuple.of(bit.name().toLowerCase(Locale.ROOT), machine.dcr().has(bit)));
    }

    /// {@return the bits for a person, on two lines where those matter that defer faults}
    String text(boolean deferring) {
        return "PSR  cpl %d".formatted(machine.psr().cpl()) + bits(status()) + (machine.inFlight() ? "  ic in flight" : "")
            + (deferring ? "\n  DCR" + bits(deferral()) + "  code ed " + (machine.codeEd() ? 1 : 0) : "");
    }

    private static String bits(Seq<Tuple2<String, Boolean>> bits) {
        return bits.map(bit -> "  %s %d".formatted(bit._1, bit._2 ? 1 : 0)).mkString();
    }

    /// {@return the registers as an object}
    ObjectNode json() {
        return Json.object().put("psr", machine.psr().toString()).put("cpl", machine.psr().cpl()).put("in_flight", machine.inFlight())
            .put("dcr", machine.dcr().toString()).put("code_ed", machine.codeEd());
    }
}
