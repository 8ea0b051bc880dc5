"""Graphs whose answers are published."""

from squaremile.atlas.measures.ties.graph import graph

FLORENCE = """Acciaiuoli-Medici Castellani-Peruzzi Castellani-Strozzi Castellani-Barbadori Medici-Barbadori Medici-Ridolfi
Medici-Tornabuoni Medici-Albizzi Medici-Salviati Salviati-Pazzi Peruzzi-Strozzi Peruzzi-Bischeri Strozzi-Ridolfi
Strozzi-Bischeri Ridolfi-Tornabuoni Tornabuoni-Guadagni Albizzi-Ginori Albizzi-Guadagni Bischeri-Guadagni
Guadagni-Lamberteschi"""
"""Marriages of Florentine families (Breiger & Pattison 1986)."""

KITE = """Andre-Beverly Andre-Carol Andre-Diane Andre-Fernando Beverly-Diane Beverly-Ed Beverly-Garth Carol-Diane
Carol-Fernando Diane-Ed Diane-Fernando Diane-Garth Ed-Garth Fernando-Garth Fernando-Heather Garth-Heather Heather-Ike
Ike-Jane"""
"""Krackhardt's kite (1990)."""


def of(text):
    pairs = [each.split("-") for each in text.split()]
    return graph([p[0] for p in pairs], [p[1] for p in pairs])


def by_name(held, values):
    return dict(zip(held.names, values.tolist(), strict=True))


def drawn(random, nodes, ties):
    """A random graph with whole weights; some nodes may be in parts of their own."""
    i, j = random.integers(0, nodes, (2, ties))
    names = [f"n{k:02}" for k in range(nodes)]
    apart = i != j
    return graph([names[k] for k in i[apart]], [names[k] for k in j[apart]], random.integers(1, 7, int(apart.sum())))
