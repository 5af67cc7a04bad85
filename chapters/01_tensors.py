# %% [markdown] lang="en"
# # 01. Tensors: what a network sees
#
# Show a person a handwritten 5, and the person sees a 5. **What does a network see?** By the end of this chapter you will be able to answer that question, down to the last byte.
#
# **You will be able to**
# - tell scalars, vectors, matrices and tensors of higher rank apart, and read a shape;
# - work out how many bytes an array takes before you make it;
# - cut rows, columns, pictures and batches out of a tensor without copying anything;
# - recognise tables, time series, pictures and videos by their shapes.
#
# **Time** about 60 minutes. **You need** a little Python (lists, `for`, functions) and no mathematics beyond multiplication.

# %% [markdown] lang="ko"
# # 01. 텐서: 신경망이 보는 것
#
# 손으로 쓴 5를 보여 주면 사람의 눈에는 5가 보입니다. **신경망(neural network)은 무엇을 볼까요?** 이 장을 마치면 바이트 하나까지 정확하게 답할 수 있습니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 스칼라(scalar), 벡터(vector), 행렬(matrix), 랭크(rank)가 더 높은 텐서(tensor)를 구별하고 형상(shape, 크기라고도 합니다)을 읽습니다.
# - 배열(array)을 만들기 전에 몇 바이트가 필요한지 계산합니다.
# - 텐서에서 행, 열, 그림, 배치(batch)를 복사하지 않고 잘라 냅니다.
# - 형상만 보고 표, 시계열, 그림, 동영상을 구별합니다.
#
# **시간** 약 60분. **필요한 것** 파이썬 기초(리스트, `for`, 함수). 수학은 곱셈만 할 줄 알면 됩니다.

# %% tags=["setup"]
import math

import matplotlib.pyplot as plt
import numpy as np

from helpers.datasets import mnist
from helpers.drawing import COLOURS, histogram, image_grid, style
from helpers.widgets import TensorExplorer

# %% [markdown] lang="en"
# ## 1. One number, a row, a table
#
# A **tensor** is a rectangular arrangement of numbers; NumPy calls it an *array*. The simplest is a single number, a **scalar**. `np.array` turns Python numbers into a tensor.

# %% [markdown] lang="ko"
# ## 1. 숫자 하나, 한 줄, 표 하나
#
# **텐서**(tensor)는 숫자를 네모반듯하게 늘어놓은 것입니다. NumPy에서는 배열(array)이라고 부릅니다. 가장 단순한 텐서는 숫자 하나로 된 **스칼라**(scalar)입니다. `np.array`는 파이썬 숫자를 텐서로 바꿉니다.

# %%
scalar = np.array(12)
print("value:", scalar, "  ndim:", scalar.ndim, "  shape:", scalar.shape, "  dtype:", scalar.dtype)

# %% [markdown] lang="en"
# `ndim` is the number of **axes**, the directions in which you can step from number to number. `shape` says how many numbers there are along each axis. A scalar has no axes, so its shape is the empty tuple `()`. `dtype` is the type of the numbers; NumPy has turned the Python `12` into an int64, a whole number stored in 8 bytes (section 3).
#
# A row of numbers is a **vector**. It has one axis.

# %% [markdown] lang="ko"
# `ndim`은 **축**(axis)의 개수입니다. 축은 한 숫자에서 이웃한 숫자로 옮겨 갈 수 있는 방향을 뜻합니다. `shape`는 축마다 숫자가 몇 개인지 나타냅니다. 스칼라에는 축이 없으므로 형상은 빈 튜플 `()`입니다. `dtype`은 숫자의 종류입니다. 파이썬의 `12`는 8바이트 정수인 int64가 되었습니다(3절).
#
# 숫자를 한 줄로 늘어놓으면 **벡터**(vector)가 됩니다. 벡터에는 축이 하나 있습니다.

# %%
vector = np.array([12, 3, 6, 14, 7])
print("ndim:", vector.ndim, "  shape:", vector.shape)

# %% [markdown] lang="en"
# Many texts call this a "5-dimensional vector". That is confusing, because *dimension* is used both for the **number of axes** (`ndim`) and for the **length of an axis**. Here we call the number of axes the **rank**, and the number of positions along an axis its **length**. Our vector has rank 1, and its only axis has length 5. (In linear algebra *rank* means something else.)
#
# A table is a **matrix**, a tensor of rank 2. Below are three rows of five numbers. **Predict** the shape before you run the cell: (3, 5) or (5, 3)?

# %% [markdown] lang="ko"
# 이런 벡터를 "5차원 벡터"라고 부르는 글이 많은데, 여기에는 함정이 있습니다. *차원*(dimension)은 **축의 개수**(`ndim`)를 뜻하기도 하고 **축의 길이**를 뜻하기도 합니다. 이 강좌에서는 축의 개수를 **랭크**(rank)라 하고, 축 하나에 놓인 자리의 수를 **길이**(length)라 합니다. 위의 벡터는 랭크가 1이고, 하나뿐인 축의 길이가 5입니다. (선형대수에서 말하는 행렬의 랭크는 다른 개념입니다.)
#
# 표는 **행렬**(matrix), 즉 랭크가 2인 텐서입니다. 아래 행렬에는 숫자 다섯 개짜리 행이 세 개 있습니다. 셀을 실행하기 전에 형상이 (3, 5)일지 (5, 3)일지 **예상해 보세요**.

# %%
matrix = np.array([[5, 78, 2, 34, 0], [6, 79, 3, 35, 1], [7, 80, 4, 36, 2]])
print("ndim:", matrix.ndim, "  shape:", matrix.shape)

# %% [markdown] lang="en"
# The shape is (3, 5). Read a shape from the outside in: *3 rows of 5 numbers each*. **The last number always belongs to the innermost axis.** It counts the numbers inside each innermost pair of brackets:

# %% [markdown] lang="ko"
# 형상은 (3, 5)입니다. 형상은 바깥에서 안쪽으로, *행이 3개, 행마다 숫자가 5개*라고 읽습니다. **마지막 수는 언제나 가장 안쪽 축의 길이**입니다. 아래 출력에서 가장 안쪽 대괄호 한 쌍에 든 숫자를 세어 보면 알 수 있습니다.

# %%
matrix

# %% [markdown] lang="en"
# ## 2. Rank 3 and above
#
# Stack two such tables, and a third axis appears. `np.stack` puts it **first**, so it is the outermost.

# %% [markdown] lang="ko"
# ## 2. 랭크 3 이상
#
# 이런 표 두 장을 쌓으면 세 번째 축이 생깁니다. `np.stack`은 새 축을 **맨 앞**, 즉 가장 바깥쪽에 둡니다.

# %%
block = np.stack([matrix, matrix + 100])
print("ndim:", block.ndim, "  shape:", block.shape)
block

# %% [markdown] lang="en"
# Read it as *2 tables of 3 rows of 5 numbers each*. Now stack 6 of these blocks.

# %% [markdown] lang="ko"
# *표가 2장, 표마다 행이 3개, 행마다 숫자가 5개*라고 읽습니다. 이제 이런 덩어리 6개를 쌓습니다.

# %%
blocks = np.stack([block] * 6)
print("shape:", blocks.shape, "  rank:", blocks.ndim, "  numbers:", blocks.size)

# %% [markdown] lang="en"
# The shape is (6, 2, 3, 5). The number of values is always the product of the lengths, here 6 × 2 × 3 × 5 = 180. For a scalar it is 1.
#
# A tensor is rectangular, so rows of different lengths do not make one. NumPy refuses them; its message calls axes *dimensions*. You will meet this problem again with the film reviews in chapter [11](11_imdb_reviews.ipynb).

# %% [markdown] lang="ko"
# 형상은 (6, 2, 3, 5)입니다. 숫자의 개수는 언제나 축의 길이를 모두 곱한 수이므로 6 × 2 × 3 × 5 = 180개입니다. 스칼라는 숫자가 1개입니다.
#
# 텐서는 네모반듯해야 하므로 행마다 길이가 다르면 만들 수 없습니다. 다음 셀의 오류 메시지에 나오는 *dimensions*는 축을 뜻합니다. [11장](11_imdb_reviews.ipynb)에서 영화평을 다룰 때 이 문제가 다시 나옵니다.

# %%
try:
    np.array([[1, 2, 3], [4, 5]])
except ValueError as problem:
    print("ValueError:", str(problem).split(". ")[1])

# %% [markdown] lang="en"
# ### See it: TensorExplorer
#
# Below is a tensor of shape (2, 3, 4). Every cell shows its **index**, its positions along axes 0, 1 and 2, counted from 0. Watch how the index changes as you go right and down. The **memory** strip underneath shows the same cells in the order in which the computer stores them. Section 4 explains the two lines at the top.

# %% [markdown] lang="ko"
# ### 눈으로 보기: TensorExplorer
#
# 아래는 형상이 (2, 3, 4)인 텐서입니다. 칸마다 **인덱스**(index)가 적혀 있습니다. 축 0, 축 1, 축 2에서 몇 번째 자리인지를 0부터 세어 나타낸 번호입니다. 오른쪽이나 아래로 한 칸 갈 때 인덱스가 어떻게 바뀌는지 보세요. 맨 아래의 **메모리** 띠에는 같은 칸들이 컴퓨터에 저장된 순서대로 놓여 있습니다. 맨 위의 두 줄은 4절에서 설명합니다.

# %%
TensorExplorer(shape=(2, 3, 4), index=(":", ":", ":"))

# %% [markdown] lang="en"
# **Try this**
# 1. Move *cell* from 0 to 23. In the picture, the blue frame jumps after each row and each table. In memory, it always moves by one cell.
# 2. Lower *rank* to 2, then 1, then 0. At rank 0, a single number is left, with no axes.
# 3. Raise *rank* to 4. `np.stack` added the new axis at the front; this widget adds it at the end, where it runs to the right. Which way does axis 0 run now? (It runs down. From the last axis to the first, the directions are right, down, right, down.)

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *칸*을 0에서 23까지 움직여 보세요. 그림에서는 행이나 표가 끝날 때마다 파란 테두리가 건너뛰지만, 메모리에서는 언제나 한 자리씩 옮겨 갑니다.
# 2. *랭크*를 2, 1, 0으로 차례로 낮춰 보세요. 0이 되면 축은 모두 없어지고 숫자 하나만 남습니다.
# 3. *랭크*를 4로 올려 보세요. `np.stack`은 새 축을 맨 앞에 두었지만 이 위젯은 맨 뒤에 덧붙입니다. 그래서 새 축은 오른쪽으로 뻗습니다. 이제 축 0은 어느 쪽으로 뻗을까요? (아래쪽입니다. 마지막 축부터 첫 축까지 오른쪽, 아래, 오른쪽, 아래로 번갈아 놓입니다.)

# %% [markdown] lang="en"
# ## 3. dtype: what one number costs
#
# All numbers in a tensor have the same type, the tensor's **dtype**, which determines how many bytes each number takes.

# %% [markdown] lang="ko"
# ## 3. dtype: 숫자 하나에 드는 바이트
#
# 한 텐서에 든 숫자는 모두 **자료형**(dtype)이 같습니다. 숫자 하나가 몇 바이트를 차지하는지는 자료형에 따라 정해집니다.

# %%
for dtype in ("uint8", "int32", "float32", "float64"):
    one = np.zeros(1, dtype)
    print(f"{dtype:8} {one.itemsize} bytes each")

# %% [markdown] lang="en"
# - **uint8**: whole numbers from 0 to 255. Pictures are usually stored this way.
# - **int32**: whole numbers up to about ±2 billion, used for counts and for words encoded as numbers.
# - **float32**: about 7 significant digits; the default in Keras.
# - **float64**: about 16 significant digits, and twice the memory of float32.
#
# If you do not name a type, whole numbers become int64, as in `np.array(12)`; `np.array(12.0)` and `np.zeros` give float64.
#
# The rule to remember is **bytes = product of the lengths × bytes of one number**. **Predict** how many bytes `np.zeros((1000, 784))` takes.

# %% [markdown] lang="ko"
# - **uint8**: 0에서 255까지의 정수. 그림은 대개 이 자료형으로 저장합니다.
# - **int32**: 약 ±20억까지의 정수. 개수를 세거나 단어에 번호를 붙일 때 씁니다.
# - **float32**: 유효 숫자 약 7자리. Keras가 기본으로 사용하는 자료형입니다.
# - **float64**: 유효 숫자 약 16자리. 메모리는 float32의 두 배가 듭니다.
#
# 자료형을 지정하지 않으면 정수는 int64가 됩니다(`np.array(12)`). `np.array(12.0)`과 `np.zeros`의 결과는 float64입니다.
#
# 기억할 규칙은 **바이트 수 = 축 길이의 곱 × 숫자 하나의 바이트 수**입니다. `np.zeros((1000, 784))`가 몇 바이트일지 **예상해 보세요**.

# %%
table = np.zeros((1000, 784))
print(table.dtype, "->", table.nbytes, "bytes")
print("float32 ->", table.astype("float32").nbytes, "bytes")
print("uint8   ->", table.astype("uint8").nbytes, "bytes")

# %% [markdown] lang="en"
# It takes 1,000 × 784 × 8 = 6,272,000 bytes, half of that as float32, and an eighth as uint8. The training pictures of section 7 have 60 times as many numbers, which take 376 MB as float64 and 47 MB as uint8. A session on Binder has 2 GB in all (chapter [00](00_start_here.ipynb)).
#
# A small type holds only small numbers. **Predict** the result of 200 + 100 in uint8; 300 is too large for one byte.

# %% [markdown] lang="ko"
# 1,000 × 784 × 8 = 6,272,000바이트입니다. float32로는 그 절반, uint8로는 8분의 1이 듭니다. 7절에 나오는 훈련용 그림은 숫자의 개수가 60배이므로 float64로는 376 MB, uint8로는 47 MB입니다. Binder에서 쓸 수 있는 메모리는 모두 합쳐 2 GB입니다([00장](00_start_here.ipynb)).
#
# 작은 자료형에는 큰 수를 담지 못합니다. 300은 한 바이트에 들어가지 않습니다. uint8로 200 + 100을 계산하면 얼마가 나올지 **예상해 보세요**.

# %%
np.array([200], "uint8") + np.array([100], "uint8")

# %% [markdown] lang="en"
# The answer is 44. A byte counts up to 255 and then starts again at 0, so 256 is lost (300 − 256 = 44). For arrays, NumPy gives no warning. So convert pictures to float32 **before** you compute with them.
#
# What about text? NumPy can store it, but letters cannot be added or multiplied. Chapter [11](11_imdb_reviews.ipynb) gives every word a number.

# %% [markdown] lang="ko"
# 결과는 44입니다. 한 바이트에서는 255 다음이 다시 0이므로 256이 사라집니다(300 − 256 = 44). 배열을 계산할 때는 경고도 나오지 않습니다. 그러니 그림은 계산하기 **전에** float32로 바꾸세요.
#
# 글은 어떨까요? 글자도 NumPy 배열에 담을 수는 있지만 더하거나 곱할 수는 없습니다. [11장](11_imdb_reviews.ipynb)에서는 단어마다 번호를 붙여 신경망에 씁니다.

# %%
words = np.array(["deep", "learning"])
print(words.dtype, words.shape)  # U8: text of up to 8 characters

# %% [markdown] lang="en"
# ## 4. Slicing: a window, not a copy
#
# Write one index for each axis, with commas in between. A whole number picks one position, and that axis disappears. A **slice** `start:stop` keeps the axis and takes the positions from `start` up to, but not including, `stop`. `:` alone takes the whole axis.
#
# Let `x` have shape (2, 3, 4). **Predict** the shapes of `x[0]`, `x[:, 1]` and `x[0, :, 1:3]`.

# %% [markdown] lang="ko"
# ## 4. 슬라이싱: 복사본이 아니라 창문
#
# 대괄호 안에 축마다 인덱스를 하나씩, 쉼표로 구분해 적습니다. 정수를 적으면 그 자리만 선택되고 그 축은 사라집니다. **슬라이스**(slice) `start:stop`을 적으면 축은 남고, `start`부터 `stop` 바로 앞까지 가져옵니다. `:`만 적으면 축 전체를 가져옵니다.
#
# 아래 `x`의 형상은 (2, 3, 4)입니다. `x[0]`, `x[:, 1]`, `x[0, :, 1:3]`의 형상을 **예상해 보세요**.

# %%
x = np.arange(24).reshape(2, 3, 4)
print("x[0]        ", x[0].shape)
print("x[:, 1]     ", x[:, 1].shape)
print("x[0, :, 1:3]", x[0, :, 1:3].shape)

# %% [markdown] lang="en"
# The shapes are (3, 4), (2, 4) and (3, 2). Axes that you do not mention, as in `x[0]`, are taken whole. Negative numbers count from the end, and a third number in a slice is the step.

# %% [markdown] lang="ko"
# 형상은 차례로 (3, 4), (2, 4), (3, 2)입니다. `x[0]`처럼 뒤쪽 축의 인덱스를 적지 않으면 그 축은 통째로 가져옵니다. 음수 인덱스는 끝에서부터 셉니다. 슬라이스의 세 번째 수는 간격(step)입니다.

# %%
print("last column of the first table:", x[0, :, -1])
print("every second number of row 0:  ", x[0, 0, ::2])
print("row 0 backwards:               ", x[0, 0, ::-1])

# %% [markdown] lang="en"
# The next cell changes one number in a slice of `x`. **Predict**: does `x` change too?

# %% [markdown] lang="ko"
# 다음 셀은 `x`에서 잘라 낸 슬라이스의 숫자 하나를 바꿉니다. `x`도 바뀔지 **예상해 보세요**.

# %%
window = x[0, :, 1:3]
window[0, 0] = -99
x[0]

# %% [markdown] lang="en"
# `x` changes too: `x[0]` now contains −99. A slice is a **view**, a window onto the same memory. Slicing copies no numbers, however large the tensor is; but if you write through the window, you change the original. Call `.copy()` when you want a copy.
#
# A view can skip columns because it has its own **strides**. A stride is the number of bytes from one position to the next along an axis.

# %% [markdown] lang="ko"
# 바뀝니다. `x[0]`에 −99가 들어 있습니다. 슬라이스는 **뷰**(view), 즉 원래 텐서의 메모리를 들여다보는 창문입니다. 텐서가 아무리 커도 슬라이싱할 때 숫자를 복사하지 않습니다. 그 대신 뷰의 값을 바꾸면 원래 텐서도 바뀝니다. 복사본이 필요하면 `.copy()`를 쓰세요.
#
# 뷰에는 **스트라이드**(stride)가 따로 있어서 복사하지 않고도 열을 건너뛸 수 있습니다. 스트라이드는 축마다 한 자리에서 다음 자리까지 몇 바이트인지를 나타냅니다.

# %%
x = np.arange(24, dtype="int32").reshape(2, 3, 4)
print("x            strides", x.strides)
print("x[0, :, 1:3] strides", x[0, :, 1:3].strides)
print("x[0, 0, ::2] strides", x[0, 0, ::2].strides)

# %% [markdown] lang="en"
# Along the last axis, the next number is one int32 (4 bytes) away. The next row is four numbers (16 bytes) away, and the next table three rows (48 bytes). The slice `x[0, :, 1:3]` keeps the last two strides, while `::2` doubles the last one to 8.

# %% [markdown] lang="ko"
# 마지막 축에서 다음 숫자는 int32 하나만큼, 즉 4바이트 떨어져 있습니다. 다음 행은 숫자 네 개(16바이트), 다음 표는 행 세 개(48바이트)만큼 떨어져 있습니다. 슬라이스 `x[0, :, 1:3]`에는 `x`의 뒤쪽 스트라이드 두 개가 그대로 남지만, `::2`를 쓰면 마지막 스트라이드가 두 배인 8이 됩니다.

# %%
TensorExplorer(shape=(2, 3, 4), index=("0", ":", "1:3"), dtype="int32", cell=9)

# %% [markdown] lang="en"
# **Try this**
# 1. The orange cells are those that `x[0, :, 1:3]` takes. In memory they form three pairs, each 16 bytes after the one before. These 16 bytes are the first stride of the slice.
# 2. Type `::2` into the *take* field of axis 2. Every second cell of a row is taken, and the last stride doubles.
# 3. Change *dtype* to uint8. All strides shrink to a quarter, but no cell moves.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 주황색 칸이 `x[0, :, 1:3]`으로 가져오는 칸입니다. 메모리에서는 두 칸씩 세 쌍을 이룹니다. 한 쌍의 시작에서 다음 쌍의 시작까지는 16바이트로, 슬라이스의 첫 번째 스트라이드와 같습니다.
# 2. 축 2의 *가져올 것*에 `::2`를 입력해 보세요. 행에서 한 칸 걸러 한 칸씩 가져오고, 마지막 스트라이드는 두 배가 됩니다.
# 3. *dtype*을 uint8로 바꿔 보세요. 스트라이드가 모두 4분의 1로 줄지만 칸은 하나도 움직이지 않습니다.

# %% [markdown] lang="en"
# ## 5. What real data look like
#
# A **sample** is one item of the data: a person, a day, a picture. By convention, the **first axis counts the samples**, and the others describe one sample. A **feature** is one number that describes a sample.
#
# | data | shape | example |
# |---|---|---|
# | table | (samples, features) | 1,000 people, 8 facts each: (1000, 8) |
# | time series, text | (samples, timesteps, features) | 250 days of 390 minutes, 3 prices a minute: (250, 390, 3) |
# | pictures | (samples, height, width, channels) | 128 colour photos: (128, 256, 256, 3) |
# | videos | (samples, frames, height, width, channels) | 4 clips of 240 frames: (4, 240, 144, 256, 3) |
#
# Take 200 colour pictures of 244 × 244 pixels. **Predict** the shape, the rank, and the size in megabytes as uint8 and as float32 (1 MB is a million bytes).

# %% [markdown] lang="ko"
# ## 5. 실제 데이터의 생김새
#
# **샘플**(sample)은 사람 한 명, 하루, 그림 한 장처럼 데이터를 이루는 대상 하나를 뜻합니다. 관례에 따라 **첫 번째 축에는 샘플을 늘어놓고**, 그 뒤의 축들로 샘플 하나를 나타냅니다. 샘플을 나타내는 수 하나하나를 **특성**(feature)이라고 합니다.
#
# | 데이터 | 형상 | 예시 |
# |---|---|---|
# | 표 | (샘플, 특성) | 1,000명, 한 사람당 특성 8가지: (1000, 8) |
# | 시계열(time series), 글 | (샘플, 타임스텝(timestep), 특성) | 250일, 하루 390분, 1분마다 가격 3가지: (250, 390, 3) |
# | 그림 | (샘플, 높이, 너비, 채널) | 컬러 사진 128장: (128, 256, 256, 3) |
# | 동영상 | (샘플, 프레임, 높이, 너비, 채널) | 240프레임짜리 4편: (4, 240, 144, 256, 3) |
#
# 244 × 244 픽셀 컬러 그림이 200장 있습니다. 형상과 랭크, 그리고 uint8일 때와 float32일 때 몇 메가바이트인지 **예상해 보세요**(1 MB는 100만 바이트).

# %%
pictures = np.zeros((200, 244, 244, 3), "uint8")
print("rank", pictures.ndim, " shape", pictures.shape)
print(f"uint8   {pictures.nbytes / 1e6:.1f} MB")
print(f"float32 {pictures.size * 4 / 1e6:.1f} MB")

# %% [markdown] lang="en"
# The shape is (200, 244, 244, 3) and the rank is 4. The same pixels take 35.7 MB as uint8 and 142.9 MB as float32.
#
# The videos in the table are larger:

# %% [markdown] lang="ko"
# 형상은 (200, 244, 244, 3), 랭크는 4입니다. 같은 픽셀이 uint8로는 35.7 MB, float32로는 142.9 MB를 차지합니다.
#
# 표에 나온 동영상은 더 큽니다.

# %%
videos = (4, 240, 144, 256, 3)
print("rank", len(videos), " numbers", f"{np.prod(videos):,}")
print(f"as float32: {np.prod(videos) * 4 / 1e6:.0f} MB for four short clips")

# %% [markdown] lang="en"
# At 24 frames a second, a clip of 240 frames lasts only ten seconds.
#
# ## 6. Channels last, channels first
#
# A colour pixel is three numbers, its **channels**: red, green and blue. By default, TensorFlow and Keras keep them innermost, as in (height, width, 3). This is called **channels-last**. PyTorch puts them before the height and the width, as in (3, height, width). This is **channels-first**. Here are both orders for a small picture that we make ourselves.

# %% [markdown] lang="ko"
# 1초에 24프레임이라면 240프레임은 10초 분량밖에 되지 않습니다.
#
# ## 6. 채널은 맨 뒤에, 또는 맨 앞에
#
# 컬러 픽셀 하나는 빨강, 초록, 파랑을 나타내는 숫자 세 개, 즉 **채널**(channel) 세 개로 이루어집니다. TensorFlow와 Keras에서는 기본적으로 (높이, 너비, 3)처럼 채널을 가장 안쪽에 둡니다. 이 방식을 **channels-last**라고 합니다. PyTorch에서는 (3, 높이, 너비)처럼 채널을 높이와 너비 앞에 두며, 이 방식을 **channels-first**라고 합니다. 작은 그림을 직접 만들어 차이를 살펴봅시다.

# %%
row, column = np.mgrid[:24, :24]
last = np.full((24, 24, 3), [86, 180, 233], "uint8")  # sky
last[row > 15] = [0, 158, 115]  # meadow
last[(row - 7) ** 2 + (column - 16) ** 2 < 20] = [240, 228, 66]  # sun
first = last.transpose(2, 0, 1)
print("channels-last ", last.shape, "strides", last.strides)
print("channels-first", first.shape, "strides", first.strides)

# %% [markdown] lang="en"
# `transpose(2, 0, 1)` makes the old axis 2 the new axis 0, followed by the old axes 0 and 1. Only the shape and the strides are reordered, so a transposed tensor is a view too.
#
# The first axis of the channels-first picture holds three planes, one for each colour. Here they are in grey; the brighter a pixel, the larger its number.

# %% [markdown] lang="ko"
# `transpose(2, 0, 1)`은 원래의 축 2를 새 축 0으로 삼고, 이어서 원래의 축 0과 축 1을 놓습니다. 형상과 스트라이드의 순서만 바뀌므로, 전치(transpose)한 텐서도 뷰입니다.
#
# channels-first 그림의 첫 번째 축에는 빨강, 초록, 파랑 면이 차례로 놓여 있습니다. 각 면을 회색조로 그려 봅시다. 밝을수록 큰 수입니다.

# %%
titles = ("red", "green", "blue")
with style():
    fig, axes = plt.subplots(1, 4, figsize=(9, 2.4))
    image_grid(axes, last[None], titles=["picture"])
    for ax, plane, title in zip(axes[1:], first, titles, strict=True):
        ax.imshow(plane, cmap="gray", vmin=0, vmax=255)
        ax.set_title(title, fontsize=11, loc="center")
print("a pixel of the sun:", last[7, 16], "  the same in the planes:", first[:, 7, 16])

# %% [markdown] lang="en"
# The yellow sun is bright in the red and green planes and dark in the blue one.
#
# A program that expects (24, 24, 3) refuses (3, 24, 24). It is tempting to use `reshape` to get the shape that it expects. **Predict** what the picture will then look like: unchanged, with the wrong colours, or with its pixels out of place as well?

# %% [markdown] lang="ko"
# 노란 해는 빨강 면과 초록 면에서 밝고 파랑 면에서 어둡습니다.
#
# (24, 24, 3)을 받는 프로그램에 (3, 24, 24)를 넣으면 오류가 납니다. 이럴 때 `reshape`로 형상만 맞추고 싶어집니다. 그렇게 하면 그림이 그대로일지, 색만 틀릴지, 위치까지 뒤섞일지 **예상해 보세요**.

# %%
misread = first.reshape(24, 24, 3)
print("first pixel of the picture:", last[0, 0], "  after reshape:", misread[0, 0])
with style():
    fig, axes = plt.subplots(1, 2, figsize=(4.6, 2.5))
    image_grid(axes, np.stack([last, misread]), titles=["picture", "after reshape"])

# %% [markdown] lang="en"
# The colours and the positions are both mixed up, and there is no error. `reshape` leaves the values in order, all the red values first, and only regroups them. Three neighbouring red values then become one pixel (chapter [02](02_broadcasting.ipynb), section 9). `first.transpose(1, 2, 0)` is the way back. So first check which axis holds the channels.
#
# ## 7. MNIST: 70,000 handwritten digits
#
# MNIST is a data set of digits written by several hundred people, scaled and centred in pictures of 28 × 28 grey pixels (LeCun and others, 1998). One call loads it, the first time from the internet (11.5 MB), later from this computer.

# %% [markdown] lang="ko"
# 색도 위치도 뒤섞였는데 오류는 나지 않습니다. `reshape`는 숫자의 순서를 그대로 두고 묶는 단위만 바꿉니다. 빨강 값이 모두 앞에 놓여 있으므로, 이웃한 빨강 값 세 개가 픽셀 하나가 되었습니다([02장](02_broadcasting.ipynb) 9절). `first.transpose(1, 2, 0)`을 쓰면 원래 그림이 나옵니다. 그러니 형상에서 채널이 어디에 있는지부터 확인하세요.
#
# ## 7. MNIST: 손으로 쓴 숫자 70,000개
#
# MNIST는 수백 명이 손으로 쓴 숫자를 모은 데이터셋(data set)입니다(LeCun 외, 1998). 숫자는 모두 크기를 맞추어 28 × 28 픽셀 회색조 그림의 가운데에 놓았습니다. 함수 하나로 불러옵니다. 처음에는 인터넷에서 내려받고(11.5 MB), 그 뒤로는 이 컴퓨터에 저장된 파일을 읽습니다.

# %% tags=["real-data"]
(train_images, train_labels), (test_images, test_labels) = mnist.load_data()

# %% [markdown] lang="en"
# Each picture is a sample. It belongs to one of ten **classes** (categories), the digits 0 to 9. The class recorded with it is its **label**, the right answer. The **training set** has 60,000 pictures to learn from, the **test set** 10,000 for testing afterwards.

# %% [markdown] lang="ko"
# 그림 한 장이 샘플 하나이며, 0부터 9까지 열 가지 **클래스**(class, 범주) 가운데 하나에 속합니다. 샘플마다 적어 둔 클래스, 즉 정답을 **레이블**(label)이라고 합니다. **훈련 데이터**(training set) 60,000장은 훈련하는 데 쓰고, **테스트 데이터**(test set) 10,000장은 나중에 시험하는 데 씁니다.

# %%
for name, images, labels in (("train", train_images, train_labels), ("test", test_images, test_labels)):
    print(f"{name:5} images {images.shape!s:16} {images.dtype}  {images.nbytes / 1e6:5.2f} MB")
    print(f"{name:5} labels {labels.shape!s:16} {labels.dtype}  {labels.nbytes / 1e6:5.2f} MB")

# %% [markdown] lang="en"
# The pictures have rank 3, not 4, because grey pictures have only one channel, and MNIST leaves that axis out. The labels have rank 1, with one whole number from 0 to 9 for each picture.
#
# Here are the first ten with their labels. Paper is 0 and is drawn white; full ink is 255 and is drawn black.

# %% [markdown] lang="ko"
# 그림 텐서의 랭크는 4가 아니라 3입니다. 회색조 그림에는 채널이 하나뿐이므로 MNIST에서는 그 축을 생략합니다. 레이블은 랭크가 1이며, 그림마다 0에서 9까지의 정수 가운데 하나가 들어 있습니다.
#
# 처음 10장을 레이블과 함께 그립니다. 종이(값 0)는 흰색으로, 가장 진한 잉크(값 255)는 검은색으로 나타냈습니다.

# %%
with style():
    fig, axes = plt.subplots(1, 10, figsize=(9, 1.4))
    image_grid(axes, train_images[:10], titles=[str(label) for label in train_labels[:10]])

# %% [markdown] lang="en"
# The next cell prints the same ten labels, and counts how often each digit occurs among the 60,000 labels.

# %% [markdown] lang="ko"
# 다음 셀은 이 레이블 10개를 출력하고, 60,000장 가운데 각 숫자가 몇 장씩 있는지 셉니다.

# %% tags=["real-data"]
print("labels:", train_labels[:10])
print("counts:", np.bincount(train_labels))

# %% [markdown] lang="en"
# There are 6,742 ones and 5,421 fives. A program that always answers "1" would be right for 11 % of these pictures. Such a score is called a **baseline**, and a network has to beat it.
#
# Slices work on all pictures at once. Here are pictures 10 to 14, their lower right quarters (orange), and their middles with 7 pixels cut off on every side (blue).

# %% [markdown] lang="ko"
# 1은 6,742장, 5는 5,421장입니다. 언제나 "1"이라고 답하는 프로그램도 이 그림들의 11 %를 맞힙니다. 이런 성적을 **기준선**(baseline)이라고 하며, 신경망은 이보다 나아야 합니다.
#
# 슬라이스는 모든 그림에 한꺼번에 적용됩니다. 10번부터 14번까지의 그림 전체, 오른쪽 아래 4분의 1(주황), 사방을 7픽셀씩 잘라 낸 가운데 부분(파랑)을 차례로 가져옵니다.


# %%
def frame(ax, top, left, height, width, colour):
    place = (left - 0.5, top - 0.5)  # the middle of a pixel is a whole number
    ax.add_patch(plt.Rectangle(place, width, height, fill=False, color=COLOURS[colour], linewidth=2, clip_on=False))


some = train_images[10:15]
corners = train_images[10:15, 14:, 14:]
middles = train_images[10:15, 7:-7, 7:-7]
print(some.shape, corners.shape, middles.shape)
with style():
    fig, axes = plt.subplots(3, 5, figsize=(6, 3.8))
    image_grid(axes, [*some, *corners, *middles])
    for whole, corner, middle in axes.T:
        frame(whole, 14, 14, 14, 14, "orange")
        frame(whole, 7, 7, 14, 14, "blue")
        frame(corner, 0, 0, 14, 14, "orange")
        frame(middle, 0, 0, 14, 14, "blue")

# %% [markdown] lang="en"
# No pixel was copied. The middles are a view that starts further on in memory and has the same strides as the whole pictures:

# %% [markdown] lang="ko"
# 복사된 픽셀은 하나도 없습니다. 가운데 부분은 뷰입니다. 메모리의 더 뒤쪽에서 시작하고, 스트라이드는 그림 전체와 같습니다.

# %%
print("from the first pixel to the first of the middles:", middles.ctypes.data - some.ctypes.data, "bytes")
print("strides of the pictures:", some.strides, "  of the middles:", middles.strides)

# %% [markdown] lang="en"
# (`ctypes.data` is the address in memory.) Seven rows of 28 bytes and seven more bytes make 7 × 28 + 7 = 203 bytes.
#
# ## 8. Batches
#
# A network usually learns not from all 60,000 pictures at once but from a small group at a time, called a **batch**. With 128 pictures in a batch, batch n (counted from 0) is this slice along the first axis:

# %% [markdown] lang="ko"
# (`ctypes.data`는 메모리 주소입니다.) 28바이트짜리 행 7개와 픽셀 7개를 건너뛰므로 7 × 28 + 7 = 203바이트 뒤입니다.
#
# ## 8. 배치
#
# 신경망을 훈련할 때는 보통 60,000장을 한꺼번에 쓰지 않고 조금씩 나누어 씁니다. 이렇게 나눈 한 묶음을 **배치**(batch)라고 합니다. 배치 하나가 128장이고 0번부터 셀 때, n번 배치는 첫 번째 축을 다음과 같이 자른 슬라이스입니다.


# %%
def batch(n, size=128):
    return train_images[size * n : size * (n + 1)]


print("batch 0:", batch(0).shape, "  batch 3:", batch(3).shape)

# %% [markdown] lang="en"
# 60,000 divided by 128 is 468.75. **Predict** how many batches there are, and how many pictures the last one holds.

# %% [markdown] lang="ko"
# 60,000을 128로 나누면 468.75입니다. 배치는 모두 몇 개이고 마지막 배치에는 그림이 몇 장 있을지 **예상해 보세요**.

# %%
batches = math.ceil(len(train_images) / 128)
print("batches:", batches)
print("the last one:", batch(batches - 1).shape)
print("one too far: ", batch(batches).shape)

# %% [markdown] lang="en"
# There are 469 batches. The first 468 hold 59,904 pictures, so 96 are left for the last. (`math.ceil` rounds up.) A slice that reaches beyond the end stops there, and one that starts beyond it is empty; neither is an error. Chapter [05](05_optimizers.ipynb) compares batch sizes, and chapter [09](09_first_network.ipynb) trains a network on these 469 batches.

# %% [markdown] lang="ko"
# 배치는 469개입니다. 앞의 468개에 59,904장이 들어가므로 마지막 배치에는 96장이 남습니다. (`math.ceil`은 올림합니다.) 슬라이스가 끝을 넘어가면 끝까지만 가져오고, 끝보다 뒤에서 시작하면 빈 텐서가 나옵니다. 두 경우 모두 오류는 나지 않습니다. 배치 크기는 [05장](05_optimizers.ipynb)에서 비교하고, 이 배치들로는 [09장](09_first_network.ipynb)에서 신경망을 훈련합니다.

# %% [markdown] lang="en"
# ## 9. What a network sees
#
# Here is the first training picture. The numbers that a network is given are written over it. Pixels without a number are 0. The cell also prints the block in the frame, rows 5 to 9 and columns 12 to 19.

# %% [markdown] lang="ko"
# ## 9. 신경망이 보는 것
#
# 훈련 데이터의 첫 번째 그림에 신경망이 받는 숫자를 겹쳐 적어 봅시다. 비어 있는 자리는 0입니다. 테두리를 두른 부분(5\~9행, 12\~19열)은 숫자로도 출력합니다.

# %% tags=["real-data"]
five = train_images[0]
print(five[5:10, 12:20])
with style():
    fig, (left, right) = plt.subplots(1, 2, figsize=(9, 5), width_ratios=(5, 3))
    left.imshow(five, cmap="gray_r")
    fives = range(5, 26, 5)
    left.set(xlim=(2.5, 25.5), ylim=(25.5, 3.5), xlabel="column", ylabel="row", xticks=fives, yticks=fives)
    left.grid(visible=False)
    for row, column in np.argwhere(five):  # where it is not 0
        value = five[row, column]
        left.text(column, row, value, size=6.5, ha="center", va="center", color="white" if value > 127 else "black")
    frame(left, 5, 12, 5, 8, "vermillion")
    histogram(right, five, xlabel="value of a pixel")
    right.set_yscale("log")

# %% [markdown] lang="en"
# On the right you see how often the values occur. The vertical axis is logarithmic, so each number on it is ten times the one below. Most of the 784 pixels are blank paper, with the value 0. The next-highest bar, near 255, is full or nearly full ink. The bars in between come from the edges of the strokes, and none of them reaches 10.
#
# The network of chapter [09](09_first_network.ipynb) takes a picture as a vector, all 784 numbers in one row. The numbers are already in that order in memory, so `reshape` gives the row without copying:

# %% [markdown] lang="ko"
# 오른쪽 그림은 각 픽셀 값이 몇 번 나오는지를 로그 눈금으로 나타냅니다. 세로축에 적힌 수는 위로 하나 올라갈 때마다 열 배가 됩니다. 픽셀 784개는 대부분 종이 부분이라서 값이 0입니다. 그다음으로 높은 255 근처의 막대는 가장 진한 잉크와 거의 그만큼 진한 잉크를 나타냅니다. 그 사이의 막대는 획의 가장자리에 있는 픽셀을 센 것으로, 높이가 모두 10에 못 미칩니다.
#
# [09장](09_first_network.ipynb)의 신경망은 그림을 벡터로, 즉 숫자 784개를 한 줄로 펴서 받습니다. 숫자들이 이미 메모리에 순서대로 놓여 있으므로 `reshape`로 펴도 복사하지 않습니다.

# %% tags=["real-data"]
row = five.reshape(784)
print("shape", row.shape, " bytes", row.nbytes)
print("from the picture's first byte to the row's:", row.ctypes.data - five.ctypes.data)
print("ink pixels:", np.count_nonzero(row), "of", row.size, "  darkest:", row.max())

# %% [markdown] lang="en"
# So **what does a network see?** Here it is given 784 whole numbers from 0 to 255, in 784 bytes, and 166 of them are not zero. Nothing in the row says that number 28 is directly below number 0, or that together the numbers look like a 5. A network has nothing to learn from but the differences between rows with different labels. In chapter [09](09_first_network.ipynb) they are enough to read about 98 out of 100 new digits correctly. (`Conv2D` in chapter [08](08_keras_blocks.ipynb) is given rows and columns.)
#
# ## What you have learned
# - A tensor has a **rank** (the number of axes), a **shape** (their lengths, the last one innermost) and a **dtype**.
# - **Bytes = product of the lengths × bytes of one number.** Store pictures as uint8, compute in float32.
# - Slices and transposes are **views**: the same memory with strides of their own.
# - The first axis counts the samples. A **batch** is a slice along it, and the last batch may be shorter.
#
# ## Next
# [02. Broadcasting](02_broadcasting.ipynb): what happens when two tensors of different shapes meet.
#
# ## Sources
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - C. R. Harris and others, "Array programming with NumPy", Nature 585 (2020): shape, strides, views.
# - M. Okabe, K. Ito, "Color Universal Design" (2008): the colours of the pictures.

# %% [markdown] lang="ko"
# 그러면 **신경망은 무엇을 볼까요?** 여기서는 0에서 255까지의 정수 784개, 즉 784바이트를 받습니다. 그 가운데 0이 아닌 수는 166개입니다. 한 줄로 편 숫자만 보아서는 28번 숫자가 0번 바로 아래에 있는지, 모두 모으면 5처럼 보이는지 알 수 없습니다. 신경망은 레이블이 다른 그림끼리 픽셀 값이 어떻게 다른지만 보고 배워야 합니다. 그런데도 처음 보는 손글씨 100장 가운데 98장쯤을 맞힙니다([09장](09_first_network.ipynb)). [08장](08_keras_blocks.ipynb)에 나오는 `Conv2D`는 그림의 행과 열을 그대로 받습니다.
#
# ## 배운 것
# - 텐서에는 **랭크**(축의 개수), **형상**(각 축의 길이, 마지막이 가장 안쪽), **자료형**이 있습니다.
# - **바이트 수 = 축 길이의 곱 × 숫자 하나의 바이트 수.** 그림은 uint8로 저장하고 float32로 계산합니다.
# - 슬라이스와 전치한 텐서는 **뷰**입니다. 같은 메모리를 쓰되 스트라이드는 따로 있습니다.
# - 첫 번째 축에는 샘플을 늘어놓습니다. **배치**는 그 축을 자른 슬라이스이고, 마지막 배치는 더 작을 수 있습니다.
#
# ## 다음
# [02. 브로드캐스팅](02_broadcasting.ipynb): 형상이 다른 두 텐서를 함께 계산하면 어떻게 되는지 봅니다.
#
# ## 출처
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - C. R. Harris 외, "Array programming with NumPy", Nature 585 (2020): 형상, 스트라이드, 뷰.
# - M. Okabe, K. Ito, "Color Universal Design" (2008): 그림의 색.
