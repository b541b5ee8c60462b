package vmmref.properties.proof;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Operand;
import vmmref.model.instruction.Row;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.BackingStore;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Hashing;
import vmmref.vmm.build.Built;
import vmmref.vmm.build.InstructionDescription;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Variable;

/// Statements about several methods of the model together, compiled like the model itself.
final class Lemmas {
    private Lemmas() { }

    static boolean aBundleIsItsFields(Bundle bundle) {
        return Bundle.of(bundle.fields()).equals(bundle);
    }

    /// {@return whether from a register that lies some registers away the same way leads back}
    static boolean thereAndBack(long address, int registers) {
        return BackingStore.skip(BackingStore.skip(address, registers), -registers) == BackingStore.skip(address, 0);
    }

    /// {@return whether as many registers lie between a register and one behind it as it was skipped}
    static boolean countedBetween(long address, int registers) {
        return BackingStore.registers(BackingStore.skip(address, 0), BackingStore.skip(address, registers)) == registers;
    }

    static boolean fieldsComeBack(Bundle.Fields fields) {
        return Bundle.of(fields).fields().equals(fields);
    }

    /// {@return whether a slot that one of the forms encodes is put together again from what is decoded, and what is decoded again is the same}
    static boolean decodedIsEncoded(Seq<Form> forms, Slot slot) {
        for (Form form : forms) {
            if (form.matches(slot) && !comesBack(form, slot)) return false;
        }
        return true;
    }

    private static boolean comesBack(Form form, Slot slot) {
        return !(form.decode(slot) instanceof Decoded.Assigned(var instruction, var residue, var because))
            || instruction.encode().xor(residue).equals(slot) && form.matches(instruction.encode())
            && form.decode(instruction.encode()) instanceof Decoded.Assigned(var again, var rest, var clause) && again.fields().equals(instruction.fields()) && rest.isZero();
    }

    /// {@return whether at most one of the rows matches a slot}
    static boolean atMostOneMatches(Seq<Row> rows, Slot slot) {
        boolean one = false;
        boolean two = false;
        for (Row row : rows) {
            boolean matches = row.matches(slot);
            two |= one & matches;
            one |= matches;
        }
        return !two;
    }

    /// {@return whether at most one of the patterns matches what stands in a slot of a unit}
    static boolean atMostOneIsRecognised(Seq<InstructionPattern> patterns, Unit unit, Slot slot) {
        boolean one = false;
        boolean two = false;
        for (InstructionPattern pattern : patterns) {
            boolean matches = pattern.matches(unit, slot);
            two |= one & matches;
            one |= matches;
        }
        return !two;
    }

    /// {@return whether the patterns of forms match just the slots that are decoded as instructions of these forms}
    static boolean recognisedIsDecoded(Seq<Form> forms, Seq<InstructionPattern> patterns, Slot slot) {
        boolean same = true;
        int number = 0;
        for (Form form : forms) {
            boolean decoded = form.matches(slot) && form.decode(slot) instanceof Decoded.Assigned;
            same &= patterns.get(number++).matches(form.unit(), slot) == decoded;
        }
        return same;
    }

    /// {@return whether a value comes back from each operand that can have it}
    static boolean valuesComeBack(Seq<Operand> operands, long value) {
        for (Operand operand : operands) {
            Option<Slot> slot = operand.holding(value);
            if (slot.isDefined() && operand.value(slot.get()).value() != value) return false;
        }
        return true;
    }

    /// {@return whether each form, built with what a slot has in its variable portions, decodes to just that}
    static boolean builtIsDecoded(Seq<Form> forms, Seq<InstructionDescription> descriptions, Slot slot) {
        for (int number = 0; number < forms.size(); number++) {
            if (!comesOut(forms.get(number), descriptions.get(number), slot)) return false;
        }
        return true;
    }

    private static boolean comesOut(Form form, InstructionDescription description, Slot slot) {
        return description.build(description.portions().map(portion -> portion.of(slot))) instanceof Built.Done(var slots, var joined) && form.matches(slots.head())
            && form.decode(slots.head()) instanceof Decoded.Assigned(var instruction, var residue, var because) && residue.isZero()
            && description.portions().forAll(portion -> portion.of(instruction.encode()) == portion.of(slot));
    }

    /// {@return whether each form that is recognised in a slot, built with the values that were recognised, is what stands there but for its unused bits}
    static boolean recognisedIsBuilt(Seq<Form> forms, Seq<InstructionPattern> patterns, Seq<InstructionDescription> descriptions, Slot slot) {
        boolean same = true;
        for (int number = 0; number < forms.size(); number++) same &= !patterns.get(number).matches(forms.get(number).unit(), slot) || comesBack(forms.get(number), patterns.get(number), descriptions.get(number), slot);
        return same;
    }

    private static boolean comesBack(Form form, InstructionPattern pattern, InstructionDescription description, Slot slot) {
        Seq<Long> values = Vector.empty();
        for (Variable variable : pattern.variables()) values = values.appendAll(parts(variable.operand(), variable.of(slot)));
        return description.build(values) instanceof Built.Done(var slots, var because) && slots.head().equals(slot.and(form.keyMask().or(form.fieldMask())));
    }

    /// {@return what the fields of an operand hold when it has a value}
    private static Seq<Long> parts(Operand operand, long value) {
        Slot split = operand.holding(value).getOrElse(Slot.ZERO);
        return operand.fields().map(field -> field.of(split));
    }

    static int size(int log2) {
        return new PageSize(log2).log2();
    }

    static long physical(long bits) {
        return new PhysicalAddress(bits).bits();
    }

    static long base(VirtualAddress address, int rid, PageSize size, int key, Pte entry) {
        return Translation.of(address, rid, size, key, entry).pageBits();
    }

    /// {@return whether two pages whose entries in the long format lie in the same place of a table of 2^`size` bytes and have the same tag are one}
    static boolean entryAndTagIdentify(int size, long page, int rid, long another, int ridOfAnother) {
        return areOne(size, Hashing.Known.XOR.index(page, rid), Hashing.Known.XOR.index(another, ridOfAnother), page, rid, another, ridOfAnother);
    }

    /// {@return the same of the functions that stand for any others}
    static boolean otherEntryAndTagIdentify(int size, long page, int rid, long another, int ridOfAnother) {
        return areOne(size, Hashing.Known.OTHER.index(page, rid), Hashing.Known.OTHER.index(another, ridOfAnother), page, rid, another, ridOfAnother);
    }

    private static boolean areOne(int size, long index, long indexOfAnother, long page, int rid, long another, int ridOfAnother) {
        long inside = (1L << size) - 1;
        boolean alike = (index << 5 & inside) == (indexOfAnother << 5 & inside) && Hashing.Known.XOR.tag(page, rid) == Hashing.Known.XOR.tag(another, ridOfAnother);
        return !alike || page == another && rid == ridOfAnother;
    }
}
