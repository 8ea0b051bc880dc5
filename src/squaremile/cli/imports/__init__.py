"""Bringing a site's existing data in: from NEMO, and from spreadsheets.

Every import has the same four steps: read the file (``reader``), say what it would become (``plan`` or typed
rows, pure Python), report, then apply by calling the same operations as pages and API do. A file is either
refused with one clear sentence or read to the end; nothing in it is dropped without being counted.
"""
