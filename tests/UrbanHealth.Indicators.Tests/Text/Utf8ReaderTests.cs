using System.Text;
using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators.Tests.Text;

public class Utf8ReaderTests
{
    private static (string Text, long? Line, string? Guess) Read(byte[] bytes)
    {
        using var reader = new Utf8Reader(new MemoryStream(bytes));
        return (reader.ReadToEnd(), reader.InvalidLine, reader.Guess);
    }

    [Fact]
    public void Text_of_many_buffers_arrives_unchanged()
    {
        string text = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"宜昌{i}𠀀\n"));
        Assert.Equal((text, null, null), Read(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void GBK_is_recognised_at_its_line() // 宜昌 is D2 CB B2 FD in GBK
    {
        (string text, long? line, string? guess) = Read([.. "area\nx\n"u8, 0xD2, 0xCB, 0xB2, 0xFD, (byte)'\n']);
        Assert.Equal(("area\nx\n", 3, "GBK"), (text, line, guess));
    }

    [Fact]
    public void Stray_byte_is_reported_without_a_guess() => Assert.Equal(("a\n", 2, null), Read([.. "a\n"u8, 0xFF, (byte)'b']));

    [Fact]
    public void Character_cut_off_at_the_end_is_reported() => Assert.Equal(("a\n", 2), (Read([.. "a\n"u8, 0xE5, 0xAE]).Text, Read([.. "a\n"u8, 0xE5, 0xAE]).Line));

    [Fact]
    public void UTF_16_is_recognised_with_and_without_its_mark()
    {
        Assert.Equal(("", 1, "UTF-16"), Read([0xFF, 0xFE, (byte)'a', 0]));
        Assert.Equal(("", 1, "UTF-16"), Read(Encoding.Unicode.GetBytes("area,year")));
        Assert.Equal(("", 1, "UTF-16"), Read(Encoding.BigEndianUnicode.GetBytes("area,year")));
    }

    [Fact]
    public void Nothing_is_read_of_nothing() => Assert.Equal(("", null, null), Read([]));
}
