package vmmref.vectors.xlate;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Addressing;
import vmmref.model.register.GeneralValue;
import vmmref.model.register.ProtectionKeyRegister;
import vmmref.model.register.Psr;
import vmmref.model.translate.Instruction;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

/// Protection keys: what each disabling bit does to each reference, where in the registers the key stands, and how registers are written.
final class KeyDrafts {
    private static final Seq<ReferenceType> TYPES = Vector.of(ReferenceType.FETCH, ReferenceType.LOAD, ReferenceType.STORE, ReferenceType.EXCHANGE, ReferenceType.FETCHADD, ReferenceType.LFETCH_FAULT,
        ReferenceType.FC, ReferenceType.PROBE_R, ReferenceType.PROBE_W, ReferenceType.PROBE_R_FAULT, ReferenceType.PROBE_W_FAULT, ReferenceType.PROBE_RW_FAULT, ReferenceType.TPA, ReferenceType.TAK);
    private static final int PK = 15;

    private KeyDrafts() { }

    static Seq<Draft> all() {
        return TYPES.flatMap(KeyDrafts::disabled).appendAll(Vector.range(0, 16).flatMap(KeyDrafts::placed)).appendAll(writes());
    }

    /// Every combination of v, wd, rd and xd.
    private static Seq<Draft> disabled(ReferenceType type) {
        return Vector.range(0, 16).map(bits -> Cases.draft("keys", "%s with the bits xd, rd, wd, v of its key %4s".formatted(name(type), Integer.toBinaryString(16 + bits).substring(1)), "KeyCheck",
                Cases.story(with(type, bits))).nearTo(Cases.stimulus(Cases.story(with(type, bits == 1 ? 0 : 1)))))
            .append(Cases.draft("keys", name(type) + " while keys are not enforced", "KeyCheck", Cases.story(unenforced(with(type, 15)))).nearTo(Cases.stimulus(Cases.story(with(type, 15)))));
    }

    private static Scene with(ReferenceType type, int bits) {
        Scene sound = Scene.of(type);
        return enforced(sound.with(sound.machine().withKeys(sound.machine().keys().with(3, new ProtectionKeyRegister((long) Scene.KEY << 8 | bits)))));
    }

    private static Scene enforced(Scene scene) {
        return scene.with(scene.machine().psr().with(PK, true));
    }

    private static Scene unenforced(Scene scene) {
        return scene.with(scene.machine().psr().with(PK, false));
    }

    /// The key stands in one register alone, or in one of which another, which is not valid, holds it too, or in one that holds all of it but one bit.
    private static Seq<Draft> placed(int number) {
        Scene sound = enforced(Scene.of(ReferenceType.LOAD));
        Addressing none = sound.machine().withKeys(sound.machine().keys().with(3, ProtectionKeyRegister.ZERO));
        ProtectionKeyRegister register = new ProtectionKeyRegister((long) Scene.KEY << 8 | 1);
        Addressing alone = none.withKeys(none.keys().with(number, register));
        Addressing other = none.withKeys(none.keys().with(number, new ProtectionKeyRegister(register.bits() ^ 0x100L << number)));
        Addressing shade = alone.withKeys(alone.keys().with((number + 1) % 16, new ProtectionKeyRegister((long) Scene.KEY << 8 | 0xe)));
        return Vector.of(
            Cases.draft("keys", "the key stands in register %d".formatted(number), "KeyCheck", Cases.story(sound.with(alone))).nearTo(Cases.stimulus(Cases.story(sound.with(other)))),
            Cases.draft("keys", "register %d holds the key but for bit %d".formatted(number, number), "KeyCheck", Cases.story(sound.with(other))).nearTo(Cases.stimulus(Cases.story(sound.with(alone)))),
            Cases.draft("keys", "register %d holds the key, and another one that is not valid".formatted(number), "KeyCheck", Cases.story(sound.with(shade))));
    }

    private static Seq<Draft> writes() {
        Addressing machine = Scene.of(ReferenceType.LOAD).machine();
        Psr enforced = machine.psr().with(PK, true);
        return Vector.range(0, 16).flatMap(number -> Vector.of(0x01, 0x0f, 0x00).map(low -> {
            Story same  = Cases.story(machine.withPsr(enforced), move(number, (long) Scene.KEY << 8 | low), Scene.of(ReferenceType.LOAD).operation());
            Story other = Cases.story(machine.withPsr(enforced), move(number, (long) (Scene.KEY + 1) << 8 | low), Scene.of(ReferenceType.LOAD).operation());
            return Vector.of(
                Cases.draft("key-registers", "register %d gets the key that register 3 holds, its low bits %x".formatted(number, low), "KeyCheck", same).nearTo(Cases.stimulus(other)),
                Cases.draft("key-registers", "register %d gets a key that no register holds, its low bits %x".formatted(number, low), "KeyCheck", other).nearTo(Cases.stimulus(same)));
        }).flatMap(drafts -> drafts));
    }

    private static Instruction move(int number, long value) {
        return new Instruction.MoveKey(GeneralValue.of(number), GeneralValue.of(value));
    }

    private static String name(ReferenceType type) {
        return Op.name(Scene.of(type).operation());
    }
}
