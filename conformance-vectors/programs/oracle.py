#!/usr/bin/env python3
"""What the programs must end in, worked out without vmmref: executes what ia64-linux-gnu-objdump prints of them.

Knows the instructions that the programs use, and no others. Prints for each program r8 to r11, how many
instructions were executed, how many interruptions were taken, and how many stacked registers were used at most.
Every slot counts as an instruction, nop and nullified ones too, a long instruction once; what an interruption
keeps from being done does not count, and neither does the final break. The interval time counter counts the same.
Usage: oracle.py FOLDER [--trace], with the files that build.sh leaves there in NAME.hex.
"""
import pathlib, re, sys, tempfile
sys.dont_write_bytecode = True
from oracle_code import Code
from oracle_instructions import Instructions
from oracle_interruptions import Interruptions, ONCE
from oracle_reals import Reals
from oracle_registers import Registers
from oracle_stack import Stack
from oracle_translation import Translation
from oracle_walker import Walker
from oracle_words import ILLEGAL_OPERATION, NAT, Raised

TRAPS = ((1, "lower-privilege-transfer"), (2, "taken-branch"), (3, "single-step"))

ENDS = ("break.m 0x0", "break.m 0x1")


class Machine(Code, Registers, Reals, Stack, Translation, Walker, Interruptions, Instructions):
    def __init__(self, elf):
        Code.__init__(self, elf)
        for part in (Registers, Stack, Translation, Interruptions): part.__init__(self)
        self.ip, self.slot, self.count = self.entry, 0, 0

    def handles(self):
        return self.cr["cr.iva"] != 0

    def run(self, trace):
        """executes until break.m 0, break.m 1, or a break that nobody handles; the text of that break"""
        while True:
            text = "fetch"
            if self.handles() and self.on("i") and self.deliverable() is not None:
                if trace: print("       external-interrupt")
                self.deliver(Raised("external-interrupt"), self.ip, self.slot, self.slot)
            try:
                text, last = self.fetched()
                if trace: print("%6d %x.%d %s" % (self.count, self.ip, self.slot, text))
                self.step(text, last)
            except Raised as raised:
                if raised.name == "break" and (text.endswith(ENDS) or not self.handles()): return text
                if not self.handles(): raise SystemExit("%x.%d %s: nobody handles %s" % (self.ip, self.slot, text, raised.name))
                if trace: print("       raises %s at %x.%d" % (raised.name, self.ip, self.slot))
                self.deliver(raised, self.ip, self.slot, self.slot)

    def fetched(self):
        """the text of the instruction that comes next, and whether it is the last one of its bundle"""
        at, self.code_page = self.fetch(self.ip)
        self.shift = self.ip - at
        texts = self.bundle(at)
        if self.slot >= len(texts): raise Raised("general-exception", ILLEGAL_OPERATION)
        return texts[self.slot], self.slot == len(texts) - 1

    def step(self, text, last):
        qp = re.match(r"\(p(\d+)\)\s*", text)
        enabled = not qp or self.p[self.pr(int(qp[1]))]
        op, _, rest = (text[qp.end():] if qp else text).partition(" ")
        before, slot = self.psr, self.slot
        went = self.one(op, rest.strip()) if enabled else self.nullified(op, rest)
        self.count += 1
        self.tick()
        if before >> 13 & 1: self.last = self.ip
        self.ip, self.slot = went or ((self.ip + 16, 0) if last else (self.ip, self.slot + 1))
        if op == "rfi": return
        self.psr &= ~ONCE
        self.trap(before, slot, bool(went))

    def trap(self, before, slot, branched):
        """what the instruction that was done traps to; the first that holds names the vector, all stand in ISR.code"""
        lower = self.cpl() > before >> 32 & 3
        holds = {1: lower and before >> 25 & 1, 2: branched and before >> 26 & 1, 3: before >> 40 & 1}
        code = sum(1 << bit for bit, met in holds.items() if met)
        if code: self.deliver(Raised(next(name for bit, name in TRAPS if holds[bit]), code), self.ip, self.slot, slot)


for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.hex")):
    with tempfile.NamedTemporaryFile(suffix=".elf") as elf:
        elf.write(bytes.fromhex(file.read_text()))
        elf.flush()
        machine = Machine(elf.name)
        end = machine.run("--trace" in sys.argv)
        values = [(n, machine.general(n)) for n in range(8, 12)]
        print(file.stem, end, *("r%d=%s" % (n, value if value == NAT else "%016x" % value) for n, value in values),
              "instructions=%d interruptions=%d deepest=%d" % (machine.count, machine.taken, machine.deepest))
