"""The network of the demonstration, one file for each part of it; every name is invented."""

from squaremile.cli.demo.network import agreements, directory, finding, liaison, needs, partnering, visits

PARTS = (directory, finding, needs, liaison, visits, partnering, agreements)
"""In the order in which they are made: each may use what those before it made."""
