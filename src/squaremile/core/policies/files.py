"""What a file is, told by its first bytes: names and claimed types are whatever the sender likes."""

MOST_BYTES = 20 * 2**20
"""The largest file taken, in bytes."""


def sniff(head: bytes) -> str | None:
    """Media type of PDF, PNG, JPEG or WebP content, from its signature; None for anything else.

    Signatures: ISO 32000-1 §7.5.2, RFC 2083 §3.1, ITU-T T.81 §B.1, Google's RIFF container specification for WebP.
    """
    if head.startswith(b"%PDF-"):
        return "application/pdf"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if head.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    return None


ENDINGS = {
    "application/pdf": (".pdf",), "image/png": (".png",), "image/jpeg": (".jpg", ".jpeg"), "image/webp": (".webp",),
}


def tidy_name(name: str, media_type: str) -> str:
    """The last part of a file's name, without control characters, at most 120 letters, with a fitting ending."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(c for c in last if c.isprintable() and c not in '"<>|:*?').strip(" .")
    endings = ENDINGS[media_type]
    if not kept.lower().endswith(endings):
        kept = f"{kept[:110] or 'file'}{endings[0]}"
    if len(kept) > 120:
        stem, dot, ending = kept.rpartition(".")
        kept = f"{stem[: 119 - len(ending)]}{dot}{ending}"
    return kept
