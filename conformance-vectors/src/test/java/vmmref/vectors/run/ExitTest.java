/// Which exit code takes precedence.
package vmmref.vectors.run;

import io.vavr.collection.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class ExitTest {

    @Test @DisplayName("130, 70, 4, 2, 3, 7, 1, 5, 6, 8, 0, in this order")
    void precedence() {
        List<Exit> order = List.of(130, 70, 4, 2, 3, 7, 1, 5, 6, 8, 0).map(code -> List.of(Exit.values()).find(exit -> exit.code() == code).get());
        order.zip(order.tail()).forEach(pair -> {
            assertEquals(pair._1, Exit.of(List.of(pair._1, pair._2)));
            assertEquals(pair._1, Exit.of(List.of(pair._2, pair._1)));
        });
        assertEquals(Exit.values().length, order.size());
    }

    @Test @DisplayName("where nothing applies, everything conforms")
    void nothing() {
        assertEquals(Exit.CONFORMS, Exit.of(List.empty()));
    }
}
