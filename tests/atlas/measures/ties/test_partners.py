"""Partners: the score by its definition, every reason true, and gone when its reason is gone."""

import numpy as np
import pytest

from squaremile.atlas.measures.points.sites import globe
from squaremile.atlas.measures.refusing import Unmeasurable
from squaremile.atlas.measures.ties.graph import graph
from squaremile.atlas.measures.ties.partners import LACKED, Weights, aligned, model_of, partners
from squaremile.atlas.measures.ties.profiles import gaps, nearness, profiles

TOPICS = pytest.mark.parametrize("seed", range(4))


def drawn(seed, organisations=30, topics=16):
    random = np.random.default_rng(seed)
    home = random.integers(0, topics, organisations)
    rows = [(o, int(t) % topics) for o in range(organisations) for t in home[o] + random.integers(-2, 3, 5)]
    values = random.integers(1, 9, len(rows))
    return profiles([f"o{o:02}" for o, _ in rows], [f"t{t:02}" for _, t in rows], values)


def tied(seed, organisations=30, ties=120):
    random = np.random.default_rng(seed + 100)
    i, j = random.integers(0, organisations, (2, ties))
    apart = i != j
    names = np.array([f"o{k:02}" for k in range(organisations)], dtype=object)
    return graph(names[i[apart]].tolist(), names[j[apart]].tolist(), random.integers(1, 5, int(apart.sum())))


def by_definition(held, ties, expected, weights):
    """(n, n, 4) parts of the score, dense and slow."""
    x = held.values.toarray()
    length = np.sqrt((x * x).sum(axis=1))
    cosine = (x @ x.T) / np.outer(length, length)
    strong = (x * x.sum() >= np.outer(x.sum(axis=1), x.sum(axis=0))) & (x > 0)
    both = strong.T.astype(float) @ strong
    phi = both / np.maximum(np.maximum.outer(both.diagonal(), both.diagonal()), 1)
    density = (strong @ phi) / phi.sum(axis=0)
    complement = np.zeros_like(cosine)
    for i in range(len(x)):
        lack = sorted(
            (c for c in range(x.shape[1]) if not strong[i, c] and density[i, c] > 0),
            key=lambda c: (-round(density[i, c], 6), c),
        )[:LACKED]
        whole = sum(density[i, c] for c in lack)
        for c in lack:
            complement[i] += strong[:, c] * density[i, c] / whole
    a = ties.matrix.toarray() > 0
    degree = a.sum(axis=1)
    rare = np.where(degree > 1, 1 / np.log(np.maximum(degree, 2)), 0)
    triads = a @ np.diag(rare) @ a
    triads = triads / (1 + triads)
    c = ties.matrix.toarray()
    under = np.where(expected - c >= 1, (expected - c) / (expected + 1), 0)
    return np.stack([cosine, complement, triads, under], axis=2)


@TOPICS
@pytest.mark.parametrize("weights", [Weights(), Weights(0.5, 2, 1, 0.25), Weights(0, 1, 0, 1)])
def test_the_score_is_what_it_says(seed, weights):
    held, ties = drawn(seed), aligned(drawn(seed), tied(seed))
    model, _ = model_of(held, ties, None)
    parts = by_definition(held, ties, model.expected, weights)
    factors = np.array([weights.similarity, weights.complement, weights.triads, weights.gravity])
    score, c = parts @ factors, ties.matrix.toarray()
    found = partners(held, ties, top=6, weights=weights)
    for i, name in enumerate(held.organisations):
        open_ = [j for j in range(len(c)) if j != i and score[i, j] > 1e-12 and (c[i, j] == 0 or parts[i, j, 3] > 0)]
        expected = sorted((score[i, j] for j in open_), reverse=True)[:6]
        assert [s.score for s in found.suggestions[name]] == pytest.approx(expected, abs=2e-6)
        for s in found.suggestions[name]:
            j = held.organisations.index(s.partner)
            assert j in open_
            assert [s.similarity, s.complement, s.triads, s.under_use] == pytest.approx(parts[i, j], abs=2e-6)
            assert s.existing_ties == c[i, j]
            assert s.residual == pytest.approx(c[i, j] - model.expected[i, j])


@TOPICS
def test_every_suggestion_has_a_reason_and_every_reason_is_true(seed):
    held, ties = drawn(seed), aligned(drawn(seed), tied(seed))
    x, strong, a = held.values.toarray(), held.strong.toarray() > 0, ties.matrix.toarray() > 0
    for name, suggested in partners(held, ties, top=8).suggestions.items():
        i = held.organisations.index(name)
        for s in suggested:
            j = held.organisations.index(s.partner)
            assert s.reasons
            shared = sorted((x[i, t] * x[j, t] for t in range(x.shape[1])), reverse=True)
            lengths = np.sqrt((x[i] ** 2).sum() * (x[j] ** 2).sum())
            assert [t.weight for t in s.shared_topics] == pytest.approx([v / lengths for v in shared[:3] if v > 0])
            for t in s.complementary_topics:
                c = held.topics.index(t.topic)
                assert strong[j, c] and not strong[i, c]
            assert s.common_partner_count == int((a[i] & a[j]).sum())
            assert all(
                a[i, held.organisations.index(p)] and a[j, held.organisations.index(p)] for p in s.common_partners
            )


def rows(*triples):
    return profiles([t[0] for t in triples], [t[1] for t in triples], [t[2] for t in triples])


def names(found, who):
    return [s.partner for s in found.suggestions[who]]


def test_a_shared_topic_is_a_reason_and_without_it_nobody_is_suggested():
    base = [("Iksan", "probiotics", 3), ("Boston", "genomics", 5), ("Jeonju", "devices", 2)]
    assert names(partners(rows(*base)), "Iksan") == []
    found = partners(rows(*base, ("Boston", "probiotics", 4)))
    assert names(found, "Iksan") == ["Boston"]
    assert found.suggestions["Iksan"][0].reasons[0].en == "Both work on probiotics."
    assert names(partners(rows(*base, ("Boston", "probiotics", 0))), "Iksan") == []


def test_what_is_lacking_is_a_reason():
    """Makers of cheese and yoghurt often do cultures too: a cheese-maker without cultures should meet who has them."""
    table = [
        ("a", "cheese", 1),
        ("a", "cultures", 1),
        ("b", "cheese", 1),
        ("b", "cultures", 1),
        ("c", "cheese", 1),
        ("d", "cultures", 1),
    ]
    only = Weights(0, 1, 0, 0)
    assert names(partners(rows(*table), weights=only), "c") == ["a", "b", "d"]
    s = partners(rows(*table), weights=only).suggestions["c"][2]
    assert [t.topic for t in s.complementary_topics] == ["cultures"]
    assert s.reasons[0].en == "Strong in what is near your own topics and lacking: cultures."
    apart = [row for row in table if row[:2] not in (("a", "cultures"), ("b", "cultures"))]
    assert names(partners(rows(*apart), weights=only), "c") == []


def test_a_common_partner_is_a_reason_and_goes_with_the_tie():
    held = profiles(["x", "y", "z"], ["1", "2", "3"], also=["w"])
    found = partners(held, graph(["x", "y", "w"], ["z", "z", "z"]))
    assert names(found, "x") == ["w", "y"]
    assert found.suggestions["x"][0].common_partners == ("z",)
    assert found.suggestions["x"][0].reasons[0].ko == "함께 아는 협력기관이 1곳 있습니다: z."
    assert names(partners(held, graph(["x", "w"], ["z", "z"])), "x") == ["w"]


def test_who_is_tied_already_is_left_out_unless_asked_for_or_less_than_expected():
    held = rows(("a", "t", 1), ("b", "t", 1), ("c", "t", 1))
    ties = graph(["a"], ["b"])
    assert names(partners(held, ties), "a") == ["c"]
    assert names(partners(held, ties, tied_too=True), "a") == ["b", "c"]
    assert partners(held, ties).gravity["not_estimated"].en == "Fewer than four organisations have ties."


def test_an_under_used_partner_is_told_with_its_figures():
    """Twelve equal institutes all tied ten times, but for one pair that has a single tie."""
    many = [f"i{n:02}" for n in range(12)]
    pairs = [(a, b) for n, a in enumerate(many) for b in many[n + 1 :]]
    ties = graph([a for a, _ in pairs], [b for _, b in pairs], [1 if p == ("i00", "i01") else 10 for p in pairs])
    held = profiles(many, [f"t{n}" for n in range(12)])
    found = partners(held, ties, globe(np.linspace(35, 36, 12), np.full(12, 127.0)), top=1, weights=Weights(0, 0, 0, 1))
    s = found.suggestions["i00"][0]
    assert (s.partner, s.existing_ties) == ("i01", 1)
    assert s.residual < -5
    assert "ties would be expected; there are 1." in s.reasons[-1].en
    assert set(found.gravity["effects"]) == {"log_distance"}
    mended = graph([a for a, _ in pairs], [b for _, b in pairs], [10] * len(pairs))
    assert names(partners(held, mended, top=1, weights=Weights(0, 0, 0, 1)), "i00") == []


def test_rows_in_any_order_give_the_same():
    one, other = drawn(1), drawn(1)
    order = np.random.default_rng(0).permutation(one.values.nnz)
    held = one.values.tocoo()
    shuffled = profiles(
        [one.organisations[i] for i in held.row[order]], [one.topics[c] for c in held.col[order]], held.data[order]
    )
    assert partners(shuffled).as_dict() == partners(other).as_dict()


def test_nearness_and_gaps_by_hand():
    strong = rows(("a", "p", 1), ("a", "q", 1), ("b", "p", 1), ("b", "q", 1), ("c", "p", 1), ("d", "r", 9)).strong
    assert nearness(strong).tolist() == [[1, pytest.approx(2 / 3), 0], [pytest.approx(2 / 3), 1, 0], [0, 0, 1]]
    which, how = gaps(strong, 2)
    assert which.tolist() == [[-1, -1], [-1, -1], [1, -1], [-1, -1]]
    assert how[2, 0] == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        (lambda: profiles([], []), "There are no rows."),
        (lambda: profiles(["a"], [""]), "Row 1 lacks the organisation or the topic."),
        (lambda: profiles(["a"], ["t"], [-1]), "Value number 1 is not a number of zero or more."),
        (lambda: profiles(["a", "b"], ["t", "t"], [1, np.nan]), "Value number 2 is not a number of zero or more."),
        (lambda: profiles(["a"], ["t"], [0]), "All values are zero."),
        (lambda: partners(rows(("a", "t", 1)), who=["z"]), "Not in the table: z."),
        (
            lambda: partners(rows(("a", "t", 1)), top=0),
            "At least one suggestion is asked for; weights are zero or more, and one of them more.",
        ),
        (
            lambda: partners(rows(("a", "t", 1)), weights=Weights(-1)),
            "At least one suggestion is asked for; weights are zero or more, and one of them more.",
        ),
    ],
)
def test_what_cannot_be_answered_is_refused(call, says):
    with pytest.raises(Unmeasurable) as refused:
        call()
    assert refused.value.text.en == says


def test_one_organisation_has_no_partner():
    assert partners(rows(("a", "t", 1))).suggestions == {"a": ()}
