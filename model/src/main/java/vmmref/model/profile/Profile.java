package vmmref.model.profile;

import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.apache.commons.lang3.Validate;

/// What implementations may differ in: the parameters of one of them.
///
/// @param name       what people call it
/// @param parameters name to value; a parameter that says whether instructions exist is `true` or `false`
public record Profile(String name, Map<String, String> parameters) {
    /// Long branches, `brl`: CPUID[4].lb.
    public static final String LONG_BRANCH = "brl";
    /// Virtual-machine switch, `vmsw`.
    public static final String VIRTUAL_MACHINE_SWITCH = "vmsw";
    /// Moves to and from model-specific registers, `mov msr[]`, which the manual's tables do not list.
    public static final String MODEL_SPECIFIC_REGISTERS = "msr";

    private static final Seq<Profile> NAMED = Vector.of(
        //          name         brl    vmsw   msr
        instructions("merced",    false, false, true),
        instructions("itanium2",  true,  false, true),
        instructions("montecito", true,  true,  true),
        instructions("minimal",   false, false, false),
        instructions("maximal",   true,  true,  true));

    private static Profile instructions(String name, boolean longBranch, boolean virtualMachineSwitch, boolean modelSpecificRegisters) {
        return new Profile(name, LinkedHashMap.of(
            LONG_BRANCH, String.valueOf(longBranch),
            VIRTUAL_MACHINE_SWITCH, String.valueOf(virtualMachineSwitch),
            MODEL_SPECIFIC_REGISTERS, String.valueOf(modelSpecificRegisters)));
    }

    /// {@return the named profiles; the first expectations of every vector are those of `itanium2`}
    public static Seq<Profile> all() {
        return NAMED;
    }

    public static Option<Profile> named(String name) {
        return NAMED.find(profile -> profile.name().equals(name));
    }

    /// {@return the profile that an implementation announces; parameters it does not mention are those of `itanium2`}
    public static Profile announced(String name, Map<String, String> parameters) {
        return new Profile(name, parameters.merge(NAMED.get(1).parameters()));
    }

    /// {@return whether the implementation has the instructions that a parameter names}
    public boolean has(String parameter) {
        String value = parameters.get(parameter).getOrElseThrow(() -> new IllegalArgumentException("profile " + name + " says nothing of " + parameter));
        Validate.isTrue(value.equals("true") || value.equals("false"), "profile %s: %s is true or false, not %s", name, parameter, value);
        return value.equals("true");
    }
}
