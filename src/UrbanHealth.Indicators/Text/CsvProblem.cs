namespace UrbanHealth.Indicators.Text;

/// <summary>What is wrong with the form of one record.</summary>
internal enum CsvProblem
{
    None,

    /// <summary>A quote is opened and not closed, or text follows the closing quote.</summary>
    Quote,

    /// <summary>The record is longer than <see cref="CsvReader.LongestRecord"/>.</summary>
    TooLong,
}
