"""Tests of the starter adapter: what a stranger sees when nothing has been changed yet."""

import json
import os
import subprocess
import sys
import threading
import unittest
from pathlib import Path

ADAPTER = Path(__file__).with_name("adapter.py")
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}


def replies(*requests: dict) -> list[dict]:
    """What the starter answers before its input ends; it must exit with 0 and be silent on standard error."""
    ended = subprocess.run([sys.executable, str(ADAPTER)], input="".join(json.dumps(each) + "\n" for each in requests),
                           capture_output=True, text=True, timeout=60)
    assert (ended.returncode, ended.stderr) == (0, ""), ended
    return [json.loads(line) for line in ended.stdout.splitlines()]


def run(seq: int, kind: str, stimulus: dict) -> dict:
    return {"cmd": "run", "seq": seq, "case": {"kind": kind, "needs": {}, "in": stimulus}}


class StarterTest(unittest.TestCase):

    def test_hello_announces_only_the_template(self):
        [hello] = replies({"cmd": "hello", "proto": 1, "pack": "0.1.0"})
        self.assertEqual((1, ["codec"], ["template"]), (hello["proto"], hello["kinds"], hello["observes"]))

    def test_every_template(self):
        found = replies(*[run(code, "codec", {"decode": f"{code:02x}" + "00" * 15}) for code in range(32)])
        names = {answer["seq"]: answer["delta"]["template"] for answer in found if answer["outcome"] == "done"}
        self.assertEqual({0x00: "MII", 0x01: "MII;", 0x02: "MI;I", 0x03: "MI;I;", 0x04: "MLX", 0x05: "MLX;",
                          0x08: "MMI", 0x09: "MMI;", 0x0a: "M;MI", 0x0b: "M;MI;", 0x0c: "MFI", 0x0d: "MFI;",
                          0x0e: "MMF", 0x0f: "MMF;", 0x10: "MIB", 0x11: "MIB;", 0x12: "MBB", 0x13: "MBB;",
                          0x16: "BBB", 0x17: "BBB;", 0x18: "MMB", 0x19: "MMB;", 0x1c: "MFB", 0x1d: "MFB;"}, names)
        reserved = [answer["seq"] for answer in found if answer["outcome"] == "malformed"]
        self.assertEqual([0x06, 0x07, 0x14, 0x15, 0x1a, 0x1b, 0x1e, 0x1f], reserved)

    def test_the_template_is_five_bits(self):
        [answer] = replies(run(1, "codec", {"decode": "e1" + "ff" * 15}))
        self.assertEqual({"template": "MII;"}, answer["delta"])

    def test_what_it_cannot_do_is_unsupported(self):
        found = replies(run(1, "codec", {"encode": {"template": "MII;", "slots": []}}), run(2, "xlate", {}))
        self.assertEqual(["unsupported", "unsupported"], [answer["outcome"] for answer in found])

    def test_flush_and_bye_are_not_answered(self):
        self.assertEqual([], replies({"cmd": "flush"}, {"cmd": "bye"}, {"cmd": "hello", "proto": 1}))

    def test_a_bug_in_answer_is_reported_and_the_next_case_is_judged(self):
        requests = [run(1, "codec", {"decode": "no hex"}), run(2, "codec", {"decode": "00" * 16})]
        ended = subprocess.run([sys.executable, str(ADAPTER)], input="\n".join(map(json.dumps, requests)),
                               capture_output=True, text=True, timeout=60)
        first, second = map(json.loads, ended.stdout.splitlines())
        self.assertEqual((1, "error"), (first["seq"], first["outcome"]))
        self.assertIn("ValueError", ended.stderr)
        self.assertEqual("MII", second["delta"]["template"])

    def test_answers_are_not_buffered(self):
        with subprocess.Popen([sys.executable, str(ADAPTER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                              env=BUFFERED) as starter:
            guard = threading.Timer(10, starter.kill)       # a starter that buffers fails the test, not the run
            guard.start()
            starter.stdin.write('{"cmd":"hello","proto":1}\n')
            starter.stdin.flush()
            self.assertEqual(1, json.loads(starter.stdout.readline())["proto"])
            starter.stdin.close()
            self.assertEqual(0, starter.wait(60))
            guard.cancel()

    def test_the_starter_is_short(self):
        self.assertLessEqual(len(ADAPTER.read_text().splitlines()), 60)


if __name__ == "__main__":
    unittest.main()
