"""The command `squaremile`. It imports a command only when it is asked for, so that help comes at once."""

import argparse
import gettext
import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Any

from squaremile.config.env import ROOT
from squaremile.kernel.words import Text, language

MODULES = "squaremile.cli.commands"
COMMANDS = {
    "demo": ("demo", Text(ko="데모 클러스터를 만들어 바로 엽니다", en="build a demonstration cluster and open it")),
    "serve": ("serve", Text(ko="운영 서버와 작업자를 켭니다", en="run the production server and its worker")),
    "migrate": ("migrate", Text(ko="데이터베이스를 만들고 최신 상태로 올립니다", en="make the database and bring it up to date")),
    "import": ("imports", Text(ko="다른 시스템의 자료를 들여옵니다", en="bring in what another system kept")),
    "backup": ("backup", Text(ko="데이터베이스와 파일을 한 묶음으로 백업합니다", en="back up the database and the files in one archive")),
    "restore": ("restore", Text(ko="백업을 빈 데이터베이스에 되살립니다", en="bring a backup back into an empty database")),
    "doctor": ("doctor", Text(ko="설치가 온전한지 살핍니다", en="check that everything is in order")),
    "op": ("op", Text(ko="등록된 작업 하나를 실행합니다", en="run one operation by its name")),
    "token": ("token", Text(ko="사람의 API 토큰을 만듭니다", en="make an API token for a person")),
    "seal": ("seal", Text(ko="서명된 문서를 봉인할 인증서를 만듭니다", en="make the certificate that seals signed documents")),
    "network": ("network", Text(ko="필요에 맞는 문서와 사람을 찾습니다", en="find documents and people for a need")),
    "residency": ("residency", Text(ko="입주 신청서 양식을 살핍니다", en="look at application forms")),
    "billing": ("billing", Text(ko="사용 내역의 요금을 까닭과 함께 냅니다", en="what usage costs, with every reason")),
    "atlas": ("atlas", Text(ko="지역과 클러스터를 재고 견줍니다", en="measure and compare regions and clusters")),
    "safety": ("safety", Text(ko="위험물 한도와 합계를 셈과 함께 냅니다", en="hazard limits and sums, with their arithmetic")),
    "reference": ("reference", Text(ko="코드에서 설명서를 만듭니다", en="write the manual that is made from the code")),
    "messages": ("messages", Text(ko="번역 파일을 컴파일합니다", en="compile the translations")),
}  # fmt: skip
EXIT_USAGE, EXIT_INTERRUPTED, EXIT_PIPE_CLOSED = 2, 130, 141
_ABOUT = Text(
    ko="생명과학 클러스터의 열린 운영체제: 공유 랩, 협력, 그리고 측정되는 클러스터.",
    en="The open operating system of a life-science cluster.",
)
_HELP = Text(ko="이 도움말을 보이고 끝냅니다", en="show this help and exit")


def spoken() -> str:
    """The language of the terminal, by LC_ALL, LC_MESSAGES or LANG."""
    said = next((v for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(name))), "")
    return "ko" if said.lower().startswith("ko") else "en"


class Parser(argparse.ArgumentParser):
    """argparse with its fixed words in the language spoken."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, **options)
        self._optionals.title = str(Text(ko="선택 항목", en="options"))
        self._positionals.title = str(Text(ko="인수", en="arguments"))
        self.add_argument("-h", "--help", action="help", help=str(_HELP))

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", str(Text(ko="쓰는 법: ", en="usage: ")), 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", str(Text(ko="쓰는 법: ", en="usage: ")), 1)


def _overview() -> Parser:
    parser = Parser(prog="squaremile", description=str(_ABOUT))
    group = parser.add_subparsers(title=str(Text(ko="명령", en="commands")), metavar="COMMAND", dest="command")
    for name, (_, says) in COMMANDS.items():
        group.add_parser(name, help=str(says))
    return parser


def main(given: Sequence[str] | None = None) -> int:
    """Run one command; the exit code. 0 done, 1 failed, 2 refused or misused."""
    language.set(spoken())
    _speak_utf8()
    # argparse says its errors through gettext: it finds them in the catalogue of the pages.
    gettext.bindtextdomain("django", str(ROOT / "locale"))
    gettext.textdomain("django")
    words = list(sys.argv[1:] if given is None else given)
    if not words or words[0] not in COMMANDS:
        overview = _overview()
        overview.parse_args(words)
        overview.print_help()
        return EXIT_USAGE
    module, says = COMMANDS[words[0]]
    command = importlib.import_module(f"{MODULES}.{module}")
    parser = Parser(prog=f"squaremile {words[0]}", description=str(says))
    command.arguments(parser)
    options = parser.parse_args(words[1:])
    try:
        code = int(command.run(options) or 0)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        return _nobody_listens()
    except Exception as error:
        return _failed(error)


def _speak_utf8() -> None:
    """Answers are UTF-8 whatever the locale of the terminal is: JSON has no other encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and (stream.encoding or "").lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8")


def _nobody_listens() -> int:
    """The reader has left (`… | head`): end in silence, as a program ends that the signal PIPE ends."""
    _into_nothing()
    return EXIT_PIPE_CLOSED


def _into_nothing() -> None:
    """Let what is still in the buffer go nowhere, so that Python does not complain of it when it ends."""
    try:
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())
        os.close(nothing)
    except (OSError, ValueError):
        return


def _failed(error: Exception) -> int:
    """Known troubles in a sentence; anything else with its traceback."""
    from squaremile.cli.terminal import complain, known_trouble

    if (sentence := known_trouble(error)) is None:
        raise error
    if isinstance(error, OSError):
        _into_nothing()
    complain(sentence)
    return EXIT_USAGE


if __name__ == "__main__":
    sys.exit(main())
