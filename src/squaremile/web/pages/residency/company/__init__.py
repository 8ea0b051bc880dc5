"""Companies, and the one record of each."""
