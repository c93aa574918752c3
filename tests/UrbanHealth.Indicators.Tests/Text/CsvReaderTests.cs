using CsCheck;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators.Tests.Text;

public class CsvReaderTests
{
    private static string[] Records(string text, char? delimiter = null)
    {
        var reader = new CsvReader(new StringReader(text), delimiter);
        var found = new List<string>();
        while (reader.Read())
            found.Add($"{reader.Line}:" + (reader.Problem != CsvProblem.None ? reader.Problem.ToString() : string.Join('|', Enumerable.Range(0, reader.Count).Select(i => reader[i].ToString()))));
        return [.. found];
    }

    [Fact]
    public void Fields_are_split_and_unquoted() => Assert.Equal(["1:a|b", "2:x,y|say \"hi\"", "3:|"], Records("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n,\n"));

    [Theory]
    [InlineData("a\nb\n\n\nc")]
    [InlineData("a\r\nb\r\n\r\n\r\nc\r\n")]
    [InlineData("a\rb\r\r\rc")]
    public void Lines_are_counted_whatever_ends_them_and_empty_ones_are_passed(string text) => Assert.Equal(["1:a", "2:b", "5:c"], Records(text));

    [Fact]
    public void Line_after_a_field_of_several_lines_is_exact() => Assert.Equal(["1:a|b", "2:x\ny\r\nz|1", "5:c|d"], Records("a,b\n\"x\ny\r\nz\",1\nc,d"));

    [Fact]
    public void Byte_order_mark_is_no_part_of_the_first_field() => Assert.Equal(["1:a|b"], Records("\uFEFFa,b"));

    [Fact]
    public void Unclosed_quote_costs_its_own_line_only() => Assert.Equal(["1:a|b", "2:Quote", "3:z|2", "4:w|3"], Records("a,b\n\"x,1\nz,2\nw,3\n"));

    [Fact]
    public void Unclosed_quote_that_meets_a_later_one_costs_its_own_line_only() => Assert.Equal(["1:a|b", "2:Quote", "3:z|2", "4:w|3"], Records("a,b\n\"x,1\nz,2\n\"w\",3\n"));

    [Fact]
    public void Text_behind_a_closing_quote_is_a_finding() => Assert.Equal(["1:a|b", "2:Quote", "3:c|d"], Records("a,b\n\"x\"y,1\nc,d"));

    [Fact]
    public void Quote_inside_an_unquoted_field_is_a_character() => Assert.Equal(["1:5\" pipe|1"], Records("5\" pipe,1"));

    [Fact]
    public void Line_of_ten_megabytes_is_a_finding_and_the_next_is_read() =>
        Assert.Equal(["1:a|b", "2:TooLong", "3:c|d", "4:TooLong", "5:e|f"], Records("a,b\n" + new string('x', 10_000_000) + "\nc,d\n\"" + new string('y', 10_000_000) + "\"\ne,f"));

    [Fact]
    public void Record_longer_than_the_first_buffer_is_read_whole() => Assert.Equal([$"1:{new string('x', 200_000)}|{new string('y', 200_000)}", "2:c"], Records(new string('x', 200_000) + ",\"" + new string('y', 200_000) + "\"\nc"));

    [Theory]
    [InlineData("a\tb\n1,5\tc", "1:a|b 2:1,5|c")]
    [InlineData("a;b\n1,5;c", "1:a|b 2:1,5|c")]
    public void Separator_is_what_the_first_line_has_most_of(string text, string records) => Assert.Equal(records.Split(' '), Records(text));

    [Fact]
    public void Nothing_is_read_of_nothing() => Assert.Empty(Records(""));

    [Fact]
    public void What_is_written_is_read_back_however_the_text_arrives() =>
        Gen.Select(Gen.String[Gen.Int[0, 13].Select(i => "ab,\"\n\r宜 \tx,\"\n1"[i]), 0, 8].Array[1, 5].Array[1, 6], Gen.Int[1, 7]).Sample((records, piece) =>
        {
            var text = new System.Text.StringBuilder();
            foreach (string[] record in records)
                for (int i = 0; i < record.Length; i++) CsvText.Field(text, record[i], i == record.Length - 1);
            var reader = new CsvReader(new Dribble(text.ToString(), piece), ',');
            var read = new List<string>();
            while (reader.Read()) read.Add(string.Join('\0', Enumerable.Range(0, reader.Count).Select(i => reader[i].ToString())));
            Assert.Equal(records.Where(r => r.Length > 1 || r[0].Length > 0).Select(r => string.Join('\0', r)), read);
        }, iter: 2000);

    /// <summary>Gives a text a few characters at a time, as a network does.</summary>
    private sealed class Dribble(string text, int piece) : TextReader
    {
        private int at;

        public override int Read(char[] buffer, int index, int count)
        {
            int n = Math.Min(Math.Min(piece, count), text.Length - at);
            text.CopyTo(at, buffer, index, n);
            at += n;
            return n;
        }
    }
}
