package vmmref.model.bundle;

import static vmmref.spec.Bundles.TEMPLATE_ASSIGNED;
import static vmmref.spec.Bundles.TEMPLATE_RESERVED;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Arrays;
import vmmref.spec.Bundles;
import vmmref.spec.Clause;
import vmmref.spec.Table;

/// The table of template codes.
public final class Templates {
    private static final Templates ARCHITECTED = of(Table.named("templates"));

    private final Meaning[] meanings = new Meaning[Template.CODES];

    private Templates(Map<Integer, Template> assigned) {
        Arrays.setAll(meanings, code -> assigned.get(code).<Meaning>map(Meaning.Assigned::new).getOrElse(() -> new Meaning.Reserved(code)));
    }

    /// What a template code means.
    public sealed interface Meaning {
        Clause because();

        record Assigned(Template template) implements Meaning {
            @Override public Clause because() {
                return TEMPLATE_ASSIGNED;
            }
        }

        record Reserved(int code) implements Meaning {
            @Override public Clause because() {
                return TEMPLATE_RESERVED;
            }
        }
    }

    /// {@return the architected templates: SDM volume 3, table 4-3}
    public static Templates architected() {
        return ARCHITECTED;
    }

    /// {@return the templates that a table lists: code in hexadecimal, notation}
    public static Templates of(Table table) {
        return new Templates(table.rows()
            .map(row -> Template.of(Integer.parseInt(row.cell(0), 16), row.cell(1)))
            .foldLeft(LinkedHashMap.<Integer, Template>empty(), (map, template) -> map.put(template.code(), template)));
    }

    /// {@return what a code means; 0 to 31}
    @Bundles.Rule({TEMPLATE_ASSIGNED, TEMPLATE_RESERVED})
    public Meaning meaning(int code) {
        return meanings[code];
    }

    /// {@return the assigned template with a notation such as `M;MI;`}
    public Option<Template> named(String notation) {
        return assigned().find(template -> template.notation().equals(notation));
    }

    /// {@return the assigned templates by ascending code}
    public Seq<Template> assigned() {
        return Vector.of(meanings)
            .filter(Meaning.Assigned.class::isInstance).map(meaning -> ((Meaning.Assigned) meaning).template());
    }
}
