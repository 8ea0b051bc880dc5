"""What an operation is asked, as data: one schema per operation, made from its typed signature.

API and command line both shape their input with it, so that they take the same values and refuse the same ones.
"""
