"""Interruptions: what they collect, where they lead to, how they return; external interrupts and the interval timer."""
from oracle_words import EI, NI, PSR

VECTORS = {
    "vhpt-translation":              0x0,
    "instruction-tlb":               0x400,
    "data-tlb":                      0x800,
    "alternate-instruction-tlb":     0xc00,
    "alternate-data-tlb":            0x1000,
    "data-nested-tlb":               0x1400,
    "instruction-key-miss":          0x1800,
    "data-key-miss":                 0x1c00,
    "dirty-bit":                     0x2000,
    "instruction-access-bit":        0x2400,
    "data-access-bit":               0x2800,
    "break":                         0x2c00,
    "external-interrupt":            0x3000,
    "page-not-present":              0x5000,
    "key-permission":                0x5100,
    "instruction-access-rights":     0x5200,
    "data-access-rights":            0x5300,
    "general-exception":             0x5400,
    "disabled-fp-register":          0x5500,
    "nat-consumption":               0x5600,
    "debug":                         0x5900,
    "unaligned-reference":           0x5a00,
    "unsupported-data-reference":    0x5b00,
    "lower-privilege-transfer":      0x5e00,
    "taken-branch":                  0x5f00,
    "single-step":                   0x6000,
}

KEPT = sum(1 << PSR[name] for name in ("up", "mfl", "mfh", "pk", "dt", "rt", "mc", "it"))
ONCE = sum(1 << PSR[name] for name in ("id", "da", "dd", "ed", "ia"))

# These collect IFA without ITIR.
ADDRESS_ONLY = {"nat-consumption", "debug", "unaligned-reference", "unsupported-data-reference"}

SPURIOUS = 15


class Interruptions:
    def __init__(self):
        self.last, self.in_flight = 0, False
        self.pending, self.in_service = set(), []
        self.taken = 0

    def deliver(self, raised, ip, slot, excepting):
        """ip and slot: where to return to; excepting: the slot that ISR.ei names"""
        self.taken += 1
        if raised.name != "data-nested-tlb":
            nested = NI if not self.on("ic") or self.in_flight else 0
            if self.on("ic"):
                self.cr["cr.ipsr"] = self.psr & ~(3 << PSR["ri"]) | slot << PSR["ri"]
                self.cr["cr.iip"], self.cr["cr.iipa"], self.cr["cr.ifs"] = ip, self.last, 0
                if raised.address is not None:
                    self.cr["cr.ifa"] = raised.address
                    if raised.name not in ADDRESS_ONLY: self.cr["cr.itir"] = self.rr[self.inserting(raised) >> 61] & 0xfffffffc
                if raised.entry is not None: self.cr["cr.iha"] = raised.entry
                if raised.immediate is not None: self.cr["cr.iim"] = raised.immediate
            self.cr["cr.isr"] = raised.isr | excepting << EI | nested
        dcr = self.cr["cr.dcr"]
        self.psr = self.psr & KEPT | (dcr >> 1 & 1) << PSR["be"] | (dcr & 1) << PSR["pp"]
        self.in_flight = False
        self.ip, self.slot = (self.cr["cr.iva"] & ~0x7fff) + VECTORS[raised.name], 0

    @staticmethod
    def inserting(raised):
        """the address that a handler will insert a translation of"""
        return raised.entry if raised.name == "vhpt-translation" else raised.address

    def rfi(self):
        assert self.cpl() == 0 and not self.on("ic") and not self.on("i"), "unspecified"
        self.psr = self.cr["cr.ipsr"]
        ifs = self.cr["cr.ifs"]
        if ifs >> 63:
            self.base -= ifs & 127
            self.frame(ifs)
        self.in_flight = False
        return self.cr["cr.iip"] & ~15, self.psr >> PSR["ri"] & 3

    # external interrupts; every vector that the programs use is an ordinary one, 16 to 255

    def deliverable(self):
        """the highest vector that is pending and not masked, or none"""
        tpr = self.cr["cr.tpr"]
        if tpr >> 16 & 1: return None
        free = [vector for vector in self.pending if vector >> 4 > tpr >> 4 & 15 and all(vector > other for other in self.in_service)]
        return max(free, default=None)

    def acknowledged(self):
        vector = self.deliverable()
        if vector is None: return SPURIOUS
        self.pending.remove(vector)
        self.in_service.append(vector)
        return vector

    def ended(self):
        if self.in_service: self.in_service.remove(max(self.in_service))

    def requests(self, number):
        """IRR0 to IRR3"""
        return sum(1 << vector % 64 for vector in self.pending if vector // 64 == number)

    def tick(self):
        self.ar["ar.itc"] += 1
        if self.ar["ar.itc"] == self.cr["cr.itm"] and not self.cr["cr.itv"] >> 16 & 1: self.pending.add(self.cr["cr.itv"] & 255)
