using System.Globalization;
using Microsoft.Extensions.Localization;
using Participation.Application.People;
using Participation.Domain.People;
using Participation.Web.Words;

namespace Participation.Web.Pages.Administration;

/// <summary>Roles and their times in the reader's words.</summary>
static class GrantWords
{
    /// <summary>職員（総合政策課）.</summary>
    public static string Name(this IStringLocalizer<PageWords> words, GrantView grant) =>
        grant.Office is { } office ? words["Rights.RoleInOffice", words[$"Role.{grant.Role}"].Value, office] : words[$"Role.{grant.Role}"];

    /// <summary>The space, or サイト全体.</summary>
    public static string Where(this IStringLocalizer<PageWords> words, GrantView grant) =>
        grant.Space is null ? words["Rights.WholeSite"] : grant.SpaceTitle ?? grant.Space;

    public static string When(this IStringLocalizer<PageWords> words, GrantView grant)
    {
        var from = Moments.Words(grant.From, CultureInfo.CurrentUICulture);
        return grant.Until is { } until ? words["Rights.FromUntil", from, Moments.Words(until, CultureInfo.CurrentUICulture)] : words["Rights.From", from];
    }

    /// <summary>A name; the console has none, and neither has an account that is no more.</summary>
    public static string Person(this IStringLocalizer<PageWords> words, string? name) =>
        name is null ? words["Rights.Gone"] : name == Caller.Operator.ActorId ? words["Rights.Operator"] : name;
}
