import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Starter adapter for AP/1: copy it, and fill in `answer` until it speaks for your own decoder or emulator. Runs with `java Adapter.java`.
 *
 * As it stands it knows one thing, the table of bundle templates, which is enough for a first true verdict.
 */
public final class Adapter {

    /** The 32 template codes: the units of the three slots, `;` where an instruction group ends, `-` where reserved. */
    private static final List<String> TEMPLATES = List.of("""
        MII MII; MI;I MI;I; MLX MLX; - -  MMI MMI; M;MI M;MI; MFI MFI; MMF MMF;
        MIB MIB; MBB MBB; - - BBB BBB;  MMB MMB; - - MFB MFB; - -""".split("\\s+"));

    private static final Map<String, Object> HELLO = object(
        "proto", 1,
        "impl", object("name", "my decoder", "version", "0.1", "lang", "Java"),
        "kinds", List.of("codec"),                                         // the kinds of case that `answer` understands
        "profile", object("brl", true, "ld16", true, "vmsw", true, "msr", true, "clz", true),         // the optional instructions that you have
        "level", "observe",
        "observes", List.of("template"),                                   // the places you report; nothing else is compared
        "window", 64);                                                     // how many cases may wait for their answers

    /** The answer to one case, without its number. */
    private static Map<String, Object> answer(Map<?, ?> given) {
        Map<?, ?> stimulus = (Map<?, ?>) given.get("in");
        if (!"codec".equals(given.get("kind")) || !stimulus.containsKey("decode"))
            return object("outcome", "unsupported", "why", "this adapter only decodes");
        byte[] bundle = HexFormat.of().parseHex((String) stimulus.get("decode"));    // 16 bytes in memory order
        String template = TEMPLATES.get(bundle[0] & 0x1f);
        if (template.equals("-"))
            return object("outcome", "malformed");                         // reserved: the bundle has no instructions
        return object("outcome", "done", "delta", object("template", template));
    }

    /** What to send back for a request; nothing if the map is empty. */
    private static Map<String, Object> reply(Map<?, ?> request) {
        switch (String.valueOf(request.get("cmd"))) {
            case "hello": return HELLO;
            case "base":  return object("ok", true);
            case "run":   break;
            default:      return object();                                 // flush: nothing is held back here
        }
        Map<String, Object> reply = object("seq", request.get("seq"));
        try {
            reply.putAll(answer((Map<?, ?>) request.get("case")));
        } catch (RuntimeException bug) {                                   // our own bug: say so, and go on with the next case
            bug.printStackTrace();
            reply.putAll(object("outcome", "error", "detail", bug.toString()));
        }
        return reply;
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader in  = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream    out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Map<?, ?> request = (Map<?, ?>) new Json(line).value();
            if ("bye".equals(request.get("cmd"))) break;
            Map<String, Object> reply = reply(request);
            if (reply.isEmpty()) continue;
            out.print(Json.text(reply) + "\n");
            out.flush();                                                   // without the flush the runner waits for ever
        }
    }

    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return object;
    }

    /** As much JSON as is needed: maps, lists, strings, booleans, numbers, null. It trusts that what it reads is valid. */
    private static final class Json {

        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object value() {
            char first = next();
            if (first == '{') return members();
            if (first == '[') return elements();
            if (first == '"') return string();
            int start = at - 1;
            while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) at++;
            String word = text.substring(start, at);
            return switch (word) {
                case "true", "false" -> Boolean.valueOf(word);
                case "null"          -> null;
                default              -> word.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(word) : Double.valueOf(word);
            };
        }

        private Map<String, Object> members() {
            Map<String, Object> members = new LinkedHashMap<>();
            for (char c = next(); c != '}'; c = next()) {
                if (c == ',') next();
                String name = string();
                next();                                                    // the colon
                members.put(name, value());
            }
            return members;
        }

        private List<Object> elements() {
            List<Object> elements = new ArrayList<>();
            for (char c = next(); c != ']'; c = next()) {
                if (c != ',') at--;
                elements.add(value());
            }
            return elements;
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            for (char c = text.charAt(at++); c != '"'; c = text.charAt(at++)) string.append(c == '\\' ? escaped() : c);
            return string.toString();
        }

        private char escaped() {
            char c = text.charAt(at++);
            if (c == 'u') return (char) Integer.parseInt(text.substring(at, at += 4), 16);
            int known = "bfnrt".indexOf(c);
            return known < 0 ? c : "\b\f\n\r\t".charAt(known);
        }

        /** The next character that is no white space. */
        private char next() {
            while (" \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
            return text.charAt(at++);
        }

        static String text(Object value) {
            if (value instanceof Map<?, ?> map) {
                List<String> members = new ArrayList<>();
                map.forEach((name, member) -> members.add(text(name) + ":" + text(member)));
                return "{" + String.join(",", members) + "}";
            }
            if (value instanceof List<?> list) return "[" + String.join(",", list.stream().map(Json::text).toList()) + "]";
            return value instanceof String string ? '"' + quoted(string) + '"' : String.valueOf(value);
        }

        private static String quoted(String string) {
            StringBuilder quoted = new StringBuilder();
            for (char c : string.toCharArray())
                quoted.append(c < ' ' ? String.format("\\u%04x", (int) c) : c == '"' || c == '\\' ? "\\" + c : String.valueOf(c));
            return quoted.toString();
        }
    }
}
