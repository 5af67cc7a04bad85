"""TensorBoard for real: started on loopback, read over HTTP, through a Jupyter server's proxy, and gone at the end."""

import importlib
import importlib.util
import json
import secrets
import socket
import subprocess
import sys
import time
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import psutil
import pytest

from helpers.training import start_tensorboard
from helpers.training import tensorboard as module
from tests.setup.reach import assert_this_machine_alone, listening
from tests.widget_tools import live_widgets

LOSSES = [1.0, 0.5, 0.25]


def read(url):
    with urlopen(url, timeout=60) as answer:
        return answer.read().decode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Event files of two runs, one of them with a graph."""
    import tensorflow as tf

    root = tmp_path_factory.mktemp("logs")

    @tf.function
    def layer(x):
        with tf.name_scope("hidden"):
            return tf.sigmoid(tf.matmul(x, tf.ones((2, 3))))

    for run, scale in (("small", 1.0), ("large", 2.0)):
        with tf.summary.create_file_writer(str(root / run)).as_default() as writer:
            if run == "small":
                tf.summary.graph(layer.get_concrete_function(tf.ones((1, 2))).graph)
            for step, loss in enumerate(LOSSES):
                tf.summary.scalar("loss", scale * loss, step)
            writer.close()
    return root


@pytest.fixture(scope="module")
def board(folder):
    board = start_tensorboard(folder)
    yield board
    board.stop()


def test_scalars_come_back_over_http(board):
    assert json.loads(read(board.url + "data/plugin/scalars/tags")).keys() == {"small", "large"}
    points = json.loads(read(board.url + "data/plugin/scalars/scalars?run=large&tag=loss"))
    assert [step for _time, step, _value in points] == [0, 1, 2]
    assert [value for _time, _step, value in points] == [2 * loss for loss in LOSSES]


def test_the_graph_comes_back_over_http(board):
    about = json.loads(read(board.url + "data/plugin/graphs/info"))
    assert about.keys() == {"small"}
    assert about["small"]["run_graph"]
    graph = read(board.url + "data/plugin/graphs/graph?run=small&conceptual=false")
    assert 'op: "MatMul"' in graph
    assert 'name: "hidden/Sigmoid"' in graph


def test_ask_gives_json_and_text_past_any_proxy(board, monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    points = board.ask("data/plugin/scalars/scalars", run="small", tag="loss")
    assert [value for _time, _step, value in points] == LOSSES
    assert board.ask("data/plugin/graphs/graph", run="small", conceptual="false").startswith("node {")


def test_it_listens_on_loopback_alone_and_without_tensorflow(board):
    process = psutil.Process(board.process.pid)
    assert listening(process.pid) == [("127.0.0.1", board.port)]
    assert_this_machine_alone(listening(process.pid))
    assert process.children() == []
    assert process.memory_info().rss < 250e6


def test_its_words_hold_no_port_and_no_path(board):
    assert repr(board) == f"TensorBoard of {board.folder.name}: large, small"


def test_links_lead_to_this_machine_or_through_the_proxy(board, monkeypatch):
    monkeypatch.delenv("JUPYTERHUB_SERVICE_PREFIX", raising=False)
    assert board.link == board.url
    address = urlsplit(board.url)
    assert (address.hostname, address.port) == ("127.0.0.1", board.port)
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", "/user/learner-1/")
    assert board.link == f"/user/learner-1/proxy/{board.port}{address.path}"


@pytest.mark.parametrize("path", ["", "data/logdir", "data/plugin/scalars/tags", "guessed/data/logdir"])
def test_who_does_not_know_its_path_gets_nothing(board, path):
    root = f"http://127.0.0.1:{board.port}/"
    assert len(board.url) >= len(root) + 20
    with pytest.raises(HTTPError) as refused:
        read(root + path)
    refused.value.close()
    assert refused.value.code == 404


def shown(board, monkeypatch):
    """What a notebook gets when the board is displayed."""
    sent = []
    monkeypatch.setattr(module, "display", lambda data, raw: sent.append((data, raw)))
    board._ipython_display_()
    return sent


def test_a_notebook_gets_links_and_a_text_that_stays_the_same(board, monkeypatch):
    ((data, raw),) = shown(board, monkeypatch)
    assert raw
    assert data["text/plain"] == repr(board)
    links = live_widgets()[data["application/vnd.jupyter.widget-view+json"]["model_id"]]
    for page in ("", "#scalars", "#graphs"):
        assert f'href="{board.url}{page}"' in links.value
    assert "Open TensorBoard" in links.value


def test_on_colab_the_notebook_extension_shows_it(board, monkeypatch):
    notebook = importlib.import_module("tensorboard.notebook")
    asked = []
    monkeypatch.setattr(notebook, "display", lambda **options: asked.append(options))
    monkeypatch.setenv("COLAB_RELEASE_TAG", "release-colab")
    assert shown(board, monkeypatch) == []
    assert asked == [{"port": board.port, "height": 800}]


def test_the_proxy_of_a_jupyter_server_reaches_it(board, tmp_path, monkeypatch):
    """As on Binder: a Jupyter server under a prefix, with jupyter-server-proxy, and the link of the notebook."""
    pytest.importorskip("jupyter_server_proxy")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    prefix, token = "/user/learner-1/", secrets.token_hex(16)
    monkeypatch.setenv("JUPYTERHUB_SERVICE_PREFIX", prefix)
    options = [f"--ServerApp.port={port}", f"--ServerApp.base_url={prefix}", f"--IdentityProvider.token={token}"]
    options += ["--no-browser", "--allow-root", f"--ServerApp.root_dir={tmp_path}", "--ServerApp.port_retries=0"]
    options += ["--ServerApp.jpserver_extensions={'jupyter_server_proxy': True}"]
    with (tmp_path / "said.txt").open("wb") as said:
        server = subprocess.Popen([sys.executable, "-m", "jupyter_server", *options], stdout=said, stderr=said)
        try:
            address = f"http://127.0.0.1:{port}{board.link}data/plugin/scalars/tags?token={token}"
            assert json.loads(read_when_up(address, server)).keys() == {"small", "large"}
            page = read(f"http://127.0.0.1:{port}{board.link}?token={token}")
            assert "<title>TensorBoard</title>" in page or "tensorboard" in page.lower()
        finally:
            server.terminate()
            server.wait(30)


def read_when_up(url, process):
    until = time.monotonic() + 120
    while True:
        try:
            return read(url)
        except (URLError, HTTPException, OSError):
            assert process.poll() is None
            assert time.monotonic() < until
            time.sleep(0.3)


def gone(board):
    assert board.process.returncode is not None
    assert not psutil.pid_exists(board.process.pid)
    with pytest.raises(URLError):
        read(board.url)


def test_stop_ends_the_process_and_a_second_call_does_nothing(folder):
    board = start_tensorboard(folder)
    assert json.loads(read(board.url + "data/runs"))
    board.stop()
    gone(board)
    board.stop()


def test_running_a_cell_again_ends_what_it_started(folder, monkeypatch):
    from helpers.widgets.engine import lifetime

    runs = iter([("cell", 1), ("cell", 2)])
    monkeypatch.setattr(lifetime, "_current_cell", lambda: next(runs))
    first = start_tensorboard(folder)
    second = start_tensorboard(folder)
    gone(first)
    assert json.loads(read(second.url + "data/runs"))
    second.stop()


@pytest.mark.parametrize("end", ["pass", "import os, signal; os.kill(os.getpid(), 9)"])
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_no_orphan_is_left_however_the_kernel_ends(folder, end):
    code = (
        "import sys; from helpers.training import start_tensorboard\n"
        f"board = start_tensorboard({str(folder)!r}); print(board.process.pid, flush=True)\n{end}"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
    server = int(done.stdout)
    until = time.monotonic() + 30
    while psutil.pid_exists(server) and psutil.Process(server).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < until
        time.sleep(0.1)


@pytest.mark.parametrize("place", ["", "nowhere"])
def test_a_folder_without_event_files_is_refused_in_words(tmp_path, place):
    (tmp_path / "notes.txt").write_text("no event file")
    with pytest.raises(ValueError, match=r"no event files in .*: write some with tf\.summary first"):
        start_tensorboard(tmp_path / place)


def test_without_tensorboard_it_says_what_to_do(folder, monkeypatch):
    found = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "tensorboard" else found(name))
    with pytest.raises(ImportError, match="pip install tensorboard"):
        start_tensorboard(folder)


@pytest.fixture
def serve_by(tmp_path, monkeypatch):
    """A function that puts a program of its own where TensorBoard's is started."""

    def write(code):
        program = tmp_path / "server.py"
        program.write_text(code)
        monkeypatch.setattr(module, "_SERVER", program)
        return program

    return write


def test_the_last_line_of_a_server_that_fails_is_the_error(folder, serve_by):
    serve_by("raise SystemExit('no room left')")
    with pytest.raises(RuntimeError, match="TensorBoard did not start: no room left"):
        start_tensorboard(folder)


def test_a_server_that_never_answers_is_ended(folder, serve_by, monkeypatch):
    silent = serve_by("import time; time.sleep(600)")
    monkeypatch.setattr(module, "STARTING", 1)
    monkeypatch.setattr(module, "ENDING", 0.5)
    with pytest.raises(RuntimeError, match="no answer in 1 s"):
        start_tensorboard(folder)
    assert not [child for child in psutil.Process().children() if str(silent) in child.cmdline()]
