using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>How many cells are in which state (各状态的个数).</summary>
/// <param name="Missing">缺失.</param>
/// <param name="Observed">有值.</param>
/// <param name="NotApplicable">不适用.</param>
/// <param name="NotEvaluated">不评价.</param>
/// <param name="CarriedOver">沿用.</param>
/// <param name="Imputed">插补.</param>
/// <param name="RolledUp">汇总.</param>
public readonly record struct StateCounts(int Missing, int Observed, int NotApplicable, int NotEvaluated, int CarriedOver, int Imputed, int RolledUp)
{
    /// <summary>All cells.</summary>
    public int Total => Missing + Observed + NotApplicable + NotEvaluated + CarriedOver + Imputed + RolledUp;

    /// <summary>The share that is not missing, of the cells that apply (覆盖率); NaN when none applies.</summary>
    public double Coverage => Total == NotApplicable ? double.NaN : (Total - NotApplicable - Missing) / (double)(Total - NotApplicable);

    internal StateCounts Plus(ObservationState state) => state switch
    {
        ObservationState.Observed => this with { Observed = Observed + 1 },
        ObservationState.NotApplicable => this with { NotApplicable = NotApplicable + 1 },
        ObservationState.NotEvaluated => this with { NotEvaluated = NotEvaluated + 1 },
        ObservationState.CarriedOver => this with { CarriedOver = CarriedOver + 1 },
        ObservationState.Imputed => this with { Imputed = Imputed + 1 },
        ObservationState.RolledUp => this with { RolledUp = RolledUp + 1 },
        _ => this with { Missing = Missing + 1 },
    };

    /// <summary>What is not 0, in <paramref name="language"/>.</summary>
    public string In(Language language)
    {
        bool zh = language == Language.Chinese;
        (int Count, string Chinese, string English)[] all =
        [
            (Observed, "有值", "observed"), (CarriedOver, "沿用", "carried over"), (RolledUp, "汇总", "rolled up"), (Imputed, "插补", "imputed"),
            (NotEvaluated, "不评价", "not evaluated"), (NotApplicable, "不适用", "not applicable"), (Missing, "缺失", "missing"),
        ];
        return string.Join(zh ? "，" : ", ", all.Where(x => x.Count > 0).Select(x => string.Create(CultureInfo.InvariantCulture, $"{(zh ? x.Chinese : x.English)} {x.Count}")));
    }

    /// <summary>What is not 0, in English.</summary>
    public override string ToString() => In(Language.English);
}
