package vmmref.vmm.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import org.apache.commons.lang3.Validate;

/// One instruction of a block that is to be recognised. (The specification names neither alternatives nor wildcards; both are model choices.)
public sealed interface Member {
    /// {@return the patterns one of which its instruction must match; none if any instruction will do}
    Seq<InstructionPattern> patterns();

    /// {@return how many of its patterns must be tried, as they share names}
    default int choices() {
        return Math.max(1, patterns().count(InstructionPattern::shares));
    }

    /// {@return a member whose fields that nobody named are named after its number in a block, too}
    Member numbered(int number);

    /// An instruction of one pattern, or of one of several.
    record Either(Seq<InstructionPattern> patterns) implements Member {
        public Either {
            Validate.isTrue(!patterns.isEmpty(), "there is nothing to choose from");
        }

        @Override public Member numbered(int number) {
            return new Either(patterns.map(pattern -> pattern.numbered(number)));
        }
    }

    /// Any instruction.
    record Any() implements Member {
        @Override public Seq<InstructionPattern> patterns() {
            return Vector.empty();
        }

        @Override public Member numbered(int number) {
            return this;
        }
    }

    static Member of(InstructionPattern pattern) {
        return new Either(Vector.of(pattern));
    }
}
