using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace UrbanHealth.Indicators.Tests.Support;

/// <summary>As much of JSON Schema 2020-12 as our schemas use; a keyword it does not know is an error, so that nothing passes unread.</summary>
internal static class SchemaCheck
{
    public static IReadOnlyList<string> Of(JsonNode schema, JsonNode? value)
    {
        var errors = new List<string>();
        Check(schema, (JsonObject)schema, value, "$", errors);
        return errors;
    }

    private static void Check(JsonNode root, JsonObject schema, JsonNode? value, string path, List<string> errors)
    {
        foreach ((string keyword, JsonNode? rule) in schema)
        {
            switch (keyword)
            {
                case "$schema" or "$defs" or "$id" or "title" or "description": break;
                case "$ref": Check(root, (JsonObject)root["$defs"]![rule!.GetValue<string>().Split('/')[^1]]!, value, path, errors); break;
                case "type" when !Types(rule!).Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && Types(rule!).Contains("number")): errors.Add($"{path}: type"); break;
                case "type": break;
                case "enum" when !((JsonArray)rule!).Any(w => JsonNode.DeepEquals(w, value)): errors.Add($"{path}: enum"); break;
                case "enum": break;
                case "const" when !JsonNode.DeepEquals(rule, value): errors.Add($"{path}: const"); break;
                case "const": break;
                case "properties" when value is JsonObject o:
                    foreach ((string name, JsonNode? child) in o) if (rule![name] is JsonObject s) Check(root, s, child, $"{path}.{name}", errors);
                    break;
                case "additionalProperties" when value is JsonObject o && !rule!.GetValue<bool>():
                    errors.AddRange(o.Where(p => schema["properties"]![p.Key] is null).Select(p => $"{path}.{p.Key}: unknown"));
                    break;
                case "required" when value is JsonObject o:
                    errors.AddRange(((JsonArray)rule!).Select(n => n!.GetValue<string>()).Where(n => !o.ContainsKey(n)).Select(n => $"{path}.{n}: required"));
                    break;
                case "items" when value is JsonArray a:
                    for (int i = 0; i < a.Count; i++) Check(root, (JsonObject)rule!, a[i], $"{path}[{i}]", errors);
                    break;
                case "anyOf":
                    if (!((JsonArray)rule!).Any(s => { var tried = new List<string>(); Check(root, (JsonObject)s!, value, path, tried); return tried.Count == 0; })) errors.Add($"{path}: anyOf");
                    break;
                case "minLength" when TypeOf(value) == "string" && value!.GetValue<string>().Length < rule!.GetValue<int>(): errors.Add($"{path}: minLength"); break;
                case "minItems" when value is JsonArray a && a.Count < rule!.GetValue<int>(): errors.Add($"{path}: minItems"); break;
                case "pattern" when TypeOf(value) == "string" && !Regex.IsMatch(value!.GetValue<string>(), rule!.GetValue<string>()): errors.Add($"{path}: pattern"); break;
                case "minimum" when IsNumber(value) && value!.GetValue<double>() < rule!.GetValue<double>(): errors.Add($"{path}: minimum"); break;
                case "maximum" when IsNumber(value) && value!.GetValue<double>() > rule!.GetValue<double>(): errors.Add($"{path}: maximum"); break;
                case "exclusiveMinimum" when IsNumber(value) && value!.GetValue<double>() <= rule!.GetValue<double>(): errors.Add($"{path}: exclusiveMinimum"); break;
                case "properties" or "additionalProperties" or "required" or "items" or "minLength" or "minItems" or "pattern" or "minimum" or "maximum" or "exclusiveMinimum": break;
                default: throw new NotSupportedException($"The schema uses {keyword}.");
            }
        }
    }

    private static bool IsNumber(JsonNode? value) => TypeOf(value) is "number" or "integer";

    private static string[] Types(JsonNode rule) => rule is JsonArray a ? [.. a.Select(t => t!.GetValue<string>())] : [rule.GetValue<string>()];

    private static string TypeOf(JsonNode? value) => value switch
    {
        null => "null",
        JsonObject => "object",
        JsonArray => "array",
        _ => value.GetValueKind() switch
        {
            System.Text.Json.JsonValueKind.String => "string",
            System.Text.Json.JsonValueKind.Number => value.GetValue<double>() == Math.Floor(value.GetValue<double>()) ? "integer" : "number",
            System.Text.Json.JsonValueKind.Null => "null",
            _ => "boolean",
        },
    };
}
