"""Takes records into argilla's own models and gives them back, nested and flattened, as its SDK writes them."""

import json
import sys

from argilla.records import Record
from argilla.records._io import GenericIO, JsonIO

source, nested, flattened = sys.argv[1:4]
records = JsonIO._records_from_json(source)
slices = []
for record in records:
    record.api_model()
    text = record.fields["text"]
    for suggestion in record.suggestions:
        if suggestion.question_name == "evidence":
            slices.append([record.id, [text[span["start"] : span["end"]] for span in suggestion.value]])
with open(nested, "w", encoding="utf-8") as file:
    json.dump(GenericIO.to_list(records, flatten=False), file)
with open(flattened, "w", encoding="utf-8") as file:
    json.dump(GenericIO.to_list(records, flatten=True), file)
assert all(isinstance(record, Record) for record in records)
print(json.dumps(slices))
