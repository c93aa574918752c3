using UrbanHealth.Indicators.Tests.Aggregating;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Diagnosing;

/// <summary>Coupling coordination and obstacle degrees of the technology achievement index.</summary>
public class DiagnosisReproduction : IReferenceChecks
{
    IEnumerable<ReferenceCheck> IReferenceChecks.Checks()
    {
        yield return new("tai/calc_obstacle_degree_rowscaled.csv", "obstacle degree", 1e-10, () =>
        {
            Matrix expected = Tai.Scores("calc_obstacle_degree_rowscaled.csv");
            return Rows("calc_minmax.csv").Select((x, i) => Enumerable.Range(0, 8).Max(j => Near.Deviation(expected[i, j], ObstacleDegree.Of(x, Tai.Equal, best: 1).Degrees[j]))).Max();
        });
        yield return new("tai/calc_other_aggregations.csv", "coupling coordination", 1e-10, CouplingDeviation) { Note = "four dimensions of two indicators; the source lifts a dimension at zero to 1e-10" };
    }

    internal static double CouplingDeviation()
    {
        CouplingCoordination[] c = [.. Rows("calc_minmax.csv").Select(x => CouplingCoordination.Of([.. Enumerable.Range(0, 4).Select(k => Math.Max(1e-10, (x[2 * k] + x[2 * k + 1]) / 2))]))];
        return new[]
        {
            Tai.Deviation(Tai.Column("calc_other_aggregations.csv", "coupling_C"), [.. c.Select(x => x.Coupling)]),
            Tai.Deviation(Tai.Column("calc_other_aggregations.csv", "coord_T"), [.. c.Select(x => x.Development)]),
            Tai.Deviation(Tai.Column("calc_other_aggregations.csv", "coupling_coord_D"), [.. c.Select(x => x.Coordination)]),
        }.Max();
    }

    private static double[][] Rows(string file)
    {
        Matrix m = Tai.Scores(file);
        return [.. Enumerable.Range(0, m.Rows).Select(i =>
        {
            var row = new double[m.Columns];
            m.CopyRow(i, row);
            return row;
        })];
    }
}
