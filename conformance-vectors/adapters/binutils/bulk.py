#!/usr/bin/env python3
"""Compares what objdump prints for many random bundles with what `vmmref decode --against` says of them.

Half of the bundles are structured: a slot is one that GNU as assembled, with other bits in its fields or with a few bits
turned over, or any key with small operands; the others are random. Each difference must have a cause that `causes.toml`
lists; differences are counted by cause.
"""

import argparse
import random
import shlex
import subprocess
import sys
import time
import tomllib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
import re

from disassembler import BUNDLE_BYTES, Disassembler
from tools import ToolFault, Tools

HERE = Path(__file__).resolve().parent
HOME = HERE.parents[2]
SAMPLES = HOME / "conformance-vectors/src/main/resources/vmmref/vectors/codec/gas-2.40.tsv"
SLOT = (1 << 41) - 1
LONG = 0x04                              # the templates 04 and 05 are MLX
KEY = 27                                 # nearly every key lies in bits 40:27
BATCH = 20_000
SHOWN = 10                               # unexplained differences that are printed
CONFORMS, WRONG, USAGE, MISSING_TOOL, INTERRUPTED = 0, 1, 2, 3, 130


@dataclass(frozen=True)
class Cause:
    """Why objdump says something else than the manual: a pattern of clause, expected text and printed text, with tabs between them."""

    name: str
    pattern: re.Pattern
    reason: str

    @classmethod
    def listed(cls, file: Path) -> "list[Cause]":
        """The causes of a file, in its order: the first that fits a difference is its cause."""
        entries = tomllib.loads(file.read_text(encoding="utf-8"))["cause"]
        return [cls(each["name"], re.compile(each["pattern"]), each["reason"]) for each in entries]


@dataclass(frozen=True)
class Departure:
    """A difference, as `vmmref decode --against` prints it."""

    bundle: str
    place: str
    expected: str
    got: str
    clause: str

    def cause(self, causes: list[Cause]) -> str | None:
        """The name of its cause, if it has one."""
        told = f"{self.clause}\t{self.expected}\t{self.got}"
        return next((each.name for each in causes if each.pattern.fullmatch(told)), None)


class Drawing:
    """Draws bundles: the same seed gives the same ones."""

    def __init__(self, seed: int, samples: list[int]):
        self.random = random.Random(seed)
        self.samples = samples

    def bundles(self, count: int) -> list[bytes]:
        """That many bundles, every second one structured."""
        return [self.bundle(structured=number % 2 == 0) for number in range(count)]

    def bundle(self, structured: bool) -> bytes:
        """One bundle; random ones have reserved templates as often as there are any."""
        if not structured:
            return self.random.randbytes(BUNDLE_BYTES)
        word = self.random.randrange(32)
        for place in range(3):
            word |= self.slot() << 5 + 41 * place
        return word.to_bytes(BUNDLE_BYTES, "little")

    def slot(self) -> int:
        """A slot near to an instruction of some unit, or one with any key."""
        draw = self.random
        sample = draw.choice(self.samples)
        match draw.randrange(4):
            case 0:
                return sample ^ (draw.getrandbits(KEY) & draw.getrandbits(KEY))
            case 1:
                return sample ^ (1 << draw.randrange(41)) ^ (1 << draw.randrange(41))
            case 2:
                return sample ^ (1 << draw.randrange(41))
            case _:
                return draw.getrandbits(41 - KEY) << KEY | draw.getrandbits(KEY) & draw.getrandbits(KEY)


class Comparison:
    """objdump on one side, `vmmref decode --against -` on the other."""

    def __init__(self, vmmref: list[str], objdump: str):
        self.command = [*vmmref, "decode", "--profile", "maximal", "--against", "-"]
        self.disassembler = Disassembler(objdump)

    def lines(self, bundles: list[bytes]) -> str:
        """What objdump prints, a line for each bundle."""
        return "".join(line(bundle, answer) for bundle, answer in zip(bundles, self.disassembler.answers(bundles)))

    def departures(self, batches, told) -> list[Departure]:
        """The differences of all batches. One run of vmmref reads them all while objdump prints the next ones."""
        with subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as vmmref, \
                ThreadPoolExecutor(1) as reader:
            printed = reader.submit(vmmref.stdout.read)
            try:
                for batch in batches:
                    vmmref.stdin.write(self.lines(batch))
                    told(len(batch))
                vmmref.stdin.close()
            except BrokenPipeError:
                pass                                # vmmref has said why, on its standard error
            departures = [Departure(*each.split("\t")) for each in printed.result().splitlines()]
        if vmmref.returncode != (WRONG if departures else CONFORMS):
            raise ToolFault(f"{shlex.join(self.command)} ended with exit code {vmmref.returncode}")
        return departures


def line(bundle: bytes, answer: dict) -> str:
    """The answer of the adapter to a decode case, as a line of a listing."""
    if answer["outcome"] == "malformed":
        return f"{bundle.hex()}\treserved\n"
    if answer["outcome"] != "done":
        return f"{bundle.hex()}\t{answer['detail']!r}\n"
    places = answer["delta"]
    return "\t".join([bundle.hex(), places["template"], *(text for place, text in sorted(places.items()) if place != "template")]) + "\n"


def assembled(file: Path) -> list[int]:
    """The slots of the instructions of a table of samples: text, position of the instruction, bundle. A long instruction begins in slot 1, and its key is in slot 2."""
    rows = [row.split("\t") for row in file.read_text(encoding="utf-8").splitlines() if row and not row.startswith("#")]
    bundles = [(int(position), int.from_bytes(bytes.fromhex(digits), "little")) for _, position, digits in rows]
    return [bundle >> 5 + 41 * (2 if bundle & 0x1e == LONG else position) & SLOT for position, bundle in bundles]


class Progress:
    """Says on standard error how far it is: on a terminal in a moving line, elsewhere every ten seconds."""

    def __init__(self, count: int):
        self.count, self.done, self.begin, self.last = count, 0, time.monotonic(), 0.0
        self.moving = sys.stderr.isatty()

    def __call__(self, more: int) -> None:
        self.done += more
        passed = time.monotonic() - self.begin
        if self.done < self.count and passed - self.last < (0.2 if self.moving else 10):
            return
        self.last = passed
        left = passed * (self.count - self.done) / self.done
        text = f"{self.done:,} of {self.count:,} bundles, {passed:.0f} s" + (f", about {left:.0f} s left" if self.done < self.count else "")
        print(f"\r\033[K{text}" if self.moving else f"[status] {text}", end="" if self.moving and self.done < self.count else "\n", file=sys.stderr, flush=True)


def report(departures: list[Departure], causes: list[Cause], count: int) -> int:
    """Prints the differences by cause; how many have none."""
    found = [(each.cause(causes), each) for each in departures]
    counts = Counter(name for name, _ in found)
    unexplained = [each for name, each in found if name is None]
    print(f"{count:,} bundles compared, {len(departures):,} differences, {len(unexplained):,} unexplained")
    for cause in causes:
        if counts[cause.name]:
            print(f"{counts[cause.name]:>9,}  {cause.name}: {cause.reason}")
    for each in unexplained[:SHOWN]:
        print(f"unexplained: {each.bundle} {each.place}: {each.expected} by {each.clause}, and objdump prints {each.got}")
    return len(unexplained)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__,
        epilog="examples:\n  python3 conformance-vectors/adapters/binutils/bulk.py --count 1000000 --seed 1\n"
               "  python3 conformance-vectors/adapters/binutils/bulk.py --vmmref 'java -jar vmmref.jar' --count 20000\n\n"
               "exit codes: 0 every difference has a cause, 1 some have none, 2 usage, 3 a program is missing or failed")
    parser.add_argument("--count", type=int, default=100_000, metavar="N", help="how many bundles (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which ones (default %(default)s)")
    parser.add_argument("--vmmref", default=shlex.quote(str(HOME / "vmmref")), metavar="COMMAND", help="how vmmref is called (default: the launcher of this repository)")
    parser.add_argument("--causes", type=Path, default=HERE / "causes.toml", metavar="FILE", help="the causes of differences (default: causes.toml beside this program)")
    parser.add_argument("--samples", type=Path, default=SAMPLES, metavar="FILE", help="instructions to begin with (default: those that GNU as assembled for the vectors)")
    chosen = parser.parse_args()
    if chosen.count < 1:
        parser.error("--count must be at least 1")
    return chosen


def main() -> int:
    """Compares; 1 if a difference has no cause."""
    chosen = arguments()
    try:
        causes = Cause.listed(chosen.causes)
        drawing = Drawing(chosen.seed, assembled(chosen.samples))
    except (OSError, ValueError, KeyError, IndexError, re.error) as fault:
        print(f"bulk.py: {fault}", file=sys.stderr)
        return USAGE
    sizes = [min(BATCH, chosen.count - done) for done in range(0, chosen.count, BATCH)]
    try:
        comparison = Comparison(shlex.split(chosen.vmmref), Tools.found().disassembler)
        departures = comparison.departures((drawing.bundles(size) for size in sizes), Progress(chosen.count))
    except (ToolFault, OSError) as fault:
        print(fault, file=sys.stderr)
        return MISSING_TOOL
    except KeyboardInterrupt:
        return INTERRUPTED
    return WRONG if report(departures, causes, chosen.count) else CONFORMS


if __name__ == "__main__":
    sys.exit(main())
