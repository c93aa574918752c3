namespace UrbanHealth.Indicators.Tests.Validation;

public class ValidationReportTests
{
    private static readonly ValidationIssue Unknown = new("panel.unknown-indicator", Severity.Error, new Place { Line = 3, Indicator = "E99" }, new("指标体系中没有指标 E99", "the framework has no indicator E99"));
    private static readonly ValidationIssue Carried = new("panel.carried-over", Severity.Warning, new Place { Area = "宜昌市", Year = 2025 }, new("沿用上年", "carried over"));

    [Fact]
    public void Is_valid_while_no_finding_is_an_error()
    {
        Assert.True(ValidationReport.Empty.IsValid);
        Assert.True(new ValidationReport([Carried]).IsValid);
        Assert.False(new ValidationReport([Carried, Unknown]).IsValid);
    }

    [Fact]
    public void Reads_in_Chinese() => Assert.Equal(
        "1 个错误，1 个警告，0 个提示\n错误 panel.unknown-indicator [第3行 E99]：指标体系中没有指标 E99\n警告 panel.carried-over [宜昌市 2025年]：沿用上年",
        new ValidationReport([Unknown, Carried]).ToString(Language.Chinese));

    [Fact]
    public void Reads_in_English() => Assert.Equal(
        "1 error(s), 1 warning(s), 0 notice(s)\nerror panel.unknown-indicator [line 3, E99]: the framework has no indicator E99\nwarning panel.carried-over [宜昌市, 2025]: carried over",
        new ValidationReport([Unknown, Carried]).ToString());
}
