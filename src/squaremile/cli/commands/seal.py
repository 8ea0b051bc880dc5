"""`squaremile seal`: the certificate with which this cluster seals what was signed."""

import argparse
from pathlib import Path

from squaremile.cli import environment
from squaremile.cli.terminal import Trouble, say
from squaremile.kernel.words import Text

MAKE, SHOW = "make", "show"


def arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_subparsers(title=str(Text(ko="명령", en="commands")), metavar="COMMAND", dest="seal_command", required=True)
    says = str(Text(ko="열쇠와 스스로 서명한 인증서를 만듭니다", en="make a key and a certificate that it signs itself"))
    make = group.add_parser(MAKE, help=says, description=says)
    make.add_argument("--years", type=int, default=10, help=str(Text(ko="몇 해 동안 쓸지 (30까지)", en="for how many years (up to 30)")))
    says = str(Text(ko="지금 쓰는 인증서를 보입니다", en="show the certificate in use"))
    group.add_parser(SHOW, help=says, description=says)


def run(options: argparse.Namespace) -> int:
    environment.enter()
    from django.conf import settings

    from squaremile.core.seals import certificate
    from squaremile.kernel import clock

    path = Path(settings.SEAL_FILE)
    if options.seal_command == MAKE:
        if not 1 <= options.years <= 30:
            raise Trouble(ko="1년부터 30년까지 고르십시오.", en="Choose 1 to 30 years.")
        try:
            certificate.make(certificate.of_cluster(), clock.now(), years=options.years)
        except FileExistsError as wrong:
            raise Trouble(
                ko=f"이미 있습니다: {path}. 새로 만들려면 그 파일을 다른 이름으로 옮겨 두십시오. 옛 인증서로 봉인한 문서는 그대로 확인됩니다.",
                en=f"There is one already: {path}. For a new one, move that file aside: what it sealed is verified as before.",
            ) from wrong
    try:
        found = certificate.present()
    except certificate.Unusable as wrong:
        raise Trouble(ko=f"열 수 없습니다: {path} ({wrong})", en=f"It cannot be opened: {path} ({wrong})") from wrong
    if found is None:
        raise Trouble(ko="인증서가 없습니다. squaremile seal make로 만드십시오.", en="There is no certificate. Make one: squaremile seal make.")
    say(Text(
        ko=f"{path}\n{found.subject} (발급: {found.issuer})\n{found.since:%Y-%m-%d} ~ {found.until:%Y-%m-%d}\nSHA-256 {found.fingerprint}",
        en=f"{path}\n{found.subject} (issued by {found.issuer})\n{found.since:%Y-%m-%d} to {found.until:%Y-%m-%d}\nSHA-256 {found.fingerprint}",
    ))
    return 0
