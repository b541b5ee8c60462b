/// An implementation in this Java process that is asked as an adapter is: by lines of JSON, both ways.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Iterator;
import vmmref.vectors.format.Bases;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Schemas;
import vmmref.vectors.format.Vector;

/// What the protocol costs without a process: cases bring their whole start states, requests are written and read, answers are written, read and held against their schema.
public record Spelled(Implementation implementation, Schemas schemas) implements Conversation {

    @Override
    public Hello hello() {
        return implementation.hello();
    }

    @Override
    public Option<String> ask(Iterator<Vector> vectors, Replies replies) {
        boolean wanted = true;
        for (int seq = 1; wanted && vectors.hasNext(); seq++) {
            Vector vector = vectors.next();
            AnswerLine line = AnswerLine.of(answer(AnswerLine.request(seq, vector.given().flat())));
            wanted = replies.more(vector, new Reply.Answered(line.answer(schemas), Option.some(line.json()), ""));
        }
        return Option.none();
    }

    private String answer(String request) {
        var fields = Json.fields(request);
        var answer = implementation.answer(Case.of(fields.child("case"), Bases.none())).json();
        return Json.line(answer.put("seq", fields.integer("seq")));
    }

    @Override
    public Seq<Breach> breaches() {
        return List.empty();
    }

    @Override
    public Seq<String> news() {
        return List.empty();
    }

    @Override
    public void close() { }
}
