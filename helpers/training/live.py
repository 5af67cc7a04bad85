"""LiveCurves: watch the loss and the metrics of a running `fit`, and stop it without losing the model."""

import math
import signal
import threading
import time
from typing import Any

import ipywidgets as widgets
import keras
import numpy as np
from IPython.display import display, update_display

from helpers.drawing import Curves, Labels
from helpers.widgets.engine.lifetime import belongs_to_cell
from helpers.widgets.engine.stage import Stage, close_all
from helpers.words import _

SIZE = (900, 320)  # pixels on the page
SHORTEST = 0.1  # seconds between two pictures
SHARE = 0.02  # of the training's time may go into them
MOST_PANELS = 3


class LiveCurves(keras.callbacks.Callback):
    """Draw training and validation curves while ``fit`` runs.

    Use it as ``model.fit(..., verbose=0, callbacks=[LiveCurves()])``. The kernel's ■ button ends the training at the
    next batch; the model keeps what it has learned and ``fit`` returns its history; a second press is at once.
    After the run the picture is a still one, saved with the notebook.
    """

    def __init__(self) -> None:
        super().__init__()
        self.log: dict[str, list[float]] = {}
        self.stopped = False  # True once the learner has pressed ■
        self._stage: Stage | None = None

    # What Keras calls.

    def on_train_begin(self, logs: Any = None) -> None:
        """Show an empty progress line; the picture comes with the first numbers."""
        self.log, self.stopped = {}, False
        self.epochs = int(self.params.get("epochs") or 1)
        self.steps = self.params.get("steps")
        self.curves: Curves | None = None
        self._epoch, self._batch = 0, 0
        self._began = self._due = time.perf_counter()
        self._stage = Stage(*SIZE)
        self._bar = widgets.FloatProgress(max=1, layout=widgets.Layout(width="260px"))
        self._words = widgets.HTML()
        self._box = widgets.VBox(
            [self._stage.image, widgets.HBox([self._bar, self._words], layout=widgets.Layout(margin="0 0 0 20px"))]
        )
        belongs_to_cell(self)
        view = {"version_major": 2, "version_minor": 0, "model_id": self._box.model_id}
        self._handle = display(
            {"text/plain": repr(self), "application/vnd.jupyter.widget-view+json": view}, raw=True, display_id=True
        )
        self._listen()

    def on_train_batch_end(self, batch: int, logs: Any = None) -> None:
        """Move the progress line and, when it is due, the picture."""
        self._batch = batch + 1
        if self.stopped:
            self.model.stop_training = True
        self._show(logs or {})

    def on_epoch_end(self, epoch: int, logs: Any = None) -> None:
        """Keep the numbers of the epoch."""
        for name, value in (logs or {}).items():
            self.log.setdefault(name, []).append(float(value))
        if self.steps is None:
            self.steps = self._batch
        self._epoch, self._batch = epoch + 1, 0
        if self.stopped:
            self.model.stop_training = True
        self._show({})

    def on_train_end(self, logs: Any = None) -> None:
        """Leave a still picture instead of the live one."""
        self._unlisten()
        self.draw({}, last=True)
        if self._stage is not None and self._handle is not None:
            data = {"text/plain": repr(self), "image/png": self._stage.still()}
            size = {"image/png": {"width": SIZE[0], "height": SIZE[1]}}
            update_display(data, metadata=size, raw=True, display_id=self._handle.display_id)
        self.close()
        if self.stopped:
            done = len(self.log.get("loss", []))
            print(f"Stopped by you in epoch {max(done, 1)} of {self.epochs}. The model keeps what it has learned.")

    def close(self) -> None:
        """Close the widgets; a second call does nothing."""
        if self._stage is not None:
            self._stage.close()
            self._stage = None
            close_all(self._box)

    def __repr__(self) -> str:
        return f"LiveCurves of {getattr(self, 'epochs', 0)} epochs"

    # The picture.

    def _show(self, running: dict[str, Any]) -> None:
        """Draw when it is time again: at most ten times a second, and only a small share of the training's time."""
        start = time.perf_counter()
        if start < self._due:
            return
        first = self.curves is None  # its set-up must not delay the second picture
        self._tell(start)
        self.draw(running)
        end = time.perf_counter()
        self._due = end + (SHORTEST if first else max(SHORTEST, (end - start) / SHARE))

    def draw(self, running: dict[str, Any], last: bool = False) -> None:
        """Draw what there is."""
        if self._stage is None:
            return
        values = {name: float(value) for name, value in running.items() if np.ndim(value) == 0}
        if self.curves is None:
            if not (measures := _measures(values, self.log)):
                return
            self._set_up(measures)
        assert self.curves is not None
        place = self._epoch + self._batch / (self.steps or max(self._batch, 1))
        self.curves.update(self.log, None if last or not values else (place, values))
        headline = self._summary(time.perf_counter())
        self._headline.place(np.array([[24, 18]]), [headline], size=14, centred=False)
        if not last:
            self._stage.frame()

    def _set_up(self, measures: list[str]) -> None:
        assert self._stage is not None
        page = self._stage.figure.add_axes((0, 0, 1, 1), xlim=(0, SIZE[0]), ylim=(SIZE[1], 0))
        page.set_axis_off()
        self.curves = Curves(page, measures, self.epochs, SIZE)
        self._headline = Labels()
        page.add_patch(self._headline)
        self._stage.moving([*self.curves.moving, self._headline])

    def _summary(self, now: float) -> str:
        """One line of numbers above the curves, the measures by the names that Keras gives them."""
        names = sorted(self.log, key=lambda name: not name.endswith("loss"))
        latest = [f"{name} {self.log[name][-1]:.4g}" for name in names[:4]]
        done = _("{done} of {epochs} epochs done").format(done=self._epoch, epochs=self.epochs)
        return "     ".join([done, f"{now - self._began:.1f} s", *latest])

    def _tell(self, now: float) -> None:
        """Say how far the training is and how long it will take."""
        within = self._batch / self.steps if self.steps else 0.0
        done = min((self._epoch + within) / self.epochs, 1.0)
        self._bar.value = done
        left = (now - self._began) * (1 - done) / done if done else math.nan
        words = _("epoch {epoch} of {epochs}, {percent} %").format(
            epoch=min(self._epoch + 1, self.epochs), epochs=self.epochs, percent=int(100 * done)
        )
        if math.isfinite(left):
            words += ", " + _("about {seconds} s left").format(seconds=max(round(left), 1))
        if self.stopped:
            words = _("Stopping after this batch: the model keeps what it has learned.")
        self._words.value = words

    # The ■ button: it sends SIGINT to the kernel's main thread.

    def _listen(self) -> None:
        self._before: Any = None
        if threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._on_interrupt)

    def _unlisten(self) -> None:
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)
            self._before = None

    def _on_interrupt(self, number: int, frame: Any) -> None:
        if self.stopped:  # pressed again: at once
            self._unlisten()
            raise KeyboardInterrupt
        self.stopped = True


def _measures(running: dict[str, float], log: dict[str, list[float]]) -> list[str]:
    """Loss first, then the metrics, without their ``val_`` twins and without the learning rate."""
    names = [name for name in [*running, *log] if not name.startswith("val_") and name != "learning_rate"]
    ordered = sorted(dict.fromkeys(names), key=lambda name: name != "loss")
    return ordered[:MOST_PANELS]
