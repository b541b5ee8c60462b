package vmmref.properties.guarantee;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/// The classes that hold guarantees, in the order of the chapters.
public final class Guarantees {
    private static final Seq<Class<?>> CLASSES = Vector.of(
        BundleGuarantees.class,
        FormGuarantees.class,
        OperandGuarantees.class,
        ResidueGuarantees.class,
        TextGuarantees.class,
        UnassignedGuarantees.class,
        TranslationGuarantees.class,
        InsertionGuarantees.class,
        PurgeGuarantees.class,
        HistoryGuarantees.class,
        ProtectionGuarantees.class,
        OrderGuarantees.class,
        QueryGuarantees.class,
        SpeculationGuarantees.class,
        LifeGuarantees.class,
        StatusGuarantees.class,
        PathGuarantees.class,
        AccessGuarantees.class,
        RoutingGuarantees.class,
        PacketGuarantees.class,
        LinkGuarantees.class,
        CrossingGuarantees.class,
        RecognitionGuarantees.class,
        BlockGuarantees.class,
        BuildGuarantees.class,
        PackGuarantees.class,
        PatchGuarantees.class,
        InsertGuarantees.class,
        RenamingGuarantees.class,
        CheckGuarantees.class,
        MoveGuarantees.class,
        ApplicationGuarantees.class,
        ControlGuarantees.class,
        StatusRegisterGuarantees.class,
        IndirectGuarantees.class,
        FrameGuarantees.class,
        StepGuarantees.class,
        BranchGuarantees.class,
        LoopGuarantees.class,
        ArithmeticGuarantees.class,
        CompareGuarantees.class,
        FieldGuarantees.class,
        ParallelGuarantees.class,
        LoadGuarantees.class,
        StoreGuarantees.class,
        SemaphoreGuarantees.class,
        AdvancedGuarantees.class,
        FloatImageGuarantees.class,
        DependencyGuarantees.class,
        ChangeGuarantees.class,
        ProgramGuarantees.class,
        DeliveryGuarantees.class,
        CollectionGuarantees.class,
        ReportGuarantees.class,
        CauseGuarantees.class,
        ReferenceGuarantees.class,
        CulpritGuarantees.class,
        TrapGuarantees.class,
        TargetGuarantees.class,
        ReturnGuarantees.class,
        PromotionGuarantees.class,
        ExternalGuarantees.class,
        EventGuarantees.class,
        SharingGuarantees.class,
        HashGuarantees.class,
        WalkGuarantees.class,
        WalkReportGuarantees.class,
        FaithfulWalkGuarantees.class);

    private Guarantees() { }

    public static Seq<Class<?>> classes() {
        return CLASSES;
    }
}
