package vmmref.spec;

import java.nio.file.Path;

/// All files of `spec/alloy` but one.
class AlloyTest extends AlloyFiles {

    @Override boolean has(Path file) {
        return !AlloyGuestMemoryTest.is(file);
    }
}
