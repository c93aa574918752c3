using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A result of many draws as it is written.</summary>
internal sealed record RankUncertaintyDocument
{
    [JsonPropertyOrder(-1)]
    public string Format { get; init; } = "rankUncertainty/1";

    public required string Framework { get; init; }
    public required long Seed { get; init; }
    public required int RequestedDraws { get; init; }
    public required int Draws { get; init; }
    public required QuantileDefinition Quantiles { get; init; }
    public required UndefinedScoreRule Undefined { get; init; }
    public required IReadOnlyList<string> Varied { get; init; }
    public required IReadOnlyList<FailedDraws> FailedDraws { get; init; }
    public required IReadOnlyList<AreaDocument> Areas { get; init; }

    public static RankUncertaintyDocument Of(RankUncertainty result) => new()
    {
        Framework = result.Unvaried.Framework.Code,
        Seed = result.Seed,
        RequestedDraws = result.RequestedDraws,
        Draws = result.Draws,
        Quantiles = result.Quantiles,
        Undefined = result.Variation.Undefined,
        Varied = [.. result.Variation.ToString().Split('\n')],
        FailedDraws = result.FailedDraws,
        Areas = [.. result.Years.SelectMany(y => result.Areas.Select(a => AreaDocument.Of(result[a.Code, y])))],
    };

    internal sealed record AreaDocument
    {
        public required string Area { get; init; }
        public required int Year { get; init; }
        public required double Score { get; init; }
        public required double? Rank { get; init; }
        public required double MeanRank { get; init; }
        public required UncertaintyInterval? RankInterval { get; init; }
        public required UncertaintyInterval? ScoreInterval { get; init; }
        public required double First { get; init; }
        public required IReadOnlyDictionary<string, double> Acceptability { get; init; }
        public required IReadOnlyDictionary<string, double>? CentralWeights { get; init; }

        public static AreaDocument Of(AreaUncertainty a) => new()
        {
            Area = a.Area.Code,
            Year = a.Year,
            Score = a.Score,
            Rank = a.Rank,
            MeanRank = a.MeanRank,
            RankInterval = a.RankInterval,
            ScoreInterval = a.ScoreInterval,
            First = a.First,
            Acceptability = a.Ranks().Where(r => !double.IsNaN(r)).Distinct().Order().ToDictionary(r => r.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture), a.Acceptability),
            CentralWeights = a.CentralWeights,
        };
    }
}

/// <summary>The JSON of results of many draws, generated at build time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DictionaryKeyPolicy = JsonKnownNamingPolicy.Unspecified,
    UseStringEnumConverter = true,
    WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(RankUncertaintyDocument))]
internal sealed partial class RankUncertaintyJson : JsonSerializerContext
{
    /// <summary>Chinese is written as it is, not as escapes.</summary>
    public static RankUncertaintyJson Readable => Holder.Context;

    private static class Holder
    {
        public static readonly RankUncertaintyJson Context = new(new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }
}
