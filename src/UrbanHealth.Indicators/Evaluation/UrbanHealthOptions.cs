namespace UrbanHealth.Indicators;

/// <summary>What a host registers (注册选项): frameworks, plans and models by name, as objects or as JSON.</summary>
/// <remarks>JSON is parsed when it is added, so that a bad document fails at start-up and not at the first request.</remarks>
public sealed class UrbanHealthOptions
{
    internal Dictionary<string, IndicatorFramework> Frameworks { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, EvaluationPlan> Plans { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, EvaluationModel> Models { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a framework.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public UrbanHealthOptions AddFramework(string name, IndicatorFramework framework) => Add(Frameworks, name, framework);

    /// <summary>Adds a framework from its JSON.</summary>
    /// <exception cref="InvalidDocumentException">The JSON is not valid; the exception has every finding.</exception>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public UrbanHealthOptions AddFramework(string name, string json) => Add(Frameworks, name, IndicatorFramework.Parse(json));

    /// <summary>Adds a plan.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public UrbanHealthOptions AddPlan(string name, EvaluationPlan plan) => Add(Plans, name, plan);

    /// <summary>Adds a plan from its JSON.</summary>
    /// <exception cref="InvalidDocumentException">The JSON is not valid; the exception has every finding.</exception>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public UrbanHealthOptions AddPlan(string name, string json) => Add(Plans, name, EvaluationPlan.Parse(json));

    /// <summary>Adds a model.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public UrbanHealthOptions AddModel(string name, EvaluationModel model) => Add(Models, name, model);

    /// <summary>Adds a model from its JSON.</summary>
    /// <exception cref="InvalidDocumentException">The JSON is not valid; the exception has every finding.</exception>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public UrbanHealthOptions AddModel(string name, string json) => Add(Models, name, EvaluationModel.Parse(json));

    private UrbanHealthOptions Add<T>(Dictionary<string, T> items, string name, T item)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(item);
        if (!items.TryAdd(name, item)) throw new ArgumentException($"The name \"{name}\" is taken.", nameof(name));
        return this;
    }
}
