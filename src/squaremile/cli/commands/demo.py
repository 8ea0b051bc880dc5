"""`squaremile demo`: a whole cluster to walk through, on this machine, at an address it prints."""

import argparse
import os
import socket
import time

from squaremile.cli import environment, messages, preparing
from squaremile.cli.processes import Keeper, Kept
from squaremile.cli.terminal import Trouble, say
from squaremile.config import env
from squaremile.kernel.words import Text

FIRST_PORT, PORTS = 8000, 100
SEED = 20240115
"""The week in January 2024 when the delegation of Jeonbuk went to Boston."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--port",
        type=int,
        default=0,
        help=str(Text(ko="포트 (없으면 8000부터 빈 것)", en="port (else the first free from 8000)")),
    )
    parser.add_argument("--host", default="127.0.0.1", help=str(Text(ko="들을 주소", en="address to listen on")))
    parser.add_argument(
        "--seed", type=int, default=SEED, help=str(Text(ko="데모 자료의 씨앗값", en="seed of the demonstration data"))
    )
    parser.add_argument("--no-serve", action="store_true", help=str(Text(ko="만들기만 합니다", en="only build it")))


def run(options: argparse.Namespace) -> int:
    began = time.monotonic()
    allowed()
    port = options.port or free_port(options.host)
    shown = "localhost" if options.host in ("127.0.0.1", "0.0.0.0") else options.host
    os.environ.setdefault("PUBLIC_URL", f"http://{shown}:{port}")
    url = environment.address()
    os.environ["DATABASE_URL"] = url
    messages.compile_stale(env.LOCALE)
    if not preparing.up_to_date(url):
        say(Text(ko="데이터베이스를 준비합니다…", en="Preparing the database…"))
        preparing.migrate(url, verbosity=0)
    if _empty(url):
        _build(options.seed)
    if options.no_serve:
        return 0
    return _open(f"{options.host}:{port}", f"http://{shown}:{port}/", began)


def allowed() -> None:
    """Anyone may enter as anyone here, so it is never started where debugging was switched off on purpose."""
    os.environ.setdefault("DEBUG", "true")
    if not env.flag("DEBUG"):
        raise Trouble(
            ko="데모는 누구나 누구로든 들어갈 수 있어서 DEBUG가 꺼진 곳에서는 시작하지 않습니다.",
            en="The demonstration lets anyone enter as anyone: it does not start where DEBUG is off.",
        )
    os.environ["SQUAREMILE_DEMO"] = "true"


def free_port(host: str) -> int:
    for port in range(FIRST_PORT, FIRST_PORT + PORTS):
        with socket.socket() as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                attempt.bind((host, port))
            except OSError:
                continue
            return port
    raise Trouble(
        ko=f"{FIRST_PORT}부터 {PORTS}개 포트가 모두 쓰이고 있습니다. --port로 고르십시오.",
        en=f"The {PORTS} ports from {FIRST_PORT} are all taken. Choose one with --port.",
    )


def _empty(url: str) -> bool:
    import psycopg

    with psycopg.connect(url) as db:
        row = db.execute("SELECT NOT EXISTS (SELECT 1 FROM core_organisation)").fetchone()
    return bool(row and row[0])


def _build(seed: int) -> None:
    environment.enter()
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from squaremile.cli.demo.build import build

    with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()) as bars:
        tasks: dict[str, int] = {}

        def progress(label: Text, done: int, total: int) -> None:
            known = tasks.get(label.en)
            if known is None:
                known = tasks[label.en] = bars.add_task(str(label), total=total)
            bars.update(known, completed=done, total=total)  # type: ignore[arg-type]

        build(seed, progress)


def _open(bind: str, address: str, began: float) -> int:
    from squaremile.cli.commands.serve import WEB, WORKER, command

    keeper = Keeper(
        Kept(command("--only", WEB, "--bind", bind, "--workers", "2", "--threads", "4", "--quiet")),
        # Mail can wait a moment; two processes that load at once keep whoever opens the demonstration waiting.
        Kept(command("--only", WORKER), again=True, later=True),
    )
    return keeper.run(ready=lambda: _answers(bind), told=lambda: _told(address, began))


def _answers(bind: str) -> bool:
    host, _, port = bind.rpartition(":")
    with socket.socket() as attempt:
        return attempt.connect_ex(("127.0.0.1" if host == "0.0.0.0" else host, int(port))) == 0


def _told(address: str, began: float) -> None:
    took = time.monotonic() - began
    say(Text(ko=f"squaremile 데모가 열렸습니다 ({took:.1f}초)  →  {address}   끝내기: Ctrl+C",
             en=f"The squaremile demo is open ({took:.1f} s)  →  {address}   stop: Ctrl+C"))  # fmt: skip
