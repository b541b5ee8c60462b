package vmmref.vectors.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.bundle.Bundle;
import vmmref.model.memory.VirtualAddress;
import vmmref.vectors.format.Draft;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.Code;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Member;
import vmmref.vmm.recognize.Own;

/// A chain of additions, each to the result of the one before, of any length, from any slot on: the same block whole, cut by the end of the code, broken by one register, by one other instruction, or by two that change places.
final class ChainDrafts {
    private static final int LONGEST = 6;
    private static final int SLOTS = 3;
    private static final int FIRST = 32;
    private static final int STRANGER = 8;
    /// So that a chain that goes on in the second bundle goes on in another page.
    private static final long BEFORE_A_PAGE = 0x3ff0;
    private static final String STOPS = ";";
    private static final String NOP = "nop.m 0x0";

    private ChainDrafts() { }

    /// @param length how many instructions are looked for
    /// @param start  the slot of the first
    private record Chain(int length, int start) {
        Chain {
            if (length < 2 || start >= SLOTS) throw new IllegalArgumentException("no chain of " + length + " from slot " + start);
        }

        BlockPattern block() {
            return BlockPattern.of("chain of " + length, Vector.range(0, length).map(Chain::member));
        }

        private static Member member(int number) {
            return Member.of(InstructionPattern.of(Cases.FORMS.get("adds r1=imm14,r3").get()).naming("r3", "v" + number).naming("r1", "v" + (number + 1)));
        }

        Seq<String> instructions() {
            return Vector.range(0, length).map(number -> addition(FIRST + number + 1, number + 1, FIRST + number));
        }

        /// {@return the number of bundles: those of the chain, and one of nops, so that the end of the code cuts nothing}
        int bundles() {
            return (start + length + SLOTS - 1) / SLOTS + 1;
        }

        /// {@return the case in which some instructions stand where the chain would, the code ending after so many bundles}
        ObjectNode in(Seq<String> instructions, int bundles) {
            Seq<String> slots = Vector.fill(start, NOP).appendAll(instructions).padTo(bundles() * SLOTS, NOP);
            Seq<Bundle> code = Vector.range(0, bundles).map(number -> bundle(number, slots.slice(number * SLOTS, number * SLOTS + SLOTS)));
            return new Query(new Code(new VirtualAddress(BEFORE_A_PAGE), code), new Sought.Blocks(Vector.of(block())), Own.NOTHING).json();
        }

        ObjectNode whole() {
            return in(instructions(), bundles());
        }

        /// Every other bundle ends an instruction group, inside or at its end.
        private Bundle bundle(int number, Seq<String> slots) {
            String template = Vector.of("MMI", "MI;I", "MII;").get((number + length) % SLOTS);
            return Cases.code(template + ": " + slots.zip(Vector.ofAll(template.replace(STOPS, "").toCharArray())).map(slot -> slot._2 == 'I' ? slot._1.replace("nop.m", "nop.i") : slot._1).mkString(" | ")).head();
        }

        @Override public String toString() {
            return "a chain of " + length + " additions from slot " + start + " on";
        }
    }

    private static String addition(int target, int added, int source) {
        return "adds r%d=%d,r%d".formatted(target, added, source);
    }

    static Seq<Draft> all() {
        return chains().map(chain -> Cases.model("block", chain + " is there", Vector.of("BlockEdge"), chain.whole()))
            .appendAll(Vector.rangeClosed(2, LONGEST).flatMap(length -> Vector.range(1, length).map(members -> cut(length, members))))
            .appendAll(chains().filter(chain -> chain.length() == LONGEST - chain.start()).flatMap(chain -> Vector.range(0, chain.length()).flatMap(number -> broken(chain, number))))
            .appendAll(chains().map(ChainDrafts::exchanged));
    }

    private static Seq<Chain> chains() {
        return Vector.rangeClosed(2, LONGEST).flatMap(length -> Vector.range(0, SLOTS).map(start -> new Chain(length, start)));
    }

    private static Draft near(Chain chain, String topic, String title, String flag, ObjectNode in) {
        return Cases.near(topic, title, Vector.of(flag), in, chain.whole());
    }

    private static Draft cut(int length, int members) {
        Chain chain = new Chain(length, (SLOTS - members % SLOTS) % SLOTS);
        return near(chain, "cut", "the code ends after " + members + " of " + chain, "CutBlock", chain.in(chain.instructions(), (chain.start() + members) / SLOTS));
    }

    /// One instruction takes what no other gives; or it subtracts.
    private static Seq<Draft> broken(Chain chain, int number) {
        Seq<Draft> form = Vector.of(near(chain, "block", chain + ", but number " + number + " subtracts", "BlockEdge",
            chain.in(chain.instructions().update(number, "sub r%d=%d,r%d".formatted(FIRST + number + 1, number + 1, FIRST + number)), chain.bundles())));
        return number == 0 ? form : form.append(near(chain, "name", chain + ", but number " + number + " adds to another register", "SharedRegister",
            chain.in(chain.instructions().update(number, addition(FIRST + number + 1, number + 1, STRANGER)), chain.bundles())));
    }

    private static Draft exchanged(Chain chain) {
        Seq<String> all = chain.instructions();
        return near(chain, "name", chain + ", but the last two change places", "SharedRegister",
            chain.in(all.update(chain.length() - 1, all.get(chain.length() - 2)).update(chain.length() - 2, all.last()), chain.bundles()));
    }
}
