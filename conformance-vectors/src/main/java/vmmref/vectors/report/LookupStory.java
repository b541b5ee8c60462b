/// Look-ups: of instructions that are executed one after another, or of questions.
package vmmref.vectors.report;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import tools.jackson.databind.node.ArrayNode;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.Memory;
import vmmref.model.semantics.Semantics;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Operation;
import vmmref.vectors.format.Json;
import vmmref.vectors.xlate.Story;

/// `pages` ends with the instruction that does not succeed, or with the last one; `unreached` are those after it.
public record LookupStory(Seq<LookupPage> pages, Seq<Operation> unreached) {

    static final LookupStory NONE = new LookupStory(Vector.empty(), Vector.empty());

    /// {@return the look-ups of a story, each on the machine that those before it left}
    public static LookupStory of(Semantics rules, Story story, Choice choice) {
        Seq<LookupPage> pages = Vector.empty();
        Option<Addressing> now = Option.some(story.machine());
        for (Operation operation : story.instructions()) {
            if (now.isEmpty()) break;
            LookupPage page = new LookupPage(rules, now.get(), story.memory(), operation, choice);
            pages = pages.append(page);
            now   = page.after();
        }
        return new LookupStory(pages, story.instructions().drop(pages.size()));
    }

    /// {@return the look-ups of operations that are asked each on the same machine}
    public static LookupStory each(Semantics rules, Addressing machine, Memory memory, Seq<Operation> operations, Choice choice) {
        return new LookupStory(operations.map(operation -> new LookupPage(rules, machine, memory, operation, choice)), Vector.empty());
    }

    /// {@return the pages for a person; `whole` ones quote the clause that decided}
    public String text(Ink ink, boolean whole) {
        return pages.map(page -> page.text(ink, whole)).mkString("\n")
            + unreached.map(operation -> "\n%s is not reached\n".formatted(LookupWords.text(operation))).mkString();
    }

    /// {@return the pages as an array}
    public ArrayNode json() {
        ArrayNode array = Json.object().putArray("lookups");
        pages.forEach(page -> array.add(page.json()));
        return array;
    }
}
