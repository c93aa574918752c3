namespace UrbanHealth.Indicators;

/// <summary>What varies in a variation, as inputs of an analysis: the choices with more than one alternative, then the weights, then the errors of the figures.</summary>
internal sealed class VariedInputs
{
    /// <exception cref="ArgumentException">Nothing varies.</exception>
    public VariedInputs(VariationRun run, PlanVariation variation)
    {
        Choices = [.. Enumerable.Range(0, variation.Choices.Count).Where(c => variation.Choices[c].Alternatives.Count > 1)];
        (Weights, Errors) = (run.VariesWeights, variation.Error is not null);
        Names = [.. Choices.Select(c => variation.Choices[c].Name), .. Weights ? ["weights"] : Array.Empty<string>(), .. Errors ? ["measurement error"] : Array.Empty<string>()];
        if (Names.Length == 0) throw new ArgumentException("Nothing varies.", nameof(variation));
    }

    /// <summary>The places of the choices among those of the variation; they are the first inputs.</summary>
    public int[] Choices { get; }

    public bool Weights { get; }

    public bool Errors { get; }

    public string[] Names { get; }
}
