"""The same network as a graph of ONNX. https://onnx.ai/onnx/operators/"""

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

from model_server.models.words import PADDING
from training.transformer.network import EPSILON, Shape, Weights

OPSET = 17  # the first with LayerNormalization


class Graph:
    """Nodes and constants, named as they come."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(value, name))
        return name

    def apply(self, operator: str, *inputs: str, output: str = "", **attributes: object) -> str:
        name = output or f"{operator.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, list(inputs), [name], **attributes))
        return name


def export(weights: Weights, shape: Shape, path: Path) -> None:
    """Writes a graph from `words`, numbers of words, to `probabilities`."""
    graph = Graph()
    for name, value in weights.items():
        graph.constant(name, np.asarray(value, dtype=np.float32))
    each = shape.width // shape.heads
    graph.constant("padding", np.array(PADDING, dtype=np.int64))
    graph.constant("split", np.array([0, shape.length, shape.heads, each], dtype=np.int64))
    graph.constant("join", np.array([0, shape.length, shape.width], dtype=np.int64))
    graph.constant("by_root", np.array(each**-0.5, dtype=np.float32))
    graph.constant("one", np.array(1, dtype=np.float32))
    graph.constant("never", np.array(1e4, dtype=np.float32))
    graph.constant("for_all_heads", np.array([1, 2], dtype=np.int64))
    graph.constant("last", np.array([2], dtype=np.int64))
    graph.constant("of_words", np.array([1], dtype=np.int64))

    there = graph.apply("Cast", graph.apply("Not", graph.apply("Equal", "words", "padding")), to=TensorProto.FLOAT)
    absent = graph.apply("Mul", graph.apply("Sub", graph.apply("Unsqueeze", there, "for_all_heads"), "one"), "never")
    hidden = graph.apply("Add", graph.apply("Gather", "embedding", "words"), "position")
    for layer in range(shape.layers):
        hidden = _layer(graph, layer, hidden, absent)
    known = graph.apply("Mul", hidden, graph.apply("Unsqueeze", there, "last"))
    total = graph.apply("ReduceSum", known, "of_words", keepdims=0)
    mean = graph.apply("Div", total, graph.apply("ReduceSum", there, "of_words", keepdims=1))
    graph.apply("Softmax", graph.apply("MatMul", mean, "answer"), output="probabilities", axis=-1)

    texts = helper.make_tensor_value_info("words", TensorProto.INT64, ["texts", shape.length])
    said = helper.make_tensor_value_info("probabilities", TensorProto.FLOAT, ["texts", shape.classes])
    made = helper.make_graph(graph.nodes, "transformer", [texts], [said], graph.constants)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, str(path))


def _layer(graph: Graph, layer: int, hidden: str, absent: str) -> str:
    query, key, value = (_heads(graph, hidden, f"{layer}.{name}") for name in ("query", "key", "value"))
    turned = graph.apply("Transpose", key, perm=[0, 1, 3, 2])
    scores = graph.apply("Add", graph.apply("Mul", graph.apply("MatMul", query, turned), "by_root"), absent)
    seen = graph.apply("MatMul", graph.apply("Softmax", scores, axis=-1), value)
    joined = graph.apply("Reshape", graph.apply("Transpose", seen, perm=[0, 2, 1, 3]), "join")
    hidden = _normal(graph, layer, "attended", hidden, graph.apply("MatMul", joined, f"{layer}.joined"))
    wide = graph.apply("Relu", graph.apply("MatMul", hidden, f"{layer}.wider"))
    return _normal(graph, layer, "thought", hidden, graph.apply("MatMul", wide, f"{layer}.narrower"))


def _heads(graph: Graph, hidden: str, weights: str) -> str:
    return graph.apply(
        "Transpose", graph.apply("Reshape", graph.apply("MatMul", hidden, weights), "split"), perm=[0, 2, 1, 3]
    )


def _normal(graph: Graph, layer: int, norm: str, before: str, added: str) -> str:
    both = graph.apply("Add", before, added)
    names = (f"{layer}.{norm}.scale", f"{layer}.{norm}.bias")
    return graph.apply("LayerNormalization", both, *names, axis=-1, epsilon=EPSILON)
