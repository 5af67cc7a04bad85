# %% [markdown] lang="en"
# # 11. Film reviews: praise or blame?
#
# "This has to be one of the worst films of the 1990s." You know at once what the writer thinks. Now take the sentence apart, throw its words into a bag and shake it. You can still see which words are in it, but not how often each occurs or in which order they came. **Can a program that sees nothing but such bags, and knows no English, still tell praise from blame? And what can it never know?**
#
# **You will be able to**
# - turn texts into tensors in two ways, and say what is lost each time;
# - train a network on them with the few lines of code found in any textbook, and spot the epoch where overfitting begins;
# - read a probability as a degree of confidence, and check whether the confidence is deserved;
# - find out which words decided an answer, and let the network judge a review of your own;
# - measure what word order is worth, with a model that has no hidden layer at all.
#
# **Time** about 75 minutes. **You need** [09. A first network](09_first_network.ipynb): the five steps, overfitting; [06. Softmax and losses](06_softmax_losses.ipynb): sigmoid and binary cross-entropy.

# %% [markdown] lang="ko"
# # 11. 영화평: 칭찬인가, 혹평인가?
#
# "This has to be one of the worst films of the 1990s." 읽자마자 글쓴이의 생각을 알 수 있습니다. 이제 이 문장을 단어로 쪼개 가방에 넣고 흔들어 봅시다. 어떤 단어가 들어 있는지는 보이지만, 몇 번, 어떤 순서로 나왔는지는 알 수 없습니다. **영어도 모르면서 이런 가방만 보는 프로그램이 칭찬과 혹평을 가릴 수 있을까요? 그리고 끝내 알 수 없는 것은 무엇일까요?**
#
# **이 장을 마치면 할 수 있는 것**
# - 두 가지 방법으로 글을 텐서(tensor)로 바꾸고, 방법마다 어떤 정보가 사라지는지 설명합니다.
# - 어느 책에나 나오는 코드 몇 줄로 신경망(neural network)을 훈련하고, 과대적합(overfitting)이 시작되는 에포크(epoch)를 찾습니다.
# - 확률을 확신의 정도로 읽고, 그 확신이 믿을 만한지 확인합니다.
# - 어느 단어가 답을 좌우했는지 알아보고, 내가 쓴 영화평도 신경망으로 분류해 봅니다.
# - 은닉층(hidden layer)이 없는 모델로 단어의 순서가 얼마나 도움이 되는지 잽니다.
#
# **시간** 약 75분. **필요한 것** [09. 첫 신경망](09_first_network.ipynb): 다섯 단계, 과대적합. [06. 소프트맥스와 손실](06_softmax_losses.ipynb): 시그모이드(sigmoid)와 이진 교차 엔트로피(binary cross-entropy).

# %% tags=["setup"]
import re
from time import perf_counter

import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import imdb
from helpers.drawing import style
from helpers.widgets import TextPredictionBrowser

SEED = 1

# %% [markdown] lang="en"
# ## 1. Import: reviews that are numbers already
#
# IMDB, the Internet Movie Database, collects reviews of films. This data set holds only reviews that are clearly for or against the film: label 1 means positive, 0 negative. `num_words=10_000` keeps the 10,000 most frequent words.

# %% [markdown] lang="ko"
# ## 1. 가져오기: 이미 숫자로 바뀐 영화평
#
# IMDB(인터넷 영화 데이터베이스)에는 영화평이 모여 있습니다. 이 데이터셋(data set)에는 평가가 분명하게 좋거나 나쁜 영화평만 들어 있습니다. 레이블(label) 1은 긍정, 0은 부정입니다. `num_words=10_000`으로 가장 자주 나오는 단어 10,000개만 남깁니다.

# %% tags=["real-data"]
(reviews, labels), (test_reviews, test_labels) = imdb.load_data(num_words=10_000)
print(f"to learn from: {len(reviews):,}, positive: {labels.sum():,}")
print(f"for the test:  {len(test_reviews):,}, positive: {test_labels.sum():,}")
print("the first review:", reviews[0][:12], "…")
print("its label:", labels[0])

# %% [markdown] lang="en"
# Half of the reviews are positive, so guessing is right half of the time. That is our baseline. A review is a sequence of integers, one for each word: the more frequent the word, the smaller its number. How long are the sequences?

# %% [markdown] lang="ko"
# 긍정과 부정이 반반이므로 아무렇게나 답해도 절반은 맞습니다. 이 정확도를 기준선(baseline)으로 삼습니다. 영화평 한 건은 정수의 목록입니다. 정수는 단어의 번호이고, 자주 나오는 단어일수록 번호가 작습니다. 목록의 길이는 얼마나 될까요?

# %% tags=["real-data"]
lengths = reviews.lengths
print("length of a review: least, median, most:", lengths.min(), int(np.median(lengths)), lengths.max())
print("largest number of a word:", reviews.flat.max())

# %% [markdown] lang="en"
# The sequences are between 11 and 2,494 numbers long, with a median of 178. To read a review, we turn the numbers back into words. `get_word_index` gives the rank of each word, 1 for the most frequent. The reviews use this rank plus 3, because the first numbers have other meanings: 0 fills up reviews that are too short, 1 marks the beginning, and 2 stands for a word outside the 10,000.

# %% [markdown] lang="ko"
# 길이는 11에서 2,494까지이고 중앙값은 178입니다. 영화평을 읽으려면 번호를 단어로 되돌려야 합니다. `get_word_index`는 단어마다 몇 번째로 자주 나오는지 알려 줍니다. 가장 흔한 단어의 순위가 1입니다. 영화평에는 이 순위에 3을 더한 번호가 적혀 있습니다. 맨 앞의 번호 몇 개는 쓰임이 따로 정해져 있기 때문입니다. 0은 빈자리, 1은 시작 표시, 2는 10,000개에 들지 못한 단어입니다.

# %% tags=["real-data"]
word_index = imdb.get_word_index()
vocabulary = {rank + 3: word for word, rank in word_index.items()}
wrong = {rank: word for word, rank in word_index.items()}
for words in (vocabulary, wrong):
    print(" ".join(words.get(number, "?") for number in reviews[0][1:25]))

# %% [markdown] lang="en"
# The first line is the beginning of a review; the second is what you get if you forget to add 3. A ? would stand for a word too rare to be kept.
#
# ## 2. From words to tensors: two ways
#
# All rows of a tensor have the same length ([01](01_tensors.ipynb)), but reviews do not. The first way is **padding**: cut the long ones, and fill up the short ones with zeros. The next cell pads the three shortest reviews to 14 numbers. **Predict** the shape if all 25,000 reviews are padded to the length of the longest.

# %% [markdown] lang="ko"
# 첫째 줄은 영화평의 첫머리이고, 둘째 줄은 3을 더하지 않았을 때 나오는 엉뚱한 글입니다. 너무 드물어서 빠진 단어가 있으면 그 자리에 ?가 나옵니다.
#
# ## 2. 단어를 텐서로: 두 가지 방법
#
# 텐서에서는 모든 행의 길이가 같아야 하는데([01장](01_tensors.ipynb)) 영화평은 길이가 제각각입니다. 첫째 방법은 **패딩**(padding)입니다. 긴 영화평은 자르고 짧은 영화평은 0으로 채웁니다. 아래 셀에서는 가장 짧은 세 건을 14칸으로 맞춥니다. 25,000건을 모두 가장 긴 영화평에 맞추어 채우면 형상(shape, 크기)이 어떻게 될지 **예상해 보세요**.

# %% tags=["real-data"]
shortest = [reviews[row].tolist() for row in np.argsort(lengths, kind="stable")[:3]]
print(keras.utils.pad_sequences(shortest, maxlen=14, padding="post"))
print("all of them:", (len(reviews), int(lengths.max())))
print(f"share that is filling: {1 - lengths.mean() / lengths.max():.0%}")

# %% [markdown] lang="en"
# The shape is (samples, length): 25,000 rows of 2,494 numbers. The order of the words survives, but 90 % of the table is padding. Such rows need layers made for sequences, such as Embedding and LSTM in [08](08_keras_blocks.ipynb). A Dense layer multiplies each number by a weight, as if word number 1,622 meant twice as much as word number 811.
#
# The second way is **multi-hot** encoding: each review becomes a row of 10,000 entries, one for each word of the vocabulary, with a 1 where the word occurs. Such a row is like the one-hot rows of [06](06_softmax_losses.ipynb), but with several 1s.

# %% [markdown] lang="ko"
# 형상은 (샘플, 길이)이고, 2,494칸짜리 행이 25,000개입니다. 단어의 순서는 남지만 표의 90 %는 채워 넣은 0입니다. 이런 행에는 [08장](08_keras_blocks.ipynb)의 Embedding이나 LSTM처럼 순서가 있는 자료를 다루는 층(layer)을 써야 합니다. Dense 층에서는 수마다 가중치(weight)를 곱하는데, 번호가 두 배라고 해서 1,622번 단어의 뜻이 811번 단어의 두 배인 것은 아닙니다.
#
# 둘째 방법은 **멀티-핫**(multi-hot)입니다. 영화평마다 칸이 10,000개인 행을 하나 만듭니다. 칸 하나가 어휘의 단어 하나에 해당하고, 그 단어가 나오면 1을 적습니다. [06장](06_softmax_losses.ipynb)의 원-핫과 달리 1이 여러 개일 수 있습니다.


# %%
def multi_hot(reviews, size=10_000, dtype="uint8"):
    rows = np.zeros((len(reviews), size), dtype)
    for row, words in zip(rows, reviews, strict=True):
        row[words] = 1
    return rows


print(multi_hot([[0, 2, 2, 5], [1]], size=8))

# %% [markdown] lang="en"
# The 2 occurs twice and still gets a single 1. The counts are lost, and so is the order. What is left is called a **bag of words**. Here are the first 40 reviews as the rows of a picture, with the word numbers 0 to 149 as its columns.

# %% [markdown] lang="ko"
# 2는 두 번 나왔지만 1은 하나만 적혔습니다. 나온 횟수도, 순서도 사라집니다. 이렇게 남은 것을 **단어 가방**(bag of words)이라고 합니다. 처음 40건을 행으로, 단어 번호 0\~149를 열로 삼아 그림으로 나타내 봅니다.

# %% tags=["real-data"]
picture = multi_hot(reviews[:40])[:, :150]
print(f"ones in the picture: {picture.mean():.0%}   in all 10,000 columns: {multi_hot(reviews[:1000]).mean():.1%}")
with style():
    figure, ax = plt.subplots(figsize=(9, 2.9))
    ax.imshow(picture, cmap="gray_r", aspect="auto")
    ax.set(xlabel="number of the word", ylabel="review")
    ax.grid(visible=False)

# %% [markdown] lang="en"
# Each black dot is a 1. Column 1 marks the beginning of a review, column 2 unknown words. Next to them, words such as *the*, *and* and *a* form vertical bars. They occur in almost every review, so they tell us little. To the right the picture thins out, and across all 10,000 columns only 1.3 % of the entries are 1. What separates praise from blame should be among these rarer dots.
#
# Now we turn all training reviews into rows. A zero or a one fits into **one byte** (`uint8`). By default `np.zeros` uses eight, and so does the well-known listing for this data set (see Sources): 2 GB for the training set, 2 GB for the test set, and float32 copies on top.

# %% [markdown] lang="ko"
# 검은 점이 1입니다. 1번 열은 시작 표시, 2번 열은 모르는 단어입니다. 그 옆의 *the*, *and*, *a* 같은 단어는 세로 막대처럼 보입니다. 거의 모든 영화평에 나오므로 칭찬과 혹평을 가르는 데 별로 도움이 되지 않습니다. 오른쪽으로 갈수록 점이 드물어지고, 열 10,000개 전체에서 1이 적힌 칸은 1.3 %뿐입니다. 정작 쓸모 있는 정보는 이렇게 드문드문 찍힌 점에 있을 것입니다.
#
# 이제 훈련 데이터의 영화평을 모두 행으로 바꿉니다. 0이나 1은 **한 바이트**(byte, `uint8`)에 들어갑니다. 따로 정하지 않으면 `np.zeros`는 숫자 하나에 여덟 바이트를 쓰고, 이 데이터셋을 다루는 널리 알려진 코드(출처 참고)도 마찬가지입니다. 그러면 훈련 데이터에 2 GB, 테스트 데이터에 2 GB가 들고, 여기에 float32 사본까지 더해집니다.

# %%
x_train = multi_hot(reviews)
print(x_train.shape, x_train.dtype, f"{x_train.nbytes / 1e9:.2f} GB")
print(f"in float64: {x_train.size * 8 / 1e9:.2f} GB")

# %% [markdown] lang="en"
# ## 3. A network that learns from bags of words
#
# The model has two hidden layers of 16 units, and one output unit with a sigmoid, whose output is the probability that the review is positive. The first layer turns the 10,000 zeros and ones of a review into 16 numbers. They are the review's coordinates in a **representation space** of 16 dimensions; what the coordinates mean is learned. With two classes and one probability, the loss is **binary cross-entropy**.

# %% [markdown] lang="ko"
# ## 3. 단어 가방으로 훈련하는 신경망
#
# 모델은 유닛(unit)이 16개인 은닉층 두 개와, 시그모이드를 쓰는 유닛 하나로 되어 있습니다. 마지막 유닛의 출력은 긍정일 확률을 나타냅니다. 첫 층은 영화평마다 0과 1이 적힌 10,000칸을 숫자 16개로 바꿉니다. 이 숫자는 16차원 **표현 공간**(representation space)에서 영화평이 놓인 자리를 나타냅니다. 숫자의 뜻은 훈련으로 정해집니다. 클래스(class)가 둘이고 출력이 확률 하나이므로 손실(loss)로는 **이진 교차 엔트로피**를 씁니다.

# %%
keras.utils.set_random_seed(SEED)
model = keras.Sequential(
    [
        keras.Input((10_000,)),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(16, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
model.summary()

# %% [markdown] lang="en"
# Nearly all parameters are in the first layer: 10,000 × 16 = 160,000 weights.
#
# When should training stop? If the test set decides, it no longer measures how the network does on new reviews. So we set 10,000 of the training reviews aside as a **validation set**, as in chapter [10](10_fashion_images.ipynb). The network learns from the other 15,000 for 20 epochs, and after each epoch it is evaluated on the 10,000. **Predict** after which epoch the validation loss is lowest.

# %% [markdown] lang="ko"
# 파라미터(parameter)는 거의 모두 첫 층에 있습니다. 가중치만 10,000 × 16 = 160,000개입니다.
#
# 훈련은 언제 멈춰야 할까요? 테스트 데이터로 정해서는 안 됩니다. 그러면 처음 보는 영화평을 얼마나 잘 맞히는지 더는 테스트 데이터로 잴 수 없습니다. 그래서 [10장](10_fashion_images.ipynb)에서처럼 훈련 데이터에서 10,000건을 **검증 데이터**(validation set)로 떼어 둡니다. 나머지 15,000건으로 20 에포크 동안 훈련하고, 에포크가 끝날 때마다 떼어 둔 10,000건으로 평가합니다. 검증 손실이 몇 번째 에포크에서 가장 낮을지 **예상해 보세요**.

# %%
x_val, y_val = x_train[:10_000], labels[:10_000]
x_part, y_part = x_train[10_000:], labels[10_000:]
history = model.fit(x_part, y_part, epochs=20, batch_size=512, validation_data=(x_val, y_val), verbose=0)

# %%
log = history.history
print("recorded after each epoch:", ", ".join(sorted(log)))
epochs = range(1, len(log["loss"]) + 1)
with style():
    figure, axes = plt.subplots(1, 2, figsize=(9, 3.3))
    for ax, what in zip(axes, ("loss", "accuracy"), strict=True):
        ax.plot(epochs, log[what], "o-", label="training")
        ax.plot(epochs, log[f"val_{what}"], "s--", label="validation")
        ax.set(title=what, xlabel="epoch", xticks=range(0, 21, 5))
        ax.legend()

# %% tags=["real-data"]
best = int(np.argmin(log["val_loss"])) + 1
measured("epoch of the lowest validation loss", best, expected=(2, 8), data=imdb)
measured("validation loss there", log["val_loss"][best - 1], expected=(0.26, 0.30), data=imdb)
measured("validation loss at the end", log["val_loss"][-1], expected=(0.45, 0.70), data=imdb)
measured("best validation accuracy", max(log["val_accuracy"]), expected=(0.88, 0.90), data=imdb)
measured("validation accuracy at the end", log["val_accuracy"][-1], expected=(0.84, 0.885), data=imdb)
measured("training accuracy at the end", log["accuracy"][-1], expected=(0.985, 1.0), data=imdb)

# %% [markdown] lang="en"
# The loss curves diverge after epoch 2. The training loss keeps falling; at the end the network is right about nearly every training review. The validation loss is lowest at epoch 5 in this run; from then on the network overfits. The validation accuracy falls from 0.889 at its best to 0.870. So while the loss roughly doubles, the share of wrong answers rises only from 11 to 13 in 100. The network seems to have become more certain of its wrong answers; section 5 looks into that.
#
# ### Stop in time
#
# `EarlyStopping` ([10](10_fashion_images.ipynb)) ends the training when the validation loss has not improved for two epochs, and restores the weights of the best epoch. The function `build` builds the network of this section again, with the same initial weights.

# %% [markdown] lang="ko"
# 두 곡선은 에포크 2 다음에 갈라집니다. 훈련 손실은 계속 줄어들고, 마지막에는 신경망이 훈련에 쓴 영화평을 거의 다 맞힙니다. 이번 훈련에서 검증 손실은 에포크 5에서 가장 낮습니다. 그 뒤로는 과대적합입니다. 검증 정확도(accuracy)는 가장 높을 때 0.889, 마지막에 0.870입니다. 틀린 답은 100건 가운데 11건에서 13건으로 늘었을 뿐인데 손실은 두 배쯤이 되었으니, 틀린 답을 더 확신하게 된 듯합니다. 5절에서 살펴봅니다.
#
# ### 제때 멈추기
#
# `EarlyStopping`([10장](10_fashion_images.ipynb))은 검증 손실이 두 에포크 동안 나아지지 않으면 훈련을 멈추고(조기 종료, early stopping) 가장 좋았던 에포크의 가중치를 되돌려 놓습니다. `build`는 이 절의 신경망을 같은 초기 가중치로 다시 만드는 함수입니다.


# %%
def build(layers=2, units=16, activation="relu", loss="binary_crossentropy", columns=10_000):
    keras.utils.set_random_seed(SEED)
    network = keras.Sequential([keras.Input((columns,))])
    for _ in range(layers):
        network.add(keras.layers.Dense(units, activation=activation))
    network.add(keras.layers.Dense(1, activation="sigmoid"))
    network.compile(optimizer="rmsprop", loss=loss, metrics=["accuracy"])
    return network


early = build()
stop = keras.callbacks.EarlyStopping(patience=2, restore_best_weights=True)
early.fit(x_part, y_part, epochs=20, batch_size=512, validation_data=(x_val, y_val), verbose=0, callbacks=[stop])
measured("stopped after epoch", stop.stopped_epoch + 1)
measured("with the weights of epoch", stop.best_epoch + 1)

# %% [markdown] lang="en"
# Training stopped after 7 epochs, and the network has the weights of epoch 5.
#
# ### Less memory
#
# Keeping all rows in one array is simple and quick. But `x_train` takes up 0.25 GB, although `fit` uses only 512 rows at a time. The reviews themselves, as integers, take up only 24 MB. A `PyDataset` tells Keras how many batches there are and how to make batch number n, so that only a few of them exist at any moment. (Before each epoch Keras shuffles the order of the batches, but the reviews inside a batch stay together.)

# %% [markdown] lang="ko"
# 훈련은 7 에포크 만에 멈추었고, 가중치는 에포크 5의 값으로 되돌아갔습니다.
#
# ### 메모리 아끼기
#
# 배열을 통째로 메모리에 두면 간단하고 빠릅니다. 다만 `fit`은 한 번에 512행만 쓰는데 `x_train`은 0.25 GB를 차지합니다. 정수로 적힌 영화평 자체는 24 MB밖에 되지 않습니다. `PyDataset`은 배치(batch)가 몇 개인지, n번째 배치를 어떻게 만드는지를 Keras에 알려 줍니다. 그러면 필요할 때마다 배치를 몇 개씩만 만들면 됩니다. (에포크를 시작할 때마다 Keras가 배치의 순서를 섞지만, 한 배치에 드는 영화평은 바뀌지 않습니다.)


# %%
class Batches(keras.utils.PyDataset):
    def __init__(self, reviews, labels, size=512, columns=10_000):
        super().__init__()
        self.reviews, self.labels, self.size, self.columns = reviews, labels, size, columns

    def __len__(self):
        return int(np.ceil(len(self.labels) / self.size))  # the last batch is shorter

    def __getitem__(self, n):
        rows = slice(n * self.size, (n + 1) * self.size)
        return multi_hot(self.reviews[rows], self.columns), self.labels[rows]


# %%
some = Batches(reviews[10_000:15_000], labels[10_000:15_000])
for what, data in (
    ("one array", {"x": x_train[10_000:15_000], "y": labels[10_000:15_000], "batch_size": 512}),
    ("a PyDataset", {"x": some}),
):
    network, start = build(), perf_counter()
    network.fit(**data, epochs=3, verbose=0)
    measured(f"three epochs with 5,000 reviews, {what}", perf_counter() - start, digits=1, unit="s")
print(f"in memory: {x_train[:5000].nbytes / 1e6:.0f} MB, or {some[0][0].nbytes / 1e6:.0f} MB a batch")
for dtype in ("uint8", "float64"):
    rows = x_val[:500].astype(dtype)
    measured(f"accuracy on 500 reviews in {dtype}", early.evaluate(rows, y_val[:500], verbose=0)[1])
part, validation = Batches(reviews[10_000:], y_part), Batches(reviews[:10_000], y_val)
del x_train, x_part, x_val, rows  # from here on the reviews come in batches

# %% [markdown] lang="en"
# With 5,000 reviews, the `PyDataset` took a little longer than the array in this run, but a batch needs only a tenth of the memory; with all 25,000 reviews it would be a fiftieth. The accuracy is the same with one byte as with eight, because every dtype represents 0 and 1 exactly; the other seven bytes only cost memory.
#
# ## 4. Train again for four epochs, then test
#
# In section 3 the validation loss was nearly flat between epochs 3 and 6. A fresh network now learns from all 25,000 reviews (in batches, to save memory), so an epoch has 49 batches instead of 30. No validation data are left for `EarlyStopping`, so we have to fix the number of epochs beforehand. The loss was lowest at epoch 5, after 150 steps, which now make up about three epochs. Between three and five epochs, we choose four. **Predict** the test accuracy.

# %% [markdown] lang="ko"
# 이번 실행에서는 5,000건일 때 `PyDataset`이 시간은 조금 더 걸려도 메모리는 10분의 1만 씁니다. 25,000건을 모두 쓰면 50분의 1입니다. 숫자 하나에 한 바이트를 쓰든 여덟 바이트를 쓰든 정확도는 같습니다. 0과 1은 어떤 자료형(dtype)으로도 정확히 나타낼 수 있기 때문입니다. 여덟 바이트를 쓰면 메모리만 더 듭니다.
#
# ## 4. 네 에포크만 다시 훈련하고 테스트하기
#
# 검증 손실은 에포크 3에서 6까지 거의 평평합니다. 이제 새 신경망을 25,000건 전부로 훈련하므로(메모리를 아끼려고 배치로 나눕니다) 한 에포크의 배치가 30개가 아니라 49개입니다. `EarlyStopping`에 쓸 검증 데이터가 남지 않으니 에포크 수를 미리 정해야 합니다. 앞에서 검증 손실은 에포크 5, 곧 150 스텝 뒤에 가장 낮았습니다. 한 에포크가 49 스텝이면 150 스텝은 세 에포크쯤입니다. 세 에포크와 다섯 에포크 사이에서 네 에포크를 고릅니다. 테스트 정확도를 **예상해 보세요**.

# %% tags=["real-data"]
overfitted = model  # kept for a comparison
model = build()
model.fit(Batches(reviews, labels), epochs=4, verbose=0)
test = Batches(test_reviews, test_labels)
test_loss, test_accuracy = model.evaluate(test, verbose=0)
measured("test accuracy", test_accuracy, expected=(0.865, 0.890), data=imdb)

# %% [markdown] lang="en"
# The test accuracy is 0.886; guessing would give 0.50. **So bags of words are enough for about 89 of 100 reviews.**
#
# What has the network made of the reviews? `keras.Model(model.inputs, layer.output)` is the network up to the layer you choose. We take the 16 numbers of the second hidden layer for 2,000 test reviews, and look at this cloud of points in the two directions in which it is widest (its principal components).

# %% [markdown] lang="ko"
# 아무렇게나 답하면 정확도가 0.50인데 여기서는 0.886입니다. **단어 가방만으로도 100건 가운데 89건쯤을 맞힙니다.**
#
# 신경망은 영화평을 무엇으로 바꾸어 놓았을까요? `keras.Model(model.inputs, layer.output)`은 지정한 층까지만 계산하는 모델입니다. 테스트 영화평 2,000건을 둘째 은닉층까지 통과시켜 한 건마다 숫자 16개를 얻습니다. 영화평 한 건을 점 하나로 보고, 점들이 가장 넓게 퍼진 두 방향(주성분)을 축으로 삼아 그려 봅니다.

# %%
hidden = keras.Model(model.inputs, model.layers[1].output)
x_some = multi_hot(test_reviews[:2000])
points = hidden.predict(x_some, batch_size=500, verbose=0)
centred = points - points.mean(axis=0)
_, spread, directions = np.linalg.svd(centred, full_matrices=False)
measured("share of the spread in these two directions", (spread[:2] ** 2).sum() / (spread**2).sum(), digits=2)
with style():
    figure, ax = plt.subplots(figsize=(6.4, 3.8))
    for label, marker, name in ((0, "x", "negative"), (1, "o", "positive")):
        here = (centred @ directions[:2].T)[test_labels[:2000] == label]
        ax.plot(*here.T, marker, markersize=4, alpha=0.5, linestyle="", label=name)
    ax.set(xlabel="first direction", ylabel="second direction")
    ax.legend()

# %% [markdown] lang="en"
# These two directions account for 99 % of the spread, although the layer has 16 units. In this layer a review comes down to little more than two numbers. Positive reviews lie on one side and negative ones on the other; in between they overlap.
#
# ## 5. Probability as confidence
#
# The output is not yes or no but a number between 0 and 1. We read 0.98 as "surely positive", 0.03 as "surely negative", 0.55 as "I hardly know". Is that justified? We sort the validation reviews into groups by how sure a network is of its answer, and count how many answers in each group are right. We begin with the network that was stopped early. **Predict** its accuracy among the answers of which it is 50 to 60 % sure.

# %% [markdown] lang="ko"
# 유닛은 16개인데, 점들이 퍼진 정도의 99 %가 이 두 방향으로 설명됩니다. 이 층에서는 영화평 한 건이 거의 숫자 두 개로 줄어드는 셈입니다. 한쪽에는 칭찬이, 다른 쪽에는 혹평이 모이지만, 가운데에서는 둘이 겹칩니다.
#
# ## 5. 확신의 정도로 읽는 확률
#
# 출력은 예, 아니요가 아니라 0과 1 사이의 수입니다. 0.98이면 "틀림없이 긍정", 0.03이면 "틀림없이 부정", 0.55면 "잘 모르겠다"로 읽습니다. 그렇게 읽어도 될까요? 신경망이 답을 얼마나 확신하는지에 따라 검증 영화평을 여러 무리로 나누고, 무리마다 맞힌 비율을 구해 봅니다. 먼저 제때 멈춘 신경망을 살펴봅니다. 확신이 50\~60 %인 무리의 정확도를 **예상해 보세요**.

# %%
edges = np.array([0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1.0])


def by_confidence(network):
    """Return for each group its share of all reviews, how sure the network is on average, and how often right."""
    p = network.predict(validation, verbose=0)[:, 0]
    sure, right = np.maximum(p, 1 - p), (p > 0.5) == y_val
    group = np.clip(np.digitize(sure, edges) - 1, 0, 5)
    return np.array([((group == g).mean(), sure[group == g].mean(), right[group == g].mean()) for g in range(6)]).T


# %% tags=["real-data"]
shares, claimed, reached = by_confidence(early)
for g in range(6):
    measured(f"{edges[g]:4.0%} to {edges[g + 1]:4.0%} sure: of these right", reached[g], digits=2)
measured("share of the surest group", shares[-1], expected=(0.05, 0.40), digits=2, data=imdb)

# %% [markdown] lang="en"
# When the network is 50 to 60 % sure, its accuracy is 0.54, and in every other group the answers are right about as often as the probabilities say. A network like this one is called **well calibrated**: of the answers of which it is about 75 % sure, about 75 in 100 are right. In the surest quarter, 99 in 100 answers are right; one could accept those and hand the reviews around 50 % to a person.
#
# The next cell does the same for the network that was trained for all 20 epochs. That network started from the same weights and learned from the same 15,000 reviews.

# %% [markdown] lang="ko"
# 그 무리의 정확도는 0.54이고, 다른 무리에서도 맞힌 비율이 확률과 비슷합니다. 이런 신경망은 **보정이 잘되어**(calibrated) 있다고 합니다. 확신이 75 %쯤인 답은 100건 가운데 75건쯤이 맞습니다. 확신이 가장 높은 4분의 1은 100건 가운데 99건이 맞으니 기계에 맡기고, 50 % 언저리는 사람이 판단하게 할 수도 있습니다.
#
# 이번에는 20 에포크까지 훈련한 신경망을 같은 방법으로 살펴봅니다. 앞의 신경망과 초기 가중치가 같고, 훈련에 쓴 15,000건도 같습니다.

# %% tags=["real-data"]
more_shares, more_claimed, more_reached = by_confidence(overfitted)
for what, share, sure, right in (
    ("stopped early", shares, claimed, reached),
    ("20 epochs", more_shares, more_claimed, more_reached),
):
    measured(f"{what:13}: how sure on average", share @ sure)
    measured("               how often right", share @ right)
measured("surest group after 20 epochs: its share", more_shares[-1], expected=(0.55, 0.85), digits=2, data=imdb)
measured("of these right", more_reached[-1], digits=2)

# %%
with style():
    figure, ax = plt.subplots(figsize=(6.4, 3.6))
    ax.plot([0.5, 1], [0.5, 1], ":", color="#777777")
    ax.plot(claimed, reached, "o-", label="stopped early")
    ax.plot(more_claimed, more_reached, "s--", label="after 20 epochs")
    ax.annotate("as sure as right", (0.68, 0.7), ha="right", va="bottom", fontsize=11)
    ax.legend(loc="lower right", fontsize=11)
    ax.set(xlabel="how sure it is on average", ylabel="share that is right")

# %% [markdown] lang="en"
# Each point is one group of reviews. On the dotted line, a network is right exactly as often as its probabilities say. The network that was stopped early stays close to this line: its confidence is 0.885 on average, and its accuracy 0.889. After 20 epochs all points are below the line, most of them far below. That network has an average confidence of 0.957 and an accuracy of 0.870; it gives 71 % of its answers with more than 99 % confidence, and 6 in 100 of those are wrong. **Overfitting cost 2 percentage points of accuracy and opened a gap of almost 9 points between confidence and accuracy.** Other seeds give almost the same gap (section 11).
#
# ## 6. A multi-hot row times a matrix is a sum of rows
#
# The first layer multiplies each row by a matrix W of shape (10,000, 16). Where the multi-hot row has a 0, the corresponding row of W is multiplied by 0 and disappears. Where it has a 1, that row is added as it is. **Predict** how many multiplications are really needed for one review.

# %% [markdown] lang="ko"
# 점 하나가 영화평 한 무리를 나타냅니다. 점이 점선에 놓이면 딱 확신한 만큼 맞힌다는 뜻입니다. 제때 멈춘 신경망의 점들은 점선 가까이에 있습니다. 확신은 평균 0.885, 정확도는 0.889입니다. 20 에포크 뒤에는 점이 모두 점선보다 아래에 있고, 대부분은 한참 아래에 있습니다. 확신은 평균 0.957인데 정확도는 0.870입니다. 답의 71 %에서 확신이 99 %를 넘는데, 이런 답도 100건 가운데 6건은 틀립니다. **과대적합으로 정확도는 2 %포인트 떨어졌지만, 확신과 정확도의 차이는 거의 9 %포인트까지 벌어졌습니다.** 시드(seed)를 바꾸어도 마찬가지입니다(11절).
#
# ## 6. 멀티-핫 행과 행렬의 곱은 행의 합
#
# 첫 층은 멀티-핫 행에 (10,000, 16) 형상의 행렬(matrix) W를 곱합니다. 멀티-핫 행의 0에 해당하는 W의 행은 0이 곱해져 사라지고, 1에 해당하는 W의 행은 그대로 더해집니다. 영화평 한 건에 곱셈이 실제로 몇 번 필요할지 **예상해 보세요**.

# %% tags=["real-data"]
w1, b1, w2, b2, w3, b3 = model.get_weights()
words = np.unique(reviews[0])  # each word once
print(f"multiplications as a matrix: {w1.size:,}   additions as a sum of rows: {(len(words) - 1) * 16:,}")
table = keras.layers.Embedding(10_000, 16)
table.build()
table.set_weights([w1])
measured("first of the 16 numbers, as a matrix product", (multi_hot(reviews[:1])[0] @ w1)[0])
measured("as a sum of rows of W", w1[words].sum(axis=0)[0])
measured("as a sum of what an Embedding layer finds", np.array(table(words)).sum(axis=0)[0])

# %% [markdown] lang="en"
# No multiplications are needed: for the first review, 1,904 additions do the work of 160,000 multiplications. The first layer **looks up 16 numbers for each word of the review and adds them up**. So W is a table with one vector of 16 learned numbers for each word. Such a table is called an **embedding**; the `Embedding` layer of [08](08_keras_blocks.ipynb) does the same look-up, but keeps the vectors in order instead of adding them up.
#
# For this network, words are similar if their vectors are similar. The next cell finds the nearest neighbours of four words among the 2,000 most frequent, by the cosine of the angle between the vectors.

# %% [markdown] lang="ko"
# 곱셈은 한 번도 필요 없습니다. 첫 영화평에서는 곱셈 160,000번 대신 덧셈 1,904번이면 됩니다. 첫 층은 **영화평의 단어마다 숫자 16개를 찾아 모두 더합니다**. 그러므로 W는 단어마다 숫자 16개짜리 벡터를 하나씩 적은 표이고, 그 숫자는 훈련으로 정해집니다. 이런 표를 **임베딩**(embedding)이라고 합니다. [08장](08_keras_blocks.ipynb)의 `Embedding` 층도 똑같이 표에서 벡터를 찾지만, 더하지 않고 순서대로 늘어놓습니다.
#
# 이 신경망은 벡터가 비슷한 단어를 비슷하게 다룹니다. 단어 네 개를 골라, 자주 나오는 단어 2,000개에서 각각 가장 가까운 단어를 찾아봅니다. 벡터 사이 각의 코사인이 클수록 가까운 단어입니다.

# %%
length_1 = w1 / np.linalg.norm(w1, axis=1, keepdims=True)
with style():
    figure, axes = plt.subplots(1, 4, figsize=(9, 2.5))
    for ax, word in zip(axes, ("excellent", "worst", "funny", "horror"), strict=True):
        number = word_index.get(word, 500) + 3  # practice data have other words
        cosine = length_1[4:2004] @ length_1[number]
        nearest = [near for near in np.argsort(-cosine) + 4 if near != number][:5]
        ax.barh([vocabulary.get(near, "?") for near in nearest], cosine[np.array(nearest) - 4])
        ax.invert_yaxis()
        ax.grid(visible=False)
        ax.set(title=word, xlabel="cosine", xlim=(0, 1), xticks=(0, 1))

# %% [markdown] lang="en"
# The neighbours of *excellent* are other words of praise, and those of *worst* are other harsh words. Within each group the vectors push the sum in nearly the same direction. But the words nearest to *funny* (in this run *story*, *got*, *in*) have nothing to do with comedy, and those nearest to *horror* are a mixture; in both cases the cosines are smaller. The vectors were learned to tell praise from blame and seem to hold little else.
#
# ## 7. Which words decide?
#
# Take one word out of a review and see how the probability changes. We call the change the **pull** of the word. To take out a word, we only subtract its row of W, so we need not run the whole model again. The function `positive` is the rest of the network, written out.

# %% [markdown] lang="ko"
# *excellent* 곁에는 칭찬하는 말이, *worst* 곁에는 혹평하는 말이 모입니다. 같은 무리 안에서는 벡터들이 합을 거의 같은 방향으로 움직입니다. 그런데 *funny*에 가까운 단어(이번 실행에서는 *story*, *got*, *in*)는 웃음과 상관이 없고, *horror*에 가까운 단어는 뒤죽박죽이며, 둘 다 *excellent*나 *worst*만큼 가까운 이웃이 없습니다. 벡터는 칭찬과 혹평을 가리도록 훈련되었을 뿐이라, 다른 뜻은 별로 담겨 있지 않은 듯합니다.
#
# ## 7. 어느 단어 때문일까?
#
# 영화평에서 단어 하나를 빼고 확률이 얼마나 달라지는지 봅니다. 그 차이를 단어의 **당기는 힘**이라고 부르겠습니다. 행의 합에서 그 단어의 행만 빼면 되므로 모델을 다시 실행할 필요는 없습니다. `positive`는 신경망의 나머지 부분을 그대로 적은 함수입니다.


# %%
def positive(sums):
    hidden = np.maximum(np.maximum(sums + b1, 0) @ w2 + b2, 0)
    return 1 / (1 + np.exp(-(hidden @ w3 + b3)[..., 0]))


def pulls(numbers):
    present, where = np.unique(numbers, return_inverse=True)
    whole = w1[present].sum(axis=0)
    change = positive(whole) - positive(whole - w1[present])  # one for each word that is taken out
    return (change if positive(whole) > 0.5 else -change)[where]


# %%
probabilities = model.predict(x_some, batch_size=500, verbose=0)[:, 0]  # of the first 2,000
measured("first test review, by the model", probabilities[0])
measured("the same, by hand", positive(w1[np.unique(test_reviews[0])].sum(axis=0)))
for word in ("excellent", "great", "the", "boring", "worst"):
    measured(f"a review of one word, {word}: positive", positive(w1[word_index[word] + 3]), digits=2)

# %% [markdown] lang="en"
# The network learned from the reviews and their labels alone that *excellent* speaks for a film and *worst* against it. A single word has little effect: even *worst* brings the probability down only to 0.35.
#
# Below you can read the first 2,000 test reviews, starting with the mistakes about which the network was least sure. Underlined words on a blue background pull towards the network's answer, and dotted words on an orange one pull against it; *br* is left over from line breaks. A frame marks the true answer.

# %% [markdown] lang="ko"
# *excellent*는 칭찬하는 말이고 *worst*는 혹평하는 말이라고 신경망에 알려 준 적이 없습니다. 훈련에는 영화평 25,000건과 그 레이블만 썼습니다. 단어 하나의 힘은 약합니다. *worst* 한 단어뿐인 영화평도 긍정일 확률이 0.35나 됩니다.
#
# 아래에서 테스트 영화평 가운데 처음 2,000건을 읽어 볼 수 있습니다. 신경망이 틀린 영화평 가운데 확률이 50 %에 가까운 것부터 나옵니다. 파란 바탕에 밑줄이 있는 단어는 신경망이 낸 답 쪽으로 당기고, 주황 바탕에 점선이 있는 단어는 반대쪽으로 당깁니다. *br*는 줄바꿈 표시가 남은 것입니다. 테두리는 정답을 나타냅니다.

# %%
names = ("negative", "positive")
TextPredictionBrowser(test_reviews[:2000], probabilities, test_labels[:2000], vocabulary, names, pulls)

# %% [markdown] lang="en"
# **Try this**
# 1. Walk through the first ten mistakes with *place* and the arrow keys. Blue and orange nearly balance each other. Does the writer praise one thing and criticise another?
# 2. Set *first* to "surest". Now the network is wrong but certain. Read three of these reviews to the end and look for what misled it: a plot retold at length, praise for the original of a remake, fond mockery, or a label that you would dispute yourself.
# 3. Set *show* to "right ones" and *first* to "surest". The words are marked as strongly as before, because each review has its own scale. But the sentence under the picture says that even the strongest word has next to no pull. With so many words on one side, taking one out makes hardly any difference.
#
# ## 8. Your own review
#
# A new text must be prepared just like the training texts: put it in lower case, split it into words, and turn the words into numbers. A word outside the vocabulary becomes 2.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *순서* 슬라이더를 화살표 키로 움직여 처음 열 건을 보세요. 파란 단어와 주황 단어가 팽팽히 맞섭니다. 어떤 점은 칭찬하고 어떤 점은 깎아내리는 글인가요?
# 2. *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 이번에는 신경망이 확신했는데도 틀린 글이 나옵니다. 세 건만 끝까지 읽으면서 무엇 때문에 틀렸는지 찾아보세요. 줄거리를 길게 늘어놓은 글, 원작을 칭찬하며 리메이크를 깎아내린 글, 애정을 담아 놀리는 글일 수도 있고, 레이블이 의심스러울 수도 있습니다.
# 3. *보기*를 "맞힌 것", *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 표시는 여전히 짙습니다. 영화평마다 짙기를 따로 맞추기 때문입니다. 그런데 그림 아래 문장을 보면 가장 세게 당기는 단어의 힘도 0에 가깝습니다. 같은 편 단어가 워낙 많아서 하나쯤 빼도 거의 달라지지 않습니다.
#
# ## 8. 내가 쓴 영화평
#
# 새 글은 훈련에 쓴 글과 똑같이 손질해야 합니다. 소문자로 바꾸고, 단어로 나누고, 단어를 번호로 바꿉니다. 어휘에 없는 단어는 2로 바꿉니다.


# %%
def encode(text):
    found = re.findall(r"[a-z0-9']+", text.lower())
    if not found:
        raise ValueError("there are no English words in this review: write at least one")
    numbers = [word_index.get(word, 10_000) + 3 for word in found]
    unknown = [word for word, number in zip(found, numbers, strict=True) if number >= 10_000]
    return np.array([1] + [number if number < 10_000 else 2 for number in numbers]), unknown


def judge(text):
    numbers, unknown = encode(text)
    p = positive(w1[np.unique(numbers)].sum(axis=0))
    measured(f"{text!r}: positive", p, digits=2)
    print("   unknown words:", ", ".join(unknown) or "none")


# %% tags=["real-data"]
for text in ("A wonderful film, I loved every minute.", "Dull, badly acted, zxqv!", "좋은 영화", ""):
    try:
        judge(text)
    except ValueError as problem:
        print(f"{text!r}: {problem}")

# %% [markdown] lang="en"
# This network knows only the English of its reviews; in Korean text it recognises not a single word. The next cell shows the limit of every bag of words. **Predict** which of its two sentences gets the higher probability.

# %% [markdown] lang="ko"
# 이 신경망은 한국어를 모릅니다. 어휘에는 영화평에 쓰인 영어 단어만 있습니다. 다음 셀에서는 단어 가방의 한계를 볼 수 있습니다. 셀에 적힌 두 문장 가운데 어느 쪽에서 긍정일 확률이 더 높게 나올지 **예상해 보세요**.

# %% tags=["real-data"]
praise, blame = "Not bad at all, this film is really good.", "Not good at all, this film is really bad."
judge(praise)
judge(blame)
print("words in only one of the two bags:", np.setxor1d(encode(praise)[0], encode(blame)[0]).size)

# %% [markdown] lang="en"
# There is no difference: both sentences get 0.39. They consist of the same words, so for the network they are **the same input**. Neither more training nor more units nor more data will help. The network cannot know what the bag does not hold:
# - the **order**: "not good" becomes *not* and *good*, no matter where in the text;
# - how **often** a word occurs, and how far apart two words are;
# - words outside the 10,000, above all names, which may be the point of a joke;
# - what readers know but the text does not say: irony, the fame of the film, the mood of the writer.
#
# Now write some reviews of your own, and label each as positive (1) or negative (0).

# %% [markdown] lang="ko"
# 어느 쪽도 아닙니다. 둘 다 0.39입니다. 똑같은 단어로 되어 있으므로 두 문장은 **같은 입력**입니다. 훈련이나 유닛이나 데이터를 늘려도 나아지지 않습니다. 단어 가방에 들어 있지 않아서 신경망이 알 수 없는 것은 다음과 같습니다.
# - **순서**: "not good"은 글 어딘가에 *not*과 *good*이 있다는 뜻일 뿐입니다.
# - 단어가 **몇 번** 나오는지, 두 단어가 얼마나 떨어져 있는지.
# - 10,000개에 들지 못한 단어. 특히 이름이 많이 빠지는데, 농담의 핵심이 이름일 때도 있습니다.
# - 읽는 사람은 알지만 글에는 없는 것: 비꼬는 말투, 영화의 명성, 글쓴이의 기분.
#
# 이제 영화평을 직접 써 보세요. 글마다 칭찬(1)으로 썼는지 혹평(0)으로 썼는지도 적습니다.

# %%
mine = [
    "I expected nothing and got a charming, funny little film with a perfect ending.",
    "Two hours of my life, gone. Not even the music could save this mess.",
    "Oh great, another brilliant hero and his wonderful superb amazing car.",
]
meant = [1, 0, 0]
encoded = [encode(text)[0] for text in mine]
said = np.array([positive(w1[np.unique(numbers)].sum(axis=0)) for numbers in encoded])
TextPredictionBrowser(encoded, said, meant, vocabulary, names, pulls, show="all", first="surest")

# %% [markdown] lang="en"
# **Try this**
# 1. Find the review that begins with *oh great*. It is sarcastic, so its label is negative. Which answer does it get, and which words are marked?
# 2. Change one word of the first text in the cell and run it again. Can a single word change the answer?
# 3. Write a review that a reader understands and the network gets wrong.
#
# ## 9. What is order worth?
#
# We begin with a model that has no hidden layer at all, only one sigmoid unit with one weight for each word. Such a linear model is a yardstick for every network that classifies texts. Ours learns from the 15,000 reviews for 12 epochs.
#
# Then the unit gets more inputs: besides the 10,000 words, the 10,000 most frequent **pairs** of neighbouring words (bigrams) in the same reviews, each with a column of its own. One of these pairs is "not good". **Predict** the validation accuracy with and without pairs; the network with two hidden layers reached 0.889 at best.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *oh great*로 시작하는 글을 찾아보세요. 비꼬아 쓴 혹평입니다. 어떤 답이 나오고 어느 단어에 표시가 되나요?
# 2. 셀의 첫 번째 글에서 단어 하나를 바꾸고 다시 실행해 보세요. 단어 하나로 답이 뒤집히나요?
# 3. 사람은 알아듣지만 신경망은 틀리는 글을 써 보세요.
#
# ## 9. 순서는 얼마나 도움이 될까?
#
# 먼저 은닉층이 없는 모델을 써 봅니다. 시그모이드를 쓰는 유닛 하나뿐이고, 단어마다 가중치가 하나씩 있습니다. 글을 다루는 신경망은 이런 선형 모델과 견주어 보아야 합니다. 앞에서와 같은 15,000건으로 12 에포크 동안 훈련합니다.
#
# 그다음에는 유닛의 입력을 늘립니다. 단어 10,000개뿐 아니라, 같은 15,000건에서 가장 자주 나오는 **이웃한 두 단어의 쌍**(bigram) 10,000개에도 열을 하나씩 줍니다. "not good"도 그 가운데 하나입니다. 두 모델의 검증 정확도를 **예상해 보세요**. 은닉층이 둘인 신경망에서는 0.889까지 올랐습니다.


# %%
def pairs_of(review):
    return 10_000 * review[:-1] + review[1:]  # one number for each two neighbours


found, counts = np.unique(np.concatenate([pairs_of(review) for review in reviews[10_000:]]), return_counts=True)
frequent = np.sort(found[np.argsort(-counts, kind="stable")[:10_000]])


def with_pairs(review):
    pairs = pairs_of(review)
    place = np.searchsorted(frequent, pairs).clip(max=9_999)
    return np.concatenate([review, 10_000 + place[frequent[place] == pairs]])


# %%
linear = build(layers=0)
linear.fit(part, epochs=12, verbose=0)
measured("one unit, words", linear.evaluate(validation, verbose=0)[1])

paired = [with_pairs(review) for review in reviews]
on_pairs = build(layers=0, columns=20_000)
on_pairs.fit(Batches(paired[10_000:], y_part, columns=20_000), epochs=12, verbose=0)
measured("one unit, words and pairs", on_pairs.evaluate(Batches(paired[:10_000], y_val, columns=20_000), verbose=0)[1])

# %% tags=["real-data"]
weights = on_pairs.get_weights()[0][:, 0]
number = {word: word_index.get(word, 0) + 3 for word in ("not", "good", "bad")}
for word in number:
    measured(f"weight of {word}", weights[number[word]])
for word in ("good", "bad"):
    pair = 10_000 * number["not"] + number[word]
    if pair in frequent:
        measured(f"weight of not {word}", weights[10_000 + np.searchsorted(frequent, pair)])
for text in (praise, blame):
    row = multi_hot([with_pairs(encode(text)[0])], 20_000)
    measured(f"{text!r}: positive", on_pairs.predict(row, verbose=0)[0, 0], digits=2)

# %% [markdown] lang="en"
# One unit reaches 0.886 with words alone, hardly less than the network with two hidden layers. With pairs it reaches 0.900, more than any other network in this chapter. And now the two sentences get different probabilities, 0.44 and 0.32. The pair *not bad* has a slightly positive weight and *not good* a clearly negative one. The positive sentence still falls short of 0.5, because the weight of *not bad* does not make up for that of *bad*.
#
# Wang and Manning (see Sources) fitted linear models to these reviews. With single words their best model reached 0.883; with all pairs, 0.912.
#
# ## 10. Other networks, side by side
#
# Is 16-16-1 a good choice? We compare it with six others, each with one change: one hidden layer or three, 4 units or 64, tanh instead of ReLU, the mean squared error (MSE) instead of cross-entropy. Each learns from the 15,000 reviews for five epochs and is evaluated on the 10,000. To keep this quick, all seven read only the 2,000 most frequent words. **Predict** which one is worst, and how far it falls behind 16-16-1.

# %% [markdown] lang="ko"
# 유닛 하나에 단어만 넣어도 정확도가 0.886으로, 은닉층이 둘인 신경망과 거의 같습니다. 쌍까지 넣으면 0.900으로, 이 장의 어느 신경망보다 높습니다. 이제 두 문장의 확률도 서로 달라집니다(0.44, 0.32). 두 문장에 나오는 쌍 가운데 *not bad*의 가중치는 0보다 크지만 *not good*의 가중치는 0보다 훨씬 작습니다. 그래도 칭찬하는 문장의 확률은 0.5에 못 미칩니다. *not bad*의 가중치로는 *bad*의 가중치를 다 상쇄하지 못하기 때문입니다.
#
# Wang과 Manning(출처 참고)은 같은 영화평을 선형 모델로 분류했습니다. 가장 좋은 정확도는 단어만 넣었을 때 0.883, 쌍까지 모두 넣었을 때 0.912였습니다.
#
# ## 10. 다른 신경망과 비교하기
#
# 16-16-1은 좋은 선택일까요? 한 가지씩만 바꾼 신경망 여섯 개와 견주어 봅니다. 은닉층 하나 또는 셋, 유닛 4개 또는 64개, ReLU 대신 tanh, 교차 엔트로피 대신 평균 제곱 오차(MSE)입니다. 모두 15,000건으로 5 에포크씩 훈련하고 10,000건으로 평가합니다. 빨리 끝나도록 일곱 신경망 모두 가장 자주 나오는 단어 2,000개만 읽습니다. 어느 신경망의 정확도가 가장 낮을지, 16-16-1보다 얼마나 뒤질지 **예상해 보세요**.

# %%
changes = {
    "16-16-1": {},
    "one hidden layer": {"layers": 1},
    "three hidden layers": {"layers": 3},
    "4 units": {"units": 4},
    "64 units": {"units": 64},
    "tanh": {"activation": "tanh"},
    "MSE": {"loss": "mse"},
}
few = multi_hot([review[review < 2000] for review in reviews], 2000)
accuracy_of = {}
for name, change in changes.items():
    network = build(**change, columns=2000)
    network.fit(few[10_000:], y_part, epochs=5, batch_size=512, verbose=0)
    accuracy_of[name] = network.evaluate(few[:10_000], y_val, batch_size=512, verbose=0)[1]

# %%
for name, accuracy in accuracy_of.items():
    measured(f"{name:20} validation accuracy", accuracy)
measured("16-16-1 with 10,000 words (section 3)", log["val_accuracy"][:5][-1])
with style():
    figure, ax = plt.subplots(figsize=(8, 2.6))
    ax.plot(list(accuracy_of.values()), range(7), "o", linestyle="", markersize=9)
    labels = ["16-16-1", "one hidden layer", "three hidden layers", "4 units", "64 units", "tanh", "MSE"]
    ax.set_yticks(range(7), labels)
    ax.invert_yaxis()
    ax.set_xlabel("validation accuracy")

# %% [markdown] lang="en"
# The network with 4 units is worst in this run, 0.048 behind 16-16-1; the others reach 0.868 to 0.874. Even MSE keeps up, although [06](06_softmax_losses.ipynb) shows why it learns slowly from confident mistakes. But one run is not enough to rank the networks: with another seed (section 11), 4 units came within 0.01 of the best, and 64 units fell behind. With all 10,000 words, 16-16-1 reached 0.889 after five epochs, against 0.870 here. A richer input (more words, or pairs of words) gained more than any change to the network.
#
# ## 11. Three seeds
#
# The figures below come from the code of this chapter with `SEED` set to 1, 2 and 3. (In those runs, the unit on words alone had its training reviews in one array, shuffled anew in every epoch.)

# %% [markdown] lang="ko"
# 이번 훈련에서는 유닛이 4개일 때 정확도가 가장 낮으며, 16-16-1보다 0.048 낮습니다. 나머지는 모두 0.868에서 0.874 사이입니다. [06장](06_softmax_losses.ipynb)에서 보았듯이 MSE로 훈련하면 크게 확신하고도 틀린 답이 더디게 고쳐지지만, 여기서는 MSE도 뒤지지 않습니다. 하지만 한 번의 훈련으로 순위를 매길 수는 없습니다. 시드를 바꾸면(11절) 유닛이 4개인 신경망과 가장 좋은 신경망의 차이가 0.01도 되지 않거나, 유닛이 64개인 신경망이 뒤처지기도 합니다. 단어 10,000개를 모두 읽은 16-16-1의 정확도는 다섯 에포크 뒤에 0.889였지만, 여기서는 0.870입니다. 신경망을 바꾸기보다 단어를 늘리거나 단어의 쌍을 넣는 편이 더 도움이 되었습니다.
#
# ## 11. 시드 세 개
#
# 아래 숫자는 이 장의 코드를 `SEED` 1, 2, 3으로 돌려 얻었습니다. (여기서 단어만 읽는 유닛은 `PyDataset` 대신 배열 하나로 훈련했으므로, 에포크마다 영화평 전체가 새로 섞였습니다.)

# %%
# Measured with the code of this chapter, SEED = 1, 2, 3
records = {
    "epoch of the lowest validation loss": (5, 4, 4),
    "best validation accuracy": (0.889, 0.887, 0.889),
    "test accuracy": (0.886, 0.886, 0.887),
    "stopped early: how sure − how often right": (-0.004, -0.010, -0.015),
    "20 epochs: how sure − how often right": (0.088, 0.087, 0.089),
    "one unit, words": (0.885, 0.884, 0.886),
    "one unit, words and pairs": (0.900, 0.900, 0.900),
    "2,000 words, 4 units": (0.822, 0.864, 0.869),
    "2,000 words, 64 units": (0.873, 0.874, 0.846),
    "2,000 words, best of the seven": (0.874, 0.874, 0.875),
}
for what, values in records.items():
    print(f"{what:42}", *(f"{value:7.3f}" if isinstance(value, float) else f"{value:7}" for value in values))

# %% [markdown] lang="en"
# | Measured here | Result | Seeds |
# |---|---|---|
# | Epoch of the lowest validation loss | 4 or 5 | 3 |
# | Test accuracy, 16-16-1 after four epochs | 0.886 to 0.887 | 3 |
# | Stopped early: how sure minus how often right | −0.015 to −0.004 | 3 |
# | After 20 epochs: how sure minus how often right | 0.087 to 0.089 | 3 |
# | Validation accuracy, 16-16-1 at its best | 0.887 to 0.889 | 3 |
# | Validation accuracy, one unit on words | 0.884 to 0.886 | 3 |
# | Validation accuracy, one unit on words and pairs | 0.900 | 3 |
# | 2,000 words: 4 units | 0.822 to 0.869 | 3 |
# | 2,000 words: 64 units | 0.846 to 0.874 | 3 |
#
# ## What you have learned
# - Texts become tensors by **padding** (order kept, needs layers made for sequences) or as **multi-hot** rows (order lost, suits Dense layers).
# - Zeros and ones give the same answers in one byte as in eight, and only the batches in use need to be in memory.
# - A multi-hot row times a matrix is a **sum of rows**. The rows are an **embedding** of the words; subtract a row, and the word is gone.
# - Choose the number of epochs with the **validation set**. Use the test set at the end, and choose nothing with it.
# - A single unit on words is a baseline that every network that classifies texts has to beat. Here pairs of words helped more than hidden layers.
# - Read a probability as a degree of confidence, but first check that it is deserved. Overfitting can spoil the confidence more than the accuracy.
#
# **So can it tell praise from blame?** Yes, in about 89 of 100 reviews, from a bag of words and without knowing English. What it can never know is what the bag does not hold: "not bad, good" and "not good, bad" are the same input. Pairs of words put a little of the order back into the bag.
#
# ## Next
# [12. Newswires](12_reuters_topics.ipynb): multi-hot rows again, with 46 classes instead of two, and the question of how narrow a network may be.
#
# ## Sources
# - A. L. Maas, R. E. Daly, P. T. Pham, D. Huang, A. Y. Ng, C. Potts, "Learning word vectors for sentiment analysis", ACL 2011: the reviews.
# - F. Chollet, *Deep Learning with Python* (2017), chapter 3: the network 16-16-1, four epochs, about 0.88, and the classic listing.
# - S. Wang, C. D. Manning, "Baselines and bigrams: simple, good sentiment and topic classification", ACL 2012: linear models on the same reviews, with and without pairs of words (0.912 and 0.883).
# - C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017: how to plot accuracy against confidence, and networks that are overconfident.

# %% [markdown] lang="ko"
# | 항목 | 결과 | 시드 |
# |---|---|---|
# | 검증 손실이 가장 낮은 에포크 | 4 또는 5 | 3개 |
# | 테스트 정확도, 네 에포크 뒤의 16-16-1 | 0.886\~0.887 | 3개 |
# | 제때 멈춤: 확신 − 정확도 | −0.015\~−0.004 | 3개 |
# | 20 에포크 뒤: 확신 − 정확도 | 0.087\~0.089 | 3개 |
# | 검증 정확도, 가장 좋을 때의 16-16-1 | 0.887\~0.889 | 3개 |
# | 검증 정확도, 단어만 읽는 유닛 하나 | 0.884\~0.886 | 3개 |
# | 검증 정확도, 단어와 쌍을 읽는 유닛 하나 | 0.900 | 3개 |
# | 단어 2,000개: 유닛 4개 | 0.822\~0.869 | 3개 |
# | 단어 2,000개: 유닛 64개 | 0.846\~0.874 | 3개 |
#
# ## 배운 것
# - 글을 **패딩**하여 텐서로 바꾸면 순서가 남지만, 순서가 있는 자료를 다루는 층이 필요합니다. **멀티-핫** 행으로 바꾸면 순서가 사라지지만, Dense 층에 알맞습니다.
# - 0과 1은 8바이트 대신 1바이트에 담아도 답이 같습니다. 메모리에는 지금 쓰는 배치만 있으면 됩니다.
# - 멀티-핫 행과 행렬의 곱은 **행의 합**입니다. 이 행들이 단어의 **임베딩**이고, 행 하나를 빼면 그 단어가 빠집니다.
# - 에포크 수는 **검증 데이터**로 고릅니다. 테스트 데이터는 마지막에 쓰며, 이 데이터로는 아무것도 고르지 않습니다.
# - 단어만 읽는 유닛 하나가 기준선입니다. 글을 다루는 신경망은 이 기준선을 넘어야 합니다. 여기서는 은닉층보다 단어의 쌍이 더 도움이 되었습니다.
# - 확률은 확신의 정도로 읽되, 믿을 만한지 먼저 확인합니다. 과대적합이 일어나면 정확도는 조금 떨어져도 확신은 크게 빗나갈 수 있습니다.
#
# **그러면 칭찬과 혹평을 가릴 수 있을까요?** 신경망은 영어를 한마디도 모른 채 단어 가방만으로 100건 가운데 89건쯤을 맞힙니다. 가방에 들어 있지 않은 정보는 끝내 알 수 없습니다. "not bad, good"과 "not good, bad"는 똑같은 입력입니다. 단어의 쌍을 넣으면 순서가 조금은 가방에 남습니다.
#
# ## 다음
# [12. 뉴스 기사](12_reuters_topics.ipynb): 이번에도 멀티-핫 행을 쓰지만 클래스가 둘이 아니라 46개입니다. 신경망이 얼마나 좁아도 되는지도 알아봅니다.
#
# ## 출처
# - A. L. Maas, R. E. Daly, P. T. Pham, D. Huang, A. Y. Ng, C. Potts, "Learning word vectors for sentiment analysis", ACL 2011: 영화평 데이터셋.
# - F. Chollet, *Deep Learning with Python* (2017), 3장: 신경망 16-16-1, 네 에포크, 약 0.88, 그리고 널리 알려진 코드.
# - S. Wang, C. D. Manning, "Baselines and bigrams: simple, good sentiment and topic classification", ACL 2012: 같은 영화평으로 훈련한 선형 모델, 단어의 쌍을 넣은 결과(0.912)와 넣지 않은 결과(0.883).
# - C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017: 확신과 정확도를 견주어 그리는 법, 정확도에 비해 확신이 지나친 신경망.
