using System.Globalization;
using System.Text.Json;

namespace UrbanHealth.Indicators;

/// <summary>A JSON document being read: every mistake is noted with its path, and reading goes on.</summary>
/// <remarks>What could not be read is replaced by a stand-in that never leaves the reader, since a report with an error yields no result.</remarks>
internal sealed class DocumentReading
{
    /// <summary>The deepest nesting of a document; deeper text is refused as not readable.</summary>
    public const int MaximumDepth = 256;

    private readonly List<ValidationIssue> issues = [];
    private readonly HashSet<string> errorPaths = new(StringComparer.Ordinal);

    public bool HasErrors => errorPaths.Count > 0;

    public ValidationReport Report => new(issues);

    /// <summary>True when something at or below a path is wrong.</summary>
    public bool HasErrorsAt(string path) => errorPaths.Any(e => Contains(path, e));

    /// <summary>Opens a text; null, with the reason in the report, when it is no JSON at all. Comments and trailing commas are allowed.</summary>
    public JsonDocument? Open(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        string text = json.TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
        {
            Error("document.empty", "$", new("文件是空的", "the document is empty"));
            return null;
        }
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaximumDepth });
        }
        catch (JsonException e)
        {
            long line = (e.LineNumber ?? 0) + 1, at = (e.BytePositionInLine ?? 0) + 1;
            errorPaths.Add("$");
            issues.Add(new("document.not-json", Severity.Error, new Place { Line = line }, new(
                string.Create(CultureInfo.InvariantCulture, $"不是合法的 JSON，问题在本行第 {at} 个字节附近（常见原因：缺逗号、缺引号、括号不成对，或嵌套超过 {MaximumDepth} 层）"),
                string.Create(CultureInfo.InvariantCulture, $"this is not JSON near byte {at} of the line (a missing comma or quote, an unbalanced bracket, or nesting deeper than {MaximumDepth})"))));
            return null;
        }
        catch (ArgumentException)
        {
            InvalidText("$");
            return null;
        }
    }

    public void Error(string code, string path, BilingualText message, string? indicator = null) => Add(code, Severity.Error, path, message, indicator);

    public void Warning(string code, string path, BilingualText message, string? indicator = null) => Add(code, Severity.Warning, path, message, indicator);

    /// <summary>Adds the findings of a later check, but not what only follows from something that could not be read: findings at, above or below its path.</summary>
    public void Follow(ValidationReport later)
    {
        string[] known = [.. errorPaths];
        foreach (ValidationIssue issue in later)
            if (issue.Place.Path is not { } path || !Array.Exists(known, k => Contains(k, path) || Contains(path, k)))
                Add(issue);
    }

    public void WrongType(string path, JsonElement found, BilingualText expected) => Error("document.wrong-type", path, new(
        $"应为{expected.Chinese}，实际是{KindOf(found).Chinese}", $"expected {expected.English}, found {KindOf(found).English}"));

    public void InvalidText(string path) => Error("document.invalid-text", path, new("文字中有不成对的 UTF-16 代理项，无法编码", "the text has half of a UTF-16 surrogate pair and cannot be encoded"));

    /// <summary>The element as an object; null, with the reason in the report, when it is none.</summary>
    public DocumentObject? Object(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Object) return new DocumentObject(this, element, path);
        WrongType(path, element, new("对象 {…}", "an object {…}"));
        return null;
    }

    /// <summary>The element as text; null, with the reason in the report, when it is none.</summary>
    public string? Text(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            WrongType(path, element, new("文字 \"…\"", "text \"…\""));
            return null;
        }
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            InvalidText(path);
            return null;
        }
    }

    private void Add(string code, Severity severity, string path, BilingualText message, string? indicator) =>
        Add(new(code, severity, new Place { Path = path, Indicator = indicator }, message));

    private void Add(ValidationIssue issue)
    {
        if (issue.Severity == Severity.Error) errorPaths.Add(issue.Place.Path ?? "$");
        issues.Add(issue);
    }

    private static bool Contains(string outer, string path) =>
        path.StartsWith(outer, StringComparison.Ordinal) && (path.Length == outer.Length || path[outer.Length] is '.' or '[');

    private static BilingualText KindOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new("对象", "an object"),
        JsonValueKind.Array => new("数组", "an array"),
        JsonValueKind.String => new("文字", "text"),
        JsonValueKind.Number => new("数字", "a number"),
        JsonValueKind.True or JsonValueKind.False => new("true/false", "true/false"),
        _ => new("null", "null"),
    };
}
