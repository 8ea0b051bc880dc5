"""A small world of works, institutions and topics in the formats that OpenAlex publishes, and the answers by plain loops."""

import csv
import gzip
import itertools
import json
import random
from collections import Counter, defaultdict

COUNTRIES = ("KR", "US", "DE")
FIELDS = ("Medicine", "Chemistry", "Energy")


class World:
    """Drawn from a seed. Works with no topic, no institution, one institution, and one of a hundred and twenty."""

    def __init__(self, seed: int, works: int = 400) -> None:
        draw = random.Random(seed)
        self.topics = {10 + i: FIELDS[i % 3] for i in range(12)}
        self.places = {
            100 + i: (COUNTRIES[i % 3] if i % 11 else None, draw.uniform(-60, 70), draw.uniform(-180, 180))
            for i in range(130)
        }
        self.works = {}
        for key in range(1, works + 1):
            topics = draw.sample(sorted(self.topics), draw.choice([0, 1, 2, 3]))
            here = draw.sample(sorted(self.places), draw.choice([0, 1, 1, 2, 3, 5]))
            self.works[key] = (draw.randrange(2010, 2024), topics, here)
        self.works[works + 1] = (2020, [10], sorted(self.places)[:120])

    def nested(self):
        """The snapshot's own shape, an institution said by two of a work's people."""
        for key, (year, topics, here) in self.works.items():
            people = [{"author": {"id": "https://openalex.org/A1"}, "institutions": _named(here)}]
            people += [{"author": {"id": "https://openalex.org/A2"}, "institutions": _named(here[:1])}]
            yield {
                "id": f"https://openalex.org/W{key}", "publication_year": year, "type": "article", "cited_by_count": key % 7,
                "primary_topic": {"id": f"https://openalex.org/T{topics[0]}"} if topics else None,
                "topics": [{"id": f"https://openalex.org/T{t}", "score": 0.5} for t in topics],
                "authorships": people, "title": "unread, 읽지 않음",
            }  # fmt: skip

    def institutions(self):
        for key, (country, lat, lon) in self.places.items():
            yield {
                "id": f"https://openalex.org/I{key}", "display_name": f"기관 {key}", "ror": None, "country_code": country,
                "type": "education", "works_count": 5, "geo": {"city": "X", "region": None, "latitude": lat, "longitude": lon},
            }  # fmt: skip

    def topic_rows(self):
        for key, field in self.topics.items():
            yield {
                "id": f"https://openalex.org/T{key}", "display_name": f"topic, {key}",
                **{level: {"id": f"https://openalex.org/{level}s/1", "display_name": field} for level in ("subfield", "field", "domain")},
            }  # fmt: skip

    # The answers, by loops that know neither SQL nor Arrow.
    def facts(self):
        found = Counter()
        for _, topics, here in self.works.values():
            for area in {self.places[i][0] for i in here} - {None}:
                if topics:
                    found[area, self.topics[topics[0]]] += 1
        return found

    def ties(self, most=100):
        works, weight = Counter(), defaultdict(list)
        for _, _, here in self.works.values():
            if 1 < len(here) <= most:
                for pair in itertools.combinations(sorted(here), 2):
                    works[pair] += 1
                    weight[pair].append(2 / (len(here) * (len(here) - 1)))
        return {pair: (n, sum(weight[pair])) for pair, n in works.items()}

    def together(self):
        return Counter(p for _, topics, _ in self.works.values() for p in itertools.combinations(sorted(topics), 2))

    def trend(self):
        first = [(t[0], year) for year, t, _ in self.works.values() if t]
        return Counter(first), Counter(year for _, year in first)

    def slices(self, width=5):
        found = Counter()
        for year, topics, here in self.works.values():
            for area in {self.places[i][0] for i in here} - {None}:
                if topics:
                    found[year - year % width, area, self.topics[topics[0]]] += 1
        return found


def _named(keys):
    return [{"id": f"https://openalex.org/I{k}", "country_code": "KR"} for k in keys]


def lines(path, records):
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "wt", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return path


def sheet(path, header, rows):
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        writer.writerows(rows)
    return path
