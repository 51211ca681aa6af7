using Participation.Domain.Outcomes;

namespace Participation.Domain.Boards;

/// <summary>Columns of one's own under a name, for the next session of that space; without a space, for every session of the site.</summary>
public sealed class SavedTemplate
{
    /// <summary>Of one space: a list to choose from stays one that is read.</summary>
    public const int AtMost = 30;

    SavedTemplate() { }

    public int Id { get; private set; }
    public string Name { get; private set; } = "";
    public string? Space { get; private set; }
    public IReadOnlyList<string> Columns { get; private set; } = [];

    public static Outcome<SavedTemplate> Of(string? name, string? space, IReadOnlyList<string> columns)
    {
        var named = NoteText.Of(name, NoteText.NameAtMost, "template");
        if (named.Refused) return named.Why;
        var template = new SavedTemplate { Name = named.Value, Space = space };
        return template.Take(columns) is { Refused: true } why ? why.Why : template;
    }

    /// <summary>Under the same name again: the newer columns stand.</summary>
    public Outcome<Done> Take(IReadOnlyList<string> columns)
    {
        if (columns.Count is 0) return Refusal.Invalid("columns", "required");
        if (columns.Count > Board.ColumnsAtMost) return Refusal.Invalid("columns", "list-too-long", Board.ColumnsAtMost);
        var texts = columns.Select(c => NoteText.Of(c, NoteText.NameAtMost, "columns")).ToList();
        if (texts.Find(t => t.Refused) is { Refused: true } wrong) return wrong.Why;
        Columns = [.. texts.Select(t => t.Value)];
        return Done.It;
    }
}
