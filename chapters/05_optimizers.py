# %% [markdown] lang="en"
# # 05. Optimizers: the way down
#
# In chapter [04](04_backprop.ipynb) one rule did all the learning: multiply the gradient by a learning rate and subtract it from the weights. Yet the loss of a network may react a thousand times more strongly to one weight than to another. **How can one learning rate be right for all of them?** The last section answers this question with real data. On the way you will write nine optimizers and compare each with Keras's own.
#
# **You will be able to**
# - say above which learning rate gradient descent diverges on a quadratic loss;
# - explain why many noisy steps can reach a low loss sooner than a few exact ones;
# - write momentum, Nesterov, Adagrad, RMSprop, Adadelta, Adam, AdamW and Nadam in a few lines;
# - tell plain momentum from Nesterov momentum;
# - choose an optimizer, a learning rate and a schedule.
#
# **Time** about 90 minutes. **You need** chapters [01](01_tensors.ipynb) and [04](04_backprop.ipynb): arrays and gradients. Eigenvalues are explained when they come up.

# %% [markdown] lang="ko"
# # 05. 옵티마이저: 내려가는 길
#
# [04장](04_backprop.ipynb)에서는 줄곧 규칙 하나로 훈련했습니다. 그레이디언트(gradient)에 학습률(learning rate)을 곱해 가중치(weight)에서 빼는 규칙입니다. 그런데 신경망(neural network)에서는 똑같은 양만큼 바꾸어도 손실(loss)이 변하는 정도가 가중치에 따라 천 배나 차이 나기도 합니다. **학습률 하나가 어떻게 모든 가중치에 맞을 수 있을까요?** 마지막 절에서 실제 데이터로 답을 찾습니다. 그 전에 옵티마이저(optimizer) 아홉 가지를 직접 짜고 Keras와 비교합니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 이차식 손실에서 학습률이 얼마를 넘으면 경사 하강법이 발산하는지 말합니다.
# - 잡음 섞인 여러 스텝(step)이 정확한 몇 스텝보다 먼저 낮은 손실에 이를 수 있는 이유를 설명합니다.
# - 모멘텀(momentum), 네스테로프(Nesterov), Adagrad, RMSprop, Adadelta, Adam, AdamW, Nadam을 몇 줄로 짭니다.
# - 보통의 모멘텀과 네스테로프 모멘텀을 구별합니다.
# - 옵티마이저, 학습률, 스케줄(schedule)을 고릅니다.
#
# **시간** 약 90분. **필요한 것** [01장](01_tensors.ipynb)의 배열(array)과 [04장](04_backprop.ipynb)의 그레이디언트. 고윳값은 나올 때 설명합니다.

# %% tags=["setup"]
import time
from collections import defaultdict

import keras
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

from helpers import measured
from helpers.datasets import mnist
from helpers.drawing import COLOURS, style
from helpers.maths.surfaces import SURFACES
from helpers.widgets import OptimizerRace, UpdateCartoon
from helpers.widgets.race.model import RATES, race

keras.config.set_floatx("float64")  # as NumPy computes

# %% [markdown] lang="en"
# ## 1. One rule, one weight
#
# **Gradient descent** goes downhill. The gradient ∂E/∂w points in the direction in which the loss E grows, so w moves the other way,
#
# w ← w − η ∂E/∂w,
#
# and the **learning rate** η scales the step. For one weight and the loss E = w²/2, whose slope is w itself, each step multiplies w by 1 − η. The cell takes 20 steps from w = 1 with each of five rates.

# %% [markdown] lang="ko"
# ## 1. 규칙 하나, 가중치 하나
#
# **경사 하강법**(gradient descent)에서는 내리막으로 움직입니다. 그레이디언트 ∂E/∂w는 손실 E가 커지는 쪽을 가리키므로 w는 그 반대로 움직입니다.
#
# w ← w − η ∂E/∂w
#
# **학습률**(learning rate) η는 걸음의 크기를 조절합니다. 가중치가 하나이고 손실이 E = w²/2이면 기울기가 바로 w이므로 스텝마다 w에 1 − η가 곱해집니다. 아래 셀에서는 학습률 다섯 가지로 w = 1에서 20 스텝씩 내려갑니다.


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
# With a rate of 0.05, w creeps: after 20 steps, 36 % of the distance is left. With 1, the first step lands on the minimum. With 1.5, w jumps over the minimum and back, getting closer each time. With 2.05, each jump lands farther away: the descent **diverges**. The distance shrinks as long as 1 − η lies between −1 and 1.

# %% [markdown] lang="ko"
# 학습률이 0.05이면 느릿느릿 움직여 20 스텝 뒤에도 거리의 36 %가 남습니다. 1이면 첫 스텝에 **최소점**(minimum), 즉 손실이 가장 작은 점에 이릅니다. 1.5이면 최소점을 뛰어넘어 왔다 갔다 하면서도 점점 가까워집니다. 2.05이면 뛸 때마다 더 멀어집니다. 이를 **발산**(divergence)이라고 합니다. 거리는 1 − η가 −1과 1 사이에 있을 때 줄어듭니다.

# %% [markdown] lang="en"
# ## 2. How large may the rate be?
#
# The loss λw²/2 has the **curvature** λ. Curvature is not slope: the slope, λw, says how steep the curve is at one point; the curvature says how fast the slope changes. Each step now multiplies w by 1 − ηλ, which reaches −1 at η = 2/λ. Beyond this edge the descent should diverge.
#
# The cell finds the edge by repeatedly halving an interval of rates, asking each time whether 2,000 steps lead away from the minimum. **Predict** the edge for λ = 30.

# %% [markdown] lang="ko"
# ## 2. 학습률은 얼마까지 커도 될까?
#
# 손실 λw²/2의 **곡률**(curvature)은 λ입니다. 곡률은 기울기와 다릅니다. 기울기 λw는 곡선이 그 자리에서 얼마나 가파른지를, 곡률은 기울기가 얼마나 빨리 변하는지를 나타냅니다. 이제 스텝마다 w에 1 − ηλ가 곱해지고, 이 수는 η = 2/λ일 때 −1이 됩니다. 이론대로라면 학습률이 이 경계를 넘을 때 발산합니다.
#
# 아래 셀은 학습률의 구간을 거듭 반으로 줄이면서, 그때마다 2,000 스텝 뒤에 최소점에서 멀어졌는지 확인해 경계를 찾습니다. λ = 30일 때의 경계를 **예상해 보세요**.


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
# For λ = 30 the edge is 0.0667, and all four measurements agree with 2/λ to every digit shown. With several weights the curvature depends on the direction, and the largest curvature sets the limit. (The eigenvalues of the matrix of second derivatives, the *Hessian*, are the curvatures along a set of perpendicular directions; the largest eigenvalue is the largest curvature of all.)
#
# The limit 2/λ is exact for quadratic losses. In a network the curvature changes while the weights move, and a rate above 2/λ need not end in `nan`. With full batches, the largest curvature often rises to about 2/η and stays near that value, while the loss keeps falling, with ups and downs. This is called the *edge of stability* (Cohen and others, 2021).

# %% [markdown] lang="ko"
# λ = 30일 때 경계는 0.0667입니다. 네 줄 모두 잰 값이 출력된 자리까지 2/λ와 같습니다. 가중치가 여럿이면 곡률은 방향마다 다르고, 가장 큰 곡률이 한도를 정합니다. (이계도함수를 모은 행렬(matrix)인 헤세 행렬(Hessian)의 고윳값은 서로 직각인 방향들을 따라 잰 곡률이고, 가장 큰 고윳값이 모든 방향을 통틀어 가장 큰 곡률입니다.)
#
# 한도 2/λ는 손실이 이차식일 때 정확합니다. 신경망에서는 가중치가 움직이면 곡률도 달라지고, 학습률이 2/λ보다 크다고 해서 반드시 `nan`으로 끝나는 것도 아닙니다. 전체 데이터를 한 배치로 훈련하면 가장 큰 곡률은 대체로 2/η 근처까지 커져 그 언저리에 머물고, 손실은 오르내리면서도 줄어듭니다. 이를 *안정성의 경계*(edge of stability)라고 합니다(Cohen 외, 2021).

# %% [markdown] lang="en"
# ## 3. A ravine: one rate, two curvatures
#
# Now take two weights. The surface *ravine*, E = (w₁² + 30 w₂²)/2, has a curvature of 1 along w₁ and 30 along w₂, so it forms a long valley with steep walls. Its contour lines are ellipses. The cell prints the slopes and curvatures at two points, and draws the direction in which the surface falls most steeply at the first one.

# %% [markdown] lang="ko"
# ## 3. 골짜기: 학습률은 하나, 곡률은 둘
#
# 이번에는 가중치가 둘입니다. *ravine*이라는 지형 E = (w₁² + 30 w₂²)/2는 곡률이 w₁ 방향으로는 1, w₂ 방향으로는 30이어서, 길고 벽이 가파른 골짜기(ravine)를 이룹니다. 높이가 같은 곳을 이으면 타원이 됩니다. 아래 셀은 두 점에서 기울기와 곡률을 출력하고, 첫 번째 점에서 가장 가파르게 내려가는 방향을 그립니다.

# %%
ravine = SURFACES["ravine"]
for w in ((-2.0, 0.3), (-2.0, 0.03)):
    slope = ravine.gradient(*w)
    print(f"at {w}: slopes {slope[0]:.1f} and {slope[1]:.1f}, curvatures 1 and 30")
with style():
    fig, ax = plt.subplots(figsize=(7.5, 2.9))
    w1, w2 = np.meshgrid(np.linspace(-3, 3, 300), np.linspace(-0.8, 0.8, 100))
    ax.contour(w1, w2, ravine.f(w1, w2), levels=(0.5, 1.6, 3.35, 4.4), colors="silver", linewidths=1)
    ax.plot((-2.96, 2.96), (0, 0), label="curvature 1")  # the axes of the outer ellipse
    ax.plot((0, 0), (-0.54, 0.54), label="curvature 30")
    ax.annotate("", (-1.87, -0.28), (-2, 0.3), arrowprops={"arrowstyle": "->", "lw": 2})  # along (2, -9)
    ax.plot(0, 0, "+", color="black", markersize=12)
    ax.set(aspect="equal", xlabel="w₁", ylabel="w₂")
    ax.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=2)

# %% [markdown] lang="en"
# The slope along w₂ is 9.0 at the first point and 0.9 at the second, which is ten times closer to the valley floor. The curvatures are the same at both points, because on this surface the slope changes from point to point, while the curvature depends only on the direction. The arrow points across the valley, not at the minimum (+). The outer ellipse is 5.5 times as long as it is wide, a ratio of √30.
#
# From here on every optimizer is a function of the weights `w`, the gradient `g`, what it remembers (`state`), the step number `t` and the learning rate `lr`; it returns the new weights. `walk` applies it 200 times by default. `arrival` reports the first step after which less than 1 % of the initial height is left.

# %% [markdown] lang="ko"
# w₂ 방향의 기울기는 첫 번째 점에서 9.0이지만, 골짜기 바닥까지의 거리가 10분의 1인 두 번째 점에서는 0.9입니다. 곡률은 두 점에서 같습니다. 이 지형에서 기울기는 자리에 따라 다르지만 곡률은 방향에만 달려 있습니다. 화살표는 최소점(+)이 아니라 골짜기를 가로지르는 쪽을 가리킵니다. 바깥 타원의 길이는 너비의 5.5배이며, 이 비는 √30입니다.
#
# 지금부터 옵티마이저는 모두 가중치 `w`, 그레이디언트 `g`, 기억해 둔 값 `state`, 스텝의 번호 `t`, 학습률 `lr`을 받아 새 가중치를 돌려주는 함수입니다. `walk`는 따로 정하지 않으면 이 함수를 200번 되풀이합니다. `arrival`은 높이가 출발점의 1 % 아래로 처음 내려간 스텝을 알려 줍니다.


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
    return f"at step {there[0]}" if len(there) else f"not in {len(path) - 1} steps"


# %% [markdown] lang="en"
# **Predict**: with which of the rates 0.01, 0.03, 0.06, 0.066 and 0.067 does gradient descent arrive soonest, and with which does it diverge?

# %% [markdown] lang="ko"
# 먼저 경사 하강법입니다. 학습률 0.01, 0.03, 0.06, 0.066, 0.067 가운데 어느 것을 쓰면 가장 먼저 도착하고 어느 것을 쓰면 발산할지 **예상해 보세요**.


# %%
def sgd(w, g, state, t, lr=0.01):
    return w - lr * g


for lr in (0.01, 0.03, 0.06, 0.066, 0.067):
    factors = f"a step multiplies w1 by {1 - lr:.3f}, w2 by {1 - 30 * lr:6.3f}"
    print(f"rate {lr:5}: {factors}; arrival {arrival(walk(sgd, 'ravine', lr), 'ravine')}")

# %% [markdown] lang="en"
# Gradient descent arrives soonest with a rate of 0.06, at step 22, and diverges with 0.067, since w₂ sets the edge at 2/30 = 0.0667. Without w₂, a rate of 1 would bring w₁ to the minimum in one step; with 0.06, w₁ keeps 94 % of its distance at each step. **The direction of the largest curvature limits the rate, and the directions of small curvature pay for it with many steps.** The ratio of the largest to the smallest curvature, here 30, is the *condition number*.
#
# On the map below, light areas are low, and + marks the minimum. Does the path run along the valley or across it?

# %% [markdown] lang="ko"
# 학습률 0.06일 때 22번째 스텝에 가장 먼저 도착합니다. 0.067은 w₂ 방향의 곡률로 정해지는 경계 2/30 = 0.0667보다 커서 발산합니다. w₂가 없다면 w₁은 학습률 1로 한 스텝에 최소점에 이르겠지만, 0.06으로는 스텝마다 거리의 94 %가 그대로 남습니다. **학습률의 한도는 곡률이 가장 큰 방향에서 정해지고, 그 대가로 곡률이 작은 방향으로는 여러 스텝에 걸쳐 천천히 움직입니다.** 가장 큰 곡률과 가장 작은 곡률의 비를 *조건수*(condition number)라고 하며 여기서는 30입니다.
#
# 아래 지도에서 밝은 곳이 낮은 곳이고 +는 최소점입니다. 길은 골짜기를 따라갈까요, 가로지를까요?

# %%
OptimizerRace(racers=("sgd",), learning_rate=0.06, step=30)

# %% [markdown] lang="en"
# **Try this**
# 1. Drag *step* from 0 to 30. The path jumps from wall to wall, and each jump brings it a little closer to the minimum.
# 2. Set *learning rate* to 0.032. The zigzag is gone, but w₁ creeps, and the height falls below 1 % at step 42 instead of step 22.
# 3. Set *learning rate* to 0.071 and drag *step* further. Every jump is longer than the one before, and near step 34 the path is cut off because it has diverged.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *스텝*을 0에서 30까지 끌어 보세요. 스텝마다 벽에서 벽으로 건너뛰면서 최소점에 조금씩 가까워집니다.
# 2. *학습률*을 0.032로 맞춰 보세요. 지그재그는 사라지지만 w₁이 천천히 움직여서, 높이가 1 % 아래로 내려가는 때가 22번째 스텝에서 42번째 스텝으로 늦어집니다.
# 3. *학습률*을 0.071로 맞추고 *스텝*을 더 끌어 보세요. 뛸 때마다 더 멀리 뛰다가, 34번째 스텝쯤에 발산으로 판정되어 멈춥니다.

# %% [markdown] lang="en"
# ## 4. Plateaus, saddle points, local minima
#
# On a **plateau** the surface is almost flat and the gradient almost zero, although the minimum is far away. At a **saddle point** the gradient is exactly zero, although the surface falls off on two sides. At a **local minimum** the gradient is zero too, and the surface rises on all sides, although it is lower somewhere else. The cell runs 200 steps of gradient descent on a plateau, a saddle, the six-hump camel (a test function with six minima), and a bowl full of ripples (*noisy*).

# %% [markdown] lang="ko"
# ## 4. 고원, 안장점, 지역 최소점
#
# **고원**(plateau)은 최소점에서 먼데도 거의 평평해서 그레이디언트가 0에 가깝습니다. **안장점**(saddle point)에서는 양옆으로 내리막이 있는데도 그레이디언트가 정확히 0입니다. **지역 최소점**(local minimum)에서도 그레이디언트는 0이며, 더 깊은 곳이 따로 있는데도 둘레가 모두 오르막입니다. 아래 셀은 고원, 안장, six-hump camel(지역 최소점이 여섯 개인 시험용 함수), 잔물결이 가득한 그릇(*noisy*)에서 경사 하강법을 200 스텝씩 실행합니다.

# %%
PLACES = {"plateau": 0.1, "saddle": 0.05, "six_hump_camel": 0.02, "noisy": 0.05}  # and a rate for each
for surface, lr in PLACES.items():
    ground, path = SURFACES[surface], walk(sgd, surface, lr)
    first, last = (np.hypot(*ground.gradient(*w)) for w in path[[0, -1]])
    left = ground.f(*path[-1]) - ground.least
    print(f"{surface:14} slope {first:6.3f} -> {last:.3f}  height left {left:.3f}  arrival {arrival(path, surface)}")
print("plateau with more steps: arrival", arrival(walk(sgd, "plateau", 0.1, steps=400), "plateau"))

# %%
with style():
    fig, axes = plt.subplots(1, 4, figsize=(12, 3.2))
    for ax, (surface, lr) in zip(axes, PLACES.items(), strict=True):
        left, right, bottom, top = SURFACES[surface].box
        w1, w2 = np.meshgrid(np.linspace(left, right, 200), np.linspace(bottom, top, 200))
        heights = SURFACES[surface].f(w1, w2)
        levels = np.quantile(heights, np.linspace(0, 1, 20) ** 1.5)  # close together where it is low
        ax.contourf(w1, w2, heights, levels, cmap="Blues")  # light is low
        ax.plot(*walk(sgd, surface, lr).T, color="black")
        ax.plot(*walk(sgd, surface, lr)[-1], "o", color=COLOURS["orange"])
        ax.plot(*np.transpose(SURFACES[surface].minima), "+", color="black", markersize=12)
        ax.set(title=surface, xticks=[], yticks=[])

# %% [markdown] lang="en"
# In the pictures, light areas are low, + marks the lowest points, and the dot shows where the walk is after 200 steps. On the plateau the slope at the start is 0.018, and after 200 steps the height has fallen from about 1 to 0.904; with 400 steps the walk arrives, at step 252. On the saddle the walk first heads for the point of zero slope, and only turns away late. On the last two surfaces the slope has fallen to 0.000: the descent has ended in local minima, 0.816 and 0.891 above the lowest point, and more steps would not help.
#
# With many weights, a point where the gradient is zero is much more often a saddle point than a minimum, as Dauphin and others (2014) argue, because at a minimum the loss has to rise in every direction. Three remedies follow: noise, memory, and a rate for each weight.

# %% [markdown] lang="ko"
# 그림에서 밝은 곳이 낮은 곳이고, +는 가장 낮은 곳, 점은 200 스텝 뒤에 다다른 곳입니다. 고원에서는 출발점의 기울기가 0.018이고, 200 스텝 뒤에도 높이는 1쯤에서 0.904로 낮아졌을 뿐입니다. 400 스텝까지 가면 252번째 스텝에 도착합니다. 안장에서는 먼저 기울기가 0인 점으로 갔다가 뒤늦게 방향을 틉니다. 마지막 두 지형에서는 기울기가 0.000으로 줄었습니다. 가장 낮은 곳보다 0.816과 0.891만큼 높은 지역 최소점에서 하강이 끝났고, 스텝을 늘려도 벗어나지 못합니다.
#
# Dauphin 외(2014)에 따르면, 가중치가 많을 때 기울기가 0인 점은 최소점보다 안장점인 경우가 훨씬 많습니다. 최소점이 되려면 모든 방향에서 손실이 커져야 하기 때문입니다. 이런 어려움을 덜어 줄 방법으로 잡음, 기억, 가중치마다 다른 학습률을 차례로 다룹니다.

# %% [markdown] lang="en"
# ## 5. Batch, mini-batch, stochastic
#
# The loss of a network is a mean over all samples, and so is its gradient. Gradient descent that uses all of them at each step is called **batch** gradient descent; **mini-batch** gradient descent uses a few, drawn at random, and **stochastic** gradient descent a single one. Today all three are often called SGD, as in Keras. We measure the difference on 2,000 pictures from MNIST, where the task is to tell a handwritten 4 from a 9. A single sigmoid unit decides, using every second pixel of every second row. Chapter [06](06_softmax_losses.ipynb) explains the loss.

# %% [markdown] lang="ko"
# ## 5. 배치, 미니배치, 확률적 경사 하강법
#
# 신경망의 손실은 모든 샘플(sample)에 대한 평균이고 그레이디언트도 마찬가지입니다. 모든 샘플로 계산하면 **배치**(batch) 경사 하강법, 무작위로 고른 몇 개로 계산하면 **미니배치**(mini-batch) 경사 하강법, 하나로 계산하면 **확률적 경사 하강법**(stochastic gradient descent, SGD)입니다. 요즘은 Keras처럼 셋을 통틀어 SGD라고 부를 때가 많습니다. MNIST 데이터셋의 그림 2,000장으로 차이를 재 봅시다. 손으로 쓴 4와 9를 구별하는 문제입니다. 그림의 행과 열을 하나 걸러 하나씩만 쓰고, 시그모이드(sigmoid) 유닛(unit) 하나로 답을 구합니다. 손실은 [06장](06_softmax_losses.ipynb)에서 설명합니다.

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
# The **noise** of a mini-batch is the typical distance between its gradient and the gradient on all samples (the root mean square over 500 batches at w = 0), divided by the length of the full gradient. **Predict**: when the batch becomes four times as large, by what factor does the noise fall?

# %% [markdown] lang="ko"
# 미니배치의 **잡음**(noise)은 미니배치로 구한 그레이디언트가 모든 샘플로 구한 그레이디언트에서 보통 얼마나 떨어져 있는지를 나타냅니다. w = 0에서 배치 500개로 거리의 제곱평균제곱근(root mean square)을 구한 다음, 모든 샘플로 구한 그레이디언트의 길이로 나눕니다. 배치가 네 배로 커지면 잡음이 몇 분의 1로 줄지 **예상해 보세요**.

# %% tags=["real-data"]
rng, w = np.random.default_rng(0), np.zeros(x.shape[1])
whole = gradient(w, np.arange(2000))
for size in (1, 4, 16, 64, 256, 1024):
    apart = [gradient(w, rng.integers(0, 2000, size)) - whole for _ in range(500)]
    noise = np.sqrt(np.mean(np.sum(np.square(apart), axis=1))) / np.linalg.norm(whole)
    print(f"batch {size:4}: noise {noise:.2f}   noise x sqrt(size) {noise * np.sqrt(size):.1f}")

# %% [markdown] lang="en"
# The noise falls by a factor of 2, not 4. The last column hardly changes, so the noise is proportional to 1/√size, as for any mean of independent samples. The noise of a single sample is seven times as large as the gradient itself, but a single sample takes 2,000 times less work.

# %% [markdown] lang="ko"
# 4분의 1이 아니라 2분의 1로 줄어듭니다. 마지막 열이 거의 변하지 않으니 잡음은 1/√크기에 비례합니다. 서로 독립인 샘플의 평균이라면 늘 그렇습니다. 샘플 하나로 구하면 잡음이 그레이디언트 자체의 일곱 배나 되지만, 계산량은 2,000분의 1입니다.

# %% [markdown] lang="en"
# ## 6. Noisy steps against exact steps
#
# Every batch size gets the same budget of 8,000 samples: 4 steps for the full batch, 400 for mini-batches of 20, and 8,000 for single samples. For each batch size we try three learning rates with five seeds, and keep the rate with the lowest mean final loss. (`rate` is a function of the progress from 0 to 1; section 13 will need this.) **Predict** the order of the three final losses, from the lowest to the highest.

# %% [markdown] lang="ko"
# ## 6. 잡음 섞인 스텝과 정확한 스텝
#
# 배치의 크기가 얼마든 샘플을 보는 횟수는 모두 합해 8,000번으로 같습니다. 전체 배치라면 4 스텝, 20개짜리 미니배치라면 400 스텝, 샘플 하나씩이라면 8,000 스텝입니다. 배치 크기마다 학습률 세 가지를 시드(seed) 다섯 개로 시험해서, 마지막 손실의 평균이 가장 낮은 학습률을 씁니다. (13절에서 쓰려고 `rate`는 0에서 1까지의 진행 정도를 받는 함수로 둡니다.) 마지막 손실이 낮은 것부터 세 방식의 순서를 **예상해 보세요**.


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
for size, rates in ((2000, (0.3, 1, 3)), (20, (0.3, 1, 3)), (1, (0.03, 0.1, 0.3))):
    runs = {lr: [train(size, lambda progress, lr=lr: lr, seed) for seed in range(5)] for lr in rates}
    best = min(rates, key=lambda lr: np.mean([losses[-1] for losses in runs[lr]]))
    curves[size] = np.array(runs[best])
    print(f"batch {size}, {8000 // size} steps, best rate ≈ {best}")
    measured("    lowest of the five losses", curves[size][:, -1].min())
    measured("    highest", curves[size][:, -1].max())
    measured("    share of the measurements at which the loss rose", np.mean(np.diff(curves[size]) > 0), digits=2)
    measured("    lowest loss with the largest rate tried", min(losses[-1] for losses in runs[rates[-1]]))

# %%
with style():
    fig, ax = plt.subplots(figsize=(7.5, 3.2))
    for (size, losses), colour in zip(curves.items(), ("blue", "orange", "green"), strict=True):
        seen = np.linspace(8000 / losses.shape[1], 8000, losses.shape[1])
        marker = "o" if size == 2000 else ""
        lines = ax.plot(seen, losses.T, color=COLOURS[colour], linestyle="-", linewidth=1, marker=marker)
        lines[0].set_label(f"batch of {size}")  # five lines, one name
    ax.set(xlabel="samples seen", ylabel="loss on all samples", ylim=(0, 0.72))
    ax.legend()

# %% [markdown] lang="en"
# The runs with single samples end lowest, between 0.080 and 0.091. For every seed they beat the batches of 20, which end between 0.092 and 0.096. The full batch ends at 0.475, whatever the seed. Its loss falls in each of the 4 steps, while the losses of the other two rise in more than a third of the measurements. Yet in the picture, by the time the full batch takes its first step, at 2,000 samples, all their curves are already far lower. Here many cheap steps in roughly the right direction got further than four exact ones. However exact a gradient is, it describes only the point where it was computed.
#
# The last line for each batch size shows why we compare means. With the largest rate, the best of the five runs ended at 0.081 (batches of 20) and 0.080 (single samples), but the means were worse. Section 13 comes back to the runs with batches of 20.
#
# Single samples gained little over mini-batches, which are the usual choice, since one NumPy call on 20 rows costs much less than 20 calls on one row each (chapter [02](02_broadcasting.ipynb)).

# %% [markdown] lang="ko"
# 샘플을 하나씩 볼 때 마지막 손실이 가장 낮습니다(0.080\~0.091). 어느 시드에서나 20개짜리 배치(0.092\~0.096)보다 낮습니다. 전체 배치는 시드와 관계없이 0.475입니다. 전체 배치에서는 네 스텝 모두 손실이 줄어듭니다. 나머지 둘에서는 잰 손실이 세 번에 한 번 넘게 바로 앞의 값보다 큽니다. 그런데도 그림을 보면, 전체 배치로 샘플 2,000개를 보고 첫 스텝을 마칠 때 두 방식의 곡선은 이미 훨씬 아래에 있습니다. 여기서는 방향이 대충 맞고 계산이 적게 드는 여러 스텝이 정확한 네 스텝보다 멀리 갔습니다. 그레이디언트는 아무리 정확해도 계산한 바로 그 자리의 기울기일 뿐입니다.
#
# 배치 크기마다 출력된 마지막 줄을 보면 학습률을 왜 평균으로 골랐는지 알 수 있습니다. 가장 큰 학습률에서도 다섯 번 가운데 가장 좋은 실험은 0.081(20개짜리 배치)과 0.080(하나씩)에서 끝났지만 평균은 더 나빴습니다. 가장 큰 학습률과 20개짜리 배치로 한 실험은 13절에서 다시 다룹니다.
#
# 샘플을 하나씩 보아도 20개짜리 배치보다 조금 나을 뿐입니다. 20행을 한 번에 계산하면 1행씩 스무 번 계산할 때보다 훨씬 빠르므로([02장](02_broadcasting.ipynb)), 보통 미니배치를 씁니다.

# %% [markdown] lang="en"
# What do noisy and exact steps look like on a map? A map has room for only two weights, so the next cell keeps two of the 197: those with the most negative and the most positive gradient in section 5. All runs see the same number of samples.

# %% [markdown] lang="ko"
# 잡음 섞인 스텝과 정확한 스텝으로 내려가는 길은 지도에서 어떤 모습일까요? 지도에는 가중치를 둘만 나타낼 수 있으므로, 다음 셀은 197개 가운데 5절의 그레이디언트가 가장 작은(음수) 가중치와 가장 큰 가중치만 남깁니다. 세 경로 모두 보는 샘플의 수는 같습니다.

# %% tags=["real-data"]
two = x[:, [whole.argmin(), whole.argmax()]]
ways = {}
for size, lr in ((20, 1), (2000, 1), (2000, 10)):
    rng, path = np.random.default_rng(0), [np.zeros(2)]
    for _ in range(8000 // size):
        rows = rng.permutation(2000)[:size]
        path.append(path[-1] - lr * gradient(path[-1], rows, two))
    ways[size, lr] = np.array(path)
    measured(f"batch {size}, rate {lr}: loss", loss(path[-1], two))
for name, data in (("all weights", x), ("two weights", two)):
    curvature = np.linalg.eigvalsh(data.T @ data / 2000 / 4).max()  # at w = 0, where p (1 - p) = 1/4
    print(f"{name}: largest curvature at the start {curvature:.2f}, edge {2 / curvature:.1f}")

# %%
with style():
    fig, ax = plt.subplots(figsize=(7.5, 4))
    w1, w2 = np.meshgrid(np.linspace(-1, 5, 40), np.linspace(-4.5, 1, 40))
    heights = [loss(np.array(w), two) for w in zip(w1.ravel(), w2.ravel(), strict=True)]
    ax.contour(w1, w2, np.reshape(heights, w1.shape), levels=16, colors="silver", linewidths=1)
    for ((size, lr), path), marker in zip(ways.items(), ("", "o", "s"), strict=True):
        ax.plot(*path.T, marker=marker, linewidth=2 if marker else 1, label=f"batch of {size}, rate {lr}")
    ax.set(aspect="equal", xlabel="weight of the first pixel", ylabel="weight of the second")
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))

# %% [markdown] lang="en"
# With a rate of 1, the full batch takes four steps straight downhill and is still far from the minimum. With batches of 20, the path staggers to the minimum and then wanders around it. With a rate of 10, the full batch comes close as well, because with these two weights the edge at the start is 15.5. With all 197 weights, the edge at the start is only 0.7, and there a rate of 3 made the loss rise. All that the full batch can do is take more steps.

# %% [markdown] lang="ko"
# 학습률이 1일 때 전체 배치로는 곧장 내리막으로 네 걸음을 가지만 최소점까지는 아직 멉니다. 20개짜리 배치로는 비틀거리면서도 도착하고, 그 뒤로는 최소점 둘레를 맴돕니다. 학습률이 10이면 이 지도에서는 전체 배치도 가까이 갑니다. 출발점에서 발산의 경계가 15.5이기 때문입니다. 가중치 197개를 모두 쓰면 이 경계가 0.7밖에 되지 않고, 학습률 3에서는 손실이 커졌습니다. 전체 배치로는 스텝 수를 늘리는 수밖에 없습니다.

# %% [markdown] lang="en"
# ## 7. Momentum: a velocity
#
# With a rate of 0.06 in the ravine, w₂ changes sign at each step, while w₁ always moves the same way. If you add up the steps, the zigzag cancels and the drift accumulates. This is the idea of **momentum**. The gradient no longer moves w directly. It changes a **velocity** v, and v moves w. At each step a share μ of the velocity is kept; the rest is lost, as if by friction.

# %% [markdown] lang="ko"
# ## 7. 모멘텀: 속도를 이어 가기
#
# 골짜기에서 학습률이 0.06이면 w₂는 스텝마다 부호가 바뀌지만 w₁은 늘 같은 쪽으로 움직입니다. 이런 걸음을 더해 나가면 지그재그는 상쇄되지만 한쪽으로 가는 움직임은 쌓입니다. **모멘텀**(momentum)은 이 점을 이용합니다. 그레이디언트는 w를 직접 움직이지 않고 **속도**(velocity) v를 바꾸며, w는 v만큼 움직입니다. 스텝마다 속도의 μ배만 남고 나머지는 마찰이 있는 것처럼 사라집니다.


# %%
def momentum(w, g, state, t, lr=0.01, mu=0.9):
    state["v"] = mu * state["v"] - lr * g
    return w + state["v"]


for mu in (0, 0.5, 0.8, 0.9, 0.95, 0.99):
    slow, fast = (arrival(walk(momentum, "ravine", lr, mu=mu), "ravine") for lr in (0.03, 0.06))
    print(f"mu {mu:4}: arrival with the rate 0.03 {slow:11}   with 0.06 {fast}")

# %% [markdown] lang="en"
# With μ = 0 this is plain gradient descent, which needs 44 steps at a rate of 0.03. With μ = 0.8 momentum needs 13. With 0.99 so much velocity is kept that w runs back and forth past the minimum and arrives only at step 169. At a rate of 0.06, μ = 0.5 is the best of the six, with 11 steps, and from 0.9 upwards momentum is slower than plain descent (22). So μ and η have to be chosen together. On a constant slope g the velocity approaches −η g/(1 − μ), which is ten times a plain step for μ = 0.9. On quadratic losses, with the best rate and μ, the number of steps grows with the condition number for plain descent, but only with its square root for momentum (Polyak, 1964).
#
# The next picture takes one step apart. The arrows show what is kept of the velocity (hollow), what the gradient adds (thin), and the sum, along which w moves (thick).

# %% [markdown] lang="ko"
# μ = 0이면 보통의 경사 하강법이고, 학습률 0.03에서 44 스텝이 듭니다. 0.8이면 13 스텝입니다. 0.99이면 속도가 거의 줄지 않아서 최소점을 지나쳐 왔다 갔다 하느라 169 스텝이 듭니다. 학습률이 0.06이면 여섯 가지 가운데 μ = 0.5가 11 스텝으로 가장 빠르고, 0.9부터는 모멘텀이 없을 때(22)보다 느립니다. μ와 η는 함께 골라야 합니다. 기울기 g가 변하지 않는 비탈에서 속도는 −η g/(1 − μ)에 다가갑니다. μ = 0.9라면 경사 하강법 걸음의 열 배입니다. 손실이 이차식이고 가장 좋은 학습률과 μ를 쓰면, 필요한 스텝 수는 경사 하강법에서는 조건수에, 모멘텀에서는 조건수의 제곱근에 비례합니다(Polyak, 1964).
#
# 다음 그림에서 한 스텝을 뜯어 봅시다. 속이 빈 화살표는 남은 속도를, 가는 화살표는 그레이디언트가 더하는 양을, 굵은 화살표는 둘의 합, 즉 w가 움직이는 걸음을 나타냅니다.

# %%
UpdateCartoon(optimizer="momentum", step=5)

# %% [markdown] lang="en"
# **Try this**
# 1. Press *Back* until you reach step 1, then *Next*, and watch w₂. At step 3 it has crossed the valley and its gradient has changed sign, but its velocity changes sign only at step 5.
# 2. Meanwhile the bar for w₁ in the box *velocity* grows from 0.04 at step 1 to 0.19 at step 7.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *이전*을 눌러 1번 스텝까지 간 다음, *다음*을 누르며 w₂를 보세요. 3번 스텝에서는 w₂가 골짜기를 건너 그레이디언트의 부호가 바뀌었지만, 속도의 부호는 5번 스텝에서야 바뀝니다.
# 2. 그동안 *속도* 상자에서 w₁의 막대는 1번 스텝의 0.04에서 7번 스텝의 0.19까지 늘 같은 쪽으로 커집니다.

# %% [markdown] lang="en"
# ## 8. Momentum as it is often printed
#
# The listing below has been copied widely under the name of momentum; it appears in chapter 2 of F. Chollet's *Deep Learning with Python* (2021). Its last line looks like the velocity written out once more. **Predict**: is it the same rule as `momentum` above?

# %% [markdown] lang="ko"
# ## 8. 널리 실린 모멘텀 코드
#
# 아래 코드는 모멘텀이라는 이름으로 널리 퍼져 있으며 F. Chollet의 *Deep Learning with Python*(2021) 2장에도 실려 있습니다. 마지막 줄은 속도를 한 번 더 풀어 쓴 것처럼 보입니다. 위의 `momentum`과 같은 규칙일까요, 아닐까요? **예상해 보세요**.


# %%
def copied(w, g, state, t, lr=0.01, mu=0.9):
    state["v"] = mu * state["v"] - lr * g
    return w + mu * state["v"] - lr * g


# %% [markdown] lang="en"
# Let Keras decide. A Keras optimizer changes the weights in place: `optimizer.apply(gradients, weights)`. The listing and Keras's rule get the same random gradients for five weights, about 0.01 in size for the first weight and 100 for the last. Here 200 of them are enough.

# %% [markdown] lang="ko"
# Keras와 비교해 판정해 봅시다. Keras의 옵티마이저는 `optimizer.apply(gradients, weights)`로 가중치를 그 자리에서 바꿉니다. 가중치 다섯 개의 그레이디언트를 무작위로 뽑아 우리 코드와 Keras에 똑같이 줍니다. 크기는 첫 번째 가중치에서 0.01쯤, 마지막 가중치에서 100쯤입니다. 여기서는 처음 200개만 써도 충분합니다.

# %%
GRADIENTS = np.random.default_rng(0).normal(size=(1000, 5)) * [0.01, 0.1, 1, 10, 100]


def ours(rule, **given):
    w, state, path = np.ones(5), defaultdict(float), []
    for t, g in enumerate(GRADIENTS, start=1):
        w = rule(w, g, state, t, 0.01, **given)
        path.append(w)
    return np.array(path)


# %%
def of_keras(optimizer, steps=200):
    w, path = keras.Variable(np.ones(5)), []
    for g in GRADIENTS[:steps]:
        optimizer.apply([g], [w])
        path.append(w.numpy())
    return np.array(path)


SGD = keras.optimizers.SGD
for given in ({"nesterov": False}, {"nesterov": True}):
    theirs = of_keras(SGD(0.01, momentum=0.75, **given))
    apart = np.abs(ours(copied, mu=0.75)[:200] - theirs).max(axis=1)
    print(f"{given}: difference after step 1 ≈ {apart[0]:.1e}, the largest in 200 steps ≈ {apart.max():.1e}")

# %% [markdown] lang="en"
# The answer is no. After one step the listing differs from Keras's plain momentum by 0.40, while it never differs from Keras's **Nesterov** momentum by more than 10⁻¹⁰ in 200 steps. The code is sound, but the name is wrong. By the time the last line uses v, the current gradient is already part of it, and so enters twice. (Keras, on TensorFlow, converts μ to float32, which leaves 0.75 unchanged.)
#
# Nesterov's idea (1983) is to measure the slope where the velocity is about to take you, at w + μv. That needs the gradient at a point other than w; the form above avoids this by storing that other point *as* its w. The next cell gives the listing its proper name, runs both forms and compares them.

# %% [markdown] lang="ko"
# 같은 규칙이 아닙니다. 이 코드는 한 스텝 만에 Keras의 보통 모멘텀과 0.40만큼 벌어지지만, Keras의 **네스테로프** 모멘텀과는 200 스텝 내내 10⁻¹⁰ 넘게 벌어지지 않습니다. 코드는 올바르지만 이름이 틀렸습니다. 마지막 줄에서 v를 쓸 때는 이번 그레이디언트가 이미 v에 들어 있으므로, 같은 그레이디언트가 두 번 들어갑니다. (TensorFlow를 쓰는 Keras는 μ를 float32로 바꾸는데, 0.75는 바꾸어도 값이 같습니다.)
#
# 네스테로프의 착상(1983)은 속도를 따라 곧 가게 될 곳, w + μv에서 기울기를 재는 것입니다. 그러려면 w가 아닌 다른 곳의 그레이디언트가 필요한데, 위의 코드는 그 다른 곳을 *아예* w로 저장해서 이 문제를 피합니다. 다음 셀에서는 이 코드에 올바른 이름을 붙이고, 두 방식으로 내려가 비교합니다.

# %%
nesterov = copied
path = walk(nesterov, "ravine", 0.03)
w, v, apart = path[0], np.zeros(2), []
for place in path:
    apart.append(np.abs(w + 0.9 * v - place).max())
    slope_ahead = np.array(SURFACES["ravine"].gradient(*(w + 0.9 * v)))
    v = 0.9 * v - 0.03 * slope_ahead  # as in Sutskever and others, 2013
    w = w + v
print(f"largest distance between the path and w + mu v ≈ {max(apart):.0e}")
print("arrival", arrival(path, "ravine"), "- plain momentum:", arrival(walk(momentum, "ravine", 0.03), "ravine"))

# %% [markdown] lang="en"
# The two paths agree to within 10⁻¹². On this surface and at this rate, looking ahead brings the number of steps down from 26 to 8. Chapter [08](08_keras_blocks.ipynb) uses this optimizer in Keras.

# %% [markdown] lang="ko"
# 두 길의 차이는 10⁻¹²보다 작습니다. 이 지형과 이 학습률에서는 앞을 내다보면 26 스텝이 8 스텝으로 줄어듭니다. [08장](08_keras_blocks.ipynb)에서는 이 옵티마이저를 Keras로 씁니다.

# %% [markdown] lang="en"
# ## 9. A rate for each weight
#
# There is another remedy for ravines: where the curvature is 30 times as large, use a thirtieth of the rate. The curvature is not known, but where it is large, gradients tend to be large, too. **Adagrad** (Duchi and others, 2011) therefore adds up the squares of each weight's past gradients and divides the gradient by the square root of the sum. This sum, `G`, starts at 0.1, as in Keras; `setdefault` puts the 0.1 in at the first step. ε keeps the divisor away from 0. The cell takes five steps on each of two endless slopes.

# %% [markdown] lang="ko"
# ## 9. 가중치마다 다른 학습률
#
# 골짜기를 다루는 다른 방법도 있습니다. 곡률이 30배인 곳에서는 학습률을 30분의 1로 하면 됩니다. 곡률이 얼마인지는 모르지만, 곡률이 큰 곳에서는 그레이디언트도 큰 편입니다. 그래서 **Adagrad**(Duchi 외, 2011)는 가중치마다 지난 그레이디언트의 제곱을 모두 더하고, 그 합의 제곱근으로 그레이디언트를 나눕니다. 합 `G`는 Keras에서처럼 0.1에서 시작하며, `setdefault`가 첫 스텝에 0.1을 넣습니다. ε은 나누는 수가 0이 되지 않게 합니다. 아래 셀에서는 끝없는 비탈 두 곳을 다섯 스텝씩 내려갑니다.


# %%
def adagrad(w, g, state, t, lr=0.001, epsilon=1e-7):
    state["G"] = state.setdefault("G", 0.1) + g**2
    return w - lr * g / np.sqrt(state["G"] + epsilon)


for slope in (3.0, 3000.0):
    state = defaultdict(float)
    steps = [-adagrad(0.0, slope, state, t, lr=1.0) for t in range(1, 6)]
    print(f"slope {slope:6}: steps", " ".join(f"{step:.2f}" for step in steps))

# %% [markdown] lang="en"
# A slope a thousand times as steep leads to almost the same steps: **the size of the gradient cancels**, and only its sign is left. But the steps shrink like 1/√t, because the sum only grows, and in a long training run they may become too small. **RMSprop** (Tieleman and Hinton, 2012) uses a running mean of the squares instead, in which old gradients fade. From here on, `v` is this mean, no longer the velocity.

# %% [markdown] lang="ko"
# 천 배 더 가파른 비탈에서도 걸음은 거의 같습니다. **그레이디언트의 크기는 상쇄되고** 부호만 남습니다. 그런데 합이 커지기만 하므로 걸음은 1/√t에 비례해 줄어들고, 훈련이 길면 지나치게 작아질 수 있습니다. **RMSprop**(Tieleman과 Hinton, 2012)은 합 대신 이동 평균(running mean)을 써서 오래된 제곱일수록 작게 반영합니다. 여기서부터 `v`는 7절의 속도가 아니라 이 평균을 뜻합니다.


# %%
def rmsprop(w, g, state, t, lr=0.001, rho=0.9, epsilon=1e-7):
    state["v"] = rho * state["v"] + (1 - rho) * g**2
    return w - lr * g / np.sqrt(state["v"] + epsilon)


# %% [markdown] lang="en"
# **Adadelta** (Zeiler, 2012) tries to do without η. Instead of η, it uses the root mean square of its own past steps (from the mean `s`), so that a step has the same unit as w. The cell lets all three walk down an endless slope of 3 with a rate of 1. **Predict**: which of them settles at a constant pace?

# %% [markdown] lang="ko"
# **Adadelta**(Zeiler, 2012)는 η 없이 걸음의 크기를 정하려는 방법입니다. η 대신 지난 걸음의 제곱평균제곱근(평균 `s`에서 구합니다)을 곱하므로 걸음의 단위가 w의 단위와 같아집니다. 세 규칙으로 기울기가 3인 끝없는 비탈을 학습률 1로 내려갑니다. 어느 규칙에서 걸음이 일정해질지 **예상해 보세요**.


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
# RMSprop settles at a constant pace: its steps approach 1.0000, which is η. (Its first step is too long because the mean starts at 0; section 10 comes back to this.) The steps of Adagrad dwindle to 0.0316. The steps of Adadelta begin at 0.0014, since there are no past steps yet, only the square root of ε, and a thousand steps later they have not even doubled. (Keras also multiplies them by η, which is 0.001 by default.)

# %% [markdown] lang="ko"
# RMSprop입니다. 걸음은 η와 같은 1.0000으로 일정해집니다. (평균이 0에서 시작하는 탓에 첫걸음은 너무 큽니다. 이 문제는 10절에서 다룹니다.) Adagrad의 걸음은 0.0316까지 줄어듭니다. Adadelta의 걸음은 0.0014에서 시작합니다. 지난 걸음이 아직 없어 ε의 제곱근만 쓰기 때문입니다. 천 스텝 뒤에도 걸음은 처음의 두 배가 채 되지 않습니다. (Keras에서는 여기에 η도 곱하며 기본값은 0.001입니다.)

# %% [markdown] lang="en"
# ## 10. Adam: both at once
#
# **Adam** (Kingma and Ba, 2015) combines momentum with a rate for each weight. It keeps a running mean m of the gradients (the *first moment*), which acts like a velocity, and a running mean v of their squares (the *second moment*). It moves the weights against m divided by √v. Both means start at 0 and are too small at first. The **bias correction** divides them by 1 − βᵗ, which gives m̂ and v̂.

# %% [markdown] lang="ko"
# ## 10. Adam: 둘을 한꺼번에
#
# **Adam**(Kingma와 Ba, 2015)은 모멘텀에 가중치마다 다른 학습률을 결합합니다. 그레이디언트의 이동 평균 m(1차 모멘트, first moment)은 속도와 같은 구실을 합니다. 그레이디언트 제곱의 이동 평균 v(2차 모멘트, second moment)도 구해서, 가중치를 m/√v의 반대쪽으로 움직입니다. 두 평균은 0에서 시작하므로 처음에는 너무 작습니다. **편향 보정**(bias correction)에서는 두 평균을 1 − βᵗ로 나누어 m̂과 v̂을 얻습니다.


# %%
def adam(w, g, state, t, lr=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7):
    state["m"] = beta_1 * state["m"] + (1 - beta_1) * g
    state["v"] = beta_2 * state["v"] + (1 - beta_2) * g**2
    m_hat = state["m"] / (1 - beta_1**t)
    v_hat = state["v"] / (1 - beta_2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + epsilon / np.sqrt(1 - beta_2**t))


# %% [markdown] lang="en"
# (We put ε where Keras puts it.) Without the correction, m and v are both too *small*. **Predict**: are Adam's first steps then too short, just right, or too long? The slope is 1, and so is the rate.

# %% [markdown] lang="ko"
# (ε의 자리는 Keras를 따랐습니다.) 보정이 없으면 m도 v도 너무 *작습니다*. 그렇다면 보정 없는 Adam의 처음 몇 걸음은 너무 짧을까요, 알맞을까요, 너무 길까요? **예상해 보세요**. 기울기도 학습률도 1입니다.


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
# Without the correction, Adam's first steps are too long, by a factor of 3.16 at step 1, 6.53 at step 10, and still 1.26 at step 1000. At step 1, m is a tenth of what it should be, but its divisor √v is only about a thirtieth (√0.001) of what it should be.

# %% [markdown] lang="ko"
# 보정이 없으면 처음의 걸음이 너무 깁니다. 1번 스텝에서는 3.16배, 10번에서는 6.53배이고, 1,000번에서도 1.26배입니다. 1번 스텝에서 m은 원래 크기의 10분의 1이지만 나누는 수 √v는 30분의 1쯤(√0.001)이기 때문입니다.

# %%
UpdateCartoon(step=1)

# %% [markdown] lang="en"
# **Try this**
# 1. At step 1 the slopes are −2.7 and 36, which are the curvatures, 1 and 30, times the displacements from the minimum, −2.7 and 1.2. Follow the boxes down: m̂ is the gradient itself, v̂ is its square, 7.29 and 1296, and so the quotient d is (−1, 1). Both weights move by 0.3, which is η.
# 2. Press *Next* until you reach step 8. Now w₂ has crossed the valley and its gradient is −14, but m̂ is still positive, 3.97. So w₂ keeps going the same way, though only by 0.064. Where recent gradients disagree in sign, Adam takes short steps.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 1번 스텝의 기울기는 −2.7과 36입니다. 최소점을 기준으로 한 위치 −2.7과 1.2에 각각 곡률 1과 30을 곱한 값입니다. 상자를 따라 내려가 보세요. m̂은 그레이디언트와 같고 v̂은 그 제곱인 7.29와 1296이어서, m̂을 √v̂으로 나눈 d는 (−1, 1)이 됩니다. 두 가중치 모두 η와 같은 0.3만큼 움직입니다.
# 2. *다음*을 눌러 8번 스텝까지 가 보세요. w₂가 골짜기를 건너서 그레이디언트는 −14가 되었지만, m̂은 아직 양수인 3.97입니다. 그래서 w₂는 가던 방향으로 더 움직이지만, 0.064만큼만 움직입니다. 최근 그레이디언트의 부호가 엇갈리는 곳에서 Adam의 걸음은 짧아집니다.

# %% [markdown] lang="en"
# ## 11. AdamW and Nadam
#
# **Weight decay** pulls every weight a little towards zero at each step. It is a kind of regularisation (chapter [15](15_playground.ipynb)). With plain SGD, it is enough to add `weight_decay * w` to the gradient. With Adam, whatever is added to the gradient is divided along with it. **AdamW** (Loshchilov and Hutter, 2019) therefore subtracts the decay separately. The cell tries both ways on two weights that start at 1. Their gradients are random, ±0.1 and ±10, with the mean subtracted, so that in the long run only the decay matters.

# %% [markdown] lang="ko"
# ## 11. AdamW와 Nadam
#
# **가중치 감쇠**(weight decay)는 스텝마다 가중치를 조금씩 0 쪽으로 당기는 방법으로, 규제(regularisation)의 하나입니다([15장](15_playground.ipynb)). 보통의 SGD라면 그레이디언트에 `weight_decay * w`를 더하기만 하면 됩니다. Adam에서는 그레이디언트에 더한 값도 함께 나누어집니다. 그래서 **AdamW**(Loshchilov와 Hutter, 2019)는 감쇠를 따로 뺍니다. 아래 셀은 1에서 시작하는 가중치 둘로 두 방식을 비교합니다. 그레이디언트는 무작위로 고른 ±0.1과 ±10에서 평균을 뺀 값이므로, 길게 보면 감쇠의 효과만 남습니다.


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
# AdamW shrinks both weights to about two thirds, as expected after 4,000 steps that each remove one part in 10,000 (e⁻⁰·⁴ = 0.67). With the decay inside the gradient, the weight with the small gradients shrinks to 0.04 and the other stays at 0.96, because Adam divides the decay by the size of the gradients.
#
# **Nadam** (Dozat, 2016) is Adam with Nesterov's look-ahead. It combines the current gradient with the momentum of the *next* step.

# %% [markdown] lang="ko"
# AdamW는 두 가중치를 똑같이 3분의 2쯤으로 줄입니다. 스텝마다 1만분의 1씩 4,000번 줄이면 e⁻⁰·⁴ = 0.67이 되니 계산과 맞습니다. 감쇠를 그레이디언트에 넣으면 그레이디언트가 작은 가중치는 0.04까지 줄고, 다른 하나는 0.96에 머뭅니다. Adam이 감쇠까지 그레이디언트의 크기로 나누기 때문입니다.
#
# **Nadam**(Dozat, 2016)은 네스테로프처럼 앞을 내다보는 Adam입니다. 지금의 그레이디언트와 *다음* 스텝의 모멘텀을 함께 씁니다.


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
# ## 12. Nine rules against Keras's own
#
# Now we compare each rule with the Keras optimizer of the same name, on the 1,000 gradients of section 8 with η = 0.01. (Keras, on TensorFlow, rounds β₂ to float32 in one place only, so we give both sides rounded values.)

# %% [markdown] lang="ko"
# ## 12. 아홉 규칙을 Keras와 나란히
#
# 이제 위에서 짠 규칙을 이름이 같은 Keras의 옵티마이저와 하나씩 비교합니다. 8절의 그레이디언트 1,000개를 쓰고 η는 0.01입니다. (TensorFlow를 쓰는 Keras는 β₂를 한 곳에서만 float32로 바꾸므로, 우리 코드와 Keras 모두에 float32로 바꾼 값을 줍니다.)

# %%
BETAS = {"beta_1": float(np.float32(0.9)), "beta_2": float(np.float32(0.999))}
k = keras.optimizers
RULES = {
    "sgd": (sgd, k.SGD(0.01)),
    "momentum": (momentum, k.SGD(0.01, momentum=0.9)),
    "nesterov": (nesterov, k.SGD(0.01, momentum=0.9, nesterov=True)),
    "adagrad": (adagrad, k.Adagrad(0.01)),
    "rmsprop": (rmsprop, k.RMSprop(0.01)),
    "adadelta": (adadelta, k.Adadelta(0.01)),
    "adam": (adam, k.Adam(0.01, **BETAS)),
    "adamw": (adamw, k.AdamW(0.01, **BETAS)),
    "nadam": (nadam, k.Nadam(0.01, **BETAS)),
}

# %% [markdown] lang="en"
# > **Making it faster**
# >
# > In a Python loop, each call to `apply` costs far more than the few multiplications it performs. `tf.function` (chapter [07](07_tensorflow.ipynb)) turns the loop into one graph. The code is longer, but the results are the same.

# %% [markdown] lang="ko"
# > **실행 시간 줄이기**
# >
# > 파이썬 반복문에서는 `apply`를 한 번 호출하는 비용이 그 안에서 하는 곱셈 몇 번의 비용보다 훨씬 큽니다. `tf.function`([07장](07_tensorflow.ipynb))을 쓰면 반복문이 그래프 하나로 바뀝니다. 코드는 길어지지만 결과는 같습니다.


# %%
def of_keras_faster(*optimizers):
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
started = time.perf_counter()
of_keras(k.SGD(0.01), steps=1000)
measured("1,000 steps of one optimizer, Python loop", time.perf_counter() - started, digits=2, unit="s")
started = time.perf_counter()
paths = of_keras_faster(*(optimizer for rule, optimizer in RULES.values()))
measured("1,000 steps of nine optimizers, tf.function", time.perf_counter() - started, digits=2, unit="s")

# %% [markdown] lang="en"
# For each rule the cell prints the largest distance between our weights and Keras's over all 1,000 steps, divided by the length of Keras's weight vector.

# %% [markdown] lang="ko"
# 아래 셀은 우리 가중치와 Keras의 가중치 사이의 거리를 Keras 쪽 가중치 벡터의 길이로 나누고, 1,000 스텝 가운데 가장 큰 값을 규칙마다 출력합니다.

# %%
for (name, (rule, optimizer)), theirs in zip(RULES.items(), paths, strict=True):
    mine = ours(rule, **(BETAS if hasattr(optimizer, "beta_2") else {}))
    apart = np.linalg.norm(mine - theirs, axis=1) / np.linalg.norm(theirs, axis=1)
    print(f"{name:9} largest relative difference ≈ {apart.max():.0e}")

# %% [markdown] lang="en"
# All nine agree to within a millionth; the largest differences are those of momentum and Nesterov, because Keras rounds their 0.9 to float32. None of the rules takes more than eight lines. When you meet `optimizer="adam"` in a later chapter, you will already have written the rule behind the name.
#
# Now let them race. With *learning rates* set to *one for all*, all optimizers get the same rate; with *each its best*, each gets whichever of 27 rates from 0.0001 to 316 makes it arrive soonest and stay there. The cell prints these best rates for the ravine.

# %% [markdown] lang="ko"
# 아홉 가지 모두 차이가 백만분의 1보다 작습니다. 차이는 모멘텀과 네스테로프에서 가장 큽니다. Keras가 0.9를 float32로 바꾸기 때문입니다. 여덟 줄을 넘는 규칙은 없습니다. 뒤의 장에서 `optimizer="adam"`이라고 적으면, 여기서 이미 직접 짜 본 규칙을 쓰게 됩니다.
#
# 이제 옵티마이저끼리 경주를 시켜 봅시다. *학습률 방식*에서 *모두 같은 학습률*을 고르면 모든 옵티마이저가 같은 학습률을 씁니다. *각자 가장 좋은 학습률*을 고르면 0.0001에서 316까지 27가지 가운데 가장 먼저 도착해서 그대로 머무는 학습률을 옵티마이저마다 골라 줍니다. 아래 셀은 골짜기에서 고른 학습률을 출력합니다.

# %%
best = race("ravine", tuple(RULES), learning_rate=None)
print(f"best of {len(RATES)} rates from {RATES[0]} to {RATES[-1]:.0f}")
for name, rate, step in zip(best.names, best.rates, best.arrived, strict=True):
    print(f"{name:9} rate {rate:<8.3g} arrival at step {step}")

# %%
OptimizerRace(racers=("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"), step=40)

# %% [markdown] lang="en"
# **Try this**
# 1. On *ravine*, with one rate for all, Nesterov arrives at step 8, RMSprop at step 67, and Adagrad does not arrive within 200 steps. Now choose *each its best*. Adagrad arrives first, at step 3, with a rate of 1.78, and RMSprop last, at step 34. A race at one rate says as much about the rate as about the optimizers.
# 2. Go back to *one for all* and choose *plateau*. The slope is tiny at first, but a rule that divides by the size of the gradients takes full steps all the same: RMSprop arrives at step 12, Adam at 41.
# 3. On *saddle*, set *start w₂* to 0: SGD walks straight into the saddle point and stays there. Now set *noise* to 0.05, and SGD slides off to one side.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *ravine*에서 학습률이 모두 같으면 네스테로프는 8번째, RMSprop은 67번째 스텝에 도착하고 Adagrad는 200 스텝 안에 도착하지 못합니다. 이제 *각자 가장 좋은 학습률*로 바꿔 보세요. Adagrad가 학습률 1.78로 3번째 스텝에 가장 먼저, RMSprop이 34번째에 가장 늦게 도착합니다. 학습률 하나로 경주하면 옵티마이저의 차이 못지않게 학습률의 영향이 드러납니다.
# 2. *모두 같은 학습률*로 되돌리고 *plateau*를 골라 보세요. 처음에는 기울기가 아주 작지만, 그레이디언트의 크기로 나누는 규칙에서는 걸음이 작아지지 않습니다. RMSprop은 12번째, Adam은 41번째 스텝에 도착합니다.
# 3. *saddle*에서 *시작 w₂*를 0으로 해 보세요. SGD는 안장점으로 곧장 가서 그대로 머뭅니다. *잡음*을 0.05로 하면 한쪽으로 미끄러져 내려갑니다.

# %% [markdown] lang="en"
# ## 13. Schedules: long steps first, short steps later
#
# With a noisy gradient and a constant rate, the weights keep wobbling around the minimum, and the larger the rate, the more they wobble. A **schedule** starts with a large rate and lowers it. The next two cells define a constant and four common shapes as functions of the progress p from 0 to 1; the rate is multiplied by their value.

# %% [markdown] lang="ko"
# ## 13. 스케줄: 처음에는 크게, 나중에는 작게
#
# 그레이디언트에 잡음이 섞여 있고 학습률이 일정하면 가중치는 최소점 근처에서 계속 흔들립니다. 학습률이 클수록 더 크게 흔들립니다. **학습률 스케줄**(schedule)을 쓰면 큰 학습률로 시작해서 차츰 줄여 나갑니다. 다음 두 셀에서는 일정한 스케줄 하나와 흔히 쓰는 스케줄 넷을 진행 정도 p(0에서 1)의 함수로 적습니다. 함수의 값을 학습률에 곱합니다.


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
        print(f"{schedule.__name__:11} halfway {schedule(0.5):.2f}   at the end {schedule(1.0):.2f}")
    ax.set(xlabel="progress of the training", ylabel="share of the rate")
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))

# %% [markdown] lang="en"
# We try all five schedules on the 4s and 9s with mini-batches of 20 and a rate of 3. This is the largest rate that section 6 tried for them, three times the best one. The cell prints the final losses for five seeds.

# %% [markdown] lang="ko"
# 스케줄 다섯 가지를 모두 4와 9 문제에 써 봅시다. 미니배치의 크기는 20, 학습률은 3입니다. 6절에서 이 배치 크기로 시험한 학습률 가운데 가장 크며, 결과가 가장 좋았던 학습률의 세 배입니다. 시드 다섯 개의 마지막 손실을 출력합니다.

# %%
for schedule in (constant, step_decay, exponential, cosine, warm_up):
    ends = [train(20, lambda p, s=schedule: 3 * s(p), seed=seed)[-1] for seed in range(5)]
    print(f"{schedule.__name__:11}", *(f"≈ {end:.3f}" for end in ends))
measured("constant, first seed, ten steps before the end", train(20, lambda p: 3)[-2])

# %% [markdown] lang="en"
# With the constant rate, four of the five runs end between 0.081 and 0.083, and one at 0.404. Ten steps before the end, the loss of that run was still 0.088; then it jumped. With each of the other four schedules, the five runs differ by at most 0.004. With the cosine, they end between 0.079 and 0.081, lower than with the best constant rate of section 6 (0.092 to 0.096). With the exponential schedule, which becomes small too soon, they end between 0.094 and 0.098. Here a large rate at the start did no harm because the rate was small at the end.
#
# In Keras a schedule takes the place of the rate. The cell compares Keras's cosine with ours.

# %% [markdown] lang="ko"
# 학습률이 일정하면 다섯 번 가운데 네 번은 0.081\~0.083에서 끝나지만 한 번은 0.404입니다. 그 실험도 끝나기 10 스텝 전에는 0.088이었는데, 그 뒤에 손실이 튀었습니다. 나머지 네 스케줄에서는 다섯 번의 차이가 0.004를 넘지 않습니다. 코사인에서는 손실이 0.079\~0.081에서 끝나, 6절에서 가장 좋았던 일정한 학습률로 얻은 손실(0.092\~0.096)보다 낮습니다. 학습률이 너무 일찍 작아지는 exponential 스케줄에서는 0.094\~0.098에서 끝납니다. 마지막에 학습률이 작아진 덕분에, 계속 쓰기에는 너무 큰 학습률로 시작해도 괜찮았습니다.
#
# Keras에서는 학습률 자리에 스케줄을 넣습니다. 다음 셀은 Keras의 코사인을 우리 코사인과 비교합니다.

# %%
schedule = keras.optimizers.schedules.CosineDecay(initial_learning_rate=3.0, decay_steps=400)
optimizer = keras.optimizers.SGD(learning_rate=schedule)
for step in (0, 100, 200, 300, 400):
    print(f"step {step:3}: Keras {float(schedule(step)):.3f}   ours {3 * cosine(step / 400):.3f}")

# %% [markdown] lang="en"
# The two columns agree. `optimizer` now lowers its rate by itself, step by step.
#
# **Warm-up**, a gradual rise in the rate at the beginning, makes little difference here. (`CosineDecay` can do this too, with `warmup_target` and `warmup_steps`.) It helps where the curvature is largest at the *start*, as in Rosenbrock's curved valley. The next cell finds the largest eigenvalue of the Hessian (section 2) at the start and at the minimum, (1, 1). The rate 0.0018 lies between the two edges.

# %% [markdown] lang="ko"
# 두 열의 값이 같습니다. 이제 `optimizer`는 스텝마다 학습률을 스스로 낮춥니다.
#
# **워밍업**(warm-up)은 처음에 학습률을 조금씩 올리는 방법입니다. 여기서는 써도 결과가 거의 달라지지 않습니다. (`CosineDecay`에도 워밍업용 인자 `warmup_target`과 `warmup_steps`가 있습니다.) 워밍업은 Rosenbrock의 굽은 골짜기처럼 *출발점*에서 곡률이 가장 클 때 도움이 됩니다. 다음 셀은 출발점과 최소점 (1, 1)에서 헤세 행렬(2절)의 가장 큰 고윳값을 구합니다. 학습률 0.0018은 두 곳의 경계 사이에 있습니다.

# %%
for w1, w2 in ((-1.8, 0.0), (1.0, 1.0)):
    second = np.array([[2 - 400 * (w2 - 3 * w1**2), -400 * w1], [-400 * w1, 200]])
    steepest = np.linalg.eigvalsh(second).max()
    print(f"at ({w1}, {w2}): curvature {steepest:.0f}, edge {2 / steepest:.4f}")

# %%
valley = SURFACES["rosenbrock"]
for name, rate in (("constant", lambda t: 0.0018), ("warm-up over 100 steps", lambda t: 0.0018 * min(t / 100, 1))):
    w, t = np.array([-1.8, 0.0]), 0
    while t < 4000 and np.abs(w).max() < 1000:
        t += 1
        w = w - rate(t) * np.array(valley.gradient(*w))
    print(f"{name:22}:", f"E = {valley.f(*w):.4f} after {t} steps" if t == 4000 else f"diverged at step {t}")

# %% [markdown] lang="en"
# With the constant rate, the descent diverged at step 4. With warm-up, it reached the same rate after 100 steps and ended at E = 0.0005, because it had left the region of large curvature in short steps. Large networks are often trained with warm-up.

# %% [markdown] lang="ko"
# 학습률이 일정하면 4번째 스텝에 발산합니다. 워밍업을 하면 100 스텝 뒤에 같은 학습률에 이르고 E = 0.0005에서 끝납니다. 곡률이 큰 곳을 짧은 걸음으로 벗어났기 때문입니다. 큰 신경망을 훈련할 때도 흔히 워밍업을 합니다.

# %% [markdown] lang="en"
# ## 14. Is one rate enough?
#
# Back to the question at the start. The pixels of the 4s and 9s all have the same unit; the columns of a table (chapter [13](13_housing_regression.ipynb)) usually do not. To imitate a table, the cell multiplies each column by a factor between 0.1 and 10. The information is the same, but a factor of 10 makes the curvature along that weight 100 times as large. We try each rule with 13 rates from 0.001 to 1,000 on both versions of the data, each time with 300 mini-batches of 20 and three seeds. **Predict**: which of SGD, momentum, Adagrad and Adam suffers least if it keeps the rate that was best on the plain data?

# %% [markdown] lang="ko"
# ## 14. 학습률 하나로 충분할까?
#
# 처음의 질문으로 돌아갑시다. 4와 9의 픽셀은 모두 단위가 같지만, [13장](13_housing_regression.ipynb)에서 다룰 표의 열은 대개 그렇지 않습니다. 이런 표를 흉내 내려고 열마다 0.1과 10 사이의 수를 하나씩 정해 곱합니다. 정보는 그대로지만, 10을 곱한 열에서는 그 열의 가중치 방향으로 곡률이 100배가 됩니다. 두 데이터에서 규칙마다 학습률 13가지(0.001\~1,000)를 시드 세 개씩, 20개짜리 미니배치로 300 스텝씩 시험합니다. 원래 데이터에서 가장 좋았던 학습률을 바뀐 데이터에 그대로 쓸 때, SGD, 모멘텀, Adagrad, Adam 가운데 손실이 가장 덜 커지는 것은 무엇일지 **예상해 보세요**.


# %%
def trial(rule, lr, x, seed, steps=300):
    rng, w, state = np.random.default_rng(seed), np.zeros(x.shape[1]), defaultdict(float)
    with np.errstate(all="ignore"):
        for t in range(1, steps + 1):
            w = rule(w, gradient(w, rng.integers(0, 2000, 20), x), state, t, lr)
        return np.nan_to_num(loss(w, x), nan=np.inf, posinf=np.inf)  # a training that blew up has lost


units = x * 10 ** np.random.default_rng(1).uniform(-1, 1, x.shape[1])
rates = 10.0 ** np.arange(-3, 3.1, 0.5)
losses = {
    name: np.array([[[trial(rule, lr, data, seed) for seed in range(3)] for lr in rates] for data in (x, units)])
    for name, (rule, optimizer) in RULES.items()
}

# %%
for name, (plain, other) in losses.items():
    best, own = plain.mean(axis=1).argmin(), other.mean(axis=1).argmin()
    shown = ((plain, best), (other, best), (other, own))
    ranges = [f"≈ {table[rate].min():.2f} to ≈ {table[rate].max():.2f}" for table, rate in shown]
    print(f"{name:9} best rate ≈ {rates[best]:.3g}: {ranges[0]}; other units: {ranges[1]};", end=" ")
    print(f"best rate there ≈ {rates[own]:.3g}: {ranges[2]}")

# %%
with style():
    fig, axes = plt.subplots(1, 2, figsize=(9.5, 3.2), sharey=True)
    titles = ("pixels as they are", "columns in other units")
    for ax, which, title in zip(axes, (0, 1), titles, strict=True):
        for name in ("sgd", "momentum", "adagrad", "adam"):
            ax.plot(rates, losses[name][which].mean(axis=1), label=name)
        ax.set(xscale="log", ylim=(0, 1), title=title, xlabel="learning rate")
    axes[0].set_ylabel("loss, mean of three seeds")
    axes[1].legend(loc="center left", bbox_to_anchor=(1, 0.5))

# %% [markdown] lang="en"
# Of the four, Adam suffers least: with its best rate, 0.1, it ends between 0.08 and 0.12 on the plain data and between 0.11 and 0.17 in the other units. Each line of the output gives the rate with the lowest mean loss over three seeds on the plain data, and the range of its three losses; then the range at this rate in the other units; and finally the best rate there and its range.
#
# On the plain data, all nine rules end between 0.08 and 0.14, and plain SGD, at 0.09, is close to the best. But with the same rate, SGD ends between 0.83 and 1.66 in the other units, which is worse than answering 0.5 every time (0.69). Even with its best rate there, a tenth of the old one, it only gets down to between 0.15 and 0.17. With their old rates, momentum and Nesterov end between 0.41 and 1.55, Adagrad between 0.24 and 0.43, and the other five between 0.10 and 0.18. In the right-hand picture, the best rates of SGD, momentum and Adagrad are ten times smaller than in the left-hand one. Adam's is about three times smaller, and its old rate is still good there.
#
# **How can one learning rate be right for all weights?** If the rate only multiplies the gradient, it cannot be right for all of them, unless the curvatures are similar. The direction of the largest curvature sets the limit, and all the others have to wait. There are three ways out. *Remember*: a velocity cancels the zigzag and accumulates the drift. *Divide*: dividing by the root mean square of its own gradients gives each weight a rate of its own, and η then says roughly how far a weight moves in a step. *Change η on the way*: let it be large at first and small at the end.
#
# If you do not know where to begin, take Adam with 0.001, its default rate in Keras, then try a rate three times as large and one a third as large. (In these short training runs 0.1 was best.) Bring the features to similar sizes, as chapter [13](13_housing_regression.ipynb) does, and lower the rate along a cosine. In chapter [15](15_playground.ipynb) the nine optimizers will train a small network.
#
# | Measured here | Result | Repeats |
# |---|---|---|
# | noise of a batch × √size | 7.1 to 7.2 | 500 batches of each size |
# | final loss after 8,000 samples, batches of 1 | 0.080 to 0.091 | five seeds |
# | batches of 20 | 0.092 to 0.096 | five seeds |
# | the full batch | 0.475 | five seeds, no difference |
# | batches of 20, constant rate 3 | four runs 0.081 to 0.083, one run 0.404 | five seeds |
# | batches of 20, cosine from 3 to 0 | 0.079 to 0.081 | five seeds |
# | SGD in other units, with its rate for the plain data | 0.83 to 1.66 | three seeds |
# | Adam in other units, with its rate for the plain data | 0.11 to 0.17 | three seeds |
#
# ## What you have learned
# - For a quadratic loss, gradient descent diverges beyond **η = 2/λ**, where λ is the largest curvature.
# - The noise of a mini-batch is proportional to **1/√size**. With the same budget, many noisy steps got further than a few exact ones.
# - **Momentum** adds up gradients over time. A widely copied listing of that name is really **Nesterov** momentum.
# - **Adagrad, RMSprop, Adadelta** and **Adam** divide by the size of past gradients. Without **bias correction** Adam's first steps are too long. **AdamW** keeps weight decay out of the gradient; **Nadam** looks ahead.
# - A **schedule** allows a large rate at first. **Warm-up** helps where the curvature is larger at the start than later on.
#
# ## Next
# [06. Softmax and losses](06_softmax_losses.ipynb): which loss should all these steps make smaller?
#
# ## Sources
# - B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", USSR Computational Mathematics and Mathematical Physics 4 (1964).
# - Y. Nesterov, "A method for solving the convex programming problem with convergence rate O(1/k²)", Soviet Mathematics Doklady 27 (1983).
# - I. Sutskever and others, "On the importance of initialization and momentum in deep learning", ICML (2013).
# - F. Chollet, *Deep Learning with Python*, second edition, Manning (2021).
# - J. Duchi and others, "Adaptive subgradient methods for online learning and stochastic optimization", JMLR 12 (2011).
# - T. Tieleman, G. Hinton, "Lecture 6.5: rmsprop", Coursera (2012).
# - M. D. Zeiler, "ADADELTA: An adaptive learning rate method", arXiv:1212.5701 (2012).
# - D. P. Kingma, J. Ba, "Adam: A method for stochastic optimization", ICLR (2015).
# - T. Dozat, "Incorporating Nesterov momentum into Adam", ICLR workshop (2016).
# - I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", ICLR (2019); "SGDR: Stochastic gradient descent with warm restarts", ICLR (2017).
# - J. M. Cohen and others, "Gradient descent on neural networks typically occurs at the edge of stability", ICLR (2021).
# - Y. N. Dauphin and others, "Identifying and attacking the saddle point problem in high-dimensional non-convex optimization", NeurIPS (2014).

# %% [markdown] lang="ko"
# 넷 가운데서는 Adam입니다. 가장 좋은 학습률 0.1로 원래 데이터에서는 0.08\~0.12, 바뀐 데이터에서는 0.11\~0.17에서 끝납니다. 출력된 줄마다 먼저 원래 데이터에서 시드 세 개의 평균 손실이 가장 낮은 학습률과, 그때의 가장 낮은 손실과 가장 높은 손실이 나옵니다. 그다음은 바뀐 데이터에서 같은 학습률로 얻은 손실이고, 마지막은 바뀐 데이터에서 가장 좋은 학습률과 그 손실입니다.
#
# 원래 데이터에서는 아홉 가지 모두 0.08\~0.14에서 끝나고, 보통의 SGD(0.09)도 가장 좋은 결과와 별로 다르지 않습니다. 그런데 단위가 바뀌면 같은 학습률로 훈련한 SGD의 손실은 0.83\~1.66입니다. 어떤 그림에나 0.5라고 답할 때의 0.69보다도 높습니다. 학습률을 바뀐 데이터에 가장 좋은 값, 즉 원래의 10분의 1로 줄여도 0.15\~0.17까지만 내려갑니다. 원래 학습률을 그대로 쓰면 모멘텀과 네스테로프는 0.41\~1.55, Adagrad는 0.24\~0.43, 나머지 다섯은 0.10\~0.18에서 끝납니다. 오른쪽 그림에서 가장 좋은 학습률은 SGD, 모멘텀, Adagrad에서는 10분의 1로, Adam에서는 3분의 1쯤으로 줄었고, Adam은 원래 학습률로도 여전히 손실이 낮습니다.
#
# **학습률 하나가 어떻게 모든 가중치에 맞을 수 있을까요?** 학습률을 그레이디언트에 그대로 곱하기만 해서는, 방향마다 곡률이 비슷하지 않은 한 맞을 수 없습니다. 곡률이 가장 큰 방향이 한도를 정하고 나머지 방향은 그만큼 느려집니다. 방법은 세 가지입니다. *기억하기*: 속도를 이어 가면 지그재그는 상쇄되지만 한쪽으로 가는 움직임은 쌓입니다. *나누기*: 가중치마다 자기 그레이디언트의 제곱평균제곱근으로 나누면 학습률이 따로따로 정해집니다. 이때 η는 가중치가 한 스텝에 대략 얼마나 움직이는지를 나타냅니다. *도중에 η 바꾸기*: 처음에는 크게, 끝에는 작게 합니다.
#
# 어디서 시작할지 모르겠다면 Adam을 고르고 Keras의 기본 학습률 0.001로 시작해서 그 세 배와 3분의 1도 시험해 보세요. (짧은 훈련인 여기서는 0.1이 가장 좋았습니다.) [13장](13_housing_regression.ipynb)에서 하듯이 특성(feature)의 크기를 비슷하게 맞추고, 학습률은 코사인을 따라 줄입니다. [15장](15_playground.ipynb)에서는 옵티마이저 아홉 가지로 작은 신경망을 훈련합니다.
#
# | 항목 | 결과 | 반복 |
# |---|---|---|
# | 배치의 잡음 × √크기 | 7.1\~7.2 | 크기마다 배치 500개 |
# | 샘플 8,000개 뒤의 손실, 샘플 하나씩 | 0.080\~0.091 | 시드 다섯 개 |
# | 20개짜리 배치 | 0.092\~0.096 | 시드 다섯 개 |
# | 전체 배치 | 0.475 | 시드 다섯 개, 차이 없음 |
# | 20개짜리 배치, 일정한 학습률 3 | 네 번은 0.081\~0.083, 한 번은 0.404 | 시드 다섯 개 |
# | 20개짜리 배치, 3에서 0까지 코사인 | 0.079\~0.081 | 시드 다섯 개 |
# | 단위가 바뀐 데이터, 원래 학습률의 SGD | 0.83\~1.66 | 시드 세 개 |
# | 단위가 바뀐 데이터, 원래 학습률의 Adam | 0.11\~0.17 | 시드 세 개 |
#
# ## 배운 것
# - 이차식 손실에서 경사 하강법은 가장 큰 곡률이 λ일 때 학습률이 **η = 2/λ**를 넘으면 발산합니다.
# - 미니배치의 잡음은 **1/√크기**에 비례합니다. 보는 샘플의 수가 같을 때 잡음 섞인 여러 스텝이 정확한 몇 스텝보다 멀리 갔습니다.
# - **모멘텀**은 지난 그레이디언트를 쌓아 갑니다. 모멘텀이라는 이름으로 널리 퍼진 코드 하나는 **네스테로프** 모멘텀입니다.
# - **Adagrad, RMSprop, Adadelta, Adam**은 지난 그레이디언트의 크기로 나눕니다. **편향 보정**이 없으면 Adam의 처음 몇 걸음은 너무 깁니다. **AdamW**는 가중치 감쇠를 그레이디언트에 넣지 않고, **Nadam**은 앞을 내다봅니다.
# - **스케줄**을 쓰면 큰 학습률로 시작할 수 있습니다. **워밍업**은 출발점의 곡률이 나중보다 클 때 씁니다.
#
# ## 다음
# [06. 소프트맥스와 손실](06_softmax_losses.ipynb): 옵티마이저로 줄일 손실을 어떻게 정하는지 알아봅니다.
#
# ## 출처
# - B. T. Polyak, "Some methods of speeding up the convergence of iteration methods", USSR Computational Mathematics and Mathematical Physics 4 (1964).
# - Y. Nesterov, "A method for solving the convex programming problem with convergence rate O(1/k²)", Soviet Mathematics Doklady 27 (1983).
# - I. Sutskever 외, "On the importance of initialization and momentum in deep learning", ICML (2013).
# - F. Chollet, *Deep Learning with Python*, 2판, Manning (2021).
# - J. Duchi 외, "Adaptive subgradient methods for online learning and stochastic optimization", JMLR 12 (2011).
# - T. Tieleman, G. Hinton, "Lecture 6.5: rmsprop", Coursera (2012).
# - M. D. Zeiler, "ADADELTA: An adaptive learning rate method", arXiv:1212.5701 (2012).
# - D. P. Kingma, J. Ba, "Adam: A method for stochastic optimization", ICLR (2015).
# - T. Dozat, "Incorporating Nesterov momentum into Adam", ICLR 워크숍 (2016).
# - I. Loshchilov, F. Hutter, "Decoupled weight decay regularization", ICLR (2019); "SGDR: Stochastic gradient descent with warm restarts", ICLR (2017).
# - J. M. Cohen 외, "Gradient descent on neural networks typically occurs at the edge of stability", ICLR (2021).
# - Y. N. Dauphin 외, "Identifying and attacking the saddle point problem in high-dimensional non-convex optimization", NeurIPS (2014).
