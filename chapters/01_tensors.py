# %% [markdown] lang="en"
# # 01. Tensors: what a network sees
#
# Show a person a handwritten 5, and the person sees a 5. **What does a network see?** At the end of this chapter you can answer to the last byte.
#
# **You will be able to**
# - tell scalar, vector, matrix and higher tensors apart, and read a shape aloud;
# - say how many bytes an array takes, before you make it;
# - cut rows, columns, pictures and batches out of a tensor without copying anything;
# - recognise tables, time series, pictures and videos by their shapes.
#
# **Time** about 60 minutes. **You need** a little Python: lists, `for`, functions. No mathematics beyond counting.

# %% [markdown] lang="ko"
# # 01. 텐서: 신경망이 보는 것
#
# 손으로 쓴 5를 보여 주면 사람은 5를 봅니다. **신경망(neural network)은 무엇을 볼까요?** 이 장을 마치면 바이트 하나까지 틀리지 않고 답할 수 있습니다.
#
# **이 장을 마치면 할 수 있는 것**
# - 스칼라(scalar), 벡터(vector), 행렬(matrix), 그리고 랭크(rank)가 더 높은 텐서(tensor)를 구별하고, 형상(shape)을 소리 내어 읽습니다.
# - 배열(array)을 만들기 전에 몇 바이트를 차지할지 계산합니다.
# - 아무것도 복사하지 않고 텐서에서 행, 열, 그림, 배치(batch)를 잘라 냅니다.
# - 형상만 보고 표, 시계열, 그림, 동영상을 알아봅니다.
#
# **시간** 약 60분. **필요한 것** 파이썬 조금: 리스트, `for`, 함수. 수학은 수를 셀 줄만 알면 됩니다.

# %% tags=["setup"]
import matplotlib.pyplot as plt
import numpy as np

from helpers.datasets import mnist
from helpers.drawing import histogram, image_grid, style
from helpers.widgets import TensorExplorer

# %% [markdown] lang="en"
# ## 1. One number, a row, a table
#
# A **tensor** is numbers in a box with straight edges. The smallest is a single number, a **scalar**. `np.array` turns Python numbers into a tensor.

# %% [markdown] lang="ko"
# ## 1. 숫자 하나, 한 줄, 표 하나
#
# **텐서**(tensor)는 모서리가 반듯한 상자에 담긴 숫자들입니다. 가장 작은 텐서는 숫자 하나, 곧 **스칼라**(scalar)입니다. `np.array`는 파이썬 숫자를 텐서로 바꿉니다.

# %%
scalar = np.array(12)
print("value:", scalar, "  ndim:", scalar.ndim, "  shape:", scalar.shape)

# %% [markdown] lang="en"
# `ndim` counts the **axes**: the directions in which one can walk. A scalar has none, so its shape is the empty tuple `()`.
#
# A row of numbers is a **vector**. It has one axis.

# %% [markdown] lang="ko"
# `ndim`은 **축**(axis)의 개수, 곧 걸어갈 수 있는 방향의 수입니다. 스칼라에는 축이 없으므로 형상은 빈 튜플 `()`입니다.
#
# 숫자를 한 줄로 늘어놓으면 **벡터**(vector)입니다. 축이 하나입니다.

# %%
vector = np.array([12, 3, 6, 14, 7])
print("ndim:", vector.ndim, "  shape:", vector.shape)

# %% [markdown] lang="en"
# Five numbers, one axis. Many texts call this a "5-dimensional vector", and here a trap opens: the same word *dimension* is used for the **number of axes** and for the **length of an axis**. This collection says **rank** for the number of axes and **length** for how far an axis goes. Our vector has rank 1, and its only axis has length 5.
#
# A table is a **matrix**: rank 2. **Predict** its shape before you run the cell. Three rows of five: is it (3, 5) or (5, 3)?

# %% [markdown] lang="ko"
# 숫자는 다섯 개, 축은 하나입니다. 이것을 "5차원 벡터"라고 부르는 글이 많은데, 여기에 함정이 있습니다. *차원*(dimension)이라는 한 단어가 **축의 개수**에도, **축의 길이**에도 쓰이기 때문입니다. 이 강좌에서는 축의 개수를 **랭크**(rank), 축 하나가 뻗은 만큼을 **길이**(length)라고 부릅니다. 위의 벡터는 랭크가 1이고, 하나뿐인 축의 길이가 5입니다.
#
# 표는 **행렬**(matrix), 곧 랭크가 2인 텐서입니다. 셀을 실행하기 전에 형상을 **예상해 보세요**. 다섯 개짜리 행이 셋입니다. (3, 5)일까요, (5, 3)일까요?

# %%
matrix = np.array([[5, 78, 2, 34, 0], [6, 79, 3, 35, 1], [7, 80, 4, 36, 2]])
print("ndim:", matrix.ndim, "  shape:", matrix.shape)

# %% [markdown] lang="en"
# (3, 5). Read a shape from the outside in: *3 rows, and in each of them 5 numbers*. **The last number is always the innermost**: it counts what stands directly side by side. In what NumPy prints, it is the number of values inside one innermost pair of brackets.

# %% [markdown] lang="ko"
# (3, 5)입니다. 형상은 바깥에서 안쪽으로 읽습니다. *행이 3개, 그 안에 숫자가 5개씩.* **마지막 수가 언제나 가장 안쪽**이며, 바로 옆에 나란히 선 것들의 개수입니다. NumPy가 출력한 결과에서는 가장 안쪽 대괄호 한 쌍에 든 값의 개수입니다.

# %%
matrix

# %% [markdown] lang="en"
# ## 2. Rank 3 and above
#
# Put two such tables on top of each other, and there is a third axis. The new axis comes **first**, since it is the outermost.

# %% [markdown] lang="ko"
# ## 2. 랭크 3 이상
#
# 이런 표 두 장을 포개면 세 번째 축이 생깁니다. 새 축은 가장 바깥쪽이므로 **맨 앞**에 옵니다.

# %%
block = np.stack([matrix, matrix + 100])
print("ndim:", block.ndim, "  shape:", block.shape)
block

# %% [markdown] lang="en"
# *2 tables, each of 3 rows, each of 5 numbers.* **Predict**: 6 of these blocks are stacked. What is the shape, and how many numbers are there in all?

# %% [markdown] lang="ko"
# *표가 2장, 표마다 행이 3개, 행마다 숫자가 5개.* **예상해 보세요**. 이런 덩어리 6개를 쌓으면 형상은 무엇이고, 숫자는 모두 몇 개일까요?

# %%
pile = np.stack([block] * 6)
print("shape:", pile.shape, "  rank:", pile.ndim, "  numbers:", pile.size)

# %% [markdown] lang="en"
# 6 × 2 × 3 × 5 = 180. The number of values is the product of the lengths, always. For a scalar it is the empty product, 1.
#
# Boxes have straight edges: rows of different lengths are not a tensor. NumPy says so at once.

# %% [markdown] lang="ko"
# 6 × 2 × 3 × 5 = 180입니다. 값의 개수는 언제나 각 축의 길이를 모두 곱한 것입니다. 스칼라에는 곱할 길이가 없으므로 1입니다.
#
# 상자의 모서리는 반듯해야 합니다. 행마다 길이가 다르면 텐서가 되지 못하며, NumPy가 곧바로 그렇다고 알려 줍니다.

# %%
try:
    np.array([[1, 2, 3], [4, 5]])
except ValueError as problem:
    print("ValueError:", str(problem).split(". ")[1])

# %% [markdown] lang="en"
# ### See it: TensorExplorer
#
# Below is a tensor of shape (2, 3, 4). Every cell shows its own **index**: the position on axis 0, on axis 1, on axis 2. Look first at how the last number of the index changes when you go one cell to the right, and the middle one when you go down. Under the cells lies the **memory**: the same cells in one long row, as the machine keeps them. Slide *cell* and follow the blue frame in both.

# %% [markdown] lang="ko"
# ### 눈으로 보기: TensorExplorer
#
# 아래는 형상이 (2, 3, 4)인 텐서입니다. 칸마다 자기 **인덱스**(index), 곧 축 0, 축 1, 축 2에서의 위치가 적혀 있습니다. 먼저 오른쪽으로 한 칸 갈 때 인덱스의 마지막 수가, 아래로 갈 때 가운데 수가 어떻게 바뀌는지 보세요. 칸들 아래에는 **메모리**가 있습니다. 같은 칸들이 컴퓨터에 저장된 순서대로 한 줄로 늘어서 있습니다. *칸* 슬라이더를 움직이며 두 곳의 파란 테두리를 따라가 보세요.

# %%
TensorExplorer(shape=(2, 3, 4), index=(":", ":", ":"))

# %% [markdown] lang="en"
# **Try this**
# 1. Slide *cell* from 0 to 23. In the picture the frame runs along a row, then jumps to the next row, then to the next block. In memory it never jumps: one step is one place.
# 2. Lower *rank* to 2, then 1, then 0. The words below end with a tensor of one number and no axis.
# 3. Raise *rank* to 4. Every index gets a fourth number, and the new axis, being the last, runs to the right. Where has axis 0 gone? (Downwards: from the last axis to the first they take turns, right, down, right, down.)

# %% [markdown] lang="ko"
# **해 보세요**
# 1. *칸*을 0에서 23까지 움직여 보세요. 그림에서는 테두리가 행을 따라가다가 다음 행으로, 다시 다음 덩어리로 건너뜁니다. 메모리에서는 한 번도 건너뛰지 않습니다. 한 걸음이 한 자리입니다.
# 2. *랭크*를 2, 1, 0으로 내려 보세요. 그림 아래 문장에 나오는 텐서는 마지막에 축 없이 숫자 하나만 남습니다.
# 3. *랭크*를 4로 올려 보세요. 인덱스마다 네 번째 수가 생기고, 새 축은 마지막 축이므로 오른쪽으로 뻗습니다. 축 0은 어디로 갔을까요? (아래쪽입니다. 마지막 축부터 첫 축까지 오른쪽, 아래, 오른쪽, 아래로 번갈아 놓입니다.)

# %% [markdown] lang="en"
# ## 3. dtype: what one number costs
#
# All numbers in a tensor have the same type, its **dtype**. The type decides how many bytes one number takes, and so what fits into memory.

# %% [markdown] lang="ko"
# ## 3. dtype: 숫자 하나에 드는 바이트
#
# 한 텐서 안의 숫자는 모두 **자료형**(dtype)이 같습니다. 자료형은 숫자 하나가 몇 바이트인지를 정하고, 그래서 메모리에 무엇을 담을 수 있는지도 정합니다.

# %%
for dtype in ("uint8", "int32", "float32", "float64"):
    one = np.zeros(1, dtype)
    print(f"{dtype:8} {one.itemsize} bytes each")

# %% [markdown] lang="en"
# - **uint8**: whole numbers from 0 to 255. Pictures come as uint8.
# - **int32**: whole numbers up to about ±2 billion. Word numbers, counts.
# - **float32**: about 7 digits. What networks compute with.
# - **float64**: about 16 digits. NumPy's default, and twice what a network needs.
#
# The rule to remember: **bytes = product of the lengths × bytes of one number**. **Predict** how many bytes this table of 1,000 rows and 784 columns takes when you say nothing about the type.

# %% [markdown] lang="ko"
# - **uint8**: 0에서 255까지의 정수. 그림은 대개 uint8로 되어 있습니다.
# - **int32**: 약 ±20억까지의 정수. 단어 번호나 개수에 씁니다.
# - **float32**: 유효 숫자 약 7자리. 신경망이 계산에 쓰는 자료형입니다.
# - **float64**: 유효 숫자 약 16자리. NumPy의 기본 자료형이며, 신경망에 필요한 크기의 두 배입니다.
#
# 기억할 규칙은 **바이트 수 = 축 길이의 곱 × 숫자 하나의 바이트 수**입니다. 자료형을 지정하지 않고 만든 1,000행 784열 표가 몇 바이트일지 **예상해 보세요**.

# %%
table = np.zeros((1000, 784))
print(table.dtype, "->", table.nbytes, "bytes")
print("float32 ->", table.astype("float32").nbytes, "bytes")
print("uint8   ->", table.astype("uint8").nbytes, "bytes")

# %% [markdown] lang="en"
# The same zeros cost 6.3 million bytes, half of that, or an eighth. For one table this is nothing. For 60,000 pictures it decides whether the notebook lives: Binder gives 2 GB in all.
#
# A small type has a price. **Predict** what comes out when 200 + 100 must fit into one byte.

# %% [markdown] lang="ko"
# 똑같은 0인데 자료형에 따라 약 630만 바이트도 되고, 그 절반이나 8분의 1도 됩니다. 표 하나라면 대수롭지 않습니다. 그러나 그림 60,000장이라면 노트북이 계속 돌아가느냐 멈추느냐가 여기에 달려 있습니다. Binder의 메모리는 모두 합쳐 2 GB입니다.
#
# 작은 자료형에는 대가가 따릅니다. 200 + 100의 답을 한 바이트에 담으면 무엇이 나올지 **예상해 보세요**.

# %%
np.array([200], "uint8") + np.array([100], "uint8")

# %% [markdown] lang="en"
# 300 − 256 = 44, and no warning. That is why pictures are turned into float32 **before** anything is computed with them.
#
# What about text? NumPy can hold it, and networks cannot use it: letters do not add or multiply. Text becomes a tensor only after every word has been given a number, which is a later chapter's work.

# %% [markdown] lang="ko"
# 300 − 256 = 44가 나오고, 경고조차 없습니다. 그래서 그림은 계산에 쓰기 **전에** float32로 바꿉니다.
#
# 글자는 어떨까요? NumPy에 담을 수는 있지만 신경망은 쓸 수 없습니다. 글자는 더하거나 곱할 수 없기 때문입니다. 글은 단어마다 번호를 붙인 다음에야 텐서가 되며, 그 일은 뒤에 나올 장에서 합니다.

# %%
words = np.array(["deep", "learning"])
print(words.dtype, words.shape)  # U8: text of up to 8 characters

# %% [markdown] lang="en"
# ## 4. Slicing: a window, not a copy
#
# One index per axis, separated by commas. A whole number picks one place and the axis is gone; a slice `start:stop` keeps the axis and takes the places from `start` up to, not including, `stop`; `:` alone takes all.
#
# **Predict** the three shapes.

# %% [markdown] lang="ko"
# ## 4. 슬라이싱: 복사본이 아니라 창문
#
# 축마다 인덱스를 하나씩 쓰고 쉼표로 나눕니다. 정수를 쓰면 한 자리를 고르고 그 축은 사라집니다. 슬라이스(slice) `start:stop`을 쓰면 축은 남고, `start`부터 `stop` 바로 앞까지 가져옵니다. `:`만 쓰면 전부 가져옵니다.
#
# 세 형상을 **예상해 보세요**.

# %%
x = np.arange(24).reshape(2, 3, 4)
print("x[0]        ", x[0].shape)
print("x[:, 1]     ", x[:, 1].shape)
print("x[0, :, 1:3]", x[0, :, 1:3].shape)

# %% [markdown] lang="en"
# `x[0]` is the same as `x[0, :, :]`: axes that are not named are taken whole. Negative numbers count from the end, and a third number is the step.

# %% [markdown] lang="ko"
# `x[0]`은 `x[0, :, :]`와 같습니다. 적지 않은 축은 통째로 가져옵니다. 음수는 끝에서부터 세고, 세 번째 수는 간격(step)입니다.

# %%
print("last column of the first table:", x[0, :, -1])
print("every second number of row 0:  ", x[0, 0, ::2])
print("row 0 backwards:               ", x[0, 0, ::-1])

# %% [markdown] lang="en"
# **Predict**: the next cell changes one number of the slice. Does `x` change too?

# %% [markdown] lang="ko"
# **예상해 보세요**. 다음 셀은 잘라 낸 조각의 숫자 하나를 바꿉니다. `x`도 바뀔까요?

# %%
window = x[0, :, 1:3]
window[0, 0] = -99
x[0]

# %% [markdown] lang="en"
# It does. A slice is a **view**: a window on the same memory, not a copy. That makes slicing free, however large the tensor is, and it means that writing through the window changes the room. When you want a copy, say `.copy()`.
#
# How can a window skip columns without copying? By its **strides**: how many bytes to go for one step along each axis.

# %% [markdown] lang="ko"
# 바뀝니다. 슬라이스는 **뷰**(view)입니다. 복사본이 아니라 같은 메모리를 보는 창문입니다. 그래서 텐서가 아무리 커도 슬라이싱은 공짜이지만, 창문 너머로 값을 쓰면 방 안이 바뀝니다. 복사본이 필요하면 `.copy()`를 쓰세요.
#
# 창문은 어떻게 복사하지 않고 열을 건너뛸까요? **스트라이드**(stride) 덕분입니다. 스트라이드는 각 축을 따라 한 걸음 갈 때 몇 바이트를 가야 하는지를 나타냅니다.

# %%
x = np.arange(24, dtype="int32").reshape(2, 3, 4)
print("x            strides", x.strides)
print("x[0, :, 1:3] strides", x[0, :, 1:3].strides)
print("x[0, 0, ::2] strides", x[0, 0, ::2].strides)
print("shares memory with x:", np.shares_memory(x, x[0, :, 1:3]))

# %% [markdown] lang="en"
# One step along the last axis is one int32, 4 bytes. One step down is a row of four, 16 bytes. One step to the next table is 3 rows, 48 bytes. The slice keeps the strides and merely starts elsewhere and ends earlier; `::2` doubles a stride. That is the whole trick.

# %% [markdown] lang="ko"
# 마지막 축으로 한 걸음은 int32 하나, 4바이트입니다. 아래로 한 걸음은 네 개짜리 행 하나, 16바이트입니다. 다음 표로 한 걸음은 행 3개, 48바이트입니다. 슬라이스는 스트라이드를 그대로 두고 시작과 끝만 달리합니다. `::2`는 스트라이드를 두 배로 만듭니다. 비결은 이것이 전부입니다.

# %%
TensorExplorer(shape=(2, 3, 4), index=("0", ":", "1:3"), dtype="int32", cell=9)

# %% [markdown] lang="en"
# **Try this**
# 1. The orange cells are what `x[0, :, 1:3]` takes. In memory they lie in three pairs, 16 bytes from one pair to the next: that is the stride of the slice.
# 2. Type `::2` for axis 2. Every second cell lights up, and the last stride doubles to 8.
# 3. Type `-1` for axis 0, then `5`. The first works, the second is answered in words, and nothing breaks.
# 4. Change *dtype* to uint8. All strides shrink to a quarter; no cell moves.

# %% [markdown] lang="ko"
# **해 보세요**
# 1. 주황색 칸이 `x[0, :, 1:3]`이 가져오는 칸입니다. 메모리에서는 두 칸씩 세 무리로 놓여 있고, 한 무리에서 다음 무리까지 16바이트입니다. 그것이 이 슬라이스의 스트라이드입니다.
# 2. 축 2의 *가져올 것*에 `::2`를 입력해 보세요. 한 칸 걸러 한 칸씩 불이 켜지고, 마지막 스트라이드가 두 배인 8이 됩니다.
# 3. 축 0의 *가져올 것*에 `-1`을, 다음에는 `5`를 입력해 보세요. `-1`은 되고 `5`는 안 됩니다. 안 되는 까닭이 문장으로 나오고, 고장 나는 것은 없습니다.
# 4. *dtype*을 uint8로 바꿔 보세요. 스트라이드가 모두 4분의 1로 줄지만 칸은 하나도 움직이지 않습니다.

# %% [markdown] lang="en"
# ## 5. What real data look like
#
# By convention the **first axis counts samples**: things of the same kind, side by side. What follows describes one sample.
#
# | data | shape | example |
# |---|---|---|
# | table | (samples, features) | 1,000 people, 8 facts each: (1000, 8) |
# | time series, text | (samples, timesteps, features) | 250 days of 390 minutes with 3 prices: (250, 390, 3) |
# | pictures | (samples, height, width, channels) | 128 colour photos: (128, 256, 256, 3) |
# | videos | (samples, frames, height, width, channels) | 4 clips of 240 frames: (4, 240, 144, 256, 3) |
#
# A sum to do by hand first. There are 200 colour pictures of 244 × 244 pixels. **Predict** shape, rank, and megabytes as uint8 and as float32 (1 MB is a million bytes).

# %% [markdown] lang="ko"
# ## 5. 실제 데이터의 생김새
#
# **첫 번째 축은 샘플(sample)을 세는 것**이 관례입니다. 샘플은 나란히 놓인 같은 종류의 것 하나하나입니다. 그 뒤의 축들은 샘플 하나가 어떻게 생겼는지를 나타냅니다.
#
# | 데이터 | 형상 | 예 |
# |---|---|---|
# | 표 | (샘플, 특성(feature)) | 1,000명, 한 사람마다 8가지 사실: (1000, 8) |
# | 시계열(time series), 글 | (샘플, 타임스텝(timestep), 특성) | 250일, 하루 390분, 가격 3가지: (250, 390, 3) |
# | 그림 | (샘플, 높이, 너비, 채널) | 컬러 사진 128장: (128, 256, 256, 3) |
# | 동영상 | (샘플, 프레임, 높이, 너비, 채널) | 240프레임짜리 4편: (4, 240, 144, 256, 3) |
#
# 먼저 손으로 계산해 봅시다. 244 × 244 픽셀 컬러 그림이 200장 있습니다. 형상과 랭크, 그리고 uint8일 때와 float32일 때 몇 메가바이트인지 **예상해 보세요**(1 MB는 100만 바이트).

# %%
pictures = np.zeros((200, 244, 244, 3), "uint8")
print("rank", pictures.ndim, " shape", pictures.shape)
print(f"uint8   {pictures.nbytes / 1e6:.1f} MB")
print(f"float32 {pictures.size * 4 / 1e6:.1f} MB")

# %% [markdown] lang="en"
# 35.7 MB or 142.9 MB for the same pixels. The float32 number was computed, not made: the rule of section 3 needs no array.
#
# The videos of the table are larger than one thinks:

# %% [markdown] lang="ko"
# 같은 픽셀이 35.7 MB도 되고 142.9 MB도 됩니다. float32 쪽은 배열을 만들지 않고 계산만 했습니다. 3절의 규칙은 배열이 없어도 쓸 수 있습니다.
#
# 표에 나온 동영상은 생각보다 큽니다.

# %%
videos = (4, 240, 144, 256, 3)
print("rank", len(videos), " numbers", f"{np.prod(videos):,}")
print(f"as float32: {np.prod(videos) * 4 / 1e6:.0f} MB for four short clips")

# %% [markdown] lang="en"
# ## 6. Channels last, channels first
#
# A colour pixel is three numbers: red, green, blue, the **channels**. TensorFlow keeps them innermost, (height, width, 3): **channels-last**. PyTorch puts them first, (3, height, width): **channels-first**. A picture of 2 × 3 pixels shows the difference.

# %% [markdown] lang="ko"
# ## 6. 채널은 맨 뒤에, 또는 맨 앞에
#
# 컬러 픽셀 하나는 빨강, 초록, 파랑 세 숫자이고, 이것을 **채널**(channel)이라 합니다. TensorFlow는 채널을 가장 안쪽에 두어 형상이 (높이, 너비, 3)이며, 이것을 **channels-last**라 합니다. PyTorch는 맨 앞에 두어 (3, 높이, 너비)이며, 이것을 **channels-first**라 합니다. 2 × 3 픽셀 그림으로 차이를 봅니다.

# %%
last = np.zeros((2, 3, 3), "uint8")
last[:, 0] = [213, 94, 0]
last[:, 1] = [0, 158, 115]
last[:, 2] = [0, 114, 178]
first = last.transpose(2, 0, 1)
print("channels-last ", last.shape, "strides", last.strides)
print("channels-first", first.shape, "strides", first.strides)

# %% [markdown] lang="en"
# `transpose(2, 0, 1)` says: the new axis 0 is the old axis 2, then the old 0, then the old 1. The bytes stayed where they were, the strides changed places: a transposed tensor is a view too. The red plane of the channels-first picture, and the picture itself (three columns: red-orange, green, blue):

# %% [markdown] lang="ko"
# `transpose(2, 0, 1)`은 옛 축 2를 새 축 0으로 삼고, 그다음에 옛 축 0과 옛 축 1을 놓는다는 뜻입니다. 바이트는 그 자리에 있고 스트라이드만 자리를 바꿨습니다. 전치(transpose)한 텐서도 뷰입니다. 이제 channels-first 그림의 빨강 면을 출력하고, 그림 자체도 그립니다(세로로 세 줄: 주홍, 초록, 파랑).

# %%
print(first[0])
with style():
    fig, ax = plt.subplots(figsize=(3, 2))
    image_grid([ax], last[None])

# %% [markdown] lang="en"
# Give a channels-first picture to a program that expects channels-last, and it either stops with an error about shapes or, where the numbers happen to fit, as here, takes it for a picture 3 pixels high with strange colours and says nothing. So look at the shape first: where is the 3?
#
# And do not take `reshape` for `transpose`. Both give the shape (3, 2, 3); only one gives the same picture.

# %% [markdown] lang="ko"
# channels-last를 기대하는 프로그램에 channels-first 그림을 주면, 프로그램은 형상 오류를 내며 멈추거나, 여기처럼 우연히 수가 맞으면 아무 말 없이 높이가 3픽셀이고 색이 이상한 그림으로 봅니다. 그러니 형상부터 보세요. 3이 어디에 있나요?
#
# 그리고 `reshape`와 `transpose`를 혼동하지 마세요. 둘 다 형상은 (3, 2, 3)이 되지만, 같은 그림으로 남는 것은 하나뿐입니다.

# %%
reshaped = last.reshape(3, 2, 3)
print("same shape:  ", reshaped.shape == first.shape)
print("same numbers:", np.array_equal(reshaped, first))

# %% [markdown] lang="en"
# ## 7. MNIST: 70,000 handwritten digits
#
# The data set on which everyone has learned: digits written by several hundred people, scanned to 28 × 28 grey pixels (LeCun and others, 1998). One call loads it, from the cache on this computer or, the first time, from the network (11.5 MB).

# %% [markdown] lang="ko"
# ## 7. MNIST: 손으로 쓴 숫자 70,000개
#
# 누구나 한 번은 거쳐 가는 데이터입니다. 수백 명이 쓴 숫자를 28 × 28 회색조 픽셀로 옮긴 것입니다(LeCun 등, 1998). 코드 한 줄로 불러옵니다. 처음에는 인터넷에서 내려받고(11.5 MB), 그 뒤로는 이 컴퓨터에 저장해 둔 것을 씁니다.

# %% tags=["real-data"]
(train_images, train_labels), (test_images, test_labels) = mnist.load_data()

# %% [markdown] lang="en"
# **Predict** the shapes: 60,000 pictures to learn from, 10,000 to be tested on, and one label each.

# %% [markdown] lang="ko"
# 형상을 **예상해 보세요**. 훈련에 쓸 그림 60,000장, 테스트에 쓸 그림 10,000장, 그리고 그림마다 레이블 하나입니다.

# %%
for name, images, labels in (("train", train_images, train_labels), ("test", test_images, test_labels)):
    print(f"{name:5} images {images.shape!s:16} {images.dtype}  {images.nbytes / 1e6:5.2f} MB")
    print(f"{name:5} labels {labels.shape!s:16} {labels.dtype}  {labels.nbytes / 1e6:5.2f} MB")

# %% [markdown] lang="en"
# Rank 3, not 4: grey pictures have one channel, and MNIST leaves that axis out. The labels are rank 1: one whole number from 0 to 9 for each picture.
#
# The first ten pictures with their labels. Paper is 0 and is drawn white, ink goes up to 255 and is drawn black:

# %% [markdown] lang="ko"
# 랭크가 4가 아니라 3입니다. 회색조 그림은 채널이 하나뿐이라 MNIST는 그 축을 생략합니다. 레이블은 랭크가 1이고, 그림마다 0에서 9까지의 정수 하나가 붙습니다.
#
# 처음 열 장과 그 레이블입니다. 값이 0인 종이는 흰색으로, 값이 255까지 올라가는 잉크는 검은색으로 그렸습니다.

# %%
with style():
    fig, axes = plt.subplots(1, 10, figsize=(9, 1.4))
    image_grid(axes, train_images[:10], titles=[str(label) for label in train_labels[:10]])

# %% [markdown] lang="en"
# The labels of the ten, and how often each digit occurs among the 60,000:

# %% [markdown] lang="ko"
# 이 열 장의 레이블과, 60,000장 가운데 각 숫자가 몇 번 나오는지를 출력합니다.

# %% tags=["real-data"]
print("labels:", train_labels[:10])
print("counts:", np.bincount(train_labels))

# %% [markdown] lang="en"
# The digits are not quite equally frequent: there are 6,742 ones and 5,421 fives. A program that always says "1" would be right 11 % of the time. That is the number to beat.
#
# Slicing works on all pictures at once. **Predict** the shape of each slice, then look at what it shows: the pictures 10 to 14; their lower right corners of 14 × 14 pixels; their middles, with 7 pixels cut off on every side.

# %% [markdown] lang="ko"
# 모든 숫자가 똑같은 횟수로 나오지는 않습니다. 1이 6,742개, 5가 5,421개입니다. 언제나 "1"이라고만 말하는 프로그램도 11 %는 맞힙니다. 신경망이 넘어야 할 기준입니다.
#
# 슬라이싱은 모든 그림에 한꺼번에 적용됩니다. 각 조각의 형상을 **예상해 본** 다음 무엇이 보이는지 확인하세요. 10번부터 14번까지의 그림, 그 그림들의 오른쪽 아래 14 × 14 픽셀, 그리고 사방에서 7픽셀씩 잘라 낸 가운데입니다.

# %%
some = train_images[10:15]
corners = train_images[10:15, 14:, 14:]
middles = train_images[10:15, 7:-7, 7:-7]
print(some.shape, corners.shape, middles.shape)
with style():
    fig, axes = plt.subplots(3, 5, figsize=(6, 3.6))
    for row, part in zip(axes, (some, corners, middles), strict=True):
        image_grid(row, part)

# %% [markdown] lang="en"
# The rows show the whole pictures, their lower right quarters, and their middles. No pixel was copied for any of them:

# %% [markdown] lang="ko"
# 위에서부터 전체 그림, 오른쪽 아래 4분의 1, 가운데입니다. 복사된 픽셀은 하나도 없습니다.

# %%
print("window on the same memory:", np.shares_memory(train_images, middles))
print("strides of the pictures:", train_images.strides, "  of the middles:", middles.strides)

# %% [markdown] lang="en"
# ## 8. Batches
#
# A network does not learn from 60,000 pictures at once but from a few at a time, a **batch**. With 128 a batch, batch number n is this slice of the first axis:

# %% [markdown] lang="ko"
# ## 8. 배치
#
# 신경망은 60,000장을 한꺼번에 배우지 않고 몇 장씩 나누어 배웁니다. 그 한 묶음이 **배치**(batch)입니다. 한 배치가 128장이면 n번 배치는 첫 번째 축을 이렇게 자른 슬라이스입니다.

# %%
def batch(n, size=128):
    return train_images[size * n : size * (n + 1)]


print("batch 0:", batch(0).shape, "  batch 3:", batch(3).shape)

# %% [markdown] lang="en"
# **Predict**: how many batches are there, and how many pictures has the last one? 60,000 divided by 128 is 468.75.

# %% [markdown] lang="ko"
# **예상해 보세요**. 배치는 모두 몇 개이고 마지막 배치에는 그림이 몇 장일까요? 60,000을 128로 나누면 468.75입니다.

# %%
batches = -(-len(train_images) // 128)
print("batches:", batches)
print("the last one:", batch(batches - 1).shape)
print("one too far: ", batch(batches).shape)

# %% [markdown] lang="en"
# 469 batches, and the last has 96 pictures: a slice that reaches beyond the end simply ends there, and one that starts beyond it is empty, without an error. You will meet the number 469 again when Keras counts its steps.

# %% [markdown] lang="ko"
# 배치는 469개이고 마지막 배치에는 96장이 있습니다. 끝을 넘어가는 슬라이스는 끝에서 그치고, 끝보다 뒤에서 시작하는 슬라이스는 오류 없이 텅 빕니다. 469라는 수는 Keras가 스텝(step)을 셀 때 다시 나옵니다.

# %% [markdown] lang="en"
# ## 9. What a network sees
#
# Back to the question. Here is the first picture of the training set as a person sees it, and a part of what the network gets: rows 5 to 9, columns 12 to 19.

# %% [markdown] lang="ko"
# ## 9. 신경망이 보는 것
#
# 처음 질문으로 돌아갑니다. 훈련 데이터(training set)의 첫 번째 그림을 사람이 보는 모습대로 그리고, 신경망이 받는 숫자의 일부(5~9행, 12~19열)도 출력합니다.

# %% tags=["real-data"]
five = train_images[0]
print(five[5:10, 12:20])
with style():
    fig, (left, right) = plt.subplots(1, 2, figsize=(7, 2.6))
    image_grid([left], five[None])
    histogram(right, five, xlabel="value of a pixel")

# %% [markdown] lang="en"
# On the left is the digit, on the right how often each pixel value occurs: most of the 784 pixels are paper, 0; a smaller heap near 255 is full ink; few lie between.
#
# To a network it is a vector. Laid out in one row, which for a tensor in order costs nothing, the digit is 784 numbers:

# %% [markdown] lang="ko"
# 왼쪽은 손글씨 그림이고, 오른쪽은 각 픽셀 값이 몇 번 나오는지를 나타냅니다. 픽셀 784개는 대부분 종이, 곧 0입니다. 255 근처에 모인 작은 무더기가 진한 잉크이고, 그 사이에는 얼마 없습니다.
#
# 신경망에게 이것은 벡터입니다. 한 줄로 펴면(순서대로 놓인 텐서라면 비용이 들지 않습니다) 숫자 784개입니다.

# %% tags=["real-data"]
row = five.reshape(784)
print("shape", row.shape, " bytes", row.nbytes, " copied:", not np.shares_memory(row, five))
print("ink pixels:", np.count_nonzero(row), "of", row.size, "  darkest:", row.max())

# %% [markdown] lang="en"
# So **what does a network see?** 784 numbers from 0 to 255 in 784 bytes, of which 166 are not zero. It does not know that number 28 lies under number 0, or that together they look like a 5. All it will ever learn, it must learn from how such rows of numbers differ. Chapter [09](09_first_network.ipynb) shows that this is enough.
#
# ## What you have learned
# - A tensor has a **rank** (number of axes), a **shape** (their lengths, the last innermost) and a **dtype**.
# - **Bytes = product of the shape × itemsize.** uint8 to keep pictures, float32 to compute.
# - Slices and transposes are **views**: the same memory, other strides.
# - The first axis counts samples; a **batch** is a slice of it, and the last one may be shorter.
#
# ## Next
# [02. Broadcasting](02_broadcasting.ipynb): what happens when two tensors of different shapes meet.
#
# ## Sources
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - C. R. Harris and others, "Array programming with NumPy", Nature 585 (2020): shape, strides, views.
# - M. Okabe, K. Ito, "Color Universal Design" (2008): the colours of the pictures.

# %% [markdown] lang="ko"
# 그러면 **신경망은 무엇을 볼까요?** 0에서 255까지의 숫자 784개, 곧 784바이트를 봅니다. 그 가운데 0이 아닌 것은 166개입니다. 신경망은 28번 숫자가 0번 바로 아래에 있다는 것도, 모두 모이면 5처럼 보인다는 것도 모릅니다. 무엇을 배우든 이런 숫자 줄이 서로 어떻게 다른지를 보고 배워야 합니다. 그것으로 충분하다는 것을 [09장](09_first_network.ipynb)에서 확인합니다.
#
# ## 배운 것
# - 텐서에는 **랭크**(축의 개수), **형상**(각 축의 길이, 마지막이 가장 안쪽), **자료형**이 있습니다.
# - **바이트 수 = 축 길이의 곱 × 숫자 하나의 바이트 수.** 그림을 보관할 때는 uint8, 계산할 때는 float32입니다.
# - 슬라이스와 전치한 텐서는 **뷰**입니다. 메모리는 같고 스트라이드만 다릅니다.
# - 첫 번째 축은 샘플을 셉니다. **배치**는 그 축의 슬라이스이고, 마지막 배치는 더 짧을 수 있습니다.
#
# ## 다음
# [02. 브로드캐스팅](02_broadcasting.ipynb): 형상이 다른 두 텐서가 만나면 무슨 일이 일어나는지 봅니다.
#
# ## 출처
# - Y. LeCun, L. Bottou, Y. Bengio, P. Haffner, "Gradient-based learning applied to document recognition", Proceedings of the IEEE 86 (1998): MNIST.
# - C. R. Harris 외, "Array programming with NumPy", Nature 585 (2020): 형상, 스트라이드, 뷰.
# - M. Okabe, K. Ito, "Color Universal Design" (2008): 그림의 색.
