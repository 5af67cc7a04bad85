# %% [markdown] lang="en"
# # 12. Newswires: 46 topics through a narrow waist
#
# A news agency sends out thousands of short messages a day. Somebody has to sort them: earnings, takeovers, wheat, gold, interest rates, 46 drawers in all. A network can do that. **But how wide must it be inside? What is lost when everything it knows of a message has to pass through four numbers, or through two?** At the end you look at the two numbers themselves, as a map.
#
# **You will be able to**
# - sort texts into many classes, and say what an accuracy is worth beside the simplest guess;
# - show that one-hot labels and integer labels, with their two losses, train the same network;
# - read a prediction of 46 numbers, and see which words made it;
# - look behind one accuracy, class by class, when the classes are unbalanced;
# - recognise an information bottleneck, and measure its price.
#
# **Time** about 60 minutes. **You need** [11. Film reviews](11_imdb_reviews.ipynb): multi-hot vectors, validation; [06. Softmax and losses](06_softmax_losses.ipynb): softmax, cross-entropy.

# %% [markdown] lang="ko"
# # 12. 뉴스 기사: 좁은 허리를 지나는 46가지 주제
#
# 뉴스 통신사는 하루에도 수천 건씩 짧은 기사를 내보냅니다. 누군가는 그것을 실적, 인수, 밀, 금, 금리 같은 46개의 서랍에 나누어 넣어야 합니다. 신경망(neural network)도 그 일을 할 수 있습니다. **그런데 그 안은 얼마나 넓어야 할까요? 기사 하나에 대해 아는 것을 모두 숫자 네 개에, 아니 두 개에 담아 넘겨야 한다면 무엇을 잃을까요?** 마지막에는 그 숫자 두 개를 지도로 그려서 봅니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 글을 여러 클래스(class)로 나누고, 가장 단순한 추측과 견주어 정확도(accuracy)가 얼마나 값진지 말합니다.
# - 원-핫(one-hot) 레이블(label)을 쓰든 정수 레이블을 쓰든, 저마다의 손실(loss)로 같은 신경망이 훈련된다는 것을 보입니다.
# - 46개의 수로 된 예측을 읽고, 어느 단어가 그 예측을 만들었는지 봅니다.
# - 클래스가 불균형(unbalanced)할 때 정확도 하나의 뒤를 클래스별로 들여다봅니다.
# - 정보의 병목(bottleneck)을 알아보고 그 대가를 잽니다.
#
# **시간** 약 60분. **필요한 것** [11. 영화평](11_imdb_reviews.ipynb): 멀티-핫(multi-hot) 벡터, 검증. [06. 소프트맥스와 손실](06_softmax_losses.ipynb): 소프트맥스(softmax), 교차 엔트로피(cross-entropy).

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
# ## 1. Look: 11,228 messages from 1987
#
# As in chapter 11, a message is a list of integers, and only the 10,000 most frequent words keep their number. A fifth of the messages is the test set.

# %% [markdown] lang="ko"
# ## 1. 데이터 보기: 1987년의 기사 11,228건
#
# 11장에서처럼 기사 하나는 정수의 목록이고, 가장 자주 나오는 단어 10,000개만 제 번호를 지닙니다. 기사의 5분의 1은 테스트 데이터(test set)입니다.

# %% tags=["real-data"]
(texts, labels), (test_texts, test_labels) = reuters.load_data(num_words=10_000)
print(f"{len(texts):,} to learn from, {len(test_texts):,} for the test")
lengths = texts.lengths
print("words in a message: least, median, most:", lengths.min(), int(np.median(lengths)), lengths.max())

# %% [markdown] lang="en"
# Numbers 0, 1 and 2 stand for padding, beginning and unknown; the word of rank 1 has number 4. With that, a message can be read again. **Which drawer would you put this one in?**

# %% [markdown] lang="ko"
# 0, 1, 2는 패딩(padding), 시작, 모르는 단어를 뜻하고, 순위가 1인 단어의 번호는 4입니다. 이것만 알면 기사를 다시 읽을 수 있습니다. **이 기사는 어느 서랍에 넣어야 할까요?**

# %% tags=["real-data"]
words = {rank + 3: word for word, rank in reuters.get_word_index().items()}
print(" ".join(words.get(number, "?") for number in texts[20][1:60]))

# %% tags=["real-data"]
names = reuters.get_label_names()
print(f"topic {labels[20]} of {len(names)}: {names[labels[20]]}")

# %% [markdown] lang="en"
# The messages were stripped of capitals, points and commas, and unknown words became `?`. Still, much can be read.
#
# How many messages lie in each of the 46 drawers? **Predict**: how large a share do the two fullest hold together?

# %% [markdown] lang="ko"
# 대문자와 마침표, 쉼표가 떨어져 나가고 모르는 단어는 `?`가 되었지만, 그래도 꽤 읽힙니다.
#
# 46개의 서랍에는 기사가 몇 건씩 들어 있을까요? 가장 가득 찬 두 서랍이 전체의 얼마를 차지할지 **예상해 보세요**.

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
# One bar for each topic, on a logarithmic axis: each line up is ten times as many. `earn`, the earnings of companies, has more than 3,000 messages, the last topics ten or a dozen. The set is strongly **unbalanced**.
#
# ## 2. What guessing gets
#
# Before any network, two **baselines**. The first always says `earn`. The second knows how full the drawers are and throws the messages in at random: we shuffle the test labels and look how many still agree. **Predict** both.

# %% [markdown] lang="ko"
# 막대 하나가 주제 하나이고, 세로축은 로그 눈금이라 한 줄 올라갈 때마다 열 배입니다. 기업 실적인 `earn`은 3,000건이 넘는데 마지막 주제들은 열 건 남짓입니다. 몹시 **불균형**한 데이터입니다.
#
# ## 2. 찍으면 얼마나 맞힐까
#
# 신경망을 만들기 전에 **기준선**(baseline) 두 개를 구합니다. 첫째는 언제나 `earn`이라고 답합니다. 둘째는 서랍이 얼마나 찼는지만 알고 기사를 아무렇게나 던져 넣습니다. 테스트 레이블을 뒤섞어 놓고 몇 개나 그대로 맞는지 보면 됩니다. 둘 다 **예상해 보세요**.

# %% tags=["real-data"]
rng = np.random.default_rng(SEED)
always = (test_labels == fullest[0]).mean()
shuffled = np.mean([(rng.permutation(test_labels) == test_labels).mean() for _ in range(200)])
print(f"always {names[fullest[0]]}: {always:.2f}   random labels: {shuffled:.2f}   one of 46: {1 / 46:.2f}")

# %% [markdown] lang="en"
# Always `earn` is right 36 times in 100, random labels 19 times, although there are 46 classes. An accuracy means something only beside such a number: 0.50 would be poor here, and excellent on 46 balanced classes.
#
# ## 3. Messages to tensors
#
# Multi-hot, as in chapter 11: one row a message, a 1 for each word that occurs. One byte for each 0 or 1; Keras turns a batch into float32 only when its turn comes.

# %% [markdown] lang="ko"
# 언제나 `earn`이라고 하면 100건 가운데 36건, 아무렇게나 던지면 19건을 맞힙니다. 클래스가 46개나 되는데도 그렇습니다. 정확도는 이런 수와 견줄 때만 뜻이 있습니다. 0.50이라면 여기서는 형편없고, 46개 클래스가 고르게 있다면 훌륭합니다.
#
# ## 3. 기사를 텐서로
#
# 11장과 같은 멀티-핫입니다. 기사마다 한 행을 두고, 나오는 단어마다 1을 적습니다. 0이나 1 하나에 1바이트만 쓰고, Keras는 차례가 된 배치(batch)만 float32로 바꿉니다.


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
# Three layers. The last has 46 units and **softmax**: 46 probabilities that add up to 1. The hidden layers have 64 units, not 16 as for film reviews; section 8 shows why. `steps_per_execution=16` hands the sixteen batches of an epoch over in one call: the arithmetic is the same, with less talk between Python and the backend.

# %% [markdown] lang="ko"
# ## 4. 클래스가 46개인 신경망
#
# 층(layer)은 셋입니다. 마지막 층은 유닛(unit) 46개에 **소프트맥스**를 씌워, 모두 더하면 1이 되는 확률 46개를 냅니다. 은닉층(hidden layer)은 영화평 때의 16개가 아니라 64개입니다. 까닭은 8절에서 보게 됩니다. `steps_per_execution=16`은 한 에포크의 배치 열여섯 개를 한 번의 호출로 넘깁니다. 계산은 똑같고, 파이썬과 백엔드가 주고받는 말만 줄어듭니다.


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
# The first 1,000 messages are set aside for validation, and the network passes 20 times over the others. **Look for** the epoch at which the two losses part.

# %% [markdown] lang="ko"
# 앞의 1,000건은 검증용으로 떼어 두고, 나머지를 20번 훑습니다. 두 손실이 갈라지는 에포크(epoch)가 어디인지 **눈여겨보세요**.

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
# Loss on the left, accuracy on the right, training and validation. After about nine epochs the validation loss stops falling while the training loss goes on: from there the network learns its messages by heart. It never reaches 1 on them, because some messages occur twice with two different topics.
#
# ## 5. Train anew and test
#
# The validation has done its work: after about nine epochs the loss hardly falls any more, so nine are enough. Now a fresh network may learn from all 8,982 messages. **Predict** its test accuracy.

# %% [markdown] lang="ko"
# 왼쪽이 손실, 오른쪽이 정확도이고 훈련과 검증을 함께 그렸습니다. 에포크 아홉 번쯤 지나면 훈련 손실은 계속 줄어드는데 검증 손실은 더 줄지 않습니다. 그때부터 신경망은 기사를 외웁니다. 그래도 훈련 정확도가 1이 되지는 않는데, 같은 기사가 서로 다른 주제로 두 번 실린 경우가 있기 때문입니다.
#
# ## 5. 새로 훈련하고 테스트하기
#
# 검증은 제 할 일을 했습니다. 에포크 아홉 번쯤 뒤로는 손실이 거의 줄지 않으니 아홉 번이면 됩니다. 이제 새 신경망이 8,982건 모두에서 배웁니다. 테스트 정확도를 **예상해 보세요**.

# %% tags=["real-data"]
model = build()
model.fit(x, labels, epochs=9, **options)
probabilities = model.predict(x_test, batch_size=512, verbose=0)
predicted = probabilities.argmax(axis=1)
measured("test accuracy", (predicted == test_labels).mean(), expected=(0.77, 0.81), data=reuters)

# %% [markdown] lang="en"
# About 0.79, where guessing got 0.36. Over five seeds we measured 0.785 to 0.803. They differ because each seed starts from other weights and takes the messages in another order.
#
# ## 6. One-hot or integers: the same network
#
# A label can be an integer, or a row of 46 with a single 1. Each has its own loss: `sparse_categorical_crossentropy` for integers, `categorical_crossentropy` for rows. **Predict**: will the second way give better, worse or the same answers?

# %% [markdown] lang="ko"
# 찍으면 0.36이던 것이 0.79쯤 됩니다. 시드(seed) 다섯 개로 재니 0.785에서 0.803 사이였습니다. 시드마다 출발하는 가중치(weight)가 다르고 기사를 보는 순서도 다르기 때문입니다.
#
# ## 6. 원-핫이든 정수든 같은 신경망
#
# 레이블은 정수 하나일 수도 있고, 1이 하나뿐인 46칸짜리 행일 수도 있습니다. 저마다 손실이 따로 있어서, 정수에는 `sparse_categorical_crossentropy`, 행에는 `categorical_crossentropy`를 씁니다. 둘째 방법의 답은 더 나을까요, 못할까요, 같을까요? **예상해 보세요**.

# %% tags=["real-data"]
one_hot = np.eye(46, dtype=np.uint8)[labels]
print("integers:", labels[:3], " one-hot:", one_hot[:3].shape, " where the 1 is:", one_hot[:3].argmax(axis=1))
other = build(loss="categorical_crossentropy")
other.fit(x, one_hot, epochs=9, **options)
same = other.predict(x_test, batch_size=512, verbose=0).argmax(axis=1) == predicted
measured("share of test messages with the same answer", same.mean(), expected=(0.99, 1.0), data=reuters)

# %% [markdown] lang="en"
# The same, from the same seed. Both losses are −log of the probability of the true class (chapter 06); one finds it by its number, the other by multiplying with zeros and one 1. An integer label is one number in place of 46.
#
# ## 7. Read a prediction
#
# A prediction is a row of 46 numbers.

# %% [markdown] lang="ko"
# 시드가 같으면 답도 같습니다. 두 손실 모두 맞는 클래스에 준 확률의 −log이고(06장), 하나는 그것을 번호로 찾고 다른 하나는 0들과 1 하나를 곱해서 찾을 뿐입니다. 정수 레이블은 수 46개 대신 하나면 됩니다.
#
# ## 7. 예측 읽기
#
# 예측 하나는 46개의 수입니다.

# %% tags=["real-data"]
first = probabilities[0]
print("numbers:", len(first), "  their sum:", f"{first.sum():.3f}", "  the largest belongs to:", names[first.argmax()])
measured("how sure", first.max(), digits=2)

# %% [markdown] lang="en"
# Which words made a prediction? Take one word out of the message, and look how the probability of the predicted topic changes. That sounds like one prediction for each word. But a multi-hot row times the first weight matrix is **a sum of rows**, one for each word that occurs (chapter 11). To take a word out, subtract its row.

# %% [markdown] lang="ko"
# 어느 단어가 그 예측을 만들었을까요? 기사에서 단어 하나를 빼고, 예측한 주제의 확률이 얼마나 달라지는지 보면 됩니다. 단어마다 예측을 한 번씩 새로 해야 할 것 같지만, 멀티-핫 행에 첫 가중치 행렬을 곱한 것은 나오는 단어마다 **행을 하나씩 골라 더한 것**입니다(11장). 단어를 빼려면 그 행을 빼면 됩니다.

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
# Below you can walk through the test messages. Underlined words (blue) speak for what was predicted, dotted ones (orange) against it. The bars show the likeliest topics; a frame marks the true one.
#
# **Try this**
# 1. Stay with the wrong ones, least sure first. How often is the true topic the second bar? *Mostly: the network hesitates between two drawers that a person would hesitate between too.*
# 2. Choose "surest". Read three messages of which it was sure and which are counted as mistakes. *Some carry a debatable label; `money-fx` and `interest`, or `acq` and `earn`, share their words.*
# 3. Show the right ones, surest first. Which words are underlined in an `earn`? *`vs`, `cts`, `net`, `shr`: a table of figures, not a sentence.*

# %% [markdown] lang="ko"
# 아래에서 테스트 기사를 하나씩 넘겨 볼 수 있습니다. 밑줄(파랑)이 그어진 단어는 예측을 거들고, 점선(주황)이 그어진 단어는 거스릅니다. 막대는 가장 그럴듯한 주제들이고, 테두리가 맞는 주제를 나타냅니다.
#
# **해 보세요**
# 1. 틀린 것을 가장 자신 없는 것부터 봅니다. 맞는 주제가 둘째 막대인 경우가 얼마나 많은가요? *대부분 그렇습니다. 사람도 망설일 만한 두 서랍 사이에서 망설입니다.*
# 2. "가장 확신한 것"을 고르세요. 확신했는데 틀린 것으로 셈한 기사를 세 건 읽어 보세요. *레이블이 의심스러운 것도 있습니다. `money-fx`와 `interest`, `acq`와 `earn`은 쓰는 단어가 겹칩니다.*
# 3. 맞힌 것을 가장 확신한 것부터 봅니다. `earn`에서는 어떤 단어에 밑줄이 있나요? *`vs`, `cts`, `net`, `shr`입니다. 문장이라기보다 숫자로 된 표입니다.*

# %%
TextPredictionBrowser(test_texts, probabilities, test_labels, words, names, pulls)

# %% [markdown] lang="en"
# ### One number hides 46
#
# An accuracy counts messages, so the two fullest topics dominate it. Ask each topic instead: of its test messages, how many were found? **Predict** the average over the topics.

# %% [markdown] lang="ko"
# ### 수 하나에 가려진 46개
#
# 정확도는 기사 수를 세므로 가장 가득 찬 두 주제가 좌우합니다. 그러지 말고 주제마다 물어봅시다. 그 주제의 테스트 기사 가운데 몇 건을 찾아냈을까요? 주제들의 평균을 **예상해 보세요**.

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
# Each point is a topic: to the right those with many messages, at the top those that are found. With several hundred messages to learn from, most are found. Under 50 it is luck: a drawer with a word of its own is found after a dozen examples, others not at all. The network is right 79 times in 100, and still blind to a whole row of topics. If such a topic matters to you, collect more of it; a cleverer network can hardly make up for it.
#
# ## 8. The bottleneck
#
# Now the question of this chapter. Between the first layer and the 46 outputs sits a layer of 64 units. Whatever the network knows of a message must pass through it. We make it narrow: 16, 8, 4, 2 units. To keep this quick, only the 2,000 most frequent words are read. **Predict** the accuracy with 4 units.

# %% [markdown] lang="ko"
# 점 하나가 주제 하나입니다. 오른쪽일수록 기사가 많고, 위쪽일수록 잘 찾습니다. 배울 기사가 수백 건이면 대부분 찾습니다. 50건이 안 되면 운에 달렸습니다. 제 나름의 단어가 있는 서랍은 예가 열 건 남짓이어도 찾고, 그렇지 않은 서랍은 하나도 찾지 못합니다. 이 신경망은 100건 가운데 79건을 맞히면서도 여러 주제에는 눈이 멀어 있습니다. 그런 주제가 중요하다면 그 기사를 더 모아야 합니다. 더 영리한 신경망으로 메우기는 어렵습니다.
#
# ## 8. 병목
#
# 이제 이 장의 물음입니다. 첫 층과 출력 46개 사이에 유닛 64개짜리 층이 있습니다. 기사에 대해 아는 것은 모두 그곳을 지나야 합니다. 그곳을 유닛 16개, 8개, 4개, 2개로 좁혀 봅니다. 빨리 끝나도록 가장 자주 나오는 단어 2,000개만 읽습니다. 4개일 때의 정확도를 **예상해 보세요**.

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
# With 2,000 words and a waist of 64 nothing is lost. At 16 it begins, at 4 units the network loses a tenth of the messages or more. With 2 it may be no better than always saying `earn`. (The narrow ones differ much from seed to seed, since a single unit that dies takes a quarter or half of all there is: over five seeds 0.64 to 0.71 with 4 units, 0.33 to 0.59 with 2.) The layer in front reads everything, the layer behind could say 46 things, but what did not fit through the waist never comes back. That is why the hidden layers of a network with many classes must not be much narrower than what they have to tell apart.
#
# ## 9. The two numbers as a map
#
# A waist of two numbers can be drawn. So that no unit dies, these two have no activation. **Look for** the topics that lie apart, and those that lie on one another.

# %% [markdown] lang="ko"
# 단어가 2,000개뿐이어도 허리가 64이면 잃는 것이 없습니다. 16에서 나빠지기 시작하고, 4에서는 기사의 10분의 1 또는 그보다 많이 놓칩니다. 2에서는 언제나 `earn`이라고 하는 것보다 나을 것이 없을 수도 있습니다. (좁은 것들은 시드에 따라 크게 다릅니다. 유닛 하나가 죽으면 가진 것의 4분의 1이나 절반이 사라지기 때문입니다. 시드 다섯 개로 재니 4개일 때 0.64에서 0.71, 2개일 때 0.33에서 0.59였습니다.) 앞의 층은 모든 것을 읽고 뒤의 층은 46가지를 말할 수 있지만, 허리를 지나지 못한 것은 다시 돌아오지 않습니다. 그래서 클래스가 많은 신경망의 은닉층은 구별해야 할 것보다 많이 좁아서는 안 됩니다.
#
# ## 9. 숫자 두 개를 지도로
#
# 숫자 두 개짜리 허리는 그림으로 그릴 수 있습니다. 유닛이 죽지 않도록 이번에는 활성화 함수(activation)를 쓰지 않습니다. 따로 떨어진 주제와 서로 겹친 주제를 **눈여겨보세요**.

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
# Each point is a message, at the two numbers that the waist makes of it; seven topics are shown, their names in the middle of their points. Nobody told the network to draw a map. It had two numbers, and put the topics into different directions, because the layer behind can only part directions from one another. There is room for some topics around the centre. There is none for 46.
#
# ## What you have learned
# - Many classes: softmax at the end, one unit for each class. An accuracy is worth what it is above the simplest guess.
# - One-hot and integer labels are two ways to write one thing; each has its loss.
# - With unbalanced classes, look at each class. One accuracy can hide a whole row of topics that are never found.
# - What does not fit through the narrowest layer is lost for good.
#
# ## Next
# [13. House prices](13_housing_regression.ipynb): not which class, but how much.
#
# ## Sources
# - D. D. Lewis, "Reuters-21578 text categorization test collection" (1997): the messages. Keras prepared the 46 topics.
# - F. Chollet, *Deep Learning with Python* (2017), section 3.5: this network, about 0.79, the random baseline of about 0.19, and the experiment with four units (about 0.71).
# - The names of the topics come from `keras.datasets.reuters.get_label_names`.

# %% [markdown] lang="ko"
# 점 하나가 기사 하나이고, 허리가 그 기사로 만든 두 수의 자리에 찍혀 있습니다. 주제 일곱 가지만 그리고, 이름은 점들의 한가운데에 적었습니다. 지도를 그리라고 시킨 사람은 없습니다. 숫자가 두 개뿐인 신경망이 주제들을 서로 다른 방향에 놓았습니다. 뒤의 층이 가를 수 있는 것이 방향뿐이기 때문입니다. 한가운데를 둘러싸고 몇 가지 주제가 들어갈 자리는 있지만, 46가지가 들어갈 자리는 없습니다.
#
# ## 배운 것
# - 클래스가 많으면 마지막에 클래스마다 유닛 하나와 소프트맥스를 둡니다. 정확도의 값어치는 가장 단순한 추측보다 나은 만큼입니다.
# - 원-핫 레이블과 정수 레이블은 같은 것을 적는 두 가지 방법이고, 저마다 손실이 있습니다.
# - 클래스가 불균형하면 클래스별로 보아야 합니다. 한 번도 찾지 못한 주제 여럿이 정확도 하나에 가려질 수 있습니다.
# - 가장 좁은 층을 지나지 못한 것은 영영 사라집니다.
#
# ## 다음
# [13. 주택 가격](13_housing_regression.ipynb): 어느 클래스인지가 아니라 얼마인지를 맞힙니다.
#
# ## 출처
# - D. D. Lewis, "Reuters-21578 text categorization test collection" (1997): 기사. 46가지 주제로 다듬은 것은 Keras입니다.
# - F. Chollet, *Deep Learning with Python* (2017), 3.5절: 이 신경망과 정확도 약 0.79, 무작위 기준선 약 0.19, 유닛 네 개로 한 실험(약 0.71).
# - 주제의 이름은 `keras.datasets.reuters.get_label_names`에서 가져왔습니다.
