/// Implementations by the name under which a user asks for them.
package vmmref.vectors.run;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.ServiceLoader;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Freedom;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Pack;
import vmmref.vectors.format.Schemas;
import vmmref.vmm.Vmm;
import vmmref.vmm.zoo.Member;
import vmmref.vmm.zoo.Zoo;

/// `direct:reference`, `zoo:NAME`, either with `@PROFILE`, and the reference with `+FREEDOM` for each freedom that it takes; `direct:NAME` for Java on the class path; anything else is a command line.
public final class Implementations {

    /// What is judged when the user names nothing.
    public static final String BUILT_IN = "direct:reference";

    private static final String DIRECT  = "direct:";
    private static final String ZOO     = "zoo:";
    private static final String DEFAULT = "itanium2";

    private Implementations() { }

    /// {@return whether a text names a process that has to be started, and may fail to}
    public static boolean isCommand(String text) {
        return !text.startsWith(DIRECT) && !text.startsWith(ZOO);
    }

    /// {@return the name of an implementation; of a command only starting it will show whether it is one}
    /// @throws UsageMistake if there is no such implementation or profile
    public static String checked(String text) {
        if (text.startsWith(ZOO))         zoo(text.substring(ZOO.length())).close();
        else if (text.startsWith(DIRECT)) direct(text.substring(DIRECT.length())).close();
        return text;
    }

    /// Opens the conversation with an implementation that will be judged by a pack.
    /// @throws UsageMistake   if there is no such implementation or profile
    /// @throws AdapterBreakdown if it does not start, or does not introduce itself
    public static Conversation open(String text, Pack pack) {
        return open(text, pack, false);
    }

    /// Opens the conversation as {@link #open(String, Pack)} does; when `flat`, a process is told of no bases, and its cases bring their
    /// whole start states.
    public static Conversation open(String text, Pack pack, boolean flat) {
        if (text.startsWith(ZOO))    return zoo(text.substring(ZOO.length()));
        if (text.startsWith(DIRECT)) return direct(text.substring(DIRECT.length()));
        return Adapter.start(text, pack.manifest().pack(), Schemas.of(pack.folder()), flat);
    }

    /// {@return the member of the zoo with a name}
    /// @throws UsageMistake if there is none
    public static Member member(String name) {
        return Zoo.named(name).getOrElseThrow(() -> {
            UsageMistake unknown = unknown("zoo member", name, Zoo.members().map(Member::name));
            return unknown.getMessage().contains(";") ? unknown : new UsageMistake(unknown.getMessage() + "; `vmmref zoo list` names them");
        });
    }

    private static Conversation zoo(String text) {
        Member member = member(name(text));
        return new InProcess(new ReferenceImplementation(ZOO + member.name(), member.vmm(profile(text))));
    }

    private static Conversation direct(String text) {
        if (name(text).equals("reference"))
            return new InProcess(new ReferenceImplementation("vmmref reference (%s)".formatted(
                freedoms(text).map(Freedom::text).prepend(profile(text).name()).mkString("+")), Vmm.reference(profile(text)), Choice.of(freedoms(text))));
        Seq<Implementation> others = List.ofAll(ServiceLoader.load(Implementation.class));
        return new InProcess(others.find(other -> other.hello().impl().name().equals(text)).getOrElseThrow(() ->
            unknown("implementation", text, others.map(other -> other.hello().impl().name()).prepend("reference"))));
    }

    private static String name(String text) {
        return text.split("[@+]", 2)[0];
    }

    private static Profile profile(String text) {
        String[] parts = text.split("\\+", 2)[0].split("@", 2);
        String name = parts.length == 2 ? parts[1] : DEFAULT;
        return Profile.named(name).getOrElseThrow(() -> unknown("profile", name, Profile.all().map(Profile::name)));
    }

    private static Seq<Freedom> freedoms(String text) {
        Seq<Freedom> known = List.of(Freedom.values());
        return List.of(text.split("\\+")).tail().map(name -> known.find(freedom -> freedom.text().equals(name))
            .getOrElseThrow(() -> unknown("freedom", name, known.map(Freedom::text))));
    }

    private static UsageMistake unknown(String what, String name, Seq<String> known) {
        return new UsageMistake("there is no %s \"%s\"%s".formatted(what, name, Suggestions.among(known, name)));
    }
}
