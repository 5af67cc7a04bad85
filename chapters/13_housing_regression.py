# %% [markdown] lang="en"
# # 13. House prices: predicting a number from few rows
#
# Most of our networks so far have chosen a class. Here the answer is a number, the price of houses in a district of Boston. **By how many dollars is the network wrong on average, and for how many epochs should it train?** In [10](10_fashion_images.ipynb) a validation set answered such questions. With only 404 rows, the answer would depend on which rows are set aside, so here each row takes its turn in the validation set.
#
# **You will be able to**
# - build a network for regression: linear output, mean squared error, mean absolute error;
# - bring features to the same scale, and explain what goes wrong when the scale is measured on the wrong rows;
# - write K-fold cross-validation as a loop, and choose the number of epochs from its average curve;
# - compare two models by paired differences instead of two averages;
# - ask how a data set was made and what its columns assume.
#
# **Time** about 75 minutes. **You need** [09. A first network](09_first_network.ipynb), for the five steps, and [10. Fashion pictures](10_fashion_images.ipynb), for validation and overfitting.

# %% [markdown] lang="ko"
# # 13. 주택 가격: 적은 데이터로 수를 예측하기
#
# 지금까지 만든 신경망(neural network)은 대부분 클래스(class)를 골랐습니다. 이 장에서는 클래스가 아니라 수, 그중에서도 보스턴의 지역별 집값을 예측합니다. **신경망의 예측은 평균 몇 달러나 빗나갈까요? 그리고 몇 에포크(epoch)나 훈련해야 할까요?** [10장](10_fashion_images.ipynb)에서는 이런 질문에 검증 데이터(validation set)로 답했습니다. 이번에는 행이 404개뿐이라 어떤 행을 떼어 두느냐에 따라 답이 달라집니다. 그래서 모든 행을 한 번씩 검증에 씁니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 선형 출력, 평균 제곱 오차(MSE), 평균 절대 오차(MAE)로 회귀용 신경망을 만듭니다.
# - 특성(feature)의 크기를 맞추고, 엉뚱한 행에서 구한 평균과 표준편차를 쓰면 무엇이 잘못되는지 설명합니다.
# - K-폴드 교차 검증(K-fold cross-validation)을 반복문으로 구현하고, 평균 곡선에서 에포크 수를 정합니다.
# - 두 모델을 평균끼리가 아니라 짝지은 차이로 비교합니다.
# - 데이터셋(data set)이 어떻게 만들어졌고 열마다 어떤 가정이 들어 있는지 살핍니다.
#
# **시간** 약 75분. **필요한 것** [09. 첫 신경망](09_first_network.ipynb)의 다섯 단계, [10. 패션 그림](10_fashion_images.ipynb)의 검증과 과대적합(overfitting).

# %% tags=["setup"]
import logging
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
# ## 1. The data: a famous set and why it was withdrawn
#
# Predicting a number is called **regression**, and the number is the **target**. (Logistic regression, from [06](06_softmax_losses.ipynb), is classification in spite of its name: it gives the probability of a class.)
#
# *Boston housing* uses 13 features to describe 506 census districts around Boston in the 1970s. The target is the median value of a district's houses in **thousands of dollars**. For decades it was a standard textbook example.

# %% [markdown] lang="ko"
# ## 1. 데이터 보기: 유명했던 데이터셋이 퇴출된 이유
#
# 수를 예측하는 문제를 **회귀**(regression)라 하고, 맞혀야 할 값을 **타깃**(target)이라 합니다. ([06장](06_softmax_losses.ipynb)의 로지스틱 회귀는 이름과 달리 클래스의 확률을 내는 분류입니다.)
#
# *Boston housing*은 1970년대 보스턴 일대의 인구 조사 구역 506곳을 특성 13개로 나타낸 데이터셋입니다. 타깃은 구역별 집값의 중앙값(**천 달러** 단위)입니다. 수십 년 동안 교과서의 단골 예제였습니다.

# %% tags=["real-data"]
(x_train, y_train), (x_test, y_test) = boston_housing.load_data()
print("training:", x_train.shape, x_train.dtype, "  test:", x_test.shape)
print("prices: from", y_train.min(), "to", y_train.max(), "  mean", round(y_train.mean(), 1), "thousand dollars")
print("exactly 50.0:", (y_train == 50).sum() + (y_test == 50).sum(), "of 506")

# %% [markdown] lang="en"
# Sixteen districts have a price of exactly 50.0, because higher values were recorded as 50. For such a district, a prediction of 55 counts as wrong, although it may be right.
#
# The columns are the crime rate, the share of large plots, the share of industrial land, whether the district lies on the river, nitric oxide levels, rooms per house, the share of old houses, the distance to jobs, access to highways, the tax rate, pupils per teacher, **B**, and the share of residents with little schooling or in labouring jobs. B (column 11, counting from 0) was not measured. The authors computed it from the share of Black residents: B = 1000 · (share − 0.63)². **Predict**: can you compute the share from B?

# %% [markdown] lang="ko"
# 집값이 정확히 50.0인 지역이 열여섯 곳 있습니다. 50보다 비싼 곳도 모두 50으로 적었기 때문입니다. 이런 지역을 55로 예측하면 실제로는 맞더라도 틀린 것으로 채점됩니다.
#
# 열은 차례로 범죄율, 넓은 대지의 비율, 공업 용지의 비율, 강에 접하는지 여부, 질소 산화물 농도, 주택당 방 수, 오래된 집의 비율, 일터까지의 거리, 고속도로 접근성, 세율, 교사 한 명당 학생 수, **B**, 그리고 학력이 낮거나 육체노동을 하는 주민의 비율입니다. B(0부터 세어 11번 열)는 잰 값이 아니라, 흑인 주민의 비율로 B = 1000 · (비율 − 0.63)²을 계산해 넣은 값입니다. B를 알면 이 비율을 알아낼 수 있을지 **예상해 보세요**.

# %%
for share in (0.0, 0.31, 0.63, 0.95, 1.0):
    print(f"share {share:.2f}   B = {1000 * (share - 0.63) ** 2:5.1f}")

# %% [markdown] lang="en"
# The share cannot always be computed from B. Districts with shares of 31 % and 95 % both get 102.4. The share can be recovered only where B is 0 or larger than 136.9, the value for 100 %.
#
# The formula assumes that prices everywhere fall as the share grows to 63 %, and rise again beyond that. In this way, race became part of a table made to study air quality, in a form that a reader cannot fully undo. scikit-learn deprecated the data set in version 1.0 and **removed it in 1.2**. The Keras documentation strongly discourages its use except to illustrate ethical issues.
#
# We use it because older books do, because it is small enough to need K-fold, and because it shows why you should ask how data were made. Section 10 turns to California housing instead.
#
# ## 2. One scale for all features
#
# The columns have very different ranges. Three words are often confused:
# - **Scaling** is the general word for changing the unit or the range of a feature.
# - **Standardisation** subtracts the mean and divides by the standard deviation, so that the feature then has mean 0 and standard deviation 1.
# - **Normalisation** brings values into a fixed range, usually 0 to 1, by (x − min) / (max − min). The word is also used for scaling each row to length 1. Beware: the layer `keras.layers.Normalization` *standardises*.

# %% [markdown] lang="ko"
# 언제나 알아낼 수 있는 것은 아닙니다. 비율이 31 %인 곳과 95 %인 곳은 B가 102.4로 같습니다. B가 0이거나 136.9(비율이 100 %일 때의 값)보다 클 때만 비율을 알아낼 수 있습니다.
#
# 이 식에는 비율이 63 %까지 늘어나는 동안에는 어디에서나 집값이 내리고, 63 %를 넘으면 다시 오른다는 가정이 들어 있습니다. 대기 오염을 연구하려고 만든 표에 이렇게 인종 정보가 들어갔고, 표만 보아서는 원래 비율을 다 알아낼 수도 없습니다. scikit-learn은 버전 1.0에서 이 데이터셋의 폐기를 예고했고 **버전 1.2에서 없앴습니다**. Keras 문서도 윤리 문제를 설명하는 경우가 아니면 쓰지 말라고 강하게 권고합니다.
#
# 그런데도 여기서 다루는 이유는 예전 책에 자주 나오고, K-폴드가 필요할 만큼 작으며, 데이터가 만들어진 과정을 왜 살펴야 하는지 잘 보여 주기 때문입니다. 10절에서는 대신 쓸 캘리포니아 데이터셋으로 넘어갑니다.
#
# ## 2. 모든 특성의 크기 맞추기
#
# 열마다 값의 범위가 크게 다릅니다. 흔히 혼동하는 말이 세 가지 있습니다.
# - **스케일링**(scaling)은 특성의 단위나 범위를 바꾸는 일을 통틀어 이르는 말입니다.
# - **표준화**(standardisation)는 평균을 빼고 표준편차로 나누어 평균 0, 표준편차 1로 만드는 것입니다.
# - **정규화**(normalisation)는 값을 정해진 범위에 맞추는 것입니다. 대개 (x − 최솟값) / (최댓값 − 최솟값)을 계산해 0에서 1 사이로 바꿉니다. 행마다 길이를 1로 맞추는 일을 가리키기도 합니다. 이름과 달리 `keras.layers.Normalization` 층(layer)은 *표준화*를 합니다.

# %% tags=["real-data"]
columns = {"crime rate": 0, "rooms": 5, "tax": 9}
for name, column in columns.items():
    x = x_train[:, column]
    print(f"{name:10}  as it is: {x.min():6.1f} to {x.max():5.1f}", end="")
    standardised, normalised = (x - x.mean()) / x.std(), (x - x.min()) / (x.max() - x.min())
    print(f"   standardised: {standardised.min():4.1f} to {standardised.max():3.1f}", end="")
    print(f"   normalised: median {np.median(normalised):.2f}")

# %% [markdown] lang="en"
# Look at the crime rate. One district has a rate of 89.0, and the normalised median is 0.00, so half of the rows crowd together at the lower end. Neither formula spreads them out. Normalisation takes its scale from the two most extreme values alone, standardisation from all rows. We standardise each column with the mean and the standard deviation **of the training rows alone**, and use the same values for the test rows.

# %% [markdown] lang="ko"
# 범죄율을 보세요. 89.0인 곳이 하나 있고, 정규화한 값의 중앙값은 0.00입니다. 지역의 절반이 아주 낮은 쪽에 몰려 있다는 뜻입니다. 두 식 모두 몰려 있는 값을 벌려 놓지는 못합니다. 다만 나누는 수가 정규화에서는 양 끝의 두 값만으로, 표준화에서는 모든 행의 값으로 정해집니다. 여기서는 표준화를 하되, 평균과 표준편차는 **훈련 행에서만** 구하고 테스트 행에도 같은 두 수를 씁니다.

# %% tags=["real-data"]
mean, std = x_train.mean(axis=0), x_train.std(axis=0)
x, x_new = (x_train - mean) / std, (x_test - mean) / std
print("training rows:  mean of rooms", abs(x[:, 5].mean()).round(2), "  std", x[:, 5].std().round(2))
print("test rows:      mean of rooms", x_new[:, 5].mean().round(2), "  std", x_new[:, 5].std().round(2))

# %% [markdown] lang="en"
# In the test rows, the number of rooms has mean 0.12 and standard deviation 0.94, close to 0 and 1 but not equal to them, because these are different districts.
#
# Keras has a layer that does the same. Its `adapt` method computes the mean and variance of the rows that you give it. The layer then belongs to the model and is saved with it; we use it this way in section 10.

# %% [markdown] lang="ko"
# 테스트 행에서는 방 수의 평균이 0.12, 표준편차가 0.94입니다. 훈련 행과는 다른 지역이므로, 0과 1에 가깝기는 해도 똑같지는 않습니다.
#
# Keras에서는 층 하나로 똑같이 할 수 있습니다. `adapt`에 행을 주면 그 행에서 평균과 분산을 구합니다. 이 층은 모델에 들어가 모델과 함께 저장됩니다. 10절에서 그렇게 씁니다.

# %% tags=["real-data"]
standardise = keras.layers.Normalization()
standardise.adapt(x_train)
layer = keras.ops.convert_to_numpy(standardise(x_train[:1]))
print("by hand: ", x[0, :4].round(3))
print("by layer:", layer[0, :4].round(3))

# %% [markdown] lang="en"
# The two rows of numbers agree.
#
# ## 3. Three ways to prepare the data wrongly
#
# We begin with **least squares**, which will also be the baseline for the network. It predicts with a weighted sum of the features plus a bias, and computes the weights that give the smallest squared error directly, without training.

# %% [markdown] lang="ko"
# 두 줄의 수가 같습니다.
#
# ## 3. 데이터를 잘못 준비하는 세 가지 방법
#
# 먼저 **최소 제곱법**(least squares)을 구현합니다. 특성의 가중합(weighted sum)에 편향(bias)을 더해 예측하며, 제곱 오차를 가장 작게 하는 가중치(weight)를 훈련 없이 계산으로 바로 구합니다. 신경망이 넘어야 할 기준선(baseline)으로도 씁니다.


# %%
def linear(x, y, x_new):
    """Fit weights and a bias by least squares, and predict."""
    with_bias = np.column_stack([x, np.ones(len(x))])
    weights = np.linalg.lstsq(with_bias, y, rcond=None)[0]
    return np.column_stack([x_new, np.ones(len(x_new))]) @ weights


# %% [markdown] lang="en"
# **Mistake 1: scaling new rows by themselves.** Someone standardises the 20 most expensive test districts with *their own* mean and standard deviation. Their true mean price is 37.0, and the mean of the training set is 22.4. **Predict** the mean of the model's predictions. (Here the test rows only illustrate a mistake; we do not use them to choose anything.)

# %% [markdown] lang="ko"
# **실수 1: 새 행을 새 행끼리 표준화하기.** 누군가 집값이 가장 높은 테스트 지역 20곳을 *그 20곳만의* 평균과 표준편차로 표준화했다고 합시다. 20곳의 실제 평균 집값은 37.0이고, 훈련 데이터(training set)의 평균은 22.4입니다. 모델이 내놓을 예측의 평균을 **예상해 보세요**. (실수를 보여 주려고 테스트 행을 쓸 뿐, 이 결과로 무언가를 고르지는 않습니다.)

# %% tags=["real-data"]
dearest = np.argsort(y_test)[-20:]
by_training = x_new[dearest]
by_themselves = (x_test[dearest] - x_test[dearest].mean(axis=0)) / x_test[dearest].std(axis=0)
print("true mean price      ", round(y_test[dearest].mean(), 1))
print("scaled by training   ", round(linear(x, y_train, by_training).mean(), 1))
print("scaled by themselves ", round(linear(x, y_train, by_themselves).mean(), 1))

# %% [markdown] lang="en"
# With the mean and standard deviation of the training rows, the predictions average 32.0. With the twenty districts' own mean and standard deviation, they average 22.4, exactly the mean price of the training set. Once their own mean is subtracted, the twenty expensive districts look average. A single row fares even worse, because its standard deviation is 0, and 0/0 is not a number. Save the mean and the standard deviation together with the model.

# %% [markdown] lang="ko"
# 훈련 행의 평균과 표준편차를 쓰면 예측의 평균이 32.0입니다. 20곳끼리 표준화하면 22.4로, 훈련 데이터의 평균 집값과 똑같습니다. 그 스무 곳의 평균을 빼고 나니 비싼 지역이 평범한 지역처럼 되었습니다. 행이 하나뿐이면 문제가 더 큽니다. 표준편차가 0이라 0/0을 계산하게 되고, 그 결과는 수가 아닙니다. 평균과 표준편차는 모델과 함께 저장하세요.

# %%
district = x_test[:1]
with np.errstate(invalid="ignore"):
    print("one district, scaled by itself:", (district - district.mean(axis=0))[0, :3] / district.std(axis=0)[:3])

# %% [markdown] lang="en"
# **Mistake 2: the mean and standard deviation of all 506 rows.** Least squares cannot show what this does, because its weights and its bias make up for any shift and any stretch of a column. So we use a method that depends on the scale. **Nearest neighbour** predicts the price of the training district whose features are closest. How does its error change if we do not scale at all, and if we scale by the mean and standard deviation of all rows?

# %% [markdown] lang="ko"
# **실수 2: 506개 행 모두에서 평균과 표준편차 구하기.** 이 실수의 영향은 최소 제곱법으로는 볼 수 없습니다. 열에 어떤 수를 더하거나 곱해도 가중치와 편향이 그만큼 바뀌어 상쇄되기 때문입니다. 그래서 특성의 크기에 좌우되는 방법을 씁니다. **최근접 이웃**(nearest neighbour)은 특성이 가장 가까운 훈련 지역의 집값을 답으로 냅니다. 크기를 맞추지 않을 때와, 모든 행의 평균과 표준편차로 맞출 때 오차가 어떻게 달라질까요?


# %%
def nearest(x, y, x_new):
    """Predict the target of the nearest row."""
    distances = ((x_new[:, None] - x) ** 2).sum(axis=2)
    return y[distances.argmin(axis=1)]


# %% tags=["real-data"]
everything = np.concatenate([x_train, x_test])
for rows, name in ((x_train, "training rows"), (everything, "all rows")):
    m, s = rows.mean(axis=0), rows.std(axis=0)
    found = nearest((x_train - m) / s, y_train, (x_test - m) / s)
    print(f"scaled by {name:15} MAE {np.abs(found - y_test).mean():.2f}")
print(f"not scaled                MAE {np.abs(nearest(x_train, y_train, x_test) - y_test).mean():.2f}")
print("largest shift of a mean:", (np.abs(everything.mean(axis=0) - mean) / std).max().round(3), "standard deviations")

# %% [markdown] lang="en"
# Without scaling, the error is 5.00 instead of 3.36, because the columns with large numbers dominate the distance. With the mean and standard deviation of all rows it is 3.38, almost the same as with those of the training rows, since no mean shifts by more than 0.03 standard deviations. The mistake is harmless here, but it does more harm when more is learned from the test rows.
#
# **Mistake 3: choosing features on all rows.** We make 100 rows with a target and 5,000 features each, all of them random numbers. Then we pick the ten features that match the target best and fit the linear model to them four times, each time setting aside a different quarter of the rows to measure the error. There is nothing to learn, so on average no honest method can do better than always predicting the mean. **Predict** whether the error will be smaller or larger than that of the mean, first when the features are chosen on all rows, then when they are chosen on the training rows of each round.

# %% [markdown] lang="ko"
# 크기를 맞추지 않으면 오차가 3.36에서 5.00으로 커집니다. 값이 큰 몇몇 열에 따라 가장 가까운 지역이 거의 정해지기 때문입니다. 모든 행으로 맞추면 3.38로, 훈련 행으로 맞출 때와 거의 같습니다. 평균이 가장 많이 달라진 열에서도 그 차이는 표준편차의 0.03배일 뿐입니다. 그러니 여기서는 해가 없지만, 테스트 행까지 보고 배우는 것이 많을수록 피해가 커집니다.
#
# **실수 3: 모든 행을 보고 특성 고르기.** 행 100개를 만들고, 행마다 타깃 하나와 특성 5,000개를 모두 난수로 채웁니다. 그중 타깃과 가장 잘 맞는 특성 열 개로 선형 모델을 네 번 만들되, 행의 4분의 1을 번갈아 떼어 두었다가 오차를 재는 데 씁니다. 배울 것이 아무것도 없으니, 올바르게 재면 언제나 타깃의 평균으로 답하는 것보다 나은 결과를 기대할 수 없습니다. 모든 행을 보고 특성을 고를 때와 매번 훈련 행만 보고 고를 때, 평균으로 답할 때보다 오차가 각각 작을지 클지 **예상해 보세요**.

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
# With features chosen on all rows, the error is 0.68 instead of 0.85, although there is nothing to predict. The rows used to measure the error had also helped to pick the features, so information about their targets had reached the model. This is a **data leak**. With features chosen on the training rows alone, the error is 1.06, worse than that of the mean. **Whatever is learned from data, be it a mean, a choice of features or a weight, must be learned from the training rows only.** [14](14_tables.ipynb) shows a leak that hides in a column.
#
# ## 4. K-fold: every row is used for validation once
#
# **K-fold cross-validation** cuts the rows into K parts, the **folds**; here K = 4. Each fold of 101 rows is used for validation once, while the other three are used for training, and the four errors are averaged.
#
# The error is the **mean absolute error** (MAE) of [06](06_softmax_losses.ipynb), in thousands of dollars, like the prices. The mean and standard deviation are computed anew in each round, from the rows used for training.

# %% [markdown] lang="ko"
# 모든 행을 보고 고르면 예측할 것이 아무것도 없는데도 오차가 0.85에서 0.68로 줄어듭니다. 특성을 고를 때 오차를 잴 행까지 보았으므로 그 행의 답에 관한 정보가 모델로 새어 들어간 것입니다. 이를 **데이터 누수**(data leak)라 합니다. 훈련 행만 보고 고르면 오차가 1.06으로, 평균으로 답할 때보다 나쁩니다. **평균이든 특성의 선택이든 가중치든, 데이터에서 배우는 것은 모두 훈련 행에서만 배워야 합니다.** [14장](14_tables.ipynb)에서는 열 하나에 숨은 누수를 찾습니다.
#
# ## 4. K-폴드: 모든 행을 한 번씩 검증에 쓰기
#
# **K-폴드 교차 검증**에서는 행을 K 조각으로 나눕니다. 한 조각을 **폴드**(fold)라 하며, 여기서는 K = 4입니다. 101행짜리 폴드 하나로 검증하고 나머지 셋으로 훈련하기를 폴드마다 되풀이한 뒤 오차 네 개를 평균합니다.
#
# 오차는 [06장](06_softmax_losses.ipynb)의 **평균 절대 오차**(mean absolute error, MAE)이고, 집값처럼 천 달러 단위입니다. 평균과 표준편차는 훈련에 쓰는 행에서 매번 새로 구합니다.

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
# There are two numbers to beat: 6.68 for always answering with the mean and 3.63 for least squares. In the individual folds, least squares has errors between 3.46 and 3.83. A single split would have given one such number, not the range.
#
# The next picture shows the price of each row at the top. Below, each fold has a strip with its validation rows in orange. To the right are the mean price of the validation rows (the line is the mean of all rows) and the MAE. **Look at** the mean prices: are the four folds alike?

# %% [markdown] lang="ko"
# 넘어야 할 기준은 두 가지입니다. 언제나 평균으로 답할 때의 6.68과 최소 제곱법의 3.63입니다. 최소 제곱법의 오차는 폴드에 따라 3.46에서 3.83까지 다릅니다. 한 번만 나누었다면 이 가운데 하나만 얻고, 얼마나 달라질 수 있는지는 몰랐을 것입니다.
#
# 아래 그림의 맨 위에는 각 행의 집값이 있습니다. 그 아래에는 폴드마다 띠가 하나씩 있고, 검증에 쓰는 행이 주황색입니다. 오른쪽에는 검증 행의 평균 집값(세로선은 전체 평균)과 MAE가 있습니다. 평균 집값을 **눈여겨보세요**. 네 폴드가 서로 비슷한가요?

# %%
KFoldExplorer(y_train, linear_maes, n=404)

# %% [markdown] lang="en"
# In this order, all four means lie close to the line.
#
# **Try this**
# 1. Set *rows* to "sorted by target". Each fold now contains prices that the others do not have, and the means move away from the line. Data often come sorted by date, place or label.
# 2. Leave the rows sorted and tick *shuffle first*. The means return to the line. Then move *seed*: the rows change, but the means remain similar. (Keras had already shuffled Boston for us.)
# 3. Set *rows* back to "as they come", untick *shuffle first*, and set *k* to 5. There are now four folds of 81 rows and one of 80. Code that cuts `len(x) // k` = 80 rows for every fold leaves four rows that are never used for validation.
#
# **Predict**: the MAE was 3.63. What will it be if the same loop runs on the rows sorted by price?

# %% [markdown] lang="ko"
# 지금 순서에서는 네 폴드의 평균이 모두 선 가까이에 있습니다.
#
# **해 보세요**
# 1. *행*을 "타깃 순으로 정렬"로 바꿔 보세요. 이제 어느 폴드에서든 나머지 폴드에 없는 집값으로 검증하게 되고, 평균이 선에서 멀어집니다. 실제 데이터도 날짜, 장소, 레이블(label) 순으로 정렬되어 있을 때가 많습니다.
# 2. 정렬한 채로 *먼저 섞기*를 켜 보세요. 평균이 선 가까이로 돌아옵니다. 이어서 *시드*를 바꿔 보세요. 행은 달라져도 평균은 비슷합니다. (Boston의 처음 순서도 Keras에서 이미 섞어 놓은 것입니다.)
# 3. *행*을 "받은 순서대로"로 되돌리고 *먼저 섞기*를 끈 다음 *k*를 5로 맞춰 보세요. 81행짜리 폴드 넷과 80행짜리 하나가 됩니다. 폴드마다 `len(x) // k` = 80행씩 자르는 코드를 쓰면 네 행은 한 번도 검증에 쓰이지 않습니다.
#
# 집값 순으로 정렬한 행으로 같은 반복문을 돌리면 MAE가 얼마나 될지 **예상해 보세요**. 앞에서는 3.63이었습니다.

# %% tags=["real-data"]
by_price = np.argsort(y_train, kind="stable")
sorted_maes = []
for rows in np.array_split(by_price, K):
    others = np.setdiff1d(by_price, rows)
    x_val, x_fit = scaled(rows, others, x_train)
    sorted_maes.append(np.abs(linear(x_fit, y_train[others], x_val) - y_train[rows]).mean())
print("sorted by price: MAE", round(np.mean(sorted_maes), 2), "  fold by fold", np.round(sorted_maes, 2))

# %% [markdown] lang="en"
# The MAE is 6.72, nearly twice as large, and about as bad as always answering with the mean (6.68 in the original order). In the two outer folds (9.26 and 11.3) the model was asked about prices outside the range that it had been fitted to. So shuffle before you cut the folds. (In scikit-learn, `sklearn.model_selection.KFold(4, shuffle=True).split(x)` yields the row numbers of each round.)
#
# ## 5. A small network for regression
#
# - **A small model for small data.** A network with two hidden layers of 64 units is small, and yet it has far more parameters than there are rows to learn from (about 300). It can fit these rows very closely, so the number of epochs matters.
# - **A linear output.** The last layer has one unit and no activation function. A sigmoid never gives more than 1 and a ReLU never less than 0; a weighted sum can take any value.
# - **MSE as the loss**, the mean of the *squared* errors. It is smooth, and large errors count more. **MAE as the metric**, because "off by 2,500 dollars" is easy to understand. [06](06_softmax_losses.ipynb) compares the two.

# %% [markdown] lang="ko"
# 6.72로 거의 두 배입니다. 처음 순서에서 언제나 평균으로 답할 때(6.68)만큼이나 나쁩니다. 양 끝의 두 폴드(9.26과 11.3)에서는 훈련할 때 본 범위 밖의 집값을 예측해야 했습니다. 그러니 폴드를 나누기 전에 먼저 섞으세요. (scikit-learn의 `sklearn.model_selection.KFold(4, shuffle=True).split(x)`를 쓰면 매번 쓸 행 번호가 섞여서 나옵니다.)
#
# ## 5. 회귀를 위한 작은 신경망
#
# - **작은 데이터에는 작은 모델을 씁니다.** 유닛(unit)이 64개인 은닉층(hidden layer)이 두 개뿐인 작은 모델이지만, 300개쯤인 훈련 행보다 파라미터(parameter)가 훨씬 많습니다. 모델이 훈련 행에 거의 완벽하게 맞춰질 수 있으므로 에포크 수를 잘 정해야 합니다.
# - **출력은 선형입니다.** 마지막 층은 유닛이 하나이고 활성화 함수(activation function)를 쓰지 않습니다. 시그모이드(sigmoid)는 1보다 큰 수를, ReLU는 0보다 작은 수를 내지 못하지만, 가중합은 어떤 값이든 될 수 있습니다.
# - **손실(loss)은 MSE입니다.** 오차를 *제곱*해 평균한 값입니다. 매끄럽게 변하며, 큰 오차를 더 크게 반영합니다. **지표(metric)는 MAE입니다.** "2,500달러 빗나간다"라고 하면 이해하기 쉽기 때문입니다. 두 오차는 [06장](06_softmax_losses.ipynb)에서 비교했습니다.


# %%
def build():
    """Return a fresh network that answers with one number."""
    layers = [keras.layers.Dense(64, activation="relu"), keras.layers.Dense(64, activation="relu")]
    model = keras.Sequential([keras.Input((13,)), *layers, keras.layers.Dense(1)])
    model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"])
    return model


build().summary()

# %% [markdown] lang="en"
# ## 6. Four folds, sixty epochs
#
# Now we run the loop of section 4 with the network. Each fold gets a new network, which we `fit` on the other three folds and `evaluate` on the fold itself. We train for 60 epochs; section 7 checks this number. **Predict** the mean MAE. For least squares it was 3.63.

# %% [markdown] lang="ko"
# ## 6. 폴드 네 개, 60 에포크
#
# 이제 4절의 반복문에 신경망을 넣습니다. 폴드마다 신경망을 새로 만들어 나머지 세 폴드로 `fit`하고 그 폴드로 `evaluate`합니다. 에포크 수는 60으로 하고, 알맞은지는 7절에서 확인합니다. 평균 MAE를 **예상해 보세요**. 최소 제곱법은 3.63이었습니다.

# %%
EPOCHS = 60
keras.utils.set_random_seed(SEED)
start, maes = perf_counter(), []
for rows in folds:
    others = np.setdiff1d(np.arange(len(x_train)), rows)
    x_val, x_fit = scaled(rows, others, x_train)
    model = build()
    model.fit(x_fit, y_train[others], epochs=EPOCHS, batch_size=16, verbose=0)
    mse, mae = model.evaluate(x_val, y_train[rows], verbose=0)
    maes.append(mae)
plainly = (perf_counter() - start) / (len(folds) * EPOCHS)

# %% tags=["real-data"]
for number, mae in enumerate(maes, 1):
    measured(f"fold {number}: MAE after {EPOCHS} epochs", mae, digits=2)
measured("mean of the four folds", np.mean(maes), expected=(2.1, 2.9), digits=2, data=boston_housing)
print("least squares:", round(np.mean(linear_maes), 2))

# %% [markdown] lang="en"
# The mean MAE is 2.32 thousand dollars, against 3.63 for least squares. The network can use relations that a weighted sum cannot express. The individual folds range from 1.90 to 2.49.
#
# ### Making it faster
#
# Sections 7 and 9 need another 5,200 epochs, which would take minutes this way. An epoch, 19 batches through a small network, needs little arithmetic. Most of the time is overhead, so an additional network costs little. We therefore put twenty networks side by side into one model: five for each fold, with different initial weights, as five seeds would give. `EinsumDense` with the rule `bni,nio->bno` is a Dense layer with a weight matrix of its own for each network n. The loss is the mean over the networks, so the gradient of a weight depends on the errors of its own network only. (The gradient is twenty times smaller, but RMSprop evens that out.)

# %% [markdown] lang="ko"
# 평균 MAE는 2.32(천 달러)로 최소 제곱법의 3.63보다 작습니다. 신경망은 가중합으로 나타낼 수 없는 관계도 이용할 수 있습니다. 폴드별로는 1.90에서 2.49까지 나왔습니다.
#
# ### 실행 시간 줄이기
#
# 7절과 9절에서는 5,200 에포크를 더 훈련해야 해서 이대로는 몇 분이 걸립니다. 한 에포크의 계산은 배치(batch) 19개를 작은 신경망에 통과시키는 정도라 아주 적습니다. 시간은 대부분 계산이 아닌 다른 일에 쓰이므로, 신경망을 하나 더 나란히 놓아도 조금만 늘어납니다. 그래서 시드(seed)를 다섯 개 쓸 때처럼 초기 가중치가 다른 신경망을 폴드마다 다섯 개씩, 모두 스무 개를 모델 하나에 나란히 담습니다. `EinsumDense`에 규칙 `bni,nio->bno`를 주면 신경망 n마다 가중치 행렬이 따로 있는 Dense 층이 됩니다. 모델의 손실은 신경망 스무 개의 손실을 평균한 값이므로, 가중치의 그레이디언트(gradient)는 그 가중치가 속한 신경망의 오차로만 정해집니다. (그레이디언트는 20분의 1로 줄지만 RMSprop을 쓰면 가중치가 변하는 폭은 거의 같습니다.)

# %%
SEEDS = 5
NETWORKS = SEEDS * K


def dense(units, activation=None):
    """Return a Dense layer for twenty networks at once, each with initial weights like those of Dense."""
    initial = keras.initializers.VarianceScaling(NETWORKS, "fan_avg", "uniform")
    rule, shape = "bni,nio->bno", (NETWORKS, units)
    return keras.layers.EinsumDense(rule, shape, activation, bias_axes="no", kernel_initializer=initial)


# %%
def k_fold(features, epochs):
    """Return the validation MAEs after every tenth epoch, (epochs // 10, folds, seeds)."""
    everyone, rounds = np.arange(len(features)), np.repeat(np.arange(K), SEEDS)
    others = [np.setdiff1d(everyone, folds[fold]) for fold in rounds]
    pairs = [scaled(folds[fold], rows, features) for fold, rows in zip(rounds, others, strict=True)]
    x_val, x_fit = (np.stack(part, axis=1) for part in zip(*pairs, strict=True))
    y_val, y_fit = (np.stack([y_train[r] for r in part], axis=1) for part in ([folds[f] for f in rounds], others))
    keras.utils.set_random_seed(SEED)
    model = keras.Sequential([keras.Input(x_fit.shape[1:]), dense(64, "relu"), dense(64, "relu"), dense(1)])
    model.compile(optimizer="rmsprop", loss="mse", steps_per_execution=19)  # an epoch in one call from Python
    maes = []
    for _ in range(epochs // 10):
        model.fit(x_fit, y_fit[..., None], epochs=10, batch_size=16, verbose=0)
        maes.append(np.abs(model.predict(x_val, verbose=0)[..., 0] - y_val).mean(axis=0))
    return np.reshape(maes, (-1, K, SEEDS))


# %%
start = perf_counter()
curves = k_fold(x_train, 200)
together = (perf_counter() - start) / (200 * NETWORKS)
measured("an epoch of one network, plainly", 1000 * plainly, digits=1, unit="ms")
measured("an epoch of one network, twenty side by side", 1000 * together, digits=1, unit="ms")

# %% [markdown] lang="en"
# How many times faster this is depends on your computer.
#
# ## 7. Choosing the number of epochs
#
# We now know the error of each of the twenty networks after every tenth epoch up to 200. **Predict** the epoch at which the average error is lowest.
#
# The curve of a fold with only 101 districts is noisy, so we **average** all curves. To reduce the remaining wobble we **smooth** the average: each point becomes the mean of itself and its two neighbours on either side. (The smoothing of TensorBoard in [07](07_tensorflow.ipynb) uses past points only, so a minimum would appear too late.)

# %% [markdown] lang="ko"
# 몇 배 빨라지는지는 컴퓨터마다 다릅니다.
#
# ## 7. 평균 곡선에서 에포크 수 찾기
#
# 신경망 스무 개의 오차를 200 에포크까지 10 에포크마다 쟀습니다. 평균 오차가 몇 에포크에서 가장 낮을지 **예상해 보세요**.
#
# 폴드 하나에는 지역이 101곳뿐이므로 모든 곡선을 **평균**합니다. 그래도 남는 흔들림은 **평활화**(smoothing)로 줄입니다. 점의 값을 그 점과 양옆의 두 점씩, 모두 다섯 점의 평균으로 바꾸는 방법입니다. ([07장](07_tensorflow.ipynb)에서 본 TensorBoard의 평활화는 지난 점만 쓰므로 가장 낮은 점이 실제보다 늦게 나타납니다.)

# %%
average, epochs = curves.mean(axis=(1, 2)), np.arange(10, 201, 10)
smooth = np.convolve(average, np.ones(5) / 5, mode="valid")
middle = epochs[2:-2]  # the epoch in the middle of each five points
best = int(middle[smooth.argmin()])
with style():
    fig, ax = plt.subplots()
    for curve in curves.mean(axis=2).T:
        ax.plot(epochs, curve, color="#BBBBBB", linestyle="-", linewidth=1)
    ax.plot(epochs, average, color=COLOURS["sky"], linestyle="--", label="mean of the folds")
    ax.plot(middle, smooth, color=COLOURS["blue"], linestyle="-", linewidth=3, label="smoothed")
    ax.plot(best, smooth.min(), "o", color=COLOURS["vermillion"], markersize=9, label="lowest")
    ax.set(xlabel="epoch", ylabel="validation MAE, thousand dollars", ylim=(1.8, 3.1))
    ax.legend()
measured("lowest point, epoch", best)

# %% [markdown] lang="en"
# The grey lines are the four folds, each the mean of five networks, and the dot marks the lowest point of the smoothed mean, here at epoch 90. The error falls steeply at first, hardly changes around its lowest point, and later rises slowly. This rise is the sign of overfitting that you know from [10](10_fashion_images.ipynb). How much does the lowest point depend on chance? The next cell finds it for each of the five seeds separately.

# %% [markdown] lang="ko"
# 회색 선은 네 폴드의 오차(폴드마다 신경망 다섯 개의 평균)입니다. 점은 평활화한 평균이 가장 낮은 곳을 나타내며, 여기서는 90 에포크입니다. 오차는 처음에 가파르게 줄고, 가장 낮은 점 부근에서는 거의 그대로이며, 그 뒤로 천천히 커집니다. 이렇게 다시 커지는 것은 [10장](10_fashion_images.ipynb)에서 본 과대적합의 신호입니다. 가장 낮은 점은 우연에 얼마나 좌우될까요? 다음 셀에서는 이 점을 시드마다 따로 찾아봅니다.

# %%
lowest = epochs[curves.mean(axis=1).argmin(axis=0)]  # of each seed, mean of the folds
measured("lowest point of single seeds, earliest epoch", int(lowest.min()))
measured("latest epoch", int(lowest.max()))
measured("smoothed MAE at the lowest point", smooth.min(), digits=2)
measured("at epoch 180", smooth[-1], digits=2)
measured("first epoch within 50 dollars of the lowest", int(middle[smooth <= smooth.min() + 0.05][0]))
after = curves[EPOCHS // 10 - 1].mean(axis=0)  # of each seed, after EPOCHS
measured(f"mean of the folds after {EPOCHS} epochs, lowest of five seeds", after.min(), digits=2)
measured("highest", after.max(), digits=2)

# %% [markdown] lang="en"
# Because the curve is so flat, the lowest points of the five seeds lie anywhere between epochs 40 and 120. Among nearly equal choices, an early one is best, since it costs least. The smoothed MAE is 2.33 at its lowest point and comes within 50 dollars of it at epoch 50; by epoch 180 it has risen to 2.40. Section 6 stopped at epoch 60, on the flat part, so we keep that number. With five seeds, the mean of the folds after 60 epochs ranges from 2.30 to 2.39, and the 2.32 of the plain loop is within this range. (Since the four folds helped to settle the number of epochs, their MAE may now be slightly too optimistic. That is one reason for a test set.)
#
# ## 8. The final model and the test set
#
# The models from the K-fold loops are thrown away. The final model learns from **all** 404 rows for 60 epochs. Then we use the test set once.

# %% [markdown] lang="ko"
# 곡선이 워낙 평평해서 시드마다 가장 낮은 점이 40에서 120 에포크까지 흩어져 있습니다. 차이가 거의 없다면 시간이 적게 드는 이른 에포크가 좋습니다. 평활화한 MAE는 가장 낮은 점에서 2.33이고, 50 에포크만 훈련해도 이 값과의 차이가 50달러 이내입니다. 180 에포크에서는 2.40까지 올라갑니다. 6절의 60 에포크는 평평한 구간에 있으므로 그대로 씁니다. 이때 네 폴드의 평균은 시드에 따라 2.30\~2.39이고, 6절의 2.32도 이 범위에 듭니다. (네 폴드를 보고 에포크 수를 정했으므로 네 폴드의 MAE는 이제 실제보다 조금 좋게 나온 값일 수 있습니다. 테스트 데이터(test set)를 따로 두는 데에는 이런 이유도 있습니다.)
#
# ## 8. 최종 모델과 테스트 데이터
#
# K-폴드 반복문에서 만든 모델은 버립니다. 최종 모델은 404개 행 **모두**로 60 에포크 동안 훈련하고, 테스트 데이터로 한 번 평가합니다.

# %% tags=["real-data"]
keras.utils.set_random_seed(SEED)
final = build()
final.fit(x, y_train, epochs=EPOCHS, batch_size=16, verbose=0)
predicted = final.predict(x_new, verbose=0)[:, 0]
mistakes = np.abs(predicted - y_test)
linear_mistakes = np.abs(linear(x, y_train, x_new) - y_test)
measured("network, test MAE", mistakes.mean(), digits=2)
measured("give or take", mistakes.std() / np.sqrt(len(mistakes)), digits=2)
print("least squares, test MAE", round(linear_mistakes.mean(), 2))

# %% [markdown] lang="en"
# The test MAE is 2.81, against 3.46 for least squares. "Give or take 0.35" is its standard error: on other sets of 102 districts the value would typically vary by about that much. The 2.32 of the four folds is 1.4 standard errors lower, a difference that chance alone can produce. The cross-validated value is the steadier one, because it rests on four times as many districts. In the picture each point is a district, and a point on the line is a correct prediction.

# %% [markdown] lang="ko"
# 테스트 MAE는 신경망이 2.81, 최소 제곱법이 3.46입니다. `give or take` 다음의 0.35는 표준 오차(standard error)입니다. 다른 지역 102곳으로 재면 값이 보통 이만큼 달라진다는 뜻입니다. 네 폴드에서 얻은 2.32는 2.81보다 표준 오차의 1.4배만큼 작은데, 이 정도 차이는 우연으로도 생깁니다. 2.32는 네 배쯤 많은 지역에서 잰 값이라 더 안정적입니다. 아래 그림에서 점 하나가 지역 하나이고, 점이 선에 놓이면 예측이 맞았다는 뜻입니다.

# %% tags=["real-data"]
with style():
    fig, ax = plt.subplots(figsize=(4.8, 4.4))
    ax.plot([0, 55], [0, 55], color="#888888", linestyle="-", linewidth=1)
    ax.plot(y_test, predicted, "o", color=COLOURS["blue"], markersize=5, alpha=0.6)
    ax.set(xlabel="true price, thousand dollars", ylabel="predicted", xlim=(0, 55), ylim=(0, 55))
print("points:", len(predicted), "  true prices at 50.0:", (y_test == 50).sum())
measured("largest mistake", mistakes.max(), digits=0, unit="thousand dollars")
worst = mistakes.argmax()
print("its true price:", y_test[worst], "  rooms:", x_test[worst, 5].round(1))
roomy = np.sort(y_train[x_train[:, 5] > 8])
print("training districts with more than eight rooms:", len(roomy), "  the cheapest:", *roomy[:1])

# %% [markdown] lang="en"
# For all three districts whose price is cut off at 50, the prediction is below 50. One point lies far above the line: the true price is 21.9, and the network predicts more than 50. This district alone accounts for about 0.3 of the MAE of 2.81. Its houses have 8.8 rooms on average, and in all ten training districts that average more than eight, the price is at least 37.6. Look at individual errors, not only at their mean.
#
# ## 9. Does the network need column B?
#
# We train the twenty networks again for 60 epochs, without column B. Two averages alone could mislead us, because the folds differ more than the models do. So we take **paired differences**: for each fold, on the same rows, the MAE without B minus the MAE with B. **Predict** their mean: will it be clearly above 0, clearly below, or neither?

# %% [markdown] lang="ko"
# 집값이 50에서 잘린 세 지역의 예측은 모두 50보다 낮습니다. 선보다 한참 위에 점이 하나 있습니다. 실제 집값은 21.9인데 예측은 50이 넘습니다. MAE 2.81 가운데 0.3쯤이 이 지역 하나 때문입니다. 이곳은 집 한 채에 방이 평균 8.8개인데, 훈련 데이터에서 방이 평균 여덟 개를 넘는 지역 열 곳은 집값이 모두 37.6 이상이었습니다. 평균만 보지 말고 크게 틀린 예측을 하나씩 살펴보세요.
#
# ## 9. 신경망에 B 열이 필요할까?
#
# B 열을 빼고 신경망 스무 개를 다시 60 에포크 동안 훈련합니다. 평균 두 개만 비교하면 잘못 판단할 수 있습니다. 모델 사이의 차이보다 폴드 사이의 차이가 크기 때문입니다. 그래서 **짝지은 차이**를 봅니다. 폴드마다 같은 행으로 재어, B를 뺀 모델의 MAE에서 B를 넣은 모델의 MAE를 뺍니다. 이 차이의 평균이 0보다 뚜렷이 클지, 뚜렷이 작을지, 어느 쪽도 아닐지 **예상해 보세요**.

# %% tags=["real-data"]
without, with_b = k_fold(np.delete(x_train, 11, axis=1), EPOCHS)[-1], curves[EPOCHS // 10 - 1]
difference = without - with_b  # (folds, seeds)
measured("mean MAE without B", without.mean(), expected=(2.1, 2.9), digits=2, data=boston_housing)
measured("mean MAE with B", with_b.mean(), digits=2)
for number, row in enumerate(difference, 1):
    print(f"fold {number}: differences from ≈ {row.min():.2f} to ≈ {row.max():.2f}")
of_seeds = difference.mean(axis=0)
print(f"mean of the folds, of five seeds: from ≈ {of_seeds.min():.3f} to ≈ {of_seeds.max():.3f}")

# %% [markdown] lang="en"
# The mean is neither clearly above nor clearly below 0. With five seeds it ranges from −0.131 to 0.101 thousand dollars, and in every single fold, too, the differences lie on both sides of 0. For this network and these rows, B adds nothing that we could measure. (And leaving B out does not make the data fair, because other columns carry traces of the same history.)
#
# ## 10. California: the set to use instead
#
# *California housing* comes from the US census of 1990. A row is a block group, usually with 600 to 3,000 people. There are 20,640 rows with eight features, and the target is the median house value, now in **dollars**. High values are cut off at 500,001.

# %% [markdown] lang="ko"
# 어느 쪽도 아닙니다. 차이의 평균은 시드에 따라 −0.131에서 0.101(천 달러)까지로 0의 양쪽에 걸쳐 있고, 폴드를 하나씩 보아도 그렇습니다. 이 신경망과 이 데이터에서는 B의 효과를 찾을 수 없었습니다. (또 이 열을 뺀다고 데이터가 공정해지지는 않습니다. 다른 열에도 같은 역사의 흔적이 남아 있습니다.)
#
# ## 10. 캘리포니아: 대신 쓸 데이터셋
#
# *California housing*은 1990년 미국 인구 조사에서 나온 데이터셋입니다. 한 행이 블록 그룹(block group) 하나를 나타내며, 블록 그룹 하나에는 대개 600명에서 3,000명이 삽니다. 모두 20,640개 행에 특성이 여덟 개씩 있고, 타깃은 집값의 중앙값이며 이번에는 **달러** 단위입니다. 높은 값은 500,001에서 잘려 있습니다.

# %% tags=["real-data"]
(x_cal, y_cal), (x_cal_test, y_cal_test) = california_housing.load_data()
names = ["longitude", "latitude", "housing_median_age", "total_rooms"]
names += ["total_bedrooms", "population", "households", "median_income"]
print("training:", x_cal.shape, x_cal.dtype, "  test:", x_cal_test.shape)
for name, column in zip(names, x_cal.T, strict=True):
    print(f"{name:18}  {column.min():8.1f} to {column.max():8.1f}   mean {column.mean(dtype=float):8.1f}")
print(f"price: {y_cal.min():,.0f} to {y_cal.max():,.0f} dollars, {(y_cal > 500_000).mean():.1%} at the cut")

# %% [markdown] lang="en"
# Median income is in tens of thousands of dollars. Rooms, bedrooms, population and households are totals for the block group. On the map each point is a block group, and yellow means expensive.

# %% [markdown] lang="ko"
# 중위 소득(median_income)은 만 달러 단위입니다. 방 수, 침실 수, 인구, 가구 수는 블록 그룹 전체의 합계입니다. 아래 지도에서 점 하나가 블록 그룹 하나이고, 노란색에 가까울수록 집값이 비쌉니다.

# %%
with style():
    fig, ax = plt.subplots(figsize=(5.6, 5))
    points = ax.scatter(x_cal[:, 0], x_cal[:, 1], c=y_cal / 1000, s=3, cmap="cividis", zorder=2)
    fig.colorbar(points, label="price, thousand dollars")
    for city, where in {"San Francisco": (-122.4, 37.8), "Los Angeles": (-118.2, 34.1)}.items():
        ax.annotate(city, where, (-14, -8), textcoords="offset points", ha="right", fontweight="bold")
    ax.set(xlabel="longitude", ylabel="latitude", xlim=(-128, -114))
print("block groups drawn:", len(x_cal))

# %% [markdown] lang="en"
# The coast is expensive around San Francisco and Los Angeles, and the Central Valley behind it is cheap. Are **longitude and latitude alone** enough to predict that? A weighted sum of the two describes a tilted plane, on which equal prices lie along straight parallel lines, whereas the coast bends. A network can describe a curved surface.
#
# The network changes in three ways.
# - **The target** is learned in units of 100,000 dollars. An untrained network answers with numbers near 0, and training changes the weights in small steps, so 200,000 would be a very long way off. Scale a large target too, and scale the predictions back at the end.
# - **One split is enough.** The last tenth of the 16,512 rows is kept for validation; that is more than three times as many rows as Boston has in all. (It is a fair sample, because Keras's loader has already shuffled the rows.) K-fold pays off mainly when data are scarce.
# - **`Normalization` is the first layer**, adapted to the nine tenths used for training.

# %% [markdown] lang="ko"
# 샌프란시스코와 로스앤젤레스 일대의 해안은 집값이 비싸지만, 그 안쪽의 센트럴밸리는 쌉니다. **경도와 위도만으로** 집값을 예측할 수 있을까요? 두 수의 가중합을 그리면 기울어진 평면이 됩니다. 가중합이 같은 곳은 나란한 직선 위에 놓이는데 해안선은 굽어 있습니다. 신경망은 곡면도 나타낼 수 있습니다.
#
# 이번 신경망은 앞의 신경망과 세 가지가 다릅니다.
# - **타깃**을 10만 달러 단위로 바꿉니다. 훈련하기 전의 신경망은 0에 가까운 수를 내고 가중치는 조금씩만 바뀌므로, 출력이 200,000에 이르기까지는 갈 길이 너무 멉니다. 타깃이 크면 타깃도 어떤 수로 나누어 크기를 맞추고, 예측한 값에는 같은 수를 곱해 원래 단위로 되돌리세요.
# - **한 번만 나누어도 충분합니다.** 16,512개 행 가운데 마지막 10분의 1로 검증하는데, 이것만으로도 행 수가 Boston 전체의 세 배가 넘습니다. (Keras가 행을 미리 섞어 두었으므로 한쪽으로 치우치지 않습니다.) K-폴드는 주로 데이터가 적을 때 쓸모가 있습니다.
# - **첫 층은 `Normalization`입니다.** 훈련에 쓰는 10분의 9에서 평균과 분산을 구합니다.

# %%
cut = len(x_cal) * 9 // 10
x_fit, x_val, y_fit, y_val = x_cal[:cut], x_cal[cut:], y_cal[:cut] / 100_000, y_cal[cut:] / 100_000


def california(columns, epochs, callbacks=()):
    """Train a network on these columns; return it and its history."""
    keras.utils.set_random_seed(SEED)
    standardise = keras.layers.Normalization()
    standardise.adapt(x_fit[:, :columns])
    layers = [keras.layers.Dense(64, activation="relu"), keras.layers.Dense(64, activation="relu")]
    model = keras.Sequential([keras.Input((columns,)), standardise, *layers, keras.layers.Dense(1)])
    model.compile(optimizer="rmsprop", loss="mse", metrics=["mae"], steps_per_execution=39)
    check = (x_val[:, :columns], y_val)
    how = {"epochs": epochs, "batch_size": 128, "verbose": 0, "callbacks": list(callbacks)}
    return model, model.fit(x_fit[:, :columns], y_fit, validation_data=check, **how).history


# %%
two, _ = california(2, 20)
plane_map = linear(x_cal[:, :2], y_cal, x_cal[:, :2])
network_map = 100_000 * two.predict(x_cal[:, :2], batch_size=1024, verbose=0)[:, 0]
with style():
    fig, axes = plt.subplots(1, 2, figsize=(9, 4), sharey=True)
    titles = ("plane", "network")
    for ax, title, price in zip(axes, titles, (plane_map, network_map), strict=True):
        points = ax.scatter(*x_cal[:, :2].T, c=price / 1000, s=3, cmap="cividis", zorder=2, vmin=0, vmax=350)
        ax.set(title=title, xlabel="longitude")
    axes[0].set(ylabel="latitude")
    fig.colorbar(points, ax=axes, label="predicted, thousand dollars")
print("block groups drawn:", len(plane_map))

# %% [markdown] lang="en"
# On the plane, prices rise towards the south-west, evenly across the state. The network has found the two expensive regions on the coast and the cheap valley behind it. Next we use all eight columns and watch the curves, and then we evaluate everything once on the test set. **Predict** which will be better: the network with two columns, or least squares with eight?

# %% [markdown] lang="ko"
# 평면에서는 주 전체에 걸쳐 남서쪽으로 갈수록 집값이 일정하게 높아집니다. 신경망은 집값이 비싼 해안의 두 지역과 집값이 싼 센트럴밸리를 찾아냈습니다. 이제 여덟 열을 모두 써서 훈련하며 곡선을 봅니다. 그런 다음 모든 모델을 테스트 데이터로 한 번씩 평가합니다. 두 열을 쓴 신경망과 여덟 열을 쓴 최소 제곱법 가운데 어느 쪽이 나을지 **예상해 보세요**.

# %%
eight, history = california(8, 30, [LiveCurves()])

# %% tags=["real-data"]
measured("MAE at the end, training", history["mae"][-1])
measured("validation", history["val_mae"][-1])


def test_mae(predicted):
    return np.abs(predicted - y_cal_test).mean()


def in_dollars(model, x):
    return 100_000 * model.predict(x, batch_size=1024, verbose=0)[:, 0]


print(f"always the mean:           {test_mae(y_cal.mean(dtype=float)):8,.0f} dollars")
print(f"least squares, 2 columns:  {test_mae(linear(x_cal[:, :2], y_cal, x_cal_test[:, :2])):8,.0f} dollars")
print(f"least squares, 8 columns:  {test_mae(linear(x_cal, y_cal, x_cal_test)):8,.0f} dollars")
measured("network, 2 columns", test_mae(in_dollars(two, x_cal_test[:, :2])), digits=0, unit="dollars")
measured("network, 8 columns", test_mae(in_dollars(eight, x_cal_test)), digits=0, unit="dollars")

# %% [markdown] lang="en"
# With two columns, least squares is off by 78,189 dollars on average and the network by 66,187: the same two numbers are worth more to a model that can describe a curved surface. But the other six columns, median income among them, are worth more still: least squares with all eight is off by 51,468. With eight columns, the network is off by 39,026. (Each network was trained once. After 30 epochs there is little overfitting: the training MAE is 0.371, the validation MAE 0.383.)
#
# ## What you have learned
# - Regression: a linear output, MSE as the loss, MAE as the metric. Scale the features, and the target too if it is large.
# - Whatever is learned from data, mean and standard deviation included, must be learned from the training rows alone.
# - In K-fold cross-validation, every row is used for validation once. Shuffle first. The mean of the folds is steadier than a single split, and their spread shows how much a single split can mislead you.
# - Average and smooth the curves, take the earliest of the nearly best epochs, train once more on all rows, and use the test set once.
# - Compare two models by their differences on the same rows, over several seeds.
# - Find out who made a data set, and what its columns assume.
#
# **By how many dollars is the network wrong on average, and for how many epochs should it train?** On Boston it was wrong by 2.32 thousand dollars in cross-validation, and by 2.81, give or take 0.35, on the 102 test districts. Sixty epochs were enough: the lowest point of the smoothed curve, at epoch 90, was less than 50 dollars lower, and later the error rose.
#
# | Measured here (errors in thousands of dollars) | Result | Repeats |
# |---|---|---|
# | four-fold MAE after 60 epochs | 2.30 to 2.39 | five seeds |
# | epoch of the lowest MAE | 40 to 120 | five seeds |
# | MAE without B minus MAE with B | −0.131 to 0.101 | five seeds |
# | test MAE | 2.81, give or take 0.35 | one run, 102 districts |
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
# 두 열을 쓰면 평균 오차가 최소 제곱법은 78,189달러, 신경망은 66,187달러입니다. 같은 두 수라도 곡면을 나타낼 수 있는 모델에서 더 쓸모가 있습니다. 하지만 중위 소득을 비롯한 나머지 여섯 열이 더 큰 도움이 됩니다. 여덟 열을 모두 쓰면 최소 제곱법은 51,468달러, 신경망은 39,026달러입니다. (신경망은 모두 한 번씩 훈련했습니다. 30 에포크 동안 과대적합은 거의 없어서, 마지막 MAE가 훈련에서 0.371, 검증에서 0.383입니다.)
#
# ## 배운 것
# - 회귀에는 선형 출력을 쓰고, 손실은 MSE, 지표는 MAE로 합니다. 특성의 크기를 맞추고, 타깃이 크면 타깃의 크기도 맞춥니다.
# - 평균과 표준편차를 포함해, 데이터에서 배우는 것은 모두 훈련 행에서만 배웁니다.
# - K-폴드 교차 검증에서는 모든 행을 한 번씩 검증에 씁니다. 먼저 섞으세요. 폴드의 평균은 한 번 나누어 잰 값보다 안정적이고, 폴드끼리의 차이를 보면 그런 값이 얼마나 빗나갈 수 있는지 짐작할 수 있습니다.
# - 곡선을 평균하고 평활화해서, 가장 좋은 에포크와 차이가 거의 없는 에포크 가운데 가장 이른 것을 고릅니다. 모든 행으로 다시 훈련하고, 테스트 데이터는 한 번만 씁니다.
# - 두 모델은 같은 행에서 구한 차이로, 여러 시드에 걸쳐 비교합니다.
# - 데이터셋을 누가 만들었고 열마다 어떤 가정이 들어 있는지 알아보세요.
#
# **신경망의 예측은 평균 몇 달러나 빗나가고, 몇 에포크나 훈련해야 할까요?** Boston의 평균 오차(천 달러)는 교차 검증에서 2.32, 테스트 지역 102곳에서 2.81(표준 오차 0.35)이었습니다. 훈련은 60 에포크면 충분했습니다. 평활화한 곡선이 가장 낮은 90 에포크까지 가도 오차는 50달러도 채 줄지 않았고, 그 뒤에는 오히려 커졌습니다.
#
# | 항목(오차는 천 달러 단위) | 결과 | 반복 |
# |---|---|---|
# | 60 에포크 뒤 네 폴드의 MAE | 2.30\~2.39 | 시드 다섯 개 |
# | MAE가 가장 낮은 에포크 | 40\~120 | 시드 다섯 개 |
# | B를 뺀 MAE − B를 넣은 MAE | −0.131\~0.101 | 시드 다섯 개 |
# | 테스트 MAE | 2.81, 표준 오차 0.35 | 훈련 한 번, 지역 102곳 |
#
# ## 다음
# [14. 표](14_tables.ipynb): CSV 파일, 범주, 그리고 정답이 새어 나오는 열.
#
# ## 출처
# - D. Harrison, D. L. Rubinfeld, "Hedonic housing prices and the demand for clean air", Journal of Environmental Economics and Management 5 (1978): Boston housing과 B 열.
# - O. W. Gilley, R. K. Pace, "On the Harrison and Rubinfeld data", Journal of Environmental Economics and Management 31 (1996): 이 데이터셋의 오류, 50에서 자른 값.
# - M. Carlisle, "Racist data destruction?" (2019): B 열에 담긴 가정. scikit-learn의 `load_boston`: 버전 1.0에서 폐기를 예고하고 버전 1.2에서 없앤 이유. Keras 문서의 Boston housing 페이지.
# - R. K. Pace, R. Barry, "Sparse spatial autoregressions", Statistics & Probability Letters 33 (1997): California housing.
# - T. Hastie, R. Tibshirani, J. Friedman, *The Elements of Statistical Learning* (2판 2009), 7.10절: 교차 검증, 그리고 특성을 잘못 고르는 방법.
# - F. Chollet, *Deep Learning with Python* (2판 2021), 4.3절: 이 신경망, 배치 크기가 16인 K-폴드.
