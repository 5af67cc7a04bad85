# %% [markdown] lang="en"
# # 11. Film reviews: praise or blame?
#
# "This has to be one of the worst films of the 1990s." You know at once what the writer thinks. Now take the sentence apart, throw its words into a bag, shake, and look only at which words are in it, not how often, not in which order. **Can a program that sees nothing but such bags, and knows no English, still tell praise from blame? And what can it never know?**
#
# **You will be able to**
# - turn texts into tensors in two ways, and say what each of them loses;
# - hold the same data in an eighth of the memory, or in a few megabytes, and get the same network;
# - find the epoch where overfitting begins, on data kept aside for that, and train anew up to there;
# - read a probability as confidence, and check whether the confidence is deserved;
# - show which words made the answer, and let the network judge a review of your own.
#
# **Time** about 75 minutes. **You need** [09. A first network](09_first_network.ipynb): the five steps, overfitting; [06. Softmax and losses](06_softmax_losses.ipynb): sigmoid and binary cross-entropy.

# %% [markdown] lang="ko"
# # 11. 영화평: 칭찬인가, 혹평인가?
#
# "This has to be one of the worst films of the 1990s." 읽자마자 글쓴이의 생각을 알 수 있습니다. 이제 이 문장을 단어로 쪼개 자루에 넣고 흔들어 봅시다. 몇 번 나왔는지도, 어떤 순서였는지도 보지 않고, 어떤 단어가 들어 있는지만 봅니다. **영어를 모르고 이런 자루만 보는 프로그램이 칭찬과 혹평을 가릴 수 있을까요? 그리고 끝내 알 수 없는 것은 무엇일까요?**
#
# **이 장을 마치면 할 수 있는 것**
# - 글을 두 가지 방법으로 텐서(tensor)로 바꾸고, 저마다 무엇을 잃는지 말합니다.
# - 같은 데이터를 8분의 1의 메모리로, 더 나아가 몇 메가바이트로 다루고도 같은 신경망(neural network)을 얻습니다.
# - 따로 떼어 둔 데이터로 과대적합(overfitting)이 시작되는 에포크(epoch)를 찾고, 거기까지만 새로 훈련합니다.
# - 확률을 확신으로 읽고, 그 확신이 믿을 만한지 확인합니다.
# - 어느 단어가 답을 만들었는지 보이고, 내가 쓴 영화평을 신경망에 맡겨 봅니다.
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
# IMDB, the Internet Movie Database, collects reviews of films. In this data set each is clearly for or against its film: 1 means positive, 0 negative. `num_words=10_000` keeps the 10,000 most frequent words.

# %% [markdown] lang="ko"
# ## 1. 가져오기: 이미 숫자로 바뀐 영화평
#
# IMDB(인터넷 영화 데이터베이스)에는 영화평이 모여 있습니다. 이 데이터에는 좋다거나 나쁘다는 뜻이 분명한 영화평만 들어 있습니다. 레이블(label) 1은 긍정, 0은 부정입니다. `num_words=10_000`은 가장 자주 나오는 단어 10,000개만 남깁니다.

# %% tags=["real-data"]
(reviews, labels), (test_reviews, test_labels) = imdb.load_data(num_words=10_000)
print(f"to learn from: {len(reviews):,}, positive: {labels.sum():,}")
print(f"for the test:  {len(test_reviews):,}, positive: {test_labels.sum():,}")
print("the first review:", reviews[0][:12], "…")
print("its label:", labels[0])

# %% [markdown] lang="en"
# 25,000 and 25,000, half of them positive and half negative: whoever guesses is right half of the time. A review is a sequence of integers. Each stands for a word: the more frequent the word, the smaller its number. How long are the sequences?

# %% [markdown] lang="ko"
# 25,000건씩이고, 긍정과 부정이 반반입니다. 아무렇게나 찍으면 절반을 맞힙니다. 영화평 하나는 정수의 줄입니다. 정수 하나가 단어 하나이고, 자주 나오는 단어일수록 번호가 작습니다. 줄의 길이는 얼마나 될까요?

# %% tags=["real-data"]
lengths = reviews.lengths
print("words in a review: least, median, most:", lengths.min(), int(np.median(lengths)), lengths.max())
print("largest number of a word:", reviews.flat.max())

# %% [markdown] lang="en"
# To read a review we turn the numbers back into words. `get_word_index` tells each word's rank among all words, 1 for the most frequent. In the reviews every rank is raised by 3, because three numbers are taken: 0 fills up, 1 marks the beginning, 2 stands for a word outside the 10,000. Forget the 3, and you get fluent nonsense.

# %% [markdown] lang="ko"
# 영화평을 읽으려면 번호를 단어로 되돌려야 합니다. `get_word_index`는 단어마다 몇 번째로 자주 나오는지 알려 줍니다. 가장 흔한 단어가 1입니다. 영화평 안에서는 이 순위에 3을 더한 번호를 씁니다. 0은 빈자리를 채우는 번호, 1은 시작 표시, 2는 10,000개에 들지 못한 단어로, 번호 셋이 이미 쓰이고 있기 때문입니다. 3을 잊으면 그럴듯해 보이지만 뜻이 없는 글이 나옵니다.

# %% tags=["real-data"]
word_index = imdb.get_word_index()
vocabulary = {rank + 3: word for word, rank in word_index.items()}
wrong = {rank: word for word, rank in word_index.items()}
for words in (vocabulary, wrong):
    print(" ".join(words.get(number, "?") for number in reviews[0][1:25]))

# %% [markdown] lang="en"
# The first line is a review; where a word is too rare to be kept, a ? would stand. The second line comes of the forgotten 3.
#
# ## 2. From words to tensors: two ways
#
# A network wants tensors, and a tensor has straight edges ([01](01_tensors.ipynb)). Reviews do not. The first way out is **padding**: cut the long ones, fill the short ones up with 0. **Predict** the shape for 25,000 reviews, filled up to the longest.

# %% [markdown] lang="ko"
# 첫째 줄은 제대로 된 영화평입니다. 너무 드물어서 빠진 단어가 있으면 그 자리에 ?가 나옵니다. 둘째 줄은 3을 잊은 결과입니다.
#
# ## 2. 단어를 텐서로: 두 가지 방법
#
# 신경망은 텐서를 받고, 텐서는 모서리가 반듯해야 합니다([01](01_tensors.ipynb)). 영화평은 그렇지 않습니다. 첫째 방법은 **패딩**(padding)입니다. 긴 것은 자르고 짧은 것은 0으로 채웁니다. 영화평 25,000건을 가장 긴 것에 맞추어 채울 때의 형상(shape)을 **예상해 보세요**.

# %% tags=["real-data"]
shortest = [reviews[row].tolist() for row in np.argsort(lengths, kind="stable")[:3]]
print(keras.utils.pad_sequences(shortest, maxlen=14, padding="post"))
print("all of them:", (len(reviews), int(lengths.max())))
print(f"of it nothing but filling: {1 - lengths.mean() / lengths.max():.0%}")

# %% [markdown] lang="en"
# (samples, length). The order of the words survives, but nine tenths of the table are zeros that say nothing, and a layer that reads it must know what an order is: Embedding and LSTM, as in [08](08_keras_blocks.ipynb). A Dense layer cannot use it: word number 1,622 is not twice word number 811.
#
# The second way is **multi-hot**: a row of 10,000 places for each review, one place for each word of the vocabulary, with a 1 where the word occurs.

# %% [markdown] lang="ko"
# 형상은 (샘플, 길이)입니다. 단어의 순서는 남지만, 표의 10분의 9는 아무 뜻도 없는 0입니다. 그리고 이것을 읽으려면 순서를 아는 층(layer)이 있어야 합니다. [08](08_keras_blocks.ipynb)의 Embedding과 LSTM이 그런 층입니다. Dense 층에는 맞지 않습니다. 1,622번 단어가 811번 단어의 두 배는 아니니까요.
#
# 둘째 방법은 **멀티-핫**(multi-hot)입니다. 영화평마다 칸이 10,000개인 행을 두고, 단어마다 칸 하나를 주어, 그 단어가 나오면 1을 적습니다.


# %%
def multi_hot(reviews, size=10_000, dtype="uint8"):
    rows = np.zeros((len(reviews), size), dtype)
    for row, words in zip(rows, reviews, strict=True):
        row[words] = 1
    return rows


print(multi_hot([[0, 2, 2, 5], [1]], size=8))

# %% [markdown] lang="en"
# The 2 came twice and gets one 1: how often is lost, and the order is lost too. What is left is a bag of words. Here are the first 40 reviews as rows of a picture, the 150 most frequent words as its columns.

# %% [markdown] lang="ko"
# 2는 두 번 나왔지만 1은 하나뿐입니다. 몇 번 나왔는지도, 순서도 사라집니다. 남는 것은 단어 가방입니다. 처음 40건을 그림의 행으로, 가장 흔한 단어 150개를 열로 그려 봅니다.

# %% tags=["real-data"]
picture = multi_hot(reviews[:40])[:, :150]
print(f"ones in the picture: {picture.mean():.0%}   in all 10,000 columns: {multi_hot(reviews[:1000]).mean():.1%}")
with style():
    figure, ax = plt.subplots(figsize=(9, 2.9))
    ax.imshow(picture, cmap="gray_r", aspect="auto")
    ax.set(xlabel="number of the word", ylabel="review")
    ax.grid(visible=False)

# %% [markdown] lang="en"
# Black is a 1. On the left words such as *the*, *and*, *a* form upright bars: they are in almost every review and tell nothing. To the right the picture thins out, and of all 10,000 columns more than 98 in 100 places are empty. The news sits in the rare dots.
#
# ## 3. What it costs: two gigabytes, or five megabytes
#
# Most listings that you find write these zeros and ones as `float64`, eight bytes each. **Predict** how much memory the 25,000 rows of 10,000 take.

# %% [markdown] lang="ko"
# 검은 점이 1입니다. 왼쪽의 *the*, *and*, *a* 같은 단어는 세로 막대를 이룹니다. 거의 모든 영화평에 나오므로 알려 주는 것이 없습니다. 오른쪽으로 갈수록 점이 드물어지고, 10,000열 전체로 보면 100칸 가운데 98칸 넘게 비어 있습니다. 쓸모 있는 소식은 드문 점에 있습니다.
#
# ## 3. 비용: 2기가바이트, 아니면 5메가바이트
#
# 흔히 보는 코드는 이 0과 1을 하나에 8바이트(byte)인 `float64`로 적습니다. 10,000칸짜리 25,000행이 차지할 메모리를 **예상해 보세요**.

# %%
places = 25_000 * 10_000
for dtype in ("float64", "float32", "uint8"):
    print(f"{dtype:8}{places * np.dtype(dtype).itemsize / 1e9:6.2f} GB")
print(f"one batch of 512 reviews in uint8: {512 * 10_000 / 1e6:.1f} MB")

# %% [markdown] lang="en"
# 2 GB for the training set, 2 GB for the test set, and on top of it the float32 copies that are made on the way into the network. We measured the classic listing: its kernel grows to 8.7 GB. Binder gives you 2. So we computed the large cost and do not run it.
#
# A zero or a one fits into **one byte**: 0.25 GB. The layer turns it into float32 when it computes, batch by batch. Does the network notice? The same small training, on the first 500 reviews, once from eight bytes, once from one.

# %% [markdown] lang="ko"
# 훈련 데이터에 2 GB, 테스트 데이터에 2 GB, 거기에 신경망으로 들어가면서 생기는 float32 사본까지 더해집니다. 이렇게 하는 흔한 코드를 재 보니 커널이 8.7 GB까지 커졌습니다. Binder가 주는 메모리는 2 GB입니다. 그래서 큰 쪽은 계산만 하고 실행하지 않습니다.
#
# 0과 1은 **한 바이트**에 들어갑니다. 그러면 0.25 GB입니다. 계산할 때는 층이 배치(batch)마다 float32로 바꿉니다. 신경망이 차이를 알아챌까요? 처음 500건으로 똑같은 작은 훈련을 8바이트로 한 번, 1바이트로 한 번 해 봅니다.

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
# The same, for an eighth of the memory: 0 and 1 are exact in every dtype.
#
# There is one step more to go. `fit` copies the array that you give it. But it needs only 512 rows at a time, and our reviews lie in memory as 24 MB of integers. A `PyDataset` tells Keras how many batches there are and how to make batch number n; then only a few batches exist at any moment, 5 MB each. After each epoch Keras shuffles the order of the batches.

# %% [markdown] lang="ko"
# 메모리는 8분의 1인데 답은 같습니다. 0과 1은 어떤 자료형(dtype)에서도 정확하기 때문입니다.
#
# 한 걸음 더 갈 수 있습니다. `fit`은 받은 배열을 한 번 더 복사합니다. 그런데 한 번에 필요한 것은 512행뿐이고, 영화평은 24 MB의 정수로 메모리에 있습니다. `PyDataset`은 배치가 몇 개인지, n번째 배치를 어떻게 만드는지를 Keras에 알려 줍니다. 그러면 어느 순간에도 5 MB짜리 배치 몇 개만 있으면 됩니다. 에포크마다 Keras가 배치의 순서를 섞습니다.


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
# The first layer multiplies each row by a matrix W of (10,000, 16). Where the row has a 0, a row of W is multiplied by 0 and disappears; where it has a 1, the row of W is added as it is. **Predict**: how many multiplications are really needed?

# %% [markdown] lang="ko"
# ## 4. 멀티-핫 행과 행렬의 곱은 행의 합
#
# 첫 층은 행마다 (10,000, 16) 행렬(matrix) W를 곱합니다. 0인 자리에서는 W의 행에 0이 곱해져 사라지고, 1인 자리에서는 W의 행이 그대로 더해집니다. 곱셈이 정말로 몇 번 필요한지 **예상해 보세요**.

# %% tags=["real-data"]
w = np.random.default_rng(SEED).normal(size=(10_000, 16))
words = np.unique(reviews[0])  # each word once
print("equal:", np.allclose(multi_hot(reviews[:1])[0] @ w, w[words].sum(axis=0)))
print(f"multiplications as a matrix: {w.size:,}   additions as a sum of rows: {(len(words) - 1) * 16:,}")

# %% [markdown] lang="en"
# None. The first layer **looks up 16 numbers for each word of the review and adds them up**. So W is a dictionary that the network writes by itself: 16 numbers for each word, whatever they may mean. Later we use this to ask what happens when a word is taken out: subtract its row.
#
# ## 5. Model and compile
#
# Two hidden layers of 16 units, and one unit with a sigmoid: its output is the probability that the review is positive. Two classes, one probability: the loss is **binary cross-entropy**. `steps_per_execution=10` hands ten batches over in one call: the same computation, with fewer trips between Python and the compiled code. (More at once would be no faster here, and all of them would have to lie in memory.) `dtype="uint8"` tells the model that bytes are coming.

# %% [markdown] lang="ko"
# 한 번도 필요 없습니다. 첫 층이 하는 일은 **영화평의 단어마다 숫자 16개를 찾아 모두 더하는 것**입니다. W는 신경망이 스스로 써 나가는 사전입니다. 단어마다 숫자가 16개씩 적히지만, 그 숫자의 뜻은 아무도 정해 주지 않습니다. 뒤에서 단어 하나를 빼면 어떻게 되는지 알아볼 때 이것을 씁니다. 그 단어의 행을 빼면 됩니다.
#
# ## 5. 모델과 컴파일
#
# 유닛(unit)이 16개인 은닉층(hidden layer) 둘과, 시그모이드를 쓰는 유닛 하나입니다. 이 유닛의 출력이 긍정일 확률입니다. 클래스(class)가 둘이고 확률이 하나이므로 손실(loss)은 **이진 교차 엔트로피**입니다. `steps_per_execution=10`은 배치 열 개를 한 번의 호출로 넘깁니다. 계산은 같고, 파이썬과 컴파일된 코드 사이를 오가는 횟수만 줄어듭니다. (더 많이 넘겨도 여기서는 빨라지지 않고, 그만큼의 배치가 모두 메모리에 있어야 합니다.) `dtype="uint8"`은 바이트가 들어온다고 모델에 알립니다.


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
# Of about 160,000 parameters nearly all are W, the dictionary.
#
# ## 6. Fit, and watch both curves
#
# When should the training stop? The test set must not answer: whoever chooses by it has used it up. So 10,000 of the training reviews are set aside as a **validation set**. The network learns from the other 15,000, for 20 epochs, and after each epoch it is examined on the 10,000. **Look for** the epoch at which the two curves of the loss part.

# %% [markdown] lang="ko"
# 파라미터(parameter) 약 160,000개가 거의 모두 W, 곧 사전에 들어 있습니다.
#
# ## 6. 훈련하며 두 곡선 지켜보기
#
# 훈련은 언제 멈춰야 할까요? 테스트 데이터에 물어서는 안 됩니다. 그것으로 고르는 순간, 테스트 데이터는 본 적 없는 데이터가 아니게 됩니다. 그래서 훈련 데이터에서 10,000건을 **검증 데이터**(validation set)로 떼어 둡니다. 신경망은 나머지 15,000건으로 20에포크 동안 배우고, 에포크가 끝날 때마다 그 10,000건으로 시험을 봅니다. 두 손실 곡선이 갈라지는 에포크를 **눈여겨보세요**.

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
# The training curves only get better: at the end nearly every training review is right. The validation loss turns after four to six epochs and then climbs to about twice its lowest. From there on the network learns the 15,000 reviews by heart. The accuracy falls only a little, the loss a lot: the wrong answers do not become many more, they become far more certain.
#
# ## 7. Train anew for four epochs, then test
#
# The validation set has done its work: the lowest loss lies at four to six epochs, and the curve is flat there. We take four, the short end, because a fresh network now learns from all 25,000 reviews: an epoch has 49 batches in place of 30. **Predict** the test accuracy, once.

# %% [markdown] lang="ko"
# 훈련 곡선은 계속 좋아져서, 끝에서는 훈련에 쓴 영화평을 거의 다 맞힙니다. 검증 손실은 4~6에포크에서 방향을 바꾸어, 끝에는 가장 낮았을 때의 두 배쯤까지 올라갑니다. 그때부터 신경망은 15,000건을 외우는 셈입니다. 정확도(accuracy)는 조금 떨어지는데 손실은 크게 늘어납니다. 틀린 답이 많아진다기보다, 틀린 답을 훨씬 더 확신하게 되는 것입니다.
#
# ## 7. 네 에포크만 새로 훈련하고 테스트하기
#
# 검증 데이터는 제 할 일을 했습니다. 손실은 4~6에포크에서 가장 낮고 그 사이는 거의 평평합니다. 그 가운데 짧은 쪽인 네 에포크를 고릅니다. 이제 새 신경망이 25,000건 모두에서 배우므로 한 에포크의 배치가 30개가 아니라 49개이기 때문입니다. 테스트 정확도를 **예상해 보세요**.

# %% tags=["real-data"]
overfitted = model  # kept for a comparison
model = build()
model.fit(everything, epochs=4, verbose=0)
probabilities = model.predict(test, verbose=0)[:, 0]
right = (probabilities > 0.5) == test_labels
measured("test accuracy", right.mean(), expected=(0.865, 0.890), data=imdb)

# %% [markdown] lang="en"
# About 0.88, where guessing gives 0.50. **So bags of words are enough for 88 of 100 reviews.** Over six seeds we measured 0.879 to 0.887. Another seed starts from other weights and sees the batches in another order, and the network stops after four epochs whether or not they were a little too many for that start.
#
# ## 8. Probability as confidence
#
# The output is not yes or no but a number between 0 and 1. 0.98 means "surely positive", 0.03 "surely negative", 0.55 "I hardly know". Is that deserved? Sort the test reviews by how sure the network is of its answer, and count in each group how many are right. **Predict** the accuracy among those of which it is 50 to 60 % sure.

# %% [markdown] lang="ko"
# 찍으면 0.50인데 0.88쯤 됩니다. **단어 가방만으로도 100건 가운데 88건을 맞힙니다.** 시드(seed) 여섯 가지로 재니 0.879에서 0.887 사이였습니다. 조금씩 다른 까닭은, 시드가 다르면 출발하는 가중치(weight)와 배치의 순서가 다르고, 그 출발점에 네 에포크가 조금 길든 짧든 거기에서 멈추기 때문입니다.
#
# ## 8. 확신으로 읽는 확률
#
# 출력은 예, 아니요가 아니라 0과 1 사이의 수입니다. 0.98이면 "틀림없이 긍정", 0.03이면 "틀림없이 부정", 0.55면 "잘 모르겠다"는 뜻입니다. 믿어도 될까요? 테스트 영화평을 신경망이 자기 답을 얼마나 확신하는지에 따라 나누고, 무리마다 얼마나 맞히는지 세어 봅니다. 50~60 %만 확신한 무리의 정확도를 **예상해 보세요**.

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
# It deserves its confidence: of the answers that it gives with 75 %, about 75 in 100 are right. A machine could decide the surest fourth of the reviews, with about 99 in 100 right, and hand those around 50 %, where it is little better than a coin, to a person.
#
# Now the network of section 6, which went on for 20 epochs. **Predict**: is it surer or less sure? And is that deserved?

# %% [markdown] lang="ko"
# 확신할 만한 만큼 확신합니다. 75 %라고 한 답은 100건 가운데 75건쯤 맞습니다. 가장 확신한 4분의 1은 100건에 99건쯤 맞히니 기계가 정하고, 동전 던지기보다 조금 나을 뿐인 50 % 언저리는 사람에게 넘기면 됩니다.
#
# 이번에는 20에포크까지 갔던 6절의 신경망입니다. 더 확신할까요, 덜 확신할까요? 그 확신은 믿을 만할까요? **예상해 보세요**.

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
# One point is one group of reviews; on the dotted line a network is right exactly as often as it claims. After 4 epochs the points lie on it. After 20 they hang far below: more than half of all answers are now given with over 99 %, and of those 6 or 7 in 100 are wrong. That is what the climbing validation loss was telling. **Overfitting hurts the confidence long before it hurts the accuracy.**
#
# ## 9. Which words made the answer?
#
# Take one word out of a review and see how the probability changes: that is the word's **pull**. No new run of the model is needed, since the first layer is a sum of rows (section 4). `positive` is the rest of the network, written out.

# %% [markdown] lang="ko"
# 점 하나가 영화평 한 무리입니다. 점선 위에 있으면 말한 만큼 맞히는 것입니다. 4에포크 뒤의 점들은 점선 위에 있습니다. 20에포크 뒤의 점들은 한참 아래로 처집니다. 이제 절반이 넘는 답을 99 % 넘게 확신하는데, 그 가운데 100건에 6~7건이 틀립니다. 올라가던 검증 손실이 바로 이것을 말하고 있었습니다. **과대적합은 정확도를 해치기 훨씬 전에 확신부터 망가뜨립니다.**
#
# ## 9. 어느 단어가 답을 만들었을까?
#
# 영화평에서 단어 하나를 빼고 확률이 얼마나 달라지는지 봅니다. 그 차이가 단어의 **당기는 힘**입니다. 모델을 다시 돌릴 필요는 없습니다. 첫 층이 행의 합이기 때문입니다(4절). `positive`는 신경망의 나머지 부분을 그대로 적은 것입니다.

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
# Nobody told it what *excellent* or *worst* means. It found out from 25,000 labels.
#
# Below you can read the test reviews. An underlined word on blue pulls towards the answer, a word with dots under it on orange pulls against it; ? is a word outside the vocabulary, and *br* is left over from line breaks. A long review has several pages, with a slider for them. The frame marks the true answer. It starts with the mistakes about which the network was least sure.

# %% [markdown] lang="ko"
# *excellent*나 *worst*가 무슨 뜻인지 아무도 알려 주지 않았습니다. 레이블 25,000개를 보고 스스로 알아냈습니다.
#
# 아래에서 테스트 영화평을 읽어 볼 수 있습니다. 파란 바탕에 밑줄이 있는 단어는 답 쪽으로 당기고, 주황 바탕에 점선이 있는 단어는 반대쪽으로 당깁니다. ?는 어휘에 없는 단어이고, *br*는 줄바꿈이 남긴 흔적입니다. 긴 영화평은 여러 쪽으로 나뉘고, 쪽을 넘기는 슬라이더가 있습니다. 테두리는 정답을 나타냅니다. 틀린 것 가운데 신경망이 가장 자신 없어 한 것부터 시작합니다.

# %%
names = ("negative", "positive")
TextPredictionBrowser(test_reviews, probabilities, test_labels, vocabulary, names, pulls)

# %% [markdown] lang="en"
# **Try this**
# 1. Walk through the first ten mistakes with the arrow keys on *place*. Blue and orange balance: most of these writers praise one thing and blame another.
# 2. Set *first* to "surest". Now the network is wrong and certain. Read three of them to the end. You will find very long ones that retell a plot, a remake that is panned by praising its original, fond mockery of cheap horror, and here and there a label that you would dispute yourself.
# 3. Set *show* to "right ones", *first* to "surest". Words are marked as deeply as before, since each review has its own scale. But the line of words under the picture tells how much the strongest of them pulls: next to nothing. With so many words on one side, no single one is missed.
#
# ## 10. Your own review
#
# To judge a new text, make of it what the training texts were: small letters, words, numbers. A word outside the vocabulary becomes 2, unknown, and we say so. A review without words gets no answer, but a sentence.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *순서* 슬라이더를 화살표 키로 움직여 처음 열 건을 보세요. 파란 단어와 주황 단어가 팽팽합니다. 대부분 한 가지는 칭찬하고 다른 것은 나무라는 글입니다.
# 2. *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 이번에는 확신하면서 틀렸습니다. 세 건만 끝까지 읽어 보세요. 줄거리를 길게 늘어놓은 글, 원작을 칭찬하며 리메이크를 깎아내린 글, 싸구려 공포 영화를 정답게 놀리는 글이 나오고, 레이블이 맞는지 고개를 갸웃하게 되는 글도 있습니다.
# 3. *보기*를 "맞힌 것", *먼저*를 "가장 확신한 것"으로 바꿔 보세요. 표시는 여전히 짙습니다. 짙기는 영화평마다 따로 맞추기 때문입니다. 그런데 그림 아래 문장을 보면 가장 센 단어가 당기는 힘도 0에 가깝습니다. 같은 편 단어가 워낙 많아서 하나쯤 빼도 티가 나지 않습니다.
#
# ## 10. 내가 쓴 영화평
#
# 새 글을 판단하려면 훈련에 쓴 글과 똑같이 손질해야 합니다. 소문자로 바꾸고, 단어로 나누고, 번호로 적습니다. 어휘에 없는 단어는 2, 곧 모르는 단어가 되며, 그렇다고 알려 줍니다. 단어가 하나도 없는 글에는 답 대신 문장 하나가 나옵니다.


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
# Korean is no language to this network, nor is any other but the English of its reviews. Now the experiment that shows the limit of every bag. **Predict**: which of these two gets the higher probability?

# %% [markdown] lang="ko"
# 이 신경망에게 한국어는 언어가 아닙니다. 영화평에 쓰인 영어 말고는 아무 말도 모릅니다. 이제 단어 가방의 한계를 보여 주는 실험입니다. 둘 가운데 어느 쪽의 확률이 더 높을지 **예상해 보세요**.

# %% tags=["real-data"]
judge("Not bad at all, this film is really good.")
judge("Not good at all, this film is really bad.")
one, other = (encode(f"not {a}, {b}")[0] for a, b in (("bad", "good"), ("good", "bad")))
print("the same bag:", np.array_equal(np.unique(one), np.unique(other)))

# %% [markdown] lang="en"
# They get the same number to the last digit. It is no error of the training, and no more training, units or data will cure it: both sentences are **the same input**. What the network cannot know, because the bag does not hold it:
# - the **order**: "not good" is *not* and *good*, anywhere in the text;
# - how **often** a word comes, and how far apart two words are;
# - words outside the 10,000, names above all, which may be the point of a joke;
# - what everybody knows and nobody writes: irony, the film's fame, the writer's mood.
#
# Now write some yourself, and say for each whether you meant praise (1) or blame (0). The browser marks your words.

# %% [markdown] lang="ko"
# 마지막 자리까지 똑같습니다. 훈련이 잘못된 것이 아니며, 훈련이나 유닛이나 데이터를 늘려도 나아지지 않습니다. 신경망에게는 두 문장이 **같은 입력**이기 때문입니다. 자루에 들어 있지 않아서 신경망이 알 수 없는 것은 다음과 같습니다.
# - **순서**: "not good"은 글 어딘가에 *not*과 *good*이 있다는 것일 뿐입니다.
# - 단어가 **몇 번** 나오는지, 두 단어가 얼마나 떨어져 있는지.
# - 10,000개에 들지 못한 단어. 특히 이름이 그런데, 농담의 핵심이 이름일 때도 있습니다.
# - 누구나 알지만 아무도 적지 않는 것: 비꼬는 말투, 영화의 명성, 글쓴이의 기분.
#
# 이제 직접 써 보세요. 하나하나 칭찬(1)으로 썼는지 혹평(0)으로 썼는지도 적습니다. 위젯이 단어를 표시해 줍니다.

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
# 1. Read the three. One of them is sarcasm: meant as blame, taken for praise, and every mark in it makes sense.
# 2. Change one word of the first text in the cell and run it again. Which single word turns the answer?
# 3. Write a review that says the opposite of what the network hears. Now you know how to fool a bag of words.
#
# ## 11. Other networks, side by side
#
# Is 16-16-1 a good choice? Six others, each with one change: one hidden layer or three, 4 units or 64, tanh instead of ReLU, the mean squared error (MSE) instead of cross-entropy. Each learns for five epochs from the 15,000 and is examined on the 10,000. To keep it quick, all of them read only the 2,000 most frequent words, 16-16-1 as well. **Predict** the best and the worst, and how much the other 8,000 words were worth.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 세 건을 읽어 보세요. 하나는 비꼬는 글입니다. 혹평으로 썼는데 칭찬으로 알아듣지만, 표시된 단어는 하나하나 그럴 만합니다.
# 2. 셀의 첫 번째 글에서 단어 하나를 바꾸고 다시 실행해 보세요. 어느 단어 하나가 답을 뒤집나요?
# 3. 신경망이 정반대로 알아들을 글을 써 보세요. 이제 단어 가방을 속이는 법을 아는 셈입니다.
#
# ## 11. 다른 신경망과 나란히
#
# 16-16-1은 좋은 선택일까요? 한 가지씩만 바꾼 여섯 가지와 견주어 봅니다. 은닉층 하나 또는 셋, 유닛 4개 또는 64개, ReLU 대신 tanh, 교차 엔트로피 대신 평균 제곱 오차(MSE)입니다. 저마다 15,000건으로 다섯 에포크를 배우고 10,000건으로 시험을 봅니다. 빨리 끝나도록, 16-16-1을 포함해 모두 가장 자주 나오는 단어 2,000개만 읽습니다. 가장 나은 것과 못한 것은 무엇일까요? 나머지 8,000개 단어는 얼마만큼의 값어치가 있었을까요? **예상해 보세요**.

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
# The picture shows one line a network, its validation accuracy after each epoch. A small surprise: nearly everything comes to 0.87. One layer or three, 16 units or 64, ReLU or tanh, even MSE, which [06](06_softmax_losses.ipynb) advises against: over five seeds they all lay between 0.864 and 0.877, and none was always ahead. What differs is the way: the 64 units begin highest, because each epoch moves more weights. Only the 4 units are a gamble: 0.837 to 0.870 over the same seeds. A ReLU unit that starts badly and dies is then a quarter of the layer.
#
# With all 10,000 words 16-16-1 comes to 0.89. The 8,000 rarer words are worth 0.01 to 0.02, less than the bad luck of the 4 units. The limit is not in the network but in its input: all of them get the same bag.
#
# ## What you have learned
# - Texts become tensors by **padding** (order kept, needs layers that read it) or as **multi-hot** rows (order lost, Dense layers can read it).
# - Zeros and ones need one byte, not eight, and only the batch that is being used. The network is the same.
# - A multi-hot row times a matrix is a **sum of rows**; subtract a row, and the word is gone.
# - The **validation set** chooses the number of epochs; the test set is asked once, at the end.
# - A probability is a confidence; check it before you trust it. Overfitting spoils it first.
#
# **So can it tell praise from blame?** In 88 of 100 reviews, from a bag of words and without a word of English. What it can never know is what the bag does not hold: "not bad, good" and "not good, bad" are one and the same to it.
#
# ## Next
# [12. Newswires](12_reuters_topics.ipynb): not two classes but 46, and how narrow a network may be.
#
# ## Sources
# - A. L. Maas, R. E. Daly, P. T. Pham, D. Huang, A. Y. Ng, C. Potts, "Learning word vectors for sentiment analysis", ACL 2011: the reviews.
# - F. Chollet, *Deep Learning with Python* (2017), chapter 3: the network 16-16-1, four epochs, about 0.88.
# - C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017: how to draw confidence against accuracy, and networks that are surer than right.

# %% [markdown] lang="ko"
# 그림에서 선 하나가 신경망 하나이고, 에포크마다의 검증 정확도를 나타냅니다. 조금 뜻밖입니다. 거의 모두 0.87에 이릅니다. 층이 하나든 셋이든, 유닛이 16개든 64개든, ReLU든 tanh든, [06](06_softmax_losses.ipynb)에서 권하지 않은 MSE조차 그렇습니다. 시드 다섯 개로 재니 모두 0.864에서 0.877 사이였고, 언제나 앞서는 것은 없었습니다. 다른 것은 가는 길입니다. 유닛 64개는 에포크마다 움직이는 가중치가 많아서 가장 높은 곳에서 출발합니다. 유닛 4개만은 운에 달려 있어서, 같은 시드들로 0.837에서 0.870이 나왔습니다. ReLU 유닛 하나가 출발이 나빠 죽으면 층의 4분의 1이 사라지기 때문입니다.
#
# 단어 10,000개를 모두 읽은 6절의 16-16-1은 0.89입니다. 드물게 나오는 8,000개 단어의 값어치는 0.01에서 0.02로, 유닛 4개가 운이 나쁠 때 잃는 것보다 작습니다. 한계는 신경망이 아니라 입력에 있습니다. 모두가 똑같은 자루를 받기 때문입니다.
#
# ## 배운 것
# - 글은 **패딩**(순서가 남고, 순서를 읽는 층이 필요합니다)이나 **멀티-핫** 행(순서가 사라지고, Dense 층이 읽을 수 있습니다)으로 텐서가 됩니다.
# - 0과 1에는 8바이트가 아니라 1바이트면 되고, 그것도 지금 쓰는 배치만 있으면 됩니다. 신경망은 똑같습니다.
# - 멀티-핫 행과 행렬의 곱은 **행의 합**입니다. 행 하나를 빼면 그 단어가 빠집니다.
# - 에포크 수는 **검증 데이터**로 고르고, 테스트 데이터에는 마지막에 한 번만 묻습니다.
# - 확률은 확신입니다. 믿기 전에 확인합니다. 과대적합은 확신부터 망가뜨립니다.
#
# **그러면 칭찬과 혹평을 가릴 수 있을까요?** 영어를 한 마디도 모른 채 단어 가방만으로 100건 가운데 88건을 가립니다. 끝내 알 수 없는 것은 자루에 들어 있지 않은 것입니다. "not bad, good"과 "not good, bad"는 신경망에게 똑같은 글입니다.
#
# ## 다음
# [12. 뉴스 기사](12_reuters_topics.ipynb): 클래스가 둘이 아니라 46개일 때, 그리고 신경망은 얼마나 좁아도 되는가.
#
# ## 출처
# - A. L. Maas, R. E. Daly, P. T. Pham, D. Huang, A. Y. Ng, C. Potts, "Learning word vectors for sentiment analysis", ACL 2011: 영화평 데이터.
# - F. Chollet, *Deep Learning with Python* (2017), 3장: 신경망 16-16-1, 네 에포크, 약 0.88.
# - C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger, "On calibration of modern neural networks", ICML 2017: 확신과 정확도를 견주어 그리는 법, 맞히는 것보다 더 확신하는 신경망.
