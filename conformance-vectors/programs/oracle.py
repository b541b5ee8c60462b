#!/usr/bin/env python3
"""What the programs must end in, worked out without vmmref: executes what ia64-linux-gnu-objdump prints of them.

Knows the instructions that the programs use, and no others. Prints for each program r8 to r11 and how many
instructions were executed: every slot counts, nop and nullified ones too, a long instruction once, the final
break not. Usage: oracle.py FOLDER, with the files that build.sh leaves there in NAME.hex.
"""
import pathlib, re, subprocess, sys, tempfile

ONES = (1 << 64) - 1
NAT = "NaT"


def signed(x):
    return x - (1 << 64) if x >> 63 else x


def listing(elf):
    """address.slot -> text, in order, and the labels"""
    text = subprocess.run(["ia64-linux-gnu-objdump", "-d", elf], capture_output=True, text=True, check=True).stdout
    code = []
    for line in text.splitlines():
        found = re.match(r" +([0-9a-f]+):\t[0-9a-f ]+\t(.*)", line)
        if not found or not found[2].strip():
            continue
        words = re.sub(r"\[[A-Z]+\]", "", found[2]).replace(";;", "").split("//")[0].strip()
        code.append((int(found[1], 16), words))
    return code


class Machine:
    def __init__(self, elf):
        self.code = listing(elf)
        self.at = {address: i for i, (address, _) in enumerate(self.code)}
        self.memory = {}
        image = pathlib.Path(elf).read_bytes()
        half = lambda at, size: int.from_bytes(image[at:at + size], "little")
        for i in range(half(56, 2)):
            head = half(32, 8) + i * half(54, 2)
            if half(head, 4) == 1:
                for j in range(half(head + 32, 8)):
                    self.memory[half(head + 24, 8) + j] = image[half(head + 8, 8) + j]
        self.static, self.stacked = [0] * 32, {}
        self.base, self.sof, self.sol, self.sor, self.rrb, self.rrbp = 0, 0, 0, 0, 0, 0
        self.p, self.b, self.ar = [True] + [False] * 63, [0] * 8, {"ar.lc": 0, "ar.ec": 0, "ar.pfs": 0}
        self.cr, self.pages, self.psr = {}, [], 1 << 13
        self.deepest = 0

    def where(self, n):
        n -= 32
        assert n < self.sof, "outside the frame"
        return self.base + ((n + self.rrb) % self.sor if n < self.sor else n)

    def value(self, name):
        name = name.strip()
        if name in self.ar: return self.ar[name]
        if re.fullmatch(r"r\d+", name):
            n = int(name[1:])
            return self.static[n] if n < 32 else self.stacked.get(self.where(n), 0)
        if re.fullmatch(r"b\d", name): return self.b[int(name[1:])]
        return int(name, 0) & ONES

    def put(self, name, value):
        name = name.strip()
        if name in self.ar: self.ar[name] = value
        elif name[0] == "b": self.b[int(name[1:])] = value
        else:
            n = int(name[1:])
            assert n, "r0"
            if n < 32: self.static[n] = value
            else: self.stacked[self.where(n)] = value

    def pr(self, n):
        return n if n < 16 else 16 + (n - 16 + self.rrbp) % 48

    def predicates(self, names, values):
        for name, value in zip(names.split(","), values):
            if int(name.strip()[1:]): self.p[self.pr(int(name.strip()[1:]))] = value

    def page(self, at):
        """translation register that holds an address: virtual address, entry, itir"""
        found = [page for page in self.pages if at >> 14 == page[0] >> 14]
        assert len(found) == 1
        return found[0]

    def physical(self, at):
        if not self.psr >> 17 & 1: return at
        _, entry, _ = self.page(at)
        return entry & (1 << 50) - (1 << 14) | at & (1 << 14) - 1

    def load(self, at, size):
        assert at % size == 0
        at = self.physical(at)
        return int.from_bytes(bytes(self.memory.get(at + i, 0) for i in range(size)), "little")

    def run(self):
        here, count = 0, 0
        while True:
            address, text = self.code[here]
            qp = re.match(r"\(p(\d+)\)\s*", text)
            enabled = not qp or self.p[self.pr(int(qp[1]))]
            text = text[qp.end():] if qp else text
            op, _, rest = text.partition(" ")
            if op == "break.m": return int(rest, 0), count
            count += 1
            target = self.one(op, rest, address) if enabled else self.nullified(op, rest)
            here = here + 1 if target is None else self.at[target & ~15]

    def nullified(self, op, rest):
        if op.startswith(("cmp", "tbit", "tnat")) and ".unc" in op: self.predicates(rest.split("=")[0], (False, False))

    def one(self, op, rest, address):
        left, _, right = rest.partition("=")
        args = right.split(",")
        kind = op.split(".")[0]
        if kind == "nop": return None
        if kind == "alloc":
            _, size, local, rotating = args
            saved = self.ar["ar.pfs"]
            self.sof, self.sol, self.sor = int(size), int(local), int(rotating)
            self.put(left, saved)
            self.deepest = max(self.deepest, self.base + self.sof)
        elif kind == "br": return self.branch(op, rest, address)
        elif kind == "chk": return int(rest.split(",")[1].split()[0], 16) if self.value(rest.split(",")[0]) == NAT else None
        elif op == "mov" and left == "pr.rot":
            for n in range(16, 64): self.p[n] = bool(int(right, 0) >> n & 1)
        elif kind == "srlz": pass
        elif kind == "ssm": self.psr |= int(rest, 0)
        elif kind == "rsm": self.psr &= ~int(rest, 0)
        elif op == "mov" and left.startswith("cr."): self.cr[left] = self.value(right)
        elif op == "itr.d": self.pages.append((self.cr["cr.ifa"], self.value(right), self.cr["cr.itir"]))
        elif kind == "tpa":
            _, entry, _ = self.page(self.value(right))
            self.put(left, entry & (1 << 50) - (1 << 14) | self.value(right) & (1 << 14) - 1)
        elif kind == "tak": self.put(left, self.page(self.value(right))[2] & 0xffffff00)
        elif kind == "probe": self.put(left, int(int(args[1]) <= (self.page(self.value(args[0]))[1] >> 7 & 3)))
        elif kind in ("mov", "movl"): self.put(left, self.value(right))
        elif kind.startswith("ld"):
            size, speculative = int(kind[2:]), ".s" in op
            register = re.search(r"\[(r\d+)\]", right)[1]
            at = self.value(register)
            if not speculative: assert at != NAT
            deferred = speculative and (at == NAT or not self.psr >> 17 & 1 or self.page(at)[1] >> 2 & 7 != 0)
            loaded = NAT if deferred else self.load(at, size)
            if len(args) > 1: self.put(register, at + int(args[1]) & ONES)
            self.put(left, loaded)
        elif kind.startswith("st"):
            register = re.search(r"\[(r\d+)\]", left)[1]
            at, value = self.value(register), self.value(args[0])
            where = self.physical(at)
            for i, byte in enumerate((value & (1 << 8 * int(kind[2:])) - 1).to_bytes(int(kind[2:]), "little")): self.memory[where + i] = byte
            if len(args) > 1: self.put(register, at + int(args[1]) & ONES)
        elif kind in ("cmp", "tbit", "tnat"): self.compare(op, left, args)
        else:
            values = [self.value(arg) for arg in args]
            self.put(left, NAT if NAT in values else self.arithmetic(op, values) & ONES)
        return None

    @staticmethod
    def arithmetic(op, v):
        match op:
            case "add" | "adds" | "addl": return v[0] + v[1]
            case "sub": return v[0] - v[1]
            case "and": return v[0] & v[1]
            case "xor": return v[0] ^ v[1]
            case "shladd": return (v[0] << v[1]) + v[2]
            case "shl": return v[0] << v[1]
            case "shr.u": return v[0] >> v[1]
            case "shrp": return (v[0] << 64 | v[1]) >> v[2]
            case "extr.u": return v[0] >> v[1] & (1 << v[2]) - 1
            case "dep.z": return (v[0] & (1 << v[2]) - 1) << v[1]
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

    def branch(self, op, rest, address):
        target = lambda text: int(text.split()[0], 16) if not re.fullmatch(r"b\d", text.strip()) else self.b[int(text.strip()[1:])]
        kind = op.split(".")[1]
        if kind in ("few", "many", "cond"): return target(rest)
        if kind == "call":
            self.put(rest.split("=")[0], (address & ~15) + 16)
            self.ar["ar.pfs"] = self.sof | self.sol << 7 | self.sor // 8 << 14 | self.rrb << 18 | self.rrbp << 32 | self.ar["ar.ec"] << 52
            self.base, self.sof, self.sol, self.sor, self.rrb, self.rrbp = self.base + self.sol, self.sof - self.sol, 0, 0, 0, 0
            return target(rest.split("=")[1])
        if kind == "ret":
            pfs = self.ar["ar.pfs"]
            self.sof, self.sol, self.sor, self.rrb = pfs & 127, pfs >> 7 & 127, (pfs >> 14 & 15) * 8, pfs >> 18 & 127
            self.rrbp, self.ar["ar.ec"] = pfs >> 32 & 63, pfs >> 52 & 63
            self.base -= self.sol
            return target(rest)
        if kind == "cloop":
            if self.ar["ar.lc"] == 0: return None
            self.ar["ar.lc"] -= 1
            return target(rest)
        if kind == "ctop":
            lc, ec = self.ar["ar.lc"], self.ar["ar.ec"]
            taken, stage = lc != 0 or ec > 1, lc != 0
            if lc: self.ar["ar.lc"] -= 1
            elif ec: self.ar["ar.ec"] -= 1
            self.p[self.pr(63)] = stage
            if lc or ec:
                self.rrb = (self.rrb - 1) % self.sor if self.sor else 0
                self.rrbp = (self.rrbp - 1) % 48
            return target(rest) if taken else None
        raise SystemExit("no meaning of " + op)


for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.hex")):
    with tempfile.NamedTemporaryFile(suffix=".elf") as elf:
        elf.write(bytes.fromhex(file.read_text()))
        elf.flush()
        machine = Machine(elf.name)
        end, count = machine.run()
        print(file.stem, "break.m %#x" % end, *("r%d=%016x" % (n, machine.value("r%d" % n)) for n in range(8, 12)), "instructions=%d" % count, "deepest=%d" % machine.deepest)
