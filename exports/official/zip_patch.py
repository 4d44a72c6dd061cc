"""Puts new content into some members of a zip; all others stay as they are, packed bytes and all.

A zip that is written anew by a library has other times, other extra fields and other packed bytes. Here the
members are copied as spans of the file, and only the numbers that tell where and how long they are change.
"""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from exports.reading.reading_refusals import WorkbookRefused

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_EXTRA = struct.Struct("<2H")
_WIDE_NUMBERS = 0x0001
_TRAILING_SIZES = 0x0008
_DEFLATED_FROM_VERSION = 20


class _Member(NamedTuple):
    """A member as it will be: its bytes from the local header on, and the numbers of its directory entry."""

    data: bytes
    crc: int
    packed: int
    unpacked: int
    method: int
    flags: int


def with_members(data: bytes, new: Mapping[str, bytes]) -> bytes:
    """The zip in *data* with other content in the members named in *new*, in small letters.

    Raises WorkbookRefused.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos, start, comment = archive.infolist(), archive.start_dir, archive.comment
        return _rebuilt(data, infos, start, comment, new)
    except (BadZipFile, struct.error, ValueError) as error:
        raise WorkbookRefused("damaged") from error


def _rebuilt(
    data: bytes, infos: list[ZipInfo], start: int, comment: bytes, new: Mapping[str, bytes]
) -> bytes:
    in_file_order = sorted(infos, key=lambda info: info.header_offset)
    begins = [info.header_offset for info in in_file_order]
    if len(set(begins)) != len(begins):
        raise WorkbookRefused("damaged")
    ends = [*begins[1:], start]
    pieces = [data[: begins[0] if begins else start]]
    at = len(pieces[0])
    members: dict[int, tuple[int, _Member]] = {}
    for info, begin, end in zip(in_file_order, begins, ends, strict=True):
        whole = data[begin:end]
        content = new.get(info.filename.replace("\\", "/").lower())
        member = _unchanged(info, whole) if content is None else _replaced(info, whole, content)
        members[begin] = at, member
        pieces.append(member.data)
        at += len(member.data)
    directory = _directory(data, start, [members[info.header_offset] for info in infos])
    end_record = _END.pack(b"PK\x05\x06", 0, 0, len(infos), len(infos), len(directory), at, len(comment))
    return b"".join((*pieces, directory, end_record, comment))


def _unchanged(info: ZipInfo, whole: bytes) -> _Member:
    return _Member(whole, info.CRC, info.compress_size, info.file_size, info.compress_type, info.flag_bits)


def _replaced(info: ZipInfo, whole: bytes, content: bytes) -> _Member:
    """A member with new content: its sizes stand before it, in 32 bits."""
    sign, version, flags, method, time, day, *_, name_length, extra_length = _LOCAL.unpack_from(whole)
    rest = whole[_LOCAL.size : _LOCAL.size + name_length + extra_length]
    name, extra = rest[:name_length], _narrow(rest[name_length:])
    packed = content
    if method == ZIP_DEFLATED:
        packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        packed = packer.compress(content) + packer.flush()
        version = max(version, _DEFLATED_FROM_VERSION)
    flags &= ~_TRAILING_SIZES
    crc = zlib.crc32(content)
    header = _LOCAL.pack(
        sign, version, flags, method, time, day, crc, len(packed), len(content), len(name), len(extra)
    )
    return _Member(
        header + name + extra + packed,
        crc,
        len(packed),
        len(content),
        method,
        info.flag_bits & ~_TRAILING_SIZES,
    )


def _directory(data: bytes, start: int, members: list[tuple[int, _Member]]) -> bytes:
    """The directory: the old entries with the new numbers."""
    entries: list[bytes] = []
    for offset, member in members:
        values = list(_CENTRAL.unpack_from(data, start))
        lengths = values[12:15]
        begin = start + _CENTRAL.size
        start = begin + sum(lengths)
        name = data[begin : begin + lengths[0]]
        extra = _narrow(data[begin + lengths[0] : begin + lengths[0] + lengths[1]])
        remark = data[begin + lengths[0] + lengths[1] : start]
        values[5], values[6] = member.flags, member.method
        values[9:12] = member.crc, member.packed, member.unpacked
        values[13] = len(extra)
        values[18] = offset
        entries.append(_CENTRAL.pack(*values) + name + extra + remark)
    return b"".join(entries)


def _narrow(extra: bytes) -> bytes:
    """Extra fields without the one that holds 64-bit numbers: no number here needs them."""
    left_over: list[bytes] = []
    at = 0
    while at + _EXTRA.size <= len(extra):
        kind, length = _EXTRA.unpack_from(extra, at)
        end = at + _EXTRA.size + length
        if kind != _WIDE_NUMBERS:
            left_over.append(extra[at:end])
        at = end
    return b"".join((*left_over, extra[at:]))
