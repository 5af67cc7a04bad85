"""tools.labels: the words of a picture in the other language, and nothing else."""

import pytest

from tools.labels import translated

TABLE = {
    "labels": {"loss": "손실", "epoch {n}": "에포크 {n}", "a, b": "가, 나", "é": "나"},
    "07": {"by hand": "손으로"},
}


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ('ax.set_title("loss")', 'ax.set_title("손실")'),
        ("plt.xlabel('loss')", "plt.xlabel('손실')"),
        ('ax.plot(log["loss"], "o", label="loss")', 'ax.plot(log["loss"], "o", label="손실")'),
        ('ax.set(xlabel="loss", title=f"epoch {n}")', 'ax.set(xlabel="손실", title=f"에포크 {n}")'),
        ('ax.text(0, 1, "é"); ax.text(0, 2, "loss")', 'ax.text(0, 1, "나"); ax.text(0, 2, "손실")'),
        ('for n in ("by hand", "loss"):\n    ax.set_title(n)', 'for n in ("손으로", "loss"):\n    ax.set_title(n)'),
        ('ax.legend(["loss", "a, b"])', 'ax.legend(["손실", "가, 나"])'),
        ('ax.set_title(runs["by hand"])', 'ax.set_title(runs["by hand"])'),
        ('titles = ("loss", "by hand")', 'titles = ("손실", "손으로")'),
        ('name = "loss"', 'name = "loss"'),
        ('print("loss", f"epoch {n}")', 'print("loss", f"epoch {n}")'),
        ('print(f"epoch {log["loss"]}")', 'print(f"epoch {log["loss"]}")'),
        ('%pip install x\nax.set_title("loss")', '%pip install x\nax.set_title("loss")'),
        ('ax.set_title("no such label")', 'ax.set_title("no such label")'),
    ],
)
def test_what_is_written_on_a_picture_is_translated(source, result):
    assert translated(source, TABLE, "07") == result


def test_the_words_of_one_chapter_stay_in_another():
    assert translated('names = ["by hand"]', TABLE, "08") == 'names = ["by hand"]'


def test_an_empty_table_changes_nothing():
    source = 'ax.set_title("loss")'
    assert translated(source, {}, "07") == source
