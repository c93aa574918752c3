using System.Runtime.CompilerServices;

namespace UrbanHealth.Indicators.Numerics;

/// <summary>The kinds of map that have a loop of their own in the scoring kernel.</summary>
internal static unsafe class ScoringMaps
{
    /// <summary>All children are scores already.</summary>
    internal readonly struct Identity : IScoringMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Map<TLanes>(ScoringChild* child, TLanes x) where TLanes : struct, ILanes<TLanes> => x;
    }

    /// <summary>All children are straight lines.</summary>
    internal readonly struct Linear : IScoringMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Map<TLanes>(ScoringChild* child, TLanes x) where TLanes : struct, ILanes<TLanes> =>
            child->Line.Map(x, ScoreMapKind.Linear);
    }

    /// <summary>All children are clamped straight lines.</summary>
    internal readonly struct Capped : IScoringMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Map<TLanes>(ScoringChild* child, TLanes x) where TLanes : struct, ILanes<TLanes> =>
            child->Line.Map(x, ScoreMapKind.Linear | ScoreMapKind.Clamped);
    }

    /// <summary>The children differ.</summary>
    internal readonly struct Mixed : IScoringMap
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static TLanes Map<TLanes>(ScoringChild* child, TLanes x) where TLanes : struct, ILanes<TLanes> =>
            child->Line.Map(x, child->Kind);
    }
}
