namespace Participation.Web.Api;

/// <summary>Words of an address as JSON spells them: <c>web</c> as well as <c>Web</c>, which a bound enum would not take.</summary>
static class QueryWords
{
    /// <returns>Null for none; one that is none of them can't be read.</returns>
    public static T? Named<T>(string? word) where T : struct, Enum => string.IsNullOrEmpty(word) ? null
        : Enum.TryParse<T>(word, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
        : throw new BadHttpRequestException($"No {typeof(T).Name}.");
}
