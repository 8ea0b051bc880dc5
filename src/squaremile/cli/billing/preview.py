"""`squaremile billing preview`: a month of an issuer as it would be billed by what is recorded now. Nothing is stored."""

import argparse
import json
from datetime import date

from squaremile.cli import environment
from squaremile.cli.main import Parser
from squaremile.cli.terminal import Trouble, say
from squaremile.kernel.words import Text


def arguments(parser: Parser) -> None:
    parser.add_argument("--issuer", required=True, metavar="CODE", help=str(Text(ko="발행 주체", en="the issuer")))
    parser.add_argument("--month", required=True, metavar="YYYY-MM", help=str(Text(ko="달", en="the month")))
    parser.add_argument("--json", action="store_true", help=str(Text(ko="JSON으로 냅니다", en="answer as JSON")))


def run(options: argparse.Namespace) -> int:
    """2 where there is no such issuer or month."""
    try:
        month = date.fromisoformat(f"{options.month}-01")
    except ValueError as error:
        raise Trouble(ko=f"{options.month}: YYYY-MM으로 적어 주십시오.", en=f"{options.month}: write it as YYYY-MM.") from error
    environment.enter()
    from squaremile.billing.reads import preview
    from squaremile.kernel.errors import Missing
    from squaremile.kernel.scope import scope, system

    with scope(system("worker")):
        try:
            found = preview.of(options.issuer, month)
        except Missing as error:
            raise Trouble(ko=f"발행 주체 {options.issuer}이(가) 없습니다.", en=f"There is no issuer {options.issuer}.") from error
    if options.json:
        print(json.dumps(_said(found), ensure_ascii=False, indent=1))
        return 0
    for bill in found.bills:
        say(f"{bill.account:<14} {bill.events:>9,} {bill.gross!s:>18} {bill.payable!s:>18}  {bill.company}")
    say(f"{'':<14} {found.events:>9,} {found.gross!s:>18}")
    return 0


def _said(found: object) -> dict[str, object]:
    from squaremile.billing.reads.preview import Preview

    assert isinstance(found, Preview)
    return {
        "month": f"{found.month:%Y-%m}", "as_of": found.as_of.isoformat(), "currency": found.currency, "events": found.events,
        "net": found.net.minor, "tax": found.tax.minor, "gross": found.gross.minor,
        "bills": [
            {"account": b.account, "company": {"ko": b.company.ko, "en": b.company.en}, "events": b.events, "lines": b.lines,
             "net": b.net.minor, "tax": b.tax.minor, "gross": b.gross.minor, "payable": b.payable.minor, "odd": b.odd}
            for b in found.bills
        ],
    }  # fmt: skip
