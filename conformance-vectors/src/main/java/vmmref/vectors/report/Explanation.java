/// Why a vector exists, and why it expects what it expects.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.translate.Choice;
import vmmref.vectors.fill.Reference;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Vector;
import vmmref.vectors.gpmap.Bare;
import vmmref.vectors.machine.MachineState;
import vmmref.vectors.vmm.VmmKind;
import vmmref.vectors.xlate.Story;
import vmmref.vmm.Vmm;

/// `bundle` is the bundle that a case of kind codec is about, or that one of kind step, run, intr, rse, vmm, keys, scratch or patch executes first, taken apart; `code` is the bundles in a case of kind recognize or build; `lookups` are what a case of kind xlate or gpmap does, one by one; `trace` is what happens in a case of kind partition; `repro` is the line that asks the vector again.
public record Explanation(Vector vector, Seq<Flags.Flag> flags, Option<NearMiss> near, Option<BundlePage> bundle, CodePages code, LookupStory lookups, TraceTable trace, Derivation derivation,
                          UnderProfiles profiles, String repro) {

    private static final String CODEC  = "codec";
    private static final String STEP   = "step";
    private static final String RUN    = "run";
    private static final String INTR   = "intr";
    private static final String RSE    = "rse";
    private static final String BUNDLE = "bundle";
    private static final String XLATE  = "xlate";
    private static final String GPMAP  = "gpmap";
    private static final String VMM    = "vmm";
    private static final String KEYS   = "keys";
    private static final String SCRATCH = "scratch";
    private static final String PATCH  = "patch";
    private static final String PARTITION = "partition";
    private static final Seq<String> CODE = List.of("recognize", "build");

    /// {@return the explanation of a vector of a pack}
    public static Explanation of(Vector vector, Pack pack, Repro repro) {
        Option<BundlePage> bundle = bundle(vector);
        return new Explanation(vector, vector.flags().map(Flags.of(pack)::named),
            vector.near().flatMap(pack::vector).map(near -> new NearMiss(vector, near)),
            bundle, code(vector), lookups(vector), trace(vector), Derivation.of(vector.expect(), bundle.map(page -> parts(vector, page)).getOrElse(HashMap.empty())),
            UnderProfiles.of(vector), repro.line(vector.id()));
    }

    private static Option<BundlePage> bundle(Vector vector) {
        Option<String> hex = switch (vector.kind()) {
            case CODEC     -> Option.of(vector.in().get("decode")).map(JsonNode::asString).orElse(vector.expect().post().get(BUNDLE));
            case STEP, RUN, INTR, RSE -> MachineState.bundle(MachineState.read(vector.given()));
            case VMM, KEYS, SCRATCH, PATCH -> MachineState.bundle(VmmKind.first(vector.given()));
            default        -> Option.none();
        };
        return hex.flatMap(bits -> new Reference().meeting(vector.needs()).map(vmm -> BundlePage.of(Bundle.ofHex(bits), vmm.machine())));
    }

    private static CodePages code(Vector vector) {
        return Option.some(vector).filter(each -> CODE.contains(each.kind())).flatMap(each -> new Reference().meeting(each.needs())).map(vmm -> CodePages.of(vector, vmm.machine())).getOrElse(CodePages.NONE);
    }

    private static LookupStory lookups(Vector vector) {
        return Option.some(vector).filter(each -> each.kind().equals(XLATE) || each.kind().equals(GPMAP) && Story.isReadable(each.in())).flatMap(each -> new Reference().meeting(each.needs())).map(vmm -> vector.kind().equals(XLATE) ? vmm.machine() : Bare.on(vmm.machine().profile()).rules())
            .map(rules -> LookupStory.of(rules, Story.read(vector.given().start(), vector.in()).with(rules.profile().dimensions().pkrs()), Choice.USUAL))
            .getOrElse(LookupStory.NONE);
    }

    private static TraceTable trace(Vector vector) {
        return Option.some(vector).filter(each -> each.kind().equals(PARTITION)).flatMap(each -> new Reference().meeting(each.needs())).map(Vmm::machine)
            .map(rules -> new TraceTable(vmmref.vectors.partition.Story.read(vector.given().start(), vector.in()).steps(rules.partitioner())))
            .getOrElse(TraceTable.NONE);
    }

    /// Where a bundle is what is expected, its slots are parts of it.
    private static Map<String, String> parts(Vector vector, BundlePage page) {
        Map<String, String> parts = new OperandsPage(page.decoded()).parts();
        return vector.expect().post().containsKey(BUNDLE) ? parts.mapKeys(part -> BUNDLE + "." + part) : parts;
    }

    /// {@return the explanation for a person}
    public String text(Ink ink) {
        return "%s   %s   %s\n".formatted(ink.strong(vector.id()), vector.level().json(), vector.title())
            + Asked.lines(vector.stimulus())
            + section("why such cases exist", flags.map(Explanation::text).mkString())
            + section("near", near.map(miss -> miss.text(ink)).getOrElse(""))
            + section("the bundle", bundle.map(page -> ("  " + page.text(ink) + new OperandsPage(page.decoded()).text(ink)).indent(0)).getOrElse(""))
            + section("the code", code.text(ink))
            + section("the look-up", LookupGlyphs.fit(lookups.text(ink, false)).indent(2)).replaceAll("(?m)^ +$", "")
            + section("what happens", trace.text(ink))
            + section("what is expected, and why", derivation.text(ink))
            + section("where the clauses come from", derivation.clauses().map(clause -> "  %s: %s\n".formatted(clause.name(), clause.source())).mkString())
            + section("where the expectation comes from", "  " + source() + "\n")
            + section("under the named profiles", profiles.text())
            + "  " + ink.quiet("repro: " + repro) + "\n";
    }

    private static String section(String heading, String text) {
        return text.isEmpty() ? "" : "  " + heading + "\n" + text.indent(2);
    }

    private static String text(Flags.Flag flag) {
        return "  " + flag.text() + "\n" + flag.published().map(bug -> "    published: " + bug.text() + "\n").mkString();
    }

    /// {@return the explanation as an object}
    public ObjectNode json() {
        ObjectNode json = Json.object().put("id", vector.id()).put("level", vector.level().json()).put("title", vector.title());
        json.setAll(vector.stimulus().json());
        ArrayNode why = json.putArray("flags");
        flags.forEach(flag -> why.add(flag.json()));
        near.forEach(miss -> json.set("near", miss.json()));
        bundle.forEach(page -> json.set("bundle", page.json().set("operands", new OperandsPage(page.decoded()).json())));
        if (!code.all().isEmpty()) json.set("code", code.json());
        if (!lookups.pages().isEmpty()) json.set("lookups", lookups.json());
        if (!trace.steps().isEmpty()) json.set("trace", trace.json());
        json.set("derivation", derivation.json());
        ObjectNode sources = json.putObject("clauses");
        derivation.clauses().forEach(clause -> sources.put(clause.name(), clause.source()));
        json.put("source", vector.source()).put("independent", !vector.source().equals("model"));
        json.set("needs", vector.needs().json());
        json.set("profiles", profiles.json());
        return json.put("repro", repro);
    }

    private String source() {
        String kind = vector.source().replaceAll("-.*", "");
        return vector.source() + switch (kind) {
            case "model"    -> ": the rules of the model gave it; no independent source was asked";
            case "manual"   -> ": worked by hand from the manual, before anything was run";
            case "gas"      -> ": assembled by the GNU assembler, which nobody here wrote";
            case "campaign" -> ": found by a campaign, and given by the rules of the model";
            default         -> ": from a source of its own";
        };
    }
}
