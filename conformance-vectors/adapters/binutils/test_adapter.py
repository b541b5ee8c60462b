"""Tests of the binutils adapter: whole conversations with the adapter as a process."""

import json
import os
import subprocess
import sys
import threading
import unittest
from pathlib import Path
from tempfile import TemporaryDirectory

from samples import SAMPLES

ADAPTER = [sys.executable, str(Path(__file__).with_name("adapter.py"))]
BUFFERED = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
NOP_M, NOP_I, NOP_B = "nop.m 0x0", "nop.i 0x0", "nop.b 0x0"
REFUSED = {"outcome": "refused"}
MALFORMED = {"outcome": "malformed"}


def decode(bundle: str) -> dict:
    return {"decode": bundle}


def encode(template: str, *slots: str) -> dict:
    return {"encode": {"template": template, "slots": list(slots)}}


def run(seq: int, stimulus: dict) -> dict:
    return {"cmd": "run", "seq": seq, "case": {"kind": "codec", "needs": {}, "in": stimulus}}


def done(**places: str) -> dict:
    return {"outcome": "done", "delta": places}


def converse(lines: list, *options: str, **settings) -> subprocess.CompletedProcess:
    """Runs the adapter on requests, each an object or already a line of bytes, to the end of its input."""
    encoded = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
    return subprocess.run([*ADAPTER, *options], input=b"".join(line + b"\n" for line in encoded),
                          capture_output=True, timeout=60, **settings)


def replies(lines: list, *options: str) -> list[dict]:
    """What the adapter answers; it must end well and complain about nothing."""
    ended = converse(lines, *options)
    assert (ended.returncode, ended.stderr) == (0, b""), ended
    return [json.loads(line) for line in ended.stdout.splitlines()]


def answers(*stimuli: dict) -> list[dict]:
    """The answers to some cases judged in one batch, in the order of the cases, without their numbers."""
    by_seq = {}
    for reply in replies([run(seq, stimulus) for seq, stimulus in enumerate(stimuli)]):
        by_seq[reply.pop("seq")] = reply
    return [by_seq[seq] for seq in range(len(stimuli))]


class DecodeTest(unittest.TestCase):
    """objdump as a decoder."""

    def test_samples(self):
        found = answers(*[decode(bundle) for bundle, _, _ in SAMPLES])
        for (bundle, template, texts), answer in zip(SAMPLES, found):
            with self.subTest(bundle):
                places = {f"slot{slot}": text for slot, text in enumerate(texts)}
                self.assertEqual(done(template=template, **places), answer)

    def test_targets_do_not_depend_on_the_position_in_the_batch(self):
        far = "05000000010000f0ffff7f00000000cc"                  # brl.few.clr .-0x1000000000
        for answer in answers(*[decode(far)] * 40):
            self.assertEqual("brl.few.clr .-0x1000000000", answer["delta"]["slot1"])

    def test_the_longest_displacements(self):
        bundles = [encode("MLX;", NOP_M, f"brl.few {target}")
                   for target in (".+0x7ffffffffffffff0", ".-0x8000000000000000")]
        texts = [answer["delta"]["slot1"]
                 for answer in answers(*[decode(made["delta"]["bundle"]) for made in answers(*bundles)])]
        self.assertEqual(["brl.few .+0x7ffffffffffffff0", "brl.few .-0x8000000000000000"], texts)

    def test_reserved_templates(self):
        codes = [0x06, 0x07, 0x14, 0x15, 0x1a, 0x1b, 0x1e, 0x1f]
        self.assertEqual([MALFORMED] * 8, answers(*[decode(bytes([code]).hex() + "00" * 15) for code in codes]))

    def test_the_upper_bits_of_the_first_byte_are_not_template(self):
        self.assertEqual([MALFORMED], answers(decode("e6" + "00" * 15)))

    def test_unassigned_slots(self):
        self.assertEqual([done(template="BBB;", slot0="unassigned", slot1="unassigned", slot2="unassigned")],
                         answers(decode("17" + "ff" * 15)))

    def test_a_stop_after_an_unassigned_slot_is_seen(self):
        codes = {0x00: "MII", 0x01: "MII;", 0x02: "MI;I", 0x03: "MI;I;", 0x0a: "M;MI", 0x0b: "M;MI;"}
        found = answers(*[decode(bytes([code | 0xe0]).hex() + "ff" * 15) for code in codes])
        self.assertEqual(list(codes.values()), [answer["delta"]["template"] for answer in found])
        self.assertEqual({"unassigned"}, {answer["delta"]["slot2"] for answer in found})

    def test_an_unassigned_long_instruction_stands_at_slot_1(self):
        self.assertEqual([done(template="MLX", slot0=NOP_M, slot1="unassigned")],
                         answers(decode("0400000001000000000000000000047f")))

    def test_runs_of_zeros_are_not_elided(self):
        zeros = done(template="MII", slot0="break.m 0x0", slot1="break.i 0x0", slot2="break.i 0x0")
        self.assertEqual([zeros] * 20, answers(*[decode("00" * 16)] * 20))


class EncodeTest(unittest.TestCase):
    """gas as an encoder."""

    def test_samples(self):
        found = answers(*[encode(template, *texts) for _, template, texts in SAMPLES])
        for (bundle, template, texts), answer in zip(SAMPLES, found):
            with self.subTest(bundle, texts=texts):
                self.assertEqual(done(bundle=bundle), answer)

    def test_a_dot_is_the_address_of_its_own_bundle(self):
        hint = encode("BBB;", "brp.sptk .+0x40,.", NOP_B, NOP_B)
        self.assertEqual([done(bundle="17001000001c00000000100000000020")] * 30, answers(*[hint] * 30))

    def test_neighbours_do_not_change_each_others_stops(self):
        frame = encode("MII;", "alloc r8=ar.pfs,0,0,0,0", NOP_I, NOP_I)   # must open an instruction group
        plain = encode("MII", NOP_M, NOP_I, NOP_I)
        self.assertEqual(["00", "01", "00", "01", "00"],
                         [answer["delta"]["bundle"][:2] for answer in answers(plain, frame, plain, frame, plain)])

    def test_dependencies_inside_a_bundle_are_not_errors(self):
        self.assertEqual([done(bundle=self.bundle_of_two_writes())],
                         answers(encode("MII", "mov r8=r9", "mov r8=r10", NOP_I)))

    @staticmethod
    def bundle_of_two_writes() -> str:
        """MII with `adds r8=0,r9` and `adds r8=0,r10`, put together by hand."""
        def adds(source: int) -> int:
            return 8 << 37 | 2 << 34 | source << 20 | 8 << 6
        return (adds(9) << 5 | adds(10) << 46 | 0x08000000 << 87).to_bytes(16, "little").hex()

    def test_hint_b_is_an_instruction(self):
        self.assertEqual([done(bundle="17000000010800000000100000000020")], answers(encode("BBB;", "hint.b 0x0", NOP_B, NOP_B)))

    def test_refusals(self):
        refused = {
            "operand out of range": encode("MII;", "adds r8=0x2000,r9", NOP_I, NOP_I),
            "branch target out of range": encode("BBB;", "br.few .+0x1000000", NOP_B, NOP_B),
            "unit does not fit the slot": encode("MII;", NOP_I, NOP_I, NOP_I),
            "unknown mnemonic": encode("MII;", "frob r8=r9", NOP_I, NOP_I),
            "no such register": encode("MII;", "ld8 r8=[r128]", NOP_I, NOP_I),
            "unpredicated form": encode("BBB;", "(p6) cover", NOP_B, NOP_B),
            "symbol that only a linker knows": encode("BBB;", "br.few elsewhere", NOP_B, NOP_B),
            "no such template": encode("III;", NOP_I, NOP_I, NOP_I),
            "no such place for a stop": encode("M;II", NOP_M, NOP_I, NOP_I),
            "too few instructions": encode("MII;", NOP_M, NOP_I),
            "too many instructions": encode("MLX", NOP_M, NOP_M, NOP_M),
            "two stops": encode("MII;;", NOP_M, NOP_I, NOP_I),
            "template in lower case": encode("mii;", NOP_M, NOP_I, NOP_I),
            "directive": encode("MII;", ".byte 1", NOP_I, NOP_I),
            "data": encode("MII;", "data16 0x40", NOP_I, NOP_I),
            "assignment": encode("MII;", "x =5", NOP_I, NOP_I),
            "two instructions": encode("MII;", "nop.m 0;; nop.m 0", NOP_I, NOP_I),
            "end of the bundle": encode("MII;", "nop.m 0 }", NOP_I, NOP_I),
            "two lines": encode("MII;", "nop.m 0\nnop.m 0", NOP_I, NOP_I),
            "a comment": encode("MII;", "nop.m 0 // 1", NOP_I, NOP_I),
            "another case's label": encode("BBB;", "br.few case$0", NOP_B, NOP_B),
            "not ASCII": encode("MII;", "nop.m \u0663", NOP_I, NOP_I),
            "nothing": encode("MII;", "", NOP_I, NOP_I),
        }
        good = encode("MII;", NOP_M, NOP_I, NOP_I)
        found = answers(*[case for bad in refused.values() for case in (bad, good)])
        self.assertEqual({name: REFUSED for name in refused}, dict(zip(refused, found[0::2])))
        self.assertEqual([done(bundle="01000000010000000002000000000400")] * len(refused), found[1::2])

    def test_a_case_that_crashes_gas_harms_nobody_else(self):
        good = encode("MII;", NOP_M, NOP_I, NOP_I)
        bad = encode("MII;", "nop.m " + "(" * 300_000, NOP_I, NOP_I)
        *before, crashed, after = answers(good, good, good, bad, good)
        self.assertEqual([done(bundle="01000000010000000002000000000400")] * 4, [*before, after])
        self.assertIn(crashed["outcome"], ("error", "refused"))

    def test_a_stop_that_gas_adds_is_an_error(self):
        [answer] = answers(encode("MIB", NOP_M, NOP_I, "cover"))
        self.assertEqual("error", answer["outcome"])
        self.assertIn("asked for template MIB, gas wrote MIB;", answer["detail"])


class ProtocolTest(unittest.TestCase):
    """AP/1, with everything that can go wrong in a conversation."""

    CASE = decode("014000401a0400000002000000000400")
    ANSWER = done(template="MII;", slot0="thash r8=r32", slot1=NOP_I, slot2=NOP_I)

    def test_hello(self):
        [hello] = replies([{"cmd": "hello", "proto": 1, "pack": "1.0.0"}])
        self.assertEqual((1, ["codec"], "observe"), (hello["proto"], hello["kinds"], hello["level"]))
        self.assertEqual("GNU binutils", hello["impl"]["name"])
        self.assertRegex(hello["impl"]["version"], r"^\d+\.\d+")
        self.assertEqual({"brl": True, "ld16": True, "vmsw": True, "msr": True, "clz": True}, hello["profile"])
        self.assertEqual(["template", "slot0", "slot1", "slot2", "bundle"], hello["observes"])

    def test_bye_answers_what_is_held(self):
        self.assertEqual([{"seq": 3} | self.ANSWER], replies([run(3, self.CASE), {"cmd": "bye"}, run(4, self.CASE)]))

    def test_end_of_input_answers_what_is_held(self):
        self.assertEqual([{"seq": 3} | self.ANSWER], replies([run(3, self.CASE)]))

    def test_empty_flushes_answer_nothing(self):
        self.assertEqual([], replies([{"cmd": "flush"}, b"", {"cmd": "flush"}, {"cmd": "bye"}]))

    def test_flush_and_full_window_answer_while_the_input_is_open(self):
        with subprocess.Popen([*ADAPTER, "--window", "3"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=BUFFERED) as adapter:
            guard = threading.Timer(10, adapter.kill)       # an adapter that holds its answers fails the test, not the run
            guard.start()

            def send(*requests: dict) -> None:
                adapter.stdin.write(b"".join(json.dumps(request).encode() + b"\n" for request in requests))
                adapter.stdin.flush()

            def receive(count: int) -> list[int]:
                return sorted(json.loads(adapter.stdout.readline())["seq"] for _ in range(count))

            send(run(1, self.CASE), {"cmd": "flush"})
            self.assertEqual([1], receive(1))
            send(*[run(seq, self.CASE) for seq in (2, 3, 4)])
            self.assertEqual([2, 3, 4], receive(3))
            adapter.stdin.close()
            self.assertEqual(0, adapter.wait(60))
            guard.cancel()

    def test_more_cases_than_the_window_holds(self):
        found = replies([run(seq, self.CASE) for seq in range(25)], "--window", "10")
        self.assertEqual(list(range(25)), sorted(answer["seq"] for answer in found))

    def test_other_kinds_are_unsupported(self):
        request = {"cmd": "run", "seq": 5, "case": {"kind": "xlate", "needs": {}, "in": {}}}
        self.assertEqual([{"seq": 5, "outcome": "unsupported", "why": "kind xlate: binutils only decodes and encodes"}],
                         replies([request]))

    def test_malformed_requests_are_named_and_survived(self):
        bad = {
            b"{": "not JSON",
            b"\xff\xfe\x00": "not JSON",
            b"[" * 100_000: "not JSON",
            b"null": "$: expected an object",
            b'{"cmd":"base"}': "$.cmd: expected",
            b'{"cmd":["run"]}': "$.cmd: expected",
            b'{"cmd":"run"}': "$.seq: expected an integer",
            b'{"cmd":"run","seq":true}': "$.seq: expected an integer",
            b'{"cmd":"run","seq":1}': "$.case: expected an object",
            b'{"cmd":"run","seq":1,"case":{}}': "$.case.kind: expected a string",
            b'{"cmd":"run","seq":1,"case":{"kind":"codec"}}': "$.case.in: expected an object",
            b'{"cmd":"run","seq":1,"case":{"kind":"codec","in":{}}}': "$.case.in: expected decode or encode",
            b'{"cmd":"run","seq":1,"case":{"kind":"codec","in":{"decode":"01"}}}': "$.case.in.decode: expected 32",
            b'{"cmd":"run","seq":1,"case":{"kind":"codec","in":{"encode":{"template":"MII"}}}}': "$.case.in.encode:",
            json.dumps(run(1, {"encode": {"template": "MII;", "slots": [1, 2, 3]}})).encode(): "$.case.in.encode.slots: expected texts",
        }
        *found, last = replies([*bad, run(9, self.CASE)])
        for (line, message), answer in zip(bad.items(), found, strict=True):
            with self.subTest(line[:60]):
                self.assertEqual("error", answer["outcome"])
                self.assertIn(message, answer["detail"])
                self.assertEqual(b'"seq":1' in line.replace(b" ", b""), answer.get("seq") == 1)
        self.assertEqual({"seq": 9} | self.ANSWER, last)

    def test_missing_tools(self):
        ended = converse([{"cmd": "hello", "proto": 1}], env={"PATH": ""})
        self.assertEqual((3, b""), (ended.returncode, ended.stdout))
        self.assertEqual(b"ia64-linux-gnu-as is not on PATH: install Debian's binutils-ia64-linux-gnu\n", ended.stderr)

    def test_a_tool_of_another_architecture(self):
        with TemporaryDirectory() as folder:
            for name in ("ia64-linux-gnu-as", "ia64-linux-gnu-objdump"):
                Path(folder, name).symlink_to("/bin/true")
            ended = converse([{"cmd": "hello", "proto": 1}], env={"PATH": folder})
        self.assertEqual((3, b""), (ended.returncode, ended.stdout))
        self.assertIn(b"does not disassemble IA-64", ended.stderr)

    def test_nothing_is_left_behind(self):
        with TemporaryDirectory() as folder:
            converse([run(1, self.CASE), run(2, encode("MII;", "frob", NOP_I, NOP_I))], env=os.environ | {"TMPDIR": folder})
            self.assertEqual([], list(Path(folder).iterdir()))

    def test_help(self):
        ended = converse([], "--help")
        self.assertEqual(0, ended.returncode)
        self.assertIn(b"./vmmref check -i", ended.stdout)


if __name__ == "__main__":
    unittest.main()
