using Microsoft.Extensions.DependencyInjection;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Evaluation;

public class DependencyInjectionTests
{
    private static readonly EvaluationModel Model = new EvaluationPlan(Small.Framework).Fit(Small.Easy);

    [Fact]
    public void Models_plans_and_frameworks_are_found_by_name()
    {
        using ServiceProvider services = new ServiceCollection()
            .AddUrbanHealthIndicators(o => o.AddModel("2023", Model.ToJson()).AddPlan("yearly", Model.Plan))
            .AddUrbanHealthIndicators(o => o.AddFramework("small", Small.Framework.ToJson()))
            .BuildServiceProvider();
        Assert.Equal(60, services.GetRequiredService<Named<EvaluationModel>>()["2023"].Evaluate(Small.Easy)["x4", 2023].Score, 10);
        Assert.Same(Model.Plan, services.GetRequiredService<Named<EvaluationPlan>>()["yearly"]);
        Assert.Equal(Small.Framework, services.GetRequiredService<Named<IndicatorFramework>>()["small"]);
    }

    [Fact]
    public void Registries_are_singletons()
    {
        using ServiceProvider services = new ServiceCollection().AddUrbanHealthIndicators(o => o.AddModel("m", Model)).BuildServiceProvider();
        using IServiceScope one = services.CreateScope(), two = services.CreateScope();
        Assert.Same(one.ServiceProvider.GetRequiredService<Named<EvaluationModel>>(), two.ServiceProvider.GetRequiredService<Named<EvaluationModel>>());
    }

    [Fact]
    public void An_unknown_name_says_what_there_is()
    {
        using ServiceProvider services = new ServiceCollection().AddUrbanHealthIndicators(o => o.AddModel("2023", Model)).BuildServiceProvider();
        Assert.Contains("2023", Assert.Throws<KeyNotFoundException>(() => services.GetRequiredService<Named<EvaluationModel>>()["2024"]).Message);
    }

    [Fact]
    public void A_name_taken_twice_is_refused() => Assert.Throws<ArgumentException>("name", () => new UrbanHealthOptions().AddModel("m", Model).AddModel("m", Model));

    [Fact]
    public void A_bad_document_fails_at_start_up() => Assert.Throws<InvalidDocumentException>(() => new ServiceCollection().AddUrbanHealthIndicators(o => o.AddModel("m", "{}")));
}
