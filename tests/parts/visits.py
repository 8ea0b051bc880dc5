"""For the tests of the whole product: delegations and visit days."""
