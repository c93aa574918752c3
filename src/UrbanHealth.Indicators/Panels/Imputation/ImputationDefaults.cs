namespace UrbanHealth.Indicators;

/// <summary>An example of each method that has a default, by which absent properties of its JSON are supplied.</summary>
internal static class ImputationDefaults
{
    public static DocumentDefaults All { get; } = new(
    [
        new CarryBackImputation(), new CarryForwardImputation(), new ConstantImputation { Value = 0 }, new FrozenImputation(), new GroupMeanImputation(), new GroupMedianImputation(), new LinearInTimeImputation(), new MeanImputation(), new MedianImputation(),
        new NearestNeighboursImputation(), new RegressionImputation(), new RowMeanImputation(), new SourceTrimmedMeanRule(), new Reconciliation(),
    ]);
}
