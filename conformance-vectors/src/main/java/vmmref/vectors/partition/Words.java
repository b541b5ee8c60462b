package vmmref.vectors.partition;

import vmmref.model.partition.Change;
import vmmref.model.partition.Event;
import vmmref.model.partition.Processor;

/// Events as a person would say them.
final class Words {
    private Words() { }

    static String text(Event event) {
        return switch (event) {
            case Event.Tick tick                               -> "the clock ticks";
            case Event.Stick(var wire, var line, var level)    -> "line %d of path %s is stuck at %d".formatted(line, Happenings.text(wire), level ? 1 : 0);
            case Event.Start(var cell)                         -> "cell %d starts".formatted(cell.number());
            case Event.Post(var cell, var partition)           -> "a profile assigns cell %d to %s".formatted(cell.number(), partition.map(to -> "partition " + to.number()).getOrElse("no partition"));
            case Event.Release(var cell)                       -> "cell %d is released".formatted(cell.number());
            case Event.Rendezvous(var cell)                    -> "cell %d comes to the rendezvous".formatted(cell.number());
            case Event.HandOff(var cell)                       -> "cell %d hands off".formatted(cell.number());
            case Event.Reset(var cell)                         -> "cell %d is reset".formatted(cell.number());
            case Event.Proceed(var cell)                       -> "cell %d proceeds".formatted(cell.number());
            case Event.Leave(var by)                           -> "%s leaves trusted software".formatted(text(by));
            case Event.Request(var one, var other)             -> "a link between %d and %d is requested".formatted(one.number(), other.number());
            case Event.Expire(var one, var other)              -> "the time for answers of %d and %d ends".formatted(one.number(), other.number());
            case Event.Asking asking                           -> "%s %s".formatted(text(asking.processor()), asked(asking));
            case Event.Sending sending                         -> "%s %s".formatted(text(sending.processor()), sent(sending));
        };
    }

    private static String asked(Event.Asking asking) {
        return switch (asking) {
            case Event.Reconfigure(var by, var partition)                   -> "makes partition %d ready for reconfiguration".formatted(partition.number());
            case Event.Read(var by, var partition, var register)            -> "reads %s of partition %d".formatted(register, partition.number());
            case Event.Write(var by, var partition, var register, var word) -> "writes %s to %s of partition %d".formatted(Names.text(word), register, partition.number());
            case Event.Instruct(var by, var partition, var cell, var kind)  -> "instructs cell %d to %s partition %d".formatted(cell.number(), kind == Change.Kind.MOVE ? "move to" : Steps.text(kind), partition.number());
            case Event.Answer(var by, var partition, var other, var yes)    -> "%s for partition %d to a link with %d".formatted(yes ? "consents" : "refuses", partition.number(), other.number());
        };
    }

    private static String sent(Event.Sending sending) {
        return switch (sending) {
            case Event.Packet(var by, var partition, var configures, var payload, var claim) ->
                "sends a packet to the fabric of partition %d%s, claiming %s".formatted(partition.number(), configures ? ", configuring " + Names.text(payload) : "", claim);
            case Event.Data(var by, var cell)                       -> "sends data to cell %d".formatted(cell.number());
            case Event.Reach(var by, var partition, var page)       -> "reaches page %06x of partition %d".formatted(page.number(), partition.number());
            case Event.Interrupt(var by, var partition, var vector) -> "interrupts partition %d with vector %02x".formatted(partition.number(), vector.number());
        };
    }

    private static String text(Processor processor) {
        return "processor " + Names.text(processor);
    }
}
