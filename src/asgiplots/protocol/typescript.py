"""The TypeScript side of the wire's messages."""

import types
from typing import Any, Union, get_args, get_origin, get_type_hints

from asgiplots.protocol import frames, messages

# The operations of a patch as they stand in its head (protocol/operations.py writes and reads them).
OPERATIONS = {
    "add": "models: WireModel[]",
    "set": "id: string, values: Record<string, unknown>",
    "columns": "id: string, columns: Record<string, unknown>",
    "stream": "id: string, columns: Record<string, unknown> | ColumnRow, rollover: number | null",
    "patch": "id: string, patches: Record<string, [index: unknown, value: unknown][]>",
    "roots": "ids: string[]",
    "drop": "ids: string[]",
    "title": "title: string",
    "collaborative": "collaborative: boolean",
    "event": "name: string, values: Record<string, unknown>",
    "modules": "urls: Record<string, string>",
}

# What the server tells a viewer beside the document.
CONTROLS = {
    "ack": "",
    "hello": "viewer: number; session: string; token?: string",
    "refused": "n: number; reason: string",
    "error": "title: string; detail: string",
    "ended": "reason: string",
    "comeback": "after: number; reload?: boolean",
    "pong": "",
    "parts": "bytes: number",
}

_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null", Any: "unknown"}


def emit_messages() -> str:
    """Return the text of ``generated/messages.ts``."""
    viewer = list(get_args(messages.Message))
    parts = [
        "// Written by `make generate`; do not edit.\n",
        f"export const MAGIC = {frames.MAGIC}",
        f"export const VERSION = {frames.VERSION}",
        f"export const SNAPSHOT = {frames.SNAPSHOT}",
        f"export const PATCH = {frames.PATCH}",
        f"export const CONTROL = {frames.CONTROL}",
        f"export const HEADER_BYTES = {frames.HEADER.size}",
        f"export const SLOW_MS = {messages.SLOW_MS}\n",
        "/** A model as it travels: id, kind, and the fields that differ from the defaults. */",
        "export type WireModel = [id: string, kind: string, values: Record<string, unknown>]\n",
        "/** Raw columns that lie one after the other: their names, and what the first one is. */",
        "export type ColumnRow = [names: string[], dtype: string, offset: number, count: number]\n",
        "export interface SnapshotHead {\n  title: string\n  roots: string[]\n  models: WireModel[]",
        "  js_event_callbacks?: Record<string, unknown[]>\n  modules?: Record<string, string>",
        '  theme?: "light" | "dark"\n  collaborative?: boolean\n}\n',
        *(
            f"export type {_camel(name)}Operation = [op: {name!r}, {rest}]"
            for name, rest in OPERATIONS.items()
        ),
        f"export type Operation = {' | '.join(f'{_camel(name)}Operation' for name in OPERATIONS)}\n",
        *(_control(name, rest) for name, rest in CONTROLS.items()),
        f"export type Control = {' | '.join(f'{_camel(name)}Control' for name in CONTROLS)}\n",
        *(_struct(cls) for cls in viewer),
        f"export type ViewerMessage = {' | '.join(f'{cls.__name__}Message' for cls in viewer)}",
    ]
    return "\n".join(parts).replace("'", '"') + "\n"


def _camel(name: str) -> str:
    return name[:1].upper() + name[1:]


def _control(name: str, rest: str) -> str:
    return f"export interface {_camel(name)}Control {{ type: {name!r}{'; ' + rest if rest else ''} }}"


def _struct(cls: Any) -> str:
    hints = get_type_hints(cls)
    lines = "".join(f"  {name}: {_type(hint)}\n" for name, hint in hints.items() if not name.startswith("__"))
    return f"export interface {cls.__name__}Message {{\n  type: {cls.__struct_config__.tag!r}\n{lines}}}"


def _type(hint: Any) -> str:
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " | ".join(map(_type, args))
    if origin is list:
        return f"{_type(args[0])}[]"
    if origin is tuple:
        return f"[{', '.join(map(_type, args))}]"
    return f"Record<string, {_type(args[1])}>"
