import "./start"
import "./styles/base.css"
import "./styles/page.css"
