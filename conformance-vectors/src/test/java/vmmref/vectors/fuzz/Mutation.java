/// One way to spoil a line.
package vmmref.vectors.fuzz;

import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Each takes a line and another one, and may leave the line as it is where there is nothing to spoil.
enum Mutation {
    FLIPS_A_BIT {
        @Override String of(String line, String other, Random random) {
            int at = random.nextInt(line.length());
            return line.substring(0, at) + (char) (line.charAt(at) ^ 1 << random.nextInt(7)) + line.substring(at + 1);
        }
    },
    CUTS_OFF {
        @Override String of(String line, String other, Random random) {
            return line.substring(0, random.nextInt(line.length()));
        }
    },
    LEAVES_OUT {
        @Override String of(String line, String other, Random random) {
            int at = random.nextInt(line.length());
            return line.substring(0, at) + line.substring(Math.min(line.length(), at + 1 + random.nextInt(40)));
        }
    },
    REPEATS {
        @Override String of(String line, String other, Random random) {
            int at = random.nextInt(line.length());
            String part = line.substring(at, Math.min(line.length(), at + 1 + random.nextInt(60)));
            return line.substring(0, at) + part.repeat(1 + random.nextInt(4)) + line.substring(at);
        }
    },
    SPLICES {
        @Override String of(String line, String other, Random random) {
            return line.substring(0, random.nextInt(line.length())) + other.substring(random.nextInt(other.length()));
        }
    },
    BLOWS_UP_A_NUMBER {
        @Override String of(String line, String other, Random random) {
            return replaced(line, NUMBER, random, switch (random.nextInt(6)) {
                case 0  -> "-1";
                case 1  -> "2147483648";
                case 2  -> "9".repeat(400);
                case 3  -> "7.5";
                case 4  -> "1e999999999";
                default -> "-0";
            });
        }
    },
    NESTS {
        @Override String of(String line, String other, Random random) {
            int depth = random.nextInt(3) == 0 ? 50_000 : 1 + random.nextInt(8);
            return replaced(line, VALUE, random, ":" + "[".repeat(depth) + "]".repeat(depth));
        }
    },
    RENAMES_A_KEY {
        @Override String of(String line, String other, Random random) {
            return replaced(line, KEY, random, "\"" + "xyzÄ\\u0000\\ud800".substring(0, 1 + random.nextInt(4)) + "\":");
        }
    },
    SWAPS_A_TYPE {
        @Override String of(String line, String other, Random random) {
            String[] others = {":null", ":true", ":[]", ":{}", ":0", ":\"\"", ":[null]", ":\"done\""};
            return replaced(line, VALUE, random, others[random.nextInt(others.length)]);
        }
    },
    ADDS_ODD_CHARACTERS {
        @Override String of(String line, String other, Random random) {
            String[] odd = {"\u0000", "\u001b[31m", "\ufeff", "\u202e", "\ud800", "\udc00", "\\ud800", "\\u0000", "\uffff", "\ud83d\ude00", "\r", "\u2028", "\t", "\u0085"};
            int at = random.nextInt(line.length());
            return line.substring(0, at) + odd[random.nextInt(odd.length)] + line.substring(at);
        }
    };

    private static final Pattern NUMBER = Pattern.compile("(?<=[:\\[,= ])-?\\d+");
    private static final Pattern VALUE  = Pattern.compile(":(?:\"[^\"]*\"|\\d+|true|false|\\[[^\\[\\]]*]|\\{[^{}]*})");
    private static final Pattern KEY    = Pattern.compile("\"[a-z_0-9.]+\":");

    abstract String of(String line, String other, Random random);

    private static String replaced(String line, Pattern what, Random random, String by) {
        MatchResult[] found = what.matcher(line).results().toArray(MatchResult[]::new);
        if (found.length == 0) return line;
        MatchResult one = found[random.nextInt(found.length)];
        return line.substring(0, one.start()) + by + line.substring(one.end());
    }
}
