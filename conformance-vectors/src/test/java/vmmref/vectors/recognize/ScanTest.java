/// What a scan finds in whole programs, beside what decoding them finds.
package vmmref.vectors.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Assembly;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.model.instruction.Instruction;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Pack;
import vmmref.vmm.Vmm;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.Own;
import vmmref.vmm.recognize.Place;
import vmmref.vmm.recognize.Recognized;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ScanTest {
    private static final Vmm VMM = Vmm.reference(Profile.named("maximal").get());
    private static final Pack PACK = Pack.open(Path.of("vectors"));
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024 / 16;

    /// How a sensitive instruction is written.
    private static final Pattern SENSITIVE = Pattern.compile(String.join("|",
        "thash .*", "ttag .*", "tpa .*", "tak .*", "cover", "epc", "rfi", "bsw\\.[01]", "vmsw\\.[01]", "fc(\\.i)? .*", "probe\\..*", "it[cr]\\.[di] .*", "pt[cr]\\..*", "[sr]sm .*",
        "mov r\\d+=(cpuid|pmd|pmc|rr|pkr|ibr|dbr|msr)\\[.*", "mov (pmd|pmc|rr|pkr|ibr|dbr|msr)\\[.*", "mov cr.*", "mov r\\d+=cr.*", "mov psr\\.l=.*", "mov r\\d+=psr",
        "mov\\.m r\\d+=ar\\.(k[0-7]|itc|ruc)", "mov\\.m ar\\.(k[0-7]|itc|ruc)=.*"));

    /// The mnemonics of these texts: to write out every instruction of ten megabytes takes long.
    private static final Set<String> POSSIBLE = Forms.architected().map(form -> form.syntax().mnemonic()).filter(mnemonic -> mnemonic.matches("t(hash|tag|pa|ak)|cover|epc|rfi|(bsw|vmsw|fc|probe|it[cr]|pt[cr]|mov|[sr]sm).*")).toSet();

    private static boolean isSensitive(Decoded slot) {
        return slot instanceof Decoded.Assigned(Instruction instruction, Slot residue, var because) && POSSIBLE.contains(instruction.form().syntax().mnemonic())
            && SENSITIVE.matcher(Assembly.text(instruction).replaceFirst("^\\(p\\d+\\) ", "")).matches();
    }

    private static Seq<Place> decoded(Seq<Bundle> bundles) {
        return bundles.zipWithIndex().flatMap(bundle -> VMM.machine().decode().apply(bundle._1).slots().zipWithIndex().filter(slot -> isSensitive(slot._1)).map(slot -> new Place(bundle._2, slot._2)));
    }

    private static Seq<Place> found(Seq<Bundle> bundles) {
        return VMM.recognizer().guest().scan(new Code(new VirtualAddress(0), bundles), Own.NOTHING).map(Recognized::place);
    }

    @Test
    void inAllCodecVectorsAScanFindsWhatDecodingFinds() {
        Seq<Bundle> bundles = PACK.manifest().shards().filter(shard -> shard.family().startsWith("codec")).flatMap(PACK::read).filter(vector -> vector.given().in().has("decode"))
            .map(vector -> Bundle.ofHex(vector.given().in().get("decode").asString())).toVector();
        assertTrue(bundles.size() > 4500, bundles.size() + " bundles");
        assertEquals(decoded(bundles), found(bundles));
        assertTrue(found(bundles).size() > 300, found(bundles).size() + " hits");
    }

    @Test
    void inTenMegabytesOfGeneratedCodeAScanFindsWhatDecodingFinds() {
        Random random = new Random(2026);
        Seq<Bundle> bundles = Vector.fill(TEN_MEGABYTES, () -> random.nextInt(8) == 0 ? new Bundle(random.nextLong(), random.nextLong()) : bundle(random));
        Seq<Place> found = found(bundles);
        assertEquals(decoded(bundles), found);
        assertTrue(found.size() > 100_000, found.size() + " hits");
    }

    private static Bundle bundle(Random random) {
        Seq<Template> templates = Templates.architected().assigned();
        Template template = templates.get(random.nextInt(templates.size()));
        return template.bundle(template.instructionUnits().map(unit -> instruction(random, unit)));
    }

    /// Any instruction, its unused bits anything.
    private static Slot instruction(Random random, Unit unit) {
        Form form;
        do {
            form = Forms.architected().get(random.nextInt(Forms.architected().size()));
        } while (!form.unit().fits(unit));
        Slot noise = new Slot(random.nextLong() >>> 23, unit == Unit.X ? random.nextLong() >>> 23 : 0);
        return form.key().or(noise.xor(noise.and(form.keyMask().or(form.zeroMask()))));
    }
}
