"""Whole pages: one self-contained HTML file."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, PackageLoader, Template
from markupsafe import Markup

from asgiplots.document import Document
from asgiplots.embed.excerpt import Showable, roots_of, snapshot
from asgiplots.embed.resources import INLINE, Resources, data_element
from asgiplots.server.pages import Root, Roots

DEFAULT_TITLE = "asgiplots"

_environment = Environment(
    loader=PackageLoader("asgiplots.server"), autoescape=True, trim_blocks=True, lstrip_blocks=True
)


def file_html(
    models: Showable,
    resources: Resources | None = None,
    title: str | None = None,
    *,
    template: Template | str | None = None,
    template_variables: dict[str, Any] | None = None,
    theme: Any = None,
) -> str:
    """One HTML page that shows `models` and needs no other file and no server.

    models: a model, a sequence of models, or a document with its title and theme.
    resources: accepted for Bokeh's callers; the front end is always put into the page.
    title: of the page; by default the document's, else "asgiplots".
    template: a Jinja2 template or its text, which may extend `base`; its variables are those of an app's
        `templates/index.html` and `template_variables`.
    theme: the name of one, a file or a theme, for models that are in no document.
    """
    roots = roots_of(models)
    if title is None:
        title = models.title if isinstance(models, Document) else DEFAULT_TITLE
    data = data_element({"title": title, "frame": snapshot(roots, title, theme)}, 'id="asgiplots"')
    resources = resources or INLINE
    places = Roots()
    return _template(template).render(
        {
            "base": _environment.get_template("page.html"),
            "macros": _environment.get_template("macros.html"),
            "embed": Markup,
            "root": Root(),
            "roots": places,
            "doc": places,
            "docs": [places],
            "plot_div": places,
            "title": title,
            "bokeh_css": Markup(resources.render_css()),
            "bokeh_js": Markup(resources.render_js()),
            "plot_script": data,
            **(template_variables or {}),
        }
    )


def _template(template: Template | str | None) -> Template:
    if isinstance(template, Template):
        return template
    if template is None:
        return _environment.get_template("page.html")
    return _environment.from_string(template)
