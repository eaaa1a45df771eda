"""Macro figures and accuracy of label lists by scikit-learn: `nli-scores.py <file of [[gold, predicted], ...]>`."""

import json
import sys

from sklearn.metrics import accuracy_score, precision_recall_fscore_support


def figures(gold, predicted):
    macro = precision_recall_fscore_support(gold, predicted, average="macro", zero_division=0)
    classes = sorted(set(gold))
    each = precision_recall_fscore_support(gold, predicted, labels=classes, zero_division=0)
    return {
        "accuracy": accuracy_score(gold, predicted),
        "macroPrecision": macro[0],
        "macroRecall": macro[1],
        "macroF1": macro[2],
        **{
            f"{name}:{label}": float(each[which][at])
            for which, name in enumerate(["precision", "recall", "f1"])
            for at, label in enumerate(classes)
        },
    }


with open(sys.argv[1], encoding="utf-8") as file:
    print(json.dumps([figures(gold, predicted) for gold, predicted in json.load(file)]))
