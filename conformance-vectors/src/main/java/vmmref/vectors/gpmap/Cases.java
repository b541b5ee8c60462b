/// What the drafts of this kind have in common.
package vmmref.vectors.gpmap;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.properties.arbitrary.Scene;
import vmmref.vectors.format.Draft;
import vmmref.vectors.format.Level;
import vmmref.vectors.format.Needs;
import vmmref.vectors.format.Tier;
import vmmref.vectors.xlate.Requirements;

public final class Cases {
    static final Map<String, String> ANYWHERE = LinkedHashMap.empty();
    /// References of each sort: those of instructions and those of the register stack engine.
    static final Seq<ReferenceType> TYPES = Vector.of(ReferenceType.FETCH, ReferenceType.LOAD, ReferenceType.STORE, ReferenceType.EXCHANGE, ReferenceType.SPECULATIVE_LOAD, ReferenceType.STACK_LOAD, ReferenceType.STACK_STORE);
    static final Seq<Integer> LEVELS = Vector.of(0, 3);
    /// Sixteen frames behind the page of a scene and what is around it; the page is in the middle of them.
    static final NamedMap MAP = NamedMap.EMPTY.with(0x1230, 32, 16);

    /// The bits of virtual addresses that every guest has.
    private static final int VIRTUAL = 50;
    private static final int MOST = 61;

    private Cases() { }

    /// {@return a draft whose expectation the model fills}
    static Draft draft(String topic, String title, String flag, Map<String, String> needs, Referring asked) {
        return new Draft(topic, Tier.CORE, Level.MUST, title, Vector.of(flag), needs(asked.addressing(), asked.references().filter(reference -> reference.type() == ReferenceType.FETCH).map(Reference::address), needs), asked.stimulus(), Option.none(), "model", Option.none());
    }

    /// {@return a draft of a case that every implementation can be asked}
    static Draft draft(String topic, String title, String flag, Referring asked) {
        return draft(topic, title, flag, ANYWHERE, asked);
    }

    static Draft draft(String topic, String title, String flag, Referring asked, Referring near) {
        return draft(topic, title, flag, asked).nearTo(near.stimulus());
    }

    /// {@return what a host must have so that a guest can be set up on it, which has a bit of virtual address less, and others}
    ///
    /// @param fetched addresses that the host must implement: IP and IFA of one that traps branches to others hold no more than it implements
    public static Needs needs(Addressing machine, Seq<VirtualAddress> fetched, Map<String, String> others) {
        Seq<Translation> held = Vector.of(Stream.values()).flatMap(stream -> machine.tlb().entries(stream).all()).map(Entry::translation);
        Map<String, String> plain = Requirements.of(machine, LinkedHashMap.empty()).conditions().remove("va");
        Option<Tuple2<String, String>> virtual = held.map(translation -> bits(translation.page()) + 1).appendAll(fetched.map(Cases::bits)).max()
            .filter(bits -> bits > VIRTUAL + 1).map(bits -> Tuple.of("va", ">=" + bits));
        return new Needs(others.merge(LinkedHashMap.ofEntries(plain.toVector().map(need -> Tuple.of(need._1, need._2)).appendAll(virtual))));
    }

    private static int bits(VirtualAddress address) {
        return Vector.rangeClosed(VIRTUAL, MOST).find(address::isImplemented).getOrElse(MOST);
    }

    /// {@return the sound reference of a kind by a guest that runs at level 0, to the page of a scene}
    static Referring sound(ReferenceType type) {
        return of(Scene.of(type.isOfStack() ? ReferenceType.LOAD : type), type);
    }

    private static Referring of(Scene scene, ReferenceType type) {
        Reference reference = type.isOfStack() ? Reference.stack(type, scene.reference().address(), 0) : scene.reference();
        return new Referring(scene.machine(), Memory.ZERO, MAP, Vector.of(reference));
    }

    /// {@return the reference of a scene by a guest}
    static Referring of(Scene scene) {
        return of(scene, scene.reference().type());
    }

    /// {@return the sound reference at a level: of the stack engine that of RSC, of others that of PSR}
    static Referring sound(ReferenceType type, int level) {
        Referring sound = sound(type);
        return type.isOfStack() ? sound.asking(Reference.stack(type, sound.references().head().address(), level)) : sound.level(level);
    }

    /// {@return a guest that has a page in translation registers of both streams, and refers to nothing yet}
    static Referring mapped(VirtualAddress page, PageSize size, Pte entry, NamedMap map) {
        Translation translation = Translation.of(page, Scene.MACHINE.regions().of(page).identifier(), size, Scene.KEY, entry);
        Tlb tlb = Vector.of(Stream.values()).foldLeft(Tlb.EMPTY, (each, stream) -> each.withRegister(stream, Scene.SLOT, Option.some(translation)));
        return new Referring(Scene.MACHINE.withTlb(tlb), Memory.ZERO, map, Vector.empty());
    }

    /// {@return a reference of a kind, of eight bytes at most, to an aligned address}
    static Reference reference(ReferenceType type, long address) {
        VirtualAddress at = new VirtualAddress(address);
        if (type == ReferenceType.FETCH) return Reference.fetch(at.page(new PageSize(4)));
        return type.isOfStack() ? Reference.stack(type, at.page(new PageSize(3)), 0) : Reference.data(type, at, type == ReferenceType.LOAD && address % 8 != 0 ? 1 : 8);
    }
}
