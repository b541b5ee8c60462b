package vmmref.vectors.kill;

import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vmmref.properties.campaign.Law;
import vmmref.properties.campaign.LawCases;
import vmmref.properties.guarantee.Subject;

/// Judges what the code is now by the laws that reach a spot, each with the same cases every time.
final class LawBench {
    private static final long SEED = 2026;
    static final int TRIES = 30;
    static final int MANY = 1000;
    private static final int FEW = 3;
    private static final long BUDGET = 20_000_000;
    private static final long WHOLE = 300_000_000;
    static final long EXPLORING = 2_000_000;
    private static final int EXPLORED = 60;
    private static final long CHEAP = 100_000;
    private static final Answered HOLDS = new Answered("");

    private final List<LawSeat> seats;
    private final Map<String, Case> killers = new HashMap<>();
    private final java.util.Set<Case> used = new java.util.LinkedHashSet<>();

    private record Case(LawSeat seat, long number) { }

    private LawBench(List<LawSeat> seats) {
        this.seats = seats;
    }

    /// {@return the bench, once every law has been tried}
    /// @param most steps that are spent to find out what a law reaches
    static LawBench of(Subject right, Spots spots, long most) {
        List<LawSeat> seats = new ArrayList<>();
        Law.all().forEach(law -> seats.add(explored(new LawSeat(LawCases.of(law, SEED), new BitSet(), new BitSet(), 0, Long.MAX_VALUE / 100), right, spots, most)));
        return new LawBench(seats);
    }

    private static LawSeat explored(LawSeat seat, Subject right, Spots spots, long enough) {
        long spent = 0;
        long most = 0;
        int tries = 0;
        Probe.forget();
        while (tries < 2 || tries < EXPLORED && spent < enough) {
            Answered answer = seat.tried(right, tries++);
            if (!answer.equals(HOLDS)) throw new IllegalStateException("the right code fails " + seat.name() + ": " + answer);
            spent += Probe.taken();
            most = Math.max(most, Probe.taken());
        }
        return new LawSeat(seat.cases(), Probe.reached(spots.size()), new BitSet(), spent / tries, most);
    }

    /// {@return the same laws, which know what they reached before anything was asked}
    LawBench after(LawBench first) {
        return new LawBench(seats.stream().map(seat -> seat.after(first.seats.get(seats.indexOf(seat)))).toList());
    }

    int size() {
        return seats.size();
    }

    void tell() {
        System.out.println("steps: " + seats.stream().mapToLong(LawSeat::steps).sum() + ", most: " + seats.stream().mapToLong(LawSeat::steps).summaryStatistics());
    }

    BitSet reach() {
        BitSet all = new BitSet();
        seats.forEach(seat -> all.or(seat.reach()));
        return all;
    }

    /// {@return what the laws say that reach a spot}
    Sentence judge(Subject subject, Spot spot) {
        Case killer = killers.get(spot.method());
        if (killer != null && fails(subject, killer.seat(), killer.number())) return killed(spot, killer.seat(), killer.number());
        List<LawSeat> reaching = seats.stream().filter(seat -> seat.reach().get(spot.number())).toList();
        return judge(subject, spot, spot.built() ? seats : reaching, BUDGET);
    }

    /// {@return what those say that reach a spot, or would have before anything was asked, when they have more cases}
    Sentence judgeLonger(Subject made, Spot spot) {
        return judge(made, spot, spot.built() ? seats : seats.stream().filter(seat -> seat.reaches(spot.number())).toList(), WHOLE);
    }

    /// {@return what all laws say of a subject}
    Sentence judgeAll(Subject subject, Spot spot) {
        Case killer = killers.get(spot.method());
        return killer != null && fails(subject, killer.seat(), killer.number()) ? killed(spot, killer.seat(), killer.number()) : judge(subject, spot, seats, BUDGET);
    }

    private Sentence judge(Subject subject, Spot spot, List<LawSeat> laws, long budget) {
        if (laws.isEmpty()) return Sentence.unreached();
        List<LawSeat> cheapest = laws.stream().sorted(Comparator.comparingLong(LawSeat::steps)).toList();
        List<LawSeat> about = cheapest.stream().filter(seat -> isAbout(seat, spot.clauses())).toList();
        long left = budget;
        for (Round round : List.of(new Round(about, 0, FEW), new Round(about, FEW, TRIES), new Round(cheapest, 0, FEW), new Round(about, TRIES, MANY), new Round(cheapest, FEW, TRIES), new Round(cheapest, TRIES, MANY))) {
            for (LawSeat seat : round.seats()) {
                for (int number = round.from(); number < round.to(); number++) {
                    if (left < 0) return Sentence.held();
                    if (fails(subject, seat, number)) return killed(spot, seat, number);
                    left -= Probe.taken() + 2000;
                }
            }
        }
        return Sentence.held();
    }

    private record Round(List<LawSeat> seats, int from, int to) { }

    private static boolean isAbout(LawSeat seat, Seq<String> clauses) {
        return seat.clauses().exists(clauses::contains);
    }

    private boolean fails(Subject subject, LawSeat seat, long number) {
        return !seat.tried(subject, number).equals(HOLDS);
    }

    private Sentence killed(Spot spot, LawSeat seat, long number) {
        Case killer = new Case(seat, number);
        killers.put(spot.method(), killer);
        used.add(killer);
        return Sentence.killed(seat.name());
    }

    /// {@return whether the code obeys the laws, as the right code does, as far as those cases tell that killed mutants since the last call, and some others}
    boolean isRight(Subject subject, int each) {
        List<Case> some = new ArrayList<>(used);
        used.clear();
        for (int index = 0; index < seats.size(); index += each) if (seats.get(index).steps() < CHEAP) some.add(new Case(seats.get(index), 0));
        return some.stream().noneMatch(one -> fails(subject, one.seat(), one.number()));
    }
}
