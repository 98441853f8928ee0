import { start_page } from "./page/face"
import "./styles/base.css"
import "./styles/page.css"
import { CONTAINERS, WIDGETS } from "./widgets"

start_page({ ...WIDGETS, ...CONTAINERS })
