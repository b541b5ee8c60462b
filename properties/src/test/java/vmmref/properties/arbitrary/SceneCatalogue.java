package vmmref.properties.arbitrary;

import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.Dcr;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.register.Psr;
import vmmref.model.tlb.Tlb;
import vmmref.model.tlb.Translation;
import vmmref.model.translate.Column;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;

/// The generators of [Scenes] and [Defects].
final class SceneCatalogue {
    private static final ProtectionKeyRegisters NO_KEYS = ProtectionKeyRegisters.zero(16);
    private static final Addressing SMALLEST = new Addressing(new Psr(0), true, true, new Dcr(0), Scene.MACHINE.regions(), NO_KEYS, Tlb.EMPTY);
    private static final Seq<Defect> DEFECTS = Vector.of(Defect.NAT_CONSUMED, Defect.ADDRESS_UNIMPLEMENTED, Defect.MISS_ALTERNATE, Defect.PAGE_ABSENT, Defect.NAT_PAGE_CONSUMED, Defect.KEY_MISSING,
        Defect.KEY_DISABLED, Defect.RIGHTS_DENIED, Defect.ACCESS_BIT_CLEAR, Defect.ADDRESS_MISALIGNED);

    private SceneCatalogue() { }

    static Seq<Described<?>> all() {
        return Vector.of(
            Described.of("Scenes.sound()", Scenes.sound(), smallest(ReferenceType.FETCH, 16), column(), level(), sizes(), outcome()),
            Described.of("Scenes.sound(LOAD)", Scenes.sound(ReferenceType.LOAD), smallest(ReferenceType.LOAD, 2), level(), sizes(), bytes(), outcome()),
            Described.of("Scenes.any()", Scenes.any(), new Scene(SMALLEST.withRegions(PageCatalogue.REGIONS), Reference.fetch(new VirtualAddress(0))),
                column(), level(), flags().of(Scene::machine), reaches(), outcome(), condition()),
            Described.of("Scenes.machines()", Scenes.machines(), SMALLEST, level().of(machine -> new Scene(machine, Reference.fetch(new VirtualAddress(0)))),
                flags(), Classifier.<Addressing>marks("besides", Vector.of("change of ic in flight", "ed of the code's page"), machine ->
                    Vector.of(machine.inFlight() ? "change of ic in flight" : "", machine.codeEd() ? "ed of the code's page" : "").filter(mark -> !mark.isEmpty()))),
            Described.of("Scenes.statusRegisters()", Scenes.statusRegisters(), new Psr(0), flags().of(SMALLEST::withPsr)),
            Described.of("Scenes.keyRegisters()", Scenes.keyRegisters(), NO_KEYS,
                Classifier.<ProtectionKeyRegisters>by("valid registers", Vector.range(0, 5), keys -> registers(keys).count(low -> (low & 1) == 1)),
                Classifier.<ProtectionKeyRegisters>ofParts("of the valid, disabling", Vector.of("nothing", "wd", "rd", "xd", "wd rd xd"), keys ->
                    registers(keys).filter(low -> (low & 1) == 1).map(low -> switch (low >> 1) {
                        case 0  -> "nothing";
                        case 1  -> "wd";
                        case 2  -> "rd";
                        case 4  -> "xd";
                        default -> "wd rd xd";
                    }))),
            Described.of("Defects.combinations(DEFECTS, 5)", Defects.combinations(DEFECTS, 5), (Seq<Defect>) Vector.of(Defect.NAT_CONSUMED),
                Classifier.<Seq<Defect>>by("defects", Vector.rangeClosed(1, 5), Seq::size),
                Classifier.<Seq<Defect>>marks("among them", DEFECTS, defects -> defects),
                Classifier.<Seq<Defect>>by("decides a load", DEFECTS, defects -> Rules.becauseOfNarrow(defects.foldLeft(Scene.of(ReferenceType.LOAD), (scene, defect) -> defect.in(scene))).name())));
    }

    private static Seq<Integer> registers(ProtectionKeyRegisters keys) {
        return Vector.range(0, keys.number()).map(number -> (int) keys.get(number).bits() & 0xf);
    }

    private static Scene smallest(ReferenceType type, int size) {
        Translation page = Translation.of(new VirtualAddress(0), Scene.RID, Scene.SIZE, Scene.KEY, Scene.ENTRY);
        Scene scene = Scene.of(type);
        return new Scene(scene.machine().withRegions(Scenes.regions(Scene.RID)).withTlb(Tlb.EMPTY.withRegister(type.stream(), Scene.SLOT, Option.some(page))),
            Operations.of(type, new VirtualAddress(0), size, 0));
    }

    private static Classifier<Scene> column() {
        return Classifier.by("column of the order", Vector.of(Column.values()), Scene::column);
    }

    private static Classifier<Scene> level() {
        return Classifier.by("privilege level", Vector.range(0, 4), scene -> scene.machine().psr().cpl());
    }

    private static Classifier<Scene> sizes() {
        return Classifier.ofParts("page size", Vector.of(14, 16, 18, 24).map(PageSize::new), scene ->
            scene.machine().tlb().instruction().all().appendAll(scene.machine().tlb().data().all()).map(entry -> entry.translation().size()));
    }

    private static Classifier<Scene> bytes() {
        return Classifier.by("bytes", Vector.of(1, 2, 4, 8), scene -> scene.reference().size());
    }

    /// How many translations of its stream the reference finds, whether it is translated or not.
    private static Classifier<Scene> reaches() {
        return Classifier.by("translations for the address", Vector.of("none", "one", "several"), scene -> {
            VirtualAddress address = scene.reference().address();
            int number = scene.machine().tlb().matching(scene.reference().type().stream(), scene.machine().regions().of(address).identifier(), address).size();
            return number == 0 ? "none" : number == 1 ? "one" : "several";
        });
    }

    /// Which condition of the order decides, where one does; no machine has breakpoints.
    private static Classifier<Scene> condition() {
        Seq<Defect> met = Vector.of(Defect.values()).filter(defect -> DefectTable.columns(defect).exists(Column::isOfReferences)).remove(Defect.BREAKPOINT_HIT);
        return Classifier.by("condition that decides", met.map(Defect::name).append("none"), scene -> Defect.of(Rules.because(scene)).map(Defect::name).getOrElse("none"));
    }

    private static Classifier<Scene> outcome() {
        return Classifier.by("outcome on the reference", Rules.OUTCOMES, Rules::outcome);
    }

    /// Keys are enforced where pk is set.
    private static Classifier<Addressing> flags() {
        Seq<Tuple2<String, Predicate<Psr>>> flags = Vector.of(Tuple.of("ac", Psr::ac), Tuple.of("ic", Psr::ic), Tuple.of("pk", Psr::pk), Tuple.of("dt", Psr::dt), Tuple.of("it", Psr::it),
            Tuple.of("da", Psr::da), Tuple.of("ed", Psr::ed), Tuple.of("ia", Psr::ia), Tuple.of("vm", Psr::vm));
        return Classifier.marks("set in PSR", flags.map(Tuple2::_1), machine -> flags.filter(flag -> flag._2.test(machine.psr())).map(Tuple2::_1));
    }
}
