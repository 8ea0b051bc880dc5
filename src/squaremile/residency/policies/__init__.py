"""Rules of residency: plain functions on plain values."""
