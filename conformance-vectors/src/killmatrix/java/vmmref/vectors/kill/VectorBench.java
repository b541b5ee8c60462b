package vmmref.vectors.kill;

import io.vavr.collection.Seq;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Judges what the code is now by the core vectors that reach a spot.
final class VectorBench {
    static final int MOST = 300;
    private static final int LEAST = 20;
    private static final long BUDGET = 10_000_000;
    private static final long WHOLE = 500_000_000;
    private static final long CHEAP = 50_000;

    private final List<Question> questions;
    /// What the first question of each kind reaches only when nobody asked its monitor before.
    private final Map<String, BitSet> firsts;
    private final Map<String, Question> killers = new HashMap<>();
    private final Map<String, Question> used = new LinkedHashMap<>();

    private VectorBench(List<Question> questions, Map<String, BitSet> firsts) {
        this.questions = questions;
        this.firsts    = firsts;
    }

    /// {@return the bench, once every question has been asked a second time, which tells what it reaches of the code}
    static VectorBench of(List<Question> known, Asked asked, Spots spots) {
        Map<String, BitSet> firsts = new HashMap<>();
        List<Question> questions = new ArrayList<>();
        for (Question question : known) {
            boolean first = !firsts.containsKey(question.sort());
            if (first) firsts.put(question.sort(), reached(question, Asked.made(), spots));
            BitSet reached = reached(question, asked, spots);
            questions.add(question.again(reached, Probe.taken()));
            if (first) firsts.get(question.sort()).andNot(reached);
        }
        return new VectorBench(questions, firsts);
    }

    private static BitSet reached(Question question, Asked asked, Spots spots) {
        Probe.forget();
        if (!question.asked(asked).equals(question.right())) throw new IllegalStateException("the right code answers otherwise the second time: " + question.name());
        return Probe.reached(spots.size());
    }

    /// {@return what is reached only when nobody asked a monitor before}
    BitSet fresh() {
        BitSet all = new BitSet();
        firsts.values().forEach(all::or);
        return all;
    }

    int size() {
        return questions.size();
    }

    void tell() {
        System.out.println("steps: " + questions.stream().mapToLong(Question::steps).sum() + ", most: " + questions.stream().mapToLong(Question::steps).summaryStatistics());
    }

    /// {@return all that some question reaches}
    BitSet reach() {
        BitSet all = new BitSet();
        questions.forEach(question -> all.or(question.reach()));
        firsts.values().forEach(all::or);
        return all;
    }

    Sentence judge(Asked asked, Spot spot) {
        return judge(asked, spot, affordable(selected(spot)));
    }

    /// {@return what all of them say that reach a spot, as far as the steps allow}
    /// @param made whom nobody has asked before
    Sentence judgeAll(Asked made, Spot spot) {
        List<Question> reaching = questions.stream().filter(question -> question.reaches(spot.number())).toList();
        List<Question> asks = new ArrayList<>(spread(reaching.stream().filter(question -> isNamed(question, spot.clauses())).toList(), reaching.size()));
        asks.addAll(spread(reaching.stream().filter(question -> !isNamed(question, spot.clauses())).toList(), reaching.size()));
        return judge(made, spot, affordable(asks, asks.size(), WHOLE));
    }

    private Sentence judge(Asked asked, Spot spot, List<Question> asks) {
        for (Question question : asks) {
            Answered answer = question.asked(asked);
            if (!answer.equals(question.right())) {
                killers.put(spot.method(), question);
                used.put(question.name(), question);
                return Sentence.killed(question.name() + (answer.isLate() ? " (timed out)" : ""));
            }
        }
        return asks.isEmpty() ? Sentence.unreached() : Sentence.held();
    }

    /// That which killed the mutant before it in the same method is asked first.
    private List<Question> selected(Spot spot) {
        List<Question> reaching = new ArrayList<>(questions.stream().filter(question -> question.reach().get(spot.number())).toList());
        if (reaching.size() < MOST) questions.stream().filter(question -> !question.reach().get(spot.number()) && (spot.built() || firsts.get(question.sort()).get(spot.number()))).forEach(reaching::add);
        List<Question> selected = new ArrayList<>();
        if (killers.containsKey(spot.method())) selected.add(killers.get(spot.method()));
        selected.addAll(spread(reaching.stream().filter(question -> isNamed(question, spot.clauses())).toList(), MOST / 2));
        selected.addAll(spread(reaching.stream().filter(question -> question.reach().get(spot.number()) && !isNamed(question, spot.clauses())).toList(), MOST / 2));
        selected.addAll(spread(reaching.stream().filter(question -> !question.reach().get(spot.number()) && !isNamed(question, spot.clauses())).toList(), MOST / 2));
        return selected;
    }

    private static boolean isNamed(Question question, Seq<String> clauses) {
        return question.clauses().exists(clauses::contains);
    }

    private static List<Question> affordable(List<Question> wanted) {
        return affordable(wanted, MOST, BUDGET);
    }

    private static List<Question> affordable(List<Question> wanted, int most, long budget) {
        List<Question> some = new ArrayList<>();
        long spent = 0;
        for (Question each : wanted) {
            if (some.size() >= most || some.size() >= LEAST && spent > budget) break;
            some.add(each);
            spent += each.steps();
        }
        return some;
    }

    /// {@return at most so many, one of each family in turn, in an order that is none of theirs}
    private static List<Question> spread(List<Question> all, int most) {
        Map<String, Deque<Question>> families = new LinkedHashMap<>();
        all.stream().sorted(Comparator.comparingInt((Question question) -> question.vector().hash().hashCode()).thenComparing(Question::name))
            .forEach(question -> families.computeIfAbsent(question.family(), any -> new ArrayDeque<>()).add(question));
        List<Question> spread = new ArrayList<>();
        while (spread.size() < most && !families.isEmpty()) {
            families.values().forEach(family -> spread.add(family.poll()));
            families.values().removeIf(Deque::isEmpty);
        }
        return spread;
    }

    /// {@return whether the code answers what the right code does, as far as those questions tell that killed mutants since the last call, and some others}
    boolean isRight(Asked asked, int each) {
        List<Question> some = new ArrayList<>(used.values());
        used.clear();
        for (int index = 0; index < questions.size(); index += each) if (questions.get(index).steps() < CHEAP) some.add(questions.get(index));
        return some.stream().allMatch(question -> question.asked(asked).equals(question.right()));
    }
}
