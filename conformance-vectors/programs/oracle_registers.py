"""Registers, frames, and the processor status register."""
import re
from oracle_words import NAT, ONES, PSR, REGISTER, Raised


class Registers:
    def __init__(self):
        self.static, self.banked, self.stacked = [0] * 32, [[0] * 16, [0] * 16], {}
        self.base, self.sof, self.sol, self.sor, self.rrb, self.rrbf, self.rrbp = 0, 0, 0, 0, 0, 0, 0
        self.p, self.b = [True] + [False] * 63, [0] * 8
        self.ar = {"ar." + name: 0 for name in ("lc", "ec", "pfs", "unat", "itc", "rsc", "k0", "k1", "k2", "k3", "k4", "k5", "k6", "k7", "fpsr")}
        names = ("dcr", "itm", "iva", "pta", "ipsr", "isr", "iip", "ifa", "itir", "iipa", "ifs", "iim", "iha", "lid", "tpr", "itv")
        self.cr = {"cr." + name: 0 for name in names}
        self.floating, self.dbr = {}, [0] * 8
        self.psr = 1 << PSR["ic"]
        self.deepest = 0

    def on(self, name):
        return bool(self.psr >> PSR[name] & 1)

    def cpl(self):
        return self.psr >> PSR["cpl"] & 3

    def at_level(self, level):
        self.psr = self.psr & ~(3 << PSR["cpl"]) | level << PSR["cpl"]

    # general registers

    def where(self, n):
        n -= 32
        assert n < self.sof, "outside the frame"
        return self.base + ((n + self.rrb) % self.sor if n < self.sor else n)

    def general(self, n):
        if n >= 32: return self.stacked.get(self.where(n), 0)
        return self.banked[self.on("bn")][n - 16] if n >= 16 else self.static[n]

    def put_general(self, n, value):
        assert n, "r0"
        if n >= 32: self.stacked[self.where(n)] = value
        elif n >= 16: self.banked[self.on("bn")][n - 16] = value
        else: self.static[n] = value

    def value(self, name):
        name = name.strip()
        if re.fullmatch(r"r\d+", name): return self.general(int(name[1:]))
        return int(name, 0) & ONES

    def whole(self, name, isr=0):
        """a value that must not be NaT"""
        value = self.value(name)
        if value == NAT: raise Raised("nat-consumption", isr | REGISTER)
        return value

    def put(self, name, value):
        self.put_general(int(name.strip()[1:]), value)

    def usable(self, name, isr=0):
        """the number of a floating-point register that is not disabled"""
        n = int(name.strip()[1:])
        if self.on("dfh" if n >= 32 else "dfl"): raise Raised("disabled-fp-register", isr | (2 if n >= 32 else 1))
        return n

    def put_floating(self, n, significand):
        self.floating[n] = significand
        self.psr |= 1 << PSR["mfh" if n >= 32 else "mfl"]

    # predicates

    def pr(self, n):
        return n if n < 16 else 16 + (n - 16 + self.rrbp) % 48

    def predicates(self, names, values):
        for name, value in zip(names.split(","), values):
            if int(name.strip()[1:]): self.p[self.pr(int(name.strip()[1:]))] = value

    # frames

    def cfm(self):
        return self.sof | self.sol << 7 | self.sor // 8 << 14 | self.rrb << 18 | self.rrbf << 25 | self.rrbp << 32

    def frame(self, cfm):
        self.sof, self.sol, self.sor = cfm & 127, cfm >> 7 & 127, (cfm >> 14 & 15) * 8
        self.rrb, self.rrbf, self.rrbp = cfm >> 18 & 127, cfm >> 25 & 127, cfm >> 32 & 63
        self.filled()
        self.deepest = max(self.deepest, self.base + self.sof - self.stored)
        assert self.deepest <= 96, "registers would have to be stored"
