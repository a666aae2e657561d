#!/usr/bin/python3
"""A third opinion on docs/model.md: grade, margin, witness and tokens by looking at every package, in exact arithmetic.

  parley_oracle.py CASE.yaml [--at DATE] [--under LEADER] [--seen-by WHO] [--story S] [--given EVENT]...
                             [--without OBSTACLE]... [--set PATH=VALUE]...

Written from docs/model.md alone; comments cite its item numbers.  Needs Debian's python3-yaml and python3-numpy.
"""
import argparse
import copy
import functools
import itertools
import json
import math
import re
from fractions import Fraction

import numpy
import yaml

NUMBER = re.compile(r'\s*([+-]?\d*\.?\d+)((?:\s*\*\s*\w+)*)\s*(?:\([^)]*\))?\s*(?:@[\w-]+)?\s*$')
ISSUE_WORDS = {'title', 'status_quo', 'topic', 'off_table', 'note', 'source', 'from', 'to', 'step'}
OVERLAYS = ('dates', 'leaders', 'perceptions', 'stories', 'events', 'obstacles')
RULES = ('refuses_trade', 'ratification', 'precondition', 'red_line', 'together', 'floor')


class TextLoader(yaml.SafeLoader):
    """Every scalar is text."""


TextLoader.yaml_implicit_resolvers = {}


def read(path):
    with open(path, encoding='utf-8') as file:
        return yaml.load(file, TextLoader)


def put(raw, path, value):
    """Replace what stands at a dotted path; the first segment is a party, an issue, a rule or a parameter."""
    head, *rest = path.split('.')
    if not rest and head == 'substantive_from':
        raw[head] = value
        return
    section = next(s for s in ('parties', 'issues', 'rules', 'params') if head in (raw.get(s) or {}))
    node, keys = raw[section], [head, *rest]
    for key in keys[:-1]:
        if node.get(key) is None:
            node[key] = {}
        node = node[key]
    node[keys[-1]] = value


def overlaid(raw, chosen=None, edits=()):
    """Item 1: dates, leaders, perceptions, stories, events, obstacles, edits; a later one wins."""
    chosen, raw = dict(chosen or {}), copy.deepcopy(raw)
    if 'dates' not in chosen and raw.get('dates'):
        chosen['dates'] = [list(raw['dates'])[-1]]
    for kind in OVERLAYS:
        names = chosen.get(kind, [])
        for name in [n for n in (raw.get(kind) or {}) if n in names]:
            for path, value in (raw[kind][name].get('set') or {}).items():
                put(raw, path, value)
    for path, value in edits:
        put(raw, path, value)
    return raw


def listed(value):
    return [value] if isinstance(value, str) else list(value)


def clip(x):
    return min(Fraction(1), max(Fraction(0), x))


class Case:
    """Section 2: every number of one effective case."""

    def __init__(self, raw):
        self.raw = raw
        self.params = raw.get('params') or {}
        self.parties = {name: body or {} for name, body in raw['parties'].items()}
        self.negotiators = [p for p in self.parties if self.role(p) == 'negotiator']
        self.tau = self.number(raw['substantive_from']) if 'substantive_from' in raw else None
        self.rules = raw.get('rules') or {}
        self.issues = list(raw['issues'])
        self.bodies, self.options, self.now = [], [], []
        for name in self.issues:
            body = raw['issues'][name]
            options = self.numeric(body) if 'from' in body else {
                o: d or {} for o, d in body.items() if o not in ISSUE_WORDS}
            now = body.get('status_quo')
            if now is not None and now not in options:
                options = {now: {}, **options}
            self.bodies.append(body)
            self.options.append(options)
            self.now.append(None if now is None else list(options).index(now))

    def role(self, party):
        return self.parties[party].get('role', 'negotiator')

    @staticmethod
    def numeric(body):
        first, last, step = (Fraction(body[k]) for k in ('from', 'to', 'step'))
        return {f'{float(first + k * step):g}': {'at': first + k * step} for k in range(int((last - first) / step) + 1)}

    @functools.lru_cache(maxsize=None)
    def parameter(self, name):
        text = self.params[name]
        if NUMBER.match(text):
            return self.number(text)
        parts = re.sub(r'@[\w-]+', '', text).split('+')
        return clip(sum(self.parameter(part.strip()) for part in parts))

    @functools.lru_cache(maxsize=None)
    def number(self, text):
        """Item 1."""
        match = NUMBER.match(str(text))
        if not match:
            raise ValueError(f'not a number: {text!r}')
        value = Fraction(match[1])
        for name in re.findall(r'\w+', match[2]):
            value *= self.parameter(name)
        return value

    def of(self, party, key):
        return self.number(self.parties[party].get(key, '0'))

    def delivery(self, option):
        """Item 2."""
        given = option.get('delivery')
        if given is None:
            return Fraction(1)
        if isinstance(given, str):
            return clip(self.number(given))
        return 1 - math.prod(1 - clip(self.number(c)) for c in given.values())

    def parts(self, option, party):
        """What an option does to a party, each part with the factor it counts by."""
        later = self.delivery(option)
        return [(option.get(party), 1), ((option.get('at_once') or {}).get(party), 1),
                ((option.get('if_delivered') or {}).get(party), later)]

    def effect(self, party, dimension, option):
        """Item 3."""
        return sum((factor * self.number(part[dimension]) for part, factor in self.parts(option, party)
                    if isinstance(part, dict) and dimension in part), Fraction(0))

    def weight(self, party, dimension):
        return self.number((self.parties[party].get('weights') or {}).get(dimension, '0'))

    def value(self, party, issue, name):
        """Item 4."""
        option = self.options[issue][name]
        if 'at' in option:
            return self.curve(self.bodies[issue].get(party), option['at'])
        total = Fraction(0)
        for part, factor in self.parts(option, party):
            if isinstance(part, dict):
                total += factor * sum(self.weight(party, d) * self.number(x) for d, x in part.items())
            elif part is not None:
                total += factor * self.number(part)
        return total

    def curve(self, points, at):
        if not points:
            return Fraction(0)
        knots = sorted((Fraction(x), self.number(y)) for x, y in points.items())
        if at <= knots[0][0]:
            return knots[0][1]
        for (x0, y0), (x1, y1) in zip(knots, knots[1:]):
            if at <= x1:
                return y0 + (y1 - y0) * (at - x0) / (x1 - x0)
        return knots[-1][1]

    def size(self, option):
        """Item 6."""
        return self.number(option.get('size', '0')) * self.delivery(option)

    def swing(self, measure):
        total = Fraction(0)
        for i, options in enumerate(self.options):
            values = [measure(i, name) for name in options]
            total += max(values) - min(values)
        return total

    def range(self, party):
        """S_p of section 5; meant to be asked of the base case."""
        return self.swing(lambda i, name: self.value(party, i, name))


class Answer:
    """Verdict of a case whose ranges come from `base`."""

    def __init__(self, case, base):
        self.case, self.base, n = case, base, len(case.issues)
        self.names = [list(options) for options in case.options]
        self.shape = tuple(len(names) for names in self.names)
        self.voters = [p for p in case.parties if case.role(p) in ('negotiator', 'ratifier', 'bloc', 'implementer')]
        self.scale = {p: base.range(p) for p in self.voters}
        self.v = {p: [[case.value(p, i, o) for o in self.names[i]] for i in range(n)] for p in self.voters}
        self.dv = {p: [[x - (self.v[p][i][case.now[i]] if case.now[i] is not None else 0) for x in self.v[p][i]]
                       for i in range(n)] for p in self.voters}
        self.sigma = [[case.size(case.options[i][o]) for o in self.names[i]] for i in range(n)]
        self.in_force = {k: r for k, r in case.rules.items() if r.get('in_force', 'yes') == 'yes'}
        self.mixed = any(now is None for now in case.now)
        self.tokens, self.free = [], list(case.now)
        if case.tau is not None:
            self.baseline()
        self.judge()

    # ---- section 2 and 3 -------------------------------------------------------------------------------------------
    def option(self, i, k):
        return self.case.options[i][self.names[i][k]]

    def ident(self, i, k):
        return self.case.issues[i] + ('=' if 'from' in self.case.bodies[i] else '.') + self.names[i][k]

    def term(self, i, k):
        """Item 7."""
        if k == self.case.now[i]:
            return True
        off_table = self.case.bodies[i].get('off_table', 'no') == 'yes'
        return not off_table and self.option(i, k).get('unilateral', 'no') != 'yes'

    def substantive(self, i, k):
        """Item 8."""
        now, tau = self.case.now[i], self.case.tau
        if now is None:
            return self.sigma[i][k] >= tau
        return k != now and max(self.sigma[i][k], self.sigma[i][now]) >= tau

    def needs(self, i, k):
        needs = self.option(i, k).get('needs', 'all')
        return self.case.negotiators if needs == 'all' else listed(needs)

    def leaves(self, i, k):
        return k is not None and k != self.case.now[i]

    # ---- one package (used for the baseline only; None is an unsettled issue) ---------------------------------------
    def is_in(self, ref, x):
        for i, k in enumerate(x):
            if k is None:
                continue
            if self.ident(i, k) == ref or (self.case.issues[i] == ref and self.leaves(i, k)):
                return True
        return False

    def triggers(self, refs, i, k):
        return self.leaves(i, k) and (self.ident(i, k) in refs or self.case.issues[i] in refs)

    def change(self, party, dimension, i, k):
        """Expected effect relative to the status quo."""
        now = self.case.now[i]
        before = 0 if now is None else self.case.effect(party, dimension, self.option(i, now))
        return self.case.effect(party, dimension, self.option(i, k)) - before

    def struck(self, rule, i, k):
        p, f = rule['refuses_trade'], rule['gets']
        return self.v[p][i][k] - self.case.weight(p, f) * max(Fraction(0), self.case.effect(p, f, self.option(i, k)))

    def utility(self, party, x):
        return sum((self.dv[party][i][k] for i, k in enumerate(x) if k is not None), Fraction(0))

    def consents(self, body, x):
        return self.utility(body, x) >= self.case.of(body, 'no_deal') + self.case.of(body, 'min_gain')

    def holds_from_now(self, rule, x):
        """Items 10, 12 and 15: measured from q, negotiators' bars at 0, ratifiers keep theirs."""
        moved = [(i, k) for i, k in enumerate(x) if self.leaves(i, k)]
        kind = next(k for k in RULES if k in rule)
        if kind == 'ratification':
            when = self.when(rule)
            if when and not any(self.triggers(when, i, k) for i, k in moved):
                return True
            body = rule['ratification']
            if 'votes_needed' not in self.case.parties[body]:
                return self.consents(body, x)
            return self.votes(body, lambda bloc: self.consents(bloc, x)) >= self.case.of(body, 'votes_needed')
        if kind == 'precondition':
            blocked = any(self.triggers(listed(rule['for']), i, k) for i, k in moved)
            return not blocked or any(self.is_in(o, x) for o in listed(rule['precondition']))
        if kind == 'red_line':
            return not any(self.triggers(listed(rule['never']), i, k) for i, k in moved)
        if kind == 'together':
            refs = listed(rule['together'])
            return not any(self.triggers(refs, i, k) for i, k in moved) or all(self.is_in(o, x) for o in refs)
        tolerance = self.case.number(rule.get('tolerance', '0'))
        if kind == 'floor':
            return sum(self.change(rule['floor'], rule['dimension'], i, k) for i, k in moved) + tolerance >= 0
        if sum(self.change(rule['refuses_trade'], rule['gives'], i, k) for i, k in moved) >= -tolerance:
            return True
        return sum(self.struck(rule, i, k) - self.struck(rule, i, self.case.now[i]) for i, k in moved) >= 0

    def when(self, rule):
        when = rule.get('when', 'any')
        return [] if when == 'any' else listed(when)

    def votes(self, body, says_yes):
        blocs = [b for b in self.case.parties if self.case.role(b) == 'bloc' and self.case.parties[b].get('of') == body]
        return sum(self.case.of(b, 'votes') for b in blocs if says_yes(b))

    # ---- section 4 -------------------------------------------------------------------------------------------------
    def baseline(self):
        for i, now in enumerate(self.case.now):
            best = None
            for k in range(self.shape[i]):
                if now is None or not self.is_free(i, k):
                    continue
                if all(self.dv[p][i][k] >= 0 for p in self.case.negotiators):                                    # item 10
                    self.tokens.append(self.ident(i, k))
                vector = sorted(self.dv[p][i][k] / self.scale[p] if self.scale[p] else 0 for p in self.case.negotiators)
                if best is None or vector > best:                                                            # item 11
                    best, self.free[i] = vector, k
        self.repair()

    def is_free(self, i, k):
        """Item 10."""
        if not self.term(i, k) or k == self.case.now[i] or self.substantive(i, k):
            return False
        by = self.option(i, k).get('by', 'all')
        gains = [self.dv[p][i][k] for p in (self.case.negotiators if by == 'all' else listed(by))]
        alone = list(self.case.now)
        alone[i] = k
        return min(gains) >= 0 and max(gains) > 0 and all(self.holds_from_now(r, alone) for r in self.in_force.values())

    def repair(self):
        """Item 12."""
        while True:
            reset = set()
            for rule in self.in_force.values():
                if 'refuses_trade' in rule or self.holds_from_now(rule, self.free):
                    continue
                for i, k in enumerate(self.free):
                    if self.leaves(i, k) and self.to_blame(rule, i, k):
                        reset.add(i)
            if not reset:
                break
            for i in reset:
                self.free[i] = self.case.now[i]
        for rule in self.in_force.values():
            if 'refuses_trade' in rule and not self.holds_from_now(rule, self.free):
                for i, k in enumerate(self.free):
                    if self.leaves(i, k) and self.change(rule['refuses_trade'], rule['gives'], i, k) < 0:
                        self.free[i] = self.case.now[i]

    def to_blame(self, rule, i, k):
        if 'floor' in rule:
            return self.change(rule['floor'], rule['dimension'], i, k) < 0
        if 'ratification' in rule:
            return not self.when(rule) or self.triggers(self.when(rule), i, k)
        key = 'for' if 'precondition' in rule else 'never' if 'red_line' in rule else 'together'
        return self.triggers(listed(rule[key]), i, k)

    # ---- section 5, every package at once: an array with one axis for each issue, options in declaration order ------
    def total(self, table):
        """SUM_i table[i][x_i] as exact integers and the number that they were multiplied by."""
        scale = math.lcm(*(Fraction(x).denominator for row in table for x in row))
        rows = [[int(x * scale) for x in row] for row in table]
        small = sum(max(abs(x) for x in row) for row in rows) < 2 ** 62
        result = numpy.zeros(self.shape, dtype=numpy.int64 if small else object)
        for i, row in enumerate(rows):
            result = result + self.along(i, row, result.dtype)
        return result, scale

    def along(self, i, row, dtype):
        axes = [1] * len(self.shape)
        axes[i] = len(row)
        return numpy.array(row, dtype=dtype).reshape(axes)

    def where(self, predicate):
        """True at the packages with an option that satisfies the predicate."""
        result = numpy.zeros(self.shape, dtype=bool)
        for i, size in enumerate(self.shape):
            result |= self.along(i, [bool(predicate(i, k)) for k in range(size)], bool)
        return result

    def relative(self, table):
        """Less the value at x_free, which is 0 on an issue without a status quo."""
        return [[x - (row[f] if f is not None else 0) for x in row] for row, f in zip(table, self.free)]

    def triggered(self, refs):
        return self.where(lambda i, k: self.triggers(refs, i, k))

    def contains(self, ref):
        return self.where(lambda i, k: self.ident(i, k) == ref or (self.case.issues[i] == ref and self.leaves(i, k)))

    def signed(self, party, reference):
        return self.where(lambda i, k: (reference[i] is None or k != reference[i]) and party in self.needs(i, k))

    def rows(self):
        """(negotiator or None, triggered, slack array, its multiplier, scale); a hard row has no scale."""
        case = self.case
        for p in case.negotiators:
            slack, unit = self.total(self.dv[p])
            bar = sum((self.dv[p][i][f] for i, f in enumerate(self.free) if f is not None), Fraction(0))
            yield p, self.signed(p, self.free), *self.less(slack, unit, bar + self.bar(p)), self.scale[p]
        for rule in self.in_force.values():
            kind = next(k for k in RULES if k in rule)
            if kind == 'ratification':
                yield self.ratification(rule)
            elif kind == 'refuses_trade':
                yield self.refusal(rule)
            elif kind == 'floor':
                p, d = rule['floor'], rule['dimension']
                slack, unit = self.total(self.relative(self.effects(p, d)))
                scale = self.base.swing(lambda i, name: self.base.effect(p, d, self.base.options[i][name]))
                tolerance = case.number(rule.get('tolerance', '0'))
                yield None, numpy.ones(self.shape, bool), *self.less(slack, unit, -tolerance), scale
            else:
                yield None, self.broken(kind, rule), None, None, None

    def bar(self, p):
        return self.case.of(p, 'no_deal') + self.case.of(p, 'min_gain')

    @staticmethod
    def less(slack, unit, amount):
        """The slack less an amount, both brought to one unit."""
        common = math.lcm(unit, Fraction(amount).denominator)
        return slack.astype(object) * (common // unit) - int(amount * common), common

    def effects(self, p, d):
        return [[self.case.effect(p, d, self.option(i, k)) for k in range(size)] for i, size in enumerate(self.shape)]

    def ratification(self, rule):
        body, when = rule['ratification'], self.when(rule)
        asked = self.triggered(when) if when else numpy.ones(self.shape, bool)
        if 'votes_needed' not in self.case.parties[body]:
            return None, asked, *self.less(*self.total(self.dv[body]), self.bar(body)), self.scale[body]
        needed = self.case.of(body, 'votes_needed')
        yes = numpy.zeros(self.shape, dtype=object)
        for bloc in self.case.parties:
            if self.case.role(bloc) == 'bloc' and self.case.parties[bloc].get('of') == body:
                slack, _ = self.less(*self.total(self.dv[bloc]), self.bar(bloc))
                yes = yes + (slack >= 0) * self.case.of(bloc, 'votes')
        return None, asked, yes - needed, 1, needed

    def refusal(self, rule):
        p = rule['refuses_trade']
        given, unit = self.total(self.relative(self.effects(p, rule['gives'])))
        asked = given < -self.case.number(rule.get('tolerance', '0')) * unit
        struck = [[self.struck(rule, i, k) for k in range(size)] for i, size in enumerate(self.shape)]
        return None, asked, *self.less(*self.total(self.relative(struck)), self.bar(p)), self.scale[p]

    def broken(self, kind, rule):
        if kind == 'precondition':
            unlocked = numpy.logical_or.reduce([self.contains(o) for o in listed(rule['precondition'])])
            return self.triggered(listed(rule['for'])) & ~unlocked
        if kind == 'red_line':
            return self.triggered(listed(rule['never']))
        refs = listed(rule['together'])
        return self.triggered(refs) & ~numpy.logical_and.reduce([self.contains(o) for o in refs])

    def candidates(self):
        """Item 9."""
        case = self.case
        allowed = ~self.where(lambda i, k: not self.term(i, k))
        self.package_count = int(allowed.sum())
        for name in case.raw.get('deal_must_settle') or []:
            j = case.issues.index(name)
            allowed &= self.where(lambda i, k: i == j and self.leaves(i, k))
        allowed &= self.where(self.substantive if case.tau is not None else self.leaves)
        return allowed & (sum(self.signed(p, self.free).astype(int) for p in case.negotiators) >= 2)

    def judge(self):
        """Items 13-18.  A value is a Fraction; None stands for +inf."""
        rows, allowed = list(self.rows()), self.candidates()
        quorum = self.case.raw.get('signatories')
        sets = [self.case.negotiators]
        if quorum:
            some = itertools.combinations(quorum.get('of') or [], int(quorum.get('at_least', 0)))
            sets = [[*(quorum.get('all') or []), *chosen] for chosen in some]
        scaled = [(p, self.normalised(*row)) for p, *row in rows]
        values = None
        for signatories in sets:
            used = [r for p, r in scaled if p is None or p in signatories]
            value = functools.reduce(numpy.minimum, used, numpy.full(self.shape, math.inf, dtype=object))
            values = value if values is None else numpy.maximum(values, value)
        self.acceptable = int((allowed & (values >= 0)).sum())
        self.find_witness(numpy.where(allowed, values, None), allowed)
        self.grade = 'deal' if self.deal else 'tokens' if self.has_token_package() else 'nothing'

    @staticmethod
    def normalised(asked, slack, unit, scale):
        """Item 13, as an array of fractions and infinities."""
        out = numpy.full(asked.shape, math.inf, dtype=object)
        if slack is None:
            out[asked] = Fraction(-1)
        elif scale == 0:
            out[asked & (slack < 0)] = Fraction(-1)
        else:
            size = scale * unit
            known = {}
            flat, trigger, target = slack.ravel(), asked.ravel(), out.ravel()
            for n in numpy.flatnonzero(trigger):
                x = flat[n]
                if x not in known:
                    known[x] = max(Fraction(-1), Fraction(x) / size)
                target[n] = known[x]
            out = target.reshape(asked.shape)
        return out

    def find_witness(self, values, allowed):
        """Item 16; numpy's order of packages is lexicographic."""
        if not allowed.any():
            self.deal, self.margin, self.witness = False, Fraction(-1), None
            return
        best = max(values[allowed])
        changes = self.total([[int(f is not None and k != f) for k in range(size)]
                              for f, size in zip(self.free, self.shape)])[0]
        least = changes[allowed & (values == best)].min()
        place = numpy.argmax((allowed & (values == best) & (changes == least)).ravel())
        x = [int(k) for k in numpy.unravel_index(place, self.shape)]
        self.witness = [self.ident(i, k) for i, k in enumerate(x) if k != self.free[i]]
        self.deal, self.margin = best >= 0, Fraction(0) if best == math.inf else best

    def has_token_package(self):
        """Item 15."""
        case = self.case
        if case.tau is None or self.mixed:
            return False
        ok = ~self.where(lambda i, k: not self.term(i, k) or self.substantive(i, k))
        gain = numpy.zeros(self.shape, dtype=bool)
        for p in case.negotiators:
            signs, (u, _) = self.signed(p, case.now), self.total(self.dv[p])
            ok &= ~signs | (u >= 0)
            gain |= signs & (u > 0)
        ok &= gain & self.where(self.leaves)
        places = zip(*numpy.nonzero(ok))
        return any(all(self.holds_from_now(r, x) for r in self.in_force.values()) for x in places)


def solve(raw, chosen=None, edits=(), base=None):
    return Answer(Case(overlaid(raw, chosen, edits)), base or Case(copy.deepcopy(raw)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('case')
    parser.add_argument('--set', action='append', default=[])
    flags = {'dates': '--at', 'leaders': '--under', 'perceptions': '--seen-by', 'stories': '--story',
             'events': '--given', 'obstacles': '--without'}
    for kind, flag in flags.items():
        parser.add_argument(flag, action='append', dest=kind)
    args = parser.parse_args()
    chosen = {kind: getattr(args, kind) for kind in flags if getattr(args, kind)}
    answer = solve(read(args.case), chosen, [tuple(e.split('=', 1)) for e in args.set])
    print(json.dumps({
        'grade': answer.grade, 'margin': str(answer.margin), 'decimal': f'{float(answer.margin):.6f}',
        'witness': answer.witness, 'tokens': answer.tokens, 'acceptable': answer.acceptable,
        'packages': answer.package_count}, indent=1))


if __name__ == '__main__':
    main()
