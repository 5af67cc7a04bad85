# %% [markdown] lang="en"
# # 05. Optimizers: the way down
#
# In chapter [04](04_backprop.ipynb) one line did all the learning: `w = w - learning_rate * gradient`. But a network has a million weights, and some slopes are a thousand times steeper than others. **How can one learning rate be right for all of them?** At the end of this chapter you have the answer, and nine ways to act on it, each written by you and each equal to Keras's own.
#
# **You will be able to**
# - say from the curvature at which learning rate training blows up, before it does;
# - explain why a noisy gradient gets there sooner than an exact one;
# - write momentum, Nesterov, Adagrad, RMSprop, Adadelta, Adam, AdamW and Nadam in a few lines, and tell what each line is for;
# - recognise a widely copied listing that is not what its name says;
# - choose an optimizer, a rate and a schedule, and know what to try when it does not learn.
#
# **Time** about 90 minutes. **You need** chapters [01](01_tensors.ipynb) and [04](04_backprop.ipynb): arrays, gradient. Of mathematics: square roots.

# %% [markdown] lang="ko"
# # 05. 옵티마이저: 내려가는 길
#
# [04장](04_backprop.ipynb)에서 학습은 모두 `w = w - learning_rate * gradient` 한 줄이 했습니다. 그런데 신경망(neural network)에는 가중치(weight)가 백만 개나 되고, 어떤 기울기는 다른 기울기보다 천 배나 가파릅니다. **학습률(learning rate) 하나가 어떻게 그 모두에 맞을 수 있을까요?** 이 장을 마치면 답을 알게 되고, 그 답을 실천하는 방법 아홉 가지를 손에 넣습니다. 모두 직접 짜고, 모두 Keras의 것과 값이 같은지 확인합니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 학습률이 얼마면 훈련이 터져 버리는지, 터지기 전에 곡률에서 알아냅니다.
# - 잡음(noise) 섞인 그레이디언트(gradient)가 정확한 그레이디언트보다 먼저 도착하는 까닭을 설명합니다.
# - 모멘텀(momentum), Nesterov, Adagrad, RMSprop, Adadelta, Adam, AdamW, Nadam을 몇 줄로 짜고, 줄마다 무슨 일을 하는지 말합니다.
# - 이름과 내용이 다른데도 널리 베껴 쓰이는 코드를 알아봅니다.
# - 옵티마이저(optimizer), 학습률, 스케줄(schedule)을 고르고, 학습이 안 될 때 무엇부터 바꿔 볼지 압니다.
#
# **시간** 약 90분. **필요한 것** [01장](01_tensors.ipynb)과 [04장](04_backprop.ipynb)의 배열(array)과 그레이디언트. 수학은 제곱근이면 됩니다.

# %% tags=["setup"]
from collections import defaultdict

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

from helpers import measured
from helpers.datasets import mnist
from helpers.drawing import style
from helpers.maths.surfaces import SURFACES
from helpers.widgets import OptimizerRace, UpdateCartoon

keras.config.set_floatx("float64")  # as NumPy computes

# %% [markdown] lang="en"
# ## 1. One line
#
# **Gradient descent** goes downhill: the gradient ∂E/∂w points up the loss E, so w moves the other way,
#
# w ← w − η ∂E/∂w,
#
# and the **learning rate** η says how far. The smallest example has one weight and the loss E = w²/2, whose slope is simply w. So each step multiplies w by 1 − η. **Predict** what happens for η = 0.05, 1, 1.5, and 2.05.

# %% [markdown] lang="ko"
# ## 1. 한 줄
#
# **경사 하강법**(gradient descent)은 내리막으로 갑니다. 그레이디언트 ∂E/∂w는 손실(loss) E가 커지는 쪽을 가리키므로, w는 그 반대로 움직입니다.
#
# w ← w − η ∂E/∂w
#
# 얼마나 갈지는 **학습률**(learning rate) η가 정합니다. 가장 작은 예로 가중치는 하나, 손실은 E = w²/2라고 합시다. 기울기는 그냥 w이니 한 걸음(스텝, step)마다 w에 1 − η가 곱해집니다. η가 0.05, 1, 1.5, 2.05일 때 무슨 일이 일어날지 **예상해 보세요**.


# %%
def descend(eta, steps=20, curvature=1.0, w=1.0):
    path = [w]
    for _ in range(steps):
        w = w - eta * curvature * w  # the slope of curvature * w**2 / 2
        path.append(w)
    return np.array(path)


for eta in (0.05, 0.5, 1.0, 1.5, 2.05):
    path = descend(eta)
    print(f"eta {eta:4}:", " ".join(f"{w:6.3f}" for w in path[:6]), f"... after 20: {path[-1]:6.3f}")

# %% [markdown] lang="en"
# With 0.05 it creeps: after 20 steps a third of the way is still to go. With 1 it is there at once. With 1.5 it jumps over the minimum and back, closer each time. With 2.05 each jump lands farther away than the one before: it **diverges**. All of it is one factor, 1 − η: between −1 and 1 it shrinks w, outside it grows.

# %% [markdown] lang="ko"
# 0.05는 기어갑니다. 20걸음을 가도 아직 3분의 1이 남습니다. 1이면 단번에 도착합니다. 1.5면 최솟값을 뛰어넘어 왔다 갔다 하지만 그때마다 가까워집니다. 2.05면 뛸 때마다 더 먼 곳에 떨어집니다. **발산**(divergence)입니다. 모두 1 − η라는 수 하나가 하는 일입니다. 이 수가 −1과 1 사이면 w가 줄고, 벗어나면 커집니다.

# %% [markdown] lang="en"
# ## 2. The edge
#
# A loss λw²/2 with **curvature** λ has the slope λw, and the factor becomes 1 − ηλ. It reaches −1 at η = 2/λ. That is the theory. Now measure: halve an interval forty times, each time asking whether 2,000 steps lead away. **Predict** the edge for λ = 30.

# %% [markdown] lang="ko"
# ## 2. 경계
#
# **곡률**(curvature)이 λ인 손실 λw²/2의 기울기는 λw이고, 한 걸음마다 곱해지는 수는 1 − ηλ가 됩니다. 이 수는 η = 2/λ에서 −1이 됩니다. 여기까지가 이론이니 재 봅시다. 2,000걸음 뒤에 멀어졌는지 물으며 구간을 마흔 번 반으로 줄입니다. λ = 30일 때의 경계를 **예상해 보세요**.


# %%
def edge(curvature):
    low, high = 0.0, 10.0
    for _ in range(40):
        eta = (low + high) / 2
        with np.errstate(all="ignore"):
            shrinks = abs(descend(eta, 2000, curvature)[-1]) < 1
        low, high = (eta, high) if shrinks else (low, eta)
    return low


for curvature in (0.5, 1, 4, 30):
    print(f"curvature {curvature:4}: measured {edge(curvature):.4f}   2 / curvature = {2 / curvature:.4f}")

# %% [markdown] lang="en"
# Equal to all digits shown. So the steepest direction alone decides how large η may be. In a network λ is the largest eigenvalue of the matrix of second derivatives (the Hessian), and nobody computes it; one notices the edge because the loss becomes `nan`.

# %% [markdown] lang="ko"
# 보이는 자리까지 모두 같습니다. 그러니 η가 얼마까지 커도 되는지는 가장 가파른 방향 혼자서 정합니다. 신경망에서 λ는 이계도함수를 모은 행렬(matrix), 곧 헤세 행렬(Hessian)의 가장 큰 고윳값입니다. 그것을 계산하는 사람은 없고, 손실이 `nan`이 되는 것을 보고서야 경계를 넘었음을 압니다.

# %% [markdown] lang="en"
# ## 3. A ravine: one rate, two slopes
#
# Now two weights. On the surface *ravine*, E = (w₁² + 30 w₂²)/2, the second is 30 times as steep as the first. From here on every rule is a function of the weights, the gradient, what it remembers (`state`), and the number of the step t; `walk` applies it, `arrival` says when 1 % of the height at the start is left.

# %% [markdown] lang="ko"
# ## 3. 골짜기: 학습률은 하나, 기울기는 둘
#
# 이번에는 가중치가 둘입니다. *ravine*, 곧 골짜기(ravine) 지형 E = (w₁² + 30 w₂²)/2에서는 둘째 방향이 첫째보다 30배 가파릅니다. 지금부터 규칙은 모두 함수입니다. 가중치, 그레이디언트, 기억해 둔 것(`state`), 몇 번째 걸음인지(t)를 받습니다. `walk`는 규칙을 되풀이하고, `arrival`은 높이가 출발점의 1 % 아래로 내려온 때를 알려 줍니다.


# %%
def walk(rule, surface, lr, steps=200, **given):
    gradient, state = SURFACES[surface].gradient, defaultdict(float)
    path = [np.array(SURFACES[surface].start)]
    for t in range(1, steps + 1):
        path.append(rule(path[-1], np.array(gradient(*path[-1])), state, t, lr, **given))
    return np.array(path)


def arrival(path, surface):
    height = SURFACES[surface].f(*path.T) - SURFACES[surface].least
    there = np.flatnonzero(height < 0.01 * height[0])
    return str(there[0]) if len(there) else "never"


# %% [markdown] lang="en"
# The first rule is the line that you know. Its `state` stays empty. **Predict** which of these rates is the fastest, and which one diverges.

# %% [markdown] lang="ko"
# 첫 번째 규칙은 이미 아는 그 한 줄입니다. `state`는 비어 있습니다. 이 가운데 어느 학습률이 가장 빠르고 어느 것이 발산할지 **예상해 보세요**.


# %%
def sgd(w, g, state, t, lr=0.01):
    return w - lr * g


for lr in (0.01, 0.03, 0.06, 0.066, 0.067):
    told = f"arrives at step {arrival(walk(sgd, 'ravine', lr), 'ravine'):5}"
    print(f"rate {lr:5}: {told}  a step multiplies w1 by {1 - lr:.3f}, w2 by {1 - 30 * lr:6.3f}")

# %% [markdown] lang="en"
# The edge is 2/30 = 0.0667, set by the steep weight. The flat one, which could take steps of 1, must live with 0.06: it keeps 94 % of its distance in each step. **The steep direction sets the limit, the flat direction does the waiting.** The ratio of the two, 30 here, is called the *condition number*; for real networks it runs into thousands.
#
# Watch it. On the map, light is low and + is the minimum. Look at the path: does it go along the valley, or across it?

# %% [markdown] lang="ko"
# 경계는 가파른 가중치가 정한 2/30 = 0.0667입니다. 혼자라면 1씩 뛰어도 될 완만한 가중치가 0.06에 묶여, 한 걸음마다 남은 거리의 94 %를 그대로 남깁니다. **한도는 가파른 방향이 정하고, 기다림은 완만한 방향의 몫입니다.** 둘의 비, 여기서는 30을 *조건수*(condition number)라 하는데 실제 신경망에서는 수천에 이릅니다.
#
# 눈으로 봅시다. 지도에서 밝은 곳이 낮은 곳이고 +는 최솟값입니다. 길을 눈여겨보세요. 골짜기를 따라가나요, 가로지르나요?

# %%
OptimizerRace(racers=("sgd",), learning_rate=0.06, step=30)

# %% [markdown] lang="en"
# **Try this**
# 1. Drag *step* from 0 to 30. The path jumps from wall to wall and inches towards the minimum between the jumps.
# 2. Set *learning rate* to 0.032. No more zigzag: the steep weight is settled in a few steps, the flat one crawls, and 1 % is reached at step 42 instead of 22.
# 3. Set it to 0.071. Every jump is longer than the last; the runner leaves the map and is stopped at step 34.
# 4. Choose the surface *bowl*, both directions equally steep. The path is a straight line: with equal slopes there is nothing to zigzag between.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *단계*를 0에서 30까지 끌어 보세요. 길은 벽에서 벽으로 뛰면서 그 사이에 조금씩만 최솟값 쪽으로 갑니다.
# 2. *학습률*을 0.032로 맞춰 보세요. 지그재그가 사라집니다. 가파른 가중치는 몇 걸음 만에 자리를 잡지만 완만한 쪽은 기어가서, 1 %에 닿는 때가 22번째에서 42번째로 늦어집니다.
# 3. 0.071로 맞춰 보세요. 뛸 때마다 더 멀리 뛰다가 지도를 벗어나 34번째에 멈춥니다.
# 4. 지형으로 *bowl*을 골라 보세요. 두 방향이 똑같이 가파른 그릇입니다. 길은 곧은 선입니다. 기울기가 같으면 지그재그로 오갈 까닭이 없습니다.

# %% [markdown] lang="en"
# ## 4. Flat places, saddles, dips
#
# A ravine is not the only trouble. A **plateau** is nearly flat, so the gradient is nearly zero, far from any minimum. At a **saddle point** the gradient is exactly zero, though it goes down to both sides. And in a **local minimum** it goes up on all sides, though elsewhere it is deeper. Plain gradient descent on one of each, 200 steps, and on a bowl full of ripples (*noisy*):

# %% [markdown] lang="ko"
# ## 4. 평지, 안장, 웅덩이
#
# 골치 아픈 곳은 골짜기만이 아닙니다. **고원**(plateau)은 최솟값에서 먼데도 거의 평평해서 그레이디언트가 0에 가깝습니다. **안장점**(saddle point)에서는 양옆으로 내리막이 있는데도 그레이디언트가 꼭 0입니다. **지역 최솟값**(local minimum)은 다른 데가 더 깊은데도 사방이 오르막입니다. 이런 지형 하나씩과 잔물결이 가득한 그릇(*noisy*)에서 경사 하강법을 200걸음 돌려 봅니다.

# %%
for surface, lr in (("plateau", 0.1), ("saddle", 0.05), ("six_hump_camel", 0.02), ("noisy", 0.05)):
    ground, path = SURFACES[surface], walk(sgd, surface, lr)
    first, last = (np.hypot(*ground.gradient(*w)) for w in path[[0, -1]])
    left = ground.f(*path[-1]) - ground.least
    print(f"{surface:14} slope {first:6.3f} -> {last:.3f}  arrives {arrival(path, surface):5}  height left {left:.3f}")

# %% [markdown] lang="en"
# On the plateau the slope at the start is 0.018, and 200 steps of a tenth of that get hardly anywhere: 0.904 of a height of 1 is left. The saddle costs 168 steps, most of them near the flat middle. On the last two the slope is 0.000: descent has *finished*, in a dip 0.816 and 0.891 above the lowest place, and will stay there for ever. A gradient of zero does not say where you are.
#
# In networks with many weights a point that is a minimum along every one of a million directions is rare, and most flat points are saddles (Dauphin and others, 2014). What helps against all of this is memory, noise, and a rate for each weight. We take noise first, since it comes for free.

# %% [markdown] lang="ko"
# 고원에서는 출발점의 기울기가 0.018이고, 그 10분의 1씩 200걸음을 가 봐야 거의 제자리입니다. 높이 1 가운데 0.904가 남습니다. 안장에서는 168걸음이 드는데 대부분 가운데 평평한 곳에서 흘려보냅니다. 마지막 둘은 기울기가 0.000입니다. 하강은 *끝났습니다*. 가장 낮은 곳보다 0.816과 0.891만큼 높은 웅덩이 속이고, 언제까지나 거기 머뭅니다. 그레이디언트가 0이라는 것만으로는 내가 어디에 있는지 알 수 없습니다.
#
# 가중치가 많은 신경망에서는 백만 개 방향 모두에서 최소인 점이 드물고, 평평한 점은 대부분 안장점입니다(Dauphin 등, 2014). 이 모든 것에 도움이 되는 것은 기억, 잡음, 그리고 가중치마다 다른 학습률입니다. 공짜로 얻는 잡음부터 봅시다.

# %% [markdown] lang="en"
# ## 5. Batch, mini-batch, stochastic
#
# The loss of a network is a mean over all samples, and so is its gradient. Computing it on all of them is **batch** gradient descent; on a few, drawn at random, **mini-batch**; on a single one, **stochastic** gradient descent (SGD, the name that is used for all three today). A small real problem to measure on: is a handwritten digit a 4 or a 9? 2,000 pictures, every second pixel, one unit with a sigmoid.

# %% [markdown] lang="ko"
# ## 5. 배치, 미니배치, 확률적
#
# 신경망의 손실은 모든 샘플(sample)에 대한 평균이고 그레이디언트도 그렇습니다. 전부로 계산하면 **배치**(batch) 경사 하강법, 무작위로 고른 몇 개로 하면 **미니배치**(mini-batch), 하나로 하면 **확률적 경사 하강법**(stochastic gradient descent, SGD)입니다. 요즘은 셋을 통틀어 SGD라고 부릅니다. 실제 데이터로 작은 문제를 하나 풀며 재 봅시다. 손으로 쓴 숫자가 4일까요, 9일까요? 그림 2,000장에서 픽셀을 하나 걸러 하나씩 쓰고, 시그모이드(sigmoid) 유닛(unit) 하나로 답합니다.

# %% tags=["real-data"]
(images, labels), _ = mnist.load_data()
chosen = np.isin(labels, (4, 9))
x = images[chosen][:2000, ::2, ::2].reshape(2000, -1) / 255.0
x = np.column_stack([x, np.ones(2000)])  # a column of ones: the bias is a weight like the others
target = (labels[chosen][:2000] == 9).astype(float)
print("x", x.shape, " share of nines", target.mean())


# %%
def loss(w, x=x):
    z = x @ w
    return float(np.mean(np.logaddexp(0, z) - target * z))  # binary cross-entropy: chapter 06


def gradient(w, rows, x=x):
    p = 1 / (1 + np.exp(-x[rows] @ w))
    return x[rows].T @ (p - target[rows]) / len(rows)


# %% [markdown] lang="en"
# The **noise** of a mini-batch: how far its gradient lies from that of all samples, as a share of the latter's length. **Predict**: when a batch grows to four times its size, does the noise fall to a quarter?

# %% [markdown] lang="ko"
# 미니배치의 **잡음**은 그 그레이디언트가 전체 샘플의 그레이디언트에서 얼마나 벗어나는지를, 후자의 길이에 대한 비율로 잰 것입니다. 배치가 네 배로 커지면 잡음은 4분의 1로 줄까요? **예상해 보세요**.

# %% tags=["real-data"]
rng, w = np.random.default_rng(0), np.zeros(x.shape[1])
whole = gradient(w, np.arange(2000))
for size in (1, 4, 16, 64, 256, 1024):
    apart = [gradient(w, rng.integers(0, 2000, size)) - whole for _ in range(500)]
    noise = np.sqrt(np.mean(np.sum(np.square(apart), axis=1))) / np.linalg.norm(whole)
    print(f"batch {size:4}: noise {noise:.2f}   noise x sqrt(size) {noise * np.sqrt(size):.1f}")

# %% [markdown] lang="en"
# To a half. The last column stands still: noise falls as 1/√size. So four times the work buys half the noise, which is a bad bargain, and the gradient of a single sample is seven parts noise to one part signal. Yet that one is 2,000 times cheaper.

# %% [markdown] lang="ko"
# 절반으로 줄 뿐입니다. 마지막 열이 거의 그대로이니, 잡음은 1/√크기로 줄어듭니다. 일을 네 배 해서 잡음을 반으로 줄이는 셈이니 밑지는 장사입니다. 샘플 하나의 그레이디언트는 신호가 1이면 잡음이 7입니다. 그래도 2,000배나 쌉니다.

# %% [markdown] lang="en"
# ## 6. It wobbles more, and yet arrives sooner
#
# A fair comparison gives everyone the same budget: each may look at 8,000 samples. That is 4 steps for the batch, 400 for mini-batches of 20, 8,000 for single samples. Each gets the best of three rates, with `rate` a function of the progress from 0 to 1 (for section 13). **Predict** the order.

# %% [markdown] lang="ko"
# ## 6. 더 흔들리는데도 먼저 도착합니다
#
# 공평하게 비교하려면 예산이 같아야 합니다. 저마다 샘플을 8,000번 볼 수 있습니다. 배치는 4걸음, 20개짜리 미니배치는 400걸음, 샘플 하나씩이면 8,000걸음입니다. 학습률은 셋 가운데 가장 좋은 것을 씁니다. `rate`는 진행 정도(0에서 1)를 받는 함수입니다(13절에서 씁니다). 순서를 **예상해 보세요**.


# %%
def train(size, rate, seed=0, budget=8000):
    rng, w, losses = np.random.default_rng(seed), np.zeros(x.shape[1]), []
    steps = budget // size
    for step in range(steps):
        if step * size % 2000 == 0:
            order = rng.permutation(2000)  # a new epoch, a new order
        rows = order[step * size % 2000 :][:size]
        w = w - rate(step / steps) * gradient(w, rows)
        if (step + 1) % max(1, steps // 40) == 0:
            losses.append(loss(w))
    return np.array(losses)


# %%
curves = {}
for size, rates in ((2000, (0.3, 1, 3)), (20, (0.1, 0.3, 1)), (1, (0.01, 0.03, 0.1))):
    runs = [train(size, lambda progress, lr=lr: lr) for lr in rates]
    curves[size] = min(runs, key=lambda losses: losses[-1])
    measured(f"batch {size:4}, {8000 // size:4} steps: loss", curves[size][-1])
    measured("    share of the measurements at which the loss rose", np.mean(np.diff(curves[size]) > 0), digits=2)

# %%
with style():
    fig, ax = plt.subplots(figsize=(7.5, 3.2))
    for size, losses in curves.items():
        seen = np.linspace(8000 / len(losses), 8000, len(losses))
        ax.plot(seen, losses, marker="o" if size == 2000 else "", label=f"batch of {size}")
    ax.set(xlabel="samples seen", ylabel="loss on all samples", ylim=(0, 0.72))
    ax.legend()

# %% [markdown] lang="en"
# The exact gradient falls at every one of its 4 steps, and ends at about 0.48. Both noisy ones rise at about every third measurement, and end below 0.10: in the picture they are far below before the batch has taken its first step, at 2,000 samples. Many cheap, roughly right steps beat a few perfect ones, because after one step the perfect gradient is out of date.
#
# Single samples gain next to nothing over batches of 20 here, and by the clock they lose: 20 rows go through one matrix product in nearly the time of one. So one takes mini-batches, 16 to 512.

# %% [markdown] lang="ko"
# 정확한 그레이디언트는 4걸음 모두 내려가고 0.48쯤에서 끝납니다. 잡음 섞인 둘은 잴 때마다 세 번에 한 번꼴로 올라가면서도 0.10 아래에서 끝납니다. 그림을 보면 배치가 2,000개를 보고 첫걸음을 떼기도 전에 이미 한참 내려가 있습니다. 완벽한 몇 걸음보다 대충 맞는 값싼 여러 걸음이 낫습니다. 완벽한 그레이디언트도 한 걸음만 가면 철 지난 것이 되기 때문입니다.
#
# 샘플 하나씩은 20개씩보다 나을 것이 거의 없고 시간으로 따지면 손해입니다. 20행을 한 번에 행렬 곱하는 시간이 1행과 별 차이가 없기 때문입니다. 그래서 보통 16에서 512개짜리 미니배치를 씁니다.

# %% [markdown] lang="en"
# ## 7. Momentum: a velocity
#
# In the ravine the steep weight changes sign at each step while the flat one always points the same way. Add the steps up, and the zigzag cancels while the drift accumulates. That is **momentum** (Polyak, 1964): the gradient no longer moves w, it changes a **velocity** v, and friction μ keeps the velocity finite.

# %% [markdown] lang="ko"
# ## 7. 모멘텀: 속도를 이어 가기
#
# 골짜기에서 가파른 가중치는 걸음마다 부호가 바뀌지만 완만한 쪽은 늘 같은 쪽을 가리킵니다. 걸음을 더해 나가면 지그재그는 상쇄되고 한쪽으로 가는 움직임은 쌓입니다. 이것이 **모멘텀**(momentum)입니다(Polyak, 1964). 그레이디언트는 이제 w를 직접 움직이지 않고 **속도**(velocity) v를 바꿉니다. 속도는 마찰 μ 덕분에 끝없이 커지지 않습니다.


# %%
def momentum(w, g, state, t, lr=0.01, mu=0.9):
    state["v"] = mu * state["v"] - lr * g
    return w + state["v"]


for mu in (0, 0.5, 0.8, 0.9, 0.95, 0.99):
    print(f"mu {mu:4}: arrives at step {arrival(walk(momentum, 'ravine', 0.03, mu=mu), 'ravine')}")

# %% [markdown] lang="en"
# μ = 0 is plain descent, 44 steps at this rate. With 0.8 it takes 13; with 0.99 the ball is so heavy that it rolls back and forth past the minimum for 169. On a constant slope the velocity grows to η g/(1 − μ), ten times a plain step for μ = 0.9. For such ravines the number of steps grows with the condition number for plain descent, with its square root alone for the best momentum (Polyak, 1964).
#
# One step at a time. Left, three arrows: what is kept of the velocity (hollow), what the gradient adds (thin), and the sum, along which w moves. Right, the same in numbers, w₁ and w₂ side by side, with bars for their sizes.

# %% [markdown] lang="ko"
# μ = 0은 보통의 경사 하강법이고 이 학습률로 44걸음이 듭니다. 0.8이면 13걸음이고, 0.99면 공이 너무 무거워 최솟값을 지나쳐 왔다 갔다 하느라 169걸음이 듭니다. 기울기가 한결같은 비탈에서 속도는 η g/(1 − μ)까지 커집니다. μ = 0.9면 보통 걸음의 열 배입니다. 이런 골짜기에서 필요한 걸음 수는 경사 하강법이면 조건수에 비례하고, 가장 좋은 모멘텀이면 그 제곱근에만 비례합니다(Polyak, 1964).
#
# 한 걸음씩 봅시다. 왼쪽의 화살표 셋은 남겨 둔 속도(속이 빈 것), 그레이디언트가 더하는 것(가는 것), 그리고 w가 움직이는 합입니다. 오른쪽은 같은 것을 숫자로 적은 것으로, w₁과 w₂가 나란히 있고 막대가 크기를 나타냅니다.

# %%
UpdateCartoon(optimizer="momentum", step=5)

# %% [markdown] lang="en"
# **Try this**
# 1. Go *Back* to step 1. The velocity so far is 0: the first step is plain descent.
# 2. Press *Next* and watch w₂. It crosses the valley, the gradient turns round at once, the velocity only bit by bit. On the way back, at step 7, it carries w₂ past the bottom once more, and the loss rises from 2.66 to 3.99.
# 3. Watch the bar of w₁ in the box *velocity* meanwhile: from 0.04 at step 1 to 0.19 at step 7, always the same way.
# 4. Drag μ to 0. The hollow arrow vanishes, and with it all that was gathered: the path is that of plain descent.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *이전*을 눌러 첫 번째 단계까지 가 보세요. 지금까지의 속도가 0이니 첫걸음은 보통의 경사 하강법입니다.
# 2. *다음*을 누르며 w₂를 보세요. 골짜기를 건너면 그레이디언트는 바로 돌아서지만 속도는 조금씩만 돌아섭니다. 되돌아오는 길인 7번째에는 속도가 w₂를 다시 바닥 너머로 데려가서 손실이 2.66에서 3.99로 커집니다.
# 3. 그동안 *velocity* 상자의 w₁을 보세요. 1번째의 0.04에서 7번째의 0.19까지 늘 같은 쪽으로 커집니다.
# 4. μ를 0으로 끌어 보세요. 속이 빈 화살표와 함께 모아 둔 속도가 사라지고, 길은 보통의 경사 하강법이 됩니다.

# %% [markdown] lang="en"
# ## 8. A line that is not what it says
#
# Here is momentum as many courses and blogs print it. The last line looks like the velocity written out once more. **Predict**: is it the same as `momentum` above?

# %% [markdown] lang="ko"
# ## 8. 이름과 다른 한 줄
#
# 많은 강의와 블로그에 실린 모멘텀 코드입니다. 마지막 줄은 속도를 한 번 더 풀어 쓴 것처럼 보입니다. 위의 `momentum`과 같을까요? **예상해 보세요**.


# %%
def copied(w, g, state, t, lr=0.01, mu=0.9):
    state["v"] = mu * state["v"] - lr * g
    return w + mu * state["v"] - lr * g


# %% [markdown] lang="en"
# Let Keras be the judge. Both get the same 1,000 gradients of five weights, drawn at random, from very small to very large. (`tf.function` makes Keras's loop fast; chapter [07](07_tensorflow.ipynb) explains it.)

# %% [markdown] lang="ko"
# 판정은 Keras에 맡깁니다. 양쪽에 똑같은 그레이디언트 1,000개를 줍니다. 가중치는 다섯이고, 값은 아주 작은 것부터 아주 큰 것까지 무작위로 뽑았습니다. (`tf.function`은 Keras의 반복을 빠르게 합니다. [07장](07_tensorflow.ipynb)에서 설명합니다.)

# %%
GRADIENTS = np.random.default_rng(0).normal(size=(1000, 5)) * [0.01, 0.1, 1, 10, 100]


def ours(rule, **given):
    w, state, path = np.ones(5), defaultdict(float), []
    for t, g in enumerate(GRADIENTS, start=1):
        w = rule(w, g, state, t, 0.01, **given)
        path.append(w)
    return np.array(path)


# %%
def of_keras(*optimizers):
    weights = [keras.Variable(np.ones(5)) for _ in optimizers]
    for optimizer, w in zip(optimizers, weights, strict=True):
        optimizer.build([w])

    @tf.function
    def run():
        path = tf.TensorArray(tf.float64, 1000)
        for t in tf.range(1000):
            for optimizer in optimizers:
                optimizer.apply([tf.constant(GRADIENTS)[t]])
            path = path.write(t, tf.stack([w.value for w in weights], axis=0))
        return path.stack()

    return np.swapaxes(run().numpy(), 0, 1)


# %%
SGD = keras.optimizers.SGD
plain, nesterov_form = of_keras(SGD(0.01, momentum=0.75), SGD(0.01, momentum=0.75, nesterov=True))
for name, theirs in (("nesterov=False", plain), ("nesterov=True ", nesterov_form)):
    apart = np.abs(ours(copied, mu=0.75) - theirs)
    print(f"{name}: apart after step 1 by {apart[0].max():.3f}; never by more than 1e-10: {apart.max() < 1e-10}")

# %% [markdown] lang="en"
# (μ = 0.75, since Keras passes μ through float32, and 0.75 survives that to the last bit.) The listing is **Nesterov's** momentum, from its first step to the thousandth, and never the plain one. Nothing is wrong with the code, only with its name: v has already been updated when the last line uses it, so the gradient counts twice.
#
# What does Nesterov do? His idea (1983): measure the slope not where you stand but where the velocity will have carried you, at w + μv. That needs the gradient at another place. The form above needs it only at w, because it keeps that other place *as* its w. The claim can be tested: descend once in each form, and compare.

# %% [markdown] lang="ko"
# (μ = 0.75로 한 까닭은, Keras가 μ를 float32로 바꾸는데 0.75는 그래도 마지막 비트까지 그대로이기 때문입니다.) 이 코드는 첫걸음부터 천 번째까지 **Nesterov** 모멘텀이고, 보통의 모멘텀이었던 적은 없습니다. 코드가 아니라 이름이 틀렸습니다. 마지막 줄이 v를 쓸 때 v는 이미 새 값이므로 그레이디언트가 두 번 들어갑니다.
#
# Nesterov는 무엇을 할까요? 착상은 이렇습니다(1983). 지금 선 곳이 아니라 속도가 데려다 놓을 곳, w + μv에서 기울기를 잽니다. 그러려면 다른 곳의 그레이디언트가 필요합니다. 위의 코드는 그 다른 곳을 *아예* w로 삼기 때문에 w의 그레이디언트만 있으면 됩니다. 정말인지 두 방식으로 내려가 비교합니다.


# %%
def nesterov(w, g, state, t, lr=0.01, mu=0.9):
    state["v"] = mu * state["v"] - lr * g
    return w + mu * state["v"] - lr * g


# %%
path = walk(nesterov, "ravine", 0.03)
w, v, apart = path[0], np.zeros(2), []
for place in path:
    apart.append(np.abs(w + 0.9 * v - place).max())
    slope_ahead = np.array(SURFACES["ravine"].gradient(*(w + 0.9 * v)))
    v = 0.9 * v - 0.03 * slope_ahead  # as in Sutskever and others, 2013
    w = w + v
print("the same path, seen from w + mu v:", max(apart) < 1e-12)
print("arrives at step", arrival(path, "ravine"), "- plain momentum:", arrival(walk(momentum, "ravine", 0.03), "ravine"))

# %% [markdown] lang="en"
# The same to twelve digits. And looking ahead pays: 8 steps instead of 26, because the slope ahead brakes the ball before it has crossed the valley, not after.

# %% [markdown] lang="ko"
# 열두 자리까지 같습니다. 앞을 내다보면 이득도 있습니다. 26걸음이 8걸음이 됩니다. 앞쪽의 기울기가, 공이 골짜기를 건넌 뒤가 아니라 건너기 전에 제동을 걸기 때문입니다.

# %% [markdown] lang="en"
# ## 9. A rate for each weight
#
# The other way out: if one weight is 30 times as steep, give it a rate 30 times smaller. How does one know how steep it is? By the size of its own past gradients. **Adagrad** (Duchi and others, 2011) adds up their squares and divides by the root.

# %% [markdown] lang="ko"
# ## 9. 가중치마다 다른 학습률
#
# 다른 길도 있습니다. 어떤 가중치가 30배 가파르면 그 학습률을 30배 작게 하면 됩니다. 얼마나 가파른지는 어떻게 알까요? 지난 그레이디언트의 크기로 압니다. **Adagrad**(Duchi 등, 2011)는 그 제곱을 모두 더하고 제곱근으로 나눕니다.


# %%
def adagrad(w, g, state, t, lr=0.001, epsilon=1e-7):
    state["G"] = state.setdefault("G", 0.1) + g**2
    return w - lr * g / np.sqrt(state["G"] + epsilon)


for slope in (3.0, 3000.0):
    state = defaultdict(float)
    steps = [-adagrad(0.0, slope, state, t, lr=1.0) for t in range(1, 6)]
    print(f"slope {slope:6}: steps", " ".join(f"{step:.2f}" for step in steps))

# %% [markdown] lang="en"
# Two things show. A slope a thousand times steeper makes (almost) the same steps: **the size of the gradient cancels**, its direction stays. And the steps shrink, as 1/√t, even on a slope that never ends: the sum only grows. For a long training that is too much. **RMSprop** (Tieleman and Hinton, 2012) forgets: a running mean of the squares instead of their sum.

# %% [markdown] lang="ko"
# 두 가지가 보입니다. 천 배 가파른 비탈에서도 걸음은 (거의) 같습니다. **그레이디언트의 크기는 지워지고** 방향만 남습니다. 그리고 비탈이 끝없이 이어져도 걸음은 1/√t로 줄어듭니다. 합은 커지기만 하니까요. 긴 훈련에는 지나칩니다. **RMSprop**(Tieleman과 Hinton, 2012)은 잊어버립니다. 제곱의 합 대신 최근의 평균을 씁니다.


# %%
def rmsprop(w, g, state, t, lr=0.001, rho=0.9, epsilon=1e-7):
    state["v"] = rho * state["v"] + (1 - rho) * g**2
    return w - lr * g / np.sqrt(state["v"] + epsilon)


# %% [markdown] lang="en"
# **Adadelta** (Zeiler, 2012) goes on from there and wants to do without η: it measures its steps in units of its steps before (`s`), so that w and step have the same unit. All three on a slope of 3 that never ends, rate 1; **predict** which of them keeps its pace:

# %% [markdown] lang="ko"
# **Adadelta**(Zeiler, 2012)는 여기서 더 나아가 η 없이 해내려 합니다. 걸음을 이전 걸음의 크기(`s`)를 단위로 재므로 w와 걸음의 단위가 같아집니다. 셋을 끝없이 이어지는 기울기 3인 비탈에 놓고 학습률 1로 걷게 합니다. 걸음이 일정해지는 것은 무엇일지 **예상해 보세요**.


# %%
def adadelta(w, g, state, t, lr=0.001, rho=0.95, epsilon=1e-7):
    state["v"] = rho * state["v"] + (1 - rho) * g**2
    step = np.sqrt(state["s"] + epsilon) / np.sqrt(state["v"] + epsilon) * g
    state["s"] = rho * state["s"] + (1 - rho) * step**2
    return w - lr * step


for name, rule in (("adagrad", adagrad), ("rmsprop", rmsprop), ("adadelta", adadelta)):
    state = defaultdict(float)
    steps = [-rule(0.0, 3.0, state, t, lr=1.0) for t in range(1, 1001)]
    print(f"{name:9} step 1: {steps[0]:.4f}   step 10: {steps[9]:.4f}   step 1000: {steps[-1]:.4f}")

# %% [markdown] lang="en"
# RMSprop settles at steps of exactly η, however steep the slope, while Adagrad dwindles. Adadelta begins with 0.0014, since before its first step there are no steps, only the root of ε; after a thousand it has not even doubled that. Keras's default, η = 0.001, makes it a thousand times slower still; the paper has no η, that is, 1.

# %% [markdown] lang="ko"
# RMSprop의 걸음은 비탈이 얼마나 가파르든 꼭 η로 자리를 잡고, Adagrad의 걸음은 자꾸 줄어듭니다. Adadelta는 첫걸음 전에는 걸음이 없고 ε의 제곱근뿐이라 0.0014로 시작해서, 천 걸음 뒤에도 그 두 배가 못 됩니다. Keras의 기본값 η = 0.001은 그것을 다시 천 배 느리게 합니다. 논문에는 η가 없습니다. 곧 1입니다.

# %% [markdown] lang="en"
# ## 10. Adam: both at once
#
# **Adam** (Kingma and Ba, 2015) takes the mean of the gradients (m, the first moment: a velocity) and divides it by the root of the mean of their squares (v, the second moment: steepness). Both means start at 0 and are too small at first; dividing by 1 − βᵗ mends that.

# %% [markdown] lang="ko"
# ## 10. Adam: 둘을 한꺼번에
#
# **Adam**(Kingma와 Ba, 2015)은 그레이디언트의 평균(m, 1차 모멘트: 속도)을 제곱 평균의 제곱근(v, 2차 모멘트: 가파른 정도)으로 나눕니다. 두 평균 모두 0에서 시작해 처음에는 너무 작은데, 1 − βᵗ로 나누어 바로잡습니다.


# %%
def adam(w, g, state, t, lr=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    state["m"] = beta_1 * state["m"] + (1 - beta_1) * g
    state["v"] = beta_2 * state["v"] + (1 - beta_2) * g**2
    m_hat = state["m"] / (1 - beta_1**t)
    v_hat = state["v"] / (1 - beta_2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + epsilon / np.sqrt(1 - beta_2**t))


# %% [markdown] lang="en"
# (In the last line, ε stands where Keras puts it, a variant at the end of the paper's section 2.) What does the correction do? m and v are both too *small* without it, so **predict**: are Adam's first steps without it too small, right, or too large? A slope of 1, rate 1:

# %% [markdown] lang="ko"
# (마지막 줄의 ε은 Keras가 두는 자리에 있습니다. 논문 2절 끝에 나오는 변형입니다.) 보정은 무슨 일을 할까요? 보정이 없으면 m도 v도 너무 *작습니다*. 그렇다면 보정 없는 Adam의 첫걸음은 너무 작을까요, 맞을까요, 너무 클까요? **예상해 보세요**. 기울기는 1, 학습률도 1입니다.


# %%
def uncorrected(w, g, state, t, lr=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    state["m"] = beta_1 * state["m"] + (1 - beta_1) * g
    state["v"] = beta_2 * state["v"] + (1 - beta_2) * g**2
    return w - lr * state["m"] / (np.sqrt(state["v"]) + epsilon)


for rule in (adam, uncorrected):
    state = defaultdict(float)
    steps = [-rule(0.0, 1.0, state, t, lr=1.0) for t in range(1, 5001)]
    print(f"{rule.__name__:12}", "  ".join(f"step {t}: {steps[t - 1]:.2f}" for t in (1, 2, 5, 10, 100, 1000, 5000)))

# %% [markdown] lang="en"
# Too large: 3.16 times at first, 6.5 times at the tenth step, and 1,000 steps later still a quarter too large. For m is a tenth of what it should be, but √v only a thirty-second part (√0.001), and one divides by it. So the correction is a brake at the start, where it is needed most.

# %% [markdown] lang="ko"
# 너무 큽니다. 처음에는 3.16배, 열 번째에는 6.5배이고, 1,000걸음 뒤에도 4분의 1만큼 더 큽니다. m은 제값의 10분의 1이지만 √v는 32분의 1(√0.001)이고, 그것으로 나누기 때문입니다. 그러니 보정은 가장 필요한 출발점에서 브레이크 노릇을 합니다.

# %%
UpdateCartoon(step=1)

# %% [markdown] lang="en"
# **Try this**
# 1. Step 1: the slopes are −2.7 and 36. Follow the bars down: m̂ is the gradient itself, √v̂ is its size, and d is (−1, 1). Both weights move by exactly η = 0.3.
# 2. Press *Next* up to step 8. The steep weight has crossed the valley, its m̂ lags behind and still points the old way, its d is small: where gradients disagree, Adam slows down.
# 3. Watch the two divisors grow: 0.1, 0.19, … towards 1 for m̂, far more slowly for v̂.
# 4. Choose *sgd* at step 1: the steep weight moves 13.3 times as far as the flat one. Then *adagrad*, *rmsprop*: both move alike.
# 5. Choose *adadelta*: the arrow must be drawn 500 times as long to be seen.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 첫 번째 단계의 기울기는 −2.7과 36입니다. 막대를 따라 내려가 보세요. m̂은 그레이디언트 그대로이고 √v̂은 그 크기여서 d는 (−1, 1)이 됩니다. 두 가중치 모두 꼭 η = 0.3만큼 움직입니다.
# 2. *다음*을 눌러 8번째까지 가 보세요. 가파른 가중치는 골짜기를 건넜지만 m̂이 뒤처져 아직 옛 방향을 가리키고, d는 작습니다. 그레이디언트들이 서로 어긋나는 곳에서 Adam은 느려집니다.
# 3. 나누는 두 수가 커지는 것을 보세요. m̂에서는 0.1, 0.19, …로 1에 다가가고, v̂에서는 훨씬 느립니다.
# 4. 첫 번째 단계에서 *sgd*를 골라 보세요. 가파른 가중치가 완만한 쪽보다 13.3배 멀리 갑니다. *adagrad*와 *rmsprop*은 둘이 똑같이 움직입니다.
# 5. *adadelta*를 골라 보세요. 화살표를 500배로 그려야 보입니다.

# %% [markdown] lang="en"
# ## 11. AdamW and Nadam
#
# A habit from regularisation is **weight decay**: pull each weight a little towards zero. With SGD one can add λw to the gradient and get just that. With Adam that fails: what is added to the gradient is divided like the gradient. **AdamW** (Loshchilov and Hutter, 2019) therefore decays beside Adam, not through it. Two weights of 1 with gradients around 0, the second's a hundred times larger; which one decays?

# %% [markdown] lang="ko"
# ## 11. AdamW와 Nadam
#
# 규제(regularisation)에서 온 버릇 가운데 **가중치 감쇠**(weight decay)가 있습니다. 가중치를 조금씩 0 쪽으로 당기는 것입니다. SGD라면 그레이디언트에 λw를 더하면 그만입니다. Adam에서는 통하지 않습니다. 그레이디언트에 더한 것은 그레이디언트와 함께 나누어지기 때문입니다. 그래서 **AdamW**(Loshchilov와 Hutter, 2019)는 Adam을 거치지 않고 그 곁에서 감쇠시킵니다. 값이 1인 가중치 둘에 0을 중심으로 흔들리는 그레이디언트를 줍니다. 둘째 것이 백 배 큽니다. 어느 쪽이 감쇠할까요?


# %%
def adamw(w, g, state, t, lr=0.001, weight_decay=0.004, **given):
    return adam(w, g, state, t, lr, **given) - lr * weight_decay * w


def adam_l2(w, g, state, t, lr=0.001, weight_decay=0.004, **given):
    return adam(w, g + weight_decay * w, state, t, lr, **given)


noise = np.random.default_rng(1).choice([-1.0, 1.0], size=(4000, 2)) * [0.1, 10]
for name, rule in (("AdamW", adamw), ("decay in the gradient", adam_l2)):
    w, state = np.ones(2), defaultdict(float)
    for t, g in enumerate(noise, start=1):
        w = rule(w, g - noise.mean(axis=0), state, t, weight_decay=0.1)
    print(f"{name:22} weights after 4,000 steps: {w.round(2)}")

# %% [markdown] lang="en"
# AdamW shrinks both to about two thirds. With the decay inside the gradient, the quiet weight loses almost everything and the loud one nearly nothing: whoever has a small gradient pays for all. Keras's AdamW has λ = 0.004 unless you say otherwise.
#
# **Nadam** (Dozat, 2016) is Adam with Nesterov's look ahead: it uses this gradient and the momentum of the *next* step. Its momentum follows a schedule of its own, which starts at about half.

# %% [markdown] lang="ko"
# AdamW는 둘을 똑같이 3분의 2쯤으로 줄입니다. 감쇠를 그레이디언트 속에 넣으면 조용한 가중치는 거의 다 잃고 시끄러운 가중치는 거의 그대로입니다. 그레이디언트가 작은 쪽이 몫을 다 치르는 셈입니다. Keras의 AdamW는 따로 정하지 않으면 λ = 0.004를 씁니다.
#
# **Nadam**(Dozat, 2016)은 앞을 내다보는 Adam입니다. 지금의 그레이디언트와 *다음* 걸음의 모멘텀을 씁니다. 모멘텀은 절반쯤에서 시작하는 자기만의 스케줄을 따릅니다.


# %%
def nadam(w, g, state, t, lr=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    now, ahead = (beta_1 * (1 - 0.5 * 0.96**step) for step in (t, t + 1))
    state["product"] = state.setdefault("product", 1.0) * now
    state["m"] = beta_1 * state["m"] + (1 - beta_1) * g
    state["v"] = beta_2 * state["v"] + (1 - beta_2) * g**2
    m_hat = ahead * state["m"] / (1 - state["product"] * ahead) + (1 - now) * g / (1 - state["product"])
    v_hat = state["v"] / (1 - beta_2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + epsilon)


# %% [markdown] lang="en"
# ## 12. Nine rules beside Keras's own
#
# Each rule above against the optimizer of that name, on the 1,000 gradients of section 8, with η = 0.01. Adam's β₂ = 0.999 needs care: in one place Keras takes it through float32, where it is 0.99900001, in another not, and then its steps are off by 7 in a million. So both sides get the number that float32 has.

# %% [markdown] lang="ko"
# ## 12. 아홉 규칙을 Keras와 나란히
#
# 위에서 만든 규칙을 하나씩 같은 이름의 옵티마이저와 견줍니다. 8절의 그레이디언트 1,000개를 쓰고 η는 0.01입니다. Adam의 β₂ = 0.999는 조심해야 합니다. Keras는 한 곳에서는 이 수를 float32로 바꾸어 0.99900001로 쓰고 다른 곳에서는 그대로 써서, 걸음이 백만분의 7만큼 어긋납니다. 그래서 양쪽 모두에 float32가 가진 수를 줍니다.

# %%
BETAS = {"beta_1": float(np.float32(0.9)), "beta_2": float(np.float32(0.999))}
k = keras.optimizers
RULES = {
    sgd: k.SGD(0.01),
    momentum: k.SGD(0.01, momentum=0.9),
    nesterov: k.SGD(0.01, momentum=0.9, nesterov=True),
    adagrad: k.Adagrad(0.01),
    rmsprop: k.RMSprop(0.01),
    adadelta: k.Adadelta(0.01),
    adam: k.Adam(0.01, **BETAS),
    adamw: k.AdamW(0.01, **BETAS),
    nadam: k.Nadam(0.01, **BETAS),
}

# %% [markdown] lang="en"
# The largest distance of the weights on the way, as a share of their length:

# %% [markdown] lang="ko"
# 가는 동안 가중치가 가장 많이 벌어진 거리를 가중치의 길이에 대한 비율로 봅니다.

# %%
for (rule, optimizer), theirs in zip(RULES.items(), of_keras(*RULES.values()), strict=True):
    mine = ours(rule, **(BETAS if hasattr(optimizer, "beta_2") else {}))
    apart = np.linalg.norm(mine - theirs, axis=1) / np.linalg.norm(theirs, axis=1)
    print(f"{rule.__name__:9} largest relative difference below 1e-6: {apart.max() < 1e-6}")

# %% [markdown] lang="en"
# Nine of nine, in two to eight lines each. Whatever happens from here on in `model.compile(optimizer="adam")`, you have written it.
#
# Now let them race. *learning rates: each its best* gives every runner the rate that suits it on this surface and start, found by trying rates from 0.0001 to 3; *one for all* gives all the same. On the right, height on a logarithmic scale; below, the standings.

# %% [markdown] lang="ko"
# 아홉 가운데 아홉이 맞고, 저마다 두 줄에서 여덟 줄입니다. 앞으로 `model.compile(optimizer="adam")` 안에서 무슨 일이 일어나든, 여러분이 직접 짜 본 것입니다.
#
# 이제 경주를 시켜 봅시다. *학습률 방식*에서 *저마다 가장 좋은 학습률*을 고르면 0.0001에서 3까지 시험해서 이 지형과 출발점에 가장 알맞은 값을 저마다 찾아 줍니다. *모두 같은 학습률*을 고르면 모두 같은 값을 씁니다. 오른쪽은 높이의 로그 눈금 그래프이고 그 아래는 순위입니다.

# %%
OptimizerRace(racers=("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"), step=40)

# %% [markdown] lang="en"
# **Try this**
# 1. *ravine*, one rate for all: Nesterov is there at step 8, momentum at 26, SGD at 44, RMSprop at 67, Adam at 83, Adagrad not within 200. Now *each its best*: Adagrad 4, Nesterov 8, momentum 10, Adam 12, SGD 24. A race at one rate measures the rate, not the runners.
# 2. *plateau*: the slope is tiny, and what divides by it does not care. At its rate of 0.1 RMSprop is down at step 12, Adam at 41, momentum at 47, and SGD has hardly moved after 200.
# 3. *saddle*: SGD takes 168 steps, RMSprop 55, momentum 45. Set *start w₂* to 0: SGD walks exactly into the saddle and stays for ever. Give it *noise* 0.05: it falls off by itself.
# 4. *beale*, rate 0.01: momentum and Nesterov diverge at steps 8 and 7 and are stopped, SGD arrives. A velocity needs a smaller rate.
# 5. *noisy*, rate 0.05: SGD and Adam sit in a dip, momentum rolls through and arrives at step 30. *six_hump_camel*, rate 0.02: all of them end in a dip near the start. Another start, for example w₁ = 0.5, finds the deepest place.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *ravine*에서 학습률을 모두 같게 두면 Nesterov는 8번째, 모멘텀은 26번째, SGD는 44번째, RMSprop은 67번째, Adam은 83번째에 도착하고 Adagrad는 200걸음 안에 못 옵니다. 이제 *저마다 가장 좋은 학습률*로 바꿔 보세요. Adagrad 4, Nesterov 8, 모멘텀 10, Adam 12, SGD 24입니다. 학습률을 같게 둔 경주는 선수가 아니라 학습률을 재는 것입니다.
# 2. *plateau*: 기울기가 아주 작지만, 그 크기로 나누는 규칙에는 상관없습니다. 학습률 0.1에서 RMSprop은 12번째, Adam은 41번째, 모멘텀은 47번째에 내려오고, SGD는 200걸음이 지나도 거의 그대로입니다.
# 3. *saddle*: SGD는 168걸음, RMSprop은 55걸음, 모멘텀은 45걸음입니다. *시작 w₂*를 0으로 해 보세요. SGD는 안장점으로 곧장 걸어 들어가 영영 머뭅니다. *잡음*을 0.05로 하면 저절로 굴러 내려옵니다.
# 4. *beale*, 학습률 0.01: 모멘텀과 Nesterov는 8번째와 7번째에 발산해서 멈추고 SGD는 도착합니다. 속도를 쌓을 때는 학습률이 더 작아야 합니다.
# 5. *noisy*, 학습률 0.05: SGD와 Adam은 웅덩이에 주저앉고, 모멘텀은 굴러서 지나가 30번째에 도착합니다. *six_hump_camel*, 학습률 0.02: 모두 출발점 가까운 웅덩이에서 끝납니다. w₁ = 0.5처럼 다른 곳에서 출발하면 가장 깊은 곳을 찾습니다.

# %% [markdown] lang="en"
# ## 13. Schedules: fast first, then careful
#
# A noisy gradient with a constant rate never comes to rest: it wobbles about the minimum, the more the larger the rate. A **schedule** starts with a large rate and lowers it. Four usual shapes, as functions of the progress from 0 to 1, to be multiplied by the rate:

# %% [markdown] lang="ko"
# ## 13. 스케줄: 처음엔 빠르게, 나중엔 조심스럽게
#
# 잡음 섞인 그레이디언트는 학습률이 그대로면 멈추지 않습니다. 최솟값 둘레를 흔들리며 돌고, 학습률이 클수록 더합니다. **학습률 스케줄**(schedule)은 크게 시작해서 줄여 나갑니다. 흔히 쓰는 모양 넷을 진행 정도(0에서 1)의 함수로 적습니다. 여기에 학습률을 곱합니다.


# %%
def constant(p):
    return 1.0


def step_decay(p):
    return 0.1 ** int(3 * p)  # a tenth after each third


def exponential(p):
    return 0.01**p


# %%
def cosine(p):
    return (1 + np.cos(np.pi * p)) / 2  # Loshchilov and Hutter, 2017


def warm_up(p):
    return min(p / 0.1, 1) * cosine(p)  # rise over the first tenth, then cosine


# %%
with style():
    fig, ax = plt.subplots(figsize=(7.5, 2.6))
    progress = np.linspace(0, 1, 200)
    for schedule in (constant, step_decay, exponential, cosine, warm_up):
        wide = 4 if schedule is cosine else 2  # warm_up lies on it
        ax.plot(progress, [schedule(p) for p in progress], lw=wide, label=schedule.__name__)
    ax.set(xlabel="progress of the training", ylabel="share of the rate")
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))

# %% [markdown] lang="en"
# The picture shows them: one flat line, one staircase, two that fall smoothly, and one that climbs first. Now the 4s and 9s with mini-batches of 20 and a rate of 3, three times the best of section 6. The best and the worst of five seeds; **predict** what the schedules change.

# %% [markdown] lang="ko"
# 그림에는 평평한 선, 계단, 매끄럽게 내려가는 둘, 그리고 먼저 올라가는 하나가 보입니다. 이제 4와 9 문제를 20개짜리 미니배치와 학습률 3으로 풉니다. 6절에서 가장 좋았던 값의 세 배입니다. 시드(seed) 다섯 개 가운데 가장 좋은 것과 가장 나쁜 것을 적습니다. 스케줄이 무엇을 바꿀지 **예상해 보세요**.

# %%
for schedule in (constant, step_decay, exponential, cosine, warm_up):
    ends = [train(20, lambda p, s=schedule: 3 * s(p), seed=seed)[-1] for seed in range(5)]
    measured(f"{schedule.__name__:11} best of five", min(ends))
    measured(f"{'':11} worst of five", max(ends))

# %% [markdown] lang="en"
# With the constant rate the end is a matter of luck: 0.08 or 0.40, wherever the wobble happens to be when the budget runs out. Every schedule ends within a few thousandths, and cosine at 0.08 better than the best constant rate of section 6 (0.096). The rate may be larger than is safe, as long as it becomes small in the end.
#
# **Warm-up** changes nothing here. It helps where the *start* is the steepest place. Rosenbrock's curved valley is such a case: from (−1.8, 0) the walls are four times as steep as at the minimum. The matrix of second derivatives tells the curvature, and section 2 the edge; the rate of 0.0018 lies between the two edges.

# %% [markdown] lang="ko"
# 학습률이 그대로면 결과는 운입니다. 예산이 떨어질 때 마침 어디서 흔들리고 있느냐에 따라 0.08일 수도 0.40일 수도 있습니다. 스케줄을 쓰면 어느 것이든 몇 천분의 일 안에서 끝나고, 코사인은 0.08로 6절의 가장 좋은 고정 학습률(0.096)보다 낫습니다. 마지막에 작아지기만 하면 학습률은 안전한 값보다 커도 됩니다.
#
# **워밍업**(warm-up)은 여기서는 아무것도 바꾸지 않습니다. *출발점*이 가장 가파를 때 도움이 됩니다. Rosenbrock의 굽은 골짜기가 그렇습니다. (−1.8, 0)에서 벽은 최솟값에서보다 네 배 가파릅니다. 곡률은 이계도함수의 행렬에서, 경계는 2절에서 압니다. 학습률 0.0018은 두 경계 사이에 있습니다.

# %%
for x1, x2 in ((-1.8, 0.0), (1.0, 1.0)):
    second = np.array([[2 - 400 * (x2 - 3 * x1**2), -400 * x1], [-400 * x1, 200]])
    steepest = np.linalg.eigvalsh(second).max()
    print(f"at ({x1}, {x2}): curvature {steepest:.0f}, edge {2 / steepest:.4f}")

# %%
valley = SURFACES["rosenbrock"]
for name, rate in (("constant", lambda t: 0.0018), ("warm-up over 100 steps", lambda t: 0.0018 * min(t / 100, 1))):
    w, t = np.array([-1.8, 0.0]), 0
    while t < 4000 and np.abs(w).max() < 1000:
        t += 1
        w = w - rate(t) * np.array(valley.gradient(*w))
    print(f"{name:22}:", f"E = {valley.f(*w):.4f} after {t} steps" if t == 4000 else f"diverged at step {t}")

# %% [markdown] lang="en"
# The same rate: gone after four steps, or safely down, because the steep place was left in small steps. Large networks are trained with warm-up for this reason, and because Adam's v, in its first steps, rests on few gradients (Liu and others, 2020).

# %% [markdown] lang="ko"
# 같은 학습률인데 하나는 네 걸음 만에 사라지고 하나는 무사히 내려옵니다. 가파른 곳을 작은 걸음으로 벗어났기 때문입니다. 큰 신경망을 훈련할 때 워밍업을 하는 까닭이 이것이고, 처음 몇 걸음에서는 Adam의 v가 그레이디언트 몇 개에만 기대고 있다는 것도 까닭입니다(Liu 등, 2020).

# %% [markdown] lang="en"
# ## 14. One rate for all?
#
# Back to the question, on real data. The pixels of the 4s and 9s all have one unit, 0 to 1. A table has not: metres beside millimetres, won beside people. So multiply each column by a factor between 0.1 and 10, as if each were measured in a unit of its own. The information is the same; the curvatures are now a ravine. Every rule tries eleven rates on each, 300 mini-batches of 20. **Predict** for which rules the best rate of the plain data is good on the other, too.

# %% [markdown] lang="ko"
# ## 14. 모두에게 하나?
#
# 처음의 질문으로 돌아가 실제 데이터로 답해 봅시다. 4와 9의 픽셀은 모두 단위가 같아 0에서 1까지입니다. 표는 그렇지 않습니다. 미터 옆에 밀리미터가, 원 옆에 사람 수가 있습니다. 그래서 열마다 0.1에서 10 사이의 수를 곱합니다. 저마다 다른 단위로 잰 것처럼 말입니다. 정보는 그대로인데 곡률은 골짜기가 됩니다. 규칙마다 두 데이터에서 학습률 열한 개를, 20개짜리 미니배치 300개로 시험합니다. 원래 데이터에서 가장 좋던 학습률이 다른 데이터에서도 좋은 규칙은 무엇일지 **예상해 보세요**.


# %%
def trial(rule, lr, x, steps=300):
    rng, w, state = np.random.default_rng(0), np.zeros(x.shape[1]), defaultdict(float)
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            w = rule(w, gradient(w, rng.integers(0, 2000, 20), x), state, t, lr)
        return loss(w, x)


units = x * 10 ** np.random.default_rng(1).uniform(-1, 1, x.shape[1])
rates = 10.0 ** np.arange(-4, 1.1, 0.5)

# %%
for rule in RULES:
    plain, other = ([trial(rule, lr, data) for lr in rates] for data in (x, units))
    best, own = int(np.nanargmin(plain)), int(np.nanargmin(other))
    print(f"{rule.__name__:9} best rate ≈ {rates[best]:.2g}: loss ≈ {plain[best]:.2f}", end=" | ")
    print(f"own units ≈ {other[best]:.2f}; with their best rate ≈ {rates[own]:.2g}: ≈ {other[own]:.2f}")

# %% [markdown] lang="en"
# Read a line. On the plain data all but Adadelta (which would like a rate above 10) are about equally good, and plain SGD is as good as any: 0.09. But its rate, 3.2, is ruinous on the same data in other units, 1.24, worse than knowing nothing (0.69). SGD needs a tenth of it there, and even then gets to 0.15 only: a ravine. Momentum and Nesterov go the same way. Adam keeps its best rate, 0.032, and very nearly its loss: 0.10 and 0.11.
#
# **How can one learning rate be right for all weights?** Multiplied by the gradient, it cannot: the steepest direction sets the limit, and all others wait. There are three ways out, and today's training uses all of them. *Remember*: a velocity cancels the zigzag and gathers the drift. *Divide*: by the root mean square of its own gradients every weight gets a rate of its own, and η then says how far a weight moves in a step, whatever its units. *Change η on the way*: large while it is far, small at the end.
#
# If you do not know where to begin: Adam, 0.001, then three times more and three times less; features in similar units; a cosine at the end. When that works and you have time to search, SGD with momentum may be as good or better.
#
# ## What you have learned
# - w ← w − η ∂E/∂w diverges at **η = 2/λ**, with λ the largest curvature; the flat directions pay for it.
# - The noise of a mini-batch falls as **1/√size**; on equal budgets many noisy steps beat few exact ones.
# - **Momentum** averages gradients over time; the widely copied listing under its name is **Nesterov's**.
# - **Adagrad, RMSprop, Adadelta, Adam** divide by the size of past gradients; without **bias correction** Adam's first steps are too large, not too small. **AdamW** decays weights beside Adam, **Nadam** looks ahead.
# - A **schedule** lets the rate be large at first; **warm-up** is for starts that are steeper than what follows.
#
# ## Next
# [06. Softmax and losses](06_softmax_losses.ipynb): what it is that we have been walking down.
#
# ## Sources
# - H. Robbins, S. Monro, "A stochastic approximation method", Annals of Mathematical Statistics 22 (1951): noisy steps.
# - B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", USSR Computational Mathematics and Mathematical Physics 4 (1964): momentum.
# - Y. Nesterov, "A method for solving the convex programming problem with convergence rate O(1/k²)", Soviet Mathematics Doklady 27 (1983).
# - I. Sutskever, J. Martens, G. Dahl, G. Hinton, "On the importance of initialization and momentum in deep learning", ICML (2013): Nesterov's momentum as a velocity.
# - J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods for online learning and stochastic optimization", Journal of Machine Learning Research 12 (2011): Adagrad.
# - T. Tieleman, G. Hinton, "Lecture 6.5: rmsprop", Neural Networks for Machine Learning, Coursera (2012).
# - M. D. Zeiler, "ADADELTA: An adaptive learning rate method", arXiv:1212.5701 (2012).
# - D. P. Kingma, J. Ba, "Adam: A method for stochastic optimization", ICLR (2015).
# - T. Dozat, "Incorporating Nesterov momentum into Adam", ICLR workshop (2016): Nadam.
# - I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", ICLR (2019): AdamW; "SGDR: Stochastic gradient descent with warm restarts", ICLR (2017): cosine.
# - L. Liu and others, "On the variance of the adaptive learning rate and beyond", ICLR (2020): why Adam is warmed up.
# - Y. N. Dauphin and others, "Identifying and attacking the saddle point problem in high-dimensional non-convex optimization", NeurIPS (2014).
# - H. H. Rosenbrock, "An automatic method for finding the greatest or least value of a function", The Computer Journal 3 (1960): the curved valley.

# %% [markdown] lang="ko"
# 줄을 읽어 봅시다. 원래 데이터에서는 (10보다 큰 학습률이 필요한 Adadelta 말고는) 모두 비슷하게 좋고 보통의 SGD도 0.09로 누구 못지않습니다. 그런데 그 학습률 3.2가 단위만 다른 같은 데이터에서는 재앙입니다. 손실이 1.24로, 아무것도 모를 때(0.69)보다도 나쁩니다. 거기서 SGD는 학습률을 10분의 1로 줄여야 하고 그래도 0.15에 그칩니다. 골짜기이기 때문입니다. 모멘텀과 Nesterov도 마찬가지입니다. Adam은 학습률 0.032를 그대로 쓰고 손실도 0.10과 0.11로 거의 같습니다.
#
# **학습률 하나가 어떻게 모든 가중치에 맞을 수 있을까요?** 그레이디언트에 그대로 곱해서는 맞을 수 없습니다. 가장 가파른 방향이 한도를 정하고 나머지는 기다립니다. 빠져나갈 길은 셋이고, 요즘 훈련은 셋을 모두 씁니다. *기억하기*: 속도는 지그재그를 상쇄하고 한쪽으로 가는 움직임을 모읍니다. *나누기*: 자기 그레이디언트의 제곱평균제곱근으로 나누면 가중치마다 자기 학습률을 갖게 되고, η는 단위가 무엇이든 한 걸음에 얼마나 움직일지를 뜻하게 됩니다. *도중에 η 바꾸기*: 멀 때는 크게, 끝에서는 작게 합니다.
#
# 어디서 시작할지 모르겠다면 이렇게 하세요. Adam에 0.001, 그다음 세 배와 3분의 1, 특성(feature)들의 단위는 비슷하게, 끝은 코사인으로. 그렇게 잘되고 더 찾아볼 시간이 있다면 모멘텀을 쓴 SGD가 그만큼 좋거나 더 좋을 수도 있습니다.
#
# ## 배운 것
# - w ← w − η ∂E/∂w는 가장 큰 곡률이 λ일 때 **η = 2/λ**에서 발산하고, 그 값은 완만한 방향이 치릅니다.
# - 미니배치의 잡음은 **1/√크기**로 줄어듭니다. 예산이 같다면 잡음 섞인 많은 걸음이 정확한 몇 걸음보다 낫습니다.
# - **모멘텀**은 그레이디언트를 시간에 걸쳐 모읍니다. 그 이름으로 널리 베껴 쓰이는 코드는 **Nesterov**입니다.
# - **Adagrad, RMSprop, Adadelta, Adam**은 지난 그레이디언트의 크기로 나눕니다. **편향 보정**(bias correction)이 없으면 Adam의 첫걸음은 작은 것이 아니라 너무 큽니다. **AdamW**는 Adam 곁에서 가중치를 감쇠시키고 **Nadam**은 앞을 내다봅니다.
# - **스케줄**이 있으면 처음에 학습률이 커도 됩니다. **워밍업**은 출발점이 그 뒤보다 가파를 때 씁니다.
#
# ## 다음
# [06. 소프트맥스와 손실](06_softmax_losses.ipynb): 지금까지 내려온 비탈이 무엇인지 봅니다.
#
# ## 출처
# - H. Robbins, S. Monro, "A stochastic approximation method", Annals of Mathematical Statistics 22 (1951): 잡음 섞인 걸음.
# - B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", USSR Computational Mathematics and Mathematical Physics 4 (1964): 모멘텀.
# - Y. Nesterov, "A method for solving the convex programming problem with convergence rate O(1/k²)", Soviet Mathematics Doklady 27 (1983).
# - I. Sutskever, J. Martens, G. Dahl, G. Hinton, "On the importance of initialization and momentum in deep learning", ICML (2013): 속도로 쓴 Nesterov 모멘텀.
# - J. Duchi, E. Hazan, Y. Singer, "Adaptive subgradient methods for online learning and stochastic optimization", Journal of Machine Learning Research 12 (2011): Adagrad.
# - T. Tieleman, G. Hinton, "Lecture 6.5: rmsprop", Neural Networks for Machine Learning, Coursera (2012).
# - M. D. Zeiler, "ADADELTA: An adaptive learning rate method", arXiv:1212.5701 (2012).
# - D. P. Kingma, J. Ba, "Adam: A method for stochastic optimization", ICLR (2015).
# - T. Dozat, "Incorporating Nesterov momentum into Adam", ICLR 워크숍 (2016): Nadam.
# - I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", ICLR (2019): AdamW. "SGDR: Stochastic gradient descent with warm restarts", ICLR (2017): 코사인.
# - L. Liu 외, "On the variance of the adaptive learning rate and beyond", ICLR (2020): Adam에 워밍업을 하는 까닭.
# - Y. N. Dauphin 외, "Identifying and attacking the saddle point problem in high-dimensional non-convex optimization", NeurIPS (2014).
# - H. H. Rosenbrock, "An automatic method for finding the greatest or least value of a function", The Computer Journal 3 (1960): 굽은 골짜기.
