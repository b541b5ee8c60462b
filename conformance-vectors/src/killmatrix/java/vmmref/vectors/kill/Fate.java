package vmmref.vectors.kill;

/// What became of a mutant.
///
/// @param tool   `compiled` or `table`
/// @param place  package or table
/// @param where  class and method, or table and row
/// @param what   what was changed
/// @param key    by which PIT's report knows it, or empty
/// @param reach  `once` for code that is over before anything is asked, `never` for code that nothing reaches, `asked` for any other
record Fate(String tool, String place, String where, String what, String key, String reach, Sentence vectors, Sentence guarantees) {
    static final String ASKED = "asked";
    static final String ONCE = "once";
    static final String NEVER = "never";

    static Fate of(CompiledMutant mutant, Sentence vectors, Sentence guarantees) {
        return new Fate("compiled", mutant.room(), mutant.where(), mutant.what(), key(mutant), ASKED, vectors, guarantees);
    }

    static Fate of(CompiledMutant mutant, String reach) {
        return new Fate("compiled", mutant.room(), mutant.where(), mutant.what(), key(mutant), reach, Sentence.unreached(), Sentence.unreached());
    }

    /// {@return whether neither vectors nor guarantees kill a mutant that they could}
    boolean isSurvivor() {
        return !reach.equals(ONCE) && !vectors.isKilled() && !guarantees.isKilled();
    }

    static String key(CompiledMutant mutant) {
        return mutant.method() + " " + mutant.id();
    }

    /// {@return one line of a journal}
    String line() {
        return String.join("\t", tool, place, where, what, key, reach, vectors.verdict().name(), vectors.by(), guarantees.verdict().name(), guarantees.by());
    }

    static Fate parse(String line) {
        String[] cells = line.split("\t", -1);
        return new Fate(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5],
            new Sentence(Sentence.Verdict.valueOf(cells[6]), cells[7]), new Sentence(Sentence.Verdict.valueOf(cells[8]), cells[9]));
    }
}
