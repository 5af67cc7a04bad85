# %% [markdown] lang="en"
# # 11. Film reviews: praise or blame?
#
# "This has to be one of the worst films of the 1990s." You know at once what the writer thinks. Now take the sentence apart, throw its words into a bag and shake it. You can still see which words are in it, but not how often or in which order. **Can a program that sees nothing but such bags, and knows no English, still tell praise from blame? And what can it never know?**
#
# **You will be able to**
# - turn texts into tensors in two ways, and say what each of them loses;
# - hold the same data in an eighth of the memory, with the same answers, or in a few megabytes;
# - find the epoch where overfitting begins, using data set aside for that, and train again up to there;
# - read a probability as a degree of confidence, and check whether the confidence is deserved;
# - show which words made the answer, and let the network judge a review of your own.
#
# **Time** about 75 minutes. **You need** [09. A first network](09_first_network.ipynb): the five steps, overfitting; [06. Softmax and losses](06_softmax_losses.ipynb): sigmoid and binary cross-entropy.

# %% [markdown] lang="ko"
# # 11. 영화평: 칭찬인가, 혹평인가?
#
# "This has to be one of the worst films of the 1990s." 읽자마자 글쓴이의 생각을 알 수 있습니다. 이제 이 문장을 단어로 쪼개 가방에 넣고 흔들어 봅시다. 어떤 단어가 들어 있는지는 보이지만, 몇 번 나왔는지와 어떤 순서였는지는 알 수 없습니다. **영어를 모르고 이런 가방만 보는 프로그램이 칭찬과 혹평을 가릴 수 있을까요? 그리고 끝내 알 수 없는 것은 무엇일까요?**
#
# **이 장을 마치면 할 수 있는 것**
# - 글을 두 가지 방법으로 텐서(tensor)로 바꾸고, 방법마다 무엇을 잃는지 말합니다.
# - 같은 데이터를 8분의 1의 메모리로 다루고도 같은 답을 얻고, 더 나아가 몇 메가바이트로 다룹니다.
# - 따로 떼어 둔 데이터로 과대적합(overfitting)이 시작되는 에포크(epoch)를 찾고, 거기까지만 다시 훈련합니다.
# - 확률을 확신의 정도로 읽고, 그 확신이 믿을 만한지 확인합니다.
# - 어느 단어 때문에 그런 답이 나왔는지 보이고, 내가 쓴 영화평을 신경망(neural network)에 맡겨 봅니다.
#
# **시간** 약 75분. **필요한 것** [09. 첫 신경망](09_first_network.ipynb): 다섯 단계, 과대적합. [06. 소프트맥스와 손실](06_softmax_losses.ipynb): 시그모이드(sigmoid)와 이진 교차 엔트로피(binary cross-entropy).

# %% tags=["setup"]
import re

import keras
import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.datasets import imdb
from helpers.drawing import style
from helpers.training import LiveCurves
from helpers.widgets import TextPredictionBrowser

SEED = 1

# %% [markdown] lang="en"
# ## 1. Import: reviews that are numbers already
#
# IMDB, the Internet Movie Database, collects reviews of films. This data set holds only reviews that are clearly for or against their film: label 1 means positive, 0 negative. `num_words=10_000` keeps the 10,000 most frequent words.

# %% [markdown] lang="ko"
# ## 1. 가져오기: 이미 숫자로 바뀐 영화평
#
# IMDB(인터넷 영화 데이터베이스)에는 영화평이 모여 있습니다. 이 데이터셋(data set)에는 좋다거나 나쁘다는 뜻이 분명한 영화평만 들어 있습니다. 레이블(label) 1은 긍정, 0은 부정입니다. `num_words=10_000`은 가장 자주 나오는 단어 10,000개만 남깁니다.

# %% tags=["real-data"]
(reviews, labels), (test_reviews, test_labels) = imdb.load_data(num_words=10_000)
print(f"to learn from: {len(reviews):,}, positive: {labels.sum():,}")
print(f"for the test:  {len(test_reviews):,}, positive: {test_labels.sum():,}")
print("the first review:", reviews[0][:12], "…")
print("its label:", labels[0])

# %% [markdown] lang="en"
# Half of the reviews are positive, so guessing is right half of the time. That is our baseline. A review is a sequence of integers, one for each word: the more frequent the word, the smaller its number. How long are the sequences?

# %% [markdown] lang="ko"
# 긍정과 부정이 반반이므로 아무렇게나 답해도 절반은 맞습니다. 이것이 기준선(baseline)입니다. 영화평 하나는 정수를 늘어놓은 줄입니다. 정수는 단어의 번호이고, 자주 나오는 단어일수록 번호가 작습니다. 줄의 길이는 얼마나 될까요?

# %% tags=["real-data"]
lengths = reviews.lengths
print("words in a review: least, median, most:", lengths.min(), int(np.median(lengths)), lengths.max())
print("largest number of a word:", reviews.flat.max())

# %% [markdown] lang="en"
# To read a review we turn the numbers back into words. `get_word_index` gives the rank of each word, 1 for the most frequent. The reviews use this rank plus 3, because the first numbers have other meanings: 0 fills empty places, 1 marks the beginning, 2 stands for a word outside the 10,000.

# %% [markdown] lang="ko"
# 영화평을 읽으려면 번호를 단어로 되돌려야 합니다. `get_word_index`는 단어마다 몇 번째로 자주 나오는지 알려 줍니다. 가장 흔한 단어가 1입니다. 영화평에는 이 순위에 3을 더한 번호가 적혀 있습니다. 앞 번호들의 뜻이 따로 정해져 있기 때문입니다. 0은 빈자리, 1은 시작 표시, 2는 10,000개에 들지 못한 단어입니다.

# %% tags=["real-data"]
word_index = imdb.get_word_index()
vocabulary = {rank + 3: word for word, rank in word_index.items()}
wrong = {rank: word for word, rank in word_index.items()}
for words in (vocabulary, wrong):
    print(" ".join(words.get(number, "?") for number in reviews[0][1:25]))

# %% [markdown] lang="en"
# The first line is the beginning of a review; the second is what you get if you forget the 3. A ? would stand for a word too rare to be kept.
#
# ## 2. From words to tensors: two ways
#
# All rows of a tensor have the same length ([01](01_tensors.ipynb)), but reviews do not. The first remedy is **padding**: cut the long ones, fill the short ones up with 0. The cell pads the three shortest reviews to 14 places. **Predict** the shape if all 25,000 are filled up to the longest.

# %% [markdown] lang="ko"
# 첫째 줄은 영화평의 첫머리이고, 둘째 줄은 3을 잊었을 때 나오는 엉뚱한 글입니다. 너무 드물어서 빠진 단어가 있으면 그 자리에 ?가 나옵니다.
#
# ## 2. 단어를 텐서로: 두 가지 방법
#
# 텐서에서는 모든 행의 길이가 같아야 하는데([01](01_tensors.ipynb)) 영화평은 길이가 제각각입니다. 첫째 방법은 **패딩**(padding)입니다. 긴 것은 자르고 짧은 것은 0으로 채웁니다. 셀에서는 가장 짧은 세 건을 14칸으로 맞춥니다. 25,000건을 모두 가장 긴 것에 맞추어 채울 때의 형상(shape, 크기)을 **예상해 보세요**.

# %% tags=["real-data"]
shortest = [reviews[row].tolist() for row in np.argsort(lengths, kind="stable")[:3]]
print(keras.utils.pad_sequences(shortest, maxlen=14, padding="post"))
print("all of them:", (len(reviews), int(lengths.max())))
print(f"of it nothing but filling: {1 - lengths.mean() / lengths.max():.0%}")

# %% [markdown] lang="en"
# The shape is (samples, length): 25,000 rows of 2,494 places. The order of the words survives, but 90 % of the table is filling. Such rows need layers made for sequences, like Embedding and LSTM in [08](08_keras_blocks.ipynb). A Dense layer multiplies each number by a weight, but word number 1,622 is not twice word number 811.
#
# The second way is **multi-hot**: a row of 10,000 places for each review, one place for each word of the vocabulary, with a 1 where the word occurs. It extends the one-hot rows of [06](06_softmax_losses.ipynb) to several ones.

# %% [markdown] lang="ko"
# 형상은 (샘플, 길이)이고, 2,494칸짜리 행이 25,000개입니다. 단어의 순서는 남지만 표의 90 %는 채워 넣은 0입니다. 이런 행은 [08](08_keras_blocks.ipynb)의 Embedding과 LSTM처럼 순서가 있는 자료를 다루는 층(layer)에 어울립니다. Dense 층은 수마다 가중치(weight)를 곱하는데, 1,622번 단어가 811번 단어의 두 배를 뜻하지는 않습니다.
#
# 둘째 방법은 **멀티-핫**(multi-hot)입니다. 영화평마다 칸이 10,000개인 행을 두고, 단어마다 칸 하나를 주어, 그 단어가 나오면 1을 적습니다. [06](06_softmax_losses.ipynb)의 원-핫과 달리 1이 여러 개일 수 있습니다.


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
# 2는 두 번 나왔지만 1은 하나뿐입니다. 몇 번 나왔는지도, 순서도 사라집니다. 남는 것을 **단어 가방**(bag of words)이라고 합니다. 처음 40건을 그림의 행으로, 단어 번호 0에서 149까지를 열로 그려 봅니다.

# %% tags=["real-data"]
picture = multi_hot(reviews[:40])[:, :150]
print(f"ones in the picture: {picture.mean():.0%}   in all 10,000 columns: {multi_hot(reviews[:1000]).mean():.1%}")
with style():
    figure, ax = plt.subplots(figsize=(9, 2.9))
    ax.imshow(picture, cmap="gray_r", aspect="auto")
    ax.set(xlabel="number of the word", ylabel="review")
    ax.grid(visible=False)

# %% [markdown] lang="en"
# Black is a 1. Columns 1 and 2 mark the beginning and unknown words. Next to them, words such as *the*, *and* and *a* form upright bars. They occur in almost every review, so they say little. To the right the picture thins out, and over all 10,000 columns only 1.3 % of the places hold a 1. What separates praise from blame should be among these rarer dots.
#
# ## 3. What it costs: two gigabytes, or five megabytes
#
# `np.zeros` makes `float64` unless you say otherwise, eight bytes for each zero or one, and the well-known listing for this data set (see Sources) uses it that way. How much memory do 25,000 rows of 10,000 places take?

# %% [markdown] lang="ko"
# 검은 점이 1입니다. 1번과 2번 열은 시작 표시와 모르는 단어입니다. 그 옆의 *the*, *and*, *a* 같은 단어는 세로 막대를 이룹니다. 거의 모든 영화평에 나오므로 알려 주는 것이 별로 없습니다. 오른쪽으로 갈수록 점이 드물어지고, 10,000열 전체에서 1이 적힌 칸은 1.3 %뿐입니다. 칭찬과 혹평을 가를 정보는 이렇게 드문드문 찍힌 점에 있을 것입니다.
#
# ## 3. 비용: 2기가바이트, 아니면 5메가바이트
#
# `np.zeros`는 따로 정하지 않으면 하나에 8바이트(byte)인 `float64` 배열을 만듭니다. 이 데이터셋으로 널리 알려진 코드(출처 참고)도 그렇게 씁니다. 10,000칸짜리 행 25,000개는 메모리를 얼마나 차지할까요?

# %%
places = 25_000 * 10_000
for dtype in ("float64", "float32", "uint8"):
    print(f"{dtype:8}{places * np.dtype(dtype).itemsize / 1e9:6.2f} GB")
print(f"one batch of 512 reviews in uint8: {512 * 10_000 / 1e6:.1f} MB")

# %% [markdown] lang="en"
# That is 2 GB for the training set, 2 GB for the test set, and float32 copies on top. When we ran the classic listing, its kernel grew to 8.7 GB. Binder gives you 2 GB, so we do not run it here.
#
# A zero or a one fits into **one byte**, which makes 0.25 GB. The layer turns it into float32 when it computes, batch by batch. Does this change the answers? We run the same small training on the first 500 reviews, once with eight bytes and once with one.

# %% [markdown] lang="ko"
# 훈련 데이터에 2 GB, 테스트 데이터에 2 GB, 거기에 신경망으로 들어가면서 생기는 float32 사본까지 더해집니다. 널리 알려진 코드를 그대로 실행해 보니 커널이 8.7 GB까지 커졌습니다. Binder가 주는 메모리는 2 GB이므로 여기서는 실행하지 않습니다.
#
# 0과 1은 **한 바이트**에 들어갑니다. 그러면 0.25 GB입니다. 계산할 때는 층이 배치(batch)마다 float32로 바꿉니다. 답이 달라질까요? 처음 500건으로 똑같은 작은 훈련을 8바이트로 한 번, 1바이트로 한 번 해 봅니다.

# %%
answers = {}
for dtype in ("float64", "uint8"):
    keras.utils.set_random_seed(SEED)
    unit = keras.Sequential([keras.Input((10_000,)), keras.layers.Dense(1, activation="sigmoid")])
    unit.compile(optimizer="rmsprop", loss="binary_crossentropy")
    part = multi_hot(reviews[:500], dtype=dtype)
    unit.fit(part, labels[:500], epochs=3, verbose=0)
    answers[dtype] = unit.predict(part, verbose=0)
    print(f"{dtype:8}{part.nbytes / 1e6:4.0f} MB")
print("the same answers:", np.allclose(answers["float64"], answers["uint8"], atol=1e-5))

# %% [markdown] lang="en"
# The answers agree, for an eighth of the memory, because 0 and 1 are exact in every dtype.
#
# We can save more. `fit` needs only one batch at a time, here 512 rows, and our reviews lie in memory as 24 MB of integers. A `PyDataset` tells Keras how many batches there are and how to make batch number n, so that only a few batches exist at any moment, 5 MB each. Before each epoch Keras shuffles the order of the batches, but the reviews inside a batch stay together.

# %% [markdown] lang="ko"
# 메모리는 8분의 1인데 답은 같습니다. 0과 1은 어떤 자료형(dtype)에서도 정확하기 때문입니다.
#
# 더 줄일 수도 있습니다. `fit`은 한 번에 배치 하나, 여기서는 512행만 쓰고, 영화평은 24 MB의 정수로 메모리에 들어 있습니다. `PyDataset`은 배치가 몇 개인지, n번째 배치를 어떻게 만드는지를 Keras에 알려 줍니다. 그러면 5 MB짜리 배치 몇 개만 그때그때 있으면 됩니다. 에포크를 시작할 때마다 Keras가 배치의 순서를 섞지만, 한 배치에 든 영화평은 늘 함께 다닙니다.


# %%
class Batches(keras.utils.PyDataset):
    def __init__(self, reviews, labels, size=512, words=10_000):
        super().__init__()
        self.reviews, self.labels, self.size, self.words = reviews, labels, size, words

    def __len__(self):
        return int(np.ceil(len(self.labels) / self.size))  # the last batch is shorter

    def __getitem__(self, n):
        rows = slice(n * self.size, (n + 1) * self.size)
        return multi_hot(self.reviews[rows])[:, : self.words], self.labels[rows]


# %%
everything, test = Batches(reviews, labels), Batches(test_reviews, test_labels)
x, y = everything[48]
print("batches:", len(everything), "  the last one:", x.shape, y.shape)
print("a whole one takes", round(everything[0][0].nbytes / 1e6, 1), "MB")

# %% [markdown] lang="en"
# ## 4. A multi-hot row times a matrix is a sum of rows
#
# The first layer multiplies each row by a matrix W of shape (10,000, 16). Where the multi-hot row has a 0, a row of W is multiplied by 0 and disappears. Where it has a 1, the row of W is added as it is. **Predict** how many multiplications are really needed for one review.

# %% [markdown] lang="ko"
# ## 4. 멀티-핫 행과 행렬의 곱은 행의 합
#
# 첫 층은 멀티-핫 행에 형상이 (10,000, 16)인 행렬(matrix) W를 곱합니다. 0인 자리에서는 W의 행에 0이 곱해져 사라지고, 1인 자리에서는 W의 행이 그대로 더해집니다. 영화평 한 건에 곱셈이 정말로 몇 번 필요한지 **예상해 보세요**.

# %% tags=["real-data"]
w = np.random.default_rng(SEED).normal(size=(10_000, 16))
words = np.unique(reviews[0])  # each word once
print("equal:", np.allclose(multi_hot(reviews[:1])[0] @ w, w[words].sum(axis=0)))
print(f"multiplications as a matrix: {w.size:,}   additions as a sum of rows: {(len(words) - 1) * 16:,}")

# %% [markdown] lang="en"
# None: 1,904 additions do the work of 160,000 multiplications. The first layer **looks up 16 numbers for each word of the review and adds them up**. So W is a table with one vector of 16 learned numbers for each word. Such a table is called an **embedding**; the Embedding layer of [08](08_keras_blocks.ipynb) does the same look-up, but keeps the vectors in order instead of adding them. To take a word out of a review, subtract its row (section 9).
#
# ## 5. Model and compile
#
# The model has two hidden layers of 16 units, and one unit with a sigmoid, whose output is the probability that the review is positive. With two classes and one probability, the loss is **binary cross-entropy**. `steps_per_execution=10` runs ten batches in one call: the same computation, with fewer trips between Python and the compiled code.

# %% [markdown] lang="ko"
# 한 번도 필요 없습니다. 덧셈 1,904번이 곱셈 160,000번을 대신합니다. 첫 층은 **영화평의 단어마다 숫자 16개를 찾아 모두 더합니다**. 그러므로 W는 단어마다 숫자 16개짜리 벡터를 하나씩 적은 표이고, 그 숫자는 훈련으로 정해집니다. 이런 표를 **임베딩**(embedding)이라고 합니다. [08](08_keras_blocks.ipynb)의 Embedding 층도 똑같이 표에서 벡터를 찾지만, 더하지 않고 순서대로 늘어놓습니다. 영화평에서 단어 하나를 없애려면 그 단어의 행을 빼면 됩니다(9절).
#
# ## 5. 모델과 컴파일
#
# 유닛(unit)이 16개인 은닉층(hidden layer) 둘과, 시그모이드를 쓰는 유닛 하나로 된 모델입니다. 마지막 유닛의 출력은 긍정일 확률을 나타냅니다. 클래스(class)가 둘이고 확률이 하나이므로 손실(loss)은 **이진 교차 엔트로피**입니다. `steps_per_execution=10`은 한 번의 호출로 배치 열 개를 계산합니다. 계산은 같고, 파이썬과 컴파일된 코드 사이를 오가는 횟수만 줄어듭니다.


# %%
def build(layers=2, units=16, activation="relu", loss="binary_crossentropy", words=10_000):
    keras.utils.set_random_seed(SEED)
    hidden = [keras.layers.Dense(units, activation=activation) for _ in range(layers)]
    start, end = keras.Input((words,), dtype="uint8"), keras.layers.Dense(1, activation="sigmoid")
    model = keras.Sequential([start, *hidden, end])
    model.compile(optimizer="rmsprop", loss=loss, metrics=["accuracy"], steps_per_execution=10)
    return model


model = build()
for layer in model.layers:
    print(f"{layer.units:3} units {layer.count_params():8,} parameters")

# %% [markdown] lang="en"
# Nearly all of the 160,305 parameters are in W, the table of word vectors.
#
# ## 6. Fit, and watch both curves
#
# When should the training stop? If the test set decides, it no longer measures how the network does on new reviews. So, as in [10](10_fashion_images.ipynb), 10,000 of the training reviews are set aside as a **validation set**. The network learns from the other 15,000 for 20 epochs, and after each epoch it is evaluated on the 10,000. **Look for** the epoch at which the two loss curves part.

# %% [markdown] lang="ko"
# 파라미터(parameter) 160,305개가 거의 모두 단어 벡터의 표인 W에 들어 있습니다.
#
# ## 6. 훈련하며 두 곡선 지켜보기
#
# 훈련은 언제 멈춰야 할까요? 테스트 데이터로 정해서는 안 됩니다. 테스트 데이터로 고르고 나면, 처음 보는 영화평에서 얼마나 잘하는지를 더는 잴 수 없습니다. 그래서 [10](10_fashion_images.ipynb)에서처럼 훈련 데이터에서 10,000건을 **검증 데이터**(validation set)로 떼어 둡니다. 나머지 15,000건으로 20 에포크 동안 훈련하고, 에포크가 끝날 때마다 그 10,000건으로 평가합니다. 두 손실 곡선이 갈라지는 에포크를 **눈여겨보세요**.

# %%
validation, rest = Batches(reviews[:10_000], labels[:10_000]), Batches(reviews[10_000:], labels[10_000:])
live = LiveCurves()
history = model.fit(rest, epochs=20, validation_data=validation, verbose=0, callbacks=[live]).history

# %% tags=["real-data"]
best = int(np.argmin(history["val_loss"])) + 1
measured("epoch of the lowest validation loss", best, expected=(3, 7), digits=0, data=imdb)
measured("validation loss there", history["val_loss"][best - 1], expected=(0.26, 0.30), data=imdb)
measured("validation loss at the end", history["val_loss"][-1], expected=(0.45, 0.70), data=imdb)
measured("validation accuracy at the end", history["val_accuracy"][-1], expected=(0.84, 0.885), data=imdb)
measured("training accuracy at the end", history["accuracy"][-1], expected=(0.985, 1.0), data=imdb)

# %% [markdown] lang="en"
# The curves part after epoch 2. The training loss keeps falling; at the end nearly every training review is right. The validation loss is lowest at epoch 5 in this run; from there on the network overfits, and the loss ends at about twice that value. The validation accuracy falls from 0.89 at its best to 0.87. So the loss doubles while the wrong answers rise only from 11 to 13 in 100. They seem to have become more certain; section 8 looks at it.
#
# ## 7. Train again for four epochs, then test
#
# Between epochs 3 and 6 the validation loss is nearly flat, with the lowest value at epoch 5, after 150 steps. A fresh network now learns from all 25,000 reviews, so an epoch has 49 batches instead of 30, and 150 steps are about three epochs. Between three and five we take four. **Predict** the test accuracy.

# %% [markdown] lang="ko"
# 두 곡선은 에포크 2 다음에 갈라집니다. 훈련 손실은 계속 줄어, 끝에서는 훈련에 쓴 영화평을 거의 다 맞힙니다. 검증 손실은 이번 훈련에서 에포크 5에 가장 낮습니다. 그 뒤로는 과대적합이어서, 끝에는 두 배쯤까지 올라갑니다. 검증 정확도(accuracy)는 가장 높을 때 0.89에서 0.87로 떨어집니다. 틀린 답은 100건에 11건에서 13건으로 늘었을 뿐인데 손실이 두 배가 되었으니, 틀린 답을 더 확신하게 된 듯합니다. 8절에서 살펴봅니다.
#
# ## 7. 네 에포크만 다시 훈련하고 테스트하기
#
# 검증 손실은 에포크 3에서 6까지 거의 평평하고, 에포크 5, 150스텝에서 가장 낮았습니다. 이제 새 신경망을 25,000건 모두로 훈련하므로 한 에포크의 배치가 30개가 아니라 49개이고, 150스텝이면 세 에포크쯤입니다. 셋과 다섯 사이의 넷을 고릅니다. 테스트 정확도를 **예상해 보세요**.

# %% tags=["real-data"]
overfitted = model  # kept for a comparison
model = build()
model.fit(everything, epochs=4, verbose=0)
probabilities = model.predict(test, verbose=0)[:, 0]
right = (probabilities > 0.5) == test_labels
measured("test accuracy", right.mean(), expected=(0.865, 0.890), data=imdb)

# %% [markdown] lang="en"
# The accuracy is 0.89 here; over six seeds we measured 0.879 to 0.887. Guessing gives 0.50. **So bags of words are enough for about 88 of 100 reviews.**
#
# ## 8. Probability as confidence
#
# The output is not yes or no but a number between 0 and 1. We read 0.98 as "surely positive", 0.03 as "surely negative", 0.55 as "I hardly know". Is that justified? Sort the test reviews by how sure the network is of its answer, and count in each group how many answers are right. **Predict** the accuracy among those of which it is 50 to 60 % sure.

# %% [markdown] lang="ko"
# 아무렇게나 답하면 0.50인데 여기서는 0.89입니다. 시드(seed) 여섯 가지로 재니 0.879에서 0.887 사이였습니다. **단어 가방만으로도 100건 가운데 88건쯤을 맞힙니다.**
#
# ## 8. 확신의 정도로 읽는 확률
#
# 출력은 예, 아니요가 아니라 0과 1 사이의 수입니다. 0.98이면 "틀림없이 긍정", 0.03이면 "틀림없이 부정", 0.55면 "잘 모르겠다"로 읽습니다. 그렇게 읽어도 될까요? 테스트 영화평을 답에 대한 확신의 정도에 따라 나누고, 무리마다 얼마나 맞혔는지 세어 봅니다. 50~60 %만 확신한 무리의 정확도를 **예상해 보세요**.

# %%
edges = np.array([0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1.0])


def by_confidence(p):
    """Return for each group its share of all reviews, how sure it is on average, and how often right."""
    sure, right = np.maximum(p, 1 - p), (p > 0.5) == test_labels
    group = np.clip(np.digitize(sure, edges) - 1, 0, 5)
    return np.array([((group == g).mean(), sure[group == g].mean(), right[group == g].mean()) for g in range(6)]).T


# %% tags=["real-data"]
shares, claimed, reached = by_confidence(probabilities)
for g in range(6):
    measured(f"{edges[g]:4.0%} to {edges[g + 1]:4.0%} sure: of these right", reached[g], digits=2)
measured("share of the surest group", shares[-1], expected=(0.15, 0.40), digits=2, data=imdb)
print("the surer, the more often right:", bool(np.all(np.diff(reached) > 0)))

# %% [markdown] lang="en"
# The accuracy there is 0.56, and every other group is right about as often as its probabilities say. A network like this one is called **well calibrated**: of the answers that it gives with about 75 %, about 75 in 100 are right. One could let the machine decide the surest quarter, where 99 in 100 are right, and hand those around 50 % to a person.
#
# The next cell does the same for the network of section 6, which went on for 20 epochs.

# %% [markdown] lang="ko"
# 그 무리의 정확도는 0.56이고, 다른 무리도 확률과 비슷한 비율로 맞힙니다. 이런 신경망은 **보정이 잘되어**(calibrated) 있다고 합니다. 75 %쯤 확신한 답은 100건 가운데 75건쯤 맞습니다. 가장 확신한 4분의 1은 100건에 99건이 맞으니 기계에 맡기고, 50 % 언저리는 사람이 판단하게 할 수도 있습니다.
#
# 이번에는 20 에포크까지 훈련한 6절의 신경망을 같은 방법으로 살펴봅니다.

# %% tags=["real-data"]
more_shares, more_claimed, more_reached = by_confidence(overfitted.predict(test, verbose=0)[:, 0])
measured("share of the surest group after 20 epochs", more_shares[-1], expected=(0.55, 0.80), digits=2, data=imdb)
measured("of these right", more_reached[-1], expected=(0.90, 0.96), digits=2, data=imdb)
with style():
    figure, ax = plt.subplots(figsize=(6.4, 3.6))
    ax.plot([0.5, 1], [0.5, 1], ":", color="#777777")
    ax.plot(claimed, reached, "o-", label="after 4 epochs")
    ax.plot(more_claimed, more_reached, "s--", label="after 20 epochs")
    ax.annotate("as sure as right", (0.68, 0.7), ha="right", va="bottom", fontsize=11)
    ax.legend(loc="lower right", fontsize=11)
    ax.set(xlabel="how sure it says it is", ylabel="share that is right")

# %% [markdown] lang="en"
# Each point is one group of reviews. On the dotted line, a network is right exactly as often as its probabilities say. After 4 epochs the points lie close to it. After 20 they hang far below: 69 % of all answers come with more than 99 % confidence, and of those 6 in 100 are wrong. (That network also learned from only 15,000 reviews.) In section 6, which compares epochs of one network, the accuracy lost 2 points while the loss doubled. **In this run, overfitting did more harm to the confidence than to the accuracy.**
#
# ## 9. Which words made the answer?
#
# Take one word out of a review and see how the probability changes. We call the change the **pull** of the word. The model need not run again, since its first layer is a sum of rows (section 4). `positive` is the rest of the network, written out.

# %% [markdown] lang="ko"
# 점 하나가 영화평 한 무리입니다. 점선 위에 있으면 꼭 확률만큼 맞힌다는 뜻입니다. 4 에포크 뒤에는 점들이 점선 가까이 있습니다. 20 에포크 뒤에는 한참 아래로 처집니다. 답의 69 %가 99 %를 넘는 확률로 나오는데, 그 가운데 100건에 6건은 틀립니다. (이 신경망은 훈련 데이터도 15,000건으로 더 적었습니다.) 한 신경망을 에포크마다 살펴본 6절에서는 정확도가 2 %포인트 떨어지는 동안 손실이 두 배가 되었습니다. **이번 훈련에서 과대적합은 정확도보다 확신을 더 크게 망가뜨렸습니다.**
#
# ## 9. 어느 단어 때문일까?
#
# 영화평에서 단어 하나를 빼고 확률이 얼마나 달라지는지 봅니다. 그 차이를 단어의 **당기는 힘**이라고 부르겠습니다. 첫 층이 행의 합이므로(4절) 모델을 다시 실행할 필요는 없습니다. `positive`는 신경망의 나머지 부분을 그대로 적은 함수입니다.

# %%
w1, b1, w2, b2, w3, b3 = model.get_weights()


def positive(sums):
    hidden = np.maximum(np.maximum(sums + b1, 0) @ w2 + b2, 0)
    return 1 / (1 + np.exp(-(hidden @ w3 + b3)[..., 0]))


def pulls(numbers):
    present, where = np.unique(numbers, return_inverse=True)
    whole = w1[present].sum(axis=0)
    change = positive(whole) - positive(whole - w1[present])  # one for each word that is taken out
    return (change if positive(whole) > 0.5 else -change)[where]


# %%
ours = [positive(w1[np.unique(review)].sum(axis=0)) for review in test_reviews[:100]]
print("as the model says:", np.allclose(ours, probabilities[:100], atol=1e-4))
for word in ("excellent", "great", "the", "boring", "worst"):
    measured(f"a review of one word, {word}: positive", positive(w1[word_index[word] + 3]), digits=2)

# %% [markdown] lang="en"
# What *excellent* and *worst* mean was learned from the reviews and their labels alone. A single word is weak: even *worst* only brings the probability to 0.35.
#
# Below you can read the test reviews, first the mistakes about which the network was least sure. An underlined word on blue pulls towards the answer, a word with dots under it on orange pulls against it, and *br* is left over from line breaks. The frame marks the true answer.

# %% [markdown] lang="ko"
# *excellent*나 *worst*가 무슨 뜻인지는 어디에도 적어 주지 않았습니다. 훈련에 쓴 것은 영화평과 레이블 25,000개뿐입니다. 단어 하나의 힘은 약합니다. *worst*만 있을 때도 확률은 0.35입니다.
#
# 아래에서 테스트 영화평을 읽어 볼 수 있습니다. 틀린 것 가운데 확률이 50 %에 가장 가까운 것부터 나옵니다. 파란 바탕에 밑줄이 있는 단어는 답 쪽으로 당기고, 주황 바탕에 점선이 있는 단어는 반대쪽으로 당깁니다. *br*는 줄바꿈이 남긴 흔적입니다. 테두리는 정답을 나타냅니다.

# %%
names = ("negative", "positive")
TextPredictionBrowser(test_reviews, probabilities, test_labels, vocabulary, names, pulls)

# %% [markdown] lang="en"
# **Try this**
# 1. Walk through the first ten mistakes with the arrow keys on *place*. Blue and orange nearly balance. Does the writer praise one thing and blame another?
# 2. Set *first* to "surest". Now the network is wrong and certain. Read three of them to the end and look for what misled it: a plot retold at length, praise for the original of a remake, fond mockery, or a label that you would dispute yourself.
# 3. Set *show* to "right ones" and *first* to "surest". The words are marked as strongly as before, because each review has a scale of its own. But the sentence under the picture says that even the strongest pulls next to nothing. With so many words on one side, taking out one makes no difference.
#
# ## 10. Your own review
#
# A new text must be prepared just like the training texts: lower case, words, numbers. A word outside the vocabulary becomes 2.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *순서* 슬라이더를 화살표 키로 움직여 처음 열 건을 보세요. 파란 단어와 주황 단어가 팽팽합니다. 한 가지는 칭찬하고 다른 것은 나무라는 글인가요?
# 2. *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 이번에는 확신하면서 틀렸습니다. 세 건만 끝까지 읽으면서 무엇 때문에 틀렸는지 찾아보세요. 줄거리를 길게 늘어놓은 글, 원작을 칭찬하며 리메이크를 깎아내린 글, 애정을 담아 놀리는 글일 수도 있고, 레이블이 의심스러울 수도 있습니다.
# 3. *보기*를 "맞힌 것", *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 표시는 여전히 짙습니다. 짙기는 영화평마다 따로 맞추기 때문입니다. 그런데 그림 아래 문장을 보면 가장 센 단어가 당기는 힘도 0에 가깝습니다. 같은 편 단어가 워낙 많아서 하나쯤 빼도 달라지지 않습니다.
#
# ## 10. 내가 쓴 영화평
#
# 새 글은 훈련에 쓴 글과 똑같이 손질해야 합니다. 소문자로 바꾸고, 단어로 나누고, 번호로 적습니다. 어휘에 없는 단어는 2로 바꿉니다.


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
# This network knows only the English of its reviews; Korean text leaves it without a single word. The next cell shows the limit of every bag of words. **Predict** which of these two sentences gets the higher probability.

# %% [markdown] lang="ko"
# 이 신경망은 한국어를 모릅니다. 어휘에는 영화평에 쓰인 영어 단어만 있습니다. 다음은 단어 가방의 한계를 보여 주는 실험입니다. 두 문장 가운데 어느 쪽의 확률이 더 높을지 **예상해 보세요**.

# %% tags=["real-data"]
judge("Not bad at all, this film is really good.")
judge("Not good at all, this film is really bad.")
one, other = (encode(f"not {a}, {b}")[0] for a, b in (("bad", "good"), ("good", "bad")))
print("the same bag:", np.array_equal(np.unique(one), np.unique(other)))

# %% [markdown] lang="en"
# Neither: both get 0.39. They consist of the same words, like the two shorter texts that the last line compares, so both are **the same input**. Neither more training nor more units nor more data will help. The network cannot know what the bag does not hold:
# - the **order**: "not good" is *not* and *good*, anywhere in the text;
# - how **often** a word occurs, and how far apart two words are;
# - words outside the 10,000, above all names, which may be the point of a joke;
# - what readers know and the text does not say: irony, the fame of the film, the mood of the writer.
#
# Now write some reviews yourself, and say for each whether you meant praise (1) or blame (0).

# %% [markdown] lang="ko"
# 어느 쪽도 아닙니다. 둘 다 0.39입니다. 마지막 줄에서 비교한 더 짧은 두 글처럼 똑같은 단어로 되어 있으므로 두 문장은 **같은 입력**입니다. 훈련이나 유닛이나 데이터를 늘려도 나아지지 않습니다. 단어 가방에 들어 있지 않아서 신경망이 알 수 없는 것은 다음과 같습니다.
# - **순서**: "not good"은 글 어딘가에 *not*과 *good*이 있다는 뜻일 뿐입니다.
# - 단어가 **몇 번** 나오는지, 두 단어가 얼마나 떨어져 있는지.
# - 10,000개에 들지 못한 단어. 특히 이름이 그런데, 농담의 핵심이 이름일 때도 있습니다.
# - 읽는 사람은 알지만 글에는 없는 것: 비꼬는 말투, 영화의 명성, 글쓴이의 기분.
#
# 이제 직접 써 보세요. 칭찬(1)으로 썼는지 혹평(0)으로 썼는지도 하나하나 적습니다.

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
# 1. Find the review that begins with *oh great*. It is sarcasm, meant as blame. Which answer does it get, and which words are marked?
# 2. Change one word of the first text in the cell and run it again. Can a single word turn the answer?
# 3. Write a review that a reader understands and the network gets wrong.
#
# ## 11. Other networks, side by side
#
# Is 16-16-1 a good choice? We compare it with six others, each with one change: one hidden layer or three, 4 units or 64, tanh instead of ReLU, the mean squared error (MSE) instead of cross-entropy. Each learns for five epochs from the 15,000 and is evaluated on the 10,000. To keep it quick, all seven read only the 2,000 most frequent words. **Predict** which one is worst, and how far it stays behind 16-16-1.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *oh great*로 시작하는 글을 찾아보세요. 비꼬는 글이고, 혹평으로 썼습니다. 어떤 답이 나오고 어느 단어에 표시가 되나요?
# 2. 셀의 첫 번째 글에서 단어 하나를 바꾸고 다시 실행해 보세요. 단어 하나로 답이 뒤집히나요?
# 3. 사람은 알아듣지만 신경망은 틀리는 글을 써 보세요.
#
# ## 11. 다른 신경망과 나란히
#
# 16-16-1은 좋은 선택일까요? 한 가지씩만 바꾼 여섯 가지와 견주어 봅니다. 은닉층 하나 또는 셋, 유닛 4개 또는 64개, ReLU 대신 tanh, 교차 엔트로피 대신 평균 제곱 오차(MSE)입니다. 모두 15,000건으로 5 에포크씩 훈련하고 10,000건으로 평가합니다. 빨리 끝나도록 일곱 가지 모두 가장 자주 나오는 단어 2,000개만 읽습니다. 정확도가 가장 낮은 것은 무엇이고, 16-16-1보다 얼마나 뒤질지 **예상해 보세요**.

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
few = [Batches(part.reviews, part.labels, words=2000) for part in (rest, validation)]
runs = {}
for name, change in changes.items():
    log = build(**change, words=2000).fit(few[0], epochs=5, validation_data=few[1], verbose=0).history
    runs[name] = log["val_accuracy"]

# %%
for name, accuracies in runs.items():
    measured(f"{name:20} best validation accuracy", max(accuracies))
measured("16-16-1 with 10,000 words (section 6)", max(history["val_accuracy"][:5]))
wide = [max(accuracies) for name, accuracies in runs.items() if name != "4 units"]
print("all but the 4 units within 0.03 of each other:", max(wide) - min(wide) < 0.03)

# %%
with style():
    figure, ax = plt.subplots(figsize=(9, 3.6))
    for name, marker in zip(changes, "osD^v*P", strict=True):
        bold = {"color": "black", "linewidth": 4} if name == "16-16-1" else {}
        ax.plot(range(1, 6), runs[name], marker=marker, label=name, **bold)
    ax.set(xlabel="epoch", ylabel="validation accuracy", xticks=range(1, 6))
    ax.legend(loc="center left", bbox_to_anchor=(1, 0.5), fontsize=11)
print("networks:", len(runs))

# %% [markdown] lang="en"
# The 4 units are worst, 0.04 behind in this run. The others reach 0.871 to 0.876: one layer or three, 16 units or 64, ReLU or tanh make little difference. Even MSE keeps up, although [06](06_softmax_losses.ipynb) shows why it learns slowly from confident mistakes. Over five seeds we measured 0.837 to 0.870 for the 4 units and 0.864 to 0.877 for the rest, none of which was always ahead.
#
# With all 10,000 words 16-16-1 reached 0.890 in section 6, against 0.874 here: in this run the 8,000 rarer words were worth 0.016. Wider and deeper networks did not help; a richer input can. Wang and Manning (see Sources) fitted linear models to these reviews. From single words their best reached 0.883, about as much as our network; with pairs of neighbours such as "not good" added, it reached 0.912.
#
# ## What you have learned
# - Texts become tensors by **padding** (order kept, needs layers made for sequences) or as **multi-hot** rows (order lost, suits Dense layers).
# - Zeros and ones need one byte, not eight, for the same answers, and only the batches in use need to exist.
# - A multi-hot row times a matrix is a **sum of rows**. The rows are an **embedding** of the words; subtract a row, and the word is gone.
# - The **validation set** chooses the number of epochs. The test set is used at the end and chooses nothing.
# - Read a probability as a degree of confidence, but check it first. Overfitting can spoil it more than the accuracy.
#
# **So can it tell praise from blame?** It can in about 88 of 100 reviews, from a bag of words and without knowing English. What it can never know is what the bag does not hold: "not bad, good" and "not good, bad" are the same input.
#
# ## Next
# [12. Newswires](12_reuters_topics.ipynb): multi-hot rows again, with 46 classes instead of two, and the question how narrow a network may be.
#
# ## Sources
# - A. L. Maas, R. E. Daly, P. T. Pham, D. Huang, A. Y. Ng, C. Potts, "Learning word vectors for sentiment analysis", ACL 2011: the reviews.
# - F. Chollet, *Deep Learning with Python* (2017), chapter 3: the network 16-16-1, four epochs, about 0.88, and the classic listing.
# - S. Wang, C. D. Manning, "Baselines and bigrams: simple, good sentiment and topic classification", ACL 2012: linear models on the same reviews, with and without pairs of words.
# - C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017: how to draw confidence against accuracy, and networks that are more confident than right.

# %% [markdown] lang="ko"
# 가장 낮은 것은 유닛 4개이고, 이번 훈련에서는 16-16-1보다 0.04 낮습니다. 나머지는 모두 0.871에서 0.876에 이릅니다. 층이 하나든 셋이든, 유닛이 16개든 64개든, ReLU든 tanh든 비슷합니다. MSE로는 확신하면서 틀린 답이 더디게 고쳐진다는 것을 [06](06_softmax_losses.ipynb)에서 보았는데도 여기서는 뒤지지 않습니다. 시드 다섯 개로 재니 유닛 4개는 0.837에서 0.870, 나머지는 0.864에서 0.877이었고, 나머지 가운데 언제나 앞서는 것은 없었습니다.
#
# 6절에서 단어 10,000개를 모두 읽은 16-16-1은 0.890이고, 여기서는 0.874입니다. 드물게 나오는 8,000개 단어를 더하면 이번 훈련에서는 0.016 높아지는 셈입니다. 신경망을 넓히거나 층을 늘려서는 나아지지 않았지만, 입력에 정보를 더하면 나아질 수 있습니다. Wang과 Manning(출처 참고)은 같은 영화평을 선형 모델로 분류했습니다. 단어만 넣으면 가장 좋은 모델이 0.883으로 이 장의 신경망과 비슷했고, "not good"처럼 이웃한 두 단어의 쌍까지 넣으면 0.912였습니다.
#
# ## 배운 것
# - 글은 **패딩**(순서가 남고, 순서가 있는 자료를 다루는 층이 필요합니다)이나 **멀티-핫** 행(순서가 사라지고, Dense 층에 알맞습니다)으로 텐서가 됩니다.
# - 0과 1은 8바이트 대신 1바이트에 담아도 답이 같고, 배치는 지금 쓰는 것만 있으면 됩니다.
# - 멀티-핫 행과 행렬의 곱은 **행의 합**입니다. 이 행들이 단어의 **임베딩**이고, 행 하나를 빼면 그 단어가 빠집니다.
# - 에포크 수는 **검증 데이터**로 고릅니다. 테스트 데이터는 마지막에 쓰고, 아무것도 고르지 않습니다.
# - 확률은 확신의 정도로 읽되 먼저 확인합니다. 과대적합은 정확도보다 확률을 더 망가뜨리기도 합니다.
#
# **그러면 칭찬과 혹평을 가릴 수 있을까요?** 영어를 한마디도 모른 채 단어 가방만으로 100건 가운데 88건쯤을 가립니다. 끝내 알 수 없는 것은 가방에 들어 있지 않은 것입니다. "not bad, good"과 "not good, bad"는 똑같은 입력입니다.
#
# ## 다음
# [12. 뉴스 기사](12_reuters_topics.ipynb): 이번에도 멀티-핫 행을 쓰지만 클래스가 둘이 아니라 46개입니다. 신경망이 얼마나 좁아도 되는지도 알아봅니다.
#
# ## 출처
# - A. L. Maas, R. E. Daly, P. T. Pham, D. Huang, A. Y. Ng, C. Potts, "Learning word vectors for sentiment analysis", ACL 2011: 영화평 데이터셋.
# - F. Chollet, *Deep Learning with Python* (2017), 3장: 신경망 16-16-1, 네 에포크, 약 0.88, 그리고 널리 알려진 코드.
# - S. Wang, C. D. Manning, "Baselines and bigrams: simple, good sentiment and topic classification", ACL 2012: 같은 영화평과 선형 모델, 단어의 쌍을 넣은 결과와 넣지 않은 결과.
# - C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017: 확신과 정확도를 견주어 그리는 법, 실제 정확도보다 더 확신하는 신경망.
