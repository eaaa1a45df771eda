"""Loads a retrieval folder with BEIR's own loader: `beir.py <folder> <split>...`."""

import importlib
import json
import logging
import os
import sys

# The script has the name of the package, and its folder goes first.
sys.path = [path for path in sys.path if os.path.abspath(path or ".") != os.path.dirname(os.path.abspath(__file__))]
sys.modules.pop("beir", None)
loader = importlib.import_module("beir.datasets.data_loader")
logging.disable(logging.INFO)

splits = {}
for split in sys.argv[2:]:
    corpus, queries, qrels = loader.GenericDataLoader(sys.argv[1]).load(split=split)
    splits[split] = {"corpus": corpus, "queries": queries, "qrels": qrels}
print(json.dumps(splits))
