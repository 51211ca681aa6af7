using System.Text.RegularExpressions;
using Participation.Domain.Outcomes;

namespace Participation.Domain.People;

/// <summary>
/// 公職にある人: a council or committee member whom the city shows by name, because an administrator said so for this one person. It is
/// shown only as long as they hold the role of a council member; no other role makes anybody public.
/// </summary>
public sealed partial class OfficeHolder : Aggregate
{
    public const int NameAtMost = 80, TitleAtMost = 120;

    OfficeHolder() { }

    public int Id { get; private set; }

    /// <summary>Names its page, and what followers follow.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>The account, which the page does not show.</summary>
    public string UserId { get; private set; } = "";

    /// <summary>As the city writes it in public, not as the account calls itself.</summary>
    public string Name { get; private set; } = "";

    /// <summary>職名: 市議会議員（総務常任委員長）.</summary>
    public string Title { get; private set; } = "";

    public DateTimeOffset ShownAt { get; private set; }

    /// <summary>Null while it is shown.</summary>
    public DateTimeOffset? HiddenAt { get; private set; }

    public int Version { get; private set; }

    public static Outcome<OfficeHolder> Show(string userId, string slug, string name, string title, DateTimeOffset now)
    {
        if (!SlugShape().IsMatch(slug)) return Refusal.Invalid("slug", "slug-shape");
        var holder = new OfficeHolder { UserId = userId, Slug = slug };
        return holder.Show(name, title, now) is { Refused: true } refused ? refused.Why : holder;
    }

    /// <summary>Shows the person, again or under another title. The page keeps its address: others have it.</summary>
    public Outcome<Done> Show(string name, string title, DateTimeOffset now)
    {
        var faults = new List<Fault>();
        Check("name", name, NameAtMost, faults);
        Check("title", title, TitleAtMost, faults);
        if (faults.Count > 0) return Refusal.Invalid(faults);
        (Name, Title, HiddenAt) = (name.Trim(), title.Trim(), null);
        if (ShownAt == default) ShownAt = now;
        Version++;
        Log("office-holder.shown", $"account:{UserId}");
        return Done.It;
    }

    public Outcome<Done> Hide(DateTimeOffset now)
    {
        if (HiddenAt is not null) return Refusal.Conflict("holder-hidden");
        HiddenAt = now;
        Version++;
        Log("office-holder.hidden", $"account:{UserId}");
        return Done.It;
    }

    static void Check(string field, string text, int most, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) faults.Add(new(field, "required"));
        else if (text.Trim().Length > most) faults.Add(new(field, "field-too-long", most));
        else if (text.Any(char.IsControl)) faults.Add(new(field, "control-characters"));
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")]
    private static partial Regex SlugShape();
}
