using Participation.Domain.Consultations;

namespace Participation.Domain.Answering;

/// <summary>
/// 件数 and 提出者数 as they were when an edition came out: what is keyed in or taken back later changes the ledger's figures, not a
/// published paper's. Kept whole; small figures are folded wherever they are shown.
/// </summary>
public sealed record EditionCount(TallyDimension Dimension, string Key, int Submitters, int Opinions)
{
    /// <summary>What an edition keeps; its 反映区分 are its rows' own.</summary>
    public static IReadOnlyList<TallyDimension> Kept { get; } =
    [
        TallyDimension.Total, TallyDimension.Late, TallyDimension.OutOfScope, TallyDimension.Channel, TallyDimension.Section,
        TallyDimension.AgeBand, TallyDimension.District, TallyDimension.Topic, TallyDimension.Day,
    ];
}
