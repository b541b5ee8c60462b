package vmmref.properties.scratch;

import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import vmmref.properties.alloy.Account;
import vmmref.properties.alloy.Turn;

/// What the Java rules tell.
final class Accounts {
    private static final int DRAWN  = 300;
    private static final int LIVES  = 5;
    private static final int LENGTH = 7;

    private Accounts() { }

    /// {@return so many accounts of drawn events}
    static Seq<Account> some(int count, long seed) {
        Random random = new Random(seed);
        return Account.most(Vector.range(0, DRAWN / LIVES).flatMap(each -> lives(new Draw(random))), count, Accounts::shown);
    }

    /// {@return accounts each of which goes on where the one before ends}
    private static Seq<Account> lives(Draw draw) {
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
            lives = lives.append(account(Rules.RIGHT, start, happenings));
        }
        return lives;
    }

    private static Set<String> shown(Account account) {
        return account.turns().init().map(each -> Vector.of("event", "told", "to", "passage", "action").map(name -> each.event().and(each.outcome()).of("Now." + name)).mkString()).toSet();
    }

    /// {@return what some rules tell when an account begins as another, and has the same events}
    static Account of(Rules rules, Account other) {
        return account(rules, Reading.scene(other.parameters(), other.turns().head().state()), other.turns().init().map(each -> Reading.happening(each.event())));
    }

    private static Account account(Rules rules, Scene start, Seq<Happening> happenings) {
        Vector<Turn> turns = Vector.empty();
        Scene scene = start;
        for (Happening happening : happenings) {
            Play.Result result = new Play(rules).of(scene, happening);
            turns = turns.append(new Turn(Spelling.state(scene), Spelling.event(happening), Spelling.outcome(result)));
            scene = result.scene();
        }
        Play.Result end = new Play.Result(scene, Option.none(), Option.none(), Option.none());
        return new Account(Spelling.parameters(start.detectors()), turns.append(new Turn(Spelling.state(scene), Spelling.event(new Happening.Idle()), Spelling.outcome(end))));
    }
}
