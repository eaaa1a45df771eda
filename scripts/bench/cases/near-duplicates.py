"""Near-duplicate claims of a JSON Lines file with the standard library alone: a prefix-filtered join, as one writes it in Python."""

import json
import re
import sys
import time
from collections import Counter, defaultdict
from math import ceil

# The words of claimset's keys, for texts that are all ASCII.
WORD = re.compile(r"(?:[a-z0-9$+<=>^`|~]|(?<![a-z0-9])-(?=[0-9]))+")
SLACK = 1e-6


def join(texts, threshold):
    sets = [set(WORD.findall(text.lower())) for text in texts]
    frequency = Counter(word for words in sets for word in words)
    rank = {word: at for at, (word, _) in enumerate(sorted(frequency.items(), key=lambda item: item[1]))}
    records = sorted((len(words), at, sorted(rank[word] for word in words)) for at, words in enumerate(sets) if words)
    holders = defaultdict(list)
    pairs = []
    for size, b, ranks in records:
        least = threshold * size - SLACK
        candidates = set()
        for word in ranks[: size - ceil(least) + 1]:
            for other, a in holders[word]:
                if other >= least:
                    candidates.add(a)
        words = sets[b]
        for a in candidates:
            common = len(words & sets[a])
            similarity = common / (size + len(sets[a]) - common)
            if similarity >= threshold:
                pairs.append((max(a, b), min(a, b), similarity))
        # Texts come by size: those to come are at least as large, so that fewer words are enough to be found by.
        shared = ceil(2 * threshold / (1 + threshold) * size - SLACK)
        for word in ranks[: size - shared + 1]:
            holders[word].append((size, b))
    pairs.sort()
    return pairs


def main(path, threshold):
    with open(path, encoding="utf8") as lines:
        texts = [json.loads(line)["claim"] for line in lines]
    start = time.perf_counter()
    pairs = join(texts, threshold)
    seconds = time.perf_counter() - start
    # The same for the same pairs in the same order, whatever the program.
    digest = 0
    for b, a, _ in pairs:
        digest = (digest * 31 + a * 7 + b) % 4294967296
    print(json.dumps({"pairs": len(pairs), "digest": digest, "joinSeconds": seconds}))


main(sys.argv[1], float(sys.argv[2]))
