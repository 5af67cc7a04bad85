# %% [markdown] lang="en"
# # 06. Softmax and losses: what you ask for
#
# Training makes one number small and ignores everything else that you want. **Which number should training make small to turn ten scores into a good answer, and what do you get if you choose a different one?**
#
# **You will be able to**
# - turn scores into probabilities, and say how a temperature or a shift affects them;
# - compute cross-entropy by hand, and spot a formula with a wrong sign;
# - derive the gradient of cross-entropy, and use it to train a classifier for handwritten digits in a dozen lines of NumPy;
# - choose the last layer and the loss for a task;
# - ask of any loss what the cheapest way to make it small would be.
#
# **Time** about 90 minutes. **You need** `x @ w + b` from chapter [02](02_broadcasting.ipynb), the sigmoid from [03](03_neurons_activations.ipynb), gradients and gradient descent from [04](04_backprop.ipynb) and [05](05_optimizers.ipynb), and exp and log from mathematics.

# %% [markdown] lang="ko"
# # 06. 소프트맥스와 손실: 무엇을 줄일 것인가
#
# 훈련은 수 하나를 줄이는 일입니다. 우리가 바라는 것이라도 그 수에 담기지 않으면 결과에 반영되지 않습니다. **점수 열 개로 좋은 답을 내려면 어떤 수를 줄여야 할까요? 다른 수를 줄이면 무엇을 얻게 될까요?**
#
# **이 장을 마치면 할 수 있는 것**
# - 점수를 확률로 바꾸고, 온도(temperature)를 바꾸거나 모든 점수에 같은 값을 더하면 어떻게 되는지 설명합니다.
# - 교차 엔트로피(cross-entropy)를 손으로 계산하고, 부호가 틀린 식을 알아봅니다.
# - 교차 엔트로피의 그레이디언트(gradient)를 유도하고, NumPy 코드 열두어 줄로 손글씨 숫자 분류 모델을 훈련합니다.
# - 문제에 맞는 마지막 층(layer)과 손실(loss)을 고릅니다.
# - 어떤 손실을 만나든, 그 손실을 줄이는 가장 손쉬운 방법이 무엇인지 따져 봅니다.
#
# **시간** 약 90분. **필요한 것** [02장](02_broadcasting.ipynb)의 `x @ w + b`, [03장](03_neurons_activations.ipynb)의 시그모이드(sigmoid), [04장](04_backprop.ipynb)의 그레이디언트와 [05장](05_optimizers.ipynb)의 경사 하강법(gradient descent). 수학은 지수와 로그만 알면 됩니다.

# %% tags=["setup"]
from itertools import product

import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import mnist
from helpers.drawing import COLOURS, SIGNED, style
from helpers.widgets import LossExplorer, SoftmaxExplorer

# %% [markdown] lang="en"
# ## 1. One column of weights for each class
#
# One unit answers yes or no. For three classes we take three units, which get the same input but have their own weights. The number that each unit returns is the **score** or **logit** of its class. Below are two inputs and three classes, and each class owns one **column** of `w`.

# %% [markdown] lang="ko"
# ## 1. 클래스마다 가중치 열 하나
#
# 유닛(unit)이 하나이면 예 또는 아니요로만 답할 수 있습니다. 클래스(class)가 셋이면 유닛도 셋을 둡니다. 세 유닛은 같은 입력을 받지만 가중치(weight)는 서로 다릅니다. 각 유닛이 내놓는 수를 그 클래스의 **점수** 또는 **로짓**(logits)이라고 합니다. 아래 코드에서는 입력이 둘, 클래스가 셋이며, 클래스마다 `w`의 **열**(column)을 하나씩 씁니다.

# %%
x = np.array([1.0, 0.5])
w = np.array([[1.5, 0.5, -0.4], [0.6, 1.0, 0.8]])
b = np.array([0.2, 0.0, 0.1])
for number in range(3):
    print("class", number, " score", round(float(w[:, number] @ x + b[number]), 3))

# %% [markdown] lang="en"
# Three dot products with the same `x` amount to one matrix product, and a batch of 128 samples needs no more than that.

# %% [markdown] lang="ko"
# 같은 `x`와의 점곱(dot product, 내적)을 세 번 구하는 대신 행렬 곱셈(matrix product)을 한 번 하면 됩니다. 샘플(sample)이 128개인 배치(batch)도 한 번이면 됩니다.

# %%
print("one sample:", x @ w + b)
print("a batch:   ", (np.ones((128, 2)) @ w + b).shape)

# %% [markdown] lang="en"
# The scores of the batch have the shape (128, 3), one row for each sample and one column for each class. Books that write `W x` keep the weights of each class in a **row**.
#
# ## 2. From scores to probabilities
#
# The scores 2.0, 1.0 and 0.1 do not show how sure the answer is. Probabilities do. They are never negative and add up to 1. If none of the scores were negative, we could simply divide them by their sum. Here is what that does to (2, −1, −0.5).

# %% [markdown] lang="ko"
# 배치의 점수는 형상(shape)이 (128, 3)입니다. 샘플마다 행이 하나, 클래스마다 열이 하나입니다. `W x`라고 쓰는 책에서는 각 클래스의 가중치를 **행**(row)에 둡니다.
#
# ## 2. 점수에서 확률로
#
# 점수 2.0, 1.0, 0.1만 보고는 얼마나 확실한 답인지 알 수 없습니다. 그래서 확률로 바꾸려 합니다. 확률은 음수가 아니고 모두 더하면 1입니다. 음수인 점수가 없다면 각 점수를 합으로 나누기만 해도 됩니다. 그런데 점수가 (2, −1, −0.5)이면 다음과 같이 됩니다.

# %%
bad = np.array([2.0, -1.0, -0.5])
print(bad / bad.sum())

# %% [markdown] lang="en"
# These three numbers are not probabilities. So we first apply exp, which makes every score positive without changing the order, and then divide by the sum. This is **softmax**. With the scores z, class i gets the probability
#
# **pᵢ = exp(zᵢ) / Σⱼ exp(zⱼ)**

# %% [markdown] lang="ko"
# 확률이 될 수 없는 값이 나옵니다. 그래서 먼저 exp를 씌워 크기 순서는 그대로 둔 채 모두 양수로 만든 다음, 합으로 나눕니다. 이것이 **소프트맥스**(softmax)입니다. 점수가 z일 때 클래스 i의 확률은 다음과 같습니다.
#
# **pᵢ = exp(zᵢ) / Σⱼ exp(zⱼ)**

# %%
def naive_softmax(logits):
    e = np.exp(logits)
    return e / e.sum(axis=-1, keepdims=True)


scores = np.array([2.0, 1.0, 0.1])
print("exp of the scores:", np.exp(scores).round(3))
print("probabilities:    ", naive_softmax(scores).round(3), " sum", naive_softmax(scores).sum().round(3))

# %% [markdown] lang="en"
# Only the **differences** between scores count. Class 0 is 1.0 ahead of class 1, so it is exp(1.0) = 2.718 times as probable.
#
# Dividing all scores by a **temperature** T before softmax makes the differences larger if T is below 1 and smaller if T is above 1.

# %% [markdown] lang="ko"
# 중요한 것은 점수의 **차이**뿐입니다. 클래스 0은 클래스 1보다 점수가 1.0 높으므로 확률이 exp(1.0) = 2.718배입니다.
#
# 소프트맥스를 씌우기 전에 모든 점수를 **온도** T로 나누면, T가 1보다 작을 때는 차이가 커지고 1보다 클 때는 작아집니다.

# %%
for temperature in (0.1, 0.5, 1, 2, 10):
    print(f"T = {temperature:4}: ", " ".join(f"{p:.3f}" for p in naive_softmax(scores / temperature)))

# %% [markdown] lang="en"
# At T = 0.1, the class with the largest score gets practically all of the probability, and at T = 10, the classes are almost equally probable. Language models use T when they draw the next word. A low T favours the most probable words; a higher T lets others through.
#
# ## 3. A shift changes nothing, and can prevent overflow
#
# If only differences count, adding 100 to every score should change nothing. **Predict** what the formula gives in float32, Keras's default type.

# %% [markdown] lang="ko"
# T = 0.1이면 점수가 가장 큰 클래스가 확률을 거의 다 차지하고, T = 10이면 세 클래스의 확률이 거의 같아집니다. 언어 모델도 다음 단어를 뽑을 때 T를 씁니다. T가 낮으면 확률이 높은 단어가 주로 뽑히고, 높으면 다른 단어도 더러 뽑힙니다.
#
# ## 3. 같은 값을 더해도 그대로: 오버플로 막기
#
# 차이만 중요하다면 모든 점수에 100을 더해도 결과가 그대로여야 합니다. Keras의 기본 자료형(dtype)인 float32로 계산하면 무엇이 나올지 **예상해 보세요**.

# %%
with np.errstate(over="ignore", invalid="ignore"):  # NumPy would warn, and rightly
    for dtype in ("float64", "float32"):
        most = np.log(np.finfo(dtype).max)
        print(dtype, naive_softmax((scores + 100).astype(dtype)).round(3), f"  log of the largest number: {most:.1f}")

# %% [markdown] lang="en"
# In float64 the probabilities stay the same, but in float32 they are nan. Above a score of 88.7 (709.8 in float64) exp overflows to infinity, and infinity divided by infinity is nan. One such sample in a batch puts nan into the gradient, and a step or two later all weights are nan.
#
# But since a shift changes nothing, there is a remedy: **subtract the largest score** first. Then exp stays between 0 and 1. TensorFlow, JAX and PyTorch do this too.

# %% [markdown] lang="ko"
# float64에서는 확률이 그대로이지만 float32에서는 셋 다 nan입니다. 점수가 88.7(float64에서는 709.8)을 넘으면 오버플로(overflow)가 일어나 exp가 무한대가 되고, 무한대를 무한대로 나누면 nan이 됩니다. 배치에 이런 샘플이 하나만 있어도 그레이디언트에 nan이 섞이고, 한두 스텝(step) 뒤에는 가중치가 모두 nan이 됩니다.
#
# 이 문제는 점수의 차이만 중요하다는 성질을 이용해 해결할 수 있습니다. 먼저 모든 점수에서 **가장 큰 점수를 뺍니다**. 그러면 exp의 값이 0과 1 사이에 머뭅니다. TensorFlow, JAX, PyTorch도 이렇게 계산합니다.

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
# Each row shows a score, exp(score − largest score), and the probability. The shaded row marks the label, that is, the right class. Section 7 explains the last column. The grey line at the bottom shows what the formula gives in float32 without the subtraction. First slide *score 1*. **All** the probabilities change, because they always add up to 1.

# %% [markdown] lang="ko"
# ### 눈으로 보기: SoftmaxExplorer
#
# 각 줄에는 왼쪽부터 점수, 점수에서 최댓값을 빼고 exp를 씌운 값, 확률이 있습니다. 바탕에 색이 칠해진 줄이 정답 클래스, 즉 레이블(label)입니다. 마지막 열 p − t는 7절에서 다룹니다. 맨 아래 회색 줄은 최댓값을 빼지 않고 float32로 계산한 결과입니다. 먼저 *점수 1*을 움직여 보세요. 확률의 합은 언제나 1이므로 **모든** 확률이 함께 변합니다.

# %%
SoftmaxExplorer()

# %% [markdown] lang="en"
# **Try this**
# 1. Slide *shift* to 50, then to 90. No probability changes, but at 90 the bottom line turns red and shows nan.
# 2. Slide *temperature* to 0.1, then to 10. The probabilities are nearly 1, 0, 0 and then nearly a third each.
# 3. Set *temperature* back to 1 and *score 1* to 2.0. The first two classes get 0.465 each.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *더할 값*을 50으로, 다음에는 90으로 올려 보세요. 확률은 변하지 않지만, 90에서는 맨 아래 줄이 붉어지며 nan이 나타납니다.
# 2. *온도*를 0.1로, 다음에는 10으로 바꿔 보세요. 0.1에서는 확률이 거의 1, 0, 0이고, 10에서는 거의 3분의 1씩입니다.
# 3. *온도*를 1로 되돌리고 *점수 1*을 2.0으로 맞춰 보세요. 처음 두 클래스의 확률이 0.465로 같아집니다.

# %% [markdown] lang="en"
# ## 4. The right answer in the same form
#
# A **one-hot** label expresses the right answer as probabilities, with 1 for the right class and 0 for the others. Row *k* of the identity matrix is the one-hot label of class *k*, so indexing that matrix with the labels gives all the one-hot labels at once.

# %% [markdown] lang="ko"
# ## 4. 정답도 같은 꼴로
#
# **원-핫**(one-hot) 레이블은 정답 클래스에 1을, 나머지에 0을 적어 정답을 확률과 같은 꼴로 나타냅니다. 단위행렬의 *k*번 행이 클래스 *k*의 원-핫 레이블이므로, 레이블 배열을 단위행렬의 인덱스(index)로 쓰면 여러 개를 한꺼번에 만들 수 있습니다.

# %%
def one_hot(labels, classes):
    return np.eye(classes)[labels]


print(one_hot(np.array([0, 2, 1, 2]), 3))

# %% [markdown] lang="en"
# Why not train on the numbers 0, 1 and 2? Class 1 would then lie halfway between the other two. With the squared error of section 10, a model that cannot decide between cat (0) and ship (2) does best by answering dog (1).
#
# ## 5. Cross-entropy: the penalty for a small probability
#
# A loss is one number that says how bad an answer is. **Cross-entropy** is −Σ t log p, summed over the classes, where t is the true probability of a class and p the predicted one. If t is one-hot, only −log of the label's probability remains.

# %% [markdown] lang="ko"
# 0, 1, 2라는 수를 그대로 레이블로 쓰면 어떨까요? 그러면 클래스 1이 나머지 두 클래스의 한가운데에 놓입니다. 10절의 제곱 오차를 쓴다면, 고양이(0)일 확률과 배(2)일 확률이 반반일 때 손실이 가장 작은 답은 개(1)입니다.
#
# ## 5. 교차 엔트로피: 낮은 확률에 매기는 벌점
#
# 손실은 답이 얼마나 나쁜지를 수 하나로 나타냅니다. **교차 엔트로피**는 −Σ t log p입니다. t는 클래스의 실제 확률, p는 모델이 답한 확률이며, Σ는 모든 클래스에 걸친 합입니다. t가 원-핫이면 정답 클래스의 확률에 −log를 씌운 값만 남습니다.

# %%
def cross_entropy(t, p):
    return -np.sum(t * np.log(p), axis=-1).mean()


p = softmax(scores)
for label in range(3):
    print("label", label, " probability", p[label].round(3), " loss", cross_entropy(one_hot(label, 3), p).round(3))

# %% [markdown] lang="en"
# The loss is smallest for the most probable label, and it grows without limit as the probability of the label goes to 0.
#
# Why the log? The probability that *several* independent answers are all right is a product, and the log turns it into a sum. Minimising cross-entropy makes the observed labels as probable as possible, which statisticians call **maximum likelihood**.

# %% [markdown] lang="ko"
# 모델이 가장 높은 확률을 준 클래스가 정답일 때 손실이 가장 작고, 정답의 확률이 0에 가까워지면 손실은 한없이 커집니다.
#
# 왜 로그를 쓸까요? 서로 독립인 답 *여러 개*가 모두 맞을 확률은 각 확률의 곱이고, 로그를 씌우면 곱이 합으로 바뀝니다. 교차 엔트로피를 최소로 만들면 관찰한 레이블이 나올 확률이 최대가 됩니다. 통계학에서는 이를 **최대 가능도**(maximum likelihood) 추정이라고 합니다.

# %%
given = np.array([0.9, 0.8, 0.7])  # what three answers gave to the truth
print("all three right:", given.prod().round(3), "  -log of it:", -np.log(given.prod()).round(4))
print("sum of three losses:", (-np.log(given)).sum().round(4))
print("knowing nothing, 10 classes:", cross_entropy(one_hot(3, 10), np.full(10, 0.1)).round(3))

# %% [markdown] lang="en"
# **log 10 = 2.303 is the loss if each of ten classes gets the probability 0.1.** An initial loss far above it means that the untrained network is sure of wrong answers, as happens in chapter [09](09_first_network.ipynb) when the pixels are not divided by 255.

# %% [markdown] lang="ko"
# **log 10 = 2.303은 클래스 열 개에 확률을 0.1씩 주었을 때의 손실입니다.** 훈련을 시작할 때 손실이 이보다 훨씬 크다면, 아직 훈련하지 않은 신경망(neural network)이 틀린 답에 높은 확률을 준다는 뜻입니다. [09장](09_first_network.ipynb)에서 픽셀을 255로 나누지 않으면 이렇게 됩니다.

# %% [markdown] lang="en"
# ## 6. Two classes, and a sign that rewards mistakes
#
# With two classes, a single score z is enough. The sigmoid of chapter [03](03_neurons_activations.ipynb) turns it into the probability of "yes", and the rest goes to "no". This is softmax of (z, 0).

# %% [markdown] lang="ko"
# ## 6. 클래스가 둘일 때, 그리고 부호 하나를 빠뜨렸을 때
#
# 클래스가 둘이면 점수 z 하나로 충분합니다. [03장](03_neurons_activations.ipynb)의 시그모이드를 z에 씌우면 "예"의 확률이 되고, 1에서 그 확률을 빼면 "아니요"의 확률이 됩니다. 이는 점수 (z, 0)에 소프트맥스를 씌운 결과와 같습니다.

# %%
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


print("sigmoid(1.5)   ", sigmoid(1.5).round(4))
print("softmax(1.5, 0)", softmax(np.array([1.5, 0.0])).round(4))

# %% [markdown] lang="en"
# Now t is one number, the label 1 or 0, and p is the probability of "yes". Cross-entropy becomes **binary cross-entropy**, −[t log p + (1 − t) log(1 − p)]. When t is 1, the second term is 0, and when t is 0, the first is. Without the brackets, a minus sign is easily lost, as in the first term of t log p − (1 − t) log(1 − p).

# %% [markdown] lang="ko"
# 이제 t는 수 하나로 적은 레이블(1 또는 0)이고 p는 "예"의 확률입니다. 교차 엔트로피는 −[t log p + (1 − t) log(1 − p)]가 되며, 이를 **이진 교차 엔트로피**(binary cross-entropy)라고 합니다. t가 1이면 둘째 항이, t가 0이면 첫째 항이 0입니다. 대괄호를 풀어 쓰다 보면 빼기 부호를 빠뜨리기 쉽습니다. 예를 들어 t log p − (1 − t) log(1 − p)에는 첫째 항의 빼기 부호가 없습니다.

# %%
def binary_cross_entropy(t, p):
    return -np.mean(t * np.log(p) + (1 - t) * np.log(1 - p))


def wrong_sign(t, p):
    return np.mean(t * np.log(p) - (1 - t) * np.log(1 - p))


for t, p in ((1, 0.9), (1, 0.1), (0, 0.9), (0, 0.1)):
    print(f"t = {t}, p = {p}:  right {binary_cross_entropy(t, p):.3f}   wrong sign {wrong_sign(t, p):6.3f}")

# %% [markdown] lang="en"
# For t = 1 the wrong formula gives −2.303 for the miss (p = 0.1) and −0.105 for the hit (p = 0.9). Lower is better, so it **rewards** the miss. With each formula we train the same small model, one sigmoid unit with two weights and a bias, on 200 points in the plane, half of them labelled 1. With the right formula this is *logistic regression*.
#
# We have not derived the gradient yet, so we measure it with the central differences of chapter [04](04_backprop.ipynb).

# %% [markdown] lang="ko"
# t = 1일 때 틀린 식의 값은 빗나간 답(p = 0.1)에서 −2.303, 맞힌 답(p = 0.9)에서 −0.105입니다. 손실은 낮을수록 좋으니 틀린 답에 **상을 주는** 셈입니다. 작은 모델 하나를 두 식으로 각각 훈련해 봅시다. 데이터는 평면 위의 점 200개이고, 그 절반은 레이블이 1입니다. 모델은 가중치가 둘, 편향(bias)이 하나인 시그모이드 유닛입니다. 옳은 식으로 훈련하면 *로지스틱 회귀*(logistic regression)가 됩니다.
#
# 그레이디언트는 아직 유도하지 않았으므로 [04장](04_backprop.ipynb)의 중앙 차분(central difference)으로 구합니다.

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
    titles = ("loss", "accuracy")
    for ax, column, title in zip(axes, (0, 1), titles, strict=True):
        ax.plot(right[:, column], label="right")
        ax.plot(wrong[:, column], label="wrong sign", color=COLOURS["green"], ls="-.")  # as in LossExplorer
        ax.set(xlabel="step", title=title)
    axes[0].legend()
    axes[1].axhline(0.5, color="#9a9a9a", lw=1, ls=":")

# %% [markdown] lang="en"
# On the left, the loss with the wrong sign (dash-dotted green) starts at 0 and falls steadily. On the right, the accuracy with the wrong sign sinks to 0.37, below the 0.5 of a coin toss (dotted line); with the right formula it reaches 0.895. Training did what the wrong formula asked for and pushed p down where the label is 1. **A loss below 0 is a warning sign if the right formula cannot go below 0.**
#
# What we want in the end is accuracy, so why not train on it? **Predict** its gradient with respect to the three parameters.

# %% [markdown] lang="ko"
# 왼쪽 그림에서 부호가 틀린 손실(초록색 일점쇄선)은 0에서 시작해 꾸준히 내려갑니다. 오른쪽 그림을 보면, 이 식으로 훈련한 모델의 정확도(accuracy)는 0.37까지 떨어져 동전을 던져 답할 때의 0.5(점선)보다도 낮습니다. 옳은 식으로 훈련하면 0.895에 이릅니다. 틀린 식에 적힌 대로 훈련했더니 레이블이 1인 점에서 p가 낮아진 것입니다. **원래 0보다 작아질 수 없는 손실이 0 아래로 내려가면 식부터 의심해야 합니다.**
#
# 결국 높이고 싶은 것은 정확도인데, 왜 정확도로 바로 훈련하지 않을까요? 파라미터(parameter) 세 개에 대한 정확도의 그레이디언트를 **예상해 보세요**.

# %%
w = np.array([0.3, -0.2, 0.1])
print("accuracy:", np.mean((answer(w) > 0.5) == is_one))
print("gradient of accuracy:     ", numerical_gradient(lambda w: np.mean((answer(w) > 0.5) == is_one), w))
print("gradient of cross-entropy:", numerical_gradient(lambda w: binary_cross_entropy(is_one, answer(w)), w).round(3))

# %% [markdown] lang="en"
# All three entries of the gradient are 0. A tiny change in the parameters flips none of the answers, so accuracy gives no direction. We need a number that changes with the parameters, so we train on one number, the **loss**, and report another, the **metric**.
#
# ## 7. The gradient is p − t
#
# Back to several classes: p is what softmax gives and t is the one-hot label. The loss is −log p of the label, which by the softmax formula is **log Σ exp(z) − z of the label**. Now move the score z of one class. The first part changes at the rate exp(z) / Σ exp(z), which is the p of that class. The z of the label changes at the rate 1 if that class is the label and 0 if not, which is t. The difference is **p − t**. Work it out for the scores (2.0, 1.0, 0.1) and the label 0.

# %% [markdown] lang="ko"
# 세 값이 모두 0입니다. 파라미터를 아주 조금 바꾸어서는 예와 아니요가 하나도 뒤바뀌지 않으니, 정확도는 그대로이고 어느 방향이 나은지 알 수 없습니다. 파라미터가 조금 변할 때 따라서 조금 변하는 수가 필요합니다. 그래서 훈련은 **손실**로 하고, 결과는 **지표**(metric)로 봅니다.
#
# ## 7. 그레이디언트는 p − t
#
# 다시 클래스가 여럿일 때로 돌아갑니다. p는 소프트맥스로 구한 확률, t는 원-핫 레이블입니다. 손실은 정답 클래스의 −log p이고, 소프트맥스의 식을 넣으면 **log Σ exp(z) − 정답의 z**가 됩니다. 이제 한 클래스의 점수 z를 움직여 봅시다. 앞부분의 변화율은 exp(z) / Σ exp(z)로, 그 클래스의 p와 같습니다. 뒷부분의 변화율은 그 클래스가 정답이면 1, 아니면 0으로, t와 같습니다. 앞에서 뒤를 빼면 **p − t**입니다. 점수가 (2.0, 1.0, 0.1)이고 레이블이 0일 때의 그레이디언트를 직접 구해 보세요.

# %%
t = one_hot(0, 3)
by_rule = softmax(scores) - t
by_differences = numerical_gradient(lambda z: cross_entropy(t, softmax(z)), scores)
print("p - t:              ", by_rule.round(3), "  sum", abs(by_rule.sum()).round(6))
print("central differences:", by_differences.round(3))

# %% [markdown] lang="en"
# Gradient descent subtracts a multiple of p − t, so the score of the right class rises in proportion to 1 minus its probability (0.341), and every other score falls in proportion to its own probability. No entry of p − t is larger than 1 in size, and the entries add up to 0. You saw them in the last column of SoftmaxExplorer, and chapter [04](04_backprop.ipynb) used them to classify digits.
#
# For a batch of n samples with the scores `x @ w + b`, chapter 04's rule for a matrix product gives the gradient `x.T @ (p − t) / n` for `w`.

# %% [markdown] lang="ko"
# 경사 하강법에서는 p − t에 비례하는 값을 점수에서 뺍니다. 그래서 정답의 점수는 1에서 그 확률을 뺀 값(0.341)에 비례해 올라가고, 나머지 점수는 그 클래스의 확률에 비례해 내려갑니다. p − t의 성분은 모두 크기가 1을 넘지 않고, 다 더하면 0입니다. SoftmaxExplorer의 마지막 열이 바로 이 값입니다. [04장](04_backprop.ipynb)에서 손글씨 숫자를 분류할 때도 이 그레이디언트를 썼습니다.
#
# 샘플이 n개인 배치에서는 점수가 `x @ w + b`이므로, 04장에서 본 행렬 곱셈의 규칙에 따라 `w`의 그레이디언트는 `x.T @ (p − t) / n`입니다.

# %%
x = rng.normal(size=(8, 4))
t = one_hot(rng.integers(0, 3, 8), 3)
w = rng.normal(size=(4, 3))
by_rule = x.T @ (softmax(x @ w) - t) / len(x)
by_differences = numerical_gradient(lambda w: cross_entropy(t, softmax(x @ w)), w)
print("shape", by_rule.shape, "  its first row: ", by_rule[0].round(6))
print("central differences, first row:", by_differences[0].round(6))

# %% [markdown] lang="en"
# ## 8. Reading digits with 7,850 parameters
#
# A model with 784 × 10 weights, ten biases and no hidden layer is called **softmax regression** or multinomial logistic regression. **Predict** how many of the 10,000 test images it reads correctly.

# %% [markdown] lang="ko"
# ## 8. 파라미터 7,850개로 손글씨 숫자 읽기
#
# 은닉층(hidden layer) 없이 784 × 10 가중치 행렬과 편향 10개로만 된 모델을 **소프트맥스 회귀**(softmax regression) 또는 다항 로지스틱 회귀라고 합니다. 테스트 데이터 10,000장 가운데 몇 장을 맞힐지 **예상해 보세요**.

# %% tags=["real-data"]
(images, labels), (test_images, test_labels) = mnist.load_data()
x, x_test = (some.reshape(-1, 784).astype("float32") / 255 for some in (images, test_images))
t = one_hot(labels, 10).astype("float32")
w, b = np.zeros((784, 10), "float32"), np.zeros(10, "float32")
print("x", x.shape, " t", t.shape, " parameters", w.size + b.size)
print("first loss:", cross_entropy(t, softmax(x @ w + b)).round(3))

# %% [markdown] lang="en"
# With all weights 0, every class gets probability 0.1, and the loss is log 10 = 2.303.

# %% [markdown] lang="ko"
# 가중치가 모두 0이면 클래스마다 확률이 0.1이므로, 손실은 log 10 = 2.303입니다.

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
# The model reads about 9,200 images correctly, or 92 %. With 512 hidden units, the network of chapter [04](04_backprop.ipynb) reached about 97 %, and chapter [09](09_first_network.ipynb) builds both networks in Keras.
#
# Each class owns a column of 784 weights, so each column can be drawn as a picture. Ink on a blue pixel raises the score of the digit; ink on an orange pixel lowers it.

# %% [markdown] lang="ko"
# 9,200장쯤, 약 92 %를 맞힙니다. 은닉 유닛이 512개인 [04장](04_backprop.ipynb)의 신경망은 97 %쯤 맞혔습니다. [09장](09_first_network.ipynb)에서는 두 모델을 모두 Keras로 만듭니다.
#
# 클래스마다 가중치 784개로 된 열이 하나씩 있으니, 열 하나를 그림 한 장으로 그릴 수 있습니다. 파란 픽셀에 잉크가 있으면 그 숫자의 점수가 올라가고, 주황색 픽셀에 있으면 내려갑니다.

# %%
with style():
    fig, axes = plt.subplots(2, 5, figsize=(9, 3.8))
    for digit, ax in enumerate(axes.ravel()):
        shown = ax.imshow(w[:, digit].reshape(28, 28), cmap=SIGNED, vmin=-0.7, vmax=0.7)
        ax.set_title(str(digit), loc="center")
        ax.set_axis_off()
    fig.colorbar(shown, ax=axes, label="weight")

# %% [markdown] lang="en"
# In the picture for 0, a pale blue ring surrounds a dark orange centre, where a 0 has no ink.
#
# A score is the sum of pixel × weight over all pixels, plus the bias, so we can see what each pixel of a digit adds. Below is the first test image, a 7, with its contributions to the scores of 7, 9 and 0. **Look for** the strokes that speak against 0.

# %% [markdown] lang="ko"
# 숫자 0의 그림은 가운데가 짙은 주황색이고 그 둘레를 옅은 파란색 고리가 감싸고 있습니다. 숫자 0은 가운데가 비어 있기 때문입니다.
#
# 점수는 '픽셀 × 가중치'를 모두 더하고 편향까지 더한 값입니다. 그래서 그림 한 장의 각 픽셀이 점수에 얼마를 보태는지 그릴 수 있습니다. 아래는 첫 번째 테스트 그림인 7과, 이 그림의 픽셀이 7, 9, 0의 점수에 보탠 값입니다. 어떤 획이 0의 점수를 낮추는지 **눈여겨보세요**.

# %%
image = x_test[0]
with style():
    fig, axes = plt.subplots(1, 4, figsize=(9, 2.3))
    axes[0].imshow(image.reshape(28, 28), cmap="gray_r")
    axes[0].set_title("digit", loc="center")
    for digit, ax in zip((7, 9, 0), axes[1:], strict=True):
        shown = ax.imshow((image * w[:, digit]).reshape(28, 28), cmap=SIGNED, vmin=-0.7, vmax=0.7)
        ax.set_title(f"for {digit}", loc="center")
        measured(f"score of {digit}", float(image @ w[:, digit] + b[digit]), digits=1)
    for ax in axes:
        ax.set_axis_off()
    fig.colorbar(shown, ax=axes, label="pixel × weight")

# %% [markdown] lang="en"
# For 0, the slanting stroke is orange where it crosses the middle, since a 0 has no ink there, and the score of 0 is only 0.8. For 7, most of the digit is blue, and the score of 7 is 11.2.
#
# ## 9. From logits or from probabilities?
#
# A cross-entropy loss in Keras has to know whether it gets probabilities (the default) or logits (`from_logits=True`). On paper the loss is the same either way. In float32 the choice can decide whether the network learns from a sample at all. Here are three ways to compute the loss and its gradient with respect to the scores:
# - **softmax, then log**, as the formulas are written;
# - **softmax, then log, with p clipped to the range from 1e-7 to 1 − 1e-7**, as Keras does with probabilities;
# - **from logits**, with log p = z − max − log Σ exp(z − max).

# %% [markdown] lang="ko"
# '0의 점수' 그림에서는 비스듬한 획이 한가운데를 지나는 곳이 주황색입니다. 숫자 0이라면 그 자리에 잉크가 없기 때문입니다. 0의 점수는 0.8밖에 되지 않습니다. '7의 점수' 그림은 대부분 파란색이고, 7의 점수는 11.2입니다.
#
# ## 9. 로짓을 넘길까, 확률을 넘길까
#
# Keras의 교차 엔트로피 손실을 쓸 때는 확률을 넘길지(기본값) 로짓을 넘길지(`from_logits=True`) 정해야 합니다. 식으로는 어느 쪽을 넘기든 손실이 같습니다. 그러나 float32로 계산하면, 어느 쪽을 고르느냐에 따라 훈련에 아무 영향도 주지 못하는 샘플이 생길 수 있습니다. 손실을 구하고 점수로 미분하는 방법 세 가지를 비교해 봅시다.
# - **소프트맥스, 그다음 로그**: 식에 적힌 그대로 계산합니다.
# - **같은 방법이지만 p가 1e-7과 1 − 1e-7 사이를 벗어나면 자르기(clip)**: Keras는 확률을 받으면 이렇게 계산합니다.
# - **로짓에서 바로**: log p = z − max − log Σ exp(z − max)로 계산합니다.

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
# The last line of the code applies the chain rule of chapter [04](04_backprop.ipynb) to softmax. Now let the right class have the score 0 and the wrong class 10, 15, 17, 50 or 1,000. The gradient with respect to the first score should be close to −1, so that this score rises. **Predict** which of the three ways fails first.

# %% [markdown] lang="ko"
# 위 코드의 마지막 줄에서는 [04장](04_backprop.ipynb)의 연쇄 법칙(chain rule)을 소프트맥스에 적용합니다. 이제 정답 클래스의 점수는 0으로 두고, 다른 클래스의 점수를 10, 15, 17, 50, 1,000으로 바꾸어 봅니다. 정답의 점수에 대한 그레이디언트가 −1에 가까워야 경사 하강법으로 그 점수가 올라갑니다. 세 방법 가운데 어느 것이 가장 먼저 실패할지 **예상해 보세요**.

# %%
t = np.array([1, 0], "float32")
print("wrong by     as written           clipped        from logits")
print("    " + "     loss  gradient" * 3)
with np.errstate(divide="ignore", invalid="ignore"):
    for wrong_by in (10, 15, 17, 50, 1000):
        z = np.array([0, wrong_by], "float32")
        ways = from_probabilities(t, z), from_probabilities(t, z, 1e-7), from_logits(t, z)
        print(f"{wrong_by:4}" + "".join(f"{loss:9.2f}{gradient[0]:10.2f}" for loss, gradient in ways))

# %% [markdown] lang="en"
# The clipped version, in the middle, fails first.
# - On the left (as written), everything is correct up to 50. At 1,000 the probability is rounded to 0, the loss is infinite and the gradient is nan.
# - In the middle (clipped), the loss is stuck at 16.12 = −log 1e-7 from 17 on, and the gradient is **0**. An answer this wrong contributes nothing to training.
# - On the right (from logits), the gradient is −1 in every row.
#
# Which of these does Keras use? To find out, we take one training step on a wrong answer. `Dense` is Keras's layer `x @ w + b`; ours has two units with weights of 0 and biases of 0 and 50, so the scores are 0 and 50. The right class is 0. `compile` names the optimizer and the loss, and `train_on_batch` takes the step. With a learning rate of 1, the score of class 0 should rise by 1.

# %% [markdown] lang="ko"
# 가장 먼저 실패하는 것은 가운데 열, 곧 값을 자르는 방법입니다.
# - 왼쪽, 식 그대로: 50까지는 값이 맞습니다. 1,000에서는 확률이 0으로 반올림되어 손실은 무한대가, 그레이디언트는 nan이 됩니다.
# - 가운데, 자르기: 17부터는 손실이 16.12 = −log 1e-7에서 멈추고 그레이디언트는 **0**입니다. 이만큼 틀린 샘플은 훈련에 아무 영향도 주지 못합니다.
# - 오른쪽, 로짓에서 바로: 모든 줄에서 그레이디언트가 −1입니다.
#
# Keras는 어느 방법으로 계산할까요? 틀린 답에서 출발해 한 스텝만 훈련해 봅시다. `Dense`는 `x @ w + b`를 계산하는 Keras의 층입니다. 유닛을 둘 두고 가중치는 0, 편향은 0과 50으로 정하면 점수가 0과 50이 됩니다. 정답은 클래스 0입니다. `compile`로 옵티마이저(optimizer)와 손실을 정하고 `train_on_batch`로 한 스텝만 훈련합니다. 학습률(learning rate)이 1이므로 클래스 0의 점수가 1만큼 올라가야 합니다.

# %%
def own_softmax(z):
    e = keras.ops.exp(z - keras.ops.max(z, axis=-1, keepdims=True))
    return e / keras.ops.sum(e, axis=-1, keepdims=True)


def one_step(activation, logits):
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(2, activation=activation)])
    model.set_weights([np.zeros((1, 2)), np.array([0.0, 50.0])])
    model.compile(keras.optimizers.SGD(1.0), keras.losses.CategoricalCrossentropy(from_logits=logits))
    loss = model.train_on_batch(np.ones((1, 1)), np.array([[1.0, 0.0]]))
    return f"loss {loss:5.2f}   score of class 0 after the step {model.get_weights()[1][0]:.2f}"


# %%
print("no activation, from_logits=True:", one_step(None, logits=True))
print('activation="softmax":           ', one_step("softmax", logits=False))
print("a softmax of our own:           ", one_step(own_softmax, logits=False))
print("backend:", keras.backend.backend())

# %% [markdown] lang="en"
# With our own softmax the loss is clipped, and the score stays at 0. The second line is exact on the TensorFlow backend, because Keras remembers the logits behind its own softmax and computes the loss from them. On JAX and PyTorch, the probabilities are clipped; on JAX, for example, the second line looks like the third. Chapter [09](09_first_network.ipynb) measures what that costs over a whole training run.
#
# | last layer | loss | TensorFlow | JAX, PyTorch |
# |---|---|---|---|
# | no activation | `from_logits=True` | exact | exact |
# | `activation="softmax"` | as it is | exact | clipped |
# | a softmax of your own | as it is | clipped | clipped |
# | `activation="softmax"` | `from_logits=True` | exact, with a warning | softmax twice, no warning |
#
# So the safe choice everywhere is the first row, with softmax applied afterwards where you want probabilities (chapter [07](07_tensorflow.ipynb) does so with the sigmoid). Chapters [08](08_keras_blocks.ipynb) to [12](12_reuters_topics.ipynb) put the activation into the last layer, as in the second row, because the model then returns probabilities; on TensorFlow that is just as good.

# %% [markdown] lang="ko"
# 직접 쓴 소프트맥스에서는 확률이 잘려서 점수가 0에 머뭅니다. TensorFlow 백엔드(backend)에서는 둘째 줄의 결과도 정확합니다. Keras가 내장 소프트맥스에 들어간 로짓을 기억해 두었다가 그 로짓으로 손실을 계산하기 때문입니다. JAX와 PyTorch 백엔드에서는 확률을 자르므로, 예를 들어 JAX로 실행하면 둘째 줄도 셋째 줄처럼 됩니다. 확률을 자르며 끝까지 훈련하면 결과가 얼마나 나빠지는지는 [09장](09_first_network.ipynb)에서 재어 봅니다.
#
# | 마지막 층 | 손실 | TensorFlow | JAX, PyTorch |
# |---|---|---|---|
# | 활성화 함수(activation function) 없음 | `from_logits=True` | 정확함 | 정확함 |
# | `activation="softmax"` | 기본값 그대로 | 정확함 | 잘림 |
# | 직접 쓴 소프트맥스 | 기본값 그대로 | 잘림 | 잘림 |
# | `activation="softmax"` | `from_logits=True` | 정확하지만 경고가 나옴 | 경고 없이 소프트맥스를 두 번 씌움 |
#
# 어디서나 안전한 방법은 표의 첫째 줄입니다. 확률이 필요하면 나중에 소프트맥스를 씌웁니다([07장](07_tensorflow.ipynb)에서는 시그모이드). [08장](08_keras_blocks.ipynb)부터 [12장](12_reuters_topics.ipynb)까지는 둘째 줄처럼 마지막 층에 활성화 함수를 넣어 모델이 바로 확률을 내놓게 합니다. TensorFlow에서는 이렇게 해도 결과가 같습니다.

# %% [markdown] lang="en"
# The opposite mistake is to pass **probabilities** to a loss that expects logits and therefore applies softmax a second time. Here is the loss of a perfect answer for ten classes.

# %% [markdown] lang="ko"
# 반대로 로짓을 받아야 할 손실에 **확률**을 넘기면 소프트맥스를 한 번 더 씌우게 됩니다. 클래스가 열 개이고 답이 완벽할 때의 손실을 구해 봅시다.

# %%
perfect = one_hot(3, 10)
print(f"once:  {abs(cross_entropy(perfect, softmax(40 * perfect))):.3f}")
print(f"twice: {cross_entropy(perfect, softmax(softmax(40 * perfect))):.3f}")

# %% [markdown] lang="en"
# With two softmaxes and ten classes, no loss is below 1.461. Probabilities differ by at most 1, so the right class gets at most e / (e + 9) = 0.232. If your loss with ten classes stops falling at 1.461, look for a second softmax.
#
# ## 10. When the answer is a number
#
# In **regression** the answer is a number, such as a price, and the error is the answer minus the target. The plain mean of the errors will not do as a loss, as two forecasts show.

# %% [markdown] lang="ko"
# 클래스가 열 개일 때 소프트맥스를 두 번 씌우면 손실이 1.461보다 작아질 수 없습니다. 두 확률의 차이는 1을 넘지 못하므로, 두 번째 소프트맥스를 거친 정답의 확률은 아무리 커도 e / (e + 9) = 0.232입니다. 클래스가 열 개인데 손실이 1.461에서 더 내려가지 않으면 소프트맥스를 두 번 쓰지 않았는지 살펴보세요.
#
# ## 10. 답이 수일 때
#
# **회귀**(regression)에서는 집값 같은 수를 맞힙니다. 오차는 답에서 타깃(target)을 뺀 값입니다. 오차의 평균을 그대로 손실로 쓰면 어떻게 되는지 두 예측으로 알아봅시다.

# %%
def mse(target, forecast):
    return np.mean((forecast - target) ** 2)


def mae(target, forecast):
    return np.mean(np.abs(forecast - target))


target = np.array([10.0, 20.0, 30.0, 40.0])
for name, errors in (("careful", [1, 1, -1, 0]), ("absurd ", [90, -90, 500, -500])):
    forecast = target + errors
    print(name, " mean error", np.mean(errors), "  MAE", mae(target, forecast), "  MSE", mse(target, forecast))

# %% [markdown] lang="en"
# Judged by the plain mean, the absurd forecast wins, because its errors **cancel** to exactly 0. An error has to count whichever way it points. The **mean absolute error** (MAE) drops the signs, and the **mean squared error** (MSE) squares them.
#
# Suppose that you must give the same answer c for all values. **Predict** which c gives the smallest MSE and which the smallest MAE for the values 1 to 5, and again when the 5 is mistyped as 100.

# %% [markdown] lang="ko"
# 오차의 평균만 보면 터무니없는 예측이 더 좋아 보입니다. 오차가 서로 **상쇄되어** 정확히 0이 되기 때문입니다. 어느 쪽으로 틀리든 오차가 있으면 손실이 커져야 합니다. **평균 절대 오차**(mean absolute error, MAE)는 오차의 부호를 떼고 평균한 값이고, **평균 제곱 오차**(mean squared error, MSE)는 오차를 제곱해 평균한 값입니다.
#
# 모든 값에 똑같은 수 c로 답해야 한다고 합시다. 값이 1, 2, 3, 4, 5일 때, 그리고 5를 100으로 잘못 입력했을 때, MSE가 가장 작은 c와 MAE가 가장 작은 c를 **예상해 보세요**.

# %%
answers = np.linspace(0, 100, 1001)
for values in (np.array([1.0, 2.0, 3.0, 4.0, 5.0]), np.array([1.0, 2.0, 3.0, 4.0, 100.0])):
    best = [answers[np.argmin([loss(values, c) for c in answers])] for loss in (mse, mae)]
    print(values, f"  MSE least at {best[0]:.1f}, mean {values.mean():.1f}", end="")
    print(f"   MAE least at {best[1]:.1f}, median {np.median(values):.1f}")

# %% [markdown] lang="en"
# MSE is least at the **mean**, MAE at the **median**. The outlier pulled the mean from 3 to 22, where no value lies, and left the median at 3. Under MSE, each value pulls on c in proportion to its error; under MAE, each pulls with the same force, however far away it is. If the 100 is a typing error, use the median. If it is the damage from a real flood, you want it to count.
#
# ### See it: LossExplorer
#
# The dark marks on the axis are seven values, and *outlier* moves one of them. On the left are three losses for the answer c. MSE is much larger, so it has an axis of its own at the right edge of that picture. On the right are their slopes. A loss is least (white ring) where its slope crosses 0. **Huber's loss** is a compromise, quadratic for errors up to *delta* and linear beyond.

# %% [markdown] lang="ko"
# MSE는 **평균**에서, MAE는 **중앙값**에서 가장 작습니다. 이상치(outlier) 하나 때문에 평균은 3에서 22로 옮겨 갔는데, 22 근처에는 값이 하나도 없습니다. 중앙값은 3 그대로입니다. MSE에서는 각 값이 오차에 비례하는 힘으로 c를 당기고, MAE에서는 아무리 멀리 있어도 같은 힘으로 당깁니다. 100이 잘못 입력된 값이라면 중앙값이 더 나은 답이고, 실제로 일어난 홍수의 피해액이라면 답에 반영해야 합니다.
#
# ### 눈으로 보기: LossExplorer
#
# 가로축의 짙은 눈금은 값 일곱 개의 위치이고, 그 가운데 하나는 *이상치*로 움직일 수 있습니다. 왼쪽 그림에는 c라고 답했을 때의 손실 세 가지가 있습니다. MSE는 값이 훨씬 커서 눈금을 오른쪽 축에 따로 적었습니다. 오른쪽 그림은 손실의 기울기입니다. 기울기가 0을 지나는 곳에서 손실이 가장 작고, 그 자리에 흰 고리가 있습니다. **Huber 손실**은 절충안으로, 오차의 크기가 *delta* 이하이면 이차 함수, 그보다 크면 일차 함수입니다.

# %%
LossExplorer(mode="constant", c=2.0, outlier=15.0)

# %% [markdown] lang="en"
# **Try this**
# 1. Slide *outlier* from 3 to 20. The ring on the blue curve (MSE) moves from 2.39 to 4.81, while the one on the dashed curve (MAE) stays at 2.4, the middle value.
# 2. Set *outlier* back to 15 and *answer c* to 8, and compare the slopes in the table: 7.8 for MSE and 0.714 for MAE.
# 3. Set *delta of Huber* to 5. The minimum of Huber's loss moves from 2.5, near the median, to 3.12, towards the mean of 4.1.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *이상치*를 3에서 20까지 움직여 보세요. 파란 실선(MSE)의 고리는 2.39에서 4.81까지 옮겨 갑니다. 파선(MAE)의 고리는 일곱 값의 가운데인 2.4에 머뭅니다.
# 2. *이상치*를 다시 15로, *답 c*를 8로 맞추고 표에서 기울기를 비교해 보세요. MSE는 7.8, MAE는 0.714입니다.
# 3. *Huber의 delta*를 5로 바꿔 보세요. Huber 손실이 가장 작은 자리가 중앙값에 가까운 2.5에서 3.12로 옮겨 가, 평균인 4.1에 더 가까워집니다.

# %% [markdown] lang="en"
# A fitted line is pulled in the same way. Of ten points, nine lie on the line y = 2x + 1; the last was recorded as 90 instead of 19.

# %% [markdown] lang="ko"
# 점들에 맞춘 직선도 똑같이 이상치 쪽으로 끌려갑니다. 점 열 개 가운데 아홉 개는 직선 y = 2x + 1 위에 있고, 마지막 점만 y가 19가 아니라 90으로 잘못 적혔습니다.

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
    for (name, (slope, shift)), colour in zip(lines.items(), ("blue", "vermillion"), strict=True):
        ax.plot(x, slope * x + shift, label=name, color=COLOURS[colour])
    ax.set(xlabel="x", ylabel="y")
    ax.legend()

# %% [markdown] lang="en"
# The MSE line (solid blue) is pulled towards the one bad point and misses all nine good ones. The MAE line (dashed) recovers y = 2x + 1. Chapter [13](13_housing_regression.ipynb) uses MSE as the loss and MAE as the metric.
#
# ## 11. Why not squared error for probabilities?
#
# A sigmoid could also be trained with the squared error (p − t)², where t is the label. The chain rule brings in the slope of the sigmoid, and the gradient with respect to z is 2 (p − t) · p (1 − p). We start from a confident wrong answer, label 1 and a negative z, and count the steps until p = 0.9 with a learning rate of 1. From z = −8, cross-entropy needs 19 steps. **Predict** how many the squared error needs.

# %% [markdown] lang="ko"
# MSE로 맞춘 직선(파란 실선)은 잘못된 점 하나에 끌려가 나머지 아홉 점을 모두 비껴갑니다. MAE로 맞춘 직선(파선)은 y = 2x + 1을 되찾습니다. [13장](13_housing_regression.ipynb)에서는 MSE를 손실로, MAE를 지표로 씁니다.
#
# ## 11. 확률에는 왜 제곱 오차를 쓰지 않을까
#
# 시그모이드 유닛은 제곱 오차 (p − t)²으로도 훈련할 수 있습니다(t는 레이블). 연쇄 법칙에 따라 시그모이드의 기울기가 곱해지므로, z의 그레이디언트는 2 (p − t) · p (1 − p)입니다. 레이블은 1인데 z가 음수여서 틀린 답을 확신하는 상태에서 출발해 봅시다. 학습률을 1로 두고, p = 0.9에 이를 때까지 몇 스텝이 걸리는지 셉니다. z = −8에서 출발하면 교차 엔트로피로는 19 스텝이 걸립니다. 제곱 오차로는 몇 스텝이 걸릴지 **예상해 보세요**.

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
    flat = sigmoid(start) * (1 - sigmoid(start))
    print(f"start z = {start}:  cross-entropy {entropy:2} steps   squared error {squared:4} steps   p (1 - p) {flat:.4f}")

# %% [markdown] lang="en"
# The squared error needs 1,542 steps. The more confident the wrong answer, the flatter the sigmoid. At z = −8, the factor p (1 − p) is 0.0003; this is the saturation of chapter [03](03_neurons_activations.ipynb). The log in cross-entropy cancels exactly this factor, and p − t remains.

# %% [markdown] lang="ko"
# 1,542 스텝이 걸립니다. 틀린 답을 확신할수록 시그모이드가 평평해집니다. z = −8에서는 인수 p (1 − p)가 0.0003밖에 안 됩니다. [03장](03_neurons_activations.ipynb)에서 본 포화(saturation)가 일어난 것입니다. 교차 엔트로피에서는 로그를 미분하면 바로 이 인수가 약분되어 p − t만 남습니다.

# %%
LossExplorer(mode="score", z=-4.0, label=1)

# %% [markdown] lang="en"
# **Try this**
# 1. Slide *score z* from 8 to −8 with label 1. The slope of cross-entropy (blue) goes from 0 to −1 and stays there. The slope of the squared error (dashed) is lowest near z = −0.7 and returns to **0**, so a badly wrong answer is hardly corrected.
# 2. Look at the dash-dotted curve, which has the wrong sign. Its slope is positive everywhere, so descent moves z the wrong way.
# 3. Set *label* to 0. Now the wrong-sign curve coincides with the right one. A test with label 0 alone would not show the mistake.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 레이블이 1일 때 *점수 z*를 8에서 −8까지 움직여 보세요. 교차 엔트로피(파란색)의 기울기는 0에서 −1로 내려가 거기에 머뭅니다. 제곱 오차(파선)의 기울기는 z = −0.7 근처에서 가장 낮아졌다가 다시 **0**으로 돌아가므로, 심하게 틀린 답은 거의 고쳐지지 않습니다.
# 2. 부호가 틀린 손실(일점쇄선)을 보세요. 기울기가 어디서나 양수여서, 경사 하강법을 쓰면 z가 정답과 반대쪽으로 옮겨 갑니다.
# 3. *레이블*을 0으로 바꿔 보세요. 이제 부호가 틀린 식의 곡선이 옳은 식의 곡선과 겹칩니다. 레이블이 0인 경우만 시험해서는 잘못을 찾을 수 없습니다.

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
# | a sequence, timing unknown | n + 1 units for each timestep, **no activation** | a shorter sequence | `CTC` |
#
# For the first four rows it is safer to leave the activation out and pass `from_logits=True` (section 9). `CTC` always expects logits.
#
# *Categorical* and *sparse categorical* cross-entropy are the same loss for two ways of writing the labels.

# %% [markdown] lang="ko"
# ## 12. 어떤 마지막 층에 어떤 손실을
#
# | 문제 | 마지막 층 | 레이블 | Keras의 손실 |
# |---|---|---|---|
# | 클래스 둘 | 유닛 1개, 시그모이드 | 0 또는 1 | `BinaryCrossentropy` |
# | 클래스 여럿 중 하나가 정답 | 유닛 n개, 소프트맥스 | 원-핫 | `CategoricalCrossentropy` |
# | 클래스 여럿 중 하나가 정답 | 유닛 n개, 소프트맥스 | 정수 | `SparseCategoricalCrossentropy` |
# | 레이블이 한꺼번에 여럿 | 유닛 n개, **시그모이드** | 0 또는 1이 n개 | `BinaryCrossentropy` |
# | 수 | 유닛 1개, **활성화 함수 없음** | 수 | `MeanSquaredError`, `MeanAbsoluteError`, `Huber` |
# | 글자가 나오는 시점을 모르는 시퀀스 | 타임스텝(timestep)마다 유닛 n + 1개, **활성화 함수 없음** | 더 짧은 시퀀스 | `CTC` |
#
# 표의 처음 네 줄에서는 활성화 함수를 빼고 `from_logits=True`를 쓰는 편이 안전합니다(9절). `CTC`는 언제나 로짓을 받습니다.
#
# *categorical*과 *sparse categorical* 교차 엔트로피는 같은 손실이고, 레이블을 적는 방법만 다릅니다.

# %%
p = softmax(np.array([[2.0, 1.0, 0.1], [0.3, 0.2, 3.0]]))
labels = np.array([1, 2])
print(f"by hand:                       {cross_entropy(one_hot(labels, 3), p):.4f}")
print(f"CategoricalCrossentropy:       {keras.losses.CategoricalCrossentropy()(one_hot(labels, 3), p):.4f}")
print(f"SparseCategoricalCrossentropy: {keras.losses.SparseCategoricalCrossentropy()(labels, p):.4f}")

# %% [markdown] lang="en"
# All three computations give the same number, and integer labels need less memory. Chapter [12](12_reuters_topics.ipynb) trains with both.
#
# In **multi-label classification** a photo can show a beach *and* a dog. These are separate yes-or-no questions, so the probabilities need not add up to 1.

# %% [markdown] lang="ko"
# 세 값이 모두 같습니다. 레이블을 정수로 적으면 메모리가 덜 듭니다. [12장](12_reuters_topics.ipynb)에서는 두 방법으로 모두 훈련합니다.
#
# **다중 레이블 분류**(multi-label classification)에서는 사진 한 장에 바닷가와 개가 *함께* 있을 수 있습니다. 예 또는 아니요로 답할 질문이 여러 개이므로 확률의 합이 1일 필요가 없습니다.

# %%
print("softmax:", softmax(scores).round(3), "  sum", softmax(scores).sum().round(3))
print("sigmoid:", sigmoid(scores).round(3), "  sum", sigmoid(scores).sum().round(3))

# %% [markdown] lang="en"
# **Sequences.** In speech or handwriting we know the label, say "ab", but not *when* each letter occurs. Connectionist temporal classification, **CTC** (Graves and others, 2006), adds a "blank" class (−) and lets the network answer at every timestep. A path of such answers is read by merging repeats and then dropping the blanks, so that `aa-b` reads "ab". The loss is −log of the total probability of **all** paths that read "ab". For four timesteps we can list them; the real algorithm gets the same sum by dynamic programming. There must be enough timesteps for the whole label.

# %% [markdown] lang="ko"
# **시퀀스**(sequence). 음성이나 손글씨에서는 레이블이 "ab"라는 것은 알아도 글자가 *언제* 나오는지는 모릅니다. **CTC**(connectionist temporal classification, Graves 외, 2006)에서는 "공백"(blank, −) 클래스를 더하고 신경망이 타임스텝마다 답을 하나씩 내게 합니다. 이렇게 이어진 답을 경로라고 합니다. 경로를 읽을 때는 되풀이된 글자를 합친 다음 공백을 뺍니다. 그래서 `aa-b`는 "ab"로 읽힙니다. 손실은 "ab"로 읽히는 **모든** 경로의 확률을 더해 −log를 씌운 값입니다. 타임스텝이 넷이면 경로를 모두 늘어놓을 수 있지만, 실제 알고리즘은 경로를 늘어놓지 않고 동적 계획법(dynamic programming)으로 같은 합을 구합니다. 타임스텝은 레이블이 다 들어갈 만큼 많아야 합니다.

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
print(f"keras.losses.CTC: {keras.losses.CTC()(np.array([[1, 2]]), np.log(by_time)[None]):.4f}")

# %% [markdown] lang="en"
# Of the 81 paths, 15 read "ab", and their probabilities add up to 0.6041. `keras.losses.CTC` returns the same loss. It treats class 0 as the blank and expects logits; the log of a probability can serve as a logit, since softmax turns it back into the probability.
#
# ## 13. A loss is taken literally
#
# Throughout this chapter, training did exactly what the loss asked for, and that was not always what we meant. This happens outside small examples too:
# - **A boat race.** An agent playing the game CoastRunners was rewarded with the game's points, which were expected to come from racing. It found a lagoon where three targets kept reappearing, and circled there, on fire and crashing into other boats, without ever finishing the race. It still scored on average 20 percent more than human players (Clark and Amodei, 2016).
# - **A tower of bricks.** A simulated arm was meant to stack a red brick on a blue one, and was rewarded for the height of the red brick's *underside*. It learned to turn the red brick upside down (Popov and others, 2017; Krakovna and others, 2020).
#
# So ask of every loss: *what is the cheapest way to make this number good?* Here is a small example of our own. On half of all days, the bus comes 2 minutes after you reach the stop, and on the other half it comes after 18. What will a model predict if it is trained with MSE, and what if it is trained with MAE?

# %% [markdown] lang="ko"
# 경로 81개 가운데 15개가 "ab"로 읽히고, 그 확률을 모두 더하면 0.6041입니다. `keras.losses.CTC`로 구한 손실도 같습니다. 이 손실에서는 클래스 0이 공백이며, 로짓을 넘겨야 합니다. 확률에 로그를 씌운 값은 소프트맥스를 거치면 다시 확률이 되므로 로짓으로 쓸 수 있습니다.
#
# ## 13. 훈련은 식에 적힌 손실만 줄인다
#
# 이 장의 훈련에서는 언제나 식에 적힌 손실이 줄었지만, 그 결과가 우리 의도와 다를 때도 있었습니다. 작은 예에서만 생기는 일이 아닙니다.
# - **보트 경주.** CoastRunners라는 게임을 하는 에이전트(agent)에게 게임 점수를 보상으로 주었습니다. 경주를 잘하면 점수가 오르리라고 기대했기 때문입니다. 에이전트는 과녁 세 개가 자꾸 다시 나타나는 작은 만을 찾아내, 불이 붙은 채 다른 배를 들이받으며 그 안을 빙빙 돌았고 결승선에는 끝내 가지 않았습니다. 그런데도 점수는 사람보다 평균 20 % 높았습니다(Clark와 Amodei, 2016).
# - **블록 쌓기.** 시뮬레이션 속의 로봇 팔이 빨간 블록을 파란 블록 위에 쌓아야 했는데, 보상은 빨간 블록 *밑면*의 높이였습니다. 로봇 팔은 빨간 블록을 뒤집어 놓았습니다(Popov 외, 2017; Krakovna 외, 2020).
#
# 손실을 볼 때마다 *이 수를 줄이는 가장 손쉬운 방법이 무엇인지* 생각해 보세요. 작은 예를 하나 더 봅시다. 정류장에 나가면 두 번에 한 번은 2분 만에, 나머지는 18분 만에 버스가 옵니다. MSE로 훈련한 모델과 MAE로 훈련한 모델은 각각 몇 분이라고 예측할까요?

# %%
buses = np.array([2.0, 18.0])
for minutes in (0, 2, 6, 10, 14, 18, 20):
    print(f"say {minutes:2}:  MSE {mse(buses, minutes):5.0f}   MAE {mae(buses, minutes):4.0f}")

# %% [markdown] lang="en"
# MSE is least at 10 minutes, when no bus ever comes. MAE is 8 for every answer from 2 to 18. What you want is the *distribution* of the waiting times, and neither loss asks for it. (Cross-entropy with the classes "2 minutes" and "18 minutes" does.)
#
# ## 14. A rare class: move the threshold first
#
# Of 1,000 people, 20 have a rare illness. On average, these 20 have a higher value in a blood test, but the two groups overlap a great deal. We train one sigmoid unit, this time in Keras: `fit` goes through the people 30 times in batches of 32, and `predict` returns the probabilities. (Chapter [08](08_keras_blocks.ipynb) explains each call.) We call a person ill if the probability is above 0.5. **Predict** how many of the 20 this rule finds.

# %% [markdown] lang="ko"
# MSE는 10분일 때 가장 작지만, 버스가 10분 만에 오는 날은 하루도 없습니다. MAE는 2분부터 18분까지 모두 8로 같습니다. 정작 알고 싶은 것은 기다리는 시간의 *분포*인데, 두 손실로는 분포를 알 수 없습니다. (클래스를 "2분"과 "18분" 둘로 두고 교차 엔트로피를 쓰면 분포를 구할 수 있습니다.)
#
# ## 14. 드문 클래스: 임곗값부터 옮기기
#
# 1,000명 가운데 20명이 드문 병을 앓고 있습니다. 환자의 혈액 수치는 평균이 더 높지만 건강한 사람의 수치와 많이 겹칩니다. 이번에는 Keras로 시그모이드 유닛 하나를 훈련합니다. `fit`은 1,000명을 32명씩 묶어 30번 되풀이해 훈련하고, `predict`는 확률을 돌려줍니다. (자세한 설명은 [08장](08_keras_blocks.ipynb)에 있습니다.) 확률이 0.5보다 크면 환자라고 답합니다. 환자 20명 가운데 몇 명을 찾아낼지 **예상해 보세요**.

# %%
rng = np.random.default_rng(1)
ill = (np.arange(1000) < 20).astype(float)
blood = rng.normal(1.5 * ill, 1)


def new_model():
    keras.utils.set_random_seed(0)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.Adam(0.03), loss="binary_crossentropy")
    return model


model = new_model()
model.fit(blood, ill, epochs=30, batch_size=32, verbose=0)
p = model.predict(blood, verbose=0).ravel()


# %%
def screen(p, threshold):
    found, alarms = np.sum(p[ill == 1] > threshold), np.sum(p[ill == 0] > threshold)
    print(f"threshold {threshold}")
    measured("  found, of 20", int(found))
    measured("  false alarms", int(alarms))


screen(p, 0.5)
measured("accuracy", np.mean((p > 0.5) == ill), (0.976, 0.982))
print("accuracy of always saying healthy:", np.mean(ill == 0))
measured("mean probability", p.mean(), (0.016, 0.028))

# %% [markdown] lang="en"
# The rule finds **none** of the 20, and its accuracy is no higher than that of a program that always says "healthy". Cross-entropy is not to blame. The mean probability is close to the share of ill people, 0.020. (At the minimum of the loss it would be exactly that, because the gradient of the bias, the mean of p − t, is 0 there.) With so few ill people and so much overlap, most people with a high blood value *are* healthy, so hardly any probability lies above 0.5.
#
# What fails is the **threshold** of 0.5. It is right if a missed illness costs as much as a false alarm. If a missed illness costs 49 times as much, calling somebody ill is cheaper as soon as 49 p > 1 − p, that is, when p is above 1/50 = 0.02. So we keep the model and move the threshold.

# %% [markdown] lang="ko"
# **한 명도** 찾지 못하며, 정확도는 무조건 "건강"이라고 답하는 프로그램보다 높지 않습니다. 교차 엔트로피의 잘못은 아닙니다. 확률의 평균은 환자의 비율 0.020에 가깝습니다. (손실이 가장 작은 자리에서는 정확히 같습니다. 편향의 그레이디언트, 즉 p − t의 평균이 0이기 때문입니다.) 환자가 드물고 두 무리가 많이 겹치므로, 혈액 수치가 높더라도 대부분은 *정말로* 건강한 사람입니다. 그래서 확률이 0.5를 넘는 사람이 거의 없습니다.
#
# 문제는 **임곗값**(threshold) 0.5입니다. 0.5는 환자를 놓친 손해와 헛경보(false alarm)를 울린 손해가 같을 때 알맞은 값입니다. 환자를 놓친 손해가 49배라면 49 p > 1 − p일 때, 곧 확률 p가 1/50 = 0.02보다 클 때 환자라고 답하는 편이 손해가 적습니다. 모델은 그대로 두고 임곗값을 옮겨 봅시다.

# %%
for threshold in (0.1, 0.05, 0.02):
    screen(p, threshold)

# %% [markdown] lang="en"
# A threshold of 0.05 finds about 14 of the 20 with about 90 false alarms, and a threshold of 0.02 finds 19 with about 260. The probabilities have not changed.
#
# Another method is often recommended for rare classes: `class_weight`. Each ill person counts 49 times in the loss, so that both groups carry the same weight, 49 · 20 = 980. **Predict** the mean probability of this model.

# %% [markdown] lang="ko"
# 임곗값이 0.05이면 20명 가운데 14명쯤을 찾고 헛경보가 90번쯤 울립니다. 0.02이면 19명을 찾고 헛경보는 260번쯤 울립니다. 확률은 그대로입니다.
#
# 드문 클래스에는 `class_weight`를 쓰라는 조언도 흔합니다. 손실을 계산할 때 환자 한 명을 49명으로 쳐서 두 무리의 비중을 같게 하는 방법입니다(49 · 20 = 980). 이 모델이 내놓는 확률의 평균을 **예상해 보세요**.

# %%
model = new_model()
model.fit(blood, ill, epochs=30, batch_size=32, class_weight={0: 1, 1: 49}, verbose=0)
weighted = model.predict(blood, verbose=0).ravel()
screen(weighted, 0.5)
measured("accuracy", np.mean((weighted > 0.5) == ill), (0.78, 0.85))
measured("mean probability", weighted.mean(), (0.21, 0.27))

# %% [markdown] lang="en"
# The mean probability is about 0.24, about twelve times the true share of 0.020. This model's probabilities fit a population in which half of the people are ill. At the threshold 0.5 it finds 17 of the 20 with about 170 false alarms. Is that better than moving the threshold?

# %% [markdown] lang="ko"
# 0.24쯤입니다. 실제 환자 비율 0.020의 열두 배쯤 됩니다. 이 모델의 확률은 절반이 환자인 집단에 맞는 값입니다. 임곗값 0.5로 20명 가운데 17명을 찾고, 헛경보는 170번쯤 울립니다. 임곗값을 옮겼을 때보다 나을까요?

# %%
with style():
    fig, axes = plt.subplots(1, 2, figsize=(9, 3))
    for name, some in (("plain", p), ("class_weight", weighted)):
        order = np.argsort(-some)  # the highest probability first
        (line,) = axes[0].plot(blood[order], some[order], label=name)
        axes[1].plot(np.cumsum(1 - ill[order]), np.cumsum(ill[order]), label=name)
        at_half = np.sum(some[ill == 0] > 0.5), np.sum(some[ill == 1] > 0.5)
        axes[1].plot(*at_half, "o", color=line.get_color(), ms=9)
    axes[0].plot(blood[ill == 1], np.full(20, 1.06), "|", color="#222222")
    axes[0].axhline(0.5, color="#9a9a9a", lw=1, ls=":")
    axes[0].set(xlabel="blood value", title="probability")
    axes[1].set(xlabel="false alarms", title="found, of 20")
    axes[0].legend(loc="upper left")

# %% [markdown] lang="en"
# In the left-hand picture, the 20 marks at the top stand for the ill people, and `class_weight` has shifted the curve to the left. In the right-hand one, the threshold falls from left to right, and more ill people are found at the price of more false alarms. Both models follow **the same curve**. In each of them the probability rises with the blood value, so any threshold is a cut-off in the blood value. The dots show the models at the threshold 0.5: `class_weight` moved the dot along the curve, just as a lower threshold would. With several inputs the two models can rank people differently; in that case, compare their curves.
#
# So move the threshold first. If you use `class_weight`, do not read the model's outputs as probabilities. How many false alarms a missed illness is worth is for you to decide, and the threshold is best chosen on validation data (chapter [14](14_tables.ipynb)).
#
# So **which number should training make small to turn ten scores into a good answer?** It is −log of the probability that softmax gives to the right class, computed from logits. **And what do you get if you choose a different one?** You get a model that makes that other number small: one that pushes p down wherever the label is 1, or one that expects the bus after 10 minutes.
#
# ## What you have learned
# - **Softmax** turns scores into probabilities. Only differences count, so the maximum can be subtracted. Temperature sharpens or flattens the result.
# - **Cross-entropy** with a one-hot label is −log of the label's probability, and it is log n if all n classes get the same probability.
# - Its gradient with respect to the scores is **p − t**. No entry is larger than 1 in size, and the gradient is not 0 while the answer is wrong.
# - Compute the loss **from logits**. Probabilities in float32 round to 0 and 1, and then the loss is infinite or, if they are clipped, the gradient is 0.
# - Positive and negative errors cancel. **MSE** is least at the mean, which is sensitive to outliers; **MAE** is least at the median.
# - For a rare class, look at the cases found and the false alarms, not at accuracy, and move the threshold first. `class_weight` makes the probabilities too high.
# - Ask of every loss what would be the cheapest way to make it small.
#
# ## Next
# [07. TensorFlow](07_tensorflow.ipynb): a library that computes the gradients for you.
#
# ## Sources
# - J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", in Neurocomputing, Springer (1990): softmax.
# - C. M. Bishop, "Pattern Recognition and Machine Learning", Springer (2006), sections 4.3.2 and 4.3.4: cross-entropy and its gradient.
# - P. J. Huber, "Robust estimation of a location parameter", Annals of Mathematical Statistics 35 (1964): between mean and median.
# - A. Graves and others, "Connectionist temporal classification", ICML (2006): CTC.
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - J. Clark, D. Amodei, "Faulty reward functions in the wild", OpenAI (2016): the boat.
# - I. Popov and others, "Data-efficient deep reinforcement learning for dexterous manipulation", arXiv:1704.03073 (2017), and V. Krakovna and others, "Specification gaming: the flip side of AI ingenuity", DeepMind (2020): the brick.

# %% [markdown] lang="ko"
# 왼쪽 그림에서 위쪽 눈금 20개는 환자를 나타냅니다. `class_weight`를 쓰면 곡선이 왼쪽으로 옮겨 갑니다. 오른쪽 그림은 임곗값을 점점 낮추며 그렸습니다. 환자를 더 찾을수록 헛경보도 늘어납니다. 두 모델은 **같은 곡선** 위에 있습니다. 둘 다 혈액 수치가 높을수록 확률도 높으므로, 임곗값을 정하는 일은 혈액 수치를 어디에서 자를지 정하는 일과 같습니다. 굵은 점은 임곗값이 0.5인 자리를 나타냅니다. `class_weight`를 쓰면 임곗값을 낮췄을 때처럼 점이 같은 곡선 위에서 자리를 옮길 뿐입니다. 입력이 여럿이면 확률이 높은 순서가 모델마다 다를 수 있으니, 그때는 두 곡선을 비교해 보세요.
#
# 그러니 먼저 임곗값을 옮겨 보세요. `class_weight`를 썼다면 모델의 출력을 확률로 읽지 마세요. 환자 한 명을 놓치는 일이 헛경보 몇 번과 맞먹는지는 사람이 정해야 하고, 임곗값은 검증 데이터로 고르는 편이 좋습니다([14장](14_tables.ipynb)).
#
# 그러면 **점수 열 개로 좋은 답을 내려면 어떤 수를 줄여야 할까요?** 소프트맥스가 정답에 준 확률의 −log를 줄이면 됩니다. 계산은 로짓에서 바로 합니다. **다른 수를 줄이면 무엇을 얻게 될까요?** 바로 그 수가 작아질 뿐입니다. 그래서 레이블이 1일 때 p를 낮추는 모델이나, 버스가 10분 뒤에 온다고 예측하는 모델을 얻게 됩니다.
#
# ## 배운 것
# - **소프트맥스**는 점수를 확률로 바꿉니다. 점수의 차이만 중요하므로 최댓값을 빼도 됩니다. 온도를 바꾸면 확률이 한쪽으로 쏠리거나 고르게 퍼집니다.
# - 레이블이 원-핫일 때 **교차 엔트로피**는 정답 클래스의 확률에 −log를 씌운 값입니다. 클래스 n개의 확률이 모두 같으면 log n입니다.
# - 점수에 대한 그레이디언트는 **p − t**입니다. 어느 성분도 크기가 1을 넘지 않으며, 답이 틀렸다면 그레이디언트가 0이 되지 않습니다.
# - 손실은 **로짓에서 바로** 계산합니다. float32에서는 확률이 0이나 1로 반올림될 수 있습니다. 그러면 손실이 무한대가 되고, 확률을 자르면 그레이디언트가 0이 됩니다.
# - 오차를 그냥 더하면 서로 상쇄됩니다. **MSE**는 평균에서 가장 작고 이상치에 민감합니다. **MAE**는 중앙값에서 가장 작습니다.
# - 드문 클래스에서는 정확도가 아니라 찾아낸 환자 수와 헛경보 수를 보고, 먼저 임곗값을 옮깁니다. `class_weight`를 쓰면 확률이 실제보다 높게 나옵니다.
# - 손실을 볼 때마다 그 손실을 줄이는 가장 손쉬운 방법이 무엇인지 따져 봅니다.
#
# ## 다음
# [07. TensorFlow](07_tensorflow.ipynb): 그레이디언트를 대신 구해 주는 라이브러리를 씁니다.
#
# ## 출처
# - J. S. Bridle, "Probabilistic interpretation of feedforward classification network outputs", Neurocomputing, Springer (1990): 소프트맥스.
# - C. M. Bishop, "Pattern Recognition and Machine Learning", Springer (2006), 4.3.2절과 4.3.4절: 교차 엔트로피와 그 그레이디언트.
# - P. J. Huber, "Robust estimation of a location parameter", Annals of Mathematical Statistics 35 (1964): 평균과 중앙값 사이.
# - A. Graves 외, "Connectionist temporal classification", ICML (2006): CTC.
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - J. Clark, D. Amodei, "Faulty reward functions in the wild", OpenAI (2016): 보트.
# - I. Popov 외, "Data-efficient deep reinforcement learning for dexterous manipulation", arXiv:1704.03073 (2017), V. Krakovna 외, "Specification gaming: the flip side of AI ingenuity", DeepMind (2020): 블록.
