"""Review: a reviewer's screen, and the rounds of programme staff."""
