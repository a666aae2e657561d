#!/usr/bin/python3
"""Writes others.json: what the oracle says of the other cases, at each date and without each obstacle.

  make_others_oracle.py CASE.yaml... [--prototypes DIRECTORY] [--out FILE]

With --prototypes every row is also put to the prototype that reads this syntax, and each disagreement is traced.
"""
import argparse
import collections
import json
import os

import parley_oracle as oracle
import prototypes


def questions(raw):
    """The bare case, each date, and on the first date each event and each obstacle taken away."""
    dates = list(raw.get('dates') or {})
    first = dates[:1]
    yield {'dates': []}
    yield from ({'dates': [d]} for d in dates)
    for kind in ('leaders', 'events', 'obstacles'):
        yield from ({'dates': first, kind: [name]} for name in raw.get(kind) or {})


def rows(path, directory):
    raw = oracle.read(path)
    base = oracle.Case(oracle.read(path))
    prototype = prototypes.Solve(directory, path) if directory else None
    for chosen in questions(raw):
        answer = oracle.solve(raw, chosen, base=base)
        result = {
            'case': raw['case'], 'overlays': {kind: names for kind, names in chosen.items() if names},
            'grade': answer.grade, 'margin': str(answer.margin), 'margin_decimal': f'{float(answer.margin):.9f}',
            'acceptable': answer.acceptable, 'packages': answer.package_count, 'witness': answer.witness,
        }
        if prototype:
            overlays = [name for names in chosen.values() for name in names]
            own, needs = prototypes.compare(prototype, answer, overlays=overlays)
            count = len(prototype.model([], overlays=overlays).solve()[1])
            result['solve'] = {
                'deal': own['deal'], 'margin': round(own['margin'], 9), 'acceptable': count, 'needs': needs}
        yield result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('cases', nargs='+')
    parser.add_argument('--prototypes')
    parser.add_argument('--out', default=os.path.join(os.path.dirname(os.path.abspath(__file__)), 'others.json'))
    args = parser.parse_args()
    found = [row for path in args.cases for row in rows(path, args.prototypes)]
    with open(args.out, 'w', encoding='utf-8') as file:
        file.write('[\n' + ',\n'.join(json.dumps(r) for r in found) + '\n]\n')
    for (case, needs), n in collections.Counter(
            (r['case'], str(r['solve']['needs']) if 'solve' in r else '-') for r in found).items():
        print(case, needs, n)
    for r in found:
        if 'solve' in r and r['solve']['acceptable'] != r['acceptable']:
            print('other count', r['case'], r['overlays'], r['acceptable'], r['solve']['acceptable'])


if __name__ == '__main__':
    main()
