package vmmref.spec;

/// One sentence of the specification, with a name. Each chapter that states clauses has one enum that implements this interface.
///
/// Names are `<THING>_<CONDITION>`, unique across chapters, never numbers and never reused.
public interface Clause {
    /// {@return the clause's name, as in its heading}
    String name();

    /// {@return the sentence as its chapter states it}
    default Sentence sentence() {
        return Chapters.sentence(this);
    }

    /// {@return what the clause asks}
    default Level level() {
        return sentence().level();
    }
}
