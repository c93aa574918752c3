namespace UrbanHealth.Indicators.Tests.Trends;

public class TrendWordsSpecification
{
    [Fact]
    public void Every_label_status_phase_and_kind_has_words_of_its_own_in_both_languages()
    {
        foreach (Language language in Enum.GetValues<Language>())
        {
            Unique(Enum.GetValues<ChangeLabel>().Select(v => v.In(language)));
            Unique(Enum.GetValues<Comparability>().Select(v => v.In(language)));
            Unique(Enum.GetValues<TrendPhase>().Select(v => v.In(language)));
            Unique(Enum.GetValues<TargetStatus>().Select(v => v.In(language)));
        }

        static void Unique(IEnumerable<string> words)
        {
            string[] all = [.. words];
            Assert.DoesNotContain("", all);
            Assert.Equal(all.Length, all.Distinct().Count());
        }
    }

    [Fact]
    public void The_condition_is_spoken_of_and_not_the_number() =>
        Assert.Equal(["上升", "持平", "下降"], new[] { ChangeLabel.Improved, ChangeLabel.Unchanged, ChangeLabel.Worsened }.Select(l => l.In(Language.Chinese)));

    [Fact]
    public void A_value_out_of_range_has_no_words()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ((ChangeLabel)9).In(Language.Chinese));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((Comparability)99).In(Language.Chinese));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((TrendPhase)99).In(Language.Chinese));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((TargetStatus)99).In(Language.Chinese));
    }
}
