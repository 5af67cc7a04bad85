# %% [markdown] lang="en"
# # 09. A first network: reading handwritten digits
#
# Try to write down the rules by which you tell a handwritten 4 from a 9. Whatever you write, somebody's handwriting breaks it. **Can a program find the rules by itself, from examples alone, in less than a minute?** In this chapter one does, and then we look closely at where it goes wrong.
#
# **You will be able to**
# - take a data set through the five steps of a Keras project: import, prepare, model, compile, fit;
# - read training curves while they grow, and stop a training run without losing the model;
# - measure a network on data that it has never seen, and recognise overfitting;
# - find its mistakes, and say which digits it confuses.
#
# **Time** about 60 minutes. **You need** [01. Tensors](01_tensors.ipynb): shapes, dtypes, batches. Chapter [04](04_backprop.ipynb) builds the same network by hand; you can read it before or after this one.

# %% [markdown] lang="ko"
# # 09. 첫 신경망: 손글씨 숫자 읽기
#
# 손으로 쓴 4와 9를 구별하는 규칙을 글로 적어 보세요. 어떤 규칙을 적더라도 거기에 맞지 않는 글씨가 나옵니다. **프로그램이 예만 보고 1분 안에 스스로 규칙을 찾아낼 수 있을까요?** 이 장에서 그런 프로그램을 만들고, 어디에서 틀리는지 자세히 들여다봅니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 데이터셋(data set) 하나로 Keras 프로젝트의 다섯 단계인 가져오기, 준비, 모델, 컴파일(compile), 훈련(fit)을 끝까지 해 봅니다.
# - 훈련 곡선을 그려지는 대로 읽고, 모델을 잃지 않고 훈련을 멈춥니다.
# - 신경망(neural network)이 본 적 없는 데이터로 성능을 재고, 과대적합(overfitting)을 알아봅니다.
# - 틀린 답을 찾아내고, 신경망이 어떤 숫자를 헷갈리는지 설명합니다.
#
# **시간** 약 60분. **필요한 것** [01. 텐서](01_tensors.ipynb): 형상(shape), 자료형(dtype), 배치(batch). 같은 신경망을 [04장](04_backprop.ipynb)에서는 손으로 만듭니다. 어느 장을 먼저 읽어도 됩니다.

# %% tags=["setup"]
import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import mnist
from helpers.drawing import confusion_matrix, image_grid, style
from helpers.training import ActivationWatcher, LiveCurves
from helpers.widgets import ActivationBrowser, PredictionBrowser

# %% [markdown] lang="en"
# ## 1. Import: look at the data first
#
# MNIST has 60,000 pictures to learn from, the **training set**, and 10,000 that the network must not see before the end, the **test set**. Each picture has a **label**: the digit that it shows. Look at the data before you build anything. Labels that belong to other pictures, for example, are easy to notice now and hard to find later.

# %% [markdown] lang="ko"
# ## 1. 가져오기: 데이터부터 보기
#
# MNIST에는 배우는 데 쓸 그림 60,000장과, 훈련이 끝나기 전에는 신경망이 보면 안 되는 그림 10,000장이 있습니다. 앞의 것이 **훈련 데이터**(training set), 뒤의 것이 **테스트 데이터**(test set)입니다. 그림마다 어떤 숫자인지를 적은 **레이블**(label)이 붙어 있습니다. 무엇을 만들든 데이터부터 눈으로 확인하세요. 이를테면 그림과 레이블이 서로 어긋난 것은 지금 보면 금방 알지만 나중에는 찾기 어렵습니다.

# %% tags=["real-data"]
(train_images, train_labels), (test_images, test_labels) = mnist.load_data()
print("training:", train_images.shape, train_images.dtype, "  labels:", train_labels.shape)
print("test:    ", test_images.shape, test_images.dtype, "  labels:", test_labels.shape)

# %% [markdown] lang="en"
# Here are the first 20 training pictures, each with its label above it. Is there one that you would hesitate over yourself?

# %% [markdown] lang="ko"
# 훈련 데이터의 처음 20장이며, 위에 적힌 수가 레이블입니다. 내가 읽어도 망설일 만한 그림이 있나요?

# %%
with style():
    fig, axes = plt.subplots(2, 10, figsize=(9, 2.3))
    image_grid(axes.ravel(), train_images[:20], titles=[str(label) for label in train_labels[:20]])

# %% [markdown] lang="en"
# ## 2. Prepare: from pictures to rows of numbers
#
# The network that we are going to build takes vectors, not pictures. So the 28 × 28 pixels of every picture are laid out in one row of 784 numbers.

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
# Dividing by 255 brings the pixels from 0…255 to 0…1. Section 9 shows what happens without it.
#
# The labels need preparing too. The network will answer with ten numbers, one for each digit, so the right answer is also written as ten numbers: a 1 in the right place and 0 everywhere else. This is called **one-hot** encoding.

# %% [markdown] lang="ko"
# 255로 나누면 0~255이던 픽셀 값이 0~1이 됩니다. 나누지 않으면 어떻게 되는지는 9절에서 봅니다.
#
# 레이블도 준비해야 합니다. 신경망은 숫자마다 하나씩 수 열 개로 답하므로, 정답도 수 열 개로 적습니다. 맞는 자리는 1, 나머지는 0입니다. 이렇게 적는 방법을 **원-핫**(one-hot) 인코딩이라고 합니다.

# %%
y_train = keras.utils.to_categorical(train_labels)
y_test = keras.utils.to_categorical(test_labels)
print("label 3 becomes", keras.utils.to_categorical([3], num_classes=10)[0])
print("y_train:", y_train.shape)

# %% [markdown] lang="en"
# ## 3. Model: two layers
#
# Our network is a chain of two **Dense** layers. In a Dense layer, also called fully connected, every unit is connected to every number that comes in.
#
# - The first layer has 512 units. Each computes a weighted sum of all 784 pixels and passes it on if it is positive; otherwise it gives 0. This is the **ReLU** activation function.
# - The second layer has 10 units, one for each digit. **Softmax** turns their ten sums into ten probabilities that add up to 1.
#
# This is the network that chapter [04](04_backprop.ipynb) builds by hand in section 9. The seed fixes the random initial weights, so that you can repeat the run.

# %% [markdown] lang="ko"
# ## 3. 모델: 층 두 개
#
# 우리 신경망은 **Dense** 층(layer) 두 개로 이루어집니다. Dense는 완전 연결층(fully connected layer)의 Keras 이름이며, 밀집층이라고도 합니다. 유닛(unit) 하나하나가 들어오는 모든 수와 이어집니다.
#
# - 첫 번째 층에는 유닛이 512개 있습니다. 유닛마다 픽셀 784개의 가중합(weighted sum)을 구해, 양수면 그대로 내보내고 아니면 0을 내보냅니다. 이것이 **ReLU** 활성화 함수(activation function)입니다.
# - 두 번째 층에는 숫자마다 하나씩 유닛이 10개 있습니다. **소프트맥스**(softmax)가 유닛 10개의 합을 모두 더하면 1이 되는 확률 10개로 바꿉니다.
#
# [04장](04_backprop.ipynb) 9절에서 손으로 만드는 신경망과 구조가 같습니다. 시드(seed)를 정해 두면 가중치(weight)의 초깃값이 되는 난수가 고정되어, 같은 훈련을 되풀이할 수 있습니다.

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
# **Predict** how many weights the first layer has. It has 784 inputs, 512 units, and one extra weight, the bias, for each unit.

# %% [markdown] lang="ko"
# 첫 번째 층의 가중치가 몇 개인지 **예상해 보세요**. 입력이 784개, 유닛이 512개이고, 유닛마다 편향(bias)이라는 가중치가 하나씩 더 있습니다.

# %%
for layer in model.layers:
    shapes = [tuple(weights.shape) for weights in layer.weights]
    print(f"{type(layer).__name__}  weights {shapes}  together {layer.count_params():,}")
print(f"model  {model.count_params():,}")

# %% [markdown] lang="en"
# 784 × 512 + 512 = 401,920 in the first layer, and 512 × 10 + 10 = 5,130 in the second. Training has to find about 400,000 numbers, far too many to set by hand.
#
# ## 4. Compile: what is good, and how to get better
#
# `compile` asks for three choices:
# - **loss**: one number that says how wrong the network is. For classes it is cross-entropy: small when the right class gets a high probability.
# - **optimizer**: the rule that changes the weights a little after each batch, so that the loss goes down. Here it is RMSprop, one of those that [05](05_optimizers.ipynb) compares.
# - **metrics**: what *we* want to see. Here it is accuracy, the share of right answers. The optimizer does not use it.
#
# Chapter [06](06_softmax_losses.ipynb) recommends a last layer without softmax and a loss with `from_logits=True`. Here softmax is part of the network, so that `predict` gives probabilities directly. With TensorFlow as the backend that is safe, because Keras computes the loss from the scores before the softmax. The last experiment of this chapter shows when it is not.

# %% [markdown] lang="ko"
# 첫 번째 층은 784 × 512 + 512 = 401,920개, 두 번째 층은 512 × 10 + 10 = 5,130개입니다. 훈련으로 찾아야 할 수가 약 40만 개이니, 손으로 정하기에는 너무 많습니다.
#
# ## 4. 컴파일: 무엇이 좋은 것이고, 어떻게 나아지는가
#
# `compile`에서는 세 가지를 고릅니다.
# - **손실**(loss): 신경망이 얼마나 틀렸는지를 나타내는 수 하나. 클래스(class)를 맞히는 문제에서는 교차 엔트로피(cross-entropy)를 씁니다. 정답 클래스의 확률이 높을수록 작아집니다.
# - **옵티마이저**(optimizer): 손실이 줄어들도록 배치마다 가중치를 조금씩 바꾸는 규칙. 여기서는 [05장](05_optimizers.ipynb)에서 비교한 것 가운데 하나인 RMSprop을 씁니다.
# - **지표**(metrics): *우리가* 보고 싶은 것. 여기서는 맞힌 비율인 정확도(accuracy)입니다. 옵티마이저는 지표를 쓰지 않습니다.
#
# [06장](06_softmax_losses.ipynb)에서는 마지막 층에 소프트맥스를 두지 말고 손실에 `from_logits=True`를 쓰라고 권했습니다. 여기서는 `predict`가 바로 확률을 내도록 소프트맥스를 신경망에 넣었습니다. 백엔드(backend)가 TensorFlow이면 Keras가 소프트맥스를 거치기 전의 점수로 손실을 계산하므로 문제가 없습니다. 문제가 되는 경우는 이 장의 마지막 실험에서 봅니다.

# %%
model.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])

# %% [markdown] lang="en"
# The network can already answer before it has learned anything. **Predict** its accuracy on the test set.

# %% [markdown] lang="ko"
# 신경망은 아무것도 배우지 않았어도 답을 내놓을 수 있습니다. 테스트 데이터에서 정확도가 얼마일지 **예상해 보세요**.

# %% tags=["real-data"]
loss, accuracy = model.evaluate(x_test, y_test, verbose=0)
measured("accuracy before training", accuracy, expected=(0.04, 0.20), data=mnist)

# %% [markdown] lang="en"
# It is 0.12 in this run, close to the one in ten that guessing gives. The range in brackets is what we expect with other seeds and on other computers.
#
# ## 5. Fit: watch it learn
#
# `fit` goes through the training set five times. One time through is an **epoch**: 468 batches of 128 pictures and a last one of 96. After each batch the weights change a little.
#
# `LiveCurves`, a helper of this course, draws the loss and the accuracy during the training; `fit` works the same without it. **Look for** two things: how far the first epoch alone gets, and whether the loss is still falling at the end. If you press ■ in the toolbar, the training ends after the current batch, and the model keeps what it has learned.
#
# `ActivationWatcher`, another helper, records what every layer gives for the same 200 training pictures, before the training and after each epoch. We look at its record below.

# %% [markdown] lang="ko"
# 이번 실행에서는 0.12입니다. 아무렇게나 찍으면 열에 하나를 맞히니 그와 비슷합니다. 괄호 안의 범위는 시드나 컴퓨터가 다를 때 나올 만한 값입니다.
#
# ## 5. 훈련: 배우는 모습 지켜보기
#
# `fit`은 훈련 데이터를 다섯 번 훑습니다. 한 번 훑는 것을 **에포크**(epoch)라고 합니다. 한 에포크는 128장짜리 배치 468개와 96장짜리 마지막 배치로 이루어집니다. 배치가 끝날 때마다 가중치가 조금씩 바뀝니다.
#
# `LiveCurves`는 이 강좌의 도우미로, 훈련하는 동안 손실과 정확도를 그립니다. 없어도 `fit`의 결과는 같습니다. 두 가지를 **눈여겨보세요**. 첫 에포크만으로 어디까지 가는지, 그리고 마지막까지 손실이 줄어드는지입니다. 도구 모음의 ■를 누르면 진행 중인 배치를 마치고 훈련이 멈추며, 그때까지 배운 것은 모델에 남습니다.
#
# 또 다른 도우미 `ActivationWatcher`는 훈련하기 전과 에포크가 끝날 때마다, 같은 훈련 그림 200장에 대해 모든 층의 출력을 기록합니다. 이 기록은 아래에서 봅니다.

# %%
live, watcher = LiveCurves(), ActivationWatcher(x_train[:200], y_train[:200])
history = model.fit(x_train, y_train, epochs=5, batch_size=128, verbose=0, callbacks=[live, watcher])

# %% [markdown] lang="en"
# The loss is on the left and the accuracy on the right, with one point for each epoch. The first epoch brings most of the gain, and at the end the loss is still falling. Keras returns the same numbers as `history.history`, a dictionary with one list for each curve.

# %% [markdown] lang="ko"
# 왼쪽은 손실, 오른쪽은 정확도이고, 점 하나가 에포크 하나입니다. 첫 에포크에 가장 많이 나아지고, 손실은 끝에서도 아직 줄어들고 있습니다. Keras는 같은 수를 `history.history`로 돌려줍니다. 곡선마다 리스트가 하나씩 든 딕셔너리입니다.

# %% tags=["real-data"]
accuracies = history.history["accuracy"]
measured("accuracy during epoch 1", accuracies[0], expected=(0.90, 0.94), data=mnist)
measured("accuracy during epoch 5", accuracies[-1], expected=(0.985, 0.993), data=mnist)

# %% [markdown] lang="en"
# During the first epoch 92 of 100 answers are right, during the fifth 99. These are averages over a whole epoch in which the weights keep changing, so they include the poor answers from its beginning.
#
# ### Look inside
#
# What do the 512 hidden units do meanwhile? Each gives one number for each picture, its **activation**; after ReLU it is 0 or more. **Predict**: for one picture, how many of the 512 activations are 0, before the training and after it?

# %% [markdown] lang="ko"
# 첫 에포크에는 백에 92쯤, 다섯 번째 에포크에는 백에 99쯤 맞힙니다. 가중치가 바뀌어 가는 동안 낸 답을 에포크 전체에서 평균한 값이므로, 에포크 초반의 서툰 답도 들어 있습니다.
#
# ### 안을 들여다보기
#
# 그동안 은닉 유닛 512개는 무엇을 했을까요? 유닛은 그림마다 수를 하나씩 내놓습니다. 이것이 **활성화 값**(activation)이고, ReLU를 거치므로 0이거나 0보다 큽니다. 그림 한 장에 대한 활성화 값 512개 가운데 몇 개가 0일지, 훈련 전과 후로 나누어 **예상해 보세요**.

# %% tags=["real-data"]
before, after = (watcher.recording.at(epoch).layers[0] for epoch in (0, 5))
measured("share of zeros before the training", before.zeros, expected=(0.45, 0.55), data=mnist)
measured("share of zeros after it", after.zeros, expected=(0.47, 0.60), data=mnist)
measured("mean activation before", before.answers.mean, expected=(0.11, 0.17), data=mnist)
measured("mean activation after", after.answers.mean, expected=(0.31, 0.43), data=mnist)
measured("dead units of 512, after", after.dead.sum(), expected=(0, 12), digits=0, data=mnist)

# %% [markdown] lang="en"
# It is about half both times. The share of zeros rises only from 0.50 to 0.54, or from about 255 units to 276. The size of the activations changes much more: their mean grows from 0.142 to 0.382, a factor of 2.7. Which units give 0 depends on the picture, and that is how a layer tells pictures apart. A unit that gives 0 for all 200 pictures is called **dead**. After this training there is one. Chapter [10](10_fashion_images.ipynb) meets many more.
#
# The browser goes back through the training. Its table has one row for each layer. Below the table, from left to right:
# - the histogram of the activations (dashed: before the training); the height of a bar is the square root of its share, so that small shares remain visible;
# - the same histograms as columns of colour, one for each epoch;
# - the activations of all 512 units for one picture, one small square each: the brighter, the larger; a dead unit is orange.
#
# The slider *sample* chooses the picture. **Look for** squares that are bright for the 5 (sample 1) and dark for the 0 (sample 2).

# %% [markdown] lang="ko"
# 훈련 전이나 후나 절반쯤입니다. 0의 비율은 조금 늘었을 뿐입니다(0.50 → 0.54, 약 255개 → 276개). 활성화 값의 크기는 훨씬 많이 달라져서, 평균이 2.7배가 되었습니다(0.142 → 0.382). 어느 유닛이 0을 내는지는 그림에 따라 다르고, 층은 바로 이 차이로 그림을 구별합니다. 200장 모두에 0을 내는 유닛을 **죽은 유닛**(dead unit)이라고 합니다. 이번 훈련 뒤에는 하나뿐이지만, [10장](10_fashion_images.ipynb)에서는 훨씬 많이 나옵니다.
#
# 아래 위젯으로 훈련을 되짚어 봅니다. 표에는 층마다 한 줄이 있습니다. 표 아래에는 왼쪽부터 다음 그림이 있습니다.
# - 활성화 값의 히스토그램(점선은 훈련 전). 작은 비율도 보이도록 막대의 높이를 비율의 제곱근으로 그립니다.
# - 같은 히스토그램을 에포크마다 세로 띠 하나로, 색으로 나타낸 그림.
# - 그림 한 장에 대한 유닛 512개의 활성화 값. 작은 네모 하나가 유닛 하나이고, 값이 클수록 밝으며 죽은 유닛은 주황색입니다.
#
# *샘플* 슬라이더로 그림을 고릅니다. 5(샘플 1)에서는 밝고 0(샘플 2)에서는 어두운 네모를 **눈여겨보세요**.

# %%
ActivationBrowser(watcher)

# %% [markdown] lang="en"
# **Try this**
# 1. Move *epoch* from 0 to 5. The histogram stretches to the right in the first epoch and only a little more after that. The training curves, too, changed most in the first epoch.
# 2. Set *show* to "gradients" and move *epoch* again. The spread shrinks: a picture that is already read well has a small gradient. The last column of the table, *mean |∂E/∂w|*, is the mean size of the gradient; for the first layer it falls to about a seventh.
# 3. Choose the second layer, `dense_1`, and move *sample*. The ten squares are the digits 0 to 9. Before the training several are nearly as bright as the brightest, which stays below 0.3; the line under the squares gives the range. After it one square is bright, usually close to 1, and the other nine are dark.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *에포크*를 0에서 5까지 옮겨 보세요. 히스토그램은 첫 에포크에 오른쪽으로 길게 늘어나고, 그 뒤로는 조금씩만 늘어납니다. 훈련 곡선도 첫 에포크에 가장 많이 달라졌습니다.
# 2. *보기*를 "그레이디언트"로 바꾸고 *에포크*를 다시 옮겨 보세요. 이미 잘 읽는 그림은 그레이디언트(gradient)가 작으므로 분포의 폭이 줄어듭니다. 표의 마지막 열 *mean |∂E/∂w|*은 그레이디언트 크기의 평균이며, 첫 번째 층에서는 7분의 1쯤으로 줄어듭니다.
# 3. 두 번째 층 `dense_1`을 고르고 *샘플*을 옮겨 보세요. 네모 열 개가 숫자 0부터 9까지입니다. 훈련 전에는 여럿이 비슷하게 밝고, 가장 밝은 것도 0.3보다 작습니다(값의 범위는 네모 아래에 나옵니다). 훈련 뒤에는 하나만 대개 1에 가깝게 밝고 나머지 아홉은 어둡습니다.

# %% [markdown] lang="en"
# So far we have looked at pictures that the network learned from. What does it do with pictures that it has never seen?
#
# ## 6. Evaluate: the number that counts
#
# **Predict**: is the accuracy on the test set higher than on the training set, the same, or lower?

# %% [markdown] lang="ko"
# 지금까지는 배우는 데 쓴 그림을 보았습니다. 한 번도 본 적 없는 그림은 얼마나 맞힐까요?
#
# ## 6. 평가: 중요한 것은 이 수
#
# 테스트 데이터의 정확도가 훈련 데이터보다 높을지, 같을지, 낮을지 **예상해 보세요**.

# %% tags=["real-data"]
train_loss, train_accuracy = model.evaluate(x_train, y_train, verbose=0)
test_loss, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
measured("training accuracy", train_accuracy, expected=(0.985, 0.997), data=mnist)
measured("test accuracy", test_accuracy, expected=(0.970, 0.985), data=mnist)

# %% [markdown] lang="en"
# It is lower: 0.979 instead of 0.991. (A textbook reports 0.9789 for this network; see Sources.) **So a program did find rules by itself.** It reads 98 of 100 digits that it has never seen.
#
# When a network does better on its training data than on new data, we speak of **overfitting**: some of what it has learned holds for those 60,000 pictures only. The loss shows the gap more clearly than the accuracy:

# %% [markdown] lang="ko"
# 더 낮습니다. 훈련 데이터에서는 0.991, 테스트 데이터에서는 0.979입니다(어느 책에 실린 이 신경망의 결과는 0.9789입니다. 출처를 보세요). **프로그램이 정말로 스스로 규칙을 찾았습니다.** 본 적 없는 숫자 100개 가운데 98개를 바르게 읽습니다.
#
# 새로운 데이터보다 훈련 데이터에서 성적이 더 좋은 것을 **과대적합**(overfitting)이라고 합니다. 배운 것 가운데 일부가 그 60,000장에만 들어맞는다는 뜻입니다. 이 차이는 정확도보다 손실에서 더 뚜렷합니다.

# %% tags=["real-data"]
measured("training loss", train_loss, expected=(0.01, 0.05), data=mnist)
measured("test loss", test_loss, expected=(0.05, 0.10), data=mnist)
print("test loss at least 1.5 times the training loss:", test_loss > 1.5 * train_loss)

# %% [markdown] lang="en"
# The test loss, 0.068, is more than twice the training loss, 0.030.
#
# ### Why your number differs
#
# On another computer, or with another seed, the test accuracy changes in the third decimal place. There are two reasons. The **start**: another seed gives other initial weights and another order of the pictures. The **arithmetic**: float32 sums depend on the order in which the numbers are added, and that order depends on the processor. So a range says more than a single number. Over nine seeds we measured test accuracies between 0.977 and 0.982; the cell that measures yours warns you if it is outside 0.970 to 0.985.

# %% [markdown] lang="ko"
# 테스트 손실(0.068)은 훈련 손실(0.030)의 두 배가 넘습니다.
#
# ### 내 결과가 조금 다른 이유
#
# 컴퓨터나 시드가 다르면 테스트 정확도가 소수점 아래 셋째 자리에서 달라집니다. 이유는 두 가지입니다. 하나는 **출발점**입니다. 시드가 다르면 가중치의 초깃값과 그림의 순서가 달라집니다. 또 하나는 **계산**입니다. float32의 합은 더하는 순서에 따라 달라지고, 그 순서는 프로세서에 따라 다릅니다. 그래서 수 하나보다 범위를 아는 편이 낫습니다. 시드 아홉 가지로 재 보니 테스트 정확도는 0.977에서 0.982 사이였습니다. 내 결과가 0.970에서 0.985 사이를 벗어나면 정확도를 재는 셀에서 알려 줍니다.

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
print("shape:", probabilities.shape, "  sums to one:", bool(np.isclose(probabilities[0].sum(), 1)))
print("predicted:", probabilities[0].argmax(), "  true:", test_labels[0])
measured("its probability", probabilities[0].max(), expected=(0.99, 1.0), data=mnist)

# %% [markdown] lang="en"
# The position of the largest number is the answer, and its size says how confident the network is. Now we do the same for all 10,000 pictures and collect those that are wrong.

# %% [markdown] lang="ko"
# 가장 큰 수의 자리가 답이고, 그 크기는 신경망이 얼마나 확신하는지를 나타냅니다. 이제 10,000장의 답을 한꺼번에 구해 틀린 그림을 모읍니다.

# %% tags=["real-data"]
predicted = probabilities.argmax(axis=1)
wrong = np.flatnonzero(predicted != test_labels)
sure = probabilities.max(axis=1)
measured("wrong of 10,000", len(wrong), expected=(150, 300), digits=0, data=mnist)
measured("mean probability when right", np.delete(sure, wrong).mean(), expected=(0.97, 1.0), data=mnist)
measured("mean probability when wrong", sure[wrong].mean(), expected=(0.65, 0.82), data=mnist)

# %% [markdown] lang="en"
# 208 of the 10,000 are wrong. On average the network gives its answer a probability of 0.987 when it is right and 0.734 when it is wrong. That is useful: a machine could pass the uncertain cases on to a person.
#
# ## 8. Look at the mistakes
#
# An average hides the exceptions. Below are the 20 mistakes about which the network was most confident. Above each picture stands the answer of the network → the true digit. Which of them would you have misread too?

# %% [markdown] lang="ko"
# 10,000장 가운데 208장을 틀렸습니다. 답에 준 확률은 맞혔을 때 평균 0.987, 틀렸을 때 평균 0.734입니다. 쓸모 있는 사실입니다. 확신이 덜한 그림만 사람에게 넘기면 되기 때문입니다.
#
# ## 8. 틀린 것을 들여다보기
#
# 평균만 보면 예외가 가려집니다. 아래는 틀린 그림 가운데 신경망이 가장 확신했던 20장입니다. 그림 위에 '신경망의 답 → 정답'을 적었습니다. 나라도 잘못 읽었을 그림이 있나요?

# %%
worst = wrong[np.argsort(-sure[wrong])][:20]
print("shown:", len(worst), "mistakes")
with style():
    fig, axes = plt.subplots(2, 10, figsize=(9, 2.3))
    titles = [f"{said}→{true}" for said, true in zip(predicted[worst], test_labels[worst], strict=True)]
    image_grid(axes.ravel(), test_images[worst], titles=titles)

# %% [markdown] lang="en"
# Some are hard for anyone. Others are plain to you and not to the network. To the network a picture is only a row of 784 numbers: shift a digit by a few pixels, and many of these numbers change although you hardly notice.
#
# Which digits does it confuse? A **confusion matrix** counts. Its rows are the true digits, its columns the predicted ones. The right answers stand on the diagonal, in blue. The darker the orange of any other cell, the more frequent that mistake.

# %% [markdown] lang="ko"
# 누구에게나 어려운 그림이 있습니다. 사람 눈에는 뻔한데 신경망은 틀리는 그림도 있습니다. 신경망에 들어가는 그림은 수 784개가 늘어선 한 줄일 뿐입니다. 숫자를 몇 픽셀만 옆으로 옮겨도, 사람은 거의 알아채지 못하지만 많은 수가 바뀝니다.
#
# 어떤 숫자를 헷갈릴까요? **혼동 행렬**(confusion matrix)로 세어 봅니다. 행은 정답, 열은 신경망의 답입니다. 대각선의 파란 수는 맞힌 개수이고, 나머지 칸은 주황색이 짙을수록 자주 틀린 것입니다.

# %% tags=["real-data"]
with style():
    fig, ax = plt.subplots(figsize=(5.6, 5))
    counts = confusion_matrix(ax, test_labels, predicted, names=[str(digit) for digit in range(10)])
print("pictures counted:", counts.sum(), "  of each true digit:", counts.sum(axis=1))

# %% [markdown] lang="en"
# The darkest cell of this run says that 14 fours were read as a 9; next come 11 eights that were read as a 3. Pairs such as 4 and 9, 3 and 8, or 2 and 7 share most of their strokes. A matrix need not be symmetric: no 3 was read as an 8. Which mistake leads changes from run to run.
#
# ### Walk through single predictions
#
# The browser shows one test picture, its ten probabilities as bars, and a frame around the bar of the true digit. It starts with the mistake about which the network was least confident. **Look for** the second-longest bar: is it the true digit?

# %% [markdown] lang="ko"
# 이번 실행에서 가장 짙은 칸은 4를 9로 읽은 14장이고, 다음은 8을 3으로 읽은 11장입니다. 4와 9, 3과 8, 2와 7 같은 쌍은 획이 많이 겹칩니다. 혼동 행렬이 대칭일 필요는 없습니다. 3을 8로 읽은 것은 한 장도 없습니다. 어떤 실수가 가장 많은지는 실행할 때마다 달라집니다.
#
# ### 예측을 하나씩 살펴보기
#
# 아래 위젯은 테스트 그림 하나와 확률 막대 열 개를 보여 주고, 정답 숫자의 막대에 테두리를 두릅니다. 틀린 것 가운데 신경망이 가장 확신하지 못한 그림부터 나옵니다. 두 번째로 긴 막대가 정답인지 **눈여겨보세요**.

# %%
PredictionBrowser(test_images, probabilities, test_labels)

# %% [markdown] lang="en"
# **Try this**
# 1. Choose the slider *place* and walk through the first ten mistakes with the arrow keys. In these pictures no bar stands out. In the first one the longest has less than 30 %, and the true digit, a 0, comes only sixth. For how many of the ten is the true digit the runner-up?
# 2. Set *first* to "surest". Now one bar is near 100 %, and the frame is elsewhere. These are the dangerous mistakes, because nothing in the answer warns you.
# 3. Set *show* to "right ones" and *first* to "least sure". Here the right digit won by a narrow margin; a small change in the picture might have turned it into a mistake.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *순서* 슬라이더를 화살표 키로 움직여 틀린 그림 열 장을 차례로 보세요. 혼자 긴 막대가 없습니다. 첫 번째 그림에서는 가장 긴 막대도 30 %가 안 되고, 정답인 0은 여섯 번째입니다. 열 장 가운데 정답이 두 번째로 긴 막대인 것은 몇 장인가요?
# 2. *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 막대 하나가 100 %에 가깝고 테두리는 다른 곳에 있습니다. 답만 보아서는 틀렸다고 알아챌 길이 없으니 위험한 실수입니다.
# 3. *보기*를 "맞힌 것", *먼저*를 "가장 자신 없는 것"으로 바꿔 보세요. 정답이 근소한 차이로 앞선 그림입니다. 그림이 조금만 달랐어도 틀렸을지 모릅니다.

# %% [markdown] lang="en"
# ## 9. Three experiments
#
# Here is a function that builds and trains a network of this kind, so that each experiment is one line. It takes the labels as **integers**, with the loss made for them, `sparse_categorical_crossentropy`. The formula is the same, but the zeros need not be written out.
#
# The function returns the accuracy on the test set. That is fair as long as we only compare and choose nothing. To *choose* between networks you need a third set of data; chapter [10](10_fashion_images.ipynb) sets one aside.

# %% [markdown] lang="ko"
# ## 9. 세 가지 실험
#
# 이런 신경망을 만들어 훈련하는 함수를 하나 정의해 두면 실험을 한 줄로 할 수 있습니다. 이번에는 레이블을 **정수** 그대로 쓰고, 그에 맞는 손실 `sparse_categorical_crossentropy`를 씁니다. 식은 같고, 0을 일일이 적지 않을 뿐입니다.
#
# 이 함수는 테스트 데이터의 정확도를 돌려줍니다. 비교만 하고 아무것도 고르지 않는다면 괜찮습니다. 여러 신경망 가운데 하나를 *고르려면* 세 번째 데이터가 있어야 합니다. [10장](10_fashion_images.ipynb)에서 따로 떼어 둡니다.


# %%
def train(layers, x=x_train, x_new=x_test):
    keras.utils.set_random_seed(0)
    network = keras.Sequential([keras.Input((784,)), *layers, keras.layers.Dense(10, activation="softmax")])
    network.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    network.fit(x, train_labels, epochs=5, batch_size=128, verbose=0)
    return network.evaluate(x_new, test_labels, verbose=0)[1]


# %% [markdown] lang="en"
# **Experiment 1.** Integer labels instead of one-hot. **Predict**: is the accuracy better, worse, or the same to within 0.005?

# %% [markdown] lang="ko"
# **실험 1.** 원-핫 대신 정수 레이블을 씁니다. 정확도가 더 나을지, 못할지, 0.005 이내로 같을지 **예상해 보세요**.

# %% tags=["real-data"]
integers = train([keras.layers.Dense(512, activation="relu")])
measured("test accuracy, integer labels", integers, expected=(0.970, 0.985), data=mnist)
print("within 0.005 of the one-hot network:", abs(integers - test_accuracy) < 0.005)

# %% [markdown] lang="en"
# It is the same: 0.980 here and 0.979 before. The two losses are one formula, and the small difference is of the kind that section 6 describes. Integers save memory, so chapter [10](10_fashion_images.ipynb) uses them.
#
# **Experiment 2.** Leave the hidden layer out: ten units look at the pixels directly. **Predict** the accuracy.

# %% [markdown] lang="ko"
# 같습니다. 이번은 0.980, 앞에서는 0.979입니다. 두 손실은 같은 식이고, 이만한 차이는 6절에서 본 이유로 생깁니다. 정수로 두면 메모리를 아낄 수 있으므로 [10장](10_fashion_images.ipynb)에서는 정수를 씁니다.
#
# **실험 2.** 은닉층(hidden layer)을 뺍니다. 유닛 열 개가 픽셀을 직접 받습니다. 정확도를 **예상해 보세요**.

# %% tags=["real-data"]
measured("test accuracy, no hidden layer", train([]), expected=(0.915, 0.935), data=mnist)

# %% [markdown] lang="en"
# The accuracy is 0.923, so nearly 8 of 100 are wrong instead of 2, more than three times as many. This is the model that chapter [06](06_softmax_losses.ipynb) trains by hand in section 8, where it reaches 0.922. Without a hidden layer each pixel adds its own amount to the score of each digit, whatever the other pixels are. With hidden units, the effect of one pixel can depend on others, as it must for XOR in chapter [03](03_neurons_activations.ipynb).
#
# **Experiment 3.** Forget to divide by 255.

# %% [markdown] lang="ko"
# 0.923입니다. 100개 가운데 2개 틀리던 것이 8개 가까이 되어, 실수가 세 배 넘게 늘었습니다. [06장](06_softmax_losses.ipynb) 8절에서 손으로 훈련한 모델과 같은 구조이고, 거기서는 0.922였습니다. 은닉층이 없으면 픽셀마다 정해진 만큼을 숫자의 점수에 더할 뿐, 다른 픽셀이 어떤지는 따지지 못합니다. 은닉 유닛이 있으면 픽셀 하나의 영향이 다른 픽셀에 따라 달라질 수 있습니다. [03장](03_neurons_activations.ipynb)의 XOR도 그래야 풀립니다.
#
# **실험 3.** 255로 나누는 것을 잊어버립니다.

# %%
hidden = keras.layers.Dense(512, activation="relu")
unscaled = train([hidden], train_images.reshape(60000, 784), test_images.reshape(10000, 784))
measured("test accuracy, pixels from 0 to 255", unscaled)
print("worse than with pixels from 0 to 1:", unscaled < integers)

# %% [markdown] lang="en"
# It still learns, but in this run 3 of 100 are wrong instead of 2 (over nine seeds the accuracy was 0.950 to 0.978). The initial weights are chosen for inputs of a size around 1. With pixels up to 255 the sums in the first layer are 255 times as large. Before the training, such a network gives its answer a probability close to 1 for almost every picture, although only about one answer in ten is right. The training has to undo that first.
#
# With JAX as the backend instead of TensorFlow the damage is far greater: 0.31 to 0.48 over three seeds. There Keras computes the loss from the probabilities, cut off at 1e-7 and 1 − 1e-7, and where a probability is cut off, no gradient comes back. With a loss from logits, as recommended in [06](06_softmax_losses.ipynb), section 9, the same network reached 0.96.
#
# ## What you have learned
# - A Keras project has five steps: import, prepare, model, compile, fit. Then you evaluate, on data that took no part in the training.
# - A network that does better on its training data than on new data is **overfitting**. The number from new data is the one that counts.
# - Seed and arithmetic change a measured number, so give it with a range.
# - Looking at single mistakes shows you what a single score cannot.
#
# **So can a program find the rules by itself?** Yes: in under a minute it learned to read about 98 of 100 digits. Nobody explained what makes a 4 a 4; the program was only shown which pictures are fours. But it cannot tell us its rules, for they are spread over 400,000 numbers. Chapter [04](04_backprop.ipynb) draws some of these numbers as pictures, and chapter [15](15_playground.ipynb) shows a network small enough to look at every unit.
#
# ## Next
# [10. Fashion pictures](10_fashion_images.ipynb): deeper networks, and which epoch to keep.
#
# ## Sources
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - F. Chollet, *Deep Learning with Python* (2017), chapter 2: this network, and the test accuracy of 0.9789.
# - T. Tieleman, G. Hinton, "Lecture 6.5: RMSprop", Neural Networks for Machine Learning (2012).

# %% [markdown] lang="ko"
# 그래도 배우기는 합니다. 다만 이번 실행에서는 100개 가운데 2개 틀리던 것이 3개가 되었습니다(시드 아홉 가지로 재면 정확도가 0.950에서 0.978 사이였습니다). 가중치의 초깃값은 크기가 1 안팎인 입력에 맞춰 정해집니다. 픽셀이 255까지 가면 첫 번째 층의 합도 255배가 됩니다. 그래서 훈련하기 전의 신경망은 거의 모든 그림에서 자기 답에 1에 가까운 확률을 주는데, 맞는 답은 열에 하나쯤입니다. 훈련하면서 이런 상태부터 바로잡아야 합니다.
#
# 백엔드가 TensorFlow가 아니라 JAX이면 훨씬 더 나빠져서, 시드 세 가지로 0.31에서 0.48이었습니다. JAX에서는 Keras가 확률을 1e-7과 1 − 1e-7 사이로 자른 다음 손실을 계산하는데, 잘린 확률에서는 그레이디언트가 0이 됩니다. [06장](06_softmax_losses.ipynb) 9절에서 권한 대로 로짓(logits)에서 손실을 계산하면 같은 신경망의 정확도가 0.96입니다.
#
# ## 배운 것
# - Keras 프로젝트의 다섯 단계는 가져오기, 준비, 모델, 컴파일, 훈련입니다. 그다음 훈련에 쓰지 않은 데이터로 평가합니다.
# - 새로운 데이터보다 훈련 데이터에서 성적이 더 좋으면 **과대적합**입니다. 새로운 데이터로 잰 수가 중요합니다.
# - 시드와 계산 순서에 따라 결과가 달라지므로, 잰 수는 범위와 함께 적습니다.
# - 틀린 것을 하나씩 들여다보면 점수 하나로는 알 수 없는 것이 보입니다.
#
# **그러면 프로그램은 스스로 규칙을 찾을 수 있을까요?** 찾을 수 있습니다. 1분도 안 되어 숫자 100개 가운데 98개쯤을 읽게 되었습니다. 어떤 그림이 4인지 보여 주었을 뿐, 무엇이 4를 4로 만드는지는 아무도 알려 주지 않았습니다. 다만 찾아낸 규칙을 신경망에서 바로 읽어 낼 수는 없습니다. 규칙이 40만 개의 수에 흩어져 있기 때문입니다. [04장](04_backprop.ipynb)에서는 그 수의 일부를 그림으로 그려 보고, [15장](15_playground.ipynb)에서는 유닛을 하나하나 볼 수 있을 만큼 작은 신경망을 다룹니다.
#
# ## 다음
# [10. 패션 그림](10_fashion_images.ipynb): 더 깊은 신경망, 그리고 어느 에포크를 남길 것인가.
#
# ## 출처
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - F. Chollet, *Deep Learning with Python* (2017), 2장: 이 신경망과 테스트 정확도 0.9789.
# - T. Tieleman, G. Hinton, "Lecture 6.5: RMSprop", Neural Networks for Machine Learning (2012).
