"""Physical memory with an executable in it, and what the disassembler of GNU binutils prints of its bundles."""
import pathlib, re, subprocess, tempfile


def printed(*words):
    """address of a bundle -> texts of its instructions; a long instruction is one of them; `rfi unstopped` is one that no stop follows"""
    text = subprocess.run(["ia64-linux-gnu-objdump", *words], capture_output=True, text=True, check=True).stdout
    bundles = {}
    for line in text.splitlines():
        found = re.match(r" +([0-9a-f]+):\t[0-9a-f ]+\t(.*)", line)
        if not found or not found[2].strip():
            continue
        instruction = re.sub(r"\[[A-Z]+\]", "", found[2]).replace(";;", "").split("//")[0].strip()
        unstopped = instruction == "rfi" and ";;" not in found[2]
        bundles.setdefault(int(found[1], 16) & ~15, []).append(instruction + " unstopped" * unstopped)
    return bundles


class Code:
    def __init__(self, elf):
        self.memory = {}
        image = pathlib.Path(elf).read_bytes()
        half = lambda at, size: int.from_bytes(image[at:at + size], "little")
        self.entry = half(24, 8)
        for i in range(half(56, 2)):
            head = half(32, 8) + i * half(54, 2)
            if half(head, 4) == 1:
                for j in range(half(head + 32, 8)):
                    self.memory[half(head + 24, 8) + j] = image[half(head + 8, 8) + j]
        self.known = {at: (self.bytes(at, 16), texts) for at, texts in printed("-d", elf).items()}

    def bytes(self, at, size):
        return bytes(self.memory.get(at + i, 0) for i in range(size))

    def order(self):
        return "big" if self.on("be") else "little"

    def read(self, at, size):
        return int.from_bytes(self.bytes(at, size), self.order())

    def write(self, at, size, value):
        for i, byte in enumerate((value & (1 << 8 * size) - 1).to_bytes(size, self.order())): self.memory[at + i] = byte

    def bundle(self, at):
        """texts of the instructions of a bundle as it is now: what was stored is disassembled again"""
        now = self.bytes(at, 16)
        if at not in self.known or self.known[at][0] != now:
            with tempfile.NamedTemporaryFile() as file:
                file.write(now)
                file.flush()
                self.known[at] = now, printed("-D", "-z", "-b", "binary", "-m", "ia64-elf64", "--adjust-vma=%#x" % at, file.name)[at]
        return self.known[at][1]
