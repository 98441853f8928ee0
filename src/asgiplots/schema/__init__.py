"""Models, field types and coercion, observable containers, and the TypeScript emitter."""

from asgiplots.schema.columns import ColumnDict, ColumnList
from asgiplots.schema.fields import UnsetValueError, field
from asgiplots.schema.model import Model, abstract, models_in, reach
from asgiplots.schema.observer import Observer
from asgiplots.schema.registry import REGISTRY
from asgiplots.schema.specs import Expr, Field, Value

__all__ = [
    "REGISTRY",
    "ColumnDict",
    "ColumnList",
    "Expr",
    "Field",
    "Model",
    "Observer",
    "UnsetValueError",
    "Value",
    "abstract",
    "field",
    "models_in",
    "reach",
]
