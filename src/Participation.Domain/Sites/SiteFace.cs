using System.Text.RegularExpressions;
using Participation.Domain.Live;
using Participation.Domain.Outcomes;
using Participation.Domain.Wording;

namespace Participation.Domain.Sites;

/// <summary>How the site looks and what it calls itself; there is one.</summary>
public sealed partial class SiteFace : Aggregate
{
    public const int TheOne = 1;
    public const int PagesAtMost = 12, MarkdownAtMost = 20_000;

    /// <summary>Links are words (4.5 : 1); the accent is a mark and, darkened, a word (3 : 1).</summary>
    public const double ActionContrast = 4.5, AccentContrast = 3;

    public int Id { get; private set; } = TheOne;
    public SiteSettings Settings { get; private set; } = new();
    /// <summary>Of <see cref="SiteSettings.Sayable"/>.</summary>
    public IReadOnlyList<Translation> Translations { get; private set; } = [];
    public byte[]? Mark { get; private set; }
    public string? MarkType { get; private set; }
    public int Version { get; private set; }

    public Outcome<Done> Describe(SiteSettings settings)
    {
        var faults = Check(settings).ToList();
        if (faults.Count > 0) return Refusal.Invalid(faults);
        Settings = settings;
        Translations = [.. Translations.Where(t => settings.Sayable.ContainsKey(t.Field))];
        Changed("site.described");
        return Done.It;
    }

    /// <summary>Null takes the city's mark away, and ours stands there again.</summary>
    public void Wear(MarkImage? mark)
    {
        (Mark, MarkType) = (mark?.Bytes, mark?.MediaType);
        Changed("site.marked");
    }

    /// <summary>Says it in other languages; what was said before in them is no longer said.</summary>
    public Outcome<Done> Translate(IReadOnlyList<Translation> translations)
    {
        var faults = Wording.Translations.Check(translations, Settings.Sayable).ToList();
        if (faults.Count > 0) return Refusal.Invalid(faults);
        Translations = translations;
        Changed("site.translated");
        return Done.It;
    }

    public static IEnumerable<Fault> Check(SiteSettings settings)
    {
        foreach (var fault in CheckColour("actionColour", settings.ActionColour, ActionContrast)) yield return fault;
        foreach (var fault in CheckColour("accentColour", settings.AccentColour, AccentContrast)) yield return fault;
        if (settings.Home.Distinct().Count() < settings.Home.Count) yield return new("home", "block-twice");
        if (settings.Announcement is { From: { } from, Until: { } until } && until <= from) yield return new("announcement.until", "window-reversed");
        if (settings.Pages.Count > PagesAtMost) yield return new("pages", "list-too-long", PagesAtMost);
        for (var i = 0; i < settings.Pages.Count; i++)
        {
            var page = settings.Pages[i];
            if (!SlugShape().IsMatch(page.Slug)) yield return new($"pages[{i}].slug", "slug-shape");
            else if (settings.Pages.Take(i).Any(p => p.Slug == page.Slug)) yield return new($"pages[{i}].slug", "slug-taken");
            if (string.IsNullOrWhiteSpace(page.Title)) yield return new($"pages[{i}].title", "required");
            if (page.Markdown.Length > MarkdownAtMost) yield return new($"pages[{i}].markdown", "field-too-long", MarkdownAtMost);
        }
    }

    /// <summary>Against white paper; what fails is told what it reached and which colour like it would pass.</summary>
    static IEnumerable<Fault> CheckColour(string field, string? text, double least)
    {
        if (text is null) yield break;
        if (!Colour.TryParse(text, out var colour)) yield return new(field, "colour-unreadable", text);
        else if (colour.ContrastTo(Colour.White) is var reached && reached < least)
            yield return new(field, "colour-contrast", Math.Round(reached, 1), least, colour.DarkenedUntil(least).ToString());
    }

    void Changed(string act)
    {
        Version++;
        Log(act, Streams.Site);
        Tell(Streams.Site, Kinds.SiteChanged);
    }

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")]
    private static partial Regex SlugShape();
}
