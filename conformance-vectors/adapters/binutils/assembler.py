"""Encode cases: one gas call assembles many bundles; what gas reports is traced back to the case that caused it.

Every case is one line of the source file:

    case$7: { .mii; thash r8=r32; nop.i 0x0; nop.i 0x0;; } { .mii; nop.m 0; nop.i 0; nop.i 0;; }

so that line 8 of a diagnostic means case 7, and case 7 stands at offset 7 * 32. The bundle after it separates it from
the next case: gas would otherwise add a stop to it when the next one begins with an instruction that must open a group.
The label stands in for `.`, which gas resolves wrongly while it still holds earlier instructions back.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import elf
from tools import run

BUNDLE_BYTES = 16
STRIDE = 2 * BUNDLE_BYTES
SEPARATOR = "{ .mii; nop.m 0; nop.i 0; nop.i 0;; }"
SEPARATOR_BYTES = bytes.fromhex("01000000010000000002000000000400")
OPTIONS = ("-xnone",                     # check no dependencies, so add no stops because of them
           "-mhint.b=ok")                # accept hint.b, which gas otherwise warns of or rejects
ROUNDS = 4                               # gas finds errors when it parses, emits and resolves: three are enough

INSTRUCTION = re.compile(r"(?:\([a-z0-9]+\) *)?[A-Za-z][A-Za-z0-9_.]*(?: +(?!=)[A-Za-z0-9_.,=\[\]()+\-@ ]*)?")
DATA = re.compile(r"(?:data|real|string)", re.IGNORECASE)        # directives of gas that have no leading dot
HERE = re.compile(r"(?<![\w.])\.(?![\w.])")
DIAGNOSTIC = re.compile(r".*cases\.s:(\d+): (?:Fatal error|Error): .*")

REFUSED = {"outcome": "refused"}


@dataclass(frozen=True)
class Request:
    """A bundle to encode: a template such as `M;MI` and the texts of its instructions."""

    template: str
    slots: tuple[str, ...]

    def shaped(self) -> bool:
        """Whether there are as many texts as the template has instructions, and each looks like one, so that it cannot disturb its neighbours."""
        expected = 2 if "L" in self.template else 3
        return len(self.slots) == expected and all(INSTRUCTION.fullmatch(text) and not DATA.match(text) for text in self.slots)

    def source(self, label: str) -> str:
        """This bundle in gas syntax, with a stop exactly where the template has one."""
        directive = "." + self.template.replace(";", "").lower()
        stops = re.findall(r"(?:LX|[MIFB])(;?)", self.template)
        texts = [HERE.sub(label, text) + (";;" if stop else ";") for text, stop in zip(self.slots, stops)]
        return f"{label}: {{ {directive}; {' '.join(texts)} }}"


@dataclass(frozen=True)
class Assembly:
    """What one run of gas gave: a bundle for each request, or the requests it blamed, or only its messages."""

    bundles: tuple[bytes, ...] = ()
    unresolved: frozenset[int] = frozenset()
    blamed: frozenset[int] = frozenset()
    diagnosed: bool = False
    messages: str = ""


class Assembler:
    """Answers encode cases with gas."""

    def __init__(self, gas: str, templates: list[str | None]):
        """`templates` are the notations of the 32 template codes, `None` where the code is reserved."""
        self.gas = gas
        self.templates = templates

    def answers(self, requests: list[Request]) -> list[dict]:
        """One answer for each request, in order."""
        asked = {number: request for number, request in enumerate(requests)
                 if request.template in self.templates and request.shaped()}
        answers = self.assembled(asked)
        return [answers.get(number, REFUSED) for number in range(len(requests))]

    def assembled(self, requests: dict[int, Request]) -> dict[int, dict]:
        """Assembles all requests together, then again without those that gas blamed; halves them when it blames none."""
        answers: dict[int, dict] = {}
        remaining = dict(requests)
        for _ in range(ROUNDS):
            if not remaining:
                return answers
            numbers = list(remaining)
            result = self.assembly(list(remaining.values()))
            if result.bundles:
                return answers | {number: self.judged(remaining[number], result, at) for at, number in enumerate(numbers)}
            if not result.blamed:
                return answers | self.halved(remaining, result)
            for at in result.blamed:
                answers[numbers[at]] = REFUSED
                del remaining[numbers[at]]
        return answers | (self.halved(remaining, result) if remaining else {})

    def halved(self, requests: dict[int, Request], result: Assembly) -> dict[int, dict]:
        """Looks for the request that gas does not name in smaller and smaller sets."""
        numbers = list(requests)
        if len(numbers) == 1:
            alone = REFUSED if result.diagnosed else {"outcome": "error", "detail": f"gas: {result.messages}"}
            return {numbers[0]: alone}
        middle = len(numbers) // 2
        first, second = numbers[:middle], numbers[middle:]
        return (self.assembled({number: requests[number] for number in first})
                | self.assembled({number: requests[number] for number in second}))

    def judged(self, request: Request, result: Assembly, at: int) -> dict:
        """The answer to a request that gas assembled: its bundle, unless a linker must finish it or gas altered it."""
        if at in result.unresolved:
            return REFUSED
        bundle = result.bundles[at]
        written = self.templates[bundle[0] & 0x1f]
        if written != request.template:
            return {"outcome": "error", "detail": f"asked for template {request.template}, gas wrote {written}: {bundle.hex()}"}
        return {"outcome": "done", "delta": {"bundle": bundle.hex()}}

    def assembly(self, requests: list[Request]) -> Assembly:
        """Runs gas once, with `OPTIONS`, on the source of all requests."""
        lines = [f"{request.source(f'case${at}')} {SEPARATOR}\n" for at, request in enumerate(requests)]
        with TemporaryDirectory(prefix="vmmref-gas-") as folder:
            source, target = Path(folder, "cases.s"), Path(folder, "cases.o")
            source.write_text("".join(lines), encoding="ascii")
            ended = run([self.gas, *OPTIONS, str(source), "-o", str(target)])
            if ended.status == 0 and target.exists():
                return bundled(target.read_bytes(), len(requests))
        return diagnosed(ended.messages or f"ended with status {ended.status}", len(requests))


def bundled(image: bytes, count: int) -> Assembly:
    """The bundles in an object file, provided that every case is where it must be."""
    try:
        code = elf.code(image)
    except elf.ElfFault as fault:
        return Assembly(messages=str(fault))
    pairs = [code.text[at:at + STRIDE] for at in range(0, len(code.text), STRIDE)]
    if len(pairs) != count or any(pair[BUNDLE_BYTES:] != SEPARATOR_BYTES for pair in pairs):
        return Assembly(messages=f"wrote {len(code.text)} bytes of code where {count * STRIDE} were asked for")
    return Assembly(bundles=tuple(pair[:BUNDLE_BYTES] for pair in pairs),
                    unresolved=frozenset(offset // STRIDE for offset in code.unresolved))


def diagnosed(messages: str, count: int) -> Assembly:
    """The cases on whose lines gas reported an error."""
    lines = [int(match[1]) for match in map(DIAGNOSTIC.fullmatch, messages.splitlines()) if match]
    return Assembly(blamed=frozenset(line - 1 for line in lines if 1 <= line <= count),
                    diagnosed=": Error: " in messages, messages=messages.strip())
