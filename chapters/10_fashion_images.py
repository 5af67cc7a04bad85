# %% [markdown] lang="en"
# # 10. Fashion pictures: which epoch to keep
#
# A large network goes through its training pictures twenty times, and fits them better and better. **Is the final network better than it was at any earlier point?** In this chapter you find the best epoch, keep its weights, and see with five seeds what that is worth.
#
# **You will be able to**
# - set validation data aside, and explain why you must not use the test set instead;
# - tell from two curves where a network begins to overfit;
# - keep the weights of the best epoch with `ModelCheckpoint`, or stop in time with `EarlyStopping`;
# - choose between two networks without the test set, and use the test set only once;
# - say which classes a network confuses, and judge its score;
# - save and load a whole model, and say when you should not load one.
#
# **Time** about 60 minutes. **You need** [09. A first network](09_first_network.ipynb).

# %% [markdown] lang="ko"
# # 10. 패션 그림: 어느 에포크를 남길 것인가
#
# 커다란 신경망(neural network)이 훈련 데이터(training set)의 그림을 스무 번 훑으면서 그 그림에 점점 더 잘 맞게 됩니다. **그렇다면 훈련이 끝났을 때의 신경망이 훈련 도중의 어느 때보다도 좋을까요?** 이 장에서는 가장 좋은 에포크(epoch)를 찾아 그때의 가중치(weight)를 남기고, 그 효과가 얼마나 되는지 시드(seed) 다섯 개로 재어 봅니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 검증 데이터(validation set)를 떼어 두고, 왜 테스트 데이터(test set)로 대신하면 안 되는지 설명합니다.
# - 곡선 두 개를 보고 과대적합(overfitting)이 시작되는 곳을 찾습니다.
# - `ModelCheckpoint`로 가장 좋은 에포크의 가중치를 남기거나, `EarlyStopping`으로 제때 훈련을 멈춥니다.
# - 테스트 데이터 없이 두 신경망 가운데 하나를 고르고, 테스트 데이터는 한 번만 씁니다.
# - 신경망이 어떤 클래스(class)를 헷갈리는지 알아내고, 점수가 좋은 편인지 판단합니다.
# - 모델을 통째로 저장했다가 불러오고, 어떤 파일을 불러오면 안 되는지 설명합니다.
#
# **시간** 약 60분. **필요한 것** [09. 첫 신경망](09_first_network.ipynb).

# %% tags=["setup"]
import tempfile
from pathlib import Path
from time import perf_counter

import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import fashion_mnist
from helpers.drawing import confusion_matrix, image_grid, style
from helpers.training import ActivationWatcher, LiveCurves
from helpers.widgets import ActivationBrowser, PredictionBrowser, TrainingBrowser

SEED = 1

# %% [markdown] lang="en"
# ## 1. Import: clothes, shoes and bags
#
# Fashion-MNIST has the same format as MNIST (60,000 training and 10,000 test pictures of 28 × 28 grey pixels), but the pictures show products from an online shop. Its authors made it because MNIST had become too easy.

# %% [markdown] lang="ko"
# ## 1. 가져오기: 옷, 신발, 가방
#
# Fashion-MNIST는 MNIST와 형상(shape)이 같습니다. 28 × 28 흑백 그림이 훈련용 60,000장, 테스트용 10,000장입니다. 다만 숫자가 아니라 온라인 상점에서 파는 상품의 그림입니다. MNIST가 너무 쉬워져서 새로 만든 데이터셋(data set)입니다.

# %% tags=["real-data"]
(train_images, train_labels), (test_images, test_labels) = fashion_mnist.load_data()
print("training:", train_images.shape, train_images.dtype, "  from", train_images.min(), "to", train_images.max())
print("test:    ", test_images.shape, test_images.dtype, "  from", test_images.min(), "to", test_images.max())
print("pictures of each class:", np.bincount(train_labels))

# %% [markdown] lang="en"
# The pixel values range from 0 to 255 and take one byte each. Every class has 6,000 pictures, so anyone who always gives the same answer is right one time in ten. The labels are numbers; the names of the classes are given in the paper that introduced the data.

# %% [markdown] lang="ko"
# 픽셀 값은 0에서 255까지이고, 픽셀 하나가 1바이트입니다. 클래스마다 그림이 6,000장씩 있으므로, 늘 같은 답만 해도 열에 하나는 맞힙니다. 레이블(label)은 번호로 되어 있습니다. 클래스의 이름은 이 데이터셋을 소개한 논문에 나옵니다.

# %% tags=["real-data"]
names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]
first = [int(np.argmax(train_labels == number)) for number in range(10)]
print("shown: pictures", first)
with style():
    fig, axes = plt.subplots(2, 5, figsize=(8, 3.8))
    image_grid(axes.ravel(), train_images[first], titles=[f"{n}  {name}" for n, name in enumerate(names)])

# %% [markdown] lang="en"
# **Predict** which two classes the network will confuse most often, and write them down; section 10 has the answer.
#
# ## 2. Prepare: divide by 255, but where?
#
# In [09](09_first_network.ipynb), section 9, pixel values of up to 255 led to a much higher loss, so we divide them by 255. **Predict** the dtype of the result, and how many megabytes all 60,000 pictures would take up in that dtype.

# %% [markdown] lang="ko"
# 신경망이 가장 자주 헷갈릴 클래스 둘을 **예상해** 적어 두세요. 답은 10절에 있습니다.
#
# ## 2. 준비: 255로 나누기, 그런데 어디에서?
#
# [09장](09_first_network.ipynb) 9절에서는 최대 255인 픽셀 값을 그대로 넣었더니 손실(loss)이 훨씬 커졌습니다. 그래서 255로 나눕니다. 나눈 결과의 자료형(dtype)이 무엇일지, 그리고 60,000장을 모두 그 자료형으로 두면 몇 메가바이트일지 **예상해 보세요**.

# %%
few = train_images[:1000]
divided = few / 255
print("before:", few.dtype, "from", few.min(), "to", few.max(), end="  ")
print(" all pictures:", round(train_images.nbytes / 1e6), "MB")
print("after: ", divided.dtype, "from", divided.min(), "to", divided.max(), end="  ")
print(" all pictures:", round(train_images.size * divided.itemsize / 1e6), "MB")

# %% [markdown] lang="en"
# NumPy returns float64, eight bytes per pixel, and all the pictures together would grow from 47 to 376 MB. With float32 it would be half that. Instead, we leave the pictures as they are and let the network divide each batch, in a layer without weights, `Rescaling`.

# %% [markdown] lang="ko"
# 결과는 float64입니다. 픽셀 하나가 8바이트가 되어 그림 전체가 47 MB에서 376 MB로 불어납니다. float32로 두면 그 절반입니다. 다른 방법도 있습니다. 그림은 그대로 두고, 신경망이 배치(batch)마다 나누게 하면 됩니다. `Rescaling` 층(layer)이 그 일을 합니다. 이 층에는 가중치가 없습니다.

# %%
scaled = np.array(keras.layers.Rescaling(1 / 255)(few))
print("inside the network:", scaled.dtype, "from", scaled.min(), "to", scaled.max())
measured("largest difference from the division", np.abs(scaled - divided).max(), digits=7)

# %% [markdown] lang="en"
# Anyone who loads such a model later can feed it ordinary pictures and cannot forget the division.
#
# ### Validation data: pictures to choose by
#
# After every epoch we want to know how the network does on pictures that it does not learn from. You will come across code that passes the **test set** as `validation_data`. But then we choose the epoch with the best test score and report that same score. On average that score is too good, because the chosen epoch is partly the one that happened to suit these 10,000 pictures. And no other data are left for a fair test.
#
# So we set 10,000 training pictures aside as the **validation set**. We use it for every choice; the test set is used once, when nothing is left to choose. We train on 20,000 pictures and leave out the other 30,000 to save you time. To train on them too, change 20000 to 50000 in both slices.

# %% [markdown] lang="ko"
# 이렇게 만든 모델은 나중에 불러와도 그림을 그대로 넣으면 되니, 나누기를 잊을 일이 없습니다.
#
# ### 검증 데이터: 고를 때 쓰는 그림
#
# 에포크가 끝날 때마다, 훈련에 쓰지 않은 그림을 신경망이 얼마나 잘 맞히는지 재려고 합니다. 이때 **테스트 데이터**를 `validation_data`에 넣는 코드도 가끔 보입니다. 그러면 테스트 점수가 가장 좋은 에포크를 고르고, 바로 그 점수를 보고하게 됩니다. 우연히 이 10,000장에 잘 맞은 에포크가 뽑히기 쉬우므로, 점수는 평균적으로 실제보다 좋게 나옵니다. 게다가 선택에 쓰지 않은 데이터가 하나도 남지 않습니다.
#
# 그래서 훈련 그림 가운데 10,000장을 **검증 데이터**로 떼어 둡니다. 고르는 일은 모두 이 그림으로 하고, 테스트 데이터는 더 고를 것이 없을 때 한 번만 씁니다. 훈련에는 20,000장을 쓰고, 오래 기다리지 않도록 나머지 30,000장은 쓰지 않습니다. 이 그림도 쓰려면 아래 셀에서 두 군데의 20000을 50000으로 바꾸면 됩니다.

# %%
x_train, y_train = train_images[:20000], train_labels[:20000]
x_val, y_val = train_images[50000:], train_labels[50000:]
print("to learn from:", x_train.shape, "  to choose by:", x_val.shape, "  for the end:", test_images.shape)

# %% [markdown] lang="en"
# Slices are views ([01](01_tensors.ipynb)), so the split costs no memory. We can simply cut off the end because these pictures are already in random order; sorted data would have to be shuffled first.
#
# ## 3. Model: six layers with weights
#
# The network has five hidden layers, each half as wide as the one before, and outputs ten probabilities. **Predict** which layer has the most weights, and what share of all the weights that is.

# %% [markdown] lang="ko"
# 슬라이스(slice)는 뷰(view)이므로([01장](01_tensors.ipynb)) 나누어도 메모리가 더 들지 않습니다. 이 그림들은 이미 무작위 순서로 놓여 있어서 끝부분을 그냥 잘라 내도 됩니다. 정렬된 데이터라면 먼저 섞어야 합니다.
#
# ## 3. 모델: 가중치가 있는 층 여섯 개
#
# 은닉층(hidden layer)은 다섯 개이고, 뒤로 갈수록 폭이 절반씩 줄어듭니다. 맨 끝에서 확률 열 개가 나옵니다. 어느 층에 가중치가 가장 많을지, 그 층이 전체의 몇 %를 차지할지 **예상해 보세요**.


# %%
def build(*units):
    keras.utils.set_random_seed(SEED)
    network = keras.Sequential([keras.Input((28, 28), dtype="uint8"), keras.layers.Flatten()])
    network.add(keras.layers.Rescaling(1 / 255))
    for number in units:
        network.add(keras.layers.Dense(number, activation="relu"))
    network.add(keras.layers.Dense(10, activation="softmax"))
    return network


model = build(1024, 512, 256, 128, 64)
model.summary()
largest = max(layer.count_params() for layer in model.layers)
print(f"largest layer: {largest:,} of {model.count_params():,} weights, {largest / model.count_params():.0%}")

# %% [markdown] lang="en"
# The first hidden layer has the most: 28 × 28 × 1024 weights and 1024 biases, together 54 % of the model's 1.5 million. The whole network has about 75 weights for each of its 20,000 training pictures and could memorise a lot.
#
# ## 4. Compile
#
# `adam` is one of the optimizers from [05](05_optimizers.ipynb) that adapt the step size for each weight. `sparse_categorical_crossentropy` takes the labels as integers. The softmax is part of the model; chapter [09](09_first_network.ipynb) explains when this is safe.

# %% [markdown] lang="ko"
# 첫 번째 은닉층입니다. 가중치 28 × 28 × 1024개에 편향(bias) 1024개로, 전체 150만 개의 54 %입니다. 신경망 전체의 가중치를 훈련 그림 20,000장으로 나누면 한 장에 약 75개꼴이니, 많은 그림을 통째로 외울 수도 있습니다.
#
# ## 4. 컴파일
#
# `adam`은 [05장](05_optimizers.ipynb)에 나온 옵티마이저(optimizer)로, 스텝(step)의 크기를 가중치마다 조절합니다. `sparse_categorical_crossentropy`는 레이블을 정수 그대로 받습니다. 소프트맥스(softmax)는 모델에 넣었습니다. 그래도 되는 조건은 [09장](09_first_network.ipynb)에 있습니다.

# %%
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])

# %% [markdown] lang="en"
# ## 5. Fit: twenty epochs, and a copy of the best one
#
# A **callback** is an object whose methods `fit` calls at set points during training. `ModelCheckpoint` looks at the validation loss after each epoch; whenever it is lower than ever before, the callback writes the weights to a file, a **checkpoint**. The other two callbacks below only watch: `LiveCurves` draws the curves, and `ActivationWatcher` records what every layer outputs for 200 validation pictures.
#
# **Look for** the epoch at which the two loss curves begin to diverge.

# %% [markdown] lang="ko"
# ## 5. 훈련: 20 에포크, 그리고 가장 좋은 에포크의 가중치 저장
#
# `fit`은 정해진 때마다 **콜백**(callback)이라는 객체의 메서드를 부릅니다. `ModelCheckpoint`는 에포크가 끝날 때마다 검증 손실을 보고, 지금까지 나온 어느 값보다 낮으면 그때의 가중치를 파일로 저장합니다. 이런 파일이 **체크포인트**(checkpoint)입니다. 여기서 쓰는 다른 두 콜백은 훈련을 지켜보기만 합니다. `LiveCurves`는 곡선을 그리고, `ActivationWatcher`는 검증 그림 200장에 대한 모든 층의 출력을 기록합니다.
#
# 두 손실 곡선이 몇 번째 에포크에서 갈라지는지 **눈여겨보세요**.

# %%
folder = tempfile.TemporaryDirectory()
best_file = Path(folder.name) / "best.weights.h5"
keep_best = keras.callbacks.ModelCheckpoint(best_file, monitor="val_loss", save_best_only=True, save_weights_only=True)
watcher = ActivationWatcher(x_val[:200], y_val[:200])
history = model.fit(
    x_train,
    y_train,
    epochs=20,
    batch_size=500,
    validation_data=(x_val, y_val),
    verbose=0,
    callbacks=[keep_best, LiveCurves(), watcher],
)

# %% [markdown] lang="en"
# In the first two epochs the validation values are even better than the training values. The training values are averages over an epoch during which the network is still improving; the validation values are measured at the end. From the third epoch on, the curves diverge: the training loss keeps falling, while the validation loss falls slowly and unevenly, and later rises.

# %% [markdown] lang="ko"
# 처음 두 에포크에서는 오히려 검증 쪽이 더 좋습니다. 훈련 쪽 값은 신경망이 아직 나아지고 있는 에포크 동안의 평균이지만, 검증 쪽 값은 에포크가 끝난 다음에 재기 때문입니다. 세 번째 에포크부터 두 곡선이 갈라집니다. 훈련 손실은 계속 내려가지만, 검증 손실은 오르내리며 천천히 내려가다가 나중에는 올라갑니다.

# %% tags=["real-data"]
log = history.history
best_epoch = int(np.argmin(log["val_loss"])) + 1
measured("epoch of the lowest validation loss", best_epoch, expected=(5, 20), data=fashion_mnist)
measured("validation loss there", log["val_loss"][best_epoch - 1], expected=(0.335, 0.39), data=fashion_mnist)
measured("validation loss at the end", log["val_loss"][-1], expected=(0.37, 0.52), data=fashion_mnist)
measured("training loss at the end", log["loss"][-1], expected=(0.13, 0.21), data=fashion_mnist)

# %% [markdown] lang="en"
# The validation loss was lowest after epoch 9, at 0.373. By the end it had risen to 0.406, while the training loss had fallen to 0.172.
#
# ## 6. Go back through the training
#
# The browser opens at the best epoch, marked by a star; everything after it is drawn faintly. The purple bar shows the gap between training and validation. **Look for** the curve that makes the bar longer, first to the left and then to the right of the star.

# %% [markdown] lang="ko"
# 검증 손실은 에포크 9에서 0.373으로 가장 낮았고, 마지막에는 0.406으로 올랐습니다. 그사이 훈련 손실은 0.172까지 내려갔습니다.
#
# ## 6. 훈련을 되짚어 보기
#
# 아래 위젯에는 가장 좋은 에포크(별 모양)가 먼저 나오고, 그 뒤의 곡선은 흐리게 그려집니다. 보라색 막대는 훈련과 검증의 차이를 나타냅니다. 별의 왼쪽과 오른쪽에서 각각 어느 곡선 때문에 막대가 길어지는지 **눈여겨보세요**.

# %%
TrainingBrowser(history)

# %% [markdown] lang="en"
# **Try this**
# 1. Press *Play*, or walk through the epochs with the arrow keys. From epoch 3 on, the bar between the loss curves grows, with ups and downs. To the left of the star both curves fall, the training curve faster. To the right the training loss keeps falling, while the validation loss goes up and down but stays above its best value.
# 2. Watch the validation accuracy in the right-hand plot. Accuracy only counts right answers; the loss, the mean of −log p, depends on the probability p of the right class. From the star to the end the validation loss rises, but the accuracy does not fall.
# 3. Raise *smoothing*. Each point is then averaged with its neighbours, and the star can move. Which epoch is best is partly a matter of chance.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *재생* 단추를 누르거나 화살표 키로 에포크를 하나씩 넘겨 보세요. 에포크 3부터 두 손실 곡선 사이의 막대는 늘었다 줄었다 하면서 길어집니다. 별의 왼쪽에서는 두 곡선이 함께 내려가는데 훈련 쪽이 더 빠릅니다. 오른쪽에서도 막대는 주로 훈련 손실이 내려가서 길어지고, 검증 손실은 별보다 높은 곳에서 오르내립니다.
# 2. 오른쪽 그래프에서 검증 정확도(accuracy)도 보세요. 정확도는 맞힌 개수로만 정해지지만, 손실은 −log p의 평균이므로 정답에 준 확률 p에 따라 달라집니다. 별이 있는 에포크부터 끝까지 검증 손실은 올라가는데 검증 정확도는 떨어지지 않습니다.
# 3. *평활화*를 올려 보세요. 점마다 이웃한 값과 평균을 내므로 별이 움직일 수 있습니다. 어느 에포크가 가장 좋은지는 우연에도 달려 있습니다.

# %% [markdown] lang="en"
# ### Inside the layers
#
# Some of the 1,984 units in the five hidden layers are **dead**: they output 0 for all 200 pictures. **Predict** how many dead units there are before training, after one epoch, and after twenty.

# %% [markdown] lang="ko"
# ### 층의 안쪽
#
# 은닉층 다섯 개의 유닛(unit) 1,984개 가운데에는 그림 200장 모두에 0만 내는 **죽은 유닛**(dead unit)도 있습니다. 훈련 전, 1 에포크 뒤, 20 에포크 뒤에 각각 몇 개일지 **예상해 보세요**.

# %% tags=["real-data"]
hidden_layers = model.layers[2:7]
print("units in the hidden layers:", sum(layer.units for layer in hidden_layers))
for epoch in (0, 1, 20):
    looks = watcher.recording.at(epoch).layers[1:6]
    dead = int(sum(look.dead.sum() for look in looks))
    measured(f"dead units after epoch {epoch}", dead, expected=(20, 500), data=fashion_mnist)
for layer, look in zip(hidden_layers, looks, strict=True):
    measured(f"  in {layer.name}, of {layer.units}", int(look.dead.sum()))

# %% [markdown] lang="en"
# There are 64 dead units before training, 362 after one epoch and 338, about one in six, after twenty; so some have come back to life. For these 200 pictures, dead units cost time and memory and contribute nothing (another picture may still switch one on). In the network of [09](09_first_network.ipynb), only one of 512 units was dead. We have not tested whether the depth, Adam, the larger batches or the data make the difference. Chapter [03](03_neurons_activations.ipynb) explains how units die.
#
# The browser opens at the first hidden layer. Each square is a unit; dead ones are orange.

# %% [markdown] lang="ko"
# 훈련 전에는 64개, 1 에포크 뒤에는 362개, 20 에포크 뒤에는 여섯에 하나꼴인 338개입니다. 다시 살아난 유닛도 있습니다. 이 200장에 대해서는 죽은 유닛이 시간과 메모리만 쓸 뿐 아무 도움이 되지 않습니다(다른 그림에서는 켜질 수도 있습니다). [09장](09_first_network.ipynb)의 신경망에서는 유닛 512개 가운데 하나만 죽어 있었습니다. 층의 수, Adam, 배치 크기, 데이터 가운데 무엇 때문에 달라졌는지는 실험해 보지 않았습니다. 유닛이 어떻게 죽는지는 [03장](03_neurons_activations.ipynb)에 나옵니다.
#
# 아래 위젯에는 첫 번째 은닉층이 먼저 나옵니다. 네모 하나가 유닛 하나이고, 죽은 유닛은 주황색입니다.

# %%
ActivationBrowser(watcher, layer=hidden_layers[0].name)

# %% [markdown] lang="en"
# **Try this**
# 1. Go from epoch 0 to 1 and watch the column *mean*. Before training the mean shrinks from one hidden layer to the next; after one epoch it grows.
# 2. Go to the last epoch and watch the bar at 0. By then about three quarters of the first hidden layer's activations are 0. The layer is **sparse**: for one picture, only about a quarter of its units are on.
# 3. Move *sample*. Other pictures switch on other units, but the orange squares stay orange.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 에포크 0에서 1로 넘기며 표의 *평균* 열을 보세요. 훈련 전에는 뒤쪽 은닉층으로 갈수록 활성화 값(activation)의 평균이 작아지지만, 1 에포크 뒤에는 커집니다.
# 2. 끝까지 넘기며 히스토그램에서 0에 있는 막대를 보세요. 마지막에는 첫 번째 은닉층의 활성화 값 넷 가운데 셋쯤이 0입니다. 층의 출력이 **희소**(sparse)해져서, 그림 한 장에 켜지는 유닛이 4분의 1쯤뿐입니다.
# 3. *샘플*을 움직여 보세요. 그림이 바뀌면 다른 유닛이 켜지지만 주황색 유닛은 그대로입니다.

# %% [markdown] lang="en"
# ## 7. The checkpoint counts only after it is loaded
#
# **Predict** which weights `model` holds after training, those of the best epoch or those of the last. Its validation loss will tell us.

# %% [markdown] lang="ko"
# ## 7. 체크포인트는 불러와야 쓸모가 있다
#
# 훈련이 끝난 지금 `model`에 들어 있는 것은 가장 좋은 에포크의 가중치일까요, 마지막 에포크의 가중치일까요? **예상해 보세요**. 검증 손실을 재면 알 수 있습니다.

# %%
before = model.evaluate(x_val, y_val, batch_size=500, verbose=0)[0]
model.load_weights(best_file)
after = model.evaluate(x_val, y_val, batch_size=500, verbose=0)[0]
measured("validation loss before load_weights", before)
measured("  of the last epoch, by the history", log["val_loss"][-1])
measured("validation loss after load_weights", after)
measured("  of the best epoch, by the history", log["val_loss"][best_epoch - 1])

# %% [markdown] lang="en"
# After training, the model held the weights of the last epoch. `ModelCheckpoint` saves weights but does not load them; only after `load_weights` is the validation loss that of the best epoch.
#
# ### Stop in time
#
# Another callback stops the training by itself and goes back to the best epoch:
#
# ```python
# keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
# ```
#
# It ends the training when the validation loss has not improved for 5 epochs, and restores the weights of the best epoch. (Without `restore_best_weights=True` the model keeps those of the last epoch.) What would it have done here? The next cell applies its rule to the history. **Predict** whether a patience of 3 would have found epoch 9.

# %% [markdown] lang="ko"
# 마지막 에포크의 가중치였습니다. `ModelCheckpoint`는 저장만 하고 불러오지는 않습니다. `load_weights`로 불러온 다음에야 검증 손실이 가장 좋은 에포크의 값과 같아집니다.
#
# ### 제때 멈추기
#
# 알아서 훈련을 멈추고 가중치를 되돌리는 콜백도 있습니다.
#
# ```python
# keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
# ```
#
# 검증 손실이 5 에포크 동안 나아지지 않으면 훈련을 멈추고(조기 종료, early stopping) 가장 좋았던 에포크의 가중치를 되돌려 놓습니다. (`restore_best_weights=True`를 빼면 마지막 에포크의 가중치가 그대로 남습니다.) 이번 훈련에 이 콜백을 썼다면 어떻게 되었을까요? 남아 있는 기록에 이 규칙을 적용해 보면 알 수 있습니다. `patience=3`으로도 가장 좋은 에포크(9)를 찾아냈을지 **예상해 보세요**.


# %%
def early_stopping(losses, patience):
    best = 0
    for epoch, loss in enumerate(losses):
        if loss < losses[best]:
            best = epoch
        elif epoch - best == patience:
            break
    return epoch + 1, best + 1


for patience in (3, 5):
    stopped, kept = early_stopping(log["val_loss"], patience)
    measured(f"patience {patience}: stops after epoch", stopped)
    measured("  and keeps the weights of epoch", kept)

# %% [markdown] lang="en"
# With a patience of 3 or 5 we would have kept epoch 9, and training would have stopped after epoch 12 or 14 instead of 20. But the validation loss can level off for a while and then fall further. With two of five seeds (section 12) a patience of 3 gave up too early; a patience of 5 never did. Waiting costs nothing but time.
#
# ## 8. Was the large network needed?
#
# Now we train a network with one hidden layer of 128 units, and about a fifteenth of the weights, on the same pictures. This time `EarlyStopping` decides when to stop, after 60 epochs at the latest. **Predict** when that will be, and whether the lowest validation loss will be far above the 0.373 of the large network.

# %% [markdown] lang="ko"
# 찾아냈을 것입니다. `patience`가 3이든 5이든 에포크 9의 가중치를 남기며, 20 에포크를 다 채우지 않고 각각 에포크 12와 14에서 멈춥니다. 하지만 검증 손실은 한동안 제자리에 머물다가 더 내려가기도 합니다. 시드 다섯 개 가운데 두 개(12절)에서는 `patience=3`일 때 너무 일찍 멈췄지만, `patience=5`일 때는 그런 일이 없었습니다. 기다려서 잃는 것은 시간뿐입니다.
#
# ## 8. 큰 신경망이 필요했을까?
#
# 이제 은닉층이 유닛 128개짜리 하나뿐인 작은 신경망을 같은 그림으로 훈련합니다. 가중치의 수는 큰 신경망의 15분의 1입니다. 이번에는 60 에포크 안에서 언제 멈출지를 `EarlyStopping`이 정합니다. 몇 번째 에포크에서 멈출지, 가장 낮은 검증 손실이 앞에서 얻은 0.373보다 훨씬 높을지 **예상해 보세요**.

# %%
small = build(128)
small.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
small_history = small.fit(
    x_train, y_train, epochs=60, batch_size=500, validation_data=(x_val, y_val), verbose=0, callbacks=[stop]
)

# %% tags=["real-data"]
small_log = small_history.history
print(f"weights: {small.count_params():,} instead of {model.count_params():,}")
measured("stopped after epoch", len(small_log["val_loss"]), expected=(25, 60), data=fashion_mnist)
measured("epoch of the lowest validation loss", stop.best_epoch + 1, expected=(20, 60), data=fashion_mnist)
measured("validation loss there", min(small_log["val_loss"]), expected=(0.345, 0.39), data=fashion_mnist)
small_val = small.evaluate(x_val, y_val, batch_size=500, verbose=0)[0]
measured("validation loss of the weights that it holds", small_val)

# %% [markdown] lang="en"
# Training stopped after epoch 33, and the small network holds the weights of epoch 28, with a validation loss of 0.365. In this run that is even lower than the large network's 0.373. The browser shows both runs, the chosen one in colour and the validation curve of the other in grey.

# %% [markdown] lang="ko"
# 훈련은 에포크 33에서 멈췄고, 모델에는 에포크 28의 가중치가 남았습니다. 그때의 검증 손실은 0.365로, 이번 실행에서는 큰 신경망의 0.373보다도 낮습니다. 아래 위젯에서는 선택한 훈련의 곡선에 색이 있고, 다른 훈련은 검증 곡선만 회색으로 나옵니다.

# %%
runs = {"large": history, "small": small_history}
TrainingBrowser(runs)

# %% [markdown] lang="en"
# **Try this**
# 1. Set *run* to "small". Its curve is smooth, and the star is five epochs before the end.
# 2. Compare the grey curve with the coloured one. The large network needs fewer epochs, but each epoch costs about 15 times as much arithmetic.
#
# ### Making it faster
#
# Unless you say otherwise, Keras puts 32 samples in a batch. The next cell times one epoch of the small network: with batches of 32; with `steps_per_execution=20`, which runs twenty of these batches in one call; and with our batches of 500.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *훈련*을 "small"로 바꿔 보세요. 곡선이 매끄럽고, 별은 끝에서 다섯 에포크 앞에 있습니다.
# 2. 회색 곡선과 색이 있는 곡선을 견주어 보세요. 큰 신경망은 에포크 수가 더 적어도 되지만, 한 에포크의 계산량은 15배쯤 됩니다.
#
# ### 실행 시간 줄이기
#
# Keras는 따로 정하지 않으면 배치 하나에 샘플을 32개씩 넣습니다. 아래에서는 작은 신경망을 한 에포크 훈련하는 데 걸리는 시간을 세 가지 설정으로 잽니다. 배치 크기 32, 배치 스무 개를 한 번의 호출로 처리하는 `steps_per_execution=20`, 그리고 이 장에서 쓴 배치 크기 500입니다.


# %%
def seconds_of_an_epoch(batch_size, **settings):
    network = build(128)
    network.compile(optimizer="adam", loss="sparse_categorical_crossentropy", **settings)
    network.fit(x_train, y_train, batch_size=batch_size, verbose=0)  # the first epoch also builds the program
    start = perf_counter()
    network.fit(x_train, y_train, batch_size=batch_size, verbose=0)
    return perf_counter() - start


measured("batches of 32", seconds_of_an_epoch(32), digits=2, unit="s")
measured("batches of 32, twenty in a call", seconds_of_an_epoch(32, steps_per_execution=20), digits=2, unit="s")
measured("batches of 500", seconds_of_an_epoch(500), digits=2, unit="s")

# %% [markdown] lang="en"
# In this run, twenty batches per call halved the time, and batches of 500 nearly halved it again. `steps_per_execution` does not change the training; it only saves calls. Larger batches do change it: an epoch has 20,000 / 500 = 40 steps instead of 20,000 / 32 = 625, each with a less noisy gradient. In a larger network the arithmetic takes up more of the time, so making fewer calls saves less.
#
# ## 9. The test set, once
#
# So far we have used the validation set to choose the epoch of each network. The next cell also uses it to choose between the two networks. After that nothing is left to choose, and we use the test set.

# %% [markdown] lang="ko"
# 이번 실행에서는 배치 스무 개를 한 번에 처리하니 시간이 절반으로, 배치 크기를 500으로 하니 다시 거의 절반으로 줄었습니다. `steps_per_execution`을 써도 훈련은 그대로이고 호출만 줄어듭니다. 반면 배치를 키우면 훈련 자체가 달라집니다. 한 에포크의 스텝이 20,000 / 32 = 625번에서 20,000 / 500 = 40번으로 줄고, 각 스텝의 그레이디언트(gradient)에 섞인 잡음은 작아집니다. 신경망이 클수록 계산에 드는 시간의 비중이 커져서 호출을 줄이는 효과는 작아집니다.
#
# ## 9. 테스트 데이터는 한 번만
#
# 지금까지 고르는 일은 모두 검증 데이터로 했습니다. 큰 신경망의 에포크와 작은 신경망의 에포크를 골랐고, 이제 둘 가운데 어느 쪽을 남길지까지 정하면 더 고를 것이 없습니다. 그러면 테스트 데이터를 씁니다.

# %% tags=["real-data"]
chosen = model if after < small_val else small
print("chosen:", "the large network" if chosen is model else "the small network")
test_loss, test_accuracy = chosen.evaluate(test_images, test_labels, batch_size=500, verbose=0)
measured("test loss", test_loss, expected=(0.365, 0.42), data=fashion_mnist)
measured("test accuracy", test_accuracy, expected=(0.845, 0.89), data=fashion_mnist)

# %% [markdown] lang="en"
# The small network has the lower validation loss, so we keep it. Its test loss, 0.388, is higher than the validation loss of 0.365 that decided the choice; its test accuracy is 0.863.
#
# Is 0.863 good? A list published with the data set gives accuracies of 0.835 for people without special knowledge of fashion, 0.900 for a fully connected network with three hidden layers, 0.88 to 0.93 for small convolutional networks and 0.967 for a large one. (The networks' results were submitted by users, who trained on up to 60,000 pictures; the authors did not check them.) Our network, with one hidden layer and 20,000 pictures, scores between the people and these networks.
#
# ## 10. What does it confuse?
#
# About 86 of 100 answers are right. Which are wrong? In the confusion matrix below, the rows are the true classes and the columns the predicted ones. We may look at the test pictures, because nothing is left to choose.

# %% [markdown] lang="ko"
# 검증 손실이 더 낮은 작은 신경망을 남깁니다. 테스트 손실은 0.388로, 이 신경망과 에포크를 고를 때 본 검증 손실 0.365보다 높습니다. 테스트 정확도는 0.863입니다.
#
# 0.863이면 좋은 점수일까요? 데이터셋과 함께 공개된 목록을 보면 정확도는 패션 지식이 없는 사람이 0.835, 은닉층 세 개짜리 완전 연결(fully connected) 신경망이 0.900, 작은 합성곱(convolution) 신경망이 0.88\~0.93, 큰 합성곱 신경망이 0.967입니다. (신경망의 점수는 사용자들이 그림을 60,000장까지 써서 훈련한 뒤 보낸 것으로, 저자들이 확인하지는 않았습니다.) 은닉층이 하나이고 20,000장으로 훈련한 우리 신경망의 점수는 사람보다 높고 이 신경망들보다 낮습니다.
#
# ## 10. 무엇을 헷갈릴까?
#
# 100장 가운데 86장쯤 맞힙니다. 무엇을 틀릴까요? 혼동 행렬(confusion matrix)의 행은 정답, 열은 신경망의 답입니다. 더 고를 것이 없으니 테스트 그림을 봐도 됩니다.

# %% tags=["real-data"]
probabilities = chosen.predict(test_images, batch_size=500, verbose=0)
with style():
    fig, ax = plt.subplots(figsize=(7.4, 6.2))
    counts = confusion_matrix(ax, test_labels, probabilities.argmax(axis=1), names)
    ax.tick_params(axis="x", rotation=40)
print("pictures counted:", counts.sum(), "  of each class:", counts.sum(axis=1))

# %% [markdown] lang="en"
# Most of the mistakes are in a few squares of the matrix. T-shirts, pullovers, dresses, coats and shirts are confused with one another, and so, less often, are sneakers, sandals and boots. Nobody told the network that there are tops and shoes, but its mistakes show these groups. Which pairs are confused most often, counting both directions?

# %% [markdown] lang="ko"
# 실수는 몇 칸에 몰려 있습니다. 티셔츠, 풀오버, 드레스, 코트, 셔츠를 서로 헷갈리고, 덜하지만 운동화, 샌들, 앵클부츠도 서로 헷갈립니다. 윗옷과 신발이라는 묶음이 있다고 알려 준 적이 없는데도, 그 묶음이 실수에 드러납니다. 양쪽 방향을 합쳐 세면 어느 쌍을 가장 많이 헷갈릴까요?

# %% tags=["real-data"]
both = counts + counts.T
pairs = sorted(((both[i, j], f"{names[i]} – {names[j]}") for i in range(10) for j in range(i)), reverse=True)[:5]
with style():
    fig, ax = plt.subplots(figsize=(7.4, 2.4))
    bars = ax.barh([pair for _number, pair in pairs], [number for number, _pair in pairs])
    ax.bar_label(bars, padding=3)
    ax.invert_yaxis()
    ax.grid(visible=False)
    ax.set_xlabel("mistakes in both directions")
wrong = counts.sum() - counts.trace()
measured("wrong answers", int(wrong), expected=(1100, 1550), data=fashion_mnist)
measured("share of the five pairs", sum(number for number, _pair in pairs) / wrong, (0.55, 0.78), data=fashion_mnist)

# %%
for one, other in (("Shirt", "T-shirt/top"), ("Coat", "Pullover")):
    measured(f"{one} and {other} confused", int(both[names.index(one), names.index(other)]))
for name in ("Shirt", "Trouser"):
    measured(f"wrong of 1,000 pictures, {name}", int(1000 - counts[names.index(name), names.index(name)]))

# %% [markdown] lang="en"
# The pair confused most often is shirt and T-shirt, 242 times in this run, followed by coat and pullover, 231 times. Was that your prediction? The five pairs in the chart account for 64 % of the 1,368 mistakes. The hardest class is the shirt: 315 of its 1,000 pictures were misclassified, compared with only 40 of the trousers. At 28 × 28 pixels, a collar or a row of buttons is only a few pixels wide.
#
# The browser starts with the mistakes about which the network was least confident. **Look for** the classes that compete.

# %% [markdown] lang="ko"
# 이번 실행에서 가장 많이 헷갈린 쌍은 셔츠와 티셔츠(242번)이고, 다음은 코트와 풀오버(231번)입니다. 예상이 맞았나요? 그래프에 나온 다섯 쌍을 합하면 실수 1,368번의 64 %입니다. 가장 어려운 클래스는 셔츠로, 1,000장 가운데 315장을 틀렸고, 바지는 40장만 틀렸습니다. 28 × 28 픽셀 그림에서 깃이나 단추 줄은 폭이 몇 픽셀밖에 되지 않습니다.
#
# 아래 위젯에는 틀린 그림 가운데 신경망의 확신이 가장 낮은 것부터 나옵니다. 정답과 1위를 다투는 막대를 **눈여겨보세요**.

# %%
PredictionBrowser(test_images, probabilities, test_labels, names)

# %% [markdown] lang="en"
# **Try this**
# 1. Walk through the first mistakes with *place*. The probability is spread over several classes.
# 2. Set *first* to "surest". Would you have given each of these pictures the label that it has? A label is somebody's decision.
# 3. Set *show* to "right ones" and keep "surest". Which classes come up? Compare them with the largest numbers on the diagonal of the matrix.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *순서* 슬라이더로 틀린 그림을 처음부터 넘겨 보세요. 확률이 여러 막대로 나뉘어 있습니다.
# 2. *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 나라면 이 그림들에 지금과 같은 레이블을 붙였을까요? 레이블은 누군가가 판단해서 붙인 것입니다.
# 3. *보기*를 "맞힌 것"으로 바꾸고 "가장 확신한 것"은 그대로 두세요. 어떤 클래스가 나오나요? 혼동 행렬의 대각선에서 수가 큰 클래스와 비교해 보세요.

# %% [markdown] lang="en"
# ## 11. A whole model in a file
#
# A checkpoint of the weights is useful only to someone who has built the same network. `model.save` writes everything: the architecture, the weights, the loss, and the optimizer with its state. How large will the file be? The model has 1,501,770 weights of four bytes each.

# %% [markdown] lang="ko"
# ## 11. 모델을 통째로 파일에
#
# 가중치 체크포인트는 같은 신경망을 먼저 만들어야 쓸 수 있습니다. `model.save`는 구조, 가중치, 손실, 그리고 옵티마이저와 그 상태까지 모두 저장합니다. 파일은 얼마나 클까요? 모델에는 4바이트짜리 가중치가 1,501,770개 있습니다.

# %%
whole_file, bare_file = Path(folder.name) / "fashion.keras", Path(folder.name) / "bare.keras"
model.save(whole_file)
keras.Model(model.inputs, model.outputs).save(bare_file)  # not compiled: without loss and optimizer
for file in (whole_file, bare_file):
    print(f"{file.name:14}{file.stat().st_size / 1e6:3.0f} MB")
again = keras.models.load_model(whole_file)
difference = again.predict(x_val[:500], verbose=0) - model.predict(x_val[:500], verbose=0)
measured("largest difference between the predictions", np.abs(difference).max(), digits=6)

# %% [markdown] lang="en"
# The file takes up 18 MB, three times the size of the weights. Adam keeps two numbers for each weight ([05](05_optimizers.ipynb)), and they are saved too, so that training can resume. If you only want to predict, save an uncompiled model, which takes up 6 MB. (In Keras 3, `include_optimizer=False` has no effect on `.keras` files.)
#
# ### A file that does not fit
#
# Here we load our checkpoint into a network with one more layer, and Keras rightly refuses. **Predict** whether the weights of the network are still the same afterwards.

# %% [markdown] lang="ko"
# 파일은 18 MB로, 가중치 크기의 세 배입니다. Adam은 가중치마다 수를 두 개씩 더 두는데([05장](05_optimizers.ipynb)), 멈춘 곳에서 훈련을 이어 갈 수 있도록 이 수도 함께 저장됩니다. 예측만 하려면 컴파일하지 않은 모델을 저장하면 됩니다(6 MB). (Keras 3에서 `include_optimizer=False`는 `.keras` 파일에 아무 효과가 없습니다.)
#
# ### 맞지 않는 파일
#
# 층이 하나 더 많은 신경망에 우리 체크포인트를 불러와 봅니다. Keras는 당연히 거부합니다. 거부한 뒤에도 신경망의 가중치가 그 전과 똑같을지 **예상해 보세요**.

# %%
other = build(1024, 512, 256, 128, 64, 32)
old_weights = other.get_weights()
try:
    other.load_weights(best_file)
except ValueError as problem:
    print("refused:", type(problem).__name__)
changed = [not np.array_equal(old, new) for old, new in zip(old_weights, other.get_weights(), strict=True)]
print("arrays of weights changed, although it was refused:", sum(changed), "of", len(changed))
other.set_weights(old_weights)

# %% [markdown] lang="en"
# The weights are not the same: 10 of the 14 arrays have changed. Keras loads every layer that fits and reports the others only at the end. A program that catches the error and goes on is working with a mixture of old and new weights. So keep a copy of the old weights, as above, or load into a model that you can throw away. (`load_weights` of `helpers.training` compares all shapes first, and sets all weights or none.)
#
# ### A file that could do harm
#
# Opening a file can run somebody else's code. Python's pickle format allows this by design, and a `.keras` file can contain a `Lambda` layer, which carries a Python function. Keras refuses such a layer by default (`safe_mode`):

# %% [markdown] lang="ko"
# 똑같지 않습니다. 배열 14개 가운데 10개가 바뀌었습니다. Keras는 맞는 층의 가중치를 모두 불러온 다음, 마지막에야 맞지 않는 층을 알립니다. 프로그램이 이 오류를 무시하고 계속 실행되면, 옛 가중치와 새 가중치가 뒤섞인 신경망을 쓰게 됩니다. 위에서처럼 옛 가중치를 보관해 두거나, 버려도 되는 모델에 파일을 불러오세요. (`helpers.training`의 `load_weights`는 먼저 모든 형상을 비교해서, 가중치를 전부 바꾸거나 하나도 바꾸지 않습니다.)
#
# ### 해로울 수 있는 파일
#
# 파일을 열기만 해도 남이 넣은 코드가 실행될 수 있습니다. 파이썬의 pickle은 원래 그럴 수 있는 형식이고, `.keras` 파일에도 파이썬 함수를 담은 `Lambda` 층이 들어 있을 수 있습니다. Keras는 기본 설정에서 이런 층을 거부합니다(`safe_mode`).

# %%
stranger = keras.Sequential([keras.Input((1,)), keras.layers.Lambda(lambda x: 2 * x)])
stranger.save(Path(folder.name) / "stranger.keras")
try:
    keras.models.load_model(Path(folder.name) / "stranger.keras")
except ValueError as problem:
    print(next(sentence for sentence in str(problem).split(". ") if "risk" in sentence))

# %% [markdown] lang="en"
# The function in our layer only doubles a number. But `safe_mode` is no guarantee: ways around it have been published as CVE-2025-1550 and CVE-2025-9906, among others. So **load models only from people you trust**, and keep Keras up to date.
#
# ## 12. Five seeds
#
# So far everything rests on one run. The numbers below come from the code of this chapter with `SEED` set to 1, 2, 3, 4 and 5. (With seed 1, epoch 15 was kept in that run, but epoch 9 above. The same seed gives the same initial weights and the same batches, but sums may be rounded differently, and training amplifies such differences.) To answer the question of this chapter, we also measured the last epoch and the small network on the test set, but only here, and only to report the results.

# %% [markdown] lang="ko"
# 이 함수는 수를 두 배로 할 뿐입니다. 하지만 `safe_mode`만 믿어서는 안 됩니다. `safe_mode`를 우회하는 방법이 CVE-2025-1550, CVE-2025-9906 등으로 공개되어 있습니다. **믿을 수 있는 사람이 준 모델만 불러오고**, Keras를 최신 버전으로 유지하세요.
#
# ## 12. 시드 다섯 개
#
# 지금까지의 결과는 모두 한 번만 훈련해서 얻은 것입니다. 아래 숫자는 이 장의 코드를 `SEED` 1, 2, 3, 4, 5로 돌려 얻었습니다. (시드 1로 훈련했을 때 여기서는 에포크 15의 가중치가, 위에서는 에포크 9의 가중치가 남았습니다. 시드가 같으면 초기 가중치와 배치는 같지만, 합을 반올림하는 방식이 조금 다를 수 있고 그 차이가 훈련을 거치며 커집니다.) 이 장의 질문에 답하려고 마지막 에포크와 작은 신경망도 테스트 데이터로 평가했습니다. 여기에 결과를 적으려고 평가했을 뿐, 고르는 데는 쓰지 않았습니다.

# %%
# Measured with the code of this chapter, SEED = 1 to 5
records = {
    "epoch kept": (15, 8, 9, 13, 11),
    "  by a patience of 3": (6, 8, 9, 8, 11),
    "  by a patience of 5": (15, 8, 9, 13, 11),
    "validation loss, epoch kept": (0.355, 0.373, 0.361, 0.374, 0.357),
    "  of the small network": (0.363, 0.370, 0.366, 0.364, 0.367),
    "test loss, epoch kept": (0.385, 0.402, 0.393, 0.399, 0.384),
    "test loss, last epoch": (0.452, 0.488, 0.457, 0.429, 0.422),
    "test loss, small network": (0.386, 0.401, 0.388, 0.396, 0.395),
    "test accuracy, epoch kept": (0.875, 0.853, 0.865, 0.870, 0.869),
    "test accuracy, last epoch": (0.866, 0.847, 0.865, 0.872, 0.871),
}
for what, values in records.items():
    print(f"{what:28}", *(f"{value:6.3f}" if isinstance(value, float) else f"{value:6}" for value in values))

# %%
with style():
    fig, ax = plt.subplots(figsize=(8, 3))
    for what, marker in (("last epoch", "s"), ("epoch kept", "o"), ("small network", "x")):
        ax.plot(range(1, 6), records[f"test loss, {what}"], marker, linestyle="", markersize=8)
    ax.set(xlabel="seed", ylabel="test loss", xticks=range(1, 6))
    ax.legend(("last epoch", "epoch kept", "small network"), loc="center left", bbox_to_anchor=(1, 0.5))

# %% [markdown] lang="en"
# | Measured here | Result | Seeds |
# |---|---|---|
# | Epoch of the lowest validation loss, large network | 8 to 15 | 5 |
# | Test loss at that epoch | 0.384 to 0.402 | 5 |
# | Test loss after the last epoch | 0.422 to 0.488, higher with every seed | 5 |
# | Test accuracy at that epoch | 0.853 to 0.875 | 5 |
# | Test accuracy after the last epoch | 0.847 to 0.872 | 5 |
# | A patience of 3 gives up before the best epoch | with 2 seeds | 5 |
# | A patience of 5 gives up before the best epoch | with none | 5 |
# | The validation loss favours the large network | with 3 seeds | 5 |
# | Test loss of the small network | 0.386 to 0.401 | 5 |
#
# ## What you have learned
# - Choose with validation data, and judge with test data. Data that took part in a choice cannot judge it fairly.
# - When the validation loss rises while the training loss still falls, the network is overfitting.
# - `ModelCheckpoint` keeps the weights of the best epoch in a file, but the model has them only after `load_weights`. `EarlyStopping` with `restore_best_weights=True` goes back to the best epoch by itself, if its patience is long enough.
# - A confusion matrix shows which classes the network mixes up.
# - A `.keras` file holds a whole model; a `.weights.h5` file does not hold the architecture. A refused file can leave a model half changed. Load only files that you trust.
#
# **Is the final network better than it was at any earlier point?** Judged by the loss, it was not: with each of the five seeds the test loss after the last epoch was higher than at the epoch chosen by validation, by 0.03 to 0.09. For the accuracy, the choice of epoch made hardly any difference, less than 0.01 either way. And the small network, with a fifteenth of the weights, had about the same test loss as the large one. Which epoch is best cannot be known in advance; the validation curve shows it.
#
# ## Next
# [11. Film reviews](11_imdb_reviews.ipynb): from pictures to words.
#
# ## Sources
# - H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms", arXiv:1708.07747 (2017): the data and the names of the classes. The list of scores is at github.com/zalandoresearch/fashion-mnist: people 0.835, networks 0.900 to 0.967.
# - D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR (2015).
# - L. Prechelt, "Early stopping – but when?", in *Neural Networks: Tricks of the Trade*, Springer (1998): choosing the epoch by validation.
# - Keras documentation, "ModelCheckpoint", "EarlyStopping" and "Save, serialize, and export models".

# %% [markdown] lang="ko"
# | 항목 | 결과 | 시드 |
# |---|---|---|
# | 검증 손실이 가장 낮은 에포크, 큰 신경망 | 8\~15 | 5개 |
# | 그 에포크의 테스트 손실 | 0.384\~0.402 | 5개 |
# | 마지막 에포크의 테스트 손실 | 0.422\~0.488, 모든 시드에서 더 높음 | 5개 |
# | 그 에포크의 테스트 정확도 | 0.853\~0.875 | 5개 |
# | 마지막 에포크의 테스트 정확도 | 0.847\~0.872 | 5개 |
# | `patience=3`이면 가장 좋은 에포크 전에 멈춤 | 시드 2개에서 | 5개 |
# | `patience=5`이면 가장 좋은 에포크 전에 멈춤 | 없음 | 5개 |
# | 검증 손실은 큰 신경망 쪽이 더 낮음 | 시드 3개에서 | 5개 |
# | 작은 신경망의 테스트 손실 | 0.386\~0.401 | 5개 |
#
# ## 배운 것
# - 선택은 검증 데이터로, 평가는 테스트 데이터로 합니다. 선택에 쓴 데이터로는 공정하게 평가할 수 없습니다.
# - 훈련 손실은 내려가는데 검증 손실이 올라가면 과대적합이 일어나고 있는 것입니다.
# - `ModelCheckpoint`는 가장 좋은 에포크의 가중치를 파일로 남깁니다. `load_weights`로 불러와야 쓸모가 있습니다. `restore_best_weights=True`를 준 `EarlyStopping`은 가장 좋은 에포크의 가중치를 알아서 되돌립니다. 다만 `patience`가 충분히 커야 합니다.
# - 혼동 행렬을 보면 신경망이 어떤 클래스를 헷갈리는지 알 수 있습니다.
# - `.keras` 파일에는 모델 전체가 들어 있지만, `.weights.h5` 파일에는 구조가 없습니다. 파일이 거부되어도 모델의 일부는 이미 바뀌어 있을 수 있습니다. 믿을 수 있는 파일만 불러옵니다.
#
# **그러면 훈련이 끝났을 때의 신경망이 가장 좋을까요?** 손실로 보면 그렇지 않았습니다. 시드 다섯 개에서 모두, 마지막 에포크의 테스트 손실이 검증 데이터로 고른 에포크의 손실보다 0.03\~0.09 높았습니다. 정확도로 보면 차이가 0.01도 되지 않았습니다. 가중치가 15분의 1인 작은 신경망의 테스트 손실도 큰 신경망과 비슷했습니다. 어느 에포크가 가장 좋을지는 미리 알 수 없으므로 검증 곡선을 보아야 합니다.
#
# ## 다음
# [11. 영화평](11_imdb_reviews.ipynb): 그림에서 글로.
#
# ## 출처
# - H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms", arXiv:1708.07747 (2017): 데이터와 클래스 이름. 점수 목록은 github.com/zalandoresearch/fashion-mnist에 있습니다(사람 0.835, 신경망 0.900\~0.967).
# - D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR (2015).
# - L. Prechelt, "Early stopping – but when?", *Neural Networks: Tricks of the Trade*, Springer (1998): 검증 데이터로 에포크를 고르는 방법.
# - Keras 문서, "ModelCheckpoint", "EarlyStopping", "Save, serialize, and export models".
