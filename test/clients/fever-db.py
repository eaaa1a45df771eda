"""What FEVER's baseline asks of its database, with the queries of its class: `fever-db.py <database> <title>`."""

import json
import sqlite3
import sys
import unicodedata

connection = sqlite3.connect(sys.argv[1], check_same_thread=False)
ids = [row[0] for row in connection.execute("SELECT id FROM documents")]
lines = connection.execute(
    "SELECT lines FROM documents WHERE id = ?", (unicodedata.normalize("NFD", sys.argv[2]),)
).fetchone()
texts = [row[0] for row in connection.execute("SELECT id FROM documents WHERE length(trim(text)) > 0")]
print(
    json.dumps(
        {
            "ids": sorted(ids),
            "sentences": [line.split("\t")[1] for line in lines[0].split("\n")],
            "nonEmpty": sorted(texts),
        }
    )
)
