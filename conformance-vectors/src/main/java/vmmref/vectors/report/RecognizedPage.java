/// What was recognised in code, for a person and as JSON.
package vmmref.vectors.report;

import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Json;
import vmmref.vmm.recognize.Bindings;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Recognized;

/// One line for each instruction. Its block is of one member, so that no code cuts it.
public record RecognizedPage(Code code, Seq<Recognized> found) {

    private static final String NONE = "-";
    private static final int BUNDLE = 16;
    private static final Map<String, Form> FORMS = Forms.architected().toLinkedMap(form -> form.syntax().text(), form -> form);

    /// {@return the page for a person; nothing if nothing was found}
    public String text(Ink ink) {
        return found.isEmpty() ? "" : new Columns(List.of("address", "slot", "action", "instruction", "decided by"),
            hits().map(hit -> List.of(address(hit), String.valueOf(hit.place().slot()), action(hit), instruction(hit), hit.because().name()))).text("", ink::quiet);
    }

    /// {@return the page as an array}
    public ArrayNode json() {
        ArrayNode array = Json.object().putArray("found");
        hits().forEach(hit -> {
            ObjectNode json = array.addObject().put("address", address(hit)).put("bundle", hit.place().bundle()).put("slot", hit.place().slot())
                .put("form", hit.block().name()).put("action", action(hit)).put("instruction", instruction(hit));
            json.set("fields", Json.strings(hit.values().mapValues(String::valueOf)));
            json.put("because", hit.because().name());
        });
        return array;
    }

    private Seq<Recognized.Hit> hits() {
        return found.flatMap(each -> each instanceof Recognized.Hit hit ? List.of(hit) : List.empty());
    }

    private String address(Recognized.Hit hit) {
        return Bits.hexadecimal(code.at().bits() + (long) BUNDLE * hit.place().bundle());
    }

    private static String action(Recognized.Hit hit) {
        return hit.block().action().map(action -> action.name().toLowerCase(Locale.ROOT).replace('_', '-')).getOrElse(NONE);
    }

    private static String instruction(Recognized.Hit hit) {
        return hit.bindings().bound().map(RecognizedPage::text).mkString("; ");
    }

    private static String text(Bindings.Bound bound) {
        return Assembly.text(FORMS.get(bound.pattern().name()).get().instruction(bound.slot()));
    }
}
