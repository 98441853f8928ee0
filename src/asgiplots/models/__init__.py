"""Declarations only: what can be put into a document."""
