"""Words of delegations and visit days."""
