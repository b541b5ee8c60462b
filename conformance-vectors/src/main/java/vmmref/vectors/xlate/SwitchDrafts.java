package vmmref.vectors.xlate;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Psr;
import vmmref.model.register.Pte;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.word.Bits;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;

/// What single bits of PSR switch: translation, collection, the one-instruction suppressions, alignment checks. And what memory attributes do to references.
final class SwitchDrafts {
    private static final int AC = 3;
    private static final int IC = 13;
    private static final Seq<Tuple2<String, Integer>> SWITCHES = Vector.of(Tuple.of("ac", AC), Tuple.of("ic", IC), Tuple.of("pk", 15), Tuple.of("dt", 17), Tuple.of("rt", 27), Tuple.of("it", 36),
        Tuple.of("da", 38), Tuple.of("ed", 43), Tuple.of("ia", 45));

    private SwitchDrafts() { }

    static Seq<Draft> all() {
        return ReferenceType.ofInstructions().flatMap(type -> switches(type).appendAll(attributes(type)).appendAll(physical(type)).appendAll(alignment(type))).appendAll(inFlight());
    }

    /// Each switch turned for a page that is sound, one whose dirty and access bits are 0, and one that is missing.
    private static Seq<Draft> switches(ReferenceType type) {
        Scene sound = Scene.of(type);
        Seq<Tuple2<String, Scene>> scenes = Vector.of(Tuple.of("a sound page", sound), Tuple.of("a page with a and d 0", sound.with(Scene.ENTRY.with(6, 5, 0))), Tuple.of("a missing page", sound.unmapped()));
        return scenes.flatMap(scene -> SWITCHES.map(bit -> {
            Psr psr = scene._2.machine().psr();
            Scene turned = scene._2.with(psr.with(bit._2, !Bits.bit(psr.bits(), bit._2)));
            return Cases.draft("switches", "%s of %s with PSR.%s turned".formatted(Op.name(sound.operation()), scene._1, bit._1), "FaultOrder", Cases.story(turned)).nearTo(Cases.stimulus(Cases.story(scene._2)));
        }).prepend(Cases.draft("switches", "%s of %s".formatted(Op.name(sound.operation()), scene._1), "FaultOrder", Cases.story(scene._2))));
    }

    private static Seq<Draft> attributes(ReferenceType type) {
        Scene sound = Scene.of(type);
        return Vector.of(0, 4, 5, 6, 7).flatMap(ma -> {
            Pte entry = Scene.ENTRY.with(4, 2, ma);
            return Vector.of(entry, entry.with(6, 5, 0)).map(page -> Cases.draft("attributes", "%s of a page with the memory attribute %d%s".formatted(
                Op.name(sound.operation()), ma, page.a() ? "" : ", a and d 0"), "FaultOrder", Cases.story(sound.with(page))).nearTo(Cases.stimulus(Cases.story(sound))));
        });
    }

    /// Without translation, in both halves of physical memory and beyond what every implementation has.
    private static Seq<Draft> physical(ReferenceType type) {
        Scene sound = Scene.of(type);
        Addressing off = sound.machine().withPsr(sound.machine().psr().with(17, false).with(36, false));
        return Vector.of(0x12340L, 0x8000000000012340L, 1L << 43, 1L << 44, 1L << 49, 1L << 50, 1L << 62, 0xc000000000000000L).map(address -> Cases.draft("physical",
            "%s of the address %s without translation".formatted(Op.name(sound.operation()), Hex.word(address)), "PhysicalMode", Cases.story(off, sound.reference().at(new VirtualAddress(address)))));
    }

    /// Every offset within sixteen bytes; of those that are no multiple of four half are in tier core.
    private static Seq<Draft> alignment(ReferenceType type) {
        if (!type.touchesMemory() || type == ReferenceType.FETCH) return Vector.empty();
        Scene sound = Scene.of(type);
        Seq<Integer> sizes = type == ReferenceType.FETCHADD ? Vector.of(4, 8) : Vector.of(1, 2, 4, 8);
        return sizes.flatMap(size -> Vector.range(0, 16).flatMap(offset -> Vector.of(true, false).map(checked -> {
            Scene scene = sound.with(sound.machine().psr().with(AC, checked));
            Reference reference = Reference.data(type, Cases.at(Scene.PAGE.bits() + offset), size);
            return Cases.draft("alignment", "%s at the offset %d, PSR.ac %d".formatted(Op.name(reference), offset, checked ? 1 : 0), "FaultOrder", Cases.story(scene.machine(), reference))
                .nearTo(Cases.stimulus(Cases.story(scene.machine(), reference.at(Scene.PAGE))))
                .unlessFull(offset % 4 == 0 || (offset / 2 + size + type.ordinal()) % 2 == 0);
        })));
    }

    /// PSR.ic is 0, or has just become so.
    private static Seq<Draft> inFlight() {
        return ReferenceType.ofInstructions().map(Scene::of).map(Scene::unmapped).map(scene -> scene.with(scene.machine().psr().with(IC, false))).flatMap(scene -> Vector.of(
            Cases.draft("in-flight", "%s of a missing page while PSR.ic is 0".formatted(Op.name(scene.operation())), "FaultOrder", Cases.story(scene)),
            Cases.draft("in-flight", "%s of a missing page while PSR.ic has become 0 and is in flight".formatted(Op.name(scene.operation())), "FaultOrder", Cases.story(scene.with(scene.machine().withInFlight(true))))
                .nearTo(Cases.stimulus(Cases.story(scene)))));
    }
}
