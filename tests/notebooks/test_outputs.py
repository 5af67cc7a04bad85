"""What the build finds to differ is what nbval finds: both are asked, on real nbval cells."""

import nbformat
import pytest
from nbformat import v4
from nbval.plugin import IPyNbFile, coalesce_streams

from tools.outputs import difference


def printed(text, name="stdout"):
    return v4.new_output("stream", name=name, text=text)


def shown(**data):
    return v4.new_output("display_data", data={key.replace("_", "/"): value for key, value in data.items()})


def result(text, count=1):
    return v4.new_output("execute_result", data={"text/plain": text}, execution_count=count)


PICTURE = {"image_png": "aGVsbG8=", "text_plain": "<Figure size 100x100 with 1 Axes>"}

CASES = {
    "nothing": ([], [], None),
    "the same": ([printed("a\n")], [printed("a\n")], None),
    "measured digits": ([printed("a ≈ 1.5 s\nb")], [printed("a ≈ 1,234e-5 s\nb")], None),
    "digits before the sign": ([printed("3 ≈ 1\n")], [printed("4 ≈ 1\n")], ("3 ≈ N", "4 ≈ N")),
    "the first line that differs": ([printed("a\nb\nc\n")], [printed("a\nx\ny\n")], ("b", "x")),
    "a line more": ([printed("a\n")], [printed("a\nb\n")], ("", "b")),
    "an output less": ([printed("a\n")], [], ("a", "")),
    "a space more": ([printed("a\nb\n")], [printed("a\nb \n")], ("b\n", "b \n")),
    "the same text in other pieces": (
        [shown(text_plain="a\nb")],
        [shown(text_plain="a\n"), shown(text_plain="b")],
        ("1 outputs", "2 outputs"),
    ),
    "another stream": ([printed("a\n")], [printed("a\n", name="stderr")], ("a", "")),
    "one stream in pieces": (
        [printed("a\n"), shown(text_html="x"), printed("b\n")],
        [printed("a\nb\n"), shown(text_html="x")],
        None,
    ),
    "pictures": ([shown(**PICTURE)], [shown(**{**PICTURE, "image_png": "d29ybGQ="})], None),
    "a picture and its size": (
        [shown(**PICTURE)],
        [shown(**{**PICTURE, "text_plain": "<Figure size 200x100 with 1 Axes>"})],
        ("<Figure size 100x100 with 1 Axes>", "<Figure size 200x100 with 1 Axes>"),
    ),
    "a picture more": ([shown(**PICTURE)], [shown(**PICTURE)] * 2, ("", "<Figure size 100x100 with 1 Axes>")),
    "values": ([result("1")], [result("2", count=5)], ("1", "2")),
    "value or display": ([result("1")], [shown(text_plain="1")], None),
    "the count of a cell": ([result("1")], [result("1", count=5)], None),
    "html": ([shown(text_html="<b>1")], [shown(text_html="<b>2")], ("<b>1", "<b>2")),
    "an error's message": (
        [v4.new_output("error", ename="E", evalue="1", traceback=["a"])],
        [v4.new_output("error", ename="E", evalue="2", traceback=["a"])],
        ("1", "2"),
    ),
    "a traceback alone": (
        [v4.new_output("error", ename="E", evalue="1", traceback=["a"])],
        [v4.new_output("error", ename="E", evalue="1", traceback=["b"])],
        None,
    ),
    "a progress bar": ([printed("1%\r2%\r3%\nend\n")], [printed("1%\r3%\nend\n")], None),
}


@pytest.fixture
def nbval_finds(request, tmp_path):
    """Return nbval's own verdict on two lists of outputs, with the project's hidden digits."""

    def finds(ours, theirs):
        path = tmp_path / "try.ipynb"
        nbformat.write(v4.new_notebook(cells=[v4.new_code_cell("x", execution_count=1)]), path)
        file = IPyNbFile.from_parent(request.session, path=path)
        file.setup_sanitize_files()
        (cell,) = file.collect()
        return not cell.compare_outputs(coalesce_streams(theirs), coalesce_streams(ours))

    return finds


@pytest.mark.parametrize(("ours", "theirs", "lines"), CASES.values(), ids=CASES)
def test_the_build_and_nbval_find_the_same(ours, theirs, lines, nbval_finds):
    ours, theirs = ([nbformat.from_dict(output) for output in outputs] for outputs in (ours, theirs))
    assert difference(ours, theirs) == lines
    assert nbval_finds(ours, theirs) == (lines is not None)
