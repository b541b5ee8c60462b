/// What a reference meets on its way: the drawing, the entries that it nearly meets, and what its page says.
package vmmref.vectors.report;

import io.vavr.control.Option;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.machine.Addressing;
import vmmref.model.memory.Memory;
import vmmref.model.memory.PhysicalAddress;
import vmmref.model.memory.VirtualAddress;
import vmmref.model.register.RegionRegister;
import vmmref.model.translate.Choice;
import vmmref.model.translate.Reference;
import vmmref.model.translate.ReferenceType;
import vmmref.model.translate.Target;
import vmmref.model.translate.Translated;
import vmmref.model.translate.Translator;
import vmmref.spec.References;
import vmmref.vectors.format.Json;

record LookupReference(Translator rules, Addressing machine, Memory memory, Reference reference, Choice choice) {

    /// {@return the sections for a person}
    String text(Ink ink, LookupAnswer answer) {
        LookupEntries entries = entries();
        LookupPicture picture = new LookupPicture(machine, reference, entries.met(), reached(), answer.end(), answer.attribute());
        return switch (target()) {
            case Target.Physical physical -> picture.physical("PSR.%s is 0: not translated".formatted(reference.type() == ReferenceType.FETCH ? "it" : "dt"));
            case Target.Page page         -> picture.translated() + "\n" + entries.text(ink) + new LookupRights(rules, machine, page).text();
            case Target.Nothing nothing   -> picture.translated() + "\n" + entries.text(ink);
            case Target.Missed missed     -> picture.translated() + "\n" + entries.text(ink);
            case Target.Several several   -> picture.translated() + "\n" + entries.text(ink);
        };
    }

    private Target target() {
        return rules.target(machine, memory, reference, choice);
    }

    private LookupEntries entries() {
        return LookupEntries.searched(rules, machine, reference, choice);
    }

    /// The physical address that the reference goes to, or that it is told.
    private Option<PhysicalAddress> reached() {
        return switch (rules.arrive(machine, memory, reference, choice).translated()) {
            case Translated.To(var address, var attribute, var because) -> Option.some(address);
            case Translated.Answered(long value, var because)           -> Option.when(because == References.ADDRESS_TOLD, () -> new PhysicalAddress(value));
            case Translated.Deferred deferred       -> Option.none();
            case Translated.Dropped dropped         -> Option.none();
            case Translated.Raised raised           -> Option.none();
            case Translated.Unspecified unspecified -> Option.none();
        };
    }

    /// {@return the same as the fields of an object}
    ObjectNode json() {
        VirtualAddress address = reference.address();
        RegionRegister register = machine.regions().of(address);
        Target target = target();
        ObjectNode json = Json.object();
        json.set("address", Json.object().put("va", address.toString()).put("translated", !(target instanceof Target.Physical)).put("region", address.region())
            .put("rr", register.toString()).put("rid", LookupWords.identifier(register.identifier())).put("preferred_ps", register.preferredSize().log2()));
        if (!(target instanceof Target.Physical)) {
            LookupEntries entries = entries();
            json.set("entries", entries.json());
            json.put("entries_left_out", entries.more());
        }
        if (target instanceof Target.Page page) json.set("page", new LookupRights(rules, machine, page).json());
        reached().forEach(physical -> json.put("reaches", physical.toString()));
        return json;
    }
}
