"""Names of bits and codes, and what an instruction raises."""

ONES = (1 << 64) - 1
NAT = "NaT"

# Bits of PSR by name; ri and cpl are fields of two bits.
PSR = {"be": 1, "up": 2, "ac": 3, "mfl": 4, "mfh": 5, "ic": 13, "i": 14, "pk": 15, "dt": 17, "dfl": 18, "dfh": 19, "pp": 21, "db": 24, "lp": 25,
       "tb": 26, "rt": 27, "cpl": 32, "mc": 35, "it": 36, "id": 37, "da": 38, "dd": 39, "ss": 40, "ri": 41, "ed": 43, "bn": 44, "ia": 45}

# Bits of ISR, and where its field ei begins.
X, W, R, NA, NI, EI = 1 << 32, 1 << 33, 1 << 34, 1 << 35, 1 << 39, 41
ACCESS = {"r": R, "w": W, "rw": R | W, "x": X}

# ISR.code of references that access no memory, of General Exception and of NaT Consumption.
TPA, FC, PROBE, TAK, LFETCH, PROBE_FAULT = range(6)
ILLEGAL_OPERATION, PRIVILEGED_OPERATION, PRIVILEGED_REGISTER, RESERVED = 0x00, 0x10, 0x20, 0x30
REGISTER, PAGE = 0x10, 0x20


class Raised(Exception):
    """An interruption that an instruction, or its fetch, raises; `address` goes to IFA, `immediate` to IIM, `entry` to IHA"""

    def __init__(self, name, isr=0, address=None, immediate=None, entry=None):
        super().__init__(name)
        self.name, self.isr, self.address, self.immediate, self.entry = name, isr, address, immediate, entry
