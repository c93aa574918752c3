namespace UrbanHealth.Indicators;

/// <summary>What a calibration was asked for, kept so that each replicate can be calibrated again.</summary>
internal sealed record CalibrationStep(double[] Before, MarginCells Cells, double[] Targets, IReadOnlyList<AuxiliaryTotal> Auxiliaries, CalibrationOptions Options);
