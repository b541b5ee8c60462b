"""The register stack: which registers memory holds, and how the others get there and come back."""
from oracle_words import ILLEGAL_OPERATION, NAT, Raised

PHYSICAL = 96


def is_collection(at):
    return at & 0x1f8 == 0x1f8


class Stack:
    def __init__(self):
        self.stored = 0                 # registers with lower numbers are in memory
        self.ar["ar.bspstore"] = self.ar["ar.rnat"] = 0

    def bsp(self):
        at = self.ar["ar.bspstore"] + (8 if is_collection(self.ar["ar.bspstore"]) else 0)
        for _ in range(self.base - self.stored): at += 16 if is_collection(at + 8) else 8
        return at

    def mode(self):
        return self.ar["ar.rsc"] & 3

    def bit(self, at):
        return 1 << (at >> 3 & 63)

    def spill(self):
        at, rnat = self.ar["ar.bspstore"], self.ar["ar.rnat"]
        if is_collection(at): self.write(at, 8, rnat)
        else:
            value = self.stacked.pop(self.stored, 0)
            self.stored += 1
            self.write(at, 8, 0 if value == NAT else value)
            self.ar["ar.rnat"] = rnat | self.bit(at) if value == NAT else rnat & ~self.bit(at)
        self.ar["ar.bspstore"] = at + 8

    def fill(self):
        at = self.ar["ar.bspstore"] - 8
        word = self.read(at, 8)
        if is_collection(at): self.ar["ar.rnat"] = word & (1 << 63) - 1
        else:
            self.stored -= 1
            self.stacked[self.stored] = NAT if self.ar["ar.rnat"] & self.bit(at) else word
        self.ar["ar.bspstore"] = at

    def room(self, sof):
        while self.base + sof - self.stored > PHYSICAL: self.spill()

    def filled(self):
        while self.stored > self.base: self.fill()

    def flushrs(self):
        while self.ar["ar.bspstore"] != self.bsp(): self.spill()

    def loadrs(self):
        size = self.ar["ar.rsc"] >> 16 & 0x3ff8
        if self.mode() or size and self.sof: raise Raised("general-exception", ILLEGAL_OPERATION)
        first = self.bsp() - size
        while self.ar["ar.bspstore"] > first: self.fill()
        while self.ar["ar.bspstore"] < first:           # dropped, and not stored
            if not is_collection(self.ar["ar.bspstore"]): self.stored += 1
            self.ar["ar.bspstore"] += 8
