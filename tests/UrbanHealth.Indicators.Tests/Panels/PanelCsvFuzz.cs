using System.Text;
using CsCheck;

namespace UrbanHealth.Indicators.Tests.Panels;

/// <summary>Whatever the text, reading gives a panel and a report, and no exception.</summary>
public class PanelCsvFuzz
{
    private const string Good = "area,year,indicator,value,source,carried_over_from,level,parent,size,status,data_date\n宜昌市,2024,E01,56.10%,统计局,,市,,50万,,2024-12-31\n西陵区,2025,E02,\"29,912\",\"住,新\"\"局\",2024,区,宜昌市,,沿用,\n西陵区,2025,E03,——,,,,,,不适用,\n";

    private static readonly string[] Pieces = ["\"", ",", "\n", "\r", "\0", "\uFEFF", "\uD800", "万", "亿", "%", "１", "e", "E", "-", "——", "1e999", "NaN", "∞", "年", "area", "year", "指标", "E01", "\t", ";", "(", ")", "/", "　", "9999999999", "\"\"", "宜昌市"];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static void Read(string text)
    {
        PanelReading r = Panel.ReadCsv(text, SmallFramework.Instance);
        Assert.NotNull(r.Report.ToString(Language.Chinese));
        Panel again = Panel.ReadCsv(r.Panel.ToCsv(), SmallFramework.Instance).Panel;
        if (r.Panel.Years.Count > 0) Assert.Equal(r.Panel.ToObservations(), again.ToObservations());
        Panel.ReadCsv(text, SmallFramework.Instance, ["宜昌市", "西陵区"]);
    }

    [Fact]
    public void Random_text() => Gen.Select(Piece.Array[0, 40], Gen.String[0, 10]).Sample((pieces, tail) => Read(string.Concat(pieces) + tail), iter: 3000);

    [Fact]
    public void Random_text_below_a_good_header() => Gen.Select(Gen.Int[0, 1], Piece.Array[0, 40]).Sample((wide, pieces) =>
        Read((wide == 1 ? "area,year,E01,E02,source\n" : "area,year,indicator,value,unit,source\n") + string.Concat(pieces)), iter: 3000);

    [Fact]
    public void Good_text_with_pieces_put_in_and_taken_out() => Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Int[0, 6], Piece).Array[1, 6].Sample(changes =>
    {
        var text = new StringBuilder(Good);
        foreach ((int at, int cut, string piece) in changes)
        {
            int from = Math.Min(at, text.Length);
            text.Remove(from, Math.Min(cut, text.Length - from)).Insert(from, piece);
        }
        Read(text.ToString());
    }, iter: 3000);

    [Fact]
    public void Random_bytes() => Gen.Byte.Array[0, 200].Sample(bytes => { Panel.ReadCsv(new MemoryStream(bytes), SmallFramework.Instance); }, iter: 3000);

    [Fact]
    public void Good_bytes_with_some_changed() => Gen.Select(Gen.Int[0, 500], Gen.Byte).Array[1, 5].Sample(changes =>
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Good);
        foreach ((int at, byte b) in changes) bytes[at % bytes.Length] = b;
        Panel.ReadCsv(new MemoryStream(bytes), SmallFramework.Instance);
    }, iter: 3000);
}
