using UrbanHealth.Indicators.Numerics;

namespace UrbanHealth.Indicators;

/// <summary>Strata and clusters in the form the variance needs: dense codes, and counts of the sample and the population.</summary>
internal sealed class SampleStages
{
    private readonly int[]? stratumOfRow;      // null: one stratum
    private readonly int[]? clusterOfRow;      // null: each row a cluster
    private readonly int[] unitsInStratum;
    private readonly double[] populationOfStratum; // infinite: with replacement
    private readonly int[]? stratumOfCluster;
    private readonly int[]? secondOfRow;       // second-stage unit of a row, unique over clusters
    private readonly int[]? clusterOfSecond;
    private readonly int[]? secondInCluster;   // sampled second-stage units of a cluster
    private readonly double[]? populationOfCluster;
    private readonly string[] names;

    private SampleStages(int rows, SampleColumns columns)
    {
        Rows = rows;
        names = columns.Strata is { } s ? [.. s.Levels] : [""];
        stratumOfRow = Dense(columns.Strata, ref names);
        Strata = names.Length;
        if (columns.Clusters is { } clusters)
        {
            string[] _ = [.. clusters.Levels];
            clusterOfRow = Dense(clusters, ref _);
            stratumOfCluster = new int[_.Length];
            for (int i = 0; i < rows; i++) stratumOfCluster[clusterOfRow![i]] = stratumOfRow?[i] ?? 0;
        }
        PrimaryUnits = stratumOfCluster?.Length ?? rows;
        unitsInStratum = new int[Strata];
        for (int c = 0; c < PrimaryUnits; c++) unitsInStratum[stratumOfCluster is null ? stratumOfRow?[c] ?? 0 : stratumOfCluster[c]]++;
        populationOfStratum = new double[Strata];
        Array.Fill(populationOfStratum, double.PositiveInfinity);
        for (int i = 0; columns.PopulationUnits is { } units && i < rows; i++) populationOfStratum[stratumOfRow?[i] ?? 0] = units[i];
        if (columns.SecondStageUnits is not { } second) return;

        populationOfCluster = new double[PrimaryUnits];
        for (int i = 0; i < rows; i++) populationOfCluster[clusterOfRow![i]] = second[i];
        if (columns.SecondStage is { } inner)
        {
            string[] _ = [];
            CategoricalColumn crossed = columns.Clusters!.Cross(inner); // a household's number counts within its community
            _ = [.. crossed.Levels];
            secondOfRow = Dense(crossed, ref _);
            clusterOfSecond = new int[_.Length];
            for (int i = 0; i < rows; i++) clusterOfSecond[secondOfRow![i]] = clusterOfRow![i];
        }
        secondInCluster = new int[PrimaryUnits];
        foreach (int c in clusterOfSecond ?? clusterOfRow!) secondInCluster[c]++;
    }

    public int Rows { get; }

    public int Strata { get; }

    public int PrimaryUnits { get; }

    public bool RowsAreUnits => clusterOfRow is null;

    public static SampleStages Of(int rows, SampleColumns columns) => new(rows, columns);

    public int UnitsOf(int stratum) => unitsInStratum[stratum];

    public double PopulationOf(int stratum) => populationOfStratum[stratum];

    public int StratumOfRow(int row) => stratumOfRow?[row] ?? 0;

    public int UnitOfRow(int row) => clusterOfRow?[row] ?? row;

    public int StratumOfUnit(int unit) => stratumOfCluster is null ? stratumOfRow?[unit] ?? 0 : stratumOfCluster[unit];

    /// <summary>Primary units less strata among those with a respondent in the domain.</summary>
    public int DegreesOfFreedom(ReadOnlySpan<double> values, ReadOnlySpan<int> codes, int level)
    {
        var stratumSeen = new bool[Strata];
        bool[]? unitSeen = clusterOfRow is null ? null : new bool[PrimaryUnits];
        int units = 0, strata = 0;
        for (int i = 0; i < Rows; i++)
        {
            if (double.IsNaN(values[i]) || (codes.Length > 0 && codes[i] != level)) continue;
            if (unitSeen is null) units++;
            else if (!unitSeen[clusterOfRow![i]]) { unitSeen[clusterOfRow[i]] = true; units++; }
            ref bool seen = ref stratumSeen[StratumOfRow(i)];
            if (!seen) { seen = true; strata++; }
        }
        return units - strata;
    }

    /// <summary>The variance of the total of the rows' scores: that between primary units, and that within them where the second stage has population sizes.</summary>
    public double Variance(ReadOnlySpan<double> scores, LonelyStratum lonely)
    {
        double[]? totals = null;
        if (clusterOfRow is not null)
        {
            totals = new double[PrimaryUnits];
            for (int i = 0; i < scores.Length; i++) totals[clusterOfRow[i]] += scores[i];
        }
        ReadOnlySpan<double> units = totals is null ? scores : totals;
        double variance = Between(units, totals is null ? stratumOfRow : stratumOfCluster, unitsInStratum, populationOfStratum, lonely, names, out _);
        return populationOfCluster is null ? variance : variance + Within(scores, lonely);
    }

    private double Within(ReadOnlySpan<double> scores, LonelyStratum lonely)
    {
        double[]? totals = null;
        if (secondOfRow is not null)
        {
            totals = new double[clusterOfSecond!.Length];
            for (int i = 0; i < scores.Length; i++) totals[secondOfRow[i]] += scores[i];
        }
        double[] within = new double[PrimaryUnits];
        Between(totals is null ? scores : totals, totals is null ? clusterOfRow : clusterOfSecond, secondInCluster!, populationOfCluster!, lonely, null, out double[] parts);
        for (int c = 0; c < within.Length; c++)
        {
            int h = stratumOfCluster![c];
            within[c] = parts[c] * (double.IsInfinity(populationOfStratum[h]) ? 0 : unitsInStratum[h] / populationOfStratum[h]);
        }
        return Sums.Of(within);
    }

    /// <summary>Σ over groups of (1 − n/N)·n/(n − 1)·Σ(u − ū)².</summary>
    private static double Between(ReadOnlySpan<double> units, int[]? groupOfUnit, int[] counts, double[] populations, LonelyStratum lonely, string[]? names, out double[] parts)
    {
        int groups = counts.Length;
        parts = new double[groups];
        var means = new double[groups];
        if (groupOfUnit is null)
        {
            means[0] = Sums.Of(units) / counts[0];
            parts[0] = CompensatedSquares(units, counts[0] == 1 && lonely == LonelyStratum.Adjust ? 0 : means[0]);
        }
        else
        {
            double[] lost = new double[groups];
            for (int i = 0; i < units.Length; i++) Sums.Add(ref means[groupOfUnit[i]], ref lost[groupOfUnit[i]], units[i]);
            for (int g = 0; g < groups; g++) means[g] = (means[g] + lost[g]) / counts[g];
            Array.Clear(lost);
            for (int i = 0; i < units.Length; i++)
            {
                int g = groupOfUnit[i];
                double centre = counts[g] == 1 && lonely == LonelyStratum.Adjust ? 0 : means[g], deviation = units[i] - centre;
                Sums.Add(ref parts[g], ref lost[g], deviation * deviation);
            }
            for (int g = 0; g < groups; g++) parts[g] += lost[g];
        }

        int alone = 0;
        double sum = 0, rest = 0;
        for (int g = 0; g < groups; g++)
        {
            double fraction = double.IsInfinity(populations[g]) ? 1 : (populations[g] - counts[g]) / populations[g];
            if (fraction < 1e-7) { parts[g] = 0; continue; } // the whole stratum was taken
            if (counts[g] > 1) parts[g] *= fraction * counts[g] / (counts[g] - 1.0);
            else
            {
                if (lonely == LonelyStratum.Fail)
                    throw new InvalidOperationException($"{(names is null ? "A cluster has a single second-stage unit" : $"The stratum '{names[g]}' has a single primary unit")}; choose a rule of LonelyStratum other than Fail, or merge it.");
                if (lonely == LonelyStratum.Average) { alone++; parts[g] = 0; continue; }
                parts[g] *= fraction;
            }
            Sums.Add(ref sum, ref rest, parts[g]);
        }
        double total = sum + rest;
        if (alone == 0) return total;
        double average = alone == groups ? double.NaN : total / (groups - alone);
        for (int g = 0; g < groups; g++) if (counts[g] == 1 && (double.IsInfinity(populations[g]) || populations[g] - 1 >= 1e-7 * populations[g])) parts[g] = average;
        return total + alone * average;
    }

    private static double CompensatedSquares(ReadOnlySpan<double> units, double mean)
    {
        double sum = 0, lost = 0;
        foreach (double u in units) Sums.Add(ref sum, ref lost, (u - mean) * (u - mean));
        return sum + lost;
    }

    /// <summary>Codes without the levels that do not occur, so that every stratum and cluster has a unit.</summary>
    private static int[]? Dense(CategoricalColumn? column, ref string[] names)
    {
        if (column is null) return null;
        var place = new int[column.Levels.Count];
        foreach (int code in column.Codes) place[code] = 1;
        var kept = new List<string>();
        for (int k = 0; k < place.Length; k++)
        {
            if (place[k] == 0) continue;
            place[k] = kept.Count;
            kept.Add(column.Levels[k]);
        }
        names = [.. kept];
        if (kept.Count == column.Levels.Count) return column.SharedCodes;
        var codes = new int[column.Count];
        for (int i = 0; i < codes.Length; i++) codes[i] = place[column.Codes[i]];
        return codes;
    }
}
