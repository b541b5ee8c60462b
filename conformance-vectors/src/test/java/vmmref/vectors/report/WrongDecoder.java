/// Decoders that are wrong in one respect each, and one that is wrong in three.
package vmmref.vectors.report;

import io.vavr.Tuple;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import vmmref.model.profile.Profile;
import vmmref.vectors.format.Answer;
import vmmref.vectors.format.Case;
import vmmref.vectors.format.Hello;
import vmmref.vectors.run.Implementation;
import vmmref.vectors.run.ReferenceImplementation;
import vmmref.vmm.Vmm;

/// Each changes what the reference says of the places of a decoded bundle.
enum WrongDecoder implements Implementation {

    /// Reads six of the seven bits of a register's number.
    CUTS_REGISTER_NUMBERS(slots(WrongDecoder::cut)),
    /// Takes the units of one template for those of another, and says so.
    SWAPS_TEMPLATES(WrongDecoder::swapped),
    /// Takes the units of one template for those of another, and hides it.
    MISTAKES_UNITS(places -> places.get("template").contains("MII;") ? places.put("slot1", "unassigned") : places),
    /// Takes an immediate of 14 bits, or 9, or 8, for a number without a sign.
    LOSES_SIGNS(slots(WrongDecoder::unsigned)),
    /// Writes in capitals.
    SHOUTS(slots(text -> text.toUpperCase(Locale.ROOT))),
    /// Says nothing at all.
    SAYS_NOTHING(places -> LinkedHashMap.empty()),
    /// Has three defects.
    IS_WRONG_THRICE(places -> slots(WrongDecoder::cut).apply(swapped(places)).mapValues(text -> text.equals("illegal-if-predicated") ? "nop" : text));

    static final ReferenceImplementation RIGHT = new ReferenceImplementation("right", Vmm.reference(Profile.named("itanium2").get()));

    private final UnaryOperator<Map<String, String>> change;

    WrongDecoder(UnaryOperator<Map<String, String>> change) {
        this.change = change;
    }

    @Override
    public Hello hello() {
        Hello right = RIGHT.hello();
        return new Hello(right.proto(), new Hello.Impl(name(), "1", "Java", right.impl().issues()), right.kinds(), right.profile(), right.level(), right.observes(),
            right.window(), right.timeoutMillis());
    }

    @Override
    public Answer answer(Case given) {
        Answer right = RIGHT.answer(given);
        return right instanceof Answer.Observed observed && observed.delta().containsKey("template")
            ? new Answer.Observed(observed.outcome(), change.apply(observed.delta())) : right;
    }

    private static UnaryOperator<Map<String, String>> slots(UnaryOperator<String> change) {
        return places -> places.map((place, text) -> Tuple.of(place, place.matches("slot\\d") ? change.apply(text) : text));
    }

    private static String cut(String text) {
        return Pattern.compile("\\b([rf])(\\d+)\\b").matcher(text).replaceAll(found -> found.group(1) + Integer.parseInt(found.group(2)) % 64);
    }

    private static Map<String, String> swapped(Map<String, String> places) {
        return places.get("template").contains("MII;") ? places.put("template", "MMI;").put("slot1", "nop.m 0x0") : places;
    }

    private static String unsigned(String text) {
        return Pattern.compile("(?<=[=,])-(\\d+)").matcher(text).replaceAll(found -> "" + (16384 - Integer.parseInt(found.group(1))));
    }
}
