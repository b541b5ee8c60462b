"""Just enough of ELF64 little-endian to read what gas wrote: the code, and where it needs a linker."""

import struct
from dataclasses import dataclass

HEADER = struct.Struct("<16sHHIQQQIHHHHHH")
SECTION = struct.Struct("<IIQQQQIIQQ")
RELOCATION = struct.Struct("<QQq")


class ElfFault(Exception):
    """The bytes are not an object file that this reader understands."""


@dataclass(frozen=True)
class Code:
    """The bytes of `.text`, and the offsets in it that gas left for the linker to fill in."""

    text: bytes
    unresolved: tuple[int, ...]


def code(image: bytes) -> Code:
    """Reads `.text` and `.rela.text`."""
    try:
        sections = named_sections(image)
    except (struct.error, IndexError, ValueError) as fault:
        raise ElfFault(f"not a readable object file: {fault}") from fault
    relocations = sections.get(".rela.text", b"")
    return Code(sections.get(".text", b""), tuple(offset for offset, _, _ in RELOCATION.iter_unpack(relocations)))


def named_sections(image: bytes) -> dict[str, bytes]:
    """The contents of each section, by its name."""
    ident, *_, table, _flags, _size, _phsize, _phcount, entry, count, names_at = HEADER.unpack_from(image)
    if ident[:6] != b"\x7fELF\x02\x01":
        raise ElfFault("not an ELF64 little-endian object file")
    headers = [SECTION.unpack_from(image, table + index * entry) for index in range(count)]
    names = contents(image, headers[names_at])
    return {names[header[0]:names.index(b"\0", header[0])].decode(): contents(image, header) for header in headers}


def contents(image: bytes, header: tuple) -> bytes:
    """The bytes that a section header points at."""
    offset, size = header[4], header[5]
    return image[offset:offset + size]
