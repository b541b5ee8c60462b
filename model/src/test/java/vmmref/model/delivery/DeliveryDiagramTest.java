package vmmref.model.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vmmref.model.interruption.Interruption;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Machine;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.register.RegionRegister;
import vmmref.model.register.RegionRegisters;
import vmmref.model.tlb.Tlb;
import vmmref.model.translate.Choice;

/// The picture of the delivery is that of what each interruption writes, in its order.
class DeliveryDiagramTest {
    private static final Path CHAPTER = Path.of("..", "spec", "chapters", "15-interruptions.md");
    private static final Pattern FENCE = Pattern.compile("(?s)```mermaid\n(flowchart TB\n.*?)```");
    private static final Delivery DELIVERY = Delivery.architected(Profile.named("itanium2").get());
    private static final long IC = 1L << 13;
    private static final int FEW = 3;

    @Test
    void theDeliveryIsDrawnFromTheRules() throws IOException {
        String chapter = Files.readString(CHAPTER);
        String drawn = drawn() + "\n";
        if (Boolean.getBoolean("vmmref.write")) Files.writeString(CHAPTER, FENCE.matcher(chapter).replaceFirst(Matcher.quoteReplacement("```mermaid\n" + drawn + "```")));
        MatchResult fence = FENCE.matcher(Files.readString(CHAPTER)).results().findFirst().orElseThrow();
        assertEquals(drawn, fence.group(1), "write it with mvn -B verify -Dvmmref.write=true");
    }

    private static String drawn() {
        Seq<Tuple2<Interruption, Seq<String>>> ways = Vector.of(Interruption.values()).flatMap(kind -> Vector.of(IC, 0L).map(psr -> Tuple.of(kind, places(kind, psr))));
        Map<Tuple2<String, String>, Seq<Interruption>> steps = ways.flatMap(way -> way._2.zip(way._2.tail()).map(step -> Tuple.of(step, way._1)))
            .groupBy(Tuple2::_1).mapValues(found -> found.map(Tuple2::_2));
        Seq<String> names = ways.flatMap(Tuple2::_2).distinct();
        return names.zipWithIndex((name, number) -> "    p%d[\"%s\"]".formatted(number, name))
            .appendAll(steps.toVector().sortBy(step -> names.indexOf(step._1._1) * 100 + names.indexOf(step._1._2)).map(step -> "    p%d -->|%s| p%d".formatted(names.indexOf(step._1._1), label(step._2), names.indexOf(step._1._2))))
            .prepend("flowchart TB").mkString("\n");
    }

    private static String label(Seq<Interruption> kinds) {
        return kinds.distinct().size() == Interruption.values().length ? "all" : kinds.distinct().size() <= FEW ? kinds.distinct().map(Interruption::text).mkString("<br/>") : kinds.distinct().size() + " kinds";
    }

    private static Seq<String> places(Interruption kind, long psr) {
        Machine machine = Machine.of(new Addressing(new Psr(psr), false, false, new Dcr(0), RegionRegisters.of(Vector.fill(8, new RegionRegister(0x101 << 8 | 14 << 2))), ProtectionKeyRegisters.zero(16), Tlb.EMPTY));
        Cause cause = new Cause(kind, Vector.empty(), 0, Option.none(), Option.some(new VirtualAddress(0x4000)), 0, 0);
        return DELIVERY.of(machine, cause, Choice.USUAL).writes().map(write -> write.place().toString()).prepend(psr == IC ? "PSR.ic = 1" : "PSR.ic = 0");
    }
}
