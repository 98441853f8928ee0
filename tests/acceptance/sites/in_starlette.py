"""A Starlette site with the apps below /plots."""

from site_suite import APPS
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route

import asgiplots


def home(request):
    return PlainTextResponse("the outer site")


app = Starlette(routes=[Route("/", home), Mount("/plots", asgiplots.create_app(APPS))])
