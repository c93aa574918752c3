using System.Diagnostics.CodeAnalysis;

namespace UrbanHealth.Indicators;

/// <summary>What a notebook asks for the formatters of a type.</summary>
[SuppressMessage("Performance", "CA1822", Justification = "a notebook calls it on an instance")]
[SuppressMessage("Performance", "CA1812", Justification = "a notebook makes it")]
internal sealed class NotebookFormatterSource
{
    public IEnumerable<object> CreateTypeFormatters() => [new NotebookFormatter()];
}
