package vmmref.vectors.kill;

import org.pitest.reloc.asm.ClassReader;
import org.pitest.reloc.asm.ClassWriter;
import org.pitest.reloc.asm.Opcodes;
import org.pitest.reloc.asm.Type;
import org.pitest.reloc.asm.tree.AbstractInsnNode;
import org.pitest.reloc.asm.tree.ClassNode;
import org.pitest.reloc.asm.tree.InsnList;
import org.pitest.reloc.asm.tree.InsnNode;
import org.pitest.reloc.asm.tree.IntInsnNode;
import org.pitest.reloc.asm.tree.LdcInsnNode;
import org.pitest.reloc.asm.tree.LineNumberNode;
import org.pitest.reloc.asm.tree.MethodInsnNode;
import org.pitest.reloc.asm.tree.MethodNode;

/// Puts probes into compiled classes.
///
/// @param spots of all of them
record Probing(Spots spots) {
    private static final String PROBE = Type.getInternalName(Probe.class);

    /// {@return a class with a probe where a method begins, and also where a line begins if lines are wanted}
    byte[] probed(byte[] original, boolean lines) {
        ClassNode type = new ClassNode();
        new ClassReader(original).accept(type, 0);
        type.methods.forEach(method -> probe(type.name.replace('/', '.') + "." + method.name + method.desc, method, lines));
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        type.accept(writer);
        return writer.toByteArray();
    }

    private void probe(String name, MethodNode method, boolean lines) {
        if (method.instructions.size() == 0) return;
        if (lines) {
            for (AbstractInsnNode each : method.instructions.toArray())
                if (each instanceof LineNumberNode line) put(method.instructions, line, at(spots.line(name, line.line)));
        }
        method.instructions.insert(new MethodInsnNode(Opcodes.INVOKESTATIC, PROBE, "step", "()V", false));
    }

    /// A frame stands between a line and its first instruction, and an object that is not initialised yet is known by the instruction that makes it.
    private static void put(InsnList all, LineNumberNode line, InsnList probe) {
        AbstractInsnNode first = line;
        while (first != null && first.getOpcode() < 0) first = first.getNext();
        if (first == null) return;
        if (first.getOpcode() == Opcodes.NEW) all.insert(first, probe);
        else all.insertBefore(first, probe);
    }

    private static InsnList at(int spot) {
        InsnList probe = new InsnList();
        probe.add(number(spot));
        probe.add(new MethodInsnNode(Opcodes.INVOKESTATIC, PROBE, "at", "(I)V", false));
        return probe;
    }

    private static AbstractInsnNode number(int value) {
        if (value <= 5)               return new InsnNode(Opcodes.ICONST_0 + value);
        if (value <= Short.MAX_VALUE) return new IntInsnNode(Opcodes.SIPUSH, value);
        return new LdcInsnNode(value);
    }
}
