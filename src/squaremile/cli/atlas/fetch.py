"""`squaremile atlas fetch SOURCE`: brings a public data set here, on nobody's word but the user's; goes on where it stopped."""

from __future__ import annotations

import argparse
import hashlib
import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlsplit

from squaremile.cli.terminal import Trouble, say
from squaremile.kernel.words import Text

SOURCES: dict[str, tuple[str, Text]] = {
    "qcew": (
        "https://data.bls.gov/cew/data/files/{year}/csv/{year}_annual_singlefile.zip", Text(ko="미국 고용 통계(QCEW)", en="US employment (QCEW)")),
    "cbp": (
        "https://www2.census.gov/programs-surveys/cbp/datasets/{year}/cbp{short}co.zip",
        Text(ko="미국 사업체 통계(CBP)", en="US County Business Patterns")),
    "openalex-manifest": (
        "https://openalex.s3.amazonaws.com/data/institutions/manifest", Text(ko="OpenAlex 기관 파일 목록", en="list of OpenAlex institution files")),
    "trials": (
        "https://clinicaltrials.gov/api/v2/studies?format=json&pageSize=1000&query.locn={place}",
        Text(ko="ClinicalTrials.gov 임상시험", en="ClinicalTrials.gov studies of a place")),
    "url": ("", Text(ko="--url 로 준 주소", en="the address given with --url")),
}  # fmt: skip
"""What may be fetched: an address with places to fill in."""
BLOCK = 1 << 20
Told = Callable[[int, int | None], None]
"""Told how many bytes are here, and how many there will be (None: not said)."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", choices=tuple(SOURCES), metavar="SOURCE", help=", ".join(f"{k} ({v[1]})" for k, v in SOURCES.items()))
    for name, says in (
        ("--url", Text(ko="받을 주소", en="address to fetch")), ("--year", Text(ko="연도", en="year")),
        ("--place", Text(ko="장소, 예: Jeonju", en="place, such as Jeonju")),
    ):  # fmt: skip
        parser.add_argument(name, default="", help=str(says))
    parser.add_argument("--into", type=Path, required=True, metavar="FILE", help=str(Text(ko="저장할 파일", en="file to write")))


def run(options: argparse.Namespace) -> int:
    """0 done; 2 refused, with a sentence. What came so far stays beside the file as `.part`."""
    address = options.url or SOURCES[options.source][0].format(
        year=options.year, short=options.year[2:], place=quote(options.place)
    )
    if urlsplit(address).scheme not in ("http", "https") or "//{" in address:
        raise Trouble(ko=f"받을 수 있는 주소가 아닙니다: {address}", en=f"This is no address to fetch from: {address}")
    from squaremile.cli.atlas.fetching_bar import bar

    with bar() as told:
        digest = fetch(address, options.into, told)
    say(Text(ko=f"받았습니다: {options.into} (SHA-256 {digest})", en=f"Fetched: {options.into} (SHA-256 {digest})"))
    return 0


def fetch(address: str, target: Path, told: Told) -> str:
    """The file at an address, written to `target` whole or not at all; its SHA-256 in hexadecimal.

    What an earlier run brought stands in `target.part`, with the server's mark of that version beside it: the rest is
    asked for (RFC 9110 §14.2), and if the file has changed since, it is fetched anew (§13.1.5, If-Range).

    Raises:
        Trouble: the server refused, or broke off; the part stays for the next time.
    """
    part, mark = target.with_name(target.name + ".part"), target.with_name(target.name + ".part.json")
    kept = json.loads(mark.read_text()) if mark.exists() else {}
    have = part.stat().st_size if part.exists() and kept.get("address") == address and kept.get("version") else 0
    headers = {"User-Agent": "squaremile", "Accept-Encoding": "identity"}
    if have:
        headers |= {"Range": f"bytes={have}-", "If-Range": kept["version"]}
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=60) as answer:
            _take(answer, address, part, mark, have, told)
    except urllib.error.HTTPError as error:
        if error.code != 416 or kept.get("total") != have:
            raise Trouble(ko=f"서버가 거절했습니다({error.code}): {address}", en=f"The server refused ({error.code}): {address}") from error
    except (OSError, http.client.HTTPException) as error:
        raise Trouble(
            ko=f"받다가 끊겼습니다: {error}. 같은 명령을 다시 실행하면 이어서 받습니다.",
            en=f"It broke off: {error}. Run the same command again to go on from there.",
        ) from error
    digest = _digest(part)
    part.replace(target)
    mark.unlink(missing_ok=True)
    return digest


def _take(answer: http.client.HTTPResponse, address: str, part: Path, mark: Path, have: int, told: Told) -> None:
    goes_on = answer.status == 206 and answer.headers.get("Content-Range", "").startswith(f"bytes {have}-")
    here, length = have if goes_on else 0, answer.headers.get("Content-Length")
    total = here + int(length) if length is not None else None
    version = answer.headers.get("ETag", "") or answer.headers.get("Last-Modified", "")
    # A weak mark does not promise the same bytes: such a file is never gone on with.
    mark.write_text(json.dumps({"address": address, "version": "" if version.startswith("W/") else version, "total": total}))
    with part.open("ab" if goes_on else "wb") as out:
        told(here, total)
        while block := answer.read(BLOCK):
            out.write(block)
            here += len(block)
            told(here, total)
    if total is not None and here != total:
        raise http.client.IncompleteRead(b"", total - here)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
