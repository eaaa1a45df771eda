"""What pytrec_eval measures: `retrieval-scores.py <file>`, a JSON list of `[qrels, run]` as texts of TREC files.

Prints for each case the measures of each query, and their means by numpy.
"""

import json
import sys

import numpy
import pytrec_eval

cutoffs = "1,3,5,10,20,100"
measures = {
    f"recall.{cutoffs}",
    f"P.{cutoffs}",
    f"success.{cutoffs}",
    "ndcg_cut.5,10",
    "ndcg",
    "recip_rank",
    "map",
    "Rprec",
}


def measure(qrels, run):
    judged = pytrec_eval.parse_qrel(qrels.splitlines())
    retrieved = pytrec_eval.parse_run(run.splitlines())
    queries = pytrec_eval.RelevanceEvaluator(judged, measures).evaluate(retrieved)
    names = {name for values in queries.values() for name in values}
    means = {
        name: float(numpy.mean([values[name] for values in queries.values()]))
        for name in sorted(names)
    }
    return {"queries": queries, "means": means}


with open(sys.argv[1], encoding="utf-8") as file:
    print(json.dumps([measure(qrels, run) for qrels, run in json.load(file)]))
