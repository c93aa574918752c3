namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>The ASEM sustainable connectivity index (51 countries, 49 indicators, four levels) as a framework and panels.</summary>
internal static class Asem
{
    private static readonly Lazy<IndicatorFramework> Tree = new(Build);

    public static IndicatorFramework Framework => Tree.Value;

    /// <summary>One stage of the reference pipeline as a panel of one year.</summary>
    public static Panel Panel(string file) => Panel(Reference.Csv("coinr_asem/" + file));

    public static Panel Panel(ReferenceTable table)
    {
        Area[] areas = [.. table.Text("uCode").Select(c => (Area)c)];
        return new Panel(Framework, areas, [2018], [[.. Framework.Indicators.Select(i => (ReadOnlyMemory<double>)table.Numbers(i.Code))]]);
    }

    private static IndicatorFramework Build()
    {
        ReferenceTable meta = Reference.Csv("coinr_asem/asem_iMeta.csv");
        var rows = meta.Rows.Where(r => r[meta.IndexOf("Type")] is "Indicator" or "Aggregate").ToList();
        string Cell(string[] row, string column) => row[meta.IndexOf(column)];

        Dimension Node(string[] row) => new()
        {
            Code = Cell(row, "iCode"),
            Name = Cell(row, "iName"),
            Weight = Reference.Number(Cell(row, "Weight")),
            Dimensions = [.. rows.Where(r => Cell(r, "Parent") == Cell(row, "iCode") && Cell(r, "Type") == "Aggregate").Select(Node)],
            Indicators = [.. rows.Where(r => Cell(r, "Parent") == Cell(row, "iCode") && Cell(r, "Type") == "Indicator").Select(Leaf)],
        };
        Indicator Leaf(string[] row) => new()
        {
            Code = Cell(row, "iCode"),
            Name = Cell(row, "iName"),
            Weight = Reference.Number(Cell(row, "Weight")),
            Direction = Cell(row, "Direction") == "-1" ? Direction.LowerIsBetter : Direction.HigherIsBetter,
        };
        return new IndicatorFramework(Node(rows.Single(r => Cell(r, "Type") == "Aggregate" && Cell(r, "Parent") is "" or "NA")) with { Weight = null });
    }
}
