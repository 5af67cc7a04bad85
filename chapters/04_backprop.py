# %% [markdown] lang="en"
# # 04. Backpropagation: who is to blame, and by how much
#
# A small network for handwritten digits has 407,050 weights. It answers, it is wrong, and the mistake is one number. **How does each of the 407,050 learn its own share of the blame, and what does it cost to find out?** One could push every weight a little and look again: ten minutes for one tiny correction, weeks for a training. At the end of this chapter you do it in little more time than the answer itself takes, with code of which you know every line.
#
# **You will be able to**
# - draw a computation as a graph, and send gradients back through add, multiply, max, sigmoid and affine nodes with pencil and paper;
# - read an automatic differentiation engine line by line, and say why gradients are added;
# - run error back-propagation in six steps, with every sign in its place;
# - check any gradient by central differences, and choose the step;
# - train a network on 60,000 real digits in NumPy, to 97 % and more.
#
# **Time** about 90 minutes. **You need** [02](02_broadcasting.ipynb): `x @ w + b`; [03](03_neurons_activations.ipynb): sigmoid, ReLU, XOR. Of mathematics: what the slope of a curve is.

# %% [markdown] lang="ko"
# # 04. 역전파: 누가 얼마나 책임져야 하는가
#
# 손글씨 숫자를 읽는 작은 신경망(neural network)에 가중치(weight)가 407,050개 있습니다. 신경망이 답을 내고, 틀리고, 얼마나 틀렸는지가 수 하나로 나옵니다. **407,050개의 가중치는 저마다 자기 책임이 얼마인지 어떻게 알아낼까요? 알아내는 데 드는 비용은 얼마일까요?** 가중치를 하나씩 조금 밀어 보고 결과를 다시 잴 수도 있습니다. 그러면 한 번 살짝 고치는 데 10분, 훈련을 다 하려면 몇 주가 걸립니다. 이 장을 마치면 답을 내는 시간보다 조금 더 걸려서, 한 줄 한 줄 다 아는 코드로 알아낼 수 있습니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 계산을 그래프로 그리고, 덧셈, 곱셈, max, 시그모이드(sigmoid), 아핀(affine) 노드를 거슬러 그레이디언트(gradient)를 종이와 연필로 구합니다.
# - 자동 미분(automatic differentiation) 엔진을 한 줄씩 읽고, 그레이디언트를 왜 더하는지 말합니다.
# - 오차 역전파를 여섯 단계로, 부호 하나 틀리지 않고 해냅니다.
# - 어떤 그레이디언트든 중앙 차분(central difference)으로 검사하고, 검사에 쓸 걸음의 크기를 정합니다.
# - 진짜 손글씨 60,000장으로 NumPy만 써서 신경망을 훈련하여 97 % 넘게 맞힙니다.
#
# **시간** 약 90분. **필요한 것** [02장](02_broadcasting.ipynb)의 `x @ w + b`, [03장](03_neurons_activations.ipynb)의 시그모이드, ReLU, XOR. 수학은 곡선의 기울기가 무엇인지만 알면 됩니다.

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
# ## 1. A derivative is a rate of exchange
#
# You push an input a little. The output moves. **How many times as far?** That factor is the **derivative**. For x² at x = 3, try it with smaller and smaller pushes. **Predict** where the factor is heading.

# %% [markdown] lang="ko"
# ## 1. 미분은 환율
#
# 입력을 조금 밀면 출력이 움직입니다. **몇 배나 움직일까요?** 그 배수가 **미분**(derivative)입니다. x = 3에서 x²을 점점 더 조금씩 밀어 봅시다. 배수가 어떤 수에 다가갈지 **예상해 보세요**.


# %%
def square(x):
    return x**2


for push in (1, 0.1, 0.01, 0.001):
    print(f"push {push:5}  the output moves {(square(3 + push) - square(3)) / push:.3f} times as far")

# %% [markdown] lang="en"
# It heads for 6, and the rule for x² says 2x = 6. A derivative is an exchange rate that holds for small amounts: near x = 3, one unit of x is worth six units of x².
#
# Exchange rates **multiply**. If a euro buys 3 of something, and one of that buys 14 of something else, the euro buys 42. Here y = 3x + 1, and then z = y². At x = 2 we have y = 7, so z changes 2y = 14 times as fast as y, and y 3 times as fast as x. **Predict** how much z moves when x moves by 0.001.

# %% [markdown] lang="ko"
# 6에 다가갑니다. x²의 미분 공식도 2x = 6이라고 합니다. 미분은 적은 양을 바꿀 때 통하는 환율입니다. x = 3 근처에서 x 하나는 x² 여섯과 바꿀 수 있습니다.
#
# 환율은 **곱해집니다**. 1유로로 어떤 것 3개를 사고 그것 하나로 다른 것 14개를 산다면, 1유로로 42개를 사는 셈입니다. 여기서는 y = 3x + 1이고 z = y²입니다. x = 2이면 y = 7이므로 z는 y보다 2y = 14배 빠르게, y는 x보다 3배 빠르게 변합니다. x가 0.001 움직이면 z는 얼마나 움직일지 **예상해 보세요**.

# %%
x = 2.0
y = 3 * x + 1
dz_dy, dy_dx = 2 * y, 3
print("chain rule: ", dz_dy, "×", dy_dx, "=", dz_dy * dy_dx)
print(f"pushed:      z moves {(square(3 * 2.001 + 1) - square(y)):.4f}, {(square(3 * 2.001 + 1) - square(y)) / 0.001:.1f} times as far")

# %% [markdown] lang="en"
# 14 × 3 = 42. This is the **chain rule**: along a chain, derivatives multiply. Backpropagation is nothing but this rule, applied in a clever order.

# %% [markdown] lang="ko"
# 14 × 3 = 42입니다. 이것이 **연쇄 법칙**(chain rule)입니다. 사슬을 따라 미분은 곱해집니다. 역전파(backpropagation)는 이 법칙을 영리한 순서로 쓰는 것일 뿐입니다.

# %% [markdown] lang="en"
# ## 2. A graph, walked twice
#
# Take (x + y) · z with x = 3, y = 2, z = −4. Each operation is a **node**, each value that goes from one node into another an **edge**. Together they are the **computational graph**. Walk through it forwards, and you get the value; walk back, and you get all derivatives. By hand:

# %% [markdown] lang="ko"
# ## 2. 두 번 걷는 그래프
#
# x = 3, y = 2, z = −4일 때 (x + y) · z를 봅시다. 연산 하나하나가 **노드**(node)이고, 한 노드에서 다른 노드로 값이 들어가는 길이 **간선**(edge)입니다. 이것을 모두 모은 것이 **계산 그래프**(computational graph)입니다. 앞으로 걸으면 값이 나오고, 거꾸로 걸으면 미분이 모두 나옵니다. 손으로 해 봅시다.

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
# `d_x` stands for the derivative of the *result* with respect to x. Each line takes what came from behind, the **upstream gradient**, and multiplies it by the node's own **local derivative**. No node needs to know the whole formula.
#
# **Predict** with it: what happens to the result when x goes up by 0.1?

# %% [markdown] lang="ko"
# `d_x`는 x에 대한 *결과*의 미분입니다. 줄마다 하는 일은 같습니다. 뒤에서 온 **상류 그레이디언트**(upstream gradient)에 그 노드의 **국소 미분**(local derivative)을 곱합니다. 어느 노드도 식 전체를 알 필요가 없습니다.
#
# 이것으로 **예상해 보세요**. x가 0.1 커지면 결과는 어떻게 될까요?

# %%
print("before:", result, "  after:", round((x + 0.1 + y) * z, 6))

# %% [markdown] lang="en"
# −4 times 0.1 is −0.4, and the result fell by 0.4.
#
# ### See it: BackpropStepper
#
# Below is the same graph. Values in blue go to the right; gradients in rust brown come back to the left, and each edge shows *upstream × local = gradient*, with the local derivative in green. **Look at** the two edges that leave the node ×: each carries the value of the *other* input.

# %% [markdown] lang="ko"
# −4 곱하기 0.1은 −0.4이고, 결과도 0.4 줄었습니다.
#
# ### 눈으로 보기: BackpropStepper
#
# 아래는 같은 그래프입니다. 파란색 값은 오른쪽으로 가고, 적갈색 그레이디언트는 왼쪽으로 돌아옵니다. 간선마다 *상류 × 국소 = 그레이디언트*가 적혀 있고, 국소 미분은 초록색입니다. × 노드에서 나오는 두 간선을 **눈여겨보세요**. 저마다 *다른 쪽* 입력의 값이 붙어 있습니다.

# %%
BackpropStepper(expression="(x + y) * z", values="x=3, y=2, z=-4", step=7)

# %% [markdown] lang="en"
# **Try this**
# 1. Pull *step* to 0 and press *Next* until the end. First the values appear, one node a step, then the gradients, one edge a step. The sentence below says each step in words.
# 2. Move z to 0. All that goes to x and y becomes 0: multiplied by 0, they make no difference. The gradient of z stays 5.
# 3. Type `x*y*z` as *expression*, press Enter, and pull *step* to its end. There are two × nodes now. The gradient of x is the product of the other two values.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *단계*를 0으로 내리고 끝까지 *다음*을 눌러 보세요. 먼저 값이 한 단계에 노드 하나씩 나타나고, 그다음 그레이디언트가 한 단계에 간선 하나씩 나타납니다. 아래 문장이 단계마다 무슨 일을 하는지 알려 줍니다.
# 2. z를 0으로 옮겨 보세요. x와 y로 가는 것이 모두 0이 됩니다. 0을 곱하면 x와 y가 얼마든 상관없기 때문입니다. z의 그레이디언트는 5 그대로입니다.
# 3. *식*에 `x*y*z`를 입력하고 Enter를 누른 다음 *단계*를 끝까지 옮겨 보세요. × 노드가 둘이 됩니다. x의 그레이디언트는 나머지 두 값의 곱입니다.

# %% [markdown] lang="en"
# ## 3. What each node does with a gradient
#
# A handful of rules covers everything. Each takes the inputs of a node and the upstream gradient, and says what goes back to each input.

# %% [markdown] lang="ko"
# ## 3. 노드마다 하는 일
#
# 규칙 몇 개면 모든 계산에 충분합니다. 노드의 입력과 상류 그레이디언트를 받아, 입력마다 무엇을 돌려보낼지 정하는 규칙입니다.


# %%
def add_back(x, y, upstream):
    return upstream, upstream


def multiply_back(x, y, upstream):
    return upstream * y, upstream * x


def max_back(x, y, upstream):
    return (upstream, 0.0) if x >= y else (0.0, upstream)


# %% [markdown] lang="en"
# The inputs are 10 and 5, and the upstream gradient is 1.3. **Predict** all six numbers before you run the cell.

# %% [markdown] lang="ko"
# 입력은 10과 5이고 상류 그레이디언트는 1.3입니다. 셀을 실행하기 전에 여섯 개의 수를 모두 **예상해 보세요**.

# %%
for name, rule in (("10 + 5", add_back), ("10 × 5", multiply_back), ("max(10, 5)", max_back)):
    print(f"{name:10}  upstream 1.3  goes back:", rule(10.0, 5.0, 1.3))

# %% [markdown] lang="en"
# - **Add passes on**: 1.3 and 1.3. Whichever input is pushed, the sum moves as far.
# - **Multiply swaps**: 1.3 × 5 = 6.5 goes to the 10, and 1.3 × 10 = 13 goes to the 5. The more the partner weighs, the more a push is worth.
# - **Max chooses**: the larger input gets everything, the other nothing. ReLU is max(x, 0).

# %% [markdown] lang="ko"
# - **덧셈은 그대로 넘깁니다**: 1.3과 1.3. 어느 입력을 밀어도 합은 그만큼 움직입니다.
# - **곱셈은 맞바꿉니다**: 10 쪽으로 1.3 × 5 = 6.5가, 5 쪽으로 1.3 × 10 = 13이 갑니다. 곱하는 상대가 클수록 한 번 민 것의 값어치도 커집니다.
# - **max는 고릅니다**: 큰 쪽이 모두 받고 다른 쪽은 아무것도 받지 못합니다. ReLU는 max(x, 0)입니다.

# %%
BackpropStepper(expression="x * y", values="x=10, y=5", upstream=1.3, step=4)

# %% [markdown] lang="en"
# **Try this**
# 1. The picture shows 13 going to y and 6.5 to x. Type `x + y` and pull *step* to its end: both become 1.3. Do the same with `max(x, y)`, then push the slider of x below that of y: the gradient jumps to the other side.
# 2. Move *upstream* to 0, then to −2. Every gradient is proportional to it; a node only scales what it is given.
#
# Now the **sigmoid**, y = 1 / (1 + exp(−z)). Built from small nodes it takes four. Seen as one node, its derivative is **y (1 − y)**: all that it needs is its own output, which the walk forwards has already computed. **Predict**: is the largest derivative that it can have 1, 0.5 or 0.25?

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 그림에서는 y로 13이, x로 6.5가 갑니다. `x + y`를 입력하고 *단계*를 끝까지 옮기면 둘 다 1.3이 됩니다. `max(x, y)`로도 해 보고, x 슬라이더를 y보다 작게 내려 보세요. 그레이디언트가 반대쪽으로 건너뜁니다.
# 2. *상류*를 0으로, 다시 −2로 옮겨 보세요. 모든 그레이디언트가 상류에 비례합니다. 노드는 받은 것을 늘이거나 줄일 뿐입니다.
#
# 이번에는 **시그모이드** y = 1 / (1 + exp(−z))입니다. 작은 노드로 만들면 네 개가 듭니다. 노드 하나로 보면 미분은 **y (1 − y)입니다**. 자기 출력만 알면 되고, 그것은 앞으로 걸을 때 이미 구해 두었습니다. 이 미분이 가장 클 때 1일지, 0.5일지, 0.25일지 **예상해 보세요**.


# %%
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


for z in (0.0, 2.0, 4.0, 8.0):
    y = sigmoid(z)
    pushed = (sigmoid(z + 1e-5) - sigmoid(z - 1e-5)) / 2e-5
    print(f"z = {z:.0f}   y = {y:.4f}   y(1 - y) = {y * (1 - y):.4f}   pushed: {pushed:.4f}")

# %% [markdown] lang="en"
# At most 0.25, and nearly nothing once y is close to 1: the saturation of chapter [03](03_neurons_activations.ipynb), as a number. Below is a whole neuron, w·x + b and then the sigmoid, taken apart into its smallest nodes.

# %% [markdown] lang="ko"
# 가장 커야 0.25이고, y가 1에 가까워지면 거의 0입니다. [03장](03_neurons_activations.ipynb)에서 본 포화(saturation)를 수로 나타낸 것입니다. 아래는 뉴런(neuron) 하나, 곧 w·x + b에 시그모이드를 씌운 것을 가장 작은 노드로 나눈 것입니다.

# %%
BackpropStepper(expression="1 / (1 + exp(-(w*x + b)))", values="w=2, x=-1, b=3", step=99)

# %% [markdown] lang="en"
# **Try this**
# 1. The gradients of w, x and b are −0.197, 0.393 and 0.197. Type `sigmoid(w*x + b)`, the same neuron with one node for the sigmoid, and go to the last step: the same three numbers, from 0.731 × (1 − 0.731) = 0.197.
# 2. Move b to 5. The neuron saturates, and all three gradients shrink. This is how learning comes to a halt.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. w, x, b의 그레이디언트는 −0.197, 0.393, 0.197입니다. 시그모이드를 노드 하나로 쓴 같은 뉴런 `sigmoid(w*x + b)`를 입력하고 마지막 단계로 가 보세요. 같은 수 셋이 나옵니다. 0.731 × (1 − 0.731) = 0.197이기 때문입니다.
# 2. b를 5로 옮겨 보세요. 뉴런이 포화되어 세 그레이디언트가 모두 줄어듭니다. 학습이 멈추는 모습입니다.

# %% [markdown] lang="en"
# ## 4. Used twice: gradients add
#
# In x·x + 3x the value x is used three times. Push x, and the push travels along all three ways and arrives three times. So what comes back along the ways is **added**. **Predict** the gradient at x = 2: the multiply node sends back 2 to each of its two inputs, and 3x sends 3.

# %% [markdown] lang="ko"
# ## 4. 여러 번 쓰인 값: 그레이디언트는 더한다
#
# x·x + 3x에서 x는 세 번 쓰입니다. x를 밀면 민 것이 세 갈래 길을 모두 지나 세 번 도착합니다. 그래서 길마다 돌아온 것을 **더합니다**. x = 2일 때의 그레이디언트를 **예상해 보세요**. 곱셈 노드는 두 입력에 2씩, 3x는 3을 돌려보냅니다.

# %%
BackpropStepper(expression="x*x + 3*x", values="x=2", step=99)

# %% [markdown] lang="en"
# **Try this**
# 1. The box of x shows Σ 7: 2 + 2 + 3. The formula says 2x + 3 = 7 as well. Step back with *Back* and watch the sum shrink, way by way.
# 2. Type `x - x` and go to the last step. Two gradients arrive at x, 1 and −1, and their sum is 0, as it must be: the result is 0 wherever x goes.
# 3. Type `sigmoid(x) * (1 - sigmoid(x))`, go to the last step, and move x until its gradient is 0. You have found the place where the sigmoid is steepest: x = 0.
#
# Forgetting to add is the classic mistake of whoever writes an engine. The next section must not make it.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. x 상자에 Σ 7이 보입니다. 2 + 2 + 3입니다. 공식으로도 2x + 3 = 7입니다. *이전*으로 되돌아가며 합이 길 하나씩 줄어드는 것을 보세요.
# 2. `x - x`를 입력하고 마지막 단계로 가 보세요. x에 1과 −1이 도착하고 합은 0입니다. x가 어디로 가든 결과가 0이니 당연합니다.
# 3. `sigmoid(x) * (1 - sigmoid(x))`를 입력하고 마지막 단계로 가서, 그레이디언트가 0이 될 때까지 x를 옮겨 보세요. 시그모이드가 가장 가파른 곳, 곧 x = 0을 찾은 것입니다.
#
# 더하기를 잊는 것은 엔진을 만드는 사람이 으레 하는 실수입니다. 다음 절에서는 그 실수를 하면 안 됩니다.

# %% [markdown] lang="en"
# ## 5. An engine in fifty lines
#
# Now let the computer do it. A `Value` is a number with a memory: which values it was computed from (its **sources**), and how steep it is in each of them. Everything else follows. `depth` says how many steps a value is away from the inputs.

# %% [markdown] lang="ko"
# ## 5. 쉰 줄짜리 엔진
#
# 이제 컴퓨터에 맡깁시다. `Value`는 기억이 있는 수입니다. 어떤 값들로 계산했는지(`sources`), 그 값마다 얼마나 가파른지를 기억합니다. 나머지는 모두 여기서 나옵니다. `depth`는 입력에서 몇 걸음 떨어졌는지를 나타냅니다.


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
# Read `__mul__` aloud: the product's number; its slope in `self` is the *other* number; its slope in `other` is *this* number. That is "multiply swaps". In Python `a * b` calls `a.__mul__(b)`, so formulas can be written as usual.
#
# `class Value(Value)` means: a new Value that can do all the old one could, and the following.

# %% [markdown] lang="ko"
# `__mul__`을 소리 내어 읽어 보세요. 곱의 값을 구하고, `self`에 대한 기울기는 *다른 쪽* 수, `other`에 대한 기울기는 *이쪽* 수입니다. 바로 "곱셈은 맞바꿉니다"입니다. 파이썬에서 `a * b`는 `a.__mul__(b)`를 부르므로 식을 평소처럼 쓸 수 있습니다.
#
# `class Value(Value)`는 앞의 Value가 하던 것을 모두 하면서 다음 것도 할 줄 아는 새 Value라는 뜻입니다.


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
# The walk forwards happens by itself, while Python computes the formula. What is left is the walk back. First: which values take part? Follow the sources until nothing new turns up.

# %% [markdown] lang="ko"
# 앞으로 걷기는 파이썬이 식을 계산하는 동안 저절로 끝납니다. 남은 것은 거꾸로 걷기입니다. 먼저, 어떤 값들이 참여했을까요? 새로운 것이 나오지 않을 때까지 `sources`를 따라갑니다.


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
# Then, from the deepest value to the inputs, each sends upstream × local to its sources. Two details carry all the weight. The **order**: a value may only send once it has received everything, so deeper ones go first. And **`+=`**: what arrives is added.

# %% [markdown] lang="ko"
# 그다음 가장 깊은 값에서 입력 쪽으로 가면서, 값마다 자기 `sources`에 상류 × 국소를 보냅니다. 중요한 것은 두 가지입니다. 하나는 **순서**입니다. 받을 것을 다 받은 다음에야 보낼 수 있으므로 깊은 값이 먼저입니다. 또 하나는 `+=`입니다. 도착한 것은 더합니다.


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
# That is the whole engine. **Predict** what it says for the graphs that you know, then compare with the pictures above.

# %% [markdown] lang="ko"
# 엔진은 이것으로 끝입니다. 이미 아는 그래프에서 무엇이 나올지 **예상해 보고** 위의 그림과 비교하세요.

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
# The same numbers as the pictures. Now the first thing that learns: a neuron with a target t, and its squared error (sigmoid(wx + b) − t)². What does a small step **against** the gradient do to the error? **Predict** whether it falls at every step.

# %% [markdown] lang="ko"
# 그림과 같은 수가 나옵니다. 이제 처음으로 무언가를 배우게 해 봅시다. 타깃(target)이 t인 뉴런과 제곱 오차 (sigmoid(wx + b) − t)²입니다. 그레이디언트의 **반대쪽**으로 조금 움직이면 오차는 어떻게 될까요? 스텝(step)마다 줄어들지 **예상해 보세요**.


# %%
def neuron_error(w, x, b, t):
    miss = (w * x + b).sigmoid() - t
    return miss * miss


w, x, b, t = Value(2.0), Value(-1.0), Value(3.0), Value(1.0)
for step in range(4):
    error = neuron_error(w, x, b, t)
    backward(error)
    print(f"step {step}: error {error.number:.4f}   d_w {w.gradient:+.4f}   d_b {b.gradient:+.4f}")
    w, b = Value(w.number - 2 * w.gradient), Value(b.number - 2 * b.gradient)

# %% [markdown] lang="en"
# It falls, and that is all that learning is. `d_w` is positive, so w goes down; `d_b` is negative, so b goes up. Both push the neuron's output towards 1.
#
# ## 6. Is it right? Two checks
#
# An engine with a mistake still prints numbers, and often even learns a little. So every gradient deserves a check that knows nothing of graphs. The oldest is to push: the **central difference** (f(x + h) − f(x − h)) / 2h, with a small step h. **Predict**: the smaller h, the better?
#
# Here it is for a hundred values of w, beside the one-sided difference (f(x + h) − f(x)) / h, for many steps h. The exact derivatives come from the engine.

# %% [markdown] lang="ko"
# 줄어듭니다. 배운다는 것은 이것이 전부입니다. `d_w`는 양수이므로 w는 작아지고, `d_b`는 음수이므로 b는 커집니다. 둘 다 뉴런의 출력을 1 쪽으로 밉니다.
#
# ## 6. 맞는가? 두 가지 검사
#
# 엔진은 틀려도 수를 내놓고, 조금은 배우기까지 합니다. 그래서 그레이디언트는 그래프를 전혀 모르는 방법으로 검사해야 합니다. 가장 오래된 방법은 밀어 보는 것입니다. 작은 걸음 h로 (f(x + h) − f(x − h)) / 2h를 구합니다. 이것이 **중앙 차분**(central difference)입니다. h는 작을수록 좋을까요? **예상해 보세요**.
#
# w의 값 100개에서 여러 가지 h로 중앙 차분을, 그리고 한쪽만 미는 차분 (f(x + h) − f(x)) / h를 구해 봅시다. 정확한 미분은 엔진이 알려 줍니다.


# %%
def error_at(w):  # the same neuron for an array of w
    return (sigmoid(-w + 3) - 1) ** 2


def engine_slope(w):
    weight = Value(w)
    backward(neuron_error(weight, Value(-1.0), Value(3.0), Value(1.0)))
    return weight.gradient


weights = np.linspace(0, 6, 100)
exact = np.array([engine_slope(w) for w in weights])
steps = np.logspace(-1, -15, 57)
central = [np.abs((error_at(weights + h) - error_at(weights - h)) / (2 * h) - exact).mean() for h in steps]
one_sided = [np.abs((error_at(weights + h) - error_at(weights)) / h - exact).mean() for h in steps]

# %%
for h in (1e-1, 1e-3, 6e-6, 1e-9, 1e-12):
    nearest = np.argmin(np.abs(np.log(steps / h)))
    measured(f"step {h:.0e}: digits after the point that are right", -np.log10(central[nearest]), digits=1)
best = steps[np.argmin(central)]
print("best step between 1e-6 and 1e-4:", 1e-6 < best < 1e-4)
print(f"cube root of float64's last digit: {np.cbrt(np.finfo(float).eps):.1e}")

# %%
with style():
    fig, ax = plt.subplots(figsize=(9, 3.6))
    ax.loglog(steps, central, color=COLOURS["blue"])
    ax.loglog(steps, one_sided, color=COLOURS["vermillion"], linestyle="--")
    ax.axvline(np.cbrt(np.finfo(float).eps), color="#888888", lw=1, linestyle=":")
    ax.text(5e-6, 0.1, "6e-6", color="#555555")
    ax.text(3e-3, 2e-10, "central", color=COLOURS["blue"], ha="right")
    ax.text(1e-3, 2e-4, "one-sided", color=COLOURS["vermillion"])
    ax.set(xlabel="step h", ylabel="mean error of the derivative", ylim=(1e-12, 2))
    ax.invert_xaxis()

# %% [markdown] lang="en"
# The picture reads from large steps on the left to small ones on the right; low is good. On the left the curve is not straight over so long a step: the error of the central difference falls with h². On the right another error takes over: f(x + h) and f(x − h) agree in nearly all of their 16 digits, the difference keeps only what is left, and dividing by a tiny h blows it up. The two meet where h³ is about the last digit of a float64, so at its **cube root, about 6e-6**: 11 digits are right. At 1e-12, a step that one finds in published programs, 4 or 5 are left. The one-sided difference never gets beyond 8 or 9.
#
# The second check is another engine: TensorFlow's **GradientTape**. It records what is computed, as our Values do, and walks back.

# %% [markdown] lang="ko"
# 그림은 왼쪽의 큰 걸음에서 오른쪽의 작은 걸음으로 읽으며, 낮을수록 좋습니다. 왼쪽에서는 걸음이 길어 그사이 곡선이 곧지 않습니다. 중앙 차분의 오차는 h²에 비례해 줄어듭니다. 오른쪽에서는 다른 오차가 나타납니다. f(x + h)와 f(x − h)는 16자리가 거의 모두 같아서 빼고 나면 몇 자리 남지 않는데, 그것을 아주 작은 h로 나누면 오차가 크게 불어납니다. 두 오차는 h³이 float64의 마지막 자리쯤 될 때, 곧 그 **세제곱근인 약 6e-6**에서 만납니다. 이때 11자리가 맞습니다. 공개된 프로그램에서 볼 수 있는 1e-12로는 네다섯 자리만 남습니다. 한쪽만 미는 차분은 여덟아홉 자리를 넘지 못합니다.
#
# 두 번째 검사는 다른 엔진, TensorFlow의 **GradientTape**입니다. 우리 Value처럼 계산을 기록했다가 거꾸로 걷습니다.

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
for name, mine, his in zip("wxbt", ours, theirs, strict=True):
    print(f"d_{name}   engine {mine.gradient:+.10f}   GradientTape {his:+.10f}")

# %% [markdown] lang="en"
# Equal, to the tenth digit and beyond. An engine of fifty lines does what the large one does, for single numbers. Of course no one trains a large network number by number: the next section takes a whole layer at once.
#
# ## 7. A layer is one node
#
# An **affine** node computes Y = X W + b for a whole batch (chapter [02](02_broadcasting.ipynb)). Its rules are the old ones, "multiply swaps" and "used twice: add", for whole matrices. With the upstream gradient G, of the shape of Y:
#
# | goes back to | rule | shape |
# |---|---|---|
# | X | G Wᵀ | (batch, inputs) |
# | W | Xᵀ G | (inputs, units) |
# | b | the sum of G over the batch | (units,) |
#
# The bias is used once in every row, so its gradients add up. And no rule needs learning by heart: only one order of the two matrices gives the right shape.

# %% [markdown] lang="ko"
# 소수점 아래 열 자리 넘게 같습니다. 쉰 줄짜리 엔진이 숫자 하나하나에 대해서는 커다란 엔진과 같은 일을 합니다. 물론 큰 신경망을 숫자 하나씩 훈련하는 사람은 없습니다. 다음 절에서는 층(layer) 하나를 한꺼번에 다룹니다.
#
# ## 7. 층은 노드 하나
#
# **아핀** 노드는 배치(batch) 전체에 대해 Y = X W + b를 계산합니다([02장](02_broadcasting.ipynb)). 규칙은 앞에서 본 "곱셈은 맞바꿉니다"와 "여러 번 쓰이면 더합니다"를 행렬(matrix)로 쓴 것입니다. 상류 그레이디언트를 G라 하면 형상(shape)은 Y와 같습니다.
#
# | 받는 곳 | 규칙 | 형상 |
# |---|---|---|
# | X | G Wᵀ | (배치, 입력) |
# | W | Xᵀ G | (입력, 유닛) |
# | b | 배치에 걸쳐 G를 모두 더한 것 | (유닛,) |
#
# 편향(bias)은 행마다 한 번씩 쓰이므로 그레이디언트를 모두 더합니다. 외울 필요는 없습니다. 두 행렬을 어떤 순서로 곱해야 형상이 맞는지 보면 하나뿐입니다.


# %%
def affine_back(x, w, upstream):
    return upstream @ w.T, x.T @ upstream, upstream.sum(axis=0)


rng = np.random.default_rng(0)
x, w, b = rng.normal(size=(5, 3)), rng.normal(size=(3, 2)), rng.normal(size=2)
upstream = rng.normal(size=(5, 2))
d_x, d_w, d_b = affine_back(x, w, upstream)
print("shapes:", d_x.shape, d_w.shape, d_b.shape)

# %% [markdown] lang="en"
# The check, from now on for arrays: push each number of an array by 6e-6, up and down, and see how `f` moves.

# %% [markdown] lang="ko"
# 검사도 이제부터는 배열(array)에 대해 합니다. 배열의 수를 하나씩 6e-6만큼 위아래로 밀고 `f`가 얼마나 움직이는지 봅니다.


# %%
def differences(f, array, places, h=6e-6):
    """The derivative of f() with respect to the numbers of `array` at `places`, by central differences."""
    found = []
    for place in places:
        before = array[place]
        array[place] = before + h
        up = f()
        array[place] = before - h
        found.append((up - f()) / (2 * h))
        array[place] = before
    return np.array(found)


# %%
def affine_result():  # a number whose gradient with respect to Y is `upstream`
    return ((x @ w + b) * upstream).sum()


for name, array, gradient in (("x", x, d_x), ("w", w, d_w), ("b", b, d_b)):
    pushed = differences(affine_result, array, list(np.ndindex(array.shape)))
    print(f"d_{name}: {pushed.size} numbers, largest error below 1e-8:", np.abs(pushed - gradient.ravel()).max() < 1e-8)

# %% [markdown] lang="en"
# ## 8. Error back-propagation in six steps: XOR
#
# Chapter [03](03_neurons_activations.ipynb) solved XOR with weights that were thought out. Now a network finds them itself: two inputs, two hidden units, one output, sigmoid everywhere. This is the algorithm that made networks with hidden layers learn, as the books of the 1980s write it:
#
# 1. **Start** with small random weights.
# 2. **Forwards**: compute the hidden activations h and the outputs y.
# 3. **Error**: E = ½ Σ (t − y)².
# 4. **δ of the output**: δₒ = (t − y) · y (1 − y).
# 5. **δ of the hidden layer**: δₕ = (δₒ Wᵀ) · h (1 − h). The blame goes back along the weights by which it came.
# 6. **Delta rule**: ΔW = η · δ · input, for every weight; η is the learning rate. Back to 2, until E is small.
#
# Now the signs. δ is the *negative* gradient −∂E/∂z: (t − y), target first. That is why step 6 **adds**. With (y − t) in step 4 one has the gradient, and step 6 must subtract. Either is right; a mixture is not.

# %% [markdown] lang="ko"
# ## 8. 오차 역전파 여섯 단계: XOR
#
# [03장](03_neurons_activations.ipynb)에서는 사람이 생각해 낸 가중치로 XOR를 풀었습니다. 이제 신경망이 스스로 찾습니다. 입력 둘, 은닉(hidden) 유닛(unit) 둘, 출력 하나이고 모두 시그모이드를 씁니다. 은닉층이 있는 신경망을 배울 수 있게 한 이 알고리즘을 1980년대 책에서는 이렇게 적었습니다.
#
# 1. **시작**: 작은 난수로 가중치를 정합니다.
# 2. **앞으로**: 은닉층의 활성화 h와 출력 y를 구합니다.
# 3. **오차**: E = ½ Σ (t − y)².
# 4. **출력층의 δ**(델타): δₒ = (t − y) · y (1 − y).
# 5. **은닉층의 δ**: δₕ = (δₒ Wᵀ) · h (1 − h). 책임은 지나온 가중치를 따라 되돌아갑니다.
# 6. **델타 규칙**(delta rule): 모든 가중치에 ΔW = η · δ · 입력. η는 학습률(learning rate)입니다. E가 작아질 때까지 2로 돌아갑니다.
#
# 부호를 봅시다. δ는 그레이디언트의 부호를 *바꾼* −∂E/∂z입니다. (t − y), 곧 타깃이 앞에 옵니다. 그래서 6단계에서 **더합니다**. 4단계에서 (y − t)를 쓰면 그레이디언트가 되므로 6단계에서 빼야 합니다. 어느 쪽이든 맞지만 섞으면 틀립니다.


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
# All four rows of the truth table go through at once; `x.T @ delta` adds up δ · input over the rows. Note that step 5 comes before step 6: the blame must go back along the weights that made the mistake, not along those that have just been corrected.
#
# **Predict**: does the error fall evenly from the start?

# %% [markdown] lang="ko"
# 진리표의 네 행을 한꺼번에 넣습니다. `x.T @ delta`가 행마다의 δ · 입력을 모두 더합니다. 5단계가 6단계보다 먼저인 것에 주의하세요. 책임은 방금 고친 가중치가 아니라 실수를 저지른 가중치를 따라 되돌아가야 합니다.
#
# 오차가 처음부터 고르게 줄어들지 **예상해 보세요**.

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


for row, before, after in zip(xor_x, answer(kept[0], xor_x), answer(parameters, xor_x), strict=True):
    print(f"{row[0]:.0f} XOR {row[1]:.0f}   before {before[0]:.2f}   after {after[0]:.2f}")

# %% [markdown] lang="en"
# XOR, learned. But not evenly: for some 50 steps next to nothing happened, and then it went fast. The picture shows what the network answers for every point of the square, from 0 (dark) to 1 (bright), and the line where it says 0.5. Circles are targets of 0, squares targets of 1.

# %% [markdown] lang="ko"
# XOR를 배웠습니다. 그러나 고르게 배우지는 않았습니다. 50스텝쯤은 거의 아무 일도 없다가 그다음부터 빨라졌습니다. 그림은 정사각형의 모든 점에 대한 신경망의 답을 0(어두움)에서 1(밝음)까지 나타내고, 답이 0.5인 곳에 선을 그은 것입니다. 동그라미는 타깃이 0, 네모는 1입니다.

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
# At first the whole square is about 0.5; then one corner is cut off, and three of the four are right; at last a band lies across the middle, between two lines. Each hidden unit has drawn one of them, as in chapter [03](03_neurons_activations.ipynb).
#
# Two experiments with the same code. What if the signs are mixed: δ with (y − t), and still added? That is the same as a negative rate. And does it always work, or was seed 1 lucky? **Predict** both.

# %% [markdown] lang="ko"
# 처음에는 정사각형 전체가 0.5쯤입니다. 다음에는 한쪽 귀퉁이가 잘려 나가 넷 가운데 셋이 맞습니다. 마지막에는 두 직선 사이로 띠가 가운데를 가로지릅니다. [03장](03_neurons_activations.ipynb)에서처럼 은닉 유닛마다 직선을 하나씩 그은 것입니다.
#
# 같은 코드로 두 가지를 더 해 봅시다. 부호를 섞으면, 곧 δ에 (y − t)를 쓰고 그대로 더하면 어떻게 될까요? 학습률이 음수인 것과 같습니다. 그리고 언제나 성공할까요, 아니면 시드(seed) 1이 운이 좋았을까요? 둘 다 **예상해 보세요**.

# %%
wrong = small_weights(np.random.default_rng(1))
climb = [six_steps(wrong, xor_x, xor_t, rate=-5.0) for _ in range(200)]
print(f"signs mixed: error {climb[0]:.2f} at the start, {climb[-1]:.2f} after 200 steps")
print("answers now:", answer(wrong, xor_x).ravel().round(2), "  targets:", xor_t.ravel())

solved = 0
for seed in range(20):
    trial = small_weights(np.random.default_rng(seed))
    last = [six_steps(trial, xor_x, xor_t, rate=5.0) for _ in range(2000)][-1]
    solved += last < 0.05
measured("seeds that solve XOR, of 20", solved, expected=(12, 18), digits=0)

# %% [markdown] lang="en"
# With mixed signs the network runs uphill: the error doubles, and at the end it says 0 to everything, quite sure, and saturated. If your error *rises*, suspect a sign first.
#
# And about one start in four gets stuck on a plateau, with two rows answered by 0.5. With four hidden units instead of two this hardly ever happens (try `hidden=4`): a larger network has more ways out.

# %% [markdown] lang="ko"
# 부호를 섞으면 신경망은 오르막으로 달립니다. 오차가 두 배로 늘고, 끝에 가서는 무엇에든 아주 자신 있게 0이라고 답하며 포화됩니다. 오차가 *커진다면* 부호부터 의심하세요.
#
# 그리고 네 번에 한 번쯤은 고원(plateau)에 갇혀 두 행에 0.5라고 답합니다. 은닉 유닛을 둘이 아니라 넷으로 하면 거의 그런 일이 없습니다(`hidden=4`로 해 보세요). 신경망이 크면 빠져나갈 길도 많습니다.

# %% [markdown] lang="en"
# ## 9. Handwritten digits, by hand
#
# Now in earnest: 784 pixels, 512 hidden units with ReLU, 10 outputs with softmax, and 60,000 pictures. The pictures stay in memory as they are, one byte a pixel, 47 MB.

# %% [markdown] lang="ko"
# ## 9. 손으로 만든 신경망으로 손글씨 읽기
#
# 이제 본격적으로 해 봅시다. 픽셀 784개, ReLU를 쓰는 은닉 유닛 512개, 소프트맥스(softmax)를 쓰는 출력 10개, 그림 60,000장입니다. 그림은 픽셀마다 한 바이트인 채로 메모리에 두며 47 MB입니다.

# %% tags=["real-data"]
(images, y_train), (test_images, y_test) = mnist.load_data()
x_train, x_test = images.reshape(60000, 784), test_images.reshape(10000, 784)
print("training:", x_train.shape, x_train.dtype, round(x_train.nbytes / 1e6), "MB   test:", x_test.shape)


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
# 407,050 weights: the network of the first line of this chapter. Forwards it is three lines of mathematics. Where you see `+=` or `out=`, the result goes into memory that is there already: arrays of this size are slow to get, and quick to fill.

# %% [markdown] lang="ko"
# 가중치 407,050개, 이 장 첫 줄의 신경망입니다. 앞으로 걷기는 수학으로 세 줄입니다. `+=`나 `out=`이 있는 곳에서는 이미 있는 메모리에 결과를 씁니다. 이만한 배열은 채우기는 빨라도 새로 얻기는 느리기 때문입니다.


# %%
def forward(x, parameters):
    """Hidden activations (batch, 512) and probabilities (batch, 10)."""
    w1, b1, w2, b2 = parameters
    hidden = x @ w1
    hidden += b1
    np.maximum(hidden, 0, out=hidden)  # ReLU
    p = hidden @ w2 + b2
    p -= p.max(axis=1, keepdims=True)  # changes no probability, and no exp overflows
    np.exp(p, out=p)
    p /= p.sum(axis=1, keepdims=True)  # softmax
    return hidden, p


# %% [markdown] lang="en"
# Backwards. The loss is the mean of −log(probability of the right digit). Its gradient at the inputs of the softmax is as simple as can be, **p − t**: what was said minus what was right (chapter [06](06_softmax_losses.ipynb) derives it; below we check it). From there on you know every line: affine, ReLU, affine. These are gradients, so they will be subtracted.

# %% [markdown] lang="ko"
# 거꾸로 걷습니다. 손실(loss)은 −log(정답 숫자의 확률)의 평균입니다. 소프트맥스의 입력에서 손실의 그레이디언트는 더없이 간단합니다. **p − t**, 곧 말한 것에서 맞는 것을 뺀 것입니다([06장](06_softmax_losses.ipynb)에서 유도하고, 여기서는 아래에서 검사합니다). 그다음은 모두 아는 줄입니다. 아핀, ReLU, 아핀. 이것은 그레이디언트이므로 나중에 뺍니다.


# %%
def loss_and_gradients(x, labels, parameters):
    hidden, p = forward(x, parameters)
    rows = np.arange(len(x))
    loss = -np.log(p[rows, labels] + 1e-30).mean()  # 1e-30: no logarithm of 0
    p[rows, labels] -= 1  # p − t
    p /= len(x)
    d_hidden = p @ parameters[2].T
    d_hidden *= hidden > 0  # ReLU lets through where it was open
    return loss, [x.T @ d_hidden, d_hidden.sum(axis=0), hidden.T @ p, p.sum(axis=0)]


# %% [markdown] lang="en"
# Before anything is trained: the two checks. In float64, on eight pictures, 40 randomly chosen weights of each array are pushed; and GradientTape gets the same network.

# %% [markdown] lang="ko"
# 훈련하기 전에 두 가지 검사부터 합니다. float64로 바꾸어 그림 여덟 장을 놓고, 배열마다 무작위로 고른 40개의 가중치를 밀어 봅니다. GradientTape에도 같은 신경망을 줍니다.

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

# %%
rng = np.random.default_rng(0)
for name, array, ours, theirs in zip(("w1", "b1", "w2", "b2"), exactly, gradients, tape_gradients, strict=True):
    places = [tuple(rng.integers(0, array.shape)) for _ in range(40)]
    pushed = differences(lambda: loss_and_gradients(x, labels, exactly)[0], array, places)
    by_push = np.abs(pushed - [ours[place] for place in places]).max()
    print(f"{name}: differences agree to 1e-8: {by_push < 1e-8}   GradientTape to 1e-12: {np.abs(ours - theirs).max() < 1e-12}")

# %% [markdown] lang="en"
# Both agree, on every array. Now an **epoch**: all pictures once, in random order, 128 at a time (**mini-batches**). Each batch makes one step against its gradient. We shuffle the *numbers* of the pictures, not 47 MB of pictures; only the 128 of a batch become float32, and everything after them stays float32.

# %% [markdown] lang="ko"
# 모든 배열에서 둘 다 들어맞습니다. 이제 **에포크**(epoch)입니다. 모든 그림을 무작위 순서로 한 번씩, 한 번에 128장(**미니배치**, mini-batch)씩 봅니다. 배치마다 그레이디언트의 반대쪽으로 한 스텝 움직입니다. 그림 47 MB가 아니라 그림의 *번호*를 섞습니다. 배치의 128장만 float32로 바꾸고, 그 뒤로는 모두 float32입니다.


# %%
def train_epoch(parameters, images, labels, rng, rate=0.5, batch=128):
    order = rng.permutation(len(images))
    losses = []
    for start in range(0, len(order), batch):
        rows = order[start : start + batch]
        x = images[rows] * np.float32(1 / 255)
        loss, gradients = loss_and_gradients(x, labels[rows], parameters)
        losses.append(loss)
        for parameter, gradient in zip(parameters, gradients, strict=True):
            gradient *= rate
            parameter -= gradient
    return losses


# %%
def accuracy(parameters, images, labels):
    _hidden, p = forward(images * np.float32(1 / 255), parameters)
    return np.mean(p.argmax(axis=1) == labels)


# %% [markdown] lang="en"
# Five epochs. **Predict** the share of right answers on the 10,000 test pictures: before, and after the first epoch.

# %% [markdown] lang="ko"
# 다섯 에포크를 돌립니다. 테스트 데이터(test set) 10,000장에서 맞히는 비율을 **예상해 보세요**. 훈련하기 전에는, 그리고 첫 에포크가 끝나면 얼마일까요?

# %% tags=["real-data"]
start = [parameter.copy() for parameter in parameters]
measured("before", accuracy(parameters, x_test, y_test), expected=(0.03, 0.25), data=mnist)
rng, losses = np.random.default_rng(0), []
for epoch, expected in enumerate([(0.93, 0.97), (0.95, 0.98), (0.96, 0.983), (0.965, 0.984), (0.97, 0.985)], start=1):
    losses += train_epoch(parameters, x_train, y_train, rng)
    measured(f"test accuracy after epoch {epoch}", accuracy(parameters, x_test, y_test), expected, data=mnist)

# %% [markdown] lang="en"
# Over 97 %, in plain NumPy, with some forty lines that you have read. Over seven seeds we measured 0.977 to 0.981 after five epochs. Why not always the same? Another **seed** gives other first weights and another order of pictures. And with the same seed, another **processor** adds in another order: float32 sums then differ in the last digit, and thousands of steps magnify it.

# %% [markdown] lang="ko"
# 순수한 NumPy로, 여러분이 다 읽은 마흔 줄 남짓한 코드로 97 %를 넘겼습니다. 시드 일곱 가지로 재 보니 다섯 에포크 뒤에 0.977에서 0.981이었습니다. 왜 늘 같지 않을까요? **시드**가 다르면 첫 가중치와 그림의 순서가 다릅니다. 시드가 같아도 **프로세서**가 다르면 더하는 순서가 달라 float32 합의 마지막 자리가 달라지고, 수천 스텝을 거치며 그 차이가 커집니다.

# %%
def smooth(values, width=50):
    return np.convolve(values, np.ones(width) / width, mode="valid")


with style():
    fig, ax = plt.subplots(figsize=(9, 3.2))
    ax.semilogy(np.arange(len(losses)) / 469, losses, color="#BBBBBB", lw=0.7)
    ax.semilogy((np.arange(len(losses) - 49) + 49) / 469, smooth(losses), color=COLOURS["blue"], linestyle="-")
    ax.text(1.02, 0.32, "mean of 50 batches", color=COLOURS["blue"])
    ax.text(2.5, 0.011, "each batch", color="#777777")
    ax.set(xlabel="epoch", ylabel="loss", xlim=(0, 5), title="Loss during training")
print("batches:", len(losses), "  loss of the first batch higher than of any of the last 100:", losses[0] > max(losses[-100:]))

# %% [markdown] lang="en"
# Grey is the loss of every single batch, blue the mean of the last 50. The loss drops within the first hundred batches and then creeps. It trembles, since every batch holds other pictures, and after five epochs it still falls.
#
# What has the first layer learned? A hidden unit has one weight for each pixel, so its weights can be drawn as a picture: blue where ink speaks for the unit, orange where it speaks against it.

# %% [markdown] lang="ko"
# 회색은 배치 하나하나의 손실이고, 파란색은 최근 50개의 평균입니다. 손실은 처음 100배치 안에 뚝 떨어진 다음 천천히 내려갑니다. 배치마다 그림이 달라서 떨리고, 다섯 에포크가 지나도 아직 내려가는 중입니다.
#
# 첫 층은 무엇을 배웠을까요? 은닉 유닛에는 픽셀마다 가중치가 하나씩 있으니 가중치를 그림으로 그릴 수 있습니다. 잉크가 있으면 유닛이 켜지는 곳은 파란색, 꺼지는 곳은 주황색입니다.

# %%
change = parameters[0] - start[0]
most = np.argsort(-np.abs(change).max(axis=0))[:10]  # the ten units that changed most
with style():
    fig, axes = plt.subplots(3, 10, figsize=(9, 3))
    for row, (name, weights) in zip(axes, (("start", start[0]), ("after", parameters[0]), ("change", change)), strict=True):
        row[0].text(-4, 14, name, ha="right", va="center")
        for ax, unit in zip(row, most, strict=True):
            picture = weights[:, unit].reshape(28, 28)
            limit = np.abs(change[:, most]).max() if name == "change" else 0.3
            ax.imshow(picture, cmap=SIGNED, vmin=-limit, vmax=limit)
            ax.set_axis_off()

# %% [markdown] lang="en"
# Above the random start, in the middle the weights after training, below the difference: what was learned. It has strokes, arcs and gaps, though no one ever told the network that pixels have neighbours. At the margin, where no picture has ink, nothing changed: the input is 0 there, so the gradient is 0 ("multiply swaps"), and the noise of the start stays for ever.

# %% [markdown] lang="ko"
# 위는 난수로 정한 출발점, 가운데는 훈련한 뒤의 가중치, 아래는 그 차이, 곧 배운 것입니다. 획과 호와 빈틈이 보입니다. 픽셀에 이웃이 있다고 알려 준 사람이 아무도 없는데도 그렇습니다. 어느 그림에도 잉크가 없는 가장자리는 변하지 않았습니다. 그곳의 입력은 0이므로 그레이디언트도 0이고("곱셈은 맞바꿉니다"), 출발할 때의 잡음이 영영 남습니다.

# %% [markdown] lang="en"
# ## 10. Side by side with Keras
#
# The same network in Keras, with the same first weights, the same batches of 128 from the same bytes, and the same rule, plain gradient descent with a rate of 0.5. In turn, four epochs each; the fastest counts. **Predict** who is faster.

# %% [markdown] lang="ko"
# ## 10. Keras와 나란히
#
# 같은 신경망을 Keras로 만듭니다. 첫 가중치도, 같은 바이트에서 뽑는 128장짜리 배치도, 학습률 0.5인 경사 하강법(gradient descent)도 같습니다. 번갈아 네 에포크씩 돌리고 가장 빠른 것을 씁니다. 누가 더 빠를지 **예상해 보세요**.

# %%
import keras

keras.utils.set_random_seed(0)
model = keras.Sequential(
    [
        keras.Input((784,)),
        keras.layers.Rescaling(1 / 255),
        keras.layers.Dense(512, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.SGD(0.5), loss="sparse_categorical_crossentropy")
model.set_weights(start)
print(f"{model.count_params():,}")

# %%
def seconds(work):
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


by_hand, rng = new_network(seed=0), np.random.default_rng(0)
keras_times, our_times = [], []
for _turn in range(4):
    keras_times.append(seconds(lambda: model.fit(x_train, y_train, batch_size=128, epochs=1, verbose=0)))
    our_times.append(seconds(lambda: train_epoch(by_hand, x_train, y_train, rng)))

# %% tags=["real-data"]
measured("Keras: fastest epoch", min(keras_times), digits=2, unit="s")
measured("by hand: fastest epoch", min(our_times), digits=2, unit="s")
measured("by hand, times as fast", min(keras_times) / min(our_times), digits=1)
keras_right = np.mean(model.predict(x_test, verbose=0).argmax(axis=1) == y_test)
measured("Keras: test accuracy", keras_right, expected=(0.965, 0.985), data=mnist)
measured("by hand: test accuracy", accuracy(by_hand, x_test, y_test), expected=(0.965, 0.985), data=mnist)

# %% [markdown] lang="en"
# The same accuracy, and on the two processor cores where this was written the code by hand is about twice as fast. How can that be? The work lies in two matrix products, which compiled libraries do in both; for the rest Keras pays for its generality at every step, and on a network this small that weighs as much as the products. The larger the layers, the less it matters; with convolutions or on a GPU Keras wins by far. On a computer busy with other things NumPy's threads wait for one another, by hand may even be slower, and these times say little.
#
# ## 11. The price of a gradient
#
# Back to the question: what does it cost to learn all 407,050 shares of the blame? On one batch of 128 pictures, here is the time for an answer alone (forwards), and for the answer and all gradients (forwards and back). **Predict** how many times as long the second takes.

# %% [markdown] lang="ko"
# 정확도는 같습니다. 이 글을 쓴 코어 두 개짜리 컴퓨터에서는 손으로 쓴 코드가 두 배쯤 빠릅니다. 어떻게 그럴 수 있을까요? 일의 대부분은 행렬 곱 두 번이고, 그것은 양쪽 모두 컴파일된 라이브러리가 합니다. 나머지에서 Keras는 무엇이든 다룰 수 있도록 만들어진 대가를 스텝마다 치르는데, 이렇게 작은 신경망에서는 그 대가가 행렬 곱만큼 큽니다. 층이 클수록 차이는 줄어들고, 합성곱(convolution)을 쓰거나 GPU에서 돌리면 Keras가 크게 이깁니다. 컴퓨터가 다른 일로 바쁘면 NumPy의 스레드들이 서로를 기다리느라 손으로 쓴 코드가 더 느릴 수도 있고, 이 시간들은 별 뜻이 없습니다.
#
# ## 11. 그레이디언트의 값
#
# 처음 질문으로 돌아갑니다. 407,050개의 책임을 모두 알아내는 데 드는 비용은 얼마일까요? 그림 128장짜리 배치 하나에서 답만 내는 시간(앞으로)과, 답과 모든 그레이디언트를 구하는 시간(앞으로, 그리고 거꾸로)을 잽니다. 뒤의 것이 몇 배나 걸릴지 **예상해 보세요**.

# %%
x, labels = x_train[:128] * np.float32(1 / 255), y_train[:128]
ahead = min(seconds(lambda: forward(x, parameters)) for _ in range(60))
both = min(seconds(lambda: loss_and_gradients(x, labels, parameters)) for _ in range(60))
pushes = 2 * sum(parameter.size for parameter in parameters)
print(f"forward passes for one gradient by central differences: {pushes:,}")
measured("forwards", 1000 * ahead, digits=1, unit="ms")
measured("forwards and back, all gradients", 1000 * both, digits=1, unit="ms")
measured("times as long", both / ahead, digits=1)
measured("the same by pushing every weight", ahead * pushes / 60, digits=0, unit="minutes")
measured("five epochs by pushing", ahead * pushes * len(losses) / 86400, digits=0, unit="days")

# %% [markdown] lang="en"
# So **all weights learn their shares from one walk back**, and that walk costs no more than one or two walks forwards, however many weights there are. Pushing them one by one would take 814,100 forward passes for a single step: ten minutes or more, and for the five epochs some weeks. That factor is why networks can be trained at all.
#
# And nothing in it is magic: every node multiplies what comes from behind by its own slope, and where ways meet, gradients add.
#
# ## What you have learned
# - A **derivative** is a rate of exchange; along a chain rates multiply (**chain rule**).
# - Back through a graph: **add passes on, multiply swaps, max chooses, sigmoid y (1 − y)**; for a layer X: G Wᵀ, W: Xᵀ G, b: the sum of G. **Used twice: add.**
# - An engine remembers sources and slopes on the way forwards, and walks back from the deepest value.
# - **Six steps**: start, forwards, error, δ of the output, δ of the hidden layer, ΔW = η δ · input. With δ = −∂E/∂z one adds; with gradients one subtracts.
# - Check gradients by **central differences, h ≈ 6e-6** in float64, and against a second engine.
# - All gradients together cost no more than one or two extra forward passes.
#
# ## Next
# [05. Optimizers](05_optimizers.ipynb): now that you know the gradient, how far and which way should you step?
#
# ## Sources
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by back-propagating errors", Nature 323 (1986): δ for hidden layers, XOR.
# - S. Linnainmaa, "Taylor expansion of the accumulated rounding error", BIT 16 (1976): the walk back through a graph.
# - A. Griewank, A. Walther, *Evaluating Derivatives*, 2nd edition, SIAM (2008): reverse mode, and the bound on its cost.
# - W. H. Press and others, *Numerical Recipes*, 3rd edition (2007), section 5.7: the best step of a numerical derivative.
# - K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV (2015): the first weights.
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.

# %% [markdown] lang="ko"
# 그러니 **모든 가중치가 자기 책임을 아는 데는 거꾸로 한 번 걷는 것으로 충분합니다**. 가중치가 아무리 많아도 그 비용은 앞으로 한두 번 걷는 비용을 넘지 않습니다. 하나씩 밀어 보려면 스텝 하나에 앞으로 814,100번 걸어야 합니다. 10분이 넘고, 다섯 에포크라면 몇 주가 걸립니다. 신경망을 훈련할 수 있는 것은 이 차이 덕분입니다.
#
# 마법은 어디에도 없습니다. 노드마다 뒤에서 온 것에 자기 기울기를 곱하고, 길이 만나는 곳에서는 그레이디언트를 더합니다.
#
# ## 배운 것
# - **미분**은 환율입니다. 사슬을 따라 환율은 곱해집니다(**연쇄 법칙**).
# - 그래프를 거슬러 갈 때 **덧셈은 그대로 넘기고, 곱셈은 맞바꾸고, max는 고르고, 시그모이드는 y (1 − y)입니다**. 층에서는 X에 G Wᵀ, W에 Xᵀ G, b에 G의 합입니다. **여러 번 쓰이면 더합니다.**
# - 엔진은 앞으로 갈 때 출처와 기울기를 기억하고, 가장 깊은 값부터 거꾸로 걷습니다.
# - **여섯 단계**: 시작, 앞으로, 오차, 출력층의 δ, 은닉층의 δ, ΔW = η · δ · 입력. δ = −∂E/∂z이면 더하고, 그레이디언트이면 뺍니다.
# - 그레이디언트는 **중앙 차분, float64에서 h ≈ 6e-6**으로 검사하고, 다른 엔진과도 비교합니다.
# - 모든 그레이디언트를 구하는 데는 앞으로 한두 번 더 걷는 것보다 많이 들지 않습니다.
#
# ## 다음
# [05. 옵티마이저](05_optimizers.ipynb): 그레이디언트를 알았으니 이제 어느 쪽으로 얼마나 걸어야 할지 봅니다.
#
# ## 출처
# - D. E. Rumelhart, G. E. Hinton, R. J. Williams, "Learning representations by back-propagating errors", Nature 323 (1986): 은닉층의 δ, XOR.
# - S. Linnainmaa, "Taylor expansion of the accumulated rounding error", BIT 16 (1976): 그래프를 거꾸로 걷기.
# - A. Griewank, A. Walther, *Evaluating Derivatives*, 2판, SIAM (2008): 역방향 미분과 그 비용의 한계.
# - W. H. Press 외, *Numerical Recipes*, 3판 (2007), 5.7절: 수치 미분에 가장 좋은 걸음.
# - K. He, X. Zhang, S. Ren, J. Sun, "Delving deep into rectifiers", ICCV (2015): 첫 가중치.
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
