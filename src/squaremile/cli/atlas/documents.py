"""JSON documents that people write for the atlas, read with a sentence for each mistake."""

import json
from pathlib import Path
from typing import Any

from squaremile.cli.terminal import Trouble


def read_document(path: Path) -> dict[str, Any]:
    """One JSON object. Raises Trouble where the file is not there, is no JSON, holds a key twice, or is no object."""
    try:
        found = json.loads(path.read_text(encoding="utf-8-sig"), object_pairs_hook=_once)
    except OSError as error:
        raise Trouble(f"파일을 읽을 수 없습니다: {path}", f"The file cannot be read: {path}") from error
    except ValueError as error:
        raise Trouble(f"{path.name}: JSON이 아닙니다 ({error}).", f"{path.name}: this is no JSON ({error}).") from error
    if not isinstance(found, dict):
        raise Trouble(f"{path.name}: 칸이 있는 문서({{…}})여야 합니다.", f"{path.name}: an object ({{…}}) is wanted.")
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    said = dict(pairs)
    if len(said) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"a key comes twice: {next(n for n in names if names.count(n) > 1)}")
    return said
