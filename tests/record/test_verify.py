from __future__ import annotations

import gzip
import hashlib
import json
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest
from handmade import entries, opinion, reconciled, wire

from isnad.model.reading import Figure, Reading, Time
from isnad.model.record import Entry, TimelineEntry
from isnad.model.span import Span
from isnad.record import Finding, Record, Rereads, Tally, verify


def number_again(entry: Entry, figure: Figure) -> Mapping[str, object]:
    value = int(figure.text) if figure.text.isdigit() else None
    return {"value": value}


def time_again(entry: Entry, time: Time) -> Mapping[str, object]:
    known = {"الثلاثاء": "2021-12-07", "نهاية 2021": "2021", "حزيران (يوليو) 2022": "2022-06"}
    return {"value": known.get(time.text)}


REREADS = Rereads(number_again, time_again)


def build(path: Path, made: list[Entry] | None = None) -> Path:
    with Record.create(path) as record:
        record.add(made or entries())
        record.set_reconciled(reconciled())
    return path


def faults(path: Path, sources: Path | None = None) -> list[tuple[str, str]]:
    with Record.open(path) as record:
        return [(f.fault, f.document) for f in verify(record, sources, REREADS)]


def in_sql(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        assert connection.execute(statement).rowcount > 0
    connection.commit()
    connection.close()


def in_reading(path: Path, document: str, change: Callable[[Reading], Reading]) -> None:
    """Changes a stored reading and its flat rows alike, as a faulty program would."""
    with Record.open(path) as record:
        entry = record.entry(document)
        record.add([Entry(entry.document, change(entry.reading))])
        record.set_reconciled(reconciled())


def test_a_sound_record_is_green(tmp_path: Path) -> None:
    tally = Tally()
    with Record.open(build(tmp_path / "r")) as record:
        assert verify(record, rereads=REREADS, tally=tally) == []
    assert tally.documents == 3 and tally.spans > 40 and tally.values >= 3 + 3 and tally.sources == 0


# The four planted faults of the goal.


def test_a_changed_byte_in_the_text(tmp_path: Path) -> None:
    in_sql(build(tmp_path / "r"), "UPDATE documents SET text = replace(text, '300', '301') WHERE document = 'wire'")
    found = faults(tmp_path / "r")
    assert ("text", "wire") in found and ("span", "wire") in found
    assert {d for _, d in found} == {"wire"}


def test_a_changed_byte_in_the_source_file(tmp_path: Path) -> None:
    build(tmp_path / "r")
    for entry in entries():
        (tmp_path / entry.document.path).write_bytes(entry.document.text.encode())
    tally = Tally()
    with Record.open(tmp_path / "r") as record:
        assert verify(record, tmp_path, tally=tally) == []
    assert tally.sources == 3
    (tmp_path / "opinion.txt").write_bytes(opinion().document.text.encode()[:-1] + b"!")
    (tmp_path / "wire.txt").unlink()  # gone is not changed
    assert faults(tmp_path / "r", tmp_path) == [("source", "opinion")]


@pytest.mark.parametrize("packed", [False, True])
def test_a_changed_line_of_json(tmp_path: Path, packed: bool) -> None:
    lines = [json.dumps({"text": e.document.text}, ensure_ascii=False).encode() for e in entries()]
    name = "all.jsonl.gz" if packed else "all.jsonl"
    made = []
    for i, (entry, line) in enumerate(zip(entries(), lines, strict=True)):
        sha = hashlib.sha256(line).hexdigest()
        made.append(
            Entry(msgspec.structs.replace(entry.document, path=f"{name}:{i + 1}", source_sha256=sha), entry.reading)
        )
    build(tmp_path / "r", made)
    pack = gzip.compress if packed else bytes
    (tmp_path / name).write_bytes(pack(b"\r\n".join(reversed(lines))))
    assert faults(tmp_path / "r", tmp_path) == []
    (tmp_path / name).write_bytes(pack(b"\n".join([lines[0], lines[1] + b" ", lines[2]])))
    assert faults(tmp_path / "r", tmp_path) == [("source", "opinion")]


def test_a_span_moved_by_one(tmp_path: Path) -> None:
    def moved(reading: Reading) -> Reading:
        first, *rest = reading.figures
        first = msgspec.structs.replace(first, start=first.start + 1, end=first.end + 1)
        return msgspec.structs.replace(reading, figures=(first, *rest))

    in_reading(build(tmp_path / "r"), "wire", moved)
    assert ("span", "wire") in faults(tmp_path / "r")


@pytest.mark.parametrize(
    "layer", ["statements", "figures", "names", "times", "commitments", "statement_parts", "voices"]
)
def test_a_span_moved_by_one_in_a_table(tmp_path: Path, layer: str) -> None:
    statement = f'UPDATE {layer} SET start = start + 1, "end" = "end" + 1 WHERE document = \'opinion\' AND position = 0'
    in_sql(build(tmp_path / "r"), statement)
    assert set(faults(tmp_path / "r")) == {("row", "opinion")}


def test_two_quotes_swapped(tmp_path: Path) -> None:
    def swapped(reading: Reading) -> Reading:
        a, b = reading.figures
        x, y = msgspec.structs.replace(a, text=b.text), msgspec.structs.replace(b, text=a.text)
        return msgspec.structs.replace(reading, figures=(x, y))

    in_reading(build(tmp_path / "r"), "wire", swapped)
    assert [f for f in faults(tmp_path / "r") if f[0] == "span"] == [("span", "wire")] * 2


def test_two_statements_quotes_swapped_in_the_stored_json(tmp_path: Path) -> None:
    build(tmp_path / "r")
    a, b = "سيغادرون الموقع قبل نهاية 2021", "عدد العاملين 300"
    swap = f"replace(replace(replace(reading_json, '{a}', '§'), '{b}', '{a}'), '§', '{b}')"
    in_sql(tmp_path / "r", f"UPDATE readings SET reading_json = {swap} WHERE document = 'wire'")
    found = faults(tmp_path / "r")
    assert ("reading", "wire") in found and ("span", "wire") in found


def test_a_chains_quote_changed(tmp_path: Path) -> None:
    def renamed(reading: Reading) -> Reading:
        first, second = reading.statements
        outer, inner = second.chain
        chain = (msgspec.structs.replace(outer, text="صحيفة السدود"), inner)
        return msgspec.structs.replace(reading, statements=(first, msgspec.structs.replace(second, chain=chain)))

    in_reading(build(tmp_path / "r"), "wire", renamed)
    assert faults(tmp_path / "r") == [("span", "wire")]


def test_a_value_changed(tmp_path: Path) -> None:
    def changed(reading: Reading) -> Reading:
        first, *rest = reading.figures
        first = msgspec.structs.replace(first, value=2500, low=2500, high=2500)
        return msgspec.structs.replace(reading, figures=(first, *rest))

    in_reading(build(tmp_path / "r"), "wire", changed)
    assert faults(tmp_path / "r") == [("value", "wire")]


def test_a_times_value_changed(tmp_path: Path) -> None:
    def changed(reading: Reading) -> Reading:
        first, *rest = reading.times
        return msgspec.structs.replace(reading, times=(msgspec.structs.replace(first, value="2021-12-08"), *rest))

    in_reading(build(tmp_path / "r"), "wire", changed)
    assert faults(tmp_path / "r") == [("value", "wire")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE figures SET value = 251 WHERE document = 'wire' AND position = 0",
        "UPDATE times SET value = '2021-12-08' WHERE document = 'wire' AND position = 0",
        "UPDATE statements SET force = 'deny' WHERE document = 'wire' AND position = 0",
        "UPDATE statements SET chain = 'سالم' WHERE document = 'wire' AND position = 1",
        "DELETE FROM voices WHERE document = 'wire' AND statement = 1",
        "UPDATE documents SET outlet = 'غيرها' WHERE document = 'wire'",
    ],
)
def test_a_value_changed_in_a_table_alone(tmp_path: Path, statement: str) -> None:
    in_sql(build(tmp_path / "r"), statement)
    assert faults(tmp_path / "r") == [("row", "wire")]


def test_a_value_outside_its_bound(tmp_path: Path) -> None:
    def changed(reading: Reading) -> Reading:
        first, *rest = reading.figures
        return msgspec.structs.replace(reading, figures=(msgspec.structs.replace(first, high=200), *rest))

    in_reading(build(tmp_path / "r"), "wire", changed)
    assert faults(tmp_path / "r") == [("value", "wire")]


def test_damaged_json_is_one_finding_and_the_rest_goes_on(tmp_path: Path) -> None:
    in_sql(build(tmp_path / "r"), "UPDATE readings SET reading_json = '{' WHERE document = 'undated'")
    assert faults(tmp_path / "r") == [("reading", "undated")] * 2


def test_references_that_lead_nowhere(tmp_path: Path) -> None:
    build(tmp_path / "r")
    in_sql(tmp_path / "r", "UPDATE deadlines SET item = 7 WHERE deadline = 'd1'")
    in_sql(tmp_path / "r", "UPDATE actor_mentions SET document = 'none' WHERE actor = 'dams'")
    assert faults(tmp_path / "r") == [("reference", "none"), ("reference", "wire")]


def test_a_timelines_words(tmp_path: Path) -> None:
    with Record.open(build(tmp_path / "r")) as record:
        found = reconciled()
        (entry,) = found.timeline
        wrong = TimelineEntry(*msgspec.structs.astuple(msgspec.structs.replace(entry, what=Span(0, 5, "بغدان"))))
        record.set_reconciled(msgspec.structs.replace(found, timeline=(wrong,)))
        assert [f.fault for f in verify(record)] == ["span"]


def test_a_finding_says_where(tmp_path: Path) -> None:
    finding = Finding("value", "wire", "figures[0]", "value is 251, but «250» reads 250")
    assert str(finding) == "wire figures[0]: value is 251, but «250» reads 250"


def test_verify_changes_nothing(tmp_path: Path) -> None:
    build(tmp_path / "r")
    before = (tmp_path / "r").read_bytes()
    faults(tmp_path / "r")
    assert (tmp_path / "r").read_bytes() == before
    assert wire() == wire()
