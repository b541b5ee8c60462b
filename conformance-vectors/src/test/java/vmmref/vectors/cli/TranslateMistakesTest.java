/// `vmmref translate`, mistyped.
package vmmref.vectors.cli;

import io.vavr.collection.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.vectors.cli.Translating.translate;
import static vmmref.vectors.cli.Translating.typed;

class TranslateMistakesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', value = {
        "--psr | cpl=0                   ~ nothing is asked; write a reference, such as 'ld8 [0x2000000000004008]', or name a vector with --from",
        "ldx 4000                        ~ \"ldx 4000\": there is no reference ldx; did you mean ld1, ld2, ld4, ld8?",
        "load 4000                       ~ \"load 4000\": there is no reference load; write fetch, ld1 to ld8, ld1.s to ld8.s, st1 to st8, xchg1 to xchg8, fetchadd8, lfetch, lfetch.fault, fc, probe.r, probe.w.fault, tpa, tak or the like",
        "itc.d 4000                      ~ \"itc.d 4000\": itc.d changes translations; set up what it leads to with --dtr, --dtc, --rr or --pkr, or ask a vector that has one with --from",
        "ld8                             ~ \"ld8\": the address is missing; write ld8 0x2000000000004000",
        "ld8 [0x4zz0]                    ~ \"ld8 [0x4zz0]\": 0x4zz0 is no number: 'z' is no hexadecimal digit; write digits from 0 to f",
        "ld8 0x                          ~ \"ld8 0x\": 0x is no number; write hexadecimal digits, such as 0x2000000000004008",
        "ld8 20000000000000004008        ~ \"ld8 20000000000000004008\": 20000000000000004008 has 20 digits; write at most 16, for 64 bits",
        "ld8 4000, 3                     ~ \"ld8 4000, 3\": 3 is too much; write ld8 0x2000000000004000",
        "fetch 4008                      ~ \"fetch 4008\": a bundle begins at a multiple of 16; write fetch 0x4000",
        "probe.w 4000                    ~ \"probe.w 4000\": the level is missing that is asked for; write probe.w 0x2000000000004000, 3",
        "probe.w 4000, 4                 ~ \"probe.w 4000, 4\": the level 4 is out of range; write 0 to 3",
        "ld8 0 | --dtr | va=4000         ~ --dtr 'va=4000': pa is missing; add pa=0x…",
        "ld8 0 | --itr | pa=4000 p=0     ~ --itr 'pa=4000 p=0': va is missing; add va=0x…",
        "ld8 0 | --dtr | va=4000 pa=4008 ~ --dtr 'va=4000 pa=4008': pa=4008 is no address of a page; write a multiple of 0x1000",
        "ld8 0 | --dtr | va=0 pa=0 ps=15 ~ --dtr 'va=0 pa=0 ps=15': ps=15 is no page size that itanium2 can insert; write one of 12 (4K), 13 (8K), 14 (16K), 16 (64K), 18 (256K), 20 (1M), 22 (4M), 24 (16M), 26 (64M), 28 (256M), 30 (1G), 32 (4G)",
        "ld8 0 | --dtr | va=0 pa=0 ps=4G | --profile | merced ~ --dtr 'va=0 pa=0 ps=4G': ps=4G is no page size that merced can insert; write one of 12 (4K), 13 (8K), 14 (16K), 16 (64K), 18 (256K), 20 (1M), 22 (4M), 24 (16M), 26 (64M), 28 (256M)",
        "ld8 0 | --dtr | va=8000000000000 pa=0 | --profile | merced ~ --dtr 'va=8000000000000 pa=0': va=8000000000000 is no implemented address; make its bits 60:51 equal to bit 50",
        "ld8 0 | --dtr | va=0 pa=0 ar=8  ~ --dtr 'va=0 pa=0 ar=8': ar=8 is out of range; write 0 to 7",
        "ld8 0 | --dtr | va=0 pa=0 ar=-1 ~ --dtr 'va=0 pa=0 ar=-1': ar=-1 is no decimal number; write 0 to 7",
        "ld8 0 | --dtr | va=0 pa=0 p=2   ~ --dtr 'va=0 pa=0 p=2': p=2 is out of range; write 0 or 1",
        "ld8 0 | --dtr | va=0 pa=0 ma=wt ~ --dtr 'va=0 pa=0 ma=wt': ma=wt is no memory attribute; write one of wb, uc, uce, wc, natpage",
        "ld8 0 | --dtr | va=0 pa=0 kee=1 ~ --dtr 'va=0 pa=0 kee=1': there is no field kee; write one of va, pa, ps, ar, pl, key, p, a, d, ma, ed, rid",
        "ld8 0 | --dtr | va=0 pa=0 va=1  ~ --dtr 'va=0 pa=0 va=1': va is given twice; leave one out",
        "ld8 0 | --dtr | va=0 pa=0 wb    ~ --dtr 'va=0 pa=0 wb': \"wb\" is no field; write name=value, with a name of va, pa, ps, ar, pl, key, p, a, d, ma, ed, rid",
        "ld8 0 | --dtr | va=0 pa=0 key=1000000 ~ --dtr 'va=0 pa=0 key=1000000': key=1000000 is out of range; write at most ffffff, for 24 bits",
        "ld8 0 | --dtr | 64 va=0 pa=0    ~ --dtr '64 va=0 pa=0': there is no dtr64; write 0 to 63",
        "ld8 0 | --itr | 8 va=0 pa=0 | --profile | minimal ~ --itr '8 va=0 pa=0': there is no itr8; write 0 to 7",
        "ld8 0 | --dtc | 1 va=0 pa=0     ~ --dtc '1 va=0 pa=0': \"1\" is no field; write name=value, with a name of va, pa, ps, ar, pl, key, p, a, d, ma, ed, rid",
        "ld8 0 | --dtr | 1 va=0 pa=0 | --dtr | 1 va=4000 pa=0 ~ dtr1 is given twice; leave one out",
        "ld8 0 | --itc | va=0 pa=0 | --itc | va=0 pa=0 ~ the same itc is given twice; leave one out",
        "ld8 0 | --rr | rid=5            ~ --rr 'rid=5': the number of the register is missing; begin with it, as in '1 rid=0x101'",
        "ld8 0 | --rr | 8 rid=5          ~ --rr '8 rid=5': there is no rr8; write 0 to 7",
        "ld8 0 | --rr | 1 rid=40000 | --profile | minimal ~ --rr '1 rid=40000': rid=40000 is out of range; write at most 3ffff, for 18 bits",
        "ld8 0 | --rr | 1 rid=5 | --rr | 1 ps=12 ~ rr1 is given twice; leave one out",
        "ld8 0 | --pkr | 16 key=5        ~ --pkr '16 key=5': there is no pkr16; write 0 to 15",
        "ld8 0 | --pkr | 3 v=1           ~ --pkr '3 v=1': key is missing; add key=0x…",
        "ld8 0 | --psr | cpl=4           ~ --psr 'cpl=4': cpl=4 is out of range; write 0 to 3",
        "ld8 0 | --psr | vm=1            ~ --psr 'vm=1': vm=1 cannot be on itanium2; add --profile montecito or maximal",
        "ld8 0 | --psr | rt=1            ~ --psr 'rt=1': there is no field rt; write one of cpl, ac, ic, pk, dt, it, da, ed, ia, vm",
        "ld8 0 | --psr | 123z            ~ --psr '123z' is no number: 'z' is no hexadecimal digit; write digits from 0 to f, or bits by name",
        "ld8 0 | --dcr | dz=1            ~ --dcr 'dz=1': there is no field dz; write one of dm, dp, dk, dx, dr, da, dd",
        "ld8 0 | --rr | 1 ve=2           ~ --rr '1 ve=2': ve=2 is out of range; write 0 or 1",
        "ld8 0 | --pta | base=4008       ~ --pta 'base=4008': base=4008 is no multiple of 0x8000; write one",
        "ld8 0 | --pta | size=62         ~ --pta 'size=62': size=62 is out of range; write 0 to 61",
        "ld8 0 | --pta | vq=1            ~ --pta 'vq=1': there is no field vq; write one of ve, vf, size, base",
        "ld8 0 | --pta | 12x             ~ --pta '12x' is no number: 'x' is no hexadecimal digit; write digits from 0 to f, or bits by name",
        "ld8 0 | --mem | at=4004 word=1  ~ --mem 'at=4004 word=1': at=4004 is no multiple of 0x8; write one",
        "ld8 0 | --mem | at=4000         ~ --mem 'at=4000': word is missing; add word=0x…",
        "ld8 0 | --mem | at=4000 word=1 | --mem | at=4000 word=2 ~ the word at 0000000000004000 is given twice; leave one out",
        "ld8 0 | --profile | itanum2     ~ --profile itanum2: there is no such profile; write one of merced, itanium2, montecito, minimal, maximal",
        "ld8 0 | --freedom | caches      ~ --freedom caches: there is no such freedom; write one of search, cache, replaced, purge-size, misaligned, alat, check, in-flight, walker, stack, eviction"})
    void mistakes(String line, String message) {
        Typed typed = typed(line);
        assertEquals(2, typed.exit(), typed::all);
        assertEquals("vmmref: " + message + "\n", typed.err());
        assertEquals("", typed.out());
    }

    @Test @DisplayName("several mistakes are all told, and nothing is answered")
    void every() {
        Typed typed = typed("ld8 [0x4008] | ld9 0 | --dtr | 64 va=0 pa=1 ar=9 | --profile | nobody | --freedom | none");
        assertEquals(2, typed.exit());
        assertEquals("", typed.out());
        assertEquals("""
            vmmref: --profile nobody: there is no such profile; write one of merced, itanium2, montecito, minimal, maximal
            vmmref: --freedom none: there is no such freedom; write one of search, cache, replaced, purge-size, misaligned, alat, check, in-flight, walker, stack, eviction
            vmmref: --dtr '64 va=0 pa=1 ar=9': pa=1 is no address of a page; write a multiple of 0x1000
            vmmref: --dtr '64 va=0 pa=1 ar=9': ar=9 is out of range; write 0 to 7
            vmmref: "ld9 0": there is no reference ld9; did you mean ld1, ld2, ld4, ld8?
            """, typed.err());
    }

    @Test @DisplayName("every translation register may hold something; then one must be numbered")
    void full() {
        List<String> all = List.range(0, 9).flatMap(page -> List.of("--dtr", "va=0x%x000 pa=0 ps=12".formatted(page)));
        Typed typed = translate(all.prepend("ld8 0").appendAll(List.of("--profile", "minimal")).toJavaArray(String[]::new));
        assertEquals("vmmref: all 8 dtrs hold something; number the one to replace\n", typed.err());
    }
}
