"""Scores a FEVER file against itself with the official scorer: `fever-scorer.py <file>`."""

import json
import sys

from fever.scorer import fever_score

with open(sys.argv[1], encoding="utf-8") as lines:
    gold = [json.loads(line) for line in lines]


def oracle(record):
    """The first evidence set of a claim, as a system would predict it."""
    sets = [] if record["label"] == "NOT ENOUGH INFO" else record["evidence"][:1]
    return {
        **record,
        "predicted_label": record["label"],
        "predicted_evidence": [[page, line] for one in sets for _, _, page, line in one],
    }


strict, accuracy, precision, recall, f1 = fever_score([oracle(record) for record in gold])
print(
    json.dumps(
        {
            "ids": [record["id"] for record in gold],
            "scores": [strict, accuracy, precision, recall, f1],
            "neiEvidence": [
                record["evidence"] for record in gold if record["label"] == "NOT ENOUGH INFO"
            ][:1],
            "firstSentences": sum(
                line == 0 for record in gold for one in record["evidence"] for _, _, _, line in one
            ),
        }
    )
)
