namespace UrbanHealth.Indicators;

/// <summary>A combination while its parts learn.</summary>
internal sealed class PartialCombined(CombinedWeighting method, PartialWeighting[] parts) : PartialWeighting
{
    public override bool NeedsRows => Array.Exists(parts, p => p.NeedsRows);

    public override void Add(Matrix scores, int[] rowYears)
    {
        foreach (PartialWeighting part in parts) if (part.NeedsRows) part.Add(scores, rowYears);
    }

    public override void Add(PartialWeighting other)
    {
        for (int k = 0; k < parts.Length; k++)
            if (parts[k].NeedsRows) parts[k].Add(((PartialCombined)other).Parts[k]);
    }

    public override void EndPass()
    {
        foreach (PartialWeighting part in parts) if (part.NeedsRows) part.EndPass();
    }

    public override WeightSet Finish(Siblings siblings) => method.Of([.. parts.Select(p => p.Finish(siblings))], null);

    public override void Write(List<string> text)
    {
        foreach (PartialWeighting part in parts) part.Write(text);
    }

    public override void Read(Queue<string> text)
    {
        foreach (PartialWeighting part in parts) part.Read(text);
    }

    private PartialWeighting[] Parts => parts;
}
