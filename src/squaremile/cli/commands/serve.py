"""`squaremile serve`: the web server and the worker that delivers facts and mail, kept by one process."""

import argparse
import os
import signal
import sys
import threading

from squaremile.cli import environment
from squaremile.cli.processes import Keeper, Kept
from squaremile.cli.terminal import Trouble, say
from squaremile.kernel.words import Text

WEB, WORKER, BOTH = "web", "worker", "both"


def arguments(parser: argparse.ArgumentParser) -> None:
    cores = os.cpu_count() or 1
    parser.add_argument("--bind", default="127.0.0.1:8000", help=str(Text(ko="들을 주소", en="address to listen on")))
    parser.add_argument(
        "--workers",
        type=int,
        default=max(2, cores),
        help=str(Text(ko="웹 프로세스 수 (코어마다 하나, 적어도 2)", en="web processes (one a core, two at least)")),
    )
    parser.add_argument(
        "--threads", type=int, default=4, help=str(Text(ko="프로세스마다 스레드 수", en="threads in each"))
    )
    parser.add_argument(
        "--only", choices=(WEB, WORKER, BOTH), default=BOTH,
        help=str(Text(ko="컨테이너마다 하나씩 돌릴 때", en="one of the two, for containers of their own")),
    )  # fmt: skip
    parser.add_argument("--quiet", action="store_true", help=str(Text(ko="로그를 줄입니다", en="fewer log lines")))
    parser.add_argument(
        "--no-preload", action="store_true",
        help=str(Text(ko="프로세스마다 따로 읽습니다 (메모리 더 씀)", en="load in each process (takes more memory)")),
    )  # fmt: skip


def run(options: argparse.Namespace) -> int:
    if options.only == WEB:
        return _web(options)
    if options.only == WORKER:
        return _worker()
    _ready()
    say(Text(ko=f"{options.bind}에서 엽니다.", en=f"Opening at {options.bind}."))
    return Keeper(
        Kept(command("--only", WEB, *passed_on(options))),
        Kept(command("--only", WORKER), again=True),
    ).run()


def command(*words: str) -> list[str]:
    """This very command line, again."""
    return [sys.executable, "-m", "squaremile.cli.main", "serve", *words]


def passed_on(options: argparse.Namespace) -> list[str]:
    words = ["--bind", options.bind, "--workers", str(options.workers), "--threads", str(options.threads)]
    return words + ["--quiet"] * options.quiet + ["--no-preload"] * options.no_preload


def _ready() -> None:
    """A server on an old schema would fail request by request: better one clear sentence."""
    from squaremile.cli import preparing
    from squaremile.config import env

    environment.secret()
    if env.text("DATABASE_APP_URL") and not env.text("DATABASE_URL"):
        return  # A server that was not given the owner's way in cannot look.
    url = environment.address()
    os.environ["DATABASE_URL"] = url
    if pending := preparing.pending(url):
        raise Trouble(
            ko=f"적용하지 않은 마이그레이션이 {len(pending)}개 있습니다. squaremile migrate를 먼저 실행하십시오.",
            en=f"{len(pending)} migrations are not applied. Run squaremile migrate first.",
        )


def _web(options: argparse.Namespace) -> int:
    from squaremile.cli.web_server import Shape, serve

    serve(Shape(
        bind=options.bind, workers=options.workers, threads=options.threads, preload=not options.no_preload,
        quiet=options.quiet,
    ))  # fmt: skip
    return 0


def _worker() -> int:
    environment.enter()
    from squaremile.core import worker

    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    worker.loop(stop)
    return 0
