package vmmref.walls;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Dependencies between the rooms point one way.
class RoomsTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vmmref");

    @Test
    void everyRoomIsThere() {
        for (String room : new String[] {"spec", "model", "vmm", "properties", "vectors"}) assertTrue(PRODUCT.containPackage("vmmref." + room), room);
    }

    @Test
    void aRoomSeesOnlyTheRoomsBeforeIt() {
        layeredArchitecture().consideringOnlyDependenciesInLayers()
            .layer("spec").definedBy("vmmref.spec..")
            .layer("model").definedBy("vmmref.model..")
            .layer("vmm-reference").definedBy("vmmref.vmm..")
            .layer("properties").definedBy("vmmref.properties..")
            .layer("conformance-vectors").definedBy("vmmref.vectors..")
            .whereLayer("spec").mayNotAccessAnyLayer()
            .whereLayer("model").mayOnlyAccessLayers("spec")
            .whereLayer("vmm-reference").mayOnlyAccessLayers("spec", "model")
            .whereLayer("properties").mayOnlyAccessLayers("spec", "model", "vmm-reference")
            .whereLayer("conformance-vectors").mayOnlyAccessLayers("spec", "model", "vmm-reference", "properties")
            .check(PRODUCT);
    }

    @Test
    void thePackagesOfTheModelFormNoCycle() {
        slices().matching("vmmref.model.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void thePackagesOfTheVectorsFormNoCycle() {
        slices().matching("vmmref.vectors.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }
}
