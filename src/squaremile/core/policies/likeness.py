"""How far a word is from the nearest part of a text: letters changed, added or left out.

P. H. Sellers, "The theory and computation of evolutionary distances: pattern recognition", J. Algorithms 1 (1980).
"""


def edits(word: str, text: str) -> int:
    """The least number of single-letter changes that turn `word` into some part of `text`. Time len(word)·len(text)."""
    column = list(range(len(word) + 1))
    best = column[-1]
    for letter in text:
        before, column[0] = column[0], 0
        for row, asked in enumerate(word, start=1):
            here = min(before + (asked != letter), column[row] + 1, column[row - 1] + 1)
            before, column[row] = column[row], here
        best = min(best, column[-1])
    return best


def forgiven(word: str) -> int:
    """How many slips a word of that length may hold: one in four letters, none below four.

    In decomposed Korean a syllable is two or three letters: a wrong vowel is one slip, a wrong syllable more.
    """
    return len(word) // 4


def pieces(word: str, length: int = 3) -> list[str]:
    """Every run of `length` letters, once each: what an index over letter triples can look up."""
    return list(dict.fromkeys(word[i : i + length] for i in range(len(word) - length + 1)))
