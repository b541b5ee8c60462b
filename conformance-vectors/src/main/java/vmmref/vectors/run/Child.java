/// One start of an adapter: lines go in, lines come out, and what it says on standard error is kept.
package vmmref.vectors.run;

import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Threads stand between the runner and the pipes, so that neither a child that never reads nor one that never stops writing holds the
/// runner up: nothing here blocks for longer than it was asked to. The output ends with the child, though others that it started may hold it open.
public final class Child {

    /// What comes out of a child.
    public sealed interface Event {
        /// A whole line, without its end.
        record Line(int number, String text) implements Event { }
        /// A line that is no text in UTF-8; its beginning.
        record Bytes(int number, String text) implements Event { }
        /// A line longer than the limit; nothing after it is read.
        record Flood(int number, String start) implements Event { }
        /// The output ended, or the child did, perhaps in the middle of a line.
        record Ended(int number, Option<String> partial) implements Event { }
    }

    private static final int  QUEUED   = 128;
    private static final int  EXCERPT  = 200;
    private static final int  DRAIN    = 200;
    private static final byte[] NOTHING = { };

    private final Offspring offspring;
    private final int lineLimit;
    private final BlockingQueue<Event>  events   = new ArrayBlockingQueue<>(QUEUED);
    private final BlockingQueue<byte[]> requests = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final Murmur murmur;
    private final Thread reader;
    private volatile int number = 1;
    private volatile boolean closing;

    /// Starts a command.
    /// @throws UncheckedIOException if the system cannot
    public Child(List<String> command, int lineLimit) {
        try {
            this.offspring = Offspring.of(command);
        } catch (IOException cannot) {
            throw new UncheckedIOException(cannot);
        }
        this.lineLimit = lineLimit;
        this.murmur    = new Murmur(offspring.process().getErrorStream());
        this.reader    = Thread.ofPlatform().daemon().name("vmmref-adapter-out").start(this::read);
        Thread.ofPlatform().daemon().name("vmmref-adapter-in").start(this::write);
        Thread.ofVirtual().name("vmmref-adapter-end").start(this::mourn);
    }

    /// Sends text, sooner or later; never waits.
    public void send(String text) {
        requests.add(text.getBytes(StandardCharsets.UTF_8));
    }

    /// {@return what came out, waiting for it until a moment of `System.nanoTime`}
    public Option<Event> next(long deadline) {
        try {
            return Option.of(events.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AdapterBreakdown("the run was interrupted while it waited for the adapter");
        }
    }

    /// {@return whether nothing that came out is waiting to be read}
    boolean quiet() {
        return events.isEmpty();
    }

    /// {@return what came out since the last whole line}
    Option<String> unfinished() {
        return Option.when(line.size() > 0, () -> line.toString(StandardCharsets.UTF_8));
    }

    /// {@return what it wrote to standard error since the last time}
    public String stderr() {
        return murmur.taken();
    }

    /// Ends the child's input, after all that was sent.
    public void endInput() {
        requests.add(NOTHING);
    }

    /// {@return the code with which it exits, if it exits within some time}
    public Option<Integer> exit(int millis) {
        return Option.when(offspring.awaited(millis), () -> offspring.process().exitValue());
    }

    /// {@return what it started and what is still there, as the system calls it}
    public Seq<String> started() {
        return offspring.others();
    }

    /// Ends the child and all it started, after it had a moment to end by itself.
    /// @return how it ended by itself, if it did
    public Option<String> kill(int millis) {
        closing = true;
        Option<Integer> exit = offspring.end(millis);
        requests.add(NOTHING);
        murmur.settle();
        return exit.map(Child::ending);
    }

    /// Says a last thing to the child, lets it end by itself for a while, then ends it and all it started.
    /// @return the code with which it exited by itself, if it did
    Option<Integer> dismiss(String farewell, int millis) {
        closing = true;
        events.clear();
        offspring.remember();
        send(farewell);
        requests.add(NOTHING);
        return offspring.end(millis);
    }

    /// {@return how a process ended, as the rest of a sentence}
    static String ending(int exit) {
        return exit > 128 && exit < 160
            ? "exited with code %d (signal %d%s)".formatted(exit, exit - 128, signal(exit - 128))
            : "exited with code " + exit;
    }

    private static String signal(int number) {
        return switch (number) {
            case 4  -> ", illegal instruction";
            case 6  -> ", abort";
            case 7  -> ", bus error";
            case 8  -> ", arithmetic error";
            case 9  -> ", killed, perhaps for want of memory";
            case 11 -> ", segmentation violation";
            default -> "";
        };
    }

    private void write() {
        try (OutputStream out = offspring.process().getOutputStream()) {
            for (byte[] text = requests.take(); text != NOTHING; text = requests.take()) {
                out.write(text);
                if (requests.isEmpty()) out.flush();
            }
        } catch (IOException closed) {
            requests.clear();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        byte[] chunk = new byte[1 << 16];
        boolean flooded = false;
        try (InputStream in = offspring.process().getInputStream()) {
            int length = 0;
            while (!flooded && (length = in.read(chunk)) >= 0) flooded = !taken(chunk, length);
        } catch (IOException closed) {
            flooded = false;
        }
        tell(flooded ? new Event.Flood(number, new String(line.toByteArray(), 0, EXCERPT, StandardCharsets.UTF_8)) : new Event.Ended(number, unfinished()));
    }

    /// {@return whether the lines are of a length that can be taken}
    private boolean taken(byte[] chunk, int length) {
        int start = 0;
        for (int i = 0; i < length; i++) {
            if (chunk[i] != '\n') continue;
            line.write(chunk, start, i - start);
            start = i + 1;
            if (line.size() > lineLimit) return false;
            tell(whole(number++, line.toByteArray()));
            line.reset();
        }
        line.write(chunk, start, length - start);
        return line.size() <= lineLimit;
    }

    /// Who holds the output open after the child, and says nothing, need not be waited for.
    private void mourn() {
        try {
            offspring.process().waitFor();
            do reader.join(DRAIN);
            while (reader.isAlive() && !quiet() && !closing);
            if (reader.isAlive()) tell(new Event.Ended(number, unfinished()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// {@return what a line of bytes is, without a carriage return at its end}
    static Event whole(int number, byte[] bytes) {
        int length = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        try {
            return new Event.Line(number,
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString());
        } catch (CharacterCodingException noText) {
            return new Event.Bytes(number, spelt(bytes, Math.min(length, EXCERPT)));
        }
    }

    /// Bytes that are no text, with those spelt out that stand for no character of ASCII.
    private static String spelt(byte[] bytes, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) text.append(bytes[i] >= 0 ? "" + (char) bytes[i] : "\\x%02x".formatted(bytes[i]));
        return text.toString();
    }

    private void tell(Event event) {
        try {
            while (!closing && !events.offer(event, 50, TimeUnit.MILLISECONDS)) Thread.onSpinWait();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
