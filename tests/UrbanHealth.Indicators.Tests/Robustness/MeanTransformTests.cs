using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Robustness;

/// <summary>The space in which a tree of one mean is a tree of arithmetic means, and the trees that have none.</summary>
public class MeanTransformTests
{
    private static readonly double[] Scores = [.. Enumerable.Range(1, 37).Select(i => (double)i)];

    [Fact]
    public void The_logarithm_of_a_geometric_the_inverse_of_a_harmonic_and_the_power_of_a_power_mean()
    {
        (Aggregation Mean, Func<double, double> Forth)[] cases = [(Aggregation.Arithmetic(), x => x), (Aggregation.Geometric(), Math.Log), (Aggregation.PowerMean(0), Math.Log), (Aggregation.Harmonic(), x => 1 / x), (Aggregation.PowerMean(-1), x => 1 / x), (Aggregation.PowerMean(0.5), Math.Sqrt), (Aggregation.PowerMean(-2), x => 1 / (x * x)), (Aggregation.PowerMean(1), x => x)];
        foreach ((Aggregation mean, Func<double, double> forth) in cases)
        {
            MeanTransform transform = MeanTransform.Of([mean, mean], [[Scores, [.. Scores.Select(_ => double.NaN)]]], out double[][][]? transformed)!;
            Assert.NotNull(transform);
            for (int i = 0; i < Scores.Length; i++) Near.Relative(forth(Scores[i]), transformed![0][0][i], 1e-15);
            Assert.All(transformed![0][1], x => Assert.True(double.IsNaN(x)));
            double[] back = [.. transformed[0][0]];
            transform.Back(back);
            for (int i = 0; i < Scores.Length; i++) Near.Relative(Scores[i], back[i], 1e-14);
        }
        Assert.NotNull(MeanTransform.Of([Aggregation.Harmonic(), Aggregation.PowerMean(-1)], [[Scores]], out _));
        Assert.NotNull(MeanTransform.Of([Aggregation.Arithmetic()], [[[-5, 0, 3]]], out _));
    }

    [Fact]
    public void Different_means_have_none_nor_those_near_the_geometric()
    {
        Aggregation[][] none = [[Aggregation.Geometric(), Aggregation.Harmonic()], [Aggregation.Minimum()], [Aggregation.PowerMean(0.04)], [Aggregation.PowerMean(-0.049)], [Aggregation.Arithmetic(), Aggregation.Geometric()]];
        foreach (Aggregation[] means in none)
        {
            Assert.Null(MeanTransform.Of(means, [[Scores]], out double[][][]? transformed));
            Assert.Null(transformed);
        }
        Assert.NotNull(MeanTransform.Of([Aggregation.PowerMean(0.05)], [[Scores]], out _));
    }

    [Fact]
    public void A_score_that_a_rule_is_about_or_a_power_beyond_the_numbers_has_none()
    {
        foreach (double score in (double[])[0, -1])
            foreach (Aggregation mean in (Aggregation[])[Aggregation.Geometric(), Aggregation.Harmonic(), Aggregation.PowerMean(2)])
                Assert.Null(MeanTransform.Of([mean], [[[5, score, 7]]], out _));
        Assert.Null(MeanTransform.Of([Aggregation.PowerMean(2)], [[[1e200]]], out _));
        Assert.Null(MeanTransform.Of([Aggregation.PowerMean(-3)], [[[1e110]]], out _));
        Assert.NotNull(MeanTransform.Of([Aggregation.Geometric()], [[[1e-310, 1]]], out _)); // the logarithm of 1 is 0, which is a number like others
        GeometricAggregation raised = new() { Zeros = NonPositiveRule.RaiseToFloor, Floor = 5 };
        Assert.NotNull(MeanTransform.Of([raised], [[[5, 6]]], out _));
        Assert.Null(MeanTransform.Of([raised], [[[4, 6]]], out _));
        Assert.Null(MeanTransform.Of([new GeometricAggregation { Negatives = NonPositiveRule.RaiseToFloor, Floor = 5 }], [[[4, 6]]], out _));
        Assert.Null(MeanTransform.Of([raised, raised with { Floor = 1 }], [[[4, 6]]], out _));
        Assert.NotNull(MeanTransform.Of([raised with { Zeros = NonPositiveRule.Limit }], [[[4, 6]]], out _));
    }
}
