"""For the tests of the whole product: needs and their matches."""
