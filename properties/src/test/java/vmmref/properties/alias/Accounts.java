package vmmref.properties.alias;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.Random;
import vmmref.properties.alloy.Account;
import vmmref.properties.alloy.Turn;

/// What the Java rules tell.
final class Accounts {
    private static final int DRAWN  = 300;
    private static final int LIVES  = 5;
    private static final int LENGTH = 6;

    private Accounts() { }

    /// {@return so many accounts of drawn events}
    static Seq<Account> some(int count, long seed) {
        Random random = new Random(seed);
        return Account.most(Vector.range(0, DRAWN / LIVES).flatMap(each -> lives(random)), count, Accounts::shown);
    }

    /// {@return accounts each of which goes on where the one before ends}
    private static Seq<Account> lives(Random random) {
        Draw draw = new Draw(random);
        Scene scene = draw.start();
        Vector<Account> lives = Vector.empty();
        for (int life = 0; life < LIVES; life++) {
            Scene start = scene;
            Vector<Happening> happenings = Vector.empty();
            for (int i = 0; i < LENGTH; i++) {
                Happening next = draw.happening(scene);
                happenings = happenings.append(next);
                scene = new Play(Rules.RIGHT).of(scene, next).scene();
            }
            lives = lives.append(account(start, happenings));
        }
        return lives;
    }

    /// {@return events with what comes of them, and how many copies there are}
    private static Set<String> shown(Account account) {
        return account.turns().init().map(each -> Vector.of("event", "outcome").map(name -> each.event().and(each.outcome()).of("Now." + name)).mkString()
            + each.event().of("Now.pages").size() + each.state().of("Spare <: original").size() + each.state().of("Spare <: rids").size() + each.state().of("Host.pieces").size()).toSet();
    }

    /// {@return what the rules tell when an account begins as another, and has the same events}
    static Account of(Account other) {
        return account(start(other), other.turns().init().map(each -> Reading.happening(each.event())));
    }

    private static Scene start(Account account) {
        return Reading.scene(Reading.setting(account.parameters()), account.turns().head().state());
    }

    private static Account account(Scene start, Seq<Happening> happenings) {
        Vector<Turn> turns = Vector.empty();
        Scene scene = start;
        for (Happening happening : happenings.append(new Happening.Idle())) {
            Play.Result result = new Play(Rules.RIGHT).of(scene, happening);
            turns = turns.append(new Turn(Spelling.state(scene), Spelling.event(happening), Spelling.outcome(result)));
            scene = result.scene();
        }
        return new Account(Spelling.parameters(start.setting()), turns);
    }

    /// {@return whether some rules do something else than an account tells; what they would do after that does not matter}
    static boolean tellsAnother(Rules rules, Account told) {
        Scene scene = start(told);
        for (Turn turn : told.turns().init()) {
            Play.Result result = new Play(rules).of(scene, Reading.happening(turn.event()));
            if (!Spelling.state(scene).equals(turn.state()) || !Spelling.outcome(result).equals(turn.outcome())) return true;
            scene = result.scene();
        }
        return !Spelling.state(scene).equals(told.turns().last().state());
    }
}
