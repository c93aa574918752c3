namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>Reference files that hold no result: what other files start from.</summary>
internal sealed class ReferenceInputs : IReferenceChecks
{
    public IEnumerable<ReferenceCheck> Checks() => [];

    public IEnumerable<(string File, string Reason)> NotCovered() => new[]
    {
        ("bolivia_sdg/inferred_goalposts.json", "input of the goal scores"),
        ("bolivia_sdg/regionNames.csv", "names only"),
        ("bolivia_sdg/sdgVariables.csv", "input of the goal scores"),
        ("china_entropy_panel/panel.csv", "input of the weights and scores"),
        ("coinr_asem/A_optweights_balance_L2_corr.csv", "its shares are met at its own weights to 1e-5; the weights themselves are a search that stopped short of the optimum"),
        ("coinr_asem/E_panel_input.csv", "input of the E_panel files"),
        ("coinr_asem/G_SA_ishigami_design_y.csv", "input of the indices"),
    };
}
