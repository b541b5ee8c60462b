package vmmref.properties.campaign;

/// Something that a campaign is to reach.
///
/// @param sort   what is asked
/// @param law    of the guarantee that asks it
/// @param name   of what is to come up, or never to; of a guarantee its sentence
/// @param met    whether it is so
/// @param detail figures, or why not
public record Goal(Sort sort, String law, String name, boolean met, String detail) {
    /// What is asked.
    public enum Sort {
        /// A guarantee holds in every case, and some case said something of it.
        ALWAYS,
        /// Something comes up, as often as its generator promises.
        SOMETIMES,
        /// Something does not come up.
        NEVER
    }
}
