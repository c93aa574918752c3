using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators.Tests.Surveys;

/// <summary>4,000 generated residents in 5 strata and 400 clusters whose satisfaction depends on age, sex, cluster and chance; nobody's data.</summary>
internal sealed class GeneratedPopulation
{
    public GeneratedPopulation()
    {
        Y = new double[Size];
        X = new double[Size];
        Rare = new double[Size];
        Age = new int[Size];
        Sex = new int[Size];
        var random = new Philox(20251124);
        for (int i = 0; i < Size; i++)
        {
            double cluster = random.Normal(-1 - i / 10, 0);
            Age[i] = random.Uniform(i, 0) < 0.3 ? 0 : random.Uniform(i, 1) < 0.6 ? 1 : 2;
            Sex[i] = random.Uniform(i, 2) < 0.5 ? 0 : 1;
            X[i] = 50 + 10 * random.Normal(i, 3);
            Y[i] = 55 + 8 * Age[i] + 6 * Sex[i] + 3 * (i / 800) + 4 * cluster + 0.5 * (X[i] - 50) + 12 * random.Normal(i, 4);
            Rare[i] = random.Uniform(i, 5) < 0.08 + 0.04 * Sex[i] ? 1 : 0;
        }
        double[] sorted = [.. Y.Order()];
        MedianOfY = sorted[Size / 2 - 1];
        VarianceOfY = Y.Sum(y => (y - Y.Average()) * (y - Y.Average())) / (Size - 1);
        AgeMargin = PopulationMargin.Of("age", [.. new[] { "young", "middle", "old" }.Select((l, k) => (l, (double)Age.Count(a => a == k)))]);
        SexMargin = PopulationMargin.Of("sex", [.. new[] { "f", "m" }.Select((l, k) => (l, (double)Sex.Count(s => s == k)))]);
    }

    public int Size => 4000;

    public double[] Y { get; }

    public double[] X { get; }

    public double[] Rare { get; }

    public int[] Age { get; }

    public int[] Sex { get; }

    public double MedianOfY { get; }

    public double VarianceOfY { get; }

    public PopulationMargin AgeMargin { get; }

    public PopulationMargin SexMargin { get; }

    public double MeanOf(double[] column) => column.Average();

    public double MeanWhere(Func<int, bool> condition) => Enumerable.Range(0, Size).Where(condition).Average(i => Y[i]);

    public double[] Of(double[] column, int[] rows) => Array.ConvertAll(rows, i => column[i]);

    public CategoricalColumn Of(int[] column, string[] levels, int[] rows) => CategoricalColumn.FromCodes(Array.ConvertAll(rows, i => column[i]), levels);

    /// <summary>Who answers online: women and the young far more often, nobody by more than that.</summary>
    public int[] Online(Drawing random) => [.. Enumerable.Range(0, Size).Where(i => random.Uniform() < 0.16 * (Sex[i] == 0 ? 1 : 0.4) * (Age[i] == 0 ? 1 : Age[i] == 1 ? 0.6 : 0.25))];
}
