"""The plain part of the kernel: identity, money, time, Korean, words."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from squaremile.kernel import clock
from squaremile.kernel.ids import ALPHABET, MANY, read_code, short_code, uuid7
from squaremile.kernel.korean import search_key, with_particle
from squaremile.kernel.money import Money
from squaremile.kernel.period import Period, civil, civil_day, gaps
from squaremile.kernel.words import Text, language, pick, refusal

SEOUL, NEW_YORK = ZoneInfo("Asia/Seoul"), ZoneInfo("America/New_York")
moments = st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)).map(lambda d: d.replace(tzinfo=UTC, microsecond=0))
periods = st.builds(lambda s, m: Period(s, s + timedelta(minutes=m)), moments, st.integers(1, 5000))


class TestIds:
    def test_keys_sort_by_birth(self):
        keys = [uuid7() for _ in range(2000)]
        assert keys == sorted(keys)
        assert {k.version for k in keys} == {7}
        assert {k.variant for k in keys} == {"specified in RFC 4122"}

    def test_a_key_tells_its_millisecond(self):
        before = datetime.now(UTC).timestamp() * 1000
        assert abs((uuid7().int >> 80) - before) < 5000

    @given(st.integers(0, 7), st.sampled_from(ALPHABET))
    def test_one_slip_is_noticed(self, at, wrong):
        code = short_code("RS")
        body = code[3:]
        slipped = f"RS-{body[:at]}{wrong}{body[at + 1 :]}"
        assert read_code(slipped) == (code if slipped == code else None)

    def test_typing_is_forgiven(self):
        code = short_code("EQ")
        assert read_code(f" {code.lower()} ") == code
        assert read_code(code.replace("0", "O").replace("1", "l")) == code

    def test_sixty_thousand_drawn_at_once_do_not_clash(self):
        """The chance that two of n codes are alike is n² / 2N. With the seven symbols of a code drawn alone, it is a twentieth."""
        n = 60_000
        assert n**2 / (2 * len(ALPHABET) ** 7) > 0.05
        assert n**2 / (2 * len(ALPHABET) ** MANY) < 1e-6
        code = short_code("AO", MANY)
        assert len(code) == len("AO-") + MANY + 1 <= 20
        assert read_code(code) == code

    @pytest.mark.parametrize("bad", ["", "RS", "RS-", "-ABC", "RS-UUUUUUUU", "1-ABC"])
    def test_nonsense_is_not_a_code(self, bad):
        assert read_code(bad) is None


class TestMoney:
    def test_rounds_half_up_at_one_point(self):
        assert Money.rounded(Decimal("12.345"), "USD") == Money(1235, "USD")
        assert Money.rounded(Decimal("0.5"), "KRW") == Money(1, "KRW")

    @pytest.mark.parametrize("bad", [1.5, True, "1"])
    def test_no_float_can_enter(self, bad):
        with pytest.raises(TypeError):
            Money(bad, "KRW")
        with pytest.raises(TypeError):
            Money.rounded(1.5, "KRW")

    def test_currencies_do_not_mix(self):
        with pytest.raises(ValueError, match="do not add"):
            Money(1, "KRW") + Money(1, "USD")

    @given(st.integers(-(10**12), 10**12), st.integers(1, 50))
    def test_a_split_adds_up(self, minor, parts):
        shares = Money(minor, "KRW").split(parts)
        assert sum(s.minor for s in shares) == minor
        assert max(s.minor for s in shares) - min(s.minor for s in shares) <= 1

    def test_amount_is_exact(self):
        assert Money(1250, "USD").amount == Decimal("12.50")
        assert (-Money(5, "KRW") - Money(2, "KRW")).minor == -7


class TestTime:
    def test_a_period_is_aware_and_never_empty(self):
        now = datetime(2027, 1, 1, tzinfo=UTC)
        with pytest.raises(ValueError, match="after it starts"):
            Period(now, now)
        with pytest.raises(ValueError, match="aware"):
            Period(datetime(2027, 1, 1), datetime(2027, 1, 2))

    @given(periods, st.lists(periods, max_size=8))
    def test_gaps_and_busy_fill_the_window(self, window, busy):
        free = gaps(window, busy)
        assert not any(gap.overlaps(b) for gap in free for b in busy)
        covered = sum((g.duration for g in free), timedelta())
        taken = [part for b in busy if (part := b.clipped(window))]
        assert covered == window.duration - _union(taken)

    def test_a_day_of_clock_change_has_its_own_length(self):
        assert civil_day(date(2027, 3, 14), NEW_YORK).duration == timedelta(hours=23)
        assert civil_day(date(2027, 11, 7), NEW_YORK).duration == timedelta(hours=25)
        assert civil_day(date(2027, 3, 14), SEOUL).duration == timedelta(hours=24)

    def test_midnight_at_the_end_of_the_day(self):
        assert civil(date(2027, 1, 31), time.max, SEOUL) == civil(date(2027, 2, 1), time.min, SEOUL)

    def test_the_clock_can_be_set(self):
        moment = datetime(2027, 3, 1, 9, tzinfo=SEOUL)
        with clock.as_of(moment):
            assert clock.now() == moment
        assert clock.now() != moment
        with pytest.raises(ValueError, match="aware"), clock.as_of(datetime(2027, 1, 1)):
            pass


def _union(spans):
    total, end = timedelta(), None
    for span in sorted(spans):
        start = span.start if end is None else max(span.start, end)
        if start < span.end:
            total += span.end - start
        end = span.end if end is None else max(end, span.end)
    return total


class TestWords:
    @pytest.mark.parametrize(
        ("word", "pair", "said"),
        [
            ("현미경", "을를", "현미경을"), ("냉각기", "은는", "냉각기는"), ("서울", "으로", "서울로"),
            ("부산", "으로", "부산으로"), ("전주", "으로", "전주로"), ("장비 3", "이가", "장비 3이"),
            ("장비 2", "이가", "장비 2가"), ("유세포분석기 (1호)", "과와", "유세포분석기 (1호)와"),
        ],
    )  # fmt: skip
    def test_particles(self, word, pair, said):
        assert with_particle(word, pair) == said

    def test_a_sentence_is_filled_in_both_languages(self):
        text = Text(ko="{name:은는} 쉽니다.", en="{name} rests.").fill({"name": Text(ko="장비", en="The instrument")})
        assert (text.ko, text.en) == ("장비는 쉽니다.", "The instrument rests.")

    def test_says_the_language_being_served(self):
        token = language.set("en")
        try:
            assert str(Text(ko="예", en="yes")) == "yes"
            assert pick("이름", "") == "이름"
            language.set("ko")
            assert pick("이름", "name") == "이름"
        finally:
            language.reset(token)

    def test_a_refusal_is_declared_once(self):
        with pytest.raises(ValueError, match="twice"):
            refusal("access.not_allowed", ko="안 됩니다.", en="No.")

    def test_search_key_ignores_spaces_and_case(self):
        assert search_key("Flow Cyto-meter") == "flowcytometer"
        assert search_key("현미") == search_key("현미경")[: len(search_key("현미"))]
