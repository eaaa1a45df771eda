"""Dawid and Skene's method from the paper of 1979, with NumPy and plain products: `aggregation.py <file>`.

The file has a list of cases `{"labels": J, "raters": K, "items": [[[rater, label], ...], ...], "smoothing": s}`. Gives for each case
the probabilities of the labels of each item, the shares of the labels, the confusion of each rater, the natural logarithm of the
likelihood and the number of iterations. The names are those of the paper: T for equation 2.5, p for 2.4, pi for 2.3.
"""

import json
import sys

import numpy


def dawid_skene(case):
    labels, raters, items = case["labels"], case["raters"], case["items"]
    n = numpy.zeros((raters, len(items), labels))
    for item, given in enumerate(items):
        for rater, label in given:
            n[rater, item, label] += 1
    T = n.sum(axis=0)
    T /= T.sum(axis=1, keepdims=True)
    before = None
    iterations = 0
    while True:
        iterations += 1
        p = T.sum(axis=0) + case["smoothing"]
        p /= p.sum()
        pi = numpy.einsum("ij,kil->kjl", T, n) + case["smoothing"]
        sums = pi.sum(axis=2, keepdims=True)
        pi = numpy.divide(pi, sums, out=numpy.zeros_like(pi), where=sums > 0)
        joint = p * numpy.prod(pi[:, None, :, :] ** n[:, :, None, :], axis=(0, 3))
        likelihood = joint.sum(axis=1)
        T = joint / likelihood[:, None]
        if before is not None:
            changes = [abs(new - old).sum() for new, old in zip((p, pi), before)]
            if max(changes) < 1e-5 or iterations == 500:
                break
        before = (p, pi)
    return {
        "posteriors": T.tolist(),
        "marginals": p.tolist(),
        "confusion": pi.tolist(),
        "logLikelihood": float(numpy.log(likelihood).sum()),
        "iterations": iterations,
    }


with open(sys.argv[1], encoding="utf-8") as file:
    cases = json.load(file)
print(json.dumps([dawid_skene(case) for case in cases]))
