"""What label-studio-sdk says of a labelling interface and of tasks made for it, and what its converter makes of them."""

import json
import os
import sys
import tempfile

from label_studio_sdk.converter import Converter
from label_studio_sdk.label_interface import LabelInterface

with open(sys.argv[1], encoding="utf-8") as file:
    config = file.read()
with open(sys.argv[2], encoding="utf-8") as file:
    tasks = json.load(file)

interface = LabelInterface(config)
interface.validate()
errors = []
for task in tasks:
    if not interface.validate_task({"data": task["data"]}):
        errors.append("task %r does not fit the interface" % task["data"]["claim_id"])
    for annotation in task["annotations"]:
        # The same check as validate_annotation, with its reasons.
        errors += interface.validate_prediction(annotation, return_errors=True)
        if not interface.validate_annotation(annotation):
            errors.append("annotation of %r is refused" % task["data"]["claim_id"])

# What Label Studio exports has ids.
for number, task in enumerate(tasks, start=1):
    task["id"] = number
    for annotation in task["annotations"]:
        annotation.update({"id": number, "completed_by": {"id": 1, "email": "a@example.org"}, "was_cancelled": False})

with tempfile.TemporaryDirectory() as folder:
    source = os.path.join(folder, "tasks.json")
    with open(source, "w", encoding="utf-8") as file:
        json.dump(tasks, file)
    Converter(config, project_dir=folder).convert_to_json_min(source, folder, is_dir=False)
    with open(os.path.join(folder, "result.json"), encoding="utf-8") as file:
        converted = json.load(file)

claims = []
for item in converted:
    sets = {}
    for region in item.get("evidence", []):
        paragraph = item["paragraphs"][int(region["start"])]
        assert region["text"] == paragraph["text"]
        for label in region["paragraphlabels"]:
            sets.setdefault(label, []).append(paragraph["id"])
    claims.append({"id": item["claim_id"], "claim": item["claim"], "label": item.get("label"), "evidence": list(sets.values())})
print(json.dumps({"errors": errors, "claims": claims}))
