"""Documents as standalone HTML, and pages that show what a server runs."""

from asgiplots.embed.components import components
from asgiplots.embed.pages import file_html
from asgiplots.embed.server import server_document

__all__ = ["components", "file_html", "server_document"]
