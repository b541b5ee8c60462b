"""Translation by inserted translations, access rights, protection keys."""
from oracle_words import ACCESS, FC, NA, PAGE, PROBE, R, RESERVED, TPA, X, Raised

PPN = (1 << 50) - (1 << 12)
OFFSET = (1 << 61) - 1
WRITE_BACK, UNCACHEABLE, NAT_PAGE = 0, 4, 7


class Page:
    """One translation: a page of 2**size bytes at an address of a region of memory, its page-table entry, its key"""

    def __init__(self, rid, address, size, entry, key):
        self.rid, self.number, self.size, self.entry, self.key = rid, (address & OFFSET) >> size, size, entry, key

    def holds(self, rid, address):
        return rid == self.rid and (address & OFFSET) >> self.size == self.number

    def overlaps(self, rid, address, size):
        return rid == self.rid and (address & OFFSET) >> max(size, self.size) == self.number << self.size >> max(size, self.size)

    def physical(self, address):
        low = (1 << self.size) - 1
        return self.entry & PPN & ~low | address & low

    present = property(lambda self: self.entry & 1)
    attribute = property(lambda self: self.entry >> 2 & 7)
    accessed = property(lambda self: self.entry >> 5 & 1)
    dirty = property(lambda self: self.entry >> 6 & 1)
    level = property(lambda self: self.entry >> 7 & 3)
    rights = property(lambda self: self.entry >> 9 & 7)

    def permits(self, access, cpl):
        """the table of access rights, a row for each access"""
        if self.rights == 7: return access == "x" or access == "r" and cpl == 0
        if cpl > self.level: return False
        if access == "r": return True
        if access == "w": return {2: True, 3: True, 4: cpl < self.level or cpl == 0, 5: cpl == 0, 6: True}.get(self.rights, False)
        return {1: True, 3: True, 5: True, 6: cpl == self.level and cpl != 0}.get(self.rights, False)


class Translation:
    def __init__(self):
        self.rr, self.pkr = [14 << 2] * 8, [0] * 16
        self.registers, self.caches = {"i": {}, "d": {}}, {"i": [], "d": []}

    def region(self, address):
        return self.rr[address >> 61] >> 8

    def insert(self, stream, entry, slot=None):
        self.hold(stream, self.cr["cr.ifa"], self.cr["cr.itir"], entry, slot)

    def hold(self, stream, address, itir, entry, slot=None):
        page = Page(self.region(address), address, itir >> 2 & 63, entry, itir >> 8 & 0xffffff)
        assert not any(other.overlaps(page.rid, address, page.size) for other in self.registers[stream].values()), "machine check"
        self.purge(stream, page.rid, address, page.size)
        if slot is None: self.caches[stream].append(page)
        else: self.registers[stream][slot] = page

    def purge(self, stream, rid, address, size):
        self.caches[stream] = [page for page in self.caches[stream] if not page.overlaps(rid, address, size)]

    def page(self, stream, address):
        found = [page for page in (*self.registers[stream].values(), *self.caches[stream]) if page.holds(self.region(address), address)]
        assert len(found) < 2, "several translations of %#x" % address
        return found[0] if found else None

    def missed(self, stream, address, isr):
        """the page of a reference without a translation, if the walker finds it"""
        try:
            if self.walks(stream, address): return self.walked(stream, address, isr)
            raise Raised({"i": "alternate-instruction-tlb", "d": "alternate-data-tlb"}[stream], isr, address)
        except Raised as raised:
            raise Raised("data-nested-tlb", isr, address) if stream == "d" and not self.on("ic") and not self.in_flight else raised

    def data_page(self, address, isr):
        """the page of a data reference that is not missed"""
        page = self.page("d", address)
        if page is None: page = self.missed("d", address, isr)
        if not page.present: raise Raised("page-not-present", isr, address)
        if page.attribute == NAT_PAGE: raise Raised("nat-consumption", isr | PAGE, address)
        assert page.attribute in (WRITE_BACK, UNCACHEABLE)
        return page

    def key(self, page):
        """the protection-key register of a page, or none"""
        return next((pkr for pkr in self.pkr if pkr & 1 and pkr >> 8 == page.key), None)

    def denied(self, page, access):
        return bool(self.on("pk") and self.key(page) >> {"w": 1, "r": 2, "x": 3}[access] & 1)

    def data(self, address, size, access, kind=0):
        """the physical address of what reads (r), writes (w) or does both; kind: bits of ISR besides"""
        isr = ACCESS[access] | kind
        if not self.on("dt"):
            if address << 1 >> 51: raise Raised("general-exception", isr | RESERVED)
            self.watched(address, size, access, isr)
            if address % size: raise Raised("unaligned-reference", isr, address)
            return address & (1 << 50) - 1
        page = self.data_page(address, isr)
        if self.on("pk") and self.key(page) is None: raise Raised("data-key-miss", isr, address)
        if any(self.denied(page, each) for each in access): raise Raised("key-permission", isr, address)
        if not all(page.permits(each, self.cpl()) for each in access): raise Raised("data-access-rights", isr, address)
        if "w" in access and not page.dirty and not self.on("da"): raise Raised("dirty-bit", isr, address)
        if not page.accessed and not self.on("da"): raise Raised("data-access-bit", isr, address)
        self.watched(address, size, access, isr)
        if address % size: raise Raised("unaligned-reference", isr, address)
        if access == "rw" and page.attribute != WRITE_BACK and not kind: raise Raised("unsupported-data-reference", isr, address)
        return page.physical(address)

    def watched(self, address, size, access, isr):
        """data breakpoints: an even register is an address, the odd one behind it has a mask, levels, and what it is about"""
        if not self.on("db") or self.on("dd"): return
        for at, rest in zip(self.dbr[::2], self.dbr[1::2]):
            mask = (rest & (1 << 56) - 1 | 0xff << 56) & ~(size - 1)
            about = any(rest >> {"r": 63, "w": 62}[each] & 1 for each in access)
            if about and rest >> 56 + self.cpl() & 1 and (address ^ at) & mask == 0: raise Raised("debug", isr, address)

    def flush(self, address):
        """fc and fc.i: nothing but the faults"""
        if not self.on("dt"): return
        isr = NA | R | FC
        if not self.data_page(address, isr).permits("r", self.cpl()): raise Raised("data-access-rights", isr, address)

    def real(self, address):
        """tpa"""
        return self.data_page(address, NA | TPA).physical(address)

    def probe(self, access, address, level):
        isr = NA | ACCESS[access] | PROBE
        page = self.data_page(address, isr)
        if self.on("pk") and self.key(page) is None: raise Raised("data-key-miss", isr, address)
        return int(page.permits(access, max(level, self.cpl())) and not self.denied(page, access))

    def fetch(self, address):
        """the physical address of a bundle, and its page if it is translated"""
        if not self.on("it"): return address, None
        page = self.page("i", address)
        if page is None: page = self.missed("i", address, X)
        if not page.present: raise Raised("page-not-present", X, address)
        if page.attribute == NAT_PAGE: raise Raised("nat-consumption", X | PAGE, address)
        if self.on("pk"):
            if self.key(page) is None: raise Raised("instruction-key-miss", X, address)
            if self.denied(page, "x"): raise Raised("key-permission", X, address)
        if not page.permits("x", self.cpl()): raise Raised("instruction-access-rights", X, address)
        if not page.accessed and not self.on("ia"): raise Raised("instruction-access-bit", X, address)
        return page.physical(address), page
