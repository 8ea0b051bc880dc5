"""Search over everything one may find."""
