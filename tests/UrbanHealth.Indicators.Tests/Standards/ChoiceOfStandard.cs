namespace UrbanHealth.Indicators.Tests.Standards;

/// <summary>Of several standards the most specific one that applies holds: class before no class, then the later first year, then the first written.</summary>
public class ChoiceOfStandard
{
    private static readonly Standard
        Everyone = Standard.AtLeast(1),
        Everyone2024 = Standard.AtLeast(2) with { FromYear = 2024 },
        Prefecture = Standard.AtLeast(3) with { AreaClass = "地级市" },
        Prefecture2024 = Standard.AtLeast(4) with { AreaClass = "地级市", FromYear = 2024 },
        Large = Standard.AtLeast(5) with { AreaClass = "大城市" };

    private static readonly Standard[] All = [Everyone, Everyone2024, Prefecture, Prefecture2024, Large];

    [Fact]
    public void One_for_the_class_wins_over_one_for_every_class_even_if_that_is_later() =>
        Assert.Same(Prefecture, Standard.Choose([Everyone, Everyone2024, Prefecture], "地级市", 2025));

    [Theory]
    [InlineData(2023, 3)]
    [InlineData(2024, 4)]
    [InlineData(2030, 4)]
    public void The_later_first_year_wins_from_that_year_on(int year, double bound) => Assert.Equal(bound, Standard.Choose(All, "地级市", year)!.Value);

    [Theory]
    [InlineData(null, 2023, 1)]
    [InlineData("县级市", 2024, 2)]
    public void A_class_without_its_own_takes_the_one_for_every_class(string? areaClass, int year, double bound) => Assert.Equal(bound, Standard.Choose(All, areaClass, year)!.Value);

    [Fact]
    public void None_holds_where_none_applies()
    {
        Assert.Null(Standard.Choose([Prefecture, Large], null, 2025));
        Assert.Null(Standard.Choose([Prefecture], "县级市", 2025));
        Assert.Null(Standard.Choose([Everyone2024], null, 2023));
        Assert.Null(Standard.Choose([], "地级市", 2025));
    }

    [Theory]
    [InlineData("地级市、大城市")]
    [InlineData("大城市; 地级市")]
    [InlineData("大城市，地级市")]
    public void An_area_of_several_classes_takes_what_holds_for_any_of_them_and_the_first_written_of_two(string classes)
    {
        Assert.Equal(5, Standard.Choose([Everyone, Large], classes, 2025)!.Value);
        Assert.Equal(3, Standard.Choose([Prefecture, Large], classes, 2025)!.Value);
        Assert.Equal(5, Standard.Choose([Large, Prefecture], classes, 2025)!.Value);
    }

    [Fact]
    public void Bands_are_chosen_alike()
    {
        Bands every = Bands.AtLeast(9, 8, 7), prefecture = Bands.AtLeast(6, 5, 4) with { AreaClass = "地级市" }, later = every with { FromYear = 2024 };
        Assert.Same(prefecture, Bands.Choose([every, later, prefecture], "地级市", 2025));
        Assert.Same(later, Bands.Choose([every, later, prefecture], null, 2025));
        Assert.Same(every, Bands.Choose([every, later, prefecture], "县级市", 2023));
        Assert.Null(Bands.Choose([prefecture], null, 2025));
    }
}
