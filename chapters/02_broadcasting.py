# %% [markdown] lang="en"
# # 02. Broadcasting and dots: the arithmetic of a layer
#
# Almost every network that you will ever meet is made of one line, repeated: `maximum(x @ w + b, 0)`. Two signs and a function. **What does each of them do, and what would be lost without it?** At the end of this chapter you can say, with numbers.
#
# **You will be able to**
# - replace loops by one operation on whole arrays, and say what that gains on your computer;
# - tell from two shapes whether they broadcast, what comes out, and which axis is to blame when they do not;
# - compute dot products by hand, and see from the shapes whether one exists;
# - see a matrix as a movement of the plane, and a chain of such movements as a single one;
# - explain why a hundred layers without activations are no more than one.
#
# **Time** about 75 minutes. **You need** chapter [01](01_tensors.ipynb): shape, axis, strides, view. Of mathematics: multiplying and adding; sine and cosine come up once, ready made.

# %% [markdown] lang="ko"
# # 02. 브로드캐스팅과 점곱: 층 하나의 산수
#
# 앞으로 만날 신경망(neural network)은 거의 모두 `maximum(x @ w + b, 0)`이라는 한 줄을 되풀이해 만든 것입니다. 기호 둘에 함수 하나입니다. **저마다 무슨 일을 하고, 하나라도 빠지면 무엇을 잃을까요?** 이 장을 마치면 숫자를 들어 답할 수 있습니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 반복문을 배열 전체에 대한 연산 하나로 바꾸고, 내 컴퓨터에서 얼마나 빨라지는지 말합니다.
# - 두 형상(shape)만 보고 브로드캐스팅(broadcasting)이 되는지, 무엇이 나오는지, 안 된다면 어느 축(axis) 때문인지 압니다.
# - 점곱(dot product)을 손으로 계산하고, 점곱할 수 있는지를 형상에서 알아봅니다.
# - 행렬(matrix)을 평면의 움직임으로 보고, 그런 움직임을 이은 것을 움직임 하나로 봅니다.
# - 활성화 함수(activation function)가 없으면 층(layer) 백 개가 하나와 다를 바 없는 까닭을 설명합니다.
#
# **시간** 약 75분. **필요한 것** [01장](01_tensors.ipynb)의 형상, 축, 스트라이드(stride), 뷰(view). 수학은 곱하기와 더하기면 됩니다. 사인과 코사인이 한 번 나오지만 그대로 쓰기만 합니다.

# %% tags=["setup"]
import timeit

import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.drawing import style
from helpers.drawing.letter import LETTER
from helpers.widgets import AffineExplorer, BroadcastingExplorer

# %% [markdown] lang="en"
# ## 1. Element by element
#
# The simplest thing to do with a tensor is the same thing to every number. **ReLU** (rectified linear unit) keeps what is positive and turns the rest into 0. Written as one would say it, with one loop for each axis:

# %% [markdown] lang="ko"
# ## 1. 원소 하나하나
#
# 텐서(tensor)로 할 수 있는 가장 단순한 일은 모든 숫자에 같은 일을 하는 것입니다. **ReLU**(rectified linear unit)는 양수는 그대로 두고 나머지는 0으로 바꿉니다. 말로 하듯이, 축마다 반복문을 하나씩 써 봅시다.


# %%
def naive_relu(x):
    z = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            z[i, j] = x[i, j] if x[i, j] > 0 else 0
    return z


def naive_add(x, y):
    assert x.shape == y.shape
    z = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            z[i, j] = x[i, j] + y[i, j]
    return z


# %% [markdown] lang="en"
# Both are **element-wise**: the number at place (i, j) of the result needs the numbers at place (i, j), and no others. Both make a new array `z`; writing into `x` would change the caller's data, for arrays are handed over without copying.
#
# **Predict** the four rows that are printed.

# %% [markdown] lang="ko"
# 둘 다 **원소별**(element-wise) 연산입니다. 결과의 (i, j) 자리에는 (i, j) 자리의 숫자만 있으면 됩니다. 둘 다 새 배열(array) `z`를 만듭니다. 배열은 복사하지 않고 건네지므로 `x`에 바로 쓰면 함수를 부른 쪽의 데이터가 바뀝니다.
#
# 출력될 네 줄을 **예상해 보세요**.

# %%
x = np.array([[1, -2, 3], [-4, 5, -6]])
print(naive_relu(x))
print(naive_add(x, x))

# %% [markdown] lang="en"
# NumPy does both in one expression, **vectorised**: the loops run in compiled code, over whole arrays.

# %% [markdown] lang="ko"
# NumPy는 둘 다 식 하나로, **벡터화된**(vectorised) 방식으로 계산합니다. 반복은 컴파일된 코드 안에서 배열 전체를 돌며 이루어집니다.

# %%
print("relu the same:", np.array_equal(naive_relu(x), np.maximum(x, 0)))
print("add the same: ", np.array_equal(naive_add(x, x), x + x))

# %% [markdown] lang="en"
# The same numbers. **Predict**: on 200,000 numbers, is it 5 times as fast, 50 times, 500 times?

# %% [markdown] lang="ko"
# 같은 숫자가 나옵니다. 숫자가 200,000개라면 5배, 50배, 500배 가운데 얼마나 빠를지 **예상해 보세요**.


# %%
def fastest(work, times=5):
    return min(timeit.repeat(work, number=1, repeat=times))


rng = np.random.default_rng(0)
table = rng.normal(size=(400, 500))
for name, loops, whole in (
    ("relu", lambda: naive_relu(table), lambda: np.maximum(table, 0)),
    ("add", lambda: naive_add(table, table), lambda: table + table),
):
    slow, fast = fastest(loops), fastest(whole)
    measured(f"{name}: loops", 1000 * slow, digits=1, unit="ms")
    measured(f"{name}: at once", 1000 * fast, unit="ms")
    measured(f"{name}: times faster", slow / fast, digits=0)

# %% [markdown] lang="en"
# These lines are measured on your computer; behind ≈ stands what it takes, and it differs from run to run. Typically it is some hundred times. (The fastest of five runs counts: a computer that is busy with something else makes a run slower, never faster.) So the first rule of this trade: **no Python loop over the numbers of a tensor.** What follows shows how to get by without.

# %% [markdown] lang="ko"
# 이 줄들은 여러분의 컴퓨터에서 잰 값입니다. ≈ 뒤의 수는 실행할 때마다 달라집니다. 대개 수백 배가 나옵니다. (다섯 번 가운데 가장 빠른 것을 씁니다. 컴퓨터가 다른 일로 바쁘면 느려질 수는 있어도 빨라지지는 않기 때문입니다.) 그래서 이 분야의 첫째 규칙은 **텐서의 숫자를 파이썬 반복문으로 돌지 않는다**는 것입니다. 반복문 없이 해내는 방법을 이제부터 봅니다.

# %% [markdown] lang="en"
# ## 2. Two shapes, two steps
#
# `naive_add` insists on equal shapes. NumPy does not. Here a row of three meets a table of four rows. **Predict** the result.

# %% [markdown] lang="ko"
# ## 2. 두 형상, 두 단계
#
# `naive_add`는 형상이 같아야 한다고 고집합니다. NumPy는 그렇지 않습니다. 숫자 셋짜리 행이 행 네 개짜리 표를 만납니다. 결과를 **예상해 보세요**.

# %%
x = np.arange(12, dtype="int32").reshape(4, 3)
y = np.array([10, 20, 30], "int32")
x + y

# %% [markdown] lang="en"
# The row was added to every row of the table. This is **broadcasting**, and it goes in two steps. Write the shapes one above the other, **aligned at the right**:
#
# ```
# x   4  3
# y      3
# ```
#
# **Step 1.** Where a shape is too short, axes of length 1 are added **on the left**. (3,) becomes (1, 3).

# %% [markdown] lang="ko"
# 표의 모든 행에 그 행이 더해졌습니다. 이것이 **브로드캐스팅**이고, 두 단계로 이루어집니다. 두 형상을 **오른쪽에 맞추어** 위아래로 적어 봅니다.
#
# ```
# x   4  3
# y      3
# ```
#
# **1단계.** 짧은 형상의 **왼쪽**에 길이(length)가 1인 축을 덧붙입니다. (3,)은 (1, 3)이 됩니다.

# %%
row = y[np.newaxis, :]
print(y.shape, "->", row.shape, "  the same memory:", np.shares_memory(y, row))

# %% [markdown] lang="en"
# **Step 2.** Where a length is 1 and the other is not, it is repeated: (1, 3) becomes (4, 3).
#
# **Predict**: how many numbers does NumPy store for the stretched `y`, 3 or 12?

# %% [markdown] lang="ko"
# **2단계.** 한쪽 길이가 1이고 다른 쪽은 1이 아니면, 1인 쪽을 되풀이합니다. (1, 3)은 (4, 3)이 됩니다.
#
# 늘어난 `y`를 위해 NumPy는 숫자를 몇 개 저장할지, 3개일지 12개일지 **예상해 보세요**.

# %%
stretched = np.broadcast_to(row, (4, 3))
print(stretched)
print("strides", stretched.strides, "  the same memory as y:", np.shares_memory(y, stretched))

# %% [markdown] lang="en"
# Three. The stride along axis 0 is **0**: a step down goes nowhere, so all four rows are one row in memory. Nothing was copied. The twelve numbers are as real as four mirrors' pictures of one candle.
#
# With loops, the stretched axis is the index that is missing: `y[j]` has no `i`.

# %% [markdown] lang="ko"
# 3개입니다. 축 0의 스트라이드가 **0**입니다. 아래로 한 걸음을 가도 제자리이므로, 네 행은 메모리에서 한 행입니다. 복사된 것은 없습니다. 촛불은 하나인데 거울 넷에 비쳐 넷으로 보이는 것과 같습니다.
#
# 반복문으로 쓰면 늘어난 축은 빠진 인덱스(index)로 나타납니다. `y[j]`에는 `i`가 없습니다.


# %%
def naive_add_row(x, y):
    assert x.ndim == 2
    assert y.shape == (x.shape[1],)
    z = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            z[i, j] = x[i, j] + y[j]
    return z


print("the same:", np.array_equal(naive_add_row(x, y), x + y))

# %% [markdown] lang="en"
# The whole rule fits into one function. It goes through the axes from the right, as the alignment does, and it says which axis is to blame when two lengths differ and neither is 1.

# %% [markdown] lang="ko"
# 규칙 전체가 함수 하나에 들어갑니다. 오른쪽에 맞추었으니 축도 오른쪽부터 봅니다. 두 길이가 다르고 어느 쪽도 1이 아니면 어느 축 때문인지 알려 줍니다.


# %%
def broadcast_shape(one, other):
    rank = max(len(one), len(other))
    one = (1,) * (rank - len(one)) + one  # step 1: axes of length 1 on the left
    other = (1,) * (rank - len(other)) + other
    result = ()
    for axis in range(-1, -rank - 1, -1):  # from the right
        a, b = one[axis], other[axis]
        if a != b and 1 not in (a, b):
            raise ValueError(f"axis {axis}: {a} meets {b}, and neither is 1")
        result = (b if a == 1 else a, *result)  # step 2: a length of 1 is stretched
    return result


# %% [markdown] lang="en"
# **Predict** the five results before you run the cell. The third is a scalar with a table, and in the fourth both are stretched.

# %% [markdown] lang="ko"
# 실행하기 전에 결과 다섯 개를 **예상해 보세요**. 세 번째는 스칼라(scalar)와 표이고, 네 번째는 둘 다 늘어납니다.

# %%
for one, other in (((4, 3), (3,)), ((4, 3), (4, 1)), ((), (2, 3)), ((4, 1), (3,)), ((0, 3), (1, 3))):
    ours = broadcast_shape(one, other)
    print(f"{one!s:7} with {other!s:7} -> {ours!s:7} as NumPy: {ours == np.broadcast_shapes(one, other)}")

# %% [markdown] lang="en"
# The last line is no mistake: a length of 1 may also be stretched to 0, and then there is nothing to compute. That is why an empty batch passes through `x @ w + b` without an error.
#
# ### See it: BroadcastingExplorer
#
# Above stand the two shapes, axis over axis. A dashed box is an axis that was added; a light box takes no memory. Below stand the cells: solid ones are stored, light ones are mirrors. Start at step 1 and go on with *Next*.

# %% [markdown] lang="ko"
# 마지막 줄은 잘못이 아닙니다. 길이 1은 0으로도 '늘어날' 수 있고, 그러면 계산할 것이 없습니다. 텅 빈 배치(batch)가 오류 없이 `x @ w + b`를 지나가는 것도 이 때문입니다.
#
# ### 눈으로 보기: BroadcastingExplorer
#
# 위에는 두 형상이 축끼리 맞추어 놓여 있습니다. 점선 상자는 덧붙인 축이고, 옅은 상자는 메모리를 차지하지 않습니다. 아래는 칸들입니다. 짙은 칸은 저장된 것이고 옅은 칸은 거울에 비친 것입니다. *단계* 1에서 시작해 *다음*을 눌러 가며 보세요.

# %%
BroadcastingExplorer(x="4, 1", y="3")

# %% [markdown] lang="en"
# **Try this**
# 1. Set *step* to 1 and go to 4. At step 2 the picture of the cells does not change: adding an axis moves no number. At step 3 the mirrors appear, and the strides of their axes are 0.
# 2. Seven numbers are stored, and twelve come out. Which shapes would give 12 from 12 and 1? Type `4, 3` as the shape of x and `()` as the shape of y: a scalar is stretched along every axis.
# 3. Choose the example (64, 3, 32, 10) with (32, 10). There are too many cells to draw, so you see the memory: the small solid end of the second bar is all that y takes.
# 4. Choose (4, 3) with (4). The frame and the words say which axis refuses. Then give y the shape `4, 1`: now it fits. The length was right, the place was not.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *단계*를 1에 놓고 4까지 가 보세요. 2단계에서는 칸 그림이 그대로입니다. 축을 덧붙여도 움직이는 숫자는 없습니다. 3단계에서 거울에 비친 칸이 나타나고, 그 축의 스트라이드는 0입니다.
# 2. 저장된 숫자는 7개인데 12개가 나옵니다. 12개와 1개에서 12개가 나오는 형상은 무엇일까요? *x의 형상*에 `4, 3`을, *y의 형상*에 `()`를 입력해 보세요. 스칼라는 모든 축으로 늘어납니다.
# 3. 예제에서 (64, 3, 32, 10)과 (32, 10)을 골라 보세요. 칸이 너무 많아 그릴 수 없으므로 메모리가 나옵니다. 둘째 막대 왼쪽 끝의 가느다란 짙은 부분이 y가 차지하는 전부입니다.
# 4. (4, 3)과 (4)를 골라 보세요. 어느 축이 안 맞는지 테두리와 문장이 알려 줍니다. 그다음 y의 형상을 `4, 1`로 바꾸면 맞습니다. 길이는 맞았는데 자리가 틀렸던 것입니다.

# %% [markdown] lang="en"
# ## 3. Four axes against two
#
# Broadcasting works for any element-wise operation, `maximum` among them. Think of 64 clips of 3 channels of 32 × 10 numbers, and one table of 32 × 10 lower limits for all of them. **Predict** the shape of the result, and the strides of the limits when they are stretched.

# %% [markdown] lang="ko"
# ## 3. 축 넷과 축 둘
#
# 브로드캐스팅은 모든 원소별 연산에서 되며 `maximum`도 마찬가지입니다. 32 × 10짜리 숫자가 채널(channel) 3개씩 든 묶음이 64개 있고, 모두에 함께 쓸 32 × 10짜리 하한 표가 하나 있다고 합시다. 결과의 형상과, 늘어난 하한 표의 스트라이드를 **예상해 보세요**.

# %%
clips = rng.normal(size=(64, 3, 32, 10)).astype("float32")
limits = rng.normal(size=(32, 10)).astype("float32")
raised = np.maximum(clips, limits)
print("result ", raised.shape)
print("strides", np.broadcast_to(limits, clips.shape).strides)
print("the last table the same by itself:", np.array_equal(raised[63, 2], np.maximum(clips[63, 2], limits)))

# %% [markdown] lang="en"
# The two new axes have stride 0; the two old ones keep 40 and 4 bytes. What a copy would have cost:

# %% [markdown] lang="ko"
# 새로 덧붙인 두 축은 스트라이드가 0이고, 원래 있던 두 축은 40바이트와 4바이트 그대로입니다. 복사했다면 이만큼 들었을 것입니다.

# %%
copied = np.tile(limits, (64, 3, 1, 1))
print(f"stored {limits.nbytes:,} bytes, copied {copied.nbytes:,} bytes: {copied.nbytes // limits.nbytes} times as much")

# %% [markdown] lang="en"
# ## 4. What fails, and what should have failed
#
# Every axis must agree or be 1, and one that does not is enough. **Predict** which axis stops each of these pairs.

# %% [markdown] lang="ko"
# ## 4. 안 되는 것, 그리고 안 되었어야 할 것
#
# 모든 축에서 길이가 같거나 어느 한쪽이 1이어야 합니다. 한 축만 어긋나도 안 됩니다. 각 쌍이 어느 축에서 막힐지 **예상해 보세요**.

# %%
for one, other in (((4, 3), (4,)), ((64, 3, 32, 10), (3, 10)), ((2, 3, 4), (2, 4))):
    try:
        broadcast_shape(one, other)
    except ValueError as problem:
        print(f"{one} with {other}: {problem}")

# %% [markdown] lang="en"
# NumPy refuses the same pairs, but its message names only the shapes. Now you can find the axis yourself: align at the right and look for the first pair that differs without a 1.

# %% [markdown] lang="ko"
# NumPy도 똑같이 거부하지만, 오류 메시지에는 형상만 나옵니다. 이제는 스스로 축을 찾을 수 있습니다. 오른쪽에 맞추고, 1도 아니면서 서로 다른 첫 쌍을 찾으면 됩니다.

# %%
try:
    clips + np.zeros((3, 10))
except ValueError as problem:
    print("ValueError:", str(problem).strip())

# %% [markdown] lang="en"
# (3, 10) was perhaps meant to be "one row of 10 for each channel". Then axis −2 must be 1, and one says so: `np.zeros((3, 1, 10))`.
#
# Worse than an error is none. A network gives its predictions as a column, shape (4, 1); the targets lie in a vector, shape (4,). All four predictions are perfect. **Predict** the mean of the squared errors.

# %% [markdown] lang="ko"
# (3, 10)은 아마 "채널마다 10개짜리 행 하나"라는 뜻이었을 것입니다. 그렇다면 축 −2의 길이가 1이어야 하므로 `np.zeros((3, 1, 10))`이라고 씁니다.
#
# 오류보다 나쁜 것은 오류가 나지 않는 것입니다. 신경망은 예측을 열 하나로, 곧 형상 (4, 1)로 내놓고, 타깃(target)은 벡터(vector), 곧 형상 (4,)에 들어 있습니다. 예측 넷이 모두 완벽합니다. 오차 제곱의 평균을 **예상해 보세요**.

# %%
targets = np.array([1.0, 2.0, 3.0, 4.0])
predictions = np.array([[1.0], [2.0], [3.0], [4.0]])
errors = predictions - targets
print("shape", errors.shape, "  mean squared error", np.mean(errors**2))
print("shape", (predictions[:, 0] - targets).shape, "    mean squared error", np.mean((predictions[:, 0] - targets) ** 2))

# %% [markdown] lang="en"
# 2.5 instead of 0, and not a word of warning: (4, 1) with (4,) gives (4, 4), every prediction against every target. It is among the commonest silent errors in this field. **When two tensors meet, print both shapes first.**

# %% [markdown] lang="ko"
# 0이 아니라 2.5가 나오고, 경고는 한마디도 없습니다. (4, 1)과 (4,)가 만나 (4, 4)가 되면서 모든 예측에서 모든 타깃을 뺀 것입니다. 이 분야에서 가장 흔한 소리 없는 실수 가운데 하나입니다. **두 텐서가 만날 때는 형상부터 출력해 보세요.**

# %% [markdown] lang="en"
# ## 5. The dot of two vectors
#
# The other great operation is the **dot product**: multiply pairwise, then add everything up. It is what one does with a shopping list, amounts times prices.

# %% [markdown] lang="ko"
# ## 5. 벡터 둘의 점곱
#
# 또 하나의 중요한 연산은 **점곱**(dot product)입니다. 짝지어 곱한 다음 모두 더합니다. 장을 볼 때 수량에 값을 곱해 더하는 것과 같습니다.


# %%
def naive_vector_dot(x, y):
    assert x.ndim == y.ndim == 1
    assert x.shape == y.shape
    total = 0.0
    for i in range(x.shape[0]):
        total += x[i] * y[i]
    return total


amounts, prices = np.array([2, 1, 3]), np.array([10, 20, 30])
print("by loop:", naive_vector_dot(amounts, prices), "  by NumPy:", amounts @ prices)

# %% [markdown] lang="en"
# 2·10 + 1·20 + 3·30 = 130. Two vectors went in, and a **scalar** came out. In NumPy the sign is `@`.
#
# `*` is not a dot. **Predict** the shapes of `amounts * prices` and `amounts @ prices`.

# %% [markdown] lang="ko"
# 2·10 + 1·20 + 3·30 = 130입니다. 벡터 둘이 들어가 **스칼라** 하나가 나왔습니다. NumPy의 기호는 `@`입니다.
#
# `*`는 점곱이 아닙니다. `amounts * prices`와 `amounts @ prices`의 형상을 **예상해 보세요**.

# %%
print("*", amounts * prices, " shape", (amounts * prices).shape)
print("@", amounts @ prices, "        shape", (amounts @ prices).shape)

# %% [markdown] lang="en"
# `*` stops after the multiplying: it is element-wise, and it broadcasts. `@` goes on to add, and the axis along which it adds is gone.

# %% [markdown] lang="ko"
# `*`는 곱하고 나서 멈춥니다. 원소별 연산이고 브로드캐스팅도 됩니다. `@`는 이어서 더하며, 더한 축은 사라집니다.

# %% [markdown] lang="en"
# ## 6. Matrices: rows by columns
#
# A matrix with a vector: the dot of **each row** with the vector. Several shopping lists at the same prices, and one total for each.

# %% [markdown] lang="ko"
# ## 6. 행렬: 행 곱하기 열
#
# 행렬과 벡터의 점곱은 **행마다** 벡터와 점곱한 것입니다. 장보기 목록이 여럿이고 값은 같을 때, 목록마다 합계가 하나씩 나옵니다.


# %%
def naive_matrix_vector_dot(x, y):
    assert x.ndim == 2
    assert x.shape[1] == y.shape[0]
    z = np.zeros(x.shape[0])
    for i in range(x.shape[0]):
        z[i] = naive_vector_dot(x[i], y)
    return z


lists = np.array([[2, 1, 3], [0, 5, 1]])
print("by loop:", naive_matrix_vector_dot(lists, prices), "  by NumPy:", lists @ prices)

# %% [markdown] lang="en"
# A matrix with a matrix: every **row** of the first with every **column** of the second. Two lists, and the prices of four shops. **Predict** the shape of the result.

# %% [markdown] lang="ko"
# 행렬과 행렬의 점곱은 첫째 행렬의 모든 **행**과 둘째 행렬의 모든 **열**을 점곱한 것입니다. 목록이 둘이고, 가게 네 곳의 값이 있습니다. 결과의 형상을 **예상해 보세요**.


# %%
def naive_matrix_dot(x, y):
    assert x.ndim == y.ndim == 2
    assert x.shape[1] == y.shape[0]  # they must meet in the middle
    z = np.zeros((x.shape[0], y.shape[1]))
    for i in range(x.shape[0]):
        for j in range(y.shape[1]):
            row, column = x[i, :], y[:, j]
            z[i, j] = naive_vector_dot(row, column)
    return z


shops = np.array([[10, 11, 9, 12], [20, 18, 25, 19], [30, 33, 28, 31]])
print(naive_matrix_dot(lists, shops))
print("shapes:", lists.shape, "@", shops.shape, "->", (lists @ shops).shape)
print("as NumPy:", np.array_equal(naive_matrix_dot(lists, shops), lists @ shops))

# %% [markdown] lang="en"
# (2, **3**) with (**3**, 4) gives (2, 4). Write the two shapes in one line: the lengths that **meet in the middle** must be equal, since a row of the first is as long as a column of the second; they vanish in the sum, and the outer two remain.
#
# When they do not meet, NumPy says so. In its message `k` is the length in the middle.

# %% [markdown] lang="ko"
# (2, **3**)과 (**3**, 4)에서 (2, 4)가 나옵니다. 두 형상을 한 줄에 적었을 때 **가운데에서 만나는** 두 길이가 같아야 합니다. 첫째의 행과 둘째의 열이 길이가 같아야 하기 때문입니다. 가운데 길이는 더해지면서 사라지고 바깥의 둘이 남습니다.
#
# 만나지 못하면 NumPy가 알려 줍니다. 오류 메시지의 `k`가 가운데 길이입니다.

# %%
try:
    shops @ lists
except ValueError as problem:
    print("ValueError:", problem)

# %% [markdown] lang="en"
# (3, **4**) with (**2**, 3): 4 is not 2. The order of a dot product matters, as it never does for numbers.
#
# And here the loops lose even more than in section 1:

# %% [markdown] lang="ko"
# (3, **4**)와 (**2**, 3)에서는 4와 2가 다릅니다. 숫자의 곱셈과 달리 점곱에서는 순서가 중요합니다.
#
# 그리고 여기서는 반복문이 1절에서보다 더 느립니다.

# %%
left, right = rng.normal(size=(60, 60)), rng.normal(size=(60, 60))
slow, fast = fastest(lambda: naive_matrix_dot(left, right), 3), fastest(lambda: left @ right, 20)
measured("loops", 1000 * slow, digits=1, unit="ms")
measured("@", 1000 * fast, unit="ms")
measured("times faster", slow / fast, digits=0)

# %% [markdown] lang="en"
# ## 7. Two errors that are copied from text to text
#
# Listings like the one above are copied, and two errors travel with them. Try both; an error that one has seen once is recognised for ever.
#
# **First: one name for two functions.** The matrix dot needs the vector dot inside it. If both are called `dot`, the second definition replaces the first, and calls *itself*. **Predict** how far it gets, with rows and columns cut out as matrices of one row or one column.

# %% [markdown] lang="ko"
# ## 7. 베낄 때마다 따라다니는 실수 두 가지
#
# 위와 같은 코드는 널리 베껴지고, 두 가지 실수도 함께 돌아다닙니다. 둘 다 직접 해 봅시다. 한 번 겪어 본 실수는 다음에 바로 알아봅니다.
#
# **첫째: 함수는 둘인데 이름은 하나.** 행렬의 점곱은 안에서 벡터의 점곱을 부릅니다. 둘 다 이름이 `dot`이면 두 번째 정의가 첫 번째를 덮어쓰고 *자기 자신*을 부릅니다. 행과 열을 한 줄짜리 행렬로 잘라 낼 때 어디까지 갈지 **예상해 보세요**.


# %%
def dot(x, y):  # meant for vectors
    return naive_vector_dot(x, y)


def dot(x, y):  # meant for matrices; the same name: the one above is gone
    z = np.zeros((x.shape[0], y.shape[1]))
    for i in range(x.shape[0]):
        for j in range(y.shape[1]):
            z[i, j] = dot(x[i : i + 1, :], y[:, j : j + 1])
    return z


# %%
try:
    dot(lists, shops)
except RecursionError as problem:
    print("RecursionError:", str(problem)[:32])

# %% [markdown] lang="en"
# A row of shape (1, 3) and a column of shape (3, 1) are matrices again, so `dot` calls itself with the same two things, and so on, until Python pulls the brake. (Cut them out as vectors, `x[i, :]` and `y[:, j]`, and it fails one level down instead: a vector has no `shape[1]`. Either way the vector dot is never reached.) The cure is above: **two functions, two names.**
#
# **Second: the test on the wrong pair of axes.** It reads `x.shape[0] == y.shape[1]` in many copies: the outer lengths instead of those in the middle. NumPy is the judge, over all pairs of matrices with lengths from 1 to 4. **Predict**: does the wrong test reject too much, or accept too much?

# %% [markdown] lang="ko"
# 형상이 (1, 3)인 행과 (3, 1)인 열도 행렬입니다. 그래서 `dot`은 똑같은 둘을 들고 자기 자신을 부르고, 또 부르다가, 마침내 파이썬이 멈춰 세웁니다. (`x[i, :]`와 `y[:, j]`처럼 벡터로 잘라 내면 한 단계 아래에서 다른 오류로 멈춥니다. 벡터에는 `shape[1]`이 없기 때문입니다. 어느 쪽이든 벡터의 점곱에는 닿지 못합니다.) 고치는 법은 앞 절에 있습니다. **함수가 둘이면 이름도 둘입니다.**
#
# **둘째: 엉뚱한 두 축을 비교하는 검사.** 베낀 코드에는 `x.shape[0] == y.shape[1]`이라고 적힌 것이 많습니다. 가운데가 아니라 바깥의 두 길이를 비교한 것입니다. 길이가 1부터 4까지인 모든 행렬 쌍을 NumPy에 맡겨 판정해 봅니다. 틀린 검사는 너무 많이 거부할까요, 너무 많이 받아들일까요? **예상해 보세요**.


# %%
def works(x, y):
    try:
        return bool((x @ y).shape)
    except ValueError:
        return False


verdicts = {"right": 0, "accepted wrongly": 0, "rejected wrongly": 0}
for a, b, c, d in np.ndindex(4, 4, 4, 4):
    x, y = np.ones((a + 1, b + 1)), np.ones((c + 1, d + 1))
    accepted, possible = x.shape[0] == y.shape[1], works(x, y)
    verdicts["right" if accepted == possible else "accepted wrongly" if accepted else "rejected wrongly"] += 1
print(verdicts)

# %% [markdown] lang="en"
# Both. Of 256 pairs it misjudges 96, and not one of the wrong verdicts falls on two square matrices of one size, the very example with which most people try a new function. What it lets through is worse than what it stops:

# %% [markdown] lang="ko"
# 둘 다입니다. 256쌍 가운데 96쌍을 잘못 판정합니다. 그런데 크기가 같은 정사각 행렬 둘에서는 한 번도 틀리지 않습니다. 새 함수를 시험할 때 흔히 써 보는 바로 그 예입니다. 막는 것보다 통과시키는 것이 더 나쁩니다.

# %%
x, y = np.ones((2, 3)), np.ones((4, 2))
print("x.shape[0] == y.shape[1]:", x.shape[0] == y.shape[1])
row, column = x[0, :], y[:, 0]
print("row of", len(row), "with column of", len(column), "->", sum(row[i] * column[i] for i in range(len(row))))

# %% [markdown] lang="en"
# A loop without a test of its own takes the first three of the four numbers and returns 3.0: a number, no error, no meaning. That is why `naive_vector_dot` has an `assert` too.

# %% [markdown] lang="ko"
# 따로 검사하지 않는 반복문은 네 숫자 가운데 앞의 셋만 쓰고 3.0을 돌려줍니다. 숫자는 나오고 오류는 없지만 아무 뜻도 없습니다. `naive_vector_dot`에도 `assert`가 있는 까닭입니다.

# %% [markdown] lang="en"
# ## 8. More than two axes
#
# With more axes the rule of the middle stays: the **last** axis of the first meets the **last but one** of the second (or its only one). The axes before them are a pile of matrices, and piles are broadcast. **Predict** the four shapes.

# %% [markdown] lang="ko"
# ## 8. 축이 셋 이상일 때
#
# 축이 더 많아도 가운데에서 만난다는 규칙은 그대로입니다. 첫째의 **마지막** 축이 둘째의 **끝에서 둘째** 축(축이 하나뿐이면 그 축)과 만납니다. 그 앞의 축들은 행렬을 쌓은 더미로 보며, 더미끼리는 브로드캐스팅됩니다. 형상 넷을 **예상해 보세요**.

# %%
pile = np.ones((2, 3, 4, 5))
print(pile.shape, "@ (5,)        ->", (pile @ np.ones(5)).shape)
print(pile.shape, "@ (5, 7)      ->", (pile @ np.ones((5, 7))).shape)
print(pile.shape, "@ (3, 5, 7)   ->", (pile @ np.ones((3, 5, 7))).shape)
print(pile.shape, "@ (2, 1, 5, 7)->", (pile @ np.ones((2, 1, 5, 7))).shape)


# %% [markdown] lang="en"
# So a pile of matrices times one matrix is a loop over the pile:

# %% [markdown] lang="ko"
# 그러므로 행렬 더미와 행렬 하나의 점곱은 더미를 도는 반복문입니다.


# %%
def naive_pile_dot(x, y):
    assert x.ndim == 3
    return np.stack([naive_matrix_dot(matrix, y) for matrix in x])


x, y = rng.integers(0, 10, (2, 3, 4)), rng.integers(0, 10, (4, 5))
print("as NumPy:", np.array_equal(naive_pile_dot(x, y), x @ y), " shape", (x @ y).shape)

# %% [markdown] lang="en"
# The function `np.dot` does the same up to rank 2. Above that it takes every matrix of one pile with every matrix of the other, which is rarely wanted:

# %% [markdown] lang="ko"
# 함수 `np.dot`은 랭크(rank) 2까지는 `@`와 같습니다. 그 위로는 한 더미의 모든 행렬을 다른 더미의 모든 행렬과 짝짓는데, 그것이 필요한 일은 드뭅니다.

# %%
one, other = np.ones((6, 3, 4)), np.ones((6, 4, 5))
print("@     ", (one @ other).shape)
print("np.dot", np.dot(one, other).shape)

# %% [markdown] lang="en"
# ## 9. Reshape and transpose: making shapes meet
#
# Two tools bring a tensor into a shape that fits. **Reshape** reads the numbers in their order and cuts them anew; one length may be −1, "whatever is left". **Transpose** exchanges axes. **Predict** what each makes of the six numbers.

# %% [markdown] lang="ko"
# ## 9. 형상 바꾸기와 전치: 형상을 맞추는 도구
#
# 형상을 맞추는 도구는 둘입니다. **형상 바꾸기**(reshape)는 숫자를 순서대로 읽어 새로 자릅니다. 길이 하나는 −1로 적을 수 있고, "나머지"라는 뜻입니다. **전치**(transpose)는 축을 맞바꿉니다. 여섯 숫자가 각각 어떻게 될지 **예상해 보세요**.

# %%
x = np.array([[0, 1, 2], [3, 4, 5]])
print("reshape(3, 2)\n", x.reshape(3, 2), sep="")
print("transpose\n", x.T, sep="")
print("reshape(-1):", x.reshape(-1))

# %% [markdown] lang="en"
# Same shape, other numbers. `reshape` keeps the order 0 1 2 3 4 5; the transpose makes columns of rows, and reads 0 3 1 4 2 5.
#
# A dot that does not fit often wants a transpose: (2, 3) with (2, 3) does not meet, (2, 3) with (3, 2) does. And a transposed dot is the dot of the transposes **in reverse order**, for the shapes would not meet otherwise:

# %% [markdown] lang="ko"
# 형상은 같고 숫자의 자리는 다릅니다. `reshape`는 0 1 2 3 4 5라는 순서를 지키고, 전치는 행을 열로 바꾸어 0 3 1 4 2 5로 읽힙니다.
#
# 맞지 않는 점곱은 전치하면 맞을 때가 많습니다. (2, 3)과 (2, 3)은 만나지 못하지만 (2, 3)과 (3, 2)는 만납니다. 그리고 점곱을 전치한 것은 전치한 것들을 **거꾸로** 점곱한 것입니다. 그러지 않으면 형상이 만나지 못합니다.

# %%
print(x @ x.T)
print("(lists @ shops).T == shops.T @ lists.T:", np.array_equal((lists @ shops).T, shops.T @ lists.T))

# %% [markdown] lang="en"
# ## 10. Maps of the plane
#
# What do these operations *do*? On points of the plane one can see it. The letter F is a list of ten corners, one a row, shape (10, 2).
#
# - **Adding** a vector (2,) is broadcast over all rows: every point moves by the same way. A **translation**.
# - **A dot** with a 2 × 2 matrix makes each new coordinate a mix of the two old ones. A **rotation**, a **scaling**, a **shear**: it depends on the four numbers.
#
# Points are rows here, so a matrix A comes transposed: `points @ A.T`. **Predict** where the corner (0.7, 1.1) goes when it is turned by 90°, against the clock.

# %% [markdown] lang="ko"
# ## 10. 평면을 움직이기
#
# 이 연산들은 도대체 *무엇을* 할까요? 평면의 점으로 보면 눈에 보입니다. 글자 F는 모서리 열 개의 목록이고, 한 행에 하나씩이라 형상이 (10, 2)입니다.
#
# - 벡터 (2,)를 **더하면** 모든 행에 브로드캐스팅됩니다. 모든 점이 똑같이 움직이는 **평행 이동**(translation)입니다.
# - 2 × 2 행렬과 **점곱**하면 새 좌표마다 옛 좌표 둘이 섞입니다. 네 숫자에 따라 **회전**(rotation), **확대와 축소**(scaling), **기울임**(shear)이 됩니다.
#
# 여기서는 점이 행이므로 행렬 A는 전치해서 `points @ A.T`로 씁니다. 모서리 (0.7, 1.1)을 시계 반대 방향으로 90° 돌리면 어디로 갈지 **예상해 보세요**.


# %%
def rotation(degrees):
    turn = np.deg2rad(degrees)
    return np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])


print("corners:", LETTER.shape, "  one of them:", LETTER[8])
print("turned by 90°:", (LETTER[8] @ rotation(90).T).round(2))

# %%
moved = {
    "x": LETTER,
    "translated": LETTER + np.array([0.8, 0.5]),
    "rotated": LETTER @ rotation(30).T,
    "scaled": LETTER @ np.array([[1.5, 0], [0, 0.5]]).T,
    "sheared": LETTER @ np.array([[1, 0.6], [0, 1]]).T,
}
with style():
    fig, axes = plt.subplots(1, 5, figsize=(9, 2.3), sharey=True)
    for ax, (name, points) in zip(axes, moved.items(), strict=True):
        ax.fill(points[:, 0], points[:, 1], zorder=2)
        ax.set(title=name, xlim=(-1.8, 1.8), ylim=(-1.8, 1.8), aspect="equal")
print({name: tuple(points[8].round(2).tolist()) for name, points in moved.items()})

# %% [markdown] lang="en"
# The pictures show the F as it was, pushed to the upper right, turned to the left by 30°, made wide and flat, and leaning to the right; below them stands where the upper right corner went. The origin (0, 0) stays put under every dot, and only an addition can move it.
#
# A dot and an addition together, y = x Aᵀ + b, is called an **affine map**.

# %% [markdown] lang="ko"
# 차례로 원래의 F, 오른쪽 위로 밀린 F, 왼쪽으로 30° 돌아간 F, 넓적해진 F, 오른쪽으로 기운 F입니다. 그 아래에는 오른쪽 위 모서리가 어디로 갔는지 적혀 있습니다. 점곱으로는 원점 (0, 0)이 꿈쩍도 하지 않으며, 원점을 움직일 수 있는 것은 덧셈뿐입니다.
#
# 점곱과 덧셈을 합친 y = x Aᵀ + b를 **아핀 변환**(affine map)이라 합니다.

# %% [markdown] lang="en"
# ## 11. Two maps are one
#
# Now one affine map, and then a second one on its result. Put the first formula into the second:
#
# y = (x A₁ᵀ + b₁) A₂ᵀ + b₂ = x (A₂A₁)ᵀ + (A₂b₁ + b₂)
#
# That is again a matrix and a vector. **Predict** the largest difference between the F moved twice and the F moved once.

# %% [markdown] lang="ko"
# ## 11. 변환 둘은 변환 하나
#
# 아핀 변환을 하나 하고, 그 결과에 또 하나를 합니다. 첫째 식을 둘째 식에 넣으면 이렇게 됩니다.
#
# y = (x A₁ᵀ + b₁) A₂ᵀ + b₂ = x (A₂A₁)ᵀ + (A₂b₁ + b₂)
#
# 다시 행렬 하나와 벡터 하나입니다. 두 번 움직인 F와 한 번 움직인 F의 가장 큰 차이를 **예상해 보세요**.


# %%
def chain(a1, b1, a2, b2):
    return a2 @ a1, a2 @ b1 + b2


a1, b1 = rotation(30), np.array([0.4, 0.2])
a2, b2 = np.array([[1.0, 0.5], [0.0, 1.0]]), np.array([0.0, -0.5])
twice = (LETTER @ a1.T + b1) @ a2.T + b2
a, b = chain(a1, b1, a2, b2)
print("largest difference:", np.abs(twice - (LETTER @ a.T + b)).max().round(12))
print("in the other order:", np.abs(twice - ((LETTER @ a2.T + b2) @ a1.T + b1)).max().round(2))

# %% [markdown] lang="en"
# None. (In the other order it is another map: turn first and lean then, or lean first and turn then.)
#
# There is a neat way to keep A and b in one place: a third coordinate that is always 1. The map becomes one 3 × 3 matrix, the translation moves into its last column, and a chain is a plain product. These are **homogeneous coordinates**, in which computer graphics computes.

# %% [markdown] lang="ko"
# 차이가 없습니다. (순서를 바꾸면 다른 변환이 됩니다. 돌리고 나서 기울이는 것과 기울이고 나서 돌리는 것은 다릅니다.)
#
# A와 b를 한데 담는 깔끔한 방법이 있습니다. 언제나 1인 셋째 좌표를 두는 것입니다. 그러면 변환은 3 × 3 행렬 하나가 되고, 평행 이동은 그 마지막 열에 들어가며, 변환을 잇는 것은 그냥 행렬의 곱입니다. 이것이 컴퓨터 그래픽에서 쓰는 **동차 좌표**(homogeneous coordinates)입니다.


# %%
def homogeneous(a, b):
    whole = np.eye(3)
    whole[:2, :2], whole[:2, 2] = a, b
    return whole


print(homogeneous(a, b).round(2) + 0.0)
print("the product of the two:", np.allclose(homogeneous(a2, b2) @ homogeneous(a1, b1), homogeneous(a, b)))

# %% [markdown] lang="en"
# ### See it: AffineExplorer
#
# On the left the F, then the F after map 1, then after map 2. The dashed outline on the right is drawn by the **one** map whose numbers stand at the bottom. Watch it while you move the sliders.

# %% [markdown] lang="ko"
# ### 눈으로 보기: AffineExplorer
#
# 왼쪽부터 원래의 F, 변환 1을 거친 F, 변환 2까지 거친 F입니다. 오른쪽의 점선 윤곽은 **변환 하나**로 그린 것이고, 그 변환의 숫자가 맨 아래에 있습니다. 슬라이더를 움직이면서 점선을 지켜보세요.

# %%
AffineExplorer()

# %% [markdown] lang="en"
# **Try this**
# 1. Move any slider of either map. The dashed outline never leaves the orange F, whatever you do.
# 2. Turn map 1 by 40 and map 2 by −40, with all scales 1, all shears and shifts 0. The one matrix is the identity, and the F stands as at the start.
# 3. Set *scale x* of map 1 to −1: the F is mirrored, and the words give a negative area. Set it to 0: the F falls into a line, and no map 2 can bring it back.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 두 변환의 슬라이더를 아무렇게나 움직여 보세요. 어떻게 해도 점선 윤곽은 주황색 F를 벗어나지 않습니다.
# 2. 변환 1의 각도를 40, 변환 2의 각도를 −40으로 하고, 배율은 모두 1, 기울임과 이동은 모두 0으로 해 보세요. 변환 하나의 행렬은 단위 행렬이 되고 F는 처음 그대로 서 있습니다.
# 3. 변환 1의 *배율 x*를 −1로 해 보세요. F가 뒤집히고, 문장에 나오는 넓이가 음수가 됩니다. 0으로 하면 F가 선분으로 납작해지고, 변환 2로 무엇을 해도 되살릴 수 없습니다.

# %% [markdown] lang="en"
# ## 12. Without an activation, layers collapse
#
# A layer of a network takes a batch `x`, one sample a row, and computes `x @ w + b`. The weights `w` are our Aᵀ, and `b`, the **bias**, is broadcast over the samples. So a layer is an affine map, in 784 or 512 dimensions instead of two, and section 11 holds for it word by word.
#
# Here are a hundred layers of 16 units. **Predict** how many layers are needed to do the same.

# %% [markdown] lang="ko"
# ## 12. 활성화 함수가 없으면 층은 무너진다
#
# 신경망의 층 하나는 한 행에 샘플(sample)이 하나씩 든 배치 `x`를 받아 `x @ w + b`를 계산합니다. 가중치(weight) `w`는 앞에서 본 Aᵀ이고, **편향**(bias) `b`는 샘플들에 브로드캐스팅됩니다. 그러니까 층은 아핀 변환입니다. 좌표가 둘이 아니라 784개나 512개일 뿐, 11절의 이야기가 그대로 통합니다.
#
# 유닛(unit) 16개짜리 층이 백 개 있습니다. 같은 일을 하려면 층이 몇 개 필요할지 **예상해 보세요**.

# %%
layers = [(rng.normal(size=(16, 16)) / 4, rng.normal(size=16)) for _ in range(100)]
samples = rng.normal(size=(1000, 16))
deep = samples
w_one, b_one = np.eye(16), np.zeros(16)
for w, b in layers:
    deep = deep @ w + b
    w_one, b_one = w_one @ w, b_one @ w + b
print("one layer gives the same:", np.allclose(deep, samples @ w_one + b_one))
print("numbers to learn:", sum(w.size + b.size for w, b in layers), "against", w_one.size + b_one.size)

# %% [markdown] lang="en"
# One. The hundred layers have 27,200 numbers, and 272 do the same. Depth alone buys **nothing**.
#
# What breaks the collapse is something between the layers that is not affine. ReLU is enough. We let three layers run, without and with ReLU between them, and look for the **best** single layer by least squares; what it misses is told as a share of the spread of the outputs. **Predict** both shares.

# %% [markdown] lang="ko"
# 하나입니다. 층 백 개에는 숫자가 27,200개 있는데, 272개로 같은 일을 합니다. 깊이만으로 얻는 것은 **없습니다**.
#
# 무너지지 않게 하려면 층 사이에 아핀이 아닌 것이 있어야 합니다. ReLU면 충분합니다. 층 셋을 ReLU 없이, 그리고 사이에 ReLU를 넣고 계산한 다음, 그것을 **가장 잘** 흉내 내는 층 하나를 최소 제곱법으로 찾습니다. 빗나간 만큼을 출력이 퍼진 정도에 대한 비율로 나타냅니다. 두 비율을 **예상해 보세요**.


# %%
def missed_by_one_layer(x, y):
    rows = np.column_stack([x, np.ones(len(x))])
    best = rows @ np.linalg.lstsq(rows, y, rcond=None)[0]
    return np.linalg.norm(y - best) / np.linalg.norm(y - y.mean(axis=0))


for name, between in (("nothing", lambda z: z), ("ReLU", lambda z: np.maximum(z, 0))):
    out = samples
    for w, b in layers[:2]:
        out = between(out @ w + b)
    out = out @ layers[2][0] + layers[2][1]
    print(f"{name:8} between the layers: one layer misses {missed_by_one_layer(samples, out):.2f} of the spread")

# %% [markdown] lang="en"
# Without ReLU nothing is missed. With it, no single layer comes near, however its weights are chosen. In the plane one can watch why:

# %% [markdown] lang="ko"
# ReLU가 없으면 빗나가는 것이 없습니다. ReLU가 있으면 가중치를 어떻게 골라도 층 하나로는 흉내 낼 수 없습니다. 그 까닭을 평면에서 볼 수 있습니다.

# %%
AffineExplorer(relu=True)

# %% [markdown] lang="en"
# **Try this**
# 1. In the middle picture the dotted outline is the F before ReLU. All that was left of the vertical axis is pressed onto it, all below the horizontal axis onto that. Red lines on the right show by how much the nearest single map misses each corner.
# 2. Raise *shift x* and *shift y* of map 1 to 2. Now the whole F lies where both coordinates are positive (some of it outside the picture), the ReLU does nothing, and one map fits again. An activation bends only what reaches its bend.
# 3. Lower both shifts to −2: everything is pressed onto one point. Chapter [03](03_neurons_activations.ipynb) calls this a dead unit.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 가운데 그림의 점선은 ReLU를 거치기 전의 F입니다. 세로축 왼쪽에 있던 것은 모두 세로축으로, 가로축 아래에 있던 것은 모두 가로축으로 눌려 붙었습니다. 오른쪽의 빨간 선은 가장 가까운 변환 하나가 모서리마다 얼마나 빗나가는지 나타냅니다.
# 2. 변환 1의 *이동 x*와 *이동 y*를 2로 올려 보세요. 이제 F 전체가 두 좌표가 모두 양수인 곳에 있으므로(일부는 그림 밖입니다) ReLU는 아무 일도 하지 않고, 변환 하나가 다시 꼭 맞습니다. 활성화 함수는 꺾이는 곳에 닿은 것만 꺾습니다.
# 3. 두 이동을 −2로 내려 보세요. 모두 한 점으로 눌립니다. [03장](03_neurons_activations.ipynb)에서는 이것을 죽은 유닛(dead unit)이라고 부릅니다.

# %% [markdown] lang="en"
# The smallest example has one input, two units and one output. **Predict** what the two layers compute with ReLU between them, and without.

# %% [markdown] lang="ko"
# 가장 작은 예는 입력 하나, 유닛 둘, 출력 하나로 만들 수 있습니다. 두 층이 ReLU가 있을 때와 없을 때 무엇을 계산할지 **예상해 보세요**.

# %%
x = np.array([[-2.0], [-1.0], [0.0], [1.0], [2.0]])
w1, w2 = np.array([[1.0, -1.0]]), np.array([[1.0], [1.0]])
print("x           ", x[:, 0])
print("with ReLU   ", (np.maximum(x @ w1, 0) @ w2)[:, 0])
print("without ReLU", (x @ w1 @ w2)[:, 0] + 0.0)

# %% [markdown] lang="en"
# With ReLU it is |x|: a bend, which no straight line has. Without it the two units cancel, and 0 is all that is left.
#
# ## 13. The line
#
# Back to `maximum(x @ w + b, 0)`, with the shapes of a first network: 128 pictures of 784 pixels, a layer of 512 units.

# %% [markdown] lang="ko"
# ReLU가 있으면 |x|입니다. 직선에는 없는 꺾임이 생겼습니다. ReLU가 없으면 두 유닛이 서로를 지워 0만 남습니다.
#
# ## 13. 그 한 줄
#
# `maximum(x @ w + b, 0)`으로 돌아갑니다. 첫 신경망의 형상으로, 784픽셀 그림 128장과 유닛 512개짜리 층입니다.

# %%
x, w, b = np.ones((128, 784)), np.ones((784, 512)), np.ones(512)
print("x @ w        ", x.shape, "@", w.shape, "->", (x @ w).shape)
print("+ b          ", (x @ w).shape, "+", b.shape, "->", (x @ w + b).shape)
print("maximum(…, 0)", (x @ w + b).shape, "with ()", "->", np.maximum(x @ w + b, 0).shape)

# %% [markdown] lang="en"
# **What does each sign do, and what would be lost without it?**
# - `@` mixes: every unit gets a weighted sum of all 784 pixels. Without it every pixel would stay by itself.
# - `+` shifts: 512 biases, stored once, broadcast over 128 samples. Without it the origin could never move.
# - `maximum` bends, element by element. Without it a hundred layers are one.
#
# ## What you have learned
# - **Element-wise** operations work place by place; vectorised they are some hundred times as fast as loops.
# - **Broadcasting**: align at the right, add axes of length 1 on the left, stretch lengths of 1. Stride 0, no copies. An axis with two lengths that differ, neither of them 1, refuses.
# - **Dots**: pairwise products, summed. (a, **b**) with (**b**, c) gives (a, c). `*` is not a dot.
# - Addition **translates**; dots **rotate, scale and shear**; both together are an **affine map**, and a chain of affine maps is one affine map.
# - So layers need something between them that bends.
#
# ## Next
# [03. Neurons and activations](03_neurons_activations.ipynb): which bends there are, and what each does to a signal.
#
# ## Sources
# - C. R. Harris and others, "Array programming with NumPy", Nature 585 (2020), and NumPy's user guide, "Broadcasting" and "numpy.matmul": the rules.
# - I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", MIT Press (2016), section 6.1: why a network of linear layers is linear.
# - J. D. Foley and others, "Computer Graphics: Principles and Practice", 2nd edition (1990), chapter 5: homogeneous coordinates.

# %% [markdown] lang="ko"
# **저마다 무슨 일을 하고, 하나라도 빠지면 무엇을 잃을까요?**
# - `@`는 섞습니다. 유닛마다 픽셀 784개 모두의 가중합(weighted sum)을 받습니다. 이것이 없으면 픽셀은 저마다 따로 남습니다.
# - `+`는 옮깁니다. 편향 512개를 한 번만 저장해 두고 샘플 128개에 브로드캐스팅합니다. 이것이 없으면 원점은 결코 움직일 수 없습니다.
# - `maximum`은 원소마다 꺾습니다. 이것이 없으면 층 백 개가 하나와 같습니다.
#
# ## 배운 것
# - **원소별** 연산은 같은 자리끼리 계산합니다. 벡터화하면 반복문보다 수백 배 빠릅니다.
# - **브로드캐스팅**: 오른쪽에 맞추고, 왼쪽에 길이 1인 축을 덧붙이고, 길이 1을 늘립니다. 스트라이드는 0, 복사는 없습니다. 두 길이가 다르고 어느 쪽도 1이 아닌 축이 있으면 안 됩니다.
# - **점곱**: 짝지어 곱해서 모두 더합니다. (a, **b**)와 (**b**, c)에서 (a, c)가 나옵니다. `*`는 점곱이 아닙니다.
# - 덧셈은 **옮기고**, 점곱은 **돌리고 늘이고 기울입니다**. 둘을 합친 것이 **아핀 변환**이며, 아핀 변환을 이은 것은 아핀 변환 하나입니다.
# - 그래서 층 사이에는 꺾는 것이 있어야 합니다.
#
# ## 다음
# [03. 뉴런과 활성화 함수](03_neurons_activations.ipynb): 어떤 꺾임이 있고 저마다 신호를 어떻게 바꾸는지 봅니다.
#
# ## 출처
# - C. R. Harris 외, "Array programming with NumPy", Nature 585 (2020), NumPy 사용 설명서의 "Broadcasting"과 "numpy.matmul": 규칙.
# - I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", MIT Press (2016), 6.1절: 선형 층으로 된 신경망이 선형인 까닭.
# - J. D. Foley 외, "Computer Graphics: Principles and Practice", 2판 (1990), 5장: 동차 좌표.
