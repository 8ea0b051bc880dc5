"""Distances between points: K-density and M with global envelopes."""
