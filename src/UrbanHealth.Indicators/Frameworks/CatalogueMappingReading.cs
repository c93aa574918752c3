namespace UrbanHealth.Indicators;

/// <summary>A mapping and everything found while its file was read (读取结果).</summary>
/// <param name="Mapping">The mapping; null when the report has an error.</param>
/// <param name="Report">Every finding, with its path in the file.</param>
public sealed record CatalogueMappingReading(CatalogueMapping? Mapping, ValidationReport Report);
