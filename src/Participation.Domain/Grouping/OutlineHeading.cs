using Participation.Domain.Outcomes;

namespace Participation.Domain.Grouping;

/// <summary>見出し: under which groups stand in the result, in the order of their places.</summary>
public sealed class OutlineHeading : Aggregate, ITouched
{
    public const int TitleAtMost = 120;

    OutlineHeading() { }

    /// <param name="suggested">Made from the words of what stands under it, not by staff.</param>
    public OutlineHeading(int consultationId, string? section, string title, int place, bool suggested, DateTimeOffset now) =>
        (Id, ConsultationId, Section, Title, Place, Suggested) = (Guid.CreateVersion7(now), consultationId, section, title, place, suggested);

    public Guid Id { get; private set; }
    public int ConsultationId { get; private set; }

    /// <summary>Anchor of the section it belongs to.</summary>
    public string? Section { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Order among the headings.</summary>
    public int Place { get; private set; }

    public bool Suggested { get; private set; }

    /// <summary>Taken away by staff; kept, so that it can come back.</summary>
    public bool Gone { get; private set; }

    /// <summary>Of two who change one at once the later is told.</summary>
    public int Version { get; private set; }

    int ITouched.Number => 0;

    internal static Outcome<string> Check(string? title)
    {
        var words = title?.Trim();
        if (string.IsNullOrEmpty(words)) return Refusal.Invalid("title", "required");
        return words.Length > TitleAtMost ? Refusal.Invalid("title", "field-too-long", TitleAtMost) : words;
    }

    internal void Call(string title) => (Title, Suggested) = (title, false);

    internal void Put(int place) => Place = place;

    internal void Stand(bool stands) => Gone = !stands;

    void ITouched.Touch(string act, string detail)
    {
        Version++;
        Log(act, $"heading:{Id}", detail);
    }
}
