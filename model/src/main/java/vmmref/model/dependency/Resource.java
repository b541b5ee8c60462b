package vmmref.model.dependency;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.instruction.OperandKind;
import vmmref.model.instruction.RegisterNames;

/// A thing that an instruction can read and write, other than memory.
///
/// @param kind   what it is one of
/// @param number the number of a register; of a bit of PSR; of one of [#NAMED]
public record Resource(Kind kind, int number) {
    /// What resources there are.
    public enum Kind { GENERAL, FLOATING, PREDICATE, BRANCH, APPLICATION, CONTROL, STATUS, NAMED }

    /// What is no numbered register: the frame marker, parts of FPSR, files whose registers a value numbers, translations, the register stack engine.
    static final Seq<String> NAMED = Vector.of("cfm", "rse", "fpsr.traps", "fpsr.s0.controls", "fpsr.s1.controls", "fpsr.s2.controls", "fpsr.s3.controls",
        "fpsr.s0.flags", "fpsr.s1.flags", "fpsr.s2.flags", "fpsr.s3.flags", "rr", "dbr", "ibr", "pkr", "pmc", "pmd", "msr", "dtc", "itc", "dtr", "itr", "ptc.limit", "in-service");

    /// The bits of PSR that have a name.
    private static final Map<Integer, String> STATUS_BITS = HashMap.ofEntries(Vector.of("be 1", "up 2", "ac 3", "mfl 4", "mfh 5", "ic 13", "i 14", "pk 15", "dt 17", "dfl 18", "dfh 19", "sp 20",
        "pp 21", "di 22", "si 23", "db 24", "lp 25", "tb 26", "rt 27", "cpl 32", "is 34", "mc 35", "it 36", "id 37", "da 38", "dd 39", "ss 40", "ri 41", "ed 43", "bn 44", "ia 45", "vm 46")
        .map(each -> Tuple.of(Integer.valueOf(each.split(" ")[1]), each.split(" ")[0])));

    private static final int REGISTERS = 128;
    private static final Map<String, Resource> BY_NAME = HashMap.ofEntries(all().map(each -> Tuple.of(each.toString(), each)));

    public static final Resource FRAME = named("cfm");

    static Resource general(int number) {
        return new Resource(Kind.GENERAL, number);
    }

    static Resource predicate(int number) {
        return new Resource(Kind.PREDICATE, number);
    }

    static Resource application(int number) {
        return new Resource(Kind.APPLICATION, number);
    }

    static Resource status(int bit) {
        return new Resource(Kind.STATUS, bit);
    }

    /// {@return the resource that is written like this}
    static Resource named(String name) {
        return BY_NAME.get(name).getOrElseThrow(() -> new IllegalArgumentException("there is no resource " + name));
    }

    /// {@return the register that an operand of some kind names}
    static Resource of(OperandKind kind, int number) {
        return new Resource(switch (kind) {
            case GENERAL     -> Kind.GENERAL;
            case FLOATING    -> Kind.FLOATING;
            case PREDICATE   -> Kind.PREDICATE;
            case BRANCH      -> Kind.BRANCH;
            case APPLICATION -> Kind.APPLICATION;
            case CONTROL     -> Kind.CONTROL;
            case DECIMAL, HEXADECIMAL, TARGET -> throw new IllegalArgumentException("no register is " + kind);
        }, number);
    }

    static boolean isRegister(OperandKind kind) {
        return switch (kind) {
            case GENERAL, FLOATING, PREDICATE, BRANCH, APPLICATION, CONTROL -> true;
            case DECIMAL, HEXADECIMAL, TARGET                               -> false;
        };
    }

    /// {@return whether it never changes: r0, f0, f1 and p0}
    public boolean isConstant() {
        return switch (kind) {
            case GENERAL, PREDICATE -> number == 0;
            case FLOATING           -> number < 2;
            case BRANCH, APPLICATION, CONTROL, STATUS, NAMED -> false;
        };
    }

    /// {@return whether it is a register that rotation can rename, or that lies in the frame}
    boolean isRenamed() {
        return switch (kind) {
            case GENERAL, FLOATING -> number >= 32;
            case PREDICATE         -> number >= 16;
            case BRANCH, APPLICATION, CONTROL, STATUS, NAMED -> false;
        };
    }

    private static Seq<Resource> all() {
        return Vector.of(Kind.values()).flatMap(kind -> Vector.range(0, size(kind)).map(number -> new Resource(kind, number)));
    }

    private static int size(Kind kind) {
        return switch (kind) {
            case GENERAL, FLOATING, APPLICATION, CONTROL -> REGISTERS;
            case PREDICATE, STATUS -> 64;
            case BRANCH -> 8;
            case NAMED  -> NAMED.size();
        };
    }

    /// {@return its name, such as `r4`, `ar.pfs`, `psr.ic`, `fpsr.s0.flags`}
    @Override public String toString() {
        return switch (kind) {
            case GENERAL     -> "r" + number;
            case FLOATING    -> "f" + number;
            case PREDICATE   -> "p" + number;
            case BRANCH      -> "b" + number;
            case APPLICATION -> RegisterNames.name(OperandKind.APPLICATION, number);
            case CONTROL     -> RegisterNames.name(OperandKind.CONTROL, number);
            case STATUS      -> "psr." + STATUS_BITS.getOrElse(number, String.valueOf(number));
            case NAMED       -> NAMED.get(number);
        };
    }
}
