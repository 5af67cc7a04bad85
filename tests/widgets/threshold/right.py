"""What a picture of the ThresholdExplorer must show for a state: counted by Keras and sample by sample."""

import keras
import numpy as np

from helpers.widgets.threshold.picture import CURVE, SCORES

STATES = ({}, {"curve": "precision-recall"}, {"reweigh": True}, {"reweigh": True, "curve": "precision-recall"})
BINS, PEOPLE = 20, 1000


def counted(explorer, threshold):
    """TP, FP, TN, FN at ``threshold``, by Keras's metrics."""
    found = []
    for name in ("TruePositives", "FalsePositives", "TrueNegatives", "FalseNegatives"):
        metric = getattr(keras.metrics, name)(thresholds=threshold)
        metric.update_state(explorer.labels, explorer.probabilities)
        found.append(float(metric.result()))
    return found


def rates(explorer, threshold):
    """Recall and false positive rate when probabilities from ``threshold`` on are a yes."""
    yes = explorer.probabilities >= threshold
    return yes[explorer.labels].mean(), yes[~explorer.labels].mean()


def precision_of(recall, alarm, prevalence):
    """Bayes' rule."""
    return prevalence * recall / (prevalence * recall + (1 - prevalence) * alarm)


def on_curve(points):
    """Pixels as shares of the panel of the curve."""
    left, top, width, height = CURVE
    return (np.asarray(points) - [left, top + height]) / [width, -height]


def assert_numbers(texts, counts):
    true, false, right, missed = counts
    with np.errstate(invalid="ignore"):
        shares = np.divide(
            [true, true, right, true + right],
            [true + false, true + missed, right + false, sum(counts)],
        )
    assert texts[4:] == ["–" if np.isnan(one) else f"{one:.3f}" for one in shares]
    written = [float(text.replace(",", "")) for text in texts[:4]]
    np.testing.assert_allclose(written, counts, atol=0.5, rtol=0)
    for text, count in zip(texts, counts, strict=False):
        if count < 99:
            assert abs(float(text) - count) <= 0.0501


def assert_bars(explorer, prevalence):
    """The shares of the samples in each bin, twice: dark from the threshold on, pale below it."""
    left, _top, width, _height = SCORES
    threshold, bars = explorer.state.threshold, explorer.picture.bars
    kinds = {True: ("found", "missed"), False: ("alarm", "rest")}
    heights = {}
    for label in (True, False):
        p = explorer.probabilities[explorer.labels == label]
        share = 1 if prevalence is None else (prevalence if label else 1 - prevalence) / len(p)
        for place in range(BINS):
            inside = (p >= place / BINS) & ((p < (place + 1) / BINS) | (place == BINS - 1))
            heights[label, place] = share * sum(inside)
    tallest = max(heights.values())
    drawn = {}
    for label, names in kinds.items():
        for name in names:
            for (x, _y), (wide, high) in zip(bars[name].corners, bars[name].sizes, strict=True):
                start, end = (x - left) / width, (x - left + wide) / width
                place = int((start + end) / 2 * BINS)
                assert start >= threshold - 1e-9 if name == names[0] else end <= threshold + 1e-9
                drawn.setdefault((label, place), []).append(high)
    unit = max(high for each in drawn.values() for high in each)
    assert {key for key, high in heights.items() if high} == set(drawn)
    for key, each in drawn.items():
        np.testing.assert_allclose(np.array(each) / unit, heights[key] / tallest, rtol=1e-9)


def assert_right(explorer):
    state, picture = explorer.state, explorer.picture
    own = explorer.labels.mean()
    prevalence = state.prevalence if state.reweigh else None
    counts = counted(explorer, state.threshold)
    if state.reweigh:
        true, false, right, missed = counts
        yes, no = PEOPLE * prevalence, PEOPLE * (1 - prevalence)
        sick, healthy = true + missed, right + false
        counts = [yes * true / sick, no * false / healthy, no * right / healthy, yes * missed / sick]
    assert_numbers([text for _x, _y, text in picture.numbers.texts], counts)
    assert_bars(explorer, prevalence)

    places = np.array([rates(explorer, one) for one in sorted(set(explorer.probabilities), reverse=True)])
    recall, alarm = places.T
    curve, chance = (on_curve(picture.strokes.lines[name]) for name in ("curve", "chance"))
    heads = [text for _x, _y, text in picture.heads.texts]
    assert heads[1] == f"confusion matrix, of {PEOPLE if state.reweigh else len(explorer.labels):,}"
    if state.curve == "ROC":
        pairs = explorer.probabilities[explorer.labels][:, None] - explorer.probabilities[~explorer.labels]
        area = (pairs > 0).mean() + (pairs == 0).mean() / 2
        assert (heads[0], heads[2], heads[3]) == ("recall", f"AUC {area:.3f}", "1 − specificity")
        expected, ends = np.array([(0, 0), *zip(alarm, recall, strict=True)]), [(0, 0), (1, 1)]
        point = [(counts[1] / (counts[1] + counts[2]), counts[0] / (counts[0] + counts[3]))]
    else:
        assert (heads[0], heads[2], heads[3]) == ("precision", "", "recall")
        share = own if prevalence is None else prevalence
        expected = np.column_stack([recall, precision_of(recall, alarm, share)])
        ends = [(0, share), (1, share)]
        yes = counts[0] + counts[1]
        point = [(counts[0] / (counts[0] + counts[3]), counts[0] / yes)] if yes else np.zeros((0, 2))
    np.testing.assert_allclose(curve, expected, atol=1e-9)
    np.testing.assert_allclose(chance, ends, atol=1e-9)
    np.testing.assert_allclose(on_curve(picture.strokes.marked["curve"]), point, atol=1e-9)
    left, _top, width, _height = SCORES
    np.testing.assert_allclose(picture.strokes.lines["threshold"][:, 0], left + width * state.threshold)
