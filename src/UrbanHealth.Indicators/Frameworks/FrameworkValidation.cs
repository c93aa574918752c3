using System.Globalization;

namespace UrbanHealth.Indicators;

/// <summary>Finds every mistake of a framework at once; places are paths of the framework's file, also when it was made in code.</summary>
internal sealed class FrameworkValidation
{
    /// <summary>Deeper trees are refused: no real one comes near, and a list that contains itself has no end.</summary>
    public const int MaximumLevels = 100;

    /// <summary>How far given weights of siblings may be from 1 before it is said.</summary>
    private const double SumTolerance = 1e-6;

    private readonly List<ValidationIssue> issues = [];
    private readonly Dictionary<string, string> codes = new(StringComparer.Ordinal);
    private readonly HashSet<string> quantities;

    private FrameworkValidation(IReadOnlyList<Quantity> quantities) => this.quantities = quantities.Select(q => q.Code).Where(c => c is not null).ToHashSet(StringComparer.Ordinal);

    public static ValidationReport Check(Dimension root, IReadOnlyList<Quantity> quantities, string version, string path = "$")
    {
        var check = new FrameworkValidation(quantities);
        check.Text(version, $"{path}.version", null);
        if (string.IsNullOrWhiteSpace(version)) check.Error("framework.empty-version", $"{path}.version", new("版本为空", "the version is empty"));
        int indicators = check.Node(root, path, 1);
        for (int i = 0; i < quantities.Count; i++)
        {
            Quantity q = quantities[i];
            check.Identity(q.Code, q.Name, q.EnglishName, $"{path}.quantities[{i}]");
            check.Text(q.Unit, $"{path}.quantities[{i}].unit", q.Code);
        }
        if (indicators == 0) check.Add("framework.no-indicators", Severity.Notice, path, new("指标体系中还没有指标", "the framework has no indicators yet"), null);
        return new ValidationReport(check.issues);
    }

    private int Node(Dimension node, string path, int level)
    {
        Identity(node.Code, node.Name, node.EnglishName, path);
        if (level > MaximumLevels)
        {
            Error("framework.too-deep", path, new($"层级超过 {MaximumLevels} 层", $"the tree is deeper than {MaximumLevels} levels"));
            return 0;
        }
        if (level == 1) Weight(node.Weight, $"{path}.weight", node.Code);
        Siblings(node, path);
        int indicators = node.Indicators.Count;
        for (int i = 0; i < node.Dimensions.Count; i++) indicators += Node(node.Dimensions[i], $"{path}.dimensions[{i}]", level + 1);
        for (int i = 0; i < node.Indicators.Count; i++) Indicator(node.Indicators[i], $"{path}.indicators[{i}]");
        return indicators;
    }

    private void Siblings(Dimension node, string path)
    {
        (string Code, double? Weight, string Path)[] siblings =
        [
            .. node.Dimensions.Select((d, i) => (d.Code, d.Weight, $"{path}.dimensions[{i}].weight")),
            .. node.Indicators.Select((x, i) => (x.Code, x.Weight, $"{path}.indicators[{i}].weight")),
        ];
        bool sound = true;
        foreach ((string code, double? weight, string at) in siblings) sound &= Weight(weight, at, code);
        if (siblings.All(s => s.Weight is null)) return;
        foreach ((string code, double? weight, string at) in siblings)
        {
            if (weight is not null) continue;
            Error("framework.weights-partly-given", at, new("同级中有的给了权重，有的没给：要么都给，要么都不给", "some siblings have a weight and this one has none: give all of them one, or none"), code);
            sound = false;
        }
        if (!sound) return;
        double sum = siblings.Sum(s => s.Weight!.Value);
        if (sum == 0) Error("framework.weights-sum-to-zero", siblings[0].Path, new("同级权重之和为 0", "the weights of the siblings sum to 0"), node.Code);
        else if (Math.Abs(sum - 1) > SumTolerance)
            Warning("framework.weights-do-not-sum-to-one", siblings[0].Path, new(
                string.Create(CultureInfo.InvariantCulture, $"“{node.Name}”下各权重之和为 {sum:0.######}，不等于 1"),
                string.Create(CultureInfo.InvariantCulture, $"the weights below {node.Code} sum to {sum:0.######}, not to 1")), node.Code);
    }

    private void Indicator(Indicator x, string path)
    {
        Identity(x.Code, x.Name, x.EnglishName, path);
        Text(x.Unit, $"{path}.unit", x.Code);
        Text(x.Definition, $"{path}.definition", x.Code);
        Text(x.Department, $"{path}.department", x.Code);
        Text(x.Version, $"{path}.version", x.Code);
        if (string.IsNullOrWhiteSpace(x.Version)) Error("framework.empty-version", $"{path}.version", new("口径版本为空", "the version of the definition is empty"), x.Code);
        Defined(x.Direction, $"{path}.direction", x.Code);
        Defined(x.Kind, $"{path}.kind", x.Code);
        Defined(x.Origin, $"{path}.origin", x.Code);
        Defined(x.Measurement, $"{path}.measurement", x.Code);
        Finite(x.PossibleMinimum, $"{path}.possibleMinimum", x.Code);
        Finite(x.PossibleMaximum, $"{path}.possibleMaximum", x.Code);
        if (x.PossibleMinimum > x.PossibleMaximum)
            Error("framework.range-upside-down", $"{path}.possibleMinimum", new("可能的最小值大于可能的最大值", "the smallest possible value is above the largest"), x.Code);
        Components(x, path);
        RollUp(x, path);
        var yardsticks = new YardstickValidation(Add);
        yardsticks.Standards(x.Standards, x.Direction, path, x.Code);
        yardsticks.Bands(x.Bands, x.Direction, x.Measurement, path, x.Code);
        yardsticks.Benchmark(x, path);
        yardsticks.OneScale(x, path);
        if (x is { Measurement: MeasurementKind.ProblemCount or MeasurementKind.ExpertGrade, Direction: Direction.HigherIsBetter })
            Warning("framework.direction-against-measurement", $"{path}.direction", x.Measurement == MeasurementKind.ProblemCount
                ? new("问题计数越少越好，direction 应为 lowerIsBetter", "problems are better fewer: direction should be lowerIsBetter")
                : new("专家评级以 1 为最好，direction 应为 lowerIsBetter", "the best expert grade is level 1: direction should be lowerIsBetter"), x.Code);
    }

    private void Components(Indicator x, string path)
    {
        if (x.Measurement == MeasurementKind.Compound && x.Components.Count == 0)
            Error("framework.compound-without-components", $"{path}.components", new("复合指标没有分项", "a compound indicator needs components"), x.Code);
        if (x.Measurement != MeasurementKind.Compound && x.Components.Count > 0)
            Error("framework.components-without-compound", $"{path}.measurement", new("有分项的指标，measurement 应为 compound", "an indicator with components needs the measurement compound"), x.Code);
        if (x.Measurement == MeasurementKind.Compound && x.Standards.Count + x.Bands.Count > 0)
            Warning("framework.compound-has-own-standard", path, new("复合指标按分项评价，它自己的 standards、bands 不起作用", "a compound indicator is judged by its components: its own standards and bands are not used"), x.Code);
        for (int i = 0; i < x.Components.Count; i++)
        {
            IndicatorComponent c = x.Components[i];
            string at = $"{path}.components[{i}]";
            Identity(c.Code, c.Name, c.EnglishName, at);
            Text(c.Unit, $"{at}.unit", c.Code);
            Defined(c.Direction, $"{at}.direction", c.Code);
            var yardsticks = new YardstickValidation(Add);
            yardsticks.Standards(c.Standards, c.Direction, at, c.Code);
            yardsticks.Bands(c.Bands, c.Direction, MeasurementKind.Level, at, c.Code);
        }
    }

    private void RollUp(Indicator x, string path)
    {
        switch (x.RollUp)
        {
            case RatioRollUp r:
                Known(r.Numerator, $"{path}.rollUp.numerator", x.Code);
                Known(r.Denominator, $"{path}.rollUp.denominator", x.Code);
                if (!double.IsFinite(r.Scale) || r.Scale == 0) Error("framework.invalid-roll-up-scale", $"{path}.rollUp.scale", new("倍数应为不等于 0 的有限数", "the scale is a finite number other than 0"), x.Code);
                break;
            case WeightedMeanRollUp { Weight: { } weight }:
                Known(weight, $"{path}.rollUp.weight", x.Code);
                break;
        }
    }

    private void Known(string quantity, string path, string code)
    {
        if (quantity is null || !quantities.Contains(quantity))
            Error("framework.unknown-quantity", path, new($"基础数据 quantities 中没有“{quantity}”", $"the quantities have no '{quantity}'"), code);
    }

    private void Identity(string code, string name, string? englishName, string path)
    {
        string at = $"{path}.code";
        if (string.IsNullOrWhiteSpace(code)) Error("framework.empty-code", at, new("代码为空", "the code is empty"));
        else if (code.AsSpan().Trim().Length != code.Length) Error("framework.code-with-blanks", at, new("代码前后有空白", "there are blanks around the code"), code);
        else if (!codes.TryAdd(code, at)) Error("framework.duplicate-code", at, new($"代码“{code}”已用于 {codes[code]}", $"the code '{code}' is taken by {codes[code]}"), code);
        if (string.IsNullOrWhiteSpace(name)) Error("framework.empty-name", $"{path}.name", new("名称为空", "the name is empty"), code);
        Text(code, at, code);
        Text(name, $"{path}.name", code);
        Text(englishName, $"{path}.englishName", code);
    }

    /// <summary>True when the weight is absent or sound.</summary>
    private bool Weight(double? weight, string path, string code)
    {
        if (weight is not { } w) return true;
        if (!double.IsFinite(w)) Error("framework.weight-not-finite", path, new("权重不是有限数", "the weight is not finite"), code);
        else if (w < 0) Error("framework.negative-weight", path, new("权重为负", "the weight is negative"), code);
        else return true;
        return false;
    }

    private void Finite(double? value, string path, string code)
    {
        if (value is { } v && !double.IsFinite(v)) Error("framework.bound-not-finite", path, new("界限不是有限数；没有界限时不写", "the bound is not finite; leave it out where there is none"), code);
    }

    private void Defined<T>(T value, string path, string code) where T : struct, Enum
    {
        if (!Enum.IsDefined(value)) Error("framework.undefined-value", path, new($"{typeof(T).Name} 没有值 {value}", $"{typeof(T).Name} has no value {value}"), code);
    }

    private void Text(string? text, string path, string? code)
    {
        for (int i = 0; text is not null && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) i++;
            else
            {
                Error("framework.invalid-text", path, new("文字中有不成对的 UTF-16 代理项，无法编码", "the text has half of a UTF-16 surrogate pair and cannot be encoded"), code);
                return;
            }
        }
    }

    private void Error(string code, string path, BilingualText message, string? indicator = null) => Add(code, Severity.Error, path, message, indicator);

    private void Warning(string code, string path, BilingualText message, string? indicator = null) => Add(code, Severity.Warning, path, message, indicator);

    private void Add(string code, Severity severity, string path, BilingualText message, string? indicator) =>
        issues.Add(new(code, severity, new Place { Path = path, Indicator = string.IsNullOrEmpty(indicator) ? null : indicator }, message));
}
