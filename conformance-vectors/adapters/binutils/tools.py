"""The two GNU programs this adapter drives: where they are, which version they have, how they are run."""

import os
import shutil
import subprocess
from dataclasses import dataclass


class ToolFault(Exception):
    """A program is not on PATH, or is not what its name says."""


@dataclass(frozen=True)
class Outcome:
    """How a program ended: its exit status (negative: killed by that signal), and what it printed."""

    status: int
    output: str
    messages: str


@dataclass(frozen=True)
class Tools:
    """The paths of the assembler and the disassembler."""

    assembler: str
    disassembler: str

    @classmethod
    def found(cls) -> "Tools":
        """The programs on PATH, or `ToolFault`."""
        return cls(located("ia64-linux-gnu-as"), located("ia64-linux-gnu-objdump"))

    def version(self) -> str:
        """The last word of the first line of `as --version`, for example `2.40`."""
        lines = run([self.assembler, "--version"]).output.splitlines()
        return lines[0].split()[-1] if lines and lines[0].split() else "unknown"


def located(program: str) -> str:
    """The path of a program, or `ToolFault`."""
    path = shutil.which(program)
    if path is None:
        raise ToolFault(f"{program} is not on PATH: install Debian's binutils-ia64-linux-gnu")
    return path


def run(command: list[str]) -> Outcome:
    """Runs a program to its end, with its messages in English and no input."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                          errors="replace", env=os.environ | {"LC_ALL": "C"})
    return Outcome(done.returncode, done.stdout, done.stderr)
