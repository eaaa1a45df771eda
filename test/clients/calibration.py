"""Calibration by scikit-learn of claims with two or three labels: `calibration.py <file>`.

The file has `[{"labels": [...], "gold": [...], "predicted": [...], "probabilities": [[...], ...]}, ...]`.
"""

import json
import sys

import numpy
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss, log_loss


def figures(case):
    labels, gold = case["labels"], case["gold"]
    table = numpy.array(case["probabilities"])
    sure = numpy.array([row[labels.index(label)] for row, label in zip(case["probabilities"], case["predicted"])])
    right = numpy.array([int(a == b) for a, b in zip(gold, case["predicted"])])
    accuracy, confidence = calibration_curve(right, sure, n_bins=15, strategy="uniform")
    order = sorted(range(len(labels)), key=lambda at: labels[at])
    result = {
        "accuracy": accuracy.tolist(),
        "confidence": confidence.tolist(),
        "negativeLogLikelihood": log_loss(gold, table[:, order], labels=[labels[at] for at in order]),
    }
    if len(labels) == 2:
        first = [int(label == labels[0]) for label in gold]
        result["brierScore"] = 2 * brier_score_loss(first, table[:, 0])
    else:
        truth = numpy.array([[float(label == one) for one in labels] for label in gold])
        result["brierScore"] = float(((table - truth) ** 2).sum(axis=1).mean())
    return result


with open(sys.argv[1], encoding="utf-8") as file:
    print(json.dumps([figures(case) for case in json.load(file)]))
