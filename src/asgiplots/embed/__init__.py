"""Documents as standalone HTML."""
