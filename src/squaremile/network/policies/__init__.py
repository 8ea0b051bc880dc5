"""The network's rules of the trade: pure functions."""
