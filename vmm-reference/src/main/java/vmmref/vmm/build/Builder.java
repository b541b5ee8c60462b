package vmmref.vmm.build;

import io.vavr.Function1;
import io.vavr.Function2;
import io.vavr.Function3;
import io.vavr.Lazy;
import io.vavr.collection.Seq;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Decode;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;

/// How a monitor builds code and puts it into the place of other code, as a value: one function for each question. A wrong monitor is this record with one function replaced.
///
/// @param join   which instructions descriptions and supplied values give
/// @param branch which bundle branches from an address to another
/// @param pack   which bundles hold instructions
/// @param trap   how an instruction is made to be reported
/// @param carry  how a bundle is made to continue elsewhere; it asks the builder how one branches and packs
/// @param insert what is written, in which order, so that code at an address becomes other code
public record Builder(Function2<RawBlock, Seq<Long>, Built> join, Function2<VirtualAddress, VirtualAddress, Branched> branch, Function1<Seq<Line>, Packed> pack, Function1<TrapPatch, Trapped> trap,
                      Function2<Builder, BranchPatch, Carried> carry, Function3<VirtualAddress, Seq<Bundle>, Seq<Bundle>, Insertion> insert) {

    /// {@return the builder of the reference monitor, for an implementation with a profile}
    public static Builder reference(Profile profile) {
        Lazy<Decode> decode = Lazy.of(() -> Decode.architected(profile));
        return new Builder(RawBlock::build, new Branching(profile.has(Profile.LONG_BRANCH))::branch, new Packing(GroupPlaces.architected())::pack, new Trapping(bundle -> decode.get().bundle(bundle))::trap,
            (builder, patch) -> new Carrying(decode.get(), builder.branch(), builder.pack()).carry(patch), Inserting::insert);
    }

    public Built build(RawBlock block, Seq<Long> values) {
        return join.apply(block, values);
    }

    public Branched branch(VirtualAddress from, VirtualAddress to) {
        return branch.apply(from, to);
    }

    public Packed pack(Seq<Line> lines) {
        return pack.apply(lines);
    }

    public Trapped trap(TrapPatch patch) {
        return trap.apply(patch);
    }

    public Carried carry(BranchPatch patch) {
        return carry.apply(this, patch);
    }

    /// {@return the acts that turn what memory holds into other code; or, when an insertion was not finished, back into the old}
    public Insertion insert(VirtualAddress at, Seq<Bundle> memory, Seq<Bundle> changed) {
        return insert.apply(at, memory, changed);
    }

    public Builder withJoin(Function2<RawBlock, Seq<Long>, Built> changed) {
        return new Builder(changed, branch, pack, trap, carry, insert);
    }

    public Builder withBranch(Function2<VirtualAddress, VirtualAddress, Branched> changed) {
        return new Builder(join, changed, pack, trap, carry, insert);
    }

    public Builder withPack(Function1<Seq<Line>, Packed> changed) {
        return new Builder(join, branch, changed, trap, carry, insert);
    }

    public Builder withTrap(Function1<TrapPatch, Trapped> changed) {
        return new Builder(join, branch, pack, changed, carry, insert);
    }

    public Builder withCarry(Function2<Builder, BranchPatch, Carried> changed) {
        return new Builder(join, branch, pack, trap, changed, insert);
    }

    public Builder withInsert(Function3<VirtualAddress, Seq<Bundle>, Seq<Bundle>, Insertion> changed) {
        return new Builder(join, branch, pack, trap, carry, changed);
    }
}
