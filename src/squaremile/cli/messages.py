"""Compiles translations where they changed, without asking for gettext to be installed.

The `.mo` format is GNU gettext's: https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html
"""

import ast
import struct
from collections.abc import Iterator
from pathlib import Path

MAGIC, HEADER_BYTES = 0x950412DE, 28


def compile_stale(folder: Path) -> int:
    """Compile every `.po` that is newer than its `.mo`; how many were."""
    count = 0
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            target.write_bytes(compiled(source.read_text(encoding="utf-8")))
            count += 1
    return count


def entries(text: str) -> Iterator[tuple[str, str]]:
    """Key and translation of every finished entry: context and plural are part of the key, as gettext keeps them."""
    for block in text.replace("\r\n", "\n").split("\n\n"):
        parts: dict[str, str] = {}
        name, fuzzy = "", False
        for line in (raw.strip() for raw in block.splitlines()):
            fuzzy |= line.startswith("#,") and "fuzzy" in line
            if not line or line.startswith("#"):
                continue
            if not line.startswith('"'):
                name, _, line = line.partition(" ")
            parts[name] = parts.get(name, "") + ast.literal_eval(line.strip())
        if "msgid" not in parts or (fuzzy and parts["msgid"]):
            continue
        said = [parts[n] for n in sorted(parts) if n.startswith("msgstr")]
        if not any(said):
            continue
        key = parts["msgid"] + ("\0" + parts["msgid_plural"] if "msgid_plural" in parts else "")
        yield (parts["msgctxt"] + "\4" + key if "msgctxt" in parts else key), "\0".join(said)


def compiled(text: str) -> bytes:
    """The `.mo` of a `.po`: two tables of lengths and places, then the texts, sorted by key."""
    pairs = sorted((key.encode(), said.encode()) for key, said in dict(entries(text)).items())
    count = len(pairs)
    place = HEADER_BYTES + 16 * count
    tables: list[bytes] = []
    body = b""
    for column in (0, 1):
        for pair in pairs:
            tables.append(struct.pack("<II", len(pair[column]), place + len(body)))
            body += pair[column] + b"\0"
    header = struct.pack("<7I", MAGIC, 0, count, HEADER_BYTES, HEADER_BYTES + 8 * count, 0, place)
    return header + b"".join(tables) + body
