using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using UrbanHealth.Indicators.Tests.Support;

namespace UrbanHealth.Indicators.Tests.Surveys;

/// <summary>The published schema of questionnaires says what the reader takes: every property, every word, and nothing else.</summary>
public class QuestionnaireSchema
{
    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Repository.PathOf("docs", "schema", "questionnaire.schema.json")))!;

    public static TheoryData<string, Type> Records => new()
    {
        { "question", typeof(Question) }, { "option", typeof(AnswerOption) }, { "link", typeof(QuestionLink) }, { "attribute", typeof(RespondentAttribute) },
        { "impossible", typeof(ImpossibleCombination) }, { "condition", typeof(ColumnCondition) }, { "columns", typeof(SurveyColumns) },
    };

    [Theory]
    [MemberData(nameof(Records))]
    public void Has_every_property_of_a_record_and_no_other(string def, Type record) => Assert.Equal(
        record.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.CanWrite && p.GetMethod!.IsPublic).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(StringComparer.Ordinal),
        ((JsonObject)Schema["$defs"]![def]!["properties"]!).Select(p => p.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Has_at_the_top_what_a_questionnaire_has() => Assert.Equal(
        ["$schema", "attributes", "code", "columns", "format", "impossible", "notApplicableCodes", "questions", "refusedCodes", "title"],
        ((JsonObject)Schema["properties"]!).Select(p => p.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Has_every_kind_of_question() => Assert.Equal(
        Enum.GetNames<QuestionKind>().Select(JsonNamingPolicy.CamelCase.ConvertName),
        ((JsonArray)Schema["$defs"]!["question"]!["properties"]!["kind"]!["enum"]!).Where(w => w is not null).Select(w => w!.GetValue<string>()));

    [Fact]
    public void A_file_that_uses_everything_conforms_as_written_by_hand_and_as_written_back()
    {
        Assert.Empty(SchemaCheck.Of(Schema, JsonNode.Parse(QuestionnaireSpecification.Json)));
        Questionnaire all = Questionnaire.Parse(QuestionnaireSpecification.Json).WithColumns(new SurveyColumns { Respondent = "编号", SecondStage = "户", AnswerSeparator = '|' });
        Assert.Empty(SchemaCheck.Of(Schema, JsonNode.Parse(all.ToJson())));
        Assert.Equal(all.Columns, Questionnaire.Parse(all.ToJson()).Columns);
        // every property of the schema is one the reader knows: nothing is reported as unknown
        Assert.Empty(Questionnaire.Read(all.ToJson()).Report);
    }

    [Theory]
    [InlineData("""{ "title": "x", "questions": [ { "code": "q", "text": "", "options": [ { "code": "1" }, { "code": "2" } ] } ] }""")]
    [InlineData("""{ "code": "c", "title": "x", "questions": [] }""")]
    [InlineData("""{ "code": "c", "title": "x", "questions": [ { "code": "q", "text": "", "options": [ { "code": "1" } ] } ] }""")]
    [InlineData("""{ "code": "c", "title": "x", "questions": [ { "code": "q", "text": "", "kind": "stars", "options": [ { "code": "1" }, { "code": "2" } ] } ] }""")]
    [InlineData("""{ "code": "c", "title": "x", "questions": [ { "code": "q", "text": "", "colour": 1, "options": [ { "code": "1" }, { "code": "2" } ] } ] }""")]
    [InlineData("""{ "code": "c", "title": "x", "questions": [ { "code": "q", "text": "", "links": [ { "code": "H", "weight": 0 } ], "options": [ { "code": "1", "score": 1 }, { "code": "2", "score": 2 } ] } ] }""")]
    [InlineData("""{ "code": "c", "title": "x", "format": "questionnaire/9", "questions": [ { "code": "q", "text": "", "options": [ { "code": "1" }, { "code": "2" } ] } ] }""")]
    public void What_the_schema_refuses_the_reader_finds_too(string json)
    {
        Assert.NotEmpty(SchemaCheck.Of(Schema, JsonNode.Parse(json)));
        Assert.NotEmpty(Questionnaire.Read(json).Report);
    }
}
