using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.StatisticsRoom;

/// <summary>The reference files of the room, each by its method.</summary>
public class StatisticsReference : IReferenceChecks
{
    private const string Folder = "coinr_asem/";

    private static IReadOnlyDictionary<string, string> Parents => AsemColumns.Meta("Parent");

    IEnumerable<ReferenceCheck> IReferenceChecks.Checks() => Correlations().Concat(Summaries()).Concat(Components()).Concat(Handbook());

    IEnumerable<(string File, string Reason)> IReferenceChecks.NotCovered() =>
    [
        ("nist/AtmWtAgt.dat", "analysis of variance: not a method of the library"),
        ("nist/SiRstvt.dat", "analysis of variance: not a method of the library"),
        ("nist/SmLs01t.dat", "analysis of variance: not a method of the library"),
        ("nist/SmLs04t.dat", "analysis of variance: not a method of the library"),
        ("nist/SmLs07t.dat", "analysis of variance: not a method of the library"),
        (Folder + "A_dset_Raw.csv", "an input"),
        (Folder + "A_lineage.csv", "names of the framework only, no numbers"),
        ("tai/hb_table35_raw5_4dec.csv", "an input"),
    ];

    private static IEnumerable<ReferenceCheck> Correlations()
    {
        yield return Square("A_corr_pearson_normalised.csv", "A_dset_Normalised.csv", "Pearson", m => Correlation.Among(m));
        yield return Square("A_corr_spearman_normalised.csv", "A_dset_Normalised.csv", "Spearman", m => Correlation.Among(m, CorrelationMethod.Spearman));
        yield return Square("A_corr_pvals_normalised.csv", "A_dset_Normalised.csv", "p-values of Pearson", m => Correlation.PValuesAmong(m));
        yield return Square("A_corr_pearson_denominated_pairwise.csv", "A_dset_Denominated.csv", "Pearson, pairwise", m => Correlation.Among(m));
        yield return Square("A_corr_kendall_denominated_pairwise.csv", "A_dset_Denominated.csv", "Kendall tau-b, pairwise", m => Correlation.Among(m, CorrelationMethod.KendallB));
        yield return Between("A_corr_ind_vs_parent.csv");
        yield return Between("A_corr_ind_vs_index.csv");
        yield return Between("A_corr_pillar_vs_index.csv");
        yield return Flags("A_corr_flags_high075.csv", "redundant pairs within a dimension", m => Redundancy.Redundant(m, 0.75));
        yield return Flags("A_corr_flags_low-02.csv", "conflicting pairs within a dimension", m => Redundancy.Conflicting(m, -0.2));
        yield return new(Folder + "A_denom_corr_070.csv", "suggested denominators", 1e-10, () =>
        {
            string[] denominators = ["Area", "Energy", "GDP", "Population"], indicators = [.. AsemColumns.Indicators];
            Dictionary<(string, string), double> found = Denominator.Suggest(Columns(Reference.Csv(Folder + "asem_iData.csv"), indicators), Columns(Reference.Csv(Folder + "asem_iData.csv"), denominators), 0.7)
                .ToDictionary(p => (indicators[p.First], denominators[p.Second]), p => p.Coefficient);
            return Pairs(Reference.Csv(Folder + "A_denom_corr_070.csv"), "Ind", "Denom", found);
        });
        yield return new(Folder + "A_dset_Denominated.csv", "division by a denominator", 1e-10, () =>
        {
            ReferenceTable raw = Reference.Csv(Folder + "A_dset_Raw.csv"), input = Reference.Csv(Folder + "asem_iData.csv");
            string[] areas = raw.Text("uCode"), rows = input.Text("uCode");
            IReadOnlyDictionary<string, string> by = AsemColumns.Meta("Denominator");
            return AsemColumns.Deviation("A_dset_Denominated.csv", code =>
            {
                if (by[code] is "" or "NA") return raw.Numbers(code);
                double[] denominator = input.Numbers(by[code]);
                return Denominator.Divide(raw.Numbers(code), [.. areas.Select(a => denominator[Array.IndexOf(rows, a)])]);
            });
        });
    }

    private static IEnumerable<ReferenceCheck> Summaries()
    {
        yield return new(Folder + "A_cronbach_alpha.csv", "Cronbach's alpha by covariances, pairwise", 1e-10, () =>
        {
            ReferenceTable e = Reference.Csv(Folder + "A_cronbach_alpha.csv");
            return e.Rows.Max(r =>
            {
                ReferenceTable data = Reference.Csv(Folder + "A_dset_" + r[e.IndexOf("dset")] + ".csv");
                string[] items = Below(r[e.IndexOf("iCodes")], int.Parse(r[e.IndexOf("Level")]));
                return Near.Deviation(Reference.Number(r[e.IndexOf("alpha")]), CronbachAlpha.Of(Columns(data, items)).Alpha);
            });
        });
        yield return Screening("A_data_avail_summary.csv", "A_dset_Raw.csv", "coverage by area", false);
        yield return Screening("A_screen_summary.csv", "A_dset_Imputed.csv", "coverage by area, screened at 0.9", true);
        yield return new(Folder + "D_na_counts.csv", "coverage by indicator", 1e-10, () =>
        {
            ReferenceTable e = Reference.Csv(Folder + "D_na_counts.csv");
            return Deviation(e.Numbers("nNA"), Coverage.OfColumns(Columns(Reference.Csv(Folder + "A_dset_Denominated.csv"), e.Text("iCode"))).Select(c => (double)c.Missing));
        });
        yield return new(Folder + "A_dset_Screened.csv", "coverage by area, screened at 0.9", 1e-10, () =>
        {
            ReferenceTable imputed = Reference.Csv(Folder + "A_dset_Imputed.csv");
            bool[] kept = [.. Coverage.OfRows(Columns(imputed, [.. AsemColumns.Indicators])).Select(c => c.IsEnough(0.9))];
            return AsemColumns.Deviation("A_dset_Screened.csv", code => [.. imputed.Numbers(code).Where((_, i) => kept[i])]);
        });
        yield return new(Folder + "A_data_avail_bygroup.csv", "coverage by area and dimension", 1e-10, () =>
        {
            ReferenceTable e = Reference.Csv(Folder + "A_data_avail_bygroup.csv"), raw = Reference.Csv(Folder + "A_dset_Raw.csv");
            return e.Header.Skip(1).Max(node =>
                Deviation(e.Numbers(node), Coverage.OfRows(Columns(raw, Below(node, 1))).Select(c => c.PresentShare)));
        });
        foreach (string stage in new[] { "raw", "denominated", "treated", "aggregated" })
        {
            string file = $"A_stats_{stage}.csv";
            yield return new(Folder + file, "descriptive statistics", 1e-10, () =>
            {
                ReferenceTable e = Reference.Csv(Folder + file), data = Reference.Csv(Folder + "A_dset_" + char.ToUpperInvariant(stage[0]) + stage[1..] + ".csv");
                double N(string[] row, string column) => Reference.Number(row[e.IndexOf(column)]);
                return e.Rows.Max(r =>
                {
                    DescriptiveStatistics s = DescriptiveStatistics.Of(data.Numbers(r[e.IndexOf("iCode")]));
                    (string, double)[] pairs =
                    [
                        ("Min", s.Minimum), ("Max", s.Maximum), ("Mean", s.Mean), ("Median", s.Median), ("Std", s.StandardDeviation), ("Skew", s.Skewness), ("Kurt", s.Kurtosis),
                        ("N.Avail", s.Count), ("N.NonZero", s.Count - s.Coverage.Zeros), ("N.Unique", s.Distinct), ("N.Same", s.MostFrequent),
                        ("Frc.Avail", s.Coverage.PresentShare), ("Frc.NonZero", s.Coverage.NonZeroShare), ("Frc.Unique", (double)s.Distinct / s.Count), ("Frc.Same", (double)s.MostFrequent / s.Count),
                    ];
                    return pairs.Max(p => Near.Deviation(N(r, p.Item1), p.Item2));
                });
            })
            { Note = "the words of its flags follow from these numbers and are not compared" };
        }
        yield return new(Folder + "F_vector_moments.csv", "skewness and kurtosis of type 2, sample deviation", 1e-10, () =>
        {
            double[] x = [0, 1, 2, 3, 5, 8, 13, 21, 500, 1000], e = Reference.Csv(Folder + "F_vector_moments.csv").Numbers("value");
            return Deviation(e[..3], [Descriptive.Skewness(x), Descriptive.Kurtosis(x), Descriptive.StandardDeviation(x)]);
        })
        { Note = "its nwin is compared with the treatments" };
    }

    private static IEnumerable<ReferenceCheck> Components()
    {
        (string Name, Func<IEnumerable<(string Group, string[] Items)>> Groups)[] runs =
        [
            ("A_pca_level1_all49", () => [("All", [.. AsemColumns.Indicators])]),
            ("A_pca_level1_bypillar", () => AsemColumns.Indicators.GroupBy(i => Parents[i]).Select(g => (g.Key, g.ToArray()))),
            ("A_pca_level2_bysubindex", () => new[] { "Conn", "Sust" }.Select(s => (s, Below(s, 2)))),
        ];
        foreach ((string name, Func<IEnumerable<(string Group, string[] Items)>> groups) in runs)
        {
            yield return new(Folder + name + "_eigen.csv", "principal components of correlations: eigenvalues and shares", 1e-10, () =>
            {
                ReferenceTable e = Reference.Csv(Folder + name + "_eigen.csv");
                return groups().Max(g =>
                {
                    PrincipalComponents pca = PrincipalComponents.Of(Columns(Reference.Csv(Folder + "A_dset_Aggregated.csv"), g.Items));
                    var rows = e.Rows.Where(r => r[0] == g.Group).ToArray();
                    double[] Of(string column) => [.. rows.Select(r => Reference.Number(r[e.IndexOf(column)]))];
                    return Math.Max(Deviation(Of("Eigenvalue"), pca.Eigenvalues), Math.Max(Deviation(Of("PropVar"), pca.Explained), Deviation(Of("CumVar"), pca.Cumulative)));
                });
            });
            yield return new(Folder + name + "_loadings.csv", "principal components of correlations: eigenvectors", 1e-10, () =>
            {
                ReferenceTable e = Reference.Csv(Folder + name + "_loadings.csv");
                return groups().Max(g =>
                {
                    PrincipalComponents pca = PrincipalComponents.Of(Columns(Reference.Csv(Folder + "A_dset_Aggregated.csv"), g.Items));
                    return Enumerable.Range(0, Math.Min(3, g.Items.Length)).Max(k => UpToSign(
                        [.. g.Items.Select(i => Reference.Number(e.Rows.Single(r => r[0] == g.Group && r[1] == i)[e.IndexOf($"PC{k + 1}")]))], pca.Vectors.Column(k).ToArray()));
                });
            })
            { Note = "up to the sign of each vector" };
        }
        yield return new(Folder + "A_pca_weightset_level1.csv", "the first principal component of each dimension", 1e-10, () =>
        {
            ReferenceTable e = Reference.Csv(Folder + "A_pca_weightset_level1.csv");
            return AsemColumns.Indicators.GroupBy(i => Parents[i]).Max(g => UpToSign(
                [.. g.Select(i => Reference.Number(e.Rows.Single(r => r[0] == i)[2]))],
                PrincipalComponents.Of(Columns(Reference.Csv(Folder + "A_dset_Aggregated.csv"), [.. g])).Vectors.Column(0).ToArray()));
        })
        { Note = "up to sign; as COINr takes them, which are no weights: they may be negative and do not sum to 1" };
    }

    private static IEnumerable<ReferenceCheck> Handbook()
    {
        static string[] Names() => Reference.Csv("tai/calc_minmax.csv").Header[1..];
        static Matrix Raw() => Columns(Reference.Csv("tai/tai23_raw.csv"), Names());
        yield return new("tai/calc_correlation.csv", "Pearson", 1e-10, () => SquareDeviation(Reference.Csv("tai/calc_correlation.csv"), Names(), Correlation.Among(Raw())));
        yield return new("tai/hb_table06_correlation.csv", "Pearson", 0.02, () =>
        {
            ReferenceTable e = Reference.Csv("tai/hb_table06_correlation.csv");
            Matrix r = Correlation.Among(Raw());
            string[] names = Names();
            return e.Rows.Max(row => Math.Abs(Reference.Number(row[2]) - r[Array.IndexOf(names, row[0]), Array.IndexOf(names, row[1])]));
        })
        { Note = "printed to 2 decimals, from data less rounded than those printed" };
        yield return new("tai/calc_cronbach.csv", "Cronbach's alpha, standardised; if deleted; item-rest correlations", 1e-10, () =>
        {
            ReferenceTable e = Reference.Csv("tai/calc_cronbach.csv");
            CronbachAlpha a = CronbachAlpha.Of(Raw(), AlphaForm.Standardised);
            return Math.Max(Deviation(e.Numbers("AlphaStd"), [a.Alpha, .. a.AlphaIfDeleted]), Deviation(e.Numbers("ItemRest")[1..], a.ItemRest));
        });
        yield return new("tai/hb_table11_cronbach.csv", "Cronbach's alpha if deleted, standardised; item-rest correlations", 0.006, () =>
        {
            ReferenceTable e = Reference.Csv("tai/hb_table11_cronbach.csv");
            CronbachAlpha a = CronbachAlpha.Of(Raw(), AlphaForm.Standardised);
            return Math.Max(Deviation(e.Numbers("Alpha"), a.AlphaIfDeleted), Deviation(e.Numbers("CorrWithTotal"), a.ItemRest));
        })
        { Note = "printed to 3 decimals, from data less rounded than those printed" };
        yield return new("tai/calc_eigen.csv", "principal components of correlations: eigenvalues", 1e-10, () =>
        {
            ReferenceTable e = Reference.Csv("tai/calc_eigen.csv");
            PrincipalComponents pca = PrincipalComponents.Of(Raw());
            return Math.Max(Deviation(e.Numbers("Eigenvalue"), pca.Eigenvalues), Math.Max(Deviation(e.Numbers("Pct"), pca.Explained.Select(x => 100 * x)), Deviation(e.Numbers("Cum"), pca.Cumulative.Select(x => 100 * x))));
        });
        yield return new("tai/hb_table07_eigenvalues.csv", "principal components of correlations: eigenvalues", 1.2, () =>
        {
            ReferenceTable e = Reference.Csv("tai/hb_table07_eigenvalues.csv");
            PrincipalComponents pca = PrincipalComponents.Of(Raw());
            double Tenths(string column, IEnumerable<double> actual) => e.Numbers(column).Zip(actual, (x, y) => Math.Abs(x - y) / 0.1).Max();
            return Math.Max(Tenths("Eigenvalue", pca.Eigenvalues), Math.Max(Tenths("VariancePct", pca.Explained.Select(x => 100 * x)), Tenths("CumPct", pca.Cumulative.Select(x => 100 * x))));
        })
        { Note = "printed; the deviation is in units of the last printed digit, some of which are cut rather than rounded" };
        yield return new("tai/calc_loadings_unrotated.csv", "principal components of correlations: loadings", 1e-10, () =>
        {
            ReferenceTable e = Reference.Csv("tai/calc_loadings_unrotated.csv");
            PrincipalComponents pca = PrincipalComponents.Of(Raw());
            return Enumerable.Range(0, 8).Max(k => UpToSign(e.Numbers($"PC{k + 1}"), pca.Loadings.Column(k).ToArray()));
        })
        { Note = "up to the sign of each column" };
        yield return new("tai/hb_table08_component_loadings.csv", "principal components of correlations: loadings", 0.025, () =>
        {
            ReferenceTable e = Reference.Csv("tai/hb_table08_component_loadings.csv");
            PrincipalComponents pca = PrincipalComponents.Of(Raw());
            return Enumerable.Range(0, 8).Max(k => UpToSign(e.Numbers($"PC{k + 1}"), pca.Loadings.Column(k).ToArray()));
        })
        { Note = "printed to 2 decimals, from data less rounded than those printed; up to the sign of each column" };
        yield return new("tai/calc_varimax_FAweights.csv", "varimax with Kaiser's normalisation of four components", 1e-3, () =>
        {
            ReferenceTable e = Reference.Csv("tai/calc_varimax_FAweights.csv");
            Matrix rotated = Rotated(Raw());
            return Enumerable.Range(0, 4).Max(k => UpToSign(e.Numbers($"PC{k + 1}"), rotated.Column(k).ToArray()));
        })
        { Note = "up to the sign of each column; the file's rotation stopped when the criterion rose by less than 1e-5 of itself, ours turns until nothing moves and reaches the higher criterion. Its weights belong to the weighting" };
        yield return new("tai/calc_varimax_expl.csv", "varimax with Kaiser's normalisation: explained variance", 1e-3, () =>
        {
            double[] squares = [.. Enumerable.Range(0, 4).Select(k => Rotated(Raw()).Column(k).ToArray().Sum(x => x * x))];
            ReferenceTable e = Reference.Csv("tai/calc_varimax_expl.csv");
            return Math.Max(Deviation(e.Numbers("ExplVar"), squares), Deviation(e.Numbers("ExplTot"), squares.Select(s => s / squares.Sum())));
        })
        { Note = "as for tai/calc_varimax_FAweights.csv" };
        yield return new("tai/hb_table09_varimax_loadings.csv", "varimax with Kaiser's normalisation of four components", 0.025, () =>
        {
            ReferenceTable e = Reference.Csv("tai/hb_table09_varimax_loadings.csv");
            Matrix rotated = Rotated(Raw());
            return Enumerable.Range(0, 4).Max(k => UpToSign(e.Numbers($"F{k + 1}")[..8], rotated.Column(k).ToArray()));
        })
        { Note = "printed to 2 decimals, from data less rounded than those printed; up to sign" };
        yield return new("tai/hb_table17_squared_loadings_scaled.csv", "varimax: squared loadings over the explained variance", 0.015, () =>
        {
            ReferenceTable e = Reference.Csv("tai/hb_table17_squared_loadings_scaled.csv");
            Matrix rotated = Rotated(Raw());
            return Enumerable.Range(0, 4).Max(k =>
            {
                double[] squares = Array.ConvertAll(rotated.Column(k).ToArray(), x => x * x);
                return Deviation(e.Numbers($"F{k + 1}")[..8], squares.Select(s => s / squares.Sum()));
            });
        })
        { Note = "printed to 2 decimals, from data less rounded than those printed" };

        static Matrix Rotated(Matrix raw) => Varimax.Rotate(Matrix.FromColumns([.. Enumerable.Range(0, 4).Select(k => PrincipalComponents.Of(raw).Loadings.Column(k).ToArray())]));
    }

    private static ReferenceCheck Square(string file, string data, string method, Func<Matrix, Matrix> compute) => new(Folder + file, method, 1e-10, () =>
    {
        string[] codes = [.. AsemColumns.Indicators];
        return SquareDeviation(Reference.Csv(Folder + file), codes, compute(Columns(Reference.Csv(Folder + data), codes)));
    });

    private static double SquareDeviation(ReferenceTable expected, string[] codes, Matrix actual) =>
        codes.Max(row => codes.Max(column => Near.Deviation(
            Reference.Number(expected.Rows.Single(r => r[0] == row)[expected.IndexOf(column)]), actual[Array.IndexOf(codes, row), Array.IndexOf(codes, column)])));

    private static ReferenceCheck Between(string file) => new(Folder + file, "Pearson", 1e-10, () =>
    {
        ReferenceTable e = Reference.Csv(Folder + file), data = Reference.Csv(Folder + "A_dset_Aggregated.csv");
        return e.Rows.Max(r => Near.Deviation(Reference.Number(r[2]), Correlation.Of(data.Numbers(r[0]), data.Numbers(r[1]))));
    });

    private static ReferenceCheck Flags(string file, string method, Func<Matrix, IReadOnlyList<CorrelatedPair>> compute) => new(Folder + file, method, 1e-10, () =>
    {
        ReferenceTable data = Reference.Csv(Folder + "A_dset_Normalised.csv");
        var found = new Dictionary<(string, string), double>();
        foreach (IGrouping<string, string> pillar in AsemColumns.Indicators.GroupBy(i => Parents[i]))
        {
            string[] items = [.. pillar];
            foreach (CorrelatedPair p in compute(Columns(data, items))) found.Add((items[p.First], items[p.Second]), p.Coefficient);
        }
        return Pairs(Reference.Csv(Folder + file), "Ind1", "Ind2", found);
    });

    private static double Pairs(ReferenceTable expected, string first, string second, Dictionary<(string, string), double> found)
    {
        if (found.Count != expected.Rows.Count) return double.PositiveInfinity;
        return expected.Rows.Max(r =>
        {
            (string a, string b) = (r[expected.IndexOf(first)], r[expected.IndexOf(second)]);
            return found.TryGetValue((a, b), out double c) || found.TryGetValue((b, a), out c) ? Near.Deviation(Reference.Number(r[expected.IndexOf("Corr")]), c) : double.PositiveInfinity;
        });
    }

    private static ReferenceCheck Screening(string file, string data, string method, bool screened) => new(Folder + file, method, 1e-10, () =>
    {
        ReferenceTable e = Reference.Csv(Folder + file), input = Reference.Csv(Folder + data);
        Assert.Equal(input.Text("uCode"), e.Text("uCode"));
        IReadOnlyList<Coverage> rows = Coverage.OfRows(Columns(input, [.. AsemColumns.Indicators]));
        double worst = new[]
        {
            Deviation(e.Numbers("N_missing"), rows.Select(c => (double)c.Missing)), Deviation(e.Numbers("N_zero"), rows.Select(c => (double)c.Zeros)),
            Deviation(e.Numbers("N_miss_or_zero"), rows.Select(c => (double)c.Missing + c.Zeros)), Deviation(e.Numbers("Dat_Avail"), rows.Select(c => c.PresentShare)),
            Deviation(e.Numbers("Non_Zero"), rows.Select(c => c.NonZeroShare)),
        }.Max();
        return screened && !e.Text("LowData").SequenceEqual(rows.Select(c => c.IsEnough(0.9) ? "FALSE" : "TRUE")) ? double.PositiveInfinity : worst;
    });

    /// <summary>The items of a level (1 the indicators) under a node.</summary>
    private static string[] Below(string node, int level)
    {
        IReadOnlyDictionary<string, string> levels = AsemColumns.Meta("Level");
        IEnumerable<string> Under(string n) => Parents.Where(p => p.Value == n).SelectMany(p => Under(p.Key).Prepend(p.Key));
        return [.. Under(node).Where(c => levels[c] == level.ToString())];
    }

    private static Matrix Columns(ReferenceTable table, string[] codes) => Matrix.FromColumns([.. codes.Select(table.Numbers)]);

    private static double Deviation(IEnumerable<double> expected, IEnumerable<double> actual) => expected.Count() == actual.Count() ? expected.Zip(actual, Near.Deviation).Max() : double.PositiveInfinity;

    private static double UpToSign(double[] expected, double[] actual) => Math.Min(Deviation(expected, actual), Deviation(expected, actual.Select(x => -x)));
}
