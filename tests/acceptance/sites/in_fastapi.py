"""A FastAPI site with the apps below /plots."""

from fastapi import FastAPI
from site_suite import APPS

import asgiplots

app = FastAPI()


@app.get("/")
def home():
    return "the outer site"


app.mount("/plots", asgiplots.create_app(APPS))
