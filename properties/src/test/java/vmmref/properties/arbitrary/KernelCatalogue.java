package vmmref.properties.arbitrary;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.properties.arbitrary.kernel.Act;
import vmmref.properties.arbitrary.kernel.GuestKernel;
import vmmref.properties.arbitrary.kernel.GuestKernels;
import vmmref.properties.arbitrary.kernel.TableFormat;

/// The generator of operating systems, and what the page says of it.
final class KernelCatalogue {
    private static final GuestKernel SMALLEST = new GuestKernel(0, TableFormat.NONE, false, 0, Vector.empty(), Vector.of(Vector.empty()));
    private static final Seq<String> KERNEL = Vector.of("insert", "pin", "region", "key", "control", "ask", "physical", "return", "lower", "nested", "breakpoint", "interruptible", "calls", "change code");
    private static final Seq<String> PROCESS = Vector.of("reference", "speculate", "consume", "calls", "float", "change code", "astray", "privileged", "yield", "arm", "unmap", "demand", "protect", "remap", "pin", "grant");

    private KernelCatalogue() { }

    static Seq<Described<?>> all() {
        return Vector.of(Described.of("GuestKernels.kernels()", GuestKernels.kernels(), SMALLEST,
            Classifier.by("page table", Vector.of(TableFormat.values()), GuestKernel::format), Classifier.whether("checks keys", GuestKernel::keyed), Classifier.by("slice", Vector.of(0, 60, 150, 400), GuestKernel::slice),
            Classifier.by("processes", Vector.of(1, 2, 3), guest -> guest.processes().size()),
            Classifier.marks("its kernel does", KERNEL, guest -> guest.kernel().map(Act::name).filter(KERNEL::contains).distinct()),
            Classifier.marks("its processes do", PROCESS, guest -> guest.processes().flatMap(acts -> acts).map(Act::name).filter(PROCESS::contains).distinct())));
    }
}
