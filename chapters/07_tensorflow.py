# %% [markdown] lang="en"
# # 07. TensorFlow: tensors, a tape, and graphs
#
# Take a Python function that contains a `print`, put one line above it, and call it six times. It returns six results but prints only four lines. **Where did the other two lines go?** The answer shows how TensorFlow works: your Python code often only *describes* a computation, and something else carries it out.
#
# **You will be able to**
# - compute with constants and variables, and say how they differ from NumPy arrays;
# - get gradients from a tape, and find out why a gradient is `None`;
# - build and train a network for XOR without any layer class;
# - predict when `tf.function` makes a new graph, and what happens to the Python code inside it;
# - read TensorFlow programs written before 2019;
# - write event files, start TensorBoard, and read what it shows.
#
# **Time** about 75 minutes. **You need** chapter [04](04_backprop.ipynb): gradients, and the engine that computes them.

# %% [markdown] lang="ko"
# # 07. TensorFlow: 텐서, 테이프, 그래프
#
# `print`가 든 파이썬 함수 위에 코드 한 줄을 더하고, 그 함수를 여섯 번 불러 봅니다. 결과는 여섯 번 돌아오는데 출력은 네 줄뿐입니다. **나머지 두 줄은 어디로 갔을까요?** 그 답을 찾다 보면 TensorFlow가 어떻게 움직이는지 알게 됩니다. 파이썬 코드는 계산을 *적어 두기만* 하고, 실제 계산은 다른 곳에서 할 때가 많습니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 상수와 변수로 계산하고, NumPy 배열과 무엇이 다른지 설명합니다.
# - 테이프(tape)로 그레이디언트(gradient)를 구하고, 그레이디언트가 왜 `None`이 되는지 알아냅니다.
# - 층 클래스 없이 XOR를 푸는 신경망을 만들어 훈련합니다.
# - `tf.function`이 언제 그래프를 새로 만드는지, 그 안의 파이썬 코드는 어떻게 되는지 예상합니다.
# - 2019년 이전에 쓰인 TensorFlow 프로그램을 읽습니다.
# - 이벤트 파일을 기록하고, TensorBoard를 열어 화면을 읽습니다.
#
# **시간** 약 75분. **필요한 것** [04장](04_backprop.ipynb)의 그레이디언트와 자동 미분 엔진.

# %% tags=["setup"]
import itertools
import tempfile
import time
import timeit
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

from helpers import measured
from helpers.drawing import SIGNED, style
from helpers.training import start_tensorboard
from helpers.widgets import TraceExplorer

SEED = 7

# %% [markdown] lang="en"
# ## 1. Constants: 3.0 + 4.0
#
# The smallest TensorFlow program adds two numbers. The first line of its output contains more than the number 7.

# %% [markdown] lang="ko"
# ## 1. 상수: 3.0 + 4.0
#
# 가장 간단한 TensorFlow 프로그램으로 두 수를 더해 봅시다. 출력의 첫 줄에는 7 말고 다른 정보도 나옵니다.

# %%
a, b = tf.constant(3.0), tf.constant(4.0)
print(a + b)
print("the same by name:", tf.add(a, b).numpy(), "  the sum is an", type(a + b).__name__)

# %% [markdown] lang="en"
# A tensor carries its value, its shape and its dtype. The operator `+` is short for `tf.add`. The answer is available at once; this is called **eager execution**. The method `.numpy()` hands the value back to Python.
#
# A constant cannot be changed, and two tensors of different dtypes cannot be added. Both attempts below fail:

# %% [markdown] lang="ko"
# 텐서(tensor)에는 값과 함께 형상(shape)과 자료형(dtype)이 들어 있습니다. `+`는 `tf.add`를 줄여 쓴 것입니다. 이렇게 답이 그 자리에서 바로 나오는 방식을 **즉시 실행**(eager execution)이라고 합니다. `.numpy()`를 쓰면 값을 꺼낼 수 있습니다.
#
# 상수는 바꿀 수 없고, 자료형이 다른 두 텐서는 더할 수 없습니다. 아래의 두 시도는 모두 실패합니다.

# %%
try:
    tf.constant([1.0, 2.0])[0] = 5.0
except TypeError as problem:
    print("TypeError:", problem)
try:
    tf.constant(3) + tf.constant(4.0)
except tf.errors.InvalidArgumentError as problem:
    print("InvalidArgumentError:", problem.message.split(" [")[0])

# %% [markdown] lang="en"
# If you add an int32 array to a float32 array, NumPy silently converts both to float64. For tensors, TensorFlow makes you write the conversion yourself, with `tf.cast`. You will often need it when you exchange data with NumPy, because NumPy's floats are float64 by default, whereas TensorFlow turns Python floats into float32.

# %% [markdown] lang="ko"
# NumPy에서는 int32 배열과 float32 배열을 더하면 결과가 저절로 float64가 됩니다. TensorFlow에서는 두 텐서의 자료형이 다르면 `tf.cast`로 직접 바꿔야 합니다. NumPy와 값을 주고받을 때 그럴 일이 많습니다. NumPy의 실수는 기본 자료형이 float64인데, TensorFlow는 파이썬 실수를 float32로 만들기 때문입니다.

# %%
from_numpy = tf.constant(np.array([1.0, 2.0]))
print("from NumPy:", from_numpy.dtype.name, "  from Python:", tf.constant([1.0, 2.0]).dtype.name)
print("cast:", tf.cast(from_numpy, tf.float32) + tf.constant([1.0, 2.0]))

# %% [markdown] lang="en"
# ## 2. Almost NumPy
#
# What you learned in chapters [01](01_tensors.ipynb) and [02](02_broadcasting.ipynb) holds here too: axes, slices, broadcasting, matrix products. Most operations that remove an axis have `reduce` in their names.
#
# | NumPy | TensorFlow |
# |---|---|
# | `np.array`, `.astype` | `tf.constant`, `tf.cast` |
# | `np.sum`, `np.mean`, `np.max` | `tf.reduce_sum`, `tf.reduce_mean`, `tf.reduce_max` |
# | `np.concatenate`, `np.stack` | `tf.concat`, `tf.stack` |
# | `x @ w`, `np.where`, `np.argmax` | `x @ w`, `tf.where`, `tf.argmax` |
# | `np.log`, `np.power` | `tf.math.log`, `tf.pow` |

# %% [markdown] lang="ko"
# ## 2. NumPy와 거의 같은 연산
#
# [01장](01_tensors.ipynb)과 [02장](02_broadcasting.ipynb)에서 배운 축(axis), 슬라이싱(slicing), 브로드캐스팅(broadcasting), 행렬 곱셈(matrix product)을 여기서도 그대로 씁니다. 축을 없애는 연산의 이름에는 대부분 `reduce`가 붙습니다.
#
# | NumPy | TensorFlow |
# |---|---|
# | `np.array`, `.astype` | `tf.constant`, `tf.cast` |
# | `np.sum`, `np.mean`, `np.max` | `tf.reduce_sum`, `tf.reduce_mean`, `tf.reduce_max` |
# | `np.concatenate`, `np.stack` | `tf.concat`, `tf.stack` |
# | `x @ w`, `np.where`, `np.argmax` | `x @ w`, `tf.where`, `tf.argmax` |
# | `np.log`, `np.power` | `tf.math.log`, `tf.pow` |

# %%
table = tf.reshape(tf.range(6.0), (2, 3))
print("plus a row:", (table + tf.constant([10.0, 20.0, 30.0])).shape, "  mean of each row:", tf.reduce_mean(table, axis=1))
print("TensorFlow's product:", (table @ tf.transpose(table)).numpy().tolist())
print("NumPy's product:     ", (table.numpy() @ table.numpy().T).tolist())

# %% [markdown] lang="en"
# Taking the mean has removed axis 1, so the shape is (2,).
#
# TensorFlow does three things that NumPy does not: it runs on GPUs (chapter [16](16_gpu_and_beyond.ipynb)), it differentiates, and it turns a function into a graph.
#
# ## 3. Variables: what training changes
#
# Weights must change during training, and a constant cannot. A **variable** is a box that holds a tensor. Its contents may change while the box stays the same.

# %% [markdown] lang="ko"
# 평균을 구하면 1번 축이 없어지므로 형상은 (2,)입니다.
#
# NumPy로는 할 수 없지만 TensorFlow로는 할 수 있는 일이 세 가지 있습니다. GPU에서 계산하고([16장](16_gpu_and_beyond.ipynb)), 미분을 하고, 함수를 그래프로 바꾸는 일입니다.
#
# ## 3. 변수: 훈련으로 바뀌는 것
#
# 가중치(weight)는 훈련하면서 바뀌어야 하는데 상수는 바꿀 수 없습니다. **변수**(variable)는 텐서를 담는 상자입니다. 내용은 바뀌어도 상자는 그대로입니다.

# %%
w = tf.Variable([1.0, 2.0])
box = w  # a second name for the same box
w.assign_sub([0.1, 0.1])
w[0].assign(5.0)
print("w:", w.numpy(), "  by its second name:", box.numpy())

# %% [markdown] lang="en"
# `assign`, `assign_add` and `assign_sub` write into the box. If you write `w = w - 0.1` instead, a new *tensor* takes the variable's name, and the variable is lost:

# %% [markdown] lang="ko"
# `assign`, `assign_add`, `assign_sub`는 상자 안에 값을 씁니다. 이렇게 하지 않고 `w = w - 0.1`이라고 쓰면 `w`는 새 *텐서*의 이름이 되고 변수는 사라집니다.

# %%
lost = tf.Variable(1.0)
lost = lost - 0.1
print("a variable before, now an", type(lost).__name__)

# %% [markdown] lang="en"
# ## 4. The tape
#
# The engine of chapter [04](04_backprop.ipynb) wrote down all operations and then walked back through them. `tf.GradientTape` does the same. Inside the `with` block it records the operations on variables, and `tape.gradient(y, x)` walks back from `y` to `x`.
#
# **Predict** dy/dx for y = x² at x = 3, and the gradients of 10 · 5 with respect to its two factors.

# %% [markdown] lang="ko"
# ## 4. 테이프
#
# [04장](04_backprop.ipynb)의 엔진은 연산을 모두 적어 둔 다음 거꾸로 되짚어 갔습니다. `tf.GradientTape`도 똑같이 작동합니다. `with` 블록 안에서 변수에 하는 연산을 기록하고, `tape.gradient(y, x)`를 부르면 `y`에서 `x`까지 거꾸로 되짚습니다.
#
# x = 3일 때 y = x²의 dy/dx와, 곱 10 · 5를 두 인수로 각각 미분한 값을 **예상해 보세요**.

# %%
x, apples, price = tf.Variable(3.0), tf.Variable(10.0), tf.Variable(5.0)
with tf.GradientTape(persistent=True) as tape:
    square, cost = x * x, apples * price
print("dy/dx:", tape.gradient(square, x).numpy())
print("of the product:", [float(gradient) for gradient in tape.gradient(cost, [apples, price])])

# %% [markdown] lang="en"
# The derivative is 6, and the two gradients are 5 and 10. On the way back, a product swaps its inputs, as the multiply node of chapter 04 did. A tape is good for only one call of `gradient`, unless you make it with `persistent=True`.
#
# Sometimes the result is `None`. **Predict** which of the four lines below gives a number.

# %% [markdown] lang="ko"
# dy/dx는 6이고, 곱을 미분한 값은 5와 10입니다. 04장의 곱셈 노드처럼, 거꾸로 되짚을 때는 두 입력이 서로 자리를 바꿉니다. 테이프로는 `gradient`를 한 번만 부를 수 있습니다. 여러 번 부르려면 `persistent=True`로 만듭니다.
#
# `None`이 나올 때도 있습니다. 아래 네 줄 가운데 수가 나오는 줄은 어느 것일지 **예상해 보세요**.

# %%
constant, watched, variable = tf.constant(3.0), tf.constant(3.0), tf.Variable(3.0)
with tf.GradientTape(persistent=True) as tape:
    tape.watch(watched)
    through_numpy = tf.constant(np.square(variable.numpy()))
    results = {"constant": constant**2, "watched": watched**2, "integer": tf.cast(tf.cast(variable, tf.int32), tf.float32)}
print("a constant:            ", tape.gradient(results["constant"], constant))
print("a constant, watched:   ", tape.gradient(results["watched"], watched))
print("a way through NumPy:   ", tape.gradient(through_numpy, variable))
print("a way through integers:", tape.gradient(results["integer"], variable))

# %% [markdown] lang="en"
# Only the watched constant has a gradient, 6. The tape watches trainable variables by itself, but a constant only after `tape.watch`. It cannot follow a value that leaves TensorFlow through `.numpy()` or becomes an integer. You also get `None` for a variable that was overwritten as in section 3, and for a result that does not depend on `x`.
#
# ## 5. XOR with two layers, by hand
#
# In chapter [03](03_neurons_activations.ipynb) we chose the weights for XOR by hand, and in chapter [04](04_backprop.ipynb) we trained them, with gradient formulas worked out by hand. Now the tape finds the gradients. There are four samples, two inputs, eight hidden units with tanh, and one output. Each layer consists of a weight matrix and a bias.

# %% [markdown] lang="ko"
# `tape.watch`로 지켜본 상수에서만 그레이디언트 6이 나옵니다. 테이프는 훈련할 변수를 저절로 지켜보지만, 상수는 `tape.watch`를 불러야 지켜봅니다. `.numpy()`로 TensorFlow 밖으로 꺼낸 값이나 정수로 바꾼 값은 추적하지 못합니다. 3절처럼 변수를 덮어썼거나 결과가 `x`와 상관없을 때도 `None`이 나옵니다.
#
# ## 5. 두 층으로 XOR 풀기
#
# [03장](03_neurons_activations.ipynb)에서는 사람이 고른 가중치로 XOR를 풀었고, [04장](04_backprop.ipynb)에서는 손으로 유도한 그레이디언트 식으로 가중치를 훈련했습니다. 이번에는 그레이디언트를 테이프로 구합니다. 샘플(sample)은 넷, 입력은 둘, tanh를 쓰는 은닉(hidden) 유닛은 여덟, 출력은 하나입니다. 층(layer)마다 가중치 행렬과 편향(bias)만 있으면 됩니다.

# %%
inputs = tf.constant([[0, 0], [0, 1], [1, 0], [1, 1]], tf.float32)
wanted = tf.constant([[0], [1], [1], [0]], tf.float32)


def new_layers(*sizes, networks=()):
    pairs = []
    for fan_in, fan_out in itertools.pairwise(sizes):
        r = (6 / (fan_in + fan_out)) ** 0.5  # Glorot's, from chapter 03
        weights = tf.Variable(tf.random.uniform((*networks, fan_in, fan_out), -r, r))
        pairs.append((weights, tf.Variable(tf.zeros((*networks, 1, fan_out)))))
    return pairs


def scores(layers, x):
    for weights, bias in layers[:-1]:
        x = tf.tanh(x @ weights + bias)
    weights, bias = layers[-1]
    return x @ weights + bias

# %% [markdown] lang="en"
# The output is a score z, and its sigmoid is the probability of a 1. The loss is binary cross-entropy, computed from the score as in chapter [06](06_softmax_losses.ipynb). For a target t it is log(1 + eᶻ) − t · z, where log(1 + eᶻ) is called softplus. A training step records a forward pass on the tape, computes the gradients, and moves the variables a little against them.

# %% [markdown] lang="ko"
# 출력은 점수 z이고, z에 시그모이드(sigmoid)를 씌우면 답이 1일 확률이 됩니다. 손실(loss)은 이진 교차 엔트로피(binary cross-entropy)이며, [06장](06_softmax_losses.ipynb)에서처럼 점수에서 바로 계산합니다. 타깃(target)이 t이면 손실은 log(1 + eᶻ) − t · z입니다. 여기서 log(1 + eᶻ)를 softplus라고 합니다. 훈련 한 스텝에서는 테이프로 기록하며 순전파(forward pass)를 하고, 그레이디언트를 구하고, 가중치를 그 반대쪽으로 조금 옮깁니다.

# %%
def loss_of(z, t):
    return tf.reduce_mean(tf.math.softplus(z) - t * z)


def train_step(layers, rate):
    variables = [variable for pair in layers for variable in pair]
    with tf.GradientTape() as tape:
        loss = loss_of(scores(layers, inputs), wanted)
    for variable, gradient in zip(variables, tape.gradient(loss, variables), strict=True):
        variable.assign_sub(rate * gradient)
    return loss

# %% [markdown] lang="en"
# A network that answered 0.5 to everything would have a loss of −log 0.5 = 0.69. **Predict** whether our network's loss before training is lower, the same or higher.

# %% [markdown] lang="ko"
# 어떤 입력에든 0.5라고 답하는 신경망(neural network)의 손실은 −log 0.5 = 0.69입니다. 훈련 전 우리 신경망의 손실은 그보다 낮을지, 같을지, 높을지 **예상해 보세요**.

# %%
keras.utils.set_random_seed(SEED)
two = new_layers(2, 8, 1)
two_losses = [float(train_step(two, rate=1.0)) for _ in range(500)]
measured("loss before training", two_losses[0], expected=(0.60, 1.00))
measured("loss after 500 steps", two_losses[-1], expected=(0.002, 0.006), digits=4)

# %% [markdown] lang="en"
# Our loss before training is higher. The random weights already give answers other than 0.5, which in this run are worse on average. After 500 steps the loss is close to 0, and the answers are right:

# %% [markdown] lang="ko"
# 더 높습니다. 무작위 가중치로 낸 답은 이미 0.5에서 벗어나 있고, 이번에는 평균적으로 0.5라는 답보다 더 나쁩니다. 500 스텝이 지나면 손실이 0에 가까워지고 답은 모두 맞습니다.

# %%
def truth_table(layers):
    probabilities = tf.sigmoid(scores(layers, inputs))
    for (x1, x2), t, p in zip(inputs.numpy(), wanted.numpy(), probabilities.numpy(), strict=True):
        print(f"{x1:.0f} xor {x2:.0f} = {t[0]:.0f}   answer {round(float(p[0]))}")
    measured("furthest from the truth", float(tf.reduce_max(abs(probabilities - wanted))), expected=(0, 0.02))


truth_table(two)

# %% [markdown] lang="en"
# XOR is solved, and nobody chose the weights. But are eight hidden units needed? Two were enough in chapter 03, and for most of the 20 sigmoid networks in chapter 04. Here we train a hundred networks **all at once**. Weights of shape (100, 2, 2) are a hundred matrices, and `@` and broadcasting do the rest. Averaging the loss divides each gradient by 100, so the learning rate is 100 instead of 1. (`tf.function` and `tf.range` only make the training faster; see section 7.)
#
# **Predict** how many of the hundred with two hidden units learn XOR.

# %% [markdown] lang="ko"
# XOR가 풀렸습니다. 사람이 고른 가중치는 하나도 없습니다. 그런데 은닉 유닛이 여덟 개나 필요할까요? 03장에서는 둘로 풀었고, 04장에서는 시그모이드 유닛이 둘인 신경망 20개 가운데 대부분이 XOR를 배웠습니다. 여기서는 신경망 백 개를 **한꺼번에** 훈련합니다. 형상이 (100, 2, 2)인 가중치에는 행렬이 백 개 들어 있고, 나머지는 `@`와 브로드캐스팅이 처리합니다. 손실의 평균을 내면 각 신경망의 그레이디언트가 100으로 나뉘므로 학습률(learning rate)을 1 대신 100으로 합니다. (`tf.function`과 `tf.range`는 계산을 빠르게 하려고 썼을 뿐입니다. 자세한 것은 7절에서 설명합니다.)
#
# 은닉 유닛이 둘인 신경망 백 개 가운데 몇 개가 XOR를 배울지 **예상해 보세요**.

# %%
def hundred(*sizes, seed=SEED):
    keras.utils.set_random_seed(seed)
    return new_layers(*sizes, networks=(100,))


@tf.function
def train(layers, steps):
    for _ in tf.range(steps):
        train_step(layers, 100.0)


def learned(layers):  # for each network: are all four answers right?
    right = (scores(layers, inputs) > 0) == (wanted > 0.5)
    return tf.reduce_all(right, axis=(1, 2)).numpy()


# %%
for hidden, low, high in ((2, 35, 72), (4, 95, 100), (8, 98, 100)):
    layers = hundred(2, hidden, 1)
    train(layers, tf.constant(1000))
    measured(f"{hidden} hidden units, of 100 networks have learned", int(learned(layers).sum()), (low, high))

# %% [markdown] lang="en"
# With two hidden units about half of the networks learn XOR. With four or eight, practically all of them do. A solution with two units *exists*, as chapter 03 showed, but gradient descent does not always find it within these 1,000 steps. The networks differ only in their initial weights, so it is the initial weights that decide.
#
# Do the others just need more time? We give ten times as many steps to five hundred networks, a hundred for each of five seeds, and then look at the losses of those that still fail. **Predict** how many more will have learned XOR after 10,000 steps.

# %% [markdown] lang="ko"
# 은닉 유닛이 둘이면 절반쯤이 XOR를 배웁니다. 넷이나 여덟이면 거의 모두 배웁니다. 03장에서 보았듯이 유닛이 둘이어도 답은 *있습니다*. 그렇다고 경사 하강법(gradient descent)이 1,000 스텝 안에 언제나 답을 찾는 것은 아닙니다. 신경망 백 개는 초기 가중치만 다르므로, 배우느냐 못 배우느냐는 초기 가중치에 달려 있습니다.
#
# 나머지는 훈련 시간이 모자랐을 뿐일까요? 시드(seed) 다섯 개로 신경망을 백 개씩, 모두 오백 개를 만들어 열 배 더 오래 훈련합니다. 그런 다음 아직 못 배운 신경망의 손실을 봅니다. 10,000 스텝이 지나면 몇 개가 더 배울지 **예상해 보세요**.

# %%
def losses_of(layers):
    z = scores(layers, inputs)
    return tf.reduce_mean(tf.math.softplus(z) - wanted * z, axis=(1, 2)).numpy()


failed, stuck = [], []
for seed in range(5):
    layers = hundred(2, 2, 1, seed=seed)
    train(layers, tf.constant(1000))
    measured(f"seed {seed}: of 100 have learned after  1,000 steps", int(learned(layers).sum()), (35, 75))
    train(layers, tf.constant(9000))
    measured("                                 10,000 steps", int(learned(layers).sum()), (35, 75))
    failed.extend(losses_of(layers)[~learned(layers)])
    stuck.extend(np.sort(tf.sigmoid(scores(layers, inputs)), axis=1)[~learned(layers), :, 0])

# %%
for loss in (0.347, 0.478):
    near = np.abs(np.array(failed) - loss) < 0.005
    measured(f"failed, with a loss near {loss}", int(near.sum()))
    print("  the four answers of one of them:", np.array(stuck)[near][0].round(1))
measured("failed in all", len(failed))

# %% [markdown] lang="en"
# More time hardly helped: in this run, only two more of the five hundred learned XOR. Nearly all the networks that still failed ended up with a loss of 0.347. Such a network gives two samples the right answers, 0 and 1, and answers 0.5 to the other two, which it cannot tell apart. Its loss is 2 · log 2 / 4 = 0.347. A few ended up with a loss of 0.478 and the same answer for three samples. The losses sink towards these values and no further. The initial weights led these networks into a valley that ends in the wrong place (chapter [05](05_optimizers.ipynb)).
#
# ## 6. Three layers: the same code, a longer list
#
# `scores` and `train_step` go through a list of pairs, so a third layer takes just one more number.

# %% [markdown] lang="ko"
# 더 오래 훈련해도 거의 소용이 없습니다. 이번 실행에서 새로 XOR를 배운 신경망은 오백 개 가운데 둘뿐입니다. 못 배운 신경망은 대부분 손실이 0.347에서 멈춥니다. 이런 신경망은 두 샘플에는 0과 1로 맞게 답하지만, 나머지 두 샘플은 구별하지 못해 둘 다 0.5라고 답합니다. 그래서 손실이 2 · log 2 / 4 = 0.347입니다. 몇 개는 세 샘플에 같은 답을 내고, 손실이 0.478에서 멈춥니다. 손실은 이 두 값에 가까워질 뿐 그 아래로는 내려가지 않습니다. 초기 가중치에 따라서는 이렇게 엉뚱한 곳에서 끝나는 골짜기로 들어서기도 합니다([05장](05_optimizers.ipynb)).
#
# ## 6. 세 층: 같은 코드, 더 긴 목록
#
# `scores`와 `train_step`은 가중치와 편향 쌍의 목록을 차례로 훑으므로, 층을 하나 늘리려면 수 하나만 더 적으면 됩니다.

# %%
keras.utils.set_random_seed(SEED)
three = new_layers(2, 8, 8, 1)
three_losses = [float(train_step(three, rate=1.0)) for _ in range(500)]
measured("loss after 500 steps, three layers", three_losses[-1], expected=(0.0003, 0.004), digits=4)
truth_table(three)

# %% [markdown] lang="en"
# What does a network answer between the four samples? We compute its answers on a grid of points.

# %% [markdown] lang="ko"
# 네 샘플 사이의 점에서는 신경망이 어떤 답을 낼까요? 격자점마다 답을 계산해 봅니다.

# %%
def answers(layers, low=-0.5, high=1.5, cells=81):
    at = tf.linspace(low, high, cells)
    grid = tf.reshape(tf.stack(tf.meshgrid(at, at), axis=-1), (-1, 2))
    return tf.reshape(tf.sigmoid(scores(layers, grid)), (cells, cells))

# %% [markdown] lang="en"
# On the left are both losses on a logarithmic scale, and beside them are the answers of the two networks: blue for a probable 1, orange for a probable 0. The circles contain the targets. **Look for** the colour that forms one piece, and the colour that is split in two.

# %% [markdown] lang="ko"
# 왼쪽은 로그 눈금으로 그린 두 손실이고, 그 옆은 두 신경망의 답입니다. 답이 1일 확률이 높은 곳은 파란색, 낮은 곳은 주황색입니다. 동그라미 안의 수는 타깃입니다. 어느 색이 한 덩어리로 이어지고 어느 색이 둘로 나뉘는지 **눈여겨보세요**.

# %%
with style():
    fig, axes = plt.subplots(1, 3, figsize=(9, 3.1), width_ratios=(1.3, 1, 1))
    axes[0].semilogy(two_losses, label="two layers")
    axes[0].semilogy(three_losses, label="three layers")
    axes[0].set(xlabel="step", title="loss")
    axes[0].legend()
    for ax, layers, name in zip(axes[1:], (two, three), ("two layers", "three layers"), strict=True):
        ax.imshow(answers(layers), cmap=SIGNED, vmin=0, vmax=1, extent=(-0.5, 1.5, -0.5, 1.5), origin="lower")
        ax.plot(*inputs.numpy().T, "o", mfc="white", mec="black", ms=14)
        for (x1, x2), t in zip(inputs, wanted, strict=True):
            ax.text(x1, x2, f"{float(t[0]):.0f}", ha="center", va="center_baseline")
        ax.set(title=name, xlabel="x₁", ylabel="x₂")
        ax.grid(False)
print("parameters:", *(sum(int(tf.size(v)) for pair in layers for v in pair) for layers in (two, three)))

# %% [markdown] lang="en"
# In both pictures an orange band joins (0, 0) and (1, 1), with blue on either side. XOR does not need the third layer, since both networks get all four samples right. But in this run, three layers reached a lower loss in the same number of steps. Is that chance, or is it because they have 105 parameters instead of 33? We train a hundred networks of each kind, and a hundred wide networks with two layers and 129 parameters.

# %% [markdown] lang="ko"
# 두 그림 모두 주황색 띠가 (0, 0)과 (1, 1)을 잇고, 그 양옆이 파란색입니다. 둘 다 네 샘플을 모두 맞히므로 XOR에 셋째 층은 필요 없습니다. 그런데 이번 훈련에서는 스텝 수가 같을 때 세 층 신경망의 손실이 더 낮았습니다. 우연일까요, 아니면 파라미터(parameter)가 33개가 아니라 105개이기 때문일까요? 두 신경망을 백 개씩 훈련하고, 파라미터가 129개인 넓은 두 층 신경망도 백 개 훈련해 봅시다.

# %%
ends = {}
for sizes in ((2, 8, 1), (2, 32, 1), (2, 8, 8, 1)):
    layers = hundred(*sizes)
    train(layers, tf.constant(500))
    ends[sizes] = losses_of(layers)
    measured(f"{sizes}: median loss of 100 networks", np.median(ends[sizes]), digits=4)
lower = ends[2, 8, 8, 1] < ends[2, 8, 1]
measured("of 100 pairs, three layers of 8 are lower than two in", int(lower.sum()), (95, 100))

# %% [markdown] lang="en"
# It was not chance, nor was it the number of parameters, since the wide networks with two layers gained little. With this learning rate and these 500 steps, a third layer made the median loss about four times smaller. Chapter [10](10_fashion_images.ipynb) has deeper networks, and in chapter [15](15_playground.ipynb) you will add layers yourself.
#
# ## 7. From Python to a graph
#
# A training step of this tiny network takes milliseconds, but little of that time is spent on arithmetic. Python spends most of it looking up each operation, checking it and handing it over. `tf.function` runs your Python **once**, with symbols instead of numbers, and writes every operation into a **graph**. This is called **tracing**. From then on it runs the graph, without Python.
#
# `print` belongs to Python, while `tf.print` is an operation. **Predict** how many lines begin with "tracing" and how many with "running" when the function is called twice.

# %% [markdown] lang="ko"
# 우연이 아니며, 파라미터 수 때문도 아닙니다. 층이 둘이면 폭을 넓혀도 손실이 조금밖에 줄지 않습니다. 이 학습률로 500 스텝을 훈련할 때 셋째 층을 두면 손실의 중앙값이 4분의 1쯤으로 줄어듭니다. 더 깊은 신경망은 [10장](10_fashion_images.ipynb)에서 훈련하고, [15장](15_playground.ipynb)에서는 층을 직접 더해 볼 수 있습니다.
#
# ## 7. 파이썬에서 그래프로
#
# 이 작은 신경망도 한 스텝을 훈련하는 데 몇 밀리초가 걸립니다. 그 시간은 대부분 산술 계산이 아니라 파이썬이 연산을 찾고 확인하고 넘겨주는 데 듭니다. `tf.function`은 수 대신 기호를 넣어 파이썬 코드를 **한 번** 실행하면서 연산을 모두 **그래프**(graph)에 적어 둡니다. 이 일을 **트레이싱**(tracing)이라고 합니다. 그다음부터는 파이썬 없이 그래프를 실행합니다.
#
# `print`는 파이썬 함수이고 `tf.print`는 연산입니다. 함수를 두 번 부르면 "tracing"으로 시작하는 줄과 "running"으로 시작하는 줄이 몇 개씩 나올지 **예상해 보세요**.

# %%
@tf.function
def square(x):
    print("tracing with", x)
    tf.print("running with", x)
    return x * x


print("first: ", square(tf.constant([1.0, 2.0])).numpy())
print("second:", square(tf.constant([3.0, 4.0])).numpy())

# %% [markdown] lang="en"
# One line begins with "tracing" and two begin with "running". In the first call, Python ran with a symbol `x` that had a dtype and a shape but no value; after that, the graph ran. In the second call only the graph ran.
#
# The same holds for all other Python code inside the function, such as appending to a list or drawing random numbers with NumPy. The function below is called five times. **Predict** the three numbers that the cell prints.

# %% [markdown] lang="ko"
# "tracing"은 한 줄, "running"은 두 줄입니다. 첫 번째 호출에서는 값 없이 자료형과 형상만 있는 기호 `x`로 파이썬이 실행되고, 이어서 그래프가 실행되었습니다. 두 번째 호출에서는 그래프만 실행되었습니다.
#
# 리스트에 값을 덧붙이거나 NumPy로 난수를 뽑는 코드처럼 함수 안에 있는 다른 파이썬 코드도 마찬가지입니다. 아래 함수를 다섯 번 부릅니다. 출력에 나올 세 수를 **예상해 보세요**.

# %%
noted, counted = [], tf.Variable(0)


@tf.function
def remember(x):
    noted.append(x)  # Python: while tracing
    counted.assign_add(1)  # an operation: in every run
    return x + np.random.default_rng().random()  # Python again: one number, for ever


sums = {float(remember(tf.constant(1.0))) for _ in range(5)}
print("in the list:", len(noted), "  counted by the variable:", counted.numpy(), "  different sums:", len(sums))

# %% [markdown] lang="en"
# The list has 1 entry, the variable counted 5 runs, and there is only 1 sum, since the "random" number was drawn during tracing and is built into the graph. Inside a `tf.function`, use variables, `tf.print` and `tf.random`.
#
# Python's `if` and `while` are allowed. Where they depend on a tensor, **AutoGraph** turns them into operations, as it did with the loop over `tf.range` in section 5. The graph below was traced without any number, and yet it contains a loop:

# %% [markdown] lang="ko"
# 리스트에 든 원소는 1개, 변수로 센 실행 횟수는 5번, 서로 다른 합은 1개입니다. "난수"는 트레이싱할 때 한 번 뽑혀 그래프에 상수로 들어갔습니다. `tf.function` 안에서는 변수와 `tf.print`와 `tf.random`을 쓰세요.
#
# 파이썬의 `if`와 `while`은 그대로 써도 됩니다. 조건이나 반복 횟수가 텐서에 따라 달라지면 **AutoGraph**가 그 문장을 연산으로 바꿔 줍니다. 5절에서 `tf.range`를 쓴 반복문이 그 예입니다. 아래 그래프는 수를 하나도 넣지 않고 만들었는데도 그 안에 반복문이 들어 있습니다.

# %%
@tf.function(input_signature=[tf.TensorSpec((), tf.int32)])
def power_above(limit):
    power = tf.constant(1)
    while power < limit:
        power *= 2
    return power


operations = [operation.type for operation in power_above.get_concrete_function().graph.get_operations()]
print([int(power_above(limit)) for limit in (5, 100, 1000)])
print("operations in the graph:", *operations)

# %% [markdown] lang="en"
# **Predict** how many times faster the same training step runs as a graph.

# %% [markdown] lang="ko"
# 같은 훈련 스텝을 그래프로 바꾸면 몇 배 빨라질지 **예상해 보세요**.

# %%
graph_step = tf.function(train_step)
graph_step(two, 1.0)  # traces
as_python = timeit.timeit(lambda: train_step(two, 1.0), number=100) / 100
as_graph = timeit.timeit(lambda: graph_step(two, 1.0), number=100) / 100
measured("a step as Python", 1000 * as_python, digits=2, unit="ms")
measured("a step as a graph", 1000 * as_graph, digits=2, unit="ms")
measured("times faster", as_python / as_graph, digits=1)

# %% [markdown] lang="en"
# On our computers the graph was five to twenty times faster. But the matrices were tiny. Is the gain as large with 1,000 × 1,000 matrices?

# %% [markdown] lang="ko"
# 우리가 재었을 때는 컴퓨터에 따라 그래프가 다섯 배에서 스무 배 빨랐습니다. 그런데 행렬이 아주 작았습니다. 1,000 × 1,000 행렬에서도 이만큼 빨라질까요?

# %%
big = tf.random.normal((1000, 1000), stddev=0.03)


def three_products(x):
    return tf.tanh(tf.tanh(tf.tanh(x @ big) @ big) @ big)


in_graph = tf.function(three_products)
in_graph(big)  # traces
as_python = min(timeit.repeat(lambda: three_products(big), number=1, repeat=5))
as_graph = min(timeit.repeat(lambda: in_graph(big), number=1, repeat=5))
measured("three large products as Python", 1000 * as_python, digits=1, unit="ms")
measured("times faster as a graph", as_python / as_graph, digits=1)

# %% [markdown] lang="en"
# With large matrices the gain is small, because the arithmetic takes nearly all the time and Python only a small share. A function that runs only once usually gains nothing, since tracing takes longer than one run. With TensorFlow as its backend, Keras's `fit` puts its training step into a `tf.function` for you. For debugging, `tf.config.run_functions_eagerly(True)` makes every `tf.function` run as plain Python.
#
# ## 8. One function, several graphs
#
# A graph is made for one kind of argument, and for another kind the function is **retraced**. For a **tensor**, what counts is its dtype and shape. For a **Python number**, it is the number itself, which is built into the graph.
#
# ### See it: TraceExplorer
#
# The rows are the six calls from the beginning of this chapter, and `print` ran in four of them. An orange arrow leads to a graph that the call had to make, and a dashed blue one leads to a graph that already existed. **Look for** the two blue arrows first, and then see what the last call returns.

# %% [markdown] lang="ko"
# 거의 빨라지지 않습니다. 행렬이 크면 시간이 대부분 산술 계산에 들고, 파이썬에서 걸리는 시간은 얼마 되지 않기 때문입니다. 한 번만 실행할 함수라면 대개 이득이 없습니다. 트레이싱이 실행보다 오래 걸리기 때문입니다. TensorFlow를 백엔드(backend)로 쓰면 Keras의 `fit`은 훈련 스텝을 알아서 `tf.function`에 넣습니다. 디버깅할 때 `tf.config.run_functions_eagerly(True)`를 쓰면 모든 `tf.function`이 보통 파이썬 코드처럼 실행됩니다.
#
# ## 8. 함수 하나에 그래프 여럿
#
# 그래프는 인수의 종류마다 하나씩 만들어집니다. 새로운 종류의 인수가 들어오면 함수를 **다시 트레이싱**합니다. **텐서**의 종류는 자료형과 형상으로 정해집니다. **파이썬 수**는 값이 다르면 종류도 다르며, 그 수가 그래프에 상수로 들어갑니다.
#
# ### 눈으로 보기: TraceExplorer
#
# 한 줄이 호출 하나를 나타냅니다. 이 장 첫머리에서 말한 여섯 번의 호출이며, 그 가운데 네 번에서 `print`가 실행됩니다. 주황색 화살표는 그 호출에서 새로 만든 그래프를, 파란색 파선 화살표는 이미 있던 그래프를 가리킵니다. 파란 화살표 두 개를 먼저 **찾아보고**, 다음에 마지막 줄의 반환값을 보세요.

# %%
TraceExplorer()

# %% [markdown] lang="en"
# The last call returns the integer 4, although it passes 2.0. In Python, 2 == 2.0, so this call gets the graph of call 4, **with the earlier number built in**.
#
# **Try this**
# 1. Swap 2 and 2.0 in calls 4 and 6. The same two calls now return float32 instead of int32.
# 2. Press *Reset*, and set calls 4, 5 and 6 to `tf.constant(2)`, `tf.constant(3)` and `tf.constant(2)`. There are now three graphs instead of four. Tensors of the same dtype and shape share a graph, whatever their values.
# 3. Press *Reset*, set call 5 to `np.array([1.0, 2.0])`, and choose the *input_signature* float32 (None,). There is one graph for vectors of any length, and even the float64 array is converted to float32 without a cast on your part. The arguments of calls 4 and 6 are not vectors, so these calls are refused with a TypeError.

# %% [markdown] lang="ko"
# 마지막 줄에서는 2.0을 넣었는데 정수 4가 나옵니다. 파이썬에서는 2 == 2.0이므로 호출 4의 그래프를 쓰는데, **그 그래프에는 먼저 넣은 수가 상수로 들어 있습니다**.
#
# **해 보세요**
# 1. 호출 4의 2와 호출 6의 2.0을 서로 바꿔 보세요. 이번에는 두 호출에서 모두 int32가 아니라 float32가 나옵니다.
# 2. *처음으로*를 누르고 호출 4, 5, 6을 `tf.constant(2)`, `tf.constant(3)`, `tf.constant(2)`로 바꿔 보세요. 그래프가 넷에서 셋으로 줄어듭니다. 자료형과 형상이 같은 텐서는 값이 달라도 그래프를 함께 씁니다.
# 3. *처음으로*를 누르고 호출 5를 `np.array([1.0, 2.0])`로 바꾼 다음 *input_signature*에서 float32 (None,)를 골라 보세요. 길이가 얼마든 모든 벡터(vector)가 그래프 하나를 함께 쓰고, float64 배열도 `tf.cast` 없이 float32로 바뀌어 들어갑니다. 호출 4와 6의 인수는 벡터가 아니라서 TypeError가 납니다.

# %% [markdown] lang="en"
# The widget works from these rules and does not call TensorFlow. TensorFlow itself counts how often it traces, so we can compare.

# %% [markdown] lang="ko"
# 위젯은 TensorFlow를 부르지 않고 앞에서 말한 규칙에 따라 계산합니다. TensorFlow도 트레이싱 횟수를 세므로 비교해 볼 수 있습니다.

# %%
@tf.function
def asked(x):
    return x * x


six = (tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0]), tf.constant([1.0, 2.0, 3.0]), 2, 3, 2.0)
for number, argument in enumerate(six, start=1):
    result = asked(argument)
    print(f"call {number}: graphs {asked.experimental_get_tracing_count()}, returned {result.numpy()} {result.dtype.name}")

# %% [markdown] lang="en"
# TensorFlow, too, made four graphs. **The two missing lines were never printed, because no Python ran in those two calls.** Pass numbers that change, such as a learning rate, to a `tf.function` as tensors; otherwise it traces anew for each number. TensorFlow warns you when five of roughly the last ten calls had to trace.
#
# ## 9. What older texts say
#
# In TensorFlow 1, until 2019, a program was normally a graph that you wrote by hand, with a **placeholder** wherever a value would come in. A **Session** ran the graph, and nothing had a value before that. Which names from that time still exist?

# %% [markdown] lang="ko"
# TensorFlow도 그래프를 네 개 만들었습니다. **사라진 두 줄은 애초에 찍힌 적이 없습니다. 그 두 번의 호출에서는 파이썬이 실행되지 않았기 때문입니다.** 학습률처럼 자꾸 바뀌는 수는 `tf.function`에 텐서로 넘기세요. 그러지 않으면 수가 바뀔 때마다 새로 트레이싱합니다. 최근 열 번쯤의 호출 가운데 다섯 번에서 트레이싱이 일어나면 TensorFlow가 경고합니다.
#
# ## 9. 예전 글에는 이렇게 쓰여 있습니다
#
# 2019년까지 쓰던 TensorFlow 1에서는 보통 프로그램 전체를 사람이 그래프로 적었습니다. 값이 들어올 자리에는 **placeholder**를 두고, 그래프를 **Session**으로 실행했습니다. 실행하기 전에는 값이 하나도 없었습니다. 그때의 이름 가운데 무엇이 남아 있을까요?

# %%
for name in ("Session", "placeholder", "global_variables_initializer", "layers", "log", "contrib"):
    print(f"tf.{name:29} {hasattr(tf, name)!s:6} tf.compat.v1.{name:29} {hasattr(tf.compat.v1, name)}")
try:
    keras.optimizers.SGD(lr=0.1)
except ValueError as problem:
    print("SGD(lr=0.1):", problem)

# %% [markdown] lang="en"
# Five of the six names live on in `tf.compat.v1`, where many old programs still run, but `contrib` is gone. (With Keras 3, only the name of `tf.compat.v1.layers` is left.) Keras, too, has dropped names such as `lr`, which is now `learning_rate`. Here is 3.0 + 4.0 as it was written then, and the code that does the same today:

# %% [markdown] lang="ko"
# 여섯 가운데 다섯은 `tf.compat.v1`에 남아 있고, 그 덕분에 지금도 돌아가는 옛 프로그램이 많습니다. `contrib`는 없어졌습니다. (Keras 3에서 `tf.compat.v1.layers`는 이름만 남아 있습니다.) Keras에서도 `lr`(지금은 `learning_rate`) 같은 이름이 없어졌습니다. 3.0 + 4.0을 먼저 그때 방식으로 계산하고, 이어서 같은 일을 하는 요즘 코드를 봅니다.

# %%
with tf.Graph().as_default():
    first = tf.compat.v1.placeholder(tf.float32)
    total = first + 4.0
    with tf.compat.v1.Session() as session:
        print("then: ", total, "->", session.run(total, feed_dict={first: 3.0}))


@tf.function
def add_four(first):
    return first + 4.0


print("today:", add_four(tf.constant(3.0)))
graph = add_four.get_concrete_function(tf.constant(3.0)).graph
print("operations of its graph:", *(operation.type for operation in graph.get_operations()))

# %% [markdown] lang="en"
# > **Then and now**
# >
# > | older texts | today |
# > |---|---|
# > | `tf.placeholder(tf.float32, shape)` | an argument of a `tf.function`; to fix its dtype and shape, `tf.TensorSpec` |
# > | `with tf.Session() as sess: sess.run(y, feed_dict={x: 3.0})` | call the function: `f(3.0)`; a tensor already has a value |
# > | `tf.global_variables_initializer()` | not needed: a variable has a value from the start |
# > | `tf.get_variable`, `tf.variable_scope` | `tf.Variable`; layers own their weights |
# > | `tf.train.GradientDescentOptimizer(0.1).minimize(loss)` | a tape and `optimizer.apply_gradients`, or `compile` and `fit` |
# > | `tf.layers.dense`, `tf.contrib.…` | `keras.layers.Dense`; nothing replaces contrib as a whole |
# > | `tf.log`, `tf.reduce_mean(x, reduction_indices=0)` | `tf.math.log`, `tf.reduce_mean(x, axis=0)` |
# > | `tf.cond`, `tf.while_loop` | `if` and `while` inside a `tf.function` |
# > | `tf.summary.FileWriter(path, sess.graph)` | `tf.summary.create_file_writer(path)` and `tf.summary.graph` |
#
# A graph is still written once and run many times, but you no longer write it yourself. Placeholders still exist inside a graph, as the last line of the output above shows: the argument comes in through one.
#
# ## 10. Low level or high level?
#
# You have written the weights, the forward pass, the loss, the tape and the update by hand. Here is the same network in Keras. One **epoch** is one pass through the data, here four samples in one batch, so 100 epochs are 100 steps.

# %% [markdown] lang="ko"
# > **그때와 지금**
# >
# > | 예전 글 | 요즘 |
# > |---|---|
# > | `tf.placeholder(tf.float32, shape)` | `tf.function`의 인수. 자료형과 형상을 정해 두려면 `tf.TensorSpec` |
# > | `with tf.Session() as sess: sess.run(y, feed_dict={x: 3.0})` | 함수를 부릅니다: `f(3.0)`. 텐서에는 이미 값이 있습니다 |
# > | `tf.global_variables_initializer()` | 필요 없습니다. 변수에는 처음부터 값이 있습니다 |
# > | `tf.get_variable`, `tf.variable_scope` | `tf.Variable`. 가중치는 층에 들어 있습니다 |
# > | `tf.train.GradientDescentOptimizer(0.1).minimize(loss)` | 테이프와 `optimizer.apply_gradients`, 또는 `compile`과 `fit` |
# > | `tf.layers.dense`, `tf.contrib.…` | `keras.layers.Dense`. contrib 전체를 이어받은 모듈은 없습니다 |
# > | `tf.log`, `tf.reduce_mean(x, reduction_indices=0)` | `tf.math.log`, `tf.reduce_mean(x, axis=0)` |
# > | `tf.cond`, `tf.while_loop` | `tf.function` 안의 `if`와 `while` |
# > | `tf.summary.FileWriter(path, sess.graph)` | `tf.summary.create_file_writer(path)`와 `tf.summary.graph` |
#
# 그래프를 한 번 적고 여러 번 실행하는 것은 지금도 같지만, 이제는 손수 적지 않아도 됩니다. placeholder는 그래프 안에 아직 남아 있습니다. 출력의 마지막 줄에서 보듯이 인수가 `Placeholder`로 들어옵니다.
#
# ## 10. 저수준과 고수준, 어느 쪽을 쓸까?
#
# 지금까지 가중치, 순전파, 손실, 테이프, 가중치 업데이트를 모두 직접 썼습니다. 같은 신경망을 Keras로 만들어 봅시다. **에포크**(epoch) 하나는 데이터를 한 번 다 보는 것입니다. 여기서는 샘플 네 개가 배치(batch) 하나에 다 들어가므로 100 에포크가 100 스텝입니다.

# %%
def new_model():
    keras.utils.set_random_seed(SEED)
    model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(8, activation="tanh"), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(learning_rate=1.0), keras.losses.BinaryCrossentropy(from_logits=True))
    return model


model = new_model()
start = time.perf_counter()
model.fit(inputs, wanted, epochs=100, batch_size=4, verbose=0)
plain = time.perf_counter() - start
measured("loss after 100 steps", model.evaluate(inputs, wanted, verbose=0), digits=3)
measured("ours after 100 steps", two_losses[100], digits=3)

# %% [markdown] lang="en"
# Defining, compiling and fitting the model takes three statements. The two losses differ because the initial weights do.
#
# > **Making it faster**
# >
# > Keras sets up each epoch anew, which takes much longer than a step on four samples. With so little data we can repeat the four samples 500 times, in order, and take 500 steps in a single epoch.

# %% [markdown] lang="ko"
# 모델을 만들고, 컴파일하고, 훈련하는 데 세 문장이면 됩니다. 두 손실이 다른 것은 초기 가중치가 다르기 때문입니다.
#
# > **실행 시간 줄이기**
# >
# > Keras가 에포크마다 준비하는 데 드는 시간은 샘플 네 개로 한 스텝 훈련하는 시간보다 훨씬 깁니다. 이렇게 작은 데이터라면 네 샘플을 차례대로 500번 이어 붙이고, 에포크 하나로 500 스텝을 훈련할 수 있습니다.

# %%
model = new_model()
start = time.perf_counter()
model.fit(tf.tile(inputs, (500, 1)), tf.tile(wanted, (500, 1)), batch_size=4, shuffle=False, verbose=0)
measured("100 epochs of one step", plain, digits=1, unit="s")
measured("one epoch of 500 steps", time.perf_counter() - start, digits=1, unit="s")
measured("loss after 500 steps", model.evaluate(inputs, wanted, verbose=0), (0.002, 0.006), digits=4)
print("answers:", np.round(keras.ops.sigmoid(model(inputs))).ravel().astype(int))

# %% [markdown] lang="en"
# After 500 steps the loss is nearly the same as ours. You can also mix the two levels: a Keras model can be called like a function, and its weights are variables, so your own tape works on it.

# %% [markdown] lang="ko"
# 500 스텝 뒤의 손실은 직접 만든 신경망의 손실과 거의 같습니다. 두 수준을 섞어 쓸 수도 있습니다. Keras 모델은 함수처럼 부를 수 있고 가중치는 변수이므로, 직접 만든 테이프를 그대로 쓸 수 있습니다.

# %%
with tf.GradientTape() as tape:
    loss = loss_of(model(inputs), wanted)
gradients = tape.gradient(loss, model.trainable_variables)
print("gradients of a Keras model on our tape:", [tuple(gradient.shape) for gradient in gradients])

# %% [markdown] lang="en"
# | you want | level |
# |---|---|
# | a known kind of network on your data | Keras: `compile` and `fit` |
# | a new layer, loss or metric, the rest as usual | Keras, with your own class or function |
# | a different training step, for instance with two competing networks | Keras layers, your own tape inside `tf.function` |
# | to invent an optimizer, or to see how it works | variables and a tape, as in this chapter |
# | the same code on JAX or PyTorch | Keras alone, no `tf.` in it |
#
# Use the highest level that the task allows, since a line that you do not write cannot contain one of your mistakes.
#
# ## 11. TensorBoard
#
# TensorBoard is a web page that shows what a training run has written into **event files**: numbers step by step (**scalars**), graphs, pictures and histograms. Each run gets a folder of its own, so that runs can be compared. With `fit`, a callback writes the files. (We tell it not to write a graph, because we write one of our own below.)

# %% [markdown] lang="ko"
# | 하려는 일 | 수준 |
# |---|---|
# | 알려진 신경망을 내 데이터에 쓰기 | Keras: `compile`과 `fit` |
# | 새 층, 손실, 지표(metric)를 만들고 나머지는 그대로 쓰기 | Keras에 내 클래스나 함수를 더하기 |
# | 훈련 스텝 바꾸기(서로 겨루는 두 신경망 등) | Keras 층과, `tf.function` 안의 내 테이프 |
# | 옵티마이저(optimizer)를 새로 만들거나 속을 들여다보기 | 이 장에서처럼 변수와 테이프 |
# | 같은 코드를 JAX나 PyTorch에서도 쓰기 | Keras만. `tf.`는 쓰지 않기 |
#
# 되도록 고수준 코드를 쓰세요. 내가 쓰지 않은 줄에는 내 실수도 없습니다.
#
# ## 11. TensorBoard
#
# **이벤트 파일**(event file)은 훈련하면서 적어 둔 기록이고, TensorBoard는 그 내용을 보여 주는 웹 페이지입니다. 스텝마다 기록한 수(**스칼라**), 그래프, 그림, 히스토그램을 볼 수 있습니다. 실행마다 폴더를 따로 두면 여러 실행을 비교할 수 있습니다. `fit`으로 훈련할 때는 콜백(callback)이 파일을 기록합니다. (그래프는 아래에서 따로 기록하므로 여기서는 기록하지 않습니다.)

# %%
folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)  # gone with the kernel
logs = Path(folder.name) / "xor"
model = new_model()
tensorboard = keras.callbacks.TensorBoard(logs / "keras", write_graph=False)
model.fit(inputs, wanted, epochs=20, batch_size=4, verbose=0, callbacks=[tensorboard])
print("runs:", *sorted(file.parent.relative_to(logs).as_posix() for file in logs.rglob("*tfevents*")))

# %% [markdown] lang="en"
# In a training loop of your own you write event files with `tf.summary`, usually inside the loop, so that the curves grow as you watch. Our loop has already run, so we write the losses that we kept. Then we add a graph. Each layer gets a name scope, so that it appears as a box.

# %% [markdown] lang="ko"
# 직접 쓴 반복문에서는 `tf.summary`로 기록합니다. 보통은 반복문 안에 두어 훈련하는 동안 곡선을 지켜봅니다. 우리 훈련은 이미 끝났으므로 모아 둔 손실을 기록합니다. 이어서 그래프도 기록합니다. 층마다 이름 범위(name scope)를 두면 층 하나가 상자 하나로 보입니다.

# %%
for name, losses in (("two_layers", two_losses), ("three_layers", three_losses)):
    with tf.summary.create_file_writer(str(logs / name)).as_default() as writer:
        for step in range(0, 500, 10):
            tf.summary.scalar("loss", losses[step], step=step)
        writer.close()


# %%
@tf.function(input_signature=[tf.TensorSpec((None, 2), tf.float32)])
def network(x):
    for number, (weights, bias) in enumerate(three, start=1):
        with tf.name_scope(f"layer_{number}"):
            x = x @ weights + bias
            x = tf.tanh(x) if number < len(three) else tf.sigmoid(x)
    return x


with tf.summary.create_file_writer(str(logs / "three_layers")).as_default() as writer:
    tf.summary.graph(network.get_concrete_function().graph)
    writer.close()

# %% [markdown] lang="en"
# Now open the page. In a notebook this takes two lines, `%load_ext tensorboard` and `%tensorboard --logdir FOLDER`; in a terminal it is `tensorboard --logdir FOLDER`. Either way, the page is served by the computer on which the command runs. Our `start_tensorboard` is a convenience: it chooses a free port, and its link also works when the notebook runs elsewhere.
# - **Your computer**: the link leads to 127.0.0.1.
# - **Binder**, or any JupyterHub: there, 127.0.0.1 would be your own computer, so the link goes through the hub's proxy, `…/proxy/<port>/`.
# - **Colab**: the page appears under the cell.

# %% [markdown] lang="ko"
# 이제 페이지를 엽니다. 노트북에서는 `%load_ext tensorboard`와 `%tensorboard --logdir 폴더` 두 줄이면 되고, 터미널에서는 `tensorboard --logdir 폴더`를 씁니다. 어느 쪽이든 페이지는 명령을 실행한 컴퓨터에서 제공합니다. 아래의 `start_tensorboard`는 이 강좌의 편의 함수입니다. 빈 포트를 골라 주고, 노트북이 다른 컴퓨터에서 실행되더라도 열리는 링크를 보여 줍니다.
# - **내 컴퓨터**: 링크의 주소가 127.0.0.1입니다.
# - **Binder**, 또는 JupyterHub: 여기서는 127.0.0.1이 내 컴퓨터를 가리키게 되므로, 링크가 허브의 프록시 `…/proxy/<포트>/`를 거칩니다.
# - **Colab**: 셀 아래에 페이지가 나타납니다.

# %%
board = start_tensorboard(logs)
board

# %% [markdown] lang="en"
# The link works as long as this kernel is running. Here is how the page looked in our run.
#
# ![TensorBoard's Scalars page. On the left Smoothing is 0 and the runs two_layers, keras/train and three_layers are ticked. On the right a chart of the loss over 500 steps with a logarithmic axis: both curves fall, and three_layers lies below two_layers](../docs/pictures/tensorboard.png)
#
# **Look for** three things:
# 1. *Scalars* has a chart for each name: `loss` from our two loops, `epoch_loss` and `epoch_learning_rate` from Keras. *Smoothing* starts at 0.6; set it to 0, as in the picture, to see what was logged. The middle icon below a chart switches to a logarithmic scale.
# 2. The tick boxes next to the runs switch curves on and off.
# 3. *Graphs* shows three boxes, stacked from the bottom up. Double-click one to see what is inside: MatMul, add and Tanh or Sigmoid.
#
# ![TensorBoard's Graphs page. In the main graph, an arrow leads from x up to the box layer_1, then to layer_2, layer_3 and Identity](../docs/pictures/tensorboard_graph.png)
#
# The server stops when you call `board.stop()`, when the kernel ends, or when you rerun the cell that started it.
#
# ## What you have learned
# - A constant is a value with a shape and a dtype, and a variable is a box that holds such a value. To combine two tensors of different dtypes you need `tf.cast`.
# - The tape records operations on variables. A detour through NumPy or integers, or an unwatched constant, makes a gradient `None`.
# - A network can be written as a list of variables, a function and a tape. With two hidden units about half of our networks learned XOR, and more steps helped hardly any of the others; with eight, all of them learned it.
# - `tf.function` traces once for each dtype and shape of its tensors, and once for each Python number. The Python code inside runs only while tracing.
# - Placeholders and Sessions were for graphs written by hand. Today, function arguments and ordinary calls do the same job.
# - TensorBoard is a server that shows event files. `keras.callbacks.TensorBoard` writes them during `fit`, and `tf.summary` does so in a loop of your own.
#
# | Measured here | Result | Repeats |
# |---|---|---|
# | XOR learned with two hidden units, 1,000 steps | 43 to 64 of 100 networks | five seeds |
# | the same networks, 10,000 steps | 43 to 65 of 100 networks | five seeds |
# | loss after 500 steps, 2-8-1 and 2-8-8-1 | median 0.0033 and 0.0008 | 100 networks each |
#
# ## Next
# [08. Keras: blocks that fit together](08_keras_blocks.ipynb): how layers, models, losses and optimizers work together.
#
# ## Sources
# - M. Abadi et al., "TensorFlow: A system for large-scale machine learning", OSDI (2016): graphs, placeholders, sessions.
# - A. Agrawal et al., "TensorFlow Eager: A multi-stage, Python-embedded DSL for machine learning", MLSys (2019): tracing.
# - D. Moldovan et al., "AutoGraph: Imperative-style coding with graph-based performance", MLSys (2019).
# - TensorFlow guides: [Better performance with tf.function](https://www.tensorflow.org/guide/function), [Automatic differentiation](https://www.tensorflow.org/guide/autodiff) (with more causes of `None`), [Migrate to TensorFlow 2](https://www.tensorflow.org/guide/migrate); [TensorBoard](https://www.tensorflow.org/tensorboard).
# - X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS (2010): the initial weights.

# %% [markdown] lang="ko"
# 링크는 커널이 실행되는 동안에만 열립니다. 우리가 실행했을 때의 페이지는 다음과 같습니다.
#
# ![TensorBoard의 Scalars 페이지. 왼쪽에서 Smoothing이 0이고 실행 two_layers, keras/train, three_layers가 모두 선택되어 있다. 오른쪽은 로그 눈금으로 그린 500 스텝의 손실이다. 두 곡선이 모두 내려가며 three_layers가 two_layers보다 아래에 있다](../../docs/pictures/tensorboard.png)
#
# 세 가지를 **눈여겨보세요**.
# 1. *Scalars*에는 이름마다 그림이 하나씩 있습니다. `loss`는 직접 쓴 반복문에서, `epoch_loss`와 `epoch_learning_rate`는 Keras에서 기록한 값입니다. 곡선을 평활화하는 *Smoothing*은 처음에 0.6입니다. 그림에서처럼 0으로 바꾸면 적어 둔 값이 그대로 보입니다. 그림 아래의 가운데 아이콘을 누르면 로그 눈금으로 바뀝니다.
# 2. 실행 이름 옆 네모를 눌러 곡선을 켜고 끕니다.
# 3. *Graphs*에서는 상자 세 개가 아래에서 위로 이어집니다. 상자를 더블 클릭하면 안에 MatMul, add, 그리고 Tanh나 Sigmoid가 보입니다.
#
# ![TensorBoard의 Graphs 페이지. 주 그래프에서 화살표가 아래의 x에서 위로 상자 layer_1, layer_2, layer_3을 지나 Identity까지 이어진다](../../docs/pictures/tensorboard_graph.png)
#
# 서버는 `board.stop()`을 부르거나, 커널이 끝나거나, 서버를 시작한 셀을 다시 실행하면 종료됩니다.
#
# ## 배운 것
# - 상수는 형상과 자료형이 있는 값이고, 변수는 그런 값을 담는 상자입니다. 자료형이 다른 두 텐서를 더하려면 `tf.cast`를 씁니다.
# - 테이프는 변수에 하는 연산을 기록합니다. NumPy나 정수를 거치거나 지켜보지 않은 상수를 쓰면 그레이디언트가 `None`이 됩니다.
# - 변수 목록과 함수, 테이프만 있으면 신경망을 만들 수 있습니다. 은닉 유닛이 둘이면 우리 신경망의 절반쯤이 XOR를 배웠고 나머지는 오래 훈련해도 거의 배우지 못했습니다. 여덟이면 모두 배웠습니다.
# - `tf.function`은 텐서의 자료형과 형상마다 한 번, 파이썬 수마다 한 번 트레이싱합니다. 그 안의 파이썬 코드는 트레이싱할 때만 실행됩니다.
# - placeholder와 Session은 그래프를 손으로 적던 때에 썼습니다. 요즘은 함수의 인수와 호출이 그 일을 합니다.
# - TensorBoard는 이벤트 파일을 보여 주는 서버입니다. `fit`에서는 `keras.callbacks.TensorBoard`로, 직접 쓴 반복문에서는 `tf.summary`로 이벤트 파일을 씁니다.
#
# | 항목 | 결과 | 반복 |
# |---|---|---|
# | 은닉 유닛 둘, 1,000 스텝 뒤에 XOR를 배운 신경망 | 100개 가운데 43\~64개 | 시드 다섯 개 |
# | 같은 신경망, 10,000 스텝 뒤 | 100개 가운데 43\~65개 | 시드 다섯 개 |
# | 500 스텝 뒤의 손실, 2-8-1과 2-8-8-1 | 중앙값 0.0033과 0.0008 | 신경망 100개씩 |
#
# ## 다음
# [08. Keras: 서로 맞물리는 블록](08_keras_blocks.ipynb): 층, 모델, 손실, 옵티마이저가 어떻게 맞물리는지 배웁니다.
#
# ## 출처
# - M. Abadi 외, "TensorFlow: A system for large-scale machine learning", OSDI (2016): 그래프, placeholder, Session.
# - A. Agrawal 외, "TensorFlow Eager: A multi-stage, Python-embedded DSL for machine learning", MLSys (2019): 트레이싱.
# - D. Moldovan 외, "AutoGraph: Imperative-style coding with graph-based performance", MLSys (2019).
# - TensorFlow 안내서: [Better performance with tf.function](https://www.tensorflow.org/guide/function), [Automatic differentiation](https://www.tensorflow.org/guide/autodiff)(`None`이 되는 다른 원인도 있음), [Migrate to TensorFlow 2](https://www.tensorflow.org/guide/migrate); [TensorBoard](https://www.tensorflow.org/tensorboard).
# - X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS (2010): 초기 가중치.
