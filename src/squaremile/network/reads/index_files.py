"""The index on disk: segments of what was read, the entries it speaks of, and a manifest that says which count.

A build that was broken off leaves its segments behind; the next one goes on from there. The manifest is written last,
whole or not at all: whoever reads sees the old index or the new one.
"""

import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from squaremile.network.matching.bm25 import Postings
from squaremile.network.matching.part import Part
from squaremile.network.reads.index_entries import Entry

MANIFEST, ENTRIES = "manifest.json", "entries-{}.jsonl"
_ARRAYS = ("starts", "documents", "counts", "lengths")


def write_segment(folder: Path, part: Part) -> Path:
    """Keep one part under a name of its content."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"segment-{len(part.ids)}-{part.digests[0] if part.digests else '0'}-{part.digests[-1] if part.digests else '0'}.npz"
    arrays: dict[str, Any] = {"counted": part.counted, "vectors": part.vectors, "owners": part.owners}
    for field in ("words", "pairs"):
        postings = getattr(part, field)
        arrays |= {f"{field}_{name_}": getattr(postings, name_) for name_ in _ARRAYS}
        arrays[f"{field}_terms"] = _letters("\n".join(postings.terms))
    arrays["ids"], arrays["digests"] = _letters("\n".join(map(str, part.ids))), _letters("\n".join(part.digests))
    unfinished = folder / f".{name}.{os.getpid()}"
    with unfinished.open("wb") as file:
        np.savez(file, **arrays)
    unfinished.replace(folder / name)
    return folder / name


def read_segment(path: Path) -> Part:
    """A part as it was kept. Raises ValueError or KeyError for what is none."""
    with np.load(path, allow_pickle=False) as kept:
        def postings(field: str) -> Postings:
            terms = {term: number for number, term in enumerate(_lines(kept[f"{field}_terms"]))}
            return Postings(terms=terms, **{n: kept[f"{field}_{n}"] for n in _ARRAYS})

        return Part(
            ids=_lines(kept["ids"]), digests=_lines(kept["digests"]), counted=kept["counted"], words=postings("words"),
            pairs=postings("pairs"), vectors=kept["vectors"], owners=kept["owners"],
        )


def segments(folder: Path) -> list[Path]:
    """Every segment there, the oldest first, whether a manifest names it or not."""
    return sorted(folder.glob("segment-*.npz"), key=lambda path: (path.stat().st_mtime_ns, path.name))


def commit(folder: Path, segment: Path, entries: Sequence[Entry], about: dict[str, Any]) -> None:
    """From now on this segment and these entries are the index; all else goes."""
    listing = folder / ENTRIES.format(segment.stem.removeprefix("segment-"))
    unfinished = folder / f".entries.{os.getpid()}"
    with unfinished.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(entry.plain(), ensure_ascii=False) + "\n" for entry in entries)
    unfinished.replace(listing)
    manifest = folder / f".manifest.{os.getpid()}"
    manifest.write_text(json.dumps({"segment": segment.name, "entries": listing.name, **about}), encoding="utf-8")
    manifest.replace(folder / MANIFEST)
    for path in (*segments(folder), *folder.glob("entries-*.jsonl")):
        if path.name not in (segment.name, listing.name):
            path.unlink(missing_ok=True)


def manifest(folder: Path) -> dict[str, Any] | None:
    """What counts now, None where nothing was ever finished."""
    try:
        found: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return found


def read_entries(path: Path) -> list[Entry]:
    """The entries in the order in which they were kept."""
    with path.open(encoding="utf-8") as file:
        return [Entry.of(json.loads(line)) for line in file]


def _letters(text: str) -> Any:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def _lines(letters: Any) -> tuple[str, ...]:
    text = letters.tobytes().decode()
    return tuple(text.split("\n")) if text else ()

