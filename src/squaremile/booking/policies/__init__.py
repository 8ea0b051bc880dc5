"""Rules of use as pure functions on plain values."""
