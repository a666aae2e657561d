"""The two design prototypes as witnesses: their own answers, and their answers with one definition at a time repaired.

`solve.py` reads the case syntax, `proto.py` an older draft of it.  Neither is part of this repository; both are
imported unmodified from a directory.  A patch replaces one of their definitions by the one of docs/model.md, so that a
disagreement can be traced to the definition that makes it.
"""
import importlib.util
import itertools
import os

EPS = 1e-9

# Every patch, and the definition it installs.
PATCHES = {
    'range': 'ranges come from the base case without overlays, not from the changed case (section 5)',
    'clip': 'a sum of parameters is clipped to [0,1] (item 1)',
    'givers': 'a free option asks its givers only, not all negotiators (item 10)',
    'rules-at-q': 'a free option must meet every rule at the status quo, refused trades included (item 10)',
    'leximin': 'among free options the lexicographic maximin of range shares, not min + 0.001 sum in points (item 11)',
    'repair': 'free options that break a rule together are reset (item 12)',
    'bound': 'a row counts for -1 at worst, and so does a case without candidates (items 13, 14)',
    'tokens-verdict': 'a package of tokens has no substantive option and meets every rule (item 15)',
}
SOLVE_PATCHES = ['range', 'clip', 'givers', 'rules-at-q', 'leximin', 'repair', 'bound']
PROTO_PATCHES = ['givers', 'rules-at-q', 'leximin', 'repair', 'bound', 'tokens-verdict']


def load(directory, name):
    spec = importlib.util.spec_from_file_location(name, os.path.join(directory, name + '.py'))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def baseline(issues, negotiators, ranges, broken, patches, eligible, better):
    """Tokens and x_free by items 10-12 as far as patched; otherwise by the prototype's own `eligible` and `better`.

    issues: for each the list of options, the status quo flagged `now`; broken(x): the refused trades and ratifications
    that the changes x from the status quo break, each with the changes to blame.
    """
    tokens, free = [], []
    for options in issues:
        best = choice = None
        for o in options:
            if o['now'] or o['unilateral'] or o['substantive']:
                continue
            gains = [o['dv'][p] for p in (o['by'] if 'givers' in patches else negotiators)]
            lawful = not broken([o]) if 'rules-at-q' in patches else eligible(o)
            if min(gains) < -EPS or max(gains) <= EPS or not lawful:
                continue
            if all(o['dv'][p] >= -EPS for p in negotiators):
                tokens.append(o['id'])
            if 'leximin' in patches:
                rank = sorted(o['dv'][p] / ranges[p] if ranges[p] > 1e-8 else 0.0 for p in negotiators)
                if best is None or rank > [x + EPS for x in best]:
                    best, choice = rank, o
            else:
                rank = better([o['dv'][p] for p in negotiators])
                if rank > (best or 0.0) - 1e-12:
                    best, choice = max(rank, best or 0.0), o
        if choice:
            free.append(choice)
    if 'repair' in patches:
        while True:
            blamed = {o['id'] for blame in broken(free) for o in blame}
            if not blamed:
                break
            free = [o for o in free if o['id'] not in blamed]
    return tokens, [o['id'] for o in free]


class Solve:
    """solve.py on one case file."""

    name, patches = 'solve', SOLVE_PATCHES

    def __init__(self, directory, path):
        self.module = load(directory, 'solve')
        self.raw = self.module.load(path)
        self.base = self.module.Case(self.raw).over()

    def model(self, edits, patches=frozenset(), overlays=()):
        module = self.module

        class Model(module.Model):
            def num(m, s):
                value = super().num(s)
                return min(1.0, max(0.0, value)) if 'clip' in patches and not module.NUM.match(str(s)) else value

        case = module.Case(dict(self.raw))
        case.raw = {**case.raw, 'obstacles': {**(case.raw.get('obstacles') or {}), '_edits': {'set': dict(edits)}}}
        if 'substantive_from' in dict(edits):
            case.raw['substantive_from'] = dict(edits)['substantive_from']
            del case.raw['obstacles']['_edits']['set']['substantive_from']
        kept, module.Model = module.Model, Model
        try:
            m = case.over(*overlays, '_edits')
        finally:
            module.Model = kept
        if 'range' in patches:
            m.swing = self.base.swing
        if m.tau is not None and patches & {'givers', 'rules-at-q', 'leximin', 'repair'}:
            self.rebase(m, patches)
        return m

    def rebase(self, m, patches):
        rows = {o['id']: o for row in m.opt for o in row}
        now = {o['id']: q for row, q in zip(m.opt, m.now) for o in row}
        issues = [[dict(id=o['id'], now=o is q, unilateral=o['uni'], substantive=o['size'] >= m.tau, by=o['by'],
                        dv={p: o['v'][p] - q['v'][p] for p in m.who}) for o in row] for row, q in zip(m.opt, m.now)]

        def broken(changes):
            pairs = [(rows[o['id']], now[o['id']]) for o in changes]
            for rule in m.rules().values():
                if 'ratification' in rule:
                    asked = [o for o in changes if o['id'] in rule['when']]
                    body = rule['ratification']
                    if asked and sum(o['dv'][body] for o in changes) < m.nd[body] + m.mg[body] - EPS:
                        yield asked
                if 'refuses_trade' in rule:
                    p, g, f = rule['refuses_trade'], rule['gives'], rule['gets']
                    weight = m.num(m.r['parties'][p]['weights'].get(f, 0))
                    struck = [o['v'][p] - weight * max(0, o['e'][p].get(f, 0)) for pair in pairs for o in pair]
                    given = [o['e'][p].get(g, 0) - q['e'][p].get(g, 0) for o, q in pairs]
                    refused = sum(given) < -m.num(rule.get('tolerance', 0)) - EPS
                    if refused and sum(struck[::2]) - sum(struck[1::2]) < -EPS:
                        yield [o for o, d in zip(changes, given) if d < 0]

        m.tok, free = baseline(issues, m.N, self.base.swing, lambda x: list(broken(x)), patches,
                               lambda o: not m.gated([rows[o['id']]]), lambda g: min(g) + 1e-3 * sum(g))
        m.free = [next((o for o in row if o['id'] in free), q) for row, q in zip(m.opt, m.now)]

    def state(self, m, patches):
        return (tuple(m.tok), tuple(o and o['id'] for o in m.free), tuple(m.par.items()), tuple(m.swing.items()))

    def answer(self, m, patches=frozenset()):
        (margin, _, _), feasible, _, _ = m.solve()
        if 'bound' in patches:
            margin = max(margin, -1.0)
        return {'deal': bool(feasible), 'margin': margin, 'tokens': list(m.tok)}

    @staticmethod
    def agrees(mine, answer):
        return (mine['deal'] == (answer.grade == 'deal') and abs(mine['margin'] - float(answer.margin)) <= EPS
                and mine['tokens'] == answer.tokens)


class Proto:
    """proto.py on the draft of the founding case."""

    name, patches = 'proto', PROTO_PATCHES

    def __init__(self, directory, path):
        self.module = load(directory, 'proto')
        self.case = self.module.Case(path)
        self.module.Model(self.case, self.case.theta).set_scale()

    def path(self, path):
        """A path of the case syntax in the draft's words."""
        parties, issues = self.case.raw['parties'], self.case.raw['issues']
        head, *rest = path.split('.')
        if head == 'substantive_from':
            return 'substance'
        if head in self.case.raw['params']:
            return f'params.{head}'
        if head in parties:
            return f'parties.{head}.' + '.'.join({'min_gain': 'bar'}.get(k, k) for k in rest)
        words = {'delivery': 'channels', 'at_once': 'promise', 'if_delivered': 'outcome'}
        option, *rest = rest
        if rest[0] in parties:
            rest = ['promise', *rest]
        return f'issues.{head}.{option}.' + '.'.join([words.get(rest[0], rest[0]), *rest[1:]])

    def model(self, edits, patches=frozenset(), overlays=()):
        theta = dict(self.case.theta)
        for path, value in edits:
            assert self.path(path) in theta, path
            theta[self.path(path)] = float(value.split('*')[0])
        m = self.module.Model(self.case, theta)
        if patches & {'givers', 'rules-at-q', 'leximin', 'repair'}:
            self.rebase(m, patches)
        return m

    def rebase(self, m, patches):
        dims = self.module.DIMS
        gated = {b for blocks, _, _ in m.gates for b in blocks}
        issues = []
        for i, ks in enumerate(m.per_issue()):
            q = m.sq[i]
            issues.append([dict(id=m.opts[k], k=k, q=q, now=k == q, unilateral=m.hostile[k], substantive=bool(m.sub[k]),
                                by=m.principals if m.by[k] in (None, 'both') else [m.by[k]],
                                dv={p: m.u[p][k] - m.u[p][q] for p in m.u}) for k in ks])

        def eligible(o):
            return o['k'] not in gated and not any(
                o['k'] in when and m.u[b][o['k']] < m.bar[b] for b, when, _ in m.ratify)

        def broken(changes):
            for b, when, _ in m.ratify:
                asked = [o for o in changes if o['k'] in when]
                if asked and sum(o['dv'][b] for o in changes) < m.bar[b] - m.delay[b] - EPS:
                    yield asked
            for p, give, coin, tolerance, _ in m.notrade:
                effects, struck = m.eff[p][:, dims.index(give)], m._nofor(p, dims.index(coin))
                given = [effects[o['k']] - effects[o['q']] for o in changes]
                if sum(given) < -tolerance - EPS and sum(struck[o['k']] - struck[o['q']] for o in changes) < -EPS:
                    yield [o for o, d in zip(changes, given) if d < 0]

        ranges = {p: self.module.Model.SCALE['accept', p] for p in m.principals}
        tokens, free = baseline(issues, m.principals, ranges, lambda x: list(broken(x)), patches, eligible,
                                lambda g: min(g) + 1e-3 * sum(g))
        m.freelist = [m.ix[t] for t in tokens]
        m.free = [next((k for k in ks if m.opts[k] in free), m.sq[i]) for i, ks in enumerate(m.per_issue())]
        m.d = {p: sum(m.u[p][k] for k in m.free) - m.delay[p] for p in m.principals}
        self.broken, self.issues = broken, issues

    def state(self, m, patches):
        return (tuple(m.freelist), tuple(m.free), 'tokens-verdict' in patches)

    def answer(self, m, patches=frozenset()):
        margin = m.margin()[0]
        deal = margin >= 0
        if 'bound' in patches:
            margin = max(margin, -1.0)
        tokens = self.token_package(m) if 'tokens-verdict' in patches else m.tokens()
        return {'grade': 'deal' if deal else 'tokens' if tokens else 'nothing', 'margin': margin,
                'tokens': [m.opts[k] for k in m.freelist]}

    def token_package(self, m):
        """Item 15."""
        self.rebase(m, {'givers', 'rules-at-q', 'leximin', 'repair'})
        choices = [[o for o in options if o['now'] or not (o['unilateral'] or o['substantive'])]
                   for options in self.issues]
        for x in itertools.product(*choices):
            changes = [o for o in x if not o['now']]
            gains = [sum(o['dv'][p] for o in changes) for p in m.principals]
            if changes and min(gains) >= -EPS and max(gains) > EPS and not list(self.broken(changes)):
                return True
        return False

    @staticmethod
    def agrees(mine, answer):
        return (mine['grade'] == answer.grade and abs(mine['margin'] - float(answer.margin)) <= EPS
                and mine['tokens'] == answer.tokens)


def compare(prototype, answer, edits=(), overlays=()):
    """The prototype's own answer, and the smallest set of patches that makes it the oracle's; None if no set does."""
    known, own = {}, None
    for size in range(len(prototype.patches) + 1):
        for chosen in itertools.combinations(prototype.patches, size):
            patches = frozenset(chosen)
            model = prototype.model(edits, patches, overlays)
            key = (prototype.state(model, patches), 'bound' in patches)
            if key not in known:
                known[key] = prototype.answer(model, patches)
            own = own or known[key]
            if prototype.agrees(known[key], answer):
                return own, list(chosen)
    return own, None
