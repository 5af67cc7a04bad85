# %% [markdown] lang="en"
# # 00. Start here
#
# In section 1 below, a small network learns to tell blue points from orange ones while you watch. **What is deep learning, and is everything ready for it on this machine?** By the end of this page you will be able to answer both questions.
#
# This page is a **notebook**: text, code, and what the code printed. The grey boxes are **cells**. Click into the first one and press **Shift+Enter** to run it; then go on to the next. If you see only a picture where there should be controls, the cell has not been run here yet.
#
# **You will be able to**
# - say what a neural network is, what *deep* means, and what changed in 2012;
# - run cells, and restart the kernel when it no longer matches the page;
# - operate a widget with the mouse or the keyboard, and find its error messages;
# - choose between this computer, Binder and Colab;
# - find your way around in a terminal.
#
# **Time** about 35 minutes. **You need** nothing.

# %% [markdown] lang="ko"
# # 00. 여기서 시작하세요
#
# 아래 1절에서는 작은 신경망(neural network)이 파란 점과 주황 점을 구별하는 법을 배우는 모습을 봅니다. **딥러닝(deep learning)은 무엇이고, 이 컴퓨터에서 딥러닝을 할 준비는 다 되었을까요?** 이 장을 마치면 두 질문에 모두 답할 수 있습니다.
#
# 지금 보고 있는 페이지는 글과 코드, 그 코드가 출력한 결과를 한데 모은 **노트북**(notebook)입니다. 회색 상자는 **셀**(cell)입니다. 첫 번째 셀을 클릭하고 **Shift+Enter**를 눌러 실행한 다음, 다음 셀로 넘어가세요. 그림만 있고 조작 도구가 없다면 아직 셀을 실행하지 않은 상태입니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 신경망이 무엇이고 '깊다(deep)'는 말이 무슨 뜻인지, 2012년에 무엇이 달라졌는지 설명합니다.
# - 셀을 실행하고, 페이지의 내용과 커널(kernel)의 상태가 어긋나면 커널을 다시 시작합니다.
# - 마우스나 키보드로 위젯(widget)을 조작하고, 오류 메시지를 찾아 읽습니다.
# - 내 컴퓨터, Binder, Colab 가운데 알맞은 곳을 고릅니다.
# - 터미널(terminal)에서 폴더를 오가고 파일을 복사합니다.
#
# **시간** 약 35분. **필요한 것** 없음.

# %% tags=["setup"]
from helpers.devices import doctor
from helpers.widgets import Playground, TensorExplorer
from helpers.widgets.playground import Experiment, Trainer

# %% [markdown] lang="en"
# ## 1. A network learns
#
# The large square is a map. At every spot on it, the network answers *blue* or *orange*. All that the network is given is a set of points with their colours. Before training, its answers are arbitrary. **Predict** what shape the blue part of the map will have in the end: half of the map, a stripe, or something else? Run the cell, then press ▶ (*Play*) under the picture.

# %% [markdown] lang="ko"
# ## 1. 신경망이 배우는 모습
#
# 아래 그림의 큰 사각형은 지도입니다. 신경망은 지도의 위치마다 *파랑* 또는 *주황*이라고 답합니다. 신경망에는 점들의 위치와 색만 주어집니다. 훈련하기 전에는 아무렇게나 답합니다. 훈련이 끝났을 때 파란 부분이 지도의 절반을 차지할지, 띠 모양일지, 아니면 다른 모양일지 **예상해 보세요**. 셀을 실행하고 그림 아래의 ▶(*재생*) 단추를 누르세요.

# %%
Playground(learning_rate=0.01)

# %% [markdown] lang="en"
# The blue part becomes an island around the blue points. Nobody drew this island; the network learned it from examples.
#
# **Try this**
# 1. Press the same button again to pause. *to step 0* goes back to the start, and ▶ plays again. The two curves at the lower right show the **loss**, which measures how far the answers are from the right ones. The solid curve is for the points you see, the dashed one for other points. Both fall.
# 2. Watch the lines. Each stands for one adjustable number. Its thickness shows the size of that number, and its colour the sign. The tiny squares also stand for adjustable numbers. Training changes nothing but these numbers.
# 3. Move *seed* to 1, and press ▶. The points and the initial numbers are different now, and so is the island.
#
# Chapter [15](15_playground.ipynb) explains the other controls. Is it always that easy? The next cell trains five networks without a picture, each with different points and different initial numbers. Before and after training, it tests each network on new points and prints what percentage of them get the right colour.

# %% [markdown] lang="ko"
# 파란 부분은 파란 점들을 감싼 섬 모양이 됩니다. 사람이 그려 준 섬이 아닙니다. 신경망이 예로 주어진 점들을 보고 배운 모양입니다.
#
# **해 보세요**
# 1. 같은 단추를 다시 눌러 멈춰 보세요. *스텝 0으로*를 누르면 처음으로 돌아가고, ▶를 누르면 다시 시작합니다. 오른쪽 아래의 두 곡선은 **손실**(loss), 즉 신경망의 답이 정답과 얼마나 다른지를 나타냅니다. 실선은 지금 보이는 점으로, 파선은 다른 점으로 잰 손실입니다. 둘 다 점점 작아집니다.
# 2. 왼쪽의 타일들을 잇는 선을 눈여겨보세요. 선 하나가 조절할 수 있는 수 하나를 나타냅니다. 굵기는 그 수의 크기를, 색은 부호를 뜻합니다. 아주 작은 네모도 조절할 수 있는 수를 나타냅니다. 훈련으로 바뀌는 것은 이 수들뿐입니다.
# 3. *시드*를 1로 옮기고 ▶를 눌러 보세요. 점의 위치도, 조절할 수 있는 수의 초깃값도 달라져서 섬의 모양이 바뀝니다.
#
# 다른 조작 도구는 [15장](15_playground.ipynb)에서 설명합니다. 언제나 이렇게 잘될까요? 다음 셀에서는 그림 없이 신경망 다섯 개를 훈련하는데, 신경망마다 점의 위치와 초깃값이 다릅니다. 훈련 전과 후에 각각 새로운 점으로 시험하여, 색을 맞힌 점의 비율을 출력합니다.

# %%
for seed in range(5):
    trainer = Trainer(Experiment(learning_rate=0.01, seed=seed))
    before = trainer.losses().test_accuracy
    trainer.train(5000)
    print(f"seed {seed}: {before:.0%} before training, {trainer.losses().test_accuracy:.0%} after")
print("adjustable numbers:", sum(numbers.size for numbers in trainer.parameters))

# %% [markdown] lang="en"
# Each network started near 50 %, which is what guessing gives. After 5,000 small changes, called **steps**, all five had reached at least 98 %. Each has only 25 adjustable numbers.
#
# ## 2. What deep learning is
#
# A **neural network** is a function with many adjustable numbers, most of them **weights**. **Training** changes them little by little until the outputs fit a set of examples. The function is computed in **layers**, one after the other. Each layer turns the output of the one before into a more useful representation of the data.
#
# Here is the first network after training. Each small tile in columns 1 and 2 is a map too. It shows the answer of one **unit**, a part of a layer, at every point. **Predict** in which layer, 1 or 2, all the borders between blue and orange are straight.

# %% [markdown] lang="ko"
# 훈련하기 전에는 다섯 신경망 모두 50 % 안팎을 맞힙니다. 찍기만 해도 나오는 비율입니다. 훈련이란 조절할 수 있는 수를 조금씩 바꾸는 일이며, 한 번 바꾸는 것을 **스텝**(step)이라고 합니다. 5,000 스텝을 훈련하면 다섯 신경망 모두 98 % 이상을 맞힙니다. 조절할 수 있는 수는 신경망마다 25개뿐입니다.
#
# ## 2. 딥러닝이란 무엇일까
#
# **신경망**은 조절할 수 있는 수가 많이 들어 있는 함수이며, 이 수들은 대부분 **가중치**(weight)입니다. **훈련**은 이 수들을 조금씩 바꾸어, 예로 주어진 정답에 출력을 맞추어 가는 과정입니다. 계산은 **층**(layer)을 차례로 거치며 이루어집니다. 층마다 앞 층의 출력을 더 쓸모 있는 데이터 표현(representation)으로 바꿉니다.
#
# 아래는 1절의 신경망을 훈련한 뒤의 모습입니다. 숫자 1과 2 아래에 있는 작은 타일도 지도입니다. 타일 하나는 층을 이루는 **유닛**(unit) 하나가 위치마다 무엇을 출력하는지 보여 줍니다. 첫째 층과 둘째 층 가운데 파랑과 주황의 경계가 모두 곧은 층은 어느 쪽일지 **예상해 보세요**.

# %%
Playground(learning_rate=0.01, steps=5000)

# %% [markdown] lang="en"
# In layer 1, all borders are straight. Layer 2 mixes the four tiles of layer 1, and its borders are bent. The output mixes the two tiles of layer 2, and its border is closed. No unit of layer 1 could draw an island; layer by layer, the representation gets closer to the answer.
#
# **Deep learning** means training networks with several such layers. *Deep* refers to this chain of layers, not to a deeper understanding. The idea is not new. As early as 1989, such a network read handwritten digits.
#
# What changed in **2012** was how well the idea worked on a large scale. In that year's ImageNet contest, programs had to sort photographs into 1,000 classes, with five guesses for each photograph. The winning entry missed the right class for 15.3 % of the photographs, the second-best entry for 26.2 %. The winner was built on AlexNet, a network of eight layers with 60 million adjustable numbers, trained on 1.2 million photographs. By then there was far more labelled data and computing power than in 1989. AlexNet was trained on two GPUs (graphics processors). Deep networks won in the following years too. In 2015 a group of networks with up to 152 layers missed the right class for only 3.57 %.
#
# In the chapters that follow you will build such networks, first by hand, number by number, and then in a few lines with Keras.
#
# ## 3. Is everything here? The doctor's report
#
# One call checks everything that the chapters need. Each line of the report is the result of a separate check. If something is missing, the report tells you what to do about it and still covers the rest.

# %% [markdown] lang="ko"
# 첫째 층에서는 경계가 모두 곧습니다. 둘째 층에서는 첫째 층의 타일 네 개가 섞여 경계가 굽습니다. 출력에서는 둘째 층의 타일 두 개가 다시 섞여 경계가 닫힌 곡선이 됩니다. 첫째 층의 유닛 하나로는 섬을 그릴 수 없지만, 층을 거칠수록 표현이 답에 가까워집니다.
#
# 이런 층이 여럿인 신경망을 훈련하는 일이 **딥러닝**입니다. '깊다'는 말은 층이 여러 개 이어져 있다는 뜻이지, 더 깊이 이해한다는 뜻이 아닙니다. 딥러닝은 새로운 발상이 아닙니다. 1989년에 이미 이런 신경망이 손글씨 숫자를 읽었습니다.
#
# **2012년**에 달라진 것은 규모가 큰 문제에서 거둔 성적입니다. 그해 ImageNet 대회에서는 사진을 1,000가지로 분류하는 프로그램들이 겨루었습니다. 사진마다 답을 다섯 개씩 낼 수 있었는데, 다섯 개가 모두 틀린 사진의 비율은 1위가 15.3 %, 2위가 26.2 %였습니다. 1위는 AlexNet을 바탕으로 한 프로그램이었습니다. AlexNet은 층이 8개, 조절할 수 있는 수가 6천만 개인 신경망입니다. 이 신경망을 훈련하는 데 사진 120만 장과 GPU(그래픽 처리 장치) 두 개를 썼습니다. 1989년과 비교하면 그때는 정답이 붙은 데이터가 훨씬 많았고 컴퓨터도 훨씬 빨랐습니다. 그 뒤의 대회에서도 깊은 신경망이 1위를 했습니다. 2015년의 1위는 층이 최대 152개인 신경망을 여럿 함께 써서, 답 다섯 개가 모두 틀린 사진의 비율을 3.57 %까지 낮추었습니다.
#
# 이어지는 장들에서는 먼저 숫자 하나하나까지 손으로 계산하며 이런 신경망을 만들고, 그다음에는 Keras를 써서 코드 몇 줄로 만듭니다.
#
# ## 3. 다 갖추어졌을까요? 컴퓨터 진단하기
#
# `doctor()`를 한 번 호출하면 이 강좌에 필요한 것이 모두 있는지 점검합니다. 항목을 하나씩 따로 검사하므로, 하나가 없어도 나머지 결과는 그대로 나옵니다. 갖추어지지 않은 항목이 있으면 어떻게 해야 하는지도 알려 줍니다.

# %% tags=["nbval-ignore-output"]
doctor()

# %% [markdown] lang="en"
# The report stored here comes from another machine; run the cell to get yours. You do not need a GPU: every chapter runs without one.
#
# ## 4. Cells
#
# You have run some cells already. The next one is very short.

# %% [markdown] lang="ko"
# 여기에 저장된 결과는 다른 컴퓨터에서 나왔습니다. 셀을 실행하면 지금 쓰는 컴퓨터의 결과가 나옵니다. GPU가 없어도 괜찮습니다. 모든 장이 GPU 없이 돌아갑니다.
#
# ## 4. 셀
#
# 셀은 이미 몇 개 실행해 보았습니다. 다음은 아주 짧은 셀입니다.

# %%
6 * 7

# %% [markdown] lang="en"
# The number in brackets to the left of a cell shows the order in which cells were run; `[*]` means that the cell is still running. A cell shows the value of its last line, and whatever it prints.

# %% [markdown] lang="ko"
# 셀 왼쪽 대괄호 안의 수는 몇 번째로 실행했는지를 나타냅니다. `[*]`는 아직 실행 중이라는 뜻입니다. 셀에는 마지막 줄의 값과 `print`로 출력한 것이 모두 나타납니다.

# %%
pixels = 28 * 28
print("pixels of a digit:", pixels)
print("pixels of ten:    ", 10 * pixels)

# %% [markdown] lang="en"
# All cells share the memory of the **kernel**, the Python process that runs behind the page. So `pixels` is still defined in the next cell. **Predict** what it prints.

# %% [markdown] lang="ko"
# 모든 셀은 **커널**의 메모리를 함께 씁니다. 커널은 페이지 뒤에서 돌아가는 파이썬 프로세스입니다. 그래서 다음 셀에서도 `pixels`를 쓸 수 있습니다. 무엇이 출력될지 **예상해 보세요**.

# %%
pixels = pixels + 1
print(pixels)

# %% [markdown] lang="en"
# It prints 785. Now run that cell a second time, and it prints 786. The code is the same, but the value in the kernel has changed. This often causes confusion. **What you see and what the kernel knows can differ.** When something makes no sense, choose *Kernel → Restart Kernel and Run All Cells*. The kernel then forgets everything and runs the page from the top.
#
# An error is no disaster. However long its message is, read the last line first, because it says what is wrong. Here is just that line.

# %% [markdown] lang="ko"
# 785가 출력됩니다. 같은 셀을 한 번 더 실행하면 786이 됩니다. 코드는 그대로인데 커널에 저장된 값이 달라졌기 때문입니다. 노트북에서는 이런 일로 헷갈리기 쉽습니다. **눈에 보이는 내용과 커널에 든 값이 다를 수 있습니다.** 앞뒤가 맞지 않으면 *Kernel → Restart Kernel and Run All Cells*를 고르세요. 그러면 커널의 메모리가 비워지고 페이지가 맨 위부터 다시 실행됩니다.
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
# | leave the cell, so that single letters act as commands | Esc |
# | go back into the cell | Enter |
# | add a cell below or above | Esc, then B or A |
# | undo in a cell | Ctrl+Z (Cmd+Z on a Mac) |
# | stop what is running | ■ in the toolbar, or Esc, I, I |
#
# These are the keys and menus of JupyterLab. On Colab the *Kernel* menu is called *Runtime*, and ■ is beside the running cell.
#
# ## 5. Driving a widget
#
# Widgets are pictures with controls. The one below shows a table of two rows and three columns. Each cell of the table shows its row number and its column number, counted from 0, and the selected cells are orange. The strip under the table shows the same six cells as they lie in memory (chapter [01](01_tensors.ipynb)).

# %% [markdown] lang="ko"
# 이름이 틀렸습니다. `pixels`라고 쓸 것을 `pixel`이라고 썼습니다.
#
# | 할 일 | 키 |
# |---|---|
# | 셀을 실행하고 다음 셀로 가기 | Shift+Enter |
# | 셀을 실행하고 그 셀에 머물기 | Ctrl+Enter |
# | 셀에서 나오기(이제 글자 키 하나하나가 명령이 됨) | Esc |
# | 다시 셀 안으로 들어가기 | Enter |
# | 아래나 위에 새 셀 만들기 | Esc 다음에 B 또는 A |
# | 셀 안에서 되돌리기 | Ctrl+Z (맥에서는 Cmd+Z) |
# | 실행 멈추기 | 도구 모음의 ■, 또는 Esc, I, I |
#
# 여기에 적은 키와 메뉴는 JupyterLab을 기준으로 합니다. Colab에서는 *Kernel* 메뉴의 이름이 *런타임*이고, ■는 실행 중인 셀 옆에 있습니다.
#
# ## 5. 위젯 조작하기
#
# 위젯은 조작할 수 있는 그림입니다. 아래 위젯은 2행 3열짜리 표를 보여 줍니다. 칸마다 0부터 센 행 번호와 열 번호가 적혀 있고, 선택된 칸은 주황색입니다. 그 아래의 띠는 같은 여섯 칸이 메모리에 놓인 모습입니다. 자세한 내용은 [01장](01_tensors.ipynb)에서 설명합니다.

# %%
TensorExplorer(shape=(2, 3), index=("0", ":"))

# %% [markdown] lang="en"
# **Try this**
# 1. **Mouse**: drag the *cell* slider. The blue frame moves through the table.
# 2. **Keyboard**: press Tab until the round handle of a slider has a ring around it, then use the arrow keys. Page Up and Page Down move the handle further, and Home and End move it to either end. Tab moves on to the next control.
# 3. **Read**: the text under the controls says in words what the picture shows. It changes with every move.
# 4. **Break it**: type `7` into the *take* field of axis 0 (the rows). There is no row 7; **predict** what happens to the picture, then press Enter. The picture stays as it was, and the controls still work. Under them, a sentence beside an orange bar says what is wrong. Type `0` again.
# 5. **Reset** takes you back to the start. **Code** shows the line of Python that rebuilds exactly what you see; copy it into a cell to keep it.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. **마우스**: *칸* 슬라이더를 끌어 보세요. 파란 테두리가 칸에서 칸으로 옮겨 갑니다.
# 2. **키보드**: 슬라이더의 둥근 손잡이에 테두리가 생길 때까지 Tab을 누른 다음 화살표 키를 누르세요. Page Up과 Page Down을 누르면 더 크게 움직이고, Home과 End를 누르면 양 끝으로 갑니다. 다시 Tab을 누르면 다음 도구로 넘어갑니다.
# 3. **읽기**: 도구 아래에는 그림의 내용을 말로 풀어 쓴 글이 나옵니다. 도구를 움직일 때마다 바뀝니다.
# 4. **일부러 틀리기**: 축 0(행)의 *가져올 것*에 `7`을 입력하세요. 7번 행은 없습니다. 그림이 어떻게 될지 **예상해 보고** Enter를 누르세요. 그림은 그대로이고 도구도 계속 쓸 수 있습니다. 도구 아래에는 무엇이 잘못되었는지 알려 주는 문장이 주황색 막대와 함께 나옵니다. 다시 `0`을 입력하세요.
# 5. **처음으로**를 누르면 시작 상태로 돌아갑니다. **코드**를 누르면 지금 보이는 것을 그대로 다시 만드는 파이썬 한 줄이 나옵니다. 셀에 복사해 두면 나중에도 쓸 수 있습니다.

# %% [markdown] lang="en"
# You can also control a widget from code and read its state. Here the table gets three rows and four columns. **Predict**: does `index=(":", "1")` select a row or a column of this table?

# %% [markdown] lang="ko"
# 코드로도 위젯을 조작하고 지금 상태를 확인할 수 있습니다. 이번에는 표를 3행 4열로 바꿉니다. `index=(":", "1")`은 이 표의 행을 선택할지 열을 선택할지 **예상해 보세요**.

# %%
explorer = TensorExplorer(shape=(2, 3))
explorer.set(shape=(3, 4), index=(":", "1"))
print(explorer.code)
print(explorer.state)

# %% [markdown] lang="en"
# The index selects a column: `:` takes all rows, and `1` takes the second column. Add `explorer` as the last line of the cell to see the widget.
#
# ## 6. Three places to run the notebooks
#
# | | this computer | Binder | Colab |
# |---|---|---|---|
# | what to install | Python 3.11 to 3.13, then `python lab.py` | nothing | nothing |
# | price | free | free | free; more for a fee |
# | account | none | none | Google |
# | memory | depends on the computer | 2 GB | about 12 GB |
# | GPU | if you have one | no | yes, when one is free: *Runtime → Change runtime type* |
# | first start | a few minutes | often several minutes | seconds, then one set-up cell |
# | forgets | nothing | everything, after about 10 minutes of inactivity | files and variables at the end of the session; the notebook only if you save a copy to Drive |
#
# On Binder and Colab, **download or save what you want to keep.** The next cell tells you where you are now; `no` means neither Binder nor Colab.

# %% [markdown] lang="ko"
# 열을 선택합니다. `:`은 행을 모두, `1`은 둘째 열을 가져옵니다. 셀의 마지막 줄로 `explorer`를 덧붙이면 위젯이 나타납니다.
#
# ## 6. 노트북을 쓸 수 있는 세 곳
#
# | | 내 컴퓨터 | Binder | Colab |
# |---|---|---|---|
# | 설치할 것 | 파이썬 3.11\~3.13, 그다음 `python lab.py` | 없음 | 없음 |
# | 요금 | 무료 | 무료 | 무료, 더 쓰려면 유료 |
# | 계정 | 필요 없음 | 필요 없음 | 구글 |
# | 메모리 | 컴퓨터마다 다름 | 2 GB | 약 12 GB |
# | GPU | 있으면 씀 | 없음 | 남는 GPU가 있으면 씀: *런타임 → 런타임 유형 변경* |
# | 처음 시작 | 몇 분 | 몇 분씩 걸릴 때가 많음 | 몇 초, 그다음 설정 셀 하나 |
# | 사라지는 것 | 없음 | 10분쯤 쓰지 않으면 모두 | 세션이 끝나면 파일과 변수, 드라이브에 사본을 저장하지 않았다면 노트북까지 |
#
# Binder와 Colab에서는 **남기고 싶은 것을 내려받거나 저장해 두세요.** 다음 셀을 실행하면 노트북이 지금 어디에서 돌아가는지 알 수 있습니다. `no`라고 나오면 Binder도 Colab도 아닙니다.

# %%
import os
import sys

places = {"Colab": "google.colab" in sys.modules, "Binder": "BINDER_SERVICE_HOST" in os.environ}
here = [name for name, found in places.items() if found]
print("on a hosted service:", here or "no")

# %% [markdown] lang="en"
# ## 7. The terminal in six lines
#
# You type `python lab.py` into a **terminal**. On Windows this is *PowerShell* or *Command Prompt*, on macOS *Terminal*, and on Linux any terminal will do. JupyterLab has one too: *File → New → Terminal*. In a terminal you are always **in** a folder.
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
# Python can do the same on any system. The next cell makes a new folder, writes a file into it, copies the file, and lists what is in the folder.

# %% [markdown] lang="ko"
# ## 7. 터미널, 여섯 줄이면 됩니다
#
# `python lab.py`는 **터미널**에 입력합니다. 윈도우에서는 *PowerShell*이나 *명령 프롬프트*, macOS에서는 *터미널*, 리눅스에서는 아무 터미널이나 쓰면 됩니다. JupyterLab에도 터미널이 있습니다(*File → New → Terminal*). 터미널에서는 언제나 어느 한 폴더 **안에서** 작업합니다.
#
# | 할 일 | 윈도우 (명령 프롬프트) | macOS, 리눅스 |
# |---|---|---|
# | 현재 폴더 보기 | `cd` | `pwd` |
# | 폴더 안의 목록 보기 | `dir` | `ls` |
# | 폴더 안으로 들어가기 | `cd notebooks` | `cd notebooks` |
# | 한 단계 위 폴더로 가기 | `cd ..` | `cd ..` |
# | 파일 복사하기 | `copy a.txt b.txt` | `cp a.txt b.txt` |
# | 이름 자동 완성하기 | Tab | Tab |
#
# PowerShell에서는 `pwd`, `ls`, `cp`도 쓸 수 있습니다. `cd`만 입력하면 현재 폴더가 표시되지 않으므로 `pwd`를 쓰세요.
#
# 파이썬을 쓰면 운영 체제가 달라도 같은 코드로 이런 일을 할 수 있습니다. 다음 셀은 새 폴더를 만들어 파일을 하나 넣고, 그 파일을 복사한 다음 폴더 안의 목록을 출력합니다.

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
# ## 8. The map
#
# | chapter | minutes | memory | data | download |
# |---|---|---|---|---|
# | [00. Start here](00_start_here.ipynb) | 35 | 0.7 GB | none | none |
# | [01. Tensors](01_tensors.ipynb) | 60 | 0.2 GB | MNIST | 11.5 MB |
# | [02. Broadcasting](02_broadcasting.ipynb) | 75 | 0.2 GB | none | none |
# | [03. Neurons and activations](03_neurons_activations.ipynb) | 80 | 0.7 GB | none | none |
# | [04. Backpropagation](04_backprop.ipynb) | 90 | 1.3 GB | MNIST | 11.5 MB |
# | [05. Optimizers](05_optimizers.ipynb) | 90 | 0.8 GB | MNIST | 11.5 MB |
# | [06. Softmax and losses](06_softmax_losses.ipynb) | 90 | 1.1 GB | MNIST | 11.5 MB |
# | [07. TensorFlow](07_tensorflow.ipynb) | 75 | 0.7 GB | none | none |
# | [08. Keras blocks](08_keras_blocks.ipynb) | 90 | 1.0 GB | none | none |
# | [09. A first network](09_first_network.ipynb) | 60 | 1.4 GB | MNIST | 11.5 MB |
# | [10. Fashion pictures](10_fashion_images.ipynb) | 60 | 0.9 GB | Fashion-MNIST | 30.9 MB |
# | [11. Film reviews](11_imdb_reviews.ipynb) | 75 | 1.5 GB | IMDB | 19.1 MB |
# | [12. Newswires](12_reuters_topics.ipynb) | 60 | 1.2 GB | Reuters | 2.7 MB |
# | [13. House prices](13_housing_regression.ipynb) | 75 | 0.8 GB | Boston, California | 0.8 MB |
# | [14. Tables](14_tables.ipynb) | 75 | 0.7 GB | CreditCard, infert | 0.1 MB |
# | [15. The playground](15_playground.ipynb) | 90 | 1.0 GB | MNIST | 11.5 MB |
#
# The minutes allow for reading and trying things out. The memory is the most that the kernel used when we ran the chapter from top to bottom. A data set is downloaded once and then kept on the computer. Part 1, "by hand, in NumPy", begins with chapter 01, and part 2, "TensorFlow and Keras", with chapter 07. If you want to train on real pictures soon, read chapter 01 and continue with 09.
#
# Without an internet connection, the chapters generate **practice data** of the same shapes as the real data, and print a line to say so. Your results then differ from those in the text.
#
# ## What you have learned
# - A **neural network** is a function with many adjustable numbers, and training fits them to examples.
# - **Deep learning** means training networks with several layers; each layer turns its input into a more useful representation.
# - Shift+Enter runs a cell, and the kernel remembers what has been run. After *Restart Kernel and Run All Cells*, the page and the kernel agree again.
# - You operate a widget with the mouse or the keyboard. It tells you in words what it shows, and what is wrong if it cannot use an input.
# - **Is everything ready?** The report in section 3 tells you, line by line.
#
# | Measured here | Result | Seeds |
# |---|---|---|
# | test points with the right colour, before training | 50 to 56 % | 5 |
# | the same after 5,000 steps | 98 to 100 % | 5 |
#
# ## Next
# [01. Tensors](01_tensors.ipynb): what a network sees when it looks at a picture.
#
# ## Sources
# - Y. LeCun and others, "Backpropagation applied to handwritten zip code recognition", Neural Computation 1 (1989): a network that read digits.
# - A. Krizhevsky, I. Sutskever, G. E. Hinton, "ImageNet classification with deep convolutional neural networks", NIPS (2012): AlexNet with 8 layers, 60 million parameters, 1,000 classes, 1.2 million photographs; 15.3 % and 26.2 % in the contest.
# - K. He and others, "Deep residual learning for image recognition", CVPR (2016): up to 152 layers, 3.57 % in the contest of 2015.
# - Project Jupyter, *JupyterLab documentation*: keys and menus.
# - The Binder documentation, *Usage guidelines*: memory and time limits of mybinder.org.

# %% [markdown] lang="ko"
# ## 8. 지도
#
# | 장 | 시간(분) | 메모리 | 데이터 | 내려받는 양 |
# |---|---|---|---|---|
# | [00. 여기서 시작하세요](00_start_here.ipynb) | 35 | 0.7 GB | 없음 | 없음 |
# | [01. 텐서](01_tensors.ipynb) | 60 | 0.2 GB | MNIST | 11.5 MB |
# | [02. 브로드캐스팅](02_broadcasting.ipynb) | 75 | 0.2 GB | 없음 | 없음 |
# | [03. 뉴런과 활성화](03_neurons_activations.ipynb) | 80 | 0.7 GB | 없음 | 없음 |
# | [04. 역전파](04_backprop.ipynb) | 90 | 1.3 GB | MNIST | 11.5 MB |
# | [05. 옵티마이저](05_optimizers.ipynb) | 90 | 0.8 GB | MNIST | 11.5 MB |
# | [06. 소프트맥스와 손실](06_softmax_losses.ipynb) | 90 | 1.1 GB | MNIST | 11.5 MB |
# | [07. TensorFlow](07_tensorflow.ipynb) | 75 | 0.7 GB | 없음 | 없음 |
# | [08. Keras 블록](08_keras_blocks.ipynb) | 90 | 1.0 GB | 없음 | 없음 |
# | [09. 첫 신경망](09_first_network.ipynb) | 60 | 1.4 GB | MNIST | 11.5 MB |
# | [10. 패션 그림](10_fashion_images.ipynb) | 60 | 0.9 GB | Fashion-MNIST | 30.9 MB |
# | [11. 영화평](11_imdb_reviews.ipynb) | 75 | 1.5 GB | IMDB | 19.1 MB |
# | [12. 뉴스 기사](12_reuters_topics.ipynb) | 60 | 1.2 GB | Reuters | 2.7 MB |
# | [13. 주택 가격](13_housing_regression.ipynb) | 75 | 0.8 GB | Boston, California | 0.8 MB |
# | [14. 표](14_tables.ipynb) | 75 | 0.7 GB | CreditCard, infert | 0.1 MB |
# | [15. 놀이터](15_playground.ipynb) | 90 | 1.0 GB | MNIST | 11.5 MB |
#
# *시간*에는 읽는 시간과 직접 해 보는 시간이 모두 들어 있습니다. *메모리*는 장을 처음부터 끝까지 실행하는 동안 커널이 쓴 메모리의 최댓값입니다. 데이터셋은 한 번만 내려받아 컴퓨터에 보관합니다. 1부 "NumPy로 직접"은 01장에서, 2부 "TensorFlow와 Keras"는 07장에서 시작합니다. 실제 그림으로 얼른 훈련해 보고 싶다면 01장을 읽고 바로 09장으로 넘어가도 됩니다.
#
# 인터넷에 연결되어 있지 않으면 실제 데이터와 형상(shape)이 같은 **연습 데이터**를 그 자리에서 만들어 쓰고, 그 사실을 한 줄로 알려 줍니다. 이때는 결과가 본문에 적힌 것과 다릅니다.
#
# ## 배운 것
# - **신경망**은 조절할 수 있는 수가 많이 들어 있는 함수이고, 훈련은 이 수들을 바꾸어 예로 주어진 정답에 출력을 맞추어 가는 과정입니다.
# - **딥러닝**은 층이 여럿인 신경망을 훈련하는 일입니다. 층마다 입력을 더 쓸모 있는 표현으로 바꿉니다.
# - Shift+Enter로 셀을 실행합니다. 실행한 결과는 커널에 남습니다. *Restart Kernel and Run All Cells*를 고르면 페이지와 커널이 다시 맞아떨어집니다.
# - 위젯은 마우스나 키보드로 조작합니다. 그림에 무엇이 보이는지, 입력이 잘못되었다면 무엇이 틀렸는지가 글로 나옵니다.
# - **준비가 다 되었을까요?** 3절의 진단 결과에 한 줄씩 나와 있습니다.
#
# | 항목 | 결과 | 시드 |
# |---|---|---|
# | 색을 맞힌 테스트 점의 비율, 훈련 전 | 50\~56 % | 5개 |
# | 같은 비율, 5,000 스텝을 훈련한 뒤 | 98\~100 % | 5개 |
#
# ## 다음
# [01. 텐서](01_tensors.ipynb): 신경망이 그림을 볼 때 무엇을 보는지 알아봅니다.
#
# ## 출처
# - Y. LeCun 외, "Backpropagation applied to handwritten zip code recognition", Neural Computation 1 (1989): 숫자를 읽은 신경망.
# - A. Krizhevsky, I. Sutskever, G. E. Hinton, "ImageNet classification with deep convolutional neural networks", NIPS (2012): AlexNet(층 8개, 파라미터 6천만 개), 클래스 1,000개, 사진 120만 장, 대회 결과 15.3 %와 26.2 %.
# - K. He 외, "Deep residual learning for image recognition", CVPR (2016): 최대 152층, 2015년 대회 결과 3.57 %.
# - Project Jupyter, *JupyterLab documentation*: 단축키와 메뉴.
# - Binder 문서, *Usage guidelines*: mybinder.org의 메모리와 시간 제한.
