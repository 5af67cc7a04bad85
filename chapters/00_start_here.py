# %% [markdown] lang="en"
# # 00. Start here
#
# A **neural network** is a function with many adjustable numbers, its **weights**, and training changes them little by little until the outputs fit a set of examples. The function is computed in **layers**, one after the other: each turns what it gets from the layer before into a more useful representation of the data. **Deep learning** means training networks with several such layers. The idea is not new; in 1989 such a network already read handwritten digits. By 2012 there was far more data and computing power. In that year's ImageNet contest, programs had to sort photographs into 1,000 classes, with five guesses for each. The winning entry missed the right class in 15.3 % of the photographs, and the second best in 26.2 %. The winner was built on AlexNet, a deep network trained with two GPUs (graphics processors) on 1.2 million photographs.
#
# You learn all this in notebooks like this one: text, code, and what the code printed, on one page. You can change the code and run it again, as often as you like. **Is everything ready for deep learning on this machine?** By the end of this page you will know, and you will have moved your first widget.
#
# **You will be able to**
# - run cells, and restart a kernel when page and kernel no longer agree;
# - move a widget with mouse or keyboard, and find its error message;
# - choose between this computer, Binder and Colab;
# - move about in a terminal with six commands.
#
# **Time** about 30 minutes. **You need** nothing.

# %% [markdown] lang="ko"
# # 00. 여기서 시작하세요
#
# **신경망**(neural network)은 **가중치**(weight)라는 조절할 수 있는 수가 많이 들어 있는 함수이고, 훈련은 출력이 주어진 예에 맞도록 가중치를 조금씩 바꾸는 과정입니다. 신경망은 **층**(layer)을 차례로 거치며 계산하는데, 층마다 앞 층에서 받은 것을 더 쓸모 있는 표현으로 바꿉니다. 이런 층이 여럿인 '깊은(deep)' 신경망을 훈련하는 일이 **딥러닝**(deep learning)입니다. 새로운 발상은 아니어서, 1989년에 이미 이런 신경망이 손글씨 숫자를 읽었습니다. 2012년에는 데이터가 훨씬 많아지고 컴퓨터도 훨씬 빨라져 있었습니다. 그해 ImageNet 대회에서는 사진을 1,000가지로 분류하는 프로그램들이 겨루었습니다. 사진마다 답을 다섯 개씩 낼 수 있었는데, 다섯 개가 모두 틀린 사진이 1위는 15.3 %, 2위는 26.2 %였습니다. 1위는 GPU(그래픽 처리 장치) 두 개와 사진 120만 장으로 훈련한 깊은 신경망 AlexNet을 바탕으로 한 프로그램입니다.
#
# 이 강좌에서는 지금 보고 있는 것과 같은 노트북(notebook)으로 배웁니다. 노트북에는 글과 코드, 그 코드가 출력한 결과가 한 페이지에 모여 있습니다. 코드는 몇 번이든 고쳐서 다시 실행할 수 있습니다. **여기서 딥러닝을 할 준비가 다 되었을까요?** 이 장을 마치면 답을 알게 되고, 위젯(widget)도 처음으로 움직여 보게 됩니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 셀(cell)을 실행하고, 페이지와 커널(kernel)이 어긋나면 커널을 다시 시작합니다.
# - 마우스나 키보드로 위젯을 움직이고, 오류 메시지가 나오는 곳을 압니다.
# - 내 컴퓨터, Binder, Colab 가운데 알맞은 곳을 고릅니다.
# - 명령 여섯 개로 터미널(terminal) 안을 돌아다닙니다.
#
# **시간** 약 30분. **필요한 것** 없음.

# %% tags=["setup"]
from helpers.devices import doctor
from helpers.widgets import TensorExplorer

# %% [markdown] lang="en"
# ## 1. Cells
#
# The grey boxes are **cells**. Click into the next one and press **Shift+Enter**. It runs, its result appears under it, and the next cell is selected.

# %% [markdown] lang="ko"
# ## 1. 셀
#
# 회색 상자가 **셀**입니다. 바로 아래 셀을 클릭하고 **Shift+Enter**를 누르세요. 셀이 실행되어 그 밑에 결과가 나타나고, 다음 셀이 선택됩니다.

# %%
6 * 7

# %% [markdown] lang="en"
# The number in brackets on the left of a cell counts the runs; `[*]` means that the cell is still running. A cell shows the value of its last line, and whatever it prints.

# %% [markdown] lang="ko"
# 셀 왼쪽 대괄호 안의 수는 몇 번째로 실행했는지를 나타냅니다. `[*]`는 아직 실행 중이라는 뜻입니다. 셀에는 마지막 줄의 값과 `print`로 출력한 것이 모두 나타납니다.

# %%
pixels = 28 * 28
print("pixels of a digit:", pixels)
print("pixels of ten:    ", 10 * pixels)

# %% [markdown] lang="en"
# Cells share one memory, that of the **kernel**, the Python that runs behind the page. So the next cell still knows `pixels`. **Predict** what it prints.

# %% [markdown] lang="ko"
# 셀들은 메모리를 함께 씁니다. 페이지 뒤에서 돌아가는 파이썬, 즉 **커널**의 메모리입니다. 그래서 다음 셀에서도 `pixels`를 쓸 수 있습니다. 무엇이 출력될지 **예상해 보세요**.

# %%
pixels = pixels + 1
print(pixels)

# %% [markdown] lang="en"
# It prints 785. Now run that cell a second time, and it prints 786. The code is the same, but the value in the kernel has changed. With notebooks this is a common source of confusion: **what you see and what the kernel knows can differ.** When something makes no sense, choose *Kernel → Restart Kernel and Run All Cells*. The kernel then forgets everything and runs the page from the top.
#
# An error is not a disaster either. However long its message is, read the last line first, because it says what is wrong. Here is that line alone.

# %% [markdown] lang="ko"
# 785가 출력됩니다. 같은 셀을 한 번 더 실행하면 786이 됩니다. 코드는 그대로인데 커널에 저장된 값이 달라졌기 때문입니다. 노트북에서는 이런 일로 헷갈리기 쉽습니다. **눈에 보이는 것과 커널에 있는 것이 다를 수 있습니다.** 앞뒤가 맞지 않으면 *Kernel → Restart Kernel and Run All Cells*를 고르세요. 커널의 메모리를 비우고 페이지를 맨 위부터 다시 실행합니다.
#
# 오류가 나도 큰일은 아닙니다. 오류 메시지가 아무리 길어도 마지막 줄부터 읽으세요. 무엇이 잘못되었는지가 거기에 적혀 있습니다. 여기서는 그 줄만 출력해 봅니다.

# %%
try:
    pixel + 1
except NameError as problem:
    print("NameError:", problem)

# %% [markdown] lang="en"
# The name is misspelt: `pixel` instead of `pixels`.
#
# | to do | keys |
# |---|---|
# | run the cell and go on | Shift+Enter |
# | run the cell and stay | Ctrl+Enter |
# | leave the cell, so that single letters are commands | Esc |
# | back into the cell | Enter |
# | new cell below, above | Esc, then B or A |
# | undo in a cell | Ctrl+Z (Cmd+Z on a Mac) |
# | stop what is running | ■ in the toolbar, or Esc, I, I |
#
# These are the keys and menus of JupyterLab. On Colab the menu is called *Runtime*, and ■ stands beside the running cell.
#
# ## 2. Is everything here? The doctor's report
#
# One call checks everything that the chapters need. Each line is checked separately. If one thing is missing, the rest is still reported, and the missing one comes with advice.

# %% [markdown] lang="ko"
# 이름이 틀렸습니다. `pixels`라고 쓸 것을 `pixel`이라고 썼습니다.
#
# | 할 일 | 키 |
# |---|---|
# | 셀을 실행하고 다음으로 | Shift+Enter |
# | 셀을 실행하고 그대로 | Ctrl+Enter |
# | 셀에서 나오기 (이제 글자 하나가 명령이 됨) | Esc |
# | 다시 셀 안으로 | Enter |
# | 아래에 새 셀, 위에 새 셀 | Esc 다음에 B, Esc 다음에 A |
# | 셀 안에서 되돌리기 | Ctrl+Z (맥에서는 Cmd+Z) |
# | 실행 멈추기 | 도구 모음의 ■, 또는 Esc, I, I |
#
# JupyterLab의 키와 메뉴입니다. Colab에서는 메뉴 이름이 *런타임*이고, ■는 실행 중인 셀 옆에 있습니다.
#
# ## 2. 다 갖추어졌을까요? 컴퓨터 진단하기
#
# `doctor()`를 한 번 호출하면 이 강좌에 필요한 것을 모두 살펴봅니다. 항목을 하나씩 따로 검사하므로, 하나가 없어도 나머지는 그대로 나옵니다. 없는 항목에는 조언이 붙습니다.

# %% tags=["nbval-ignore-output"]
doctor()

# %% [markdown] lang="en"
# The report stored here comes from another machine; run the cell to get yours. You do not need a GPU: every chapter runs without one.
#
# ## 3. A widget
#
# Widgets are pictures with controls. This one shows a table of two rows and three columns. Each cell of the table shows the number of its row and of its column, counted from 0, and the selected cells are orange. The strip below shows the same six cells as they lie in memory (chapter [01](01_tensors.ipynb)).
#
# If you see a picture without controls, the cell has not been run here yet. Run it, and the controls appear under the picture.

# %% [markdown] lang="ko"
# 여기 저장된 것은 다른 컴퓨터에서 나온 결과입니다. 셀을 실행하면 지금 쓰는 컴퓨터의 결과가 나옵니다. GPU가 없어도 괜찮습니다. 모든 장이 GPU 없이 돌아갑니다.
#
# ## 3. 위젯
#
# 위젯은 조작할 수 있는 그림입니다. 아래 위젯은 2행 3열짜리 표를 보여 줍니다. 칸마다 0부터 센 행 번호와 열 번호가 적혀 있고, 선택된 칸은 주황색입니다. 그 아래의 띠는 같은 여섯 칸이 메모리에 놓인 모습입니다. [01장](01_tensors.ipynb)에서 설명합니다.
#
# 그림만 있고 조작 도구가 없다면 아직 셀을 실행하지 않은 상태입니다. 실행하면 그림 아래에 조작 도구가 나타납니다.

# %%
TensorExplorer(shape=(2, 3), index=("0", ":"))

# %% [markdown] lang="en"
# **Try this**
# 1. **Mouse**: drag *cell*. The blue frame moves through the table.
# 2. **Keyboard**: press Tab until the round handle of a slider has a ring, then use the arrow keys. Page Up and Page Down take larger steps, Home and End go to the ends. Tab goes on to the next control.
# 3. **Read**: the sentence under the controls says in words what the picture shows. It changes with every move.
# 4. **Break it**: type `7` into *take* of axis 0 (the rows) and press Enter. There is no row 7. An orange bar with a sentence appears under the controls and says so. The picture stays as it was, and the controls still work. Type `0` again.
# 5. **Reset** takes you back to the start. **Code** shows the line of Python that rebuilds exactly what you see; copy it into a cell to keep it.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. **마우스**: *칸* 슬라이더를 끌어 보세요. 파란 테두리가 칸에서 칸으로 옮겨 갑니다.
# 2. **키보드**: 슬라이더의 둥근 손잡이에 테두리가 생길 때까지 Tab을 누른 다음 화살표 키를 누르세요. Page Up과 Page Down을 누르면 더 크게 움직이고, Home과 End를 누르면 양 끝으로 갑니다. 다시 Tab을 누르면 다음 도구로 넘어갑니다.
# 3. **읽기**: 도구 아래 문장이 그림의 내용을 말로 알려 줍니다. 움직일 때마다 바뀝니다.
# 4. **고장 내기**: 축 0(행)의 *가져올 것*에 `7`을 입력하고 Enter를 누르세요. 7번 행은 없으므로, 도구 아래에 주황색 막대와 함께 무엇이 안 되는지 알려 주는 문장이 나옵니다. 그림은 그대로이고 도구도 계속 쓸 수 있습니다. 다시 `0`을 입력하세요.
# 5. **처음으로**를 누르면 시작 상태로 돌아갑니다. **코드**를 누르면 지금 보이는 것을 그대로 다시 만드는 파이썬 한 줄이 나옵니다. 셀에 복사해 두면 나중에도 쓸 수 있습니다.

# %% [markdown] lang="en"
# You can also move a widget from code, and ask for its state.

# %% [markdown] lang="ko"
# 코드로도 위젯을 움직이고 지금 상태를 확인할 수 있습니다.

# %%
explorer = TensorExplorer(shape=(2, 3))
explorer.set(shape=(3, 4), index=(":", "1"))
print(explorer.code)
print(explorer.state)

# %% [markdown] lang="en"
# ## 4. Three places to run the notebooks
#
# | | this computer | Binder | Colab |
# |---|---|---|---|
# | to install | Python 3.11 to 3.13, then `python lab.py` | nothing | nothing |
# | price | free | free | free; more for a fee |
# | account | none | none | Google |
# | memory | yours | 2 GB | about 12 GB |
# | GPU | if you have one | no | yes, when one is free: *Runtime → Change runtime type* |
# | first start | some minutes | often several minutes | seconds, then one set-up cell |
# | forgets | nothing | everything, after about 10 minutes without use | files and variables at the end of the session; the notebook only if you save a copy to Drive |
#
# On Binder and Colab, **download or save what you want to keep.** The next cell tells you where you are now; `no` means neither Binder nor Colab.

# %% [markdown] lang="ko"
# ## 4. 노트북을 쓸 수 있는 세 곳
#
# | | 내 컴퓨터 | Binder | Colab |
# |---|---|---|---|
# | 설치할 것 | 파이썬 3.11~3.13, 그다음 `python lab.py` | 없음 | 없음 |
# | 요금 | 무료 | 무료 | 무료, 더 쓰려면 유료 |
# | 계정 | 필요 없음 | 필요 없음 | 구글 |
# | 메모리 | 컴퓨터에 있는 만큼 | 2 GB | 약 12 GB |
# | GPU | 있으면 씀 | 없음 | 남는 것이 있으면 씀: *런타임 → 런타임 유형 변경* |
# | 처음 시작 | 몇 분 | 몇 분씩 걸릴 때가 많음 | 몇 초, 그다음 설정 셀 하나 |
# | 사라지는 것 | 없음 | 10분쯤 쓰지 않으면 모두 | 세션이 끝나면 파일과 변수, 드라이브에 사본을 저장하지 않았다면 노트북까지 |
#
# Binder와 Colab에서는 **남기고 싶은 것을 내려받거나 저장해 두세요.** 다음 셀을 실행하면 지금 여기가 어디인지 알 수 있습니다. `no`라고 나오면 Binder도 Colab도 아닙니다.

# %%
import os
import sys

places = {"Colab": "google.colab" in sys.modules, "Binder": "BINDER_SERVICE_HOST" in os.environ}
here = [name for name, found in places.items() if found]
print("on a hosted service:", here or "no")

# %% [markdown] lang="en"
# ## 5. The terminal in six commands
#
# You type `python lab.py` into a **terminal**. On Windows this is *PowerShell* or *Command Prompt*, on macOS *Terminal*, and on Linux any terminal will do. JupyterLab has one too: *File → New → Terminal*. A terminal is always **in** some folder.
#
# | to do | Windows (Command Prompt) | macOS, Linux |
# |---|---|---|
# | show the current folder | `cd` | `pwd` |
# | list what is in it | `dir` | `ls` |
# | go into a folder | `cd notebooks` | `cd notebooks` |
# | go up one folder | `cd ..` | `cd ..` |
# | copy a file | `copy a.txt b.txt` | `cp a.txt b.txt` |
# | complete a name | Tab | Tab |
#
# PowerShell understands `pwd`, `ls` and `cp` as well. Use `pwd` there, because `cd` alone does not print the folder.
#
# Python can do the same on any system. The cell makes a new folder, writes a file into it, copies the file, and lists the folder.

# %% [markdown] lang="ko"
# ## 5. 명령 여섯 개로 쓰는 터미널
#
# `python lab.py`는 **터미널**에 입력합니다. 윈도우에서는 *PowerShell*이나 *명령 프롬프트*, macOS에서는 *터미널*, 리눅스에서는 아무 터미널이나 됩니다. JupyterLab에도 터미널이 있습니다(*File → New → Terminal*). 터미널은 언제나 어느 한 폴더 **안에** 있습니다.
#
# | 할 일 | 윈도우 (명령 프롬프트) | macOS, 리눅스 |
# |---|---|---|
# | 현재 폴더 보기 | `cd` | `pwd` |
# | 폴더 안의 목록 보기 | `dir` | `ls` |
# | 폴더 안으로 들어가기 | `cd notebooks` | `cd notebooks` |
# | 한 단계 위 폴더로 가기 | `cd ..` | `cd ..` |
# | 파일 복사 | `copy a.txt b.txt` | `cp a.txt b.txt` |
# | 이름 자동 완성 | Tab | Tab |
#
# PowerShell에서는 `pwd`, `ls`, `cp`도 쓸 수 있습니다. `cd`만 입력하면 폴더가 나오지 않으므로 `pwd`를 쓰세요.
#
# 파이썬으로는 어느 운영 체제에서나 같은 코드로 같은 일을 합니다. 새 폴더를 만들어 파일을 하나 넣고, 그 파일을 복사한 다음, 폴더 안의 목록을 봅니다.

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
# | [00. Start here](00_start_here.ipynb) | 30 | 590 MB | none | none |
# | [01. Tensors](01_tensors.ipynb) | 60 | 190 MB | MNIST | 11.5 MB |
# | [02. Broadcasting](02_broadcasting.ipynb) | 75 | 170 MB | none | none |
# | [03. Neurons and activations](03_neurons_activations.ipynb) | 80 | 210 MB | none | none |
# | [04. Backpropagation](04_backprop.ipynb) | 90 | 920 MB | MNIST | 11.5 MB |
# | [05. Optimizers](05_optimizers.ipynb) | 90 | 730 MB | MNIST | 11.5 MB |
# | [06. Softmax and losses](06_softmax_losses.ipynb) | 90 | 560 MB | MNIST | 11.5 MB |
# | [07. TensorFlow](07_tensorflow.ipynb) | 75 | 670 MB | none | none |
# | [08. Keras blocks](08_keras_blocks.ipynb) | 75 | 1,030 MB | none | none |
# | [09. A first network](09_first_network.ipynb) | 60 | 1,400 MB | MNIST | 11.5 MB |
# | [10. Fashion pictures](10_fashion_images.ipynb) | 60 | 1,100 MB | Fashion-MNIST | 30.9 MB |
# | [11. Film reviews](11_imdb_reviews.ipynb) | 75 | 1,070 MB | IMDB | 19.1 MB |
# | [12. Newswires](12_reuters_topics.ipynb) | 60 | 1,090 MB | Reuters | 2.7 MB |
# | [13. House prices](13_housing_regression.ipynb) | 75 | 810 MB | Boston, California | 0.8 MB |
# | [14. Tables](14_tables.ipynb) | 75 | 720 MB | CreditCard, infert | 0.1 MB |
# | [15. The playground](15_playground.ipynb) | 90 | 920 MB | MNIST | 11.5 MB |
#
# Minutes are for reading and trying things out. Memory is the most that the chapter's kernel took when we ran it from top to bottom. A data set is downloaded once and then kept on that computer. The part "by hand, in NumPy" begins with 01, the part "TensorFlow and Keras" with 07. If you want to see a network learn right away, open [15](15_playground.ipynb), run its first cells and press *Play*; or read 01 and continue with 09.
#
# Without an internet connection the chapters use **practice data** of the same shapes, made on the spot, and say so in one line. Your results then differ from those in the text.
#
# ## What you have learned
# - **Deep learning** means training neural networks with several layers.
# - Shift+Enter runs a cell; the kernel remembers what has been run; after *Restart Kernel and Run All Cells*, page and kernel agree again.
# - You move a widget with mouse or keyboard. It says in words what it shows, and what is wrong with an input.
# - **Is everything ready?** The report in section 2 says so, line by line.
#
# ## Next
# [01. Tensors](01_tensors.ipynb): what a network sees when it looks at a picture.
#
# ## Sources
# - Y. LeCun and others, "Backpropagation applied to handwritten zip code recognition", Neural Computation 1 (1989): a network that read digits.
# - A. Krizhevsky, I. Sutskever, G. E. Hinton, "ImageNet classification with deep convolutional neural networks", NIPS (2012): AlexNet, and the results of the contest.
# - Project Jupyter, *JupyterLab documentation*: keys and menus.
# - The Binder documentation, *Usage guidelines*: memory and time limits of mybinder.org.

# %% [markdown] lang="ko"
# ## 6. 지도
#
# | 장 | 분 | 메모리 | 데이터 | 내려받기 |
# |---|---|---|---|---|
# | [00. 여기서 시작하세요](00_start_here.ipynb) | 30 | 590 MB | 없음 | 없음 |
# | [01. 텐서](01_tensors.ipynb) | 60 | 190 MB | MNIST | 11.5 MB |
# | [02. 브로드캐스팅](02_broadcasting.ipynb) | 75 | 170 MB | 없음 | 없음 |
# | [03. 뉴런과 활성화](03_neurons_activations.ipynb) | 80 | 210 MB | 없음 | 없음 |
# | [04. 역전파](04_backprop.ipynb) | 90 | 920 MB | MNIST | 11.5 MB |
# | [05. 옵티마이저](05_optimizers.ipynb) | 90 | 730 MB | MNIST | 11.5 MB |
# | [06. 소프트맥스와 손실](06_softmax_losses.ipynb) | 90 | 560 MB | MNIST | 11.5 MB |
# | [07. TensorFlow](07_tensorflow.ipynb) | 75 | 670 MB | 없음 | 없음 |
# | [08. Keras 블록](08_keras_blocks.ipynb) | 75 | 1,030 MB | 없음 | 없음 |
# | [09. 첫 신경망](09_first_network.ipynb) | 60 | 1,400 MB | MNIST | 11.5 MB |
# | [10. 패션 그림](10_fashion_images.ipynb) | 60 | 1,100 MB | Fashion-MNIST | 30.9 MB |
# | [11. 영화평](11_imdb_reviews.ipynb) | 75 | 1,070 MB | IMDB | 19.1 MB |
# | [12. 뉴스 기사](12_reuters_topics.ipynb) | 60 | 1,090 MB | Reuters | 2.7 MB |
# | [13. 주택 가격](13_housing_regression.ipynb) | 75 | 810 MB | Boston, California | 0.8 MB |
# | [14. 표](14_tables.ipynb) | 75 | 720 MB | CreditCard, infert | 0.1 MB |
# | [15. 놀이터](15_playground.ipynb) | 90 | 920 MB | MNIST | 11.5 MB |
#
# *분*은 읽고 만져 보는 데 걸리는 시간이고, *메모리*는 처음부터 끝까지 실행했을 때 그 장의 커널이 가장 많이 쓴 양입니다. 데이터셋은 한 번만 내려받아 보관합니다. 1부 "NumPy로 직접"은 01장에서, 2부 "TensorFlow와 Keras"는 07장에서 시작합니다. 신경망이 배우는 모습을 바로 보고 싶다면 [15장](15_playground.ipynb)을 열어 앞쪽 셀을 실행하고 *재생*을 누르세요. 01장을 읽고 09장으로 넘어가도 됩니다.
#
# 인터넷에 연결되어 있지 않으면 형상(shape)이 같은 **연습 데이터**를 그 자리에서 만들어 쓰고, 그 사실을 한 줄로 알려 줍니다. 이때는 결과가 본문에 적힌 것과 다릅니다.
#
# ## 배운 것
# - **딥러닝**은 층이 여럿인 신경망을 훈련하는 일입니다.
# - Shift+Enter로 셀을 실행합니다. 실행한 결과는 커널에 남습니다. *Restart Kernel and Run All Cells*를 고르면 페이지와 커널이 다시 맞아떨어집니다.
# - 위젯은 마우스나 키보드로 움직입니다. 그림의 내용과 잘못된 입력을 문장으로 알려 줍니다.
# - **준비가 다 되었을까요?** 2절의 진단 결과에 한 줄씩 나와 있습니다.
#
# ## 다음
# [01. 텐서](01_tensors.ipynb): 신경망이 그림을 볼 때 무엇을 보는지 알아봅니다.
#
# ## 출처
# - Y. LeCun 외, "Backpropagation applied to handwritten zip code recognition", Neural Computation 1 (1989): 숫자를 읽은 신경망.
# - A. Krizhevsky, I. Sutskever, G. E. Hinton, "ImageNet classification with deep convolutional neural networks", NIPS (2012): AlexNet과 대회 결과.
# - Project Jupyter, *JupyterLab documentation*: 단축키와 메뉴.
# - Binder 문서, *Usage guidelines*: mybinder.org의 메모리와 시간 제한.
