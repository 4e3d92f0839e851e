"""Starts the agent: `python -m ticket_agent`."""

import asyncio
import sys

from ticket_agent.log import logs
from ticket_agent.serving import serve
from ticket_agent.settings import WrongSetting, settings_of


def main() -> int:
    try:
        settings = settings_of()
    except WrongSetting as error:
        print(error, file=sys.stderr)
        return 2
    logs(settings.log_level)
    asyncio.run(serve(settings))
    return 0


if __name__ == "__main__":
    sys.exit(main())
