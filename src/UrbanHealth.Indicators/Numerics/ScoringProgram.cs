namespace UrbanHealth.Indicators.Numerics;

/// <summary>An index compiled for the kernel: how each leaf is mapped, and the nodes from below to above.</summary>
internal sealed class ScoringProgram
{
    private readonly ScoringChild[] raw;
    private readonly ScoringChild[] mapped;

    public ScoringProgram(ScoreMap[] leaves, ScoringNode[] nodes)
    {
        (Leaves, Nodes) = (leaves, nodes);
        FewestPresent = new int[nodes.Length];
        WeightSums = new double[nodes.Length];
        FirstChild = new int[nodes.Length + 1];
        Scratch = new int[leaves.Length];
        Array.Fill(Scratch, -1);
        for (int k = 0; k < nodes.Length; k++)
        {
            ScoringNode node = nodes[k];
            if (node.Children.Length == 0) throw new ArgumentException("A node has at least one child.", nameof(nodes));
            if (node.Children.Length != node.Weights.Length) throw new ArgumentException("One weight for each child is needed.", nameof(nodes));
            if (!(node.Coverage is >= 0 and <= 1)) throw new ArgumentException("A coverage threshold lies between 0 and 1.", nameof(nodes));
            FewestPresent[k] = node.FewestPresent;
            FirstChild[k + 1] = FirstChild[k] + node.Children.Length;
            foreach (double w in node.Weights) WeightSums[k] += w;
            foreach (int child in node.Children)
            {
                if (child < 0 || child >= leaves.Length + k) throw new ArgumentException("A node comes after its children.", nameof(nodes));
                // an inline map costs less than a pass through memory; the others, and what a function reads, are laid down first
                if (child < leaves.Length && Scratch[child] < 0 && (!leaves[child].IsInline || node.Function is not null && leaves[child].Kind != ScoreMapKind.Identity))
                    Scratch[child] = ScratchColumns++;
            }
        }
        raw = Table(areMapped: false);
        mapped = Table(areMapped: true);
    }

    /// <summary>A fresh table of all children, node by node, without their places.</summary>
    /// <param name="areMapped">Whether the leaves are scores already.</param>
    public ScoringChild[] Children(bool areMapped) => (ScoringChild[])(areMapped ? mapped : raw).Clone();

    public ScoreMap[] Leaves { get; }

    public ScoringNode[] Nodes { get; }

    public int[] FewestPresent { get; }

    /// <summary>The weights of a node's children, summed in their order.</summary>
    public double[] WeightSums { get; }

    /// <summary>Where a node's children begin among all children.</summary>
    public int[] FirstChild { get; }

    /// <summary>The column of working memory that takes a leaf's scores; −1 when it is mapped on the way.</summary>
    public int[] Scratch { get; }

    public int ScratchColumns { get; }

    private ScoringChild[] Table(bool areMapped)
    {
        var table = new ScoringChild[FirstChild[^1]];
        for (int k = 0; k < Nodes.Length; k++)
        {
            for (int c = 0; c < Nodes[k].Children.Length; c++)
            {
                int source = Nodes[k].Children[c];
                ref ScoringChild child = ref table[FirstChild[k] + c];
                child.Weight = Nodes[k].Weights[c];
                if (areMapped || source >= Leaves.Length || Scratch[source] >= 0) continue;
                child.Kind = Leaves[source].Kind;
                child.Line = Leaves[source].Line;
            }
        }
        return table;
    }
}
