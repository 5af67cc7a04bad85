# %% [markdown] lang="en"
# # 04. Backpropagation: who is to blame, and by how much
#
# A small network for handwritten digits has 407,050 weights and biases (chapter [03](03_neurons_activations.ipynb)). When its answer is wrong, one number, the loss, says how wrong it is. **By how much does the loss change when any one of the 407,050 changes a little, and what does it cost to find out for all of them?** On the computer that ran this notebook, changing them one at a time would take about a quarter of an hour for a single training step, and about 20 days for the training in section 9. By the end of this chapter you will be able to find all 407,050 answers in about twice the time the network needs to read the pictures, with code that you understand line by line.
#
# **You will be able to**
# - draw a computation as a graph, and send gradients back through its nodes;
# - read an automatic differentiation engine line by line, and say why gradients are added;
# - carry out error back-propagation in six steps, with every sign right;
# - check gradients by central differences with a well-chosen step;
# - train a network on 50,000 digits in NumPy, to more than 97 % on the test set.
#
# **Time** about 90 minutes. **You need** [02](02_broadcasting.ipynb): `x @ w + b`; [03](03_neurons_activations.ipynb): sigmoid, ReLU, XOR; from mathematics, the slope of a curve.

# %% [markdown] lang="ko"
# # 04. 역전파: 누가 얼마나 책임져야 하는가
#
# 손글씨 숫자를 읽는 작은 신경망(neural network)에는 가중치(weight)와 편향(bias)이 모두 407,050개 있습니다([03장](03_neurons_activations.ipynb)). 답이 얼마나 틀렸는지는 손실(loss)이라는 수 하나로 나타냅니다. **이 407,050개를 하나씩 조금 바꾸면 손실은 각각 얼마나 변할까요? 그 답을 모두 구하는 비용은 얼마일까요?** 실제로 하나씩 바꾸어 가며 재면, 이 노트북을 실행한 컴퓨터로는 훈련 한 스텝에 15분 안팎, 9절의 훈련 전체에 20일쯤 걸립니다. 이 장을 마치면 신경망이 그림을 읽는 시간의 두 배쯤만 들여 407,050개의 답을 모두 구할 수 있습니다. 답을 구하는 코드도 한 줄 한 줄 이해하게 됩니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 계산을 그래프로 그리고, 노드를 하나씩 거슬러 가며 그레이디언트(gradient)를 구합니다.
# - 자동 미분(automatic differentiation) 엔진을 한 줄씩 읽고, 그레이디언트를 더하는 이유를 설명합니다.
# - 오차 역전파를 여섯 단계로, 부호 하나 틀리지 않고 해냅니다.
# - 중앙 차분(central difference)으로 그레이디언트를 검사하고, 알맞은 간격을 고릅니다.
# - NumPy만 써서 손글씨 50,000장으로 신경망을 훈련하여, 테스트 데이터(test set)에서 97 % 넘게 맞힙니다.
#
# **시간** 약 90분. **필요한 것** [02장](02_broadcasting.ipynb)의 `x @ w + b`, [03장](03_neurons_activations.ipynb)의 시그모이드(sigmoid), ReLU, XOR. 수학은 곡선의 기울기가 무엇인지만 알면 됩니다.

# %% tags=["setup"]
import math
import os
import time

os.environ.setdefault("OPENBLAS_THREAD_TIMEOUT", "4")  # before NumPy: its threads sleep, not spin, while they wait

import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import mnist
from helpers.drawing import COLOURS, SIGNED, style
from helpers.widgets import BackpropStepper

# %% [markdown] lang="en"
# ## 1. A derivative is an exchange rate
#
# Push an input a little, and the output moves. **How many times as far as the input does it move?** As the pushes get smaller, this factor approaches a fixed number, the **derivative**. Here are four pushes for x² at x = 3.

# %% [markdown] lang="ko"
# ## 1. 미분은 환율
#
# 입력을 조금 바꾸면 출력도 변합니다. **출력은 입력이 변한 양의 몇 배만큼 변할까요?** 바꾸는 양을 줄일수록 이 배수가 다가가는 값이 **미분**(derivative)입니다. 함수 x²의 입력을 x = 3에서 네 번 바꾸되, 바꾸는 양을 점점 줄여 봅시다.


# %%
def square(x):
    return x**2


for push in (1, 0.1, 0.01, 0.001):
    print(f"push {push:5}  the output moves {(square(3 + push) - square(3)) / push:.3f} times as far")

# %% [markdown] lang="en"
# The factor approaches 6, as the rule 2x for the derivative of x² predicts. A derivative is an exchange rate that holds for small amounts: near x = 3, one unit of x is worth six units of x².
#
# Exchange rates **multiply**. If one euro buys 3 units of a second currency, and each of these buys 14 of a third, one euro buys 42 of the third. Now let y = 3x + 1 and z = y². At x = 2 we have y = 7. At this point y changes 3 times as fast as x, and z changes 2y = 14 times as fast as y.

# %% [markdown] lang="ko"
# 배수가 6에 다가갑니다. x²의 미분 공식 2x도 x = 3에서 6입니다. 미분은 조금씩 바꿀 때 쓰는 환율과 같습니다. x = 3 근처에서는 x 1단위가 x² 6단위와 맞먹습니다.
#
# 환율은 **곱해집니다**. 1유로가 둘째 화폐로 3단위이고 둘째 화폐 1단위가 셋째 화폐로 14단위라면, 1유로는 셋째 화폐로 42단위입니다. 이제 y = 3x + 1, z = y²이라고 합시다. x = 2이면 y = 7입니다. 이때 y는 x보다 3배, z는 y보다 2y = 14배 빠르게 변합니다.

# %%
x = 2.0
y = 3 * x + 1
dz_dy, dy_dx = 2 * y, 3
print("chain rule: ", dz_dy, "×", dy_dx, "=", dz_dy * dy_dx)
print(
    f"pushed:      z moves {(square(3 * 2.001 + 1) - square(y)):.4f}, {(square(3 * 2.001 + 1) - square(y)) / 0.001:.1f} times as far"
)

# %% [markdown] lang="en"
# Both ways give 42. This is the **chain rule**: along a chain, derivatives multiply. **Backpropagation** applies it from the output back to the inputs, and computes each intermediate result only once.

# %% [markdown] lang="ko"
# 두 방법 모두 42가 나옵니다. 이어진 계산에서는 미분이 곱해집니다. 이것이 **연쇄 법칙**(chain rule)입니다. **역전파**(backpropagation)는 연쇄 법칙을 출력에서 입력 쪽으로 적용하여 중간 결과를 한 번씩만 계산하는 방법입니다.

# %% [markdown] lang="en"
# ## 2. Computational graphs: forward and backward
#
# Take (x + y) · z with x = 3, y = 2, z = −4. Each operation is a **node**, and values travel between nodes along **edges**. Together they form the **computational graph**. The **forward pass** computes the values, from the inputs to the result. The **backward pass** computes all derivatives, from the result to the inputs.

# %% [markdown] lang="ko"
# ## 2. 계산 그래프: 순전파와 역전파
#
# x = 3, y = 2, z = −4일 때 (x + y) · z를 계산해 봅시다. 연산 하나하나가 **노드**(node), 노드 사이로 값이 지나가는 통로가 **간선**(edge)이고, 모두 모으면 **계산 그래프**(computational graph)가 됩니다. 입력에서 결과 쪽으로 가며 값을 구하는 것이 **순전파**(forward pass), 결과에서 입력 쪽으로 가며 미분을 모두 구하는 것이 **역전파**(backward pass)입니다.

# %%
x, y, z = 3.0, 2.0, -4.0
total = x + y
result = total * z
print("forwards:  total =", total, "  result =", result)

d_result = 1.0  # the result moves as far as the result
d_total, d_z = d_result * z, d_result * total
d_x, d_y = d_total * 1, d_total * 1
print("backwards: d_total =", d_total, "  d_z =", d_z, "  d_x =", d_x, "  d_y =", d_y)

# %% [markdown] lang="en"
# `d_x` is the derivative of the *result* with respect to x. All such derivatives together are the **gradient** of the result; we call each of them a gradient, too. Each line of the backward pass multiplies the **upstream gradient**, which arrives from the direction of the result, by the **local derivative** of the node. No node needs the whole formula.
#
# `d_x` is −4. If x goes up by 0.1, the result should change by −0.4.

# %% [markdown] lang="ko"
# `d_x`는 x에 대한 *결과*의 미분입니다. 이런 미분을 모두 모은 것이 결과의 **그레이디언트**인데, 그 하나하나도 그레이디언트라고 부릅니다. 역전파 코드의 각 줄에서는 노드의 **국소 미분**(local derivative)에, 결과 쪽에서 들어오는 **상류 그레이디언트**(upstream gradient)를 곱합니다. 노드 하나를 계산하는 데 식 전체를 알 필요는 없습니다.
#
# `d_x`가 −4이므로, x가 0.1 커지면 결과는 −0.4만큼 변해야 합니다.

# %%
print("before:", result, "  after:", round((x + 0.1 + y) * z, 6))

# %% [markdown] lang="en"
# The result fell by 0.4.
#
# ### See it: BackpropStepper
#
# Below is the same graph. Values (blue) travel to the right, and gradients (brown) travel back to the left. Each edge shows *upstream × local = gradient*, with the local derivative in green. **Look at** the two edges between the × node and its inputs. On each, the local derivative is the value of the *other* input.

# %% [markdown] lang="ko"
# 결과가 0.4 줄었습니다.
#
# ### 눈으로 보기: BackpropStepper
#
# 아래는 같은 그래프입니다. 파란색 값은 오른쪽으로 나아가고, 적갈색 그레이디언트는 왼쪽으로 돌아옵니다. 간선마다 *상류 × 국소 = 그레이디언트*가 적혀 있고, 국소 미분은 초록색입니다. × 노드와 그 입력을 잇는 두 간선을 **눈여겨보세요**. 각 간선의 국소 미분은 *다른 쪽* 입력의 값과 같습니다.

# %%
BackpropStepper(expression="(x + y) * z", values="x=3, y=2, z=-4", step=7)

# %% [markdown] lang="en"
# **Try this**
# 1. Drag *step* to 0 and press *Next* until you reach the end. First the values appear, node by node, then the gradients, edge by edge.
# 2. Move z to 0. The gradients of x and y become 0, because the result is now 0 whatever x and y are. The gradient of z is still 5.
# 3. Move z back to −4, type `x*y*z` as *expression*, press Enter, and drag *step* to the end. Each gradient is the product of the other two values: −8, −12 and 6.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *단계*를 0으로 내리고 끝까지 *다음*을 눌러 보세요. 먼저 노드의 값이, 그다음 간선의 그레이디언트가 하나씩 나타납니다.
# 2. z를 0으로 옮겨 보세요. x와 y로 돌아가는 값이 모두 0이 됩니다. x와 y가 얼마이든 결과가 0이기 때문입니다. z의 그레이디언트는 5 그대로입니다.
# 3. z를 다시 −4로 옮기고 *식*에 `x*y*z`를 입력한 다음 Enter를 누르고 *단계*를 끝까지 옮겨 보세요. 각 입력의 그레이디언트는 나머지 두 입력의 곱이므로 −8, −12, 6이 나옵니다.

# %% [markdown] lang="en"
# ## 3. The backward rule of each node
#
# Each kind of node has a rule. From the inputs of the node and the upstream gradient, it computes what goes back to each input. Here are three such rules.

# %% [markdown] lang="ko"
# ## 3. 노드마다 정해진 역전파 규칙
#
# 노드의 종류마다 역전파 규칙이 있습니다. 노드의 입력과 상류 그레이디언트를 써서 각 입력으로 돌려보낼 값을 구하는 규칙입니다. 세 가지를 봅시다.


# %%
def add_back(x, y, upstream):
    return upstream, upstream


def multiply_back(x, y, upstream):
    return upstream * y, upstream * x


def max_back(x, y, upstream):
    return (upstream, 0.0) if x >= y else (0.0, upstream)


# %% [markdown] lang="en"
# The inputs are 10 and 5, and the upstream gradient is 1.3. **Predict** the six numbers that the sum, the product and the maximum send back.

# %% [markdown] lang="ko"
# 입력이 10과 5이고 상류 그레이디언트가 1.3일 때, 덧셈, 곱셈, max에서 두 입력으로 돌아가는 여섯 수를 **예상해 보세요**.

# %%
for name, rule in (("10 + 5", add_back), ("10 × 5", multiply_back), ("max(10, 5)", max_back)):
    print(f"{name:10}  upstream 1.3  goes back:", rule(10.0, 5.0, 1.3))

# %% [markdown] lang="en"
# - **Add passes on**: 1.3 and 1.3. Whichever input you push, the sum moves just as far.
# - **Multiply swaps**: 1.3 × 5 = 6.5 goes to the 10, and 1.3 × 10 = 13 goes to the 5. A push is worth more if the other factor is larger.
# - **Max chooses**: the larger input gets everything, and the other nothing. ReLU is max(x, 0).

# %% [markdown] lang="ko"
# - **덧셈은 그대로 넘깁니다**: 1.3과 1.3입니다. 어느 입력을 바꾸어도 합은 그만큼 변합니다.
# - **곱셈은 맞바꿉니다**: 10 쪽으로 1.3 × 5 = 6.5가, 5 쪽으로 1.3 × 10 = 13이 갑니다. 입력을 같은 양만큼 바꾸어도 곱하는 상대가 크면 결과가 더 많이 변합니다.
# - **max는 고릅니다**: 큰 쪽이 모두 받고 다른 쪽은 아무것도 받지 못합니다. ReLU는 max(x, 0)입니다.

# %%
BackpropStepper(expression="x * y", values="x=10, y=5", upstream=1.3, step=4)

# %% [markdown] lang="en"
# **Try this**
# 1. Type `x + y` and drag *step* to the end. Both gradients become 1.3. Do the same with `max(x, y)`. When you move x below y, the gradient jumps to the other input.
# 2. Move *upstream* to 0, then to −2. Every gradient is proportional to it.
#
# Next comes the **sigmoid**, y = 1 / (1 + exp(−z)). Built from small nodes, it takes four of them. As one node, it has the local derivative **y (1 − y)**, which needs only the output of the node, known from the forward pass. Chapter [03](03_neurons_activations.ipynb) stated that this slope is at most 0.25.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. `x + y`를 입력하고 *단계*를 끝까지 옮기면 그레이디언트가 둘 다 1.3이 됩니다. `max(x, y)`로도 해 본 다음 x를 y보다 작은 값으로 옮겨 보세요. 그레이디언트가 다른 쪽 입력으로 옮겨 갑니다.
# 2. *상류*를 0으로, 다시 −2로 옮겨 보세요. 모든 그레이디언트가 상류 값에 비례합니다.
#
# 다음은 **시그모이드** y = 1 / (1 + exp(−z))입니다. 작은 노드로 나누면 네 개가 필요합니다. 노드 하나로 보면 국소 미분은 **y (1 − y)입니다**. 순전파에서 이미 구해 둔 출력만 있으면 됩니다. [03장](03_neurons_activations.ipynb)에서 본 대로 이 미분은 0.25를 넘지 않습니다.


# %%
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


for z in (0.0, 2.0, 4.0, 8.0):
    y = sigmoid(z)
    pushed = (sigmoid(z + 1e-5) - sigmoid(z - 1e-5)) / 2e-5
    print(f"z = {z:.0f}   y = {y:.4f}   y(1 - y) = {y * (1 - y):.4f}   pushed: {pushed:.4f}")

# %% [markdown] lang="en"
# The derivative is 0.25 at z = 0. Once y is close to 1, the derivative is nearly 0. This is the **saturation** from chapter [03](03_neurons_activations.ipynb), now in numbers.
#
# Below is a whole neuron, w·x + b followed by a sigmoid, taken apart into its smallest nodes.

# %% [markdown] lang="ko"
# z = 0에서 미분은 0.25입니다. y가 1에 가까워지면 미분은 거의 0이 됩니다. [03장](03_neurons_activations.ipynb)에서 본 **포화**(saturation)를 이번에는 수로 확인했습니다.
#
# 아래는 w·x + b에 시그모이드를 씌운 뉴런(neuron) 하나를 가장 작은 노드로 나눈 그래프입니다.

# %%
BackpropStepper(expression="1 / (1 + exp(-(w*x + b)))", values="w=2, x=-1, b=3", step=99)

# %% [markdown] lang="en"
# **Try this**
# 1. The gradients of w, x and b are −0.197, 0.393 and 0.197. Type `sigmoid(w*x + b)`, where the sigmoid is one node, and go to the last step. You get the same numbers, with the local derivative 0.731 × (1 − 0.731) = 0.197.
# 2. Move b to 5. The neuron saturates, and all three gradients shrink to less than a quarter. Such a neuron learns slowly.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. w, x, b의 그레이디언트는 −0.197, 0.393, 0.197입니다. 시그모이드를 노드 하나로 나타낸 `sigmoid(w*x + b)`를 입력하고 마지막 단계로 가 보세요. 같은 값이 나옵니다. 이때 국소 미분은 0.731 × (1 − 0.731) = 0.197입니다.
# 2. b를 5로 옮겨 보세요. 뉴런이 포화되어 세 그레이디언트가 모두 처음의 4분의 1보다 작아집니다. 이런 뉴런은 학습이 느립니다.

# %% [markdown] lang="en"
# ## 4. A value used more than once: its gradients add up
#
# In x·x + 3x the value x is used three times. A change in x reaches the result along three paths, and the effects add up. So the gradients that come back are **added** as well. **Predict** the gradient of x at x = 2.

# %% [markdown] lang="ko"
# ## 4. 여러 번 쓰인 값: 그레이디언트는 더한다
#
# x·x + 3x에는 x가 세 번 쓰입니다. x를 바꾸면 그 효과가 세 갈래로 결과에 전해져 더해집니다. 그래서 세 갈래로 돌아온 그레이디언트도 **더합니다**. x = 2일 때 x의 그레이디언트를 **예상해 보세요**.

# %%
BackpropStepper(expression="x*x + 3*x", values="x=2", step=0)

# %% [markdown] lang="en"
# **Try this**
# 1. Press *Next* until you reach the end. Three gradients arrive at x: 2 along each edge from the upper × node, and 3 from the lower one. The box shows Σ 7, and the derivative 2x + 3 is 7 as well.
# 2. Type `x - x` and go to the last step. The gradients 1 and −1 arrive at x. Their sum is 0, since the result is 0 whatever x is.
# 3. Type `sigmoid(x) * (1 - sigmoid(x))`, the slope of the sigmoid, and go to the last step. Move x until its gradient is 0. This happens at x = 0, where the sigmoid is steepest.
#
# It is easy to forget this addition when you write an engine. Look for it in the next section.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 끝까지 *다음*을 눌러 보세요. x에는 그레이디언트 세 개가 옵니다. 위쪽 × 노드에서 두 간선을 따라 2씩, 아래쪽 × 노드에서 3이 옵니다. 상자에는 Σ 7이 나옵니다. 식을 미분해도 2x + 3 = 7입니다.
# 2. `x - x`를 입력하고 마지막 단계로 가 보세요. x에 1과 −1이 도착합니다. x가 얼마이든 결과가 0이므로, 더한 값도 0입니다.
# 3. 시그모이드의 기울기 `sigmoid(x) * (1 - sigmoid(x))`를 입력하고 마지막 단계로 가서, 그레이디언트가 0이 될 때까지 x를 옮겨 보세요. x = 0에서 0이 되며, 시그모이드는 이곳에서 가장 가파릅니다.
#
# 엔진을 만들 때 이 덧셈을 잊기 쉽습니다. 다음 절에서 더하는 줄을 찾아보세요.

# %% [markdown] lang="en"
# ## 5. An automatic differentiation engine in fifty lines
#
# A `Value` is a number that remembers its `sources`, the values it was computed from, and its slope (local derivative) with respect to each. Its `depth` is 1 for an input, and otherwise one more than that of the deepest source.

# %% [markdown] lang="ko"
# ## 5. 50줄로 만드는 자동 미분 엔진
#
# `Value`는 자신을 계산하는 데 쓰인 값들(`sources`)과 그 값 각각에 대한 기울기(국소 미분)를 기억하는 수입니다. `depth`는 입력에서는 1이고, 다른 값에서는 `sources`의 `depth` 가운데 가장 큰 것보다 1만큼 큽니다.


# %%
class Value:
    """A number that remembers which values it came from, and how steep it is in each of them."""

    def __init__(self, number, *sources):
        self.number, self.sources, self.gradient = number, sources, 0.0
        self.depth = 1 + max((source.depth for source, _slope in sources), default=0)

    def __add__(self, other):
        return Value(self.number + other.number, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        return Value(self.number * other.number, (self, other.number), (other, self.number))


# %% [markdown] lang="en"
# Look at `__mul__`. The slope with respect to `self` is the *other* number, and the slope with respect to `other` is *this* number. This is the rule "multiply swaps". In Python `a * b` calls `a.__mul__(b)`, so formulas can be written as usual.
#
# `class Value(Value)` defines a new `Value` that can do everything the old one could, plus what follows.

# %% [markdown] lang="ko"
# `__mul__`을 보세요. `self`에 대한 기울기는 *상대편* 값, `other`에 대한 기울기는 *자신*의 값입니다. 바로 "곱셈은 맞바꿉니다"라는 규칙입니다. 파이썬에서 `a * b`는 `a.__mul__(b)`를 호출하므로 식을 평소처럼 쓸 수 있습니다.
#
# `class Value(Value)`라고 쓰면 앞의 `Value`가 하던 일을 모두 하면서, 새로 적은 기능도 갖춘 `Value`가 만들어집니다.


# %%
class Value(Value):
    def __sub__(self, other):
        return Value(self.number - other.number, (self, 1.0), (other, -1.0))

    def __truediv__(self, other):
        y = self.number / other.number
        return Value(y, (self, 1 / other.number), (other, -y / other.number))

    def relu(self):
        return Value(max(self.number, 0.0), (self, 1.0 if self.number > 0 else 0.0))

    def log(self):
        return Value(math.log(self.number), (self, 1 / self.number))


# %%
class Value(Value):
    def exp(self):
        y = math.exp(self.number)
        return Value(y, (self, y))

    def sigmoid(self):
        y = 1 / (1 + math.exp(-self.number))
        return Value(y, (self, y * (1 - y)))

    def tanh(self):
        y = math.tanh(self.number)
        return Value(y, (self, 1 - y * y))


# %% [markdown] lang="en"
# Python does the forward pass when it computes the formula, so only the backward pass is left. First we collect the values that take part, following the sources from the result until nothing new turns up.

# %% [markdown] lang="ko"
# 순전파는 파이썬이 식을 계산하는 동안 저절로 끝나므로, 역전파만 만들면 됩니다. 먼저 결과에서 출발해 새로운 값이 더 나오지 않을 때까지 `sources`를 따라가며, 계산에 쓰인 값들을 모읍니다.


# %%
def everything_behind(result):
    """The result and all values that it was computed from, each once."""
    found, waiting = {result}, [result]
    while waiting:
        for source, _slope in waiting.pop().sources:
            if source not in found:
                found.add(source)
                waiting.append(source)
    return found


# %% [markdown] lang="en"
# Then each value, from the deepest to the inputs, sends upstream × local to its sources. The **order** matters: a value may send only after it has received everything. A source is never as deep as a value computed from it, so sorting by depth is enough. The **`+=`** adds up what arrives.

# %% [markdown] lang="ko"
# 그다음에는 가장 깊은 값에서 입력 쪽으로 가면서, 값마다 자기 `sources`에 상류 × 국소를 보냅니다. **순서**가 중요합니다. 어떤 값이든 받을 그레이디언트를 모두 받은 뒤에야 보낼 수 있습니다. 어떤 값의 `sources`는 언제나 그 값보다 얕으므로, `depth`가 큰 값부터 보내면 됩니다. 도착한 그레이디언트는 **`+=`** 연산으로 더합니다.


# %%
def backward(result, upstream=1.0):
    """Give every value behind the result its gradient: what one unit of it is worth in units of the result."""
    values = sorted(everything_behind(result), key=lambda value: value.depth, reverse=True)
    for value in values:
        value.gradient = 0.0
    result.gradient = upstream
    for value in values:
        for source, slope in value.sources:
            source.gradient += value.gradient * slope


# %% [markdown] lang="en"
# That is the whole engine. For the three graphs above, it should give −4, −4 and 5, then 6.5 and 13, then 7.

# %% [markdown] lang="ko"
# 엔진은 이것으로 완성입니다. 앞의 세 그래프를 넣으면 −4, −4, 5와 6.5, 13, 그리고 7이 나와야 합니다.

# %%
x, y, z = Value(3.0), Value(2.0), Value(-4.0)
backward((x + y) * z)
print("(x + y) z:  ", x.gradient, y.gradient, z.gradient)
x, y = Value(10.0), Value(5.0)
backward(x * y, upstream=1.3)
print("x y:        ", x.gradient, y.gradient)
x = Value(2.0)
backward(x * x + Value(3.0) * x)
print("x x + 3 x:  ", x.gradient)

# %% [markdown] lang="en"
# The engine gives these numbers. Now let a neuron learn, with a target t and the squared error (sigmoid(wx + b) − t)². A small step **against** the gradient should reduce the error. Each step subtracts `learning_rate` × gradient from w and b. Chapter [05](05_optimizers.ipynb) shows how to choose the **learning rate**.

# %% [markdown] lang="ko"
# 예상한 값이 나옵니다. 이제 타깃(target)이 t인 뉴런을 훈련해 봅시다. 오차는 (sigmoid(wx + b) − t)²입니다. 그레이디언트의 **반대쪽**으로 조금 움직이면 오차가 줄어들어야 합니다. 스텝(step)마다 w와 b에서 `learning_rate` × 그레이디언트를 뺍니다. **학습률**(learning rate)을 고르는 방법은 [05장](05_optimizers.ipynb)에서 다룹니다.


# %%
def neuron_error(w, x, b, t):
    miss = (w * x + b).sigmoid() - t
    return miss * miss


learning_rate = 2
w, x, b, t = Value(2.0), Value(-1.0), Value(3.0), Value(1.0)
for step in range(4):
    error = neuron_error(w, x, b, t)
    backward(error)
    print(f"step {step}: error {error.number:.4f}   d_w {w.gradient:+.4f}   d_b {b.gradient:+.4f}")
    w = Value(w.number - learning_rate * w.gradient)
    b = Value(b.number - learning_rate * b.gradient)

# %% [markdown] lang="en"
# The error falls with every step, from 0.0723 to 0.0189. This is **gradient descent**. `d_w` is positive, so w goes down, and since x is −1, wx goes up. `d_b` is negative, so b goes up. Both changes move the output towards the target 1.
#
# ## 6. Two checks of a gradient
#
# An engine with a bug still prints numbers, and a network may even learn from them. So gradients need a check that does not use the graph, such as the **central difference** (f(x + ε) − f(x − ε)) / 2ε, with a small push ε (epsilon). **Predict** which gets more digits right, ε = 0.001 or ε = 1e-12.
#
# We compare the central difference and the one-sided difference (f(x + ε) − f(x)) / ε with the engine's derivative.

# %% [markdown] lang="ko"
# 스텝마다 오차가 줄어듭니다(0.0723 → 0.0189). 이것이 **경사 하강법**(gradient descent)입니다. `d_w`가 양수이므로 w는 작아지고, x가 −1이므로 wx는 커집니다. `d_b`는 음수이므로 b도 커집니다. 두 변화 모두 출력을 타깃 1 쪽으로 움직입니다.
#
# ## 6. 그레이디언트를 검사하는 두 가지 방법
#
# 엔진에 버그가 있어도 값은 나오며, 그런 값으로도 신경망이 훈련될 때가 있습니다. 그래서 그레이디언트는 그래프와 상관없는 방법으로 검사해야 합니다. x에 작은 간격 ε(엡실론)을 더하고 빼서 (f(x + ε) − f(x − ε)) / 2ε을 구하는 방법이 **중앙 차분**입니다. ε = 0.001과 ε = 1e-12 가운데 어느 쪽이 더 많은 자리까지 맞을지 **예상해 보세요**.
#
# 다음 셀에서는 중앙 차분과 한쪽 차분을 엔진이 구한 미분과 비교합니다. 한쪽 차분(전진 차분)은 (f(x + ε) − f(x)) / ε입니다.


# %%
def error_at(w):  # the same neuron for an array of w
    return (sigmoid(-w + 3) - 1) ** 2


def engine_slope(w):
    weight = Value(w)
    backward(neuron_error(weight, Value(-1.0), Value(3.0), Value(1.0)))
    return weight.gradient


weights = np.linspace(0, 6, 100)
exact = np.array([engine_slope(w) for w in weights])
pushes = np.logspace(-1, -15, 57)
central = [np.abs((error_at(weights + eps) - error_at(weights - eps)) / (2 * eps) - exact).mean() for eps in pushes]
one_sided = [np.abs((error_at(weights + eps) - error_at(weights)) / eps - exact).mean() for eps in pushes]

# %%
for eps in (1e-1, 1e-3, 6e-6, 1e-9, 1e-12):
    nearest = np.argmin(np.abs(np.log(pushes / eps)))
    measured(f"ε = {eps:.0e}: digits after the point that are right", -np.log10(central[nearest]), digits=1)
measured("best ε, in millionths", pushes[np.argmin(central)] * 1e6, expected=(1, 100), digits=0)
print(f"cube root of float64's last digit: {np.cbrt(np.finfo(float).eps):.1e}")

# %%
with style():
    fig, ax = plt.subplots(figsize=(9, 3.6))
    ax.loglog(pushes, central, color=COLOURS["blue"])
    ax.loglog(pushes, one_sided, color=COLOURS["vermillion"], linestyle="--")
    ax.axvline(np.cbrt(np.finfo(float).eps), color="#888888", lw=1, linestyle=":")
    ax.text(5e-6, 0.1, "6e-6", color="#555555")
    ax.text(3e-3, 2e-10, "central", color=COLOURS["blue"], ha="right")
    ax.text(1e-3, 2e-4, "one-sided", color=COLOURS["vermillion"])
    ax.set(xlabel="push ε", ylabel="mean error of the derivative", ylim=(1e-12, 2))
    ax.invert_xaxis()

# %% [markdown] lang="en"
# The larger push, 0.001, gets 7.9 decimal places right, and 1e-12 only 4.6. A push of 6e-6 gets 11.2 right, so the engine has passed the check.
#
# In the picture, the pushes get smaller from left to right. On the left, the function bends between x − ε and x + ε, and the error of the central difference falls in proportion to ε². On the right, f(x + ε) and f(x − ε) agree in most of their 16 digits, and dividing what is left by a tiny ε makes the rounding error large. If f and x are around 1, these two errors are about equal when ε is the **cube root of float64's spacing near 1, about 6e-6** (dotted line); the lowest point here is at 1e-5 (10 millionths). The error of the one-sided difference never gets below 2e-9.
#
# The second check is another engine, TensorFlow's **GradientTape** (chapter [07](07_tensorflow.ipynb)), which also records a computation and goes back through it. `tape.watch` says which inputs to track.

# %% [markdown] lang="ko"
# 간격이 큰 0.001에서는 소수점 아래 7.9자리가 맞고, 1e-12에서는 4.6자리만 맞습니다. 6e-6에서는 11.2자리나 맞으니 엔진은 검사를 통과한 셈입니다.
#
# 그림에서는 오른쪽으로 갈수록 간격이 작습니다. 왼쪽에서는 x − ε과 x + ε 사이에서 곡선이 휘어 오차가 생깁니다. 중앙 차분에서는 이 오차가 ε²에 비례하여 줄어듭니다. 오른쪽에서는 f(x + ε)과 f(x − ε)의 16자리가 대부분 같습니다. 그래서 빼고 나면 몇 자리 남지 않고, 그 차이를 아주 작은 ε으로 나누면 반올림 오차가 크게 불어납니다. f와 x의 크기가 1 안팎이라면, ε이 **float64 마지막 자릿값의 세제곱근인 약 6e-6**일 때(점선) 두 오차가 비슷해집니다. 이 그림에서 가장 낮은 곳은 1e-5(100만분의 10)입니다. 한쪽 차분의 오차는 2e-9 아래로 내려가지 못합니다.
#
# 두 번째 검사에는 다른 엔진인 TensorFlow의 **GradientTape**를 씁니다([07장](07_tensorflow.ipynb)). GradientTape도 계산을 기록했다가 거슬러 갑니다. `tape.watch`로 추적할 입력을 지정합니다.

# %%
import tensorflow as tf

numbers = [tf.constant(number, tf.float64) for number in (2.0, -1.0, 3.0, 1.0)]
with tf.GradientTape() as tape:
    tape.watch(numbers)
    w, x, b, t = numbers
    error = (tf.sigmoid(w * x + b) - t) ** 2
theirs = [float(gradient) for gradient in tape.gradient(error, numbers)]

ours = [Value(2.0), Value(-1.0), Value(3.0), Value(1.0)]
backward(neuron_error(*ours))
for name, mine, tape_gradient in zip("wxbt", ours, theirs, strict=True):
    print(f"d_{name}   engine {mine.gradient:+.10f}   GradientTape {tape_gradient:+.10f}")

# %% [markdown] lang="en"
# All ten printed digits agree. For a large network, working with one number at a time is too slow, so next we treat a whole layer at once.
#
# ## 7. A layer is one node
#
# An **affine** node computes Y = X W + b for a whole batch (chapter [02](02_broadcasting.ipynb)). Its rules are "multiply swaps" and "used more than once: add", written for matrices. The upstream gradient G has the shape of Y.
#
# | goes back to | rule | shape |
# |---|---|---|
# | X | G Wᵀ | (batch, inputs) |
# | W | Xᵀ G | (inputs, units) |
# | b | the sum of G over the batch | (units,) |
#
# The bias is used once in every row, so its gradients add up. You need not learn the rules by heart. Unless two lengths are equal, only one product has the right shape.

# %% [markdown] lang="ko"
# 출력된 자리가 모두 같습니다. 큰 신경망에서 숫자를 하나씩 계산하면 너무 느리므로, 이제 층(layer) 하나를 한꺼번에 다룹니다.
#
# ## 7. 층은 노드 하나
#
# **아핀**(affine) 노드는 배치(batch) 전체에 대해 유닛(unit)별 가중합 Y = X W + b를 계산합니다([02장](02_broadcasting.ipynb)). 규칙은 "곱셈은 맞바꿉니다"와 "여러 번 쓰이면 더합니다"를 행렬(matrix)로 쓴 것입니다. 상류 그레이디언트 G의 형상(shape)은 Y와 같습니다.
#
# | 받는 곳 | 규칙 | 형상 |
# |---|---|---|
# | X | G Wᵀ | (배치, 입력) |
# | W | Xᵀ G | (입력, 유닛) |
# | b | 배치에 걸친 G의 합 | (유닛,) |
#
# 편향은 행마다 한 번씩 쓰이므로 그레이디언트를 모든 행에 걸쳐 더합니다. 규칙을 외울 필요는 없습니다. 우연히 길이가 같은 축이 없다면, 두 행렬을 곱해서 알맞은 형상을 얻는 방법은 하나뿐이기 때문입니다.


# %%
def affine_back(x, w, upstream):
    return upstream @ w.T, x.T @ upstream, upstream.sum(axis=0)


rng = np.random.default_rng(0)
x, w, b = rng.normal(size=(5, 3)), rng.normal(size=(3, 2)), rng.normal(size=2)
upstream = rng.normal(size=(5, 2))
d_x, d_w, d_b = affine_back(x, w, upstream)
print("shapes:", d_x.shape, d_w.shape, d_b.shape)

# %% [markdown] lang="en"
# For arrays, `differences` pushes one number at a time up and down by 6e-6, and computes the central difference of `f()`.

# %% [markdown] lang="ko"
# 배열(array)을 검사하는 `differences`는 수 하나하나에 6e-6을 더하고 빼서 `f()`의 중앙 차분을 구합니다.


# %%
def differences(f, array, places, eps=6e-6):
    """The derivative of f() with respect to the numbers of `array` at `places`, by central differences."""
    found = []
    for place in places:
        before = array[place]
        array[place] = before + eps
        up = f()
        array[place] = before - eps
        found.append((up - f()) / (2 * eps))
        array[place] = before
    return np.array(found)


# %%
def affine_result():  # a number whose gradient with respect to Y is `upstream`
    return ((x @ w + b) * upstream).sum()


for name, array, gradient in (("x", x, d_x), ("w", w, d_w), ("b", b, d_b)):
    pushed = differences(affine_result, array, list(np.ndindex(array.shape)))
    print(f"d_{name}: the first of {pushed.size:2} by pushing {pushed[0]:9.6f}, by the rule {gradient.flat[0]:9.6f}")
    np.testing.assert_allclose(pushed, gradient.ravel(), atol=1e-8)  # an error where two differ

# %% [markdown] lang="en"
# The printed pairs agree, and so do the other 20 derivatives; otherwise the cell would have stopped with an error.
#
# ## 8. Error back-propagation in six steps: XOR
#
# Chapter [03](03_neurons_activations.ipynb) solved XOR with weights chosen by hand. Now a sigmoid network with two inputs, two hidden units and one output finds its weights on its own, by the generalized delta rule of Rumelhart, Hinton and Williams (1986). Here it is in six steps.
#
# 1. **Start** with small random weights.
# 2. **Forward pass**: compute the hidden activations h and the outputs y.
# 3. **Error**: E = ½ Σ (t − y)².
# 4. **δ of the output** (delta): δₒ = (t − y) · y (1 − y).
# 5. **δ of the hidden layer**: δₕ = (δₒ Wᵀ) · h (1 − h), where W leads from the hidden layer to the output.
# 6. **Delta rule**: ΔW = η · δ · input for every weight, where η is the learning rate. Repeat from step 2 until E is small.
#
# Be careful with the signs. Since the target comes first in (t − y), δ is the *negative* gradient −∂E/∂z, where z is the weighted sum of the unit, and step 6 **adds**. With (y − t) in step 4, δ is the gradient itself, and step 6 must subtract. Either is right; a mixture is not.

# %% [markdown] lang="ko"
# 줄마다 두 값이 같습니다. 나머지 미분 20개도 같습니다. 하나라도 다르면 셀이 오류로 멈춥니다.
#
# ## 8. 오차 역전파 여섯 단계: XOR
#
# [03장](03_neurons_activations.ipynb)에서는 사람이 정한 가중치로 XOR를 풀었습니다. 이제 입력 둘, 은닉(hidden) 유닛 둘, 출력 하나인 신경망이 루멜하트, 힌턴, 윌리엄스(1986)의 일반화된 델타 규칙(generalized delta rule)으로 스스로 가중치를 찾습니다. 이 방법을 여섯 단계로 나누었습니다. 활성화 함수(activation function)는 모두 시그모이드입니다.
#
# 1. **시작**: 작은 난수로 가중치를 정합니다.
# 2. **순전파**: 은닉층의 활성화 값 h와 출력 y를 구합니다.
# 3. **오차**: E = ½ Σ (t − y)².
# 4. **출력층의 δ**(델타): δₒ = (t − y) · y (1 − y).
# 5. **은닉층의 δ**: δₕ = (δₒ Wᵀ) · h (1 − h). W는 은닉층에서 출력으로 가는 가중치입니다.
# 6. **델타 규칙**(delta rule): 모든 가중치에 대해 ΔW = η · δ · 입력. η는 학습률입니다. E가 작아질 때까지 2단계부터 되풀이합니다.
#
# 부호에 주의하세요. (t − y)에서 타깃이 앞에 있으므로 δ는 그레이디언트의 부호를 *바꾼* −∂E/∂z이고(z는 유닛의 가중합), 6단계에서 **더합니다**. 4단계에서 (y − t)를 쓰면 δ가 그레이디언트와 같아지므로 6단계에서 빼야 합니다. 어느 쪽을 써도 되지만 섞어 쓰면 틀립니다.


# %%
def small_weights(rng, hidden=2):  # step 1
    return [rng.uniform(-1, 1, (2, hidden)), np.zeros(hidden), rng.uniform(-1, 1, (hidden, 1)), np.zeros(1)]


def six_steps(parameters, x, t, rate):
    w1, b1, w2, b2 = parameters
    h = sigmoid(x @ w1 + b1)  # step 2
    y = sigmoid(h @ w2 + b2)
    error = 0.5 * np.sum((t - y) ** 2)  # step 3
    delta_output = (t - y) * y * (1 - y)  # step 4
    delta_hidden = (delta_output @ w2.T) * h * (1 - h)  # step 5
    changes = x.T @ delta_hidden, delta_hidden.sum(axis=0), h.T @ delta_output, delta_output.sum(axis=0)
    for parameter, change in zip(parameters, changes, strict=True):
        parameter += rate * change  # step 6
    return error


# %% [markdown] lang="en"
# All four rows of the truth table go through the network at once; `x.T @ delta` adds up δ · input over the rows. Step 5 comes before step 6, because the error must go back along the weights that produced it, not along the corrected ones.
#
# The error starts at about 0.5. **Predict** the error at step 50 of 2,000: 0.48, 0.25 or 0.05?

# %% [markdown] lang="ko"
# 진리표의 네 행을 한꺼번에 넣습니다. `x.T @ delta`는 δ · 입력을 모든 행에 걸쳐 더합니다. 오차는 방금 고친 가중치가 아니라 그 오차를 낸 가중치를 따라 되돌아가야 하므로, 5단계가 6단계보다 먼저입니다.
#
# 오차는 0.5쯤에서 시작합니다. 2,000 스텝 가운데 50번째 스텝의 오차는 0.48, 0.25, 0.05 가운데 무엇일지 **예상해 보세요**.

# %%
xor_x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], float)
xor_t = np.array([[0], [1], [1], [0]], float)
parameters = small_weights(np.random.default_rng(1))
errors, kept = [], {0: [parameter.copy() for parameter in parameters]}
for step in range(1, 2001):
    errors.append(six_steps(parameters, xor_x, xor_t, rate=5.0))
    if step in (50, 100, 150, 2000):
        kept[step] = [parameter.copy() for parameter in parameters]
print("error at step 1, 50, 100, 150, 2000:", [f"{errors[step - 1]:.3f}" for step in (1, 50, 100, 150, 2000)])


# %%
def answer(parameters, x):
    w1, b1, w2, b2 = parameters
    return sigmoid(sigmoid(x @ w1 + b1) @ w2 + b2)


hidden = sigmoid(xor_x @ parameters[0] + parameters[1])
for row, before, h, after in zip(xor_x, answer(kept[0], xor_x), hidden, answer(parameters, xor_x), strict=True):
    print(f"{row[0]:.0f} XOR {row[1]:.0f}   before {before[0]:.2f}   after {after[0]:.2f}   h {h[0]:.2f} {h[1]:.2f}")

# %% [markdown] lang="en"
# The error at step 50 is 0.477, hardly less than at the start. Over the next 100 steps it falls to 0.063, and at the end the answers are 0.02 and 0.99 for the targets 0 and 1. The last two columns are the hidden activations after training. The second unit computes OR, and the first NAND, as in chapter [03](03_neurons_activations.ipynb), where the weights were chosen by hand.
#
# Each picture shows the answer for every point of a square of inputs, from 0 (dark) to 1 (bright), with a white line where the answer is 0.5. Circles mark the samples with target 0, squares those with target 1.

# %% [markdown] lang="ko"
# 50번째 스텝의 오차는 0.477로, 처음보다 별로 줄지 않았습니다. 그다음 100 스텝 동안 0.063까지 줄고, 마지막에는 타깃이 0이면 0.02, 1이면 0.99라는 답이 나옵니다. 끝의 두 열은 훈련한 뒤 은닉층의 활성화 값입니다. 둘째 유닛은 OR를, 첫째 유닛은 NAND를 계산합니다. [03장](03_neurons_activations.ipynb)에서 사람이 골랐던 두 유닛을 이번에는 훈련으로 얻었습니다.
#
# 그림에서는 정사각형의 모든 점을 입력으로 넣어 얻은 답을 0(어두움)에서 1(밝음)까지의 밝기로 나타냅니다. 흰 선은 답이 0.5인 곳입니다. 동그라미는 타깃이 0인 샘플, 네모는 1인 샘플입니다.

# %%
line = np.linspace(-0.3, 1.3, 81)
points = np.stack(np.meshgrid(line, line), axis=-1).reshape(-1, 2)
with style():
    fig, axes = plt.subplots(1, 5, figsize=(9, 2.2))
    for ax, (step, then) in zip(axes, kept.items(), strict=True):
        said = answer(then, points).reshape(81, 81)
        ax.imshow(said, origin="lower", extent=(-0.3, 1.3, -0.3, 1.3), vmin=0, vmax=1)
        ax.contour(line, line, said, levels=[0.5], colors="white", linewidths=1.5)
        for marker, target in (("o", 0), ("s", 1)):
            ax.plot(*xor_x[xor_t[:, 0] == target].T, marker, color="white", mec="black", ms=7)
        ax.set(title=f"step {step}", xticks=[0, 1], yticks=[0, 1])
        ax.grid(visible=False)

# %% [markdown] lang="en"
# At step 0 the answer is 0.43 or 0.44 for all four samples. At step 100 three of them are on the correct side. From step 150 on, there is a band between two lines, one from each hidden unit.
#
# What if the sign in a layer is wrong? The weights of that layer then move along the gradient instead of against it. Let each layer have a sign, +1 as in step 6 or −1 by mistake. **Predict**, for each of the three wrong pairs of signs, whether the error rises.

# %% [markdown] lang="ko"
# 스텝 0에서는 네 샘플의 답이 모두 0.43이나 0.44입니다. 스텝 100에서는 네 샘플 가운데 셋을 맞힙니다. 스텝 150부터는 은닉 유닛마다 하나씩 그은 두 직선 사이에 띠가 생깁니다.
#
# 어떤 층에서 부호가 틀리면 어떻게 될까요? 그 층의 가중치는 그레이디언트의 반대쪽이 아니라 그레이디언트 쪽으로 움직입니다. 층마다 부호를, 6단계에서처럼 더하면 +1, 실수로 빼면 −1로 나타냅니다. 틀린 세 가지 조합 각각에서 오차가 커질지 **예상해 보세요**.


# %%
def steps_with_signs(parameters, x, t, rate, hidden_sign, output_sign):
    w1, b1, w2, b2 = parameters
    h = sigmoid(x @ w1 + b1)
    y = sigmoid(h @ w2 + b2)
    delta_output = (t - y) * y * (1 - y)
    delta_hidden = (delta_output @ w2.T) * h * (1 - h)
    w1 += hidden_sign * rate * x.T @ delta_hidden
    b1 += hidden_sign * rate * delta_hidden.sum(axis=0)
    w2 += output_sign * rate * h.T @ delta_output
    b2 += output_sign * rate * delta_output.sum(axis=0)
    return 0.5 * np.sum((t - y) ** 2)


# %%
for signs in ((1, 1), (-1, 1), (1, -1), (-1, -1)):
    last = []
    for seed in range(5):
        trial = small_weights(np.random.default_rng(seed))
        last.append([steps_with_signs(trial, xor_x, xor_t, 5.0, *signs) for _ in range(2000)][-1])
    print(f"hidden layer {signs[0]:+d}, output layer {signs[1]:+d}   last error:", *(f"{error:.2f}" for error in last))

# %% [markdown] lang="en"
# If the output layer moves the wrong way, the error rises from about 0.5 to 1.00. All four answers then end at 0, or all at 1, where the sigmoid is saturated. If only the hidden layer does so, the error stays at 0.50 for four seeds and rises to 0.74 for one. This is the treacherous mistake. A network that answers 0.5 for every sample has an error of 0.50 = ½ · 4 · 0.5², and looks as if it were merely learning slowly. The checks of section 6 find it at once.
#
# Perhaps seed 1, which we trained first, was lucky. **Predict** how many of 20 seeds solve XOR with two hidden units, and with four.

# %% [markdown] lang="ko"
# 출력층이 틀린 쪽으로 움직이면 오차가 0.5쯤에서 1.00까지 커집니다. 네 답이 모두 0으로, 또는 모두 1로 가서 시그모이드가 포화됩니다. 은닉층만 틀리면 시드(seed) 다섯 개 가운데 네 개에서는 오차가 0.50에 머물고, 한 개에서는 0.74까지 커집니다. 은닉층의 실수는 알아차리기 어렵습니다. 모든 샘플에 0.5라고 답할 때의 오차가 ½ · 4 · 0.5² = 0.50이어서, 신경망이 그저 느리게 배우는 것처럼 보입니다. 6절의 검사를 하면 바로 드러납니다.
#
# 앞에서는 마침 시드가 1이어서 운 좋게 풀렸을 수도 있습니다. 은닉 유닛이 둘일 때와 넷일 때, 시드 20개 가운데 몇 개에서 XOR가 풀릴지 **예상해 보세요**.

# %%
for hidden, expected in ((2, (12, 18)), (4, (18, 20))):
    last = []
    for seed in range(20):
        trial = small_weights(np.random.default_rng(seed), hidden)
        last.append([six_steps(trial, xor_x, xor_t, rate=5.0) for _ in range(2000)][-1])
    measured(
        f"{hidden} hidden units: seeds of 20 with an error below 0.05", int(np.sum(np.array(last) < 0.05)), expected
    )
    measured("  the largest error", max(last))

# %% [markdown] lang="en"
# With two hidden units, 15 of the 20 seeds solve XOR. The other five end on a **plateau**, a nearly flat region (chapter [05](05_optimizers.ipynb)), with an error of 0.25. With four hidden units, all 20 succeed.

# %% [markdown] lang="ko"
# 은닉 유닛이 둘이면 시드 20개 가운데 15개에서 XOR가 풀립니다. 나머지 다섯 번은 거의 평평한 **고원**(plateau, [05장](05_optimizers.ipynb))에서 끝나며, 이때 오차는 0.25입니다. 은닉 유닛이 넷이면 20번 모두 성공합니다.

# %% [markdown] lang="en"
# ## 9. Handwritten digits with NumPy alone
#
# Now we train a larger network on the MNIST digits of chapter [01](01_tensors.ipynb); chapter [09](09_first_network.ipynb) builds it again in Keras. It has 784 inputs, one for each pixel, 512 hidden units with ReLU, and 10 outputs, which a **softmax** turns into probabilities that sum to 1 (chapter [06](06_softmax_losses.ipynb)). The initial weights follow He's rule for ReLU (chapter [03](03_neurons_activations.ipynb)). We keep the last 10,000 training pictures for **validation**: they show during training how well the network reads pictures that it does not learn from. The test pictures are used once, at the end.

# %% [markdown] lang="ko"
# ## 9. NumPy만으로 손글씨 읽기
#
# 이제 더 큰 신경망을 [01장](01_tensors.ipynb)의 MNIST 손글씨로 훈련합니다. [09장](09_first_network.ipynb)에서 Keras로 다시 만들 신경망입니다. 입력은 픽셀마다 하나씩 784개, ReLU를 쓰는 은닉 유닛은 512개, 출력은 10개입니다. 출력은 **소프트맥스**(softmax)를 거쳐 합이 1인 확률이 됩니다([06장](06_softmax_losses.ipynb)). 초기 가중치는 ReLU에 맞춘 He 초기화 방법으로 정합니다([03장](03_neurons_activations.ipynb)). 훈련 데이터의 마지막 10,000장은 **검증**(validation)에 씁니다. 훈련에 쓰지 않은 그림을 얼마나 잘 읽는지를 훈련하는 동안 확인하기 위해서입니다. 테스트 데이터는 끝에 한 번만 씁니다.

# %% tags=["real-data"]
(images, y_train), (test_images, y_test) = mnist.load_data()
pixels, x_test = images.reshape(60000, 784), test_images.reshape(10000, 784)
x_train, y_train, x_val, y_val = pixels[:50000], y_train[:50000], pixels[50000:], y_train[50000:]
print("training:", x_train.shape, x_train.dtype, "  validation:", x_val.shape, "  test:", x_test.shape)


# %%
def new_network(seed):
    """Weights by He's rule and biases of 0, all float32: [w1, b1, w2, b2]."""
    rng = np.random.default_rng(seed)
    parameters = []
    for fan_in, fan_out in ((784, 512), (512, 10)):
        parameters.append(rng.normal(0, np.sqrt(2 / fan_in), (fan_in, fan_out)).astype("float32"))
        parameters.append(np.zeros(fan_out, "float32"))
    return parameters


parameters = new_network(seed=0)
print([parameter.shape for parameter in parameters], "together", f"{sum(parameter.size for parameter in parameters):,}")

# %% [markdown] lang="en"
# These are the 407,050 weights and biases of the opening question. The forward pass is three lines of mathematics: affine and ReLU, affine, softmax.

# %% [markdown] lang="ko"
# 가중치와 편향은 모두 합해 첫머리의 질문에 나온 407,050개입니다. 순전파는 수식 세 줄이면 됩니다. 아핀 변환과 ReLU, 다시 아핀 변환, 소프트맥스입니다.


# %%
def forward(x, parameters):
    """Hidden activations (batch, 512) and probabilities (batch, 10)."""
    w1, b1, w2, b2 = parameters
    hidden = np.maximum(x @ w1 + b1, 0)  # affine, ReLU
    scores = hidden @ w2 + b2
    powers = np.exp(
        scores - scores.max(axis=1, keepdims=True)
    )  # the shift changes no probability, and no exp overflows
    return hidden, powers / powers.sum(axis=1, keepdims=True)  # softmax


# %% [markdown] lang="en"
# The loss is the mean of −log(probability of the right digit). If the ten scores before the softmax are z, the right digit k has the probability exp(zₖ) / Σ exp(zᵢ), and its −log is −zₖ + log Σ exp(zᵢ). By the chain rule, the derivative of the second part with respect to zⱼ is exp(zⱼ) / Σ exp(zᵢ), the probability pⱼ; the first part adds −1 for the right digit alone. The gradient is **p − t**, where t is 1 for the right digit and 0 for the others.
#
# From there we go back through affine, ReLU and affine. The results are gradients, not δ, so they will be subtracted.

# %% [markdown] lang="ko"
# 손실은 −log(정답 숫자의 확률)의 평균입니다. 소프트맥스에 들어가는 점수 10개를 z라고 하면 정답 숫자 k의 확률은 exp(zₖ) / Σ exp(zᵢ)이고, 여기에 −log를 취하면 −zₖ + log Σ exp(zᵢ)입니다. 연쇄 법칙에 따라 둘째 항을 zⱼ로 미분하면 exp(zⱼ) / Σ exp(zᵢ), 즉 확률 pⱼ가 됩니다. 첫째 항의 미분은 정답 숫자에서만 −1이고 나머지에서는 0입니다. 그래서 그레이디언트는 **p − t**입니다. t는 정답 숫자에서 1, 나머지에서 0입니다.
#
# 여기서부터 아핀, ReLU, 아핀을 차례로 거슬러 갑니다. 이렇게 얻은 값은 δ가 아니라 그레이디언트이므로, 가중치를 고칠 때는 뺍니다.


# %%
def loss_and_gradients(x, labels, parameters):
    hidden, p = forward(x, parameters)
    t = np.eye(10, dtype=p.dtype)[labels]  # a row of zeros with a 1 for the right digit
    loss = -np.log((p * t).sum(axis=1) + 1e-30).mean()  # 1e-30: no logarithm of 0
    d_scores = (p - t) / len(x)
    d_hidden = (d_scores @ parameters[2].T) * (hidden > 0)  # ReLU lets through where it was open
    return loss, [x.T @ d_hidden, d_hidden.sum(axis=0), hidden.T @ d_scores, d_scores.sum(axis=0)]


# %% [markdown] lang="en"
# First we run the two checks, in float64 and on eight pictures. We push 40 randomly chosen numbers in each array; GradientTape computes all gradients. `logits` is the usual name for the scores before the softmax; the TensorFlow function applies the softmax and the −log itself.

# %% [markdown] lang="ko"
# 훈련하기 전에 그림 여덟 장을 float64로 계산하여 두 가지 검사부터 합니다. 배열마다 수 40개를 무작위로 골라 중앙 차분을 구하고, GradientTape로는 모든 그레이디언트를 구합니다. `logits`(로짓)는 소프트맥스를 거치기 전의 점수를 가리킵니다. 여기서 쓴 TensorFlow 함수는 소프트맥스와 −log까지 계산합니다.

# %%
x, labels = x_train[:8] / 255, y_train[:8].astype(int)
exactly = [parameter.astype("float64") for parameter in parameters]
loss, gradients = loss_and_gradients(x, labels, exactly)

variables = [tf.Variable(parameter) for parameter in exactly]
with tf.GradientTape() as tape:
    w1, b1, w2, b2 = variables
    logits = tf.nn.relu(x @ w1 + b1) @ w2 + b2
    their_loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(labels, logits))
tape_gradients = [gradient.numpy() for gradient in tape.gradient(their_loss, variables)]

# %% tags=["real-data"]
rng = np.random.default_rng(0)
for name, array, ours, theirs in zip(("w1", "b1", "w2", "b2"), exactly, gradients, tape_gradients, strict=True):
    places = [tuple(rng.integers(0, array.shape)) for _ in range(40)]
    pushed = differences(lambda: loss_and_gradients(x, labels, exactly)[0], array, places)
    np.testing.assert_allclose([ours[place] for place in places], pushed, atol=1e-8)
    np.testing.assert_allclose(ours, theirs, atol=1e-12)
    one = np.abs(pushed).argmax()  # the largest of the 40, to look at
    print(
        f"{name}: ours {ours[places[one]]:.7f}   by pushing {pushed[one]:.7f}   GradientTape {theirs[places[one]]:.7f}"
    )

# %% [markdown] lang="en"
# The three agree in every array; for each, the cell prints the gradient with the largest absolute value among the 40, and it would stop with an error if any differed. An **epoch** is one pass through all training pictures, in random order and in **mini-batches** of 128. With each batch we take one step against its gradient, at a learning rate of 0.3.

# %% [markdown] lang="ko"
# 모든 배열에서 세 방법의 값이 일치합니다. 이 셀은 40개 가운데 절댓값이 가장 큰 그레이디언트를 출력하고, 하나라도 다르면 오류로 멈춥니다. **에포크**(epoch)마다 모든 그림을 무작위 순서로 한 번씩, 128장짜리 **미니배치**(mini-batch)로 나누어 씁니다. 배치마다 그레이디언트의 반대쪽으로 한 스텝 움직이며, 학습률은 0.3입니다.


# %%
def train_epoch(parameters, images, labels, rng, rate=0.3, batch=128):
    order = rng.permutation(len(images))
    losses = []
    for start in range(0, len(order), batch):
        rows = order[start : start + batch]
        x = images[rows].astype("float32") / 255
        loss, gradients = loss_and_gradients(x, labels[rows], parameters)
        losses.append(loss)
        for parameter, gradient in zip(parameters, gradients, strict=True):
            parameter -= rate * gradient
    return losses


# %%
def accuracy(parameters, images, labels):
    _hidden, p = forward(images.astype("float32") / 255, parameters)
    return np.mean(p.argmax(axis=1) == labels)


# %% [markdown] lang="en"
# The accuracy is the share of right answers, here on the 10,000 validation pictures. **Predict** the accuracy before training, and after the first of five epochs.

# %% [markdown] lang="ko"
# 정확도(accuracy)는 맞힌 비율이며, 여기서는 검증 데이터 10,000장으로 구합니다. 훈련하기 전과, 다섯 에포크 가운데 첫 에포크가 끝난 뒤의 정확도를 **예상해 보세요**.

# %% tags=["real-data"]
start = [parameter.copy() for parameter in parameters]
measured("validation accuracy before", accuracy(parameters, x_val, y_val), expected=(0.03, 0.25), data=mnist)
rng, losses = np.random.default_rng(0), []
for epoch, expected in enumerate([(0.92, 0.97), (0.94, 0.98), (0.955, 0.983), (0.96, 0.984), (0.968, 0.985)], start=1):
    losses += train_epoch(parameters, x_train, y_train, rng)
    measured(f"validation accuracy after epoch {epoch}", accuracy(parameters, x_val, y_val), expected, data=mnist)
measured("test accuracy at the end", accuracy(parameters, x_test, y_test), expected=(0.968, 0.985), data=mnist)

# %% [markdown] lang="en"
# Before training, the accuracy is 0.093, about what guessing gives. After one epoch it is 0.954, and after five 0.974, with some forty lines of NumPy. The test pictures, used once, give 0.971. Chapter [10](10_fashion_images.ipynb) shows how to make choices with the validation set.
#
# Your numbers may differ slightly. A different **seed** gives different initial weights and a different order of the pictures. A different **processor** may add numbers in a different order, and differences in the last digit of float32 can grow over 1,955 steps.

# %% [markdown] lang="ko"
# 훈련하기 전의 정확도는 0.093으로, 아무거나 찍을 때와 비슷합니다. 한 에포크 뒤에는 0.954, 다섯 에포크 뒤에는 0.974입니다. NumPy 코드 마흔 줄 남짓으로 얻은 결과입니다. 끝에 한 번만 쓴 테스트 데이터에서는 0.971입니다. 검증 데이터를 보고 설정을 고르는 방법은 [10장](10_fashion_images.ipynb)에서 봅니다.
#
# 직접 실행하면 조금 다른 값이 나올 수 있습니다. **시드**가 다르면 초기 가중치와 그림의 순서가 달라집니다. **프로세서**가 다르면 더하는 순서가 달라질 수 있고, 이때 생긴 float32 마지막 자리의 차이가 1,955 스텝을 거치며 커질 수 있습니다.


# %%
def smooth(values, width=50):
    return np.convolve(values, np.ones(width) / width, mode="valid")


with style():
    fig, ax = plt.subplots(figsize=(9, 3.2))
    ax.semilogy(np.arange(len(losses)) / 391, losses, color="#BBBBBB", lw=0.7)
    ax.semilogy((np.arange(len(losses) - 49) + 49) / 391, smooth(losses), color=COLOURS["blue"], linestyle="-")
    ax.text(1.02, 0.32, "mean of 50 batches", color=COLOURS["blue"])
    ax.text(1.5, 0.035, "each batch", color="#777777")
    ax.set(xlabel="epoch", ylabel="loss", xlim=(0, 5), title="Loss during training")
print("batches:", len(losses))
for epoch in (1, 4, 5):
    measured(f"mean loss in epoch {epoch}", np.mean(losses[391 * (epoch - 1) : 391 * epoch]))

# %% [markdown] lang="en"
# The loss of every batch is drawn in grey, and the mean of the last 50 in blue, on a logarithmic axis. The loss drops quickly within the first hundred batches, then more slowly; on average it is 0.089 in the fourth epoch and 0.072 in the fifth. It fluctuates because every batch holds different pictures.
#
# What has the first layer learned? A hidden unit has one weight for each pixel, so its weights can be drawn as a picture. Ink on a blue pixel raises the weighted sum, and ink on an orange one lowers it.

# %% [markdown] lang="ko"
# 회색은 배치 하나하나의 손실이고 파란색은 최근 50개의 평균입니다. 세로축은 로그 눈금입니다. 손실은 처음 배치 100개 동안 빠르게 줄고 그다음에는 천천히 줄어듭니다. 평균 손실은 넷째 에포크에 0.089, 다섯째 에포크에 0.072입니다. 배치마다 그림이 다르므로 손실이 오르내립니다.
#
# 첫 층은 무엇을 배웠을까요? 은닉 유닛의 가중치는 픽셀마다 하나씩 있으므로 그림으로 나타낼 수 있습니다. 파란 픽셀에 잉크가 있으면 가중합이 커지고, 주황 픽셀에 있으면 작아집니다.

# %%
change = parameters[0] - start[0]
most = np.argsort(-np.abs(change).max(axis=0))[:10]  # the ten units that changed most
with style():
    fig, axes = plt.subplots(3, 10, figsize=(9.6, 3))
    for row, (name, weights) in zip(
        axes, (("start", start[0]), ("after", parameters[0]), ("change", change)), strict=True
    ):
        row[0].text(-4, 14, name, ha="right", va="center")
        for ax, unit in zip(row, most, strict=True):
            picture = weights[:, unit].reshape(28, 28)
            image = ax.imshow(picture, cmap=SIGNED, vmin=-0.3, vmax=0.3)
            ax.set_axis_off()
    fig.colorbar(image, ax=axes, shrink=0.8, ticks=(-0.3, 0, 0.3), label="weight")

# %% [markdown] lang="en"
# The rows show the random initial weights of the ten units that changed most, their weights after training, and the difference, which is what was learned. There are strokes and arcs, although nobody told the network which pixels are neighbours. At the margins nothing changed. A pixel without ink in any training picture is always 0, so the gradients of its weights are 0 ("multiply swaps").

# %% [markdown] lang="ko"
# 가중치가 가장 많이 변한 유닛 10개입니다. 위는 난수로 정한 초기 가중치, 가운데는 훈련한 뒤의 가중치, 아래는 그 차이, 즉 훈련에서 배운 내용입니다. 어느 픽셀끼리 이웃인지 알려 주지 않았는데도 획과 호가 보입니다. 가장자리는 변하지 않았습니다. 어느 훈련 그림에서도 잉크가 없는 픽셀은 입력이 늘 0이므로 가중치의 그레이디언트도 0입니다("곱셈은 맞바꿉니다").

# %% [markdown] lang="en"
# ### Making it faster
#
# Two of the choices above save time or memory. The pictures stay in memory with one byte per pixel, and each batch is converted to numbers from 0 to 1 only when needed. All weights are float32, not NumPy's usual float64, so there are half as many bytes to move, and each instruction of the processor handles twice as many numbers. The cell times the forward and backward passes of one batch.

# %% [markdown] lang="ko"
# ### 실행 시간 줄이기
#
# 앞에서 두 가지 방법으로 시간과 메모리를 아꼈습니다. 첫째, 그림은 픽셀마다 1바이트로 메모리에 두고, 배치의 차례가 오면 그때 0에서 1까지의 수로 바꿉니다. 둘째, 가중치는 NumPy에서 흔히 쓰는 float64가 아니라 float32로 둡니다. 옮길 바이트가 반으로 줄고, 프로세서가 명령 하나로 계산하는 수의 개수도 두 배가 됩니다. 다음 셀에서는 배치 하나의 순전파와 역전파에 걸리는 시간을 잽니다.


# %%
def seconds(work, *arguments):
    begin = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - begin


x, labels = x_train[:128].astype("float32") / 255, y_train[:128]
for dtype in ("float64", "float32"):
    batch, numbers = x.astype(dtype), [parameter.astype(dtype) for parameter in parameters]
    times = [seconds(loss_and_gradients, batch, labels, numbers) for _ in range(40)]
    measured(f"one batch in {dtype}", 1000 * min(times), digits=1, unit="ms")
print(f"x_train: {x_train.nbytes / 1e6:.0f} MB in uint8, {x_train.size * 4 / 1e6:.0f} MB in float32")

# %% [markdown] lang="en"
# ## 10. The same network in Keras
#
# Keras needs only a few lines, which chapters [08](08_keras_blocks.ipynb) and [09](09_first_network.ipynb) explain. The initial weights, the batch size, the loss, gradient descent and the learning rate are the same as ours; the order of the pictures differs. Both networks train for two epochs.

# %% [markdown] lang="ko"
# ## 10. Keras로 만든 같은 신경망
#
# Keras로는 몇 줄이면 됩니다. 코드는 [08장](08_keras_blocks.ipynb)과 [09장](09_first_network.ipynb)에서 설명합니다. 초기 가중치, 배치 크기, 손실, 경사 하강법, 학습률이 같고 그림의 순서만 다릅니다. 두 신경망을 두 에포크씩 훈련합니다.

# %%
import keras

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input((784,)),
        keras.layers.Dense(512, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.SGD(0.3), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.set_weights(start)

# %%
begin = time.perf_counter()
model.fit(x_train.astype("float32") / 255, y_train, epochs=2, batch_size=128, verbose=0)
keras_time = time.perf_counter() - begin
loss, keras_accuracy = model.evaluate(x_val.astype("float32") / 255, y_val, verbose=0)

by_hand, rng = new_network(seed=0), np.random.default_rng(0)
our_time = sum(seconds(train_epoch, by_hand, x_train, y_train, rng) for _epoch in range(2))

# %% tags=["real-data"]
print(f"{model.count_params():,} parameters")
measured("Keras: two epochs", keras_time, digits=1, unit="s")
measured("by hand: two epochs", our_time, digits=1, unit="s")
measured("Keras: validation accuracy", keras_accuracy, expected=(0.94, 0.98), data=mnist)
measured("by hand: validation accuracy", accuracy(by_hand, x_val, y_val), expected=(0.94, 0.98), data=mnist)

# %% [markdown] lang="en"
# After two epochs, both accuracies are 0.966. In this run Keras took longer. Both leave the matrix products to compiled libraries. Keras also prepares its computation before the first step, runs a general input pipeline and updates metrics with every batch; we did not measure what each of these costs. The times depend on the network, the computer, and what else is running.
#
# ## 11. The cost of a gradient
#
# Back to the opening question: what do all 407,050 derivatives cost? On one batch of 128 pictures, we time the forward pass alone, and then both passes together. **Predict** the ratio of the two times.

# %% [markdown] lang="ko"
# 두 에포크 뒤의 정확도는 둘 다 0.966입니다. 이번 실행에서는 Keras가 더 오래 걸렸습니다. 행렬 곱셈은 양쪽 모두 컴파일된 라이브러리가 계산합니다. Keras는 첫 스텝 전에 계산을 준비하고, 배치마다 범용 입력 파이프라인을 거치며 지표(metric)도 갱신하는데, 그 비용은 따로 재지 않았습니다. 걸리는 시간은 신경망과 컴퓨터, 그때 실행 중인 다른 프로그램에 따라 달라집니다.
#
# ## 11. 그레이디언트의 비용
#
# 이제 첫머리의 질문으로 돌아갑시다. 407,050개를 하나씩 조금 바꾸면 손실이 각각 얼마나 변하는지, 그 답을 모두 구하는 비용은 얼마일까요? 그림 128장짜리 배치 하나로 순전파만 하는 시간과, 역전파까지 하는 시간을 잽니다. 둘째가 첫째의 몇 배일지 **예상해 보세요**.

# %%
x, labels = x_train[:128].astype("float32") / 255, y_train[:128]
ahead = min(seconds(forward, x, parameters) for _ in range(60))
both = min(seconds(loss_and_gradients, x, labels, parameters) for _ in range(60))
pushes = 2 * sum(parameter.size for parameter in parameters)
print(f"forward passes for one gradient by central differences: {pushes:,}")
measured("forwards", 1000 * ahead, digits=1, unit="ms")
measured("forwards and back, all gradients", 1000 * both, digits=1, unit="ms")
measured("times as long", both / ahead, digits=1)
measured("the same by pushing every weight", ahead * pushes / 60, digits=0, unit="minutes")
measured("five epochs by pushing", ahead * pushes * len(losses) / 86400, digits=0, unit="days")

# %% [markdown] lang="en"
# In this run both passes together took about twice as long as the forward pass alone, so the backward pass cost about as much again. An affine layer needs one matrix product forwards and at most two backwards, G Wᵀ and Xᵀ G, so both passes cost at most about three times as much as the forward pass alone, however many weights there are. **One backward pass finds the derivatives of all weights.** Pushing the weights one by one takes 814,100 forward passes for a single step, here about a quarter of an hour, and about 20 days for five epochs.
#
# | Measured here | Result | Seeds |
# |---|---|---|
# | XOR, two hidden units | 15 of 20 solve it | 20 |
# | XOR, four hidden units | 20 of 20 solve it | 20 |
# | wrong sign in the hidden layer alone | last error 0.50, once 0.74 | 5 |
# | wrong sign in the output layer, or in both | last error 1.00 | 5 |
#
# The figures for the digits come from one run each.
#
# ## What you have learned
# - A **derivative** is an exchange rate; along a chain, derivatives multiply (**chain rule**).
# - On the way back, **add passes on, multiply swaps, max chooses**, and the sigmoid multiplies by **y (1 − y)**. For a layer with upstream gradient G, X gets G Wᵀ, W gets Xᵀ G, and b gets the sum of G. **Where a value is used more than once, add.**
# - An engine remembers sources and slopes, and goes back from the deepest value.
# - **Six steps** lead to ΔW = η · δ · input. With δ = −∂E/∂z you add; with gradients you subtract.
# - Check gradients by **central differences, ε ≈ 6e-6** in float64, and against a second engine.
# - In a network of affine layers, finding all gradients costs about as much as one or two more forward passes.
#
# ## Next
# [05. Optimizers](05_optimizers.ipynb): now that you have the gradient, how far should a step go, and in which direction?
#
# ## Sources
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning internal representations by error propagation", in *Parallel Distributed Processing* 1, MIT Press (1986): the generalized delta rule, XOR; and "Learning representations by back-propagating errors", Nature 323 (1986).
# - S. Linnainmaa, "Taylor expansion of the accumulated rounding error", BIT 16 (1976): going back through a computation.
# - A. Griewank, A. Walther, *Evaluating Derivatives*, 2nd edition, SIAM (2008): reverse mode, and the bound on its cost.
# - W. H. Press and others, *Numerical Recipes*, 3rd edition (2007), section 5.7: the best step for a numerical derivative.
# - K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV (2015): the initial weights.
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.

# %% [markdown] lang="ko"
# 이번 실행에서는 두 배쯤입니다. 역전파의 비용이 순전파 한 번과 비슷한 셈입니다. 아핀 층 하나에 행렬 곱셈이 순전파에서는 한 번, 역전파에서는 많아야 두 번(G Wᵀ와 Xᵀ G) 필요합니다. 그러므로 가중치가 아무리 많아도 전체 비용은 기껏해야 순전파의 세 배쯤입니다. **역전파 한 번으로 모든 가중치의 미분을 구할 수 있습니다.** 가중치를 하나씩 바꾸어 중앙 차분을 구하려면 스텝 하나에 순전파를 814,100번 해야 합니다. 이번에 잰 시간으로 계산하면 스텝 하나에 15분 안팎, 다섯 에포크에 20일쯤 걸립니다.
#
# | 항목 | 결과 | 시드 |
# |---|---|---|
# | XOR, 은닉 유닛 둘 | 20번 중 15번 풀림 | 20개 |
# | XOR, 은닉 유닛 넷 | 20번 중 20번 풀림 | 20개 |
# | 은닉층만 부호가 틀림 | 마지막 오차 0.50, 한 번은 0.74 | 5개 |
# | 출력층 또는 두 층 모두 부호가 틀림 | 마지막 오차 1.00 | 5개 |
#
# 손글씨에서 얻은 값은 한 번씩 실행한 결과입니다.
#
# ## 배운 것
# - **미분**은 환율과 같습니다. 이어진 계산에서는 미분이 곱해집니다(**연쇄 법칙**).
# - 거슬러 갈 때 **덧셈은 그대로 넘기고, 곱셈은 맞바꾸고, max는 고릅니다**. 시그모이드에서는 **y (1 − y)를 곱합니다**. 층에서는 상류 그레이디언트가 G일 때 X는 G Wᵀ, W는 Xᵀ G, b는 G의 합을 받습니다. **여러 번 쓰인 값에서는 더합니다.**
# - 엔진은 `sources`와 기울기를 기억해 두었다가 가장 깊은 값부터 거슬러 갑니다.
# - **여섯 단계**로 ΔW = η · δ · 입력을 구합니다. δ = −∂E/∂z이면 더하고, 그레이디언트이면 뺍니다.
# - 그레이디언트는 float64에서 **ε ≈ 6e-6인 중앙 차분**으로 검사하고, 다른 엔진과도 비교합니다.
# - 아핀 층으로 된 신경망에서 모든 그레이디언트를 구하는 데는 순전파 한두 번만큼의 비용이 더 듭니다.
#
# ## 다음
# [05. 옵티마이저](05_optimizers.ipynb): 그레이디언트를 구했으니 이제 어느 쪽으로 얼마나 움직여야 할지 알아봅니다.
#
# ## 출처
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning internal representations by error propagation", *Parallel Distributed Processing* 1권, MIT Press (1986): 일반화된 델타 규칙, XOR. "Learning representations by back-propagating errors", Nature 323 (1986).
# - S. Linnainmaa, "Taylor expansion of the accumulated rounding error", BIT 16 (1976): 계산을 거슬러 가며 미분하기.
# - A. Griewank, A. Walther, *Evaluating Derivatives*, 2판, SIAM (2008): 역방향 미분과 그 비용의 상한.
# - W. H. Press 외, *Numerical Recipes*, 3판 (2007), 5.7절: 수치 미분에 가장 좋은 간격.
# - K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV (2015): 초기 가중치.
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
