#!/usr/bin/python3
"""Writes founding-500.json: 500 seeded changes to the numbers of the founding case and what the oracle says of each.

  make_founding_oracle.py CASE.yaml [--prototypes DIRECTORY --draft DRAFT.yaml] [--count N] [--out FILE]

With --prototypes every row is also put to the two design prototypes, and each disagreement is traced to a definition.
"""
import argparse
import collections
import copy
import json
import multiprocessing
import os
import random
import re

import parley_oracle as oracle
import prototypes

# How far a number may go when it is drawn from its domain instead of around its value.
DOMAINS = {'delivery': (0, 1), 'weights': (0, 1), 'size': (0, 100), 'min_gain': (0, 10), 'substantive_from': (0, 40),
           'share': (0, 1), 'stake': (0, 40), 'effect': (-100, 100)}
SHARES = ('mueller_noise', 'base_noise')


def numbers(raw):
    """(path, text, domain) of every number that may be changed, in file order."""
    found = [('substantive_from', raw['substantive_from'], 'substantive_from')]
    for name, text in raw['params'].items():
        if oracle.NUMBER.match(text):
            found.append((name, text, 'share' if name in SHARES else 'stake'))
    for party, body in raw['parties'].items():
        found += [(f'{party}.weights.{d}', text, 'weights') for d, text in (body.get('weights') or {}).items()]
        if 'min_gain' in body:
            found.append((f'{party}.min_gain', body['min_gain'], 'min_gain'))
    for issue, body in raw['issues'].items():
        for name, option in body.items():
            if name not in oracle.ISSUE_WORDS:
                found += [(f'{issue}.{name}.{path}', *rest) for path, *rest in option_numbers(raw, option)]
    return found


def option_numbers(raw, option):
    if 'size' in option:
        yield 'size', option['size'], 'size'
    for channel, text in (option.get('delivery') or {}).items():
        yield f'delivery.{channel}', text, 'delivery'
    parts = [('', option)] + [(f'{key}.', option.get(key) or {}) for key in ('at_once', 'if_delivered')]
    for prefix, part in parts:
        for party in raw['parties']:
            for dimension, text in (part.get(party) or {}).items():
                yield f'{prefix}{party}.{dimension}', text, 'effect'


def draw(generator, text, domain):
    """Another number in place of one: within 60 % of it, or now and then (always at 0) anywhere in its domain."""
    match = oracle.NUMBER.match(text)
    value, low, high = float(match[1]), *DOMAINS[domain]
    if value and generator.random() < 0.55:
        value = min(high, max(low, value * generator.uniform(0.4, 1.6)))
    else:
        value = generator.uniform(low, high)
    coefficient = f'{round(value, generator.randint(1, 4)):.4f}'.rstrip('0').rstrip('.')
    return ('0' if coefficient == '-0' else coefficient) + re.sub(r'\s', '', match[2])


def edits_of(raw, seed):
    generator = random.Random(seed)
    chosen = generator.sample(numbers(raw), generator.randint(1, 5))
    return [(path, draw(generator, text, domain)) for path, text, domain in chosen]


def row(seed):
    edits = edits_of(RAW, seed)
    answer = oracle.solve(RAW, edits=edits, base=BASE)
    result = {
        'set': [f'{path}={value}' for path, value in edits],
        'grade': answer.grade,
        'margin': str(answer.margin),
        'margin_decimal': f'{float(answer.margin):.9f}',
        'acceptable': answer.acceptable,
        'tokens': answer.tokens,
        'witness': answer.witness,
    }
    for prototype in PROTOTYPES:
        own, patches = prototypes.compare(prototype, answer, edits)
        own['margin'] = round(own['margin'], 9)
        if own['tokens'] == answer.tokens:
            del own['tokens']
        result[prototype.name] = {**own, 'needs': patches}
    return result


def summary(rows):
    grades = collections.Counter(r['grade'] for r in rows)
    yield f'{len(rows)} rows: ' + ', '.join(f'{n} {grade}' for grade, n in grades.most_common())
    for name in ('solve', 'proto'):
        needs = [r[name]['needs'] for r in rows if name in r]
        if not needs:
            continue
        yield f'{name}: ' + ', '.join(
            f'{n} {"equal" if key == () else "UNEXPLAINED" if key is None else " + ".join(key)}'
            for key, n in collections.Counter(None if x is None else tuple(x) for x in needs).most_common())
        verdicts = sum(r[name].get('grade', 'deal' if r[name].get('deal') else None) != r['grade']
                       if 'grade' in r[name] else r[name]['deal'] != (r['grade'] == 'deal') for r in rows)
        yield f'{name}: {verdicts} rows with another verdict'


def main():
    global RAW, BASE, PROTOTYPES
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('case')
    parser.add_argument('--prototypes')
    parser.add_argument('--draft')
    parser.add_argument('--count', type=int, default=500)
    parser.add_argument('--out', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), 'founding-500.json'))
    args = parser.parse_args()
    RAW = oracle.read(args.case)
    BASE = oracle.Case(copy.deepcopy(RAW))
    PROTOTYPES = [] if not args.prototypes else [
        prototypes.Solve(args.prototypes, args.case), prototypes.Proto(args.prototypes, args.draft)]
    with multiprocessing.get_context('fork').Pool(2) as pool:
        rows = pool.map(row, range(1, args.count + 1), chunksize=5)
    with open(args.out, 'w', encoding='utf-8') as file:
        file.write('[\n' + ',\n'.join(json.dumps(r) for r in rows) + '\n]\n')
    print('\n'.join(summary(rows)))


if __name__ == '__main__':
    main()
