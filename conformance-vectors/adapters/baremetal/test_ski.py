"""Tests of ski.py against a program that does what Ski does: it runs commands, and saves memory as text."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SKI = Path(__file__).with_name("ski.py")
SAVED = "file_ver 1.1\ngr 0 0\nmem 0 0\nmem 1000 4 1122334455667788 0 ff 0\nmem 1020 4 1 2 3 4\n"


class Running(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.path = Path(self.folder.name)
        self.image = self.path / "image.elf"
        self.image.write_bytes(b"\x7fELF")

    def simulator(self, body: str) -> str:
        """A stand-in for bski: it has the commands it was given in `commands`."""
        script = self.path / "bski"
        script.write_text(f"#!{sys.executable}\nimport os, sys, time\ncommands = open('commands').read().split('\\n')\n{body}\n")
        script.chmod(0o755)
        return str(script)

    def run_ski(self, simulator: str, *more: str) -> subprocess.CompletedProcess:
        return subprocess.run([sys.executable, str(SKI), "--ski", simulator, "--elf", str(self.image), "--from", "0ff8", "--to", "1030",
                               "--out", str(self.path / "dump"), *more], capture_output=True, text=True)

    def test_memory_in_the_order_of_addresses(self):
        done = self.run_ski(self.simulator(f"print('Halting Simulation')\nopen('memory.save', 'w').write({SAVED!r})"))
        self.assertEqual((0, ""), (done.returncode, done.stderr))
        words = [0, 0x1122334455667788, 0, 0xff, 0, 1, 2]
        self.assertEqual(b"".join(word.to_bytes(8, "little") for word in words), (self.path / "dump").read_bytes())

    def test_the_commands(self):
        body = f"print('Breakpoint (IA-64) at ' + '|'.join(commands))\nopen('memory.save', 'w').write({SAVED!r})\nopen({str(self.path / 'seen')!r}, 'w').write('|'.join(commands))"
        self.assertEqual(0, self.run_ski(self.simulator(body), "--until", "done", "--steps", "5000").returncode)
        self.assertEqual("bs done|step 5000|save memory.save|quit 0|", (self.path / "seen").read_text())

    def test_a_stop_that_is_no_end_leaves_memory_and_says_why(self):
        done = self.run_ski(self.simulator(f"print('Machine check at IP = 0.  Overlapping TR entries')\nopen('memory.save', 'w').write({SAVED!r})"))
        self.assertEqual(1, done.returncode)
        self.assertIn("did not stop by itself: Machine check at IP = 0.  Overlapping TR entries", done.stderr)
        self.assertEqual(56, (self.path / "dump").stat().st_size)

    def test_too_many_instructions(self):
        done = self.run_ski(self.simulator(f"print('7 insts (0 faults), 1 i/s')\nopen('memory.save', 'w').write({SAVED!r})"), "--steps", "7")
        self.assertEqual(1, done.returncode)
        self.assertIn("7 instructions were not enough", done.stderr)

    def test_a_crash(self):
        done = self.run_ski(self.simulator("os.kill(os.getpid(), 11)"))
        self.assertEqual(3, done.returncode)
        self.assertIn("Ski was killed by signal 11", done.stderr)
        self.assertFalse((self.path / "dump").exists())

    def test_no_end(self):
        done = self.run_ski(self.simulator("time.sleep(60)"), "--timeout", "0.5")
        self.assertEqual(3, done.returncode)
        self.assertIn("no end after 0.5 s", done.stderr)

    def test_no_ski(self):
        done = self.run_ski(str(self.path / "nowhere"))
        self.assertEqual(3, done.returncode)
        self.assertIn("not found; give --ski the path of bski", done.stderr)

    def test_no_image(self):
        self.image.unlink()
        done = self.run_ski(self.simulator(""))
        self.assertEqual(2, done.returncode)
        self.assertIn("no such file", done.stderr)


if __name__ == "__main__":
    unittest.main()
