# %% [markdown] lang="en"
# # 03. Neurons and activations: from one unit to ten layers
#
# A staircase lamp has two switches, one downstairs and one upstairs. It is lit when exactly one of them is up. The rule is simple, but a single artificial neuron cannot learn it, however long it is trained. **What must be added, and what keeps the signal alive when ten layers are stacked?**
#
# **You will be able to**
# - compute the weighted sum of a unit by hand, and those of a layer for a whole batch as `X @ W + b`, and state all shapes;
# - apply the perceptron rule on paper, and explain why it goes on for ever with XOR, the logic of the lamp;
# - solve XOR with two layers whose weights you can explain;
# - describe an activation function by its formula, slope and range, and say where it saturates or is dead, and what it is used for;
# - choose initial weights to suit fan-in and fan-out, and check the choice by measuring.
#
# **Time** about 80 minutes. **You need** chapter [02](02_broadcasting.ipynb): dot products and broadcasting; from mathematics, the slope of a curve.

# %% [markdown] lang="ko"
# # 03. 뉴런과 활성화: 유닛 하나에서 층 열 개까지
#
# 계단 전등의 스위치가 아래층과 위층에 하나씩 있고, 정확히 하나만 올라가 있을 때 불이 켜집니다. 간단한 규칙이지만, 인공 뉴런(neuron) 하나로는 아무리 오래 훈련해도 배우지 못합니다. **무엇을 더해야 배울 수 있을까요? 그리고 층을 열 개 쌓아도 신호가 사라지지 않으려면 무엇이 필요할까요?**
#
# **이 장을 마치면 할 수 있는 것**
# - 유닛(unit) 하나의 가중합(weighted sum)을 손으로 구하고, 층(layer)의 가중합은 배치(batch) 전체에 대해 `X @ W + b`로 구하며, 각 배열의 형상을 말합니다.
# - 퍼셉트론(perceptron) 규칙을 종이와 연필로 계산해 보고, 계단 전등의 논리인 XOR에서는 계산이 왜 끝나지 않는지 설명합니다.
# - 뜻을 설명할 수 있는 가중치(weight)로 두 층을 만들어 XOR를 풉니다.
# - 활성화 함수(activation function)의 식, 기울기, 범위를 말하고, 활성화 함수마다 어디에서 포화(saturation)되거나 죽는지, 어디에 쓰는지 설명합니다.
# - 팬인(fan-in)과 팬아웃(fan-out)에 맞추어 초기 가중치를 정하고, 알맞게 정했는지 직접 재어 확인합니다.
#
# **시간** 약 80분. **필요한 것** [02장](02_broadcasting.ipynb)의 점곱과 브로드캐스팅. 수학은 곡선의 기울기가 무엇인지만 알면 됩니다.

# %% tags=["setup"]
import math

import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.drawing import style
from helpers.drawing.mlp import mlp as draw_mlp
from helpers.drawing.neuron import neuron
from helpers.drawing.neuron import unit as unit_diagram
from helpers.widgets import ActivationExplorer, PerceptronExplorer, SignalExplorer

# %% [markdown] lang="en"
# ## 1. A nerve cell and its model
#
# A nerve cell receives signals through its **dendrites** and adds them up in the cell body. When the sum is large enough, the cell fires: a pulse runs along the **axon** to other cells. The small gap where two cells meet, the **synapse**, can be strong or weak, exciting or inhibiting. Much of what we call learning is a change in the strength of synapses.

# %% [markdown] lang="ko"
# ## 1. 신경 세포와 그 모델
#
# 신경 세포는 **가지 돌기**(dendrite)로 신호를 받아 세포체에서 더합니다. 합이 충분히 크면 세포가 발화하고, **축삭**(axon)을 따라 다른 세포로 펄스가 전해집니다. 두 세포가 만나는 곳에는 **시냅스**(synapse)라는 좁은 틈이 있습니다. 시냅스는 강할 수도 약할 수도 있으며, 다음 세포를 흥분시킬 수도 억제할 수도 있습니다. 우리가 학습이라고 부르는 일은 상당 부분 시냅스의 세기가 달라지면서 일어납니다.

# %%
with style():
    fig, (above, below) = plt.subplots(2, 1, figsize=(9, 5.4), height_ratios=(3.4, 2.8))
    neuron(above)
    unit_diagram(below)

# %% [markdown] lang="en"
# The red dots are synapses, where the signals from three other cells arrive. In the model below, the weights take their place.
#
# The signals are numbers x. The strength of a synapse is a **weight** w, positive or negative. The cell body computes a **weighted sum** plus a **bias** b, which decides how easily the unit fires: z = x·w + b. The output is f(z), where f is the **activation function**, or activation for short. All this together is a **unit**. The model leaves out time, pulses and chemistry.
#
# The next cell computes z with a loop and as a dot product (chapter [02](02_broadcasting.ipynb)).

# %% [markdown] lang="ko"
# 빨간 점은 다른 세포 셋의 신호가 들어오는 시냅스입니다. 아래 모델에서는 그 자리에 가중치가 있습니다.
#
# 신호는 수 x로 나타냅니다. 시냅스의 세기는 **가중치** w로 나타내며, 양수일 수도 음수일 수도 있습니다. 세포체는 **가중합**에 **편향**(bias) b를 더하는 계산 z = x·w + b로 나타냅니다. 편향은 유닛이 얼마나 쉽게 켜지는지를 정합니다. 출력은 f(z)이고, f를 **활성화 함수**라고 합니다. 이 모두를 합쳐 **유닛**이라고 부릅니다. 모델에는 시간도 펄스도 화학 작용도 없습니다.
#
# 다음 셀에서는 z를 반복문과 점곱([02장](02_broadcasting.ipynb))으로 계산합니다.

# %%
x = np.array([0.5, -1.0, 2.0])
w = np.array([1.0, 0.5, -0.25])
total = 0.0
for x_i, w_i in zip(x, w, strict=True):
    total += x_i * w_i
print(f"one by one: {total + 0.3:.2f}    as a dot product: {x @ w + 0.3:.2f}")

# %% [markdown] lang="en"
# The oldest activation is the **step function**, which is 1 when z is above 0 and 0 otherwise.

# %% [markdown] lang="ko"
# 가장 오래된 활성화 함수는 **계단 함수**(step function)입니다. z가 0보다 크면 1, 아니면 0입니다.


# %%
def unit(x, w, b):
    return np.where(x @ w + b > 0, 1, 0)


print("bias 0.3:", unit(x, w, 0.3), "   bias 0.6:", unit(x, w, 0.6))

# %% [markdown] lang="en"
# With the larger bias, the unit fires (it answers 1).
#
# ## 2. Many units, many samples: Y = XW + b
#
# Put the weights of four units side by side, one **column** per unit, and five samples below one another, one **row** per sample. A single matrix product then gives the weighted sums of all units for all samples. This is a **fully connected layer** (`Dense` in Keras), in which every unit is connected to every input.
#
# **Predict** the shape of `X @ W + b` and, counting everything from 0, the row and column of unit 3's answer to sample 4.

# %% [markdown] lang="ko"
# 신호와 가중치는 그대로인데, 편향을 키우자 유닛이 켜져 답이 1이 되었습니다.
#
# ## 2. 유닛 여럿, 샘플 여럿: Y = XW + b
#
# 유닛 네 개의 가중치는 한 **열**에 한 유닛씩 나란히 놓고, 샘플 다섯 개는 한 **행**에 하나씩 위아래로 놓습니다. 그러면 행렬 곱셈 한 번으로 모든 샘플에 대한 모든 유닛의 가중합이 나옵니다. 이렇게 모든 유닛이 모든 입력과 이어진 층을 **완전 연결층**(fully connected layer) 또는 밀집층이라고 합니다(Keras의 `Dense`).
#
# `X @ W + b`의 형상을 **예상해 보세요**. 샘플 4에 대한 유닛 3의 답은 몇 행 몇 열에 있을까요? 샘플과 유닛, 행과 열의 번호는 모두 0부터 셉니다.

# %%
rng = np.random.default_rng(0)
X = rng.integers(-3, 4, (5, 3))  # 5 samples, 3 inputs each
W = rng.integers(-3, 4, (3, 4))  # 3 inputs, 4 units
b = np.array([1, 0, -1, 2])  # one bias for each unit
Y = X @ W + b
print("X", X.shape, " W", W.shape, " b", b.shape, " Y", Y.shape)
print(Y)

# %% [markdown] lang="en"
# (5, 3) times (3, 4) gives (5, 4). The inner 3 disappears, and b of shape (4,) is broadcast down the rows. The answer of unit 3 to sample 4 is `Y[4, 3]`, recomputed below.

# %% [markdown] lang="ko"
# (5, 3)과 (3, 4)를 곱하면 (5, 4)가 됩니다. 안쪽의 3은 사라지고, 형상이 (4,)인 b는 행마다 브로드캐스팅됩니다. 샘플 4에 대한 유닛 3의 답은 `Y[4, 3]`입니다. 아래에서 따로 계산해 확인합니다.

# %%
print("sample 4:", X[4], "  weights of unit 3:", W[:, 3], "  its bias:", b[3])
print("sum:", X[4] @ W[:, 3] + b[3], "  Y[4, 3]:", Y[4, 3], "  numbers to learn:", W.size + b.size)

# %% [markdown] lang="en"
# A layer with m inputs and n units has m · n weights and n biases, here 3 · 4 + 4 = 16 numbers. Some books transpose this to y = Wx + b. Keras and this course keep samples in rows.
#
# ## 3. 1943: units that compute logic
#
# In 1943, Warren McCulloch and Walter Pitts showed that step units with suitable weights can compute logical functions. With two inputs of 0 or 1 and the weights (1, 1), the sums for the four samples, before the bias is added, are 0, 1, 1 and 2. The bias decides which of these sums end up above 0: for AND only the 2, for OR the 1s as well.

# %% [markdown] lang="ko"
# 입력이 m개, 유닛이 n개인 층에는 가중치가 m · n개, 편향이 n개 있습니다. 여기서는 모두 3 · 4 + 4 = 16개입니다. 식을 전치하여 y = Wx + b라고 쓰는 책도 있습니다. Keras와 이 강좌에서는 샘플을 행에 놓습니다.
#
# ## 3. 1943년: 논리를 계산하는 유닛
#
# 1943년 워런 매컬러(Warren McCulloch)와 월터 피츠(Walter Pitts)는 가중치만 잘 고르면 계단 함수 유닛으로 논리를 계산할 수 있음을 보였습니다. 두 입력이 각각 0이나 1인 샘플 네 개에 가중치 (1, 1)을 쓰면 편향을 더하기 전의 합은 0, 1, 1, 2입니다. 이 가운데 어느 합이 0보다 커지는지는 편향에 달려 있습니다. AND의 답은 합이 2일 때만, OR의 답은 합이 1이나 2일 때 1이어야 합니다.

# %%
inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
for name, weights, bias in (("AND", (1, 1), -1.5), ("OR", (1, 1), -0.5), ("NAND", (-1, -1), 1.5)):
    print(f"{name:4} w = {weights!s:8}  b = {bias:4}   answers: {unit(inputs, np.array(weights), bias)}")

# %% [markdown] lang="en"
# AND works with any bias above −2 and at most −1, OR with any above −1 and at most 0. Reversing the signs of AND's weights and of its bias −1.5 gives its opposite, NAND.
#
# ### See it: PerceptronExplorer
#
# With two inputs, the points where w₁x₁ + w₂x₂ + b = 0 form a straight line. On the blue side the unit answers 1, on the orange side 0. The arrow, the **normal vector**, has the direction of w. It is perpendicular to the line and points to the side where the answer is 1. Watch the arrow when you change w₁, and the line when you change b.

# %% [markdown] lang="ko"
# 편향이 −2보다 크고 −1 이하면 AND가 되고, −1보다 크고 0 이하면 OR가 됩니다. AND의 가중치와 편향 −1.5의 부호를 모두 뒤집으면 그 반대인 NAND가 됩니다.
#
# ### 눈으로 보기: PerceptronExplorer
#
# 입력이 둘이면 w₁x₁ + w₂x₂ + b = 0인 점들은 평면에서 직선을 이룹니다. 유닛의 답은 파란 쪽에서 1, 주황 쪽에서 0입니다. 화살표는 w의 방향을 나타내는 **법선 벡터**(normal vector)로, 직선과 직각을 이루며 답이 1인 쪽을 가리킵니다. w₁을 바꿀 때는 화살표를, b를 바꿀 때는 직선을 보세요.

# %%
PerceptronExplorer(data="AND", w1=1.0, w2=1.0, bias=-1.5)

# %% [markdown] lang="en"
# **Try this**
# 1. Slide *bias b* from −1.5 to −0.5. The line moves without turning, and rings mark two samples that are now wrong for AND. Choose *OR* as the data, and all four are right with the same weights.
# 2. Choose *XOR*, the logic of our lamp, which gives 1 only for (0, 1) and (1, 0). Try to get all four right, and do not give up before you have three.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *편향 b*를 −1.5에서 −0.5로 옮겨 보세요. 직선이 방향을 유지한 채 움직입니다. 이제 AND의 답이 틀린 샘플 두 개에 고리가 생깁니다. 데이터를 *OR*로 바꾸면 가중치를 그대로 두어도 네 개가 모두 맞습니다.
# 2. 데이터를 *XOR*로 바꿔 보세요. XOR는 (0, 1)과 (1, 0)에서만 답이 1이며, 계단 전등의 규칙과 같습니다. 모두 맞혀 보되, 세 개를 맞히기 전에는 포기하지 마세요.

# %% [markdown] lang="en"
# ## 4. 1958: a rule that finds the weights
#
# In 1958, Frank Rosenblatt described a machine that finds its weights itself. His **perceptron** looks at one sample after another. If the answer is right, nothing changes. If it is 0 and should be 1, the input is added to the weights, which raises the sum for this sample. If it is 1 and should be 0, the input is subtracted: **w ← w + η · (wanted − answer) · x**. The bias changes as if it were the weight of an input that is always 1. The **learning rate** η sets how much is added.

# %% [markdown] lang="ko"
# ## 4. 1958년: 가중치를 찾는 규칙
#
# 1958년 프랭크 로젠블랫(Frank Rosenblatt)은 가중치를 스스로 찾는 기계를 발표했습니다. 이 **퍼셉트론**은 샘플을 하나씩 차례로 봅니다. 답이 맞으면 아무것도 바꾸지 않습니다. 1이어야 하는데 0이라고 답하면 가중치에 입력을 더해 이 샘플의 합을 키웁니다. 0이어야 하는데 1이라고 답하면 입력을 뺍니다. 한 줄로 쓰면 **w ← w + η · (목표 − 출력) · x**입니다. 목표는 정답, 출력은 유닛의 답입니다. 편향도 가중치처럼 바꾸되, 입력이 언제나 1이라고 봅니다. 얼마나 더할지는 **학습률**(learning rate) η로 정합니다.


# %%
def perceptron_rule(x, y, w, b, learning_rate=1.0, epochs=10):
    history = []
    for _ in range(epochs):
        mistakes = 0
        for x_i, y_i in zip(x, y, strict=True):
            error = y_i - (1 if x_i @ w + b > 0 else 0)  # −1, 0 or 1
            w = w + learning_rate * error * x_i
            b = b + learning_rate * error
            mistakes += error != 0
        history.append((int(mistakes), w, float(b)))
    return history


# %% [markdown] lang="en"
# Do the first round for AND with a pencil, starting from w = (0, 0), b = 0, η = 1. For the first three samples, z is 0, so the answer is 0, which is right. For (1, 1), z is 0 too, but here the answer should be 1. **Predict** w and b after this correction, and the number of mistakes in the second round.

# %% [markdown] lang="ko"
# η = 1로 두고 w = (0, 0), b = 0에서 시작해 AND의 첫 바퀴를 연필로 계산해 봅시다. 처음 세 샘플에서는 z = 0이라 답이 0이고, 모두 맞습니다. (1, 1)에서도 z = 0이어서 답이 0인데, 이번에는 틀립니다. 고치고 난 w와 b, 그리고 둘째 바퀴에서 틀리는 횟수를 **예상해 보세요**.

# %%
AND = np.array([0, 0, 0, 1])
for epoch, (mistakes, w, b) in enumerate(perceptron_rule(inputs, AND, np.zeros(2), 0.0, epochs=7), start=1):
    print(f"epoch {epoch}: {mistakes} mistakes, then w = {w}, b = {b:.0f}")

# %% [markdown] lang="en"
# After the first round, w is (1, 1) and b is 1. All four sums are now positive, which is wrong for the samples that should give 0. Correcting two of them makes (1, 1) wrong again, which is the third mistake. One round through all samples is called an **epoch**. From epoch 6 on, nothing changes. Novikoff proved in 1962 that the rule always finds a separating line after finitely many corrections, **provided that one exists**.
#
# Below is the same run after 13 steps of one sample each. A yellow halo marks the last sample. The small squares, with a row for each sample and a column for each epoch, are red where the rule changed w and b.

# %% [markdown] lang="ko"
# 첫 바퀴가 끝나면 w = (1, 1), b = 1입니다. 이제 네 합이 모두 양수라서, 답이 0이어야 할 샘플에서 틀립니다. 그 가운데 둘에서 가중치를 고치고 나면 (1, 1)에서 다시 틀려, 둘째 바퀴에서는 모두 세 번 틀립니다. 모든 샘플을 한 바퀴 도는 것을 **에포크**(epoch)라고 합니다. 6번째 에포크부터는 아무것도 바뀌지 않습니다. 1962년 노비코프(Novikoff)는 **두 답을 가르는 직선이 있기만 하면** 이 규칙으로 가중치를 유한 번 고치면 반드시 그런 직선을 찾게 됨을 증명했습니다.
#
# 아래 그림은 샘플을 하나씩 보는 이 과정을 13 스텝까지 마친 모습입니다. 마지막으로 본 샘플에는 노란 테두리가 있습니다. 작은 네모의 행은 샘플, 열은 에포크를 나타내고, 규칙이 w와 b를 바꾼 곳은 빨간색입니다.

# %%
PerceptronExplorer(data="AND", w1=0.0, w2=0.0, bias=0.0, learning_rate=1.0, step=13)

# %% [markdown] lang="en"
# **Try this**
# 1. Set *step of the rule* to 0 and press *Next* repeatedly. Steps 1 to 3 change nothing, and there is no line yet because w is (0, 0). Step 4 is the correction that you made by hand. After step 18, no more red squares appear.
# 2. Press *Reset*, choose *XOR*, and press *Play*. From the third column on, all squares are red.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *규칙의 스텝*을 0으로 하고 *다음*을 거듭 눌러 보세요. 스텝 1\~3에서는 아무것도 바뀌지 않습니다. w가 (0, 0)이라 아직 직선도 없습니다. 스텝 4는 앞에서 연필로 한 계산과 같습니다. 스텝 18 뒤로는 빨간 네모가 더 생기지 않습니다.
# 2. *처음으로*를 누르고 *XOR*를 고른 다음 *재생*을 눌러 보세요. 셋째 열부터는 네모가 모두 빨간색입니다.

# %% [markdown] lang="en"
# ## 5. XOR: no single line works
#
# With XOR, the rule has not settled down. Would a thousand epochs help?

# %% [markdown] lang="ko"
# ## 5. XOR: 직선 하나로는 안 된다
#
# XOR에서는 가중치가 자리를 잡지 못했습니다. 1,000 에포크를 돌리면 될까요?

# %%
XOR = np.array([0, 1, 1, 0])
history = perceptron_rule(inputs, XOR, np.zeros(2), 0.0, epochs=1000)
for epoch in (1, 2, 3, 4, 1000):
    mistakes, w, b = history[epoch - 1]
    print(f"epoch {epoch:4}: {mistakes} mistakes, then w = {w}, b = {b:.0f}")

# %% [markdown] lang="en"
# From epoch 3 on, the rule makes four mistakes in every round and ends the round with the weights it started from, so it repeats itself for ever. Would another rule do better? Let w₁, w₂ and b run from −2 to 2 in steps of 1/16, which gives 274,625 units. **Predict** how many of the four samples the best unit gets right.

# %% [markdown] lang="ko"
# 3번째 에포크부터는 바퀴마다 네 번 틀리고, 그 바퀴를 시작할 때의 가중치로 돌아오므로, 같은 일이 끝없이 되풀이됩니다. 다른 규칙을 쓰면 나을까요? w₁, w₂, b를 각각 −2에서 2까지 1/16 간격으로 바꾸면 유닛이 274,625개 나옵니다. 가장 나은 유닛이 네 샘플 중 몇 개를 맞힐지 **예상해 보세요**.

# %%
steps = np.arange(-32, 33) / 16
w1, w2, b = np.meshgrid(steps, steps, steps)
answers = np.stack([w1 * x1 + w2 * x2 + b > 0 for x1, x2 in inputs], axis=-1)
for name, wanted in (("AND", AND), ("XOR", XOR)):
    right = (answers == wanted).sum(axis=-1)
    print(f"{name}: units with 0, 1, 2, 3, 4 right:", np.bincount(right.ravel(), minlength=5))

# %% [markdown] lang="en"
# For XOR the best units get three right, while 5,984 units compute AND. A finer grid would not help, since XOR requires all four of these conditions.
#
# - (0, 0) → 0: b ≤ 0
# - (0, 1) → 1: w₂ + b > 0
# - (1, 0) → 1: w₁ + b > 0
# - (1, 1) → 0: w₁ + w₂ + b ≤ 0
#
# The two in the middle add up to w₁ + w₂ + 2b > 0, the other two to w₁ + w₂ + 2b ≤ 0, and these cannot both hold. In the plane, the ones and the zeros lie on the two diagonals of a square, and no line separates them. Marvin Minsky and Seymour Papert's book *Perceptrons* (1969) is about such limits.

# %% [markdown] lang="ko"
# AND를 계산하는 유닛은 5,984개나 되지만, XOR에서는 가장 나은 유닛도 세 개까지만 맞힙니다. 간격을 더 좁혀도 소용없습니다. 유닛 하나로 XOR를 계산하려면 다음 네 조건이 모두 성립해야 합니다.
#
# - (0, 0) → 0: b ≤ 0
# - (0, 1) → 1: w₂ + b > 0
# - (1, 0) → 1: w₁ + b > 0
# - (1, 1) → 0: w₁ + w₂ + b ≤ 0
#
# 가운데 둘을 더하면 w₁ + w₂ + 2b > 0, 처음과 마지막을 더하면 w₁ + w₂ + 2b ≤ 0이 되어, 함께 성립할 수 없습니다. 평면에서 보면 답이 1인 점과 0인 점이 정사각형의 두 대각선에 나뉘어 있고, 둘을 가르는 직선은 없습니다. 1969년 마빈 민스키(Marvin Minsky)와 시모어 패퍼트(Seymour Papert)는 이런 유닛의 한계를 책 *Perceptrons*에서 다루었습니다.

# %% [markdown] lang="en"
# ## 6. Two layers can
#
# *Exactly one of the two* means *at least one* **and** *not both*. That is the AND of OR and NAND, and a unit can compute each of the three. Before the output unit we put a **hidden layer** of two units, which are neither inputs nor outputs. Instead of the step function we use the **sigmoid** σ(z) = 1 / (1 + e^−z), a soft step from 0 to 1. With weights of 20, it is almost a hard step.
#
# h₁ = σ(20x₁ + 20x₂ − 10), h₂ = σ(−20x₁ − 20x₂ + 30), y = σ(20h₁ + 20h₂ − 30).
#
# Work out by hand whether h₁, h₂ and y are close to 0 or to 1 for (1, 1).

# %% [markdown] lang="ko"
# ## 6. 두 층이면 된다
#
# *둘 가운데 정확히 하나*라는 말은 *적어도 하나*이면서 *둘 다는 아님*이라는 뜻입니다. 그러므로 OR와 NAND를 AND로 묶으면 됩니다. 셋 다 유닛 하나로 계산할 수 있습니다. 그래서 입력도 출력도 아닌 **은닉층**(hidden layer)에 유닛을 둘, 그 뒤에 출력 유닛을 하나 둡니다. 계단 함수 대신 0에서 1로 부드럽게 올라가는 **시그모이드**(sigmoid) σ(z) = 1 / (1 + e^−z)를 씁니다. 가중치가 20이면 계단 함수와 거의 같습니다.
#
# h₁ = σ(20x₁ + 20x₂ − 10), h₂ = σ(−20x₁ − 20x₂ + 30), y = σ(20h₁ + 20h₂ − 30)
#
# 샘플 (1, 1)에서 h₁, h₂, y가 0에 가까운지 1에 가까운지 먼저 손으로 구해 보세요.


# %%
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


W1, b1 = np.array([[20, -20], [20, -20]]), np.array([-10, 30])  # a column for each hidden unit
W2, b2 = np.array([[20], [20]]), np.array([-30])
hidden = sigmoid(inputs @ W1 + b1)
y = sigmoid(hidden @ W2 + b2)
print(" x1 x2      h1       h2        y")
for x_i, h_i, y_i in zip(inputs, hidden, y, strict=True):
    print(f"  {x_i[0]}  {x_i[1]}  {h_i[0]:.5f}  {h_i[1]:.5f}  {y_i[0]:.5f}")

# %% [markdown] lang="en"
# For (1, 1), h₁ is close to 1, while h₂ and y are close to 0. This is XOR, with errors of at most 0.00005. In the columns h1 and h2, (0, 1) and (1, 0) have become the **same point**, almost exactly (1, 1). The hidden layer brings together the two samples that should give 1, and then one line is enough.

# %% [markdown] lang="ko"
# (1, 1)에서 h₁은 1에, h₂와 y는 0에 가깝습니다. 네 샘플에서 모두 XOR의 답이 나왔고, 오차는 0.00005를 넘지 않습니다. h1과 h2 열을 보면 (0, 1)과 (1, 0)이 둘 다 (1, 1)과 거의 일치하는 **같은 점**으로 옮겨졌습니다. 은닉층이 답이 1인 두 샘플을 한곳에 모았으니, 이제 직선 하나로 충분합니다.

# %%
PerceptronExplorer(mode="two layers", data="XOR", activation="sigmoid")

# %% [markdown] lang="en"
# The left plane shows the inputs and the lines of the two hidden units, between which the answer is 1. The right plane shows h₁ and h₂ and the line of the output unit.
#
# **Try this**
# 1. Raise *h₁: b* from −10 to 10. The solid line moves down and to the left past (0, 0), where the answer is now wrongly 1. In the right plane this sample jumps to (1, 1).
# 2. Press *Reset*, then make all nine numbers ten times smaller. The lines stay where they are, but the answers become 0.36 and 0.48. All are below 0.5, so even the two that should be 1 count as 0. The size of the weights matters (section 10).

# %% [markdown] lang="ko"
# 왼쪽 평면에는 입력과 두 은닉 유닛의 직선이 있고, 두 직선 사이에서 답이 1입니다. 오른쪽 평면에는 출력 유닛이 받는 h₁과 h₂, 그리고 출력 유닛의 직선이 있습니다.
#
# **해 보세요**
# 1. *h₁: b*를 −10에서 10으로 올려 보세요. 실선이 왼쪽 아래로 움직여 (0, 0)을 지나고, 그 샘플의 답이 1로 바뀌어 틀립니다. 오른쪽 평면에서는 이 샘플이 (1, 1)로 옮겨 갑니다.
# 2. *처음으로*를 누르고 가중치와 편향 아홉 개를 모두 10분의 1로 줄여 보세요. 직선은 그대로지만 답은 0.36과 0.48이 됩니다. 모두 0.5보다 작으므로, 1이어야 할 두 샘플의 답도 0으로 칩니다. 가중치의 크기도 중요합니다(10절).

# %% [markdown] lang="en"
# Stacked fully connected layers form a **multilayer perceptron** (MLP). Its **forward pass**, the computation from input to output, repeats one line of code.

# %% [markdown] lang="ko"
# 완전 연결층을 차례로 이으면 **다층 퍼셉트론**(multilayer perceptron, MLP)이 됩니다. 입력에서 출력까지 계산하는 **순전파**(forward pass)에서는 같은 코드 한 줄을 되풀이합니다.


# %%
def mlp(x, layers, f):
    for W, b in layers:
        x = f(x @ W + b)
    return x


print("XOR again:", mlp(inputs, [(W1, b1), (W2, b2)], sigmoid).ravel().round(3))

# %% [markdown] lang="en"
# Chapters [04](04_backprop.ipynb) and [09](09_first_network.ipynb) use a larger MLP to read handwritten digits. It has 784 inputs, one for each pixel, a hidden layer of 512 units and 10 outputs. The picture shows a few units of each layer. **Predict** how many weights and biases there are in all.

# %% [markdown] lang="ko"
# [04장](04_backprop.ipynb)과 [09장](09_first_network.ipynb)에서는 더 큰 MLP로 손글씨 숫자를 읽습니다. 입력은 픽셀마다 하나씩 784개, 은닉층의 유닛은 512개, 출력은 10개입니다. 그림에는 층마다 유닛 몇 개만 그렸습니다. 가중치와 편향이 모두 몇 개일지 **예상해 보세요**.

# %%
with style():
    fig, ax = plt.subplots(figsize=(9, 3.4))
    draw_mlp(ax, (784, 512, 10), ("pixels", "hidden layer", "output"))

# %% [markdown] lang="en"
# Keras builds the same network from ready-made layers (chapter [08](08_keras_blocks.ipynb)) and counts the weights and biases.

# %% [markdown] lang="ko"
# 같은 신경망을 Keras의 층으로 만들면([08장](08_keras_blocks.ipynb)) 가중치와 편향의 개수를 Keras가 세어 줍니다.

# %%
import keras

keras.Sequential([keras.Input((784,)), keras.layers.Dense(512), keras.layers.Dense(10)]).summary()

# %% [markdown] lang="en"
# `summary()` lists each layer with the shape of its output and its number of **parameters**, the weights and biases. `None` stands for the size of the batch. The layers have 784 · 512 + 512 = 401,920 and 512 · 10 + 10 = 5,130 parameters, 407,050 in all, which is too many to choose by hand. The perceptron rule does not help, since it has to know what each unit **should** have answered, and for hidden units the data do not tell us. Chapter [04](04_backprop.ipynb) asks instead how much the error changes when a weight changes a little. With step units, the answer is almost everywhere "not at all", because the step is flat on both sides of its jump. From now on we judge an **activation by its slope**.

# %% [markdown] lang="ko"
# `summary()`는 층마다 출력의 형상과 **파라미터**(parameter), 즉 가중치와 편향의 개수를 보여 줍니다. `None`은 배치 크기가 들어갈 자리입니다. 은닉층에 784 · 512 + 512 = 401,920개, 출력층에 512 · 10 + 10 = 5,130개, 모두 407,050개입니다. 이렇게 많은 수를 손으로 고를 수는 없고, 퍼셉트론 규칙도 쓸 수 없습니다. 유닛마다 **정답**을 알아야 하는데, 은닉 유닛의 정답은 데이터에 없기 때문입니다. [04장](04_backprop.ipynb)에서는 그 대신 가중치를 조금 바꾸면 오차가 얼마나 변하는지를 구합니다. 계단 함수를 쓰면 문턱 양쪽이 평평해서 거의 어디서나 오차가 전혀 변하지 않습니다. 그래서 지금부터는 **활성화 함수를 기울기로 평가합니다**.

# %% [markdown] lang="en"
# ## 7. Ten activation functions and their slopes
#
# Layers without activations collapse into a single one, and ReLU between them prevents this (chapter [02](02_broadcasting.ipynb), section 12). Below are ten activations f, each beside its **derivative** f′, which gives the slope at every z. GELU needs the standard normal distribution: its density, and its cumulative probability, which we get with Python's error function `math.erf`.

# %% [markdown] lang="ko"
# ## 7. 활성화 함수 열 가지와 기울기
#
# 활성화 함수가 없으면 여러 층이 층 하나와 같아지지만, 층 사이에 ReLU를 넣으면 그렇지 않습니다([02장](02_broadcasting.ipynb) 12절). 아래에는 활성화 함수 열 가지를 각각 **도함수**(derivative) f′과 나란히 적습니다. 도함수는 z마다 함수의 기울기를 나타냅니다. GELU에는 표준 정규 분포의 밀도와 누적 확률이 필요하며, 누적 확률은 파이썬의 오차 함수 `math.erf`로 구합니다.

# %%
erf = np.vectorize(math.erf)


def cumulative(z):  # probability that a standard normal number is below z
    return (1 + erf(z / np.sqrt(2))) / 2


def density(z):
    return np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)


# %%
ACTIVATIONS = {  # name: f and its slope
    "step": (lambda z: np.where(z > 0, 1.0, 0.0), lambda z: np.zeros_like(z)),
    "sigmoid": (sigmoid, lambda z: sigmoid(z) * (1 - sigmoid(z))),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "relu": (lambda z: np.maximum(z, 0), lambda z: np.where(z > 0, 1.0, 0.0)),
    "leaky_relu": (lambda z: np.where(z > 0, z, 0.2 * z), lambda z: np.where(z > 0, 1.0, 0.2)),
    "elu": (lambda z: np.where(z > 0, z, np.exp(z) - 1), lambda z: np.where(z > 0, 1.0, np.exp(z))),
    "softplus": (lambda z: np.log(1 + np.exp(z)), sigmoid),
    "selu": (
        lambda z: 1.0507 * np.where(z > 0, z, 1.6733 * (np.exp(z) - 1)),
        lambda z: 1.0507 * np.where(z > 0, 1.0, 1.6733 * np.exp(z)),
    ),
    "gelu": (lambda z: z * cumulative(z), lambda z: cumulative(z) + z * density(z)),
    "silu": (lambda z: z * sigmoid(z), lambda z: sigmoid(z) * (1 + z * (1 - sigmoid(z)))),
}

# %% [markdown] lang="en"
# Formulas are easy to get wrong, so we check them. To measure a slope, take the height of the curve a little to the right and a little to the left, and divide the difference in height by the distance. In chapter 04 we check whole networks in this way. The next cell compares the slopes at 1,200 points and prints those at z = −1.

# %% [markdown] lang="ko"
# 식은 틀리기 쉬우니 확인해 봅시다. 어떤 점에서 오른쪽과 왼쪽으로 조금씩 떨어진 두 곳의 함숫값을 구하고, 그 차를 두 곳 사이의 거리로 나누면 기울기가 나옵니다. 04장에서는 신경망 전체를 이 방법으로 검사합니다. 다음 셀에서는 이렇게 잰 기울기와 식으로 구한 기울기를 1,200곳에서 비교하고, z = −1일 때의 두 값을 출력합니다.


# %%
def measured_slope(f, z):
    return (f(z + 1e-5) - f(z - 1e-5)) / 2e-5


z, at = np.linspace(-6, 6, 1200), np.array(-1.0)  # 0 is not among the z: some have a corner there
for name, (f, slope) in ACTIVATIONS.items():
    print(f"{name:10} slope at −1: measured {measured_slope(f, at):9.6f}   by the formula {slope(at):9.6f}")
    np.testing.assert_allclose(measured_slope(f, z), slope(z), atol=1e-6)  # an error where the two differ

# %% [markdown] lang="en"
# They agree, and the check at the 1,200 points raised no error. Here are the curves.

# %% [markdown] lang="ko"
# 두 값이 같고, 1,200곳을 비교할 때도 오류가 나지 않았습니다. 그림으로도 봅시다.

# %%
with style():
    fig, axes = plt.subplots(2, 5, figsize=(9, 4), sharex=True, sharey=True)
    for ax, (name, (f, slope)) in zip(axes.flat, ACTIVATIONS.items(), strict=True):
        ax.plot(z, f(z), label="f")
        ax.plot(z, slope(z), label="slope f′")
        ax.set(title=name, xlim=(-4, 4), ylim=(-1.9, 3), xlabel="z", xticks=(-3, 0, 3), yticks=(-1, 0, 1, 2))
        ax.label_outer()
    axes[0, 0].legend(loc="lower right", fontsize=9, borderaxespad=0)

# %% [markdown] lang="en"
# The slopes of the sigmoid and of tanh both form a hill around z = 0; the sigmoid's is only a quarter as high. The other activations, except the step, rise without limit on the right, with slopes at or near 1 (1.05 for SELU); they differ on the left.
#
# The table gives values and slopes at four points, as well as the lowest value and the largest slope between z = −20 and 20.

# %% [markdown] lang="ko"
# 시그모이드와 tanh의 기울기는 z = 0에서 언덕처럼 솟는데, 시그모이드는 높이가 tanh의 4분의 1입니다. 계단 함수를 뺀 나머지 일곱은 오른쪽에서 한없이 올라가며, 기울기가 1이거나 1에 가까워집니다(SELU는 1.05). 왼쪽의 모양은 서로 다릅니다.
#
# 다음 표에는 네 점의 값과 기울기를, 그리고 z가 −20과 20 사이일 때 가장 작은 값과 가장 큰 기울기를 적었습니다.

# %%
places, wide = np.array([-5.0, -1.0, 1.0, 5.0]), np.linspace(-20, 20, 4000)
row = "{:10}" + 8 * "{:>8}" + 2 * "{:>10}"
print(row.format("", *(f"{f}({at:.0f})" for f in ("f", "f′") for at in places), "lowest f", "steepest"))
for name, (f, slope) in ACTIVATIONS.items():
    numbers = np.array([*f(places), *slope(places), f(wide).min(), slope(wide).max()]).round(2) + 0.0
    print(row.format(name, *(f"{number:.2f}" for number in numbers)))

# %% [markdown] lang="en"
# | name | f(z) | f′(z) | range | saturates or dies |
# |---|---|---|---|---|
# | step | 1 if z > 0, else 0 | 0 (none at the jump) | 0 or 1 | dead everywhere |
# | sigmoid σ | 1 / (1 + e^−z) | σ(1 − σ), at most 0.25 | (0, 1) | saturates on both sides |
# | tanh | (e^z − e^−z) / (e^z + e^−z) | 1 − tanh², at most 1 | (−1, 1) | saturates on both sides |
# | ReLU | max(z, 0) | 1 if z > 0, else 0 | [0, ∞) | dead where z ≤ 0 |
# | leaky ReLU | z if z > 0, else 0.2z | 1 or 0.2 | (−∞, ∞) | never |
# | ELU | z if z > 0, else e^z − 1 | 1 or e^z | (−1, ∞) | saturates far left |
# | maxout | largest of several sums | 1 for the largest, else 0 | depends on the weights | never all sums at once |
# | softplus | ln(1 + e^z) | σ(z) | (0, ∞) | saturates far left |
# | SELU | 1.0507 · (z, or 1.6733(e^z − 1)) | 1.0507 · (1, or 1.6733 e^z) | (−1.76, ∞) | saturates far left |
# | GELU | z · Φ(z) | Φ(z) + zφ(z) | [−0.17, ∞) | saturates far left |
# | SiLU (swish) | z · σ(z) | σ(1 + z(1 − σ)) | [−0.28, ∞) | saturates far left |
#
# An activation **saturates** where its slope is close to 0 and is dead where the slope is exactly 0. Φ is `cumulative` above and φ is `density`. In Keras 3, the function `leaky_relu` has a slope of 0.2 on the left, and the layer `LeakyReLU` has 0.3; PyTorch and the original paper use 0.01. From left to right, GELU and SiLU first go **down**, to −0.17 and −0.28.
#
# A **maxout** unit outputs the largest of several weighted sums, so the shape of its bend is learned too. In the next cell, one of the two sums (pieces) is z; the other is first 0, then −z.

# %% [markdown] lang="ko"
# | 이름 | f(z) | f′(z) | 범위 | 포화되거나 죽는 곳 |
# |---|---|---|---|---|
# | step(계단) | z > 0이면 1, 아니면 0 | 0(문턱에서는 없음) | 0 또는 1 | 어디서나 죽음 |
# | sigmoid σ | 1 / (1 + e^−z) | σ(1 − σ), 최대 0.25 | (0, 1) | 양쪽에서 포화 |
# | tanh | (e^z − e^−z) / (e^z + e^−z) | 1 − tanh², 최대 1 | (−1, 1) | 양쪽에서 포화 |
# | ReLU | max(z, 0) | z > 0이면 1, 아니면 0 | [0, ∞) | z ≤ 0에서 죽음 |
# | leaky ReLU | z > 0이면 z, 아니면 0.2z | 1 또는 0.2 | (−∞, ∞) | 없음 |
# | ELU | z > 0이면 z, 아니면 e^z − 1 | 1 또는 e^z | (−1, ∞) | 먼 왼쪽에서 포화 |
# | maxout | 가장 큰 가중합 | 가장 큰 가중합은 1, 나머지는 0 | 가중치에 따라 다름 | 한꺼번에 죽지는 않음 |
# | softplus | ln(1 + e^z) | σ(z) | (0, ∞) | 먼 왼쪽에서 포화 |
# | SELU | 1.0507 · (z, 또는 1.6733(e^z − 1)) | 1.0507 · (1, 또는 1.6733 e^z) | (−1.76, ∞) | 먼 왼쪽에서 포화 |
# | GELU | z · Φ(z) | Φ(z) + zφ(z) | [−0.17, ∞) | 먼 왼쪽에서 포화 |
# | SiLU(swish) | z · σ(z) | σ(1 + z(1 − σ)) | [−0.28, ∞) | 먼 왼쪽에서 포화 |
#
# 기울기가 0에 가까워 출력이 거의 변하지 않으면 **포화**되었다고 하고, 정확히 0이면 죽었다고 합니다. Φ는 앞의 `cumulative`, φ는 `density`입니다. Keras 3에서 함수 `leaky_relu`의 왼쪽 기울기는 0.2, 층 `LeakyReLU`는 0.3입니다. PyTorch와 원래 논문에서는 0.01을 씁니다. GELU와 SiLU의 곡선은 왼쪽에서 오른쪽으로 가면서 먼저 각각 −0.17과 −0.28까지 **내려갔다가** 올라갑니다.
#
# **Maxout** 유닛은 여러 가중합 가운데 가장 큰 것을 내보내므로, 꺾이는 모양까지 훈련으로 정해집니다. 다음 셀의 첫째 예에서는 z와 0 가운데, 둘째 예에서는 z와 −z 가운데 큰 쪽이 나옵니다.


# %%
def maxout(z):
    return z.max(axis=-1)


points = np.array([-2.0, -1.0, 1.0, 2.0])
print("pieces z and 0: ", maxout(np.stack([points, np.zeros(4)], axis=-1)))
print("pieces z and −z:", maxout(np.stack([points, -points], axis=-1)))

# %% [markdown] lang="en"
# The first line is ReLU, and the second is the absolute value |z|.
#
# ### See it: ActivationExplorer
#
# The widget plots up to four activations on the left and their slopes on the right, with a movable input z. Watch the tangent together with the slope.

# %% [markdown] lang="ko"
# 첫째는 ReLU, 둘째는 절댓값 |z|입니다.
#
# ### 눈으로 보기: ActivationExplorer
#
# 왼쪽에는 활성화 함수가 최대 네 개, 오른쪽에는 그 기울기가 나옵니다. 입력 z를 바꿀 수 있습니다. 왼쪽의 접선과 오른쪽의 기울기를 함께 보세요.

# %%
ActivationExplorer(activations=("sigmoid", "tanh", "relu"), z=-2.5)

# %% [markdown] lang="en"
# **Try this**
# 1. Slide z from −2.5 to 5. tanh is saturated at both ends, the sigmoid at z = 5 (slope 0.007). ReLU has slope 0 or 1.
# 2. Choose relu, leaky_relu, elu and gelu, and set z to −1. The slopes are 0, 0.2, 0.368 and −0.083. Only ReLU is flat there.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. z를 −2.5에서 5까지 움직여 보세요. tanh는 양 끝에서, 시그모이드는 z = 5에서(기울기 0.007) 포화됩니다. ReLU의 기울기는 0 아니면 1입니다.
# 2. relu, leaky_relu, elu, gelu를 고르고 z = −1로 해 보세요. 기울기는 차례로 0, 0.2, 0.368, −0.083입니다. ReLU만 평평합니다.

# %% [markdown] lang="en"
# ## 8. Saturated units and dead units
#
# In training, a signal called the **gradient** runs back from the output and says how each weight should change (chapter [04](04_backprop.ipynb)). Every layer multiplies it by f′(z). How much of the gradient is left, at best, after ten sigmoid layers?

# %% [markdown] lang="ko"
# ## 8. 포화된 유닛과 죽은 유닛
#
# 훈련할 때는 출력에서 거꾸로 돌아오는 신호, 즉 **그레이디언트**(gradient)에 따라 가중치를 바꿉니다([04장](04_backprop.ipynb)). 이 신호가 층을 하나 지날 때마다 f′(z)가 곱해집니다. 시그모이드 층 열 개를 지나면 신호는 많아야 얼마나 남을까요?

# %%
_f, slope = ACTIVATIONS["sigmoid"]
for at in (0.0, 2.0, 5.0):
    print(f"z = {at}: slope {slope(at):.4f}, over ten layers {slope(at) ** 10:.0e}")

# %% [markdown] lang="en"
# At best, a millionth is left, since 0.25¹⁰ is about 10⁻⁶. This **vanishing gradient** is an important reason why the sigmoid is rarely used in hidden layers today. The weights multiply the signal too (section 11). Chapter [15](15_playground.ipynb) shows vanishing gradients in training.
#
# Where z is above 0, ReLU passes the signal on undiminished. But a unit whose z is below 0 **for every sample** receives no signal, so its weights stop changing. It is a **dead unit** and stays dead unless the layers before it change its inputs. A large negative bias, or one training step that is too large, can kill a unit.

# %% [markdown] lang="ko"
# 0.25¹⁰은 10⁻⁶쯤이므로 기울기만 곱해도 신호는 많아야 백만분의 1쯤 남습니다. 이런 **그레이디언트 소실**(vanishing gradient)은 오늘날 은닉층에 시그모이드를 잘 쓰지 않는 중요한 이유입니다. 신호에는 가중치도 곱해집니다(11절). [15장](15_playground.ipynb)에서는 훈련할 때 그레이디언트가 소실되는 모습을 봅니다.
#
# ReLU는 z가 0보다 크면 신호를 그대로 넘깁니다. 하지만 **모든 샘플에서** z가 0보다 작은 유닛은 신호를 전혀 받지 못하므로 가중치가 더는 바뀌지 않습니다. 이런 **죽은 유닛**(dead unit)은 앞 층들이 바뀌어 입력이 달라지지 않는 한 되살아나지 못합니다. 편향이 음수이면서 절댓값이 아주 크거나, 훈련 중에 가중치가 한 스텝에 너무 크게 바뀌면 유닛이 죽을 수 있습니다.

# %%
rng = np.random.default_rng(0)
samples, weights = rng.standard_normal((1000, 20)), rng.standard_normal((20, 50))
for bias in (0, -10, -20):
    alive = samples @ weights + bias > 0
    print(f"bias {bias:3}: on for {alive.mean():6.2%} of all, dead units: {(~alive.any(axis=0)).sum()} of 50")

# %% [markdown] lang="en"
# With a bias of −10, three of the 50 units are dead, and with −20, all of them are. Leaky ReLU keeps its slope of 0.2 everywhere on the left, and ELU, SELU, GELU and SiLU keep some slope near 0, so their units revive more easily.
#
# ## 9. Which activation goes where
#
# | where | activation | why |
# |---|---|---|
# | hidden layers | ReLU; also GELU, SiLU, leaky ReLU, ELU | slope 1 where z > 0, cheap (ReLU) |
# | many hidden layers, with nothing else to preserve the scale | SELU with LeCun's initial weights | designed to keep the mean at 0 and the variance at 1 |
# | output: yes or no, one probability | sigmoid | between 0 and 1 |
# | output: one of several classes | softmax | probabilities that add up to 1 |
# | output: a number (regression) | none | must be able to reach every value |
#
# In hidden layers, the slope matters. At the output, the **range** has to fit the question. A network with several hidden layers is called **deep**. In 2012, a variant of AlexNet, which has eight layers and uses ReLU, won the ImageNet competition. With five guesses per image, it had an error rate of 15.3 %, against 26.2 % for the next best entry.

# %% [markdown] lang="ko"
# 편향이 −10이면 유닛 50개 가운데 세 개가, −20이면 모두가 죽습니다. leaky ReLU는 왼쪽 어디서나 기울기가 0.2이고, ELU, SELU, GELU, SiLU도 0에 가까운 왼쪽에서는 기울기가 조금 있습니다. 그래서 이런 함수를 쓰면 유닛이 되살아나기 쉽습니다.
#
# ## 9. 어디에 무엇을 쓸까
#
# | 자리 | 활성화 함수 | 이유 |
# |---|---|---|
# | 은닉층 | ReLU, 또는 GELU, SiLU, leaky ReLU, ELU | ReLU는 z > 0이면 기울기가 1이고 계산이 빠름 |
# | 은닉층이 많고 신호의 크기를 유지해 줄 다른 장치가 없을 때 | SELU와 LeCun 초기 가중치 | 평균 0, 분산 1을 유지하도록 설계됨 |
# | 출력: 예/아니요, 확률 하나 | 시그모이드 | 0과 1 사이 |
# | 출력: 여러 클래스 가운데 하나 | 소프트맥스(softmax) | 모두 더하면 1이 되는 확률 |
# | 출력: 수(회귀) | 없음 | 어떤 값이든 낼 수 있어야 함 |
#
# 은닉층에서는 기울기가 중요하고, 출력에서는 **범위**가 문제에 맞아야 합니다. 은닉층이 여럿인 신경망을 **심층** 신경망(deep neural network)이라고 합니다. 2012년 ReLU를 쓴 여덟 층짜리 AlexNet의 변형이 ImageNet 대회에서 우승했습니다. 답 다섯 개 안에 정답이 없는 비율이 15.3 %로, 2위의 26.2 %보다 훨씬 낮았습니다.

# %%
scores = np.array([2.0, 1.0, 0.1])
softmax = np.exp(scores) / np.exp(scores).sum()
print("none:   ", scores, " any number")
print("sigmoid:", sigmoid(scores).round(3), " each between 0 and 1, sum", sigmoid(scores).sum().round(3))
print("softmax:", softmax.round(3), " sum", softmax.sum().round(3))

# %% [markdown] lang="en"
# The sigmoid answers three separate questions, and its answers add up to 2.137. Softmax answers one question with three possible answers. It divides e to the power of each score by the sum of these powers (chapter [06](06_softmax_losses.ipynb)).
#
# ## 10. The initial weights
#
# Could all weights start at the same value? We train a network with four hidden units on the lamp. Its 17 weights and biases are changed as the previous sections suggest. We measure the slope of the error with respect to each of them, and move each one against its slope. There are three starts, all with biases of 0:
#
# - *all equal*: every weight is 0.5;
# - *unequal out*: the weights into the hidden units are 0.5, and those out of them are random;
# - *random*: all weights are random.
#
# **Predict** from which of these starts the network learns the lamp (error below 0.01).

# %% [markdown] lang="ko"
# 시그모이드로는 예/아니요 질문 세 개에 따로따로 답합니다. 그래서 확률의 합이 1이 아니라 2.137입니다. 소프트맥스로는 가능한 답이 세 개인 질문 하나에 답합니다. 점수마다 e의 거듭제곱을 구해 그 합으로 나눕니다([06장](06_softmax_losses.ipynb)).
#
# ## 10. 초기 가중치
#
# 모든 가중치의 첫 값이 같아도 될까요? 은닉 유닛이 네 개인 신경망에 계단 전등의 규칙을 가르쳐 봅시다. 가중치와 편향 17개는 앞에서 말한 방법으로 고칩니다. 하나하나에 대해 오차의 기울기를 재고, 그 반대쪽으로 조금 움직입니다. 편향은 모두 0에서 시작하고, 가중치의 첫 값은 세 가지로 달리합니다.
#
# - *all equal*: 가중치가 모두 0.5입니다.
# - *unequal out*: 은닉 유닛으로 들어가는 가중치는 0.5, 은닉 유닛에서 출력으로 나가는 가중치는 무작위입니다.
# - *random*: 가중치가 모두 무작위입니다.
#
# 오차가 0.01보다 작아지면 배운 것으로 봅니다. 어느 경우에 배울지 **예상해 보세요**.


# %%
def error(numbers):  # 8 weights and 4 biases of the hidden layer, 4 weights and a bias of the output
    hidden = np.tanh(inputs @ numbers[:8].reshape(2, 4) + numbers[8:12])
    return np.mean((sigmoid(hidden @ numbers[12:16] + numbers[16]) - XOR) ** 2)


def train(numbers, steps=300):
    for _ in range(steps):
        slopes = [(error(numbers + push) - error(numbers - push)) / 2e-5 for push in 1e-5 * np.eye(17)]
        numbers = numbers - 5 * np.array(slopes)
    return numbers


# %%
def start(kind, seed):
    rng = np.random.default_rng(seed)
    numbers = np.full(17, 0.5)
    numbers[[8, 9, 10, 11, 16]] = 0  # the biases
    if kind == "random":
        numbers[:8] = rng.normal(size=8)
    if kind != "all equal":
        numbers[12:16] = rng.normal(size=4)
    return numbers


# %%
for kind, seeds in (("all equal", 1), ("unequal out", 5), ("random", 5)):
    trained = [train(start(kind, seed)) for seed in range(seeds)]
    print(f"{kind:11}", "errors:", *(f"{error(numbers):.3f}" for numbers in trained))
    print(" " * 11, "weights from x1 to the four units:", trained[0][:4].round(1))

# %% [markdown] lang="en"
# Four equal units get equal slopes, so they are corrected alike at every step and stay equal. Together they can do no more than one unit, and after 300 steps the error is still 0.169. The other two starts show what breaks the **symmetry**. It is enough that the weights *from* the units differ, because training then makes the weights into them unequal as well. From this start, the network learns the lamp for all five seeds. With all weights random, the error is still 0.126 for one of the five seeds, so random weights are no guarantee. In practice all weights start at **random** values, while biases may start at 0.
#
# How large should the weights be? The more products a sum contains, the more widely it spreads. (*std* is the standard deviation.)

# %% [markdown] lang="ko"
# 유닛 네 개가 똑같으면 기울기도 똑같아서, 스텝마다 똑같이 고쳐지고 언제까지나 똑같습니다. 그래서 유닛이 하나일 때보다 나을 것이 없고, 300 스텝 뒤에도 오차가 0.169입니다. 나머지 두 경우를 보면 무엇이 이 **대칭**(symmetry)을 깨는지 알 수 있습니다. 유닛에서 *나가는* 가중치만 서로 달라도, 훈련하는 동안 들어가는 가중치까지 서로 달라집니다. 이렇게 시작했을 때는 시드 다섯 개에서 모두 배웠습니다. 모두 무작위일 때는 시드 다섯 개 가운데 하나에서 오차가 아직 0.126이니, 무작위라고 해서 늘 성공하지는 않습니다. 실제로는 모든 가중치를 **무작위** 값에서 시작합니다. 편향은 0에서 시작해도 됩니다.
#
# 그러면 가중치의 크기는 얼마여야 할까요? 곱을 많이 더할수록 합은 넓게 퍼집니다. (std는 표준편차입니다.)

# %%
rng = np.random.default_rng(0)
for m in (10, 100, 1000):
    sums = rng.standard_normal((1000, m)) @ rng.standard_normal((m, 100))
    print(f"{m:4} inputs, weights of std 1: sums of std {sums.std():.1f}   √{m} = {np.sqrt(m):.1f}")

# %% [markdown] lang="en"
# Inputs with mean 0 and std 1, and weights with std s, give sums with std √m · s. Here m is the **fan-in**, the number of inputs of the layer, and s = 1/√m preserves the size (LeCun's weights). For the gradient, the same holds with the **fan-out** n, the number of units. Glorot and Bengio (2010) used the mean of m and n, for activations such as tanh, whose slope at 0 is 1. Kaiming He and others (2015) used the fan-in alone and doubled the variance of the weights, since ReLU sets half of the sums to 0, which halves their mean square.
#
# | | normal | uniform on (−r, r) |
# |---|---|---|
# | Glorot, for tanh | std = √(2 / (m + n)) | r = √(6 / (m + n)) |
# | He, for ReLU | std = √(2 / m) | r = √(6 / m) |
#
# A uniform distribution on (−r, r) has std r/√3, so both columns have the same std. For m = 300 and n = 100 the formulas give √(2/400) = 0.0707 and √(2/300) = 0.0816.

# %% [markdown] lang="ko"
# 평균이 0, 표준편차가 1인 입력에 표준편차가 s인 가중치를 곱해 더하면 합의 표준편차는 √m · s입니다. 여기서 m은 층으로 들어오는 입력의 수, 즉 **팬인**이며, s = 1/√m이면 크기가 유지됩니다(LeCun 초기 가중치). 그레이디언트의 크기를 유지하려면 m 대신 유닛의 수 n, 즉 **팬아웃**을 써서 똑같이 생각하면 됩니다. 글로럿과 벤지오(Glorot, Bengio, 2010)는 tanh처럼 0에서 기울기가 1인 활성화 함수를 위해 m과 n의 평균을 썼습니다. 허카이밍 등(He 외, 2015)은 팬인만 쓰고 가중치의 분산을 두 배로 늘렸습니다. ReLU를 거치면 합의 절반이 0이 되어 제곱의 평균이 반으로 줄기 때문입니다.
#
# | | 정규 분포 | 균등 분포 (−r, r) |
# |---|---|---|
# | Glorot, tanh용 | 표준편차 = √(2 / (m + n)) | r = √(6 / (m + n)) |
# | He, ReLU용 | 표준편차 = √(2 / m) | r = √(6 / m) |
#
# (−r, r)의 균등 분포는 표준편차가 r/√3이므로 두 열의 표준편차는 같습니다. m = 300, n = 100이면 식의 값은 √(2/400) = 0.0707과 √(2/300) = 0.0816입니다.

# %%
INITIALIZERS = {
    "glorot_uniform": lambda rng, m, n: rng.uniform(-1, 1, (m, n)) * np.sqrt(6 / (m + n)),
    "glorot_normal": lambda rng, m, n: rng.standard_normal((m, n)) * np.sqrt(2 / (m + n)),
    "he_uniform": lambda rng, m, n: rng.uniform(-1, 1, (m, n)) * np.sqrt(6 / m),
    "he_normal": lambda rng, m, n: rng.standard_normal((m, n)) * np.sqrt(2 / m),
}
for name, initial in INITIALIZERS.items():
    weights = initial(np.random.default_rng(0), 300, 100)
    print(f"{name:14} std {weights.std():.4f}, largest {np.abs(weights).max():.4f}")

# %% [markdown] lang="en"
# The drawn weights agree with the formulas to within one percent. A `Dense` layer in Keras starts with Glorot's uniform weights and biases of 0, whatever its activation.
#
# ## 11. A signal through ten layers
#
# We send 500 samples of 200 numbers with std 1 through ten layers of 200 units and note three numbers after the first layer and the last.
#
# - **size** is the std of all activations.
# - **between** is the std of a unit's activations over the samples. If it is much smaller than the size, each unit gives nearly the same answer to every sample.
# - **twins**: each sample gets a twin that is moved by a tiny amount, and we note the distance between the two as a multiple of their distance at the start. When the value is near 1, neighbouring samples stay about as far apart as they were. When it is far above 1, every tiny change is magnified.
#
# If all three shrink together, the signal is small, but relative to its size the samples differ as much as before. If only *between* and *twins* shrink, the samples have become alike. The gradient (chapter 04) passes through the same slopes and weights backwards, so its size changes in a similar way.

# %% [markdown] lang="ko"
# 뽑은 가중치의 표준편차는 식의 값과 1 % 이내로 일치합니다. Keras의 `Dense` 층은 활성화 함수와 상관없이 Glorot 균등 분포로 뽑은 가중치와 0인 편향에서 시작합니다.
#
# ## 11. 열 층을 지나는 신호
#
# 수 200개로 된 샘플 500개(표준편차 1)를 유닛이 200개인 층 열 개에 통과시키고, 첫 층과 마지막 층을 지난 뒤에 세 가지를 잽니다.
#
# - **size**(크기): 모든 활성화 값의 표준편차입니다.
# - **between**(샘플 사이): 한 유닛의 값이 샘플에 따라 얼마나 다른지를 나타내는 표준편차입니다. 크기보다 훨씬 작으면 각 유닛이 모든 샘플에 거의 같은 값을 낸다는 뜻입니다.
# - **twins**(쌍둥이): 샘플마다 값을 아주 조금 바꾼 쌍둥이를 함께 통과시키고, 둘 사이의 거리가 처음의 몇 배가 되었는지 잽니다. 1에 가까우면 이웃한 샘플 사이의 거리가 유지되고, 1보다 훨씬 크면 아주 작은 변화도 크게 확대된다는 뜻입니다.
#
# 셋이 함께 줄면 신호가 작아졌을 뿐, 크기에 비해 샘플들이 서로 다른 정도는 처음과 같습니다. between과 twins만 줄면 샘플들이 서로 비슷해진 것입니다. 04장에서 배울 그레이디언트에도 거꾸로 돌아오면서 같은 기울기와 가중치가 곱해지므로 크기가 비슷하게 변합니다.


# %%
def push(f, initial, depth=10, width=200):
    rng = np.random.default_rng(0)
    h = rng.standard_normal((500, width))
    twin = h + 1e-6 * rng.standard_normal(h.shape)
    rows = []
    for _ in range(depth):
        weights = initial(rng, width, width)
        h, twin = f(h @ weights), f(twin @ weights)
        rows.append((h.std(), np.sqrt(h.var(axis=0).mean()), (twin - h).std() / 1e-6))
    return np.array(rows)[[0, 9]]  # after layers 1 and 10


def show(name, rows):
    size, between, twins = (" ".join(f"{value:7.2g}" for value in column) for column in rows.T)
    print(f"{name:23} size {size}   between {between}   twins {twins}")


# %% [markdown] lang="en"
# We begin with tanh and three kinds of weights: std 0.01, std 1, and Glorot's. In the first row, each layer should multiply the size by about √200 · 0.01 = 0.14.

# %% [markdown] lang="ko"
# 먼저 활성화 함수를 tanh로 하고, 가중치의 표준편차를 0.01, 1, Glorot의 값으로 바꾸어 봅시다. 첫 줄에서는 층마다 크기가 √200 · 0.01 = 0.14배쯤 되어야 합니다.

# %%
tanh, relu = np.tanh, ACTIVATIONS["relu"][0]
show("tanh, std 0.01", push(tanh, lambda rng, m, n: 0.01 * rng.standard_normal((m, n))))
show("tanh, std 1", push(tanh, lambda rng, m, n: rng.standard_normal((m, n))))
show("tanh, Glorot", push(tanh, INITIALIZERS["glorot_uniform"]))

# %% [markdown] lang="en"
# With std 0.01, all three numbers shrink together, to about 3 · 10⁻⁹, so the signal is tiny, but not scrambled. With std 1, the size is 0.97, so most units are saturated at −1 or 1, and the twins are 24,000 times as far apart. With Glorot's weights, all three numbers shrink slowly, to about a quarter.
#
# With Glorot's weights, ReLU halves the mean square in every layer, so √(1/2)¹⁰ = 1/32 of the signal should be left.

# %% [markdown] lang="ko"
# 표준편차가 0.01이면 셋이 함께 3 · 10⁻⁹쯤으로 줄어드니, 신호가 아주 작아졌을 뿐 뒤섞이지는 않았습니다. 표준편차가 1이면 크기가 0.97이므로 대부분의 유닛이 −1이나 1에서 포화되었고, 쌍둥이 사이의 거리는 24,000배로 늘어났습니다. Glorot 가중치에서는 셋 다 천천히 줄어 4분의 1쯤 남습니다.
#
# Glorot 가중치를 쓰면 ReLU 층을 지날 때마다 제곱의 평균이 반으로 줄어, 열 층 뒤에는 신호가 √(1/2)¹⁰ = 1/32배가 되어야 합니다.

# %%
show("ReLU, Glorot", push(relu, INITIALIZERS["glorot_uniform"]))
show("ReLU, He", push(relu, INITIALIZERS["he_uniform"]))

# %% [markdown] lang="en"
# The twins end up at 0.033 of their original distance, or about 1/30, and the size, 0.026, is close to that. With He's factor √2, the size is 0.82, and the twins are at 1.1. But *between* has halved to 0.41. Neighbours are about as far apart as before, while distant samples have become more alike.
#
# ### See it: SignalExplorer
#
# The widget shows a similar experiment with 100 units and 32 inputs. The upper histograms show activations, the lower ones the gradient, which runs from right to left. Red bars mark values where the activation is flat. *between inputs* shows how much a unit's answers differ from input to input. A unit counts as dead if its slope is 0 for all 32 inputs. In layer 10, this is true of 27 % of the units before any training, because by then the inputs have become so alike that a sum is often negative for all of them. With more inputs, fewer units would count as dead.

# %% [markdown] lang="ko"
# 쌍둥이 사이의 거리는 0.033배, 즉 1/30쯤이고, 크기도 0.026으로 비슷합니다. He의 √2를 곱하면 열 층 뒤에 크기가 0.82이고 쌍둥이 사이의 거리는 1.1배입니다. 그런데 between은 0.41로 반이 되었습니다. 이웃한 샘플 사이의 거리는 유지되지만, 멀리 떨어져 있던 샘플들은 서로 비슷해졌습니다.
#
# ### 눈으로 보기: SignalExplorer
#
# 이 위젯에서는 유닛 100개, 입력 32개로 비슷한 실험을 합니다. 위쪽 히스토그램은 활성화 값을, 아래쪽은 오른쪽에서 왼쪽으로 돌아가는 그레이디언트를 나타냅니다. 빨간 막대는 활성화 함수가 평평한 곳의 값입니다. *입력 사이*는 한 유닛의 답이 입력에 따라 얼마나 다른지를 나타냅니다. 입력 32개 모두에서 기울기가 0이면 죽은 유닛으로 셉니다. 훈련 전인데도 10번 층에서는 유닛의 27 %가 죽어 있습니다. 층이 깊어질수록 입력 32개가 서로 비슷해져, 합이 모든 입력에서 음수가 되기 쉽기 때문입니다. 입력을 늘리면 이 비율은 줄어듭니다.

# %%
SignalExplorer(activation="relu", initializer="glorot_uniform")

# %% [markdown] lang="en"
# **Try this**
# 1. Choose the initialiser *he_uniform*. All histograms now have about the same width. The share of dead units stays the same, because He's weights change only the scale.
# 2. Choose *tanh* with *standard_normal*. Two red peaks appear at −1 and 1, and the gradient grows from 0.24 in layer 10 to 616 in layer 1. With *small_normal*, the signal shrinks to almost nothing on its way forwards, and so does the gradient on its way back.
# 3. Choose *step*. The signal arrives, but the gradient is 0 everywhere, so step units cannot be trained with it.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 초기화 방법을 *he_uniform*으로 바꿔 보세요. 위아래 모두 열 층의 히스토그램 너비가 비슷해집니다. He 가중치를 써도 값의 크기만 달라지므로, 죽은 유닛의 비율은 그대로입니다.
# 2. *tanh*와 *standard_normal*을 골라 보세요. −1과 1에 빨간 봉우리가 솟고, 그레이디언트는 10번 층의 0.24에서 1번 층의 616까지 커집니다. *small_normal*로 바꾸면 신호는 앞으로 가면서, 그레이디언트는 거꾸로 가면서 거의 0으로 줄어듭니다.
# 3. *step*을 골라 보세요. 신호는 도착하지만 그레이디언트는 어디서나 0이어서, 계단 함수 유닛은 그레이디언트로 훈련할 수 없습니다.

# %% [markdown] lang="en"
# ## 12. Which activation needs the factor 4?
#
# Some tables give r = √(6/(m + n)) for the sigmoid, **four times that for tanh** and √2 times that for ReLU. The Deep Learning Tutorials of the Université de Montréal multiply by 4 for the sigmoid instead. The two cannot both be right. The slope at 0 is 1 for tanh and 0.25 for the sigmoid. **Predict** which of the two activations needs the 4.

# %% [markdown] lang="ko"
# ## 12. 4배가 필요한 활성화 함수는?
#
# 시그모이드에는 r = √(6/(m + n)), **tanh에는 그 네 배**, ReLU에는 √2배를 쓰라는 표가 있습니다. 그런데 몬트리올 대학의 Deep Learning Tutorials에서는 반대로 시그모이드에 4를 곱합니다. 둘 다 옳을 수는 없습니다. 0에서의 기울기는 tanh가 1, 시그모이드가 0.25입니다. 4배가 필요한 것은 어느 쪽일지 **예상해 보세요**.

# %%
glorot = INITIALIZERS["glorot_uniform"]


def four_times(rng, m, n):
    return 4 * glorot(rng, m, n)


for name, f in (("tanh", tanh), ("sigmoid", sigmoid)):
    show(f"{name}, Glorot", push(f, glorot))
    show(f"{name}, 4 × Glorot", push(f, four_times))

# %% [markdown] lang="en"
# The sigmoid needs the 4.
#
# - **tanh** without the 4 leaves the twins at 0.28 of their original distance. With the 4, they are 72 times as far apart, and the units are saturated (size 0.88, where at most 1 is possible).
# - **sigmoid** without the 4 leaves 0.00000051, since each layer multiplies distances by about a quarter, the sigmoid's slope at 0. The 4 makes up for that slope, and 0.0084 is left, about sixteen thousand times as much.
#
# The tables that give the 4 to tanh have the two rows the wrong way round. Without the 4, the sigmoid's size looks harmless at 0.12, but *between* is only 0.0000005. Each unit gives nearly the same value for every sample, and what the size measures is the spread between units.
#
# But 0.0084 is still small. The activations of a sigmoid lie around 0.5, so their weighted sums contain a part that is the same for every sample. This part moves many units to where the slope is smaller. Next we subtract that 0.5.

# %% [markdown] lang="ko"
# 4배는 시그모이드에 필요합니다.
#
# - **tanh**에서 4를 곱하지 않으면 열 층 뒤에 쌍둥이 사이의 거리가 0.28배로 줄어듭니다. 4를 곱하면 72배로 늘어나고 유닛이 포화됩니다(크기가 0.88로 최댓값 1에 가깝습니다).
# - **시그모이드**에서 4를 곱하지 않으면 거리가 0.00000051배만 남습니다. 0에서 시그모이드의 기울기가 4분의 1이라, 층마다 거리가 4분의 1쯤으로 줄기 때문입니다. 4를 곱하면 이 기울기가 상쇄되어 0.0084배가 남습니다. 곱하지 않을 때의 1만 6천 배쯤입니다.
#
# 따라서 tanh에 네 배를 쓰라는 표는 두 행이 뒤바뀐 것입니다. 4를 곱하지 않은 시그모이드는 크기가 0.12로 멀쩡해 보이지만 between은 0.0000005밖에 되지 않습니다. 각 유닛이 모든 샘플에 거의 같은 값을 내므로, 남은 크기는 유닛 사이의 차이일 뿐입니다.
#
# 0.0084도 아직 작습니다. 시그모이드의 활성화 값은 0.5 근처여서, 가중합에는 모든 샘플에 공통인 부분이 생깁니다. 이 부분 때문에 많은 유닛이 기울기가 더 작은 곳으로 밀려납니다. 다음 셀에서는 층마다 0.5를 빼 봅니다.

# %%
show("sigmoid − ½, 4 × Glorot", push(lambda z: sigmoid(z) - 0.5, four_times))
for at in (-1, 0.5, 2):
    print(f"z = {at:4}   tanh(z) = {np.tanh(at):8.5f}   2 sigmoid(2z) − 1 = {2 * sigmoid(2 * at) - 1:8.5f}")

# %% [markdown] lang="en"
# Now 0.17 is left, much closer to tanh's 0.28. tanh **is** a sigmoid, stretched and shifted so that it is 0 at 0. Apart from a factor, then, this network is a tanh network with Glorot's weights and doubled inputs. For hidden layers, tanh has two advantages over the sigmoid: a larger slope, and a value of 0 at 0.
#
# ## 13. The lamp again
#
# A hidden layer of 100 units keeps its **untrained**, random weights, and its output goes to the rule of section 4. For each of five seeds the cell prints the first epoch without a mistake, or a dash if there is none in 1,000 epochs. **Predict** whether the rule learns the lamp without an activation, and with ReLU.

# %% [markdown] lang="ko"
# 이제 0.17배가 남아 tanh의 0.28배에 가까워졌습니다. tanh는 0에서 값이 0이 되도록 늘이고 옮긴 **시그모이드**입니다. 그래서 이 신경망은 배율만 다를 뿐 Glorot 가중치를 쓰고 입력이 두 배인 tanh 신경망과 같습니다. tanh는 기울기가 더 클 뿐 아니라 0에서 값이 0이므로, 은닉층에는 시그모이드보다 낫습니다.
#
# ## 13. 다시 계단 전등
#
# 유닛이 100개인 은닉층의 가중치를 무작위로 정해 **훈련하지 않은** 채로 두고, 은닉층의 출력에 4절의 퍼셉트론 규칙을 적용합니다. 시드 다섯 개 각각에서 한 번도 틀리지 않은 첫 에포크를 출력합니다. 1,000 에포크 안에 그런 에포크가 없으면 줄표(—)를 출력합니다. 활성화 함수가 없을 때와 ReLU가 있을 때 각각 계단 전등을 배울지 **예상해 보세요**.


# %%
def last_layer(f, initial, depth, seed, dtype="float64"):
    rng, h = np.random.default_rng(seed), inputs.astype(dtype)
    for _ in range(depth):
        h = f(h @ initial(rng, h.shape[1], 100).astype(dtype))
    return h


def settles(h):
    history = perceptron_rule(h, XOR, np.zeros(100), 0.0, epochs=1000)
    free = [epoch for epoch, (mistakes, _, _) in enumerate(history, start=1) if mistakes == 0]
    return free[0] if free else "—"


he = INITIALIZERS["he_normal"]
print("1 layer, no activation:", *(settles(last_layer(lambda z: z, he, 1, seed)) for seed in range(5)))
print("1 layer, ReLU:         ", *(settles(last_layer(relu, he, 1, seed)) for seed in range(5)))

# %% [markdown] lang="en"
# Without an activation, the rule does not learn the lamp, since the layer is linear and section 5 applies. With ReLU, it settles between epochs 7 and 10. The random weights are the same, so the **bend** makes the difference.
#
# Now we stack ten such layers and print three columns.
#
# - *as it is*: the rule is run as before.
# - *standardised*: before the rule starts, each unit's mean over the four samples is subtracted, and everything is divided by the standard deviation. A signal that is merely small is then as large as any other.
# - *bend*: for a linear unit, h(0,0) + h(1,1) = h(0,1) + h(1,0), and if all units are linear, section 5 applies. The column shows how much the two sides differ after standardising (std over the units, mean of five seeds).
#
# **Predict** which rows fail in the first column, and which of these settle in the second.

# %% [markdown] lang="ko"
# 활성화 함수가 없으면 층이 선형이라 5절에서처럼 배우지 못합니다. ReLU가 있으면 7\~10번째 에포크에 배웁니다. 두 경우의 무작위 가중치가 같으니, **꺾임** 때문에 결과가 달라진 것입니다.
#
# 이제 이런 층을 열 개 쌓고 세 가지를 출력합니다.
#
# - *as it is*(그대로): 앞에서와 똑같이 합니다.
# - *standardised*(표준화): 규칙을 시작하기 전에 유닛마다 네 샘플의 평균을 빼고, 전체를 표준편차로 나눕니다. 이렇게 **표준화**(standardisation)하면 작기만 했던 신호는 다른 신호와 크기가 같아집니다.
# - *bend*(꺾임): 선형인 유닛에서는 h(0,0) + h(1,1) = h(0,1) + h(1,0)이며, 이런 유닛만 있으면 5절에서처럼 배울 수 없습니다. 표준화한 뒤 이 식의 양변이 얼마나 다른지를 나타냅니다(유닛들의 표준편차, 시드 다섯 개의 평균).
#
# 첫째 열에서 어느 줄이 실패할지, 그 가운데 어느 줄이 둘째 열에서는 성공할지 **예상해 보세요**.


# %%
def standardise(h):
    h = h - h.mean(axis=0)
    return h / h.std()


def bend(h):
    return (h[0] - h[1] - h[2] + h[3]).std()


# %%
stacks = {
    "no activation, He": (lambda z: z, he),
    "ReLU, std 0.01": (relu, lambda rng, m, n: 0.01 * rng.standard_normal((m, n))),
    "ReLU, Glorot": (relu, INITIALIZERS["glorot_normal"]),
    "ReLU, He": (relu, he),
    "tanh, Glorot": (tanh, glorot),
    "tanh, 4 × Glorot": (tanh, four_times),
    "sigmoid, Glorot": (sigmoid, glorot),
}
print(f"{'ten layers, five seeds':24}{'as it is':31}{'standardised':21}bend")
for name, (f, initial) in stacks.items():
    last = [last_layer(f, initial, 10, seed) for seed in range(5)]
    scaled = [standardise(h) for h in last]
    first, second = ("".join(f"{settles(h):>5}" for h in stack) for stack in (last, scaled))
    print(f"{name:18}{first}     {second}     {np.mean([bend(h) for h in scaled]):5.2f}")

# %% [markdown] lang="en"
# In the first column, only ReLU with He's weights and the two tanh rows settle. Ten layers without an activation are as linear as one, and standardising does not change that.
#
# In the other two ReLU rows, the signal is **small**, not lost. With biases of 0, c times the input of a ReLU layer gives c times the output, so what arrives differs from that in the He row only by a factor. The rule adds these tiny numbers to the weights but 1 to the bias, so the weights hardly count. Once standardised, the three ReLU rows are the same.
#
# When the sizes are equal, what matters is the bend. In this table, the smaller the bend, the longer the rule takes. The sigmoid keeps so little of it that for three of the five seeds, the rule does not settle within 1,000 epochs. This is worse than it looks, since these cells compute in float64. Networks are usually trained in float32, with about seven digits. Does the sigmoid's bend survive ten layers there?

# %% [markdown] lang="ko"
# 첫째 열에서는 tanh 두 줄과 He 가중치를 쓴 ReLU 줄만 성공했습니다. 활성화 함수가 없으면 층이 열 개여도 하나일 때와 마찬가지로 선형이고, 표준화해도 달라지지 않습니다.
#
# 나머지 ReLU 두 줄에서는 신호가 사라진 것이 아니라 **작을** 뿐입니다. 편향이 0이면 ReLU 층에서는 입력이 c배가 될 때 출력도 c배가 되므로, 마지막에 나오는 값은 He 줄의 값에 일정한 수를 곱한 것과 같습니다. 규칙에 따라 가중치에는 이렇게 작은 값을 더하고 편향에는 1을 더하므로, 가중치가 답에 거의 영향을 주지 못합니다. 표준화하면 ReLU 세 줄의 결과가 똑같아집니다.
#
# 크기가 같아지면 꺾임이 결과를 가릅니다. 이 표에서는 꺾임이 작을수록 배우는 데 오래 걸립니다. 시그모이드에는 꺾임이 아주 조금밖에 남지 않아서, 시드 다섯 개 가운데 세 개에서는 1,000 에포크 안에 배우지 못합니다. 그나마 float64로 계산해서 이 정도입니다. 신경망은 보통 유효 숫자가 일곱 자리쯤인 float32로 훈련합니다. float32에서도 시그모이드의 꺾임이 열 층을 지난 뒤까지 남을까요?

# %%
print(f"float32 numbers near 0.8 are {np.spacing(np.float32(0.8)) * 1e9:.0f} billionths apart")
for dtype in ("float64", "float32"):
    last = [last_layer(sigmoid, glorot, 10, seed, dtype) for seed in range(5)]
    mean = np.mean([bend(h) for h in last])
    measured(f"sigmoid in {dtype}: bend in billionths, not standardised, mean of five seeds", mean * 1e9, digits=1)
epochs = [settles(standardise(h)) for h in last]
measured("float32, standardised: seeds that settle, of 5", int(sum(epoch != "—" for epoch in epochs)))
measured("in epoch, the earliest", int(min(epoch for epoch in epochs if epoch != "—")))

# %% [markdown] lang="en"
# The bend does not survive. In float64 it is 1.2 billionths, while neighbouring float32 numbers are 60 billionths apart. This information is **lost** in float32, and the 54.7 billionths measured there are rounding errors. When they are standardised, the rule settles for all five seeds, in epoch 3 at the earliest, but it has only memorised rounding errors that happen to differ between the four samples. So a rule that settles does not prove that the signal has arrived.
#
# With the factor 4, tanh bends the most and settles the fastest. But only the last unit learns here. If all layers are trained, the gradient matters as well. The next cell sends gradients of std 1 back through ten tanh layers.

# %% [markdown] lang="ko"
# 남지 않습니다. 10억분의 1을 단위로 하면 float64로 잰 꺾임은 1.2인데, float32에서는 이웃한 두 수가 60만큼 떨어져 있습니다. 그래서 float32에서는 이 정보가 **사라집니다**. 여기서 잰 값(54.7)은 반올림 오차입니다. 이 오차를 표준화하면 시드 다섯 개에서 모두 배운 것처럼 보이며, 빠르면 3번째 에포크부터 틀리지 않습니다. 하지만 네 샘플에서 우연히 서로 달라진 반올림 오차를 외웠을 뿐입니다. 그러니 틀리지 않게 되었다고 해서 신호가 도착했다고 할 수는 없습니다.
#
# 4를 곱한 tanh는 꺾임이 가장 크고 가장 빨리 배웠습니다. 하지만 여기서는 마지막 유닛만 배웁니다. 모든 층을 훈련하려면 그레이디언트의 크기도 알맞아야 합니다. 다음 셀에서는 표준편차가 1인 그레이디언트를 tanh 층 열 개에 거꾸로 통과시킵니다.


# %%
def gradient_sizes(initial, seed, depth=10, width=200):
    rng = np.random.default_rng(seed)
    h, layers = rng.standard_normal((500, width)), []
    for _ in range(depth):
        weights = initial(rng, width, width)
        h = np.tanh(h @ weights)
        layers.append((weights, 1 - h**2))  # 1 − h² is the slope of tanh
    gradient, sizes = rng.standard_normal(h.shape), []
    for weights, slope in reversed(layers):
        gradient = (gradient * slope) @ weights.T
        sizes.append(gradient.std())
    return sizes


# %%
for name, initial in (("Glorot", glorot), ("4 × Glorot", four_times)):
    runs = [gradient_sizes(initial, seed) for seed in range(5)]
    print(f"tanh, {name:10}  behind one layer", *(f"{run[0]:.2g}" for run in runs), end="   ")
    print("behind ten", *(f"{run[9]:.2g}" for run in runs))

# %% [markdown] lang="en"
# With Glorot's weights, about a quarter of the gradient is left after ten layers. With 4 times these weights, it becomes about 70 times as large: it **explodes**. Choose *tanh* and *glorot_uniform_x4* in SignalExplorer to see it.
#
# Back to the opening question. **A single unit draws one line, and the lamp needs more. With one hidden layer that bends, the rule of 1958 is enough. In a deep stack, the initial weights have to fit the activation**, so that the signal arrives large enough for the rule to use and does not sink below the last digit of the numbers.
#
# | Measured here | Result | Seeds |
# |---|---|---|
# | four hidden units, all weights equal | error 0.169 after 300 steps | no random numbers |
# | the same, outgoing weights unequal | 5 of 5 learn the lamp | 5 |
# | the same, random | 4 of 5 learn it | 5 |
# | one ReLU layer, untrained | settles in epochs 7 to 10 | 5 |
# | ten ReLU layers: He's weights / smaller ones | epochs 4 to 7 / not in 1,000 epochs | 5 |
# | ten ReLU layers, standardised | epochs 3 to 8 with all three kinds of weights | 5 |
# | ten sigmoid layers, standardised | 2 of 5 settle | 5 |
# | gradient after ten tanh layers, Glorot / 4 × Glorot | 0.26 to 0.27 / 70 to 74 | 5 |
#
# To train the hidden layers too, we need to know how each weight changes the error. In section 10 we measured this by nudging the weights one at a time, which is far too slow for a large network. Chapter 04 shows a faster way.
#
# ## What you have learned
# - A **unit** computes f(x·w + b), a **layer** f(XW + b) for a whole batch.
# - The **perceptron rule** w ← w + η (wanted − answer) x finds a separating line if there is one. XOR has none and needs **two layers**.
# - In hidden layers, an **activation** is judged by its slope. The sigmoid's is at most 0.25, ReLU's is 1 or 0, and the newer activations keep some slope on the left. At the **output**, the range decides between sigmoid, softmax and none.
# - Initial weights are random, with std √(2/(m + n)) for tanh and √(2/m) for ReLU. The factor 4 belongs to the sigmoid. **Measure** whether the signal is preserved. Standardising helps a signal that is small, not one that is lost.
#
# ## Next
# [04. Backpropagation](04_backprop.ipynb): how the error finds its way back to every weight.
#
# ## Sources
# - W. S. McCulloch, W. Pitts, "A logical calculus of the ideas immanent in nervous activity", Bulletin of Mathematical Biophysics 5 (1943).
# - F. Rosenblatt, "The perceptron: a probabilistic model for information storage and organization in the brain", Psychological Review 65 (1958).
# - A. B. J. Novikoff, "On convergence proofs on perceptrons", Symposium on the Mathematical Theory of Automata (1962).
# - M. Minsky, S. Papert, *Perceptrons*, MIT Press (1969): what one layer cannot do.
# - Y. LeCun et al., "Efficient BackProp", in *Neural Networks: Tricks of the Trade*, Springer (1998): fan-in, and why tanh rather than the sigmoid.
# - X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS (2010), eq. 12 and 16: the weights for tanh.
# - LISA lab, Université de Montréal, [Deep Learning Tutorials](https://github.com/lisa-lab/DeepLearningTutorials), `code/mlp.py`: the factor 4 for the sigmoid.
# - K. He et al., "Delving deep into rectifiers", ICCV (2015), eq. 10: the weights for ReLU.
# - A. Krizhevsky et al., "ImageNet classification with deep convolutional neural networks", NIPS 25 (2012): AlexNet.
# - V. Nair, G. E. Hinton, "Rectified linear units improve restricted Boltzmann machines", ICML (2010): ReLU. A. L. Maas et al., "Rectifier nonlinearities improve neural network acoustic models", ICML workshop (2013): leaky ReLU.
# - I. J. Goodfellow et al., "Maxout networks", ICML (2013).
# - C. Dugas et al., "Incorporating second-order functional knowledge for better option pricing", NIPS 13 (2001): softplus.
# - D.-A. Clevert et al., "Fast and accurate deep network learning by exponential linear units (ELUs)", ICLR (2016). G. Klambauer et al., "Self-normalizing neural networks", NIPS (2017): SELU.
# - D. Hendrycks, K. Gimpel, "Gaussian error linear units (GELUs)", arXiv:1606.08415 (2016): GELU and SiLU. P. Ramachandran et al., "Searching for activation functions", arXiv:1710.05941 (2017): SiLU as swish.

# %% [markdown] lang="ko"
# Glorot 가중치에서는 열 층을 지난 그레이디언트가 4분의 1쯤 남습니다. 가중치를 네 배로 하면 70배쯤으로 커집니다. 이것을 **그레이디언트 폭발**(exploding gradient)이라고 합니다. SignalExplorer에서 *tanh*와 *glorot_uniform_x4*를 골라 확인해 보세요.
#
# 이제 이 장의 질문에 답할 수 있습니다. **유닛 하나로는 직선 하나밖에 긋지 못해 계단 전등을 배울 수 없습니다. 꺾임이 있는 은닉층을 하나 더하면 1958년의 규칙으로 충분합니다. 층이 깊어지면 초기 가중치도 활성화 함수에 맞추어야 합니다.** 그래야 신호가 학습 규칙에 쓸 수 있는 크기로 도착하고, 유효 숫자의 마지막 자리보다 작아져 사라지는 일이 없습니다.
#
# | 항목 | 결과 | 시드 |
# |---|---|---|
# | 은닉 유닛 네 개, 가중치가 모두 같음 | 300 스텝 뒤 오차 0.169 | 난수 없음 |
# | 같은 신경망, 나가는 가중치만 다름 | 5번 중 5번 배움 | 5개 |
# | 같은 신경망, 모두 무작위 | 5번 중 4번 배움 | 5개 |
# | 훈련하지 않은 ReLU 한 층 | 7\~10번째 에포크에 배움 | 5개 |
# | ReLU 열 층: He 가중치 / 더 작은 가중치 | 4\~7번째 에포크 / 1,000 에포크 안에 못 배움 | 5개 |
# | ReLU 열 층, 표준화 | 세 가지 가중치에서 모두 3\~8번째 에포크 | 5개 |
# | 시그모이드 열 층, 표준화 | 5번 중 2번 배움 | 5개 |
# | tanh 열 층을 지난 그레이디언트: Glorot / 4 × Glorot | 0.26\~0.27 / 70\~74 | 5개 |
#
# 은닉층도 훈련하려면 가중치 하나하나가 오차를 얼마나 바꾸는지 알아야 합니다. 10절에서는 가중치를 하나씩 조금 바꾸어 쟀지만, 큰 신경망을 그렇게 재려면 너무 오래 걸립니다. 더 빠른 방법은 04장에서 배웁니다.
#
# ## 배운 것
# - **유닛**은 f(x·w + b)를 계산합니다. **층**은 배치 전체에 대해 f(XW + b)를 계산합니다.
# - **퍼셉트론 규칙** w ← w + η (목표 − 출력) x는 두 답을 가르는 직선이 있으면 찾아냅니다. XOR에는 그런 직선이 없어서 **두 층**이 필요합니다.
# - 은닉층의 **활성화 함수**는 기울기로 평가합니다. 시그모이드는 최대 0.25, ReLU는 1 아니면 0이고, 그 뒤에 나온 함수들은 왼쪽에도 기울기가 조금 있습니다. **출력**에서는 범위를 보고 시그모이드와 소프트맥스 가운데 고르거나 아무것도 쓰지 않습니다.
# - 초기 가중치는 무작위로 뽑되 표준편차를 tanh에서는 √(2/(m + n)), ReLU에서는 √(2/m)으로 합니다. 4배는 시그모이드에 씁니다. 신호가 유지되는지는 직접 **재어** 확인합니다. 표준화하면 작아진 신호는 되살아나지만 사라진 신호는 되살아나지 않습니다.
#
# ## 다음
# [04. 역전파](04_backprop.ipynb): 오차가 어떻게 모든 가중치로 되돌아가는지 봅니다.
#
# ## 출처
# - W. S. McCulloch, W. Pitts, "A logical calculus of the ideas immanent in nervous activity", Bulletin of Mathematical Biophysics 5 (1943).
# - F. Rosenblatt, "The perceptron: a probabilistic model for information storage and organization in the brain", Psychological Review 65 (1958).
# - A. B. J. Novikoff, "On convergence proofs on perceptrons", Symposium on the Mathematical Theory of Automata (1962).
# - M. Minsky, S. Papert, *Perceptrons*, MIT Press (1969): 한 층으로 할 수 없는 것.
# - Y. LeCun 외, "Efficient BackProp", *Neural Networks: Tricks of the Trade*, Springer (1998): 팬인, 그리고 시그모이드보다 tanh를 쓰는 이유.
# - X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS (2010), 식 12와 16: tanh의 가중치.
# - LISA lab, Université de Montréal, [Deep Learning Tutorials](https://github.com/lisa-lab/DeepLearningTutorials), `code/mlp.py`: 시그모이드에 쓰는 4배.
# - K. He 외, "Delving deep into rectifiers", ICCV (2015), 식 10: ReLU의 가중치.
# - A. Krizhevsky 외, "ImageNet classification with deep convolutional neural networks", NIPS 25 (2012): AlexNet.
# - V. Nair, G. E. Hinton, "Rectified linear units improve restricted Boltzmann machines", ICML (2010): ReLU. A. L. Maas 외, "Rectifier nonlinearities improve neural network acoustic models", ICML 워크숍 (2013): leaky ReLU.
# - I. J. Goodfellow 외, "Maxout networks", ICML (2013).
# - C. Dugas 외, "Incorporating second-order functional knowledge for better option pricing", NIPS 13 (2001): softplus.
# - D.-A. Clevert 외, "Fast and accurate deep network learning by exponential linear units (ELUs)", ICLR (2016). G. Klambauer 외, "Self-normalizing neural networks", NIPS (2017): SELU.
# - D. Hendrycks, K. Gimpel, "Gaussian error linear units (GELUs)", arXiv:1606.08415 (2016): GELU와 SiLU. P. Ramachandran 외, "Searching for activation functions", arXiv:1710.05941 (2017): swish라는 이름의 SiLU.
