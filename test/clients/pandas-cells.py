"""What pandas reads of tables: every cell as text."""

import json
import sys

import pandas

tables = []
for path, separator in zip(sys.argv[1::2], sys.argv[2::2]):
    frame = pandas.read_csv(path, sep=separator, dtype=str, keep_default_na=False)
    tables.append({"columns": list(frame.columns), "rows": frame.values.tolist()})
print(json.dumps(tables))
