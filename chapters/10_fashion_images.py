# %% [markdown] lang="en"
# # 10. Fashion pictures: which epoch to keep
#
# A large network goes through its training pictures twenty times, and each time it fits them better. **Is the network that comes out at the end the best one there was on the way?** In this chapter you find the best epoch, keep its weights, and measure what that is worth.
#
# **You will be able to**
# - set validation data aside, and say why the test set must not take their place;
# - read from two curves where a network begins to overfit;
# - keep the weights of the best epoch, and prove that they differ from those of the last;
# - save a whole model, load it, and recognise a file that does not fit or is broken;
# - say which classes a network confuses, and judge its score.
#
# **Time** about 60 minutes. **You need** [09. A first network](09_first_network.ipynb).

# %% [markdown] lang="ko"
# # 10. 패션 그림: 어느 에포크를 남길 것인가
#
# 커다란 신경망(neural network)이 훈련 데이터(training set)의 그림을 스무 번 훑습니다. 훑을 때마다 그 그림에 더 잘 맞게 됩니다. **그렇다면 마지막에 나온 신경망이 그동안 거쳐 온 것 가운데 가장 좋은 것일까요?** 이 장에서는 가장 좋은 에포크(epoch)를 찾아 그때의 가중치(weight)를 남기고, 그 효과가 얼마나 되는지 재어 봅니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 검증 데이터(validation set)를 떼어 두고, 왜 테스트 데이터(test set)로 대신하면 안 되는지 설명합니다.
# - 곡선 두 개를 보고 과대적합(overfitting)이 시작되는 곳을 찾습니다.
# - 가장 좋은 에포크의 가중치를 저장하고, 마지막 가중치와 다르다는 것을 확인합니다.
# - 모델을 통째로 저장했다가 불러오고, 맞지 않는 파일과 망가진 파일을 알아봅니다.
# - 신경망이 어떤 클래스(class)를 헷갈리는지 말하고, 점수가 좋은 편인지 판단합니다.
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
# ## 1. Import: clothes, shoes and bags
#
# Fashion-MNIST has the same shape as MNIST, 60,000 and 10,000 grey pictures of 28 × 28 pixels, but it shows goods from an online shop. Its authors made it because MNIST had become too easy.

# %% [markdown] lang="ko"
# ## 1. 가져오기: 옷, 신발, 가방
#
# Fashion-MNIST는 MNIST와 형상(shape)이 같습니다. 28 × 28 흑백 그림이 60,000장과 10,000장 있습니다. 다만 숫자 대신 온라인 상점에서 파는 물건이 들어 있습니다. MNIST가 너무 쉬워져서 새로 만든 데이터셋(data set)입니다.

# %% tags=["real-data"]
(train_images, train_labels), (test_images, test_labels) = fashion_mnist.load_data()
print("training:", train_images.shape, train_images.dtype, "  from", train_images.min(), "to", train_images.max())
print("test:    ", test_images.shape, test_images.dtype, "  from", test_images.min(), "to", test_images.max())
print("pictures of each class:", np.bincount(train_labels))

# %% [markdown] lang="en"
# The pixels go from 0 to 255, one byte each. Every class has 6,000 pictures, so always giving the same answer is right one time in ten. The labels are numbers; their names are given in the paper that introduced the data.

# %% [markdown] lang="ko"
# 픽셀 값은 0에서 255까지이고 하나가 1바이트입니다. 클래스마다 그림이 6,000장씩이므로, 늘 같은 답만 하면 열에 하나를 맞힙니다. 레이블(label)은 번호로 되어 있고, 이름은 이 데이터셋을 소개한 논문에 나옵니다.

# %% tags=["real-data"]
names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"]
first = [int(np.argmax(train_labels == number)) for number in range(10)]
print("shown: pictures", first)
with style():
    fig, axes = plt.subplots(2, 5, figsize=(8, 3.8))
    image_grid(axes.ravel(), train_images[first], titles=[f"{n}  {name}" for n, name in enumerate(names)])

# %% [markdown] lang="en"
# **Predict** which two classes the network will confuse most often, and write them down; section 9 has the answer.
#
# ## 2. Prepare: divide by 255, but where?
#
# With pixels up to 255 the network of [09](09_first_network.ipynb), section 9, learned worse, so we divide. **Predict** the dtype of the result, and how many megabytes all 60,000 pictures would take in it.

# %% [markdown] lang="ko"
# 신경망이 가장 자주 헷갈릴 클래스 둘을 **예상해** 적어 두세요. 답은 9절에 있습니다.
#
# ## 2. 준비: 255로 나누기, 그런데 어디에서?
#
# [09장](09_first_network.ipynb) 9절에서 255까지 가는 픽셀을 그대로 넣으니 성적이 나빠졌습니다. 그래서 나눕니다. 나눈 결과의 자료형(dtype)이 무엇이고, 60,000장을 모두 그 자료형으로 두면 몇 메가바이트일지 **예상해 보세요**.

# %%
few = train_images[:1000]
divided = few / 255
print("before:", few.dtype, "from", few.min(), "to", few.max(), "  all pictures:", round(train_images.nbytes / 1e6), "MB")
print("after: ", divided.dtype, "from", divided.min(), "to", divided.max(), end="  ")
print(" all pictures:", round(train_images.size * divided.itemsize / 1e6), "MB")

# %% [markdown] lang="en"
# NumPy returns float64, eight bytes a pixel, and all pictures together grow from 47 to 376 MB. With float32 it would be half of that. Instead, we leave the pictures as they are and let the network divide each batch, in a layer without weights, `Rescaling`.

# %% [markdown] lang="ko"
# 결과는 float64입니다. 픽셀 하나가 8바이트가 되어 그림 전체가 47 MB에서 376 MB로 불어납니다. float32로 두면 그 절반입니다. 다른 방법도 있습니다. 그림은 그대로 두고, 신경망이 배치(batch)마다 나누게 하면 됩니다. `Rescaling` 층(layer)이 그 일을 합니다. 이 층에는 가중치가 없습니다.

# %%
scaled = np.array(keras.layers.Rescaling(1 / 255)(few))
print("inside the network:", scaled.dtype, "from", scaled.min(), "to", scaled.max())
print("same numbers:", np.allclose(scaled, divided))

# %% [markdown] lang="en"
# Anyone who loads this model later feeds it ordinary pictures and cannot forget the division.
#
# ### Validation data: pictures to choose by
#
# After every epoch we want to know how the network does on pictures that it does not learn from. You will meet code that passes the **test set** as `validation_data`. But then we choose the epoch with the best test score and report that same score. On average it is too good: the chosen epoch is partly the one that happened to suit these 10,000 pictures. And no data are left that had no part in the choice.
#
# So we set 10,000 training pictures aside as the **validation set**. They choose the epoch; the test set is used once, at the end. Another 10,000 are left out here to save you time. To train on them too, change both 40000 to 50000.

# %% [markdown] lang="ko"
# 이렇게 만든 모델에는 나중에 불러와서도 그림을 그대로 넣으면 되니, 나누기를 잊을 일이 없습니다.
#
# ### 검증 데이터: 고를 때 쓰는 그림
#
# 에포크가 끝날 때마다, 배우는 데 쓰지 않은 그림을 신경망이 얼마나 맞히는지 알고 싶습니다. 이때 **테스트 데이터**를 `validation_data`에 넣은 코드를 만날 때가 있습니다. 그러면 테스트 점수가 가장 좋은 에포크를 고르고, 바로 그 점수를 보고하게 됩니다. 우연히 이 10,000장에 잘 맞은 에포크가 뽑히기 쉬우므로, 점수는 평균적으로 실제보다 좋게 나옵니다. 게다가 선택에 쓰지 않은 데이터가 더는 남지 않습니다.
#
# 그래서 훈련 그림 10,000장을 **검증 데이터**로 떼어 둡니다. 에포크는 이 그림으로 고르고, 테스트 데이터는 맨 끝에 한 번만 씁니다. 오래 기다리지 않도록 여기서는 10,000장을 더 빼 두었습니다. 아래에서 40000 두 개를 50000으로 바꾸면 이 그림도 훈련에 쓰입니다.

# %%
x_train, y_train = train_images[:40000], train_labels[:40000]
x_val, y_val = train_images[50000:], train_labels[50000:]
print("to learn from:", x_train.shape, "  to choose by:", x_val.shape, "  for the end:", test_images.shape)
print("copied:", not np.shares_memory(x_train, train_images))

# %% [markdown] lang="en"
# Slices are views ([01](01_tensors.ipynb)), so the split costs no memory. We can simply cut off the end because these pictures are already in random order; sorted data would have to be shuffled first.
#
# ## 3. Model: six layers with weights
#
# There are five hidden layers, each half as wide as the one before, and ten probabilities at the end. **Predict** which layer has the most weights, and what share of them all.

# %% [markdown] lang="ko"
# 슬라이스(slice)는 뷰(view)이므로([01장](01_tensors.ipynb)) 나누어도 메모리가 더 들지 않습니다. 이 그림들은 이미 무작위 순서로 놓여 있어서 끝을 그냥 잘라 내도 됩니다. 정렬된 데이터라면 먼저 섞어야 합니다.
#
# ## 3. 모델: 가중치가 있는 층 여섯 개
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
# It is the first hidden layer: 784 × 1024 + 1024 = 803,840 weights, or 54 % of 1.5 million. The whole network has about 38 weights for each training picture and could memorise a lot.
#
# ## 4. Compile: Adam, and two settings for speed
#
# `adam` is the optimizer from [05](05_optimizers.ipynb) that adapts the step size of each weight. `sparse_categorical_crossentropy` takes the labels as integers. The softmax is part of the model; [09](09_first_network.ipynb) says when this is safe.
#
# The other two settings change only the speed; you can leave both out.
# - `steps_per_execution=20`: Keras runs twenty batches in one call, which saves the work that Python does between calls.
# - `jit_compile=True`: XLA, a compiler, turns the training step into one program for this processor. That takes some seconds, once for each shape of a batch. (`"auto"`, the default, leaves the choice to Keras.)
#
# The batch size 500 divides both 40,000 and 10,000, so no shorter last batch needs compiling.

# %% [markdown] lang="ko"
# 첫 번째 은닉층입니다. 784 × 1024 + 1024 = 803,840개로, 전체 150만 개의 54 %입니다. 신경망 전체로는 훈련 그림 한 장에 가중치가 약 38개꼴이니, 그림을 외울 여유가 많은 신경망입니다.
#
# ## 4. 컴파일: Adam, 그리고 속도를 위한 설정 두 가지
#
# `adam`은 [05장](05_optimizers.ipynb)에 나온 옵티마이저(optimizer)로, 스텝(step)의 크기를 가중치마다 조절합니다. `sparse_categorical_crossentropy`는 레이블을 정수 그대로 받습니다. 소프트맥스(softmax)는 모델에 넣었습니다. 그래도 되는 조건은 [09장](09_first_network.ipynb)에 있습니다.
#
# 나머지 두 설정은 훈련 속도만 바꿉니다. 직접 프로그램을 쓸 때는 둘 다 빼도 됩니다.
# - `steps_per_execution=20`: Keras가 배치 스무 개를 한 번의 호출로 처리합니다. 호출과 호출 사이에 파이썬이 하는 일이 줄어듭니다.
# - `jit_compile=True`: XLA라는 컴파일러가 훈련 스텝을 이 프로세서에 맞는 프로그램 하나로 바꿉니다. 컴파일에는 배치의 형상마다 한 번씩, 몇 초가 걸립니다. (기본값 `"auto"`는 Keras에 선택을 맡깁니다.)
#
# 배치 크기 500은 40,000과 10,000의 약수입니다. 크기가 다른 마지막 배치가 없으므로 컴파일을 더 할 일도 없습니다.


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
# ## 5. Fit: twenty epochs, and a copy of the best one
#
# A **callback** is an object whose methods `fit` calls at fixed moments. `ModelCheckpoint` looks at the validation loss after each epoch; whenever it is lower than ever before, the callback writes the weights to a file, a **checkpoint**. `ActivationWatcher` records what every layer gives for 200 of the validation pictures.
#
# **Look for** the epoch at which the two loss curves part.

# %% [markdown] lang="ko"
# ## 5. 훈련: 스무 에포크, 그리고 가장 좋은 에포크의 사본
#
# `fit`은 정해진 때마다 **콜백**(callback)이라는 객체의 메서드를 부릅니다. `ModelCheckpoint`는 에포크가 끝날 때마다 검증 손실(loss)을 보고, 지금까지보다 낮으면 그때의 가중치를 파일로 저장합니다. 이런 파일이 **체크포인트**(checkpoint)입니다. `ActivationWatcher`는 검증 그림 200장에 대한 모든 층의 출력을 기록합니다.
#
# 훈련하는 동안 두 손실 곡선이 갈라지는 에포크를 **눈여겨보세요**.

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
# In the first two epochs validation is even better than training. The training values are averages over the epoch, while the network is still improving; the validation values are measured at its end. From the third epoch on the curves part: the training loss keeps falling, while the validation loss falls slowly and unevenly, and later not at all.

# %% [markdown] lang="ko"
# 처음 두 에포크에서는 오히려 검증 쪽이 더 좋습니다. 훈련 쪽의 값은 신경망이 나아지는 동안의 에포크 평균이고, 검증 쪽의 값은 에포크가 끝난 다음에 재기 때문입니다. 세 번째 에포크부터 두 곡선이 갈라집니다. 훈련 손실은 계속 내려가지만, 검증 손실은 들쭉날쭉하며 천천히 내려가다가 나중에는 더 내려가지 않습니다.

# %% tags=["real-data"]
log = history.history
best_epoch = int(np.argmin(log["val_loss"])) + 1
measured("epoch of the lowest validation loss", best_epoch, expected=(4, 17), digits=0, data=fashion_mnist)
measured("validation loss there", log["val_loss"][best_epoch - 1], expected=(0.29, 0.36), data=fashion_mnist)
measured("validation loss at the end", log["val_loss"][-1], expected=(0.32, 0.47), data=fashion_mnist)
measured("training loss at the end", log["loss"][-1], expected=(0.13, 0.19), data=fashion_mnist)

# %% [markdown] lang="en"
# The validation loss was lowest after epoch 14, at 0.323. At the end it is 0.368, while the training loss has fallen to 0.162.
#
# ## 6. Go back through the training
#
# The browser opens at the best epoch, marked by a star; what comes after it is faint. The purple bar is the gap between training and validation. **Look for** the curve that makes it longer, on either side of the star.

# %% [markdown] lang="ko"
# 검증 손실은 에포크 14에서 가장 낮았습니다(0.323). 마지막에는 0.368이고, 그사이 훈련 손실은 0.162까지 내려갔습니다.
#
# ## 6. 훈련을 되짚어 보기
#
# 아래 위젯은 별로 표시한 가장 좋은 에포크에서 열립니다. 그 뒤의 곡선은 흐리게 그립니다. 보라색 막대는 훈련과 검증의 차이입니다. 별의 왼쪽과 오른쪽에서 각각 어느 곡선 때문에 막대가 길어지는지 **눈여겨보세요**.

# %%
TrainingBrowser(history)

# %% [markdown] lang="en"
# **Try this**
# 1. Press *Play*, or walk through the epochs with the arrow keys. From epoch 3 on the bar of the loss grows, with ups and downs. To the left of the star both curves fall, the training curve faster. To the right the training loss still falls, but the validation loss stays above its best value.
# 2. Watch the validation accuracy on the right: 0.888 at the star and 0.891 at the end, although the loss has risen. Accuracy only counts right answers; the loss, the mean of −log p, depends on the probability p of the right class.
# 3. Raise *smoothing*. Each point is then averaged with its neighbours, and the star can move. Which epoch is best is partly chance.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *재생* 단추를 누르거나 화살표 키로 에포크를 하나씩 넘겨 보세요. 에포크 3부터 손실의 막대는 오르내리며 길어집니다. 별의 왼쪽에서는 두 곡선이 함께 내려가는데 훈련 쪽이 더 빠릅니다. 오른쪽에서는 훈련 손실이 계속 내려가도 검증 손실은 가장 좋았던 값보다 높습니다.
# 2. 오른쪽의 정확도(accuracy)도 보세요. 손실이 올라가도 검증 정확도는 떨어지지 않습니다. 별에서 0.888, 마지막에 0.891입니다. 정확도는 맞힌 개수만 세지만, 손실은 −log p의 평균이므로 정답에 준 확률 p에 따라 달라집니다.
# 3. *평활화*를 올려 보세요. 점마다 이웃한 값과 평균을 내므로 별이 움직일 수 있습니다. 어느 에포크가 가장 좋은지에는 우연이 섞여 있습니다.

# %% [markdown] lang="en"
# ### Inside the layers
#
# Some of the 1,984 units in the five hidden layers are **dead**: they give 0 for all 200 pictures (the output calls them silent). **Predict** how many there are before the training, after one epoch, and after twenty.

# %% [markdown] lang="ko"
# ### 층의 안쪽
#
# 은닉층 다섯 개의 유닛(unit) 1,984개 가운데에는 200장 모두에 0을 내는 **죽은 유닛**(dead unit)도 있습니다(출력의 silent units). 훈련 전, 1 에포크 뒤, 20 에포크 뒤에 각각 몇 개일지 **예상해 보세요**.

# %% tags=["real-data"]
start, early, end = (watcher.recording.at(epoch).layers[1:6] for epoch in (0, 1, 20))
for when, look, expected in [("before", start, (20, 120)), ("after 1", early, (230, 430)), ("after 20", end, (270, 480))]:
    measured(f"silent units, {when}", sum(layer.dead.sum() for layer in look), expected, digits=0, data=fashion_mnist)
slopes = [layer.gradients.size for layer in end]
measured("mean |gradient|, fifth hidden layer by first", slopes[-1] / slopes[0], (2.5, 20), digits=1, data=fashion_mnist)

# %% [markdown] lang="en"
# There are 64 before the training, 346 after one epoch and 392 after twenty, one in five. For these 200 pictures such units cost time and memory and contribute nothing (another picture may still switch one on). The network of [09](09_first_network.ipynb) had one in 512. We have not tested what makes the difference: the depth, Adam, the larger batches or the data. Chapter [03](03_neurons_activations.ipynb) explains how units die.
#
# The browser opens at the rescaled picture: a square is a pixel, and an orange one is the same in all 200 pictures. Choose `dense` in *layer* to see the units of the first hidden layer; dead ones are orange.

# %% [markdown] lang="ko"
# 훈련 전에는 64개, 1 에포크 뒤에는 346개, 20 에포크 뒤에는 다섯에 하나꼴인 392개입니다. 이런 유닛은 이 200장에 대해서는 시간과 메모리만 쓰고 아무것도 보태지 않습니다(다른 그림에는 켜질 수도 있습니다). [09장](09_first_network.ipynb)의 신경망에는 512개 가운데 하나뿐이었습니다. 층의 깊이, Adam, 배치 크기, 데이터 가운데 무엇 때문에 달라졌는지는 시험해 보지 않았습니다. 유닛이 어떻게 죽는지는 [03장](03_neurons_activations.ipynb)에 나옵니다.
#
# 아래 위젯에는 처음에 0과 1 사이로 바꾼 그림이 나옵니다. 네모 하나가 픽셀 하나이고, 주황색은 200장 모두에서 값이 같은 픽셀입니다. *층*에서 `dense`를 고르면 첫 번째 은닉층의 유닛이 보입니다. 죽은 유닛은 주황색입니다.

# %%
ActivationBrowser(watcher)

# %% [markdown] lang="en"
# **Try this**
# 1. Go from epoch 0 to 1 and watch the column *mean*. Before the training it shrinks from hidden layer to hidden layer; after one epoch it grows.
# 2. Choose `dense` in *layer* and walk to the end. The bar at 0 grows until 85 % of the activations are 0. The first hidden layer has become **sparse**: for any one picture, few of its units are on.
# 3. Compare the hidden layers in the last column, *mean |∂E/∂w|*, at epoch 20. The gradient of the fifth is 5.3 times that of the first. Does the gradient fade on its way back? The gradient of a weight is the upstream gradient of its unit times the input of the weight ([04](04_backprop.ipynb)). So divide each number by the *mean* one row above: all five are now between about 0.0017 and 0.0028. So the upstream gradient does not fade here; the inputs differ. Chapter [15](15_playground.ipynb) shows a network in which it does fade.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 에포크 0에서 1로 넘기며 표의 *mean* 열을 보세요. 훈련 전에는 뒤쪽 은닉층으로 갈수록 활성화 값(activation)의 평균이 작아지지만, 1 에포크 뒤에는 커집니다.
# 2. *층*에서 `dense`를 고르고 끝까지 넘겨 보세요. 0의 막대가 점점 높아져서 활성화 값의 85 %가 0이 됩니다. 첫 번째 은닉층이 **희소**(sparse)해져서, 그림 한 장에 켜지는 유닛이 얼마 되지 않습니다.
# 3. 에포크 20에서 표의 마지막 열(*mean |∂E/∂w|*)을 은닉층끼리 비교해 보세요. 다섯 번째 층의 그레이디언트(gradient)는 첫 번째 층의 5.3배입니다. 그레이디언트가 되돌아오면서 약해진 것일까요? 가중치의 그레이디언트는 유닛의 상류 그레이디언트(upstream gradient)에 가중치의 입력을 곱한 값입니다([04장](04_backprop.ipynb)). 그러니 각 수를 한 줄 위의 *mean*으로 나누어 보세요. 다섯 층이 모두 0.0017에서 0.0028쯤으로 비슷해집니다. 여기서는 상류 그레이디언트가 약해진 것이 아니라 입력이 달랐습니다. 정말로 약해지는 신경망은 [15장](15_playground.ipynb)에 나옵니다.

# %% [markdown] lang="en"
# ## 7. The checkpoint counts only after it is loaded
#
# **Predict** which weights `model` holds after the training: those of the best epoch or those of the last? Its validation loss gives the answer.

# %% [markdown] lang="ko"
# ## 7. 체크포인트는 불러와야 쓸모가 있다
#
# 훈련이 끝난 지금 `model`에 들어 있는 것은 가장 좋은 에포크의 가중치일까요, 마지막 에포크의 가중치일까요? **예상해 보세요**. 검증 손실을 재면 알 수 있습니다.


# %% tags=["real-data"]
def score(x, y):
    return model.evaluate(x, y, batch_size=500, verbose=0)


last_weights = model.get_weights()
last_val, last_test = score(x_val, y_val), score(test_images, test_labels)
measured("validation loss of the model as it is", last_val[0], expected=(0.32, 0.47), data=fashion_mnist)
print("that of the last epoch:", np.isclose(last_val[0], log["val_loss"][-1], atol=1e-3))
print("that of the best epoch:", np.isclose(last_val[0], log["val_loss"][best_epoch - 1], atol=1e-3))

# %% [markdown] lang="en"
# They are those of the last epoch. This callback saves, but it does not load. So we load the better weights ourselves.
#
# (A shorter way is `keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)`: it stops when the validation loss has not improved for five epochs, and puts the best weights back. In this run it would have stopped after epoch 19 with the weights of epoch 14. With `patience=3` it would have stopped one epoch before the best.)

# %% [markdown] lang="ko"
# 마지막 에포크의 가중치입니다. 이 콜백은 저장만 하고 불러오지는 않습니다. 이제 더 좋은 가중치를 직접 불러옵니다.
#
# (더 간단한 방법도 있습니다. `keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)`는 검증 손실이 다섯 에포크 동안 나아지지 않으면 훈련을 멈추고(조기 종료, early stopping) 가장 좋았던 가중치를 되돌려 놓습니다. 이번 실행이라면 에포크 19에서 멈추고 에포크 14의 가중치를 남겼을 것입니다. `patience=3`이었다면 가장 좋은 에포크 바로 앞에서 멈췄을 것입니다.)

# %% tags=["real-data"]
model.load_weights(best_file)
change = max(np.abs(new - old).max() for new, old in zip(model.get_weights(), last_weights, strict=True))
best_val, best_test = score(x_val, y_val), score(test_images, test_labels)
print("the weights have changed:", change > 0)
measured("largest change of a weight", change, expected=(0.1, 1.2), data=fashion_mnist)
print("that of the best epoch:", np.isclose(best_val[0], log["val_loss"][best_epoch - 1], atol=1e-3))

# %% [markdown] lang="en"
# The validation loss is now that of the best epoch. Next comes the test set, which until now took no part in anything. (In a project you would measure only the model that you keep. Here we measure both, to see what loading was worth.)

# %% [markdown] lang="ko"
# 검증 손실이 가장 좋은 에포크의 값과 같아졌습니다. 이제 지금까지 아무 일에도 쓰지 않은 테스트 데이터로 잽니다. (실제 프로젝트라면 남길 모델만 잽니다. 여기서는 불러오기가 얼마나 도움이 되었는지 알아보려고 둘 다 잽니다.)

# %% tags=["real-data"]
for what, (loss, accuracy) in {"last epoch": last_test, "best epoch": best_test}.items():
    low, high = (0.34, 0.50) if what == "last epoch" else (0.31, 0.38)
    measured(f"{what}: test loss", loss, expected=(low, high), data=fashion_mnist)
    measured(f"{what}: test accuracy", accuracy, expected=(0.865, 0.900), data=fashion_mnist)
print("loading changed the score:", best_test != last_test, "  for the better:", best_test[0] < last_test[0])

# %% [markdown] lang="en"
# **So the last epoch was not the best, judged by the loss.** Loading the best one lowers the test loss from 0.415 to 0.344; in the geometric mean, the probability given to the right class rises from exp(−0.415) = 0.66 to exp(−0.344) = 0.71. Judged by the accuracy there is no difference in this run: 0.884 both times. If somebody acts on the probabilities, it is the loss that matters.
#
# Is 0.884 good? A list kept with the data set gives 0.835 for people without special knowledge of fashion, 0.900 for a fully connected network with three hidden layers, 0.88 to 0.93 for small convolutional networks and 0.967 for a large one. (Users sent these in, with up to 60,000 training pictures; the authors did not check them.) So ours is ordinary for a fully connected network.
#
# ### Why your numbers differ
#
# Late in the training the validation loss jumps from epoch to epoch, so the last one varies more than the lowest. Over five seeds the best epoch lay between 9 and 14. The test loss was 0.34 to 0.37 with the weights of that epoch and 0.39 to 0.43 with the last ones; the test accuracy of the best epoch was 0.877 to 0.884.

# %% [markdown] lang="ko"
# **손실로 보면 마지막 에포크가 가장 좋은 것은 아니었습니다.** 가장 좋은 에포크의 가중치를 불러오니 테스트 손실이 줄었습니다(0.415 → 0.344). 정답에 준 확률의 기하 평균은 높아졌습니다(exp(−0.415) = 0.66 → exp(−0.344) = 0.71). 정확도는 이번 실행에서 둘 다 0.884이고 차이가 없습니다. 확률을 보고 무언가를 결정한다면 손실이 중요합니다.
#
# 0.884면 좋은 점수일까요? 데이터셋과 함께 공개된 목록에는 패션 지식이 없는 사람이 0.835, 은닉층 세 개짜리 완전 연결(fully connected) 신경망이 0.900, 작은 합성곱(convolution) 신경망이 0.88에서 0.93, 큰 합성곱 신경망이 0.967로 나와 있습니다. (사용자가 보낸 결과이고 저자들이 확인한 것은 아니며, 훈련 그림을 60,000장까지 쓸 수 있었습니다.) 완전 연결 신경망으로서는 평범한 점수입니다.
#
# ### 내 결과가 조금 다른 이유
#
# 훈련 후반에는 검증 손실이 에포크마다 들쭉날쭉해서, 가장 낮은 값보다 마지막 값이 더 크게 달라집니다. 시드(seed) 다섯 가지로 재 보니 가장 좋은 에포크는 9에서 14 사이였습니다. 테스트 손실은 그 에포크의 가중치로 0.34에서 0.37, 마지막 가중치로 0.39에서 0.43이었고, 가장 좋은 에포크의 테스트 정확도는 0.877에서 0.884였습니다.

# %% [markdown] lang="en"
# ## 8. A whole model in a file
#
# This section is about files; if you would rather stay with the network, go on with section 9.
#
# A checkpoint of weights is useful only to somebody who first builds the same network. `model.save` writes everything: the architecture, the weights, the loss, and the optimizer with its state.

# %% [markdown] lang="ko"
# ## 8. 모델을 통째로 파일에
#
# 이 절은 파일 이야기입니다. 신경망 이야기를 이어서 읽고 싶으면 9절로 넘어가도 됩니다.
#
# 가중치 체크포인트는 같은 신경망을 먼저 만들어야 쓸 수 있습니다. `model.save`는 구조, 가중치, 손실, 그리고 옵티마이저와 그 상태까지 모두 저장합니다.

# %%
whole_file = Path(workshop.name) / "fashion.keras"
model.save(whole_file)
again = load_model(whole_file)
difference = again.predict(test_images, batch_size=500, verbose=0) - model.predict(test_images, batch_size=500, verbose=0)
print("predictions equal:", bool(np.abs(difference).max() < 1e-6))
print("in the file:", zipfile.ZipFile(whole_file).namelist())

# %% [markdown] lang="en"
# The file is a zip archive with two texts (JSON) and the weights (HDF5). **Predict** its size. The model has 1.5 million weights of four bytes.

# %% [markdown] lang="ko"
# 이 파일은 zip 압축 파일이며, 텍스트(JSON) 두 개와 가중치(HDF5)가 들어 있습니다. 크기를 **예상해 보세요**. 모델의 가중치는 4바이트짜리 150만 개입니다.

# %%
print("weights:", round(4 * model.count_params() / 1e6), "MB   file:", round(whole_file.stat().st_size / 1e6), "MB")

# %% [markdown] lang="en"
# It has 18 MB, three times the size of the weights. Adam keeps two numbers for each weight ([05](05_optimizers.ipynb)), and they are saved too, so that the training can go on where it stopped. If you only want to predict, save the uncompiled `keras.Model(model.inputs, model.outputs)`. (In Keras 3, `include_optimizer=False` has no effect on `.keras` files.)
#
# ### Files that do not fit
#
# Here a network with one more layer loads our checkpoint. Keras refuses, rightly. **Predict**: are the weights of the network afterwards the same as before?

# %% [markdown] lang="ko"
# 파일은 18 MB이며, 가중치의 세 배입니다. Adam은 가중치마다 수를 두 개씩 더 간직하는데([05장](05_optimizers.ipynb)), 멈춘 곳에서 훈련을 이어 갈 수 있도록 함께 저장됩니다. 예측만 하려면 컴파일하지 않은 `keras.Model(model.inputs, model.outputs)`를 저장하면 됩니다. (Keras 3에서 `include_optimizer=False`는 `.keras` 파일에 아무 효과가 없습니다.)
#
# ### 맞지 않는 파일
#
# 층이 하나 더 많은 신경망에 우리 체크포인트를 불러와 봅니다. Keras는 당연히 거부합니다. 거부당한 신경망의 가중치는 그 전과 똑같을지 **예상해 보세요**.

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
# They are not: 10 of the 14 arrays have changed. Keras loads every layer that fits and reports the others only at the end. A program that catches the error and goes on works with a mixture of old and new weights.
#
# `load_weights` of our helpers compares all shapes first. It sets all weights or none, and says what is wrong:

# %% [markdown] lang="ko"
# 똑같지 않습니다. 배열 14개 가운데 10개가 바뀌었습니다. Keras는 맞는 층을 모두 불러온 다음 마지막에야 나머지를 보고합니다. 프로그램이 오류를 잡아 넘기고 계속하면, 옛 가중치와 새 가중치가 뒤섞인 신경망을 쓰게 됩니다.
#
# 우리 도우미의 `load_weights`는 먼저 모든 형상을 비교합니다. 가중치를 전부 바꾸거나 하나도 바꾸지 않으며, 무엇이 잘못되었는지 알려 줍니다.

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
# A full disk or a lost connection leaves a file that ends too early. Here are the first million bytes of our model, loaded by Keras and then by our helper.

# %% [markdown] lang="ko"
# ### 망가진 파일
#
# 디스크가 가득 차거나 연결이 끊기면 중간에 끝나 버린 파일이 남습니다. 우리 모델의 처음 100만 바이트만 남긴 파일을 먼저 Keras로, 그다음 우리 도우미로 불러와 봅니다.

# %%
half_file = Path(workshop.name) / "half.keras"
half_file.write_bytes(whole_file.read_bytes()[:1_000_000])
for load in (keras.models.load_model, load_model):
    try:
        load(half_file)
    except ValueError as problem:
        print(str(problem).replace(str(half_file), half_file.name))

# %% [markdown] lang="en"
# "File not found" makes you search for a file that is there. Here is a checkpoint of weights that ends too early:

# %% [markdown] lang="ko"
# "File not found"라고 나오니, 멀쩡히 있는 파일을 찾아 헤매게 됩니다. 중간에 끝난 가중치 체크포인트도 봅니다.

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
# Opening a file can run somebody else's code. Python's pickle format allows it by design, and a `.keras` file can contain a `Lambda` layer, which carries a Python function. Keras refuses such a layer by default (`safe_mode`), but that is no guarantee: files that ran code in spite of it were published as CVE-2025-1550 and CVE-2025-9906, among others. So **load models only from people you trust**, and keep Keras up to date. Here a harmless `Lambda` layer is stopped:

# %% [markdown] lang="ko"
# ### 해로울 수 있는 파일
#
# 파일을 열기만 해도 남이 넣은 코드가 실행될 수 있습니다. 파이썬의 pickle은 원래 그럴 수 있는 형식이고, `.keras` 파일에도 파이썬 함수를 담은 `Lambda` 층이 들어 있을 수 있습니다. Keras는 기본 설정에서 이런 층을 거부하지만(`safe_mode`), 이것만 믿어서는 안 됩니다. `safe_mode`를 켜 두어도 코드를 실행하는 파일이 CVE-2025-1550, CVE-2025-9906 등으로 알려졌습니다. **믿을 수 있는 사람이 준 모델만 불러오고**, Keras를 최신으로 유지하세요. 아래의 `Lambda` 층은 해롭지 않지만 거부됩니다.

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
# Almost nine answers in ten are right. Which are wrong? In the confusion matrix, the rows are the true classes and the columns the predicted ones.

# %% [markdown] lang="ko"
# ## 9. 무엇을 헷갈릴까?
#
# 열에 아홉 가까이 맞힙니다. 틀리는 것은 무엇일까요? 혼동 행렬(confusion matrix)의 행은 정답, 열은 신경망의 답입니다.

# %% tags=["real-data"]
probabilities = model.predict(test_images, batch_size=500, verbose=0)
with style():
    fig, ax = plt.subplots(figsize=(7.4, 6.2))
    counts = confusion_matrix(ax, test_labels, probabilities.argmax(axis=1), names)
    ax.tick_params(axis="x", rotation=40)
print("pictures counted:", counts.sum(), "  of each class:", counts.sum(axis=1))

# %% [markdown] lang="en"
# The mistakes gather in a few cells: T-shirt, pullover, dress, coat and shirt among themselves, and, less often, sneaker, sandal and boot. Nobody told the network that there are tops and shoes, but its mistakes show these groups.

# %% [markdown] lang="ko"
# 실수는 몇 칸에 몰려 있습니다. 티셔츠, 풀오버, 드레스, 코트, 셔츠를 서로 헷갈리고, 운동화, 샌들, 앵클부츠끼리도 조금 헷갈립니다. 윗옷과 신발이라는 묶음이 있다고 알려 준 적이 없는데도, 그 묶음이 실수에 드러납니다.

# %% tags=["real-data"]
shirt, t_shirt, trouser = (names.index(name) for name in ("Shirt", "T-shirt/top", "Trouser"))
measured("of 1,000 trousers right", counts[trouser, trouser], expected=(950, 990), digits=0, data=fashion_mnist)
measured("of 1,000 shirts right", counts[shirt, shirt], expected=(480, 800), digits=0, data=fashion_mnist)
measured("shirts taken for T-shirts", counts[shirt, t_shirt], expected=(60, 260), digits=0, data=fashion_mnist)
measured("T-shirts taken for shirts", counts[t_shirt, shirt], expected=(40, 180), digits=0, data=fashion_mnist)
mistakes = counts.sum(axis=1) - counts.diagonal()
print("the class with the most mistakes:", names[int(mistakes.argmax())])

# %% [markdown] lang="en"
# The pair confused most often is shirt and T-shirt: 94 + 120 = 214 mistakes in this run, followed by pullover and coat with 132 + 58 = 190. Was that your prediction? The hardest class is the shirt, with 280 of 1,000 wrong, closely followed by the pullover with 275, while only 28 trousers are missed. At 28 × 28 pixels, a collar or a row of buttons is only a few pixels wide.
#
# The browser starts with the mistakes about which the network was least confident. **Look for** the bars that compete.

# %% [markdown] lang="ko"
# 가장 자주 헷갈린 쌍은 셔츠와 티셔츠입니다. 이번 실행에서 94 + 120 = 214번 헷갈렸고, 다음은 132 + 58 = 190번 헷갈린 풀오버와 코트입니다. 예상이 맞았나요? 가장 어려운 클래스는 1,000장 가운데 280장을 틀린 셔츠이고, 275장을 틀린 풀오버가 바로 뒤를 잇습니다. 바지는 28장만 틀렸습니다. 28 × 28 픽셀에서 깃이나 단추 한 줄은 폭이 몇 픽셀밖에 되지 않습니다.
#
# 아래 위젯에는 틀린 것 가운데 신경망이 가장 확신하지 못한 그림부터 나옵니다. 정답과 다투는 막대를 **눈여겨보세요**.

# %%
PredictionBrowser(test_images, probabilities, test_labels, names)

# %% [markdown] lang="en"
# **Try this**
# 1. Walk through the first mistakes with *place*. Several bars share the probability; in the first picture, a T-shirt, four classes lie between 17 and 23 %.
# 2. Set *first* to "surest". Would you have given each of these pictures the label that it has? A label is somebody's decision.
# 3. Set *show* to "right ones" and keep "surest". Which classes come up? Compare with the largest numbers on the diagonal of the matrix.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *순서* 슬라이더로 틀린 그림을 처음부터 넘겨 보세요. 막대 여럿이 확률을 나누어 가집니다. 첫 번째 그림인 티셔츠에서는 네 클래스가 17 %에서 23 % 사이입니다.
# 2. *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 나라면 이 그림들에 지금과 같은 레이블을 붙였을까요? 레이블은 누군가가 내린 결정입니다.
# 3. *보기*를 "맞힌 것"으로 바꾸고 "가장 확신한 것"은 그대로 두세요. 어떤 클래스가 나오나요? 혼동 행렬의 대각선에서 수가 큰 클래스와 비교해 보세요.

# %% [markdown] lang="en"
# ## 10. Was the large network needed?
#
# Now one hidden layer of 128 units: 15 times fewer weights, with the same pictures and number of epochs. **Predict** its lowest validation loss (the large network reached 0.323), and the epoch in which it comes.

# %% [markdown] lang="ko"
# ## 10. 큰 신경망이 필요했을까?
#
# 은닉층 다섯 개 대신 유닛 128개짜리 은닉층 하나만 둡니다. 가중치는 15분의 1입니다. 그림과 에포크 수는 같습니다. 가장 낮은 검증 손실이 얼마이고(큰 신경망은 0.323이었습니다), 몇 번째 에포크에서 나올지 **예상해 보세요**.

# %% tags=["real-data"]
small = build(128)
compile_fast(small)
small_history = small.fit(x_train, y_train, validation_data=(x_val, y_val), epochs=20, batch_size=500, verbose=0)
small_log = small_history.history
print(f"weights: {small.count_params():,} instead of {model.count_params():,}")
measured("its lowest validation loss", min(small_log["val_loss"]), expected=(0.305, 0.360), data=fashion_mnist)
measured("in epoch", int(np.argmin(small_log["val_loss"])) + 1, expected=(16, 20), digits=0, data=fashion_mnist)

# %% [markdown] lang="en"
# It is 0.334, reached in the last epoch: not much worse, and still falling. (Over five seeds the lowest loss was 0.334 to 0.347.) The browser shows both runs, the chosen one in colour and the validation curve of the other in grey.

# %% [markdown] lang="ko"
# 마지막 에포크에서 0.334입니다. 크게 나쁘지 않고, 아직 내려가는 중입니다. (시드 다섯 가지로 재면 가장 낮은 손실이 0.334에서 0.347이었습니다.) 아래 위젯에서 고른 훈련은 색으로, 다른 훈련은 검증 곡선만 회색으로 그립니다.

# %%
runs = {"large": history, "small": small_history}
TrainingBrowser(runs)

# %% [markdown] lang="en"
# **Try this**
# 1. Set *run* to "small". The star stands at the last epoch: the validation loss has not turned yet.
# 2. After five epochs the large network has a validation loss of about 0.375. With the slider, find the epoch at which the small one gets there: in this run about the eighth or ninth. The large network learns in fewer epochs, but each costs about 15 times the arithmetic.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *훈련*을 "small"로 바꿔 보세요. 별이 마지막 에포크에 있습니다. 검증 손실이 아직 오르기 시작하지 않았다는 뜻입니다.
# 2. 큰 신경망의 검증 손실은 다섯 에포크 뒤에 약 0.375입니다. 작은 신경망은 몇 번째 에포크에 여기까지 내려가는지 슬라이더로 찾아보세요. 이번 실행에서는 여덟 번째나 아홉 번째쯤입니다. 큰 신경망은 더 적은 에포크 만에 배우지만, 한 에포크의 계산량은 15배쯤입니다.

# %% [markdown] lang="en"
# ## What you have learned
# - Validation data choose, test data judge. Data that took part in a choice cannot judge it fairly.
# - While the training loss falls, the validation loss can rise: the network is overfitting. Its accuracy need not fall at the same time.
# - `ModelCheckpoint` keeps the best epoch in a file, which counts only after `load_weights`. `EarlyStopping` with `restore_best_weights=True` goes back by itself.
# - A `.keras` file holds a whole model, a `.weights.h5` file no architecture. A refused file can leave a model half changed. Load only files that you trust.
# - A confusion matrix shows which classes the network mixes up.
#
# **Is the network at the end the best one there was on the way?** By the loss, not in this run: the best epoch was the 14th of 20, and by the last the test loss had risen from 0.344 to 0.415. By the accuracy it made no difference. The small network was best at the end. You cannot know in advance which case you have; the curves show it.
#
# ## Next
# [11. Film reviews](11_imdb_reviews.ipynb): from pictures to words.
#
# ## Sources
# - H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms", arXiv:1708.07747 (2017): the data and the names of the classes. The list of scores is at github.com/zalandoresearch/fashion-mnist.
# - D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR (2015).
# - L. Prechelt, "Early stopping – but when?", in *Neural Networks: Tricks of the Trade*, Springer (1998): choosing the epoch by validation.
# - Keras documentation, "ModelCheckpoint", "EarlyStopping" and "Save, serialize, and export models".

# %% [markdown] lang="ko"
# ## 배운 것
# - 고르는 일은 검증 데이터로, 판정은 테스트 데이터로 합니다. 선택에 쓴 데이터로는 공정하게 판정할 수 없습니다.
# - 훈련 손실이 내려가는 동안에도 검증 손실은 올라갈 수 있습니다. 과대적합입니다. 그렇다고 정확도가 꼭 함께 떨어지는 것은 아닙니다.
# - `ModelCheckpoint`는 가장 좋은 에포크를 파일로 남깁니다. `load_weights`로 불러와야 쓸모가 있습니다. `restore_best_weights=True`를 준 `EarlyStopping`은 알아서 되돌립니다.
# - `.keras` 파일에는 모델 전체가 들어 있고, `.weights.h5` 파일에는 구조가 없습니다. 거부된 파일이 모델을 반쯤 바꾸어 놓을 수 있습니다. 믿을 수 있는 파일만 불러옵니다.
# - 혼동 행렬을 보면 신경망이 어떤 클래스를 헷갈리는지 알 수 있습니다.
#
# **그러면 마지막에 나온 신경망이 가장 좋은 것일까요?** 이번 실행에서 손실로 보면 아니었습니다. 20 에포크 가운데 14번째가 가장 좋았고, 마지막에는 테스트 손실이 더 높았습니다(0.344 → 0.415). 정확도로 보면 차이가 없었습니다. 작은 신경망은 마지막이 가장 좋았습니다. 내 신경망이 어느 쪽인지는 미리 알 수 없고, 곡선을 보아야 합니다.
#
# ## 다음
# [11. 영화평](11_imdb_reviews.ipynb): 그림에서 글로.
#
# ## 출처
# - H. Xiao, K. Rasul, R. Vollgraf, "Fashion-MNIST: a novel image dataset for benchmarking machine learning algorithms", arXiv:1708.07747 (2017): 데이터와 클래스 이름. 점수 목록은 github.com/zalandoresearch/fashion-mnist에 있습니다.
# - D. P. Kingma, J. Ba, "Adam: a method for stochastic optimization", ICLR (2015).
# - L. Prechelt, "Early stopping – but when?", *Neural Networks: Tricks of the Trade*, Springer (1998): 검증 데이터로 에포크를 고르는 방법.
# - Keras 문서, "ModelCheckpoint", "EarlyStopping", "Save, serialize, and export models".
