package vmmref.properties.arbitrary;

import io.vavr.collection.Vector;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/// Generators of guests.
public final class GuestScenes {
    private static final int FEWEST = 4;
    private static final int MOST = 24;

    private GuestScenes() { }

    /// {@return guests of up to 24 actions: half of them begin with everything translated, a quarter at level 3}
    public static Arbitrary<GuestScene> scenes() {
        return scenes(GuestAction.any());
    }

    /// {@return the same with some actions}
    public static Arbitrary<GuestScene> scenes(Arbitrary<GuestAction> actions) {
        return scenes(actions, FEWEST, Arbitraries.oneOf(Arbitraries.of(GuestScene.Mode.VIRTUAL), Arbitraries.of(GuestScene.Mode.class)));
    }

    static Arbitrary<GuestScene> scenes(Arbitrary<GuestAction> actions, int fewest, Arbitrary<GuestScene.Mode> modes) {
        return Combinators.combine(Arbitraries.longs().withDistribution(RandomDistribution.uniform()), modes, Arbitraries.of(0, 0, 0, 3), actions.list().ofMaxSize(MOST).withSizeDistribution(from(fewest)).withoutEdgeCases())
            .as((seed, mode, level, all) -> new GuestScene(seed, mode, level, Vector.ofAll(all)));
    }

    /// {@return numbers from the fewest on: what fails becomes smaller than that}
    private static RandomDistribution from(int fewest) {
        return (tries, least, most, center) -> RandomDistribution.uniform().createGenerator(tries, BigInteger.valueOf(fewest), most, BigInteger.valueOf(fewest));
    }
}
