# %% [markdown] lang="en"
# # 13. House prices: predicting a number from few rows
#
# A network says what a house is worth. **By how many dollars is it wrong, on average, and for how long should it train?** Usually one sets a part of the data aside and looks. But here are 404 rows in all, and whoever lands in the part set aside decides the answer. In this chapter every row gets its turn.
#
# **You will be able to**
# - build a network that answers with a number: linear output, mean squared error, mean absolute error;
# - bring features to one scale, and say what goes wrong when the scale is taken from the wrong rows;
# - write K-fold cross-validation as a loop, read its average curve, and choose the number of epochs by it;
# - make 2,400 epochs of tiny batches run several times faster without changing the work;
# - ask of a data set who made it, and with what in mind.
#
# **Time** about 75 minutes. **You need** [09. A first network](09_first_network.ipynb): the five steps, overfitting.

# %% [markdown] lang="ko"
# # 13. 주택 가격: 적은 데이터로 수를 예측하기
#
# 신경망(neural network)이 집값을 말합니다. **평균 몇 달러나 틀릴까요? 그리고 얼마나 오래 훈련해야 할까요?** 보통은 데이터 일부를 떼어 두었다가 그것으로 잽니다. 그런데 이번에는 행이 모두 합해 404개뿐이고, 떼어 둔 쪽에 어떤 행이 들어가느냐에 따라 답이 달라집니다. 이 장에서는 모든 행이 한 번씩 차례를 맡습니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 수로 답하는 신경망을 만듭니다. 선형 출력, 평균 제곱 오차(MSE), 평균 절대 오차(MAE)를 씁니다.
# - 특성(feature)의 크기를 맞추고, 엉뚱한 행에서 잰 크기로 맞추면 무엇이 잘못되는지 말합니다.
# - K-폴드 교차 검증을 반복문으로 쓰고, 평균 곡선을 읽어 에포크(epoch) 수를 정합니다.
# - 작은 배치로 도는 2,400 에포크를, 하는 일은 그대로 두고 몇 배 빠르게 돌립니다.
# - 데이터를 누가 어떤 생각으로 만들었는지 묻습니다.
#
# **시간** 약 75분. **필요한 것** [09. 첫 신경망](09_first_network.ipynb): 다섯 단계, 과대적합(overfitting).

# %% tags=["setup"]
import logging
import math
from time import perf_counter

import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import boston_housing, california_housing
from helpers.drawing import COLOURS, style
from helpers.training import LiveCurves
from helpers.widgets import KFoldExplorer

SEED = 1
logging.getLogger("tensorflow").setLevel(logging.ERROR)  # a new model for each fold is meant, not an oversight

# %% [markdown] lang="en"
# ## 1. Look: a famous data set, and why it was retired
#
# *Boston housing* was collected in the 1970s: 506 districts, 13 numbers about each, and the median price of its houses in **thousands of dollars**. For decades nearly every textbook on regression used it.

# %% [markdown] lang="ko"
# ## 1. 데이터 보기: 유명했던 데이터, 그리고 은퇴한 까닭
#
# *Boston housing*은 1970년대에 모은 데이터입니다. 지역 506곳마다 수 13개와 집값의 중앙값이 **천 달러** 단위로 적혀 있습니다. 수십 년 동안 회귀(regression)를 다루는 교과서가 거의 다 이 데이터를 썼습니다.

# %% tags=["real-data"]
(x_train, y_train), (x_test, y_test) = boston_housing.load_data()
print("training:", x_train.shape, x_train.dtype, "  test:", x_test.shape)
print("prices: from", y_train.min(), "to", y_train.max(), "  mean", round(y_train.mean(), 1), "thousand dollars")
print("exactly 50.0:", (y_train == 50).sum() + (y_test == 50).sum(), "of 506")

# %% [markdown] lang="en"
# Sixteen districts at exactly 50.0 are no coincidence: whatever cost more was written down as 50. Remember it when a prediction of 55 counts as wrong.
#
# The columns are crime rate, large plots, industry, river, nitric oxides, rooms, age, distance to work, highways, tax, pupils per teacher, **B**, and share of poorer residents. Column 11, B, is not a measurement. Its authors took the share of Black residents of a district and computed 1000 · (share − 0.63)². **Predict**: if you know B, do you know the share?

# %% [markdown] lang="ko"
# 열여섯 곳이 정확히 50.0인 것은 우연이 아닙니다. 그보다 비싼 곳은 모두 50으로 적었습니다. 55라는 예측이 오답으로 채점될 때 이 사실을 떠올리세요.
#
# 열은 차례로 범죄율, 넓은 대지, 공업, 강, 질소 산화물, 방의 수, 낡은 정도, 일터까지의 거리, 고속도로, 세금, 교사 한 명당 학생 수, **B**, 가난한 주민의 비율입니다. 11번 열 B는 잰 값이 아닙니다. 데이터를 만든 사람들이 지역의 흑인 주민 비율을 가져와 1000 · (비율 − 0.63)²을 계산한 것입니다. B를 알면 비율을 알 수 있을지 **예상해 보세요**.

# %%
for share in (0.0, 0.31, 0.63, 0.95):
    print(f"share {share:.2f}   B = {1000 * (share - 0.63) ** 2:5.1f}")

# %% [markdown] lang="en"
# No. A district of 31 % and one of 95 % get the same number, and nobody can compute back. The formula holds an assumption, not a fact: that segregation is worth money, so that prices fall as the share rises to 63 %, and rise again beyond it. The authors built race into a table about air quality, and did not show that the assumption holds. M. Carlisle took the column apart in 2019. scikit-learn warned of the data set in its version 1.0 and **removed it in 1.2**; Keras's page on it strongly discourages its use, but for teaching about such problems.
#
# So why is it here? Because you will meet it in older books, because its smallness teaches K-fold like no other, and because one should know what one was given. Section 9 asks whether anybody needs column B. Section 10 turns to the set to use in its place, California.
#
# ## 2. One scale for all features
#
# The columns live on different scales. Three words are often mixed up:
# - **Scaling** is the general word: change the unit or the range of a feature.
# - **Standardisation**: subtract the mean, divide by the standard deviation. The result has mean 0 and standard deviation 1.
# - **Normalisation**: bring into a fixed range, mostly 0 to 1, by (x − min) / (max − min); or bring each row to length 1. Beware: the layer `keras.layers.Normalization` *standardises*.

# %% [markdown] lang="ko"
# 알 수 없습니다. 31 %인 곳과 95 %인 곳이 같은 수가 되고, 아무도 거꾸로 계산할 수 없습니다. 이 식에 담긴 것은 사실이 아니라 가정입니다. 인종끼리 나뉘어 사는 것이 집값을 올린다고 보고, 비율이 63 %까지 늘면 집값이 내리고 그보다 더 늘면 다시 오른다고 한 것입니다. 데이터를 만든 사람들은 대기 오염을 연구하는 표에 인종을 끼워 넣었고, 그 가정이 옳다는 것을 보이지도 않았습니다. 2019년에 M. Carlisle이 이 열을 파헤쳐 알렸습니다. scikit-learn은 1.0판에서 이 데이터를 쓰지 말라고 경고했고 **1.2판에서 없앴습니다**. Keras의 설명서도 이런 문제를 가르치는 경우가 아니면 쓰지 말라고 강하게 권합니다.
#
# 그런데도 여기서 다루는 까닭은 셋입니다. 예전 책에서 마주치게 되고, 작아서 K-폴드를 배우기에 더없이 좋으며, 받은 데이터가 어떤 것인지는 알아야 하기 때문입니다. 9절에서는 B 열이 정말 필요한지 알아보고, 10절에서는 대신 쓸 캘리포니아 데이터로 넘어갑니다.
#
# ## 2. 모든 특성을 같은 크기로
#
# 열마다 값의 크기가 다릅니다. 자주 뒤섞이는 말 세 가지가 있습니다.
# - **스케일링**(scaling)은 통틀어 이르는 말입니다. 특성의 단위나 범위를 바꿉니다.
# - **표준화**(standardisation): 평균을 빼고 표준편차로 나눕니다. 결과는 평균이 0, 표준편차가 1입니다.
# - **정규화**(normalisation): 정해진 범위로 맞춥니다. 대개 (x − 최솟값) / (최댓값 − 최솟값)으로 0에서 1 사이에 넣습니다. 행마다 길이를 1로 맞추는 것을 가리키기도 합니다. 주의하세요. `keras.layers.Normalization`이라는 층(layer)이 하는 일은 *표준화*입니다.

# %% tags=["real-data"]
columns = {"crime rate": 0, "rooms": 5, "tax": 9}
for name, column in columns.items():
    x = x_train[:, column]
    print(f"{name:10}  as it is: {x.min():6.1f} to {x.max():5.1f}", end="")
    standardised, normalised = (x - x.mean()) / x.std(), (x - x.min()) / (x.max() - x.min())
    print(f"   standardised: {standardised.min():4.1f} to {standardised.max():3.1f}", end="")
    print(f"   normalised: median {np.median(normalised):.2f}")

# %% [markdown] lang="en"
# Look at the crime rate. One district has 89, half of all have less than 0.3. Normalisation squeezes nearly everyone to 0.00 for the sake of that one; standardisation is pulled less. We standardise, with the mean and the standard deviation **of the training rows alone**, and use the same two numbers for the test rows.

# %% [markdown] lang="ko"
# 범죄율을 보세요. 89인 곳이 하나 있는데, 절반은 0.3도 되지 않습니다. 정규화를 하면 그 한 곳 때문에 거의 모두가 0.00으로 눌립니다. 표준화는 덜 끌려갑니다. 여기서는 표준화를 하되, 평균과 표준편차는 **훈련 행에서만** 구하고 테스트 행에도 같은 두 수를 씁니다.

# %% tags=["real-data"]
mean, std = x_train.mean(axis=0), x_train.std(axis=0)
x, x_new = (x_train - mean) / std, (x_test - mean) / std
print("training rows:  mean of rooms", abs(x[:, 5].mean()).round(2), "  std", x[:, 5].std().round(2))
print("test rows:      mean of rooms", x_new[:, 5].mean().round(2), "  std", x_new[:, 5].std().round(2))

# %% [markdown] lang="en"
# The test rows come out near 0 and 1, not at 0 and 1. That is right: they are other houses.
#
# ## 3. What goes wrong otherwise
#
# Three experiments, with the simplest model there is: **least squares**, a weighted sum of the features, solved exactly. It will also be the baseline that a network has to beat.

# %% [markdown] lang="ko"
# 테스트 행은 정확히 0과 1이 아니라 0과 1에 가깝게 나옵니다. 그래야 맞습니다. 다른 집들이기 때문입니다.
#
# ## 3. 그렇게 하지 않으면 무엇이 잘못되는가
#
# 가장 단순한 모델로 실험을 세 번 합니다. 특성의 가중합(weighted sum)을 정확히 풀어서 구하는 **최소 제곱법**(least squares)입니다. 신경망이 넘어야 할 기준선(baseline)으로도 쓸 것입니다.


# %%
def linear(x, y, x_new):
    """Fit weights and a bias by least squares, and predict."""
    with_bias = np.column_stack([x, np.ones(len(x))])
    weights = np.linalg.lstsq(with_bias, y, rcond=None)[0]
    return np.column_stack([x_new, np.ones(len(x_new))]) @ weights


# %% [markdown] lang="en"
# **Experiment 1: new houses scaled by themselves.** The 20 dearest districts of the test set arrive. Someone standardises them with *their own* mean and standard deviation. **Predict** what the model will think of them.

# %% [markdown] lang="ko"
# **실험 1: 새 집을 그 집들끼리 표준화하기.** 테스트 데이터에서 가장 비싼 20곳이 들어왔습니다. 누군가 *그 20곳의* 평균과 표준편차로 표준화했습니다. 모델이 어떤 값을 매길지 **예상해 보세요**.

# %% tags=["real-data"]
dearest = np.argsort(y_test)[-20:]
by_training = x_new[dearest]
by_themselves = (x_test[dearest] - x_test[dearest].mean(axis=0)) / x_test[dearest].std(axis=0)
print("true mean price      ", round(y_test[dearest].mean(), 1))
print("scaled by training   ", round(linear(x, y_train, by_training).mean(), 1))
print("scaled by themselves ", round(linear(x, y_train, by_themselves).mean(), 1))

# %% [markdown] lang="en"
# Scaled by themselves, twenty villas look like twenty average houses: 22.4 is exactly the mean price of the training set. Their mean was subtracted, and with it everything that made them dear. With a single house it gets worse: its standard deviation is 0, and 0/0 is no number at all. A model and its mean and std belong together; save all three.

# %% [markdown] lang="ko"
# 그들끼리 표준화하면 저택 스무 채가 보통 집 스무 채로 보입니다. 22.4는 바로 훈련 데이터의 평균 집값입니다. 평균을 뺄 때, 그 집들을 비싸게 만드는 것까지 모두 빠져나갔습니다. 집이 한 채면 더 나쁩니다. 표준편차가 0이고, 0/0은 수가 아닙니다. 모델과 평균과 표준편차는 한 몸이니 셋을 함께 저장하세요.

# %%
house = x_test[:1]
with np.errstate(invalid="ignore"):
    print("one house, scaled by itself:", (house - house.mean(axis=0))[0, :3] / house.std(axis=0)[:3])

# %% [markdown] lang="en"
# **Experiment 2: mean and std from all 506 rows.** Now the test rows have a say in the preparation. How much does it change?

# %% [markdown] lang="ko"
# **실험 2: 506개 행 모두에서 평균과 표준편차를 구하기.** 이제 테스트 행도 준비 과정에 끼어듭니다. 얼마나 달라질까요?

# %% tags=["real-data"]
everything = np.concatenate([x_train, x_test])
shift = np.abs(everything.mean(axis=0) - mean) / std
print("largest shift of a mean:", round(shift.max(), 3), "standard deviations")

# %% [markdown] lang="en"
# Hardly at all, and a least-squares model does not notice. It is honest to say so. But the rule costs nothing, and the same mistake grows with what is learned from the rows. So make it larger.
#
# **Experiment 3: choosing features on all rows.** 100 rows of pure chance, 5,000 features of pure chance. Choose the ten features that go best with the target, then cross-validate the linear model on them. Nothing can be learned here, so no honest method beats the error of always answering with the mean. Once we choose on all rows, once on the training rows of each fold.

# %% [markdown] lang="ko"
# 거의 달라지지 않고, 최소 제곱법의 예측에는 아무 영향이 없습니다. 솔직히 말하면 그렇습니다. 그러나 규칙을 지키는 데 드는 비용이 없고, 같은 잘못이라도 그 행들에서 배우는 것이 많을수록 커집니다. 그래서 일부러 키워 보겠습니다.
#
# **실험 3: 모든 행을 보고 특성을 고르기.** 순전히 우연으로 만든 행 100개와, 역시 우연으로 만든 특성 5,000개가 있습니다. 타깃(target)과 가장 잘 맞는 특성 열 개를 골라 선형 모델을 교차 검증합니다. 배울 것이 아무것도 없으니, 정직한 방법이라면 언제나 평균으로 답할 때의 오차보다 나을 수 없습니다. 한 번은 모든 행을 보고 고르고, 한 번은 폴드마다 훈련 행만 보고 고릅니다.

# %%
rng = np.random.default_rng(0)
chance, target = rng.normal(size=(100, 5000)), rng.normal(size=100)


def error(choose_on_all):
    """Return the MAE over four folds, with ten features chosen on all rows or on the training rows."""
    errors = []
    for rows in np.array_split(np.arange(100), 4):
        others = np.setdiff1d(np.arange(100), rows)
        seen = np.arange(100) if choose_on_all else others
        best = np.argsort(np.abs(chance[seen].T @ (target[seen] - target[seen].mean())))[-10:]
        predicted = linear(chance[others][:, best], target[others], chance[rows][:, best])
        errors.append(np.abs(predicted - target[rows]).mean())
    return np.mean(errors)


# %%
print("always the mean:           ", round(np.abs(target - target.mean()).mean(), 2))
print("chosen on all rows:        ", round(error(True), 2))
print("chosen on training rows:   ", round(error(False), 2))

# %% [markdown] lang="en"
# Chosen on all rows, chance seems predictable: the error drops by a fifth, and it is a lie. The validation rows helped to pick the features, so they had given their answers away: a data leak. Chosen on the training rows, the truth appears: worse than the mean. **Whatever is learned from data, be it a mean, a choice of features or a weight, is learned from the training rows only.** Inside a fold, that means the training rows of this fold.
#
# ## 4. K-fold: every row gets its turn
#
# Set 101 of 404 rows aside, and the error depends on which 101. So do it four times: cut the rows into K = 4 parts, the **folds**; let each validate once, while the others train; average the four errors. Every row validates exactly once, and nothing is wasted.
#
# By hand, in a loop. MAE, the **mean absolute error**, is the mean size of the mistakes, in thousands of dollars like the prices.

# %% [markdown] lang="ko"
# 모든 행을 보고 고르면 우연도 예측할 수 있는 것처럼 보입니다. 오차가 5분의 1이나 줄지만 거짓입니다. 검증 행이 특성을 고르는 데 끼어들어 답을 미리 알려 준 것입니다. 이런 것을 데이터 누수(data leak)이라 합니다. 훈련 행만 보고 고르면 진실이 드러납니다. 평균으로 답하느니만 못합니다. **데이터에서 배우는 것은 평균이든, 특성 고르기든, 가중치(weight)든 모두 훈련 행에서만 배웁니다.** 폴드 안에서는 그 폴드의 훈련 행을 뜻합니다.
#
# ## 4. K-폴드: 모든 행이 한 번씩
#
# 404개 행에서 101개를 떼어 두면, 오차는 어떤 101개냐에 따라 달라집니다. 그러니 네 번 합니다. 행을 K = 4 조각으로 나눕니다. 한 조각을 **폴드**(fold)라 합니다. 폴드가 차례로 한 번씩 검증을 맡고 나머지가 훈련에 쓰입니다. 그렇게 얻은 오차 네 개를 평균합니다. 모든 행이 꼭 한 번 검증에 쓰이고, 버리는 행이 없습니다.
#
# 반복문으로 직접 써 봅니다. **평균 절대 오차**(mean absolute error, MAE)는 틀린 크기의 평균이며, 집값처럼 천 달러 단위입니다.

# %%

def scaled(rows, others, features):
    """Scale rows and others by the mean and std of others."""
    mean, std = features[others].mean(axis=0), features[others].std(axis=0)
    return (features[rows] - mean) / std, (features[others] - mean) / std


# %%
K = 4
folds = np.array_split(np.arange(len(x)), K)
linear_maes = []
for rows in folds:
    others = np.setdiff1d(np.arange(len(x)), rows)
    x_val, x_fit = scaled(rows, others, x_train)
    linear_maes.append(np.abs(linear(x_fit, y_train[others], x_val) - y_train[rows]).mean())

# %% tags=["real-data"]
guess = np.mean([np.abs(y_train[rows] - np.delete(y_train, rows).mean()).mean() for rows in folds])
print("always the mean: MAE", round(guess, 2))
print("least squares:   MAE", round(np.mean(linear_maes), 2), "  fold by fold", np.round(linear_maes, 2))

# %% [markdown] lang="en"
# Two numbers to beat: 6.68 for knowing nothing, 3.63 for a weighted sum. And see the folds: 3.46 to 3.83, from the same model on the same kind of rows. With one split you would have got one of the four, and not known which.
#
# Here are the folds. Above, the price of each row; below, a strip for each fold, with the rows that validate in orange. Beside it: how many rows train and validate, the mean price of the validating rows (the line is the mean of all), and the MAE from the loop above. **Look for** the mean prices: do four folds see four similar sets of houses?

# %% [markdown] lang="ko"
# 넘어야 할 수가 둘 생겼습니다. 아무것도 모를 때의 6.68과 가중합의 3.63입니다. 폴드도 보세요. 같은 모델을 같은 종류의 행에 썼는데 3.46에서 3.83까지 나옵니다. 한 번만 나누었다면 넷 가운데 하나를 얻었을 것이고, 어느 것인지도 몰랐을 것입니다.
#
# 폴드를 그려 봅니다. 위쪽은 행마다의 집값이고, 그 아래 띠 하나가 폴드 하나이며, 검증하는 행이 주황색입니다. 옆에는 훈련하는 행과 검증하는 행의 수, 검증하는 행의 평균 집값(세로선은 전체 평균), 위 반복문에서 얻은 MAE가 있습니다. 평균 집값을 **눈여겨보세요**. 네 폴드에 들어 있는 집들이 서로 비슷한가요?

# %%
KFoldExplorer(y_train, linear_maes, n=404)

# %% [markdown] lang="en"
# **Try this**
# 1. Set *rows* to "sorted by target". Each fold now validates on prices that the others do not have: its mean runs away from the line. Data often come sorted, by date, by place, by label.
# 2. Leave them sorted and tick *shuffle first*. The means come back to the line. Then move *seed*: other rows in each fold, means still alike. (Keras had shuffled Boston for us.)
# 3. Untick both and set *k* to 5. 404 does not divide by 5: four folds of 81 rows, one of 80. A widely copied listing cuts `len(x) // k` = 80 rows for every fold; its last four rows never validate.
# 4. Set *n* to 12 and walk with *fold*. Find one row, and count in how many strips it is orange. Once, always.
#
# What does sorting cost? The same loop, the same model, rows sorted by price:

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *행*을 "타깃 순으로 정렬"로 바꿔 보세요. 폴드마다 다른 폴드에는 없는 집값을 검증하게 되어, 평균이 선에서 멀리 달아납니다. 데이터는 날짜, 장소, 레이블(label) 순으로 정렬된 채 오는 일이 많습니다.
# 2. 정렬한 채로 *먼저 섞기*를 켜 보세요. 평균이 선으로 돌아옵니다. 이어서 *시드*를 움직여 보세요. 폴드에 든 행은 달라져도 평균은 비슷합니다. (Boston은 Keras가 미리 섞어 두었습니다.)
# 3. 둘 다 되돌리고 *k*를 5로 맞춰 보세요. 404는 5로 나누어떨어지지 않아, 81개짜리 폴드 넷과 80개짜리 하나가 됩니다. 널리 베껴 쓰는 코드는 폴드마다 `len(x) // k` = 80개씩 자릅니다. 그러면 마지막 네 행은 한 번도 검증에 쓰이지 않습니다.
# 4. *n*을 12로 맞추고 *폴드*를 하나씩 옮겨 보세요. 행 하나를 골라, 띠 몇 개에서 주황색인지 세어 보세요. 언제나 한 번입니다.
#
# 1번에서처럼 정렬하면 얼마나 손해일까요? 같은 반복문, 같은 모델에 집값 순으로 정렬한 행을 넣습니다.

# %% tags=["real-data"]
by_price = np.argsort(y_train, kind="stable")
sorted_maes = []
for rows in np.array_split(by_price, K):
    others = np.setdiff1d(by_price, rows)
    x_val, x_fit = scaled(rows, others, x_train)
    sorted_maes.append(np.abs(linear(x_fit, y_train[others], x_val) - y_train[rows]).mean())
print("sorted by price: MAE", round(np.mean(sorted_maes), 2), "  fold by fold", np.round(sorted_maes, 2))

# %% [markdown] lang="en"
# Nearly twice the error, about three times in the outer folds: as bad as knowing nothing. And nothing is wrong with the model. It was asked about prices that it had never seen.
#
# ## 5. A small network with a number for an answer
#
# - **Small data, small model**: two hidden layers of 64 units. It has 5,121 parameters for about 300 rows: enough to learn them by heart, so it must not train for too long.
# - **Linear output**: one unit, no activation. A sigmoid could never say more than 1, a ReLU never less than 0; a weighted sum can say any number.
# - **MSE as the loss**, the mean of the *squared* mistakes: smooth, and large mistakes weigh more. **MAE as the metric**: people understand "off by 2,500 dollars", and not "off by 11 million square dollars".

# %% [markdown] lang="ko"
# 오차가 거의 두 배이고 양 끝의 폴드에서는 세 배쯤 됩니다. 아무것도 모를 때만큼 나쁩니다. 모델에는 잘못이 없습니다. 본 적 없는 집값을 물었을 뿐입니다.
#
# ## 5. 수로 답하는 작은 신경망
#
# - **작은 데이터에는 작은 모델**: 유닛(unit)이 64개인 은닉층(hidden layer) 두 개입니다. 행은 300개쯤인데 파라미터(parameter)는 5,121개입니다. 통째로 외우고도 남으니 너무 오래 훈련하면 안 됩니다.
# - **선형 출력**: 유닛 하나에 활성화(activation)가 없습니다. 시그모이드(sigmoid)는 1보다 큰 수를, ReLU는 0보다 작은 수를 절대로 말하지 못합니다. 가중합은 어떤 수든 말할 수 있습니다.
# - **손실(loss)은 MSE**: 틀린 크기를 *제곱*해 평균합니다. 매끄럽고, 큰 실수를 더 무겁게 봅니다. **지표(metric)는 MAE**: "2,500달러 틀린다"는 말은 누구나 알아듣지만 "1,100만 제곱달러 틀린다"는 말은 그렇지 않습니다.


# %%
def build(features):
    """Return a fresh network that answers with one number."""
    layers = [keras.layers.Dense(64, activation="relu"), keras.layers.Dense(64, activation="relu")]
    return keras.Sequential([keras.Input((features,)), *layers, keras.layers.Dense(1)])


keras.utils.set_random_seed(SEED)
model = build(13)
print("parameters:", f"{model.count_params():,}")

# %% [markdown] lang="en"
# First the usual way: `fit` on the arrays, batches of 16. Five epochs, to see how long one takes. It trains on three folds and validates on the first.

# %% [markdown] lang="ko"
# 먼저 흔히 하는 방법입니다. 배열을 그대로 `fit`에 주고, 배치(batch)는 16입니다. 에포크 하나에 얼마나 걸리는지 보려고 다섯 에포크만 돌립니다. 폴드 셋으로 훈련하고 첫 번째 폴드로 검증합니다.

# %%
others = np.concatenate(folds[1:])
x_val, x_fit = scaled(folds[0], others, x_train)
y_val, y_fit = y_train[folds[0]], y_train[others]
model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
model.fit(x_fit, y_fit, batch_size=16, verbose=0, validation_data=(x_val, y_val))  # builds its graph
start = perf_counter()
model.fit(x_fit, y_fit, epochs=5, batch_size=16, verbose=0, validation_data=(x_val, y_val))
usual = 1000 * (perf_counter() - start) / 5
measured("an epoch, the usual way", usual, digits=0, unit="ms")

# %% [markdown] lang="en"
# We are going to need 4 folds × 100 epochs and then 4 folds × 500, together 2,400 epochs: minutes of waiting. Yet the sums in an epoch, 19 batches through 5,000 weights, are nothing for a computer. The time goes into what surrounds them: Python starts every batch, and every epoch is opened and closed. Two tricks, both plain Keras:
# - **One long epoch**: the rows ten times, one lot below the other, each lot shuffled by itself; `shuffle=False` leaves them so. Keras then opens and closes one epoch in place of ten, and validates once in place of ten times. Every row still comes once in each lot, in batches of 16. (Copies shuffled all together would be less good: a row may then come twice in one batch.)
# - **`steps_per_execution`**: all 190 batches of a long epoch are handed over in one call, and Python has a rest.

# %% [markdown] lang="ko"
# 앞으로 폴드 4개 × 100 에포크와 폴드 4개 × 500 에포크, 모두 2,400 에포크가 필요합니다. 몇 분을 기다려야 합니다. 그런데 한 에포크의 계산이라고는 배치 19개를 가중치 5,000개에 통과시키는 것뿐이라 컴퓨터에게는 일도 아닙니다. 시간은 그 둘레에서 흘러갑니다. 배치마다 파이썬이 나서고, 에포크마다 열고 닫는 일이 있습니다. 비결은 둘이고, 둘 다 평범한 Keras입니다.
# - **긴 에포크 하나**: 행을 열 벌 이어 붙이되, 벌마다 따로 섞습니다. `shuffle=False`는 그 순서를 그대로 둡니다. Keras가 에포크를 열 번 대신 한 번만 열고 닫으며, 검증도 열 번 대신 한 번만 합니다. 모든 행이 여전히 벌마다 한 번씩, 16개짜리 배치로 나옵니다. (열 벌을 한꺼번에 섞으면 이만 못합니다. 같은 행이 한 배치에 두 번 들 수 있기 때문입니다.)
# - **`steps_per_execution`**: 긴 에포크의 배치 190개를 한 번의 호출로 모두 넘깁니다. 그동안 파이썬은 쉽니다.

# %%
BATCH, REPEAT = 16, 10


def ten_times(x, y):
    """Return the rows ten times, each time in another order."""
    rng = np.random.default_rng(SEED)
    rows = np.concatenate([rng.permutation(len(x)) for _ in range(REPEAT)])
    return x[rows], y[rows]


def train(x, y, epochs, validation=None):
    """Train a fresh network for this many epochs, ten at a time; return it and its history."""
    model = build(x.shape[1])
    steps = math.ceil(REPEAT * len(x) / BATCH)
    model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"], steps_per_execution=steps)
    how = {"batch_size": BATCH, "shuffle": False, "verbose": 0}
    fitted = model.fit(*ten_times(x, y), epochs=epochs // REPEAT, validation_data=validation, **how)
    return model, fitted.history


# %% [markdown] lang="en"
# How fast is it? As before, the first call builds the graph and is not counted; then five long epochs, that is fifty.

# %% [markdown] lang="ko"
# 얼마나 빨라졌을까요? 앞에서처럼 그래프를 만드는 첫 호출은 빼고, 긴 에포크 다섯 번, 곧 50 에포크를 잽니다.

# %%
model, _history = train(x_fit, y_fit, REPEAT, (x_val, y_val))  # builds its graph
x_long, y_long = ten_times(x_fit, y_fit)
start = perf_counter()
model.fit(x_long, y_long, epochs=5, batch_size=BATCH, shuffle=False, verbose=0, validation_data=(x_val, y_val))
ours = 1000 * (perf_counter() - start) / (5 * REPEAT)
measured("an epoch, ten at a time", ours, digits=1, unit="ms")
measured("times faster", usual / ours, digits=0)

# %% [markdown] lang="en"
# How many times depends on your computer; every new network also has to be built, which takes away a part of the gain. It is not cheating, but it is not the same to the last digit either: the ten orders come again in every long epoch, and the validation error is known after every tenth epoch only. For the curve of section 7 that is enough: there we look for a valley some hundred epochs wide.
#
# ## 6. Four folds, a hundred epochs
#
# The loop of section 4, with the network in place of the weighted sum. **Predict**: will it beat 3.63?

# %% [markdown] lang="ko"
# 몇 배인지는 컴퓨터마다 다르고, 폴드마다 신경망을 새로 만드는 시간이 있어 전체로 보면 이득이 조금 줄어듭니다. 속임수는 아니지만 마지막 자리까지 똑같지도 않습니다. 긴 에포크마다 같은 열 가지 순서가 되풀이되고, 검증 오차는 열 에포크마다 한 번만 알 수 있습니다. 7절에서 그릴 곡선에는 그것으로 충분합니다. 거기서는 폭이 백 에포크쯤 되는 골짜기를 찾기 때문입니다.
#
# ## 6. 폴드 네 개, 백 에포크
#
# 4절의 반복문에서 가중합 자리에 신경망을 넣습니다. 3.63보다 나을지 **예상해 보세요**.


# %%
def k_fold(features, epochs):
    """Return the validation MAEs, (K, epochs // REPEAT)."""
    curves = []
    keras.utils.set_random_seed(SEED)
    for rows in folds:
        others = np.setdiff1d(np.arange(len(features)), rows)
        x_val, x_fit = scaled(rows, others, features)
        _model, history = train(x_fit, y_train[others], epochs, (x_val, y_train[rows]))
        curves.append(history["val_mae"])
    return np.array(curves)


# %% tags=["real-data"]
maes = k_fold(x_train, 100)[:, -1]
for number, mae in enumerate(maes, 1):
    measured(f"fold {number}: MAE after 100 epochs", mae, digits=2)
measured("mean of the four folds", maes.mean(), expected=(2.1, 2.9), digits=2, data=boston_housing)
print("better than least squares:", maes.mean() < np.mean(linear_maes))

# %% [markdown] lang="en"
# Off by about 2,300 dollars, where the weighted sum is off by 3,600: prices are not a weighted sum of the features. (Published runs of this network lie at about 2.4 to 2.6.) Single folds differ by several hundred dollars; it is their mean that one can use. With another seed come other first weights and another order of the rows: over six seeds we measured means between 2.2 and 2.6.
#
# ## 7. How many epochs? Ask the average curve
#
# A hundred was a guess. Train each fold for 500 epochs and look at the validation error on the way.

# %% [markdown] lang="ko"
# 2,300달러쯤 틀립니다. 가중합은 3,600달러 틀렸으니, 집값은 특성의 가중합이 아니라는 뜻입니다. (책에 실린 같은 신경망의 결과는 약 2.4에서 2.6입니다.) 폴드끼리는 몇백 달러씩 차이가 납니다. 쓸 수 있는 것은 그 평균입니다. 시드(seed)가 다르면 첫 가중치와 행의 순서가 달라집니다. 시드 여섯 가지로 재니 평균은 2.2에서 2.6 사이였습니다.
#
# ## 7. 몇 에포크나? 평균 곡선에게 묻기
#
# 100은 어림짐작이었습니다. 폴드마다 500 에포크를 훈련하면서 검증 오차가 어떻게 변하는지 봅니다.

# %%
curves = k_fold(x_train, 500)
average = curves.mean(axis=0)
epochs = REPEAT * np.arange(1, len(average) + 1)
print("points on each curve:", curves.shape[1], "  the first after epoch", epochs[0], "  the last after", epochs[-1])

# %% [markdown] lang="en"
# Each curve tells of its own 101 houses, so **average** the four. What still wobbles is chance (with one row a batch, as older listings had it, it wobbles badly), so **smooth**: replace each point by the mean of itself and its two neighbours on either side. (A moving average over past points alone is common too; it lags behind, so its lowest point comes too late.)

# %% [markdown] lang="ko"
# 곡선마다 제 폴드에 든 집 101채의 이야기만 하므로 넷을 **평균**합니다. 그러고도 남는 흔들림은 우연입니다(예전 코드처럼 배치를 한 행으로 하면 심하게 흔들립니다). 그래서 **매끄럽게** 다듬습니다. 점마다 자신과 양옆의 이웃 둘씩, 모두 다섯 점의 평균으로 바꿉니다. (지난 점만으로 이동 평균을 구하는 방법도 흔하지만, 뒤처지기 때문에 가장 낮은 점이 실제보다 늦게 나옵니다.)

# %%
smooth = np.convolve(average, np.ones(5) / 5, mode="valid")
middle = epochs[2:-2]  # the epoch in the middle of each five points
best = middle[smooth.argmin()]
with style():
    fig, ax = plt.subplots()
    for curve in curves:
        ax.plot(epochs, curve, color="#BBBBBB", linestyle="-", linewidth=1)
    ax.plot(epochs, average, color=COLOURS["sky"], linestyle="--", label="mean of the folds")
    ax.plot(middle, smooth, color=COLOURS["blue"], linestyle="-", linewidth=3, label="smoothed")
    ax.plot(best, smooth.min(), "o", color=COLOURS["vermillion"], markersize=9, label="lowest")
    ax.set(xlabel="epoch", ylabel="validation MAE, thousand dollars", ylim=(1.8, 4))
    ax.legend()
measured("lowest point, epoch", best, digits=0)

# %% [markdown] lang="en"
# The grey lines are the four folds, at different heights: some houses are harder. Dashed is their mean, bold the smoothed mean, and the dot its lowest point. The error falls steeply for 50 epochs, slowly until about 100, then it hardly moves, and in the end it creeps up again: the network learns its training rows by heart. Where exactly the lowest point lies is chance, for the valley is flat: over six seeds we found it between epoch 90 and 270.

# %% [markdown] lang="ko"
# 회색 선은 네 폴드이고, 높낮이가 다릅니다. 어떤 집들은 더 어렵다는 뜻입니다. 점선이 그 평균, 굵은 선이 매끄럽게 다듬은 평균, 점이 가장 낮은 곳입니다. 오차는 처음 50 에포크에 가파르게, 100 에포크쯤까지는 천천히 줄다가 거의 움직이지 않고, 끝에 가서는 다시 조금씩 올라갑니다. 신경망이 훈련 행을 외우는 것입니다. 가장 낮은 점이 정확히 어디인지는 우연에 달려 있습니다. 바닥이 평평하기 때문입니다. 시드 여섯 가지로 재니 90에서 270 에포크 사이에 있었습니다.

# %%
measured("MAE at the lowest point", smooth.min(), digits=2)
measured("MAE around epoch 480", smooth[-1], digits=2)
enough = middle[smooth <= smooth.min() + 0.05][0]
measured("first epoch within 50 dollars of the lowest", enough, digits=0)

# %% [markdown] lang="en"
# Among nearly equal choices take the earliest: it costs least and has learned least by heart. That is our number of epochs.
#
# ## 8. The final model, and one look at the test set
#
# K-fold has chosen; its four models are thrown away. The final one learns from **all** 404 rows, for the chosen number of epochs. Then, once, the test set.

# %% [markdown] lang="ko"
# 비슷비슷하다면 가장 이른 것을 고릅니다. 비용이 가장 적고, 외운 것도 가장 적습니다. 이것이 우리가 쓸 에포크 수입니다.
#
# ## 8. 최종 모델, 그리고 테스트 데이터는 한 번만
#
# K-폴드는 선택을 마쳤으니 그 모델 네 개는 버립니다. 최종 모델은 고른 에포크 수만큼 404개 행 **모두**로 배웁니다. 그런 다음 테스트 데이터로 한 번 잽니다.

# %% tags=["real-data"]
keras.utils.set_random_seed(SEED)
final, _history = train(x, y_train, int(enough))
predicted = final.predict(x_new, verbose=0)[:, 0]
mistakes = np.abs(predicted - y_test)
linear_mistakes = np.abs(linear(x, y_train, x_new) - y_test)
measured("network, test MAE", mistakes.mean(), digits=2)
measured("give or take", mistakes.std() / np.sqrt(len(mistakes)), digits=2)
print("least squares, test MAE", round(linear_mistakes.mean(), 2))

# %% [markdown] lang="en"
# "Give or take" is the standard error: with another 102 houses the number would be another one, by about that much. It is why the four-fold mean, which rests on 404 houses, is the better estimate, and why nobody should call a model better for 0.1 on this test set. Each house is a point here; on the line the prediction is right.

# %% [markdown] lang="ko"
# "give or take"는 표준 오차입니다. 다른 집 102채로 재면 이만큼쯤 다른 수가 나온다는 뜻입니다. 그래서 404채에 바탕을 둔 네 폴드의 평균이 더 믿을 만하고, 이 테스트 데이터에서 0.1 좋다고 더 나은 모델이라 해서는 안 됩니다. 아래 그림에서 점 하나가 집 하나이고, 선 위에 있으면 예측이 맞은 것입니다.

# %% tags=["real-data"]
with style():
    fig, ax = plt.subplots(figsize=(4.8, 4.4))
    ax.plot([0, 55], [0, 55], color="#888888", linestyle="-", linewidth=1)
    ax.plot(y_test, predicted, "o", color=COLOURS["blue"], markersize=5, alpha=0.6)
    ax.set(xlabel="true price, thousand dollars", ylabel="predicted", xlim=(0, 55), ylim=(0, 55))
print("points:", len(predicted), "  true prices at 50.0:", (y_test == 50).sum())
measured("largest mistake", mistakes.max(), digits=0, unit="thousand dollars")
measured("its true price", y_test[mistakes.argmax()], digits=0, unit="thousand dollars")

# %% [markdown] lang="en"
# Most points lie close to the line. In our run one lies far above it: a district at 22 for which the network says almost 50. It lies on the river and its houses have 8.8 rooms; in the training rows such districts are dear. A row unlike all others is a guess, however good the mean error. Look at single mistakes, not at the mean alone.
#
# ## 9. Does anybody need column B?
#
# Take it out and run the four folds again. **Predict** the MAE.

# %% [markdown] lang="ko"
# 점은 대부분 선 가까이에 있습니다. 우리 결과에서는 하나가 선보다 한참 위에 있습니다. 22인 지역을 신경망이 50 가까이로 보았습니다. 강가에 있고 집마다 방이 8.8개인 곳인데, 훈련 행에서 그런 곳은 비쌌습니다. 평균 오차가 아무리 좋아도, 다른 행들과 닮지 않은 행에서는 짐작에 지나지 않습니다. 평균만 보지 말고 틀린 것을 하나씩 들여다보세요.
#
# ## 9. B 열이 꼭 필요한가?
#
# 그 열을 빼고 네 폴드를 다시 돌립니다. MAE를 **예상해 보세요**.

# %% tags=["real-data"]
without = k_fold(np.delete(x_train, 11, axis=1), 100)[:, -1]
measured("mean of the four folds without B", without.mean(), expected=(2.1, 2.9), digits=2, data=boston_housing)
measured("difference", without.mean() - maes.mean(), digits=2)
print("smaller than the spread of the folds:", abs(without.mean() - maes.mean()) < np.ptp(maes))

# %% [markdown] lang="en"
# The difference is smaller than that between two folds. The column that carries a prejudice into the data is not even useful. (Leaving it out does not make the data fair: other columns hold traces of the same history. It makes one assumption less.)
#
# ## 10. California: the set to use
#
# *California housing* comes from the census of 1990: 20,640 blocks of houses, eight plain features, the median price in **dollars**. One blemish it shares: prices are cut off at 500,001.

# %% [markdown] lang="ko"
# 그 차이는 폴드끼리의 차이보다 작습니다. 편견을 데이터에 끌어들인 열이 쓸모조차 없습니다. (이 열을 뺀다고 데이터가 공정해지는 것은 아닙니다. 다른 열에도 같은 역사의 흔적이 있습니다. 다만 가정 하나가 줄어듭니다.)
#
# ## 10. 캘리포니아: 대신 쓸 데이터
#
# *California housing*은 1990년 인구 조사에서 나왔습니다. 주택 구역 20,640곳마다 평범한 특성 여덟 개와 **달러** 단위 집값의 중앙값이 있습니다. 흠 하나는 같습니다. 집값이 500,001에서 잘려 있습니다.

# %% tags=["real-data"]
(x_cal, y_cal), (x_cal_test, y_cal_test) = california_housing.load_data()
names = ["longitude", "latitude", "housing_median_age", "total_rooms"]
names += ["total_bedrooms", "population", "households", "median_income"]
print("training:", x_cal.shape, x_cal.dtype, "  test:", x_cal_test.shape)
for name, column in zip(names, x_cal.T, strict=True):
    print(f"{name:18}  {column.min():8.1f} to {column.max():8.1f}   mean {column.mean(dtype=float):8.1f}")
print(f"price: {y_cal.min():,.0f} to {y_cal.max():,.0f} dollars, {(y_cal > 500_000).mean():.1%} at the cut")

# %% [markdown] lang="en"
# Median income is in tens of thousands of dollars of 1990. Longitude and latitude are a map, so draw one: each point a block, the lighter the dearer.

# %% [markdown] lang="ko"
# median_income은 1990년의 만 달러 단위입니다. 경도와 위도는 곧 지도이니 그려 봅니다. 점 하나가 구역 하나이고, 밝을수록 비쌉니다.

# %%
with style():
    fig, ax = plt.subplots(figsize=(5.6, 5))
    points = ax.scatter(x_cal[:, 0], x_cal[:, 1], c=y_cal / 1000, s=3, cmap="cividis")
    fig.colorbar(points, label="price, thousand dollars")
    ax.set(xlabel="longitude", ylabel="latitude")
print("blocks drawn:", len(x_cal))

# %% [markdown] lang="en"
# The coast, San Francisco at the upper left and Los Angeles below, is dear; the valley behind it is cheap. **Predict**: can a weighted sum of longitude and latitude describe that?

# %% [markdown] lang="ko"
# 왼쪽 위의 샌프란시스코에서 그 아래 로스앤젤레스까지 해안은 비싸고, 그 안쪽의 골짜기는 쌉니다. 경도와 위도의 가중합으로 이것을 나타낼 수 있을지 **예상해 보세요**.

# %% tags=["real-data"]
mean, std = x_cal.mean(axis=0, dtype=float), x_cal.std(axis=0, dtype=float)
x_cal, x_cal_test = (x_cal - mean) / std, (x_cal_test - mean) / std
in_100k = y_cal / 100_000
linear_mae = np.abs(linear(x_cal, y_cal, x_cal_test) - y_cal_test).mean()
guess = np.abs(y_cal_test - y_cal.mean(dtype=float)).mean()
print(f"always the mean: test MAE {guess:,.0f} dollars")
print(f"least squares:   test MAE {linear_mae:,.0f} dollars")

# %% [markdown] lang="en"
# It cannot: a weighted sum is a tilted plane, and the coast is a curve. Now the network, the same as before with eight inputs. Two things change.
# - **The target** is learned in units of 100,000 dollars. The network starts with answers around 0 and moves in small steps; 200,000 is far away from there. Scale what goes in *and* what should come out; multiply back at the end.
# - **One split is enough.** A tenth of 16,512 rows is 1,652: more than all of Boston. K-fold is the tool of small data.

# %% [markdown] lang="ko"
# 나타낼 수 없습니다. 가중합은 기울어진 평면이고, 해안선은 굽어 있습니다. 이제 신경망 차례입니다. 입력이 여덟 개인 것 말고는 앞과 같은데, 두 가지가 달라집니다.
# - **타깃**을 10만 달러 단위로 바꿔 배웁니다. 신경망의 답은 0 근처에서 시작해 조금씩 움직입니다. 거기서 200,000은 너무 멉니다. 들어가는 것도, *나와야 할 것도* 크기를 맞추고, 끝에 가서 다시 곱하세요.
# - **한 번만 나누어도 충분합니다.** 16,512개 행의 10분의 1이면 1,652개로, Boston 전체보다 많습니다. K-폴드는 작은 데이터를 위한 도구입니다.

# %%
keras.utils.set_random_seed(SEED)
model = build(8)
model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"], steps_per_execution=39)
live = LiveCurves()
fitted = model.fit(
    x_cal, in_100k, epochs=30, batch_size=128, validation_split=0.1, verbose=0, callbacks=[live]
)

# %% [markdown] lang="en"
# The picture shows loss and MAE, training as a full line, validation as a dashed one. They stay close together: with so many rows there is little to learn by heart. (The validation rows are the last tenth, in the order given; Keras's loader had shuffled them.)

# %% [markdown] lang="ko"
# 그림은 손실과 MAE를 보여 줍니다. 실선이 훈련, 점선이 검증입니다. 둘이 서로 가까이 붙어 있습니다. 행이 이렇게 많으면 외울 수 있는 것이 거의 없습니다. (검증에는 받은 순서에서 마지막 10분의 1을 썼습니다. Keras가 미리 섞어 둔 순서입니다.)

# %%
dollars = 100_000 * model.predict(x_cal_test, batch_size=1024, verbose=0)[:, 0]
network_mae = np.abs(dollars - y_cal_test).mean()
measured("network, test MAE", network_mae, digits=0, unit="dollars")
print("better than least squares by 5,000 dollars or more:", linear_mae - network_mae > 5000)

# %% [markdown] lang="en"
# About 39,000 dollars in place of 51,000 (37,800 to 41,500 over six runs with other seeds). The network bends its plane where the coast bends. What would help further? Rooms for each household in place of rooms for each block, for instance: try it, and judge it on validation rows.
#
# ## What you have learned
# - A number for an answer: linear output, MSE as the loss, MAE to tell people. Scale the features, and a large target too.
# - What is learned from data, mean and standard deviation included, is learned from the training rows alone.
# - K-fold lets every row validate once. Shuffle first; its mean is worth more than any single split, and its spread tells how much.
# - Average and smooth the curves, take the earliest of the nearly best epochs, train once more on all rows, test once.
# - Tiny batches wait for Python. Long epochs and `steps_per_execution` take the waiting away.
# - A data set was made by somebody, for something. Read how.
#
# **By how many dollars is it wrong, and for how long should it train?** On Boston by about 2,300, measured on 404 houses, each judged by a network that had never seen it; and about 100 epochs are enough. No single split could have said that.
#
# ## Next
# [14. Tables](14_tables.ipynb): CSV files, categories, and a column that gives the answer away.
#
# ## Sources
# - D. Harrison, D. L. Rubinfeld, "Hedonic housing prices and the demand for clean air", Journal of Environmental Economics and Management 5 (1978): Boston housing and its column B.
# - O. W. Gilley, R. K. Pace, "On the Harrison and Rubinfeld data", Journal of Environmental Economics and Management 31 (1996): errors in it, and the cut at 50.
# - M. Carlisle, "Racist data destruction?" (2019): what column B assumes. scikit-learn, `load_boston`: deprecated in 1.0, removed in 1.2, with the reasons. Keras, page on the Boston housing data set.
# - R. K. Pace, R. Barry, "Sparse spatial autoregressions", Statistics & Probability Letters 33 (1997): California housing.
# - T. Hastie, R. Tibshirani, J. Friedman, *The Elements of Statistical Learning* (2nd edition 2009), section 7.10: cross-validation, and choosing features the wrong way.
# - F. Chollet, *Deep Learning with Python* (2nd edition 2021), section 4.3: this network, and K-fold with batches of 16.

# %% [markdown] lang="ko"
# 51,000달러이던 것이 39,000달러쯤으로 줄었습니다(시드를 바꾸어 여섯 번 재니 37,800에서 41,500). 신경망은 해안이 굽은 곳에서 평면을 굽힙니다. 무엇을 더 하면 좋아질까요? 예를 들어 구역의 방 수 대신 가구당 방 수를 쓸 수 있습니다. 직접 해 보고, 검증 행으로 판단하세요.
#
# ## 배운 것
# - 수로 답하려면 선형 출력을 쓰고, 손실은 MSE, 사람에게 말할 때는 MAE를 씁니다. 특성의 크기를 맞추고, 타깃이 크면 타깃도 맞춥니다.
# - 데이터에서 배우는 것은 평균과 표준편차까지도 훈련 행에서만 배웁니다.
# - K-폴드에서는 모든 행이 한 번씩 검증을 맡습니다. 먼저 섞으세요. 그 평균은 한 번 나눈 결과보다 믿을 만하고, 폴드 사이의 차이는 얼마나 믿을 만한지를 알려 줍니다.
# - 곡선을 평균하고 매끄럽게 다듬어, 거의 가장 좋은 에포크 가운데 가장 이른 것을 고릅니다. 모든 행으로 다시 훈련하고, 테스트는 한 번만 합니다.
# - 배치가 아주 작으면 파이썬을 기다리느라 시간이 갑니다. 긴 에포크와 `steps_per_execution`이 그 기다림을 없앱니다.
# - 데이터는 누군가가 무언가를 위해 만든 것입니다. 어떻게 만들었는지 읽어 보세요.
#
# **평균 몇 달러나 틀리고, 얼마나 오래 훈련해야 할까요?** Boston에서는 2,300달러쯤 틀립니다. 404채 하나하나를 그 집을 본 적 없는 신경망이 판단한 결과입니다. 그리고 100 에포크쯤이면 충분합니다. 데이터를 한 번만 나누어서는 알 수 없었을 것입니다.
#
# ## 다음
# [14. 표](14_tables.ipynb): CSV 파일, 범주, 그리고 정답을 흘리는 열.
#
# ## 출처
# - D. Harrison, D. L. Rubinfeld, "Hedonic housing prices and the demand for clean air", Journal of Environmental Economics and Management 5 (1978): Boston housing과 B 열.
# - O. W. Gilley, R. K. Pace, "On the Harrison and Rubinfeld data", Journal of Environmental Economics and Management 31 (1996): 이 데이터의 오류, 50에서 자른 것.
# - M. Carlisle, "Racist data destruction?" (2019): B 열에 담긴 가정. scikit-learn의 `load_boston`: 1.0판에서 폐기를 예고하고 1.2판에서 없앤 까닭. Keras 설명서의 Boston housing 쪽.
# - R. K. Pace, R. Barry, "Sparse spatial autoregressions", Statistics & Probability Letters 33 (1997): California housing.
# - T. Hastie, R. Tibshirani, J. Friedman, *The Elements of Statistical Learning* (2판 2009), 7.10절: 교차 검증, 그리고 특성을 잘못 고르는 방법.
# - F. Chollet, *Deep Learning with Python* (2판 2021), 4.3절: 이 신경망, 배치 16의 K-폴드.
