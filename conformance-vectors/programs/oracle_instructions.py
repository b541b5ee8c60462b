"""Meanings of the instructions that the programs use, and no others, by what the disassembler prints."""
import re
from oracle_reals import NATVAL
from oracle_words import ACCESS, FC, LFETCH, NA, NAT, ONES, PROBE, PROBE_FAULT, PSR, R, TAK, TPA
from oracle_words import ILLEGAL_OPERATION, PRIVILEGED_OPERATION, PRIVILEGED_REGISTER, RESERVED, Raised

PRIVILEGED = {"ssm": 0, "rsm": 0, "itc": 0, "itr": 0, "ptc": 0, "tpa": NA | TPA, "tak": NA | TAK, "bsw": 0, "rfi": 0}
SIZES = {12, 13, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32}
COLLECTED = {"cr." + name for name in ("ipsr", "isr", "iip", "ifa", "itir", "iipa", "ifs", "iim", "iha")}

INDIRECT = re.compile(r"(rr|pkr|dbr)\[(r\d+)\]")


def signed(x):
    return x - (1 << 64) if x >> 63 else x


class Instructions:
    """Each meaning returns where a branch leads to, as address and slot, or nothing"""

    def nullified(self, op, rest):
        if op.startswith(("cmp", "tbit", "tnat")) and ".unc" in op: self.predicates(rest.split("=")[0], (False, False))

    def unprivileged(self, isr=0):
        if self.cpl(): raise Raised("general-exception", isr | PRIVILEGED_OPERATION)

    @staticmethod
    def reserved(bits):
        if bits: raise Raised("general-exception", RESERVED)

    def one(self, op, rest):
        left, _, right = rest.partition("=")
        args = right.split(",")
        kind = op.split(".")[0]
        if kind in ("itc", "itr") and self.on("ic") or (op, rest) == ("rfi", "unstopped"): raise Raised("general-exception", ILLEGAL_OPERATION)
        if kind in PRIVILEGED: self.unprivileged(PRIVILEGED[kind])
        if kind in ("nop", "srlz", "sync"):
            if kind == "srlz": self.in_flight = False
        elif kind == "break": raise Raised("break", immediate=0 if op == "break.b" else int(rest, 0) & (1 << 21) - 1)
        elif kind == "rfi": return self.rfi()
        elif kind == "br": return self.branch(op, rest)
        elif kind == "chk": return (self.target(rest.split(",")[1]), 0) if self.value(rest.split(",")[0]) == NAT else None
        elif kind in ("alloc", "cover"): self.frames(kind, left, args)
        elif kind in ("flushrs", "loadrs"): getattr(self, kind)()
        elif kind in ("ssm", "rsm", "sum", "rum", "bsw", "epc"): self.status(kind, op, rest)
        elif kind in ("setf", "getf", "ldf8"): self.floats(op, left, right)
        elif op in ("ldfd", "stfd", "ldf.fill", "stf.spill"): self.real_memory(op, left, args)
        elif kind in ("fma", "fnma", "fms", "fmpy", "fadd", "fsub", "fcvt", "frcpa") or kind == "mov" and left.startswith("f"): self.real_of(op, left, args)
        elif kind in ("itc", "itr", "ptc", "fc", "tpa", "tak", "thash", "ttag", "probe", "lfetch"): self.translations(op, rest, left, args)
        elif kind in ("mov", "movl"): self.move(left, right)
        elif re.fullmatch(r"(ld|st|xchg)\d", kind): self.memory_access(op, kind, left, right, args)
        elif kind in ("cmp", "tbit", "tnat"): self.compare(op, left, args)
        else:
            values = [self.value(arg) for arg in args]
            self.put(left, NAT if NAT in values else self.arithmetic(op, values) & ONES)
        return None

    # integers

    @staticmethod
    def arithmetic(op, v):
        match op:
            case "add" | "adds" | "addl": return sum(v)
            case "sub": return v[0] - v[1] - (len(v) > 2)
            case "and": return v[0] & v[1]
            case "or": return v[0] | v[1]
            case "xor": return v[0] ^ v[1]
            case "andcm": return v[0] & ~v[1]
            case "shladd": return (v[0] << v[1]) + v[2]
            case "shl": return v[0] << v[1] if v[1] < 64 else 0
            case "shr.u": return v[0] >> v[1]
            case "shrp": return (v[0] << 64 | v[1]) >> v[2]
            case "extr.u": return v[0] >> v[1] & (1 << v[2]) - 1
            case "dep.z": return (v[0] & (1 << v[2]) - 1) << v[1]
            case "dep": return v[1] & ~((1 << v[3]) - 1 << v[2]) | (v[0] & (1 << v[3]) - 1) << v[2]
        raise SystemExit("no meaning of " + op)

    def compare(self, op, left, args):
        parts = op.split(".")
        values = [self.value(arg) for arg in args]
        if parts[0] == "tnat": holds = (values[0] == NAT) == (parts[1] == "nz")
        elif NAT in values: return self.predicates(left, (False, False))
        elif parts[0] == "tbit": holds = bool(values[0] >> values[1] & 1) == (parts[1] == "nz")
        else:
            a, b = values if parts[1].endswith("u") or parts[1] in ("eq", "ne") else map(signed, values)
            holds = {"eq": a == b, "ne": a != b, "lt": a < b, "le": a <= b, "gt": a > b, "ge": a >= b}[parts[1].rstrip("u")]
        if "and" in parts:
            if not holds: self.predicates(left, (False, False))
        else: self.predicates(left, (holds, not holds))

    # moves

    def move(self, left, right):
        if left.startswith(("cr.", "psr.l")) or INDIRECT.fullmatch(left): self.privileged(left)
        self.put_named(left, self.named(right, left.startswith("r") and not left.startswith("rr")))

    def named(self, name, general):
        """what a register of any kind holds, or a constant"""
        indirect = INDIRECT.fullmatch(name)
        if name.startswith("cr.") or name == "psr" or indirect: self.privileged(name)
        if indirect:
            index = self.whole(indirect[2])
            return {"rr": self.rr, "pkr": self.pkr, "dbr": self.dbr}[indirect[1]][index >> 61 if indirect[1] == "rr" else index & 255]
        if name == "psr": return self.psr & (1 << 32) - 1 | self.psr & 3 << PSR["mc"]
        if name == "psr.um": return self.psr & 63
        if name == "pr": return sum(held << n for n, held in enumerate(self.p))
        if name == "ip": return self.ip
        if name == "cr.ivr": return self.acknowledged()
        if name == "cr.eoi": return 0
        if re.fullmatch(r"cr\.irr\d", name): return self.requests(int(name[-1]))
        if name == "ar.bsp": return self.bsp()
        if name in self.cr: return self.cr[name]
        if name in self.ar: return self.ar[name]
        if re.fullmatch(r"b\d", name): return self.b[int(name[1:])]
        return self.value(name) if general else self.whole(name.split(",")[0])

    def put_named(self, name, value):
        indirect = INDIRECT.fullmatch(name)
        if indirect:
            index = self.whole(indirect[2])
            if indirect[1] == "rr":
                self.reserved(value & 2 or value >> 32 or (value >> 2 & 63) not in SIZES)
                self.rr[index >> 61] = value
            elif indirect[1] == "dbr": self.dbr[index & 255] = value
            else:
                self.reserved((index & 255) >= len(self.pkr) or value & 0xf0 or value >> 32)
                self.put_key(index & 255, value)
        elif name == "pr.rot": self.p[16:] = [bool(value >> n & 1) for n in range(16, 64)]
        elif name == "pr": self.p[1:] = [bool(value >> n & 1) for n in range(1, 64)]
        elif name == "psr.l":
            self.in_flight = self.in_flight or bool((self.psr ^ value) >> PSR["ic"] & 1)
            self.psr = self.psr >> 32 << 32 | value & (1 << 32) - 1
        elif name == "cr.eoi": self.ended()
        elif name == "cr.iipa": self.cr[name] = self.last = value
        elif name in self.cr: self.cr[name] = value
        elif name in self.ar:
            if self.cpl() and (name == "ar.itc" or name.startswith("ar.k")): raise Raised("general-exception", PRIVILEGED_REGISTER)
            if name in ("ar.bspstore", "ar.rnat") and self.mode(): raise Raised("general-exception", ILLEGAL_OPERATION)
            self.ar[name] = value & ~7 if name == "ar.bspstore" else value
        elif re.fullmatch(r"b\d", name): self.b[int(name[1:])] = value
        else: self.put(name, value)

    def privileged(self, name):
        if name in COLLECTED and self.on("ic"): raise Raised("general-exception", ILLEGAL_OPERATION)
        self.unprivileged()

    def put_key(self, index, value):
        if value & 1: self.pkr = [pkr & ~1 if pkr & 1 and pkr >> 8 == value >> 8 else pkr for pkr in self.pkr]
        self.pkr[index] = value

    # memory

    def memory_access(self, op, kind, left, right, args):
        size = int(kind[-1])
        register = re.search(r"\[(r\d+)\]", left if kind.startswith("st") else right)[1]
        at = self.value(register)
        if kind.startswith("xchg"):
            at, value = self.whole(register, ACCESS["rw"]), self.whole(args[1], ACCESS["rw"])
            where = self.data(at, size, "rw")
            self.put(left, self.read(where, size))
            self.write(where, size, value)
        elif kind.startswith("ld"):
            speculative = ".s" in op
            if not speculative: self.whole(register, ACCESS["r"])
            deferred = speculative and (at == NAT or not self.on("dt") or self.page("d", at).attribute != 0)
            loaded = NAT if deferred else self.read(self.data(at, size, "r"), size)
            if op == "ld8.fill" and self.ar["ar.unat"] >> (at >> 3 & 63) & 1: loaded = NAT
            if len(args) > 1: self.put(register, self.moved(at, args[1]))
            self.put(left, loaded)
        else:
            self.whole(register, ACCESS["w"])
            value = self.value(args[0]) if op == "st8.spill" else self.whole(args[0], ACCESS["w"])
            self.write(self.data(at, size, "w"), size, 0 if value == NAT else value)
            if op == "st8.spill": self.ar["ar.unat"] = self.ar["ar.unat"] & ~(1 << (at >> 3 & 63)) | (value == NAT) << (at >> 3 & 63)
            if len(args) > 1: self.put(register, self.moved(at, args[1]))

    def moved(self, at, by):
        return at + self.value(by) & ONES

    def floats(self, op, left, right):
        """the significand only, for integers"""
        if op == "ldf8":
            n, at = self.usable(left, R), self.whole(re.search(r"\[(r\d+)\]", right)[1], R)
            self.put_floating(n, self.read(self.data(at, 8, "r"), 8))
        elif op == "setf.sig": self.put_floating(self.usable(left), self.value(right))
        elif op == "setf.d": self.put_floating(self.usable(left), self.undouble(self.whole(right)))
        elif op == "getf.sig": self.put(left, NAT if self.held(right) == NATVAL else self.held(right)[2])
        elif op == "getf.d": self.put(left, self.double(self.held(right)))
        else: raise SystemExit("no meaning of " + op)

    # translations and status

    def translations(self, op, rest, left, args):
        access = op.split(".")[1] if "." in op else ""
        if op in ("itc.d", "itc.i"): self.insert(op[-1], self.whole(rest))
        elif op in ("itr.d", "itr.i"): self.insert(op[-1], self.whole(args[0]), self.whole(re.search(r"\[(r\d+)\]", left)[1]) & 255)
        elif op == "ptc.l":
            at, size = (self.whole(name) for name in rest.split(","))
            for stream in "id": self.purge(stream, self.region(at), at, size >> 2 & 63)
        elif op in ("fc", "fc.i"): self.flush(self.whole(rest, NA | R | FC))
        elif op == "lfetch.fault": self.data(self.whole(rest.strip("[]"), NA | R | LFETCH), 1, "r", NA | LFETCH)
        elif op == "tpa": self.put(left, self.real(self.whole(args[0], NA | TPA)))
        elif op in ("thash", "ttag"): self.told(op, left, self.value(args[0]))
        elif op == "tak":
            page = self.page("d", self.whole(args[0], NA | TAK))
            self.put(left, page.key << 8 if page and page.present else 1)
        elif op.endswith(".fault"): self.data(self.whole(rest.split(",")[0], NA | ACCESS[access] | PROBE_FAULT), 1, access, NA | PROBE_FAULT)
        else: self.put(left, self.probe(access, self.whole(args[0], NA | ACCESS[access] | PROBE), int(args[1], 0)))

    def told(self, op, left, address):
        self.put(left, NAT if address == NAT else self.hashed(address) if op == "thash" else self.tag(address))

    def status(self, kind, op, rest):
        if kind == "epc":
            if self.ar["ar.pfs"] >> 62 < self.cpl(): raise Raised("general-exception", ILLEGAL_OPERATION)
            if not self.on("it"): self.at_level(0)
            elif self.code_page.rights == 7 and self.code_page.level < self.cpl(): self.at_level(self.code_page.level)
            return
        if kind in ("ssm", "rsm"): self.reserved(int(rest, 0) & 0x11fc1)
        if kind in ("sum", "rum"): self.reserved(int(rest, 0) & ~0x3e)
        if kind == "bsw": changed = self.psr & ~(1 << PSR["bn"]) | int(op[-1]) << PSR["bn"]
        else: changed = self.psr | int(rest, 0) if kind in ("ssm", "sum") else self.psr & ~int(rest, 0)
        self.in_flight = self.in_flight or bool((self.psr ^ changed) >> PSR["ic"] & 1)
        self.psr = changed

    # frames and branches

    def frames(self, kind, left, args):
        if kind == "alloc":
            saved, sizes = self.ar["ar.pfs"], [int(arg) for arg in args[1:]]
            self.room(sizes[0])
            self.frame(self.cfm() & ~0x3ffff | sizes[0] | sizes[1] << 7 | sizes[2] // 8 << 14)
            return self.put(left, saved)
        if not self.on("ic"): self.cr["cr.ifs"] = 1 << 63 | self.cfm()
        self.base += self.sof
        self.frame(0)

    def target(self, text):
        text = text.strip()
        return self.b[int(text[1:])] & ~15 if re.fullmatch(r"b\d", text) else int(text.split()[0], 16) + self.shift

    def branch(self, op, rest):
        kind = op.split(".")[1]
        if kind in ("few", "many", "cond"): return self.target(rest), 0
        if kind == "call":
            linked, to = rest.split("=")
            to = self.target(to)
            self.b[int(linked[1:])] = self.ip + 16
            self.ar["ar.pfs"] = self.cfm() | self.ar["ar.ec"] << 52 | self.cpl() << 62
            self.base += self.sol
            self.frame(self.sof - self.sol)
            return to, 0
        if kind == "ret":
            pfs = self.ar["ar.pfs"]
            self.base -= pfs >> 7 & 127
            self.frame(pfs & (1 << 38) - 1)
            self.ar["ar.ec"] = pfs >> 52 & 63
            if pfs >> 62 > self.cpl(): self.at_level(pfs >> 62)
            return self.target(rest), 0
        if kind == "cloop":
            if self.ar["ar.lc"] == 0: return None
            self.ar["ar.lc"] -= 1
            return self.target(rest), 0
        if kind == "ctop":
            lc, ec = self.ar["ar.lc"], self.ar["ar.ec"]
            taken, stage = lc != 0 or ec > 1, lc != 0
            if lc: self.ar["ar.lc"] -= 1
            elif ec: self.ar["ar.ec"] -= 1
            self.p[self.pr(63)] = stage
            if lc or ec:
                self.rrb = (self.rrb - 1) % self.sor if self.sor else 0
                self.rrbf, self.rrbp = (self.rrbf - 1) % 96, (self.rrbp - 1) % 48
            return (self.target(rest), 0) if taken else None
        raise SystemExit("no meaning of " + op)
