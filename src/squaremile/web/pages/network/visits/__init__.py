"""Pages of delegations and visit days."""
