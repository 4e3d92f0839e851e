"""Trains, exports and compares: `python -m training.transformer transformer`, with what requirements.txt beside it says."""

import json
import sys
from collections import Counter
from pathlib import Path

import jax
import jax.numpy as jnp
import numpy as np
import onnxruntime

from model_server.bundle import Bundle, write_about
from model_server.models.transformer import FILE
from model_server.models.words import UNKNOWN, Vocabulary, words_of
from training.tickets import CLASSES, Ticket, tickets
from training.transformer.exported import export
from training.transformer.network import Shape, Weights, initial, logits

SEED = 7
STEPS = 400
BATCH = 64
RATE = 1e-3
LENGTH = 32

# So many words of a text are hidden in training, so that the network does not learn sentences by heart.
HIDDEN = 0.15


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    seen, unseen = tickets(3000, unseen=False, seed=SEED), tickets(300, unseen=True, seed=SEED + 1)
    counted = Counter(word for ticket in seen for word in words_of(ticket.text))
    vocabulary = Vocabulary(sorted(counted), LENGTH)
    shape = Shape(words=len(vocabulary.words) + UNKNOWN + 1, classes=len(CLASSES), length=LENGTH)
    weights = _trained(shape, *_numbers(vocabulary, seen))
    words, right = _numbers(vocabulary, unseen)
    export(weights, shape, folder / FILE)
    vocabulary.write(folder)
    probabilities = _served(folder, words)
    difference = float(np.abs(probabilities - np.asarray(jax.nn.softmax(logits(weights, words, shape)))).max())
    if difference > 1e-4:
        raise SystemExit(f"the exported graph says something else than the network: they differ by {difference}")
    accuracy = float((probabilities.argmax(1) == right).mean())
    write_about(Bundle(folder, "transformer", "1", CLASSES, accuracy))
    print(json.dumps({"accuracy": accuracy, "difference": difference, "words": shape.words}))


def _numbers(vocabulary: Vocabulary, of: list[Ticket]) -> tuple[np.ndarray, np.ndarray]:
    words = np.array([vocabulary.numbers(ticket.text) for ticket in of], dtype=np.int64)
    return words, np.array([ticket.label for ticket in of])


def _trained(shape: Shape, words: np.ndarray, labels: np.ndarray) -> Weights:
    weights = initial(shape, jax.random.key(SEED))
    first = jax.tree.map(jnp.zeros_like, weights)
    second = jax.tree.map(jnp.zeros_like, weights)

    def loss(weights: Weights, some: jax.Array, right: jax.Array) -> jax.Array:
        said = jax.nn.log_softmax(logits(weights, some, shape))
        return -jnp.take_along_axis(said, right[:, None], axis=1).mean()

    @jax.jit
    def step(state: tuple, number: jax.Array, some: jax.Array, right: jax.Array) -> tuple:
        """Adam, https://arxiv.org/abs/1412.6980, with its usual figures."""
        weights, first, second = state
        slope = jax.grad(loss)(weights, some, right)
        first = jax.tree.map(lambda old, new: 0.9 * old + 0.1 * new, first, slope)
        second = jax.tree.map(lambda old, new: 0.999 * old + 0.001 * new**2, second, slope)
        down = lambda w, a, b: w - RATE * (a / (1 - 0.9**number)) / (jnp.sqrt(b / (1 - 0.999**number)) + 1e-8)
        return jax.tree.map(down, weights, first, second), first, second

    chance = np.random.default_rng(SEED)
    state = (weights, first, second)
    for number in range(1, STEPS + 1):
        chosen = chance.integers(0, len(words), BATCH)
        some = words[chosen]
        some = np.where((some > UNKNOWN) & (chance.random(some.shape) < HIDDEN), UNKNOWN, some)
        state = step(state, jnp.float32(number), some, labels[chosen])
    return state[0]


def _served(folder: Path, words: np.ndarray) -> np.ndarray:
    session = onnxruntime.InferenceSession(str(folder / FILE), providers=["CPUExecutionProvider"])
    return session.run(["probabilities"], {"words": words})[0]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        print("must be given the folder to write to", file=sys.stderr)
        sys.exit(2)
    main(Path(sys.argv[1]))
