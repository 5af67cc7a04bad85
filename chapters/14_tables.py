# %% [markdown] lang="en"
# # 14. Tables: what a spreadsheet does not tell you
#
# Much of the world's data comes neither as pictures nor as text but as tables, with a row for each person and a column for each thing that somebody wrote down. A network accepts any table of numbers and gives an answer, whether or not that answer means anything. **How can a table fool you?** This chapter shows four ways.
#
# **You will be able to**
# - recognise a score that is too good, and find the column that gives the answer away;
# - split a table so that the test answers the question you care about;
# - say how uncertain a score on 248 rows is;
# - choose a threshold, and explain why a probability need not be a risk;
# - get from a CSV file, with its missing values, categories, encoding and file name, to a model that can be saved and used elsewhere.
#
# **Time** about 75 minutes. **You need** [09. A first network](09_first_network.ipynb) for training and test data, and [13. House prices](13_housing_regression.ipynb) for regression, MAE and standardisation.

# %% [markdown] lang="ko"
# # 14. 표: 표가 말해 주지 않는 것
#
# 세상의 데이터는 그림도 글도 아닌 표일 때가 많습니다. 행 하나는 사람 한 명을, 열 하나는 누군가 적어 둔 항목 하나를 나타냅니다. 신경망(neural network)은 수로 된 표라면 무엇이든 받아, 의미가 있든 없든 답을 냅니다. **표는 우리를 어떻게 속일까요?** 이 장에서 네 가지 경우를 봅니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 지나치게 좋은 점수를 의심하고, 답이 새는 열을 찾아냅니다.
# - 정말로 알고 싶은 것을 테스트로 잴 수 있도록 표를 나눕니다.
# - 248행에서 잰 점수의 불확실성(uncertainty)이 얼마나 큰지 가늠합니다.
# - 임곗값(threshold)을 고르고, 확률을 위험도로 읽으면 안 되는 경우를 설명합니다.
# - 결측값, 범주, 인코딩, 파일 이름에 주의하며 CSV 파일을 읽고, 모델을 만들어 저장한 뒤 다른 곳에서도 씁니다.
#
# **시간** 약 75분. **필요한 것** [09. 첫 신경망](09_first_network.ipynb)의 훈련 데이터와 테스트 데이터, [13. 주택 가격](13_housing_regression.ipynb)의 회귀, MAE, 표준화.

# %% tags=["setup"]
import tempfile
import unicodedata
from pathlib import Path
from time import perf_counter

import keras
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import tensorflow as tf

from helpers import measured
from helpers.datasets import credit_card, infert
from helpers.drawing import COLOURS, histogram, style
from helpers.widgets import ThresholdExplorer

SEED = 0
rng = np.random.default_rng(SEED)

# %% [markdown] lang="en"
# ## 1. People who applied for a credit card
#
# The first table holds what was known about 1,319 people who applied for a credit card. The target is `share`, the fraction of a person's income that is spent on the card.

# %% [markdown] lang="ko"
# ## 1. 신용카드를 신청한 사람들
#
# 첫 번째 표에는 신용카드를 신청한 1,319명의 정보가 담겨 있습니다. 타깃(target)은 소득 가운데 카드로 쓰는 돈의 비율인 `share`입니다.

# %% tags=["real-data"]
table = credit_card.load_data()
print("rows and columns:", table.shape)
print(table.head(3).T)

# %% [markdown] lang="en"
# `income` is the yearly income in units of 10,000 dollars, and `expenditure` the monthly spending on the card, in dollars. `reports` counts serious complaints about unpaid bills, `majorcards` the major credit cards, and `active` the credit accounts in use; `months` is the time at the present address. Always look at the data before you build a model.

# %% [markdown] lang="ko"
# `income`은 한 해 소득(만 달러), `expenditure`는 한 달 카드 지출(달러)입니다. `reports`는 돈을 제때 갚지 않아 신고된 횟수, `dependents`는 부양가족 수, `months`는 지금 집에 산 개월 수, `majorcards`는 주요 신용카드 수, `active`는 쓰고 있는 신용 계좌 수입니다. 모델을 만들기 전에는 언제나 데이터부터 봅니다.

# %% tags=["real-data"]
FEATURES = ["reports", "age", "income", "expenditure", "dependents", "months", "majorcards", "active"]
print(table[["share", *FEATURES]].agg(["min", "median", "max"]).round(3).T)
print("younger than 18:", table["age"][table["age"] < 18].round(2).tolist())

# %% [markdown] lang="en"
# According to the table, seven applicants are less than a year old. A wrong value is a number like any other, so it raises no error. We treat these ages as missing and replace them with the median age of the training rows.
#
# The rows are divided into three parts. We use 844 rows for training, 211 for validation (to decide how long to train) and 264 for the test. As in [13](13_housing_regression.ipynb), medians, means and standard deviations are learned from the training rows alone.

# %% [markdown] lang="ko"
# 표대로라면 신청자 일곱 명이 한 살도 되지 않았습니다. 잘못된 값도 겉보기에는 여느 수와 같아서 오류가 나지 않습니다. 이런 나이는 결측값(missing value)으로 보고, 훈련 데이터(training set)의 나이 중앙값으로 바꿉니다.
#
# 행은 셋으로 나눕니다. 844행으로 모델을 훈련하고, 211행으로 검증하면서 언제 훈련을 멈출지 정하고, 264행은 테스트용으로 남겨 둡니다. [13장](13_housing_regression.ipynb)에서처럼 중앙값, 평균, 표준편차는 훈련 데이터에서만 구합니다.

# %%
order = rng.permutation(len(table))
train, val, test = order[:844], order[844:1055], order[1055:]
table["age"] = table["age"].where(table["age"] >= 18)  # else NaN
table["age"] = table["age"].fillna(table["age"].iloc[train].median())
share = 100 * table["share"].to_numpy("float32")  # in percent of the income

# %% [markdown] lang="en"
# ## 2. A baseline, a linear model, a network
#
# The mean absolute error (**MAE**) is given in percent of income. **R²** is 1 minus a ratio: the squared error of the model divided by that of always answering with the mean of the training rows. R² is 1 for a perfect model, 0 for one that is no better than the mean, and negative for one that is worse. The baseline gives everybody the same answer, the median of the training rows.

# %% [markdown] lang="ko"
# ## 2. 기준선, 선형 모델, 신경망
#
# 평균 절대 오차(mean absolute error, **MAE**)의 단위는 소득 대비 %입니다. **R²**는 모델의 제곱 오차를, 언제나 훈련 데이터의 평균으로 답할 때의 제곱 오차로 나눈 다음 1에서 뺀 값입니다. 완벽하면 1, 평균으로 답하는 것과 같으면 0이고, 그보다 못하면 음수입니다. 기준선(baseline)은 누구에게나 훈련 데이터의 중앙값을 답으로 내는 방법입니다.


# %% tags=["real-data"]
def r2(answers, rows, learned=train):
    return 1 - np.mean((answers - share[rows]) ** 2) / np.mean((share[rows] - share[learned].mean()) ** 2)


def judged(name, answers, mae, r_squared):
    measured(f"{name}, MAE", np.abs(answers - share[test]).mean(), mae, digits=2, unit="%", data=credit_card)
    measured(f"{name}, R²", r2(answers, test), r_squared, digits=2, data=credit_card)


judged("median", np.full(len(test), np.median(share[train])), mae=(4.4, 6.8), r_squared=(-0.25, 0.1))

# %% [markdown] lang="en"
# The baseline is off by 5.56 % of income on average. Next come a linear model (least squares) and a network with two hidden layers.

# %% [markdown] lang="ko"
# 기준선의 평균 오차는 소득의 5.56 %입니다. 이제 선형 모델(최소 제곱법)과, 은닉층(hidden layer)이 둘인 신경망을 써 봅니다.


# %% tags=["real-data"]
def line(columns, train=train, test=test):
    design = np.column_stack([np.ones(len(table)), table[columns]])
    weights = np.linalg.lstsq(design[train], share[train], rcond=None)[0]
    return (design @ weights)[test]


judged("line", line(FEATURES), mae=(1.9, 3.2), r_squared=(0.4, 0.9))

# %% [markdown] lang="en"
# The linear model reaches an R² of 0.84. The network standardises its own input: in `adapt`, the layer `Normalization` learns the mean and standard deviation of each column from the training rows. Training takes at most 40 epochs. `EarlyStopping` ends it sooner when the validation loss has not improved for ten epochs, and restores the best weights. **Predict** the R² of the network on the test rows.

# %% [markdown] lang="ko"
# 선형 모델의 R²는 0.84입니다. 신경망에서는 표준화도 모델 안에서 합니다. `adapt`를 부르면 `Normalization` 층이 훈련 데이터에서 열마다 평균과 표준편차를 구해 둡니다. 훈련은 길어야 40 에포크(epoch)입니다. 검증 손실(loss)이 10 에포크 동안 나아지지 않으면 `EarlyStopping`이 훈련을 멈추고(조기 종료, early stopping) 가장 좋았던 가중치(weight)로 되돌립니다. 테스트 데이터에서 신경망의 R²가 얼마일지 **예상해 보세요**.


# %%
def network(columns):
    keras.utils.set_random_seed(SEED)
    x = table[columns].to_numpy("float32")
    scale = keras.layers.Normalization()
    scale.adapt(x[train])
    hidden = [keras.layers.Dense(32, activation="relu") for _ in range(2)]
    model = keras.Sequential([keras.Input((len(columns),)), scale, *hidden, keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.Adam(0.003), loss="mse")
    stop = keras.callbacks.EarlyStopping(patience=10, restore_best_weights=True)
    validation = (x[val], share[val])
    model.fit(x[train], share[train], epochs=40, batch_size=32, verbose=0, validation_data=validation, callbacks=[stop])
    return model, x


leaky, x = network(FEATURES)
measured("parameters to train", int(sum(np.prod(weights.shape) for weights in leaky.trainable_weights)))

# %% [markdown] lang="en"
# `fit` records the losses of each epoch in `model.history.history`. In the plot, a dot marks the epoch with the smallest validation loss.

# %% [markdown] lang="ko"
# `fit`이 에포크마다 기록한 손실은 `model.history.history`에 있습니다. 그림의 점은 검증 손실이 가장 작은 에포크를 나타냅니다.


# %%
def curves(ax, history, ylabel):
    epochs = np.arange(1, len(history["loss"]) + 1)
    ax.plot(epochs, history["loss"], label="training")
    ax.plot(epochs, history["val_loss"], label="validation")
    best = np.argmin(history["val_loss"])
    ax.plot(epochs[best], history["val_loss"][best], "o", color="black")
    ax.set(xlabel="epoch", ylabel=ylabel)
    ax.legend()
    return int(epochs[best])


with style():
    fig, ax = plt.subplots(figsize=(5, 3))
    measured("best epoch", curves(ax, leaky.history.history, "mean squared error"))
    ax.set(yscale="log")

# %% tags=["real-data"]
judged("network", leaky.predict(x[test], verbose=0)[:, 0], mae=(0.3, 1.2), r_squared=(0.9, 1))

# %% [markdown] lang="en"
# The R² of the network is 0.99. (The validation loss was still falling slowly at the end, so longer training might raise R² even further.) The mean error of 0.58 % of income is about 14 dollars a month for the median income of 29,000 dollars a year. Would you show this result to your boss?
#
# ## 3. Too good to be true: finding the leak
#
# People are not that predictable. **When a score is too good, ask what the model knows that it should not know.** We shuffle one column at a time among the validation rows, so that its values no longer belong to the right person, and see what is left of R². This is called **permutation importance**. The effect of a single shuffle depends on chance, so we repeat it ten times. (For so small a table, calling the model directly is quicker than `predict`.) **Predict** how many of the eight columns matter.

# %% [markdown] lang="ko"
# R²가 0.99입니다. (마지막 에포크까지 검증 손실이 조금씩 줄고 있었으니 더 훈련하면 R²가 높아질 수도 있습니다.) 평균 오차가 소득의 0.58 %이니, 한 해 소득이 중앙값인 29,000달러라면 한 달에 14달러쯤 틀리는 셈입니다. 이 결과를 그대로 상사에게 보여 주어도 될까요?
#
# ## 3. 지나치게 좋은 점수: 새는 곳 찾기
#
# 사람의 지출은 그렇게 쉽게 맞힐 수 없습니다. **점수가 지나치게 좋으면, 모델이 알아서는 안 되는 것을 알고 있지 않은지 따져 보아야 합니다.** 검증 데이터(validation set)에서 열을 하나씩 골라 그 열의 값만 무작위로 뒤섞은 뒤 R²가 얼마나 남는지 봅니다. 이 방법을 **순열 중요도**(permutation importance)라 합니다. 한 번 섞은 결과는 우연일 수 있으므로 열 번 되풀이합니다. (이렇게 작은 표에서는 `predict`보다 모델을 직접 호출하는 것이 빠릅니다.) 열 8개 가운데 몇 개가 중요할지 **예상해 보세요**.

# %%
left = np.empty((10, len(FEATURES)))
for shuffle, place in np.ndindex(left.shape):
    shuffled = x[val].copy()
    shuffled[:, place] = rng.permutation(shuffled[:, place])
    left[shuffle, place] = r2(np.asarray(leaky(shuffled))[:, 0], val)
for name, mean in zip(FEATURES, left.mean(axis=0), strict=True):
    measured(f"R² with {name} shuffled", mean, digits=2)

# %%
with style():
    fig, ax = plt.subplots(figsize=(6, 3))
    ax.plot(left.T, FEATURES, "o", color=COLOURS["blue"], ms=4, alpha=0.4)
    ax.axvline(r2(np.asarray(leaky(x[val]))[:, 0], val), color="#888888", ls="--", lw=1)
    ax.invert_yaxis()
    ax.set(xlabel="R² with this column shuffled (dashed: none)")

# %% [markdown] lang="en"
# Only two columns matter. With `expenditure` shuffled, R² falls to −1.29 on average. With `income` shuffled, it falls to 0.55, and with any of the other six it stays at 0.97 or 0.98. Compared with these differences, the ten points of each column lie close together. Next, we plot `share` against expenditure ÷ income.

# %% [markdown] lang="ko"
# 두 개뿐입니다. `expenditure`를 섞으면 R²가 평균 −1.29, `income`을 섞으면 평균 0.55까지 떨어지고, 나머지 여섯 열은 섞어도 0.97이나 0.98 그대로입니다. 열 사이의 이런 차이에 비하면 같은 열의 점 10개는 가까이 모여 있습니다. 이제 가로축에 지출 ÷ 소득, 세로축에 `share`를 놓고 그려 봅시다.

# %% tags=["real-data"]
ratio = 100 * 12 * table["expenditure"] / (10_000 * table["income"])  # a year's spending in percent of a year's income
with style():
    fig, ax = plt.subplots(figsize=(4.6, 3.6))
    ax.plot(ratio, share, "o", ms=3, alpha=0.5)
    ax.set(xlabel="12 × expenditure / income (%)", ylabel="share (%)")
print(f"correlation {np.corrcoef(ratio, share)[0, 1]:.5f}, largest difference {np.abs(ratio - share).max():.2f} %")

# %% [markdown] lang="en"
# The points lie on a straight line, so `share` was **computed** from two of our features. The network has learned to imitate a division. This is a **data leak**: the input contains the answer. In [13](13_housing_regression.ipynb) the answers leaked through the choice of features; here they leak through a column.
#
# With logarithms, a linear model can find the formula too, because the logarithm of a quotient is a difference.

# %% [markdown] lang="ko"
# 점이 한 직선 위에 놓입니다. `share`는 우리가 쓴 특성(feature) 두 개로 **계산한 값**이었습니다. 신경망은 훈련으로 나눗셈을 흉내 내게 되었습니다. 이렇게 입력에 답이 들어 있는 것을 **데이터 누수**(data leak)라 합니다. [13장](13_housing_regression.ipynb)에서는 특성을 고를 때 답이 새었고, 여기서는 열 하나에서 답이 샙니다.
#
# 로그를 취하면 나눗셈이 뺄셈이 되므로, 선형 모델로도 이 식을 찾아낼 수 있습니다.

# %% tags=["real-data"]
spent = table["expenditure"].to_numpy() > 0
logs = np.log(table.loc[spent, ["expenditure", "income"]].to_numpy())
design = np.column_stack([np.ones(spent.sum()), logs])
constant, of_expenditure, of_income = np.linalg.lstsq(design, np.log(table["share"][spent]), rcond=None)[0]
print(f"log share = {of_expenditure:.2f} log expenditure − {-of_income:.2f} log income − {-constant:.2f}")
print(f"log(12 / 10,000) = {np.log(12 / 10_000):.2f}")

# %% [markdown] lang="en"
# The weights are nearly 1 and −1, and the constant is nearly log(12 / 10,000), so the model has recovered the formula. Why only nearly? We solve the formula for the expenditure and compare the result with the column.

# %% [markdown] lang="ko"
# 가중치는 1과 −1에 가깝고 상수도 log(12 / 10,000)에 가깝습니다. 모델에서 식을 되찾은 셈입니다. 그런데 왜 정확히 맞지는 않을까요? 이 식을 지출에 대해 풀어 표의 값과 비교해 봅시다.

# %% tags=["real-data"]
missing = table["share"] * 10_000 * table["income"] / 12 - table["expenditure"]  # dollars a month
twelfths = 12 * missing
print("from", abs(missing.min().round(2)), "to", missing.max().round(2), "dollars")
print(f"whole twelfths of a dollar: {100 * np.mean(np.abs(twelfths - twelfths.round()) < 0.02):.1f} % of the rows")

# %% [markdown] lang="en"
# The difference lies between 0 and 1 dollar a month, and in nearly all rows it is a whole number of twelfths. Perhaps a month without spending was counted as one dollar when `share` was computed, but this is only a guess.
#
# ## 4. The model again, without the leak
#
# **One question finds many leaks: would I have this number at the moment when I need the answer?** Before a card is granted, nothing can be spent on it, so we remove `expenditure`. **Predict** the R² that the network will reach now.

# %% [markdown] lang="ko"
# 차이는 한 달에 0달러에서 1달러 사이이고, 거의 모든 행에서 12분의 1달러의 배수입니다. `share`를 계산할 때 지출이 없는 달을 1달러로 셈했다면 이렇게 되겠지만, 어디까지나 짐작입니다.
#
# ## 4. 새는 곳을 막고 다시 훈련하기
#
# **질문 하나로 많은 누수를 찾을 수 있습니다. 답이 필요한 그 순간에 이 수를 알고 있을까?** 아직 발급되지 않은 카드의 지출은 알 수 없습니다. 그러니 `expenditure`를 뺍니다. 이제 신경망의 R²는 얼마일지 **예상해 보세요**.

# %% tags=["real-data"]
honest = [name for name in FEATURES if name != "expenditure"]
judged("honest line", line(honest), mae=(4.9, 7.2), r_squared=(-0.1, 0.12))

# %% tags=["real-data"]
model, x_honest = network(honest)
measured("best epoch", int(np.argmin(model.history.history["val_loss"])) + 1)
judged("honest network", np.asarray(model(x_honest[test]))[:, 0], mae=(4.7, 7.4), r_squared=(-0.45, 0.15))

# %% [markdown] lang="en"
# Almost nothing is left of R²: it is 0.06 for the linear model and 0.04 for the network, whose validation loss was smallest after 4 epochs. Their mean errors of 5.80 and 5.73 % are even larger than that of the median, 5.56 %. Is that just the luck of one split? The linear model is cheap to fit, so we compare five splits.

# %% [markdown] lang="ko"
# 남는 것이 거의 없습니다. R²는 선형 모델이 0.06, 신경망이 0.04입니다. 신경망의 검증 손실은 4 에포크 뒤에 가장 작았습니다. 평균 오차는 5.80 %와 5.73 %로, 중앙값으로만 답할 때의 5.56 %보다도 큽니다. 우연히 이렇게 나누어져서 그럴까요? 선형 모델은 금방 계산할 수 있으니 다섯 가지로 나누어 비교해 봅시다.

# %%
for name, columns in (("with expenditure", FEATURES), ("without", honest)):
    scores = []
    for seed in range(5):
        rows = np.random.default_rng(seed).permutation(len(table))
        learn, held_out = rows[:844], rows[1055:]
        scores.append(r2(line(columns, learn, held_out), held_out, learn))
    measured(f"line {name}, five splits, lowest R²", min(scores), digits=2)
    measured(f"line {name}, five splits, highest R²", max(scores), digits=2)

# %% [markdown] lang="en"
# With `expenditure`, R² ranged from 0.59 to 0.84, and without it from 0.00 to 0.06. From the remaining columns, a linear model learns next to nothing about what a person spends on the card.
#
# Three columns have not been used yet. One of them, `card`, says whether the application was granted. We add it to the linear model.

# %% [markdown] lang="ko"
# R²는 `expenditure`가 있을 때 0.59에서 0.84, 없을 때 0.00에서 0.06 사이였습니다. 선형 모델은 남은 열로 카드 지출을 거의 맞히지 못합니다.
#
# 아직 쓰지 않은 열이 세 개 있습니다. 그중 `card`에는 카드가 발급되었는지가 적혀 있습니다. 이 열을 선형 모델에 넣어 봅시다.

# %% tags=["real-data"]
table["granted"] = (table["card"] == "yes").astype(float)
judged("line with card", line([*honest, "granted"]), mae=(4.2, 6.4), r_squared=(0.03, 0.3))
refused = table["granted"].to_numpy() == 0
print("not granted:", refused.sum(), "  of them with any expenditure:", (refused & spent).sum())

# %% [markdown] lang="en"
# R² rises to 0.20, because people without a card have no card spending. Is this a leak? That depends on the question. If the bank asks *before* it decides, `card` lies in the future. If it asks about its customers, people without a card should not be in the table at all.
#
# ## 5. A medical table: 83 matched sets of women
#
# The second table comes from a hospital study in Athens (Trichopoulos and others, 1976). It contains 83 women with secondary infertility, who had been pregnant before but did not become pregnant again (`case` 1). For each of them, the researchers chose two women without the condition (`case` 0), with the same age, education and number of earlier pregnancies (`parity`). `spontaneous` and `induced` count earlier miscarriages and induced abortions, where 2 means two or more. Behind every row is a person.

# %% [markdown] lang="ko"
# 카드를 받지 못한 사람은 카드로 쓴 돈이 없으므로 R²가 0.20으로 올랐습니다. 누수일까요? 질문에 따라 다릅니다. 은행이 심사하기 *전에* 묻는다면 `card`는 아직 알 수 없는 값입니다. 이미 고객인 사람에 대해 묻는다면 카드가 없는 사람은 애초에 표에 없어야 합니다.
#
# ## 5. 의학 연구의 표: 짝지은 여성 83묶음
#
# 두 번째 표는 아테네의 한 병원에서 이루어진 연구의 자료입니다(Trichopoulos 외, 1976). 임신한 적이 있으나 다시 임신하지 못한 속발성 불임(secondary infertility) 여성이 83명입니다(`case` 1). 이 여성 한 명마다 나이, 학력, 이전 임신 횟수(`parity`)가 같으면서 불임이 아닌 여성(`case` 0)을 두 명씩 찾아 짝을 지었습니다. `spontaneous`와 `induced`는 이전에 겪은 자연 유산과 인공 임신 중절의 횟수이고, 2는 두 번 이상을 뜻합니다. 행 하나하나가 모두 실제 사람의 기록입니다.

# %% tags=["real-data"]
women = infert.load_data()
case, sets = women["case"].to_numpy("float32"), women["stratum"].to_numpy()
print("rows:", len(women), "  sets:", len(np.unique(sets)), "  cases:", int(case.sum()))
print(women[women["stratum"].isin([5, 6])].drop(columns="pooled.stratum").sort_values("stratum").to_string(index=False))

# %% [markdown] lang="en"
# Within each of these two sets, all women have the same age, parity and education. (One set has only two women, so there are 248 rows, not 249.)
#
# `education` is a word, and a network needs numbers. We use a **one-hot** encoding, as for the labels in [09](09_first_network.ipynb); in pandas, `get_dummies` does this. A single column with 0, 1 and 2 would imply that the categories are equally far apart.

# %% [markdown] lang="ko"
# 위의 두 묶음을 보면 묶음 안에서는 나이, 임신 횟수, 학력이 같습니다. (두 명뿐인 묶음이 하나 있어 249행이 아니라 248행입니다.)
#
# `education`은 글자로 적혀 있는데 신경망에는 수가 필요합니다. 그래서 [09장](09_first_network.ipynb)의 레이블처럼 범주(category)를 **원-핫**(one-hot)으로 바꿉니다. pandas에서는 `get_dummies`를 씁니다. 한 열에 0, 1, 2로 적으면 범주 사이의 간격이 모두 같다는 뜻까지 들어갑니다.

# %% tags=["real-data"]
columns = pd.get_dummies(women[["age", "parity", "induced", "spontaneous", "education"]], columns=["education"])
x_women = columns.to_numpy("float32")
print(*columns, sep=", ")
print(x_women.shape, "  first row:", x_women[0])

# %% [markdown] lang="en"
# ## 6. Split by set, not by row
#
# Of the 83 sets, 42 are used for training, 20 for validation and 21 for the test. Each set is kept whole, so nobody in the test has a matched partner in the training rows.

# %% [markdown] lang="ko"
# ## 6. 행이 아니라 묶음으로 나누기
#
# 83묶음 가운데 42묶음은 훈련, 20묶음은 검증, 21묶음은 테스트에 씁니다. 묶음을 통째로 나누므로, 테스트에 든 사람의 짝이 훈련 데이터에 들어 있는 일이 없습니다.


# %%
def by_set():
    """Return the part of each row; sets stay whole."""
    parts = rng.permutation(np.repeat(["learn", "validate", "test"], [42, 20, 21]))
    return parts[sets - 1]


def standardised(part):
    learn = x_women[part == "learn"]
    spread = learn.std(axis=0)
    return (x_women - learn.mean(axis=0)) / np.where(spread > 0, spread, 1)  # a rare category may be missing here


# %% [markdown] lang="en"
# We compare two models: a single sigmoid unit (logistic regression, as in [06](06_softmax_losses.ipynb)) and a network with two hidden layers. Again the validation rows decide when to stop.

# %% [markdown] lang="ko"
# 모델은 두 가지입니다. 하나는 시그모이드(sigmoid) 유닛(unit) 하나([06장](06_softmax_losses.ipynb)의 로지스틱 회귀)이고, 다른 하나는 은닉층이 둘인 신경망입니다. 언제 멈출지는 이번에도 검증 데이터로 정합니다.


# %%
def classifier(*units, **options):
    keras.utils.set_random_seed(SEED)
    hidden = [keras.layers.Dense(count, activation="relu") for count in units]
    model = keras.Sequential([keras.Input((7,)), *hidden, keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.SGD(0.2), loss="binary_crossentropy", **options)
    return model


unit, layers = classifier(), classifier(16, 16)
print("parameters:", unit.count_params(), "and", layers.count_params())

# %%
part = by_set()
learn, check, held_out = (part == name for name in ("learn", "validate", "test"))
x = standardised(part)
seconds = []
for model in (unit, layers):
    stop = keras.callbacks.EarlyStopping(patience=20, restore_best_weights=True)
    start = perf_counter()
    validation = (x[check], case[check])
    model.fit(x[learn], case[learn], epochs=60, batch_size=32, verbose=0, validation_data=validation, callbacks=[stop])
    seconds.append((perf_counter() - start) / len(model.history.epoch))

# %%
with style():
    fig, axes = plt.subplots(1, 2, figsize=(8, 3), sharey=True)
    for ax, model, name in zip(axes, (unit, layers), ("one unit", "network"), strict=True):
        measured(f"{name}, best epoch", curves(ax, model.history.history, "binary cross-entropy"))
    axes[0].set(title="one unit")
    axes[1].set(title="network")

# %% [markdown] lang="en"
# At the end, both validation losses are nearly flat. The training loss of the network goes on falling, so the network is beginning to overfit. `EarlyStopping` has restored the network's weights from epoch 56; for the single unit, the last epoch was the best.
#
# We measure the **AUC**. It is the share of all pairs of a case and a **control** (`case` 0) in which the case gets the higher probability. It is 1 for a perfect ordering and 0.5 for guessing.

# %% [markdown] lang="ko"
# 두 검증 손실 모두 끝에서는 거의 평평합니다. 신경망에서는 훈련 손실만 계속 줄어드는 과대적합(overfitting)이 시작되었고, `EarlyStopping`이 56번째 에포크의 가중치로 되돌려 놓았습니다. 유닛 하나일 때는 마지막 에포크가 가장 좋았습니다.
#
# 성적은 **AUC**로 잽니다. 환자(`case` 1)와 **대조군**(control, `case` 0)을 한 명씩 짝지은 모든 쌍 가운데, 환자 쪽의 확률이 더 높은 쌍의 비율입니다. 순서가 완벽하면 1, 아무렇게나 답하면 0.5입니다.


# %%
def auc(p, y):
    above = p[y == 1][:, None] - p[y == 0]
    return np.mean(above > 0) + np.mean(above == 0) / 2


# %% tags=["real-data"]
answers = {name: np.asarray(model(x))[:, 0] for name, model in (("one unit", unit), ("network", layers))}
for name, p in answers.items():
    measured(f"{name}, training AUC", auc(p[learn], case[learn]), (0.65, 0.95), digits=2, data=infert)
    measured(f"{name}, test AUC", auc(p[held_out], case[held_out]), (0.5, 0.95), digits=2, data=infert)
measured("network, test AUC by Keras", float(keras.metrics.AUC()(case[held_out], p[held_out])), digits=2)

# %% [markdown] lang="en"
# On the test rows, the network has an AUC of 0.77 and the single unit 0.81. (`keras.metrics.AUC` uses only 200 thresholds, so its value can differ a little.) Is the single unit better? To answer this, we must know how much these numbers would change with other women in the test. The **bootstrap** estimates this: we draw 21 sets from the 21 test sets, with replacement, compute both AUCs and their difference, and repeat this a thousand times. We draw sets, not rows, because the women in a set belong together. **Predict** the width of the interval that holds 95 % of the thousand AUCs of the network.

# %% [markdown] lang="ko"
# 테스트 AUC는 신경망이 0.77, 유닛 하나가 0.81입니다. (`keras.metrics.AUC`는 임곗값 200개만 써서 계산하므로 값이 조금 다를 수 있습니다.) 유닛 하나가 더 나은 모델일까요? 답하려면 테스트 데이터에 든 사람이 바뀔 때 이 수가 얼마나 달라지는지 알아야 합니다. **부트스트랩**(bootstrap)으로 어림해 봅시다. 테스트에 쓴 21묶음에서 중복을 허용하여 21묶음을 다시 뽑고, 두 AUC와 그 차이를 구합니다. 이 과정을 천 번 되풀이합니다. 한 묶음의 사람들은 서로 관련되어 있으므로 행이 아니라 묶음을 뽑습니다. 신경망의 AUC 천 개 가운데 95 %가 들어가는 구간의 폭이 얼마일지 **예상해 보세요**.

# %%
members = [np.flatnonzero(sets == one) for one in np.unique(sets[held_out])]
again = []
for _ in range(1000):
    rows = np.concatenate([members[one] for one in rng.integers(len(members), size=len(members))])
    again.append([auc(p[rows], case[rows]) for p in answers.values()])
again = np.array(again)
ahead = again[:, 1] - again[:, 0]
for name, values in (("network, AUC", again[:, 1]), ("network − one unit", ahead)):
    low, high = np.quantile(values, [0.025, 0.975])
    measured(f"{name}, 95 % from", low, digits=2)
    measured(f"{name}, 95 % to", high, digits=2)

# %%
with style():
    fig, axes = plt.subplots(1, 2, figsize=(8, 2.8), sharey=True)
    histogram(axes[0], again[:, 1], xlabel="AUC of the network")
    histogram(axes[1], ahead, xlabel="AUC of the network − AUC of one unit")
    axes[1].axvline(0, color="black", ls="--", lw=1)
    for ax in axes:
        ax.set_axisbelow(True)  # grid lines behind the bars
        ax.locator_params(axis="x", nbins=6)

# %% [markdown] lang="en"
# The interval for the network runs from 0.67 to 0.88, so it is 0.21 wide. Even the second decimal of such an AUC means little. The interval for the difference runs from −0.13 to 0.06. It contains 0, so this test does not tell us which model is better.
#
# Another way to see the uncertainty is to split the table and train the models ten more times. That takes 20 training runs, so each should be quick.
#
# ### Making it faster
#
# With so few rows, most of the time is Keras's overhead for each epoch and each call. Three changes help. `np.resize` repeats the rows until there are 1,280, so an epoch is about ten passes over the data. `steps_per_execution=40` runs the 40 batches of an epoch in one call. And each model is compiled only once. Before each training run, it is enough to load the initial weights of a fresh clone, because plain SGD keeps no memory of earlier steps. A patience of two of these longer epochs corresponds roughly to the 20 epochs used above. (The plain time below includes compiling once; the other time does not.)

# %% [markdown] lang="ko"
# 구간이 0.67에서 0.88까지이니 폭이 0.21입니다. 이런 AUC는 소수점 아래 둘째 자리부터 별 의미가 없습니다. 차이의 구간은 −0.13에서 0.06까지입니다. 이 구간에 0이 들어 있으므로 이 테스트로는 어느 모델이 나은지 알 수 없습니다.
#
# 데이터를 열 번 새로 나누어 그때마다 다시 훈련해도 불확실성을 볼 수 있습니다. 모두 스무 번 훈련하므로 한 번 한 번이 빨라야 합니다.
#
# ### 실행 시간 줄이기
#
# 행이 이렇게 적으면 시간은 대부분 Keras가 에포크와 호출마다 하는 준비에 들어갑니다. 세 가지를 바꿉니다. 먼저 `np.resize`로 행을 되풀이해 1,280개로 늘리면 한 에포크에 데이터를 열 번쯤 보게 됩니다. 그리고 `steps_per_execution=40`으로 배치(batch) 40개를 한 번의 호출로 실행합니다. 또 모델은 한 번만 컴파일(compile)하고, 훈련할 때마다 갓 복제한 모델의 초기 가중치를 넣습니다. 기본 SGD에는 앞선 스텝의 정보가 남지 않으므로 이렇게 해도 됩니다. 조기 종료에서 이런 에포크를 두 번 기다리면 앞에서 20 에포크를 기다린 것과 비슷합니다. (아래의 `plain`에는 컴파일하는 시간이 들어 있고, `here`에는 들어 있지 않습니다.)


# %%
def trained(model, x, part):
    """Train anew from fresh initial weights; return the probabilities of all rows."""
    learn, check = part == "learn", part == "validate"
    model.set_weights(keras.models.clone_model(model).get_weights())
    rows, answers = np.resize(x[learn], (1280, x.shape[1])), np.resize(case[learn], 1280)
    stop = keras.callbacks.EarlyStopping(patience=2, restore_best_weights=True)
    validation = (x[check], case[check])
    model.fit(rows, answers, epochs=10, batch_size=32, verbose=0, validation_data=validation, callbacks=[stop])
    return np.asarray(model(x))[:, 0]


# %%
unit, layers = (classifier(*units, steps_per_execution=40) for units in ((), (16, 16)))
trained(layers, x, part)  # the first time Keras compiles
start = perf_counter()
trained(layers, x, part)
passes = 1280 / learn.sum() * len(layers.history.epoch)
measured("plain, one pass over the rows", 1000 * seconds[1], digits=0, unit="ms")
measured("here, one pass over the rows", 1000 * (perf_counter() - start) / passes, digits=0, unit="ms")

# %% tags=["real-data"]
splits = [by_set() for _ in range(10)]
scores = np.empty((10, 2))
for row, part in enumerate(splits):
    x, held_out = standardised(part), part == "test"
    scores[row] = [auc(trained(model, x, part)[held_out], case[held_out]) for model in (unit, layers)]
for name, column in zip(("one unit", "network"), scores.T, strict=True):
    measured(f"{name}, mean AUC of 10 splits", column.mean(), expected=(0.62, 0.84), digits=2, data=infert)
    measured(f"{name}, lowest", column.min(), digits=2)
    measured(f"{name}, highest", column.max(), digits=2)

# %% [markdown] lang="en"
# In the picture, a line joins the two AUCs of each split.

# %% [markdown] lang="ko"
# 아래 그림에서는 나눌 때마다 나온 두 AUC를 선으로 이었습니다.

# %%
with style():
    fig, ax = plt.subplots(figsize=(4.6, 3.4))
    ax.plot([0, 1], scores.T, "o-", color=COLOURS["blue"], alpha=0.6, lw=1)
    ax.set(xticks=[0, 1], xticklabels=["one unit", "network"], ylabel="test AUC", xlim=(-0.3, 1.3), ylim=(0.4, 1))
    ax.axhline(0.5, color="#888888", ls="--", lw=1)
measured("splits of 10 in which the network is ahead", int((scores[:, 1] > scores[:, 0]).sum()))

# %% [markdown] lang="en"
# The network is ahead in 4 of the 10 splits. The mean AUC is 0.74 for the unit and 0.73 for the network, but each AUC varies by more than 0.1 over the splits. **We can say that both models have an AUC of roughly 0.74, give or take 0.1. We cannot say that one of them is better.** The simpler model is then the better choice, so we go on with the single unit.
#
# ## 7. The wrong split
#
# The usual recipe is to shuffle the rows and split them. We try it with a "model" that looks only at the set number. For each woman in the test, it counts how many others from her set are not in the test, and how many of those are cases. Every set has exactly one case, so if one of the others is the case, she must be a control. **Predict** the AUC of this rule when the table is split by row and when it is split by set.

# %% [markdown] lang="ko"
# 10번 가운데 4번은 신경망이 앞섭니다. 평균은 유닛 하나가 0.74, 신경망이 0.73인데, 나눌 때마다 AUC가 0.1 넘게 달라지기도 합니다. **두 모델 모두 AUC가 0.74 안팎(±0.1쯤)이라고 말할 수 있습니다. 어느 쪽이 낫다고는 말할 수 없습니다.** 그렇다면 단순한 모델을 쓰는 편이 낫습니다. 이제부터 유닛 하나만 씁니다.
#
# ## 7. 잘못 나누면
#
# 보통은 행을 섞어서 나눕니다. 묶음 번호만 보는 '모델'로 시험해 봅시다. 테스트에 든 사람마다, 같은 묶음에서 테스트에 들지 않은 사람이 몇 명이고 그 가운데 환자가 몇 명인지 셉니다. 묶음마다 환자는 꼭 한 명이므로, 그 환자를 이미 보았다면 테스트에 든 사람은 환자가 아닙니다. 행으로 나눌 때와 묶음으로 나눌 때의 AUC를 각각 **예상해 보세요**.


# %% tags=["real-data"]
def counting(test):
    partners = np.array([(~test & (sets == one)).sum() for one in sets])
    cases = np.array([(~test & (sets == one) & (case == 1)).sum() for one in sets])
    return partners - 10 * cases


def scored(part):
    return auc(counting(part == "test")[part == "test"], case[part == "test"])


by_row = [rng.permutation(part) for part in splits]
measured("counting, by row", np.mean([scored(part) for part in by_row]), (0.88, 0.98), digits=2, data=infert)
measured("counting, by set", np.mean([scored(part) for part in splits]), digits=2)

# %% [markdown] lang="en"
# When the table is split by row, the AUC of the rule is 0.95, more than that of any of our models, although the rule knows nothing about the woman it judges. But a new patient has no matched women in the training rows. When the table is split by set, the AUC is 0.5, and that is what the rule is really worth. **The test rows must be as new to the model as the rows that it will meet later.** Keep together the rows of one patient, school, user or day. (In scikit-learn, `GroupKFold` does this.)
#
# ## 8. From probability to decision: the threshold
#
# A decision needs a **threshold**: the model says yes when the probability is above it. There are then four outcomes: a case is found (true positive, **TP**) or missed (false negative, **FN**), and a control gets a false alarm (false positive, **FP**) or is rightly left alone (true negative, **TN**). Four ratios summarise the counts.
# - **Recall** TP / (TP + FN) is the share of the cases that get a yes.
# - **Precision** TP / (TP + FP) is the share of the yes answers that are cases.
# - **Specificity** TN / (TN + FP) is the share of the controls that get a no.
# - **Accuracy** (TP + TN) / all is the share of all answers that are right.
#
# First, every woman gets her probability from a unit that has not seen her set, in a K-fold loop as in [13](13_housing_regression.ipynb), but over sets. The fold before the test fold is used for validation.

# %% [markdown] lang="ko"
# 행으로 나누면 AUC가 0.95입니다. 판정할 사람에 대해 묶음 번호밖에 모르는 규칙인데도 지금까지의 어느 모델보다 높습니다. 그러나 새로 온 환자는 훈련 데이터에 짝이 없습니다. 묶음으로 나누면 AUC가 0.5로, 이 규칙의 진짜 실력이 드러납니다. **나중에 모델에 넣을 행이 훈련 데이터와 떨어져 있는 만큼 테스트 행도 훈련 데이터와 떨어져 있어야 합니다.** 환자, 학교, 사용자, 날짜가 같은 행은 갈라놓지 마세요. (scikit-learn에서는 `GroupKFold`로 나누면 됩니다.)
#
# ## 8. 확률에서 결정으로: 임곗값
#
# 결정을 내리려면 **임곗값**이 있어야 합니다. 확률이 임곗값보다 크면 모델이 예라고 답한 것으로 봅니다. 그러면 답은 네 가지로 나뉩니다. 환자를 찾거나(**TP**, true positive) 놓칩니다(**FN**, false negative). 대조군에게는 헛경보를 울리거나(**FP**, false positive) 올바르게 아니요라고 답합니다(**TN**, true negative). 이렇게 센 수로 다음 네 가지 비율을 구합니다.
# - **재현율**(recall) TP / (TP + FN)은 환자 가운데 모델이 예라고 한 사람의 비율입니다.
# - **정밀도**(precision) TP / (TP + FP)는 모델이 예라고 한 사람 가운데 환자의 비율입니다.
# - **특이도**(specificity) TN / (TN + FP)는 대조군 가운데 모델이 아니요라고 한 사람의 비율입니다.
# - **정확도**(accuracy) (TP + TN) / 전체는 모든 답 가운데 맞은 답의 비율입니다.
#
# 먼저 한 사람 한 사람의 확률을, 그 사람의 묶음을 빼고 훈련한 유닛으로 구합니다. [13장](13_housing_regression.ipynb)의 K-폴드(fold) 반복문을 묶음에 적용하고, 테스트 폴드의 바로 앞 폴드로 검증합니다.

# %% tags=["real-data"]
folds = np.array_split(rng.permutation(np.unique(sets)), 4)
probabilities = np.zeros(len(sets))
for number, fold in enumerate(folds):
    part = np.where(np.isin(sets, fold), "test", np.where(np.isin(sets, folds[number - 1]), "validate", "learn"))
    held_out = part == "test"
    probabilities[held_out] = trained(unit, standardised(part), part)[held_out]
measured("AUC of all 248", auc(probabilities, case), expected=(0.65, 0.84), digits=2, data=infert)

# %%
yes, ill = probabilities > 0.4, case == 1
found, missed = int((yes & ill).sum()), int((~yes & ill).sum())
alarms, spared = int((yes & ~ill).sum()), int((~yes & ~ill).sum())
measured("cases found (TP)", found)
measured("cases missed (FN)", missed)
measured("false alarms (FP)", alarms)
measured("controls left alone (TN)", spared)
measured("recall", found / (found + missed))
measured("precision", found / (found + alarms))
measured("specificity", spared / (spared + alarms))
measured("accuracy", (found + spared) / len(case))

# %% [markdown] lang="en"
# At a threshold of 0.4, the unit finds 56 of 83 cases, so its recall is 0.675. Of its 97 yes answers, 41 are false alarms, so its precision is 0.577. The **ROC curve** shows, for all thresholds, recall against 1 − specificity, the share of the controls that get a false alarm. The area under it is the AUC.

# %% [markdown] lang="ko"
# 임곗값이 0.4이면 환자 83명 가운데 56명을 찾아 재현율이 0.675이고, 예라는 답 97개 가운데 41개가 헛경보이므로 정밀도가 0.577입니다. **ROC 곡선**은 임곗값을 바꾸어 가며 가로축에 1 − 특이도, 세로축에 재현율을 그린 곡선입니다. 1 − 특이도는 대조군 가운데 헛경보가 울린 비율입니다. 이 곡선 아래의 넓이가 AUC입니다.

# %%
thresholds = np.linspace(0, 1, 101)
answered = probabilities[:, None] > thresholds
recall, alarm_rate = answered[ill].mean(axis=0), answered[~ill].mean(axis=0)
with style():
    fig, ax = plt.subplots(figsize=(4, 3.6))
    ax.plot(alarm_rate, recall)
    ax.fill_between(alarm_rate, recall, alpha=0.15)
    ax.plot([0, 1], [0, 1], color="#888888", ls="--", lw=1)
    for at in (20, 40, 60):
        ax.plot(alarm_rate[at], recall[at], "o", color="black")
        ax.annotate(f"{thresholds[at]:.1f}", (alarm_rate[at], recall[at]), (6, -12), textcoords="offset points")
    ax.set(xlabel="1 − specificity", ylabel="recall", title="ROC curve")

# %% [markdown] lang="en"
# The dots on the curve mark three thresholds. In the explorer below, the bars for the cases are above the middle line and those for the controls below it. Dark bars stand for the women for whom the model says yes. **Look at** how recall and precision change as the vertical threshold line moves to the right.

# %% [markdown] lang="ko"
# 곡선의 점은 임곗값 세 개를 나타냅니다. 아래 위젯에서 가운데 선 위쪽 막대는 환자, 아래쪽 막대는 대조군이고, 짙은 막대는 모델이 예라고 한 사람들입니다. 임곗값을 나타내는 세로선을 오른쪽으로 옮길 때 재현율과 정밀도가 어떻게 변하는지 **눈여겨보세요**.

# %%
ThresholdExplorer(probabilities, case, threshold=0.4)

# %% [markdown] lang="en"
# **Try this**
# 1. Drag *threshold* from 0 to 1. At 0, every case is found, but two in three alarms are false, because precision then equals the share of cases in the table. Further to the right, recall falls, because more cases are missed, and precision mostly rises. The point travels along the ROC curve.
# 2. Find the threshold with the highest accuracy. In our run, more than two thirds of the cases are missed there. Accuracy treats a missed case and a false alarm as equally bad, which they rarely are in medicine.
# 3. Set *threshold* back to 0.4, tick *at another prevalence* (share of cases) and set *prevalence* to 0.01, so that 10 of 1,000 people are cases. Recall and specificity stay the same, but precision falls to about 3 %: nearly every yes is a false alarm. An AUC alone does not tell you what a yes is worth.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *임곗값*을 0에서 1까지 끌어 보세요. 0에서는 환자를 모두 찾지만 경보 셋 가운데 둘은 헛경보입니다. 이때의 정밀도는 표에서 환자가 차지하는 비율과 같기 때문입니다. 오른쪽으로 갈수록 놓치는 환자가 늘어 재현율은 떨어지고 정밀도는 대체로 오릅니다. 점은 ROC 곡선을 따라 움직입니다.
# 2. 정확도가 가장 높은 임곗값을 찾아보세요. 우리 결과에서는 이때 환자를 3분의 2 넘게 놓칩니다. 정확도는 놓친 환자와 헛경보를 똑같은 실수로 센 값이어서 의학적 결정에는 대개 맞지 않습니다.
# 3. *임곗값*을 0.4로 되돌리고 *다른 양성 비율로*를 켠 다음 *양성 비율*을 0.01로 맞춰 보세요. 1,000명 가운데 10명이 환자인 경우입니다. 재현율과 특이도는 그대로인데 정밀도는 3 %쯤으로 떨어져, 예라는 답이 거의 다 헛경보가 됩니다. 예라는 답을 얼마나 믿을 수 있는지는 AUC만으로 알 수 없습니다.

# %% [markdown] lang="en"
# ### What these numbers mean
#
# A third of the rows are cases because the researchers **chose** two controls for each case. In such a **case-control study**, the share of cases, the **prevalence**, is set by the researchers. So a probability of 0.6 is not a woman's risk. It means that in a sample collected like this one, about six in ten rows with this probability are cases.
#
# What can be estimated from such a study is an **odds ratio** (Prentice and Pyke, 1979). The **odds** of a probability p are p / (1 − p), so 0.6 has odds of 1.5. The odds ratio is the factor by which the odds change when a column grows by 1 and the others stay the same. It is e to the power of the column's weight.
#
# The women were matched, so they should be compared only within their set. **Conditional logistic regression** makes exactly this comparison. One woman in each set is the case, and the model gives each woman a probability by a **softmax over the set** (not over classes, as in [06](06_softmax_losses.ipynb)). The loss is the cross-entropy. With only two weights, we can use Newton's method instead of gradient descent. It divides the gradient by the curvature, here a 2 × 2 matrix.

# %% [markdown] lang="ko"
# ### 이 수가 뜻하는 것
#
# 행의 3분의 1이 환자인 것은 연구자들이 환자 한 명에 대조군을 두 명씩 **골랐기** 때문입니다. 이런 **환자-대조군 연구**(case-control study)에서 환자의 비율인 **유병률**(prevalence)은 연구자가 정한 수입니다. 그러니 확률 0.6은 한 여성의 위험도가 아닙니다. 이렇게 모은 자료에서 확률이 이만한 사람 열 명 가운데 여섯 명쯤이 환자라는 뜻입니다.
#
# 이런 연구로는 **오즈비**(odds ratio)를 추정할 수 있습니다(Prentice와 Pyke, 1979). 확률 p의 **오즈**(odds)는 p / (1 − p)입니다. 확률이 0.6이면 오즈는 1.5입니다. 오즈비는 다른 열을 그대로 두고 한 열의 값만 1 커질 때 오즈가 몇 배가 되는지를 나타내며, e를 그 열의 가중치만큼 거듭제곱해 구합니다.
#
# 짝을 지은 자료이므로 한 묶음 안에서만 비교해야 합니다. 이렇게 하는 방법이 **조건부 로지스틱 회귀**(conditional logistic regression)입니다. 묶음마다 환자가 한 명이니, **묶음 안에서 소프트맥스**(softmax)를 계산해 한 사람 한 사람의 확률을 구합니다([06장](06_softmax_losses.ipynb)에서는 클래스에 대해 계산했습니다). 손실은 교차 엔트로피(cross-entropy)입니다. 가중치가 둘뿐이니 경사 하강법(gradient descent) 대신 뉴턴 방법을 쓸 수 있습니다. 그레이디언트(gradient)를 곡률(curvature)로 나누는 방법이며, 여기서 곡률은 2 × 2 행렬입니다.

# %%
counts = women[["spontaneous", "induced"]].to_numpy(float)
weights = np.zeros(2)
for step in range(6):
    e = np.exp(counts @ weights)
    p = e / np.bincount(sets, e)[sets]  # softmax within each set
    measured(f"step {step}, loss", -np.log(p[ill]).mean(), digits=5)
    means = np.column_stack([np.bincount(sets, p * column) for column in counts.T])
    centred = counts - means[sets]
    curvature = (centred * p[:, None]).T @ centred
    weights += np.linalg.solve(curvature, counts.T @ (ill - p))

# %% [markdown] lang="en"
# From step 3 on, the five printed decimals of the loss no longer change, so the weights have converged. The loss starts at 1.0937, when all women in a set have the same probability. (That is log 3 for three women, and a little less for the one set of two.) How sharply the loss is curved also tells us how well a weight is known. The inverse of the curvature matrix gives its standard error, and 1.96 standard errors to either side make a 95 % interval.

# %% [markdown] lang="ko"
# 스텝 3부터는 손실의 소수점 아래 다섯 자리가 변하지 않으므로 가중치가 수렴했다고 볼 수 있습니다. 처음 손실 1.0937은 한 묶음의 사람들에게 모두 같은 확률을 줄 때의 값입니다. (세 명이면 log 3이고, 두 명뿐인 묶음 하나에서는 그보다 조금 작습니다.) 손실이 얼마나 급하게 휘는지를 보면 가중치를 얼마나 정확하게 추정했는지도 알 수 있습니다. 곡률 행렬의 역행렬에서 표준 오차(standard error)를 구하고, 양쪽으로 표준 오차의 1.96배를 잡으면 95 % 구간이 됩니다.

# %% tags=["real-data"]
error = np.sqrt(np.diag(np.linalg.inv(curvature)))
ranges = {"miscarriage": (7.2, 7.4), "induced abortion": (4.0, 4.2)}
for (name, expected), weight, spread in zip(ranges.items(), weights, error, strict=True):
    measured(f"odds ratio for each earlier {name}", np.exp(weight), expected, digits=1, data=infert)
    measured("  95 % from", np.exp(weight - 1.96 * spread), digits=1)
    measured("  95 % to", np.exp(weight + 1.96 * spread), digits=1)

# %% [markdown] lang="en"
# The odds ratio is 7.3 (95 % interval 3.7 to 14.5) for each earlier miscarriage and 4.1 (2.0 to 8.3) for each induced abortion. R's `clogit` fits the same model. Both intervals lie entirely above 1, and both are wide.
#
# In this study, earlier miscarriages were associated with higher odds of being a case, and so were induced abortions among women with the same number of miscarriages. The numbers do not say why: the women may differ in more than these columns show, and people who look for a reason may remember more. Nor do these numbers say anything about an individual woman.
#
# ## 9. Your own table: from a CSV file to a saved model
#
# A CSV file is plain text, with rows, commas and no types. We make one up, with 600 rooms for rent in 서울 (Seoul), 부산 (Busan) and 대구 (Daegu). The rent starts at 600,000, 300,000 or 200,000 won a month, depending on the city, and each square metre adds 15,000 won. We then add noise and remove some of the sizes. Because we know the rule, we can see whether a model finds it.

# %% [markdown] lang="ko"
# 오즈비는 이전 자연 유산 한 번마다 7.3(95 % 구간은 3.7에서 14.5), 인공 임신 중절 한 번마다 4.1(2.0에서 8.3)입니다. 이 모델은 R의 `clogit`으로 계산하는 모델과 같습니다. 두 구간 모두 1보다 위에 있지만, 둘 다 넓습니다.
#
# 이 연구에서는 이전 자연 유산이 많을수록 환자일 오즈가 높았고, 자연 유산 횟수가 같은 여성끼리 비교하면 인공 임신 중절이 많을수록 높았습니다. 왜 그런지는 이 수로 알 수 없습니다. 환자와 대조군은 이 열들에 적히지 않은 면에서도 다를 수 있고, 원인을 찾는 사람은 지난 일을 더 많이 기억해 낼 수도 있습니다. 어느 한 사람에 대해서는 아무것도 알 수 없습니다.
#
# ## 9. 내 표: CSV 파일 읽기에서 모델 저장까지
#
# CSV 파일은 한 줄에 한 행씩, 값을 쉼표로 나누어 적은 텍스트입니다. 자료형(dtype)은 들어 있지 않습니다. 세 도시의 월세방 600개를 적은 파일을 하나 만들어 봅시다. 월세는 기본 금액(서울 60만 원, 부산 30만 원, 대구 20만 원)에 1제곱미터마다 1만 5천 원씩 더해 정합니다. 여기에 잡음(noise)을 더하고, 넓이는 일부를 지웁니다. 규칙을 알고 있으니 모델이 규칙을 찾아내는지 확인할 수 있습니다.

# %%
maker = np.random.default_rng(SEED)
CITIES = {"서울": 60, "부산": 30, "대구": 20}
city = maker.choice(list(CITIES), 600, p=[0.5, 0.3, 0.2])
size = maker.normal(28, 7, 600).clip(12).round(1)
rent = [CITIES[name] for name in city] + 1.5 * size + maker.normal(0, 5, 600)
size[maker.random(600) < 0.1] = np.nan
scratch = tempfile.TemporaryDirectory()
folder = Path(scratch.name)
pd.DataFrame({"city": city, "size": size, "rent": rent.round()}).to_csv(folder / "rooms.csv", index=False)
print(*(folder / "rooms.csv").read_text("utf-8").splitlines()[:4], sep="\n")

# %% [markdown] lang="en"
# The rent is in units of 10,000 won. `pd.read_csv` guesses the types and reads an empty field as `NaN`.

# %% [markdown] lang="ko"
# `rent`의 단위는 만 원입니다. `pd.read_csv`는 자료형을 추론하고, 빈칸은 `NaN`으로 읽습니다.

# %%
rooms = pd.read_csv(folder / "rooms.csv")
print(rooms.head(4))
print("read as numbers:", rooms.select_dtypes("number").columns.tolist())
print("missing:", rooms.isna().sum().to_dict())

# %% [markdown] lang="en"
# A single NaN in a batch makes the loss NaN, and then the weights too. Two ways out are common: leave the row out, or fill in the median **and mark this in a column of its own**, because a missing value may itself mean something.
#
# Two layers learn what they need from the training rows. `Normalization` learns the mean and standard deviation, and `StringLookup` learns the categories, the most frequent first. The first entry, `[UNK]`, is for words that the layer has not seen.

# %% [markdown] lang="ko"
# 배치에 NaN이 하나만 있어도 손실이 NaN이 되고, 다음 스텝에서는 가중치도 NaN이 됩니다. 흔히 쓰는 방법은 두 가지입니다. 그 행을 빼거나, 중앙값으로 채우고 **채웠다는 사실을 별도의 열에 적습니다**. 값이 비어 있다는 것 자체에 뜻이 있을 수 있기 때문입니다.
#
# 다음 셀의 두 층은 필요한 값을 훈련 데이터에서 얻습니다. `Normalization`은 평균과 표준편차를, `StringLookup`은 범주를 자주 나온 것부터 차례로 기억합니다. 맨 앞의 `[UNK]`는 처음 보는 단어의 자리입니다.

# %%
shuffled = rooms.sample(frac=1, random_state=SEED)
learn, check, later = shuffled[:400], shuffled[400:500], shuffled[500:]
median = learn["size"].median()
scale = keras.layers.Normalization(axis=None)
scale.adapt(learn["size"].fillna(median).to_numpy())
lookup = keras.layers.StringLookup(output_mode="one_hot")
lookup.adapt(learn["city"].to_numpy(str))
print("categories:", ", ".join(lookup.get_vocabulary()))
measured("mean size", scale.mean.numpy().item(), digits=1)
measured("its standard deviation", scale.variance.numpy().item() ** 0.5, digits=1)

# %% [markdown] lang="en"
# Now both layers become part of the model, and so does the step that fills in missing sizes. The inputs of the model are a raw word and a raw size, which may be NaN.

# %% [markdown] lang="ko"
# 이제 두 층을 모델 안에 넣고, 빈칸을 채우는 계산도 넣습니다. 모델에는 도시 이름과 넓이를 표에 적힌 그대로 넣습니다. 넓이는 NaN일 수도 있습니다.

# %%
keras.utils.set_random_seed(SEED)
in_city = keras.Input((1,), dtype="string", name="city")
in_size = keras.Input((1,), name="size")
absent = keras.ops.isnan(in_size)
filled = keras.ops.where(absent, float(median), in_size)
flag = keras.ops.cast(absent, "float32")
x = keras.layers.Concatenate()([lookup(in_city), scale(filled), flag])
x = keras.layers.Dense(16, activation="relu")(x)
model = keras.Model({"city": in_city, "size": in_size}, keras.layers.Dense(1)(x))
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="mse", metrics=["mae"])

# %% [markdown] lang="en"
# `raw` simply passes the columns on by name. (`tf.constant` is needed for the words. Text inside a model works only with the TensorFlow backend. `keras.utils.FeatureSpace` builds the same layers from a dictionary such as `{"city": "string_categorical", "size": "float_normalized"}`, without filling in missing values.)

# %% [markdown] lang="ko"
# `raw`는 열을 이름과 함께 건네줄 뿐입니다. (단어에는 `tf.constant`가 필요합니다. 글자를 다루는 층을 모델 안에 넣는 것은 TensorFlow 백엔드(backend)에서만 됩니다. `keras.utils.FeatureSpace`에 `{"city": "string_categorical", "size": "float_normalized"}` 같은 딕셔너리를 주어도 같은 층을 만들어 주지만, 빈칸은 채우지 않습니다.)


# %%
def raw(table):
    return {"city": tf.constant(table["city"].tolist()), "size": tf.constant(table["size"].tolist())}


stop = keras.callbacks.EarlyStopping(patience=5, restore_best_weights=True)
validation = (raw(check), check["rent"])
model.fit(raw(learn), learn["rent"], epochs=60, batch_size=32, verbose=0, validation_data=validation, callbacks=[stop])
measured("best epoch", int(np.argmin(model.history.history["val_mae"])) + 1)
measured("test MAE", model.evaluate(raw(later), later["rent"], verbose=0)[1], (4, 7), digits=1)
measured("test MAE of the median", (later["rent"] - learn["rent"].median()).abs().mean(), digits=1)

# %% [markdown] lang="en"
# The model is off by 5.5 on average. Even the true rule would be off by 4.0, because we added noise with a standard deviation of 5 to the rents (its mean size is 5 · √(2/π)). Besides, the size is missing for 77 of the 600 rooms.
#
# `save` writes the weights, the categories, the mean, the standard deviation and the median into one file. We load the model and give it three rows that it has not seen. None of our 600 rooms was in 제주 (Jeju). **Predict**: for 제주, will the model give an error, NaN or a number?

# %% [markdown] lang="ko"
# 모델의 평균 오차는 5.5입니다. 월세에 표준편차가 5인 잡음을 더했으므로 진짜 규칙으로 답해도 평균 오차가 4.0입니다(이런 잡음의 크기는 평균 5 · √(2/π)입니다). 또 600개 가운데 77개는 넓이를 모릅니다.
#
# `save`를 부르면 가중치, 범주, 평균, 표준편차, 중앙값이 파일 하나에 모두 저장됩니다. 모델을 다시 불러와 처음 보는 행 세 개를 줍니다. 앞의 방 600개 가운데 제주의 방은 하나도 없었습니다. 제주에 대해서는 오류가 날지, NaN이 나올지, 어떤 수가 나올지 **예상해 보세요**.

# %%
model.save(folder / "rooms.keras")
loaded = keras.models.load_model(folder / "rooms.keras")
new = pd.DataFrame({"city": ["서울", "부산", "제주"], "size": [24.5, np.nan, 24.5]})
for when, one in (("before saving", model), ("after loading", loaded)):
    for name, answer in zip(new["city"], one.predict(raw(new), verbose=0)[:, 0], strict=True):
        measured(f"{name}, {when}", answer, digits=1)

# %% [markdown] lang="en"
# The loaded model gives the same answers from raw rows, so there is no separate scaling step to forget. For 24.5 m² in 서울, the rule gives 60 + 1.5 × 24.5, or 97 when rounded, and so does the model. For 제주 it answers with a number too, but nothing supports this number. The weights of `[UNK]` are still the initial ones, because no training row had an unknown city. Check that a word is in `lookup.get_vocabulary()` before you trust the answer.
#
# ## 10. What a CSV file does not guarantee
#
# Here are five broken files. **Predict** how many of them `pd.read_csv` reads without an error.

# %% [markdown] lang="ko"
# 불러온 모델은 가공하지 않은 행을 받아 똑같이 답합니다. 표준화를 따로 하지 않으니 빠뜨릴 일도 없습니다. 서울의 24.5제곱미터라면 규칙으로는 60 + 1.5 × 24.5, 반올림하면 97이고 모델의 답도 같습니다. 제주에 대해서도 수를 내놓지만 아무 근거가 없습니다. 훈련 데이터에 모르는 도시가 한 번도 나오지 않아 `[UNK]`의 가중치는 초깃값 그대로입니다. 답을 믿기 전에 `lookup.get_vocabulary()`에 있는 단어인지 확인하세요.
#
# ## 10. CSV 파일이 보장하지 않는 것
#
# 이번에는 망가진 파일 다섯 개를 읽어 봅니다. `pd.read_csv`가 다섯 개 가운데 몇 개를 오류 없이 읽을지 **예상해 보세요**.


# %%
TEXT = "city,size,rent\n서울,24.5,90\n부산,,55\n서울,31.0,120\n대구,28.0,60\n"
broken = {
    "column.csv": TEXT.replace("rent", "price").encode(),
    "letter.csv": TEXT.replace("120", "12O").encode(),  # the letter O
    "comma.csv": TEXT.replace(".", ",").encode(),
    "nothing.csv": b"city,size,rent\n",
    "korean.csv": TEXT.encode("cp949"),
}
for name, content in broken.items():
    (folder / name).write_bytes(content)
    try:
        found = pd.read_csv(folder / name)
        print(f"{name}: {len(found)} rows, numbers: {found.select_dtypes('number').columns.tolist()}")
    except ValueError as problem:
        print(f"{name}: {type(problem).__name__}")

# %% [markdown] lang="en"
# It reads four of them without an error. One letter O instead of a zero turns a whole column into text. And with decimal commas, some rows have more values than there are column names, so pandas takes the first value of each row as the name of the row and moves the rest one column to the left. Passing `dtype=` reveals the O.

# %% [markdown] lang="ko"
# 네 개입니다. 숫자 0 대신 들어간 글자 O 하나 때문에 열 전체가 글자가 됩니다. 소수점을 쉼표로 적은 파일에는 값이 열 이름보다 많은 행이 있습니다. 그러면 pandas는 모든 행에서 맨 앞의 값을 행 이름으로 보고 나머지 값을 한 열씩 왼쪽으로 당깁니다. 글자 O는 `dtype=`을 주면 찾을 수 있습니다.

# %%
print(pd.read_csv(folder / "comma.csv"))
try:
    pd.read_csv(folder / "letter.csv", dtype={"rent": float})
except ValueError as problem:
    print("letter.csv:", problem)

# %% [markdown] lang="en"
# Therefore, after each `read_csv`, look at `head()`, `dtypes`, `isna().sum()` and the number of rows. The message about the O names neither row nor column. `read_table`, a helper of this course, makes such checks and says where something is wrong.

# %% [markdown] lang="ko"
# 그러니 `read_csv`로 읽은 뒤에는 언제나 `head()`, `dtypes`, `isna().sum()`과 행의 수를 확인합니다. 글자 O에 대한 오류 메시지에는 행도 열도 나오지 않습니다. 이 강좌의 도우미 함수 `read_table`은 이런 검사를 하고 어디가 잘못되었는지 알려 줍니다.

# %%
from helpers.datasets.tables import TableError, read_table

for name in broken:
    try:
        read_table(folder / name, numbers=["size", "rent"], categories=["city"])
    except TableError as problem:
        print(problem)

# %% [markdown] lang="en"
# ### Encodings
#
# The last file is a common case in Korea. A file holds bytes, and an **encoding** says which letters they stand for. UTF-8 is usual today. Excel on Korean Windows writes cp949 for plain CSV, and "CSV UTF-8" puts three bytes of its own in front (utf-8-sig). The wrong encoding gives an error or, worse, letters that nobody wrote.

# %% [markdown] lang="ko"
# ### 인코딩
#
# 마지막 파일과 같은 문제는 우리나라에서 흔합니다. 파일에는 바이트가 들어 있고, 그 바이트가 어떤 글자인지는 **인코딩**(encoding)에 따라 정해집니다. 요즘은 UTF-8을 많이 쓰지만, 한국어 Windows의 Excel에서 그냥 CSV로 저장하면 cp949가 됩니다. "CSV UTF-8"로 저장하면 맨 앞에 표시가 3바이트 붙습니다(utf-8-sig). 인코딩을 잘못 고르면 오류가 나거나, 더 나쁘게는 아무도 쓰지 않은 글자가 나옵니다.

# %%
print("서울".encode(), "서울".encode("utf-8-sig"), "서울".encode("cp949"))
print("cp949 read as latin-1:", "서울".encode("cp949").decode("latin-1"))
print("UTF-8 read as cp949:  ", "서울".encode().decode("cp949", errors="replace"))
print(pd.read_csv(folder / "korean.csv", encoding="cp949")["city"].tolist())

# %% [markdown] lang="en"
# ### File names
#
# A file name from a Mac may hold Hangul, the Korean script, as separate letters, ㅅㅓㅇㅜㄹ (form **NFD**), whereas Windows and your keyboard use syllables, 서울 (form **NFC**). Both look the same on the screen, but they are different strings. **Predict** the length of `서울.csv` in each form.

# %% [markdown] lang="ko"
# ### 파일 이름
#
# Windows와 키보드에서는 한글을 서울처럼 음절로 모아 적지만(**NFC**), Mac에서 온 파일 이름은 ㅅㅓㅇㅜㄹ처럼 자모로 풀려 있기도 합니다(**NFD**). 화면에는 똑같이 보여도 서로 다른 문자열입니다. 두 형식에서 `서울.csv`의 길이가 각각 얼마일지 **예상해 보세요**.

# %%
typed, stored = (unicodedata.normalize(form, "서울.csv") for form in ("NFC", "NFD"))
print(len(typed), len(stored), "equal:", typed == stored)
(folder / stored).write_bytes(TEXT.encode())
alike = [path for path in folder.iterdir() if unicodedata.normalize("NFC", path.name) == typed]
print("files of this name:", len(alike), "  rows:", len(pd.read_csv(alike[0])))

# %% [markdown] lang="en"
# The name has 6 characters in NFC and 9 in NFD. Convert both names to NFC before you compare them, as the cell does.
#
# A zip file packed on Korean Windows may hold names as cp949 bytes, and one from a Mac as UTF-8 bytes in NFD, both without a mark that says so. Python then assumes cp437, the character set of the first IBM PC. To make both kinds, we write an entry under a placeholder name of the same length and then replace the bytes of that name.

# %% [markdown] lang="ko"
# NFC에서는 여섯 글자, NFD에서는 아홉 글자입니다. 이름을 비교할 때는 위 셀에서처럼 두 이름을 모두 NFC로 바꾸고 나서 비교하세요.
#
# 한국어 Windows에서 만든 zip에는 이름이 cp949 바이트로, Mac에서 만든 zip에는 NFD로 풀린 UTF-8 바이트로 들어 있기도 한데, 어느 쪽인지 표시가 없을 때가 있습니다. 그러면 파이썬은 최초의 IBM PC에서 쓰던 문자 집합인 cp437로 읽습니다. 파일을 길이가 같은 임시 이름으로 넣은 뒤 이름의 바이트를 바꾸어 두 가지 zip을 만들어 봅시다.


# %%
import zipfile


def packed(name, raw):
    placeholder = "x" * len(raw)
    with zipfile.ZipFile(folder / name, "w") as archive:
        archive.writestr(placeholder, TEXT)
    (folder / name).write_bytes((folder / name).read_bytes().replace(placeholder.encode(), raw))


packed("windows.zip", "서울.csv".encode("cp949"))
packed("mac.zip", stored.encode("utf-8"))
for name, encoding in (("windows.zip", "cp949"), ("mac.zip", "utf-8")):
    with zipfile.ZipFile(folder / name) as archive:
        print(f"{name}: {archive.namelist()[0]!r}")
    with zipfile.ZipFile(folder / name, metadata_encoding=encoding) as archive:
        print(f"  as {encoding}, NFC: {unicodedata.normalize('NFC', archive.namelist()[0])!r}")

# %% [markdown] lang="en"
# The bytes are right; only the way they were read was wrong. `metadata_encoding` (Python 3.11 and later) says how to read them, and NFC joins the letters into syllables. A broken name from Windows can be repaired with `name.encode("cp437").decode("cp949")`.

# %% [markdown] lang="ko"
# 바이트는 맞고 읽는 방법만 틀렸습니다. `metadata_encoding`(파이썬 3.11부터)으로 읽는 방법을 알려 주고, NFC로 바꾸어 자모를 음절로 모으면 됩니다. Windows에서 온 이름이 이미 깨져 있다면 `name.encode("cp437").decode("cp949")`로 되살릴 수 있습니다.

# %%
scratch.cleanup()
print("left behind:", folder.exists())

# %% [markdown] lang="en"
# ## What you have learned
# - **Question a score that is too good.** Shuffle the columns one by one, and ask of each whether you would have it at the moment when you need the answer.
# - **Keep rows that belong together on the same side of a split.** Splitting by row gave an AUC of 0.95 to a rule that knew nothing about the woman it judged.
# - **Small tables give wide intervals.** Bootstrap whole sets, or split again, before you compare models, and include a linear one.
# - **A threshold turns a probability into a decision.** What a yes is worth depends on the prevalence. In a case-control study the researchers set the prevalence, so a probability is not a risk.
# - **A CSV file guarantees nothing.** Check what you read, let the model carry the median, categories and scaling of the training table, and compare names in NFC.
#
# What we measured more than once:
#
# | Measured here | Result | Repeats |
# |---|---|---|
# | R² of the line, with / without `expenditure` | 0.59 to 0.84 / 0.00 to 0.06 | 5 splits |
# | R² with `expenditure` / `income` shuffled | −1.29 / 0.55 | mean of 10 shuffles |
# | AUC, one unit / network | 0.74 / 0.73 | mean of 10 splits by set |
# | AUC of counting, by row / by set | 0.95 / 0.50 | mean of 10 splits |
#
# **How can a table fool you?** A column may contain the answer. Test rows may belong together with training rows. The share of cases may have been set by the people who made the table. And characters may not be what they look like. A network notices none of this, so checking is up to you.
#
# ## Next
# [15. The playground](15_playground.ipynb): all the choices of these chapters at once, to try out by hand.
#
# ## Sources
# - W. Greene, *Econometric Analysis* (5th edition, 2003), and the R package AER (C. Kleiber, A. Zeileis): CreditCard.
# - D. Trichopoulos, N. Handanos, J. Danezis, A. Kalandidi, V. Kalapothaki, "Induced abortion and secondary infertility", British Journal of Obstetrics and Gynaecology 83 (1976), 645–650; R's data set infert. R package survival, `clogit`: conditional logistic regression, with this data set as its example.
# - R. Prentice, R. Pyke, "Logistic disease incidence models and case-control studies", Biometrika 66 (1979), 403–411.
# - L. Breiman, "Random forests", Machine Learning 45 (2001), 5–32: permutation importance.
# - B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979), 1–26.
# - S. Kaufman, S. Rosset, C. Perlich, O. Stitelman, "Leakage in data mining", ACM Transactions on Knowledge Discovery from Data 6 (2012).
# - Keras documentation, "Normalization", "StringLookup", "FeatureSpace"; pandas documentation, "read_csv".
# - Unicode Standard Annex #15, "Unicode Normalization Forms"; Python documentation of zipfile.

# %% [markdown] lang="ko"
# ## 배운 것
# - **지나치게 좋은 점수는 의심합니다.** 열을 하나씩 섞어 보고, 열마다 물어봅니다. 답이 필요한 그 순간에 이 값을 알고 있을까?
# - **한 묶음인 행은 갈라놓지 않습니다.** 행으로 나누었더니 판정할 사람에 대해 묶음 번호밖에 모르는 규칙의 AUC가 0.95로 나왔습니다.
# - **표가 작으면 구간이 넓습니다.** 모델을 비교하기 전에 부트스트랩으로 묶음을 다시 뽑거나 데이터를 다시 나누어 보고, 선형 모델도 함께 비교합니다.
# - **임곗값을 정하면 확률로 결정을 내릴 수 있습니다.** 예라는 답을 얼마나 믿을 수 있는지는 유병률에 달렸습니다. 환자-대조군 연구에서는 유병률을 연구자가 정했으므로 확률은 위험도가 아닙니다.
# - **CSV 파일은 아무것도 보장하지 않습니다.** 읽은 것을 검사하고, 훈련에 쓴 표의 중앙값, 범주, 표준화 기준을 모델에 함께 담고, 이름은 NFC로 비교합니다.
#
# 여러 번 잰 것:
#
# | 항목 | 결과 | 반복 |
# |---|---|---|
# | 선형 모델의 R², `expenditure`가 있을 때 / 없을 때 | 0.59에서 0.84 / 0.00에서 0.06 | 다섯 번 나눔 |
# | `expenditure` / `income`을 섞었을 때의 R² | −1.29 / 0.55 | 열 번 섞은 평균 |
# | AUC, 유닛 하나 / 신경망 | 0.74 / 0.73 | 묶음으로 열 번 나눈 평균 |
# | 세기만 하는 규칙의 AUC, 행으로 / 묶음으로 | 0.95 / 0.50 | 열 번 나눈 평균 |
#
# **표는 우리를 어떻게 속일까요?** 열에 답이 들어 있을 수 있습니다. 테스트 행이 훈련 행과 얽혀 있을 수 있습니다. 환자의 비율을 누군가 정해 두었을 수 있습니다. 글자가 겉보기와 다를 수 있습니다. 신경망은 아무것도 알려 주지 않으므로, 확인하는 일은 우리 몫입니다.
#
# ## 다음
# [15. 놀이터](15_playground.ipynb): 지금까지 나온 모든 설정을 한곳에서 직접 바꿔 봅니다.
#
# ## 출처
# - W. Greene, *Econometric Analysis* (5판, 2003), R 패키지 AER(C. Kleiber, A. Zeileis): CreditCard 데이터셋.
# - D. Trichopoulos, N. Handanos, J. Danezis, A. Kalandidi, V. Kalapothaki, "Induced abortion and secondary infertility", British Journal of Obstetrics and Gynaecology 83 (1976), 645–650. R의 infert 데이터셋. R 패키지 survival의 `clogit`: 조건부 로지스틱 회귀. 이 데이터셋을 예제로 씁니다.
# - R. Prentice, R. Pyke, "Logistic disease incidence models and case-control studies", Biometrika 66 (1979), 403–411.
# - L. Breiman, "Random forests", Machine Learning 45 (2001), 5–32: 순열 중요도.
# - B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979), 1–26.
# - S. Kaufman, S. Rosset, C. Perlich, O. Stitelman, "Leakage in data mining", ACM Transactions on Knowledge Discovery from Data 6 (2012).
# - Keras 문서, "Normalization", "StringLookup", "FeatureSpace". pandas 문서, "read_csv".
# - Unicode Standard Annex #15, "Unicode Normalization Forms". 파이썬 zipfile 문서.
