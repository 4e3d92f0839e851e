"""What the stand-ins for models and for Groq usually answer."""

import json
from typing import Any, Callable

from standins.upstream import Answer


def model(name: str, category: str) -> Callable[[str, str, bytes], Answer]:
    """As the classifiers of the model server do; `test_models.py` holds it to what these really say."""

    def answers(method: str, path: str, _: bytes) -> Answer:
        if (method, path) == ("GET", "/ready"):
            return 200, {"status": "ready"}
        if (method, path) != ("POST", "/predict"):
            return 404, {"detail": "Not Found"}
        return 200, {
            "prediction": 0,
            "class_name": category,
            "confidence": 0.9,
            "inference_time_ms": 1.5,
            "model": name,
            "version": "1",
        }

    return answers


def completion(content: str) -> dict[str, Any]:
    """https://console.groq.com/docs/api-reference#chat-create"""
    message = {"role": "assistant", "content": content}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1730241104,
        "model": "llama-3.1-8b-instant",
        "choices": [{"index": 0, "message": message, "logprobs": None, "finish_reason": "stop"}],
        "usage": {"prompt_tokens": 18, "completion_tokens": 8, "total_tokens": 26},
    }


def groq(score: float) -> Callable[[str, str, bytes], Answer]:
    def answers(method: str, path: str, _: bytes) -> Answer:
        if (method, path) != ("POST", "/openai/v1/chat/completions"):
            return 404, {"error": {"message": "Unknown request URL", "code": "unknown_url"}}
        return 200, completion(json.dumps({"complexity": score}))

    return answers
