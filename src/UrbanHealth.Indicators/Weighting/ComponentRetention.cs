namespace UrbanHealth.Indicators;

/// <summary>How many principal components are kept (主成分保留).</summary>
public readonly record struct ComponentRetention
{
    /// <summary>The rule; Kaiser's by default.</summary>
    public ComponentRule Rule { get; init; }

    /// <summary>The share or the number the rule needs; 0 for Kaiser's.</summary>
    public double Value { get; init; }

    /// <summary>Eigenvalues above 1.</summary>
    public static ComponentRetention Kaiser => default;

    /// <summary>Each explains at least <paramref name="least"/> of the variance; the handbook's 10 % by default.</summary>
    public static ComponentRetention Share(double least = 0.1) => new() { Rule = ComponentRule.Share, Value = least };

    /// <summary>As few as together explain at least <paramref name="least"/> of the variance; 85 % by default.</summary>
    public static ComponentRetention Cumulative(double least = 0.85) => new() { Rule = ComponentRule.Cumulative, Value = least };

    /// <summary>The first <paramref name="number"/>.</summary>
    public static ComponentRetention Count(int number) => new() { Rule = ComponentRule.Count, Value = number };

    /// <summary>The number kept; at least one.</summary>
    internal int Of(PrincipalComponents components)
    {
        double value = Value;
        int all = components.Eigenvalues.Count;
        int kept = Rule switch
        {
            ComponentRule.Kaiser => components.CountAbove(1),
            ComponentRule.Share => components.Explained.Count(e => e >= value),
            ComponentRule.Cumulative => components.Cumulative.Count(c => c < value - 1e-12) + 1,
            ComponentRule.Count => (int)value,
            _ => throw new InvalidOperationException($"There is no rule {Rule}."),
        };
        if (Rule == ComponentRule.Count && (kept < 1 || kept > all)) throw new ArgumentException(FormattableString.Invariant($"There are {all} components, not {kept}."));
        return Math.Clamp(kept, 1, all);
    }
}
