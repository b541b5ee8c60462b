package vmmref.vectors.recognize;

import io.vavr.Tuple2;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vmmref.model.instruction.Form;
import vmmref.model.instruction.Forms;
import vmmref.vectors.format.FieldMistake;
import vmmref.vectors.format.Fields;
import vmmref.vectors.format.Json;
import vmmref.vectors.run.Suggestions;
import vmmref.vmm.recognize.Action;
import vmmref.vmm.recognize.BlockPattern;
import vmmref.vmm.recognize.InstructionPattern;
import vmmref.vmm.recognize.Limit;
import vmmref.vmm.recognize.Member;

/// How blocks are written in JSON.
///
/// A block has a `name`, `members`, and perhaps an `action`. A member is a pattern, `{"either":[…]}`, one of several patterns, or `{"any":true}`, any instruction. A pattern has a `form`, as `spec/forms.tsv` writes it: mnemonic with
/// completers in braces, a blank, operands. Its `where` says of fields what their values must be, a decimal number or two of them with `..` between, the least and the greatest; its `names` gives fields names. Fields of one name in a block
/// have one value.
public final class Notation {
    private static final Pattern NAME  = Pattern.compile("[!-~](?:[ -~]{0,62}[!-~])?");
    private static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9]{0,15}");
    private static final Pattern LIMIT = Pattern.compile("(-?[0-9]{1,19})(?:\\.\\.(-?[0-9]{1,19}))?");
    private static final Seq<String> TAKEN = Vector.of("action", "members");
    private static final int BLOCKS  = 64;
    private static final int MEMBERS = 64;
    private static final int CHOICES = 16;
    private static final Map<String, Form> FORMS = Forms.architected().toLinkedMap(form -> form.syntax().text(), form -> form);

    private Notation() { }

    /// {@return the pattern of a form that people write, such as `thash r1=r3`}
    /// @throws FieldMistake if there is no such form
    public static InstructionPattern pattern(String form, String path) {
        return FORMS.get(form).map(InstructionPattern::of).getOrElseThrow(() -> new FieldMistake(path, "is \"" + form + "\", which is no form" + Suggestions.among(FORMS.keySet().toVector(), form),
            "write a form as spec/forms.tsv does: mnemonic, a blank, operands, such as \"thash r1=r3\""));
    }

    /// {@return what the field `blocks` holds}
    static Seq<BlockPattern> blocks(Fields fields) {
        Seq<Fields> all = several(fields, "blocks", BLOCKS);
        Seq<BlockPattern> blocks = all.map(Notation::block).toVector();
        blocks.zipWithIndex().find(each -> blocks.take(each._2).exists(before -> before.name().equals(each._1.name()))).forEach(twice -> {
            throw all.get(twice._2).mistake("name", "is \"" + twice._1.name() + "\", as that of another block", "give each block a name of its own");
        });
        return blocks;
    }

    private static Seq<Fields> several(Fields fields, String field, int most) {
        Seq<Fields> all = fields.children(field);
        if (all.isEmpty() || all.size() > most) throw fields.mistake(field, all.isEmpty() ? "is empty" : "has " + all.size() + " elements", "write 1 to " + most + " of them");
        return all;
    }

    private static BlockPattern block(Fields fields) {
        String name = fields.matching("name", NAME, "1 to 64 printable characters of ASCII, no blank at either end");
        if (name.endsWith(Found.CUT)) throw fields.mistake("name", "is \"" + name + "\", as a block that is cut would be told", "end it with another word");
        Seq<Fields> all = several(fields, "members", MEMBERS);
        Seq<Member> members = all.map(Notation::member).toVector();
        Vector.of(0, members.size() - 1).find(end -> members.get(end) instanceof Member.Any).forEach(end -> {
            throw new FieldMistake(all.get(end).path(), "is any instruction, at the end of a block", "begin and end blocks with a form: leave it out, or put it between others");
        });
        if (BlockPattern.choices(members) > BlockPattern.CHOICES)
            throw fields.mistake("members", "have more than " + BlockPattern.CHOICES + " choices of alternatives that share names", "name fewer fields of alternatives, or look for several blocks");
        BlockPattern block = BlockPattern.of(name, members);
        return action(fields).map(block::doing).getOrElse(block);
    }

    private static Option<Action> action(Fields fields) {
        return Option.when(fields.has("action"), () -> fields.word("action", word -> List.of(Action.values()).find(action -> action.text().equals(word)), Action.values(), Action::text));
    }

    private static Member member(Fields fields) {
        Seq<String> sorts = Vector.of("form", "either", "any").filter(fields::has);
        if (sorts.size() != 1)
            throw new FieldMistake(fields.path(), sorts.isEmpty() ? "says of no instruction what it is" : "holds " + sorts.mkString(" and "), "write one of form, either, any");
        return switch (sorts.head()) {
            case "form"   -> Member.of(pattern(fields));
            case "either" -> new Member.Either(several(fields, "either", CHOICES).map(Notation::pattern).toVector());
            default       -> any(fields);
        };
    }

    private static Member any(Fields fields) {
        if (!fields.json().get("any").isBoolean() || !fields.json().get("any").booleanValue()) throw fields.mistake("any", "is " + fields.json().get("any"), "write true");
        return new Member.Any();
    }

    private static InstructionPattern pattern(Fields fields) {
        InstructionPattern form  = pattern(fields.text("form"), fields.path() + ".form");
        Map<String, String> where = strings(fields, "where");
        Map<String, String> names = strings(fields, "names");
        fields.optional("where").forEach(limits -> where.forEach((field, limit) -> known(form, limits, field)));
        fields.optional("names").forEach(given -> names.forEach((field, name) -> known(form, given, field)));
        InstructionPattern limited = where.foldLeft(form, (pattern, limit) -> limited(pattern, fields.child("where"), limit));
        return names.foldLeft(limited, (pattern, name) -> named(pattern, form, fields.child("names"), name));
    }

    private static Map<String, String> strings(Fields fields, String field) {
        return fields.optional(field).map(Fields::strings).getOrElse(HashMap.empty());
    }

    private static void known(InstructionPattern form, Fields fields, String field) {
        Seq<String> all = form.variables().map(variable -> variable.operand().name());
        if (!all.contains(field)) throw fields.mistake(field, "is no field of " + form.name(), all.isEmpty() ? "leave it out: nothing varies" : "name one of " + all.mkString(", "));
    }

    private static InstructionPattern limited(InstructionPattern pattern, Fields fields, Tuple2<String, String> limit) {
        Matcher written = LIMIT.matcher(limit._2);
        if (!written.matches()) throw fields.mistake(limit._1, "is \"" + limit._2 + "\"", "write a decimal number, or the least and the greatest with .. between, such as 0..7");
        long least = number(fields, limit, written.group(1));
        long most  = written.group(2) == null ? least : number(fields, limit, written.group(2));
        if (least > most) throw fields.mistake(limit._1, "is \"" + limit._2 + "\", and no number is", "write the least one first");
        return pattern.where(limit._1, least, most);
    }

    private static long number(Fields fields, Tuple2<String, String> limit, String digits) {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException large) {
            throw fields.mistake(limit._1, "is \"" + limit._2 + "\"", "write numbers of 64 bits, signed");
        }
    }

    private static InstructionPattern named(InstructionPattern pattern, InstructionPattern form, Fields fields, Tuple2<String, String> name) {
        if (!FIELD.matcher(name._2).matches()) throw fields.mistake(name._1, "is \"" + name._2 + "\"", "write 1 to 16 lower-case letters and digits, a letter first");
        if (TAKEN.contains(name._2)) throw fields.mistake(name._1, "is \"" + name._2 + "\", which an answer tells something else by", "write another name");
        if (form.variables().exists(variable -> variable.name().equals(name._2) && !variable.name().equals(name._1)))
            throw fields.mistake(name._1, "is \"" + name._2 + "\", as another field of " + form.name(), "write another name");
        return pattern.naming(name._1, name._2);
    }

    /// {@return the array that is read as these blocks, if they can be said at all}
    static ArrayNode json(Seq<BlockPattern> blocks) {
        ArrayNode array = Json.object().putArray("blocks");
        blocks.map(Notation::json).forEach(array::add);
        return array;
    }

    private static ObjectNode json(BlockPattern block) {
        ObjectNode json = Json.object().put("name", block.name());
        ArrayNode members = json.putArray("members");
        block.members().map(Notation::json).forEach(members::add);
        block.action().forEach(action -> json.put("action", action.text()));
        return json;
    }

    private static ObjectNode json(Member member) {
        if (member instanceof Member.Any) return Json.object().put("any", true);
        if (member.patterns().size() == 1) return json(member.patterns().head());
        ObjectNode json = Json.object();
        ArrayNode either = json.putArray("either");
        member.patterns().map(Notation::json).forEach(either::add);
        return json;
    }

    private static ObjectNode json(InstructionPattern pattern) {
        ObjectNode json = Json.object().put("form", pattern.name());
        ObjectNode where = Json.object();
        pattern.limits().forEach(limit -> where.put(limit.operand().name(), text(limit)));
        if (!where.isEmpty()) json.set("where", where);
        ObjectNode names = Json.object();
        pattern.variables().filter(variable -> variable.shared()).forEach(variable -> names.put(variable.operand().name(), variable.name()));
        if (!names.isEmpty()) json.set("names", names);
        return json;
    }

    private static String text(Limit limit) {
        return limit.least() == limit.most() ? String.valueOf(limit.least()) : limit.least() + ".." + limit.most();
    }
}
