/// The pack that is committed.
package vmmref.vectors.fill;

import io.vavr.collection.List;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import vmmref.vectors.format.Kinds;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// It is whole, and it is what the model and the sources say today: an expectation that moved without `vectors fill` is noticed here.
class CommittedPackTest {

    private static final Path PACK = Path.of("vectors");

    @Test
    void nothingIsWrongWithIt() {
        assertEquals(List.empty(), Verify.pack(PACK).toList());
    }

    @Test
    void itFillsAgainToTheSameBytes() {
        Regenerate again = Regenerate.compare(PACK, Kinds.all());
        assertEquals(List.empty(), again.differences().map(Regenerate.Difference::text).toList());
        assertEquals(List.empty(), again.filled().disagreements().toList());
    }
}
