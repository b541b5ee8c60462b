package vmmref.vmm.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.apache.commons.lang3.Validate;
import vmmref.spec.Clause;
import vmmref.spec.Recognitions;

/// What a block of instructions is recognised by: its members in their order, each in the slot after the one before, stops or not.
///
/// @param name    for whoever asks what was found
/// @param members at least one; the first and the last are no wildcards, and there are no more than [#CHOICES] choices of alternatives that share names
/// @param action  what the monitor does about it, if it does something
public record BlockPattern(String name, Seq<Member> members, Option<Action> action) {
    /// So many choices of alternatives that share names are tried at most.
    public static final long CHOICES = 4096;

    public BlockPattern {
        Validate.isTrue(!members.isEmpty() && !(members.head() instanceof Member.Any) && !(members.last() instanceof Member.Any), "the block %s does not begin and end with a pattern", name);
        Validate.isTrue(choices(members) <= CHOICES, "the block %s has more than %d choices of alternatives that share names", name, CHOICES);
    }

    /// {@return the pattern of a block; fields that nobody named are named after the number of their member, too, if there are several}
    public static BlockPattern of(String name, Seq<Member> members) {
        return new BlockPattern(name, members.size() == 1 ? members : members.zipWithIndex(Member::numbered), Option.none());
    }

    /// {@return how many choices of alternatives that share names there are; more than [#CHOICES] are not counted}
    public static long choices(Seq<Member> members) {
        return members.foldLeft(1L, (choices, member) -> Math.min(choices * member.choices(), CHOICES + 1));
    }

    /// {@return the pattern of an instruction that is a block of its own}
    public static BlockPattern of(InstructionPattern pattern) {
        return of(pattern.name(), Vector.of(Member.of(pattern)));
    }

    public BlockPattern doing(Action what) {
        return new BlockPattern(name, members, Option.of(what));
    }

    /// {@return the clause that says that it is to be recognised}
    public Clause because() {
        return action.map(Action::because).getOrElse(members.size() == 1 ? Recognitions.PATTERN_MATCHED : Recognitions.BLOCK_MATCHED);
    }
}
