"""What callers tell about predictions afterwards."""

import threading
from collections import deque

# Of fewer answers a share says little, and an alert would be raised by the first wrong one.
LEAST = 20
LATEST = 500


class Truth:
    """The share of right predictions among the latest ones whose truth is known."""

    def __init__(self) -> None:
        self._right: deque[bool] = deque(maxlen=LATEST)
        self._lock = threading.Lock()

    def tell(self, right: bool) -> float | None:
        """Takes one more; tells the share once there are enough of them."""
        with self._lock:
            self._right.append(right)
            return sum(self._right) / len(self._right) if len(self._right) >= LEAST else None
