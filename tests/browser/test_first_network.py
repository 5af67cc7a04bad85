"""09_first_network in a real browser: it trains, it is watched, its predictions are walked through."""

import re

from tests.browser.notebook_page import LIVE, MINUTE, STILL, Picture, expect

TRAINING = 10 * MINUTE


def test_learner_watches_a_network_learn(lab_page, pictures):
    lab_page.open("09_first_network.ipynb")
    lab_page.start_all()
    fit = lab_page.cell("watched.fit(x_train")
    progress = "^epoch {} of 5, \\d+ %, about \\d+ s left$"
    expect(fit.get_by_text(re.compile(progress.format("[1-5]")))).to_be_visible(timeout=TRAINING)
    watched = Picture(fit)
    watched.expect_to_fit()
    watched.screenshot(pictures / "live_curves.png")  # early: it takes a second of a training of a few
    expect(fit.get_by_text(re.compile(progress.format("[45]")))).to_be_visible(timeout=MINUTE)
    assert fit.locator(".progress-bar").evaluate("bar => bar.clientWidth / bar.parentElement.clientWidth") > 0.59

    lab_page.finish_all(TRAINING)
    lab_page.expect_no_trouble()
    expect(fit.locator(STILL)).to_be_visible()
    expect(fit.locator(LIVE)).to_have_count(0)

    predictions = Picture(lab_page.cell("PredictionBrowser(test_images"))
    predictions.expect_to_fit()
    predictions.changes(lambda: predictions.press(predictions.slider("place"), "ArrowRight"))
    predictions.screenshot(pictures / "prediction_browser.png")
    choice = predictions.cell.get_by_label("first")
    predictions.changes(lambda: predictions.press(choice, "End"))
    lab_page.expect_no_trouble()
