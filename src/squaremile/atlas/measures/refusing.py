"""How a measure refuses: in both languages, with what to do next. Nothing is guessed, nothing is dropped in silence."""

from squaremile.kernel.words import Text


class Unmeasurable(ValueError):
    """The input does not allow the figure: `text` says why, `remedy` what would help."""

    def __init__(self, text: Text, remedy: Text | None = None) -> None:
        self.text, self.remedy = text, remedy
        super().__init__(text.en)
