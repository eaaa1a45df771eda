"""What other programs say of agreement: krippendorff, statsmodels, scikit-learn, NLTK, and Gwet's formula written out.

A file of tables, each with the numbers that stand for its categories, what every rater says of every unit (a category, or null), and
the same without units that somebody left out. Prints for each table what is defined; null for what is not.
"""

import json
import math
import sys
import warnings

import krippendorff
import numpy
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

warnings.simplefilter("ignore")


def defined(compute):
    """The number, or None where the program fails, warns by NaN, or divides by 0."""
    try:
        value = float(compute())
    except (ZeroDivisionError, ValueError, AssertionError):
        return None
    return value if math.isfinite(value) else None


def alpha(numbers, raters, level):
    data = [[math.nan if value is None else numbers[value] for value in row] for row in raters]
    if len({value for row in data for value in row if not math.isnan(value)}) < 2:
        return None
    return defined(lambda: krippendorff.alpha(reliability_data=data, level_of_measurement=level))


def ac1(categories, raters):
    """Gwet 2014, chapter 5: agreement over units with two ratings or more, prevalence over all that have any."""
    units = [[value for value in column if value is not None] for column in zip(*raters)]
    rated = [unit for unit in units if len(unit) > 0]
    pairs = [unit for unit in units if len(unit) > 1]
    if not pairs:
        return None
    observed = sum(
        sum(a == b for i, a in enumerate(unit) for j, b in enumerate(unit) if i != j) / (len(unit) * (len(unit) - 1))
        for unit in pairs
    ) / len(pairs)
    shares = [sum(unit.count(k) / len(unit) for unit in rated) / len(rated) for k in range(categories)]
    chance = sum(share * (1 - share) for share in shares) / (categories - 1)
    return (observed - chance) / (1 - chance)


def two(categories, first, second):
    both = [(a, b) for a, b in zip(first, second) if a is not None and b is not None]
    if not both:
        return {"table": None, "kappa": None, "error": None, "sklearn": None}
    table = numpy.zeros((categories, categories))
    for a, b in both:
        table[a, b] += 1
    found = cohens_kappa(table)
    labels = list(range(categories))
    return {
        "table": table.astype(int).tolist(),
        "kappa": defined(lambda: found.kappa),
        "error": defined(lambda: found.std_kappa),
        "sklearn": defined(lambda: cohen_kappa_score([a for a, _ in both], [b for _, b in both], labels=labels)),
    }


def several(categories, raters):
    """Of units that all raters gave a value to."""
    if not raters[0]:
        return None
    counts = numpy.array([[column.count(k) for k in range(categories)] for column in zip(*raters)])
    task = AnnotationTask(data=[(str(r), str(u), value) for r, row in enumerate(raters) for u, value in enumerate(row)])
    return {
        "fleiss": defined(lambda: fleiss_kappa(counts, method="fleiss")),
        "randolph": defined(lambda: fleiss_kappa(counts, method="randolph")),
        # NLTK counts the categories that were given, and fails or says 1 where these are one.
        "given": len(task.K),
        "s": defined(task.S),
        "pi": defined(task.pi),
        "kappa": defined(task.kappa),
        "alpha": defined(task.alpha),
        "observed": defined(task.avg_Ao),
    }


def answer(table):
    numbers, raters = table["numbers"], table["raters"]
    levels = ["nominal", "ordinal", "interval", "ratio"]
    return {
        "alpha": {level: alpha(numbers, raters, level) for level in levels},
        "ac1": ac1(len(numbers), raters),
        "two": two(len(numbers), raters[0], raters[1]),
        "complete": several(len(numbers), table["complete"]),
    }


with open(sys.argv[1], encoding="utf-8") as file:
    print(json.dumps([answer(table) for table in json.load(file)]))
