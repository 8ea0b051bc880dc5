"""Rules of the atlas: what may be claimed, with which precision, and shown to whom."""
