# %% [markdown] lang="en"
# # 06. Softmax and losses: what you ask for
#
# A network does not want to be right. It makes one number small, whatever that takes. **Which number must be small so that ten scores become a good answer, and what do you get when you write down another?** You will train with right numbers and with wrong ones, and see exactly what you asked for.
#
# **You will be able to**
# - turn scores into probabilities, at any size of the scores, and say what temperature and shift do;
# - compute cross-entropy by hand, for two classes and for many, and spot a formula with a wrong sign;
# - say what gradient it sends back, and train a classifier for real digits with it in a dozen lines;
# - choose last layer and loss for a task, from logits or from probabilities, MSE or MAE;
# - ask of any loss: what is the cheapest way to make it small?
#
# **Time** about 90 minutes. **You need** [02](02_broadcasting.ipynb): `x @ w + b`; [03](03_neurons_activations.ipynb): the sigmoid; [04](04_backprop.ipynb) and [05](05_optimizers.ipynb): gradients, and steps against them. Of mathematics: exp and log.

# %% [markdown] lang="ko"
# # 06. 소프트맥스와 손실: 무엇을 바라는가
#
# 신경망(neural network)은 정답을 맞히고 싶어 하지 않습니다. 숫자 하나를 줄일 뿐이며, 그럴 수만 있으면 무엇이든 합니다. **점수 열 개가 좋은 답이 되려면 어떤 숫자를 줄여야 할까요? 다른 숫자를 적으면 무엇을 얻게 될까요?** 옳은 숫자로도 틀린 숫자로도 훈련해 보고, 내가 정확히 무엇을 바란 것인지 확인합니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 점수가 얼마나 크든 확률로 바꾸고, 온도(temperature)와 더할 값이 무엇을 하는지 말합니다.
# - 클래스(class)가 둘일 때와 여럿일 때 교차 엔트로피(cross-entropy)를 손으로 계산하고, 부호가 틀린 식을 알아봅니다.
# - 교차 엔트로피가 돌려보내는 그레이디언트(gradient)를 말하고, 그것으로 진짜 숫자 그림을 분류하는 모델을 열두어 줄로 훈련합니다.
# - 문제에 맞는 마지막 층(layer)과 손실(loss)을 고릅니다. 로짓(logits)을 넘길지 확률을 넘길지, MSE인지 MAE인지도 정합니다.
# - 어떤 손실을 보아도 이렇게 묻습니다. 이것을 줄이는 가장 손쉬운 방법은 무엇인가?
#
# **시간** 약 90분. **필요한 것** [02장](02_broadcasting.ipynb)의 `x @ w + b`, [03장](03_neurons_activations.ipynb)의 시그모이드(sigmoid), [04장](04_backprop.ipynb)과 [05장](05_optimizers.ipynb)의 그레이디언트와 그 반대쪽으로 걷기. 수학은 지수와 로그면 됩니다.

# %% tags=["setup"]
from itertools import product

import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import mnist
from helpers.drawing import SIGNED, style
from helpers.widgets import LossExplorer, SoftmaxExplorer

# %% [markdown] lang="en"
# ## 1. One column of weights for each class
#
# One unit answers yes or no. For three classes take three units: each has its own weights, looks at the same input, and says how much it speaks for *its* class. That number is a **score**, or **logit**. Here are two inputs and three classes; each class owns one **column** of `w`.

# %% [markdown] lang="ko"
# ## 1. 클래스마다 가중치 열 하나
#
# 유닛(unit) 하나는 예 또는 아니요로 답합니다. 클래스가 셋이면 유닛도 셋을 둡니다. 유닛마다 자기 가중치(weight)가 있고, 같은 입력을 보고, *자기* 클래스라고 얼마나 주장하는지를 수로 말합니다. 이 수가 **점수**, 곧 **로짓**입니다. 아래에서 입력은 둘, 클래스는 셋이고, 클래스마다 `w`의 **열** 하나를 가집니다.

# %%
x = np.array([1.0, 0.5])
w = np.array([[1.5, 0.5, -0.4], [0.6, 1.0, 0.8]])
b = np.array([0.2, 0.0, 0.1])
for number in range(3):
    print("class", number, " score", round(float(w[:, number] @ x + b[number]), 3))

# %% [markdown] lang="en"
# Three dot products, and no reason for a loop. **Predict** the shape of the scores for a batch of 128 samples.

# %% [markdown] lang="ko"
# 점곱(dot product) 세 번이니 반복문을 쓸 까닭이 없습니다. 샘플(sample)이 128개인 배치(batch)라면 점수의 형상(shape)이 무엇일지 **예상해 보세요**.

# %%
print("one sample:", x @ w + b)
print("a batch:   ", (np.ones((128, 2)) @ w + b).shape)

# %% [markdown] lang="en"
# One row for each sample, one column for each class: (128, 3). Books that write `W x` keep one **row** for each class: the same matrix, transposed.
#
# ## 2. From scores to probabilities
#
# 2.0, 1.0 and 0.1 are in order, but what do they mean? Shares would be easier to read: none negative, all together 1. Dividing by the sum would do, were no score below 0. **Predict** what dividing makes of the scores (2, −1, −0.5).

# %% [markdown] lang="ko"
# 샘플마다 행 하나, 클래스마다 열 하나, 곧 (128, 3)입니다. `W x`라고 쓰는 책에서는 클래스마다 가중치 **행** 하나를 둡니다. 같은 행렬(matrix)을 전치(transpose)한 것입니다.
#
# ## 2. 점수에서 확률로
#
# 2.0, 1.0, 0.1은 순서는 알려 주지만 무슨 뜻일까요? 몫으로 바꾸면 읽기 쉽습니다. 음수가 없고, 모두 더하면 1인 수들입니다. 0보다 작은 점수만 없다면 합으로 나누면 그만입니다. 점수 (2, −1, −0.5)를 합으로 나누면 어떻게 될지 **예상해 보세요**.

# %%
bad = np.array([2.0, -1.0, -0.5])
print(bad / bad.sum())

# %% [markdown] lang="en"
# "400 percent, minus 200, minus 100." So make every score positive first, without changing the order: exp does that. Then divide. This is **softmax**.

# %% [markdown] lang="ko"
# "400퍼센트, −200퍼센트, −100퍼센트"라니요. 그러니 먼저 순서를 바꾸지 않으면서 모든 점수를 양수로 만듭니다. exp가 그 일을 합니다. 그런 다음 합으로 나눕니다. 이것이 **소프트맥스**(softmax)입니다.

# %%
def naive_softmax(logits):
    e = np.exp(logits)
    return e / e.sum(axis=-1, keepdims=True)


scores = np.array([2.0, 1.0, 0.1])
print("exp of the scores:", np.exp(scores).round(3))
print("probabilities:    ", naive_softmax(scores).round(3), " sum", naive_softmax(scores).sum().round(3))

# %% [markdown] lang="en"
# 0.659, 0.242, 0.099. Only **differences** of scores count: class 0 is 1.0 ahead of class 1, so it is exp(1.0) = 2.718 times as probable (0.659 / 0.242). Another step of 1.0 multiplies by 2.718 again.
#
# Divide all scores by a **temperature** T first, and the differences shrink or grow. **Predict**: which T makes the answer nearly certain, and which nearly even?

# %% [markdown] lang="ko"
# 0.659, 0.242, 0.099입니다. 중요한 것은 점수의 **차이**뿐입니다. 클래스 0은 클래스 1보다 1.0 앞서므로 확률이 exp(1.0) = 2.718배입니다(0.659 / 0.242). 1.0 더 앞서면 다시 2.718배가 됩니다.
#
# 먼저 모든 점수를 **온도** T로 나누면 차이가 줄거나 늘어납니다. **예상해 보세요**. 답을 거의 확실하게 하는 T는 어느 것이고, 거의 고르게 하는 T는 어느 것일까요?

# %%
for temperature in (0.1, 0.5, 1, 2, 10):
    print(f"T = {temperature:4}: ", " ".join(f"{p:.3f}" for p in naive_softmax(scores / temperature)))

# %% [markdown] lang="en"
# Cold (0.1) is a hard choice: the best takes all. Hot (10) is nearly a die with three faces. The order never changes. Language models use T when they pick the next word: a low one for the safe word, a higher one for surprises.
#
# ## 3. A shift changes nothing, and saves everything
#
# If only differences count, then adding 100 to every score must change nothing. **Predict** what float32, the type that networks compute with, makes of it.

# %% [markdown] lang="ko"
# 차가우면(0.1) 하나를 딱 골라, 가장 큰 것이 전부 가져갑니다. 뜨거우면(10) 면이 셋인 주사위에 가까워집니다. 순서는 바뀌지 않습니다. 언어 모델이 다음 단어를 뽑을 때도 T를 씁니다. 낮추면 무난한 단어가, 높이면 뜻밖의 단어가 나옵니다.
#
# ## 3. 더해도 그대로, 그래서 살아난다
#
# 차이만 중요하다면, 모든 점수에 100을 더해도 아무것도 바뀌지 않아야 합니다. 신경망이 계산에 쓰는 자료형(dtype)인 float32에서는 무엇이 나올지 **예상해 보세요**.

# %%
with np.errstate(over="ignore", invalid="ignore"):  # NumPy would warn, and rightly
    for dtype in ("float64", "float32"):
        print(dtype, naive_softmax((scores + 100).astype(dtype)).round(3))
largest = float(np.finfo("float32").max)
print(f"largest float32: {largest:.2g}   its log: {np.log(largest):.1f}")

# %% [markdown] lang="en"
# Every score above 88.7 overflows in float32: exp gives infinity, infinity divided by infinity is nan, and one nan in a batch turns all weights into nan. float64 merely dies later, at 710.
#
# The trouble is the cure: since a shift changes nothing, **subtract the largest score** first. Then the largest exponent is 0 and exp stays between 0 and 1. This is how every library does it.

# %% [markdown] lang="ko"
# float32에서는 88.7을 넘는 점수가 모두 넘칩니다(overflow). exp가 무한대를 내고, 무한대를 무한대로 나누면 nan이 되며, 배치에 nan이 하나만 있어도 가중치가 모두 nan이 됩니다. float64는 조금 더 버틸 뿐, 710에서 마찬가지입니다.
#
# 병이 곧 약입니다. 얼마를 더하든 결과가 같으니, 먼저 **가장 큰 점수를 뺍니다**. 그러면 가장 큰 지수가 0이고 exp는 0과 1 사이에 머뭅니다. 어느 라이브러리나 이렇게 합니다.

# %%
def softmax(logits, temperature=1.0):
    z = logits / temperature
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


for shift in (0, 100, -10000):
    print(f"{shift:6}", softmax((scores + shift).astype("float32")).round(3))

# %% [markdown] lang="en"
# ### See it: SoftmaxExplorer
#
# Read each row from left to right: a score, its exp, its probability. The shaded row is the class that is right, its label; the last column will make sense in section 7. The grey line at the bottom is the naive formula in float32. Slide *score 1* first, and watch **all** probabilities move: they share one whole.

# %% [markdown] lang="ko"
# ### 눈으로 보기: SoftmaxExplorer
#
# 줄마다 왼쪽에서 오른쪽으로 점수, 그 exp, 그 확률을 읽으세요. 바탕이 칠해진 줄이 정답인 클래스, 곧 레이블(label)입니다. 마지막 열은 7절에서 이해하게 됩니다. 맨 아래 회색 줄은 단순한 식을 float32로 계산한 것입니다. 먼저 *점수 1*을 움직이며 **모든** 확률이 함께 움직이는 것을 보세요. 하나를 나누어 가지기 때문입니다.

# %%
SoftmaxExplorer()

# %% [markdown] lang="en"
# **Try this**
# 1. Slide *shift* to 50, then to 90. The scores grow, no probability moves; at 90 the bottom line turns red and says nan.
# 2. Slide *temperature* to 0.1 and to 10: nearly 1, 0, 0, then nearly a third each. Both times class 0 stays first.
# 3. Put score 1 on 2.0 as well. The two share equally: 0.465 each. Can softmax ever give a probability of exactly 0? (Not on paper: exp is never 0. In the picture 0.000 is rounded.)

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *더할 값*을 50으로, 다음에는 90으로 올려 보세요. 점수는 커지지만 확률은 하나도 움직이지 않습니다. 90에서 맨 아래 줄이 붉어지며 nan이 됩니다.
# 2. *온도*를 0.1과 10으로 바꿔 보세요. 거의 1, 0, 0이 되었다가 거의 3분의 1씩이 됩니다. 두 번 다 클래스 0이 첫째입니다.
# 3. 점수 1도 2.0으로 해 보세요. 둘이 0.465씩 똑같이 나눕니다. 소프트맥스가 확률을 정확히 0으로 줄 수 있을까요? (종이 위에서는 없습니다. exp는 0이 되지 않습니다. 그림의 0.000은 반올림한 것입니다.)

# %% [markdown] lang="en"
# ## 4. The right answer in the same form
#
# To compare an answer with the truth, the truth needs the same form: one number for each class. **One-hot**: a 1 at the right class, 0 elsewhere. It is a probability too, that of someone who is certain. Row *k* of the identity matrix is the one-hot label of class *k*, so slicing makes them all at once.

# %% [markdown] lang="ko"
# ## 4. 정답도 같은 꼴로
#
# 답을 정답과 견주려면 정답도 같은 꼴, 곧 클래스마다 수 하나여야 합니다. **원-핫**(one-hot)은 맞는 클래스에 1, 나머지에 0을 적습니다. 이것도 확률입니다. 확신하는 사람의 확률이지요. 단위행렬의 *k*번 행이 클래스 *k*의 원-핫 레이블이므로, 인덱스(index)로 한꺼번에 만들 수 있습니다.

# %%
def one_hot(labels, classes):
    return np.eye(classes)[labels]


print(one_hot(np.array([0, 2, 1, 2]), 3))

# %% [markdown] lang="en"
# Why not simply teach the numbers 0, 1, 2? Because then class 1 would be the mean of class 0 and class 2. A network unsure between a cat (0) and a ship (2) would answer: a dog (1).
#
# ## 5. Cross-entropy: the price of a probability
#
# One number shall say how bad an answer is. **Cross-entropy** is −Σ t log y: over the classes, the true probability t times the log of the answered probability y. With a one-hot t all terms but one are 0, and −log of the probability at the label remains. **Predict**: for which label is the answer (0.659, 0.242, 0.099) cheapest?

# %% [markdown] lang="ko"
# 그냥 0, 1, 2라는 수를 가르치면 안 될까요? 그러면 클래스 1이 클래스 0과 2의 평균이 되어 버립니다. 고양이(0)와 배(2) 사이에서 망설이는 신경망은 개(1)라고 답할 것입니다.
#
# ## 5. 교차 엔트로피: 확률의 값
#
# 답이 얼마나 나쁜지를 수 하나로 말해야 합니다. **교차 엔트로피**는 −Σ t log y입니다. 클래스마다 참 확률 t에 답한 확률 y의 로그를 곱해 더합니다. t가 원-핫이면 하나만 빼고 모두 0이라서, 레이블 자리 확률의 −log만 남습니다. **예상해 보세요**. 답이 (0.659, 0.242, 0.099)일 때 손실이 가장 작은 레이블은 무엇일까요?

# %%
def cross_entropy(t, y):
    return -np.sum(t * np.log(y), axis=-1).mean()


y = softmax(scores)
for label in range(3):
    print("label", label, " probability", y[label].round(3), " loss", cross_entropy(one_hot(label, 3), y).round(3))

# %% [markdown] lang="en"
# The price is small where the answer gave much probability to the truth, and it has no upper end: a probability of 0 for what turned out true costs infinity. Losses differ by 1.0 and 0.9, exactly as the scores do.
#
# Why the log? The probability that *several* answers are right is a product; the log turns products into sums. Small cross-entropy means: *what happened was probable*.

# %% [markdown] lang="ko"
# 정답에 확률을 많이 준 답은 손실이 작습니다. 반대쪽에는 끝이 없습니다. 실제로 일어난 일에 확률 0을 주었다면 무한대를 치릅니다. 손실의 차이는 1.0과 0.9로, 점수의 차이와 똑같습니다.
#
# 왜 로그일까요? *여러* 답이 모두 맞을 확률은 곱이고, 로그는 곱을 합으로 바꿉니다. 교차 엔트로피가 작다는 것은 *일어난 일이 일어날 만했다*는 뜻입니다.

# %%
given = np.array([0.9, 0.8, 0.7])  # what three answers gave to the truth
print("all three right:", given.prod().round(3), "  -log of it:", -np.log(given.prod()).round(4))
print("sum of three losses:", (-np.log(given)).sum().round(4))
print("knowing nothing, 10 classes:", cross_entropy(one_hot(3, 10), np.full(10, 0.1)).round(3))

# %% [markdown] lang="en"
# Keep the last number in mind: **log 10 = 2.303 is the loss of a network that knows nothing about ten classes**. A first loss far above it means: confidently wrong from the start.

# %% [markdown] lang="ko"
# 마지막 수를 기억해 두세요. **log 10 = 2.303은 클래스 열 개에 대해 아무것도 모르는 신경망의 손실입니다.** 훈련을 막 시작한 손실이 이보다 훨씬 크다면, 틀린 답을 확신하면서 출발한 것입니다.

# %% [markdown] lang="en"
# ## 6. Two classes, and a sign that rewards mistakes
#
# With two classes one score z is enough: sigmoid(z) for "yes", the rest for "no". It is softmax of (z, 0).

# %% [markdown] lang="ko"
# ## 6. 클래스가 둘일 때, 그리고 틀릴수록 상을 주는 부호
#
# 클래스가 둘이면 점수 z 하나로 충분합니다. "예"가 시그모이드(z), 나머지가 "아니요"입니다. 이것은 (z, 0)의 소프트맥스와 같습니다.

# %%
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


print("sigmoid(1.5)   ", sigmoid(1.5).round(4))
print("softmax(1.5, 0)", softmax(np.array([1.5, 0.0])).round(4))

# %% [markdown] lang="en"
# The label y is now one number, 1 or 0, and cross-entropy becomes −[y log p + (1 − y) log(1 − p)]. When y is 1 the second term is gone, when y is 0 the first. This **binary cross-entropy** is copied everywhere, and one copy in circulation reads y log p − (1 − y) log(1 − p): the first term has lost its minus. **Predict** which of its losses below are wrong.

# %% [markdown] lang="ko"
# 이제 레이블 y는 1 또는 0인 수 하나이고, 교차 엔트로피는 −[y log p + (1 − y) log(1 − p)]가 됩니다. y가 1이면 둘째 항이, 0이면 첫째 항이 사라집니다. 이 **이진 교차 엔트로피**(binary cross-entropy)는 곳곳에 베껴져 있는데, 떠도는 사본 가운데 y log p − (1 − y) log(1 − p)라고 적힌 것이 있습니다. 첫째 항의 빼기 부호가 빠졌습니다. 아래에서 이 식의 손실 가운데 어느 것이 잘못될지 **예상해 보세요**.

# %%
def binary_cross_entropy(y, p):
    return -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p))


def wrong_sign(y, p):
    return np.mean(y * np.log(p) - (1 - y) * np.log(1 - p))


for y, p in ((1, 0.9), (1, 0.1), (0, 0.9), (0, 0.1)):
    print(f"y = {y}, p = {p}:  right {binary_cross_entropy(y, p):.3f}   wrong sign {wrong_sign(y, p):6.3f}")

# %% [markdown] lang="en"
# For y = 1 the wrong formula pays −2.303 for the miss (p = 0.1) and only −0.105 for the hit (p = 0.9). Lower counts as better, so it **rewards** the miss. Does that matter in practice? Train the same tiny model with each: 200 points in the plane, half of them labelled 1, weights w and bias.
#
# The gradient we do not derive yet. We measure it, by the central differences of chapter 04: move each weight a little to both sides and see what the loss does.

# %% [markdown] lang="ko"
# y = 1일 때 틀린 식은 빗나간 답(p = 0.1)에 −2.303을, 맞힌 답(p = 0.9)에는 −0.105만 줍니다. 손실은 낮을수록 좋은 것이니, 틀린 답에 **상을 주는** 셈입니다. 실제로 문제가 될까요? 작은 모델 하나를 두 식으로 훈련해 봅시다. 평면의 점 200개, 그 절반의 레이블이 1이고, 파라미터(parameter)는 가중치 둘과 편향(bias) 하나입니다.
#
# 그레이디언트는 아직 유도하지 않고 04장의 중앙 차분(central difference)으로 잽니다. 가중치를 하나씩 양쪽으로 조금 움직여 손실이 어떻게 변하는지 보는 것입니다.

# %%
def numerical_gradient(f, w, step=6e-6):
    gradient = np.empty_like(w)
    for place in np.ndindex(w.shape):
        move = np.zeros_like(w)
        move[place] = step
        gradient[place] = (f(w + move) - f(w - move)) / (2 * step)
    return gradient


rng = np.random.default_rng(0)
points = np.concatenate([rng.normal(-1, 1, (100, 2)), rng.normal(1, 1, (100, 2))])
is_one = np.repeat([0.0, 1.0], 100)


# %%
def answer(w):
    return sigmoid(points @ w[:2] + w[2])


def train(loss, steps=40, rate=0.5):
    w, history = np.zeros(3), []
    for _ in range(steps + 1):
        history.append((loss(is_one, answer(w)), np.mean((answer(w) > 0.5) == is_one)))
        w = w - rate * numerical_gradient(lambda w: loss(is_one, answer(w)), w)
    return np.array(history)


right, wrong = train(binary_cross_entropy), train(wrong_sign)
for step in (0, 1, 10, 40):
    (loss, accuracy), (loss2, accuracy2) = right[step], wrong[step]
    print(f"step {step:2}:  right {loss:.3f}, accuracy {accuracy:.3f}   wrong sign {loss2:6.3f}, accuracy {accuracy2:.3f}")

# %%
with style():
    fig, axes = plt.subplots(1, 2, figsize=(9, 3))
    for ax, column, name in zip(axes, (0, 1), ("loss", "accuracy"), strict=True):
        ax.plot(right[:, column], label="right")
        ax.plot(wrong[:, column], label="wrong sign")
        ax.set(xlabel="step", title=name)
    axes[0].legend()
    axes[1].axhline(0.5, color="#9a9a9a", lw=1, ls=":")

# %% [markdown] lang="en"
# The left picture is the trap: the orange dashed loss falls, steadily, without end. On the right its accuracy sinks to 0.37, below a tossed coin (the dotted line), while the right formula reaches 0.895. The network did what it was told: it is rewarded for denying every 1. **A loss below 0 where the formula cannot go below 0 is an alarm.**
#
# One more question while we are here. Accuracy is what we want; why not train on it directly? **Predict** its gradient.

# %% [markdown] lang="ko"
# 왼쪽 그림이 함정입니다. 주황색 파선인 손실이 끝없이 꾸준히 내려갑니다. 오른쪽에서 그 정확도(accuracy)는 0.37까지 떨어져 동전 던지기(점선)만도 못한데, 옳은 식은 0.895에 이릅니다. 신경망은 시킨 대로 했습니다. 1을 모조리 아니라고 할수록 상을 받았으니까요. **0보다 작아질 수 없는 손실이 0 아래로 내려가면 경보입니다.**
#
# 하나만 더 물어봅시다. 우리가 바라는 것은 정확도인데, 왜 정확도로 바로 훈련하지 않을까요? 그 그레이디언트를 **예상해 보세요**.

# %%
w = np.array([0.3, -0.2, 0.1])
print("accuracy:", np.mean((answer(w) > 0.5) == is_one))
print("gradient of accuracy:     ", numerical_gradient(lambda w: np.mean((answer(w) > 0.5) == is_one), w))
print("gradient of cross-entropy:", numerical_gradient(lambda w: binary_cross_entropy(is_one, answer(w)), w).round(3))

# %% [markdown] lang="en"
# Zero. A tiny move changes no verdict, so accuracy stays where it is and points nowhere. A loss must change when the weights change a little. So we train on one number and report another.
#
# ## 7. The gradient is p − t
#
# What does cross-entropy send back into the scores? In words: with a one-hot label the loss is −log p of the label, and log p is *its score minus log Σ exp of all scores*. So the loss is **log Σ exp(z) − z of the label**. Now move one score z. The first part changes at the rate exp(z) / Σ exp, which is just its p. The second part changes at the rate 1 for the label, 0 for all others: that is t. Together: **p − t**. **Predict** it for the scores (2.0, 1.0, 0.1) and label 0, then let central differences check.

# %% [markdown] lang="ko"
# 0입니다. 조금 움직여서는 판정이 하나도 바뀌지 않으니, 정확도는 제자리에 머물며 아무 방향도 가리키지 않습니다. 손실은 가중치가 조금 변하면 따라 변해야 합니다. 그래서 훈련은 이 숫자로 하고, 보고는 저 숫자로 합니다.
#
# ## 7. 그레이디언트는 p − t
#
# 교차 엔트로피는 점수에 무엇을 돌려보낼까요? 말로 풀어 봅시다. 레이블이 원-핫이면 손실은 레이블 확률의 −log이고, log p는 *그 점수에서 모든 점수의 log Σ exp를 뺀 것*입니다. 그러니 손실은 **log Σ exp(z) − 레이블의 z**입니다. 이제 점수 z 하나를 움직입니다. 앞부분은 exp(z) / Σ exp의 비율로 변하는데, 이것이 바로 그 p입니다. 뒷부분은 레이블이면 1, 아니면 0의 비율로 변합니다. 이것이 t입니다. 합치면 **p − t**입니다. 점수 (2.0, 1.0, 0.1), 레이블 0일 때의 값을 **예상해 보고** 중앙 차분으로 확인하세요.

# %%
t = one_hot(0, 3)
by_rule = softmax(scores) - t
by_differences = numerical_gradient(lambda z: cross_entropy(t, softmax(z)), scores)
print("p - t:              ", by_rule.round(3), "  sum", abs(by_rule.sum()).round(6))
print("central differences:", by_differences.round(3))
print("agree to 1e-8:      ", np.abs(by_rule - by_differences).max() < 1e-8)

# %% [markdown] lang="en"
# Read it as an order: raise the right score by what is missing to certainty (0.341), lower each other score in proportion to the probability it took. It is never larger than 1, it fades as the answer becomes right, and it sums to 0. The last column of SoftmaxExplorer shows it.
#
# The same for a whole batch and for the weights: scores are `x @ w + b`, so chapter 04's rule for a matrix product gives `x.T @ (p − t) / n`.

# %% [markdown] lang="ko"
# 명령처럼 읽으면 이렇습니다. 정답의 점수를 확신에 모자란 만큼(0.341) 올리고, 나머지 점수는 저마다 차지한 확률만큼 내려라. 크기가 1을 넘는 법이 없고, 답이 맞아 갈수록 사그라지며, 모두 더하면 0입니다. SoftmaxExplorer의 마지막 열이 바로 이것입니다.
#
# 배치 전체와 가중치에도 같습니다. 점수가 `x @ w + b`이므로, 04장에서 본 행렬 곱의 규칙에 따라 `x.T @ (p − t) / n`입니다.

# %%
x = rng.normal(size=(8, 4))
t = one_hot(rng.integers(0, 3, 8), 3)
w = rng.normal(size=(4, 3))
by_rule = x.T @ (softmax(x @ w) - t) / len(x)
by_differences = numerical_gradient(lambda w: cross_entropy(t, softmax(x @ w)), w)
print("shape", by_rule.shape, "  agree to 1e-8:", np.abs(by_rule - by_differences).max() < 1e-8)

# %% [markdown] lang="en"
# ## 8. For real: ten classes, 7,850 numbers
#
# That is all it takes: one matrix of 784 × 10 weights, ten biases, softmax, p − t. No hidden layer. **Predict** how many of 10,000 real handwritten digits such a model gets right.

# %% [markdown] lang="ko"
# ## 8. 진짜로: 클래스 열 개, 수 7,850개
#
# 필요한 것은 이것이 전부입니다. 784 × 10 가중치 행렬 하나, 편향 열 개, 소프트맥스, p − t. 은닉층(hidden layer)은 없습니다. 이런 모델이 진짜 손글씨 숫자 10,000장 가운데 몇 장을 맞힐지 **예상해 보세요**.

# %% tags=["real-data"]
(images, labels), (test_images, test_labels) = mnist.load_data()
x, x_test = (some.reshape(-1, 784).astype("float32") / 255 for some in (images, test_images))
t = one_hot(labels, 10).astype("float32")
w, b = np.zeros((784, 10), "float32"), np.zeros(10, "float32")
print("x", x.shape, " t", t.shape, " parameters", w.size + b.size)
print("first loss:", cross_entropy(t, softmax(x @ w + b)).round(3))

# %% [markdown] lang="en"
# 2.303 again: with all weights 0 every class gets 0.1. Now five epochs of mini-batches.

# %% [markdown] lang="ko"
# 또 2.303입니다. 가중치가 모두 0이면 클래스마다 0.1씩 받습니다. 이제 미니배치(mini-batch)로 다섯 에포크(epoch)를 훈련합니다.

# %% tags=["real-data"]
rng = np.random.default_rng(0)
for _epoch in range(5):
    order = rng.permutation(len(x))
    for start in range(0, len(x), 128):
        batch = order[start : start + 128]
        upstream = (softmax(x[batch] @ w + b) - t[batch]) / len(batch)
        w -= 0.5 * (x[batch].T @ upstream)
        b -= 0.5 * upstream.sum(axis=0)
measured("loss on training data", cross_entropy(t, softmax(x @ w + b)), (0.25, 0.29), data=mnist)
measured("test accuracy", np.mean((x_test @ w + b).argmax(axis=1) == test_labels), (0.915, 0.926), data=mnist)

# %% [markdown] lang="en"
# About 0.92 from one matrix. (Over six seeds we measured 0.919 to 0.923; the order of the batches makes the difference.) A hidden layer brings 0.98, which is chapter [09](09_first_network.ipynb)'s work.
#
# Each class owns one column of 784 weights, so each column is a picture. **Predict** what the column of the 0 looks like. Blue says "speaks for this digit", orange "speaks against it".

# %% [markdown] lang="ko"
# 행렬 하나로 0.92쯤 됩니다(시드(seed) 여섯 개로 재니 0.919~0.923이었습니다. 배치의 순서가 차이를 만듭니다). 은닉층을 두면 0.98이 되는데, 그것은 [09장](09_first_network.ipynb)의 일입니다.
#
# 클래스마다 가중치 784개짜리 열이 하나씩 있으니, 열 하나가 그림 한 장입니다. 0의 열이 어떻게 생겼을지 **예상해 보세요**. 파란색은 "이 숫자다", 주황색은 "이 숫자가 아니다"라고 말하는 픽셀입니다.

# %%
with style():
    fig, axes = plt.subplots(2, 5, figsize=(9, 3.8))
    for digit, ax in enumerate(axes.ravel()):
        ax.imshow(w[:, digit].reshape(28, 28), cmap=SIGNED, vmin=-0.7, vmax=0.7)
        ax.set_title(str(digit), loc="center")
        ax.set_axis_off()

# %% [markdown] lang="en"
# The ten columns as pictures. The 0 wants ink in a ring and none in the middle: a dark orange heart. Nobody drew these. They are what p − t leaves behind after 2,345 steps.
#
# ## 9. From logits or from probabilities?
#
# Keras asks you: does the last layer give probabilities, or raw scores (`from_logits=True`)? On paper it is the same. In float32 it decides whether the network can learn at all. Three ways to compute loss and gradient of the scores:
# - **softmax, then log**, as the formulas are written;
# - **the same, with p kept between 1e-7 and 1 − 1e-7**: this is what Keras does with probabilities;
# - **from logits**: log p = z − max − log Σ exp(z − max), without ever computing p.

# %% [markdown] lang="ko"
# 열 열 개를 그림으로 그렸습니다. 0은 고리 모양으로 잉크가 있고 가운데에는 없기를 바라서, 한가운데가 짙은 주황색입니다. 누가 그린 것이 아닙니다. p − t가 2,345걸음을 걷고 남긴 자취입니다.
#
# ## 9. 로짓을 넘길까, 확률을 넘길까
#
# Keras는 마지막 층이 확률을 내는지, 날것 그대로의 점수를 내는지(`from_logits=True`) 묻습니다. 종이 위에서는 같습니다. 그러나 float32에서는 여기에 배울 수 있느냐 없느냐가 달렸습니다. 손실과 점수의 그레이디언트를 구하는 세 가지 방법입니다.
# - **소프트맥스, 그다음 로그**: 식에 적힌 그대로입니다.
# - **같은 방법이지만 p를 1e-7과 1 − 1e-7 사이에 묶어 둠**: Keras가 확률을 받았을 때 하는 일입니다.
# - **로짓에서 바로**: p를 구하지 않고 log p = z − max − log Σ exp(z − max)를 씁니다.

# %%
def log_softmax(logits):
    z = logits - logits.max(axis=-1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))


def from_logits(t, z):
    return -np.sum(t * log_softmax(z)), softmax(z) - t


def from_probabilities(t, z, epsilon=0.0):
    p = softmax(z)
    kept = np.clip(p, epsilon, 1 - epsilon)
    by_p = np.where(kept == p, -t / kept, 0)  # where p was clipped, the loss does not feel it
    return -np.sum(t * np.log(kept)), p * (by_p - np.sum(p * by_p))

# %% [markdown] lang="en"
# The last line is chapter 04's backward step through softmax. The network is wrong by 10, 50 or 1,000: the right class has the score 0, another one that much. The gradient of the right score should be nearly −1: *raise me*. **Predict** which way fails first.

# %% [markdown] lang="ko"
# 마지막 줄은 소프트맥스를 거꾸로 지나는 역전파(backpropagation) 한 걸음입니다. 신경망이 10, 50, 1,000만큼 틀렸다고 합시다. 정답 클래스의 점수는 0이고 다른 클래스가 그만큼 높습니다. 정답 점수의 그레이디언트는 −1에 가까워야 합니다. *나를 올려 달라*는 뜻입니다. 어느 방법이 먼저 무너질지 **예상해 보세요**.

# %%
t = np.array([1, 0], "float32")
with np.errstate(divide="ignore", invalid="ignore"):
    for wrong_by in (10, 50, 1000):
        z = np.array([0, wrong_by], "float32")
        ways = from_probabilities(t, z), from_probabilities(t, z, 1e-7), from_logits(t, z)
        told = "   ".join(f"loss {loss:7.2f}, gradient {gradient[0]:5.2f}" for loss, gradient in ways)
        print(f"{wrong_by:4}:  {told}")

# %% [markdown] lang="en"
# - Left, as written: at 1,000 the probability is rounded to 0, the loss is infinite, the gradient is nan. The training is dead.
# - Middle, clipped: no nan, but from 50 on the loss stands at 16.12 = −log 1e-7 and the gradient is **0**. As wrong as can be, the network hears nothing, and never learns this sample.
# - Right, from logits: the loss is the distance, the gradient −1, at any size.
#
# Hence the advice: **last layer without activation, loss with `from_logits=True`**; apply softmax afterwards, when you want to read probabilities. `Dense(10, activation="softmax")` does no harm in Keras: it remembers the scores behind that output and trains on them. The clipping meets you with probabilities that you computed yourself.

# %% [markdown] lang="ko"
# - 왼쪽, 식 그대로: 1,000에서 확률이 0으로 반올림되고 손실은 무한대, 그레이디언트는 nan입니다. 훈련은 여기서 끝장납니다.
# - 가운데, 묶어 둔 것: nan은 없지만 50부터 손실이 16.12 = −log 1e-7에 멈추고 그레이디언트가 **0**입니다. 더없이 틀렸는데도 아무 말을 듣지 못하니, 이 샘플은 영영 배우지 못합니다.
# - 오른쪽, 로짓에서 바로: 얼마나 틀렸든 손실은 떨어진 거리이고 그레이디언트는 −1입니다.
#
# 그래서 권합니다. **마지막 층에는 활성화 함수(activation function)를 두지 말고, 손실에 `from_logits=True`를 쓰세요.** 확률을 읽고 싶을 때 소프트맥스를 나중에 씌우면 됩니다. `Dense(10, activation="softmax")`라고 써도 Keras가 그 출력 뒤에 있던 점수를 기억했다가 훈련에 쓰므로 탈이 없습니다. 묶기에 걸리는 것은 그 기억이 끊긴 곳, 곧 확률을 직접 계산해 넘길 때입니다.

# %% [markdown] lang="en"
# The error that costs most is to hand **probabilities** to a loss that was promised logits: they are squashed twice. **Predict** what a perfect answer for ten classes costs then.

# %% [markdown] lang="ko"
# 가장 비싼 실수는 로짓을 받기로 한 손실에 **확률**을 넘기는 것입니다. 두 번 눌립니다. 클래스가 열 개일 때 완벽한 답이 치를 손실을 **예상해 보세요**.

# %%
perfect = one_hot(3, 10)
print(f"once:  {abs(cross_entropy(perfect, softmax(40 * perfect))):.3f}")
print(f"twice: {cross_entropy(perfect, softmax(softmax(40 * perfect))):.3f}")

# %% [markdown] lang="en"
# It can never get below 1.461. A loss that stops there, with ten classes, is the mark of a second softmax. Keras warns when the probabilities come straight from a softmax layer; elsewhere nobody does.
#
# ## 10. When the answer is a number
#
# A price, a temperature: here errors are differences, and they must be added up somehow. **Predict** which of these two prophets a plain mean of the errors prefers.

# %% [markdown] lang="ko"
# 1.461 아래로는 절대 내려가지 못합니다. 클래스가 열 개인데 손실이 이 높이에서 멈추어 있다면 소프트맥스를 두 번 썼다는 표시입니다. 확률이 소프트맥스 층에서 곧바로 나온 것이면 Keras가 경고해 줍니다. 다른 곳에서는 아무도 알려 주지 않습니다.
#
# ## 10. 답이 수일 때
#
# 가격이나 기온을 맞힐 때는 차이가 오차이고, 그 오차들을 어떻게든 하나로 모아야 합니다. 오차를 그냥 평균하면 아래 두 예언자 가운데 누가 나을지 **예상해 보세요**.

# %%
def mse(y, p):
    return np.mean((p - y) ** 2)


def mae(y, p):
    return np.mean(np.abs(p - y))


y = np.array([10.0, 20.0, 30.0, 40.0])
for name, p in (("careful", y + np.array([1, 1, -1, 0])), ("absurd ", y + np.array([90, -90, 500, -500]))):
    print(name, " mean error", np.mean(p - y), "  MAE", mae(y, p), "  MSE", mse(y, p))

# %% [markdown] lang="en"
# The absurd one: its errors **cancel** to exactly 0. An error must count against you whichever way it points. The **mean absolute error** (MAE) drops the sign, the **mean squared error** (MSE) squares it away. MAE has the unit of the target, MSE the unit squared.
#
# They differ in what they ask for. Suppose only one number c may be answered to all. **Predict**: which c has the least MSE, which the least MAE, for the values below, and what happens when the last value is mistyped as 100?

# %% [markdown] lang="ko"
# 터무니없는 예언자가 이깁니다. 오차가 서로 **지워져** 정확히 0이 됩니다. 오차는 어느 쪽으로 틀렸든 손해로 쳐야 합니다. **평균 절대 오차**(mean absolute error, MAE)는 부호를 떼고, **평균 제곱 오차**(mean squared error, MSE)는 제곱해서 부호를 없앱니다. MAE의 단위는 타깃(target)과 같고, MSE의 단위는 그 제곱입니다.
#
# 둘은 바라는 것이 다릅니다. 모두에게 수 하나 c로만 답할 수 있다고 합시다. **예상해 보세요**. 아래 값들에서 MSE가 가장 작은 c와 MAE가 가장 작은 c는 무엇일까요? 마지막 값을 100으로 잘못 입력하면 어떻게 될까요?

# %%
answers = np.linspace(0, 100, 1001)
for values in (np.array([1.0, 2.0, 3.0, 4.0, 5.0]), np.array([1.0, 2.0, 3.0, 4.0, 100.0])):
    best = [answers[np.argmin([loss(values, c) for c in answers])] for loss in (mse, mae)]
    print(values, f"  MSE least at {best[0]:.1f}, mean {values.mean():.1f}", end="")
    print(f"   MAE least at {best[1]:.1f}, median {np.median(values):.1f}")

# %% [markdown] lang="en"
# MSE asks for the **mean**, MAE for the **median**. One outlier pulled the mean from 3 to 22, where no value lies; the median did not stir. The gradients say why: each sample pulls on c with a force of 2 × its error under MSE, with a force of 1 under MAE, however far away it is. Neither is better. If the 100 is a typing error, follow the median; if it is the one big flood in five years, you want to hear of it.
#
# ### See it: LossExplorer
#
# Seven values are the dark marks on the axis; six stay, *outlier* moves the seventh. On the left are three losses of answering c, on the right their slopes; a loss is least (white ring) where its slope crosses 0. Huber's loss is a compromise: a square for errors up to *delta*, a straight line beyond.

# %% [markdown] lang="ko"
# MSE는 **평균**을, MAE는 **중앙값**을 바랍니다. 이상치(outlier) 하나가 평균을 3에서 아무 값도 없는 22까지 끌고 갔지만, 중앙값은 꿈쩍하지 않았습니다. 까닭은 그레이디언트에 있습니다. MSE에서는 샘플마다 오차의 두 배인 힘으로 c를 당기고, MAE에서는 아무리 멀리 있어도 1의 힘으로 당깁니다. 어느 쪽이 더 낫다고 할 수는 없습니다. 100이 잘못 입력한 값이면 중앙값을 따르고, 다섯 해에 한 번 오는 큰 홍수라면 그 소식을 들어야 합니다.
#
# ### 눈으로 보기: LossExplorer
#
# 축에 있는 짙은 눈금이 값 일곱 개입니다. 여섯은 그대로이고 일곱째가 *이상치*를 따라 움직입니다. 왼쪽은 c라고 답했을 때의 손실 셋, 오른쪽은 그 기울기입니다. 기울기가 0을 지나는 곳에서 손실이 가장 작고, 그 자리에 흰 고리가 있습니다. Huber 손실은 절충안입니다. 오차가 *delta*보다 작으면 제곱, 크면 직선입니다.

# %%
LossExplorer(mode="constant", c=2.0, outlier=15.0)

# %% [markdown] lang="en"
# **Try this**
# 1. Slide *outlier* from 3 to 20. The ring on the blue curve wanders from 2.4 to 4.8; the one on the dashed curve stays at 2.4, the middle one of the seven values.
# 2. Put *outlier* back on 15, slide *answer c* to 8, and compare the slopes in the table: MSE 7.8, MAE 0.714. Under MSE the push grows with the error; under MAE it only counts how many values lie on each side.
# 3. Put *delta* on 5: Huber's minimum leaves the median and moves towards the mean.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *이상치*를 3에서 20까지 움직여 보세요. 파란 곡선의 최솟값 자리는 2.4에서 4.8까지 떠밀려 가지만, 파선의 최솟값 자리는 일곱 값의 가운데인 2.4에 머뭅니다.
# 2. 이상치를 다시 15로 두고 *답 c*를 8에 놓은 다음 표에서 기울기를 견줘 보세요. MSE는 7.8, MAE는 0.714입니다. MSE에서는 오차가 클수록 세게 밀고, MAE에서는 양쪽에 값이 몇 개씩 있는지만 셉니다.
# 3. *Huber의 delta*를 5로 해 보세요. Huber 손실의 최솟값 자리가 중앙값을 떠나 평균 쪽으로 갑니다.

# %% [markdown] lang="en"
# A line feels the same pull as a constant. Ten points on y = 2x + 1, the last of them spoilt: 90 in place of 19. **Predict** the two lines.

# %% [markdown] lang="ko"
# 직선도 상수와 똑같이 끌려갑니다. y = 2x + 1 위의 점 열 개 가운데 마지막 하나를 망쳐, 19 대신 90으로 적었습니다. 두 직선이 어떻게 될지 **예상해 보세요**.

# %%
x = np.arange(10.0)
y = 2 * x + 1
y[9] = 90


def fit_line(slope_of_error, steps=20_000):
    slope = shift = 0.0
    for step in range(steps):
        upstream = slope_of_error(slope * x + shift - y) / len(x)
        rate = 0.02 * (1 - step / steps)  # smaller and smaller steps, so that MAE comes to rest
        slope, shift = slope - rate * (upstream * x).sum(), shift - rate * upstream.sum()
    return slope, shift


lines = {"MSE": fit_line(lambda error: 2 * error), "MAE": fit_line(np.sign)}
for name, (slope, shift) in lines.items():
    print(f"{name}: y = {slope:.1f} x {shift:+.1f}")

# %%
with style():
    fig, ax = plt.subplots(figsize=(6, 3))
    ax.plot(x, y, "o", color="#222222")
    for name, (slope, shift) in lines.items():
        ax.plot(x, slope * x + shift, label=name)
    ax.set(xlabel="x", ylabel="y")
    ax.legend()

# %% [markdown] lang="en"
# The blue line (MSE) is bent towards one bad point and misses the nine good ones; the dashed line (MAE) goes through all nine as if the tenth were not there.
#
# ## 11. Why not squared error for probabilities?
#
# One could ask a sigmoid for a small (p − t)² too. The gradient of z is then 2 (p − t) · p (1 − p): the chain rule brings in the slope of the sigmoid. **Predict** how many steps of size 1 it takes, with each loss, from a confidently wrong start up to p = 0.9.

# %% [markdown] lang="ko"
# 파란 직선(MSE)은 나쁜 점 하나에 끌려가 좋은 점 아홉을 놓칩니다. 파선(MAE)은 열째 점이 없다는 듯이 아홉 점을 모두 지납니다.
#
# ## 11. 확률에는 왜 제곱 오차를 쓰지 않을까
#
# 시그모이드에게 (p − t)²을 줄이라고 할 수도 있습니다. 그러면 z의 그레이디언트는 2 (p − t) · p (1 − p)입니다. 연쇄 법칙(chain rule) 때문에 시그모이드의 기울기가 곱해집니다. 틀린 답을 확신하는 곳에서 출발해, 크기 1의 걸음으로 p = 0.9까지 가려면 손실마다 몇 걸음이 걸릴지 **예상해 보세요**.

# %%
def steps_to_learn(z, gradient):
    steps = 0
    while sigmoid(z) < 0.9:
        z -= gradient(sigmoid(z))
        steps += 1
    return steps


for start in (-2.0, -4.0, -6.0, -8.0):
    entropy = steps_to_learn(start, lambda p: p - 1)
    squared = steps_to_learn(start, lambda p: 2 * (p - 1) * p * (1 - p))
    print(f"start z = {start}:  cross-entropy {entropy:2} steps   squared error {squared:4} steps")

# %% [markdown] lang="en"
# 19 against 1,542. The surer the wrong answer, the flatter the sigmoid, and the fainter the squared error's voice: p (1 − p) is 0.0003 at z = −8. Cross-entropy's log cancels exactly this factor, and p − t remains.

# %% [markdown] lang="ko"
# 19걸음과 1,542걸음입니다. 틀린 답을 확신할수록 시그모이드는 평평하고, 그만큼 제곱 오차의 목소리는 작아집니다. z = −8에서 p (1 − p)는 0.0003입니다. 교차 엔트로피의 로그는 바로 이 인수를 지워 버리고, p − t만 남깁니다.

# %%
LossExplorer(mode="score", z=-4.0, label=1)

# %% [markdown] lang="en"
# **Try this**
# 1. Slide *score z* from 8 to −8 with label 1. The blue slope goes from 0 to −1 and stays. The dashed one has its bottom near z = −0.7 and returns to **0**: far out, wrong answers may rest.
# 2. Look at the dash-dotted curve, the wrong sign: it goes downhill towards the miss, and its slope pushes z the wrong way, everywhere.
# 3. Set *label* to 0. Now the wrong-sign curve lies on the right one: half of the formula was correct, and that is why the mistake survives a quick look.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 레이블 1에서 *점수 z*를 8에서 −8까지 움직여 보세요. 파란 기울기는 0에서 −1로 가서 머뭅니다. 파선은 z = −0.7 근처에서 바닥을 찍고 **0**으로 돌아갑니다. 아주 멀리 틀린 답은 편히 쉬어도 됩니다.
# 2. 일점쇄선, 곧 부호가 틀린 식을 보세요. 빗나간 쪽으로 내려가고, 기울기는 어디서나 z를 반대쪽으로 밉니다.
# 3. *레이블*을 0으로 바꿔 보세요. 이제 부호가 틀린 곡선이 옳은 곡선과 겹칩니다. 식의 절반은 맞았던 것이고, 그래서 얼핏 봐서는 잘못이 드러나지 않습니다.

# %% [markdown] lang="en"
# ## 12. Which last layer, which loss
#
# | task | last layer | labels | loss in Keras |
# |---|---|---|---|
# | two classes | 1 unit, sigmoid | 0 or 1 | `BinaryCrossentropy` |
# | many classes, one is right | n units, softmax | one-hot | `CategoricalCrossentropy` |
# | many classes, one is right | n units, softmax | integers | `SparseCategoricalCrossentropy` |
# | several labels at once | n units, **sigmoid** | n zeros and ones | `BinaryCrossentropy` |
# | a number | 1 unit, **no activation** | numbers | `MeanSquaredError`, `MeanAbsoluteError`, `Huber` |
# | a sequence, places unknown | n + 1 units a timestep, softmax | shorter sequence | `CTC` |
#
# For the first four, leave the activation out and say `from_logits=True`. `CTC` wants logits too.
#
# *Categorical* and *sparse categorical* are one loss for two ways to write labels:

# %% [markdown] lang="ko"
# ## 12. 어떤 마지막 층에 어떤 손실을
#
# | 문제 | 마지막 층 | 레이블 | Keras의 손실 |
# |---|---|---|---|
# | 클래스 둘 | 유닛 1개, 시그모이드 | 0 또는 1 | `BinaryCrossentropy` |
# | 클래스 여럿 중 하나가 정답 | 유닛 n개, 소프트맥스 | 원-핫 | `CategoricalCrossentropy` |
# | 클래스 여럿 중 하나가 정답 | 유닛 n개, 소프트맥스 | 정수 | `SparseCategoricalCrossentropy` |
# | 한꺼번에 여러 레이블 | 유닛 n개, **시그모이드** | 0과 1이 n개 | `BinaryCrossentropy` |
# | 수 | 유닛 1개, **활성화 없음** | 수 | `MeanSquaredError`, `MeanAbsoluteError`, `Huber` |
# | 자리를 모르는 시퀀스 | 타임스텝(timestep)마다 유닛 n + 1개, 소프트맥스 | 더 짧은 시퀀스 | `CTC` |
#
# 처음 네 가지에서는 활성화 함수를 빼고 `from_logits=True`라고 하세요. `CTC`도 로짓을 받습니다.
#
# *categorical*과 *sparse categorical*은 손실은 하나인데 레이블을 적는 방법이 둘인 것입니다.

# %%
p = softmax(np.array([[2.0, 1.0, 0.1], [0.3, 0.2, 3.0]]))
labels = np.array([1, 2])
print("one-hot: ", cross_entropy(one_hot(labels, 3), p).round(6))
print("integers:", -np.log(p[np.arange(2), labels]).mean().round(6))

# %% [markdown] lang="en"
# The same number; integers save the memory of the zeros. **Several labels** (a photo with a beach *and* a dog) are several yes-or-no questions, so the probabilities must not share one whole. **Predict** the sums.

# %% [markdown] lang="ko"
# 같은 수입니다. 정수로 적으면 0들이 차지할 메모리를 아낍니다. **여러 레이블**(바닷가*와* 개가 함께 있는 사진)은 예 또는 아니요로 답할 질문이 여럿인 것이므로, 확률들이 하나를 나누어 가지면 안 됩니다. 합을 **예상해 보세요**.

# %%
print("softmax:", softmax(scores).round(3), "  sum", softmax(scores).sum().round(3))
print("sigmoid:", sigmoid(scores).round(3), "  sum", sigmoid(scores).sum().round(3))

# %% [markdown] lang="en"
# **Sequences.** In speech or handwriting the label "ab" is known, but not *when* each letter is said. Connectionist temporal classification, **CTC** (Graves and others, 2006), adds a class "nothing" (−), lets the network answer at every timestep, and reads an answer by merging repeats and then dropping the −: `aa-b` is "ab". The loss is −log of the total probability of **all** answers that read "ab". Four timesteps we can count out; for 100 the list is hopeless, and the real algorithm gets the same sum without it. Its limits: given the input it treats the timesteps as independent, it tells the order and hardly the exact moments, and the label must fit into the timesteps.

# %% [markdown] lang="ko"
# **시퀀스**(sequence). 음성이나 손글씨에서는 레이블이 "ab"인 줄은 알아도 글자가 *언제* 나왔는지는 모릅니다. **CTC**(connectionist temporal classification, Graves 외, 2006)는 "없음"(−) 클래스를 더하고, 타임스텝마다 답하게 한 다음, 되풀이된 것을 합치고 −를 빼서 읽습니다. `aa-b`는 "ab"입니다. 손실은 "ab"로 읽히는 **모든** 답의 확률을 더한 것의 −log입니다. 타임스텝이 넷이면 하나하나 셀 수 있습니다. 진짜 알고리즘은 목록 없이 같은 합을 구합니다. 타임스텝이 100개면 목록으로는 어림없기 때문입니다. CTC가 못하는 것도 있습니다. 입력이 주어지면 타임스텝들이 서로 독립이라고 보며, 순서는 알려 줘도 정확한 때는 거의 알려 주지 못하고, 레이블에 필요한 타임스텝이 실제보다 많으면 안 됩니다.

# %%
def read(path):
    befores = ("", *path[:-1])
    kept = [letter for letter, before in zip(path, befores, strict=True) if letter != before]
    return "".join(letter for letter in kept if letter != "-")


by_time = np.array([[0.1, 0.8, 0.1], [0.6, 0.3, 0.1], [0.2, 0.1, 0.7], [0.5, 0.1, 0.4]])  # of -, a, b
paths = [path for path in product("-ab", repeat=4) if read(path) == "ab"]
total = sum(np.prod([by_time[time]["-ab".index(letter)] for time, letter in enumerate(path)]) for path in paths)
print(len(paths), "of", 3**4, "answers read ab:", " ".join("".join(path) for path in paths))
print("probability of ab:", total.round(4), "  CTC loss:", -np.log(total).round(4))

# %% [markdown] lang="en"
# ## 13. A loss is a wish taken literally
#
# Now the second half of the question. Every loss did exactly what it says, and that was not always what was meant. This is no oddity of small examples:
# - **A boat race.** An agent was rewarded with the points of the game CoastRunners, in the belief that points mean racing. It found a lagoon where three targets keep coming back, and circled there, on fire, crashing into other boats, without ever finishing. Its score was on average 20 percent above that of human players (Clark and Amodei, 2016).
# - **A tower of bricks.** A simulated arm should stack a red brick on a blue one, and was rewarded for the height of the red brick's *underside*. It turned the red brick upside down (Popov and others, 2017; Krakovna and others, 2020).
# - **A sorted list.** A program repaired by evolution had to sort, and was scored by how many elements were out of order. It returned an empty list: no element out of order (Lehman and others, 2020).
#
# In each case, ask: *what is the cheapest way to make this number good?* Try it on two wishes of our own. First: a bus comes 2 minutes after you reach the stop on half of all days, after 18 minutes on the others. **Predict** what a forecast trained with MSE tells you, and one trained with MAE.

# %% [markdown] lang="ko"
# ## 13. 손실은 글자 그대로 이루어지는 소원
#
# 이제 질문의 나머지 절반입니다. 지금까지 나온 손실은 모두 적힌 대로 정확히 일했고, 그것이 뜻한 바가 아닐 때도 있었습니다. 작은 예에서만 생기는 별난 일이 아닙니다.
# - **보트 경주.** CoastRunners라는 게임에서, 점수를 따는 것이 곧 경주를 잘하는 것이려니 하고 점수를 보상으로 주었습니다. 에이전트는 과녁 세 개가 자꾸 다시 나타나는 작은 만을 찾아내, 불이 붙은 채 다른 배를 들이받으며 그 안을 빙빙 돌았고, 결승선에는 끝내 가지 않았습니다. 점수는 사람보다 평균 20퍼센트 높았습니다(Clark와 Amodei, 2016).
# - **블록 쌓기.** 시뮬레이션 속의 로봇 팔이 빨간 블록을 파란 블록 위에 쌓아야 했는데, 보상은 빨간 블록 *밑면*의 높이였습니다. 로봇은 빨간 블록을 뒤집어 놓았습니다(Popov 외, 2017; Krakovna 외, 2020).
# - **정렬된 목록.** 진화로 고친 정렬 프로그램을, 순서가 어긋난 원소가 얼마나 되는지로 채점했습니다. 프로그램은 빈 목록을 돌려주었습니다. 어긋난 원소가 하나도 없습니다(Lehman 외, 2020).
#
# 그때마다 이렇게 물어보세요. *이 숫자를 좋게 하는 가장 손쉬운 방법은 무엇인가?* 우리도 소원 두 가지로 시험해 봅시다. 첫째, 정류장에 닿은 뒤 절반의 날에는 2분 만에, 나머지 날에는 18분 만에 버스가 옵니다. MSE로 훈련한 예보와 MAE로 훈련한 예보가 무어라고 할지 **예상해 보세요**.

# %%
buses = np.array([2.0, 18.0])
for minutes in (0, 2, 6, 10, 14, 18, 20):
    print(f"say {minutes:2}:  MSE {mse(buses, minutes):5.0f}   MAE {mae(buses, minutes):4.0f}")

# %% [markdown] lang="en"
# MSE says 10 minutes, when no bus ever comes. To MAE anything from 2 to 18 is the same. Both are right by their own measure; you wanted a *distribution* and did not ask for one. (Two classes and cross-entropy would.)
#
# Second: a test for a rare illness. 20 of 1,000 people are ill, and their blood value is higher on average, with much overlap. We train with cross-entropy and are proud of the accuracy. **Predict** how many of the 20 the model finds.

# %% [markdown] lang="ko"
# MSE는 10분이라고 합니다. 버스가 한 번도 오지 않는 때입니다. MAE는 2에서 18까지 무엇이든 상관없다고 합니다. 둘 다 자기 기준으로는 옳습니다. 바란 것은 *분포*였는데, 분포를 달라고 하지 않은 것입니다. (클래스 둘과 교차 엔트로피라면 분포를 달라는 말이 됩니다.)
#
# 둘째, 드문 병의 검사입니다. 1,000명 가운데 20명이 환자이고, 환자의 혈액 수치는 평균이 더 높지만 많이 겹칩니다. 교차 엔트로피로 훈련하고 정확도를 보며 뿌듯해합니다. 모델이 20명 가운데 몇 명을 찾아낼지 **예상해 보세요**.

# %%
rng = np.random.default_rng(1)
ill = (np.arange(1000) < 20).astype(float)
blood = rng.normal(1.5 * ill, 1)


def screen(weight_of_ill, steps=3000):
    a = b = 0.0
    weights = np.where(ill == 1, weight_of_ill, 1.0)
    for _ in range(steps):
        upstream = weights / weights.sum() * (sigmoid(a * blood + b) - ill)
        a, b = a - 2 * (upstream * blood).sum(), b - 2 * upstream.sum()
    return sigmoid(a * blood + b) > 0.5


for name, says_ill in (("always healthy", ill > 1), ("cross-entropy", screen(1)), ("ill count 49-fold", screen(49))):
    found, alarms = int((says_ill & (ill == 1)).sum()), int((says_ill & (ill == 0)).sum())
    print(f"{name:18} accuracy {np.mean(says_ill == ill):.3f}   found {found:2} of 20   false alarms {alarms}")

# %% [markdown] lang="en"
# The trained model finds **none**, at an accuracy of 0.978, and a program that always says "healthy" beats it with 0.980. Nothing is broken: with 980 healthy people "healthy" is the cheapest answer at the threshold of 0.5. Let each ill person count 49-fold, so that both groups weigh the same, and the same model finds 17, at the price of 180 false alarms and an accuracy of 0.817, which looks worse. Which of the two you want, no formula knows. It must be said, and the loss is the place where you say it.
#
# So: **which number must be small so that ten scores become a good answer?** −log of the probability that softmax gives to the truth, computed from logits; its gradient is p − t, and ten columns of weights learn to read from it. **And when you write down another number?** Then you get that other number, small: a denial of every 1, a bus at 10 minutes, a thousand healthy people.
#
# ## What you have learned
# - Scores → **softmax** → probabilities. Differences count; a shift does not, so the maximum is subtracted. Temperature sharpens or flattens.
# - **Cross-entropy** −Σ t log y is −log of the probability at the label; log n for knowing nothing. For two classes −[y log p + (1 − y) log(1 − p)].
# - Its gradient in the scores is **p − t**: no larger than 1, never asleep while wrong.
# - **From logits**: probabilities in float32 round to 0 and 1, and then the loss is infinite or the gradient 0.
# - Plain errors cancel. **MSE** asks for the mean and follows outliers, **MAE** for the median.
# - Ask of every loss: what is the cheapest way to make it small?
#
# ## Next
# [07. TensorFlow](07_tensorflow.ipynb): the same by a library that finds the gradients itself.
#
# ## Sources
# - J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", in: Neurocomputing, Springer (1990): softmax.
# - C. M. Bishop, "Pattern Recognition and Machine Learning", Springer (2006), sections 4.3.2 and 4.3.4: cross-entropy and its gradient.
# - P. J. Huber, "Robust estimation of a location parameter", Annals of Mathematical Statistics 35 (1964): between mean and median.
# - A. Graves and others, "Connectionist temporal classification", ICML (2006): CTC.
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - J. Clark, D. Amodei, "Faulty reward functions in the wild", OpenAI (2016): the boat.
# - I. Popov and others, "Data-efficient deep reinforcement learning for dexterous manipulation", arXiv:1704.03073 (2017), and V. Krakovna and others, "Specification gaming: the flip side of AI ingenuity", DeepMind (2020): the brick.
# - J. Lehman and others, "The surprising creativity of digital evolution", Artificial Life 26 (2020): the sorted list.

# %% [markdown] lang="ko"
# 훈련한 모델은 **한 명도** 찾지 못하면서 정확도는 0.978입니다. 무조건 "건강"이라고 하는 프로그램이 0.980으로 오히려 앞섭니다. 고장 난 것은 없습니다. 건강한 사람이 980명이니 문턱 0.5에서는 "건강"이 가장 싼 답입니다. 환자 한 명을 49명으로 쳐서 두 무리의 무게를 같게 하면, 같은 모델이 17명을 찾아냅니다. 그 대신 잘못 울린 경보가 180번이고 정확도는 0.817로 더 나빠 보입니다. 둘 가운데 무엇을 바라는지는 어떤 식도 알지 못합니다. 말해 주어야 하고, 말하는 자리가 손실입니다.
#
# 그러면 **점수 열 개가 좋은 답이 되려면 어떤 숫자를 줄여야 할까요?** 소프트맥스가 정답에 준 확률의 −log를, 로짓에서 바로 계산해 줄이면 됩니다. 그 그레이디언트가 p − t이고, 가중치 열 열 개가 그것을 따라 숫자 읽는 법을 배웁니다. **다른 숫자를 적으면 무엇을 얻게 될까요?** 바로 그 다른 숫자를, 작게 얻습니다. 1이라면 모조리 아니라고 하는 모델, 10분 뒤에 온다는 버스, 모두 건강하다는 천 명을 얻습니다.
#
# ## 배운 것
# - 점수 → **소프트맥스** → 확률. 중요한 것은 차이이고 똑같이 더한 값은 상관없으므로 최댓값을 뺍니다. 온도는 뾰족하게 하거나 밋밋하게 합니다.
# - **교차 엔트로피** −Σ t log y는 레이블 자리 확률의 −log이고, 아무것도 모르면 log n입니다. 클래스가 둘이면 −[y log p + (1 − y) log(1 − p)]입니다.
# - 점수에 대한 그레이디언트는 **p − t**입니다. 크기가 1을 넘지 않고, 틀린 동안에는 잠들지 않습니다.
# - **로짓에서 바로** 계산합니다. float32 확률은 0과 1로 반올림되고, 그러면 손실이 무한대가 되거나 그레이디언트가 0이 됩니다.
# - 오차를 그냥 더하면 지워집니다. **MSE**는 평균을 바라고 이상치를 따라가며, **MAE**는 중앙값을 바랍니다.
# - 손실을 볼 때마다 묻습니다. 이것을 줄이는 가장 손쉬운 방법은 무엇인가?
#
# ## 다음
# [07. TensorFlow](07_tensorflow.ipynb): 그레이디언트를 스스로 구해 주는 라이브러리로 같은 일을 합니다.
#
# ## 출처
# - J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", Neurocomputing, Springer (1990): 소프트맥스.
# - C. M. Bishop, "Pattern Recognition and Machine Learning", Springer (2006), 4.3.2절과 4.3.4절: 교차 엔트로피와 그 그레이디언트.
# - P. J. Huber, "Robust estimation of a location parameter", Annals of Mathematical Statistics 35 (1964): 평균과 중앙값 사이.
# - A. Graves 외, "Connectionist temporal classification", ICML (2006): CTC.
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - J. Clark, D. Amodei, "Faulty reward functions in the wild", OpenAI (2016): 보트.
# - I. Popov 외, "Data-efficient deep reinforcement learning for dexterous manipulation", arXiv:1704.03073 (2017), V. Krakovna 외, "Specification gaming: the flip side of AI ingenuity", DeepMind (2020): 블록.
# - J. Lehman 외, "The surprising creativity of digital evolution", Artificial Life 26 (2020): 정렬된 목록.
