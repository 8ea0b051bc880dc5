"""Companies that leave: the board, one exit, its proof and the settlement."""
