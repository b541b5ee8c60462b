package vmmref.model.dependency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import vmmref.model.instruction.OperandKind;

/// Resources and their names.
class ResourceTest {
    @Test
    void resourcesHaveNames() {
        Vector.of("r4", "f127", "p63", "b7", "ar.pfs", "cr.ivr", "psr.ic", "psr.63", "fpsr.s0.flags", "cfm", "in-service").forEach(name -> assertEquals(name, Resource.named(name).toString()));
        assertEquals(Resource.application(64), Resource.named("ar.pfs"));
        assertEquals(Resource.status(13), Resource.named("psr.ic"));
        assertEquals("there is no resource r128", assertThrows(IllegalArgumentException.class, () -> Resource.named("r128")).getMessage());
        assertEquals(new Resource(Resource.Kind.BRANCH, 3), Resource.of(OperandKind.BRANCH, 3));
        assertEquals(Vector.of(OperandKind.DECIMAL, OperandKind.HEXADECIMAL, OperandKind.TARGET), Vector.of(OperandKind.values()).reject(Resource::isRegister));
        assertEquals("no register is DECIMAL", assertThrows(IllegalArgumentException.class, () -> Resource.of(OperandKind.DECIMAL, 3)).getMessage());
        assertEquals(Vector.of("r0", "f0", "f1", "p0"), Vector.of("r0", "r1", "f0", "f1", "f2", "p0", "p1", "b0", "ar.k0", "cr.dcr", "cfm").filter(name -> Resource.named(name).isConstant()));
        assertEquals(Vector.of("r32", "f32", "p16"), Vector.of("r31", "r32", "f31", "f32", "p15", "p16", "b7", "ar.pfs", "cr.ivr", "psr.i", "cfm").filter(name -> Resource.named(name).isRenamed()));
    }
}
