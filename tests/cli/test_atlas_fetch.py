"""Fetching against a server of our own on loopback: whole, gone on with, anew where it changed, refused in a sentence."""

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from squaremile.cli.atlas.fetch import fetch
from squaremile.cli.main import main
from squaremile.cli.terminal import Trouble

CONTENT = bytes(range(256)) * 40_000


class Handler(BaseHTTPRequestHandler):
    """Serves CONTENT with ranges. `breaks` cuts the first answer off; `version` is the file's mark."""

    breaks, version, asked = False, '"one"', []

    def do_GET(self) -> None:
        if self.path != "/data":
            self.send_error(404)
            return
        Handler.asked.append((self.headers.get("Range"), self.headers.get("If-Range")))
        start = 0
        if self.headers.get("Range") and self.headers.get("If-Range") == Handler.version:
            start = int(self.headers["Range"].removeprefix("bytes=").rstrip("-"))
        body = CONTENT[start:]
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(CONTENT) - 1}/{len(CONTENT)}")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", Handler.version)
        self.end_headers()
        if Handler.breaks:
            Handler.breaks = False
            body = body[: len(body) // 3]
        self.wfile.write(body)

    def log_message(self, *given: object) -> None:
        """Nothing to the terminal."""


@pytest.fixture
def address() -> Iterator[str]:
    Handler.breaks, Handler.version, Handler.asked = False, '"one"', []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/data"
    server.shutdown()
    server.server_close()


def silent(here: int, total: int | None) -> None:
    """Told nothing."""


def test_whole_at_once(address: str, tmp_path: Path):
    told = []
    digest = fetch(address, tmp_path / "data", lambda here, total: told.append((here, total)))
    assert (tmp_path / "data").read_bytes() == CONTENT
    assert digest == hashlib.sha256(CONTENT).hexdigest()
    assert (told[0], told[-1]) == ((0, len(CONTENT)), (len(CONTENT), len(CONTENT)))
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_goes_on_where_it_stopped(address: str, tmp_path: Path):
    Handler.breaks = True
    with pytest.raises(Trouble) as trouble:
        fetch(address, tmp_path / "data", silent)
    assert "again" in trouble.value.text.en
    assert not (tmp_path / "data").exists()
    here = (tmp_path / "data.part").stat().st_size
    assert 0 < here < len(CONTENT)
    fetch(address, tmp_path / "data", silent)
    assert (tmp_path / "data").read_bytes() == CONTENT
    assert Handler.asked[-1] == (f"bytes={here}-", '"one"')


def test_anew_where_the_file_has_changed(address: str, tmp_path: Path):
    Handler.breaks = True
    with pytest.raises(Trouble):
        fetch(address, tmp_path / "data", silent)
    Handler.version = '"two"'
    fetch(address, tmp_path / "data", silent)
    assert (tmp_path / "data").read_bytes() == CONTENT


def test_what_has_a_weak_mark_is_fetched_anew(address: str, tmp_path: Path):
    Handler.version = 'W/"weak"'
    Handler.breaks = True
    with pytest.raises(Trouble):
        fetch(address, tmp_path / "data", silent)
    fetch(address, tmp_path / "data", silent)
    assert Handler.asked[-1] == (None, None), "a weak mark promises no bytes"


def test_from_the_command_line(address: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["atlas", "fetch", "url", "--url", address, "--into", str(tmp_path / "data")]) == 0
    assert hashlib.sha256(CONTENT).hexdigest() in capsys.readouterr().out
    assert main(["atlas", "fetch", "url", "--url", address + "x", "--into", str(tmp_path / "x")]) == 2
    assert "404" in capsys.readouterr().err
    assert main(["atlas", "fetch", "url", "--url", "file:///etc/hostname", "--into", str(tmp_path / "y")]) == 2
    assert not (tmp_path / "y").exists()
