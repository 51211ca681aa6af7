using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace Participation.Web.Words;

/// <summary>
/// The words of a family in memory, by language. The framework's localizer is made anew for each component and searches for each
/// word; a page asks for a hundred of them.
/// </summary>
sealed class WordList<T> : IStringLocalizer<T>
{
    readonly ResourceManager resources = new(typeof(T));
    // Under a name of its own, not as a satellite of ja: a word that is missing here must be missed, not borrowed.
    readonly ResourceManager easy = new($"{typeof(T).FullName}.{Languages.Easy}", typeof(T).Assembly);
    readonly ConcurrentDictionary<string, FrozenDictionary<string, string>> languages = new();

    public LocalizedString this[string name] =>
        Current.TryGetValue(name, out var words) ? new(name, words) : new(name, name, resourceNotFound: true);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = this[name];
            return found.ResourceNotFound ? found : new(name, string.Format(CultureInfo.CurrentCulture, found.Value, arguments));
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => Current.Select(words => new LocalizedString(words.Key, words.Value));

    FrozenDictionary<string, string> Current => languages.GetOrAdd(Languages.CodeOf(CultureInfo.CurrentUICulture), Load);

    FrozenDictionary<string, string> Load(string language) =>
        ((language is Languages.Easy
            ? easy.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)
            : resources.GetResourceSet(new CultureInfo(language), createIfNotExists: true, tryParents: true)) ?? throw new MissingManifestResourceException(typeof(T).Name))
            .Cast<System.Collections.DictionaryEntry>().ToFrozenDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
