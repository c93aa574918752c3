using System.Text.Json;
using System.Text.Json.Serialization;

namespace UrbanHealth.Indicators;

/// <summary>A rule that takes the weight out of outliers (异常值处理): fitted once on a baseline, applied to any later figures unchanged.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(WinsorizeTreatment), "winsorize")]
[JsonDerivedType(typeof(LogTreatment), "log")]
[JsonDerivedType(typeof(BoxCoxTreatment), "boxCox")]
[JsonDerivedType(typeof(FenceTreatment), "fence")]
[JsonDerivedType(typeof(StepwiseTreatment), "stepwise")]
public abstract record Treatment
{
    private protected Treatment() { }

    /// <summary>Learns what the treatment needs.</summary>
    /// <param name="values">Raw figures, one an area; NaN is left out.</param>
    /// <exception cref="ArgumentException">The figures leave the treatment undefined.</exception>
    public abstract FittedTreatment Fit(ReadOnlySpan<double> values);

    /// <summary>The treatment as JSON; <see cref="FromJson"/> reads it back.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, NormalizationJson.Default.Treatment);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">The text is no treatment.</exception>
    public static Treatment FromJson(string json) =>
        NormalizationDefaults.All.Read(json, NormalizationJson.Default.Treatment) ?? throw new JsonException("The text is null, not a treatment.");

    /// <summary>Winsorising (缩尾处理) until skewness and kurtosis pass, at most so many points; null for no limit.</summary>
    public static Treatment Winsorize(int? atMost = 5) => new WinsorizeTreatment { AtMost = atMost };

    /// <summary>A logarithm (对数处理) of the given kind.</summary>
    public static Treatment Log(LogVariant variant = LogVariant.ShiftedByRange) => new LogTreatment { Variant = variant };

    /// <summary>Box-Cox (Box-Cox 处理) with a given λ, or the most likely one.</summary>
    public static Treatment BoxCox(double? lambda = null) => new BoxCoxTreatment { Lambda = lambda };

    /// <summary>Capping at fences (边界截断) by quartiles or by the median absolute deviation.</summary>
    public static Treatment Fence(FenceRule rule = FenceRule.Quartiles) => new FenceTreatment { Rule = rule };

    /// <summary>Step after step (逐步处理), each only while the column still fails the test; as COINr does.</summary>
    /// <param name="steps">Such as <c>Winsorize()</c> and then <c>Log()</c>.</param>
    public static Treatment Stepwise(params Treatment[] steps) => new StepwiseTreatment { Steps = steps };
}
