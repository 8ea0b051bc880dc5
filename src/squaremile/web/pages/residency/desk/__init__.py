"""The Programme desk: calls and their forms, applications before review."""
