package vmmref.properties.arbitrary;

import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Unit;
import vmmref.model.register.RegisterNumber;

/// The pieces of a program and where its labels are.
///
/// @param pieces the instructions, in their order
/// @param labels the number of the piece to which each label leads: the groups, then the end, then the subroutine
/// @param end    the label of the end
record Written(List<Piece> pieces, Seq<Integer> labels, int end) {
    /// The branch registers that hold the address of the subroutine, that of the end, and the link.
    static final int SUBROUTINE = 1;
    static final int END = 2;
    static final int LINK = 6;

    private static final int MOST_TURNS = 6;
    private static final Seq<Seq<Recipe>> LOOP_COUNTS = Array.range(0, MOST_TURNS).map(count -> Recipes.counters(RegisterNumber.LC, count));
    private static final Seq<Seq<Recipe>> EPILOG_COUNTS = Array.range(0, 4).map(count -> Recipes.counters(RegisterNumber.EC, count));
    private static final Piece NOTHING = Piece.of(Unit.M, "nop.m 0x0");
    private static final Piece LAST = Piece.of(Unit.M, "break.m 0x0");
    private static final Seq<String> LOOPS = Array.of("br.cloop target25", "br.ctop target25", "br.wtop target25", "br.cexit target25", "br.wexit target25");
    private static final Seq<String> BRANCHES = Array.of("br.cond target25", "br.cond target25", "br.cond target25", "br.cond b2", "brl.cond target64", "br.call b1=target25", "br.call b1=b2", "brl.call b1=target64");

    /// {@return a program of a number of groups}
    static Written of(SplittableRandom random, int groups, int sof, int sor, boolean privileged) {
        return new Writing(random, groups, sof, sor, privileged).written();
    }

    /// The writing of one program.
    private static final class Writing {
        private final SplittableRandom random;
        private final int groups;
        private final GroupWriter main;
        private final GroupWriter subroutine;
        private final List<Integer> labels = new ArrayList<>();
        private boolean calls;

        Writing(SplittableRandom random, int groups, int sof, int sor, boolean privileged) {
            this.random = random;
            this.groups = groups;
            this.main = new GroupWriter(random, sof, sor, privileged);
            this.subroutine = new GroupWriter(random, 0, 0, privileged);
        }

        Written written() {
            while (labels.size() < groups) {
                int left = groups - labels.size();
                if (left >= 3 && random.nextInt(4) == 0) loop(Math.min(left - 1, 1 + random.nextInt(3)));
                else plain();
            }
            label(main);
            main.begin();
            main.add(LAST);
            main.end();
            if (calls) called();
            List<Piece> pieces = new ArrayList<>(main.pieces());
            labels.add(pieces.size());
            pieces.addAll(subroutine.pieces());
            return new Written(pieces, Array.ofAll(labels), groups);
        }

        private void label(GroupWriter writer) {
            labels.add(writer.position());
        }

        /// {@return the label of some later group, or of the end}
        private int later() {
            return labels.size() + random.nextInt(groups + 1 - labels.size());
        }

        private void plain() {
            label(main);
            main.begin();
            if (filled(main, 1 + random.nextInt(6)) || random.nextInt(3) != 0) return;
            regroup();
            branch();
        }

        /// {@return whether the group has ended; it ends here unless a branch is to follow}
        private boolean filled(GroupWriter writer, int size) {
            int start = writer.position();
            int label = writer == main ? later() : Piece.NOWHERE;
            boolean ended = false;
            for (int number = 0; number < size && !ended; number++) ended = writer.any(label);
            if (writer.position() == start) writer.add(NOTHING);
            if (!ended) writer.end();
            return ended;
        }

        /// Takes back the stop of the group that has just ended, unless its address registers must get addresses first.
        private void regroup() {
            if (main.hasUpdated()) main.begin();
            else main.goOn();
        }

        private void branch() {
            String plain = BRANCHES.get(random.nextInt(BRANCHES.size()));
            boolean call = plain.contains("call");
            calls |= call;
            int label = plain.contains("target") ? call ? groups + 1 : later() : Piece.NOWHERE;
            main.branch(plain, registers(plain, call), main.predicate(true), label);
            main.end();
        }

        private static Slot registers(String plain, boolean call) {
            return Recipes.branch(plain).form().operands().filter(each -> each.name().startsWith("b"))
                .map(each -> each.holding(each.name().equals("b1") ? LINK : call ? SUBROUTINE : END).get()).foldLeft(Slot.ZERO, Slot::or);
        }

        private void loop(int body) {
            String plain = LOOPS.get(random.nextInt(LOOPS.size()));
            boolean exit = plain.contains("exit");
            boolean whiles = plain.contains(".w");
            setUp();
            int head = labels.size();
            main.rotating(!whiles);
            boolean ended = false;
            for (int number = 0; number < body; number++) {
                label(main);
                main.begin();
                ended = filled(main, 1 + random.nextInt(4));
            }
            main.rotating(true);
            int turn = whiles ? 16 + random.nextInt(3) : 0;
            int target = exit ? labels.size() : head;
            if (ended || main.hasUpdated()) main.begin();
            else main.goOn();
            if (!main.branch(plain, Slot.ZERO, turn, target)) {
                main.end();
                main.begin();
                main.branch(plain, Slot.ZERO, turn, target);
            }
            main.end();
            if (!exit) return;
            main.begin();
            main.branch("br.cond target25", Slot.ZERO, 0, head);
            main.end();
        }

        /// The counters get values in a group of their own, where a form has the meaning.
        private void setUp() {
            label(main);
            main.begin();
            LOOP_COUNTS.get(random.nextInt(MOST_TURNS)).forEach(recipe -> main.write(recipe, Piece.NOWHERE));
            EPILOG_COUNTS.get(random.nextInt(4)).forEach(recipe -> main.write(recipe, Piece.NOWHERE));
            filled(main, 1);
        }

        private void called() {
            subroutine.rotating(false);
            for (int number = random.nextInt(2); number >= 0; number--) {
                subroutine.begin();
                filled(subroutine, 1 + random.nextInt(3));
            }
            subroutine.begin();
            subroutine.branch("br.ret b2", Recipes.branch("br.ret b2").form().operands().head().holding(LINK).get(), 0, Piece.NOWHERE);
            subroutine.end();
        }
    }
}
