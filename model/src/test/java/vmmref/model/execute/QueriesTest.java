package vmmref.model.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static vmmref.model.execute.MemoryExample.MACHINE;
import static vmmref.model.execute.MemoryExample.paged;
import static vmmref.model.execute.MemoryExample.told;
import static vmmref.model.execute.MemoryExample.with;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vmmref.model.machine.Machine;

class QueriesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "probe.r r8=r9,0         | QUERY_ANSWERED: r8=0000000000000001 QUERY_ANSWERED",
        "probe.w r8=r9,2         | QUERY_ANSWERED: r8=0000000000000001 QUERY_ANSWERED",
        "probe.w r8=r9,3         | QUERY_ANSWERED: r8=0000000000000000 QUERY_ANSWERED",
        "probe.r r8=r9,3         | QUERY_ANSWERED: r8=0000000000000001 QUERY_ANSWERED",
        "probe.w r8=r9,r10       | QUERY_ANSWERED: r8=0000000000000001 QUERY_ANSWERED",
        "probe.w r8=r9,r12       | QUERY_ANSWERED: r8=0000000000000000 QUERY_ANSWERED",
        "probe.r r8=r9,r12       | QUERY_ANSWERED: r8=0000000000000001 QUERY_ANSWERED",
        "probe.r r8=r9,r11       | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "probe.w r8=r11,0        | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "probe.r r0=r9,0         | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "probe.r.fault r9,3      | PROBE_PASSED:",
        "probe.w.fault r9,2      | PROBE_PASSED:",
        "probe.w.fault r9,3      | DATA_ACCESS_RIGHTS at 8000 by RIGHTS_DENIED",
        "probe.rw.fault r9,3     | DATA_ACCESS_RIGHTS at 8000 by RIGHTS_DENIED",
        "probe.rw.fault r9,0     | PROBE_PASSED:",
        "tpa r8=r9               | QUERY_ANSWERED: r8=0000000000078000 QUERY_ANSWERED",
        "tpa r0=r9               | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "tak r8=r9               | QUERY_ANSWERED: r8=0000000000005500 QUERY_ANSWERED",
        "tak r8=r11              | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "tpa r8=r11              | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "fc r9                   | LINE_FLUSHED:",
        "fc.i r9                 | LINE_FLUSHED:",
        "fc r11                  | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "lfetch [r9]             | PREFETCH_EFFECTLESS:",
        "lfetch [r11],8          | PREFETCH_EFFECTLESS: r11=NaT BASE_UPDATED",
        "lfetch.excl.nt1 [r9],r11 | PREFETCH_EFFECTLESS: r9=NaT BASE_UPDATED",
        "lfetch.fault [r9],-8    | PREFETCH_EFFECTLESS: r9=0000000000007ff8 BASE_UPDATED",
        "lfetch.fault.excl [r9],r12 | PREFETCH_EFFECTLESS: r9=0000000000008003 BASE_UPDATED",
        "lfetch.fault [r11]      | REGISTER_NAT_CONSUMPTION by NAT_CONSUMED",
        "lfetch [r0],8           | ILLEGAL_OPERATION by TARGET_ILLEGAL",
        "lfetch.fault [r13]      | ALTERNATE_DATA_TLB at 100000000 by MISS_ALTERNATE",
        "lfetch [r13]            | PREFETCH_EFFECTLESS:",
        "fc r13                  | ALTERNATE_DATA_TLB at 100000000 by MISS_ALTERNATE"})
    void questionsAndHints(String text, String expected) {
        Machine page = paged(MACHINE, 4L << 9 | 3 << 7 | 0x70000);
        assertEquals(expected, told(with(with(page, 12, 0xfffffffffffff003L & 3), 13, 0x100000000L), text));
    }
}
