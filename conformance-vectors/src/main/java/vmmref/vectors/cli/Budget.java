/// For how long a campaign goes on.
package vmmref.vectors.cli;

import io.vavr.control.Option;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import vmmref.vectors.run.ShellWords;

/// A mixin: by time or by cases.
final class Budget {

    private static final Pattern TIME  = Pattern.compile("(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,8})s)?");
    private static final Pattern TRIES = Pattern.compile("[0-9]{1,16}|[0-9]{1,3}(\\.[0-9]{1,3})?[eE][0-9]{1,2}");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @picocli.CommandLine.Option(names = "--time", paramLabel = "TIME", description = "End after so much time, such as 30s, 10m or 1h30m.")
    private String time;

    @picocli.CommandLine.Option(names = "--tries", paramLabel = "N", description = "End after so many cases, such as 50000 or 1e6.")
    private String tries;

    boolean isGiven() {
        return time != null || tries != null;
    }

    /// {@return milliseconds; -1 where no time is given}
    long millis() {
        if (time == null) return -1;
        Matcher parts = TIME.matcher(time);
        if (time.isEmpty() || !parts.matches()) throw wrong("--time", time, "a time such as 30s, 10m or 1h30m");
        long seconds = 3600 * part(parts, 1) + 60 * part(parts, 2) + part(parts, 3);
        if (seconds == 0) throw wrong("--time", time, "a time of one second or more, such as 30s, 10m or 1h30m");
        return 1000 * seconds;
    }

    private static long part(Matcher parts, int group) {
        return Option.of(parts.group(group)).map(Long::parseLong).getOrElse(0L);
    }

    /// {@return cases; -1 where no number is given}
    long tries() {
        if (tries == null) return -1;
        if (!TRIES.matcher(tries).matches()) throw wrong("--tries", tries, "a number such as 50000 or 1e6");
        BigDecimal number = new BigDecimal(tries);
        if (number.signum() == 0 || number.stripTrailingZeros().scale() > 0 || number.compareTo(BigDecimal.valueOf(1_000_000_000_000_000L)) > 0) throw wrong("--tries", tries, "a whole number from 1 to 1e15");
        return number.longValueExact();
    }

    private ParameterException wrong(String option, String value, String wanted) {
        return new ParameterException(spec.commandLine(), "%s %s: write %s".formatted(option, ShellWords.quote(value), wanted));
    }
}
