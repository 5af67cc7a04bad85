"""From scores to probabilities, the loss, and its gradient."""

from dataclasses import dataclass

import numpy as np

from helpers.maths.losses import log_softmax, softmax


@dataclass(frozen=True)
class Prediction:
    """What softmax makes of scores, each (classes,); ``naive`` is exp(z / T) / Σ exp(z / T) in float32 as written."""

    label: int
    z: np.ndarray
    powers: np.ndarray  # exp((z − max) / T)
    p: np.ndarray
    gradient: np.ndarray  # of the loss with respect to z / T
    naive: np.ndarray
    loss: float


def predict(scores: tuple[float, ...], label: int, temperature: float = 1.0, shift: float = 0.0) -> Prediction:
    """Work out softmax((scores + shift) / temperature); a ``label`` beyond the last class is the last."""
    z = np.array(scores, float) + shift
    label = min(label, len(z) - 1)
    p = softmax(z, temperature)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        powers = np.exp((z / temperature).astype(np.float32))
        naive = powers / powers.sum()
    return Prediction(
        label=label,
        z=z,
        powers=np.exp((z - z.max()) / temperature),
        p=p,
        gradient=p - np.eye(len(z))[label],
        naive=naive,
        loss=float(-log_softmax(z / temperature)[label]),
    )
