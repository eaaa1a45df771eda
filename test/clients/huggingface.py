"""Loads a dataset repository with `datasets`, `pyarrow` and `duckdb`: `huggingface.py <folder> <cache>`."""

import glob
import json
import logging
import os
import sys

import datasets
import duckdb
import pyarrow.parquet as parquet

datasets.disable_progress_bars()
logging.disable(logging.WARNING)
folder, cache = sys.argv[1:]


def load(path, config=None, **more):
    return datasets.load_dataset(path, config, cache_dir=cache, **more)


configs = {}
for config in datasets.get_dataset_config_names(folder):
    declared = datasets.load_dataset_builder(folder, config, cache_dir=cache).info
    loaded = load(folder, config)
    configs[config] = {
        "features": loaded[next(iter(loaded))].features.to_dict(),
        "declared": declared.features == loaded[next(iter(loaded))].features,
        "sizes": {
            name: [split.num_examples, split.num_bytes] for name, split in declared.splits.items()
        },
        "measured": {
            name: [split.num_rows, split.info.splits[name].num_bytes]
            for name, split in loaded.items()
        },
        "rows": {name: split.to_list() for name, split in loaded.items()},
    }

files = {}
for path in sorted(glob.glob(os.path.join(folder, "**", "*.parquet"), recursive=True)):
    alone = load("parquet", data_files=path, split="train")
    metadata = parquet.ParquetFile(path).metadata
    files[os.path.relpath(path, folder)] = {
        "inferred": any(alone.features.to_dict() == one["features"] for one in configs.values()),
        "groups": [metadata.row_group(at).num_rows for at in range(metadata.num_row_groups)],
        "arrow": parquet.read_table(path).num_rows,
        "duckdb": duckdb.sql(f"select count(*) from '{path}'").fetchall()[0][0],
    }

units = None
if os.path.exists(os.path.join(folder, "data")):
    units = duckdb.sql(
        f"""select count(*) from (
          select unnest(flatten(evidence)) as piece from '{folder}/data/claims/*.parquet'
        ) where piece.unit = 'sentence_0'"""
    ).fetchall()[0][0]
print(json.dumps({"configs": configs, "files": files, "firstSentences": units}))
