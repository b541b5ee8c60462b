"""The walker of the page table: where entries lie, when it walks, what it inserts."""
from oracle_words import Raised

OFFSET = (1 << 61) - 1
WORD = 8


class Walker:
    def number(self, address):
        """of a page of the preferred size in its region"""
        return (address & OFFSET) >> (self.rr[address >> 61] >> 2 & 63)

    def long(self):
        return bool(self.cr["cr.pta"] >> 8 & 1)

    def hashed(self, address):
        """where the entry lies"""
        pta = self.cr["cr.pta"]
        mask = (1 << (pta >> 2 & 63)) - 1
        home = pta >> 61 if self.long() else address >> 61
        offset = (self.number(address) ^ self.region(address)) * 32 if self.long() else self.number(address) * WORD
        return home << 61 | pta & OFFSET & ~0x7fff & ~mask | offset & mask

    def tag(self, address):
        return self.number(address) ^ self.region(address) << 39

    def walks(self, stream, address):
        enabled = self.cr["cr.pta"] & 1 and self.rr[address >> 61] & 1 and self.on("dt")
        return bool(enabled and (stream == "d" or self.on("it") and self.on("ic")))

    def walked(self, stream, address, isr):
        """the page that the table says, which is in the cache then"""
        at = self.hashed(address)
        table = self.page("d", at)
        if table is None: raise Raised("vhpt-translation", isr, address, entry=at)
        miss = Raised({"i": "instruction-tlb", "d": "data-tlb"}[stream], isr, address, entry=at)
        unreadable = not table.present or table.attribute or not table.accessed
        if unreadable or self.on("pk") and (self.key(table) is None or self.denied(table, "r")): raise miss
        order = "big" if self.cr["cr.dcr"] >> 1 & 1 else "little"
        words = [int.from_bytes(self.bytes(table.physical(at) + WORD * i, WORD), order) for i in range(3)]
        if self.long() and words[2] != self.tag(address): raise miss
        self.hold(stream, address, words[1] if self.long() else self.region(address) << 8 | self.rr[address >> 61] & 0xfc, words[0])
        return self.page(stream, address)
