"""The spreadsheet that the six months are checked against. `python -m tests.scenarios.six_months.sheet` writes it anew.

What happened and the rules are typed here; everything else is a formula, written from docs/billing and worked out by
`formulas`, which knows spreadsheets and not billing. So the figures come from another hand than the product's.
"""

import csv
import io
import zipfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from xml.sax.saxutils import escape

from tests.scenarios.six_months.formulas import Book, Formulas, Value

HERE = Path(__file__).parent
XLSX, CSV = HERE / "six-months.xlsx", HERE / "six-months.csv"
MONTHS = ("2027-03", "2027-04", "2027-05", "2027-06", "2027-07", "2027-08")
DAYS = {"2027-03": 31, "2027-04": 30, "2027-05": 31, "2027-06": 30, "2027-07": 31, "2027-08": 31}
RULES: tuple[tuple[str, str | int | Decimal], ...] = (
    ("Hour at the confocal microscope, first price (won)", 45_000),
    ("Hour at the confocal microscope, from the day below (won)", 50_000),
    ("Day of the change of price", "2027-05-17"),
    ("Confocal: minutes are rounded up to steps of", 15),
    ("Confocal: at least so many minutes a use", 30),
    ("Confocal: most that one person costs in a month (won)", 400_000),
    ("Cytometer: hours of the month at the first rate", 2),
    ("Cytometer: first rate (won an hour)", 60_000),
    ("Cytometer: further hours (won an hour)", 30_000),
    ("A box of tips (won)", 45_000),
    ("Golden ticket: most it pays of rent in all (won)", 1_500_000),
    ("Subsidy: share of the use of instruments", Decimal("0.8")),
    ("Subsidy: most in a year (won)", 2_000_000),
    ("VAT", Decimal("0.1")),
    ("Bills are rounded down to (won)", 10),
    ("Taken off the confocal line of April after its dispute (won)", 30_000),
    ("Taken back of the confocal line of May by credit note (won)", 50_000),
    ("Paid into the wallet in July (won)", 200_000),
    ("Deposit of the licence (won)", 1_000_000),
    ("Paid above the bill of July (won)", 100_000),
)
(
    FIRST, SECOND, CHANGE, STEP, LEAST, MOST, TIER, TIER_1, TIER_2, BOX, TICKET, SHARE, YEAR, VAT, UNIT, DISPUTED, CREDITED, WALLET, DEPOSIT,
    ABOVE,
) = (f"Rules!$B${n}" for n in range(2, len(RULES) + 2))  # fmt: skip
USES = (
    ("2027-03-09", "hana", "CONFOCAL", "10:00", "11:37"), ("2027-03-16", "haeun", "CONFOCAL", "13:00", "14:20"),
    ("2027-03-23", "hana", "CYTO", "10:00", "13:00"), ("2027-03-30", "hana", "CONFOCAL", "09:30", "09:50"),
    ("2027-04-06", "hana", "CONFOCAL", "09:00", "13:50"), ("2027-04-13", "hana", "CONFOCAL", "09:00", "12:10"),
    ("2027-04-15", "haeun", "CONFOCAL", "14:00", "16:01"), ("2027-04-20", "hana", "CONFOCAL", "10:00", "12:00"),
    ("2027-04-22", "haeun", "CYTO", "10:00", "11:41"), ("2027-04-28", "haeun", "CONFOCAL", "15:00", "15:40", "2027-05-06"),
    ("2027-05-04", "hana", "CONFOCAL", "09:00", "13:00"), ("2027-05-12", "haeun", "CONFOCAL", "10:00", "14:30"),
    ("2027-05-17", "hana", "CONFOCAL", "09:00", "11:07"), ("2027-05-19", "haeun", "CYTO", "10:00", "13:30"),
    ("2027-05-25", "hana", "CONFOCAL", "13:00", "16:00"), ("2027-05-27", "haeun", "CONFOCAL", "10:00", "12:00"),
    ("2027-06-01", "hana", "CONFOCAL", "09:00", "15:00"), ("2027-06-03", "haeun", "CONFOCAL", "09:00", "15:00"),
    ("2027-06-08", "hana", "CONFOCAL", "10:00", "13:00"), ("2027-06-10", "haeun", "CYTO", "10:00", "13:20"),
    ("2027-06-15", "haeun", "CONFOCAL", "10:00", "10:52"), ("2027-06-22", "hana", "CYTO", "13:00", "14:07"),
    ("2027-07-06", "hana", "CONFOCAL", "09:00", "12:33"), ("2027-07-13", "haeun", "CYTO", "10:00", "12:30"),
    ("2027-07-20", "haeun", "CONFOCAL", "10:00", "12:00"), ("2027-08-03", "hana", "CONFOCAL", "10:00", "11:25"),
    ("2027-08-11", "haeun", "CONFOCAL", "14:00", "14:31"),
)  # fmt: skip
"""Day, who, instrument, checked in, checked out; the day on which it was recorded where that was late."""
BOXES = (("2027-04-14", "hana", 2), ("2027-06-17", "haeun", 3))
TERMS = (
    ("rent", "2027-03-08", "2027-03-31", 500_000), ("rent", "2027-04-01", "2027-04-30", 500_000), ("rent", "2027-05-01", "2027-05-31", 500_000),
    ("rent", "2027-06-01", "2027-06-15", 500_000), ("rent", "2027-06-16", "2027-06-30", 1_000_000),
    ("rent", "2027-07-01", "2027-07-31", 1_000_000), ("rent", "2027-08-01", "2027-08-20", 1_000_000),
    ("membership", "2027-03-08", "2027-03-31", 200_000), ("membership", "2027-04-01", "2027-04-18", 200_000),
    ("membership", "2027-04-19", "2027-04-30", 300_000), ("membership", "2027-05-01", "2027-05-31", 300_000),
    ("membership", "2027-06-01", "2027-06-30", 300_000), ("membership", "2027-07-01", "2027-07-11", 300_000),
    ("membership", "2027-07-12", "2027-07-31", 200_000), ("membership", "2027-08-01", "2027-08-20", 200_000),
)  # fmt: skip
"""What, from, to (both in it), a month: the first bench, a second one in June; two heads, three from April on, two from July."""
PAID = ("2027-04-12", "2027-06-02", "2027-06-08", "2027-07-12", "2027-08-12", "2027-09-10")


class Page:
    """A sheet that grows by rows."""

    def __init__(self, *head: str) -> None:
        self.cells: dict[str, object] = {}
        self.last = 0
        self.row(*head)

    def row(self, *values: object) -> int:
        """`{n}` in a formula is the row's own number."""
        self.last += 1
        for letter, value in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", values, strict=False):
            if value != "":
                self.cells[f"{letter}{self.last}"] = value.replace("{n}", str(self.last)) if isinstance(value, str) else value
        return self.last


def uses() -> Page:
    page = Page(
        "Day", "Who", "Instrument", "In", "Out", "Recorded late", "Month", "Minutes", "Minutes billed", "Hours", "Version", "Hours before",
        "Amount", "Person before", "Net", "Billed in", "Kind",
    )
    for n, use in enumerate(USES, 2):
        above = f"${{0}}$1:{{0}}{n - 1}"

        def so_far(column: str, above: str = above) -> str:
            cells = above.format(column)
            return f'SUMIFS({cells},{above.format("G")},G{{n}},{above.format("C")},C{{n}}'

        page.row(
            *use, *[""] * (6 - len(use)), "=LEFT(A{n},7)",
            "=VALUE(LEFT(E{n},2))*60+VALUE(RIGHT(E{n},2))-VALUE(LEFT(D{n},2))*60-VALUE(RIGHT(D{n},2))",
            f'=IF(C{{n}}="CONFOCAL",MAX({LEAST},CEILING(H{{n}},{STEP})),H{{n}})', "=I{n}/60", f"=IF(A{{n}}>={CHANGE},2,1)",
            f'={so_far("J")})',
            f'=IF(C{{n}}="CONFOCAL",ROUND(J{{n}}*IF(K{{n}}=2,{SECOND},{FIRST}),0),'
            f"ROUND(MIN(J{{n}},MAX(0,{TIER}-L{{n}}))*{TIER_1}+MAX(0,J{{n}}-MAX(0,{TIER}-L{{n}}))*{TIER_2},0))",
            f'={so_far("O")},{above.format("B")},B{{n}})', f'=IF(C{{n}}="CONFOCAL",MIN(M{{n}},MAX(0,{MOST}-N{{n}})),M{{n}})',
            '=IF(F{n}="",G{n},LEFT(F{n},7))', '=IF(F{n}="","use","late")',
        )
    return page


def boxes() -> Page:
    page = Page("Day", "Who", "Boxes of tips", "Month", "Net")
    for each in BOXES:
        page.row(*each, "=LEFT(A{n},7)", f"=C{{n}}*{BOX}")
    return page


def terms() -> Page:
    page = Page("What", "From", "To", "A month", "Month", "Days", "Of", "Share")
    for each in TERMS:
        page.row(*each, "=LEFT(B{n},7)", "=VALUE(RIGHT(C{n},2))-VALUE(RIGHT(B{n},2))+1", DAYS[each[1][:7]], "=D{n}*F{n}/G{n}")
    return page


def bills() -> tuple[Page, dict[str, dict[str, int]]]:
    """Each month's lines and totals; and in which row each total and each line stands."""
    page = Page("Month", "Kind", "Item", "Version", "Of", "Net", "Tax rounded down", "Tax", "Gross", "Net without sign")
    at: dict[str, dict[str, int]] = {}
    for month in MONTHS:
        at[month] = _bill(page, month, at)
    return page, at


def _bill(page: Page, month: str, earlier: dict[str, dict[str, int]]) -> dict[str, int]:
    at, first = dict[str, int](), page.last + 1
    lines = sorted({
        (u[2], 2 if u[0] >= "2027-05-17" else 1, "late" if len(u) > 5 else "use", u[0][:7])
        for u in USES if (u[5] if len(u) > 5 else u[0])[:7] == month
    })
    last = first + len(lines) + sum(b[0][:7] == month for b in BOXES) + (month == "2027-04") + (month < "2027-08") + 2
    end = len(USES) + 1
    tax = (
        "=TRUNC(F{n}*" + VAT + ")",
        f"=G{{n}}+IF(MATCH(MAX($J${first}:J${last}),$J${first}:J${last},0)={{n}}-{first - 1},F{last + 2}-SUM($G${first}:G${last}),0)",
        "=F{n}+H{n}", "=ABS(F{n})",
    )  # fmt: skip

    def line(name: str, kind: str, item: str, version: object, of: str, net: str) -> None:
        at[name] = page.row(month, kind, item, version, of, net, *tax)

    for item, version, kind, of in lines:
        line(
            f"{kind}:{item}:{version}", kind, item, version, of,
            f"=SUMIFS(Uses!$O$2:O${end},Uses!$C$2:C${end},C{{n}},Uses!$K$2:K${end},D{{n}},Uses!$G$2:G${end},E{{n}},"
            f"Uses!$P$2:P${end},A{{n}},Uses!$Q$2:Q${end},B{{n}})",
        )
    if any(b[0][:7] == month for b in BOXES):
        version = 2 if month >= "2027-06" else 1
        line(f"use:TIPS:{version}", "use", "TIPS", version, month, f"=SUMIFS(Boxes!$E$2:E${len(BOXES) + 1},Boxes!$D$2:D${len(BOXES) + 1},A{{n}})")
    all_ = len(TERMS) + 1
    share = f"=ROUND(SUMIFS(Terms!$H$2:H${all_},Terms!$A$2:A${all_},C{{n}},Terms!$E$2:E${all_},A{{n}}),0)"
    for what in ("membership", "rent"):
        line(f"{what}:{what}:0", what, what, 0, month, share)
    if month == "2027-04":
        line("adjustment", "adjustment", "dispute", 1, month, f"=-{DISPUTED}")
    _vouchers(month, at, earlier, line)
    assert page.last == last
    for name, formula in (
        ("net", f"=SUM(F{first}:F{last})"), ("tax", f"=ROUND(F{last + 1}*{VAT},0)"), ("gross", f"=F{last + 1}+F{last + 2}"),
        ("prepaid", f"=MIN({WALLET},F{last + 3})" if month == "2027-07" else 0), ("rounding", f"=F{last + 6}-F{last + 3}+F{last + 4}"),
        ("payable", f"=FLOOR(F{last + 3}-F{last + 4},{UNIT})"),
    ):
        at[name] = page.row(month, name, "", "", "", formula)
    return at


def _vouchers(month: str, at: dict[str, int], earlier: dict[str, dict[str, int]], line: object) -> None:
    """The ticket pays rent up to its sum; the subsidy four fifths of what is left of the use, up to the year's cap. What a credit
    note gave back is free again."""

    def given(base: str, share: str, most: str, code: str, back: str = "0") -> str:
        before = "-".join(["0", *(f"F{rows[f'voucher:{code}']}" for rows in earlier.values() if f"voucher:{code}" in rows)])
        return f"=-MIN(ROUND(({base})*{share},0),MAX(0,{most}-({before}-{back})))"

    use = "+".join(f"F{n}" for name, n in at.items() if name.split(":")[0] in ("use", "late", "adjustment") and "TIPS" not in name)
    if month < "2027-08":
        line("voucher:golden", "voucher", "golden ticket", 0, month, given(f"F{at['rent:rent:0']}", "1", TICKET, "golden"))  # type: ignore[operator]
    back = "Credit!F3" if month > "2027-05" else "0"
    line("voucher:subsidy", "voucher", "subsidy", 0, month, given(use, SHARE, YEAR, "subsidy", back))  # type: ignore[operator]


def credit(at: dict[str, dict[str, int]]) -> Page:
    """Of May's invoice, in June: an hour at the microscope, and the subsidy's share of it."""
    page, may = Page("Month", "Kind", "Item", "Version", "Of", "Net", "Tax", "Gross"), at["2027-05"]
    for kind, item, row, net in (
        ("use", "CONFOCAL", may["use:CONFOCAL:2"], f"=-{CREDITED}"), ("voucher", "subsidy", may["voucher:subsidy"], f"={CREDITED}*{SHARE}"),
    ):
        tax = f"=-ROUND(-F{{n}}*Bills!H{row}/Bills!F{row},0)" if kind == "use" else f"=ROUND(F{{n}}*Bills!H{row}/Bills!F{row},0)"
        page.row("2027-05", kind, item, 2 if kind == "use" else 0, "2027-05", net, tax, "=F{n}+G{n}")
    page.row("2027-05", "total", "", "", "", "=SUM(F2:F3)", "=SUM(G2:G3)", "=SUM(H2:H3)")
    return page


def statement(at: dict[str, dict[str, int]]) -> Page:
    page = Page("Day", "What", "Of", "Owed", "Paid", "Balance")
    bill = {month: f"Bills!F{rows['payable']}" for month, rows in at.items()}
    paid = {
        month: f"={bill[month]}" + {"2027-06": "+Credit!H4", "2027-07": f"+{ABOVE}", "2027-08": f"-{ABOVE}"}.get(month, "") for month in MONTHS
    }
    rows = [(f"2027-{int(month[5:]) + 1:02d}-04", "invoice", month, f"={bill[month]}", "") for month in MONTHS]
    rows += [(PAID[n], "payment", month, "", paid[month]) for n, month in enumerate(MONTHS)]
    for day, what, month, owed, came in sorted([*rows, ("2027-06-10", "credit note", "2027-05", "=Credit!H4", "")]):
        page.row(day, what, month, owed, came, "=SUM(D$2:D{n})-SUM(E$2:E{n})")
    return page


def books(at: dict[str, dict[str, int]], lines: Page, told: Page) -> Page:
    """What each book stands at when all is over: debit above nought."""
    page, last, end = Page("Book", "Stands at"), lines.last, told.last

    def sold(*kinds: str) -> str:
        return "".join(f'-SUMIFS(Bills!F2:F{last},Bills!B2:B{last},"{k}")-SUMIFS(Credit!F2:F3,Credit!B2:B3,"{k}")' for k in kinds)

    page.row("bank", f"=SUM(Statement!E2:E{end})+{WALLET}")
    page.row("receivable", f"=SUM(Statement!D2:D{end})-SUM(Statement!E2:E{end})")
    for book, kind in (
        ("revenue:use", "use"), ("revenue:late", "late"), ("revenue:rent", "rent"), ("revenue:membership", "membership"),
        ("revenue:adjustment", "adjustment"), ("voucher", "voucher"),
    ):
        page.row(book, f"=0{sold(kind)}")
    page.row("tax", f'=0-SUMIFS(Bills!F2:F{last},Bills!B2:B{last},"tax")-Credit!G4')
    page.row("rounding", f'=0-SUMIFS(Bills!F2:F{last},Bills!B2:B{last},"rounding")')
    page.row("wallet", f'=SUMIFS(Bills!F2:F{last},Bills!B2:B{last},"prepaid")-{WALLET}')
    page.row("all", "=SUM(B2:B12)")
    return page


def book() -> Book:
    rules = Page("Rule", "Figure")
    for each in RULES:
        rules.row(*each)
    lines, at = bills()
    told = statement(at)
    pages = {
        "Rules": rules, "Uses": uses(), "Boxes": boxes(), "Terms": terms(), "Bills": lines, "Credit": credit(at), "Statement": told,
        "Books": books(at, lines, told),
    }  # fmt: skip
    return {name: page.cells for name, page in pages.items()}


def shown(value: Value | bool) -> str:
    """As a spreadsheet keeps it: whole where it is, else to fifteen digits."""
    if isinstance(value, str):
        return value
    value = Fraction(value)
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.15g}"


def place(cell: str) -> tuple[int, str]:
    return int(cell[1:]), cell[0]


def as_csv(made: Book) -> str:
    """Cell by cell, to read in a review."""
    worked, out = Formulas(made), io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("sheet", "cell", "value", "formula"))
    for sheet, cells in made.items():
        for cell in sorted(cells, key=place):
            typed = cells[cell]
            formula = typed if isinstance(typed, str) and typed.startswith("=") else ""
            writer.writerow((sheet, cell, shown(worked.value(sheet, cell)), formula))
    return out.getvalue()


def _sheet(made: Book, sheet: str, worked: Formulas) -> str:
    rows: dict[int, list[str]] = {}
    for cell in sorted(made[sheet], key=place):
        typed, value = made[sheet][cell], worked.value(sheet, cell)
        formula = f"<f>{escape(typed[1:])}</f>" if isinstance(typed, str) and typed.startswith("=") else ""
        if isinstance(value, str) and not formula:
            said = f'<c r="{cell}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
        else:
            said = f'<c r="{cell}"{" t=" + chr(34) + "str" + chr(34) if isinstance(value, str) else ""}>{formula}<v>{escape(shown(value))}</v></c>'
        rows.setdefault(place(cell)[0], []).append(said)
    body = "".join(f'<row r="{n}">{"".join(cells)}</row>' for n, cells in rows.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f'<cols><col min="1" max="1" width="46" customWidth="1"/><col min="2" max="17" width="15" customWidth="1"/></cols>'
        f"<sheetData>{body}</sheetData></worksheet>"
    )


def as_xlsx(made: Book) -> bytes:
    """Formulas with what they came to, so that it can be read without a spreadsheet program and worked out anew in one."""
    worked, out = Formulas(made), io.BytesIO()
    ns, office = "http://schemas.openxmlformats.org", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    numbered = list(enumerate(made, 1))
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    files = {
        "[Content_Types].xml": f'{head}<Types xmlns="{ns}/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        + "".join(f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{kind}.worksheet+xml"/>' for n, _ in numbered) + "</Types>",
        "_rels/.rels": f'{head}<Relationships xmlns="{ns}/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{head}<workbook xmlns="{ns}/spreadsheetml/2006/main" xmlns:r="{office}"><sheets>'
        + "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in numbered)
        + '</sheets><calcPr calcId="0" fullCalcOnLoad="1"/></workbook>',
        "xl/_rels/workbook.xml.rels": f'{head}<Relationships xmlns="{ns}/package/2006/relationships">'
        + "".join(f'<Relationship Id="rId{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in numbered)
        + "</Relationships>",
        **{f"xl/worksheets/sheet{n}.xml": _sheet(made, name, worked) for n, name in numbered},
    }
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    XLSX.write_bytes(as_xlsx(book()))
    CSV.write_text(as_csv(book()), encoding="utf-8")
