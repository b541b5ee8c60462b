package vmmref.vmm.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.machine.Machine;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.vmm.memory.Owner;

/// The protection-key registers of a host that has 16; the first one is the monitor's.
class KeysTest {
    private final Monitoring rules = Fixture.rules("minimal");
    private final Machine believed = Fixture.holding(Fixture.machine(rules).withPsr(Fixture.TRANSLATED.with(15, true)), Vector.range(100, 116));

    private Answer begun(int keys) {
        return Fixture.answer(Hosting.of(rules, Vector.of(Guest.of(believed, Fixture.map(0)), Guest.of(believed, Fixture.map(0x1000000))), new Resources(15, 0, 1000, keys)));
    }

    private Answer loaded(Answer answer, Seq<Integer> keys) {
        return keys.foldLeft(answer, (each, key) -> Keys.loaded(each, believed, Option.some(key), Option.none()));
    }

    /// {@return the keys of the host in the registers from 1 on, 0 where one is not valid}
    private static Seq<Integer> registers(Answer answer) {
        return Vector.range(1, 16).map(number -> answer.machine().addressing().keys().get(number)).map(register -> register.valid() ? register.key() : 0);
    }

    private static int real(Answer answer, int key) {
        return answer.monitor().keys().of(new Owner.Key(answer.monitor().running(), key));
    }

    @Test
    void theFirstRegisterIsTheMonitors() {
        assertEquals(new ProtectionKeyRegister(1), begun(1000).machine().addressing().keys().get(0));
    }

    @Test
    void freeRegistersAreTakenInOrder() {
        Answer three = loaded(begun(1000), Vector.of(100, 101, 102));
        assertEquals(Vector.of(real(three, 100), real(three, 101), real(three, 102)), registers(three).take(3));
        assertTrue(registers(three).drop(3).forAll(key -> key == 0));
        assertSame(three.machine(), loaded(three, Vector.of(101)).machine());
    }

    @Test
    void whereAllAreTakenTheyGiveTheirPlacesInTurn() {
        Answer full = loaded(begun(1000), Vector.range(100, 115));
        Answer next = loaded(full, Vector.of(115));
        assertEquals(real(next, 115), registers(next).get(0));
        Answer two = loaded(next, Vector.of(100));
        assertEquals(real(two, 100), registers(two).get(1));
        assertEquals(real(two, 115), registers(two).get(0));
        assertEquals(new ProtectionKeyRegister(1), two.machine().addressing().keys().get(0));
    }

    @Test
    void aKeyThatTheGuestHasNotIsNotLoaded() {
        Answer begun = begun(1000);
        assertSame(begun, Keys.loaded(begun, believed, Option.some(99), Option.none()));
    }

    @Test
    void whatIsForgottenIsInNoRegister() {
        Answer three = loaded(begun(1000), Vector.of(100, 101, 102));
        Answer without = Keys.forgotten(three, 101);
        assertEquals(Vector.of(real(three, 100), 0, real(three, 102)), registers(without).take(3));
        assertEquals(real(three, 103 - 1), registers(Keys.forgotten(three, 103)).get(2));
        Answer other = three.with(three.monitor().withRunning(1));
        assertEquals(registers(three), registers(Keys.forgotten(other, 101)));
        assertTrue(real(loaded(other, Vector.of(101)), 101) != real(three, 101));
    }

    @Test
    void whereNoneAreLeftAllAreForgotten() {
        Answer two = loaded(begun(2), Vector.of(100, 101));
        Answer third = loaded(two, Vector.of(102));
        assertEquals(Vector.of(real(third, 102), 0, 0), registers(third).take(3));
        assertEquals(1, third.monitor().keys().given().size());
        assertEquals(new ProtectionKeyRegister(1), third.machine().addressing().keys().get(0));
    }
}
