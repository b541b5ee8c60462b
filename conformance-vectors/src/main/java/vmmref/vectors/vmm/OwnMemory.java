/// What a guest has in its memory: few turns change what was asked for last.
package vmmref.vectors.vmm;

import io.vavr.control.Option;
import vmmref.model.memory.Memory;
import vmmref.vectors.gpmap.NamedMap;

final class OwnMemory {
    private volatile Option<Last> last = Option.none();

    private record Last(Memory frames, NamedMap map, Memory own) {
        boolean isOf(Memory others, NamedMap by) {
            return frames == others && map == by;
        }
    }

    /// {@return what a guest has in its memory, as [Frames#ofGuest] says}
    Memory of(Memory frames, NamedMap map) {
        Option<Last> known = last.filter(each -> each.isOf(frames, map));
        if (known.isDefined()) return known.get().own;
        Memory own = Frames.ofGuest(frames, map);
        last = Option.some(new Last(frames, map, own));
        return own;
    }
}
