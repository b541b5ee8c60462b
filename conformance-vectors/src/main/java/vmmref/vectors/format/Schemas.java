/// The JSON Schemas of a pack, and what is probably meant by a value that does not follow them.
package vmmref.vectors.format;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Safe for use by several threads. The schemas stand in the pack's folder `schema` and nowhere else.
public final class Schemas {

    /// What a value is supposed to be.
    public enum Form {
        /// A line of a shard.
        VECTOR("vector.json"),
        /// A line of bases.jsonl.
        BASE("base.json"),
        /// A line that the runner writes to an adapter.
        REQUEST("request.json"),
        /// A line that an adapter writes in answer to a run request.
        ANSWER("answer.json#/$defs/run"),
        /// A line that an adapter writes in answer to a base.
        READY("answer.json#/$defs/base"),
        /// The line that an adapter writes in answer to hello.
        HELLO("answer.json#/$defs/hello"),
        /// A line of results.jsonl.
        RESULTS("results.json"),
        /// MANIFEST.json.
        MANIFEST("manifest.json");

        private final String location;

        Form(String location) {
            this.location = location;
        }
    }

    /// The files of the folder `schema`.
    public static final Seq<String> FILES = List.of("answer.json", "base.json", "manifest.json", "request.json", "results.json", "vector.json");

    private static final int    MOST = 100;
    private static final String BASE = "vmmref:/schema/";

    private final Map<Form, Schema> schemas;

    private Schemas(Map<Form, Schema> schemas) {
        this.schemas = schemas;
    }

    /// Reads the schemas of a pack.
    /// @throws PackDamage if one is missing or is no JSON
    public static Schemas of(Path pack) {
        Map<String, String> texts = FILES.toMap(file -> BASE + file, file -> checked(pack, "schema/" + file));
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemas(texts.toJavaMap()));
        return new Schemas(HashMap.ofEntries(List.of(Form.values()).map(form ->
            new io.vavr.Tuple2<>(form, registry.getSchema(SchemaLocation.of(BASE + form.location))))));
    }

    /// {@return what is wrong with a value, the first hundred mistakes; nothing if it follows its schema}
    public Seq<Mistake> check(Form form, JsonNode value) {
        try {
            return List.ofAll(schemas.get(form).get().validate(value)).take(MOST).map(Schemas::mistake).distinct();
        } catch (JacksonException beyond) {
            return List.of(new Mistake("$", "holds a number that nobody can compare", "write numbers of at most 18 digits"));
        }
    }

    private static String checked(Path pack, String file) {
        String text = PackFile.text(pack, file);
        try {
            Json.fields(text);
            return text;
        } catch (FieldMistake bad) {
            throw new PackDamage(Finding.of(file, bad));
        }
    }

    private static Mistake mistake(Error error) {
        boolean  absent = error.getKeyword().equals("required") || error.getKeyword().equals("additionalProperties");
        String   path   = absent ? Json.path(path(error.getInstanceLocation()), error.getProperty()) : path(error.getInstanceLocation());
        JsonNode value  = error.getInstanceNode();
        String problem = switch (error.getKeyword()) {
            case "required"             -> "is missing";
            case "additionalProperties" -> "is unknown here";
            case "type"                 -> "is " + brief(value) + ": " + error.getMessage();
            case "enum", "const", "pattern" -> "is " + brief(value) + ", which " + error.getMessage();
            default                     -> error.getMessage();
        };
        return new Mistake(path, problem, LikelyMistake.of(error.getKeyword(), path, value));
    }

    private static String path(NodePath path) {
        return List.range(0, path.getNameCount()).foldLeft("$", (parent, i) ->
            path.getElement(i) instanceof Integer index ? parent + "[" + index + "]" : Json.path(parent, path.getName(i)));
    }

    /// A value as a message quotes it.
    private static String brief(JsonNode value) {
        return Printable.of(value.toString(), 60);
    }
}
