# %% [markdown] lang="en"
# # 00. Start here
#
# This is a notebook: text, code, and what the code printed, on one page. You can change the code and run it again, as often as you like. **Is everything ready for deep learning on this machine?** By the end of the page you know, and you have moved your first widget.
#
# **You will be able to**
# - run cells, restart a kernel, and tell which of the two is in disorder;
# - drive a widget with mouse or keyboard, and find its error line;
# - choose between this computer, Binder and Colab;
# - move about in a terminal with six commands.
#
# **Time** about 30 minutes. **You need** nothing.

# %% [markdown] lang="ko"
# # 00. 여기서 시작하세요
#
# 이것은 노트북입니다. 글과 코드, 그리고 코드가 출력한 것이 한 페이지에 있습니다. 코드는 몇 번이든 바꿔서 다시 실행할 수 있습니다. **이 기계에서 딥러닝을 할 준비가 다 되었을까요?** 이 페이지를 마칠 때면 알게 되고, 첫 위젯도 움직여 보게 됩니다.
#
# **이 장에서 할 수 있게 되는 것**
# - 셀(cell)을 실행하고 커널(kernel)을 다시 시작하며, 둘 중 어느 쪽이 어긋났는지 구별합니다.
# - 마우스나 키보드로 위젯(widget)을 움직이고, 오류 문장이 어디에 나오는지 압니다.
# - 내 컴퓨터, Binder, Colab 가운데 고릅니다.
# - 명령 여섯 개로 터미널에서 돌아다닙니다.
#
# **시간** 약 30분. **준비** 없습니다.

# %% tags=["setup"]
from helpers.devices import doctor
from helpers.widgets import TensorExplorer

# %% [markdown] lang="en"
# ## 1. Cells
#
# The grey boxes are **cells**. Click into the next one and press **Shift+Enter**: it runs, its result appears under it, and the cell after it is chosen.

# %% [markdown] lang="ko"
# ## 1. 셀
#
# 회색 상자가 **셀**입니다. 다음 셀을 클릭하고 **Shift+Enter**를 누르세요. 셀이 실행되고, 결과가 바로 아래에 나타나고, 다음 셀이 선택됩니다.

# %%
6 * 7

# %% [markdown] lang="en"
# The number in brackets on its left counts the runs. `[*]` means: still running. A cell shows the value of its last line, and whatever it prints.

# %% [markdown] lang="ko"
# 왼쪽 대괄호 안의 수는 실행한 순서입니다. `[*]`는 아직 실행 중이라는 뜻입니다. 셀은 마지막 줄의 값과, 출력하라고 한 것을 모두 보여 줍니다.

# %%
pixels = 28 * 28
print("pixels of a digit:", pixels)
print("pixels of ten:    ", 10 * pixels)

# %% [markdown] lang="en"
# Cells share one memory, that of the **kernel**: the Python that runs behind the page. `pixels` is still known here. **Predict** what this prints.

# %% [markdown] lang="ko"
# 셀들은 하나의 기억을 함께 씁니다. 페이지 뒤에서 돌아가는 파이썬인 **커널**의 기억입니다. 여기서도 `pixels`를 알고 있습니다. 무엇이 출력될지 **예상해 보세요**.

# %%
pixels = pixels + 1
print(pixels)

# %% [markdown] lang="en"
# 785. Now run that cell a second time: 786. The page looks the same, the kernel has moved on. That is the most frequent trouble with notebooks: **what you see and what the kernel knows can differ.** When something makes no sense, choose *Kernel → Restart Kernel and Run All Cells*. It forgets everything and runs the page from the top.
#
# An error is not a disaster either. Its last line says what is wrong, here in words:

# %% [markdown] lang="ko"
# 785입니다. 그 셀을 한 번 더 실행하면 786이 됩니다. 페이지는 그대로인데 커널은 앞으로 나아갔습니다. 노트북에서 가장 흔한 말썽이 이것입니다. **눈에 보이는 것과 커널이 아는 것이 다를 수 있습니다.** 앞뒤가 맞지 않으면 *Kernel → Restart Kernel and Run All Cells*를 고르세요. 모두 잊고 맨 위부터 다시 실행합니다.
#
# 오류도 재앙이 아닙니다. 마지막 줄에 무엇이 잘못되었는지 나옵니다. 여기서는 문장으로 출력합니다.

# %%
try:
    pixel + 1
except NameError as problem:
    print("NameError:", problem)

# %% [markdown] lang="en"
# The name was misspelt: `pixel` in place of `pixels`.
#
# | to do | keys |
# |---|---|
# | run the cell and go on | Shift+Enter |
# | run the cell and stay | Ctrl+Enter |
# | leave the cell, so that single letters are commands | Esc |
# | back into the cell | Enter |
# | new cell below, above | Esc, then B or A |
# | undo in a cell | Ctrl+Z |
# | stop what is running | ■ in the toolbar, or Esc, I, I |
#
# ## 2. Is everything here? Ask the doctor
#
# One call looks at all that the chapters need. Every line stands alone: if one thing is missing, the others are still told, with one line of advice.

# %% [markdown] lang="ko"
# 이름을 잘못 적었습니다. `pixels`를 `pixel`로 썼습니다.
#
# | 할 일 | 키 |
# |---|---|
# | 셀을 실행하고 다음으로 | Shift+Enter |
# | 셀을 실행하고 그대로 | Ctrl+Enter |
# | 셀에서 나와 글자 하나로 명령하기 | Esc |
# | 다시 셀 안으로 | Enter |
# | 아래나 위에 새 셀 | Esc 다음에 B 또는 A |
# | 셀 안에서 되돌리기 | Ctrl+Z |
# | 실행 중인 것 멈추기 | 도구 모음의 ■, 또는 Esc, I, I |
#
# ## 2. 다 갖추어졌을까요? 의사에게 물어보기
#
# 한 번의 호출로 여러 장에 필요한 것을 모두 살핍니다. 줄마다 따로 섭니다. 한 가지가 없어도 나머지는 알려 주고, 한 줄짜리 조언이 붙습니다.

# %% tags=["nbval-ignore-output"]
doctor()

# %% [markdown] lang="en"
# What you see stored here is another machine's report; run the cell for yours. No GPU is no problem: every chapter runs without one.
#
# ## 3. A widget
#
# Widgets are pictures with controls. This one shows a table of numbers, two rows of three; each cell shows its row and its column. The orange cells are the chosen ones.
#
# A still picture means that no kernel is running it yet. Run the cell, and controls appear under the picture.

# %% [markdown] lang="ko"
# 여기에 저장된 것은 다른 기계의 결과입니다. 셀을 실행하면 여러분의 결과가 나옵니다. GPU가 없어도 괜찮습니다. 모든 장이 GPU 없이 돌아갑니다.
#
# ## 3. 위젯
#
# 위젯은 조작할 수 있는 그림입니다. 아래 위젯은 두 행 세 열짜리 숫자 표를 보여 줍니다. 칸마다 행 번호와 열 번호가 적혀 있고, 주황색 칸이 선택된 것입니다.
#
# 움직이지 않는 그림만 보인다면 아직 커널이 실행하지 않은 것입니다. 셀을 실행하면 그림 아래에 조작 도구가 나타납니다.

# %%
TensorExplorer(shape=(2, 3), index=("0", ":"))

# %% [markdown] lang="en"
# **Try this**
# 1. **Mouse**: drag *cell*. The blue frame walks through the table.
# 2. **Keyboard**: press Tab until the round handle of a slider has a ring, then use the arrow keys; Page Up and Page Down take larger steps, Home and End go to the ends. Tab goes on to the next control.
# 3. **Read**: the sentence under the picture says in words what it shows. It changes with every move.
# 4. **Break it**: type `7` into *take* of axis 0 and press Enter. There is no row 7. An orange bar under the picture says so in words, the picture stays, and the controls stay alive. Type `0` again.
# 5. **Reset** takes you back to the start. **Code** shows the line of Python that rebuilds exactly what you see; copy it into a cell to keep it.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. **마우스**: *칸* 슬라이더를 끌어 보세요. 파란 테두리가 표 안을 걸어갑니다.
# 2. **키보드**: 슬라이더의 둥근 손잡이에 테두리가 생길 때까지 Tab을 누른 다음 화살표 키를 쓰세요. Page Up과 Page Down은 더 크게 움직이고, Home과 End는 양 끝으로 갑니다. Tab을 누르면 다음 도구로 넘어갑니다.
# 3. **읽기**: 그림 아래 문장이 그림의 내용을 말로 알려 줍니다. 움직일 때마다 바뀝니다.
# 4. **고장 내기**: 축 0의 *가져올 것*에 `7`을 입력하고 Enter를 누르세요. 7번 행은 없습니다. 그림 아래 주황색 막대와 함께 그렇다는 문장이 나오고, 그림은 그대로이며, 도구도 계속 움직입니다. 다시 `0`을 입력하세요.
# 5. **처음으로**를 누르면 시작 상태로 돌아갑니다. **코드**를 누르면 지금 보이는 것을 그대로 다시 만드는 파이썬 한 줄이 나옵니다. 셀에 복사해 두면 보관할 수 있습니다.

# %% [markdown] lang="en"
# A widget can also be moved from code, and asked how it stands:

# %% [markdown] lang="ko"
# 위젯은 코드로도 움직일 수 있고, 지금 상태를 물어볼 수도 있습니다.

# %%
explorer = TensorExplorer(shape=(2, 3))
explorer.set(shape=(3, 4), index=(":", "1"))
print(explorer.code)
print(explorer.state)

# %% [markdown] lang="en"
# ## 4. Three places to be
#
# | | this computer | Binder | Colab |
# |---|---|---|---|
# | to install | Python 3.11 to 3.13, then `python lab.py` | nothing | nothing |
# | account | none | none | Google |
# | memory | yours | 2 GB | about 12 GB |
# | GPU | if you have one | no | yes, when one is free: *Runtime → Change runtime type* |
# | first start | some minutes | often several minutes | seconds, then one set-up cell |
# | forgets | nothing | everything, after about 10 minutes without a click | files and variables at the end of the session; the notebook only if you save a copy to Drive |
#
# On Binder and Colab **download or save what you want to keep.** Which of the three is this?

# %% [markdown] lang="ko"
# ## 4. 머물 수 있는 세 곳
#
# | | 내 컴퓨터 | Binder | Colab |
# |---|---|---|---|
# | 설치할 것 | 파이썬 3.11~3.13, 그다음 `python lab.py` | 없음 | 없음 |
# | 계정 | 필요 없음 | 필요 없음 | 구글 |
# | 메모리 | 내 것 | 2 GB | 약 12 GB |
# | GPU | 있으면 씀 | 없음 | 남아 있으면 있음: *런타임 → 런타임 유형 변경* |
# | 처음 시작 | 몇 분 | 흔히 몇 분 넘게 | 몇 초, 그리고 설정 셀 하나 |
# | 잊는 것 | 없음 | 10분쯤 클릭이 없으면 모두 | 세션이 끝나면 파일과 변수를, 드라이브에 사본을 저장하지 않으면 노트북까지 |
#
# Binder와 Colab에서는 **남기고 싶은 것을 내려받거나 저장하세요.** 지금 여기는 셋 중 어디일까요?

# %%
import os
import sys

places = {"Colab": "google.colab" in sys.modules, "Binder": "BINDER_SERVICE_HOST" in os.environ}
here = [name for name, found in places.items() if found]
print("on a hosted service:", here or "no")

# %% [markdown] lang="en"
# ## 5. The terminal in six commands
#
# `python lab.py` is typed into a **terminal**: on Windows *PowerShell* or *Command Prompt*, on macOS *Terminal*, on Linux any of them. JupyterLab has one too: *File → New → Terminal*. A terminal is always **in** some folder.
#
# | to do | Windows (Command Prompt) | macOS, Linux |
# |---|---|---|
# | where am I | `cd` | `pwd` |
# | what is in this folder | `dir` | `ls` |
# | go into a folder | `cd notebooks` | `cd notebooks` |
# | go up one folder | `cd ..` | `cd ..` |
# | copy a file | `copy a.txt b.txt` | `cp a.txt b.txt` |
# | finish a name for me | Tab | Tab |
#
# PowerShell understands `pwd`, `ls` and `cp` as well; there, `cd` alone tells nothing.
#
# The same from Python, on any system: a new folder, a file in it, a copy of the file, and the list of what is there.

# %% [markdown] lang="ko"
# ## 5. 명령 여섯 개로 쓰는 터미널
#
# `python lab.py`는 **터미널**에 입력합니다. 윈도우에서는 *PowerShell*이나 *명령 프롬프트*, macOS에서는 *터미널*, 리눅스에서는 아무 터미널이나 됩니다. JupyterLab 안에도 있습니다. *File → New → Terminal*입니다. 터미널은 언제나 어떤 폴더 **안에** 있습니다.
#
# | 할 일 | 윈도우 (명령 프롬프트) | macOS, 리눅스 |
# |---|---|---|
# | 지금 어디인가 | `cd` | `pwd` |
# | 이 폴더에 무엇이 있나 | `dir` | `ls` |
# | 폴더 안으로 | `cd notebooks` | `cd notebooks` |
# | 한 폴더 위로 | `cd ..` | `cd ..` |
# | 파일 복사 | `copy a.txt b.txt` | `cp a.txt b.txt` |
# | 이름을 끝까지 채우기 | Tab | Tab |
#
# PowerShell에서는 `pwd`, `ls`, `cp`도 통합니다. 다만 `cd`만 쓰면 아무것도 알려 주지 않습니다.
#
# 같은 일을 어느 시스템에서나 파이썬으로 할 수 있습니다. 새 폴더를 만들고, 파일을 하나 넣고, 복사하고, 무엇이 있는지 봅니다.

# %%
import shutil
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    (folder / "a.txt").write_text("hello")
    shutil.copy(folder / "a.txt", folder / "b.txt")
    print("what is in this folder:", sorted(path.name for path in folder.iterdir()))

# %% [markdown] lang="en"
# ## 6. The map
#
# | chapter | minutes | memory | data | download |
# |---|---|---|---|---|
# | [00. Start here](00_start_here.ipynb) | 30 | MEM00 MB | none | none |
# | [01. Tensors](01_tensors.ipynb) | 60 | MEM01 MB | MNIST | 11.5 MB |
# | [09. A first network](09_first_network.ipynb) | 60 | MEM09 MB | MNIST | 11.5 MB |
#
# Minutes are for reading and playing; memory is the most that the chapter's kernel took when we ran it from top to bottom; a data set is downloaded once and then kept. The part "by hand, in NumPy" begins with 01, the part "TensorFlow and Keras" with 07. If you cannot wait to see a network learn, read 01 and jump to 09.
#
# Without a network the chapters use **practice data** of the same shapes, made on the spot, and say so in one line. Results then differ from the printed ones.
#
# ## What you have learned
# - Shift+Enter runs a cell; the kernel remembers; *Restart Kernel and Run All Cells* puts page and kernel in step again.
# - Widgets listen to mouse and keyboard, say in words what they show, and answer nonsense with a sentence.
# - **Is everything ready?** The doctor in section 2 has told you, line by line.
#
# ## Next
# [01. Tensors](01_tensors.ipynb): what a network sees when it looks at a picture.
#
# ## Sources
# - Project Jupyter, *JupyterLab documentation*: keys and menus.
# - The Binder documentation, *Usage guidelines*: memory and time limits of mybinder.org.

# %% [markdown] lang="ko"
# ## 6. 지도
#
# | 장 | 분 | 메모리 | 데이터 | 내려받기 |
# |---|---|---|---|---|
# | [00. 여기서 시작하세요](00_start_here.ipynb) | 30 | MEM00 MB | 없음 | 없음 |
# | [01. 텐서](01_tensors.ipynb) | 60 | MEM01 MB | MNIST | 11.5 MB |
# | [09. 첫 신경망](09_first_network.ipynb) | 60 | MEM09 MB | MNIST | 11.5 MB |
#
# 분은 읽고 만져 보는 시간이고, 메모리는 처음부터 끝까지 실행했을 때 그 장의 커널이 가장 많이 쓴 양입니다. 데이터는 한 번만 내려받아 보관합니다. "NumPy로 직접" 부분은 01에서, "TensorFlow와 Keras" 부분은 07에서 시작합니다. 신경망이 배우는 모습을 빨리 보고 싶다면 01을 읽고 09로 건너뛰세요.
#
# 네트워크가 없으면 형상이 같은 **연습 데이터**를 그 자리에서 만들어 쓰고, 그 사실을 한 줄로 알려 줍니다. 그때 결과는 여기 적힌 것과 다릅니다.
#
# ## 배운 것
# - Shift+Enter로 셀을 실행하고, 커널은 기억합니다. *Restart Kernel and Run All Cells*로 페이지와 커널의 걸음을 다시 맞춥니다.
# - 위젯은 마우스와 키보드로 움직이고, 보이는 것을 말로 알려 주며, 말이 안 되는 입력에는 문장으로 답합니다.
# - **준비가 다 되었을까요?** 2절의 의사가 한 줄씩 알려 주었습니다.
#
# ## 다음
# [01. 텐서](01_tensors.ipynb): 신경망이 그림을 볼 때 무엇을 보는지 알아봅니다.
#
# ## 출처
# - Project Jupyter, *JupyterLab documentation*: 키와 메뉴.
# - Binder 문서, *Usage guidelines*: mybinder.org의 메모리와 시간 제한.
