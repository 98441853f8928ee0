/** Tooltip templates: `@column`, `@{two words}`, `@$name`, `$x`, `$color[hex, swatch]:column`, each with an optional `{format}`. */

export type Piece =
  | { kind: "text"; text: string }
  | { kind: "column"; name: string; key: string; format?: string }
  | { kind: "variable"; name: string; key: string; format?: string }
  | { kind: "color"; column: string; hex: boolean; swatch: boolean }

/** What a template becomes: text, a colour chip, or markup that the app asked for with `{safe}`. */
export type Part = { text: string } | { swatch: string } | { html: string }

/** What the pieces are looked up in, for one row of one renderer. */
export interface Lookup {
  column(name: string): unknown
  variable(name: string): unknown
  format(value: unknown, piece: { key: string; format?: string }): string
}

const TOKEN = /\$(?<look>color|swatch)(?:\[(?<options>[^\]]*)\])?:(?:\{(?<braced>[^{}]+)\}|(?<word>[\p{L}\p{N}_]+))|(?<token>@\$name|\$\w+|@\{[^{}]+\}|@[\p{L}\p{N}_]+)(?:\{(?<format>[^{}]*)\})?/gu

const read = new Map<string, Piece[]>()

export function parse_template(template: string): Piece[] {
  const known = read.get(template)
  if (known !== undefined) return known
  const pieces: Piece[] = []
  let end = 0
  for (const match of template.matchAll(TOKEN)) {
    if (match.index > end) pieces.push({ kind: "text", text: template.slice(end, match.index) })
    pieces.push(piece_of(match.groups as Record<string, string | undefined>))
    end = match.index + match[0].length
  }
  if (end < template.length) pieces.push({ kind: "text", text: template.slice(end) })
  read.set(template, pieces)
  return pieces
}

function piece_of({ look, options, braced, word, token = "", format }: Record<string, string | undefined>): Piece {
  if (look !== undefined) {
    const asked = (options ?? "").split(",").map((option) => option.trim())
    const swatch = look === "swatch" || asked.includes("swatch")
    return { kind: "color", column: braced ?? word ?? "", swatch, hex: asked.includes("hex") || !swatch }
  }
  if (token.startsWith("$")) return { kind: "variable", name: token.slice(1), key: token, format }
  const name = token.replace(/^@\{?|\}$/g, "")
  return { kind: "column", name, key: `@${name}`, format }
}

/** The same key whether the app wrote `@{col}` or `@col` in `formatters`. */
export function formatter_key(written: string): string {
  return written.replace(/^@\{(.*)\}$/, "@$1")
}

function part_of(piece: Piece, lookup: Lookup): Part[] {
  switch (piece.kind) {
    case "text": return [{ text: piece.text }]
    case "color": return color_parts(piece, lookup)
    case "variable": {
      const value = lookup.variable(piece.name)
      return [{ text: value === undefined ? piece.key : lookup.format(value, piece) }]
    }
    case "column": {
      const name = piece.name === "$name" ? String(lookup.variable("name") ?? "") : piece.name
      const value = lookup.column(name)
      if (value === undefined) return [{ text: "???" }]
      return piece.format === "safe" ? [{ html: String(value) }] : [{ text: lookup.format(value, piece) }]
    }
  }
}

function color_parts(piece: Piece & { kind: "color" }, lookup: Lookup): Part[] {
  const value = lookup.column(piece.column)
  if (value === undefined) return [{ text: `unknown column ${piece.column}` }]
  const color = String(value)
  return [...(piece.hex ? [{ text: color }] : []), ...(piece.swatch ? [{ swatch: color }] : [])]
}

export function fill_template(template: string, lookup: Lookup): Part[] {
  return parse_template(template).flatMap((piece) => part_of(piece, lookup))
}

export function parts_text(parts: Part[]): string {
  return parts.map((part) => "text" in part ? part.text : "html" in part ? part.html : part.swatch).join("")
}
