namespace Participation.Domain.Plans.Reading;

/// <summary>The ways Japanese plans number their headings and points.</summary>
enum MarkStyle
{
    /// <summary>第1部, 第1編</summary>
    Part,
    /// <summary>第1章</summary>
    Chapter,
    /// <summary>第1節</summary>
    Division,
    /// <summary>第1款, 第1項</summary>
    Clause,
    /// <summary>第1条, and the bare 第1 of an outline by-law</summary>
    Article,
    /// <summary>A word with a number: 基本方針1, 資料 2</summary>
    Label,
    /// <summary>1, 1.</summary>
    Plain,
    /// <summary>1-1, 1.2.3</summary>
    Compound,
    /// <summary>(1)</summary>
    Paren,
    /// <summary>1)</summary>
    HalfParen,
    /// <summary>①</summary>
    Circled,
    /// <summary>ア, (ア), a.</summary>
    Letter,
    /// <summary>・</summary>
    Bullet,
}
