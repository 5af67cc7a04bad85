# %% [markdown] lang="en"
# # 09. A first network: reading handwritten digits
#
# Try to write down the rules by which you tell a handwritten 4 from a 9. Whatever you write, somebody's handwriting will break it. **Can a program find the rules by itself, from examples alone, in less than a minute?** In this chapter one does, and we look closely at its mistakes.
#
# **You will be able to**
# - take a data set through the five steps of a Keras project: import, prepare, model, compile, fit;
# - draw training curves, watch them grow, and stop a training run without losing the model;
# - read the output of a layer inside the network;
# - measure how well a network does on data that it has never seen, and recognise overfitting;
# - find its mistakes, and say which digits it confuses.
#
# **Time** about 60 minutes. **You need** [01. Tensors](01_tensors.ipynb): shapes, dtypes, batches. In chapter [04](04_backprop.ipynb) you build the same network by hand; in Keras it takes a dozen lines.

# %% [markdown] lang="ko"
# # 09. 첫 신경망: 손글씨 숫자 읽기
#
# 손으로 쓴 4와 9를 구별하는 규칙을 글로 적어 보세요. 어떤 규칙을 적더라도 거기에 맞지 않는 글씨가 나옵니다. **프로그램이 예시만 보고 1분 안에 스스로 규칙을 찾아낼 수 있을까요?** 이 장에서 그런 프로그램을 만들고, 무엇을 틀리는지 자세히 들여다봅니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 데이터셋(data set) 하나로 Keras 프로젝트의 다섯 단계인 가져오기, 준비, 모델, 컴파일(compile), 훈련(fit)을 끝까지 해 봅니다.
# - 훈련 곡선을 그리고, 그려지는 모습을 지켜보고, 그때까지 훈련한 모델을 남긴 채 훈련을 멈춥니다.
# - 신경망(neural network) 안에 있는 층의 출력을 읽습니다.
# - 신경망이 본 적 없는 데이터로 성능을 재고, 과대적합(overfitting)을 알아봅니다.
# - 틀린 답을 찾아내고, 신경망이 어떤 숫자를 헷갈리는지 설명합니다.
#
# **시간** 약 60분. **필요한 것** [01. 텐서](01_tensors.ipynb): 형상(shape), 자료형(dtype), 배치(batch). [04장](04_backprop.ipynb)에서는 같은 신경망을 처음부터 직접 만드는데, Keras로는 열 줄 남짓이면 됩니다.

# %% tags=["setup"]
import time
from itertools import pairwise, product

import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import mnist
from helpers.drawing import COLOURS, confusion_matrix, image_grid, style
from helpers.training import ActivationWatcher, LiveCurves
from helpers.widgets import ActivationBrowser, PredictionBrowser

# %% [markdown] lang="en"
# ## 1. Import: look at the data first
#
# MNIST has 60,000 pictures to learn from (the **training set**) and 10,000 that the network must not see until the end (the **test set**). Each picture has a **label**: the digit that it shows.

# %% [markdown] lang="ko"
# ## 1. 가져오기: 데이터부터 보기
#
# MNIST에는 훈련에 쓸 그림 60,000장과, 훈련이 끝나기 전에는 신경망이 보면 안 되는 그림 10,000장이 있습니다. 앞의 60,000장이 **훈련 데이터**(training set), 뒤의 10,000장이 **테스트 데이터**(test set)입니다. 그림마다 어떤 숫자인지를 적은 **레이블**(label)이 붙어 있습니다.

# %% tags=["real-data"]
(train_images, train_labels), (test_images, test_labels) = mnist.load_data()
print("training:", train_images.shape, train_images.dtype, "  labels:", train_labels.shape)
print("test:    ", test_images.shape, test_images.dtype, "  labels:", test_labels.shape)

# %% [markdown] lang="en"
# Here are the first 20 training pictures, each with its label above it. Would any of them make you hesitate?

# %% [markdown] lang="ko"
# 훈련 데이터의 처음 20장을 봅니다. 위에 적힌 수가 레이블입니다. 어떤 숫자인지 헷갈리는 그림이 있나요?

# %%
with style():
    fig, axes = plt.subplots(2, 10, figsize=(9, 2.3))
    image_grid(axes.ravel(), train_images[:20], titles=[str(label) for label in train_labels[:20]])

# %% [markdown] lang="en"
# ## 2. Prepare: from pictures to rows of numbers
#
# Our network takes vectors, not pictures, so the 28 × 28 pixels of each picture become one row of 784 numbers.

# %% [markdown] lang="ko"
# ## 2. 준비: 그림을 숫자 줄로
#
# 지금 만들 신경망은 그림이 아니라 벡터(vector)를 받습니다. 그래서 28 × 28 픽셀 그림을 한 장씩 펴서, 수 784개가 늘어선 한 줄로 만듭니다.

# %%
x_train = train_images.reshape(60000, 784).astype("float32") / 255
x_test = test_images.reshape(10000, 784).astype("float32") / 255
print("x_train:", x_train.shape, x_train.dtype, "  from", x_train.min(), "to", x_train.max())
print("memory: ", round(x_train.nbytes / 1e6), "MB")

# %% [markdown] lang="en"
# Dividing by 255 brings the pixel values from 0…255 to 0…1. Section 9 shows what happens if we skip this.
#
# The network will answer with ten numbers, one for each digit, so we also write each label as ten numbers: a 1 in the position of its digit and 0 everywhere else (**one-hot** encoding).

# %% [markdown] lang="ko"
# 255로 나누면 0\~255였던 픽셀 값이 0\~1로 바뀝니다. 나누지 않으면 어떻게 되는지는 9절에서 봅니다.
#
# 신경망의 답은 숫자마다 하나씩, 모두 수 열 개로 이루어집니다. 그래서 레이블도 수 열 개로 적습니다. 맞는 자리는 1, 나머지는 0입니다. 이렇게 적는 방법을 **원-핫**(one-hot) 인코딩이라고 합니다.

# %%
y_train = keras.utils.to_categorical(train_labels)
y_test = keras.utils.to_categorical(test_labels)
print("label 3 becomes", keras.utils.to_categorical([3], num_classes=10)[0])
print("y_train:", y_train.shape)

# %% [markdown] lang="en"
# ## 3. Model: two layers
#
# Our network is a chain of two **Dense** (fully connected) layers, in which every unit is connected to every number that comes in. You can think of a layer as a filter for data: pictures go in, and numbers that are more useful for the task come out. A chain of layers distils what matters, step by step.
#
# - The first, the **hidden layer**, has 512 units. Each unit multiplies every one of the 784 pixels by a **weight** of its own and adds up the products. If this weighted sum is positive, the unit passes it on; otherwise it outputs 0. This is the **ReLU** activation function.
# - The second has 10 units, one for each digit. **Softmax** turns their ten weighted sums into ten probabilities that add up to 1.
#
# The picture shows some of the units and some of the 784 pixel values of the first digit. Each line stands for one weight.

# %% [markdown] lang="ko"
# ## 3. 모델: 층 두 개
#
# 우리 신경망은 **Dense** 층(layer) 두 개로 이루어집니다. Dense는 완전 연결층(fully connected layer)의 Keras 이름이며, 밀집층이라고도 합니다. 각 유닛(unit)은 층에 들어온 모든 수와 이어집니다. 층은 데이터를 거르는 필터와 같습니다. 그림이 들어가면 문제를 푸는 데 더 쓸모 있는 수가 나오고, 층을 거칠수록 중요한 것만 남습니다.
#
# - 첫 번째 층인 **은닉층**(hidden layer)에는 유닛이 512개 있습니다. 유닛마다 픽셀 784개에 각각 **가중치**(weight)를 곱해 모두 더합니다. 이 가중합(weighted sum)이 양수면 그대로, 아니면 0을 내보냅니다. 이것이 **ReLU** 활성화 함수(activation function)입니다.
# - 두 번째 층에는 숫자마다 하나씩 유닛이 10개 있습니다. **소프트맥스**(softmax)가 이 유닛들의 가중합을, 모두 더하면 1이 되는 확률 10개로 바꿉니다.
#
# 그림에는 유닛 일부와 첫 숫자의 픽셀 값 784개 가운데 일부를 그렸습니다. 선 하나가 가중치 하나를 나타냅니다.

# %%
some = np.array([1.5, 1.15, 0.8, 0.45, -0.45, -0.8, -1.15, -1.5])  # heights of the units that are drawn
digits = np.linspace(1.5, -1.5, 10)
columns = [(0, some, "784 pixels"), (3, some, "512 units, ReLU"), (6, digits, "10 units, softmax")]
pixels = x_train[0, [0, 1, 156, 157, 405, 406, 782, 783]]
labels = [(-0.55, height, f"{pixel:.2f}") for height, pixel in zip(some, pixels, strict=True)]
labels += [(6.4, height, str(digit)) for digit, height in enumerate(digits)]

# %%
with style():
    fig, ax = plt.subplots(figsize=(9, 4))
    ax.imshow(train_images[0], cmap="gray_r", extent=(-4.2, -1.4, -1.4, 1.4))
    for (left, starts, _), (right, stops, _) in pairwise(columns):
        for start, stop in product(starts, stops):
            ax.plot([left, right], [start, stop], "-", color="0.85", lw=0.6)
    for x, heights, title in columns:
        ax.plot([x] * len(heights), heights, "o", ms=10, color=COLOURS["blue"])
        ax.text(x, 1.85, title, ha="center")
    ax.plot([0, 0, 0, 3, 3, 3], [-0.12, 0, 0.12] * 2, ".", ms=4, color="0.3")  # and so on
    for x, height, label in labels:
        ax.text(x, height, label, ha="center", va="center", fontsize=10)
    ax.set(xlim=(-4.3, 7.4), ylim=(-1.75, 2.15), aspect="auto")
    ax.set_axis_off()

# %% [markdown] lang="en"
# In Keras the network takes only a few lines. The seed fixes the random initial weights.

# %% [markdown] lang="ko"
# Keras로는 몇 줄이면 됩니다. 시드(seed)를 정하면 무작위로 뽑는 초기 가중치가 고정됩니다.

# %%
keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input((784,)),
        keras.layers.Dense(512, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ]
)

# %% [markdown] lang="en"
# **Predict** how many parameters the first layer has. It has 784 inputs and 512 units, and each unit has one more number to learn, the bias, which is added to its sum.

# %% [markdown] lang="ko"
# 첫 번째 층의 파라미터(parameter)가 몇 개인지 **예상해 보세요**. 입력이 784개, 유닛이 512개입니다. 유닛마다 가중합에 더하는 편향(bias)이 하나씩 있고, 편향도 훈련으로 정해집니다.

# %%
model.summary()

# %% [markdown] lang="en"
# The first layer has 784 × 512 + 512 = 401,920 parameters: one weight for each pair of a pixel and a unit, plus the biases. With the second layer there are 407,050, too many to set by hand. `None` in the shapes stands for any number of pictures.
#
# ## 4. Compile: what is good, and how to get better
#
# `compile` asks for three choices:
# - **loss**: one number that says how wrong the network is. For classification we use cross-entropy, which is small when the right class gets a high probability.
# - **optimizer**: the rule that changes the weights a little after each batch, so that the loss goes down. Here it is RMSprop ([05](05_optimizers.ipynb)).
# - **metrics**: what *we* want to see. Here that is accuracy, the share of right answers. The optimizer does not use it.
#
# Chapter [06](06_softmax_losses.ipynb) recommends leaving the softmax to the loss. Here it is part of the network, so that `predict` gives probabilities. Section 9 shows when that can do harm.

# %% [markdown] lang="ko"
# 파라미터는 784 × 512 + 512 = 401,920개입니다. 픽셀과 유닛의 쌍마다 가중치가 하나씩 있고, 거기에 편향을 더한 수입니다. 두 번째 층까지 합하면 407,050개이니, 손으로 정하기에는 너무 많습니다. 형상에 있는 `None`은 그림이 몇 장이든 상관없다는 뜻입니다.
#
# ## 4. 컴파일: 무엇을 기준으로 어떻게 고쳐 나갈까
#
# `compile`에서는 세 가지를 고릅니다.
# - **손실**(loss): 신경망이 얼마나 틀렸는지를 나타내는 수 하나. 클래스(class)를 맞히는 문제에서는 교차 엔트로피(cross-entropy)를 씁니다. 정답 클래스의 확률이 높을수록 작아집니다.
# - **옵티마이저**(optimizer): 손실이 줄어들도록 배치마다 가중치를 조금씩 바꾸는 규칙. 여기서는 RMSprop을 씁니다([05장](05_optimizers.ipynb)).
# - **지표**(metrics): *우리가* 보고 싶은 값. 여기서는 맞힌 비율인 정확도(accuracy)입니다. 옵티마이저는 지표를 쓰지 않습니다.
#
# [06장](06_softmax_losses.ipynb)에서는 소프트맥스를 손실에 맡기라고 권합니다. 여기서는 `predict`가 바로 확률을 내도록 소프트맥스를 신경망에 넣었습니다. 이렇게 하면 언제 문제가 될 수 있는지는 9절에서 봅니다.

# %%
model.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])

# %% [markdown] lang="en"
# The network can already answer before it has learned anything. `evaluate` computes the loss and the metrics on the data you give it. We keep the test set for the end and use 10,000 training pictures here. **Predict** the accuracy.

# %% [markdown] lang="ko"
# 신경망은 아무것도 배우지 않았어도 답을 내놓을 수 있습니다. `evaluate`는 주어진 데이터로 손실과 지표를 계산합니다. 테스트 데이터는 마지막에 쓰려고 남겨 두고, 여기서는 훈련 그림 10,000장으로 잽니다. 정확도가 얼마일지 **예상해 보세요**.

# %% tags=["real-data"]
loss, accuracy = model.evaluate(x_train[:10000], y_train[:10000], verbose=0)
measured("loss before training", loss, expected=(2.2, 2.7), data=mnist)
measured("accuracy before training", accuracy, expected=(0.04, 0.20), data=mnist)

# %% [markdown] lang="en"
# Guessing gets one in ten right, and the untrained network is close to that. Its loss is close to log 10 ≈ 2.3, the loss of ten equal probabilities (chapter [06](06_softmax_losses.ipynb)).
#
# We also record what the hidden layer outputs for 200 pictures. A `keras.Model` can end inside a network; this one goes from the inputs to the output of the first layer. It shares that layer with our network, so training the network will change it too.

# %% [markdown] lang="ko"
# 아무렇게나 찍어도 열에 하나는 맞히는데, 신경망도 그와 비슷합니다. 손실도 log 10 ≈ 2.3에 가깝습니다. 확률 열 개가 모두 같으면 손실이 이 값이 됩니다([06장](06_softmax_losses.ipynb)).
#
# 그림 200장에 대한 은닉층의 출력도 기록해 둡니다. `keras.Model`의 출력은 신경망 중간에 있는 층의 출력이어도 됩니다. 여기서 만드는 모델은 입력에서 시작해 첫 번째 층의 출력에서 끝납니다. 이 모델은 그 층을 우리 신경망과 함께 쓰므로, 신경망을 훈련하면 이 모델도 달라집니다.

# %%
hidden = keras.Model(model.inputs, model.layers[0].output)
before = hidden.predict(x_train[:200], verbose=0)
print("before:", before.shape)

# %% [markdown] lang="en"
# ## 5. Fit: let it learn
#
# `fit` goes through the training set five times. One pass is an **epoch**: 468 batches of 128 pictures and a last one of 96. (We also time it, for section 9.)

# %% [markdown] lang="ko"
# ## 5. 훈련: 배우게 하기
#
# `fit`은 훈련 데이터를 다섯 번 훑습니다. 한 번 훑는 것을 **에포크**(epoch)라고 합니다. 한 에포크는 128장짜리 배치 468개와 96장짜리 마지막 배치로 이루어집니다. (걸린 시간은 9절에서 씁니다.)

# %%
start = time.perf_counter()
history = model.fit(x_train, y_train, epochs=5, batch_size=128, verbose=0)
on_all = time.perf_counter() - start

# %% [markdown] lang="en"
# `fit` returns a record of the training. `history.history` is a dictionary with one list for each curve, and each list has one number for each epoch. **Look for** two things: how far the network gets in the first epoch alone, and whether the loss is still falling at the end.

# %% [markdown] lang="ko"
# `fit`은 훈련 기록을 돌려줍니다. `history.history`는 곡선마다 리스트가 하나씩 든 딕셔너리이고, 리스트에는 에포크마다 수가 하나씩 있습니다. 첫 에포크만으로 얼마나 좋아지는지, 그리고 마지막까지 손실이 줄어드는지 **눈여겨보세요**.

# %%
epochs = range(1, 6)
with style():
    fig, axes = plt.subplots(1, 2, figsize=(9, 3))
    titles = ("accuracy", "loss")
    for ax, title, values in zip(axes, titles, history.history.values(), strict=True):
        ax.plot(epochs, values, "o-")
        ax.set(xlabel="epoch", title=title, xticks=epochs)

# %% tags=["real-data"]
accuracies = history.history["accuracy"]
measured("accuracy during epoch 1", accuracies[0], expected=(0.90, 0.94), data=mnist)
measured("accuracy during epoch 5", accuracies[-1], expected=(0.985, 0.993), data=mnist)

# %% [markdown] lang="en"
# The first epoch brings most of the gain, and at the end the loss is still falling. In the first epoch 92 of every 100 answers were right; in the fifth, 99. Each of these is an average over an epoch during which the weights kept changing.
#
# ### Look inside
#
# Each of the 512 hidden units outputs one number for each picture, its **activation**; after ReLU it is 0 or more. **Predict** how many of the 512 activations are 0 for one picture, before training and after it.

# %% [markdown] lang="ko"
# 성적은 첫 에포크에 가장 많이 나아지고, 손실은 마지막 에포크에도 여전히 줄어듭니다. 첫 에포크에는 100장 가운데 92장쯤, 다섯 번째 에포크에는 99장쯤 맞힙니다. 이 수는 한 에포크 동안의 평균이며, 그동안에도 가중치는 계속 바뀝니다.
#
# ### 안을 들여다보기
#
# 은닉 유닛 512개는 그림마다 각각 수 하나를 내놓습니다. 이 수를 **활성화 값**(activation)이라고 하며, ReLU를 거치므로 0 이상입니다. 그림 한 장에 대한 활성화 값 512개 가운데 몇 개가 0일지, 훈련 전과 후로 나누어 **예상해 보세요**.

# %% tags=["real-data"]
after = hidden.predict(x_train[:200], verbose=0)
measured("share of zeros before the training", (before == 0).mean(), expected=(0.45, 0.55), data=mnist)
measured("share of zeros after it", (after == 0).mean(), expected=(0.47, 0.60), data=mnist)
measured("mean activation before", before.mean(), expected=(0.11, 0.17), data=mnist)
measured("mean activation after", after.mean(), expected=(0.31, 0.43), data=mnist)
dead = (after == 0).all(axis=0)  # 0 for all 200 pictures
measured("dead units of 512, after", int(dead.sum()), expected=(0, 12), data=mnist)

# %% [markdown] lang="en"
# About half of the activations are 0, both before training and after it; their share rises only from 0.50 to 0.54. The mean activation grows much more, from 0.142 to 0.384. Which units output 0, and how much the others output, depends on the picture; the second layer receives only these outputs. A unit that outputs 0 for all 200 pictures is called **dead**. Here there is only one; in chapter [10](10_fashion_images.ipynb) you will find many more.
#
# ### Watch it learn
#
# Two helpers in this course let you see more. `LiveCurves` draws the curves while the network trains. `ActivationWatcher` records what every layer outputs for the same 200 pictures, before training and after each epoch. To keep the first network as it is, we train a second one like it, on 10,000 pictures. If you press ■ in the toolbar, training stops after the current batch, and the model keeps the weights it has at that point.

# %% [markdown] lang="ko"
# 0인 값은 훈련 전이나 후나 절반쯤입니다. 0의 비율은 조금 늘었을 뿐이지만(0.50 → 0.54), 활성화 값의 평균은 훨씬 크게 늘었습니다(0.142 → 0.384). 어느 유닛이 0을 내고 나머지는 얼마를 내는지는 그림에 따라 다르며, 두 번째 층에는 이 출력만 전해집니다. 200장 모두에서 0을 내는 유닛을 **죽은 유닛**(dead unit)이라고 합니다. 여기서는 하나뿐이지만, [10장](10_fashion_images.ipynb)에서는 훨씬 많이 나옵니다.
#
# ### 배우는 모습 지켜보기
#
# 이 강좌의 도우미 두 가지로 더 자세히 볼 수 있습니다. `LiveCurves`는 훈련하는 동안 곡선을 그립니다. `ActivationWatcher`는 훈련하기 전에, 그리고 에포크가 끝날 때마다 같은 그림 200장에 대한 모든 층의 출력을 기록합니다. 앞의 신경망은 그대로 두고, 구조가 같은 신경망을 하나 더 만들어 그림 10,000장으로 훈련합니다. 도구 모음의 ■를 누르면 진행 중인 배치까지만 훈련하고 멈추며, 그때까지 훈련한 가중치는 모델에 남습니다.

# %%
keras.utils.set_random_seed(0)
watched = keras.Sequential([keras.Input((784,))])
watched.add(keras.layers.Dense(512, activation="relu", name="hidden"))
watched.add(keras.layers.Dense(10, activation="softmax", name="digits"))
watched.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])
live, watcher = LiveCurves(), ActivationWatcher(x_train[:200], y_train[:200])
settings = {"epochs": 5, "batch_size": 128, "verbose": 0, "callbacks": [live, watcher]}
record = watched.fit(x_train[:10000], y_train[:10000], **settings)

# %% tags=["real-data"]
gradients = [watcher.recording.at(epoch).layers[0].gradients.size for epoch in (0, 5)]
measured("mean size of a gradient, epoch 5 against epoch 0", gradients[1] / gradients[0], expected=(0.02, 0.6), data=mnist)

# %% [markdown] lang="en"
# The widget lets you go back through the training of the second network. Below its table it shows, from left to right:
# - the histogram of the activations (dashed: before training), drawn with the square root of each share as the height, so that small shares remain visible;
# - the histograms of all epochs as columns of colour, one for each epoch;
# - the activations of all 512 units for one picture, one square each: the brighter the square, the larger the activation. Dead units are orange.
#
# **Look for** squares that are bright for the 5 (*sample* 1) and dark for the 0 (*sample* 2).

# %% [markdown] lang="ko"
# 아래 위젯으로 이 훈련을 되짚어 봅니다. 표 아래의 그림은 왼쪽부터 다음과 같습니다.
# - 활성화 값의 히스토그램(점선은 훈련 전). 작은 비율도 보이도록 막대의 높이를 비율의 제곱근으로 그립니다.
# - 같은 히스토그램을 에포크마다 세로 띠 하나에 색으로 나타낸 그림.
# - 그림 한 장에 대한 유닛 512개의 활성화 값. 네모 하나가 유닛 하나이고, 값이 클수록 밝으며 죽은 유닛은 주황색입니다.
#
# *샘플* 슬라이더로 그림을 골라, 5(샘플 1)에서는 밝고 0(샘플 2)에서는 어두운 네모를 **눈여겨보세요**.

# %%
ActivationBrowser(watcher)

# %% [markdown] lang="en"
# **Try this**
# 1. Move *epoch* from 0 to 5. The histogram stretches to the right, most of all in the first epoch.
# 2. Set *show* to "gradients" and move *epoch* again. A gradient tells you how much the loss changes when you change a weight. The spread shrinks, because pictures that the network already reads well have small gradients. For the first layer, the mean size (*mean |∂E/∂w|* in the table) falls to about a sixth of what it was.
# 3. Choose the second layer, `digits`, and move *sample*. The ten squares stand for the digits 0 to 9. Before training, several are about equally bright. Afterwards only one is bright, with a value usually close to 1, and the others are dark.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *에포크*를 0에서 5까지 옮겨 보세요. 히스토그램이 오른쪽으로 늘어나며, 첫 에포크에 가장 많이 늘어납니다.
# 2. *보기*를 "그레이디언트"로 바꾸고 *에포크*를 다시 옮겨 보세요. 그레이디언트(gradient)는 가중치를 바꿀 때 손실이 얼마나 변하는지를 나타냅니다. 신경망이 이미 잘 읽는 그림에서는 그레이디언트가 작으므로 분포의 폭이 줄어듭니다. 첫 번째 층에서는 그레이디언트 크기의 평균(표의 *평균 |∂E/∂w|*)이 6분의 1쯤으로 줄어듭니다.
# 3. 두 번째 층 `digits`를 고르고 *샘플*을 옮겨 보세요. 네모 10개는 숫자 0부터 9까지를 나타냅니다. 훈련 전에는 여럿이 비슷하게 밝습니다. 훈련 뒤에는 하나만 밝고(값은 대개 1에 가깝습니다) 나머지는 어둡습니다.

# %% [markdown] lang="en"
# ## 6. Evaluate: the number that counts
#
# **Predict**: is the accuracy on the test set higher than on the training set, the same, or lower?

# %% [markdown] lang="ko"
# ## 6. 평가: 가장 중요한 수
#
# 테스트 데이터의 정확도가 훈련 데이터의 정확도보다 높을지, 같을지, 낮을지 **예상해 보세요**.

# %% tags=["real-data"]
train_loss, train_accuracy = model.evaluate(x_train, y_train, verbose=0)
test_loss, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
measured("training accuracy", train_accuracy, expected=(0.985, 0.997), data=mnist)
measured("test accuracy", test_accuracy, expected=(0.970, 0.985), data=mnist)

# %% [markdown] lang="en"
# The test accuracy is lower: 0.980, against 0.992 on the training set. (The textbook listed under Sources reports 0.9789.) **So a program did find rules by itself.** Of every 100 digits that it had never seen, it read 98 correctly.
#
# When a network does better on its training data than on new data, we speak of **overfitting**: some of what it has learned holds only for the 60,000 training pictures. The loss shows the gap more clearly than the accuracy:

# %% [markdown] lang="ko"
# 테스트 데이터의 정확도가 더 낮습니다. 훈련 데이터에서는 0.992, 테스트 데이터에서는 0.980입니다(출처에 적은 책에는 이 신경망의 결과가 0.9789로 실려 있습니다). **프로그램이 정말로 스스로 규칙을 찾았습니다.** 본 적 없는 숫자 100개 가운데 98개를 바르게 읽습니다.
#
# 새로운 데이터보다 훈련 데이터에서 성적이 더 좋은 것을 **과대적합**(overfitting)이라고 합니다. 배운 것 가운데 일부가 훈련 그림 60,000장에만 들어맞는다는 뜻입니다. 이 차이는 정확도보다 손실에서 더 뚜렷합니다.

# %% tags=["real-data"]
measured("training loss", train_loss, expected=(0.01, 0.05), data=mnist)
measured("test loss", test_loss, expected=(0.05, 0.10), data=mnist)

# %% [markdown] lang="en"
# The test loss, 0.066, is more than twice the training loss, 0.028.
#
# ### Why your number differs
#
# On another computer, or with another seed, the test accuracy changes in the third decimal place. A different seed gives different initial weights and a different order of the pictures. In float32, a sum also depends on the order in which its terms are added, and that depends on the processor. With nine seeds we measured test accuracies between 0.977 and 0.982.

# %% [markdown] lang="ko"
# 테스트 손실(0.066)은 훈련 손실(0.028)의 두 배가 넘습니다.
#
# ### 내 결과가 조금 다른 이유
#
# 컴퓨터나 시드가 다르면 테스트 정확도가 소수점 아래 셋째 자리에서 달라집니다. 시드가 다르면 초기 가중치와 그림의 순서가 달라집니다. 또 float32로 구한 합은 더하는 순서에 따라 달라지고, 그 순서는 프로세서에 따라 다릅니다. 시드 아홉 가지로 재 보니 테스트 정확도는 0.977에서 0.982 사이였습니다.

# %% [markdown] lang="en"
# ## 7. Predict: ten probabilities
#
# `predict` gives ten numbers for each picture. We look at the first test picture.

# %% [markdown] lang="ko"
# ## 7. 예측: 확률 열 개
#
# `predict`는 그림마다 수를 열 개씩 내놓습니다. 테스트 데이터의 첫 번째 그림을 봅니다.

# %% tags=["real-data"]
probabilities = model.predict(x_test, verbose=0)
print("shape:", probabilities.shape, "  sum of the first ten:", round(float(probabilities[0].sum()), 4))
print("predicted:", probabilities[0].argmax(), "  true:", test_labels[0])
measured("its probability", probabilities[0].max(), expected=(0.99, 1.0), data=mnist)

# %% [markdown] lang="en"
# The position of the largest number is the network's answer, and the number itself shows how confident the network is. How many of the 10,000 answers are wrong?

# %% [markdown] lang="ko"
# 가장 큰 수가 있는 자리가 답이며, 그 수의 크기는 신경망이 얼마나 확신하는지를 나타냅니다. 10,000장 가운데 몇 장이나 틀렸을까요?

# %% tags=["real-data"]
predicted = probabilities.argmax(axis=1)
wrong = np.flatnonzero(predicted != test_labels)
sure = probabilities.max(axis=1)
measured("wrong of 10,000", len(wrong), expected=(150, 300), data=mnist)
measured("mean probability when right", np.delete(sure, wrong).mean(), expected=(0.97, 1.0), data=mnist)
measured("mean probability when wrong", sure[wrong].mean(), expected=(0.65, 0.82), data=mnist)

# %% [markdown] lang="en"
# Of the 10,000 answers, 199 are wrong. On average the network gives its answer a probability of 0.988 when it is right and 0.733 when it is wrong. So a machine could pass the uncertain cases on to a person.
#
# ## 8. Look at the mistakes
#
# Below are the network's 20 most confident mistakes. Above each picture you see the network's answer → the true digit. Which of these digits would you have misread too?

# %% [markdown] lang="ko"
# 199장을 틀렸습니다. 답에 준 확률은 맞혔을 때 평균 0.988, 틀렸을 때 평균 0.733입니다. 그러니 확률이 낮은 그림만 사람에게 넘기는 방법도 있습니다.
#
# ## 8. 틀린 것을 들여다보기
#
# 아래는 틀린 그림 가운데 신경망이 가장 확신했던 20장입니다. 그림 위에 '신경망의 답 → 정답'을 적었습니다. 사람이 읽어도 틀릴 만한 그림이 있나요?

# %%
worst = wrong[np.argsort(-sure[wrong])][:20]
print("shown:", len(worst), "mistakes")
with style():
    fig, axes = plt.subplots(2, 10, figsize=(9, 2.3))
    titles = [f"{said}→{true}" for said, true in zip(predicted[worst], test_labels[worst], strict=True)]
    image_grid(axes.ravel(), test_images[worst], titles=titles)

# %% [markdown] lang="en"
# Some of these digits are hard for anyone. Others are easy for you but not for the network, which gets a row of 784 numbers. If a digit is shifted by a few pixels, many of these numbers change, although you hardly notice the shift.
#
# Which digits does the network confuse? In a **confusion matrix** the rows are the true digits and the columns the predicted ones. Right answers are on the diagonal, in blue; the darker the orange, the more frequent the mistake.

# %% [markdown] lang="ko"
# 누구에게나 어려운 그림이 있습니다. 사람 눈에는 뻔한데 신경망은 틀리는 그림도 있습니다. 신경망에 들어가는 그림은 수 784개가 늘어선 한 줄일 뿐입니다. 숫자를 몇 픽셀만 옮겨도 784개 가운데 많은 수가 바뀌지만, 사람은 거의 알아채지 못합니다.
#
# 신경망은 어떤 숫자를 헷갈릴까요? **혼동 행렬**(confusion matrix)의 행은 정답, 열은 신경망의 답입니다. 대각선의 파란 수는 맞힌 개수이고, 주황색이 짙을수록 자주 하는 실수입니다.

# %% tags=["real-data"]
with style():
    fig, ax = plt.subplots(figsize=(5.6, 5))
    counts = confusion_matrix(ax, test_labels, predicted, names=[str(digit) for digit in range(10)])
print("pictures counted:", counts.sum(), "  of each true digit:", counts.sum(axis=1))

# %% [markdown] lang="en"
# The darkest orange cell holds 12 fours that were read as nines; next come 11 eights that were read as threes. The matrix need not be symmetric: only one three was read as an eight. The most frequent mistake varies from run to run.
#
# ### Walk through individual predictions
#
# The browser shows one test picture and its ten probabilities as bars, with a frame around the true digit. It starts with the network's least confident mistake. **Look for** the second-longest bar: does it belong to the true digit?

# %% [markdown] lang="ko"
# 가장 짙은 주황색 칸은 4를 9로 읽은 12장이고, 다음은 8을 3으로 읽은 11장입니다. 혼동 행렬이 꼭 대칭인 것은 아닙니다. 3을 8로 읽은 것은 한 장뿐입니다. 어떤 실수가 가장 많은지는 실행할 때마다 달라집니다.
#
# ### 예측을 하나씩 살펴보기
#
# 아래 위젯은 테스트 그림 하나와 확률 막대 열 개를 보여 주고, 정답에 테두리를 두릅니다. 틀린 것 가운데 신경망이 가장 확신하지 못한 그림부터 나옵니다. 두 번째로 긴 막대가 정답인지 **눈여겨보세요**.

# %%
PredictionBrowser(test_images, probabilities, test_labels)

# %% [markdown] lang="en"
# **Try this**
# 1. In the first picture no bar reaches 30 %, and the true digit, a 0, comes only sixth. Walk through the first ten mistakes with the *place* slider, and count those in which the true digit comes second.
# 2. Set *first* to "surest". Now one bar is near 100 %, and the frame is around another digit. Nothing in the answer warns you that it is wrong.
# 3. Set *show* to "right ones" and *first* to "least sure". Here the right digit won by a narrow margin.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 첫 번째 그림에서는 가장 긴 막대도 30 %가 안 되고, 정답인 0의 막대는 여섯 번째로 깁니다. *순서* 슬라이더로 틀린 그림 가운데 처음 열 장을 차례로 보며, 정답의 막대가 두 번째로 긴 그림이 몇 장인지 세어 보세요.
# 2. *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 막대 하나가 100 %에 가깝고 테두리는 다른 곳에 있습니다. 답만 보아서는 틀렸다는 것을 알아챌 길이 없습니다.
# 3. *보기*를 "맞힌 것", *먼저*를 "가장 자신 없는 것"으로 바꿔 보세요. 정답이 근소한 차이로 앞선 그림들이 나옵니다.

# %% [markdown] lang="en"
# ## 9. Three experiments
#
# Now we want to compare networks, but the test set has already been used. If you choose between networks by their test accuracy, the accuracy of the winner tends to be too high, because part of it is luck with these particular pictures. So we hold out part of the training set as a **validation set**, here its last 10,000 pictures. We also use several seeds, because a difference that is smaller than the spread between seeds may be chance.
#
# The function below takes the labels as **integers** and uses the loss made for them, *sparse* categorical cross-entropy. The formula is the same, but the zeros are not written out:

# %% [markdown] lang="ko"
# ## 9. 세 가지 실험
#
# 이제 신경망을 비교합니다. 그런데 테스트 데이터는 이미 한 번 썼습니다. 테스트 정확도를 보고 신경망을 고르면, 고른 신경망의 정확도는 실제보다 높게 나오기 쉽습니다. 테스트 그림에 우연히 잘 맞은 신경망이 뽑힐 수 있기 때문입니다. 그래서 훈련 데이터의 일부를 **검증 데이터**(validation set)로 떼어 둡니다. 여기서는 마지막 10,000장입니다. 시드도 여러 가지를 씁니다. 두 신경망의 차이가 시드만 바꿔도 생기는 차이보다 작으면 우연일 수 있기 때문입니다.
#
# 아래 함수에서는 레이블을 **정수** 그대로 쓰고, 그에 맞는 손실인 *sparse* categorical cross-entropy를 씁니다. 식은 같고, 0을 일일이 적지 않을 뿐입니다.

# %%
one_hot = keras.losses.CategoricalCrossentropy()(y_test, probabilities)
integers = keras.losses.SparseCategoricalCrossentropy()(test_labels, probabilities)
measured("loss with one-hot labels", float(one_hot), digits=6)
measured("loss with integers     ", float(integers), digits=6)

# %% [markdown] lang="en"
# Integer labels save memory, so we use them in chapter [10](10_fashion_images.ipynb) too.

# %% [markdown] lang="ko"
# 정수로 두면 메모리를 아낄 수 있으므로 [10장](10_fashion_images.ipynb)에서도 정수를 씁니다.


# %%
def try_it(name, hidden=True, scale=1, logits=False, seeds=(0, 1, 2), expected=None):
    for seed in seeds:
        keras.utils.set_random_seed(seed)  # before the layers: they draw their seeds when they are made
        network = keras.Sequential([keras.Input((784,))])
        if hidden:
            network.add(keras.layers.Dense(512, activation="relu"))
        network.add(keras.layers.Dense(10, activation=None if logits else "softmax"))
        loss = keras.losses.SparseCategoricalCrossentropy(from_logits=logits)
        network.compile(optimizer="rmsprop", loss=loss, metrics=["accuracy"])
        network.fit(scale * x_train[:10000], train_labels[:10000], epochs=5, batch_size=128, verbose=0)
        loss, accuracy = network.evaluate(scale * x_train[50000:], train_labels[50000:], verbose=0)
        measured(f"{name}, seed {seed}: validation accuracy", accuracy, expected=expected, data=mnist)
        measured(f"{name}, seed {seed}: validation loss    ", loss)


# %% [markdown] lang="en"
# > **Making it faster.** The networks learn from the first 10,000 pictures instead of all 50,000 that are left. Their accuracy is lower than that of the first network, but one training run takes less than half the time. It takes more than a sixth of the time, because the second measurement below also includes building, compiling and evaluating the network.

# %% [markdown] lang="ko"
# > **실행 시간 줄이기.** 남은 50,000장 대신 처음 10,000장만으로 훈련합니다. 정확도는 앞의 신경망보다 낮지만, 한 번 훈련하는 시간이 절반 아래로 줄어듭니다. 6분의 1까지 줄지 않는 것은 아래 출력의 두 번째 시간에 신경망을 만들고 컴파일하고 평가하는 시간도 들어 있기 때문입니다.

# %% tags=["real-data"]
start = time.perf_counter()
try_it("as before", expected=(0.90, 0.97))
on_some = (time.perf_counter() - start) / 3
measured("5 epochs on 60,000 pictures", on_all, digits=1, unit="s")
measured("5 epochs on 10,000 pictures", on_some, digits=1, unit="s")

# %% [markdown] lang="en"
# We compare the other networks with these three runs.
#
# **Experiment 1.** Leave out the hidden layer, so that ten units look at the pixels directly. **Predict** the accuracy.

# %% [markdown] lang="ko"
# 다른 신경망을 이 결과와 비교합니다.
#
# **실험 1.** 은닉층을 뺍니다. 유닛 열 개가 픽셀을 직접 받습니다. 정확도를 **예상해 보세요**.

# %% tags=["real-data"]
try_it("no hidden layer", hidden=False, expected=(0.89, 0.92))

# %% [markdown] lang="en"
# Without the hidden layer the accuracy is about 0.90 with each seed. With it we had 0.95, 0.95 and 0.92, so even the worst of these is ahead. In chapter [06](06_softmax_losses.ipynb) you train this model by hand, on all 60,000 pictures, and reach 0.922. Without a hidden layer, each pixel adds its own amount to the score of each digit, whatever the other pixels are. With hidden units, the effect of one pixel can depend on others, as in the XOR problem of chapter [03](03_neurons_activations.ipynb).
#
# **Experiment 2.** Suppose we forget to divide by 255. **Predict** whether the network still learns.

# %% [markdown] lang="ko"
# 정확도는 어느 시드에서나 0.90쯤입니다. 은닉층이 있을 때는 0.95, 0.95, 0.92였으니 가장 나쁜 시드도 이보다 낫습니다. [06장](06_softmax_losses.ipynb)에서는 60,000장을 모두 써서 같은 구조의 모델을 직접 훈련하며, 이때의 정확도는 0.922입니다. 은닉층이 없으면, 픽셀 하나가 각 숫자의 점수에 더하는 양은 다른 픽셀의 값과 상관없습니다. 은닉 유닛이 있으면 [03장](03_neurons_activations.ipynb)의 XOR에서처럼 픽셀 하나의 영향이 다른 픽셀에 따라 달라질 수 있습니다.
#
# **실험 2.** 255로 나누는 것을 잊었다고 합시다. 그래도 신경망이 배울지 **예상해 보세요**.

# %%
try_it("pixels to 255", scale=255)

# %% [markdown] lang="en"
# The network still learns, and by its accuracy you can hardly tell it from the one with scaled pixels: 0.93 to 0.94 here, 0.92 to 0.95 before. The loss tells a different story: 2.5 to 2.9 instead of 0.17 to 0.25. Even when this network is wrong, it is very sure of its answer.
#
# The initial weights are chosen for inputs whose size is around 1. With pixels up to 255, all weighted sums are 255 times as large, and softmax turns such scores into probabilities close to 0 or 1 before anything has been learned. For how many of 1,000 pictures does the right digit start with a probability below 0.0000001?

# %% [markdown] lang="ko"
# 배우기는 합니다. 정확도만 보아서는 픽셀 값을 나누었을 때와 거의 구별할 수 없습니다. 이번에는 0.93\~0.94, 앞에서는 0.92\~0.95입니다. 손실은 다릅니다. 앞에서는 0.17\~0.25였는데 이번에는 2.5\~2.9입니다. 이 신경망은 틀릴 때도 자기 답에 높은 확률을 줍니다.
#
# 초기 가중치는 크기가 1 안팎인 입력에 맞춰 정해집니다. 픽셀 값이 255까지 커지면 가중합이 모두 255배가 되고, 이런 점수가 소프트맥스를 거치면 아무것도 배우기 전부터 확률이 0이나 1에 가까워집니다. 그림 1,000장 가운데 처음부터 정답의 확률이 0.0000001보다 작은 그림이 얼마나 될까요?

# %%
keras.utils.set_random_seed(0)
untrained = keras.Sequential([keras.Input((784,))])
untrained.add(keras.layers.Dense(512, activation="relu"))
untrained.add(keras.layers.Dense(10, activation="softmax"))
for scale in (1, 255):
    answers = np.asarray(untrained(scale * x_train[:1000]))
    right = answers[np.arange(1000), train_labels[:1000]]
    measured(f"pixels to {scale}: right digit below 0.0000001", 100 * (right < 1e-7).mean(), digits=1, unit="%")

# %% [markdown] lang="en"
# With pixels up to 255, the right digit starts below 0.0000001 for almost nine pictures in ten; with scaled pixels, for none. That matters, because Keras cuts probabilities off at 0.0000001 before it takes the logarithm, and no gradient comes back through a probability that has been cut off. With TensorFlow, Keras avoids this by computing the loss from the scores before the softmax (**logits**). With JAX it uses the probabilities, and there this experiment fails. (With each of three seeds, the network got at most about half of the answers right.)
#
# With `from_logits=True` and a last layer without activation, the loss is computed from the scores on every backend, as chapter [06](06_softmax_losses.ipynb), section 9, recommends.
#
# **Experiment 3.** Keep the unscaled pixels, but compute the loss from scores instead of probabilities.

# %% [markdown] lang="ko"
# 열에 아홉 가까이 됩니다. 픽셀을 나누었을 때는 한 장도 없습니다. Keras는 확률을 0.0000001에서 자른 다음 로그를 취하는데, 이렇게 잘린 확률에서는 그레이디언트가 0이 됩니다. TensorFlow에서는 소프트맥스를 거치기 전의 점수, 즉 **로짓**(logits)으로 손실을 계산하므로 이런 일이 없습니다. JAX에서는 확률로 계산하므로 이 실험이 실패합니다. (시드 세 개 모두에서 많아야 절반쯤 맞혔습니다.)
#
# 마지막 층에 활성화 함수를 두지 않고 `from_logits=True`를 쓰면 어느 백엔드에서나 점수로 손실을 계산합니다. [06장](06_softmax_losses.ipynb) 9절에서 권하는 방법입니다.
#
# **실험 3.** 픽셀은 그대로 두고, 확률 대신 점수로 손실을 계산합니다.

# %% tags=["real-data"]
try_it("pixels to 255, from logits", scale=255, logits=True, seeds=(0,), expected=(0.86, 0.97))

# %% [markdown] lang="en"
# With TensorFlow, this experiment gives the same numbers as seed 0 in experiment 2, because Keras had used the scores there anyway. With JAX, the network now learns, whichever of the three seeds is used. Scaling the pixels is still the better habit, because only scaling brought the loss down.
#
# ## What you have learned
# - A Keras project has five steps: import, prepare, model, compile, fit. Then you evaluate the network on new data.
# - A network that does better on its training data than on new data is **overfitting**.
# - A measured number depends on the seed and on the order of the arithmetic, so report it with a range. To compare networks, hold out a validation set and use several seeds.
# - Looking at individual mistakes shows you what a score cannot.
#
# What we measured with several seeds:
#
# | network | accuracy | loss | over |
# |---|---|---|---|
# | 60,000 pictures, test set | 0.977 to 0.982 | | nine seeds |
# | 10,000 pictures, validation set | 0.92 to 0.95 | 0.17 to 0.25 | three seeds |
# | 10,000 pictures, no hidden layer | 0.90 | 0.35 to 0.36 | three seeds |
# | 10,000 pictures, pixels to 255 | 0.93 to 0.94 | 2.5 to 2.9 | three seeds |
#
# **So can a program find the rules by itself?** Yes: in under a minute it learned to read about 98 in 100 digits correctly. Nobody explained what makes a 4 a 4; it was only shown which pictures are fours. But you cannot simply read its rules, because they are spread over 400,000 numbers. In chapter [04](04_backprop.ipynb) some of them are drawn as pictures; the networks of chapter [15](15_playground.ipynb) are so small that you can look at every unit.
#
# ## Next
# [10. Fashion pictures](10_fashion_images.ipynb): deeper networks, and which epoch to keep.
#
# ## Sources
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - F. Chollet, *Deep Learning with Python* (2017), chapter 2: this network, and the test accuracy of 0.9789.
# - T. Tieleman, G. Hinton, "Lecture 6.5: RMSprop", Neural Networks for Machine Learning (2012).

# %% [markdown] lang="ko"
# TensorFlow에서는 실험 2의 시드 0과 같은 수가 나옵니다. 그때도 점수로 계산했기 때문입니다. 이제는 JAX를 써도 시드 세 개에서 모두 훈련이 됩니다. 그래도 픽셀은 255로 나누는 편이 좋습니다. 손실은 나누었을 때만 작아졌습니다.
#
# ## 배운 것
# - Keras 프로젝트의 다섯 단계는 가져오기, 준비, 모델, 컴파일, 훈련입니다. 그다음 새로운 데이터로 평가합니다.
# - 새로운 데이터보다 훈련 데이터에서 성적이 더 좋으면 **과대적합**입니다.
# - 시드와 계산 순서에 따라 결과가 달라지므로, 측정값은 범위와 함께 적습니다. 비교할 때는 검증 데이터를 떼어 두고 시드를 여러 가지 씁니다.
# - 틀린 그림을 하나씩 들여다보면 점수로는 알 수 없는 것이 보입니다.
#
# 시드를 바꾸어 잰 결과:
#
# | 신경망 | 정확도 | 손실 | 시드 |
# |---|---|---|---|
# | 그림 60,000장, 테스트 데이터 | 0.977\~0.982 | | 9개 |
# | 그림 10,000장, 검증 데이터 | 0.92\~0.95 | 0.17\~0.25 | 3개 |
# | 그림 10,000장, 은닉층 없음 | 0.90 | 0.35\~0.36 | 3개 |
# | 그림 10,000장, 픽셀이 255까지 | 0.93\~0.94 | 2.5\~2.9 | 3개 |
#
# **그러면 프로그램은 스스로 규칙을 찾을 수 있을까요?** 찾을 수 있습니다. 1분도 안 되어 숫자 100개 가운데 98개쯤을 읽게 되었습니다. 어떤 그림이 4인지 보여 주었을 뿐, 왜 4인지는 아무도 알려 주지 않았습니다. 다만 찾아낸 규칙은 수 40만 개에 흩어져 있어서 바로 읽어 낼 수 없습니다. [04장](04_backprop.ipynb)에서는 그 수의 일부를 그림으로 그려 보고, [15장](15_playground.ipynb)에서는 유닛을 하나하나 볼 수 있을 만큼 작은 신경망을 다룹니다.
#
# ## 다음
# [10. 패션 그림](10_fashion_images.ipynb): 더 깊은 신경망, 그리고 어느 에포크를 남길 것인가.
#
# ## 출처
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - F. Chollet, *Deep Learning with Python* (2017), 2장: 이 신경망과 테스트 정확도 0.9789.
# - T. Tieleman, G. Hinton, "Lecture 6.5: RMSprop", Neural Networks for Machine Learning (2012).
