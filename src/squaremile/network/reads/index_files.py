"""What lies beside the matching library's own files: the entries of the index, and a manifest that says which count.

The manifest is written last, whole or not at all: whoever reads sees the old entries or the new ones.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from squaremile.network.reads.index_entries import Entry

MANIFEST, ENTRIES, PARTS = "manifest.json", "entries.jsonl", "parts"


def commit(folder: Path, entries: Sequence[Entry], about: dict[str, Any]) -> None:
    """From now on these entries are the index."""
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = folder / f".entries.{os.getpid()}"
    with unfinished.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(entry.plain(), ensure_ascii=False) + "\n" for entry in entries)
    unfinished.replace(folder / ENTRIES)
    manifest = folder / f".manifest.{os.getpid()}"
    manifest.write_text(json.dumps(about), encoding="utf-8")
    manifest.replace(folder / MANIFEST)


def read_entries(folder: Path) -> list[Entry]:
    """The entries as they were kept, empty where none ever were."""
    try:
        with (folder / ENTRIES).open(encoding="utf-8") as file:
            return [Entry.of(json.loads(line)) for line in file]
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return []
