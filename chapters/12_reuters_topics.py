# %% [markdown] lang="en"
# # 12. Newswires: 46 topics through a bottleneck
#
# A news agency sends out many short messages a day, and somebody has to file each of them under one of 46 topics, such as earnings, takeovers, wheat, gold or interest rates. A network can do that. **How wide must its hidden layers be? What is lost if it has to reduce each message to four numbers, or two?** At the end you will see these pairs of numbers drawn as points on a map.
#
# **You will be able to**
# - classify texts into many classes, and tell single-label from multi-label classification;
# - count the test samples that are already in the training set, and leave them out of the score;
# - compare an accuracy with the simplest guess, and a network with a single-layer model;
# - read a prediction of 46 numbers, and see which words it rests on;
# - look beyond the accuracy with macro recall, a confusion matrix and class weights;
# - use several networks to measure what a bottleneck costs.
#
# **Time** about 65 minutes. **You need** [11. Film reviews](11_imdb_reviews.ipynb): multi-hot vectors, validation; [06. Softmax and losses](06_softmax_losses.ipynb): softmax, cross-entropy.

# %% [markdown] lang="ko"
# # 12. 뉴스 기사: 병목을 지나는 46가지 주제
#
# 뉴스 통신사는 짧은 기사를 하루에도 수없이 내보내고, 누군가는 이 기사를 실적, 인수, 밀, 금, 금리 등 46가지 주제로 분류해야 합니다. 신경망(neural network)도 할 수 있는 일입니다. **신경망 안쪽의 층(layer)은 얼마나 넓어야 할까요? 기사 하나를 숫자 네 개, 또는 두 개만으로 나타내면 무엇을 잃게 될까요?** 마지막에는 그런 숫자 두 개를 좌표로 삼아 지도를 그려 봅니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 글을 여러 클래스(class)로 분류하고, 단일 레이블(label)과 다중 레이블을 구별합니다.
# - 훈련 데이터(training set)에 이미 있는 테스트 샘플을 센 다음, 빼고 채점합니다.
# - 정확도(accuracy)는 가장 단순한 추측과, 신경망은 층 하나짜리 모델과 비교합니다.
# - 수 46개로 된 예측을 읽고, 어떤 단어 때문에 그렇게 예측했는지 알아봅니다.
# - 매크로 재현율, 혼동 행렬, 클래스 가중치로 정확도에 가려진 것을 들여다봅니다.
# - 병목(bottleneck) 때문에 정확도가 얼마나 낮아지는지 여러 신경망으로 잽니다.
#
# **시간** 약 65분. **필요한 것** [11. 영화평](11_imdb_reviews.ipynb)의 멀티-핫(multi-hot) 벡터와 검증(validation), [06. 소프트맥스와 손실](06_softmax_losses.ipynb)의 소프트맥스(softmax)와 교차 엔트로피(cross-entropy).

# %% tags=["setup"]
import logging
from time import perf_counter

import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import reuters
from helpers.drawing import COLOURS, confusion_matrix, style
from helpers.widgets import TextPredictionBrowser

SEED = 1
logging.getLogger("tensorflow").setLevel(logging.ERROR)  # many models are meant, not an oversight

# %% [markdown] lang="en"
# ## 1. The data: messages from a news agency
#
# As in [11](11_imdb_reviews.ipynb), a message is a list of word numbers, and only numbers below 10,000 are kept. A fifth of the messages form the test set.
#
# Each message has exactly one topic: this is **single-label classification**. In the full collection, Reuters-21578, a message can have several topics or none (**multi-label**). Keras kept only messages with one topic.

# %% [markdown] lang="ko"
# ## 1. 데이터 보기: 뉴스 통신사의 기사
#
# [11장](11_imdb_reviews.ipynb)에서처럼 기사 하나는 단어의 번호를 늘어놓은 목록이고, 10,000보다 작은 번호만 남깁니다. 기사의 5분의 1이 테스트 데이터(test set)입니다.
#
# 기사마다 주제가 꼭 하나씩 있으므로 이 문제는 **단일 레이블 분류**(single-label classification)입니다. 원본인 Reuters-21578에는 주제가 여럿이거나 없는 기사도 있지만(**다중 레이블**, multi-label), Keras의 데이터에는 그중 주제가 하나인 기사만 있습니다.

# %% tags=["real-data"]
(texts, labels), (test_texts, test_labels) = reuters.load_data(num_words=10_000)
print(f"{len(texts):,} to learn from, {len(test_texts):,} for the test")
lengths = texts.lengths
print("words in a message: least, median, most:", lengths.min(), int(np.median(lengths)), lengths.max())

# %% [markdown] lang="en"
# Again, 0, 1 and 2 stand for padding, the start of a message and unknown words, and the most frequent word has number 4. With the word index we can turn a message back into words. **Under which topic would you file the one below?**

# %% [markdown] lang="ko"
# 이번에도 0, 1, 2는 각각 패딩(padding), 기사의 시작, 모르는 단어를 뜻하고, 가장 흔한 단어의 번호는 4입니다. 번호를 다시 단어로 바꿔 봅니다. **다음은 어떤 주제의 기사일까요?**

# %% tags=["real-data"]
words = {rank + 3: word for word, rank in reuters.get_word_index().items()}
print(" ".join(words.get(number, "?") for number in texts[20][1:60]))

# %% tags=["real-data"]
names = reuters.get_label_names()
print(f"topic {labels[20]} of {len(names)}: {names[labels[20]]}")

# %% [markdown] lang="en"
# Capitals and most punctuation are gone, and unknown words have become `?`, but much of the message can still be read.
#
# How many messages does each of the 46 topics have? **Predict** what share of the messages belongs to the two largest topics.

# %% [markdown] lang="ko"
# 대문자는 없어지고 문장 부호도 거의 사라졌으며 모르는 단어는 `?`가 되었지만, 내용은 대체로 알아볼 수 있습니다.
#
# 46가지 주제에는 기사가 몇 건씩 있을까요? 기사가 가장 많은 두 주제가 전체의 몇 %를 차지할지 **예상해 보세요**.

# %% tags=["real-data"]
counts = np.bincount(labels, minlength=46)
fullest = np.argsort(-counts)
for topic in [*fullest[:4], *fullest[-3:]]:
    print(f"{names[topic]:16}{counts[topic]:6,}")
print(f"the two fullest hold {counts[fullest[:2]].sum() / len(labels):.0%}")

# %%
with style():
    figure, axes = plt.subplots(figsize=(9, 2.8))
    axes.bar(range(46), counts[fullest], width=0.8)
    axes.set(xlabel="topics, the fullest first", ylabel="messages", yscale="log", xlim=(-0.8, 45.8))
    axes.set_axisbelow(True)  # grid lines behind the bars
    for place in (0, 1, 2, 45):
        label = names[fullest[place]]
        axes.annotate(label, (place, counts[fullest[place]]), (2, 3), textcoords="offset points", fontsize=10)
    plt.show()
print("topics with fewer than 50 messages:", (counts < 50).sum())

# %% [markdown] lang="en"
# The two largest topics make up 57 % of the messages. Each bar is a topic. The vertical axis is logarithmic: each labelled line stands for ten times as many messages as the one below. `earn` (company earnings) has more than 3,000 messages, and the smallest topics have ten or a dozen. The data set is highly **unbalanced**.
#
# ## 2. Are the test messages new?
#
# A test should ask about messages that the network has not seen. We compare each test message with all training messages, number by number. **Predict** how many of the 2,246 test messages are also in the training set, word for word.

# %% [markdown] lang="ko"
# 두 주제가 57 %를 차지합니다. 막대 하나가 주제 하나를 나타냅니다. 세로축이 로그 눈금이라, 숫자가 적힌 눈금을 하나 올라갈 때마다 기사 수가 열 배로 늘어납니다. 기업 실적을 다루는 `earn`에는 기사가 3,000건 넘게 있지만, 가장 적은 주제에는 열 건 남짓뿐입니다. 매우 **불균형**(unbalanced)한 데이터셋(data set)입니다.
#
# ## 2. 테스트 기사는 처음 보는 기사일까
#
# 테스트에는 신경망이 훈련할 때 보지 못한 기사를 써야 합니다. 테스트 기사를 하나씩 모든 훈련 기사와 견주어, 단어 번호가 모두 같은 기사가 있는지 찾습니다. 2,246건 가운데 훈련 데이터에도 똑같이 실린 기사가 몇 건일지 **예상해 보세요**.

# %% tags=["real-data"]
topics_of = {}  # each training text, and the topics that it stands under
for text, label in zip(texts, labels, strict=True):
    topics_of.setdefault(text.tobytes(), set()).add(label)
known = [topics_of.get(text.tobytes(), set()) for text in test_texts]
new = np.array([not topics for topics in known])
elsewhere = [bool(topics) and label not in topics for topics, label in zip(known, test_labels, strict=True)]
print("test messages that are training messages too:", sum(~new))
print("of these under other topics only:", sum(elsewhere))
print("training texts under more than one topic:", sum(len(topics) > 1 for topics in topics_of.values()))

# %% [markdown] lang="en"
# More than one in ten of the test messages, 237 in all, are also in the training set. A network could have learned these by heart. For 126 of them that would even give a wrong answer, because their copies are filed only under other topics. The script that made the data set (see Sources) shows one cause: for a message without a body, it takes the next body in the file. So some texts carry the label of another message. In the training set, 269 texts are filed under several topics.
#
# From here on **the test set is the 2,009 new messages**. For comparison with books, we also print the accuracy on all 2,246.
#
# ## 3. How far guessing gets
#
# We begin with two **baselines**. One always answers `earn`. The other knows only how common each topic is: we shuffle the test labels and count how many still agree with the true ones. **Predict** both accuracies.

# %% [markdown] lang="ko"
# 237건으로, 전체의 10분의 1이 넘습니다. 신경망은 이런 기사를 외워서 맞힐 수도 있습니다. 하지만 그중 126건은 훈련 데이터에 다른 주제로만 실려 있어서 외우면 오히려 틀립니다. 데이터셋을 만든 스크립트(출처 참고)에서 원인을 하나 찾을 수 있습니다. 이 스크립트는 본문이 없는 기사가 나오면 파일에서 그 뒤에 처음 나오는 본문을 가져다 붙입니다. 그래서 다른 기사의 레이블이 붙은 글이 생깁니다. 훈련 데이터에는 여러 주제로 실린 글이 269편 있습니다.
#
# 이제부터 **테스트 데이터는 처음 보는 기사 2,009건입니다**. 책에 나오는 값과 비교할 수 있도록 2,246건 모두의 정확도도 함께 출력합니다.
#
# ## 3. 찍으면 얼마나 맞힐까
#
# 먼저 **기준선**(baseline) 두 개를 구합니다. 하나는 언제나 `earn`이라고 답합니다. 다른 하나는 주제마다 기사가 얼마나 많은지만 알고 찍습니다. 이때의 정확도는 테스트 레이블을 뒤섞은 다음 원래 레이블과 몇 개나 같은지 세어 구합니다. 두 정확도를 **예상해 보세요**.

# %% tags=["real-data"]
true = test_labels[new]
rng = np.random.default_rng(SEED)
always = (true == fullest[0]).mean()
shuffled = np.mean([(rng.permutation(true) == true).mean() for _ in range(200)])
print(f"{len(true):,} new messages")
print(f"always {names[fullest[0]]}: {always:.2f}   random labels: {shuffled:.2f}   one of 46: {1 / 46:.2f}")

# %% [markdown] lang="en"
# Always answering `earn` is right 39 times in 100. Shuffled labels are right 21 times; with 46 equally common topics they would be right about twice. Always compare an accuracy with a baseline. An accuracy of 0.50 would be modest here, but excellent on 46 balanced classes.
#
# ## 4. Messages to tensors
#
# We use multi-hot rows, as in chapter 11, with one byte for each 0 or 1. The model converts each batch to float32.

# %% [markdown] lang="ko"
# 언제나 `earn`이라고 답하면 100건 가운데 39건을 맞힙니다. 레이블을 뒤섞으면 21건이 맞는데, 주제 46가지의 기사 수가 모두 같다면 2건쯤 맞습니다. 정확도는 이런 수와 견주어야 의미가 있습니다. 정확도 0.50은 여기서는 대단하지 않지만, 46개 클래스의 샘플 수가 같은 문제에서는 훌륭합니다.
#
# ## 4. 기사를 텐서로
#
# 11장에서처럼 기사를 멀티-핫 행으로 나타냅니다. 0이나 1 하나를 1바이트에 담고, 계산할 때 모델이 배치(batch)마다 float32로 바꿉니다.


# %%
def multi_hot(texts, size=10_000):
    x = np.zeros((len(texts), size), np.uint8)
    for row, numbers in zip(x, texts, strict=True):
        row[numbers] = 1
    return x


x, x_test = multi_hot(texts), multi_hot(test_texts)
x_val, x_fit, y_val, y_fit = x[:1000], x[1000:], labels[:1000], labels[1000:]
print("shape", x.shape, " in one byte", f"{x.nbytes / 1e6:.0f} MB", " in float64", f"{8 * x.nbytes / 1e6:.0f} MB")
print("to fit:", f"{len(x_fit):,}", " to validate:", f"{len(x_val):,}")

# %% [markdown] lang="en"
# ## 5. A network for 46 classes
#
# What should the last layer be? A message about trade in wheat might deserve two topics. Here are three scores, for `trade`, `wheat` and `gold`, turned into probabilities by **softmax** and by **sigmoid** ([06](06_softmax_losses.ipynb)).

# %% [markdown] lang="ko"
# ## 5. 클래스가 46개인 신경망
#
# 마지막 층은 무엇으로 할까요? 밀 무역을 다룬 기사라면 주제를 두 가지 붙이고 싶을 것입니다. `trade`, `wheat`, `gold`의 점수 셋에 **소프트맥스**와 **시그모이드**(sigmoid)를 각각 씌워 확률로 바꿔 봅니다([06장](06_softmax_losses.ipynb)).

# %%
scores = np.array([3.0, 3.0, -2.0])  # trade, wheat, gold
for name, function in (("softmax", keras.ops.softmax), ("sigmoid", keras.ops.sigmoid)):
    p = keras.ops.convert_to_numpy(function(scores))
    print(name, *(f"{value:.2f}" for value in p), "  sum", f"{p.sum():.2f}")

# %% [markdown] lang="en"
# Softmax shares out a total of 1, so the two topics get half each, which means *one of the two*. Sigmoid judges each topic by itself, and its answer means *both*. Single-label data need softmax with a cross-entropy over the classes. Multi-label data need sigmoid units, label rows with any number of 1s, and `binary_crossentropy`. Our messages have one topic each, so the last layer has 46 units and softmax.
#
# The hidden layers have 64 units, not 16 as in chapter 11; in section 11 we try fewer.

# %% [markdown] lang="ko"
# 소프트맥스는 합이 1이 되도록 확률을 나누므로 두 주제에 절반씩 돌아갑니다. *둘 가운데 하나*라는 뜻입니다. 시그모이드는 주제마다 따로 계산하므로 두 주제 모두 확률이 높습니다. *둘 다*라는 뜻입니다. 단일 레이블 데이터에는 소프트맥스와, 클래스 전체에 대한 교차 엔트로피를 씁니다. 다중 레이블 데이터에는 유닛(unit)마다 시그모이드를 씌우고, 1이 여러 개일 수 있는 행을 레이블로, `binary_crossentropy`를 손실(loss)로 씁니다. 여기서 쓰는 기사는 주제가 하나씩이므로 마지막 층에 유닛 46개와 소프트맥스를 씁니다.
#
# 은닉층(hidden layer)의 유닛은 11장의 16개와 달리 64개입니다. 유닛 수는 11절에서 줄여 봅니다.

# %%
keras.utils.set_random_seed(SEED)
layers = [
    keras.Input((10_000,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(46, activation="softmax"),
]
model = keras.Sequential(layers)
model.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.summary()

# %% [markdown] lang="en"
# Nearly all parameters are in the first layer, 64 for each word number. The network learns from 7,982 messages for 16 epochs, and another 1,000 are used for validation. **Look for** the epoch at which the two loss curves part.

# %% [markdown] lang="ko"
# 파라미터(parameter)는 거의 모두 첫 층에 있습니다. 단어 번호 하나에 64개씩입니다. 7,982건으로 16 에포크(epoch) 동안 훈련하고 1,000건으로 검증합니다. 두 손실 곡선이 갈라지는 에포크를 **눈여겨보세요**.

# %%
history = model.fit(x_fit, y_fit, epochs=16, batch_size=512, validation_data=(x_val, y_val), verbose=0)
curves = history.history
with style():
    figure, pair = plt.subplots(1, 2, figsize=(9, 3.2))
    titles = ("loss", "accuracy")
    for axes, what, title in zip(pair, ("loss", "accuracy"), titles, strict=True):
        axes.plot(range(1, 17), curves[what], "o", label="training")
        axes.plot(range(1, 17), curves["val_" + what], label="validation")
        axes.set(xlabel="epoch", ylabel=title, xticks=range(2, 17, 2))
    pair[0].legend()
    plt.show()

# %% tags=["real-data"]
best = int(np.argmin(curves["val_loss"])) + 1
measured("epoch of the lowest validation loss", best, expected=(7, 14), data=reuters)
measured("validation loss there", curves["val_loss"][best - 1], expected=(0.82, 0.92), data=reuters)
measured("validation accuracy there", curves["val_accuracy"][best - 1], expected=(0.78, 0.84), data=reuters)
measured("training accuracy at the end", curves["accuracy"][-1], expected=(0.94, 0.965), data=reuters)

# %% [markdown] lang="en"
# The loss curves part after epoch 3. In this run the validation loss is lowest at epoch 11 and then rises slowly, while the training loss keeps falling: the network overfits. After 16 epochs the training accuracy is 0.949. It cannot reach 1, because when the same text is filed under several topics, the network can be right about only one of them.
#
# ## 6. Train again and test
#
# A fresh network now learns from all 8,982 messages, for as many epochs as the validation loss suggests. **Predict**: will it be better on the test messages seen in training than on the new ones?

# %% [markdown] lang="ko"
# 두 손실 곡선은 3 에포크 뒤에 갈라집니다. 훈련 손실은 계속 줄지만, 검증 손실은 이번 훈련에서 11 에포크에 가장 낮았다가 천천히 올라갑니다. 과대적합(overfitting)입니다. 마지막 훈련 정확도는 0.949입니다. 여러 주제로 실린 글은 그중 하나만 맞힐 수 있으므로 1까지 오를 수는 없습니다.
#
# ## 6. 새로 훈련하고 테스트하기
#
# 이제 새 신경망을 8,982건 모두로, 검증에서 고른 에포크 수만큼 훈련합니다. 테스트 기사 가운데 훈련 데이터에도 있는 기사를 처음 보는 기사보다 더 잘 맞힐지 **예상해 보세요**.


# %%
def build(words=10_000, waist=64, activation="relu", loss="sparse_categorical_crossentropy"):
    """Return the network of section 5, freshly made and compiled."""
    keras.utils.set_random_seed(SEED)
    layers = [keras.Input((words,)), keras.layers.Dense(64, activation="relu")]
    layers += [keras.layers.Dense(waist, activation=activation), keras.layers.Dense(46, activation="softmax")]
    model = keras.Sequential(layers)
    model.compile(optimizer="rmsprop", loss=loss, metrics=["accuracy"])
    return model


# %% tags=["real-data"]
model = build()
model.fit(x, labels, epochs=best, batch_size=512, verbose=0)
probabilities = model.predict(x_test, verbose=0)
right = probabilities.argmax(axis=1) == test_labels
measured("accuracy on the new test messages", right[new].mean(), expected=(0.77, 0.85), data=reuters)
measured("right of those in the training set", int(right[~new].sum()), expected=(90, 130), data=reuters)
measured("accuracy on all test messages", right.mean(), expected=(0.77, 0.81), data=reuters)

# %% [markdown] lang="en"
# The network is worse on the messages seen in training. On the new ones the accuracy is 0.834, against 0.39 for always answering `earn`. Of the other 237, only 113 are right, because most of the labels that could be learned by heart differ from the test labels. So here the copies *lower* the accuracy on all test messages, the figure that books report as about 0.79. Copies with the right labels would raise it. Either way, that figure does not say how well the network does on new messages.
#
# ## 7. A single layer for comparison
#
# Do the hidden layers help at all? Leave them out: `Dense(46)` with softmax scores each topic by a weighted sum of the words, nothing more. We train it with a larger learning rate, because with the default one it needs more epochs. **Predict** how much worse its validation accuracy will be.

# %% [markdown] lang="ko"
# 그렇지 않습니다. 처음 보는 기사에서는 정확도가 0.834입니다(언제나 `earn`이라고 답하면 0.39). 나머지 237건에서는 113건만 맞혔습니다. 외울 수 있었던 레이블의 절반 이상이 테스트 레이블과 다르기 때문입니다. 그래서 테스트 기사 전체의 정확도(책에는 약 0.79로 나옵니다)는 겹치는 기사 때문에 오히려 *낮아집니다*. 겹치는 기사의 레이블이 맞았다면 높아졌을 것입니다. 어느 쪽이든 이 값으로는 처음 보는 기사를 얼마나 맞히는지 알 수 없습니다.
#
# ## 7. 층 하나짜리 모델과 비교하기
#
# 은닉층이 도움이 되기는 할까요? 빼 봅시다. 소프트맥스를 쓰는 `Dense(46)` 하나는 주제마다 단어의 가중합(weighted sum)을 낼 뿐입니다. 기본 학습률(learning rate)로는 에포크가 더 많이 필요하므로 더 큰 학습률로 훈련합니다. 검증 정확도가 은닉층이 있을 때보다 얼마나 낮을지 **예상해 보세요**.

# %% tags=["real-data"]
keras.utils.set_random_seed(SEED)
single = keras.Sequential([keras.Input((10_000,)), keras.layers.Dense(46, activation="softmax")])
optimizer = keras.optimizers.RMSprop(learning_rate=0.005)
single.compile(optimizer=optimizer, loss="sparse_categorical_crossentropy", metrics=["accuracy"])
run = single.fit(x_fit, y_fit, epochs=12, batch_size=512, validation_data=(x_val, y_val), verbose=0).history
lowest = int(np.argmin(run["val_loss"]))
measured("a single layer: epoch of the lowest validation loss", lowest + 1, expected=(5, 12), data=reuters)
measured("validation loss there", run["val_loss"][lowest], expected=(0.78, 0.87), data=reuters)
measured("validation accuracy there", run["val_accuracy"][lowest], expected=(0.79, 0.85), data=reuters)

# %% [markdown] lang="en"
# The accuracy is not worse at all: in this run the single layer reaches 0.822, and the network 0.818. The validation loss of the single layer is lower too, 0.826 against 0.864. A weighted sum of single words is enough here, so it pays to try the simplest model first. But hidden layers can also describe a message with a few numbers; section 11 asks how few.
#
# ## 8. One-hot or integers: the same network
#
# A label can be an integer, or a row of 46 numbers with a single 1 (**one-hot**). The loss for integers is `sparse_categorical_crossentropy`, for rows `categorical_crossentropy`. (A row with several 1s would be multi-label.) To save time, the networks in this and later experiments read only word numbers below 1,000. **Predict**: do one-hot rows give better, worse or the same answers?

# %% [markdown] lang="ko"
# 조금도 낮지 않습니다. 이번 훈련에서 층 하나짜리 모델은 0.822, 신경망은 0.818입니다. 검증 손실도 층 하나짜리 모델이 0.826으로 신경망의 0.864보다 낮습니다. 여기서는 단어의 가중합만으로 충분합니다. 그러니 가장 단순한 모델부터 시험해 보세요. 다만 은닉층을 쓰면 기사를 숫자 몇 개만으로 나타낼 수도 있습니다. 몇 개면 충분한지는 11절에서 알아봅니다.
#
# ## 8. 원-핫이든 정수든 같은 신경망
#
# 레이블은 정수 하나로도, 1이 하나뿐인 46칸짜리 행(원-핫, one-hot)으로도 적을 수 있습니다. 정수에는 `sparse_categorical_crossentropy`, 행에는 `categorical_crossentropy`를 손실로 씁니다. (한 행에 1이 여러 개면 다중 레이블입니다.) 빨리 끝나도록 이 실험과 이어지는 실험에서는 1,000보다 작은 단어 번호만 읽습니다. 레이블을 원-핫 행으로 바꾸면 정확도가 오를지, 내릴지, 그대로일지 **예상해 보세요**.

# %% tags=["real-data"]
few, few_val, few_fit = x[:, :1000].copy(), x_val[:, :1000].copy(), x_fit[:, :1000].copy()
one_hot = keras.utils.to_categorical(y_fit, 46)
print("integers:", y_fit[:3], " one-hot:", one_hot[:3].shape, " where the 1 is:", one_hot[:3].argmax(axis=1))
integers, rows = build(1000), build(1000, loss="categorical_crossentropy")
integers.fit(few_fit, y_fit, epochs=3, batch_size=512, verbose=0)
rows.fit(few_fit, one_hot, epochs=3, batch_size=512, verbose=0)
loss, accuracy = integers.evaluate(few_val, y_val, verbose=0)
print(f"integers:  validation loss ≈ {loss:.4f}   accuracy ≈ {accuracy:.3f}")
loss, accuracy = rows.evaluate(few_val, keras.utils.to_categorical(y_val, 46), verbose=0)
print(f"rows:      validation loss ≈ {loss:.4f}   accuracy ≈ {accuracy:.3f}")

# %% [markdown] lang="en"
# With the same seed, integers and one-hot rows give the same network. Both losses are −log of the probability of the true class ([06](06_softmax_losses.ipynb)). One loss picks out that class by its number; the other multiplies all the log probabilities by the one-hot row and adds up the products.
#
# ## 9. Read a prediction
#
# A prediction is a row of 46 numbers.

# %% [markdown] lang="ko"
# 그대로입니다. 시드(seed)가 같으면 같은 신경망이 나옵니다. 두 손실 모두 정답 클래스의 확률에 −log를 씌운 값입니다([06장](06_softmax_losses.ipynb)). 정수를 쓰는 손실에서는 이 확률을 번호로 찾고, 원-핫 행을 쓰는 손실에서는 그 행을 곱해서 골라냅니다.
#
# ## 9. 예측 읽기
#
# 예측 하나는 46개의 수로 되어 있습니다.

# %% tags=["real-data"]
first = probabilities[0]
print("numbers:", len(first), "  their sum:", f"{first.sum():.3f}", "  the largest belongs to:", names[first.argmax()])
measured("how sure", first.max(), digits=2)

# %% [markdown] lang="en"
# The prediction for the first test message gives `earn` a probability of 0.87. Which words does it rest on? Take one word out of the message, and see how the probability of the predicted topic changes. A multi-hot row times the first weight matrix is **a sum of rows**, one for each word that occurs ([11](11_imdb_reviews.ipynb)). To take a word out, subtract its row.

# %% [markdown] lang="ko"
# 첫 테스트 기사의 예측에서는 `earn`의 확률이 0.87입니다. 어떤 단어 때문일까요? 기사에서 단어 하나를 빼고, 예측한 주제의 확률이 얼마나 달라지는지 봅니다. 멀티-핫 행에 첫 가중치(weight) 행렬을 곱한 결과는 이 행렬에서 기사에 나오는 단어의 **행을 모두 더한 것과 같습니다**([11장](11_imdb_reviews.ipynb)). 단어를 빼려면 그 행을 빼면 됩니다.

# %% tags=["real-data"]
w1, b1, w2, b2, w3, b3 = model.get_weights()


def pulls(numbers):
    present, where = np.unique(numbers, return_inverse=True)
    whole = w1[present].sum(axis=0) + b1
    each = np.vstack([whole, whole - w1[present]])  # all words, then without each of them
    scores = np.maximum(np.maximum(each, 0) @ w2 + b2, 0) @ w3 + b3
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = (p / p.sum(axis=1, keepdims=True))[:, p[0].argmax()]
    return (p[0] - p[1:])[where]


print("words:", len(test_texts[0]), "  pulls:", len(pulls(test_texts[0])))

# %% [markdown] lang="en"
# Browse the new test messages below. Words with a solid underline (blue) raise the probability of the predicted topic, and those with a dotted one (orange) lower it. The bars show the most likely topics; a frame marks the true one.
#
# **Try this**
# 1. Leave *show* at "wrong ones" and *first* at "least sure". For how many of the first ten does the second bar show the true topic? *In our run, for two. The first message, on Argentine meat exports, has no bar above 10 %.*
# 2. Choose "surest" and read three mistakes. Would you dispute a label? *In our run, the first is about Exxon's profits and has the label `crude`; one of the next few is a table of a company's earnings with the label `money-fx`. Remember the texts from section 2 that carry the label of another message.*
# 3. Now set *show* to "right ones". Which words have a solid underline in an `earn` message? *Look for `vs`, `cts`, `net` and `shr`, from tables of figures. Each occurs in over half of the `earn` test messages and in few others.*

# %% [markdown] lang="ko"
# 아래 위젯에서는 처음 보는 테스트 기사를 하나씩 넘겨 볼 수 있습니다. 밑줄이 파란 실선인 단어는 예측한 주제의 확률을 높이고, 주황색 점선인 단어는 낮춥니다. 막대는 확률이 높은 주제를, 테두리는 정답을 나타냅니다.
#
# **해 보세요**
# 1. *보기*는 "틀린 것", *먼저*는 "가장 자신 없는 것"으로 그대로 두세요. 처음 열 건 가운데 정답이 둘째 막대인 것은 몇 건인가요? *우리가 실행했을 때는 두 건이었습니다. 맨 먼저 나온 아르헨티나의 육류 수출 기사에는 10 %가 넘는 막대가 없었습니다.*
# 2. *먼저*를 "가장 확신한 것"으로 바꾸고, 틀린 기사를 세 건 읽어 보세요. 레이블이 의심스러운 것이 있나요? *우리가 실행했을 때 첫 기사는 엑손의 이익을 다루는데 레이블이 `crude`였습니다. 이어지는 기사 중에는 한 회사의 실적표인데 레이블이 `money-fx`인 것도 있었습니다. 2절에서 본, 다른 기사의 레이블이 붙은 글을 떠올려 보세요.*
# 3. 이제 *보기*를 "맞힌 것"으로 바꿔 보세요. `earn` 기사에서는 어떤 단어에 실선 밑줄이 있나요? *숫자로 된 표에 쓰이는 `vs`, `cts`, `net`, `shr`를 찾아보세요. 네 단어 모두 `earn` 테스트 기사의 절반 이상에 나오고, 다른 기사에는 드물게 나옵니다.*

# %%
TextPredictionBrowser(test_texts[new], probabilities[new], true, words, names, pulls)

# %% [markdown] lang="en"
# ## 10. Class by class: macro recall
#
# The two largest topics dominate the accuracy. A topic's **recall** is the share of its messages that the network finds. The average over the topics, with each topic counting the same, is the **macro recall**. **Predict** it for the network of section 6.

# %% [markdown] lang="ko"
# ## 10. 클래스별로 보기: 매크로 재현율
#
# 정확도는 기사가 가장 많은 두 주제에 좌우됩니다. 어떤 주제의 기사 가운데 신경망이 찾아낸 기사의 비율을 그 주제의 **재현율**(recall)이라고 합니다. 주제별 재현율을 모두 같은 비중으로 평균한 값이 **매크로 재현율**(macro recall)입니다. 6절의 신경망에서는 얼마일지 **예상해 보세요**.


# %%
def recalls(true, predicted):
    """Return the recall of each topic that occurs in ``true``."""
    return np.array([(predicted[true == topic] == topic).mean() for topic in np.unique(true)])


# %% tags=["real-data"]
predicted, topics = probabilities[new].argmax(axis=1), np.unique(true)
recall = recalls(true, predicted)
measured("accuracy", (predicted == true).mean(), expected=(0.77, 0.85), data=reuters)
measured("macro recall", recall.mean(), expected=(0.38, 0.58), data=reuters)
measured(f"of {len(topics)} topics never found", int((recall == 0).sum()), expected=(4, 18), data=reuters)

# %% tags=["real-data"]
asked = np.bincount(true, minlength=46)[topics]
with style():
    figure, axes = plt.subplots(figsize=(9, 3.4))
    axes.scatter(counts[topics], recall, s=2 * asked + 4, alpha=0.6, zorder=2)
    axes.set(xscale="log", xlabel="messages to learn from", ylabel="recall", ylim=(-0.1, 1.15), xlim=(8, 5000))
    for topic in (*fullest[:4], 45):
        place = (counts[topic], recall[topics == topic].mean())
        axes.annotate(names[topic], place, (9, -12), textcoords="offset points", fontsize=10)
    plt.show()
often, seldom = counts[topics] > 300, counts[topics] < 50
measured("mean recall of topics with over 300 messages", recall[often].mean(), digits=2)
measured("mean recall of topics with fewer than 50", recall[seldom].mean(), digits=2)
print("their test messages: from", asked[seldom].min(), "to", asked[seldom].max())

# %% [markdown] lang="en"
# The macro recall is 0.487, and ten topics are never found. In the figure each point is a topic, and its area grows with the number of its test messages. The six topics with over 300 training messages have a mean recall of 0.82, compared with 0.32 for those with fewer than 50. The recall of these rare topics ranges from 0 to 1, but a single small point means little: it stands for 1 to 13 test messages, and `lead`, at 1.0, has only one.
#
# A **confusion matrix** shows what is taken for what, with the true topics in rows and the predicted ones in columns. Here it shows the eight largest topics. The other 38 share the last row and column; mistakes among them are not shown. **Look for** the column with the most mistakes.

# %% [markdown] lang="ko"
# 매크로 재현율은 0.487이고, 열 가지 주제는 한 건도 찾지 못했습니다. 그림에서는 점 하나가 주제 하나를 나타내며, 테스트 기사가 많을수록 점이 큽니다. 훈련 기사가 300건이 넘는 여섯 주제의 재현율은 평균 0.82, 50건이 안 되는 주제들은 평균 0.32입니다. 기사가 적은 주제의 재현율은 0에서 1까지 흩어져 있지만, 작은 점 하나의 높이는 믿기 어렵습니다. 테스트 기사가 주제마다 1\~13건밖에 없기 때문입니다. 재현율이 1.0인 `lead`는 단 한 건뿐입니다.
#
# **혼동 행렬**(confusion matrix)을 보면 무엇을 무엇으로 잘못 답했는지 알 수 있습니다. 행은 정답을, 열은 예측을 나타냅니다. 기사가 가장 많은 여덟 주제를 뺀 나머지 38가지 주제는 마지막 행과 열에 모았고, 이런 주제끼리 혼동한 것은 드러나지 않습니다. 틀린 답이 가장 많은 열을 **눈여겨보세요**.

# %% tags=["real-data"]
group = np.full(46, 8)  # all others
group[fullest[:8]] = range(8)
with style():
    figure, axes = plt.subplots(figsize=(7, 4.8))
    short = [*(names[topic] for topic in fullest[:8]), "others"]
    table = confusion_matrix(axes, group[true], group[predicted], short)
    plt.setp(axes.get_xticklabels(), rotation=35, ha="right", rotation_mode="anchor")
    plt.show()
wrong = table.sum(axis=0) - table.diagonal()
measured(f"wrongly taken for {short[wrong.argmax()]}", int(wrong.max()), expected=(50, 100), data=reuters)

# %% [markdown] lang="en"
# `acq` (takeovers) attracts the most mistakes: 73, of which 31 come from the topics in the last row and 23 from `earn`. `money-fx` and `interest` are sometimes mistaken for each other.
#
# If rare topics matter to you, collect more of their messages, or give them more weight in the loss. `class_weight` multiplies each message's loss by the weight of its class. Weights inversely proportional to the counts make all topics count the same; their square roots (the power 0.5) are a compromise. (The power 0 makes all weights 1.) We compare the three on the validation set, in which 41 topics occur.

# %% [markdown] lang="ko"
# 기업 인수를 다룬 `acq`로 잘못 답한 기사가 73건으로 가장 많습니다. 그 가운데 31건의 정답은 마지막 행에 모은 주제이고, 23건의 정답은 `earn`입니다. `money-fx`와 `interest`를 서로 혼동한 기사도 있습니다.
#
# 드문 주제가 중요하다면 그 주제의 기사를 더 모으거나, 손실에서 차지하는 비중을 높입니다. `class_weight`를 주면 기사마다 손실에 그 기사가 속한 클래스의 가중치가 곱해집니다. 기사 수에 반비례하는 가중치를 쓰면 모든 주제의 비중이 같아지고, 그 제곱근(0.5제곱)은 절충안입니다. (0제곱이면 가중치가 모두 1입니다.) 주제 41가지가 나오는 검증 데이터로 세 경우를 비교합니다.

# %% tags=["real-data"]
weights = {topic: len(labels) / (46 * count) for topic, count in enumerate(counts)}
print(f"weights from {min(weights.values()):.2f} to {max(weights.values()):.1f}; topics: {len(np.unique(y_val))}")
for power in (0, 0.5, 1):
    softened = {topic: weight**power for topic, weight in weights.items()}
    weighted = build(1000)
    weighted.fit(few_fit, y_fit, epochs=12, batch_size=512, class_weight=softened, verbose=0)
    answers = weighted.predict(few_val, verbose=0).argmax(axis=1)
    accuracy, macro = (answers == y_val).mean(), recalls(y_val, answers).mean()
    print(f"weights to the power of {power:3}:  accuracy ≈ {accuracy:.3f}   macro recall ≈ {macro:.3f}")

# %% [markdown] lang="en"
# In this run the full weights raise the macro recall from 0.351 to 0.545, but the accuracy falls from 0.796 to 0.715. Their square roots raise the macro recall to 0.489 and leave the accuracy nearly as it was, at 0.794. Which is better depends on what a mistake costs you. As [06](06_softmax_losses.ipynb) shows, weights also distort the probabilities.
#
# ## 11. The bottleneck
#
# Between the first layer and the 46 outputs sits a second hidden layer, and whatever the outputs use must pass through it. A layer much narrower than its neighbours is a **bottleneck**; the code calls it `waist`. What does narrowing this layer cost?
#
# One run cannot tell us. Besides, an activation function in the waist would mix two effects, because a ReLU unit also loses information: it passes on nothing below 0, and nothing at all if it is dead ([03](03_neurons_activations.ipynb)). So our waist has **no activation function**; we also measure a ReLU waist for comparison, and train five networks of each width. The networks are smaller: they read word numbers below 1,000, and their first layer has 32 units.
#
# ### Making it faster
#
# Thirty-five training runs one after another would take a long time. But five networks fit into **one model** with five outputs. They share the input and nothing else, and the loss is the sum of their losses, so each learns as if it were alone.

# %% [markdown] lang="ko"
# 이번 훈련에서는 가중치를 그대로 쓰니 매크로 재현율이 0.351에서 0.545로 오르고, 정확도는 0.796에서 0.715로 떨어졌습니다. 제곱근을 쓰니 매크로 재현율이 0.489까지 오르고, 정확도는 0.794로 거의 그대로였습니다. 어느 쪽이 나은지는 틀렸을 때 치를 대가에 달려 있습니다. 또 [06장](06_softmax_losses.ipynb)에서 보았듯이 클래스 가중치를 주면 모델이 내는 확률이 왜곡됩니다.
#
# ## 11. 병목
#
# 첫 층과 출력 46개 사이에는 둘째 은닉층이 있고, 출력에 쓰이는 정보는 모두 이 층을 지나야 합니다. 앞뒤보다 훨씬 좁은 층을 **병목**이라고 하며, 코드에서는 `waist`(허리)라고 적었습니다. 이 층을 좁히면 정확도가 얼마나 낮아질까요?
#
# 한 번만 훈련해서는 알 수 없습니다. 또 이 층에 활성화 함수(activation function)를 쓰면 두 가지 영향이 섞입니다. ReLU 유닛은 0보다 작은 수를 다음 층에 전하지 않고, 죽은 유닛(dead unit)이 되면 아무것도 전하지 않기 때문입니다([03장](03_neurons_activations.ipynb)). 그래서 **활성화 함수가 없는** 병목을 쓰고, ReLU를 쓴 병목의 정확도도 재어 비교합니다. 신경망은 폭마다 다섯 개씩 훈련하되, 크기를 줄여 1,000보다 작은 단어 번호만 읽고 첫 층의 유닛을 32개로 합니다.
#
# ### 실행 시간 줄이기
#
# 서른다섯 번을 차례로 훈련하면 오래 걸립니다. 하지만 신경망 다섯 개를 출력이 다섯인 **모델 하나**에 담을 수 있습니다. 다섯 신경망은 입력 말고는 함께 쓰는 것이 없고 모델의 손실은 다섯 손실의 합이므로, 하나씩 따로 훈련할 때와 같습니다.


# %%
def side_by_side(waist, activation=None, networks=5):
    """Return networks 1000-32-waist-46 in one model, and a model of their waists."""
    keras.utils.set_random_seed(SEED)
    entry = keras.Input((1000,))
    hidden = keras.layers.Dense(32 * networks, activation="relu")(entry)
    waists = [keras.layers.Dense(waist, activation)(part) for part in keras.ops.split(hidden, networks, axis=1)]
    ends = [keras.layers.Dense(46, activation="softmax")(layer) for layer in waists]
    model = keras.Model(entry, ends)
    model.compile(optimizer="rmsprop", loss="sparse_categorical_crossentropy", steps_per_execution=16)
    return model, keras.Model(entry, waists)


# %%
for networks in (1, 5):
    trained, _ = side_by_side(4, networks=networks)
    trained.fit(few_fit, [y_fit] * networks, batch_size=512, verbose=0)  # builds its graph
    start = perf_counter()
    trained.fit(few_fit, [y_fit] * networks, epochs=3, batch_size=512, verbose=0)
    measured(f"three epochs, networks in the model: {networks}", perf_counter() - start, digits=2, unit="s")

# %% [markdown] lang="en"
# Five networks at once take less than five times as long as one. (`steps_per_execution=16` runs all 16 batches of an epoch in one call from Python.) **Predict** the mean accuracy without an activation function, with 4 units and with 2, each after 15 epochs.

# %% [markdown] lang="ko"
# 다섯 개를 한꺼번에 훈련해도 시간이 하나를 훈련할 때의 다섯 배까지 걸리지는 않습니다. (`steps_per_execution=16`으로 하면 파이썬 호출 한 번으로 한 에포크의 배치 16개를 모두 계산합니다.) 활성화 함수 없이 15 에포크 동안 훈련하면 병목의 유닛이 4개일 때와 2개일 때 평균 정확도가 각각 얼마일지 **예상해 보세요**.

# %%
reached = {}
for activation, widths in ((None, (32, 8, 4, 2)), ("relu", (8, 4, 2))):
    for waist in widths:
        trained, to_waists = side_by_side(waist, activation)
        trained.fit(few_fit, [y_fit] * 5, epochs=15, batch_size=512, verbose=0)
        accuracy = np.array([(np.argmax(p, axis=1) == y_val).mean() for p in trained(few_val)])
        reached[activation, waist] = accuracy
        ends = f"lowest ≈ {accuracy.min():.2f}   highest ≈ {accuracy.max():.2f}"
        print(f"{activation or 'linear'} {waist:2}:   mean ≈ {accuracy.mean():.2f}   {ends}")
        if activation:  # a dead unit gives 0 for every message
            dead = sum(int((np.max(passed, axis=0) == 0).sum()) for passed in to_waists(few_fit))
            measured(f"   dead units of {5 * waist}", dead)

# %%
base = (y_val == fullest[0]).mean()
with style():
    figure, axes = plt.subplots(figsize=(9, 3.2))
    for activation, colour, marker in ((None, "blue", "o"), ("relu", "vermillion", "^")):
        at = {place: reached[activation, w] for place, w in enumerate((32, 8, 4, 2)) if (activation, w) in reached}
        means = [accuracy.mean() for accuracy in at.values()]
        axes.plot(list(at), means, color=COLOURS[colour], label=activation or "no activation")
        axes.plot(list(at), list(at.values()), marker, color=COLOURS[colour], markersize=5, alpha=0.5)
    axes.axhline(base, color="#777777", linestyle=":")
    axes.annotate("always the fullest topic", (0, base), (0, 4), textcoords="offset points", fontsize=10)
    axes.set(xticks=range(4), xticklabels=(32, 8, 4, 2), ylim=(0, 0.9), xlabel="units in the waist", ylabel="accuracy")
    axes.legend(loc="lower left", ncols=2)
    plt.show()

# %% [markdown] lang="en"
# The lines show the means, the points are individual networks, and the dotted line shows the accuracy of always answering `earn`. Without an activation function, the mean falls from 0.79 with 32 units to 0.76 with 8, 0.70 with 4 and 0.58 with 2. So with only two numbers about each message, more than half of the answers are still right on average, but the five networks range from 0.47 to 0.64. (All were trained for 15 epochs; some narrow ones might gain from more.) No later layer can recover what a bottleneck does not pass on.
#
# With ReLU the means are lower: 0.73 with 8 units, 0.64 with 4 and 0.49 with 2. Dead units alone do not explain this. In the five networks with 4 units, no unit died, and yet the best of them, at 0.66, is below the worst one without an activation function, at 0.70. A ReLU waist passes on only the positive part of each sum, so less reaches the outputs even when no unit is dead.
#
# ## 12. The two numbers as a map
#
# Our last bottleneck has two units and no activation function. A `keras.Model` that ends at the waist gives us the two numbers for each message. On the map, **look for** topics that are far apart and topics that overlap.

# %% [markdown] lang="ko"
# 선은 평균, 점은 신경망 하나하나, 점선은 언제나 `earn`이라고 답할 때의 정확도를 나타냅니다. 활성화 함수가 없으면 평균은 유닛이 32개일 때 0.79, 8개일 때 0.76, 4개일 때 0.70, 2개일 때 0.58로 점점 낮아집니다. 기사를 숫자 두 개로 나타내도 평균적으로 절반 넘게 맞히지만, 정확도는 신경망에 따라 0.47에서 0.64까지 다릅니다. (모두 15 에포크씩 훈련했습니다. 병목이 좁은 신경망은 더 훈련하면 나아질 수도 있습니다.) 병목을 지나지 못한 정보는 뒤의 층에서 되살릴 수 없습니다.
#
# ReLU를 쓰면 평균은 유닛이 8개일 때 0.73, 4개일 때 0.64, 2개일 때 0.49로 더 낮습니다. 이 차이는 죽은 유닛만으로는 설명되지 않습니다. 유닛이 4개일 때는 다섯 신경망의 병목 유닛 20개가 하나도 죽지 않았는데도, ReLU를 쓴 신경망의 최고 정확도 0.66이 활성화 함수가 없는 신경망의 최저 정확도 0.70에 못 미칩니다. ReLU를 쓴 병목은 가중합이 양수일 때만 값을 전하므로, 죽은 유닛이 없어도 출력까지 가는 정보가 줄어듭니다.
#
# ## 12. 숫자 두 개를 지도로
#
# 마지막으로 병목의 유닛을 두 개로 하고 활성화 함수는 쓰지 않습니다. 병목의 출력에서 끝나는 `keras.Model`을 만들면 기사마다 숫자 두 개가 나옵니다. 지도에서 따로 떨어진 주제와 서로 겹친 주제를 **눈여겨보세요**.

# %%
flat = build(1000, waist=2, activation=None)
flat.fit(few, labels, epochs=30, batch_size=512, verbose=0)
to_waist = keras.Model(flat.inputs, flat.layers[-2].output)
points = to_waist.predict(few, batch_size=512, verbose=0)
print("from", few.shape[1], "numbers to", points.shape[1], "for each of", len(points), "messages")

# %% [markdown] lang="en"
# The last layer gives each topic a score: a weighted sum of the two numbers plus a bias. The highest score wins, so every point on the map belongs to a topic.

# %% [markdown] lang="ko"
# 마지막 층에서는 두 수의 가중합에 편향(bias)을 더해 주제마다 점수를 냅니다. 점수가 가장 높은 주제가 답이므로, 지도의 어느 점이든 한 주제의 영역에 속합니다.

# %%
weight, bias = flat.layers[-1].get_weights()
low, high = np.percentile(points, [0.5, 99.5], axis=0)
across, up = np.linspace(low[0], high[0], 300), np.linspace(low[1], high[1], 300)
winner = (np.stack(np.meshgrid(across, up), axis=-1) @ weight + bias).argmax(axis=-1)
measured("topics with a region on this map", len(np.unique(winner)))
measured("training messages in the region of their topic", ((points @ weight + bias).argmax(axis=1) == labels).mean())

# %%
colours = ("blue", "orange", "green", "vermillion", "sky", "purple", "black")
with style():
    figure, axes = plt.subplots(figsize=(9, 4.8))
    for topic, colour in zip([*fullest[:6], 9], colours, strict=True):
        axes.contourf(across, up, winner == topic, levels=[0.5, 1.5], colors=[COLOURS[colour]], alpha=0.25)
        chosen = points[labels == topic][:400]
        axes.plot(*chosen.T, ".", color=COLOURS[colour], markersize=4, alpha=0.6)
        box = {"boxstyle": "round", "facecolor": "white", "edgecolor": "none", "alpha": 0.8}
        axes.annotate(names[topic], np.median(chosen, axis=0), ha="center", va="center", fontweight="bold", bbox=box)
    axes.set(xlabel="first unit of the waist", ylabel="second unit", xlim=across[[0, -1]], ylim=up[[0, -1]])
    plt.show()

# %% [markdown] lang="en"
# Each point is a training message, placed by its two numbers (up to 400 are drawn for each of seven topics). The tinted areas are the regions of these topics, and the white areas belong to other topics. `earn`, `acq`, `grain`, `coffee`, `trade` and `money-fx` lie in different directions. `crude` has only a small region in the middle, and many of its messages fall into the regions of `acq` and `earn`. The share of training messages in the region of their own topic is 0.677.
#
# Is there room for 46 topics? Each region is convex with straight edges, because it is the set of points where one topic's score is higher than all the others. We put 46 points on a circle, one for each topic, and give each topic the coordinates of its point as weights, with no bias. Which topic wins at each point?

# %% [markdown] lang="ko"
# 점 하나가 훈련 기사 하나이고, 병목의 두 수가 점의 좌표입니다(일곱 주제만, 주제마다 400건까지 그렸습니다). 옅게 칠한 곳은 이 일곱 주제의 영역이고, 흰 곳은 다른 주제의 영역입니다. `earn`, `acq`, `grain`, `coffee`, `trade`, `money-fx`는 서로 다른 방향으로 뻗어 있습니다. `crude`는 영역이 한가운데에 작게 있을 뿐이어서, 기사 상당수가 `acq`나 `earn`의 영역에 들어갑니다. 훈련 기사 전체에서 자기 주제의 영역에 들어간 비율은 0.677입니다.
#
# 46가지 주제가 모두 들어갈 자리가 있을까요? 한 주제의 영역은 그 주제의 점수가 다른 어느 주제보다도 높은 곳이므로, 가장자리가 직선인 볼록한 모양입니다. 점 46개를 원 위에 놓고, 주제마다 점 하나의 좌표를 가중치로 주고 편향은 0으로 합니다. 점마다 어느 주제의 점수가 가장 높을까요?

# %%
angle = 2 * np.pi * np.arange(46) / 46
circle = np.column_stack([np.cos(angle), np.sin(angle)])
print("won by its own topic:", ((circle @ circle.T).argmax(axis=1) == range(46)).sum(), "of 46 points")

# %% [markdown] lang="en"
# At each point, the point's own topic has the highest score. So a plane has room for 46 regions (here they are thin wedges), but training has to find them. On our map it found 10.
#
# ## What you have learned
# - For one class out of many, use softmax; for several labels at once, use sigmoids with binary cross-entropy.
# - Count the test samples that are also in the training set, and leave them out of the score.
# - Compare an accuracy with the simplest guess and with a single layer.
# - One-hot and integer labels mean the same thing; each kind has its own loss.
# - With unbalanced classes, look at recall by class and at the confusion matrix; `class_weight` trades accuracy for recall of rare classes.
# - What a bottleneck does not pass on is lost. Measure its cost with several networks, and without an activation function.
#
# | Measured here | Result | Repeats |
# |---|---|---|
# | accuracy, new test messages | 0.834 | one run |
# | macro recall, new test messages | 0.487 | one run |
# | waist of 32, 8, 4, 2 units without activation: mean accuracy | 0.79, 0.76, 0.70, 0.58 | five networks each, validation |
# | ReLU waist of 8, 4, 2 units: mean accuracy | 0.73, 0.64, 0.49 | five networks each, validation |
#
# ## Next
# [13. House prices](13_housing_regression.ipynb): predicting a number instead of a class.
#
# ## Sources
# - D. D. Lewis, "Reuters-21578 text categorization test collection" (1997): the messages, from 1987.
# - Early Keras, `make_reuters_dataset` in `keras/datasets/reuters.py`: how the messages were chosen and their bodies extracted.
# - F. Chollet, *Deep Learning with Python* (2017), section 3.5: this network, about 0.79 on all 2,246 test messages, the random baseline of about 0.19, and the experiment with four units (about 0.71).
# - The names of the topics come from `keras.datasets.reuters.get_label_names`.

# %% [markdown] lang="ko"
# 점마다 자기 주제의 점수가 가장 높습니다. 그러니 평면에도 영역 46개가 들어갑니다. 다만 이렇게 놓으면 영역이 쐐기처럼 가늘고, 실제로는 이런 배치를 훈련으로 찾아내야 합니다. 앞의 지도에서는 영역을 10개 찾았습니다.
#
# ## 배운 것
# - 레이블이 하나면 소프트맥스를, 여럿일 수 있으면 시그모이드와 이진 교차 엔트로피(binary cross-entropy)를 씁니다.
# - 훈련 데이터와 겹치는 테스트 샘플을 센 다음, 빼고 채점합니다.
# - 정확도는 가장 단순한 추측, 그리고 층 하나짜리 모델과 비교합니다.
# - 원-핫 레이블과 정수 레이블은 뜻이 같지만, 쓰는 손실이 다릅니다.
# - 클래스가 불균형하면 클래스별 재현율과 혼동 행렬을 봅니다. `class_weight`를 쓰면 정확도가 떨어지는 대신 드문 클래스의 재현율이 오릅니다.
# - 병목을 지나지 못한 정보는 사라집니다. 병목 때문에 정확도가 얼마나 낮아지는지는 활성화 함수 없이, 여러 신경망으로 잽니다.
#
# | 항목 | 결과 | 반복 |
# |---|---|---|
# | 처음 보는 테스트 기사의 정확도 | 0.834 | 훈련 한 번 |
# | 처음 보는 테스트 기사의 매크로 재현율 | 0.487 | 훈련 한 번 |
# | 활성화 함수가 없는 병목, 유닛 32, 8, 4, 2개: 평균 정확도 | 0.79, 0.76, 0.70, 0.58 | 신경망 다섯 개씩, 검증 데이터 |
# | ReLU를 쓴 병목, 유닛 8, 4, 2개: 평균 정확도 | 0.73, 0.64, 0.49 | 신경망 다섯 개씩, 검증 데이터 |
#
# ## 다음
# [13. 주택 가격](13_housing_regression.ipynb): 클래스가 아니라 수를 예측합니다.
#
# ## 출처
# - D. D. Lewis, "Reuters-21578 text categorization test collection" (1997): 1987년의 기사.
# - Keras 초기 버전, `keras/datasets/reuters.py`의 `make_reuters_dataset`: 기사를 고르고 본문을 잘라 낸 방법.
# - F. Chollet, *Deep Learning with Python* (2017), 3.5절: 이 신경망과 테스트 기사 2,246건 모두의 정확도 약 0.79, 무작위 기준선 약 0.19, 유닛을 네 개로 줄인 실험(약 0.71).
# - 주제의 이름은 `keras.datasets.reuters.get_label_names`에서 가져왔습니다.
