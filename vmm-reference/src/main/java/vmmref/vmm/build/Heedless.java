package vmmref.vmm.build;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.instruction.Instruction;

/// Instructions that do something though their qualifying predicate is 0: clear predicates, or count a loop. SDM volume 3, the pages of cmp, cmp4, tbit, tnat, fcmp, fclass, frcpa, frsqrta and br.
final class Heedless {
    private static final Seq<String> MNEMONICS = Vector.of("frcpa", "frsqrta", "fprcpa", "fprsqrta", "br.wtop", "br.wexit");

    private Heedless() { }

    /// {@return whether an instruction does something whatever its qualifying predicate holds}
    static boolean is(Instruction instruction) {
        String mnemonic = instruction.form().syntax().mnemonic();
        return mnemonic.contains(".unc") || MNEMONICS.contains(mnemonic);
    }

    /// {@return whether nothing else can stand in its place: it has a predicate that may be 0}
    static boolean stays(Instruction victim) {
        return victim.qualifyingPredicate() != 0 && is(victim);
    }
}
