"""A Django site with the apps below /plots. Django takes no lifespan events."""

from django.conf import settings
from django.core.asgi import get_asgi_application
from django.http import HttpResponse
from django.urls import path
from site_suite import APPS

import asgiplots

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], SECRET_KEY="of a test")


def home(request):
    return HttpResponse("the outer site")


urlpatterns = [path("", home)]
django_app, plots = get_asgi_application(), asgiplots.create_app(APPS, prefix="/plots")


async def app(scope, receive, send):
    ours = scope.get("path", "").startswith("/plots")
    await (plots if ours else django_app)(scope, receive, send)
