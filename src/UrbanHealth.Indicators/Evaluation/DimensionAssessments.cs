using System.Collections;

namespace UrbanHealth.Indicators;

/// <summary>The dimensions of an area in a year, in the framework's order without its root, found by code or by name (各维度评价).</summary>
public sealed class DimensionAssessments : IReadOnlyList<DimensionAssessment>
{
    private readonly DimensionAssessment[] items;

    internal DimensionAssessments(DimensionAssessment[] items) => this.items = items;

    /// <inheritdoc/>
    public int Count => items.Length;

    /// <inheritdoc/>
    public DimensionAssessment this[int index] => items[index];

    /// <summary>The dimension of a code, or else of a name.</summary>
    /// <exception cref="KeyNotFoundException">No dimension has the code, and none or more than one has the name.</exception>
    public DimensionAssessment this[string codeOrName]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(codeOrName);
            DimensionAssessment[] found = Array.FindAll(items, d => d.Dimension.Code == codeOrName);
            if (found.Length == 0) found = Array.FindAll(items, d => d.Dimension.Name == codeOrName);
            return found.Length switch
            {
                1 => found[0],
                0 => throw new KeyNotFoundException($"No dimension has the code or name {codeOrName}."),
                _ => throw new KeyNotFoundException($"More than one dimension is called {codeOrName}: use a code."),
            };
        }
    }

    /// <inheritdoc/>
    public IEnumerator<DimensionAssessment> GetEnumerator() => ((IEnumerable<DimensionAssessment>)items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A line a dimension.</summary>
    public override string ToString() => string.Join('\n', items.AsEnumerable());
}
