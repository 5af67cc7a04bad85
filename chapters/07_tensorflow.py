# %% [markdown] lang="en"
# # 07. TensorFlow: tensors, a tape, and graphs
#
# Take a Python function with a `print` in it, put one line above it, and call it six times. It answers six times, and prints four lines. **Where have the other two gone?** The answer is what TensorFlow is about: your Python runs, but often it only *describes* a computation, and something else carries it out.
#
# **You will be able to**
# - compute with constants and variables, and say what they do that NumPy's arrays do not;
# - get any gradient from a tape, and see why a gradient is `None`;
# - build and train a network without any layer class: XOR with two layers, then with three;
# - predict when `tf.function` makes a new graph, and what happens to Python inside it;
# - read TensorFlow programs of before 2019;
# - write event files, start TensorBoard here, on Binder or on Colab, and read what it shows.
#
# **Time** about 75 minutes. **You need** chapter [04](04_backprop.ipynb): gradients, and the engine that finds them.

# %% [markdown] lang="ko"
# # 07. TensorFlow: 텐서, 테이프, 그래프
#
# `print`가 든 파이썬 함수 위에 한 줄을 더하고 여섯 번 불러 봅니다. 답은 여섯 번 나오는데 출력은 네 줄뿐입니다. **나머지 두 줄은 어디로 갔을까요?** 여기에 TensorFlow의 핵심이 있습니다. 파이썬 코드가 실행되기는 하지만, 많은 경우 계산을 *적어 두기만* 하고 실제 계산은 다른 것이 합니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 상수와 변수로 계산하고, NumPy 배열과 무엇이 다른지 말합니다.
# - 테이프(tape)에서 어떤 그레이디언트(gradient)든 구하고, 그레이디언트가 왜 `None`이 되는지 알아냅니다.
# - 층 클래스 없이 신경망을 만들어 훈련합니다. XOR를 두 층으로, 다음에는 세 층으로 풉니다.
# - `tf.function`이 언제 그래프를 새로 만드는지, 그 안에 쓴 파이썬은 어떻게 되는지 예상합니다.
# - 2019년 이전의 TensorFlow 프로그램을 읽습니다.
# - 이벤트 파일을 쓰고, 내 컴퓨터와 Binder와 Colab에서 TensorBoard를 열어 읽습니다.
#
# **시간** 약 75분. **필요한 것** [04장](04_backprop.ipynb)의 그레이디언트와 자동 미분 엔진.

# %% tags=["setup"]
import itertools
import tempfile
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
# The smallest TensorFlow program. **Predict** what the second line prints: 7.0, or more?

# %% [markdown] lang="ko"
# ## 1. 상수: 3.0 + 4.0
#
# 가장 작은 TensorFlow 프로그램입니다. 둘째 줄이 찍는 것은 7.0뿐일까요? **예상해 보세요**.

# %%
a, b = tf.constant(3.0), tf.constant(4.0)
print(a + b)
print("the same by name:", tf.add(a, b).numpy(), "  the sum is an", type(a + b).__name__)

# %% [markdown] lang="en"
# A tensor knows its value, its shape and its dtype. `+` is short for `tf.add`. The answer is there at once; that is called **eager execution**. `.numpy()` hands the number back to Python.
#
# A constant stays what it is, and a dtype is never changed behind your back. Both lines below fail:

# %% [markdown] lang="ko"
# 텐서(tensor)는 값과 형상(shape)과 자료형(dtype)을 함께 압니다. `+`는 `tf.add`를 줄여 쓴 것입니다. 답은 그 자리에서 나옵니다. 이것을 **즉시 실행**(eager execution)이라고 합니다. `.numpy()`를 쓰면 값이 파이썬 쪽으로 돌아옵니다.
#
# 상수는 바뀌지 않고, 자료형이 나도 모르게 바뀌는 일도 없습니다. 아래 두 줄은 모두 실패합니다.

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
# NumPy would turn int + float into float64 and say nothing. TensorFlow makes you write the conversion: `tf.cast`. This is the commonest first error, and it has a usual cause: NumPy's floats are float64, TensorFlow's are float32.

# %% [markdown] lang="ko"
# NumPy라면 정수와 실수를 말없이 float64로 바꾸어 더합니다. TensorFlow에서는 `tf.cast`로 직접 바꿔야 합니다. 처음 배울 때 가장 자주 만나는 오류이고, 원인도 대개 같습니다. NumPy의 실수는 float64이고 TensorFlow의 실수는 float32이기 때문입니다.

# %%
from_numpy = tf.constant(np.array([1.0, 2.0]))
print("from NumPy:", from_numpy.dtype.name, "  from Python:", tf.constant([1.0, 2.0]).dtype.name)
print("cast:", tf.cast(from_numpy, tf.float32) + tf.constant([1.0, 2.0]))

# %% [markdown] lang="en"
# ## 2. Almost NumPy
#
# Chapters 01 and 02 hold here: axes, slices, broadcasting, dot products. Some names differ: what *reduces* an axis says so.
#
# | NumPy | TensorFlow |
# |---|---|
# | `np.array`, `.astype` | `tf.constant`, `tf.cast` |
# | `np.sum`, `np.mean`, `np.max` | `tf.reduce_sum`, `tf.reduce_mean`, `tf.reduce_max` |
# | `np.concatenate`, `np.stack` | `tf.concat`, `tf.stack` |
# | `x @ w`, `np.where`, `np.argmax` | `x @ w`, `tf.where`, `tf.argmax` |
# | `np.log`, `np.power` | `tf.math.log`, `tf.pow` |
#
# **Predict** both shapes before you run the cell.

# %% [markdown] lang="ko"
# ## 2. 거의 NumPy
#
# 01장과 02장에서 배운 축(axis), 슬라이싱(slicing), 브로드캐스팅(broadcasting), 점곱(dot product)이 여기서도 그대로 통합니다. 이름이 조금 다를 뿐입니다. 축을 *줄이는* 연산에는 reduce가 붙습니다.
#
# | NumPy | TensorFlow |
# |---|---|
# | `np.array`, `.astype` | `tf.constant`, `tf.cast` |
# | `np.sum`, `np.mean`, `np.max` | `tf.reduce_sum`, `tf.reduce_mean`, `tf.reduce_max` |
# | `np.concatenate`, `np.stack` | `tf.concat`, `tf.stack` |
# | `x @ w`, `np.where`, `np.argmax` | `x @ w`, `tf.where`, `tf.argmax` |
# | `np.log`, `np.power` | `tf.math.log`, `tf.pow` |
#
# 셀을 실행하기 전에 두 형상을 **예상해 보세요**.

# %%
table = tf.reshape(tf.range(6.0), (2, 3))
print("plus a row:", (table + tf.constant([10.0, 20.0, 30.0])).shape, "  mean of each row:", tf.reduce_mean(table, axis=1))
print("as NumPy says:", np.array_equal(table @ tf.transpose(table), table.numpy() @ table.numpy().T))

# %% [markdown] lang="en"
# So why another library? For three things that NumPy lacks: it runs on GPUs, it differentiates, and it turns a function into a graph. The first is chapter [16](16_gpu_and_beyond.ipynb)'s; the others are ours.
#
# ## 3. Variables: what training changes
#
# Weights must change, and a constant cannot. A **variable** is a box that holds a tensor, and keeps its place while the content changes.

# %% [markdown] lang="ko"
# 그렇다면 왜 라이브러리가 또 필요할까요? NumPy에 없는 것이 세 가지 있습니다. GPU에서 돌고, 미분을 하고, 함수를 그래프로 바꿉니다. 첫째는 [16장](16_gpu_and_beyond.ipynb)에서, 나머지 둘은 이 장에서 다룹니다.
#
# ## 3. 변수: 훈련으로 바뀌는 것
#
# 가중치(weight)는 바뀌어야 하는데 상수는 바꿀 수 없습니다. **변수**(variable)는 텐서를 담는 상자입니다. 내용이 바뀌어도 상자는 그대로입니다.

# %%
w = tf.Variable([1.0, 2.0])
box = id(w)
w.assign_sub([0.1, 0.1])
w[0].assign(5.0)
print(w.numpy(), "  the same box:", id(w) == box)

# %% [markdown] lang="en"
# `assign`, `assign_add` and `assign_sub` write into the box. Beware of `w = w - 0.1`: it makes a new *tensor* of that name, and the variable is lost:

# %% [markdown] lang="ko"
# `assign`, `assign_add`, `assign_sub`가 상자 안에 값을 씁니다. `w = w - 0.1`이라고 쓰면 안 됩니다. 같은 이름의 새 *텐서*가 생기고 변수는 사라집니다.

# %%
lost = tf.Variable(1.0)
lost = lost - 0.1
print("a variable before, now an", type(lost).__name__, "  can be assigned:", hasattr(lost, "assign_sub"))

# %% [markdown] lang="en"
# ## 4. The tape
#
# Chapter 04's engine wrote down every operation and then walked back through them. `tf.GradientTape` is that engine. Inside `with`, it records what happens to variables; `tape.gradient(y, x)` walks back. **Predict** dy/dx of y = x² at 3, and of 10 · 5 for both factors: chapter 04's multiply node swaps its inputs.

# %% [markdown] lang="ko"
# ## 4. 테이프
#
# 04장의 엔진은 연산을 모두 적어 둔 다음 거꾸로 되짚어 갔습니다. `tf.GradientTape`가 바로 그 엔진입니다. `with` 안에서 변수에 일어나는 일을 기록하고, `tape.gradient(y, x)`가 거꾸로 갑니다. x = 3에서 y = x²의 dy/dx와, 10 · 5의 두 인수에 대한 그레이디언트를 **예상해 보세요**. 04장의 곱셈 노드는 입력을 서로 바꾸어 내보냈습니다.

# %%
x, apples, price = tf.Variable(3.0), tf.Variable(10.0), tf.Variable(5.0)
with tf.GradientTape(persistent=True) as tape:
    square, cost = x * x, apples * price
print("dy/dx:", tape.gradient(square, x).numpy())
print("of the product:", [float(gradient) for gradient in tape.gradient(cost, [apples, price])])

# %% [markdown] lang="en"
# 6, and 5 and 10: swapped. A tape is used up by one call of `gradient`, since it frees what it kept; `persistent=True` keeps it for several.
#
# Three ways to get `None` in place of a gradient. **Predict** which of the four lines gives a number.

# %% [markdown] lang="ko"
# 6, 그리고 5와 10입니다. 정말 서로 바뀌었습니다. 테이프는 `gradient`를 한 번 부르면 적어 둔 것을 버리므로 다시 쓸 수 없습니다. 여러 번 쓰려면 `persistent=True`로 남겨 둡니다.
#
# 그레이디언트 대신 `None`이 나오는 길이 세 가지 있습니다. 아래 네 줄 가운데 어느 것이 수를 내놓을지 **예상해 보세요**.

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
# The tape watches variables by itself, a constant only when told. What leaves TensorFlow, by `.numpy()`, or becomes an integer, cannot be walked back. When a gradient is `None`, look for one of these three.
#
# ## 5. XOR with two layers, by hand
#
# [Chapter 03](03_neurons_activations.ipynb) solved XOR with weights that somebody chose. Let the tape find some. Four samples, two inputs, eight hidden units with tanh, one output: no layer class, only pairs of a weight matrix and a bias.

# %% [markdown] lang="ko"
# 테이프는 변수를 저절로 지켜보지만, 상수는 시켜야 지켜봅니다. `.numpy()`로 TensorFlow 밖에 나갔다 온 값이나 정수가 된 값은 거꾸로 되짚을 수 없습니다. 그레이디언트가 `None`이면 이 셋 가운데 하나를 찾으세요.
#
# ## 5. 두 층 XOR를 손으로
#
# [03장](03_neurons_activations.ipynb)에서는 누군가 골라 준 가중치로 XOR를 풀었습니다. 이번에는 테이프가 찾게 합니다. 샘플(sample) 넷, 입력 둘, tanh를 쓰는 은닉(hidden) 유닛 여덟, 출력 하나입니다. 층(layer) 클래스는 쓰지 않고, 가중치 행렬과 편향(bias)의 쌍만 씁니다.

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
# The output is a score z; its sigmoid is the probability of a 1. The loss is binary cross-entropy, computed from the score as in chapter [06](06_softmax_losses.ipynb): log(1 + eᶻ) − t · z, where log(1 + eᶻ) is called softplus. A training step is chapter 04 in five lines: forward on the tape, back, a small step against the gradient.

# %% [markdown] lang="ko"
# 출력은 점수 z이고, 거기에 시그모이드(sigmoid)를 씌우면 1일 확률입니다. 손실(loss)은 이진 교차 엔트로피(binary cross-entropy)이며, [06장](06_softmax_losses.ipynb)에서처럼 점수에서 바로 계산합니다. 식은 log(1 + eᶻ) − t · z이고, log(1 + eᶻ)를 softplus라고 합니다. 훈련 한 스텝은 04장을 다섯 줄로 옮긴 것입니다. 테이프 위에서 앞으로 가고, 거꾸로 오고, 그레이디언트 반대쪽으로 조금 움직입니다.

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
# **Predict** the loss before training. The network knows nothing, so it should say about 0.5, and −log 0.5 is 0.69.

# %% [markdown] lang="ko"
# 훈련 전의 손실을 **예상해 보세요**. 아는 것이 없는 신경망(neural network)이라면 0.5쯤 답할 테고, −log 0.5는 0.69입니다.

# %%
keras.utils.set_random_seed(SEED)
two = new_layers(2, 8, 1)
two_losses = [float(train_step(two, rate=1.0)) for _ in range(500)]
measured("loss before training", two_losses[0], expected=(0.60, 1.00))
measured("loss after 500 steps", two_losses[-1], expected=(0.002, 0.006), digits=4)

# %% [markdown] lang="en"
# Now the truth table, as in chapter 03:

# %% [markdown] lang="ko"
# 이제 03장에서처럼 진리표를 찍어 봅니다.

# %%
def truth_table(layers):
    probabilities = tf.sigmoid(scores(layers, inputs))
    for (x1, x2), t, p in zip(inputs.numpy(), wanted.numpy(), probabilities.numpy(), strict=True):
        print(f"{x1:.0f} xor {x2:.0f} = {t[0]:.0f}   answer {round(float(p[0]))}")
    measured("furthest from the truth", float(tf.reduce_max(abs(probabilities - wanted))), expected=(0, 0.02))


truth_table(two)

# %% [markdown] lang="en"
# Solved; nobody chose a weight. Eight hidden units are many, though: chapter 03 needed two. Do two suffice for learning as well? One run would say little, so train a hundred networks, **all at once**: weights of shape (100, 2, 2) are a hundred matrices, and `@` and broadcasting do the rest. The mean loss divides each gradient by 100, so the rate is 100 in place of 1. `tf.function` makes this quick; wait for section 7.
#
# **Predict** how many of the hundred learn XOR.

# %% [markdown] lang="ko"
# 풀렸습니다. 가중치를 고른 사람은 없습니다. 그런데 03장에서는 은닉 유닛 둘이면 되었는데 여덟은 많아 보입니다. 둘로도 배울 수 있을까요? 한 번 돌려서는 알기 어려우니 신경망 백 개를 **한꺼번에** 훈련합니다. 형상이 (100, 2, 2)인 가중치는 행렬 백 개이고, 나머지는 `@`와 브로드캐스팅이 알아서 합니다. 손실을 평균 내면 그레이디언트가 저마다 100으로 나뉘므로 학습률(learning rate)을 1 대신 100으로 합니다. `tf.function`은 이것을 빠르게 해 주는데, 7절에서 설명합니다.
#
# 백 개 가운데 몇 개가 XOR를 배울지 **예상해 보세요**.

# %%
def learned_of_hundred(hidden, steps=1000):
    keras.utils.set_random_seed(SEED)
    layers, step = new_layers(2, hidden, 1, networks=(100,)), tf.function(train_step)
    for _ in range(steps):
        step(layers, 100.0)
    right = (scores(layers, inputs) > 0) == (wanted > 0.5)
    return int(tf.reduce_sum(tf.cast(tf.reduce_all(right, axis=(1, 2)), tf.int32)))


for hidden, low, high in ((2, 35, 72), (4, 95, 100), (8, 98, 100)):
    measured(f"{hidden} hidden units, of 100 networks have learned", learned_of_hundred(hidden), (low, high), digits=0)

# %% [markdown] lang="en"
# With two hidden units about half of the networks learn it; with the others one or two samples are still wrong after 1,000 steps. That a solution *exists*, as chapter 03 showed, does not mean that gradient descent finds it: there are plateaus and local minima on the way, and the first weights decide whether a network runs into one. With four units nearly all arrive, with eight all: more units, more ways down. Over eight seeds, which change the first weights, we counted 43 to 64, then 99 to 100, then 100; and the loss of the network above lay between 0.0025 and 0.0041.
#
# ## 6. Three layers: the same code, a longer list
#
# `scores` and `train_step` walk through a list of pairs, so a third layer is one more number.

# %% [markdown] lang="ko"
# 은닉 유닛이 둘이면 절반쯤만 배웁니다. 나머지는 1,000스텝이 지나도 샘플 한두 개를 틀립니다. 03장에서 보았듯이 답이 *있다고* 해서 경사 하강법(gradient descent)이 그 답을 찾는다는 뜻은 아닙니다. 가는 길에 고원(plateau)과 지역 최솟값(local minimum)이 있고, 거기에 걸리느냐는 첫 가중치에 달려 있습니다. 유닛이 넷이면 거의 모두, 여덟이면 모두 도착합니다. 유닛이 많으면 내려가는 길도 많습니다. 시드(seed)가 달라지면 첫 가중치가 달라집니다. 시드 여덟 개로 재어 보니 차례로 43~64개, 99~100개, 100개였고, 앞에서 훈련한 신경망의 손실은 0.0025에서 0.0041 사이였습니다.
#
# ## 6. 세 층: 같은 코드, 더 긴 목록
#
# `scores`와 `train_step`은 쌍의 목록을 차례로 훑으므로, 층을 하나 늘리려면 수 하나만 더 적으면 됩니다.

# %%
keras.utils.set_random_seed(SEED)
three = new_layers(2, 8, 8, 1)
three_losses = [float(train_step(three, rate=1.0)) for _ in range(500)]
measured("loss after 500 steps, three layers", three_losses[-1], expected=(0.0003, 0.004), digits=4)
truth_table(three)

# %% [markdown] lang="en"
# What does a network say between the four samples? Ask it on a grid of 81 × 81 points.

# %% [markdown] lang="ko"
# 네 샘플 사이에서는 신경망이 뭐라고 답할까요? 81 × 81개의 점에서 물어봅니다.

# %%
def answers(layers, low=-0.5, high=1.5, cells=81):
    at = tf.linspace(low, high, cells)
    grid = tf.reshape(tf.stack(tf.meshgrid(at, at), axis=-1), (-1, 2))
    return tf.reshape(tf.sigmoid(scores(layers, grid)), (cells, cells))

# %% [markdown] lang="en"
# On the left both losses on a scale of powers of ten. Beside them the answers of each network: blue where it says 1, orange where it says 0; in the circles stands what is wanted. **Look for** how each plane is cut so that the two blue corners come together.

# %% [markdown] lang="ko"
# 왼쪽은 10의 거듭제곱 눈금으로 그린 두 손실이고, 그 옆은 각 신경망의 답입니다. 파란 곳에서는 1, 주황색인 곳에서는 0이라고 답합니다. 동그라미 안의 수는 정답입니다. 파란 두 모서리가 한편이 되도록 평면이 어떻게 나뉘는지 **눈여겨보세요**.

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
# Three layers fall lower in the same number of steps, with 105 parameters for 33. On XOR that is luxury: both get all four right. What a third layer is good for needs harder data; chapter [10](10_fashion_images.ipynb) has some.
#
# ## 7. From Python to a graph
#
# A step of this tiny network takes milliseconds, and hardly any of them are arithmetic: Python finds each operation, checks it, hands it over. `tf.function` runs your Python **once**, with symbols in place of numbers, writes down every operation, and from then on runs that **graph** without Python. Running the Python to write the graph is called **tracing**.
#
# **Predict** what the two calls print. `print` belongs to Python, `tf.print` is an operation.

# %% [markdown] lang="ko"
# 같은 스텝 수에서 세 층의 손실이 더 낮습니다. 파라미터는 33개에서 105개로 늘었습니다. 둘 다 네 샘플을 모두 맞히므로 XOR에는 사치입니다. 셋째 층이 무엇에 좋은지는 더 어려운 데이터에서 드러납니다. [10장](10_fashion_images.ipynb)에서 만납니다.
#
# ## 7. 파이썬에서 그래프로
#
# 이 작은 신경망의 한 스텝에는 밀리초 단위의 시간이 걸리지만 그 가운데 산술은 얼마 되지 않습니다. 파이썬이 연산을 찾고, 확인하고, 넘겨주는 데 시간이 듭니다. `tf.function`은 파이썬을 수 대신 기호로 **한 번** 실행하면서 연산을 모두 적어 두고, 그다음부터는 파이썬 없이 그 **그래프**(graph)를 실행합니다. 그래프를 적으려고 파이썬을 실행하는 일을 **트레이싱**(tracing)이라고 합니다.
#
# 두 번 부르면 무엇이 찍힐지 **예상해 보세요**. `print`는 파이썬의 것이고, `tf.print`는 연산입니다.

# %%
@tf.function
def square(x):
    print("tracing with", x)
    tf.print("running with", x)
    return x * x


print("first: ", square(tf.constant([1.0, 2.0])).numpy())
print("second:", square(tf.constant([3.0, 4.0])).numpy())

# %% [markdown] lang="en"
# In the first call Python ran, and `x` was a symbol with a dtype and a shape and no value; then the graph ran. In the second the graph alone ran. So `print` tells you about tracing, `tf.print` about running.
#
# What holds for `print` holds for all Python inside: a list that grows, a counter, a clock, NumPy's random numbers. **Predict** both lines.

# %% [markdown] lang="ko"
# 첫 번째 호출에서는 파이썬이 실행되었고, 그때 `x`는 값이 없이 자료형과 형상만 있는 기호였습니다. 이어서 그래프가 실행되었습니다. 두 번째 호출에서는 그래프만 실행되었습니다. 그러니 `print`는 트레이싱을, `tf.print`는 실행을 알려 줍니다.
#
# `print`에 일어난 일은 그 안의 모든 파이썬에 일어납니다. 늘어나는 리스트도, 파이썬 수로 된 카운터도, 시계도, NumPy의 난수도 마찬가지입니다. 두 줄을 **예상해 보세요**.

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
# One entry, five runs, and a "random" number that is built into the graph. Inside a `tf.function` use variables, `tf.print` and `tf.random`, and keep everything else outside.
#
# Python's `if` and `while` are no loss: where they ask a tensor, **AutoGraph** rewrites them as operations. The graph below was traced once, without any number, and holds a loop:

# %% [markdown] lang="ko"
# 리스트에는 하나, 실행은 다섯 번, 그리고 "난수"는 그래프에 박힌 수 하나입니다. `tf.function` 안에서는 변수와 `tf.print`와 `tf.random`을 쓰고, 나머지는 밖에 둡니다.
#
# 파이썬의 `if`와 `while`은 써도 됩니다. 조건이 텐서이면 **AutoGraph**가 연산으로 바꿔 줍니다. 아래 그래프는 수를 하나도 주지 않고 한 번 트레이싱한 것인데, 그 안에 반복문이 들어 있습니다.

# %%
@tf.function(input_signature=[tf.TensorSpec((), tf.int32)])
def power_above(limit):
    power = tf.constant(1)
    while power < limit:
        power *= 2
    return power


operations = [operation.type for operation in power_above.get_concrete_function().graph.get_operations()]
print([int(power_above(limit)) for limit in (5, 100, 1000)], "  a loop in the graph:", any("While" in o for o in operations))

# %% [markdown] lang="en"
# And the gain? The same training step, as Python and as a graph. **Predict** how many times faster.

# %% [markdown] lang="ko"
# 그래서 얼마나 이득일까요? 같은 훈련 스텝을 파이썬으로, 그리고 그래프로 실행합니다. 몇 배 빠를지 **예상해 보세요**.

# %%
graph_step = tf.function(train_step)
graph_step(two, 1.0)  # traces
as_python = timeit.timeit(lambda: train_step(two, 1.0), number=100) / 100
as_graph = timeit.timeit(lambda: graph_step(two, 1.0), number=100) / 100
measured("a step as Python", 1000 * as_python, digits=2, unit="ms")
measured("a step as a graph", 1000 * as_graph, digits=2, unit="ms")
print("the graph is faster:", as_graph < as_python)

# %% [markdown] lang="en"
# Here five to twenty times, depending on the computer and on what else it does, since the matrices are tiny and Python was most of the work. With large matrices the arithmetic counts, and the gain shrinks; and a function that runs but once gains nothing, since tracing takes longer than a run. Keras's `fit` puts its training step into a `tf.function` for you. To debug, `tf.config.run_functions_eagerly(True)` switches all graphs off.
#
# ## 8. One function, several graphs
#
# A graph is written for one kind of argument. Another kind needs another graph: the function is **retraced**. What is a kind? For a **tensor**: dtype and shape. For a **Python number**: the number itself, which is built in.
#
# ### See it: TraceExplorer
#
# Six calls of `square`, one a row. An orange arrow leads to a graph that the call had to make, a blue dashed one to a graph that was there. Here are the six calls from the beginning of this chapter: `print` speaks four times. **Look for** the two blue arrows first, and then at what the last row returns.

# %% [markdown] lang="ko"
# 컴퓨터에 따라, 또 그때 다른 일도 하고 있는지에 따라 다섯 배에서 스무 배입니다. 행렬이 아주 작아서 파이썬이 일의 대부분이었기 때문입니다. 행렬이 크면 산술의 몫이 커져 이득이 줄어듭니다. 한 번만 실행할 함수라면 얻는 것이 없습니다. 트레이싱이 실행보다 오래 걸리기 때문입니다. Keras의 `fit`은 훈련 스텝을 알아서 `tf.function`에 넣습니다. 디버깅할 때는 `tf.config.run_functions_eagerly(True)`로 모든 그래프를 끌 수 있습니다.
#
# ## 8. 함수 하나에 그래프 여럿
#
# 그래프 하나는 한 종류의 인수를 위해 쓴 것입니다. 다른 종류가 오면 그래프가 하나 더 필요하고, 함수를 **다시 트레이싱**합니다. 종류란 무엇일까요? **텐서**라면 자료형과 형상입니다. **파이썬 수**라면 그 수 자체이며, 그래프에 박힙니다.
#
# ### 눈으로 보기: TraceExplorer
#
# `square`를 여섯 번 부르며, 한 줄이 호출 하나입니다. 주황색 화살표는 그 호출이 새로 만든 그래프로, 파란 점선 화살표는 이미 있던 그래프로 갑니다. 이 장 첫머리에서 말한 호출 여섯 번이 바로 이것이고, `print`는 네 번 찍힙니다. 파란 화살표 두 개를 먼저 **찾아보고**, 다음에 마지막 줄이 무엇을 돌려주는지 보세요.

# %%
TraceExplorer()

# %% [markdown] lang="en"
# **Try this**
# 1. Set calls 4, 5 and 6 to `tf.constant(2)`, `tf.constant(3)` and `tf.constant(2)`. Three graphs in place of four: tensors of one dtype and shape share a graph whatever their values.
# 2. *Reset*, and swap 2 and 2.0 in calls 4 and 6. To Python 2 == 2.0, so the second of them gets the graph of the first, **with its number built in**: once the answer is int32, once float32, for the same two calls.
# 3. Set call 4 to `tf.constant(2.0)` and call 5 to `np.array([1.0, 2.0])`, then tick *reduce_retracing*. Lengths that vary become None, and ranks that vary are left open: fewer graphs, if many lengths come. The array stays apart: it is float64.
# 4. Choose the *input_signature* float32 (None,). Now there is one graph at most; what fits is cast, even the float64 array, and what is no vector is refused with a TypeError: every call with a single number.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 호출 4, 5, 6을 `tf.constant(2)`, `tf.constant(3)`, `tf.constant(2)`로 바꿔 보세요. 그래프가 넷에서 셋으로 줄어듭니다. 자료형과 형상이 같은 텐서는 값이 달라도 그래프를 함께 씁니다.
# 2. *처음으로*를 누르고 호출 4와 6의 2와 2.0을 서로 바꿔 보세요. 파이썬에서는 2 == 2.0이므로 나중 것이 먼저 것의 그래프를 쓰는데, **그 그래프에는 먼저 것의 수가 박혀 있습니다**. 같은 두 호출인데 순서에 따라 답이 int32도 되고 float32도 됩니다.
# 3. 호출 4를 `tf.constant(2.0)`, 호출 5를 `np.array([1.0, 2.0])`로 하고 *reduce_retracing*을 켜 보세요. 달라지는 길이는 None이 되고, 달라지는 랭크(rank)는 열어 둡니다. 여러 길이가 들어올 때 그래프 수가 줄어듭니다. 배열은 float64라서 따로 남습니다.
# 4. *input_signature*에서 float32 (None,)를 골라 보세요. 이제 그래프는 많아야 하나입니다. 맞는 것은 float64 배열까지도 자료형을 바꾸어 받아들이고, 벡터(vector)가 아닌 것은 TypeError로 거절합니다. 수 하나만 준 호출이 모두 거절됩니다.

# %% [markdown] lang="en"
# The widget works by a rule. Ask TensorFlow itself, which counts its tracings:

# %% [markdown] lang="ko"
# 위젯은 규칙으로 계산한 것입니다. TensorFlow에게 직접 물어봅니다. TensorFlow도 트레이싱 횟수를 셉니다.

# %%
@tf.function
def asked(x):
    return x * x


six = (tf.constant([1.0, 2.0]), tf.constant([3.0, 4.0]), tf.constant([1.0, 2.0, 3.0]), 2, 3, 2.0)
for number, argument in enumerate(six, start=1):
    result = asked(argument)
    print(f"call {number}: graphs {asked.experimental_get_tracing_count()}, returned {result.numpy()} {result.dtype.name}")

# %% [markdown] lang="en"
# The same four. **So the two missing lines were never printed, because no Python ran**: the calls found a graph. In practice: hand numbers that change (a step, a learning rate) to a `tf.function` as tensors, or it traces anew for each of them. TensorFlow warns when five of the last few calls had to trace.
#
# ## 9. What older texts say
#
# Until 2019, in TensorFlow 1, *everything* was a graph, and you wrote it by hand: a **placeholder** where a value would come in, and a **Session** to run it. Nothing had a value before that. Such programs are still everywhere in books and answers. First, which of their names are left?

# %% [markdown] lang="ko"
# 역시 넷입니다. **그러니 사라진 두 줄은 애초에 찍힌 적이 없습니다. 그때는 파이썬이 실행되지 않았기 때문입니다.** 이미 있는 그래프를 찾아 실행했을 뿐입니다. 실전에서는 자꾸 바뀌는 수(스텝 번호, 학습률)를 `tf.function`에 텐서로 넘기세요. 그러지 않으면 수마다 새로 트레이싱합니다. 최근 몇 번의 호출 가운데 다섯 번이 트레이싱을 했으면 TensorFlow가 경고합니다.
#
# ## 9. 예전 글에는 이렇게 쓰여 있습니다
#
# 2019년까지, 곧 TensorFlow 1에서는 *모든 것*이 그래프였고 사람이 직접 적었습니다. 값이 들어올 자리에는 **placeholder**를 두고, **Session**으로 실행했습니다. 그 전에는 아무것도 값이 없었습니다. 그런 프로그램이 책과 답변에 아직 가득합니다. 먼저 그 이름 가운데 무엇이 남아 있는지 봅니다.

# %%
for name in ("Session", "placeholder", "global_variables_initializer", "layers", "log", "contrib"):
    print(f"tf.{name:29} {hasattr(tf, name)!s:6} tf.compat.v1.{name:29} {hasattr(tf.compat.v1, name)}")
try:
    keras.optimizers.SGD(lr=0.1)
except ValueError as problem:
    print("SGD(lr=0.1):", problem)

# %% [markdown] lang="en"
# Nearly all have moved into `tf.compat.v1`, where old programs still run; `contrib` is gone. So 3.0 + 4.0 as it was written then, and beside it what does the same today:

# %% [markdown] lang="ko"
# 거의 모두 `tf.compat.v1`로 옮겨졌고, 거기서는 옛 프로그램이 지금도 돕니다. `contrib`는 사라졌습니다. 3.0 + 4.0을 그때 쓰던 대로 쓰고, 같은 일을 하는 오늘날의 코드를 나란히 둡니다.

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

# %% [markdown] lang="en"
# > **Then and now**
# >
# > | older texts | today |
# > |---|---|
# > | `tf.placeholder(tf.float32, shape)` | an argument of a `tf.function`; where its kind must be fixed, `tf.TensorSpec` |
# > | `with tf.Session() as sess: sess.run(y, feed_dict={x: 3.0})` | call the function: `f(3.0)`; the tensor has its value |
# > | `tf.global_variables_initializer()` | nothing: a variable has its value from the start |
# > | `tf.get_variable`, `tf.variable_scope` | `tf.Variable`; layers own their weights |
# > | `tf.train.GradientDescentOptimizer(0.1).minimize(loss)` | a tape and `optimizer.apply_gradients`, or `compile` and `fit` |
# > | `SGD(lr=0.1)` | `SGD(learning_rate=0.1)` |
# > | `tf.layers.dense`, `tf.contrib.…` | `keras.layers.Dense`; contrib has no heir as a whole |
# > | `tf.log`, `tf.reduce_mean(x, reduction_indices=0)` | `tf.math.log`, `tf.reduce_mean(x, axis=0)` |
# > | `tf.cond`, `tf.while_loop` | `if` and `while` inside a `tf.function` |
# > | `tf.summary.FileWriter(path, sess.graph)` | `tf.summary.create_file_writer(path)` and `tf.summary.graph` |
#
# The idea has stayed: a graph is written once and run often. What has gone is the duty to write it yourself. And a placeholder is still there, inside, as you will see in a moment.
#
# ## 10. TensorBoard
#
# TensorBoard is a page that shows what a training has written into **event files**: numbers over steps (**scalars**), graphs, pictures, histograms. It ships apart from TensorFlow, as the package `tensorboard`. Write first: one folder a run, so that runs can be compared. Here are both losses, every tenth step.

# %% [markdown] lang="ko"
# > **그때와 지금**
# >
# > | 예전 글 | 오늘날 |
# > |---|---|
# > | `tf.placeholder(tf.float32, shape)` | `tf.function`의 인수. 종류를 못 박아야 하면 `tf.TensorSpec` |
# > | `with tf.Session() as sess: sess.run(y, feed_dict={x: 3.0})` | 함수를 부릅니다: `f(3.0)`. 텐서에는 이미 값이 있습니다 |
# > | `tf.global_variables_initializer()` | 필요 없습니다. 변수에는 처음부터 값이 있습니다 |
# > | `tf.get_variable`, `tf.variable_scope` | `tf.Variable`. 층이 자기 가중치를 가집니다 |
# > | `tf.train.GradientDescentOptimizer(0.1).minimize(loss)` | 테이프와 `optimizer.apply_gradients`, 또는 `compile`과 `fit` |
# > | `SGD(lr=0.1)` | `SGD(learning_rate=0.1)` |
# > | `tf.layers.dense`, `tf.contrib.…` | `keras.layers.Dense`. contrib 전체를 이어받은 것은 없습니다 |
# > | `tf.log`, `tf.reduce_mean(x, reduction_indices=0)` | `tf.math.log`, `tf.reduce_mean(x, axis=0)` |
# > | `tf.cond`, `tf.while_loop` | `tf.function` 안의 `if`와 `while` |
# > | `tf.summary.FileWriter(path, sess.graph)` | `tf.summary.create_file_writer(path)`와 `tf.summary.graph` |
#
# 그래프를 한 번 적고 여러 번 실행한다는 생각은 그대로입니다. 사라진 것은 손수 적어야 하는 의무입니다. placeholder도 안에는 아직 있습니다. 곧 보게 됩니다.
#
# ## 10. TensorBoard
#
# TensorBoard는 훈련이 **이벤트 파일**(event file)에 적어 둔 것을 보여 주는 웹 페이지입니다. 스텝에 따른 수(**스칼라**), 그래프, 그림, 히스토그램을 볼 수 있습니다. TensorFlow와는 따로 `tensorboard`라는 패키지로 나옵니다. 먼저 적어야 합니다. 실행마다 폴더를 하나씩 두면 서로 견줄 수 있습니다. 두 손실을 열 스텝마다 적습니다.

# %%
folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)  # gone with the kernel
logs = Path(folder.name) / "xor"
for name, losses in (("two_layers", two_losses), ("three_layers", three_losses)):
    with tf.summary.create_file_writer(str(logs / name)).as_default() as writer:
        for step in range(0, 500, 10):
            tf.summary.scalar("loss", losses[step], step=step)
        writer.close()
print("event files:", len(list(logs.rglob("*tfevents*"))))

# %% [markdown] lang="en"
# In a training of your own these lines stand inside the loop, and TensorBoard follows while it runs. Keras does it with a callback, `keras.callbacks.TensorBoard(folder)`.
#
# Then a graph. Name scopes group operations, so that the page shows boxes instead of a heap.

# %% [markdown] lang="ko"
# 실제 훈련에서는 이 줄들을 반복문 안에 두고, TensorBoard가 훈련을 따라갑니다. Keras에서는 콜백(callback) `keras.callbacks.TensorBoard(folder)`가 이 일을 합니다.
#
# 다음은 그래프입니다. 이름 범위(name scope)로 연산을 묶으면 페이지에 연산이 어지럽게 쌓이지 않고 상자로 보입니다.

# %%
@tf.function(input_signature=[tf.TensorSpec((None, 2), tf.float32)])
def network(x):
    for number, (weights, bias) in enumerate(three, start=1):
        with tf.name_scope(f"layer_{number}"):
            x = x @ weights + bias
            x = tf.tanh(x) if number < len(three) else tf.sigmoid(x)
    return x


graph = network.get_concrete_function().graph
with tf.summary.create_file_writer(str(logs / "three_layers")).as_default() as writer:
    tf.summary.graph(graph)
    writer.close()
come_in = [operation.type for operation in graph.get_operations() if not operation.inputs and operation.type != "NoOp"]
print("operations:", len(graph.get_operations()), "  from outside:", len(come_in), "times", *set(come_in))

# %% [markdown] lang="en"
# What comes in from outside is a `Placeholder`: the one input, and the boxes of six variables.
#
# Start TensorBoard. `start_tensorboard` runs it as a process of its own, on this machine alone, and shows links to it. Three places, three ways:
# - **your computer**: the link leads to 127.0.0.1 and a free port;
# - **Binder**, or any JupyterHub: that address is the server's, not yours, so the link goes through the hub's proxy, `…/proxy/<port>/`;
# - **Colab**: the notebook extension of TensorBoard shows the page under the cell. (In a notebook of your own: `%load_ext tensorboard`, then `%tensorboard --logdir FOLDER`.)

# %% [markdown] lang="ko"
# 밖에서 들어오는 것이 `Placeholder`입니다. 입력 하나와 변수 여섯 개의 상자입니다.
#
# TensorBoard를 시작합니다. `start_tensorboard`는 이 컴퓨터 안에서만 보이는 별도의 프로세스로 TensorBoard를 돌리고 링크를 보여 줍니다. 장소에 따라 길이 다릅니다.
# - **내 컴퓨터**: 링크가 127.0.0.1의 빈 포트로 갑니다.
# - **Binder**, 또는 JupyterHub: 그 주소는 내 컴퓨터가 아니라 서버의 것이므로, 링크가 허브의 프록시 `…/proxy/<포트>/`를 거쳐 갑니다.
# - **Colab**: TensorBoard의 노트북 확장이 셀 아래에 페이지를 보여 줍니다. (내 노트북에서라면 `%load_ext tensorboard` 다음에 `%tensorboard --logdir 폴더`를 씁니다.)

# %%
board = start_tensorboard(logs)
board

# %% [markdown] lang="en"
# Open the link (it works while this kernel runs). **Look for** three things:
# 1. *Scalars*: both losses in one chart. The settings on the left have *Smoothing*, 0.6 at first: the strong line is not what was logged until you set it to 0 (the pale one is). The middle icon below the chart switches to a logarithmic scale.
# 2. *Graphs*: three boxes, from below upwards. A double click opens one: MatMul, add, Tanh.
# 3. The tick boxes of the runs on the left switch curves on and off.
#
# The page gets all this over HTTP, from the server that you have just started. So can we: what does it say about the runs?

# %% [markdown] lang="ko"
# 링크를 열어 보세요(커널이 도는 동안 열립니다). 세 가지를 **눈여겨보세요**.
# 1. *Scalars*: 한 그림에 두 손실이 있습니다. 왼쪽 설정의 *Smoothing*이 처음에 0.6입니다. 이것을 0으로 하기 전까지 진한 선은 적어 둔 값이 아닙니다(흐린 선이 적어 둔 값입니다). 그림 아래 가운데 아이콘을 누르면 로그 눈금으로 바뀝니다.
# 2. *Graphs*: 상자가 세 개이고, 아래에서 위로 흐릅니다. 두 번 누르면 열리고, 안에 MatMul, add, Tanh가 있습니다.
# 3. 왼쪽의 실행 이름 옆 네모로 곡선을 켜고 끕니다.
#
# 페이지는 방금 시작한 서버에서 HTTP로 이 모든 것을 가져옵니다. 우리도 그렇게 할 수 있습니다. 서버는 실행들에 대해 뭐라고 말할까요?

# %%
for run, tags in sorted(board.ask("data/plugin/scalars/tags").items()):
    points = board.ask("data/plugin/scalars/scalars", run=run, tag="loss")
    print(f"{run}: tags {list(tags)}, {len(points)} points, steps {points[0][1]} to {points[-1][1]}")
    measured("  last loss on the page", points[-1][2], digits=4)

# %% [markdown] lang="en"
# The graph, too, is read back as the page reads it:

# %% [markdown] lang="ko"
# 그래프도 페이지가 읽는 방법으로 읽어 봅니다.

# %%
text = board.ask("data/plugin/graphs/graph", run="three_layers", conceptual="false")
print("nodes:", text.count("node {"), "  of them MatMul:", text.count('op: "MatMul"'), "  Tanh:", text.count('op: "Tanh"'))
print("as many as the graph has:", text.count("node {") == len(graph.get_operations()))

# %% [markdown] lang="en"
# Nothing was lost on the way. `board.stop()` ends the server; it also ends with the kernel, or when its cell is run again. (It is not run here, so that the link above stays alive.)
#
# ## 11. Low level or high level?
#
# You have written weights, forward pass, loss, tape and update by hand. The same network by Keras follows. The four samples stand in its data 500 times, so that one epoch has our 500 steps: 500 epochs of a single step would spend most of their time between the epochs.

# %% [markdown] lang="ko"
# 도중에 잃어버린 것은 없습니다. `board.stop()`으로 서버를 끝냅니다. 커널이 끝나거나 셀을 다시 실행할 때도 끝납니다. (위 링크가 살아 있도록 여기서는 끝내지 않았습니다.)
#
# ## 11. 저수준인가, 고수준인가
#
# 지금까지 가중치, 앞으로 가는 계산, 손실, 테이프, 가중치 고치기를 모두 손으로 썼습니다. 같은 신경망을 Keras로 씁니다. 네 샘플을 500번 되풀이해 놓았으므로 한 에포크(epoch)가 우리의 500스텝입니다. 스텝 하나짜리 에포크를 500번 돌면 시간을 대부분 에포크 사이에 씁니다.

# %%
keras.utils.set_random_seed(SEED)
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(8, activation="tanh"), keras.layers.Dense(1)])
model.compile(keras.optimizers.SGD(learning_rate=1.0), keras.losses.BinaryCrossentropy(from_logits=True))
model.fit(tf.tile(inputs, (500, 1)), tf.tile(wanted, (500, 1)), batch_size=4, shuffle=False, verbose=0)
measured("loss after 500 steps", model.evaluate(inputs, wanted, verbose=0), expected=(0.002, 0.006), digits=4)
print("answers:", np.round(keras.ops.sigmoid(model(inputs))).ravel().astype(int))

# %% [markdown] lang="en"
# Four lines, and nearly the same loss. And both levels mix: the layers of a Keras model are callable, its weights are variables, so your own tape works on it.

# %% [markdown] lang="ko"
# 네 줄로 거의 같은 손실이 나옵니다. 두 수준은 섞어 쓸 수도 있습니다. Keras 모델은 함수처럼 부를 수 있고 그 가중치는 변수이므로, 내가 만든 테이프를 그대로 쓸 수 있습니다.

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
# | another training step: two networks against each other, gradients of gradients | Keras layers, your own tape inside `tf.function` |
# | to invent an optimizer, or to see how it works | variables and a tape, as in this chapter |
# | the same code on JAX or PyTorch | Keras alone, no `tf.` in it |
#
# Go as high as the task allows: every line that you do not write has no error of yours. From the next chapter on we do, and you know what lies beneath.
#
# ## What you have learned
# - A constant is a value with shape and dtype, a variable a box for one; dtypes are never mixed in silence.
# - The tape records operations on variables; NumPy, integers and unwatched constants make gradients `None`.
# - A network is a list of variables, a function and a tape. XOR needs two layers; spare hidden units make it easy to learn.
# - `tf.function` traces once for each dtype and shape of tensors, and once for each Python number. Python inside runs while tracing alone.
# - Placeholder and Session were the graph by hand. Today a function's argument and a call do their work.
# - TensorBoard shows event files; it is a server, reached directly, through a proxy, or by Colab's extension.
#
# ## Next
# [08. The building blocks of Keras](08_keras_blocks.ipynb): layers, models, losses and optimizers, and how they fit together.
#
# ## Sources
# - M. Abadi et al., "TensorFlow: A system for large-scale machine learning", OSDI (2016): graphs, placeholders, sessions.
# - A. Agrawal et al., "TensorFlow Eager: A multi-stage, Python-embedded DSL for machine learning", MLSys (2019): tracing.
# - D. Moldovan et al., "AutoGraph: Imperative-style coding with graph-based performance", MLSys (2019).
# - TensorFlow guides: [Better performance with tf.function](https://www.tensorflow.org/guide/function), [Automatic differentiation](https://www.tensorflow.org/guide/autodiff), [Migrate to TensorFlow 2](https://www.tensorflow.org/guide/migrate); [TensorBoard](https://www.tensorflow.org/tensorboard).
# - X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS (2010): the first weights.

# %% [markdown] lang="ko"
# | 하려는 일 | 수준 |
# |---|---|
# | 알려진 신경망을 내 데이터에 쓰기 | Keras: `compile`과 `fit` |
# | 새 층, 손실, 지표(metric)를 만들고 나머지는 그대로 | Keras에 내 클래스나 함수를 더하기 |
# | 훈련 스텝 바꾸기: 서로 겨루는 두 신경망, 그레이디언트의 그레이디언트 | Keras 층과, `tf.function` 안의 내 테이프 |
# | 옵티마이저(optimizer)를 새로 만들거나 속을 들여다보기 | 이 장에서처럼 변수와 테이프 |
# | 같은 코드를 JAX나 PyTorch에서도 쓰기 | Keras만. `tf.`는 쓰지 않기 |
#
# 일이 허락하는 한 높은 수준에서 쓰세요. 내가 쓰지 않은 줄에는 내 실수도 없습니다. 다음 장부터는 그렇게 합니다. 이제 그 아래에 무엇이 있는지 아니까요.
#
# ## 배운 것
# - 상수는 형상과 자료형이 있는 값이고, 변수는 그것을 담는 상자입니다. 자료형은 말없이 섞이지 않습니다.
# - 테이프는 변수에 대한 연산을 기록합니다. NumPy나 정수를 거치거나 지켜보지 않은 상수를 쓰면 그레이디언트가 `None`이 됩니다.
# - 신경망은 변수의 목록과 함수와 테이프입니다. XOR에는 두 층이 필요하고, 은닉 유닛이 넉넉하면 배우기 쉽습니다.
# - `tf.function`은 텐서의 자료형과 형상마다 한 번, 파이썬 수마다 한 번 트레이싱합니다. 그 안의 파이썬은 트레이싱할 때만 실행됩니다.
# - placeholder와 Session은 손으로 쓰던 그래프였습니다. 오늘날에는 함수의 인수와 호출이 그 일을 합니다.
# - TensorBoard는 이벤트 파일을 보여 주는 서버이며, 바로, 프록시를 거쳐, 또는 Colab의 확장으로 엽니다.
#
# ## 다음
# [08. Keras 블록](08_keras_blocks.ipynb): 층, 모델, 손실, 옵티마이저가 어떻게 맞물리는가.
#
# ## 출처
# - M. Abadi et al., "TensorFlow: A system for large-scale machine learning", OSDI (2016): 그래프, placeholder, Session.
# - A. Agrawal et al., "TensorFlow Eager: A multi-stage, Python-embedded DSL for machine learning", MLSys (2019): 트레이싱.
# - D. Moldovan et al., "AutoGraph: Imperative-style coding with graph-based performance", MLSys (2019).
# - TensorFlow 안내서: [Better performance with tf.function](https://www.tensorflow.org/guide/function), [Automatic differentiation](https://www.tensorflow.org/guide/autodiff), [Migrate to TensorFlow 2](https://www.tensorflow.org/guide/migrate); [TensorBoard](https://www.tensorflow.org/tensorboard).
# - X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS (2010): 첫 가중치.
