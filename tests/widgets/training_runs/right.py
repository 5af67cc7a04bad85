"""What a picture of the TrainingBrowser must show for a state: the lists of the history, smoothed term by term."""

import numpy as np

STATES = ({}, {"epoch": 5, "run": "large"})


def smoothed(values, amount):
    """Each value as the mean of all, weighted by ``amount`` to the power of their distance."""
    away = np.abs(np.subtract.outer(np.arange(len(values)), np.arange(len(values))))
    weights = np.where(away == 0, 1.0, float(amount) ** away)
    return weights @ np.asarray(values) / weights.sum(axis=1)


def values_of(panel, epochs, points):
    """Pixels of a panel as epochs and values of its axes."""
    left, top, width, height = panel.box
    low, high = panel.limits
    points = np.asarray(points)
    return np.column_stack(
        [(points[:, 0] - left) * 1.03 * epochs / width, low + (top + height - points[:, 1]) * (high - low) / height]
    )


def inside(points, panel):
    """The points that lie in a panel, in their order."""
    left, top, width, height = panel.box
    x, y = points.T
    return points[(x >= left) & (x <= left + width) & (y >= top - 1e-6) & (y <= top + height + 1e-6)]


def number(text):
    """The last number of a text."""
    return float(text.split()[-1].replace("−", "-"))


def assert_right(explorer):
    state, picture, history = explorer.state, explorer.picture, explorer.history
    name = state.run or next(iter(history))
    log = history[name]
    metric = state.metric or next(key for key in history[next(iter(history))] if "loss" not in key)
    assert list(picture.panels) == ["loss", metric]
    epochs, best = len(log["loss"]), int(np.argmin(log["val_loss"])) + 1
    epoch = best if state.epoch is None else state.epoch
    lowest = int(np.argmin(smoothed(log["val_loss"], state.smoothing))) + 1
    lines, marked = picture.lines.lines, picture.lines.marked
    texts = [text for _x, _y, text in picture.values.texts]
    assert texts[0] == f"{name}:  epoch {epoch} of {epochs}"
    assert texts[-1].endswith(f"epoch {lowest}")
    bars = iter(zip(picture.gaps.corners[::2], picture.gaps.sizes[::2], strict=True))
    for place, (measure, panel) in enumerate(picture.panels.items()):
        at = {}
        for line, key in (("train", measure), ("val", "val_" + measure)):
            wanted = smoothed(log[key], state.smoothing)
            at[line] = wanted[epoch - 1]
            before = values_of(panel, epochs, inside(lines[line], panel))
            after = values_of(panel, epochs, inside(lines[line + " after"], panel))
            dot = values_of(panel, epochs, inside(marked[line], panel))
            for drawn, first, last in ((before, 0, epoch), (after, epoch - 1, epochs), (dot, epoch - 1, epoch)):
                np.testing.assert_allclose(drawn[:, 0], np.arange(first, last) + 1, atol=1e-9)
                capped = np.minimum(wanted[first:last], panel.limits[1])
                np.testing.assert_allclose(drawn[:, 1], capped, atol=2e-3 * np.ptp(panel.limits))
        written = [number(text) for text in texts[1 + 2 * place : 3 + 2 * place]]
        np.testing.assert_allclose(written, list(at.values()), rtol=6e-3)
        corner, size = next(bars)
        edges = values_of(panel, epochs, np.stack([corner, corner + size]))
        assert np.isclose(edges[:, 0].mean(), epoch)
        np.testing.assert_allclose(sorted(edges[:, 1]), sorted(at.values()), atol=2e-3 * np.ptp(panel.limits))
        gap = number(picture.differences.texts[place][2])
        np.testing.assert_allclose(gap, at["val"] - at["train"], rtol=6e-3, atol=2e-3)
        others = [values_of(panel, epochs, inside(lines["other"], panel))[:, 1]]
        wanted = [smoothed(run["val_" + measure], state.smoothing) for key, run in history.items() if key != name]
        np.testing.assert_allclose(
            np.concatenate(others),
            np.minimum(np.concatenate(wanted), panel.limits[1]),
            atol=2e-3 * np.ptp(panel.limits),
        )
    star = values_of(picture.panels["loss"], epochs, inside(marked["best"], picture.panels["loss"]))
    np.testing.assert_allclose(star, [(lowest, smoothed(log["val_loss"], state.smoothing)[lowest - 1])], rtol=2e-3)
    chosen = [text for _x, _y, text in picture.names.texts]
    assert sorted(chosen) == sorted(("▸ " if key == name else "") + key for key in history)
