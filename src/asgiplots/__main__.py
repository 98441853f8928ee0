"""`python -m asgiplots`: the same as the command `asgiplots`."""

from asgiplots.server.cli import main

main()
