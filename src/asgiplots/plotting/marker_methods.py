"""A method for each kind of marker: ``p.square(x, y)`` is ``p.scatter(x, y, marker="square")``."""

from typing import TYPE_CHECKING, Any, Unpack

from asgiplots.models.renderers import GlyphRenderer
from asgiplots.plotting.glyph_methods import GlyphMethods

if TYPE_CHECKING:
    from asgiplots.plotting._options import ScatterOptions


class MarkerMethods(GlyphMethods):
    """Shortcuts for ``scatter``, with its arguments but ``marker``."""

    def asterisk(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw asterisks."""
        return self.scatter(*args, marker="asterisk", **options)

    def circle_cross(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw circles with a cross."""
        return self.scatter(*args, marker="circle_cross", **options)

    def circle_dot(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw circles with a dot."""
        return self.scatter(*args, marker="circle_dot", **options)

    def circle_x(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw circles with an x."""
        return self.scatter(*args, marker="circle_x", **options)

    def circle_y(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw circles with a y."""
        return self.scatter(*args, marker="circle_y", **options)

    def cross(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw crosses."""
        return self.scatter(*args, marker="cross", **options)

    def dash(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw dashes."""
        return self.scatter(*args, marker="dash", **options)

    def diamond(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw diamonds."""
        return self.scatter(*args, marker="diamond", **options)

    def diamond_cross(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw diamonds with a cross."""
        return self.scatter(*args, marker="diamond_cross", **options)

    def diamond_dot(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw diamonds with a dot."""
        return self.scatter(*args, marker="diamond_dot", **options)

    def dot(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw dots."""
        return self.scatter(*args, marker="dot", **options)

    def hex(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw hexagons."""
        return self.scatter(*args, marker="hex", **options)

    def hex_dot(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw hexagons with a dot."""
        return self.scatter(*args, marker="hex_dot", **options)

    def inverted_triangle(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw upside-down triangles."""
        return self.scatter(*args, marker="inverted_triangle", **options)

    def plus(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw plus signs."""
        return self.scatter(*args, marker="plus", **options)

    def square(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw squares."""
        return self.scatter(*args, marker="square", **options)

    def square_cross(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw squares with a cross."""
        return self.scatter(*args, marker="square_cross", **options)

    def square_dot(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw squares with a dot."""
        return self.scatter(*args, marker="square_dot", **options)

    def square_pin(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw squares with pinched sides."""
        return self.scatter(*args, marker="square_pin", **options)

    def square_x(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw squares with an x."""
        return self.scatter(*args, marker="square_x", **options)

    def star(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw stars."""
        return self.scatter(*args, marker="star", **options)

    def star_dot(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw stars with a dot."""
        return self.scatter(*args, marker="star_dot", **options)

    def triangle(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw triangles."""
        return self.scatter(*args, marker="triangle", **options)

    def triangle_dot(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw triangles with a dot."""
        return self.scatter(*args, marker="triangle_dot", **options)

    def triangle_pin(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw triangles with pinched sides."""
        return self.scatter(*args, marker="triangle_pin", **options)

    def x(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw x marks."""
        return self.scatter(*args, marker="x", **options)

    def y(self, *args: Any, **options: "Unpack[ScatterOptions]") -> GlyphRenderer:
        """Draw y marks."""
        return self.scatter(*args, marker="y", **options)
