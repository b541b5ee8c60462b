package vmmref.vmm;

import vmmref.model.profile.Profile;
import vmmref.model.semantics.Semantics;
import vmmref.vmm.build.Builder;
import vmmref.vmm.monitor.Monitoring;
import vmmref.vmm.recognize.Recognizer;

/// The reference monitor as a value, and the rules of the machine that it runs on. A wrong monitor, or a monitor on a wrong machine, is this record with one function replaced.
///
/// @param machine    the rules of the machine
/// @param recognizer how the monitor finds instructions in the code of a guest
/// @param builder    how it builds code and puts it into the place of other code
/// @param monitoring what it does when the machine calls it
public record Vmm(Semantics machine, Recognizer recognizer, Builder builder, Monitoring monitoring) {

    /// {@return the reference monitor on the machine that the architecture states}
    public static Vmm reference(Profile profile) {
        Semantics machine = Semantics.architected(profile);
        return new Vmm(machine, Recognizer.reference(profile), Builder.reference(profile), Monitoring.of(machine));
    }

    public Vmm withMachine(Semantics changed) {
        return new Vmm(changed, recognizer, builder, monitoring.on(changed));
    }

    public Vmm withRecognizer(Recognizer changed) {
        return new Vmm(machine, changed, builder, monitoring);
    }

    public Vmm withBuilder(Builder changed) {
        return new Vmm(machine, recognizer, changed, monitoring);
    }

    public Vmm withMonitoring(Monitoring changed) {
        return new Vmm(machine, recognizer, builder, changed);
    }
}
