using Participation.Domain.Outcomes;

namespace Participation.Domain.Grouping;

/// <summary>見出し: under which groups stand in the result, in the order of their places.</summary>
public sealed class OutlineHeading : Aggregate
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
    public int Place { get; private set; }
    public bool Suggested { get; private set; }

    /// <summary>Of two who change one at once the later is told.</summary>
    public int Version { get; private set; }

    public Outcome<Done> Rename(string? title)
    {
        var words = title?.Trim();
        if (string.IsNullOrEmpty(words)) return Refusal.Invalid("title", "required");
        if (words.Length > TitleAtMost) return Refusal.Invalid("title", "field-too-long", TitleAtMost);
        (Title, Suggested) = (words, false);
        Touch("outline.renamed");
        return Done.It;
    }

    public void MoveTo(int place)
    {
        if (Place == place) return;
        Place = place;
        Touch("outline.moved");
    }

    void Touch(string act)
    {
        Version++;
        Log(act, $"heading:{Id}");
    }
}
