namespace UrbanHealth.Indicators;

// The results that a notebook shows as HTML. They are declared here once more, and not marked where they live, because a room knows nothing of later ones.

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class Panel;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class ValidationReport;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class AreaAssessment;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class Assessment;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class YearEvaluation;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class AreaEvaluation;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial record Explanation;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class YearOverYear;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class PanelChange;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class AreaReview;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial record ReportTable;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial record BarChart;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial record LineChart;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial record DumbbellChart;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial record SmallMultiples;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class SatisfactionTable;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class MatchMatrix;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial class RankUncertainty;

[TypeFormatterSource(typeof(NotebookFormatterSource))]
public sealed partial record IntervalChart;
