"""What SciPy, NumPy and scikit-learn say of tables, rare counts and n-grams: JSON on one line."""

import json
import math
import re
import sys
from collections import Counter

import numpy
import scipy.special
import scipy.stats
import sklearn.metrics


def associate(table):
    counts = numpy.array(table, dtype=float)
    counts = counts[counts.sum(axis=1) > 0][:, counts.sum(axis=0) > 0]
    test = scipy.stats.chi2_contingency(counts, correction=False)
    rows, columns = counts.shape
    total = counts.sum()
    phi = max(0.0, test.statistic / total - (rows - 1) * (columns - 1) / (total - 1))
    least = min(rows - (rows - 1) ** 2 / (total - 1), columns - (columns - 1) ** 2 / (total - 1)) - 1
    information = sklearn.metrics.mutual_info_score(None, None, contingency=counts) / math.log(2)
    return {
        "chiSquare": test.statistic,
        "degreesOfFreedom": int(test.dof),
        "p": test.pvalue,
        "cramersV": min(1.0, math.sqrt(phi / least)) if least > 0 else 0.0,
        "information": information,
        "explained": information / scipy.stats.entropy(counts.sum(axis=0), base=2),
    }


def words(claim):
    return re.findall(r"\w+", claim.lower())


def lmi(claims, n, least, removed):
    counts = Counter(word for claim, _ in claims for word in words(claim))
    gone = {word for word, _ in sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))[:removed]}
    both = Counter()
    for claim, label in claims:
        kept = [word for word in words(claim) if word not in gone]
        both.update((" ".join(kept[at : at + n]), label) for at in range(len(kept) - n + 1))
    cues, labels = Counter(), Counter()
    for (cue, label), count in both.items():
        cues[cue] += count
        labels[label] += count
    total = sum(labels.values())
    found = {}
    for (cue, label), count in both.items():
        if cues[cue] >= least:
            value = count / total * math.log(count / cues[cue] / (labels[label] / total))
            if value > 0:
                found[f"{label}\t{cue}"] = value
    return {"total": total, "found": found}


with open(sys.argv[1], encoding="utf-8") as file:
    asked = json.load(file)
print(
    json.dumps(
        {
            "tables": [associate(table) for table in asked["tables"]],
            "gamma": [float(scipy.special.gammaincc(a, x)) for a, x in asked["gamma"]],
            "fisher": [
                scipy.stats.fisher_exact([[a, b], [c, d]], alternative="greater").pvalue
                for a, b, c, d in asked["fisher"]
            ],
            "lmi": [lmi(case["claims"], case["n"], case["minCount"], case["removed"]) for case in asked["lmi"]],
        }
    )
)
