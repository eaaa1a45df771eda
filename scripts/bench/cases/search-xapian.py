# Indexes sentences by Xapian in a folder and searches them: the best ten of all with any word, by its BM25. Prints as the other cases do.
import json
import re
import resource
import sys
import time
import xapian

sentences_path, queries_path, few, folder = sys.argv[1:]
with open(sentences_path, encoding='utf-8') as file:
    sentences = file.read().splitlines()
with open(queries_path, encoding='utf-8') as file:
    queries = file.read().splitlines()

begin = time.perf_counter()
build_begin = time.process_time()
database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE)
generator = xapian.TermGenerator()
generator.set_stemmer(xapian.Stem('en'))
generator.set_stemming_strategy(xapian.TermGenerator.STEM_ALL)
for sentence in sentences:
    document = xapian.Document()
    generator.set_document(document)
    generator.index_text_without_positions(sentence)
    database.add_document(document)
database.commit()
build_seconds = time.process_time() - build_begin

stem = xapian.Stem('en')
enquire = xapian.Enquire(database)


def search(query):
    terms = [stem(word.lower()) for word in re.findall(r'\w+', query)]
    enquire.set_query(xapian.Query(xapian.Query.OP_OR, terms))
    return [match.docid for match in enquire.get_mset(0, 10)]


def percentiles(times):
    ordered = sorted(times)
    return {'p50': ordered[len(ordered) // 2], 'p95': ordered[int(len(ordered) * 0.95)]}


for query in queries[:10]:
    search(query)
processor_begin = time.process_time()
searches = 0
while searches == 0 or time.process_time() - processor_begin < 0.1:
    for query in queries[:int(few)]:
        search(query)
    searches += int(few)
processor_ms = (time.process_time() - processor_begin) * 1000 / searches
times = []
for query in queries:
    start = time.perf_counter()
    search(query)
    times.append((time.perf_counter() - start) * 1000)
print(json.dumps({
    'buildSeconds': build_seconds,
    'all': percentiles(times),
    'few': percentiles(times[:int(few)]),
    'processorMs': processor_ms,
    'seconds': time.perf_counter() - begin,
    'peakMiB': resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
}))
