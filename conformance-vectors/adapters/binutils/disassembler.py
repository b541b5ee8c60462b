"""Decode cases: one objdump call turns many bundles into templates and instruction texts.

objdump prints a bundle as three lines, one for each slot, and an MLX bundle as two:

       0:	[MII]       thash r8=r32
       6:	            nop.i 0x0
       c:	            nop.i 0x0;;

A `;;` is a stop. An unassigned encoding is printed as `data8 0x...`, without the stop that may follow it.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from tools import ToolFault, run

BUNDLE_BYTES = 16
SLOT_AT = {0: 0, 6: 1, 12: 2}           # objdump numbers the slots of a bundle by these address offsets
LINE = re.compile(r"\s*([0-9a-f]+):\t(?:\[(...)\] *)?(.*)")
UNITS = re.compile(r"MLX|[MIFB]{3}")
PREDICATE = re.compile(r"\(p0(\d)\)")
TARGETED = re.compile(r"(?:\(p\d+\) )?(?:(?:br|brl|brp|chk|fchkf)(?:\.\S*)? |mov(?:\.\S*)? b\d=)")
ADDRESS = re.compile(r"\b0x([0-9a-f]+)")


@dataclass
class Listing:
    """What objdump printed for one bundle: the units, and the text that stands at each slot."""

    units: str = ""
    texts: dict[int, str] = field(default_factory=dict)

    def slots(self) -> list[int]:
        """The slots that must have a text: an L+X instruction stands at slot 1 and fills slot 2."""
        return [0, 1] if self.units == "MLX" else [0, 1, 2]


class Disassembler:
    """Answers decode cases with objdump."""

    def __init__(self, objdump: str):
        """Asks objdump at once for the notation of all 32 templates, with a `break` in every slot."""
        self.objdump = objdump
        breaks = self.listings([bytes([code]) + bytes(15) for code in range(32)])
        self.templates = [notation(each.units, stops(each)) if UNITS.fullmatch(each.units) else None
                          for each in breaks]
        self.stops = [stops(each) for each in breaks]
        if not any(self.templates):
            raise ToolFault(f"{objdump} does not disassemble IA-64: install Debian's binutils-ia64-linux-gnu")

    def answers(self, bundles: list[bytes]) -> list[dict]:
        """One answer for each bundle, in order."""
        return [self.answer(at * BUNDLE_BYTES, bundle, listing)
                for at, (bundle, listing) in enumerate(zip(bundles, self.listings(bundles)))]

    def answer(self, address: int, bundle: bytes, listing: Listing) -> dict:
        """What the listing of a bundle says, in the words of kind `codec`."""
        if re.fullmatch(r"-.-", listing.units):
            return {"outcome": "malformed"}
        if not UNITS.fullmatch(listing.units) or sorted(listing.texts) != listing.slots():
            return {"outcome": "error", "detail": f"objdump printed for {bundle.hex()}: {listing}"}
        places = {"template": notation(listing.units, self.visible_stops(bundle, listing))}
        for slot, text in sorted(listing.texts.items()):
            places[f"slot{slot}"] = canonical(text, address)
        return {"outcome": "done", "delta": places}

    def visible_stops(self, bundle: bytes, listing: Listing) -> list[bool]:
        """The stops of a bundle; after `data8` the one that the same template has after a `break`."""
        known = self.stops[bundle[0] & 0x1f]
        return [known[slot] if unassigned(listing.texts[slot]) else stop
                for slot, stop in zip(listing.slots(), stops(listing))]

    def listings(self, bundles: list[bytes]) -> list[Listing]:
        """Runs objdump once and sorts its lines by bundle; `-z` keeps it from eliding bundles of zeros."""
        found = [Listing() for _ in bundles]
        for line in self.printed(b"".join(bundles)).splitlines():
            match = LINE.fullmatch(line)
            if match is None:
                continue
            bundle, offset = divmod(int(match[1], 16), BUNDLE_BYTES)
            if offset == 0:
                found[bundle].units = match[2] or ""
            found[bundle].texts[SLOT_AT[offset]] = match[3].strip()
        return found

    def printed(self, code: bytes) -> str:
        """What objdump prints for raw code placed at address 0."""
        with TemporaryDirectory(prefix="vmmref-objdump-") as folder:
            file = Path(folder, "bundles")
            file.write_bytes(code)
            return run([self.objdump, "-D", "-z", "--no-show-raw-insn", "-b", "binary", "-m", "ia64", str(file)]).output


def stops(listing: Listing) -> list[bool]:
    """For each text of a listing, whether a stop is printed after it."""
    return [listing.texts.get(slot, "").endswith(";;") for slot in listing.slots()]


def notation(units: str, stopped: list[bool]) -> str:
    """Units with a `;` after each that ends an instruction group: `MII;`, `M;MI`, `MLX`."""
    parts = ["M", "LX"] if units == "MLX" else list(units)
    return "".join(part + ";" * stop for part, stop in zip(parts, stopped))


def unassigned(text: str) -> bool:
    """Whether objdump found no instruction in these bits."""
    return text.startswith("data8 ")


def canonical(text: str, address: int) -> str:
    """A printed instruction without its stop, with `(p6)` for `(p06)`, its targets relative to the bundle."""
    if unassigned(text):
        return "unassigned"
    plain = PREDICATE.sub(r"(p\1)", text.removesuffix(";;").rstrip())
    if TARGETED.match(plain) is None:
        return plain
    return ADDRESS.sub(lambda match: relative(int(match[1], 16), address), plain)


def relative(target: int, address: int) -> str:
    """A target as a signed displacement from the bundle; addresses wrap modulo 2^64."""
    distance = (target - address + 2**63) % 2**64 - 2**63
    return f".+{distance:#x}" if distance >= 0 else f".-{-distance:#x}"
