namespace UrbanHealth.Indicators;

/// <summary>An example of each method of the room that has a default, by which absent properties of its JSON are supplied.</summary>
internal static class NormalizationDefaults
{
    private static readonly Transform Root = new PowerTransform { Exponent = 0.5 };

    public static DocumentDefaults All { get; } = new(
    [
        new AboveBelowMeanNormalization(), new BandNormalization { Points = [] }, new BenchmarkNormalization { Benchmark = Benchmark.Goalposts(0, 1) }, new CategoryNormalization(), new DistanceToAreaNormalization { Area = "" }, new DistanceToTargetNormalization { Target = 0 },
        new FractionOfBestNormalization(), new GoalpostNormalization { Worst = 0, Best = 1 }, new LogisticNormalization(), new MembershipNormalization { Function = new GaussianMembership(0, 1) }, new MinMaxNormalization(), new ProportionNormalization(), new RankNormalization(),
        new ReferenceNormalization(), new RobustZNormalization(), new TransformedNormalization { Transform = Root, Then = new MinMaxNormalization() }, new VectorNormalization(), new ZScoreNormalization(),
        new BoxCoxTransform { Lambda = 1 }, new LogTransform(), new BoxCoxTreatment(), new FenceTreatment(), new LogTreatment(), new StepwiseTreatment { Steps = [new FenceTreatment()] }, new WinsorizeTreatment(), new SkewKurtosisTest(), new FittedCap(),
    ]);
}
