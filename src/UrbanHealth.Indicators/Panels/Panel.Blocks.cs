using UrbanHealth.Indicators.Text;

namespace UrbanHealth.Indicators;

public sealed partial class Panel
{
    /// <summary>Reads CSV text in blocks of areas (分块读取), for panels larger than memory: the rows of an area must stand together, as in a text sorted by area.</summary>
    /// <remarks>
    /// As <see cref="ReadCsv(TextReader, IndicatorFramework, IEnumerable{Area}, Reconciliation)"/> but for this: a row of an area whose block is closed is left out and reported
    /// (<c>csv.area-not-together</c>); a parent in another block stays the area's parent without being added as an area, so a block is no panel to roll up;
    /// a block has the years that its rows have. The text is read as the blocks are asked for, and can be gone through once: open it again for another pass.
    /// One block is in memory at a time, and beside it the codes of the areas that were read.
    /// </remarks>
    /// <param name="text">The text; it is left open.</param>
    /// <param name="framework">What the columns mean.</param>
    /// <param name="areasPerBlock">The most areas in a block.</param>
    /// <returns>The blocks, at least one, each with its findings.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="areasPerBlock"/> is below 1.</exception>
    public static IEnumerable<PanelReading> ReadCsvBlocks(TextReader text, IndicatorFramework framework, int areasPerBlock)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentOutOfRangeException.ThrowIfLessThan(areasPerBlock, 1);
        return new PanelCsvReader(text, framework, null).Blocks(areasPerBlock);
    }

    /// <summary>As <see cref="ReadCsvBlocks(TextReader, IndicatorFramework, int)"/>, from bytes, which must be UTF-8; the stream is left open.</summary>
    /// <remarks>Bytes that are not UTF-8, such as GBK, are reported (<c>csv.wrong-encoding</c>) with the last block, and nothing is read from there on.</remarks>
    public static IEnumerable<PanelReading> ReadCsvBlocks(Stream utf8, IndicatorFramework framework, int areasPerBlock)
    {
        ArgumentNullException.ThrowIfNull(utf8);
        ArgumentNullException.ThrowIfNull(framework);
        ArgumentOutOfRangeException.ThrowIfLessThan(areasPerBlock, 1);
        return Blocks();

        IEnumerable<PanelReading> Blocks()
        {
            using var bytes = new Utf8Reader(utf8);
            foreach (PanelReading block in new PanelCsvReader(bytes, framework, null).Blocks(areasPerBlock, bytes)) yield return block;
        }
    }

    /// <summary>Some of the areas, in their order (按行取块), over the same memory.</summary>
    /// <param name="first">The place of the first area.</param>
    /// <param name="count">The number of areas.</param>
    /// <exception cref="ArgumentOutOfRangeException">The panel has no such areas.</exception>
    public Panel Block(int first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Areas.Count - first);
        return new Panel(Framework, [.. Areas.Skip(first).Take(count)], Years,
            Array.ConvertAll(columns, year => Array.ConvertAll(year, c => new PanelColumn(c.Values.Slice(first, count), c.States?[first..(first + count)], c.Scopes?[first..(first + count)]))), scopes);
    }

    /// <summary>The panel in blocks of so many areas, the last one maybe fewer, over the same memory.</summary>
    /// <param name="areasPerBlock">The most areas in a block.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="areasPerBlock"/> is below 1.</exception>
    public IEnumerable<Panel> Blocks(int areasPerBlock)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(areasPerBlock, 1);
        return Enumerable.Range(0, (Areas.Count + areasPerBlock - 1) / areasPerBlock).Select(b => Block(b * areasPerBlock, Math.Min(areasPerBlock, Areas.Count - b * areasPerBlock)));
    }
}
