"""Quantiles, bootstrap intervals and permutation tests of NumPy and SciPy: `significance.py <file>`.

The file has `{"quantiles": [{"values": [...], "shares": [...]}], "pairs": [{"figure": "mean" | "f1", "first": [[...], ...],
"second": [[...], ...], "draws": n}]}`, where `first` and `second` are the outcomes of two systems: for `mean` the second number is
averaged, for `f1` they are numbers of predicted, right and gold pieces after the first.
"""

import json
import sys

import numpy
from scipy import stats


def mean(outcomes):
    return outcomes[..., 1].mean(axis=-1)


def f1(outcomes):
    _, predicted, right, gold = numpy.moveaxis(outcomes.sum(axis=-2), -1, 0)
    return 2 * right / (predicted + gold)


def compare(case):
    figure = {"mean": mean, "f1": f1}[case["figure"]]
    first, second = numpy.array(case["first"], float), numpy.array(case["second"], float)
    claims = numpy.arange(len(first))
    both = numpy.concatenate([first, second])

    def interval(statistic):
        result = stats.bootstrap(
            (claims,),
            statistic,
            method="percentile",
            n_resamples=case["draws"],
            batch=500,
            vectorized=True,
            rng=numpy.random.default_rng(1),
        )
        return {
            "low": float(result.confidence_interval.low),
            "high": float(result.confidence_interval.high),
            "deviation": float(result.standard_error),
        }

    test = stats.permutation_test(
        (claims, claims + len(first)),
        lambda one, other, axis: figure(both[other]) - figure(both[one]),
        permutation_type="samples",
        n_resamples=case["draws"],
        batch=500,
        vectorized=True,
        rng=numpy.random.default_rng(2),
    )
    return {
        "first": interval(lambda drawn, axis: figure(first[drawn])),
        "difference": interval(lambda drawn, axis: figure(second[drawn]) - figure(first[drawn])),
        "p": float(test.pvalue),
        "isExact": 2 ** len(first) <= case["draws"],
    }


with open(sys.argv[1], encoding="utf-8") as file:
    asked = json.load(file)
print(
    json.dumps(
        {
            "quantiles": [numpy.quantile(case["values"], case["shares"]).tolist() for case in asked["quantiles"]],
            "pairs": [compare(case) for case in asked["pairs"]],
        }
    )
)
