"""Conveniences that build models: figures, glyph methods, layouts."""
