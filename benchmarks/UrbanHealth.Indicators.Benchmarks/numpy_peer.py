"""The same work in numpy, as one would write it with care: whole columns, no Python loop over areas.
Prints one line a case: case nanoseconds_per_cell mean_of_composites"""
import sys
import time
import numpy as np


def best(work, seconds=0.6):
    work()
    start = time.perf_counter()
    fastest, runs = float("inf"), 0
    while runs < 5 or time.perf_counter() - start < seconds:
        t = time.perf_counter()
        work()
        fastest = min(fastest, time.perf_counter() - t)
        runs += 1
    return fastest * 1e9


def timed(work):
    t = time.perf_counter()
    work()
    return (time.perf_counter() - t) * 1e9


def mean(scores, weights, coverage=0.5):
    present = ~np.isnan(scores)
    total = weights @ np.where(present, scores, 0.0)
    share = weights @ present.astype(np.float64)
    out = total * (weights.sum() / share)
    out[present.sum(axis=0) / len(weights) < coverage] = np.nan
    return out


def score(x, worst, best_, groups, weights, top):
    s = (x - worst[:, None]) / (best_ - worst)[:, None] * 100.0
    np.clip(s, 0.0, 100.0, out=s)
    d = np.stack([mean(s[a:b], w) for (a, b), w in zip(groups, weights)])
    return mean(d, top)


def weights_of(children):
    w = np.array([1.0 + c % 7 for c in children])
    return w / w.sum()


def scoring(areas, missing, file):
    m = 82
    if file != "-":
        x = np.fromfile(file).reshape(m, areas)
    else:
        rng = np.random.default_rng(1)
        x = 10 + 80 * rng.random((m, areas))
        if missing > 0:
            x[rng.random((m, areas)) < missing] = np.nan
    worst = np.array([85.0 if j % 3 == 0 else 15.0 for j in range(m)])
    best_ = np.array([15.0 if j % 3 == 0 else 85.0 for j in range(m)])
    groups = [(m * k // 8, m * (k + 1) // 8) for k in range(8)]
    weights = [weights_of(range(a, b)) for a, b in groups]
    top = weights_of(range(m, m + 8))
    with np.errstate(all="ignore"):
        ns = best(lambda: score(x, worst, best_, groups, weights, top))
        return ns / (m * areas), float(np.nanmean(score(x, worst, best_, groups, weights, top)))


def draws(areas, m, count, missing, way):
    """Dirichlet weights at both levels, composites and ranks of every draw; scores are normalised once."""
    rng = np.random.default_rng(1)
    s = 100 * rng.random((m, areas))
    s[rng.random((m, areas)) < missing] = np.nan
    groups = [(m * k // 8, m * (k + 1) // 8) for k in range(8)]
    weights = [weights_of(range(a, b)) for a, b in groups]
    top = weights_of(range(m, m + 8))

    def each():
        r = np.random.default_rng(2)
        ranks = np.empty((count, areas), dtype=np.int32)
        for k in range(count):
            d = np.stack([mean(s[a:b], r.dirichlet(100 * w)) for (a, b), w in zip(groups, weights)])
            order = np.argsort(-mean(d, r.dirichlet(100 * top)))
            ranks[k, order] = np.arange(1, areas + 1)
        return ranks

    def batch():
        r = np.random.default_rng(2)
        present = (~np.isnan(s)).astype(np.float64)
        filled = np.nan_to_num(s)
        top_w = r.dirichlet(100 * top, size=count)
        total = np.zeros((count, areas))
        share = np.zeros((count, areas))
        for k, ((a, b), w) in enumerate(zip(groups, weights)):
            drawn = r.dirichlet(100 * w, size=count)
            here = present[a:b].sum(axis=0) >= 0.5 * (b - a)
            d = (drawn @ filled[a:b]) / (drawn @ present[a:b])
            total += np.where(here, top_w[:, k:k + 1] * d, 0.0)
            share += np.where(here, top_w[:, k:k + 1], 0.0)
        scores = total / share
        order = np.argsort(-scores, axis=1)
        ranks = np.empty((count, areas), dtype=np.int32)
        np.put_along_axis(ranks, order, np.arange(1, areas + 1, dtype=np.int32)[None, :], axis=1)
        return ranks

    with np.errstate(all="ignore"):
        work = each if way == "each" else batch
        t = time.perf_counter()
        work()
        fastest = time.perf_counter() - t
        for _ in range(2 if fastest < 3 else 0):
            t = time.perf_counter()
            work()
            fastest = min(fastest, time.perf_counter() - t)
        return fastest * 1e9 / (count * areas * m), 0.0


def methods(areas, m, count, way, file):
    """Weights, normalisation and aggregation vary: nine combinations. Each draw as an evaluation is written, each draw with all
    that does not depend on weights prepared once and every mean made arithmetic, or all draws of a combination as matrix products."""
    x = np.fromfile(file).reshape(m, areas)
    groups = [[i for i in range(m) if i % 8 == k] for k in range(8)]
    shapes = [np.full(len(g), ((len(g) - 1) / 0.2**2 - 1) / len(g)) for g in groups]
    top_shape = np.full(8, (7 / 0.2**2 - 1) / 8)
    forth = [lambda s: s, np.log, lambda s: 1 / s]
    back = [lambda s: s, np.exp, lambda s: 1 / s]

    def normalised():
        low, high = np.nanmin(x, axis=1, keepdims=True), np.nanmax(x, axis=1, keepdims=True)
        z = (x - np.nanmean(x, axis=1, keepdims=True)) / np.nanstd(x, axis=1, keepdims=True)
        share = (x - low) / (high - low)
        return [1 + 99 * share, 10 + 90 * share, 50 + 10 * z]

    def transformed():
        scores = normalised()
        whole = [not np.isnan(x[g]).any() for g in groups]
        present = [(~np.isnan(x[g])).astype(np.float64) for g in groups]
        return whole, present, [[np.nan_to_num(f(s[g])) for g in groups] for s in scores for f in forth]

    places = np.arange(1, areas + 1, dtype=np.int32)

    def ranks_of(scores, ranks):
        order = np.argsort(-scores, axis=-1)
        if order.ndim == 1:
            ranks[order] = places
        else:
            np.put_along_axis(ranks, order, places[None, :], axis=1)

    def each():
        r = np.random.default_rng(2)
        combinations = [(s, f, b) for s in normalised() for f, b in zip(forth, back)]
        scores, ranks = np.empty((count, areas)), np.empty((count, areas), dtype=np.int32)
        weights = np.empty((count, m + 8))
        chosen = r.integers(0, len(combinations), count)
        for k in range(count):
            s, f, b = combinations[chosen[k]]
            drawn = [r.dirichlet(shape) for shape in shapes]
            top = r.dirichlet(top_shape)
            d = np.stack([b(mean(f(s[g]), w, 0)) for g, w in zip(groups, drawn)])
            scores[k] = b(mean(f(d), top, 0))
            ranks_of(scores[k], ranks[k])
            weights[k] = np.concatenate(drawn + [top])
        return scores, ranks, weights

    def prepared():
        r = np.random.default_rng(2)
        whole, present, combinations = transformed()
        scores, ranks = np.empty((count, areas)), np.empty((count, areas), dtype=np.int32)
        weights = np.empty((count, m + 8))
        chosen = r.integers(0, len(combinations), count)
        d = np.empty((8, areas))
        for k in range(count):
            s, first = combinations[chosen[k]], 0
            for g in range(8):
                w = r.dirichlet(shapes[g])
                weights[k, first:first + len(w)] = w
                first += len(w)
                d[g] = w @ s[g] if whole[g] else (w @ s[g]) / (w @ present[g])
            weights[k, m:] = r.dirichlet(top_shape)
            scores[k] = back[chosen[k] % 3](weights[k, m:] @ d)
            ranks_of(scores[k], ranks[k])
        return scores, ranks, weights

    def batch():
        r = np.random.default_rng(2)
        whole, present, combinations = transformed()
        weights = np.concatenate([r.dirichlet(s, size=count) for s in shapes + [top_shape]], axis=1)
        scores, ranks = np.empty((count, areas)), np.empty((count, areas), dtype=np.int32)
        chosen = r.integers(0, len(combinations), count)
        for c, s in enumerate(combinations):
            rows = np.flatnonzero(chosen == c)
            w, total, first = weights[rows], np.zeros((len(rows), areas)), 0
            for g in range(8):
                own = w[:, first:first + len(shapes[g])]
                first += len(shapes[g])
                d = own @ s[g]
                if not whole[g]:
                    d /= own @ present[g]
                d *= w[:, m + g:m + g + 1]
                total += d
            scores[rows] = back[c % 3](total)
        ranks_of(scores, ranks)
        return scores, ranks, weights

    with np.errstate(all="ignore"):
        work = {"each": each, "prepared": prepared, "batch": batch}[way]
        ranks = work()[1]
        fastest = best(work, 0) if way != "each" else min(timed(work) for _ in range(2))
        return fastest / (count * areas * m), float(ranks[:, 0].mean())


def columns(areas, m):
    rng = np.random.default_rng(1)
    x = 10 + 80 * rng.random((m, areas))
    x[rng.random((m, areas)) < 0.05] = np.nan
    return x


def moments(areas, m):
    x = columns(areas, m)

    def work():
        return np.nanmin(x, axis=1), np.nanmax(x, axis=1), np.nanmean(x, axis=1), np.nanvar(x, axis=1, ddof=1)

    return best(work) / (areas * m), 0.0


def ranks(areas, m):
    x = columns(areas, m)

    def work():
        for c in x:
            order = np.argsort(-c, kind="stable")
            r = np.empty(areas)
            r[order] = np.arange(1, areas + 1)
            r[np.isnan(c)] = np.nan

    return best(work) / (areas * m), 0.0


def entropy(x):
    low, high = np.nanmin(x, axis=1, keepdims=True), np.nanmax(x, axis=1, keepdims=True)
    z = (x - low) / (high - low)
    p = z / np.nansum(z, axis=1, keepdims=True)
    n = np.sum(~np.isnan(x), axis=1)
    logs = np.log(p, out=np.zeros_like(p), where=p > 0)
    d = 1 + np.nansum(p * logs, axis=1) / np.log(n)
    return d / d.sum()


def correlations(x):
    """Over the rows that two columns share, by four matrix products; numpy's own function where nothing is missing."""
    present = ~np.isnan(x)
    if present.all():
        return np.corrcoef(x)
    m = present.astype(np.float64)
    mean = np.nanmean(x, axis=1, keepdims=True)
    z = np.where(present, x - mean, 0.0)
    n = m @ m.T
    s = z @ m.T
    q = (z * z) @ m.T
    c = z @ z.T - s * s.T / n
    v = q - s * s / n
    return c / np.sqrt(v * v.T)


def critic(x):
    low, high = np.nanmin(x, axis=1, keepdims=True), np.nanmax(x, axis=1, keepdims=True)
    c = np.nanstd(x, axis=1, ddof=1) / (high - low)[:, 0] * (1 - correlations(x)).sum(axis=1)
    return c / c.sum()


def pca(x):
    r = np.corrcoef(x[:, ~np.isnan(x).any(axis=0)])
    values, vectors = np.linalg.eigh(r)
    w = np.abs(vectors[:, values > 1]) @ values[values > 1]
    return w / w.sum()


def weights(name, areas, m, missing):
    rng = np.random.default_rng(1)
    x = 10 + 80 * rng.random((m, areas))
    if missing > 0:
        x[rng.random((m, areas)) < missing] = np.nan
    work = {"entropy": entropy, "critic": critic, "pca": pca}[name]
    with np.errstate(all="ignore"):
        return best(lambda: work(x)) / (areas * m), 0.0


def power_means(areas, m, exponent, file):
    """Power means in two levels; of exponent 0 the geometric mean."""
    x = np.fromfile(file).reshape(m, areas)
    worst = np.array([85.0 if j % 3 == 0 else 15.0 for j in range(m)])
    best_ = np.array([15.0 if j % 3 == 0 else 85.0 for j in range(m)])
    groups = [(m * k // 8, m * (k + 1) // 8) for k in range(8)]
    w = [weights_of(range(a, b)) for a, b in groups]
    top = weights_of(range(m, m + 8))

    def forth(s):
        return np.log(s) if exponent == 0 else s**exponent

    def back(s):
        return np.exp(s) if exponent == 0 else s ** (1 / exponent)

    def pmean(s, w):
        present = ~np.isnan(s)
        out = back((w @ np.where(present, forth(s), 0.0)) / (w @ present.astype(np.float64)))
        out[present.sum(axis=0) / len(w) < 0.5] = np.nan
        return out

    def work():
        s = 1 + (x - worst[:, None]) / (best_ - worst)[:, None] * 99.0
        np.clip(s, 1.0, 100.0, out=s)
        return pmean(np.stack([pmean(s[a:b], v) for (a, b), v in zip(groups, w)]), top)

    with np.errstate(all="ignore"):
        return best(work) / (m * areas), float(np.nanmean(work()))


for line in sys.stdin:
    verb, *args = line.split()
    if verb == "scoring":
        ns, check = scoring(int(args[0]), float(args[1]), args[2])
        print(ns, check, flush=True)
    elif verb == "draws":
        ns, check = draws(int(args[0]), int(args[1]), int(args[2]), float(args[3]), args[4])
        print(ns, check, flush=True)
    elif verb == "methods":
        ns, check = methods(int(args[0]), int(args[1]), int(args[2]), args[3], args[4])
        print(ns, check, flush=True)
    elif verb == "moments":
        ns, check = moments(int(args[0]), int(args[1]))
        print(ns, check, flush=True)
    elif verb == "ranks":
        ns, check = ranks(int(args[0]), int(args[1]))
        print(ns, check, flush=True)
    elif verb in ("entropy", "critic", "pca"):
        ns, check = weights(verb, int(args[0]), int(args[1]), float(args[2]))
        print(ns, check, flush=True)
    elif verb == "means":
        ns, check = power_means(int(args[0]), int(args[1]), float(args[2]), args[3])
        print(ns, check, flush=True)
    elif verb == "version":
        print(np.__version__, 0, flush=True)
