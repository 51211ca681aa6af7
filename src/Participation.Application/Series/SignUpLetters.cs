using System.Globalization;
using Participation.Application.Following;
using Participation.Application.Mail;
using Participation.Application.People;
using Participation.Application.Sites;
using Participation.Domain.Mail;
using Participation.Domain.Series;
using Participation.Domain.Wording;

namespace Participation.Application.Series;

/// <summary>Letters to those who signed up, each in the language they signed up in; saved with what they tell of.</summary>
sealed class SignUpLetters(LetterSeal letters, SignUpSeal seal, SiteFaces faces, SiteAddress site, TimeProvider clock)
{
    public bool KnowsTheSite => site.Of("/") is not null;

    /// <param name="letter">Of Letters/*.txt.</param>
    /// <param name="key">What it tells whom of: a second with the same is refused by the database.</param>
    /// <returns>Null when no mailbox is known.</returns>
    public async Task<OutgoingMail?> Write(string letter, string key, SignUp signUp, SeriesMeeting meeting, CancellationToken ct, string reason = "")
    {
        if (seal.Open(signUp) is not { Who.Email: { } email } kept) return null;
        var settings = (await faces.View(ct)).Settings;
        var before = CultureInfo.CurrentUICulture;
        try
        {
            var culture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(signUp.Language ?? "ja");
            var (series, language) = (meeting.Series, DayWords.CodeOf(culture));
            string Say(string field, string original) => series.Translations.Find(language, field) ?? original;
            var (subject, body) = Letters.Write(letter,
            [
                Letters.NameOf(settings), Say("title", series.Title), Letters.Line("meeting-name", [$"{meeting.Number}", Say(WorkshopSeries.MeetingField(meeting.Title), meeting.Title)]),
                When(meeting, meeting.First, meeting.Last, culture), Say(WorkshopSeries.VenueField(meeting.Venue), meeting.Venue), $"{signUp.People}", signUp.Number.Value,
                kept.Secret, site.Of($"/sign-ups/{signUp.Number}?secret={kept.Secret}") ?? "", Say(WorkshopSeries.ReasonField(reason), reason),
                meeting.Moves.Count > 0 ? When(meeting, meeting.Moves[^1].First, meeting.Moves[^1].Last, culture) : "", site.Of($"/series/{series.Slug}") ?? "",
            ]);
            return await letters.Queue(key, new(email, Shortened(subject), body), clock.GetUtcNow(), ct);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    static string When(SeriesMeeting meeting, DateOnly first, DateOnly last, CultureInfo culture)
    {
        var (starts, ends) = (meeting.Starts.ToString("HH:mm", CultureInfo.InvariantCulture), meeting.Ends.ToString("HH:mm", CultureInfo.InvariantCulture));
        return first == last ? Letters.Line("meeting-day", [DayWords.Of(first, culture), starts, ends])
            : Letters.Line("meeting-days", [DayWords.Of(first, culture), DayWords.Of(last, culture), starts, ends]);
    }

    static string Shortened(string subject) => subject.Length <= 120 ? subject : subject[..119] + "…";
}
