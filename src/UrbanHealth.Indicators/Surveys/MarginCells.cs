namespace UrbanHealth.Indicators;

/// <summary>The crossings of several margins that occur, so that work over rows becomes work over few cells.</summary>
internal sealed class MarginCells
{
    private readonly int[] levels; // [cell * margins + margin] → position among all levels of all margins

    public MarginCells(IReadOnlyList<CategoricalColumn> columns, int rows)
    {
        Margins = columns.Count;
        Offsets = new int[Margins + 1];
        for (int m = 0; m < Margins; m++) Offsets[m + 1] = Offsets[m] + columns[m].Levels.Count;
        CellOfRow = new int[rows];
        int cells = 1;
        for (int m = 0; m < Margins; m++) cells = Refine(columns[m], cells);
        Cells = cells;
        levels = new int[cells * Margins];
        for (int i = 0; i < rows; i++)
            for (int m = 0; m < Margins; m++) levels[CellOfRow[i] * Margins + m] = Offsets[m] + columns[m].Codes[i];
    }

    public int Margins { get; }

    public int Cells { get; }

    public int[] CellOfRow { get; }

    /// <summary>Where the levels of each margin begin; the last entry is the number of all.</summary>
    public int[] Offsets { get; }

    public int AllLevels => Offsets[Margins];

    /// <summary>The position of a cell's level of a margin among all levels of all margins.</summary>
    public int LevelOf(int cell, int margin) => levels[cell * Margins + margin];

    /// <summary>Splits the cells by another column; cells are numbered in the order of their levels, whatever the order of rows.</summary>
    private int Refine(CategoricalColumn column, int cells)
    {
        long width = column.Levels.Count;
        ReadOnlySpan<int> codes = column.Codes;
        if (cells * width <= 1 << 22)
        {
            var place = new int[cells * width];
            for (int i = 0; i < codes.Length; i++) place[CellOfRow[i] * width + codes[i]] = 1;
            int next = 0;
            for (int k = 0; k < place.Length; k++) if (place[k] == 1) place[k] = next++;
            for (int i = 0; i < codes.Length; i++) CellOfRow[i] = place[CellOfRow[i] * width + codes[i]];
            return next;
        }
        var met = new HashSet<long>();
        for (int i = 0; i < codes.Length; i++) met.Add(CellOfRow[i] * width + codes[i]);
        long[] sorted = [.. met];
        Array.Sort(sorted);
        for (int i = 0; i < codes.Length; i++) CellOfRow[i] = Array.BinarySearch(sorted, CellOfRow[i] * width + codes[i]);
        return sorted.Length;
    }
}
