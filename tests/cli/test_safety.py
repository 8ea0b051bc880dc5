"""`squaremile safety`: limits and sums without a server."""

import json

import pytest

from squaremile.cli.main import main
from squaremile.kernel import clock
from squaremile.safety.policies import passport
from tests.safety.policies.test_passport import KEY, NOW, issued


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def told(capsys, *words):
    assert main(["safety", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys, *words):
    assert main(["safety", *words]) == 2
    return capsys.readouterr().err.strip()


def listed(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "items.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


def test_a_limit_with_its_arithmetic(capsys):
    found = told(capsys, "limit", "--pack", "us-ibc", "--class", "flammable-IB", "--floor", "4", "--sprinklered", "--condition", "storage")
    assert (found["limit"], found["unit"], found["certainty"]) == (30, "gal", "B")
    assert found["arithmetic"].endswith("= 30 gal")
    assert "S30" in found["source"]


def test_a_basement_too_deep_is_a_limit_of_nothing_with_its_reason(capsys):
    found = told(capsys, "limit", "--class", "IB", "--floor", "-3")
    assert (found["limit"], found["reason"]) == (0, "Nothing is allowed 3 storeys below the entrance floor.")


@pytest.mark.parametrize(("words", "says"), [
    (("limit", "--class", "castle", "--floor", "1"), "has no such class: castle"), (("limit", "--class", "IB", "--floor", "0"), "no storey 0"),
    (("limit", "--class", "IB", "--floor", "1", "--pack", "moon"), "No such rule pack: moon. There are: kr-chemicals, kr-fire"),
])  # fmt: skip
def test_what_cannot_be_answered(capsys, words, says):
    assert says in refused(capsys, *words)


def test_the_korean_sum(capsys, tmp_path):
    path = listed(tmp_path, "substance,amount,state\nacetone,40 L,liquid\n에탄올,20 L,액체\n60-29-7,5 L,liquid\n")
    found = told(capsys, "sum", "--pack", "kr-fire", "--items", path)
    assert (found["sum"], found["verdict"], found["at_least"]) == (0.25, "small_quantity", False)
    assert [line["class"] for line in found["items"]] == ["4-1-soluble", "4-alcohol", "4-special"]


def test_the_american_sum(capsys, tmp_path):
    path = listed(tmp_path, "name;amount;unit;class;condition\nA;70;gal;IB;storage\nB;55;gal;flammable-IB;\n")
    found = told(capsys, "sum", "--pack", "us-ibc", "--items", path, "--floor", "1")
    assert found["over"]
    over = [(s["class"], s["total"], s["limit"]) for s in found["sums"] if s["over"]]
    assert over == [("flammable-IB", 125, 120), ("flammable-combination", 125, 120)]


def test_what_is_not_known_is_counted_as_unclassified(capsys, tmp_path):
    path = listed(tmp_path, "substance,amount\nunobtainium X,5 L\nacetone,1 L\n")
    found = told(capsys, "sum", "--pack", "kr-fire", "--items", path)
    assert ([u["substance"] for u in found["unclassified"]], found["at_least"]) == (["unobtainium X"], True)


def test_oxidisers_without_a_flash_point_count_by_their_name(capsys, tmp_path):
    path = listed(tmp_path, "substance,amount\nhydrogen peroxide,300 kg\n질산,100 L\n")
    found = told(capsys, "sum", "--pack", "kr-fire", "--items", path)
    assert (found["verdict"], [line["class"] for line in found["items"]]) == ("licensed", ["6", "6"])


def test_a_cubic_metre_of_liquid_is_a_thousand_litres(capsys, tmp_path):
    path = listed(tmp_path, "substance,amount,state\nacetone,1 m3,liquid\n")
    assert told(capsys, "sum", "--pack", "kr-fire", "--items", path)["sum"] == 2.5
    assert "say which" in refused(capsys, "sum", "--pack", "kr-fire", "--items", listed(tmp_path, "substance,amount\nacetone,1 m3\n"))


def test_flash_points_given_in_the_file_decide(capsys, tmp_path):
    path = listed(tmp_path, "substance,amount,flash_c,boil_c,water_soluble\nmine,10 L,-20,56,no\n")
    assert told(capsys, "sum", "--pack", "kr-fire", "--items", path)["items"][0]["class"] == "4-1"
    assert told(capsys, "sum", "--pack", "us-ibc", "--items", path)["items"][0]["class"] == "flammable-IB"


def test_a_korean_file_of_a_spreadsheet_is_read(capsys, tmp_path):
    path = listed(tmp_path, "물질,수량,단위\n아세톤,40,L\n", "cp949")
    assert told(capsys, "sum", "--pack", "kr-fire", "--items", path)["sum"] == 0.1


@pytest.mark.parametrize(("text", "says"), [
    ("substance,amount\nacetone,-5 L\n", "Line 2, amount: '-5 L' cannot be used"), ("substance,amount\nacetone,5\n", "no amount with a unit"),
    ("substance,amount\n67-64-2,5 L\n", "its check digit is wrong"), ("a,b\n1,2\n", "needs the columns amount and one of"),
    ("substance,amount,class\nx,5 L,castle\n", "us-ibc has no such class"), ("substance,amount,state\nx,5 L,plasma\n", "none of liquid"),
    ("substance,amount\n", "holds no line"), ("substance,amount,class\nx,5 kg,flammable-gas\n", "cannot be added up"),
    ("substance,amount,flash_c\nx,5 L,warm\n", "it is no number"),
])  # fmt: skip
def test_a_line_that_is_wrong_is_named(capsys, tmp_path, text, says):
    assert says in refused(capsys, "sum", "--pack", "us-ibc", "--items", listed(tmp_path, text))


def test_what_cannot_be_added_up_is_named_with_its_line(capsys, tmp_path, monkeypatch):
    path = listed(tmp_path, "substance,amount\n에탄올,1 L\n67-64-1,3 kg\nacetone,2 kg\n")
    words = ("sum", "--pack", "kr-fire", "--items", path)
    says = refused(capsys, *words)
    assert ("line 3, 67-64-1; line 4, acetone: a weight becomes a volume by the density" in says, "에탄올" in says) == (True, False)
    gas = listed(tmp_path, "substance,amount,class\nx,5 kg,flammable-gas\n")
    assert "line 2, x: cf does not measure a weight" in refused(capsys, "sum", "--pack", "us-ibc", "--items", gas)
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    assert refused(capsys, "sum", "--pack", "us-ibc", "--items", gas) == "더할 수 없습니다: 2번째 줄 x: cf: 무게의 단위가 아닙니다."


def test_each_line_has_its_own_reason_and_the_sum_outside_cabinets_is_marked(capsys, tmp_path):
    lines = ("x,10 gal,-20,56,no,yes", "x,5 gal,30,90,no,no", "y,1 gal,,,,")
    path = listed(tmp_path, "\n".join(("substance,amount,flash_c,boil_c,water_soluble,cabinet", *lines)))
    for pack in ("us-ibc", "kr-fire"):
        found = told(capsys, "sum", "--pack", pack, "--items", path, "--cabinet")
        assert [(line["line"], why in line["why"]) for line, why in zip(found["items"], ("-20", "30"), strict=True)] == [(2, True), (3, True)]
        assert [(each["line"], each["substance"]) for each in found["unclassified"]] == [(4, "y")]
    found = told(capsys, "sum", "--pack", "us-ibc", "--items", path, "--cabinet")
    assert [(s["outside"], s["total"]) for s in found["sums"] if s["class"] == "flammable-combination"] == [(False, 15), (True, 5)]
    both = told(capsys, "sum", "--pack", "us-ibc", "--items", listed(tmp_path, "substance,amount,class\nx,5 gal,IB+corrosive\n"))
    assert [line["class"] for line in both["items"]] == ["flammable-IB", "corrosive"]


@pytest.mark.parametrize(("words", "says"), [
    (("limit", "--class", "IB", "--floor", "0"), "한도를 낼 수 없습니다: 0층은 없습니다"),
    (("limit", "--pack", "nfpa-45", "--class", "class-I", "--floor", "1", "--lab-unit", "B"), "실험 단위의 면적을 알아야 합니다"),
    (("limit", "--pack", "kr-fire", "--class", "4-1", "--floor", "1"), "지정수량의 묶음이라"),
    (("sum", "substance,amount\nacetone,5 카트\n"), "알 수 없는 단위 '카트'"),
    (("sum", "substance,amount\nacetone,viel\n"), "단위가 있는 양이 아닙니다"),
    (("sum", "substance,amount\n67-64-2,5 L\n"), "검증 숫자가 맞지 않습니다"),
    (("sum", "substance,amount,state\nx,5 L,plasma\n"), "가운데 하나여야"),
    (("sum", "substance,amount,class\nx,5 L,castle\n"), "그런 등급이 없습니다"),
    (("sum", "substance,amount,flash_c\nx,5 L,warm\n"), "숫자가 아닙니다"),
    (("sum", "substance,amount,density\nx,5 L,-1\n"), "0보다 커야"), (("sum", "substance,amount\nx,1 m3\n"), "어느 쪽인지"),
])  # fmt: skip
def test_a_refusal_is_korean_throughout_where_it_is_asked_for(capsys, tmp_path, monkeypatch, words, says):
    monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
    if words[0] == "sum":
        words = ("sum", "--pack", "us-ibc", "--items", listed(tmp_path, words[1]))
    said = refused(capsys, *words)
    assert says in said
    assert not [each for each in (" is ", " it ", " no ", "which") if each in said]


def test_a_passport_is_good_by_the_keys_of_its_issuer_alone(capsys, tmp_path, monkeypatch):
    path, mine = tmp_path / "passport.json", passport.public_key(KEY)
    path.write_text(json.dumps(issued()), encoding="utf-8")
    with clock.as_of(NOW):
        for keys, code, good, says in (
            ((), 3, None, "the issuer is not known"), ((mine,), 0, True, "by a key of the issuer"), (("z6MkOther",), 1, False, "none of"),
        ):
            given = [word for key in keys for word in ("--key", key)]
            assert main(["safety", "passport", "verify", str(path), *given, "--json"]) == code
            found = json.loads(capsys.readouterr().out)
            assert (found["good"], says in found["says"][0], "Whether it was revoked" in found["says"][1]) == (good, True, True)
        monkeypatch.setenv("LC_ALL", "ko_KR.UTF-8")
        assert main(["safety", "passport", "verify", str(path)]) == 3
        assert "누가 발급했는지 알 수 없습니다" in capsys.readouterr().out


def test_a_row_without_a_source_is_named(capsys, tmp_path):
    from importlib.resources import files

    text = files("squaremile.safety.packs").joinpath("kr-fire.toml").read_text(encoding="utf-8")
    head, found, tail = text.partition('code = "1-chlorate"')
    path = tmp_path / "pack.toml"
    path.write_text(head + found + tail.replace('source = "S114"\n', "", 1), encoding="utf-8")
    assert main(["safety", "packs", "--check", str(path)]) == 1
    assert capsys.readouterr().err.strip() == "1-chlorate has no source"


def test_packs_are_listed_and_checked(capsys, tmp_path):
    assert {"kr-fire", "nfpa-45", "us-ibc", "kr-lab-safety"} <= {p["code"] for p in told(capsys, "packs")["packs"]}
    broken = tmp_path / "pack.toml"
    broken.write_text("[pack]\ncode = 'x'\n")
    assert "cannot be read as a rule pack" in refused(capsys, "packs", "--check", str(broken))


def test_two_editions_side_by_side(capsys, tmp_path):
    from importlib.resources import files

    text = files("squaremile.safety.packs").joinpath("us-ibc.toml").read_text(encoding="utf-8")
    newer = tmp_path / "newer.toml"
    newer.write_text(text.replace("percent = 75", "percent = 70", 1), encoding="utf-8")
    found = told(capsys, "pack", "diff", "us-ibc", str(newer))
    assert found["changed"] == 1
    assert (found["rows"][0]["row"].partition(":")[0], "75 %" in found["rows"][0]["was"], "70 %" in found["rows"][0]["is"]) == (
        "floor", True, True,
    )  # fmt: skip
    assert told(capsys, "pack", "diff", "us-ibc", "us-ibc")["changed"] == 0
    assert "No such pack or file: moon" in refused(capsys, "pack", "diff", "us-ibc", "moon")


def test_a_laboratory_unit(capsys, tmp_path):
    unit = ("--lab-unit", "b", "--square-feet", "2,000")
    found = told(capsys, "limit", "--pack", "nfpa-45", "--class", "class-I", "--floor", "4", *unit)
    assert (found["limit"], found["unit"], found["certainty"], found["control_areas"]) == (100, "gal", "B", None)
    path = listed(tmp_path, "substance,amount,flash_c\nmine,120 gal,-20\nyours,10 gal,45\n")
    found = told(capsys, "sum", "--pack", "nfpa-45", "--items", path, "--floor", "4", *unit)
    assert [(s["class"], s["total"], s["limit"], s["over"]) for s in found["sums"]] == [("class-I", 120, 100, True), ("total", 130, 200, False)]
    assert "floor area is not known" in refused(capsys, "sum", "--pack", "nfpa-45", "--items", path, "--lab-unit", "B")
    assert "This is no area" in refused(capsys, "limit", "--pack", "nfpa-45", "--class", "class-I", "--floor", "1", "--square-feet", "big")


def test_packs_of_duties_are_read_and_count_nothing(capsys):
    found = told(capsys, "packs", "kr-lab-safety")
    row = next(row for row in found["rows"] if row["row"] == "duty:training-regular-high")
    assert ("6 hours each half-year" in row["says"], row["certainty"], bool(found["not_here"])) == (True, "A", True)
    assert "holds duties and no limits" in refused(capsys, "limit", "--pack", "kr-lmo", "--class", "x", "--floor", "1")
    old, new = (told(capsys, "packs", "kr-chemicals", "--on", day) for day in ("2025-08-06", "2025-08-07"))
    assert [any(r["row"] == "class:toxic" for r in each["rows"]) for each in (old, new)] == [True, False]
    assert "No edition of kr-lab-safety holds on 2001-01-01" in refused(capsys, "packs", "kr-lab-safety", "--on", "2001-01-01")


def test_the_command_classes_as_the_pages_do(capsys, tmp_path):
    """Nitric acid weighs by its own density, not by that of the first substance of its class."""
    path = listed(tmp_path, "substance,amount\n질산,100 L\n")
    assert told(capsys, "sum", "--pack", "kr-fire", "--items", path)["items"][0]["amount"] == 149
