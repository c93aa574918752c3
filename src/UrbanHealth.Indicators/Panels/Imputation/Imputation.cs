using System.Text.Json;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A rule that fills missing figures (插补); every filled cell is marked <see cref="ObservationState.Imputed"/>.</summary>
/// <remarks>
/// Only cells that are missing are filled: what is not applicable or not evaluated stays as it is. Everything is read from the panel
/// as it was, so the order of areas, years and indicators does not matter. What a method cannot fill stays missing.
/// Quantities are never filled, for a rate made of an invented numerator would not show it.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ConstantImputation), "constant")]
[JsonDerivedType(typeof(MeanImputation), "mean")]
[JsonDerivedType(typeof(MedianImputation), "median")]
[JsonDerivedType(typeof(GroupMeanImputation), "groupMean")]
[JsonDerivedType(typeof(GroupMedianImputation), "groupMedian")]
[JsonDerivedType(typeof(CarryForwardImputation), "carryForward")]
[JsonDerivedType(typeof(CarryBackImputation), "carryBack")]
[JsonDerivedType(typeof(LinearInTimeImputation), "linearInTime")]
[JsonDerivedType(typeof(NearestNeighboursImputation), "nearestNeighbours")]
[JsonDerivedType(typeof(RegressionImputation), "regression")]
[JsonDerivedType(typeof(RowMeanImputation), "rowMean")]
[JsonDerivedType(typeof(SequentialImputation), "inOrder")]
[JsonDerivedType(typeof(FrozenImputation), "frozen")]
public abstract partial record Imputation
{
    private protected Imputation() { }

    /// <summary>The codes of the indicators and components that are filled; all when null.</summary>
    public IReadOnlyList<string>? Only { get; init; }

    /// <summary>The same rule with what it learned from a baseline frozen (固定填补值), so that adding an area or a year never moves an old figure.</summary>
    /// <param name="baseline">The panel to learn from.</param>
    /// <param name="years">The years to learn from.</param>
    /// <returns>Itself for a rule that reads the area's own series or constants only, and for one that has no frozen form (<see cref="IsRelative"/>).</returns>
    public virtual Imputation Fit(Panel baseline, YearRange years) => this;

    /// <summary>True when a filled figure depends on the other areas of the panel at hand even after <see cref="Fit"/>: nearest neighbours, regression, row means.</summary>
    [JsonIgnore]
    public virtual bool IsRelative => false;

    /// <summary>The panel with its missing figures filled as far as the method can.</summary>
    /// <exception cref="ArgumentException">A code named by the method is no indicator or component of the panel.</exception>
    public virtual Panel Apply(Panel panel)
    {
        ArgumentNullException.ThrowIfNull(panel);
        var draft = new PanelDraft(panel);
        Fill(panel, ColumnsOf(panel, Only, nameof(Only)), draft);
        return draft.ToPanel();
    }

    /// <summary>The method as JSON; <see cref="FromJson"/> reads it back.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ImputationJson.Default.Imputation);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no imputation.</exception>
    public static Imputation FromJson(string json) =>
        ImputationDefaults.All.Read(json, ImputationJson.Default.Imputation) ?? throw new JsonException("The text is null, not an imputation.");

    /// <summary>Fills the missing cells of some columns.</summary>
    private protected abstract void Fill(Panel panel, int[] columns, PanelDraft draft);

    /// <summary>The places of columns by code; of all indicators and components when no code is given.</summary>
    private protected static int[] ColumnsOf(Panel panel, IReadOnlyList<string>? codes, string argument)
    {
        int last = panel.Codes.Count - panel.Framework.Quantities.Count;
        if (codes is null) return [.. Enumerable.Range(0, last)];
        return [.. codes.Select(code => panel.HasCode(code) && panel.IndexOfCode(code) is int c && c < last ? c : throw new ArgumentException($"The panel has no indicator or component {code}.", argument))];
    }

    /// <summary>Takes over what was filled of a column, where a figure was missing.</summary>
    private protected static void Take(Panel panel, PanelDraft draft, int year, int column, ReadOnlySpan<double> filled)
    {
        for (int a = 0; a < filled.Length; a++)
            if (!double.IsNaN(filled[a]) && panel.StateAt(a, year, column) == ObservationState.Missing) draft.Set(a, year, column, filled[a], ObservationState.Imputed);
    }

    private protected static void CheckLength(int expected, int length, string argument)
    {
        if (length != expected) throw new ArgumentException("One place for each figure is needed.", argument);
    }
}
