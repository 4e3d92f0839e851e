"""A transformer that classifies texts, run by ONNX Runtime."""

from typing import Any

from model_server.bundle import Bundle, UnusableModel
from model_server.models.kind import Kind
from model_server.models.text import Text
from model_server.models.words import Vocabulary
from model_server.prediction import Prediction

FILE = "model.onnx"


class TransformerModel:
    """A session of ONNX Runtime with the vocabulary beside its file."""

    def __init__(self, bundle: Bundle) -> None:
        import numpy
        import onnxruntime

        self._numpy = numpy
        self._classes = bundle.classes
        options = onnxruntime.SessionOptions()
        # A thread for each request that is answered; more of them would fight for the few processors of a pod.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        path = bundle.folder / FILE
        try:
            self._vocabulary = Vocabulary.read(bundle.folder)
            self._session: Any = onnxruntime.InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # whatever is wrong with a file from elsewhere
            raise UnusableModel(f"{path}: cannot be read ({error!r})") from error

    def predict(self, question: Text) -> Prediction:
        words = self._numpy.array([self._vocabulary.numbers(question.text)], dtype=self._numpy.int64)
        shares = self._session.run(["probabilities"], {"words": words})[0][0]
        index = int(shares.argmax())
        return Prediction(index, self._classes[index], float(shares[index]))


TRANSFORMER = Kind(Text, TransformerModel)
