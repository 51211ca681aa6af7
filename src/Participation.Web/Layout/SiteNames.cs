using System.Globalization;
using Microsoft.Extensions.Localization;
using Participation.Application.Sites;
using Participation.Web.Words;

namespace Participation.Web.Layout;

static class SiteNames
{
    /// <summary>What the city calls its site in the reader's language, else in Japanese, else our name for it.</summary>
    public static string NameIn(this SiteView site, IStringLocalizer<PageWords> words)
    {
        var own = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is "en" ? site.Settings.NameEnglish ?? site.Settings.Name : site.Settings.Name;
        return own ?? words["Site.Name"];
    }
}
