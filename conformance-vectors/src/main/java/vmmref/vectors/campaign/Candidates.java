/// The implementations that a campaign can judge, by the name under which a user asks for them.
package vmmref.vectors.campaign;

import io.vavr.control.Option;
import java.util.function.Supplier;
import vmmref.model.profile.Profile;
import vmmref.properties.campaign.Candidate;
import vmmref.vectors.format.Pack;
import vmmref.vectors.run.AdapterBreakdown;
import vmmref.vectors.run.Conversation;
import vmmref.vectors.run.Implementations;
import vmmref.vectors.run.UsageMistake;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Zoo;

/// The reference and the members of the zoo run the laws themselves, with everything that is optional; any other implementation is asked what the laws ask.
public final class Candidates {

    private static final String ZOO = "zoo:";

    private Candidates() { }

    /// {@return the candidate with a name}
    /// @param pack whose schemas an adapter's answers are held against; not needed for the reference and the zoo
    /// @throws UsageMistake if there is no such implementation
    public static Candidate named(String name, Supplier<Pack> pack) {
        return vmm(name).map(vmm -> Candidate.of(name, vmm)).getOrElse(() -> new Examined(Implementations.checked(name), pack.get()));
    }

    /// {@return whether an implementation is asked, rather than run by the laws}
    public static boolean isAsked(String name) {
        return vmm(name).isEmpty();
    }

    /// {@return the reference or the member of the zoo with a name}
    static Option<Vmm> vmm(String name) {
        return name.equals(Implementations.BUILT_IN) ? Option.some(Vmm.reference(maximal()))
            : Option.when(name.startsWith(ZOO), name.substring(Math.min(name.length(), ZOO.length()))).flatMap(Zoo::named).map(member -> member.vmm(maximal()));
    }

    private static Profile maximal() {
        return Profile.named("maximal").get();
    }

    private record Examined(String name, Pack pack) implements Candidate {
        @Override
        public Session open() {
            try {
                return examined(Implementations.open(name, pack));
            } catch (AdapterBreakdown breakdown) {
                throw Examination.broken(breakdown);
            }
        }

        private static Session examined(Conversation conversation) {
            try {
                return new Examination(conversation);
            } catch (AdapterBreakdown impossible) {
                conversation.close();
                throw impossible;
            }
        }
    }
}
