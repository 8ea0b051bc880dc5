"""`squaremile billing price`: usage by a rate card, each amount with its chain of reasons. Formats: docs/billing/rate-cards.md."""

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

from squaremile.billing.policies import credits, reading
from squaremile.billing.policies.bill import Bill, Sums, bills
from squaremile.billing.policies.card import Card
from squaremile.billing.policies.events import Inconsistent
from squaremile.billing.policies.places import Unsound
from squaremile.billing.policies.rating import Line, Step, Unpriced, rate, volume_totals
from squaremile.billing.policies.reasons import chain, minor, number, say
from squaremile.billing.words.pricing import UNPRICED
from squaremile.cli.billing.events import Sorted, sorted_events
from squaremile.cli.main import Parser
from squaremile.cli.terminal import Trouble
from squaremile.cli.terminal import say as tell
from squaremile.kernel.words import Text

EXIT_UNPRICED = 1


def arguments(parser: Parser) -> None:
    parser.add_argument("--rate-card", required=True, metavar="CARD.json", help=str(Text(ko="요금표", en="the rate card")))
    parser.add_argument("--events", required=True, metavar="EVENTS.csv", help=str(Text(ko="사용 내역", en="the usage")))
    parser.add_argument(
        "--credits", metavar="CREDITS.json", help=str(Text(ko="바우처, 지원금, 선불 지갑", en="vouchers, subsidies and wallets")))
    parser.add_argument("--json", action="store_true", help=str(Text(ko="JSON으로 냅니다", en="answer as JSON")))


def run(options: argparse.Namespace) -> int:
    """1 where something has no price, so that a script notices; 2 where the input cannot be used."""
    try:
        card = reading.read(_json(options.rate_card))
        given = credits.read(_json(options.credits), card.currency) if options.credits else credits.Credits()
    except Unsound as unsound:
        raise Trouble(
            ko="\n".join(f"{f.where}: {f.says.ko}" for f in unsound.faults), en="\n".join(f"{f.where}: {f.says.en}" for f in unsound.faults),
        ) from unsound
    with sorted_events(options.events) as events:
        try:
            return _in_json(card, events, given) if options.json else _in_lines(card, events, given)
        except Inconsistent as wrong:
            why = _INCONSISTENT[wrong.why]
            raise Trouble(ko=f"{wrong.event}: {why.ko}", en=f"{wrong.event}: {why.en}") from wrong


_INCONSISTENT = {
    "twice": Text(ko="같은 식별자로 서로 다른 사용이 있습니다.", en="two different uses have this identifier."),
    "corrects_nothing": Text(
        ko="같은 회사, 계량기, 시작 시각의 사용을 정정해야 합니다.", en="it corrects no use of the same company, meter and start."),
}


def _json(path: str) -> Any:
    try:
        return json.loads(Path(path).read_text(encoding="utf-8-sig"), parse_float=Decimal)
    except json.JSONDecodeError as error:
        raise Trouble(
            ko=f"{path}: JSON이 아닙니다({error.lineno}번째 줄 {error.colno}번째 글자)",
            en=f"{path}: this is no JSON (line {error.lineno}, column {error.colno}).",
        ) from error
    except (ValueError, RecursionError) as error:
        raise Trouble(ko=f"{path}: UTF-8로 저장한 JSON이 아닙니다.", en=f"{path}: this is no JSON in UTF-8.") from error


def _in_json(card: Card, events: Sorted, given: credits.Credits) -> int:
    """One document, kept on disk until it is whole: whoever is refused is given nothing."""
    with tempfile.TemporaryFile("w+", prefix="squaremile-billing-", encoding="utf-8") as out:
        code = _written(card, events, given, out)
        out.seek(0)
        shutil.copyfileobj(out, sys.stdout)
    return code


def _written(card: Card, events: Sorted, given: credits.Credits, out: IO[str]) -> int:
    sums, counts = Sums(spans=given.spans), {"lines": 0, "unpriced": 0}
    left = list[str]()
    print(f'{{"card": {json.dumps(card.code)}, "currency": "{card.currency}", "lines": [', end="", file=out)
    for found in rate(card, events, volume_totals(card, events)):
        if isinstance(found, Unpriced):
            counts["unpriced"] += 1
            if len(left) < _MOST:
                left.append(json.dumps({"event": found.event.id, "why": found.why, "text": both(UNPRICED[found.why])}, ensure_ascii=False))
            continue
        sums.add(found)
        print(",\n" if counts["lines"] else "\n", json.dumps(_line(card, found), ensure_ascii=False), sep="", end="", file=out)
        counts["lines"] += 1
    made = [_bill(card, bill) for bill in bills(card, sums, given)]
    print(f'\n], "bills": {json.dumps(made, ensure_ascii=False)}, "unpriced": [{", ".join(left)}], "counts": {json.dumps(counts)}}}', file=out)
    return EXIT_UNPRICED if counts["unpriced"] else 0


_MOST = 1000
"""Events without a price that are named; all are counted."""


def both(text: Text) -> dict[str, str]:
    return {"ko": text.ko, "en": text.en}


def amount(card: Card, value: int) -> str:
    """Exact, in major units, as a string: no reader makes a float of it."""
    return str(Decimal(value).scaleb(-card.digits))


def _line(card: Card, line: Line) -> dict[str, Any]:
    return {
        "event": line.event.id, "part": line.part, "company": line.event.company, "month": line.month.strftime("%Y-%m"),
        "item": line.item.code, "version": line.version, "units": number(line.units), "amount": amount(card, line.amount),
        "net": amount(card, line.net),
        "reasons": [{"rule": r.rule, "version": r.version, **both(r.text)} for r in chain(card, line)],
    }  # fmt: skip


def _bill(card: Card, bill: Bill) -> dict[str, Any]:
    def reason(step: Step) -> dict[str, str]:
        return {"rule": step.rule, **both(say(card, step))}

    def money(**values: int) -> dict[str, str]:
        return {name: amount(card, value) for name, value in values.items()}

    return {
        "company": bill.company, "month": bill.month.strftime("%Y-%m"),
        "rows": [
            {"kind": r.kind, "code": r.code, "label": both(r.label), **money(net=r.net, tax=r.tax, gross=r.gross), "reason": reason(r.step)}
            for r in bill.rows
        ],
        "taxes": [
            {"category": t.tax.category, **money(base=t.base, tax=t.amount), "reason": reason(t.step)} for t in bill.taxes
        ],
        **money(net=bill.net, tax=bill.tax, gross=bill.gross),
        "wallets": [{"code": p.code, **money(paid=p.amount), "reason": reason(p.step)} for p in bill.wallets],
        **money(rounding=bill.rounding, payable=bill.payable), "reason": reason(bill.document),
    }  # fmt: skip


def _in_lines(card: Card, events: Sorted, given: credits.Credits) -> int:
    """A table for people: what each company pays a month, row by row."""
    sums, unpriced = Sums(spans=given.spans), 0
    for found in rate(card, events, volume_totals(card, events)):
        if isinstance(found, Line):
            sums.add(found)
            continue
        unpriced += 1
        if unpriced <= 20:
            tell(f"! {found.event.id}: {UNPRICED[found.why]}")
    for bill in bills(card, sums, given):
        tell(f"{bill.company}  {bill.month:%Y-%m}")
        _table((str(r.label), minor(r.net, card), str(say(card, r.step))) for r in bill.rows)
        _table(_end(card, bill))
    if unpriced:
        tell(Text(ko=f"값을 매기지 못한 사용: {unpriced:,}건", en=f"Uses without a price: {unpriced:,}"))
    return EXIT_UNPRICED if unpriced else 0


def _end(card: Card, bill: Bill) -> Iterable[tuple[str, str, str]]:
    words = {"net": Text(ko="공급가액", en="Net"), "tax": Text(ko="세액", en="Tax"), "gross": Text(ko="합계", en="Gross")}
    yield str(words["net"]), minor(bill.net, card), ""
    yield str(words["tax"]), minor(bill.tax, card), " · ".join(str(say(card, t.step)) for t in bill.taxes)
    yield str(words["gross"]), minor(bill.gross, card), ""
    for paid in bill.wallets:
        yield str(paid.label), minor(-paid.amount, card), str(say(card, paid.step))
    yield str(Text(ko="내실 금액", en="To pay")), minor(bill.payable, card), str(say(card, bill.document)) if bill.rounding else ""


def _table(rows: Iterable[tuple[str, str, str]]) -> None:
    for label, value, why in rows:
        tell(f"  {label:<28} {value:>16}  {why}".rstrip())
