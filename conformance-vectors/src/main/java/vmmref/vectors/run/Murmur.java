/// The last words that a process wrote to its standard error.
package vmmref.vectors.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Always read, so that a talkative process is never held up; no more than the last few kilobytes are kept.
final class Murmur {

    private static final int KEPT   = 4096;
    private static final int SETTLE = 300;

    private final InputStream in;
    private final StringBuilder said = new StringBuilder();
    private final Thread listener;
    private boolean shortened;

    Murmur(InputStream in) {
        this.in       = in;
        this.listener = Thread.ofPlatform().daemon().name("vmmref-adapter-err").start(this::listen);
    }

    /// {@return what was said since the last time, the end of it if it was much}
    synchronized String taken() {
        String text = (shortened ? "…" : "") + said;
        said.setLength(0);
        shortened = false;
        return text;
    }

    /// Waits a moment for what an ended process still had to say.
    void settle() {
        try {
            listener.join(SETTLE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        byte[] chunk = new byte[8192];
        try (in) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) keep(new String(chunk, 0, length, StandardCharsets.UTF_8));
        } catch (IOException closed) {
            keep("");
        }
    }

    private synchronized void keep(String text) {
        said.append(text);
        if (said.length() <= KEPT) return;
        said.delete(0, said.length() - KEPT);
        shortened = true;
    }
}
