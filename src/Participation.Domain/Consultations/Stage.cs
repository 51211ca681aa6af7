namespace Participation.Domain.Consultations;

/// <summary>Where a consultation stands. The first three follow the clock; the last two are acts of the city.</summary>
public enum Stage
{
    /// <summary>予告: announced, not yet open.</summary>
    Announced,
    /// <summary>募集中.</summary>
    Open,
    /// <summary>募集終了.</summary>
    Closed,
    /// <summary>回答作成中: the city is working on its answers.</summary>
    Answering,
    /// <summary>結果公表.</summary>
    Published,
}
