"""The front end for pages that show `components`."""

from asgiplots.embed.resources import CDN, INLINE, Resources

__all__ = ["CDN", "INLINE", "Resources"]
