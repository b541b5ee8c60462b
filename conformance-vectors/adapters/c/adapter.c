/* Starter adapter for AP/1: copy it, and fill in `answer` until it speaks for your own decoder or emulator.
 *
 *     cc -O2 -Wall -Wextra -std=c99 -o adapter adapter.c
 *
 * As it stands it knows one thing, the table of bundle templates, which is enough for a first true verdict.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The 32 template codes: the units of the three slots, `;` where an instruction group ends, `-` where reserved. */
static const char *const TEMPLATES[32] = {
    "MII", "MII;", "MI;I", "MI;I;", "MLX", "MLX;", "-",    "-",     "MMI", "MMI;", "M;MI", "M;MI;", "MFI", "MFI;", "MMF", "MMF;",
    "MIB", "MIB;", "MBB",  "MBB;",  "-",   "-",    "BBB",  "BBB;",  "MMB", "MMB;", "-",    "-",     "MFB", "MFB;", "-",   "-",
};

/* kinds: those that `answer` understands. profile: the optional instructions that you have. observes: the places that you
 * report; nothing else is compared. window: how many cases may wait for their answers. */
static const char HELLO[] =
    "{\"proto\":1,\"impl\":{\"name\":\"my decoder\",\"version\":\"0.1\",\"lang\":\"C\"},\"kinds\":[\"codec\"],"
    "\"profile\":{\"brl\":true,\"ld16\":true,\"vmsw\":true,\"msr\":true,\"clz\":true},\"level\":\"observe\",\"observes\":[\"template\"],\"window\":64}";

struct answer {
    const char *outcome;     /* "done", "malformed", ...; "unsupported"; "error" for a failure of your own */
    const char *why;         /* why it is unsupported, or what failed */
    const char *shape;       /* the place `template`: have one member for each of `observes`, NULL where there is nothing to report */
};

static struct answer say(const char *outcome, const char *why, const char *shape)
{
    struct answer a;
    a.outcome = outcome;
    a.why = why;
    a.shape = shape;
    return a;
}

static const char *member(const char *object, const char *name);
static int text(const char *value, char *to, size_t size);

/* The answer to one case, a JSON object. */
static struct answer answer(const char *given)
{
    char kind[32], hex[33];
    unsigned first;
    const char *decode = member(member(given, "in"), "decode");

    if (!text(member(given, "kind"), kind, sizeof kind) || strcmp(kind, "codec") != 0 || decode == NULL)
        return say("unsupported", "this adapter only decodes", NULL);
    if (!text(decode, hex, sizeof hex) || strspn(hex, "0123456789abcdef") != 32)
        return say("error", "the bundle is not 32 hex digits", NULL);
    sscanf(hex, "%2x", &first);                            /* 16 bytes in memory order; this is the first */
    if (strcmp(TEMPLATES[first & 0x1f], "-") == 0)
        return say("malformed", NULL, NULL);              /* reserved: the bundle has no instructions */
    return say("done", NULL, TEMPLATES[first & 0x1f]);
}

/* ---- JSON: reads requests that are valid, in whatever order their fields come, and passes over what it does not know. */

static const char *space(const char *p)
{
    return p + strspn(p, " \t\r\n");
}

static const char *after_string(const char *p)
{
    for (p++; *p != '\0' && *p != '"'; p++)
        if (*p == '\\' && p[1] != '\0') p++;
    return *p == '"' ? p + 1 : p;
}

/* Where a value ends: at the comma or bracket after it. */
static const char *after_value(const char *p)
{
    long depth = 0;
    while (*p != '\0' && (depth > 0 || strchr(",]}", *p) == NULL)) {
        if (*p == '"') {
            p = after_string(p);
        } else {
            depth += *p == '{' || *p == '[';
            depth -= *p == '}' || *p == ']';
            p++;
        }
    }
    return p;
}

/* The value of a member, or NULL if there is none. */
static const char *member(const char *object, const char *name)
{
    char key[64];
    const char *p = object == NULL ? "" : space(object);
    if (*p != '{') return NULL;
    for (p = space(p + 1); *p == '"'; p = space(p + 1)) {
        int found = text(p, key, sizeof key) && strcmp(key, name) == 0;
        p = space(after_string(p));
        if (*p != ':') return NULL;
        p = space(p + 1);
        if (found) return p;
        p = after_value(p);
        if (*p != ',') return NULL;
    }
    return NULL;
}

/* The character of an escape after `\`, 0 if it is none in ASCII; `length` is how far the escape goes on. */
static unsigned escaped(const char *p, int *length)
{
    static const char NAMES[] = "\"\\/bfnrt", MEANINGS[] = "\"\\/\b\f\n\r\t";
    const char *name = *p == '\0' ? NULL : strchr(NAMES, *p);
    char digits[5];
    unsigned code;
    *length = 1;
    if (name != NULL) return (unsigned char) MEANINGS[name - NAMES];
    if (*p != 'u') return 0;
    sprintf(digits, "%.4s", p + 1);
    code = (unsigned) strtoul(digits, NULL, 16);
    *length = 5;
    return code < 0x80 ? code : 0;
}

/* Copies a string value. False if it is no string, too long, or has escapes beyond ASCII: nothing that matters here has. */
static int text(const char *value, char *to, size_t size)
{
    size_t used = 0;
    if (value == NULL || *value != '"') return 0;
    for (value++; *value != '\0' && *value != '"'; ) {
        int length = 1;
        unsigned c = (unsigned char) *value;
        if (c == '\\') {
            c = escaped(++value, &length);
            if (c == 0) return 0;
        }
        if (used + 1 >= size) return 0;
        to[used++] = (char) c;
        value += length;
    }
    to[used] = '\0';
    return *value == '"';
}

static void print_text(const char *name, const char *value)
{
    printf("\"%s\":\"", name);
    for (; *value != '\0'; value++) {
        if ((unsigned char) *value < ' ') printf("\\u%04x", (unsigned) *value);
        else if (*value == '"' || *value == '\\') printf("\\%c", *value);
        else putchar(*value);
    }
    putchar('"');
}

/* ---- The conversation: one line in, at most one line out. */

static void run(const char *request)
{
    struct answer a = answer(member(request, "case"));
    const char *seq = member(request, "seq");

    printf("{\"seq\":%.*s,", seq == NULL ? 0 : (int) strcspn(seq, ",} \t\r\n"), seq == NULL ? "" : seq);
    print_text("outcome", a.outcome);
    if (a.why != NULL) {
        putchar(',');
        print_text(strcmp(a.outcome, "error") == 0 ? "detail" : "why", a.why);
    }
    if (a.shape != NULL) {
        printf(",\"delta\":{");
        print_text("template", a.shape);
        putchar('}');
    }
    printf("}\n");
}

int main(void)
{
    static char line[(1 << 20) + 2];                       /* no line is longer than 1 MiB */
    char cmd[16];

    while (fgets(line, sizeof line, stdin) != NULL) {
        if (!text(member(line, "cmd"), cmd, sizeof cmd)) continue;
        if (strcmp(cmd, "bye") == 0) break;
        if (strcmp(cmd, "hello") == 0) puts(HELLO);
        if (strcmp(cmd, "base") == 0) puts("{\"ok\":true}");
        if (strcmp(cmd, "run") == 0) run(line);
        fflush(stdout);                                    /* without this the runner waits for ever */
    }
    return 0;
}
