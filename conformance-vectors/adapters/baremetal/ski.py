#!/usr/bin/env python3
"""Runs one bare-metal image on the Ski simulator and writes a range of its physical memory as raw bytes.

Exit status: 0 the image stopped by itself and its memory is in FILE; 1 it was stopped (too many instructions, a machine
check), and its memory is in FILE all the same; 2 usage; 3 no memory: Ski is missing, crashed, or ran out of time.
"""

import argparse
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

STOPPED_BY_ITSELF, STOPPED, NO_MEMORY = 0, 1, 3
ENDS = ("Halting Simulation", "Breakpoint (IA-64)")     # break 0; the symbol of --until
MEMORY = "memory.save"
COMMANDS = "commands"
ROW = 32                                                # bytes that Ski writes on a line


class SkiFault(Exception):
    """Why there is no memory to write."""


def main() -> int:
    options = parsed()
    try:
        with tempfile.TemporaryDirectory(prefix="ski-") as folder:
            said = simulated(options, Path(folder))
            image = memory(Path(folder) / MEMORY, options.first, options.end)
        options.out.write_bytes(image)
    except (SkiFault, OSError) as fault:
        print(f"ski.py: {fault}", file=sys.stderr)
        return NO_MEMORY
    if any(end in said for end in ENDS):
        return STOPPED_BY_ITSELF
    why = last_line(said) or f"{options.steps} instructions were not enough"
    print(f"ski.py: {options.elf} did not stop by itself: {why}", file=sys.stderr)
    return STOPPED


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ski", default="bski", metavar="PATH", help="Ski without a screen (default: bski in PATH)")
    parser.add_argument("--elf", required=True, type=Path, metavar="FILE", help="the image, a static ELF file; it ends with break 0 or at --until")
    parser.add_argument("--from", dest="first", required=True, type=address, metavar="ADDR", help="first physical address to write, hexadecimal")
    parser.add_argument("--to", dest="end", required=True, type=address, metavar="ADDR", help="the address after the last one, hexadecimal")
    parser.add_argument("--out", required=True, type=Path, metavar="FILE", help="where the bytes go")
    parser.add_argument("--until", metavar="PLACE", help="stop at this symbol or hexadecimal address of the image, too")
    parser.add_argument("--steps", type=int, default=1_000_000_000, metavar="N", help="stop after N instructions (default: %(default)s)")
    parser.add_argument("--timeout", type=float, default=60, metavar="S", help="give up after S seconds (default: %(default)s)")
    parser.add_argument("--option", action="append", default=[], metavar="OPTION", help="one more option of Ski, such as --option=-palen --option=44")
    options = parser.parse_args()
    if options.first >= options.end:
        parser.error("--from must be below --to")
    if not options.elf.is_file():
        parser.error(f"--elf {options.elf}: no such file")
    return options


def address(text: str) -> int:
    return int(text, 16)


def simulated(options: argparse.Namespace, folder: Path) -> str:
    """Runs Ski in a folder of its own; returns what it said, and leaves its state in MEMORY there."""
    stop = [f"bs {options.until}"] if options.until else []
    (folder / COMMANDS).write_text("\n".join([*stop, f"step {options.steps}", f"save {MEMORY}", "quit 0", ""]))
    command = [options.ski, "-noconsole", "-nonet", "-forcesystem", "-palen", "50", "-alat", *options.option, "-i", COMMANDS, str(options.elf.resolve())]
    try:
        done = subprocess.run(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=options.timeout)
    except FileNotFoundError as fault:
        raise SkiFault(f"{options.ski}: not found; give --ski the path of bski, which README.md says how to get") from fault
    except subprocess.TimeoutExpired as fault:
        raise SkiFault(f"{options.elf}: no end after {options.timeout:g} s; raise --timeout, or lower --steps to see how far it comes") from fault
    said = done.stdout.decode("utf-8", "replace")
    if done.returncode < 0:
        raise SkiFault(f"{options.elf}: Ski was killed by signal {-done.returncode}: {last_line(said) or 'it said nothing'}")
    if not (folder / MEMORY).exists():
        raise SkiFault(f"{options.elf}: Ski left no memory: {last_line(said) or 'it said nothing'}")
    return said


def memory(saved: Path, first: int, end: int) -> bytes:
    """The bytes from `first` to before `end` of a state that Ski saved: lines `mem ADDRESS COUNT WORD...` in hexadecimal, each of one row; what is not there is 0."""
    base = first - first % ROW
    image = bytearray(end - base + -(end - base) % ROW)
    with saved.open() as lines:
        for line in lines:
            if not line.startswith("mem "):
                continue
            _, start, _, *words = line.split()
            place = int(start, 16) - base
            if 0 <= place < len(image):
                struct.pack_into(f"<{len(words)}Q", image, place, *(int(word, 16) for word in words))
    return bytes(image[first - base:end - base])


def last_line(said: str) -> str:
    """The last thing that Ski said other than how fast it was; empty where there is none."""
    return next((line for line in reversed(said.splitlines()) if line.strip() and " insts (" not in line), "")


if __name__ == "__main__":
    sys.exit(main())
