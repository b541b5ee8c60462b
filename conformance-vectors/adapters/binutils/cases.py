"""Requests of AP/1: lines of JSON read into the cases that they carry, or a message saying what is wrong with them."""

import json
import re
from dataclasses import dataclass

from assembler import Request


class Malformed(Exception):
    """A request that this adapter cannot read; the message names the JSON path and what was expected there."""


@dataclass(frozen=True)
class Decode:
    """A decode case that waits for its answer."""

    seq: int
    bundle: bytes


@dataclass(frozen=True)
class Encode:
    """An encode case that waits for its answer."""

    seq: int
    request: Request


def parsed(line: bytes) -> dict:
    """The JSON object on a line."""
    try:
        value = json.loads(line.decode())
    except (ValueError, RecursionError) as fault:
        raise Malformed(f"not JSON: {fault}") from fault
    if not isinstance(value, dict):
        raise Malformed(f"$: expected an object, found {shown(value)}")
    return value


def held(seq: int, stimulus: dict) -> Decode | Encode:
    """The case that `in` describes."""
    match stimulus:
        case {"decode": str(digits)} if re.fullmatch(r"[0-9a-fA-F]{32}", digits):
            return Decode(seq, bytes.fromhex(digits))
        case {"decode": value}:
            raise Malformed(f"$.case.in.decode: expected 32 hex digits, found {shown(value)}")
        case {"encode": {"template": str(template), "slots": list(slots)}}:
            return Encode(seq, Request(template, texts(slots)))
        case {"encode": value}:
            raise Malformed(f"$.case.in.encode: expected a template and slots, found {shown(value)}")
        case _:
            raise Malformed(f"$.case.in: expected decode or encode, found {shown(stimulus)}")


def texts(slots: list) -> tuple[str, ...]:
    """The instruction texts of a bundle."""
    if not all(isinstance(slot, str) for slot in slots):
        raise Malformed(f"$.case.in.encode.slots: expected texts, found {shown(slots)}")
    return tuple(slots)


def sequence(request: dict) -> int:
    """The sequence number of a request."""
    value = request.get("seq")
    if not isinstance(value, int) or isinstance(value, bool):
        raise Malformed(f"$.seq: expected an integer, found {shown(value)}")
    return value


def item(parent: dict, key: str, kind: type, path: str):
    """A member of an object, checked to be of a kind."""
    value = parent.get(key)
    if not isinstance(value, kind):
        raise Malformed(f"{path}: expected {'an object' if kind is dict else 'a string'}, found {shown(value)}")
    return value


def numbered(request: object) -> dict:
    """The sequence number to answer with, where the request has a usable one."""
    seq = request.get("seq") if isinstance(request, dict) else None
    return {"seq": seq} if isinstance(seq, int) and not isinstance(seq, bool) else {}


def shown(value: object) -> str:
    """A value as JSON, shortened."""
    text = json.dumps(value)
    return text if len(text) <= 60 else text[:57] + "..."
