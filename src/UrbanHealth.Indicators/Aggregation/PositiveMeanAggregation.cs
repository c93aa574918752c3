using System.Globalization;
using System.Numerics;
using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>A mean for positive scores (正值平均) that says what becomes of a zero and of a negative one.</summary>
/// <remarks>A score without weight does not count and may be anything.</remarks>
public abstract record PositiveMeanAggregation : RowAggregation
{
    private readonly NonPositiveRule negatives = NonPositiveRule.Throw;
    private readonly double floor = 1e-6;

    private protected PositiveMeanAggregation() { }

    /// <summary>What is done with a score of zero; <see cref="NonPositiveRule.Limit"/> by default. For a power mean of positive exponent a zero is an ordinary score under that default.</summary>
    public NonPositiveRule Zeros { get; init; } = NonPositiveRule.Limit;

    /// <summary>What is done with a negative score; <see cref="NonPositiveRule.Throw"/> by default. Raising it to the floor raises a zero too.</summary>
    /// <exception cref="ArgumentException">The limit, which a negative score does not have.</exception>
    public NonPositiveRule Negatives
    {
        get => negatives;
        init => negatives = value != NonPositiveRule.Limit ? value : throw new ArgumentException("A negative score has no limit: throw, leave undefined or raise to the floor.", nameof(Negatives));
    }

    /// <summary>The floor that scores are raised to under <see cref="NonPositiveRule.RaiseToFloor"/>; 0.000001 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive number.</exception>
    public double Floor
    {
        get => floor;
        init => floor = value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(nameof(Floor), value, "The floor is a positive number.");
    }

    /// <summary>Whether a zero under <see cref="NonPositiveRule.Limit"/> makes the whole mean zero.</summary>
    private protected virtual bool ZeroDominates => true;

    /// <summary>The mean of the prepared scores, none negative, and none zero where zero dominates.</summary>
    private protected abstract double MeanOfPositive(ReadOnlySpan<double> scores, in RowScores row);

    /// <summary>Sets each score's share of the mean, as a fraction; they sum to 1.</summary>
    private protected abstract void Fractions(ReadOnlySpan<double> scores, in RowScores row, Span<double> fractions);

    /// <summary>Over a tile by a kernel for positive scores; areas with a score that a rule is about go by themselves.</summary>
    private protected TileAggregation OverTile(PositiveMeans kernel) => (scores, weights, composites) =>
    {
        double all = 0;
        bool isPlain = true;
        foreach (double w in weights)
        {
            isPlain &= w >= 0 && double.IsFinite(w);
            all += w;
        }
        if (!isPlain)
        {
            composites.Fill(double.NaN);
            return;
        }
        Span<ulong> odd = composites.Length <= 4096 ? stackalloc ulong[(composites.Length + 63) / 64] : new ulong[(composites.Length + 63) / 64];
        double limit = Zeros == NonPositiveRule.RaiseToFloor || Negatives == NonPositiveRule.RaiseToFloor ? Floor : 0;
        kernel(scores, weights, RowScores.ScaleOf(all), limit, composites, odd);
        Span<double> row = scores.Count <= 256 ? stackalloc double[scores.Count] : new double[scores.Count];
        for (int word = 0; word < odd.Length; word++)
            for (ulong bits = odd[word]; bits != 0; bits &= bits - 1)
            {
                int i = 64 * word + BitOperations.TrailingZeroCount(bits);
                composites[i] = InTile(scores, weights, i, row);
            }
    };

    private protected sealed override double Mean(in RowScores row)
    {
        Span<double> x = row.Scores.Length <= 64 ? stackalloc double[row.Scores.Length] : new double[row.Scores.Length];
        double? settled = Prepare(row, x);
        return settled ?? MeanOfPositive(x, row);
    }

    private protected sealed override void Share(in RowScores row, double composite, Span<double> shares)
    {
        if (composite == 0) return;
        Span<double> x = row.Scores.Length <= 64 ? stackalloc double[row.Scores.Length] : new double[row.Scores.Length];
        Prepare(row, x);
        Fractions(x, row, shares);
        for (int i = 0; i < shares.Length; i++) shares[i] *= composite;
    }

    /// <summary>The scores as they count, or the composite where a rule settles it.</summary>
    private double? Prepare(in RowScores row, Span<double> x)
    {
        bool zero = false, undefined = false, positive = false;
        for (int i = 0; i < x.Length; i++)
        {
            double score = row.Scores[i];
            x[i] = score;
            if (row.Weights[i] == 0) continue;
            if (score < 0 && Negatives == NonPositiveRule.Throw || score == 0 && Zeros == NonPositiveRule.Throw)
                return row.IsTolerant ? double.NaN : throw Undefined(row.Scores, string.Create(CultureInfo.InvariantCulture, $"A mean of positive scores is not defined for {score}."));
            // a raised negative score must not end up above a zero
            NonPositiveRule rule = score < 0 || Negatives == NonPositiveRule.RaiseToFloor ? Negatives : Zeros;
            if (rule == NonPositiveRule.RaiseToFloor) x[i] = Math.Max(score, Floor);
            else if (score <= 0 && rule == NonPositiveRule.Undefined) undefined = true;
            zero |= x[i] == 0;
            positive |= x[i] > 0;
        }
        return undefined ? double.NaN : zero && (ZeroDominates || !positive) ? 0 : null;
    }
}
