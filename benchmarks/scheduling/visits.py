"""Visits drawn by a seed: hosts around Boston with one or two spans of free time on about two of three days."""

from random import Random

from squaremile.network.policies.itinerary import DAY, Day, Terms, Wish
from squaremile.network.policies.travel import Spot, Travel

HOSTS, DAYS, PLACES = 30, 3, 12


def drawn(seed: int) -> tuple[list[Wish], Terms]:
    """Thirty wishes for three days from nine to six with an hour's lunch, eight meetings a day at most."""
    draw = Random(seed)
    spots = {
        f"P{n}": Spot(42.36 + draw.uniform(-0.05, 0.05), -71.07 + draw.uniform(-0.07, 0.07)) for n in range(PLACES + 1)
    }
    days = tuple(Day(n * DAY + 540, n * DAY + 1080, 60, n * DAY + 690, n * DAY + 810) for n in range(DAYS))
    wishes = []
    for n in range(HOSTS):
        windows = []
        for day in range(DAYS):
            if draw.random() < 0.6 or (day == DAYS - 1 and not windows):
                opens = day * DAY + draw.choice([540, 600, 660, 780, 840])
                windows.append((opens, opens + draw.choice([120, 180, 240])))
        wishes.append(Wish(f"W{n}", draw.choice([30, 45, 60]), tuple(windows), draw.randint(1, 5), f"P{n % PLACES}"))
    return wishes, Terms(days, Travel(spots=spots), 8, 10, f"P{PLACES}", 15)
