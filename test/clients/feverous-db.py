"""What the official classes of FEVEROUS read from a database: `feverous-db.py <database>`."""

import json
import sys

from feverous.database.feverous_db import FeverousDB
from feverous.utils.wiki_page import WikiPage


def contexts_of(page):
    # The context of a header cell is a KeyError there, and other elements have none.
    local = [name for name in page.get_ids() if name.startswith(("sentence_", "item_", "cell_", "table_caption_"))]
    return {name: sorted(element.get_id() for element in page.get_context(name)) for name in local}


pages = {}
with FeverousDB(sys.argv[1]) as database:
    for title in database.get_doc_ids():
        page = WikiPage(title, database.get_doc_json(title))
        pages[title] = {
            "sentences": {one.get_id(): str(one) for one in page.get_sentences()},
            "contexts": contexts_of(page),
            "errors": sum(page.error_dict.values()),
        }
    missing = database.get_doc_json("nowhere")
print(json.dumps({"pages": pages, "missing": missing, "ids": sorted(pages)}))
