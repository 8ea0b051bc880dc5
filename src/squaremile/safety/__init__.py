"""Safety: what the rules of a place allow, what stands in it, and whether more may come in."""
