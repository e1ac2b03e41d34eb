"""Finds passages in a folder of documents: `python find.py FOLDER QUERY`."""

import sys
import tempfile

import tracuu


def main(folder: str, query: str) -> None:
    with tempfile.TemporaryDirectory() as index:
        archive = tracuu.Archive(index)
        archive.update(folder)
        answer = archive.search(query, limit=5)
        for hit in answer:
            print(f"{hit.doc}:{hit.line}  {hit.title}")
            for start, end in hit.highlights:
                print(f"    {hit.text[start:end]}")
        for notice in answer.notices:
            print(notice, file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1], " ".join(sys.argv[2:]))
