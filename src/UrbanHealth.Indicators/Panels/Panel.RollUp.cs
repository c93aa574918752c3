namespace UrbanHealth.Indicators;

public sealed partial class Panel
{
    /// <summary>Fills what follows from parts (汇总): an indicator from its own numerator and denominator, and a larger area from the areas it is made of.</summary>
    /// <remarks>
    /// Each indicator says how (<see cref="Indicator.RollUp"/>): scale × Σ numerator / Σ denominator, sum, mean weighted by a quantity
    /// or by the size of the areas, largest, smallest; one that says nothing is left alone, and so are components. Quantities add.
    /// A rate is never averaged: a part with a rate and without its numerator and denominator is a missing part. Areas an
    /// indicator does not apply to are no parts. Printed figures stay; one that its parts contradict is reported
    /// (<c>panel.whole-differs-from-parts</c>, <c>panel.rate-differs-from-parts</c>) and not overwritten. Only missing cells are filled, and
    /// take the state <see cref="ObservationState.RolledUp"/>.
    /// </remarks>
    /// <param name="parts">What becomes of a whole some of whose parts have no figure; missing by default.</param>
    /// <param name="tolerance">How far a printed whole may lie from its parts; half a unit of its last digit by default.</param>
    public PanelReading RollUp(PartsRule parts = PartsRule.All, Tolerance? tolerance = null)
    {
        if (!Enum.IsDefined(parts)) throw new ArgumentOutOfRangeException(nameof(parts));
        return new PanelRollUp(this, parts, tolerance ?? Tolerance.Rounding).Run();
    }
}
