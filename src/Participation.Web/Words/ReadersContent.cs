using System.Globalization;
using Participation.Application.Consultations;
using Participation.Application.Series;
using Participation.Application.Sites;
using Participation.Application.Spaces;
using Participation.Domain.Sites;
using Participation.Domain.Spaces;
using Participation.Domain.Wording;

namespace Participation.Web.Words;

/// <summary>The city's words as the reader gets them: in their language where the city said them in it, with days in their habit.</summary>
static class ReadersContent
{
    public static ConsultationView ForReader(this ConsultationView c)
    {
        string Say(string field, string original) => Places.Fill(Content.Text(c.Translations, field, original), place => ValueOf(place, c.Window));
        return c with
        {
            Title = Say("title", c.Title), Summary = Say("summary", c.Summary), Eligibility = Say("eligibility", c.Eligibility),
            Office = Say("office", c.Office), ShorteningReason = c.ShorteningReason is { } reason ? Say("shorteningReason", reason) : null,
        };
    }

    public static string LanguageOf(this ConsultationView c, string field) => Content.LanguageOf(c.Translations, field);

    public static SpaceView ForReader(this SpaceView space)
    {
        string Say(string field, string original) => Content.Text(space.Translations, field, original);
        return space with
        {
            Title = Say("title", space.Title), Summary = Say("summary", space.Summary), DecidedBy = Say("decidedBy", space.DecidedBy), Office = Say("office", space.Office),
        };
    }

    public static string LanguageOf(this SpaceView space, string field) => Content.LanguageOf(space.Translations, field);

    public static string NameOf(this SpaceView space, Phase phase) => Content.Text(space.Translations, Space.PhaseField(phase.Name), phase.Name);

    public static string LanguageOf(this SpaceView space, Phase phase) => space.LanguageOf(Space.PhaseField(phase.Name));

    public static SpaceWithConsultations ForReader(this SpaceWithConsultations found) =>
        new(found.Space.ForReader(), [.. found.Consultations.Select(ForReader)]);

    public static SeriesView ForReader(this SeriesView series) => series with
    {
        Title = Content.Text(series.Translations, "title", series.Title), Description = Content.Text(series.Translations, "description", series.Description),
        SpaceTitle = Content.Text(series.SpaceTranslations, "title", series.SpaceTitle),
    };

    public static string LanguageOf(this SeriesView series, string field) => Content.LanguageOf(series.Translations, field);

    public static SiteView ForReader(this SiteView site)
    {
        string Say(string field, string original) => Content.Text(site.Translations, field, original);
        return site with
        {
            Settings = site.Settings with
            {
                Announcement = site.Settings.Announcement is { } line ? line with { Text = Say("announcement", line.Text) } : null,
                Office = site.Settings.Office is { } office ? Say("office", office) : null,
                Address = site.Settings.Address is { } address ? Say("address", address) : null,
                Pages = [.. site.Settings.Pages.Select(p => new FooterPage(p.Slug, Say(p.TitleField, p.Title), Say(p.TextField, p.Markdown)))],
            },
        };
    }

    public static string LanguageOf(this SiteView site, string field) => Content.LanguageOf(site.Translations, field);

    static string ValueOf(string place, WindowView window) => place switch
    {
        "opens" => Moments.Words(window.FirstDay, CultureInfo.CurrentUICulture),
        "closes" => Moments.Words(window.LastDay, CultureInfo.CurrentUICulture),
        _ => window.Days.ToString(CultureInfo.InvariantCulture),
    };
}
