"""Profiles and publications as ORCID, ROR, OpenAlex, PubMed and reference managers write them."""
