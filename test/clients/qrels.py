"""Reads TREC judgements with the reader of `ir_datasets`: `qrels.py <file>`."""

import contextlib
import json
import sys

from ir_datasets.formats import TrecQrels


class LocalFile:
    """What the reader expects in the place of a download."""

    @contextlib.contextmanager
    def stream(self):
        with open(sys.argv[1], "rb") as file:
            yield file


print(json.dumps([list(one) for one in TrecQrels(LocalFile(), {}).qrels_iter()]))
