package vmmref.vmm.recognize;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.apache.commons.lang3.Validate;
import vmmref.model.bundle.Bundle;
import vmmref.model.bundle.Slot;
import vmmref.model.bundle.Template;
import vmmref.model.bundle.Templates;
import vmmref.model.bundle.Unit;
import vmmref.model.memory.VirtualAddress;

/// Code that is looked at: bundles that follow each other, of one page or of several. What stands after the last of them is not known.
///
/// @param at      the address at which the first of them executes, a multiple of 16
/// @param bundles any number
public record Code(VirtualAddress at, Seq<Bundle> bundles) {
    private static final int BUNDLE = 16;

    public Code {
        Validate.isTrue(at.bits() % BUNDLE == 0, "no bundle begins at %x", at.bits());
    }

    /// An instruction, or what stands where one would be.
    ///
    /// @param unit of its slot; X for a long instruction
    record Standing(Unit unit, Slot slot) { }

    /// {@return what stands at a place; none where the template code is reserved or no slot is}
    Option<Standing> standing(Place place) {
        Bundle bundle = bundles.get(place.bundle());
        return template(bundle).flatMap(template -> standing(template, bundle.fields(), place.slot()));
    }

    private static Option<Standing> standing(Template template, Bundle.Fields fields, int slot) {
        return switch (slot) {
            case 0  -> Option.some(new Standing(template.unit0(), fields.slot0()));
            case 1  -> Option.some(template.isLong() ? new Standing(Unit.X, new Slot(fields.slot2().bits(), fields.slot1().bits())) : new Standing(template.unit1(), fields.slot1()));
            default -> Option.when(!template.isLong(), () -> new Standing(template.unit2(), fields.slot2()));
        };
    }

    /// {@return the place of the instruction after the one at a place, perhaps in a bundle that is not known}
    Place after(Place place) {
        return place.slot() + 1 < slots(place.bundle()) ? new Place(place.bundle(), place.slot() + 1) : new Place(place.bundle() + 1, 0);
    }

    boolean isKnown(Place place) {
        return place.bundle() < bundles.size();
    }

    /// {@return whether an instruction stands at a place, whatever its unit}
    public boolean holds(Place place, Slot slot) {
        return standing(place).exists(there -> there.slot().equals(slot));
    }

    /// {@return every place where an instruction could stand, in the order of execution}
    public Seq<Place> places() {
        return Vector.range(0, bundles.size()).flatMap(bundle -> Vector.range(0, slots(bundle)).map(slot -> new Place(bundle, slot)));
    }

    /// {@return the address at which a bundle executes}
    VirtualAddress address(int bundle) {
        return new VirtualAddress(at.bits() + (long) BUNDLE * bundle);
    }

    /// A bundle with a reserved template counts as one slot, in which nothing stands.
    private int slots(int bundle) {
        return template(bundles.get(bundle)).map(template -> template.isLong() ? 2 : 3).getOrElse(1);
    }

    private static Option<Template> template(Bundle bundle) {
        return Templates.architected().meaning(bundle.fields().code()) instanceof Templates.Meaning.Assigned(Template template) ? Option.of(template) : Option.none();
    }
}
