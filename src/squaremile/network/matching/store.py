"""An index in a folder: built in steps that survive a kill, added to, and opened with its large arrays on disk.

`index.json` names the parts that are complete; it is replaced in one move after a part is. Whatever it does not name is
the rest of a step that was stopped, and is cleared at the next build.
"""

import json
import os
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from .bm25 import Postings
from .documents import Document, Id
from .index import Index, opened
from .part import Part, digest, joined, read
from .question import Tools, tools
from .vectors import Progress

FORMAT = 1
STEP = 256
"""Documents read between two saved steps: a kill costs some seconds of work."""


class Unreadable(Exception):
    """The folder holds no index of this format, or one that was made with other readers."""


def build(
    folder: Path, documents: Sequence[Document], using: Tools | None = None, progress: Progress | None = None, *,
    only: bool = False,
) -> Index:  # fmt: skip
    """Bring the index up to date and open it: new and changed documents are read, the rest is kept.

    Run again after a kill, it goes on where it stopped. `only=True` also drops what is not among `documents`.
    ValueError where an id comes twice; Unreadable where the folder holds something else.
    """
    using = using or tools()
    if len({document.id for document in documents}) < len(documents):
        raise ValueError("an id comes twice")
    names = _begun(folder, using)
    parts = [load(folder / name) for name in names]
    known = {id_: d for part in parts for id_, d in zip(part.ids, part.digests, strict=True)}
    fresh = [document for document in documents if known.get(document.id) != digest(document)]
    for begin in range(0, len(fresh), STEP):
        parts.append(read(fresh[begin : begin + STEP], using))
        names = [*names, _next(folder)]
        save(parts[-1], folder / names[-1])
        _list(folder, names, using)
        if progress:
            progress(len(documents) - len(fresh) + min(begin + STEP, len(fresh)), len(documents))
    if progress:
        progress(len(documents), len(documents))
    gone = frozenset(known) - {document.id for document in documents} if only else frozenset()
    return opened(_sealed(folder, names, parts, using, gone))


def remove(folder: Path, ids: Iterable[Id], using: Tools | None = None) -> Index:
    """Take documents out and open what is left; unknown ids are passed."""
    using = using or tools()
    names = _begun(folder, using)
    return opened(_sealed(folder, names, [load(folder / name) for name in names], using, frozenset(ids)))


def open_index(folder: Path, using: Tools | None = None) -> Index:
    """Open for asking. Unreadable where there is no complete index, or other readers made it."""
    held = _listed(folder)
    _same_readers(held, using or tools())
    if not held["parts"]:
        raise Unreadable("nothing has been read yet")
    return opened(joined([load(folder / name) for name in held["parts"]]))


def _sealed(folder: Path, names: list[str], parts: list[Part], using: Tools, gone: frozenset[Id]) -> Part:
    """All parts in one, on disk too; the parts it replaces are cleared away."""
    if not parts:
        return read([], using)
    whole = joined(parts, gone)
    if len(parts) > 1 or len(whole.ids) < len(parts[0].ids):
        name = _next(folder)
        save(whole, folder / name)
        _list(folder, [name], using)
        for old in names:
            shutil.rmtree(folder / old)
        return load(folder / name)
    return whole


def _begun(folder: Path, using: Tools) -> list[str]:
    """Names of the complete parts; the folder is made where there is none, and rests of a stopped step are cleared."""
    if not (folder / "index.json").exists():
        if folder.exists() and any(folder.iterdir()):
            raise Unreadable("the folder holds something else")
        folder.mkdir(parents=True, exist_ok=True)
        _list(folder, [], using)
    held = _listed(folder)
    _same_readers(held, using)
    for rest in folder.glob("part-*"):
        if rest.name not in held["parts"]:
            shutil.rmtree(rest)
    return list(held["parts"])


def _listed(folder: Path) -> dict[str, Any]:
    try:
        held = json.loads((folder / "index.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Unreadable(str(error)) from error
    if not isinstance(held, dict) or held.get("format") != FORMAT:
        raise Unreadable(f"expected format {FORMAT}")
    return held


def _same_readers(held: dict[str, Any], using: Tools) -> None:
    if held["readers"] != _readers(using):
        raise Unreadable(f"made with {held['readers']}, not {_readers(using)}")


def _readers(using: Tools) -> str:
    return f"{using.analyser.name}, {using.encoder.name if using.encoder else 'no vectors'}"


def _list(folder: Path, names: Sequence[str], using: Tools) -> None:
    said = {"format": FORMAT, "readers": _readers(using), "parts": list(names)}
    beside = folder / "index.json.new"
    with beside.open("w", encoding="utf-8") as file:
        json.dump(said, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(beside, folder / "index.json")


def _next(folder: Path) -> str:
    numbers = [int(path.name.removeprefix("part-")) for path in folder.glob("part-*")]
    return f"part-{max(numbers, default=0) + 1:06}"


def save(part: Part, folder: Path) -> None:
    """Write a part into a new folder."""
    folder.mkdir()
    about = {"ids": part.ids, "digests": part.digests}
    (folder / "documents.json").write_text(json.dumps(about, ensure_ascii=False), encoding="utf-8")
    for name, held in (("words", part.words), ("pairs", part.pairs)):
        (folder / f"{name}.txt").write_text("\n".join(held.terms), encoding="utf-8")
        for column in ("starts", "documents", "counts", "lengths"):
            np.save(folder / f"{name}-{column}.npy", getattr(held, column))
    for column in ("counted", "vectors", "owners"):
        np.save(folder / f"{column}.npy", getattr(part, column))


def load(folder: Path) -> Part:
    """Open a part; its arrays stay on disk until they are touched."""
    about = json.loads((folder / "documents.json").read_text(encoding="utf-8"))

    def array(name: str) -> Any:
        return np.load(folder / f"{name}.npy", mmap_mode="r")

    def postings(name: str) -> Postings:
        text = (folder / f"{name}.txt").read_text(encoding="utf-8")
        terms = {term: number for number, term in enumerate(text.split("\n") if text else ())}
        return Postings(terms, *(array(f"{name}-{column}") for column in ("starts", "documents", "counts", "lengths")))

    return Part(
        tuple(about["ids"]), tuple(about["digests"]), array("counted"), postings("words"), postings("pairs"),
        array("vectors"), array("owners"),
    )  # fmt: skip
