"""Starts the service that SERVICE names: `python -m model_server`."""

import logging
import signal
import sys

import uvicorn

from model_server.app import application
from model_server.settings import WrongSetting, settings_of

# Below the half minute that a pod has to end in.
GRACE = 20


def main() -> int:
    try:
        settings = settings_of()
    except WrongSetting as error:
        print(error, file=sys.stderr)
        return 2
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    # Uvicorn raises the signal once more after it has ended in good order, and that would be an end by a signal.
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    uvicorn.run(
        application(settings),
        host=settings.host,
        port=settings.port,
        log_config=None,
        log_level=settings.log_level.lower(),
        access_log=False,
        timeout_graceful_shutdown=GRACE,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
