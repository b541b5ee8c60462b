/// Text that no report may take for its own, and runs full of it.
package vmmref.vectors.report;

import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import vmmref.properties.campaign.Account;
import vmmref.properties.campaign.Closing;
import vmmref.properties.campaign.Config;
import vmmref.properties.campaign.Goal;
import vmmref.properties.campaign.Ledger;
import vmmref.properties.campaign.Sighting;
import vmmref.properties.campaign.Stage;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Hello;
import vmmref.vectors.format.Json;
import vmmref.vectors.format.Parameters;
import vmmref.vectors.format.Vector;
import vmmref.vectors.run.Breach;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Examples;
import vmmref.vectors.run.Recorded;
import vmmref.vectors.run.Reply;

final class HostileText {

    static final String EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\u001b[31m\u202e\u0000\"'& ";

    private HostileText() { }

    /// {@return an implementation that says it wherever it may say anything, and so on for a while}
    static Conversation implementation() {
        Hello right = Examples.hello(Examples.ITANIUM2);
        Hello hello = new Hello(1, new Hello.Impl(EVIL, EVIL, EVIL, Option.some("javascript:alert(3)")), right.kinds(),
            new Parameters(right.profile().values().put(EVIL, EVIL)), "observe", Option.none(), 1, 2_000);
        Map<String, Integer> numbers = HashMap.ofEntries(Judged.CORE.map(Vector::id).zipWithIndex());
        return new Recorded(hello, vector -> reply(vector, numbers.get(vector.id()).get()), List.of(new Breach(3, "$." + EVIL, "is " + EVIL, "write less", EVIL)), List.of(EVIL));
    }

    /// {@return a campaign that came upon it wherever it could}
    static Campaigned campaign() {
        String  much    = EVIL.repeat(1_000);
        String  name    = EVIL + ": " + much;
        Account account = new Account(1, 2, TreeMap.of(much, 1L).toJavaMap(), TreeMap.of(much, new Sighting(1, 0, Stage.EDGES, 0)).toJavaMap(), TreeMap.of(much, new Sighting(1, 0, Stage.EDGES, 0)).toJavaMap(),
            TreeMap.of(much, 1L).toJavaMap(), true, false, 1, Long.MAX_VALUE / 2);
        Config config = new Config(1, EVIL, java.util.List.of(EVIL, much), "0000000000000007", 300, -1, -1, true, much);
        return new Campaigned(new Closing(EVIL, config, new Ledger(1, 1, TreeMap.of(EVIL, account, much, account).toJavaMap()),
            List.rangeClosed(1, 2_000).map(number -> new Goal(Goal.Sort.values()[number % 3], EVIL + number, name, number % 2 == 0, much)),
            List.of(new Closing.Reached(EVIL, Long.MAX_VALUE), new Closing.Reached(much, 0)), List.of(new Closing.Unreached(EVIL, much)),
            List.rangeClosed(1, 120).map(number -> Campaigned.finding(EVIL, EVIL + number, much))),
            List.of(Json.object().put("batch", EVIL).put("cases", 1L << 62).put("behaviours", -1).put("findings", 5), Json.object().put("cases", EVIL),
                Json.object().put("new", much).put("law", EVIL).put("stage", EVIL).put("number", -1)));
    }

    private static Reply reply(Vector vector, int number) {
        return switch (number % 7) {
            case 0  -> new Reply.Crashed("exited with code " + number + " " + EVIL, (EVIL + "\n").repeat(20));
            case 1  -> new Reply.TimedOut(2_000, true, EVIL);
            case 2  -> Examples.answered(new Answer.Failed(EVIL + number));
            case 3  -> Examples.answered(new Answer.Unsupported(EVIL + number));
            case 4  -> Examples.done(HashMap.ofEntries(vector.expect().post().mapValues(text -> EVIL)));
            case 5  -> Examples.done(HashMap.of(EVIL + number, EVIL.repeat(1_000)));
            default -> Examples.done(HashMap.ofEntries(vector.expect().post()).put("slot9." + "x".repeat(number % 97), EVIL));
        };
    }
}
