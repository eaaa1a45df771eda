"""What the official scorers give for the calls in a JSON file: `official-scores.py <file> <folder to write in>`."""

import contextlib
import copy
import json
import os
import sys

from fever.scorer import fever_score
from feverous.evaluation.evaluate import feverous_evaluation
from feverous.evaluation.feverous_scorer import feverous_score


def output_of(call, *args, **kwargs):
    try:
        return {"ok": True, "result": list(call(*args, **kwargs))}
    except Exception as error:  # noqa: BLE001: what the scorers raise is what is asked for
        return {"ok": False, "error": type(error).__name__, "message": str(error)}


def score_of(score, call):
    # The scorers write gold into the predictions and cut them.
    call = copy.deepcopy(call)
    return output_of(score, call["predictions"], call["actual"], **call["kwargs"])


def evaluation_of(call):
    path = os.path.join(sys.argv[2], "evaluated.jsonl")
    with open(path, "w", encoding="utf-8") as lines:
        # Skipped, whatever it is.
        for record in [{"id": ""}, *call["predictions"]]:
            lines.write(json.dumps(record) + "\n")
    return output_of(feverous_evaluation, path)


with open(sys.argv[1], encoding="utf-8") as file:
    calls = json.load(file)
with contextlib.redirect_stdout(sys.stderr):
    outputs = {
        "fever": [score_of(fever_score, call) for call in calls["fever"]],
        "feverous": [score_of(feverous_score, call) for call in calls["feverous"]],
        "evaluate": [evaluation_of(call) for call in calls["evaluate"]],
    }
print(json.dumps(outputs))
