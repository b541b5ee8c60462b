package vmmref.model.translate;

import static vmmref.spec.References.ADDRESS_TOLD;
import static vmmref.spec.References.KEY_TOLD;
import static vmmref.spec.References.PREFETCH_DROPPED;
import static vmmref.spec.References.PROBE_ANSWERED;
import static vmmref.spec.Stacks.STORE_TRANSLATED;
import static vmmref.spec.Translations.PHYSICAL_ADDRESSED;
import static vmmref.spec.Translations.TRANSLATION_MATCHED;
import static vmmref.spec.Walks.WALK_INSERTED;

import io.vavr.Function1;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import vmmref.model.interruption.Fault;
import vmmref.model.machine.Addressing;
import vmmref.model.machine.Effects;
import vmmref.model.machine.Executed;
import vmmref.model.memory.Memory;
import vmmref.model.memory.MemoryAttribute;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.profile.Dimensions;
import vmmref.model.profile.Profile;
import vmmref.model.protect.AccessRights;
import vmmref.model.protect.KeyCheck;
import vmmref.model.protect.Rights;
import vmmref.model.register.Psr;
import vmmref.model.tlb.Entry;
import vmmref.model.tlb.Translation;
import vmmref.spec.References;
import vmmref.spec.Stacks;
import vmmref.spec.Translations;

/// The rules of translation as a value: one question each. A wrong translator is this record with one answer replaced.
///
/// @param profile    the implementation
/// @param dimensions those of the profile
/// @param search     which translations match a reference
/// @param overlap    which translations share an address with a range
/// @param rights     what a page permits
/// @param keys       what a protection-key register disables
/// @param order      in which order conditions are looked at
/// @param walker     what is done about references without a translation
/// @param eviction   which entries give their place to a translation that is inserted into a full cache
/// @param physical   which memory attribute an address has that is not translated
public record Translator(Profile profile, Dimensions dimensions, Search search, Overlap overlap, Rights rights, KeyCheck keys, FaultOrder order, Walker walker, Eviction eviction, Function1<VirtualAddress, MemoryAttribute> physical) {

    /// {@return the rules as the architecture states them}
    public static Translator architected(Profile profile) {
        return new Translator(profile, profile.dimensions(), Search::architected,
            (tlb, stream, rid, address, size) -> tlb.overlapping(stream, rid, address, size),
            AccessRights.architected(), KeyCheck::architected, FaultOrder.architected(), Walker.architected(profile), Eviction::architected, Translator::physicalAttribute);
    }

    /// {@return the same rules on another implementation}
    public Translator on(Profile other) {
        return new Translator(other, other.dimensions(), search, overlap, rights, keys, order, walker.on(other), eviction, physical);
    }

    public Translator withSearch(Search changed) {
        return new Translator(profile, dimensions, changed, overlap, rights, keys, order, walker, eviction, physical);
    }

    public Translator withOverlap(Overlap changed) {
        return new Translator(profile, dimensions, search, changed, rights, keys, order, walker, eviction, physical);
    }

    public Translator withRights(Rights changed) {
        return new Translator(profile, dimensions, search, overlap, changed, keys, order, walker, eviction, physical);
    }

    public Translator withKeys(KeyCheck changed) {
        return new Translator(profile, dimensions, search, overlap, rights, changed, order, walker, eviction, physical);
    }

    public Translator withOrder(FaultOrder changed) {
        return new Translator(profile, dimensions, search, overlap, rights, keys, changed, walker, eviction, physical);
    }

    public Translator withWalker(Walker changed) {
        return new Translator(profile, dimensions, search, overlap, rights, keys, order, changed, eviction, physical);
    }

    public Translator withEviction(Eviction changed) {
        return new Translator(profile, dimensions, search, overlap, rights, keys, order, walker, changed, physical);
    }

    public Translator withPhysical(Function1<VirtualAddress, MemoryAttribute> changed) {
        return new Translator(profile, dimensions, search, overlap, rights, keys, order, walker, eviction, changed);
    }

    /// {@return what comes of a reference where memory is 0}
    public Translated translate(Addressing machine, Reference reference, Choice choice) {
        return arrive(machine, Memory.ZERO, reference, choice).translated();
    }

    /// {@return what comes of a reference, and what it reaches}
    ///
    /// @param memory which may hold the page table
    public Arrival arrive(Addressing machine, Memory memory, Reference reference, Choice choice) {
        Target target = target(machine, memory, reference, choice);
        Sight sight = new Sight(this, machine, reference, choice, target);
        return new Arrival(reference.type() == ReferenceType.SPECULATIVE_LOAD ? speculated(sight) : decided(sight), target);
    }

    /// {@return what comes of an instruction that changes translations}
    public Executed execute(Addressing machine, Instruction instruction, Choice choice) {
        Sight sight = new Sight(this, machine, instruction, choice, Target.Nothing.NOTHING);
        return order.first(instruction.column(), Conditions.met(sight))
            .<Executed>map(check -> new Executed.Raised(new Fault(check.fault().get(), Option.none()), check.clause()))
            .getOrElse(() -> Changes.of(this, machine, instruction, choice));
    }

    /// {@return what each condition of the order finds, the highest first}
    public Seq<Glance> glances(Addressing machine, Memory memory, Operation operation, Choice choice) {
        Target target = operation instanceof Reference reference ? target(machine, memory, reference, choice) : Target.Nothing.NOTHING;
        Column column = operation instanceof Reference reference ? column(machine, reference) : operation.column();
        return order.glances(column, Conditions.met(new Sight(this, machine, operation, choice, target)));
    }

    /// {@return what a reference reaches}
    public Target target(Addressing machine, Memory memory, Reference reference, Choice choice) {
        VirtualAddress address = reference.address();
        if (!isTranslated(machine.psr(), reference.type())) return new Target.Physical(physical(address));
        Seq<Entry> found = search.matching(machine.tlb(), reference.type().stream(), machine.regions().of(address).identifier(), address, choice);
        if (found.isEmpty()) return missed(machine, memory, reference, choice);
        if (!found.tail().isEmpty()) return Target.Several.SEVERAL;
        Translation translation = found.head().translation();
        return new Target.Page(translation, machine.keys().holding(translation.key()), Effects.NONE);
    }

    /// {@return what a reference without a translation reaches}
    private Target missed(Addressing machine, Memory memory, Reference reference, Choice choice) {
        boolean walks = walker.enabling().isEnabled(machine, reference.address(), Walker.Side.of(reference.type())) && !reference.nat() && implementsVirtual(machine, reference.address());
        return walks ? walker.walk(this, machine, memory, reference, choice) : Target.Nothing.NOTHING;
    }

    /// {@return what a purge by another processor, whose region has an identifier, removes here}
    public Effects purgedByOther(Addressing machine, int rid, Instruction.Purge purge) {
        return Changes.purgedByOther(this, machine.tlb(), rid, purge);
    }

    /// {@return whether the implementation has the address of a bundle}
    public boolean implementsFetch(Addressing machine, VirtualAddress bundle) {
        return machine.psr().it() ? implementsVirtual(machine, bundle) : physical(bundle).isImplemented(dimensions.physicalBits());
    }

    /// {@return whether the implementation has a virtual address; a virtual machine has half as many}
    boolean implementsVirtual(Addressing machine, VirtualAddress address) {
        return address.isImplemented(dimensions.virtualBits() - (machine.psr().vm() && profile.has(Profile.VIRTUAL_MACHINE_SWITCH) ? 1 : 0));
    }

    private static boolean isTranslated(Psr psr, ReferenceType type) {
        return type.isAlwaysTranslated() || (type == ReferenceType.FETCH ? psr.it() : type.isOfStack() ? isStackTranslated(psr) : psr.dt());
    }

    /// {@return whether references of the register stack engine are translated}
    @Stacks.Rule(STORE_TRANSLATED)
    static boolean isStackTranslated(Psr psr) {
        return psr.rt();
    }

    @Translations.Rule(PHYSICAL_ADDRESSED)
    static PhysicalAddress physical(VirtualAddress address) {
        return new PhysicalAddress(address.bits() & Long.MAX_VALUE);
    }

    /// {@return the memory attribute of an address that is not translated}
    static MemoryAttribute physicalAttribute(VirtualAddress address) {
        return address.bits() < 0 ? MemoryAttribute.UC : MemoryAttribute.WBL;
    }

    @References.Rule(PREFETCH_DROPPED)
    static Column column(Addressing machine, Reference reference) {
        return reference.type() == ReferenceType.LFETCH_FAULT && machine.psr().ed() ? Column.LFETCH : reference.column();
    }

    private Translated decided(Sight sight) {
        Option<Check> met = order.first(column(sight.machine(), sight.reference()), Conditions.met(sight));
        return met.isDefined() ? consequence(met.get(), sight.reference()) : passed(sight);
    }

    private Translated speculated(Sight sight) {
        return switch (Speculation.of(order, sight)) {
            case Speculation.GoesOn goesOn           -> passed(sight);
            case Speculation.IsDeferred(var because) -> new Translated.Deferred(because);
            case Speculation.Meets(var check)        -> consequence(check, sight.reference());
        };
    }

    private static Translated consequence(Check check, Reference reference) {
        return switch (check.consequence()) {
            case F -> new Translated.Raised(Fault.of(check.fault().get(), reference.address()), check.clause());
            case A -> new Translated.Answered(reference.type() == ReferenceType.TAK ? 1 : 0, check.clause());
            case D -> new Translated.Dropped(PREFETCH_DROPPED);
            case U -> new Translated.Unspecified(check.clause());
        };
    }

    /// What comes of a reference that meets no condition.
    private Translated passed(Sight sight) {
        Reference reference = sight.reference();
        return switch (sight.target()) {
            case Target.Physical(var address) -> column(sight.machine(), reference) == Column.LFETCH
                ? new Translated.Dropped(PREFETCH_DROPPED)
                : new Translated.To(address, sight.rules().physical().apply(reference.address()), PHYSICAL_ADDRESSED);
            case Target.Page(var translation, var register, var walked) -> passed(reference, column(sight.machine(), reference), translation, walked);
            case Target.Nothing nothing -> throw new IllegalStateException("a reference without a translation met no condition: " + reference);
            case Target.Missed missed   -> throw new IllegalStateException("a walk in vain met no condition: " + reference);
            case Target.Several several -> throw new IllegalStateException("a reference with several translations met no condition: " + reference);
        };
    }

    private static Translated passed(Reference reference, Column column, Translation translation, Effects walked) {
        return switch (column) {
            case PROBE  -> probed();
            case TPA    -> physicalAddress(translation, reference.address());
            case TAK    -> key(translation);
            case LFETCH -> new Translated.Dropped(PREFETCH_DROPPED);
            default     -> new Translated.To(translation.physical(reference.address()), translation.entry().attribute().get(), walked == Effects.NONE ? TRANSLATION_MATCHED : WALK_INSERTED);
        };
    }

    @References.Rule(PROBE_ANSWERED)
    static Translated probed() {
        return new Translated.Answered(1, PROBE_ANSWERED);
    }

    @References.Rule(ADDRESS_TOLD)
    static Translated physicalAddress(Translation translation, VirtualAddress address) {
        return new Translated.Answered(translation.physical(address).bits(), ADDRESS_TOLD);
    }

    @References.Rule(KEY_TOLD)
    static Translated key(Translation translation) {
        return new Translated.Answered((long) translation.key() << 8, KEY_TOLD);
    }
}
