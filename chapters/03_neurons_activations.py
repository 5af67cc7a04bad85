# %% [markdown] lang="en"
# # 03. Neurons and activations: from one unit to ten layers
#
# On a staircase one lamp has two switches, one downstairs and one upstairs. It is lit when exactly one of them is up. A child learns this in a minute; a single artificial neuron cannot learn it in a thousand years. **What must be added until it can, and what keeps the lamp burning when ten layers are stacked?**
#
# **You will be able to**
# - compute a unit by hand, and a whole layer for a whole batch as `X @ W + b`, shapes told;
# - run the perceptron rule with pencil and paper, and say why it never ends on XOR;
# - solve XOR with two layers whose weights you can explain;
# - read an activation: formula, derivative, range, where it saturates or dies, and where to use it;
# - choose first weights from fan-in and fan-out, and test such a choice instead of believing a table.
#
# **Time** about 80 minutes. **You need** chapter [02](02_broadcasting.ipynb): dot products and broadcasting. Of mathematics: what the slope of a curve is.

# %% [markdown] lang="ko"
# # 03. 뉴런과 활성화: 유닛 하나에서 열 개의 층까지
#
# 계단에 등이 하나 있고 스위치는 아래층과 위층에 하나씩, 둘입니다. 둘 가운데 정확히 하나만 올라가 있을 때 불이 켜집니다. 아이도 금방 배우는 규칙이지만, 인공 뉴런(neuron) 하나는 천 년을 훈련해도 배우지 못합니다. **무엇을 더해야 배울 수 있을까요? 그리고 층을 열 개 쌓아도 불이 꺼지지 않으려면 무엇이 필요할까요?**
#
# **이 장을 마치면 할 수 있는 것**
# - 유닛(unit) 하나를 손으로 계산하고, 층(layer) 하나와 배치(batch) 전체를 `X @ W + b`로 계산하며 형상을 말합니다.
# - 퍼셉트론(perceptron) 규칙을 종이와 연필로 따라가고, XOR에서는 왜 끝나지 않는지 설명합니다.
# - 뜻을 설명할 수 있는 가중치(weight)로 두 층을 만들어 XOR를 풉니다.
# - 활성화 함수(activation function)의 식, 도함수(derivative), 범위, 포화(saturation)되거나 죽는 곳, 쓸 자리를 압니다.
# - 팬인(fan-in)과 팬아웃(fan-out)에서 첫 가중치를 정하고, 표를 믿는 대신 직접 재어 확인합니다.
#
# **시간** 약 80분. **필요한 것** [02장](02_broadcasting.ipynb)의 점곱과 브로드캐스팅. 수학은 곡선의 기울기가 무엇인지만 알면 됩니다.

# %% tags=["setup"]
import math

import matplotlib.pyplot as plt
import numpy as np

from helpers.drawing import style
from helpers.drawing.neuron import neuron
from helpers.drawing.neuron import unit as unit_diagram
from helpers.widgets import ActivationExplorer, PerceptronExplorer, SignalExplorer

# %% [markdown] lang="en"
# ## 1. A nerve cell, and what was made of it
#
# A nerve cell listens with its **dendrites**. What comes in is added up in the cell body. When the sum is large enough, the cell fires: a pulse runs along the **axon** to the next cells. Where two cells meet there is a gap, the **synapse**, and it can be strong or weak, exciting or calming. Learning, to a large part, is synapses growing stronger or weaker.

# %% [markdown] lang="ko"
# ## 1. 신경 세포와 그 모델
#
# 신경 세포는 **가지 돌기**(dendrite)로 듣습니다. 들어온 신호는 세포체에서 더해집니다. 합이 충분히 크면 세포가 발화하여, 펄스 하나가 **축삭**(axon)을 따라 다음 세포들로 갑니다. 두 세포가 만나는 곳에는 **시냅스**(synapse)라는 틈이 있습니다. 시냅스는 강할 수도 약할 수도 있고, 다음 세포를 들뜨게 할 수도 가라앉힐 수도 있습니다. 학습이란 대체로 시냅스가 강해지거나 약해지는 일입니다.

# %%
with style():
    fig, (above, below) = plt.subplots(2, 1, figsize=(9, 5.4), height_ratios=(3.4, 2.8))
    neuron(above)
    unit_diagram(below)

# %% [markdown] lang="en"
# Above, two nerve cells that meet at three synapses; below, the model, part under part. Signals are numbers x. The strength of a synapse is a **weight** w: large or small, positive or negative. The cell body is a **weighted sum** plus a **bias** b, which says how easily the unit fires: z = x·w + b. What leaves is f(z), where f is the **activation function**. One such thing is called a **unit**.
#
# The model keeps little of the cell: no time, no pulses, no chemistry. It is an idea taken from biology, not a copy of it.
#
# **Predict** z for the numbers below: 0.5 · 1 − 1 · 0.5 + 2 · (−0.25) + 0.3.

# %% [markdown] lang="ko"
# 위는 시냅스 세 곳에서 만나는 신경 세포 둘이고, 아래는 그 부분들을 하나하나 옮긴 모델입니다. 신호는 수 x입니다. 시냅스의 세기는 **가중치** w이며, 크거나 작을 수 있고 양수거나 음수일 수 있습니다. 세포체는 **가중합**(weighted sum)에 **편향**(bias) b를 더한 것입니다. 편향은 유닛이 얼마나 쉽게 켜지는지를 정합니다. 곧 z = x·w + b입니다. 나가는 것은 f(z)이고, f가 **활성화 함수**입니다. 이런 것 하나를 **유닛**이라고 합니다.
#
# 모델에 남은 것은 많지 않습니다. 시간도, 펄스도, 화학도 없습니다. 생물에서 아이디어를 얻은 것이지 생물을 본뜬 것이 아닙니다.
#
# 아래 수들로 z를 **예상해 보세요**. 0.5 · 1 − 1 · 0.5 + 2 · (−0.25) + 0.3입니다.

# %%
x = np.array([0.5, -1.0, 2.0])
w = np.array([1.0, 0.5, -0.25])
total = 0.0
for x_i, w_i in zip(x, w, strict=True):
    total += x_i * w_i
print(f"one by one: {total + 0.3:.2f}    as a dot product: {x @ w + 0.3:.2f}")

# %% [markdown] lang="en"
# The oldest activation is the **step**: 1 when z is above 0, otherwise 0. The unit fires or it does not.

# %% [markdown] lang="ko"
# 가장 오래된 활성화 함수는 **계단 함수**(step function)입니다. z가 0보다 크면 1, 아니면 0입니다. 유닛은 켜지거나 꺼지거나 둘 가운데 하나입니다.

# %%
def unit(x, w, b):
    return np.where(x @ w + b > 0, 1, 0)


print("bias 0.3:", unit(x, w, 0.3), "   bias 0.6:", unit(x, w, 0.6))

# %% [markdown] lang="en"
# The same signals, the same weights: a larger bias, and the unit fires.
#
# ## 2. Many units, many samples: Y = XW + b
#
# Put the weights of four units side by side, a **column** for each unit, and five samples below one another, a **row** for each sample. Then one matrix product computes every unit on every sample. This is a **fully connected layer** (Dense in Keras): every unit is connected to every input.
#
# **Predict** the shape of `X @ W + b`, and which row and column answers "unit 3 on sample 4".

# %% [markdown] lang="ko"
# 신호도 같고 가중치도 같은데, 편향이 커지자 유닛이 켜졌습니다.
#
# ## 2. 유닛 여럿, 샘플 여럿: Y = XW + b
#
# 유닛 네 개의 가중치를 나란히, 유닛마다 **열** 하나로 놓습니다. 샘플 다섯 개는 위아래로, 샘플마다 **행** 하나로 놓습니다. 그러면 행렬 곱 한 번으로 모든 유닛을 모든 샘플에 대해 계산합니다. 이것이 **완전 연결층**(fully connected layer, Keras에서는 Dense)입니다. 모든 유닛이 모든 입력과 이어져 있습니다.
#
# `X @ W + b`의 형상을 **예상해 보세요**. "샘플 4에 대한 유닛 3"의 답은 몇 행 몇 열에 있을까요?

# %%
rng = np.random.default_rng(0)
X = rng.integers(-3, 4, (5, 3))  # 5 samples, 3 inputs each
W = rng.integers(-3, 4, (3, 4))  # 3 inputs, 4 units
b = np.array([1, 0, -1, 2])  # one bias for each unit
Y = X @ W + b
print("X", X.shape, " W", W.shape, " b", b.shape, " Y", Y.shape)
print(Y)

# %% [markdown] lang="en"
# (5, 3) times (3, 4) is (5, 4): a row for each sample, a column for each unit. The inner 3 has gone; b of shape (4,) is broadcast down the rows. One entry by hand:

# %% [markdown] lang="ko"
# (5, 3)과 (3, 4)를 곱하면 (5, 4)입니다. 행은 샘플마다 하나, 열은 유닛마다 하나입니다. 안쪽의 3은 사라졌고, 형상이 (4,)인 b는 행마다 브로드캐스팅됩니다. 칸 하나를 손으로 확인합니다.

# %%
print("sample 4:", X[4], "  weights of unit 3:", W[:, 3], "  its bias:", b[3])
print("sum:", X[4] @ W[:, 3] + b[3], "  Y[4, 3]:", Y[4, 3], "  numbers to learn:", W.size + b.size)

# %% [markdown] lang="en"
# A layer from m inputs to n units has m · n weights and n biases: here 3 · 4 + 4 = 16. Some books write y = Wx + b with samples as columns; it is the same sum, transposed. Keras and this collection keep samples in rows.
#
# ## 3. 1943: units that decide
#
# In 1943 Warren McCulloch and Walter Pitts showed that step units can compute logic, when somebody chooses the weights. Two inputs, 0 or 1, make four samples. **Predict** which bias makes AND out of weights (1, 1), and which makes OR: the sums without bias are 0, 1, 1, 2.

# %% [markdown] lang="ko"
# 입력이 m개, 유닛이 n개인 층에는 가중치가 m · n개, 편향이 n개 있습니다. 여기서는 3 · 4 + 4 = 16입니다. 샘플을 열로 놓고 y = Wx + b라고 쓰는 책도 있습니다. 전치했을 뿐 같은 식입니다. Keras와 이 강좌에서는 샘플을 행에 놓습니다.
#
# ## 3. 1943년: 판단하는 유닛
#
# 1943년 워런 매컬러(Warren McCulloch)와 월터 피츠(Walter Pitts)는 누군가 가중치를 골라 주기만 하면 계단 함수 유닛으로 논리를 계산할 수 있음을 보였습니다. 0 아니면 1인 입력이 둘이면 샘플은 네 개입니다. 가중치가 (1, 1)일 때 편향이 얼마면 AND가 되고 얼마면 OR가 될지 **예상해 보세요**. 편향을 뺀 합은 0, 1, 1, 2입니다.

# %%
inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
for name, weights, bias in (("AND", (1, 1), -1.5), ("OR", (1, 1), -0.5), ("NAND", (-1, -1), 1.5)):
    print(f"{name:4} w = {weights!s:8}  b = {bias:4}   answers: {unit(inputs, np.array(weights), bias)}")

# %% [markdown] lang="en"
# For AND only the sum 2 may pass, so any bias between −2 and −1 does; for OR a bias between −1 and 0. Turn all signs and AND becomes its opposite, NAND.
#
# ### See it: PerceptronExplorer
#
# With two inputs a unit can be drawn. Where w₁x₁ + w₂x₂ + b = 0 there is a straight line. On one side, blue, the unit says 1; on the other, orange, 0. The arrow is the **normal vector**, the direction of w: it stands at a right angle on the line and points to the side of the ones. Look first at the arrow when you change w₁, then at the line when you change b.

# %% [markdown] lang="ko"
# AND에서는 합이 2일 때만 켜져야 하므로 편향은 −2와 −1 사이면 됩니다. OR라면 −1과 0 사이입니다. 부호를 모두 뒤집으면 AND는 그 반대인 NAND가 됩니다.
#
# ### 눈으로 보기: PerceptronExplorer
#
# 입력이 둘이면 유닛을 그림으로 그릴 수 있습니다. w₁x₁ + w₂x₂ + b = 0인 곳은 직선입니다. 한쪽(파랑)에서는 유닛이 1을, 다른 쪽(주황)에서는 0을 답합니다. 화살표는 **법선 벡터**, 곧 w의 방향입니다. 직선과 직각을 이루며 1인 쪽을 가리킵니다. 먼저 w₁을 바꾸며 화살표를, 다음에 b를 바꾸며 직선을 보세요.

# %%
PerceptronExplorer(data="AND", w1=1.0, w2=1.0, bias=-1.5)

# %% [markdown] lang="en"
# **Try this**
# 1. Slide *bias b* from −1.5 to −0.5. The line moves without turning, and two samples get a ring: wrong for AND. Choose the data *OR*: all four are right. One unit, two jobs, the bias decides.
# 2. Make it w = (2, 2), b = −3. Nothing changes: the same line. Now choose the activation *sigmoid*: the edge becomes soft, and larger weights make it sharper. Direction and size of w do different things.
# 3. Choose *XOR*, our lamp: 1 for (0, 1) and (1, 0) alone. Try to get four right. Do not give up before you have had three.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *편향 b*를 −1.5에서 −0.5로 옮겨 보세요. 직선이 돌지 않고 나란히 움직이고, 샘플 두 개에 고리가 생깁니다. AND로는 틀렸다는 뜻입니다. 데이터를 *OR*로 바꾸면 네 개 모두 맞습니다. 같은 유닛이 두 가지 일을 하고, 그것을 편향이 정합니다.
# 2. w = (2, 2), b = −3으로 해 보세요. 같은 직선이므로 아무것도 변하지 않습니다. 이제 활성화 함수를 *sigmoid*로 바꿔 보세요. 경계가 부드러워지고, 가중치가 클수록 날카로워집니다. w의 방향과 크기는 하는 일이 다릅니다.
# 3. 데이터를 *XOR*로 바꿔 보세요. (0, 1)과 (1, 0)에서만 1인, 바로 그 계단 등입니다. 네 개를 모두 맞혀 보세요. 세 개를 맞히기 전에는 포기하지 마세요.

# %% [markdown] lang="en"
# ## 4. 1958: a rule that finds the weights
#
# McCulloch and Pitts chose weights by hand. In 1958 Frank Rosenblatt let a machine find them. His **perceptron** looks at one sample after another. Right answer: change nothing. Said 0 where 1 was wanted: add the input to the weights, so that the sum for this sample grows. Said 1 where 0 was wanted: subtract it. In one line, **w ← w + η · (wanted − answer) · x**, and the same for b with an input that is always 1. The **learning rate** η says how far.

# %% [markdown] lang="ko"
# ## 4. 1958년: 가중치를 찾아내는 규칙
#
# 매컬러와 피츠는 가중치를 손으로 골랐습니다. 1958년 프랭크 로젠블랫(Frank Rosenblatt)은 기계가 가중치를 찾게 했습니다. 그의 **퍼셉트론**은 샘플을 하나씩 차례로 봅니다. 답이 맞으면 아무것도 바꾸지 않습니다. 1이어야 하는데 0이라고 하면 가중치에 입력을 더해 이 샘플의 합이 커지게 합니다. 0이어야 하는데 1이라고 하면 뺍니다. 한 줄로 쓰면 **w ← w + η · (정답 − 답) · x**이고, b는 언제나 1인 입력의 가중치로 보아 똑같이 바꿉니다. **학습률**(learning rate) η는 얼마나 바꿀지를 정합니다.

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
# Do the first round with a pencil: AND, starting from w = (0, 0), b = 0, η = 1. The samples (0, 0), (0, 1), (1, 0) have z = 0, which is not above 0, so the answer is 0 and right. (1, 1) has z = 0 too, the answer is 0, and that is wrong. **Predict** w and b after it, and whether the second round is free of mistakes.

# %% [markdown] lang="ko"
# 첫 바퀴를 연필로 해 봅시다. AND를 w = (0, 0), b = 0, η = 1에서 시작합니다. 샘플 (0, 0), (0, 1), (1, 0)은 z = 0이고 0보다 크지 않으므로 답은 0, 맞았습니다. (1, 1)도 z = 0이어서 답이 0인데, 이번에는 틀렸습니다. 그다음 w와 b는 얼마일까요? 둘째 바퀴에는 실수가 없을까요? **예상해 보세요**.

# %%
AND = np.array([0, 0, 0, 1])
for epoch, (mistakes, w, b) in enumerate(perceptron_rule(inputs, AND, np.zeros(2), 0.0, epochs=7), start=1):
    print(f"epoch {epoch}: {mistakes} mistakes, then w = {w}, b = {b:.0f}")

# %% [markdown] lang="en"
# One mistake, then three: adding (1, 1) made all sums positive, and the zeros had to be won back. It goes to and fro until, in epoch 6, nothing is wrong, and from then on nothing changes. An **epoch** is one round through all samples. Novikoff proved in 1962 that the rule always gets there, in finitely many corrections, **when there is a line to be found**.
#
# Below is this very run after 13 steps. A halo marks the sample of the last step; the arithmetic stands on the right. The small squares are the history: a row for each sample, a column for each epoch, red where the rule had to change something.

# %% [markdown] lang="ko"
# 실수가 하나였다가 셋이 되었습니다. (1, 1)을 더하자 합이 모두 양수가 되어, 0이어야 할 것들을 되찾아야 했기 때문입니다. 이렇게 오락가락하다가 6번째 에포크에는 틀린 것이 없고, 그 뒤로는 아무것도 바뀌지 않습니다. **에포크**(epoch)는 모든 샘플을 한 바퀴 도는 것입니다. 1962년 노비코프(Novikoff)는 **찾을 직선이 있기만 하면** 규칙이 유한한 번의 수정 끝에 반드시 찾아냄을 증명했습니다.
#
# 아래는 바로 이 과정의 13번째 스텝입니다. 마지막으로 본 샘플에 노란 테가 있고, 오른쪽에 그 계산이 있습니다. 작은 네모들은 지나온 길입니다. 행은 샘플, 열은 에포크이며, 규칙이 무언가를 바꾼 곳이 빨강입니다.

# %%
PerceptronExplorer(data="AND", w1=0.0, w2=0.0, bias=0.0, learning_rate=1.0, step=13)

# %% [markdown] lang="en"
# **Try this**
# 1. Set *step of the rule* to 0 and press *Next* again and again. Steps 1 to 3 change nothing; there is no line yet, since w is (0, 0). Step 4 is your pencil sum. After step 20 no red square is added.
# 2. Slide *learning rate η* to 0.5. All weights are halved, and not one square changes: from (0, 0) the learning rate only sets the scale. Now start from w₁ = −1: it matters.
# 3. Choose *cloud*: from (0, 0) five corrections in the first round are enough.
# 4. Press *Reset*, choose *XOR*, and press *Play*. From the third column on all four squares are red, for ever.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *규칙의 스텝*을 0으로 하고 *다음*을 거듭 눌러 보세요. 스텝 1~3은 아무것도 바꾸지 않습니다. w가 (0, 0)이라 아직 직선도 없습니다. 스텝 4가 연필로 한 그 계산입니다. 스텝 20 뒤로는 빨간 네모가 더 생기지 않습니다.
# 2. *학습률 η*를 0.5로 옮겨 보세요. 가중치는 모두 절반이 되지만 네모는 하나도 바뀌지 않습니다. (0, 0)에서 시작하면 학습률은 눈금만 정합니다. 이제 w₁ = −1에서 시작해 보세요. 그때는 달라집니다.
# 3. *cloud*를 골라 보세요. (0, 0)에서 시작하면 첫 바퀴에서 다섯 번 고치는 것으로 충분합니다.
# 4. *처음으로*를 누르고 *XOR*를 고른 다음 *재생*을 눌러 보세요. 셋째 열부터는 네모 네 개가 모두 빨강이고, 끝이 없습니다.

# %% [markdown] lang="en"
# ## 5. The lamp: no line will do
#
# Perhaps the rule only needs more time? A thousand epochs:

# %% [markdown] lang="ko"
# ## 5. 계단 등: 어떤 직선으로도 안 된다
#
# 시간을 더 주면 될까요? 천 에포크를 돌려 봅니다.

# %%
XOR = np.array([0, 1, 1, 0])
history = perceptron_rule(inputs, XOR, np.zeros(2), 0.0, epochs=1000)
for epoch in (1, 2, 3, 4, 1000):
    mistakes, w, b = history[epoch - 1]
    print(f"epoch {epoch:4}: {mistakes} mistakes, then w = {w}, b = {b:.0f}")

# %% [markdown] lang="en"
# Four mistakes in every round, and at its end the weights of its beginning: a circle. Perhaps another rule would do better? **Predict** how many of the four samples the best of 274,625 units gets right, w₁, w₂ and b each from −2 to 2 in steps of 1/16.

# %% [markdown] lang="ko"
# 바퀴마다 실수가 넷이고, 바퀴가 끝나면 시작할 때의 가중치로 돌아옵니다. 제자리를 도는 것입니다. 규칙이 나빠서일까요? w₁, w₂, b를 −2에서 2까지 1/16 간격으로 바꾸면 유닛이 274,625개 나옵니다. 그 가운데 가장 나은 것은 네 샘플 중 몇 개를 맞힐지 **예상해 보세요**.

# %%
steps = np.arange(-32, 33) / 16
w1, w2, b = np.meshgrid(steps, steps, steps)
answers = np.stack([w1 * x1 + w2 * x2 + b > 0 for x1, x2 in inputs], axis=-1)
for name, wanted in (("AND", AND), ("XOR", XOR)):
    right = (answers == wanted).sum(axis=-1)
    print(f"{name}: units with 0, 1, 2, 3, 4 right:", np.bincount(right.ravel(), minlength=5))

# %% [markdown] lang="en"
# Thousands of them do AND; none does XOR. And no finer grid will help, by an argument of four lines. XOR wants
#
# - (0, 0) → 0: b ≤ 0
# - (0, 1) → 1: w₂ + b > 0
# - (1, 0) → 1: w₁ + b > 0
# - (1, 1) → 0: w₁ + w₂ + b ≤ 0
#
# Add the two in the middle: w₁ + w₂ + 2b > 0. Add the first and the last: w₁ + w₂ + 2b ≤ 0. Both cannot be. Marvin Minsky and Seymour Papert published a whole book on what single units cannot do, in 1969. In a picture: the ones sit on one diagonal of a square, the zeros on the other, and no straight line parts the two diagonals.

# %% [markdown] lang="ko"
# AND를 하는 유닛은 수천 개지만 XOR를 하는 유닛은 하나도 없습니다. 격자를 더 촘촘히 해도 소용없다는 것을 네 줄로 보일 수 있습니다. XOR는 다음을 요구합니다.
#
# - (0, 0) → 0: b ≤ 0
# - (0, 1) → 1: w₂ + b > 0
# - (1, 0) → 1: w₁ + b > 0
# - (1, 1) → 0: w₁ + w₂ + b ≤ 0
#
# 가운데 둘을 더하면 w₁ + w₂ + 2b > 0입니다. 처음과 마지막을 더하면 w₁ + w₂ + 2b ≤ 0입니다. 둘 다 참일 수는 없습니다. 1969년 마빈 민스키(Marvin Minsky)와 시모어 패퍼트(Seymour Papert)는 유닛 하나로 할 수 없는 것을 다룬 책을 냈습니다. 그림으로 말하면, 1은 정사각형의 한 대각선 위에, 0은 다른 대각선 위에 있고, 두 대각선을 가르는 직선은 없습니다.

# %% [markdown] lang="en"
# ## 6. Two layers can
#
# *Exactly one of the two* is *at least one* **and** *not both*: OR and NAND, and then AND of the two. Each of the three is a unit. So: a **hidden layer** of two units, called hidden since neither input nor answer shows it, and an output unit on top. In place of the step we take the **sigmoid** σ(z) = 1 / (1 + e^−z), a soft step from 0 to 1. With weights of 20 it is nearly hard:
#
# h₁ = σ(20x₁ + 20x₂ − 10), h₂ = σ(−20x₁ − 20x₂ + 30), y = σ(20h₁ + 20h₂ − 30).
#
# **Predict** h₁, h₂ and y for (1, 1) before you run the cell.

# %% [markdown] lang="ko"
# ## 6. 두 층이면 된다
#
# *둘 가운데 정확히 하나*는 *적어도 하나*이면서 **그리고** *둘 다는 아님*입니다. 곧 OR와 NAND, 그리고 그 둘의 AND입니다. 셋 다 유닛 하나로 됩니다. 그러니 유닛 두 개짜리 **은닉층**(hidden layer)을 두고 그 위에 출력 유닛을 하나 얹습니다. 입력에서도 답에서도 보이지 않으므로 은닉층이라고 합니다. 계단 함수 대신 0에서 1로 부드럽게 올라가는 **시그모이드**(sigmoid) σ(z) = 1 / (1 + e^−z)를 씁니다. 가중치가 20이면 거의 계단입니다.
#
# h₁ = σ(20x₁ + 20x₂ − 10), h₂ = σ(−20x₁ − 20x₂ + 30), y = σ(20h₁ + 20h₂ − 30)
#
# 셀을 실행하기 전에 (1, 1)에서 h₁, h₂, y를 **예상해 보세요**.

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
# XOR, to within 0.00005. Read the middle columns: (0, 1) and (1, 0) have become the **same point** (1, 1). The hidden layer has folded the plane so that the samples which belong together lie together, and in the folded plane one line is enough.

# %% [markdown] lang="ko"
# 0.00005 안쪽으로 XOR입니다. 가운데 두 열을 보세요. (0, 1)과 (1, 0)이 **같은 점** (1, 1)이 되었습니다. 은닉층이 평면을 접어 같은 편 샘플을 한데 모았고, 접힌 평면에서는 직선 하나로 충분합니다.

# %%
PerceptronExplorer(mode="two layers", data="XOR", activation="sigmoid")

# %% [markdown] lang="en"
# On the left is the plane of the inputs with the lines of both hidden units; between them the answer is 1. On the right is what the output unit sees: h₁ and h₂, and its one line.
#
# **Try this**
# 1. Raise *h₁: b* from −10 to 10: the solid line moves down and left past (0, 0), and that sample now joins the ones, wrongly. On the right, see it jump to (1, 1).
# 2. Press *Reset*, then turn the output around: w₁ = w₂ = −20, b = 30 for *y*. Every answer is the opposite, all four wrong: this network computes "both or neither".
# 3. *Reset* again, then make all nine numbers ten times smaller. The lines stay where they were, but the answers melt to 0.36 and 0.48: the right form, too soft to decide. Size matters. It will again in section 10.

# %% [markdown] lang="ko"
# 왼쪽은 입력 평면과 두 은닉 유닛의 직선입니다. 그 사이에서 답이 1입니다. 오른쪽은 출력 유닛이 보는 것, 곧 h₁과 h₂, 그리고 직선 하나입니다.
#
# **해 보세요**
# 1. *h₁: b*를 −10에서 10으로 올려 보세요. 실선이 왼쪽 아래로 움직여 (0, 0)을 지나고, 그 샘플은 잘못하여 1 쪽에 듭니다. 오른쪽 그림에서는 (1, 1)로 뛰어갑니다.
# 2. *처음으로*를 누른 다음 출력을 뒤집어 보세요. *y*의 w₁ = w₂ = −20, b = 30입니다. 답이 모두 반대가 되어 네 개 다 틀립니다. 이 신경망은 "둘 다이거나 둘 다 아니거나"를 계산합니다.
# 3. *처음으로*를 누르고, 아홉 수를 모두 10분의 1로 줄여 보세요. 직선은 그 자리지만 답은 0.36과 0.48로 흐려집니다. 모양은 맞는데 너무 부드러워서 판단하지 못합니다. 크기가 중요합니다. 10절에서 다시 만납니다.

# %% [markdown] lang="en"
# Layers like these, one after the other, each fully connected to the next, make a **multilayer perceptron**, MLP. Its forward pass is one line, repeated. **Predict** how many numbers there are to learn in 784 inputs, a hidden layer of 512, 10 outputs: the network that will read digits.

# %% [markdown] lang="ko"
# 이렇게 완전 연결된 층을 차례로 이은 것이 **다층 퍼셉트론**(multilayer perceptron, MLP)입니다. 계산은 한 줄의 되풀이입니다. 입력 784개, 유닛 512개짜리 은닉층, 출력 10개인 신경망, 곧 손글씨 숫자를 읽을 신경망에서 배워야 할 수는 모두 몇 개일지 **예상해 보세요**.

# %%
def mlp(x, layers, f):
    for W, b in layers:
        x = f(x @ W + b)
    return x


print("XOR again:", mlp(inputs, [(W1, b1), (W2, b2)], sigmoid).ravel().round(3))
print(f"784-512-10: {784 * 512 + 512 + 512 * 10 + 10:,} numbers")

# %% [markdown] lang="en"
# 407,050. Nobody chooses these by hand. The perceptron rule cannot either: it needs to know what each unit **should** have said, and for hidden units nobody says it. The way out, chapter [04](04_backprop.ipynb), asks instead how the error changes when a weight changes a little. For the step the answer is: not at all, everywhere. Hence the soft step, and hence all that follows: **an activation is judged by its slope**.

# %% [markdown] lang="ko"
# 407,050개입니다. 손으로 고를 수는 없습니다. 퍼셉트론 규칙으로도 안 됩니다. 그 규칙은 유닛마다 무엇을 답했어야 **하는지** 알아야 하는데, 은닉 유닛의 정답은 아무도 알려 주지 않기 때문입니다. 길은 [04장](04_backprop.ipynb)에 있습니다. 가중치를 조금 바꾸면 오차가 얼마나 바뀌는지를 묻는 것입니다. 계단 함수라면 어디서나 "조금도 바뀌지 않는다"가 답입니다. 그래서 부드러운 계단을 쓰고, 그래서 지금부터 할 이야기가 중요합니다. **활성화 함수는 기울기로 평가합니다.**

# %% [markdown] lang="en"
# ## 7. Bent on purpose: ten activations
#
# Chapter 02 showed that layers without activations collapse into one. Any bend prevents that; which bend is a matter of slopes. Here are ten, as formulas. GELU needs the error function, which Python has as `math.erf`.

# %% [markdown] lang="ko"
# ## 7. 일부러 구부리기: 활성화 함수 열 가지
#
# 활성화 함수가 없으면 층들이 하나로 무너진다는 것을 02장에서 보았습니다. 어떻게든 구부러지기만 하면 무너지지 않습니다. 어떻게 구부릴지는 기울기의 문제입니다. 열 가지를 식으로 적습니다. GELU에는 오차 함수가 필요하며, 파이썬의 `math.erf`를 씁니다.

# %%
erf = np.vectorize(math.erf)
FUNCTIONS = {
    "step": lambda z: np.where(z > 0, 1.0, 0.0),
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
    "leaky_relu": lambda z: np.where(z > 0, z, 0.2 * z),
    "elu": lambda z: np.where(z > 0, z, np.exp(z) - 1),
    "softplus": lambda z: np.log(1 + np.exp(z)),
    "selu": lambda z: 1.0507 * np.where(z > 0, z, 1.6733 * (np.exp(z) - 1)),
    "gelu": lambda z: z * (1 + erf(z / np.sqrt(2))) / 2,
    "silu": lambda z: z * sigmoid(z),
}

# %% [markdown] lang="en"
# Their derivatives, the slope at every z:

# %% [markdown] lang="ko"
# 그 도함수, 곧 z마다의 기울기입니다.

# %%
DERIVATIVES = {
    "step": lambda z: 0.0 * z,
    "sigmoid": lambda z: sigmoid(z) * (1 - sigmoid(z)),
    "tanh": lambda z: 1 - np.tanh(z) ** 2,
    "relu": lambda z: np.where(z > 0, 1.0, 0.0),
    "leaky_relu": lambda z: np.where(z > 0, 1.0, 0.2),
    "elu": lambda z: np.where(z > 0, 1.0, np.exp(z)),
    "softplus": sigmoid,
    "selu": lambda z: 1.0507 * np.where(z > 0, 1.0, 1.6733 * np.exp(z)),
    "gelu": lambda z: (1 + erf(z / np.sqrt(2))) / 2 + z * np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi),
    "silu": lambda z: sigmoid(z) * (1 + z * (1 - sigmoid(z))),
}

# %% [markdown] lang="en"
# Formulas are easily copied wrong, so do not trust these either. A slope can be measured: go a little to the right, a little to the left, and divide the difference of heights by the distance.

# %% [markdown] lang="ko"
# 식은 베끼다가 틀리기 쉬우니 이것도 그대로 믿지 마세요. 기울기는 잴 수 있습니다. 조금 오른쪽과 조금 왼쪽의 높이 차이를 거리로 나누면 됩니다.

# %%
z = np.linspace(-6, 6, 1200)  # 0 itself is not among them: some have a corner there
for name, f in FUNCTIONS.items():
    measured_slope = (f(z + 1e-5) - f(z - 1e-5)) / 2e-5
    print(f"{name:10} slope as the formula says: {np.allclose(measured_slope, DERIVATIVES[name](z), atol=1e-6)}")

# %% [markdown] lang="en"
# All ten agree. Here they are, f as a full line and its slope f′ dashed:

# %% [markdown] lang="ko"
# 열 가지가 모두 맞습니다. 그림으로 그립니다. 실선이 f, 파선이 그 기울기 f′입니다.

# %%
with style():
    fig, axes = plt.subplots(2, 5, figsize=(9, 4), sharex=True, sharey=True)
    for ax, (name, f) in zip(axes.flat, FUNCTIONS.items(), strict=True):
        ax.plot(z, f(z))
        ax.plot(z, DERIVATIVES[name](z))
        ax.set(title=name, xlim=(-4, 4), ylim=(-1.9, 3), xlabel="z", xticks=(-3, 0, 3), yticks=(-1, 0, 1, 2))
        ax.label_outer()

# %% [markdown] lang="en"
# The step has no slope anywhere; sigmoid and tanh have a hill of slope in the middle, the sigmoid's only a quarter as high; all others go up on the right for ever with a slope near 1, and differ on the left.
#
# Now their values. **Predict** three entries first: the largest slope of the sigmoid, its slope at z = 5, and the slope of ReLU at z = −1.

# %% [markdown] lang="ko"
# 계단 함수에는 기울기가 어디에도 없습니다. sigmoid와 tanh의 기울기는 가운데가 솟은 언덕인데, sigmoid의 언덕은 높이가 4분의 1밖에 안 됩니다. 나머지는 모두 오른쪽에서 기울기 1쯤으로 끝없이 올라가고, 왼쪽이 서로 다릅니다.
#
# 이제 값을 봅니다. 세 칸을 먼저 **예상해 보세요**. 시그모이드의 가장 큰 기울기, z = 5에서의 기울기, 그리고 z = −1에서 ReLU의 기울기입니다.

# %%
places, wide = np.array([-5.0, -1.0, 1.0, 5.0]), np.linspace(-20, 20, 4000)
row = "{:10}" + 8 * "{:>8}" + 2 * "{:>10}"
print(row.format("", *(f"{f}({at:.0f})" for f in ("f", "f′") for at in places), "lowest f", "steepest"))
for name, f in FUNCTIONS.items():
    df = DERIVATIVES[name]
    numbers = np.array([*f(places), *df(places), f(wide).min(), df(wide).max()]).round(2) + 0.0
    print(row.format(name, *(f"{number:.2f}" for number in numbers)))

# %% [markdown] lang="en"
# | name | f(z) | f′(z) | range | saturates or dies |
# |---|---|---|---|---|
# | step | 1 if z > 0, else 0 | 0 | 0 or 1 | dead everywhere: no slope |
# | sigmoid σ | 1 / (1 + e^−z) | σ(1 − σ), at most 0.25 | (0, 1) | saturates on both sides |
# | tanh | (e^z − e^−z) / (e^z + e^−z) | 1 − tanh², at most 1 | (−1, 1) | saturates on both sides |
# | ReLU | max(z, 0) | 1 if z > 0, else 0 | [0, ∞) | dies where z ≤ 0 |
# | leaky ReLU | z if z > 0, else 0.2z | 1 or 0.2 | (−∞, ∞) | never |
# | ELU | z if z > 0, else e^z − 1 | 1 or e^z | (−1, ∞) | saturates far left |
# | maxout | largest of several sums | 1 for the largest, else 0 | depends | never all pieces at once |
# | softplus | ln(1 + e^z) | σ(z) | (0, ∞) | saturates far left |
# | SELU | 1.0507 · (z, or 1.6733(e^z − 1)) | 1.0507 · (1, or 1.6733 e^z) | (−1.76, ∞) | saturates far left |
# | GELU | z · Φ(z) | Φ(z) + zφ(z) | [−0.17, ∞) | saturates far left |
# | SiLU (swish) | z · σ(z) | σ(1 + z(1 − σ)) | [−0.28, ∞) | saturates far left |
#
# Φ is the normal distribution function and φ its density. 0.2 and 1 are the defaults of Keras 3 for leaky ReLU and ELU; others use 0.01 for the leak. GELU and SiLU have a dip: coming from the left they first go **down**, to −0.17 and −0.28, and in the dip's left half their slope is negative.
#
# **Maxout** is not a function of one z. Each unit has several weighted sums and passes on the largest, so it learns its own bend. **Predict** which two well-known functions these are, one row a sample:

# %% [markdown] lang="ko"
# | 이름 | f(z) | f′(z) | 범위 | 포화되거나 죽는 곳 |
# |---|---|---|---|---|
# | step(계단) | z > 0이면 1, 아니면 0 | 0 | 0 또는 1 | 어디서나 죽음: 기울기가 없음 |
# | sigmoid σ | 1 / (1 + e^−z) | σ(1 − σ), 최대 0.25 | (0, 1) | 양쪽에서 포화 |
# | tanh | (e^z − e^−z) / (e^z + e^−z) | 1 − tanh², 최대 1 | (−1, 1) | 양쪽에서 포화 |
# | ReLU | max(z, 0) | z > 0이면 1, 아니면 0 | [0, ∞) | z ≤ 0에서 죽음 |
# | leaky ReLU | z > 0이면 z, 아니면 0.2z | 1 또는 0.2 | (−∞, ∞) | 없음 |
# | ELU | z > 0이면 z, 아니면 e^z − 1 | 1 또는 e^z | (−1, ∞) | 먼 왼쪽에서 포화 |
# | maxout | 여러 합 가운데 가장 큰 것 | 가장 큰 것에 1, 나머지에 0 | 때에 따라 다름 | 모든 조각이 한꺼번에 죽지는 않음 |
# | softplus | ln(1 + e^z) | σ(z) | (0, ∞) | 먼 왼쪽에서 포화 |
# | SELU | 1.0507 · (z, 또는 1.6733(e^z − 1)) | 1.0507 · (1, 또는 1.6733 e^z) | (−1.76, ∞) | 먼 왼쪽에서 포화 |
# | GELU | z · Φ(z) | Φ(z) + zφ(z) | [−0.17, ∞) | 먼 왼쪽에서 포화 |
# | SiLU(swish) | z · σ(z) | σ(1 + z(1 − σ)) | [−0.28, ∞) | 먼 왼쪽에서 포화 |
#
# Φ는 정규 분포 함수, φ는 그 밀도입니다. 0.2와 1은 leaky ReLU와 ELU의 Keras 3 기본값이고, 0.01을 쓰는 곳도 있습니다. GELU와 SiLU에는 움푹한 곳이 있습니다. 왼쪽에서 오면 먼저 −0.17과 −0.28까지 **내려가며**, 그 왼쪽 비탈에서는 기울기가 음수입니다.
#
# **Maxout**은 z 하나의 함수가 아닙니다. 유닛마다 가중합이 여럿이고 그 가운데 가장 큰 것을 내보냅니다. 그래서 구부리는 모양까지 배웁니다. 아래의 둘이 어떤 잘 알려진 함수인지 **예상해 보세요**. 행 하나가 샘플 하나입니다.

# %%
def maxout(z):
    return z.max(axis=-1)


points = np.array([-2.0, -1.0, 1.0, 2.0])
print("pieces z and 0: ", maxout(np.stack([points, np.zeros(4)], axis=-1)))
print("pieces z and −z:", maxout(np.stack([points, -points], axis=-1)))

# %% [markdown] lang="en"
# ReLU, and the absolute value |z|: both are maxout units with two pieces.
#
# ### See it: ActivationExplorer
#
# Up to four activations on the left, their slopes on the right, and one input z that you move. Look at the tangent on the left while you watch its slope on the right.

# %% [markdown] lang="ko"
# ReLU, 그리고 절댓값 |z|입니다. 둘 다 조각이 두 개인 maxout 유닛입니다.
#
# ### 눈으로 보기: ActivationExplorer
#
# 왼쪽에는 활성화 함수가 넷까지, 오른쪽에는 그 기울기가 있고, 입력 z를 움직일 수 있습니다. 왼쪽의 접선을 보면서 오른쪽의 기울기를 확인하세요.

# %%
ActivationExplorer(activations=("sigmoid", "tanh", "relu"), z=-2.5)

# %% [markdown] lang="en"
# **Try this**
# 1. Slide z from −2.5 to 5. tanh is saturated at both ends, sigmoid at z = 5 (slope 0.007); ReLU is dead on the left and has slope 1 on all of the right.
# 2. At z = 0 read the three slopes: 0.25, 1 and, where ReLU has its corner, 0 by agreement. Keep the 0.25 in mind for section 12.
# 3. Choose relu, leaky_relu, elu and gelu, with z = −1. Slopes 0, 0.2, 0.368 and −0.083: three ways to stay alive on the left.
# 4. Choose *maxout* alone and slide its two weights to −1 and 1. That is |z|.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. z를 −2.5에서 5까지 움직여 보세요. tanh는 양 끝에서, sigmoid는 z = 5에서(기울기 0.007) 포화됩니다. ReLU는 왼쪽에서 죽어 있고 오른쪽에서는 어디서나 기울기가 1입니다.
# 2. z = 0에서 세 기울기를 읽어 보세요. 0.25, 1, 그리고 ReLU의 꺾인 점에서는 약속으로 0입니다. 0.25를 12절까지 기억해 두세요.
# 3. relu, leaky_relu, elu, gelu를 고르고 z = −1로 해 보세요. 기울기는 0, 0.2, 0.368, −0.083입니다. 왼쪽에서 살아남는 세 가지 방법입니다.
# 4. *maxout*만 고르고 두 가중치를 −1과 1로 옮겨 보세요. |z|입니다.

# %% [markdown] lang="en"
# ## 8. Saturated, dead
#
# What does a small slope do? In training, the signal that says how to change a weight is multiplied by f′(z) at every layer it crosses on its way back. Ten sigmoid layers multiply it by ten numbers of at most 0.25. **Predict** what is left at best, and what is left when each z is 2.

# %% [markdown] lang="ko"
# ## 8. 포화, 그리고 죽음
#
# 기울기가 작으면 어떻게 될까요? 훈련할 때 가중치를 어떻게 바꾸라고 알려 주는 신호는 거꾸로 돌아오면서 층을 지날 때마다 f′(z)가 곱해집니다. 시그모이드 층이 열 개면 0.25 이하인 수 열 개가 곱해집니다. 가장 좋을 때 얼마가 남을지, z가 모두 2일 때는 얼마가 남을지 **예상해 보세요**.

# %%
for at in (0.0, 2.0, 5.0):
    slope = DERIVATIVES["sigmoid"](np.array(at))
    print(f"z = {at}: slope {slope:.4f}, over ten layers {slope**10:.0e}")

# %% [markdown] lang="en"
# A millionth at best. This is the **vanishing gradient**, and the main reason why hidden layers of sigmoids have gone out of use. The weights multiply along, which can help or hurt; that is section 11.
#
# ReLU has slope 1 on the right and so passes the signal on undiminished. Its danger is the left. A unit whose z is below 0 **for every sample** gets no signal at all, so its weights never change again: a **dead unit**. A large negative bias is enough, or one step too far in training.

# %% [markdown] lang="ko"
# 가장 좋아도 백만분의 1입니다. 이것이 **그레이디언트 소실**(vanishing gradient)이며, 은닉층에 시그모이드를 잘 쓰지 않게 된 주된 까닭입니다. 가중치도 함께 곱해지므로 더 좋아지거나 더 나빠질 수 있는데, 그 이야기는 11절에서 합니다.
#
# ReLU는 오른쪽에서 기울기가 1이므로 신호를 줄이지 않고 그대로 넘깁니다. 위험은 왼쪽에 있습니다. **모든 샘플에서** z가 0보다 작은 유닛은 신호를 전혀 받지 못하고, 그래서 가중치가 다시는 바뀌지 않습니다. **죽은 유닛**(dead unit)입니다. 편향이 크게 음수이기만 해도, 훈련 중 한 번 너무 멀리 가기만 해도 그렇게 됩니다.

# %%
rng = np.random.default_rng(0)
samples, weights = rng.standard_normal((1000, 20)), rng.standard_normal((20, 50))
for bias in (0, -10, -20):
    alive = samples @ weights + bias > 0
    print(f"bias {bias:3}: on for {alive.mean():6.2%} of all, dead units: {(~alive.any(axis=0)).sum()} of 50")

# %% [markdown] lang="en"
# With bias 0 every unit is on for about half of the samples; with −10 three are dead, with −20 all fifty. Leaky ReLU, ELU, SELU, GELU and SiLU keep some slope on the left, so that a unit can come back.
#
# ## 9. Which one where
#
# | where | activation | since |
# |---|---|---|
# | hidden layers | ReLU first; GELU, SiLU, leaky ReLU, ELU as alternatives | slope 1 for half of all inputs, cheap |
# | hidden layers without other help for depth | SELU with its own first weights (LeCun) | made to keep mean 0 and variance 1 |
# | output: yes or no, one probability | sigmoid | between 0 and 1 |
# | output: one of several classes | softmax | probabilities that add up to 1 |
# | output: a number (regression) | none | must reach every value |
#
# Hidden layers and output answer different questions: inside, slopes count; at the end, the **range** must fit what is asked. Three scores through three ends:

# %% [markdown] lang="ko"
# 편향이 0이면 유닛마다 샘플의 절반쯤에서 켜집니다. −10이면 셋이 죽고, −20이면 쉰 개가 모두 죽습니다. leaky ReLU, ELU, SELU, GELU, SiLU는 왼쪽에도 기울기를 조금 남겨 두어 유닛이 되살아날 수 있습니다.
#
# ## 9. 어디에 무엇을 쓸까
#
# | 자리 | 활성화 함수 | 까닭 |
# |---|---|---|
# | 은닉층 | 먼저 ReLU, 대안으로 GELU, SiLU, leaky ReLU, ELU | 입력의 절반에서 기울기가 1이고 계산이 쌈 |
# | 깊이를 돕는 다른 장치가 없는 은닉층 | SELU와 그에 맞는 첫 가중치(LeCun) | 평균 0, 분산 1을 유지하도록 만들어짐 |
# | 출력: 예/아니요, 확률 하나 | sigmoid | 0과 1 사이 |
# | 출력: 여러 클래스 가운데 하나 | softmax | 더해서 1이 되는 확률들 |
# | 출력: 수(회귀) | 없음 | 어떤 값이든 낼 수 있어야 함 |
#
# 은닉층과 출력은 묻는 것이 다릅니다. 안에서는 기울기가, 끝에서는 **범위**가 중요합니다. 점수 세 개를 세 가지 끝에 통과시켜 봅니다.

# %%
scores = np.array([2.0, 1.0, 0.1])
softmax = np.exp(scores) / np.exp(scores).sum()
print("none:   ", scores, " any number")
print("sigmoid:", sigmoid(scores).round(3), " each between 0 and 1, sum", sigmoid(scores).sum().round(3))
print("softmax:", softmax.round(3), " sum", softmax.sum().round(3))

# %% [markdown] lang="en"
# Sigmoid answers three separate questions, softmax one question with three answers. Chapter [06](06_softmax_losses.ipynb) is about the latter.
#
# ## 10. The first weights
#
# Before training weights must be something. All zero? **Predict** what four hidden units with the same weights will have learned after a thousand epochs.

# %% [markdown] lang="ko"
# sigmoid는 따로따로인 세 질문에 답하고, softmax는 답이 셋인 한 질문에 답합니다. [06장](06_softmax_losses.ipynb)이 softmax를 다룹니다.
#
# ## 10. 첫 가중치
#
# 훈련을 시작하기 전에도 가중치는 어떤 값이어야 합니다. 모두 0이면 될까요? 가중치가 똑같은 은닉 유닛 네 개는 천 에포크 뒤에 무엇을 배웠을지 **예상해 보세요**.

# %%
same = np.full((2, 4), 0.5)
different = np.random.default_rng(0).normal(size=(2, 4))
print("same weights:     ", np.tanh(inputs @ same)[2].round(3))
print("different weights:", np.tanh(inputs @ different)[2].round(3))

# %% [markdown] lang="en"
# The same thing, four times. Units that start equal answer equally, are corrected equally, and stay equal: four units do the work of one. So weights start **random** (biases may start at 0). How large? A sum of m products grows with m:

# %% [markdown] lang="ko"
# 똑같은 것을 네 번 배웁니다. 똑같이 시작한 유닛은 똑같이 답하고, 똑같이 고쳐지고, 언제까지나 똑같습니다. 유닛 넷이 하나 몫밖에 못 합니다. 그래서 가중치는 **무작위**로 시작합니다(편향은 0이어도 됩니다). 크기는 얼마여야 할까요? 곱 m개를 더한 합은 m이 클수록 커집니다.

# %%
rng = np.random.default_rng(0)
for m in (10, 100, 1000):
    sums = rng.standard_normal((1000, m)) @ rng.standard_normal((m, 100))
    print(f"{m:4} inputs, weights of std 1: sums of std {sums.std():.1f}   √{m} = {np.sqrt(m):.1f}")

# %% [markdown] lang="en"
# Inputs around 0 with standard deviation 1 and weights of standard deviation σ give sums of standard deviation √m · σ, where m is the **fan-in**, the number of inputs. To keep the size, σ = 1/√m. On the way back the same holds with the **fan-out** n, the number of units. Glorot and Bengio (2010) took the middle of the two, for tanh, whose slope near 0 is 1. He and others (2015) noticed that ReLU throws half of the signal away, and doubled the variance, which is σ times √2 (they count the fan-in alone).
#
# | | normal N(0, σ²) | uniform U(−r, r) |
# |---|---|---|
# | Glorot, for tanh | σ = √(2 / (m + n)) | r = √(6 / (m + n)) |
# | He, for ReLU | σ = √(2 / m) | r = √(6 / m) |
#
# Why 2 and 6? U(−r, r) has standard deviation r/√3, so r = √3 · σ: the two columns are equally wide. When m = n, Glorot's σ is 1/√m and He's √2/√m. **Predict** σ for m = 300, n = 100.

# %% [markdown] lang="ko"
# 평균이 0, 표준편차가 1인 입력과 표준편차가 σ인 가중치를 곱해 더하면 표준편차가 √m · σ입니다. 여기서 m은 입력의 수, 곧 **팬인**입니다. 크기를 지키려면 σ = 1/√m이어야 합니다. 거꾸로 돌아오는 길에는 유닛의 수 n, 곧 **팬아웃**으로 같은 말을 할 수 있습니다. 글로럿과 벤지오(Glorot, Bengio, 2010)는 0 근처의 기울기가 1인 tanh에 대해 그 둘의 가운데를 택했습니다. 허카이밍 등(He 외, 2015)은 ReLU가 신호의 절반을 버린다는 점을 들어 분산을 두 배, 곧 σ를 √2배로 했습니다(팬인만 셉니다).
#
# | | 정규 분포 N(0, σ²) | 균등 분포 U(−r, r) |
# |---|---|---|
# | Glorot, tanh용 | σ = √(2 / (m + n)) | r = √(6 / (m + n)) |
# | He, ReLU용 | σ = √(2 / m) | r = √(6 / m) |
#
# 왜 2와 6일까요? U(−r, r)의 표준편차는 r/√3이므로 r = √3 · σ입니다. 두 열의 퍼진 정도는 같습니다. m = n이면 Glorot의 σ는 1/√m, He의 σ는 √2/√m입니다. m = 300, n = 100일 때 σ를 **예상해 보세요**.

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
# The formulas promise √(2/400) = 0.0707 and √(2/300) = 0.0816; what was drawn is within one percent of it, uniform and normal alike. Keras's defaults are Glorot's uniform weights and biases of 0, whatever the activation.
#
# ## 11. Ten layers deep
#
# Formulas promise; let us measure. 500 samples of 200 numbers with standard deviation 1 go through ten layers of 200 units. After each layer we note two things: the **size** of the activations (their standard deviation), and the **difference**: a twin of each sample, moved by a hair, goes along, and we note how many times further apart the two are than at the start. Near 1, neighbours stay neighbours and can be told apart. Near 0, the layer has made everything the same. Far above 1, it blows up every hair. The gradient of chapter 04 crosses the same slopes and weights on its way back, so it grows and shrinks likewise.

# %% [markdown] lang="ko"
# 식이 약속한 값은 √(2/400) = 0.0707과 √(2/300) = 0.0816이고, 뽑은 가중치는 균등 분포든 정규 분포든 1퍼센트 안쪽에서 들어맞습니다. Keras의 기본값은 활성화 함수와 상관없이 Glorot 균등 분포이고 편향은 0입니다.
#
# ## 11. 열 층 깊이
#
# 식은 약속일 뿐이니 재어 봅시다. 표준편차가 1인 수 200개짜리 샘플 500개를 유닛 200개짜리 층 열 개에 통과시킵니다. 층마다 두 가지를 적습니다. 하나는 활성값의 **크기**(표준편차)입니다. 또 하나는 **차이**입니다. 샘플마다 머리카락만큼 옮겨 놓은 쌍둥이를 함께 보내고, 둘의 사이가 처음의 몇 배가 되었는지 적습니다. 1에 가까우면 이웃은 이웃으로 남고 구별할 수 있습니다. 0에 가까우면 층이 모든 것을 똑같이 만든 것입니다. 1보다 훨씬 크면 머리카락만 한 차이까지 부풀린 것입니다. 04장의 그레이디언트(gradient)도 돌아오는 길에 같은 기울기와 같은 가중치를 지나므로 똑같이 커지고 작아집니다.

# %%
def push(f, initial, depth=10, width=200):
    rng = np.random.default_rng(0)
    h = rng.standard_normal((500, width))
    twin = h + 1e-6 * rng.standard_normal(h.shape)
    rows = []
    for _ in range(depth):
        weights = initial(rng, width, width)
        h, twin = f(h @ weights), f(twin @ weights)
        rows.append((h.std(), (twin - h).std() / 1e-6))
    return np.array(rows)[[0, 1, 4, 9]]


def show(name, rows):
    size, difference = (" ".join(f"{value:7.2g}" for value in column) for column in rows.T)
    print(f"{name:24} size {size}   difference {difference}")

# %% [markdown] lang="en"
# First with tanh, and weights of standard deviation 0.01, of 1, and Glorot's. Numbers are for layers 1, 2, 5 and 10. **Predict** the first: each layer multiplies by about √200 · 0.01 = 0.14.

# %% [markdown] lang="ko"
# 먼저 tanh입니다. 가중치의 표준편차를 0.01, 1, 그리고 Glorot로 합니다. 출력되는 수는 층 1, 2, 5, 10의 것입니다. 첫 줄을 **예상해 보세요**. 층마다 √200 · 0.01 = 0.14쯤 곱해집니다.

# %%
tanh, relu = FUNCTIONS["tanh"], FUNCTIONS["relu"]
show("tanh, std 0.01", push(tanh, lambda rng, m, n: 0.01 * rng.standard_normal((m, n))))
show("tanh, std 1", push(tanh, lambda rng, m, n: rng.standard_normal((m, n))))
show("tanh, Glorot", push(tanh, INITIALIZERS["glorot_uniform"]))

# %% [markdown] lang="en"
# With 0.01 the signal is gone, 0.0000000031 of it is left. With 1 nearly all units sit at −1 or 1, saturated, and a hair has become 24,000 hairs: chaos. With Glorot's weights size and difference shrink slowly, to about a quarter after ten layers.
#
# ReLU throws half away. **Predict** what ten layers of it make of Glorot's weights: variance halves ten times, so standard deviation falls by √(1/2)¹⁰ = 1/32.

# %% [markdown] lang="ko"
# 0.01이면 신호가 사라져 0.0000000031밖에 남지 않습니다. 1이면 거의 모든 유닛이 −1이나 1에서 포화되고, 머리카락 하나가 24,000가닥이 됩니다. 혼돈입니다. Glorot이면 크기도 차이도 천천히 줄어, 열 층 뒤에 4분의 1쯤 남습니다.
#
# ReLU는 절반을 버립니다. Glorot 가중치로 ReLU 열 층을 지나면 어떻게 될지 **예상해 보세요**. 분산이 열 번 반으로 줄면 표준편차는 √(1/2)¹⁰ = 1/32이 됩니다.

# %%
show("ReLU, Glorot", push(relu, INITIALIZERS["glorot_uniform"]))
show("ReLU, He", push(relu, INITIALIZERS["he_uniform"]))

# %% [markdown] lang="en"
# 0.033 is about 1/30, and 0.026 is not far off; with He's √2 both stay near 1. That is all that the √2 is for.
#
# ### See it: SignalExplorer
#
# The same experiment, layer by layer: above, how the activations are spread, with numbers under each layer; below, the gradient, which runs from right to left. Red marks where the activation is flat. *between inputs* is how much one unit's answers differ from input to input.

# %% [markdown] lang="ko"
# 0.033은 1/30쯤이고 0.026도 크게 다르지 않습니다. He의 √2를 곱하면 둘 다 1 근처에 머뭅니다. √2는 오로지 이것을 위해 있습니다.
#
# ### 눈으로 보기: SignalExplorer
#
# 같은 실험을 층마다 봅니다. 위는 활성값이 퍼진 모양이고 층마다 아래에 숫자가 있습니다. 아래는 오른쪽에서 왼쪽으로 가는 그레이디언트입니다. 활성화 함수가 평평한 곳은 빨강입니다. *between inputs*는 유닛 하나의 답이 입력에 따라 얼마나 다른지를 나타냅니다.

# %%
SignalExplorer(activation="relu", initializer="glorot_uniform")

# %% [markdown] lang="en"
# **Try this**
# 1. Choose the initialiser *he_uniform*: all ten histograms become equally wide, above and below.
# 2. Choose *tanh* with *standard_normal*: two red towers at −1 and 1, and a gradient that explodes from right to left. Then *small_normal*: nothing left.
# 3. Choose *step*: the signal arrives, the gradient is 0 everywhere. That is why nobody trains step units this way.
# 4. Back to relu and he_normal, depth 20. Now lower *width* to 10: with few units the size is a matter of luck. Move *seed*.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 초기화 방법을 *he_uniform*으로 바꿔 보세요. 위아래 히스토그램 열 개의 너비가 모두 같아집니다.
# 2. *tanh*와 *standard_normal*을 골라 보세요. −1과 1에 빨간 탑이 서고, 그레이디언트는 오른쪽에서 왼쪽으로 가며 폭발합니다. 다음은 *small_normal*입니다. 아무것도 남지 않습니다.
# 3. *step*을 골라 보세요. 신호는 도착하지만 그레이디언트는 어디서나 0입니다. 계단 함수 유닛을 이렇게 훈련하지 않는 까닭입니다.
# 4. 다시 relu와 he_normal, 깊이 20으로 해 보세요. 이제 *너비*를 10으로 낮추면, 유닛이 적어 크기가 운에 달려 있습니다. *시드*를 움직여 보세요.

# %% [markdown] lang="en"
# ## 12. Whose factor is 4?
#
# A table that is copied from course to course lists three activations: sigmoid with r = √(6/(m + n)), **tanh with four times that**, ReLU with √2 times. Elsewhere the 4 stands with the sigmoid. Both cannot be right. Think first: the slope of tanh at 0 is 1, that of the sigmoid 0.25 (section 7). **Predict** who needs the 4. Then measure, all four.

# %% [markdown] lang="ko"
# ## 12. 4배는 누구의 것인가
#
# 강의에서 강의로 베껴지는 표가 하나 있습니다. sigmoid는 r = √(6/(m + n)), **tanh는 그 네 배**, ReLU는 √2배라고 적힌 표입니다. 4가 sigmoid 쪽에 적힌 곳도 있습니다. 둘 다 옳을 수는 없습니다. 먼저 생각해 봅시다. 0에서 tanh의 기울기는 1, sigmoid의 기울기는 0.25입니다(7절). 4가 필요한 것은 누구일지 **예상해 보세요**. 그런 다음 넷을 모두 재어 봅시다.

# %%
glorot = INITIALIZERS["glorot_uniform"]


def four_times(rng, m, n):
    return 4 * glorot(rng, m, n)


for name, f in (("tanh", tanh), ("sigmoid", sigmoid)):
    show(f"{name}, Glorot", push(f, glorot))
    show(f"{name}, 4 × Glorot", push(f, four_times))

# %% [markdown] lang="en"
# - **tanh** without the 4: differences shrink to 0.28. With it: 72 times too large after ten layers, and the units sit in saturation (size 0.88 of at most 1). The 4 does harm.
# - **sigmoid** without the 4: 0.00000051. Each layer multiplies differences by about a quarter, its slope. With the 4: 0.0084, sixteen thousand times more. The 4 is the sigmoid's, there to undo its 0.25.
#
# So the table has its rows swapped. And why does the sigmoid's size look harmless, 0.12, while its differences vanish? Since its units answer about 0.5 whatever comes in: the spread is between units, no longer between samples. A size alone does not tell that a signal lives.
#
# 0.0084 is still little. The answers around 0.5 add up to a large sum that is the same for every sample and pushes the next layer into saturation. Take the 0.5 away and see:

# %% [markdown] lang="ko"
# - **tanh**에 4를 곱하지 않으면 차이가 0.28로 줄어듭니다. 곱하면 열 층 뒤에 72배로 커지고, 유닛은 포화됩니다(최대 1인데 크기가 0.88). 4는 해롭습니다.
# - **sigmoid**에 4를 곱하지 않으면 0.00000051입니다. 층마다 차이에 그 기울기인 4분의 1쯤이 곱해집니다. 곱하면 0.0084로, 만 육천 배입니다. 4는 0.25를 되돌리려고 있는 sigmoid의 것입니다.
#
# 그러니 그 표는 행이 뒤바뀐 것입니다. 그런데 sigmoid는 차이가 사라지는데도 크기는 0.12로 멀쩡해 보입니다. 왜 그럴까요? 무엇이 들어오든 유닛이 0.5쯤을 답하기 때문입니다. 퍼진 것은 유닛 사이의 차이이지 샘플 사이의 차이가 아닙니다. 크기만 보아서는 신호가 살아 있는지 알 수 없습니다.
#
# 0.0084도 아직 작습니다. 0.5 근처의 답들이 더해져 모든 샘플에 똑같은 큰 합이 되고, 그것이 다음 층을 포화로 밀어 넣습니다. 0.5를 빼면 어떻게 될까요?

# %%
show("sigmoid − ½, 4 × Glorot", push(lambda z: sigmoid(z) - 0.5, four_times))
gap = np.abs(np.tanh(z) - (2 * sigmoid(2 * z) - 1)).max()
print("tanh(z) = 2 sigmoid(2z) − 1:", gap < 1e-12)

# %% [markdown] lang="en"
# 0.17: almost as good as tanh. No wonder, since tanh **is** a sigmoid, stretched and moved so that 0 stays 0. For hidden layers this is the case for tanh against the sigmoid, and a second reason beside the slope.
#
# ## 13. The lamp again
#
# Now all of it together. A hidden layer of 100 units with **untrained**, random weights, and on top the perceptron rule of section 4, exactly as it was. **Predict**: without an activation, can the rule learn the lamp? With ReLU?

# %% [markdown] lang="ko"
# 0.17로 tanh와 거의 비슷합니다. 당연합니다. tanh는 0이 0으로 남도록 늘이고 옮긴 시그모이드**이기** 때문입니다. 은닉층에서 sigmoid보다 tanh가 나은, 기울기에 이은 두 번째 까닭입니다.
#
# ## 13. 다시 계단 등
#
# 이제 모두 모읍니다. **훈련하지 않은** 무작위 가중치로 유닛 100개짜리 은닉층을 만들고, 그 위에 4절의 퍼셉트론 규칙을 그대로 얹습니다. **예상해 보세요**. 활성화 함수 없이 규칙이 계단 등을 배울 수 있을까요? ReLU가 있으면요?

# %%
def learns_the_lamp(f, initial, depth):
    rng, h = np.random.default_rng(0), inputs
    for _ in range(depth):
        h = f(h @ initial(rng, h.shape[1], 100))
    history = perceptron_rule(h, XOR, np.zeros(100), 0.0, epochs=1000)
    free = [epoch for epoch, (mistakes, _, _) in enumerate(history, start=1) if mistakes == 0]
    return f"settles in epoch {free[0]}" if free else "not in 1,000 epochs"


he = INITIALIZERS["he_normal"]
print("1 layer, no activation:", learns_the_lamp(lambda z: z, he, depth=1))
print("1 layer, ReLU:         ", learns_the_lamp(relu, he, depth=1))

# %% [markdown] lang="en"
# The rule that failed for a thousand epochs needs eight, behind a layer that bends. The weights of that layer were drawn by chance: it is the **bend** that does it. Now stack ten such layers. **Predict** which of these still pass the two switches on to the top.

# %% [markdown] lang="ko"
# 천 에포크 동안 실패하던 규칙이, 구부리는 층 뒤에서는 여덟 에포크면 됩니다. 그 층의 가중치는 되는대로 뽑은 것입니다. **구부러짐**이 해낸 일입니다. 이제 그런 층을 열 개 쌓습니다. 어느 것이 두 스위치를 꼭대기까지 전할지 **예상해 보세요**.

# %%
def small(rng, m, n):
    return 0.01 * rng.standard_normal((m, n))


print("10 layers, no activation:  ", learns_the_lamp(lambda z: z, he, depth=10))
print("10 layers, ReLU, std 0.01: ", learns_the_lamp(relu, small, depth=10))
print("10 layers, ReLU, Glorot:   ", learns_the_lamp(relu, INITIALIZERS["glorot_normal"], depth=10))
print("10 layers, ReLU, He:       ", learns_the_lamp(relu, he, depth=10))
print("10 layers, sigmoid, Glorot:", learns_the_lamp(sigmoid, glorot, depth=10))
print("10 layers, tanh, Glorot:   ", learns_the_lamp(tanh, glorot, depth=10))
print("10 layers, tanh, 4 Glorot: ", learns_the_lamp(tanh, four_times, depth=10))

# %% [markdown] lang="en"
# The answer to the question of this chapter, then. **One unit draws one line, and the lamp needs more. Add a layer that bends, and the rule of 1958 is enough. Go deep, and the bend alone is not enough: the first weights must fit it**, or what the switches say is gone long before it arrives. ReLU with He's weights passes it on in full; tanh with Glorot's thinly, and so the rule needs hundreds of rounds.
#
# And the last row: was the 4 good for tanh after all? For this test it was. Differences blown up 72 times are easy to tell apart, and here nothing below the last unit has to learn. But what is blown up on the way there is blown up on the way back as well, and in a network that trains all its layers the first ones would be thrown about: the gradient **explodes**. The lower half of SignalExplorer shows it.
#
# One thing is still missing. In all this only the last unit learned; everything below it was chance. To teach the hidden layers too, we need to know what each of their weights does to the error. That is the next chapter.
#
# ## What you have learned
# - A **unit** is f(x·w + b); a **layer** on a batch is f(XW + b), (samples, m) times (m, n) to (samples, n).
# - The **perceptron rule** w ← w + η (wanted − answer) x finds a line where there is one. XOR has none; **two layers** fold the plane until there is.
# - An **activation** is judged by its slope: sigmoid at most 0.25 and saturated on both sides; ReLU 1 or dead; the newer ones keep some slope on the left. At the **output** the range decides: sigmoid, softmax or none.
# - First weights: random, σ = √(2/(m + n)) for tanh, √(2/m) for ReLU. The factor 4 belongs to the sigmoid. **Measure** before you believe.
#
# ## Next
# [04. Backpropagation](04_backprop.ipynb): how the error finds its way back to every weight.
#
# ## Sources
# - W. S. McCulloch, W. Pitts, "A logical calculus of the ideas immanent in nervous activity", Bulletin of Mathematical Biophysics 5 (1943).
# - F. Rosenblatt, "The perceptron: a probabilistic model for information storage and organization in the brain", Psychological Review 65 (1958).
# - A. B. J. Novikoff, "On convergence proofs on perceptrons", Symposium on the Mathematical Theory of Automata (1962).
# - M. Minsky, S. Papert, *Perceptrons*, MIT Press (1969): what one layer cannot do.
# - Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller, "Efficient BackProp", in *Neural Networks: Tricks of the Trade*, Springer (1998): fan-in, and why tanh rather than the sigmoid.
# - X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS (2010), eq. 12 and 16: the weights for tanh.
# - K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV (2015), eq. 10: the weights for ReLU.
# - V. Nair, G. E. Hinton, "Rectified linear units improve restricted Boltzmann machines", ICML (2010): ReLU. A. L. Maas, A. Y. Hannun, A. Y. Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML workshop (2013): leaky ReLU.
# - I. J. Goodfellow, D. Warde-Farley, M. Mirza, A. Courville, Y. Bengio, "Maxout networks", ICML (2013).
# - C. Dugas, Y. Bengio, F. Bélisle, C. Nadeau, R. Garcia, "Incorporating second-order functional knowledge for better option pricing", NIPS 13 (2001): softplus.
# - D.-A. Clevert, T. Unterthiner, S. Hochreiter, "Fast and accurate deep network learning by exponential linear units (ELUs)", ICLR (2016). G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter, "Self-normalizing neural networks", NIPS (2017): SELU.
# - D. Hendrycks, K. Gimpel, "Gaussian error linear units (GELUs)", arXiv:1606.08415 (2016): GELU and SiLU. P. Ramachandran, B. Zoph, Q. V. Le, "Searching for activation functions", arXiv:1710.05941 (2017): SiLU as swish.

# %% [markdown] lang="ko"
# 이것이 이 장의 질문에 대한 답입니다. **유닛 하나는 직선 하나를 긋고, 계단 등에는 그것으로 모자랍니다. 구부리는 층을 하나 더하면 1958년의 규칙으로 충분합니다. 깊어지면 구부러짐만으로는 모자라고 첫 가중치가 거기에 맞아야 합니다.** 그러지 않으면 스위치가 하는 말은 도착하기 한참 전에 사라집니다. ReLU와 He는 온전히 전하고, tanh와 Glorot는 희미하게 전하므로 규칙이 수백 바퀴를 돌아야 합니다.
#
# 그런데 마지막 줄을 보면, tanh에도 역시 4배가 좋았던 것일까요? 이 시험에서는 그렇습니다. 72배로 부풀린 차이는 구별하기 쉽고, 여기서는 마지막 유닛 아래에서 아무것도 배우지 않기 때문입니다. 그러나 가는 길에 부푸는 것은 돌아오는 길에도 부풉니다. 모든 층을 훈련하는 신경망이라면 첫 층들이 이리저리 내던져집니다. **그레이디언트 폭발**(exploding gradient)입니다. SignalExplorer의 아래쪽 절반에서 볼 수 있습니다.
#
# 빠진 것이 하나 있습니다. 지금까지 배운 것은 마지막 유닛뿐이고 그 아래는 모두 우연이었습니다. 은닉층도 가르치려면 그 가중치 하나하나가 오차를 얼마나 바꾸는지 알아야 합니다. 다음 장에서 합니다.
#
# ## 배운 것
# - **유닛**은 f(x·w + b)입니다. 배치에 대한 **층**은 f(XW + b)이고, (샘플, m)과 (m, n)에서 (샘플, n)이 나옵니다.
# - **퍼셉트론 규칙** w ← w + η (정답 − 답) x는 직선이 있으면 찾아냅니다. XOR에는 없고, **두 층**은 직선이 생기도록 평면을 접습니다.
# - **활성화 함수**는 기울기로 평가합니다. sigmoid는 최대 0.25이고 양쪽에서 포화되며, ReLU는 1이거나 죽어 있고, 새로운 것들은 왼쪽에도 기울기를 조금 남깁니다. **출력**에서는 범위가 정합니다. sigmoid, softmax, 또는 없음입니다.
# - 첫 가중치는 무작위로, tanh에는 σ = √(2/(m + n)), ReLU에는 √(2/m)입니다. 4배는 sigmoid의 것입니다. 믿기 전에 **재어 보세요**.
#
# ## 다음
# [04. 역전파](04_backprop.ipynb): 오차가 모든 가중치로 되돌아가는 길을 봅니다.
#
# ## 출처
# - W. S. McCulloch, W. Pitts, "A logical calculus of the ideas immanent in nervous activity", Bulletin of Mathematical Biophysics 5 (1943).
# - F. Rosenblatt, "The perceptron: a probabilistic model for information storage and organization in the brain", Psychological Review 65 (1958).
# - A. B. J. Novikoff, "On convergence proofs on perceptrons", Symposium on the Mathematical Theory of Automata (1962).
# - M. Minsky, S. Papert, *Perceptrons*, MIT Press (1969): 한 층으로 할 수 없는 것.
# - Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller, "Efficient BackProp", *Neural Networks: Tricks of the Trade*, Springer (1998): 팬인, 그리고 시그모이드보다 tanh를 쓰는 까닭.
# - X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS (2010), 식 12와 16: tanh의 가중치.
# - K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV (2015), 식 10: ReLU의 가중치.
# - V. Nair, G. E. Hinton, "Rectified linear units improve restricted Boltzmann machines", ICML (2010): ReLU. A. L. Maas, A. Y. Hannun, A. Y. Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML 워크숍 (2013): leaky ReLU.
# - I. J. Goodfellow, D. Warde-Farley, M. Mirza, A. Courville, Y. Bengio, "Maxout networks", ICML (2013).
# - C. Dugas, Y. Bengio, F. Bélisle, C. Nadeau, R. Garcia, "Incorporating second-order functional knowledge for better option pricing", NIPS 13 (2001): softplus.
# - D.-A. Clevert, T. Unterthiner, S. Hochreiter, "Fast and accurate deep network learning by exponential linear units (ELUs)", ICLR (2016). G. Klambauer, T. Unterthiner, A. Mayr, S. Hochreiter, "Self-normalizing neural networks", NIPS (2017): SELU.
# - D. Hendrycks, K. Gimpel, "Gaussian error linear units (GELUs)", arXiv:1606.08415 (2016): GELU와 SiLU. P. Ramachandran, B. Zoph, Q. V. Le, "Searching for activation functions", arXiv:1710.05941 (2017): swish라는 이름의 SiLU.
