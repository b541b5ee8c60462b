/// A change of a setting, as the table of twists writes it.
package vmmref.vectors.step;

import io.vavr.control.Option;
import vmmref.model.machine.Machine;
import vmmref.model.register.Itir;
import vmmref.model.register.Pte;
import vmmref.model.tlb.Stream;
import vmmref.model.tlb.Translation;
import vmmref.vectors.machine.MachineBase;
import vmmref.vectors.machine.MachineState;

/// `r35=8011` and any other place of a machine; `psr+3`, `psr-13` and `psr~2`, bits of PSR and the level; `#ar3=17`, an operand; `?16=1`, the qualifying predicate; `@virtual`, the base; `dtr0.pte=7e1` and `dtr0.itir=5540`; `mem.8010=00ff00ff00ff00ff`, eight bytes in the order of their addresses;
/// `slot=0`; `needs.pa=<62`.
final class Change {
    private static final int HEXADECIMAL = 16;

    private Change() { }

    /// {@return a changed setting, if the instruction can be so}
    static Option<Setting> of(Setting setting, String text) {
        if (text.equals("@virtual")) return Option.some(setting.on(MachineBase.VIRTUAL));
        if (text.startsWith("psr") && !text.startsWith("psr=")) return Option.some(status(setting, text.charAt(3), Integer.parseInt(text.substring(4))));
        String name  = text.substring(0, text.indexOf('='));
        String value = text.substring(text.indexOf('=') + 1);
        return switch (name.charAt(0)) {
            case '#' -> setting.operand(name.substring(1), Long.decode(value));
            case '?' -> setting.predicated(Integer.parseInt(name.substring(1)), value.equals("1"));
            default  -> name.equals("slot") ? setting.slot(Integer.parseInt(value)) : Option.some(placed(setting, name, value));
        };
    }

    private static Setting status(Setting setting, char sort, int number) {
        return sort == '~' ? setting.level(number) : setting.status(number, sort == '+');
    }

    private static Setting placed(Setting setting, String name, String value) {
        if (name.startsWith("needs.")) return setting.needing(name.substring(6), value);
        if (name.startsWith("mem.")) return setting.memory(Long.parseLong(name.substring(4), HEXADECIMAL), Long.reverseBytes(Long.parseUnsignedLong(value, HEXADECIMAL)));
        if (name.matches("[id]tr0\\..*")) return setting.with(translated(setting.machine(), name.startsWith("i") ? Stream.INSTRUCTION : Stream.DATA, name.endsWith("pte"), Long.parseUnsignedLong(value, HEXADECIMAL)));
        return setting.with(MachineState.with(setting.machine(), name, value));
    }

    private static Machine translated(Machine machine, Stream stream, boolean pte, long value) {
        Translation held = machine.addressing().tlb().register(stream, 0).get();
        Translation other = pte ? Translation.of(held.page(), held.rid(), held.size(), held.key(), new Pte(value))
            : Translation.of(held.page(), held.rid(), new Itir(value).size(), new Itir(value).key(), held.entry());
        return machine.withTlb(machine.addressing().tlb().withRegister(stream, 0, Option.some(other)));
    }
}
