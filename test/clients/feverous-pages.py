"""What the page class of FEVEROUS says of the pages of a JSON Lines file: for each the text and the context of its elements."""

import json
import sys

from feverous.utils.wiki_page import WikiPage


def context_of(page, local):
    try:
        return [element.get_id() for element in page.get_context(local)]
    except Exception as problem:  # The class fails on elements it has dropped.
        return type(problem).__name__


def text_of(page, local):
    if local.startswith(("cell_", "header_cell_")):
        cell = page.get_cell(local)
        return None if cell is None else cell.content
    if local.startswith("item_"):
        return page.get_item_content(local)
    if local.startswith("table_caption_"):
        return page.get_caption_content(local)
    element = page.get_element_by_id(local)
    return None if element is None else str(element)


said = []
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        record = json.loads(line)
        page = WikiPage(record["page"]["title"], record["page"])
        said.append(
            {
                "contexts": {local: context_of(page, local) for local in record["ids"]},
                "texts": {local: text_of(page, local) for local in record["ids"]},
            }
        )
# The class prints what it does not find.
print()
print(json.dumps(said))
