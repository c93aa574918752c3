namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>A small framework that can be computed by hand: dimension A with a and b (less is better), dimension B with c.</summary>
internal static class Small
{
    public static IndicatorFramework Framework { get; } = new(new Dimension
    {
        Code = "all",
        Name = "综合",
        EnglishName = "Composite",
        Dimensions =
        [
            new Dimension
            {
                Code = "A", Name = "甲", EnglishName = "Dimension A", Weight = 0.6,
                Indicators = [new Indicator { Code = "a", Name = "指标a", Weight = 0.75, Unit = "%" }, new Indicator { Code = "b", Name = "指标b", Weight = 0.25, Direction = Direction.LowerIsBetter }],
            },
            new Dimension { Code = "B", Name = "乙", EnglishName = "Dimension B", Weight = 0.4, Indicators = [new Indicator { Code = "c", Name = "指标c" }] },
        ],
    });

    /// <summary>Columns a, b, c of one year; areas are called x1, x2 …</summary>
    public static Panel Panel(double[] a, double[] b, double[] c, int year = 2023) => Panel(Framework, year, a, b, c);

    public static Panel Panel(IndicatorFramework framework, int year, params double[][] columns) =>
        new(framework, [.. Enumerable.Range(1, columns[0].Length).Select(i => (Area)$"x{i}")], [year], [[.. columns.Select(c => (ReadOnlyMemory<double>)c)]]);

    /// <summary>a: 0 … 10, b: 10 … 0, c: 0 … 100, so that min-max scores are easy.</summary>
    public static Panel Easy { get; } = Panel([0, 10, 5, 8], [10, 0, 5, 2], [0, 100, 50, 30]);
}
