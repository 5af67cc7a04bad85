# %% [markdown] lang="en"
# # 02. Broadcasting and matrix products: the arithmetic of a layer
#
# A typical layer of a network can be written in one line: `maximum(x @ w + b, 0)`. It uses two operators, `@` and `+`, and one function. **What does each of the three do, and what would be lost without it?** By the end of this chapter you will have an answer, backed by numbers.
#
# **You will be able to**
# - replace loops with one operation on whole arrays, and measure how much faster that is;
# - tell from two shapes whether they can be broadcast, what shape the result has, and which axis is at fault if they cannot;
# - compute dot products and matrix products by hand, and tell from the shapes whether a product exists;
# - see a matrix as a transformation of the plane, and several in a row as a single one;
# - explain why a hundred layers without activation functions can do no more than one.
#
# **Time** about 75 minutes. **You need** chapter [01](01_tensors.ipynb): shape, axis, strides, view. The mathematics you need is multiplication and addition; sine and cosine appear once, ready to use.

# %% [markdown] lang="ko"
# # 02. 브로드캐스팅과 행렬 곱셈: 층 하나의 계산
#
# 신경망(neural network)의 전형적인 층(layer)은 `maximum(x @ w + b, 0)`이라는 한 줄로 적을 수 있습니다. 이 한 줄에는 기호 `@`와 `+`, 그리고 함수 하나가 있습니다. **셋은 각각 무슨 일을 하고, 하나라도 빠지면 무엇을 할 수 없게 될까요?** 이 장을 마치면 숫자를 들어 답할 수 있습니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 반복문을 배열 전체에 대한 연산 하나로 바꾸고, 얼마나 빨라지는지 잽니다.
# - 두 형상(shape, 크기라고도 합니다)만 보고 브로드캐스팅(broadcasting)이 되는지, 결과의 형상은 무엇인지, 안 된다면 어느 축(axis) 때문인지 알아냅니다.
# - 점곱(dot product, 내적)과 행렬 곱셈(matrix product)을 손으로 계산하고, 곱할 수 있는지를 형상만 보고 판단합니다.
# - 행렬(matrix)을 평면의 변환으로 이해하고, 변환 여러 개를 하나로 합칩니다.
# - 활성화 함수(activation function)가 없으면 층을 백 개 쌓아도 하나보다 나을 것이 없는 이유를 설명합니다.
#
# **시간** 약 75분. **필요한 것** [01장](01_tensors.ipynb)의 형상, 축, 스트라이드(stride), 뷰(view). 수학은 곱셈과 덧셈이면 됩니다. 사인과 코사인이 한 번 나오지만 그대로 쓰기만 하면 됩니다.

# %% tags=["setup"]
import timeit

import matplotlib.pyplot as plt
import numpy as np

from helpers import measured
from helpers.drawing import COLOURS, style
from helpers.drawing.letter import LETTER
from helpers.widgets import AffineExplorer, BroadcastingExplorer

# %% [markdown] lang="en"
# ## 1. Element by element
#
# The simplest thing to do with a tensor is to do the same thing to every number. **ReLU** (rectified linear unit) keeps positive numbers and turns all others into 0. Here are ReLU and addition, with one loop for each axis.

# %% [markdown] lang="ko"
# ## 1. 원소 하나하나
#
# 텐서(tensor)로 할 수 있는 가장 단순한 일은 모든 숫자에 똑같은 계산을 하는 것입니다. **ReLU**(rectified linear unit)는 양수를 그대로 두고 나머지는 모두 0으로 바꿉니다. 축마다 반복문을 하나씩 써서 ReLU 함수와 덧셈 함수를 만들어 봅시다.


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
# Both are **element-wise**: the number at position (i, j) of the result depends only on the numbers at position (i, j) of the inputs. Both make a new array `z`. Python passes arrays to functions without copying them, so writing into `x` would change the caller's data.

# %% [markdown] lang="ko"
# 둘 다 **원소별**(element-wise) 연산입니다. 결과의 (i, j) 자리에 있는 숫자는 입력의 (i, j) 자리에 있는 숫자로만 정해집니다. 두 함수 모두 새 배열(array) `z`를 만듭니다. 파이썬은 배열을 복사하지 않고 함수에 넘기므로, `x`에 값을 쓰면 함수를 부른 쪽의 데이터까지 바뀌기 때문입니다.

# %%
x = np.array([[1, -2, 3], [-4, 5, -6]])
print(naive_relu(x))
print(naive_add(x, x))

# %% [markdown] lang="en"
# NumPy does each of these in one expression. Such code is called **vectorised**: the loops run inside NumPy's compiled code.

# %% [markdown] lang="ko"
# NumPy에서는 둘 다 식 하나로 계산합니다. 이런 코드를 **벡터화된**(vectorised) 코드라고 합니다. 반복은 NumPy의 컴파일된 코드 안에서 이루어집니다.

# %%
print(np.maximum(x, 0))
print(x + x)

# %% [markdown] lang="en"
# The results are the same as with the loops. **Predict**: on 200,000 numbers, is the expression about 5, 50 or 500 times as fast as the loops?

# %% [markdown] lang="ko"
# 결과는 반복문으로 얻은 숫자와 같습니다. 숫자 200,000개를 식 하나로 계산하면 반복문보다 몇 배쯤 빠를지, 5배, 50배, 500배 가운데 골라 **예상해 보세요**.


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
    measured(f"{name}: loops", 1000 * slow, digits=0, unit="ms")
    measured(f"{name}: at once", 1000 * fast, digits=2, unit="ms")
    measured(f"{name}: times faster, to one digit", float(f"{slow / fast:.0e}"), digits=0)

# %% [markdown] lang="en"
# The closest guess is 500. In the stored run, the expression was hundreds of times as fast for ReLU, and the factor was even larger for addition. A number after ≈ was measured and differs from run to run. (We take the fastest of five runs.)
#
# So **do not loop over the elements of a tensor in Python.**

# %% [markdown] lang="ko"
# 셋 가운데 500배에 가장 가깝습니다. 저장된 결과에서는 ReLU가 수백 배 빨라졌고, 덧셈은 그보다 더 빨라졌습니다. ≈ 뒤의 수는 잰 값이므로 실행할 때마다 달라집니다. (다섯 번 재어 가장 짧은 시간을 씁니다.)
#
# 그러니 **텐서의 숫자를 파이썬 반복문으로 계산하지 마세요.**

# %% [markdown] lang="en"
# ## 2. Two shapes, two steps
#
# `naive_add` insists on equal shapes. NumPy does not. Here a row of three numbers is added to a table with four such rows.

# %% [markdown] lang="ko"
# ## 2. 두 형상, 두 단계
#
# `naive_add`를 쓰려면 두 형상이 같아야 합니다. NumPy에서는 달라도 될 때가 있습니다. 숫자 세 개짜리 행 하나를 4행 3열짜리 표에 더해 봅시다.

# %%
x = np.arange(12, dtype="int32").reshape(4, 3)
y = np.array([10, 20, 30], "int32")
x + y

# %% [markdown] lang="en"
# The row was added to every row of the table. This is called **broadcasting**, and it takes two steps. First write the shapes one above the other, **aligned on the right**:
#
# ```
# x   4  3
# y      3
# ```
#
# **Step 1.** The shorter shape gets axes of length 1 **on the left**. (3,) becomes (1, 3).

# %% [markdown] lang="ko"
# 이 행이 표의 모든 행에 더해졌습니다. 이런 방식을 **브로드캐스팅**이라고 하며, 두 단계로 이루어집니다. 두 형상을 **오른쪽에 맞추어** 위아래로 적어 봅시다.
#
# ```
# x   4  3
# y      3
# ```
#
# **1단계.** 짧은 형상의 **왼쪽**에 길이(length)가 1인 축을 덧붙입니다. (3,)은 (1, 3)이 됩니다.

# %%
row = y[np.newaxis, :]
print(y.shape, "->", row.shape, "  numbers:", row)

# %% [markdown] lang="en"
# **Step 2.** Where one length is 1 and the other is not, the axis of length 1 is stretched. The same numbers are used again at every position. (1, 3) becomes (4, 3).
#
# **Predict**: how many numbers does NumPy store for the stretched `y`, 3 or 12?

# %% [markdown] lang="ko"
# **2단계.** 한쪽 길이가 1이고 다른 쪽은 1이 아니면 1인 쪽을 늘립니다. 같은 숫자를 자리마다 되풀이해 쓴다는 뜻입니다. (1, 3)은 (4, 3)이 됩니다.
#
# `y`를 이렇게 늘릴 때 NumPy가 숫자를 3개 저장할지 12개 저장할지 **예상해 보세요**.

# %%
stretched = np.broadcast_to(row, (4, 3))
print(stretched)
print("strides", stretched.strides, "  starts", stretched.ctypes.data - y.ctypes.data, "bytes after y")

# %% [markdown] lang="en"
# NumPy stores 3. The stretched array starts where `y` starts, and its stride along axis 0 is **0**. The next row is 0 bytes further on, so all four rows are the same row in memory.
#
# In a loop, a stretched axis shows up as a missing index: `y[j]` has no `i`.

# %% [markdown] lang="ko"
# 3개만 저장합니다. 늘린 배열은 `y`와 같은 자리에서 시작하고 축 0의 스트라이드가 **0**입니다. 한 행 아래로 가도 메모리에서는 제자리이므로, 네 행은 모두 같은 숫자를 가리킵니다.
#
# 반복문으로 쓰면 늘어난 축의 인덱스(index)가 빠집니다. `y[j]`에는 `i`가 없습니다.


# %%
def naive_add_row(x, y):
    assert x.ndim == 2
    assert y.shape == (x.shape[1],)
    z = np.empty_like(x)
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            z[i, j] = x[i, j] + y[j]
    return z


naive_add_row(x, y)

# %% [markdown] lang="en"
# The result is the same as `x + y`. The whole rule fits into one function. Axes are counted from the right, with −1 for the last. When two lengths differ and neither is 1, the function raises an error that names the axis.

# %% [markdown] lang="ko"
# 결과는 `x + y`와 같습니다. 규칙 전체를 함수 하나로 쓸 수 있습니다. 축은 오른쪽부터 세며 마지막 축이 −1입니다. 두 길이가 다르고 어느 쪽도 1이 아니면 어느 축이 문제인지 알려 주는 오류가 납니다.


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
# Compare it with NumPy's `np.broadcast_shapes`. In the fourth pair, both shapes are stretched.

# %% [markdown] lang="ko"
# NumPy의 `np.broadcast_shapes`와 비교해 봅시다. 네 번째 쌍에서는 두 형상이 모두 늘어납니다.

# %%
for one, other in (((4, 3), (3,)), ((4, 3), (4, 1)), ((), (2, 3)), ((4, 1), (3,)), ((0, 3), (1, 3))):
    print(f"{one!s:7} with {other!s:7} -> {broadcast_shape(one, other)}  NumPy: {np.broadcast_shapes(one, other)}")

# %% [markdown] lang="en"
# All five results agree. The last one is no mistake. A length of 1 may also be stretched to 0, and then there is nothing to compute. So an empty batch, such as the one in chapter [01](01_tensors.ipynb), passes through `x @ w + b` without an error.
#
# ### See it: BroadcastingExplorer
#
# At the top are the two shapes. A dashed box marks an axis that was added, a light box one that takes up no memory. Below, solid cells are stored numbers, and light cells are the same numbers used again. The picture opens at step 1, which shows the shapes as given. Press *Next* to go on.

# %% [markdown] lang="ko"
# 다섯 쌍 모두 NumPy의 결과와 같습니다. 마지막 줄도 맞는 결과입니다. 길이 1은 0으로도 '늘어날' 수 있고, 그러면 계산할 숫자가 없습니다. [01장](01_tensors.ipynb)에서 본 빈 배치(batch)를 `x @ w + b`에 넣어도 오류가 나지 않는 것은 이 때문입니다.
#
# ### 눈으로 보기: BroadcastingExplorer
#
# 위에는 두 형상이 있습니다. 점선 상자는 덧붙인 축이고, 옅은 상자는 메모리를 차지하지 않는 축입니다. 아래의 짙은 칸은 저장된 숫자이고, 옅은 칸은 같은 숫자를 되풀이해 쓴 자리입니다. 그림은 형상을 그대로 적은 1단계에서 시작합니다. *다음*을 눌러 다음 단계로 가세요.

# %%
BroadcastingExplorer(x="4, 1", y="3", step=1)

# %% [markdown] lang="en"
# **Try this**
# 1. Go from step 1 to step 4. At step 2, the cells do not change, because adding an axis moves no number. At step 3, the light cells appear, and the stretched axes have stride 0.
# 2. Choose the example (64, 3, 32, 10) with (32, 10). There are too many cells to draw, so bars show the memory instead. The small solid end of the second bar is all that y takes up.
# 3. Choose (4, 3) with (4). A frame and the text point out the axis that does not fit. Give y the shape `4, 1`, and it fits. The length was right, but on the wrong axis.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 1단계에서 4단계까지 차례로 가 보세요. 2단계에서는 칸이 그대로입니다. 축을 덧붙여도 숫자는 움직이지 않기 때문입니다. 3단계에서 옅은 칸이 나타나고, 늘어난 축의 스트라이드는 0입니다.
# 2. 예제에서 (64, 3, 32, 10)과 (32, 10)을 골라 보세요. 칸이 너무 많아 그릴 수 없으므로, 차지하는 메모리를 막대로 보여 줍니다. 둘째 막대 끝의 가느다란 짙은 부분이 y가 차지하는 메모리의 전부입니다.
# 3. (4, 3)과 (4)를 골라 보세요. 어느 축이 맞지 않는지 테두리와 글로 알려 줍니다. *y의 형상*을 `4, 1`로 바꾸면 맞습니다. 길이는 4로 같았지만 놓인 축이 달랐습니다.

# %% [markdown] lang="en"
# ## 3. Four axes against two
#
# Broadcasting works for every element-wise operation, `maximum` included. Take 64 samples with 3 channels of 32 × 10 numbers each, and one table of 32 × 10 lower limits for all of them. Every number below its limit is raised to the limit.

# %% [markdown] lang="ko"
# ## 3. 축 넷과 축 둘
#
# 브로드캐스팅은 `maximum`을 비롯한 모든 원소별 연산에서 이루어집니다. 32 × 10짜리 채널(channel)이 3개씩 든 샘플(sample)이 64개 있고, 모든 채널에 함께 쓸 32 × 10짜리 하한 표가 하나 있다고 합시다. 하한보다 작은 숫자는 하한까지 끌어올립니다.

# %%
clips = rng.normal(size=(64, 3, 32, 10)).astype("float32")
limits = rng.normal(size=(32, 10)).astype("float32")
raised = np.maximum(clips, limits)
print("result ", raised.shape)
print("strides", np.broadcast_to(limits, clips.shape).strides)
print("last row of the last table:", raised[63, 2, 31, :4])
print("computed by itself:        ", np.maximum(clips[63, 2, 31], limits[31])[:4])

# %% [markdown] lang="en"
# When the limits are stretched, the two added axes have stride 0, and the two old ones keep their strides of 40 and 4 bytes. `np.tile`, by contrast, copies the table:

# %% [markdown] lang="ko"
# 하한 표를 늘리면 덧붙인 두 축은 스트라이드가 0이고, 원래 있던 두 축은 40바이트와 4바이트 그대로입니다. `np.tile`로 표를 실제로 복사하면 메모리가 얼마나 드는지 봅시다.

# %%
copied = np.tile(limits, (64, 3, 1, 1))
print(f"stored {limits.nbytes:,} bytes, copied {copied.nbytes:,} bytes: {copied.nbytes // limits.nbytes} times as much")

# %% [markdown] lang="en"
# That is one copy for each of the 64 × 3 = 192 channels.
#
# ## 4. What fails, and what should have failed
#
# On every axis the two lengths must be equal, or one of them must be 1. **Predict** which axis breaks this rule in each of these pairs: (4, 3) with (4,), then (64, 3, 32, 10) with (3, 10), then (2, 3, 4) with (2, 4).

# %% [markdown] lang="ko"
# 채널이 64 × 3 = 192개이므로, 복사본도 192개가 생긴 셈입니다.
#
# ## 4. 오류가 나는 경우와 났어야 하는 경우
#
# 모든 축에서 두 길이가 같거나 어느 한쪽이 1이어야 합니다. (4, 3)과 (4,), (64, 3, 32, 10)과 (3, 10), (2, 3, 4)와 (2, 4)는 각각 어느 축에서 어긋나는지 **예상해 보세요**.

# %%
for one, other in (((4, 3), (4,)), ((64, 3, 32, 10), (3, 10)), ((2, 3, 4), (2, 4))):
    try:
        broadcast_shape(one, other)
    except ValueError as problem:
        print(f"{one} with {other}: {problem}")

# %% [markdown] lang="en"
# The axis at fault is −1 in the first pair and −2 in the other two. NumPy refuses these pairs as well, but its message gives only the shapes. You have to find the axis yourself.

# %% [markdown] lang="ko"
# 첫째 쌍은 축 −1에서, 나머지 두 쌍은 축 −2에서 어긋납니다. NumPy에서도 오류가 나지만 오류 메시지에는 형상만 나옵니다. 어느 축인지는 직접 찾아야 합니다.

# %%
try:
    clips + np.zeros((3, 10))
except ValueError as problem:
    print("ValueError:", str(problem).strip())

# %% [markdown] lang="en"
# Perhaps we meant one row of 10 numbers for each channel. Then axis −2 must have length 1: `np.zeros((3, 1, 10))`.
#
# It is worse when there is no error. A network gives its predictions as a column of shape (4, 1), while the **targets**, the numbers it should have given, are a vector of shape (4,). All four predictions are right. **Predict** the mean of `(predictions - targets) ** 2`.

# %% [markdown] lang="ko"
# 채널마다 숫자 10개짜리 행 하나를 더하려고 했다면, 축 −2의 길이를 1로 하여 `np.zeros((3, 1, 10))`이라고 써야 합니다.
#
# 오류가 나지 않을 때가 더 위험합니다. 신경망의 예측은 형상이 (4, 1)이고, 맞혀야 할 값인 **타깃**(target)은 형상이 (4,)인 벡터(vector)라고 합시다. 예측 네 개는 모두 정확합니다. `(predictions - targets) ** 2`의 평균이 얼마일지 **예상해 보세요**.

# %%
targets = np.array([1.0, 2.0, 3.0, 4.0])
predictions = np.array([[1.0], [2.0], [3.0], [4.0]])
errors = predictions - targets
print("shape", errors.shape, "  mean squared error", np.mean(errors**2))
errors = predictions[:, 0] - targets
print("shape", errors.shape, "    mean squared error", np.mean(errors**2))

# %% [markdown] lang="en"
# The mean is 2.5 instead of 0, and there is no warning. Shapes (4, 1) and (4,) give (4, 4), so every target is subtracted from every prediction. Keras brings (n, 1) and (n,) to the same shape in its own losses and in functions that you pass to `compile`. In your own arithmetic, nothing does this for you. **When two tensors meet, print their shapes first.**

# %% [markdown] lang="ko"
# 0이 아니라 2.5가 나오고, 경고도 없습니다. (4, 1)과 (4,)가 (4, 4)로 늘어나, 모든 예측에서 모든 타깃을 뺐기 때문입니다. Keras에 들어 있는 손실 함수나 `compile`에 넘긴 함수를 쓰면 Keras가 (n, 1)과 (n,)을 먼저 같은 형상으로 맞춥니다. 직접 계산할 때는 스스로 맞추어야 합니다. **두 텐서를 함께 쓸 때는 형상부터 출력해 보세요.**

# %% [markdown] lang="en"
# ## 5. The dot product of two vectors
#
# A layer also needs the **dot product**: multiply in pairs, then add up the products. A shopping bill is added up in this way from quantities and prices.

# %% [markdown] lang="ko"
# ## 5. 벡터 둘의 점곱
#
# 층을 계산하려면 **점곱**(내적)도 필요합니다. 같은 자리의 수끼리 곱한 다음 모두 더하는 연산입니다. 장바구니에 담은 물건마다 수량과 가격을 곱해 합계를 내는 계산과 같습니다.


# %%
def naive_vector_dot(x, y):
    assert x.ndim == y.ndim == 1
    assert x.shape == y.shape
    total = 0.0
    for i in range(x.shape[0]):
        total += x[i] * y[i]
    return total


quantities, prices = np.array([2, 1, 3]), np.array([10, 20, 30])
print("by loop:", naive_vector_dot(quantities, prices), "  by NumPy:", quantities @ prices)

# %% [markdown] lang="en"
# 2·10 + 1·20 + 3·30 = 130. Two vectors go in, and a **scalar** comes out. NumPy's operator for this is `@`.
#
# `*` does something else. **Predict** the shapes of `quantities * prices` and `quantities @ prices`.

# %% [markdown] lang="ko"
# 2·10 + 1·20 + 3·30 = 130입니다. 벡터 두 개를 넣으면 **스칼라**(scalar) 하나가 나옵니다. NumPy에서는 기호 `@`를 씁니다.
#
# 기호 `*`는 다른 연산을 나타냅니다. `quantities * prices`와 `quantities @ prices`의 형상을 **예상해 보세요**.

# %%
print("*", quantities * prices, " shape", (quantities * prices).shape)
print("@", quantities @ prices, "        shape", (quantities @ prices).shape)

# %% [markdown] lang="en"
# The shapes are (3,) and (). `*` only multiplies; it is element-wise and broadcasts. `@` also adds up the products, and the axis along which it adds disappears.

# %% [markdown] lang="ko"
# 형상은 각각 (3,)과 ()입니다. `*`는 곱하기만 하는 원소별 연산이며 브로드캐스팅도 됩니다. 반면 `@`는 곱한 값을 축을 따라 모두 더하므로, 그 축이 사라집니다.

# %% [markdown] lang="en"
# ## 6. The matrix product: rows by columns
#
# To multiply a matrix by a vector, take the dot product of **each row** with the vector. With several shopping lists and the same prices, this gives one total per list.

# %% [markdown] lang="ko"
# ## 6. 행렬 곱셈: 행과 열
#
# 행렬에 벡터를 곱하려면 행렬의 **각 행**을 벡터와 점곱합니다. 장보기 목록 여러 개에 같은 가격표를 쓰면 목록마다 합계가 하나씩 나옵니다.


# %%
def naive_matrix_vector_dot(x, y):
    assert x.ndim == 2
    assert x.shape[1] == y.shape[0]
    z = np.zeros(x.shape[0])
    for i in range(x.shape[0]):
        z[i] = naive_vector_dot(x[i], y)
    return z


lists = np.array([[2, 1, 3], [0, 4, 1]])
print("by loop:", naive_matrix_vector_dot(lists, prices), "  by NumPy:", lists @ prices)

# %% [markdown] lang="en"
# The lists cost 130 and 110. To multiply two matrices, take the dot product of every **row** of the first with every **column** of the second. This is the **matrix product**. Here are the two lists, priced at four shops. The result has a row for each list and a column for each shop.

# %% [markdown] lang="ko"
# 두 목록의 합계는 각각 130과 110입니다. 행렬에 행렬을 곱하려면 첫째 행렬의 모든 **행**과 둘째 행렬의 모든 **열**을 점곱합니다. 이런 계산을 **행렬 곱셈**이라고 합니다. 앞의 두 목록과 가게 네 곳의 가격을 곱하면, 행은 목록마다 하나, 열은 가게마다 하나인 행렬이 나옵니다.


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
print("by loop:", *naive_matrix_dot(lists, shops), sep="\n")
print("by NumPy:", *(lists @ shops), sep="\n")
print("shapes:", lists.shape, "@", shops.shape, "->", (lists @ shops).shape)

# %% [markdown] lang="en"
# With the first matrix drawn to the left of the product and the second above it, each number in the product lies where its row and its column cross.

# %% [markdown] lang="ko"
# 첫째 행렬을 결과 왼쪽에, 둘째 행렬을 위쪽에 그리면, 행과 열이 만나는 자리에 둘을 점곱한 숫자가 놓입니다.


# %%
def draw_matrix(ax, numbers, left, top, marked, colour):
    for (i, j), number in np.ndenumerate(numbers):
        face = COLOURS[colour] if marked(i, j) else "white"
        ax.add_patch(plt.Rectangle((left + j, top + i), 1, 1, facecolor=face, edgecolor="black"))
        ax.text(left + j + 0.5, top + i + 0.5, number, ha="center", va="center")


with style():
    fig, ax = plt.subplots(figsize=(5.5, 4))
    draw_matrix(ax, lists, 0, 3.5, lambda i, j: i == 0, "sky")
    draw_matrix(ax, shops, 3.5, 0, lambda i, j: j == 2, "orange")
    draw_matrix(ax, lists @ shops, 3.5, 3.5, lambda i, j: (i, j) == (0, 2), "yellow")
    ax.text(3.5, 6, "2·9 + 1·25 + 3·28 = 127", va="center")
    ax.set(xlim=(-0.1, 7.6), ylim=(6.3, -0.1), aspect="equal")
    ax.set_axis_off()

# %% [markdown] lang="en"
# The 127 is what the first list costs at the third shop: 2·9 + 1·25 + 3·28.
#
# The shapes (2, **3**) and (**3**, 4) give (2, 4). The lengths that **meet in the middle** must be equal, because a dot product needs a row and a column of the same length. They disappear in the sum, and the outer two remain.
#
# If the two in the middle are not equal, NumPy raises an error. In its message, `k` is the length in the middle.

# %% [markdown] lang="ko"
# 127은 첫째 목록을 셋째 가게에서 살 때의 합계인 2·9 + 1·25 + 3·28입니다.
#
# 형상이 (2, **3**)과 (**3**, 4)인 두 행렬을 곱하면 결과의 형상은 (2, 4)가 됩니다. **가운데에서 만나는** 두 길이는 같아야 합니다. 첫째 행렬의 행과 둘째 행렬의 열은 길이가 같아야 점곱할 수 있기 때문입니다. 가운데 길이는 더하면서 사라지고 바깥쪽 두 길이만 남습니다.
#
# 가운데의 두 길이가 서로 다르면 오류가 납니다. 오류 메시지의 `k`가 가운데 길이입니다.

# %%
try:
    shops @ lists
except ValueError as problem:
    print("ValueError:", problem)

# %% [markdown] lang="en"
# (3, **4**) with (**2**, 3) fails because 4 is not 2. So the order of the two matrices matters.
#
# How slow are the loops here, with two matrices of 60 × 60 numbers?

# %% [markdown] lang="ko"
# `shops @ lists`에서는 형상이 (3, **4**)와 (**2**, 3)인데, 4와 2가 다르므로 곱할 수 없습니다. 행렬 곱셈에서는 이처럼 순서가 중요합니다.
#
# 60 × 60 행렬 두 개를 곱할 때 반복문은 얼마나 느릴까요?

# %%
left, right = rng.normal(size=(60, 60)), rng.normal(size=(60, 60))
slow, fast = fastest(lambda: naive_matrix_dot(left, right), 3), fastest(lambda: left @ right, 20)
measured("loops", 1000 * slow, digits=0, unit="ms")
measured("@", 1000 * fast, digits=2, unit="ms")
measured("times faster, to one digit", float(f"{slow / fast:.0e}"), digits=0)

# %% [markdown] lang="en"
# In the stored run, the loops took thousands of times as long as `@`, for which NumPy calls a library of finely tuned routines, BLAS (basic linear algebra subprograms).
#
# ## 7. Two mistakes that are easy to make
#
# **First mistake: one name for two functions.** The function for matrices has to call the one for vectors. If both are called `dot`, the second definition replaces the first, and the function calls *itself*. In this example, rows and columns are cut out as matrices.

# %% [markdown] lang="ko"
# 저장된 결과에서는 반복문이 `@`보다 수천 배 오래 걸렸습니다. NumPy는 `@`를 계산할 때 선형대수 계산에 최적화된 라이브러리인 BLAS(basic linear algebra subprograms)를 씁니다.
#
# ## 7. 저지르기 쉬운 실수 두 가지
#
# **첫째 실수: 두 함수에 같은 이름을 쓴다.** 행렬을 곱하는 함수는 안에서 벡터를 점곱하는 함수를 부릅니다. 둘 다 이름이 `dot`이면 두 번째 정의가 첫 번째를 덮어써서 함수가 *자기 자신*을 부르게 됩니다. 다음 셀에서는 행과 열을 행렬 모양으로 잘라 냅니다.


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
# A row of shape (1, 3) and a column of shape (3, 1) are matrices again. So `dot` calls itself with them over and over, until Python stops it. (If they are cut out as vectors, `x[i, :]` and `y[:, j]`, the result is an IndexError, because a vector has no `shape[1]`.) The cure is **two names for two functions**, as in section 6.
#
# **Second mistake: a test on the wrong axes.** `x.shape[0] == y.shape[1]` compares the outer lengths instead of those in the middle. We try it on all pairs of matrices with lengths from 1 to 4, and let NumPy judge. **Predict**: does this test accept too much, reject too much, or both?

# %% [markdown] lang="ko"
# 형상이 (1, 3)인 행과 (3, 1)인 열도 행렬입니다. 그래서 `dot`은 이 두 행렬로 자기 자신을 되풀이해 부르다가 파이썬의 재귀 한도에 걸려 멈춥니다. (`x[i, :]`와 `y[:, j]`처럼 벡터로 잘라 내면 IndexError가 납니다. 벡터에는 `shape[1]`이 없기 때문입니다.) 6절에서처럼 **함수가 둘이면 이름도 둘**이어야 합니다.
#
# **둘째 실수: 엉뚱한 축을 검사한다.** `x.shape[0] == y.shape[1]`은 가운데가 아니라 바깥쪽 두 길이를 비교합니다. 축의 길이가 1부터 4까지인 모든 행렬 쌍을 이 검사로 판정하고, 실제로 곱할 수 있는지 NumPy로 확인합니다. 이 검사가 막아야 할 쌍을 통과시킬지, 통과시켜야 할 쌍을 막을지, 아니면 둘 다일지 **예상해 보세요**.


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
# Of the 256 pairs, the test accepts 48 wrongly and rejects 48 wrongly. Two square matrices of the same size are always judged correctly, so they do not reveal the mistake. Accepting too much is worse, as this pair shows.

# %% [markdown] lang="ko"
# 둘 다입니다. 256쌍 가운데 48쌍을 잘못 통과시키고, 48쌍을 잘못 막습니다. 크기가 같은 정사각 행렬 두 개는 언제나 바르게 판정하므로, 그런 예로만 시험하면 실수가 드러나지 않습니다. 곱할 수 없는 쌍을 통과시키는 쪽이 더 위험합니다. 한 쌍을 직접 계산해 봅시다.

# %%
x, y = np.ones((2, 3)), np.ones((4, 2))
print("x.shape[0]:", x.shape[0], "  y.shape[1]:", y.shape[1])
row, column = x[0, :], y[:, 0]
print("row of", len(row), "with column of", len(column), "->", sum(row[i] * column[i] for i in range(len(row))))

# %% [markdown] lang="en"
# The loop runs over the row, so it uses only three of the four numbers in the column. The result 3.0 means nothing, yet there is no error. This is why `naive_vector_dot` has an `assert` of its own.

# %% [markdown] lang="ko"
# 반복문은 행의 길이만큼만 돌기 때문에 열에 있는 숫자 네 개 가운데 세 개만 씁니다. 3.0은 아무 의미가 없는 수인데도 오류는 나지 않습니다. 그래서 `naive_vector_dot`에도 `assert`를 넣어 두었습니다.

# %% [markdown] lang="en"
# ## 8. More than two axes
#
# With more axes, the lengths that meet in the middle must still be equal. They belong to the **last** axis of the first tensor and the **last but one** of the second (or its only axis). The axes before the last two form a stack of matrices, and stacks are broadcast against each other.

# %% [markdown] lang="ko"
# ## 8. 축이 셋 이상일 때
#
# 축이 더 많아도 가운데에서 만나는 두 길이가 같아야 합니다. 첫째 텐서의 **마지막** 축과 둘째 텐서의 **끝에서 둘째** 축(축이 하나뿐이면 그 축)의 길이입니다. 마지막 두 축보다 앞에 있는 축들은 행렬을 쌓은 더미(코드의 `stack`)를 이루며, 더미끼리는 브로드캐스팅됩니다.

# %%
stack = np.ones((2, 3, 4, 5))
print(stack.shape, "@ (5,)        ->", (stack @ np.ones(5)).shape)
print(stack.shape, "@ (5, 7)      ->", (stack @ np.ones((5, 7))).shape)
print(stack.shape, "@ (3, 5, 7)   ->", (stack @ np.ones((3, 5, 7))).shape)
print(stack.shape, "@ (2, 1, 5, 7)->", (stack @ np.ones((2, 1, 5, 7))).shape)


# %% [markdown] lang="en"
# In the last line, the stack (2, 1) is stretched to (2, 3). Chapter [07](07_tensorflow.ipynb) trains a hundred small networks at once in this way.
#
# The function `np.dot` gives the same result as `@` for vectors and matrices. With more axes, it multiplies every matrix in one stack by every matrix in the other.

# %% [markdown] lang="ko"
# 마지막 줄에서는 더미 (2, 1)이 (2, 3)으로 늘어납니다. [07장](07_tensorflow.ipynb)에서는 이 방법으로 작은 신경망 백 개를 한꺼번에 훈련합니다.
#
# 함수 `np.dot`은 벡터와 행렬에서는 `@`와 결과가 같습니다. 축이 더 많으면 한 더미의 모든 행렬에 다른 더미의 모든 행렬을 곱합니다.

# %%
one, other = np.ones((6, 3, 4)), np.ones((6, 4, 5))
print("@     ", (one @ other).shape)
print("np.dot", np.dot(one, other).shape)

# %% [markdown] lang="en"
# ## 9. Reshape and transpose: making shapes fit
#
# **Reshape** reads the numbers in order and puts them into a new shape. One length may be −1, which stands for whatever is left. **Transpose**, written `.T`, turns rows into columns.

# %% [markdown] lang="ko"
# ## 9. 형상 바꾸기와 전치: 형상을 맞추는 도구
#
# **형상 바꾸기**(reshape)는 숫자를 순서대로 읽어 새 형상에 다시 담는 연산입니다. 길이 하나를 −1로 적으면 그 길이는 나머지 길이에 맞추어 정해집니다. **전치**(transpose)는 `.T`로 쓰며, 행을 열로 바꿉니다.

# %%
x = np.array([[0, 1, 2], [3, 4, 5]])
print("reshape(3, 2)\n", x.reshape(3, 2), sep="")
print("transpose\n", x.T, sep="")
print("reshape(-1):", x.reshape(-1))

# %% [markdown] lang="en"
# Both tables have shape (3, 2). Read row by row, the reshaped table keeps the old order, while the transposed one gives 0 3 1 4 2 5.
#
# When two matrices do not fit, a transpose often helps: (2, 3) with (2, 3) fails, but (2, 3) with (3, 2) works. The transpose of a product is the product of the transposes **in reverse order**; in the original order, the shapes may not even fit. Chapter [04](04_backprop.ipynb) uses transposes to go backwards through a layer.

# %% [markdown] lang="ko"
# 두 표 모두 형상이 (3, 2)입니다. 한 행씩 읽으면 형상을 바꾼 표는 순서가 그대로지만, 전치한 표는 0 3 1 4 2 5로 순서가 바뀝니다.
#
# 두 행렬의 형상이 맞지 않아도 한쪽을 전치하면 맞을 때가 있습니다. (2, 3)과 (2, 3)은 곱할 수 없지만 (2, 3)과 (3, 2)는 곱할 수 있습니다. 두 행렬의 곱을 전치하면, 각각 전치하여 **순서를 바꾸어** 곱한 것과 같습니다. 순서를 그대로 두면 형상부터 맞지 않을 수 있습니다. [04장](04_backprop.ipynb)에서는 층의 출력에서 입력 쪽으로 거슬러 갈 때 전치를 씁니다.

# %%
print(x @ x.T)
print("transpose of the product:", (lists @ shops).T.tolist())
print("product of the transposes:", (shops.T @ lists.T).tolist())

# %% [markdown] lang="en"
# ## 10. Maps of the plane
#
# What do these operations do to points in the plane? The letter F is given by its ten corners, one per row, in an array of shape (10, 2).
#
# - **Adding** a vector of shape (2,) moves every point by the same amount. This is a **translation**.
# - **Multiplying** by a 2 × 2 matrix makes each new coordinate a mix of the two old ones. Depending on the four numbers, this is a **rotation**, a **scaling**, a **shear**, or a combination of these.
#
# In the usual formula, A x, the point is a column. Our points are rows, so A is transposed: `points @ A.T`. **Predict** where the corner (0.7, 1.1) goes when it is rotated by 90° counterclockwise about the origin.

# %% [markdown] lang="ko"
# ## 10. 평면의 변환
#
# 이런 연산을 하면 평면의 점은 어떻게 움직일까요? 글자 F의 꼭짓점 10개를 한 행에 하나씩 적으면 형상은 (10, 2)입니다.
#
# - 형상이 (2,)인 벡터를 **더하면** 모든 점이 똑같이 움직입니다. 이를 **평행 이동**(translation)이라고 합니다.
# - 2 × 2 행렬을 **곱하면** 원래의 두 좌표가 섞여 새 좌표가 됩니다. 네 숫자에 따라 **회전**(rotation), **확대와 축소**(scaling), **기울임**(shear), 또는 이들이 섞인 변환이 됩니다.
#
# 흔히 쓰는 식 A x에서는 점을 열로 적습니다. 여기서는 점이 행이므로 A를 전치하여 `points @ A.T`로 씁니다. 원점을 중심으로 꼭짓점 (0.7, 1.1)을 시계 반대 방향으로 90° 돌리면 어디로 갈지 **예상해 보세요**.


# %%
def rotation(degrees):
    turn = np.deg2rad(degrees)
    return np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])


print("corners:", LETTER.shape, "  one of them:", LETTER[8])
print("turned by 90°:", (LETTER[8] @ rotation(90).T).round(2))

# %%
moved = {
    "before": LETTER,
    "translated": LETTER + np.array([0.8, 0.5]),
    "rotated": LETTER @ rotation(30).T,
    "scaled": LETTER @ np.array([[1.5, 0], [0, 0.5]]).T,
    "sheared": LETTER @ np.array([[1, 0.6], [0, 1]]).T,
}
with style():
    fig, axes = plt.subplots(1, 5, figsize=(9, 2.3), sharey=True)
    titles = ("before", "translated", "rotated", "scaled", "sheared")
    for ax, title, points in zip(axes, titles, moved.values(), strict=True):
        ax.fill(points[:, 0], points[:, 1], zorder=2)
        ax.set(title=title, xlim=(-1.8, 1.8), ylim=(-1.8, 1.8), aspect="equal")
print({name: tuple(points[8].round(2).tolist()) for name, points in moved.items()})

# %% [markdown] lang="en"
# The corner goes to (−1.1, 0.7). The line above the pictures shows where this corner is before and after each map. No matrix can move the origin (0, 0), because every product with 0 is 0; only an addition can.
#
# A matrix product followed by an addition, y = x Aᵀ + b, is called an **affine map**.

# %% [markdown] lang="ko"
# 꼭짓점은 (−1.1, 0.7)로 갑니다. 그림 위의 줄에는 이 꼭짓점의 처음 위치와 변환마다 옮겨 간 위치가 나와 있습니다. 0에는 무엇을 곱해도 0이므로 원점 (0, 0)은 행렬 곱셈이 아니라 덧셈으로만 옮길 수 있습니다.
#
# 행렬을 곱한 다음 벡터를 더하는 변환 y = x Aᵀ + b를 **아핀 변환**(affine map)이라고 합니다.

# %% [markdown] lang="en"
# ## 11. Two maps are one
#
# Apply one affine map, and then a second one to the result. Substituting the first formula into the second gives
#
# y = (x A₁ᵀ + b₁) A₂ᵀ + b₂ = x (A₂A₁)ᵀ + (A₂b₁ + b₂)
#
# This is again one matrix and one vector, so a single affine map should take the F to the same place. Does the order matter?

# %% [markdown] lang="ko"
# ## 11. 두 변환은 변환 하나와 같다
#
# 아핀 변환을 한 번 하고, 그 결과에 다른 아핀 변환을 또 합니다. 첫째 변환의 식을 둘째 변환의 식에 대입하면 다음과 같습니다.
#
# y = (x A₁ᵀ + b₁) A₂ᵀ + b₂ = x (A₂A₁)ᵀ + (A₂b₁ + b₂)
#
# 이 식에서도 행렬 하나를 곱하고 벡터 하나를 더하므로, 아핀 변환 하나로도 F를 같은 자리로 옮길 수 있어야 합니다. 순서를 바꾸면 어떻게 될까요?


# %%
def chain(a1, b1, a2, b2):
    return a2 @ a1, a2 @ b1 + b2


a1, b1 = rotation(30), np.array([0.4, 0.2])
a2, b2 = np.array([[1.0, 0.5], [0.0, 1.0]]), np.array([0.0, -0.5])
twice = (LETTER @ a1.T + b1) @ a2.T + b2
a, b = chain(a1, b1, a2, b2)
print(f"largest difference ≈ {np.abs(twice - (LETTER @ a.T + b)).max():.0e}")
print("in the other order:", np.abs(twice - ((LETTER @ a2.T + b2) @ a1.T + b1)).max().round(2))

# %% [markdown] lang="en"
# The difference is float64's rounding error, around the sixteenth digit. The order does matter. In the other order, coordinates differ by up to 0.34.
#
# To keep A and b together in one matrix, give every point, now written as a column, a third coordinate that is always 1. The map becomes one 3 × 3 matrix with the translation in its last column, and two maps in a row become a product of matrices. Computer graphics uses these **homogeneous coordinates**.

# %% [markdown] lang="ko"
# 차이는 float64의 반올림 오차로, 열여섯째 자리 근처에만 있습니다. 순서를 바꾸면 좌표가 최대 0.34만큼 달라집니다.
#
# A와 b는 행렬 하나에 함께 담을 수 있습니다. 점을 열로 적고 언제나 1인 셋째 좌표를 붙이면 됩니다. 그러면 변환은 3 × 3 행렬 하나가 되고 평행 이동은 마지막 열에 들어갑니다. 두 변환을 이으려면 두 행렬을 곱하면 됩니다. 컴퓨터 그래픽에서 쓰는 이런 좌표를 **동차 좌표**(homogeneous coordinates)라고 합니다.


# %%
def homogeneous(a, b):
    whole = np.eye(3)
    whole[:2, :2], whole[:2, 2] = a, b
    return whole


print("the one map:", homogeneous(a, b).round(2) + 0.0, sep="\n")
print("the product of the two:", (homogeneous(a2, b2) @ homogeneous(a1, b1)).round(2) + 0.0, sep="\n")

# %% [markdown] lang="en"
# ### See it: AffineExplorer
#
# You see the F before the maps, after map 1, and after map 2. The dashed outline on the right is drawn by **one** map, whose numbers are at the bottom.

# %% [markdown] lang="ko"
# ### 눈으로 보기: AffineExplorer
#
# 왼쪽부터 원래의 F, 변환 1을 거친 F, 변환 2까지 거친 F입니다. 오른쪽의 파선 윤곽은 **변환 하나**로 그렸습니다. 그 변환의 숫자는 맨 아래에 있습니다.

# %%
AffineExplorer()

# %% [markdown] lang="en"
# **Try this**
# 1. Move any slider of either map. The dashed outline never leaves the orange F.
# 2. Set the angle of map 1 to 40 and that of map 2 to −40, all scales to 1, and all shears and shifts to 0. The single matrix is now the identity matrix, and the F is back where it started.
# 3. Set *scale x* of map 1 to −1. The F is mirrored, and the text gives a negative factor for areas. At 0, the F is squeezed onto a line, and no choice of map 2 can restore it.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 두 변환의 슬라이더를 아무렇게나 움직여 보세요. 파선 윤곽은 주황색 F를 벗어나지 않습니다.
# 2. 변환 1의 각도를 40, 변환 2의 각도를 −40으로 하고, 배율은 모두 1, 기울임과 이동은 모두 0으로 해 보세요. 하나로 합친 변환의 행렬은 단위 행렬이 되고, F는 처음 모습 그대로입니다.
# 3. 변환 1의 *배율 x*를 −1로 해 보세요. F가 뒤집히고, 그림 아래 글에 나오는 넓이의 배수가 음수가 됩니다. 0으로 하면 F가 납작해져 한 직선에 놓이고, 변환 2로는 되돌릴 수 없습니다.

# %% [markdown] lang="en"
# ## 12. Without an activation function, layers collapse into one
#
# A layer takes a batch `x`, one sample in each row, and computes `x @ w + b`. The weights `w` play the part of Aᵀ, and `b`, the **bias**, is broadcast over the samples. A **unit** of the layer is one column of `w` together with its number in `b`; it gives one number for each sample. The function applied afterwards, here ReLU, is the **activation function**. Up to that point a layer is an affine map, so the result of section 11 holds for it, with any number of coordinates.
#
# Here are a hundred layers of 16 units each, with no activation function. The loop also combines them into one, as in section 11.

# %% [markdown] lang="ko"
# ## 12. 활성화 함수가 없으면 층은 하나로 합쳐진다
#
# 층 하나는 샘플이 한 행에 하나씩 든 배치 `x`를 받아 `x @ w + b`를 계산합니다. 가중치(weight) `w`는 앞에서 본 Aᵀ에 해당하고, **편향**(bias) `b`는 모든 샘플에 브로드캐스팅됩니다. 층의 **유닛**(unit) 하나는 `w`의 한 열과 그에 대응하는 `b`의 숫자 하나로 이루어지고, 샘플마다 숫자를 하나씩 내놓습니다. 그 결과에 씌우는 함수를 **활성화 함수**라고 하며, 여기서는 ReLU를 씁니다. 활성화 함수를 씌우기 전까지 층은 아핀 변환이므로, 좌표가 몇 개이든 11절의 내용이 그대로 성립합니다.
#
# 유닛 16개짜리 층 백 개를 활성화 함수 없이 이어 봅시다. 같은 반복문에서 11절의 방법으로 이 층들을 하나로 합치는 계산도 합니다.

# %%
layers = [(rng.normal(size=(16, 16)) / 4, rng.normal(size=16)) for _ in range(100)]
samples = rng.normal(size=(1000, 16))
deep = samples
w_one, b_one = np.eye(16), np.zeros(16)
for w, b in layers:
    deep = deep @ w + b
    w_one, b_one = w_one @ w, b_one @ w + b
print("hundred layers:", deep[0, :4].round(3))
print("one layer:     ", (samples @ w_one + b_one)[0, :4].round(3))
print("numbers to learn:", sum(w.size + b.size for w, b in layers), "against", w_one.size + b_one.size)

# %% [markdown] lang="en"
# The single layer gives the same outputs with 272 numbers instead of 27,200. With nothing between the layers, depth adds **nothing** to what a network can compute.
#
# Something that is not affine has to come between the layers. We build networks of 1, 3 and 10 such layers, first with nothing between them and then with ReLU. For each, we use least squares to find the single layer that fits its outputs **best**. What this layer misses is given as a share of the spread of the outputs: 0 is a perfect fit, and 1 is as bad as always giving the mean. **Predict** the share for 3 layers with ReLU: about 0.05, 0.5 or 0.95?

# %% [markdown] lang="ko"
# 층 백 개에는 숫자가 27,200개 있는데, 숫자가 272개뿐인 층 하나로 똑같은 출력을 얻었습니다. 층 사이에 아무것도 없으면 층을 깊이 쌓아도 계산할 수 있는 것이 **조금도 늘지 않습니다**.
#
# 층 사이에 아핀이 아닌 함수가 있어야 합니다. 유닛 16개짜리 층을 1개, 3개, 10개 이은 신경망을 먼저 ReLU 없이, 다음에는 ReLU를 넣어 만듭니다. 그리고 신경망마다 출력이 **가장 가까운** 층 하나를 최소 제곱법으로 찾습니다. 그 층이 맞히지 못한 부분은 출력이 퍼진 정도에 대한 비율로 나타냅니다. 이 비율이 0이면 완전히 맞힌 것이고, 1이면 언제나 평균으로 답할 때와 같습니다. 층이 3개이고 ReLU가 있을 때의 비율이 0.05, 0.5, 0.95 가운데 어느 쪽에 가까울지 **예상해 보세요**.


# %%
def network(x, depth, between, rng):
    for layer in range(depth):
        if layer > 0:
            x = between(x)
        x = x @ (rng.normal(size=(16, 16)) / 4) + rng.normal(size=16)
    return x


def missed_by_one_layer(x, y):
    rows = np.column_stack([x, np.ones(len(x))])
    best = rows @ np.linalg.lstsq(rows, y, rcond=None)[0]
    return np.linalg.norm(y - best) / np.linalg.norm(y - y.mean(axis=0))


# %%
print("missed by one layer, for five seeds")
for name, between in (("nothing", lambda z: z), ("ReLU", lambda z: np.maximum(z, 0))):
    for depth in (1, 3, 10):
        made = [network(samples, depth, between, np.random.default_rng(seed)) for seed in range(5)]
        print(f"depth {depth:2}, {name:7} between:", *(f"{missed_by_one_layer(samples, out):.2f}" for out in made))

# %% [markdown] lang="en"
# With nothing between the layers, the single layer misses nothing, however deep the network is. With ReLU, it misses 0.43 to 0.56 of the spread for 3 layers, so 0.5 was the best guess. For 10 layers, it misses 0.38 to 0.79; for four of the five seeds, this is more than for 3 layers. On these 1,000 samples, no other single layer would do better. In the plane, you can see why.

# %% [markdown] lang="ko"
# 층 사이에 아무것도 없으면 신경망이 아무리 깊어도 층 하나로 그 출력을 완전히 맞힙니다. ReLU가 있으면 맞히지 못하는 비율이 3층에서 0.43\~0.56이므로 셋 가운데 0.5에 가장 가깝습니다. 10층에서는 0.38\~0.79이고, 시드 다섯 개 가운데 네 개에서 3층일 때보다 큽니다. 이 샘플 1,000개에서는 층 하나의 가중치를 다르게 골라도 더 나아지지 않습니다. 왜 층 하나로는 모자라는지 평면에서 볼 수 있습니다.

# %%
AffineExplorer(relu=True)

# %% [markdown] lang="en"
# **Try this**
# 1. The dotted outline in the middle is the F before ReLU. Everything to the left of the vertical axis or below the horizontal one is pressed onto that axis. On the right, the short reddish lines show by how much the nearest single map misses each corner.
# 2. Raise *shift x* and *shift y* of map 1 to 2. Now no coordinate of the F in the middle is negative (some of it is outside the picture). ReLU changes nothing, and one map fits again.
# 3. Lower both shifts to −2. The whole F is pressed onto one point. A unit that gives 0 for every input is called a dead unit (chapter [03](03_neurons_activations.ipynb)).

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 가운데 그림의 점선은 ReLU를 거치기 전의 F입니다. 세로축 왼쪽이나 가로축 아래에 있던 부분은 모두 그 축 위로 옮겨졌습니다. 오른쪽의 짧은 주홍색 선은 가장 가까운 변환 하나가 꼭짓점마다 얼마나 빗나가는지 나타냅니다.
# 2. 변환 1의 *이동 x*와 *이동 y*를 2로 올려 보세요. 이제 가운데 F에는 음수인 좌표가 없습니다(F의 일부는 그림 밖에 있습니다). ReLU를 거쳐도 바뀌는 것이 없어, 다시 변환 하나로 똑같이 그릴 수 있습니다.
# 3. 두 이동을 −2로 내려 보세요. F 전체가 한 점으로 모입니다. 어떤 입력에도 0만 내놓는 유닛을 죽은 유닛(dead unit)이라고 합니다([03장](03_neurons_activations.ipynb)).

# %% [markdown] lang="en"
# A small example has one input, two units and one output. Here it is with and without ReLU between the two layers.

# %% [markdown] lang="ko"
# 다음은 입력 하나, 유닛 둘, 출력 하나로 된 작은 예입니다. 두 층 사이에 ReLU가 있을 때와 없을 때를 계산해 봅시다.

# %%
x = np.array([[-2.0], [-1.0], [0.0], [1.0], [2.0]])
w1, w2 = np.array([[1.0, -1.0]]), np.array([[1.0], [1.0]])
print("x           ", x[:, 0])
print("with ReLU   ", (np.maximum(x @ w1, 0) @ w2)[:, 0])
print("without ReLU", (x @ w1 @ w2)[:, 0] + 0.0)

# %% [markdown] lang="en"
# With ReLU, the output is |x|, which has a bend at 0. No affine map has a bend. Without ReLU, the two units cancel each other out.
#
# ## 13. Back to the opening line
#
# Take `maximum(x @ w + b, 0)` with the shapes of chapters [04](04_backprop.ipynb) and [09](09_first_network.ipynb): a batch of 128 pictures of 784 pixels, and a layer of 512 units.

# %% [markdown] lang="ko"
# ReLU가 있으면 출력은 |x|이며 0에서 꺾입니다. 아핀 변환에는 이런 꺾임이 없습니다. ReLU가 없으면 두 유닛의 출력이 서로 상쇄됩니다.
#
# ## 13. 다시 처음의 한 줄로
#
# `maximum(x @ w + b, 0)`을 다시 봅시다. [04장](04_backprop.ipynb)과 [09장](09_first_network.ipynb)에서처럼 784픽셀 그림 128장이 든 배치와 유닛 512개짜리 층을 씁니다.

# %%
x, w, b = np.ones((128, 784)), np.ones((784, 512)), np.ones(512)
print("x @ w        ", x.shape, "@", w.shape, "->", (x @ w).shape)
print("+ b          ", (x @ w).shape, "+", b.shape, "->", (x @ w + b).shape)
print("maximum(…, 0)", (x @ w + b).shape, "with ()", "->", np.maximum(x @ w + b, 0).shape)

# %% [markdown] lang="en"
# Below on the left is the layer, with one of its units in orange; a few pixels and units stand for all of them. On the right are the same shapes to scale, laid out as in section 6.

# %% [markdown] lang="ko"
# 아래 왼쪽은 유닛 하나를 주황으로 표시한 층입니다. 픽셀과 유닛은 몇 개만 그렸습니다. 오른쪽은 행렬을 형상의 비율대로 그려 6절에서처럼 늘어놓은 그림입니다.


# %%
def box(ax, left, top, high, wide, text="", colour=None):
    face = COLOURS[colour] if colour else "white"
    ax.add_patch(plt.Rectangle((left, top), wide, high, facecolor=face, edgecolor="black", linewidth=0.8))
    ax.text(left + wide / 2, top + high / 2, text, ha="center", va="center")


def draw_layer(ax, pixels, units, shown):
    for unit in units:
        look = {"color": COLOURS["orange"], "zorder": 2} if unit == shown else {"color": "#cccccc", "zorder": 1}
        ax.plot([0, 1], [pixels, np.full(len(pixels), unit)], "-", linewidth=1, **look)
    ax.plot(np.zeros(len(pixels)), pixels, "o", np.ones(len(units)), units, "o", color="black", zorder=3)
    ax.set_axis_off()


# %%
with style():
    fig, (left, right) = plt.subplots(1, 2, figsize=(9, 4.3), width_ratios=(2, 3))
    units = np.linspace(0.1, 0.9, 6)
    draw_layer(left, np.linspace(0, 1, 9), units, units[1])
    left.set(title="784 pixels → 512 units", xlim=(-0.1, 1.1), ylim=(1.05, -0.05))
    box(right, 0, 930, 128, 784, "x  (128, 784)")
    box(right, 850, 0, 784, 512, "w  (784, 512)")
    box(right, 850, 840, 30, 512)
    right.text(835, 855, "b  (512,)", ha="right", va="center")
    box(right, 850, 930, 128, 512, "x @ w + b  (128, 512)")
    box(right, 0, 940, 18, 784, colour="sky")
    for top, high, colour in ((0, 784, "orange"), (840, 30, "orange"), (940, 18, "yellow")):
        box(right, 890, top, high, 18, colour=colour)
    right.set(xlim=(-10, 1372), ylim=(1068, -10), aspect="equal")
    right.set_axis_off()

# %% [markdown] lang="en"
# A row of `x` is one picture (blue). A column of `w` with its number in `b` is one unit (orange). Where they cross is the output of this unit for this picture, before ReLU (yellow).
#
# **What does each of the three do, and what would be lost without it?**
# - `@` mixes. Every unit computes a weighted sum of all 784 pixels. Without it, no output could depend on more than one pixel.
# - `+` shifts. The 512 biases are stored once and broadcast over 128 samples. Without it, an input of zeros would always give zeros.
# - `maximum` bends, element by element. Without it, a hundred layers can do no more than one.
#
# ## What you have learned
# - **Element-wise** operations work position by position. Vectorised, they ran hundreds of times as fast here as Python loops.
# - **Broadcasting**: align on the right, add axes of length 1 on the left, stretch lengths of 1. Nothing is copied. An axis with two different lengths, neither of them 1, causes an error.
# - A **dot product** multiplies in pairs and adds up. The **matrix product** of (a, **b**) and (**b**, c) holds the dot products of all rows with all columns and has shape (a, c). `*` does neither.
# - Adding a vector **translates**; multiplying by a matrix **rotates, scales or shears**. Together they form an **affine map**, and several affine maps in a row amount to a single one.
# - So layers need something between them that is not affine.
#
# | Measured here | Result | Seeds |
# |---|---|---|
# | share of the spread that one layer misses, 3 layers with ReLU | 0.43 to 0.56 | 5 |
# | the same, 10 layers with ReLU | 0.38 to 0.79 | 5 |
# | the same, 1, 3 or 10 layers with nothing between | 0.00 | 5 |
#
# ## Next
# [03. Neurons and activations](03_neurons_activations.ipynb): which activation functions there are, and what each does to a signal.
#
# ## Sources
# - C. R. Harris and others, "Array programming with NumPy", Nature 585 (2020), and NumPy's user guide, "Broadcasting" and "numpy.matmul": the rules.
# - I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", MIT Press (2016), section 6.1: why a network of linear layers is linear.
# - J. D. Foley and others, "Computer Graphics: Principles and Practice", 2nd edition (1990), chapter 5: homogeneous coordinates.

# %% [markdown] lang="ko"
# `x`의 한 행이 그림 한 장(파랑)입니다. `w`의 한 열과 그에 대응하는 `b`의 숫자가 유닛 하나(주황)입니다. 둘이 만나는 자리(노랑)에는 이 그림에 대한 이 유닛의 출력이 놓입니다. ReLU를 거치기 전의 값입니다.
#
# **셋은 각각 무슨 일을 하고, 하나라도 빠지면 무엇을 할 수 없게 될까요?**
# - `@`는 입력을 섞습니다. 유닛마다 픽셀 784개의 가중합(weighted sum)을 구합니다. `@`가 없으면 출력마다 픽셀을 하나밖에 쓸 수 없습니다.
# - `+`는 결과를 옮깁니다. 편향 512개를 한 번만 저장하고 샘플 128개에 브로드캐스팅합니다. `+`가 없으면 입력이 모두 0일 때 출력도 언제나 0입니다.
# - `maximum`은 결과를 원소마다 꺾습니다. `maximum`이 없으면 층 백 개도 층 하나보다 나을 것이 없습니다.
#
# ## 배운 것
# - **원소별** 연산은 같은 자리끼리 계산합니다. 여기서는 벡터화하여 파이썬 반복문보다 수백 배 빨라졌습니다.
# - **브로드캐스팅**: 오른쪽에 맞추고, 왼쪽에 길이 1인 축을 덧붙이고, 길이 1을 늘립니다. 숫자는 복사하지 않습니다. 두 길이가 다르고 어느 쪽도 1이 아닌 축이 있으면 오류가 납니다.
# - **점곱**은 같은 자리의 수끼리 곱해 모두 더합니다. (a, **b**)와 (**b**, c)의 **행렬 곱셈**에서는 모든 행과 모든 열을 점곱하며, 결과의 형상은 (a, c)입니다. `*`는 점곱도 행렬 곱셈도 아닙니다.
# - 도형은 벡터를 더하면 **옮겨지고**, 행렬을 곱하면 **회전하거나, 커지거나 작아지거나, 기울어집니다**. 둘을 합치면 **아핀 변환**이 되고, 아핀 변환을 여러 번 이어도 아핀 변환 하나와 같습니다.
# - 그래서 층 사이에는 아핀이 아닌 함수가 있어야 합니다.
#
# | 항목 | 결과 | 시드 |
# |---|---|---|
# | 층 하나로 맞히지 못하는 비율, ReLU를 넣은 3층 | 0.43\~0.56 | 5개 |
# | 같은 비율, ReLU를 넣은 10층 | 0.38\~0.79 | 5개 |
# | 같은 비율, 층 사이에 아무것도 없는 1층, 3층, 10층 | 0.00 | 5개 |
#
# ## 다음
# [03. 뉴런과 활성화](03_neurons_activations.ipynb): 어떤 활성화 함수가 있고 각각 신호를 어떻게 바꾸는지 봅니다.
#
# ## 출처
# - C. R. Harris 외, "Array programming with NumPy", Nature 585 (2020), NumPy 사용 설명서의 "Broadcasting"과 "numpy.matmul": 브로드캐스팅과 행렬 곱셈의 규칙.
# - I. Goodfellow, Y. Bengio, A. Courville, "Deep Learning", MIT Press (2016), 6.1절: 선형 층으로 된 신경망이 선형인 이유.
# - J. D. Foley 외, "Computer Graphics: Principles and Practice", 2판 (1990), 5장: 동차 좌표.
