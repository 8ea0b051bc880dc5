"""The start page (My day, or a welcome) and the choice of language."""
