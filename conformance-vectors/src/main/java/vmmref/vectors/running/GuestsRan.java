package vmmref.vectors.running;

import io.vavr.collection.Seq;
import vmmref.vmm.monitor.Hosting;

/// What came of guests that ran by turns.
///
/// @param guests     each of them
/// @param switches   how often one went on in place of another
/// @param operations how many operations of the monitor that took
/// @param end        the machine and its monitor afterwards
public record GuestsRan(Seq<GuestRan> guests, long switches, long operations, Hosting end) { }
