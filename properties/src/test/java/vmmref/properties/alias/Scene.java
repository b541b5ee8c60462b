package vmmref.properties.alias;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import vmmref.model.memory.PageSize;
import vmmref.model.memory.PhysicalAddress;
import vmmref.vmm.keys.PageState;
import vmmref.vmm.keys.Pages;
import vmmref.vmm.memory.GuestMap;
import vmmref.vmm.patch.Copies;

/// What a guest has, what the monitor knows, and a small machine for that.
///
/// @param holds        the contents of frames
/// @param map          frames behind pages of guest memory
/// @param translations pages of guest memory to which those of the guest lead
/// @param pieces       where those for instructions lead in the hardware
record Scene(Setting setting, Vector<Integer> holds, Map<Integer, Integer> map, Map<Spot, Integer> translations, Map<Spot, PhysicalAddress> pieces, Pages pages, Copies copies) {

    /// {@return where nothing was executed yet}
    static Scene of(Setting setting, Vector<Integer> holds, Map<Integer, Integer> map, Map<Spot, Integer> translations) {
        return new Scene(setting, holds, map, translations, HashMap.empty(), Pages.UNSEEN, setting.room());
    }

    Option<Integer> frame(Spot at) {
        return translations.get(at).flatMap(map::get);
    }

    PageState state(int frame) {
        return pages.state(frame);
    }

    /// {@return what a frame is if it is executed}
    PageState found(int frame) {
        return setting.sensitive().contains(holds.get(frame)) ? PageState.PATCHED : PageState.CODE;
    }

    Scene holding(int frame, int content) {
        return new Scene(setting, holds.update(frame, content), map, translations, pieces, pages, copies);
    }

    Scene withMap(Map<Integer, Integer> other) {
        return new Scene(setting, holds, other, translations, pieces, pages, copies);
    }

    Scene withTranslations(Map<Spot, Integer> others) {
        return new Scene(setting, holds, map, others, pieces, pages, copies);
    }

    Scene withPieces(Map<Spot, PhysicalAddress> others) {
        return new Scene(setting, holds, map, translations, others, pages, copies);
    }

    Scene withPages(Pages others) {
        return new Scene(setting, holds, map, translations, pieces, others, copies);
    }

    Scene withCopies(Copies others) {
        return new Scene(setting, holds, map, translations, pieces, pages, others);
    }

    /// {@return the same after the hardware has lost the pieces of a range}
    Scene purged(Spot at, PageSize range) {
        return withPieces(pieces.rejectKeys(each -> each.rid() == at.rid() && (each.page() == at.page() || range.log2() > GuestMap.PAGE_LOG2)));
    }
}
