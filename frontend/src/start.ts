// The page: what every document needs. Other parts come with the first document that needs them.
import { FigureView } from "./figure"
import type { Figure, Plot } from "./generated/models"
import { start_page } from "./page/face"
import { BUILDERS, type Page } from "./widgets"

const figure = (model: Plot | Figure, page: Page): FigureView => new FigureView(model, page.document)

start_page(Object.assign(BUILDERS, { Plot: figure, Figure: figure }))
