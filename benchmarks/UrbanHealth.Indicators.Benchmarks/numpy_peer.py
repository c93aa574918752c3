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


for line in sys.stdin:
    verb, *args = line.split()
    if verb == "scoring":
        ns, check = scoring(int(args[0]), float(args[1]), args[2])
        print(ns, check, flush=True)
    elif verb == "version":
        print(np.__version__, 0, flush=True)
