"""The API: the same operations as the pages, for programs. Tokens say who asks; refusals are problem documents."""
