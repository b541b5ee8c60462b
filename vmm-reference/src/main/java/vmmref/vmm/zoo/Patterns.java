package vmmref.vmm.zoo;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Member.Any;
import vmmref.vmm.recognize.Member.Either;

/// Replaces the patterns that blocks are made of.
final class Patterns {
    private Patterns() { }

    static Function1<Seq<BlockPattern>, Seq<BlockPattern>> changed(Function1<InstructionPattern, Seq<InstructionPattern>> change) {
        return blocks -> blocks.map(block -> new BlockPattern(block.name(), block.members().map(member -> switch (member) {
            case Any any                                   -> any;
            case Either(Seq<InstructionPattern> patterns) -> new Either(patterns.flatMap(change));
        }), block.action()));
    }
}
