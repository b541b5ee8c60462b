package vmmref.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Templates;
import vmmref.model.execute.ReadyBundles;
import vmmref.model.instruction.DecodeTable;
import vmmref.model.protect.AccessRights;
import vmmref.model.register.ProtectionKeyRegisters;
import vmmref.model.tlb.Entries;
import vmmref.model.translate.FaultOrder;
import vmmref.model.word.Words;

/// The model is made of values: it says nothing with `void`, keeps nothing that changes, and knows no clock, file or thread.
class PurityTest {
    /// The classes that stand on arrays, which they write while they are made (a memory of what a function gave also later) and never show; those that are not public by name.
    private static final Set<String> REPRESENTATIONS = HashSet.of(Templates.class, DecodeTable.class, AccessRights.class, FaultOrder.class, ProtectionKeyRegisters.class, Entries.class, Words.class,
            ReadyBundles.class)
        .map(Class::getName).add("vmmref.model.tlb.Bucket");

    private static final JavaClasses CLASSES = new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("vmmref.model");

    private static final Seq<Class<?>> MODEL = Vector.ofAll(CLASSES)
        .<Class<?>>map(JavaClass::reflect).reject(Class::isAnonymousClass).sortBy(Class::getName);

    private static final Seq<Method> METHODS = MODEL.flatMap(type -> Vector.of(type.getDeclaredMethods())).reject(Method::isSynthetic);

    private static final Seq<Field> FIELDS = MODEL.flatMap(type -> Vector.of(type.getDeclaredFields())).reject(Field::isSynthetic);

    private static <T> void assertNone(String what, Seq<T> all, Predicate<T> wrong) {
        assertTrue(all.size() > 30, "only " + all.size() + " looked at");
        assertEquals(Vector.empty(), all.filter(wrong).toVector(), what);
    }

    @Test
    void nothingDependsOnAClockAThreadAFileOrChance() {
        noClasses().that().resideInAPackage("vmmref.model..").should().dependOnClassesThat()
            .resideInAnyPackage("java.time..", "java.util.concurrent..", "java.util.random..", "java.io..", "java.nio.file..", "java.net..").check(CLASSES);
        noClasses().that().resideInAPackage("vmmref.model..").should().dependOnClassesThat()
            .belongToAnyOf(System.class, Thread.class, ThreadLocal.class, java.util.Random.class).check(CLASSES);
    }

    @Test
    void noMethodReturnsNothing() {
        assertNone("methods without a result", METHODS, method -> method.getReturnType() == void.class);
    }

    @Test
    void everyFieldIsFinal() {
        assertNone("fields that can change", FIELDS, field -> !Modifier.isFinal(field.getModifiers()));
    }

    @Test
    void noSignatureNamesWhatChangesOrComesFromOutside() {
        assertNone("signatures with a type of the world outside", METHODS.reject(method -> Modifier.isPrivate(method.getModifiers())),
            method -> signature(method).exists(PurityTest::isImpure));
    }

    @Test
    void noSignatureNamesAnArray() {
        assertNone("signatures with an array", METHODS.reject(method -> Modifier.isPrivate(method.getModifiers()) || isOfEnum(method) || method.isVarArgs()),
            method -> signature(method).exists(Class::isArray));
        assertNone("arrays outside the listed representations", FIELDS,
            field -> field.getType().isArray() && !REPRESENTATIONS.contains(field.getDeclaringClass().getName()) && !field.getDeclaringClass().isEnum());
        assertNone("arrays that others can see", FIELDS, field -> field.getType().isArray() && !Modifier.isPrivate(field.getModifiers()));
    }

    /// Final fields can be written by their constructors only; this looks at the compiled code for any other write.
    @Test
    void fieldsAreWrittenOnlyWhileTheirObjectIsMade() throws IOException {
        Seq<String> writes = Vector.empty();
        for (Class<?> type : MODEL) {
            ClassModel code = ClassFile.of().parse(bytes(type));
            for (MethodModel method : code.methods()) {
                boolean makes = method.methodName().equalsString("<init>") || method.methodName().equalsString("<clinit>");
                boolean writesAField = method.code().stream().flatMap(each -> each.elementStream())
                    .anyMatch(element -> element instanceof FieldInstruction field && field.opcode().name().startsWith("PUT"));
                if (writesAField && !makes) writes = writes.append(type.getName() + "." + method.methodName());
            }
        }
        assertEquals(Vector.empty(), writes);
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream(type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class")) {
            return in.readAllBytes();
        }
    }

    private static boolean isOfEnum(Method method) {
        return method.getDeclaringClass().isEnum() && method.getName().equals("values");
    }

    private static Seq<Class<?>> signature(Method method) {
        return Vector.<Class<?>>ofAll(Arrays.asList(method.getParameterTypes())).append(method.getReturnType());
    }

    private static boolean isImpure(Class<?> type) {
        String name = type.getName();
        return java.util.Collection.class.isAssignableFrom(type) || java.util.Map.class.isAssignableFrom(type) || java.util.Iterator.class == type
            || name.startsWith("java.io.") || name.startsWith("java.nio.") || name.startsWith("java.time.") || name.startsWith("java.util.concurrent.")
            || java.util.random.RandomGenerator.class.isAssignableFrom(type) || Thread.class.isAssignableFrom(type);
    }
}
