# %% [markdown] lang="en"
# # 08. Keras: blocks that fit together
#
# A newspaper wants to know whether a headline will be clicked. It has the words of the headline, and five numbers besides, such as the hour of day. It wants one answer from everything, and a second answer from the words alone. Two entrances, two exits: no row of layers can do that. **What is a model, if not a row of layers, and how do you build one of any form?**
#
# **You will be able to**
# - say what layers, model, loss and optimizer do, and how they feed one another;
# - tell which layer takes a tensor of which rank, and let Keras work the shapes out;
# - build a model as a row (`Sequential`) or as any graph (functional API), and read it as a drawn graph;
# - build and train a model with two inputs and two outputs, and an Inception block;
# - run the same model on another backend, and recognise listings that are too old to run.
#
# **Time** about 75 minutes. **You need** [01. Tensors](01_tensors.ipynb); [05. Optimizers](05_optimizers.ipynb) and [06. Softmax and losses](06_softmax_losses.ipynb) help.

# %% [markdown] lang="ko"
# # 08. Keras: 서로 맞물리는 블록
#
# 어느 신문사가 기사 제목을 보고 독자가 클릭할지 미리 알고 싶어 합니다. 가진 것은 제목의 단어들, 그리고 게시 시각 같은 수 다섯 개입니다. 모든 것을 보고 내린 답 하나와 단어만 보고 내린 답 하나, 이렇게 둘을 원합니다. 들어가는 문이 둘, 나오는 문이 둘이니 층을 한 줄로 늘어놓아서는 만들 수 없습니다. **모델이 층을 늘어놓은 줄이 아니라면 무엇이고, 어떤 모양이든 만들려면 어떻게 해야 할까요?**
#
# **이 장을 마치면 할 수 있는 것**
# - 층(layer), 모델, 손실(loss), 옵티마이저(optimizer)가 하는 일과 서로 주고받는 것을 말합니다.
# - 어느 층이 어느 랭크(rank)의 텐서(tensor)를 받는지 알고, 형상(shape) 계산은 Keras에 맡깁니다.
# - 모델을 한 줄(`Sequential`)로도, 임의의 그래프(함수형 API)로도 만들고, 그려진 그래프를 읽습니다.
# - 입력 둘, 출력 둘인 모델을 만들어 훈련하고, 인셉션(Inception) 블록을 만듭니다.
# - 같은 모델을 다른 백엔드(backend)에서 실행하고, 너무 오래되어 돌지 않는 코드를 알아봅니다.
#
# **시간** 약 75분. **필요한 것** [01. 텐서](01_tensors.ipynb). [05. 옵티마이저](05_optimizers.ipynb)와 [06. 소프트맥스와 손실](06_softmax_losses.ipynb)을 보았다면 더 쉽습니다.

# %% tags=["setup"]
import importlib.util
import os
import subprocess
import sys
import tempfile
import warnings

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers

from helpers import measured
from helpers.drawing import style, training_cycle
from helpers.widgets import DAGViewer

SEED = 8

# %% [markdown] lang="en"
# ## 1. Four things that feed one another
#
# Everything in Keras is one of four things, or helps one of them.
#
# - A **layer** takes tensors and gives tensors. Many layers hold **weights**, the numbers that are learned.
# - A **model** is layers joined together.
# - The **loss** compares the model's predictions with the targets and gives one number: how wrong.
# - The **optimizer** takes the gradient of that number and changes the weights a little.
#
# **Look for** the closed loop in the picture: where does it leave the model, and where does it come back?

# %% [markdown] lang="ko"
# ## 1. 서로 주고받는 네 가지
#
# Keras에 있는 것은 모두 네 가지 가운데 하나이거나, 그 하나를 돕는 것입니다.
#
# - **층**은 텐서를 받아 텐서를 내놓습니다. **가중치**(weight), 곧 배워서 정해지는 수를 지닌 층이 많습니다.
# - **모델**은 층을 서로 이은 것입니다.
# - **손실**은 모델의 예측을 타깃(target)과 견주어 얼마나 틀렸는지를 수 하나로 나타냅니다.
# - **옵티마이저**는 그 수의 그레이디언트(gradient)를 받아 가중치를 조금 바꿉니다.
#
# 그림에서 닫힌 고리를 **찾아보세요**. 모델에서 어디로 나가서 어디로 돌아오나요?

# %%
with style():
    fig, ax = plt.subplots(figsize=(9, 3.5))
    boxes = training_cycle(ax)
print("boxes:", ", ".join(boxes))

# %% [markdown] lang="en"
# The picture runs from the input at the top through the layers to the predictions; loss and targets stand at the bottom right; from the loss the gradient goes up to the optimizer, and a dashed line carries new weights back. The loop leaves the model with its predictions and comes back as weights. The targets enter in one place only. Every training in this collection is this loop, some thousand times.
#
# ## 2. Which layer takes which rank
#
# A layer is made for tensors of a certain **rank**, the number of axes. The first axis always counts the samples of the batch.
#
# | data | shape | rank | layer |
# |---|---|---|---|
# | table rows | (samples, features) | 2 | `Dense` |
# | sequences | (samples, timesteps, features) | 3 | recurrent: `LSTM`, `GRU` |
# | pictures | (samples, height, width, channels) | 4 | `Conv2D` |
#
# **Predict** the three shapes that come out.

# %% [markdown] lang="ko"
# 맨 위의 입력이 층들을 지나 예측이 되고, 오른쪽 아래에 손실과 타깃이 있습니다. 손실에서 옵티마이저로 그레이디언트가 올라가고, 점선을 따라 새 가중치가 돌아옵니다. 고리는 예측으로 모델을 나가서 가중치로 돌아옵니다. 타깃은 단 한 곳으로만 들어옵니다. 이 강좌의 모든 훈련이 바로 이 고리를 수천 번 도는 일입니다.
#
# ## 2. 어느 층이 어느 랭크를 받는가
#
# 층마다 받을 수 있는 텐서의 **랭크**, 곧 축의 수가 정해져 있습니다. 첫 축은 언제나 배치(batch) 안의 샘플(sample)을 셉니다.
#
# | 데이터 | 형상 | 랭크 | 층 |
# |---|---|---|---|
# | 표의 행 | (샘플, 특성) | 2 | `Dense` |
# | 시계열 | (샘플, 타임스텝, 특성) | 3 | 순환(recurrent)층: `LSTM`, `GRU` |
# | 그림 | (샘플, 높이, 너비, 채널) | 4 | `Conv2D` |
#
# 나오는 형상 셋을 **예상해 보세요**.

# %%
rows, sequences, pictures = np.zeros((32, 13)), np.zeros((32, 100, 8)), np.zeros((32, 28, 28, 3))
print("Dense :", rows.shape, "→", tuple(layers.Dense(64)(rows).shape))
print("LSTM  :", sequences.shape, "→", tuple(layers.LSTM(64)(sequences).shape))
print("Conv2D:", pictures.shape, "→", tuple(layers.Conv2D(64, 3)(pictures).shape))

# %% [markdown] lang="en"
# The 32 samples stay; the rest becomes what the layer makes of it. `LSTM` reads 100 timesteps and gives one vector. `Conv2D` moves a window of 3 × 3, which fits 26 times into 28.
#
# Give them the wrong rank. **Predict**: which of the three lines below is *no* error?

# %% [markdown] lang="ko"
# 샘플 32개는 그대로이고, 나머지는 층이 만들어 내는 대로입니다. `LSTM`은 타임스텝 100개를 읽고 벡터(vector) 하나를 내놓습니다. `Conv2D`는 3 × 3 창을 옮기는데, 길이 28 안에서 창이 놓일 자리는 26곳입니다.
#
# 이번에는 랭크가 틀린 텐서를 줍니다. 아래 세 줄 가운데 오류가 *아닌* 것은 무엇일지 **예상해 보세요**.

# %%
for layer, wrong in ((layers.LSTM(64), rows), (layers.Conv2D(64, 3), sequences), (layers.Dense(64), sequences)):
    try:
        print(type(layer).__name__, wrong.shape, "→", tuple(layer(wrong).shape))
    except ValueError as problem:
        print(type(layer).__name__, wrong.shape, "✗", str(problem).split("layer: ")[-1])

# %% [markdown] lang="en"
# `ndim` is NumPy's word for the rank. `Dense` takes more than rank 2: it works on the last axis and leaves the others alone, so each of the 100 timesteps passes through the same 64 units. That is sometimes meant, and sometimes a forgotten `Flatten`.
#
# ## 3. Shapes fit by themselves
#
# Blocks click together only where their shapes agree. Yet you write down no input sizes: a layer learns the width of its input when it meets the first one. **Predict** how many arrays of weights this model has before it has seen data.

# %% [markdown] lang="ko"
# `ndim`은 NumPy에서 랭크를 부르는 말입니다. `Dense`는 랭크가 2보다 커도 받습니다. 마지막 축에만 작용하고 나머지 축은 그대로 두므로, 타임스텝 100개가 저마다 같은 유닛(unit) 64개를 지납니다. 그러려고 한 것일 때도 있지만, `Flatten`을 잊은 것일 때도 있습니다.
#
# ## 3. 형상은 저절로 맞는다
#
# 블록은 형상이 맞아야 끼워집니다. 그런데 입력의 크기는 적지 않아도 됩니다. 층은 첫 입력을 만나는 순간 그 너비를 알게 됩니다. 데이터를 보기 전의 이 모델에 가중치 배열이 몇 개 있을지 **예상해 보세요**.

# %%
keras.utils.set_random_seed(SEED)
row = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dense(10, activation="softmax")])
print("before:", [tuple(weight.shape) for weight in row.weights])
row(np.zeros((1, 784)))
print("after: ", [tuple(weight.shape) for weight in row.weights])

# %% [markdown] lang="en"
# None before. After one batch the first kernel is 784 × 32, because 784 numbers came in, and the second 32 × 10, because the layer before it gives 32. You choose the widths that come *out*; those that go *in* follow. With `keras.Input((784,))` as first line the model knows everything at once, and that is what we do from here on. Once built, it insists:

# %% [markdown] lang="ko"
# 처음에는 하나도 없습니다. 배치 하나를 지나고 나면 첫 커널은 784 × 32입니다. 들어온 수가 784개였기 때문입니다. 둘째 커널은 32 × 10입니다. 앞 층이 32개를 내놓기 때문입니다. 우리가 정하는 것은 *나오는* 너비이고, *들어가는* 너비는 따라 정해집니다. 첫 줄에 `keras.Input((784,))`를 쓰면 모델이 처음부터 모두 알게 되므로, 앞으로는 그렇게 합니다. 한번 만들어진 모델은 고집을 부립니다.

# %%
try:
    row(np.zeros((1, 100)))
except ValueError as problem:
    print(next(line for line in str(problem).splitlines() if "expected" in line).split("layer: ")[-1].rstrip("\x1b[0m"))

# %% [markdown] lang="en"
# ## 4. The same model twice: Sequential and functional
#
# `Sequential` is a list of layers. In the **functional API** a layer is called like a function on a tensor that has a shape and no numbers yet, and gives the next such tensor. Keras notes who called whom; `keras.Model` needs only the ends.

# %% [markdown] lang="ko"
# ## 4. 같은 모델을 두 번: Sequential과 함수형
#
# `Sequential`은 층의 목록입니다. **함수형 API**(functional API)에서는 층을 함수처럼 호출합니다. 형상만 있고 아직 수는 없는 텐서를 넣으면 그런 텐서가 다시 나옵니다. 누가 누구를 호출했는지는 Keras가 적어 두므로, `keras.Model`에는 양 끝만 알려 주면 됩니다.

# %%
sequential = keras.Sequential(
    [keras.Input((784,)), layers.Dense(32, activation="relu"), layers.Dense(10, activation="softmax")]
)

inputs = keras.Input((784,))
hidden = layers.Dense(32, activation="relu")(inputs)
functional = keras.Model(inputs, layers.Dense(10, activation="softmax")(hidden))
print(inputs.shape, "→", hidden.shape, "→", functional.output_shape)

# %% [markdown] lang="en"
# `None` stands for the batch: any number of samples. The two start from different random weights. **Predict**: give one the weights of the other; how far apart are their answers?

# %% [markdown] lang="ko"
# `None`은 배치 자리입니다. 샘플이 몇 개든 좋다는 뜻입니다. 두 모델은 서로 다른 난수 가중치에서 출발합니다. 한쪽의 가중치를 다른 쪽에 넣으면 두 모델의 답이 얼마나 다를지 **예상해 보세요**.

# %%
x = np.random.default_rng(SEED).random((5, 784), dtype="float32")
print("equal at first:          ", np.array_equal(sequential(x), functional(x)))
functional.set_weights(sequential.get_weights())
print("equal with equal weights:", np.array_equal(sequential(x), functional(x)))

# %% [markdown] lang="en"
# Equal to the last bit. They are one model, written in two ways: a model is not its code but a **directed acyclic graph**, DAG for short. *Directed*: every arrow has a direction. *Acyclic*: no path comes back to where it began, so there is an order in which everything can be computed. A row is the simplest of these graphs.
#
# Here is the graph. Yellow boxes are inputs, blue ones hold weights, grey ones hold none. A box says what the layer is, how it is set, and the shape that comes out, without the batch. **Look for** the number of parameters below the picture, and where it comes from.

# %% [markdown] lang="ko"
# 마지막 비트까지 같습니다. 두 가지로 썼을 뿐 한 모델입니다. 모델은 코드가 아니라 **방향 비순환 그래프**(directed acyclic graph, 줄여서 DAG)입니다. *방향*이란 화살표마다 방향이 있다는 뜻이고, *비순환*이란 어느 길로 가도 출발한 곳에 되돌아오지 않는다는 뜻입니다. 그래서 모두 계산할 수 있는 순서가 있습니다. 한 줄은 이런 그래프 가운데 가장 단순한 것입니다.
#
# 그 그래프를 그려 봅니다. 노란 상자는 입력, 파란 상자는 가중치가 있는 층, 회색 상자는 가중치가 없는 층입니다. 상자에는 층의 종류, 설정, 나오는 형상을 적었습니다(배치 축은 뺐습니다). 그림 아래의 파라미터(parameter) 수와 그것이 어떻게 나온 수인지 **눈여겨보세요**.

# %%
DAGViewer(functional)

# %% [markdown] lang="en"
# 784 · 32 + 32: a weight for each pair of input and unit, and a bias for each unit. Move the slider *layer* to the last box: 32 · 10 + 10.
#
# ## 5. Five steps of every project
#
# Import, prepare, model, compile, fit. The smallest project there is: six points of y = x + 6, from which a single unit, y = w·x + b, must find out w and b.
#
# *Import* was the first cell. *Prepare*: six rows of one number each.

# %% [markdown] lang="ko"
# 784 · 32 + 32는 입력과 유닛의 쌍마다 가중치 하나, 유닛마다 편향(bias) 하나라는 뜻입니다. *층* 슬라이더를 마지막 상자로 옮기면 32 · 10 + 10이 나옵니다.
#
# ## 5. 모든 프로젝트의 다섯 단계
#
# 가져오기, 준비, 모델, 컴파일(compile), 훈련(fit)입니다. 세상에서 가장 작은 프로젝트를 해 봅니다. y = x + 6 위의 점 여섯 개를 보고 유닛 하나, 곧 y = w·x + b가 w와 b를 알아내야 합니다.
#
# *가져오기*는 첫 셀에서 했습니다. *준비*는 수 하나짜리 행 여섯 개입니다.

# %%
x = np.array([-1, 0, 1, 2, 3, 4], "float32").reshape(6, 1)
y = x + 6
print("x:", x.ravel(), "  y:", y.ravel())

# %% [markdown] lang="en"
# *Model*, *compile* and *fit*, one line each. The optimizer is plain gradient descent, SGD; the loss is the mean squared error, MSE. `fit` shall take 1,000 steps, all six points in each. An epoch of a single step would spend nearly all its time on the epoch's own overhead, so the six points are laid one after another 100 times, and `steps_per_execution` hands Keras 100 steps in one call. The arithmetic is the same.

# %% [markdown] lang="ko"
# *모델*, *컴파일*, *훈련*은 한 줄씩입니다. 옵티마이저는 가장 단순한 경사 하강법(gradient descent)인 SGD, 손실은 평균 제곱 오차(MSE)입니다. `fit`은 점 여섯 개를 모두 보는 스텝을 1,000번 밟습니다. 에포크(epoch) 하나가 스텝 하나뿐이면 거의 모든 시간이 에포크를 시작하고 끝내는 데 듭니다. 그래서 점 여섯 개를 100번 이어 놓고, `steps_per_execution`으로 스텝 100개를 한꺼번에 맡깁니다. 계산은 똑같습니다.

# %%
keras.utils.set_random_seed(SEED)
line = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
line.compile(optimizer="sgd", loss="mse", steps_per_execution=100)
history = line.fit(np.tile(x, (100, 1)), np.tile(y, (100, 1)), batch_size=6, epochs=10, shuffle=False, verbose=0)
measured("loss after 1,000 steps", history.history["loss"][-1], expected=(0, 1e-4), digits=6)

# %% [markdown] lang="en"
# `evaluate` gives the loss on any data, `predict` the answers. 10 lies far outside the six points. **Predict** what the model says.

# %% [markdown] lang="ko"
# `evaluate`는 어떤 데이터에서든 손실을 재고, `predict`는 답을 내놓습니다. 10은 점 여섯 개에서 한참 벗어난 곳입니다. 모델이 무엇이라 답할지 **예상해 보세요**.

# %%
print("loss below 0.0001:", line.evaluate(x, y, verbose=0) < 1e-4)
measured("predict(10)", line.predict(np.array([[10.0]]), verbose=0)[0, 0], expected=(15.9, 16.1), digits=6)
w, b = (float(weight.ravel()[0]) for weight in line.get_weights())
measured("w", w, expected=(0.99, 1.01))
measured("b", b, expected=(5.98, 6.02))

# %% [markdown] lang="en"
# Close to 16 and not 16: a published run gives 16.000046. Gradient descent comes nearer with every step and never quite arrives. Over six seeds we measured 16.0003 to 16.0004; the small rest depends on where the weights started.
#
# ### A topology is a hypothesis space
#
# Why could one unit find the rule? Because the rule is among the functions it *can* be. By choosing the graph you choose a set of functions, the **hypothesis space**; training only searches inside it. One unit can be every straight line and nothing else. Take y = x² in place of x + 6. The best of all straight lines can be computed exactly:

# %% [markdown] lang="ko"
# 16에 가깝지만 16은 아닙니다. 공개된 어느 결과는 16.000046입니다. 경사 하강법은 스텝마다 더 다가갈 뿐 딱 닿지는 않습니다. 시드(seed) 여섯 가지로 재 보니 16.0003에서 16.0004 사이였습니다. 이 작은 차이는 가중치의 출발점에서 옵니다.
#
# ### 그래프의 모양이 곧 가설 공간
#
# 유닛 하나가 어떻게 규칙을 찾았을까요? 그 유닛이 *될 수 있는* 함수 가운데 그 규칙이 있었기 때문입니다. 그래프를 고르는 것은 함수의 집합, 곧 **가설 공간**(hypothesis space)을 고르는 일입니다. 훈련은 그 안에서만 찾습니다. 유닛 하나는 모든 직선이 될 수 있지만 직선밖에 될 수 없습니다. x + 6 대신 y = x²을 봅니다. 모든 직선 가운데 가장 나은 것은 정확히 계산할 수 있습니다.

# %%
wide = np.linspace(-1, 4, 60, dtype="float32").reshape(60, 1)
best = np.polyval(np.polyfit(wide.ravel(), wide.ravel() ** 2, 1), wide.ravel())
floor = np.mean((best - wide.ravel() ** 2) ** 2)
print(f"best straight line: MSE {floor:.2f}")

# %% [markdown] lang="en"
# No training gets one unit below that. **Predict**: and a model with 16 ReLU units before the last one?

# %% [markdown] lang="ko"
# 아무리 훈련해도 유닛 하나로는 이보다 낮출 수 없습니다. 마지막 유닛 앞에 ReLU 유닛 16개를 두면 어떨지 **예상해 보세요**.

# %%
for name, before in (("one unit", []), ("16 relu units, then one", [layers.Dense(16, activation="relu")])):
    keras.utils.set_random_seed(SEED)
    model = keras.Sequential([keras.Input((1,)), *before, layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse", steps_per_execution=100)
    model.fit(np.tile(wide, (100, 1)), np.tile(wide, (100, 1)) ** 2, batch_size=60, epochs=10, shuffle=False, verbose=0)
    error = model.evaluate(wide, wide**2, verbose=0)
    measured(f"{name}: MSE", error)
    print("  below the best straight line:", error < 0.9 * floor)

# %% [markdown] lang="en"
# The second model is made of straight pieces, up to 17 of them, and bends. It is not "trained better"; it searches in a larger space. Too small a space holds no good answer; too large a one holds many that fit these points and no others.
#
# ## 6. Two inputs, two outputs
#
# Now the newspaper. A headline comes as 100 integers, one a word, with 0 where there is no word. An **Embedding** turns each of the 10,000 word numbers into a vector of 512 learned numbers, an **LSTM** reads the 100 vectors one after another and keeps 32 numbers. From those an *auxiliary* output says "clicked or not" from the words alone. The 32 numbers and the five further features together go through three `Dense` layers to the *main* output.
#
# In the functional API this is written down as one says it:

# %% [markdown] lang="ko"
# 둘째 모델은 직선 조각을 최대 17개까지 이은 것이어서 구부러질 수 있습니다. "더 잘 훈련된" 것이 아니라 더 넓은 공간에서 찾은 것입니다. 너무 좁은 공간에는 좋은 답이 없고, 너무 넓은 공간에는 이 점들에만 맞는 답이 가득합니다.
#
# ## 6. 입력 둘, 출력 둘
#
# 이제 신문사의 문제입니다. 제목 하나는 정수 100개입니다. 단어마다 번호 하나이고, 단어가 없는 자리는 0입니다. **임베딩**(Embedding) 층이 단어 번호 10,000가지를 저마다 배워서 얻는 수 512개의 벡터로 바꾸고, **LSTM**이 벡터 100개를 차례로 읽어 수 32개로 간추립니다. 여기서 *보조* 출력이 단어만 보고 클릭 여부를 답합니다. 이 32개와 나머지 특성(feature) 다섯 개는 함께 `Dense` 층 세 개를 지나 *주* 출력으로 갑니다.
#
# 함수형 API에서는 말하는 그대로 적으면 됩니다.

# %%
keras.utils.set_random_seed(SEED)
headline = keras.Input((100,), dtype="int32", name="headline")
features = keras.Input((5,), name="features")
read = layers.LSTM(32)(layers.Embedding(10000, 512)(headline))
auxiliary = layers.Dense(1, activation="sigmoid", name="aux_output")(read)
joined = layers.Concatenate()([read, features])
for _ in range(3):
    joined = layers.Dense(64, activation="relu")(joined)
main = layers.Dense(1, activation="sigmoid", name="main_output")(joined)
news = keras.Model([headline, features], [main, auxiliary], name="headlines")
print("parameters:", f"{news.count_params():,}")

# %% [markdown] lang="en"
# **Look for** two things in the graph: the place where the way from the words splits, and the box that holds nearly all of the parameters.

# %% [markdown] lang="ko"
# 그래프에서 두 가지를 **눈여겨보세요**. 단어에서 온 길이 갈라지는 곳, 그리고 파라미터를 거의 다 가지고 있는 상자입니다.

# %%
DAGViewer(news, layer=2)

# %% [markdown] lang="en"
# **Try this**
# 1. Set *in the boxes* to "parameters". 5,120,000 of 5,200,610 are in the Embedding: one row of 512 numbers for each of 10,000 words.
# 2. Choose the LSTM. Its kernel has 128 columns, not 32: an LSTM has four sets of weights, side by side.
# 3. Set *lit* to "all paths" and choose `aux_output`. The features are not lit: this answer cannot know them. Choose `main_output`: everything but `aux_output` leads there.
# 4. Choose the Concatenate box: 32 + 5 = 37, and no parameters.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *상자 안*을 "파라미터"로 바꿔 보세요. 5,200,610개 가운데 5,120,000개가 Embedding에 있습니다. 단어 10,000개마다 수 512개짜리 행이 하나씩 있는 셈입니다.
# 2. LSTM을 골라 보세요. 커널의 열이 32개가 아니라 128개입니다. LSTM에는 가중치가 네 벌 나란히 들어 있습니다.
# 3. *강조*를 "모든 경로"로 바꾸고 `aux_output`을 골라 보세요. features는 강조되지 않습니다. 이 답은 특성을 알 길이 없습니다. `main_output`을 고르면 `aux_output`만 빼고 모두 그리로 이어집니다.
# 4. Concatenate 상자를 골라 보세요. 32 + 5 = 37이고 파라미터는 없습니다.

# %% [markdown] lang="en"
# ### Data with something to learn
#
# The headlines below are **made up**. Each has 6 to 12 words; frequent words have small numbers, as in real lists. Half of the headlines get one of nine "exciting" words, 1 to 9. Whether such a headline is clicked depends on that word *and* on the first feature, in equal measure nearly. So the words alone can be right about 80 times in 100, by our own construction, and both together nearly always.

# %% [markdown] lang="ko"
# ### 배울 것이 있는 데이터
#
# 아래 제목들은 **지어낸 것**입니다. 제목마다 단어가 6~12개이고, 실제 단어 목록처럼 자주 나오는 단어일수록 번호가 작습니다. 제목의 절반에는 "솔깃한" 단어 아홉 개(1~9번) 가운데 하나가 들어갑니다. 클릭할지는 그 단어*와* 첫째 특성이 거의 같은 비중으로 함께 정합니다. 그러니 단어만 보아서는 100번 가운데 80번쯤 맞힐 수 있고, 둘 다 보면 거의 언제나 맞힐 수 있습니다. 우리가 그렇게 만들었습니다.

# %%
rng = np.random.default_rng(SEED)
count, kept = 9000, 8000  # all headlines; those to learn from
words = (10 * 1000 ** rng.random((count, 100))).astype("int32")  # 10 to 9,999, small ones often
length, exciting = rng.integers(6, 13, count), rng.random(count) < 0.5
words[np.flatnonzero(exciting), -rng.integers(1, length + 1)[exciting]] = rng.integers(1, 10, exciting.sum())
words[np.arange(100) < 100 - length[:, None]] = 0  # no word there
numbers = rng.normal(size=(count, 5)).astype("float32")
clicked = (2 * exciting - 1 + 1.2 * numbers[:, 0] > 0).astype("float32")
print("a headline:", words[0, -13:], "  exciting:", exciting[0])
print("clicked when exciting:", f"{clicked[exciting].mean():.0%}", "  else:", f"{clicked[~exciting].mean():.0%}")

# %% [markdown] lang="en"
# ### Compile with two losses
#
# Each output has its own loss. The optimizer needs one number, so the two are added, with **loss weights**: here the auxiliary loss counts a fifth. It still matters: it sends a gradient straight into the LSTM, past the three Dense layers.

# %% [markdown] lang="ko"
# ### 손실 두 개로 컴파일하기
#
# 출력마다 손실이 따로 있습니다. 그런데 옵티마이저에게 필요한 것은 수 하나이므로 둘을 더하되, **손실 가중치**(loss weights)를 곱해 더합니다. 여기서는 보조 손실을 5분의 1만 칩니다. 그래도 쓸모가 있습니다. 보조 손실의 그레이디언트는 Dense 층 셋을 거치지 않고 곧바로 LSTM으로 들어갑니다.

# %%
news.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss={"main_output": "binary_crossentropy", "aux_output": "binary_crossentropy"},
    loss_weights={"main_output": 1.0, "aux_output": 0.2},
    metrics={"main_output": ["accuracy"], "aux_output": ["accuracy"]},
    steps_per_execution=5,
)

# %% [markdown] lang="en"
# Data go in by the names of inputs and outputs. Both outputs have the same target. Made-up data cost nothing, so one epoch will do: 100 steps, and no headline is seen twice.

# %% [markdown] lang="ko"
# 데이터는 입력과 출력의 이름으로 넣습니다. 두 출력의 타깃은 같습니다. 지어낸 데이터는 공짜이므로 에포크는 한 번이면 됩니다. 스텝은 100개이고, 같은 제목을 두 번 보지 않습니다.

# %%
inputs = {"headline": words, "features": numbers}
targets = {"main_output": clicked[:, None], "aux_output": clicked[:, None]}
learn = [{name: values[:kept] for name, values in data.items()} for data in (inputs, targets)]
fresh = [{name: values[kept:] for name, values in data.items()} for data in (inputs, targets)]
history = news.fit(*learn, batch_size=80, verbose=0)
last = {name: values[-1] for name, values in history.history.items()}
print("told by fit:", ", ".join(sorted(last)))

# %%
total = last["main_output_loss"] + 0.2 * last["aux_output_loss"]
print("loss = main + 0.2 · auxiliary:", bool(np.isclose(last["loss"], total, rtol=1e-3)))

# %% [markdown] lang="en"
# **Predict**: on the 1,000 headlines that took no part, which output is right more often?

# %% [markdown] lang="ko"
# 훈련에 쓰지 않은 제목 1,000개에서 어느 출력이 더 자주 맞힐지 **예상해 보세요**.

# %%
scores = news.evaluate(*fresh, batch_size=250, verbose=0, return_dict=True)
measured("main output: accuracy", scores["main_output_accuracy"], expected=(0.93, 1.0))
measured("auxiliary output: accuracy", scores["aux_output_accuracy"], expected=(0.76, 0.84))
print("main ahead of auxiliary:", scores["main_output_accuracy"] > scores["aux_output_accuracy"])

# %% [markdown] lang="en"
# The main output is right 95 to 99 times in 100; the auxiliary one about 80 times, and with that it has reached the limit that we built in. The gap is what the five features tell. Over five seeds we measured 0.95 to 0.99 and 0.79 to 0.81: another seed means other headlines, other first weights and another order.
#
# ## 7. An Inception block
#
# A picture shows things at several sizes. Which window should a convolution have, 1 × 1, 3 × 3 or 5 × 5? The **Inception** block answers: all of them. Three towers look at the same picture, and their results are laid side by side, as channels. The 1 × 1 convolutions mix the channels of single pixels; they are cheap, and keep the expensive ones behind them narrow.

# %% [markdown] lang="ko"
# 주 출력은 100번 가운데 95~99번 맞힙니다. 보조 출력은 80번쯤인데, 이것으로 우리가 만들어 둔 한계까지 온 것입니다. 둘의 차이가 특성 다섯 개가 알려 준 몫입니다. 시드 다섯 가지로 재 보니 주 출력은 0.95에서 0.99, 보조 출력은 0.79에서 0.81 사이였습니다. 시드가 바뀌면 제목도, 첫 가중치도, 순서도 달라집니다.
#
# ## 7. 인셉션 블록
#
# 그림에는 크고 작은 것이 함께 나옵니다. 합성곱(convolution)의 창은 1 × 1, 3 × 3, 5 × 5 가운데 무엇이 좋을까요? **인셉션**(Inception) 블록의 답은 "모두"입니다. 탑 셋이 같은 그림을 보고, 그 결과를 채널(channel)로 나란히 쌓습니다. 1 × 1 합성곱은 픽셀 하나의 채널들을 섞습니다. 값이 싸고, 뒤따르는 비싼 합성곱의 채널 수를 줄여 줍니다.

# %%
def tower(*blocks):
    result = picture
    for block in blocks:
        result = block(result)
    return result


picture = keras.Input((256, 256, 3), name="picture")
same = {"padding": "same", "activation": "relu"}
three = tower(layers.Conv2D(64, 1, **same), layers.Conv2D(64, 3, **same))
five = tower(layers.Conv2D(64, 1, **same), layers.Conv2D(64, 5, **same))
pooled = tower(layers.MaxPooling2D(3, strides=1, padding="same"), layers.Conv2D(64, 1, **same))
inception = keras.Model(picture, layers.Concatenate(name="joined")([three, five, pooled]), name="inception_block")
print("out:", inception.output_shape, "  parameters:", f"{inception.count_params():,}")

# %% [markdown] lang="en"
# **Look for** the three towers, and for the last axis of the joined result.

# %% [markdown] lang="ko"
# 탑 셋과, 이어 붙인 결과의 마지막 축을 **눈여겨보세요**.

# %%
DAGViewer(inception, layer=4, lit="all paths")

# %% [markdown] lang="en"
# **Try this**
# 1. Compare the two first convolutions behind the picture with the two that follow: 256 parameters against 36,928 and 102,464. The 5 × 5 window costs nearly three times the 3 × 3.
# 2. Set *lit* to "neighbours" and choose the picture: three arrows leave it. One tensor may be used as often as one likes.
# 3. Choose `joined`: 64 + 64 + 64 = 192 channels; height and width stay, thanks to `padding="same"`.
#
# ### A copied mistake
#
# Many listings of this block end in `axis=1`. That was right for pictures with the channels first; Keras puts them last. **Predict** what happens with `axis=1`: an error?

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 그림 바로 뒤의 합성곱 둘과 그다음의 둘을 견주어 보세요. 파라미터가 256개였다가 36,928개와 102,464개가 됩니다. 5 × 5 창은 3 × 3 창보다 거의 세 배 비쌉니다.
# 2. *강조*를 "이웃"으로 바꾸고 picture를 골라 보세요. 화살표 셋이 나갑니다. 텐서 하나를 몇 번이든 쓸 수 있습니다.
# 3. `joined`를 골라 보세요. 채널은 64 + 64 + 64 = 192개이고, 높이와 너비는 `padding="same"` 덕분에 그대로입니다.
#
# ### 베껴 쓰며 퍼진 실수
#
# 이 블록의 코드를 찾아보면 `axis=1`로 끝나는 것이 많습니다. 채널이 맨 앞에 오는(channels-first) 그림에는 맞는 코드였지만, Keras는 채널을 마지막 축에 둡니다. `axis=1`로 하면 무슨 일이 생길지 **예상해 보세요**. 오류가 날까요?

# %%
for axis in (1, -1):
    print(f"axis={axis:2}:", layers.Concatenate(axis=axis)([three, five, pooled]).shape)

# %% [markdown] lang="en"
# No error: the three results are stacked into one picture of 768 × 256, and every layer behind it would work on that. A shape that fits is not yet a shape that is meant; look at the graph.
#
# ## 8. Two blocks that behave specially
#
# **Dropout** sets a random share of the numbers to 0 while training, so that no unit can rely on a single other one. **Predict**: what becomes of ten thousand ones, with a rate of one half?

# %% [markdown] lang="ko"
# 오류가 나지 않습니다. 세 결과가 768 × 256 그림 하나로 쌓이고, 그 뒤의 층들은 아무 말 없이 그것으로 계산할 것입니다. 형상이 맞는다고 뜻한 형상인 것은 아닙니다. 그래프를 보세요.
#
# ## 8. 특별하게 행동하는 두 가지
#
# **드롭아웃**(Dropout)은 훈련하는 동안 수의 일부를 무작위로 0으로 만듭니다. 어느 유닛도 다른 유닛 하나에만 기대지 못하게 하려는 것입니다. 비율을 2분의 1로 하면 1로만 된 수 10,000개가 어떻게 될지 **예상해 보세요**.

# %%
drop, ones = layers.Dropout(0.5, seed=SEED), np.ones((1, 10000), "float32")
training, predicting = (np.asarray(drop(ones, training=flag)) for flag in (True, False))
print("values while training:  ", np.unique(training))
print("values while predicting:", np.unique(predicting))
measured("mean while training", training.mean(), expected=(0.95, 1.05))

# %% [markdown] lang="en"
# The survivors are doubled, so that the mean stays 1, and when predicting nothing is dropped. `fit` and `predict` set `training` for you.
#
# **SGD with Nesterov momentum** keeps a velocity from step to step and looks ahead along it ([05](05_optimizers.ipynb)). In Keras it is three arguments. One step by hand: weight 1, gradient 2, velocity 0. v = 0.9 · 0 − 0.1 · 2 = −0.2, and w = 1 + 0.9 · v − 0.1 · 2. **Predict** w.

# %% [markdown] lang="ko"
# 살아남은 것은 두 배가 되어 평균이 1로 유지되고, 예측할 때는 아무것도 끄지 않습니다. `training`은 `fit`과 `predict`가 알아서 정해 줍니다.
#
# **네스테로프(Nesterov) 모멘텀을 쓰는 SGD**는 지난 스텝의 속도(velocity)를 이어 가며 그 앞을 내다봅니다([05](05_optimizers.ipynb)). Keras에서는 인수 셋이면 됩니다. 손으로 한 스텝 해 봅니다. 가중치 1, 그레이디언트 2, 속도 0이면 v = 0.9 · 0 − 0.1 · 2 = −0.2이고, w = 1 + 0.9 · v − 0.1 · 2입니다. w를 **예상해 보세요**.

# %%
sgd = keras.optimizers.SGD(learning_rate=0.1, momentum=0.9, nesterov=True)
weight = keras.Variable(1.0)
sgd.build([weight])
sgd.apply([keras.ops.convert_to_tensor(2.0)], [weight])
print("w after one step:", round(float(weight), 4))

# %% [markdown] lang="en"
# 0.62, as by hand. Any optimizer object goes into `compile(optimizer=sgd)`; a name such as `"sgd"` takes the usual settings.
#
# ## 9. One model, several engines
#
# Keras computes nothing itself. It describes models, and a **backend** does the arithmetic: TensorFlow, JAX or PyTorch. Which one is settled once, before `import keras`, by the variable `KERAS_BACKEND`. (Up to Keras 2.3, in 2019, there were Theano and CNTK as well.)
#
# We save the line model and hand it to a fresh Python for each other backend that is installed here. On Colab JAX and PyTorch are; on your own computer perhaps neither: then only this one is counted. **Predict** how far apart the answers are.

# %% [markdown] lang="ko"
# 손으로 구한 대로 0.62입니다. 옵티마이저 객체는 무엇이든 `compile(optimizer=sgd)`처럼 넣을 수 있고, `"sgd"`처럼 이름만 적으면 보통 설정을 씁니다.
#
# ## 9. 모델 하나, 엔진 여럿
#
# Keras 스스로는 아무것도 계산하지 않습니다. Keras는 모델을 적을 뿐이고 계산은 **백엔드**(backend)인 TensorFlow, JAX, PyTorch가 합니다. 어느 것을 쓸지는 `import keras` 전에 환경 변수 `KERAS_BACKEND`로 한 번 정합니다. (2019년의 Keras 2.3까지는 Theano와 CNTK도 있었습니다.)
#
# 앞에서 만든 line 모델을 저장해, 이 컴퓨터에 설치된 다른 백엔드마다 파이썬을 새로 띄워 맡겨 봅니다. Colab에는 JAX와 PyTorch가 있고, 내 컴퓨터에는 둘 다 없을 수도 있습니다. 그러면 지금 쓰는 백엔드 하나만 셉니다. 답이 얼마나 다를지 **예상해 보세요**.

# %%
here = keras.backend.backend()
others = [name for name in ("tensorflow", "jax", "torch") if name != here and importlib.util.find_spec(name)]
answers = [float(line.predict(np.array([[10.0]]), verbose=0)[0, 0])]
script = "import sys, keras; print(keras.saving.load_model(sys.argv[1]).predict(keras.ops.ones((1, 1)) * 10, verbose=0)[0, 0])"
with tempfile.TemporaryDirectory() as folder:
    line.save(os.path.join(folder, "line.keras"))
    for name in others:
        command = [sys.executable, "-c", script, os.path.join(folder, "line.keras")]
        engine = {**os.environ, "KERAS_BACKEND": name, "CUDA_VISIBLE_DEVICES": "-1"}  # this notebook may hold the GPU
        done = subprocess.run(command, env=engine, capture_output=True, text=True)
        answers.append(float(done.stdout or "nan"))
measured("backends asked", len(answers), digits=0)
print("all answers equal to 4 digits:", np.ptp(answers) < 1e-4)

# %% [markdown] lang="en"
# The same answer from each engine. The file holds the graph and its weights, not a program of one backend. Chapters 09 to 14 use nothing but Keras and NumPy for this reason. And an old backend?

# %% [markdown] lang="ko"
# 엔진마다 같은 답을 내놓습니다. 파일에 든 것은 어느 백엔드의 프로그램이 아니라 그래프와 가중치이기 때문입니다. 09장부터 14장까지 Keras와 NumPy만 쓰는 것도 그래서입니다. 그러면 옛 백엔드는 어떨까요?

# %%
done = subprocess.run(
    [sys.executable, "-c", "import keras"], env={**os.environ, "KERAS_BACKEND": "theano"}, capture_output=True, text=True
)
print(done.stderr.strip().splitlines()[-1])

# %% [markdown] lang="en"
# ## 10. What older texts wrote
#
# Books and blogs on Keras go back to 2015, and much of them no longer runs. **Predict** which line below is the most dangerous.

# %% [markdown] lang="ko"
# ## 10. 옛 글에는 이렇게 쓰여 있다
#
# Keras를 다룬 책과 블로그는 2015년 것부터 있고, 그 가운데 많은 것이 이제는 돌지 않습니다. 아래에서 가장 위험한 줄이 무엇일지 **예상해 보세요**.

# %%
old = {
    "SGD(lr=0.1)": lambda: keras.optimizers.SGD(lr=0.1),
    "SGD(decay=1e-6)": lambda: keras.optimizers.SGD(decay=1e-6),
    "Dense(2, input_shape=(3,))": lambda: layers.Dense(2, input_shape=(3,)),
    "Dense(2, init='uniform')": lambda: layers.Dense(2, init="uniform"),
    "keras.layers.merge": lambda: layers.merge,
    "Model(input=, output=)": lambda: keras.Model(input=picture, output=three),
    "model.fit(nb_epoch=1)": lambda: line.fit(x, y, nb_epoch=1),
    "model.fit_generator": lambda: line.fit_generator,
    "model.predict_classes": lambda: line.predict_classes,
    "multi_gpu_model": lambda: keras.utils.multi_gpu_model,
    "backend.get_session": lambda: keras.backend.get_session,
}

# %%
for name, attempt in old.items():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            attempt()
            happened = "warning: " + str(caught[0].message).split(". ")[0] if caught else "works"
        except Exception as problem:
            happened = f"{type(problem).__name__}: {problem}".splitlines()[0]
    print(f"{name:27}", happened[:88])

# %% [markdown] lang="en"
# Errors are honest: they stop you. The dangerous line is `decay`: it only warns, and then trains **without** any decay, so the result is another one. What to write today:
#
# > | older texts | today | since |
# > |---|---|---|
# > | `lr=0.1` | `learning_rate=0.1` | the old name is an error |
# > | `decay=1e-6` | a schedule: `keras.optimizers.schedules.InverseTimeDecay(...)` as `learning_rate` | ignored with a warning |
# > | `input_shape=`, `input_dim=` in the first layer | `keras.Input((3,))` as the first line | still works, with a warning |
# > | `init=`, `nb_epoch=`, `Model(input=, output=)` | `kernel_initializer=`, `epochs=`, `Model(inputs=, outputs=)` | names of Keras 1, until 2017 |
# > | `keras.layers.merge`, `Merge` | `Concatenate`, `Add`, `Multiply`, … | gone |
# > | `fit_generator`, `predict_classes` | `fit` takes generators; `predict(...).argmax(axis=1)` | gone |
# > | `multi_gpu_model` | a `keras.distribution` or `tf.distribute` strategy, chapter 16 | gone |
# > | `Session`, `get_session` | nothing: operations run at once, [07](07_tensorflow.ipynb) | gone from Keras; in TensorFlow under `tf.compat.v1` |
#
# ## What you have learned
# - Layers make a model; the loss says how wrong it is; the optimizer changes the weights: one loop.
# - `Dense` takes rank 2 (and works on the last axis of more), recurrent layers rank 3, `Conv2D` rank 4. You choose what comes out; what goes in follows.
# - A model is a directed acyclic graph. `Sequential` writes a row, the functional API any graph, with equal weights equal to the last bit.
# - The graph decides what can be learned at all: the hypothesis space.
# - Several outputs mean several losses, added with weights. A shape that fits is not always the shape that is meant.
#
# **What is a model, if not a row of layers?** A graph of blocks whose shapes agree, with as many entrances and exits as the task has. You build it by saying, for each block, which tensors go in.
#
# ## Next
# [09. A first network](09_first_network.ipynb): the five steps on real handwritten digits.
#
# ## Sources
# - F. Chollet, *Deep Learning with Python* (2017), chapters 3 and 7: layers, models as graphs, hypothesis spaces.
# - Keras documentation, "The Functional API" and "Getting started with the Keras functional API": the headline model with two inputs and two outputs.
# - C. Szegedy and others, "Going deeper with convolutions" (2015): the Inception block.
# - Keras, release notes of 2.3.0 (2019): the last release with Theano and CNTK.
# - N. Srivastava and others, "Dropout: a simple way to prevent neural networks from overfitting", JMLR 15 (2014).
# - I. Sutskever and others, "On the importance of initialization and momentum in deep learning" (2013): Nesterov momentum.

# %% [markdown] lang="ko"
# 오류는 정직합니다. 멈춰 세워 주니까요. 위험한 줄은 `decay`입니다. 경고만 하고는 감쇠 **없이** 훈련하므로 결과가 달라집니다. 오늘은 이렇게 씁니다.
#
# > | 옛 글 | 오늘 | 지금은 |
# > |---|---|---|
# > | `lr=0.1` | `learning_rate=0.1` | 옛 이름은 오류 |
# > | `decay=1e-6` | 스케줄: `learning_rate`에 `keras.optimizers.schedules.InverseTimeDecay(...)` | 경고하고 무시 |
# > | 첫 층의 `input_shape=`, `input_dim=` | 첫 줄에 `keras.Input((3,))` | 경고와 함께 동작 |
# > | `init=`, `nb_epoch=`, `Model(input=, output=)` | `kernel_initializer=`, `epochs=`, `Model(inputs=, outputs=)` | 2017년까지의 Keras 1 이름 |
# > | `keras.layers.merge`, `Merge` | `Concatenate`, `Add`, `Multiply` 등 | 없어짐 |
# > | `fit_generator`, `predict_classes` | `fit`이 제너레이터도 받음, `predict(...).argmax(axis=1)` | 없어짐 |
# > | `multi_gpu_model` | `keras.distribution`이나 `tf.distribute`의 전략, 16장 | 없어짐 |
# > | `Session`, `get_session` | 필요 없음: 연산이 바로 실행됨, [07](07_tensorflow.ipynb) | Keras에는 없음, TensorFlow에서는 `tf.compat.v1` 아래에 |
#
# ## 배운 것
# - 층이 모여 모델이 되고, 손실은 얼마나 틀렸는지 말하고, 옵티마이저는 가중치를 바꿉니다. 이 셋이 고리 하나를 이룹니다.
# - `Dense`는 랭크 2(더 크면 마지막 축에만 작용), 순환층은 랭크 3, `Conv2D`는 랭크 4를 받습니다. 나오는 너비는 우리가 정하고, 들어가는 너비는 따라 정해집니다.
# - 모델은 방향 비순환 그래프입니다. `Sequential`은 한 줄을, 함수형 API는 어떤 그래프든 적습니다. 가중치가 같으면 답도 마지막 비트까지 같습니다.
# - 무엇을 배울 수 있는지는 그래프가 정합니다. 이것이 가설 공간입니다.
# - 출력이 여럿이면 손실도 여럿이고, 가중치를 곱해 더합니다. 형상이 맞는다고 언제나 뜻한 형상인 것은 아닙니다.
#
# **모델이 층을 늘어놓은 줄이 아니라면 무엇일까요?** 형상이 맞물리는 블록들의 그래프이고, 문제에 필요한 만큼 입구와 출구를 가질 수 있습니다. 블록마다 어느 텐서가 들어가는지 말하면 그것으로 만들어집니다.
#
# ## 다음
# [09. 첫 신경망](09_first_network.ipynb): 진짜 손글씨 숫자로 다섯 단계를 밟습니다.
#
# ## 출처
# - F. Chollet, *Deep Learning with Python* (2017), 3장과 7장: 층, 그래프로 본 모델, 가설 공간.
# - Keras 문서 "The Functional API"와 "Getting started with the Keras functional API": 입력 둘, 출력 둘인 기사 제목 모델.
# - C. Szegedy 외, "Going deeper with convolutions" (2015): 인셉션 블록.
# - Keras 2.3.0 릴리스 노트 (2019): Theano와 CNTK를 지원한 마지막 판.
# - N. Srivastava 외, "Dropout: a simple way to prevent neural networks from overfitting", JMLR 15 (2014).
# - I. Sutskever 외, "On the importance of initialization and momentum in deep learning" (2013): 네스테로프 모멘텀.
