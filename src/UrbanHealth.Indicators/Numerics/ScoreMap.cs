using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The way from a raw figure to a score; single figures, columns and the scoring kernel share its arithmetic bit for bit.</summary>
internal readonly unsafe struct ScoreMap
{
    /// <summary>Maps a whole piece of a column; NaN in, NaN out.</summary>
    public delegate void Columns(ReadOnlySpan<double> values, Span<double> scores);

    private readonly double[]? pieces; // value, score, slope a point
    private readonly Columns? function;

    private ScoreMap(ScoreMapKind kind, LinearMap line, double[]? pieces = null, Columns? function = null) =>
        (Kind, Line, this.pieces, this.function) = (kind, line, pieces, function);

    public ScoreMapKind Kind { get; }

    public LinearMap Line { get; }

    /// <summary>True when the map is a matter of a few operations that the kernel does on its way.</summary>
    public bool IsInline => Kind < ScoreMapKind.Logarithmic;

    /// <summary>Raw figures that are scores already.</summary>
    public static ScoreMap Identity => default;

    /// <summary>The straight line by which <paramref name="worst"/> scores <paramref name="low"/> and <paramref name="best"/> scores <paramref name="high"/>, both exactly.</summary>
    public static ScoreMap Linear(double worst, double best, double low, double high, bool clamped = false)
    {
        (double slope, bool pinned) = SlopeThrough(worst, best, low, high);
        var line = new LinearMap { Origin = worst, Slope = slope, Offset = low, Pin = best, PinScore = high, Lowest = Math.Min(low, high), Highest = Math.Max(low, high) };
        return new ScoreMap(ScoreMapKind.Linear | (clamped ? ScoreMapKind.Clamped : 0) | (pinned ? ScoreMapKind.Pinned : 0), line);
    }

    /// <summary>(x − <paramref name="origin"/>)·<paramref name="slope"/> + <paramref name="offset"/>, such as a z-score.</summary>
    public static ScoreMap Affine(double origin, double slope, double offset) =>
        new(ScoreMapKind.Linear, new LinearMap { Origin = origin, Slope = slope, Offset = offset });

    /// <summary>Straight lines through points of strictly rising value, flat beyond the first and the last; every point gets its score exactly.</summary>
    public static ScoreMap Piecewise(ReadOnlySpan<double> values, ReadOnlySpan<double> scores)
    {
        if (values.Length != scores.Length || values.Length == 0) throw new ArgumentException("One score for each value is needed.", nameof(scores));
        var pieces = new double[3 * values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            pieces[3 * i] = values[i];
            pieces[3 * i + 1] = scores[i];
            pieces[3 * i + 2] = i + 1 < values.Length ? (scores[i + 1] - scores[i]) / (values[i + 1] - values[i]) : 0;
        }
        return new ScoreMap(ScoreMapKind.Piecewise, default, pieces);
    }

    /// <summary>Any function of single figures.</summary>
    public static ScoreMap Of(Columns function) => new(ScoreMapKind.Function, default, null, function);

    /// <summary>This map of minus the distance to a range (a target when both ends agree).</summary>
    public ScoreMap OfDistanceTo(double low, double high) =>
        !IsInline ? throw new InvalidOperationException("Only a straight line is folded.") : new(Kind | ScoreMapKind.Folded, Line with { RangeLow = low, RangeHigh = high }, pieces);

    /// <summary>This map of the natural logarithm; goalposts are given as logarithms.</summary>
    public ScoreMap OfLogarithm() => new(Kind | ScoreMapKind.Logarithmic, Line, pieces, function);

    /// <summary>The score of one figure.</summary>
    public double Apply(double value)
    {
        if (IsInline) return Canonical(Line.Map(Lanes64.Of(value), Kind)).Value;
        double score = 0;
        Apply(new ReadOnlySpan<double>(in value), new Span<double>(ref score));
        return score;
    }

    /// <summary>The scores of a column.</summary>
    public void Apply(ReadOnlySpan<double> values, Span<double> scores)
    {
        if (values.Length != scores.Length) throw new ArgumentException("The spans differ in length.", nameof(scores));
        fixed (double* x = values, s = scores)
        {
            switch (Lanes.Widest)
            {
                case 8: Apply<Lanes512>(x, s, values.Length); break;
                case 4: Apply<Lanes256>(x, s, values.Length); break;
                case 2: Apply<Lanes128>(x, s, values.Length); break;
                default: Apply<Lanes64>(x, s, values.Length); break;
            }
        }
    }

    internal void Apply<TLanes>(double* x, double* s, int length) where TLanes : struct, ILanes<TLanes>
    {
        if (function is not null)
        {
            function(new ReadOnlySpan<double>(x, length), new Span<double>(s, length));
            return;
        }
        if ((Kind & ScoreMapKind.Logarithmic) != 0)
        {
            for (int k = 0; k < length; k++) s[k] = ElementaryFunctions.Log(x[k]);
            x = s;
        }
        int i = 0;
        if (pieces is not null)
        {
            for (; i <= length - TLanes.Count; i += TLanes.Count) TLanes.Store(Piece(TLanes.Load(x + i)), s + i);
            for (; i < length; i++) Lanes64.Store(Piece(Lanes64.Load(x + i)), s + i);
            return;
        }
        LinearMap line = Line;
        for (; i <= length - TLanes.Count; i += TLanes.Count) TLanes.Store(Canonical(line.Map(TLanes.Load(x + i), Kind)), s + i);
        for (; i < length; i++) Lanes64.Store(Canonical(line.Map(Lanes64.Load(x + i), Kind)), s + i);
    }

    /// <summary>Which NaN came in does not show in what goes out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Canonical<TLanes>(TLanes score) where TLanes : struct, ILanes<TLanes> =>
        TLanes.Select(TLanes.Equal(score, score), score, TLanes.Of(double.NaN));

    private TLanes Piece<TLanes>(TLanes x) where TLanes : struct, ILanes<TLanes>
    {
        double[] p = pieces!;
        TLanes score = TLanes.Select(TLanes.Equal(x, x), TLanes.Of(p[1]), TLanes.Of(double.NaN));
        for (int k = 0; k < p.Length; k += 3)
        {
            TLanes value = TLanes.Of(p[k]), at = TLanes.Of(p[k + 1]);
            TLanes beyond = TLanes.Add(TLanes.Multiply(TLanes.Subtract(x, value), TLanes.Of(p[k + 2])), at);
            if (k + 3 == p.Length) beyond = at;
            score = TLanes.Select(TLanes.Less(value, x), beyond, TLanes.Select(TLanes.Equal(x, value), at, score));
        }
        return score;
    }

    /// <summary>The slope that takes best exactly to high, moved by a last place where the quotient misses; where none does, the one just short of it and a pin.</summary>
    private static (double Slope, bool Pinned) SlopeThrough(double worst, double best, double low, double high)
    {
        double distance = best - worst, slope = (high - low) / distance;
        if (distance * slope + low == high || !double.IsFinite(slope)) return (slope, false);
        double up = Math.BitIncrement(slope), down = Math.BitDecrement(slope);
        if (distance * up + low == high) return (up, false);
        if (distance * down + low == high) return (down, false);
        // the line must not pass high before best, or the pin would make it fall
        bool rising = high > low;
        for (int k = 0; k < 8 && (rising ? distance * slope + low > high : distance * slope + low < high); k++)
            slope = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(slope) - 1);
        return (slope, true);
    }
}
