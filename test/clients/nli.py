"""What pandas and Hugging Face datasets read of NLI pairs, and the texts that the spans slice out of the premises."""

import json
import sys
import tempfile

import datasets
import pandas

path = sys.argv[1]
frame = pandas.read_json(path, lines=True, dtype=False, convert_dates=False)
with tempfile.TemporaryDirectory() as cache:
    loaded = datasets.load_dataset("json", data_files=path, split="train", cache_dir=cache)
    rows = loaded.to_list()
    features = {name: str(feature) for name, feature in loaded.features.items()}
slices = [[row["premise"][start:end] for start, end in row["evidence_spans"]] for row in rows]
print(
    json.dumps(
        {
            "pandas": frame.to_dict(orient="records"),
            "datasets": rows,
            "features": features,
            "slices": slices,
        }
    )
)
