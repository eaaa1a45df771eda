"""What Hugging Face datasets read of JSON Lines files, and pandas of tables, that carry the texts of evidence."""

import json
import sys
import tempfile

import datasets
import pandas


def rows_of(path: str, cache: str) -> list:
    separators = {"csv": ",", "tsv": "\t"}
    separator = separators.get(path.rsplit(".", 1)[1])
    if separator is None:
        return datasets.load_dataset("json", data_files=path, split="train", cache_dir=cache).to_list()
    frame = pandas.read_csv(path, sep=separator, dtype=str, keep_default_na=False)
    return frame.to_dict(orient="records")


with tempfile.TemporaryDirectory() as cache:
    print(json.dumps([rows_of(path, cache) for path in sys.argv[1:]]))
