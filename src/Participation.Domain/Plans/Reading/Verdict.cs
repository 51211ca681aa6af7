namespace Participation.Domain.Plans.Reading;

enum Role { Paragraph, Item, Caption, Table, Heading }

/// <summary>What kind of heading: decides where in the tree it stands.</summary>
enum HeadingKind
{
    None,
    /// <summary>第1章, 1-1, 基本方針1.</summary>
    Numbered,
    /// <summary>目次, はじめに, 資料編: at the top of the plan.</summary>
    Matter,
    /// <summary>A usual heading (現状と課題), or one that this plan repeats.</summary>
    Known,
    /// <summary>A title-like line with text under it.</summary>
    Lead,
    /// <summary>【…】</summary>
    Bracket,
    /// <summary>○… or ■… with text under it.</summary>
    Symbol,
    /// <summary>（趣旨）: the caption of an article.</summary>
    ParenTitle,
}

readonly record struct Verdict(Role Role, HeadingKind Kind = HeadingKind.None)
{
    public static Verdict Heading(HeadingKind kind) => new(Role.Heading, kind);
}
