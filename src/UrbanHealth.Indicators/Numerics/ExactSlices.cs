namespace UrbanHealth.Indicators.Numerics;

/// <summary>Figures cut at fixed places into slices so short that products of two slices, and sums of a block of them, are exact in plain doubles.</summary>
/// <remarks>
/// Ozaki, Ogita, Oishi and Rump, Error-free transformations of matrix multiplication (2012). The first slice has 21 bits below the largest
/// figure, each other 22 bits and a sign; a product of two has at most 42 bits, three such sums of a block of 512 at most 53.
/// Three slices are worked on together: figures of full precision that lie within a factor of 4,096 of each other need no more.
/// </remarks>
internal static class ExactSlices
{
    /// <summary>The most rows of a block.</summary>
    public const int Rows = 512;

    /// <summary>The slices that are worked on together.</summary>
    public const int Together = 3;

    /// <summary>The most slices; figures that need more lie too far apart.</summary>
    public const int Most = 3 * Together;

    /// <summary>From the unit of one slice to that of the next.</summary>
    public const double Step = 1.0 / (1 << 22);

    /// <summary>Added to a figure and taken off again, this many units leave whole units.</summary>
    public const double Rounding = 3L << 51;

    /// <summary>How many places the products of three slices with three have.</summary>
    public const int Products = 5;

    /// <summary>Doubles that <see cref="Aligned"/> may pass over.</summary>
    public const int Slack = 7;

    /// <summary>The first place of a buffer where a vector crosses no cache line.</summary>
    public static unsafe double* Aligned(double* buffer) => (double*)(((nint)buffer + 63) & ~63);

    /// <summary>The number of figures with those that fill the last vector of any machine.</summary>
    public static int Padded(int length) => (length + 7) & ~7;
}
