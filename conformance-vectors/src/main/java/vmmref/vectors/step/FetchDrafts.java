/// Bundles that cannot be fetched.
package vmmref.vectors.step;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.bundle.Bundle;
import vmmref.model.instruction.Decode;
import vmmref.model.instruction.Decoded;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.machine.Machine;
import vmmref.model.machine.Position;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Draft;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.Single;

final class FetchDrafts {
    private static final Decode DECODE = Decode.architected(Profile.named("itanium2").get());

    private FetchDrafts() { }

    static Seq<Draft> all() {
        Setting nop = TableTwists.plain(Setting.of(MachineBase.VIRTUAL, Single.instruction("nop.i 0x5")));
        Machine elsewhere = nop.machine().withPosition(new Position(new VirtualAddress(0x2000000000004000L), 0, Option.none()));
        return Vector.of(
                Twist.of("IP is where no translation is", "FetchFault", nop.with(elsewhere)),
                Twist.of("its page is not present", "FetchFault", Change.of(nop, "itr0.pte=7e0").get()),
                Twist.of("its page was not accessed yet", "FetchFault", Change.of(nop, "itr0.pte=7c1").get()),
                Twist.of("its page may not be executed", "FetchFault", Change.of(nop, "itr0.pte=5e1").get()),
                Twist.of("its page belongs to a lower level", "FetchFault", Change.of(nop, "itr0.pte=661").get().level(3)),
                Twist.of("its key is in no register", "FetchFault", Change.of(nop, "psr+15").get()),
                Twist.of("its page is not a thing", "FetchFault", Change.of(nop, "itr0.pte=7fd").get()))
            .filter(twist -> FormDrafts.expectation(twist.setting()).isDefined())
            .map(twist -> FormDrafts.draft("fetch", twist.setting(), "a fetch: " + twist.said(), List.of(twist.flag()), Option.some(nop.stimulus())))
            .append(FormDrafts.draft("fetch", nop, "a fetch with nothing in its way", List.empty(), Option.none()));
    }

    /// {@return whether a slot of a bundle encodes no instruction}
    static boolean isUnassigned(Bundle bundle, int slot) {
        return DECODE.bundle(bundle) instanceof DecodedBundle.Three three && three.slots().get(slot) instanceof Decoded.Unassigned;
    }
}
