/// Registers of which stubs hold what a guest believes.
package vmmref.vectors.patch;

import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.regex.Pattern;
import vmmref.model.machine.Machine;
import vmmref.model.register.IndirectRegisters;

enum Held {
    KERNEL("mov\\.m r1=ar3", guest -> Vector.range(0, 8).map(guest::application)),
    TABLE("(thash|ttag) r1=r3", guest -> Vector.range(0, 8).map(region -> guest.addressing().regions().get(region).bits()).append(guest.addressing().pta().bits())),
    MONITORS("mov r1=pmd\\[r3\\]", guest -> Vector.range(4, 8).map(guest.addressing().indirect().file(IndirectRegisters.File.PMD)::get));

    private final Pattern form;
    private final Function<Machine, Seq<Long>> values;

    Held(String form, Function<Machine, Seq<Long>> values) {
        this.form = Pattern.compile(form);
        this.values = values;
    }

    /// {@return those that an instruction tells, by the text of its form}
    static Option<Held> by(String text) {
        return Vector.of(values()).find(each -> each.form.matcher(text).matches());
    }

    Seq<Long> of(Machine guest) {
        return values.apply(guest);
    }

    /// {@return whether code that tells them needs registers that it parks}
    boolean isParking() {
        return this != KERNEL;
    }
}
