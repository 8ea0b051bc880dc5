"""For the tests of the whole product: finding: the search box, glossary, saved searches, lists."""
