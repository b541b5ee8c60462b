#!/usr/bin/env python3
"""Starter adapter for AP/1: copy it, and fill in `answer` until it speaks for your own decoder or emulator.

As it stands it knows one thing, the table of bundle templates, which is enough for a first true verdict.
"""

import json
import sys
import traceback

# The 32 template codes: the units of the three slots, `;` where an instruction group ends, `-` where reserved.
TEMPLATES = """MII MII; MI;I MI;I; MLX MLX; - -  MMI MMI; M;MI M;MI; MFI MFI; MMF MMF;
               MIB MIB; MBB MBB; - - BBB BBB;  MMB MMB; - - MFB MFB; - -""".split()

HELLO = {
    "proto": 1,
    "impl": {"name": "my decoder", "version": "0.1", "lang": "Python"},
    "kinds": ["codec"],                                       # the kinds of case that `answer` understands
    "profile": {"brl": True, "ld16": True, "vmsw": True, "msr": True, "clz": True},      # the optional instructions that you have
    "level": "observe",
    "observes": ["template"],                                 # the places you report; nothing else is compared
    "window": 64,                                             # how many cases may wait for their answers
}


def answer(case: dict) -> dict:
    """The answer to one case, without its number."""
    if case["kind"] != "codec" or "decode" not in case["in"]:
        return {"outcome": "unsupported", "why": "this adapter only decodes"}
    bundle = bytes.fromhex(case["in"]["decode"])              # 16 bytes in memory order
    template = TEMPLATES[bundle[0] & 0x1f]
    if template == "-":
        return {"outcome": "malformed"}                       # reserved: the bundle has no instructions
    return {"outcome": "done", "delta": {"template": template}}


def reply(request: dict) -> dict | None:
    """What to send back for a request, if anything."""
    match request["cmd"]:
        case "hello":
            return HELLO
        case "base":
            return {"ok": True}
        case "run":
            try:
                return {"seq": request["seq"]} | answer(request["case"])
            except Exception as fault:                        # our own bug: say so, and go on with the next case
                traceback.print_exc()
                return {"seq": request["seq"], "outcome": "error", "detail": repr(fault)}
    return None                                               # flush: nothing is held back here


for line in sys.stdin:
    message = json.loads(line)
    if message["cmd"] == "bye":
        break
    if (reaction := reply(message)) is not None:
        print(json.dumps(reaction), flush=True)               # without the flush the runner waits for ever
