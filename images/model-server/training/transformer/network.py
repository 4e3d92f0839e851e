"""A small encoder as in "Attention is all you need", for classifying texts. https://arxiv.org/abs/1706.03762"""

from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp

from model_server.models.words import PADDING

Weights = dict[str, Any]

EPSILON = 1e-5


@dataclass(frozen=True)
class Shape:
    """How large a network is."""

    words: int
    classes: int
    length: int = 32
    width: int = 64
    heads: int = 4
    inner: int = 128
    layers: int = 2


def initial(shape: Shape, key: jax.Array) -> Weights:
    """Weights before training, by the names that the exported graph has for them."""
    sizes = {
        "embedding": (shape.words, shape.width),
        "position": (shape.length, shape.width),
        "answer": (shape.width, shape.classes),
    }
    for layer in range(shape.layers):
        sizes |= {f"{layer}.{name}": (shape.width, shape.width) for name in ("query", "key", "value", "joined")}
        sizes |= {f"{layer}.wider": (shape.width, shape.inner), f"{layer}.narrower": (shape.inner, shape.width)}
    keys = jax.random.split(key, len(sizes))
    weights = {
        name: jax.random.normal(one, size) * size[0] ** -0.5 if "." in name else jax.random.normal(one, size) * 0.1
        for one, (name, size) in zip(keys, sizes.items())
    }
    for layer in range(shape.layers):
        for norm in ("attended", "thought"):
            weights[f"{layer}.{norm}.scale"] = jnp.ones(shape.width)
            weights[f"{layer}.{norm}.bias"] = jnp.zeros(shape.width)
    return weights


def logits(weights: Weights, words: jax.Array, shape: Shape) -> jax.Array:
    """What it says about texts, a row of numbers of words each."""
    there = (words != PADDING).astype(jnp.float32)
    hidden = weights["embedding"][words] + weights["position"]
    for layer in range(shape.layers):
        mine = {name.split(".", 1)[1]: each for name, each in weights.items() if name.startswith(f"{layer}.")}
        hidden = _normal(hidden + _attention(mine, hidden, there, shape), mine, "attended")
        hidden = _normal(hidden + jax.nn.relu(hidden @ mine["wider"]) @ mine["narrower"], mine, "thought")
    mean = (hidden * there[:, :, None]).sum(1) / there.sum(1, keepdims=True)
    return mean @ weights["answer"]


def _attention(mine: Weights, hidden: jax.Array, there: jax.Array, shape: Shape) -> jax.Array:
    each = shape.width // shape.heads
    split = (hidden.shape[0], shape.length, shape.heads, each)
    query, key, value = ((hidden @ mine[name]).reshape(split).swapaxes(1, 2) for name in ("query", "key", "value"))
    scores = query @ key.swapaxes(2, 3) * each**-0.5 + (there[:, None, None, :] - 1) * 1e4
    joined = (jax.nn.softmax(scores) @ value).swapaxes(1, 2).reshape(hidden.shape)
    return joined @ mine["joined"]


def _normal(hidden: jax.Array, mine: Weights, norm: str) -> jax.Array:
    centred = hidden - hidden.mean(-1, keepdims=True)
    spread = jnp.sqrt((centred**2).mean(-1, keepdims=True) + EPSILON)
    return centred / spread * mine[f"{norm}.scale"] + mine[f"{norm}.bias"]
