using System.Globalization;
using Participation.Application.Live;
using Participation.Data;
using Participation.Domain.Following;
using Participation.Domain.Time;
using Participation.Domain.Wording;

namespace Participation.Application.Following;

/// <summary>
/// A kind of thing that can be followed. A further kind is one more class and a line in <see cref="FollowingServices"/>; the pages
/// have a word <c>Follow.Kind.{kind}</c>, and what is new among <see cref="HappeningKinds"/> its words in pages and letters.
/// </summary>
public interface IFollowable
{
    /// <summary>As <see cref="Followed.Kind"/> has it.</summary>
    string Kind { get; }

    /// <summary>Which kinds of live events it hears of.</summary>
    IReadOnlyCollection<string> Events { get; }

    bool Hears(string stream);

    /// <summary>What followers are told because of these events. Told again, it says the same.</summary>
    Task<IReadOnlyList<Happening>> Hear(AppDbContext db, string stream, IReadOnlyList<StreamEvent> events, CancellationToken ct);

    /// <summary>What the clock brought after one instant and until another.</summary>
    Task<IReadOnlyList<Happening>> Strike(AppDbContext db, DateTimeOffset after, DateTimeOffset until, CancellationToken ct);

    /// <summary>What stands under these keys as everybody may see it now; what nobody may see is left out.</summary>
    Task<IReadOnlyList<FollowedView>> Find(AppDbContext db, IReadOnlyCollection<string> keys, CancellationToken ct);
}

/// <summary>Something followed, ready to be named and gone to.</summary>
/// <param name="Address">Its page.</param>
public sealed record FollowedView(Followed Thing, string Title, string Address, IReadOnlyList<Translation> Translations, DateOnly? FirstDay = null, DateOnly? LastDay = null)
{
    /// <summary>Its name in a reader's language, else as the city wrote it.</summary>
    public string TitleIn(CultureInfo culture) => Places.Fill(Translations.Find(DayWords.CodeOf(culture), "title") ?? Title, place => place switch
    {
        "opens" when FirstDay is { } day => DayWords.Of(day, culture),
        "closes" when LastDay is { } day => DayWords.Of(day, culture),
        "days" when LastDay is { } last && FirstDay is { } first => $"{last.DayNumber - first.DayNumber + 1}",
        _ => "",
    });
}

/// <summary>A day in a reader's habit.</summary>
static class DayWords
{
    /// <summary>The language of the pages that a culture stands for.</summary>
    public static string CodeOf(CultureInfo culture) =>
        string.Equals(culture.Name, "ja-easy", StringComparison.OrdinalIgnoreCase) ? "ja-easy" : culture.TwoLetterISOLanguageName is "en" ? "en" : "ja";

    public static string Of(DateOnly day, CultureInfo culture) => CodeOf(culture) switch
    {
        "ja-easy" => $"{day.Year}年{day.Month}月{day.Day}日（{"日月火水木金土"[(int)day.DayOfWeek]}曜日）",
        "ja" => Wareki.Format(day),
        _ => day.ToString("ddd d MMMM yyyy", culture),
    };
}
