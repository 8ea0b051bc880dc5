"""Pages of finding: the search box, glossary, saved searches, lists."""
