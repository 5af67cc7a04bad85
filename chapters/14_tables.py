# %% [markdown] lang="en"
# # 14. Tables: what a spreadsheet does not tell you
#
# Most of the world's data are neither pictures nor texts. They are tables: a row for each person, a column for each thing somebody wrote down. A network takes a table gladly, and gives a number. **How can a table fool you?** In this chapter they do it in four ways, and you catch them at it.
#
# **You will be able to**
# - notice a score that is too good, and find the column that gives the answer away;
# - split a table so that the test asks the question you care about;
# - say how uncertain a score on 248 rows is;
# - choose a threshold, and tell a probability from a risk;
# - read a CSV file into tensors: missing values, categories, encodings, file names.
#
# **Time** about 75 minutes. **You need** [09. A first network](09_first_network.ipynb): training and test data, overfitting.

# %% [markdown] lang="ko"
# # 14. 표: 표가 말해 주지 않는 것
#
# 세상의 데이터는 그림이나 글보다 표가 훨씬 많습니다. 한 사람이 한 행이고, 누군가 적어 둔 것 하나가 한 열입니다. 신경망(neural network)은 표도 잘 받아들이고 수를 하나 내놓습니다. **표는 우리를 어떻게 속일까요?** 이 장에서는 표가 네 가지 방법으로 우리를 속이고, 우리는 그 현장을 잡습니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 지나치게 좋은 점수를 알아채고, 답을 흘리는 열을 찾아냅니다.
# - 알고 싶은 것을 묻는 테스트가 되도록 표를 나눕니다.
# - 248행에서 잰 점수의 불확실성(uncertainty)이 얼마나 큰지 말합니다.
# - 임곗값(threshold)을 고르고, 확률과 위험도를 구별합니다.
# - 결측값, 범주, 인코딩, 파일 이름을 살펴 CSV 파일을 텐서(tensor)로 읽습니다.
#
# **시간** 약 75분. **필요한 것** [09. 첫 신경망](09_first_network.ipynb): 훈련 데이터와 테스트 데이터, 과대적합(overfitting).

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
# ## 1. People who asked for a credit card
#
# 1,319 people applied for a credit card. The table holds what was known about them. We want `share`: which part of a person's income goes through the card. Here are the first three.

# %% [markdown] lang="ko"
# ## 1. 신용카드를 신청한 사람들
#
# 1,319명이 신용카드를 신청했고, 이 사람들에 대해 알려진 것이 표에 담겨 있습니다. 우리가 맞히려는 타깃(target)은 `share`, 곧 소득 가운데 카드로 쓰는 돈의 비율입니다. 처음 세 사람을 봅니다.

# %% tags=["real-data"]
table = credit_card.load_data()
print("rows and columns:", table.shape)
print(table.head(3).T)

# %% [markdown] lang="en"
# `income` is a year's, in 10,000 dollars; `expenditure` a month's, in dollars; `reports` counts serious complaints about unpaid bills, `months` the time at the present address, `active` other accounts. Look before you model, always. What are the smallest and largest values of each column?

# %% [markdown] lang="ko"
# `income`은 한 해 소득(만 달러), `expenditure`는 한 달 카드 지출(달러)입니다. `reports`는 돈을 제때 갚지 않아 신고된 횟수, `months`는 지금 집에 산 개월 수, `active`는 쓰고 있는 다른 계좌의 수입니다. 모델을 만들기 전에 언제나 먼저 데이터를 봅니다. 열마다 가장 작은 값과 가장 큰 값은 얼마일까요?

# %% tags=["real-data"]
FEATURES = ["reports", "age", "income", "expenditure", "dependents", "months", "majorcards", "active"]
print(table[["share", *FEATURES]].agg(["min", "median", "max"]).round(3).T)
print("younger than 18:", table["age"][table["age"] < 18].round(2).tolist())

# %% [markdown] lang="en"
# The first small deceit: seven applicants are less than a year old. Nobody typed a mistake into your program, no error came; a wrong value looks like any other number. We treat these ages as missing and put the median of the training rows in their place.
#
# 1,055 rows to train on, 264 to test. Everything that is learned from the data, the medians, means and spreads too, is learned from the training rows alone, as in [13](13_housing_regression.ipynb).

# %% [markdown] lang="ko"
# 첫 번째 작은 속임수가 나왔습니다. 신청자 일곱 명이 한 살도 되지 않았습니다. 오류가 난 것도 아닙니다. 잘못된 값도 겉보기에는 여느 수와 똑같습니다. 이런 나이는 결측값(missing value)으로 보고, 훈련 데이터(training set)의 중앙값으로 채웁니다.
#
# 1,055행으로 훈련하고 264행으로 테스트합니다. 중앙값, 평균, 표준편차까지, 데이터에서 알아내는 것은 모두 [13](13_housing_regression.ipynb)에서처럼 훈련 데이터에서만 알아냅니다.

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
# ## 2. A baseline, a straight line, a network
#
# Two measures. **MAE**, the mean absolute error, in percent of income. And **R²**: 1 − the squared error divided by that of always answering the mean; 1 is perfect, 0 no better than the mean, below 0 worse. The baseline answers the training median to everybody.

# %% [markdown] lang="ko"
# ## 2. 기준선, 직선, 신경망
#
# 두 가지로 잽니다. 하나는 **MAE**, 곧 평균 절대 오차(mean absolute error)이며 단위는 소득의 %입니다. 또 하나는 **R²**로, 언제나 평균이라고 답할 때의 제곱 오차로 모델의 제곱 오차를 나누어 1에서 뺀 값입니다. 1이면 완벽하고, 0이면 평균만큼, 0보다 작으면 평균보다 못합니다. 기준선(baseline)은 누구에게나 훈련 데이터의 중앙값을 답합니다.


# %% tags=["real-data"]
def judged(name, answers):
    mae = np.abs(answers - y[test]).mean() * share[train].std()
    r2 = 1 - np.mean((answers - y[test]) ** 2) / np.mean((y[test] - y[train].mean()) ** 2)
    measured(f"{name}, MAE", mae, expected=RANGES[name][:2], digits=2, data=credit_card)
    measured(f"{name}, R²", r2, expected=RANGES[name][2:], digits=2, data=credit_card)


RANGES = {"median": (4.4, 6.8, -0.2, 0), "line": (1.9, 3.2, 0.4, 0.9), "network": (0.4, 1.2, 0.9, 1)}
judged("median", np.full(len(test), np.median(y[train])))

# %% [markdown] lang="en"
# A person's share is missed by five or six percent of the income. Now a linear model, by least squares in NumPy, and a network of two hidden layers. **Predict** its R²: how well can a handful of facts about people tell what they spend?

# %% [markdown] lang="ko"
# 소득의 5~6 %쯤 빗나갑니다. 이제 NumPy의 최소 제곱법으로 맞춘 선형 모델과 은닉층(hidden layer)이 둘인 신경망을 봅니다. 사람에 대해 아는 것 몇 가지로 씀씀이를 얼마나 잘 맞힐 수 있을까요? 신경망의 R²를 **예상해 보세요**.


# %% tags=["real-data"]
def line(x):
    design = np.column_stack([np.ones(len(x)), x])
    weights = np.linalg.lstsq(design[train], y[train], rcond=None)[0]
    return (design @ weights)[test]


x = standardised(FEATURES)
judged("line", line(x))

# %% [markdown] lang="en"
# The network sees the rows 60 times. A `fit` of 60 short epochs would spend most of its time between the epochs; so five copies of the rows lie one after another, an epoch is five passes, and `steps_per_execution` hands its 165 batches over in one call. What is computed stays the same, but for the order of the rows.

# %% [markdown] lang="ko"
# 신경망은 훈련 데이터를 60번 봅니다. 짧은 에포크(epoch)를 60번 돌리면 시간을 대부분 에포크 사이에서 씁니다. 그래서 같은 행들을 다섯 벌 이어 붙여 한 에포크에 다섯 번 지나가게 하고, `steps_per_execution`으로 배치(batch) 165개를 한꺼번에 넘깁니다. 행의 순서만 다를 뿐 계산하는 것은 같습니다.


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
# The picture shows the training loss falling, one point for every five passes. For a table this small, calling the model is quicker than `predict`.

# %% [markdown] lang="ko"
# 훈련 손실(loss)이 줄어드는 그림입니다. 점 하나가 데이터를 다섯 번 지나간 것입니다. 이렇게 작은 표에서는 `predict`보다 모델을 바로 부르는 것이 빠릅니다.

# %% tags=["real-data"]
judged("network", np.asarray(leaky(x[test]))[:, 0])

# %% [markdown] lang="en"
# R² above 0.9. The network tells what people spend almost to the dollar, from eight facts. Would you show this to your boss?
#
# (Over six seeds: 0.96 to 0.99 for the network, 0.55 to 0.84 for the line. Another seed is another split, and a few people with a huge share fall into the test or not; the line misses just these.)
#
# ## 3. Too good: find the leak
#
# People are not that predictable. **When a score is too good, ask what the model knows that it should not.** Ask each column: shuffle it among the test rows, so that it says nothing any more, and see what is left of R². **Predict** which columns matter.

# %% [markdown] lang="ko"
# R²가 0.9를 넘습니다. 여덟 가지 사실만으로 남의 씀씀이를 거의 달러까지 맞힙니다. 이 결과를 그대로 상사에게 보여 주어도 될까요?
#
# (시드 여섯 개로 재면 신경망은 0.96에서 0.99, 선형 모델은 0.55에서 0.84 사이입니다. 시드가 다르면 나누는 방법도 달라져서, share가 아주 큰 몇 사람이 테스트에 들기도 하고 빠지기도 합니다. 선형 모델이 크게 틀리는 것이 바로 이 사람들입니다.)
#
# ## 3. 지나치게 좋은 점수: 새는 곳 찾기
#
# 사람은 그렇게 쉽게 맞힐 수 있는 존재가 아닙니다. **점수가 지나치게 좋으면, 모델이 몰라야 할 무엇을 알고 있는지 물어야 합니다.** 열마다 물어봅시다. 테스트 데이터에서 그 열의 값만 마구 섞어 아무것도 말하지 못하게 한 뒤 R²가 얼마나 남는지 봅니다. 어느 열이 중요할지 **예상해 보세요**.

# %%
for place, name in enumerate(FEATURES):
    shuffled = x[test].copy()
    shuffled[:, place] = rng.permutation(shuffled[:, place])
    left = 1 - np.mean((np.asarray(leaky(shuffled))[:, 0] - y[test]) ** 2) / np.var(y[test])
    measured(f"R² with {name} shuffled", left, digits=2)

# %% [markdown] lang="en"
# Six columns could be anything: R² hardly moves. Two carry everything, `expenditure` and `income`. So look at these two beside `share`. **Predict** the picture of share over expenditure ÷ income.

# %% [markdown] lang="ko"
# 여섯 열은 무엇이 적혀 있든 R²가 거의 그대로입니다. `expenditure`와 `income` 두 열이 모든 것을 쥐고 있습니다. 그러니 이 둘을 `share`와 나란히 놓고 봅시다. 가로에 지출 ÷ 소득, 세로에 share를 놓으면 어떤 그림이 될지 **예상해 보세요**.

# %% tags=["real-data"]
ratio = 100 * 12 * table["expenditure"] / (10_000 * table["income"])  # a year's spending in percent of a year's income
with style():
    fig, ax = plt.subplots(figsize=(4.6, 3.6))
    ax.plot(ratio, share, "o", ms=3, alpha=0.5)
    ax.set(xlabel="12 × expenditure / income (%)", ylabel="share (%)")
print(f"correlation {np.corrcoef(ratio, share)[0, 1]:.5f}, largest difference {np.abs(ratio - share).max():.2f} %")

# %% [markdown] lang="en"
# A straight line, not a cloud. `share` was **computed** from two of our features. The network did not learn anything about people; it learned to divide. This is called a **data leak**: the answer lies among the questions.
#
# Even a line can read the formula once it may look at logarithms, because a division is then a subtraction:

# %% [markdown] lang="ko"
# 구름이 아니라 곧은 선입니다. `share`는 우리 특성(feature) 가운데 두 개로 **계산한 값**이었습니다. 신경망은 사람에 대해 배운 것이 아니라 나눗셈을 배웠습니다. 이런 것을 **데이터 누수**(data leak)이라 합니다. 문제 속에 답이 들어 있는 것입니다.
#
# 로그를 취하면 나눗셈이 뺄셈이 되므로, 선형 모델도 이 식을 그대로 읽어 냅니다.

# %% tags=["real-data"]
spent = table["expenditure"].to_numpy() > 0
logs = np.log(table.loc[spent, ["expenditure", "income"]].to_numpy())
design = np.column_stack([np.ones(spent.sum()), logs])
constant, of_expenditure, of_income = np.linalg.lstsq(design, np.log(table["share"][spent]), rcond=None)[0]
print(f"log share = {of_expenditure:.2f} log expenditure − {-of_income:.2f} log income − {-constant:.2f}")
print(f"log(12 / 10,000) = {np.log(12 / 10_000):.2f}")

# %% [markdown] lang="en"
# Weights of nearly 1 and −1, and nearly the right constant: the formula, read off a model. Why only nearly? Turn the formula round, and ask how many dollars a month are missing.

# %% [markdown] lang="ko"
# 가중치(weight)는 1과 −1에 가깝고 상수도 거의 맞습니다. 모델에서 식을 읽어 낸 셈입니다. 그런데 왜 꼭 맞지는 않을까요? 식을 거꾸로 풀어, 한 달에 몇 달러가 모자라는지 봅시다.

# %% tags=["real-data"]
missing = table["share"] * 10_000 * table["income"] / 12 - table["expenditure"]  # dollars a month
twelfths = 12 * missing
print("from", abs(missing.min().round(2)), "to", missing.max().round(2), "dollars")
print(f"whole twelfths of a dollar: {100 * np.mean(np.abs(twelfths - twelfths.round()) < 0.02):.0f} % of the rows")

# %% [markdown] lang="en"
# Between nothing and one dollar, and always in twelfths: as if somebody, years ago, had counted each month without spending as one dollar, and not as zero. A table remembers how it was made. No one wrote this down; the numbers tell it.
#
# ## 4. Model again, without the leak
#
# **The question that finds leaks: would I have this number at the moment when I need the answer?** A card that has not been granted has no expenditure yet. So `expenditure` goes. **Predict** R² now.

# %% [markdown] lang="ko"
# 0달러에서 1달러 사이이고, 언제나 12분의 1달러의 배수입니다. 오래전에 누군가가 지출이 없는 달을 0달러가 아니라 1달러로 셈한 듯합니다. 표는 자기가 어떻게 만들어졌는지 기억합니다. 어디에도 적혀 있지 않지만 수가 말해 줍니다.
#
# ## 4. 새는 곳을 막고 다시
#
# **누수를 찾는 질문은 이것입니다. 답이 필요한 그 순간에 이 수를 알고 있을까?** 아직 나오지 않은 카드에는 지출도 없습니다. 그러니 `expenditure`를 뺍니다. 이제 R²는 얼마일지 **예상해 보세요**.

# %% tags=["real-data"]
honest = [name for name in FEATURES if name != "expenditure"]
RANGES |= {"honest line": (4.9, 7.2, -0.1, 0.12), "honest network": (4.9, 7.4, -0.45, 0.15)}
x_honest = standardised(honest)
judged("honest line", line(x_honest))

# %% tags=["real-data"]
model = network(x_honest, passes=20)
judged("honest network", np.asarray(model(x_honest[test]))[:, 0])

# %% [markdown] lang="en"
# Next to nothing is left. Line and network are hardly better than the mean, and their MAE is no better than the median's: age, income, debts and children hardly say what a person spends by card. That is a result. It is duller than the first, and it is true. (On the training rows the network reaches a little more, by heart; the picture shows that loss. With so little to find, more layers find only noise.)
#
# One column of the table was not among ours: `card`, whether the application was granted. Try it in the line.

# %% [markdown] lang="ko"
# 남는 것이 거의 없습니다. 선형 모델도 신경망도 평균으로 답하는 것과 별 차이가 없고, MAE는 중앙값만 답한 것보다 낫지 않습니다. 나이, 소득, 빚, 자녀 수는 카드 씀씀이를 거의 말해 주지 않습니다. 이것도 결과입니다. 처음 결과보다 시시하지만 참입니다. (그림에 보이듯 훈련 데이터에서는 신경망이 조금 더 잘하지만, 외운 것입니다. 찾을 것이 이렇게 적으면 층(layer)을 늘려도 잡음(noise)만 찾습니다.)
#
# 표에는 우리가 쓰지 않은 열이 하나 더 있습니다. 카드를 받았는지를 적은 `card`입니다. 선형 모델에 넣어 봅시다.

# %% tags=["real-data"]
granted = (table["card"] == "yes").to_numpy()
RANGES["line with card"] = (4.2, 6.4, 0.03, 0.3)
judged("line with card", line(np.column_stack([x_honest, granted])))
print("not granted:", (~granted).sum(), "  of them with any expenditure:", (~granted & spent).sum())

# %% [markdown] lang="en"
# Better, but look why: who got no card spent nothing with it. Is this a leak? It depends on your question. If the bank asks *before* it decides, `card` is the future. If it asks about its customers, those without a card should not be in the table at all. Columns do not leak by themselves; they leak into a question.
#
# ## 5. A medical table: 83 sets of women
#
# The second table needs care. It comes from a hospital study in Athens (Trichopoulos and others, 1976). For each of 83 women with secondary infertility, who had been pregnant before and could not become so again (`case` 1), the researchers found two women without it (`case` 0), of the same age, education and number of earlier pregnancies (`parity`). `spontaneous` and `induced` count earlier miscarriages and induced abortions: 0, 1, or 2 for two and more. Behind every row is a person; we look at what the numbers can say about all of them together, and at what they cannot.

# %% [markdown] lang="ko"
# 나아지기는 했지만 까닭을 보세요. 카드를 받지 못한 사람은 카드로 쓴 돈도 없습니다. 이것은 누수일까요? 질문에 따라 다릅니다. 은행이 심사하기 *전에* 묻는다면 `card`는 미래의 일입니다. 이미 고객인 사람에 대해 묻는다면 카드가 없는 사람은 애초에 표에 없어야 합니다. 열이 저절로 새는 것이 아니라, 어떤 질문을 하느냐에 따라 샙니다.
#
# ## 5. 의학 연구의 표: 짝지은 여성 83묶음
#
# 두 번째 표는 조심스럽게 다루어야 합니다. 아테네의 한 병원에서 한 연구입니다(Trichopoulos 외, 1976). 임신한 적이 있으나 다시 임신하지 못하는 속발성 불임(secondary infertility) 여성 83명(`case` 1)마다, 나이와 학력과 이전 임신 횟수(`parity`)가 같으면서 불임이 아닌 여성(`case` 0)을 두 명씩 찾아 짝을 지었습니다. `spontaneous`와 `induced`는 이전에 겪은 자연 유산과 인공 임신 중절의 횟수이고, 0, 1, 그리고 두 번 이상을 뜻하는 2로 적혀 있습니다. 한 행 한 행이 모두 사람입니다. 우리는 이 수들이 모두를 아울러 무엇을 말할 수 있고 무엇을 말할 수 없는지 봅니다.

# %% tags=["real-data"]
women = infert.load_data()
case, sets = women["case"].to_numpy("float32"), women["stratum"].to_numpy()
print("rows:", len(women), "  sets:", len(np.unique(sets)), "  cases:", int(case.sum()))
print(women[women["stratum"].isin([5, 6])].drop(columns="pooled.stratum").sort_values("stratum").to_string(index=False))

# %% [markdown] lang="en"
# Two sets, of three women each: alike in age, parity and education, different in what happened before. (In one set a woman is missing: 248 rows, not 249.)
#
# `education` is a word. A network takes numbers, so it becomes **one-hot**: a column for each category, 1 where it applies. Writing 0, 1, 2 in one column instead would tell the network that the step from one to the next is always of the same size.

# %% [markdown] lang="ko"
# 세 명씩 두 묶음입니다. 나이, 임신 횟수, 학력은 같고 이전에 겪은 일은 다릅니다. (한 묶음에서 한 명이 빠져 249행이 아니라 248행입니다.)
#
# `education`은 낱말입니다. 신경망은 수를 받으므로 **원-핫**(one-hot)으로 바꿉니다. 범주(category)마다 열을 하나씩 두고 해당하면 1을 적습니다. 한 열에 0, 1, 2로 적으면, 한 단계의 차이가 언제나 같은 크기라고 신경망에게 말하는 셈이 됩니다.

# %% tags=["real-data"]
levels = np.array(["0-5yrs", "6-11yrs", "12+ yrs"])
education = women["education"].to_numpy()[:, None] == levels
history = np.column_stack([women[["age", "parity", "induced", "spontaneous"]], education]).astype("float32")
print(history.shape, "  first row:", history[0])

# %% [markdown] lang="en"
# ## 6. Split by set, not by row
#
# 21 sets are for the test, 62 for training: whole sets, so that nobody in the test has a partner in the training. `True` marks a test row.
#
# To try many splits quickly, a model is compiled once and gets new first weights, those of a fresh clone, before each training. Plain SGD keeps no memory of earlier steps, so this is a true new start. `np.resize` repeats the training rows up to 9,600: about 50 passes, always 300 batches.

# %% [markdown] lang="ko"
# ## 6. 행이 아니라 묶음으로 나누기
#
# 21묶음은 테스트에, 62묶음은 훈련에 씁니다. 묶음을 통째로 나누므로 테스트에 든 사람의 짝이 훈련 데이터에 들어 있는 일이 없습니다. `True`가 테스트 행입니다.
#
# 여러 가지로 나누어 빨리 해 보려고 모델을 한 번만 컴파일(compile)하고, 훈련할 때마다 갓 만든 복제 모델의 가중치를 넣어 줍니다. SGD는 앞선 스텝을 기억하지 않으므로 정말로 처음부터 다시 하는 것과 같습니다. `np.resize`는 훈련 데이터를 9,600행이 될 때까지 되풀이합니다. 약 50번 지나가는 셈이고, 배치는 언제나 300개입니다.


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
# The measure is the **AUC**: of all pairs of a case and a control, the share in which the case gets the higher probability. 1 is perfect order, 0.5 is a coin. It needs no threshold. The two models: one sigmoid unit, which is the linear model for yes and no, and a network of two hidden layers.

# %% [markdown] lang="ko"
# 성적은 **AUC**로 잽니다. 환자(case)와 대조군(control)을 한 명씩 짝지은 모든 쌍 가운데, 환자 쪽의 확률이 더 높은 쌍의 비율입니다. 1이면 순서가 완벽하고 0.5면 동전 던지기입니다. 임곗값이 없어도 잴 수 있습니다. 모델은 둘입니다. 시그모이드(sigmoid) 유닛(unit) 하나는 예/아니요를 답하는 선형 모델이고, 다른 하나는 은닉층이 둘인 신경망입니다.


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
# Two test numbers, and a test AUC may even lie above that of training: no merit, only luck with 21 sets. Which model is better? Before you answer: how much would these numbers move if other women had been in the test? **Bootstrap**: draw 21 sets out of the 21 test sets, with repetition, a thousand times, and compute the AUC each time. Sets are drawn, not rows, because the women of a set belong together.

# %% [markdown] lang="ko"
# 테스트 성적이 두 개 나왔습니다. 테스트의 AUC가 훈련의 AUC보다 높게 나오기도 하는데, 잘해서가 아니라 21묶음을 뽑은 운입니다. 어느 모델이 더 나을까요? 답하기 전에 물어볼 것이 있습니다. 테스트에 다른 사람들이 들어 있었다면 이 수는 얼마나 달라졌을까요? **부트스트랩**(bootstrap)으로 알아봅니다. 테스트에 쓴 21묶음에서 21묶음을 다시 뽑되 같은 묶음이 또 나와도 됩니다. 이것을 천 번 되풀이하며 그때마다 AUC를 구합니다. 한 묶음의 사람들은 서로 얽혀 있으므로 행이 아니라 묶음을 뽑습니다.

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
# Two tenths wide, or more: from fair to excellent. A single test AUC of 21 sets, told with three digits, is a fairy tale. A second way to see it: split again, 12 times, and train anew each time.

# %% [markdown] lang="ko"
# 폭이 0.2를 넘기도 합니다. 그저 그런 모델부터 뛰어난 모델까지 다 들어가는 폭입니다. 21묶음에서 잰 AUC 하나를 소수점 아래 셋째 자리까지 적는 것은 옛날이야기를 적는 것과 다름없습니다. 같은 것을 다른 방법으로도 볼 수 있습니다. 열두 번 새로 나누어, 그때마다 다시 훈련합니다.

# %% tags=["real-data"]
splits = [by_set() for _ in range(12)]
scores = np.array([[auc(trained(m, history, t)[t], case[t]) for m in (unit, layers)] for t in splits])
for name, column in zip(("one unit", "network"), scores.T, strict=True):
    measured(f"{name}, mean AUC of 12 splits", column.mean(), expected=(0.64, 0.84), digits=2, data=infert)
    measured(f"{name}, lowest", column.min(), digits=2)
    measured(f"{name}, highest", column.max(), digits=2)

# %% [markdown] lang="en"
# The picture has a pair of points for each split, joined by a line: on the left one unit, on the right the network.

# %% [markdown] lang="ko"
# 아래 그림에서는 나눌 때마다 점 두 개를 선으로 이었습니다. 왼쪽이 유닛 하나, 오른쪽이 신경망입니다.

# %%
with style():
    fig, ax = plt.subplots(figsize=(4.6, 3.4))
    ax.plot([0, 1], scores.T, "o-", color="#0072B2", alpha=0.6, lw=1)
    ax.set(xticks=[0, 1], xticklabels=["one unit", "network"], ylabel="test AUC", xlim=(-0.3, 1.3), ylim=(0.4, 1))
    ax.axhline(0.5, color="#888888", ls="--", lw=1)
measured("splits of 12 in which the network is ahead", (scores[:, 1] > scores[:, 0]).sum(), digits=0)

# %% [markdown] lang="en"
# The lines cross, the points spread much wider than the two columns differ. **What can be said: AUC about 0.75, give or take 0.1, for both models. What cannot: that one is better.** Then take the simpler one. Two hidden layers do not help where 83 sets have so little to tell.
#
# ## 7. The wrong split
#
# The usual recipe shuffles the rows. Does it matter? First a "model" that never looks at a woman, only at her set number: it counts how many women of her set are in the training rows, and how many of these are cases. Every set has exactly one case, so if it has been seen, she is none. **Predict** its AUC, by row and by set.

# %% [markdown] lang="ko"
# 선들이 서로 엇갈리고, 두 모델의 차이보다 점들이 퍼진 폭이 훨씬 넓습니다. **말할 수 있는 것은 두 모델 모두 AUC가 0.75 안팎이고 0.1쯤 흔들린다는 것입니다. 어느 쪽이 낫다고는 말할 수 없습니다.** 그렇다면 단순한 쪽을 씁니다. 83묶음이 말해 줄 것이 이만큼뿐이라면 은닉층 두 개도 도움이 되지 않습니다.
#
# ## 7. 잘못 나누면
#
# 흔히들 행을 섞어서 나눕니다. 그래도 괜찮을까요? 먼저 사람은 전혀 보지 않고 묶음 번호만 보는 '모델'을 만듭니다. 훈련 데이터에서 같은 묶음의 사람을 세고, 그 가운데 환자가 몇 명인지 셉니다. 묶음마다 환자는 꼭 한 명이므로, 환자를 이미 보았다면 이 사람은 환자가 아닙니다. 행으로 나눌 때와 묶음으로 나눌 때 AUC가 얼마일지 **예상해 보세요**.


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
# Above 0.9, without looking at anybody: better than all our models, and worth nothing. A new woman at the clinic has no partners in the training data. Split by set, it is a coin, and that is the truth. (Over six seeds: 0.93 to 0.96 by row, always 0.5 by set.)
#
# And a network that is given the whole table, set number and all (one-hot, 83 more columns), as happens when one passes every column on?

# %% [markdown] lang="ko"
# 아무도 보지 않고 0.9를 넘었습니다. 우리의 어느 모델보다 높지만 아무 쓸모가 없습니다. 병원에 새로 온 사람은 훈련 데이터에 짝이 없기 때문입니다. 묶음으로 나누면 동전 던지기가 되고, 그것이 참모습입니다. (시드 여섯 개로 재면 행으로는 0.93에서 0.96, 묶음으로는 언제나 0.5입니다.)
#
# 그러면 신경망에 묶음 번호까지 표를 통째로 주면 어떨까요? 모든 열을 그대로 넘기다 보면 흔히 일어나는 일입니다. 번호는 원-핫으로 바꾸어 열이 83개 늘어납니다.

# %% tags=["real-data"]
everything = np.column_stack([history, sets[:, None] == np.unique(sets)]).astype("float32")
wide = compiled(everything.shape[1], 16, 16)
for name, tests, expected in (("by row", wrong[:6], (0.05, 0.4)), ("by set", splits[:6], (0.55, 0.85))):
    found = np.mean([auc(trained(wide, everything, t)[t], case[t]) for t in tests])
    measured(f"network with set numbers, {name}", found, expected, digits=2, data=infert)

# %% [markdown] lang="en"
# By row it is far **worse than a coin**: about 0.2, so its answers turned round would reach 0.8. It learned "two of this set are no cases, so the third is none", and "one of this set is a case, so the others are": the very things that the design of the study makes false. So a wrong split need not flatter. It can flatter or slander, and you cannot know which. **The rows of a test must be as far from the training rows as the rows that will come one day.** Patients, schools, users, days: what belongs together stays together.
#
# ## 8. From probability to decision: the threshold
#
# A probability is not yet a decision. For the explorer every woman gets a probability from a network that has not seen her set: four folds of sets, four trainings.

# %% [markdown] lang="ko"
# 행으로 나누면 **동전 던지기보다 훨씬 나쁩니다**. 약 0.2이니, 답을 뒤집으면 0.8이 되는 셈입니다. "이 묶음에서 본 둘이 환자가 아니었으니 셋째도 아니다", "이 묶음에서 한 명이 환자였으니 나머지도 환자다"라고 배웠기 때문입니다. 연구를 설계한 방식 때문에 이것은 정반대로 틀립니다. 잘못 나누었다고 꼭 점수가 부풀려지는 것은 아닙니다. 부풀려지기도 하고 깎이기도 하며, 어느 쪽인지 알 길이 없습니다. **테스트의 행은 앞으로 만날 행만큼 훈련 데이터와 떨어져 있어야 합니다.** 환자든 학교든 사용자든 날짜든, 함께 묶이는 것은 함께 두어야 합니다.
#
# ## 8. 확률에서 결정으로: 임곗값
#
# 확률은 아직 결정이 아닙니다. 위젯에 쓸 확률은 그 사람의 묶음을 본 적 없는 신경망에서 얻습니다. 묶음을 네 폴드(fold)로 나누어 네 번 훈련합니다.

# %% tags=["real-data"]
probabilities = np.zeros(len(sets))
for fold in np.array_split(rng.permutation(np.unique(sets)), 4):
    t = np.isin(sets, fold)
    probabilities[t] = trained(layers, history, t)[t]
labels = case
measured("AUC of all 248", auc(probabilities, labels), expected=(0.6, 0.84), digits=2, data=infert)

# %% [markdown] lang="en"
# Above the middle line the bars of the cases, below it those of the controls; dark are those to whom the model says yes. **Look for** what moves against what: as the line goes to the right, recall falls (cases are missed) and precision mostly rises (fewer false alarms).

# %% [markdown] lang="ko"
# 가운데 선 위쪽 막대는 환자, 아래쪽 막대는 대조군이고, 짙은 색이 모델이 예라고 답한 사람들입니다. 무엇이 오를 때 무엇이 내리는지 **눈여겨보세요**. 선이 오른쪽으로 가면 재현율(recall)은 떨어지고(환자를 놓치고) 정밀도(precision)는 대체로 오릅니다(헛경보가 줄어듭니다).

# %%
ThresholdExplorer(probabilities, labels, threshold=0.4)

# %% [markdown] lang="en"
# **Try this**
# 1. Drag *threshold* from 0 to 1. At 0 every case is found, and two of three alarms are false: precision equals the share of cases in the table. The point travels along the ROC curve; the model stays the same, only the decision changes.
# 2. Where is accuracy highest? Read recall there: a third of the cases are missed, or far more. Accuracy counts a missed case and a false alarm alike; nobody in a clinic would.
# 3. Tick *at another prevalence* and set 0.01: of 1,000 people 10 are cases. Recall and specificity stay. Precision collapses to a few percent: nearly every yes is a false alarm, with the very same model.
# 4. Set *curve* to precision-recall and move *prevalence*. The ROC curve would not move at all; this one sinks. An AUC alone never tells what a yes is worth.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *임곗값*을 0에서 1까지 끌어 보세요. 0에서는 환자를 모두 찾지만 경보 셋 가운데 둘은 헛경보이고, 정밀도는 표에서 환자가 차지하는 비율과 같습니다. 점은 ROC 곡선을 따라 움직입니다. 모델은 그대로이고 결정만 바뀝니다.
# 2. 정확도(accuracy)가 가장 높은 곳은 어디인가요? 그곳의 재현율을 읽어 보세요. 환자의 3분의 1을 놓치거나 그보다 훨씬 많이 놓칩니다. 정확도는 놓친 환자와 헛경보를 똑같이 한 번의 실수로 셉니다. 병원에서 그렇게 셈할 사람은 없습니다.
# 3. *다른 양성 비율로*를 켜고 0.01로 맞춰 보세요. 1,000명 가운데 10명이 환자인 경우입니다. 재현율과 특이도(specificity)는 그대로인데 정밀도는 몇 %로 무너집니다. 똑같은 모델인데 예라는 답이 거의 다 헛경보가 됩니다.
# 4. *곡선*을 정밀도-재현율로 바꾸고 *양성 비율*을 움직여 보세요. ROC 곡선이라면 꼼짝도 하지 않았겠지만 이 곡선은 가라앉습니다. AUC만으로는 예라는 답이 얼마나 믿을 만한지 알 수 없습니다.

# %% [markdown] lang="en"
# ### What these numbers may be called
#
# A third of the rows are cases because the researchers **chose** two controls for each: a case-control study. The share of cases, the **prevalence**, is theirs, not nature's. So a probability of 0.6 is not a woman's risk. It says: in a collection made like this one, six of ten such rows were cases. Of all that the unit learned, the odds ratios alone survive such a design (Prentice and Pyke, 1979): e to the weight, divided by the column's spread.

# %% [markdown] lang="ko"
# ### 이 수를 무엇이라 부를 수 있는가
#
# 행의 3분의 1이 환자인 것은 연구자들이 환자 한 명에 대조군을 두 명씩 **골랐기** 때문입니다. 이런 연구를 환자-대조군 연구(case-control study)라 합니다. 환자의 비율, 곧 **유병률**(prevalence)은 자연이 아니라 연구자가 정한 것입니다. 그러니 확률 0.6은 한 여성의 위험도가 아닙니다. 이렇게 모은 자료에서 이런 행 열 개 가운데 여섯이 환자였다는 뜻일 뿐입니다. 유닛이 배운 것 가운데 이런 설계에서도 그대로 쓸 수 있는 것은 오즈비(odds ratio)뿐입니다(Prentice와 Pyke, 1979). 가중치를 열의 표준편차로 나누어 e의 지수로 올린 값입니다.

# %% tags=["real-data"]
trained(unit, history, np.zeros(len(sets), bool), size=48_000)  # all rows, five times as long
ratios = np.exp(unit.get_weights()[0][:, 0] / history.std(axis=0))
measured("odds ratio for each earlier miscarriage", ratios[3], expected=(5.5, 9.5), digits=1, data=infert)
measured("odds ratio for each earlier induced abortion", ratios[2], expected=(2.8, 4.2), digits=1, data=infert)

# %% [markdown] lang="en"
# In this study, women with secondary infertility reported more earlier miscarriages and induced abortions than their partners did. That is what the numbers say. They do not say why: women differ in more than three columns, and people who look for a reason may remember more. They say nothing about one woman, and little about other places and times. A careful sentence is a part of the model.
#
# ## 9. Your own table: from CSV to tensor
#
# A CSV file is a text: rows, commas, no types, no promise. We write a small one into a temporary folder, rooms for rent, with Korean districts, and read it with `read_table`, which checks what it reads.

# %% [markdown] lang="ko"
# 이 연구에서 속발성 불임 여성들은 짝지은 여성들보다 이전의 자연 유산과 인공 임신 중절을 더 많이 보고했습니다. 수가 말하는 것은 여기까지입니다. 까닭은 말하지 않습니다. 사람은 세 열에 다 적을 수 없을 만큼 서로 다르고, 까닭을 찾는 사람은 더 많이 기억해 낼 수도 있습니다. 한 사람에 대해서는 아무것도 말하지 않고, 다른 곳과 다른 시대에 대해서도 말하는 것이 거의 없습니다. 조심스러운 문장도 모델의 일부입니다.
#
# ## 9. 내 표: CSV에서 텐서로
#
# CSV 파일은 글입니다. 행과 쉼표가 있을 뿐, 자료형(dtype)도 약속도 없습니다. 임시 폴더에 우리나라 도시의 월세 방을 적은 작은 파일을 하나 만들고, 읽으면서 검사까지 하는 `read_table`로 읽습니다.

# %%
scratch = tempfile.TemporaryDirectory()
folder = Path(scratch.name)
TEXT = "district,size,rent\n서울,24.5,90\n부산,,55\n서울,31.0,120\n대구,28.0,60\n"
(folder / "rooms.csv").write_bytes(TEXT.encode("utf-8"))
rooms = read_table(folder / "rooms.csv", numbers=["size", "rent"], categories=["district"])
print(rooms)

# %% [markdown] lang="en"
# One size is missing (`NaN`). One NaN in a batch makes every sum NaN, and so every weight. Two honest ways: leave the row out, or fill in the median **and say so in a column of its own**, because that a value is missing may itself mean something.

# %% [markdown] lang="ko"
# 크기(size) 하나가 비어 있습니다(`NaN`). 배치에 NaN이 하나만 있어도 모든 합이, 따라서 모든 가중치가 NaN이 됩니다. 정직한 방법은 둘입니다. 그 행을 빼거나, 중앙값으로 채우고 **채웠다는 사실을 따로 한 열에 적습니다**. 값이 비어 있다는 것 자체가 무언가를 뜻할 수 있기 때문입니다.

# %%
size = rooms["size"].to_numpy()
absent = np.isnan(size)
filled = np.where(absent, np.nanmedian(size), size)
districts = np.array(rooms["district"].cat.categories)
one_hot = rooms["district"].to_numpy()[:, None] == districts
x_rooms = np.column_stack([filled, absent, one_hot]).astype("float32")
print(x_rooms)

# %% [markdown] lang="en"
# A tensor of shape (4, 5): size, was it missing, 대구, 부산, 서울. Median and categories belong to the training table. Here is what happens to a second table, in which 부산 does not occur, when its columns are made anew, as many listings do it. **Predict** the two widths.

# %% [markdown] lang="ko"
# 형상(shape)이 (4, 5)인 텐서입니다. 차례대로 크기, 비어 있었는지, 대구, 부산, 서울입니다. 중앙값과 범주는 훈련 데이터의 것을 씁니다. 부산이 없는 두 번째 표에서 열을 새로 만들면 어떻게 될까요? 많은 예제 코드가 그렇게 합니다. 두 표의 열이 각각 몇 개일지 **예상해 보세요**.

# %%
(folder / "later.csv").write_bytes("district,size\n대구,20\n서울,25\n".encode())
anew = read_table(folder / "later.csv", categories=["district"])
same = read_table(folder / "later.csv", categories={"district": districts.tolist()})
for table_read in (anew, same):
    names = table_read["district"].cat.categories
    print(len(names), "columns:", list(names))

# %% [markdown] lang="en"
# Two columns where the model expects three: at best an error, at worst 서울 in the place of 부산. Naming the categories keeps the places.
#
# Now five broken files. Each should give one sentence that says what is wrong, in which row and column. **Predict** which of them plain Python would read without a word.

# %% [markdown] lang="ko"
# 모델은 세 열을 기다리는데 두 열뿐입니다. 잘되어야 오류이고, 잘못되면 부산 자리에 서울이 들어갑니다. 범주를 정해 주면 자리가 지켜집니다.
#
# 이번에는 망가진 파일 다섯 개입니다. 파일마다 어느 행 어느 열이 어떻게 잘못되었는지 한 문장으로 나와야 합니다. 그냥 읽으면 아무 말 없이 읽히는 것은 어느 것일지 **예상해 보세요**.


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
# The second is the treacherous one: a single letter O makes a whole column text, and many readers go on without a word.
#
# ### Encodings
#
# The last is everyday life in Korea. A file holds bytes; an **encoding** says which letters they are. UTF-8 is today's; Excel on a Korean Windows still writes cp949 when asked for plain CSV; "CSV UTF-8" begins with three bytes of its own (utf-8-sig). The wrong one gives an error, or worse, letters that nobody wrote:

# %% [markdown] lang="ko"
# 두 번째가 가장 음흉합니다. 숫자 0 대신 들어간 글자 O 하나 때문에 열 전체가 글자가 되는데, 아무 말 없이 넘어가는 프로그램이 많습니다.
#
# ### 인코딩
#
# 마지막 파일은 우리에게 일상입니다. 파일에는 바이트가 들어 있고, 그 바이트가 어떤 글자인지는 **인코딩**(encoding)이 정합니다. 요즘은 UTF-8을 쓰지만, 한국어 Windows의 Excel은 그냥 CSV로 저장하면 지금도 cp949로 적습니다. "CSV UTF-8"로 저장하면 맨 앞에 표시가 3바이트 붙습니다(utf-8-sig). 인코딩을 잘못 고르면 오류가 나거나, 더 나쁘게는 아무도 쓰지 않은 글자가 나옵니다.

# %%
print("서울".encode(), "서울".encode("utf-8-sig"), "서울".encode("cp949"))
print("cp949 read as latin-1:", "서울".encode("cp949").decode("latin-1"))
print("UTF-8 read as cp949:  ", "서울".encode().decode("cp949", errors="replace"))
print(read_table(folder / "korean.csv", categories=["district"], encoding="cp949")["district"].tolist())

# %% [markdown] lang="en"
# ### File names
#
# Names have two troubles more. First: a Mac may store Hangul in letters, ㅅㅓㅇㅜㄹ (form **NFD**), where Windows and your keyboard write syllables, 서울 (form **NFC**). They look the same and are not. **Predict** the lengths.

# %% [markdown] lang="ko"
# ### 파일 이름
#
# 이름에는 골칫거리가 둘 더 있습니다. 첫째, Windows와 키보드는 한글을 서울처럼 음절로 모아 적지만(**NFC**), Mac에서 온 이름은 ㅅㅓㅇㅜㄹ처럼 자모로 풀려 있기도 합니다(**NFD**). 똑같아 보이지만 같지 않습니다. 길이를 **예상해 보세요**.

# %%
typed, stored = (unicodedata.normalize(form, "서울.csv") for form in ("NFC", "NFD"))
print(len(typed), len(stored), "equal:", typed == stored)
print("equal after NFC:", typed == unicodedata.normalize("NFC", stored))
(folder / stored).write_bytes(TEXT.encode())
print("rows found under the typed name:", len(read_table(folder / typed, numbers=["rent"])))

# %% [markdown] lang="en"
# `read_table` compares names as one reads them. In your own code: normalise both sides to NFC, then compare.
#
# Second: a zip. A zip packed on a Korean Windows may hold names as cp949 bytes without saying so, and one from a Mac as UTF-8 bytes, in NFD, without saying so. Python then assumes cp437, the letters of the first PC. We make both kinds ourselves: write an entry under a name of the same length, then exchange the bytes.

# %% [markdown] lang="ko"
# `read_table`은 눈에 보이는 대로 이름을 비교합니다. 내 코드에서는 양쪽을 모두 NFC로 바꾼 뒤에 비교하세요.
#
# 둘째, zip 파일입니다. 한국어 Windows에서 만든 zip에는 이름이 cp949 바이트로, Mac에서 만든 zip에는 NFD로 풀린 UTF-8 바이트로 들어 있으면서 그렇다는 표시가 없을 때가 있습니다. 그러면 파이썬은 최초의 PC가 쓰던 글자인 cp437로 읽습니다. 두 가지를 직접 만들어 봅시다. 길이가 같은 이름으로 넣은 뒤 바이트를 바꿔치기합니다.


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
# Nothing is lost: the bytes are right, only their reading was wrong. `metadata_encoding` (Python 3.11 and later) says how to read them, and NFC puts the letters together. A name that is broken already can be mended: `name.encode("cp437").decode("cp949")`.
#
# Tidy up what we wrote.

# %% [markdown] lang="ko"
# 잃은 것은 없습니다. 바이트는 맞고, 읽는 방법만 틀렸습니다. `metadata_encoding`(파이썬 3.11부터)으로 읽는 방법을 알려 주고, NFC로 자모를 모으면 됩니다. 이미 깨져 나온 이름은 `name.encode("cp437").decode("cp949")`로 되살릴 수 있습니다.
#
# 만든 파일을 치웁니다.

# %%
scratch.cleanup()
print("left behind:", folder.exists())

# %% [markdown] lang="en"
# ## What you have learned
# - **A score that is too good is a question.** Shuffle columns, draw them against the target, and ask of each: would I have it at the moment when I need the answer?
# - **Split by what belongs together.** A split by row answered a question nobody asked; it gave 0.95 to a rule that looks at no one.
# - **Small tables give wide intervals.** Draw whole sets again, or split again; then compare models, with a linear one beside.
# - **A threshold turns a probability into a decision**, and what a yes is worth depends on the prevalence. In a case-control study that is chosen, so a probability is no risk.
# - **A CSV promises nothing.** Check columns, numbers, rows, encoding; keep medians and categories of the training table; compare names in NFC.
#
# **How can a table fool you?** By holding the answer among the questions, by rows that know each other, by shares that somebody chose, and by letters that are not what they seem. The network complained about none of it. It never does; that part is yours.
#
# ## Next
# [15. The playground](15_playground.ipynb): every choice of these chapters under your hands at once.
#
# ## Sources
# - W. Greene, *Econometric Analysis* (5th edition, 2003), and the R package AER (C. Kleiber, A. Zeileis): CreditCard.
# - D. Trichopoulos, N. Handanos, J. Danezis, A. Kalandidi, V. Kalapothaki, "Induced abortion and secondary infertility", British Journal of Obstetrics and Gynaecology 83 (1976), 645–650; R's data set infert.
# - R. Prentice, R. Pyke, "Logistic disease incidence models and case-control studies", Biometrika 66 (1979), 403–411.
# - B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979), 1–26.
# - S. Kaufman, S. Rosset, C. Perlich, O. Stitelman, "Leakage in data mining", ACM Transactions on Knowledge Discovery from Data 6 (2012).
# - Unicode Standard Annex #15, "Unicode Normalization Forms"; Python documentation of zipfile.

# %% [markdown] lang="ko"
# ## 배운 것
# - **지나치게 좋은 점수는 물음표입니다.** 열을 섞어 보고, 타깃과 나란히 그려 보고, 열마다 물어봅니다. 답이 필요한 그 순간에 이 값을 알고 있을까?
# - **함께 묶이는 것은 함께 나눕니다.** 행으로 나눈 테스트는 아무도 묻지 않은 것에 답했고, 사람을 보지도 않는 규칙에 0.95를 주었습니다.
# - **표가 작으면 구간이 넓습니다.** 묶음을 다시 뽑거나 다시 나누어 본 다음에 모델을 비교하고, 곁에는 선형 모델을 둡니다.
# - **임곗값이 확률을 결정으로 바꿉니다.** 예라는 답이 얼마나 믿을 만한지는 유병률에 달렸습니다. 환자-대조군 연구에서는 유병률을 사람이 정했으므로 확률이 위험도가 아닙니다.
# - **CSV는 아무것도 약속하지 않습니다.** 열, 수, 행, 인코딩을 검사하고, 중앙값과 범주는 훈련 데이터의 것을 쓰고, 이름은 NFC로 비교합니다.
#
# **표는 우리를 어떻게 속일까요?** 문제 속에 답을 숨겨 두고, 서로 아는 행을 나누어 넣고, 누군가 정한 비율을 자연스러운 것처럼 보이고, 겉보기와 다른 글자를 씁니다. 신경망은 한 번도 불평하지 않았습니다. 앞으로도 하지 않을 것입니다. 그 일은 우리 몫입니다.
#
# ## 다음
# [15. 놀이터](15_playground.ipynb): 지금까지 나온 모든 선택을 한꺼번에 손으로 만져 봅니다.
#
# ## 출처
# - W. Greene, *Econometric Analysis* (5판, 2003), R 패키지 AER(C. Kleiber, A. Zeileis): CreditCard 데이터.
# - D. Trichopoulos, N. Handanos, J. Danezis, A. Kalandidi, V. Kalapothaki, "Induced abortion and secondary infertility", British Journal of Obstetrics and Gynaecology 83 (1976), 645–650. R의 infert 데이터.
# - R. Prentice, R. Pyke, "Logistic disease incidence models and case-control studies", Biometrika 66 (1979), 403–411.
# - B. Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979), 1–26.
# - S. Kaufman, S. Rosset, C. Perlich, O. Stitelman, "Leakage in data mining", ACM Transactions on Knowledge Discovery from Data 6 (2012).
# - Unicode Standard Annex #15, "Unicode Normalization Forms". 파이썬 zipfile 문서.
