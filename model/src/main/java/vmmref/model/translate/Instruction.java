package vmmref.model.translate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.Itir;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Pte;
import vmmref.model.register.RegionRegister;
import vmmref.model.tlb.Stream;
import vmmref.model.word.Bits;

/// An instruction that changes translations or the registers that they depend on, with the values of its operands.
public sealed interface Instruction extends Operation {

    /// `itc`, `itr`.
    sealed interface Insertion extends Instruction {
        Stream stream();

        /// {@return the register r2: a page-table entry}
        GeneralValue r2();

        /// {@return the address of the page: the control register IFA}
        VirtualAddress ifa();

        /// {@return page size and key: the control register ITIR}
        Itir itir();

        default Pte entry() {
            return new Pte(r2().bits());
        }
    }

    /// `itc.i`, `itc.d`.
    record InsertCache(Stream stream, GeneralValue r2, VirtualAddress ifa, Itir itir) implements Insertion {
        @Override public Column column() {
            return Column.ITC;
        }

        @Override public boolean nat() {
            return r2.nat();
        }
    }

    /// `itr.i`, `itr.d`; r3 numbers the translation register.
    record InsertRegister(Stream stream, GeneralValue r3, GeneralValue r2, VirtualAddress ifa, Itir itir) implements Insertion {
        @Override public Column column() {
            return Column.ITR;
        }

        @Override public boolean nat() {
            return r3.nat() || r2.nat();
        }

        public int slot() {
            return number(r3);
        }
    }

    /// A purge of a range: r3 is its address, bits 7:2 of r2 its size.
    record Purge(PurgeType type, GeneralValue r3, GeneralValue r2) implements Instruction {
        @Override public Column column() {
            return Column.PURGE;
        }

        @Override public boolean nat() {
            return r3.nat() || r2.nat();
        }

        public VirtualAddress address() {
            return new VirtualAddress(r3.bits());
        }

        public PageSize size() {
            return new PageSize((int) Bits.field(r2.bits(), 7, 2));
        }
    }

    /// The purges of a range; what `ptc.g` and `ptc.ga` do to other processors is not described here.
    enum PurgeType {
        PTC_L(Vector.of(Stream.INSTRUCTION, Stream.DATA), false),
        PTC_G(Vector.of(Stream.INSTRUCTION, Stream.DATA), false),
        PTC_GA(Vector.of(Stream.INSTRUCTION, Stream.DATA), false),
        PTR_I(Vector.of(Stream.INSTRUCTION), true),
        PTR_D(Vector.of(Stream.DATA), true);

        private final Seq<Stream> streams;
        private final boolean registers;

        PurgeType(Seq<Stream> streams, boolean registers) {
            this.streams   = streams;
            this.registers = registers;
        }

        public Seq<Stream> streams() {
            return streams;
        }

        /// {@return whether it purges translation registers}
        public boolean ofRegisters() {
            return registers;
        }
    }

    /// `ptc.e`; what r3 holds depends on the implementation.
    record PurgeAll(GeneralValue r3) implements Instruction {
        @Override public Column column() {
            return Column.PTC_E;
        }

        @Override public boolean nat() {
            return r3.nat();
        }
    }

    /// `mov rr[r3]=r2`; bits 63:61 of r3 number the register.
    record MoveRegion(GeneralValue r3, GeneralValue r2) implements Instruction {
        @Override public Column column() {
            return Column.RR;
        }

        @Override public boolean nat() {
            return r3.nat() || r2.nat();
        }

        public int number() {
            return new VirtualAddress(r3.bits()).region();
        }

        public RegionRegister value() {
            return new RegionRegister(r2.bits());
        }
    }

    /// `mov pkr[r3]=r2`; bits 7:0 of r3 number the register.
    record MoveKey(GeneralValue r3, GeneralValue r2) implements Instruction {
        @Override public Column column() {
            return Column.PKR;
        }

        @Override public boolean nat() {
            return r3.nat() || r2.nat();
        }

        public int number() {
            return Instruction.number(r3);
        }

        public ProtectionKeyRegister value() {
            return new ProtectionKeyRegister(r2.bits());
        }
    }

    private static int number(GeneralValue r3) {
        return (int) Bits.field(r3.bits(), 7, 0);
    }
}
