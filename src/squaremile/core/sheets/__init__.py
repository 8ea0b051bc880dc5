"""Sheets that people bring: from bytes to cells, columns and typed rows, with everything that is wrong with them at once.

Kinds of sheets are told by whoever takes them in: the command line for the whole house, safety for stock lists.
"""
