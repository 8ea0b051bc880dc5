"""The network's words, one file for each part of it: refusals, states and labels, Korean and English side by side."""
