package vmmref.model.dependency;

import io.vavr.control.Option;
import vmmref.model.bundle.Unit;
import vmmref.model.instruction.Form;

/// What exemptions ask about the instructions of a form.
///
/// @param branch        whether it is a branch, which reads its predicate last
/// @param indirect      whether it branches to where a branch register says
/// @param loop          whether it is a branch that counts or rotates
/// @param departs       whether it is never followed in its group by what it has changed: a call, a return
/// @param leaves        whether it goes elsewhere whenever its predicate is 1
/// @param returns       whether it is a return
/// @param late          whether the predicates that it writes are not there in time for a branch
/// @param moves         whether it moves to a branch or application register
/// @param checks        whether it is a load that checks, and loads only when it must
/// @param allocates     whether it makes the frame of the instructions after it
/// @param unconditional whether it writes predicates even if its own is 0
/// @param exclusive     whether of its two predicates at most one is 1 after it
/// @param first         how it changes p1, if as a parallel compare
/// @param second        the same of p2
record Nature(boolean branch, boolean indirect, boolean loop, boolean departs, boolean leaves, boolean returns, boolean late, boolean moves, boolean checks, boolean allocates,
              boolean unconditional, boolean exclusive, Option<Parallel> first, Option<Parallel> second) {
    /// What parallel compares do to a predicate.
    enum Parallel { AND, OR }

    static Nature of(Form form) {
        String text = form.syntax().plain();
        String mnemonic = form.syntax().mnemonic();
        boolean compare = mnemonic.matches("(cmp|cmp4|tbit|tnat|fcmp|fclass)\\..*");
        boolean both = mnemonic.endsWith(".or.andcm");
        boolean or = mnemonic.endsWith(".or") && compare;
        boolean and = mnemonic.endsWith(".and") && compare;
        boolean departs = mnemonic.matches("brl?\\.call|br\\.ret|br\\.ia|rfi");
        boolean loop = mnemonic.matches("br\\.(cloop|[cw](top|exit))");
        return new Nature(form.unit() == Unit.B || mnemonic.startsWith("brl."), text.matches("br\\.\\w+ (b1=)?b2"), loop, departs, departs || mnemonic.matches("brl?\\.cond"),
            mnemonic.equals("br.ret"), form.unit() == Unit.F || loop, text.matches("mov.* (b1|ar3)=.*"), mnemonic.contains(".c.") && mnemonic.startsWith("ld"), mnemonic.equals("alloc"),
            mnemonic.endsWith(".unc") || mnemonic.matches("fp?r(cpa|sqrta).*"), compare && !both && !or && !and,
            both || or ? Option.some(Parallel.OR) : and ? Option.some(Parallel.AND) : Option.none(),
            both || and ? Option.some(Parallel.AND) : or ? Option.some(Parallel.OR) : Option.none());
    }
}
