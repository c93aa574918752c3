namespace UrbanHealth.Indicators;

/// <summary>A weighting that learns nothing from scores.</summary>
internal sealed class PartialGiven(Weighting method) : PartialWeighting
{
    public override bool NeedsRows => false;

    public override void Add(Matrix scores, int[] rowYears)
    {
    }

    public override void Add(PartialWeighting other)
    {
    }

    public override void EndPass()
    {
    }

    public override WeightSet Finish(Siblings siblings) => method.Weigh(siblings);

    public override void Write(List<string> text)
    {
    }

    public override void Read(Queue<string> text)
    {
    }
}
