#!/usr/bin/env bash
# System packages, those named or else Chromium and nginx for the tests: installed where this user may, else asked for.
set -euo pipefail

missing=("$@")
if [ $# -eq 0 ]; then
  if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null; then missing+=(chromium); fi
  if ! command -v nginx >/dev/null && [ ! -x /usr/sbin/nginx ]; then missing+=(nginx-light); fi
  if [ ${#missing[@]} -eq 0 ]; then exit 0; fi
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
if command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }; then
  echo "Installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}"
else
  echo "Needed: ${missing[*]}. Install that with your package manager, then run make again." >&2
  exit 1
fi
