/// Vectors in a zip file, and vectors beside the jar.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vmmref.vectors.fill.Packs;
import vmmref.vectors.run.UsageMistake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PackPlaceTest {

    @TempDir Path folder;
    Path pack;
    Path zip;

    @BeforeEach
    void zip() throws IOException {
        Path filled = SmallPack.in(Files.createDirectory(folder.resolve("released")));
        pack = Files.move(filled, filled.resolveSibling("vectors"));
        zip  = Zipped.folder(pack, "vectors/", folder.resolve("vmmref-vectors-1.zip"));
    }

    private static Typed check(Path pack) {
        return Typed.command("check", "-t", "core", "--pack", pack.toString());
    }

    private static void exits(int exit, Typed typed, String message) {
        assertEquals(exit, typed.exit(), typed::all);
        assertTrue(typed.all().contains(message), typed::all);
    }

    @Test @DisplayName("a zip file is read in place, and judges as the folder does")
    void inPlace() {
        exits(0, check(zip), "conforms: of 6 vectors of tier core");
        exits(0, check(Zipped.folder(pack, "", folder.resolve("plain.zip"))), "conforms: of 6 vectors of tier core");
        exits(0, check(pack.getParent()), "conforms: of 6 vectors of tier core");
    }

    @Test @DisplayName("the other commands read it too, and those that write say that they cannot")
    void commands() {
        exits(0, Typed.command("vectors", "verify", "--pack", zip.toString()), "verifying " + zip);
        exits(0, Typed.command("vectors", "diff", pack.toString(), zip.toString()), "");
        exits(0, Typed.command("vectors", "show", "codec/thash/0001", "--pack", zip.toString()), "thash");
        exits(2, Typed.command("vectors", "fill", "--pack", zip.toString()), zip + " is a zip file, and vectors are filled in a folder: unzip it first");
    }

    @Test @DisplayName("the repro line names the zip file")
    void repro() {
        Typed typed = Typed.command("check", "--pack", zip.toString(), "-i", "zoo:AcceptsReservedTemplates");
        exits(1, typed, "--pack " + zip + " --id codec/reserved/0001");
    }

    @Test @DisplayName("4: a file that is no zip file, is empty, was cut off, or holds no manifest")
    void damaged() throws IOException {
        byte[] bytes = Files.readAllBytes(zip);
        exits(4, check(Files.writeString(folder.resolve("notes.txt"), "no zip")), "vmmref: the pack is damaged: " + folder.resolve("notes.txt") + ": is no zip file; name a folder or a zip file of vectors");
        exits(4, check(Files.write(folder.resolve("empty.zip"), new byte[0])), "empty.zip: is no zip file");
        exits(4, check(Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length - 30))), "cut.zip: is a zip file that was cut off or changed; download or copy it again");
        exits(4, check(Zipped.folder(pack.resolve("schema"), "", folder.resolve("schema.zip"))), "schema.zip: holds no vectors/MANIFEST.json; name a zip file of vectors");
    }

    @Test @DisplayName("4: a shard that was changed within the zip file")
    void changedShard() {
        Packs.edit(pack, "smoke/codec/reserved.jsonl", "decodes", "Decodes");
        exits(4, check(Zipped.folder(pack, "vectors/", zip)), "vmmref: the pack is damaged: smoke/codec/reserved.jsonl");
    }

    @ParameterizedTest @ValueSource(longs = {1, 2, 3})
    @DisplayName("bytes changed anywhere, or a tail lost, are never taken for a bug of vmmref")
    void anyDamage(long seed) throws IOException {
        byte[] whole  = Files.readAllBytes(zip);
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            byte[] bytes = i % 4 == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            if (bytes.length > 0) bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            Typed typed = check(Files.write(zip, bytes));
            assertTrue(typed.exit() == 0 || typed.exit() == 4, () -> "seed " + seed + ": " + typed.all());
        }
    }

    @Test @DisplayName("with no --pack, a zip file or a folder beside the jar is found")
    void beside() throws IOException {
        Home home = new Home(Option.none(), folder.resolve("vmmref.jar"));
        assertEquals(zip, home.vectors());
        Files.copy(zip, folder.resolve("vmmref-vectors-2.zip"));
        assertEquals("several packs are in " + folder + ": vmmref-vectors-1.zip, vmmref-vectors-2.zip; name one with --pack",
            assertThrows(UsageMistake.class, home::vectors).getMessage());
        assertEquals(pack, new Home(Option.none(), folder.resolve("released/vmmref.jar")).vectors());
    }

    @Test @DisplayName("with nothing beside the jar, the user is told what to put there")
    void nothingBeside() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals("no vectors are in " + empty + ": put vmmref-vectors-*.zip there, or name a folder or a zip file of vectors with --pack",
            assertThrows(UsageMistake.class, new Home(Option.none(), empty.resolve("vmmref.jar"))::vectors).getMessage());
    }

    @Test @DisplayName("the launcher's home comes first")
    void repository() {
        assertEquals(folder.resolve("conformance-vectors/vectors"), new Home(Option.some(folder), folder.resolve("vmmref.jar")).vectors());
        assertEquals(List.of("./vmmref"), new Home(Option.none(), folder).command());
    }

    @Test @DisplayName("--version names vmmref, the pack format and the adapter protocol")
    void version() {
        exits(0, Typed.command("--version"), "vmmref unpackaged (pack format 1, adapter protocol 1)");
    }
}
