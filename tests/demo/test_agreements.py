"""The demonstration's agreements: in both languages, of believable size, with a chain and two that lapsed or withdrew."""

from squaremile.cli.demo.network.agreement_list import BODIES, DEALS


def hangul(text: str) -> bool:
    return any("가" <= letter <= "힣" for letter in text)


def test_every_word_in_both_languages():
    pairs = [*((ko, en) for _, _, ko, en, _ in BODIES), *(d.title for d in DEALS), *(d.scope for d in DEALS)]
    pairs += [d.says for d in DEALS if d.says[0]] + [(p[3], p[4]) for d in DEALS for p in d.promises]
    pairs += [(d.ending[3], d.ending[4]) for d in DEALS if d.ending and d.ending[3]]
    assert [pair for pair in pairs if not hangul(pair[0]) or hangul(pair[1]) or not pair[1].strip()] == []


def test_a_chain_and_ends_with_reasons():
    keys = [d.key for d in DEALS]
    assert len(keys) == len(set(keys)) == 25
    assert all(d.after in keys[: n] for n, d in enumerate(DEALS) if d.after), "what comes before is made before"
    assert {d.ending[1] for d in DEALS if d.ending} == {"lapsed", "withdrawn", "completed"}
    assert [d.type for d in DEALS if d.key in ("C1", "C2", "C3", "C4")] == ["LOI", "MOU", "MOA", "collaborative_research"]


def test_far_less_came_than_was_promised():
    won = [p for d in DEALS for p in d.promises if p[1] == "KRW"]
    promised = sum(p[2] for p in won)
    came = sum(p[2] * max((s for _, state, s in p[5] if state in ("arrived", "completed")), default=0) // 100 for p in won)
    assert came / promised < 0.25
