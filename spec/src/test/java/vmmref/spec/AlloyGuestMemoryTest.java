package vmmref.spec;

import java.nio.file.Path;

/// The file of `spec/alloy` that takes as long as all others together.
class AlloyGuestMemoryTest extends AlloyFiles {

    static boolean is(Path file) {
        return file.endsWith("guest-memory.als");
    }

    @Override boolean has(Path file) {
        return is(file);
    }
}
