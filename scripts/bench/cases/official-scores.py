# The official scorers on a file that has gold and predictions in each line: `fever_score`, and FEVEROUS's scorer behind the reading
# of its evaluate.py with json in place of jsonlines. Prints what they give back.
#   python official-scores.py fever|feverous FILE
import json
import sys


def split(piece):
    parts = piece.split("_")
    two = "table_caption" in piece or "header_cell" in piece
    return [parts[0], "_".join(parts[1:3]) if two else parts[1], "_".join(parts[3 if two else 2 :])]


form, path = sys.argv[1:]
if form == "fever":
    from fever.scorer import fever_score

    with open(path, encoding="utf8") as lines:
        print(json.dumps(fever_score([json.loads(line) for line in lines])))
else:
    from feverous.evaluation.feverous_scorer import feverous_score

    with open(path, encoding="utf8") as lines:
        records = [json.loads(line) for at, line in enumerate(lines) if at > 0]
    for record in records:
        record["evidence"] = [[split(piece) for piece in one["content"]] for one in record["evidence"]]
        record["predicted_evidence"] = [split(piece) for piece in record["predicted_evidence"]]
    print(json.dumps(feverous_score(records)))
