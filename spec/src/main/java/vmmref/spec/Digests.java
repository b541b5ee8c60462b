package vmmref.spec;

import io.vavr.collection.Map;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests of sentences, and the checked-in ones of `spec/digests.tsv`: where they differ, a sentence was edited and its ties are stale.
public final class Digests {
    private Digests() { }

    /// {@return the first twelve hexadecimal digits of the SHA-256 of a text}
    public static String of(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /// {@return clause name to digest, as checked in when the ties of the clause were last reviewed}
    public static Map<String, String> reviewed() {
        return Table.named("digests").rows().toMap(row -> row.cell(0), row -> row.cell(1));
    }
}
