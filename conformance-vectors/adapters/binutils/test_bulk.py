"""Tests of the bulk comparison, with programs of a line in the place of vmmref. That of vmmref itself is BulkTest."""

import subprocess
import sys
import unittest
from pathlib import Path
from tempfile import TemporaryDirectory

from bulk import SAMPLES, Cause, Departure, Drawing, assembled, line

BULK = [sys.executable, str(Path(__file__).with_name("bulk.py"))]
CAUSES = Path(__file__).with_name("causes.toml")
TELLS = "import sys; n = sum(1 for _ in sys.stdin); print('00' * 16, 'slot0', 'nop.m 0x0', '{}', 'NOP_FORM', sep='\\t'); sys.exit(1)"


def bulk(*options: str) -> subprocess.CompletedProcess:
    return subprocess.run([*BULK, *options], capture_output=True, text=True, timeout=60)


class BulkTest(unittest.TestCase):
    """The program as a whole."""

    def told(self, text: str, *options: str) -> subprocess.CompletedProcess:
        with TemporaryDirectory() as folder:
            program = Path(folder, "program.py")
            program.write_text(TELLS.format(text))
            return bulk("--count", "20", "--vmmref", f"{sys.executable} {program}", *options)

    def test_a_difference_without_a_cause_fails(self):
        ended = self.told("frob")
        self.assertEqual(1, ended.returncode, ended)
        self.assertIn("20 bundles compared, 1 differences, 1 unexplained", ended.stdout)
        self.assertIn("slot0: nop.m 0x0 by NOP_FORM, and objdump prints frob", ended.stdout)

    def test_a_cause_explains(self):
        with TemporaryDirectory() as folder:
            causes = Path(folder, "causes.toml")
            causes.write_text("[[cause]]\nname = 'one'\npattern = 'NOP_FORM\\t.*\\tfrob'\nreason = 'why'\n")
            ended = self.told("frob", "--causes", str(causes))
        self.assertEqual(0, ended.returncode, ended)
        self.assertRegex(ended.stdout, r"\n +1  one: why\n")

    def test_a_program_that_fails_is_no_agreement(self):
        for program in ("false", f"{sys.executable} -c 'import sys; sys.exit(70)'"):
            self.assertEqual(3, bulk("--count", "20", "--vmmref", program).returncode)

    def test_mistakes(self):
        self.assertEqual(2, bulk("--count", "0").returncode)
        self.assertEqual(2, bulk("--causes", "absent").returncode)
        self.assertIn("examples:", bulk("--help").stdout)


class PartsTest(unittest.TestCase):
    """What it is made of."""

    def test_the_same_seed_gives_the_same_bundles(self):
        samples = assembled(SAMPLES)
        self.assertEqual(Drawing(7, samples).bundles(50), Drawing(7, samples).bundles(50))
        self.assertNotEqual(Drawing(7, samples).bundles(50), Drawing(8, samples).bundles(50))

    def test_samples_are_slots_of_instructions(self):
        samples = assembled(SAMPLES)
        self.assertIn(0x10000a12200, samples)                     # add r8=r9,r10
        self.assertIn(0xc000000200, samples)                      # movl r8=0: the X slot

    def test_every_cause_is_of_a_whole_difference(self):
        causes = Cause.listed(CAUSES)
        self.assertEqual(len(causes), len({each.name for each in causes}))
        tnat = Departure("", "slot1", "(p6) tnat.z p6,p7=r9", "(p6) tf.z p6,p7=43", "UNUSED_BITS")
        self.assertEqual("tf in place of tnat", tnat.cause(causes))
        for other in (Departure("", "slot1", "(p6) tnat.z p6,p7=r9", "(p6) tf.nz p6,p7=43", "UNUSED_BITS"),
                      Departure("", "slot1", "ld8 r8=[r9]", "ld4.d2 r8=[r9]", "HINT_RESERVED"),
                      Departure("", "slot1", "unassigned", "add r8=r9,r10", "PREDICATE_NOT_ZERO"),
                      Departure("", "slot1", "fma.s0 f8=f9,f10,f11", "unassigned", "FLOAT_MULTIPLY_FORM")):
            self.assertIsNone(other.cause(causes))

    def test_lines(self):
        bundle = bytes(16)
        self.assertEqual("00" * 16 + "\treserved\n", line(bundle, {"outcome": "malformed"}))
        self.assertEqual("00" * 16 + "\tMII\ta\tb\tc\n", line(bundle, {"outcome": "done", "delta": {"template": "MII", "slot0": "a", "slot1": "b", "slot2": "c"}}))


if __name__ == "__main__":
    unittest.main()
