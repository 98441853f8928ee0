// Expressions make a column out of others: running sums, sums across columns.
import type { CumSum, ExpressionKind, ModelByKind, Stack } from "../generated/models"
import type { Column } from "../store/columns"

export type AnyExpression = ModelByKind[ExpressionKind]
interface Columns { readonly length: number; column(name: string): Column | undefined }

interface Evaluator<E> {
  columns(expression: E): readonly string[]
  values(expression: E, source: Columns): Float64Array
}

const EXPRESSIONS: { readonly [K in ExpressionKind]: Evaluator<ModelByKind[K]> } = {
  CumSum: { columns: (expression) => [expression.field], values: cumulate },
  Stack: { columns: (expression) => expression.fields, values: stack },
}

const evaluator = (expression: AnyExpression): Evaluator<AnyExpression> =>
  EXPRESSIONS[expression.type as ExpressionKind] as Evaluator<AnyExpression>

/** The columns that an expression reads. */
export const columns_of = (expression: AnyExpression): readonly string[] => evaluator(expression).columns(expression)

export const evaluate = (expression: AnyExpression, source: Columns): Float64Array =>
  evaluator(expression).values(expression, source)

/** Sum of all rows up to each; with `include_zero` up to the row before. */
function cumulate(expression: CumSum, source: Columns): Float64Array {
  const values = numbers(source, expression.field)
  const sums = new Float64Array(values.length)
  for (let i = 0, sum = 0; i < values.length; i++) {
    if (expression.include_zero) sums[i] = sum
    sum += values[i]
    if (!expression.include_zero) sums[i] = sum
  }
  return sums
}

function stack(expression: Stack, source: Columns): Float64Array {
  const sums = new Float64Array(source.length)
  for (const field of expression.fields) {
    const values = numbers(source, field)
    for (let i = 0; i < sums.length; i++) sums[i] += values[i]
  }
  return sums
}

const numbers = (source: Columns, name: string): Float64Array => source.column(name)?.numeric() ?? new Float64Array()
