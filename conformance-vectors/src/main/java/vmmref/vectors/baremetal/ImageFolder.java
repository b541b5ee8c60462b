package vmmref.vectors.baremetal;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.model.word.Bits;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.run.Feasibility;
import vmmref.vectors.run.UserFile;
import vmmref.vectors.run.UsageMistake;

/// A folder of images: `NNNN.elf`, an executable; `NNNN.bin`, the same bytes to be loaded at one address; and `index.json`, which says what they hold.
///
/// @param pack          the version of the vectors
/// @param profile       for whose machines
/// @param sheets        the images
/// @param inexpressible the vectors that no image executes
/// @param vectors       those that images execute, by their ids
public record ImageFolder(Path folder, String pack, Profile profile, Seq<Sheet> sheets, Seq<Inexpressible> inexpressible, Map<String, vmmref.vectors.format.Vector> vectors) {
    private static final String INDEX = "index.json";
    /// The version of the index.
    private static final int FORM = 1;
    private static final String REMEDY = "name another folder, or make room";
    private static final Pattern WORD = Pattern.compile("[0-9a-f]{16}");
    private static final String AGAIN = "write the images again: vmmref vectors export --elf";

    /// {@return what was written}
    /// @throws UsageMistake if the folder is no folder or holds something else, or it cannot be written
    public static Seq<Path> write(Path folder, Export export) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) throw new UsageMistake("%s is no folder: %s".formatted(folder, REMEDY));
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                files.filter(file -> !isOurs(file)).findFirst().ifPresent(other -> {
                    throw new UsageMistake("%s holds %s, which is no image: name an empty folder, or one with images".formatted(folder, other.getFileName()));
                });
            }
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) Files.delete(file);
            }
            for (Sheet sheet : export.sheets()) {
                Files.write(folder.resolve(sheet.name() + ".elf"), sheet.image().executable());
                Files.write(folder.resolve(sheet.name() + ".bin"), sheet.image().bytes());
            }
            Files.writeString(folder.resolve(INDEX), Json.page(index(export)));
            return export.sheets().flatMap(sheet -> Vector.of(".elf", ".bin").map(end -> folder.resolve(sheet.name() + end))).append(folder.resolve(INDEX));
        } catch (IOException cannot) {
            throw new UsageMistake("%s cannot be written: %s; %s".formatted(folder, cannot.getMessage(), REMEDY));
        }
    }

    private static boolean isOurs(Path file) {
        return file.getFileName().toString().matches("\\d{4}\\.(elf|bin)|index\\.json");
    }

    private static ObjectNode index(Export export) {
        ObjectNode index = Json.object().put("form", FORM).put("log", LogLayout.CURRENT).put("pack", export.pack());
        index.set("profile", Json.object().put("name", export.profile().name()));
        ((ObjectNode) index.get("profile")).set("parameters", new Parameters(export.profile().parameters()).json());
        ArrayNode images = index.putArray("images");
        export.sheets().forEach(sheet -> images.add(json(sheet)));
        ArrayNode others = index.putArray("inexpressible");
        export.inexpressible().forEach(each -> others.add(Json.object().put("id", each.id()).put("why", each.why())));
        ArrayNode missed = index.putArray("missed");
        export.coverage().missed().forEach((clause, why) -> missed.add(Json.object().put("clause", clause).put("why", why)));
        return index;
    }

    private static ObjectNode json(Sheet sheet) {
        Image image = sheet.image();
        ObjectNode json = Json.object().put("elf", sheet.name() + ".elf").put("bin", sheet.name() + ".bin").put("load", Bits.hexadecimal(Site.CODE)).put("entry", Bits.hexadecimal(image.entry()))
            .put("done", Bits.hexadecimal(image.symbols().get("done").get())).put("number", Bits.hexadecimal(image.number()))
            .put("from", Bits.hexadecimal(Site.LOG)).put("to", Bits.hexadecimal(image.logEnd()));
        json.putObject("site").put("fetched", Bits.hexadecimal(image.site().fetched())).put("kept", image.site().kept());
        ArrayNode cases = json.putArray("cases");
        sheet.cases().zipWithIndex().forEach(each -> {
            ObjectNode one = Json.object().put("id", each._1.id()).put("entry", Bits.hexadecimal(image.entries().get(each._2)));
            each._1.expressed().preparation().conduct().put(one);
            cases.add(one);
        });
        return json;
    }

    /// Reads a folder, of which the index alone is needed.
    ///
    /// @param pack the vectors
    /// @throws UsageMistake if it is no folder of images, or one of another vmmref or of other vectors
    public static ImageFolder read(Path folder, Pack pack) {
        Path file = folder.resolve(INDEX);
        if (!Files.isDirectory(folder)) throw new UsageMistake("%s is no folder: name the one that vmmref vectors export --elf wrote".formatted(folder));
        String text = UserFile.text(file, "name the folder that vmmref vectors export --elf wrote");
        try {
            return read(folder, Json.fields(text), pack);
        } catch (FieldMistake mistake) {
            throw new UsageMistake("%s: %s %s; %s".formatted(file, mistake.path(), mistake.problem(), AGAIN));
        }
    }

    private static ImageFolder read(Path folder, Fields index, Pack pack) {
        if (index.integer("form") != FORM) throw index.mistake("form", "is " + index.integer("form") + ", and this vmmref reads " + FORM, AGAIN);
        if (index.integer("log") != LogLayout.CURRENT) throw index.mistake("log", "is " + index.integer("log") + ", and this vmmref reads logs of version " + LogLayout.CURRENT, AGAIN);
        Profile profile = profile(index);
        Map<String, vmmref.vectors.format.Vector> vectors = vectors(index, pack);
        Expressing expressing = new Expressing(Semantics.architected(profile));
        Seq<Sheet> sheets = index.children("images").map(image -> sheet(image, expressing, vectors)).toVector();
        Seq<String> ids = sheets.flatMap(sheet -> sheet.cases().map(ImageCase::id));
        ids.groupBy(id -> id).find(same -> same._2.size() > 1).forEach(twice -> {
            throw index.mistake("images", "hold " + twice._1 + " more than once", AGAIN);
        });
        Seq<Inexpressible> others = index.children("inexpressible").map(each -> new Inexpressible(each.text("id"), each.text("why"))).toVector();
        return new ImageFolder(folder, index.text("pack"), profile, sheets, others, vectors);
    }

    private static Profile profile(Fields index) {
        Fields named = index.child("profile");
        try {
            return Feasibility.feasible(Profile.announced(named.text("name"), Parameters.of(named.child("parameters")).values()));
        } catch (IllegalArgumentException impossible) {
            throw index.mistake("profile", "is of no machine: " + impossible.getMessage(), AGAIN);
        }
    }

    /// {@return the vectors of the topics of which the images execute some}
    private static Map<String, vmmref.vectors.format.Vector> vectors(Fields index, Pack pack) {
        Set<String> families = HashSet.ofAll(index.children("images").flatMap(image -> image.children("cases").map(each -> each.text("id").replaceFirst("/[^/]*$", ""))));
        return HashMap.ofEntries(pack.manifest().shards().filter(shard -> families.contains(shard.family())).flatMap(pack::read).map(vector -> Tuple.of(vector.id(), vector)));
    }

    private static Sheet sheet(Fields image, Expressing expressing, Map<String, vmmref.vectors.format.Vector> vectors) {
        String elf = image.text("elf");
        Fields where = image.child("site");
        Site site = new Site(word(where, "fetched"), where.integer("kept"));
        if (image.children("cases").isEmpty()) throw image.mistake("cases", "is empty", AGAIN);
        if (!Site.ALL.contains(site)) throw where.mistake("kept", "is " + where.integer("kept") + ", and no image is so", AGAIN);
        Sheet sheet = Sheet.of(elf.replace(".elf", ""), image.children("cases").map(each -> again(each, site, expressing, vectors)).toVector());
        if (sheet.image().number() != word(image, "number"))
            throw image.mistake("number", "is %s, and these vectors make %s of the cases of %s".formatted(image.text("number"), Bits.hexadecimal(sheet.image().number()), elf), AGAIN);
        return sheet;
    }

    private static long word(Fields fields, String name) {
        return Long.parseUnsignedLong(fields.matching(name, WORD, "16 lower-case hex digits"), 16);
    }

    private static ImageCase again(Fields each, Site site, Expressing expressing, Map<String, vmmref.vectors.format.Vector> vectors) {
        String id = each.text("id");
        vmmref.vectors.format.Vector vector = vectors.get(id).filter(known -> Expressing.KINDS.contains(known.kind())).getOrElseThrow(() -> each.mistake("id", "is " + id + ", and there is no such vector that images execute", AGAIN));
        try {
            return new ImageCase(id, vector.given(), expressing.again(vector.given(), site, each));
        } catch (IllegalArgumentException changed) {
            throw each.mistake("id", "is " + id + ", which no image executes so: " + changed.getMessage(), AGAIN);
        }
    }

    /// {@return the ids of the cases of all images}
    public Seq<String> ids() {
        return sheets.flatMap(sheet -> sheet.cases().map(ImageCase::id));
    }

    /// {@return why vectors are not expressible}
    public Map<String, String> reasons() {
        return HashMap.ofEntries(inexpressible.map(each -> Tuple.of(each.id(), each.why())));
    }
}
