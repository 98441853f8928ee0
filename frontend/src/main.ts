import { FigureView } from "./figure"
import type { Figure, Plot } from "./generated/models"
import { start_page } from "./page/face"
import "./styles/base.css"
import "./styles/page.css"
import { CONTAINERS, WIDGETS, type Page } from "./widgets"

const figure = (model: Plot | Figure, page: Page): FigureView => new FigureView(model, page.document)

start_page({ ...WIDGETS, ...CONTAINERS, Plot: figure, Figure: figure })
