using System.Globalization;
using Participation.Application.People;
using Participation.Application.Sites;
using Participation.Domain.Following;
using Participation.Domain.Mail;
using Participation.Domain.Sites;

namespace Participation.Application.Following;

/// <summary>Whom a mail goes to, and in which language.</summary>
public sealed record NoticeReader(string UserId, string Email, string? Language);

/// <summary>Writes the mail that tells followers, each in the reader's language and with a way to end such mail.</summary>
public sealed class NoticeLetters(SiteFaces faces, SiteAddress site, UnsubscribeLinks links, TimeProvider clock)
{
    public const string NoticesPage = "/account/notices";

    /// <returns>Null while nobody has said where the site is: no link can be written.</returns>
    public async Task<Post?> Begin(CancellationToken ct) => site.Of("/") is null ? null : new Post((await faces.View(ct)).Settings, site, links, clock.GetUtcNow());

    public static string DigestKey(Cadence cadence, DateTimeOffset due, string account) => $"digest:{cadence}:{due:yyyyMMddHHmm}:{account}";

    public sealed class Post(SiteSettings settings, SiteAddress site, UnsubscribeLinks links, DateTimeOffset now)
    {
        /// <summary>The rest stands on the site.</summary>
        const int LinesAtMost = 30;

        public OutgoingMail Told(Happening happening, FollowedView about, NoticeReader to) => Speaking(to, culture =>
        {
            var sentence = Sentence(happening, about, culture);
            return Mail($"told:{happening.Id}:{to.UserId}", to, Letters.Write("told", [Letters.NameOf(settings), sentence, site.Of(about.Address)!, .. Ends(to)]));
        });

        public OutgoingMail Digest(Cadence cadence, DateTimeOffset due, IReadOnlyList<(Happening Happening, FollowedView About)> told, NoticeReader to) => Speaking(to, culture =>
        {
            var lines = told.TakeLast(LinesAtMost).Select(t => $"{Sentence(t.Happening, t.About, culture)}\n{site.Of(t.About.Address)}");
            var letter = cadence is Cadence.Daily ? "digest-daily" : "digest-weekly";
            return Mail(DigestKey(cadence, due, to.UserId), to,
                Letters.Write(letter, [Letters.NameOf(settings), $"{told.Count}", string.Join("\n\n", lines), .. Ends(to)]));
        });

        string[] Ends(NoticeReader to) => [site.Of(NoticesPage)!, site.Of(links.PageFor(to.UserId))!];

        OutgoingMail Mail(string key, NoticeReader to, (string Subject, string Body) letter) =>
            new(key, to.Email, Shortened(letter.Subject), letter.Body, now, site.Of(links.OneClickFor(to.UserId)));

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
