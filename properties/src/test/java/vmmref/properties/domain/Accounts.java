package vmmref.properties.domain;

import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Random;
import vmmref.properties.alloy.Account;
import vmmref.properties.alloy.Facts;
import vmmref.properties.alloy.Turn;
import vmmref.vmm.keys.Pages;

/// What the Java rules tell.
final class Accounts {
    private static final int DRAWN  = 300;
    private static final int LIVES  = 5;
    private static final int LENGTH = 7;

    private Accounts() { }

    /// {@return so many accounts of drawn events}
    static Seq<Account> some(int count, long seed) {
        Random random = new Random(seed);
        return Account.most(Vector.range(0, DRAWN / LIVES).flatMap(each -> lives(random)), count, Accounts::shown);
    }

    /// {@return accounts each of which goes on where the one before ends}
    private static Seq<Account> lives(Random random) {
        Draw draw = new Draw(random);
        Setting setting = draw.setting();
        Scene scene = new Scene(setting, draw.frames(), Pages.UNSEEN, HashMap.empty(), HashSet.empty(), draw.sensitive());
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
        String catching = account.parameters().text().replaceFirst(";.*", "");
        return account.turns().init().map(each -> catching + Vector.of("event", "access", "outcome").map(name -> each.event().and(each.outcome()).of("Now." + name)).mkString()).toSet();
    }

    /// {@return what some rules tell when an account begins as another, and has the same events}
    static Account of(Rules rules, Account other) {
        Scene start = Reading.scene(Reading.setting(other.parameters()), other.turns().head().state());
        return account(rules, start, other.turns().init().map(each -> Reading.happening(each.event())));
    }

    private static Account account(Rules rules, Scene start, Seq<Happening> happenings) {
        Vector<Turn> turns = Vector.empty();
        Scene scene = start;
        for (Happening happening : happenings) {
            Play.Result result = new Play(rules).of(scene, happening);
            turns = turns.append(new Turn(Spelling.state(scene), Spelling.event(happening), Spelling.outcome(result.outcome())));
            scene = result.scene();
        }
        Facts idle = Spelling.event(new Happening.Idle());
        return new Account(Spelling.parameters(start.setting()), turns.append(new Turn(Spelling.state(scene), idle, Spelling.outcome(Option.none()))));
    }
}
