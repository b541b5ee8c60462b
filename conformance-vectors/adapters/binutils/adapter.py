#!/usr/bin/env python3
"""AP/1 adapter for GNU binutils: judges `ia64-linux-gnu-objdump` as a decoder and `ia64-linux-gnu-as` as an encoder.

Reads requests, one JSON object a line, on standard input; writes answers on standard output. It holds `run` requests
back until `flush`, a full window or the end of input, because both programs are fast only with many cases at once.
"""

import argparse
import json
import os
import subprocess
import sys
from typing import BinaryIO, TextIO

from assembler import Assembler
from cases import Decode, Encode, Malformed, held, item, numbered, parsed, sequence, shown
from disassembler import Disassembler
from tools import ToolFault, Tools

WINDOW = 1024                            # larger batches are no faster
MISSING_TOOL = 3
INTERRUPTED = 130


class Session:
    """One conversation: the requests held back, and the two programs that answer them."""

    def __init__(self, tools: Tools, window: int, out: TextIO):
        self.version = tools.version()
        self.disassembler = Disassembler(tools.disassembler)
        self.assembler = Assembler(tools.assembler, self.disassembler.templates)
        self.window = window
        self.out = out
        self.held: list[Decode | Encode] = []

    def converse(self, lines: BinaryIO) -> None:
        """Serves requests until `bye` or the end of input, and answers what is held before it returns."""
        for number, line in enumerate(lines, start=1):
            if line.strip() and not self.serve(number, line):
                break
        self.flush()

    def serve(self, number: int, line: bytes) -> bool:
        """Serves one line; false after `bye`."""
        request: object = None
        try:
            request = parsed(line)
            command = request.get("cmd")
            match command:
                case "hello":
                    self.write(self.hello())
                case "run":
                    self.hold(request)
                case "flush":
                    self.flush()
                case "bye":
                    return False
                case _:
                    raise Malformed(f"$.cmd: expected hello, run, flush or bye, found {shown(command)}")
        except Malformed as fault:
            self.write(numbered(request) | {"outcome": "error", "detail": f"request line {number}: {fault}"})
        return True

    def hello(self) -> dict:
        """Who answers, and what it can observe: binutils says nothing about the effect of an unassigned encoding."""
        return {
            "proto": 1,
            "impl": {"name": "GNU binutils", "version": self.version, "lang": "C"},
            "kinds": ["codec"],
            "profile": {"brl": True, "ld16": True, "vmsw": True, "msr": True, "clz": True},
            "level": "observe",
            "observes": ["template", "slot0", "slot1", "slot2", "bundle"],
            "window": self.window,
        }

    def hold(self, request: dict) -> None:
        """Keeps a case for the next batch, or says at once that it is of another kind."""
        seq = sequence(request)
        case = item(request, "case", dict, "$.case")
        kind = item(case, "kind", str, "$.case.kind")
        if kind != "codec":
            self.write({"seq": seq, "outcome": "unsupported", "why": f"kind {kind}: binutils only decodes and encodes"})
            return
        self.held.append(held(seq, item(case, "in", dict, "$.case.in")))
        if len(self.held) >= self.window:
            self.flush()

    def flush(self) -> None:
        """Answers everything held, with at most one batch for each program."""
        decodes = [each for each in self.held if isinstance(each, Decode)]
        encodes = [each for each in self.held if isinstance(each, Encode)]
        self.held = []
        self.answer(decodes, lambda: self.disassembler.answers([each.bundle for each in decodes]))
        self.answer(encodes, lambda: self.assembler.answers([each.request for each in encodes]))
        self.out.flush()

    def answer(self, cases: list, batch) -> None:
        """Writes one answer for each case; when a program cannot be run at all, that is everybody's answer."""
        if not cases:
            return
        try:
            answers = batch()
        except (OSError, subprocess.SubprocessError) as fault:
            answers = [{"outcome": "error", "detail": str(fault)}] * len(cases)
        for case, answer in zip(cases, answers):
            self.out.write(json.dumps({"seq": case.seq} | answer) + "\n")

    def write(self, answer: dict) -> None:
        """Writes one answer at once."""
        self.out.write(json.dumps(answer) + "\n")
        self.out.flush()


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(
        description="Conformance adapter (protocol AP/1) for GNU binutils: objdump decodes, gas encodes.",
        epilog="Try: ./vmmref check -i 'python3 conformance-vectors/adapters/binutils/adapter.py' "
               "--known conformance-vectors/adapters/binutils/known.toml")
    parser.add_argument("--window", type=int, default=WINDOW, metavar="N",
                        help="answer after N cases even without a flush (default %(default)s)")
    chosen = parser.parse_args()
    if chosen.window < 1:
        parser.error("--window must be at least 1")
    return chosen


def main() -> int:
    """Runs one session; 3 when the programs are missing or unfit."""
    chosen = arguments()
    try:
        session = Session(Tools.found(), chosen.window, sys.stdout)
    except ToolFault as fault:
        print(fault, file=sys.stderr)
        return MISSING_TOOL
    try:
        session.converse(sys.stdin.buffer)
    except BrokenPipeError:              # nobody listens any more: keep the interpreter from trying again
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except KeyboardInterrupt:
        return INTERRUPTED
    return 0


if __name__ == "__main__":
    sys.exit(main())
