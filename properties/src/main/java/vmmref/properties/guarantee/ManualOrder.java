package vmmref.properties.guarantee;

import static vmmref.spec.References.PREFETCH_DROPPED;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import vmmref.model.interruption.Fault;
import vmmref.model.interruption.Interruption;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Column;
import vmmref.model.machine.Executed;
import vmmref.model.translate.Operation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.Translated;
import vmmref.properties.arbitrary.Defect;
import vmmref.properties.arbitrary.Scene;

/// What is looked at, the highest first, as the manual's pages of the instructions and its table of priorities state it.
///
/// @param lines conditions and what they lead to
record ManualOrder(Seq<Line> lines) {

    /// One condition.
    ///
    /// @param defect  what makes a scene meet it
    /// @param outcome the name of a fault, `dropped`, or the number that answers a query
    record Line(Defect defect, String outcome) {
        Executed executed() {
            return new Executed.Raised(new Fault(kind(), Option.none()), defect.clause());
        }

        Translated translated(Reference reference) {
            return switch (outcome) {
                case "dropped" -> new Translated.Dropped(PREFETCH_DROPPED);
                case "0", "1"  -> new Translated.Answered(Long.parseLong(outcome), defect.clause());
                default        -> new Translated.Raised(fault(reference.address()), defect.clause());
            };
        }

        private Fault fault(VirtualAddress address) {
            return new Fault(kind(), Option.when(!SILENT.contains(outcome), address));
        }

        private Interruption kind() {
            return Interruption.valueOf(outcome.toUpperCase(Locale.ROOT).replace(' ', '_').replace('/', '_'));
        }
    }

    /// Faults that report no address, or one of which the manual says too little.
    private static final Set<String> SILENT = HashSet.of("Register NaT Consumption", "Privileged Operation", "Virtualization", "Unimplemented Data Address", "Data Nested TLB");

    private static final ManualOrder ITC = of(
        "Illegal Operation: COLLECTION_ENABLED",
        "Privileged Operation: PRIVILEGED_OPERATION",
        "Register NaT Consumption: NAT_CONSUMED",
        "Reserved Register/Field: PAGE_SIZE_UNSUPPORTED FIELD_RESERVED ATTRIBUTE_RESERVED FIELD_UNIMPLEMENTED",
        "Unimplemented Data Address: OPERAND_UNIMPLEMENTED",
        "Virtualization: OPERATION_VIRTUALIZED");

    private static final ManualOrder ITR = of(
        "Illegal Operation: COLLECTION_ENABLED",
        "Privileged Operation: PRIVILEGED_OPERATION",
        "Register NaT Consumption: NAT_CONSUMED",
        "Reserved Register/Field: INDEX_ABSENT PAGE_SIZE_UNSUPPORTED FIELD_RESERVED ATTRIBUTE_RESERVED FIELD_UNIMPLEMENTED",
        "Unimplemented Data Address: OPERAND_UNIMPLEMENTED",
        "Virtualization: OPERATION_VIRTUALIZED");

    private static final ManualOrder PURGE = of(
        "Privileged Operation: PRIVILEGED_OPERATION",
        "Register NaT Consumption: NAT_CONSUMED",
        "Unimplemented Data Address: OPERAND_UNIMPLEMENTED",
        "Virtualization: OPERATION_VIRTUALIZED");

    private static final ManualOrder PTC_E = of(
        "Privileged Operation: PRIVILEGED_OPERATION",
        "Register NaT Consumption: NAT_CONSUMED",
        "Virtualization: OPERATION_VIRTUALIZED");

    private static final ManualOrder RR = of(
        "Privileged Operation: PRIVILEGED_OPERATION",
        "Register NaT Consumption: NAT_CONSUMED",
        "Reserved Register/Field: PAGE_SIZE_UNSUPPORTED FIELD_RESERVED FIELD_UNIMPLEMENTED",
        "Virtualization: OPERATION_VIRTUALIZED");

    private static final ManualOrder PKR = of(
        "Privileged Operation: PRIVILEGED_OPERATION",
        "Register NaT Consumption: NAT_CONSUMED",
        "Reserved Register/Field: INDEX_ABSENT FIELD_RESERVED FIELD_UNIMPLEMENTED",
        "Virtualization: OPERATION_VIRTUALIZED");

    private static final ManualOrder FETCH = of(
        "Alternate Instruction TLB: MISS_ALTERNATE",
        "Page Not Present: PAGE_ABSENT",
        "NaT Page Consumption: NAT_PAGE_CONSUMED",
        "Instruction Key Miss: KEY_MISSING",
        "Key Permission: KEY_DISABLED",
        "Instruction Access Rights: RIGHTS_DENIED",
        "Instruction Access Bit: ACCESS_BIT_CLEAR",
        "Instruction Debug: BREAKPOINT_HIT");

    private static final ManualOrder DATA = of(
        "Register NaT Consumption: NAT_CONSUMED",
        "Unimplemented Data Address: ADDRESS_UNIMPLEMENTED",
        "Data Nested TLB: MISS_NESTED",
        "Alternate Data TLB: MISS_ALTERNATE",
        "Page Not Present: PAGE_ABSENT",
        "NaT Page Consumption: NAT_PAGE_CONSUMED",
        "Data Key Miss: KEY_MISSING",
        "Key Permission: KEY_DISABLED",
        "Data Access Rights: RIGHTS_DENIED",
        "Dirty Bit: DIRTY_BIT_CLEAR",
        "Data Access Bit: ACCESS_BIT_CLEAR",
        "Data Debug: BREAKPOINT_HIT",
        "Unaligned Data Reference: ADDRESS_MISALIGNED",
        "Unsupported Data Reference: ATTRIBUTE_UNSUPPORTED");

    private static final ManualOrder LFETCH = of(
        "dropped: NAT_CONSUMED ADDRESS_UNIMPLEMENTED MISS_NESTED MISS_ALTERNATE PAGE_ABSENT NAT_PAGE_CONSUMED KEY_MISSING KEY_DISABLED RIGHTS_DENIED ACCESS_BIT_CLEAR BREAKPOINT_HIT");

    private static final ManualOrder LFETCH_FAULT = of(
        "Register NaT Consumption: NAT_CONSUMED",
        "Unimplemented Data Address: ADDRESS_UNIMPLEMENTED",
        "Data Nested TLB: MISS_NESTED",
        "Alternate Data TLB: MISS_ALTERNATE",
        "Page Not Present: PAGE_ABSENT",
        "NaT Page Consumption: NAT_PAGE_CONSUMED",
        "Data Key Miss: KEY_MISSING",
        "Key Permission: KEY_DISABLED",
        "Data Access Rights: RIGHTS_DENIED",
        "Data Access Bit: ACCESS_BIT_CLEAR",
        "Data Debug: BREAKPOINT_HIT");

    private static final ManualOrder FC = of(
        "Register NaT Consumption: NAT_CONSUMED",
        "Unimplemented Data Address: ADDRESS_UNIMPLEMENTED",
        "Data Nested TLB: MISS_NESTED",
        "Alternate Data TLB: MISS_ALTERNATE",
        "Page Not Present: PAGE_ABSENT",
        "NaT Page Consumption: NAT_PAGE_CONSUMED",
        "Data Access Rights: RIGHTS_DENIED");

    private static final ManualOrder PROBE = of(
        "Register NaT Consumption: NAT_CONSUMED",
        "0: ADDRESS_UNIMPLEMENTED",
        "Data Nested TLB: MISS_NESTED",
        "Alternate Data TLB: MISS_ALTERNATE",
        "Page Not Present: PAGE_ABSENT",
        "NaT Page Consumption: NAT_PAGE_CONSUMED",
        "Data Key Miss: KEY_MISSING",
        "0: KEY_DISABLED RIGHTS_DENIED");

    private static final ManualOrder PROBE_FAULT = of(
        "Register NaT Consumption: NAT_CONSUMED",
        "Unimplemented Data Address: ADDRESS_UNIMPLEMENTED",
        "Data Nested TLB: MISS_NESTED",
        "Alternate Data TLB: MISS_ALTERNATE",
        "Page Not Present: PAGE_ABSENT",
        "NaT Page Consumption: NAT_PAGE_CONSUMED",
        "Data Key Miss: KEY_MISSING",
        "Key Permission: KEY_DISABLED",
        "Data Access Rights: RIGHTS_DENIED",
        "Dirty Bit: DIRTY_BIT_CLEAR",
        "Data Access Bit: ACCESS_BIT_CLEAR",
        "Data Debug: BREAKPOINT_HIT");

    private static final ManualOrder TPA = of(
        "Privileged Operation: PRIVILEGED_OPERATION",
        "Register NaT Consumption: NAT_CONSUMED",
        "Virtualization: OPERATION_VIRTUALIZED",
        "Unimplemented Data Address: ADDRESS_UNIMPLEMENTED",
        "Data Nested TLB: MISS_NESTED",
        "Alternate Data TLB: MISS_ALTERNATE",
        "Page Not Present: PAGE_ABSENT",
        "NaT Page Consumption: NAT_PAGE_CONSUMED");

    private static final ManualOrder TAK = of(
        "Privileged Operation: PRIVILEGED_OPERATION",
        "Register NaT Consumption: NAT_CONSUMED",
        "Virtualization: OPERATION_VIRTUALIZED",
        "1: ADDRESS_UNIMPLEMENTED MISS_NESTED MISS_ALTERNATE PAGE_ABSENT");

    private static ManualOrder of(String... outcomes) {
        return new ManualOrder(Vector.of(outcomes).flatMap(line -> {
            String[] sides = line.split(": ");
            return Vector.of(sides[1].split(" ")).map(name -> new Line(Defect.valueOf(name), sides[0]));
        }));
    }

    static ManualOrder of(Column column) {
        return switch (column) {
            case ITC -> ITC;
            case ITR -> ITR;
            case PURGE -> PURGE;
            case PTC_E -> PTC_E;
            case RR -> RR;
            case PKR -> PKR;
            case FETCH -> FETCH;
            case DATA -> DATA;
            case LFETCH -> LFETCH;
            case LFETCH_FAULT -> LFETCH_FAULT;
            case FC -> FC;
            case PROBE -> PROBE;
            case PROBE_FAULT -> PROBE_FAULT;
            case TPA -> TPA;
            case TAK -> TAK;
        };
    }

    /// {@return the lines that a scene can have on an implementation}
    static Seq<Line> lines(Scene scene, Profile profile) {
        Operation operation = scene.operation();
        return of(operation.column()).lines().filter(line -> line.defect().fits(operation) && line.defect().isPossibleOn(profile));
    }
}
