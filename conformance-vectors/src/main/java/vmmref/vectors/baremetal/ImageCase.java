package vmmref.vectors.baremetal;

import vmmref.vectors.format.Case;

/// A case of an image.
///
/// @param id        of its vector, or another name
/// @param given     the case
/// @param expressed how the image executes it
public record ImageCase(String id, Case given, Expressed expressed) {
    CaseRecord record() {
        return CaseRecord.of(expressed);
    }
}
