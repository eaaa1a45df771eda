"""DrQA's ranking of articles, worked out anew from what its paper and its published code say: nothing but Python's own library.

python3 test/retrieve/weighting/drqa.py > test/retrieve/weighting/drqa.jsonl
"""

import json
import math
import unicodedata
from collections import Counter

STOP_WORDS = set(
    """i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its
    itself they them their theirs themselves what which who whom this that these those am is are was were be been being have
    has had having do does did doing a an the and but if or because as until while of at by for with about against between
    into through during before after above below to from up down in out on off over under again further then once here there
    when where why how all any both each few more most other some such no nor not only own same so than too very s t can will
    just don should now d ll m o re ve y ain aren couldn didn doesn hadn hasn haven isn ma mightn mustn needn shan shouldn
    wasn weren won wouldn 'll 're 've n't 's 'd 'm '' ``""".split()
)

DOCUMENTS = [
    "The First Nagorno-Karabakh War was an ethnic and territorial conflict; it took place from February 1988 to May 1994.",
    "Nagorno-Karabakh is a region in the South Caucasus. The war over Nagorno-Karabakh ended with a ceasefire in 1994.",
    "A ceasefire was brokered by Russia, Armenia and Azerbaijan signed it. The ceasefire held for years.",
    "Café Müller opened in 1988 and sold 5,000 cups — each for $2.50 — to the people of Zürich.",
    "ΟΔΥΣΣΕΥΣ is an old name; the hero’s dog was Argos, and Argos waited for twenty years.",
    "Don't stop: the band's 2nd album (1977) sold 40% more than its first album. Its first album sold little.",
    "東京は日本の首都である。 東京 has 14 million people; Tōkyō is the capital.",
    "The the of and was. , . ; it",
    "",
    "war war war war war war war war war war war war war war war ceasefire " * 20,
    "The capital of Armenia is Yerevan. Yerevan lies on the Hrazdan. A war museum is in Yerevan.",
    "The dog lay by the river, and the river froze in May. May is a month.",
    "Mi-24 helicopters and T-72 tanks were used; so were Grad rockets + mines.",
]

QUERIES = [
    "The First Nagorno-Karabakh War ended in 1994.",
    "A ceasefire, brokered by Russia, held.",
    "CAFÉ MÜLLER sold cups for $2.50 in Zurich",
    "οδυσσευς' dog was argos",
    "The first album, first album: sold!",
    "東京 is the capital of 日本.",
    "war war ceasefire",
    "The of and it.",
    "The Mi-24 + T-72 of Armenia",
    "river May",
]


def tokens(text):
    """Runs of letters, numbers and marks; every other character that is neither a separator nor a control character."""
    run = ""
    for character in text:
        kind = unicodedata.category(character)[0]
        if kind in "LNM":
            run += character
            continue
        if run:
            yield run
        run = ""
        if kind not in "ZC":
            yield character
    if run:
        yield run


def is_filtered(word):
    return word in STOP_WORDS or all(unicodedata.category(character)[0] == "P" for character in word)


def murmur(data, seed=0):
    """MurmurHash3_x86_32, as an unsigned number."""

    def rotate(value, by):
        return ((value << by) | (value >> (32 - by))) & 0xFFFFFFFF

    def scramble(block):
        return rotate(block * 0xCC9E2D51 & 0xFFFFFFFF, 15) * 0x1B873593 & 0xFFFFFFFF

    value = seed
    whole = len(data) // 4 * 4
    for at in range(0, whole, 4):
        value ^= scramble(int.from_bytes(data[at : at + 4], "little"))
        value = (rotate(value, 13) * 5 + 0xE6546B64) & 0xFFFFFFFF
    if len(data) > whole:
        value ^= scramble(int.from_bytes(data[whole:], "little"))
    value ^= len(data)
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        value = ((value ^ (value >> shift)) * factor) & 0xFFFFFFFF
    return value ^ (value >> 16)


def grams(text):
    """The hashes of a text's words and pairs of words, as often as they stand there."""
    words = [token.lower() for token in tokens(unicodedata.normalize("NFD", text))]
    found = Counter()
    for size in (1, 2):
        for at in range(len(words) - size + 1):
            gram = words[at : at + size]
            if not any(is_filtered(word) for word in gram):
                found[murmur(" ".join(gram).encode()) % 2**24] += 1
    return found


assert murmur(b"") == 0 and murmur(b"hello") == 0x248BFA47 and murmur(b"hello, world") == 0x149BBB7F

documents = [grams(text) for text in DOCUMENTS]
frequencies = Counter(gram for counts in documents for gram in counts)


def weight(gram, count):
    having = frequencies[gram]
    idf = math.log((len(DOCUMENTS) - having + 0.5) / (having + 0.5))
    return math.log1p(count) * max(idf, 0)


def scores(query):
    wanted = {gram: weight(gram, count) for gram, count in grams(query).items()}
    for number, counts in enumerate(documents):
        score = math.fsum(wanted[gram] * weight(gram, count) for gram, count in counts.items() if gram in wanted)
        if score > 0:
            yield {"document": number, "score": score}


for text, counts in zip(DOCUMENTS, documents):
    print(json.dumps({"document": text, "grams": sorted(counts.elements())}, ensure_ascii=False))
for text in QUERIES:
    found = sorted(scores(text), key=lambda one: (-one["score"], one["document"]))
    print(json.dumps({"query": text, "found": found}, ensure_ascii=False))
