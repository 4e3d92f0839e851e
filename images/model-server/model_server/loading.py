"""Brings the model into memory while the server already answers probes."""

import logging
import tempfile
import threading
import time
from pathlib import Path

from model_server.bundle import Bundle, read_bundle
from model_server.fetch import FETCHED, fetch
from model_server.metrics.watch import Watch
from model_server.models.kind import Model
from model_server.registry import RegistryFault
from model_server.settings import Settings

AGAIN_AFTER = 5.0

_log = logging.getLogger(__name__)


class Loading:
    """The model, once it is there."""

    model: Model | None = None
    bundle: Bundle | None = None

    def __init__(self, settings: Settings, watch: Watch) -> None:
        self._settings = settings
        self._watch = watch

    def start(self) -> None:
        threading.Thread(target=self._run, name="loading", daemon=True).start()

    def _run(self) -> None:
        while not self._load():
            time.sleep(AGAIN_AFTER)

    def _load(self) -> bool:
        begun = time.monotonic()
        try:
            bundle = read_bundle(self._folder(), self._settings.service.model)
            model = self._settings.service.kind.load(bundle)
        except Exception as error:  # nothing else tells why a pod does not get ready
            _log.error("no model: %s", error)
            return False
        self.bundle, self.model = bundle, model
        self._watch.loaded(bundle)
        _log.info("version %s of %s loaded in %.2f s", bundle.version, bundle.model, time.monotonic() - begun)
        return True

    def _folder(self) -> Path:
        settings = self._settings
        if settings.model_uri is not None and settings.registry is not None:
            folder = fetch(settings.registry, settings.model_uri, Path(tempfile.gettempdir()) / "model-server")
            if folder is None:
                raise RegistryFault(f"{settings.registry}: has no {settings.model_uri}")
            return folder
        if settings.fetched_model is not None and (settings.fetched_model / FETCHED).is_dir():
            return settings.fetched_model / FETCHED
        return settings.own_model
