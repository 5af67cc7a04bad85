# %% [markdown] lang="en"
# # 08. Keras: blocks that fit together
#
# A newspaper wants to predict whether a headline will be clicked, from its words and from five numbers, including the hour of publication. It wants one answer based on all of this and a second one based on the words alone. A model with two inputs and two outputs cannot be a single row of layers. **What is a model, if not a row of layers, and how do you build one with the structure you want?**
#
# **You will be able to**
# - say what layers, models, losses and optimizers do, and how they work together;
# - say which rank of tensor a layer takes, and let Keras work out the shapes;
# - build a model as a row of layers (`Sequential`) or as a graph (functional API), and read the graph;
# - build and train a model with two inputs and two outputs, build an Inception block, and use a layer twice;
# - run a model on another backend, and recognise code that is too old to run.
#
# **Time** about 90 minutes. **You need** [01. Tensors](01_tensors.ipynb); [05. Optimizers](05_optimizers.ipynb) and [06. Softmax and losses](06_softmax_losses.ipynb) help.

# %% [markdown] lang="ko"
# # 08. Keras: 서로 맞물리는 블록
#
# 한 신문사에서 독자가 기사 제목을 클릭할지 예측하려고 합니다. 쓸 수 있는 정보는 제목에 나오는 단어, 그리고 게시 시각을 비롯한 수치 다섯 가지입니다. 모든 정보를 써서 구한 답과 단어만으로 구한 답이 하나씩 필요합니다. 이런 모델은 입력이 둘, 출력이 둘이니 층을 한 줄로 늘어놓아서는 만들 수 없습니다. **층을 꼭 한 줄로 쌓지 않아도 된다면, 모델이란 무엇일까요? 원하는 구조의 모델은 어떻게 만들까요?**
#
# **이 장을 마치면 할 수 있는 것**
# - 층(layer), 모델, 손실(loss), 옵티마이저(optimizer)가 하는 일과, 서로 무엇을 주고받는지를 설명합니다.
# - 층마다 어떤 랭크(rank)의 텐서(tensor)를 받는지 말하고, 형상(shape) 계산은 Keras에 맡깁니다.
# - 층을 한 줄로 쌓은 모델(`Sequential`)과 임의의 그래프로 된 모델(함수형 API)을 만들고, 그 그래프를 읽습니다.
# - 입력 둘, 출력 둘인 모델을 만들어 훈련하고, 인셉션(Inception) 블록을 만들고, 층 하나를 두 번 씁니다.
# - 모델을 다른 백엔드(backend)에서 실행하고, 너무 오래되어 더는 실행되지 않는 코드를 알아봅니다.
#
# **시간** 약 90분. **필요한 것** [01. 텐서](01_tensors.ipynb). [05. 옵티마이저](05_optimizers.ipynb)와 [06. 소프트맥스와 손실](06_softmax_losses.ipynb)을 보았다면 더 쉽습니다.

# %% tags=["setup"]
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import time
import warnings

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers

from helpers import measured
from helpers.drawing import COLOURS, SIGNED, style, training_cycle
from helpers.widgets import DAGViewer

# %% [markdown] lang="en"
# ## 1. Four things in a loop
#
# Training in Keras involves four things:
#
# - A **layer** takes tensors and returns tensors. Many layers hold **weights**, the numbers that are learned.
# - A **model** consists of layers joined together.
# - The **loss** compares the model's predictions with the targets and expresses in one number how wrong they are.
# - The **optimizer** takes the gradient of that number and changes the weights a little.
#
# **Look for** the closed loop in the picture. Where does it leave the model, and where does it come back?

# %% [markdown] lang="ko"
# ## 1. 훈련을 이루는 네 가지
#
# Keras의 훈련은 네 가지 요소로 이루어집니다.
#
# - **층**은 텐서를 받아 텐서를 내놓습니다. 훈련으로 정해지는 수인 **가중치**(weight)가 들어 있는 층이 많습니다.
# - **모델**은 층을 서로 이은 것입니다.
# - **손실**은 모델의 예측을 타깃(target)과 비교하여 얼마나 틀렸는지를 수 하나로 나타냅니다.
# - **옵티마이저**는 손실의 그레이디언트(gradient)를 받아 가중치를 조금 바꿉니다.
#
# 그림에서 닫힌 고리를 **찾아보세요**. 화살표가 모델에서 나가는 곳은 어디이고, 돌아오는 곳은 어디인가요?

# %%
with style():
    fig, ax = plt.subplots(figsize=(9, 3.5))
    boxes = training_cycle(ax)
print("boxes:", ", ".join(boxes))

# %% [markdown] lang="en"
# The loop leaves the model at the predictions, passes through the loss and the optimizer, and comes back along the orange line to the weights. The targets enter the loop only at the loss. Whenever you train with Keras in this course, you go round this loop once for each batch.
#
# ## 2. Which layer takes which rank
#
# Many layers expect tensors of a certain **rank**, which is the number of axes. The first axis counts the samples in the batch.
#
# | data | shape | rank | layer |
# |---|---|---|---|
# | table rows | (samples, features) | 2 | `Dense` |
# | sequences | (samples, timesteps, features) | 3 | recurrent: `LSTM`, `GRU` |
# | pictures | (samples, height, width, channels) | 4 | `Conv2D` |
#
# In a `Dense` layer every unit is connected to every input, as in the earlier chapters. A **recurrent** layer reads the timesteps in turn and carries a memory from each to the next. `Conv2D` is a **convolution**: it slides a small window over the picture and computes weighted sums of the numbers inside it, with the same weights at every position.
#
# **Predict** the three shapes that come out of `Dense` and `LSTM`, each with 64 units, and out of `Conv2D` with a 3 × 3 window and 64 sums at each position.

# %% [markdown] lang="ko"
# 모델에서 예측이 나와 손실과 옵티마이저를 거치고, 주황색 선을 따라 새 가중치가 모델로 돌아옵니다. 타깃은 손실로만 들어옵니다. 이 강좌에서 Keras로 훈련할 때는 언제나 배치(batch)마다 이 고리를 한 번씩 돕니다.
#
# ## 2. 층마다 정해진 입력의 랭크
#
# 대개 층마다 받을 수 있는 텐서의 **랭크**, 즉 축의 수가 정해져 있습니다. 첫 축의 길이는 배치에 든 샘플(sample) 수입니다.
#
# | 데이터 | 형상 | 랭크 | 층 |
# |---|---|---|---|
# | 표의 행 | (샘플, 특성) | 2 | `Dense` |
# | 시계열, 글 | (샘플, 타임스텝, 특성) | 3 | 순환(recurrent)층: `LSTM`, `GRU` |
# | 그림 | (샘플, 높이, 너비, 채널) | 4 | `Conv2D` |
#
# `Dense`는 앞의 여러 장에서 본 완전 연결층(밀집층)이며, 모든 유닛(unit)이 모든 입력과 이어져 있습니다. **순환층**은 타임스텝을 하나씩 차례로 읽으며 앞에서 읽은 내용을 기억합니다. `Conv2D`는 **합성곱**(convolution) 층입니다. 작은 창을 그림 위에서 옮기며 창 안에 든 값의 가중합을 구합니다. 가중치는 어느 자리에서나 같습니다.
#
# 유닛이 64개인 `Dense`와 `LSTM`, 그리고 3 × 3 창으로 자리마다 가중합을 64가지 구하는 `Conv2D`에서 각각 어떤 형상이 나올지 **예상해 보세요**.

# %%
rows, sequences, pictures = np.zeros((32, 13)), np.zeros((32, 100, 8)), np.zeros((32, 28, 28, 3))
print("Dense :", rows.shape, "→", tuple(layers.Dense(64)(rows).shape))
print("LSTM  :", sequences.shape, "→", tuple(layers.LSTM(64)(sequences).shape))
print("Conv2D:", pictures.shape, "→", tuple(layers.Conv2D(64, 3)(pictures).shape))

# %% [markdown] lang="en"
# There are still 32 samples. `Dense` turns 13 features into 64. `LSTM` reads 100 timesteps and returns one vector of 64 numbers. A window of width 3 has 26 positions along a length of 28, so the result of `Conv2D` is 26 × 26, with the 64 sums at each position as channels.
#
# **Predict** which of the three wrong ranks below does *not* cause an error.

# %% [markdown] lang="ko"
# 샘플 32개는 그대로입니다. `Dense`는 특성 13개를 64개로 바꿉니다. `LSTM`은 타임스텝 100개를 읽고 수 64개짜리 벡터(vector) 하나를 내놓습니다. 길이가 28인 변에는 길이가 3인 창을 놓을 자리가 26곳입니다. 그래서 `Conv2D`는 26 × 26곳에서 가중합을 64개씩 구하고, 이 64개가 채널(channel)이 됩니다.
#
# 이번에는 랭크가 맞지 않는 입력을 넣습니다. 세 줄 가운데 오류가 나지 *않는* 줄은 어느 것일지 **예상해 보세요**.

# %%
for layer, wrong in ((layers.LSTM(64), rows), (layers.Conv2D(64, 3), sequences), (layers.Dense(64), sequences)):
    try:
        print(type(layer).__name__, wrong.shape, "→", tuple(layer(wrong).shape))
    except ValueError as problem:
        print(type(layer).__name__, wrong.shape, "✗", str(problem).split("layer: ")[-1])

# %% [markdown] lang="en"
# `Dense` gives no error. (In the messages, `ndim` is NumPy's name for the rank.) `Dense` accepts any rank from 2 up, because it works on the last axis and leaves the others alone. Here each of the 100 timesteps passes through the same 64 units. That may be what you want, or you may have forgotten a `Flatten` layer, which puts all the numbers of a sample into one row.
#
# ## 3. Keras works out the shapes
#
# Two layers fit together only if their shapes agree. Yet you do not have to write down input sizes, because a layer takes its input width from the first input that it gets. Compare the weight arrays of the model below before and after its first input.

# %% [markdown] lang="ko"
# 오류가 나지 않는 것은 `Dense`입니다. (메시지의 `ndim`은 NumPy에서 랭크를 부르는 말입니다.) `Dense`는 마지막 축에만 작용하므로 랭크가 2 이상이면 모두 받습니다. 여기서는 타임스텝 100개가 각각 같은 유닛 64개를 지납니다. 일부러 그렇게 쓸 때도 있지만, 샘플 하나에 든 수를 모두 한 줄로 펴는 `Flatten` 층을 빠뜨려서 그렇게 될 때도 있습니다.
#
# ## 3. 저절로 맞는 형상
#
# 두 층은 형상이 맞아야 이을 수 있습니다. 그런데 입력의 크기는 적지 않아도 됩니다. 층이 첫 입력을 받을 때 그 너비에 맞추어 가중치를 만들기 때문입니다. 아래 모델의 가중치 배열이 첫 입력을 받기 전과 받은 뒤에 어떻게 다른지 비교해 보세요.

# %%
SEED = 8  # fixes the random initial weights
keras.utils.set_random_seed(SEED)
row = keras.Sequential([layers.Dense(32, activation="relu"), layers.Dense(10, activation="softmax")])
print("before:", [tuple(weight.shape) for weight in row.weights])
row(np.zeros((1, 784)))
print("after: ", [tuple(weight.shape) for weight in row.weights])

# %% [markdown] lang="en"
# There are no arrays before and four afterwards: a matrix of weights (which Keras calls the *kernel*) and a bias for each layer. The first kernel is 784 × 32 because 784 numbers came in, and the second is 32 × 10 because the layer before it returns 32. You choose the widths that come *out*, and the widths that go *in* follow. With `keras.Input((784,))` as the first line, which we use from here on, all shapes are known from the start. Once the weights exist, the width of the input is fixed:

# %% [markdown] lang="ko"
# 배열은 처음에는 하나도 없고, 데이터를 한 번 넣고 나면 네 개가 됩니다. 층마다 가중치 행렬(Keras에서는 *커널*이라고 합니다)과 편향(bias)이 하나씩 있습니다. 첫 커널은 들어온 수가 784개라서 784 × 32이고, 둘째 커널은 앞 층이 32개를 내놓으므로 32 × 10입니다. *출력*의 너비는 우리가 정하고, *입력*의 너비는 그에 따라 정해집니다. 앞으로는 첫 줄에 `keras.Input((784,))`를 써서 처음부터 형상을 모두 정합니다. 가중치가 만들어진 다음에는 입력의 너비를 바꿀 수 없습니다.

# %%
try:
    row(np.zeros((1, 100)))
except ValueError as problem:
    plain = re.sub(r"\x1b\[[\d;]*m", "", str(problem))  # without the codes that colour it in a terminal
    print(next(line for line in plain.splitlines() if "expected" in line).split("layer: ")[-1])

# %% [markdown] lang="en"
# ## 4. The same model, written three ways
#
# The first way is to **add** one layer after another. An activation can be a layer of its own, `Activation`, or an argument of the layer before it. `summary()` then lists all the layers.

# %% [markdown] lang="ko"
# ## 4. 같은 모델을 적는 세 가지 방법
#
# 첫째 방법은 층을 하나씩 **더하는**(`add`) 것입니다. 활성화 함수(activation function)는 `Activation`이라는 층으로 따로 둘 수도 있고, 앞 층의 인수로 적을 수도 있습니다. `summary()`를 호출하면 모든 층이 표로 나옵니다.

# %%
stacked = keras.Sequential(name="stacked")
stacked.add(keras.Input((784,)))
stacked.add(layers.Dense(32, name="hidden"))
stacked.add(layers.Activation("relu", name="relu"))
stacked.add(layers.Dense(10, activation="softmax", name="digit"))
stacked.summary()

# %% [markdown] lang="en"
# The **parameters** are the numbers that training changes. There are 784 · 32 + 32 = 25,120 in the first layer: a weight for each pair of input and unit, and a bias for each unit. `Activation` has none. `None` stands for any number of samples. Without `name=`, Keras makes up numbered names: `dense`, `dense_1` and so on.
#
# The second way is to give `Sequential` the whole list. The third is the **functional API**: you call a layer like a function, on a tensor that has a shape but no numbers yet, and you get another such tensor back. Keras records these calls, so `keras.Model` needs only the two ends.

# %% [markdown] lang="ko"
# 훈련하면서 바뀌는 수를 **파라미터**(parameter)라고 합니다. 첫 층에는 784 · 32 + 32 = 25,120개가 있습니다. 입력과 유닛의 쌍마다 가중치가 하나, 유닛마다 편향이 하나입니다. `Activation`에는 파라미터가 없습니다. `None`은 샘플이 몇 개든 상관없다는 뜻입니다. `name=`을 적지 않으면 Keras가 `dense`, `dense_1`처럼 번호를 늘려 가며 이름을 붙입니다.
#
# 둘째 방법은 `Sequential`에 층의 목록을 한꺼번에 주는 것입니다. 셋째 방법인 **함수형 API**(functional API)에서는 층을 함수처럼 호출합니다. 형상만 있고 아직 값은 없는 텐서를 넣으면 같은 종류의 텐서가 나옵니다. 어떤 텐서에 어떤 층을 적용했는지는 Keras가 기록하므로, `keras.Model`에는 양 끝만 알려 주면 됩니다.

# %%
listed = keras.Sequential(
    [keras.Input((784,)), layers.Dense(32, activation="relu"), layers.Dense(10, activation="softmax")]
)

pixels = keras.Input((784,), name="pixels")
hidden = layers.Dense(32, activation="relu", name="hidden")(pixels)
functional = keras.Model(pixels, layers.Dense(10, activation="softmax", name="digit")(hidden), name="functional")
print(pixels.shape, "→", hidden.shape, "→", functional.output_shape)

# %% [markdown] lang="en"
# The three models start with different random weights. Then we give the other two the weights of the first.

# %% [markdown] lang="ko"
# 세 모델은 서로 다른 무작위 가중치에서 출발합니다. 그다음 첫 모델의 가중치를 나머지 둘에 넣습니다.

# %%
x = np.random.default_rng(SEED).random((5, 784), dtype="float32")


def largest_difference():
    answers = [np.asarray(model(x)) for model in (stacked, listed, functional)]
    return np.ptp(answers, axis=0).max()


measured("largest difference, each with its own weights", largest_difference(), expected=(0.02, 0.99))
for model in (listed, functional):
    model.set_weights(stacked.get_weights())
measured("largest difference, all with the same weights", largest_difference(), expected=(0, 1e-6))

# %% [markdown] lang="en"
# With the same weights the answers are the same, so we have written one model in three ways. What counts is the graph of its layers, a **directed acyclic graph**, or DAG. *Directed* means that every arrow has a direction. *Acyclic* means that no path comes back to where it began, so there is always an order in which everything can be computed.
#
# In the widget, as in the picture in section 1, yellow boxes are inputs and blue boxes are layers with weights. Grey boxes are layers without weights. A box shows the kind of layer, its settings, and the shape that comes out, without the batch axis. **Look for** the numbers of parameters that you saw in the summary.

# %% [markdown] lang="ko"
# 가중치가 같으면 답도 같습니다. 같은 모델을 세 가지 방법으로 적었을 뿐입니다. 중요한 것은 층들이 이루는 그래프이며, 이런 그래프를 **방향 비순환 그래프**(directed acyclic graph, DAG) 또는 유향 비순환 그래프라고 합니다. *방향*이란 화살표마다 방향이 있다는 뜻이고, *비순환*이란 어느 길로 가도 출발한 곳으로 되돌아오지 않는다는 뜻입니다. 그래서 모든 층을 차례로 계산할 수 있습니다.
#
# 위젯에서는 1절의 그림처럼 입력은 노란색, 가중치가 있는 층은 파란색입니다. 가중치가 없는 층은 회색입니다. 상자에는 층의 종류, 설정, 출력 형상이 적혀 있습니다(배치 축은 뺐습니다). 앞의 표에서 본 파라미터 수를 **찾아보세요**.

# %%
DAGViewer(functional)

# %% [markdown] lang="en"
# Move the *layer* slider to the last box to see 32 · 10 + 10.
#
# ## 5. The five steps of every project
#
# The five steps are import, prepare, model, compile and fit. Our project is small: from six points on the line y = x + 6, a single unit y = w·x + b must find w and b.
#
# We did the *import* in the first cell. To *prepare* the data, we make six rows of one number each.

# %% [markdown] lang="ko"
# *층* 슬라이더를 마지막 상자로 옮기면 32 · 10 + 10이 나옵니다.
#
# ## 5. 모든 프로젝트의 다섯 단계
#
# 다섯 단계는 가져오기, 준비, 모델, 컴파일(compile), 훈련(fit)입니다. 아주 작은 프로젝트로 해 봅니다. 직선 y = x + 6 위의 점 여섯 개만 보고, 유닛 하나(y = w·x + b)의 w와 b를 찾습니다.
#
# *가져오기*는 첫 셀에서 했습니다. *준비*에서는 수가 하나씩 든 행 여섯 개를 만듭니다.

# %%
x = np.array([-1, 0, 1, 2, 3, 4], "float32").reshape(6, 1)
y = x + 6
print("x:", x.ravel(), "  y:", y.ravel())

# %% [markdown] lang="en"
# *Model*, *compile* and *fit* take one line each; the optimizer is plain gradient descent, SGD, and the loss is the mean squared error, MSE. One pass through the data is an **epoch**. With batches of one point, 100 epochs are 600 steps.

# %% [markdown] lang="ko"
# *모델*, *컴파일*, *훈련*은 한 줄씩이면 됩니다. 옵티마이저는 가장 단순한 경사 하강법(gradient descent)인 SGD, 손실은 평균 제곱 오차(MSE)입니다. 데이터를 한 번 다 훑는 것을 **에포크**(epoch)라고 합니다. 배치에 점을 하나씩만 넣으므로 100 에포크는 600 스텝입니다.

# %%
keras.utils.set_random_seed(SEED)
line = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
line.compile(optimizer="sgd", loss="mse")
history = line.fit(x, y, epochs=100, batch_size=1, verbose=0)
measured("loss in the first epoch", history.history["loss"][0])
measured("loss in the last epoch", history.history["loss"][-1], expected=(0, 1e-3), digits=6)

# %% [markdown] lang="en"
# `evaluate` computes the loss with the current weights, and `predict` returns the answers. **Predict** what the model answers for 10, far beyond the six points. Is it exactly 16?

# %% [markdown] lang="ko"
# `evaluate`는 지금의 가중치로 손실을 계산하고, `predict`는 답을 내놓습니다. 점 여섯 개에서 한참 벗어난 10을 넣으면 모델이 어떤 답을 낼지 **예상해 보세요**. 정확히 16일까요?

# %%
measured("evaluate", line.evaluate(x, y, verbose=0), expected=(0, 1e-3), digits=6)
measured("predict(10)", line.predict(np.array([[10.0]]), verbose=0)[0, 0], expected=(15.9, 16.1))
w, b = (float(weight.ravel()[0]) for weight in line.get_weights())
measured("w", w, expected=(0.99, 1.01))
measured("b", b, expected=(5.96, 6.02))

# %% [markdown] lang="en"
# The answer is close to 16, but not exactly 16. In the direction of slowest descent (chapter [05](05_optimizers.ipynb)), a step leaves about 99 % of the error on average, so a little is left after 600 steps.
#
# ### What a model can represent: the hypothesis space
#
# A single unit could find the rule because the rule is one of the functions that the unit *can* represent. By choosing the graph you choose a set of functions, the **hypothesis space**, and training searches only inside it. One unit without an activation can represent any straight line and nothing else. Now take y = x² instead of x + 6. The best straight line for it can be computed exactly:

# %% [markdown] lang="ko"
# 16에 가깝지만 정확히 16은 아닙니다. 오차가 가장 느리게 줄어드는 방향([05장](05_optimizers.ipynb))에서는 한 스텝이 지나도 평균 99 %쯤이 남습니다. 그래서 600 스텝 뒤에도 오차가 조금 있습니다.
#
# ### 모델로 나타낼 수 있는 함수: 가설 공간
#
# 유닛 하나로 규칙을 찾을 수 있었던 것은 유닛 하나로 *나타낼 수 있는* 함수 가운데 그 규칙이 있었기 때문입니다. 그래프를 고르면 함수의 집합이 정해집니다. 이 집합을 **가설 공간**(hypothesis space)이라 하고, 훈련할 때는 그 안에서만 답을 찾습니다. 활성화 함수가 없는 유닛 하나로는 어떤 직선이든 나타낼 수 있지만 직선밖에 나타낼 수 없습니다. 이번에는 y = x + 6 대신 y = x²을 봅니다. 이 함수에 가장 가까운 직선은 정확히 계산할 수 있습니다.

# %%
wide = np.linspace(-1, 4, 2000, dtype="float32").reshape(2000, 1)
slope, start = np.polyfit(wide.ravel(), wide.ravel() ** 2, 1)
floor = np.mean((slope * wide + start - wide**2) ** 2)
print(f"best straight line: y = {slope:.2f} x {start:+.2f}, MSE {floor:.2f}")

# %% [markdown] lang="en"
# No training can get a single unit below this MSE. We train one unit and, in the same way, a model with 16 ReLU units in front of its last unit.

# %% [markdown] lang="ko"
# 아무리 훈련해도 유닛 하나로는 MSE가 이보다 낮아질 수 없습니다. 유닛 하나로 된 모델과, 마지막 유닛 앞에 ReLU 유닛 16개를 둔 모델을 같은 방법으로 훈련합니다.

# %%
fits = {}
for name, units in (("one unit", 0), ("16 ReLU units, then one", 16)):
    keras.utils.set_random_seed(SEED)
    model = keras.Sequential([keras.Input((1,))])
    if units:
        model.add(layers.Dense(units, activation="relu"))
    model.add(layers.Dense(1))
    model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse")
    model.fit(wide, wide**2, epochs=10, batch_size=20, verbose=0)
    fits[name] = model.predict(wide, verbose=0)
    measured(f"{name}: MSE", np.mean((fits[name] - wide**2) ** 2))

# %%
with style():
    fig, ax = plt.subplots(figsize=(6, 3.6))
    ax.plot(wide[::100], wide[::100] ** 2, "o", color="0.5", label="some points of y = x²")
    labels = ("one unit", "16 ReLU units, then one")
    for label, answers in zip(labels, fits.values(), strict=True):
        ax.plot(wide, answers, label=label)
    ax.set(xlabel="x", ylabel="y")
    ax.legend()

# %% [markdown] lang="en"
# The MSE of the single unit, 3.498, is just above that of the best straight line. The second model can represent a line made of up to 17 straight pieces, so it can follow the curve, and its MSE is far lower. A hypothesis space that is too small contains no good function, and one that is too large contains many that fit the training points but not new ones (chapter [10](10_fashion_images.ipynb)).
#
# ### Making it faster
#
# Besides the arithmetic, `fit` does some housekeeping in each epoch and each step. For a model with two weights, the housekeeping takes most of the time. So we put more steps into one epoch and into one call: `np.tile` repeats the six points 20 times, and with `steps_per_execution=60` Keras runs 60 steps in one call. Either way there are 120 steps with one point each.

# %% [markdown] lang="ko"
# 유닛 하나의 MSE는 3.498로, 가장 나은 직선의 MSE보다 조금 큽니다. 둘째 모델은 직선 조각을 17개까지 이은 꺾은선을 나타낼 수 있으므로 MSE가 훨씬 작습니다. 가설 공간이 너무 좁으면 좋은 답이 없고, 너무 넓으면 훈련에 쓴 점에만 맞는 답이 많습니다([10장](10_fashion_images.ipynb)).
#
# ### 실행 시간 줄이기
#
# `fit`은 에포크를 시작하고 끝낼 때, 그리고 스텝을 실행할 때마다 계산 말고 다른 일도 합니다. 가중치가 둘뿐인 모델에서는 이런 일이 시간의 대부분을 차지합니다. 그래서 한 에포크에 스텝을 더 많이 넣고, 한 번에 여러 스텝을 실행합니다. `np.tile`로 점 여섯 개를 20번 되풀이하고, `steps_per_execution=60`으로 스텝 60개를 한 번에 실행합니다. 아래의 두 방법 모두 점을 하나씩 써서 120 스텝을 훈련합니다.


# %%
def seconds(repeats, epochs, **settings):
    keras.utils.set_random_seed(SEED)
    model = keras.Sequential([keras.Input((1,)), layers.Dense(1)])
    model.compile(optimizer="sgd", loss="mse", **settings)
    begin = time.perf_counter()
    model.fit(np.tile(x, (repeats, 1)), np.tile(y, (repeats, 1)), epochs=epochs, batch_size=1, verbose=0)
    return time.perf_counter() - begin


measured("20 epochs of 6 steps", seconds(1, 20), digits=2, unit="s")
measured("1 epoch of 120 steps, 60 in each call", seconds(20, 1, steps_per_execution=60), digits=2, unit="s")

# %% [markdown] lang="en"
# With large models it is the steps themselves that take the time, and there is little to gain.
#
# ## 6. Two inputs, two outputs
#
# Back to the newspaper. A headline comes as 100 integers, one for each word, with 0 where there is no word. An **Embedding** layer turns each of the 10,000 word numbers into a vector of 512 learned numbers. An **LSTM** reads the 100 vectors one after another and returns 32 numbers. From these, an *auxiliary* output computes the probability of a click. `Concatenate` puts the 32 numbers and the five features into one row, which goes through three `Dense` layers to the *main* output.
#
# In the functional API you write this in the order in which you would say it:

# %% [markdown] lang="ko"
# 큰 모델에서는 스텝 자체가 오래 걸리므로 이렇게 해도 시간이 별로 줄지 않습니다.
#
# ## 6. 입력 둘, 출력 둘
#
# 이제 신문사의 문제로 돌아갑니다. 제목 하나를 정수 100개로 나타냅니다. 단어마다 번호 하나를 적고, 단어가 없는 자리에는 0을 적습니다. **임베딩**(Embedding) 층은 10,000가지 단어 번호를 각각 수 512개짜리 벡터로 바꾸며, 이 벡터는 훈련으로 정해집니다. **LSTM** 층은 벡터 100개를 차례로 읽어 수 32개를 내놓습니다. *보조* 출력은 이 32개만으로, 즉 단어만 보고 구한 클릭 확률입니다. `Concatenate`는 이 32개와 특성(feature) 다섯 개를 한 줄로 잇습니다. 이렇게 이은 수는 `Dense` 층 세 개를 거쳐 *주* 출력이 됩니다.
#
# 함수형 API에서는 방금 말로 설명한 순서대로 적으면 됩니다.


# %%
def newspaper(length, width):
    headline = keras.Input((length,), dtype="int32", name="headline")
    features = keras.Input((5,), name="features")
    read = layers.LSTM(32, name="read")(layers.Embedding(10000, width, name="words")(headline))
    auxiliary = layers.Dense(1, activation="sigmoid", name="aux_output")(read)
    joined = layers.Concatenate(name="joined")([read, features])
    for number in range(3):
        joined = layers.Dense(64, activation="relu", name=f"dense_{number}")(joined)
    main = layers.Dense(1, activation="sigmoid", name="main_output")(joined)
    return keras.Model([headline, features], [main, auxiliary], name="headlines")


keras.utils.set_random_seed(SEED)
news = newspaper(100, 512)
print("parameters:", f"{news.count_params():,}")

# %% [markdown] lang="en"
# **Look for** the point where the path from the words splits, and the box that holds nearly all of the parameters.

# %% [markdown] lang="ko"
# 단어에서 시작한 경로가 갈라지는 곳과, 파라미터 대부분이 들어 있는 상자를 **찾아보세요**.

# %%
DAGViewer(news, layer=2)

# %% [markdown] lang="en"
# The path splits after the LSTM.
#
# **Try this**
# 1. Set *in the boxes* to "parameters". Of the 5,200,610 parameters, 5,120,000 are in the Embedding, which has a row of 512 numbers for each of the 10,000 words.
# 2. Look at the LSTM, which is chosen at the start. Its kernel has 128 columns rather than 32, because an LSTM has four sets of weights side by side.
# 3. Set *lit* to "all paths" and choose `aux_output`. The features are not lit, so they cannot influence this answer. Now choose `main_output`: everything but `aux_output` leads to it.

# %% [markdown] lang="ko"
# 경로는 LSTM 뒤에서 갈라집니다.
#
# **해 보세요**
# 1. *상자 안*을 "파라미터"로 바꿔 보세요. 파라미터 5,200,610개 가운데 5,120,000개가 Embedding에 있습니다. 단어 10,000개에 수 512개짜리 행이 하나씩 있습니다.
# 2. 처음에 선택되어 있는 LSTM을 보세요. 커널의 열이 32개가 아니라 128개입니다. LSTM에는 가중치가 네 벌 나란히 들어 있기 때문입니다.
# 3. *강조*를 "모든 경로"로 바꾸고 `aux_output`을 골라 보세요. `features`는 강조되지 않습니다. 이 답에 영향을 줄 수 없다는 뜻입니다. 이번에는 `main_output`을 골라 보세요. `aux_output`만 빼고 모두 여기로 이어집니다.

# %% [markdown] lang="en"
# ### Data with something to learn
#
# The headlines below are **made up**. Each has 6 to 12 words, and frequent words have small numbers, as in real word lists. Half of the headlines contain one of nine "exciting" words, numbered 1 to 9. Such a word and the first feature decide whether a headline is clicked. We made the data so that a prediction from the words alone can be right about 80 times in 100. The other four features are noise.

# %% [markdown] lang="ko"
# ### 배울 것이 있는 데이터
#
# 아래 제목들은 **지어낸 것**입니다. 제목마다 단어가 6\~12개이고, 실제 단어 목록처럼 자주 나오는 단어일수록 번호가 작습니다. 제목의 절반에는 "솔깃한" 단어 아홉 개(1\~9번) 가운데 하나가 들어갑니다. 클릭 여부는 솔깃한 단어가 있는지와 첫째 특성의 값에 따라 정해집니다. 단어만 보고도 100번 가운데 80번쯤은 맞힐 수 있도록 데이터를 만들었습니다. 나머지 네 특성은 잡음(noise)입니다.

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
# Each output has its own loss. The optimizer needs one number, so the two losses are multiplied by **loss weights** and added; here the auxiliary loss counts one fifth as much as the main one. The gradient of the auxiliary loss reaches the LSTM directly, without passing through the three Dense layers.
#
# Both outputs are probabilities. Chapter [06](06_softmax_losses.ipynb) explains when `from_logits=True` is safer.

# %% [markdown] lang="ko"
# ### 손실 두 개로 컴파일하기
#
# 출력마다 손실이 따로 있습니다. 그런데 옵티마이저에는 수 하나가 필요하므로 두 손실에 **손실 가중치**(loss weights)를 곱해 더합니다. 여기서는 보조 손실을 5분의 1만 반영합니다. 보조 손실의 그레이디언트는 Dense 층 셋을 거치지 않고 곧바로 LSTM에 이릅니다.
#
# 두 출력은 확률입니다. `from_logits=True`가 언제 더 안전한지는 [06장](06_softmax_losses.ipynb)에서 설명합니다.

# %%
news.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss={"main_output": "binary_crossentropy", "aux_output": "binary_crossentropy"},
    loss_weights={"main_output": 1.0, "aux_output": 0.2},
    metrics={"main_output": ["accuracy"], "aux_output": ["accuracy"]},
)

# %% [markdown] lang="en"
# We pass the data as dictionaries, under the names of the inputs and outputs. One epoch is 100 steps of 80 headlines, and we train for one epoch only, so the network sees no headline twice.

# %% [markdown] lang="ko"
# 데이터는 입력과 출력의 이름을 키로 하는 딕셔너리로 넘깁니다. 한 번에 제목을 80개씩 쓰므로 한 에포크는 100 스텝입니다. 한 에포크만 훈련하므로 신경망은 같은 제목을 두 번 보지 않습니다.

# %%
inputs = {"headline": words, "features": numbers}
targets = {"main_output": clicked[:, None], "aux_output": clicked[:, None]}
learn = [{name: values[:kept] for name, values in data.items()} for data in (inputs, targets)]
fresh = [{name: values[kept:] for name, values in data.items()} for data in (inputs, targets)]
history = news.fit(*learn, batch_size=80, verbose=0)
last = {name: values[-1] for name, values in history.history.items()}
print(", ".join(sorted(last)))
measured("loss", last["loss"], digits=4)
measured("main_output_loss + 0.2 · aux_output_loss", last["main_output_loss"] + 0.2 * last["aux_output_loss"], digits=4)

# %% [markdown] lang="en"
# What `fit` reports as `loss` is the weighted sum of the two losses. Now we evaluate the model on the 1,000 headlines that it has not seen.

# %% [markdown] lang="ko"
# `fit`이 기록한 `loss`는 두 손실에 손실 가중치를 곱해 더한 값입니다. 이제 훈련에 쓰지 않은 제목 1,000개로 평가합니다.

# %%
scores = news.evaluate(*fresh, batch_size=250, verbose=0, return_dict=True)
measured("main output: accuracy", scores["main_output_accuracy"], expected=(0.93, 1.0))
measured("auxiliary output: accuracy", scores["aux_output_accuracy"], expected=(0.76, 0.84))

# %% [markdown] lang="en"
# The auxiliary output is right about 80 times in 100, the limit that we built into the data. The main output does better because it also sees the first feature. Chapter [11](11_imdb_reviews.ipynb) works with real texts.
#
# ### Does the auxiliary loss help?
#
# The textbook reason for an auxiliary output is that it gives the LSTM a gradient of its own. With a loss weight of 0, it gives none, and only the main loss trains the LSTM. **Predict** which weight gives the better main output, 0.2 or 0. For each loss weight we train the model with three seeds, which vary the initial weights and the order of the headlines. To save time, these models leave out the 88 positions that are empty in every headline, and use 64 numbers for each word.

# %% [markdown] lang="ko"
# 보조 출력은 데이터를 만들 때 정해 둔 한계대로 100번 가운데 80번쯤 맞힙니다. 주 출력은 첫째 특성도 보므로 더 많이 맞힙니다. 실제 글은 [11장](11_imdb_reviews.ipynb)에서 다룹니다.
#
# ### 보조 손실이 도움이 될까?
#
# 교과서에서는 보조 출력을 두면 LSTM이 따로 그레이디언트를 받으므로 좋다고 설명합니다. 손실 가중치를 0으로 하면 보조 출력에서는 그레이디언트가 오지 않고, LSTM은 주 손실만으로 훈련됩니다. 0.2와 0 가운데 어느 쪽에서 주 출력이 더 정확할지 **예상해 보세요**. 손실 가중치마다 시드(seed)를 세 가지로 바꾸어 훈련합니다. 시드가 다르면 초기 가중치와 제목의 순서가 달라집니다. 시간을 아끼려고 모든 제목에서 비어 있는 앞쪽 88자리를 빼고, 단어 하나를 수 64개로만 나타냅니다.

# %%
for part in (learn[0], fresh[0]):
    part["headline"] = part["headline"][:, -12:]
for auxiliary_weight in (0.2, 0.0):
    for seed in (1, 2, 3):
        keras.utils.set_random_seed(seed)
        small = newspaper(12, 64)
        small.compile(
            optimizer=keras.optimizers.Adam(0.003),
            loss=["binary_crossentropy", "binary_crossentropy"],
            loss_weights=[1.0, auxiliary_weight],
            metrics=["accuracy", "accuracy"],
        )
        small.fit(*learn, batch_size=80, verbose=0)
        score = small.evaluate(*fresh, batch_size=250, verbose=0, return_dict=True)["main_output_accuracy"]
        measured(f"weight {auxiliary_weight}, seed {seed}: main output", score, expected=(0.9, 1.0))

# %% [markdown] lang="en"
# Neither weight is better: the accuracies are 0.978, 0.974 and 0.960 with the auxiliary loss, and 0.976, 0.976 and 0.962 without it. From one weight to the other the accuracy changes by 0.002, and from seed to seed by up to 0.018. On these headlines the main loss alone is enough to train the LSTM. (The authors of GoogLeNet, one block of which you build in the next section, also found the effect of their auxiliary outputs relatively minor.) But the auxiliary output still gives the newspaper its second answer.
#
# ## 7. Convolution, pooling and an Inception block
#
# Here is the **convolution** from section 2 in numbers. At each position it multiplies the numbers under the window by the nine numbers of the window and adds up the products. The nine numbers are its weights. Training would find them, but here we set them so that the sum shows how much brighter the picture is on the right of the window than on the left. **Max pooling** then keeps the largest number in each 2 × 2 square.
#
# **Look for** the orange and green frames in the picture and the cells that belong to them in the result. The third colour marks the pooling.

# %% [markdown] lang="ko"
# 어느 쪽도 앞서지 않습니다. 정확도는 보조 손실이 있으면 0.978, 0.974, 0.960이고 없으면 0.976, 0.976, 0.962입니다. 손실 가중치를 바꾸면 정확도가 0.002 달라지는데, 시드를 바꾸면 0.018까지 달라집니다. 이 데이터에서는 주 손실만으로도 LSTM이 충분히 훈련됩니다. (다음 절에서 블록 하나를 만들어 볼 GoogLeNet의 저자들도 보조 출력의 효과가 비교적 작았다고 보고했습니다.) 그래도 신문사가 원한 둘째 답은 보조 출력이 있어야 얻을 수 있습니다.
#
# ## 7. 합성곱, 풀링, 인셉션 블록
#
# 2절에서 말한 **합성곱**을 수로 계산해 봅니다. 자리마다, 창에 적힌 수 아홉 개를 그 아래 놓인 픽셀 값과 짝지어 곱하고 모두 더합니다. 창에 적힌 수가 가중치입니다. 보통은 훈련으로 정해지지만, 여기서는 오른쪽이 왼쪽보다 얼마나 밝은지를 재도록 직접 정합니다. 그다음 **최대 풀링**(max pooling)은 2 × 2칸마다 가장 큰 수만 남깁니다.
#
# 그림에서 주황색과 초록색 테두리, 그리고 테두리 안을 계산한 결과가 들어간 칸을 **찾아보세요**. 셋째 색은 풀링을 나타냅니다.

# %%
picture = np.zeros((8, 8), "float32")
picture[1:7, 2] = picture[6, 2:6] = 1  # the letter L
window = np.array([[-1, 0, 1]] * 3, "float32")
convolution = layers.Conv2D(1, 3, use_bias=False)
convolution.build((None, 8, 8, 1))
convolution.set_weights([window.reshape(3, 3, 1, 1)])
edges = convolution(picture.reshape(1, 8, 8, 1))
pooled = layers.MaxPooling2D(2)(edges)
edges, pooled = np.asarray(edges)[0, :, :, 0], np.asarray(pooled)[0, :, :, 0]
print("under the orange frame, by hand:", (picture[1:4, 0:3] * window).sum(), "  by Conv2D:", edges[1, 0])
print(picture.shape, "→", edges.shape, "→", pooled.shape)

# %%
with style():
    fig, axes = plt.subplots(1, 4, figsize=(9, 3.9), width_ratios=(8, 3, 6, 3))
    titles = ("picture", "window", "after Conv2D", "after pooling")
    for ax, values, title in zip(axes, (picture, window, edges, pooled), titles, strict=True):
        ax.imshow(values, cmap=SIGNED, vmin=-4, vmax=4)
        for (row, column), value in np.ndenumerate(values):
            ax.text(column, row, f"{value:g}".replace("-", "−"), ha="center", va="center", fontsize=9)
        ax.set_axis_off()
        ax.set_title(title)
    for ax, row, column, size, colour in (
        *((axes[0], 1, 0, 3, "orange"), (axes[2], 1, 0, 1, "orange")),
        *((axes[0], 3, 2, 3, "green"), (axes[2], 3, 2, 1, "green")),
        *((axes[2], 4, 0, 2, "purple"), (axes[3], 2, 0, 1, "purple")),
    ):
        ax.add_patch(plt.Rectangle((column - 0.5, row - 0.5), size, size, fill=False, ec=COLOURS[colour], lw=3))

# %% [markdown] lang="en"
# The window finds the left edge of the L (3) and its right edge (−3). Along a length of 8 the window has 6 positions. Pooling keeps the largest number in each square, so every −3 is gone. It halves height and width and has no weights. With `padding="same"`, a convolution first adds a margin to the picture, so that height and width stay the same. `strides` sets by how many pixels the window moves. For a colour picture, the depth of the window is the number of channels, and `Conv2D(64, 3)` has 64 such windows. Chapter [15](15_playground.ipynb) trains such layers.
#
# ### Four branches
#
# Should the window be 1 × 1, 3 × 3 or 5 × 5? An **Inception** block uses all three, to see both small and large things in a picture, and joins their results as channels. Below is the first Inception block of GoogLeNet, the network that introduced such blocks. Its input has 192 channels of 28 × 28, all of which go into each of the four branches.
#
# A 5 × 5 window over 192 channels is expensive. So a 1 × 1 convolution, which computes weighted sums of the channels at each pixel, first reduces their number to 16. Compare the numbers of parameters with and without it:

# %% [markdown] lang="ko"
# 이 창은 L의 왼쪽 가장자리(3)와 오른쪽 가장자리(−3)를 찾아냅니다. 길이 8 안에 창을 놓을 자리는 6곳입니다. 풀링은 네모마다 가장 큰 수만 남기므로 −3은 사라지고, 높이와 너비는 반으로 줄어듭니다. 풀링에는 가중치가 없습니다. 합성곱에서 `padding="same"`으로 하면 가장자리에 여백을 두어 높이와 너비를 그대로 유지합니다. `strides`는 창이 한 번에 움직이는 픽셀 수입니다. 컬러 그림에서는 창의 깊이가 채널 수와 같고, `Conv2D(64, 3)`에는 그런 창이 64개 있습니다. 이런 층은 [15장](15_playground.ipynb)에서 훈련합니다.
#
# ### 가지 네 개
#
# 창의 크기는 1 × 1, 3 × 3, 5 × 5 가운데 어느 것이 좋을까요? 그림에는 크고 작은 물체가 함께 나오므로, **인셉션** 블록은 여러 창을 함께 쓰고 결과를 채널 방향으로 이어 붙입니다. 아래는 인셉션 논문에 나온 GoogLeNet의 첫 인셉션 블록입니다. 28 × 28 크기의 채널 192개가 가지(branch) 네 개에 똑같이 들어갑니다.
#
# 채널 192개에 5 × 5 창을 쓰려면 가중치가 많이 필요합니다. 그래서 먼저 픽셀마다 채널 값의 가중합을 구하는 1 × 1 합성곱을 써서 채널을 16개로 줄입니다. 줄일 때와 줄이지 않을 때의 파라미터 수를 비교해 보세요.

# %%
directly = keras.Sequential([keras.Input((28, 28, 192)), layers.Conv2D(32, 5)])
narrowed = keras.Sequential([keras.Input((28, 28, 192)), layers.Conv2D(16, 1), layers.Conv2D(32, 5)])
print("5 × 5 directly:        ", f"{directly.count_params():,}")
print("1 × 1 to 16, then 5 × 5:", f"{narrowed.count_params():,}")

# %% [markdown] lang="en"
# With fewer channels, the number of parameters falls to about a tenth. Now we build all four branches:

# %% [markdown] lang="ko"
# 채널을 먼저 줄이면 파라미터가 10분의 1쯤으로 줄어듭니다. 이제 가지 네 개를 모두 만듭니다.

# %%
channels = keras.Input((28, 28, 192), name="channels")
same = {"padding": "same", "activation": "relu"}

one = layers.Conv2D(64, 1, **same)(channels)
three = layers.Conv2D(96, 1, **same)(channels)
three = layers.Conv2D(128, 3, **same)(three)
five = layers.Conv2D(16, 1, **same)(channels)
five = layers.Conv2D(32, 5, **same)(five)
largest = layers.MaxPooling2D(3, strides=1, padding="same")(channels)
largest = layers.Conv2D(32, 1, **same)(largest)

joined = layers.Concatenate(name="joined")([one, three, five, largest])
inception = keras.Model(channels, joined, name="inception_block")
print("out:", inception.output_shape, "  parameters:", f"{inception.count_params():,}")

# %% [markdown] lang="en"
# **Look for** the four branches and the last axis of the joined result.

# %% [markdown] lang="ko"
# 갈라져 나온 가지 네 개와, 이어 붙인 결과의 마지막 축을 **눈여겨보세요**.

# %%
DAGViewer(inception, layer=6, lit="all paths")

# %% [markdown] lang="en"
# **Try this**
# 1. Choose the two layers of the 5 × 5 branch. Together they have 3,088 + 12,832 = 15,920 parameters.
# 2. Set *lit* to "neighbours" and choose `channels`. Four arrows lead away from it, since a tensor may be used as often as you like.
# 3. Choose `joined`. It has 64 + 128 + 32 + 32 = 256 channels, and height and width are still 28.
#
# ### A copied mistake
#
# In older versions of Keras's guide, and in listings copied from it, an Inception block uses `axis=1` to join three branches of 64 channels each. That is right for pictures whose channels come first, but here they come last. **Predict** whether `axis=1` gives an error with those three branches, and whether it does with our four.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 5 × 5 합성곱이 있는 가지에서 두 층을 골라 보세요. 두 층을 합하면 파라미터가 3,088 + 12,832 = 15,920개입니다.
# 2. *강조*를 "이웃"으로 바꾸고 `channels`를 골라 보세요. 화살표 네 개가 나갑니다. 텐서 하나를 몇 번이든 쓸 수 있습니다.
# 3. `joined`를 골라 보세요. 채널은 64 + 128 + 32 + 32 = 256개이고, 높이와 너비는 28 그대로입니다.
#
# ### 베껴 쓰며 퍼진 실수
#
# 예전 Keras 안내서와 이를 베낀 코드에는 채널이 64개씩인 가지 세 개를 `axis=1`로 이어 붙인 인셉션 블록이 있습니다. 채널이 맨 앞에 오는(channels-first) 그림이라면 맞지만, 여기서는 채널이 마지막 축에 있습니다. 그 블록에서 `axis=1`로 하면 오류가 날지, 우리가 만든 가지 네 개에서는 어떨지 **예상해 보세요**.

# %%
for branches in ([keras.Input((256, 256, 64))] * 3, [one, three, five, largest]):
    for axis in (-1, 1):
        try:
            print(f"{len(branches)} branches, axis={axis:2}:", layers.Concatenate(axis=axis)(branches).shape)
        except ValueError as problem:
            print(f"{len(branches)} branches, axis={axis:2}: ValueError:", str(problem).split(". ")[0])

# %% [markdown] lang="en"
# With our branches there is an error, because their numbers of channels differ. With three equal branches there is no error, and the results are stacked into a picture 768 high and 256 wide. A shape that fits is not always the shape that you meant, so look at the graph.
#
# ## 8. Three more graphs
#
# ### One layer, used twice
#
# Do two headlines report the same event? The same words should mean the same in both, so both are read by the *same* layers, which means that the layer objects are made once and called twice. The output is the cosine of the angle between the LSTM's two vectors, computed by `Dot(normalize=True)`.
#
# The network is untrained. **Predict**: does its answer change when the two headlines are swapped?

# %% [markdown] lang="ko"
# 우리가 만든 가지는 채널 수가 서로 달라서 오류가 납니다. 모양이 같은 가지 세 개에서는 오류가 나지 않고, 세 결과가 위아래로 쌓여 높이 768, 너비 256인 그림 하나가 됩니다. 형상이 서로 맞아도 의도한 형상은 아닐 수 있으니, 그래프를 확인하세요.
#
# ## 8. 그래프 세 가지 더
#
# ### 층 하나를 두 번 쓰기
#
# 두 기사 제목이 같은 사건을 다루고 있을까요? 같은 단어는 어느 제목에서나 뜻이 같아야 하므로 두 제목을 *같은* 층으로 읽습니다. 층 객체를 한 번만 만들어 두 번 호출하면 됩니다. 출력은 두 제목의 벡터가 이루는 각의 코사인입니다(`Dot(normalize=True)`).
#
# 아직 훈련하지 않은 신경망입니다. 두 제목을 서로 바꾸어 넣으면 답이 달라질지 **예상해 보세요**.

# %%
keras.utils.set_random_seed(SEED)
first = keras.Input((12,), dtype="int32", name="first")
second = keras.Input((12,), dtype="int32", name="second")
embed, read = layers.Embedding(10000, 64, name="embed"), layers.LSTM(32, name="read")
closeness = layers.Dot(axes=1, normalize=True, name="closeness")([read(embed(first)), read(embed(second))])
twins = keras.Model([first, second], closeness, name="twins")

a, b = words[:1, -12:], words[1:2, -12:]
measured("first, second ", float(np.asarray(twins([a, b]))[0, 0]), expected=(-1, 1))
measured("second, first ", float(np.asarray(twins([b, a]))[0, 0]), expected=(-1, 1))
measured("first, first  ", float(np.asarray(twins([a, a]))[0, 0]), expected=(0.999, 1.001))

# %%
DAGViewer(twins, layer=4)

# %% [markdown] lang="en"
# The answer does not change when the headlines are swapped, and a headline compared with itself gives 1. Both facts follow from the graph, without any training. The dotted frame marks the other use of the chosen layer. The embedding and the LSTM appear in two boxes each, but their weights exist only once, so there are 5 layers in 7 boxes. With separate layers there would be twice as many parameters, and each word would have to be learned twice.
#
# ### Answering questions
#
# A text and a question about it go in, and the probabilities of 500 possible answers come out. Here each input has an embedding of its own. With `None` as the length, texts of any length fit. For a model that is not a simple row of layers, `summary()` adds a column that shows what each layer is connected to.

# %% [markdown] lang="ko"
# 답은 그대로이고, 제목을 자기 자신과 비교하면 1입니다. 훈련하지 않아도 그래프만 보면 둘 다 알 수 있습니다. 점선 테두리는 고른 층이 한 번 더 쓰인 곳을 나타냅니다. 임베딩과 LSTM은 상자가 둘씩이지만 가중치는 한 벌씩만 있습니다. 상자는 7개, 층은 5개입니다. 층을 따로 두 벌 두면 파라미터가 두 배가 되고, 단어마다 뜻을 두 번 배워야 합니다.
#
# ### 질문에 답하기
#
# 글 하나와 그 글에 대한 질문을 넣으면 미리 정한 답 500가지의 확률이 나오는 모델입니다. 이번에는 입력마다 임베딩이 따로 있습니다. 길이를 `None`으로 두면 글의 길이가 얼마든 괜찮습니다. 층이 한 줄로 이어지지 않은 모델에서는 `summary()` 표에 열이 하나 더 생겨, 층마다 어느 층과 이어져 있는지 나옵니다.

# %%
text = keras.Input((None,), dtype="int32", name="text")
question = keras.Input((None,), dtype="int32", name="question")
read_text = layers.LSTM(32, name="read_text")(layers.Embedding(10000, 64, name="words")(text))
read_question = layers.LSTM(16, name="read_question")(layers.Embedding(10000, 32, name="asked")(question))
both = layers.Concatenate(name="both")([read_text, read_question])
answer = layers.Dense(500, activation="softmax", name="answer")(both)
reader = keras.Model([text, question], answer, name="question_answering")
reader.summary()
print("a text of 100 words, a question of 7 →", reader([words[:1], words[:1, -7:]]).shape)

# %% [markdown] lang="en"
# ### Age, income and sex from posts
#
# This model has one input and gives three kinds of answer: a number (regression), one of ten income classes, and one of two sexes. A person's posts form a row of 200 words. `Conv1D` slides 64 windows, each 5 words long, along the row, and `GlobalMaxPooling1D` keeps the largest sum from each. We evaluate the untrained model on made-up people and look at the three losses.

# %% [markdown] lang="ko"
# ### 게시글로 나이, 소득, 성별 알아맞히기
#
# 입력은 하나인데 답은 세 가지이고 종류도 다릅니다. 나이는 수(회귀), 소득은 클래스 10개 가운데 하나, 성별은 둘 가운데 하나입니다. 한 사람의 게시글은 단어 200개가 늘어선 한 줄입니다. `Conv1D`는 단어를 따라 길이 5인 창 64개를 옮기며 가중합을 구하고, `GlobalMaxPooling1D`는 창마다 가장 큰 가중합만 남깁니다. 아직 훈련하지 않은 모델에 지어낸 데이터를 넣고 세 손실을 봅니다.

# %%
keras.utils.set_random_seed(SEED)
posts = keras.Input((200,), dtype="int32", name="posts")
seen = layers.Conv1D(64, 5, activation="relu", name="window")(layers.Embedding(10000, 64, name="words")(posts))
seen = layers.Dense(64, activation="relu", name="shared")(layers.GlobalMaxPooling1D(name="largest")(seen))
age = layers.Dense(1, name="age")(seen)
income = layers.Dense(10, activation="softmax", name="income")(seen)
sex = layers.Dense(1, activation="sigmoid", name="sex")(seen)
author = keras.Model(posts, [age, income, sex], name="author")
losses = {"age": "mse", "income": "sparse_categorical_crossentropy", "sex": "binary_crossentropy"}
author.compile(optimizer="rmsprop", loss=losses)

# %%
DAGViewer(author, layer=4)

# %%
people = rng.integers(1, 10000, (400, 200))
truth = {"age": rng.integers(18, 80, (400, 1)), "income": rng.integers(0, 10, 400), "sex": rng.integers(0, 2, (400, 1))}
three_losses = author.evaluate(people, truth, verbose=0, return_dict=True)
for name in losses:
    measured(f"{name:6}", three_losses[f"{name}_loss"], digits=2)
together = sum(three_losses[f"{name}_loss"] for name in losses)
measured("share of age in the sum", 100 * three_losses["age_loss"] / together, digits=1, unit="%")

# %% [markdown] lang="en"
# The loss for age, the mean of the squared errors in years, is more than a thousand times the loss for income, so it would dominate the gradient. You can set loss weights, such as `loss_weights={"age": 0.001, "income": 1.0, "sex": 1.0}`, or standardise the ages first (chapter [13](13_housing_regression.ipynb)). Whether one *should* guess such things about people who have not agreed to it is a question that no loss function can answer.

# %% [markdown] lang="ko"
# 나이의 손실은 햇수로 잰 오차를 제곱해 평균한 값이라서, 교차 엔트로피(cross-entropy)로 구한 소득의 손실보다 천 배 넘게 큽니다. 이대로 훈련하면 나이의 손실이 그레이디언트를 좌우할 것입니다. `loss_weights={"age": 0.001, "income": 1.0, "sex": 1.0}`처럼 손실 가중치를 정하거나, 나이를 먼저 표준화([13장](13_housing_regression.ipynb))하면 됩니다. 동의하지 않은 사람에 대해 이런 것을 알아맞혀도 *되는지*는 손실 함수로 답할 수 없는 문제입니다.

# %% [markdown] lang="en"
# ## 9. Dropout and Nesterov momentum
#
# **Dropout** sets some of the numbers, chosen at random, to 0 during training, so that no unit can rely on any single other unit. We apply it to an array of ten thousand ones, with a rate of one half. **Predict** which values occur during training, and what their mean is.

# %% [markdown] lang="ko"
# ## 9. 드롭아웃과 네스테로프 모멘텀
#
# **드롭아웃**(Dropout)은 훈련하는 동안 들어온 값 가운데 일부를 무작위로 골라 0으로 만듭니다. 그러면 유닛이 다른 유닛 하나에만 의지할 수 없게 됩니다. 값이 모두 1인 원소 10,000개에 비율 2분의 1로 드롭아웃을 적용합니다. 훈련하는 동안 어떤 값들이 나오고 평균은 얼마일지 **예상해 보세요**.

# %%
drop, ones = layers.Dropout(0.5, seed=SEED), np.ones((1, 10000), "float32")
training, predicting = (np.asarray(drop(ones, training=flag)) for flag in (True, False))
print("values while training:  ", np.unique(training))
print("values while predicting:", np.unique(predicting))
measured("mean while training", training.mean(), expected=(0.95, 1.05))

# %% [markdown] lang="en"
# During training the values are 0 and 2. At this rate, whatever is not dropped is doubled, so that the mean stays close to 1. When the model predicts, nothing is dropped. `fit` and `predict` set `training` for you.
#
# **SGD with Nesterov momentum** keeps a velocity v from step to step and looks ahead along it (chapter [05](05_optimizers.ipynb)). One step by hand, with learning rate 0.1, momentum 0.9, weight w = 1, gradient 2 and velocity 0, gives v = 0.9 · 0 − 0.1 · 2 = −0.2, and w = 1 + 0.9 · (−0.2) − 0.1 · 2 = 0.62.

# %% [markdown] lang="ko"
# 나오는 값은 0과 2입니다. 비율이 2분의 1이면 0이 되지 않은 값은 두 배가 되므로 평균은 1에 가깝습니다. 예측할 때는 아무것도 0으로 만들지 않습니다. `training`은 `fit`과 `predict`가 알아서 정해 줍니다.
#
# **네스테로프(Nesterov) 모멘텀을 쓰는 SGD**는 지난 스텝의 속도(velocity) v를 이어 가며 그 방향으로 앞을 내다봅니다([05장](05_optimizers.ipynb)). 학습률 0.1, 모멘텀 0.9, 가중치 w = 1, 그레이디언트 2, 속도 0으로 한 스텝을 손으로 계산하면 v = 0.9 · 0 − 0.1 · 2 = −0.2이고, w = 1 + 0.9 · (−0.2) − 0.1 · 2 = 0.62입니다.

# %%
sgd = keras.optimizers.SGD(learning_rate=0.1, momentum=0.9, nesterov=True)
weight = keras.Variable(1.0)
sgd.build([weight])
sgd.apply([keras.ops.convert_to_tensor(2.0)], [weight])
print("w after one step:", round(float(weight), 4))

# %% [markdown] lang="en"
# Keras gives 0.62 as well. Any optimizer object can go into `compile`, as in `compile(optimizer=sgd)`. A name such as `"sgd"` stands for that optimizer with its default settings.
#
# ## 10. One model, several engines
#
# Keras describes models, and a **backend** does the arithmetic: TensorFlow, JAX or PyTorch. The same code runs on a CPU and on a GPU (chapter [16](16_gpu_and_beyond.ipynb)). You choose the backend before `import keras`, with the environment variable `KERAS_BACKEND`. Keras 3 is free software under the Apache License 2.0; Chollet's 2017 book still names the MIT License. Up to Keras 2.3 (2019), Theano and CNTK were backends too, and separate projects offered MXNet and PlaidML. If you choose a backend that Keras no longer supports, such as `theano`, `import keras` fails.
#
# Now we load the line model with each of the other backends installed here, in a fresh Python process, and predict the answer for 10. For a backend that is not installed, the cell prints `nan`.

# %% [markdown] lang="ko"
# Keras로 계산해도 0.62입니다. 옵티마이저 객체는 무엇이든 `compile(optimizer=sgd)`처럼 넣을 수 있습니다. `"sgd"`처럼 이름만 적으면 기본 설정을 씁니다.
#
# ## 10. 모델 하나, 엔진 여럿
#
# Keras로는 모델을 적기만 하고, 계산은 **백엔드**인 TensorFlow, JAX, PyTorch 가운데 하나가 맡습니다. 같은 코드가 CPU에서도 GPU에서도 돕니다([16장](16_gpu_and_beyond.ipynb)). 백엔드는 `import keras` 전에 환경 변수 `KERAS_BACKEND`로 정합니다. Keras 3은 Apache License 2.0을 따르는 자유 소프트웨어입니다. 숄레(Chollet)의 2017년 책에는 MIT License라고 적혀 있습니다. 2019년에 나온 Keras 2.3까지는 Theano와 CNTK도 백엔드였고, MXNet과 PlaidML용 백엔드는 다른 프로젝트가 따로 내놓았습니다. `theano`처럼 지원이 끝난 백엔드를 고르면 `import keras`에서 오류가 납니다.
#
# 여기 설치된 다른 백엔드마다 파이썬을 새로 띄워 앞의 직선 모델을 불러오고 10을 넣어 답을 구합니다. 설치되지 않은 백엔드에서는 `nan`이 나옵니다.

# %%
here = keras.backend.backend()
script = "import sys, keras; print(keras.saving.load_model(sys.argv[1]).predict(keras.ops.ones((1, 1)) * 10, verbose=0)[0, 0])"
with tempfile.TemporaryDirectory() as folder:
    line.save(os.path.join(folder, "line.keras"))
    for name, module in (("TensorFlow", "tensorflow"), ("JAX", "jax"), ("PyTorch", "torch")):
        answer = "nan"
        if module == here:
            answer = line.predict(np.array([[10.0]]), verbose=0)[0, 0]
        elif importlib.util.find_spec(module):
            command = [sys.executable, "-c", script, os.path.join(folder, "line.keras")]
            engine = {**os.environ, "KERAS_BACKEND": module, "CUDA_VISIBLE_DEVICES": "-1"}  # this notebook may hold the GPU
            answer = subprocess.run(command, env=engine, capture_output=True, text=True).stdout or "nan"
        measured(f"{name:10}", float(answer), digits=6)

# %% [markdown] lang="en"
# The backends that answer agree to at least four decimal places. Nothing in the saved file is tied to any one backend. Chapters 09 to 14 contain no TensorFlow code either.
#
# ## 11. What older texts say
#
# Texts on Keras go back to 2015, and much of the code in them no longer runs. **Predict** which of the eleven lines in `old` is the most dangerous.

# %% [markdown] lang="ko"
# 백엔드들이 낸 답은 소수점 아래 넷째 자리까지 같습니다. 저장한 파일은 특정 백엔드에 묶여 있지 않습니다. 09장부터 14장까지도 TensorFlow 코드를 쓰지 않습니다.
#
# ## 11. 예전 글에는 이렇게 쓰여 있습니다
#
# Keras를 다룬 책과 블로그는 2015년부터 나왔고, 거기 실린 코드 가운데는 이제 실행되지 않는 것이 많습니다. `old`에 모은 열한 줄 가운데 가장 위험한 줄이 무엇일지 **예상해 보세요**.

# %%
old = {
    "SGD(lr=0.1)": lambda: keras.optimizers.SGD(lr=0.1),
    "SGD(decay=1e-6)": lambda: keras.optimizers.SGD(decay=1e-6),
    "Dense(2, input_shape=(3,))": lambda: layers.Dense(2, input_shape=(3,)),
    "Dense(2, init='uniform')": lambda: layers.Dense(2, init="uniform"),
    "keras.layers.merge": lambda: layers.merge,
    "Model(input=, output=)": lambda: keras.Model(input=channels, output=three),
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
# An error at least stops you. The dangerous line is the one with `decay`, which only warns and then trains **without** any decay. (`input_shape` warns as well, but still works.) Today you would write:
#
# > | older texts | today |
# > |---|---|
# > | `lr=0.1` | `learning_rate=0.1` |
# > | `decay=1e-6` | `learning_rate=keras.optimizers.schedules.InverseTimeDecay(...)` |
# > | `input_shape=`, `input_dim=` in the first layer | `keras.Input((3,))` as the first line |
# > | `init=`, `nb_epoch=`, `Model(input=, output=)` (Keras 1, until 2017) | `kernel_initializer=`, `epochs=`, `Model(inputs=, outputs=)` |
# > | `keras.layers.merge`, `Merge` | `Concatenate`, `Add`, `Multiply`, … |
# > | `fit_generator`, `predict_classes` | `fit` takes generators; `predict(...).argmax(axis=1)` |
# > | `multi_gpu_model` | a `keras.distribution` or `tf.distribute` strategy, chapter [16](16_gpu_and_beyond.ipynb) |
# > | `Session`, `get_session` | nothing: operations run at once, [07](07_tensorflow.ipynb) |
#
# ## What you have learned
# - Training is a loop: the model predicts, the loss measures how wrong it is, and the optimizer changes the weights.
# - `Dense` takes rank 2 or more (and works on the last axis), recurrent layers take rank 3, and `Conv2D` takes rank 4.
# - With `Sequential` you write a row of layers, and with the functional API any directed acyclic graph. With the same weights, both gave the same answers.
# - The graph determines which functions the model can represent. They form its hypothesis space.
# - With several outputs, the training loss is a weighted sum of their losses.
# - A layer that is called twice has only one set of weights. With a 1 × 1 convolution in front of it, a large window needs far fewer parameters.
#
# What we measured with several seeds:
#
# | Measured here | Result | Seeds |
# |---|---|---|
# | accuracy of the main output, auxiliary weight 0.2 | 0.960 to 0.978 | 3 |
# | the same, auxiliary weight 0 | 0.962 to 0.976 | 3 |
#
# **What is a model, if not a row of layers?** It is a graph of blocks whose shapes agree, with as many inputs and outputs as the task needs. You build it by stating, for each block, which tensors go into it.
#
# ## Next
# [09. A first network](09_first_network.ipynb): the five steps on real handwritten digits.
#
# ## Sources
# - F. Chollet, *Deep Learning with Python* (2017), chapters 3 and 7: layers, models as graphs, hypothesis spaces; shared layers, question answering, the authors of posts.
# - Keras documentation, "The Functional API" and, for Keras 2, "Getting started with the Keras functional API": the headline model and the Inception block.
# - C. Szegedy and others, "Going deeper with convolutions" (2015): the Inception block; table 1 has the numbers of channels.
# - Keras, release notes of 2.3.0 (2019): the last release with Theano and CNTK.
# - N. Srivastava and others, "Dropout: a simple way to prevent neural networks from overfitting", JMLR 15 (2014).
# - I. Sutskever and others, "On the importance of initialization and momentum in deep learning" (2013): Nesterov momentum.

# %% [markdown] lang="ko"
# 오류가 나면 적어도 거기서 멈춥니다. 위험한 줄은 `decay`가 든 줄입니다. 경고만 나올 뿐 학습률 감쇠 **없이** 훈련이 진행됩니다. (`input_shape`도 경고가 나오지만 아직 작동합니다.) 요즘은 이렇게 씁니다.
#
# > | 예전 글 | 요즘 |
# > |---|---|
# > | `lr=0.1` | `learning_rate=0.1` |
# > | `decay=1e-6` | `learning_rate=keras.optimizers.schedules.InverseTimeDecay(...)` |
# > | 첫 층의 `input_shape=`, `input_dim=` | 첫 줄에 `keras.Input((3,))` |
# > | `init=`, `nb_epoch=`, `Model(input=, output=)` (2017년까지의 Keras 1) | `kernel_initializer=`, `epochs=`, `Model(inputs=, outputs=)` |
# > | `keras.layers.merge`, `Merge` | `Concatenate`, `Add`, `Multiply` 등 |
# > | `fit_generator`, `predict_classes` | `fit`이 제너레이터도 받음, `predict(...).argmax(axis=1)` |
# > | `multi_gpu_model` | `keras.distribution`이나 `tf.distribute`의 전략, [16장](16_gpu_and_beyond.ipynb) |
# > | `Session`, `get_session` | 필요 없음: 연산이 바로 실행됨, [07장](07_tensorflow.ipynb) |
#
# ## 배운 것
# - 층이 모여 모델이 되고, 손실은 얼마나 틀렸는지 나타내고, 옵티마이저는 가중치를 바꿉니다. 훈련에서는 이 과정을 되풀이합니다.
# - `Dense`는 랭크 2 이상(마지막 축에만 작용), 순환층은 랭크 3, `Conv2D`는 랭크 4를 받습니다.
# - `Sequential`로는 층을 한 줄로 쌓고, 함수형 API로는 어떤 방향 비순환 그래프든 만듭니다. 가중치가 같을 때는 두 방법의 답도 같았습니다.
# - 모델로 나타낼 수 있는 함수는 그래프에 따라 정해집니다. 그런 함수의 집합이 가설 공간입니다.
# - 출력이 여럿이면 손실마다 손실 가중치를 곱해 더합니다.
# - 층 하나를 두 번 호출해도 가중치는 한 벌입니다. 1 × 1 합성곱으로 채널을 먼저 줄이면 큰 창도 적은 가중치로 쓸 수 있습니다.
#
# 시드를 바꾸어 잰 결과:
#
# | 항목 | 결과 | 시드 |
# |---|---|---|
# | 주 출력의 정확도, 보조 손실 가중치 0.2 | 0.960\~0.978 | 3개 |
# | 주 출력의 정확도, 보조 손실 가중치 0 | 0.962\~0.976 | 3개 |
#
# **층을 꼭 한 줄로 쌓지 않아도 된다면, 모델이란 무엇일까요?** 형상이 맞는 블록을 이은 그래프이며, 입력과 출력은 문제에 필요한 만큼 둘 수 있습니다. 블록마다 어떤 텐서가 들어가는지 적어 나가면 모델이 만들어집니다.
#
# ## 다음
# [09. 첫 신경망](09_first_network.ipynb): 실제 손글씨 숫자로 다섯 단계를 밟아 봅니다.
#
# ## 출처
# - F. Chollet, *Deep Learning with Python* (2017), 3장과 7장: 층, 그래프로 본 모델, 가설 공간, 층 공유, 질문에 답하기, 게시글의 글쓴이.
# - Keras 문서 "The Functional API"와 Keras 2 문서 "Getting started with the Keras functional API": 기사 제목 모델, 인셉션 블록.
# - C. Szegedy 외, "Going deeper with convolutions" (2015): 인셉션 블록. 표 1에 채널 수가 있습니다.
# - Keras 2.3.0 릴리스 노트 (2019): Theano와 CNTK를 지원한 마지막 버전.
# - N. Srivastava 외, "Dropout: a simple way to prevent neural networks from overfitting", JMLR 15 (2014).
# - I. Sutskever 외, "On the importance of initialization and momentum in deep learning" (2013): 네스테로프 모멘텀.
