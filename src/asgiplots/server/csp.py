"""The Content-Security-Policy of pages: scripts are the site's own, or carry the page's nonce, or were asked
for by one of these. A script that came in with somebody's text runs nowhere.
"""

from __future__ import annotations

import secrets

from starlette.requests import Request

#: With `'strict-dynamic'` our scripts may load modules from elsewhere; `'self'` is for old browsers.
POLICY = "script-src 'self' 'nonce-{nonce}' 'strict-dynamic'; object-src 'none'; base-uri 'self'"


def nonce_of(request: Request) -> str:
    """The nonce that an outer site has put into `scope["state"]["csp_nonce"]`, else a new one."""
    given = request.scope.get("state", {}).get("csp_nonce")
    return str(given) if given else secrets.token_urlsafe(16)


def policy_headers(request: Request, nonce: str, policy: str) -> dict[str, str]:
    """The headers of a page; none where the setting says so, or where an outer site has its own policy."""
    if policy in ("", "off") or request.scope.get("state", {}).get("csp_nonce"):
        return {}
    return {"Content-Security-Policy": policy.replace("{nonce}", nonce)}
