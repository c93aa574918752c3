using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace UrbanHealth.Indicators;

/// <summary>Registers frameworks, plans and models with a host's container (依赖注入).</summary>
public static class UrbanHealthServiceCollectionExtensions
{
    /// <summary>Registers what <paramref name="configure"/> adds; singletons <see cref="Named{T}"/> of frameworks, plans and models.</summary>
    /// <remarks>May be called several times; a name registered twice fails when the container first builds the registry.</remarks>
    public static IServiceCollection AddUrbanHealthIndicators(this IServiceCollection services, Action<UrbanHealthOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new UrbanHealthOptions();
        configure(options);
        return services.AddUrbanHealthIndicators(options);
    }

    /// <summary>Registers what <paramref name="options"/> hold.</summary>
    public static IServiceCollection AddUrbanHealthIndicators(this IServiceCollection services, UrbanHealthOptions options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        services.AddSingleton(options);
        services.TryAddSingleton(p => new Named<IndicatorFramework>(p.GetServices<UrbanHealthOptions>().SelectMany(o => o.Frameworks)));
        services.TryAddSingleton(p => new Named<EvaluationPlan>(p.GetServices<UrbanHealthOptions>().SelectMany(o => o.Plans)));
        services.TryAddSingleton(p => new Named<EvaluationModel>(p.GetServices<UrbanHealthOptions>().SelectMany(o => o.Models)));
        return services;
    }
}
