# %% [markdown] lang="en"
# # 12. Newswires: 46 topics through a bottleneck
#
# A news agency sends out many short messages a day, and somebody has to file them: earnings, takeovers, wheat, gold, interest rates, 46 topics in all. A network can do that. **How wide must it be inside? What is lost when all it passes on about a message is four numbers, or two?** At the end you look at two such numbers, as a map.
#
# **You will be able to**
# - classify texts into many classes, and tell single-label from multi-label;
# - compare an accuracy with the simplest guess;
# - show that one-hot and integer labels, each with its own loss, train the same network;
# - read a prediction of 46 numbers, and see which words it rests on;
# - look behind one accuracy, class by class, when the classes are unbalanced;
# - recognise a bottleneck, and say what else changes when you narrow it.
#
# **Time** about 60 minutes. **You need** [11. Film reviews](11_imdb_reviews.ipynb): multi-hot vectors, validation; [06. Softmax and losses](06_softmax_losses.ipynb): softmax, cross-entropy.

# %% [markdown] lang="ko"
# # 12. 뉴스 기사: 병목을 지나는 46가지 주제
#
# 뉴스 통신사는 하루에도 수많은 짧은 기사를 내보내고, 누군가는 그 기사를 실적, 인수, 밀, 금, 금리 같은 46가지 주제로 나누어야 합니다. 신경망(neural network)도 할 수 있는 일입니다. **신경망의 안쪽은 얼마나 넓어야 할까요? 기사에 관한 정보를 숫자 네 개, 또는 두 개로만 넘긴다면 무엇을 잃을까요?** 마지막에는 그런 숫자 두 개를 지도로 그려 봅니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 글을 여러 클래스(class)로 분류하고, 단일 레이블(label)과 다중 레이블을 구별합니다.
# - 정확도(accuracy)를 가장 단순한 추측과 비교합니다.
# - 원-핫(one-hot) 레이블과 정수 레이블에 각각 맞는 손실(loss)을 쓰면 같은 신경망이 나온다는 것을 보입니다.
# - 46개의 수로 된 예측을 읽고, 어느 단어 때문에 그렇게 예측했는지 봅니다.
# - 클래스가 불균형(unbalanced)할 때 정확도에 가려진 것을 클래스별로 들여다봅니다.
# - 병목(bottleneck)을 알아보고, 폭을 좁힐 때 또 무엇이 달라지는지 말합니다.
#
# **시간** 약 60분. **필요한 것** [11. 영화평](11_imdb_reviews.ipynb)의 멀티-핫(multi-hot) 벡터와 검증, [06. 소프트맥스와 손실](06_softmax_losses.ipynb)의 소프트맥스(softmax)와 교차 엔트로피(cross-entropy).

# %% tags=["setup"]
import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import reuters
from helpers.drawing import style
from helpers.training import LiveCurves
from helpers.widgets import TextPredictionBrowser

SEED = 1

# %% [markdown] lang="en"
# ## 1. The data: 11,228 messages from 1987
#
# As in [11](11_imdb_reviews.ipynb), a message is a list of word numbers, and only numbers below 10,000 are kept. A fifth of the messages is the test set.
#
# Each message has exactly one topic: this is **single-label classification**. In the full collection, Reuters-21578, a message can have several topics or none (**multi-label**). Keras kept only messages with one.

# %% [markdown] lang="ko"
# ## 1. 데이터 보기: 1987년의 기사 11,228건
#
# [11장](11_imdb_reviews.ipynb)에서처럼 기사 하나는 단어의 번호를 늘어놓은 목록이고, 10,000보다 작은 번호만 남깁니다. 기사의 5분의 1은 테스트 데이터(test set)입니다.
#
# 기사마다 주제가 꼭 하나씩 있는 **단일 레이블 분류**(single-label classification)입니다. 원래의 Reuters-21578에는 주제가 여럿이거나 없는 기사도 있는데(**다중 레이블**, multi-label), Keras가 주제가 하나인 기사만 골랐습니다.

# %% tags=["real-data"]
(texts, labels), (test_texts, test_labels) = reuters.load_data(num_words=10_000)
print(f"{len(texts):,} to learn from, {len(test_texts):,} for the test")
lengths = texts.lengths
print("words in a message: least, median, most:", lengths.min(), int(np.median(lengths)), lengths.max())

# %% [markdown] lang="en"
# Again 0, 1 and 2 stand for padding, beginning and unknown, and the most frequent word has number 4. Now a message can be read again. **Which topic would you file this one under?**

# %% [markdown] lang="ko"
# 이번에도 0, 1, 2는 패딩(padding), 시작, 모르는 단어를 뜻하고, 가장 흔한 단어의 번호는 4입니다. 번호를 다시 단어로 바꿔 봅니다. **다음은 어떤 주제의 기사일까요?**

# %% tags=["real-data"]
words = {rank + 3: word for word, rank in reuters.get_word_index().items()}
print(" ".join(words.get(number, "?") for number in texts[20][1:60]))

# %% tags=["real-data"]
names = reuters.get_label_names()
print(f"topic {labels[20]} of {len(names)}: {names[labels[20]]}")

# %% [markdown] lang="en"
# Capitals and most punctuation are gone, unknown words became `?`, but much can still be read.
#
# How many messages does each of the 46 topics have? **Predict** the share that the two fullest hold together.

# %% [markdown] lang="ko"
# 대문자와 문장 부호가 거의 사라지고 모르는 단어는 `?`가 되었지만 꽤 읽힙니다.
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
    for place in (0, 1, 2, 45):
        label = names[fullest[place]]
        axes.annotate(label, (place, counts[fullest[place]]), (2, 3), textcoords="offset points", fontsize=10)
    plt.show()
print("topics with fewer than 50 messages:", (counts < 50).sum())

# %% [markdown] lang="en"
# The two fullest topics hold 57 %. Each bar is a topic. The axis is logarithmic: each labelled line means ten times as many. `earn`, the earnings of companies, has more than 3,000 messages, the last topics ten or a dozen. The data set is strongly **unbalanced**.
#
# ## 2. What guessing gets
#
# First, two **baselines**. One always answers `earn`. The other knows only how common each topic is: we shuffle the test labels and count how many still agree with the true ones. **Predict** both accuracies.

# %% [markdown] lang="ko"
# 두 주제가 57 %를 차지합니다. 막대 하나가 주제 하나이고, 세로축은 로그 눈금이라 숫자가 적힌 선을 하나 올라갈 때마다 열 배입니다. 기업 실적을 다룬 `earn`은 3,000건이 넘는데 끝의 주제들은 열 건 남짓입니다. 몹시 **불균형**한 데이터셋(data set)입니다.
#
# ## 2. 찍으면 얼마나 맞힐까
#
# 먼저 **기준선**(baseline) 두 개를 구합니다. 하나는 언제나 `earn`이라고 답합니다. 다른 하나는 주제마다 기사가 얼마나 많은지만 알고 찍습니다. 테스트 레이블을 뒤섞고 원래 레이블과 몇 개나 같은지 세면 됩니다. 두 정확도를 **예상해 보세요**.

# %% tags=["real-data"]
rng = np.random.default_rng(SEED)
always = (test_labels == fullest[0]).mean()
shuffled = np.mean([(rng.permutation(test_labels) == test_labels).mean() for _ in range(200)])
print(f"always {names[fullest[0]]}: {always:.2f}   random labels: {shuffled:.2f}   one of 46: {1 / 46:.2f}")

# %% [markdown] lang="en"
# Always answering `earn` is right 36 times in 100. Shuffled labels are right 19 times; with 46 equally common topics it would be 2. An accuracy needs such a number beside it: 0.50 would be modest here, and excellent on 46 balanced classes.
#
# ## 3. Messages to tensors
#
# We use multi-hot rows, as in chapter 11, with one byte for each 0 or 1. The first layer turns each batch into float32.

# %% [markdown] lang="ko"
# 언제나 `earn`이라고 답하면 100건 가운데 36건을 맞힙니다. 레이블을 뒤섞으면 19건이 맞고, 주제 46가지가 고르게 있다면 2건쯤 맞습니다. 정확도는 이런 수와 견주어야 뜻이 있습니다. 0.50이라면 여기서는 대단하지 않지만, 46개 클래스가 고르게 있을 때는 훌륭합니다.
#
# ## 3. 기사를 텐서로
#
# 11장처럼 멀티-핫 행을 씁니다. 0이나 1은 1바이트에 담고, 계산할 때 첫 층(layer)이 배치(batch)마다 float32로 바꿉니다.


# %%
def multi_hot(texts, size=10_000):
    x = np.zeros((len(texts), size), np.uint8)
    for row, numbers in zip(x, texts, strict=True):
        row[numbers] = 1
    return x


x, x_test = multi_hot(texts), multi_hot(test_texts)
print("shape", x.shape, " in one byte", f"{x.nbytes / 1e6:.0f} MB", " in float64", f"{8 * x.nbytes / 1e6:.0f} MB")

# %% [markdown] lang="en"
# ## 4. A network for 46 classes
#
# The last of the three layers has 46 units and **softmax**: 46 probabilities that add up to 1. This suits single-label data, where one topic excludes the others. For multi-label data each unit would get a sigmoid, with binary cross-entropy as the loss ([06](06_softmax_losses.ipynb)). The hidden layers have 64 units, not 16 as in chapter 11; section 8 tries fewer. `steps_per_execution=16` computes 16 batches in one call, which saves time and changes no result.

# %% [markdown] lang="ko"
# ## 4. 클래스가 46개인 신경망
#
# 층 셋 가운데 마지막 층은 유닛(unit) 46개에 **소프트맥스**를 씌워, 모두 더하면 1이 되는 확률 46개를 냅니다. 주제가 하나뿐인 단일 레이블 분류에 알맞습니다. 다중 레이블 분류라면 유닛마다 시그모이드(sigmoid)를 씌우고 손실로 이진 교차 엔트로피(binary cross-entropy)를 씁니다([06장](06_softmax_losses.ipynb)). 은닉층(hidden layer)의 유닛은 11장의 16개가 아니라 64개이고, 8절에서 줄여 봅니다. `steps_per_execution=16`은 한 번의 호출로 배치 16개를 계산합니다. 시간이 줄 뿐 결과는 같습니다.


# %%
def build(waist=64, activation="relu", inputs=10_000, loss="sparse_categorical_crossentropy"):
    keras.utils.set_random_seed(SEED)
    layers = [keras.Input((inputs,), dtype="uint8"), keras.layers.Dense(64, activation="relu")]
    layers += [keras.layers.Dense(waist, activation=activation), keras.layers.Dense(46, activation="softmax")]
    model = keras.Sequential(layers)
    model.compile(optimizer="rmsprop", loss=loss, metrics=["accuracy"], steps_per_execution=16)
    return model


print(f"{build().count_params():,} parameters, {10_000 * 64 + 64:,} of them in the first layer")

# %% [markdown] lang="en"
# The first 1,000 messages are set aside for validation, and the network learns from the other 7,982 for 20 epochs. **Look for** the epoch at which the two loss curves part.

# %% [markdown] lang="ko"
# 앞의 1,000건은 검증 데이터(validation set)로 떼어 두고, 나머지 7,982건으로 20 에포크(epoch) 동안 훈련합니다. 두 손실 곡선이 갈라지는 에포크를 **눈여겨보세요**.

# %%
model = build()
live = LiveCurves()
options = {"batch_size": 512, "verbose": 0}
held_out = (x[:1000], labels[:1000])
history = model.fit(x[1000:], labels[1000:], epochs=20, validation_data=held_out, callbacks=[live], **options)

# %% tags=["real-data"]
curves = history.history
best = int(np.argmin(curves["val_loss"])) + 1
measured("epoch of the lowest validation loss", best, expected=(7, 14), digits=0, data=reuters)
measured("validation accuracy there", curves["val_accuracy"][best - 1], expected=(0.78, 0.84), data=reuters)
measured("training accuracy at the end", curves["accuracy"][-1], expected=(0.94, 0.965), data=reuters)

# %% [markdown] lang="en"
# The loss curves part after epoch 3. In this run the validation loss is lowest at epoch 11 and then rises slowly, while the training loss keeps falling: the network overfits. The training accuracy ends at 0.953. It cannot reach 1, because 269 training texts appear under more than one topic.
#
# ## 5. Train again and test
#
# The validation loss is almost flat from epoch 9 to 14. A fresh network now learns from all 8,982 messages, with 18 steps an epoch instead of 16. We take nine epochs, as Chollet does (see Sources): 162 steps, still on the flat part. **Predict** the test accuracy.

# %% [markdown] lang="ko"
# 두 손실 곡선은 에포크 3 다음에 갈라집니다. 훈련 손실은 계속 줄지만, 검증 손실은 이번 훈련에서 에포크 11에 가장 낮았다가 천천히 올라갑니다. 과대적합(overfitting)입니다. 훈련 정확도는 끝에 0.953입니다. 훈련 데이터(training set)에 둘 이상의 주제로 실린 글이 269가지 있어서 1까지 오를 수는 없습니다.
#
# ## 5. 새로 훈련하고 테스트하기
#
# 검증 손실은 에포크 9에서 14까지 거의 평평합니다. 이제 새 신경망을 8,982건 모두로 훈련하므로 한 에포크가 16스텝이 아니라 18스텝입니다. Chollet(출처 참고)을 따라 9 에포크를 훈련합니다. 162스텝이면 평평한 구간입니다. 테스트 정확도를 **예상해 보세요**.

# %% tags=["real-data"]
model = build()
model.fit(x, labels, epochs=9, **options)
probabilities = model.predict(x_test, batch_size=512, verbose=0)
predicted = probabilities.argmax(axis=1)
measured("test accuracy", (predicted == test_labels).mean(), expected=(0.77, 0.81), data=reuters)

# %% [markdown] lang="en"
# The test accuracy is 0.794, against 0.36 for always answering `earn`. Over five seeds we measured 0.785 to 0.803, because initial weights and the order of the messages differ.
#
# A caveat: 237 of the 2,246 test messages stand word for word in the training set, 126 of them only under other topics. The script that made the data set (see Sources) shows one cause: for a message without a body, it takes the next body in the file. A cleaner test would leave them out.
#
# ## 6. One-hot or integers: the same network
#
# A label can be an integer, or a row of 46 numbers with a single 1. The loss for integers is `sparse_categorical_crossentropy`, for rows `categorical_crossentropy`. (Several 1s in a row would be multi-label.) **Predict**: will rows give better, worse or the same answers?

# %% [markdown] lang="ko"
# 테스트 정확도는 0.794이고, 언제나 `earn`이라고 답하면 0.36입니다. 시드(seed) 다섯 개로 재니 0.785에서 0.803 사이였습니다. 초기 가중치(weight)와 기사를 섞는 순서가 다르기 때문입니다.
#
# 주의할 점이 있습니다. 테스트 데이터 2,246건 가운데 237건은 훈련 데이터에 똑같은 글이 있고, 그중 126건은 다른 주제로만 실려 있습니다. 데이터셋을 만든 스크립트(출처 참고)에 원인이 하나 있습니다. 본문이 없는 기사에는 파일에서 그다음에 나오는 본문을 가져다 붙입니다. 엄밀하게 테스트하려면 이런 기사를 빼야 합니다.
#
# ## 6. 원-핫이든 정수든 같은 신경망
#
# 레이블은 정수 하나로도, 1이 하나뿐인 46칸짜리 행으로도 적을 수 있습니다. 정수에는 `sparse_categorical_crossentropy`, 행에는 `categorical_crossentropy`를 손실로 씁니다. (한 행에 1이 여러 개면 다중 레이블입니다.) 행으로 적으면 답이 더 나을까요, 못할까요, 같을까요? **예상해 보세요**.

# %% tags=["real-data"]
one_hot = np.eye(46, dtype=np.uint8)[labels]
print("integers:", labels[:3], " one-hot:", one_hot[:3].shape, " where the 1 is:", one_hot[:3].argmax(axis=1))
other = build(loss="categorical_crossentropy")
other.fit(x, one_hot, epochs=9, **options)
same = other.predict(x_test, batch_size=512, verbose=0).argmax(axis=1) == predicted
measured("share of test messages with the same answer", same.mean(), expected=(0.99, 1.0), data=reuters)

# %% [markdown] lang="en"
# From the same seed the answers are the same. Both losses are −log of the probability of the true class ([06](06_softmax_losses.ipynb)). One picks it by its number, the other multiplies by a row of zeros with a single 1.
#
# ## 7. Read a prediction
#
# A prediction is a row of 46 numbers.

# %% [markdown] lang="ko"
# 시드가 같으면 답도 같습니다. 두 손실 모두 정답 클래스의 확률에 −log를 씌운 값입니다([06장](06_softmax_losses.ipynb)). 그 확률을 하나는 번호로 찾고, 다른 하나는 1이 하나뿐인 행을 곱해서 찾습니다.
#
# ## 7. 예측 읽기
#
# 예측 하나는 46개의 수입니다.

# %% tags=["real-data"]
first = probabilities[0]
print("numbers:", len(first), "  their sum:", f"{first.sum():.3f}", "  the largest belongs to:", names[first.argmax()])
measured("how sure", first.max(), digits=2)

# %% [markdown] lang="en"
# This one gives `earn` 0.86. Which words does it rest on? Take one word out of the message, and see how the probability of the predicted topic changes. A multi-hot row times the first weight matrix is **a sum of rows**, one for each word that occurs ([11](11_imdb_reviews.ipynb)). To take a word out, subtract its row.

# %% [markdown] lang="ko"
# 이 예측에서는 `earn`의 확률이 0.86입니다. 어느 단어 때문일까요? 기사에서 단어 하나를 빼고, 예측한 주제의 확률이 얼마나 달라지는지 봅니다. 멀티-핫 행에 첫 가중치 행렬을 곱하면, 기사에 나오는 단어의 **행을 모두 더한 것과 같습니다**([11장](11_imdb_reviews.ipynb)). 단어를 빼려면 그 행을 빼면 됩니다.

# %%
w1, b1, w2, b2, w3, b3 = model.get_weights()


def pulls(numbers):
    present, where = np.unique(numbers, return_inverse=True)
    whole = w1[present].sum(axis=0) + b1
    each = np.vstack([whole, whole - w1[present]])  # all words, then without each of them
    scores = np.maximum(np.maximum(each, 0) @ w2 + b2, 0) @ w3 + b3
    p = np.exp(scores - scores.max(axis=1, keepdims=True))
    p = (p / p.sum(axis=1, keepdims=True))[:, p[0].argmax()]
    return (p[0] - p[1:])[where]


print("one number a word:", pulls(test_texts[0]).shape == test_texts[0].shape)

# %% [markdown] lang="en"
# Walk through the test messages below. Underlined words (blue) raise the probability of the predicted topic, dotted ones (orange) lower it. Bars show the likeliest topics; a frame marks the true one.
#
# **Try this**
# 1. Stay with the wrong ones, least sure first. In how many of the first ten is the true topic the second bar? *In the first of our run, a list of gold and silver deliveries, it is only the fourth, and no bar reaches 10 %.*
# 2. Choose "surest" and read three mistakes. Would you dispute a label? *Remember the 126 test messages from section 5.*
# 3. Show the right ones, surest first. Which words are underlined in an `earn`? *Look for `vs`, `cts`, `net` and `shr`, from tables of figures. Each occurs in over half of the `earn` test messages and in few others.*

# %% [markdown] lang="ko"
# 아래에서 테스트 기사를 하나씩 넘겨 볼 수 있습니다. 밑줄(파랑)이 그어진 단어는 예측한 주제의 확률을 높이고, 점선(주황)이 그어진 단어는 낮춥니다. 막대는 확률이 높은 주제들이고, 테두리는 정답을 나타냅니다.
#
# **해 보세요**
# 1. 틀린 것을 가장 자신 없는 것부터 봅니다. 처음 열 건 가운데 정답이 둘째 막대인 것은 몇 건인가요? *우리가 실행했을 때 맨 먼저 나온 금과 은의 인도 물량 기사에서는 정답이 넷째 막대였고, 10 %가 넘는 막대는 없었습니다.*
# 2. "가장 확신한 것"을 고르고, 틀린 기사를 세 건 읽어 보세요. 레이블이 의심스러운 것이 있나요? *5절에서 말한 126건을 떠올려 보세요.*
# 3. 맞힌 것을 가장 확신한 것부터 봅니다. `earn`에서는 어떤 단어에 밑줄이 있나요? *숫자로 된 표에 쓰이는 `vs`, `cts`, `net`, `shr`를 찾아보세요. 모두 `earn` 테스트 기사의 절반 이상에 나오고, 다른 기사에는 드뭅니다.*

# %%
TextPredictionBrowser(test_texts, probabilities, test_labels, words, names, pulls)

# %% [markdown] lang="en"
# ### Class by class: macro recall
#
# The two fullest topics dominate the accuracy. A topic's **recall** is the share of its test messages that were found ([14](14_tables.ipynb) uses it again). The average over the 46 topics, each counting the same, is the **macro recall**. **Predict** it.

# %% [markdown] lang="ko"
# ### 클래스별로 보기: 매크로 재현율
#
# 정확도는 기사가 가장 많은 두 주제에 좌우됩니다. 어떤 주제의 테스트 기사 가운데 찾아낸 비율을 그 주제의 **재현율**(recall)이라고 합니다([14장](14_tables.ipynb)에서도 씁니다). 46가지 주제를 똑같이 쳐서 재현율을 평균하면 **매크로 재현율**(macro recall)입니다. 얼마일지 **예상해 보세요**.

# %% tags=["real-data"]
found = np.array([(predicted[test_labels == topic] == topic).mean() for topic in range(46)])
measured("accuracy over all messages", (predicted == test_labels).mean(), expected=(0.77, 0.81), data=reuters)
measured("average over the 46 topics", found.mean(), expected=(0.35, 0.53), data=reuters)
measured("topics never found at all", (found == 0).sum(), expected=(4, 16), digits=0, data=reuters)

# %%
with style():
    figure, axes = plt.subplots(figsize=(9, 3.2))
    axes.plot(counts, found, "o", markersize=6)
    axes.set(xscale="log", xlabel="messages to learn from", ylabel="share found", ylim=(-0.05, 1.05))
    for topic in (*fullest[:3], 45):
        axes.annotate(names[topic], (counts[topic], found[topic]), (7, -11), textcoords="offset points", fontsize=10)
    plt.show()
measured("found of topics with over 300 messages", found[counts > 300].mean(), digits=2)
measured("found of topics with fewer than 50", found[counts < 50].mean(), digits=2)

# %% [markdown] lang="en"
# The macro recall is 0.447, and eight topics are never found. Each point is a topic. The six topics with over 300 training messages have a mean recall of 0.80. Those with fewer than 50 have a mean of 0.29 and spread from 0 to 1. Single points mean little there: these topics have 1 to 14 test messages, and `lead`, at 1.0, has one.
#
# If a rare topic matters to you, collect more messages, or weight them more heavily in the loss (`class_weight`; [06](06_softmax_losses.ipynb) shows the price).
#
# ## 8. The bottleneck
#
# Between the first layer and the 46 outputs sits a layer of 64 units, and whatever the outputs use must pass through it. A layer much narrower than its neighbours is a **bottleneck**; the code calls it `waist`. We narrow it to 16, 8, 4 and 2 units and print the best validation accuracy of 20 epochs. To keep this quick, only word numbers below 2,000 are read. **Predict** it for 4 units.

# %% [markdown] lang="ko"
# 매크로 재현율은 0.447이고, 여덟 주제는 한 건도 찾지 못했습니다. 점 하나가 주제 하나입니다. 훈련 기사가 300건이 넘는 여섯 주제의 재현율은 평균 0.80입니다. 50건이 안 되는 주제들은 평균 0.29이고 0에서 1까지 흩어져 있습니다. 다만 이런 주제는 테스트 기사가 1건에서 14건뿐이라 점 하나의 높이는 믿을 만하지 않습니다. 1.0에 있는 `lead`는 한 건입니다.
#
# 드문 주제가 중요하다면 기사를 더 모으거나, 손실에서 그 주제의 기사를 더 무겁게 칩니다(`class_weight`, 그 대가는 [06장](06_softmax_losses.ipynb)).
#
# ## 8. 병목
#
# 첫 층과 출력 46개 사이에는 유닛 64개짜리 층이 있고, 출력에 쓰이는 정보는 모두 이 층을 지나야 합니다. 앞뒤보다 훨씬 좁은 층을 **병목**이라고 하며, 코드에서는 `waist`(허리)라고 적었습니다. 이 층을 유닛 16개, 8개, 4개, 2개로 좁히고 20 에포크 가운데 가장 높은 검증 정확도를 봅니다. 빨리 끝나도록 2,000보다 작은 단어 번호만 읽습니다. 유닛이 4개면 얼마일지 **예상해 보세요**.

# %%
few = np.ascontiguousarray(x[:, :2000])
waists, reached = [64, 16, 8, 4, 2], []
for waist in waists:
    narrow = build(waist, inputs=2000)
    run = narrow.fit(few[1000:], labels[1000:], epochs=20, validation_data=(few[:1000], labels[:1000]), **options)
    reached.append(max(run.history["val_accuracy"]))
    measured(f"waist of {waist:2}: validation accuracy", reached[-1], digits=2)
print("the narrower, the worse:", reached[0] > reached[3] > reached[4])

# %%
with style():
    figure, axes = plt.subplots(figsize=(9, 2.8))
    axes.plot(range(5), reached, "o-")
    axes.axhline(always, color="#777777", linestyle=":")
    axes.annotate("always the fullest topic", (0, always), (0, 4), textcoords="offset points", fontsize=10)
    axes.set(xticks=range(5), xticklabels=waists)
    axes.set(xlabel="units in the waist", ylabel="validation accuracy", ylim=(0.28, 0.9))
    plt.show()

# %% [markdown] lang="en"
# With 64 units, 2,000 word numbers reach 0.82, like all 10,000. In this run 4 units reach 0.64, and 2 only 0.33, below the dotted line of always answering `earn`. Over five seeds we measured 0.64 to 0.71 with 4 units, 0.33 to 0.59 with 2.
#
# This may not be the price of the width alone. The narrow layer uses ReLU, and a ReLU unit can die: it outputs 0 for every message ([03](03_neurons_activations.ipynb)). One dead unit of 64 matters little; one of two is half. To measure the width by itself, train bottlenecks without an activation function, over several seeds. In any case, later layers cannot bring back what a bottleneck did not pass on. And 16 units, far fewer than 46 classes, cost only 0.03 here.
#
# ## 9. The two numbers as a map
#
# This bottleneck has two units and no activation function, so neither can die. **Look for** topics that lie apart and topics that overlap.

# %% [markdown] lang="ko"
# 유닛이 64개면 단어 번호 2,000개로도 10,000개일 때처럼 0.82입니다. 이번 훈련에서 4개일 때는 0.64, 2개일 때는 언제나 `earn`이라고 답할 때의 점선보다도 낮은 0.33입니다. 시드 다섯 개로 재니 4개일 때는 0.64에서 0.71, 2개일 때는 0.33에서 0.59였습니다.
#
# 원인이 폭만은 아닐 수 있습니다. 이 층에는 ReLU를 썼고, ReLU 유닛은 어떤 기사에도 0만 내는 죽은 유닛이 될 수 있습니다([03장](03_neurons_activations.ipynb)). 64개 가운데 하나가 죽으면 별 차이가 없지만, 두 개 가운데 하나면 절반입니다. 폭의 영향만 재려면 활성화 함수(activation function)가 없는 병목을 여러 시드로 훈련해야 합니다. 물론 병목을 지나지 못한 정보를 뒤의 층이 되살릴 수는 없습니다. 한편 유닛 16개는 클래스 46개보다 훨씬 적은데도 0.03밖에 낮아지지 않았습니다.
#
# ## 9. 숫자 두 개를 지도로
#
# 이번에는 유닛이 두 개인 병목에 활성화 함수를 쓰지 않으므로 두 유닛이 죽을 일은 없습니다. 따로 떨어진 주제와 서로 겹친 주제를 **눈여겨보세요**.

# %%
flat = build(2, activation=None, inputs=2000)
flat.fit(few, labels, epochs=30, **options)
to_waist = keras.Sequential(flat.layers[:2])
points = to_waist.predict(few, batch_size=512, verbose=0)
print("from", few.shape[1], "numbers to", points.shape[1], "for each of", len(points), "messages")

# %%
with style():
    figure, axes = plt.subplots(figsize=(9, 4.6))
    for topic, marker in zip([*fullest[:6], 9], "osD^vP*", strict=True):
        chosen = points[labels == topic][:400]
        axes.plot(*chosen.T, marker, markersize=4, alpha=0.45, linestyle="none")
        middle = np.median(chosen, axis=0)
        box = {"boxstyle": "round", "facecolor": "white", "edgecolor": "none", "alpha": 0.8}
        axes.annotate(names[topic], middle, ha="center", va="center", fontsize=11, fontweight="bold", bbox=box)
    axes.set(xlabel="first unit of the waist", ylabel="second unit of the waist")
    plt.show()

# %% [markdown] lang="en"
# Each point is a training message, at its two numbers. Seven topics are shown, with the name in the middle of up to 400 points. (`earn`, dots, and `coffee`, stars, share one blue.) `trade` and `money-fx` stretch to the right, `coffee` upwards, `acq` downwards, and `crude` overlaps `acq`.
#
# Is there room for 46 topics? The score of a topic is a weighted sum of the two numbers plus a bias, and the highest wins. So each topic gets a convex region with straight edges. Geometry allows 46 of them: of 46 points on a circle, a straight line can cut off any one. But they get thin, and training has to find them.
#
# ## What you have learned
# - One class out of many: softmax. Several labels at once: sigmoids with binary cross-entropy.
# - Compare an accuracy with the simplest guess, and look for test samples that are also in the training set.
# - One-hot and integer labels say the same; each has its loss.
# - With unbalanced classes, look at the recall of each: here 0.447 on average, at an accuracy of 0.794.
# - What a bottleneck does not pass on is lost. In this run 16 units cost 0.03 of accuracy and 4 cost 0.18, but ReLU and the seed have a part in that.
#
# ## Next
# [13. House prices](13_housing_regression.ipynb): predicting a number instead of a class.
#
# ## Sources
# - D. D. Lewis, "Reuters-21578 text categorization test collection" (1997): the messages.
# - Early Keras, `make_reuters_dataset` in `keras/datasets/reuters.py`: how messages were chosen and their bodies cut out.
# - F. Chollet, *Deep Learning with Python* (2017), section 3.5: this network, about 0.79, the random baseline of about 0.19, and the experiment with four units (about 0.71).
# - The names of the topics come from `keras.datasets.reuters.get_label_names`.

# %% [markdown] lang="ko"
# 점 하나가 훈련 기사 하나이고, 병목의 두 수가 점의 위치입니다. 주제 일곱 가지를 최대 400건씩 그리고, 한가운데에 이름을 적었습니다. (`earn`의 동그라미와 `coffee`의 별은 같은 파란색입니다.) `trade`와 `money-fx`는 오른쪽으로, `coffee`는 위로, `acq`는 아래로 뻗고, `crude`는 `acq`와 겹칩니다.
#
# 46가지 주제가 모두 들어갈 자리가 있을까요? 점수는 두 수의 가중합에 편향(bias)을 더한 값이고, 점수가 가장 높은 주제가 답입니다. 그래서 주제마다 차지하는 영역은 가장자리가 직선인 볼록한 모양입니다. 이런 영역은 46개도 가능합니다. 점 46개를 원 위에 놓으면 어느 점이든 직선으로 나머지와 가를 수 있습니다. 다만 영역이 가늘고, 훈련으로 그런 배치를 찾아야 합니다.
#
# ## 배운 것
# - 레이블이 하나면 소프트맥스를, 여럿일 수 있으면 시그모이드와 이진 교차 엔트로피를 씁니다.
# - 정확도는 가장 단순한 추측과 비교하고, 훈련 데이터와 겹치는 테스트 샘플이 없는지 확인합니다.
# - 원-핫 레이블과 정수 레이블은 뜻이 같고, 손실이 따로 있습니다.
# - 클래스가 불균형하면 클래스마다 재현율을 봅니다. 정확도는 0.794인데 매크로 재현율은 0.447이었습니다.
# - 병목을 지나지 못한 정보는 사라집니다. 이번 훈련에서 정확도는 유닛 16개면 0.03, 4개면 0.18 낮아졌지만, ReLU와 시드의 영향도 섞여 있습니다.
#
# ## 다음
# [13. 주택 가격](13_housing_regression.ipynb): 클래스가 아니라 수를 예측합니다.
#
# ## 출처
# - D. D. Lewis, "Reuters-21578 text categorization test collection" (1997): 기사.
# - Keras 초기 버전, `keras/datasets/reuters.py`의 `make_reuters_dataset`: 기사를 고르고 본문을 잘라 낸 방법.
# - F. Chollet, *Deep Learning with Python* (2017), 3.5절: 이 신경망과 정확도 약 0.79, 무작위 기준선 약 0.19, 유닛 네 개로 한 실험(약 0.71).
# - 주제의 이름은 `keras.datasets.reuters.get_label_names`에서 가져왔습니다.
