# %% [markdown] lang="en"
# # 10. Fashion pictures: which epoch to keep
#
# A large network goes through its training pictures twenty times. Each time it knows them better. **Is the network that comes out at the end the best one there was on the way?** In this chapter you look, find that it is not, and keep the one that was.
#
# **You will be able to**
# - hold out validation data, and say why the test set must not do that job;
# - read from two curves where a training turned from learning to memorising;
# - keep the weights of the best epoch, and prove that they are others than those of the last;
# - save a whole model, load it, and recognise a file that does not fit or is broken;
# - tell which classes a network confuses, and why.
#
# **Time** about 60 minutes. **You need** [09. A first network](09_first_network.ipynb).

# %% [markdown] lang="ko"
# # 10. 패션 그림: 어느 에포크를 남길 것인가
#
# 커다란 신경망(neural network)이 훈련 데이터(training set)의 그림을 스무 번 훑습니다. 훑을 때마다 그 그림을 더 잘 알게 됩니다. **그렇다면 마지막에 나온 신경망이 그동안 거쳐 온 것 가운데 가장 좋은 것일까요?** 이 장에서는 그렇지 않다는 것을 눈으로 확인하고, 가장 좋았던 것을 골라 남깁니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 검증 데이터(validation set)를 떼어 두고, 왜 테스트 데이터(test set)가 그 일을 하면 안 되는지 설명합니다.
# - 곡선 두 개를 보고 훈련이 배우기에서 외우기로 넘어간 곳을 찾습니다.
# - 가장 좋은 에포크(epoch)의 가중치(weight)를 저장하고, 그것이 마지막 가중치와 다르다는 것을 증명합니다.
# - 모델을 통째로 저장했다가 불러오고, 맞지 않는 파일과 망가진 파일을 알아봅니다.
# - 신경망이 어떤 클래스(class)를 서로 헷갈리는지, 왜 그런지 말합니다.
#
# **시간** 약 60분. **필요한 것** [09. 첫 신경망](09_first_network.ipynb).

# %% tags=["setup"]
import sys
import tempfile
import zipfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import fashion_mnist
from helpers.drawing import confusion_matrix, image_grid, style
from helpers.training import ActivationWatcher, LiveCurves, load_model, load_weights
from helpers.widgets import ActivationBrowser, PredictionBrowser, TrainingBrowser

SEED = 1

# %% [markdown] lang="en"
# ## 1. Import: ten kinds of clothes
#
# Fashion-MNIST has the shape of MNIST, 60,000 and 10,000 grey pictures of 28 × 28, but shows goods from a shop in place of digits. It was made because digits had become too easy.

# %% [markdown] lang="ko"
# ## 1. 가져오기: 열 가지 옷과 신발
#
# Fashion-MNIST는 MNIST와 형상(shape)이 같습니다. 28 × 28 흑백 그림이 60,000장과 10,000장 있습니다. 다만 숫자 대신 가게에서 파는 물건이 들어 있습니다. 숫자 읽기가 너무 쉬워져서 만든 데이터입니다.

# %% tags=["real-data"]
(train_images, train_labels), (test_images, test_labels) = fashion_mnist.load_data()
print("training:", train_images.shape, train_images.dtype, "  from", train_images.min(), "to", train_images.max())
print("test:    ", test_images.shape, test_images.dtype, "  from", test_images.min(), "to", test_images.max())
print("pictures of each class:", np.bincount(train_labels))

# %% [markdown] lang="en"
# Pixels from 0 to 255, one byte each, and 6,000 pictures of every class: nobody can do well here by always answering the most frequent one. The labels are numbers; the names stand in the paper that presented the data. Here is the first picture of each class.

# %% [markdown] lang="ko"
# 픽셀은 0에서 255까지이고 하나가 1바이트입니다. 클래스마다 그림이 6,000장씩이므로, 가장 흔한 답만 되풀이해서는 좋은 점수를 얻을 수 없습니다. 레이블(label)은 번호로 되어 있고, 이름은 이 데이터를 소개한 논문에 나옵니다. 클래스마다 첫 번째 그림을 봅니다.

# %% tags=["real-data"]
names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]
first = [int(np.argmax(train_labels == number)) for number in range(10)]
print("shown: pictures", first)
with style():
    fig, axes = plt.subplots(2, 5, figsize=(8, 3.8))
    image_grid(axes.ravel(), train_images[first], titles=[f"{n}  {name}" for n, name in enumerate(names)])

# %% [markdown] lang="en"
# Trouser, bag and boot are told apart at a glance. **Before you read on**: which two classes would you mix up yourself, at this size? Note them; section 9 shows what the network mixes up.
#
# ## 2. Prepare: divide by 255, but where?
#
# Networks learn badly from numbers up to 255 ([09](09_first_network.ipynb), section 9). So divide. **Predict** the dtype of the result, and how many megabytes all 60,000 pictures would take in it.

# %% [markdown] lang="ko"
# 바지, 가방, 앵클부츠는 한눈에 구별됩니다. **더 읽기 전에**, 이 크기에서 나라면 헷갈릴 것 같은 클래스 둘을 골라 적어 두세요. 신경망이 무엇을 헷갈리는지는 9절에서 봅니다.
#
# ## 2. 준비: 255로 나누기, 그런데 어디에서?
#
# 255까지 가는 수로는 신경망이 잘 배우지 못합니다([09](09_first_network.ipynb)의 9절). 그러니 나눕니다. 나눈 결과의 자료형(dtype)이 무엇이고, 60,000장을 모두 그 자료형으로 두면 몇 메가바이트일지 **예상해 보세요**.

# %%
few = train_images[:1000]
divided = few / 255
print("before:", few.dtype, "from", few.min(), "to", few.max(), "  all pictures:", round(train_images.nbytes / 1e6), "MB")
print("after: ", divided.dtype, "from", divided.min(), "to", divided.max(), end="  ")
print(" all pictures:", round(train_images.size * divided.itemsize / 1e6), "MB")

# %% [markdown] lang="en"
# NumPy answers in float64, eight bytes a pixel, and the collection grows from 47 to 376 MB. float32 would halve that. There is a third way: leave the pictures as they are, and let the network divide, batch by batch. The layer `Rescaling` does so. It has no weights.

# %% [markdown] lang="ko"
# NumPy는 float64로 답합니다. 픽셀 하나가 8바이트가 되어 그림 전체가 47 MB에서 376 MB로 불어납니다. float32를 쓰면 그 절반입니다. 다른 방법도 있습니다. 그림은 그대로 두고, 신경망이 배치(batch)마다 나누게 하는 것입니다. `Rescaling` 층(layer)이 그 일을 합니다. 이 층에는 가중치가 없습니다.

# %%
scaled = np.array(keras.layers.Rescaling(1 / 255)(few))
print("inside the network:", scaled.dtype, "from", scaled.min(), "to", scaled.max())
print("same numbers:", np.allclose(scaled, divided))

# %% [markdown] lang="en"
# This also makes the model safer to use: whoever loads it later gives it ordinary pictures, and cannot forget the division.
#
# ### Validation data: a second opinion during the training
#
# We want to know after every epoch how the network does on pictures it does not learn from. Much code that you will find passes the **test set** to `validation_data` for that. Look at what happens then: we choose the epoch with the best test score, and report that score. The test set has taken part in a choice, so its number is flattered: among twenty epochs, one is lucky. Nothing is left to say how the network does on pictures that had no part in anything.
#
# The honest way costs 10,000 training pictures. They choose the epoch; the test set is used once, at the end. Another 10,000 are left out here, so that you need not wait so long; two changes of 40000 to 50000 give them back.

# %% [markdown] lang="ko"
# 이렇게 하면 모델을 쓰기도 안전해집니다. 나중에 모델을 불러온 사람은 평범한 그림을 그대로 넣으면 되고, 나누기를 잊을 일이 없습니다.
#
# ### 검증 데이터: 훈련하는 동안 듣는 다른 의견
#
# 에포크가 끝날 때마다, 배우는 데 쓰지 않은 그림을 신경망이 얼마나 맞히는지 알고 싶습니다. 여러분이 찾게 될 코드 가운데에는 이때 **테스트 데이터**를 `validation_data`에 넣는 것이 많습니다. 그러면 어떻게 될까요? 테스트 점수가 가장 좋은 에포크를 고르고, 바로 그 점수를 보고하게 됩니다. 테스트 데이터가 선택에 끼어들었으니 그 수는 실제보다 좋아 보입니다. 스무 에포크 가운데 하나쯤은 운이 좋기 때문입니다. 그리고 아무 일에도 쓰이지 않은 그림을 얼마나 맞히는지 알려 줄 데이터가 더는 남지 않습니다.
#
# 정직하게 하려면 훈련 그림 10,000장을 내놓아야 합니다. 에포크는 이 그림으로 고르고, 테스트 데이터는 맨 끝에 한 번만 씁니다. 오래 기다리지 않도록 여기서는 10,000장을 더 빼 두었습니다. 아래에서 40000 두 개를 50000으로 바꾸면 돌아옵니다.

# %%
x_train, y_train = train_images[:40000], train_labels[:40000]
x_val, y_val = train_images[50000:], train_labels[50000:]
print("to learn from:", x_train.shape, "  to choose by:", x_val.shape, "  for the end:", test_images.shape)
print("copied:", not np.shares_memory(x_train, train_images))

# %% [markdown] lang="en"
# Slices are views ([01](01_tensors.ipynb)): the split costs no memory. It may simply cut off the end because these pictures are already in random order; sorted data would have to be shuffled first.
#
# ## 3. Model: six layers
#
# Five hidden layers, each half as wide as the one before, and ten probabilities at the end. **Predict** which layer holds the most weights, and what share of them all.

# %% [markdown] lang="ko"
# 슬라이스(slice)는 뷰(view)이므로([01](01_tensors.ipynb)) 나누어도 메모리가 들지 않습니다. 끝을 그냥 잘라 내도 되는 것은 이 그림들이 이미 무작위 순서로 놓여 있기 때문입니다. 정렬된 데이터라면 먼저 섞어야 합니다.
#
# ## 3. 모델: 층 여섯 개
#
# 은닉층(hidden layer)이 다섯이고, 뒤로 갈수록 폭이 절반씩 줄어듭니다. 맨 끝에서 확률 열 개가 나옵니다. 가중치가 가장 많은 층은 어디이고, 전체의 얼마를 차지할지 **예상해 보세요**.


# %%
def build(*units):
    keras.utils.set_random_seed(SEED)
    entry = [keras.Input((28, 28), dtype="uint8"), keras.layers.Flatten(), keras.layers.Rescaling(1 / 255)]
    hidden = [keras.layers.Dense(number, activation="relu") for number in units]
    return keras.Sequential([*entry, *hidden, keras.layers.Dense(10, activation="softmax")])


model = build(1024, 512, 256, 128, 64)
for layer in model.layers:
    print(f"{type(layer).__name__:10}  out {layer.output.shape[1:]!s:8}  weights {layer.count_params():>9,}")
print(f"together {model.count_params():,}")

# %% [markdown] lang="en"
# 784 × 1024 + 1024 = 803,840, more than half of 1.5 million. That is 38 weights for each picture: enough room to memorise.
#
# ## 4. Compile: Adam, and two settings for speed
#
# `adam` is the optimizer of [05](05_optimizers.ipynb), with a step size for each weight. `sparse_categorical_crossentropy` takes the labels as integers. The other two settings change how fast it goes, not what is computed:
# - `steps_per_execution=20`: Keras hands over twenty batches in one call; between two calls Python has something to do, within one it has not.
# - `jit_compile`: XLA translates the whole training step into one program for this processor, so that intermediate results need not travel to memory and back. The translation takes some seconds, once for each shape of a batch. (Where it is not sure to work, `"auto"` leaves the choice to Keras.)
#
# Batches of 500 divide both 40,000 and 10,000: no shorter last batch, so nothing is translated twice.

# %% [markdown] lang="ko"
# 784 × 1024 + 1024 = 803,840으로, 전체 150만 개의 절반이 넘습니다. 그림 한 장에 가중치가 38개꼴이니, 외울 자리가 넉넉합니다.
#
# ## 4. 컴파일: Adam, 그리고 속도를 위한 설정 두 가지
#
# `adam`은 [05](05_optimizers.ipynb)에 나온 옵티마이저(optimizer)로, 가중치마다 걸음의 크기를 따로 정합니다. `sparse_categorical_crossentropy`는 레이블을 정수 그대로 받습니다. 나머지 두 설정은 무엇을 계산하느냐가 아니라 얼마나 빨리 계산하느냐를 바꿉니다.
# - `steps_per_execution=20`: Keras가 배치 스무 개를 한 번의 호출로 넘깁니다. 파이썬이 할 일은 호출과 호출 사이에만 있고, 호출 안에는 없습니다.
# - `jit_compile`: XLA가 훈련 스텝(step) 전체를 이 프로세서에 맞는 프로그램 하나로 번역합니다. 중간 결과가 메모리를 오갈 필요가 없어집니다. 번역에는 배치의 형상마다 한 번씩, 몇 초가 걸립니다. (확실히 되는지 알 수 없는 컴퓨터에서는 `"auto"`로 두어 Keras에 맡깁니다.)
#
# 40,000과 10,000은 모두 배치 크기 500으로 나누어떨어집니다. 짧은 마지막 배치가 없으니 두 번 번역할 일도 없습니다.


# %%
def compile_fast(network):
    network.compile(
        optimizer="adam",
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
        steps_per_execution=20,
        jit_compile=True if sys.platform == "linux" else "auto",
    )


compile_fast(model)

# %% [markdown] lang="en"
# ## 5. Fit: twenty epochs, and somebody who takes notes
#
# A **callback** is called by `fit` at fixed moments. `ModelCheckpoint` looks at the validation loss after each epoch; whenever it is lower than ever before, it writes the weights to a file. Such a file is a **checkpoint**.
#
# A second callback, `ActivationWatcher`, notes what every layer answers to 200 of the validation pictures ([09](09_first_network.ipynb), section 5).
#
# While it trains, **look for** the moment at which the two loss curves part.

# %% [markdown] lang="ko"
# ## 5. 훈련: 스무 에포크, 그리고 기록하는 이
#
# `fit`이 정해진 때마다 부르는 함수를 **콜백**(callback)이라 합니다. `ModelCheckpoint`는 에포크가 끝날 때마다 검증 손실(loss)을 보고, 지금까지보다 낮으면 그때의 가중치를 파일에 적습니다. 이런 파일이 **체크포인트**(checkpoint)입니다.
#
# 두 번째 콜백 `ActivationWatcher`는 검증 그림 200장에 층마다 무엇을 답하는지 적어 둡니다([09](09_first_network.ipynb)의 5절).
#
# 훈련하는 동안 두 손실 곡선이 갈라지는 순간을 **눈여겨보세요**.

# %%
workshop = tempfile.TemporaryDirectory()
best_file = Path(workshop.name) / "best.weights.h5"
keep_best = keras.callbacks.ModelCheckpoint(best_file, monitor="val_loss", save_best_only=True, save_weights_only=True)
watcher = ActivationWatcher(x_val[:200], y_val[:200])
history = model.fit(
    x_train,
    y_train,
    validation_data=(x_val, y_val),
    epochs=20,
    batch_size=500,
    verbose=0,
    callbacks=[LiveCurves(), keep_best, watcher],
)

# %% [markdown] lang="en"
# The picture shows loss and accuracy, training as a full blue line, validation as a dashed one. The full line keeps falling; the dashed loss falls with it at first, then leaves it and rises. In numbers:

# %% [markdown] lang="ko"
# 그림은 손실과 정확도(accuracy)입니다. 파란 실선이 훈련, 점선이 검증입니다. 실선은 끝까지 내려갑니다. 검증 손실은 처음에는 함께 내려가다가 갈라져 나와 나중에는 올라갑니다. 수로 보겠습니다.

# %% tags=["real-data"]
log = history.history
best_epoch = int(np.argmin(log["val_loss"])) + 1
measured("epoch of the lowest validation loss", best_epoch, expected=(4, 17), digits=0, data=fashion_mnist)
measured("validation loss there", log["val_loss"][best_epoch - 1], expected=(0.29, 0.36), data=fashion_mnist)
measured("validation loss at the end", log["val_loss"][-1], expected=(0.32, 0.47), data=fashion_mnist)
measured("training loss at the end", log["loss"][-1], expected=(0.13, 0.19), data=fashion_mnist)

# %% [markdown] lang="en"
# ## 6. Go back through the training
#
# The browser takes what `fit` returned. It opens at the best epoch, marked by a star; what comes after it is faint. The purple bar is the gap between training and validation. **Look for** what happens to the bar as you leave the star in either direction.

# %% [markdown] lang="ko"
# ## 6. 훈련을 되짚어 보기
#
# 아래 위젯은 `fit`이 돌려준 것을 받아, 별로 표시한 가장 좋은 에포크에서 열립니다. 그 뒤의 곡선은 흐리게 그립니다. 보라색 막대는 훈련과 검증의 차이입니다. 별에서 앞뒤로 움직일 때 막대가 어떻게 되는지 **눈여겨보세요**.

# %%
TrainingBrowser(history)

# %% [markdown] lang="en"
# **Try this**
# 1. Press *Play*, or walk through the epochs with the arrow keys. To the left of the star the bar is short: what is learned from the training pictures holds for others too. To its right the bar grows, and from its lower end: training gets better, validation does not. This is overfitting, epoch by epoch.
# 2. Watch the accuracy on the right while you do. Its validation curve stays almost flat where the loss clearly rises. Accuracy counts answers; loss also asks how sure they were. The network does not give many more wrong answers, it gives them with more confidence.
# 3. Raise *smoothing*. The star moves a little. Which epoch is best is partly chance; that there is a turn, is not.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *재생* 단추를 누르거나 화살표 키로 에포크를 하나씩 넘겨 보세요. 별의 왼쪽에서는 막대가 짧습니다. 훈련 그림에서 배운 것이 다른 그림에도 통한다는 뜻입니다. 오른쪽으로 가면 막대가 길어집니다. 훈련 손실은 내려가는데 검증 손실은 따라오지 않기 때문입니다. 과대적합(overfitting)을 에포크마다 보고 있는 셈입니다.
# 2. 그러면서 오른쪽의 정확도도 보세요. 손실은 뚜렷이 올라가는데 검증 정확도는 거의 평평합니다. 정확도는 맞힌 개수만 세지만, 손실은 얼마나 확신했는지도 따집니다. 틀린 답이 크게 늘어난 것이 아니라, 틀린 답을 더 자신 있게 말하게 된 것입니다.
# 3. *평활화*를 올려 보세요. 별이 조금 움직입니다. 정확히 어느 에포크가 가장 좋은지에는 우연이 섞여 있습니다. 그러나 방향이 바뀐다는 사실은 우연이 아닙니다.

# %% [markdown] lang="en"
# ### And inside the layers
#
# The five hidden layers have 1,984 units together. **Predict**: how many of them answer 0 to all 200 pictures of the probe, before the training, after one epoch, after twenty?

# %% [markdown] lang="ko"
# ### 그리고 층의 안쪽
#
# 은닉층 다섯 개에는 유닛(unit)이 모두 1,984개 있습니다. 그 가운데 몇 개가 200장 모두에 0이라고 답할지, 훈련 전, 한 에포크 뒤, 스무 에포크 뒤로 나누어 **예상해 보세요**.

# %% tags=["real-data"]
start, early, end = (watcher.recording.at(epoch).layers[1:6] for epoch in (0, 1, 20))
for when, look, expected in [("before", start, (20, 120)), ("after 1", early, (230, 430)), ("after 20", end, (270, 480))]:
    measured(f"silent units, {when}", sum(layer.dead.sum() for layer in look), expected, digits=0, data=fashion_mnist)
slopes = [layer.gradients.size for layer in end]
measured("mean |gradient|, fifth hidden layer by first", slopes[-1] / slopes[0], (2.5, 20), digits=1, data=fashion_mnist)

# %% [markdown] lang="en"
# Few at the start, about one in six after a single epoch, and only a little more, about one in five, after twenty. Adam's first steps are large, and they push some units so far that no picture switches them on. (Silent for these 200 pictures; another picture may still wake one.) They cost time and memory and do nothing. These are the **dead units** of [03](03_neurons_activations.ipynb), in a real training.
#
# The browser shows all layers at once. Here the pictures are Fashion-MNIST's, and the small squares are the units of the chosen layer; silent ones are orange. It opens at the rescaled picture, where a square is a pixel (orange: the same in all 200 pictures); choose `dense` in *layer* to see units.

# %% [markdown] lang="ko"
# 처음에는 몇 개뿐이지만 한 에포크만 지나도 여섯에 하나쯤이 침묵하고, 스무 에포크 뒤에는 그보다 조금 많은 다섯에 하나쯤입니다. Adam의 첫 걸음들이 커서, 어떤 유닛은 어느 그림에도 켜지지 않을 만큼 밀려납니다. (이 200장에 침묵한다는 뜻입니다. 다른 그림이 깨울 수도 있습니다.) 침묵하는 유닛은 시간과 메모리만 쓰고 하는 일이 없습니다. [03](03_neurons_activations.ipynb)에 나온 **죽은 유닛**(dead unit)을 실제 훈련에서 만난 것입니다.
#
# 아래 위젯은 모든 층을 한꺼번에 보여 줍니다. 이번 그림은 Fashion-MNIST의 것이고, 작은 네모는 고른 층의 유닛이며, 침묵하는 유닛은 주황색입니다. 처음에는 0과 1 사이로 바꾼 그림 자체가 나오고 네모 하나가 픽셀 하나입니다(주황색은 200장 모두에서 같은 픽셀). *층*에서 `dense`를 고르면 유닛이 보입니다.

# %%
ActivationBrowser(watcher)

# %% [markdown] lang="en"
# **Try this**
# 1. Walk from epoch 0 to 1 and watch the columns of the table. Before the training the numbers shrink from layer to layer; after one epoch they grow: deep layers answer louder than early ones.
# 2. Choose `dense` in *layer* and walk to the end. The bar at 0 grows: the first hidden layer becomes **sparse**, most of its units are off for any one picture.
# 3. Compare the five hidden layers in the last column, *mean |∂E/∂w|*. The last one has the largest number, several times that of the first. Does the signal fade on its way back? A weight's gradient is the signal times the answer that comes in, so divide each number by the *mean* one row higher: now the five lie close together. The signal arrives; what grows with depth is the answers. [15](15_playground.ipynb) shows a network in which it does not arrive.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 에포크 0에서 1로 넘기며 표의 숫자를 보세요. 훈련 전에는 뒤쪽 층으로 갈수록 작아지지만, 한 에포크 뒤에는 커집니다. 뒤쪽 층이 앞쪽 층보다 크게 답합니다.
# 2. *층*에서 `dense`를 고르고 끝까지 넘겨 보세요. 0에 선 막대가 자랍니다. 첫 은닉층은 **희소**(sparse)해집니다. 그림 한 장에 켜지는 유닛이 얼마 되지 않습니다.
# 3. 표의 마지막 열 `mean |∂E/∂w|`에서 은닉층 다섯 개를 비교해 보세요. 그레이디언트(gradient)의 평균 크기인데, 마지막 층이 가장 커서 첫 층의 몇 배입니다. 신호가 되돌아오는 길에 약해진 것일까요? 가중치의 그레이디언트는 신호에 들어오는 답을 곱한 것입니다. 그러니 수마다 한 줄 위의 *mean*으로 나누어 보세요. 이제 다섯이 비슷합니다. 신호는 도착합니다. 깊어질수록 커지는 것은 답입니다. 신호가 도착하지 못하는 신경망은 [15](15_playground.ipynb)에 나옵니다.

# %% [markdown] lang="en"
# ## 7. The checkpoint counts only after it is loaded
#
# The training is over, the callback has written its file. **Predict**: which weights does `model` hold now, those of the best epoch or those of the last? Ask it for its validation loss, and compare with the two numbers above.

# %% [markdown] lang="ko"
# ## 7. 체크포인트는 불러와야 효력이 있습니다
#
# 훈련이 끝났고, 콜백은 파일을 남겼습니다. 지금 `model`이 가진 것은 가장 좋은 에포크의 가중치일까요, 마지막 에포크의 가중치일까요? **예상해 보세요**. 검증 손실을 재서 위의 두 수와 비교하면 알 수 있습니다.


# %% tags=["real-data"]
def score(x, y):
    return model.evaluate(x, y, batch_size=500, verbose=0)


last_weights = model.get_weights()
last_val, last_test = score(x_val, y_val), score(test_images, test_labels)
measured("validation loss of the model as it is", last_val[0], expected=(0.32, 0.47), data=fashion_mnist)
print("that of the last epoch:", np.isclose(last_val[0], log["val_loss"][-1], atol=1e-3))
print("that of the best epoch:", np.isclose(last_val[0], log["val_loss"][best_epoch - 1], atol=1e-3))

# %% [markdown] lang="en"
# Those of the last. A callback that saves does not load; a program that ends here uses the worse network, with the better one lying on the disk. Now load:

# %% [markdown] lang="ko"
# 마지막 것입니다. 이 콜백은 저장만 하고 불러오지는 않습니다. 여기서 끝나는 프로그램은 더 좋은 신경망을 디스크에 두고 더 나쁜 쪽을 쓰게 됩니다. 이제 불러옵니다.

# %% tags=["real-data"]
model.load_weights(best_file)
change = max(np.abs(new - old).max() for new, old in zip(model.get_weights(), last_weights, strict=True))
best_val, best_test = score(x_val, y_val), score(test_images, test_labels)
print("the weights are others:", change > 0)
measured("largest change of a weight", change, expected=(0.1, 1.2), data=fashion_mnist)
print("that of the best epoch:", np.isclose(best_val[0], log["val_loss"][best_epoch - 1], atol=1e-3))

# %% [markdown] lang="en"
# Both scores on the test set, which until now took no part in anything. (In a project you would look at the second line only. We look at both to see what loading is worth.)

# %% [markdown] lang="ko"
# 이제 두 점수를 테스트 데이터로 잽니다. 테스트 데이터는 지금까지 아무 일에도 쓰이지 않았습니다. (실제 프로젝트라면 둘째 것만 봅니다. 여기서는 불러오기의 값어치를 알아보려고 둘 다 봅니다.)

# %% tags=["real-data"]
for what, (loss, accuracy) in {"last epoch": last_test, "best epoch": best_test}.items():
    low, high = (0.34, 0.50) if what == "last epoch" else (0.31, 0.38)
    measured(f"{what}: test loss", loss, expected=(low, high), data=fashion_mnist)
    measured(f"{what}: test accuracy", accuracy, expected=(0.865, 0.900), data=fashion_mnist)
print("loading changed the score:", best_test != last_test, "  for the better:", best_test[0] < last_test[0])

# %% [markdown] lang="en"
# **So the last epoch was not the best.** In loss the difference is large: about 0.34 in place of more than 0.4, so on average the right class gets a clearly higher probability. In accuracy it is small, less than one picture in a hundred, and from other seeds the last epoch may even be a little ahead. Which of the two matters depends on what the answers are for; where somebody acts on how sure the network is, it is the loss.
#
# ### Why your numbers are others
#
# Seed and order of adding change every number a little, as in [09](09_first_network.ipynb), and the validation loss at the end more than the lowest one: late in a training it jumps from epoch to epoch. Over five seeds the best epoch lay between 9 and 14, the test loss between 0.34 and 0.37 with the weights of that epoch and between 0.39 and 0.43 with the last ones. The test accuracy of the best epoch lay between 0.877 and 0.884. Choosing the epoch by its test accuracy would have let us report a little more: not knowledge, but luck that will not come again.

# %% [markdown] lang="ko"
# **마지막 에포크는 가장 좋은 것이 아니었습니다.** 손실의 차이는 큽니다. 0.4가 넘던 것이 약 0.34가 되었습니다. 정답 클래스에 준 확률이 평균적으로 뚜렷이 높아졌다는 뜻입니다. 정확도의 차이는 작아서 그림 백 장에 한 장이 안 되고, 시드에 따라서는 마지막 에포크가 조금 앞서기도 합니다. 어느 쪽이 중요한지는 답을 어디에 쓰느냐에 달려 있습니다. 신경망이 얼마나 확신하는지를 보고 무언가를 결정한다면 손실이 중요합니다.
#
# ### 내 결과가 조금 다른 까닭
#
# [09](09_first_network.ipynb)에서 보았듯이 시드(seed)와 더하는 순서에 따라 모든 수가 조금씩 달라집니다. 가장 낮은 검증 손실보다 마지막 검증 손실이 더 많이 달라지는데, 훈련 후반에는 에포크마다 들쭉날쭉하기 때문입니다. 시드 다섯 개로 재 보니 가장 좋은 에포크는 9에서 14 사이였고, 테스트 손실은 그 에포크의 가중치로 0.34에서 0.37, 마지막 가중치로 0.39에서 0.43이었습니다. 가장 좋은 에포크의 테스트 정확도는 0.877에서 0.884 사이였습니다. 테스트 정확도를 보고 에포크를 골랐다면 조금 더 높은 정확도를 보고했을 것입니다. 그것은 실력이 아니라, 다시 오지 않을 운입니다.

# %% [markdown] lang="en"
# ## 8. A whole model in a file
#
# A checkpoint of weights is of use only to one who builds the same network first. `model.save` writes everything: architecture, weights, loss, and the optimizer with its memory.

# %% [markdown] lang="ko"
# ## 8. 모델을 통째로 파일에
#
# 가중치만 담은 체크포인트는 같은 신경망을 먼저 만든 사람에게만 쓸모가 있습니다. `model.save`는 모든 것을 적습니다. 구조, 가중치, 손실, 그리고 옵티마이저와 그 기억까지입니다.

# %%
whole_file = Path(workshop.name) / "fashion.keras"
model.save(whole_file)
again = load_model(whole_file)
difference = again.predict(test_images, batch_size=500, verbose=0) - model.predict(test_images, batch_size=500, verbose=0)
print("predictions equal:", bool(np.abs(difference).max() < 1e-6))
print("in the file:", zipfile.ZipFile(whole_file).namelist())

# %% [markdown] lang="en"
# The file is a zip archive: two texts (JSON) and the weights (HDF5). **Predict** its size. The model has 1.5 million weights of four bytes.

# %% [markdown] lang="ko"
# 이 파일은 zip 압축 파일입니다. 글(JSON) 두 개와 가중치(HDF5)가 들어 있습니다. 크기를 **예상해 보세요**. 모델의 가중치는 4바이트짜리 150만 개입니다.

# %%
print("weights:", round(4 * model.count_params() / 1e6), "MB   file:", round(whole_file.stat().st_size / 1e6), "MB")

# %% [markdown] lang="en"
# Three times as much: Adam remembers two numbers for each weight ([05](05_optimizers.ipynb)), and they are saved too, so that the training could go on where it stopped. If you only want to predict, `model.save(file, include_optimizer=False)` leaves them out.
#
# ### Files that do not fit
#
# A network with one layer more, and the checkpoint of ours. Keras refuses, rightly. **Predict**: is the network afterwards as it was before?

# %% [markdown] lang="ko"
# 세 배입니다. Adam은 가중치마다 수를 두 개씩 기억하는데([05](05_optimizers.ipynb)), 멈춘 곳에서 훈련을 이어 갈 수 있도록 이것도 저장됩니다. 예측만 할 것이라면 `model.save(file, include_optimizer=False)`로 뺄 수 있습니다.
#
# ### 맞지 않는 파일
#
# 층이 하나 더 많은 신경망에 우리 체크포인트를 불러와 봅니다. Keras는 당연히 거부합니다. 거부당한 신경망은 그 전과 똑같을까요? **예상해 보세요**.

# %%
other = build(1024, 512, 256, 128, 64, 32)
before = other.get_weights()
try:
    other.load_weights(best_file)
except ValueError as problem:
    measured("lines in the message of Keras", len(str(problem).splitlines()), digits=0)
changed = [not np.array_equal(old, new) for old, new in zip(before, other.get_weights(), strict=True)]
print("arrays of weights changed, although it was refused:", sum(changed), "of", len(changed))

# %% [markdown] lang="en"
# A long message, most of it numbers, and a network that is now neither the old one nor the new one: Keras goes layer by layer, and had changed whatever fitted before it gave up. A program that catches the error and goes on works with this mixture.
#
# `helpers.training.load_weights` compares all shapes first, sets all or nothing, and says in a sentence what is wrong:

# %% [markdown] lang="ko"
# 대부분이 숫자인 긴 메시지가 나오고, 신경망은 옛것도 새것도 아닌 것이 되었습니다. Keras는 층을 하나씩 처리하므로, 포기하기 전까지 맞는 것은 모두 바꾸어 놓습니다. 오류를 붙잡아 넘기고 계속하는 프로그램은 이 뒤섞인 신경망으로 일하게 됩니다.
#
# `helpers.training.load_weights`는 먼저 모든 형상을 비교하고, 전부 바꾸거나 하나도 바꾸지 않으며, 무엇이 잘못인지 한 문장으로 말합니다.

# %%
other.set_weights(before)
try:
    load_weights(other, best_file)
except ValueError as problem:
    print(problem)
changed = [not np.array_equal(old, new) for old, new in zip(before, other.get_weights(), strict=True)]
print("arrays of weights changed:", sum(changed), "of", len(changed))

# %% [markdown] lang="en"
# ### Files that are broken
#
# A full disk or a lost connection leaves a file that ends too early. Here are the first million bytes of our model. First what Keras says, then what ours says.

# %% [markdown] lang="ko"
# ### 망가진 파일
#
# 디스크가 가득 차거나 연결이 끊기면 중간에 끝나 버린 파일이 남습니다. 우리 모델의 처음 100만 바이트만 남겨 보겠습니다. 먼저 Keras의 말을, 그다음 우리 함수의 말을 듣습니다.

# %%
half_file = Path(workshop.name) / "half.keras"
half_file.write_bytes(whole_file.read_bytes()[:1_000_000])
for load in (keras.models.load_model, load_model):
    try:
        load(half_file)
    except ValueError as problem:
        print(str(problem).replace(str(half_file), half_file.name))

# %% [markdown] lang="en"
# "File not found" sends you to look for a file that is there. A checkpoint of weights that ends too early:

# %% [markdown] lang="ko"
# "File not found"라고 하니, 멀쩡히 있는 파일을 찾아 헤매게 됩니다. 중간에 끝난 가중치 체크포인트도 봅니다.

# %%
half_weights = Path(workshop.name) / "half.weights.h5"
half_weights.write_bytes(best_file.read_bytes()[:1_000_000])
try:
    load_weights(model, half_weights)
except ValueError as problem:
    print(problem)
print("the model still predicts as before:", np.allclose(score(test_images, test_labels), best_test, atol=1e-4))

# %% [markdown] lang="en"
# ### Files that could do harm
#
# Some formats, such as Python's pickle, run code when they are opened; never open one from a stranger. `.keras` and `.weights.h5` hold texts and numbers. There is one door: a `Lambda` layer, which carries a Python function. `load_model` keeps it shut (`safe_mode`, the default of Keras too):

# %% [markdown] lang="ko"
# ### 해로울 수 있는 파일
#
# 파이썬의 pickle처럼 열기만 해도 코드가 실행되는 형식이 있습니다. 모르는 사람이 준 것은 절대 열지 마세요. `.keras`와 `.weights.h5`에는 글과 숫자만 들어 있습니다. 다만 문이 하나 있는데, 파이썬 함수를 담는 `Lambda` 층입니다. `load_model`은 이 문을 닫아 둡니다(`safe_mode`, Keras의 기본값이기도 합니다).

# %%
stranger = keras.Sequential([keras.Input((1,)), keras.layers.Lambda(lambda x: 2 * x)])
stranger.save(Path(workshop.name) / "stranger.keras")
try:
    load_model(Path(workshop.name) / "stranger.keras")
except ValueError as problem:
    print(problem)

# %% [markdown] lang="en"
# ## 9. What does it confuse?
#
# Nearly nine of ten are right. Which are not? In the confusion matrix, rows are the true classes, columns what the network said; right answers are blue on the diagonal, and the deeper the orange, the more frequent a mistake.

# %% [markdown] lang="ko"
# ## 9. 무엇을 헷갈릴까?
#
# 열에 아홉 가까이 맞힙니다. 틀리는 것은 무엇일까요? 혼동 행렬(confusion matrix)의 행은 정답, 열은 신경망의 답입니다. 대각선의 파란 수가 맞힌 개수이고, 주황색이 짙을수록 자주 하는 실수입니다.

# %% tags=["real-data"]
probabilities = model.predict(test_images, batch_size=500, verbose=0)
with style():
    fig, ax = plt.subplots(figsize=(7.4, 6.2))
    counts = confusion_matrix(ax, test_labels, probabilities.argmax(axis=1), names)
    ax.tick_params(axis="x", rotation=40)
print("pictures counted:", counts.sum(), "  of each class:", counts.sum(axis=1))

# %% [markdown] lang="en"
# The orange lies in a few cells: T-shirt, pullover, coat, dress and shirt among themselves, and a little among sneaker, sandal and boot. Nobody told the network that there are tops and shoes; it shows in its mistakes.

# %% [markdown] lang="ko"
# 주황색은 몇 칸에 몰려 있습니다. 티셔츠, 풀오버, 코트, 드레스, 셔츠끼리 헷갈리고, 운동화, 샌들, 앵클부츠끼리도 조금 헷갈립니다. 윗옷과 신발이라는 묶음이 있다고 알려 준 적이 없는데도, 그 묶음이 실수에 드러납니다.

# %% tags=["real-data"]
shirt, t_shirt, trouser = (names.index(name) for name in ("Shirt", "T-shirt/top", "Trouser"))
measured("of 1,000 trousers right", counts[trouser, trouser], expected=(950, 990), digits=0, data=fashion_mnist)
measured("of 1,000 shirts right", counts[shirt, shirt], expected=(480, 800), digits=0, data=fashion_mnist)
measured("shirts taken for T-shirts", counts[shirt, t_shirt], expected=(60, 260), digits=0, data=fashion_mnist)
measured("T-shirts taken for shirts", counts[t_shirt, shirt], expected=(40, 180), digits=0, data=fashion_mnist)
mistakes = counts.sum(axis=1) - counts.diagonal()
print("the class with the most mistakes:", names[int(mistakes.argmax())])

# %% [markdown] lang="en"
# A shirt is the hardest: more than a quarter of them, from some seeds nearly half, are called something else, above all a T-shirt, a coat or a pullover, while nearly all trousers are recognised. At 28 × 28 a shirt and a T-shirt differ in a row of buttons and a collar, a handful of pixels. Did you note the same pair at the start?
#
# Walk through single pictures, the mistakes about which the network was least sure first. **Look for** the bar that competes.

# %% [markdown] lang="ko"
# 가장 어려운 것은 셔츠입니다. 4분의 1이 넘게, 시드에 따라서는 절반 가까이를 다른 것으로 답하며, 주로 티셔츠, 코트, 풀오버로 봅니다. 반면에 바지는 거의 다 알아봅니다. 28 × 28에서 셔츠와 티셔츠를 가르는 것은 단추 한 줄과 깃, 곧 픽셀 몇 개뿐입니다. 처음에 적어 둔 쌍과 같은가요?
#
# 그림을 하나씩 살펴봅니다. 틀린 것 가운데 신경망이 가장 자신 없어 한 것부터 나옵니다. 정답과 다투는 막대를 **눈여겨보세요**.

# %%
PredictionBrowser(test_images, probabilities, test_labels, names)

# %% [markdown] lang="en"
# **Try this**
# 1. Walk through the first mistakes with *place*. Two bars share the probability, often shirt and something else: the network says that it does not know, and it is right about that.
# 2. Set *first* to "surest". Some of these would be disputed by people too: what makes this a shirt and not a coat? A label is somebody's decision.
# 3. Set *show* to "right ones" and keep "surest": trousers, bags and boots, in the shapes that you expect.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *순서* 슬라이더로 틀린 것을 처음부터 넘겨 보세요. 막대 두 개가 확률을 나누어 가졌고, 그 가운데 하나는 셔츠일 때가 많습니다. 신경망이 모르겠다고 말하는 것이며, 그 말은 옳습니다.
# 2. *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 사람이 보아도 의견이 갈릴 그림이 있습니다. 이것은 왜 코트가 아니라 셔츠일까요? 레이블은 누군가가 내린 결정입니다.
# 3. *보기*를 "맞힌 것"으로 바꾸고 "가장 확신한 것"은 그대로 두세요. 누구나 떠올리는 모양의 바지, 가방, 앵클부츠가 나옵니다.

# %% [markdown] lang="en"
# ## 10. Was the large network needed?
#
# One hidden layer of 128 units in place of five: 15 times fewer weights. Same pictures, same twenty epochs. **Predict** two things: its lowest validation loss beside that of the large one, and in which epoch it comes.

# %% [markdown] lang="ko"
# ## 10. 큰 신경망이 필요했을까?
#
# 은닉층 다섯 개 대신 유닛(unit) 128개짜리 은닉층 하나만 둡니다. 가중치는 15분의 1입니다. 그림도 같고 에포크도 똑같이 스무 번입니다. 두 가지를 **예상해 보세요**. 가장 낮은 검증 손실은 큰 신경망과 비교해 어떨까요? 그리고 몇 번째 에포크에서 나올까요?

# %% tags=["real-data"]
small = build(128)
compile_fast(small)
small_history = small.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=20, batch_size=500, verbose=0)
small_log = small_history.history
print(f"weights: {small.count_params():,} in place of {model.count_params():,}")
measured("its lowest validation loss", min(small_log["val_loss"]), expected=(0.305, 0.360), data=fashion_mnist)
measured("in epoch", int(np.argmin(small_log["val_loss"])) + 1, expected=(16, 20), digits=0, data=fashion_mnist)

# %% [markdown] lang="en"
# Not much worse, and still falling at the end (0.334 to 0.347 over five seeds). See both runs in one browser: the chosen one in colour, of the other its validation curve in grey.

# %% [markdown] lang="ko"
# 크게 뒤지지 않고, 끝에서도 아직 내려가고 있습니다(시드 다섯 개로 0.334에서 0.347). 두 훈련을 위젯 하나로 봅니다. 고른 것은 색으로, 다른 것은 검증 곡선만 회색으로 그립니다.

# %%
runs = {"large": history, "small": small_history}
TrainingBrowser(runs)

# %% [markdown] lang="en"
# **Try this**
# 1. Set *run* to "small". Its two curves stay close together, and the star stands at or near the end: with 100,000 weights it has not begun to memorise after twenty epochs.
# 2. With the slider, find the epoch at which the small network reaches the validation loss that the large one had after five. The large one learns in fewer epochs, and costs about 15 times the arithmetic in each.
#
# "The last epoch is not the best" is true of a network that is large for its data. The curves tell you which case you have; that is why one looks.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *훈련*을 "small"로 바꿔 보세요. 두 곡선이 끝까지 가깝고, 별은 끝이나 그 언저리에 있습니다. 가중치 10만 개로는 스무 에포크가 지나도 아직 외우기 시작하지 않았습니다.
# 2. 큰 신경망이 다섯 번째 에포크에 이른 검증 손실에, 작은 신경망은 몇 번째 에포크에 이르는지 슬라이더로 찾아보세요. 큰 쪽은 더 적은 에포크 만에 배우지만, 한 에포크의 계산량은 15배쯤입니다.
#
# "마지막 에포크는 가장 좋은 것이 아니다"라는 말은 데이터에 비해 큰 신경망에 맞는 말입니다. 내가 어느 쪽인지는 곡선이 알려 줍니다. 그래서 곡선을 봅니다.

# %% [markdown] lang="en"
# ## What you have learned
# - Validation data choose, test data judge. Data that took part in a choice cannot judge it.
# - While the training loss falls, the validation loss can rise: the network memorises. The gap between them is what to watch.
# - `ModelCheckpoint` keeps the best epoch in a file. It counts only after `load_weights`; compare weights and scores to be sure.
# - `.keras` holds a whole model, `.weights.h5` weights alone. A refused file can leave a model half changed: load all or nothing.
# - Mistakes have a shape. The confusion matrix shows which classes look alike to the network.
#
# **Is the network at the end the best one there was on the way?** Not this one. It was at its best well before the end; the epochs after that made it surer of itself, and worse.
#
# ## Next
# [11. Film reviews](11_imdb_reviews.ipynb): from pictures to words, and a network that says how sure it is.
#
# ## Sources
# - H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms", arXiv:1708.07747 (2017): the data and the names of the classes.
# - D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR (2015).
# - L. Prechelt, "Early stopping – but when?", in *Neural Networks: Tricks of the Trade*, Springer (1998): choosing the epoch by validation.
# - Keras documentation, "ModelCheckpoint" and "Save, serialize, and export models".

# %% [markdown] lang="ko"
# ## 배운 것
# - 고르는 일은 검증 데이터가, 판정은 테스트 데이터가 합니다. 선택에 끼어든 데이터는 판정할 수 없습니다.
# - 훈련 손실이 내려가는 동안에도 검증 손실은 올라갈 수 있습니다. 신경망이 외우고 있다는 뜻입니다. 둘의 차이를 지켜보아야 합니다.
# - `ModelCheckpoint`는 가장 좋은 에포크를 파일에 남깁니다. `load_weights`로 불러와야 효력이 있으며, 가중치와 점수를 비교해 확인합니다.
# - `.keras`에는 모델 전체가, `.weights.h5`에는 가중치만 들어 있습니다. 거부된 파일이 모델을 반쯤 바꾸어 놓을 수 있으니, 전부 불러오거나 아무것도 바꾸지 않아야 합니다.
# - 실수에는 모양이 있습니다. 혼동 행렬을 보면 신경망의 눈에 어떤 클래스들이 닮았는지 알 수 있습니다.
#
# **그러면 마지막에 나온 신경망이 가장 좋은 것일까요?** 이 신경망은 아니었습니다. 끝나기 한참 전에 가장 좋았습니다. 그 뒤의 에포크는 자신감을 키우면서 성적을 떨어뜨렸습니다.
#
# ## 다음
# [11. 영화평](11_imdb_reviews.ipynb): 그림에서 글로, 그리고 얼마나 확신하는지 말하는 신경망.
#
# ## 출처
# - H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms", arXiv:1708.07747 (2017): 데이터와 클래스 이름.
# - D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR (2015).
# - L. Prechelt, "Early stopping – but when?", *Neural Networks: Tricks of the Trade*, Springer (1998): 검증 데이터로 에포크를 고르는 방법.
# - Keras 문서, "ModelCheckpoint"와 "Save, serialize, and export models".
