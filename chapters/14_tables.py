# %% [markdown] lang="en"
# # 14. Tables: what a spreadsheet does not tell you
#
# Much of the world's data is neither pictures nor text but tables, with a row for each person and a column for each thing that somebody wrote down. A network accepts any table of numbers and answers, whether or not the answer means anything. **How can a table fool you?** This chapter shows four ways.
#
# **You will be able to**
# - recognise a score that is too good, and find the column that gives the answer away;
# - split a table so that the test asks the question you care about;
# - say how uncertain a score on 248 rows is;
# - choose a threshold, and explain why a probability need not be a risk;
# - read a CSV file into tensors in spite of missing values, categories, encodings and file names.
#
# **Time** about 75 minutes. **You need** [09. A first network](09_first_network.ipynb) for training and test data, and [13. House prices](13_housing_regression.ipynb) for regression, MAE and standardisation.

# %% [markdown] lang="ko"
# # 14. 표: 표가 말해 주지 않는 것
#
# 세상의 데이터 가운데 많은 것이 그림도 글도 아닌 표입니다. 한 사람이 한 행이고, 누군가 적어 둔 항목 하나가 한 열입니다. 신경망(neural network)은 수로 된 표라면 무엇이든 받아 답을 냅니다. 그 답에 뜻이 있는지는 따지지 않습니다. **표는 우리를 어떻게 속일까요?** 이 장에서 네 가지 경우를 봅니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 지나치게 좋은 점수를 알아채고, 답을 흘리는 열을 찾아냅니다.
# - 알고 싶은 것을 묻는 테스트가 되도록 표를 나눕니다.
# - 248행에서 잰 점수의 불확실성(uncertainty)이 얼마나 큰지 말합니다.
# - 임곗값(threshold)을 고르고, 확률을 위험도로 읽으면 안 되는 경우를 설명합니다.
# - 결측값, 범주, 인코딩, 파일 이름을 살펴 CSV 파일을 텐서(tensor)로 읽습니다.
#
# **시간** 약 75분. **필요한 것** [09. 첫 신경망](09_first_network.ipynb)의 훈련 데이터와 테스트 데이터, [13. 주택 가격](13_housing_regression.ipynb)의 회귀, MAE, 표준화.

# %% tags=["setup"]
import tempfile
import unicodedata
import zipfile
from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import credit_card, infert
from helpers.datasets.tables import TableError, read_table
from helpers.drawing import style
from helpers.training import LiveCurves
from helpers.widgets import ThresholdExplorer

SEED = 0
rng = np.random.default_rng(SEED)

# %% [markdown] lang="en"
# ## 1. People who applied for a credit card
#
# 1,319 people applied for a credit card, and the table holds what was known about them. The target is `share`, the part of a person's income that is spent with the card.

# %% [markdown] lang="ko"
# ## 1. 신용카드를 신청한 사람들
#
# 1,319명이 신용카드를 신청했고, 이 사람들에 대해 알려진 것이 표에 담겨 있습니다. 타깃(target)은 소득 가운데 카드로 쓰는 돈의 비율인 `share`입니다.

# %% tags=["real-data"]
table = credit_card.load_data()
print("rows and columns:", table.shape)
print(table.head(3).T)

# %% [markdown] lang="en"
# `income` is the yearly income in units of 10,000 dollars, and `expenditure` the monthly spending with the card in dollars. `reports` counts serious complaints about unpaid bills, `months` the time at the present address, `active` other accounts in use. Always look at the data before you build a model.

# %% [markdown] lang="ko"
# `income`은 한 해 소득(만 달러), `expenditure`는 한 달 카드 지출(달러)입니다. `reports`는 돈을 제때 갚지 않아 신고된 횟수, `months`는 지금 집에 산 개월 수, `active`는 쓰고 있는 다른 계좌의 수입니다. 모델을 만들기 전에는 언제나 데이터부터 봅니다.

# %% tags=["real-data"]
FEATURES = ["reports", "age", "income", "expenditure", "dependents", "months", "majorcards", "active"]
print(table[["share", *FEATURES]].agg(["min", "median", "max"]).round(3).T)
print("younger than 18:", table["age"][table["age"] < 18].round(2).tolist())

# %% [markdown] lang="en"
# Seven applicants are less than a year old. A wrong value is a number like any other, so it raises no error. We treat these ages as missing and replace them with the median age of the training rows.
#
# We train on 1,055 rows and test on 264. As in [13](13_housing_regression.ipynb), medians, means and standard deviations are learned from the training rows alone.

# %% [markdown] lang="ko"
# 신청자 일곱 명이 한 살도 되지 않았습니다. 잘못된 값도 겉보기에는 여느 수와 같아서 오류가 나지 않습니다. 이런 나이는 결측값(missing value)으로 보고, 훈련 데이터(training set)의 나이 중앙값으로 바꿉니다.
#
# 1,055행으로 훈련하고 264행으로 테스트합니다. [13장](13_housing_regression.ipynb)에서처럼 중앙값, 평균, 표준편차는 훈련 데이터에서만 구합니다.

# %%
order = rng.permutation(len(table))
train, test = order[:1055], order[1055:]
age = table["age"].to_numpy()
table["age"] = np.where(age < 18, np.median(age[train][age[train] >= 18]), age)


def standardised(columns):
    x = table[columns].to_numpy("float32")
    return (x - x[train].mean(axis=0)) / x[train].std(axis=0)


share = 100 * table["share"].to_numpy("float32")  # in percent of the income
y = (share - share[train].mean()) / share[train].std()

# %% [markdown] lang="en"
# ## 2. A baseline, a linear model, a network
#
# The mean absolute error (**MAE**) is in percent of income. **R²** is 1 minus the squared error of the model divided by that of always answering with the mean. It is 1 for a perfect model, 0 for one that is no better than the mean, and negative for one that is worse. The baseline answers with the median of the training rows for everybody.

# %% [markdown] lang="ko"
# ## 2. 기준선, 선형 모델, 신경망
#
# 평균 절대 오차(mean absolute error, **MAE**)의 단위는 소득의 %입니다. **R²**는 모델의 제곱 오차를, 언제나 평균으로 답할 때의 제곱 오차로 나눈 다음 1에서 뺀 값입니다. 완벽하면 1, 평균으로 답하는 것과 같으면 0이고, 그보다 못하면 음수입니다. 기준선(baseline)은 누구에게나 훈련 데이터의 중앙값으로 답합니다.


# %% tags=["real-data"]
def judged(name, answers):
    mae = np.abs(answers - y[test]).mean() * share[train].std()
    r2 = 1 - np.mean((answers - y[test]) ** 2) / np.mean((y[test] - y[train].mean()) ** 2)
    measured(f"{name}, MAE", mae, expected=RANGES[name][:2], digits=2, data=credit_card)
    measured(f"{name}, R²", r2, expected=RANGES[name][2:], digits=2, data=credit_card)


RANGES = {"median": (4.4, 6.8, -0.2, 0), "line": (1.9, 3.2, 0.4, 0.9), "network": (0.4, 1.2, 0.9, 1)}
judged("median", np.full(len(test), np.median(y[train])))

# %% [markdown] lang="en"
# The baseline is off by 5.56 % of the income on average. Next come a linear model (least squares) and a network with two hidden layers. **Predict** the R² of the network.

# %% [markdown] lang="ko"
# 기준선은 평균해서 소득의 5.56 %만큼 틀립니다. 이제 선형 모델(최소 제곱법)과, 은닉층(hidden layer)이 둘인 신경망을 봅니다. 신경망의 R²를 **예상해 보세요**.


# %% tags=["real-data"]
def line(x):
    design = np.column_stack([np.ones(len(x)), x])
    weights = np.linalg.lstsq(design[train], y[train], rcond=None)[0]
    return (design @ weights)[test]


x = standardised(FEATURES)
judged("line", line(x))

# %% [markdown] lang="en"
# The network passes over the training rows 60 times. (This number was fixed beforehand. Normally a validation set would choose it, as in [10](10_fashion_images.ipynb).) As in [13](13_housing_regression.ipynb), long epochs save time: an epoch is five passes, and `steps_per_execution` runs its 165 batches in one call. Only the order of the rows differs from 60 ordinary epochs.

# %% [markdown] lang="ko"
# 신경망은 훈련 데이터를 60번 봅니다. (이 수는 미리 정했습니다. 보통은 [10장](10_fashion_images.ipynb)에서처럼 검증 데이터를 보고 고릅니다.) [13장](13_housing_regression.ipynb)에서처럼 에포크(epoch)를 길게 해서 시간을 아낍니다. 한 에포크에 데이터를 다섯 번 보고, `steps_per_execution`으로 배치(batch) 165개를 한 번의 호출로 실행합니다. 보통의 60 에포크와는 행의 순서만 다릅니다.


# %%
def network(x, passes):
    keras.utils.set_random_seed(SEED)
    hidden = [keras.layers.Dense(32, activation="relu") for _ in range(2)]
    model = keras.Sequential([keras.Input((x.shape[1],)), *hidden, keras.layers.Dense(1)])
    model.compile(optimizer="adam", loss="mse", steps_per_execution=165)
    rows, answers = np.tile(x[train], (5, 1)), np.tile(y[train], 5)
    model.fit(rows, answers, epochs=passes // 5, batch_size=32, verbose=0, callbacks=[LiveCurves()])
    return model


leaky = network(x, passes=60)
print("parameters:", leaky.count_params())

# %% [markdown] lang="en"
# Each point of the training loss stands for five passes. For so small a table, calling the model directly is quicker than `predict`.

# %% [markdown] lang="ko"
# 훈련 손실(loss)의 점 하나가 데이터를 다섯 번 본 결과입니다. 이렇게 작은 표에서는 `predict`보다 모델을 직접 호출하는 것이 빠릅니다.

# %% tags=["real-data"]
judged("network", np.asarray(leaky(x[test]))[:, 0])

# %% [markdown] lang="en"
# R² is 0.99. The mean error of 0.65 % of the income is about 16 dollars a month for the median income of 29,000 dollars a year. Would you show this result to your boss?
#
# (Over six seeds, which also change the split, we measured 0.96 to 0.99 for the network and 0.55 to 0.84 for the linear model.)
#
# ## 3. Too good to be true: finding the leak
#
# People are not that predictable. **When a score is too good, ask what the model knows that it should not know.** We shuffle each column in turn among the test rows, so that its values no longer belong to the right person, and see what is left of R². This is called **permutation importance**. **Predict** how many of the eight columns matter.

# %% [markdown] lang="ko"
# R²가 0.99입니다. 평균 오차가 소득의 0.65 %이니, 소득이 중앙값인 한 해 29,000달러라면 한 달에 16달러쯤 틀리는 셈입니다. 이 결과를 그대로 상사에게 보여 주어도 될까요?
#
# (시드 여섯 개로 데이터 나누기부터 다시 하며 재어 보니 신경망은 0.96에서 0.99, 선형 모델은 0.55에서 0.84 사이였습니다.)
#
# ## 3. 지나치게 좋은 점수: 새는 곳 찾기
#
# 사람의 지출은 그렇게 쉽게 맞힐 수 없습니다. **점수가 지나치게 좋으면, 모델이 몰라야 할 무엇을 알고 있는지 물어야 합니다.** 테스트 데이터에서 열을 하나씩 골라 그 값을 사람들 사이에 뒤섞은 뒤 R²가 얼마나 남는지 봅니다. 이렇게 잰 것을 **순열 중요도**(permutation importance)라 합니다. 여덟 열 가운데 몇 개가 중요할지 **예상해 보세요**.

# %%
for place, name in enumerate(FEATURES):
    shuffled = x[test].copy()
    shuffled[:, place] = rng.permutation(shuffled[:, place])
    left = 1 - np.mean((np.asarray(leaky(shuffled))[:, 0] - y[test]) ** 2) / np.var(y[test])
    measured(f"R² with {name} shuffled", left, digits=2)

# %% [markdown] lang="en"
# Only two. With `expenditure` shuffled R² falls to −1.20, with `income` shuffled to 0.51, and with any of the other six it stays at 0.99. So we draw `share` against expenditure ÷ income.

# %% [markdown] lang="ko"
# 두 개뿐입니다. `expenditure`를 섞으면 R²가 −1.20으로, `income`을 섞으면 0.51로 떨어지고, 나머지 여섯 열은 섞어도 0.99 그대로입니다. 그러니 가로에 지출 ÷ 소득, 세로에 `share`를 놓고 그려 봅시다.

# %% tags=["real-data"]
ratio = 100 * 12 * table["expenditure"] / (10_000 * table["income"])  # a year's spending in percent of a year's income
with style():
    fig, ax = plt.subplots(figsize=(4.6, 3.6))
    ax.plot(ratio, share, "o", ms=3, alpha=0.5)
    ax.set(xlabel="12 × expenditure / income (%)", ylabel="share (%)")
print(f"correlation {np.corrcoef(ratio, share)[0, 1]:.5f}, largest difference {np.abs(ratio - share).max():.2f} %")

# %% [markdown] lang="en"
# The points lie on a straight line, so `share` was **computed** from two of our features. The network learned to divide. This is a **data leak**: the input contains the answer. In [13](13_housing_regression.ipynb) the answers leaked through the choice of features, here they leak through a column.
#
# With logarithms a linear model can find the formula too, because the logarithm of a quotient is a difference.

# %% [markdown] lang="ko"
# 점이 한 직선 위에 놓입니다. `share`는 우리가 쓴 특성(feature) 두 개로 **계산한 값**이었습니다. 신경망은 나눗셈을 배웠습니다. 이렇게 입력에 답이 들어 있는 것을 **데이터 누수**(data leak)라 합니다. [13장](13_housing_regression.ipynb)에서는 특성을 고를 때 답이 새었고, 여기서는 열을 통해 샙니다.
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
# The weights are nearly 1 and −1 and the constant is nearly log(12 / 10,000): the model gives us back the formula. Why only nearly? We solve it for the expenditure and compare with the column.

# %% [markdown] lang="ko"
# 가중치(weight)는 1과 −1에 가깝고 상수도 log(12 / 10,000)에 가깝습니다. 모델에서 식을 되찾은 셈입니다. 그런데 왜 정확히 맞지는 않을까요? 식을 지출에 대해 풀어 실제 열과 비교해 봅시다.

# %% tags=["real-data"]
missing = table["share"] * 10_000 * table["income"] / 12 - table["expenditure"]  # dollars a month
twelfths = 12 * missing
print("from", abs(missing.min().round(2)), "to", missing.max().round(2), "dollars")
print(f"whole twelfths of a dollar: {100 * np.mean(np.abs(twelfths - twelfths.round()) < 0.02):.0f} % of the rows")

# %% [markdown] lang="en"
# The difference lies between 0 and 1 dollar a month and is always a whole number of twelfths. One guess that fits these numbers: in computing `share`, each month without spending was counted as one dollar.
#
# ## 4. The model again, without the leak
#
# **One question finds many leaks: would I have this number at the moment when I need the answer?** A card that has not been granted yet has no expenditure, so `expenditure` goes. **Predict** the R² of the network now.

# %% [markdown] lang="ko"
# 차이는 한 달에 0달러에서 1달러 사이이고 언제나 12분의 1달러의 배수입니다. `share`를 계산할 때 지출이 없는 달을 1달러로 셈했다면 이렇게 되지만, 수에 들어맞는 추측일 뿐입니다.
#
# ## 4. 새는 곳을 막고 다시
#
# **많은 누수를 이 질문으로 찾을 수 있습니다. 답이 필요한 그 순간에 이 수를 알고 있을까?** 아직 발급되지 않은 카드에는 지출이 없습니다. 그러니 `expenditure`를 뺍니다. 이제 신경망의 R²는 얼마일지 **예상해 보세요**.

# %% tags=["real-data"]
honest = [name for name in FEATURES if name != "expenditure"]
RANGES |= {"honest line": (4.9, 7.2, -0.1, 0.12), "honest network": (4.9, 7.4, -0.45, 0.15)}
x_honest = standardised(honest)
judged("honest line", line(x_honest))

# %% tags=["real-data"]
model = network(x_honest, passes=20)
judged("honest network", np.asarray(model(x_honest[test]))[:, 0])

# %% [markdown] lang="en"
# Almost nothing is left. R² is 0.06 for the linear model and 0.05 for the network, and both have a larger MAE than the median has (5.56). From the remaining columns these models learn very little about what a person spends with the card. (The network made 20 passes, again a number fixed beforehand.)
#
# One column has not been used yet: `card` says whether the application was granted. We add it to the linear model.

# %% [markdown] lang="ko"
# 남는 것이 거의 없습니다. R²는 선형 모델이 0.06, 신경망이 0.05이고, MAE는 둘 다 중앙값으로만 답한 5.56보다 큽니다. 두 모델은 남은 열로 카드 지출을 거의 맞히지 못합니다. (여기서는 데이터를 20번 보았고, 이 수도 미리 정했습니다.)
#
# 아직 쓰지 않은 열이 하나 있습니다. 카드가 발급되었는지를 적은 `card`입니다. 선형 모델에 넣어 봅시다.

# %% tags=["real-data"]
granted = (table["card"] == "yes").to_numpy()
RANGES["line with card"] = (4.2, 6.4, 0.03, 0.3)
judged("line with card", line(np.column_stack([x_honest, granted])))
print("not granted:", (~granted).sum(), "  of them with any expenditure:", (~granted & spent).sum())

# %% [markdown] lang="en"
# R² rises to 0.19, because people without a card spent nothing with it. Is this a leak? That depends on the question. If the bank asks *before* it decides, `card` lies in the future. If it asks about its customers, people without a card should not be in the table at all.
#
# ## 5. A medical table: 83 matched sets of women
#
# The second table comes from a hospital study in Athens (Trichopoulos and others, 1976). It has 83 women with secondary infertility, who had been pregnant before but did not become pregnant again (`case` 1). For each of them the researchers chose two women without it (`case` 0), of the same age, education and number of earlier pregnancies (`parity`). `spontaneous` and `induced` count earlier miscarriages and induced abortions, where 2 means two or more. Behind every row is a person.

# %% [markdown] lang="ko"
# 카드를 받지 못한 사람은 카드로 쓴 돈이 없으므로 R²가 0.19로 올랐습니다. 누수일까요? 질문에 따라 다릅니다. 은행이 심사하기 *전에* 묻는다면 `card`는 미래의 일입니다. 이미 고객인 사람에 대해 묻는다면 카드가 없는 사람은 애초에 표에 없어야 합니다.
#
# ## 5. 의학 연구의 표: 짝지은 여성 83묶음
#
# 두 번째 표는 아테네의 한 병원에서 이루어진 연구의 자료입니다(Trichopoulos 외, 1976). 임신한 적이 있으나 다시 임신하지 못한 속발성 불임(secondary infertility) 여성이 83명입니다(`case` 1). 그 한 명마다 나이와 학력과 이전 임신 횟수(`parity`)가 같으면서 불임이 아닌 여성(`case` 0)을 두 명씩 찾아 짝을 지었습니다. `spontaneous`와 `induced`는 이전에 겪은 자연 유산과 인공 임신 중절의 횟수이고, 2는 두 번 이상을 뜻합니다. 한 행 한 행이 모두 사람입니다.

# %% tags=["real-data"]
women = infert.load_data()
case, sets = women["case"].to_numpy("float32"), women["stratum"].to_numpy()
print("rows:", len(women), "  sets:", len(np.unique(sets)), "  cases:", int(case.sum()))
print(women[women["stratum"].isin([5, 6])].drop(columns="pooled.stratum").sort_values("stratum").to_string(index=False))

# %% [markdown] lang="en"
# Within each of these two sets, age, parity and education are equal. (One set has only two women, so there are 248 rows and not 249.)
#
# `education` is a word, and a network needs numbers. We make it **one-hot**, like the labels of [09](09_first_network.ipynb). A single column with 0, 1 and 2 would also state that the categories lie at equal distances.

# %% [markdown] lang="ko"
# 위의 두 묶음을 보면 묶음 안에서는 나이, 임신 횟수, 학력이 같습니다. (두 명뿐인 묶음이 하나 있어 249행이 아니라 248행입니다.)
#
# `education`은 낱말인데 신경망에는 수가 필요합니다. 그래서 [09장](09_first_network.ipynb)의 레이블처럼 범주(category)를 **원-핫**(one-hot)으로 바꿉니다. 한 열에 0, 1, 2로 적으면 범주 사이의 간격이 모두 같다는 뜻까지 들어갑니다.

# %% tags=["real-data"]
levels = np.array(["0-5yrs", "6-11yrs", "12+ yrs"])
education = women["education"].to_numpy()[:, None] == levels
history = np.column_stack([women[["age", "parity", "induced", "spontaneous"]], education]).astype("float32")
print(history.shape, "  first row:", history[0])

# %% [markdown] lang="en"
# ## 6. Split by set, not by row
#
# 21 sets go to the test and 62 to the training. Sets stay whole, so nobody in the test has a matched partner in the training rows.
#
# To try many splits quickly, the model is compiled once, and before each training it gets the initial weights of a fresh clone. Plain SGD keeps no memory of earlier steps. `np.resize` repeats the training rows to 9,600, about 50 passes in 300 batches.

# %% [markdown] lang="ko"
# ## 6. 행이 아니라 묶음으로 나누기
#
# 21묶음은 테스트에, 62묶음은 훈련에 씁니다. 묶음을 통째로 나누므로, 테스트에 든 사람의 짝이 훈련 데이터에 들어 있는 일이 없습니다.
#
# 여러 번 나누어 빨리 시험하려고 모델을 한 번만 컴파일(compile)하고, 훈련할 때마다 갓 복제한 모델의 초기 가중치를 넣습니다. 기본 SGD에는 앞선 스텝의 기억이 남지 않습니다. `np.resize`로 훈련 데이터를 9,600행까지 되풀이하면 데이터를 약 50번 보는 셈이고, 배치는 300개입니다.


# %%
def by_set():
    return np.isin(sets, rng.permutation(np.unique(sets))[:21])


def compiled(columns, *units):
    keras.utils.set_random_seed(SEED)
    hidden = [keras.layers.Dense(count, activation="relu") for count in units]
    model = keras.Sequential([keras.Input((columns,)), *hidden, keras.layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer=keras.optimizers.SGD(0.05), loss="binary_crossentropy", steps_per_execution=300)
    return model


# %%
def trained(model, x, test, size=9600):
    """Probabilities for all rows, of a model that has seen all but the test rows."""
    spread = x[~test].std(axis=0)
    x = (x - x[~test].mean(axis=0)) / np.where(spread > 0, spread, 1)
    model.set_weights(keras.models.clone_model(model).get_weights())
    rows, answers = np.resize(x[~test], (size, x.shape[1])), np.resize(case[~test], size)
    model.fit(rows, answers, batch_size=32, verbose=0)
    return np.asarray(model(x))[:, 0]


# %% [markdown] lang="en"
# We measure the **AUC**. Of all pairs of a case and a **control** (`case` 0) it is the share in which the case gets the higher probability. It is 1 for a perfect order and 0.5 for guessing. There are two models: a single sigmoid unit (logistic regression, as in [06](06_softmax_losses.ipynb)), and a network with two hidden layers.

# %% [markdown] lang="ko"
# 성적은 **AUC**로 잽니다. 환자(`case` 1)와 **대조군**(control, `case` 0)을 한 명씩 짝지은 모든 쌍 가운데, 환자 쪽의 확률이 더 높은 쌍의 비율입니다. 순서가 완벽하면 1, 아무렇게나 답하면 0.5입니다. 모델은 시그모이드(sigmoid) 유닛(unit) 하나([06장](06_softmax_losses.ipynb)의 로지스틱 회귀)와, 은닉층이 둘인 신경망입니다.


# %%
def auc(p, y):
    above = p[y == 1][:, None] - p[y == 0]
    return np.mean(above > 0) + np.mean(above == 0) / 2


unit, layers = compiled(7), compiled(7, 16, 16)
print("parameters:", unit.count_params(), "and", layers.count_params())

# %% tags=["real-data"]
held_out = by_set()
p = trained(layers, history, held_out)
measured("network, training AUC", auc(p[~held_out], case[~held_out]), expected=(0.7, 0.95), data=infert)
measured("network, test AUC", auc(p[held_out], case[held_out]), expected=(0.5, 0.95), data=infert)
measured("one unit, test AUC", auc(trained(unit, history, held_out)[held_out], case[held_out]), (0.5, 0.95), data=infert)

# %% [markdown] lang="en"
# The network has a test AUC of 0.796 and the single unit 0.762. (The test value of the network is even above its training value of 0.756, which can happen with 21 sets.) Is the network better? To answer, we must know how much these numbers would change with other women in the test. The **bootstrap** estimates it: we draw 21 sets from the 21 test sets, with replacement, compute the AUC, and repeat this a thousand times. We draw sets and not rows, because the women of a set belong together. **Predict** how wide the interval is that holds 95 % of the thousand AUCs.

# %% [markdown] lang="ko"
# 테스트 AUC는 신경망이 0.796, 유닛 하나가 0.762입니다. (신경망은 테스트 AUC가 훈련 AUC인 0.756보다도 높은데, 21묶음이면 그럴 수 있습니다.) 신경망이 더 나은 모델일까요? 답하려면 테스트에 다른 사람들이 들어 있었을 때 이 수가 얼마나 달라졌을지 알아야 합니다. **부트스트랩**(bootstrap)으로 어림해 봅시다. 테스트에 쓴 21묶음에서 21묶음을 다시 뽑되 같은 묶음이 여러 번 나와도 되게 하고 AUC를 구합니다. 이것을 천 번 되풀이합니다. 한 묶음의 사람들은 서로 얽혀 있으므로 행이 아니라 묶음을 뽑습니다. 천 개의 AUC 가운데 95 %가 들어가는 구간의 폭이 얼마일지 **예상해 보세요**.

# %%
members = [np.flatnonzero(sets == one) for one in np.unique(sets[held_out])]
again = []
for _ in range(1000):
    rows = np.concatenate([members[one] for one in rng.integers(len(members), size=len(members))])
    again.append(auc(p[rows], case[rows]))
low, high = np.quantile(again, [0.025, 0.975])
measured("95 % of the AUCs, from", low, digits=2)
measured("to", high, digits=2)
print("wider than 0.1:", high - low > 0.1)

# %% [markdown] lang="en"
# The interval runs from 0.66 to 0.90, so it is 0.24 wide. The third digit of such an AUC means nothing. A second way to see this is to split 12 times anew, and train anew each time.

# %% [markdown] lang="ko"
# 0.66에서 0.90까지이니 폭이 0.24입니다. 이런 AUC의 소수점 아래 셋째 자리에는 아무 뜻이 없습니다. 열두 번 새로 나누어 그때마다 다시 훈련해도 같은 사실을 볼 수 있습니다.

# %% tags=["real-data"]
splits = [by_set() for _ in range(12)]
scores = np.array([[auc(trained(m, history, t)[t], case[t]) for m in (unit, layers)] for t in splits])
for name, column in zip(("one unit", "network"), scores.T, strict=True):
    measured(f"{name}, mean AUC of 12 splits", column.mean(), expected=(0.64, 0.84), digits=2, data=infert)
    measured(f"{name}, lowest", column.min(), digits=2)
    measured(f"{name}, highest", column.max(), digits=2)

# %% [markdown] lang="en"
# In the picture a line joins the two AUCs of each split.

# %% [markdown] lang="ko"
# 아래 그림에서는 나눌 때마다 나온 두 AUC를 선으로 이었습니다.

# %%
with style():
    fig, ax = plt.subplots(figsize=(4.6, 3.4))
    ax.plot([0, 1], scores.T, "o-", color="#0072B2", alpha=0.6, lw=1)
    ax.set(xticks=[0, 1], xticklabels=["one unit", "network"], ylabel="test AUC", xlim=(-0.3, 1.3), ylim=(0.4, 1))
    ax.axhline(0.5, color="#888888", ls="--", lw=1)
measured("splits of 12 in which the network is ahead", (scores[:, 1] > scores[:, 0]).sum(), digits=0)

# %% [markdown] lang="en"
# The network is ahead in 4 of the 12 splits. The means are 0.77 and 0.76, while the single splits range over more than 0.1. **We can say that both models have an AUC of roughly 0.75, give or take 0.1. We cannot say that one of them is better.** In such a case the simpler model is the better choice.
#
# ## 7. The wrong split
#
# The usual recipe shuffles the rows and splits them. We begin with a "model" that looks only at a woman's set number. It counts how many women of her set are in the training rows and how many of those are cases. Every set has exactly one case, so if the case has been seen already, she is a control. **Predict** its AUC when split by row and when split by set.

# %% [markdown] lang="ko"
# 12번 가운데 4번은 신경망이 앞섭니다. 평균은 0.77과 0.76인데, 나누는 방법에 따라서는 0.1 넘게 차이가 납니다. **두 모델 모두 AUC가 0.75 안팎이고 0.1쯤 달라질 수 있다고 말할 수 있습니다. 어느 쪽이 낫다고는 말할 수 없습니다.** 그렇다면 단순한 모델을 쓰는 편이 낫습니다.
#
# ## 7. 잘못 나누면
#
# 흔히들 행을 섞어서 나눕니다. 먼저 묶음 번호만 보는 '모델'을 만듭니다. 훈련 데이터에 같은 묶음의 사람이 몇 명이고 그 가운데 환자가 몇 명인지 셉니다. 묶음마다 환자는 꼭 한 명이므로, 훈련 데이터에 그 환자가 있으면 이 사람은 환자가 아닙니다. 행으로 나눌 때와 묶음으로 나눌 때의 AUC를 각각 **예상해 보세요**.


# %% tags=["real-data"]
def by_row():
    return np.isin(np.arange(len(sets)), rng.permutation(len(sets))[: by_set().sum()])


def counting(test):
    partners = np.array([(~test & (sets == one)).sum() for one in sets])
    cases = np.array([(~test & (sets == one) & (case == 1)).sum() for one in sets])
    return partners - 10 * cases


wrong = [by_row() for _ in range(12)]
measured("counting, by row", np.mean([auc(counting(t)[t], case[t]) for t in wrong]), (0.88, 0.98), data=infert)
print("counting, by set:", np.mean([auc(counting(t)[t], case[t]) for t in splits]))

# %% [markdown] lang="en"
# Split by row it has 0.95, more than all our models, without looking at anybody. But a new patient has no partners in the training rows. Split by set, the AUC is 0.5, and that is what the rule is really worth. (Over six seeds: 0.93 to 0.96 by row, and always 0.5 by set.)
#
# Now a network is given all columns and the set number, one-hot in 83 more columns.

# %% [markdown] lang="ko"
# 행으로 나누면 0.95입니다. 아무도 보지 않고도 우리의 어느 모델보다 높습니다. 그러나 새로 온 환자는 훈련 데이터에 짝이 없습니다. 묶음으로 나누면 AUC가 0.5이고, 이것이 이 규칙의 진짜 실력입니다. (시드 여섯 개로 재어 보니 행으로는 0.93에서 0.96, 묶음으로는 언제나 0.5였습니다.)
#
# 이번에는 신경망에 모든 열과, 원-핫으로 바꾼 묶음 번호의 열 83개를 줍니다.

# %% tags=["real-data"]
everything = np.column_stack([history, sets[:, None] == np.unique(sets)]).astype("float32")
wide = compiled(everything.shape[1], 16, 16)
for name, tests, expected in (("by row", wrong[:6], (0.05, 0.4)), ("by set", splits[:6], (0.55, 0.85))):
    found = np.mean([auc(trained(wide, everything, t)[t], case[t]) for t in tests])
    measured(f"network with set numbers, {name}", found, expected, digits=2, data=infert)

# %% [markdown] lang="en"
# Split by set, the AUC is 0.69. Split by row, it is 0.21, **far worse than guessing**. With a column for each set the network can learn how often cases occur among the training rows of that set. But here the opposite follows: where the case is among the training rows, the remaining women are controls, and where both controls are, the remaining woman is the case. So a wrong split may make a score too high or too low. **The test rows must be as far from the training rows as the rows that the model will meet later.** Keep together the rows of one patient, school, user or day.
#
# ## 8. From probability to decision: the threshold
#
# A decision needs a **threshold**: the model says yes where the probability is above it. Four shares describe the answers.
# - **Recall** is the share of the cases that get a yes.
# - **Precision** is the share of the yes answers that are cases.
# - **Specificity** is the share of the controls that get a no.
# - **Accuracy** is the share of all answers that are right.
#
# The **ROC curve** shows recall over 1 − specificity, the share of false alarms among the controls, for all thresholds. The area under it is the AUC.
#
# Below, every woman gets her probability from a network that has not seen her set, in a K-fold loop over sets as in [13](13_housing_regression.ipynb).

# %% [markdown] lang="ko"
# 묶음으로 나누면 AUC가 0.69인데 행으로 나누면 0.21로, **아무렇게나 답하는 것보다 훨씬 나쁩니다**. 묶음마다 열이 하나씩 있으면 신경망은 훈련 데이터에서 그 묶음에 환자가 얼마나 많았는지를 배울 수 있습니다. 그런데 여기서는 정반대입니다. 환자가 훈련 데이터에 있으면 남은 사람은 대조군이고, 대조군 두 명이 모두 있으면 남은 사람이 환자입니다. 그러니 잘못 나누면 점수가 너무 높을 수도, 너무 낮을 수도 있습니다. **테스트 행은, 모델이 나중에 만날 행만큼 훈련 데이터와 떨어져 있어야 합니다.** 같은 환자, 학교, 사용자, 날짜의 행은 함께 두세요.
#
# ## 8. 확률에서 결정으로: 임곗값
#
# 결정을 내리려면 **임곗값**이 있어야 합니다. 확률이 임곗값보다 크면 모델이 예라고 답한 것으로 봅니다. 답은 네 가지 비율로 나타냅니다.
# - **재현율**(recall)은 환자 가운데 모델이 예라고 한 사람의 비율입니다.
# - **정밀도**(precision)는 모델이 예라고 한 사람 가운데 환자의 비율입니다.
# - **특이도**(specificity)는 대조군 가운데 모델이 아니요라고 한 사람의 비율입니다.
# - **정확도**(accuracy)는 모든 답 가운데 맞은 답의 비율입니다.
#
# **ROC 곡선**은 모든 임곗값에서 재현율과 1 − 특이도를 그린 곡선입니다. 1 − 특이도는 대조군 가운데 헛경보가 울린 비율입니다. 이 곡선 아래의 넓이가 AUC입니다.
#
# 위젯에 쓸 확률은 그 사람의 묶음을 본 적 없는 신경망에서 얻습니다. [13장](13_housing_regression.ipynb)의 K-폴드(fold) 반복문을 묶음에 적용합니다.

# %% tags=["real-data"]
probabilities = np.zeros(len(sets))
for fold in np.array_split(rng.permutation(np.unique(sets)), 4):
    t = np.isin(sets, fold)
    probabilities[t] = trained(layers, history, t)[t]
labels = case
measured("AUC of all 248", auc(probabilities, labels), expected=(0.6, 0.84), digits=2, data=infert)

# %% [markdown] lang="en"
# In the explorer the bars of the cases stand above the middle line and those of the controls below it. Dark bars are the women to whom the model says yes. At the threshold of 0.4 it finds 52 of 83 cases, a recall of 0.627, and 39 of its 91 yes answers are false alarms, a precision of 0.571. **Look for** recall and precision as the line moves to the right.

# %% [markdown] lang="ko"
# 위젯에서 가운데 선 위쪽 막대는 환자, 아래쪽 막대는 대조군이고, 짙은 막대가 모델이 예라고 한 사람들입니다. 임곗값이 0.4이면 환자 83명 가운데 52명을 찾아 재현율이 0.627이고, 예라고 한 91명 가운데 39명이 헛경보여서 정밀도가 0.571입니다. 선을 오른쪽으로 옮길 때 재현율과 정밀도를 **눈여겨보세요**.

# %%
ThresholdExplorer(probabilities, labels, threshold=0.4)

# %% [markdown] lang="en"
# **Try this**
# 1. Drag *threshold* from 0 to 1. At 0 every case is found, and two of three alarms are false, because precision then equals the share of cases in the table. Further right recall falls, as more cases are missed, and precision mostly rises. The point travels along the ROC curve.
# 2. Find the threshold with the highest accuracy. In our run more than half of the cases are missed there. Accuracy counts a missed case and a false alarm alike, which rarely fits a medical decision.
# 3. Set *threshold* back to 0.4, tick *at another prevalence* (share of cases) and set it to 0.01, so that 10 of 1,000 people are cases. Recall and specificity stay, but precision falls to about 3 %: nearly every yes is a false alarm. An AUC alone does not tell what a yes is worth.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *임곗값*을 0에서 1까지 끌어 보세요. 0에서는 환자를 모두 찾지만 경보 셋 가운데 둘은 헛경보입니다. 이때의 정밀도는 표에서 환자가 차지하는 비율과 같기 때문입니다. 오른쪽으로 갈수록 놓치는 환자가 늘어 재현율은 떨어지고 정밀도는 대체로 오릅니다. 점은 ROC 곡선을 따라 움직입니다.
# 2. 정확도가 가장 높은 임곗값을 찾아보세요. 우리 결과에서는 이때 환자의 절반 넘게 놓칩니다. 정확도에서는 놓친 환자와 헛경보를 똑같은 실수로 세는데, 의학적 결정에는 대개 맞지 않습니다.
# 3. *임곗값*을 0.4로 되돌리고 *다른 양성 비율로*를 켜서 0.01로 맞춰 보세요. 1,000명 가운데 10명이 환자인 경우입니다. 재현율과 특이도는 그대로인데 정밀도는 3 %쯤으로 떨어져, 예라는 답이 거의 다 헛경보가 됩니다. AUC만으로는 예라는 답을 얼마나 믿을 수 있는지 알 수 없습니다.

# %% [markdown] lang="en"
# ### What these numbers mean
#
# A third of the rows are cases because the researchers **chose** two controls for each case. In such a **case-control study** the share of cases, the **prevalence**, is set by the researchers. So a probability of 0.6 is not a woman's risk. It means that in a collection made like this one about six of ten such rows are cases.
#
# What can be estimated from such a study is an **odds ratio** (Prentice and Pyke, 1979). The **odds** of a probability p are p / (1 − p), so 0.6 has odds of 1.5. The odds ratio says by what factor the odds change when a column grows by 1 and the others stay. For a sigmoid unit it is e to the power of the weight, after the weight has been divided by the standard deviation of its column.

# %% [markdown] lang="ko"
# ### 이 수가 뜻하는 것
#
# 행의 3분의 1이 환자인 것은 연구자들이 환자 한 명에 대조군을 두 명씩 **골랐기** 때문입니다. 이런 **환자-대조군 연구**(case-control study)에서 환자의 비율인 **유병률**(prevalence)은 연구자가 정한 수입니다. 그러니 확률 0.6은 한 여성의 위험도가 아닙니다. 이렇게 모은 자료에서 이런 행 열 개 가운데 여섯쯤이 환자라는 뜻입니다.
#
# 이런 연구에서 추정할 수 있는 것은 **오즈비**(odds ratio)입니다(Prentice와 Pyke, 1979). 확률 p의 **오즈**(odds)는 p / (1 − p)입니다. 확률이 0.6이면 오즈는 1.5입니다. 오즈비는 다른 열은 그대로이고 한 열의 값이 1 커질 때 오즈가 몇 배가 되는지를 나타냅니다. 시그모이드 유닛에서는 가중치를 그 열의 표준편차로 나눈 다음 e의 지수로 올려 구합니다.

# %% tags=["real-data"]
trained(unit, history, np.zeros(len(sets), bool), size=48_000)  # all rows, five times as long
ratios = np.exp(unit.get_weights()[0][:, 0] / history.std(axis=0))
measured("odds ratio for each earlier miscarriage", ratios[3], expected=(5.5, 9.5), digits=1, data=infert)
measured("odds ratio for each earlier induced abortion", ratios[2], expected=(2.8, 4.2), digits=1, data=infert)

# %% [markdown] lang="en"
# These two numbers are only a first estimate. The unit was trained for a limited number of steps, and it ignores that the women were matched. The method made for matched sets, **conditional logistic regression**, compares women only within their set. With the two counts as its columns it gives 7.3 (95 % interval 3.7 to 14.5) for a miscarriage and 4.1 (2.0 to 8.3) for an induced abortion.
#
# In this study, women with secondary infertility reported more earlier miscarriages and induced abortions than their matched partners. The numbers do not say why: the women may differ in more than these columns, and people who look for a reason may remember more. They say nothing about a single woman.
#
# ## 9. Your own table: from CSV to tensor
#
# A CSV file is text with rows and commas, without types. We write a small one, about rooms for rent in Korean cities, and read it with `read_table`, a helper of this course that checks what it reads. (`pandas.read_csv`, the usual function, checks less.)

# %% [markdown] lang="ko"
# 이 두 수는 대략의 추정값입니다. 유닛을 정해진 스텝만큼만 훈련했고, 짝을 지은 설계도 반영하지 않았습니다. 짝지은 자료에는 한 묶음 안에서만 비교하는 **조건부 로지스틱 회귀**(conditional logistic regression)를 씁니다. 두 횟수를 열로 하여 이 방법으로 계산하면 자연 유산은 7.3(95 % 구간은 3.7에서 14.5), 인공 임신 중절은 4.1(2.0에서 8.3)입니다.
#
# 이 연구에서 속발성 불임 여성들은 짝지은 여성들보다 이전에 자연 유산과 인공 임신 중절을 더 많이 겪었다고 답했습니다. 왜 그런지는 이 수로 알 수 없습니다. 이 열에 없는 점에서도 서로 다를 수 있고, 원인을 찾는 사람은 더 많이 기억해 낼 수도 있습니다. 한 사람에 대해서는 아무것도 알 수 없습니다.
#
# ## 9. 내 표: CSV에서 텐서로
#
# CSV 파일은 행과 쉼표로 된 글이며 자료형(dtype)은 들어 있지 않습니다. 우리나라 도시의 월세 방을 적은 작은 파일을 만들고, 읽으면서 검사까지 하는 이 강좌의 도우미 함수 `read_table`로 읽습니다. (보통은 `pandas.read_csv`를 쓰는데, 검사는 덜 합니다.)

# %%
scratch = tempfile.TemporaryDirectory()
folder = Path(scratch.name)
TEXT = "district,size,rent\n서울,24.5,90\n부산,,55\n서울,31.0,120\n대구,28.0,60\n"
(folder / "rooms.csv").write_bytes(TEXT.encode("utf-8"))
rooms = read_table(folder / "rooms.csv", numbers=["size", "rent"], categories=["district"])
print(rooms)

# %% [markdown] lang="en"
# One size is missing (`NaN`). A single NaN in a batch makes the loss NaN, and then the weights too. There are two honest ways out: leave the row out, or fill in the median **and mark this in a column of its own**, because a missing value may itself mean something.

# %% [markdown] lang="ko"
# 크기(size) 하나가 비어 있습니다(`NaN`). 배치에 NaN이 하나만 있어도 손실이 NaN이 되고, 다음 스텝에서는 가중치도 NaN이 됩니다. 올바른 방법은 둘입니다. 그 행을 빼거나, 중앙값으로 채우고 **채웠다는 사실을 따로 한 열에 적습니다**. 값이 비어 있다는 것 자체에 뜻이 있을 수 있기 때문입니다.

# %%
size = rooms["size"].to_numpy()
absent = np.isnan(size)
filled = np.where(absent, np.nanmedian(size), size)
districts = np.array(rooms["district"].cat.categories)
one_hot = rooms["district"].to_numpy()[:, None] == districts
x_rooms = np.column_stack([filled, absent, one_hot]).astype("float32")
print(x_rooms)

# %% [markdown] lang="en"
# The columns of this (4, 5) tensor are the size, whether it was missing, 대구, 부산 and 서울. Median and categories must be those of the training table. We read a second table, without 부산, once with categories made anew and once with those of the first table. **Predict** the number of category columns in each case.

# %% [markdown] lang="ko"
# 형상(shape)이 (4, 5)인 이 텐서의 열은 차례대로 크기, 비어 있었는지, 대구, 부산, 서울입니다. 중앙값과 범주는 훈련에 쓴 표의 것을 써야 합니다. 부산이 없는 두 번째 표를 읽으면서 한 번은 범주를 새로 만들고, 한 번은 첫 번째 표의 범주를 줍니다. 범주 열이 각각 몇 개일지 **예상해 보세요**.

# %%
(folder / "later.csv").write_bytes("district,size\n대구,20\n서울,25\n".encode())
anew = read_table(folder / "later.csv", categories=["district"])
same = read_table(folder / "later.csv", categories={"district": districts.tolist()})
for table_read in (anew, same):
    names = table_read["district"].cat.categories
    print(len(names), "columns:", list(names))

# %% [markdown] lang="en"
# Made anew there are two columns, and the model expects three. At best this is an error, at worst 서울 takes the place of 부산. The categories of the first table prevent this.
#
# For each of five broken files `read_table` should say in one sentence what is wrong and where. **Predict** how many of the five Python's own `csv` module would read without an error.

# %% [markdown] lang="ko"
# 모델은 범주의 열을 세 개 받는데, 범주를 새로 만들면 두 개뿐입니다. 오류가 나면 그나마 다행이고, 자칫하면 부산 자리에 서울이 들어갑니다. 첫 번째 표의 범주를 주면 그럴 일이 없습니다.
#
# 이번에는 망가진 파일 다섯 개입니다. `read_table`은 파일마다 어디가 어떻게 잘못되었는지 한 문장으로 알려 주어야 합니다. 파이썬의 `csv` 모듈이라면 다섯 개 가운데 몇 개를 오류 없이 읽을지 **예상해 보세요**.


# %%
def complaint(name, content):
    (folder / name).write_bytes(content)
    try:
        read_table(folder / name, numbers=["size", "rent"], categories=["district"])
    except TableError as problem:
        print(problem)


complaint("column.csv", TEXT.replace("rent", "price").encode())
complaint("text.csv", TEXT.replace("120", "12O").encode())  # the letter O
complaint("comma.csv", TEXT.replace("31.0", "31,0").encode())
complaint("nothing.csv", b"district,size,rent\n")
complaint("korean.csv", TEXT.encode("cp949"))

# %% [markdown] lang="en"
# Four. Opened as UTF-8, only the last file raises an error. The second is the most dangerous: one letter O turns a whole column into text, and `pandas.read_csv` raises no error either.
#
# ### Encodings
#
# The last file is a common case in Korea. A file holds bytes, and an **encoding** says which letters they stand for. UTF-8 is usual today. Excel on a Korean Windows writes cp949 for plain CSV, and "CSV UTF-8" puts three bytes of its own in front (utf-8-sig). The wrong encoding gives an error or, worse, letters that nobody wrote.

# %% [markdown] lang="ko"
# 네 개입니다. UTF-8로 열면 마지막 파일에서만 오류가 납니다. 가장 위험한 것은 두 번째입니다. 숫자 0 대신 들어간 글자 O 하나 때문에 열 전체가 글자가 되는데, `pandas.read_csv`도 이 파일을 오류 없이 읽습니다.
#
# ### 인코딩
#
# 마지막 파일은 우리나라에서 흔히 겪는 일입니다. 파일에는 바이트가 들어 있고, 그 바이트가 어떤 글자인지는 **인코딩**(encoding)에 따라 정해집니다. 요즘은 UTF-8을 많이 쓰지만, 한국어 Windows의 Excel에서 그냥 CSV로 저장하면 cp949가 됩니다. "CSV UTF-8"로 저장하면 맨 앞에 표시가 3바이트 붙습니다(utf-8-sig). 인코딩을 잘못 고르면 오류가 나거나, 더 나쁘게는 아무도 쓰지 않은 글자가 나옵니다.

# %%
print("서울".encode(), "서울".encode("utf-8-sig"), "서울".encode("cp949"))
print("cp949 read as latin-1:", "서울".encode("cp949").decode("latin-1"))
print("UTF-8 read as cp949:  ", "서울".encode().decode("cp949", errors="replace"))
print(read_table(folder / "korean.csv", categories=["district"], encoding="cp949")["district"].tolist())

# %% [markdown] lang="en"
# ### File names
#
# A file name from a Mac may hold Hangul as separate letters, ㅅㅓㅇㅜㄹ (form **NFD**), whereas Windows and your keyboard use syllables, 서울 (form **NFC**). Both look the same on the screen, but they are different strings. **Predict** the length of `서울.csv` in each form.

# %% [markdown] lang="ko"
# ### 파일 이름
#
# Windows와 키보드는 한글을 서울처럼 음절로 모아 적지만(**NFC**), Mac에서 온 이름은 ㅅㅓㅇㅜㄹ처럼 자모로 풀려 있기도 합니다(**NFD**). 화면에는 똑같아 보여도 서로 다른 문자열입니다. 두 형식에서 `서울.csv`의 길이가 각각 얼마일지 **예상해 보세요**.

# %%
typed, stored = (unicodedata.normalize(form, "서울.csv") for form in ("NFC", "NFD"))
print(len(typed), len(stored), "equal:", typed == stored)
print("equal after NFC:", typed == unicodedata.normalize("NFC", stored))
(folder / stored).write_bytes(TEXT.encode())
print("rows found under the typed name:", len(read_table(folder / typed, numbers=["rent"])))

# %% [markdown] lang="en"
# They have 6 and 9 characters. `read_table` brings both names to NFC before it compares them. Do the same in your own code.
#
# A zip packed on a Korean Windows may hold names as cp949 bytes, and one from a Mac as UTF-8 bytes in NFD, both without a mark that says so. Python then assumes cp437, the character set of the first IBM PC. To make both kinds, the cell writes an entry under a name of the same length and then exchanges the bytes.

# %% [markdown] lang="ko"
# 여섯 글자와 아홉 글자입니다. `read_table`은 양쪽을 모두 NFC로 바꾼 뒤에 이름을 비교합니다. 여러분의 코드에서도 그렇게 하세요.
#
# 한국어 Windows에서 만든 zip에는 이름이 cp949 바이트로, Mac에서 만든 zip에는 NFD로 풀린 UTF-8 바이트로 들어 있으면서 그렇다는 표시가 없을 때가 있습니다. 그러면 파이썬은 첫 IBM PC의 문자 집합인 cp437로 읽습니다. 길이가 같은 이름으로 넣은 뒤 바이트를 바꾸어 두 가지를 만들어 봅시다.


# %%
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
# The bytes are right, only their reading was wrong. `metadata_encoding` (Python 3.11 and later) says how to read them, and NFC joins the letters into syllables. A broken name from Windows can be repaired with `name.encode("cp437").decode("cp949")`.
#
# Finally we delete what we wrote.

# %% [markdown] lang="ko"
# 바이트는 맞고, 읽는 방법만 틀렸습니다. `metadata_encoding`(파이썬 3.11부터)으로 읽는 방법을 알려 주고, NFC로 자모를 음절로 모으면 됩니다. Windows에서 온 이름이 이미 깨져 있다면 `name.encode("cp437").decode("cp949")`로 되살릴 수 있습니다.
#
# 마지막으로 만든 파일을 지웁니다.

# %%
scratch.cleanup()
print("left behind:", folder.exists())

# %% [markdown] lang="en"
# ## What you have learned
# - **Question a score that is too good.** Shuffle the columns one by one, and ask of each whether you would have it at the moment when you need the answer.
# - **Split by what belongs together.** Splitting by row gave an AUC of 0.95 to a rule that looks at no one.
# - **Small tables give wide intervals.** Bootstrap whole sets, or split again, before you compare models, and include a linear one.
# - **A threshold turns a probability into a decision.** What a yes is worth depends on the prevalence. In a case-control study the researchers set it, so a probability is not a risk.
# - **A CSV file guarantees nothing.** Check what you read, keep the medians and categories of the training table, and compare names in NFC.
#
# **How can a table fool you?** A column may contain the answer. Test rows may belong together with training rows. The share of cases may have been set by somebody. And characters may not be what they look like. A network notices none of this, so checking is up to you.
#
# ## Next
# [15. The playground](15_playground.ipynb): every choice of these chapters under your hands at once.
#
# ## Sources
# - W. Greene, *Econometric Analysis* (5th edition, 2003), and the R package AER (C. Kleiber, A. Zeileis): CreditCard.
# - D. Trichopoulos, N. Handanos, J. Danezis, A. Kalandidi, V. Kalapothaki, "Induced abortion and secondary infertility", British Journal of Obstetrics and Gynaecology 83 (1976), 645–650; R's data set infert. R package survival, `clogit`: conditional logistic regression, with this data set as its example.
# - R. Prentice, R. Pyke, "Logistic disease incidence models and case-control studies", Biometrika 66 (1979), 403–411.
# - B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979), 1–26.
# - S. Kaufman, S. Rosset, C. Perlich, O. Stitelman, "Leakage in data mining", ACM Transactions on Knowledge Discovery from Data 6 (2012).
# - Unicode Standard Annex #15, "Unicode Normalization Forms"; Python documentation of zipfile.

# %% [markdown] lang="ko"
# ## 배운 것
# - **지나치게 좋은 점수는 의심합니다.** 열을 하나씩 섞어 보고, 열마다 물어봅니다. 답이 필요한 그 순간에 이 값을 알고 있을까?
# - **한데 묶이는 행은 함께 나눕니다.** 행으로 나누었더니 사람을 보지도 않는 규칙의 AUC가 0.95로 나왔습니다.
# - **표가 작으면 구간이 넓습니다.** 모델을 비교하기 전에 부트스트랩으로 묶음을 다시 뽑거나 데이터를 다시 나누어 보고, 선형 모델도 함께 비교합니다.
# - **임곗값을 정하면 확률이 결정이 됩니다.** 예라는 답을 얼마나 믿을 수 있는지는 유병률에 달렸습니다. 환자-대조군 연구에서는 유병률을 연구자가 정했으므로 확률은 위험도가 아닙니다.
# - **CSV 파일은 아무것도 보장하지 않습니다.** 읽은 것을 검사하고, 중앙값과 범주는 훈련에 쓴 표의 것을 쓰고, 이름은 NFC로 비교합니다.
#
# **표는 우리를 어떻게 속일까요?** 열에 답이 들어 있을 수 있습니다. 테스트 행이 훈련 행과 얽혀 있을 수 있습니다. 환자의 비율이 누군가 정한 것일 수 있습니다. 글자가 겉보기와 다를 수 있습니다. 신경망은 아무것도 알려 주지 않으므로, 확인하는 일은 우리 몫입니다.
#
# ## 다음
# [15. 놀이터](15_playground.ipynb): 지금까지 나온 모든 선택을 한꺼번에 손으로 만져 봅니다.
#
# ## 출처
# - W. Greene, *Econometric Analysis* (5판, 2003), R 패키지 AER(C. Kleiber, A. Zeileis): CreditCard 데이터셋.
# - D. Trichopoulos, N. Handanos, J. Danezis, A. Kalandidi, V. Kalapothaki, "Induced abortion and secondary infertility", British Journal of Obstetrics and Gynaecology 83 (1976), 645–650. R의 infert 데이터셋. R 패키지 survival의 `clogit`: 조건부 로지스틱 회귀. 이 데이터셋을 예제로 씁니다.
# - R. Prentice, R. Pyke, "Logistic disease incidence models and case-control studies", Biometrika 66 (1979), 403–411.
# - B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979), 1–26.
# - S. Kaufman, S. Rosset, C. Perlich, O. Stitelman, "Leakage in data mining", ACM Transactions on Knowledge Discovery from Data 6 (2012).
# - Unicode Standard Annex #15, "Unicode Normalization Forms". 파이썬 zipfile 문서.
