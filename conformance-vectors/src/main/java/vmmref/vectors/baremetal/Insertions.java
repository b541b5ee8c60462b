package vmmref.vectors.baremetal;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Executed;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.Translator;

/// The instructions with which the harness makes the translations of a case, one after another.
final class Insertions {
    private final Translator translator;

    Insertions(Translator translator) {
        this.translator = translator;
    }

    /// {@return why the translations of a machine cannot be inserted}
    Option<String> obstacle(Addressing wished) {
        Addressing now = wished.withPsr(new Psr(0)).withInFlight(false).withTlb(Tlb.EMPTY);
        for (Stream stream : Stream.values()) {
            for (Entry entry : wished.tlb().entries(stream).all()) {
                Addressing there = now.withRegions(region(now.regions(), entry.translation()));
                if (!(translator.execute(there, instruction(stream, entry), Choice.USUAL) instanceof Executed.Done(var effects, var because, _))) return Option.some("a translation that no insertion makes beside the others");
                now = there.with(effects);
            }
        }
        Tlb made = now.tlb();
        return Option.when(Vector.of(Stream.values()).exists(stream -> !made.entries(stream).all().toSet().equals(wished.tlb().entries(stream).all().toSet())), () -> "translations that purge each other when they are inserted");
    }

    private static RegionRegisters region(RegionRegisters regions, Translation translation) {
        Seq<RegionRegister> all = Vector.range(0, RegionRegisters.NUMBER).map(number -> number == translation.page().region() ? new RegionRegister((long) translation.rid() << 8 | 14 << 2) : regions.get(number));
        return RegionRegisters.of(all);
    }

    private static Instruction instruction(Stream stream, Entry entry) {
        Translation translation = entry.translation();
        GeneralValue r2 = GeneralValue.of(translation.entryBits());
        Itir itir = Itir.of(translation.size(), translation.key());
        return entry.isCached() ? new Instruction.InsertCache(stream, r2, translation.page(), itir) : new Instruction.InsertRegister(stream, GeneralValue.of(entry.slot()), r2, translation.page(), itir);
    }
}
