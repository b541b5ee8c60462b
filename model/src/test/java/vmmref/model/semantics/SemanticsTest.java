package vmmref.model.semantics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.vavr.Function1;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import vmmref.model.bundle.Bundle;
import vmmref.model.delivery.Delivering;
import vmmref.model.dependency.Dependencies;
import vmmref.model.execute.Meaning;
import vmmref.model.instruction.DecodedBundle;
import vmmref.model.instruction.Form;
import vmmref.model.machine.Effects;
import vmmref.model.partition.Partitioner;
import vmmref.model.profile.Profile;
import vmmref.model.translate.Translator;
import vmmref.spec.Table;

class SemanticsTest {
    private static final Profile MINIMAL = Profile.named("minimal").get();

    @Test
    void eachRuleIsReplacedAlone() {
        Semantics right = Semantics.architected(MINIMAL);
        Function1<Bundle, DecodedBundle> decode = bundle -> right.decode().apply(bundle);
        Translator translator = Translator.architected(MINIMAL);
        assertSame(decode, right.withDecode(decode).decode());
        assertSame(right.translator(), right.withDecode(decode).translator());
        assertSame(translator, right.withTranslator(translator).translator());
        assertSame(right.decode(), right.withTranslator(translator).decode());
        Delivering delivery = (machine, cause, choice) -> Effects.NONE;
        assertSame(delivery, right.withDelivery(delivery).delivery());
        assertSame(right.translator(), right.withDelivery(delivery).translator());
        assertSame(right.delivery(), right.withDecode(decode).withTranslator(translator).delivery());
        Partitioner partitioner = Partitioner.architected(MINIMAL);
        assertSame(partitioner, right.withPartitioner(partitioner).partitioner());
        assertSame(right.translator(), right.withPartitioner(partitioner).translator());
        assertSame(right.partitioner(), right.withDecode(decode).withTranslator(translator).partitioner());
        assertEquals(MINIMAL, right.withDecode(decode).withTranslator(translator).profile());
        Function1<Form, Option<Meaning>> meanings = form -> Option.none();
        assertSame(meanings, right.withMeanings(meanings).meanings());
        assertSame(right.dependencies(), right.withMeanings(meanings).dependencies());
        Dependencies dependencies = Dependencies.of(Table.named("resources"));
        assertSame(dependencies, right.withDependencies(dependencies).dependencies());
        assertSame(right.meanings(), right.withDependencies(dependencies).meanings());
    }

    @Test
    void theRulesAreThoseOfTheProfile() {
        assertEquals(MINIMAL, Semantics.architected(MINIMAL).translator().profile());
        assertEquals(MINIMAL.dimensions(), Semantics.architected(MINIMAL).translator().dimensions());
    }
}
