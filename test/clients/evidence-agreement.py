"""Krippendorff's alpha of sets by NLTK: `evidence-agreement.py <file>`.

The file has a list of tables; a table is a list of `[coder, item, [member, ...]]`. Gives for each table `[jaccard, masi]`, null where
no item has two values and NLTK divides by zero; and NLTK's MASI distance of {1, 2} and {1, 2, 3, 4}, which tells whether it takes thirds
or 0.67 and 0.33.
"""

import json
import sys

from nltk.metrics.agreement import AnnotationTask
from nltk.metrics.distance import jaccard_distance, masi_distance


def alpha(table, distance):
    task = AnnotationTask(
        data=[(coder, item, frozenset(members)) for coder, item, members in table],
        distance=distance,
    )
    try:
        return task.alpha()
    except ZeroDivisionError:
        return None


with open(sys.argv[1], encoding="utf-8") as file:
    tables = json.load(file)
print(
    json.dumps(
        {
            "alphas": [[alpha(table, distance) for distance in (jaccard_distance, masi_distance)] for table in tables],
            "contained": masi_distance({1, 2}, {1, 2, 3, 4}),
        }
    )
)
