/// What makes a page look and behave: a style, a script, and a policy that admits these two and nothing else.
package vmmref.vectors.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// The policy knows both by their hashes, so what an adapter smuggles into a page neither runs nor loads anything.
public record PageFrame(String style, String script, String policy) {

    /// {@return the frame of report.html}
    static PageFrame ofReport() {
        String style  = resource("report.css");
        String script = resource("report.js");
        return new PageFrame(style, script, "default-src 'none'; img-src data:; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'"
            .formatted(hash(style), hash(script)));
    }

    /// {@return the frame of a campaign's report, which has no script}
    static PageFrame ofCampaign() {
        String style = resource("report.css") + resource("campaign.css");
        return new PageFrame(style, "", "default-src 'none'; img-src data:; style-src '%s'; base-uri 'none'; form-action 'none'".formatted(hash(style)));
    }

    private static String resource(String name) {
        try (InputStream in = PageFrame.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// {@return what a policy calls a style or script of exactly this text}
    private static String hash(String text) {
        try {
            return "sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }
}
