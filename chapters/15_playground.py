# %% [markdown] lang="en"
# # 15. The playground: what each unit does
#
# In fourteen chapters you have chosen inputs, layers, activations, initial weights, optimizers, learning rates and penalties, mostly one at a time. Here you find them all side by side under one picture, and the network is so small that you can look at every unit. **What does each unit of a network do, and what must you change when the network does not learn?**
#
# **You will be able to**
# - read a network while it trains: what a unit outputs, which weights matter, how far the gradient reaches;
# - say which data need a hidden layer, which benefit from a second one, and when an input made by hand can replace a layer;
# - recognise six ways of failing to learn by what you see, and choose a change that fits each;
# - keep an experiment as one line of code, and repeat it over seeds before you believe it.
#
# **Time** about 90 minutes. **You need** chapters [03](03_neurons_activations.ipynb), [04](04_backprop.ipynb) and [05](05_optimizers.ipynb): activations, gradients, learning rates.

# %% [markdown] lang="ko"
# # 15. 놀이터: 유닛 하나하나가 하는 일
#
# 지금까지 열네 장에서 입력, 층(layer), 활성화 함수(activation function), 초기 가중치(weight), 옵티마이저(optimizer), 학습률(learning rate), 규제(regularisation)를 대개 하나씩 골라 보았습니다. 여기서는 이 모두를 그림 하나에서 함께 고릅니다. 신경망(neural network)은 유닛(unit) 하나하나를 들여다볼 수 있을 만큼 작습니다. **신경망의 유닛 하나하나는 무슨 일을 할까요? 그리고 훈련이 잘되지 않을 때는 무엇을 바꾸어야 할까요?**
#
# **이 장을 마치면 할 수 있는 것**
# - 훈련 중인 신경망을 살펴봅니다. 유닛이 무엇을 출력하는지, 어느 가중치가 중요한지, 그레이디언트(gradient)가 어디까지 닿는지 봅니다.
# - 은닉층(hidden layer)이 필요한 데이터와 둘째 층이 도움이 되는 데이터를 가려내고, 손으로 만든 입력을 쓰면 무엇이 필요 없어지는지 설명합니다.
# - 훈련이 실패하는 여섯 가지 경우를 증상으로 구별하고, 경우마다 알맞은 처방을 고릅니다.
# - 실험을 코드 한 줄로 남겨 두고, 결과를 믿기 전에 시드(seed)를 바꾸어 되풀이합니다.
#
# **시간** 약 90분. **필요한 것** [03장](03_neurons_activations.ipynb), [04장](04_backprop.ipynb), [05장](05_optimizers.ipynb)의 활성화 함수, 그레이디언트, 학습률.

# %% tags=["setup"]
import time
from collections import Counter

import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import mnist
from helpers.drawing import SIGNED, image_grid, style
from helpers.maths.optimizers import OPTIMIZERS
from helpers.widgets.playground import Experiment, Trainer
from helpers.training import ActivationWatcher
from helpers.widgets import ActivationBrowser, Playground

# %% [markdown] lang="en"
# ## 1. One picture, a whole experiment
#
# A **Playground** holds points in the plane, blue or orange, and a network that has to tell their colours apart. Half of the 500 points are for training, and the other half for testing.
#
# - A **tile** is a small map of the plane: x₁ to the right, x₂ upwards, both from −6 to 6. It shows what one unit outputs at every point: blue for positive, orange for negative, white for zero. Each tile has a colour scale of its own. Unit 2.1 is the first of layer 2, counted from the top.
# - A **line** is a weight: the thicker the line, the larger the weight. Blue means positive, orange negative. The small square at the lower left of a tile shows the unit's bias.
# - The **large map** shows the answer of the whole network. A point whose colour the network predicts with confidence melts into the map, and only its white ring is left. A mistake shows up as a point of the other colour.
# - **mean |∂E/∂w|** under a layer is the mean size of its gradient. **dead units** let no gradient through at any training point; they are counted and crossed out.
# - The **curves** are the training loss (solid, blue) and the test loss (dashed, orange).
#
# Here is the network after 250 steps. **Look for** the borders between blue and orange in the tiles. Which are straight, and which are bent?

# %% [markdown] lang="ko"
# ## 1. 그림 하나에 실험 하나
#
# **놀이터**(Playground)에는 평면 위의 파란 점과 주황 점, 그리고 그 색을 가려내야 하는 신경망이 있습니다. 점 500개 가운데 절반으로 훈련하고 나머지 절반으로 시험합니다.
#
# - **타일**(tile)은 평면을 그린 작은 지도입니다. 오른쪽이 x₁, 위쪽이 x₂이고 둘 다 −6에서 6까지입니다. 유닛 하나가 평면 곳곳에서 무엇을 출력하는지 보여 줍니다. 양수는 파랑, 음수는 주황, 0은 하양이며, 색의 눈금은 타일마다 다릅니다. 2.1은 둘째 층의 맨 위 유닛입니다.
# - **선**은 가중치를 나타냅니다. 굵을수록 크고, 파랑은 양수, 주황은 음수입니다. 타일 왼쪽 아래의 작은 네모는 그 유닛의 편향(bias)을 나타냅니다.
# - **큰 지도**에는 신경망 전체의 출력이 나옵니다. 높은 확률로 맞힌 점은 지도와 색이 같아져 흰 테만 보입니다. 틀린 점은 지도와 색이 반대입니다.
# - 층 아래의 `평균 |∂E/∂w|`는 그 층 그레이디언트의 평균 크기입니다. **죽은 유닛**(dead unit)은 어느 훈련 점에서도 그레이디언트를 통과시키지 않습니다. 층마다 그 수가 나오고, 죽은 유닛의 타일에는 가위표가 있습니다.
# - **곡선**은 훈련 손실(loss)과 테스트 손실을 나타냅니다. 훈련 손실은 파란 실선, 테스트 손실은 주황 파선입니다.
#
# 아래는 250 스텝(step) 뒤의 모습입니다. 타일에서 파랑과 주황의 경계를 **눈여겨보세요**. 어느 경계가 곧고 어느 경계가 굽었나요?

# %%
Playground(steps=250)

# %% [markdown] lang="en"
# **Try this**
# 1. Press *one epoch* ten times, to epoch 20. The score on the test points goes from 78 % to 100 %, and the blue region closes into an island. *one batch* takes smaller steps, *to step 0* begins again, and *Play* runs until you pause it. When a task below names an epoch, set *a tick is* to *one epoch*, press *Play*, pause a little before that epoch, and finish with *one epoch*.
# 2. Choose 1.1 as *large map*, then 2.1. In layer 1, every border is straight, because a unit there draws one line. In layer 2, the border is bent, because a unit there mixes four lines.
# 3. Go back to *the answer*. In the last row, choose the *weight* 2.1→out and set its *value* to 0. Unit 2.1 is cut off, and the score falls to 72 %. Press *Play*, and training repairs the damage.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *에포크 하나*를 열 번 눌러 에포크(epoch) 20까지 가 보세요. 맞힌 테스트 점이 78 %에서 100 %로 늘고, 파란 영역이 섬 모양으로 닫힙니다. *배치 하나*를 누르면 조금씩만 나아가고, *스텝 0으로*를 누르면 처음부터 다시 시작하고, *재생*을 누르면 멈출 때까지 계속 갑니다. 아래에서 몇 에포크까지 가라고 하면 *한 번에*를 *에포크 하나*로 바꾸고 *재생*을 누르세요. 그 에포크 조금 앞에서 멈춘 다음 *에포크 하나*를 눌러 나머지를 채우면 됩니다.
# 2. *큰 지도*로 1.1을, 이어서 2.1을 골라 보세요. 첫째 층에서는 경계가 모두 곧습니다. 유닛 하나가 직선 하나를 긋기 때문입니다. 둘째 층에서는 직선 넷을 섞으므로 경계가 굽어 있습니다.
# 3. *큰 지도*를 *출력*으로 되돌리고, 맨 아랫줄의 *가중치*에서 2.1→out을 고르고 *값*을 0으로 바꿔 보세요. 유닛 2.1의 연결이 끊기고 맞힌 비율이 72 %로 떨어집니다. *재생*을 누르면 훈련이 이어지면서 점수가 회복됩니다.

# %% [markdown] lang="en"
# When you change the learning rate or a weight, training continues from the current step. A change to any other setting that affects training makes it begin again at step 0. Without a mouse, use Tab to move from control to control, the arrow keys to move sliders and menus, and Enter to press a button. The sentence under the controls describes the picture.
#
# Behind the picture is the NumPy code of chapters [03](03_neurons_activations.ipynb) to [06](06_softmax_losses.ipynb). The tests of this collection train the same networks in Keras, with every optimizer, activation and penalty; after 200 steps no weight differs by more than 0.00001.
#
# Nothing that you do by hand is lost. In the next cell we press a button, change the learning rate and a weight, press again, and print what *Code* would show. The cell after that compares the result with a playground made from the printed line.

# %% [markdown] lang="ko"
# 학습률이나 가중치를 바꾸면 지금 상태에서 훈련을 이어 갑니다. 훈련에 영향을 주는 다른 설정을 바꾸면 스텝 0부터 다시 시작합니다. 마우스 없이도 Tab으로 도구 사이를 옮겨 다니고, 화살표 키로 값을 바꾸고, Enter로 단추를 누를 수 있습니다. 도구 아래에는 그림을 설명하는 문장이 있습니다.
#
# 그림에 나오는 값은 [03장](03_neurons_activations.ipynb)에서 [06장](06_softmax_losses.ipynb)까지의 NumPy 코드로 계산합니다. 이 강좌의 테스트에서는 모든 옵티마이저와 활성화 함수, 두 가지 규제에 대해 같은 신경망을 Keras로도 훈련해 비교합니다. 200 스텝 뒤에도 가중치의 차이가 0.00001을 넘지 않습니다.
#
# 손으로 바꾼 것도 사라지지 않습니다. 다음 셀에서는 단추를 누르고, 학습률과 가중치 하나를 바꾸고, 단추를 다시 누른 다음, *코드*를 누르면 나올 코드 한 줄을 출력합니다. 그다음 셀에서는 이 놀이터를 그 한 줄로 만든 놀이터와 비교합니다.

# %%
first = Playground(data="xor", hidden=(3,), seed=1)
first.advance("epoch")
first.set(changes=((25, "learning_rate", 0.3), (25, "x1→1.2", -2.0)))
first.advance("epoch")
print(first.code)

# %%
again = eval(first.code)
pairs = zip(first.trainer.parameters, again.trainer.parameters, strict=True)
print("largest difference of a weight:", max(np.abs(ours - theirs).max() for ours, theirs in pairs))
for playground in (first, again):
    measured("training loss at the end", playground.trainer.losses().train, digits=6)

# %% [markdown] lang="en"
# The two playgrounds are identical to the last bit: the difference is 0 and the losses agree. The printed line determines the points, the initial weights, the order of the batches and your changes. (Another processor may add in a different order and get different last digits.)
#
# ## 2. Two clouds: a line is enough
#
# One run proves little, since another seed gives different points and different initial weights. So we write a function that trains without a picture, and one for the score: the percentage of test points that get the right colour, rounded.

# %% [markdown] lang="ko"
# 두 놀이터는 마지막 비트까지 똑같습니다. 차이가 0이고 손실도 같습니다. 점, 초기 가중치, 배치(batch)의 순서, 손으로 바꾼 것이 모두 그 한 줄로 정해집니다. (프로세서가 다르면 더하는 순서가 바뀌어 마지막 자리가 달라질 수는 있습니다.)
#
# ## 2. 구름 두 개: 직선이면 충분합니다
#
# 시드가 다르면 점도 초기 가중치도 다르므로, 훈련 한 번으로는 알 수 있는 것이 별로 없습니다. 그래서 먼저 그림 없이 훈련하는 함수와, 테스트 점 가운데 색을 맞힌 비율(%)을 반올림해 점수로 돌려주는 함수를 만듭니다.


# %%
def run(steps, **settings):
    trainer = Trainer(Experiment(**settings))
    trainer.train(steps)
    return trainer


def right(trainer):
    return round(100 * trainer.losses().test_accuracy)


# %% [markdown] lang="en"
# The data set *gauss* consists of two clouds far apart. Without a hidden layer, the output unit is alone, as in chapter [03](03_neurons_activations.ipynb), and can draw only one line. The batches have 10 points. **Predict** after how many steps the score is 100 % with all five seeds.

# %% [markdown] lang="ko"
# *gauss* 데이터셋의 점들은 멀리 떨어진 구름 두 개를 이룹니다. 은닉층이 없으면 [03장](03_neurons_activations.ipynb)에서처럼 출력 유닛 하나뿐이어서 직선을 하나만 그을 수 있습니다. 점 10개짜리 배치로 시드를 바꾸며 다섯 번 훈련합니다. 몇 스텝이면 다섯 번 모두 100 %가 될지 **예상해 보세요**.

# %%
for steps in (0, 1, 2, 5, 50):
    print(f"step {steps:2}:", [right(run(steps, data="gauss", hidden=(), seed=seed)) for seed in range(5)])

# %% [markdown] lang="en"
# Five steps are enough. Three of the starts needed none, because a random line happened to separate the clouds. The start with seed 3 was the worst possible, with every point wrong. Here it is at step 0. **Look at** the points: none of them melts into the map.

# %% [markdown] lang="ko"
# 다섯 스텝이면 충분합니다. 다섯 가운데 셋은 한 스텝도 필요 없었습니다. 무작위로 그은 직선이 우연히 두 구름을 갈랐습니다. 넷째(시드 3)는 출발이 가장 나빠서 점을 하나도 맞히지 못했습니다. 아래는 그 출발점입니다(스텝 0). 점들을 **눈여겨보세요**. 지도와 색이 같은 점이 하나도 없습니다.

# %%
Playground(data="gauss", hidden=(), seed=3)

# %% [markdown] lang="en"
# **Try this**
# 1. Press *one batch* five times. The white border turns until it lies between the clouds, and the score goes through 0, 2, 53, 95 and 100 %.
# 2. Set *noise %* to 50 and train for 4 epochs. The clouds overlap now, and 91 % of the points are right. Longer training gains nothing, because no line separates the clouds.
# 3. With the noise back at 0, choose the data *circle*. After 20 epochs only 34 % are right, worse than guessing. One line cannot enclose anything.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *배치 하나*를 다섯 번 눌러 보세요. 흰 경계가 회전하여 두 구름 사이에 놓입니다. 맞힌 비율은 차례로 0, 2, 53, 95, 100 %입니다.
# 2. *잡음 %* 값을 50으로 올리고 4 에포크 동안 훈련해 보세요. 구름이 겹쳐서 91 %만 맞히고, 더 오래 훈련해도 나아지지 않습니다. 어떤 직선도 겹친 두 구름을 가르지 못합니다.
# 3. 잡음(noise)을 0으로 되돌리고 데이터로 *circle*을 골라 보세요. 20 에포크 뒤에 맞힌 비율은 34 %로, 아무렇게나 답할 때보다 낮습니다. 직선 하나로는 아무것도 둘러쌀 수 없습니다.

# %% [markdown] lang="en"
# ## 3. XOR: when one line is not enough
#
# The data set *xor* is the staircase lamp of chapter [03](03_neurons_activations.ipynb), as four squares full of points: orange where exactly one coordinate is above 0 (the lamp is lit), blue elsewhere. **Predict** two scores without a hidden layer: with the inputs x₁ and x₂, and with their product x₁x₂ as the only input.

# %% [markdown] lang="ko"
# ## 3. XOR: 직선 하나로 모자랄 때
#
# *xor* 데이터셋은 [03장](03_neurons_activations.ipynb)의 계단 전등을 점으로 가득한 네모 넷으로 옮긴 것입니다. 좌표 하나만 0보다 큰 곳(전등이 켜지는 곳)이 주황, 나머지가 파랑입니다. 은닉층 없이 입력이 x₁과 x₂일 때, 그리고 입력이 곱 x₁x₂ 하나뿐일 때의 점수를 **예상해 보세요**.

# %%
for features in (("x1", "x2"), ("x1x2",)):
    scores = [right(run(500, data="xor", hidden=(), features=features, seed=seed)) for seed in range(5)]
    print(f"inputs {', '.join(features):6} no hidden layer: {scores}")

# %% [markdown] lang="en"
# With x₁ and x₂, the scores are 48 to 65 %, little better than guessing. The product gets 100 % each time, because it is positive exactly where the answer is blue, and one weight does the rest. But to add that input, you must know the answer already. Making inputs by hand is called **feature engineering**.
#
# If nobody knows the right input, a hidden layer must find something suitable. The next cell tries one to eight ReLU units, with six seeds each. How many units can solve XOR, and how many solve it from every start?

# %% [markdown] lang="ko"
# x₁과 x₂로는 48\~65 %여서 아무렇게나 답할 때보다 별로 낫지 않습니다. 곱을 넣으면 언제나 100 %입니다. 답이 파랑인 곳에서만 곱이 양수이므로 가중치 하나면 됩니다. 다만 그런 입력을 넣으려면 답을 미리 알아야 합니다. 입력을 이렇게 손수 만드는 일을 **특성 공학**(feature engineering)이라고 합니다.
#
# 알맞은 입력을 아무도 모를 때는 은닉층에서 쓸 만한 값을 찾아내야 합니다. 다음 셀에서는 ReLU 유닛을 하나에서 여덟까지 늘리며, 시드를 바꾸어 여섯 번씩 훈련합니다. 유닛이 몇 개면 XOR를 풀 수 있고, 몇 개면 어느 출발점에서나 풀 수 있을까요?

# %%
squares = {"data": "xor", "activation": "relu", "optimizer": "adam", "learning_rate": 0.03}
for units in (1, 2, 3, 4, 8):
    scores = [right(run(400, hidden=(units,), seed=seed, **squares)) for seed in range(6)]
    print(f"{units} hidden: {scores!s:32} solved: {sum(score >= 95 for score in scores)} of 6")

# %% [markdown] lang="en"
# Two units get no further than 87 %, with a strip along a diagonal. Three can do it, but training succeeds from only half of these starts. With eight units it succeeds from all six. **How many units a solution needs, and how many training needs to find it, are two different numbers.** This is one reason why networks are larger than their task requires.
#
# Here are four units that succeeded. **Look at** the four tiles, and describe each with a word: *right*, *below* and so on.

# %% [markdown] lang="ko"
# 유닛 둘로는 87 %를 넘지 못했습니다. 대각선을 따라 띠 하나가 생길 뿐입니다. 셋이면 풀 수 있지만 여섯 번 가운데 세 번만 성공했습니다. 여덟이면 여섯 번 모두 성공합니다. **답을 나타내는 데 드는 유닛의 수와 훈련으로 그 답을 찾는 데 드는 유닛의 수는 다릅니다.** 신경망을 필요 이상으로 크게 만드는 데에는 이런 이유도 있습니다.
#
# 아래는 유닛 넷으로 성공한 경우입니다. 타일 넷을 **눈여겨보고**, *오른쪽*, *아래*처럼 하나씩 이름을 붙여 보세요.

# %%
Playground(hidden=(4,), steps=400, **squares)

# %% [markdown] lang="en"
# To find out what a unit does, switch it off: set its weight to the output to 0, and measure the score again. **Predict** which of the four can be switched off without loss.

# %% [markdown] lang="ko"
# 네 유닛은 무슨 일을 할까요? 하나씩 꺼 보면 알 수 있습니다. 출력으로 가는 가중치를 0으로 바꾸고 점수를 다시 잽니다. 꺼도 점수가 떨어지지 않는 유닛이 어느 것일지 **예상해 보세요**.

# %%
trainer = run(400, hidden=(4,), **squares)
to_output = trainer.parameters[2]  # W of the second layer: a row for each hidden unit
print("all four:", right(trainer))
for unit in range(4):
    kept = to_output[unit].copy()
    to_output[unit] = 0
    print(f"without 1.{unit + 1}:", right(trainer))
    to_output[unit] = kept

# %% [markdown] lang="en"
# Unit 1.3 can be switched off without loss. Its output is above 0 in only one corner. Unit 1.1 stands for *right*, 1.2 for *below*, and 1.4, with a diagonal border, for *right and below*. The line from 1.4 to the output is orange, so its answer is subtracted: right or below, but not both. Training has found the idea of chapter [03](03_neurons_activations.ipynb) by itself: *at least one and not both*. With 1.1, 1.2 or 1.4 switched off, 20 to 25 % of the points are wrong, about one square.
#
# **Try this**
# 1. Set *seed* to 6 and train for 16 epochs. The score is 71 %, and after 80 epochs it is hardly higher (72 %). The lower half of every tile is white, because all four units answer 0 there, so nothing can be learned from the points there.
# 2. With the same seed and 8 units in layer 1, the score is 100 %.
# 3. Go back to seed 0 and take 2 units. You see the strip, and 87 % are right.

# %% [markdown] lang="ko"
# 1.3입니다. 이 유닛의 출력은 한쪽 구석에서만 0보다 큽니다. 1.1은 *오른쪽*, 1.2는 *아래*, 경계가 대각선인 1.4는 *오른쪽이면서 아래*를 나타냅니다. 1.4에서 나가는 선은 주황이므로 이 유닛의 출력은 빼는 셈입니다. 그래서 오른쪽이거나 아래이되 둘 다는 아닌 곳이 파랑입니다. 알려 주지 않았는데도 훈련으로 [03장](03_neurons_activations.ipynb)의 *적어도 하나이되 둘 다는 아님*에 이르렀습니다. 이 셋 가운데 하나만 꺼도 점의 20\~25 %를 틀립니다. 네모 하나쯤 되는 넓이입니다.
#
# **해 보세요**
# 1. *시드*를 6으로 바꾸고 16 에포크 동안 훈련해 보세요. 71 %를 맞히고, 80 에포크까지 가도 거의 나아지지 않습니다(72 %). 타일마다 아래 절반이 하얗습니다. 네 유닛 모두 그곳에서는 점의 색과 관계없이 0을 출력하므로 아무것도 배울 수 없습니다.
# 2. 같은 시드에서 첫째 층의 유닛을 8개로 하면 100 %입니다.
# 3. 시드 0으로 돌아가 유닛을 2개로 해 보세요. 띠가 생기고 87 %를 맞힙니다.

# %% [markdown] lang="en"
# ## 4. The circle: inputs made by hand, or learned
#
# The data set *circle* is a blue disc of radius 2.5 inside an orange ring that begins at 3.5. The cell compares a network that has x₁² and x₂² as inputs and no hidden layer with networks of tanh units on x₁ and x₂. **Predict** how many tanh units it takes to score at least 95 % from all five starts.

# %% [markdown] lang="ko"
# ## 4. 원: 입력을 손으로 만들까, 훈련으로 얻을까
#
# *circle* 데이터셋은 반지름 2.5인 파란 원판과, 3.5에서 시작해 원판을 둘러싼 주황 고리로 되어 있습니다. 은닉층 없이 x₁²과 x₂²을 입력으로 쓸 때와 x₁과 x₂에 tanh 유닛을 쓸 때를 견주어 봅니다. 다섯 번 모두 95 % 이상이 되려면 tanh 유닛이 몇 개 있어야 할지 **예상해 보세요**.


# %%
def scores(**settings):
    return [right(run(500, data="circle", seed=seed, **settings)) for seed in range(5)]


print("x1^2, x2^2, no hidden layer:", scores(features=("x1^2", "x2^2"), hidden=(), learning_rate=0.03))
for units in (1, 2, 3, 4):
    print(f"x1, x2, {units} tanh units:      ", scores(hidden=(units,), learning_rate=0.3))

# %% [markdown] lang="en"
# It takes four tanh units. One unit draws a line, and two make a strip or a wedge. Three can close a triangle, though from one of the five starts training did not find it and stopped at 77 %. Four come close to the network with x₁² and x₂², which gets 100 % each time. We can also read off what that network has learned.

# %% [markdown] lang="ko"
# 넷입니다. 유닛 하나로는 직선, 둘로는 띠나 쐐기가 생깁니다. 셋이면 삼각형으로 둘러쌀 수 있지만 다섯 번 가운데 한 번은 그런 삼각형을 찾지 못해 77 %에 그쳤습니다. 넷이면 제곱을 쓸 때와 비슷합니다. 제곱을 쓰면 언제나 100 %이고, 무엇을 배웠는지 가중치에서 바로 읽을 수도 있습니다.

# %%
trainer = run(600, data="circle", features=("x1^2", "x2^2"), hidden=(), learning_rate=0.03)
weights, bias = trainer.parameters
print("weights", weights.ravel().round(2), "bias", bias.round(2))
print("the answer changes at the radius", np.sqrt(-bias / weights.ravel()).round(1))

# %% [markdown] lang="en"
# The answer is blue where 2.36 − 0.32x₁² − 0.32x₂² is above 0. The border is a circle of radius 2.7, in the gap between disc and ring. A person can understand these numbers, but somebody had to think of the squares. In the next picture, three tanh units have found a triangle by training. **Look for** its three sides among the tiles.

# %% [markdown] lang="ko"
# 2.36 − 0.32x₁² − 0.32x₂²이 0보다 크면 파랑입니다. 경계는 반지름 2.7인 원이고, 원판과 고리 사이의 틈을 지납니다. 사람이 이해할 수 있는 수이지만, 제곱을 입력으로 쓰자는 생각도 사람이 해야 했습니다. 다음 그림의 tanh 유닛 셋은 훈련만으로 삼각형을 찾았습니다. 타일에서 세 변을 **찾아보세요**.

# %%
Playground(hidden=(3,), learning_rate=0.3, discretize=True, steps=500)

# %% [markdown] lang="en"
# **Try this**
# 1. Untick *two colours only*. The sides become soft and the corners round, because the answer is a probability that changes smoothly.
# 2. Set the units of layer 1 to 2 and train for 20 epochs. You get a wedge that is open on one side, and 80 % are right.
# 3. With 8 units, 100 % are right, and the triangle has become rounder.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *두 색으로만*을 꺼 보세요. 변이 흐릿해지고 모서리가 둥글어집니다. 실제 출력은 매끄럽게 변하는 확률이기 때문입니다.
# 2. 첫째 층의 유닛을 2개로 하고 20 에포크 동안 훈련해 보세요. 한쪽이 열린 쐐기가 되고 80 %를 맞힙니다.
# 3. 8개로 하면 100 %를 맞히고, 삼각형이 더 둥글어집니다.

# %% [markdown] lang="en"
# ## 5. The spiral: first lines, then shapes
#
# The data set *spiral* has two arms, wound round each other. The next cell trains networks with one, two and three layers of 8 ReLU units from five starts. How much does a second layer help, and a third?

# %% [markdown] lang="ko"
# ## 5. 나선: 먼저 선, 그다음 모양
#
# *spiral* 데이터셋은 서로 감고 도는 나선 두 줄로 되어 있습니다. ReLU 유닛 8개짜리 층을 하나에서 셋까지 늘리며, 시드를 바꾸어 다섯 번씩 훈련합니다. 둘째 층과 셋째 층을 더하면 얼마나 나아질까요?

# %%
arms = {"data": "spiral", "activation": "relu", "optimizer": "adam", "learning_rate": 0.01}
for hidden in ((8,), (8, 8), (8, 8, 8)):
    print(f"{hidden!s:9}:", [right(run(1500, hidden=hidden, seed=seed, **arms)) for seed in range(5)])

# %% [markdown] lang="en"
# One layer of eight lines gets 51 to 67 %, not much better than guessing. With a second layer, much depends on the start: the score is 97 % with seed 1 but 70 % with seed 0. With a third layer, it is 84 % or more from all five starts. Yet seed 1, the best with two layers, is the worst with three. If you compare settings with one run each, you are comparing seeds. Here is the network with two layers and seed 1, trained a little longer. **Look for** shapes in layer 2 that layer 1 does not have.

# %% [markdown] lang="ko"
# 한 층에 직선 여덟 개로는 51\~67 %여서 아무렇게나 답할 때보다 별로 낫지 않습니다. 두 층이면 출발점에 따라 크게 달라집니다. 시드 1에서는 97 %, 시드 0에서는 70 %입니다. 세 층이면 다섯 번 모두 84 % 이상입니다. 그런데 두 층에서 가장 좋았던 시드 1이 세 층에서는 가장 낮습니다. 설정마다 한 번씩만 훈련해서 비교하면 설정이 아니라 시드를 비교하게 됩니다. 아래는 두 층을 시드 1로 조금 더 훈련한 모습입니다. 첫째 층에는 없고 둘째 층에는 있는 모양을 **찾아보세요**.

# %%
Playground(hidden=(8, 8), seed=1, steps=2000, **arms)

# %% [markdown] lang="en"
# The tiles of layer 1 show half-planes, white on one side of a straight edge. Those of layer 2 show pieces cut out by several edges: a corner, a bay, and small islands in the middle (2.4, 2.6, 2.7), where the spiral is tight. The output adds the pieces up. **Lines, then shapes made of lines, then an answer made of shapes**: this is what depth does here. Unit 2.8 died during training; section 7 shows how.
#
# **Try this**
# 1. Set *noise %* to 20 and *to train on %* to 10, and train to step 2,000 (epoch 400). The training loss is 0.32, the test loss 1.5, and 67 % are right. The map bends round the 50 training points.
# 2. Press *Reset*, choose *leaky_relu* and train to epoch 80. The score is 98 %, and no unit is dead. With *tanh* it is 72 % by then; this network needs more steps at this rate (85 % at step 5,000).

# %% [markdown] lang="ko"
# 첫째 층의 타일은 곧은 경계로 나뉘고 한쪽이 하얗습니다(반평면). 둘째 층에는 여러 경계로 오려 낸 조각이 있습니다. 모퉁이, 둥글게 파인 곳, 그리고 나선이 빽빽한 한가운데의 작은 섬들(2.4, 2.6, 2.7)입니다. 출력 유닛에서는 이 조각들을 더합니다. **선으로 모양을 만들고, 모양으로 답을 만듭니다.** 여기서는 층을 쌓은 덕분에 이런 일이 가능합니다. 유닛 2.8은 훈련 도중에 죽었습니다(7절).
#
# **해 보세요**
# 1. *잡음 %* 값을 20, *훈련에 쓸 %* 값을 10으로 하고 스텝 2,000(에포크 400)까지 훈련해 보세요. 훈련 손실은 0.32인데 테스트 손실은 1.5이고 67 %를 맞힙니다. 훈련 점 50개에 맞추어 지도의 경계가 구부러집니다.
# 2. *처음으로*를 누르고 활성화 함수를 *leaky_relu*로 바꾸어 에포크 80까지 가 보세요. 98 %를 맞히고 죽은 유닛이 없습니다. *tanh*로는 72 %이고, 이 학습률에서는 스텝이 더 필요합니다(스텝 5,000에서 85 %).

# %% [markdown] lang="en"
# ## 6. A learning rate that is too large
#
# The data set *plane* asks for a number, not a colour: (x₁ + x₂)/10. The loss is the mean squared error, and the output is linear. By the law of chapter [05](05_optimizers.ipynb), gradient descent diverges if the learning rate is above 2 divided by the largest curvature. Here, without a hidden layer, the curvature depends on the points alone. The law is exact for gradients over all points; for our batches of 10 it holds only roughly. The bound is 0.082. **Predict** at which of the rates 0.01, 0.03, 0.07, 0.1 and 0.3 training will diverge.

# %% [markdown] lang="ko"
# ## 6. 너무 큰 학습률
#
# *plane* 데이터셋은 색이 아니라 수 (x₁ + x₂)/10을 맞히는 회귀(regression) 문제입니다. 손실은 평균 제곱 오차(mean squared error), 출력은 linear입니다. [05장](05_optimizers.ipynb)의 법칙에 따르면 2를 가장 큰 곡률(curvature)로 나눈 값보다 학습률이 클 때 경사 하강법이 발산(divergence)합니다. 은닉층 없이 제곱 오차를 쓰면 곡률은 점들만으로 정해집니다. 이 법칙은 모든 점으로 그레이디언트를 구할 때는 정확하지만, 여기서처럼 10개짜리 배치로 훈련하면 대강만 맞습니다. 경계가 되는 학습률이 0.082라면 0.01, 0.03, 0.07, 0.1, 0.3 가운데 어느 학습률에서 발산할지 **예상해 보세요**.


# %%
def descent(steps, **settings):
    trainer, losses = run(0, **settings), []
    for step in range(steps):
        trainer.train(step + 1)
        losses.append(trainer.losses().train)
    return trainer, losses


for rate in (0.01, 0.03, 0.07, 0.1, 0.3):
    ends = [run(300, data="plane", hidden=(), learning_rate=rate, seed=seed).diverged for seed in range(5)]
    print(f"rate {rate:4}: diverged at step", ends)

# %% [markdown] lang="en"
# From all five starts, training diverges at the rates 0.1 and 0.3, as the law says, and never at the other three (None). For the exact case we take 300 steps with the gradient over all 600 points, at rates 2 % below and 2 % above the bound. This takes three lines of NumPy. The picture shows the loss after each step on a logarithmic axis, for these two runs and for runs with batches of 10 at the rates 0.01, 0.07 and 0.1.

# %% [markdown] lang="ko"
# 법칙대로 0.1과 0.3에서는 다섯 번 모두 발산하지만, 나머지 셋에서는 한 번도 발산하지 않습니다(None). 이제 법칙이 정확한 경우를 봅시다. 점 600개 모두로 그레이디언트를 구해, 경계보다 2 % 작은 학습률과 2 % 큰 학습률로 300 스텝 동안 훈련합니다. NumPy 세 줄이면 됩니다. 그림에는 이 둘과 위의 학습률 가운데 셋(0.01, 0.07, 0.1)에서 스텝마다 잰 손실을 로그 축으로 그립니다.

# %%
start = run(0, data="plane", hidden=())
x, y = np.column_stack([start.x_train, np.ones(len(start.x_train))]), start.split.y_train  # ones: the bias
bound = 2 / np.linalg.eigvalsh(2 * x.T @ x / len(x)).max()
print(f"2 / curvature = {bound:.4f}")
whole = {}
for share in (0.98, 1.02):
    w, whole[share] = np.concatenate([start.parameters[0], [start.parameters[1]]]), []
    for _ in range(300):
        w = w - share * bound * 2 * x.T @ (x @ w - y) / len(x)
        whole[share].append(np.mean((x @ w - y) ** 2))
    print(f"all points, {share} of the bound: loss {whole[share][0]:.2f} at step 1, {whole[share][-1]:.1e} at step 300")

# %%
with style():
    fig, ax = plt.subplots(figsize=(8, 3.6))
    for rate in (0.01, 0.07, 0.1):
        trainer, losses = descent(60, data="plane", hidden=(), learning_rate=rate)
        ax.plot(losses, label=f"batches of 10, rate {rate}")
    for share, losses in whole.items():
        ax.plot(losses[:150], label=f"all points, {share} of the bound")
    ax.set(yscale="log", xlabel="step", ylabel="training loss", ylim=(1e-6, 1e8))
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5))

# %% [markdown] lang="en"
# At 0.98 of the bound, the loss falls to 1.5e-10, while at 1.02 it grows to 1.1e+11. A straight line on a logarithmic axis means that the loss is multiplied by the same factor in each step; above the bound this factor is larger than 1. The curvature differs from batch to batch, so with batches of 10 the curves for the rates 0.07 and 0.1 waver.
#
# Here is the rate 0.1 in the playground. **Look at** the numbers beside the curve, and read the sentence under the controls. (Its curve has only two points, start and end, on an axis that is not logarithmic.)

# %% [markdown] lang="ko"
# 경계의 0.98배에서는 손실이 1.5e-10까지 줄지만, 1.02배에서는 1.1e+11까지 커집니다. 로그 축에서 직선이면 손실에 스텝마다 같은 수가 곱해진다는 뜻입니다. 경계를 넘으면 이 수가 1보다 큽니다. 10개짜리 배치에서는 배치마다 곡률이 달라, 학습률 0.07과 0.1의 곡선이 흔들립니다.
#
# 아래는 놀이터에서 학습률 0.1로 훈련한 모습입니다. 곡선 옆에 적힌 수를 **눈여겨보고**, 도구 아래의 문장을 읽어 보세요. (이 곡선은 시작과 끝, 두 점만 이은 것이고 축도 로그가 아닙니다.)

# %%
Playground(data="plane", hidden=(), learning_rate=0.1, steps=300)

# %% [markdown] lang="en"
# **Try this**
# 1. Set *learning rate* to 0.03. Nothing moves, because this run has already diverged. Press *to step 0*, then *one epoch*, and the loss is below 0.00001.
# 2. Set it to 0.1 again, press *to step 0*, then *one batch* ten times. The loss grows from 12 to 38 and 114, and is 190,000 after the tenth batch. Many of these steps swap the colours of the map, just as the path in chapter [05](05_optimizers.ipynb) jumped from wall to wall.
#
# With two classes and tanh units, too large a rate looks different. For each point, the gradient of a weight to the output is p − t, the probability minus the label, times the answer of a tanh unit. Neither factor is ever larger than 1 in size, so no step moves these weights very far, and the loss can jump about instead of running away. We train the network of section 1 for 40 epochs at four rates, from three starts each, and count how often the training loss rises.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *학습률*을 0.03으로 낮춰 보세요. 이미 발산한 훈련이라 아무것도 움직이지 않습니다. *스텝 0으로*를 누르고 *에포크 하나*를 누르세요. 손실이 0.00001 아래로 내려갑니다.
# 2. 학습률을 다시 0.1로 하고 *스텝 0으로*를 누른 다음 *배치 하나*를 열 번 눌러 보세요. 손실이 12에서 38, 114로 커지고 열 번 뒤에는 19만이 됩니다. 지도의 색이 여러 번 뒤집힙니다. [05장](05_optimizers.ipynb)에서 경로가 벽에서 벽으로 뛰었던 것과 같습니다.
#
# tanh 유닛으로 색을 맞히는 문제에서는 학습률이 너무 클 때 나타나는 모습이 다릅니다. 출력으로 가는 가중치의 그레이디언트는 점마다 확률에서 레이블을 뺀 p − t에 tanh 유닛의 출력을 곱한 값인데, 둘 다 크기가 1을 넘지 않습니다. 이 가중치가 한 스텝에 크게 바뀌지 않으므로 손실은 끝없이 커지는 대신 오르내릴 수 있습니다. 1절의 신경망을 네 가지 학습률과 시드 세 개로 40 에포크씩 훈련하고, 훈련 손실이 얼마나 자주 오르는지 셉니다.

# %%
for rate in (0.1, 0.3, 1.0, 3.0):
    curves = [run(1000, learning_rate=rate, seed=seed).curve for seed in range(3)]
    rises = np.array([np.diff([losses.train for step, losses in curve]) for curve in curves])
    print(f"rate {rate}: rises in ≈ {100 * np.mean(rises > 0):.0f} % of the epochs, by ≈ {rises.max():.2f} at most")

# %% [markdown] lang="en"
# At 0.1, the loss rises in 8 % of the epochs, each time by less than 0.01. From 0.3 on, it rises in 40 to 48 % of them, sometimes by 0.4 or more at once. A sawtooth curve calls for a smaller rate. The digits after ≈ may differ from computer to computer. To see why, we train twice at each rate, the second time with one weight moved by 10⁻¹² at the start, and compare the weights after 1,000 steps.

# %% [markdown] lang="ko"
# 0.1에서는 에포크의 8 %에서만 손실이 오르고, 오르는 폭은 한 번에 0.01도 되지 않습니다. 0.3부터는 40\~48 %에서 오르고, 한 번에 0.4 넘게 뛰기도 합니다. 곡선이 톱니 같으면 학습률을 낮추어야 합니다. ≈ 뒤의 숫자는 컴퓨터마다 다를 수 있습니다. 왜 달라지는지 보려고 학습률마다 두 번 훈련합니다. 두 번째에는 처음에 가중치 하나를 10⁻¹²만큼 바꾸고, 1,000 스텝 뒤의 가중치들을 첫 번째와 비교합니다.

# %%
nudge = ((0, "x1→1.1", float(run(0).parameters[0][0, 0] + 1e-12)),)
for rate in (0.1, 0.3, 1.0, 3.0):
    ours = run(1000, learning_rate=rate).parameters
    nudged = run(1000, learning_rate=rate, changes=nudge).parameters
    apart = max(np.abs(one - other).max() for one, other in zip(ours, nudged, strict=True))
    print(f"rate {rate}: largest difference of a weight ≈ {apart:.0e}")

# %% [markdown] lang="en"
# At 0.1, the difference remains about 10⁻¹². From 0.3 on, it grows to about 1 or more. Such sensitivity is called **chaos**: the rounding of a sum can decide where training ends.
#
# ## 7. Units that die
#
# We train two layers of 8 ReLU units on the circle for 300 steps at three rates, and then leaky ReLU units at the larger two. What does a large rate do to layer 2?

# %% [markdown] lang="ko"
# 0.1에서는 차이가 10⁻¹² 근처에 머뭅니다. 0.3부터는 차이가 1쯤이나 그 이상으로 커집니다. 처음의 작은 차이가 이렇게 커지는 것을 **혼돈**(chaos)이라고 합니다. 덧셈의 반올림 하나로 훈련의 결과가 달라질 수 있습니다.
#
# ## 7. 죽는 유닛
#
# 같은 *circle* 데이터로 ReLU 유닛 8개짜리 층 두 개(8-8)를 세 가지 학습률로 300 스텝씩 훈련하고, leaky ReLU는 그 가운데 큰 두 학습률로만 훈련합니다. 학습률이 크면 둘째 층은 어떻게 될까요?

# %%
for activation, rate in (("relu", 0.1), ("relu", 1.0), ("relu", 3.0), ("leaky_relu", 1.0), ("leaky_relu", 3.0)):
    runs = [run(300, hidden=(8, 8), activation=activation, learning_rate=rate, seed=seed) for seed in range(5)]
    dead = [int(trainer.inside().dead[1].sum()) for trainer in runs]
    ends = ["diverged" if trainer.diverged else right(trainer) for trainer in runs]
    print(f"{activation:10} rate {rate}: dead in layer 2 {dead}, right {ends}")

# %% [markdown] lang="en"
# A few dead units did no harm here: at a rate of 1.0 there are some, and still 100 % of the points are right. At 3.0, all of layer 2 is dead in every run. A very large step can move the weights so far that the weighted sum z of a unit is negative at every training point. There ReLU is 0 and its slope is 0, so the unit gets no gradient, and with SGD its weights do not change. A unit of layer 2 can still revive as long as layer 1 changes. Once the whole layer is dead, no gradient reaches layer 1 either, and nothing can revive it. Leaky ReLU has a nonzero slope everywhere, and no unit dies, but at 3.0 training diverges instead. The rate is at fault. Here is a ReLU run at 3.0. **Look at** the row of gradients.

# %% [markdown] lang="ko"
# 죽은 유닛이 몇 개 있어도 여기서는 해롭지 않았습니다. 학습률 1.0에서도 몇 개가 죽었지만 100 %입니다. 3.0에서는 어느 출발점에서나 둘째 층이 통째로 죽습니다. 스텝이 너무 크면, 모든 훈련 점에서 가중합(weighted sum) z가 음수가 되는 곳으로 가중치가 옮겨 갈 수 있습니다. 거기서는 ReLU도 0, 기울기도 0이라 그레이디언트가 오지 않고, SGD에서는 그 유닛의 가중치가 더 바뀌지 않습니다. 첫째 층이 바뀌는 동안은 둘째 층의 유닛이 되살아날 수도 있습니다. 그러나 층이 통째로 죽으면 첫째 층에도 그레이디언트가 닿지 않아 다시 살아날 수 없습니다. leaky ReLU는 기울기가 어디서도 0이 아니어서 죽는 유닛이 없지만, 3.0에서는 대신 발산합니다. 문제는 학습률에 있습니다. 아래는 ReLU를 학습률 3.0으로 훈련한 모습입니다. 그레이디언트가 적힌 줄을 **눈여겨보세요**.

# %%
Playground(hidden=(8, 8), activation="relu", learning_rate=3.0, steps=300)

# %% [markdown] lang="en"
# All three gradients are 0. Even the weights to the output get none, since their inputs are all 0. Only the bias of the output can still change, and the map has one colour.
#
# **Try this**
# 1. Set *learning rate* to 0.1 and press *Play*. It is too late, and the map keeps its one colour. Then press *to step 0* and train for 12 epochs at that rate. The score is 100 %.
# 2. At a rate of 3, press *to step 0* and then *one batch* ten times. Crosses come and go as units die and revive. By epoch 3, all of layer 2 is dead.

# %% [markdown] lang="ko"
# 그레이디언트 셋이 모두 0입니다. 출력으로 가는 가중치에도 그레이디언트가 오지 않습니다. 가중치에 곱해지는 값이 모두 0이기 때문입니다. 아직 바뀔 수 있는 것은 출력의 편향뿐이고, 지도는 한 가지 색입니다.
#
# **해 보세요**
# 1. *학습률*을 0.1로 낮추고 *재생*을 눌러 보세요. 이미 늦었습니다. 지도는 한 가지 색 그대로입니다. *스텝 0으로*를 누르고 그 학습률로 12 에포크 동안 훈련하면 100 %입니다.
# 2. 학습률 3에서 *스텝 0으로*를 누르고 *배치 하나*를 열 번 눌러 보세요. 유닛이 죽었다 되살아나면서 가위표가 생겼다 사라졌다 합니다. 에포크 3이면 둘째 층이 통째로 죽습니다.

# %% [markdown] lang="en"
# ## 8. Six layers: the vanishing gradient
#
# Take a network with six hidden layers of 8 units before its first step. The cell prints the mean size of the gradient in its first and last layers, for sigmoid and ReLU. **Predict** the ratio last / first for the sigmoid, to the nearest power of ten.

# %% [markdown] lang="ko"
# ## 8. 층 여섯 개: 그레이디언트 소실
#
# 유닛 8개짜리 은닉층이 여섯 개인 신경망을 훈련하기 전(스텝 0)에 살펴봅니다. 첫 층과 마지막 층의 그레이디언트 평균 크기를 sigmoid와 ReLU에서 다섯 번씩 잽니다. 시그모이드(sigmoid)에서 마지막 층의 값을 첫 층의 값으로 나눈 비(마지막 / 첫 층)가 10의 몇 제곱쯤일지 **예상해 보세요**.

# %%
deep = {"hidden": (8,) * 6}
for activation in ("sigmoid", "relu"):
    for seed in range(5):
        sizes = run(0, activation=activation, seed=seed, **deep).inside().sizes
        print(f"{activation:7} first {sizes[0]:.0e}  last {sizes[-1]:.0e}  last / first {sizes[-1] / sizes[0]:7,.0f}")

# %% [markdown] lang="en"
# For the sigmoid, the ratio lies between 10³ and 10⁵, and for ReLU it is below ten. The slope of the sigmoid is 0.25 at most, and on the way back six slopes are multiplied, together with the weights: 0.25⁶ alone is about 1/4,000. This is the **vanishing gradient** of chapter [03](03_neurons_activations.ipynb). We try four ways out on the circle: another activation; the initial weights times 4, which chapter 03 found to suit the sigmoid; Adam, which divides by the size of the gradient; and the last two together. Which will do best?

# %% [markdown] lang="ko"
# 시그모이드에서는 비가 10³과 10⁵ 사이이고, ReLU에서는 10보다 작습니다. 시그모이드의 기울기는 최대 0.25인데, 역전파(backpropagation)에서는 이 기울기를 가중치와 함께 여섯 번 곱합니다. 0.25⁶만 해도 약 4,000분의 1입니다. [03장](03_neurons_activations.ipynb)에서 본 **그레이디언트 소실**(vanishing gradient)입니다. *circle* 데이터로 네 가지 방법을 시험합니다. 활성화 함수를 바꾸거나, 03장에서 확인한 대로 초기 가중치를 4배로 하거나, 그레이디언트의 크기로 나누는 Adam을 쓰거나, 4배와 Adam을 함께 씁니다. 어느 방법이 가장 나을까요?

# %%
sigmoid, x4 = {"activation": "sigmoid"}, {"initializer": "glorot_uniform_x4"}
adam = {"optimizer": "adam", "learning_rate": 0.01}
attempts = {
    "sigmoid": sigmoid,
    "relu": {"activation": "relu"},
    "sigmoid, x4": {**sigmoid, **x4},
    "sigmoid, adam": {**sigmoid, **adam},
    "sigmoid, x4, adam": {**sigmoid, **x4, **adam},
}
for name, settings in attempts.items():
    print(f"{name:18}", [right(run(400, seed=seed, **deep, **settings)) for seed in range(5)])

# %% [markdown] lang="en"
# ReLU is best, with 100 % from every start. The plain sigmoid does no better than guessing. The factor 4 alone helps little, Adam alone goes part of the way, and together they reach 91 % or more. In the next picture the lines show gradients. **Look for** the layers in which they have any colour.

# %% [markdown] lang="ko"
# ReLU가 가장 낫고, 다섯 번 모두 100 %입니다. 시그모이드는 그대로 두면 아무렇게나 답하는 수준에 머뭅니다. 4배만으로는 별로 나아지지 않고, Adam만으로는 어느 정도 배우고, 둘을 함께 쓰면 91 % 이상입니다. 다음 그림에서 선은 그레이디언트를 나타냅니다. 선에 색이 있는 층을 **찾아보세요**.

# %%
Playground(activation="sigmoid", show="gradients", steps=100, **deep)

# %% [markdown] lang="en"
# **Try this**
# 1. Only the lines to the output have a clear colour; further left, nearly all lines are grey. Read the row below the layers from right to left: 4e-03, 5e-04, 1e-04, and so on to 4e-06.
# 2. From layer 4 on, all tiles are evenly blue, because each unit answers almost the same everywhere. The signal fades on its way forward just as the gradient does on its way back.
# 3. Choose *relu* and train for 4 epochs. The score is 100 %, and the lines near the inputs have colour. With *tanh* it is 75 % after 4 epochs and 100 % after 10.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 출력으로 가는 선만 색이 뚜렷하고 그 왼쪽은 거의 모두 회색입니다. 층 아래의 줄을 오른쪽에서 왼쪽으로 읽어 보세요. 4e-03, 5e-04, 1e-04를 지나 4e-06까지 작아집니다.
# 2. 넷째 층부터는 타일이 모두 고르게 파랗습니다. 유닛의 출력이 어디서나 거의 같기 때문입니다. 역전파에서 그레이디언트가 작아지듯, 순전파(forward pass)에서는 입력에 따른 차이가 작아집니다.
# 3. *relu*를 고르고 4 에포크 동안 훈련해 보세요. 100 %이고 앞쪽 층의 선에도 색이 있습니다. *tanh*는 4 에포크에 75 %, 10 에포크에 100 %입니다.

# %% [markdown] lang="en"
# ## 9. Overfitting, and two penalties
#
# Here are the two clouds again, overlapping (noise 50 %), with only 50 points to train on. We train a single line and a network with two layers of 8 tanh units, each for 500 steps with Adam. Which has the lower training loss, and which the lower test loss?

# %% [markdown] lang="ko"
# ## 9. 과대적합과 두 가지 규제
#
# 다시 구름 두 개를 씁니다. 이번에는 서로 겹쳐 있고(잡음 50 %) 훈련에 쓸 점은 50개뿐입니다. 직선 하나와 8-8 tanh 신경망을 Adam으로 500 스텝씩 훈련합니다. 훈련 손실은 어느 쪽이 낮고, 테스트 손실은 어느 쪽이 낮을까요?

# %%
few = {"data": "gauss", "noise": 50, "train_percent": 10, "optimizer": "adam", "learning_rate": 0.01}
large = {**few, "hidden": (8, 8)}
for name, settings in (("a line", {**few, "hidden": ()}), ("8-8", large)):
    for seed in range(5):
        losses = run(500, seed=seed, **settings).losses()
        print(f"{name:6} seed {seed}: training loss {losses.train:.2f}, test loss {losses.test:.2f}")

# %% [markdown] lang="en"
# From all five starts, the network beats the line on the training points and loses to it on the test points. This is **overfitting**. A line cannot bend round individual points, and that protects it. A **penalty** can protect the network, too. It adds λ Σ|w| (**L1**) or λ Σw² (**L2**) to the loss, so large weights cost more. **Predict** which of the two leaves more weights close to 0.

# %% [markdown] lang="ko"
# 다섯 번 모두 신경망은 훈련에 쓴 점에서는 직선보다 낫지만 나머지 점에서는 직선만 못합니다. **과대적합**(overfitting)입니다. 직선은 점 하나하나에 맞추어 구부러질 수 없는 덕분에 과대적합을 피합니다. 신경망은 **규제**로 과대적합을 줄일 수 있습니다. 가중치가 클수록 손실이 커지도록 λ Σ|w|(**L1**)나 λ Σw²(**L2**)를 손실에 더합니다. 둘 가운데 어느 쪽에서 0에 가까운 가중치가 더 많이 나올지 **예상해 보세요**.

# %%
l1, l2 = ({"regularization": kind, "regularization_rate": 0.01} for kind in ("l1", "l2"))
for name, settings in (("none", large), ("L1", {**large, **l1}), ("L2", {**large, **l2})):
    for seed in range(5):
        trainer = run(500, seed=seed, **settings)
        sizes = np.abs(np.concatenate([weights.ravel() for weights in trainer.parameters[::2]]))
        losses = trainer.losses()
        print(f"{name:4} training loss {losses.train:.2f}, test loss {losses.test:.2f},", end=" ")
        print(f"below 0.01: {np.sum(sizes < 0.01):2} of {sizes.size}, mean size {sizes.mean():.2f}")

# %% [markdown] lang="en"
# L1 does: 63 to 73 of the 88 weights end up below 0.01, and with L2 none do. L1 pulls every weight with the same force, however small it is, so weights that the data do not hold in place end up at 0, give or take a step. L2 pulls with a force that shrinks with the weight, so all become smaller and hardly any reaches 0. Both penalties bring the test loss down. From four starts it falls to about that of the line. From the fifth, it falls from 1.00 to 0.37 with L1 and 0.33 with L2 (the line has 0.23). The picture shows the network with L1 after 1,000 steps. **Look for** what is left of layer 1.

# %% [markdown] lang="ko"
# L1입니다. 가중치 88개 가운데 63\~73개가 0.01보다 작아집니다. L2에서는 그런 가중치가 하나도 없습니다. L1은 모든 가중치를 크기와 관계없이 똑같은 힘으로 0 쪽으로 당깁니다. 데이터에 맞추는 데 필요하지 않은 가중치는 0에 이른 뒤 한 스텝만큼의 폭 안에서 오르내립니다. L2에서는 당기는 힘이 가중치와 함께 줄어들므로, 가중치가 모두 작아지지만 0에 이르는 일은 거의 없습니다. 둘 다 테스트 손실을 낮춥니다. 네 번은 직선과 비슷한 데까지 내려가고, 나머지 한 번은 1.00에서 0.37(L1)과 0.33(L2)으로 내려갑니다(직선은 0.23입니다). 그림은 L1로 1,000 스텝 동안 훈련한 모습입니다. 첫째 층에서 무엇이 남았는지 **눈여겨보세요**.

# %%
Playground(**large, **l1, steps=1000)

# %% [markdown] lang="en"
# Of the eight units of layer 1, only 1.8 is left; the lines of the others are grey. (The other tiles have colour because each has a scale of its own; their weights are nearly 0.) Four units of layer 2 pass its answer on, and the border on the large map is almost as straight as that of a single line.
#
# **Try this**
# 1. Set *penalty* to *none* and train to epoch 200. The dashed curve bends upwards early (the lowest test loss, 0.20, is at epoch 14) and ends at 0.59, while the solid one goes to 0.
# 2. With *l2*, no line disappears, and nearly all tiles show the same border. Sixteen units share the work of one.
# 3. With *l1* and λ = 0.1, four weights are left, which form one path from the inputs to the answer. Both losses are higher than with 0.01. Now the network is too simple, which is called **underfitting**.

# %% [markdown] lang="ko"
# 첫째 층의 유닛 여덟 개 가운데 1.8 하나만 남았고, 나머지 유닛의 선은 회색입니다. (다른 타일의 색은 타일마다 눈금이 달라서 보일 뿐, 그 유닛들의 가중치는 거의 0입니다.) 둘째 층에서는 유닛 네 개가 1.8의 출력을 전하고, 큰 지도의 경계는 직선 하나로 훈련했을 때처럼 거의 곧습니다.
#
# **해 보세요**
# 1. *규제*를 *none*으로 하고 에포크 200까지 훈련해 보세요. 실선은 0으로 가는데 파선은 일찍 위로 꺾여(가장 낮은 테스트 손실은 에포크 14의 0.20입니다) 0.59에서 끝납니다.
# 2. *l2*로 해 보세요. 선이 모두 남고, 거의 모든 타일의 경계가 같습니다. 유닛 하나로도 될 일을 열여섯 개가 나누어 합니다.
# 3. *l1*로 하고 λ를 0.1로 올려 보세요. 가중치가 네 개만 남아 입력에서 출력까지 길 하나를 이룹니다. 두 손실 모두 0.01일 때보다 높습니다. 이번에는 신경망이 너무 단순합니다. 이를 **과소적합**(underfitting)이라고 합니다.

# %% [markdown] lang="en"
# ## 10. Nine optimizers, five starts
#
# All nine optimizers get the same points (the circle), initial weights and batches, and train two layers of 8 tanh units for 250 steps. For each, we count how many of five starts reach 90 %. How many of the nine will get there from all five at a rate of 0.1?

# %% [markdown] lang="ko"
# ## 10. 출발점은 다섯, 옵티마이저는 아홉
#
# 옵티마이저 아홉 가지를 같은 점, 같은 초기 가중치, 같은 배치로 비교합니다. 데이터는 *circle*, 신경망은 8-8 tanh이고, 250 스텝 동안 훈련합니다. 시드 다섯 개 가운데 몇 개에서 90 % 이상이 되는지 셉니다. 학습률 0.1에서 다섯 번 모두 성공하는 옵티마이저는 몇 가지일까요?


# %%
def reached(name, rate):
    settings = {"hidden": (8, 8), "optimizer": name, "learning_rate": rate}
    return sum(right(run(250, seed=seed, **settings)) >= 90 for seed in range(5))


print("of five starts, how many reach 90 %")
for name in OPTIMIZERS:
    counts = [f"rate {rate}:\u00a0{reached(name, rate)}" for rate in (0.001, 0.01, 0.1)]  # a space that stays
    print(f"{name:8}", "   ".join(counts))
measured("adadelta rate 10", reached("adadelta", 10.0))

# %% [markdown] lang="en"
# Six of the nine do. At 0.1, SGD fails once and momentum twice, while Adadelta succeeds from all five starts at a hundred times that rate. Compared at 0.01 alone, SGD and Adagrad would have looked bad; at 0.1 alone, momentum would have looked worse than SGD, though at 0.01 it succeeds as often as SGD does at 0.1. As in the race of chapter [05](05_optimizers.ipynb), **a new optimizer needs a new rate.** The table does not rank the optimizers, since five starts on one easy task are too few for that.

# %% [markdown] lang="ko"
# 여섯 가지입니다. 0.1에서 SGD는 한 번, 모멘텀은 두 번 실패합니다. Adadelta는 그 백 배인 10에서 다섯 번 모두 성공합니다. 0.01에서만 비교했다면 SGD와 Adagrad가 나빠 보였을 것입니다. 0.1에서만 비교했다면 모멘텀이 SGD보다 못해 보였겠지만, 학습률을 0.01로 하면 모멘텀도 0.1에서 훈련한 SGD와 같은 횟수만큼 성공합니다. [05장](05_optimizers.ipynb)의 경주에서처럼 **옵티마이저를 바꾸면 학습률도 새로 찾아야 합니다.** 쉬운 과제 하나와 시드 다섯 개만으로 옵티마이저의 순위를 매길 수는 없습니다.

# %% [markdown] lang="en"
# ## 11. The same network in Keras, and a look into your own
#
# The network in a playground is an ordinary one. Here is that of section 1 in Keras, with the same points and initial weights.

# %% [markdown] lang="ko"
# ## 11. 같은 신경망을 Keras로, 그리고 내 모델 들여다보기
#
# 놀이터의 신경망은 특별한 것이 아닙니다. 1절의 신경망을 Keras로 만들고, 점과 초기 가중치를 똑같이 줍니다.

# %%
start = run(0)
x_train, y_train, x_test, y_test = start.x_train, start.split.y_train, start.x_test, start.split.y_test
model = keras.Sequential(
    [
        keras.Input((2,)),
        keras.layers.Dense(4, activation="tanh"),
        keras.layers.Dense(2, activation="tanh"),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer=keras.optimizers.SGD(0.1), loss="binary_crossentropy", metrics=["accuracy"])
model.set_weights(start.parameters)

# %%
started = time.perf_counter()
model.fit(x_train, y_train, batch_size=10, epochs=20, verbose=0)
seconds = time.perf_counter() - started
loss, accuracy = model.evaluate(x_test, y_test, verbose=0)
measured("Keras, 500 steps: test accuracy", accuracy, (0.95, 1), digits=2)
measured("the playground", run(500).losses().test_accuracy, digits=2)

# %% [markdown] lang="en"
# Keras shuffles the points in an order of its own, so the two accuracies need not be equal.
#
# > **Making it faster**
# >
# > For so small a network, nearly all of Keras's time goes into the work around the multiplications. The playground is written in NumPy, which is why *Play* can show every step.

# %% [markdown] lang="ko"
# Keras는 점을 섞는 순서가 달라서 두 정확도(accuracy)가 다를 수도 있습니다.
#
# > **실행 시간 줄이기**
# >
# > 신경망이 이렇게 작으면 Keras에서는 거의 모든 시간이 곱셈이 아닌 다른 일에 듭니다. 놀이터는 NumPy로 되어 있어서 *재생*을 누르면 스텝마다 그림을 보여 줄 수 있습니다.

# %%
started = time.perf_counter()
run(500)
measured("500 steps of the playground", time.perf_counter() - started, digits=2, unit="s")
measured("500 steps of Keras", seconds, digits=2, unit="s")

# %% [markdown] lang="en"
# In Keras you can also have what the playground does not offer: points of your own, a different activation in each layer, and `Dropout` (chapter [08](08_keras_blocks.ipynb)), which sets a random fifth of a layer's answers to 0 in each training step. The points below are two crescents; 200 of them are for training, and 100 for testing.

# %% [markdown] lang="ko"
# Keras에서는 놀이터에 없는 것도 쓸 수 있습니다. 직접 만든 점, 층마다 다른 활성화 함수, 그리고 훈련 스텝마다 층의 출력 가운데 무작위로 고른 5분의 1을 0으로 만드는 `Dropout`([08장](08_keras_blocks.ipynb))입니다. 아래의 점들은 초승달 모양 두 개를 이룹니다. 200개로 훈련하고 100개로 시험합니다.

# %%
rng, label = np.random.default_rng(0), np.arange(300) % 2
angle = rng.uniform(0, np.pi, 300)
arcs = np.column_stack([np.cos(angle) - 0.5, np.sin(angle) - 0.25]) * np.where(label, 1, -1)[:, None]
points = 2.5 * arcs + rng.normal(0, 0.3, (300, 2))
keras.utils.set_random_seed(0)
own = keras.Sequential(
    [
        keras.Input((2,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dropout(0.2),
        keras.layers.Dense(8, activation="tanh"),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
own.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])

# %%
own.fit(points[:200], label[:200], batch_size=10, epochs=20, verbose=0)
measured("accuracy on the other 100 points", own.evaluate(points[200:], label[200:], verbose=0)[1], digits=2)
side = np.linspace(-6, 6, 100)
places = np.stack(np.meshgrid(side, side), axis=-1).reshape(-1, 2)
answers = own.predict(places, batch_size=1000, verbose=0).reshape(100, 100)
with style():
    fig, ax = plt.subplots(figsize=(4.6, 4))
    ax.grid(visible=False)
    ax.contourf(side, side, answers, np.linspace(0, 1, 21), cmap=SIGNED)
    ax.scatter(*points.T, c=label, cmap=SIGNED, edgecolors="white", s=30)
    ax.set(aspect="equal", xlabel="x₁", ylabel="x₂")

# %% [markdown] lang="en"
# The border winds between the crescents. A map like this one can be drawn for any network with two inputs.
#
# A real network has too many units to draw a tile for each. But the questions are the same: what do the layers answer, is anything dead, does the gradient get through? The callback `ActivationWatcher` measures this in **your own Keras model**: before training and after each epoch it sends the same few samples through every layer and records the answers and the gradients.
#
# Here it watches a network with two **convolutional** layers (`Conv2D`), made for pictures. Each of their units slides one small pattern over the picture and reports at every position how well it fits. The answer, called a **feature map**, is itself a picture, like a tile of the playground. Between the two layers, `MaxPooling2D` keeps the largest answer in every 2 × 2 block, so each map is half as high and half as wide. `Flatten` lays all maps out in one row for the last layer.

# %% [markdown] lang="ko"
# 경계가 두 초승달 사이로 굽이칩니다. 입력이 둘이면 어떤 신경망이든 이런 지도로 나타낼 수 있습니다.
#
# 실제 신경망은 유닛마다 타일을 하나씩 그리기에는 너무 큽니다. 그래도 살펴볼 것은 같습니다. 층이 무엇을 출력하는지, 죽은 유닛은 없는지, 그레이디언트가 도착하는지를 봅니다. 콜백(callback) `ActivationWatcher`는 **직접 만든 Keras 모델에서** 이 세 가지를 잽니다. 훈련하기 전에, 그리고 에포크가 끝날 때마다 같은 샘플(sample) 몇 개를 모든 층에 통과시키고 출력과 그레이디언트를 기록합니다.
#
# 아래에서는 그림에 알맞은 **합성곱**(convolution) 층(`Conv2D`)이 둘 있는 신경망을 지켜봅니다. 이 층의 유닛은 작은 무늬 하나를 그림 위로 옮겨 가며 곳곳에서 얼마나 잘 맞는지 계산합니다. 그래서 출력이 다시 그림이 됩니다. 이런 출력을 **특성 맵**(feature map)이라 하며, 놀이터의 타일에 해당합니다. 둘 사이의 `MaxPooling2D`는 2 × 2 칸마다 가장 큰 값만 남겨 맵의 높이와 너비를 절반으로 줄이고, `Flatten`은 마지막 층에 넣도록 모든 맵을 한 줄로 늘어놓습니다.

# %% tags=["real-data"]
(images, labels), _ = mnist.load_data()
x, y = images[:6000, ..., None] / np.float32(255), labels[:6000]
keras.utils.set_random_seed(0)
entry = keras.Input((28, 28, 1))
strokes = keras.layers.Conv2D(8, 5, activation="relu", name="strokes")(entry)
smaller = keras.layers.MaxPooling2D(name="smaller")(strokes)
parts = keras.layers.Conv2D(16, 3, activation="relu", name="parts")(smaller)
row = keras.layers.Flatten(name="row")(parts)
model = keras.Model(entry, keras.layers.Dense(10, activation="softmax", name="digits")(row))
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])

# %%
watcher = ActivationWatcher(x[:200], y[:200])
history = model.fit(x, y, epochs=3, batch_size=64, verbose=0, callbacks=[watcher])
print("first look before the training, the last after epoch", watcher.recording.looks[-1].epoch)
print("layers:", *(f"{layer.name} {layer.shape}" for layer in watcher.recording.layers))

# %% [markdown] lang="en"
# Without the callback, `keras.Model(model.inputs, layer.output)` gives you a model that ends at the given layer (chapter [09](09_first_network.ipynb)). **Look for** what the eight maps of `strokes` have in common, and where they differ (here dark means large; in the browser below, which shows every layer and epoch, bright means large).

# %% [markdown] lang="ko"
# 콜백이 없어도 `keras.Model(model.inputs, layer.output)`로 원하는 층에서 끝나는 모델을 만들 수 있습니다([09장](09_first_network.ipynb)). `strokes` 층의 맵 여덟 장에서 무엇이 같고 무엇이 다른지 **눈여겨보세요**. 다음 그림에서는 큰 값이 어둡고, 모든 층과 에포크를 보여 주는 그 아래 위젯에서는 밝습니다.

# %%
maps = keras.Model(model.inputs, model.get_layer("strokes").output).predict(x[:1], verbose=0)
print("maps", maps.shape)
with style():
    fig, axes = plt.subplots(1, 9, figsize=(11, 1.5))
    image_grid(axes, [x[0, ..., 0], *np.moveaxis(maps[0], -1, 0)], ["input", *"12345678"])

# %%
ActivationBrowser(watcher)

# %% [markdown] lang="en"
# All eight maps show the digit. Some respond along the whole stroke, others only along parts of it or on one side. Nobody chose these patterns; they were learned. (The initial weights are random here, so your maps will differ.)
#
# **Try this**
# 1. Set *epoch* to 0. The patterns are random, and the maps are faint: compare the range printed below them with that of later epochs.
# 2. Choose the layer `parts`. Its maps are smaller, and the digit is harder to recognise. Each unit responds to a combination of the maps before it.
# 3. Watch a model from another chapter, or your own: give the watcher some of its training data, pass `callbacks=[watcher]` to `fit`, and look at the column *dead*.

# %% [markdown] lang="ko"
# 여덟 장 모두 숫자의 모양을 띱니다. 획 전체에서 값이 큰 맵도 있고, 획의 일부나 한쪽에서만 큰 맵도 있습니다. 이 무늬는 사람이 고른 것이 아니라 훈련으로 정해졌습니다. (초기 가중치가 무작위라 실행할 때마다 맵이 다릅니다.)
#
# **해 보세요**
# 1. *에포크*를 0으로 해 보세요. 무늬는 무작위이고 맵은 흐릿합니다. 맵 아래에 적힌 값의 범위를 견주어 보세요.
# 2. `parts` 층을 골라 보세요. 맵이 더 작고 숫자를 알아보기 어렵습니다. 유닛마다 앞 층의 맵들을 조합해 출력을 냅니다.
# 3. 다른 장의 모델이나 직접 만든 모델을 여기에 넣어 보세요. 훈련 데이터의 일부를 `ActivationWatcher`에 주고 `callbacks=[watcher]`로 훈련한 다음 *죽음* 열을 보면 됩니다.

# %% [markdown] lang="en"
# ## 12. Comparison with the TensorFlow Playground
#
# This widget follows the **TensorFlow Playground** (playground.tensorflow.org) by Daniel Smilkov, Shan Carter and others, a web page released under the Apache licence. Both have noise from 0 to 50 %, 10 to 90 % of the points to train on, the same seven inputs, and up to 6 hidden layers of up to 8 units.
#
# | | there | here |
# |---|---|---|
# | two classes | circle, exclusive or, gauss, spiral; 500 points | the same: *circle*, *xor*, *gauss*, *spiral* |
# | regression | plane, multi gaussian; 1,200 points; a switch for the problem type | *plane*, *hills*; the data decide |
# | batch size | 1 to 30 | 1 to 100 |
# | activation | ReLU, tanh, sigmoid, linear | all those of chapter 03, and linear |
# | initial weights | uniform from −0.5 to 0.5; biases 0.1 | nine initialisers; biases 0 |
# | optimizer | SGD | nine |
# | learning rate | 0.00001 to 10 | the same on the slider, up to 100 in code |
# | penalty | none, L1, L2; 0 to 10; a weight that L1 pushes past 0 is cut off | the same; λ Σw² for L2, where theirs has λ Σw²/2; L1 cuts nothing off |
# | output and loss | tanh, linear for regression; half the squared error | sigmoid with cross-entropy; linear with the mean squared error |
# | run | play, pause, one step, reset | *Play*, *one batch*, *one epoch*, *to step 0* |
# | enlarge a unit | point at it | *large map* |
# | change a weight or bias | click on it | *weight*, *value* |
# | view | test data, discretize output | *test points*, *two colours only* |
# | to share | the address holds settings and seed | *Code* holds settings, seed, steps and all changes by hand |
# | only here | | accuracy, gradients as lines and numbers, dead units, a description in words, every control by keyboard, code without a picture |
# | only there | inputs and layers switched in the picture itself, lines that flow, controls that can be hidden for a lesson, nothing to install | |
#
# Three things in this table have not been used so far: the batch size, the sine inputs and the data set *hills*. In each of the next cells we train with five seeds. In the first, batches of 100 get the same number of epochs as batches of 10, then the same number of steps.

# %% [markdown] lang="ko"
# ## 12. TensorFlow Playground와 비교하기
#
# 이 위젯은 대니얼 스밀코프(Daniel Smilkov), 샨 카터(Shan Carter) 등이 만든 **TensorFlow Playground**(playground.tensorflow.org)를 본떠 만들었습니다. 브라우저에서 여는 페이지이고 아파치 라이선스로 공개되어 있습니다. 잡음(0\~50 %), 훈련에 쓸 비율(10\~90 %), 입력 일곱 가지, 은닉층(6층까지, 층마다 유닛 8개까지)은 원본과 같습니다.
#
# | | TensorFlow Playground | 이 위젯 |
# |---|---|---|
# | 두 클래스 | circle, exclusive or, gauss, spiral, 점 500개 | 같음: *circle*, *xor*, *gauss*, *spiral* |
# | 회귀 | plane, multi gaussian, 점 1,200개, 문제 종류 스위치 | *plane*, *hills*. 데이터에 따라 정해짐 |
# | 배치 크기 | 1\~30 | 1\~100 |
# | 활성화 함수 | ReLU, tanh, sigmoid, linear | 03장의 활성화 함수 모두와 linear |
# | 초기 가중치 | −0.5에서 0.5 사이의 균등 분포, 편향은 0.1 | 초기화 방법(initialiser) 아홉 가지, 편향은 0 |
# | 옵티마이저 | SGD | 아홉 가지 |
# | 학습률 | 0.00001\~10 | 슬라이더에서는 같음, 코드에서는 100까지 |
# | 규제 | 없음, L1, L2, 0\~10. L1에서 0을 지나치는 가중치는 연결을 끊음 | 같음. L2는 λ Σw²/2가 아니라 λ Σw². L1에서도 끊지 않음 |
# | 출력과 손실 | tanh(회귀는 linear), 제곱 오차의 절반 | sigmoid와 교차 엔트로피, linear와 평균 제곱 오차 |
# | 실행 | 재생, 일시 정지, 한 스텝, 초기화 | *재생*, *배치 하나*, *에포크 하나*, *스텝 0으로* |
# | 유닛 크게 보기 | 가리키기 | *큰 지도* |
# | 가중치나 편향 바꾸기 | 클릭하기 | *가중치*, *값* |
# | 보기 | test data, discretize output | *테스트 점*, *두 색으로만* |
# | 공유 | 주소에 설정과 시드 | *코드*에 설정, 시드, 스텝, 손으로 바꾼 것 모두 |
# | 이 위젯에만 | | 정확도, 선과 수로 보는 그레이디언트, 죽은 유닛, 글로 된 설명, 키보드로 쓰는 모든 도구, 그림 없이 실행하는 코드 |
# | TensorFlow Playground에만 | 그림에서 바로 켜고 끄는 입력과 층, 흐르는 선, 수업에 맞추어 숨기는 도구, 설치 없이 쓰기 | |
#
# 표에 있는 것 가운데 배치 크기, 사인 입력, *hills* 데이터는 아직 쓰지 않았습니다. 다음 셀들에서는 시드를 바꾸어 다섯 번씩 훈련합니다. 첫 셀에서는 100개짜리 배치를 쓰되, 먼저 에포크 수를 10개짜리 배치와 같게 하고 이어서 스텝 수를 같게 합니다.

# %%
for size, steps in ((10, 500), (100, 60), (100, 500)):
    print(
        f"batches of {size:3}, {steps:3} steps:", [right(run(steps, batch_size=size, seed=seed)) for seed in range(5)]
    )

# %% [markdown] lang="en"
# In the same 20 epochs, the score with the large batches is 56 to 84 %, since an epoch now has 3 steps instead of 25. With the same number of steps they do as well as the small ones, but go through ten times as many points.

# %% [markdown] lang="ko"
# 같은 20 에포크 동안 큰 배치로는 56\~84 %에 그칩니다. 한 에포크가 25 스텝이 아니라 3 스텝이기 때문입니다. 스텝 수가 같으면 작은 배치와 비슷하지만, 점을 열 배나 더 보아야 합니다.

# %%
for features in (("x1", "x2"), ("x1", "x2", "sin x1", "sin x2")):
    scores_here = [right(run(1500, hidden=(8,), features=features, seed=seed, **arms)) for seed in range(5)]
    print(f"spiral, one layer of 8, inputs {', '.join(features):22}: {scores_here}")
hills = {"data": "hills", "optimizer": "adam", "learning_rate": 0.01}
print(f"hills, always the mean: {np.var(run(0, **hills).split.y_test):.3f}")
for hidden in ((), (8, 8)):
    tests = [run(1500, hidden=hidden, seed=seed, **hills).losses().test for seed in range(5)]
    print(f"hills, hidden {hidden!s:6}: test losses", *(f"{loss:.3f}" for loss in tests))

# %%
Playground(hidden=(8, 8), steps=1500, **hills)

# %% [markdown] lang="en"
# With the sines, one layer gets 67 to 86 % on the spiral instead of 51 to 67 %: the waves supply bends that eight straight lines lack. On *hills*, a plane has a test loss of 0.082 to 0.093, about the same as always answering with the mean (0.089). A plane can only rise in one direction, but the hills rise and fall. Two layers get 0.029 to 0.046.

# %% [markdown] lang="ko"
# 나선에서 사인을 넣으면 한 층으로 51\~67 % 대신 67\~86 %를 맞힙니다. 사인 덕분에 직선 여덟 개에는 없는 굽은 모양이 생깁니다. *hills*에서 평면 하나의 테스트 손실은 0.082\~0.093으로, 언제나 평균으로 답할 때(0.089)와 비슷합니다. 평면은 한쪽으로만 높아지는데 언덕은 오르내리기 때문입니다. 두 층이면 0.029\~0.046으로 줄어듭니다.

# %% [markdown] lang="en"
# ## 13. When it does not learn
#
# You have seen six ways of failing to learn. Each looks different and calls for a different change.
#
# | you see | it is | change |
# |---|---|---|
# | numbers that grow without end, a message that training diverged | a rate far too large (for the squared error: above 2/curvature) | a smaller rate, from step 0 |
# | tiles crossed out, gradient 0 | dead ReLU units | a smaller rate, from step 0; leaky ReLU |
# | a gradient that fades towards the front | a vanishing gradient | ReLU or tanh; other initial weights; Adam |
# | dashed curve far above the solid one | overfitting | more points, a penalty, fewer units, fewer steps |
# | a sawtooth curve | a rate that is too large | a smaller rate |
# | a high loss, and nothing else wrong | too simple, or not yet trained | another input, more units, a layer; another seed; more steps |
#
# Here is the table as a function that asks the same questions in the same order. Its limits, such as a gap of 0.2 between the losses, were chosen for this chapter.

# %% [markdown] lang="ko"
# ## 13. 훈련이 잘되지 않을 때
#
# 훈련이 실패하는 여섯 가지 경우를 모두 보았습니다. 경우마다 증상이 다르고 처방도 다릅니다.
#
# | 증상 | 진단 | 처방 |
# |---|---|---|
# | 끝없이 커지는 수, 발산했다는 메시지 | 지나치게 큰 학습률(제곱 오차에서는 2/곡률보다 큰 값) | 더 작은 학습률로 스텝 0부터 |
# | 가위표가 그려진 타일, 그레이디언트 0 | 죽은 ReLU 유닛 | 더 작은 학습률로 스텝 0부터, leaky ReLU |
# | 앞 층으로 갈수록 작아지는 그레이디언트 | 그레이디언트 소실 | ReLU나 tanh, 다른 초기 가중치, Adam |
# | 실선보다 훨씬 위에 있는 파선 | 과대적합 | 점 늘리기, 규제, 유닛 줄이기, 스텝 줄이기 |
# | 톱니 같은 곡선 | 너무 큰 학습률 | 더 작은 학습률 |
# | 다른 이상 없이 높은 손실 | 너무 단순하거나 훈련이 덜 됨 | 다른 입력, 유닛이나 층 늘리기, 다른 시드, 스텝 늘리기 |
#
# 이 표를 함수로 옮겨 같은 순서로 확인합니다. 0.2(두 손실의 차이) 같은 기준은 이 장에 맞추어 정했습니다.


# %%
def diagnose(trainer):
    inside, losses = trainer.inside(), trainer.losses()
    curve = [losses.train for step, losses in trainer.curve]
    if trainer.diverged is not None:
        return "diverged"
    if any(dead.mean() > 0.5 for dead in inside.dead):
        return "dead units"
    if 100 * inside.sizes[0] < inside.sizes[-1]:
        return "vanished gradient"
    if losses.test - losses.train > 0.2:
        return "overfitting"
    if np.diff(curve).max() > 0.1:
        return "jumps about"
    return "too simple, or not yet" if losses.train > 0.5 else "it learns"


# %% [markdown] lang="en"
# The next cell runs six broken experiments of this chapter before and after a change of one or two settings, from five starts each, and counts the answers. **Predict** the six diagnoses on the left before you run it.

# %% [markdown] lang="ko"
# 이 장에서 실패했던 여섯 실험을 다섯 가지 시드로 실행하고, 설정을 한두 가지만 고쳐 다시 실행한 다음 함수의 답을 셉니다. 실행하기 전에 왼쪽에 나올 진단 여섯 개를 **예상해 보세요**.

# %%
broken = (
    ({"data": "plane", "hidden": (), "learning_rate": 0.1}, {"learning_rate": 0.03}),
    ({"hidden": (8, 8), "activation": "relu", "learning_rate": 3.0}, {"learning_rate": 0.1}),
    ({**deep, "activation": "sigmoid"}, {"activation": "relu"}),
    (large, l2),
    ({"learning_rate": 1.0}, {"learning_rate": 0.1}),
    ({"data": "xor", "hidden": ()}, {"hidden": (8,)}),
)
for settings, change in broken:
    before = Counter(diagnose(run(500, seed=seed, **settings)) for seed in range(5))
    after = Counter(diagnose(run(500, seed=seed, **{**settings, **change})) for seed in range(5))
    print(dict(before), "change", ", ".join(change), dict(after))

# %% [markdown] lang="en"
# The diagnoses come in the order of the table, and in five of the six experiments the change was enough from every start. In the fourth, the function answers "it learns" once before the change, since the gap stays below 0.2, and "overfitting" once after it: this penalty is too weak for one of the five starts. The limits were set by hand.
#
# **What does each unit of a network do?** In the first layer it draws one line and says on which side a point lies. In the next it makes shapes from those lines, and the output adds the shapes up. Some units do nothing, some do the same as others; switch one off to find out. **What must you change when the network does not learn?** Ask in the order of the table: are the numbers finite, are the units alive, does a gradient reach the first layer, are new points answered equally well, does the loss fall steadily, can the network express the answer at all? And repeat the experiment with another seed before you believe it.
#
# | Measured here | Result | Seeds |
# |---|---|---|
# | XOR, ReLU units that get 95 % or more | 3 units: 3 of 6; 4: 5 of 6; 8: 6 of 6 | 6 |
# | circle, tanh units | 3 units: 77 to 99 %; 4: 96 to 99 % | 5 |
# | spiral, layers of 8 ReLU units | 1 layer: 51 to 67 %; 2: 70 to 97 %; 3: 84 to 100 % | 5 |
# | six sigmoid layers, gradient last / first | 1,812 to 90,034 | 5 |
# | two clouds, 8-8, test loss | no penalty: 0.27 to 1.00; L1: 0.18 to 0.37; L2: 0.18 to 0.33 | 5 |
# | spiral, one layer, with sines | 67 to 86 % | 5 |
# | *hills*, test loss | plane: 0.082 to 0.093; 8-8: 0.029 to 0.046 | 5 |
#
# ## What you have learned
# - A tile shows what a unit outputs over the plane: **straight borders in layer 1, shapes from layer 2 on**.
# - XOR and the circle need no hidden layer **with the right input**. Without that input, three units can solve them, and more units make it likelier that training finds a solution.
# - Above 2/curvature, the squared error **diverges**. With two classes, too large a rate made the loss **jump**, left ReLU units **dead** or made leaky ReLU diverge. A layer that is dead as a whole does not come back.
# - In six sigmoid layers, less than a thousandth of the gradient reached the first layer. Another activation was the best way out here; other initial weights and Adam worked well only together.
# - **L1** sets many weights to about 0; **L2** makes all the weights smaller. Both close the gap between training and test.
# - Different optimizers need different rates, and comparisons need several seeds. One line of code holds a whole experiment.
#
# ## Next
# [16. GPU and beyond](16_gpu_and_beyond.ipynb): the same steps on more numbers at once.
#
# ## Sources
# - D. Smilkov, S. Carter, D. Sculley, F. B. Viégas, M. Wattenberg, "Direct-manipulation visualization of deep networks", arXiv:1708.03788 (2017): the TensorFlow Playground; its data sets and sizes are used here.
# - github.com/tensorflow/playground: its source, for the table of section 12.
# - X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS (2010): why the sigmoid stalls.
# - A. L. Maas, A. Y. Hannun, A. Y. Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML workshop (2013): leaky ReLU.
# - R. Tibshirani, "Regression shrinkage and selection via the lasso", Journal of the Royal Statistical Society B 58 (1996): why L1 reaches 0 and L2 does not.

# %% [markdown] lang="ko"
# 왼쪽의 진단은 표와 순서가 같습니다. 여섯 실험 가운데 다섯에서는 이렇게 고치기만 해도 다섯 번 모두 훈련이 잘되었습니다. 넷째 실험에서는 고치기 전에 한 번 "it learns"가 나오고(두 손실의 차이가 0.2보다 작습니다), 고친 뒤에도 한 번 "overfitting"이 나옵니다. 이 규제는 다섯 번 가운데 한 번은 너무 약했습니다. 기준은 사람이 정했습니다.
#
# **신경망의 유닛 하나하나는 무슨 일을 할까요?** 첫째 층에서는 유닛마다 직선을 하나 긋고 점이 어느 쪽에 있는지를 나타냅니다. 다음 층에서는 그 직선들로 모양을 오려 내고, 출력 유닛에서는 이 모양들을 더합니다. 아무 일도 하지 않는 유닛도 있고 서로 같은 일을 하는 유닛도 있습니다. 하나를 꺼 보면 알 수 있습니다. **훈련이 잘되지 않을 때는 무엇을 바꾸어야 할까요?** 표의 순서대로, 수가 유한한지, 유닛이 살아 있고 그레이디언트가 첫 층까지 닿는지, 본 적 없는 점에서도 잘하는지, 손실이 꾸준히 내려가는지, 이 신경망으로 답을 나타낼 수는 있는지 살펴봅니다. 그리고 결과를 믿기 전에 시드를 바꾸어 되풀이합니다.
#
# | 항목 | 결과 | 시드 |
# |---|---|---|
# | XOR에서 95 % 이상이 된 횟수, ReLU 유닛 | 3개: 6번 가운데 3번, 4개: 5번, 8개: 6번 | 6개 |
# | 원, tanh 유닛 | 3개: 77\~99 %, 4개: 96\~99 % | 5개 |
# | 나선, ReLU 유닛 8개짜리 층 | 1층: 51\~67 %, 2층: 70\~97 %, 3층: 84\~100 % | 5개 |
# | 시그모이드 여섯 층, 그레이디언트의 마지막 / 첫 층 | 1,812\~90,034 | 5개 |
# | 구름 두 개, 8-8, 테스트 손실 | 규제 없음: 0.27\~1.00, L1: 0.18\~0.37, L2: 0.18\~0.33 | 5개 |
# | 나선, 한 층, 사인 입력 | 67\~86 % | 5개 |
# | *hills*, 테스트 손실 | 평면: 0.082\~0.093, 8-8: 0.029\~0.046 | 5개 |
#
# ## 배운 것
# - 타일은 유닛이 평면 위에서 내놓는 출력을 나타냅니다. **첫째 층에는 곧은 경계가, 둘째 층부터는 모양**이 나타납니다.
# - **알맞은 입력이 있으면** XOR와 원에는 은닉층이 필요 없습니다. 그런 입력이 없어도 유닛 셋이면 풀 수 있고, 유닛이 많을수록 훈련으로 답을 찾기 쉽습니다.
# - 학습률이 2/곡률을 넘으면 제곱 오차는 **발산**합니다. 클래스가 둘인 문제에서는 너무 큰 학습률 때문에 손실이 **뛰거나** ReLU 유닛이 **죽거나** leaky ReLU가 발산했습니다. 통째로 죽은 층은 되살아나지 않습니다.
# - 시그모이드 여섯 층에서는 첫 층에 닿는 그레이디언트가 마지막 층의 천분의 일도 되지 않았습니다. 여기서는 활성화 함수를 바꾸는 방법이 가장 나았고, 초기 가중치와 Adam은 함께 바꾸어야 효과가 컸습니다.
# - **L1**은 많은 가중치를 거의 0으로 만들고 **L2**는 모두 작게 합니다. 둘 다 훈련 손실과 테스트 손실의 차이를 좁힙니다.
# - 옵티마이저마다 알맞은 학습률이 다릅니다. 한 번씩만 훈련해서는 비교가 되지 않습니다. 코드 한 줄에 실험 하나가 모두 담깁니다.
#
# ## 다음
# [16. GPU와 그 너머](16_gpu_and_beyond.ipynb): 같은 계산을 더 많은 수에 한꺼번에 합니다.
#
# ## 출처
# - D. Smilkov, S. Carter, D. Sculley, F. B. Viégas, M. Wattenberg, "Direct-manipulation visualization of deep networks", arXiv:1708.03788 (2017): TensorFlow Playground. 데이터셋과 그 크기를 여기서도 씁니다.
# - github.com/tensorflow/playground: 12절의 표에 쓴 소스 코드.
# - X. Glorot, Y. Bengio, "Understanding the difficulty of training deep feedforward neural networks", AISTATS (2010): 시그모이드에서 훈련이 멈추는 이유.
# - A. L. Maas, A. Y. Hannun, A. Y. Ng, "Rectifier nonlinearities improve neural network acoustic models", ICML 워크숍 (2013): leaky ReLU.
# - R. Tibshirani, "Regression shrinkage and selection via the lasso", Journal of the Royal Statistical Society B 58 (1996): L1로는 가중치가 0에 닿지만 L2로는 닿지 않는 이유.
