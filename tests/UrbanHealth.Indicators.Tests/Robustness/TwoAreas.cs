using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Robustness;

/// <summary>Two areas and two indicators whose scores are their figures: x1 has (80, 40) and x2 (50, 60), so x1 is first where 30w &gt; 20(1 − w), that is w &gt; 0.4.</summary>
internal static class TwoAreas
{
    public static IndicatorFramework Framework { get; } = new(new Dimension
    {
        Code = "all",
        Name = "综合",
        Indicators =
        [
            new Indicator { Code = "a", Name = "安全", Unit = "分", PossibleMinimum = 0, PossibleMaximum = 100 },
            new Indicator { Code = "b", Name = "便利", Unit = "分", PossibleMinimum = 0 },
        ],
    });

    public static Normalization AsIs { get; } = new GoalpostNormalization { Worst = 0, Best = 100, Capped = false };

    public static EvaluationPlan Plan { get; } = new(Framework) { Normalization = AsIs };

    public static Panel Panel { get; } = Of([80, 50], [40, 60]);

    public static Panel Of(double[] a, double[] b) => Small.Panel(Framework, 2023, a, b);
}
