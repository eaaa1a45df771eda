"""Scores a FEVEROUS file against itself with the official program, which skips line 1: `feverous-scorer.py <file> <copy>`."""

import contextlib
import json
import sys

from feverous.evaluation.evaluate import feverous_evaluation

with open(sys.argv[1], encoding="utf-8") as lines:
    records = [json.loads(line) for line in lines]
with open(sys.argv[2], "w", encoding="utf-8") as copy:
    for record in records:
        predicted = record["evidence"][0]["content"] if record["evidence"] else []
        copy.write(json.dumps({**record, "predicted_label": record["label"], "predicted_evidence": predicted}) + "\n")

with contextlib.redirect_stdout(sys.stderr):
    scores = feverous_evaluation(sys.argv[2])
print(
    json.dumps(
        {
            "scores": scores,
            "ids": [record["id"] for record in records[1:]],
            "contexts": all(
                set(one["content"]) == set(one["context"]) for record in records[1:] for one in record["evidence"]
            ),
        }
    )
)
