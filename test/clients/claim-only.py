"""Folds and claim-only classifiers of scikit-learn: `claim-only.py folds|classifier <file>`.

For `folds` the file has `[{"y": [...], "groups": [...], "folds": n}]`; the answer is the fold of each item. For `classifier` it has
`[{"texts": [...], "labels": [...], "test": [...], "minCount": n, "c": x}]`; the answer is, of a classifier that learned the texts, the
probabilities and the guesses of the texts of `test`.
"""

import json
import sys
import warnings

import numpy
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

warnings.simplefilter("ignore")


def folds_of(case):
    y, groups = numpy.array(case["y"]), numpy.array(case["groups"])
    folds = numpy.zeros(len(y), int)
    for fold, (_, test) in enumerate(StratifiedGroupKFold(case["folds"]).split(y, y, groups)):
        folds[test] = fold
    return folds.tolist()


def classify(case):
    vectorizer = CountVectorizer(
        ngram_range=(1, 2), min_df=case["minCount"], binary=True, lowercase=True, token_pattern=r"(?u)\w+"
    )
    known = vectorizer.fit_transform(case["texts"])
    classifier = LogisticRegression(C=case["c"], tol=1e-10, max_iter=20000)
    classifier.fit(known, case["labels"])
    asked = vectorizer.transform(case["test"])
    return {
        "features": known.shape[1],
        "probabilities": classifier.predict_proba(asked).tolist(),
        "guesses": classifier.predict(asked).tolist(),
        "classes": classifier.classes_.tolist(),
    }


with open(sys.argv[2], encoding="utf-8") as file:
    asked = json.load(file)
print(json.dumps([{"folds": folds_of, "classifier": classify}[sys.argv[1]](case) for case in asked]))
