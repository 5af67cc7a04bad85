import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from helpers.drawing import Curves
from helpers.drawing.curves import round_marks


@pytest.fixture
def curves():
    """Curves of two measures over 4 epochs on a page of their own."""
    figure = Figure(figsize=(9, 3.2), dpi=100)
    FigureCanvasAgg(figure)
    page = figure.add_axes((0, 0, 1, 1), xlim=(0, 900), ylim=(320, 0))
    return Curves(page, ["loss", "accuracy"], epochs=4, size=(900, 320))


def values_at(panel, line):
    """The values that a line shows, read back from its pixels."""
    _left, top, _width, height = panel.box
    low, high = panel.limits
    return low + (top + height - line.get_ydata()) * (high - low) / height


def test_curves_show_the_log_at_its_epochs(curves):
    log = {"loss": [0.9, 0.3], "accuracy": [0.5, 0.8], "val_loss": [0.8, 0.4]}
    curves.update(log, now=(2.5, {"loss": 0.35}))
    panel = curves.panels["loss"]
    for name in ("loss", "val_loss"):
        np.testing.assert_allclose(values_at(panel, curves.lines[name]), log[name])
    np.testing.assert_allclose(values_at(panel, curves.lines["now_loss"]), [0.35])
    first, second = curves.lines["loss"].get_xdata()
    (running,) = curves.lines["now_loss"].get_xdata()
    assert running == pytest.approx(second + (second - first) / 2)
    assert len(curves.lines["now_accuracy"].get_xdata()) == 0
    low, high = panel.limits
    assert 0 <= low < 0.3
    assert high > 0.9


def test_validation_is_named_only_when_there_is_some(curves):
    curves.update({"loss": [0.9]})
    assert [len(line.get_xdata()) for line in curves._key] == [2, 0]
    curves.update({"loss": [0.9], "val_loss": [0.8]})
    assert [len(line.get_xdata()) for line in curves._key] == [2, 2]


def test_curves_survive_nan_and_constant_values(curves):
    curves.update({"loss": [float("nan"), float("inf")]})
    curves.update({"loss": [2.0, 2.0, 2.0], "accuracy": [0.0]})
    low, high = curves.panels["loss"].limits
    assert low < 2 < high


@pytest.mark.parametrize(
    ("low", "high", "texts"),
    [
        (0, 1, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (0.9, 1.0, ["0.90", "0.92", "0.94", "0.96", "0.98", "1.00"]),
        (0.9, 0.99, ["0.900", "0.925", "0.950", "0.975"]),
        (0, 4.12, ["0", "1", "2", "3", "4"]),
        (0, 3e7, ["0.0e+00", "5.0e+06", "1.0e+07", "1.5e+07", "2.0e+07", "2.5e+07", "3.0e+07"]),
    ],
)
def test_ticks_are_round_and_written_alike(low, high, texts):
    assert [text for _, text in round_marks(low, high, most=4 if high == 0.99 else 6)] == texts
