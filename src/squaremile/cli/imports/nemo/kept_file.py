"""Writing the kept section: every company's data, for the operator's eyes only."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path

from squaremile.cli.imports.nemo.kept import KeptRecord
from squaremile.config.env import var
from squaremile.kernel import clock


def write_kept(source: str, records: Iterable[KeptRecord]) -> Path:
    """`var/imports/<name>-<date>.json`, readable by its owner alone; an earlier file is never written over."""
    folder = var("imports")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    stem = re.sub(r"[^\w.-]+", "-", Path(source).stem)[:80] or "import"
    day = f"{clock.now():%Y-%m-%d}"
    number = 1
    while True:
        path = folder / f"{stem}-{day}{'' if number == 1 else f'-{number}'}.json"
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            number += 1
            continue
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                json.dump([record.as_json() for record in records], out, ensure_ascii=False, indent=1, default=str)
        except BaseException:
            path.unlink()
            raise
        return path
