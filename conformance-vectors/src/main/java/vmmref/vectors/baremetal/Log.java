package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import vmmref.model.word.Bits;
import vmmref.vectors.format.Answer;

/// The log that a run of an image left: a dump of memory.
///
/// @param bytes    from the start of the log on
/// @param finished how many cases are over
/// @param ended    whether the image came to its end
record Log(ByteBuffer bytes, int finished, boolean ended) {

    /// What came of a case.
    sealed interface Outcome {
        record Answered(Answer answer) implements Outcome { }

        /// @param why as the rest of a sentence that begins with the name of the log
        record Missing(String why) implements Outcome { }
    }

    /// {@return the number of the image that wrote a dump, or what is wrong with it, as the rest of a sentence that begins with its name}
    static Either<String, Long> image(byte[] dump) {
        ByteBuffer bytes = ByteBuffer.wrap(dump).order(ByteOrder.LITTLE_ENDIAN);
        if (dump.length < LogLayout.HEAD) return Either.left("is truncated: it has %,d bytes, and the head of a log has %d".formatted(dump.length, LogLayout.HEAD));
        if (bytes.getLong(LogLayout.MAGIC) != LogLayout.MAGIC_WORD)
            return Either.left("is no log: it begins with %s, and not with VMMRFLOG; dump memory from %s on".formatted(Bits.hexadecimal(Long.reverseBytes(bytes.getLong(LogLayout.MAGIC))), Bits.hexadecimal(Site.LOG)));
        long version = bytes.getLong(LogLayout.VERSION);
        return version == LogLayout.CURRENT ? Either.right(bytes.getLong(LogLayout.IMAGE)) : Either.left("is a log of version %d, and this vmmref reads %d".formatted(version, LogLayout.CURRENT));
    }

    /// {@return the log in a dump of an image, or what is wrong with it}
    static Either<String, Log> of(byte[] dump, Image image) {
        return image(dump).flatMap(number -> number == image.number() ? Either.right(of(dump))
            : Either.left("is the log of image %s, and not of %s".formatted(Bits.hexadecimal(number), Bits.hexadecimal(image.number()))));
    }

    private static Log of(byte[] dump) {
        ByteBuffer bytes = ByteBuffer.wrap(dump).order(ByteOrder.LITTLE_ENDIAN);
        long finished = bytes.getLong(LogLayout.FINISHED);
        return new Log(bytes, (int) Math.max(0, Math.min(finished, Integer.MAX_VALUE)), bytes.getLong(LogLayout.END) == LogLayout.END_MARK);
    }

    /// {@return what came of each case of the image, in their order}
    Seq<Outcome> outcomes(Sheet sheet) {
        return sheet.cases().zipWithIndex().map(each -> outcome(sheet, each._2, each._1));
    }

    private Outcome outcome(Sheet sheet, int number, ImageCase given) {
        long at = sheet.image().entries().get(number) - Site.LOG;
        CaseRecord record = sheet.image().records().get(number);
        if (number > finished || number == finished && !ended) return new Outcome.Missing(number == finished ? "ends while this case was executed" : "ends before this case");
        if (at + record.entrySize() > bytes.limit()) return new Outcome.Missing("is truncated: it has %,d bytes, and the entry of this case ends at %,d".formatted(bytes.limit(), at + record.entrySize()));
        LogEntry entry = new LogEntry(bytes, (int) at, record);
        if (entry.status() == Status.OBSERVED)
            return new Outcome.Answered(entry.arrived().map(arrived -> given.expressed().answer().apply(arrived))
                .getOrElse(() -> new Answer.Failed("CFM, BSP and BSPSTORE of the log entry fit no register stack")));
        if (entry.status() == Status.MISHAP + Variables.ESTABLISHING) return new Outcome.Answered(new Answer.Failed("the interruption at vector %04x came while the state of the case was made".formatted(entry.vector())));
        if (entry.status() == Status.MISHAP + Variables.COLLECTING) return new Outcome.Answered(new Answer.Failed("the interruption at vector %04x came while the log was written".formatted(entry.vector())));
        return new Outcome.Answered(new Answer.Failed("the log entry has the unknown status %d".formatted(entry.status())));
    }
}
