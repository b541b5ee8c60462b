package vmmref.model.dependency;

import io.vavr.Function1;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import vmmref.model.instruction.Completer;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Instruction;
import vmmref.model.instruction.Operand;
import vmmref.model.register.RegisterNumber;

/// Which resources a word of the table names in an instruction.
///
/// A word is the name of a resource; `psr`, `psr.l`, `psr.um`, `pr`, `pr.rot`, `ar` for all of them; `psr{imm24}` and `pr{mask17}` for those that a mask selects; `{r3}` for the register that an operand names; `fpsr.{sf}.flags` for the
/// field that a completer chooses.
final class Touching {
    private static final Seq<Resource> FPSR_PARTS = Resource.NAMED.filter(name -> name.startsWith("fpsr.")).map(Resource::named);

    private Touching() { }

    /// {@return the resources of some words in the instructions of a form}
    static Function1<Instruction, Seq<Resource>> words(Form form, Seq<String> words) {
        Seq<Function1<Instruction, Seq<Resource>>> each = words.map(word -> word(form, word)).toArray();
        return instruction -> each.flatMap(word -> word.apply(instruction));
    }

    private static Function1<Instruction, Seq<Resource>> word(Form form, String word) {
        return switch (word) {
            case "psr{imm24}" -> masked(operand(form, "imm24"), 24, Resource::status);
            case "pr{mask17}" -> masked(operand(form, "mask17"), 64, Resource::predicate);
            default -> word.startsWith("{") ? operand(operand(form, word.substring(1, word.length() - 1)))
                : word.startsWith("fpsr.{sf}") ? field(form.completers().find(each -> each.name().equals("sf")).get(), word.substring(word.lastIndexOf('.')))
                : instruction -> plain(word);
        };
    }

    /// {@return the resources that a word names in every instruction}
    static Seq<Resource> plain(String word) {
        return switch (word) {
            case "psr"    -> Vector.range(1, 47).map(Resource::status);
            case "psr.l"  -> Vector.range(1, 32).map(Resource::status);
            case "psr.um" -> Vector.range(1, 6).map(Resource::status);
            case "pr"     -> Vector.range(1, 64).map(Resource::predicate);
            case "pr.rot" -> Vector.range(16, 64).map(Resource::predicate);
            case "ar"     -> Vector.range(0, 128).flatMap(number -> parts(Resource.application(number)));
            default       -> Array.of(Resource.named(word));
        };
    }

    /// {@return the register that an operand names, in parts where it has any}
    static Function1<Instruction, Seq<Resource>> operand(Operand operand) {
        return instruction -> parts(Resource.of(operand.kind(), (int) operand.value(instruction.fields()).value()));
    }

    private static Seq<Resource> parts(Resource resource) {
        return resource.equals(Resource.application(RegisterNumber.FPSR)) ? FPSR_PARTS : Array.of(resource);
    }

    private static Function1<Instruction, Seq<Resource>> masked(Operand mask, int bits, Function1<Integer, Resource> resource) {
        return instruction -> Vector.range(1, bits).filter(bit -> (mask.value(instruction.fields()).value() >>> bit & 1) != 0).map(resource);
    }

    private static Function1<Instruction, Seq<Resource>> field(Completer status, String part) {
        return instruction -> Array.of(Resource.named("fpsr.s" + status.field().of(instruction.fields()) + part));
    }

    private static Operand operand(Form form, String name) {
        return form.operands().find(each -> each.name().equals(name)).get();
    }
}
