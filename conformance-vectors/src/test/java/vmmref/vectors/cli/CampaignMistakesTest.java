/// `vmmref campaign`, typed wrongly.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static vmmref.vectors.cli.SmallCampaign.exits;
import static vmmref.vectors.cli.SmallCampaign.refuses;
import static vmmref.vectors.cli.SmallCampaign.says;

@Timeout(60)
class CampaignMistakesTest {

    @TempDir Path folder;

    private SmallCampaign campaigns() {
        return new SmallCampaign(folder.resolve("kept"));
    }

    @ParameterizedTest(name = "{0}") @DisplayName("2: what cannot be done is refused with what to write, and leaves no campaign behind")
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {
        "--name;a/b          ~ --name a/b: write letters, digits, dots, hyphens and underscores, up to 100",
        "--name;.hidden      ~ --name .hidden: write letters,",
        "--name;             ~ --name '': write letters,",
        "--time;5            ~ --time 5: write a time such as 30s, 10m or 1h30m",
        "--time;-5s          ~ --time -5s: write a time such as",
        "--time;0m           ~ --time 0m: write a time of one second or more, such as 30s, 10m or 1h30m",
        "--tries;many        ~ --tries many: write a number such as 50000 or 1e6",
        "--tries;-1          ~ --tries -1: write a number such as",
        "--tries;0           ~ --tries 0: write a whole number from 1 to 1e15",
        "--tries;1e16        ~ --tries 1e16: write a whole number from 1 to 1e15",
        "--seed;xyz          ~ --seed xyz: write 1 to 16 hexadecimal digits",
        "--seed;0x7          ~ --seed 0x7: write 1 to 16 hexadecimal digits",
        "--seed;12345678901234567 ~ --seed 12345678901234567: write 1 to 16",
        "-j;0                ~ -j 0: write a number from 1 to 256",
        "-j;257              ~ -j 257: write a number from 1 to 256",
        "-j;x                ~ Invalid value for option '--jobs': 'x' is not an int",
        "-k;Quantum*         ~ no law that judges direct:reference has a name like \"Quantum*\"; the laws are BundleGuarantees.*, FormGuarantees.*,",
        "-k;protection*      ~ no law that judges direct:reference has a name like \"protection*\"; did you mean ProtectionGuarantees.",
        "-k;accessRights     ~ has a name like \"accessRights\"; did you mean ProtectionGuarantees.accessRights?",
        "-k;*.keys;-k;nosuch ~ has a name like \"nosuch\"; the laws are ",
        "-i;zoo:Forgets      ~ there is no zoo member \"Forgets\"; did you mean ForgetsCover, ForgetsHighUse, ForgetsToSettle, ForgetsAttribute?",
        "-i;direct:nobody    ~ there is no implementation \"nobody\"; write one of reference",
        "-i;direct:reference@386 ~ there is no profile \"386\"; write one of merced, itanium2, montecito, minimal, maximal",
        "-i;                 ~ the command is empty: write -i 'PROGRAM ARGUMENTS'",
        "more                ~ Unmatched argument at index 2: 'more'"})
    void run(String words, String message) {
        refuses(message, campaigns().typed(List.of(words.split(";", -1)).prepend("run").toJavaArray(String[]::new)));
        assertFalse(Files.exists(campaigns().store()));
    }

    @Test @DisplayName("3: an adapter that does not start leaves no campaign behind")
    void absent() {
        Typed typed = campaigns().typed("run", "-i", "/nowhere/emu");
        exits(3, typed);
        assertEquals("vmmref: the adapter does not start: /nowhere/emu: No such file or directory; is it the name of a program, or the path of an executable file?\n", typed.err());
        assertFalse(Files.exists(campaigns().store()));
    }

    @Test @DisplayName("a name that exists is refused, and its campaign stays as it is")
    void twice() throws IOException {
        SmallCampaign campaigns = campaigns();
        campaigns.typed("run", "-k", "*.keys", "--name", "x", "--tries", "10", "--seed", "7");
        String before = campaigns.ledger("x");
        refuses("vmmref: " + campaigns.store() + "/x holds a campaign; go on with it by campaign resume, name another one with --name, or remove the folder\n",
            campaigns.typed("run", "-k", "*.keys", "--name", "x", "--tries", "10"));
        assertEquals(before, campaigns.ledger("x"));
        refuses("--tries 0: write a whole number", campaigns.typed("resume", "x", "--tries", "0"));
        refuses("-j 0: write a number", campaigns.typed("resume", "x", "--tries", "20", "-j", "0"));
        assertTrue(Files.readString(campaigns.store().resolve("x/config.json")).contains("\"tries\" : 10,"));
    }

    @ParameterizedTest(name = "campaign {0} in a folder without campaigns, without that campaign, or that is a file")
    @CsvSource({"resume", "status", "replay", "promote", "report"})
    void nowhere(String command) throws IOException {
        SmallCampaign campaigns = campaigns();
        refuses("vmmref: " + campaigns.store() + " holds no campaign: start one with ./vmmref campaign run, or name the folder with --store\n", campaigns.typed(command));
        refuses(" holds no campaign: start one with", campaigns.typed(command, "nightly"));
        campaigns.typed("run", "-k", "*.keys", "--name", "x", "--tries", "10");
        refuses("vmmref: " + campaigns.store() + " holds no campaign \"nightly\"; write one of x\n", campaigns.typed(command, "nightly"));
        SmallCampaign file = new SmallCampaign(Files.writeString(folder.resolve("file"), "text"));
        refuses("vmmref: " + file.store() + " is a file, and campaigns are kept in a folder: name another one with --store\n", file.typed(command));
        refuses(" is a file, and campaigns are kept in a folder", file.typed("run", "--tries", "10"));
    }

    @Test @DisplayName("all of no campaigns are none")
    void none() {
        Typed typed = campaigns().typed("status", "--all");
        exits(0, typed);
        says(" holds no campaign: start one with", typed.err());
        assertEquals("[ ]\n", campaigns().typed("status", "--all", "--format", "json").out());
    }

    @Test @DisplayName("a store that is damaged is named, with what to do")
    void damaged() throws IOException {
        SmallCampaign campaigns = campaigns();
        campaigns.typed("run", "-k", "*.keys", "--name", "x", "--tries", "10");
        Files.writeString(campaigns.store().resolve("x/ledger.json"), "{");
        for (String command : List.of("resume", "status", "report")) {
            Typed typed = campaigns.typed(command);
            exits(2, typed);
            assertTrue(typed.err().matches("vmmref: .*/x/ledger\\.json is damaged: .*; remove it.*\\R"), typed::all);
        }
    }
}
