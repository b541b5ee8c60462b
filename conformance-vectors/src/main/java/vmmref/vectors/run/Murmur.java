/// The last words that a process wrote to its standard error.
package vmmref.vectors.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Always read, so that a talkative process is never held up; no more than the last few kilobytes are kept.
public final class Murmur {

    private static final int KEPT   = 4096;
    private static final int SETTLE = 300;

    private final InputStream in;
    private final byte[] said = new byte[2 * KEPT];
    private final Thread listener;
    private int length;
    private boolean shortened;

    /// Begins to read what a process says.
    public Murmur(InputStream in) {
        this.in       = in;
        this.listener = Thread.ofPlatform().daemon().name("vmmref-adapter-err").start(this::listen);
    }

    /// {@return what was said since the last time, the end of it if it was much}
    public synchronized String taken() {
        if (length > KEPT) keepLast();
        String text = (shortened ? "…" : "") + new String(said, 0, length, StandardCharsets.UTF_8);
        length    = 0;
        shortened = false;
        return text;
    }

    /// Waits a moment for what an ended process still had to say.
    public void settle() {
        try {
            listener.join(SETTLE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        byte[] chunk = new byte[1 << 16];
        try (in) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) keep(chunk, read);
        } catch (IOException closed) {
            keep(chunk, 0);
        }
    }

    private synchronized void keep(byte[] chunk, int read) {
        int kept = Math.min(read, KEPT);
        shortened |= kept < read;
        if (kept < read) length = 0;
        if (length + kept > said.length) keepLast();
        System.arraycopy(chunk, read - kept, said, length, kept);
        length += kept;
    }

    private void keepLast() {
        System.arraycopy(said, length - KEPT, said, 0, KEPT);
        length    = KEPT;
        shortened = true;
    }
}
