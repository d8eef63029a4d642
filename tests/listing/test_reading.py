"""Files to lists, and what is wrong with a file in one line that says where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.errors import ListError, UsageError
from onrecord.listing.reading import read_list
from tests.listing.invented import CSV, XML

if TYPE_CHECKING:
    from pathlib import Path

BOMB = (
    '<?xml version="1.0"?>\n<!DOCTYPE CONSOLIDATED_LIST [\n<!ENTITY a "aaaa">\n<!ENTITY b "&a;&a;">\n]>\n<CONSOLIDATED_LIST>&b;</CONSOLIDATED_LIST>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file.txt">]>\n<CONSOLIDATED_LIST>&f;</CONSOLIDATED_LIST>'


def put(folder: Path, data: str | bytes, name: str = "list") -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_table(tmp_path: Path) -> None:
    found = read_list(put(tmp_path, CSV, "people.csv"))
    assert found.name == "people.csv"
    assert len(found.sha256) == 64
    assert [(entry.id, entry.kind, entry.countries) for entry in found.entries] == [
        ("P-1", "person", ["NOR"]), ("P-2", "person", ["UZB"]), ("P-3", "person", []), ("P-4", "person", ["POL"]), ("E-1", "entity", []),
        ("E-2", "entity", []), ("U-1", None, []),
    ]  # fmt: skip
    assert [called.text for called in found.entries[1].names] == ["Abd al-Karim Tarvani", "Abu Zelim", "Karimov"]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfname\r\nM\xc3\xa5ra Lindqvarn\r\n", "Name;Aliases\nMåra Lindqvarn;\n", "NAME\tid\nMåra Lindqvarn\t\n", " name \nMåra Lindqvarn\n\n"])  # fmt: skip
def test_tables_of_other_programs(tmp_path: Path, data: str | bytes) -> None:
    (entry,) = read_list(put(tmp_path, data)).entries
    assert (entry.id, entry.names[0].text, entry.kind) == ("line 2", "Måra Lindqvarn", None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_consolidated_list(tmp_path: Path, encoding: str) -> None:
    person, entity = read_list(put(tmp_path, XML.replace("UTF-8", encoding[:6].rstrip("-")).encode(encoding))).entries
    assert (person.id, person.kind, person.countries) == ("XXi.001", "person", ["NOR"])
    assert [(called.text, called.weak) for called in person.names] == [
        ("OREN TALVI IBN SAREK AL-MORDAVI", False), ("Орен Талви", False), ("Orin Talvi Mordawi", False), ("Oren Talwi Mordavi", False), ("Brask", True),
    ]  # fmt: skip
    assert (entity.id, entity.kind, len(entity.names)) == ("XXe.001", "entity", 2)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b" \n\n", "the file is empty"),
        ("name,id\n", "there are no entries in it"),
        ("<CONSOLIDATED_LIST/>", "there are no entries in it"),
        ("who,id\nMara,1\n", 'line 1: there is no column "name"; the header has who, id'),
        ("Some prose about nobody.\nMore of it.\n", 'line 1: there is no column "name"'),
        ("name,id\nMara,1\n,2\n", "line 3: the name is empty"),
        ("name,id\nMara,1\nLind, Mara,2\n", "line 3: there are more fields than the header has"),
        ("name,kind\nMara,ship\n", "line 2: the kind must be one of person"),
        ('name,id\n"Mara,1\n', "line 2: the CSV is malformed"),
        (b"name\nMara\nM\xe5ra\n", "line 3: it is not UTF-8 (byte 0xe5)"),
        ("name\nMåra\n".encode("utf-16"), "line 1: it is UTF-16"),
        (b"name\nMa\0ra\n", "line 2: there are null bytes"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "line 1: it is not UTF-8"),
        ("<rss>\n</rss>", "it is XML, but no consolidated list of the UN: its root is <rss>"),
        ("<!DOCTYPE html>\n<html><body>no list</body></html>", "it is a web page, not a list"),
        ("<CONSOLIDATED_LIST>\n<INDIVIDUALS>\n</CONSOLIDATED_LIST>", "line 3: the XML is malformed: mismatched tag"),
        ('<?xml version="1.0" encoding="martian"?>\n<CONSOLIDATED_LIST/>', "line 1: the XML"),
        (b'<?xml version="1.0" encoding="utf-8"?>\n<CONSOLIDATED_LIST>\n\xe5</CONSOLIDATED_LIST>', "line 3: the XML is malformed"),
        (BOMB, "line 3: entities are not allowed (a)"),
        (OUTSIDE, "line 1: entities are not allowed (f)"),
    ],
)
def test_what_is_no_list_says_so_and_where(tmp_path: Path, data: str | bytes, reason: str) -> None:
    path = put(tmp_path, data)
    with pytest.raises(ListError) as caught:
        read_list(path)
    assert str(caught.value).startswith(f"{path}: {reason}")
    assert "\n" not in str(caught.value)
    assert isinstance(caught.value, UsageError)


def test_what_is_no_file(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "none", "no such file"), (tmp_path, "it is a folder"), ("http://127.0.0.1:9/list", "a list must be a file")):
        with pytest.raises(ListError, match=reason):
            read_list(path)


def test_the_real_list(shared: Path) -> None:
    found = read_list(shared / "data/lists/un_consolidated_2015-03-27.xml")
    assert [sum(entry.kind == kind for entry in found.entries) for kind in ("person", "entity")] == [622, 424]
    assert all(entry.names and entry.id for entry in found.entries)
    assert not any(called.text != " ".join(called.text.split()) or ";" in called.text for entry in found.entries for called in entry.names)
