"""Floating-point instructions that the programs use, by exact fractions: results of 64 or 53 bits rounded to nearest, exponents that are never too great or too small."""
import re
from fractions import Fraction
from oracle_words import NAT, ONES, R, W

BIAS, INTEGER, NATVAL, INFINITE = 0xffff, 0x1003e, (0, 0x1fffe, 0), 0x1ffff


def fraction(value):
    sign, exponent, significand = value
    return (-1) ** sign * Fraction(significand) * Fraction(2) ** (exponent - BIAS - 63)


def rounded(number, bits, negative_zero=False):
    """a register that holds a number of so many bits"""
    if not number: return (int(negative_zero), 0, 0)
    size, order = abs(number), 0
    while size >= 2: size, order = size / 2, order + 1
    while size < 1: size, order = size * 2, order - 1
    units = size * 2 ** (bits - 1)
    whole = units.numerator // units.denominator
    rest = units - whole
    if rest > Fraction(1, 2) or rest == Fraction(1, 2) and whole & 1: whole += 1
    if whole >> bits: whole, order = whole >> 1, order + 1
    return (int(number < 0), order + BIAS, whole << 64 - bits)


def reciprocal(value):
    """the table of frcpa: 1 by the middle of the interval of 256 in which a number is, to the nearest of 11 bits"""
    sign, exponent, significand = value
    middle = Fraction(2 * (significand >> 55) + 1, 512)
    sign_and_size = rounded(1 / middle, 11)
    return (sign, sign_and_size[1] - (exponent - BIAS), sign_and_size[2])


class Reals:
    def held(self, name):
        n = self.usable(name)
        value = (0, 0, 0) if n == 0 else (0, BIAS, 1 << 63) if n == 1 else self.floating.get(n, (0, 0, 0))
        return NATVAL if value == NAT else value if isinstance(value, tuple) else (0, INTEGER, value)

    def real_of(self, op, left, args):
        kind, completers = op.split(".")[0], op.split(".")[1:]
        bits = 53 if "d" in completers else 64
        if kind == "frcpa": return self.begun(left.split(","), *map(self.held, args))
        n = self.usable(left)
        values = [self.held(arg) for arg in args]
        if kind in ("fma", "fnma", "fms", "fmpy", "fadd", "fsub"):
            one = (0, BIAS, 1 << 63)
            f3, f4, f2 = {"fmpy": lambda: (values[0], values[1], None), "fadd": lambda: (values[0], one, values[1]), "fsub": lambda: (values[0], one, values[1])}.get(kind, lambda: values)()
            product = fraction(f3) * fraction(f4) * (-1 if kind == "fnma" else 1)
            total = product + (0 if f2 is None else fraction(f2) * (-1 if kind in ("fms", "fsub") else 1))
            self.put_floating(n, rounded(total, bits))
        elif kind == "fcvt" and completers[0] == "xf":
            integer = values[0][2] - (values[0][2] >> 63 << 64)
            self.put_floating(n, rounded(Fraction(integer), 64))
        elif kind == "fcvt": self.put_floating(n, (0, INTEGER, int(fraction(values[0])) & ONES))
        elif kind in ("mov", "fmerge"): self.put_floating(n, values[0])
        else: raise SystemExit("no meaning of " + op)
        return None

    def begun(self, targets, numerator, denominator):
        infinite = not fraction(denominator)
        self.put_floating(self.usable(targets[0]), (numerator[0] ^ denominator[0], INFINITE, 1 << 63) if infinite else reciprocal(denominator))
        self.predicates(targets[1], (not infinite,))

    def double(self, value):
        """its bits in memory"""
        sign, exponent, significand = value
        if exponent == INFINITE: return sign << 63 | 0x7ff << 52
        return sign << 63 | (exponent - BIAS + 1023 << 52 | significand >> 11 & (1 << 52) - 1 if significand else 0)

    def undouble(self, word):
        sign, exponent, rest = word >> 63, word >> 52 & 0x7ff, word & (1 << 52) - 1
        return (sign, exponent - 1023 + BIAS, 1 << 63 | rest << 11) if exponent else (sign, 0, 0)

    def real_memory(self, op, left, args):
        stores = op.startswith("st")
        register = re.search(r"\[(r\d+)\]", left if stores else args[0])[1]
        at = self.whole(register, W if stores else R)
        size = 8 if op in ("ldfd", "stfd") else 16
        where = self.data(at, size, "w" if stores else "r")
        if stores:
            sign, exponent, significand = value = self.held(args[0])
            if size == 8: self.write(where, 8, self.double(value))
            else:
                self.write(where, 8, significand)
                self.write(where + 8, 8, sign << 17 | exponent)
        elif size == 8: self.put_floating(self.usable(left), self.undouble(self.read(where, 8)))
        else:
            high = self.read(where + 8, 8)
            self.put_floating(self.usable(left), (high >> 17 & 1, high & 0x1ffff, self.read(where, 8)))
        if len(args) > 1: self.put(register, self.moved(at, args[1]))
