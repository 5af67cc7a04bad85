# %% [markdown] lang="en"
# # 09. A first network: reading handwritten digits
#
# Try to write down the rules by which you tell a handwritten 4 from a 9. People tried for years. **Can a program find the rules by itself, from examples alone, in less than a minute?** In this chapter one does, and then we look closely at where it goes wrong.
#
# **You will be able to**
# - take a data set through the five steps of every project: import, prepare, model, compile, fit;
# - read training curves while they grow, and stop a training without losing the model;
# - measure a network honestly, on data that it has never seen, and name overfitting when you see it;
# - find its mistakes, and tell which digits it confuses.
#
# **Time** about 60 minutes. **You need** [01. Tensors](01_tensors.ipynb): shapes, dtypes, batches.

# %% [markdown] lang="ko"
# # 09. 첫 신경망: 손글씨 숫자 읽기
#
# 손으로 쓴 4와 9를 구별하는 규칙을 글로 적어 보세요. 사람들이 여러 해 동안 매달린 일입니다. **프로그램이 예만 보고 1분 안에 스스로 그 규칙을 찾아낼 수 있을까요?** 이 장에서 그런 프로그램을 만들고, 어디에서 틀리는지 자세히 들여다봅니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 모든 프로젝트의 다섯 단계인 가져오기, 준비, 모델, 컴파일(compile), 훈련(fit)을 데이터 하나로 끝까지 해 봅니다.
# - 훈련 곡선을 그려지는 대로 읽고, 모델을 잃지 않고 훈련을 멈춥니다.
# - 신경망(neural network)이 본 적 없는 데이터로 성능을 정직하게 재고, 과대적합(overfitting)을 알아봅니다.
# - 틀린 것을 찾아내고, 신경망이 어떤 숫자들을 헷갈리는지 말합니다.
#
# **시간** 약 60분. **필요한 것** [01. 텐서](01_tensors.ipynb): 형상(shape), 자료형(dtype), 배치(batch).

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
# MNIST has 60,000 pictures to learn from, the **training set**, and 10,000 that the network must not see before the end, the **test set**. Never skip the look: most failures of a network are failures of its data.

# %% [markdown] lang="ko"
# ## 1. 가져오기: 데이터부터 보기
#
# MNIST에는 배우는 데 쓸 그림 60,000장과, 훈련이 끝나기 전에는 신경망이 보면 안 되는 그림 10,000장이 있습니다. 앞의 것이 **훈련 데이터**(training set), 뒤의 것이 **테스트 데이터**(test set)입니다. 데이터를 눈으로 보는 일을 건너뛰지 마세요. 신경망이 실패하는 까닭은 대부분 데이터에 있습니다.

# %% tags=["real-data"]
(train_images, train_labels), (test_images, test_labels) = mnist.load_data()
print("training:", train_images.shape, train_images.dtype, "  labels:", train_labels.shape)
print("test:    ", test_images.shape, test_images.dtype, "  labels:", test_labels.shape)

# %% [markdown] lang="en"
# The first 20 training pictures, each with its label above it. Look for one that you would hesitate over yourself.

# %% [markdown] lang="ko"
# 훈련 데이터의 처음 20장과 그 위에 적힌 레이블(label)입니다. 내가 읽어도 망설일 만한 그림이 있는지 찾아보세요.

# %%
with style():
    fig, axes = plt.subplots(2, 10, figsize=(9, 2.3))
    image_grid(axes.ravel(), train_images[:20], titles=[str(label) for label in train_labels[:20]])

# %% [markdown] lang="en"
# ## 2. Prepare: from pictures to rows of numbers
#
# The network we are going to build takes vectors, not pictures. So every picture of 28 × 28 pixels is laid out in one row. **Predict** its length.

# %% [markdown] lang="ko"
# ## 2. 준비: 그림을 숫자 줄로
#
# 지금 만들 신경망은 그림이 아니라 벡터(vector)를 받습니다. 그래서 28 × 28 픽셀 그림을 한 장씩 한 줄로 폅니다. 그 길이를 **예상해 보세요**.

# %%
x_train = train_images.reshape(60000, 784).astype("float32") / 255
x_test = test_images.reshape(10000, 784).astype("float32") / 255
print("x_train:", x_train.shape, x_train.dtype, "  from", x_train.min(), "to", x_train.max())
print("memory: ", round(x_train.nbytes / 1e6), "MB")

# %% [markdown] lang="en"
# 28 × 28 = 784. Dividing by 255 brings the pixels from 0…255 to 0…1. Section 9 shows what happens without it.
#
# The labels need preparing too. The network will answer with ten numbers, one for each digit, so the right answer is written as ten numbers as well: a 1 at the right place, 0 elsewhere. This is called **one-hot**.

# %% [markdown] lang="ko"
# 28 × 28 = 784입니다. 255로 나누면 0~255이던 픽셀 값이 0~1이 됩니다. 나누지 않으면 어떻게 되는지는 9절에서 봅니다.
#
# 레이블도 준비해야 합니다. 신경망은 숫자마다 하나씩 열 개의 수로 답할 것이므로, 정답도 열 개의 수로 적습니다. 맞는 자리는 1, 나머지는 0입니다. 이렇게 적는 것을 **원-핫**(one-hot)이라 합니다.

# %%
y_train = keras.utils.to_categorical(train_labels)
y_test = keras.utils.to_categorical(test_labels)
print("label 3 becomes", keras.utils.to_categorical([3], num_classes=10)[0])
print("y_train:", y_train.shape)

# %% [markdown] lang="en"
# ## 3. Model: two layers
#
# A network is a chain of layers. Ours has two **Dense** layers, in which every unit is connected to every number that comes in.
#
# - The first has 512 units. Each computes a weighted sum of all 784 pixels and keeps it when it is positive: the **ReLU** activation.
# - The second has 10 units, one a digit. **Softmax** turns their ten sums into ten probabilities that add up to 1.
#
# The seed fixes the random numbers from which the weights start.

# %% [markdown] lang="ko"
# ## 3. 모델: 층 두 개
#
# 신경망은 층(layer)을 사슬처럼 이은 것입니다. 우리 신경망은 **Dense** 층 두 개로 되어 있습니다. Dense 층에서는 유닛(unit) 하나하나가 들어오는 모든 수와 이어집니다.
#
# - 첫 번째 층에는 유닛이 512개 있습니다. 유닛마다 픽셀 784개의 가중합(weighted sum)을 구해, 양수면 그대로 내보내고 아니면 0을 내보냅니다. 이것이 **ReLU** 활성화(activation)입니다.
# - 두 번째 층에는 숫자마다 하나씩 유닛이 10개 있습니다. **소프트맥스**(softmax)가 이 유닛들의 합 열 개를 확률 열 개로 바꿉니다. 확률을 모두 더하면 1입니다.
#
# 시드(seed)를 정하면 가중치(weight)의 출발점이 되는 난수가 고정됩니다.

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
# 784 × 512 + 512 = 401,920, and 512 × 10 + 10 = 5,130. About 400,000 numbers must be found. No one could set them by hand.
#
# ## 4. Compile: what is good, and how to get better
#
# Three choices:
# - **loss**: one number that says how wrong the network is. For classes it is cross-entropy: small when the right class gets a high probability.
# - **optimizer**: the rule that changes the weights a little after each batch, so that the loss goes down. Here RMSprop.
# - **metrics**: what *we* want to see. Here accuracy, the share of right answers. The optimizer never looks at it.

# %% [markdown] lang="ko"
# 784 × 512 + 512 = 401,920이고 512 × 10 + 10 = 5,130입니다. 약 40만 개의 수를 찾아야 합니다. 손으로 정할 수 있는 사람은 없습니다.
#
# ## 4. 컴파일: 무엇이 좋은 것이고, 어떻게 나아지는가
#
# 세 가지를 고릅니다.
# - **손실**(loss): 신경망이 얼마나 틀렸는지를 나타내는 수 하나. 클래스(class)를 맞히는 문제에서는 교차 엔트로피(cross-entropy)를 씁니다. 정답 클래스의 확률이 높을수록 작아집니다.
# - **옵티마이저**(optimizer): 손실이 줄어들도록 배치마다 가중치를 조금씩 바꾸는 규칙. 여기서는 RMSprop입니다.
# - **지표**(metrics): *우리가* 보고 싶은 것. 여기서는 맞힌 비율, 곧 정확도(accuracy)입니다. 옵티마이저는 지표를 보지 않습니다.

# %%
model.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])

# %% [markdown] lang="en"
# Before it has learned anything, the network can already answer. **Predict** how often it is right.

# %% [markdown] lang="ko"
# 신경망은 아무것도 배우지 않았어도 답을 내놓을 수 있습니다. 얼마나 자주 맞힐지 **예상해 보세요**.

# %% tags=["real-data"]
loss, accuracy = model.evaluate(x_test, y_test, verbose=0)
measured("accuracy before training", accuracy, expected=(0.04, 0.20), data=mnist)

# %% [markdown] lang="en"
# About one in ten, like guessing.
#
# ## 5. Fit: watch it learn
#
# `fit` goes through the training set five times. One time through is an **epoch**: 469 batches of 128 pictures, the last of them shorter. After each batch the weights change a little.
#
# `LiveCurves` draws what happens while it happens. **Look for** two things: how far the first epoch alone gets, and whether the loss still falls at the end. If you press ■ in the toolbar, the training ends after the current batch, and the model keeps what it has learned.
#
# `ActivationWatcher` looks at every layer before the training and after each epoch, always with the same 200 pictures, and takes notes for later.

# %% [markdown] lang="ko"
# 열에 하나쯤 맞힙니다. 찍는 것과 같습니다.
#
# ## 5. 훈련: 배우는 모습 지켜보기
#
# `fit`은 훈련 데이터를 다섯 번 훑습니다. 한 번 훑는 것을 **에포크**(epoch)라 합니다. 한 에포크는 128장짜리 배치 469개이며, 마지막 배치는 더 짧습니다. 배치가 끝날 때마다 가중치가 조금씩 바뀝니다.
#
# `LiveCurves`는 훈련이 진행되는 모습을 그때그때 그립니다. 두 가지를 **눈여겨보세요**. 첫 에포크만으로 어디까지 가는지, 그리고 마지막까지 손실이 줄어드는지입니다. 도구 모음의 ■를 누르면 진행 중인 배치를 마치고 훈련이 멈추며, 모델은 그때까지 배운 것을 간직합니다.
#
# `ActivationWatcher`는 훈련하기 전에, 그리고 에포크가 끝날 때마다 같은 그림 200장으로 모든 층을 들여다보고 나중을 위해 적어 둡니다.

# %%
live, watcher = LiveCurves(), ActivationWatcher(x_train[:200], y_train[:200])
history = model.fit(x_train, y_train, epochs=5, batch_size=128, verbose=0, callbacks=[live, watcher])

# %% [markdown] lang="en"
# The picture shows the loss on the left and the accuracy on the right, one point an epoch; while it trained, a hollow point showed the running epoch. The first epoch does most of the work, and at the end the loss still falls. `history` keeps the same numbers.

# %% [markdown] lang="ko"
# 왼쪽은 손실, 오른쪽은 정확도이고, 점 하나가 에포크 하나입니다. 훈련하는 동안 속이 빈 점은 진행 중인 에포크였습니다. 첫 에포크가 대부분의 일을 하고, 손실은 끝에서도 아직 줄어들고 있습니다. 같은 수가 `history`에도 남아 있습니다.

# %% tags=["real-data"]
accuracies = history.history["accuracy"]
measured("accuracy during epoch 1", accuracies[0], expected=(0.90, 0.94), data=mnist)
measured("accuracy during epoch 5", accuracies[-1], expected=(0.985, 0.993), data=mnist)

# %% [markdown] lang="en"
# More than nine out of ten are right during the first epoch, and about 99 out of 100 during the fifth.
#
# ### Look inside
#
# What did the 512 hidden units do meanwhile? Each gives a number for each picture, its **activation**; ReLU makes it 0 or more. **Predict**: for one picture, how many of the 512 answer 0, before the training and after it?

# %% [markdown] lang="ko"
# 첫 에포크에 이미 열에 아홉 넘게 맞히고, 다섯 번째에는 백에 아흔아홉쯤 맞힙니다.
#
# ### 안을 들여다보기
#
# 그동안 은닉 유닛 512개는 무엇을 했을까요? 유닛은 그림마다 수를 하나씩 내놓습니다. 이것이 **활성화**이고, ReLU를 거치므로 0이거나 0보다 큽니다. 그림 한 장에 512개 가운데 몇 개가 0이라고 답할지, 훈련 전과 후로 나누어 **예상해 보세요**.

# %% tags=["real-data"]
before, after = (watcher.recording.at(epoch).layers[0] for epoch in (0, 5))
measured("share of zeros before the training", before.zeros, expected=(0.45, 0.55), data=mnist)
measured("share of zeros after it", after.zeros, expected=(0.47, 0.60), data=mnist)
measured("mean activation before", before.answers.mean, expected=(0.11, 0.17), data=mnist)
measured("mean activation after", after.answers.mean, expected=(0.31, 0.43), data=mnist)
measured("dead units of 512, after", after.dead.sum(), expected=(0, 12), digits=0, data=mnist)

# %% [markdown] lang="en"
# Half of them, at both ends. So the training does not switch more units off; it makes those that are on answer louder, more than twice as loud on average. Which units are on depends on the picture: that is how a layer tells pictures apart. A unit that answers 0 to all 200 pictures is called **dead**. There are few.
#
# The browser goes back through the training. Its table has a line for each layer. Below stand the histogram of the activations (dashed: before the training), the same with a column for each epoch, and the answers of all 512 units to one picture, each a small square: bright where the answer is large, orange where the unit is dead. *sample* chooses the picture. **Look for** the squares that light up for the 5 (sample 1) and stay dark for the 0 (sample 2).

# %% [markdown] lang="ko"
# 앞뒤 모두 절반쯤입니다. 그러니 훈련이 유닛을 더 끄는 것이 아닙니다. 켜진 유닛의 답이 커집니다. 평균이 두 배를 넘습니다. 어느 유닛이 켜지는지는 그림에 따라 다릅니다. 층은 바로 그렇게 그림을 구별합니다. 200장 모두에 0이라고 답하는 유닛을 **죽은 유닛**(dead unit)이라 합니다. 얼마 되지 않습니다.
#
# 아래 위젯으로 훈련을 되짚어 봅니다. 표에는 층마다 한 줄이 있습니다. 그 아래에는 활성화의 히스토그램(점선은 훈련 전), 같은 것을 에포크 순서로 늘어놓은 그림, 그림 한 장에 대한 유닛 512개의 답이 있습니다. 작은 네모 하나가 유닛 하나이고, 값이 클수록 밝으며 죽은 유닛은 주황색입니다. *샘플*로 그림을 고릅니다. 5(샘플 1)를 볼 때는 켜지고 0(샘플 2)을 볼 때는 꺼져 있는 네모를 **눈여겨보세요**.

# %%
ActivationBrowser(watcher)

# %% [markdown] lang="en"
# **Try this**
# 1. Walk from epoch 0 to 5. The histogram stretches to the right in the first epoch and then only a little more: most is learned in the first, as the curves said.
# 2. Set *show* to "gradients" and walk again. The spread shrinks: the pictures that it already reads well ask for small changes only. In the table, the mean gradient falls to about a tenth.
# 3. Choose the second layer, `dense_1`, and move *sample*. Ten squares, the digits 0 to 9. Before the training several are nearly as bright as the brightest, and that one stands for no more than 0.3, as the line under the squares says. After it one is bright, close to 1, and nine are dark.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 에포크 0에서 5까지 넘겨 보세요. 히스토그램은 첫 에포크에 오른쪽으로 길게 늘어나고, 그 뒤로는 조금씩만 늘어납니다. 곡선에서 보았듯이 대부분을 첫 에포크에 배웁니다.
# 2. *보기*를 "그레이디언트"로 바꾸고 다시 넘겨 보세요. 폭이 줄어듭니다. 이미 잘 읽는 그림은 작은 변화만 요구하기 때문입니다. 표에서 그레이디언트(gradient)의 평균 크기가 10분의 1쯤으로 줄어듭니다.
# 3. 두 번째 층 `dense_1`을 고르고 *샘플*을 움직여 보세요. 네모 열 개가 숫자 0부터 9까지입니다. 훈련 전에는 여럿이 비슷하게 밝고, 가장 밝은 것도 0.3을 넘지 않습니다. 그 값은 네모 아래에 적혀 있습니다. 훈련 뒤에는 하나만 1에 가깝게 밝고 아홉은 어둡습니다.

# %% [markdown] lang="en"
# So much for pictures that it learns from. The question is what it does with pictures it has never seen.
#
# ## 6. Evaluate: the honest number
#
# **Predict**: will the accuracy on the test set be higher, the same, or lower?

# %% [markdown] lang="ko"
# 여기까지는 배우는 데 쓴 그림의 이야기입니다. 문제는 한 번도 본 적 없는 그림을 얼마나 맞히느냐입니다.
#
# ## 6. 평가: 정직한 수
#
# 테스트 데이터의 정확도는 훈련 데이터보다 더 높을지, 같을지, 낮을지 **예상해 보세요**.

# %% tags=["real-data"]
train_loss, train_accuracy = model.evaluate(x_train, y_train, verbose=0)
test_loss, test_accuracy = model.evaluate(x_test, y_test, verbose=0)
measured("training accuracy", train_accuracy, expected=(0.985, 0.997), data=mnist)
measured("test accuracy", test_accuracy, expected=(0.970, 0.985), data=mnist)

# %% [markdown] lang="en"
# Lower: about 0.98 (a widely read textbook run gives 0.9789). **So a program did find the rules by itself.** It reads 98 of 100 digits that it has never seen.
#
# The gap between training and test accuracy has a name, **overfitting**: the network knows its training pictures better than it knows digits. A part of what it learned is true of those 60,000 pictures only. The loss shows the gap more clearly than the accuracy:

# %% [markdown] lang="ko"
# 더 낮습니다. 약 0.98입니다(널리 읽히는 책에 실린 결과는 0.9789입니다). **프로그램이 정말로 스스로 규칙을 찾았습니다.** 본 적 없는 숫자 100개 가운데 98개를 바르게 읽습니다.
#
# 훈련 정확도와 테스트 정확도가 이렇게 벌어지는 것을 **과대적합**(overfitting)이라 합니다. 신경망이 숫자를 두루 알기보다 훈련에 쓴 그림을 유난히 잘 아는 것입니다. 배운 것 가운데 일부는 그 60,000장에만 들어맞습니다. 이 차이는 정확도보다 손실에서 더 뚜렷합니다.

# %% tags=["real-data"]
measured("training loss", train_loss, expected=(0.01, 0.05), data=mnist)
measured("test loss", test_loss, expected=(0.05, 0.10), data=mnist)
print("test loss at least 1.5 times the training loss:", test_loss > 1.5 * train_loss)

# %% [markdown] lang="en"
# ### Why your number is another one
#
# Two computers, or two seeds, differ in the third digit, for two reasons. The **start**: another seed gives other first weights and another order of the pictures. The **arithmetic**: float32 sums depend on the order of adding, and that order depends on the processor. So a single number says little; a range says more. Over nine seeds we measured test accuracies between 0.977 and 0.982; the cell above says so when yours falls outside 0.970 to 0.985.

# %% [markdown] lang="ko"
# ### 내 결과가 조금 다른 까닭
#
# 컴퓨터나 시드가 다르면 결과도 소수점 아래 셋째 자리에서 달라집니다. 까닭은 둘입니다. 하나는 **출발점**입니다. 시드가 다르면 첫 가중치와 그림의 순서가 달라집니다. 또 하나는 **계산**입니다. float32의 합은 더하는 순서에 따라 달라지고, 그 순서는 프로세서에 따라 다릅니다. 그러니 수 하나보다 범위가 더 많은 것을 알려 줍니다. 시드 아홉 가지로 재 보니 테스트 정확도는 0.977에서 0.982 사이였습니다. 내 결과가 0.970에서 0.985 사이를 벗어나면 앞의 셀이 그렇다고 알려 줍니다.

# %% [markdown] lang="en"
# ## 7. Predict: ten probabilities
#
# `predict` gives ten numbers for each picture. For the first test picture:

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
# The place of the largest number is the answer, and its size tells how sure the network is. Do so for all 10,000 at once, and collect those that are wrong.

# %% [markdown] lang="ko"
# 가장 큰 수의 자리가 답이고, 그 크기는 신경망이 얼마나 확신하는지를 나타냅니다. 10,000장의 답을 한꺼번에 구해 틀린 것을 모읍니다.

# %% tags=["real-data"]
predicted = probabilities.argmax(axis=1)
wrong = np.flatnonzero(predicted != test_labels)
sure = probabilities.max(axis=1)
measured("wrong of 10,000", len(wrong), expected=(150, 300), digits=0, data=mnist)
measured("mean probability when right", np.delete(sure, wrong).mean(), expected=(0.97, 1.0), data=mnist)
measured("mean probability when wrong", sure[wrong].mean(), expected=(0.65, 0.82), data=mnist)

# %% [markdown] lang="en"
# It is less sure when it is wrong. That is useful: a machine could hand the unsure cases to a person.
#
# ## 8. Look at the mistakes
#
# Below are the 20 mistakes about which it was most certain. Above each picture: what it said → what is true. **Before you read on**: which of them would you have misread too?

# %% [markdown] lang="ko"
# 틀릴 때는 확신이 덜합니다. 쓸모 있는 사실입니다. 기계가 자신 없는 것은 사람에게 넘길 수 있기 때문입니다.
#
# ## 8. 틀린 것을 들여다보기
#
# 아래는 틀린 그림 가운데 신경망이 가장 확신했던 20장입니다. 그림 위에 '신경망의 답 → 정답'을 적었습니다. **더 읽기 전에**, 나라도 잘못 읽었을 그림을 골라 보세요.

# %%
worst = wrong[np.argsort(-sure[wrong])][:20]
print("shown:", len(worst), "mistakes")
with style():
    fig, axes = plt.subplots(2, 10, figsize=(9, 2.3))
    titles = [f"{said}→{true}" for said, true in zip(predicted[worst], test_labels[worst], strict=True)]
    image_grid(axes.ravel(), test_images[worst], titles=titles)

# %% [markdown] lang="en"
# Some are hard for anyone. Others are plain to you and not to the network: it has only rows of numbers, and a digit that lies a little to one side is another row of numbers.
#
# Which digits does it confuse? A **confusion matrix** counts: rows are the true digits, columns what was said. The diagonal, in blue, holds the right answers; the deeper the orange, the more frequent a mistake.

# %% [markdown] lang="ko"
# 누구에게나 어려운 그림이 있습니다. 사람 눈에는 뻔한데 신경망에게는 그렇지 않은 그림도 있습니다. 신경망이 가진 것은 숫자 줄뿐이고, 조금 옆으로 치우친 숫자는 전혀 다른 숫자 줄이기 때문입니다.
#
# 어떤 숫자들을 서로 헷갈릴까요? **혼동 행렬**(confusion matrix)로 세어 봅니다. 행은 정답, 열은 신경망의 답입니다. 대각선의 파란 수는 맞힌 개수이고, 나머지 칸은 주황색이 짙을수록 자주 틀린 것입니다.

# %% tags=["real-data"]
with style():
    fig, ax = plt.subplots(figsize=(5.6, 5))
    counts = confusion_matrix(ax, test_labels, predicted, names=[str(digit) for digit in range(10)])
print("pictures counted:", counts.sum(), "  of each true digit:", counts.sum(axis=1))

# %% [markdown] lang="en"
# Find the darkest orange cells off the diagonal. They are pairs that share most of their strokes, such as 4 and 9, 3 and 8, 2 and 7; which pair leads changes from run to run.
#
# ### Walk through single predictions
#
# The browser shows one test picture, its ten probabilities as bars, and a frame around the bar of the true digit. It starts with the mistakes about which the network was least sure. **Look for** a second-longest bar: is the true digit at least the runner-up?

# %% [markdown] lang="ko"
# 대각선 밖에서 가장 짙은 칸을 찾아보세요. 4와 9, 3과 8, 2와 7처럼 획이 많이 겹치는 쌍입니다. 어느 쌍이 가장 많은지는 실행할 때마다 달라집니다.
#
# ### 예측을 하나씩 살펴보기
#
# 아래 위젯은 테스트 그림 하나와 확률 막대 열 개를 보여 주고, 정답 숫자의 막대에 테두리를 두릅니다. 틀린 답 가운데 신경망이 가장 자신 없어 한 것부터 시작합니다. 두 번째로 긴 막대를 **눈여겨보세요**. 정답이 적어도 2등은 했나요?

# %%
PredictionBrowser(test_images, probabilities, test_labels)

# %% [markdown] lang="en"
# **Try this**
# 1. Choose the slider *place* and walk through the first ten mistakes with the arrow keys. No bar stands out: the probability is shared by two or three digits. Is the framed one, the true digit, among them? Often, not always.
# 2. Set *first* to "surest". Now one bar is near 100 %, and the frame is elsewhere. These are the dangerous mistakes: nothing in the answer warns you.
# 3. Set *show* to "right ones" and *first* to "least sure". These were lucky: a little noise, and they would be among the mistakes.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *순서* 슬라이더를 화살표 키로 움직여 틀린 것 열 개를 차례로 보세요. 혼자 긴 막대가 없고, 확률이 두세 숫자에 비슷하게 나뉘어 있습니다. 신경망이 망설였다는 뜻입니다. 테두리가 그 두세 숫자 가운데 있는지 보세요. 없는 것도 있습니다.
# 2. *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 막대 하나가 100 %에 가깝고 테두리는 다른 곳에 있습니다. 위험한 실수입니다. 답만 보아서는 틀렸다고 알아챌 길이 없습니다.
# 3. *보기*를 "맞힌 것", *먼저*를 "가장 자신 없는 것"으로 바꿔 보세요. 운이 좋았던 것들입니다. 잡음이 조금만 있었어도 틀린 답에 섞였을 것입니다.

# %% [markdown] lang="en"
# ## 9. Three experiments
#
# A function that builds and trains a network of this kind, so that each experiment is one line. It uses the labels as **integers**, with the loss made for them, `sparse_categorical_crossentropy`: the same formula, without writing out the zeros.

# %% [markdown] lang="ko"
# ## 9. 세 가지 실험
#
# 이런 신경망을 만들어 훈련하는 함수를 하나 정의해 두면 실험이 간단해집니다. 이번에는 레이블을 **정수** 그대로 쓰고, 그에 맞는 손실 `sparse_categorical_crossentropy`를 씁니다. 식은 같고, 0을 일일이 적지 않을 뿐입니다.


# %%
def train(layers, x=x_train, x_new=x_test):
    keras.utils.set_random_seed(0)
    network = keras.Sequential([keras.Input((784,)), *layers, keras.layers.Dense(10, activation="softmax")])
    network.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    network.fit(x, train_labels, epochs=5, batch_size=128, verbose=0)
    return network.evaluate(x_new, test_labels, verbose=0)[1]


# %% [markdown] lang="en"
# **Experiment 1.** Integer labels in place of one-hot. **Predict**: better, worse, the same?

# %% [markdown] lang="ko"
# **실험 1.** 원-핫 대신 정수 레이블. 더 나을지, 못할지, 같을지 **예상해 보세요**.

# %% tags=["real-data"]
integers = train([keras.layers.Dense(512, activation="relu")])
measured("test accuracy, integer labels", integers, expected=(0.970, 0.985), data=mnist)
print("within 0.005 of the one-hot network:", abs(integers - test_accuracy) < 0.005)

# %% [markdown] lang="en"
# The same, but for the order of the pictures: the two losses are one formula. Integers save memory, so later chapters use them.
#
# **Experiment 2.** Leave the hidden layer out: ten units look at the pixels directly. How much is the hidden layer worth?

# %% [markdown] lang="ko"
# 같습니다. 두 손실이 같은 식이니 당연합니다. 정수로 두면 메모리를 아낄 수 있으므로 뒤에 나올 장에서는 정수를 씁니다.
#
# **실험 2.** 은닉층(hidden layer)을 뺍니다. 유닛 열 개가 픽셀을 직접 봅니다. 은닉층은 얼마나 값어치가 있을까요?

# %% tags=["real-data"]
measured("test accuracy, no hidden layer", train([]), expected=(0.915, 0.935), data=mnist)

# %% [markdown] lang="en"
# Nearly 8 in 100 wrong in place of 2: more than three times the mistakes. One weight for each pixel and digit cannot say "ink here, *unless* there is ink there". Hidden units can.
#
# **Experiment 3.** Forget to divide by 255.

# %% [markdown] lang="ko"
# 100개 가운데 2개 틀리던 것이 7~8개로, 실수가 세 배 넘게 늘었습니다. 픽셀과 숫자의 쌍마다 가중치가 하나뿐이면 "여기에 잉크가 있되, *저기에는 없을 때만*"이라고 말할 수 없습니다. 은닉 유닛은 그렇게 말할 수 있습니다.
#
# **실험 3.** 255로 나누는 것을 잊어버립니다.

# %%
hidden = keras.layers.Dense(512, activation="relu")
unscaled = train([hidden], train_images.reshape(60000, 784), test_images.reshape(10000, 784))
measured("test accuracy, pixels from 0 to 255", unscaled)
print("worse than with pixels from 0 to 1:", unscaled < integers)

# %% [markdown] lang="en"
# It still learns, but it reads 3 or 4 of 100 wrong in place of 2. The weights start at sizes made for inputs around 1. With inputs up to 255 the first sums are huge, the first answers absurdly sure and mostly wrong, and the network spends its five epochs repairing that. One division, and a third of the mistakes or more are gone. (Over nine seeds: 0.950 to 0.978. With JAX under Keras in place of TensorFlow it is worse by far: 0.31 to 0.48 over three seeds. There the loss is computed from probabilities that float32 has rounded to 0, and through those no gradient comes back; a loss from logits, as in [06](06_softmax_losses.ipynb), gives 0.96.)
#
# ## What you have learned
# - Five steps: import, prepare, model, compile, fit. Then evaluate, on data that took no part in the training.
# - The gap between training and test is **overfitting**. Only the test number counts.
# - A measured number comes with a range, because start and arithmetic differ.
# - Looking at single mistakes tells you more than another digit of accuracy.
#
# **So can a program find the rules by itself?** It can, in under a minute, to about 98 of 100. Nobody told it what makes a 4 a 4; it was only shown which pictures are fours. What it cannot do is say which rules it found: they lie in 400,000 numbers. Later chapters open them up.
#
# ## Next
# [10. Fashion pictures](10_fashion_images.ipynb): deeper networks, and which epoch to keep.
#
# ## Sources
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - F. Chollet, *Deep Learning with Python* (2017), chapter 2: this network, and the test accuracy of 0.9789.
# - T. Tieleman, G. Hinton, "Lecture 6.5: RMSprop", Neural Networks for Machine Learning (2012).

# %% [markdown] lang="ko"
# 그래도 배우기는 하지만, 100개 가운데 2개 틀리던 것이 3~4개가 됩니다. 가중치는 입력이 1 안팎이라고 보고 정한 크기에서 출발합니다. 입력이 255까지 가면 처음의 합이 엄청나게 커져서, 신경망의 첫 대답은 터무니없는 확신에 차 있으면서 대부분 틀립니다. 다섯 에포크가 이것을 바로잡는 데 쓰입니다. 나눗셈 한 번으로 실수가 3분의 1에서 절반까지 줄어드는 셈입니다. (시드 아홉 개로 재면 0.950에서 0.978 사이입니다. Keras 아래에 TensorFlow 대신 JAX를 두면 훨씬 나빠서, 시드 세 개로 0.31에서 0.48이었습니다. 그쪽에서는 float32가 0으로 반올림한 확률에서 손실을 계산하는데, 그런 확률을 통해서는 그레이디언트가 돌아오지 않습니다. [06](06_softmax_losses.ipynb)에서처럼 로짓(logit)에서 손실을 계산하면 0.96이 됩니다.)
#
# ## 배운 것
# - 다섯 단계는 가져오기, 준비, 모델, 컴파일, 훈련입니다. 그다음 훈련에 쓰이지 않은 데이터로 평가합니다.
# - 훈련과 테스트의 차이가 **과대적합**입니다. 믿을 것은 테스트 데이터로 잰 수뿐입니다.
# - 출발점과 계산이 실행할 때마다 다르므로, 잰 수는 범위와 함께 말해야 합니다.
# - 틀린 것을 하나씩 들여다보면, 정확도를 소수점 아래 한 자리 더 아는 것보다 많은 것을 알게 됩니다.
#
# **그러면 프로그램은 스스로 규칙을 찾을 수 있을까요?** 찾을 수 있습니다. 1분도 안 되어 100개 가운데 98개쯤을 맞힙니다. 어떤 그림이 4인지 보여 주었을 뿐, 무엇이 4를 4로 만드는지는 아무도 말해 주지 않았습니다. 다만 어떤 규칙을 찾았는지는 말하지 못합니다. 규칙은 40만 개의 수 안에 있습니다. 뒤에 나올 장에서 그 안을 열어 봅니다.
#
# ## 다음
# [10. 패션 그림](10_fashion_images.ipynb): 더 깊은 신경망, 그리고 어느 에포크를 남길 것인가.
#
# ## 출처
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - F. Chollet, *Deep Learning with Python* (2017), 2장: 이 신경망과 테스트 정확도 0.9789.
# - T. Tieleman, G. Hinton, "Lecture 6.5: RMSprop", Neural Networks for Machine Learning (2012).
