"""CSV files as they come: one clear sentence for each thing that is wrong, and nothing written."""

import os
import sys
import unicodedata

import numpy as np
import pytest

from helpers.datasets.tables import TableError, composed, read_table

GOOD = "이름,나이,지역\n민준,31,서울\n서연,,부산\n지호,45,서울\n"
NUMBERS, CATEGORIES = ["나이"], ["지역"]


@pytest.fixture
def write(tmp_path):
    """A function that writes a file; afterwards all files must be as they were written."""
    written = {}

    def write(content, name="표.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        written[path] = path.read_bytes()
        return path

    yield write
    for path, content in written.items():
        assert path.read_bytes() == content
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == len(written)


def refused(path, **options):
    """The sentence with which a table is refused."""
    with pytest.raises(TableError) as raised:
        read_table(path, **({"numbers": NUMBERS, "categories": CATEGORIES} | options))
    sentence = str(raised.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


def test_numbers_and_categories(write):
    table = read_table(write(GOOD), NUMBERS, CATEGORIES)
    assert list(table.columns) == ["나이", "지역"]
    assert table["나이"].dtype == np.float64
    np.testing.assert_array_equal(table["나이"], [31, np.nan, 45])
    assert list(table["지역"]) == ["서울", "부산", "서울"]
    assert list(table["지역"].cat.categories) == ["부산", "서울"]
    assert list(table.index) == [2, 3, 4]


def test_the_real_tables_are_read_as_pandas_reads_them(real):
    import pandas

    from helpers.datasets import infert

    ours = read_table(real / "infert.csv", ["age", "parity"], ["education"])
    pandas.testing.assert_series_equal(ours["age"].reset_index(drop=True), infert.load_data()["age"].astype(float))
    assert list(ours["education"]) == list(infert.load_data()["education"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_is_left_out(write, encoding):
    path = write(GOOD, encoding=encoding)
    assert list(read_table(path, categories=["이름"])["이름"]) == ["민준", "서연", "지호"]


def test_cp949_is_refused_with_advice_and_read_when_named(write):
    path = write(GOOD, encoding="cp949")
    sentence = refused(path)
    assert "표.csv is not written in utf-8: byte c0 in row 1 does not fit" in sentence
    assert "pass encoding='cp949'" in sentence
    assert list(read_table(path, NUMBERS, CATEGORIES, encoding="cp949")["지역"]) == ["서울", "부산", "서울"]


def test_utf8_read_as_cp949_is_refused(write):
    assert "not written in cp949" in refused(write(GOOD), encoding="cp949")


def test_utf16_as_excel_writes_it_is_named(write):
    path = write(GOOD.replace(",", "\t"), encoding="utf-16")
    assert "pass encoding='utf-16'" in refused(path)
    assert len(read_table(path, NUMBERS, CATEGORIES, encoding="utf-16", delimiter="\t")) == 3


def test_an_unknown_encoding_is_refused(write):
    assert "find out how it was saved" in refused(write(b"\xff\xff\xff,1\n"))
    assert "There is no encoding 'utf-9'" in refused(write(GOOD), encoding="utf-9")


def test_columns_missing_or_twice_are_refused(write):
    assert refused(write(GOOD), numbers=["소득"]) == "표.csv has no column 소득; it has: 나이, 이름, 지역."
    assert "pass delimiter=';'" in refused(write(GOOD.replace(",", ";")))
    assert "asked for twice" in refused(write(GOOD), numbers=["나이", "나이"])
    assert "2 columns named 나이" in refused(write("나이,나이,지역\n1,2,a\n"))
    assert "Name the columns" in refused(write(GOOD), numbers=(), categories=())


@pytest.mark.parametrize("text", ["서른", '"1,200"', "12 kg", "1_000", "inf", "-Infinity", "1e999"])
def test_text_in_a_number_is_refused_with_its_place(write, text):
    plain = text.strip('"')
    assert refused(write(GOOD + f"수아,{text},서울\n")) == f"표.csv, row 5, column 나이: {plain!r} is not a number."


@pytest.mark.parametrize("empty", ["", "NA", "N/A", "nan", "null", "  "])
def test_missing_values_become_nan(write, empty):
    table = read_table(write(f"나이,지역\n{empty},{empty}\n1,서울\n,서울\n"), NUMBERS, CATEGORIES)
    assert table["나이"].isna().sum() == (1 if not empty.strip() else 2)
    assert table["지역"].isna().sum() == (0 if not empty.strip() else 1)  # a row of nothing is no row


def test_rows_are_counted_as_an_editor_counts_them(write):
    path = write('이름,나이,지역\n\n"두\n줄",1,서울\n지호,x,서울\n')
    assert "row 5, column 나이" in refused(path)
    table = read_table(write('이름,나이,지역\r\n\r\n"두\r\n줄",1,서울\r\n'), NUMBERS)
    assert list(table.index) == [3]


def test_zero_rows_and_nothing_at_all_are_refused(write):
    assert refused(write("이름,나이,지역\n")) == "표.csv has column names, but no rows below them."
    assert "표.csv is empty" in refused(write(""))
    assert "표.csv is empty" in refused(write("\n\n  \n"))


@pytest.mark.parametrize(("row", "count"), [("수아,20", 2), ("수아,20,서울,중구", 4)])
def test_rows_of_the_wrong_length_are_refused(write, row, count):
    assert f"표.csv, row 5: {count} values for 3 columns" in refused(write(GOOD + row + "\n"))


def test_a_quotation_mark_that_is_not_closed_is_refused(write):
    assert "from row 3 on" in refused(write('이름,나이,지역\na,1,b\n"c,2,d\n'))


def test_a_category_that_may_not_occur_is_refused(write):
    known = {"지역": ("서울", "대구", "부산")}
    table = read_table(write(GOOD), NUMBERS, known)
    assert list(table["지역"].cat.categories) == ["서울", "대구", "부산"]
    sentence = refused(write(GOOD), categories={"지역": ("서울", "대구")})
    assert sentence == "표.csv, row 3, column 지역: '부산' is none of 대구, 서울."


def test_an_excel_workbook_is_refused(write):
    assert "표.xlsx is a zip or an Excel workbook" in refused(write(b"PK\x03\x04abc", "표.xlsx"))


def test_a_missing_file_is_refused_with_what_is_there(write, tmp_path):
    write(GOOD)
    sentence = refused(tmp_path / "다른.csv")
    assert sentence.startswith("There is no 다른.csv in the folder")
    assert "표.csv" in sentence.split("there is: ")[1]
    assert "There is no nowhere in the folder" in refused(tmp_path / "nowhere" / "표.csv")
    assert "is a folder" in refused(tmp_path)
    assert "is not a folder" in refused(tmp_path / "표.csv" / "a.csv")


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS finds both forms by itself")
@pytest.mark.parametrize(("stored", "asked"), [("NFD", "NFC"), ("NFC", "NFD")])
def test_a_hangul_name_in_the_other_normal_form_is_found(write, tmp_path, stored, asked):
    (tmp_path / unicodedata.normalize(stored, "자료")).mkdir()
    write(GOOD, os.path.join(unicodedata.normalize(stored, "자료"), unicodedata.normalize(stored, "학생.csv")))
    path = tmp_path / unicodedata.normalize(asked, "자료") / unicodedata.normalize(asked, "학생.csv")
    assert not path.exists()
    assert len(read_table(path, NUMBERS)) == 3
    assert "There is no" in refused(path.with_name("선생.csv"))


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="a file system with both names at once")
def test_the_exact_name_comes_first(write, tmp_path):
    for form, age in (("NFC", 1), ("NFD", 2)):
        write(f"나이\n{age}\n", unicodedata.normalize(form, "학생.csv"))
    for form, age in (("NFC", 1), ("NFD", 2)):
        table = read_table(tmp_path / unicodedata.normalize(form, "학생.csv"), NUMBERS)
        assert table["나이"].tolist() == [age]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_columns_and_categories_are_compared_as_one_reads_them(write, form):
    path = write(unicodedata.normalize(form, GOOD))
    table = read_table(path, [unicodedata.normalize("NFD", "나이")], {"지역": ("서울", "부산")})
    assert list(table.columns) == ["나이", "지역"]
    assert table["지역"].tolist() == ["서울", "부산", "서울"]
    assert composed(unicodedata.normalize("NFD", "학생")) == "학생"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_refused(write):
    path = write(GOOD)
    path.chmod(0)
    sentence = refused(path)
    path.chmod(0o600)
    assert "표.csv cannot be read" in sentence
