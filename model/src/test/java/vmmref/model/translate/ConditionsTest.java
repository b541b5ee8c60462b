package vmmref.model.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.interruption.Interruption.ALTERNATE_DATA_TLB;
import static vmmref.model.interruption.Interruption.ALTERNATE_INSTRUCTION_TLB;
import static vmmref.model.interruption.Interruption.DATA_ACCESS_BIT;
import static vmmref.model.interruption.Interruption.DATA_ACCESS_RIGHTS;
import static vmmref.model.interruption.Interruption.DATA_DEBUG;
import static vmmref.model.interruption.Interruption.DATA_KEY_MISS;
import static vmmref.model.interruption.Interruption.DIRTY_BIT;
import static vmmref.model.interruption.Interruption.INSTRUCTION_ACCESS_BIT;
import static vmmref.model.interruption.Interruption.INSTRUCTION_DEBUG;
import static vmmref.model.interruption.Interruption.INSTRUCTION_KEY_MISS;
import static vmmref.model.interruption.Interruption.KEY_PERMISSION;
import static vmmref.model.interruption.Interruption.NAT_PAGE_CONSUMPTION;
import static vmmref.model.interruption.Interruption.PAGE_NOT_PRESENT;
import static vmmref.model.interruption.Interruption.REGISTER_NAT_CONSUMPTION;
import static vmmref.model.interruption.Interruption.UNALIGNED_DATA_REFERENCE;
import static vmmref.model.interruption.Interruption.UNIMPLEMENTED_DATA_ADDRESS;
import static vmmref.model.interruption.Interruption.UNSUPPORTED_DATA_REFERENCE;
import static vmmref.model.interruption.Interruption.VIRTUALIZATION;
import static vmmref.model.translate.Example.AC;
import static vmmref.model.translate.Example.DA;
import static vmmref.model.translate.Example.DROPPED;
import static vmmref.model.translate.Example.DT;
import static vmmref.model.translate.Example.ED;
import static vmmref.model.translate.Example.HERE;
import static vmmref.model.translate.Example.IA;
import static vmmref.model.translate.Example.MACHINE;
import static vmmref.model.translate.Example.PAGE;
import static vmmref.model.translate.Example.PK;
import static vmmref.model.translate.Example.VM;
import static vmmref.model.translate.Example.answered;
import static vmmref.model.translate.Example.at;
import static vmmref.model.translate.Example.clear;
import static vmmref.model.translate.Example.empty;
import static vmmref.model.translate.Example.entry;
import static vmmref.model.translate.Example.keyed;
import static vmmref.model.translate.Example.level;
import static vmmref.model.translate.Example.load;
import static vmmref.model.translate.Example.raised;
import static vmmref.model.translate.Example.reference;
import static vmmref.model.translate.Example.rules;
import static vmmref.model.translate.Example.set;
import static vmmref.model.translate.Example.to;
import static vmmref.model.translate.Example.translated;
import static vmmref.model.translate.ReferenceType.EXCHANGE;
import static vmmref.model.translate.ReferenceType.FC;
import static vmmref.model.translate.ReferenceType.FETCH;
import static vmmref.model.translate.ReferenceType.FETCHADD;
import static vmmref.model.translate.ReferenceType.LFETCH;
import static vmmref.model.translate.ReferenceType.LFETCH_FAULT;
import static vmmref.model.translate.ReferenceType.LOAD;
import static vmmref.model.translate.ReferenceType.PROBE_R;
import static vmmref.model.translate.ReferenceType.PROBE_R_FAULT;
import static vmmref.model.translate.ReferenceType.PROBE_W;
import static vmmref.model.translate.ReferenceType.PROBE_W_FAULT;
import static vmmref.model.translate.ReferenceType.STORE;
import static vmmref.model.translate.ReferenceType.TAK;
import static vmmref.model.translate.ReferenceType.TPA;
import static vmmref.spec.Protections.KEY_DISABLED;
import static vmmref.spec.Protections.KEY_MISSING;
import static vmmref.spec.Protections.RIGHTS_DENIED;
import static vmmref.spec.References.ACCESS_BIT_CLEAR;
import static vmmref.spec.References.ADDRESS_MISALIGNED;
import static vmmref.spec.References.ADDRESS_TOLD;
import static vmmref.spec.References.ADDRESS_UNIMPLEMENTED;
import static vmmref.spec.References.ATTRIBUTE_UNSUPPORTED;
import static vmmref.spec.References.BREAKPOINT_HIT;
import static vmmref.spec.References.DIRTY_BIT_CLEAR;
import static vmmref.spec.References.KEY_TOLD;
import static vmmref.spec.References.MISS_ALTERNATE;
import static vmmref.spec.References.NAT_CONSUMED;
import static vmmref.spec.References.NAT_PAGE_CONSUMED;
import static vmmref.spec.References.OPERATION_VIRTUALIZED;
import static vmmref.spec.References.PAGE_ABSENT;
import static vmmref.spec.References.PROBE_ANSWERED;
import static vmmref.spec.Translations.PHYSICAL_ADDRESSED;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.IndirectRegisters;
import vmmref.spec.Clause;
import vmmref.spec.Clauses;
import vmmref.spec.References;

/// Conditions that references meet, worked by hand. Entries: ar{11:9} pl{8:7} d{6} a{5} ma{4:2} p{0}.
class ConditionsTest {
    private static final Translator MAXIMAL = rules("maximal");

    /// One thing wrong with the entry of the page.
    @ParameterizedTest
    @CsvSource({
        "12347e0, FETCH,          PAGE_NOT_PRESENT,          PAGE_ABSENT",
        "12347e0, LOAD,           PAGE_NOT_PRESENT,          PAGE_ABSENT",
        "12347e0, PROBE_R,        PAGE_NOT_PRESENT,          PAGE_ABSENT",
        "12347e0, TPA,            PAGE_NOT_PRESENT,          PAGE_ABSENT",
        "12347fd, FETCH,          NAT_PAGE_CONSUMPTION,      NAT_PAGE_CONSUMED",
        "12347fd, STORE,          NAT_PAGE_CONSUMPTION,      NAT_PAGE_CONSUMED",
        "12347fd, PROBE_W,        NAT_PAGE_CONSUMPTION,      NAT_PAGE_CONSUMED",
        "12347fd, TPA,            NAT_PAGE_CONSUMPTION,      NAT_PAGE_CONSUMED",
        "12341e1, FETCH,          INSTRUCTION_ACCESS_RIGHTS, RIGHTS_DENIED",
        "12341e1, STORE,          DATA_ACCESS_RIGHTS,        RIGHTS_DENIED",
        "12341e1, EXCHANGE,       DATA_ACCESS_RIGHTS,        RIGHTS_DENIED",
        "12341e1, PROBE_W_FAULT,  DATA_ACCESS_RIGHTS,        RIGHTS_DENIED",
        "12341e1, PROBE_RW_FAULT, DATA_ACCESS_RIGHTS,        RIGHTS_DENIED",
        "12347a1, STORE,          DIRTY_BIT,                 DIRTY_BIT_CLEAR",
        "12347a1, FETCHADD,       DIRTY_BIT,                 DIRTY_BIT_CLEAR",
        "12347a1, PROBE_W_FAULT,  DIRTY_BIT,                 DIRTY_BIT_CLEAR",
        "12347c1, FETCH,          INSTRUCTION_ACCESS_BIT,    ACCESS_BIT_CLEAR",
        "12347c1, LOAD,           DATA_ACCESS_BIT,           ACCESS_BIT_CLEAR",
        "12347c1, LFETCH_FAULT,   DATA_ACCESS_BIT,           ACCESS_BIT_CLEAR",
        "12347c1, PROBE_R_FAULT,  DATA_ACCESS_BIT,           ACCESS_BIT_CLEAR",
        "12347f1, EXCHANGE,       UNSUPPORTED_DATA_REFERENCE, ATTRIBUTE_UNSUPPORTED",
        "12347f5, EXCHANGE,       UNSUPPORTED_DATA_REFERENCE, ATTRIBUTE_UNSUPPORTED",
        "12347f9, FETCHADD,       UNSUPPORTED_DATA_REFERENCE, ATTRIBUTE_UNSUPPORTED",
        "12347f1, FETCHADD,       UNSUPPORTED_DATA_REFERENCE, ATTRIBUTE_UNSUPPORTED"})
    void faultsOfThePage(String entry, ReferenceType type, String fault, String because) {
        Clause clause = Clauses.named(because).get();
        assertEquals(raised(Interruption.valueOf(fault), HERE, clause), translated(entry(Long.parseLong(entry, 16)), type));
    }

    @Test
    void whatDoesNotMatterToAKindOfReference() {
        Translated reached = to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED);
        assertEquals(reached, translated(entry(0x12347a1), LOAD));
        assertEquals(reached, translated(entry(0x12347a1), FETCH));
        assertEquals(reached, translated(entry(0x12347c1), FC));
        assertEquals(answered(1, PROBE_ANSWERED), translated(entry(0x1234781), PROBE_W));
        assertEquals(answered(0x1234040, ADDRESS_TOLD), translated(level(entry(0x1234001), 0), TPA));
        assertEquals(answered(0x5500, KEY_TOLD), translated(entry(0x123401d), TAK));
        assertEquals(answered(1, PAGE_ABSENT), translated(entry(0x12347e0), TAK));
        assertEquals(DROPPED, translated(entry(0), LFETCH));
        assertEquals(DROPPED, translated(set(entry(0), ED), LFETCH_FAULT));
        assertEquals(raised(PAGE_NOT_PRESENT, HERE, PAGE_ABSENT), translated(entry(0), LFETCH_FAULT));
        assertEquals(to(0x1234040, MemoryAttribute.UCE, TRANSLATION_MATCHED), translated(entry(0x12347f5), FETCHADD));
        assertEquals(raised(UNSUPPORTED_DATA_REFERENCE, HERE, ATTRIBUTE_UNSUPPORTED), rules("itanium2").translate(entry(0x12347f5), reference(FETCHADD, at(HERE)), Choice.USUAL));
        assertEquals(to(0x1234040, MemoryAttribute.UC, TRANSLATION_MATCHED), translated(entry(0x12347f1), STORE));
    }

    @Test
    void semaphoresWithoutTranslation() {
        Addressing off = clear(empty(), DT);
        assertEquals(to(0x4040, MemoryAttribute.WBL, PHYSICAL_ADDRESSED), translated(off, reference(FETCHADD, at(0x4040))));
        assertEquals(raised(UNSUPPORTED_DATA_REFERENCE, 0x8000000000004040L, ATTRIBUTE_UNSUPPORTED), translated(off, reference(FETCHADD, at(0x8000000000004040L))));
        assertEquals(raised(UNSUPPORTED_DATA_REFERENCE, 0x8000000000004040L, ATTRIBUTE_UNSUPPORTED), translated(off, reference(EXCHANGE, at(0x8000000000004040L))));
    }

    @Test
    void accessAndDirtyBitsAreDisabledForOneInstruction() {
        Translated reached = to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED);
        assertEquals(reached, translated(set(entry(0x1234781), DA), STORE));
        assertEquals(reached, translated(set(entry(0x1234781), DA), LOAD));
        assertEquals(reached, translated(set(entry(0x1234781), IA), FETCH));
        assertEquals(raised(DATA_ACCESS_BIT, HERE, ACCESS_BIT_CLEAR), translated(set(entry(0x1234781), IA), LOAD));
        assertEquals(raised(INSTRUCTION_ACCESS_BIT, HERE, ACCESS_BIT_CLEAR), translated(set(entry(0x1234781), DA), FETCH));
        assertEquals(raised(DIRTY_BIT, HERE, DIRTY_BIT_CLEAR), translated(set(entry(0x1234781), IA), STORE));
    }

    /// Pairs 0 of both files watch everything at one address.
    private static Addressing watched(long enables) {
        IndirectRegisters registers = IndirectRegisters.RESET.with(IndirectRegisters.File.IBR, 0, HERE).with(IndirectRegisters.File.IBR, 1, enables | 0x0fffffffffffffffL)
            .with(IndirectRegisters.File.DBR, 0, HERE).with(IndirectRegisters.File.DBR, 1, enables | 0x0fffffffffffffffL);
        return set(MACHINE, 24).withIndirect(registers);
    }

    @Test
    void breakpoints() {
        Translated reached = to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED);
        Addressing both = watched(3L << 62);
        for (ReferenceType type : Vector.of(LOAD, STORE, FETCHADD, LFETCH_FAULT, PROBE_W_FAULT)) assertEquals(raised(DATA_DEBUG, HERE, BREAKPOINT_HIT), translated(both, type));
        assertEquals(raised(INSTRUCTION_DEBUG, HERE, BREAKPOINT_HIT), translated(both, FETCH));
        assertEquals(DROPPED, translated(both, LFETCH));
        assertEquals(reached, translated(set(both, 39), LOAD));
        assertEquals(reached, translated(set(both, 37), FETCH));
        assertEquals(raised(DATA_DEBUG, HERE, BREAKPOINT_HIT), translated(set(both, 37), LOAD));
        assertEquals(raised(INSTRUCTION_DEBUG, HERE, BREAKPOINT_HIT), translated(set(both, 39), FETCH));
        assertEquals(reached, translated(clear(both, 24), LOAD));
        assertEquals(reached, translated(clear(both, 24), FETCH));
        assertEquals(reached, translated(watched(1L << 62), LOAD));
        assertEquals(reached, translated(watched(1L << 63), STORE));
        assertEquals(raised(DATA_DEBUG, HERE, BREAKPOINT_HIT), translated(watched(1L << 63), FETCHADD));
        assertEquals(raised(DATA_DEBUG, HERE, BREAKPOINT_HIT), translated(watched(1L << 62), FETCHADD));
        assertEquals(raised(DATA_DEBUG, HERE + 1, BREAKPOINT_HIT), translated(set(both, AC), load(HERE + 1)));
        assertEquals(raised(UNALIGNED_DATA_REFERENCE, HERE + 9, ADDRESS_MISALIGNED), translated(set(both, AC), load(HERE + 9)));
    }

    @Test
    void keys() {
        Translated reached = to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED);
        assertEquals(raised(DATA_KEY_MISS, HERE, KEY_MISSING), translated(set(MACHINE, PK), LOAD));
        assertEquals(raised(INSTRUCTION_KEY_MISS, HERE, KEY_MISSING), translated(set(MACHINE, PK), FETCH));
        assertEquals(raised(DATA_KEY_MISS, HERE, KEY_MISSING), translated(keyed(MACHINE, 0), LOAD));
        assertEquals(reached, translated(keyed(MACHINE, 1), STORE));
        assertEquals(reached, translated(clear(keyed(MACHINE, 0xf), PK), STORE));
        assertEquals(raised(KEY_PERMISSION, HERE, KEY_DISABLED), translated(keyed(MACHINE, 3), STORE));
        assertEquals(raised(KEY_PERMISSION, HERE, KEY_DISABLED), translated(keyed(MACHINE, 3), EXCHANGE));
        assertEquals(reached, translated(keyed(MACHINE, 3), LOAD));
        assertEquals(raised(KEY_PERMISSION, HERE, KEY_DISABLED), translated(keyed(MACHINE, 5), LOAD));
        assertEquals(raised(KEY_PERMISSION, HERE, KEY_DISABLED), translated(keyed(MACHINE, 9), FETCH));
        assertEquals(reached, translated(keyed(MACHINE, 7), FETCH));
        assertEquals(answered(0, KEY_DISABLED), translated(keyed(MACHINE, 5), PROBE_R));
        assertEquals(raised(DATA_KEY_MISS, HERE, KEY_MISSING), translated(set(MACHINE, PK), PROBE_R));
        assertEquals(reached, translated(set(MACHINE, PK), FC));
        assertEquals(answered(0x5500, KEY_TOLD), translated(set(MACHINE, PK), TAK));
        assertEquals(to(HERE, MemoryAttribute.WBL, PHYSICAL_ADDRESSED), translated(clear(set(MACHINE, PK), DT), LOAD));
    }

    /// Level of the probe, current level: the less privileged one is asked. The page has ar 2 and pl 1.
    @ParameterizedTest
    @CsvSource({"0, 0, 1", "1, 0, 1", "2, 0, 0", "3, 0, 0", "0, 1, 1", "0, 2, 0", "1, 3, 0", "2, 2, 0"})
    void probesAskAtALevel(int requested, int current, long answer) {
        Addressing machine = level(entry(0x12344e1), current);
        assertEquals(answered(answer, answer == 1 ? PROBE_ANSWERED : RIGHTS_DENIED), translated(machine, Reference.probe(PROBE_W, at(HERE), requested)));
        assertEquals(answer == 1 ? to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED) : raised(DATA_ACCESS_RIGHTS, HERE, RIGHTS_DENIED),
            translated(machine, Reference.probe(PROBE_R_FAULT, at(HERE), requested)));
    }

    @Test
    void othersAskAtTheCurrentLevel() {
        assertEquals(to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED), translated(level(entry(0x12344e1), 1), LOAD));
        assertEquals(raised(DATA_ACCESS_RIGHTS, HERE, RIGHTS_DENIED), translated(level(entry(0x12344e1), 2), LOAD));
    }

    @Test
    void whatHasNoMeaning() {
        for (ReferenceType type : new ReferenceType[] {LOAD, STORE, LFETCH_FAULT, FC, PROBE_R, PROBE_R_FAULT, TPA, TAK}) {
            assertEquals(raised(REGISTER_NAT_CONSUMPTION, NAT_CONSUMED), translated(MACHINE, reference(type, at(HERE)).withNat()), type.name());
        }
        assertEquals(DROPPED, translated(MACHINE, reference(LFETCH, at(HERE)).withNat()));
        assertEquals(raised(Interruption.PRIVILEGED_OPERATION, References.PRIVILEGED_OPERATION), translated(level(MACHINE, 1), reference(TPA, at(HERE)).withNat()));
        assertEquals(raised(Interruption.PRIVILEGED_OPERATION, References.PRIVILEGED_OPERATION), translated(level(MACHINE, 3), TAK));
        assertEquals(raised(VIRTUALIZATION, OPERATION_VIRTUALIZED), translated(set(MACHINE, VM), TPA));
        assertEquals(answered(0x5500, KEY_TOLD), rules("itanium2").translate(set(MACHINE, VM), reference(TAK, at(HERE)), Choice.USUAL));
    }

    @Test
    void unimplementedAddresses() {
        Translator minimal = rules("minimal");
        VirtualAddress far = at(0x2004000000004000L);
        assertEquals(raised(UNIMPLEMENTED_DATA_ADDRESS, ADDRESS_UNIMPLEMENTED), minimal.translate(MACHINE, reference(LOAD, far), Choice.USUAL));
        assertEquals(answered(0, ADDRESS_UNIMPLEMENTED), minimal.translate(MACHINE, reference(PROBE_R, far), Choice.USUAL));
        assertEquals(answered(1, ADDRESS_UNIMPLEMENTED), minimal.translate(MACHINE, reference(TAK, far), Choice.USUAL));
        assertEquals(raised(ALTERNATE_DATA_TLB, far.bits(), MISS_ALTERNATE), translated(MACHINE, reference(LOAD, far)));
        assertEquals(raised(ALTERNATE_INSTRUCTION_TLB, far.bits(), MISS_ALTERNATE), minimal.translate(MACHINE, Reference.fetch(far), Choice.USUAL));
        assertEquals(to(0x1234040, MemoryAttribute.WB, TRANSLATION_MATCHED), minimal.translate(MACHINE, reference(LOAD, at(HERE)), Choice.USUAL));
    }

    @Test
    void aVirtualMachineHasOneBitFewer() {
        VirtualAddress far = at(0x3000000000004000L);
        assertEquals(raised(UNIMPLEMENTED_DATA_ADDRESS, ADDRESS_UNIMPLEMENTED), translated(set(MACHINE, VM), reference(LOAD, far)));
        assertEquals(raised(ALTERNATE_DATA_TLB, far.bits(), MISS_ALTERNATE), translated(MACHINE, reference(LOAD, far)));
        assertEquals(raised(ALTERNATE_DATA_TLB, far.bits(), MISS_ALTERNATE), rules("itanium2").translate(set(MACHINE, VM), reference(LOAD, far), Choice.USUAL));
        assertEquals(raised(ALTERNATE_DATA_TLB, 0x3800000000004000L, MISS_ALTERNATE), translated(set(MACHINE, VM), reference(LOAD, at(0x3800000000004000L))));
    }

    @Test
    void unimplementedPhysicalAddresses() {
        Addressing off = clear(empty(), DT);
        assertEquals(raised(UNIMPLEMENTED_DATA_ADDRESS, ADDRESS_UNIMPLEMENTED), rules("minimal").translate(off, load(1L << 44), Choice.USUAL));
        assertEquals(to(1L << 43, MemoryAttribute.WBL, PHYSICAL_ADDRESSED), rules("minimal").translate(off, load(1L << 43), Choice.USUAL));
        assertEquals(to(0x4000, MemoryAttribute.UC, PHYSICAL_ADDRESSED), rules("minimal").translate(off, load(1L << 63 | 0x4000), Choice.USUAL));
        assertEquals(to(1L << 62, MemoryAttribute.WBL, PHYSICAL_ADDRESSED), translated(off, load(1L << 62)));
    }

    /// Offset in 16 bytes, size, and whether it may be performed misaligned; X where it is aligned.
    @ParameterizedTest
    @CsvSource({"0, 8, X", "1, 8, no", "4, 8, no", "7, 8, no", "1, 4, yes", "3, 4, yes", "5, 4, no", "4, 4, X", "1, 2, yes", "5, 2, yes", "7, 2, no", "6, 2, X", "7, 1, X", "9, 4, yes", "11, 4, yes", "13, 4, no"})
    void misalignedReferences(int offset, int size, String performed) {
        Reference reference = Reference.data(LOAD, at(PAGE.bits() + offset), size);
        Translated reached = to(0x1234000 + offset, MemoryAttribute.WB, TRANSLATION_MATCHED);
        Translated fault = raised(UNALIGNED_DATA_REFERENCE, PAGE.bits() + offset, ADDRESS_MISALIGNED);
        Choice taken = Choice.of(Freedom.MISALIGNED);
        assertEquals(performed.equals("X") ? reached : fault, translated(MACHINE, reference));
        assertEquals(performed.equals("no") ? fault : reached, MAXIMAL.translate(MACHINE, reference, taken));
        assertEquals(performed.equals("X") ? reached : fault, MAXIMAL.translate(set(MACHINE, AC), reference, taken));
        assertEquals(performed.equals("X") ? reached : fault, MAXIMAL.translate(MACHINE, Reference.data(EXCHANGE, reference.address(), size), taken));
        assertEquals(performed.equals("X") ? reached : fault, MAXIMAL.translate(MACHINE, Reference.data(FETCHADD, reference.address(), size), taken));
    }

    @Test
    void theHigherOfTwoConditionsDecides() {
        assertEquals(raised(PAGE_NOT_PRESENT, HERE, PAGE_ABSENT), translated(entry(0x1234001c), LOAD));
        assertEquals(raised(NAT_PAGE_CONSUMPTION, HERE, NAT_PAGE_CONSUMED), translated(set(entry(0x12347fd), PK), LOAD));
        assertEquals(raised(DATA_KEY_MISS, HERE, KEY_MISSING), translated(set(entry(0x12341e1), PK), STORE));
        assertEquals(raised(KEY_PERMISSION, HERE, KEY_DISABLED), translated(keyed(entry(0x12341e1), 3), STORE));
        assertEquals(raised(DATA_ACCESS_RIGHTS, HERE, RIGHTS_DENIED), translated(entry(0x12341a1), STORE));
        assertEquals(raised(DIRTY_BIT, HERE, DIRTY_BIT_CLEAR), translated(entry(0x1234781), STORE));
        assertEquals(raised(DATA_ACCESS_BIT, HERE + 1, ACCESS_BIT_CLEAR), translated(entry(0x12347c1), load(HERE + 1)));
        assertEquals(raised(UNALIGNED_DATA_REFERENCE, HERE + 1, ADDRESS_MISALIGNED), translated(entry(0x12347f1), Reference.data(EXCHANGE, at(HERE + 1), 8)));
    }
}
