"""What a report is made of, said beforehand: its data with their hashes, the code, the seed, the sections in order."""

import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.reports.version import code
from squaremile.kernel.words import LANGUAGES, Text

FORMAT = 1
FIELDS = ("manifest", "title", "region", "as_of", "made_at", "seed", "languages", "code", "data", "sections")


@dataclass(frozen=True, slots=True)
class Source:
    """One file of data. `name` is what sections call it."""

    name: str
    path: Path
    sha256: str
    source: str
    licence: str
    as_of: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A manifest that was checked: its data are the data, its code is this code."""

    title: Text
    region: str
    as_of: str
    made_at: datetime.datetime
    seed: int
    languages: tuple[str, ...]
    code: Mapping[str, str]
    data: Mapping[str, Source]
    sections: tuple[Mapping[str, Any], ...]


def sealed(document: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """The document with the hashes of its data (files are named from `folder`) and the version of this code written in."""
    data = {name: {**held, "sha256": _hash(_file(held, name, folder))} for name, held in _data(document).items()}
    return {**document, "manifest": FORMAT, "data": data, "code": dict(code())}


def checked(document: Mapping[str, Any], folder: Path) -> Manifest:
    """The manifest of a document. Raises Unmeasurable for missing or odd fields, a file that is not there or whose hash
    is another, and another version of the code."""
    if odd := [name for name in document if name not in FIELDS]:
        raise _refuse(f"목록에 {odd[0]} 칸은 없습니다.", f"A manifest has no field {odd[0]}. It has: {', '.join(FIELDS)}.")
    if absent := [name for name in FIELDS if name not in document]:
        if absent[0] in ("manifest", "code"):
            raise _unsealed()
        raise _refuse(f"목록에 {absent[0]} 칸이 없습니다.", f"The manifest has no {absent[0]}.")
    if document["manifest"] != FORMAT:
        raise _refuse("이 판의 목록은 읽을 수 없습니다.", f"Manifests of format {document['manifest']} are not read.")
    sources = {name: _source(name, held, folder) for name, held in _data(document).items()}
    _same_code(document["code"])
    languages = tuple(document["languages"])
    if not languages or set(languages) - set(LANGUAGES) or len(set(languages)) < len(languages):
        raise _refuse("languages는 ko, en의 목록입니다.", "languages is a list of ko and en.")
    if not isinstance(document["seed"], int) or isinstance(document["seed"], bool) or document["seed"] < 0:
        raise _refuse("seed는 0 이상의 정수입니다.", "seed is a whole number, 0 or more.")
    sections = document["sections"]
    if not isinstance(sections, list) or not sections or not all(isinstance(s, Mapping) for s in sections):
        raise _refuse("sections는 비어 있지 않은 목록입니다.", "sections is a list that is not empty.")
    return Manifest(
        title=_text(document["title"]), region=str(document["region"]), as_of=_day(document["as_of"]),
        made_at=_moment(document["made_at"]), seed=document["seed"], languages=languages, code=dict(document["code"]),
        data=sources, sections=tuple(sections),
    )  # fmt: skip


def _data(document: Mapping[str, Any]) -> Mapping[str, Any]:
    data = document.get("data")
    if not isinstance(data, Mapping) or not all(isinstance(held, Mapping) and held.get("file") for held in data.values()):
        raise _refuse("data는 이름마다 file을 둔 묶음입니다.", "data holds a name for each source, each with its file.")
    return data


def _file(held: Mapping[str, Any], name: str, folder: Path) -> Path:
    path = folder / str(held["file"])
    if not path.is_file():
        raise _refuse(f"자료 {name}: 파일이 없습니다({held['file']}).", f"Data {name}: there is no file {held['file']}.")
    return path


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _source(name: str, held: Mapping[str, Any], folder: Path) -> Source:
    path = _file(held, name, folder)
    if not held.get("sha256"):
        raise _unsealed()
    for field in ("source", "licence", "as_of"):
        if not str(held.get(field, "")).strip():
            raise _refuse(f"자료 {name}: {field}을(를) 적으십시오.", f"Data {name}: say its {field}.")
    found = _hash(path)
    if found != held["sha256"]:
        raise Unmeasurable(
            Text(
                ko=f"자료 {name}({held['file']})이(가) 목록을 만들 때와 다릅니다: {found[:12]}… (목록: {str(held['sha256'])[:12]}…)",
                en=f"Data {name} ({held['file']}) are not those of the manifest: {found[:12]}…, not {str(held['sha256'])[:12]}….",
            ),
            Text(
                ko="그때의 파일을 되돌리거나, 새 자료로 새 보고서를 내려면 --seal로 목록을 다시 봉하십시오.",
                en="Bring back the file of then, or seal the manifest again (--seal) for a new report of the new data.",
            ),
        )
    return Source(name, path, found, str(held["source"]), str(held["licence"]), str(held["as_of"]))


def _same_code(said: Any) -> None:
    here = code()
    if not isinstance(said, Mapping) or not said:
        raise _unsealed()
    if changed := [name for name in sorted({*here, *said}) if here.get(name) != said.get(name)]:
        name = changed[0]
        raise Unmeasurable(
            Text(
                ko=f"코드가 목록을 만들 때와 다릅니다: {name} {str(here.get(name))[:12]} (목록: {str(said.get(name))[:12]})",
                en=f"The code is not that of the manifest: {name} is {str(here.get(name))[:12]}, not {str(said.get(name))[:12]}.",
            ),
            Text(
                ko="그때의 판을 설치하거나, --seal로 목록을 다시 봉하십시오.",
                en="Install the version of then, or seal the manifest again (--seal).",
            ),
        )


def _unsealed() -> Unmeasurable:
    return Unmeasurable(
        Text(ko="목록이 봉해지지 않았습니다.", en="The manifest is not sealed."),
        Text(ko="--seal로 자료의 해시와 코드의 판을 적으십시오.", en="Write the hashes of its data and the code's version in with --seal."),
    )


def _text(value: Any) -> Text:
    if isinstance(value, Mapping) and set(value) == {"ko", "en"}:
        return Text(ko=str(value["ko"]), en=str(value["en"]))
    raise _refuse("title에는 ko와 en을 적으십시오.", "title wants ko and en.")


def _day(value: Any) -> str:
    try:
        return datetime.date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise _refuse(f"as_of: {value}은(는) 날짜가 아닙니다.", f"as_of: {value} is no date.") from None


def _moment(value: Any) -> datetime.datetime:
    try:
        found = datetime.datetime.fromisoformat(str(value))
    except ValueError:
        raise _refuse(f"made_at: {value}은(는) 때가 아닙니다.", f"made_at: {value} is no moment.") from None
    if found.tzinfo is None:
        raise _refuse("made_at에는 시간대가 있어야 합니다(2026-11-26T09:00:00+09:00).", "made_at wants a zone (2026-11-26T09:00:00+09:00).")
    return found


def _refuse(ko: str, en: str) -> Unmeasurable:
    return Unmeasurable(Text(ko=ko, en=en))
