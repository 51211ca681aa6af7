using System.Globalization;
using Participation.Application.Mail;
using Participation.Application.People;
using Participation.Application.Sites;
using Participation.Domain.Following;
using Participation.Domain.Mail;
using Participation.Domain.Sites;

namespace Participation.Application.Following;

/// <summary>Whom a mail goes to, and in which language.</summary>
public sealed record NoticeReader(string UserId, string Email, string? Language);

/// <summary>Writes the mail that tells followers, each in the reader's language and with a way to end such mail.</summary>
public sealed class NoticeLetters(SiteFaces faces, SiteAddress site, UnsubscribeLinks links, LetterSeal seal, TimeProvider clock)
{
    public const string NoticesPage = "/account/notices";

    /// <returns>Null while nobody has said where the site is: no link can be written.</returns>
    public async Task<Post?> Begin(CancellationToken ct) => site.Of("/") is null ? null : new Post((await faces.View(ct)).Settings, site, links, seal, clock.GetUtcNow());

    public static string DigestKey(Cadence cadence, DateTimeOffset due, string account) => $"digest:{cadence}:{due:yyyyMMddHHmm}:{account}";

    public sealed class Post(SiteSettings settings, SiteAddress site, UnsubscribeLinks links, LetterSeal seal, DateTimeOffset now)
    {
        /// <summary>The rest stands on the site.</summary>
        const int LinesAtMost = 30;

        public ValueTask<OutgoingMail> Told(Happening happening, FollowedView about, NoticeReader to, CancellationToken ct) =>
            Queue($"told:{happening.Id}:{to.UserId}", to, culture =>
                Letters.Write("told", [Letters.NameOf(settings), Sentence(happening, about, culture), site.Of(about.Address)!, .. Ends(to)]), ct);

        public ValueTask<OutgoingMail> Digest(
            Cadence cadence, DateTimeOffset due, IReadOnlyList<(Happening Happening, FollowedView About)> told, NoticeReader to, CancellationToken ct) =>
            Queue(DigestKey(cadence, due, to.UserId), to, culture =>
            {
                var lines = told.TakeLast(LinesAtMost).Select(t => $"{Sentence(t.Happening, t.About, culture)}\n{site.Of(t.About.Address)}");
                return Letters.Write(cadence is Cadence.Daily ? "digest-daily" : "digest-weekly", [Letters.NameOf(settings), $"{told.Count}", string.Join("\n\n", lines), .. Ends(to)]);
            }, ct);

        string[] Ends(NoticeReader to) => [site.Of(NoticesPage)!, site.Of(links.PageFor(to.UserId))!];

        ValueTask<OutgoingMail> Queue(string key, NoticeReader to, Func<CultureInfo, (string Subject, string Body)> write, CancellationToken ct)
        {
            var (subject, body) = Speaking(to, write);
            return seal.Queue(key, new(to.Email, Shortened(subject), body, site.Of(links.OneClickFor(to.UserId))), now, ct);
        }

        static string Sentence(Happening happening, FollowedView about, CultureInfo culture) => Letters.Line($"happened-{happening.Kind}",
            [about.TitleIn(culture), about.LastDay is { } day ? DayWords.Of(day, culture) : ""]);

        /// <summary>A subject is one line, and no longer than a mail program shows.</summary>
        static string Shortened(string subject) => subject.Length <= 120 ? subject : subject[..119] + "…";

        static T Speaking<T>(NoticeReader to, Func<CultureInfo, T> write)
        {
            var before = CultureInfo.CurrentUICulture;
            try
            {
                return write(CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(to.Language ?? "ja"));
            }
            finally
            {
                CultureInfo.CurrentUICulture = before;
            }
        }
    }
}
