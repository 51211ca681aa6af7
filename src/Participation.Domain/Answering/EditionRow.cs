using System.Text.Json.Serialization;

namespace Participation.Domain.Answering;

/// <summary>A row of the result: 番号・該当箇所・意見の概要・件数・市の考え方・反映区分・修正の有無.</summary>
public sealed class EditionRow
{
    EditionRow() { }

    public EditionRow(int number, Guid group, int groupNumber, string? anchor, string place, int opinions, ResponseWords words) =>
        (Number, GroupId, GroupNumber, Anchor, Place, Opinions, Summary, Text, Reflection, ChangesPlan, Where) =
        (number, group, groupNumber, anchor, place, opinions, words.Summary.Trim(), words.Text.Trim(), words.Reflection, words.ChangesPlan, words.Where);

    [JsonIgnore]
    public Guid EditionId { get; private set; }

    /// <summary>From 1, in the order of the outline.</summary>
    public int Number { get; private set; }

    /// <summary>The group that it answers: by it whoever sent one of its opinions finds it.</summary>
    public Guid GroupId { get; private set; }

    /// <summary>What staff call the group.</summary>
    public int GroupNumber { get; private set; }

    /// <summary>Of the section that it speaks of.</summary>
    public string? Anchor { get; private set; }

    /// <summary>該当箇所 in words, as the plan said then.</summary>
    public string Place { get; private set; } = "";

    public int Opinions { get; private set; }
    public string Summary { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string? Reflection { get; private set; }
    public bool ChangesPlan { get; private set; }
    public string? Where { get; private set; }
}

/// <summary>A row of 新旧対照表, linked to the rows that caused it.</summary>
public sealed class EditionRevision
{
    EditionRevision() { }

    /// <param name="newAnchor">Where it stands in the plan from then on; null when it was taken out.</param>
    /// <param name="rows">Numbers of the rows that caused it.</param>
    public EditionRevision(int number, string anchor, string? newAnchor, string place, string before, string after, IReadOnlyList<int> rows) =>
        (Number, Anchor, NewAnchor, Place, Before, After, Causes) = (number, anchor, newAnchor, place, before, after, rows);

    [JsonIgnore]
    public Guid EditionId { get; private set; }

    public int Number { get; private set; }
    public string Anchor { get; private set; } = "";
    public string? NewAnchor { get; private set; }
    public string Place { get; private set; } = "";
    public string Before { get; private set; } = "";
    public string After { get; private set; } = "";

    /// <summary>Numbers of the rows that caused it.</summary>
    public IReadOnlyList<int> Causes { get; private set; } = [];
}
